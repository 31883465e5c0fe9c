"""Quotation groups and the documents they are published in.

JSON lines as Petersen-Frey & Biemann (2024) publish them come in and go out: text, tokens with character offsets, and
annotations whose parts are lists of token indices. Between reading and writing there are only value objects.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

ROLES = ("cue", "speaker", "addressee", "frame")
TYPES = ("Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported")


@attrs.frozen
class Group:
    """One quotation with its roles, all as token indices of the published document, ascending.

    Attributes:
        type: one of :data:`TYPES`.
        medium: "Speech", "Writing", "Thought", a mixture of them ("SW", "ST", "TW") or "none".
        quote: the tokens of the quotation.
        cue, speaker, addressee, frame: the tokens of the roles.
        origin: the rule that found it; not published.
    """

    type: str
    medium: str
    quote: tuple[int, ...]
    cue: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    addressee: tuple[int, ...] = ()
    frame: tuple[int, ...] = ()
    origin: str = attrs.field(default="", eq=False)

    def role(self, name: str) -> tuple[int, ...]:
        """The tokens of a role, by its published name."""
        return {"cue": self.cue, "speaker": self.speaker, "addressee": self.addressee, "frame": self.frame}[name]


@attrs.frozen(slots=False)
class Document:
    """A published document.

    Attributes:
        name: title of the article.
        text: its text, unchanged.
        tokens: (first, one past last) character of each token.
        sentences: (first, one past last) token of each sentence.
        groups: its annotations.
    """

    name: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.tokens]

    def word(self, token: int) -> str:
        """The text of a token."""
        start, end = self.tokens[token]
        return self.text[start:end]

    def covered(self, spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
        """The tokens that character spans touch, ascending."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return tuple(sorted(found))

    def sentence_of(self, token: int) -> tuple[int, int]:
        """First and one-past-last token of the sentence around a token."""
        return next((start, end) for start, end in self.sentences if start <= token < end)


def read_documents(path: Path) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Read published documents.

    Args:
        path: a file with one JSON document a line.

    Yields:
        The document, and the JSON object that it was read from.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                raw = json.loads(line)
                yield _document(raw), raw


def _document(raw: dict[str, Any]) -> Document:
    return Document(
        name=raw["documentName"],
        text=raw["originalText"],
        tokens=tuple((token["charBegin"], token["charEnd"]) for token in raw["tokens"]),
        sentences=tuple((sentence["begin"], sentence["end"]) for sentence in raw["sentences"]),
        groups=tuple(_group(annotation) for annotation in raw["annotations"]),
    )


def _group(raw: dict[str, Any]) -> Group:
    def part(name: str) -> tuple[int, ...]:
        return tuple(sorted(set((raw.get(name) or {}).get("tokenIds", []))))

    return Group(
        type=raw["type"],
        medium=raw["medium"],
        quote=part("quote"),
        cue=part("cue"),
        speaker=part("speaker"),
        addressee=part("addressee"),
        frame=part("frame"),
    )


def published(document: Document, raw: dict[str, Any], groups: Sequence[Group]) -> dict[str, Any]:
    """The JSON object of a document with other annotations in the place of its own.

    Args:
        document: the document.
        raw: the JSON object that it was read from.
        groups: the annotations to publish.
    """
    return {**raw, "annotations": [_annotation(document, index, groups) for index in range(len(groups))]}


def _annotation(document: Document, index: int, groups: Sequence[Group]) -> dict[str, Any]:
    group, quote = groups[index], set(groups[index].quote)
    others = [set(other.quote) for position, other in enumerate(groups) if position != index]
    parts = {role: _part(document, group.role(role)) for role in ROLES}
    return {
        **parts,
        "quote": _part(document, group.quote),
        "id": index,
        "type": group.type,
        "medium": group.medium,
        "isNested": any(quote < other for other in others),
        "hasNested": any(other < quote for other in others),
    }


def _part(document: Document, tokens: Sequence[int]) -> dict[str, Any]:
    spans = [
        {
            "begin": run[0],
            "charBegin": document.tokens[run[0]][0],
            "charEnd": document.tokens[run[-1]][1],
            "end": run[-1] + 1,
        }
        for run in runs(tokens)
    ]
    text = " ".join(document.text[span["charBegin"] : span["charEnd"]] for span in spans)
    return {"spans": spans, "text": text, "tokenIds": list(tokens)}


def runs(tokens: Sequence[int]) -> list[list[int]]:
    """Split ascending token indices where they stop being consecutive.

    >>> runs([1, 2, 5])
    [[1, 2], [5]]
    """
    found: list[list[int]] = []
    for token in tokens:
        if found and found[-1][-1] == token - 1:
            found[-1].append(token)
        else:
            found.append([token])
    return found
