"""Measures actors and contents against opinion roles in Bundestag speeches (GePaDe-ORL, Rehbein & Ponzetto 2024).

Published sentences with subjective expressions come in; commitments are extracted from their tokens. The share of
expressions that coincide with a cue goes out, and proportional precision, recall and F of holder and target.

How a commitment is compared with an expression
===============================================

========== ====================================================================================================
expression coincides with the commitment whose cue shares most tokens with its words (``V``, particle and support
           verb noun ``PTK``, ``SVG`` included); every commitment has at most one expression
Holder     the actor with its preposition and relative clauses, or the relative pronoun for it
Target     the content, with "dass", its preposition and its correlate; the addressee where there is no content
========== ====================================================================================================

Expressions without a label (``_``) are no subjective expressions. *Effect* and *Other* have no counterpart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
from spacy.tokens import Doc

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._scores import percent, table
from benchmarks._spkatt_format import Annotation, spaces
from benchmarks._spkatt_scores import Pair, Proportional, align, over_tokens, proportional
from benchmarks._spkatt_spans import Page
from stance.clauses.fields import analyse
from stance.model import Commitment

RULES = ("de.core", "de.parliament")
_PARTS = {"V": "Cue", "PTK": "Cue", "SVG": "Cue", "Holder": "Source", "Target": "Message"}
_ROLES = {"Holder": "Source", "Target": "Message"}


@attrs.frozen
class Sentence:
    """A published sentence.

    Attributes:
        words: its tokens.
        expressions: its subjective expressions: words as "Cue", holder as "Source", target as "Message".
    """

    words: tuple[str, ...]
    expressions: tuple[Annotation, ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a published file (one JSON object of sentences by id)."""
    for raw in json.loads(path.read_text(encoding="utf-8")).values():
        labelled = [one for one in raw["annotations"].values() if one["predicate"] != "_"]
        yield Sentence(tuple(raw["words"]), tuple(_expression(one) for one in labelled))


def _expression(raw: dict[str, Any]) -> Annotation:
    parts: dict[str, list[int]] = {}
    for token, label in enumerate(raw["roles"]):
        name = _PARTS.get(label.partition("-")[2])
        if name is not None:
            parts.setdefault(name, []).append(token)
    return Annotation.of(raw["predicate"], **parts)


def extractor(rules: Sequence[str] = RULES) -> Callable[[Sentence], list[Annotation]]:
    """The embedded pipeline as a prediction of expressions with holder and target.

    Args:
        rules: names or paths of packs.
    """
    nlp = stance.load(rules)

    def predict(sentence: Sentence) -> list[Annotation]:
        words = list(sentence.words)
        doc = Doc(nlp.vocab, words=words, spaces=list(spaces(words)), sent_starts=[i == 0 for i in range(len(words))])
        for name, step in nlp.pipeline:
            doc = doc if name == "stance_sentences" else step(doc)
        page = Page(analyse(doc))
        return [_opinion(page, commitment) for commitment in doc._.commitments if commitment.cue is not None]

    return predict


def _opinion(page: Page, commitment: Commitment) -> Annotation:
    cue = page.tokens(commitment.cue)
    clause = page.clause_of(cue)
    target = page.content(commitment.content, clause) or page.phrase(commitment.addressee, clause)
    return Annotation.of(commitment.rule, Cue=cue, Source=page.phrase(commitment.actor, clause), Message=target)


def measure(sentences: Iterator[Sentence], predict: Callable[[Sentence], list[Annotation]]) -> list[Pair]:
    """Align the subjective expressions of all sentences with predictions; expressions alone are pairs without one."""
    pairs = [pair for one in sentences for pair in align(one.expressions, predict(one))]
    return [pair for pair in pairs if pair.gold is not None]


def report(pairs: Sequence[Pair]) -> str:
    """Recall of expressions, and holder and target over coinciding and over all expressions."""
    coinciding = [pair for pair in pairs if pair.found is not None]
    rows = [
        [name, scope, *_figures(proportional(chosen, (part,))), percent(over_tokens(chosen, (part,)).f)]
        for name, part in _ROLES.items()
        for scope, chosen in (("coinciding", coinciding), ("all", pairs))
    ]
    share = percent(len(coinciding) / len(pairs) if pairs else 0.0)
    return f"expressions that coincide with a cue: {len(coinciding)} of {len(pairs)}, recall {share}\n\n" + table(
        ("role", "expressions", "P", "R", "F", "found", "gold", "F over tokens"), rows
    )


def _figures(score: Proportional) -> list[str]:
    return [percent(score.precision), percent(score.recall), percent(score.f), str(score.found), str(score.gold)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.orl", description=__doc__)
    parser.add_argument("path", type=Path, help="published sentences, one JSON object")
    parser.add_argument("--rules", action="append", metavar="PACK", help="packs (default: de.core, de.parliament)")
    options = parser.parse_args(arguments)
    if not options.path.exists():
        print(f"{options.path} is absent, nothing measured", file=sys.stderr)
        return 0
    print(report(measure(read_sentences(options.path), extractor(options.rules or RULES))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
