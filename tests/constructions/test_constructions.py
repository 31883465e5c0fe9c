"""The hard cases and constructions of the tables beside this module, sentence by sentence.

A sentence of the tables flows in, its commitments flow out and are compared field by field with what the table expects.
What fails for a known reason is expected to fail, strictly: whoever mends it takes the reason out of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.context.test_hard_cases import found, shown

HERE = Path(__file__).parent
TABLES = ("hard_cases.yaml", "constructions.yaml")


def _read(table: str) -> dict[str, list[dict[str, Any]]]:
    content: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load((HERE / table).read_text(encoding="utf-8"))
    return content


def _sentences(table: str) -> Iterator[Any]:
    for case, rows in _read(table).items():
        for number, row in enumerate(rows, start=1):
            marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
            yield pytest.param(row["text"], row["find"], id=f"{case}-{number}", marks=marks)


@pytest.mark.parametrize(("text", "expected"), [p for table in TABLES for p in _sentences(table)])
def test_construction(text: str, expected: list[dict[str, Any]]) -> None:
    commitments = found(text)
    shapes = [{f: shown(c, f) for f in e} for c, e in zip(commitments, expected, strict=False)]
    assert shapes == expected
    assert len(commitments) == len(expected)


def test_every_hard_case_has_three_sentences() -> None:
    table = _read("hard_cases.yaml")
    assert list(table) == [f"case{number:02}" for number in range(1, 43)]
    assert all(len(rows) >= 3 for rows in table.values())


def test_every_construction_has_three_sentences() -> None:
    assert all(len(rows) >= 3 for rows in _read("constructions.yaml").values())


def test_few_sentences_are_expected_to_fail() -> None:
    rows = [row for table in TABLES for case in _read(table).values() for row in case]
    assert sum("fails" in row for row in rows) < len(rows) / 10
