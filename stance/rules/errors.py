"""What is wrong with a rule pack, said so that its author can mend it.

Every check of the reader gives a :class:`Problem` with a code, a place and a cure; :class:`RuleError` carries all
problems of all files at once. Data and rendering are kept apart, as in Semgrep, YARA-X and rustc.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import attrs

CODES: Final = {
    "S001": "the file cannot be read",
    "S002": "the file is not text in UTF-8",
    "S003": "the file is empty",
    "S004": "the file is not YAML",
    "S005": "a mapping, list or text stands where another is wanted",
    "S006": "unknown key",
    "S007": "duplicate key",
    "S008": "a key is missing",
    "S009": "the value is none of those that are known",
    "S010": "an empty list or text",
    "S011": "unknown slot",
    "S012": "the kind of cue has no such slot or condition",
    "S013": "no frame has a role that the rule needs",
    "S014": "duplicate rule id",
    "S015": "duplicate list",
    "S016": "a cue has exactly one kind",
    "S017": "malformed brackets in an example",
    "S018": "an example marks a role that no frame has",
    "S019": "an example marks no cue",
    "S020": "a cue word is not in its citation form",
    "S021": "unknown list",
    "S022": "a list contains itself",
    "S023": "unknown pack",
    "S024": "a pack extends itself",
    "S025": "an unknown rule is switched off",
    "S026": "a sense names an unknown rule",
    "S027": "duplicate sense",
    "S101": "a cue word is no German lemma",
    "S102": "a cue word is an inflected form",
    "S103": "a separable verb is written apart",
    "S104": "a frame can never be filled",
    "S105": "a rule never wins against another",
    "S106": "one cue in one frame gives two types",
    "S107": "an example is found by another rule",
    "S108": "an ambiguous word has no example in which it gives nothing",
    "S109": "a list is used nowhere",
    "S110": "a rule has no documentation",
    "S111": "no example shows what a rule finds",
    "S112": "a cue names a word twice",
}
_WIDTH: Final = 110


def is_warning(code: str) -> bool:
    """Whether a code is that of a warning.

    >>> is_warning("S101"), is_warning("S012"), is_warning("S999")
    (True, False, False)
    """
    return code in CODES and code >= "S1"


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"


@attrs.frozen
class Problem:
    """One mistake, or one remark, in one place of a pack.

    Attributes:
        code: stable code ("S006"), a key of :data:`CODES`.
        message: what is wrong, in one sentence.
        file: path as the user would write it.
        line: 1-based line, 0 where the problem is the file as a whole.
        column: 1-based first column of the offending text, in characters.
        end_column: 1-based column after its last character on that line.
        text: the line that holds it.
        help: what would be right.

    >>> line = "      - {actr: subject}"
    >>> print(Problem("S006", "unknown key 'actr'", "my.yaml", 7, 10, 14, line, "did you mean 'actor'?"))
    my.yaml:7:10: S006 unknown key 'actr'
      7 |       - {actr: subject}
        |          ^^^^
        = did you mean 'actor'?
    """

    code: str
    message: str
    file: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    text: str = ""
    help: str = ""

    @property
    def severity(self) -> Severity:
        """An error makes a pack unusable; a warning says that it hardly means what its author wants (S101 and on)."""
        return Severity.WARNING if is_warning(self.code) else Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        gutter = " " * (len(str(self.line)) if self.line else 0)
        rows = [f"{place}: {self.code} {self.message}"]
        if self.line:
            text, start, end = _window(self.text, self.column - 1, self.end_column - 1)
            indent = "".join("\t" if char == "\t" else " " for char in text[:start])
            rows += [f"  {self.line} | {text}", f"  {gutter} | {indent}{'^' * max(1, end - start)}"]
        if self.help:
            rows.append(f"  {gutter} = {self.help}")
        return "\n".join(rows)


class RuleError(ValueError):
    """A rule pack cannot be used; carries every problem that was found in it.

    >>> error = RuleError([Problem("S003", "the file is empty", "my.yaml", help="it starts with 'pack:'")])
    >>> print(error)
    my.yaml: S003 the file is empty
       = it starts with 'pack:'
    1 problem
    >>> error.problems[0].code
    'S003'
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        return (
            "\n\n".join(map(str, self.problems))
            + ("\n" if count == 1 else "\n\n")
            + f"{count} problem{'s'[: count > 1]}"
        )


def suggest(word: str, options: Iterable[str], otherwise: str = "write one of: ") -> str:
    """The cure for a word that is none of the options.

    Args:
        word: what was written.
        options: what may be written.
        otherwise: opening of the list of all options, given where none comes close.

    >>> suggest("clause.das", ["clause.dass", "clause.zu"])
    "did you mean 'clause.dass'?"
    >>> suggest("huhu", ["yes", "no"])
    'write one of: yes, no'
    """
    known = list(options)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6) or difflib.get_close_matches(
        word.lower(), known, n=1, cutoff=0.6
    )
    if close:
        return f"did you mean '{close[0]}'?"
    return otherwise + ", ".join(known) if known else ""


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line to the surroundings of the offending text; columns move with it."""
    if len(text) <= _WIDTH:
        return text, start, end
    first = max(0, min(start - _WIDTH // 3, len(text) - _WIDTH))
    last = first + _WIDTH
    cut = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    shift = first - bool(first)
    return cut, start - shift, min(end, last) - shift
