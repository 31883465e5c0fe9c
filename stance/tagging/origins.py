"""Attributes with capitals: „der Tannroder Landrat", „das Institut für Angewandte Ethik".

A tagger that has never seen a place takes its adjective for a noun or a name. The article before it and the noun for a
person behind it tell: they agree with each other, and the word between them is in no list. Words under repair flow in
and are changed.
"""

from __future__ import annotations

from typing import Final

from stance.german import meaning, nominal
from stance.german.given_names import is_given_name
from stance.tagging.stretches import Words

_NAMED: Final = frozenset({"NN", "NE"})
_BEFORE: Final = frozenset({"ART", "PPOSAT", "PDAT", "APPRART"})


def decide_origins(words: Words) -> None:
    """A word in -er that no list has is an attribute between an article and a noun for a person that agrees with it."""
    for i in range(1, len(words.tags) - 1):
        if words.tags[i] in _NAMED and words.tags[i + 1] in _NAMED and _is_origin(words, i):
            words.tags[i], words.tags[i + 1] = "ADJA", "NN"


def _is_origin(words: Words, i: int) -> bool:
    form, noun = words.forms[i], words.forms[i + 1]
    known = bool(nominal.listed(form)) or is_given_name(form)
    if known or not form.endswith("er") or not words.is_capital(i) or words.tags[i - 1] not in _BEFORE:
        return False
    agrees = bool(nominal.determiner(words.small[i - 1]) & nominal.noun(noun))
    return agrees and nominal.is_common(noun) and meaning.animacy(noun) == "person"


def decide_purposes(words: Words) -> None:
    """A capitalised adjective behind „für" is an attribute where it agrees with the noun behind it in a body's name."""
    for i in range(2, len(words.tags) - 1):
        named = words.small[i - 1] == "für" and words.tags[i] in _NAMED and words.tags[i + 1] == "NN"
        if named and meaning.animacy(words.forms[i - 2]) == "institution" and _describes(words, i):
            words.tags[i] = "ADJA"


def _describes(words: Words, i: int) -> bool:
    form = words.forms[i]
    stem = words.small[i].removesuffix("e")
    agrees = bool(nominal.adjective(form, "strong") & nominal.noun(words.forms[i + 1]))
    return stem != words.small[i] and nominal.can_be_adjective(stem) and agrees
