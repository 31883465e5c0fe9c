"""Changes of a meaning that must not change what is extracted, or must change it in one direction.

A meaning flows in, the changed meaning flows out, or None where the change does not apply: a passive needs an
accusative, a relative clause an antecedent. :data:`INVARIANCES` and :data:`DIRECTIONS` name them all, for tests and
reports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from stance.rules.schema import CueKind, FrameRole, Invariance, Rule, Slot, SlotKind
from stance.testing.drawing import can_be_passive
from stance.testing.meaning import HOSTING, QUOTING, Filling, Meaning, Order
from stance.testing.nouns import NounPhrase, common, name, noun_phrase, vocabulary
from stance.testing.verbs import Tense, VerbMood, Voice

Variation = Callable[[Meaning], Meaning | None]

_VERBAL: Final = (CueKind.VERB, CueKind.IDIOM, CueKind.ADJECTIVE)


def _is_plain(meaning: Meaning) -> bool:
    """Whether a meaning is an active main clause in which nothing has been changed yet."""
    return meaning.kind in _VERBAL and meaning.order is Order.SUBJECT and meaning.voice is Voice.ACTIVE


def other_actor(who: NounPhrase) -> Variation:
    """Replace the actor; an addressee of the same name stands in the way."""

    def change(meaning: Meaning) -> Meaning | None:
        actor = meaning.filling(FrameRole.ACTOR)
        taken = any(f.phrase is not None and f.phrase.lemma == who.lemma for f in meaning.fillings)
        if actor is None or actor.phrase is None or taken or actor.slot.kind is SlotKind.POSSESSIVE:
            return None
        return meaning.with_filling(attrs.evolve(actor, phrase=who))

    return change


def adverbial(meaning: Meaning) -> Meaning | None:
    """Add a phrase of time before the clause."""
    text = vocabulary()["adverbials"][0]
    return attrs.evolve(meaning, adverbial=text, order=Order.ADVERBIAL) if _is_plain(meaning) else None


def parenthesis(meaning: Meaning) -> Meaning | None:
    """Insert a phrase between dashes."""
    return attrs.evolve(meaning, parenthesis=vocabulary()["parentheses"][0]) if _is_plain(meaning) else None


def verb_last(meaning: Meaning) -> Meaning | None:
    """Put the clause behind "weil"."""
    return attrs.evolve(meaning, order=Order.WEIL) if _is_plain(meaning) else None


def relative(meaning: Meaning) -> Meaning | None:
    """Put the clause behind a relative pronoun."""
    subject = meaning.by_slot(SlotKind.SUBJECT)
    fits = subject is not None and subject.phrase is not None and not subject.phrase.is_pronoun
    return attrs.evolve(meaning, order=Order.RELATIVE) if _is_plain(meaning) and fits else None


def passive(meaning: Meaning) -> Meaning | None:
    """Turn the clause into the passive with "von"."""
    actor = meaning.filling(FrameRole.ACTOR)
    named = actor is not None and actor.phrase is not None and not actor.phrase.is_pronoun
    fits = _is_plain(meaning) and named and can_be_passive(meaning)
    return attrs.evolve(meaning, voice=Voice.PASSIVE) if fits else None


def in_tense(tense: Tense) -> Variation:
    """Put the clause into another tense."""

    def change(meaning: Meaning) -> Meaning | None:
        return attrs.evolve(meaning, tense=tense) if _is_plain(meaning) and meaning.tense is not tense else None

    return change


def direct(meaning: Meaning) -> Meaning | None:
    """Quote what was reported in a clause."""
    content = meaning.filling(FrameRole.CONTENT)
    if not _is_plain(meaning) or content is None or content.slot.of not in ("v2", "dass"):
        return None
    quoted = attrs.evolve(content, slot=Slot(SlotKind.QUOTE), mood=VerbMood.INDICATIVE)
    return attrs.evolve(meaning.with_filling(quoted), order=Order.QUOTE_LAST)


def negated(meaning: Meaning) -> Meaning | None:
    """Negate the cue."""
    return attrs.evolve(meaning, negation="nicht") if _may_be_negated(meaning) else None


def doubly_negated(meaning: Meaning) -> Meaning | None:
    """Negate the cue twice."""
    return attrs.evolve(meaning, negation="keineswegs nicht") if _may_be_negated(meaning) else None


def _may_be_negated(meaning: Meaning) -> bool:
    saying = meaning.order in (*QUOTING, *HOSTING)
    own = any(part in ("nichts", "wenig", "kaum") or part.startswith("kein") for part in meaning.cue.split())
    return _is_plain(meaning) and not meaning.negation and not saying and not own


def possible(meaning: Meaning) -> Meaning | None:
    """Put the cue below "könnte"."""
    if not _is_plain(meaning) or meaning.modal or meaning.cue.split()[-1] in ("wollen", "lassen", "können"):
        return None
    return attrs.evolve(meaning, modal="können", mood=VerbMood.KONJUNKTIV2, tense=Tense.PRESENT)


def condition(meaning: Meaning) -> Meaning | None:
    """Put the cue into a condition."""
    return attrs.evolve(meaning, order=Order.FALLS) if _is_plain(meaning) else None


def question(meaning: Meaning) -> Meaning | None:
    """Ask whether."""
    return attrs.evolve(meaning, order=Order.QUESTION) if _is_plain(meaning) else None


def according_to(meaning: Meaning) -> Meaning | None:
    """Let a source report the act ("laut der Zeitung")."""
    return attrs.evolve(meaning, source=_source()) if _is_plain(meaning) else None


def reported(meaning: Meaning) -> Meaning | None:
    """Put the act in Konjunktiv I below a verb of saying."""
    present = meaning.tense in (Tense.PRESENT, Tense.PERFECT)
    return attrs.evolve(meaning, order=Order.REPORTED, source=_source()) if _is_plain(meaning) and present else None


def konjunktiv(meaning: Meaning) -> Meaning | None:
    """Put a content into Konjunktiv I."""
    content = meaning.filling(FrameRole.CONTENT)
    if not _is_plain(meaning) or content is None or content.slot.of not in ("v2", "dass"):
        return None
    return meaning.with_filling(attrs.evolve(content, mood=VerbMood.KONJUNKTIV1))


def indicative(meaning: Meaning) -> Meaning:
    """Put a content into the indicative."""
    content = meaning.filling(FrameRole.CONTENT)
    return meaning if content is None else meaning.with_filling(_in_indicative(content))


def _in_indicative(content: Filling) -> Filling:
    return attrs.evolve(content, mood=VerbMood.INDICATIVE)


def _source() -> NounPhrase:
    return noun_phrase(vocabulary()["sources"][0])


INVARIANCES: Final[Mapping[str, Variation]] = {
    "actor: a person": other_actor(name("Jana Scholz", "f", "person", "Ministerin")),
    "actor: an institution": other_actor(common("Bundesrat", kind="institution")),
    "actor: a country": other_actor(name("Dänemark", "n", "country")),
    "actor: a plural": other_actor(common("Gewerkschaft", plural="Gewerkschaften", kind="group")),
    "adverbial in the prefield": adverbial,
    "parenthesis": parenthesis,
    "verb last": verb_last,
    "relative clause": relative,
    "passive with von": passive,
    "perfect": in_tense(Tense.PERFECT),
    "pluperfect": in_tense(Tense.PLUPERFECT),
    "preterite": in_tense(Tense.PRETERITE),
    "quotation": direct,
}
_TENSES: Final = frozenset({"perfect", "pluperfect", "preterite"})
_CHANGES: Final = {
    "adverbial in the prefield": Invariance.ADVERBIAL,
    "parenthesis": Invariance.PARENTHESIS,
    "verb last": Invariance.VERB_LAST,
    "relative clause": Invariance.RELATIVE,
    "passive with von": Invariance.PASSIVE,
    "quotation": Invariance.QUOTATION,
}


def change_of(name: str) -> Invariance:
    """What a rule calls the change that an entry of :data:`INVARIANCES` makes.

    >>> change_of("perfect").value, change_of("actor: a plural").value
    ('tense', 'actor')
    """
    if name.startswith("actor"):
        return Invariance.ACTOR
    return Invariance.TENSE if name in _TENSES else _CHANGES[name]


def applies(name: str, rule: Rule) -> bool:
    """Whether an entry of :data:`INVARIANCES` is to be tried on a rule (``invariant_to``; without it, all)."""
    return not rule.invariant_to or change_of(name) in rule.invariant_to


DIRECTIONS: Final[Mapping[str, Variation]] = {
    "negated": negated,
    "doubly negated": doubly_negated,
    "below könnte": possible,
    "condition": condition,
    "question": question,
    "laut X": according_to,
    "reported in Konjunktiv I": reported,
    "future": in_tense(Tense.FUTURE),
}
