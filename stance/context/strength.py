"""Strength: how strongly an actor commits, by the rule, by adverbs beside the cue, and by double negation.

Two negations cancel out, but what they leave is weaker than what was never denied (litotes: Horn 1989): „lehnt
keineswegs nicht ab", „nicht unzufrieden", „für nicht unmöglich halten", „nicht ohne Kritik".
"""

from __future__ import annotations

from typing import Final

from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.german import closed
from stance.matching.draft import Draft
from stance.model import CommitmentType, Strength
from stance.rules.schema import CueKind

_WEAKER: Final = {Strength.STRONG: Strength.PLAIN, Strength.PLAIN: Strength.WEAK, Strength.WEAK: Strength.WEAK}


def weakened(strength: Strength) -> Strength:
    """The next weaker strength.

    >>> weakened(Strength.STRONG), weakened(Strength.WEAK)
    (<Strength.PLAIN: 'plain'>, <Strength.WEAK: 'weak'>)
    """
    return _WEAKER[strength]


def is_litotes(scene: Scene, draft: Draft, negated: bool) -> bool:
    """Whether a negated evaluation denies a word with „un-" („nicht unzufrieden", „nicht für unmöglich halten").

    Args:
        scene: the document.
        draft: the draft.
        negated: whether its cue is negated.
    """
    judgement = draft.judgement
    if judgement is not None:
        denied = negated or any(closed.negation(scene.view.text(t)) == "strong" for t in judgement.tokens)
        return denied and any(_denies(scene, token) for token in judgement.tokens)
    evaluates = draft.rule.type is CommitmentType.EVALUATION and scene.kind(draft) is CueKind.ADJECTIVE
    return negated and evaluates and _denies(scene, draft.cue[0])


def _denies(scene: Scene, token: int) -> bool:
    """Whether a word is the „un-" of an adjective („unzufrieden")."""
    word = scene.view.lemma(token).lower()
    return word.startswith("un") and scene.ruleset.evaluative(word[2:]) is not None


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
