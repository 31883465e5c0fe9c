"""Measures whether the time per token stays the same as documents grow.

The passages of ``benchmarks/passages`` are put one after the other, again and again, until a document has the wanted
number of sentences; CPU time of the component ``stance`` (clauses, rules, discourse) per token comes out. The document
is given in one piece, not in chunks as ``stance extract`` does.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import attrs
from spacy.language import Language
from spacy.tokens import Doc

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._passages import read_passages
from benchmarks._scores import table

_SIZES = (200, 1000, 5000)


@attrs.frozen
class Growth:
    """The time of one document.

    Attributes:
        sentences, tokens: its size.
        seconds: CPU time of the component.
    """

    sentences: int
    tokens: int
    seconds: float

    @property
    def per_token(self) -> float:
        """Microseconds per token."""
        return self.seconds / self.tokens * 1e6


def document(nlp: Language, sentences: int) -> Doc:
    """A tagged document of at least so many sentences.

    Args:
        nlp: the pipeline.
        sentences: how many it shall have at least.
    """
    parts: list[Doc] = []
    count = 0
    for passage in cycle(read_passages()):
        doc = nlp.make_doc(f"{passage.text}\n")
        for name, component in nlp.pipeline:
            doc = doc if name == "stance" else component(doc)
        parts.append(doc)
        count += len(list(doc.sents))
        if count >= sentences:
            break
    return Doc.from_docs(parts)


def measure(sizes: Sequence[int]) -> Iterator[Growth]:
    """The times of documents of so many sentences."""
    nlp = stance.load()
    component = nlp.get_pipe("stance")
    component(document(nlp, 1))
    for size in sizes:
        doc = document(nlp, size)
        start = time.process_time()
        component(doc)
        yield Growth(len(list(doc.sents)), len(doc), time.process_time() - start)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print microseconds per token for documents of growing size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=_SIZES, help="numbers of sentences")
    found = measure(parser.parse_args(arguments).sizes)
    rows = [(f"{g.sentences} sentences", str(g.tokens), f"{g.per_token:.0f}") for g in found]
    print(table(("", "tokens", "µs/token"), rows))


if __name__ == "__main__":
    main()
