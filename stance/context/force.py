"""Force: the act that a content itself performs, beside the act of its cue.

„sagte, man müsse aufrüsten" demands; „nicht realistisch sei" evaluates; own future action promises, intends or refuses
(illocutionary force: Searle & Vanderveken 1985). Null where the content's act has a commitment of its own, and where it
is the type itself.
"""

from __future__ import annotations

from typing import Final

from stance.clauses.graph import Clause, ClauseKind, Role
from stance.context.modality import content_negated, is_epistemic, modality_of, obliges
from stance.context.polarity import evaluative
from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.german import meaning, nominal
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold
from stance.matching.negation import clause_negators
from stance.matching.phrases import Phrase
from stance.matching.spans import is_silent
from stance.model import CommitmentType, Modality
from stance.rules.schema import CueKind

_CARRIERS: Final = frozenset(
    {
        CommitmentType.ASSERTION,
        CommitmentType.ADMISSION,
        CommitmentType.BELIEF,
        CommitmentType.WARNING,
        CommitmentType.ACCUSATION,
        CommitmentType.THREAT,
    }
)
_DEMANDING: Final = frozenset({"müssen", "sollen", "brauchen"})
_THIRD: Final = frozenset({"er", "sie", "es", "man"})


def force_of(scene: Scene, draft: Draft, type: CommitmentType) -> CommitmentType | None:
    """The force of a draft's content.

    Args:
        scene: the document.
        draft: the draft.
        type: its type.
    """
    if draft.rule.force is not None:
        return None if draft.rule.force is type else draft.rule.force
    if type not in _CARRIERS or draft.content is None:
        return None
    force = _of_content(scene, draft, draft.content)
    return None if force is type else force


def _of_content(scene: Scene, draft: Draft, content: Filler) -> CommitmentType | None:
    clause = scene.content_clause(content)
    if clause is None:
        if modality_of(scene, draft) is Modality.NECESSITY:
            return CommitmentType.DEMAND
        return CommitmentType.DEMAND if content.quote is not None and orders(scene, content) else None
    if scene.has_own_cue(clause) or (scene.kind(draft) is CueKind.MODAL and content.clause == draft.clause):
        return None
    return of_clause(scene, draft, clause, content_negated(scene, draft), content)


def of_clause(
    scene: Scene, draft: Draft | None, clause: Clause, negated: bool, content: Filler | None = None
) -> CommitmentType | None:
    """The act a clause performs, put forward by the actor of a draft.

    Args:
        scene: the document.
        draft: the draft whose content it is; None in free indirect speech.
        clause: the content's clause.
        negated: whether its predicate is negated.
        content: the content it belongs to.
    """
    verb = clause.verb
    if clause.question or clause.kind is ClauseKind.INFINITIVE:
        return None
    if verb is None:
        return CommitmentType.DEMAND if content is not None and orders(scene, content) else None
    if scene.view.is_imperative(clause):
        return CommitmentType.DEMAND
    if _demands(scene, clause) and not _is_scheduled(scene, draft, clause):
        return CommitmentType.DEMAND
    own = _own_future(scene, draft, clause, negated)
    return own or _evaluates(scene, clause)


def _demands(scene: Scene, clause: Clause) -> bool:
    verb = clause.verb
    assert verb is not None
    modal = next((m for m in verb.modals if m != "lassen"), None)
    if modal is not None and is_epistemic(scene.view, clause):
        return False
    if modal in _DEMANDING:
        subject = scene.view.subject(clause)
        inanimate_es = subject is not None and scene.view.lower(subject.head) == "es" and verb.lemma == "sein"
        free = modal != "sollen" and len(tuple(clause_negators(scene.view, clause))) % 2 == 1
        return not inanimate_es and not free and (verb.tense != "past" or modal == "sollen")
    if verb.lemma in ("brauchen", "benötigen") and not verb.modals:
        return True
    if verb.lemma in ("dürfen",) or (modal == "dürfen" and verb.mood != "konjunktiv2"):
        return bool(clause.negations)
    if obliges(scene.view, clause) or (modal == "mögen" and verb.mood == "konjunktiv1"):
        return True
    if modal == "gelten" or (verb.lemma == "gelten" and any(c.type == "zu" for c in scene.view.graph.children(clause))):
        return True
    heads = {scene.view.lower(a.head) for a in clause.all_of(Role.PREDICATIVE)}
    return verb.lemma in word_list("copulas") and bool(heads & word_list("necessity_words")) and not clause.negations


def _is_scheduled(scene: Scene, draft: Draft | None, clause: Clause) -> bool:
    """Whether „sollen" passes on a plan for a thing („Laut Plan soll der Bau zwei Jahre dauern") or one of nobody."""
    verb = clause.verb
    if draft is None or verb is None or scene.kind(draft) is not CueKind.ATTRIBUTION or verb.mood != "indicative":
        return False
    subject = scene.view.subject(clause)
    acts = subject is not None and can_hold(scene.view, subject.head, subject.tokens, None)
    return verb.modals[:1] == ("sollen",) and (draft.actor is None or not acts)


def _evaluates(scene: Scene, clause: Clause) -> CommitmentType | None:
    verb = clause.verb
    if verb is None or verb.lemma not in word_list("copulas"):
        return None
    phrases = [a.tokens for a in clause.all_of(Role.PREDICATIVE)]
    adjectives = [(t,) for t in clause.tokens if scene.view.tag(t) == "ADJD"]
    tokens = {t for phrase in (*phrases, *adjectives) for t in phrase}
    return CommitmentType.EVALUATION if any(evaluative(scene, t) is not None for t in tokens) else None


def _own_future(scene: Scene, draft: Draft | None, clause: Clause, negated: bool) -> CommitmentType | None:
    verb = clause.verb
    assert verb is not None
    willing = any(m in ("wollen", "mögen") for m in verb.modals)
    if not (verb.tense == "future" or willing) or verb.voice != "active":
        return None
    subject = scene.view.subject(clause)
    if subject is None:
        return None
    own = _is_own(scene, draft, subject, verb.number)
    if negated:
        side = own or (_is_side(scene, subject) and verb.lemma not in word_list("copulas"))
        return CommitmentType.REFUSAL if side else None
    if not own or verb.lemma in word_list("copulas"):
        return None
    if not willing and verb.lemma in word_list("helping_verbs"):
        return CommitmentType.PROMISE
    return CommitmentType.INTENTION


def _is_own(scene: Scene, draft: Draft | None, subject: Phrase, number: str | None) -> bool:
    """Whether the subject of a content is its actor: „ich", „wir", an agreeing pronoun, or the same name."""
    view = scene.view
    word = view.lower(subject.head)
    if word in ("ich", "wir"):
        return True
    actor = None if draft is None else draft.actor
    if actor is None or actor.head is None:
        return False
    if word in _THIRD and view.tag(subject.head) in ("PPER", "PIS"):
        return word == "man" or _agrees(scene, word, number, actor)
    return view.text(subject.head) == view.text(actor.head) and view.tag(subject.head) in ("NE", "NN")


def _agrees(scene: Scene, pronoun: str, number: str | None, actor: Filler) -> bool:
    """Whether a pronoun with a verb in a number can stand for an actor."""
    assert actor.head is not None
    view = scene.view
    if view.tag(actor.head) == "PPER":
        return view.lower(actor.head) == pronoun
    if sum(view.tag(t) == "NE" for t in actor.tokens) > 1:
        return number != "pl"
    features = nominal.noun(view.text(actor.head))
    genders = {f.gender for f in features if f.number == "sg"} - {None}
    plural = any(f.number == "pl" for f in features)
    if not features:
        return True
    wanted = {"er": "m", "es": "n", "sie": "f"}.get(pronoun)
    return (wanted in genders and number != "pl") or (pronoun == "sie" and plural and number != "sg")


def _is_side(scene: Scene, subject: Phrase) -> bool:
    """Whether a subject can be the side that an actor speaks for: a state, a government, an institution."""
    text = scene.view.text(subject.head)
    return meaning.animacy(text) == "institution" or meaning.is_country(text) or meaning.is_government_seat(text)


def orders(scene: Scene, content: Filler) -> bool:
    """A verbless order: „Steuern runter!", „Waffen liefern!"."""
    view = scene.view
    words = [t for t in content.tokens if not is_silent(view.graph.doc, t)]
    if not words or len(words) > 12 or any(view.tag(t) in ("VVFIN", "VAFIN", "VMFIN") for t in words):
        return False
    if view.tag(words[-1]) in ("VVINF", "VVIZU") or view.tag(words[0]) in ("VVIMP", "VAIMP"):
        return True
    listed = word_list("verbless_orders")
    return (
        view.text(words[-1]) in listed
        or view.text(words[0]) in listed
        or view.lower(words[0]) in listed
        or (len(words) > 1 and f"{view.text(words[0])} {view.text(words[1])}" in listed)
    )
