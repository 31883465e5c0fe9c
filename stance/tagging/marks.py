"""Demonstratives before what they are called: „nannte das ‚eine Frechheit‘“, „nannte das Unsinn“.

A tagger takes *das* before a noun for its article, also where a quotation mark stands between them. What follows tells:
an article cannot stand before another, nor before a noun of another gender. Words under repair flow in and are changed.
"""

from __future__ import annotations

from typing import Final

from stance.german import government, nominal
from stance.german.verbs import analyse
from stance.tagging.sentences import QUOTE_PAIRS
from stance.tagging.stretches import Words

_NO_PHRASE: Final = frozenset(
    {"ART", "PPOSAT", "PIAT", "PDAT", "ADJD", "ADV", "PTKNEG", "PTKA", "APPR", "APPRART", "KOKOM"}
)


def decide_named(words: Words) -> None:
    """*das* is a demonstrative where it can be no article of what stands behind it or in the marks behind it."""
    for i, small in enumerate(words.small[:-2]):
        if words.tags[i] != "ART" or small != "das":
            continue
        marked = words.forms[i + 1] in QUOTE_PAIRS
        at = i + 2 if marked else i + 1
        other = words.tags[at] == "NN" and not _agrees(words.forms[i], words.forms[at])
        if (marked and (other or words.tags[at] in _NO_PHRASE)) or (other and _names(words, i)):
            words.tags[i] = "PDS"


def _agrees(article: str, noun: str) -> bool:
    """Whether a noun can stand behind an article, as far as its form is known."""
    known = nominal.noun(noun)
    return not known or bool(known & nominal.determiner(article))


def _names(words: Words, i: int) -> bool:
    """Whether a verb that says what something is called stands right before a word."""
    return bool({reading.lemma for reading in analyse(words.forms[i - 1])} & government.verbs("naming"))
