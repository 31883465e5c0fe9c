"""Contents that point back: how somebody stands to what another committed to („Das lehnt sie ab.", „die Absage").

A commitment and those of its document come in; the commitment whose words say what it is about goes out, with the
position or the claim. Who is against a rejection is for what was rejected: the signs along the way are multiplied.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import attrs

from stance.ledger.positions import claim, denies_facts, is_claim, position
from stance.model import Commitment, CommitmentType, Status


@attrs.frozen
class Attitude:
    """How somebody stands to a content.

    Attributes:
        told: the commitment whose words say what the content is.
        position: +1 for, -1 against what they name; 0 where neither.
        claim: +1 where they are held for true, -1 for false; 0 where neither.
    """

    told: Commitment
    position: int = 0
    claim: int = 0


def attitude(commitment: Commitment, by_id: Mapping[str, Commitment]) -> Attitude:
    """How who commits stands to what the content says, or to what it points back to.

    Args:
        commitment: the commitment.
        by_id: the commitments of its document, by id.

    >>> import stance
    >>> said = "Die SPD fordert ein Tempolimit. Die FDP lehnt das ab. Die Grünen kritisierten die Absage."
    >>> found = {c.id: c for c in stance.extract(said).commitments}
    >>> [(a.told.content.text, a.position) for a in (attitude(c, found) for c in found.values())]
    [('ein Tempolimit', 1), ('ein Tempolimit', -1), ('ein Tempolimit', 1)]
    """
    own, *targets = _path(commitment, by_id)
    acts = [own, *(attrs.evolve(target, status=_as_told(target)) for target in targets)]
    found = Attitude(acts[-1], position(acts[-1]), claim(acts[-1]))
    for act, target in reversed(list(pairwise(acts))):
        found = _towards(act, target, found)
    return found


def _path(commitment: Commitment, by_id: Mapping[str, Commitment]) -> list[Commitment]:
    """A commitment, the one that it points back to, the one that this points to; what points in a circle ends there."""
    found = {commitment.id: commitment}
    target = by_id.get(commitment.antecedent or "")
    while target is not None and target.id not in found:
        found[target.id] = target
        target = by_id.get(target.antecedent or "")
    return list(found.values())


def _towards(act: Commitment, target: Commitment, to: Attitude) -> Attitude:
    """How who acts stands to the content, by how the one stands to it to whose act the act points back."""
    own = act if act.content else attrs.evolve(act, content=to.told.content)
    if is_claim(own) or target.type is CommitmentType.ACCUSATION:
        return _answer(own, target, to)
    return Attitude(to.told, position(own) * _sign(target, to))


def _as_told(target: Commitment) -> Status:
    """The status of an act that another takes up: whoever rejects a demand, it is one, be it told by hearsay."""
    return Status.NEGATED if target.status is Status.NEGATED else Status.ACTUAL


def _answer(own: Commitment, target: Commitment, to: Attitude) -> Attitude:
    """Where what is true is at stake: a claim is shared or contested, as is a blame; a demand is only contradicted."""
    sign = claim(own) or position(own)
    if to.claim:
        return Attitude(to.told, claim=sign * to.claim)
    contradicts = own.type is CommitmentType.DENIAL and not denies_facts(own)
    return Attitude(to.told, sign * to.position if contradicts or is_claim(target) else 0)


def _sign(target: Commitment, to: Attitude) -> int:
    """What being for an act means for its content; what is threatened with stands as its words name it."""
    threatened = target.type is CommitmentType.THREAT and target.status is not Status.NEGATED
    return to.position or to.claim or int(threatened)
