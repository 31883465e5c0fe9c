"""The word lists of matching, read once from ``data/words.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(
        files("stance.matching").joinpath("data/words.yaml").read_text(encoding="utf-8")
    )
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """A word list of matching.

    Args:
        name: key in ``data/words.yaml``.

    Raises:
        KeyError: there is no such list.

    >>> "alle" in word_list("quantifiers")
    True
    """
    return frozenset(str(_read()[name]).split())
