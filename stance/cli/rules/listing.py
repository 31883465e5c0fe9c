"""``stance rules list|packs|schema``: which rules and packs there are, and the schema of packs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table
from rich.text import Text

from stance.cli.output import complain, print_json
from stance.cli.rules.packs import read_packs
from stance.io.table import console
from stance.rules.reader import available, inspect_pack
from stance.rules.schema import Rule
from stance.schema import pack_schema


def run_list(packs: Sequence[str]) -> int:
    """Print a table of rules.

    Returns:
        The exit code.
    """
    rules = read_packs(packs)
    if rules is None:
        return 1
    out = console()
    table = _table(("Rule", "Type", "Cue", "Words"), out.width)
    for rule in rules.rules:
        table.add_row(Text(rule.id), rule.type.value, rule.cue.kind.value, Text(_cue_words(rule)))
    out.print(table)
    return 0


def run_packs() -> int:
    """Print the packs that can be named: those shipped and those of installed distributions.

    Returns:
        The exit code: 1 where a pack cannot be used.
    """
    out = console()
    table = _table(("Pack", "Version", "Rules", "From"), out.width)
    faults = []
    for name, brought in available().items():
        inspected = inspect_pack(name)
        fault = brought.fault or ("it has mistakes" if inspected.problems else "")
        faults += [f"{name}: {fault}; see 'stance rules check {name}'"] if fault else []
        pack = inspected.pack
        counted = ("–", "–") if fault else (pack.version, str(len(pack.rules)))
        table.add_row(Text(name), *map(Text, (*counted, brought.distribution)))
    out.print(table)
    for fault in faults:
        complain(fault)
    return int(bool(faults))


def run_schema(path: Path | None) -> int:
    """Write the JSON Schema of packs, and say how an editor uses it.

    Returns:
        The exit code.
    """
    if path is None:
        print_json(pack_schema())
        return 0
    try:
        path.write_text(json.dumps(pack_schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        complain(str(error))
        return 1
    print(f"first line of a pack: # yaml-language-server: $schema={path}")
    return 0


def _table(titles: Sequence[str], width: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", width=width)
    for title in titles:
        table.add_column(title, overflow="fold", no_wrap=title == titles[0])
    return table


def _cue_words(rule: Rule) -> str:
    return ", ".join(rule.cue.words or rule.cue.patterns)
