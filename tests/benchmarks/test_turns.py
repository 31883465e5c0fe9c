"""The benchmark of turns: the gold is large enough, and what is taken for what is counted."""

from __future__ import annotations

import pytest

from benchmarks._scores import Score
from benchmarks.turns import KINDS, TurnPair, read_pairs, scores


def test_each_half_holds_pairs_of_every_kind() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 40
    assert all({pair.kind for pair in pairs[at::2]} == set(KINDS) for at in (0, 1))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("Karla Voss fordert ein Tempolimit.", "contrary"),
        ("Karla Voss ist gegen ein Tempolimit.", "alike"),
        ("Karla Voss sagte, das Tempolimit komme.", "none"),
    ],
)
def test_two_sayings_are_taken_by_the_ledger(other: str, kind: str) -> None:
    assert TurnPair(kind, "Karla Voss lehnt ein Tempolimit ab.", other).found() == kind


def test_what_is_taken_for_a_change_costs_precision() -> None:
    found = dict(scores(["contrary", "none", "alike"], ["contrary", "contrary", "none"]))
    assert found == {"contrary": Score(1, 2, 1), "alike": Score(0, 0, 1)}
