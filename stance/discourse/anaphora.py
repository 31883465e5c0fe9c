"""Anaphoric contents: „Diese Forderung", „das", „dem" lead to the commitment they point back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.context.scene import Scene
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.matching.spans import is_silent
from stance.model import Commitment, CommitmentType, Mention

_DEMONSTRATIVE: Final = ("dies", "solch", "derartig")
_TYPES: Final = {
    "forderung": CommitmentType.DEMAND,
    "appell": CommitmentType.DEMAND,
    "bitte": CommitmentType.DEMAND,
    "vorschlag": CommitmentType.PROPOSAL,
    "vorwurf": CommitmentType.ACCUSATION,
    "warnung": CommitmentType.WARNING,
    "drohung": CommitmentType.THREAT,
    "zusage": CommitmentType.PROMISE,
    "versprechen": CommitmentType.PROMISE,
    "absage": CommitmentType.REJECTION,
    "plan": CommitmentType.INTENTION,
    "ankündigung": CommitmentType.INTENTION,
    "entscheidung": CommitmentType.DECISION,
    "kritik": CommitmentType.EVALUATION,
}


@attrs.frozen
class Link:
    """A commitment with the draft it was made of."""

    commitment: Commitment
    draft: Draft | None


def links(scene: Scene, items: Sequence[Link]) -> dict[str, str]:
    """Ids of commitments whose content points back → ids of the commitments they point to.

    Args:
        scene: the document.
        items: all commitments in text order.
    """
    found: dict[str, str] = {}
    for at, item in enumerate(items):
        content = None if item.draft is None else item.draft.content
        if content is None or content.clause is not None or content.quote is not None:
            continue
        wanted = _points_back(scene, content)
        if wanted is None:
            continue
        target = _target(items[:at], item, wanted)
        if target is not None:
            found[item.commitment.id] = target
    return found


def _points_back(scene: Scene, content: Filler) -> str | None:
    """The noun of a content that points back, "" for a pronoun, None where it does not point."""
    view = scene.view
    words = [t for t in content.tokens if not is_silent(view.graph.doc, t)]
    if not words:
        return None
    first = view.lower(words[0])
    if len(words) == 1:
        return "" if first in word_list("pointing") and view.tag(words[0]) in ("PDS", "PAV", "PROAV", "ART") else None
    if not first.startswith(_DEMONSTRATIVE) or content.head is None:
        return None
    lemma = view.lemma(content.head)
    listed = any(lemma.lower().endswith(noun.lower()) for noun in word_list("saying_nouns"))
    return lemma.lower() if listed else None


def _target(before: Sequence[Link], item: Link, wanted: str) -> str | None:
    type = next((t for noun, t in _TYPES.items() if wanted.endswith(noun)), None) if wanted else None
    own = item.commitment
    earlier = [b for b in before if _ended_before(b.commitment, own)]
    near = [b for b in earlier if own.sentence[0] - b.commitment.sentence[1] < 600]
    if type is not None:
        fitting = [b for b in near if type in (b.commitment.type, b.commitment.force)]
        return fitting[-1].commitment.id if fitting else None
    return near[-1].commitment.id if near else None


def _ended_before(earlier: Commitment, later: Commitment) -> bool:
    content: Mention | None = later.content
    assert content is not None
    return earlier.sentence[1] <= content.spans.start
