"""Measures extraction against quotation attribution in German news (Petersen-Frey & Biemann 2024).

Published documents come in; commitments are extracted from their texts and mapped to quotation groups (see
``_quotation_mapping``); precision, recall and F over quote groups (see ``_quotation_scores``), errors on demand, and
the documents with the predicted annotations go out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._quotation_mapping import quotation_groups
from benchmarks._quotation_scores import PARTS, Average, Pair, align, labels, macro, micro
from benchmarks._quotations import ROLES, TYPES, Document, Group, published, read_documents
from benchmarks._scores import SCORE_HEADER, percent, score_row, table
from stance.clauses.fields import analyse

_MEASURES = {"message": ("quote",), "roles": ROLES, "joint": PARTS}
_LOW_OVERLAP = 0.8
_ERRORS = ("missed", "spurious", "overlap", "type", *ROLES)


@attrs.frozen
class Measured:
    """A document with its aligned groups.

    Attributes:
        document: the published document, gold groups included.
        raw: the JSON object that it was read from.
        found: the predicted groups.
        pairs: gold and predicted groups, aligned one to one.
    """

    document: Document
    raw: dict[str, Any]
    found: tuple[Group, ...]
    pairs: tuple[Pair, ...]


def measure(path: Path, predict: Callable[[Document], Sequence[Group]]) -> list[Measured]:
    """Predict the groups of all documents of a file and align them with the gold groups.

    Args:
        path: a file of published documents.
        predict: gives the groups of a document from its text and tokens.
    """
    measured = []
    for document, raw in read_documents(path):
        found = tuple(predict(document))
        measured.append(Measured(document, raw, found, tuple(align(document.groups, found))))
    return measured


def extractor() -> Callable[[Document], Sequence[Group]]:
    """The embedded pipeline with the default pack, as a prediction of quotation groups."""
    nlp = stance.load()

    def predict(document: Document) -> Sequence[Group]:
        doc = nlp(document.text)
        return quotation_groups(document, analyse(doc), doc._.commitments)

    return predict


def report(pairs: Sequence[Pair]) -> str:
    """All figures as text: averages over groups, token counts, per type, per role, and agreement in type and medium."""
    averages = [_average_row(name, macro(pairs, parts)) for name, parts in _MEASURES.items()]
    counts = [score_row(name, micro(pairs, parts)) for name, parts in _MEASURES.items()]
    roles = [_average_row(role, macro(pairs, (role,))) for role in ROLES]
    agreement = [score_row(name, labels(pairs, name)) for name in ("type", "medium")]
    return "\n\n".join(
        (
            table(("macro over quote groups", "P", "R", "F"), averages),
            table(("micro over tokens", *SCORE_HEADER[1:]), counts),
            table(("macro by role", "P", "R", "F"), roles),
            table(("by type", "P", "R", "F", "joint F", "found", "gold"), [_type_row(pairs, kind) for kind in TYPES]),
            table(("label of the group", *SCORE_HEADER[1:]), agreement),
        )
    )


def _average_row(name: str, average: Average) -> list[str]:
    return [name, percent(average.precision), percent(average.recall), percent(average.f)]


def _type_row(pairs: Sequence[Pair], kind: str) -> list[str]:
    """Message and joint scores of a type: recall over its gold groups, precision over its predicted groups."""
    gold = [pair for pair in pairs if pair.gold is not None and pair.gold.type == kind]
    found = [pair for pair in pairs if pair.found is not None and pair.found.type == kind]
    message, joint = (
        Average(macro(found, parts).precision, macro(gold, parts).recall) for parts in (("quote",), PARTS)
    )
    return [*_average_row(kind, message), percent(joint.f), str(len(found)), str(len(gold))]


def error_paragraphs(measured: Sequence[Measured], kind: str) -> Iterator[str]:
    """Errors of one kind, each with its sentences, the gold group and the predicted group with its rule.

    Args:
        measured: the documents.
        kind: "missed" and "spurious" groups; "overlap": messages that share less than 80 % (F); "type": aligned groups
            of different type; or a role that differs between aligned groups.
    """
    for one in measured:
        for pair in one.pairs:
            if _is_error(pair, kind):
                yield _paragraph(one.document, pair)


def _is_error(pair: Pair, kind: str) -> bool:
    if pair.gold is None or pair.found is None:
        return kind == ("spurious" if pair.gold is None else "missed")
    if kind == "overlap":
        return pair.overlap < _LOW_OVERLAP
    if kind == "type":
        return pair.gold.type != pair.found.type
    return kind in ROLES and pair.gold.role(kind) != pair.found.role(kind)


def _paragraph(document: Document, pair: Pair) -> str:
    tokens = [token for group in (pair.gold, pair.found) if group is not None for token in (*group.quote, *group.frame)]
    first, last = document.sentence_of(min(tokens))[0], document.sentence_of(max(tokens))[1]
    sentence = " ".join(document.word(token) for token in range(first, last))
    lines = [f"{document.name}", f"  {sentence}"]
    lines += [f"  gold   {_show(document, pair.gold)}"] if pair.gold is not None else []
    lines += [f"  found  {_show(document, pair.found)}"] if pair.found is not None else []
    return "\n".join(lines)


def _show(document: Document, group: Group) -> str:
    parts = [f"{group.type} {group.medium}", f"quote=[{_words(document, group.quote)}]"]
    parts += [f"{role}=[{_words(document, group.role(role))}]" for role in ROLES if group.role(role)]
    return " ".join([*parts, f"← {group.origin}"] if group.origin else parts)


def _words(document: Document, tokens: Sequence[int]) -> str:
    return " ".join(document.word(token) for token in tokens)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    options = _parser().parse_args(arguments)
    if not options.path.exists():
        print(f"{options.path} is absent, nothing measured", file=sys.stderr)
        return 0
    measured = measure(options.path, extractor())
    if options.predictions:
        with options.predictions.open("w", encoding="utf-8") as out:
            for one in measured:
                out.write(json.dumps(published(one.document, one.raw, one.found), ensure_ascii=False) + "\n")
    if options.errors:
        errors = list(error_paragraphs(measured, options.errors))
        print(f"{len(errors)} errors: {options.errors}\n")
        print("\n\n".join(errors[options.skip : options.skip + options.limit]))
    else:
        print(f"{len(measured)} documents\n\n{report([pair for one in measured for pair in one.pairs])}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.wikinews", description=__doc__)
    parser.add_argument("path", type=Path, help="published documents, one JSON object a line")
    parser.add_argument(
        "--predictions", type=Path, metavar="OUT", help="write the documents with predicted annotations"
    )
    parser.add_argument("--errors", choices=_ERRORS, metavar="KIND", help=f"list errors: {', '.join(_ERRORS)}")
    parser.add_argument("--limit", type=int, default=20, help="how many errors to list")
    parser.add_argument("--skip", type=int, default=0, help="how many errors to pass over")
    return parser


if __name__ == "__main__":
    sys.exit(main())
