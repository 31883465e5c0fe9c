"""Every rule is found in the sentences made from it; what is missed is known, bounded and explained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from spacy.language import Language

from stance.rules.ruleset import RuleSet
from stance.rules.schema import Rule
from stance.testing import RuleShare, sweep
from tests.properties.conftest import THOROUGH

WANTED = 0.95
COUNT = 24
FEWEST = 24
MOST = 48
SLACK = 0.18
ROLES = ("actor", "addressee", "content", "judgement", "status", "type")


@pytest.fixture(scope="module")
def shares(nlp: Language, ruleset: RuleSet) -> tuple[RuleShare, ...]:
    return sweep(nlp, ruleset, COUNT)


def reasons(exception: Mapping[str, Any], faults: Mapping[str, Any]) -> str:
    """Why a rule is missed: the faults it is put down to, in words."""
    named = [faults[name]["why"] for name in str(exception.get("faults", "")).split()]
    return "; ".join([*named, *([exception["reason"]] if "reason" in exception else [])])


def test_every_rule_makes_sentences(shares: tuple[RuleShare, ...], ruleset: RuleSet) -> None:
    spoken = {share.rule for share in shares if share.verdicts}
    assert spoken == {rule.id for rule in ruleset.rules if rule.cue.words}


def test_rules_are_found_in_their_own_sentences(shares: tuple[RuleShare, ...], exceptions: dict[str, Any]) -> None:
    known, faults = exceptions["rules"], exceptions["faults"]
    problems: list[str] = []
    print(f"\n{'rule':44} {'found':>6} {'bound':>6}  why")
    for share in shares:
        exception = known.get(share.rule)
        if exception is not None:
            print(f"{share.rule:44} {share.found:6.1%} {exception['share']:6.0%}  {reasons(exception, faults)}")
        problems += problem(share, exception)
    assert not problems, "\n".join(problems)


def problem(share: RuleShare, exception: Mapping[str, Any] | None) -> list[str]:
    """What is wrong with the share of one rule, with a sentence in which it was missed."""
    bound = WANTED if exception is None else exception["share"]
    if share.found < bound:
        missed = next(verdict.sentence.markup for verdict in share.verdicts if verdict.found is None)
        return [f"{share.rule}: found in {share.found:.1%}, bound {bound:.0%}: {missed}"]
    if exception is not None and share.found >= WANTED:
        return [f"{share.rule}: found in {share.found:.1%}: the exception is no longer needed"]
    return []


def test_no_rule_always_loses_to_another(shares: tuple[RuleShare, ...]) -> None:
    """A rule whose meanings are always given back by other rules would be superfluous."""
    assert [share.rule for share in shares if share.found and not share.own] == []


def test_exceptions_are_explained(exceptions: dict[str, Any], ruleset: RuleSet) -> None:
    for name, exception in exceptions["rules"].items():
        assert ruleset.rule(name) is not None, f"{name}: there is no such rule"
        assert reasons(exception, exceptions["faults"]), f"{name}: no reason"
        assert 0 <= exception["share"] < WANTED


def test_what_is_found_is_as_meant(shares: tuple[RuleShare, ...], exceptions: dict[str, Any]) -> None:
    """Over all found sentences each field is as meant in a share that may only grow."""
    found = [verdict for share in shares for verdict in share.verdicts if verdict.found is not None]
    problems: list[str] = []
    for role in ROLES:
        right = sum(role not in verdict.wrong for verdict in found) / len(found)
        bound = exceptions["fields"][role]
        print(f"{role:12} {right:6.1%} bound {bound:6.1%}")
        if right < bound:
            problems.append(f"{role}: right in {right:.1%}, bound {bound:.1%}")
    assert not problems, "\n".join(problems)


def often(rule: Rule) -> int:
    """How many other sentences a rule gets: two for each cue in each frame, within bounds."""
    shapes = sum(len(frame.content) or 1 for frame in rule.frames)
    return min(MOST, max(FEWEST, 2 * shapes * len(rule.cue.words)))


@pytest.mark.skipif(not THOROUGH, reason="the thorough sweep runs in the profile ci")
def test_other_sentences_of_the_rules(nlp: Language, ruleset: RuleSet, exceptions: dict[str, Any]) -> None:
    """A sample with another seed, larger for rules with much to say: none falls far below its bound."""
    problems: list[str] = []
    for share in sweep(nlp, ruleset, often, seed=1):
        exception = exceptions["rules"].get(share.rule)
        bound = (WANTED if exception is None else exception["share"]) - SLACK
        bound = min(bound, exceptions["other_sample"].get(share.rule, {"share": bound})["share"])
        if share.found < bound:
            problems.append(f"{share.rule}: found in {share.found:.1%}, bound {bound:.1%}")
    assert not problems, "\n".join(problems)
