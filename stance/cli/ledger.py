"""``stance ledger``: results in; per actor what they committed to, or changes, relations and matrices out."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TextIO

import attrs
from cattrs.preconf.json import make_converter
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from stance.cli.output import complain, forget_stdout
from stance.io.documents import Problem
from stance.io.formats import LedgerFormat
from stance.io.table import console
from stance.io.writers import output
from stance.ledger import Concept, ConceptError, Ledger, Matching, Matrix, Statement, matrix, read_concepts
from stance.ledger.reading import day_in, day_of, read_dates, read_results
from stance.ledger.statements import statements_of


class LedgerView(StrEnum):
    """What of the ledger is shown."""

    STATEMENTS = "statements"
    CHANGES = "changes"
    RELATIONS = "relations"
    ACTOR_CONCEPT = "actor-concept"
    ACTOR_ACTOR = "actor-actor"


MATRICES = {"actor×concept": LedgerView.ACTOR_CONCEPT, "actor×actor": LedgerView.ACTOR_ACTOR}
"""The matrices by their name; an x or a hyphen does for the sign."""


@attrs.frozen
class LedgerOptions:
    """The options of the command, as given."""

    paths: tuple[str, ...]
    view: LedgerView
    format: LedgerFormat
    output: Path | None
    actor: str | None
    concepts: Path | None
    dates: Path | None
    matching: Matching


@attrs.frozen
class Rows:
    """What a view shows: columns and cells for CSV and tables, objects for JSON."""

    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    objects: tuple[Any, ...]


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
        The exit code: 1 where a line or file was left out or the concepts are wrong.
    """
    reading = _Reading(options)
    try:
        concepts = () if options.concepts is None else read_concepts(options.concepts)
        ledger = reading.ledger()
        with nullcontext(sys.stdout) if options.output is None else output(options.output) as stream:
            _write(ledger, concepts, options, stream)
    except ConceptError as error:
        for problem in error.problems:
            complain(problem)
        return 1
    except BrokenPipeError:
        forget_stdout()
        return 0
    except OSError as error:
        complain(str(error))
        return 1
    return int(reading.failed)


_SHOWN: Final = 10
"""How many lines that are left out are named; of a file that is no result at all, every line is one."""


@attrs.define
class _Reading:
    """Reads results line by line, and says what is wrong on the way."""

    options: LedgerOptions
    failed: bool = False

    def ledger(self) -> Ledger:
        """The ledger of all that can be read, of one actor where one is asked for."""
        days = dict(self._good(read_dates(self.options.dates))) if self.options.dates else {}
        ledger = Ledger(tuple(self._statements(days)), self.options.matching)
        wanted = self.options.actor
        only = ledger if wanted is None else ledger.only(wanted)
        if wanted is not None and not only.statements:
            complain(f"nobody is called {wanted!r} (without --actor all names are listed)")
            self.failed = True
        return only

    def _statements(self, days: dict[str, date]) -> Iterator[Statement]:
        for result in self._good(read_results(self.options.paths)):
            yield from statements_of(result, days.get(result.id) or day_of(result) or day_in(result.id))

    def _good(self, items: Iterator[Any]) -> Iterator[Any]:
        problems = 0
        for item in items:
            if not isinstance(item, Problem):
                yield item
                continue
            problems += 1
            self.failed = True
            if problems <= _SHOWN:
                complain(str(item))
        if problems > _SHOWN:
            complain(f"{problems - _SHOWN} more lines that are left out")


def _write(ledger: Ledger, concepts: tuple[Concept, ...], options: LedgerOptions, stream: TextIO) -> None:
    readable = _READABLE.get(options.view) if options.format is LedgerFormat.TABLE else None
    if readable is not None:
        readable(ledger, stream)
        return
    coded = matrix(ledger, concepts)
    rows = _VIEWS[options.view](ledger, coded)
    if options.format is LedgerFormat.JSON:
        json.dump(make_converter().unstructure(rows.objects), stream, ensure_ascii=False, indent=2)
        stream.write("\n")
    elif options.format is LedgerFormat.CSV:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows(rows.cells)
    elif options.view is LedgerView.ACTOR_CONCEPT:
        _print(_wide(coded), stream)
    else:
        _print(rows, stream)


# -- views -------------------------------------------------------------------------------------------------------------


@attrs.frozen
class Coded:
    """One cell of a matrix, as it is written."""

    actor: str
    name: str
    concept: str
    pro: int
    contra: int


@attrs.frozen
class Congruence:
    """How two actors stand to each other, as it is written."""

    one: str
    other: str
    agreements: int
    oppositions: int


@attrs.frozen
class Turn:
    """A change of position or a contradiction, as it is written."""

    kind: str
    before: Statement
    after: Statement


_STATEMENT = ("date", "document", "id", "type", "content")


def _day(statement: Statement) -> str:
    return "" if statement.date is None else statement.date.isoformat()


def _statements(ledger: Ledger, _: Matrix) -> Rows:
    columns = (
        "actor",
        "name",
        "date",
        "document",
        "id",
        "type",
        "status",
        "strength",
        "direction",
        "cue",
        "content",
        "sources",
    )
    found = [s for statements in ledger.by_actor.values() for s in statements]
    cells = [
        (
            s.actor,
            s.name,
            _day(s),
            s.document,
            s.id,
            s.type.value,
            s.status.value,
            s.strength,
            str(s.direction),
            s.cue,
            s.content,
            "; ".join(s.sources),
        )
        for s in found
    ]
    return Rows(columns, tuple(cells), tuple(found))


def _changes(ledger: Ledger, _: Matrix) -> Rows:
    pairs = [("change", p) for p in ledger.changes()] + [("contradiction", p) for p in ledger.contradictions()]
    columns = ("kind", "name", *(f"{when}_{what}" for when in ("before", "after") for what in _STATEMENT))
    cells = tuple((kind, p.before.name, *_shown(p.before), *_shown(p.after)) for kind, p in pairs)
    return Rows(columns, cells, tuple(Turn(kind, p.before, p.after) for kind, p in pairs))


def _shown(s: Statement) -> tuple[str, ...]:
    return _day(s), s.document, s.id, s.type.value, s.content


def _relations(ledger: Ledger, _: Matrix) -> Rows:
    found = tuple(
        Congruence(ledger.name(r.one), ledger.name(r.other), len(r.agreements), len(r.oppositions))
        for r in ledger.relations()
    )
    return _congruences(found)


def _congruences(found: Sequence[Congruence]) -> Rows:
    cells = tuple((c.one, c.other, str(c.agreements), str(c.oppositions)) for c in found)
    return Rows(("one", "other", "agreements", "oppositions"), cells, tuple(found))


def _actor_concept(_: Ledger, coded: Matrix) -> Rows:
    found = tuple(
        Coded(actor, coded.actors[actor], concept, stand.pro, stand.contra)
        for (actor, concept), stand in coded.stands.items()
    )
    cells = tuple((c.actor, c.name, c.concept, str(c.pro), str(c.contra)) for c in found)
    return Rows(("actor", "name", "concept", "pro", "contra"), cells, found)


def _actor_actor(_: Ledger, coded: Matrix) -> Rows:
    found = [
        Congruence(coded.actors[one], coded.actors[other], stand.pro, stand.contra)
        for (one, other), stand in coded.congruence.items()
    ]
    return _congruences(found)


_VIEWS: dict[LedgerView, Callable[[Ledger, Matrix], Rows]] = {
    LedgerView.STATEMENTS: _statements,
    LedgerView.CHANGES: _changes,
    LedgerView.RELATIONS: _relations,
    LedgerView.ACTOR_CONCEPT: _actor_concept,
    LedgerView.ACTOR_ACTOR: _actor_actor,
}


# -- tables ------------------------------------------------------------------------------------------------------------


def _wide(coded: Matrix) -> Rows:
    """Actors down, concepts across: „+2 −1" is twice for and once against."""
    cells = []
    for actor, name in coded.actors.items():
        stands = [coded.stand(actor, concept.id) for concept in coded.concepts]
        cells.append((name, *(_signed(s.pro, s.contra) for s in stands)))
    return Rows(("actor", *(concept.label for concept in coded.concepts)), tuple(cells), ())


def _signed(pro: int, contra: int) -> str:
    return " ".join([f"+{pro}"] * bool(pro) + [f"−{contra}"] * bool(contra))


def _print(rows: Rows, stream: TextIO) -> None:
    table = Table(*rows.columns, box=None, pad_edge=False)
    for cells in rows.cells:
        table.add_row(*map(Text, cells))
    _put(table, stream)


def _put(shown: RenderableType, stream: TextIO) -> None:
    """Write without blanks at the ends of lines."""
    out = console(stream)
    with out.capture() as capture:
        out.print(shown)
    stream.write("".join(line.rstrip() + "\n" for line in capture.get().splitlines()))


def _per_actor(ledger: Ledger, stream: TextIO) -> None:
    """Each actor with the statements below, by day."""
    for actor, statements in ledger.by_actor.items():
        _put(Text(ledger.name(actor), style="bold"), stream)
        _put(_lines(statements), stream)


def _turns(ledger: Ledger, stream: TextIO) -> None:
    """Each change and contradiction with its two statements below."""
    kinds = (("changed position", ledger.changes()), ("contradiction", ledger.contradictions()))
    for kind, pairs in kinds:
        for pair in pairs:
            _put(Text.assemble((pair.before.name, "bold"), f": {kind}"), stream)
            _put(_lines((pair.before, pair.after)), stream)


def _lines(statements: Sequence[Statement]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for s in statements:
        sign = {1: "+", -1: "−", 0: "·"}[s.direction]
        table.add_row(*map(Text, ("", _day(s), s.document, sign, s.type.value, s.content or s.cue)))
    return table


_READABLE: dict[LedgerView, Callable[[Ledger, TextIO], None]] = {
    LedgerView.STATEMENTS: _per_actor,
    LedgerView.CHANGES: _turns,
}
