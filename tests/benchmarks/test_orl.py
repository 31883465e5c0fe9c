"""The opinion role benchmark: reading, coincidence with cues, and the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import orl
from benchmarks._spkatt_format import Annotation

WORDS = ["Die", "Ärzte", "lehnen", "den", "Plan", "ab", "."]
ROLES = ["B-Holder", "I-Holder", "B-V", "B-Target", "I-Target", "B-PTK", "_"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    raw: dict[str, Any] = {
        "a-1": {
            "words": WORDS,
            "annotations": {"2": {"predicate": "SE-A", "roles": ROLES}, "3": {"predicate": "_", "roles": ["_"] * 7}},
        }
    }
    file = tmp_path / "orl.json"
    file.write_text(json.dumps(raw), encoding="utf-8")
    return file


def test_unlabelled_expressions_are_left_out(path: Path) -> None:
    [sentence] = orl.read_sentences(path)
    assert sentence.expressions == (Annotation.of(Cue=[2, 5], Source=[0, 1], Message=[3, 4]),)


def test_holder_and_target_of_a_rejection(path: Path) -> None:
    [pair] = orl.measure(orl.read_sentences(path), orl.extractor())
    assert pair.found is not None
    assert pair.found.parts == (("Cue", (2, 5)), ("Source", (0, 1)), ("Message", (3, 4)))


def test_spurious_commitments_do_not_count(path: Path) -> None:
    pairs = orl.measure(orl.read_sentences(path), lambda _: [Annotation.of(Cue=[0])])
    assert [pair.found for pair in pairs] == [None]
    assert "0 of 1, recall 0.0" in orl.report(pairs)


def test_an_absent_file_measures_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert orl.main([str(tmp_path / "absent.json")]) == 0
    assert "nothing measured" in capsys.readouterr().err
