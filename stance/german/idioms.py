"""The words of an idiom's citation form: which of them are needed, and what they are compared by.

In a light-verb construction ("eine Absage erteilen", "in der Pflicht sehen") article and possessive vary or are
missing, noun, preposition and verb do not (Helbig & Buscha, Deutsche Grammatik, 2001, section on Funktionsverbgefüge).
A word flows in, what it is flows out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from stance.german.closed import preposition

WordClass = Literal["determiner", "negative", "reflexive", "preposition", "opener", "noun", "adjective", "word"]

_ENDINGS: Final = ("", "e", "en", "em", "er", "es")
_ARTICLES: Final = frozenset(("der", "die", "das", "den", "dem", "des", *(f"ein{ending}" for ending in _ENDINGS)))
_POSSESSIVES: Final = frozenset(
    stem + ending for stem in ("mein", "dein", "sein", "ihr", "unser", "euer", "eur") for ending in _ENDINGS
) - {"eur"}
_NEGATIVES: Final = frozenset(f"kein{ending}" for ending in _ENDINGS)
_OPENERS: Final = frozenset(("als", "wie"))
COORDINATORS: Final = frozenset(("und", "oder"))
_INFLECTED: Final = re.compile(r"[a-zäöüß]{3,}e[nmrs]?")


def word_class(form: str) -> WordClass:
    """What a word of a citation form is; the verb at its end is not to be asked for.

    ``determiner`` is an article or a possessive, ``negative`` a form of "kein", ``adjective`` a word that looks
    inflected, ``opener`` a word that makes a phrase with what follows ("als falsch").

    >>> [word_class(word) for word in "in der Pflicht".split()]
    ['preposition', 'determiner', 'noun']
    >>> [word_class(word) for word in "keinen Hehl daraus".split()]
    ['negative', 'noun', 'word']
    """
    if form == "sich":
        return "reflexive"
    if form in _ARTICLES or form in _POSSESSIVES:
        return "determiner"
    if form in _NEGATIVES:
        return "negative"
    if preposition(form):
        return "preposition"
    if form in _OPENERS:
        return "opener"
    if form[:1].isupper():
        return "noun"
    return "adjective" if _INFLECTED.fullmatch(form) else "word"


@lru_cache(maxsize=1 << 13)
def stem(adjective: str) -> str:
    """An inflected adjective without its ending.

    >>> stem("grünes"), stem("klare")
    ('grün', 'klar')
    """
    return re.sub(r"e[nmrs]?$", "", adjective)
