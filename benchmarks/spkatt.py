"""Measures extraction against speaker attribution in Bundestag speeches (SpkAtt-2023, task 1).

Published speeches come in; commitments are extracted from their tokens and mapped to annotations (see
``_spkatt_mapping``); proportional precision, recall and F over cues and roles (see ``_spkatt_scores``) go out, and
errors on demand. Every third speech is held out: it is scored and never listed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import attrs

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._scores import SCORE_HEADER, percent, score_row, table
from benchmarks._spkatt_format import PARTS, ROLES, Annotation, Part, Speech, read_speeches
from benchmarks._spkatt_mapping import attributions
from benchmarks._spkatt_scores import Pair, Proportional, align, over_tokens, proportional
from stance.clauses.fields import analyse
from stance.pipeline import Stance

RULES = ("de.core", "de.parliament")
_MEASURES = {"cues": ("Cue",), "roles": ROLES, "joint": PARTS}
_HEADER = ("", "P", "R", "F", "found", "gold")


@attrs.frozen
class Measured:
    """A speech with its predicted annotations, aligned with those of the gold standard."""

    speech: Speech
    pairs: tuple[Pair, ...]


def extractor(rules: Sequence[str] = RULES) -> Callable[[Speech], Sequence[Annotation]]:
    """The embedded pipeline as a prediction of annotations, over the tokens of the speeches.

    Args:
        rules: names or paths of packs.
    """
    nlp = stance.load(rules)
    component = nlp.get_pipe("stance")
    assert isinstance(component, Stance)

    def predict(speech: Speech) -> Sequence[Annotation]:
        doc = speech.doc(nlp.vocab)
        for name, step in nlp.pipeline:
            doc = doc if name == "stance_sentences" else step(doc)
        return attributions(analyse(doc), doc._.commitments, component.ruleset)

    return predict


def measure(speeches: Iterator[Speech], predict: Callable[[Speech], Sequence[Annotation]]) -> list[Measured]:
    """Predict the annotations of speeches and align them with those of the gold standard."""
    return [Measured(speech, tuple(align(speech.annotations, predict(speech)))) for speech in speeches]


def report(pairs: Sequence[Pair]) -> str:
    """All figures as text: proportional scores over spans, by role, and token counts."""
    spans = [_row(name, proportional(pairs, parts)) for name, parts in _MEASURES.items()]
    roles = [_row(role, proportional(pairs, (role,))) for role in ROLES]
    tokens = [score_row(name, over_tokens(pairs, parts)) for name, parts in _MEASURES.items()]
    return "\n\n".join(
        (
            table(("proportional overlap", *_HEADER[1:]), spans),
            table(("by role", *_HEADER[1:]), roles),
            table(("over tokens", *SCORE_HEADER[1:]), tokens),
        )
    )


def _row(name: str, score: Proportional) -> list[str]:
    return [name, percent(score.precision), percent(score.recall), percent(score.f), str(score.found), str(score.gold)]


def error_paragraphs(measured: Sequence[Measured], kind: str) -> Iterator[str]:
    """Errors of one kind, each with its sentence, the gold annotation and the predicted one with its rule.

    Args:
        measured: the speeches.
        kind: "missed" or "spurious" annotations, or a part that differs between aligned ones.
    """
    for one in measured:
        for pair in one.pairs:
            if _is_error(pair, kind):
                yield _paragraph(one.speech, pair)


def _is_error(pair: Pair, kind: str) -> bool:
    if pair.gold is None or pair.found is None:
        return kind == ("spurious" if pair.gold is None else "missed")
    return kind in PARTS and pair.gold.part(kind) != pair.found.part(kind)


def _paragraph(speech: Speech, pair: Pair) -> str:
    shown = [("gold ", pair.gold), ("found", pair.found)]
    cue = next(one.part("Cue") for _, one in shown if one is not None)
    start, end = next((start, end) for start, end in speech.sentences if start <= cue[0] < end)
    lines = [" ".join(speech.words[start:end])]
    return "\n".join(lines + [f"  {name}  {_show(speech, one)}" for name, one in shown if one is not None])


def _show(speech: Speech, annotation: Annotation) -> str:
    parts = [f"{name}=[{' '.join(speech.words[token] for token in tokens)}]" for name, tokens in annotation.parts]
    return " ".join([*parts, f"← {annotation.origin}"] if annotation.origin else parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    options = _parser().parse_args(arguments)
    part = Part(options.part)
    if options.errors and part is Part.HELD_OUT:
        print("the held-out speeches are only scored: list errors with --part dev", file=sys.stderr)
        return 2
    if not options.path.exists():
        print(f"{options.path} is absent, nothing measured", file=sys.stderr)
        return 0
    speeches = islice(read_speeches(options.path, part), options.speeches)
    measured = measure(speeches, extractor(options.rules or RULES))
    if options.errors:
        errors = list(error_paragraphs(measured, options.errors))
        print(f"{len(errors)} errors: {options.errors}\n")
        print("\n\n".join(errors[options.skip : options.skip + options.limit]))
    else:
        print(f"{len(measured)} speeches, {part.value}\n\n{report([pair for one in measured for pair in one.pairs])}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.spkatt", description=__doc__)
    parser.add_argument("path", type=Path, help="published speeches, one JSON object a line")
    parser.add_argument("--part", choices=[part.value for part in Part], default=Part.HELD_OUT.value)
    parser.add_argument("--rules", action="append", metavar="PACK", help="packs (default: de.core, de.parliament)")
    parser.add_argument("--speeches", type=int, metavar="N", help="only the first N speeches of the part")
    parser.add_argument("--errors", choices=("missed", "spurious", *PARTS), metavar="KIND", help="list errors")
    parser.add_argument("--limit", type=int, default=20, help="how many errors to list")
    parser.add_argument("--skip", type=int, default=0, help="how many errors to pass over")
    return parser


if __name__ == "__main__":
    sys.exit(main())
