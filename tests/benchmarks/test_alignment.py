"""Alignment of two lists is one to one and as good as any other."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._alignment import assign


@st.composite
def weights(draw: st.DrawFn) -> list[list[float]]:
    columns = draw(st.integers(0, 4))
    row = st.lists(st.sampled_from([0.0, 0.0, 0.3, 0.5, 1.0]), min_size=columns, max_size=columns)
    return draw(st.lists(row, max_size=4))


@given(weights())
def test_no_other_alignment_is_better(table: list[list[float]]) -> None:
    chosen = assign(table)
    assert len(set(chosen.values())) == len(chosen)
    assert all(table[row][column] > 0 for row, column in chosen.items())
    columns = [*range(len(table[0]) if table else 0), *[None] * len(table)]
    best = max(
        sum(table[row][column] for row, column in enumerate(order) if column is not None)
        for order in itertools.permutations(columns, len(table))
    )
    assert sum(table[row][column] for row, column in chosen.items()) == pytest.approx(best)


def test_nothing_aligns_with_nothing() -> None:
    assert assign([]) == {}
    assert assign([[], []]) == {}
