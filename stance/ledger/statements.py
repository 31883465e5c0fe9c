"""Statements: commitments as a ledger keeps them: who, when, for or against what.

Results of documents come in, statements with a direction go out. A direction is taken from polarity and negation; acts
that did not take place, are only asked about or have no named holder give none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from stance.ledger.contents import ContentKey
from stance.model import Commitment, CommitmentType, DocumentResult, Polarity, Status

_TAKEN: Final = frozenset({Status.ACTUAL, Status.FUTURE})


@attrs.frozen
class Statement:
    """One commitment of a named actor.

    Attributes:
        actor: identifier of the actor.
        name: name of the actor.
        date: day of the document, None where it is not known.
        document: id of the document.
        id: id of the commitment in the document.
        type: kind of act.
        status: whether it took place.
        strength: how strong it is.
        cue: words of the cue, "" without one.
        content: words of the content, "" without one.
        direction: +1 for, -1 against what the words of the content name; 0 where no position is taken.
        sources: names of who reports it, outermost first.
    """

    actor: str
    name: str
    date: datetime.date | None
    document: str
    id: str
    type: CommitmentType
    status: Status
    strength: str
    cue: str
    content: str
    direction: int
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> ContentKey:
        """What its content is about."""
        return ContentKey.of(self.content)

    @property
    def stand(self) -> int:
        """+1 for, -1 against what the content is about: against an end of it is for it."""
        return -self.direction if self.key.reversed else self.direction

    @property
    def order(self) -> tuple[bool, datetime.date, str, int, str]:
        """By day, undated last; then by document and place in it."""
        number = int(self.id[1:]) if self.id[1:].isdecimal() else 0
        return self.date is None, self.date or datetime.date.min, self.document, number, self.id


def direction(commitment: Commitment) -> int:
    """Whether somebody is for (+1) or against (-1) what the words of a content name; 0 where no position is taken."""
    if commitment.status not in _TAKEN or commitment.content is None:
        return 0
    against = (commitment.polarity is Polarity.NEGATIVE) != commitment.content_negated
    return -1 if against else 1


def statements_of(result: DocumentResult, day: datetime.date | None = None) -> Iterator[Statement]:
    """The statements of one document: its commitments with a named actor.

    A content that points back is replaced by the one it points to.

    Args:
        result: the result of a document.
        day: its date.
    """
    by_id = {c.id: c for c in result.commitments}
    for commitment in result.commitments:
        actor = commitment.actor
        if actor is None or actor.name is None:
            continue
        told = _pointed_to(commitment, by_id)
        turned = -1 if told is not commitment and direction(told) < 0 else 1
        taken = (
            commitment
            if commitment.content is not None or told is commitment
            else attrs.evolve(commitment, content=told.content)
        )
        yield Statement(
            actor.id or actor.name,
            actor.name,
            day,
            result.id,
            commitment.id,
            commitment.type,
            commitment.status,
            commitment.strength.value,
            "" if commitment.cue is None else commitment.cue.text,
            "" if told.content is None else told.content.text,
            direction(taken) * turned,
            tuple(source.name or source.text for source in commitment.sources),
        )


def _pointed_to(commitment: Commitment, by_id: Mapping[str, Commitment]) -> Commitment:
    """The commitment whose content says what a content points back to; itself where it does not point."""
    seen = {commitment.id}
    told = commitment
    while told.antecedent is not None and told.antecedent in by_id and told.antecedent not in seen:
        seen.add(told.antecedent)
        told = by_id[told.antecedent]
    return told
