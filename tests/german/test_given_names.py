"""Given names and the sex of who bears them."""

from __future__ import annotations

import itertools

import pytest

from stance.german.given_names import _lists, genders, is_given_name, is_only_given_name


def test_no_name_is_in_two_lists() -> None:
    lists = _lists()
    for one, other in itertools.combinations(("feminine", "masculine", "either"), 2):
        assert lists[one] & lists[other] == frozenset()


def test_names_that_are_other_words_too_are_names() -> None:
    assert all(is_given_name(name) for name in _lists()["also_words"])


@pytest.mark.parametrize(
    ("word", "sexes"),
    [("Agnieszka", "f"), ("Mehmet", "m"), ("Kim", "fm"), ("Hans-Peter", "m"), ("Eva-Maria", "f"), ("Nordstahl", "")],
)
def test_a_name_tells_the_sex(word: str, sexes: str) -> None:
    assert genders(word) == frozenset(sexes)


@pytest.mark.parametrize("word", ["Robert-Koch-Institut", "Halle", "Paris-Saclay", "Berlin", "Meta", "Bundestag"])
def test_what_begins_like_a_name_is_none(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize("word", ["Ernst", "Walter", "Sofia", "Frank"])
def test_a_name_that_is_another_word_too_is_not_only_a_name(word: str) -> None:
    assert is_given_name(word)
    assert not is_only_given_name(word)
