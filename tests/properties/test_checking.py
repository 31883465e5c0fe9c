"""When a meaning counts as given back: by its rule, by another of the same type, and not where an idiom intrudes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from stance.rules.ruleset import RuleSet
from stance.rules.schema import FrameRole, Slot, SlotKind
from stance.testing import Filling, Meaning, Verdict, judge_all
from stance.testing.nouns import common
from stance.testing.propositions import propositions


def _verdict(nlp: Language, ruleset: RuleSet, name: str, cue: str, *fillings: Filling) -> Verdict:
    rule = ruleset.rule(name)
    assert rule is not None
    actor = Filling(FrameRole.ACTOR, Slot(SlotKind.SUBJECT), common("Gericht", kind="institution"))
    meaning = Meaning(name, rule.type, rule.cue.kind, cue, fillings=(actor, *fillings))
    return next(iter(judge_all(nlp, ruleset, [meaning])))


def _clause() -> Filling:
    return Filling(FrameRole.CONTENT, Slot(SlotKind.CLAUSE, "dass"), None, propositions()[0])


def test_another_rule_may_give_the_meaning_back(nlp: Language, ruleset: RuleSet) -> None:
    addressee = Filling(FrameRole.ADDRESSEE, Slot(SlotKind.DATIVE), common("Konzern", kind="institution"))
    verdict = _verdict(nlp, ruleset, "accusation.vorwuerfe_machen", "Vorwürfe machen", addressee, _clause())
    assert verdict.right
    assert verdict.instead == ("accusation.zur_last_legen",)


def test_a_type_of_its_own_is_another_meaning(nlp: Language, ruleset: RuleSet) -> None:
    wrong = _verdict(nlp, ruleset, "belief.suppose", "behaupten", _clause())
    assert wrong.found is None
    assert wrong.instead


@pytest.mark.parametrize(("judgement", "idiom"), [("falsch", True), ("sinnvoll", False)])
def test_words_that_make_a_longer_cue_mean_something_else(
    nlp: Language, ruleset: RuleSet, judgement: str, idiom: bool
) -> None:
    content = Filling(FrameRole.CONTENT, Slot(SlotKind.ACCUSATIVE), common("Gesetzentwurf"))
    judged = Filling(FrameRole.JUDGEMENT, Slot(SlotKind.PP, "für"), word=judgement)
    verdict = _verdict(nlp, ruleset, "evaluation.declare", "erklären", content, judged)
    assert verdict.idiom is idiom
