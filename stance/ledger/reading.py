"""Reading for the ledger: lines of results, and the dates of documents.

Files of ``stance/1`` lines come in one line at a time, so that size does not matter; results go out, and between them a
:class:`~stance.io.documents.Problem` for every line that is none. Dates come from the documents, a CSV file or the id.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TextIO

from stance.io.documents import Problem
from stance.model import DocumentResult
from stance.serialise import ResultError, from_json

_ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_RUN = "run 'stance extract … -o FILE.jsonl' to make results"


def read_results(paths: Iterable[Path | str], stdin: BinaryIO | None = None) -> Iterator[DocumentResult | Problem]:
    """The results of files, one after the other.

    Args:
        paths: files of ``stance/1`` lines, or ``-`` for standard input.
        stdin: the byte stream that ``-`` stands for; default: that of the process.

    Yields:
        Results in input order, and a problem for each line that is none and each file that cannot be read.
    """
    for path in paths:
        if str(path) == "-":
            yield from _lines(stdin or sys.stdin.buffer, "<stdin>")
            continue
        try:
            with Path(path).open("rb") as stream:
                yield from _lines(stream, str(path))
        except OSError as error:
            yield Problem(str(path), f"cannot be read: {error.strerror or error}", "check the path and its permissions")


def _lines(stream: Iterable[bytes], where: str) -> Iterator[DocumentResult | Problem]:
    for number, raw in enumerate(stream, 1):
        line = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
        if not line.strip():
            continue
        try:
            yield from_json(line)
        except ResultError as error:
            more = f" and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
            yield Problem(f"{where}:{number}", f"no stance/1 result: {error.problems[0]}{more}", _RUN)


def read_dates(path: Path) -> Iterator[tuple[str, date] | Problem]:
    """The days of documents.

    Args:
        path: a ``.jsonl`` file of documents with ``id`` and ``date``, or a ``.csv`` file with these columns (commas or
            semicolons); further keys and columns do not matter. A date is ``2025-03-31``, a time may stand behind it.

    Yields:
        Id and day, and a problem for each line without them.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            seen: dict[str, date] = {}
            for number, row in _rows(stream) if path.suffix.lower() == ".csv" else _objects(stream):
                item = _date(row, f"{path}:{number}", seen)
                if item is not None:
                    yield item
    except OSError as error:
        yield Problem(str(path), f"cannot be read: {error.strerror or error}", "check the path and its permissions")
    except UnicodeDecodeError:
        yield Problem(str(path), "is no UTF-8 text", "save it as UTF-8")


def _rows(stream: TextIO) -> Iterator[tuple[int, object]]:
    """The rows of a table by line; spreadsheets write semicolons where the comma is the decimal mark."""
    head = stream.readline()
    delimiter = ";" if ";" in head and "," not in head else ","
    rows = csv.DictReader(chain([head], stream), delimiter=delimiter)
    if not {"id", "date"} <= set(rows.fieldnames or ()):
        yield 1, None
        return
    for row in rows:
        yield rows.line_num, row


def _objects(lines: Iterable[str]) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield number, json.loads(line)
        except (ValueError, RecursionError):
            yield number, None


def _date(row: object, where: str, seen: dict[str, date]) -> tuple[str, date] | Problem | None:
    """The day of one document; None for a document whose line gives none.

    Args:
        row: what its line holds.
        where: file and line.
        seen: the days of the lines before, which grow.
    """
    cure = 'write {"id": "…", "date": "2025-03-31"}, in CSV the columns id,date'
    if not isinstance(row, dict):
        return Problem(where, "no id with a date", cure)
    id, given = row.get("id"), row.get("date")
    if given is None and isinstance(row.get("text"), str):
        return None
    if isinstance(id, bool) or not isinstance(id, str | int) or not isinstance(given, str):
        return Problem(where, "no id with a date", cure)
    day = day_in(given)
    if day is None:
        return Problem(where, f"{given!r} is no day", cure)
    if seen.setdefault(str(id), day) != day:
        return Problem(where, f"{str(id)!r} has another day already, {seen[str(id)]}", "give each document one day")
    return str(id), day


def day_of(result: DocumentResult, days: Mapping[str, date] | None = None) -> date | None:
    """The day of a document: the one that is given, else that of its result, else the one that its id holds.

    Args:
        result: the result of the document.
        days: days that are given, by id.

    Returns:
        None where there is none; a month or a year is no day.
    """
    given = (days or {}).get(result.id)
    return given or (None if result.date is None else day_in(result.date)) or day_in(result.id)


def day_in(text: str) -> date | None:
    """The first ISO date in a text, such as the id of a document; None where there is none.

    >>> day_in("2025/2025-03-31-rede"), day_in("2025-13-01")
    (datetime.date(2025, 3, 31), None)
    """
    found = _ISO.search(text)
    try:
        return None if found is None else date.fromisoformat(found[1])
    except ValueError:
        return None
