"""Readers of the corpora for the entity recogniser: GermEval 2014 and two sessions of the Bundestag.

Files in columns flow in; sentences of words with labels in the IOB scheme (PER, ORG, LOC, MISC) flow out, split into a
part to train on and a part that is held out. Adjectives derived of names (``LOCderiv``) and names that are only part of
a word (``ORGpart``) are no entities here; OTH is called MISC.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

GERMEVAL: Final = ("dev.txt", "test.txt")
BUNDESTAG: Final = ("Gold-01143.conll", "Gold-09036.conll")
HELD_OUT: Final = 8
"""One block of sentences in so many is held out."""
BLOCK: Final = 50
"""Sentences of a block: neighbours in a file, which may come from one text."""


@attrs.frozen
class Labelled:
    """A sentence with entities.

    Attributes:
        words: the forms, one per token.
        labels: IOB labels, one per token ("B-PER", "I-PER", "O").
    """

    words: tuple[str, ...]
    labels: tuple[str, ...]


@attrs.frozen
class Parts:
    """A corpus, cut in two.

    Attributes:
        train: sentences to train on.
        held_out: sentences that the recogniser never sees.
    """

    train: tuple[Labelled, ...]
    held_out: tuple[Labelled, ...]


def read_columns(path: Path, word: int, label: int) -> list[Labelled]:
    """Read a file with one token a line and an empty line behind each sentence.

    Args:
        path: the file; columns are parted by white space.
        word: column of the form.
        label: column of the label.
    """
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        pairs = [(row[word], _label(row[label])) for row in rows if len(row) > max(word, label)]
        if pairs:
            words, labels = zip(*pairs, strict=True)
            sentences.append(Labelled(words, tuple(_opened(labels))))
    return sentences


def _label(label: str) -> str:
    if label.endswith(("deriv", "part")) or label[:2] not in ("B-", "I-"):
        return "O"
    return label.replace("OTH", "MISC")


def _opened(labels: tuple[str, ...]) -> Iterator[str]:
    """The labels with a ``B-`` at the start of every entity, as the scheme wants it."""
    before = "O"
    for label in labels:
        continues = label.startswith("I-") and before[2:] == label[2:]
        yield "B-" + label[2:] if label.startswith("I-") and not continues else label
        before = label


def split(sentences: list[Labelled]) -> Parts:
    """Every eighth block of fifty neighbouring sentences is held out."""
    held = [(i // BLOCK) % HELD_OUT == HELD_OUT - 1 for i in range(len(sentences))]
    return Parts(
        tuple(s for s, h in zip(sentences, held, strict=True) if not h),
        tuple(s for s, h in zip(sentences, held, strict=True) if h),
    )


def read_germeval(corpora: Path) -> Parts:
    """GermEval 2014, development and test file, cut in two."""
    folder = corpora / "ner" / "germeval14"
    return split([s for name in GERMEVAL for s in read_columns(folder / name, 0, 3)])


def read_bundestag(corpora: Path) -> Parts:
    """Two sessions of the Bundestag, cut in two."""
    folder = corpora / "ner" / "bundestag"
    return split([s for name in BUNDESTAG for s in read_columns(folder / name, 1, 4)])
