"""Contents across wordings: whether two contents are about the same, and whether one is the contrary of the other.

The words of a content come in, a key of stems goes out: nouns weigh more than other words, a derived noun has the stem
of its verb, and a compound covers its parts („Waffenlieferung", „Waffen liefern"). Keys are compared by the weight of
the stems they share. Endings and empty words are data (``data/contents.yaml``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import attrs
from ruamel.yaml import YAML

from stance.german import closed, nominal, verbs

_WORD: Final = re.compile(r"[^\W\d_][\w-]*|\d[\d.,]*")
_UMLAUTS: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_SHORTEST_STEM: Final = 3
_ROUNDING: Final = 1e-9


@cache
def _data() -> dict[str, Any]:
    text = files("stance.ledger").joinpath("data/contents.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = YAML(typ="safe").load(text)
    return found


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(str(_data()[name]).split())


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(name)))


@cache
def _opposites() -> dict[str, tuple[str, bool]]:
    """Stem → the stem that stands for its line, and whether it is on the contrary side."""
    found: dict[str, tuple[str, bool]] = {}
    for line in _data()["opposites"]:
        for side, against in zip(line.split("="), (False, True), strict=True):
            found.update({_stem(word): (_stem(line.split()[0]), against) for word in side.split()})
    return found


@attrs.frozen
class ContentKey:
    """What a content is about.

    Attributes:
        heads: stems of its nouns.
        others: stems of its other words.
        reversed: whether it is about ending, forbidding, lessening or giving up what the stems name.
        acts: whether a verb says what is done.
        points: whether it begins with a demonstrative: „dieses Attentat".
    """

    heads: frozenset[str]
    others: frozenset[str] = frozenset()
    reversed: bool = False
    acts: bool = False
    points: bool = False

    @property
    def bound(self) -> bool:
        """Whether it says only in its document what it is about: „den Vorschlag", „dass er es tut".

        A demonstrative points to the text; nouns that stand for what a text has said or told of (shell nouns: Schmid
        2000) name another thing elsewhere, unless a verb says what is done with it.

        >>> ContentKey.of("diesen Vorschlag").bound, ContentKey.of("die Wehrpflicht").bound
        (True, False)
        >>> ContentKey.of("harte Verträge").bound, ContentKey.of("Verträge zu fälschen").bound
        (True, False)
        """
        told = not (self.heads and self.acts) and self.heads <= _stems("unspecific")
        return self.points or told

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
        return bool(phrase.stems) and phrase.stems <= self.stems


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
        """Weight of the stems that both have, as a share of all weight.

        >>> Matching().similarity(ContentKey.of("Waffen liefern"), ContentKey.of("die Waffenlieferung"))
        1.0
        """
        shared = one.stems & other.stems
        both = self._of(one, shared) + self._of(other, shared)
        total = self.weight(one) + self.weight(other)
        return both / total if total else 0.0

    def same(self, one: ContentKey, other: ContentKey) -> bool:
        """Whether two contents are about the same, for or against it."""
        return bool(one.stems and other.stems) and self.similarity(one, other) >= self.threshold

    def weight(self, key: ContentKey) -> float:
        """Weight of all stems of a key."""
        return self._of(key, key.stems)

    def _of(self, key: ContentKey, stems: frozenset[str]) -> float:
        return self.head_weight * len(key.heads & stems) + len(key.others & stems)


def alike(keys: Sequence[ContentKey], matching: Matching) -> Iterator[tuple[int, int]]:
    """Every two keys about the same, each also with itself, as places in order.

    One of two keys about the same shares at least the share of the threshold with the other, so it is looked for by its
    rarest stems only (prefix filtering: Chaudhuri et al. 2006).

    Args:
        keys: different keys.
        matching: how alike they have to be.

    >>> contents = ["Waffen liefern", "Gas", "Waffenlieferung"]
    >>> list(alike([ContentKey.of(content) for content in contents], Matching()))
    [(0, 0), (0, 2), (1, 1), (2, 2)]
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        for stem in key.stems:
            places[stem].append(at)
    near = {(at, at) for at, key in enumerate(keys) if key.stems}
    for at, key in enumerate(keys):
        for stem in _telling(key, matching, places):
            near.update((min(at, other), max(at, other)) for other in places[stem])
    yield from (pair for pair in sorted(near) if matching.same(keys[pair[0]], keys[pair[1]]))


def _telling(key: ContentKey, matching: Matching, places: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """The rarest stems, so many that one of them is shared wherever the share of the threshold is."""
    rest = (1 - matching.threshold) * matching.weight(key)
    for stem in sorted(key.stems, key=lambda s: (len(places[s]), s)):
        yield stem
        rest -= matching.head_weight if stem in key.heads else 1
        if rest < -_ROUNDING:
            return


@attrs.frozen
class _Part:
    """What one part of a word says: its stem, whether it is one of a noun, and whether it turns the content."""

    stem: str
    noun: bool
    turns: bool = False
    verb: bool = False


@lru_cache(maxsize=1 << 16)
def _key(text: str) -> ContentKey:
    parts = [part for word in _content_words(text) for part in _parts(word)]
    telling = [part for part in parts if part.stem not in _stems("bringing_about")] or parts
    heads = frozenset(part.stem for part in telling if part.noun and part.stem)
    others = frozenset(part.stem for part in telling if not part.noun and part.stem)
    first = _WORD.search(text)
    return ContentKey(
        heads,
        others - heads,
        reversed=sum(part.turns for part in parts) % 2 == 1,
        acts=any(part.verb for part in telling),
        points=first is not None and first[0].lower() in _words("pointing"),
    )


def _content_words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word.lower() not in _empty() and not closed.is_function_word(word):
            yield from (part for part in word.split("-") if part)


@cache
def _empty() -> frozenset[str]:
    return frozenset(_words("empty"))


def _parts(word: str) -> Iterator[_Part]:
    if not word[:1].isupper():
        verb = _verb(word)
        part = _part(verb or word, noun=False)
        yield attrs.evolve(part, verb=verb is not None)
        return
    *first, last = nominal.compound_parts(word)
    for lemma in first:
        yield _Part(_stem(lemma), noun=True)
    yield _part(last.lower(), noun=True)


def _verb(word: str) -> str | None:
    found = sorted({form.lemma for form in verbs.analyse(word)})
    return found[0] if found else None


def _part(lemma: str, noun: bool) -> _Part:
    """A word that can turn the content into its contrary: „senken" is the contrary of „erhöhen", „Lieferstopp" ends."""
    stem, against = _opposites().get(_stem(lemma), ("", False))
    if stem:
        return _Part(stem, noun, against)
    if not noun:
        turns = lemma in _words("reversing_verbs")
        return _Part("" if turns else _stem(lemma), noun, turns)
    ending = next((last for last in _words("reversing") if lemma.endswith(last)), None)
    return _Part(_stem(lemma) if ending is None else _stem(lemma.removesuffix(ending)), noun, ending is not None)


@lru_cache(maxsize=1 << 16)
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
