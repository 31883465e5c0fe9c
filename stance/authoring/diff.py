"""What a change of rules does to a corpus: commitments gained, lost and changed, by rule and reason.

Flows in: two benches and texts; flows out: a :class:`PackDiff`. Every text is tagged once. The reason of a gain or loss
is read off the trace of the rules that did not find it: the condition that failed, or the rule that took the cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import Final

import attrs

from stance.authoring.bench import Bench
from stance.authoring.editing import NewExample
from stance.authoring.explain import failure
from stance.authoring.notation import as_example
from stance.extraction import Extraction
from stance.matching.draft import Attempt
from stance.model import Commitment, SpanSet
from stance.rules.ruleset import RuleSet
from stance.tagging.dense import characters

_COMPARED: Final = tuple(
    field.name
    for field in attrs.fields(Commitment)
    if field.name not in ("id", "rule", "evidence", "antecedent", "sentence")
)


class Kind(StrEnum):
    """What became of a commitment."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@attrs.frozen
class Difference:
    """One commitment that is there with one set of rules only, or is another with the other.

    Attributes:
        kind: what became of it.
        rule: the rule that finds it now; for a lost one the rule that found it.
        reason: why it was not found before, is not found now, or what of it has changed.
        document: id of its document.
        text: its sentence.
        old: as the old rules have it, or None.
        new: as the new rules have it, or None.
        before: the sentence as the old rules annotate it; empty where they find nothing.
        after: the same for the new rules.
    """

    kind: Kind
    rule: str
    reason: str
    document: str
    text: str
    old: Commitment | None
    new: Commitment | None
    before: str = ""
    after: str = ""

    @property
    def example(self) -> NewExample:
        """The example that holds the new state fast: what is found now, or that nothing is."""
        if self.new is None:
            return NewExample(self.text, negative=True)
        status = self.new.status.value
        return NewExample(self.after, expect=(("status", status),) if status != "actual" else ())


@attrs.frozen
class PackDiff:
    """The differences of two sets of rules on a corpus.

    Attributes:
        documents: how many documents were read.
        differences: in order of kind, rule and reason.
    """

    documents: int
    differences: tuple[Difference, ...]

    def groups(self) -> Iterator[tuple[tuple[Kind, str, str], tuple[Difference, ...]]]:
        """The differences by kind, rule and reason."""
        for key, group in groupby(self.differences, key=lambda each: (each.kind, each.rule, each.reason)):
            yield key, tuple(group)


def diff_packs(old: Bench, new: Bench, corpus: Iterable[tuple[str, str]]) -> PackDiff:
    """Compare what two sets of rules find.

    Args:
        old: the rules as they were; its pipeline tags the texts for both.
        new: the rules as they are.
        corpus: documents as id and text.

    >>> bench = Bench.of(["de.core"])
    >>> diff_packs(bench, bench, [("a", "Die SPD fordert mehr Geld.")])
    PackDiff(documents=1, differences=())
    """
    found: list[Difference] = []
    documents = 0
    for name, text in corpus:
        documents += 1
        doc = old.tagged(text)
        found += differences(name, text, (old.explain(doc), new.explain(doc)), new.rules)
    ordered = sorted(found, key=lambda each: (list(Kind).index(each.kind), each.rule, each.reason, each.document))
    return PackDiff(documents, tuple(ordered))


def differences(document: str, text: str, found: tuple[Extraction, Extraction], rules: RuleSet) -> Iterator[Difference]:
    """What became of the commitments of one document.

    Args:
        document: its id.
        text: its text.
        found: what the old rules and what the new rules made of it, with every attempt.
        rules: the new rules.
    """
    before, after = (list(each.commitments) for each in found)
    for old, new in _pairs(before, after):
        if old is None and new is not None:
            reason = _why(found[0], new, None)
            yield _difference(Kind.GAINED, document, text, reason, None, new)
        elif new is None and old is not None:
            yield _difference(Kind.LOST, document, text, _why(found[1], old, rules), old, None)
        elif old is not None and new is not None and (changed := _changed(old, new)):
            yield _difference(Kind.CHANGED, document, text, changed, old, new)


def _difference(
    kind: Kind, document: str, text: str, reason: str, old: Commitment | None, new: Commitment | None
) -> Difference:
    either = new or old
    assert either is not None
    start, end = either.sentence
    notes = ["" if each is None else as_example(text, each).notation for each in (old, new)]
    sentence = " ".join(text[start:end].split())
    return Difference(kind, either.rule, reason, document, sentence, old, new, notes[0], notes[1])


def _pairs(before: list[Commitment], after: list[Commitment]) -> Iterator[tuple[Commitment | None, Commitment | None]]:
    """Commitments of one cue and actor, then of one cue, belong together; the rest stands alone."""
    rest = list(after)
    alone: list[Commitment] = []
    for close in (True, False):
        for old in before if close else alone[:]:
            partner = next((new for new in rest if _belong(old, new, close)), None)
            if partner is None:
                if close:
                    alone.append(old)
                continue
            rest.remove(partner)
            if not close:
                alone.remove(old)
            yield old, partner
    yield from ((old, None) for old in alone)
    yield from ((None, new) for new in rest)


def _belong(old: Commitment, new: Commitment, close: bool) -> bool:
    if old.cue is None or new.cue is None:
        return old.cue is new.cue and _place(old) == _place(new)
    return old.cue.spans.overlap(new.cue.spans) > 0 and (not close or _place(old) == _place(new))


def _place(commitment: Commitment) -> SpanSet | None:
    """Where the actor stands, or the content of what has no cue."""
    mention = commitment.actor if commitment.cue is not None else commitment.content
    return None if mention is None else mention.spans


def _changed(old: Commitment, new: Commitment) -> str:
    """The fields that differ, with their values where these are short."""
    names = [name for name in _COMPARED if getattr(old, name) != getattr(new, name)]
    told = [f"rule {old.rule}"] if old.rule != new.rule else []
    for name in names:
        one, other = getattr(old, name), getattr(new, name)
        plain = isinstance(one, StrEnum | bool) or isinstance(other, StrEnum | bool)
        told.append(f"{name} {_word(one)} → {_word(other)}" if plain else name)
    return ", ".join(told) if names or told else ""


def _word(value: object) -> str:
    return "none" if value is None else str(value).lower()


def _why(found: Extraction, commitment: Commitment, rules: RuleSet | None) -> str:
    """Why rules did not find a commitment that others find."""
    if rules is not None and rules.rule(commitment.rule) is None:
        return "the rule is gone"
    here = [
        attempt
        for attempt in found.trace.attempts
        if attempt.rule == commitment.rule and _at(found, attempt, commitment)
    ]
    if not here:
        return "new cue or new rule" if rules is None else "no cue of the rule here"
    nearest = min(here, key=lambda attempt: (attempt.superseded_by is None, -len(attempt.bound)))
    return failure(nearest.frame, nearest.failed, nearest.superseded_by)


def _at(found: Extraction, attempt: Attempt, commitment: Commitment) -> bool:
    doc = found.graph.doc
    spans = SpanSet.of(characters(doc, token, token + 1) for token in attempt.cue)
    return commitment.cue is not None and spans.overlap(commitment.cue.spans) > 0
