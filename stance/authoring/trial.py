"""Tries changed rules on a text: would this rule fire if it had one more slot, one condition less, one more cue word?

Flows in: a tagged Doc and a rule that did not fire; flows out: :class:`Edit`, each of which was tried and works, the
smallest change first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

import attrs
from spacy.tokens import Doc

from stance.authoring.bench import Bench
from stance.clauses.graph import ClauseGraph
from stance.clauses.sources import source_for
from stance.extraction import Extraction, Extractor
from stance.german import closed
from stance.matching.draft import Attempt
from stance.model import Commitment, SpanSet
from stance.rules.compiler import compile_rules
from stance.rules.ruleset import Origin
from stance.rules.schema import Conditions, CueKind, Frame, FrameRole, Rule, Slot, SlotKind
from stance.rules.slots import CLAUSE_TYPES, SLOTS
from stance.tagging.dense import characters

if TYPE_CHECKING:
    from stance.authoring.explain import Tried

_ORDER: Final = (
    SlotKind.CLAUSE,
    SlotKind.ACCUSATIVE,
    SlotKind.DATIVE,
    SlotKind.PP,
    SlotKind.POSSESSOR,
    SlotKind.GENITIVE,
    SlotKind.POSSESSIVE,
    SlotKind.PREDICATIVE,
    SlotKind.ALS,
    SlotKind.PREDICATE,
    SlotKind.QUOTE,
    SlotKind.HOST,
    SlotKind.GOVERNED,
    SlotKind.AGENT,
    SlotKind.SUBJECT,
)
_MOST_EDITS: Final = 3
_MOST_TRIED: Final = 8
_PARTS: Final = {CueKind.VERB: ("V",), CueKind.NOUN: ("NN",), CueKind.ADJECTIVE: ("ADJD", "VVPP")}


class Failed(Protocol):
    """An attempt that came to nothing."""

    @property
    def frame(self) -> str: ...
    @property
    def failed(self) -> str | None: ...
    @property
    def superseded_by(self) -> str | None: ...


class Expected(Protocol):
    """What a commitment must be for a trial to count."""

    def meets(self, commitment: Commitment) -> bool:
        """Whether a commitment is meant."""


@attrs.frozen
class Edit:
    """A change of a rule with which it fires.

    Attributes:
        text: the change in words, as an author would make it.
        rule: the changed rule.
        roles: how many roles are filled then.
    """

    text: str
    rule: Rule
    roles: int


class Trial:
    """One text on which changed rules are tried.

    Args:
        bench: pipeline and rules.
        doc: the tagged text.
        expected: what must come of a trial; any commitment of the rule where there is none.
    """

    def __init__(self, bench: Bench, doc: Doc, expected: Expected | None = None) -> None:
        self.doc = doc
        self._bench = bench
        self._expected = expected
        self._graphs: dict[frozenset[str], ClauseGraph] = {}

    def fires(self, rule: Rule, cue: SpanSet | None = None, against: bool = False) -> Commitment | None:
        """What a rule makes of the text, alone or against all others; None where it makes nothing of it.

        Args:
            rule: the changed rule.
            cue: where its cue must stand; anywhere where it is not given.
            against: whether the other rules compete with it.
        """
        for found in self._extracted(rule, against).commitments:
            here = cue is None or (found.cue is not None and found.cue.spans.overlap(cue))
            if found.rule == rule.id and here and (self._expected is None or self._expected.meets(found)):
                return found
        return None

    def alone(self, rule: Rule) -> tuple[Commitment, ...]:
        """What a rule finds where no other competes with it."""
        return self._extracted(rule).commitments

    def attempts(self, rule: Rule, cue: SpanSet) -> list[Attempt]:
        """The attempts of a rule on a cue that came to nothing."""
        start = min((first for first, _ in cue), default=0)
        tried = self._extracted(rule, explain=True).trace.attempts
        return [e for e in tried if not e.fired and characters(self.doc, e.cue[0], e.cue[0] + 1)[0] == start]

    def _extracted(self, rule: Rule, against: bool = False, explain: bool = False) -> Extraction:
        """What a rule makes of the text; the clauses are the same for all rules that let the same verbs report."""
        extractor = self._extractor(rule, against)
        if extractor.reporting not in self._graphs:
            self._graphs[extractor.reporting] = source_for(self.doc)(self.doc, extractor.reporting)
        return extractor.of_graph(self._graphs[extractor.reporting], explain=explain)

    def _extractor(self, rule: Rule, against: bool) -> Extractor:
        own = self._bench.rules.rules
        others = [other for other in own if other.id != rule.id] if against else []
        given = self._bench.rules
        origins = given.origins if given.rule(rule.id) else (*given.origins, Origin(rule.id, given.packs[-1].name))
        ordered = tuple(sorted((*others, rule), key=lambda each: each.id))
        return Extractor(compile_rules(attrs.evolve(given, rules=ordered, origins=origins)))


def edits(trial: Trial, rule: Rule, tried: Tried) -> Iterator[Edit]:
    """The changes with which a rule fires on a cue where it did not, smallest first.

    Args:
        trial: the text.
        rule: the rule.
        tried: the attempt that failed.
    """
    made = 0
    vain: list[tuple[str, Rule]] = []
    for text, changed in _changes(rule, tried, trial.doc):
        found = trial.fires(changed, tried.cue, against=tried.superseded_by is not None)
        if found is None:
            vain.append((text, changed))
            continue
        yield Edit(text, changed, _roles(found))
        made += 1
        if made == _MOST_EDITS:
            return
    if not made:
        yield from _second_steps(trial, vain, tried)


def _second_steps(trial: Trial, vain: Sequence[tuple[str, Rule]], tried: Tried) -> Iterator[Edit]:
    """What helps beside a change that was not enough: the first pair that does."""
    for text, changed in vain[:_MOST_TRIED]:
        for attempt in trial.attempts(changed, tried.cue):
            for more, twice in _changes(changed, attempt, trial.doc):
                found = trial.fires(twice, tried.cue)
                if found is not None:
                    yield Edit(f"{text}, and {more}", twice, _roles(found))
                    return


def cue_edits(trial: Trial, rule: Rule) -> Iterator[Edit]:
    """The words of the text with which a rule fires when its cue has them, too."""
    wanted = _PARTS.get(rule.cue.kind)
    for lemma in _lemmas(trial.doc, rule.cue.kind) if wanted else ():
        if lemma in rule.cue.words:
            continue
        changed = attrs.evolve(rule, cue=attrs.evolve(rule.cue, words=(*rule.cue.words, lemma)))
        found = trial.fires(changed)
        if found is not None:
            yield Edit(f"add '{lemma}' to the cue", changed, _roles(found))


def _lemmas(doc: Doc, kind: CueKind) -> list[str]:
    """The words of a kind in a text, each once; verbs with their particles."""
    if kind is CueKind.VERB:
        found = [clause.verb.lemma for clause in doc._.clause_graph.clauses if clause.verb is not None]
    else:
        found = [token.lemma_ for token in doc if token.tag_.startswith(_PARTS[kind])]
    return list(dict.fromkeys(found))


def _roles(commitment: Commitment) -> int:
    return sum(each is not None for each in (commitment.actor, commitment.addressee, commitment.content))


def _changes(rule: Rule, tried: Failed, doc: Doc) -> Iterator[tuple[str, Rule]]:
    """Changes that may help, smallest first."""
    number = next((n for n, frame in enumerate(rule.frames) if _describes(frame, tried.frame)), 0)
    failed = tried.failed or ""
    if tried.superseded_by is not None:
        yield from _priorities(rule)
    elif failed in (FrameRole.CONTENT, FrameRole.JUDGEMENT):
        yield from _more_slots(rule, number, FrameRole(failed), doc)
        yield from _optional(rule, number, FrameRole(failed))
    elif failed == "actor":
        anyone = attrs.evolve(rule.requires, actor="any")
        yield "write 'requires: {actor: any}'", attrs.evolve(rule, requires=anyone)
    elif failed.partition(".")[0] in ("requires", "unless"):
        kind, _, name = failed.partition(".")
        yield from _without(rule, number, kind, name.partition(".")[0])


def _describes(frame: Frame, text: str) -> bool:
    return str(frame) == text


def _priorities(rule: Rule) -> Iterator[tuple[str, Rule]]:
    for priority in (rule.priority + 1, rule.priority + 10):
        yield f"write 'priority: {priority}'", attrs.evolve(rule, priority=priority)


def _more_slots(rule: Rule, number: int, role: FrameRole, doc: Doc) -> Iterator[tuple[str, Rule]]:
    frame = rule.frames[number]
    for slot in possible_slots(rule.cue.kind, doc):
        taken = {own for other in FrameRole for own in frame.slots(other)}
        if slot not in taken:
            more: dict[str, Any] = {role.value: (*frame.slots(role), slot)}
            changed = attrs.evolve(frame, **more)
            yield f"add '{slot}' to '{role}' of frame {number + 1}", _with_frame(rule, number, changed)


def possible_slots(kind: CueKind, doc: Doc) -> Iterator[Slot]:
    """The slots of a kind of cue that a text could fill, in the order in which a content is likely to stand there."""
    for slot in _ORDER:
        if slot not in SLOTS[kind]:
            continue
        if slot is SlotKind.CLAUSE:
            yield from (Slot(slot, of) for of in CLAUSE_TYPES)
        elif slot is SlotKind.PP:
            yield from (Slot(slot, of) for of in _prepositions(doc))
        else:
            yield Slot(slot)


def _prepositions(doc: Doc) -> Sequence[str]:
    words = [token.text for token in doc]
    plain = [closed.preposition_lemma(word) for word in words if closed.preposition(word)]
    adverbs = [found for word in words if (found := closed.pronominal_adverb(word)) is not None]
    return list(dict.fromkeys((*plain, *adverbs)))


def _optional(rule: Rule, number: int, role: FrameRole) -> Iterator[tuple[str, Rule]]:
    frame = rule.frames[number]
    changed = attrs.evolve(frame, optional=frame.optional | {role})
    yield f"write '{role}?' in frame {number + 1}", _with_frame(rule, number, changed)


def _without(rule: Rule, number: int, kind: str, name: str) -> Iterator[tuple[str, Rule]]:
    default = getattr(Conditions(), name)
    for owner, where in ((rule, f"of '{rule.id}'"), (rule.frames[number], f"of frame {number + 1}")):
        given: Conditions = getattr(owner, kind)
        if getattr(given, name) == default:
            continue
        less: dict[str, Any] = {kind: attrs.evolve(given, **{name: default})}
        whole = attrs.evolve(owner, **less) if isinstance(owner, Rule) else _reframed(rule, number, owner, less)
        yield f"take '{name}' out of '{kind}' {where}", whole


def _reframed(rule: Rule, number: int, frame: Frame, change: dict[str, Any]) -> Rule:
    return _with_frame(rule, number, attrs.evolve(frame, **change))


def _with_frame(rule: Rule, number: int, frame: Frame) -> Rule:
    return attrs.evolve(rule, frames=(*rule.frames[:number], frame, *rule.frames[number + 1 :]))
