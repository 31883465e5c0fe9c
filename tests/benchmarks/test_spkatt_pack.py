"""The parliamentary pack by its own examples and senses, read on top of the core pack."""

from __future__ import annotations

from functools import cache

from stance.authoring.bench import Bench
from stance.authoring.examples import ExampleResult, own_rules, run_all
from stance.rules.reader import read_pack

PACKS = ("de.core", "de.parliament")


@cache
def results() -> tuple[ExampleResult, ...]:
    bench = Bench.of(PACKS)
    return tuple(run_all(bench, own_rules(bench.rules)))


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
