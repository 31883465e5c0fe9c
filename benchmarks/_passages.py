"""Passages with gold for discourse: reading them, with every mistake in the file said.

A YAML file comes in (its keys are described in ``benchmarks/passages/README.md``), passages go out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
from cattrs import Converter
from ruamel.yaml import YAML

from stance.entities.reader import DEFAULT, load_catalogue

LOOKED_AT = Path(__file__).parent / "passages" / "looked_at.yaml"
SCORED = Path(__file__).parent / "passages" / "scored.yaml"


@attrs.frozen
class Item:
    """An act, or a sentence that goes on.

    Attributes:
        at: words of the text where it is.
        actor: the names that are right; None among them where no name is.
        sources: who reports it, outermost first.
        antecedent: ``at`` of the act it points back to.
    """

    at: str
    actor: tuple[str | None, ...]
    sources: tuple[str, ...] = ()
    antecedent: str | None = None

    def is_actor(self, name: str | None) -> bool:
        """Whether a name is right: one of the gold's, or what the catalogue calls one of them."""
        return canonical(name) in {canonical(own) for own in self.actor}

    def is_chain(self, names: tuple[str | None, ...]) -> bool:
        """Whether names are the sources, in order."""
        return tuple(map(canonical, names)) == tuple(map(canonical, self.sources))


@attrs.frozen
class Passage:
    """A text with its gold."""

    id: int
    about: str
    text: str
    acts: tuple[Item, ...] = ()
    goes_on: tuple[Item, ...] = ()
    narrator: tuple[str, ...] = ()
    trap: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Acts and sentences that go on."""
        return (*self.acts, *self.goes_on)

    def where(self, at: str) -> tuple[int, int]:
        """Character offsets of words of the text."""
        start = self.text.index(at)
        return start, start + len(at)


def canonical(name: str | None) -> str | None:
    """What the catalogue calls somebody ("Moskau": "Russische Regierung"); the name itself where it has none.

    Names lead through the catalogue to one canonical name (GUIDELINES, fields of a commitment), so that a metonym or an
    alias in the gold and the canonical name are the same actor.
    """
    if name is None:
        return None
    catalogue = load_catalogue([DEFAULT])
    entry = catalogue.named(name) or catalogue.metonym(name)
    return name if entry is None else entry.name


def read_passages(path: Path = LOOKED_AT) -> tuple[Passage, ...]:
    """The passages of a file.

    Raises:
        ValueError: words that do not occur exactly once, antecedents that are no acts, an id twice; all at once.
    """
    raw: list[dict[str, Any]] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    passages = tuple(_converter().structure(entry, Passage) for entry in raw)
    problems = [problem for passage in passages for problem in _problems(passage)]
    ids = [p.id for p in passages]
    problems += [f"{i}: the id occurs twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    if problems:
        raise ValueError("\n".join(problems))
    return passages


def _problems(passage: Passage) -> list[str]:
    places = [*(item.at for item in passage.items), *passage.narrator]
    found = [
        f"{passage.id}: {at!r} occurs {passage.text.count(at)} times" for at in places if passage.text.count(at) != 1
    ]
    acts = {item.at for item in passage.acts}
    wanted = [item.antecedent for item in passage.items if item.antecedent is not None]
    return found + [f"{passage.id}: antecedent {at!r} is no act" for at in wanted if at not in acts]


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Item, _item)
    return converter


def _item(value: dict[str, Any], _: type[Item]) -> Item:
    names = value["actor"]
    return Item(
        value["at"],
        tuple(names) if isinstance(names, list) else (names,),
        tuple(value.get("sources", ())),
        value.get("antecedent"),
    )
