"""Nouns in a row: which nouns and names stand together as the heads of one noun phrase.

Tags and the classes of nouns decide („US-Präsident Trump", „Trumps Regierung", „die Gewerkschaft Textil und Leder",
„zehn Jahre Haft"); :mod:`stance.clauses.chunker` builds the phrases around them. All offsets are token indices of the
Doc, positions count the tokens of the clause.
"""

from __future__ import annotations

from typing import Final

from stance.clauses.body_names import BodyNames
from stance.clauses.clause_tokens import ClauseTokens
from stance.clauses.quotes import is_mark
from stance.clauses.vacancies import Vacancies
from stance.clauses.words import FINITE, MEASURES, NOMINAL, OPENERS, PREPOSITION, SPANS
from stance.german import closed, meaning, nominal
from stance.german.given_names import is_given_name, is_only_given_name

_NAME_LIKE: Final = frozenset({"NE", "FM", "XY"})
_HEADS: Final = NOMINAL | _NAME_LIKE


class NounRuns:
    """Reads nouns in a row.

    Args:
        clause: the tokens of the clause.
    """

    def __init__(self, clause: ClauseTokens) -> None:
        self.words = clause.words
        self.tokens = clause.tokens
        self._tag = clause.tag
        self._adjacent = clause.adjacent
        self._clause = clause
        self._bodies = BodyNames(clause)

    def nouns(self, k: int, tokens: list[int], *, has_start: bool) -> tuple[list[int], int]:
        """The heads that begin at k, added to the tokens of their phrase, and the position behind them.

        Args:
            k: position of the first.
            tokens: the phrase so far.
            has_start: whether a determiner or an attribute stands before.
        """
        heads: list[int] = []
        while k < len(self.tokens) and (not tokens or self._adjacent(k)):
            tag, token = self._tag(k), self.tokens[k]
            if heads and (self._begins_time(heads[0], k) or self._begins_another(heads, token)):
                break
            if len(heads) == 1 and (named := self._bodies.end(heads[0], k, tokens[0])):
                named = next((j for j in range(k + 1, named) if self._begins_time(heads[0], j)), named)
                tokens.extend(self.tokens[k:named])
                return [*heads, *self.tokens[k:named]], named
            if tag not in _HEADS and not (heads and tag == "CARD" and self._is_number_name(k, heads[0])):
                break
            if len(heads) == 1 and self._bodies.is_before_person(heads[0], k):
                break
            if heads and (self._begins_person(heads, k) or not self._continues_name(heads, k, begun=has_start)):
                break
            heads.append(token)
            tokens.append(token)
            k += 1
        return heads, k

    def _begins_another(self, heads: list[int], token: int) -> bool:
        """Whether a name is that of somebody else: behind a person, or behind marks („schrieb „El Sur" Lamm zu")."""
        if self.words.tags[token] != "NE":
            return False
        marked = is_mark(self.words.texts[token - 1]) and is_mark(self.words.texts[heads[0] - 1]) and heads[0] > 0
        return marked or (self.words.tags[heads[-1]] == "NE" and self.words.begins_other_person(token))

    def _begins_time(self, head: int, k: int) -> bool:
        """Whether a time stands behind a noun („teilte der Konzern Montagabend mit", „die Stadt Mersen Ende Mai").

        Behind a noun for media a day may be the name of one.
        """
        texts, token = self.words.texts, self.tokens[k]
        if self._tag(k) != "NN" or not meaning.is_temporal(texts[token]) or is_mark(texts[token - 1]):
            return False
        if closed.is_weekday(texts[token]):
            return not meaning.is_medium(texts[head]) and meaning.can_act(texts[head])
        part = meaning.is_part_of_time(texts[token]) and k + 1 < len(self.tokens) and self._adjacent(k + 1)
        return part and (self.is_year(k + 1) or closed.is_month(texts[self.tokens[k + 1]]))

    def genitive_name(self, k: int) -> int:
        """How many tokens make a genitive name before its noun („Trumps Regierung", „Olaf Scholz' Plan"); 0: none."""
        j = k
        while self._tag(j) == "NE" and (j == k or self._adjacent(j)):
            j += 1
        if j == k and self._tag(k) == "NN" and meaning.animacy(self.words.texts[self.tokens[k]]) == "person":
            j = k + 1
        if j == k:
            return 0
        last = self.words.texts[self.tokens[j - 1]]
        if not last.endswith(("s", "'", "’")) or len(last) <= len("abs"):
            return 0
        following = j
        while self._tag(following) in {"ADJA", "CARD"} or self.is_truncated(following):
            if not self._adjacent(following):
                return 0
            following += 1
        if self._tag(following) != "NN" or not self._adjacent(following):
            return 0
        between = self.words.texts[self.tokens[j - 1] : self.tokens[following]]
        return 0 if "(" in between else j - k  # „Jan Kolders (Trainer des SV Mersen)"

    def is_truncated(self, k: int) -> bool:
        """„Kinder- und" before „Jugendanwalt": a shortened compound and its conjunction."""
        return (self._tag(k) == "TRUNC" and self._tag(k + 1) == "KON") or (
            self._tag(k) == "KON" and self._tag(k - 1) == "TRUNC"
        )

    def is_year(self, k: int) -> bool:
        """Whether the k-th token is a number in figures that can be a year of our time."""
        text = self.words.texts[self.tokens[k]]
        return self._tag(k) == "CARD" and text.isdigit() and len(text) == len("2000") and text[:2] in {"19", "20"}

    def _is_span(self, head: int, token: int) -> bool:
        """„zehn Jahre Haft": a counted time, and behind it what it is spent on.

        Behind a preposition only what takes time by itself is („zu zehn Jahren Haft", but „in zehn Jahren Züge bauen").
        """
        tags, texts = self.words.tags, self.words.texts
        counted = nominal.noun_lemma(texts[head]) in SPANS and head > 0 and tags[head - 1] == "CARD"
        free = texts[head] in SPANS and (head < 2 or tags[head - 2] not in PREPOSITION)
        behind = head > 1 and tags[head - 2] in PREPOSITION
        return counted and (free or (behind and meaning.takes_time(texts[token])))

    def _is_number_name(self, k: int, head: int) -> bool:
        """„Artikel 5", „Boeing 747": a number after a noun without a noun behind it, in figures after a name.

        A year behind who acts says when („dass der Betreiber Helixa 2021 zusagte").
        """
        if meaning.can_act(self.words.texts[head]) and self.is_year(k):
            return False
        written = self.words.texts[self.tokens[k]].isalpha() and self._tag(k - 1) == "NE"
        return not written and self._tag(k + 1) not in NOMINAL | {"ADJA"}

    def _begins_person(self, heads: list[int], k: int) -> bool:
        """„warf Kira Blank Udo Lamm vor": a given name before a name, behind the surname of somebody else."""
        texts, names = self.words.texts, [t for t in heads if self.words.tags[t] == "NE"]
        full = len(names) > 1 and is_given_name(texts[names[0]]) and not is_only_given_name(texts[names[-1]])
        begins = is_given_name(texts[self.tokens[k]]) and self._tag(k + 1) == "NE" and self._adjacent(k + 1)
        inside = closed.is_name_prefix(texts[heads[-1]])
        return full and begins and not inside and self._tag(k) == "NE"

    def _is_initial(self, heads: list[int]) -> bool:
        """Whether a name ends in a letter, as those of people who stand in court do („Udo R.")."""
        text = self.words.texts[heads[-1]]
        letter = text[0].isupper() and text[1:] == "."
        return letter and len(heads) > 1 and self.words.tags[heads[-2]] == "NE"

    def _continues_name(self, heads: list[int], k: int, *, begun: bool) -> bool:
        previous, token = heads[-1], self.tokens[k]
        tags, texts = self.words.tags, self.words.texts
        if self.words.is_hyphen(token - 1):
            return True
        if tags[token] == "CARD":
            return tags[previous] == "NN" or tags[previous] == "NE"
        if closed.is_title(texts[previous]) and tags[token] == "NE":
            return True
        if self._is_initial(heads) and tags[token] == "NN":
            return False
        if self._is_second_office(previous, token):
            return not (begun and self._is_wanted(k))
        if tags[previous] == "NN" and tags[token] == "NE" and texts[token].endswith("s"):
            return meaning.animacy(texts[previous]) not in {"other", "unknown"}
        if self._is_branch(previous, k):
            return True
        if tags[token] in _NAME_LIKE:
            return tags[previous] in _NAME_LIKE or not meaning.is_temporal(texts[previous])
        if texts[previous] in MEASURES or closed.is_title(texts[previous]) or self._is_span(previous, token):
            return True
        if tags[previous] not in _NAME_LIKE and self._is_possessed_genitive(previous):
            return False
        if tags[previous] not in _NAME_LIKE:
            place = meaning.animacy(texts[token], name=True) == "place"
            body = meaning.can_act(texts[token]) and not meaning.is_collective(texts[token])
            counted = tags[previous - 1] == "CARD"
            several = not counted and all(feature.number == "pl" for feature in nominal.noun(texts[previous]))
            known = not nominal.is_guessed(texts[token]) or self._is_feminine(texts[token])
            territory = known and meaning.animacy(texts[previous]) == "institution"
            return meaning.is_labelled(texts[previous]) and (place or not (body or several or territory))
        unknown = begun and len(heads) == 1 and meaning.animacy(texts[previous]) in {"unknown", "other"}
        return unknown or self._opens_person(heads, token) or not nominal.noun(texts[token])

    def _is_branch(self, previous: int, k: int) -> bool:
        """„Bund freier Wirte West", „die IG Metall Küste will": in which quarter a body is, or all before the verb."""
        tags, texts = self.words.tags, self.words.texts
        if meaning.is_quarter(texts[self.tokens[k]]):
            return meaning.can_act(texts[previous])
        main = self._tag(0) not in OPENERS and self._tag(k + 1) in FINITE and self._adjacent(k + 1)
        first = not any(self._tag(j) in FINITE for j in range(k))
        letters = tags[previous] == "NE" and tags[previous - 1] == "NE" and meaning.is_acronym(texts[previous - 1])
        return main and first and letters and self._tag(k) == "NN"

    def _is_second_office(self, previous: int, token: int) -> bool:
        """„Chefarzt Professor Kemal Aydin", „Kantor Musikdirektor Udo Lamm": an office, then another and a name.

        Where the first can be several, only ranks are no office of somebody else („warfen Lehrer Direktor Lamm vor").
        """
        texts, tags = self.words.texts, self.words.tags
        if tags[token] != "NN" or meaning.animacy(texts[previous]) != "person" or closed.is_title(texts[previous]):
            return False
        if closed.is_rank(texts[token]):
            return True
        office = meaning.animacy(texts[token]) == "person" and token + 2 < len(tags)
        if not office or tags[token + 1] != "NE" or tags[token + 2] != "NE":
            return False
        first, second = (self._of_subject(t) for t in (previous, token))
        return bool(first) and all(number == "sg" for _, number in first) and bool(first & second)

    def _is_wanted(self, k: int) -> bool:
        """„Gestern traf die Ministerin Professor Udo Lamm": whether the verb before wants the title and name at k."""
        end = k + 1
        while self._adjacent(end) and (self._tag(end) == "NE" or closed.is_title(self.words.texts[self.tokens[end]])):
            end += 1
        verb_before = any(self._tag(j) in FINITE for j in range(k))
        return verb_before and Vacancies(self._clause).take(k, end, k)

    def _of_subject(self, noun: int) -> set[tuple[str | None, str]]:
        """The genders and numbers that a common noun has in the nominative."""
        features = nominal.noun(self.words.texts[noun])
        return {(feature.gender, feature.number) for feature in features if feature.case == "nom"}

    def _opens_person(self, heads: list[int], token: int) -> bool:
        """Whether a surname can follow: behind a given name or an office („hat Rat Graf"), not behind a surname.

        A name is whole with its surname („hat dem Minister Udo Wieland Wortbruch vorgeworfen").
        """
        text = self.words.texts[heads[-1]]
        if is_given_name(text):
            first = len(heads) == 1 or not is_given_name(self.words.texts[heads[-2]])
            open_still = first and (is_only_given_name(text) or not self.words.ends_person(heads[-1]))
            return open_still or not nominal.is_common(self.words.texts[token])
        office = {reading.kind for reading in nominal.listed(text)} == {"common"}
        return office and meaning.animacy(text) == "person"

    @staticmethod
    def _is_feminine(noun: str) -> bool:
        """Whether a noun can only be feminine, as abstract nouns are that go by their ending („Untätigkeit")."""
        features = nominal.noun(noun)
        return bool(features) and all(feature.gender == "f" for feature in features)

    def _is_possessed_genitive(self, noun: int) -> bool:
        """„seines Landes": a genitive behind a possessive, which no name follows."""
        possessive = noun > 0 and self.words.tags[noun - 1] == "PPOSAT" and self.words.lower[noun - 1].endswith("es")
        return possessive and self.words.texts[noun].endswith("s")
