"""Sources: who reports an act, outermost first; and attributions that are a source and nothing more.

An attribution over a clause with a cue of its own („Laut Spiegel habe Lawrow gesagt, …") only adds a source; a verb of
saying over such a clause has its own commitment and is the source of the inner one (nested sources: Saurí & Pustejovsky
2009).
"""

from __future__ import annotations

from typing import Final

import attrs

from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.model import CommitmentType
from stance.rules.schema import CueKind, SlotKind

_REPORTING: Final = frozenset(
    {
        CommitmentType.ASSERTION,
        CommitmentType.ADMISSION,
        CommitmentType.BELIEF,
        CommitmentType.DENIAL,
        CommitmentType.DOUBT,
        CommitmentType.WARNING,
        CommitmentType.ACCUSATION,
        CommitmentType.EVALUATION,
        CommitmentType.EXPRESSIVE,
    }
)
_TELLING: Final = frozenset({CommitmentType.ASSERTION, CommitmentType.ADMISSION})


@attrs.frozen
class Split:
    """Drafts parted into acts and mere sources.

    Attributes:
        acts: drafts that become commitments.
        sources: attributions that only add a source to acts in their host.
    """

    acts: tuple[Draft, ...]
    sources: tuple[Draft, ...]


def split_sources(scene: Scene) -> Split:
    """Part the drafts of a document."""
    mere = [draft for draft in scene.drafts if _is_mere_source(scene, draft)]
    return Split(tuple(d for d in scene.drafts if d not in mere), tuple(mere))


def _is_mere_source(scene: Scene, draft: Draft) -> bool:
    content = draft.content
    if content is None or content.slot.kind is not SlotKind.HOST or content.quote is not None:
        return False
    passing = draft.lemma.split()[-1] in word_list("passing_on")
    if scene.kind(draft) is not CueKind.ATTRIBUTION and not passing:
        return False
    return any(_is_act_of_host(scene, draft, index) for index in content.clauses)


def _is_act_of_host(scene: Scene, draft: Draft, clause: int) -> bool:
    inner = scene.predicates.get(clause)
    return inner is not None and inner.cue != draft.cue


def sources_of(scene: Scene, draft: Draft) -> tuple[Filler, ...]:
    """Who reports a draft, outermost first."""
    found: list[Filler] = []
    for outer in scene.around(draft):
        if outer.actor is None or not _reports(outer):
            continue
        if outer.actor.tokens not in [f.tokens for f in found]:
            found.append(outer.actor)
    return tuple(found)


def _reports(outer: Draft) -> bool:
    content = outer.content
    assert content is not None
    clausal = content.clause is not None or content.quote is not None
    return outer.rule.type in (_REPORTING if clausal else _TELLING)
