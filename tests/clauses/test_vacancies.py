"""What a clause lacks: bare nouns that find a place, and those that find every place taken."""

from __future__ import annotations

import pytest
from spacy.language import Language

from stance.clauses.clause_tokens import ClauseTokens
from stance.clauses.vacancies import Vacancies
from stance.clauses.words import Words


def _takes(tagger: Language, text: str, noun: str) -> bool:
    """Whether the clause that a text is has a place for the noun behind the phrase before it."""
    words = Words(tagger(text))
    at = words.texts.index(noun)
    return Vacancies(ClauseTokens(words, range(len(words)))).take(at, at + 1, at)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Seit Tagen fordert der Verein Klarheit.", "Klarheit"),
        ("In der Nacht wurden laut Feuerwehr Autos beschädigt.", "Autos"),
        ("Bald fallen nach Angaben der Bahn Züge aus.", "Züge"),
        ("Künftig ist die Stadt Gastgeberin.", "Gastgeberin"),
        ("Gestern hat die Firma Kunden geholfen.", "Kunden"),
    ],
)
def test_a_bare_noun_fills_an_open_place(tagger: Language, text: str, noun: str) -> None:
    assert _takes(tagger, text, noun)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Seit Tagen fordert der Verein Kinderhilfe mehr Geld.", "Kinderhilfe"),
        ("Kunden warten nach Angaben des Verbandes Holztechnik lange.", "Holztechnik"),
        ("Bald fallen laut der Stiftung Lesen viele Züge aus.", "Lesen"),
        ("Das lehnt die Kita Regenbogen ab.", "Regenbogen"),
    ],
)
def test_a_bare_noun_is_left_over_where_all_places_are_taken(tagger: Language, text: str, noun: str) -> None:
    assert not _takes(tagger, text, noun)
