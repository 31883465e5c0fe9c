"""Scores speaker attribution: proportional token overlap over cues and roles, as SpkAtt-2023 does.

Gold and predicted annotations of a speech come in, aligned one to one by the best sum of cue overlaps. A span counts
for precision by the share of its tokens that are right, for recall by the share that was found; the spans of
annotations without a partner earn nothing. Averages over spans go out for cues, roles and both jointly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from benchmarks._alignment import assign
from benchmarks._scores import Score, f_measure
from benchmarks._spkatt_format import Annotation


@attrs.frozen
class Pair:
    """A gold annotation and its predicted partner; one of them is None where nothing corresponds."""

    gold: Annotation | None
    found: Annotation | None

    def tokens(self, part: str) -> Score:
        """Token counts of one part."""
        gold, found = (frozenset(() if one is None else one.part(part)) for one in (self.gold, self.found))
        return Score(len(gold & found), len(found), len(gold))


@attrs.frozen
class Proportional:
    """Sums of the shares of spans.

    Attributes:
        right: sum over predicted spans of the share of tokens that are right.
        found: number of predicted spans.
        covered: sum over gold spans of the share of tokens that were found.
        gold: number of gold spans.
    """

    right: float = 0.0
    found: int = 0
    covered: float = 0.0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Mean share of right tokens over predicted spans."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Mean share of found tokens over gold spans."""
        return self.covered / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall."""
        return f_measure(self.precision, self.recall)


def align(gold: Sequence[Annotation], found: Sequence[Annotation]) -> list[Pair]:
    """Align the annotations of one speech one to one so that the sum of cue overlaps (F over tokens) is greatest.

    Returns:
        Every annotation in exactly one pair; annotations whose cues share no token are never aligned.
    """
    partners = assign([[Pair(one, other).tokens("Cue").f for other in found] for one in gold])
    pairs = [Pair(one, found[partners[row]] if row in partners else None) for row, one in enumerate(gold)]
    used = set(partners.values())
    return pairs + [Pair(None, other) for column, other in enumerate(found) if column not in used]


def proportional(pairs: Iterable[Pair], parts: Sequence[str]) -> Proportional:
    """Shares summed over all spans of some parts.

    Args:
        pairs: aligned annotations of all speeches.
        parts: ``("Cue",)``, the roles, or all of them for the joint score.
    """
    scores = [pair.tokens(part) for pair in pairs for part in parts]
    return Proportional(
        right=sum(score.precision for score in scores),
        found=sum(bool(score.found) for score in scores),
        covered=sum(score.recall for score in scores),
        gold=sum(bool(score.gold) for score in scores),
    )


def over_tokens(pairs: Iterable[Pair], parts: Sequence[str]) -> Score:
    """Token counts summed over all spans of some parts."""
    return sum((pair.tokens(part) for pair in pairs for part in parts), Score())
