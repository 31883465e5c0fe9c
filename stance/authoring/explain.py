"""Explains what rules did with a text, and why a rule did nothing: the condition that failed, and what would mend it.

Flows in: a bench and a text; flows out: an :class:`Explanation` with every attempt and, on demand, the rules that came
nearest to firing. An edit is proposed only after it was tried: the changed rule fires on the text. "Why not" follows
Ko & Myers (2004) and the why-not provenance of queries (Chapman & Jagadish 2009). All offsets are characters of the
text, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs
from spacy.tokens import Doc

from stance.authoring.bench import Bench
from stance.authoring.trial import Edit, Trial, cue_edits, edits
from stance.clauses.graph import ClauseGraph
from stance.extraction import Extraction
from stance.matching.draft import Attempt
from stance.model import Commitment, CommitmentType, SpanSet
from stance.rules.schema import FrameRole, Rule
from stance.tagging.dense import characters, text_of

_ROLES: Final = tuple(role.value for role in FrameRole)
_LISTED: Final = 5


@attrs.frozen
class Expectation:
    """A commitment that somebody expects: ``demand:SPD`` is a demand whose actor's words hold "SPD".

    Attributes:
        type: its type.
        actor: part of the words or of the name of its actor; empty for any.
    """

    type: CommitmentType
    actor: str = ""

    @classmethod
    def of(cls, text: str) -> Expectation:
        """Read ``type`` or ``type:actor``.

        Raises:
            ValueError: the type is none of the known ones.

        >>> Expectation.of("demand:SPD")
        Expectation(type=<CommitmentType.DEMAND: 'demand'>, actor='SPD')
        """
        kind, _, actor = text.partition(":")
        if kind.strip() not in set(CommitmentType):
            raise ValueError(f"{kind.strip()!r} is no type: {', '.join(CommitmentType)}")
        return cls(CommitmentType(kind.strip()), actor.strip())

    def meets(self, commitment: Commitment) -> bool:
        """Whether a commitment is the expected one."""
        actor = commitment.actor
        named = "" if actor is None else f"{actor.text} {actor.name}"
        return commitment.type is self.type and self.actor in named


@attrs.frozen
class Binding:
    """What a frame bound to a role."""

    role: str
    spans: SpanSet


@attrs.frozen
class Tried:
    """One frame of one rule that was tried on one cue.

    Attributes:
        rule: id of the rule.
        frame: the frame in one line.
        cue: where the cue stands.
        fired: whether the frame made a commitment.
        failed: the condition that failed ("content", "requires.mood"), or None.
        at: where that condition was looked for, or None.
        bound: what the roles bound, as far as binding came.
        superseded_by: the rule that took the cue instead, or None.
    """

    rule: str
    frame: str
    cue: SpanSet
    fired: bool
    failed: str | None
    at: SpanSet | None
    bound: tuple[Binding, ...]
    superseded_by: str | None

    @property
    def reason(self) -> str:
        """Why it came to nothing, in words."""
        return failure(self.frame, self.failed, self.superseded_by)


@attrs.frozen
class NearMiss:
    """A rule that did not fire, and what would make it.

    Attributes:
        rule: id of the rule.
        type: its type.
        tried: the attempt that came nearest; None where no cue word of the rule stands in the text.
        edits: smallest changes of the rule with which it fires, the smallest first; each was tried.
        model: an example in which the rule fires, as the nearest change of the sentence; empty where it has none.
    """

    rule: str
    type: CommitmentType
    tried: Tried | None
    edits: tuple[Edit, ...] = ()
    model: str = ""

    @property
    def reason(self) -> str:
        """Why it did not fire, in words."""
        return "none of its cue words stands here" if self.tried is None else self.tried.reason


@attrs.frozen
class Explanation:
    """What was done with a text.

    Attributes:
        text: the text.
        commitments: what was found.
        tried: every attempt, by cue; those that fired first.
        graph: the clauses that the rules read.
        near: rules that did not fire, the nearest first; empty unless asked for.
    """

    text: str
    commitments: tuple[Commitment, ...]
    tried: tuple[Tried, ...]
    graph: ClauseGraph
    near: tuple[NearMiss, ...] = ()


def explain_text(bench: Bench, text: str) -> Explanation:
    """What the rules did with a text.

    >>> found = explain_text(Bench.of(["de.core"]), "Die SPD fordert mehr Geld.")
    >>> [tried.rule for tried in found.tried if tried.fired]
    ['demand.fordern']
    """
    doc = bench.tagged(text)
    return _explanation(doc, bench.explain(doc))


def explain_why_not(
    bench: Bench, text: str, expected: Expectation | None = None, rule: str | None = None
) -> Explanation:
    """What the rules did with a text, and why others, or the one that is asked for, did nothing.

    Args:
        bench: what applies the rules.
        text: a sentence or a few.
        expected: a commitment that ought to be there; rules of its type are looked at, those without a cue here too.
        rule: id of the only rule to look at.

    Raises:
        KeyError: there is no such rule.

    >>> bench = Bench.of(["de.core"])
    >>> found = explain_why_not(bench, "Die SPD fordert über den Haushalt.")
    >>> found.near[0].rule, found.near[0].reason.partition(":")[0], found.near[0].edits[0].text
    ('demand.fordern', 'found no content', "add 'pp.über' to 'content' of frame 1")
    """
    doc = bench.tagged(text)
    extraction = bench.explain(doc)
    told = _explanation(doc, extraction)
    chosen = [named] if rule is not None and (named := _named(bench, rule)) else bench.rules.rules
    if expected is not None:
        chosen = [each for each in chosen if expected.type in _types(each)]
        if rule is None and any(map(expected.meets, told.commitments)):
            return told
    trial = Trial(bench, doc, expected)
    near = _near(told, chosen, trial, absent=rule is not None or expected is not None)
    return attrs.evolve(told, near=tuple(near))


def _named(bench: Bench, rule: str) -> Rule:
    found = bench.rules.rule(rule)
    if found is None:
        raise KeyError(rule)
    return found


def _types(rule: Rule) -> frozenset[CommitmentType]:
    """The types that a rule can give."""
    negated = rule.negated.type if rule.negated is not None else None
    return frozenset({rule.type, negated or rule.type})


def _near(told: Explanation, rules: Sequence[Rule], trial: Trial, absent: bool) -> Iterator[NearMiss]:
    """Near misses in order: those with a cue here, then those that lack only the word."""
    fired = {tried.rule for tried in told.tried if tried.fired}
    best: dict[str, Tried] = {}
    for tried in sorted(told.tried, key=_distance):
        if not tried.fired:
            best.setdefault(tried.rule, tried)
    with_cue = sorted((r for r in rules if r.id in best and r.id not in fired), key=lambda r: _distance(best[r.id]))
    for rule in with_cue[:_LISTED]:
        yield NearMiss(rule.id, rule.type, best[rule.id], tuple(edits(trial, rule, best[rule.id])), _model(rule))
    if not absent or with_cue:
        return
    missing = [(rule, tuple(cue_edits(trial, rule))) for rule in rules if rule.id not in fired and rule.id not in best]
    missing.sort(key=lambda pair: (not pair[1], -max((edit.roles for edit in pair[1]), default=0), pair[0].id))
    for rule, found in missing[:_LISTED] if len(rules) == 1 else [pair for pair in missing if pair[1]][:_LISTED]:
        yield NearMiss(rule.id, rule.type, None, found, _model(rule))


def _model(rule: Rule) -> str:
    return next((example.text for example in rule.examples if not example.negative), "")


def _distance(tried: Tried) -> tuple[int, int, str, str]:
    """How far an attempt is from firing."""
    failed = tried.failed or ""
    if tried.superseded_by is not None:
        rank = 0
    elif failed.startswith("unless"):
        rank = 1
    elif failed.startswith("requires"):
        rank = 2
    elif failed == "actor":
        rank = 3
    else:
        rank = 4 if failed in _ROLES else 5
    return rank, -len(tried.bound), tried.rule, tried.frame


def _explanation(doc: Doc, found: Extraction) -> Explanation:
    ordered = sorted(found.trace.attempts, key=lambda attempt: (attempt.cue, not attempt.fired, attempt.rule))
    tried = tuple(_tried(doc, attempt) for attempt in ordered)
    return Explanation(text_of(doc), found.commitments, tried, found.graph)


def _tried(doc: Doc, attempt: Attempt) -> Tried:
    return Tried(
        attempt.rule,
        attempt.frame,
        _spans(doc, attempt.cue),
        attempt.fired,
        attempt.failed,
        None if attempt.token is None else _spans(doc, (attempt.token,)),
        tuple(Binding(role, _spans(doc, tokens)) for role, tokens in attempt.bound),
        attempt.superseded_by,
    )


def _spans(doc: Doc, tokens: Iterable[int]) -> SpanSet:
    """Characters of some tokens; neighbours make one span."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and token == runs[-1][-1] + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return SpanSet.of(characters(doc, run[0], run[-1] + 1) for run in runs)


def failure(frame: str, failed: str | None, superseded_by: str | None = None) -> str:
    """Why an attempt came to nothing, in words.

    >>> failure("actor: subject, content: pp.für", "content")
    'found no content: pp.für'
    >>> failure("actor: subject", "unless.subject")
    'unless subject'
    >>> failure("actor: subject", None, "demand.fordern")
    'gave way to demand.fordern'
    """
    if superseded_by is not None:
        return f"gave way to {superseded_by}"
    name = failed or "did not match"
    if name == "actor":
        return "the actor cannot act"
    if name not in _ROLES:
        return name.replace(".", " ")
    parts = frame.split(", ")
    slots = [part.partition(": ")[2] for part in parts if part.startswith((f"{name}:", f"{name}?:"))]
    return f"found no {name}" + "".join(f": {slot}" for slot in slots)
