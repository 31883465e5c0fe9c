"""Chunker: the tokens of one clause become flat phrases.

A shallow grammar of the German noun phrase (determiner, attributes, noun, name) and of prepositional phrases with
prepositions before and behind them. All offsets are token indices of the Doc, positions count the tokens of the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from stance.clauses.agreement import pronoun_agreements
from stance.clauses.clause_tokens import ClauseTokens
from stance.clauses.noun_runs import NounRuns
from stance.clauses.phrases import Phrase, agreement, head_noun
from stance.clauses.quotes import is_mark
from stance.clauses.words import (
    ADVERB,
    DETERMINER,
    NOMINAL,
    PREPOSITION,
    PRONOMINAL,
    QUANTITIES,
    SPANS,
    VERBAL,
    Words,
    is_measure,
)
from stance.german import closed, government, meaning, nominal, noun_phrases

_SEVERAL: Final = 2
_NOUN_START: Final = DETERMINER | NOMINAL | {"ADJA", "CARD", "TRUNC", "FM", "XY"}
_PHRASE_START: Final = _NOUN_START | PRONOMINAL
_WITHIN: Final = NOMINAL | {"ADJA"}
_BEFORE_ATTRIBUTES: Final = PREPOSITION | {"ADJD", "ADV", "PRF", "ART", "PIAT", "PPOSAT"}
_BEFORE_NUMBERS: Final = frozenset({"mehr", "weniger", "bis"})
_COMPARATIVE: Final = re.compile(r"er(e|en|er|es|em)$")
_INNER_LIMIT: Final = 10


class Chunker:
    """Reads the phrases of one clause.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.
        taken: tokens of the verb complex.
    """

    def __init__(self, words: Words, tokens: Sequence[int], taken: frozenset[int] = frozenset()) -> None:
        clause = ClauseTokens(words, tokens)
        self.words = words
        self.tokens = clause.tokens
        self.taken = taken
        self._tag = clause.tag
        self._adjacent = clause.adjacent
        self._runs = NounRuns(clause)

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
                flat.append(phrase)
                after = self._postposition(flat, after)
            elif self._tag(k) == "APPO":
                self._far_postposition(flat, k)
            k = max(after, k + 1)
        return flat

    def _far_postposition(self, flat: Sequence[Phrase], k: int) -> None:
        """„einem Bericht vom Januar zufolge": a postposition behind a noun phrase with a prepositional phrase in it."""
        token = self.tokens[k]
        if (whole := self._fronted(flat, k)) is not None:
            self._postpose(whole, token)
            return
        near = len(flat) > 1 and flat[-1].kind == "pp" and flat[-2].kind == "np" and "dat" in flat[-2].cases()
        if near and flat[-1].tokens[-1] == token - 1 and flat[-2].tokens[-1] == flat[-1].tokens[0] - 1:
            self._postpose(self._governed(flat[:-1]), token)

    def _postpose(self, phrase: Phrase, token: int) -> None:
        phrase.kind = "pp"
        phrase.preposition = token
        phrase.governor = self.words.lower[token]
        phrase.tokens.append(token)

    def _postposition(self, flat: Sequence[Phrase], k: int) -> int:
        """„dem Bericht zufolge", „der SPD gegenüber": a preposition behind its noun phrase.

        Behind genitives it governs the dative that they belong to („einem Bericht des Bundes der Bauern zufolge").
        """
        phrase = flat[-1]
        if phrase.kind != "np" or not self._adjacent(k):
            return k
        view = self._tag(k) == "APPR" and self.words.lower[self.tokens[k]] == "nach" and self._is_view(phrase)
        if self._tag(k) != "APPO" and not view:
            return k
        self._postpose(self._fronted(flat, k) or self._governed(flat), self.tokens[k])
        return k + 1

    def _fronted(self, flat: Sequence[Phrase], k: int) -> Phrase | None:
        """„Einer Sprecherin der Bahn AG zufolge", „Der Fakultät für Physik zufolge": the dative that opens the clause.

        All that stands between it and its postposition belongs to it.
        """
        first = flat[0] if len(flat) >= _SEVERAL else None
        if first is None or first.tokens[0] != self.tokens[0] or first.kind != "np":
            return None
        if "dat" not in first.cases() or self.words.tags[first.head] not in NOMINAL:
            return None
        ends = [phrase.tokens[-1] + 1 for phrase in flat]
        inner = all(p.kind == "pp" or "gen" in p.cases() for p in flat[1:])
        close = all(p.tokens[0] == end for p, end in zip(flat[1:], ends, strict=False)) and ends[-1] == self.tokens[k]
        return first if inner and close else None

    def _governed(self, flat: Sequence[Phrase]) -> Phrase:
        """What a postposition governs: the last phrase, or the dative that it is the genitive of.

        Where the last can be either („einer Studie der Universität", „der Toten der Polizei"), a document or a dative
        that shows before it, with its own article, is what is cited.
        """
        phrase, texts = flat[-1], self.words.texts
        owners = (p for p in self._owners(flat) if "dat" in p.cases())
        if "dat" not in phrase.cases():
            return next(owners, phrase)
        if meaning.is_document(texts[phrase.head]):
            return phrase
        clear = (
            p
            for p in owners
            if p.determiner is not None and (p.cases() == {"dat"} or meaning.is_document(texts[p.head]))
        )
        return next(clear, phrase)

    def _owners(self, flat: Sequence[Phrase]) -> Iterator[Phrase]:
        """The noun phrases right before the last that a chain of genitives leads to."""
        for before, genitive in zip(flat[-2::-1], flat[::-1], strict=False):
            behind = before.kind == "np" and before.tokens[-1] == genitive.tokens[0] - 1
            if not behind or "gen" not in genitive.cases() or self.words.tags[before.head] not in NOMINAL:
                return
            yield before

    def _is_view(self, phrase: Phrase) -> bool:
        """„seiner Meinung nach": a view in the dative before its preposition."""
        return self.words.texts[phrase.head] in government.verbs("predicative_genitives") and "dat" in phrase.cases()

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
        if self._runs.is_year(k) and self._tag(k - 1) in NOMINAL and self._tag(k + 1) not in {"ADJA", *NOMINAL}:
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
        return self._tag(k) == "ART" and (is_measure(noun) or closed.is_share(noun))

    def _approximate(self, k: int, lead: int) -> tuple[Phrase | None, int]:
        phrase, after = self._noun_phrase(k + lead)
        if phrase is not None:
            phrase.tokens[:0] = self.tokens[k : k + lead]
        return phrase, after

    def _adjective(self, k: int) -> tuple[Phrase, int]:
        """An adjective or participle with the adjectives that grade it („völlig unrealistisch", „frei erfunden")."""
        start = k
        while self._tag(k + 1) in {"ADJD", "VVPP"} and self._adjacent(k + 1) and self.tokens[k + 1] not in self.taken:
            k += 1
        return Phrase("adjective", list(self.tokens[start : k + 1]), self.tokens[k]), k + 1

    def _is_possessive_pronoun(self, k: int) -> bool:
        """„deren Angaben", „dessen neue Pläne": a genitive pronoun as determiner."""
        if self.words.lower[self.tokens[k]] not in {"deren", "dessen"}:
            return False
        return self._tag(k + 1) in _WITHIN and self._adjacent(k + 1)

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
        while not self._approximation(start) and self._tag(start) in {"ADV", "PTKA"} and self._adjacent(start):
            start += 1
        start += self._approximation(start)
        inner: Phrase | None = None
        after = k + 1
        if start < len(self.tokens) and self._tag(start) in _PHRASE_START and self._adjacent(start):
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
        """The adjectives behind "als" or "für" ("als sehr ernst und gefährlich bezeichnet", "für falsch gehalten").

        In quotation marks whatever comes before the adjective belongs to it („als ‚auf Dauer teuer‘ bezeichnet").
        """
        start = k
        if quoted := self._quoted_predicate(k):
            return Phrase("pp", list(self.tokens[k:quoted]), self.tokens[quoted - 1]), quoted
        while self._tag(k) in {"ADV", "PTKA", "PTKNEG"} and self._adjacent(k):
            k += 1
        if self._tag(k) not in {"ADJD", "VVPP"} or not self._adjacent(k) or self.tokens[k] in self.taken:
            return None, start
        head = self.tokens[k]
        k += 1
        while self._continues_predicate(k):
            k += 1
        return Phrase("pp", list(self.tokens[start:k]), head), k

    def _quoted_predicate(self, k: int) -> int:
        """Where words in quotation marks end that begin at k and close with an adjective, 0 where none do."""
        texts = self.words.texts
        if k >= len(self.tokens) or not is_mark(texts[self.tokens[k] - 1]):
            return 0
        end = k
        while end < len(self.tokens) and (end == k or not is_mark(texts[self.tokens[end] - 1])):
            end += 1
        closes = end > k + 1 and is_mark(texts[self.tokens[end - 1] + 1]) if end - 1 < len(self.tokens) else False
        return end if closes and self._tag(end - 1) in {"ADJD", "VVPP"} else 0

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
        features = pronoun_agreements(self.words, token)
        return Phrase("np", [token], token, features=features), k + 1

    def _is_in_brackets(self, k: int) -> bool:
        """Whether a number stands alone in brackets, as ages do („forderte Udo Lamm (63) kleinere Klassen")."""
        texts, token = self.words.texts, self.tokens[k]
        inside = 0 < token < len(texts) - 1 and texts[token - 1] == "(" and texts[token + 1] == ")"
        return inside and self._tag(k) == "CARD"

    def _noun_phrase(self, k: int) -> tuple[Phrase | None, int]:
        start = k
        tokens: list[int] = []
        determiner: int | None = None
        possessor: list[int] = []
        if self._is_in_brackets(k) or (self._runs.is_year(k) and self._tag(k + 1) == "CARD" and self._adjacent(k + 1)):
            return Phrase("np", [self.tokens[k]], self.tokens[k]), k + 1
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
        elif count := self._runs.genitive_name(k):
            possessor.extend(self.tokens[k : k + count])
            tokens.extend(self.tokens[k : k + count])
            k += count
        k = self._difference(k, tokens)
        attributes, k = self._attributes(k, tokens)
        heads, k = self._runs.nouns(k, tokens, has_start=k > start)
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
        measured = self._tag(k) == "NN" and is_measure(self.words.texts[self.tokens[k]])
        k += 1
        more = k < len(self.tokens) and self.words.lower[self.tokens[k]] in {"mehr", "weniger"}
        if not measured or not more or not self._adjacent(k + 1) or self._tag(k + 1) not in _WITHIN:
            return start
        tokens.extend(self.tokens[start : k + 1])
        return k + 1

    def _absorb_participial(self, k: int, tokens: list[int]) -> int:
        """„die [von den USA unterstützte] Lösung", „ein [34 Jahre] alter Koch": a group before an attribute."""
        if self._measures_attribute(k):
            tokens.extend(self.tokens[k : k + 2])
            return k + 2
        if self._tag(k) not in _BEFORE_ATTRIBUTES:
            return k
        for j in range(k + 1, min(k + _INNER_LIMIT, len(self.tokens))):
            if not self._adjacent(j) or self._tag(j) in VERBAL:
                return k
            if self._tag(j) == "ADJA" and self._tag(j + 1) in _WITHIN and self._tag(j - 1) not in DETERMINER:
                if self._tag(k) in PREPOSITION and not self._closes_group(k, j):
                    continue
                tokens.extend(self.tokens[k:j])
                return j
            listed = self._tag(j) == "KON" and self._tag(k) in PREPOSITION and self._tag(j - 1) in NOMINAL
            if self._tag(j) in {"KOUS", "PRELS"} or (self._tag(j) == "KON" and not listed):
                return k
        return k

    def _measures_attribute(self, k: int) -> bool:
        """Whether a number and a measure stand before the attribute that they measure („zwei Meter hohe")."""
        if self._tag(k) != "CARD" or self._tag(k + 1) != "NN" or self._tag(k + 2) != "ADJA":
            return False
        noun = nominal.noun_lemma(self.words.texts[self.tokens[k + 1]])
        measure = is_measure(noun) or noun in SPANS
        return measure and self._adjacent(k + 1) and self._adjacent(k + 2) and self._tag(k + 3) in _WITHIN

    def _closes_group(self, k: int, j: int) -> bool:
        """Whether a noun (or pronoun) stands between the preposition and the participle."""
        return any(self._tag(m) in NOMINAL | PRONOMINAL for m in range(k + 1, j))

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
        if self._runs.is_truncated(k):
            return True
        if tag in {"ADV", "ADJD", "PTKA", "PTKNEG", "$,"}:
            return self._tag(k + 1) in {"ADJA", "CARD"} or (
                self._tag(k + 1) in {"ADV", "ADJD"} and self._tag(k + 2) == "ADJA"
            )
        if tag == "KON":
            return self._tag(k - 1) == "ADJA" and self._tag(k + 1) == "ADJA"
        return False

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
