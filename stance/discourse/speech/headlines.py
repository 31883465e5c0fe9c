"""Headlines: „Merz: Steuern runter" is said by Merz."""

from __future__ import annotations

import attrs

from stance.context.force import orders
from stance.context.modality import verbless_negated
from stance.context.scene import Scene
from stance.discourse.speech.interviews import is_addressed, is_question, opening
from stance.discourse.speech.reports import Report
from stance.discourse.speech.uncued import HEADLINE, Continuation, direct
from stance.matching.draft import Filler
from stance.matching.spans import clean
from stance.model import CommitmentType
from stance.rules.schema import Slot, SlotKind


def headline(scene: Scene, start: int, end: int) -> Continuation | None:
    """„Merz: Steuern runter": a person or institution before a colon, and no frame; a question says nothing."""
    view = scene.view
    doc = view.graph.doc
    found = opening(scene, start, end)
    if found is None or is_question(scene, start, end):
        return None
    tokens = clean(doc, range(found.colon + 1, end))
    if not tokens:
        return None
    main = next((c for c in view.clauses_in(found.colon + 1, end) if c.verb is not None), None)
    topic = found.head == found.colon - 1 and view.tag(found.head) == "NN"
    if topic and _acts_after(scene, found.colon, end) and not is_addressed(scene, found.speaker.tokens):
        return None
    said = direct(scene, HEADLINE, tokens, Report(found.speaker), main)
    if main is None:
        content = Filler(tokens, Slot(SlotKind.QUOTE))
        return attrs.evolve(said, force=_verbless(scene, content), negated=verbless_negated(scene, content))
    return said


def _acts_after(scene: Scene, colon: int, end: int) -> bool:
    """Whether somebody acts behind a colon, so that a noun before it names a topic („Mieter: Der Rat lehnt …")."""
    return any(d.predicate and d.actor is not None for d in scene.cues_in(colon + 1, end))


def _verbless(scene: Scene, content: Filler) -> CommitmentType | None:
    return CommitmentType.DEMAND if orders(scene, content) else None
