"""``stance rules watch``: on every save what is wrong, which examples fail, and what happens to a corpus sample."""

from __future__ import annotations

import itertools
from pathlib import Path

import attrs
from rich.console import Console
from rich.text import Text

from stance.authoring.watch import Update, Watcher
from stance.cli.output import complain, counted
from stance.cli.rules.packs import Corpus
from stance.io.table import clean, console
from stance.rules.errors import RuleError

_SHOWN = 12


@attrs.frozen
class WatchOptions:
    """What is watched beside the pack.

    Attributes:
        corpus: files and folders of a corpus.
        sample: how many of its documents are tried.
        once: stop after the first check.
    """

    corpus: tuple[str, ...] = ()
    sample: int = 50
    once: bool = False


def run_watch(pack: str, options: WatchOptions) -> int:
    """Print an update for every save until interrupted.

    Returns:
        The exit code.
    """
    corpus = Corpus(options.corpus)
    try:
        watcher = Watcher(
            Path(pack) if Path(pack).exists() else pack, itertools.islice(corpus.documents(), options.sample)
        )
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return 1
    out = console()
    first = watcher.start()
    show(out, first)
    if options.once:
        return int(first.broken or bool(first.failed))
    print(f"watching {pack}; stop with Ctrl+C")
    try:
        for update in watcher.updates():
            show(out, update)
    except KeyboardInterrupt:
        print()
    return 0


def show(out: Console, update: Update) -> None:
    """Print what a save did, the worst first."""
    for problem in update.problems[:_SHOWN]:
        out.print(Text(f"{problem}\n"), soft_wrap=True)
    for result in update.failed[:_SHOWN]:
        told = "; ".join(map(str, result.deviations))
        line = Text.assemble((result.outcome.value, "bold red"), f" {result.name}: {clean(result.example.text)}")
        out.print(line.append(f"  {told}" if told else "", style="dim"), soft_wrap=True)
    for each in update.differences[:_SHOWN]:
        line = Text.assemble(
            (each.kind.value, "bold"), f" {each.rule} ({each.reason}): {clean(each.after or each.text)}"
        )
        out.print(line, soft_wrap=True)
    out.print(Text(_summary(update), style="red" if update.broken or update.failed else "green"), soft_wrap=True)


def _summary(update: Update) -> str:
    if update.broken:
        return f"{counted(len(update.problems), 'problem')}; the rules before stay in use ({update.seconds:.1f} s)"
    parts = [
        counted(len(update.changed), "changed rule"),
        f"{counted(len(update.results), 'example')}, {len(update.failed)} failed",
        counted(len(update.differences), "difference"),
        counted(len(update.problems), "warning"),
    ]
    return f"{'; '.join(parts)} ({update.seconds:.1f} s)"
