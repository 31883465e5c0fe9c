"""Sentences tagged by hand, and a small language for what their clause graph must say.

``tagged("Merz/NE lehnt/VVFIN ab/PTKVZ ./$.")`` makes a Doc, so that tests of the analyser do not depend on a tagger.
``see("lehnt", lemma="ablehnen", subject="Merz")`` says what holds of the clause in which the word "lehnt" stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from stance.clauses.fields import analyse
from stance.clauses.graph import Argument, Clause, ClauseGraph, Role

_VOCAB = Vocab()
_PAIRS = {"„": "“", "»": "«", "«": "»", "‚": "‘", "›": "‹", "‹": "›", '"': '"', "“": "”", "(": ")", "[": "]"}
_NO_SPACE_BEFORE = {",", ".", "!", "?", ":", ";", "…"}
_ENDS = {".", "!", "?"}


def tagged(text: str, vocab: Vocab = _VOCAB) -> Doc:
    """A Doc from "form/TAG" pairs; sentences end at ".", "!", "?" outside quotation marks and brackets, and at "¶".

    Args:
        text: pairs apart by blanks; "¶" is a paragraph break; "~" before a form means no space before it (a mark
            that closes what was never opened).
        vocab: vocabulary of the Doc.
    """
    pairs = [("\n\n", "_SP") if pair == "¶" else tuple(pair.rsplit("/", 1)) for pair in text.split()]
    return from_pairs(pairs, vocab)  # type: ignore[arg-type]


def from_pairs(pairs: Iterable[tuple[str, str]], vocab: Vocab = _VOCAB) -> Doc:
    """A Doc from forms and tags, spaced as German is written."""
    words, tags, spaces, starts = [], [], [], []
    open_marks: list[str] = []
    ended = True
    for form, tag in pairs:
        if glued := len(form) > 1 and form.startswith("~"):
            form = form[1:]
        closes = bool(open_marks) and _PAIRS[open_marks[-1]] == form
        if words and (closes or glued or form in _NO_SPACE_BEFORE or form.isspace()):
            spaces[-1] = False
        starts.append(ended and not closes)
        ended = (ended and closes) or ((form in _ENDS or form.isspace()) and not open_marks)
        opens = not closes and not glued and form in _PAIRS
        if closes:
            ended = ended or (words[-1] in _ENDS and len(open_marks) == 1)
            open_marks.pop()
        elif opens:
            open_marks.append(form)
        words.append(form)
        tags.append(tag)
        spaces.append(not opens and not form.isspace())
    return Doc(vocab, words=words, spaces=spaces, tags=tags, sent_starts=starts)


# -- facts ------------------------------------------------------------------------------------------------------------


def text_of(graph: ClauseGraph, tokens: Iterable[int] | None) -> str | None:
    """The words of some tokens with blanks between, None for none."""
    found = None if tokens is None else [graph.doc[token].text for token in tokens]
    return " ".join(found) if found else None


def clause_of(graph: ClauseGraph, anchor: str) -> Clause:
    """The clause in which a word stands; "sagte#2" is the second "sagte"."""
    word, _, nth = anchor.partition("#")
    places = [token.i for token in graph.doc if token.text == word]
    clause = graph.clause_at(places[int(nth or 1) - 1])
    assert clause is not None, f"{anchor!r} stands in no clause"
    return clause


def _role(graph: ClauseGraph, clause: Clause, role: Role) -> str | None:
    found = clause.subject if role is Role.SUBJECT else clause.first(role)
    return None if found is None else text_of(graph, found.phrase)


def _prepositional(graph: ClauseGraph, clause: Clause, preposition: str) -> str | None:
    found = [a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition == preposition and a.attached_to is None]
    return text_of(graph, found[0].phrase) if found else None


def _filled(graph: ClauseGraph, clause: Clause) -> dict[str, int]:
    return {graph.doc[a.head].text: a.clause for a in clause.arguments if a.clause is not None}


def _word(graph: ClauseGraph, token: int | None) -> str | None:
    return None if token is None else graph.doc[token].text


def _phrase(graph: ClauseGraph, argument: Argument | None) -> str | None:
    return None if argument is None else text_of(graph, argument.phrase)


def _verb(name: str) -> Callable[[ClauseGraph, Clause], Any]:
    return lambda graph, clause: None if clause.verb is None else getattr(clause.verb, name)


def _field(name: str) -> Callable[[ClauseGraph, Clause], Any]:
    return lambda graph, clause: text_of(graph, getattr(clause.fields, name))


_FACTS: Mapping[str, Callable[[ClauseGraph, Clause], Any]] = {
    **{name: _verb(name) for name in ("lemma", "mood", "tense", "voice", "modals", "auxiliaries", "wuerde", "number")},
    **{name: lambda g, c, n=name: str(getattr(c, n)) for name in ("kind", "type", "order")},
    **{name: lambda g, c, n=name: getattr(c, n) for name in ("subtype", "question", "gapped")},
    **{role.value: lambda g, c, r=role: _role(g, c, r) for role in Role if role is not Role.PREPOSITIONAL},
    "prefield": _field("prefield"),
    "left": _field("left_bracket"),
    "middle": _field("middle_field"),
    "right": _field("right_bracket"),
    "postfield": _field("postfield"),
    "words": lambda g, c: text_of(g, c.tokens),
    "extent": lambda g, c: text_of(g, g.extent(c)),
    "introducer": lambda g, c: _word(g, c.introducer),
    "antecedent": lambda g, c: _word(g, c.antecedent),
    "controller": lambda g, c: _phrase(g, c.controller),
    "negations": lambda g, c: text_of(g, c.negations),
    "verbal": lambda g, c: None if c.verb is None else text_of(g, c.verb.tokens),
    "quoted": lambda g, c: c.quote is not None,
    "predicative_head": lambda g, c: _word(g, None if (p := c.first(Role.PREDICATIVE)) is None else p.head),
    "conjuncts": lambda g, c: [text_of(g, part) for part in c.subject.conjuncts] if c.subject else None,
}


@attrs.frozen
class Expectation:
    """What holds of the clause around a word."""

    anchor: str
    facts: Mapping[str, Any]

    def differences(self, graph: ClauseGraph) -> list[str]:
        """What is not as expected, a line each."""
        clause = clause_of(graph, self.anchor)
        lines = []
        for name, expected in self.facts.items():
            found, wanted = _look(graph, clause, name, expected)
            if found != wanted:
                lines.append(f"{self.anchor}: {name} is {found!r}, not {wanted!r}")
        return lines


def _look(graph: ClauseGraph, clause: Clause, name: str, expected: Any) -> tuple[Any, Any]:
    """What the graph has and what it should have; clauses are named by a word of theirs."""
    if name in {"parent", "partner"}:
        index = clause.parent if name == "parent" else clause.coordinated_with
        return index, None if expected is None else clause_of(graph, expected).index
    if name == "fills":
        return _filled(graph, clause), {head: clause_of(graph, word).index for head, word in expected.items()}
    if name.startswith("pp_"):
        return _prepositional(graph, clause, name[3:]), expected
    return _FACTS[name](graph, clause), expected


def see(anchor: str, **facts: Any) -> Expectation:
    """What holds of the clause in which a word stands.

    Args:
        anchor: a word of the clause, with "#2" where it occurs twice.
        facts: names of :data:`_FACTS`; ``parent``, ``partner``: a word of that clause; ``fills``: correlate → word of
            the clause it stands for; ``pp_für``: the phrase behind a preposition that hangs on the verb.
    """
    for name in facts:
        if name not in _FACTS and name not in {"parent", "partner", "fills"} and not name.startswith("pp_"):
            raise ValueError(f"unknown fact: {name}")
    return Expectation(anchor, facts)


@attrs.frozen
class Case:
    """A sentence and what its clauses must be; ``clauses`` is their number."""

    text: str
    expectations: tuple[Expectation, ...]
    clauses: int | None = None

    def check(self) -> None:
        """Fail with every difference between the graph and the expectations."""
        graph = analyse(tagged(self.text))
        lines = [line for expectation in self.expectations for line in expectation.differences(graph)]
        if self.clauses is not None and len(graph.clauses) != self.clauses:
            found = [text_of(graph, clause.tokens) for clause in graph.clauses]
            lines.append(f"{len(found)} clauses, not {self.clauses}: {found}")
        assert not lines, "\n".join(lines)


def case(name: str, text: str, *expectations: Expectation, clauses: int | None = None, fault: str = "") -> Any:
    """A parameter of a table-driven test; ``fault`` says why the analyser is known to fail it."""
    marks = [pytest.mark.xfail(strict=True, reason=fault)] if fault else []
    return pytest.param(Case(text, expectations, clauses), id=name, marks=marks)
