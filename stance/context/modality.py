"""Modality and mood of a content: the modal and the mood of its main predicate.

The four classes are those of Kratzer (1991) and Öhlschläger (1989) reduced to what the forms of German tell apart.
"""

from __future__ import annotations

from stance.clauses.graph import Clause, ClauseKind, Role
from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.german import closed
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold
from stance.matching.negation import clause_negators
from stance.matching.spans import is_silent
from stance.matching.view import View
from stance.model import Modality, Mood
from stance.rules.schema import CueKind

_BY_LIST = (
    ("necessity", Modality.NECESSITY),
    ("possibility", Modality.POSSIBILITY),
    ("permission", Modality.PERMISSION),
    ("volition", Modality.VOLITION),
)


def modality_of(scene: Scene, draft: Draft) -> Modality | None:
    """The modal of the content's main predicate."""
    content = draft.content
    if content is None:
        return None
    if scene.kind(draft) is CueKind.MODAL and content.clause == draft.clause:
        return of_modals(scene.modals(draft), None)
    clause = scene.content_clause(content)
    if clause is None:
        noun = content.head is not None and scene.view.lemma(content.head) in word_list("necessity_nouns")
        return Modality.NECESSITY if noun else None
    return of_clause(scene.view, clause)


def of_clause(view: View, clause: Clause) -> Modality | None:
    """The modality of a clause: modal verb, „haben/sein zu", or a modal predicative."""
    verb = clause.verb
    if verb is None:
        return None
    if verb.modals[:1] == ("sollen",) and is_epistemic(view, clause):
        return None
    found = of_modals(verb.modals, verb.mood)
    if found is not None:
        return found
    if is_modal_infinitive(view, clause):
        return Modality.POSSIBILITY if _is_feasible(view, clause) else Modality.NECESSITY
    if is_modal_gehoeren(view, clause):
        return Modality.NECESSITY
    if "lassen" in verb.modals and view.reflexive(clause) is not None and not _acts(view, clause):
        return Modality.POSSIBILITY
    return _predicative(view, clause)


def of_modals(modals: tuple[str, ...], mood: str | None) -> Modality | None:
    """The modality of the outermost modal; „dürfte" says that something is likely.

    >>> of_modals(("müssen", "können"), None)
    <Modality.NECESSITY: 'necessity'>
    """
    for lemma in modals:
        if lemma == "dürfen" and mood == "konjunktiv2":
            return Modality.POSSIBILITY
        for name, modality in _BY_LIST:
            if lemma in word_list(name):
                return modality
    return None


def is_epistemic(view: View, clause: Clause) -> bool:
    """Whether a modal over a perfect infinitive infers or passes on what happened („dürfe … gegeben haben").

    „Soll geflohen sein" has no modality of its own: it says that somebody else says so.
    """
    verb = clause.verb
    if verb is None or not verb.modals or verb.mood == "konjunktiv2" or not set(verb.auxiliaries) & {"haben", "sein"}:
        return False
    return verb.main != max(verb.tokens, default=verb.main) and view.tag(verb.main) in ("VVPP", "VAPP", "VMPP")


def obliges(view: View, clause: Clause) -> bool:
    """Whether a clause says by its construction that something is to be done: „ist zu prüfen", „gehört verboten"."""
    modal = is_modal_infinitive(view, clause) and not _is_feasible(view, clause)
    return modal or is_modal_gehoeren(view, clause)


def is_modal_gehoeren(view: View, clause: Clause) -> bool:
    """„gehört verboten": a participle below „gehören"."""
    verb = clause.verb
    if verb is None or verb.finite is None or view.lemma(verb.finite) != "gehören":
        return False
    return any(view.tag(t) == "VVPP" and t != verb.finite for t in clause.tokens)


def _is_feasible(view: View, clause: Clause) -> bool:
    """Whether „ist zu" says what can be done: with verbs of perceiving and achieving, graded or denied."""
    verb = clause.verb
    if verb is None or verb.finite is None or view.lemma(verb.finite) != "sein":
        return False
    graded = any(view.lower(t) in word_list("feasible_adverbs") for t in clause.tokens)
    denied = len(tuple(clause_negators(view, clause))) % 2 == 1
    return graded or denied or verb.lemma in word_list("feasible_verbs")


def _acts(view: View, clause: Clause) -> bool:
    """Whether a clause's subject lets something be done to itself („lässt sich nicht erpressen")."""
    subject = view.subject(clause)
    return subject is not None and can_hold(view, subject.head, subject.tokens, None)


def is_modal_infinitive(view: View, clause: Clause) -> bool:
    """„hat zu gehen", „ist zu prüfen", „braucht zu"."""
    verb = clause.verb
    if verb is None or verb.finite is None or clause.kind is ClauseKind.INFINITIVE or verb.main == verb.finite:
        return False
    if view.lemma(verb.finite) not in ("haben", "sein", "brauchen"):
        return False
    izu = view.tag(verb.main) == "VVIZU"
    return izu or (verb.main > 0 and view.tag(verb.main - 1) == "PTKZU" and verb.main - 1 in verb.tokens)


def _predicative(view: View, clause: Clause) -> Modality | None:
    verb = clause.verb
    if verb is None or verb.lemma not in word_list("copulas"):
        return None
    heads = {view.lower(a.head) for a in clause.all_of(Role.PREDICATIVE)}
    return Modality.ABILITY if heads & word_list("ability_words") else None


def mood_of(scene: Scene, draft: Draft) -> Mood | None:
    """The mood of the content's finite verb; None for phrases, infinitives and imperatives."""
    content = draft.content
    if content is None or (scene.kind(draft) is CueKind.MODAL and content.clause == draft.clause):
        return None
    clause = scene.content_clause(content)
    if clause is None or clause.verb is None or clause.verb.finite is None or scene.view.is_imperative(clause):
        return None
    return None if clause.verb.mood is None else Mood(clause.verb.mood)


def content_negated(scene: Scene, draft: Draft) -> bool:
    """Whether the content's own main predicate is negated."""
    content = draft.content
    if content is None:
        return False
    if scene.kind(draft) is CueKind.MODAL and content.clause == draft.clause:
        return scene.is_claim(draft) and _odd(scene, scene.view.clause(draft.clause))
    clause = scene.content_clause(content)
    if clause is not None:
        return _odd(scene, clause)
    return content.quote is not None and verbless_negated(scene, content)


def _odd(scene: Scene, clause: Clause) -> bool:
    return len(tuple(clause_negators(scene.view, clause))) % 2 == 1


def verbless_negated(scene: Scene, content: Filler) -> bool:
    """Whether a content without a verb opens with a negation („Kein Geld für Straßen")."""
    words = [t for t in content.tokens if not is_silent(scene.view.graph.doc, t)]
    return any(closed.negation(scene.view.text(t)) == "strong" for t in words[:2])
