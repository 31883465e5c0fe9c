"""Controllers of zu-infinitives on sentences of our own, because UD trees do not tell them.

A table of sentences comes in (``controllers.tsv``: sentence, infinitive, head of its understood subject or "-" where
the sentence names none); a score goes out, and the sentences that were misread (control: Stiebels 2007).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
from spacy.language import Language

import stance
from benchmarks._scores import Score
from stance.clauses.fields import analyse

TABLE = Path(__file__).with_name("controllers.tsv")
_NOBODY = "-"


@attrs.frozen
class Control:
    """A sentence with an infinitive and the head of the noun phrase that controls it, "-" where there is none."""

    sentence: str
    infinitive: str
    controller: str


@attrs.frozen
class Reading:
    """A row of the table with the controller that the clause graph gives, "-" for none."""

    gold: Control
    found: str


def read_controls(path: Path = TABLE) -> tuple[Control, ...]:
    """The rows of a table.

    Raises:
        ValueError: a row names a word that its sentence does not hold.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = tuple(Control(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, start=2):
        for word in (row.infinitive, row.controller):
            if word not in row.sentence and word != _NOBODY:
                raise ValueError(
                    f"{path}:{number}: “{word}” does not stand in the sentence: write it as it stands there"
                )
    return rows


def controller_readings(rows: Iterable[Control]) -> Iterator[Reading]:
    """What the clause graph says of each row."""
    nlp = _text_pipeline()
    for row in rows:
        graph = analyse(nlp(row.sentence))
        clauses = [c for c in graph.clauses if c.verb is not None and graph.doc[c.verb.main].text == row.infinitive]
        controller = next((c.controller for c in clauses if c.controller is not None), None)
        yield Reading(row, _NOBODY if controller is None else graph.doc[controller.head].text)


def controller_score(readings: Iterable[Reading]) -> Score:
    """Precision over the controllers that were given, recall over those that the table names."""
    read = tuple(readings)
    return Score(
        matched=sum(r.found == r.gold.controller != _NOBODY for r in read),
        found=sum(r.found != _NOBODY for r in read),
        gold=sum(r.gold.controller != _NOBODY for r in read),
    )


def _text_pipeline() -> Language:
    """The embedded pipeline without its rules."""
    nlp = stance.load()
    nlp.remove_pipe("stance")
    return nlp
