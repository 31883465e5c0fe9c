"""``stance rules coverage``: which parts of rules the examples exercise, and a corpus; as table, JSON or page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
from rich.console import Console
from rich.table import Table
from rich.text import Text

from stance.authoring.coverage import KINDS, Coverage, RuleCoverage, cover
from stance.authoring.examples import ALL, Selection
from stance.authoring.page import folded, page
from stance.authoring.page import table as table_html
from stance.cli.output import complain, counted, print_json
from stance.cli.rules.packs import Corpus, make_bench
from stance.io.table import clean, console


@attrs.frozen
class CoverageOptions:
    """What is covered and how it is shown.

    Attributes:
        selection: which rules.
        corpus: files and folders of a corpus.
        json: print plain data.
        html: write a page there.
        below: the exit code is 1 where a smaller share of the parts is exercised, in percent.
    """

    selection: Selection = ALL
    corpus: tuple[str, ...] = ()
    json: bool = False
    html: Path | None = None
    below: float = 0.0


def run_coverage(packs: Sequence[str], options: CoverageOptions) -> int:
    """Print how much of packs is exercised; packs that are named are taken together.

    Returns:
        The exit code.
    """
    bench = make_bench(packs)
    if bench is None:
        return 1
    corpus = Corpus(options.corpus)
    found = cover(bench, corpus.texts(), options.selection)
    if not found.rules:
        complain(f"no rule of {options.selection}" if options.selection != ALL else "these packs have no rules")
        return 1
    if options.html is not None:
        options.html.write_text(_page(found, bench.rules.info.pack), encoding="utf-8")
    if options.json:
        print_json(attrs.asdict(found))
    else:
        _show(console(), found)
    return int(corpus.failed or found.share() * 100 < options.below)


def _show(out: Console, found: Coverage) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", width=out.width)
    for title in _titles(found):
        words = title in ("Rule", "Lacks")
        table.add_column(title, overflow="fold", no_wrap=title == "Rule", justify="left" if words else "right")
    for rule in found.rules:
        table.add_row(*(Text(cell) for cell in _cells(rule, found)))
    with out.capture() as capture:
        out.print(table)
    sys.stdout.write("\n".join(line.rstrip() for line in capture.get().split("\n")))
    print()
    for kind in KINDS:
        print(f"{kind + 's':12}{found.share(kind):6.1%} of the {kind}s are exercised by examples")
    if found.documents:
        fired = sum(rule.fired for rule in found.rules)
        silent = sum(not rule.fired for rule in found.rules)
        made = f"{counted(found.documents, 'document')}: {counted(fired, 'commitment')}"
        print(f"{made}; {counted(silent, 'rule')} never fired")


def _titles(found: Coverage) -> tuple[str, ...]:
    return ("Rule", *(f"{kind.capitalize()}s" for kind in KINDS), *(["Corpus"] if found.documents else []), "Lacks")


def _cells(rule: RuleCoverage, found: Coverage) -> Iterator[str]:
    yield rule.rule
    for kind in KINDS:
        parts = rule.of(kind)
        yield f"{sum(part.examples > 0 for part in parts)}/{len(parts)}" if parts else "–"
    if found.documents:
        yield str(rule.fired)
    lacking = [part.name for part in rule.uncovered]
    yield ", ".join(lacking[:4]) + (f" and {len(lacking) - 4} more" if len(lacking) > 4 else "")


def _page(found: Coverage, pack: str) -> str:
    shares = [(f"{kind}s", f"{found.share(kind):.1%}") for kind in KINDS]
    body = [table_html(("part", "exercised by examples"), shares)]
    columns = ("part", "kind", "examples", *(["corpus", "samples"] if found.documents else []))
    for rule in found.rules:
        rows = []
        for part in rule.parts:
            row = [part.name, part.kind, str(part.examples)]
            rows.append([*row, str(part.corpus), "\n".join(map(clean, part.samples))] if found.documents else row)
        marks = ["lacking" if not part.examples else "" for part in rule.parts]
        title = f"{rule.rule}: lacks {len(rule.uncovered)} of {len(rule.parts)}"
        body.append(folded(title, [table_html(columns, rows, marks)]))
    return page(f"Coverage of {pack}", body)
