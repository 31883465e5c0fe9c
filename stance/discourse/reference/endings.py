"""Words looked up by how they end: „Amt" finds „Gesundheitsamt", in one step however many words a document has.

Words with what they lead to flow in, in text order; flows out what a word, or all words with one of some ends, lead to,
in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen(eq=False)
class Endings(Generic[T]):
    """What words lead to.

    >>> bodies = Endings[str]()
    >>> bodies.add("Kreisgericht Norden", ["kreisgericht"])
    >>> bodies.add("Gesundheitsamt Süden", ["gesundheitsamt", "amt"])
    >>> bodies.of(["amt"]), bodies.ending_in(["gericht", "amt"])
    (['Gesundheitsamt Süden'], ['Kreisgericht Norden', 'Gesundheitsamt Süden'])
    """

    _by_word: dict[str, list[tuple[int, T]]] = attrs.field(factory=dict, init=False)
    _words: dict[str, list[str]] = attrs.field(factory=dict, init=False)
    _numbers: Iterable[int] = attrs.field(factory=count, init=False)

    def add(self, value: T, words: Iterable[str]) -> None:
        """Let some words lead to a value.

        Args:
            value: what they lead to.
            words: the words.
        """
        number = next(iter(self._numbers))
        for word in words:
            if word not in self._by_word:
                self._by_word[word] = []
                for start in range(len(word) + 1):
                    self._words.setdefault(word[start:], []).append(word)
            self._by_word[word].append((number, value))

    def of(self, words: Iterable[str]) -> list[T]:
        """What one of some words leads to, each once, in the order in which it was added."""
        pairs = [pair for word in words for pair in self._by_word.get(word, ())]
        if len(pairs) < 2:
            return [value for _, value in pairs]
        found = dict(pairs)
        return [found[number] for number in sorted(found)]

    def ending_in(self, ends: Iterable[str]) -> list[T]:
        """What the words with one of some ends lead to, in the order in which it was added."""
        return self.of({word for end in ends for word in self._words.get(end, ())})
