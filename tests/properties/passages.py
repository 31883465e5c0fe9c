"""How well generated passages are read, case by case: what the bounds are about and how they are measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from benchmarks._generated import Case, Reading, cases, readings
from benchmarks.passages import measure
from stance.model import Commitment
from stance.testing.passages import draw_passages

PATH = Path(__file__).with_name("passages.yaml")
COUNT = 250
SEED = 0
FEWEST = 15
WANTED = 0.95
STEP = 20


def read_all(extract: Callable[[str], tuple[Commitment, ...]]) -> tuple[Reading, ...]:
    """How the items of the passages of the test are read."""
    return readings(measure(list(draw_passages(COUNT, SEED)), extract))


def bounded(read: tuple[Reading, ...]) -> tuple[Case, ...]:
    """The cases that have enough items to be bounded."""
    return tuple(case for case in cases(read) if len(case.readings) >= FEWEST)


def known() -> Mapping[str, Any]:
    """The content of ``passages.yaml``."""
    found: dict[str, Any] = YAML(typ="safe").load(PATH.read_text("utf-8"))
    return found


def bound(share: float) -> float:
    """A share rounded down."""
    return math.floor(share * STEP) / STEP


def wrong(read: tuple[Reading, ...]) -> float:
    """The share of items with somebody else's name."""
    return sum(one.is_wrong for one in read) / len(read)
