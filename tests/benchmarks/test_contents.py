"""The benchmark of contents: the gold is large enough, and what is taken for what is counted."""

from __future__ import annotations

from benchmarks._scores import Score
from benchmarks.contents import KINDS, ContentPair, read_pairs, scores
from stance.ledger import Matching


def test_each_half_holds_pairs_of_every_kind() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 60
    assert all({pair.kind for pair in pairs[at::2]} == set(KINDS) for at in (0, 1))


def test_a_missed_pair_costs_recall_only() -> None:
    pairs = [ContentPair("same", "Panzer liefern", "Panzerlieferungen"), ContentPair("same", "Friede", "Ruhe")]
    assert dict(scores(pairs, Matching()))["same"] == Score(1, 1, 2)
