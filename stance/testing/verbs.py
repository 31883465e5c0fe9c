"""Verb complexes of the generator: from lemma, tense, mood, voice and modal to the words of both brackets.

Features flow in; the finite verb and the words of the right bracket flow out, each marked where it belongs to the cue.
Forms come from :func:`stance.german.verbs.paradigm`, so that the generator writes exactly what the lexicon can read;
auxiliaries follow Duden, Die Grammatik (2022), §§ 640–700.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

import attrs

from stance.german import verbs
from stance.german.features import Number
from stance.german.verbs import VerbForm
from stance.testing.nouns import vocabulary


class Tense(StrEnum):
    """The tenses."""

    PRESENT = "present"
    PRETERITE = "preterite"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"


class VerbMood(StrEnum):
    """The moods, and the paraphrase with "würde"."""

    INDICATIVE = "indicative"
    KONJUNKTIV1 = "konjunktiv1"
    KONJUNKTIV2 = "konjunktiv2"
    WUERDE = "wuerde"


class Voice(StrEnum):
    """The voices; the modal passive is "sein" with "zu" ("ist zu hören")."""

    ACTIVE = "active"
    PASSIVE = "passive"
    MODAL_PASSIVE = "modal passive"


@attrs.frozen
class Word:
    """A word of a verb complex, and whether it belongs to the cue."""

    text: str
    cue: bool = False


@attrs.frozen
class VerbWords:
    """A verb complex in both its places.

    Attributes:
        finite: the finite verb in first or second place.
        bracket: what stands in the right bracket then: particle, participles, infinitives.
        final: all words in the order of a verb-last clause.
    """

    finite: Word
    bracket: tuple[Word, ...]
    final: tuple[Word, ...]


@attrs.frozen
class Features:
    """What a verb complex says besides its verb.

    Attributes:
        tense: of the whole complex.
        mood: of the finite verb.
        voice: active, or one of the passives.
        modal: lemma of a modal above the verb, or nothing.
        person: of the subject.
        number: of the subject.
    """

    tense: Tense = Tense.PRESENT
    mood: VerbMood = VerbMood.INDICATIVE
    voice: Voice = Voice.ACTIVE
    modal: str = ""
    person: int = 3
    number: Number = "sg"


_PAST: Final = (Tense.PERFECT, Tense.PLUPERFECT)


def conjugate(lemma: str, features: Features) -> VerbWords:
    """The words of a verb complex.

    Args:
        lemma: the verb, particle verbs in one word.
        features: what the complex says.

    Raises:
        ValueError: the lemma is no infinitive, or the features do not go together.

    >>> words = conjugate("ablehnen", Features(Tense.PRETERITE))
    >>> words.finite.text, [word.text for word in words.bracket], [word.text for word in words.final]
    ('lehnte', ['ab'], ['ablehnte'])
    >>> " ".join(word.text for word in conjugate("fordern", Features(Tense.PERFECT, voice=Voice.PASSIVE)).final)
    'gefordert worden ist'
    >>> " ".join(word.text for word in conjugate("hören", Features(modal="sollen", voice=Voice.MODAL_PASSIVE)).final)
    'zu hören sein soll'
    """
    stack = _stack(lemma, features)
    top, words = stack[0], stack[1:]
    if not words:
        return _simple(lemma, features)
    finite = Word(finite_form(top.text, features, joined=False), top.cue)
    below = tuple(reversed(words))
    return VerbWords(finite, below, (*below, finite))


def _simple(lemma: str, features: Features) -> VerbWords:
    particle = separable(lemma)
    finite = Word(finite_form(lemma, features, joined=False), True)
    if particle is None:
        return VerbWords(finite, (), (finite,))
    return VerbWords(finite, (Word(particle, True),), (Word(finite_form(lemma, features, joined=True), True),))


def _stack(lemma: str, features: Features) -> tuple[Word, ...]:
    """The verbs from the finite one down; the finite one as its lemma, the others as the forms that they take."""
    voice, modal, tense = features.voice, features.modal, features.tense
    future = tense is Tense.FUTURE or features.mood is VerbMood.WUERDE
    if future and features.mood is VerbMood.WUERDE and tense in _PAST:
        raise ValueError("würde with a past tense")
    lower = _below(lemma, voice, past=tense in _PAST)
    if modal and future:
        return (Word("werden"), Word(modal), *lower)
    if modal or future:
        return (Word(modal or "werden"), *lower)
    return lower


def _below(lemma: str, voice: Voice, past: bool) -> tuple[Word, ...]:
    """The verbs below a modal or "werden", or the whole complex where there is neither."""
    if voice is Voice.MODAL_PASSIVE:
        head, mark = zu_infinitive(lemma).removeprefix("zu "), () if separable(lemma) else (Word("zu"),)
        return (Word("sein"), *((Word("gewesen"),) if past else ()), Word(head, True), *mark)
    cue = Word(participle(lemma), True)
    if voice is Voice.PASSIVE:
        return (Word("sein"), Word("worden"), cue) if past else (Word("werden"), cue)
    if past:
        return (Word(_auxiliary(lemma)), cue)
    return (Word(lemma, True),)


def _auxiliary(lemma: str) -> str:
    """The auxiliary of the perfect; that of the base for a verb the conjugator does not take whole ("leidtun")."""
    try:
        return verbs.perfect_auxiliary(lemma)
    except ValueError:
        return verbs.perfect_auxiliary(verbs.split(lemma)[0][1])


def finite_form(lemma: str, features: Features, joined: bool) -> str:
    """The finite form of a verb; a Konjunktiv I that looks like the indicative gives way to Konjunktiv II.

    >>> finite_form("fordern", Features(mood=VerbMood.KONJUNKTIV1, number="pl"), joined=False)
    'forderten'
    >>> finite_form("haben", Features(Tense.PLUPERFECT), joined=False)
    'hatte'
    """
    past = features.tense in (Tense.PRETERITE, Tense.PLUPERFECT)
    mood = {VerbMood.WUERDE: "konjunktiv2"}.get(features.mood, features.mood.value)
    if mood == "indicative":
        return _cell(lemma, features, "past" if past else "present", mood, joined)
    if mood == "konjunktiv1":
        first = _cell(lemma, features, "present", mood, joined)
        plain = _cell(lemma, features, "present", "indicative", joined)
        if first != plain:
            return first
    return _cell(lemma, features, "present" if lemma == "möchten" else "past", "konjunktiv2", joined)


@lru_cache(maxsize=8192)
def _cell(lemma: str, features: Features, tense: str, mood: str, joined: bool) -> str:
    for form in _own_life(lemma):
        if form.kind == "finite" and (form.person, form.number) == (features.person, features.number):
            fits = form.tense == tense or (lemma == "mögen" and mood == "konjunktiv2")
            if fits and form.mood == mood and form.joined == (joined and form.particle is not None):
                return form.form
    raise ValueError(f"no {tense} {mood} of {lemma!r}")


@lru_cache(maxsize=2048)
def _own_life(lemma: str) -> tuple[VerbForm, ...]:
    """The paradigm of a verb in the one of its lives that the vocabulary says."""
    particle = separable(lemma)
    return tuple(form for form in verbs.paradigm(lemma) if form.particle == particle)


@cache
def separable(lemma: str) -> str | None:
    """The particle of a verb, or None.

    >>> separable("zurückweisen"), separable("unterstellen")
    ('zurück', None)
    """
    ways = verbs.split(lemma)
    if lemma in vocabulary()["inseparable_sense"].split():
        return next(particle for particle, _ in ways if particle is None)
    return ways[0][0]


@cache
def participle(lemma: str) -> str:
    """The past participle.

    >>> participle("ablehnen"), participle("versprechen")
    ('abgelehnt', 'versprochen')
    """
    return next(f.form for f in _own_life(lemma) if f.kind == "participle" and f.joined == (f.particle is not None))


@cache
def zu_infinitive(lemma: str) -> str:
    """The infinitive with zu.

    >>> zu_infinitive("ablehnen"), zu_infinitive("senken")
    ('abzulehnen', 'zu senken')
    """
    return next((f.form for f in _own_life(lemma) if f.kind == "zu_infinitive"), f"zu {lemma}")
