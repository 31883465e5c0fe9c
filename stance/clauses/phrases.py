"""Phrases: noun phrases, prepositional phrases, adverbs and adjectives, and what their form allows.

Case, gender and number of a noun phrase are intersected over all its words. :mod:`stance.clauses.chunker` finds the
phrases of a clause, :mod:`stance.clauses.grouping` decides what belongs to what. All offsets are token indices of the
Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from stance.clauses.words import (
    MEASURES,
    PREPOSITION,
    ROUND_NUMBERS,
    SPANS,
    Words,
    is_measure,
)
from stance.german import meaning, nominal, noun_phrases
from stance.german.features import ALL, Agreement


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
        if not (self.links or self.modifiers or self.genitives):
            return self.tokens[-1] + 1
        last = max(self.tokens[-1], *self.links) if self.links else self.tokens[-1]
        return max([last + 1, *(inner.end for inner in (*self.modifiers, *self.genitives))])

    def everything(self) -> list[int]:
        """Its tokens with those of attached phrases."""
        if not (self.links or self.modifiers or self.genitives):
            return sorted(set(self.tokens))
        found = {*self.tokens, *self.links}
        for inner in (*self.modifiers, *self.genitives):
            found.update(inner.everything())
        return sorted(found)

    def nested(self) -> Iterator[Phrase]:
        """The phrases attached inside it, depth first."""
        for inner in (*self.genitives, *self.modifiers):
            yield inner
            yield from inner.nested()


def gap_between(left: Phrase, right: Phrase) -> range:
    """The tokens between two phrases."""
    return range(left.end, right.tokens[0])


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


def is_amount(words: Words, phrase: Phrase) -> bool:
    """Whether a von-phrase says how much of the noun before it there is: „von zwei Jahren", „von drei Millionen Euro".

    Args:
        words: the tagged Doc.
        phrase: a phrase.
    """
    noun = words.texts[phrase.head]
    measured = is_measure(noun) or meaning.is_temporal(noun)
    return phrase.governor == "von" and measured and any(words.tags[t] == "CARD" for t in phrase.tokens)


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
    if phrase.determiner is None and _is_phrasal_name(words, phrase):
        shown = noun_phrases.noun_phrase([(texts[phrase.head], tags[phrase.head])])
        return shown | frozenset(a for a in ALL if a.number == "sg")  # „Ärzte ohne Grenzen fordert"
    last = texts[heads[-1]]
    founded = len(heads) > 1 and tags[heads[0]] == "NE" and tags[heads[-1]] == "NE" and meaning.is_branch(last)
    form = meaning.legal_form([texts[t] for t in heads]) if len(heads) > 1 else None
    if phrase.determiner is not None and (founded or form):
        article = nominal.determiner(
            texts[phrase.determiner]
        )  # „die Brenner Maschinenbau", „die Wagen AG": firms are feminine, „der Moorfreunde e. V."
        gender = "m" if form is not None and meaning.is_association_form(form) else "f"
        if firm := frozenset(a for a in article if (a.number, a.gender) == ("sg", gender)):
            return firm | _of_trade(words, phrase, heads[0])
    counted = texts[heads[0]] in ROUND_NUMBERS and phrase.head == heads[-1] != heads[0]
    if counted and phrase.determiner is not None:
        return _counted(words, phrase, heads[0])
    if texts[heads[0]] in MEASURES and len(heads) > 1:
        own = [t for t in own if t == phrase.head or t not in heads]
    measured = any(tags[t] == "NN" and t < phrase.head and t not in heads for t in own)
    if measured or any(tags[t] in PREPOSITION for t in own):
        own = [t for t in own if t in {phrase.determiner, phrase.head, *phrase.attributes}]
    skip = set(heads) - {phrase.head}
    pairs = [(texts[t], tags[t]) for t in own if t not in skip and tags[t] not in {"ADV", "ADJD", "KON", "TRUNC"}]
    return noun_phrases.noun_phrase(pairs)


def _of_trade(words: Words, phrase: Phrase, head: int) -> frozenset[Agreement]:
    """What a noun for bodies before the name of a firm agrees in („der Hersteller Volta AG"), which says what it is."""
    if words.tags[head] != "NN" or meaning.animacy(words.texts[head]) != "institution":
        return frozenset()
    own = (t for t in (phrase.determiner, *phrase.attributes, head) if t is not None)
    return noun_phrases.noun_phrase([(words.texts[t], words.tags[t]) for t in own])


def _is_phrasal_name(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is a name that holds a prepositional phrase („Ärzte ohne Grenzen")."""
    if not meaning.begins_phrasal_name(words.texts[phrase.head]):
        return False
    end = phrase.head
    while end + 1 < len(words) and words.tags[end + 1] == "NE":
        end += 1
    return meaning.is_phrasal_name(words.texts[phrase.head : end + 1])


def _counted(words: Words, phrase: Phrase, measure: int) -> frozenset[Agreement]:
    """„ein Dutzend Länder": the case of the number word, in its number and in that of what is counted."""
    before = [t for t in phrase.tokens if phrase.determiner is not None and phrase.determiner <= t <= measure]
    of_number = noun_phrases.noun_phrase([(words.texts[t], words.tags[t]) for t in before])
    plural = (Agreement(feature.case, None, "pl") for feature in of_number)
    return of_number | frozenset(plural)
