"""Where the parts of a rule are written, so that a remark about one of them can point at it.

Flows in: the YAML nodes of a rule as the parser has them; flows out: :class:`Places`, from what is meant to
:class:`~stance.rules.values.Reference`. Positions are kept beside the value objects, which stay equal wherever they are
written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stance.rules.nodes import SourceFile
from stance.rules.values import Field, Reference

Key = tuple[str | int, ...]


@attrs.frozen
class Places:
    """The places of one pack.

    Keys begin with what is meant: ``("rule", id)``, ``("word", id, word)``, ``("frame", id, number)``, ``("condition",
    id, number or -1 for the rule's own, "requires" or "unless", name)``, ``("example", id, number)``, ``("list",
    name)``, ``("sense", cue, meaning)``. Numbers are 0-based.

    Attributes:
        known: the place of each part.
        repeated: words that a cue names more than once: rule, word, and the later place.
    """

    known: Mapping[Key, Reference] = attrs.field(factory=dict)
    repeated: tuple[tuple[str, str, Reference], ...] = ()

    def of(self, *keys: Key) -> Reference | None:
        """The place of the first of some parts that is known."""
        return next((self.known[key] for key in keys if key in self.known), None)


def rule_places(rule: str, fields: Mapping[str, Field], source: SourceFile) -> Iterator[tuple[Key, Reference]]:
    """The places of the parts of a rule; a cue's word that is repeated comes once each time.

    Args:
        rule: its id.
        fields: its keys with their values.
        source: the file it stands in.
    """

    def at(key: Key, node: Node, name: str = "") -> tuple[Key, Reference]:
        return key, Reference(name, source, source.place(node))

    yield at(("rule", rule), fields["id"].value if "id" in fields else fields["cue"].key, rule)
    for node in _values(fields, "cue"):
        for word in _scalars(node):
            yield at(("word", rule, word.value.strip()), word, word.value.strip())
    yield from (at(key, node) for key, node in _conditions(rule, -1, fields))
    for number, frame in enumerate(_items(fields, "frames")):
        yield at(("frame", rule, number), frame)
        inner = {key.value: Field(key, value) for key, value in frame.value} if isinstance(frame, MappingNode) else {}
        yield from (at(key, node) for key, node in _conditions(rule, number, inner))
    for number, example in enumerate(_items(fields, "examples")):
        yield at(("example", rule, number), example)


def _values(fields: Mapping[str, Field], name: str) -> Iterator[Node]:
    """The values of a mapping below a key, the copula of a cue left out."""
    node = fields[name].value if name in fields else None
    if isinstance(node, MappingNode):
        yield from (value for key, value in node.value if key.value != "copula")


def _scalars(node: Node) -> Iterator[ScalarNode]:
    for item in node.value if isinstance(node, SequenceNode) else [node]:
        if isinstance(item, ScalarNode):
            yield item


def _items(fields: Mapping[str, Field], name: str) -> list[Node]:
    node = fields[name].value if name in fields else None
    return list(node.value) if isinstance(node, SequenceNode) else []


def _conditions(rule: str, frame: int, fields: Mapping[str, Field]) -> Iterator[tuple[Key, Node]]:
    for kind in ("requires", "unless"):
        node = fields[kind].value if kind in fields else None
        if isinstance(node, MappingNode):
            yield from ((("condition", rule, frame, kind, key.value), key) for key, _ in node.value)
