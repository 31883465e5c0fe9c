"""Names as they stand in running text: what belongs to them and whose they are not."""

from __future__ import annotations

import pytest

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
