"""What rules mean does not depend on how they are written: hash and trigger index under permutation."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from stance.model import CommitmentType, Strength
from stance.rules.compiler import compile_rules
from stance.rules.reader import parse_pack
from stance.rules.ruleset import RuleSet, expand, pack_hash
from stance.rules.schema import Pack, Rule
from stance.rules.writer import dump_pack, to_flow
from tests.strategies import packs

SETTINGS = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def shuffled(value: Any, data: st.DataObject) -> Any:
    """YAML data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = data.draw(st.permutations(list(value)))
        return {key: shuffled(value[key], data) for key in keys}
    return [shuffled(item, data) for item in value] if isinstance(value, list) else value


@SETTINGS
@given(packs(min_rules=1), st.data())
def test_order_of_rules_and_keys_does_not_matter(pack: Pack, data: st.DataObject) -> None:
    tree = YAML(typ="safe", pure=True).load(dump_pack(pack))
    tree["rules"] = data.draw(st.permutations(tree["rules"]))
    other = RuleSet.of([parse_pack(to_flow(shuffled(tree, data)))])
    own = RuleSet.of([pack])
    assert other.sha256 == own.sha256
    assert compile_rules(other) == compile_rules(own)
    assert other.rules == own.rules


@SETTINGS
@given(packs(min_rules=1))
def test_documentation_and_examples_do_not_count(pack: Pack) -> None:
    bare = [attrs.evolve(rule, doc="Other words.", examples=(), line=7, source="x") for rule in pack.rules]
    assert pack_hash(bare) == pack_hash(pack.rules)


@SETTINGS
@given(packs(min_rules=1), st.data())
def test_what_a_rule_says_counts(pack: Pack, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(pack.rules))
    changes: list[Rule] = [
        attrs.evolve(rule, priority=rule.priority + 1),
        attrs.evolve(rule, factive=not rule.factive),
        attrs.evolve(rule, strength=next(strength for strength in Strength if strength is not rule.strength)),
        attrs.evolve(rule, type=next(kind for kind in CommitmentType if kind is not rule.type)),
        attrs.evolve(rule, frames=(*rule.frames, attrs.evolve(rule.frames[0], actor=()))),
    ]
    changed = data.draw(st.sampled_from(changes))
    others = [other for other in pack.rules if other.id != rule.id]
    assert pack_hash([*others, changed]) != pack_hash(pack.rules)


def test_lists_of_judgement_count_and_other_unused_lists_do_not() -> None:
    def digest(lists: str) -> str:
        return RuleSet.of([parse_pack(f"pack: a.b\nversion: 1.0.0\nlists: {lists}")]).sha256

    assert digest("{evaluative_negative: [falsch]}") != digest("{evaluative_negative: [falsch, dumm]}")
    assert digest("{evaluative_negative: [falsch, dumm]}") == digest("{evaluative_negative: [dumm, falsch, dumm]}")
    assert digest("{other: [falsch]}") == digest("{other: [dumm]}")


@SETTINGS
@given(packs(min_rules=1))
def test_rules_and_index_survive_pickling(pack: Pack) -> None:
    compiled = compile_rules(RuleSet.of([pack]))
    again = pickle.loads(pickle.dumps(compiled))
    assert again == compiled
    assert again.ruleset.sha256 == compiled.ruleset.sha256


def test_an_unknown_rule_has_no_pack() -> None:
    assert RuleSet().rule("a.b") is None
    with pytest.raises(KeyError):
        RuleSet().pack_of("a.b")


def test_lists_within_lists_are_opened_and_circles_end() -> None:
    assert expand(["$a", "z"], {"a": ("x", "$b"), "b": ("y", "$a")}) == ("x", "y", "z")


SENSES = """
pack: %s
version: 1.0.0
%s
senses:
  - {cue: halten, sense: hold to be, gives: %s, example: "[Sie]{actor} [hält]{cue} [es]{content} für gut."}
  - {cue: halten, sense: stop, gives: none, example: "Der Bus [hielt]{cue} %s."}
"""
HOLD = "rules: [{id: a.hold, type: belief, cue: {verb: [halten]}, frames: [{actor: subject, content: accusative}]}]"


def test_senses_of_several_packs_are_joined_and_the_later_one_counts() -> None:
    one, two = (
        parse_pack(SENSES % (name, HOLD, "a.hold", place)) for name, place in (("x.y", "hier"), ("x.z", "dort"))
    )
    assert [sense.example.text for sense in RuleSet.of([one, two]).senses] == [
        "Sie hält es für gut.",
        "Der Bus hielt dort.",
    ]


def test_senses_of_rules_that_are_off_are_left_out() -> None:
    one = parse_pack(SENSES % ("x.y", HOLD, "a.hold", "hier"))
    off = parse_pack("pack: x.z\nversion: 1.0.0")
    joined = RuleSet.of([one, attrs.evolve(off, off=("a.*",))])
    assert [sense.gives for sense in joined.senses] == [None]


def test_senses_do_not_change_what_rules_mean() -> None:
    with_senses = parse_pack(SENSES % ("x.y", HOLD, "a.hold", "hier"))
    assert RuleSet.of([with_senses]).sha256 == RuleSet.of([attrs.evolve(with_senses, senses=())]).sha256
