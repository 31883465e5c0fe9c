"""Anaphoric contents: „Diese Forderung", „die Forderung", „das", „dem" lead to the commitment they point back to."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

import attrs

from stance.context.scene import Scene
from stance.discourse.conveyors import Conveyors
from stance.discourse.wordlists import word_list, word_table
from stance.matching.draft import Draft, Filler
from stance.matching.spans import is_silent
from stance.model import Commitment, CommitmentType

_REACH: Final = 600
"""How far back a content points, in characters."""
_DEMONSTRATIVE: Final = ("dies", "solch", "derartig")
_TAKING_SIDES: Final = frozenset({CommitmentType.REJECTION, CommitmentType.SUPPORT})
_WANTING: Final = frozenset(
    {CommitmentType.DEMAND, CommitmentType.PROPOSAL, CommitmentType.INTENTION, CommitmentType.PROMISE}
)


@attrs.frozen
class Link:
    """A commitment with the draft it was made of."""

    commitment: Commitment
    draft: Draft | None


def links(scene: Scene, items: Sequence[Link], conveyors: Conveyors) -> dict[str, str]:
    """Ids of commitments whose content points back → ids of the commitments they point to.

    What points back takes up the act that opened a chain, and what only goes on where there is no act.

    Args:
        scene: the document.
        items: all commitments in text order.
        conveyors: tells the sources that only pass on, whose act is not taken up but what they tell of.
    """
    found: dict[str, str] = {}
    before: list[Link] = []
    media = {i.commitment.id for i in items if _is_by_medium(i, conveyors)}
    for item in items:
        target = _antecedent(scene, item, before, media)
        if target is not None:
            found[item.commitment.id] = target
        before.append(item)
    return found


def _is_by_medium(item: Link, conveyors: Conveyors) -> bool:
    actor = None if item.draft is None else item.draft.actor
    return actor is not None and conveyors.is_medium(actor)


def _antecedent(scene: Scene, item: Link, before: Sequence[Link], media: AbstractSet[str]) -> str | None:
    """What a content points back to, or what a cue without content („widersprach") takes up."""
    if item.draft is None:
        return None
    content = item.draft.content
    wanted = _takes_up(item.draft) if content is None else _points_back(scene, content)
    return None if wanted is None else _target(before, item, wanted, media)


def _takes_up(draft: Draft) -> str | None:
    """ "" for a cue without content that takes up what was said, else None."""
    return "" if any(word in word_list("taking_up") for word in draft.lemma.split()) else None


def _points_back(scene: Scene, content: Filler) -> str | None:
    """The noun of a content that points back, "" for a pronoun, None where it does not point."""
    if content.clause is not None or content.quote is not None:
        return None
    view = scene.view
    words = [t for t in content.tokens if not is_silent(view.graph.doc, t)]
    if not words:
        return None
    first = view.lower(words[0])
    if len(words) == 1:
        return "" if first in word_list("pointing") and view.tag(words[0]) in ("PDS", "PAV", "PROAV", "ART") else None
    if content.head is None:
        return None
    noun = view.lemma(content.head).lower()
    if first.startswith(_DEMONSTRATIVE):
        return noun if any(noun.endswith(word.lower()) for word in word_list("saying_nouns")) else None
    bare = len(words) == 2 and view.tag(words[0]) in ("ART", "APPRART") and first not in word_list("indefinite")
    return noun if bare and _types_of(noun) else None


def _types_of(noun: str) -> frozenset[CommitmentType]:
    """The types of act that a noun names, by its last part („Lohnforderung"); none for any other noun."""
    named = word_table("named_acts")
    types = next((types for word, types in named.items() if noun.endswith(word)), frozenset())
    return frozenset(CommitmentType(type) for type in types)


def _target(before: Sequence[Link], item: Link, wanted: str, media: AbstractSet[str]) -> str | None:
    types = _types_of(wanted)
    own = item.commitment
    recent = takewhile(lambda b: own.sentence[0] - b.commitment.sentence[1] < _REACH, reversed(before))
    near = [b for b in recent if _ended_before(b.commitment, own)][::-1]
    near = [b for b in near if b.draft is not None] or near
    if types:
        near = [b for b in near if types & {b.commitment.type, b.commitment.force}]
        return near[-1].commitment.id if near else None
    return _taken_up(near, own, media) if near else None


def _taken_up(near: Sequence[Link], own: Commitment, media: AbstractSet[str]) -> str:
    """What a pronoun takes up in the last sentence: who takes sides takes up what is wanted, else what is said."""
    last = [b.commitment for b in near if b.commitment.sentence == near[-1].commitment.sentence]
    wanted = [c for c in last if c.type in _WANTING] if own.type in _TAKING_SIDES else []
    told = [c for c in last if c.id not in media or not any(_holds(c, other) for other in last)]
    outer = [c for c in told if not any(_holds(other, c) for other in told)]
    return (wanted or outer or last)[-1].id


def _holds(outer: Commitment, inner: Commitment) -> bool:
    """Whether one commitment stands in the content of another."""
    if outer is inner or outer.content is None or inner.cue is None:
        return False
    return outer.content.spans.overlap(inner.cue.spans) > 0


def _ended_before(earlier: Commitment, later: Commitment) -> bool:
    """Whether an act is over before a content that points back, or before a cue that has none."""
    place = later.content or later.cue
    start = later.sentence[0] if place is None else place.spans.start
    parts = (earlier.cue, earlier.content, earlier.actor)
    end = max(part.spans.end for part in parts if part is not None)
    return earlier.sentence[1] <= start or (earlier.sentence == later.sentence and end <= start)
