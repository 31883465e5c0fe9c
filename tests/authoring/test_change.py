"""Fuzzing, differences, drafts and watching, each on a small pack of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from stance.authoring.bench import Bench
from stance.authoring.diff import Kind, diff_packs
from stance.authoring.drafting import DraftError, draft_rule
from stance.authoring.examples import ExampleOutcome, Selection
from stance.authoring.fuzz import fuzz_rules
from stance.authoring.watch import Watcher
from stance.model import CommitmentType
from stance.rules.reader import parse_pack

PACK = """
pack: my.pack
version: 1.0.0
rules:
  - id: demand.einklagen
    type: demand
    doc: Demanding by law.
    cue: {verb: [einklagen]}
    frames: [{actor: subject, content: accusative}]
    examples:
      - "[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."
"""
RIVAL = """
  - id: promise.einklagen
    type: promise
    doc: Takes the perfect away from the other rule.
    cue: {verb: [einklagen]}
    frames: [{actor: subject, content: accusative}]
    requires: {tense: [perfect]}
    priority: 5
"""
TEXT = "Die Eltern klagen einen Kitaplatz ein. Die Stadt fordert Geduld."


def bench(folder: Path, text: str) -> Bench:
    path = folder / "my.yaml"
    path.write_text(text, encoding="utf-8")
    return Bench.of([path])


@cache
def core() -> Bench:
    return Bench.of(["de.core"])


# fuzz


def test_sentences_that_come_back_are_no_disagreement(tmp_path: Path) -> None:
    found = fuzz_rules(bench(tmp_path, PACK), count=8)
    assert found.sentences >= 8
    assert not found.disagreements


def test_a_disagreement_is_an_example_that_fails(tmp_path: Path) -> None:
    found = fuzz_rules(bench(tmp_path, PACK + RIVAL), Selection("demand.einklagen", exact=True), count=40)
    assert found.disagreements
    for each in found.disagreements:
        assert each.reason == "found by promise.einklagen"
        assert "perfect" in each.features
    (commitments,) = bench(tmp_path, PACK).commitments([found.disagreements[0].text])
    assert [each.rule for each in commitments] == ["demand.einklagen"]


# diff


def test_what_is_lost_and_gained_has_its_reason(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    before = bench(old, PACK)
    after = bench(new, PACK.replace("content: accusative", "content: dative"))
    (lost,) = diff_packs(before, after, [("a", TEXT)]).differences
    assert (lost.kind, lost.reason, lost.after) == (Kind.LOST, "found no content: dative", "")
    assert lost.example.negative
    (gained,) = diff_packs(after, before, [("a", TEXT)]).differences
    assert (gained.kind, gained.reason) == (Kind.GAINED, "found no content: dative")
    assert gained.example.notation == "[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."


def test_what_has_changed_names_its_fields(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    changed = PACK.replace("type: demand\n", "type: proposal\n    strength: weak\n")
    (found,) = diff_packs(bench(old, PACK), bench(new, changed), [("a", TEXT)]).differences
    assert found.kind is Kind.CHANGED
    assert found.reason == "type demand → proposal, strength plain → weak"
    assert found.before == found.after


# new


@pytest.mark.parametrize(
    ("notation", "cue", "frame", "kind"),
    [
        (
            "[Scholz]{actor} [lehnt]{cue} [die Impfpflicht]{content} [ab]{cue}.",
            "{verb: [ablehnen]}",
            "{actor: subject, content: accusative}",
            "rejection",
        ),
        (
            "Die [Absage]{cue} [der SPD]{actor} an [das Projekt]{content} kam spät.",
            "{noun: [Absage]}",
            "{actor: possessor, content: pp.an}",
            "rejection",
        ),
        (
            "[Die Notenbank]{actor} ist [entschlossen]{cue}, [die Inflation zu senken]{content}.",
            "{adjective: [entschlossen]}",
            "{actor: subject, content: clause.zu}",
            "intention",
        ),
        (
            "[Die Notenbank]{actor} [lässt]{cue} die [Tür]{cue} für [Zinssenkungen]{content} [offen]{cue}.",
            "{idiom: [Tür offenlassen]}",
            "{actor: subject, content: pp.für}",
            "",
        ),
        (
            "[Der Minister]{actor} [nannte]{cue} [den Plan]{content} [falsch]{judgement}.",
            "{verb: [nennen]}",
            "{actor: subject, content: accusative, judgement: predicative}",
            "evaluation",
        ),
    ],
)
def test_a_sentence_becomes_a_rule_that_finds_it(notation: str, cue: str, frame: str, kind: str) -> None:
    draft = draft_rule(core(), notation)
    assert f"cue: {cue}\n" in draft.yaml
    assert f"- {frame}\n" in draft.yaml
    assert draft.result.outcome is ExampleOutcome.VALIDATED
    assert not kind or draft.types[0] == kind
    assert parse_pack(f"pack: a.b\nversion: 1.0.0\nrules:\n{draft.yaml}").rules == (draft.rule,)


def test_what_overlaps_is_named_and_type_and_id_can_be_given() -> None:
    draft = draft_rule(core(), "[Sie]{actor} [fordert]{cue} [Ruhe]{content}.", CommitmentType.PROMISE, "promise.mine")
    assert (draft.rule.id, draft.types) == ("promise.mine", (CommitmentType.PROMISE,))
    assert ("demand.fordern", "fires on the sentence") in [(each.rule, each.how) for each in draft.overlaps]


@pytest.mark.parametrize(
    ("notation", "said"),
    [
        ("[Sie]{actor} [fordert Ruhe.", "the bracket is never closed"),
        ("[Sie]{actor} fordert Ruhe.", "no cue is marked"),
        ("[Sie]{aktor} [fordert]{cue} Ruhe.", "did you mean 'actor'"),
        ("Sie [ford]{cue}ert Ruhe.", "mark whole words"),
        ("[Die rote]{cue} Ampel.", "is no cue that rules know"),
    ],
)
def test_a_sentence_that_gives_no_rule_says_why(notation: str, said: str) -> None:
    with pytest.raises(DraftError, match=said):
        draft_rule(core(), notation)


# watch


def test_a_save_runs_what_it_concerns_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    other = "  - id: demand.fordern\n    type: demand\n    doc: Demanding.\n    cue: {verb: [fordern]}\n"
    other += "    frames: [{actor: subject, content: accusative}]\n"
    other += '    examples: ["[Sie]{actor} [fordert]{cue} [Ruhe]{content}."]\n'
    path.write_text(PACK + other, encoding="utf-8")
    watcher = Watcher(path, [("a", TEXT)])
    first = watcher.start()
    assert (len(first.results), first.failed, first.problems) == (2, (), ())
    assert not watcher.has_changed()
    path.write_text((PACK + other).replace("[einklagen]", "[einfordern]"), encoding="utf-8")
    assert watcher.has_changed()
    update = watcher.update()
    assert update.changed == ("demand.einklagen",)
    assert [result.outcome for result in update.results] == [ExampleOutcome.MISSING]
    assert [(each.kind, each.rule) for each in update.differences] == [(Kind.LOST, "demand.einklagen")]


def test_a_broken_pack_leaves_the_rules_before_in_use(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(PACK, encoding="utf-8")
    watcher = Watcher(path)
    watcher.start()
    path.write_text(PACK.replace("frames", "framez"), encoding="utf-8")
    broken = watcher.update()
    assert (broken.broken, broken.results) == (True, ())
    path.write_text(PACK + '      - none: "Die Eltern klagen."\n', encoding="utf-8")
    assert [result.passed for result in watcher.update().results] == [True, True]
