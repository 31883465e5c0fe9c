"""Precision, recall and F, and the plain tables they are printed in.

Counts of matched, found and gold items come in; percentages and aligned text go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

import attrs


def f_measure(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall, 0 where both are 0.

    >>> f_measure(0.5, 1.0)
    0.6666666666666666
    """
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


@attrs.frozen
class Score:
    """Counts over one kind of item.

    Attributes:
        matched: items of the prediction that agree with the gold standard.
        found: items of the prediction.
        gold: items of the gold standard.

    >>> Score(matched=1, found=2, gold=1).precision
    0.5
    """

    matched: float = 0
    found: float = 0
    gold: float = 0

    @property
    def precision(self) -> float:
        """Share of the found items that are right."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall."""
        return f_measure(self.precision, self.recall)

    def __add__(self, other: Score) -> Self:
        return type(self)(self.matched + other.matched, self.found + other.found, self.gold + other.gold)


def percent(value: float) -> str:
    """A share as a percentage with one decimal.

    >>> percent(0.8512)
    '85.1'
    """
    return f"{100 * value:.1f}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Align cells in columns: the first column to the left, the others to the right.

    >>> print(table(["kind", "F"], [["verb", "85.0"], ["noun", "7.5"]]))
    kind     F
    verb  85.0
    noun   7.5
    """
    cells = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = []
    for row in cells:
        first, *rest = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)


def score_row(name: str, score: Score) -> list[str]:
    """One table row: name, P, R, F and the counts."""
    return [
        name,
        percent(score.precision),
        percent(score.recall),
        percent(score.f),
        f"{score.matched:g}",
        f"{score.found:g}",
        f"{score.gold:g}",
    ]


SCORE_HEADER = ("", "P", "R", "F", "matched", "found", "gold")
