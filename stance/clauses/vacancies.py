"""What a clause still lacks: whether a bare noun in it can be an argument of its verb.

The tokens of one clause and a stretch of bare nouns flow in, yes or no flows out. A clause has one subject, and beside
it what its verb governs (:mod:`stance.german.government`); a noun that finds every place taken is no argument but
belongs to the noun before it. Asked for the rare noun that stands bare behind another, before phrases are built.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

import attrs

from stance.clauses.agreement import pronoun_agreements
from stance.clauses.clause_tokens import ClauseTokens
from stance.clauses.words import ATTRIBUTIVE, DETERMINER, FINITE, NOMINAL, NONFINITE, PREPOSITION, PRONOMINAL
from stance.german import closed, government, meaning, nominal, noun_phrases, verbs
from stance.german.features import Agreement

_NAMES: Final = frozenset({"NE", "FM", "XY"})
_HEADS: Final = NOMINAL | _NAMES
_STARTS: Final = DETERMINER | ATTRIBUTIVE | _HEADS
_DIRECT: Final = frozenset({"nom", "acc"})
_COMPLEMENT: Final = frozenset({"dass", "daß", "ob"})
_SELDOM: Final = 0.05
_OFTEN: Final = 0.15
_MOSTLY: Final = 0.45
"""Shares of the counted clauses of a verb in which it has an object: by chance, sometimes, as a rule."""
_SEEN: Final = 8
"""How often a verb must have been counted for what it never had to tell anything."""


@attrs.frozen
class _Verb:
    """The predicate of the clause.

    Attributes:
        lemmas: what its verbs can be, particles joined.
        bases: the same without particles.
        passive: whether its object is its subject.
        numbers: of the finite form; empty where there is none.
    """

    lemmas: frozenset[str]
    bases: frozenset[str]
    passive: bool
    numbers: frozenset[str]


class Vacancies:
    """The open places of one clause.

    Args:
        clause: the tokens of the clause.
    """

    def __init__(self, clause: ClauseTokens) -> None:
        self.words = clause.words
        self.tokens = clause.tokens
        self._tag = clause.tag
        self._adjacent = clause.adjacent

    def take(self, start: int, end: int, behind: int) -> bool:
        """Whether the nouns at these positions can be subject, object or predicate beside the other phrases.

        Args:
            start: position of the first.
            end: position behind the last.
            behind: where the phrase before them is cut off: what follows is part of it or stands at these positions.
        """
        verb = self._verb
        if not verb.lemmas:
            return True
        own = self._features(start, end)
        before, after = self._groups(0, behind), self._groups(end, len(self.tokens))
        if self._tag(end) == "KON" and after:
            if verb.numbers == {"pl"} and before and all(a.number == "sg" for a in before[-1]):
                return False  # „haben die Gewerkschaft Papier und der Verband sich geeinigt"
            after = after[1:]
        others = before + after
        subject = any(self._is_subject(group, verb) for group in others)
        if self._is_subject(own, verb) and not subject:
            return True
        if verb.lemmas & government.verbs("copula") and not verb.passive and any(a.case == "nom" for a in own):
            return True
        direct = sum(any(a.case in _DIRECT for a in group) for group in others)
        places = 1 + (self._takes_accusative(verb) and not self._has_complement())
        if direct < places and any(a.case == "acc" for a in own) and (subject or direct < places - 1):
            return True
        return self._is_dative(start, end, own) and not any(_only_dative(group) for group in others)

    def take_person(self, behind: int, end: int, *, as_object: bool) -> bool:
        """Whether somebody by name can be subject, or whom something is done to, beside the other phrases.

        Args:
            behind: position of the name, where the phrase before it is cut off.
            end: position behind the name.
            as_object: whether somebody can be an object there.
        """
        before = self._groups(0, behind)
        others = before + self._groups(end, len(self.tokens))
        if not self._verb.lemmas or not before:
            return False
        frames = [government.frame(lemma) for lemma in self._verb.lemmas]
        given = any(frame.takes_dative or frame.dative > _OFTEN for frame in frames)
        if as_object and given and not any(map(_only_dative, others)):
            return True
        direct = sum(any(a.case in _DIRECT for a in group) for group in others)
        mostly = any(frame.accusative > _MOSTLY for frame in frames) and self._takes_accusative(self._verb)
        free = direct < 1 + (mostly and not self._has_complement())
        return free and (as_object or not self._is_subject(before[-1], self._verb))

    @staticmethod
    def _is_subject(group: frozenset[Agreement], verb: _Verb) -> bool:
        return any(a.case == "nom" and (not verb.numbers or a.number in verb.numbers) for a in group)

    @staticmethod
    def _takes_accusative(verb: _Verb) -> bool:
        frames = [government.frame(lemma) for lemma in verb.lemmas]
        never = all(frame.accusative <= _SELDOM and frame.clauses >= _SEEN for frame in frames)
        moves = bool(verb.bases & government.verbs("intransitive")) and all(f.accusative <= _OFTEN for f in frames)
        return not (verb.passive or never or moves) and any(frame.likes_accusative() >= 0 for frame in frames)

    def _has_complement(self) -> bool:
        """Whether a clause stands for the object: the host of „…, teilte der Verein mit", or one that follows."""
        words, first, last = self.words, self.tokens[0], self.tokens[-1]
        if self._tag(0) in FINITE and first > 0 and words.is_separator(first - 1):
            return not self._is_condition(first)
        behind = last + 1
        if behind + 1 >= len(words.texts) or words.texts[behind] not in {",", ":"}:
            return False
        return words.texts[behind] == ":" or words.lower[behind + 1] in _COMPLEMENT

    def _is_condition(self, first: int) -> bool:
        """Whether all that stands before the clause is one that says when („Wenn er geht, fordert der Verein Geld")."""
        words, start = self.words, first - 1
        while start > 0 and not words.is_separator(start - 1):
            start -= 1
        alone = start == 0 or words.tags[start - 1] == "$."
        return alone and words.tags[start] == "KOUS" and words.lower[start] not in _COMPLEMENT

    def _is_dative(self, start: int, end: int, own: frozenset[Agreement]) -> bool:
        """Whether the nouns can be whom something is done to or for, or what a verb governs in the dative."""
        last = self.words.texts[self.tokens[end - 1]]
        if not any(a.case == "dat" and a.number == "pl" for a in (own if end - start == 1 else nominal.noun(last))):
            return False
        frames = [government.frame(lemma) for lemma in self._verb.lemmas]
        if any(f.lemma in government.verbs("dative_only") and not _SELDOM < f.dative < _MOSTLY for f in frames):
            return True
        return meaning.can_act(last) and any(frame.takes_dative or frame.dative > _OFTEN for frame in frames)

    @cached_property
    def _verb(self) -> _Verb:
        tokens = [t for k, t in enumerate(self.tokens) if self._tag(k) in FINITE | NONFINITE]
        analyses = {t: verbs.analyse(self.words.texts[t]) for t in tokens}
        full = [t for t in tokens if self.words.tags[t].startswith("VV")]
        forms = [form for t in full or tokens for form in analyses[t]]
        bases = {form.lemma.removeprefix(form.particle or "") for form in forms}
        found = {form.lemma for form in forms}
        particles = [self.words.lower[t] for k, t in enumerate(self.tokens) if self._tag(k) == "PTKVZ"]
        found = {joined for p in particles for lemma in found if (joined := verbs.join(p, lemma))} or found
        finite = [t for t in tokens if self.words.tags[t] in FINITE]
        numbers = {f.number for t in finite for f in analyses[t] if f.kind == "finite" and f.number}
        auxiliary = {form.lemma for t in tokens if t not in full for form in analyses[t]}
        participle = any(self.words.tags[t] == "VVPP" for t in full)
        return _Verb(frozenset(found), frozenset(bases), participle and "werden" in auxiliary, frozenset(numbers))

    def _groups(self, start: int, end: int) -> list[frozenset[Agreement]]:
        """The agreements of the phrases between two positions that fill places, which no preposition governs."""
        found: list[frozenset[Agreement]] = []
        governed, k = False, start
        while k < end:
            tag = self._tag(k)
            if tag in PREPOSITION:
                governed, k = True, k + 1
            elif tag in PRONOMINAL:
                if not governed:
                    found.append(pronoun_agreements(self.words, self.tokens[k]))
                governed, k = False, k + 1
            elif tag in _STARTS:
                after = self._group_end(k, end)
                if found and self._tag(k - 1) == "KON" and self._tag(k - 2) in _HEADS:
                    found[-1] = frozenset(Agreement(a.case, None, "pl") for a in found[-1])
                elif not governed and self._fills_place(k, after):
                    found.append(self._features(k, after))
                governed, k = False, after
            else:
                governed, k = governed and tag in {"ADV", "PTKA"}, k + 1
        return found

    def _group_end(self, k: int, end: int) -> int:
        """Where the nominal group ends that begins at k: behind its nouns, before the next determiner."""
        start, nouns = k, False
        while k < end and (k == start or self._adjacent(k)):
            tag = self._tag(k)
            if tag in _HEADS:
                nouns = True
            elif (
                tag not in _STARTS | {"ADJD", "KON"}
                or (nouns and tag != "KON")
                or (k > start and tag in DETERMINER)
                or (tag == "KON" and not (nouns and self._tag(k + 1) in _STARTS - DETERMINER and k + 1 < end))
            ):
                break
            nouns = nouns and tag != "KON"
            k += 1
            if nouns and self._tag(k) == "NN" and (self._is_plural(k) or self._is_behind_thing(k)):
                break
        return max(k, start + 1)

    def _is_plural(self, k: int) -> bool:
        """„an jeder Schule Stunden": a bare plural begins a phrase of its own behind another noun."""
        features = nominal.noun(self.words.texts[self.tokens[k]])
        return bool(features) and all(feature.number == "pl" for feature in features)

    def _is_behind_thing(self, k: int) -> bool:
        """„in einem Brief Betrug vor": a common noun behind one for a thing or for people, which is no name."""
        texts, noun = self.words.texts, self.tokens[k - 1]
        before, behind = texts[noun], texts[self.tokens[k]]
        if self._tag(k - 1) != "NN" or meaning.is_labelled(before) or meaning.animacy(behind) != "other":
            return False
        body = meaning.animacy(before) == "institution" and not meaning.is_collective(before)
        return not body and nominal.is_common(before) and nominal.is_common(behind)

    def _fills_place(self, start: int, end: int) -> bool:
        """Whether a group is an argument: no genitive, no apposition, no time, not before its postposition."""
        texts, last = self.words.texts, self.tokens[end - 1]
        if self._tag(end - 1) not in _HEADS | {"CARD", "PIAT", "PIDAT"} or self._tag(end) == "APPO":
            return False
        bare = start == end - 1 and self._is_plural(start)
        named = end - start > 1 and self._tag(end - 2) in NOMINAL  # „die Möbelwerke Sommer"
        if (meaning.is_temporal(texts[last]) and not (bare or named)) or closed.is_approximate(self.words.lower[last]):
            return False
        before = self.tokens[start] - 1
        if start > 0 and before > self.tokens[start - 1] and texts[before] == "," and self._tag(start - 1) in _HEADS:
            return False
        behind = start > 0 and self._adjacent(start) and self._tag(start - 1) in NOMINAL
        return not (behind and any(a.case == "gen" for a in self._features(start, end)))

    def _features(self, start: int, end: int) -> frozenset[Agreement]:
        pairs = [(self.words.texts[t], self.words.tags[t]) for t in self.tokens[start:end]]
        return noun_phrases.noun_phrase(pairs)


def _only_dative(group: frozenset[Agreement]) -> bool:
    return bool(group) and all(a.case == "dat" for a in group)
