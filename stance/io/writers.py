"""Writers: results become JSONL, CSV or a table.

Flows in: one result after the other with the document it is about; flows out: ``stance/1`` lines, one CSV row for each
commitment, or a table for the eye. Each writer flushes after each document: an interrupted run keeps what is done.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TextIO

from stance.io.documents import Document
from stance.model import Actor, Commitment, DocumentResult, Mention
from stance.serialise import to_json


class Writer(Protocol):
    """What takes results."""

    def write(self, result: DocumentResult, document: Document) -> None:
        """Write the result of one document."""


class JsonlWriter:
    """One ``stance/1`` object a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, result: DocumentResult, document: Document) -> None:
        """Write one line."""
        self._stream.write(to_json(result) + "\n")
        self._stream.flush()


COLUMNS = (
    "document",
    "id",
    "type",
    "force",
    "form",
    "status",
    "polarity",
    "content_negated",
    "strength",
    "modality",
    "mood",
    "actor",
    "actor_name",
    "actor_id",
    "actor_kind",
    "actor_spans",
    "addressee",
    "addressee_spans",
    "cue",
    "cue_lemma",
    "cue_spans",
    "content",
    "content_spans",
    "judgement",
    "condition",
    "sources",
    "antecedent",
    "sentence_start",
    "sentence_end",
    "rule",
)
"""The columns of the CSV file."""


class CsvWriter:
    """One row a commitment; mentions by their text, spans as ``0-5 9-12``, several sources joined by ``; ``."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._writer = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n")
        self._writer.writeheader()

    def write(self, result: DocumentResult, document: Document) -> None:
        """Write the rows of one document."""
        for commitment in result.commitments:
            self._writer.writerow({"document": result.id, **row(commitment)})
        self._stream.flush()


def row(commitment: Commitment) -> dict[str, str]:
    """A commitment as one flat row, all values text, empty where nothing applies."""
    names = ("id", "type", "force", "form", "status", "polarity", "strength", "modality", "mood", "antecedent", "rule")
    flat = {name: str(getattr(commitment, name) or "") for name in names}
    actor, cue = commitment.actor, commitment.cue
    return flat | {
        "content_negated": "true" if commitment.content_negated else "false",
        "actor": _text(actor),
        "actor_name": (actor and actor.name) or "",
        "actor_id": (actor and actor.id) or "",
        "actor_kind": actor.kind.value if actor else "",
        "actor_spans": _spans(actor),
        "addressee": _text(commitment.addressee),
        "addressee_spans": _spans(commitment.addressee),
        "cue": _text(cue),
        "cue_lemma": cue.lemma if cue else "",
        "cue_spans": _spans(cue),
        "content": _text(commitment.content),
        "content_spans": _spans(commitment.content),
        "judgement": _text(commitment.judgement),
        "condition": _text(commitment.condition),
        "sources": "; ".join(_name(source) for source in commitment.sources),
        "sentence_start": str(commitment.sentence[0]),
        "sentence_end": str(commitment.sentence[1]),
    }


def _text(mention: Mention | None) -> str:
    return "" if mention is None else mention.text


def _name(actor: Actor) -> str:
    return actor.name or actor.text


def _spans(mention: Mention | None) -> str:
    return "" if mention is None else " ".join(f"{start}-{end}" for start, end in mention.spans)


def partial(path: Path) -> Path:
    """Where the output of an unfinished run stands."""
    return path.with_name(path.name + ".part")


@contextmanager
def output(path: Path, append: bool = False) -> Iterator[TextIO]:
    """Open an output file that takes its name only when everything is written.

    Lines go to ``NAME.part`` as they are made. When the block ends, the file gets its name in one step; when it is left
    by an exception, an older file of that name stays untouched and the finished lines stay in ``NAME.part``. What is
    no regular file (a pipe, a terminal) is written directly.

    Args:
        path: where the output belongs.
        append: go on behind what stands in ``NAME.part``.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    with partial(path).open("a" if append else "w", encoding="utf-8", newline="") as stream:
        yield stream
    os.replace(partial(path), path)
