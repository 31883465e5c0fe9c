"""Measures how well the ledger recognises the same content in other words.

Pairs of contents with gold come in (``benchmarks/passages/contents.yaml``); precision, recall and F of pairs about the
same, and of those to the contrary effect among them, go out, apart for the half that is looked at and the half that is
only scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
from ruamel.yaml import YAML

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._scores import SCORE_HEADER, Score, score_row, table
from stance.ledger import ContentKey, Matching

PAIRS = Path(__file__).parent / "passages" / "contents.yaml"
KINDS = ("same", "contrary", "other")


@attrs.frozen
class ContentPair:
    """Two contents and how they stand to each other: one of KINDS."""

    kind: str = attrs.field(validator=attrs.validators.in_(KINDS))
    one: str
    other: str

    def found(self, matching: Matching) -> str:
        """How the ledger takes them."""
        one, other = ContentKey.of(self.one), ContentKey.of(self.other)
        if not matching.same(one, other):
            return "other"
        return "same" if one.reversed == other.reversed else "contrary"


def read_pairs(path: Path = PAIRS) -> tuple[ContentPair, ...]:
    """The pairs of a file, in its order."""
    return tuple(ContentPair(*entry) for entry in YAML(typ="safe").load(path.read_text(encoding="utf-8")))


def scores(pairs: Sequence[ContentPair], matching: Matching) -> Iterator[tuple[str, Score]]:
    """Counts of pairs about the same, whatever the effect, and of each effect."""
    found = [(pair.kind, pair.found(matching)) for pair in pairs]
    related = [(gold != "other", guess != "other") for gold, guess in found]
    yield (
        "same or contrary",
        Score(sum(g and f for g, f in related), sum(f for _, f in related), sum(g for g, _ in related)),
    )
    for kind in ("same", "contrary"):
        counts = [(gold == kind, guess == kind) for gold, guess in found]
        yield kind, Score(sum(g and f for g, f in counts), sum(f for _, f in counts), sum(g for g, _ in counts))


def report(pairs: Sequence[ContentPair], matching: Matching) -> str:
    """The figures of both halves."""
    halves = (("looked at", pairs[::2]), ("only scored", pairs[1::2]))
    parts = []
    for name, half in halves:
        rows = [score_row(kind, score) for kind, score in scores(half, matching)]
        parts.append(f"{name} ({len(half)} pairs)\n{table(SCORE_HEADER, rows)}\n")
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures; with ``--errors`` the pairs of the half that is looked at that are taken wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS, help="file with gold")
    parser.add_argument("--threshold", type=float, default=Matching().threshold)
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the half that is looked at")
    options = parser.parse_args(arguments)
    pairs, matching = read_pairs(options.pairs), Matching(options.threshold)
    print(report(pairs, matching))
    for pair in pairs[::2] if options.errors else ():
        if pair.found(matching) != pair.kind:
            print(f"{pair.kind} taken for {pair.found(matching)}: {pair.one} / {pair.other}")


if __name__ == "__main__":
    main()
