"""Closed classes: what the function words of German do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.german import closed


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("dass", {"complement"}),
        ("Falls", {"conditional"}),
        ("weil", {"causal"}),
        ("obwohl", {"concessive"}),
        ("während", {"temporal", "adversative"}),
        ("damit", {"final"}),
        ("es sei denn dass", {"conditional"}),
        ("und", set()),
    ],
)
def test_subordinators(form: str, expected: set[str]) -> None:
    assert closed.subordinator(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("mit", {"dat"}),
        ("für", {"acc"}),
        ("In", {"acc", "dat"}),
        ("wegen", {"gen", "dat"}),
        ("trotz", {"gen", "dat"}),
        ("beim", {"dat"}),
        ("fürs", {"acc"}),
        ("Haus", set()),
    ],
)
def test_prepositions_govern_cases(form: str, expected: set[str]) -> None:
    assert closed.preposition(form) == expected


@pytest.mark.parametrize(("form", "expected"), [("zufolge", {"dat"}), ("gegenüber", {"dat"}), ("in", set())])
def test_postpositions(form: str, expected: set[str]) -> None:
    assert closed.postposition(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("nicht", "strong"),
        ("Niemand", "strong"),
        ("keinerlei", "strong"),
        ("keinem", "strong"),
        ("ohne", "strong"),
        ("auf keinen Fall", "strong"),
        ("kaum", "weak"),
        ("Klein", None),
        ("einem", None),
    ],
)
def test_negation(form: str, expected: str | None) -> None:
    assert closed.negation(form) == expected


def test_not_only_is_no_negation() -> None:
    assert closed.cancels_negation("nur")
    assert not closed.cancels_negation("mehr")


@pytest.mark.parametrize(("form", "expected"), [("Davor", "vor"), ("darauf", "auf"), ("worüber", "über"), ("da", None)])
def test_pronominal_adverbs(form: str, expected: str | None) -> None:
    assert closed.pronominal_adverb(form) == expected


@given(st.sampled_from(sorted(closed._map("contractions"))))
def test_a_contraction_is_a_preposition_that_governs_its_article(form: str) -> None:
    parts = closed.expand_contraction(form)
    assert parts is not None
    assert closed.preposition(form) <= closed.preposition(parts[0])


@given(st.sampled_from(sorted(closed._map("pronominal_adverbs"))))
def test_a_pronominal_adverb_stands_for_a_preposition(form: str) -> None:
    assert closed.preposition(closed.pronominal_adverb(form) or "")


@given(st.text(max_size=10))
def test_any_word_can_be_asked_for(word: str) -> None:
    assert closed.coordinator(word) in (None, "copulative", "disjunctive", "adversative", "causal")
    assert closed.negation(word) in (None, "strong", "weak")
    closed.subordinator(word), closed.preposition(word), closed.is_month(word), closed.is_weekday(word)
