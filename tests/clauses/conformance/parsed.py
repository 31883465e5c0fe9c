"""Sentences tagged and parsed by hand, in the labels of TIGER and of Universal Dependencies at once.

``form/TAG/head:tiger/head:ud`` is a word: heads are named by their form ("die#2" is the second "die"), the root's head
is "^"; punctuation may leave its parses out. One notation makes three Docs: tags only, TIGER, UD.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from spacy.tokens import Doc

from stance.clauses.graph import ClauseGraph
from stance.clauses.sources import source_for
from tests.clauses.tagged import Expectation, from_pairs, text_of

SOURCES = ("fields", "tiger", "ud")


@attrs.frozen
class Word:
    """A word with its tag and its two parses, each as "head:label"."""

    form: str
    tag: str
    tiger: str
    ud: str


def read(text: str) -> list[Word]:
    """The words of a sentence in the notation of this module."""
    words = []
    for item in text.split():
        form, tag, *parses = item.split("/")
        tiger, ud = parses if parses else ("", "")
        words.append(Word(form, tag, tiger, ud))
    return words


def parsed(words: Sequence[Word], labels: str) -> Doc:
    """The Doc of a sentence with the parse in one label set ("tiger" or "ud"), or without ("fields")."""
    doc = from_pairs([(word.form, word.tag) for word in words])
    if labels == "fields":
        return doc
    parses = [getattr(word, labels) for word in words]
    root = next(index for index, parse in enumerate(parses) if parse.startswith("^"))
    heads, deps = [], []
    for index, parse in enumerate(parses):
        head, _, label = parse.partition(":")
        heads.append(index if head == "^" else _place(words, head) if parse else root)
        deps.append(label if parse else "punct")
    return Doc(
        doc.vocab,
        words=[word.form for word in words],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[word.tag for word in words],
        heads=heads,
        deps=deps,
    )


def _place(words: Sequence[Word], name: str) -> int:
    form, _, nth = name.partition("#")
    places = [index for index, word in enumerate(words) if word.form == form]
    return places[int(nth or 1) - 1]


def graph_of(text: str, source: str) -> ClauseGraph:
    """The clause graph of a sentence by one of the sources."""
    doc = parsed(read(text), source)
    return source_for(doc, "fields" if source == "fields" else "dependencies")(doc)


@attrs.frozen
class Case:
    """A sentence and what every source must say of it."""

    text: str
    expectations: tuple[Expectation, ...]
    clauses: int | None = None

    def check(self, source: str) -> None:
        """Fail with every difference between the graph of a source and the expectations."""
        graph = graph_of(self.text, source)
        lines = [line for expectation in self.expectations for line in expectation.differences(graph)]
        if self.clauses is not None and len(graph.clauses) != self.clauses:
            found = [text_of(graph, clause.tokens) for clause in graph.clauses]
            lines.append(f"{len(found)} clauses, not {self.clauses}: {found}")
        assert not lines, "\n".join(lines)


def case(name: str, text: str, *expectations: Expectation, clauses: int | None = None, **faults: str) -> list[Any]:
    """The parameters of one sentence for each source; ``fields="…"`` says why that source is known to fail it."""
    found = Case(text, expectations, clauses)
    return [
        pytest.param(
            found,
            source,
            id=f"{name}-{source}",
            marks=[pytest.mark.xfail(strict=True, reason=faults[source])] if source in faults else [],
        )
        for source in SOURCES
    ]
