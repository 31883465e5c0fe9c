"""Writes examples into packs: a line below the others of a rule, and nothing else of the file is touched.

Flows in: a rule, as the reader has it with its file, and examples in the notation of packs; flows out: the changed text
of the file. Positions are those of the YAML nodes, so that comments, order and layout of the author stay.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stance.rules.errors import Problem
from stance.rules.nodes import SourceFile, compose, read_source

_STEP: Final = 2


class EditError(ValueError):
    """Examples cannot be written: the file cannot be read, or the rule does not stand in it."""


@attrs.frozen
class NewExample:
    """An example to be written.

    Attributes:
        notation: a sentence with its roles in brackets; plain where nothing is to be found.
        negative: whether the rule must find nothing.
        expect: fields of the commitment besides its spans.
    """

    notation: str
    negative: bool = False
    expect: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """As it stands in a list of a pack.

        >>> print(NewExample("Die SPD schweigt.", negative=True))
        none: "Die SPD schweigt."
        >>> print(NewExample("[Sie]{actor} [schweigt]{cue}.", expect=(("status", "negated"),)))
        {text: "[Sie]{actor} [schweigt]{cue}.", expect: {status: negated}}
        """
        text = json.dumps(self.notation, ensure_ascii=False)
        if self.negative:
            return f"none: {text}"
        if not self.expect:
            return text
        return f"{{text: {text}, expect: {{{', '.join(f'{name}: {value}' for name, value in self.expect)}}}}}"


def add_examples(text: str, rule: str, examples: Sequence[NewExample], name: str = "<text>") -> str:
    """The text of a YAML file with examples added to a rule.

    Args:
        text: the file.
        rule: id of the rule.
        examples: what is added, below the examples that are there.
        name: how messages call the file.

    Raises:
        EditError: the file is no pack, or has no such rule.

    >>> print(add_examples("rules:\\n  - id: a.b\\n    examples:\\n      - \\"x\\"\\n", "a.b", [NewExample("y", True)]))
    rules:
      - id: a.b
        examples:
          - "x"
          - none: "y"
    <BLANKLINE>
    """
    source = SourceFile(name, text)
    root = compose(source)
    if isinstance(root, Problem):
        raise EditError(str(root))
    node = _rule(root, rule)
    if node is None:
        raise EditError(f"{name}: there is no rule '{rule}'")
    found = _value(node, "examples")
    if isinstance(found, SequenceNode) and found.flow_style:
        return _into_flow(text, found, examples)
    if isinstance(found, SequenceNode) and found.value:
        return _below(text, found.value[-1], _indent_of(source, found), examples)
    keys = node.value
    return _new_list(text, source, keys[0][0], keys[-1][1], examples)


def write_examples(path: Path, rule: str, examples: Sequence[NewExample]) -> None:
    """Add examples to a rule of a file.

    Raises:
        EditError: the file cannot be read or written, is no pack, or has no such rule.
    """
    source = read_source(path, str(path))
    if isinstance(source, Problem):
        raise EditError(str(source))
    changed = add_examples(source.text, rule, examples, str(path))
    try:
        path.write_text(changed, encoding="utf-8")
    except OSError as error:
        raise EditError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


def _rule(root: Node, rule: str) -> MappingNode | None:
    rules = _value(root, "rules")
    for node in rules.value if isinstance(rules, SequenceNode) else ():
        name = _value(node, "id")
        if isinstance(node, MappingNode) and isinstance(name, ScalarNode) and name.value == rule:
            return node
    return None


def _value(node: Node, key: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if isinstance(name, ScalarNode) and name.value == key), None)


def _indent_of(source: SourceFile, items: SequenceNode) -> int:
    """The column of the dashes of a list."""
    first = items.value[0].start_mark
    return source.line(first.line).rfind("-", 0, first.column)


def _end(text: str, node: Node) -> int:
    """One past the last character of a node, without the line break and blank lines that follow it."""
    return len(text[: node.end_mark.index].rstrip())


def _below(text: str, last: Node, indent: int, examples: Sequence[NewExample]) -> str:
    end = text.find("\n", _end(text, last))
    end = len(text) if end < 0 else end
    return text[:end] + _lines(indent, examples) + text[end:]


def _into_flow(text: str, items: SequenceNode, examples: Sequence[NewExample]) -> str:
    """Add to a list in brackets; a negative example is a mapping there."""
    end = items.end_mark.index - 1
    written = [f"{{{each}}}" if each.negative else str(each) for each in examples]
    glue = ", " if items.value else ""
    return text[:end].rstrip() + glue + ", ".join(written) + text[end:]


def _new_list(text: str, source: SourceFile, first: Node, last: Node, examples: Sequence[NewExample]) -> str:
    """Add the key ``examples`` at the end of a rule."""
    indent = first.start_mark.column
    end = text.find("\n", _end(text, last))
    end = len(text) if end < 0 else end
    opened = f"\n{' ' * indent}examples:"
    return text[:end] + opened + _lines(indent + _STEP, examples) + text[end:]


def _lines(indent: int, examples: Sequence[NewExample]) -> str:
    return "".join(f"\n{' ' * indent}- {each}" for each in examples)
