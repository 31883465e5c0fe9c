"""The grammar of the generator: the phrases of a clause are put into German word order.

A :class:`Clause` flows in, stretches of words flow out. Phrases go to prefield and middle field by weight; negation,
reflexive and the words of an idiom have their places between them; a complement clause follows the right bracket with
its comma. Word order follows Duden, Die Grammatik (2022), §§ 40–60, and Höhle (1986).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

import attrs

from stance.german.features import Case
from stance.testing.nouns import NounPhrase, after_preposition
from stance.testing.text import Stretch
from stance.testing.verbs import Features, Word, conjugate

RELATIVE_PRONOUNS: Final = {"m": "der", "f": "die", "n": "das", None: "die"}


class Rank(IntEnum):
    """The places of the middle field, from left to right."""

    PRONOUN = 0
    REFLEXIVE = 1
    SUBJECT = 2
    PARENTHESIS = 3
    DATIVE = 4
    ADVERBIAL = 5
    ACCUSATIVE = 6
    NEGATION = 7
    PREPOSITIONAL = 8
    PREDICATIVE = 9
    FIXED = 10
    LATE = 11


@attrs.frozen
class Phrase:
    """A phrase of a clause.

    Attributes:
        words: its stretches.
        rank: its place in the middle field.
        head: the noun phrase it is made of, if it is.
    """

    words: tuple[Stretch, ...]
    rank: Rank
    head: NounPhrase | None = None


@attrs.frozen
class Clause:
    """A clause before it is put into order.

    Attributes:
        verb: lemma of its verb.
        features: what the verb complex says; person and number come from ``agrees``.
        agrees: the noun phrase the finite verb agrees with, None where that is "es" or nothing.
        phrases: all phrases, the subject and the fixed words of an idiom among them, in any order.
        complement: the clause that follows it, without its comma.
        verb_is_cue: whether the forms of the verb belong to the cue.
    """

    verb: str
    features: Features = attrs.field(factory=Features)
    agrees: NounPhrase | None = None
    phrases: tuple[Phrase, ...] = ()
    complement: tuple[Stretch, ...] = ()
    verb_is_cue: bool = True


def nominative(phrase: NounPhrase, role: str | None = None) -> Phrase:
    """A noun phrase as a subject."""
    rank = Rank.PRONOUN if phrase.is_pronoun else Rank.SUBJECT
    return Phrase((Stretch(phrase.form("nom"), role),), rank, phrase)


def object_in(phrase: NounPhrase, case: Case, role: str | None = None) -> Phrase:
    """A noun phrase as an object; pronouns go to the front."""
    rank = Rank.REFLEXIVE if phrase.is_pronoun else Rank.DATIVE if case == "dat" else Rank.ACCUSATIVE
    return Phrase((Stretch(phrase.form(case), role),), rank, phrase)


def prepositional(phrase: NounPhrase, preposition: str, case: Case, role: str | None = None) -> Phrase:
    """A prepositional phrase; the preposition is outside the role."""
    before, rest = after_preposition(preposition, phrase, case)
    return Phrase((Stretch(before), Stretch(rest, role)), Rank.PREPOSITIONAL, phrase)


def words(text: str, rank: Rank, role: str | None = None) -> Phrase:
    """Words as a phrase."""
    return Phrase((Stretch(text, role),), rank)


def verb_second(clause: Clause, first: Phrase | None) -> tuple[Stretch, ...]:
    """A clause with its finite verb in second place, or in first place where nothing leads it.

    Args:
        clause: the clause.
        first: the phrase of the prefield; one that is not among the phrases of the clause is put before them.

    >>> from stance.testing.nouns import common
    >>> from stance.testing.text import plain
    >>> who, what = nominative(common("Partei")), object_in(common("Plan"), "acc")
    >>> plain(verb_second(Clause("ablehnen", agrees=who.head, phrases=(who, what)), first=what))
    'den Plan lehnt die Partei ab'
    """
    found = conjugate(clause.verb, _features(clause))
    rest = tuple(phrase for phrase in clause.phrases if phrase is not first)
    led = () if first is None else first.words
    bracket = _verbal(found.bracket, clause.verb_is_cue)
    return (*led, *_verbal((found.finite,), clause.verb_is_cue), *_middle(rest, bracket), *_complement(clause))


def verb_last(clause: Clause) -> tuple[Stretch, ...]:
    """A clause with its finite verb in last place, without its subordinator.

    >>> from stance.testing.nouns import common
    >>> from stance.testing.text import plain
    >>> who, what = nominative(common("Partei")), object_in(common("Plan"), "acc")
    >>> plain(verb_last(Clause("ablehnen", agrees=who.head, phrases=(who, what))))
    'die Partei den Plan ablehnt'
    """
    final = _verbal(conjugate(clause.verb, _features(clause)).final, clause.verb_is_cue)
    return (*_middle(clause.phrases, final), *_complement(clause))


def _middle(phrases: Sequence[Phrase], bracket: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The middle field by rank with the right bracket."""
    ordered = sorted(phrases, key=lambda phrase: phrase.rank)
    return (*(word for phrase in ordered for word in phrase.words), *bracket)


def _complement(clause: Clause) -> tuple[Stretch, ...]:
    if not clause.complement:
        return ()
    return clause.complement if clause.complement[0].text == ":" else (Stretch(","), *clause.complement)


def _features(clause: Clause) -> Features:
    if clause.agrees is None:
        return clause.features
    return attrs.evolve(clause.features, person=clause.agrees.person, number=clause.agrees.number)


def _verbal(found: Sequence[Word], is_cue: bool) -> tuple[Stretch, ...]:
    return tuple(Stretch(word.text, "cue" if word.cue and is_cue else None) for word in found)
