"""What the docstrings of value classes say, for the descriptions of a JSON Schema."""

from __future__ import annotations

import inspect
import re
from typing import Any


def described(schema: dict[str, Any], description: str | None) -> dict[str, Any]:
    """A schema with a description in front, where there is one."""
    return schema if description is None else {"description": description, **schema}


def summary(cls: type) -> str:
    """The first paragraph of a class's docstring in one line."""
    return " ".join(inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0].split()).replace("``", "")


def attributes(cls: type) -> dict[str, str]:
    """The ``Attributes:`` section of a class and of the classes it extends, one description a name."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        _, _, section = inspect.cleandoc(base.__doc__ or "").partition("Attributes:\n")
        for names, text in re.findall(r"^ {4}(\w+(?:, \w+)*): (.+(?:\n {5,}.+)*)", section, flags=re.MULTILINE):
            found |= dict.fromkeys(names.split(", "), " ".join(text.split()).replace("``", ""))
    return found
