"""Measures extraction on the seed articles against their gold commitments.

Texts and their ``*.gold.jsonl`` come in (``stance/1``, one line a text, named by its id); F of type and cue, strict F,
and the misses and extras of each document go out. Commitments are aligned one to one so that the most agree.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._alignment import assign
from benchmarks._scores import SCORE_HEADER, Score, score_row, table
from stance.model import Commitment, Mention
from stance.serialise import from_json

_ACTOR_OVERLAP = 0.5
_CONTENT_OVERLAP = 0.8


def overlap(one: Mention | None, other: Mention | None) -> float:
    """Characters that two mentions share, as a share of those that either covers; 1 where both are absent."""
    if one is None or other is None:
        return float(one is other)
    common = one.spans.overlap(other.spans)
    return common / (len(one.spans) + len(other.spans) - common)


def same_act(gold: Commitment, found: Commitment) -> bool:
    """Whether type and cue agree: the cues share a character; without cues on both sides the contents do."""
    if gold.type is not found.type or (gold.cue is None) != (found.cue is None):
        return False
    if gold.cue is None:
        return gold.content is not None and overlap(gold.content, found.content) > 0
    return overlap(gold.cue, found.cue) > 0


def same_commitment(gold: Commitment, found: Commitment) -> bool:
    """Whether type, polarity and status are equal, the actors overlap by half, and the contents by four fifths."""
    return (
        (gold.type, gold.polarity, gold.status) == (found.type, found.polarity, found.status)
        and overlap(gold.actor, found.actor) >= _ACTOR_OVERLAP
        and overlap(gold.content, found.content) >= _CONTENT_OVERLAP
    )


Agreement = Callable[[Commitment, Commitment], bool]


@attrs.frozen
class Measured:
    """One document: its gold commitments and what was found."""

    name: str
    gold: tuple[Commitment, ...]
    found: tuple[Commitment, ...]

    def aligned(self, agree: Agreement) -> dict[int, int]:
        """Index of the found commitment for each gold commitment that has one; shared cue and content decide ties."""
        return assign([[self._weight(agree, one, other) for other in self.found] for one in self.gold])

    def _weight(self, agree: Agreement, gold: Commitment, found: Commitment) -> float:
        if not agree(gold, found):
            return 0.0
        return 1 + 0.01 * overlap(gold.cue, found.cue) + 0.001 * overlap(gold.content, found.content)

    def score(self, agree: Agreement) -> Score:
        """Counts for one notion of agreement."""
        return Score(len(self.aligned(agree)), len(self.found), len(self.gold))


def measure(folder: Path) -> Iterator[Measured]:
    """Extract the commitments of all texts of a folder that have a gold file beside them.

    Args:
        folder: holds ``NAME.txt`` and ``NAME.gold.jsonl``.
    """
    nlp = stance.load()
    for path in sorted(folder.glob("*.gold.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            gold = from_json(line)
            text = (folder / f"{gold.id}.txt").read_bytes().decode("utf-8")
            yield Measured(gold.id, gold.commitments, tuple(nlp(text)._.commitments))


def report(documents: Sequence[Measured]) -> str:
    """Scores of each document and of all together."""
    rows = []
    for name, agree in (("type and cue", same_act), ("strict", same_commitment)):
        scores = [document.score(agree) for document in documents]
        rows += [
            score_row(f"{name}: {document.name}", score) for document, score in zip(documents, scores, strict=True)
        ]
        rows.append(score_row(f"{name}: all", sum(scores, Score())))
    return table(SCORE_HEADER, rows)


def differences(document: Measured) -> Iterator[str]:
    """One paragraph for each miss, each extra, and each aligned pair that is not strictly equal."""
    aligned = document.aligned(same_act)
    strict = set(document.aligned(same_commitment).items())
    used = set(aligned.values())
    for index, gold in enumerate(document.gold):
        if index not in aligned:
            yield f"missed   {describe(gold)}"
        elif (index, aligned[index]) not in strict:
            yield f"differs  {describe(gold)}\n   found {describe(document.found[aligned[index]])}"
    for index, found in enumerate(document.found):
        if index not in used:
            yield f"extra    {describe(found)}"


def describe(commitment: Commitment) -> str:
    """A commitment in one line."""

    def words(mention: Mention | None) -> str:
        return "–" if mention is None else mention.text.replace("\n", " ")

    head = f"{commitment.type} {commitment.polarity} {commitment.status} {commitment.form}"
    mentions = f"actor=[{words(commitment.actor)}] cue=[{words(commitment.cue)}] content=[{words(commitment.content)}]"
    return f"{head} {mentions} ← {commitment.rule}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.seeds", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("seeds"), help="texts and gold files")
    parser.add_argument("--brief", action="store_true", help="figures only, without misses and extras")
    options = parser.parse_args(arguments)
    documents = list(measure(options.folder))
    if not documents:
        print(f"{options.folder}: no gold files, nothing measured", file=sys.stderr)
        return 0
    if not options.brief:
        for document in documents:
            print(f"{document.name}\n" + "\n".join(differences(document)) + "\n")
    print(report(documents))
    return 0


if __name__ == "__main__":
    sys.exit(main())
