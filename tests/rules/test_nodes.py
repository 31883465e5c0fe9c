"""Files of the package are read by libyaml, others by ruamel: both have to give the same nodes at the same places."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

import pytest
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stance.entities.reader import shipped as shipped_catalogue
from stance.rules import nodes
from stance.rules.nodes import SourceFile, compose, compose_shipped, read_source
from stance.rules.reader import shipped

FILES = sorted(
    (item for folder in (*shipped().values(), shipped_catalogue()) for item in folder.iterdir() if item.is_file()),
    key=str,
)


def _flat(node: Node) -> Iterator[tuple[object, ...]]:
    """Kind, value and place of a node and of all below it."""
    marks = [(mark.index, mark.line, mark.column) for mark in (node.start_mark, node.end_mark)]
    if isinstance(node, ScalarNode):
        yield "scalar", node.value, bool(node.style), *marks
    elif isinstance(node, SequenceNode):
        yield "sequence", len(node.value), *marks
        for item in node.value:
            yield from _flat(item)
    elif isinstance(node, MappingNode):
        yield "mapping", len(node.value), *marks
        for pair in node.value:
            for part in pair:
                yield from _flat(part)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_readers_give_the_same_nodes_at_the_same_places(path: Traversable) -> None:
    pytest.importorskip("yaml")
    source = read_source(path, path.name)
    assert isinstance(source, SourceFile)
    assert list(_flat(compose_shipped(source))) == list(_flat(compose(source)))


def test_what_libyaml_refuses_is_read_and_explained_by_ruamel() -> None:
    broken = SourceFile("broken.yaml", "rules:\n  - {id: x\n")
    assert compose_shipped(broken) == compose(broken)


def test_files_of_the_package_are_read_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "CBaseLoader", None)
    source = read_source(FILES[0], FILES[0].name)
    assert isinstance(source, SourceFile)
    assert list(_flat(compose_shipped(source))) == list(_flat(compose(source)))
