"""What the commands on rules share: packs from their names and texts of a corpus, with every mistake said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from stance.authoring.bench import Bench
from stance.chunks import chunks
from stance.cli.output import complain
from stance.io.documents import Problem, read
from stance.rules.errors import RuleError
from stance.rules.reader import load_packs, shipped
from stance.rules.ruleset import RuleSet


def read_packs(packs: Sequence[str]) -> RuleSet | None:
    """Read packs together, all shipped ones where none are named; None, with every mistake said, where they fail."""
    try:
        return load_packs(packs or tuple(shipped()))
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return None


def make_bench(packs: Sequence[str]) -> Bench | None:
    """Packs at work, the core pack where none are named; None, with every mistake said, where they fail."""
    try:
        return Bench.of(packs or tuple(shipped())[:1])
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return None


class Corpus:
    """The texts of a corpus, long ones in pieces; what cannot be read is said and left out.

    Args:
        paths: ``.txt`` and ``.jsonl`` files, folders, or ``-``.

    Attributes:
        failed: whether a document could not be read.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self.failed = False

    def texts(self) -> Iterator[str]:
        """The texts."""
        yield from (text for _, text in self.documents())

    def documents(self) -> Iterator[tuple[str, str]]:
        """Ids and texts, with a count of documents on standard error where that is a terminal."""
        columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
        errors = Console(stderr=True)
        with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
            task = progress.add_task("", total=None)
            for item in read(self._paths, sys.stdin.buffer) if self._paths else ():
                if isinstance(item, Problem):
                    self.failed = self.failed or item.fatal
                    complain(str(item))
                    continue
                progress.advance(task)
                yield from ((item.id, piece.text) for piece in chunks(item.text))


@contextmanager
def counting() -> Iterator[Callable[[int, int], None]]:
    """Counts rules on standard error where that is a terminal."""
    errors = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, all: progress.update(task, completed=done, total=all)
