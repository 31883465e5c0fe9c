"""What must not change an extraction, and what must change it in one direction.

Plain sentences of all rules with a verb, an idiom or an adjective are the base; only those whose extraction is right
are varied, so that a failure is due to the variation.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from spacy.language import Language

from stance.model import Commitment, CommitmentType, Polarity, Status, Strength
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind, Invariance, Rule, SlotKind
from stance.testing import (
    DIRECTIONS,
    INVARIANCES,
    Meaning,
    NoMeaningError,
    Verdict,
    judge,
    judge_all,
    plain_meanings,
    realise,
)
from stance.testing.nouns import vocabulary
from stance.testing.variations import applies, indicative, konjunktiv
from tests.properties.conftest import THOROUGH

PER_RULE = 4 if THOROUGH else 1
SLACK = 0.04
VARIED = (CueKind.VERB, CueKind.IDIOM, CueKind.ADJECTIVE)
CERTAINTY = {Strength.WEAK: 0, Strength.PLAIN: 1, Strength.STRONG: 2}
Holds = Callable[[Verdict, Commitment, Rule], bool]


@attrs.frozen
class Base:
    """A meaning whose extraction is right, and the commitment found."""

    meaning: Meaning
    found: Commitment


@pytest.fixture(scope="module")
def bases(nlp: Language, ruleset: RuleSet) -> tuple[Base, ...]:
    drawn = [meaning for rule in ruleset.rules if rule.cue.kind in VARIED for meaning in _plain(rule)]
    return tuple(
        Base(verdict.meaning, verdict.found)
        for verdict in judge_all(nlp, ruleset, drawn)
        if verdict.right and verdict.found is not None and verdict.found.rule == verdict.meaning.rule
    )


def _plain(rule: Rule) -> list[Meaning]:
    """Plain meanings of a rule, one for each set of roles in their slots."""
    try:
        drawn = list(plain_meanings(rule, PER_RULE))
    except NoMeaningError:
        return []
    return list({tuple((filling.role, filling.slot) for filling in own.fillings): own for own in drawn}.values())


def bounded(name: str, right: int, total: int, exceptions: dict[str, Any], example: str) -> None:
    """Print the share of a variation, and fail where it is below its bound or the bound could be dropped."""
    known = exceptions["variations"].get(name)
    share, bound = right / max(1, total), 0.95 if known is None else known["share"]
    print(
        f"{name:28} {right:4} of {total:4} {share:6.1%} bound {bound:4.0%}  {'' if known is None else known['reason']}"
    )
    assert total, "nothing was varied"
    assert share >= bound - SLACK, f"{name}: {share:.1%}, bound {bound:.0%}: {example}"
    assert not THOROUGH or known is None or share < 0.985, f"{name}: {share:.1%}: the exception is no longer needed"


@pytest.mark.parametrize("name", INVARIANCES)
def test_invariance(
    name: str, bases: tuple[Base, ...], nlp: Language, ruleset: RuleSet, exceptions: dict[str, Any]
) -> None:
    fitting = [
        base
        for base in bases
        if applies(name, _rule(ruleset, base)) and (name != "quotation" or _can_be_quoted(ruleset, base))
    ]
    varied = [changed for base in fitting if (changed := INVARIANCES[name](base.meaning)) is not None]
    verdicts = list(judge_all(nlp, ruleset, varied))
    missed = next((f"{v.sentence.markup} {v.wrong}" for v in verdicts if not v.right), "")
    bounded(name, sum(v.right for v in verdicts), len(verdicts), exceptions, missed)


def _can_be_quoted(ruleset: RuleSet, base: Base) -> bool:
    """Whether a frame of the rule takes a quotation."""
    return any(s.kind is SlotKind.QUOTE for frame in _rule(ruleset, base).frames for s in frame.content)


def _rule(ruleset: RuleSet, base: Base) -> Rule:
    rule = ruleset.rule(base.meaning.rule)
    assert rule is not None
    return rule


def _negation_is_read(verdict: Verdict, before: Commitment, rule: Rule) -> bool:
    """Neg-raising and a rule's own outcome keep the act actual and turn the attitude; else the act is negated."""
    found = verdict.found
    if found is None:
        return False
    if rule.negated is not None:
        outcome = rule.negated
        turned = outcome.polarity is None or found.polarity is outcome.polarity
        return turned and found.status is outcome.status and found.type is (outcome.type or rule.type)
    if found.status is Status.ACTUAL:
        return rule.neg_raising and (found.polarity is Polarity.NEGATIVE) != (before.polarity is Polarity.NEGATIVE)
    return found.status is Status.NEGATED


def _status(*allowed: Status) -> Holds:
    return lambda verdict, before, rule: verdict.found is not None and verdict.found.status in allowed


def _is_weaker(verdict: Verdict, before: Commitment, rule: Rule) -> bool:
    """Two negations keep the act and take some of its strength."""
    found = verdict.found
    if found is None or found.status is not before.status:
        return False
    return before.strength is Strength.WEAK or CERTAINTY[found.strength] < CERTAINTY[before.strength]


def _one_more_source(verdict: Verdict, before: Commitment, rule: Rule) -> bool:
    found, source = verdict.found, verdict.sentence.part("source")
    if found is None or source is None:
        return False
    return [own.text for own in found.sources] == [*(own.text for own in before.sources), source]


HOLDS: dict[str, Holds] = {
    "negated": _negation_is_read,
    "doubly negated": _is_weaker,
    "below könnte": _status(Status.HYPOTHETICAL),
    "condition": _status(Status.HYPOTHETICAL),
    "question": _status(Status.QUESTIONED),
    "laut X": _one_more_source,
    "reported in Konjunktiv I": _one_more_source,
    "future": _status(Status.FUTURE),
}


def test_every_direction_is_tested() -> None:
    assert set(HOLDS) == set(DIRECTIONS)


@pytest.mark.parametrize("name", DIRECTIONS)
def test_direction(
    name: str, bases: tuple[Base, ...], nlp: Language, ruleset: RuleSet, exceptions: dict[str, Any]
) -> None:
    pairs = [(base, changed) for base in bases if (changed := DIRECTIONS[name](base.meaning)) is not None]
    pairs = [(base, changed) for base, changed in pairs if _applies(name, ruleset, base)]
    verdicts = list(judge_all(nlp, ruleset, [changed for _, changed in pairs]))
    held = [_holds(name, verdict, base, ruleset) for (base, _), verdict in zip(pairs, verdicts, strict=True)]
    missed = next((v.sentence.markup for v, holds in zip(verdicts, held, strict=True) if not holds), "")
    bounded(name, sum(held), len(held), exceptions, missed)


def _applies(name: str, ruleset: RuleSet, base: Base) -> bool:
    """Rules that want or forbid a negation, a modal or a status of their own do not show what these do."""
    rule = ruleset.rule(base.meaning.rule)
    assert rule is not None
    wants = any(own.negated is not None or own.modal for own in (rule.requires, *(f.requires for f in rule.frames)))
    forbids = any(own.negated or own.tense for own in (rule.unless, *(f.unless for f in rule.frames)))
    return not wants and not forbids and base.found.status is Status.ACTUAL


def _holds(name: str, verdict: Verdict, base: Base, ruleset: RuleSet) -> bool:
    rule = ruleset.rule(base.meaning.rule)
    assert rule is not None
    return HOLDS[name](verdict, base.found, rule)


def test_konjunktiv_never_adds_certainty(
    bases: tuple[Base, ...], nlp: Language, ruleset: RuleSet, exceptions: dict[str, Any]
) -> None:
    """Told in Konjunktiv I a content is no surer than in the indicative, and the act is what it was."""
    pairs = [(indicative(b.meaning), told) for b in bases if (told := konjunktiv(b.meaning)) is not None]
    plain = judge_all(nlp, ruleset, [one for one, _ in pairs])
    told = list(judge_all(nlp, ruleset, [other for _, other in pairs]))
    held = [_is_no_surer(one.found, other.found) for one, other in zip(plain, told, strict=True)]
    missed = next((v.sentence.markup for v, holds in zip(told, held, strict=True) if not holds), "")
    bounded("content in Konjunktiv I", sum(held), len(held), exceptions, missed)


def _is_no_surer(plain: Commitment | None, told: Commitment | None) -> bool:
    if told is None or plain is None:
        return told is None
    return CERTAINTY[told.strength] <= CERTAINTY[plain.strength] and told.status is plain.status


def test_neighbouring_sentences_change_nothing(
    bases: tuple[Base, ...], nlp: Language, ruleset: RuleSet, exceptions: dict[str, Any]
) -> None:
    before, after = vocabulary()["neighbours"][:2]
    moved = [realise(base.meaning).within(before, after) for base in bases]
    docs = nlp.pipe(sentence.text for sentence in moved)
    missed: list[str] = []
    for base, sentence, doc in zip(bases, moved, docs, strict=True):
        rule = ruleset.rule(base.meaning.rule)
        assert rule is not None
        if not judge(base.meaning, rule, sentence, doc._.commitments).right:
            missed.append(sentence.text)
    bounded("neighbouring sentences", len(bases) - len(missed), len(bases), exceptions, "".join(missed[:1]))


def test_composed_and_decomposed_letters_are_the_same(
    bases: tuple[Base, ...], nlp: Language, exceptions: dict[str, Any]
) -> None:
    texts = [realise(base.meaning).text for base in bases]
    changed = [text for text in texts if unicodedata.normalize("NFD", text) != text]
    parts = nlp.pipe(unicodedata.normalize("NFD", text) for text in changed)
    pairs = zip(nlp.pipe(changed), parts, strict=True)
    missed = [whole.text for whole, part in pairs if _essence(whole) != _essence(part)]
    bounded("decomposed letters", len(changed) - len(missed), len(changed), exceptions, "".join(missed[:1]))


def _essence(doc: Any) -> list[tuple[str, CommitmentType, str]]:
    """Rule, type and composed content of each commitment."""
    content = [(c, "" if c.content is None else c.content.text) for c in doc._.commitments]
    return [(c.rule, c.type, unicodedata.normalize("NFC", text)) for c, text in content]


def test_a_rule_says_which_changes_are_tried_on_it(ruleset: RuleSet) -> None:
    rule = attrs.evolve(ruleset.rules[0], invariant_to=(Invariance.TENSE,))
    assert {name for name in INVARIANCES if applies(name, rule)} == {"perfect", "pluperfect", "preterite"}
    assert all(applies(name, attrs.evolve(rule, invariant_to=())) for name in INVARIANCES)
