"""Adjectives in -er of places that no list has."""

from __future__ import annotations

import pytest

import stance
from tests.discourse.test_actors import last


def _tag(text: str, word: str) -> str:
    return next(token.tag_ for token in stance.load()(text) if token.text == word)


@pytest.mark.parametrize("place", ["Tannroder", "Wiesenfelder", "Grimmlitzer"])
@pytest.mark.parametrize("noun", ["Landrätin", "Dezernentin"])
def test_a_place_before_a_noun_for_a_person_is_an_attribute(place: str, noun: str) -> None:
    assert _tag(f"Das lehnt die {place} {noun} ab.", place) == "ADJA"


def test_it_is_no_part_of_the_name_behind_the_noun() -> None:
    assert last("Das Dach sei alt, erklärte der Wiesenfelder Kämmerer Detlef Dittmer.").name == "Detlef Dittmer"


@pytest.mark.parametrize(("text", "word"), [("Der Fahrer Udo Lamm lehnt das ab.", "Fahrer")])
def test_a_noun_for_people_before_a_name_stays_a_noun(text: str, word: str) -> None:
    assert _tag(text, word) == "NN"
