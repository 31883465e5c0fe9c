"""Meanings: who takes which position on what, by which cue, and how it is put. They are what the generator realises.

A :class:`Meaning` is made by :func:`stance.testing.drawing.draw_meaning` or by hand; :func:`stance.testing.realise`
writes it as German. It speaks of roles and slots as rules do, so that a rule alone decides what can be meant with it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import attrs

from stance.model import CommitmentType, Status
from stance.rules.schema import CueKind, FrameRole, Rule, Slot, SlotKind
from stance.testing.nouns import NounPhrase
from stance.testing.propositions import Proposition
from stance.testing.verbs import Tense, VerbMood, Voice


class Order(StrEnum):
    """How a sentence is built around its cue.

    ``subject``, ``adverbial``, ``object`` and ``content`` say what leads a main clause; ``weil`` and ``relative`` are
    verb-last, and so is ``falls``, a condition; ``question`` is verb-first; ``reported`` puts the clause under another
    source. ``quote_*`` place a direct quotation, ``host_*`` a clause around a
    parenthetical cue, ``noun_*`` a noun cue with all that hangs on it, ``attribution_*`` an attributor.
    """

    SUBJECT = "subject"
    ADVERBIAL = "adverbial"
    OBJECT = "object"
    CONTENT = "content"
    WEIL = "weil"
    RELATIVE = "relative"
    QUESTION = "question"
    FALLS = "falls"
    REPORTED = "reported"
    QUOTE_FIRST = "quote_first"
    QUOTE_LAST = "quote_last"
    QUOTE_SPLIT = "quote_split"
    HOST_FIRST = "host_first"
    HOST_SPLIT = "host_split"
    HOST_WIE = "host_wie"
    NOUN_SUBJECT = "noun_subject"
    NOUN_OBJECT = "noun_object"
    NOUN_PREPOSITIONAL = "noun_prepositional"
    ATTRIBUTION_FIRST = "attribution_first"
    ATTRIBUTION_MIDDLE = "attribution_middle"
    ATTRIBUTION_LAST = "attribution_last"


QUOTING: Final = (Order.QUOTE_FIRST, Order.QUOTE_LAST, Order.QUOTE_SPLIT)
HOSTING: Final = (Order.HOST_FIRST, Order.HOST_SPLIT, Order.HOST_WIE)
NOMINAL: Final = (Order.NOUN_SUBJECT, Order.NOUN_OBJECT, Order.NOUN_PREPOSITIONAL)


@attrs.frozen
class Filling:
    """What fills a role, and by which slot.

    Attributes:
        role: the role.
        slot: the slot of the frame.
        phrase: a noun phrase, for slots that take one.
        proposition: a state of affairs, for clauses, quotations, hosts and predicates.
        word: a judging adjective.
        correlate: the proposition stands as a dass-clause behind a correlate ("dafür, dass …").
        mood: of a verb-second complement.
        perfect: a predicate below a modal is in the perfect.
    """

    role: FrameRole
    slot: Slot
    phrase: NounPhrase | None = None
    proposition: Proposition | None = None
    word: str = ""
    correlate: bool = False
    mood: VerbMood = VerbMood.INDICATIVE
    perfect: bool = False


@attrs.frozen
class Meaning:
    """An act or attitude, and how a sentence puts it.

    Attributes:
        rule: id of the rule it is made for.
        type: what the act is.
        kind: kind of its cue.
        cue: the cue as the rule writes it.
        copula: verb that an adjective cue stands with, or nothing.
        fillings: who fills which role.
        tense, mood, voice: of the cue's verb.
        modal: a modal above it, or nothing.
        negation: "nicht", "nie", or nothing.
        order: how the sentence is built.
        adverb: an adverb that the frame asks for ("daran"), or nothing.
        reflexive: the frame asks for a reflexive that the cue does not name.
        preposition: preposition that a noun cue stands under ("entgegen der Zusage"), or nothing for any.
        adverbial: a phrase of time or place in the cue's clause, or nothing.
        parenthesis: an insertion between dashes, or nothing.
        source: who reports the act ("laut …", or above the clause in order ``reported``), or None.
    """

    rule: str
    type: CommitmentType
    kind: CueKind
    cue: str
    copula: str = ""
    fillings: tuple[Filling, ...] = ()
    tense: Tense = Tense.PRESENT
    mood: VerbMood = VerbMood.INDICATIVE
    voice: Voice = Voice.ACTIVE
    modal: str = ""
    negation: str = ""
    order: Order = Order.SUBJECT
    adverb: str = ""
    reflexive: bool = False
    preposition: str = ""
    adverbial: str = ""
    parenthesis: str = ""
    source: NounPhrase | None = None

    def filling(self, role: FrameRole) -> Filling | None:
        """What fills a role, or None."""
        return next((found for found in self.fillings if found.role is role), None)

    def by_slot(self, kind: SlotKind) -> Filling | None:
        """What fills a role by a kind of slot, or None."""
        return next((found for found in self.fillings if found.slot.kind is kind), None)

    def with_filling(self, new: Filling) -> Meaning:
        """The same meaning with one role filled anew."""
        kept = tuple(new if found.role is new.role else found for found in self.fillings)
        return attrs.evolve(self, fillings=kept)

    @property
    def features(self) -> tuple[str, ...]:
        """What is told about it in reports: order, slots, tense and whatever is out of the ordinary."""
        slots = [f"{found.role.value}={found.slot}" for found in self.fillings]
        special = [self.negation, self.modal and f"modal {self.modal}", self.parenthesis and "parenthesis"]
        pronouns = ["pronoun" for found in self.fillings if found.phrase is not None and found.phrase.is_pronoun]
        correlates = ["correlate" for found in self.fillings if found.correlate]
        verbal = [] if self.kind in (CueKind.NOUN, CueKind.ATTRIBUTION) else [self.tense.value, self.voice.value]
        found = [self.order.value, *slots, *verbal, *special, *pronouns, *correlates]
        if self.mood is not VerbMood.INDICATIVE:
            found.append(self.mood.value)
        return tuple(dict.fromkeys(part for part in found if part))


def expected_type(meaning: Meaning, rule: Rule) -> CommitmentType:
    """The type that the extraction must give: the rule's, or what the rule says of its negated cue."""
    outcome = rule.negated if meaning.negation else None
    return rule.type if outcome is None or outcome.type is None else outcome.type


def expected_status(meaning: Meaning, rule: Rule) -> Status | None:
    """The status that the extraction must give; None where several are right.

    Questions are asked before anything else; a negation that a rule or neg-raising reads gives no ``negated``.
    """
    if meaning.order is Order.QUESTION:
        return Status.QUESTIONED
    if meaning.modal in ("können", "müssen") and meaning.mood is VerbMood.KONJUNKTIV2 and not meaning.negation:
        return Status.HYPOTHETICAL
    if meaning.modal or rule.status is not None or meaning.kind in (CueKind.NOUN, CueKind.ATTRIBUTION, CueKind.MODAL):
        return None
    if meaning.negation and rule.negated is not None:
        return None if meaning.tense is Tense.FUTURE else rule.negated.status
    if meaning.negation:
        return None if rule.neg_raising else Status.NEGATED
    if meaning.order is Order.FALLS or (meaning.mood in (VerbMood.KONJUNKTIV2, VerbMood.WUERDE)):
        return Status.HYPOTHETICAL
    if meaning.tense is Tense.FUTURE:
        return Status.FUTURE
    return Status.ACTUAL
