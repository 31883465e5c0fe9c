"""``stance ledger``: results in; per actor what they committed to, or changes, relations and matrices out."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, TextIO

import attrs
from cattrs.preconf.json import make_converter

from stance.cli.ledger_views import GRAPHS, READABLE, VIEWS, LedgerView, Shown, named, print_rows, wide
from stance.cli.output import complain, forget_stdout
from stance.entities.catalogue import Catalogue
from stance.entities.reader import DEFAULT, load_catalogue
from stance.io.documents import Problem
from stance.io.formats import LedgerFormat
from stance.io.graphml import write_graphml
from stance.io.writers import output
from stance.ledger import Ledger, Matching, Statement, matrix, read_concepts
from stance.ledger.reading import day_of, read_dates, read_results
from stance.ledger.statements import statements_of
from stance.ledger.survey import Survey, surnames
from stance.rules.errors import RuleError

MATRICES = {
    "actor×concept": LedgerView.ACTOR_CONCEPT,
    "actor×actor": LedgerView.ACTOR_ACTOR,
    "concept×concept": LedgerView.CONCEPT_CONCEPT,
}
"""The matrices by their name; an x or a hyphen does for the sign."""


@attrs.frozen
class LedgerOptions:
    """The options of the command, as given."""

    paths: tuple[str, ...]
    view: LedgerView
    format: LedgerFormat
    output: Path | None
    actors: tuple[str, ...]
    catalogues: tuple[str, ...]
    concepts: Path | None
    dates: Path | None
    since: date | None
    until: date | None
    matching: Matching
    bodies: bool = False
    once: bool = False


def matrix_named(name: str) -> LedgerView:
    """The matrix that a name stands for.

    Raises:
        ValueError: there is none.

    >>> matrix_named("actor x concept").value
    'actor-concept'
    """
    plain = name.replace(" ", "").replace("-", "×").replace("x", "×")
    if plain not in MATRICES:
        raise ValueError(f"no matrix {name!r}; there are {', '.join(MATRICES)}")
    return MATRICES[plain]


def run_ledger(options: LedgerOptions) -> int:
    """Read results, write the ledger.

    Returns:
        The exit code: 1 where a line or file was left out, or the concepts or a catalogue are wrong.
    """
    reading = _Reading(options)
    try:
        concepts = () if options.concepts is None else read_concepts(options.concepts)
        catalogue = load_catalogue([DEFAULT, *options.catalogues])
        ledger = reading.ledger(catalogue)
        shown = Shown(ledger, matrix(ledger, concepts, once=options.once), reading.wanted(ledger, catalogue))
        reading.doubt(shown)
        with nullcontext(sys.stdout) if options.output is None else output(options.output) as stream:
            _write(shown, options, stream)
    except BrokenPipeError:
        forget_stdout()
        return 0
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return 1
    except RuleError as error:
        complain(str(error))
        return 1
    return int(reading.failed)


_NEAR: Final = 3
_NAMED: Final = 10
"""How many lines that are left out are named; of a file that is no result at all, every line is one."""


@attrs.define
class _Reading:
    """Reads results line by line, and says what is wrong on the way."""

    options: LedgerOptions
    failed: bool = False

    def ledger(self, catalogue: Catalogue) -> Ledger:
        """The ledger of all that can be read, of the time that is asked for."""
        days = dict(self._good(read_dates(self.options.dates))) if self.options.dates else {}
        survey = Survey()
        ledger = Ledger(tuple(self._statements(survey, days, catalogue)), self.options.matching)
        since, until = self.options.since, self.options.until
        part = since is not None or until is not None
        for notice in survey.notices(days, in_time=part or self.options.view is LedgerView.CHANGES):
            complain(f"{notice} [notice]")
        if self.options.bodies:
            ledger = ledger.of_bodies(catalogue)
        return ledger.between(since, until) if part else ledger

    def wanted(self, ledger: Ledger, catalogue: Catalogue) -> frozenset[str]:
        """Identifiers of the actors that are asked for, by id, name or another name; none where all are."""
        found: set[str] = set()
        for name in self.options.actors:
            entry = catalogue.named(name)
            ids = {s.actor for s in ledger.only(name if entry is None else entry.id).statements}
            if not ids:
                complain(f"nobody is called {name!r} ({_meant(name, ledger)})")
                self.failed = True
            found |= ids or {name}
        return frozenset(found)

    def doubt(self, shown: Shown) -> None:
        """Say which concepts code nothing: a phrase may be too long, or misspelt; and who may be one actor."""
        if found := list(surnames(shown.ledger)):
            some = ", ".join(f"{surname!r} may be {name}" for surname, name in found[:_NEAR])
            more = f" and {len(found) - _NEAR} more" if len(found) > _NEAR else ""
            complain(f"only a surname in some documents: {some}{more} (an alias in a catalogue says so) [notice]")
        used = {concept for _, concept in shown.coded.stands}
        for concept in shown.coded.concepts:
            if concept.id not in used:
                complain(f"the concept {concept.id!r} codes no statement (its phrases need all their words) [notice]")

    def _statements(self, survey: Survey, days: dict[str, date], catalogue: Catalogue) -> Iterator[Statement]:
        for result in self._good(read_results(self.options.paths)):
            day = day_of(result, days)
            survey.add(result, day)
            yield from statements_of(result, day, catalogue)

    def _good(self, items: Iterator[Any]) -> Iterator[Any]:
        problems = 0
        for item in items:
            if not isinstance(item, Problem):
                yield item
                continue
            problems += 1
            self.failed = True
            if problems <= _NAMED:
                complain(str(item))
        if problems > _NAMED:
            complain(f"{problems - _NAMED} more lines that are left out")


def _meant(name: str, ledger: Ledger) -> str:
    """Names that are nearly what was asked for."""
    names = sorted({statement.name for statement in ledger.statements})
    words = [other for other in names if name.lower() in other.lower()]
    near = words[:_NEAR] or get_close_matches(name, names, _NEAR)
    return f"did you mean {' or '.join(map(repr, near))}?" if near else "without --actor all names are listed"


def _write(shown: Shown, options: LedgerOptions, stream: TextIO) -> None:
    if options.format is LedgerFormat.GRAPHML:
        write_graphml(GRAPHS[options.view](shown), stream)
        return
    readable = READABLE.get(options.view) if options.format is LedgerFormat.TABLE else None
    if readable is not None:
        readable(shown, stream)
        return
    rows = VIEWS[options.view](shown)
    if options.format is LedgerFormat.JSON:
        json.dump(make_converter().unstructure(rows.objects), stream, ensure_ascii=False, indent=2)
        stream.write("\n")
    elif options.format is LedgerFormat.CSV:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows(rows.cells)
    else:
        print_rows(wide(shown) if options.view is LedgerView.ACTOR_CONCEPT else named(rows), stream)
