"""Strength: how strongly an actor commits, by the rule and by adverbs beside the cue."""

from __future__ import annotations

from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.matching.draft import Draft
from stance.model import Strength


def strength_of(scene: Scene, draft: Draft) -> tuple[Strength, tuple[int, ...]]:
    """The strength of a draft, and the adverb that decided it, if one did."""
    if draft.rule.strength is Strength.WEAK:
        return Strength.WEAK, ()
    for name, strength in (("strong_adverbs", Strength.STRONG), ("weak_adverbs", Strength.WEAK)):
        token = _adverb(scene, draft, word_list(name))
        if token is not None:
            return strength, (token,)
    return draft.rule.strength, ()


def _adverb(scene: Scene, draft: Draft, words: frozenset[str]) -> int | None:
    if not draft.predicate:
        return _attribute(scene, draft, words)
    taken = {t for _, filler in draft.roles for t in filler.tokens} | set(draft.cue)
    tokens = [t for t in scene.clause(draft).tokens if t not in taken]
    for token in tokens:
        pair = f"{scene.view.text(token)} {scene.view.text(token + 1)}" if token + 1 in tokens else ""
        if (scene.view.lower(token) in words and scene.view.tag(token) in ("ADJD", "ADV")) or pair in words:
            return token
    return None


def _attribute(scene: Scene, draft: Draft, words: frozenset[str]) -> int | None:
    """„die scharfe Kritik", „eine nachdrückliche Forderung"."""
    np = scene.view.graph.noun_phrase_at(draft.cue[0])
    for token in () if np is None else np.attributes:
        if token < draft.cue[0] and any(scene.view.lower(token).startswith(word) for word in words):
            return token
    return None
