"""Phrases: the tokens of one clause become noun phrases, prepositional phrases, adverbs and adjectives.

A shallow grammar of the German noun phrase (determiner, attributes, noun, name, genitive, apposition) with case, gender
and number intersected over the whole phrase; prepositional phrases are attached to a noun by field, animacy and
preposition. All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from stance.clauses.words import ADVERB, DETERMINER, NOMINAL, PREPOSITION, PRONOMINAL, QUANTITIES, VERBAL, Words
from stance.german import closed, government, nominal
from stance.german.features import Agreement

_NAME_LIKE: Final = frozenset({"NE", "FM", "XY"})
_NOUN_START: Final = DETERMINER | NOMINAL | {"ADJA", "CARD", "TRUNC", "FM", "XY"}
_ROUND: Final = frozenset(
    {
        "Millionen",
        "Milliarden",
        "Million",
        "Milliarde",
        "Tausende",
        "Hunderte",
        "Dutzende",
        "Zehntausende",
        "Hunderttausende",
    }
)
_MEASURE: Final = _ROUND | frozenset(
    {
        "Prozent",
        "Millionen",
        "Milliarden",
        "Million",
        "Milliarde",
        "Euro",
        "Dollar",
        "Mitte",
        "Ende",
        "Anfang",
        "Tonnen",
    }
)
_COMPARATIVE: Final = re.compile(r"er(e|en|er|es|em)$")
_INNER_LIMIT: Final = 10
_DEEPEST: Final = 8
_ATTACH_TO_THING: Final = frozenset(
    {"von", "für", "gegen", "über", "zwischen", "gegenüber", "an", "nach", "zu", "um", "auf", "aus", "mit", "in"}
)
_ATTACH_TO_ACTOR: Final = frozenset({"in", "aus", "bei", "von"})


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
        return frozenset(feature.case for feature in self.features)

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
    if len(heads) > 1 and texts[heads[0]] in _MEASURE and words.tags[heads[-1]] == "NN":
        return heads[-1] if texts[heads[0]] in _ROUND else heads[0]
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
    if texts[heads[0]] in _MEASURE and len(heads) > 1:
        own = [t for t in own if t == phrase.head or t not in heads]
    if any(tags[t] in PREPOSITION for t in own):
        own = [t for t in own if t in {phrase.determiner, phrase.head, *phrase.attributes}]
    skip = set(heads) - {phrase.head}
    pairs = [(texts[t], tags[t]) for t in own if t not in skip and tags[t] not in {"ADV", "ADJD", "KON", "TRUNC"}]
    return nominal.noun_phrase(pairs)


class Chunker:
    """Reads the phrases of one clause.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.
        finite: its finite verb, or None.
        verb_second: whether what stands before the finite verb is one constituent.
        passive: whether a von-phrase can be the agent.
        taken: tokens of the verb complex.
        governed: prepositions that its verb governs.
    """

    def __init__(
        self,
        words: Words,
        tokens: Sequence[int],
        *,
        finite: int | None,
        verb_second: bool,
        passive: bool,
        taken: frozenset[int],
        governed: frozenset[str] = frozenset(),
    ) -> None:
        self.words = words
        self.tokens = [t for t in tokens if not words.is_silent(t)]
        self.finite = finite
        self.verb_second = verb_second
        self.passive = passive
        self.taken = taken
        self.governed = governed

    def phrases(self) -> list[Phrase]:
        """The top-level phrases of the clause, in order."""
        flat = list(self._flat())
        return self._attach(self._coordinate(self._genitives(flat)))

    # -- flat phrases ------------------------------------------------------------------------------------------------

    def _flat(self) -> Iterator[Phrase]:
        k = 0
        while k < len(self.tokens):
            phrase, after = self._phrase(k)
            if phrase is not None:
                after = self._postposition(phrase, after)
                yield phrase
            k = max(after, k + 1)

    def _postposition(self, phrase: Phrase, k: int) -> int:
        """„dem Bericht zufolge", „der SPD gegenüber": a preposition behind its noun phrase."""
        if phrase.kind != "np" or not self._adjacent(k):
            return k
        view = self._tag(k) == "APPR" and self.words.lower[self.tokens[k]] == "nach" and self._is_view(phrase)
        if self._tag(k) != "APPO" and not view:
            return k
        phrase.kind = "pp"
        phrase.preposition = self.tokens[k]
        phrase.governor = self.words.lower[self.tokens[k]]
        phrase.tokens.append(self.tokens[k])
        return k + 1

    def _is_view(self, phrase: Phrase) -> bool:
        """„seiner Meinung nach": a view in the dative before its preposition."""
        return self.words.texts[phrase.head] in government.verbs("predicative_genitives") and "dat" in phrase.cases()

    def _tag(self, k: int) -> str:
        return self.words.tags[self.tokens[k]] if 0 <= k < len(self.tokens) else ""

    def _adjacent(self, k: int) -> bool:
        """Whether the k-th token follows the one before it with nothing but silent tokens between."""
        if k <= 0 or k >= len(self.tokens):
            return False
        return all(self.words.is_silent(t) for t in range(self.tokens[k - 1] + 1, self.tokens[k]))

    def _phrase(self, k: int) -> tuple[Phrase | None, int]:
        tag, token = self._tag(k), self.tokens[k]
        if token not in self.taken and tag == "VVPP":
            return Phrase("adjective", [token], token), k + 1
        if token in self.taken or tag in VERBAL:
            return None, k + 1
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
        if tag in PRONOMINAL:
            return self._pronoun(k)
        if tag in _NOUN_START or (tag == "PTKNEG" and self._tag(k + 1) in {"PIAT", "PIDAT"} and self._adjacent(k + 1)):
            return self._noun_phrase(k)
        if tag == "ADJD":
            if (
                self._tag(k + 1) == "ADJA"
                and self._adjacent(k + 1)
                and _COMPARATIVE.search(self.words.lower[self.tokens[k + 1]])
            ):
                return self._noun_phrase(k)
            return self._adjective(k)
        if tag in ADVERB:
            return Phrase("adverb", [token], token), k + 1
        return None, k + 1

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
        if k and self._tag(k - 1) in {"PTKNEG", "ADV", "PIAT"} and self._adjacent(k):
            return False
        return not (self._adjacent(k + 1) and self._tag(k + 1) not in {"KON", "PTKVZ"} | VERBAL)

    def _prepositional(self, k: int) -> tuple[Phrase | None, int]:
        token = self.tokens[k]
        text = self.words.texts[token]
        governor = closed.preposition_lemma(text)
        cases = closed.preposition(text)
        start = k + 1
        while self._tag(start) in {"ADV", "PTKA"} and self._adjacent(start):
            start += 1
        if [self.words.lower[t] for t in self.tokens[start : start + 2]] == ["bis", "zu"] and self._tag(
            start + 2
        ) == "CARD":
            start += 2
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
            if self._tag(k) in {"PIDAT", "PIAT", "PPOSAT", "ART"} and self._adjacent(k):
                tokens.append(self.tokens[k])
                k += 1
            k = self._absorb_participial(k, tokens)
        elif count := self._genitive_name(k):
            possessor.extend(self.tokens[k : k + count])
            tokens.extend(self.tokens[k : k + count])
            k += count
        attributes, k = self._attributes(k, tokens)
        heads, k = self._nouns(k, tokens, has_start=k > start)
        if not heads:
            return self._headless(start, tokens, determiner, attributes, k)
        head = head_noun(self.words, heads)
        phrase = Phrase("np", tokens, head, determiner=determiner, attributes=attributes, possessor=possessor)
        phrase.features = agreement(self.words, phrase, heads)
        return phrase, k

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
            if self._tag(j) in {"KOUS", "PRELS", "KON"}:
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
        if j == k and self._tag(k) == "NN" and nominal.animacy(self.words.texts[self.tokens[k]]) == "person":
            j = k + 1
        if j == k:
            return 0
        last = self.words.texts[self.tokens[j - 1]]
        if not last.endswith(("s", "'", "’")) or len(last) <= len("abs"):
            return 0
        following = j
        while self._tag(following) in {"ADJA", "CARD"} and self._adjacent(following):
            following += 1
        return j - k if self._tag(following) == "NN" and self._adjacent(following) else 0

    def _attributes(self, k: int, tokens: list[int]) -> tuple[list[int], int]:
        attributes: list[int] = []
        while k < len(self.tokens) and (not tokens or self._adjacent(k) or self._joins_adjectives(k)):
            tag = self._tag(k)
            if tag in {"ADJA", "CARD"}:
                attributes.append(self.tokens[k])
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
        if tag == "TRUNC":
            return self._tag(k + 1) == "KON"
        if tag in {"ADV", "ADJD", "PTKA", "PTKNEG", "$,"}:
            return self._tag(k + 1) in {"ADJA", "CARD"} or (
                self._tag(k + 1) in {"ADV", "ADJD"} and self._tag(k + 2) == "ADJA"
            )
        if tag == "KON":
            return (self._tag(k - 1) == "ADJA" and self._tag(k + 1) == "ADJA") or self._tag(k - 1) == "TRUNC"
        return False

    def _nouns(self, k: int, tokens: list[int], *, has_start: bool) -> tuple[list[int], int]:
        heads: list[int] = []
        while k < len(self.tokens) and (not tokens or self._adjacent(k)):
            tag, token = self._tag(k), self.tokens[k]
            if tag not in NOMINAL | _NAME_LIKE and not (heads and tag == "CARD" and self._is_number_name(k)):
                break
            if heads and not self._continues_name(heads, token, begun=has_start):
                break
            heads.append(token)
            tokens.append(token)
            k += 1
        return heads, k

    def _is_number_name(self, k: int) -> bool:
        """„Artikel 5", „Boeing 747": a number after a noun without a noun behind it."""
        return self._tag(k + 1) not in NOMINAL | {"ADJA"}

    def _continues_name(self, heads: list[int], token: int, *, begun: bool) -> bool:
        previous = heads[-1]
        tags, texts = self.words.tags, self.words.texts
        if self.words.is_hyphen(token - 1):
            return True
        if tags[token] == "CARD":
            return tags[previous] == "NN" or tags[previous] == "NE"
        if tags[previous] == "NN" and tags[token] == "NE" and texts[token].endswith("s"):
            return nominal.animacy(texts[previous]) not in {"other", "unknown"}
        if tags[token] in _NAME_LIKE:
            return tags[previous] in _NAME_LIKE or not nominal.is_temporal(texts[previous])
        if texts[previous] in _MEASURE or closed.is_title(texts[previous]):
            return True
        if tags[previous] not in _NAME_LIKE:
            return False
        animacy = nominal.animacy(texts[previous])
        opened = animacy == "person" or (begun and animacy == "unknown" and not texts[previous].endswith("s"))
        return opened or not nominal.noun(texts[token])

    def _headless(
        self, start: int, tokens: list[int], determiner: int | None, attributes: list[int], k: int
    ) -> tuple[Phrase | None, int]:
        """„die Grünen", „beide", „fünf": a determiner, adjective or number that stands for a noun."""
        if not tokens:
            return None, start + 1
        phrase = Phrase("np", tokens, tokens[-1], determiner=determiner, attributes=attributes)
        pairs = [(self.words.texts[t], self.words.tags[t]) for t in tokens]
        phrase.features = nominal.noun_phrase(pairs)
        return phrase, max(k, start + 1)

    # -- building up -------------------------------------------------------------------------------------------------

    def _follows(self, left: Phrase, right: Phrase) -> bool:
        return all(self.words.is_silent(t) for t in range(left.everything()[-1] + 1, right.tokens[0]))

    def _genitives(self, flat: list[Phrase]) -> list[Phrase]:
        """Attach genitive noun phrases to the noun before them, innermost first."""
        built: list[Phrase] = []
        for phrase in flat:
            host = built[-1] if built else None
            if host is not None and self._is_genitive_of(host, phrase):
                target = host
                for _ in range(_DEEPEST):
                    if target.genitives and self._follows(target.genitives[-1], phrase):
                        target = target.genitives[-1]
                phrase.attached_to = target.head
                target.genitives.append(phrase)
                target.possessor.extend(phrase.tokens)
            else:
                built.append(phrase)
        return built

    def _is_genitive_of(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or phrase.kind != "np" or not self._follows(host, phrase):
            return False
        tags, texts = self.words.tags, self.words.texts
        if tags[host.head] not in {"NN", "PIS", "CARD", "ADJA"} or "gen" not in phrase.cases():
            return False
        if host.tokens[-1] != host.head and tags[host.tokens[-1]] == "NE" and not host.genitives:
            return False
        first = phrase.tokens[0]
        if texts[phrase.head] in government.verbs("predicative_genitives") and nominal.can_act(texts[host.head]):
            return False
        if tags[first] == "NE" and len(phrase.tokens) == 1 and not host.genitives:
            return (
                texts[first].endswith("s")
                and nominal.animacy(texts[host.head]) not in {"person"}
                and texts[first][:-1] != ""
            )
        if texts[first].lower() in QUANTITIES:
            return False
        if tags[first] in DETERMINER:
            return tags[phrase.head] in NOMINAL | {"ADJA"} or phrase.head != first
        return tags[first] == "ADJA" and texts[first].endswith("er") and tags[phrase.head] in NOMINAL

    def _coordinate(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join phrases of one case over "und", "oder", "sowie" and commas (coordination and apposition)."""
        built: list[Phrase] = []
        for phrase in phrases:
            host = built[-1] if built else None
            link = self._link(host, phrase) if host is not None else None
            if host is not None and link is not None:
                self._join(host, phrase, link)
            else:
                built.append(phrase)
        return built

    def _link(self, left: Phrase, right: Phrase) -> list[int] | None:
        """The tokens between two phrases if they can join them, else None."""
        if left.kind not in {"np", "pp"} or right.kind not in {"np", "pp"} or left.governor in {"als"}:
            return None
        between = [t for t in range(left.everything()[-1] + 1, right.tokens[0]) if not self.words.is_silent(t)]
        conjunctions = [t for t in between if self.words.tags[t] == "KON" and self.words.lower[t] != "aber"]
        commas = [t for t in between if self.words.texts[t] == ","]
        if len(between) != len(conjunctions) + len(commas) or not between:
            return None
        if any(t not in self.tokens for t in conjunctions):
            return None
        pronouns = {"PPER", "PRF", "PRELS", "PDS"}
        if self.words.tags[left.head] in pronouns | {"PWS"} or (commas and self.words.tags[right.head] in pronouns):
            return None
        if right.kind == "pp":
            return conjunctions if left.kind == "pp" and left.governor == right.governor and conjunctions else None
        if left.cases() and right.cases() and not left.cases() & right.cases():
            return None
        return conjunctions or commas

    def _join(self, host: Phrase, phrase: Phrase, link: list[int]) -> None:
        conjunction = any(self.words.tags[t] == "KON" for t in link)
        if conjunction:
            if not host.conjuncts:
                closed_apposition = any(
                    self.words.texts[t] == "," for t in range(host.everything()[-1], phrase.tokens[0])
                )
                host.conjuncts = [host.everything()] if closed_apposition else [*self._split_commas(host)]
            host.conjuncts.append(phrase.everything())
            host.links.extend(t for t in link if self.words.tags[t] == "KON")
            host.joined = True
        host.genitives.append(phrase)
        if conjunction and host.features and phrase.features:
            cases = host.cases() & phrase.cases() or host.cases()
            host.features = frozenset(Agreement(case, None, "pl") for case in cases)  # type: ignore[arg-type]

    def _split_commas(self, host: Phrase) -> list[list[int]]:
        """The conjuncts before the conjunction: "A, B" of "A, B und C"."""
        own = [
            t
            for t in host.everything()
            if all(t not in g.everything() for g in host.genitives if self._apposed(host, g))
        ]
        if host.preposition is not None:
            own = [t for t in own if t != host.preposition]
        return [own, *[g.everything() for g in host.genitives if self._apposed(host, g)]]

    def _apposed(self, host: Phrase, inner: Phrase) -> bool:
        before = [t for t in range(inner.tokens[0] - 1, host.tokens[0], -1) if not self.words.is_silent(t)]
        return bool(before) and self.words.texts[before[0]] == ","

    def _attach(self, phrases: list[Phrase]) -> list[Phrase]:
        """Attach prepositional phrases to the noun phrase before them."""
        built: list[Phrase] = []
        for phrase in phrases:
            host = built[-1] if built else None
            if host is not None and phrase.kind == "pp" and self._modifies(host, phrase):
                target = next((m for m in reversed(host.modifiers) if self._follows(m, phrase)), host)
                target = host if not self._modifies(target, phrase) else target
                phrase.attached_to = target.head
                target.modifiers.append(phrase)
            else:
                built.append(phrase)
        return built

    def _modifies(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or not self._follows(host, phrase) or len(phrase.tokens) == 1:
            return False
        texts, tags = self.words.texts, self.words.tags
        if tags[phrase.head] in {"ADJD", "VVPP"}:
            return False
        if phrase.governor in self.governed and not self._in_prefield(phrase):
            return False
        if nominal.is_temporal(texts[phrase.head]) or nominal.is_temporal(texts[host.head]):
            return False
        if tags[host.head] in PRONOMINAL:
            return tags[host.head] == "PIS" and phrase.governor == "von"
        animate = nominal.animacy(texts[phrase.head]) in {"person", "institution"} or tags[phrase.head] == "NE"
        if self.passive and phrase.governor in {"von", "durch"} and animate and not self._in_prefield(phrase):
            return False
        if self._in_prefield(phrase):
            return True
        if (phrase.governor, *phrase.cases()) in {("in", "acc"), ("auf", "dat")}:
            return False
        if phrase.governor == "in" and not self._takes_place(host, phrase):
            return False
        if phrase.governor == "nach" and not government.takes_complement(texts[host.head]):
            return False
        host_acts = nominal.animacy(texts[host.head]) in {"person", "institution"} or tags[host.head] == "NE"
        if host_acts:
            place = nominal.animacy(texts[phrase.head]) in {"place", "institution"} or tags[phrase.head] == "NE"
            return (phrase.governor in _ATTACH_TO_ACTOR and place and phrase.governor != "von") or (
                phrase.governor == "von" and not self.passive
            )
        return phrase.governor in _ATTACH_TO_THING

    def _takes_place(self, host: Phrase, phrase: Phrase) -> bool:
        """In the middle field: „Partner in Europa", „die Rolle in der Politik", not „der Plan in der Debatte"."""
        texts, tags = self.words.texts, self.words.tags
        if tags[phrase.head] == "NE":
            return True
        acts = nominal.animacy(texts[host.head]) in {"person", "institution"} or tags[host.head] == "NE"
        return not acts and not government.is_occasion(texts[phrase.head])

    def _in_prefield(self, phrase: Phrase) -> bool:
        return self.verb_second and self.finite is not None and phrase.tokens[-1] < self.finite
