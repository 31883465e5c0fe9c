"""Measures the embedded entity recogniser on the held-out blocks of GermEval 2014 and of the Bundestag sessions.

The folder with ``ner/`` comes in; precision, recall and F of whole entities per class go out, each corpus by itself.
``python -m benchmarks.ner CORPORA``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._scores import SCORE_HEADER, Score, score_row, table
from stance.entities.recognizer import LABELS
from training.ner_corpora import Labelled, read_bundestag, read_germeval

Spans = frozenset[tuple[int, int, str]]


def entities(nlp: Language, sentences: Sequence[Labelled]) -> list[tuple[Spans, Spans]]:
    """Gold and found entities of each sentence, as first token, one past the last, and class."""
    pairs = []
    docs = [Doc(nlp.vocab, words=list(s.words), ents=list(s.labels)) for s in sentences]
    gold = [_spans(doc) for doc in docs]
    for doc in docs:
        doc.ents = ()
        for token in doc:
            token.is_sent_start = token.i == 0
    names = [name for name in nlp.pipe_names if name in ("tagger", "stance_tags", "ner")]
    for doc, expected in zip(docs, gold, strict=True):
        for name in names:
            doc = nlp.get_pipe(name)(doc)
        pairs.append((expected, _spans(doc)))
    return pairs


def _spans(doc: Doc) -> Spans:
    return frozenset((ent.start, ent.end, ent.label_) for ent in doc.ents)


def score(pairs: Sequence[tuple[Spans, Spans]], label: str | None = None) -> Score:
    """Entities that agree in both ends and class; of one class, or of all.

    >>> score([(frozenset({(0, 1, "PER")}), frozenset({(0, 1, "ORG")}))])
    Score(matched=0, found=1, gold=1)
    """

    def of(spans: Spans) -> Spans:
        return frozenset(s for s in spans if label in (None, s[2]))

    matched = sum(len(of(gold) & of(found)) for gold, found in pairs)
    return Score(matched, sum(len(of(found)) for _, found in pairs), sum(len(of(gold)) for gold, _ in pairs))


def report(name: str, pairs: Sequence[tuple[Spans, Spans]]) -> str:
    """A table: each class, and all."""
    rows = [score_row(label, score(pairs, label)) for label in LABELS]
    return f"{name} ({len(pairs)} sentences, held out)\n{table(SCORE_HEADER, [*rows, score_row('all', score(pairs))])}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Score the embedded entity recogniser on its held-out parts.")
    parser.add_argument("corpora", type=Path, help="folder with ner/")
    options = parser.parse_args(arguments)
    if not (options.corpora / "ner").is_dir():
        print(f"{options.corpora}: no folder ner/ here; name the folder of the corpora", file=sys.stderr)
        return 2
    nlp = stance.load()
    for name, parts in (("GermEval 2014", read_germeval), ("Bundestag", read_bundestag)):
        print(report(name, entities(nlp, parts(options.corpora).held_out)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
