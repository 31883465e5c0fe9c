"""Aligns two lists one to one so that the sum of weights is greatest, exactly.

Weights of all pairs come in, the chosen pairs go out. The lists fall apart into groups that hang together by positive
weights; in each group subsets of the smaller side are searched, which is cheap because such groups are small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

Weights = Sequence[Sequence[float]]


def assign(weights: Weights) -> dict[int, int]:
    """Choose pairs with the greatest sum of weights; no row and no column is chosen twice.

    Args:
        weights: one row for each item of the first list, one column for each item of the second; pairs without a
            positive weight are never chosen.

    Returns:
        The column of each row that has one.

    >>> assign([[3.0, 2.0], [2.0, 0.0]])
    {0: 1, 1: 0}
    """
    chosen: dict[int, int] = {}
    for rows, columns in _components(weights):
        if len(columns) <= len(rows):
            chosen.update(_search([[weights[row][column] for column in columns] for row in rows], rows, columns))
        else:
            turned = [[weights[row][column] for row in rows] for column in columns]
            chosen.update({row: column for column, row in _search(turned, columns, rows).items()})
    return dict(sorted(chosen.items()))


def _components(weights: Weights) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by positive weights."""
    unseen = set(range(len(weights)))
    while unseen:
        rows, columns = set[int](), set[int]()
        fresh = {unseen.pop()}
        while fresh:
            rows |= fresh
            columns |= {column for row in fresh for column, weight in enumerate(weights[row]) if weight > 0}
            fresh = {row for row in unseen if any(weights[row][column] > 0 for column in columns)}
            unseen -= fresh
        yield sorted(rows), sorted(columns)


def _search(weights: Weights, rows: Sequence[int], columns: Sequence[int]) -> dict[int, int]:
    @cache
    def best(row: int, used: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if row == len(rows):
            return 0.0, ()
        found = best(row + 1, used)
        for column, weight in enumerate(weights[row]):
            if weight > 0 and not used >> column & 1:
                rest, pairs = best(row + 1, used | 1 << column)
                if weight + rest > found[0]:
                    found = weight + rest, ((rows[row], columns[column]), *pairs)
        return found

    return dict(best(0, 0)[1])
