"""The word lists and tables of discourse, read once from ``data/discourse.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(
        files("stance.discourse").joinpath("data/discourse.yaml").read_text(encoding="utf-8")
    )
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """A word list of discourse.

    Args:
        name: key in ``data/discourse.yaml``.

    Raises:
        KeyError: there is no such list.

    >>> "Kreml" in word_list("government_nouns")
    True
    """
    return frozenset(str(_read()[name]).split())


@cache
def word_ends(name: str) -> tuple[str, ...]:
    """The words of a list as ends of words, the longest first, for ``str.endswith``.

    Args:
        name: key in ``data/discourse.yaml``.

    Raises:
        KeyError: there is no such list.

    >>> "rechtsgutachten".endswith(word_ends("papers"))
    True
    """
    return tuple(sorted(word_list(name), key=lambda word: (-len(word), word)))


@cache
def word_table(name: str) -> Mapping[str, frozenset[str]]:
    """A table of discourse: words that go with a word.

    Args:
        name: key in ``data/discourse.yaml``.

    Raises:
        KeyError: there is no such table.

    >>> sorted(word_table("named_acts")["zusage"])
    ['promise']
    """
    return {key: frozenset(str(words).split()) for key, words in _read()[name].items()}
