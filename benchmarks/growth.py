"""Measures whether the time per token stays the same as documents grow.

The passages of ``benchmarks/passages`` are put one after the other, again and again, until a document has the wanted
number of sentences; CPU time of the component ``stance`` (clauses, rules, discourse) per token comes out. The document
is given in one piece, not in chunks as ``stance extract`` does. With ``--lines`` all passages are read once and twice,
and the functions come out that run more lines of Python per token the second time: these look for something in all of
a document.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import attrs
from spacy.language import Language
from spacy.tokens import Doc

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._passages import read_passages
from benchmarks._scores import table

_SIZES = (200, 1000, 5000)
_SHOWN = 20


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


@attrs.frozen
class Work:
    """What the component did for one document.

    Attributes:
        tokens: size of the document.
        lines: how many lines of Python each function ran, by file, line and name; a loop counts each time round.
    """

    tokens: int
    lines: Mapping[str, int]

    @property
    def per_token(self) -> float:
        """Lines per token."""
        return sum(self.lines.values()) / self.tokens

    def more_than(self, other: Work) -> dict[str, float]:
        """How many lines per token more than for another document each function ran, the most first."""
        more = {
            name: count / self.tokens - other.lines.get(name, 0) / other.tokens for name, count in self.lines.items()
        }
        return dict(sorted(more.items(), key=lambda item: -item[1]))


def document(nlp: Language, sentences: int) -> Doc:
    """A tagged document of at least so many sentences.

    Args:
        nlp: the pipeline.
        sentences: how many it shall have at least.
    """
    parts: list[Doc] = []
    count = 0
    for passage in cycle(read_passages()):
        doc = tagged(nlp, f"{passage.text}\n")
        parts.append(doc)
        count += len(list(doc.sents))
        if count >= sentences:
            break
    return Doc.from_docs(parts)


def tagged(nlp: Language, text: str) -> Doc:
    """A text as the component ``stance`` gets it."""
    with nlp.select_pipes(disable="stance"):
        return nlp(text)


def work(component: Callable[[Doc], Doc], doc: Doc) -> Work:
    """Count the lines that a component runs for a document. What it keeps for the next one must be kept already.

    Args:
        component: what is called.
        doc: a tagged document.
    """
    found: Counter[CodeType] = Counter()

    def count(frame: FrameType, event: str, argument: object) -> Any:
        found[frame.f_code] += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        component(doc)
    finally:
        sys.settrace(before)
    lines: Counter[str] = Counter()
    for code, times in found.items():
        lines[
            "{}:{} {}".format("/".join(Path(code.co_filename).parts[-2:]), code.co_firstlineno, code.co_qualname)
        ] += times
    return Work(len(doc), lines)


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


def once_and_twice() -> tuple[Work, Work]:
    """The work for all passages, and for all of them two times."""
    nlp = stance.load()
    component = nlp.get_pipe("stance")
    parts = [tagged(nlp, f"{passage.text}\n") for passage in read_passages()]
    component(Doc.from_docs(parts))
    return work(component, Doc.from_docs(parts)), work(component, Doc.from_docs(parts * 2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print microseconds per token for documents of growing size, or what runs more lines per token."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=_SIZES, help="numbers of sentences")
    parser.add_argument("--lines", action="store_true", help="count lines of Python by function, not seconds")
    given = parser.parse_args(arguments)
    if not given.lines:
        rows = [(f"{g.sentences} sentences", str(g.tokens), f"{g.per_token:.0f}") for g in measure(given.sizes)]
        print(table(("", "tokens", "µs/token"), rows))
        return
    once, twice = once_and_twice()
    rows = [
        (name, f"{once.lines.get(name, 0) / once.tokens:.2f}", f"{more:+.2f}")
        for name, more in twice.more_than(once).items()
    ]
    whole = ("all", f"{once.per_token:.2f}", f"{twice.per_token - once.per_token:+.2f}")
    print(table(("lines per token", f"{once.tokens} tokens", "twice as many"), [whole, *rows[:_SHOWN]]))


if __name__ == "__main__":
    main()
