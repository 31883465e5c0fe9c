"""Explanations: they say what is in the result, change nothing in it, and propose only edits that work."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.authoring.bench import Bench
from stance.authoring.explain import Expectation, Explanation, explain_text, explain_why_not
from stance.authoring.trial import Trial
from stance.model import CommitmentType
from stance.rules.errors import suggest
from stance.rules.schema import FrameRole
from stance.testing import sentences_for


@cache
def bench() -> Bench:
    return Bench.of(["de.core"])


ROLES = frozenset(role.value for role in FrameRole)
RULES = [rule for rule in bench().rules.rules if rule.cue.words]


def why_not(text: str, expected: str | None = None, rule: str | None = None) -> Explanation:
    return explain_why_not(bench(), text, None if expected is None else Expectation.of(expected), rule)


@given(st.data())
def test_a_fired_attempt_names_the_evidence_of_its_commitment(data: st.DataObject) -> None:
    sentence = data.draw(sentences_for(data.draw(st.sampled_from(RULES))))
    told = explain_text(bench(), sentence.realisation.text)
    fired = [tried for tried in told.tried if tried.fired]
    for commitment in told.commitments:
        if commitment.cue is None:
            continue
        here = [each for each in fired if each.rule == commitment.rule and each.cue.overlap(commitment.cue.spans)]
        assert [tried.frame for tried in here] == [commitment.evidence.frame]
        evidence = {binding.name: binding.spans for binding in commitment.evidence.bindings}
        for binding in here[0].bound:
            assert binding.spans.overlap(evidence[binding.role])
        assert {name for name in evidence if name in ROLES} == {binding.role for binding in here[0].bound}


def test_of_two_conjuncts_under_one_modal_only_one_fires() -> None:
    told = explain_text(bench(), "Die Ministerin will die Steuern senken und die Renten erhöhen.")
    tries = [tried for tried in told.tried if tried.rule == "modal.wollen"]
    assert [(tried.fired, tried.superseded_by) for tried in tries] == [(True, None), (False, "modal.wollen")]


@given(st.data())
def test_explaining_changes_no_commitment(data: st.DataObject) -> None:
    text = data.draw(sentences_for(data.draw(st.sampled_from(RULES)))).realisation.text
    (found,) = bench().commitments([text])
    assert explain_text(bench(), text).commitments == found
    assert why_not(text).commitments == found


def test_the_failed_condition_is_named_with_its_place() -> None:
    (near,) = why_not("Das Unglück forderte drei Todesopfer.", rule="demand.fordern").near
    assert near.reason == "the actor cannot act"
    assert near.tried is not None
    assert near.tried.at is not None
    assert near.tried.at.text("Das Unglück forderte drei Todesopfer.") == "Unglück"


@pytest.mark.parametrize(
    ("text", "expected", "rule", "edit"),
    [
        ("Die SPD fordert über den Haushalt.", None, "demand.fordern", "add 'pp.über' to 'content' of frame 1"),
        ("Der Stein lehnt den Plan ab.", None, "rejection.ablehnen", "write 'requires: {actor: any}'"),
        ("Die Eltern erstreiten einen Kitaplatz.", "demand:Eltern", None, "add 'erstreiten' to the cue"),
    ],
)
def test_the_smallest_edit_is_proposed_and_works(text: str, expected: str | None, rule: str | None, edit: str) -> None:
    near = why_not(text, expected, rule).near[0]
    assert near.edits[0].text == edit
    assert Trial(bench(), bench().tagged(text)).fires(near.edits[0].rule) is not None


def test_two_edits_are_proposed_where_one_is_not_enough() -> None:
    (near,) = why_not("Das Unglück forderte drei Todesopfer.", rule="demand.fordern").near
    assert near.edits[0].text.startswith("write 'requires: {actor: any}', and take 'content' out of 'unless'")


def test_nothing_is_missing_where_the_expected_is_found() -> None:
    assert not why_not("Die SPD fordert mehr Geld.", "demand:SPD").near
    assert why_not("Die SPD fordert mehr Geld.", "promise:SPD").near


def test_a_rule_without_its_cue_says_so_and_shows_where_it_fires() -> None:
    (near,) = why_not("Es regnet seit Tagen.", rule="demand.fordern").near
    assert (near.tried, near.reason) == (None, "none of its cue words stands here")
    assert near.model.startswith("Die Gewerkschaft fordert")


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"demand\.gibtsnicht"):
        why_not("Die SPD fordert mehr Geld.", rule="demand.gibtsnicht")


@pytest.mark.parametrize("text", ["demnad", "demand2:SPD", ""])
def test_an_expectation_names_a_type(text: str) -> None:
    with pytest.raises(ValueError, match="is no type: assertion, "):
        Expectation.of(text)
    assert suggest("demnad", CommitmentType) == "did you mean 'demand'?"
