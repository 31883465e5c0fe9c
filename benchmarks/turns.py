"""Measures how well the ledger finds changes of position, and leaves alone what cannot be compared.

Pairs of sayings of one actor on two days come in with gold (``benchmarks/passages/turns.yaml``); each goes through the
extraction and a ledger. Precision, recall and F of changes and of alike positions go out, apart for the half that is
looked at and the half that is only scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import attrs
from ruamel.yaml import YAML

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._scores import SCORE_HEADER, Score, score_row, table
from stance.ledger import Ledger, Statement
from stance.pipeline import extract

PAIRS = Path(__file__).parent / "passages" / "turns.yaml"
KINDS = ("contrary", "alike", "none")
DAYS = {"one": date(2025, 3, 3), "other": date(2025, 5, 12)}


@attrs.frozen
class TurnPair:
    """Two sayings of one actor and how the second stands to the first: one of KINDS."""

    kind: str = attrs.field(validator=attrs.validators.in_(KINDS))
    one: str
    other: str

    def found(self) -> str:
        """How the ledger takes them."""
        results = (extract(self.one, id="one"), extract(self.other, id="other"))
        ledger = Ledger.of(results, DAYS)
        if ledger.changes():
            return "contrary"
        return "alike" if ledger.repetitions() else "none"

    def statements(self) -> tuple[Statement, ...]:
        """What the ledger holds of them."""
        return Ledger.of((extract(self.one, id="one"), extract(self.other, id="other")), DAYS).statements


def read_pairs(path: Path = PAIRS) -> tuple[TurnPair, ...]:
    """The pairs of a file, in its order."""
    return tuple(TurnPair(*entry) for entry in YAML(typ="safe").load(path.read_text(encoding="utf-8")))


def scores(gold: list[str], found: list[str]) -> list[tuple[str, Score]]:
    """Counts of changes and of alike positions."""
    right = [g for g, f in zip(gold, found, strict=True) if g == f]
    return [(kind, Score(right.count(kind), found.count(kind), gold.count(kind))) for kind in KINDS[:2]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures; with ``--errors`` the pairs of the half that is looked at that are taken wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS, help="file with gold")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the half that is looked at")
    options = parser.parse_args(arguments)
    pairs = read_pairs(options.pairs)
    found = [pair.found() for pair in pairs]
    for name, start in (("looked at", 0), ("only scored", 1)):
        gold = [pair.kind for pair in pairs[start::2]]
        rows = [score_row(kind, score) for kind, score in scores(gold, found[start::2])]
        print(f"{name} ({len(gold)} pairs)\n{table(SCORE_HEADER, rows)}\n")
    for pair, guess in list(zip(pairs, found, strict=True))[::2] if options.errors else ():
        if guess != pair.kind:
            print(f"{pair.kind} taken for {guess}: {pair.one} / {pair.other}")
            for s in pair.statements():
                print(f"    {s.name} {s.type.value} {s.position} {s.claim} {s.content}")


if __name__ == "__main__":
    main()
