"""``stance extract``: documents in, results out, problems and progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

import attrs
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from stance.authoring.lock import LockError
from stance.cli.engine import Analysed, Settings, analyse_all
from stance.cli.output import complain, forget_stdout
from stance.io.documents import Problem, read
from stance.io.formats import OUTPUT_SUFFIXES, InputFormat, OutputFormat
from stance.io.resuming import Finished, ResumeError, finished, remaining
from stance.io.table import TableWriter, console
from stance.io.writers import CsvWriter, JsonlWriter, Writer, output, partial
from stance.rules.errors import RuleError

INTERRUPTED = 130


@attrs.frozen
class ExtractOptions:
    """The options of the command, as given."""

    paths: tuple[str, ...]
    output: Path | None
    format: OutputFormat | None
    input_format: InputFormat
    workers: int
    id: str
    resume: bool = False

    @property
    def output_format(self) -> OutputFormat:
        """The format asked for, else the one of the output's suffix, else the table."""
        by_suffix = OUTPUT_SUFFIXES.get(self.output.suffix.lower()) if self.output else None
        return self.format or by_suffix or OutputFormat.TABLE


def run_extract(options: ExtractOptions, settings: Settings) -> int:
    """Analyse documents and write their results.

    Returns:
        The exit code.
    """
    try:
        done = finished(partial(options.output)) if options.resume and options.output else Finished()
        where = nullcontext(sys.stdout) if options.output is None else output(options.output, append=options.resume)
        with where as stream:
            return _write_all(options, settings, stream, done)
    except BrokenPipeError:
        forget_stdout()
        return 0
    except (RuleError, LockError, ResumeError, OSError) as error:
        _drop_empty(options.output)
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        kept = options.output and partial(options.output)
        more = " (--resume goes on there)" if options.output_format is OutputFormat.JSONL else ""
        complain("interrupted" + (f"; what is finished stands in {kept}{more}" if kept and kept.exists() else ""))
        return INTERRUPTED


def _write_all(options: ExtractOptions, settings: Settings, stream: TextIO, done: Finished) -> int:
    failed = False
    items = remaining(read(options.paths, sys.stdin.buffer, options.input_format, options.id), done)
    if done.count and options.output is not None:
        complain(f"{done.count} documents stand in {partial(options.output)} already [notice]")
    writer: Writer | None = None
    with _progress(options) as advance:
        for outcome in analyse_all(items, settings, options.workers):
            writer = writer or _writer(options.output_format, stream)
            if isinstance(outcome, Analysed):
                if options.output is not None:
                    done.check(outcome.result, partial(options.output))
                writer.write(outcome.result, outcome.document)
                advance()
            else:
                failed = failed or outcome.fatal
                _report(outcome)
    writer = writer or _writer(options.output_format, stream)
    return int(failed)


def _writer(format: OutputFormat, stream: TextIO) -> Writer:
    if format is OutputFormat.JSONL:
        return JsonlWriter(stream)
    return CsvWriter(stream) if format is OutputFormat.CSV else TableWriter(console(stream))


def _report(problem: Problem) -> None:
    complain(str(problem) if problem.fatal else f"{problem} [notice]")


def _drop_empty(path: Path | None) -> None:
    if path is not None and partial(path).is_file() and not partial(path).stat().st_size:
        partial(path).unlink()


@contextmanager
def _progress(options: ExtractOptions) -> Iterator[Callable[[], None]]:
    """Counts documents on standard error, where that is a terminal and the results go elsewhere."""
    errors = Console(stderr=True)
    if not errors.is_terminal or (options.output is None and sys.stdout.isatty()):
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda: progress.advance(task)
