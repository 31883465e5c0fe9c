"""Typed values from YAML nodes: mappings with known keys, lists, words, choices, numbers.

The layer below the parser: it knows the shapes of YAML and the problems they can have, not the rule language. A value
that is wrong is reported and read as None or empty, so that the rest of the file is still checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, TypeVar

import attrs
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stance.rules.errors import Problem, suggest
from stance.rules.nodes import Place, SourceFile, Where, is_null, kind_of

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

BOOLEANS: Final = {"true": True, "false": False}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@attrs.frozen
class Reference:
    """A name that must exist somewhere else (a list, a pack, a rule), and where it is written."""

    name: str
    source: SourceFile
    place: Place

    def problem(self, code: str, message: str, help: str) -> Problem:
        """A problem at the place of the name."""
        return self.source.problem(code, message, self.place, help)


@attrs.frozen
class Field:
    """One key of a mapping with its value."""

    key: ScalarNode
    value: Node


class Getter:
    """Reads a field where it is there."""

    def __init__(self, fields: dict[str, Field]) -> None:
        self._fields = fields

    def __call__(self, key: str, read: Callable[[Node], T | None]) -> T | None:
        return read(self._fields[key].value) if key in self._fields else None


class NodeReader:
    """Reads values of one file after the other and keeps every problem."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._source = SourceFile("", "")
        self._references: list[Reference] = []

    def _say(self, code: str, message: str, at: Where, help: str = "") -> None:
        self.problems.append(self._source.problem(code, message, at, help))

    def _mapping(
        self, node: Node, what: str, keys: Iterable[str] | None = None, cures: dict[str, str] | None = None
    ) -> dict[str, Field] | None:
        """The known keys of a mapping; duplicate and unknown ones are reported."""
        if not isinstance(node, MappingNode):
            self._say("S005", f"{what} is a mapping, here is {kind_of(node)}", node, "write 'key: value' pairs")
            return None
        known = None if keys is None else tuple(map(str, keys))
        seen: set[str] = set()
        fields: dict[str, Field] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._say("S005", f"a key is a text, here is {kind_of(key)}", key, "write 'key: value' pairs")
            elif key.value in seen:
                self._say("S007", f"the key '{key.value}' is there twice", key, "join the two, or take one out")
            elif known is not None and key.value not in known:
                self._say(
                    "S006",
                    f"unknown key '{key.value}' in {what}",
                    key,
                    (cures or {}).get(key.value) or suggest(key.value, known),
                )
            else:
                fields[key.value] = Field(key, value)
            if isinstance(key, ScalarNode):
                seen.add(key.value)
        return fields

    def _items(self, node: Node, what: str) -> list[Node]:
        if not isinstance(node, SequenceNode):
            self._say("S005", f"{what} is a list, here is {kind_of(node)}", node, "write '[…]', or one '- …' a line")
            return []
        if not node.value:
            self._say("S010", f"{what} is empty", node, "fill it, or take it out")
        return list(node.value)

    def _one_or_more(self, node: Node, what: str) -> list[Node]:
        """A text or a list of texts."""
        nodes = self._items(node, what) if isinstance(node, SequenceNode) else [node]
        return [
            item for item in nodes if self._text(item, f"a word of {what}" if item is not node else what) is not None
        ]

    def _text(self, node: Node, what: str, empty: bool = False) -> str | None:
        if not isinstance(node, ScalarNode):
            self._say(
                "S005",
                f"{what} is a text, here is {kind_of(node)}",
                node,
                "if it starts with '[' or '{', put it in quotation marks",
            )
            return None
        value: str = node.value
        if _SURROGATE.search(value):
            self._say("S002", "half a surrogate pair is no character", node, "write the character itself")
            return None
        if not empty and (is_null(node) or not value.strip()):
            self._say("S010", f"{what} is empty", node, "fill it, or take it out")
            return None
        return value

    def _words(self, node: Node, what: str, check: Callable[[str], str | None] | None = None) -> tuple[str, ...]:
        """Words or one word; ``$name`` stands for a list."""
        words: list[str] = []
        for item in self._one_or_more(node, what):
            word = item.value.strip()
            if word.startswith("$"):
                self._references.append(Reference(word[1:], self._source, self._source.place(item)))
            elif check is not None and (cure := check(word)):
                self._say("S020", f"'{word}' is not how {what} is written", item, cure)
            words.append(word)
        return tuple(words)

    def _choice(self, node: Node, options: Iterable[str], what: str) -> str | None:
        value = self._text(node, f"'{what}'")
        known = tuple(map(str, options))
        if value is None or value in known:
            return value
        self._say("S009", f"'{value}' is no {what}", node, suggest(value, known))
        return None

    def _enum(self, node: Node, kind: type[E], what: str) -> E | None:
        value = self._choice(node, kind, what)
        return None if value is None else kind(value)

    def _boolean(self, node: Node, what: str) -> bool | None:
        value = self._text(node, what)
        if value is None or value in BOOLEANS:
            return None if value is None else BOOLEANS[value]
        self._say("S009", f"{what} is true or false, not '{value}'", node, "write true or false")
        return None

    def _integer(self, node: Node, what: str) -> int | None:
        value = self._text(node, what)
        if value is None or re.fullmatch(r"[+-]?[0-9]{1,9}", value):
            return None if value is None else int(value)
        self._say("S009", f"{what} is a whole number, not '{value}'", node, "write 1, 10, -5 …")
        return None
