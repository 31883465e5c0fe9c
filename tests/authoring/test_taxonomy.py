"""The borderline examples of the taxonomy are found as it says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

import stance
from stance.model import Commitment, CommitmentType

PAGE = (Path(__file__).parents[2] / "docs" / "taxonomy.md").read_text(encoding="utf-8")
LINES = [
    line.split(" => ")
    for block in re.findall(r"^```examples\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


@cache
def found(text: str) -> tuple[Commitment, ...]:
    return tuple(pipeline()(text)._.commitments)


@cache
def pipeline() -> Language:
    return stance.load()


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text for text, _ in LINES])
def test_example(text: str, expected: str) -> None:
    given = {f"{each.type}:{'–' if each.actor is None else each.actor.text}" for each in found(text)}
    assert given == (set() if expected == "nothing" else set(expected.split("; ")))


@pytest.mark.parametrize("kind", CommitmentType)
def test_every_type_has_a_section_with_its_class_and_examples(kind: CommitmentType) -> None:
    section = re.search(rf"^## {kind}\n(.*?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL)
    assert section is not None
    text = section[1].replace("\n", " ")
    for part in ("*Searle:*", "*PLOVER:*", "**Tests.**", "```examples"):
        assert part in text
    assert f"=> {kind}:" in text
    assert "=> nothing" in text
