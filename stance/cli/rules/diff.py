"""``stance rules diff``: what a change of rules does to a corpus, side by side, as JSON or as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stance.authoring.bench import Bench
from stance.authoring.diff import Difference, Kind, PackDiff, diff_packs
from stance.authoring.page import heading, page
from stance.authoring.page import table as table_html
from stance.cli.output import complain, counted, print_json
from stance.cli.rules.accept import accept
from stance.cli.rules.packs import Corpus
from stance.io.table import clean, console
from stance.rules.errors import RuleError
from stance.serialise import to_dict

_STYLES = {Kind.GAINED: "green", Kind.LOST: "red", Kind.CHANGED: "yellow"}


@attrs.frozen
class DiffOptions:
    """What is compared and how it is shown.

    Attributes:
        corpus: files and folders of the corpus.
        json: print plain data.
        html: write a page there.
        accept: numbers of the differences that become examples of the new pack.
    """

    corpus: tuple[str, ...]
    json: bool = False
    html: Path | None = None
    accept: tuple[int, ...] = ()


def run_diff(old: str, new: str, options: DiffOptions) -> int:
    """Print the differences, numbered.

    Returns:
        The exit code: 1 where there are some that were not accepted, or a document could not be read.
    """
    try:
        before, after = Bench.of([old]), Bench.of([new])
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return 1
    corpus = Corpus(options.corpus)
    found = diff_packs(before, after, corpus.documents())
    if options.html is not None:
        try:
            options.html.write_text(_page(found, old, new), encoding="utf-8")
        except OSError as error:
            complain(str(error))
            return 1
    if options.json:
        print_json({"documents": found.documents, "differences": [_data(each) for each in found.differences]})
    else:
        _show(console(), found)
    if options.accept:
        candidates = [(each.rule, each.example) for each in found.differences]
        return accept(after.rules, candidates, options.accept) or int(corpus.failed)
    return int(bool(found.differences) or corpus.failed)


def _show(out: Console, found: PackDiff) -> None:
    number = 0
    for (kind, rule, reason), group in found.groups():
        heading = Text.assemble((kind.value, f"bold {_STYLES[kind]}"), f"  {rule}  ", (reason, "dim"))
        out.print(heading, soft_wrap=True)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=4)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        for each in group:
            number += 1
            table.add_row(Text(str(number), style="dim"), *_sides(each))
        with out.capture() as capture:
            out.print(Padding(table, (0, 0, 0, 2)))
        out.file.write("\n".join(line.rstrip() for line in capture.get().split("\n")))
    counts = Counter(each.kind for each in found.differences)
    told = ", ".join(f"{counts[kind]} {kind.value}" for kind in Kind if counts[kind]) or "no difference"
    print(f"{counted(found.documents, 'document')}: {told}")


def _sides(each: Difference) -> Iterator[Text]:
    """Before and after; where one side has nothing, the plain sentence is dimmed."""
    for notation in (each.before, each.after):
        yield Text(clean(notation)) if notation else Text(clean(each.text), style="dim")


def _data(each: Difference) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "rule": each.rule,
        "reason": each.reason,
        "document": each.document,
        "text": each.text,
        "old": None if each.old is None else to_dict(each.old),
        "new": None if each.new is None else to_dict(each.new),
    }


def _page(found: PackDiff, old: str, new: str) -> str:
    parts = []
    for (kind, rule, reason), group in found.groups():
        rows = [(each.document, each.before or each.text, each.after or each.text) for each in group]
        parts.append(heading(f"{kind.value}: {rule} ({reason})"))
        parts.append(table_html(("document", old, new), rows, [kind.value] * len(rows)))
    return page(f"{old} → {new}", parts)
