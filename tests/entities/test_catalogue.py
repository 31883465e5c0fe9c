"""Catalogues: messages for wrong files compared as a whole, overriding, offices at dates, the shipped catalogue.

To renew the expected output after a wording was changed, delete ``out.txt`` and run the test once: it writes the file
and fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from stance.entities.catalogue import Catalogue
from stance.entities.reader import CODES, DEFAULT, load_catalogue
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


def test_the_shipped_catalogue_has_three_hundred_actors_with_names_of_their_own() -> None:
    shipped = load_catalogue([DEFAULT])
    assert len(shipped.entries) >= 300
    assert all(shipped.named(name) == entry for entry in shipped.entries for name in (entry.name, *entry.aliases))
