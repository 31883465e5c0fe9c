"""``stance extract --actors FILE``: a catalogue of one's own, the date of a document, and mistakes in either."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stance.serialise import from_json
from tests.cli.conftest import Run

CATALOGUE = """\
offices:
  - {id: landrat-moor, titles: [Landrat, Landrätin], of: kreis-moor}
actors:
  - {id: kreis-moor, name: Kreis Moor, kind: government, metonyms: [Moorstadt]}
  - id: erna-moor
    name: Erna Moor
    kind: person
    gender: f
    offices: [{office: landrat-moor, since: 2019-11-01, until: 2024}]
"""
DOCUMENTS = (
    {"id": "early", "date": "2021-03-04", "text": "Die Landrätin fordert ein Verbot."},
    {"id": "late", "date": "2025-03-04", "text": "Moorstadt lehnt den Plan ab."},
    {"id": "undated", "text": "Erna Moor lehnt den Plan ab."},
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in DOCUMENTS), encoding="utf-8")
    return path


def test_actors_of_ones_own_are_known_by_title_place_and_name(run: Run, catalogue: Path, documents: Path) -> None:
    done = run("extract", documents, "--actors", catalogue, "-f", "jsonl")
    found = [from_json(line).commitments[0].actor for line in done.stdout.splitlines()]
    assert [actor.id for actor in found if actor is not None] == ["erna-moor", "kreis-moor", "erna-moor"]


def test_the_actors_that_are_shipped_stay_known(run: Run, catalogue: Path) -> None:
    done = run("extract", "-", "--actors", catalogue, "-f", "jsonl", stdin="Berlin fordert Härte.")
    actor = from_json(done.stdout).commitments[0].actor
    assert actor is not None
    assert actor.name == "Bundesregierung"


def test_a_result_carries_the_date_of_its_document(run: Run, documents: Path) -> None:
    done = run("extract", documents, "-f", "jsonl")
    assert [from_json(line).date for line in done.stdout.splitlines()] == ["2021-03-04", "2025-03-04", None]


def test_mistakes_in_a_catalogue_exit_with_1_and_name_the_place(run: Run, documents: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("actors:\n  - {id: a, name: A, kind: person, member_of: nowhere}\n", encoding="utf-8")
    done = run("extract", documents, "--actors", bad)
    assert done.exit_code == 1
    assert f"{bad}:2:" in done.stderr
    assert "nowhere" in done.stderr
    assert done.stdout == ""


def test_a_catalogue_that_is_not_there_is_named(run: Run, documents: Path) -> None:
    done = run("extract", documents, "--actors", "nowhere.yaml")
    assert done.exit_code != 0
    assert "nowhere.yaml" in done.stderr
