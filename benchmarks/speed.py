"""Measures the speed of the pipeline stage by stage, of clause analysis beside tagging, and the memory it all takes.

A text comes in (plain, gzipped, or JSONL with a ``text`` key); CPU seconds of each stage on the same chunks go out, as
tokens a second and as a ratio to the bare tagger, and the peak resident memory. Clause analysis and tagging are timed
on those sentences alone in which a cue of a rule was found, several times in turn; the median of each counts. CPU
time is taken, so that a busy machine changes little.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final, ParamSpec, TypeVar

import attrs
from spacy.language import Language
from spacy.tokens import Doc, Span

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._scores import table
from stance.clauses.fields import analyse
from stance.cli.engine import settled
from stance.extraction import Extractor
from stance.pipeline import Stance

T = TypeVar("T")
P = ParamSpec("P")

_CHUNK: Final = 4_000
_ROUNDS: Final = 7
_HEADER: Final = ("", "tokens/s", "share", "cost, tagger = 1")
_STAGES: Final = {
    "tokens, sentences": ("stance_sentences",),
    "tagger": ("tok2vec", "tagger"),
    "tag correction, lemmas": ("stance_tags", "stance_lemmas"),
    "entities, names": ("ner", "stance_names"),
}
_TAGGING: Final = ("tagger", "tag correction, lemmas")


@attrs.define
class Clock:
    """CPU seconds of each stage.

    Attributes:
        seconds: stage to seconds, in the order of the stages.
    """

    seconds: dict[str, float] = attrs.field(factory=dict)

    def run(self, stage: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do some work and book its time on a stage."""
        start = time.process_time()
        result = work(*args, **kwargs)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return result

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return sum(self.seconds.values())


@attrs.frozen
class Triggered:
    """Sentences with a cue: their number, that of all, their tokens, median CPU seconds of tags and of clauses."""

    sentences: int
    of: int
    tokens: int
    tagging: float
    clauses: float


@attrs.frozen
class Speed:
    """Tokens, CPU seconds of each stage, and the sentences with a cue."""

    tokens: int
    clock: Clock
    triggered: Triggered


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
    """Time all stages on the same chunks, one after the other, after warming up and as ``stance extract`` runs them."""
    nlp = stance.load()
    component = nlp.get_pipe("stance")
    assert isinstance(component, Stance)
    nlp(chunks[0] if chunks else "")
    clock, docs = Clock(), []
    with settled():
        for chunk in chunks:
            docs.append(_tagged(nlp, chunk, clock))
            graph = clock.run("clauses", analyse, docs[-1], component.extractor.reporting)
            clock.run("matching, context, discourse", component.extractor.of_graph, graph)
        return Speed(sum(map(len, docs)), clock, _triggered(nlp, component.extractor, docs))


def _tagged(nlp: Language, text: str | Doc, clock: Clock) -> Doc:
    """A text, or the bare tokens of a Doc, through the stages before the clauses."""
    doc = text if isinstance(text, Doc) else clock.run("tokens, sentences", nlp.make_doc, text)
    for stage, names in _STAGES.items():
        for name in names:
            if name in nlp.pipe_names and not (stage == "tokens, sentences" and doc.has_annotation("SENT_START")):
                doc = clock.run(stage, nlp.get_pipe(name), doc)
    return doc


def _triggered(nlp: Language, extractor: Extractor, docs: Sequence[Doc]) -> Triggered:
    """Tag and analyse what holds a cue; the sentences of a chunk stay together in one Doc."""
    chosen = [_cued(doc, extractor) for doc in docs]
    rounds = [_round(nlp, extractor, [sentences for sentences in chosen if sentences]) for _ in range(_ROUNDS)]
    clauses = [clock.seconds.get("clauses", 0.0) for clock in rounds]
    tagging = [sum(clock.seconds.get(stage, 0.0) for stage in _TAGGING) for clock in rounds]
    return Triggered(
        sum(map(len, chosen)),
        sum(len(list(doc.sents)) for doc in docs),
        sum(len(sentence) for sentences in chosen for sentence in sentences),
        median(tagging),
        median(clauses),
    )


def _cued(doc: Doc, extractor: Extractor) -> list[Span]:
    """The sentences of a Doc in which a rule found its cue."""
    attempts = extractor.of_graph(analyse(doc, extractor.reporting), explain=True).trace.attempts
    cued = {token for attempt in attempts for token in attempt.cue}
    return [sentence for sentence in doc.sents if not cued.isdisjoint(range(sentence.start, sentence.end))]


def _round(nlp: Language, extractor: Extractor, chosen: Sequence[Sequence[Span]]) -> Clock:
    """The time it takes to tag and to analyse some sentences once; they are made anew, without tags."""
    clock = Clock()
    for sentences in chosen:
        clock.run("clauses", analyse, _tagged(nlp, _bare(nlp, sentences), clock), extractor.reporting)
    return clock


def _bare(nlp: Language, sentences: Sequence[Span]) -> Doc:
    """The words of some sentences as one Doc without tags."""
    tokens = [token for sentence in sentences for token in sentence]
    starts = [place == 0 for sentence in sentences for place in range(len(sentence))]
    return Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=starts,
    )


def peak_memory() -> float:
    """Peak resident memory of this process in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(speed: Speed) -> str:
    """The table of stages and what was measured on sentences with a cue."""
    seconds, tagger = speed.clock.seconds, speed.clock.seconds.get("tagger", 0.0)
    rows = [_row(stage, own, speed, tagger) for stage, own in seconds.items()]
    rows.append(_row("whole pipeline", speed.clock.total, speed, tagger))
    cued = speed.triggered
    return (
        f"{speed.tokens} tokens\n{table(_HEADER, rows)}\n\n"
        f"sentences with a cue: {cued.sentences} of {cued.of}, {cued.tokens} tokens; their tags and lemmas "
        f"{cued.tagging:.2f} s, their clauses {cued.clauses:.2f} s (ratio {_ratio(cued.clauses, cued.tagging)})"
    )


def _row(name: str, seconds: float, speed: Speed, tagger: float) -> list[str]:
    rate = f"{speed.tokens / seconds:,.0f}" if seconds else "–"
    return [name, rate, f"{_share(seconds, speed.clock.total):.0%}", _ratio(seconds, tagger)]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "–"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("path", type=Path, help="text, .gz or .jsonl")
    parser.add_argument("--tokens", type=int, default=100_000, help="about how many tokens to read")
    options = parser.parse_args(arguments)
    if not options.path.exists():
        print(f"{options.path} is absent, nothing measured", file=sys.stderr)
        return 0
    print(report(measure(list(texts(options.path, options.tokens)))))
    print(f"memory {peak_memory():,.0f} MB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
