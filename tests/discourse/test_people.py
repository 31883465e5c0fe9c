"""Names of people: what belongs to them, and what only stands beside them."""

from __future__ import annotations

import pytest

from tests.discourse.test_actors import last


@pytest.mark.parametrize(
    "name",
    [
        "Margarethe Edle von Plessow",
        "Clemens Graf Droste zu Vehlen",
        "Marius Freiherr von Quast",
        "Adelheid Freiin von Torgen",
        "Isabell Gräfin zu Lauenrode",
        "Ferdinand Prinz zu Reifenstein",
        "Egon Reichsfreiherr von Maltern",
        "Hubertus Freiherr von und zu Gronsfeld",
        "Georg Prinz zur Lippe-Detten",
        "Wilhelm Graf Finck von Ratten",
        "Viktoria Gräfin Keyserlingk",
        "Konstantin Ritter von der Tann",
    ],
)
@pytest.mark.parametrize(
    "text", ["Das lehnt {} ab.", "Sportvorstand {} lehnt das ab.", "„Das ist gut“, sagte die Nachbarin von {}."]
)
def test_a_title_of_nobility_and_what_follows_belong_to_the_name(text: str, name: str) -> None:
    assert (last(text.format(name)).name or "").removeprefix("Nachbarin von ") == name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Am Rande sagte Steffi Graf zu Journalisten, sie sei zufrieden.", "Steffi Graf"),
        ("Markus Ritter von der Bauernliste lehnt das ab.", "Markus Ritter"),
        ("Jochen Herzog von der Prüfstelle Nord lehnt das ab.", "Jochen Herzog"),
        ("Lukas Graf von Greenpeace lehnt das ab.", "Lukas Graf"),
        ("Die Stadträtin Hanna Graf zu dem Plan: „Das ist Unsinn.“", "Hanna Graf"),
        ("Die Mieterin Ines Baron zum Urteil: „Das ist Unsinn.“", "Ines Baron"),
        ("Der Abgeordnete Peter Fürst lehnt das zu Recht ab.", "Peter Fürst"),
        ("Udo Lamm von der Linken lehnt das ab.", "Udo Lamm"),
    ],
)
def test_a_surname_that_is_a_title_ends_the_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Margarethe Edle von Plessow", "Plessow"),
        ("Margarethe Edle von Plessow", "Edle von Plessow"),
        ("Clemens Graf Droste zu Vehlen", "Droste zu Vehlen"),
        ("Clemens Graf Droste zu Vehlen", "Graf Droste"),
        ("Clemens Graf Droste zu Vehlen", "Droste"),
        ("Clemens Graf Droste zu Vehlen", "Der Graf"),
        ("Marius Freiherr von Quast", "Von Quast"),
        ("Marius Freiherr von Quast", "Freiherr Quast"),
        ("Marius Freiherr von Quast", "Marius von Quast"),
        ("Egon Reichsfreiherr von Maltern", "Maltern"),
        ("Isabell Gräfin zu Lauenrode", "Die Gräfin"),
    ],
)
def test_a_noble_name_is_known_by_parts_of_it(full: str, short: str) -> None:
    assert last(f"{full} kam nach Kiel. {short} lehnte das ab.").name == full


def test_somebody_with_a_title_for_a_surname_is_called_by_no_title() -> None:
    assert last("Die Trainerin Steffi Graf kam nach Kiel. Der Graf lehnte das ab.").name != "Steffi Graf"
