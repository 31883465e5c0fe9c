"""Phrases: the tokens of one clause become noun phrases, prepositional phrases, adverbs and adjectives.

A shallow grammar of the German noun phrase (determiner, attributes, noun, name, genitive, apposition) with case, gender
and number intersected over the whole phrase. What belongs to what is decided in :mod:`stance.clauses.grouping`. All
offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import attrs

from stance.clauses.quotes import is_mark
from stance.clauses.words import (
    ADVERB,
    DETERMINER,
    FINITE,
    INTERROGATIVE,
    MEASURES,
    NOMINAL,
    PREPOSITION,
    PRONOMINAL,
    QUANTITIES,
    RELATIVE,
    ROUND_NUMBERS,
    SPANS,
    VERBAL,
    Words,
)
from stance.german import closed, government, meaning, nominal, noun_phrases
from stance.german.features import Agreement

_OPENERS: Final = RELATIVE | INTERROGATIVE | {"KOUS", "KOUI"}
_NAME_LIKE: Final = frozenset({"NE", "FM", "XY"})
_NOUN_START: Final = DETERMINER | NOMINAL | {"ADJA", "CARD", "TRUNC", "FM", "XY"}
_BEFORE_NUMBERS: Final = frozenset({"mehr", "weniger", "bis"})
_COMPARATIVE: Final = re.compile(r"er(e|en|er|es|em)$")
_INNER_LIMIT: Final = 10


@attrs.define(eq=False)
class Phrase:
    """A phrase while the clause is being read.

    Attributes:
        kind: "np", "pp", "adverb", "adjective".
        tokens: its tokens, ascending.
        head: head token.
        preposition: token of the governing preposition (or the pronominal adverb itself), or None.
        governor: lemma of that preposition.
        features: possible case, gender, number; empty where nothing is known.
        possessor: tokens of genitives and possessives.
        modifiers: prepositional phrases inside it.
        genitives: genitive noun phrases inside it.
        conjuncts: coordinated parts, each the tokens of one.
        links: the conjunctions between them.
    """

    kind: str
    tokens: list[int]
    head: int
    preposition: int | None = None
    governor: str | None = None
    features: frozenset[Agreement] = frozenset()
    determiner: int | None = None
    attributes: list[int] = attrs.field(factory=list)
    possessor: list[int] = attrs.field(factory=list)
    modifiers: list[Phrase] = attrs.field(factory=list)
    genitives: list[Phrase] = attrs.field(factory=list)
    conjuncts: list[list[int]] = attrs.field(factory=list)
    links: list[int] = attrs.field(factory=list)
    attached_to: int | None = None
    joined: bool = False

    def cases(self) -> frozenset[str]:
        """The cases it can stand in."""
        return _cases(self.features)

    @property
    def end(self) -> int:
        """One past its last token, attached phrases included."""
        own = max(self.tokens[-1], *self.links) if self.links else self.tokens[-1]
        return max([own + 1, *(inner.end for inner in (*self.modifiers, *self.genitives))])

    def everything(self) -> list[int]:
        """Its tokens with those of attached phrases."""
        found = {*self.tokens, *self.links}
        for inner in (*self.modifiers, *self.genitives):
            found.update(inner.everything())
        return sorted(found)

    def nested(self) -> Iterator[Phrase]:
        """The phrases attached inside it, depth first."""
        for inner in (*self.genitives, *self.modifiers):
            yield inner
            yield from inner.nested()


@lru_cache(maxsize=1 << 12)
def _cases(features: frozenset[Agreement]) -> frozenset[str]:
    return frozenset(feature.case for feature in features)


def head_noun(words: Words, heads: Sequence[int]) -> int:
    """The noun before a name ("US-Präsident Trump"), the last of measure phrases, else the first name.

    Args:
        words: the tagged Doc.
        heads: the nouns and names that stand together, ascending.
    """
    texts = words.texts
    hyphened = [head for head in heads[1:] if words.is_hyphen(head - 1)]
    if hyphened:
        return hyphened[-1]
    if len(heads) > 1 and texts[heads[0]] in MEASURES and words.tags[heads[-1]] == "NN":
        return heads[-1] if texts[heads[0]] in ROUND_NUMBERS else heads[0]
    if len(heads) > 1 and texts[heads[0]] in SPANS and words.tags[heads[-1]] == "NN":
        return heads[-1]
    return heads[0]


def agreement(words: Words, phrase: Phrase, heads: Sequence[int]) -> frozenset[Agreement]:
    """The case, gender and number that a noun phrase can have by its form.

    Args:
        words: the tagged Doc.
        phrase: the phrase, without what is attached to it.
        heads: its nouns and names, ascending.
    """
    texts, tags = words.texts, words.tags
    if phrase.possessor and phrase.determiner is None:
        own = [t for t in phrase.tokens if t not in phrase.possessor]
    else:
        own = phrase.tokens
    counted = texts[heads[0]] in ROUND_NUMBERS and phrase.head == heads[-1] != heads[0]
    if counted and phrase.determiner is not None:
        return _counted(words, phrase, heads[0])
    if texts[heads[0]] in MEASURES and len(heads) > 1:
        own = [t for t in own if t == phrase.head or t not in heads]
    if any(tags[t] in PREPOSITION for t in own):
        own = [t for t in own if t in {phrase.determiner, phrase.head, *phrase.attributes}]
    skip = set(heads) - {phrase.head}
    pairs = [(texts[t], tags[t]) for t in own if t not in skip and tags[t] not in {"ADV", "ADJD", "KON", "TRUNC"}]
    return noun_phrases.noun_phrase(pairs)


def _counted(words: Words, phrase: Phrase, measure: int) -> frozenset[Agreement]:
    """„ein Dutzend Länder": the case of the number word, in its number and in that of what is counted."""
    before = [t for t in phrase.tokens if phrase.determiner is not None and phrase.determiner <= t <= measure]
    of_number = noun_phrases.noun_phrase([(words.texts[t], words.tags[t]) for t in before])
    plural = (Agreement(feature.case, None, "pl") for feature in of_number)
    return of_number | frozenset(plural)


class Chunker:
    """Reads the phrases of one clause.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.
        taken: tokens of the verb complex.
    """

    def __init__(self, words: Words, tokens: Sequence[int], taken: frozenset[int] = frozenset()) -> None:
        self.words = words
        self.tokens = [t for t in tokens if not words.is_silent(t)]
        self.taken = taken
        self._tags = [words.tags[t] for t in self.tokens]
        self._near = [all(map(words.is_silent, range(a + 1, b))) for a, b in pairwise(self.tokens)]

    def phrases(self) -> list[Phrase]:
        """The flat phrases of the clause, in order."""
        return self._flat()

    # -- flat phrases ------------------------------------------------------------------------------------------------

    def _flat(self) -> list[Phrase]:
        flat: list[Phrase] = []
        k = 0
        while k < len(self.tokens):
            phrase, after = self._phrase(k)
            if phrase is not None:
                after = self._postposition(phrase, after)
                flat.append(phrase)
            elif self._tag(k) == "APPO":
                self._far_postposition(flat, k)
            k = max(after, k + 1)
        return flat

    def _far_postposition(self, flat: Sequence[Phrase], k: int) -> None:
        """„einem Bericht vom Januar zufolge": a postposition behind a noun phrase with a prepositional phrase in it."""
        token = self.tokens[k]
        near = len(flat) > 1 and flat[-1].kind == "pp" and flat[-2].kind == "np" and "dat" in flat[-2].cases()
        if near and flat[-1].tokens[-1] == token - 1 and flat[-2].tokens[-1] == flat[-1].tokens[0] - 1:
            self._postpose(flat[-2], token)

    def _postpose(self, phrase: Phrase, token: int) -> None:
        phrase.kind = "pp"
        phrase.preposition = token
        phrase.governor = self.words.lower[token]
        phrase.tokens.append(token)

    def _postposition(self, phrase: Phrase, k: int) -> int:
        """„dem Bericht zufolge", „der SPD gegenüber": a preposition behind its noun phrase."""
        if phrase.kind != "np" or not self._adjacent(k):
            return k
        view = self._tag(k) == "APPR" and self.words.lower[self.tokens[k]] == "nach" and self._is_view(phrase)
        if self._tag(k) != "APPO" and not view:
            return k
        self._postpose(phrase, self.tokens[k])
        return k + 1

    def _is_view(self, phrase: Phrase) -> bool:
        """„seiner Meinung nach": a view in the dative before its preposition."""
        return self.words.texts[phrase.head] in government.verbs("predicative_genitives") and "dat" in phrase.cases()

    def _tag(self, k: int) -> str:
        return self._tags[k] if 0 <= k < len(self._tags) else ""

    def _adjacent(self, k: int) -> bool:
        """Whether the k-th token follows the one before it with nothing but silent tokens between."""
        return 0 < k < len(self.tokens) and self._near[k - 1]

    def _phrase(self, k: int) -> tuple[Phrase | None, int]:
        tag, token = self._tag(k), self.tokens[k]
        if token not in self.taken and tag == "VVPP":
            return Phrase("adjective", [token], token), k + 1
        if token in self.taken or tag in VERBAL:
            return None, k + 1
        if lead := self._approximation(k):
            return self._approximate(k, lead)
        if tag in PREPOSITION:
            return self._prepositional(k)
        if tag in {"PROAV", "PAV"} or (tag == "PWAV" and closed.pronominal_adverb(self.words.texts[token])):
            governor = closed.pronominal_adverb(self.words.texts[token])
            if governor is not None:
                return Phrase("pp", [token], token, token, governor), k + 1
            return Phrase("adverb", [token], token), k + 1
        if self._is_quantity(k):
            return Phrase("np", [token], token), k + 1
        if self._is_possessive_pronoun(k):
            return self._noun_phrase(k)
        if tag in PRONOMINAL and self.words.lower[token] == "allen" and self._follows_at_once(k, "voran"):
            return Phrase("adverb", self.tokens[k : k + 2], token), k + 2
        if tag in PRONOMINAL:
            return self._pronoun(k)
        if tag in _NOUN_START or (tag == "PTKNEG" and self._tag(k + 1) in {"PIAT", "PIDAT"} and self._adjacent(k + 1)):
            return self._noun_phrase(k)
        if tag == "ADJD":
            graded = self._tag(k + 1) == "ADJA" and self._adjacent(k + 1)
            genitive = self._tag(k - 1) == "NN" and self._adjacent(k) and self._is_genitive_plural(k + 1)
            if graded and (genitive or _COMPARATIVE.search(self.words.lower[self.tokens[k + 1]])):
                return self._noun_phrase(k)
            return self._adjective(k)
        if tag in ADVERB:
            return Phrase("adverb", [token], token), k + 1
        return None, k + 1

    def _follows_at_once(self, k: int, word: str) -> bool:
        return self._adjacent(k + 1) and self.words.lower[self.tokens[k + 1]] == word

    def _is_genitive_plural(self, k: int) -> bool:
        """„frei [verfügbarer Daten]": an adjective in -er that only a genitive plural can follow."""
        if not self._adjacent(k + 1) or self._tag(k + 1) != "NN" or not self.words.lower[self.tokens[k]].endswith("er"):
            return False
        pairs = [(self.words.texts[t], self.words.tags[t]) for t in self.tokens[k : k + 2]]
        return {f.case for f in noun_phrases.noun_phrase(pairs)} == {"gen"}

    def _approximation(self, k: int) -> int:
        """How many words before a number make it approximate („mehr als 200 Ärzte", „knapp die Hälfte"); 0 for none."""
        if k >= len(self.tokens):
            return 0
        if self._tag(k) != "ADV" and self.words.lower[self.tokens[k]] not in _BEFORE_NUMBERS:
            return 0
        small = [self.words.lower[token] for token in self.tokens[k : k + 2]]
        pair = len(small) == 2 and closed.is_approximate(" ".join(small)) and self._adjacent(k + 1)
        single = not pair and self._tag(k) == "ADV" and closed.is_approximate(small[0])
        lead = 2 if pair else 1 if single else 0
        return lead if lead and self._adjacent(k + lead) and self._counts(k + lead) else 0

    def _counts(self, k: int) -> bool:
        """Whether a number begins here, in figures, as a word, or as a noun behind its article („die Hälfte")."""
        if self._tag(k) == "CARD":
            return True
        noun = self.words.texts[self.tokens[k + 1]] if k + 1 < len(self.tokens) else ""
        return self._tag(k) == "ART" and (noun in MEASURES or noun in government.measures() or closed.is_share(noun))

    def _approximate(self, k: int, lead: int) -> tuple[Phrase | None, int]:
        phrase, after = self._noun_phrase(k + lead)
        if phrase is not None:
            phrase.tokens[:0] = self.tokens[k : k + lead]
        return phrase, after

    def _adjective(self, k: int) -> tuple[Phrase, int]:
        """An adjective with the adjectives that grade it („völlig unrealistisch")."""
        start = k
        while self._tag(k + 1) == "ADJD" and self._adjacent(k + 1) and self.tokens[k + 1] not in self.taken:
            k += 1
        return Phrase("adjective", list(self.tokens[start : k + 1]), self.tokens[k]), k + 1

    def _is_possessive_pronoun(self, k: int) -> bool:
        """„deren Angaben", „dessen neue Pläne": a genitive pronoun as determiner."""
        if self.words.lower[self.tokens[k]] not in {"deren", "dessen"}:
            return False
        return self._tag(k + 1) in NOMINAL | {"ADJA"} and self._adjacent(k + 1)

    def _is_quantity(self, k: int) -> bool:
        """„fordert mehr": a quantity that stands for a noun phrase ("nicht mehr" does not)."""
        if self._tag(k) not in {"ADV", "PIAT", "PIDAT"} or self.words.lower[self.tokens[k]] not in QUANTITIES:
            return False
        if k and self._tag(k - 1) in {"PTKNEG", "ADV", "ADJD", "PIAT"} and self._adjacent(k):
            return False
        return not (self._adjacent(k + 1) and self._tag(k + 1) not in {"KON", "PTKVZ"} | VERBAL)

    def _prepositional(self, k: int) -> tuple[Phrase | None, int]:
        token = self.tokens[k]
        text = self.words.texts[token]
        governor = closed.preposition_lemma(text)
        cases = closed.preposition(text)
        start = k + 1
        if self._tag(start) == "ADV" and closed.completes_preposition(self.words.texts[self.tokens[start]]):
            return Phrase("pp", [token, self.tokens[start]], token, token, governor), start + 1
        while self._tag(start) in {"ADV", "PTKA"} and self._adjacent(start):
            start += 1
        start += self._approximation(start)
        inner: Phrase | None = None
        after = k + 1
        if start < len(self.tokens) and self._tag(start) in _NOUN_START | PRONOMINAL and self._adjacent(start):
            pronoun = self._tag(start) in PRONOMINAL and not self._is_possessive_pronoun(start)
            inner, after = self._pronoun(start) if pronoun else self._noun_phrase(start)
        if inner is None and governor in {"als", "für"}:
            inner, after = self._predicate(k + 1)
        if inner is None:
            return Phrase("pp", [token], token, token, governor), k + 1
        inner.tokens = sorted({token, *self.tokens[k:start], *inner.tokens})
        inner.kind = "pp"
        inner.preposition = token
        inner.governor = governor
        governed = frozenset(feature for feature in inner.features if feature.case in cases)
        inner.features = governed or inner.features
        if after < len(self.tokens) and self._tag(after) == "APZR" and self._adjacent(after):
            inner.tokens.append(self.tokens[after])
            after += 1
        return inner, after

    def _predicate(self, k: int) -> tuple[Phrase | None, int]:
        """The adjectives behind "als" or "für" ("als sehr ernst und gefährlich bezeichnet", "für falsch gehalten")."""
        start = k
        while self._tag(k) in {"ADV", "PTKA", "PTKNEG"} and self._adjacent(k):
            k += 1
        if self._tag(k) not in {"ADJD", "VVPP"} or not self._adjacent(k) or self.tokens[k] in self.taken:
            return None, start
        head = self.tokens[k]
        k += 1
        while self._continues_predicate(k):
            k += 1
        return Phrase("pp", list(self.tokens[start:k]), head), k

    def _continues_predicate(self, k: int) -> bool:
        tag = self._tag(k)
        if not self._adjacent(k) or self.tokens[k] in self.taken:
            return False
        if tag == "ADJD" or (tag == "VVPP" and self._tag(k - 1) in {"KON", "ADV", "PTKA", "PTKNEG"}):
            return True
        adverbs = 1
        while self._tag(k + adverbs) in {"ADV", "PTKA", "PTKNEG"}:
            adverbs += 1
        return tag in {"KON", "ADV", "PTKA", "PTKNEG"} and self._tag(k + adverbs) in {"ADJD", "VVPP"}

    def _pronoun(self, k: int) -> tuple[Phrase, int]:
        token = self.tokens[k]
        features = frozenset(reading.agreement for reading in nominal.pronoun(self.words.texts[token]))
        return Phrase("np", [token], token, features=features), k + 1

    def _noun_phrase(self, k: int) -> tuple[Phrase | None, int]:
        start = k
        tokens: list[int] = []
        determiner: int | None = None
        possessor: list[int] = []
        if self._tag(k) == "PTKNEG":
            tokens.append(self.tokens[k])
            k += 1
        if self._tag(k) in DETERMINER or self._is_possessive_pronoun(k):
            determiner = self.tokens[k]
            if self._tag(k) == "PPOSAT" or self._is_possessive_pronoun(k):
                possessor.append(determiner)
            tokens.append(determiner)
            k += 1
            whole = self.words.lower[determiner].startswith("all") and self._tag(k) == "PDAT"
            if (self._tag(k) in {"PIDAT", "PIAT", "PPOSAT", "ART"} or whole) and self._adjacent(k):
                tokens.append(self.tokens[k])
                k += 1
            k = self._absorb_participial(k, tokens)
        elif count := self._genitive_name(k):
            possessor.extend(self.tokens[k : k + count])
            tokens.extend(self.tokens[k : k + count])
            k += count
        k = self._difference(k, tokens)
        attributes, k = self._attributes(k, tokens)
        heads, k = self._nouns(k, tokens, has_start=k > start)
        if not heads:
            return self._headless(start, tokens, determiner, attributes, k)
        head = head_noun(self.words, heads)
        phrase = Phrase("np", tokens, head, determiner=determiner, attributes=attributes, possessor=possessor)
        phrase.features = agreement(self.words, phrase, heads)
        return phrase, k

    def _difference(self, k: int, tokens: list[int]) -> int:
        """„[acht Prozent mehr] Lohn", „zwei Millionen weniger Besucher": by how much there is more or less."""
        start = k
        while self._tag(k) == "CARD" and (k == start or self._adjacent(k)):
            k += 1
        measured = self._tag(k) == "NN" and self.words.texts[self.tokens[k]] in government.measures() | MEASURES
        k += 1
        more = k < len(self.tokens) and self.words.lower[self.tokens[k]] in {"mehr", "weniger"}
        if not measured or not more or not self._adjacent(k + 1) or self._tag(k + 1) not in NOMINAL | {"ADJA"}:
            return start
        tokens.extend(self.tokens[start : k + 1])
        return k + 1

    def _absorb_participial(self, k: int, tokens: list[int]) -> int:
        """„die [von den USA unterstützte] Lösung": a group before an attributive participle."""
        if self._tag(k) not in PREPOSITION | {"ADJD", "ADV", "PRF", "ART", "PIAT", "PPOSAT", "NN", "NE"}:
            return k
        if self._tag(k) in {"NN", "NE"}:
            return k
        for j in range(k + 1, min(k + _INNER_LIMIT, len(self.tokens))):
            if not self._adjacent(j) or self._tag(j) in VERBAL:
                return k
            if self._tag(j) == "ADJA" and self._tag(j + 1) in NOMINAL | {"ADJA"} and self._tag(j - 1) not in DETERMINER:
                if self._tag(k) in PREPOSITION and not self._closes_group(k, j):
                    continue
                tokens.extend(self.tokens[k:j])
                return j
            listed = self._tag(j) == "KON" and self._tag(k) in PREPOSITION and self._tag(j - 1) in NOMINAL
            if self._tag(j) in {"KOUS", "PRELS"} or (self._tag(j) == "KON" and not listed):
                return k
        return k

    def _closes_group(self, k: int, j: int) -> bool:
        """Whether a noun (or pronoun) stands between the preposition and the participle."""
        return any(self._tag(m) in NOMINAL | PRONOMINAL for m in range(k + 1, j))

    def _genitive_name(self, k: int) -> int:
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
        while self._tag(following) in {"ADJA", "CARD"} or self._is_truncated(following):
            if not self._adjacent(following):
                return 0
            following += 1
        return j - k if self._tag(following) == "NN" and self._adjacent(following) else 0

    def _is_truncated(self, k: int) -> bool:
        """„Kinder- und" before „Jugendanwalt": a shortened compound and its conjunction."""
        return (self._tag(k) == "TRUNC" and self._tag(k + 1) == "KON") or (
            self._tag(k) == "KON" and self._tag(k - 1) == "TRUNC"
        )

    def _attributes(self, k: int, tokens: list[int]) -> tuple[list[int], int]:
        attributes: list[int] = []
        while k < len(self.tokens) and (not tokens or self._adjacent(k) or self._joins_adjectives(k)):
            tag = self._tag(k)
            if tag in {"ADJA", "CARD"}:
                attributes.append(self.tokens[k])
            elif attributes and tag in PREPOSITION and (after := self._absorb_participial(k, tokens)) > k:
                k = after
                continue
            elif not self._leads_to_adjective(k):
                break
            tokens.append(self.tokens[k])
            k += 1
        return attributes, k

    def _joins_adjectives(self, k: int) -> bool:
        """A comma between two attributive adjectives."""
        return self._tag(k) == "ADJA" and self._tag(k - 1) == "ADJA"

    def _leads_to_adjective(self, k: int) -> bool:
        tag = self._tag(k)
        if self._is_truncated(k):
            return True
        if tag in {"ADV", "ADJD", "PTKA", "PTKNEG", "$,"}:
            return self._tag(k + 1) in {"ADJA", "CARD"} or (
                self._tag(k + 1) in {"ADV", "ADJD"} and self._tag(k + 2) == "ADJA"
            )
        if tag == "KON":
            return self._tag(k - 1) == "ADJA" and self._tag(k + 1) == "ADJA"
        return False

    def _nouns(self, k: int, tokens: list[int], *, has_start: bool) -> tuple[list[int], int]:
        heads: list[int] = []
        while k < len(self.tokens) and (not tokens or self._adjacent(k)):
            tag, token = self._tag(k), self.tokens[k]
            if len(heads) == 1 and (named := self._name_of_body(heads[0], k)):
                tokens.extend(self.tokens[k:named])
                return [*heads, *self.tokens[k:named]], named
            if tag not in NOMINAL | _NAME_LIKE and not (heads and tag == "CARD" and self._is_number_name(k)):
                break
            if heads and not self._continues_name(heads, token, begun=has_start):
                break
            heads.append(token)
            tokens.append(token)
            k += 1
        return heads, k

    def _is_span(self, head: int) -> bool:
        """„zehn Jahre Haft": a counted time, with no preposition before it, behind which stands what it is spent on."""
        tags = self.words.tags
        counted = self.words.texts[head] in SPANS and head > 0 and tags[head - 1] == "CARD"
        return counted and (head < 2 or tags[head - 2] not in PREPOSITION)

    def _name_of_body(self, head: int, k: int) -> int:
        """Where the name behind a noun for a body ends („die Gewerkschaft Textil und Leder will"), 0 for none.

        Before the finite verb of a main clause there is one phrase only, so that bare nouns there belong to it.
        """
        if self.words.tags[head] != "NN" or meaning.animacy(self.words.texts[head]) != "institution":
            return 0
        if quoted := self._quoted_name(k):
            return quoted
        end = self._bare_name(k)
        verb = end < len(self.tokens) and self._tag(end) in FINITE and self._adjacent(end)
        first = self._tag(0) not in _OPENERS and not any(tag in FINITE for tag in self._tags[:end])
        return end if end > k and verb and first else 0

    def _bare_name(self, k: int) -> int:
        """Where bare nouns end that begin at k, also joined ones."""
        if self._tag(k) not in NOMINAL:
            return k
        while self._tag(k) in NOMINAL or (self._tag(k) == "KON" and self._tag(k + 1) in NOMINAL):
            k += 1
        return k

    def _quoted_name(self, k: int) -> int:
        """Where words in quotation marks end that begin at k with a capital and hold no verb, 0 where none begin."""
        texts, first = self.words.texts, self.tokens[k]
        if not is_mark(texts[first - 1]) or not texts[first][:1].isupper():
            return 0
        close = next((t for t in range(first, min(len(texts), first + _INNER_LIMIT)) if is_mark(texts[t])), None)
        if close is None or any(self.words.tags[t] in FINITE for t in range(first, close)):
            return 0
        return next((j for j, t in enumerate(self.tokens) if t > close), len(self.tokens))

    def _is_number_name(self, k: int) -> bool:
        """„Artikel 5", „Boeing 747": a number after a noun without a noun behind it, in figures after a name."""
        written = self.words.texts[self.tokens[k]].isalpha() and self._tag(k - 1) == "NE"
        return not written and self._tag(k + 1) not in NOMINAL | {"ADJA"}

    def _continues_name(self, heads: list[int], token: int, *, begun: bool) -> bool:
        previous = heads[-1]
        tags, texts = self.words.tags, self.words.texts
        if self.words.is_hyphen(token - 1):
            return True
        if tags[token] == "CARD":
            return tags[previous] == "NN" or tags[previous] == "NE"
        if tags[previous] == "NN" and tags[token] == "NE" and texts[token].endswith("s"):
            return meaning.animacy(texts[previous]) not in {"other", "unknown"}
        if tags[token] in _NAME_LIKE:
            return tags[previous] in _NAME_LIKE or not meaning.is_temporal(texts[previous])
        if texts[previous] in MEASURES or closed.is_title(texts[previous]) or self._is_span(previous):
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
            return meaning.is_labelled(texts[previous]) and (place or not (body or several))
        animacy = meaning.animacy(texts[previous])
        opened = animacy == "person" or (begun and len(heads) == 1 and animacy in {"unknown", "other"})
        return opened or not nominal.noun(texts[token])

    def _is_possessed_genitive(self, noun: int) -> bool:
        """„seines Landes": a genitive behind a possessive, which no name follows."""
        possessive = noun > 0 and self.words.tags[noun - 1] == "PPOSAT" and self.words.lower[noun - 1].endswith("es")
        return possessive and self.words.texts[noun].endswith("s")

    def _headless(
        self, start: int, tokens: list[int], determiner: int | None, attributes: list[int], k: int
    ) -> tuple[Phrase | None, int]:
        """„die Grünen", „beide", „fünf": a determiner, adjective or number that stands for a noun."""
        if not tokens:
            return None, start + 1
        pairs = [(self.words.texts[t], self.words.tags[t]) for t in tokens]
        pronoun = {"PIS", "PDS"} if determiner is not None and self.words.lower[determiner] == "all" else {"PIS"}
        if determiner is not None and not attributes and self._tag(k) in pronoun and self._adjacent(k):
            pairs.append((self.words.texts[self.tokens[k]], "ADJA"))
            tokens.append(self.tokens[k])
            k += 1
        phrase = Phrase("np", tokens, tokens[-1], determiner=determiner, attributes=attributes)
        phrase.features = noun_phrases.noun_phrase(pairs)
        return phrase, max(k, start + 1)
