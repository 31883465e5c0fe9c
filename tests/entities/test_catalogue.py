"""Catalogues: messages for wrong files compared as a whole, overriding, offices at dates, the shipped catalogue.

To renew the expected output after a wording was changed, delete ``out.txt`` and run the test once: it writes the file
and fails.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from stance.entities.catalogue import Catalogue
from stance.entities.reader import CODES, DEFAULT, load_catalogue, shipped_names
from stance.rules.errors import RuleError

CASES = sorted(path for path in (Path(__file__).parent / "errors").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    with pytest.raises(RuleError) as caught:
        load_catalogue(["in.yaml"])
    rendered = f"{caught.value}\n"
    expected = case / "out.txt"
    if not expected.exists():
        expected.write_text(rendered, encoding="utf-8")
        pytest.fail("out.txt was missing and is written now: read it, then run again")
    assert rendered == expected.read_text(encoding="utf-8")
    assert f"{case.name[:4]} " in rendered


def test_a_catalogue_that_is_not_there_is_named() -> None:
    with pytest.raises(RuleError, match=r"C003 there is no catalogue 'nowhere\.yaml'"):
        load_catalogue(["nowhere.yaml"])


def test_every_code_of_catalogues_has_a_case() -> None:
    assert set(CODES) - {"C003"} == {case.name[:4] for case in CASES if case.name.startswith("C")}


def written(folder: Path, text: str) -> Catalogue:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return load_catalogue([DEFAULT, str(path)])


def test_own_actors_are_added(tmp_path: Path) -> None:
    own = written(tmp_path, "actors: [{id: heimatbund, name: Heimatbund, kind: organisation, aliases: [HB]}]")
    assert own.named("HB") is own.named("Heimatbund") is not None
    assert own.named("SPD") is not None


def test_an_own_entry_replaces_the_shipped_one(tmp_path: Path) -> None:
    own = written(tmp_path, "actors: [{id: olaf-scholz, name: O. Scholz, kind: person}]")
    assert own.named("Olaf Scholz") is None
    assert own.holders("bundeskanzler", "2023-05-01") == ()


def test_a_shipped_entry_can_be_switched_off(tmp_path: Path) -> None:
    assert written(tmp_path, "off: [ufo]").named("Ufo") is None


@pytest.mark.parametrize(
    ("title", "date", "names"),
    [
        ("bundeskanzlerin", "2015-06-01", ["Angela Merkel"]),
        ("bundeskanzler", "2023", ["Olaf Scholz"]),
        ("us-präsident", "2012-03", ["Barack Obama"]),
        ("amerikanisch präsident", "2018-01-01", ["Donald Trump"]),
        ("landrat", "2018-01-01", []),
    ],
)
def test_the_date_selects_who_held_an_office(title: str, date: str, names: list[str]) -> None:
    assert [entry.name for entry in load_catalogue([DEFAULT]).holders(title, date)] == names


def test_a_place_that_stands_for_several_stands_for_none() -> None:
    shipped = load_catalogue([DEFAULT])
    assert shipped.metonym("Karlsruhe") is None
    assert len(shipped.metonyms_of("Karlsruhe")) > 1


def test_the_shipped_catalogue_has_seven_hundred_actors_with_names_of_their_own() -> None:
    shipped = load_catalogue([DEFAULT])
    assert len(shipped.entries) >= 700
    assert all(shipped.named(name) == entry for entry in shipped.entries for name in (entry.name, *entry.aliases))


SHIPPED = [(DEFAULT,), *((DEFAULT, name) for name in shipped_names()[1:])]


@pytest.mark.parametrize("names", SHIPPED)
def test_every_shipped_office_has_a_holder(names: tuple[str, ...]) -> None:
    shipped = load_catalogue(names)
    held = {tenure.office for entry in shipped.entries for tenure in entry.offices}
    assert [office.id for office in shipped.offices if office.id not in held] == []


@pytest.mark.parametrize("names", SHIPPED)
def test_holders_of_an_office_have_a_sex_that_a_title_fits(names: tuple[str, ...]) -> None:
    shipped = load_catalogue(names)
    titles = {office.id: (*office.titles, *office.common) for office in shipped.offices}
    unfit = [
        (entry.id, tenure.office)
        for entry in shipped.entries
        for tenure in entry.offices
        if not any(t.endswith(("in", "e", "frau")) or entry.gender == "m" for t in titles[tenure.office])
    ]
    assert unfit == []
    assert all(entry.gender for entry in shipped.entries if entry.offices)


LED_BY_SEVERAL = ("vorsitz", "fraktion")


def test_one_person_holds_an_office_at_a_time() -> None:
    shipped = load_catalogue([DEFAULT])
    terms: dict[str, list[tuple[str, str, str]]] = {}
    for entry in shipped.entries:
        for tenure in entry.offices:
            terms.setdefault(tenure.office, []).append((tenure.since or "0", tenure.until or "9", entry.id))
    both = [
        (office, one, other)
        for office, found in terms.items()
        if not any(part in office for part in LED_BY_SEVERAL)
        for one, other in pairwise(sorted(found))
        if one[1][: len(other[0])] > other[0][: len(one[1])]
    ]
    assert both == []


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("bundesfamilienministerin", "2016-05-01", "Manuela Schwesig"),
        ("österreichisch bundeskanzler", "2015-03-01", "Werner Faymann"),
        ("österreichisch innenministerin", "2015-03-01", "Johanna Mikl-Leitner"),
        ("övp-obmann", "2016-03-01", "Reinhold Mitterlehner"),
        ("wien bürgermeister", "2014-03-01", "Michael Häupl"),
        ("schweiz bundespräsidentin", "2015-03-01", "Simonetta Sommaruga"),
        ("griechisch finanzminister", "2015-04-01", "Yanis Varoufakis"),
        ("französisch premierminister", "2015-03-01", "Manuel Valls"),
        ("eu-wettbewerbskommissarin", "2016-03-01", "Margrethe Vestager"),
        ("us-verteidigungsminister", "2014-03-01", "Chuck Hagel"),
    ],
)
def test_who_held_an_office(title: str, date: str, name: str) -> None:
    assert [entry.name for entry in load_catalogue([DEFAULT]).holders(title, date)] == [name]


@pytest.mark.parametrize(
    ("country", "title", "date", "name"),
    [
        ("austria", "bundeskanzler", "2015-03-01", "Werner Faymann"),
        ("austria", "deutsch bundeskanzlerin", "2015-03-01", "Angela Merkel"),
        ("austria", "grünen-chefin", "2015-03-01", "Eva Glawischnig"),
        ("switzerland", "bundespräsident", "2014-03-01", "Didier Burkhalter"),
    ],
)
def test_texts_of_another_country_mean_its_offices(country: str, title: str, date: str, name: str) -> None:
    shipped = load_catalogue([DEFAULT, f"{DEFAULT}.{country}"])
    assert [entry.name for entry in shipped.holders(title, date)] == [name]


def test_names_of_bodies_are_those_of_the_country_of_the_text() -> None:
    austria = load_catalogue([DEFAULT, f"{DEFAULT}.austria"])
    names = ("Bundesregierung", "deutsche Bundesregierung", "Grünen")
    assert [getattr(austria.named(name), "id", None) for name in names] == [
        "regierung-oesterreich",
        "bundesregierung",
        "gruene-oesterreich",
    ]


@pytest.mark.parametrize(
    ("name", "id"), [("griechische Regierung", "griechenland"), ("deutsche Regierung", "bundesregierung")]
)
def test_a_government_is_known_by_the_adjective_of_its_state(name: str, id: str) -> None:
    assert getattr(load_catalogue([DEFAULT]).named(name), "id", None) == id


def test_a_catalogue_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(RuleError, match=r"shipped are de\.actors, de\.actors\.austria, de\.actors\.switzerland"):
        load_catalogue(["de.actors.liechtenstein"])
