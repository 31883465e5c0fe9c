"""Everything context says of one draft, in one value.

Flows in: a draft and its scene. Flows out: a :class:`Reading` with all fields of the commitment that are not mentions,
or None where the text ascribes no act at all.
"""

from __future__ import annotations

import attrs

from stance.context.condition import condition_of
from stance.context.force import force_of
from stance.context.form import form_of
from stance.context.modality import content_negated, modality_of, mood_of
from stance.context.polarity import of_type, opposite, polarity_of
from stance.context.scene import Scene
from stance.context.status import status_of
from stance.context.strength import is_litotes, strength_of, weakened
from stance.matching.draft import Draft
from stance.model import CommitmentType, Form, Modality, Mood, Polarity, Status, Strength


@attrs.frozen
class Reading:
    """Context of a draft.

    Attributes:
        type, force, form, status, polarity, content_negated, strength, modality, mood: as in a commitment.
        condition: tokens of the condition, or empty.
        evidence: named token sets that decided a field (negation, strength).
    """

    type: CommitmentType
    force: CommitmentType | None
    form: Form
    status: Status
    polarity: Polarity
    content_negated: bool
    strength: Strength
    modality: Modality | None
    mood: Mood | None
    condition: tuple[int, ...] = ()
    evidence: tuple[tuple[str, tuple[int, ...]], ...] = ()


def read(scene: Scene, draft: Draft) -> Reading | None:
    """Read the context of a draft.

    Args:
        scene: the document.
        draft: one of its drafts.

    Returns:
        The reading, or None where there is no act (inference by the text, an indirect question).
    """
    negators = scene.negators(draft)
    negated = len(negators) % 2 == 1
    outcome = draft.rule.negated if negated else None
    type = draft.rule.type if outcome is None or outcome.type is None else outcome.type
    litotes = outcome is None and is_litotes(scene, draft, negated)
    raised = negated and outcome is None and (litotes or draft.rule.neg_raising)
    status = status_of(scene, draft, negated and outcome is None and not raised)
    if status is None:
        return None
    if outcome is not None and status is Status.ACTUAL:
        status = outcome.status
    polarity = polarity_of(scene, draft, type)
    if outcome is not None:
        polarity = outcome.polarity or (of_type(type) if outcome.type is not None else polarity)
    strength, adverb = strength_of(scene, draft)
    if outcome is not None and outcome.strength is not None:
        strength = outcome.strength
    if litotes or (negators and not negated):
        strength = weakened(strength)
    evidence = (("negation", negators), ("strength", adverb))
    return Reading(
        type=type,
        force=force_of(scene, draft, type),
        form=form_of(scene, draft),
        status=status,
        polarity=opposite(polarity) if raised else polarity,
        content_negated=content_negated(scene, draft),
        strength=strength,
        modality=modality_of(scene, draft),
        mood=mood_of(scene, draft),
        condition=condition_of(scene, draft, status is Status.HYPOTHETICAL),
        evidence=tuple((name, tokens) for name, tokens in evidence if tokens),
    )
