"""Mutation of rules: a condition is dropped or weakened, and the examples are asked whether they notice.

Flows in: a bench; flows out: one :class:`Mutant` a change that no example notices, with a sentence that would tell the
difference where the generator can make one. Mutation analysis of programs is due to DeMillo, Lipton & Sayward (1978).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from stance.authoring.bench import Bench
from stance.authoring.examples import ALL, ExampleResult, Selection, own_rules, run_example, run_sense
from stance.clauses.graph import ClauseGraph
from stance.extraction import Extractor
from stance.model import Commitment, Strength
from stance.rules.compiler import compile_rules
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Conditions, CueKind, Example, Frame, FrameRole, Rule, Sense
from stance.testing import NoMeaningError, realise, sample

_TOLD: Final = (
    ("negated", None),
    ("neg_raising", False),
    ("polarity", None),
    ("force", None),
    ("form", None),
    ("status", None),
    ("strength", Strength.PLAIN),
    ("priority", 0),
)
_SENTENCES: Final = 12


@attrs.frozen
class Change:
    """One mutation.

    Attributes:
        what: in words: "without unless.content".
        rule: the changed rule.
        probe: the changed rule, narrowed to what the change lets in; from it come sentences that tell the difference.
    """

    what: str
    rule: Rule
    probe: Rule


@attrs.frozen
class Mutant:
    """A change that no example notices.

    Attributes:
        rule: id of the rule.
        what: the change in words.
        file, line: where the rule is written.
        sentence: a sentence that tells the difference, in the notation of examples; empty where none could be made.
        expected: what the rule as it stands makes of that sentence: "none" or its commitment in words.
    """

    rule: str
    what: str
    file: str
    line: int
    sentence: str = ""
    expected: str = ""


@attrs.frozen
class Mutation:
    """What came of mutating rules.

    Attributes:
        changes: how many changes were tried.
        survivors: those that no example notices.
    """

    changes: int
    survivors: tuple[Mutant, ...]

    @property
    def share(self) -> float:
        """Share of the changes that an example notices; 1 where there were none."""
        return 1 - len(self.survivors) / self.changes if self.changes else 1.0


Progress = Callable[[int, int], None]


def mutate_rules(bench: Bench, selection: Selection = ALL, progress: Progress = lambda done, all: None) -> Mutation:
    """Change one condition of one rule at a time and see whether an example notices.

    Args:
        bench: what applies the rules; the rules of its last pack are changed.
        selection: which of them.
        progress: is told how many rules are done, of how many.
    """
    rules = own_rules(bench.rules)
    cases = _Cases(bench, rules)
    chosen = [rule for rule in rules.rules if selection.takes(rule) and rule.cue.kind is not CueKind.TOKENS]
    tried = 0
    survivors: list[Mutant] = []
    for number, rule in enumerate(chosen, 1):
        for change in changes(rule):
            tried += 1
            if not cases.notice(rule, change.rule):
                survivors.append(_mutant(bench, rule, change))
        progress(number, len(chosen))
    return Mutation(tried, tuple(survivors))


def changes(rule: Rule) -> Iterator[Change]:
    """The mutations of a rule: conditions, alternatives of slots, frames and what it says of the act, one at a time."""
    yield from _conditions(rule)
    for number, frame in enumerate(rule.frames):
        if len(rule.frames) > 1:
            yield _plain(rule, f"without frame {number + 1}", frames=_but(rule.frames, number))
        for role in FrameRole:
            slots = frame.slots(role)
            for at, slot in enumerate(slots if len(slots) > 1 else ()):
                changed = _evolved(frame, **{role.value: _but(slots, at)})
                what = f"without {role.value}: {slot} in frame {number + 1}"
                only = _evolved(frame, **{role.value: (slot,)})
                yield Change(what, _with_frame(rule, number, changed), _with_frame(rule, number, only))
        for role in sorted(frame.optional):
            needed = _put(rule, number, attrs.evolve(frame, optional=frame.optional - {role}))
            yield _plain(rule, f"{role.value} instead of {role.value}? in frame {number + 1}", frames=needed)
        if frame.polarity is not None:
            plain = _put(rule, number, attrs.evolve(frame, polarity=None))
            yield _plain(rule, f"without polarity of frame {number + 1}", frames=plain)
    for name, default in _TOLD:
        if getattr(rule, name) != default:
            yield _plain(rule, f"without {name}", **{name: default})


def _conditions(rule: Rule) -> Iterator[Change]:
    owners: list[tuple[str, int | None, Rule | Frame]] = [("", None, rule)]
    owners += [(f" of frame {number + 1}", number, frame) for number, frame in enumerate(rule.frames)]
    for where, number, owner in owners:
        for kind in ("requires", "unless"):
            given: Conditions = getattr(owner, kind)
            for field in attrs.fields(Conditions):
                if getattr(given, field.name) == field.default:
                    continue
                changed = _evolved(owner, **{kind: _evolved(given, **{field.name: field.default})})
                whole = _whole(rule, number, changed)
                probe = _whole(rule, number, _probe(changed, kind, field.name, given)) if kind == "unless" else whole
                yield Change(f"without {kind}.{field.name}{where}", whole, probe)


def _probe(owner: Rule | Frame, kind: str, name: str, given: Conditions) -> Rule | Frame:
    """The changed rule, narrowed to what the dropped exclusion kept out."""
    narrowed = _evolved(owner.requires, **{name: getattr(given, name)})
    probe: Rule | Frame = _evolved(owner, requires=narrowed)
    return probe


def _plain(rule: Rule, what: str, **change: Any) -> Change:
    changed: Rule = _evolved(rule, **change)
    return Change(what, changed, changed)


def _evolved(value: Any, **change: Any) -> Any:
    return attrs.evolve(value, **change)


def _whole(rule: Rule, number: int | None, owner: Rule | Frame) -> Rule:
    if isinstance(owner, Rule):
        return owner
    assert number is not None
    return _with_frame(rule, number, owner)


def _with_frame(rule: Rule, number: int, frame: Frame) -> Rule:
    return attrs.evolve(rule, frames=_put(rule, number, frame))


def _put(rule: Rule, number: int, frame: Frame) -> tuple[Frame, ...]:
    return (*rule.frames[:number], frame, *rule.frames[number + 1 :])


def _but(items: Sequence[Any], number: int) -> tuple[Any, ...]:
    return (*items[:number], *items[number + 1 :])


class _Cases:
    """The examples of a pack with their clauses, and which rules have a cue in each."""

    def __init__(self, bench: Bench, rules: RuleSet) -> None:
        self._all = bench.rules
        self._cases: list[tuple[Rule | None, Sense | None, Example]] = [
            (rule, None, example) for rule in rules.rules for example in rule.examples
        ]
        self._cases += [(None, sense, sense.example) for sense in rules.senses]
        self._graphs: list[ClauseGraph] = []
        self._tried: list[frozenset[str]] = []
        for _, found in bench.explained(example.text for _, _, example in self._cases):
            self._graphs.append(found.graph)
            self._tried.append(frozenset(attempt.rule for attempt in found.trace.attempts))

    def notice(self, rule: Rule, changed: Rule) -> bool:
        """Whether an example comes out otherwise with the changed rule."""
        numbers = [number for number, tried in enumerate(self._tried) if rule.id in tried]
        names = frozenset().union(*(self._tried[number] for number in numbers)) | {rule.id}
        before = self._extractor(names, rule)
        after = self._extractor(names, changed)
        return any(self._result(before, number) != self._result(after, number) for number in numbers)

    def _extractor(self, names: frozenset[str], rule: Rule) -> Extractor:
        rules = [rule if each.id == rule.id else each for each in self._all.rules if each.id in names]
        return Extractor(compile_rules(attrs.evolve(self._all, rules=tuple(rules))))

    def _result(self, extractor: Extractor, number: int) -> object:
        """What an example says of the commitments of its text: passed or what deviates."""
        rule, sense, example = self._cases[number]
        found = extractor.of_graph(self._graphs[number]).commitments
        result: ExampleResult
        if sense is not None:
            result = run_sense(self._all, sense, found)
        else:
            assert rule is not None
            result = run_example(rule, example, found)
        return result.outcome


def _mutant(bench: Bench, rule: Rule, change: Change) -> Mutant:
    sentence, expected = _telling(bench, rule, change) or ("", "")
    return Mutant(rule.id, change.what, rule.source, rule.line, sentence, expected)


def _telling(bench: Bench, rule: Rule, change: Change) -> tuple[str, str] | None:
    """A generated sentence of which the rule and the changed rule make something else."""
    try:
        sentences = [realise(meaning) for meaning in sample(change.probe, _SENTENCES)]
    except NoMeaningError:
        return None
    own, other = (_alone(bench, each) for each in (rule, change.rule))
    for sentence in sorted(sentences, key=lambda each: len(each.text)):
        doc = bench.tagged(sentence.text)
        before, after = (_of(extractor(doc).commitments, rule) for extractor in (own, other))
        if _told(before) != _told(after):
            if not before:
                return sentence.text, "none"
            return sentence.markup, ", ".join(f"{each.type.value} {each.status.value}" for each in before)
    return None


def _alone(bench: Bench, rule: Rule) -> Extractor:
    return Extractor(compile_rules(attrs.evolve(bench.rules, rules=(rule,))))


def _of(found: Iterable[Commitment], rule: Rule) -> list[Commitment]:
    return [each for each in found if each.rule == rule.id]


def _told(found: Iterable[Commitment]) -> list[Commitment]:
    """Commitments without their evidence, which names the frame."""
    return [attrs.evolve(each, evidence=attrs.evolve(each.evidence, frame="", bindings=())) for each in found]
