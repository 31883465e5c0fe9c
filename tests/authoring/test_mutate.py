"""Mutation of rules: changes that examples notice die, the others survive with a sentence that would kill them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given

from stance.authoring.bench import Bench
from stance.authoring.mutate import Mutation, changes, mutate_rules
from stance.rules.reader import parse_pack
from stance.rules.schema import Pack
from tests.strategies import packs

PACK = """
pack: my.pack
version: 1.0.0
rules:
  - id: demand.einklagen
    type: demand
    cue: {verb: [einklagen]}
    frames: [{actor: subject, content: accusative | clause.dass}]
    unless: {content: [Freund]}
    strength: strong
    examples:
      - "[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."
"""
NEGATIVE = '      - none: "Die Eltern klagen den Freund ein."\n'


@cache
def bench(folder: Path, text: str) -> Bench:
    path = folder / "my.yaml"
    path.write_text(text, encoding="utf-8")
    return Bench.of([path])


def mutated(tmp_path: Path, text: str) -> Mutation:
    return mutate_rules(bench(tmp_path, text))


def test_what_no_example_notices_survives_with_a_sentence(tmp_path: Path) -> None:
    found = mutated(tmp_path, PACK)
    assert found.changes == 4
    survivors = {mutant.what: mutant for mutant in found.survivors}
    assert set(survivors) == {"without unless.content", "without content: clause.dass in frame 1", "without strength"}
    assert survivors["without unless.content"].expected == "none"
    assert "Freund" in survivors["without unless.content"].sentence
    assert "dass" in survivors["without content: clause.dass in frame 1"].sentence.lower()
    assert (survivors["without strength"].line, found.share) == (5, 0.25)


def test_a_negative_example_notices_its_condition(tmp_path: Path) -> None:
    found = mutated(tmp_path, PACK + NEGATIVE)
    assert "without unless.content" not in {mutant.what for mutant in found.survivors}


def test_the_sentence_that_is_proposed_kills_its_mutant(tmp_path: Path) -> None:
    (mutant,) = [each for each in mutated(tmp_path, PACK).survivors if "unless" in each.what]
    again = mutated(tmp_path, f'{PACK}      - none: "{mutant.sentence}"\n')
    assert "without unless.content" not in {each.what for each in again.survivors}


@given(packs(min_rules=1))
def test_each_change_changes_one_thing(pack: Pack) -> None:
    for rule in pack.rules:
        found = list(changes(rule))
        assert len({change.what for change in found}) == len(found)
        assert all(change.rule != rule and change.rule.id == rule.id for change in found)


def test_a_rule_without_conditions_has_nothing_to_change() -> None:
    (rule,) = parse_pack(PACK.split("    unless")[0].replace(" | clause.dass", "")).rules
    assert not list(changes(rule))
