"""Sources of clause graphs behind one interface: topological fields from tags, or the parse of a user's own pipeline.

A pipeline or a Doc and the name of a source come in; what makes clause graphs of Docs goes out. With ``auto`` a
parse is used where there is one, and the field analyser where there is none; a parse with labels of no known set is an
error, not a reason to look elsewhere.
"""

from __future__ import annotations

from typing import Final, Protocol

import attrs
from spacy.language import Language
from spacy.tokens import Doc

from stance.clauses import dependencies, fields
from stance.clauses.dependencies.labels import LabelSet, label_set
from stance.clauses.graph import ClauseGraph


class Source(Protocol):
    """Makes the clause graph of a Doc; ``reporting`` are verbs that report besides those every source knows."""

    def __call__(self, doc: Doc, reporting: frozenset[str] = frozenset()) -> ClauseGraph: ...


SOURCES: Final = ("auto", "fields", "dependencies")


@attrs.frozen
class Dependencies:
    """The dependency source of one pipeline.

    Attributes:
        labels: the label set of its parser; None reads it off each Doc.
        required: whether a Doc without a parse is an error; else the field analyser reads it.
    """

    labels: LabelSet | None = None
    required: bool = True

    def __call__(self, doc: Doc, reporting: frozenset[str] = frozenset()) -> ClauseGraph:
        """The clause graph of a Doc.

        Raises:
            ValueError: the Doc has no tags, or no parse where one is required.
            UnknownLabelsError: the labels of its parse are of no known set.
        """
        if not self.required and not doc.has_annotation("DEP"):
            return fields.analyse(doc, reporting)
        return dependencies.analyse(doc, self.labels, reporting)


def source_for(origin: Language | Doc | None = None, name: str = "auto") -> Source:
    """What makes clause graphs of the Docs of a pipeline.

    Args:
        origin: the pipeline, or one of its Docs; its parser's labels are looked at now. None leaves that to each Doc.
        name: ``fields`` (from tags), ``dependencies`` (from a parse) or ``auto`` (from a parse where there is one).

    Raises:
        ValueError: there is no such source.
        UnknownLabelsError: the parser's labels are of no known set and the source is not ``fields``.

    >>> import spacy
    >>> source_for(spacy.blank("de"))
    Dependencies(labels=None, required=False)
    """
    if name not in SOURCES:
        raise ValueError(f"source: {name!r} is none of {', '.join(SOURCES)}")
    if name == "fields":
        return fields.analyse
    labels = parser_labels(origin) if isinstance(origin, Language) else doc_labels(origin)
    return Dependencies(label_set(labels) if labels else None, required=name == "dependencies")


def parser_labels(nlp: Language) -> frozenset[str]:
    """The labels of the pipeline's parser: of every component that assigns ``token.dep`` and knows its labels.

    >>> import spacy
    >>> parser_labels(spacy.blank("de"))
    frozenset()
    """
    found: set[str] = set()
    for name in nlp.pipe_names:
        if "token.dep" in nlp.get_pipe_meta(name).assigns:
            found.update(getattr(nlp.get_pipe(name), "labels", ()))
    return frozenset(found)


def doc_labels(doc: Doc | None) -> frozenset[str]:
    """The dependency labels that occur on a Doc."""
    return frozenset(token.dep_ for token in doc if token.dep_) if doc is not None else frozenset()
