"""Which noun phrase of a clause is its subject, which its objects: one assignment for all of them together.

The noun phrases of a clause and its verb complex flow in, a slot for each phrase flows out. What form, kind, place and
order say about a single phrase is added up with what the verb says about the frame as a whole, and the best frame wins;
so no phrase is given away before the others are seen. Case comes before agreement, agreement before animacy, animacy
before order, as for German readers (Bornkessel & Schlesewsky 2006). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import Final

import attrs

from stance.clauses.complexes import readings
from stance.clauses.graph import VerbComplex
from stance.clauses.phrases import Phrase
from stance.clauses.quotes import is_mark
from stance.clauses.words import NOMINAL, PRONOMINAL, Words
from stance.german import closed, government, meaning, nominal


class Slot(Enum):
    """What a noun phrase can be in its clause; the last two are no arguments."""

    SUBJECT = auto()
    ACCUSATIVE = auto()
    DATIVE = auto()
    GENITIVE = auto()
    PREDICATIVE = auto()
    ADVERBIAL = auto()
    LOOSE = auto()


@attrs.frozen
class Assignment:
    """The slots of the noun phrases of one clause.

    Attributes:
        slots: one for each phrase.
        sure: whether form alone decided which is the subject.
    """

    slots: Mapping[Phrase, Slot]
    sure: bool = True


@attrs.frozen
class Setting:
    """What is known of a clause before its phrases get their slots.

    Attributes:
        verb: its verb complex.
        subject: whether it can have a subject of its own.
        certain_subject: whether only a phrase that must be nominative can be that subject ("… und fordert Geld").
        subject_first: whether the first phrase is the subject, whatever it is (a clause whose verb is understood).
        antecedent: for a relative clause the noun that its pronoun stands for.
        judged: whether it says what its object is held to be („hält … für angemessen").
    """

    verb: VerbComplex
    subject: bool = True
    certain_subject: bool = False
    subject_first: bool = False
    antecedent: int | None = None
    judged: bool = False

    @property
    def copula(self) -> bool:
        """Whether its verb links subject and predicative."""
        return self.verb.lemma in government.verbs("copula") and self.verb.voice == "active"

    @property
    def naming(self) -> bool:
        """Whether its verb gives its object a name ("nannte ihn einen Lügner")."""
        return self.verb.lemma in government.verbs("naming")


_ACTS: Final = frozenset({"person", "institution"})
_POINTING: Final = frozenset({"das", "dies"})
_PERSONS: Final = {"ich": (1, "sg"), "du": (2, "sg"), "wir": (1, "pl"), "ihr": (2, "pl")}
_MOST: Final = 10
_CASE: Final = 8.0
_AGREES: Final = 3.0
_ACTOR: Final = 2.0
_ORDER: Final = 1.5
_NO_SUBJECT: Final = -7.0
_LOOSE: Final = -2.2
_SURE: Final = 2.0
_NO_OBJECT: Final = -3.0
_TEMPORAL: Final = -6.0

State = tuple[int, int, int, int, int]
_NOTHING: Final[State] = (0, 0, 0, 0, 0)
_COUNTED: Final[dict[Slot, State]] = {
    Slot.SUBJECT: (1, 0, 0, 0, 0),
    Slot.ACCUSATIVE: (0, 1, 0, 0, 0),
    Slot.DATIVE: (0, 0, 1, 0, 0),
    Slot.GENITIVE: (0, 0, 0, 1, 0),
    Slot.PREDICATIVE: (0, 0, 0, 0, 1),
}


def assign(words: Words, phrases: Sequence[Phrase], setting: Setting) -> Assignment:
    """Give every noun phrase of a clause its slot.

    Args:
        words: the tagged Doc.
        phrases: its top-level noun phrases in order, without reflexives, als- and wie-phrases.
        setting: the verb and what else is known.
    """
    scorer = _Scorer(words, phrases, setting)
    best: dict[State, tuple[float, tuple[Slot, ...]]] = {_NOTHING: (0.0, ())}
    for phrase in phrases:
        options = tuple(scorer.options(phrase)) or ((Slot.LOOSE, 0.0),)
        best = _extended(best, options)
    state = max(best, key=lambda s: best[s][0] + scorer.frame(s))
    slots = dict(zip(phrases, best[state][1], strict=True))
    return Assignment(slots, scorer.is_sure(slots))


def _extended(
    best: Mapping[State, tuple[float, tuple[Slot, ...]]], options: Sequence[tuple[Slot, float]]
) -> dict[State, tuple[float, tuple[Slot, ...]]]:
    """The best partial assignment for each number of subjects, accusatives, … with one phrase more."""
    found: dict[State, tuple[float, tuple[Slot, ...]]] = {}
    counted = [(slot, gain, _COUNTED.get(slot, _NOTHING)) for slot, gain in options]
    for (subjects, accusatives, datives, genitives, predicatives), (score, slots) in best.items():
        for slot, gain, (s, a, d, g, p) in counted:
            key = (subjects + s, accusatives + a, datives + d, genitives + g, predicatives + p)
            if key[0] < 2 and (key not in found or found[key][0] < score + gain):
                found[key] = (score + gain, (*slots, slot))
    return found


class _Scorer:
    """What speaks for the slots of the phrases of one clause.

    Args:
        words: the tagged Doc.
        phrases: the noun phrases in order.
        setting: the verb and what else is known.
    """

    def __init__(self, words: Words, phrases: Sequence[Phrase], setting: Setting) -> None:
        self.words = words
        self.setting = setting
        self.first = phrases[0] if phrases else None
        self.verb = setting.verb
        self.copula = setting.copula
        self.government = government.frame(setting.verb.lemma)
        placed = [p.tokens[0] for p in phrases if not self._is_time(p)]
        self.position = {p: bisect_left(placed, p.tokens[0]) for p in phrases}
        self.numbers = _numbers(words, setting.verb)
        self.kinds = {p: self._animacy(p) for p in phrases}

    # -- the frame ---------------------------------------------------------------------------------------------------

    def frame(self, state: State) -> float:
        """How well a number of subjects, accusatives, datives, genitives and predicatives suits the verb."""
        subjects, accusatives, datives, genitives, predicatives = state
        score = 0.0 if subjects or not self.setting.subject or self.setting.certain_subject else _NO_SUBJECT
        score += self._accusatives(accusatives, datives)
        score += self._datives(datives, accusatives)
        if genitives:
            score += 1.0 if self.verb.lemma in government.verbs("genitive_objects") else -1.0
        if predicatives:
            wanted = 1 if subjects or not self.setting.subject else 0
            score += 3.0 if predicatives == wanted or self.setting.certain_subject else -3.0
        return score

    def _accusatives(self, count: int, datives: int) -> float:
        if not count:
            return 0.0
        score = -5.0 * (count - 1)
        if count == 2 and self.verb.lemma in government.verbs("two_accusatives"):
            score = 1.0
        if self.verb.voice in {"passive", "stative"}:
            return score - 4.0
        if self.copula:
            return score - 5.0
        if "lassen" in self.verb.modals:
            return score + _SURE  # „Huber ließ das nicht gelten"
        return score + self.government.likes_accusative()

    def _datives(self, count: int, accusatives: int) -> float:
        if not count:
            return 0.0
        return -6.0 * (count - 1) + self.government.likes_dative(bool(accusatives))

    # -- single phrases ----------------------------------------------------------------------------------------------

    def options(self, phrase: Phrase) -> Iterator[tuple[Slot, float]]:
        """The slots that the form of a phrase allows, with what speaks for each."""
        cases = phrase.cases() or frozenset({"nom", "acc", "dat"})
        if self._is_abbreviation(phrase):
            yield Slot.LOOSE, 0.0
            return
        if self.setting.subject_first and phrase is self.first:
            yield Slot.SUBJECT, 0.0
            return
        time = self._is_time(phrase)
        if time and (not phrase.cases() or cases & {"acc", "gen"}):
            yield Slot.ADVERBIAL, _SURE
        elif self._is_measure(phrase) and "acc" in cases:
            yield Slot.ADVERBIAL, -1.0
        if self.setting.subject and "nom" in cases and not self.setting.subject_first and not self._resumes(phrase):
            yield from self._as_subject(phrase, cases)
        if "acc" in cases:
            yield Slot.ACCUSATIVE, self._as_accusative(phrase, cases, time)
        if "dat" in cases and not time and (phrase.features or self.words.tags[phrase.head] in NOMINAL):
            yield Slot.DATIVE, self._as_dative(phrase, cases)
        if "gen" in cases and not time:
            wanted = self.verb.lemma in government.verbs("genitive_objects")
            yield Slot.GENITIVE, 1.0 if cases == {"gen"} else 3.0 if wanted and "acc" not in cases else -2.0
        links = self.copula or (self.setting.naming and self.verb.voice == "passive")
        late_es = self.words.lower[phrase.head] == "es" and self.position[phrase] > 0
        if "nom" in cases and links and (self.words.tags[phrase.head] != "PPER" or late_es):
            yield Slot.PREDICATIVE, 1.0 if late_es else 0.0
        yield Slot.LOOSE, self._as_loose(phrase)

    def _resumes(self, phrase: Phrase) -> bool:
        """„eine Abgabe, wie sie die Opposition fordert": the pronoun that takes up a noun as an object."""
        head = phrase.head
        takes_up = self.setting.antecedent is not None and head > 0 and self.words.tags[head] == "PPER"
        return takes_up and self.words.lower[head - 1] == "wie"

    def _is_abbreviation(self, phrase: Phrase) -> bool:
        """„n. Chr.", „° C": a letter or a shortened word is no argument; of a surname it is („Udo R. … R. schwieg")."""
        text = self.words.texts[phrase.head]
        letter = len(text.rstrip(".")) == 1 and text[0].isalpha() and self.words.tags[phrase.head] != "CARD"
        return (letter and text not in self.words.surname_letters) or closed.is_short_phrase(text)

    def _as_loose(self, phrase: Phrase) -> float:
        """What speaks for a phrase that is no argument: it stands behind a comma, as appositions do."""
        if self._is_expletive(phrase):
            return 0.0
        before = phrase.tokens[0] - 1
        while before >= 0 and (self.words.is_silent(before) or self.words.tags[before] in {"ADV", "PROAV"}):
            before -= 1
        if phrase is not self.first and before >= 0 and self.words.texts[before] in {":", "–", "—"}:
            return 0.5
        if phrase is not self.first and before >= 0 and self.words.texts[before] == ",":
            return _LOOSE / 3
        return _LOOSE if phrase.determiner is None else _LOOSE * 1.5

    def _as_accusative(self, phrase: Phrase, cases: frozenset[str], time: bool) -> float:
        score = _SURE if cases == {"acc"} else 0.0
        if time:
            wanted = self.verb.lemma in government.verbs("time_objects") or self._is_time_told(phrase)
            score += 4.0 if wanted or self._is_time_judged(phrase) else -3.0
        return score

    def _is_time_told(self, phrase: Phrase) -> bool:
        """„beschrieb den Abend des Überfalls": a certain time, not how long or when, where the verb lacks an object."""
        if phrase.determiner is None or self.verb.voice != "active" or self.government.likes_accusative() < 1.0:
            return False
        certain = self.words.tags[phrase.determiner] == "PPOSAT" or bool(phrase.genitives or phrase.modifiers)
        stems = {self.words.lower[a].rstrip("enrsm") for a in phrase.attributes}
        return certain and not stems & government.verbs("time_attributes") and self._lacks_object(phrase)

    def _is_time_judged(self, phrase: Phrase) -> bool:
        """„hält sechs Monate für angemessen": what a verb of judging holds to be something, if nothing else is."""
        return self.setting.judged and self._lacks_object(phrase)

    def _lacks_object(self, time: Phrase) -> bool:
        """Whether there is at most one noun phrase besides a time."""
        return sum(p is not time and p.kind == "np" and not self._is_time(p) for p in self.kinds) <= 1

    def _as_dative(self, phrase: Phrase, cases: frozenset[str]) -> float:
        if cases <= {"dat", "gen"}:
            return _SURE if cases == {"dat"} else 1.0
        tag = self.words.tags[phrase.head]
        if tag == "PIS" and not closed.is_personal(self.words.texts[phrase.head]):
            return -4.0  # „nichts", „etwas"
        if tag in {"NE", "PPER"} or self.kinds[phrase] in _ACTS or tag in PRONOMINAL:
            if self.government.takes_dative or tag in PRONOMINAL - {"PIS", "PDS"}:
                return -0.5
            return -4.0 if phrase.determiner is None else -2.0
        bare = phrase.determiner is None and not phrase.attributes
        return -5.0 if bare else -2.5

    def _as_subject(self, phrase: Phrase, cases: frozenset[str]) -> Iterator[tuple[Slot, float]]:
        certain = cases - {"gen"} == {"nom"}
        if self.setting.certain_subject and not certain and not self._can_be_no_object(phrase, cases):
            return
        score = _CASE / 2 if self.copula or not certain else _CASE
        if not self.agrees(phrase):
            bare = phrase.determiner is None and not phrase.attributes
            if cases != {"nom"} and not bare:
                return
            score -= _AGREES if not phrase.features else _CASE + _AGREES if not bare else _CASE
        score += self._animate(phrase) - self.position[phrase] * _ORDER + self._pronoun(phrase)
        yield Slot.SUBJECT, score

    def _can_be_no_object(self, phrase: Phrase, cases: frozenset[str]) -> bool:
        """„… und lehnte die Union den Etat ab", „… und ging sie": the verb has its object, takes none or is passive."""
        objects = [p for p in self.kinds if p is not phrase and p.cases() == {"acc"} and not self._is_time(p)]
        single = self.verb.lemma not in government.verbs("two_accusatives") | government.verbs("naming")
        passive = self.verb.voice == "passive" and single
        full = passive or self.government.likes_accusative() <= _NO_OBJECT or (bool(objects) and single)
        marked = frozenset(
            {"gen"} if not passive or self.verb.lemma in government.verbs("ditransitive") else {"gen", "dat"}
        )
        return full and cases - marked <= {"nom", "acc"} and not self.setting.copula

    def _pronoun(self, phrase: Phrase) -> float:
        """What the place of a pronoun says: subjects come first among pronouns."""
        word, tag = self.words.lower[phrase.head], self.words.tags[phrase.head]
        if tag == "PIS" and word == "man":
            return _CASE
        if word == "es":
            return -_ACTOR if self.position[phrase] > 0 or self._is_expletive(phrase) else 0.0
        beside = self.verb.finite is not None and phrase.tokens[0] == self.verb.finite + 1
        if tag == "PDS" and beside and self.position[phrase] == 0:
            return 0.0 if self._is_judged(phrase) else _ACTOR
        return 0.4 if beside else 0.0

    def _is_judged(self, pronoun: Phrase) -> bool:
        """„Für falsch hält das die Ministerin": what is judged stands before the one other who can be the subject."""
        judges = self.verb.lemma in government.verbs("judging")
        others = (p for p in self.kinds if p is not pronoun and p.kind == "np" and "nom" in p.cases())
        return judges and any(self.kinds[p] in _ACTS for p in others)

    def _in_prefield(self, phrase: Phrase) -> bool:
        """Whether a phrase stands right before its finite verb."""
        return self.verb.finite is not None and phrase.tokens[-1] == self.verb.finite - 1

    def _is_expletive(self, phrase: Phrase) -> bool:
        """„Es besteht die Möglichkeit": "es" before a verb without object whose subject follows it."""
        first = self._in_prefield(phrase) and self.words.lower[phrase.head] == "es"
        return first and self.verb.voice == "active" and self.government.likes_accusative() <= _NO_OBJECT

    def _animate(self, phrase: Phrase) -> float:
        """What the kind of thing a phrase names adds to its suiting as subject."""
        tag, kind = self.words.tags[phrase.head], self.kinds[phrase]
        verb = self.verb
        if verb.voice == "passive" and verb.lemma in government.verbs("ditransitive"):
            return 0.0 if kind in _ACTS or tag == "NE" else _ACTOR
        if tag == "PPER" and self.words.lower[phrase.head] == "es" and not self._in_prefield(phrase):
            impersonal = verb.lemma in government.verbs("impersonal")
            return _ACTOR if self.copula or impersonal else _ACTOR - self.government.needs_actor()
        if tag == "PPER":
            clear = phrase.cases() == {"nom"} or self.position[phrase] == 0 or self._after_relative(phrase)
            return _ACTOR * 1.5 if clear else _ACTOR / 2
        determiner = phrase.determiner
        if self.copula and determiner is not None and self.words.lower[determiner].startswith(("ein", "kein")):
            return -1.5
        if self._is_time(phrase):
            return _TEMPORAL
        if self.copula:
            return _ACTOR / 4 if kind in _ACTS else 0.0
        if kind in _ACTS or (tag == "NE" and kind != "place"):
            return _ACTOR
        if kind == "place":
            return _ACTOR * 0.8
        if tag == "PIS":
            return _ACTOR if closed.is_personal(self.words.texts[phrase.head]) else -1.0
        return self._unanimate(phrase)

    def _unanimate(self, phrase: Phrase) -> float:
        """The same for a noun, or the relative pronoun of a noun, that names a thing or nothing known."""
        tag = self.words.tags[phrase.head]
        if self.verb.voice != "active":
            return 0.0
        if tag == "PDS" and self.words.lower[phrase.head] in _POINTING:
            stimulus = self.verb.lemma in government.verbs("stimulus")
            return 0.0 if stimulus else min(0.0, _ACTOR - self.government.needs_actor())
        if tag not in {"NN", "PRELS"}:
            return 0.0
        if tag == "PRELS":
            return _ACTOR - self.government.needs_actor() + 0.5 if self.kinds[phrase] == "other" else _ACTOR
        bare = phrase.determiner is None and not phrase.attributes
        named = self.kinds[phrase] == "unknown"
        return _ACTOR / 2 if named else _ACTOR - self.government.needs_actor() - (0.7 if bare else 0.0)

    def _after_relative(self, phrase: Phrase) -> bool:
        """„die App, die sie verdiente", „was sie sagt": a pronoun right behind the relative pronoun of a thing."""
        before = phrase.tokens[0] - 1
        if before < 0 or self.words.tags[before] not in {"PRELS", "PWS"} or self.words.lower[phrase.head] != "sie":
            return False
        return not any(kind in _ACTS for p, kind in self.kinds.items() if p.head == before)

    def _animacy(self, phrase: Phrase) -> str:
        head, antecedent = phrase.head, self.setting.antecedent
        if self.words.tags[head] == "PRELS" and antecedent is not None:
            kind = meaning.animacy(self.words.texts[antecedent])
            return kind if self.words.tags[antecedent] == "NN" or kind in _ACTS else "unknown"
        last = phrase.tokens[-1]
        if self.words.tags[last] == "NE" and meaning.is_branch(self.words.texts[last]):
            return "institution"  # „die Brenner Maschinenbau"
        kind = meaning.animacy(self.words.texts[head])
        return "unknown" if kind == "other" and nominal.is_guessed(self.words.texts[head]) else kind

    def _is_time(self, phrase: Phrase) -> bool:
        """„vergangene Woche", „diesen Montag", „Ende Mai", „2025"; no title („berichtet die ‚Sportwoche'")."""
        text = self.words.texts[phrase.head]
        if self.words.tags[phrase.head] == "CARD" and len(phrase.tokens) == 1:
            return text.isdigit() and len(text) == len("2025")
        part = phrase.determiner is not None and meaning.is_part_of_time(text)
        named = self.words.tags[phrase.head] == "NE"  # „Sommer lachte", who is Paula Sommer
        return meaning.is_temporal(text) and not part and not named and not is_mark(self.words.texts[phrase.head - 1])

    def _is_measure(self, phrase: Phrase) -> bool:
        return self.words.texts[phrase.head] in government.measures()

    # -- agreement ---------------------------------------------------------------------------------------------------

    def agrees(self, phrase: Phrase) -> bool:
        """Whether a phrase agrees with the finite verb in person and number; "das" need not ("Das sind Fehler")."""
        if self.verb.finite is None or not self.numbers:
            return True
        if self.setting.copula and self.words.tags[phrase.head] == "PDS" and self._in_prefield(phrase):
            return True
        text = self.words.lower[phrase.head]
        if self.words.tags[phrase.head] == "PPER" and text in _PERSONS:
            return _PERSONS[text] in self.numbers
        third = {number for person, number in self.numbers if person == 3}
        if phrase.joined:
            return bool(third)
        own = {feature.number for feature in phrase.features if feature.case == "nom"}
        return not own or bool(own & third)

    def is_sure(self, slots: Mapping[Phrase, Slot]) -> bool:
        """Whether no other phrase than the subject could be the subject by its form."""
        subject = next((p for p, slot in slots.items() if slot is Slot.SUBJECT), None)
        if subject is None:
            return True
        if subject.cases() - {"gen"} == {"nom"} and self.agrees(subject):
            return True
        rivals = {Slot.ACCUSATIVE, Slot.DATIVE, Slot.PREDICATIVE}
        return not any(
            slot in rivals and (not p.cases() or "nom" in p.cases()) and self.agrees(p) for p, slot in slots.items()
        )


def _numbers(words: Words, verb: VerbComplex) -> frozenset[tuple[int, str]]:
    return frozenset() if verb.finite is None else _form_numbers(words.texts[verb.finite], words.tags[verb.finite])


@lru_cache(maxsize=4096)
def _form_numbers(form: str, tag: str) -> frozenset[tuple[int, str]]:
    """The persons and numbers that a finite form can have."""
    found = (r for r in readings(form, tag) if r.kind == "finite")
    return frozenset((r.person, r.number) for r in found if r.person is not None and r.number is not None)
