"""Reports: which cues of a sentence say that somebody speaks, over which clauses, and who speaks on after it.

A sentence that goes on with a report is said by the actor of its last one; a turn („Die Ministerin widersprach.")
opens a report too. Drafts over a clause graph flow in, reports flow out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind
from stance.context.scene import Scene
from stance.discourse.turns import taker
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.model import CommitmentType
from stance.rules.schema import CueKind, SlotKind

REPORTS: Final = frozenset(
    {
        CommitmentType.ASSERTION,
        CommitmentType.ADMISSION,
        CommitmentType.DENIAL,
        CommitmentType.BELIEF,
        CommitmentType.WARNING,
        CommitmentType.ACCUSATION,
        CommitmentType.DEMAND,
        CommitmentType.PROPOSAL,
        CommitmentType.PROMISE,
        CommitmentType.INTENTION,
        CommitmentType.REFUSAL,
        CommitmentType.REJECTION,
        CommitmentType.EVALUATION,
        CommitmentType.SUPPORT,
        CommitmentType.THREAT,
        CommitmentType.EXPRESSIVE,
        CommitmentType.DOUBT,
    }
)


@attrs.frozen
class Report:
    """Who speaks, the draft that says so where there is one, and whether in the speaker's own words."""

    actor: Filler | None
    draft: Draft | None = None
    direct: bool = False


def reports_in(scene: Scene, start: int, end: int) -> list[Draft]:
    """The outermost reports of a sentence, in text order; noun cues only where there are no others."""
    found = [d for d in scene.cues_in(start, end) if d.rule.type in REPORTS]
    outer = [d for d in found if not any(o in found for o in scene.around(d))]
    return [d for d in outer if scene.kind(d) is not CueKind.NOUN] or outer


def mains(scene: Scene, start: int, end: int) -> list[Clause]:
    """The main clauses of a sentence that have a verb and stand in no quotation marks."""
    clauses = [c for c in scene.view.sentence_clauses(start, end) if c.tokens]
    return [c for c in clauses if c.kind is ClauseKind.MAIN and c.verb is not None and c.quote is None]


def is_under_report(scene: Scene, main: Clause, reports: Sequence[Draft]) -> bool:
    """Whether a report of its own sentence stands over a main clause („…, sagte er", „laut X …")."""
    over = any(d.content is not None and main.tokens[0] in d.content.tokens for d in reports)
    over = over or any(d.content is not None and d.content.slot.kind is SlotKind.HOST for d in reports)
    return over or any(scene.kind(d) is CueKind.ATTRIBUTION and d.clause == main.index for d in reports)


def next_report(scene: Scene, start: int, end: int, chain: Report | None, reports: list[Draft]) -> Report | None:
    """The report after a sentence that goes on with none: its own, or none; the same subject keeps the chain alive."""
    clauses = mains(scene, start, end)
    turn = next((found for main in reversed(clauses) if (found := taker(scene, main)) is not None), None)
    if reports and (reports[-1].actor is not None or turn is None):
        return None if _is_nobody(scene, reports[-1].actor) else Report(reports[-1].actor, reports[-1])
    subject = scene.view.subject(clauses[0]) if clauses else None
    if turn is not None or subject is None:
        return None if turn is None else Report(turn)
    if chain is None or chain.actor is None:
        return None
    same = scene.view.text(subject.head) == scene.view.text(chain.actor.tokens[-1])
    return chain if same or scene.view.lower(subject.head) in word_list("third_person") else None


def _is_nobody(scene: Scene, actor: Filler | None) -> bool:
    """Whether an actor is „niemand", „kein Minister" or „wer": nobody who goes on speaking."""
    if actor is None:
        return False
    first = actor.tokens[0]
    clause = scene.view.graph.clause_at(first)
    return scene.view.tag(first) == "PWS" or (clause is not None and first in clause.negations)


def same_speaker(scene: Scene, one: Filler | None, other: Filler | None) -> bool:
    """Whether two actors may be one: one of them is a pronoun, or they share a word that is a name or noun."""
    if one is None or other is None:
        return False
    words = [{scene.view.text(t) for t in f.tokens if scene.view.tag(t) in ("NE", "NN")} for f in (one, other)]
    return not words[0] or not words[1] or bool(words[0] & words[1])


def quoted_or_clausal(draft: Draft) -> bool:
    """Whether a draft gives what was said, rather than naming it („lobte den Plan")."""
    return draft.content is not None and (draft.content.quote is not None or bool(draft.content.clauses))
