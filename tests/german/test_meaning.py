"""What nouns and names stand for, and who can act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.german import meaning
from stance.german.meaning import animacy, can_act, is_collective, is_temporal


@given(st.text(max_size=16))
def test_any_word_can_be_asked_for(word: str) -> None:
    can_act(word), is_temporal(word)
    assert animacy(word) in ("person", "institution", "place", "other", "unknown")


def test_nominalised_adjectives_are_persons() -> None:
    assert animacy("Konservativen") == "person" or can_act("Konservativen")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Verteidigungsminister", "person"),
        ("Ministerinnen", "person"),
        ("Lehrer", "person"),
        ("Kollege", "person"),
        ("Abgeordneten", "person"),
        ("Bürger:innen", "person"),
        ("Oberärztinnen", "person"),
        ("Patientenanwältin", "person"),
        ("Kardinäle", "person"),
        ("Epidemiologe", "person"),
        ("Dialog", "other"),
        ("Bundesliga", "institution"),
        ("Bundesregierung", "institution"),
        ("SPD", "institution"),
        ("Autokonzern", "institution"),
        ("Bundesverfassungsgericht", "institution"),
        ("Köln", "place"),
        ("Deutschland", "place"),
        ("Krieg", "other"),
        ("Zinssatz", "other"),
        ("Fehler", "other"),
        ("Computer", "other"),
        ("Vorschlag", "other"),
        ("Franzosen", "person"),
        ("US-Generalstaatsanwalt", "person"),
        ("Sicherheitskräfte", "person"),
        ("Teilnehmenden", "person"),
        ("Gewerbetreibende", "person"),
        ("Stadtverordnete", "person"),
        ("Stadtoberhaupt", "person"),
        ("BürgerInnen", "person"),
        ("Haushälterin", "person"),
        ("Innenministerium", "institution"),
        ("Nachbarort", "institution"),
        ("Börsenaufsicht", "institution"),
        ("Staatsfernsehen", "institution"),
        ("Recherchenetzwerk", "institution"),
        ("Rechtsvertretung", "institution"),
        ("Werkself", "institution"),
        ("EU-Gipfel", "institution"),
        ("Kräfte", "institution"),
        ("Xqz", "unknown"),
    ],
)
def test_animacy(form: str, expected: str) -> None:
    assert animacy(form) == expected


@pytest.mark.parametrize(
    "form",
    [
        "Kleeblatt",
        "Gottesdienst",
        "Kundendienst",
        "Lautsprecher",
        "Halbleiter",
        "Halluzination",
        "Kommunion",
        "Energiegewinnung",
        "Vorrat",
        "Ehrenamt",
        "Datenbank",
        "Fertiggericht",
        "Notrufsender",
        "Bergspitze",
        "Wahlkreis",
        "Wettbewerb",
        "Frauenrechte",
        "Rentenalter",
        "Produktionsweise",
        "Alternative",
        "Toilette",
        "Schenkel",
        "Wochenende",
        "Legende",
        "Kraft",
        "Zölle",
        "Bänder",
        "EU-Haushalt",
        "Panama-Stadt",
        "Teilweise",
    ],
)
def test_a_noun_that_ends_like_an_actor_is_none(form: str) -> None:
    assert not can_act(form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Belegschaft", True),
        ("Bauindustrie", True),
        ("Regierungskreisen", True),
        ("Trio", True),
        ("Behörde", False),
        ("Kreis", False),
    ],
)
def test_many_people_are_no_body(form: str, expected: bool) -> None:
    assert is_collective(form) is expected


def test_no_head_stands_in_two_lists() -> None:
    heads = [word for name in ("person", "institution", "collective", "thing") for word in sorted(meaning._words(name))]
    assert sorted(heads) == sorted(set(heads))


def test_a_name_is_read_as_a_name() -> None:
    assert animacy("Essen") == "other"
    assert animacy("Essen", name=True) == "place"


@pytest.mark.parametrize("form", ["Moskau", "Ukraine", "Regierung", "Gewerkschaft", "Berlins"])
def test_governments_act_through_their_names(form: str) -> None:
    assert can_act(form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Montag", True),
        ("Montagabend", True),
        ("Jahre", True),
        ("Februar", True),
        ("Wochen", True),
        ("Bundestag", False),
        ("Vertrag", False),
        ("Hochzeit", False),
        ("Vorschlag", False),
    ],
)
def test_temporal_nouns(form: str, expected: bool) -> None:
    assert is_temporal(form) is expected


def test_nothing_is_looked_for_inside_what_is_too_long_for_a_word() -> None:
    assert animacy("K" + "ohle" * 30 + "minister") == "unknown"


@pytest.mark.parametrize("word", ["Moselbote", "Weserkurier", "Nordstimme", "Emsblatt"])
def test_names_made_like_those_of_newspapers_are_bodies(word: str) -> None:
    assert animacy(word) == "institution"


@pytest.mark.parametrize("word", ["Kleeblatt", "Notenblatt", "Feldpost", "Götterbote"])
def test_nouns_that_end_like_newspapers_are_none(word: str) -> None:
    assert animacy(word) != "institution"
