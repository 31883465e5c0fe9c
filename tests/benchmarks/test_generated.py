"""What is read wrong in generated passages is told by the way it is wrong and laid to the worst case."""

from __future__ import annotations

import attrs
import pytest

from benchmarks import passages as command
from benchmarks._generated import Reading, cases, listed, readings, table_of_cases, way
from stance.model import Commitment
from stance.testing.passages import Item, Passage

TEXT = "Der Verein Elbaue sagte, es sei kalt. Er schwieg."
ITEM = Item("sagte", ("Verein Elbaue", "Elbaue"), about=("body: club", "act: told"))


def reading(name: str | None, *about: str, found: bool = True) -> Reading:
    item = attrs.evolve(ITEM, about=about)
    return Reading(Passage(1, "x", TEXT, (item,)), item, way(item, found, name), name)


@attrs.frozen
class Read:
    """A passage of which everything is found with one name."""

    passage: Passage

    def of(self, item: Item) -> Commitment | None:
        return None


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("Verein Elbaue", True, "right"),
        ("Elbaue", True, "right"),
        ("Verein", True, "cut"),
        ("Verein Elbaue an dem Plan", True, "run on"),
        ("Udo Lamm", True, "other"),
        (None, True, "no name"),
        (None, False, "not found"),
    ],
)
def test_a_name_is_wrong_in_one_way(name: str | None, found: bool, expected: str) -> None:
    assert way(ITEM, found, name) == expected


def test_a_name_where_none_is_right_is_open() -> None:
    assert way(Item("sagte", (None,)), True, "Udo Lamm") == "open"


def test_no_name_where_none_is_right_is_right() -> None:
    assert way(Item("sagte", (None,)), True, None) == "right"


def test_the_case_with_most_wrong_names_comes_first() -> None:
    read = [reading("Verein", "a"), reading("Elbaue", "b"), reading("Elbaue", "a"), reading(None, "c")]
    assert [case.about for case in cases(read)] == ["a", "c", "b"]


def test_a_row_tells_the_ways() -> None:
    rows = list(table_of_cases([reading("Verein", "a"), reading(None, "a", found=False)]))
    assert rows[1].split(maxsplit=1)[0] == "a"
    assert rows[1].endswith("1 cut, 1 not found")


def test_an_error_is_laid_to_the_worst_case_alone() -> None:
    read = [reading("Verein", "a", "b"), *(reading("Elbaue", "b") for _ in range(9))]
    headings = [line for line in listed(read) if line.startswith("\n")]
    assert headings == ["\na: 1 of 1"]


def test_the_place_of_an_error_is_shown() -> None:
    assert any(">sagte<" in line for line in listed([reading("Verein", "a")]))


def test_what_is_not_found_is_read_as_such() -> None:
    assert [one.way for one in readings([Read(Passage(1, "x", TEXT, (ITEM,)))])] == ["not found"]


def test_generated_passages_have_their_own_heading(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "extractor", lambda: lambda text: ())
    command.main(["--generated", "7", "--seed", "3"])
    printed = capsys.readouterr().out
    assert printed.startswith("generated, seed 3 (7 passages)")
    assert "only scored" not in printed


def test_errors_of_generated_passages_are_grouped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "extractor", lambda: lambda text: ())
    command.main(["--generated", "7", "--errors"])
    assert "not found: None instead of" in capsys.readouterr().out
