"""GraphML: nodes and edges with attributes become a file that Gephi, visone, igraph, networkx and R read.

A graph comes in, GraphML 1.0 goes out (Brandes et al. 2002); nodes and edges keep their order, so that the same graph
gives the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TextIO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

import attrs

Value = str | int | float
_TYPES: Final[Mapping[type, str]] = {str: "string", int: "long", float: "double"}


@attrs.frozen
class Node:
    """A node: its identifier, and attributes by name."""

    id: str
    attributes: Mapping[str, Value] = attrs.field(factory=dict)


@attrs.frozen
class Edge:
    """An edge between two nodes, given by their identifiers, with attributes by name."""

    source: str
    target: str
    attributes: Mapping[str, Value] = attrs.field(factory=dict)


@attrs.frozen
class Graph:
    """An undirected graph. Attributes of one name are of one type."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def write_graphml(graph: Graph, stream: TextIO) -> None:
    """Write a graph.

    Args:
        graph: its nodes and edges.
        stream: where to write.

    >>> import sys
    >>> write_graphml(Graph((Node("voss", {"name": "Karla Voss"}),), ()), sys.stdout)
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="node.name" for="node" attr.name="name" attr.type="string" />
      <graph edgedefault="undirected">
        <node id="voss">
          <data key="node.name">Karla Voss</data>
        </node>
      </graph>
    </graphml>
    """
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    _declare(root, "node", (node.attributes for node in graph.nodes))
    _declare(root, "edge", (edge.attributes for edge in graph.edges))
    inside = SubElement(root, "graph", edgedefault="undirected")
    for node in graph.nodes:
        _attribute(SubElement(inside, "node", id=node.id), "node", node.attributes)
    for edge in graph.edges:
        _attribute(SubElement(inside, "edge", source=edge.source, target=edge.target), "edge", edge.attributes)
    indent(root)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    ElementTree(root).write(stream, encoding="unicode")
    stream.write("\n")


def _declare(root: Element, kind: str, found: Iterable[Mapping[str, Value]]) -> None:
    types = {name: _TYPES[type(value)] for attributes in found for name, value in attributes.items()}
    for name, type_name in types.items():
        declared = {"id": f"{kind}.{name}", "for": kind, "attr.name": name, "attr.type": type_name}
        SubElement(root, "key", declared)


def _attribute(element: Element, kind: str, attributes: Mapping[str, Value]) -> None:
    for name, value in attributes.items():
        SubElement(element, "data", key=f"{kind}.{name}").text = str(value)
