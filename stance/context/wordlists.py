"""The word lists of context, read once from ``data/context.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(
        files("stance.context").joinpath("data/context.yaml").read_text(encoding="utf-8")
    )
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """A word list of context; ``_`` in the file stands for a blank.

    Args:
        name: key in ``data/context.yaml``.

    Raises:
        KeyError: there is no such list.

    >>> "mit Nachdruck" in word_list("strong_adverbs")
    True
    """
    return frozenset(word.replace("_", " ") for word in str(_read()[name]).split())
