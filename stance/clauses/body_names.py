"""Names of bodies that are common nouns: where one ends behind its noun („die Gewerkschaft Textil und Leder").

The position of the noun and of what follows it in its clause flow in, the position behind the name flows out. A name
is told from an argument of the verb by where it stands, by how it is made, and by what the clause still lacks. Close
apposition in German: Eisenberg (2013), Grundriss 2, 8.3.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from stance.clauses.clause_tokens import ClauseTokens
from stance.clauses.quotes import is_mark
from stance.clauses.vacancies import Vacancies
from stance.clauses.words import (
    ATTRIBUTIVE,
    DETERMINER,
    FINITE,
    NOMINAL,
    NONFINITE,
    OPENERS,
    PREPOSITION,
    PRONOMINAL,
)
from stance.german import closed, government, meaning, nominal, noun_phrases, verbs
from stance.german.given_names import is_given_name

_NAME_LIKE: Final = frozenset({"NE", "FM", "XY"})
_IN_NAMES: Final = NOMINAL | _NAME_LIKE | {"ADJA", "ADJD"}
_FULL_VERBS: Final = FINITE | {"VVPP"}
_QUOTED_LIMIT: Final = 10
_INDEFINITE: Final = frozenset({"ein", "eine"})


class BodyNames:
    """Finds the names behind nouns for bodies in one clause.

    Args:
        clause: the tokens of the clause.
    """

    def __init__(self, clause: ClauseTokens) -> None:
        self.clause = clause
        self.words = clause.words
        self.tokens = clause.tokens
        self._tag = clause.tag
        self._adjacent = clause.adjacent

    @cached_property
    def _vacancies(self) -> Vacancies:
        return Vacancies(self.clause)

    def end(self, head: int, k: int, start: int) -> int:
        """Where the name behind a noun for a body ends („die Gewerkschaft Textil und Leder will"), 0 for none.

        Before the finite verb of a main clause there is one phrase only, so that bare nouns there belong to it, and so
        there is between two commas („der Sponsor, die Möbelkette Astra, …") and before who is named („die Leiterin der
        Kita Regenbogen, Nina Huth"). Behind the verb the last of them can be the object, unless that stands before it.
        """
        text = self.words.texts[head]
        if self.words.tags[head] != "NN" or not _is_body(text):
            return 0
        if quoted := self._quoted_name(k):
            return 0 if self._is_quoted_object(head, start, quoted) else quoted
        if listed := self.words.listed.ends.get(self.tokens[k] if k < len(self.tokens) else -1):
            return next((j for j, t in enumerate(self.tokens) if t >= listed), len(self.tokens))
        if capital := self._capital_name(k, medium=meaning.is_medium(text)):
            return self._before_object(k, capital)
        end = self._bare_name(k)
        if end == k:
            return 0
        if meaning.is_never_alone(text):
            return end if self._tag(k + 1) == "KON" else k + 1
        if (
            self._is_enclosed(start, end)
            or self._is_before_apposition(end)
            or meaning.is_quarter(self.words.texts[self.tokens[end - 1]])
        ):
            return end
        if self._tag(end) == "APPO" or not self._has_predicate():
            return end
        finite = next((j for j in range(len(self.tokens)) if self._tag(j) in FINITE), len(self.tokens))
        main = self._tag(0) not in OPENERS and 0 < finite < len(self.tokens)
        if main and end <= finite:
            last = self.words.texts[self.tokens[end - 1]]
            timed = meaning.is_temporal(last) and nominal.is_common(last)
            return end if (self._adjacent(end) or self._is_before_comma(end)) and not timed else 0
        if self._is_person(k):
            return 0
        given = self._is_given(head, k)
        fronted = main and not given and self._is_object(finite, head)
        named = end if fronted else self._before_argument(k, end, given=given)
        return self._with_phrase(named) if named == end else named

    def _with_phrase(self, end: int) -> int:
        """Where the phrase ends that belongs to the nouns before it: „Brot statt Böller", „Hilfe im Alter"."""
        noun = end + 1
        if (
            self._tag(end) not in PREPOSITION
            or self._tag(noun) != "NN"
            or not (self._adjacent(end) and self._adjacent(noun))
        ):
            return end
        governor = closed.preposition_lemma(self.words.texts[self.tokens[end]])
        lived = governor == "in" and meaning.is_stage_of_life(self.words.texts[self.tokens[noun]])
        return noun + 1 if lived or closed.is_contrast_of_slogan(governor) else end

    def _is_before_comma(self, end: int) -> bool:
        """Whether a comma stands behind a position, as before relative clauses, appositions and others of a row."""
        comma = self.tokens[end - 1] + 1
        return comma < len(self.words.texts) and self.words.texts[comma] == ","

    def _is_before_apposition(self, end: int) -> bool:
        """Whether a phrase for a body stands behind a comma („sagte das Netzwerk Moor, ein Verbund von …")."""
        words, first = self.words, self.tokens[end - 1] + 2
        if not self._is_before_comma(end) or first >= len(words.texts) or words.lower[first] not in _INDEFINITE:
            return False
        noun = next((t for t in range(first + 1, len(words.texts)) if words.tags[t] not in ATTRIBUTIVE), first)
        return words.tags[noun] == "NN" and meaning.animacy(words.texts[noun]) == "institution"

    def _has_predicate(self) -> bool:
        """Whether the clause has a verb that could want a noun („…, so die Stiftung Nordlicht" has none)."""
        return any(self._tag(j) in FINITE | NONFINITE for j in range(len(self.tokens)))

    def is_before_person(self, head: int, k: int) -> bool:
        """Whether somebody whom the verb wants stands behind a body („nun wirft der Verein Udo Lamm Betrug vor").

        Nouns for councils introduce people („der Stadtrat Jens Moor"), and firms may be called by them („die Bäckerei
        Udo Lamm").

        Args:
            head: the noun.
            k: position of what follows it.
        """
        text = self.words.texts[head]
        if self.words.tags[head] != "NN" or meaning.animacy(text) != "institution" or not self._is_person(k):
            return False
        introduces = self._genders(head) == {"m"} and not meaning.is_called_by_purpose(text)
        behind = any(self._tag(j) in FINITE for j in range(k)) or self._tag(0) in OPENERS
        wanted = not meaning.is_called_by_people(text)
        return behind and not introduces and self._vacancies.take_person(k, self._person_end(k), as_object=wanted)

    def _person_end(self, k: int) -> int:
        """Where the full name ends that begins at k."""
        end = k + 1
        while self._tag(end) == "NE" and self._adjacent(end):
            end += 1
        return end

    def _before_argument(self, k: int, end: int, *, given: bool) -> int:
        """Where the nouns that begin at k cease to be a name because the verb wants the last, 0 where it wants all.

        Args:
            k: position of the first.
            end: position behind the last.
            given: whether the first can be a dative.
        """
        last = k if self._tag(end - 2) == "KON" or self._tag(end - 1) != "NN" else end - 1
        if not self._vacancies.take(last, end, k):
            return end
        return 0 if last == k or (given and self._vacancies.take(k, last, k)) else last

    def _before_object(self, k: int, end: int) -> int:
        """„verlangt der Verein Neue Wege Klarheit": where a name in capitals ends before what the verb wants."""
        last = end - 1
        spare = last - k > 1 and self._tag(last) == "NN" and self._tag(last - 1) != "ADJA"
        return last if spare and self._vacancies.take(last, end, k) else end

    def _is_given(self, head: int, k: int) -> bool:
        """„wirft der Verein Anwohnern Betrug vor": nouns that are datives only or can be who is given something.

        Not behind a feminine with „der", which is a dative or genitive itself.
        """
        first = self.words.texts[self.tokens[k]]
        features = nominal.noun(first)
        several = meaning.can_act(first) and any(f.case == "dat" and f.number == "pl" for f in features)
        given = several or {feature.case for feature in features} == {"dat"}
        return given and not (self.words.lower[head - 1] == "der" and self._genders(head) == {"f"})

    def _is_person(self, k: int) -> bool:
        """„der Sprecher der Gewerkschaft Karla Voss": a given name before a name, behind a body."""
        if k + 1 >= len(self.tokens) or not self._adjacent(k + 1):
            return False
        return is_given_name(self.words.texts[self.tokens[k]]) and self._tag(k) == self._tag(k + 1) == "NE"

    def _is_enclosed(self, start: int, end: int) -> bool:
        """Whether a comma stands behind a phrase that ends before k, and another before it or a full name behind."""
        words, behind = self.words, self.tokens[end - 1] + 1
        if behind >= len(words.texts) or words.texts[behind] != ",":
            return False
        tags = [*words.tags[behind + 1 : behind + 3], "", ""]
        named = tags[0] == tags[1] == "NE" and is_given_name(words.texts[behind + 1])
        return named or (start > 0 and words.texts[start - 1] == ",")

    def _is_object(self, finite: int, head: int) -> bool:
        """„Den Antrag lehnt der Verband …": whether the object stands before the verb, and a body is subject."""
        if self._tag(0) not in DETERMINER | NOMINAL | PRONOMINAL | {"ADJA", "CARD"}:
            return False
        fronted = [(self.words.texts[t], self.words.tags[t]) for t in self.tokens[:finite]]
        cases = {feature.case for feature in noun_phrases.noun_phrase(fronted)}
        nominative = self.words.lower[head - 1] == "der" and self._genders(head) == {"m"}
        return "acc" in cases and (nominative or "nom" not in cases)

    def _genders(self, head: int) -> set[str | None]:
        """The genders that a noun has in the singular."""
        return {f.gender for f in nominal.noun(self.words.texts[head]) if f.number == "sg"}

    def _bare_name(self, k: int) -> int:
        """Where bare nouns end that begin at k, also joined ones."""
        start = k
        while k == start or self._adjacent(k):
            joined = k > start and self._tag(k) == "KON" and self._tag(k + 1) in NOMINAL
            if self._tag(k) not in NOMINAL and not joined:
                break
            k += 1
        return k

    def _capital_name(self, k: int, *, medium: bool) -> int:
        """Where a name of several words in capitals ends that begins at k, 0 where none does.

        An adjective in capitals begins one („die Stiftung Neue Wege"), behind a medium also what begins the names of
        stations („der Sender Kanal 4"), and any noun where the verb is one of passing on („das berichtet der Dienst
        Kontor", „heißt es in einem Brief des Verbandes Moor").
        """
        end = k
        while end < len(self.tokens) and (end == k or self._adjacent(end)) and self._is_word_of_name(end):
            end += 1
        first = self.tokens[k]
        named = medium and (meaning.begins_station(self.words.texts[first]) or self._has_verb("passing_on"))
        if end == k or not self._adjacent(k):
            return 0
        if self._tag(k) == "ADJA" and end > k + 1:
            return end
        return end if named or self._has_verb("says_itself") else 0

    def _is_word_of_name(self, k: int) -> bool:
        """A noun, a name, an attribute in capitals, or a number behind them."""
        capital = self.words.texts[self.tokens[k]][:1].isupper()
        return self._tag(k) == "CARD" or (capital and self._tag(k) in _IN_NAMES)

    def _has_verb(self, group: str) -> bool:
        """Whether the verb of the clause is of a group that takes no bare noun as its object."""
        found = (self.words.texts[t] for k, t in enumerate(self.tokens) if self._tag(k) in _FULL_VERBS)
        return any(form.lemma in government.verbs(group) for text in found for form in verbs.analyse(text))

    def _quoted_name(self, k: int) -> int:
        """Where words in quotation marks end that begin at k with a capital and hold no verb, 0 where none begin."""
        texts, first = self.words.texts, self.tokens[k]
        if not is_mark(texts[first - 1]) or not texts[first][:1].isupper():
            return 0
        close = next((t for t in range(first, min(len(texts), first + _QUOTED_LIMIT)) if is_mark(texts[t])), None)
        if close is None or any(self.words.tags[t] in FINITE for t in range(first, close)):
            return 0
        return next((j for j, t in enumerate(self.tokens) if t > close), len(self.tokens))

    def _is_quoted_object(self, head: int, start: int, end: int) -> bool:
        """„warf dem Verein ‚Betrug‘ vor": words in marks behind who is addressed, or behind several, are an object.

        Args:
            head: the noun before them.
            start: first token of its phrase.
            end: position behind them.
        """
        words = self.words
        if {f.number for f in nominal.noun(words.texts[head])} == {"pl"} or words.lower[start] == "den":
            return True
        verbs_here = [t for k, t in enumerate(self.tokens) if self._tag(k) in FINITE | {"VVPP", "VVINF"}]
        particles = [words.lower[t] for k, t in enumerate(self.tokens) if self._tag(k) == "PTKVZ"]
        lemmas = {form.lemma for t in verbs_here for form in verbs.analyse(words.texts[t])}
        lemmas |= {joined for p in particles for x in lemmas if (joined := verbs.join(p, x))}
        last = end == len(self.tokens) or self._tag(end) in {"PTKVZ", "VVPP", "VVINF"}
        if (
            not last
            or not lemmas & (government.verbs("addressing") - government.verbs("thanking"))
            or start == self.tokens[0]
        ):
            return False
        return len(self._bare_heads(start)) == 1

    def _bare_heads(self, start: int) -> list[int]:
        """The pronouns and nouns before a token that no preposition governs, the last of each run."""
        found: list[int] = []
        governed = False
        for k, token in enumerate(self.tokens):
            if token >= start:
                break
            if self._tag(k) in PREPOSITION:
                governed = True
            elif self._tag(k) in NOMINAL | PRONOMINAL:
                if not governed and self._tag(k + 1) not in NOMINAL:
                    found.append(token)
                governed = governed and self._tag(k + 1) in NOMINAL
        return found


def _is_body(noun: str) -> bool:
    """Whether a noun is one for bodies, or letters that stand for one („der TÜV Torfen", „der FC Lauben")."""
    return meaning.animacy(noun) == "institution" or meaning.is_acronym(noun) or meaning.begins_club(noun)
