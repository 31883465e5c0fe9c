"""Contents that point back: how somebody stands to what another committed to („Das lehnt sie ab.", „die Absage").

The commitments of a document come in; for each of them the one whose words say what it is about goes out, with the
position or the claim. Who is against a rejection is for what was rejected: the signs along the way are multiplied.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from stance.ledger.positions import claim, denies_facts, is_claim, position
from stance.model import Commitment, CommitmentType, Status


@attrs.frozen
class Attitude:
    """How somebody stands to a content.

    Attributes:
        act: the commitment.
        told: the commitment whose words say what the content is.
        position: +1 for, -1 against what they name; 0 where neither.
        claim: +1 where they are held for true, -1 for false; 0 where neither.
    """

    act: Commitment
    told: Commitment
    position: int = 0
    claim: int = 0


def attitudes(commitments: Iterable[Commitment]) -> tuple[Attitude, ...]:
    """How each who commits stands to what the content says, or to what it points back to.

    Args:
        commitments: those of one document, in text order; what points to none before it says itself what it is about.

    >>> import stance
    >>> said = "Die SPD fordert ein Tempolimit. Die FDP lehnt das ab. Die Grünen kritisierten die Absage."
    >>> [(a.told.content.text, a.position) for a in attitudes(stance.extract(said).commitments)]
    [('ein Tempolimit', 1), ('ein Tempolimit', -1), ('ein Tempolimit', 1)]
    """
    found: list[Attitude] = []
    taken_up: dict[str, Attitude] = {}
    for act in commitments:
        to = None if act.antecedent is None else taken_up.get(act.antecedent)
        found.append(_attitude(act, to))
        taken_up[act.id] = _attitude(attrs.evolve(act, status=_status_as_told(act)), to)
    return tuple(found)


def _status_as_told(act: Commitment) -> Status:
    """The status of an act that another takes up: whoever rejects a demand, it is one, be it told by hearsay."""
    return Status.NEGATED if act.status is Status.NEGATED else Status.ACTUAL


def _attitude(act: Commitment, to: Attitude | None) -> Attitude:
    """How who acts stands to a content, by how the one stands to it to whose act the act points back."""
    if to is None:
        return Attitude(act, act, position(act), claim(act))
    own = act if act.content else attrs.evolve(act, content=to.told.content)
    if is_claim(own) or to.act.type is CommitmentType.ACCUSATION:
        return _answer(own, to)
    return Attitude(act, to.told, position(own) * _sign(to))


def _answer(own: Commitment, to: Attitude) -> Attitude:
    """Where what is true is at stake: a claim is shared or contested, as is a blame; a demand is only contradicted."""
    sign = claim(own) or position(own)
    if to.claim:
        return Attitude(own, to.told, claim=sign * to.claim)
    contradicts = own.type is CommitmentType.DENIAL and not denies_facts(own)
    return Attitude(own, to.told, sign * to.position if contradicts or is_claim(to.act) else 0)


def _sign(to: Attitude) -> int:
    """What being for an act means for its content; what is threatened with stands as its words name it."""
    threatened = to.act.type is CommitmentType.THREAT and to.act.status is not Status.NEGATED
    return to.position or to.claim or int(threatened)
