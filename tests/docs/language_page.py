"""Writes the tables of docs/rule-language.md from its classes: ``python -m tests.docs.language_page``.

A table stands between ``<!-- NAME -->`` and ``<!-- end -->``; the prose around it is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from stance.model import CommitmentType, Form, Modality, Mood, Polarity, Status, Strength
from stance.rules import parse
from stance.rules.schema import Conditions, CueKind, Frame, Invariance, Outcome, Pack, Rule, Sense
from stance.rules.slots import SLOTS, written
from stance.schema.docstrings import attributes

PAGE = Path(__file__).parents[2] / "docs" / "rule-language.md"
_BLOCK: Final = re.compile(r"<!-- (\w+) -->\n(.*?)<!-- end -->\n", re.DOTALL)


def _keys(cls: type, names: Iterable[str]) -> str:
    told = attributes(cls)
    rows = [f"| `{name}` | {_cell(told[name.removesuffix('?')])} |" for name in map(str, names)]
    return _table(("key", "meaning"), rows)


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("*", r"\*")


def _table(head: tuple[str, ...], rows: Iterable[str]) -> str:
    return "\n".join([f"| {' | '.join(head)} |", "|" + "---|" * len(head), *rows]) + "\n"


def _slots() -> str:
    kinds = list(CueKind)
    rows = []
    for slot in written(frozenset(SLOTS[CueKind.TOKENS])):
        has = ["yes" if slot in written(SLOTS[kind]) else "" for kind in kinds]
        rows.append(f"| `{slot}` | {' | '.join(has)} |")
    return _table(("slot", *kinds), rows)


def _values() -> str:
    named: dict[str, Iterable[str]] = {
        "type, force": CommitmentType,
        "strength": Strength,
        "polarity": (*Polarity, "judgement (of a rule)"),
        "status": Status,
        "form": Form,
        "invariant_to": Invariance,
        "voice": parse.VOICES,
        "tense": parse.TENSES,
        "mood": Mood,
        "infinitive": parse.INFINITIVES,
        "actor, addressee (as conditions)": parse.HOLDERS,
        "modality (in expect)": Modality,
    }
    return _table(
        ("key", "values"), [f"| {key} | {' '.join(f'`{v}`' for v in found)} |" for key, found in named.items()]
    )


TABLES: Final[dict[str, Callable[[], str]]] = {
    "pack": lambda: _keys(Pack, ("name", "version", "extends", "off", "lists", "rules", "senses")).replace(
        "| `name` |", "| `pack` |"
    ),
    "rule": lambda: _keys(Rule, parse.RULE_KEYS),
    "frame": lambda: _keys(Frame, [key for key in parse.FRAME_KEYS if not str(key).endswith("?")]),
    "slots": _slots,
    "conditions": lambda: _keys(Conditions, parse.CONDITION_KEYS),
    "outcome": lambda: _keys(Outcome, parse.OUTCOME_KEYS),
    "sense": lambda: _keys(Sense, parse.SENSE_KEYS),
    "values": _values,
    "expect": lambda: ", ".join(f"`{key}`" for key in parse.EXPECTED) + "\n",
}


def generated(text: str) -> str:
    """A page with its tables written anew."""
    return _BLOCK.sub(lambda found: f"<!-- {found[1]} -->\n{TABLES[found[1]]()}<!-- end -->\n", text)


def tables(text: str) -> list[str]:
    """The names of the tables in a page."""
    return [found[1] for found in _BLOCK.finditer(text)]


if __name__ == "__main__":
    PAGE.write_text(generated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
