"""Scores quotation groups as Petersen-Frey & Biemann (2024) do: token precision and recall, averaged over groups.

Gold and predicted groups of a document come in, aligned one to one by the best sum of message overlaps; averages over
all groups go out for the message, for the roles, and for both jointly. A pair of groups whose messages share no token
is never aligned: it counts as one missed and one spurious group, so that its roles earn nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from benchmarks._alignment import assign
from benchmarks._quotations import ROLES, Group
from benchmarks._scores import Score, f_measure

PARTS = ("quote", *ROLES)
_SAME_TYPE = 0.01
_SAME_MEDIUM = 0.001


@attrs.frozen
class Pair:
    """A gold group and the predicted group that is aligned with it; one of them is None where nothing corresponds."""

    gold: Group | None
    found: Group | None

    def tokens(self, part: str) -> Score:
        """Token counts of one part of the pair."""
        gold, found = _part(self.gold, part), _part(self.found, part)
        return Score(len(gold & found), len(found), len(gold))

    @property
    def overlap(self) -> float:
        """F of the message tokens."""
        return self.tokens("quote").f


def _part(group: Group | None, part: str) -> frozenset[int]:
    if group is None:
        return frozenset()
    return frozenset(group.quote if part == "quote" else group.role(part))


def align(gold: Sequence[Group], found: Sequence[Group]) -> list[Pair]:
    """Align the groups of one document one to one.

    The sum of message overlaps (F over tokens) is maximal; equal type, then equal medium, break ties.

    Args:
        gold: groups of the gold standard.
        found: predicted groups.

    Returns:
        Every group in exactly one pair.
    """
    partners = assign([[_weight(one, other) for other in found] for one in gold])
    pairs = [Pair(group, found[partners[row]] if row in partners else None) for row, group in enumerate(gold)]
    used = set(partners.values())
    return pairs + [Pair(None, group) for column, group in enumerate(found) if column not in used]


def _weight(gold: Group, found: Group) -> float:
    overlap = Pair(gold, found).overlap
    if not overlap:
        return 0.0
    return overlap + _SAME_TYPE * (gold.type == found.type) + _SAME_MEDIUM * (gold.medium == found.medium)


@attrs.frozen
class Average:
    """Precision and recall averaged over groups, each over the groups for which it is defined."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """Harmonic mean of the two averages."""
        return f_measure(self.precision, self.recall)


def macro(pairs: Iterable[Pair], parts: Sequence[str]) -> Average:
    """Average token precision and recall over groups and parts.

    A part counts for precision where tokens of it were predicted, for recall where the gold group has tokens of it.

    Args:
        pairs: aligned groups of all documents.
        parts: ``("quote",)`` for the message, :data:`ROLES`, or :data:`PARTS` for the joint score.
    """
    scores = [pair.tokens(part) for pair in pairs for part in parts]
    precisions = [score.precision for score in scores if score.found]
    recalls = [score.recall for score in scores if score.gold]
    return Average(_mean(precisions), _mean(recalls))


def micro(pairs: Iterable[Pair], parts: Sequence[str]) -> Score:
    """Token counts over all groups and parts."""
    return sum((pair.tokens(part) for pair in pairs for part in parts), Score())


def labels(pairs: Iterable[Pair], attribute: str) -> Score:
    """How often aligned groups agree in ``type`` or ``medium``."""
    total = Score()
    for pair in pairs:
        gold, found = (getattr(group, attribute, None) for group in (pair.gold, pair.found))
        same = gold is not None and gold == found
        total += Score(int(same), int(found is not None), int(gold is not None))
    return total


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
