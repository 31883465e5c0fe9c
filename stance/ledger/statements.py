"""Statements: commitments as a ledger keeps them: who, when, for or against what, what held for true or false.

Results of documents come in, statements go out: one for each commitment with a named actor.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from stance.entities.catalogue import Catalogue
from stance.entities.reader import DEFAULT, load_catalogue
from stance.ledger.contents import ContentKey
from stance.ledger.identity import is_known
from stance.ledger.pointing import Attitude, attitudes
from stance.model import Actor, ActorKind, CommitmentType, DocumentResult, Form, Modality, Status

Spans = tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class Statement:
    """One commitment of a named actor.

    Attributes:
        actor: identifier of the actor.
        name: name of the actor.
        speaker: name of who committed, where that is not the actor: a person whose statement counts for their body.
        mention: words of the text for who committed.
        body: name of the body that a person belongs to by the catalogue, "" where it names none.
        kind: what sort of holder it is.
        known: whether the actor is the same one in other documents that name it so.
        date: day of the document, None where it is not known.
        document: id of the document.
        id: id of the commitment in the document.
        type: kind of act.
        force: the act that the content itself performs, or None.
        status: whether the act took place.
        strength: how strong it is.
        form: how the text renders it, or None.
        cue: words of the cue, "" without one.
        content: words of the content, "" without one.
        spans: character offsets of these words in the document.
        position: +1 for, -1 against what the words of the content name; 0 where no position is taken.
        claim: +1 where they are held for true, -1 for false; 0 where neither.
        modality: modal of the content's main predicate, or None.
        addressee: name or words of who is addressed, "" without one.
        judgement: words that judge, "" without any.
        condition: words of the condition under which the content holds, "" without one.
        sources: names of who reports it, outermost first.
        rule: identifier of the rule that found it.
    """

    actor: str
    name: str
    speaker: str = ""
    mention: str = ""
    body: str = ""
    kind: ActorKind = ActorKind.UNKNOWN
    known: bool = True
    date: datetime.date | None = None
    document: str
    id: str
    type: CommitmentType
    force: CommitmentType | None = None
    status: Status = Status.ACTUAL
    strength: str = "plain"
    form: Form | None = None
    cue: str = ""
    content: str = ""
    spans: Spans = ()
    position: int = 0
    claim: int = 0
    modality: Modality | None = None
    addressee: str = ""
    judgement: str = ""
    condition: str = ""
    sources: tuple[str, ...] = ()
    rule: str = ""

    @property
    def key(self) -> ContentKey:
        """What its content is about."""
        return ContentKey.of(self.content)

    @property
    def stand(self) -> int:
        """+1 for, -1 against what the content is about: against an end of it is for it."""
        return -self.position if self.key.reversed else self.position

    @property
    def order(self) -> tuple[bool, datetime.date, str, int, str]:
        """By day, undated last; then by document and place in it."""
        number = int(self.id[1:]) if self.id[1:].isdecimal() else 0
        return self.date is None, self.date or datetime.date.min, self.document, number, self.id

    def congruence(self, other: Statement) -> int:
        """How two statements about the same stand to each other: +1 alike, -1 contrary, 0 where nothing can be said.

        Positions are compared with positions, claims with claims of the same modality.
        """
        stands = self.stand * other.stand
        if stands:
            return stands
        turned = -1 if self.key.reversed != other.key.reversed else 1
        return self.claim * other.claim * turned if self.modality is other.modality else 0

    def overlaps(self, other: Statement) -> bool:
        """Whether the contents of two statements of one document share words, but not all of them."""
        pairs = ((mine, its) for mine in self.spans for its in other.spans)
        return self.spans != other.spans and any(mine[0] < its[1] and its[0] < mine[1] for mine, its in pairs)


def statements_of(
    result: DocumentResult, day: datetime.date | None = None, catalogue: Catalogue | None = None
) -> Iterator[Statement]:
    """The statements of one document: its commitments with a named actor.

    A content that points back is replaced by the one it points to.

    Args:
        result: the result of a document.
        day: its date.
        catalogue: who is known in every document; default: the shipped one.
    """
    known = load_catalogue([DEFAULT]) if catalogue is None else catalogue
    for found in attitudes(result.commitments):
        actor = found.act.actor
        if actor is not None and actor.name is not None:
            yield _statement(result.id, day, found, actor, known)


def _statement(
    document: str, day: datetime.date | None, found: Attitude, actor: Actor, catalogue: Catalogue
) -> Statement:
    commitment = found.act
    content = found.told.content
    body = None if actor.id is None else catalogue.body_of(actor.id)
    return Statement(
        actor=actor.id or actor.name or actor.text,
        name=actor.name or actor.text,
        mention=actor.text,
        body="" if body is None else body.name,
        kind=actor.kind,
        known=is_known(actor, catalogue),
        date=day,
        document=document,
        id=commitment.id,
        type=commitment.type,
        force=commitment.force,
        status=commitment.status,
        strength=commitment.strength.value,
        form=commitment.form,
        cue="" if commitment.cue is None else commitment.cue.text,
        content="" if content is None else content.text,
        spans=() if content is None else tuple(content.spans.spans),
        position=found.position,
        claim=found.claim,
        modality=found.told.modality,
        addressee="" if commitment.addressee is None else commitment.addressee.name or commitment.addressee.text,
        judgement="" if commitment.judgement is None else commitment.judgement.text,
        condition="" if commitment.condition is None else commitment.condition.text,
        sources=tuple(source.name or source.text for source in commitment.sources),
        rule=commitment.rule,
    )
