"""Measures the speed of the whole pipeline, beside that of its tagger alone, and the memory it takes.

A text comes in (plain, gzipped, or JSONL with a ``text`` key); tokens a second of both, their ratio, and the peak
resident memory of the process go out. Both are timed in turns on the same chunks, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
from spacy.language import Language

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance

_CHUNK = 4_000
_TAGGER = frozenset({"tok2vec", "tagger"})


@attrs.frozen
class Speed:
    """Tokens and the seconds that the whole pipeline and the bare tagger took for them."""

    tokens: int
    pipeline: float
    tagger: float

    @property
    def ratio(self) -> float:
        """Speed of the pipeline as a share of the speed of the tagger."""
        return self.tagger / self.pipeline if self.pipeline else 0.0


def texts(path: Path, tokens: int) -> Iterator[str]:
    """Chunks of a file, cut at line ends, until there are about so many tokens (six characters each)."""
    taken = 0
    for chunk in _chunks(_lines(path)):
        yield chunk
        taken += len(chunk)
        if taken > 6 * tokens:
            return


def _lines(path: Path) -> Iterator[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"] + "\n" if path.suffix == ".jsonl" else line


def _chunks(lines: Iterator[str]) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        held.append(line)
        if sum(map(len, held)) >= _CHUNK:
            yield "".join(held)
            held = []
    if held:
        yield "".join(held)


def measure(chunks: Sequence[str]) -> Speed:
    """Time the whole pipeline and the bare tagger in turns, one chunk after the other, after warming both up."""
    whole, bare = stance.load(), bare_tagger()
    for nlp in (whole, bare):
        nlp(chunks[0] if chunks else "")
    tokens, pipeline, tagger = 0, 0.0, 0.0
    for chunk in chunks:
        start = time.perf_counter()
        tokens += len(whole(chunk))
        middle = time.perf_counter()
        bare(chunk)
        pipeline, tagger = pipeline + middle - start, tagger + time.perf_counter() - middle
    return Speed(tokens, pipeline, tagger)


def bare_tagger() -> Language:
    """The embedded pipeline cut down to tokeniser and statistical tagger."""
    nlp = stance.load()
    for name in list(nlp.pipe_names):
        if name not in _TAGGER:
            nlp.remove_pipe(name)
    return nlp


def peak_memory() -> float:
    """Peak resident memory of this process in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("path", type=Path, help="text, .gz or .jsonl")
    parser.add_argument("--tokens", type=int, default=100_000, help="about how many tokens to read")
    options = parser.parse_args(arguments)
    if not options.path.exists():
        print(f"{options.path} is absent, nothing measured", file=sys.stderr)
        return 0
    speed = measure(list(texts(options.path, options.tokens)))
    print(f"{speed.tokens} tokens")
    print(f"pipeline  {speed.tokens / speed.pipeline:,.0f} tokens/s")
    print(f"tagger    {speed.tokens / speed.tagger:,.0f} tokens/s")
    print(f"ratio     {speed.ratio:.2f}")
    print(f"memory    {peak_memory():,.0f} MB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
