"""Nouns in a row: which nouns and names stand together as the heads of one noun phrase.

Tags and the classes of nouns decide („US-Präsident Trump", „Trumps Regierung", „die Gewerkschaft Textil und Leder",
„zehn Jahre Haft"); :mod:`stance.clauses.chunker` builds the phrases around them. All offsets are token indices of the
Doc, positions count the tokens of the clause.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from stance.clauses.quotes import is_mark
from stance.clauses.words import (
    DETERMINER,
    FINITE,
    INTERROGATIVE,
    MEASURES,
    NOMINAL,
    PREPOSITION,
    PRONOMINAL,
    RELATIVE,
    SPANS,
    Words,
)
from stance.german import closed, government, meaning, nominal, noun_phrases, verbs
from stance.german.given_names import is_given_name, is_only_given_name

_OPENERS: Final = RELATIVE | INTERROGATIVE | {"KOUS", "KOUI"}
_NAME_LIKE: Final = frozenset({"NE", "FM", "XY"})
_HEADS: Final = NOMINAL | _NAME_LIKE
_IN_NAMES: Final = _HEADS | {"ADJA", "ADJD"}
_FULL_VERBS: Final = FINITE | {"VVPP"}
_QUOTED_LIMIT: Final = 10


class ClauseTokens:
    """The tokens of one clause by position.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.

    Attributes:
        tokens: those that are not silent.
        tag: gives the tag of the k-th token, "" outside the clause.
        adjacent: whether the k-th token follows the one before it with nothing but silent tokens between.
    """

    def __init__(self, words: Words, tokens: Sequence[int]) -> None:
        self.words = words
        self.tokens = [t for t in tokens if not words.is_silent(t)]
        near = (all(map(words.is_silent, range(a + 1, b))) for a, b in pairwise(self.tokens))
        self.tag: Callable[[int], str] = _Tags(enumerate(words.tags[t] for t in self.tokens)).__getitem__
        self.adjacent: Callable[[int], bool] = frozenset(k for k, follows in enumerate(near, 1) if follows).__contains__


class _Tags(dict[int, str]):
    """Tags by position, "" outside the clause."""

    def __missing__(self, k: int) -> str:
        return ""


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
            if len(heads) == 1 and (named := self._name_of_body(heads[0], k, tokens[0])):
                tokens.extend(self.tokens[k:named])
                return [*heads, *self.tokens[k:named]], named
            if tag not in _HEADS and not (heads and tag == "CARD" and self._is_number_name(k, heads[0])):
                break
            if heads and (self._begins_person(heads, k) or not self._continues_name(heads, token, begun=has_start)):
                break
            heads.append(token)
            tokens.append(token)
            k += 1
        return heads, k

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
        return j - k if self._tag(following) == "NN" and self._adjacent(following) else 0

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

    def _name_of_body(self, head: int, k: int, start: int) -> int:
        """Where the name behind a noun for a body ends („die Gewerkschaft Textil und Leder will"), 0 for none.

        Before the finite verb of a main clause there is one phrase only, so that bare nouns there belong to it, and so
        there is between two commas („der Sponsor, die Möbelkette Astra, …") and before who is named („die Leiterin der
        Kita Regenbogen, Nina Huth"). Behind the verb the last of them can be the object, unless that stands before it.
        """
        text = self.words.texts[head]
        if self.words.tags[head] != "NN" or meaning.animacy(text) != "institution":
            return 0
        if quoted := self._quoted_name(k):
            return 0 if self._is_quoted_object(head, start, quoted) else quoted
        if capital := self._capital_name(k, medium=meaning.is_medium(text)):
            return capital
        end = self._bare_name(k)
        if end == k:
            return 0
        if self._is_enclosed(start, end) or meaning.is_quarter(self.words.texts[self.tokens[end - 1]]):
            return end
        finite = next((j for j in range(len(self.tokens)) if self._tag(j) in FINITE), len(self.tokens))
        if self._tag(0) in _OPENERS or finite in {0, len(self.tokens)}:
            return 0
        if end <= finite:
            return end if end == finite and self._adjacent(end) else 0
        first = self.words.texts[self.tokens[k]]
        features = nominal.noun(first)
        several = meaning.can_act(first) and any(f.case == "dat" and f.number == "pl" for f in features)
        given = several or {feature.case for feature in features} == {"dat"}
        if given and not (self.words.lower[head - 1] == "der" and self._genders(head) == {"f"}):
            return 0
        if self._is_object(finite, head):
            return end
        common = end - k > 1 and all(self._tag(j) == "NN" for j in range(k, end))
        return end - 1 if common else 0

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
        return full and begins and self._tag(k) == "NE"

    def _is_initial(self, heads: list[int]) -> bool:
        """Whether a name ends in a letter, as those of people who stand in court do („Udo R.")."""
        text = self.words.texts[heads[-1]]
        letter = text[0].isupper() and text[1:] == "."
        return letter and len(heads) > 1 and self.words.tags[heads[-2]] == "NE"

    def _continues_name(self, heads: list[int], token: int, *, begun: bool) -> bool:
        previous = heads[-1]
        tags, texts = self.words.tags, self.words.texts
        if self.words.is_hyphen(token - 1):
            return True
        if tags[token] == "CARD":
            return tags[previous] == "NN" or tags[previous] == "NE"
        if closed.is_title(texts[previous]) and tags[token] == "NE":
            return True
        if self._is_initial(heads) and tags[token] == "NN":
            return False
        if tags[previous] == "NN" and tags[token] == "NE" and texts[token].endswith("s"):
            return meaning.animacy(texts[previous]) not in {"other", "unknown"}
        if tags[token] in _NAME_LIKE:
            return tags[previous] in _NAME_LIKE or not meaning.is_temporal(texts[previous])
        if texts[previous] in MEASURES or closed.is_title(texts[previous]) or self._is_span(previous, token):
            return True
        if texts[token].endswith(".") and closed.is_title(texts[token]):
            return meaning.animacy(texts[previous]) == "person"
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
        animacy = meaning.animacy(texts[previous])
        opened = animacy == "person" or (begun and len(heads) == 1 and animacy in {"unknown", "other"})
        return opened or not nominal.noun(texts[token])

    @staticmethod
    def _is_feminine(noun: str) -> bool:
        """Whether a noun can only be feminine, as abstract nouns are that go by their ending („Untätigkeit")."""
        features = nominal.noun(noun)
        return bool(features) and all(feature.gender == "f" for feature in features)

    def _is_possessed_genitive(self, noun: int) -> bool:
        """„seines Landes": a genitive behind a possessive, which no name follows."""
        possessive = noun > 0 and self.words.tags[noun - 1] == "PPOSAT" and self.words.lower[noun - 1].endswith("es")
        return possessive and self.words.texts[noun].endswith("s")
