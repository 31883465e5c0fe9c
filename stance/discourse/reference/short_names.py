"""Short names: what people with a full name are called once they were named.

A full name flows in; surnames, with and without particles, articles and titles of nobility, flow out („Clemens Graf
Droste zu Vehlen": „Droste zu Vehlen", „Graf Droste", „Vehlen", „Clemens Droste zu Vehlen").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stance.german import closed
from stance.german.given_names import is_given_name

ARABIC: Final = ("al-", "el-")
_DOUBLE: Final = 3


def short_names(name: str) -> Iterator[str]:
    """The short forms of a full name, one may come twice.

    >>> list(dict.fromkeys(short_names("Jan de Vries")))
    ['de Vries', 'De Vries', 'Vries']
    >>> list(dict.fromkeys(short_names("Ida Gräfin von Thal")))[-3:]
    ['Thal', 'Gräfin Thal', 'Ida von Thal']
    """
    words = name.split()
    for tail in (" ".join(words[start:]) for start in range(1, len(words))):
        yield tail
        yield tail[:1].upper() + tail[1:]
        if tail.lower().startswith(ARABIC):
            yield tail.partition("-")[2]
    if len(words) == _DOUBLE and not closed.is_name_prefix(small(words[1])) and not is_given_name(words[1]):
        yield words[1]  # „Gabriela García Montes … García"
    title = next((at for at, word in enumerate(words[1:-1], start=1) if closed.is_noble_title(word)), None)
    if title is not None:
        yield from _noble(words, title)


def _noble(words: Sequence[str], title: int) -> Iterator[str]:
    """The short forms of a name with a title of nobility, which any part of it may be left out of."""
    surname = words[title + 1 :]
    particle = next((at for at, word in enumerate(surname) if word.islower()), 0)
    for short in ([surname[-1]], surname[:particle]):
        if short:
            yield " ".join(short)
            yield " ".join((words[title], *short))
    for start in {0, title - 1}:
        yield " ".join((*words[start:title], *surname))


def small(text: str) -> str:
    """A word with a small first letter."""
    return text[:1].lower() + text[1:]
