"""Condition: the words that say under which condition a content holds.

Conditional clauses (wenn, falls, sofern, verb-first, „es sei denn") inside the content, on its clause or on the cue's
clause, and phrases such as „unter der Bedingung, dass …". The lead („nur") belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from stance.clauses.graph import Clause
from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.matching.draft import Draft
from stance.matching.spans import clean
from stance.rules.schema import CueKind


def condition_of(scene: Scene, draft: Draft, hypothetical: bool) -> tuple[int, ...]:
    """Tokens of the condition of a draft's content, empty where there is none.

    Args:
        scene: the document.
        draft: the draft.
        hypothetical: whether the act itself is; a noun's act then depends on what its clause depends on.
    """
    for clause in _places(scene, draft, hypothetical):
        tokens = _conditional_below(scene, draft, clause) or _phrase(scene, clause)
        if tokens:
            return clean(scene.view.graph.doc, tokens)
    return ()


def _places(scene: Scene, draft: Draft, hypothetical: bool) -> Iterator[Clause]:
    """Where a condition can hang: on the content's clauses, then on the clause of the cue."""
    content = draft.content
    if content is not None:
        for index in content.clauses:
            yield scene.view.clause(index)
    if draft.predicate or (scene.kind(draft) is CueKind.NOUN and hypothetical):
        yield scene.clause(draft)


def _conditional_below(scene: Scene, draft: Draft, clause: Clause) -> tuple[int, ...]:
    for child in scene.view.graph.children(clause):
        if child.is_conditional and not set(child.tokens) & set(draft.cue):
            tokens = {t for t in scene.view.extent(child) if child.introducer is None or t >= child.introducer}
            lead = min(tokens) - 1
            if lead >= 0 and scene.view.lower(lead) in word_list("condition_leads"):
                tokens.add(lead)
            if draft.content is None or tokens != set(draft.content.tokens):
                return tuple(sorted(tokens))
    return ()


def _phrase(scene: Scene, clause: Clause) -> tuple[int, ...]:
    for np in scene.view.phrases_in(*clause.sentence):
        if np.clause != clause.index or np.preposition is None:
            continue
        named = scene.view.lemma(np.head) in word_list("condition_nouns")
        extended = scene.view.extended(np.tokens)
        if named and scene.view.lower(np.preposition) in ("unter", "mit") and len(extended) > len(np.tokens):
            return tuple(sorted({*extended, np.preposition}))
    return ()
