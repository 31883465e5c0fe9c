"""Contents across wordings: whether two contents are about the same, and whether one is the contrary of the other.

The words of a content come in, a key of stems goes out: nouns weigh more than other words, a derived noun has the stem
of its verb, and a compound covers its parts („Waffenlieferung", „Waffen liefern"). Keys are compared by the weight of
the stems they share. Endings and empty words are data (``data/contents.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final

import attrs
from ruamel.yaml import YAML

from stance.german import nominal, verbs

_WORD: Final = re.compile(r"[^\W\d_][\w-]*|\d[\d.,]*")
_UMLAUTS: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_SHORTEST: Final = 4
_SHORTEST_STEM: Final = 3


@cache
def _words(name: str) -> tuple[str, ...]:
    text = files("stance.ledger").joinpath("data/contents.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = YAML(typ="safe").load(text)
    return tuple(str(found[name]).split())


@attrs.frozen
class ContentKey:
    """What a content is about.

    Attributes:
        heads: stems of its nouns.
        others: stems of its other words.
        reversed: whether it is about ending, forbidding or giving up what the stems name.
    """

    heads: frozenset[str]
    others: frozenset[str] = frozenset()
    reversed: bool = False

    @classmethod
    def of(cls, text: str) -> ContentKey:
        """The key of a content.

        Args:
            text: its words.

        >>> sorted(ContentKey.of("die Lieferung von Waffen").heads)
        ['liefer', 'waff']
        >>> ContentKey.of("ein Ende der Lieferungen").reversed
        True
        """
        return _key(text)

    @property
    def stems(self) -> frozenset[str]:
        """All its stems."""
        return self.heads | self.others

    def covers(self, phrase: ContentKey) -> bool:
        """Whether all stems of a phrase are found in it.

        >>> ContentKey.of("die Waffenlieferungen an Kiew").covers(ContentKey.of("Waffen liefern"))
        True
        """
        return bool(phrase.stems) and all(_covered(stem, self.stems) == 1 for stem in phrase.stems)


@attrs.frozen
class Matching:
    """How alike contents have to be.

    Attributes:
        threshold: share of the weight of all stems that the other content has to cover, from 0 to 1.
        head_weight: how much more a noun weighs than another word.
    """

    threshold: float = attrs.field(
        default=0.7, validator=attrs.validators.and_(attrs.validators.ge(0), attrs.validators.le(1))
    )
    head_weight: float = attrs.field(default=2.0, validator=attrs.validators.gt(0))

    def similarity(self, one: ContentKey, other: ContentKey) -> float:
        """Weight of the stems that each covers of the other, as a share of all weight.

        >>> Matching().similarity(ContentKey.of("Waffen liefern"), ContentKey.of("die Waffenlieferung"))
        1.0
        """
        shared = self._covered(one, other) + self._covered(other, one)
        total = self._weight(one) + self._weight(other)
        return shared / total if total else 0.0

    def same(self, one: ContentKey, other: ContentKey) -> bool:
        """Whether two contents are about the same, for or against it."""
        return bool(one.stems and other.stems) and self.similarity(one, other) >= self.threshold

    def _weight(self, key: ContentKey) -> float:
        return self.head_weight * len(key.heads) + len(key.others)

    def _covered(self, key: ContentKey, by: ContentKey) -> float:
        heads = sum(_covered(stem, by.stems) for stem in key.heads)
        return self.head_weight * heads + sum(_covered(stem, by.stems) for stem in key.others)


def blocks(key: ContentKey) -> frozenset[str]:
    """Beginnings and ends of stems: keys that share none of them share no stem."""
    return frozenset(part for stem in key.stems for part in (stem[:_SHORTEST], stem[-_SHORTEST:]))


def _covered(stem: str, stems: frozenset[str]) -> float:
    """How much of a stem others cover: all of it as a part of a compound, half where only one part of it is there."""
    if stem in stems or (len(stem) >= _SHORTEST and any(o.startswith(stem) or o.endswith(stem) for o in stems)):
        return 1.0
    parts = [o for o in stems if len(o) >= _SHORTEST]
    return 0.5 * any(stem.startswith(o) for o in parts) + 0.5 * any(stem.endswith(o) for o in parts)


@cache
def _key(text: str) -> ContentKey:
    heads: set[str] = set()
    others: set[str] = set()
    turned = False
    for word in _content_words(text):
        noun = word[:1].isupper()
        lemma = _lemma(word)
        rest = _without_reversal(lemma, noun)
        turned = turned or rest is not None
        stem = _stem(lemma if rest is None else rest)
        if stem:
            (heads if noun else others).add(stem)
    return ContentKey(frozenset(heads), frozenset(others - heads), turned)


def _content_words(text: str) -> Iterator[str]:
    empty = set(_words("empty"))
    for word in _WORD.findall(text):
        if word.lower() not in empty:
            yield from (part for part in word.split("-") if part)


def _lemma(word: str) -> str:
    if word[:1].isupper():
        return nominal.noun_lemma(word).lower()
    found = sorted({form.lemma for form in verbs.analyse(word)})
    return found[0] if found else word


def _without_reversal(lemma: str, noun: bool) -> str | None:
    """A lemma without the part that turns it into the contrary, None where it has none: „lieferstopp" → „liefer"."""
    if not noun:
        return "" if lemma in _words("reversing_verbs") else None
    return next((lemma.removesuffix(last) for last in _words("reversing") if lemma.endswith(last)), None)


def _stem(lemma: str) -> str:
    plain = lemma.lower().translate(_UMLAUTS)
    for ending in _words("endings"):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            return _infinitive(plain.removesuffix(ending))
    return _infinitive(plain)


def _infinitive(stem: str) -> str:
    """The stem of the infinitive for one with the vowel of another form: „aufnahm" → „aufnehm"."""
    for end, other in (pair.split("=") for pair in _words("ablaut")):
        if stem.endswith(end):
            return stem.removesuffix(end) + other
    return stem
