"""Who is told by a noun first and by name later, in commas, or bare in the sentence before."""

from __future__ import annotations

import pytest

from tests.discourse.test_actors import last
from tests.discourse.test_traps import name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Seine Schwester, die im Rat sitzt, lehnt das ab. „Es ist zu teuer“, sagte Insa Tietjen.", "Insa Tietjen"),
        ("Der jetzige Chef lehnt das ab. Die Löhne seien zu hoch, so Marius Lind.", "Marius Lind"),
        ("Die Rektorin lehnt das ab. Es regnete. „Wir brauchen Platz“, sagte Beate Siewert.", "Beate Siewert"),
        ("Kranichs Sprecherin lehnt das ab. Der Plan sei alt, erklärte Jule Hartung.", "Jule Hartung"),
        ("Nele Graf zufolge brannte der Keller. Die Polizeisprecherin lehnt das ab.", "Nele Graf"),
    ],
)
def test_a_bare_name_is_that_of_who_was_told_of_without_one(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Rektorin lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm.", "Rektorin"),
        ("Der Rektor lehnt das ab. „Wir brauchen Platz“, sagte der Maurer Udo Lamm.", "Rektor"),
        ("Der Rektor lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm, 48.", "Rektor"),
        ("Der Rektor lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm vom Mieterbund.", "Rektor"),
        ("Der Rektor lehnt das ab. Udo Lamm saß daneben.", "Rektor"),
        ("Ein Rektor lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm.", "Rektor"),
        ("Die Rektorin lehnt das ab. Es regnete. Es blieb kalt. Es wurde Nacht. „Schade“, sagte Ute Lamm.", "Rektorin"),
        ("Udo Lamm klagte, es regne. Sein Arzt lehnt das ab.", "Arzt"),
        ("Udo Lamm klagte, es regne. Der Sprecher der Stadt lehnt das ab.", "Sprecher der Stadt"),
        ("Ute Lamm klagte, es regne. Die Richterin lehnt das ab.", "Richterin"),
        ("Ute Lamm klagte, Anna Ott zahle nicht. Die Geigerin lehnt das ab.", None),
    ],
)
def test_who_is_described_elsewhere_or_of_another_sex_is_somebody_else(text: str, right: str | None) -> None:
    assert name(text, "lehn") == right


def test_of_two_without_a_name_none_is_taken_for_the_one_named_later() -> None:
    text = "Der Rektor lehnt das ab, der Hausmeister schweigt. „Schade“, sagte Udo Lamm."
    assert name(text, "lehn") == "Rektor"


@pytest.mark.parametrize(
    "text",
    [
        "Das Dach sei alt, so der Sprecher der SPD-Fraktion im Stadtrat, Udo Lamm.",
        "Das Dach sei alt, sagte der Leiter des Amts für Bauten, Udo Lamm.",
        "„Das Dach ist alt“, sagte der Verkehrsminister, Udo Lamm.",
        "Das Dach sei alt, so Udo Lamm, Ortsvorsteher von Tannrode.",
    ],
)
def test_a_name_in_commas_is_of_the_office_before_it(text: str) -> None:
    assert last(text).name == "Udo Lamm"


def test_a_name_in_commas_that_no_list_has_is_one_too() -> None:
    assert last("Das Dach sei alt, sagte der Chef der Hafenkonferenz, Okke Dirksen.").name == "Okke Dirksen"


@pytest.mark.parametrize("noun", ["Ortsvorsteher", "Rektor"])
def test_an_office_with_a_place_behind_a_name_leads_back_to_it(noun: str) -> None:
    assert name(f"Karl Jung, {noun} von Tannrode, kam. Der {noun} lehnt das ab.", "lehn") == "Karl Jung"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ihr früherer Manager lehnt das ab. Der Manager, Falk Ott, schwieg.", "Falk Ott"),
        ("Der neue Trainer lehnt das ab. Der frühere Trainer Udo Lamm kam.", "neuer Trainer"),
        ("Die neue Trainerin lehnt das ab. Der Trainer Udo Lamm kam.", "neue Trainerin"),
    ],
)
def test_who_is_named_by_the_same_noun_soon_after(text: str, right: str) -> None:
    assert name(text, "lehn") == right
