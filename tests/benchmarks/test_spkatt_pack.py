"""The parliamentary pack by its own examples and senses, read on top of the core pack."""

from __future__ import annotations

from functools import cache

from stance.authoring.bench import Bench
from stance.authoring.examples import ExampleResult, run_examples, run_senses
from stance.rules.reader import load_packs, read_pack
from stance.rules.ruleset import RuleSet

PACKS = ("de.core", "de.parliament")


@cache
def rules() -> RuleSet:
    return load_packs(PACKS)


@cache
def results() -> tuple[ExampleResult, ...]:
    extract = Bench.of(PACKS).commitments
    own = {rule.id for rule in read_pack("de.parliament").rules}
    replaced = {(sense.cue, sense.sense) for sense in read_pack("de.parliament").senses}
    names = {f"{cue} “{sense}”" for cue, sense in replaced}
    every = (*run_examples(rules(), extract), *run_senses(rules(), extract))
    return tuple(result for result in every if result.name in own | names)


def test_every_example_is_found_as_annotated() -> None:
    failed = [result for result in results() if not result.passed]
    assert not failed, "\n".join(
        f"{result.outcome} {result.name}: {result.example.text} " + "; ".join(map(str, result.deviations))
        for result in failed
    )


def test_rules_and_senses_of_the_pack_are_run() -> None:
    ran = {result.name for result in results()}
    assert {rule.id for rule in read_pack("de.parliament").rules} <= ran
    assert any("“" in name for name in ran)


def test_every_rule_has_positive_and_negative_examples() -> None:
    for rule in read_pack("de.parliament").rules:
        negative = [example.negative for example in rule.examples]
        assert negative.count(False) >= 2, rule.id
        assert negative.count(True) >= 1, rule.id


def test_no_rule_of_the_core_is_replaced() -> None:
    core = {rule.id for rule in read_pack("de.core").rules}
    assert core.isdisjoint(rule.id for rule in read_pack("de.parliament").rules)
