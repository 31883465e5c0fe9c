"""Passages with gold for discourse: reading them, with every mistake in the file said.

A YAML file comes in (its keys are described in ``benchmarks/passages/README.md``), passages go out.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from cattrs import Converter
from ruamel.yaml import YAML

from stance.testing.passages import Item, Passage

LOOKED_AT = Path(__file__).parent / "passages" / "looked_at.yaml"
SCORED = Path(__file__).parent / "passages" / "scored.yaml"


@cache
def read_passages(path: Path = LOOKED_AT) -> tuple[Passage, ...]:
    """The passages of a file, which is read once.

    Raises:
        ValueError: words that do not occur exactly once, antecedents that are no acts, an id twice; all at once.
    """
    raw: list[dict[str, Any]] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    passages = tuple(_converter().structure(entry, Passage) for entry in raw)
    problems = [problem for passage in passages for problem in passage.problems()]
    ids = [p.id for p in passages]
    problems += [f"{i}: the id occurs twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    if problems:
        raise ValueError("\n".join(problems))
    return passages


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
