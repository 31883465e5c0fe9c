"""Fuzzing rules: sentences are generated from a rule's own frames, and what comes back otherwise is a candidate.

Flows in: a bench; flows out: disagreements, each with the sentence as it was meant in the notation of examples, so that
an author can take it into the rule or mend the rule. The sentences are those of :mod:`stance.testing`: order,
tense, voice, negation, Konjunktiv, modals, parentheses and source chains vary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from stance.authoring.bench import Bench
from stance.authoring.editing import NewExample
from stance.authoring.examples import ALL, Selection, own_rules
from stance.rules.schema import CueKind, Rule
from stance.testing import Meaning, NoMeaningError, Realisation, expected_status, judge, realise, sample

Progress = Callable[[int, int], None]


@attrs.frozen
class Disagreement:
    """A generated sentence that came back otherwise than it was meant.

    Attributes:
        rule: the rule it was generated from.
        text: the sentence.
        candidate: the same as an example of the rule.
        wrong: fields that differ ("actor", "status"); empty where the rule found nothing.
        instead: rules that found something at the cue instead.
        features: how the sentence is put: its order, tense, voice and what else is special about it.
    """

    rule: str
    text: str
    candidate: NewExample
    wrong: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    features: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """What differs, in words."""
        if self.wrong:
            return "wrong: " + ", ".join(self.wrong)
        return "found by " + ", ".join(self.instead) if self.instead else "not found"


@attrs.frozen
class Fuzzed:
    """What came of fuzzing.

    Attributes:
        sentences: how many were tried.
        disagreements: those that came back otherwise.
        unsaid: rules from which no sentence could be made, with the reason.
    """

    sentences: int
    disagreements: tuple[Disagreement, ...]
    unsaid: tuple[tuple[str, str], ...] = ()


def fuzz_rules(
    bench: Bench,
    selection: Selection = ALL,
    count: int = 20,
    seed: int = 0,
    progress: Progress = lambda done, all: None,
) -> Fuzzed:
    """Generate sentences from rules and compare what is found with what was meant.

    Args:
        bench: what applies the rules; sentences are made from the rules of its last pack.
        selection: which of them.
        count: sentences a rule.
        seed: of the generator; the same sentences come for the same seed.
        progress: is told how many rules are done, of how many.
    """
    rules = [
        rule for rule in own_rules(bench.rules).rules if selection.takes(rule) and rule.cue.kind is not CueKind.TOKENS
    ]
    found: list[Disagreement] = []
    unsaid: list[tuple[str, str]] = []
    tried = 0
    for number, rule in enumerate(rules, 1):
        try:
            meanings = list(sample(rule, count, seed))
        except NoMeaningError as error:
            unsaid.append((rule.id, str(error)))
            continue
        tried += len(meanings)
        found += _disagreements(bench, rule, meanings)
        progress(number, len(rules))
    return Fuzzed(tried, tuple(found), tuple(unsaid))


def _disagreements(bench: Bench, rule: Rule, meanings: list[Meaning]) -> Iterator[Disagreement]:
    sentences = [realise(meaning) for meaning in meanings]
    commitments = bench.commitments(sentence.text for sentence in sentences)
    for meaning, sentence, found in zip(meanings, sentences, commitments, strict=True):
        verdict = judge(meaning, rule, sentence, found)
        if not verdict.right and not verdict.idiom:
            candidate = _candidate(meaning, rule, sentence)
            yield Disagreement(rule.id, sentence.text, candidate, verdict.wrong, verdict.instead, features(meaning))


def _candidate(meaning: Meaning, rule: Rule, sentence: Realisation) -> NewExample:
    status = expected_status(meaning, rule)
    expect = (("status", status.value),) if status is not None and status.value != "actual" else ()
    return NewExample(sentence.markup, expect=expect)


def features(meaning: Meaning) -> tuple[str, ...]:
    """How a meaning is put, in words; what is plain is left out."""
    told = [meaning.order.value, meaning.tense.value, meaning.voice.value, meaning.mood.value]
    plain = {"subject", "present", "active", "indicative"}
    marks = [
        meaning.modal,
        meaning.negation,
        "parenthesis" if meaning.parenthesis else "",
        "source" if meaning.source else "",
    ]
    return tuple(word for word in (*told, *marks) if word and word not in plain)
