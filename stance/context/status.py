"""Status: whether the act itself took place, was denied, is to come, is imagined, asked about or only heard of.

Flows in: a draft and its scene. Flows out: a status, or None where there is no act at all („muss gewusst haben").
Veridicality in the sense of Saurí & Pustejovsky (2009); evidential „sollen" after Diewald & Smirnova (2010).
"""

from __future__ import annotations

from typing import Final

from stance.clauses.graph import Clause, ClauseKind, VerbComplex
from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.matching.draft import Draft
from stance.matching.negation import clause_negators
from stance.matching.wordlists import word_list as prospective
from stance.model import CommitmentType, Polarity, Status
from stance.rules.schema import CueKind

_TO_COME: Final = frozenset(
    {
        CommitmentType.INTENTION,
        CommitmentType.PROMISE,
        CommitmentType.PROPOSAL,
        CommitmentType.DEMAND,
        CommitmentType.DECISION,
        CommitmentType.THREAT,
        CommitmentType.SUPPORT,
    }
)
_ASKED: Final = frozenset({CommitmentType.DEMAND, CommitmentType.PROPOSAL})
_NOT_TO_COME: Final = frozenset({CommitmentType.REFUSAL, CommitmentType.REJECTION})
_DENYING: Final = frozenset({CommitmentType.DENIAL})
_SAID: Final = frozenset(
    {
        CommitmentType.WARNING,
        CommitmentType.EXPRESSIVE,
        CommitmentType.PROPOSAL,
        CommitmentType.EVALUATION,
        CommitmentType.SUPPORT,
    }
)
_STATES: Final = frozenset(
    {
        CommitmentType.SUPPORT,
        CommitmentType.REJECTION,
        CommitmentType.BELIEF,
        CommitmentType.DOUBT,
        CommitmentType.EVALUATION,
    }
)
_TELLING: Final = frozenset({CommitmentType.ASSERTION, CommitmentType.ADMISSION})
_INFERRING: Final = frozenset({"müssen", "können", "dürfen", "mögen"})
_PURPOSE: Final = frozenset({"um"})


def status_of(scene: Scene, draft: Draft, negated: bool) -> Status | None:
    """The status of a draft.

    Args:
        scene: the document.
        draft: the draft.
        negated: whether its cue is negated without a reading of its own (neg-raising, a rule's ``negated``).

    Returns:
        The status, or None where the text ascribes no act.
    """
    default = draft.rule.status or Status.ACTUAL
    if not draft.predicate:
        return _nominal(scene, draft, negated) or default
    clause = scene.clause(draft)
    if clause.question:
        return Status.QUESTIONED
    modal = _under_modal(scene, draft, clause, negated)
    if modal is None:
        return None
    below = _below_infinitive(scene, draft, clause)
    if below is None:
        return None
    for found in (modal, below):
        if found is Status.HEARSAY:
            return found
    if negated or below is Status.NEGATED:
        return Status.NEGATED
    if is_imagined(scene, draft, clause):
        return Status.HYPOTHETICAL
    if _is_heard(scene, clause):
        return Status.HEARSAY
    for found in (modal, below):
        if found is not Status.ACTUAL:
            return found
    return Status.FUTURE if _is_future(clause.verb) else default


def _nominal(scene: Scene, draft: Draft, negated: bool) -> Status | None:
    if negated:
        return Status.NEGATED
    if scene.kind(draft) is CueKind.ATTRIBUTION and scene.clause(draft).question:
        return Status.QUESTIONED
    if scene.kind(draft) is not CueKind.NOUN:
        return None
    np = scene.view.graph.noun_phrase_at(draft.cue[0])
    clause = scene.clause(draft)
    verb = clause.verb
    if np is None or verb is None:
        return None
    if np.preposition is None and np.determiner is not None and scene.view.tag(np.determiner) != "PIAT":
        definite = scene.view.lower(np.determiner) not in ("ein", "eine", "einen", "einem", "einer")
        if definite:
            return None
    possible = bool(set(verb.modals) & word_list("possibility_modals")) or verb.wuerde
    if possible and not np.possessor:
        return Status.HYPOTHETICAL
    return Status.FUTURE if _is_future(verb) and not np.possessor else None


def _under_modal(scene: Scene, draft: Draft, clause: Clause, negated: bool) -> Status | None:
    verb = scene.view.clause(draft.clause).verb
    modals = [m for m in scene.modals(draft) if m != "lassen" and m not in draft.rule.requires.modal]
    if not modals or verb is None or scene.kind(draft) is CueKind.MODAL:
        return Status.ACTUAL
    modal = modals[0]
    if scene.perfect_infinitive(draft) and verb.mood != "konjunktiv2":
        if modal == "sollen":
            return Status.HEARSAY
        return None if modal in _INFERRING else Status.ACTUAL
    if modal in word_list("unable_or_unwilling") and verb.mood != "konjunktiv2" and _grants(scene, draft):
        return Status.ACTUAL
    if modal == "können" and verb.mood != "konjunktiv2" and _does_by_saying(scene, draft, clause):
        return Status.ACTUAL
    if modal == "sollen":
        if verb.mood == "konjunktiv2" or clause.is_conditional:
            return Status.HYPOTHETICAL
        return Status.HEARSAY if draft.rule.type in _STATES and not negated else Status.FUTURE
    if modal in ("wollen", "mögen"):
        return Status.ACTUAL if verb.person == 1 and not negated and modal == "mögen" else Status.FUTURE
    if modal == "müssen" and verb.tense in ("past", "perfect", "pluperfect") and verb.mood != "konjunktiv2":
        return Status.ACTUAL
    if modal in ("können", "müssen", "dürfen", "brauchen"):
        return Status.HYPOTHETICAL
    return Status.ACTUAL


def _grants(scene: Scene, draft: Draft) -> bool:
    """Whether not being able or willing is itself the act („kann nicht ausschließen", „kann das nicht akzeptieren")."""
    outcome = draft.rule.negated
    act = outcome is not None and (outcome.polarity is Polarity.POSITIVE or outcome.type in _NOT_TO_COME | _DENYING)
    return act and len(scene.negators(draft)) % 2 == 1


def _does_by_saying(scene: Scene, draft: Draft, clause: Clause) -> bool:
    """Whether somebody does what nothing else is left to do („kann nur warnen", „kann das nur begrüßen")."""
    before = [t for t in clause.tokens if t < draft.cue[0] and scene.view.lower(t) in word_list("only")]
    only = any(scene.view.lower(t + 1) not in word_list("hardly") for t in before)
    conditional = any(child.is_conditional for child in scene.view.graph.children(clause))
    return only and draft.rule.type in _SAID and not conditional


def _is_same_holder(outer: Draft, inner: Draft) -> bool:
    return outer.actor is not None and inner.actor is not None and outer.actor.tokens == inner.actor.tokens


def _below_infinitive(scene: Scene, draft: Draft, clause: Clause) -> Status | None:
    """The status of a cue in a zu-infinitive, by what governs it; None for what others are only asked to do."""
    if clause.kind is not ClauseKind.INFINITIVE:
        return Status.ACTUAL
    if clause.introducer is not None:
        return Status.ACTUAL
    parent = scene.view.graph.parent(clause)
    verb = None if parent is None else parent.verb
    if clause.antecedent is not None and scene.view.lemma(clause.antecedent) in word_list("necessity_nouns"):
        return None
    if verb is not None and verb.lemma in prospective("prospective"):
        return Status.FUTURE
    governing = _governor(scene, clause)
    if parent is not None and clause.antecedent is None and _is_negative_implicative(scene, parent):
        denied = len(tuple(clause_negators(scene.view, parent))) % 2 == 1
        return Status.ACTUAL if denied else Status.NEGATED
    if governing is None and parent is not None:
        return None if draft.actor is None and draft.rule.type in _TELLING else Status.HYPOTHETICAL
    if governing is None:
        return Status.ACTUAL
    if governing.rule.type in _ASKED and not _is_same_holder(governing, draft):
        return None
    if scene.kind(draft) is CueKind.MODAL and governing.rule.type in _TO_COME and _is_same_holder(governing, draft):
        return None
    negated = bool(len(scene.negators(governing)) % 2)
    if governing.rule.type in _NOT_TO_COME and negated and governing.rule.negated is None:
        return Status.HYPOTHETICAL
    if governing.rule.type in _NOT_TO_COME or (governing.rule.type in _TO_COME and negated):
        return Status.NEGATED
    return Status.FUTURE if governing.rule.type in _TO_COME else Status.ACTUAL


def _is_negative_implicative(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that the infinitive below it was not done („versäumte", „kommt umhin", „kann umhin")."""
    verb = clause.verb
    listed = word_list("negative_implicatives")
    if verb is None:
        return False
    return verb.lemma in listed or any(scene.view.lower(t) in listed for t in clause.tokens)


def _governor(scene: Scene, clause: Clause) -> Draft | None:
    """The draft whose content an infinitive is, or the predicate above it."""
    for partner in scene.view.coordination(clause):
        draft = scene.with_content(partner.index)
        if draft is not None:
            return draft
    return None if clause.parent is None else scene.predicates.get(clause.parent)


def is_imagined(scene: Scene, draft: Draft, clause: Clause) -> bool:
    """Whether an act stands inside a condition, or in an unreal Konjunktiv II."""
    if clause.is_conditional or any(above.is_conditional for above in scene.view.graph.ancestors(clause)):
        return True
    verb = clause.verb
    if verb is None or verb.mood != "konjunktiv2" or "mögen" in verb.modals or scene.kind(draft) is CueKind.MODAL:
        return False
    if any(child.is_conditional for child in scene.view.graph.children(clause)):
        return True
    return not _is_reported(scene, draft, clause)


def _is_reported(scene: Scene, draft: Draft, clause: Clause) -> bool:
    """Whether a Konjunktiv II can stand for a Konjunktiv I: in a complement, or in the content of another cue."""
    return clause.kind is ClauseKind.COMPLEMENT or bool(scene.around(draft))


def _is_heard(scene: Scene, clause: Clause) -> bool:
    adverbs = word_list("hearsay_adverbs")
    return any(scene.view.lower(t) in adverbs and scene.view.tag(t) in ("ADV", "ADJD") for t in clause.tokens)


def _is_future(verb: VerbComplex | None) -> bool:
    return verb is not None and verb.tense in ("future", "future_perfect")
