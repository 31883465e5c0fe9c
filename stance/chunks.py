"""Long texts: cut at paragraph boundaries before analysis, put together afterwards.

Flows in: a text of any length; flows out: pieces with their character offset, and later one tuple of commitments whose
offsets hold in the whole text. Nothing is lost and nothing is read twice; only what would cross a cut is not connected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

import attrs

from stance.model import Commitment, Mention

LIMIT = 50_000
"""Characters of one piece: about fifteen pages, so that memory stays flat however long a text is."""

_BOUNDARIES = (re.compile(r"\n[^\S\n]*\n\s*"), re.compile(r"\n"), re.compile(r"[.!?][“”\"«»’']?\s+"), re.compile(r"\s"))


@attrs.frozen
class Chunk:
    """A piece of a text and the character offset at which it begins."""

    offset: int
    text: str


def chunks(text: str, limit: int = LIMIT) -> Iterator[Chunk]:
    """Cut a text at the last paragraph end before each limit, or at the next best place.

    Args:
        text: any text; the empty one gives one empty piece.
        limit: greatest number of characters of a piece.

    >>> [chunk.offset for chunk in chunks("Eins.\\n\\nZwei.\\n\\nDrei.", limit=15)]
    [0, 14]
    """
    start = 0
    while len(text) - start > limit:
        end = _cut(text, start, start + limit)
        yield Chunk(start, text[start:end])
        start = end
    yield Chunk(start, text[start:])


def _cut(text: str, start: int, limit: int) -> int:
    """The end of the piece that begins at ``start``: the last boundary of the best kind, else the limit itself."""
    for boundary in _BOUNDARIES:
        ends = [match.end() for match in boundary.finditer(text, start, limit)]
        if ends:
            return ends[-1]
    return limit


def join(parts: Iterable[tuple[int, tuple[Commitment, ...]]]) -> tuple[Commitment, ...]:
    """The commitments of all pieces with offsets in the whole text, numbered through where there are several pieces.

    Args:
        parts: offset and commitments of each piece, in text order.
    """
    found = list(parts)
    if len(found) == 1:
        ((offset, commitments),) = found
        return tuple(shift(commitment, offset) for commitment in commitments)
    joined: list[Commitment] = []
    for offset, commitments in found:
        names = {commitment.id: f"c{len(joined) + number}" for number, commitment in enumerate(commitments, 1)}
        for commitment in commitments:
            antecedent = None if commitment.antecedent is None else names[commitment.antecedent]
            moved = shift(commitment, offset)
            joined.append(attrs.evolve(moved, id=names[commitment.id], antecedent=antecedent))
    return tuple(joined)


def shift(commitment: Commitment, by: int) -> Commitment:
    """The same commitment, all its offsets moved by a number of characters."""
    evidence = attrs.evolve(
        commitment.evidence,
        bindings=tuple(attrs.evolve(found, spans=found.spans.shift(by)) for found in commitment.evidence.bindings),
    )
    return attrs.evolve(
        commitment,
        actor=_moved(commitment.actor, by),
        addressee=_moved(commitment.addressee, by),
        cue=_moved(commitment.cue, by),
        content=_moved(commitment.content, by),
        judgement=_moved(commitment.judgement, by),
        condition=_moved(commitment.condition, by),
        sources=tuple(attrs.evolve(source, spans=source.spans.shift(by)) for source in commitment.sources),
        sentence=(commitment.sentence[0] + by, commitment.sentence[1] + by),
        evidence=evidence,
    )


M = TypeVar("M", bound=Mention)


def _moved(mention: M | None, by: int) -> M | None:
    return None if mention is None else attrs.evolve(mention, spans=mention.spans.shift(by))
