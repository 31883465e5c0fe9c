"""Polarity: the actor's attitude to the content as its words stand.

By type, by rule or frame, by the words of a judgement; neg-raising turns it round („glaubt nicht, dass es hilft":
Horn 1978).
"""

from __future__ import annotations

from typing import Final

from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.german import closed
from stance.matching.draft import Draft, Filler
from stance.model import CommitmentType, Polarity

_NEGATIVE: Final = frozenset(
    {
        CommitmentType.DENIAL,
        CommitmentType.DOUBT,
        CommitmentType.REJECTION,
        CommitmentType.REFUSAL,
        CommitmentType.ACCUSATION,
        CommitmentType.WARNING,
        CommitmentType.THREAT,
    }
)


def of_type(type: CommitmentType) -> Polarity:
    """The polarity of a type with a plain cue.

    >>> of_type(CommitmentType.DENIAL), of_type(CommitmentType.DEMAND)
    (<Polarity.NEGATIVE: 'negative'>, <Polarity.POSITIVE: 'positive'>)
    """
    return Polarity.NEGATIVE if type in _NEGATIVE else Polarity.POSITIVE


def polarity_of(scene: Scene, draft: Draft, type: CommitmentType) -> Polarity:
    """The polarity of a draft, before neg-raising.

    Args:
        scene: the document.
        draft: the draft.
        type: its type, which a negated cue may have changed.
    """
    if draft.rule.polarity_by_judgement and draft.judgement is not None:
        judged = judge(scene, draft.judgement)
        if judged is not None:
            return judged
    return draft.frame.polarity or draft.rule.polarity or of_type(type)


def opposite(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE


def judge(scene: Scene, judgement: Filler) -> Polarity | None:
    """Whether the words of a judgement judge well or badly, None where no list knows them."""
    found: list[Polarity] = []
    negated = False
    for token in judgement.tokens:
        if found and scene.view.tag(token) in ("APPR", "APPRART"):
            break  # „zielführend in der Krise": what follows says where, not how
        turns = scene.view.lower(token) in word_list("negative_judgement_words")
        if turns or closed.negation(scene.view.text(token)) == "strong":
            negated = not negated
        polarity = evaluative(scene, token)
        if polarity is not None:
            found.append(polarity)
    if not found:
        return None
    polarity = Polarity.NEGATIVE if Polarity.NEGATIVE in found else Polarity.POSITIVE
    return opposite(polarity) if negated else polarity


def evaluative(scene: Scene, token: int) -> Polarity | None:
    """The polarity of one word by lemma, form, or the last part of a compound; „un-" turns a known word round."""
    view = scene.view
    for word in dict.fromkeys((view.lemma(token), view.text(token), view.lower(token))):
        polarity = scene.ruleset.evaluative(word)
        if polarity is not None:
            return polarity
        if word.lower().startswith("un"):
            inner = scene.ruleset.evaluative(word[2:])
            if inner is not None:
                return opposite(inner)
    return _inflected(scene, view.text(token))


def _inflected(scene: Scene, form: str) -> Polarity | None:
    for ending in ("e", "en", "er", "es", "em"):
        if form.endswith(ending) and len(form) > len(ending) + 3:
            polarity = scene.ruleset.evaluative(form[: -len(ending)])
            if polarity is not None:
                return polarity
    return None
