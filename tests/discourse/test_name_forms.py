"""Names as they stand in running text: what belongs to them and whose they are not."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found
from tests.discourse.test_actors import last


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Das müsse sein, sagte Kärntens Landeshauptmann.", "Kärntens Landeshauptmann"),
        ("Das sei zu wenig, sagte Portugals Torjäger.", "Portugals Torjäger"),
        ("Rostocks Stürmer Jan Wolm lehnt das ab.", "Jan Wolm"),
        ("Udo Lamm schweigt. Einige Anhänger Udo Lamms lehnen das ab.", "einige Anhänger Udo Lamms"),
        ("Ute Lamm schweigt. Die Initiative Ute Lamms lehnt das ab.", "Initiative Ute Lamms"),
        ("Der Abgeordnete Karl Jens lehnt das ab.", "Karl Jens"),
        ("Lars Fischer lehnt das ab.", "Lars Fischer"),
        ("Die Organisation Rights Monitor hilft. Das lehnt Rights Monitor ab.", "Rights Monitor"),
        ("Das lehnt Rostocks Trainer Jan Wolm ab.", "Jan Wolm"),
    ],
)
def test_what_somebody_owns_is_not_the_owner(text: str, right: str) -> None:
    assert last(text).name == right


def test_what_a_name_owns_is_nobody_to_whom_others_lead() -> None:
    text = "Trainer Kurt Wolm ist unzufrieden. Mersens Debakel nannte der 69-Jährige einen Ausrutscher."
    assert last(text).name == "Kurt Wolm"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Jakarta Post lehnt das ab.", "Jakarta Post"),
        ("Laut USA Today fehlt das Geld.", "USA Today"),
        ("Jakarta lehnt das ab.", "Indonesien"),
    ],
)
def test_a_place_that_begins_a_name_is_not_meant(text: str, right: str) -> None:
    assert last(text).name == right


def test_a_body_named_like_a_place_is_no_government() -> None:
    assert last("Die Jakarta Post lehnt das ab.").kind.value == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "Ärzte ohne Grenzen fordert mehr Geld.",
        "Das fordern Ärzte ohne Grenzen.",
        "Nach Angaben von Ärzte ohne Grenzen fehlt das Geld.",
        "Die Hilfsorganisation Ärzte ohne Grenzen (MSF) fordert mehr Geld.",
        "Die Hilfsorganisation Ärzte ohne Grenzen warnt vor Hunger. Die Organisation fordert mehr Geld.",
    ],
)
def test_a_name_that_begins_with_a_noun_for_people_is_whole(text: str) -> None:
    assert last(text).name == "Ärzte ohne Grenzen"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Bürgermeister von Catania, Salvo Pogliese, lehnt das ab.", "Salvo Pogliese"),
        ("Der Präsident der Afrikanischen Union (AU), Alpha Omar Konaré, lehnt das ab.", "Alpha Omar Konaré"),
        ("Nach Ansicht des Leiters der Behörde, Damazo Colomer, fehlt das Geld.", "Damazo Colomer"),
        ("Der Sprecher des Klubs, FC Mersen, lehnt das ab.", "Sprecher des Klubs"),
    ],
)
def test_an_unknown_name_behind_what_somebody_is_is_a_person(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Minister Franz Josef Jung lehnt das ab.", "Franz Josef Jung"),
        ("DGB-Präsident Erich Foglar warf dem Minister Untätigkeit vor.", "Erich Foglar"),
        ("Das wirft der Sprecher Erich Moor dem Land vor.", "Erich Moor"),
        ("Dem Land warf Udo Moor Täuschung vor.", "Udo Moor"),
    ],
)
def test_a_surname_is_part_of_the_name_whatever_it_looks_like(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Auch der Kurier ließ eine Klage prüfen.", "organisation"),
        ("Auch der Fahrer lehnt das ab.", "person"),
        ("Ilse Behrens Firma lehnt das ab.", "organisation"),
        ("Ilse Behrens Anwältin lehnt das ab.", "person"),
    ],
)
def test_the_kind_is_that_of_the_noun_and_its_entity(text: str, kind: str) -> None:
    assert last(text).kind.value == kind


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Zahlen seien gut, teilte der Konzern Nordstahl Montagabend mit.", "Nordstahl"),
        ("Das hat die Stadt Mersen Ende Mai abgelehnt.", "Stadt Mersen"),
        ("Das lehnt die Zeitung Freitag ab.", "Freitag"),
        ("Doch hat das Amt dieser hohen Förderung zugestimmt.", "Amt"),
        ("Am Montag stimmte der Rat der Stadt der Kürzung zu.", "Rat der Stadt"),
        ("Dem stimmte das Amt der Landesregierung zu.", "Amt der Landesregierung"),
        ("Deshalb rät Yuka Sasaki Reisenden, früh zu buchen.", "Yuka Sasaki"),
        ("Den Preis schrieb die liberale „El Sur“ Lamm zu.", "El Sur"),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(text: str, right: str) -> None:
    assert last(text).name == right


def test_a_day_is_nobody_to_whom_something_is_said() -> None:
    text = "Der Plan sei teuer, gab der Landrat Wolf Kahn am Montag in Mersen zu bedenken."
    assert [c.addressee for c in found(text)] == [None]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Ebner und Karl Holm streiten. Im Mai warf Ebner Holm Verrat vor.", ("Udo Ebner", "Karl Holm")),
        ("Lech Brandl traf Jan Walser. Später warf Lech Brandl Walser Spionage vor.", ("Lech Brandl", "Jan Walser")),
    ],
)
def test_two_people_of_the_text_in_a_row_are_two(text: str, right: tuple[str, str]) -> None:
    accused = found(text)[-1]
    assert (accused.actor and accused.actor.name, accused.addressee and accused.addressee.name) == right


@pytest.mark.parametrize("person", ["Ute Lamm-Holm", "Gerhard Schröder", "Kira Blank", "Gabriela García Montes"])
def test_one_person_is_one(person: str) -> None:
    assert last(f"Karl Holm und Udo Lamm fehlten. Das lehnt {person} ab.").name == person


def test_a_trade_before_a_name_is_nobody_else() -> None:
    assert last("„Ich höre auf“, sagt Schäfer Jörg Wolf, der den Hof führt.").name == "Jörg Wolf"
