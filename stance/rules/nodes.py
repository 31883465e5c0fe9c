"""YAML files as nodes with places: text in, ruamel nodes and :class:`Place` out.

Only composing is left to ruamel, and for the files of the package to libyaml, which is quicker; values are read from
the nodes by the parser, so that every key and every value keeps its place. Scalars stay the text that was written
("1.0" is no number, "no" is no Boolean).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any, Final

import attrs
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from stance.rules.errors import Problem

try:
    from yaml import CBaseLoader
    from yaml import YAMLError as PyYAMLError
except ImportError:  # PyYAML is not there, or was built without libyaml
    CBaseLoader, PyYAMLError = None, YAMLError

NULLS: Final = ("", "~", "null")
_BREAK: Final = re.compile("\r\n|[\r\n]")
_SYNTAX_HELP: Final = (
    (
        "unknown escape character",
        "inside double quotes a literal bracket is written '\\\\['; inside single quotes '\\['",
    ),
    ("mapping values are not allowed", "a text with a colon needs quotation marks; check the indentation"),
    ("could not find expected ':'", "a key is followed by a colon and a space"),
    ("found character '\\t'", "indent with spaces, not tabs"),
    ("found unexpected end of stream", "close the quotation mark"),
    (
        "expected ',' or '}'",
        "a comma or the closing brace '}' is missing; a text with ',' or '[' needs quotation marks",
    ),
    (
        "expected ',' or ']'",
        "a comma or the closing bracket ']' is missing; a text with ',' or '[' needs quotation marks",
    ),
    ("undefined alias", "a text that starts with '*' needs quotation marks"),
    ("expected alphabetic or numeric character", "a text that starts with '*' or '&' needs quotation marks"),
    ("cannot start any token", "a text that starts with this character needs quotation marks"),
    ("but found another document", "one file holds one document; take out the line '---'"),
    (
        "expected <block end>",
        "check the indentation; a text that starts with '[' or a quotation mark needs quotation marks around all of it",
    ),
)


@attrs.frozen
class Place:
    """Where a node stands: 0-based line and columns, end exclusive, within its first line."""

    line: int
    column: int
    end: int


@attrs.frozen
class Stretch:
    """Characters ``start:end`` of a scalar's value; where they stand in the file is found out only for a message."""

    node: Node
    start: int
    end: int


Where = Place | Stretch | Node


@attrs.frozen
class SourceFile:
    """One YAML file: the name it is reported by, and its text."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Lines as YAML counts them."""
        return _BREAK.split(self.text)

    def place(self, where: Where) -> Place:
        """Where a node or stretch starts, and where it ends on that line."""
        if isinstance(where, Place):
            return where
        return self._inside(where) if isinstance(where, Stretch) else self._node(where)

    def _node(self, node: Node) -> Place:
        start, end = node.start_mark, node.end_mark
        line = self.line(start.line)
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Place(start.line, start.column, max(start.column + 1, stop))

    def _inside(self, stretch: Stretch) -> Place:
        node, start, end = stretch.node, stretch.start, stretch.end
        raw = self.text[node.start_mark.index : node.end_mark.index]
        offsets = _offsets(raw, node.value)
        if offsets is None:
            return self._node(node)
        before = _BREAK.split(raw[: offsets[start]])
        line = node.start_mark.line + len(before) - 1
        column = len(before[-1]) + (node.start_mark.column if len(before) == 1 else 0)
        length = offsets[max(start, end - 1)] + 1 - offsets[start]
        return Place(line, column, min(column + max(1, length), max(column + 1, len(self.line(line)))))

    def line(self, number: int) -> str:
        """A 0-based line, empty past the end."""
        return self.lines[number] if number < len(self.lines) else ""

    def problem(self, code: str, message: str, at: Where | None, help: str = "") -> Problem:
        """A problem at a place of this file, or with the file as a whole."""
        if at is None:
            return Problem(code, message, self.name, help=help)
        place = self.place(at)
        return Problem(
            code, message, self.name, place.line + 1, place.column + 1, place.end + 1, self.line(place.line), help
        )


def read_source(path: Traversable, name: str) -> SourceFile | Problem:
    """Read a file as UTF-8 text; a byte order mark is dropped.

    Args:
        path: a file.
        name: how it is called in messages.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Problem("S001", f"the file cannot be read: {reason}", name, help="check the path and its permissions")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("S002", "the file is UTF-16, not UTF-8", name, help="save it as UTF-8")
    if b"\0" in data:
        return Problem("S002", "the file is binary, not text", name, help="a pack is a YAML file in UTF-8")
    try:
        return SourceFile(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _undecodable(data, error, name)


def _undecodable(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    source = SourceFile(name, data.decode("utf-8", "replace"))
    before = _BREAK.split(data[: error.start].decode("utf-8", "replace"))
    place = Place(len(before) - 1, len(before[-1]), len(before[-1]) + 1)
    return source.problem("S002", f"byte 0x{data[error.start]:02x} is not UTF-8", place, "save the file as UTF-8")


def compose(source: SourceFile) -> Node | Problem:
    """The root node of a YAML text, or why there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root: Node | None = YAML(typ="base", pure=True).compose(source.text)
    except MarkedYAMLError as error:
        return _syntax(source, error)
    except ReaderError as error:
        return _unprintable(source, error)
    except (YAMLError, ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        return Problem("S004", f"no YAML: {reason}", source.name, help="a pack is a plain YAML file")
    if root is None:
        return Problem(
            "S003", "the file is empty", source.name, help="a pack starts with 'pack: <name>' and 'version: 1.0.0'"
        )
    return root


def compose_shipped(source: SourceFile) -> Node | Problem:
    """The root node of a file of the package: the same as :func:`compose` gives, read by libyaml where that is there.

    What libyaml refuses, and every file where it is missing, is read by :func:`compose`.
    """
    root = None
    if CBaseLoader is not None:
        with suppress(PyYAMLError):
            root = CBaseLoader(source.text).get_single_node()
    return compose(source) if root is None else _converted(root)


def _converted(node: Any) -> Node:
    """A node of PyYAML as one of ruamel."""
    start, end = node.start_mark, node.end_mark
    if node.id == "mapping":
        pairs = [(_converted(key), _converted(value)) for key, value in node.value]
        return MappingNode(node.tag, pairs, start, end, flow_style=node.flow_style)
    if node.id == "sequence":
        return SequenceNode(node.tag, list(map(_converted, node.value)), start, end, flow_style=node.flow_style)
    return ScalarNode(node.tag, node.value, start, end, style=node.style)


Composer = Callable[[SourceFile], Node | Problem]
"""Turns a file into its root node; one that keeps what it made reads a pack again in no time."""


def _syntax(source: SourceFile, error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and mark is not None and not source.line(mark.line).strip():
        mark = error.context_mark
    message = (error.problem or error.context or "not readable").strip()
    if error.context and error.context != message and "while" in error.context:
        message = f"{message} ({error.context.strip()})"
    hint = next(
        (cure for part, cure in _SYNTAX_HELP if part in message), "check indentation, colons and quotation marks"
    )
    place = None if mark is None else Place(mark.line, mark.column, mark.column + 1)
    return source.problem("S004", f"no YAML: {message}", place, hint)


def _unprintable(source: SourceFile, error: ReaderError) -> Problem:
    before = _BREAK.split(source.text[: error.position])
    place = Place(len(before) - 1, len(before[-1]), len(before[-1]) + 1)
    code = error.character if isinstance(error.character, int) else ord(error.character)
    return source.problem(
        "S002", f"character U+{code:04X} may not stand in YAML", place, "take it out, or save as UTF-8"
    )


def kind_of(node: Node) -> str:
    """What a node is, in a word for messages."""
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    return "a text" if node.value or is_quoted(node) else "nothing"


def is_quoted(node: Node) -> bool:
    """Whether a scalar stands in quotation marks or in a block."""
    return isinstance(node, ScalarNode) and bool(node.style)


def is_null(node: Node) -> bool:
    """Whether a scalar is YAML's null: nothing, ``~`` or ``null`` without quotation marks."""
    return isinstance(node, ScalarNode) and not is_quoted(node) and node.value in NULLS


def _offsets(raw: str, value: str) -> list[int] | None:
    """Where each character of a scalar's value stands in its raw text (quotes, escapes, line breaks)."""
    quote = raw[:1] if raw[:1] in ("'", '"') else ""
    at = len(quote)
    if raw[:1] in ("|", ">"):
        body = raw.partition("\n")[2]
        at = len(raw) - len(body.lstrip(" "))
    offsets: list[int] = []
    for char in value:
        if char in " \n" and at < len(raw) and raw[at] in " \t\r\n":
            offsets.append(at)
            end = len(raw) - len(raw[at:].lstrip(" \t\r\n"))
            at = end if "\n" in raw[at:end] else at + 1
            continue
        step = _step(raw, at, quote, char)
        if step is None:
            return None
        offsets.append(at)
        at += step
    return [*offsets, at]


def _step(raw: str, at: int, quote: str, char: str) -> int | None:
    """How many raw characters make up one character of the value, None where they do not agree."""
    if quote == '"' and raw.startswith("\\", at):
        escape = raw[at + 1 : at + 2]
        return 2 + {"x": 2, "u": 4, "U": 8}.get(escape, 0)
    if raw[at : at + 1] != char:
        return None
    return 2 if quote == "'" and char == "'" else 1
