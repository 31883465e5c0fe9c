"""Runs the annotated examples of rules and says, for each, whether the rule found what the annotation states.

Flows in: a rule set and a pipeline that applies it; flows out: one :class:`ExampleResult` an example. The outcomes
are those of Semgrep's and ast-grep's rule tests: validated, missing (the rule did not fire), wrong (it fired, with
other roles or fields), noisy (it fired where it must not).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Final

import attrs

from stance.authoring.bench import Bench
from stance.model import Commitment, CommitmentType, Mention, SpanSet
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Example, Rule, Sense

Extract = Callable[[Iterable[str]], Iterable[tuple[Commitment, ...]]]
"""Gives the commitments of each of some texts, as :meth:`stance.authoring.bench.Bench.commitments` does."""

_ROLES = ("actor", "addressee", "content", "judgement", "condition", "source")
_NOWHERE = SpanSet(())
_TRIMMED = " \t\r\n,;:.!?"


class ExampleOutcome(StrEnum):
    """What came of an example."""

    VALIDATED = "validated"
    MISSING = "missing"
    WRONG = "wrong"
    NOISY = "noisy"


@attrs.frozen
class Deviation:
    """One thing that is other than the example says.

    Attributes:
        what: role or field.
        expected: what the example says, empty for nothing.
        found: what the rule found, empty for nothing.
        expected_at, found_at: where that stands in the example's plain text, in characters; empty for fields.
    """

    what: str
    expected: str
    found: str
    expected_at: SpanSet = _NOWHERE
    found_at: SpanSet = _NOWHERE

    @property
    def missed(self) -> SpanSet:
        """The characters that the example says and the rule did not find."""
        return _without(self.expected_at, self.found_at)

    @property
    def extra(self) -> SpanSet:
        """The characters that the rule found and the example does not say."""
        return _without(self.found_at, self.expected_at)

    def __str__(self) -> str:
        return f"{self.what}: expected {self.expected or 'nothing'}, found {self.found or 'nothing'}"


@attrs.frozen
class ExampleResult:
    """What came of one example of one rule or sense.

    Attributes:
        rule: id of the rule that is to find it; empty for a sense that gives nothing.
        example: text and annotation.
        outcome: what came of it.
        deviations: what is other than annotated.
        source: file of the example.
        sense: the sense that the example belongs to, None where it belongs to the rule itself.
    """

    rule: str
    example: Example
    outcome: ExampleOutcome
    deviations: tuple[Deviation, ...] = ()
    source: str = ""
    sense: Sense | None = None

    @property
    def name(self) -> str:
        """The rule, or the cue and its meaning, that the example belongs to."""
        return self.rule if self.sense is None else f"{self.sense.cue} “{self.sense.sense}”"

    @property
    def passed(self) -> bool:
        """Whether the rule did what the example says."""
        return self.outcome is ExampleOutcome.VALIDATED


@attrs.frozen
class Selection:
    """Which examples are run.

    Attributes:
        text: only rules whose id, and senses whose cue or rule, contains this.
        type: only rules of this type, and senses that give one.
        exact: only the rule whose id is just ``text``.
    """

    text: str = ""
    type: CommitmentType | None = None
    exact: bool = False

    def takes(self, rule: Rule | None, cue: str = "") -> bool:
        """Whether a rule, or a sense with its cue and the rule that it gives, is chosen."""
        name = "" if rule is None else rule.id
        named = self.text == name if self.exact else self.text in cue or self.text in name
        return named and (self.type is None or (rule is not None and rule.type is self.type))

    def __str__(self) -> str:
        parts = [f"type {self.type}"] if self.type else []
        return " and ".join([*([f"a name with {self.text!r}"] if self.text else []), *parts])


ALL: Final = Selection()


def own_rules(rules: RuleSet) -> RuleSet:
    """The rules and senses of the last pack, without those of the packs that it extends."""
    last = rules.packs[-1]
    own = tuple(rule for rule in rules.rules if rules.pack_of(rule.id) == last.name)
    return attrs.evolve(rules, rules=own, senses=last.senses)


def run_all(bench: Bench, rules: RuleSet | None = None, selection: Selection = ALL) -> Iterator[ExampleResult]:
    """Run examples and senses, those of rules first.

    Args:
        bench: what applies the rules.
        rules: whose examples are run; all of the bench where they are not given.
        selection: which of them.
    """
    chosen = bench.rules if rules is None else rules
    yield from run_examples(chosen, bench.commitments, selection)
    yield from run_senses(chosen, bench.commitments, selection)


def run_examples(rules: RuleSet, extract: Extract, selection: Selection = ALL) -> Iterator[ExampleResult]:
    """Run the examples of rules.

    Args:
        rules: the rules.
        extract: what applies the same rules to texts.
        selection: which of them.
    """
    cases = [(rule, example) for rule in rules.rules if selection.takes(rule) for example in rule.examples]
    found = extract(example.text for _, example in cases)
    for (rule, example), commitments in zip(cases, found, strict=True):
        yield run_example(rule, example, commitments)


def run_senses(rules: RuleSet, extract: Extract, selection: Selection = ALL) -> Iterator[ExampleResult]:
    """Run the examples of the senses of ambiguous cues.

    Args:
        rules: the rules and their senses.
        extract: what applies the same rules to texts.
        selection: which of them.
    """
    given = ((sense, rules.rule(sense.gives) if sense.gives else None) for sense in rules.senses)
    cases = [sense for sense, rule in given if selection.takes(rule, sense.cue)]
    found = extract(sense.example.text for sense in cases)
    for sense, commitments in zip(cases, found, strict=True):
        yield run_sense(rules, sense, commitments)


def run_sense(rules: RuleSet, sense: Sense, commitments: Iterable[Commitment]) -> ExampleResult:
    """Compare what was found in the example of a sense with what the sense gives.

    A sense that gives nothing is noisy when any rule finds a commitment whose cue holds the marked word.

    Args:
        rules: the rules, among them the one that the sense names.
        sense: cue, meaning and annotated example.
        commitments: everything found in the text, by whatever rule.
    """
    rule = rules.rule(sense.gives) if sense.gives else None
    if rule is not None:
        return attrs.evolve(run_example(rule, sense.example, commitments), source=sense.source, sense=sense)
    cue = cue_of(sense.example)
    found = [each for each in commitments if each.cue is not None and each.cue.spans.overlap(cue)]
    deviations = tuple(
        Deviation("cue", "", f"{_text(each.cue)} by {each.rule}", found_at=each.cue.spans) for each in found if each.cue
    )
    outcome = ExampleOutcome.NOISY if found else ExampleOutcome.VALIDATED
    return ExampleResult("", sense.example, outcome, deviations, sense.source, sense)


def run_example(rule: Rule, example: Example, commitments: Iterable[Commitment]) -> ExampleResult:
    """Compare what a rule found in the text of an example with its annotation.

    A role counts as right when it covers the annotated characters, punctuation at its edges apart. Commitments that one
    cue gives for coordinated actors are taken together.

    Args:
        rule: the rule that the example belongs to.
        example: text and annotation.
        commitments: everything found in the text, by whatever rule.
    """
    own = [commitment for commitment in commitments if commitment.rule == rule.id]
    cue = cue_of(example)
    if example.negative:
        deviations = tuple(
            Deviation("cue", "", _text(each.cue), found_at=each.cue.spans if each.cue else _NOWHERE) for each in own
        )
        outcome = ExampleOutcome.NOISY if own else ExampleOutcome.VALIDATED
        return ExampleResult(rule.id, example, outcome, deviations, rule.source)
    here = [found for found in own if not cue or (found.cue is not None and found.cue.spans.overlap(cue))]
    if not here:
        return ExampleResult(rule.id, example, ExampleOutcome.MISSING, source=rule.source)
    deviations = tuple(_deviations(example, here))
    outcome = ExampleOutcome.WRONG if deviations else ExampleOutcome.VALIDATED
    return ExampleResult(rule.id, example, outcome, deviations, rule.source)


def cue_of(example: Example) -> SpanSet:
    """The characters that an example marks as its cue."""
    return _annotated(example, "cue")


def _deviations(example: Example, found: list[Commitment]) -> Iterator[Deviation]:
    cue = cue_of(example)
    if cue:
        yield from _compare("cue", example.text, cue, [mention for each in found if (mention := each.cue)])
    for role in _ROLES:
        expected = _annotated(example, role)
        mentions = [mention for each in found for mention in _fillers(each, role)]
        if expected or (mentions and role not in ("condition", "source")):
            yield from _compare(role, example.text, expected, mentions)
    for name, value in example.expect:
        values = sorted({_value(commitment, name) for commitment in found})
        if values != [value]:
            yield Deviation(name, value, ", ".join(values))


def _compare(what: str, text: str, expected: SpanSet, mentions: list[Mention]) -> Iterator[Deviation]:
    found = SpanSet.of(span for mention in mentions for span in mention.spans)
    if _characters(text, expected) != _characters(text, found):
        yield Deviation(what, _quoted(expected, text), _quoted(found, text), expected, found)


def _without(spans: SpanSet, others: SpanSet) -> SpanSet:
    covered = {offset for start, end in others for offset in range(start, end)}
    left = (offset for start, end in spans for offset in range(start, end) if offset not in covered)
    return SpanSet.of((offset, offset + 1) for offset in left)


def _characters(text: str, spans: SpanSet) -> set[int]:
    """The covered characters, punctuation and white space at the edges of each stretch left out."""
    covered: set[int] = set()
    for start, end in spans:
        stretch = text[start:end]
        first = start + len(stretch) - len(stretch.lstrip(_TRIMMED))
        covered.update(range(first, first + len(stretch.strip(_TRIMMED))))
    return {offset for offset in covered if not text[offset].isspace()}


def _annotated(example: Example, role: str) -> SpanSet:
    return SpanSet.of((span.start, span.end) for span in example.spans if span.role == role)


def _fillers(commitment: Commitment, role: str) -> tuple[Mention, ...]:
    if role == "source":
        return commitment.sources
    mention: Mention | None = getattr(commitment, role)
    return () if mention is None else (mention,)


def _value(commitment: Commitment, name: str) -> str:
    value = getattr(commitment, name)
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)


def _text(mention: Mention | None) -> str:
    return "" if mention is None else f"“{mention.text}”"


def _quoted(spans: SpanSet, text: str) -> str:
    return f"“{spans.text(text)}”" if spans else ""
