"""The German core pack by its own examples and senses; what still fails is listed with its reason, and bounded."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from stance.authoring.bench import Bench
from stance.authoring.examples import ExampleResult, run_examples, run_senses
from stance.model import CommitmentType
from stance.rules.reader import load_packs
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind

GAPS = Path(__file__).with_name("known_gaps.yaml")
MOST_GAPS = 10


@cache
def core() -> RuleSet:
    return load_packs(["de.core"])


@cache
def results() -> tuple[ExampleResult, ...]:
    extract = Bench.of(["de.core"]).commitments
    return (*run_examples(core(), extract), *run_senses(core(), extract))


def gaps() -> dict[str, str]:
    found = YAML(typ="safe").load(GAPS.read_text(encoding="utf-8")) or {}
    return {str(text): str(reason) for text, reason in found.items()}


def test_every_example_is_found_as_annotated_but_for_the_known_gaps() -> None:
    failed = [result for result in results() if not result.passed and result.example.text not in gaps()]
    assert not failed, "\n".join(
        f"{result.source}:{result.example.line} {result.outcome} {result.name}: {result.example.text} "
        + "; ".join(map(str, result.deviations))
        for result in failed
    )


def test_a_closed_gap_leaves_the_table() -> None:
    failing = {result.example.text for result in results() if not result.passed}
    assert set(gaps()) <= failing, "take out what passes now"


def test_known_gaps_are_few_and_have_a_reason() -> None:
    assert len(gaps()) <= MOST_GAPS
    assert all(len(reason) > 10 for reason in gaps().values())


def test_every_rule_has_positive_and_negative_examples() -> None:
    for rule in core().rules:
        negative = [example.negative for example in rule.examples]
        assert negative.count(False) >= 2, rule.id
        assert negative.count(True) >= 1, rule.id


@pytest.mark.parametrize("kind", CommitmentType)
def test_every_type_has_ten_verbs_and_a_noun(kind: CommitmentType) -> None:
    cues = [(rule.cue.kind, word) for rule in core().rules if rule.type is kind for word in rule.cue.words]
    verbs = {word for found, word in cues if found is CueKind.VERB}
    assert len(verbs) >= 10, sorted(verbs)
    assert any(found is CueKind.NOUN for found, _ in cues)


def test_the_pack_is_large() -> None:
    assert len({(rule.cue.kind, word) for rule in core().rules for word in rule.cue.words}) >= 550


def test_a_cue_is_not_in_two_rules_of_a_type_with_the_same_frame() -> None:
    seen: dict[tuple[object, ...], str] = {}
    for rule in core().rules:
        for word in rule.cue.words:
            for frame in rule.frames:
                key = (rule.type, rule.cue.kind, word, frame, rule.requires, rule.unless)
                assert seen.setdefault(key, rule.id) == rule.id, (word, rule.id, seen[key])


AMBIGUOUS = (
    *("halten", "stellen", "sprechen", "stehen", "bestehen", "rechnen", "raten", "versichern", "verurteilen"),
    *("laut", "nach", "so", "wollen", "sollen"),
)


@pytest.mark.parametrize("cue", AMBIGUOUS)
def test_ambiguous_cues_have_senses_that_commit_and_senses_that_do_not(cue: str) -> None:
    given = [sense.gives is not None for sense in core().senses if sense.cue == cue]
    assert Counter(given)[True] >= 1
    assert Counter(given)[False] >= 1


def test_thirty_cues_have_senses() -> None:
    assert len({sense.cue for sense in core().senses}) >= 30


def test_the_pack_in_the_description_of_the_language_does_what_it_says(tmp_path: Path) -> None:
    page = (GAPS.parents[2] / "docs" / "rule-language.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```yaml\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    path = tmp_path / "my.yaml"
    path.write_text(text, encoding="utf-8")
    bench = Bench.of([path])
    done = [*run_examples(bench.rules, bench.commitments), *run_senses(bench.rules, bench.commitments)]
    assert len(done) == 5
    assert all(result.passed for result in done), [result.deviations for result in done]


def test_rules_of_a_family_stand_together_verbs_first_and_nouns_last() -> None:
    order = [
        CueKind.VERB,
        CueKind.ADJECTIVE,
        CueKind.MODAL,
        CueKind.IDIOM,
        CueKind.TOKENS,
        CueKind.NOUN,
        CueKind.ATTRIBUTION,
    ]
    for source, rules in groupby(sorted(core().rules, key=lambda r: (r.source, r.line)), key=lambda r: r.source):
        runs = [(family, [r.cue.kind for r in members]) for family, members in groupby(rules, key=lambda r: r.family)]
        names = [family for family, _ in runs]
        assert all(names), source
        assert len(names) == len(set(names)), source
        assert all(kinds == sorted(kinds, key=order.index) for _, kinds in runs), source
