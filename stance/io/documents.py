"""Readers: paths become a stream of documents and problems.

Flows in: files, folders or a byte stream; flows out: one :class:`Document` after the other, and between them a
:class:`Problem` for whatever cannot be read, so that one bad file or line never stops a run. Text is never changed:
line ends stay as they are, and offsets count the characters of the decoded text (after a byte order mark, if any).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import attrs

from stance.io.formats import InputFormat
from stance.model import iso_date

TEXT_SUFFIXES = (".txt",)
LINE_SUFFIXES = (".jsonl", ".ndjson")
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@attrs.frozen
class Document:
    """A text to analyse.

    Attributes:
        id: its name in the result.
        text: the unchanged text.
        origin: where it comes from, as ``file`` or ``file:line``.
        date: ISO date on which it was written, or None where it is not known.
    """

    id: str
    text: str
    origin: str
    date: str | None = None


@attrs.frozen
class Problem:
    """Something about the input that the user should know.

    Attributes:
        where: ``file`` or ``file:line``.
        what: what is wrong.
        cure: what to do about it.
        fatal: the document is left out of the result; otherwise this is only a notice.
    """

    where: str
    what: str
    cure: str = ""
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.cure})" if self.cure else "")


Item = Document | Problem


def read(
    paths: Iterable[Path | str], stdin: BinaryIO, format: InputFormat = InputFormat.AUTO, stdin_id: str = "stdin"
) -> Iterator[Item]:
    """Read files, folders and standard input, one after the other.

    Args:
        paths: files, folders (searched for ``*.txt`` and ``*.jsonl`` below them, in sorted order; files that
            hold results are passed over) or ``-``.
        stdin: the byte stream that ``-`` stands for.
        format: how to read files and standard input; ``auto`` decides by suffix, and else by the first line.
        stdin_id: id of a text on standard input.

    Yields:
        Documents in input order, and problems where they occur. A repeated id is a notice: both documents count.
    """
    seen: set[str] = set()
    for path in paths:
        items = _stream(stdin, stdin_id, "<stdin>", format) if str(path) == "-" else _path(Path(path), format)
        for item in items:
            yield item
            if isinstance(item, Document):
                if item.id in seen:
                    cure = "give each document its own id to tell their results apart"
                    yield Problem(item.origin, f"the id {item.id!r} was used before", cure, fatal=False)
                seen.add(item.id)


def _path(path: Path, format: InputFormat) -> Iterator[Item]:
    if path.is_dir():
        yield from _folder(path, format)
    else:
        yield from _file(path, path.stem, format, in_folder=False)


def _folder(folder: Path, format: InputFormat) -> Iterator[Item]:
    found = False
    unread: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in (*TEXT_SUFFIXES, *LINE_SUFFIXES) and not name.startswith("."):
                if _holds_results(path):
                    continue
                found = True
                yield from _file(path, path.relative_to(folder).with_suffix("").as_posix(), format, in_folder=True)
    for error in unread:
        yield _unreadable(error.filename, error)
    if not found and not unread:
        yield Problem(str(folder), "no .txt or .jsonl file in this folder", "name the files to read one by one")


def _file(path: Path, id: str, format: InputFormat, *, in_folder: bool) -> Iterator[Item]:
    if format is InputFormat.AUTO or in_folder:
        suffix = path.suffix.lower()
        known = {**dict.fromkeys(TEXT_SUFFIXES, InputFormat.TEXT), **dict.fromkeys(LINE_SUFFIXES, InputFormat.JSONL)}
        format = known.get(suffix, InputFormat.AUTO)
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, id, str(path), format)
    except OSError as error:
        yield _unreadable(path, error)


def _unreadable(path: Path | str, error: OSError) -> Problem:
    return Problem(str(path), f"cannot be read: {error.strerror or error}", "check the path and its permissions")


def _stream(stream: BinaryIO, id: str, where: str, format: InputFormat) -> Iterator[Item]:
    if format is InputFormat.TEXT:
        yield _text(stream.read(), id, where)
        return
    first = stream.readline()
    if format is InputFormat.JSONL or _is_document_line(first):
        yield from _lines(chain([first], stream), id, where)
    else:
        yield _text(first + stream.read(), id, where)


def _lines(lines: Iterable[bytes], id: str, where: str) -> Iterator[Item]:
    empty = True
    for number, line in enumerate(lines, 1):
        if number == 1:
            if (problem := _encoded(line, where)) is not None:
                yield problem
                return
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            empty = False
            yield _line(line, f"{id}:{number}", f"{where}:{number}")
    if empty:
        yield Problem(where, "no documents: the file is empty", fatal=False)


def _line(line: bytes, id: str, where: str) -> Item:
    try:
        record = json.loads(line.rstrip().decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(error, where)
    except (json.JSONDecodeError, RecursionError) as error:
        column = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return Problem(where, f"no JSON{column}", 'write one object a line: {"id": "…", "text": "…"}')
    except ValueError as error:
        return Problem(where, f"no JSON that can be read: {error}", 'write one object a line: {"text": "…"}')
    if not isinstance(record, dict):
        return Problem(where, "no JSON object", 'write one object a line: {"id": "…", "text": "…"}')
    if not isinstance(record.get("text"), str):
        what = 'no key "text"' if "text" not in record else '"text" is not a string'
        return Problem(where, what, 'the text of a document stands under "text"')
    given = record.get("id")
    if given is not None and (not isinstance(given, str | int) or isinstance(given, bool)):
        return Problem(where, '"id" is neither a string nor a number', 'leave "id" out or make it a string')
    date = record.get("date")
    if date is not None and not (isinstance(date, str) and iso_date(date) is not None):
        return Problem(where, '"date" is no ISO date', 'write it as "2023-05-17", or leave it out')
    return _checked(Document(id if given is None else str(given), record["text"], where, date))


def _text(data: bytes, id: str, where: str) -> Item:
    if (problem := _encoded(data, where)) is not None:
        return problem
    if (position := data.find(b"\0")) >= 0:
        return Problem(where, f"is not text: NUL byte at byte offset {position}", "give it as plain UTF-8 text")
    try:
        return _checked(Document(id, data.decode("utf-8").removeprefix("\ufeff"), where))
    except UnicodeDecodeError as error:
        return _not_utf8(error, where)


def _encoded(data: bytes, where: str) -> Problem | None:
    """What a byte order mark says of a file that is not UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Problem(where, f"is {encoding}, not UTF-8", f"iconv -f {encoding} -t UTF-8")
    return None


def _not_utf8(error: UnicodeDecodeError, where: str) -> Problem:
    byte = error.object[error.start]
    what = f"is not UTF-8: byte 0x{byte:02x} at byte offset {error.start}"
    return Problem(where, what, "convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8")


def _checked(document: Document) -> Item:
    for what, value in (("text", document.text), ("id", document.id)):
        if surrogate := _SURROGATE.search(value):
            code = f"\\u{ord(surrogate.group()):04x}"
            cure = "write the character itself or both halves of its pair"
            where = f"at character {surrogate.start()} of the {what}"
            return Problem(document.origin, f"half a surrogate pair, {code}, {where}", cure)
    return document


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _is_document_line(line: bytes) -> bool:
    return "text" in _record(line)


def _holds_results(path: Path) -> bool:
    """Whether a JSONL file is what a run wrote, and so no input, although it lies in an input folder."""
    if path.suffix.lower() not in LINE_SUFFIXES:
        return False
    try:
        with path.open("rb") as stream:
            record = _record(stream.readline())
    except OSError:
        return False
    return "commitments" in record and "text" not in record
