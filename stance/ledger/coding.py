"""Reading concepts: a YAML file comes in, concepts go out, or all mistakes in it with file, line, column and cure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs
from ruamel.yaml.nodes import Node

from stance.ledger.concepts import Concept
from stance.ledger.contents import ContentKey
from stance.rules.errors import Problem, RuleError
from stance.rules.nodes import compose, read_source
from stance.rules.values import Field, NodeReader

CODES: Final = {
    "N001": "duplicate id",
    "N002": "a phrase has no word that tells what it is about",
    "N003": "a phrase is pro and contra",
}
"""What concepts can have wrong besides what every YAML file can (see :data:`stance.rules.errors.CODES`)."""
KEYS: Final = tuple(a.name for a in attrs.fields(Concept))
_SHAPE: Final = "write 'concepts:' and below it '- {id: arms, pro: [Waffen liefern], contra: [Waffenstillstand]}'"


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """The concepts of a YAML file.

    Args:
        path: a file with the key ``concepts``: a list of ``{id, label, pro, contra, unless}``; what may be missing is
            ``label``, ``unless``, and one of ``pro`` and ``contra``.

    Raises:
        RuleError: what is wrong in it, all at once.
    """
    reader = _ConceptReader()
    found = reader.read(path)
    if reader.problems:
        raise RuleError(sorted(reader.problems, key=lambda p: (p.line, p.column, p.code)))
    return found


class _ConceptReader(NodeReader):
    """Reads one file."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: set[str] = set()

    def read(self, path: Path) -> tuple[Concept, ...]:
        source = read_source(path, str(path))
        if isinstance(source, Problem):
            self.problems.append(source)
            return ()
        self._source = source
        root = compose(source)
        if isinstance(root, Problem):
            self.problems.append(attrs.evolve(root, help=_SHAPE) if root.code == "S003" else root)
            return ()
        fields = self._mapping(root, "a file of concepts", ("concepts",))
        if fields is None:
            return ()
        if "concepts" not in fields:
            self._say("S008", "a file of concepts has no 'concepts'", root, _SHAPE)
            return ()
        return tuple(map(self._concept, self._items(fields["concepts"].value, "'concepts'")))

    def _concept(self, node: Node) -> Concept:
        fields = self._mapping(node, "a concept", KEYS)
        if fields is None:
            return Concept("", "")
        id = self._id(node, fields)
        label = self._text(fields["label"].value, "'label'") if "label" in fields else None
        if "pro" not in fields and "contra" not in fields:
            self._say("S008", "a concept has neither 'pro' nor 'contra'", node, "name phrases under one of them")
        phrases = [self._phrases(fields, side) for side in ("pro", "contra", "unless")]
        self._contrary(*phrases[:2])
        return Concept(id, label or id, *(tuple(item.value for item in items) for items in phrases))

    def _contrary(self, pro: Sequence[Node], contra: Sequence[Node]) -> None:
        """Report what stands on both sides."""
        taken = {_meant(item) for item in pro}
        for item in contra:
            if _meant(item) in taken:
                self._say("N003", f"'{item.value}' stands under 'pro', too", item, "take one of them out")

    def _id(self, node: Node, fields: dict[str, Field]) -> str:
        if "id" not in fields:
            self._say("S008", "a concept has no 'id'", node, "give it one: 'id: arms'")
            return ""
        id = self._text(fields["id"].value, "'id'") or ""
        if id in self._ids:
            self._say("N001", f"the id '{id}' is there twice", fields["id"].value, "give each concept its own")
        self._ids |= {id} - {""}
        return id

    def _phrases(self, fields: dict[str, Field], side: str) -> list[Node]:
        found = self._one_or_more(fields[side].value, f"'{side}'") if side in fields else []
        for item in found:
            if not ContentKey.of(item.value).stems:
                cure = "name a noun or a verb"
                self._say("N002", f"'{item.value}' has no word that tells what it is about", item, cure)
        return found


def _meant(phrase: Node) -> tuple[frozenset[str], bool]:
    key = ContentKey.of(phrase.value)
    return key.stems, key.reversed
