"""Form: how the text renders an act: quoted, as a clause, as a noun phrase, as a noun, or as an ascribed attitude."""

from __future__ import annotations

from typing import Final

from stance.clauses.graph import ClauseType
from stance.clauses.quotes import is_mark
from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.model import CommitmentType, Form
from stance.rules.schema import CueKind

_NOMINAL: Final = frozenset({ClauseType.ZU, ClauseType.BARE})
_DOXASTIC: Final = frozenset({CommitmentType.BELIEF, CommitmentType.DOUBT})


def form_of(scene: Scene, draft: Draft) -> Form:
    """The form of a draft."""
    content = draft.content
    if content is not None and content.quote is not None:
        return Form.DIRECT
    form = _unquoted(scene, draft)
    partly = content is not None and _is_partly_quoted(scene, content)
    judged = draft.judgement is not None and _is_partly_quoted(scene, draft.judgement)
    return Form.MIXED if partly or judged else form


def _unquoted(scene: Scene, draft: Draft) -> Form:
    kind = scene.kind(draft)
    content = draft.content
    if kind is CueKind.NOUN:
        return Form.NOMINAL
    if kind is CueKind.ATTRIBUTION:
        return Form.INDIRECT
    if kind in (CueKind.MODAL, CueKind.ADJECTIVE):
        return Form.ASCRIBED if not _is_finite(scene, content) else Form.INDIRECT
    if content is not None and content.clause is not None:
        finite = _is_finite(scene, content)
        if draft.rule.form is not None and not finite:
            return draft.rule.form
        return Form.ASCRIBED if not finite and _is_attitude(scene, draft) else Form.INDIRECT
    if draft.rule.form is not None:
        return draft.rule.form
    return Form.ASCRIBED if _is_attitude(scene, draft) else Form.REPORTED


def _is_finite(scene: Scene, content: Filler | None) -> bool:
    """Whether a content is a finite clause."""
    if content is None or content.clause is None:
        return False
    return scene.view.clause(content.clause).type not in _NOMINAL and content.slot.kind.value != "predicate"


def _is_attitude(scene: Scene, draft: Draft) -> bool:
    verb = draft.lemma.rsplit(" ", 1)[-1]
    return verb in word_list("attitudes") or draft.rule.type in _DOXASTIC


def _is_partly_quoted(scene: Scene, filler: Filler) -> bool:
    """Whether some words of a mention are quoted, but not all of it."""
    doc = scene.view.graph.doc
    marks = [t for t in filler.tokens if is_mark(doc[t].text)]
    if not marks:
        return False
    whole = len(marks) == 2 and marks[0] == filler.tokens[0] and marks[-1] == filler.tokens[-1]
    return not whole
