"""docs/examples/central-bank: written as the documentation says, it has no problem and passes its examples."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from stance.authoring.bench import Bench
from stance.authoring.check import check_pack
from stance.authoring.examples import ExampleResult, own_rules, run_all
from stance.rules.installed import GROUP, installed_packs

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "central-bank"
PACK = FOLDER / "stance_central_bank"


@cache
def results() -> tuple[ExampleResult, ...]:
    bench = Bench.of([str(PACK)])
    return tuple(run_all(bench, own_rules(bench.rules)))


def test_nothing_is_wrong_or_odd() -> None:
    assert [str(problem) for problem in check_pack(str(PACK)).problems] == []


def test_every_example_and_sense_is_found_as_annotated() -> None:
    assert len(results()) > 45
    assert [(each.name, each.example.text) for each in results() if not each.passed] == []


def test_every_rule_shows_what_it_finds_and_what_not() -> None:
    shown = Counter((each.rule, each.example.negative) for each in results() if each.sense is None)
    rules = {rule for rule, _ in shown}
    assert 15 <= len(rules) <= 25
    assert all(shown[rule, True] and shown[rule, False] for rule in rules)


def test_the_distribution_names_the_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    project = tomllib.loads((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ((name, value),) = project["entry-points"][GROUP].items()
    origin = installed_packs([EntryPoint(name, value, GROUP)])[name]
    assert (origin.fault, name) == ("", "bank.policy")
    assert origin.folder is not None
    assert Path(str(origin.folder)) == PACK
