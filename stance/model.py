"""The value objects of a result: commitments, the mentions they consist of, and the result of one document.

Nothing here knows spaCy or YAML. All offsets are character offsets into the unchanged input text, end exclusive.
The inventory of types follows Searle (1976) and the event types of PLOVER; the fields are those of a commitment as
speech-act annotation and quotation attribution name them (actor, addressee, cue, content, source).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, Self

import attrs

SCHEMA = "stance/1"
_ISO_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!-?\d)")


class CommitmentType(StrEnum):
    """What kind of position an actor takes."""

    ASSERTION = "assertion"
    ADMISSION = "admission"
    DENIAL = "denial"
    BELIEF = "belief"
    DOUBT = "doubt"
    EVALUATION = "evaluation"
    SUPPORT = "support"
    REJECTION = "rejection"
    ACCUSATION = "accusation"
    DEMAND = "demand"
    PROPOSAL = "proposal"
    PROMISE = "promise"
    INTENTION = "intention"
    REFUSAL = "refusal"
    WARNING = "warning"
    THREAT = "threat"
    DECISION = "decision"
    EXPRESSIVE = "expressive"


class Polarity(StrEnum):
    """The actor's attitude to the content as its words stand."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Strength(StrEnum):
    """How strongly the actor commits."""

    STRONG = "strong"
    PLAIN = "plain"
    WEAK = "weak"


class Modality(StrEnum):
    """Modal of the content's main predicate."""

    NECESSITY = "necessity"
    POSSIBILITY = "possibility"
    PERMISSION = "permission"
    ABILITY = "ability"
    VOLITION = "volition"


class Status(StrEnum):
    """Whether the act itself took place."""

    ACTUAL = "actual"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    QUESTIONED = "questioned"
    HEARSAY = "hearsay"


class Form(StrEnum):
    """How the text renders the act."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    FREE_INDIRECT = "free_indirect"
    REPORTED = "reported"
    NOMINAL = "nominal"
    ASCRIBED = "ascribed"


class Mood(StrEnum):
    """Mood of a finite verb."""

    INDICATIVE = "indicative"
    KONJUNKTIV1 = "konjunktiv1"
    KONJUNKTIV2 = "konjunktiv2"


class ActorKind(StrEnum):
    """What sort of holder an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    COLLECTIVE = "collective"
    GENERIC = "generic"
    UNKNOWN = "unknown"


def _check_spans(
    instance: object, attribute: attrs.Attribute[tuple[tuple[int, int], ...]], value: tuple[tuple[int, int], ...]
) -> None:
    last = -1
    for start, end in value:
        if not 0 <= start < end:
            raise ValueError(f"{attribute.name}: ({start}, {end}) is not a span: 0 <= start < end must hold")
        if start < last:
            raise ValueError(f"{attribute.name}: ({start}, {end}) overlaps or precedes the span before it")
        last = end


@attrs.frozen
class SpanSet:
    """An ordered set of character spans that do not overlap.

    >>> SpanSet.of([(3, 5), (0, 2)])
    SpanSet(spans=((0, 2), (3, 5)))
    >>> SpanSet.of([(0, 2), (3, 5)]).text("ab cd")
    'ab … cd'
    """

    spans: tuple[tuple[int, int], ...] = attrs.field(validator=_check_spans)

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Self:
        """Sort spans and merge those that touch or overlap."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(tuple(merged))

    def text(self, source: str) -> str:
        """The covered text, discontinuous parts joined with `` … ``."""
        return " … ".join(source[start:end] for start, end in self.spans)

    def shift(self, by: int) -> Self:
        """The same spans moved by a number of characters."""
        return type(self)(tuple((start + by, end + by) for start, end in self.spans))

    def overlap(self, other: SpanSet) -> int:
        """Number of characters that both sets cover."""
        return sum(
            max(0, min(end, end2) - max(start, start2)) for start, end in self.spans for start2, end2 in other.spans
        )

    @property
    def start(self) -> int:
        """First character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.spans[-1][1]

    def __len__(self) -> int:
        return sum(end - start for start, end in self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self.spans)


@attrs.frozen
class Mention:
    """Words of the text that fill a role, such as the content of a commitment.

    Attributes:
        text: the words; discontinuous parts are joined with " … ".
        spans: where they stand.
    """

    text: str
    spans: SpanSet

    @classmethod
    def at(cls, source: str, spans: SpanSet) -> Mention:
        """The mention that some spans of a source text make."""
        return Mention(text=spans.text(source), spans=spans)


@attrs.frozen
class Actor(Mention):
    """A mention of somebody who can hold a position: actor, addressee or source.

    Attributes:
        name: canonical name that the mention was resolved to ("Pete Hegseth").
        id: stable identifier of the resolved actor ("pete-hegseth").
        kind: what sort of holder it is.
        candidates: canonical names of those who could be meant, where the text leaves open which of them it is; then
            ``name`` is None, or what the text itself calls the actor.
    """

    name: str | None = None
    id: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN
    candidates: tuple[str, ...] = ()


@attrs.frozen
class Cue(Mention):
    """The words that carry the act.

    Attributes:
        lemma: lemma of the cue, verbs with their particle ("ablehnen"), idioms in citation form.
    """

    lemma: str = ""


@attrs.frozen
class Binding:
    """Spans of the text that satisfied one named condition of a rule or of its context."""

    name: str
    spans: SpanSet


@attrs.frozen
class Evidence:
    """Why a commitment was found.

    Attributes:
        pack: pack of the rule, as "de.core 1.0.0".
        frame: the frame that matched.
        bindings: the words that each slot or condition matched.
    """

    pack: str = ""
    frame: str = ""
    bindings: tuple[Binding, ...] = ()


@attrs.frozen
class Commitment:
    """One act or attitude by which an actor takes a position on a content.

    Attributes:
        id: name of the commitment in its document ("c1").
        type: kind of act, decided by the cue and its construction.
        force: act that the content itself performs ("sagte, man müsse aufrüsten": demand), or None.
        form: how the text renders the act.
        status: whether the act itself took place.
        polarity: the actor's attitude to the content as its words stand.
        content_negated: whether the content's own main predicate is negated.
        strength: how strongly the actor commits.
        modality: modal of the content's main predicate, or None.
        mood: mood of the content's finite verb, or None.
        actor: the holder; None where the text names none.
        addressee: to whom the act is directed, or None.
        cue: the words that carry the act; None for free indirect speech and headlines.
        content: what is claimed, demanded, judged …, or None.
        judgement: for evaluations the words that judge, or None.
        condition: the condition under which the content holds, or None.
        sources: who reports the act, outermost first.
        antecedent: id of the commitment that the content refers back to, or None.
        sentence: sentence of the cue, or of the content where there is no cue.
        rule: id of the rule that found it.
        evidence: which frame of which pack fired on which words.
    """

    id: str
    type: CommitmentType
    force: CommitmentType | None
    form: Form
    status: Status
    polarity: Polarity
    content_negated: bool
    strength: Strength
    modality: Modality | None
    mood: Mood | None
    actor: Actor | None
    addressee: Actor | None
    cue: Cue | None
    content: Mention | None
    judgement: Mention | None
    condition: Mention | None
    sources: tuple[Actor, ...]
    antecedent: str | None
    sentence: tuple[int, int]
    rule: str
    evidence: Evidence = Evidence()

    def mentions(self) -> Iterator[Mention]:
        """Every mention of the commitment, in field order."""
        for mention in (self.actor, self.addressee, self.cue, self.content, self.judgement, self.condition):
            if mention is not None:
                yield mention
        yield from self.sources


@attrs.frozen
class RulesInfo:
    """Which rules made a result.

    Attributes:
        pack: name of the pack; several are joined with "+".
        version: version of the pack; several are joined with "+".
        sha256: hash of what the rules mean, independent of their order and layout.
    """

    pack: str
    version: str
    sha256: str


def iso_date(text: str) -> str | None:
    """The ISO date, month or year with which a text begins; None where it begins with none that the calendar has.

    >>> iso_date("2023-05-17T12:00:00Z"), iso_date("2023-05"), iso_date("2023-02-30"), iso_date("17.5.2023")
    ('2023-05-17', '2023-05', None, None)
    """
    found = _ISO_DATE.match(text)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return found.group()


def _is_iso_date(_: object, __: object, value: str | None) -> None:
    if value is not None and iso_date(value) != value:
        raise ValueError(f"{value!r} is no ISO date: 2023-05-17, 2023-05 or 2023")


@attrs.frozen
class DocumentResult:
    """Everything found in one document: one line of ``stance/1`` JSONL.

    Attributes:
        id: name of the document.
        rules: which rules made the result.
        pipeline: which analysis the rules read.
        commitments: what was found, in text order.
        schema: version of the format.
        date: ISO date of the document (2023-05-17, 2023-05 or 2023), or None where none was given.

    Raises:
        ValueError: the date is no ISO date.
    """

    id: str
    rules: RulesInfo
    pipeline: str
    commitments: tuple[Commitment, ...] = ()
    schema: str = SCHEMA
    date: str | None = attrs.field(default=None, validator=_is_iso_date)
