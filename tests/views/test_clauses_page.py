"""docs/clauses.md shows what the program does."""

from __future__ import annotations

import doctest

import pytest
from spacy.language import Language

import stance
from tests.views.clauses_page import PAGE, examples, printed


@pytest.fixture(scope="module")
def nlp() -> Language:
    return stance.load()


@pytest.mark.parametrize(("text", "shown"), examples())
def test_an_example_prints_what_the_page_shows(nlp: Language, text: str, shown: str) -> None:
    cure = "look at the difference; where it is meant, run python -m tests.views.clauses_page"
    assert shown == printed(nlp, text), cure


def test_the_page_has_an_example_for_each_section() -> None:
    assert len(examples()) >= 8


def test_the_python_of_the_page_runs() -> None:
    failed, run = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert run > 0
    assert failed == 0
