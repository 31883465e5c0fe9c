"""Given names: which words are given names, and the sex of who bears them.

A word flows in, what the list says of it flows out. The list is in ``data/given_names.yaml``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from ruamel.yaml import YAML

_GENDERS: Final = {"feminine": frozenset({"f"}), "masculine": frozenset({"m"}), "either": frozenset({"m", "f"})}


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("stance.german").joinpath("data/given_names.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = YAML(typ="safe").load(text)
    return {key: frozenset(names.split()) for key, names in found.items()}


def genders(word: str) -> frozenset[str]:
    """The genders of pronouns for who bears a given name; empty where it is none that is known.

    Args:
        word: the name as written; of a double name the first part decides („Hans-Peter").

    >>> sorted(genders("Kira")), sorted(genders("Hans-Peter")), sorted(genders("Robert-Koch-Institut"))
    (['f'], ['m'], [])
    """
    listed = _genders().get(word)
    if listed is not None or "-" not in word:
        return listed or frozenset()
    parts = [_genders().get(part, frozenset()) for part in word.split("-")]
    return parts[0] if all(parts) else frozenset()


@cache
def _genders() -> dict[str, frozenset[str]]:
    return {name: found for key, found in reversed(_GENDERS.items()) for name in _lists()[key]}


def is_given_name(word: str) -> bool:
    """Whether a word is a known given name.

    >>> is_given_name("Kira"), is_given_name("Nordstahl")
    (True, False)
    """
    return bool(genders(word))


def is_only_given_name(word: str) -> bool:
    """Whether a word is a known given name and no other word, surname or place.

    >>> is_only_given_name("Kira")
    True
    """
    return is_given_name(word) and word not in _lists()["also_words"]
