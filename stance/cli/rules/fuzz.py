"""``stance rules fuzz``: sentences made from rules that came back otherwise; chosen ones become examples."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import attrs
from rich.text import Text

from stance.authoring.examples import ALL, Selection
from stance.authoring.fuzz import Disagreement, Fuzzed, fuzz_rules
from stance.cli.output import complain, counted, print_json
from stance.cli.rules.accept import accept
from stance.cli.rules.packs import counting, make_bench
from stance.io.table import console


@attrs.frozen
class FuzzOptions:
    """What is fuzzed and what becomes of it.

    Attributes:
        selection: which rules.
        count: sentences a rule.
        seed: of the generator.
        json: print plain data.
        accept: numbers of the candidates that are written into their rules.
    """

    selection: Selection = ALL
    count: int = 20
    seed: int = 0
    json: bool = False
    accept: tuple[int, ...] = ()


def run_fuzz(packs: Sequence[str], options: FuzzOptions) -> int:
    """Print the sentences that came back otherwise, numbered.

    Returns:
        The exit code: 1 where there are some that were not accepted.
    """
    bench = make_bench(packs)
    if bench is None:
        return 1
    with counting() as progress:
        found = fuzz_rules(bench, options.selection, options.count, options.seed, progress)
    if not found.sentences and not found.unsaid:
        complain(f"no rule of {options.selection}" if options.selection != ALL else "these packs have no rules")
        return 1
    if options.json:
        print_json(attrs.asdict(found))
    else:
        _show(found)
    if options.accept:
        chosen = [(each.rule, each.candidate) for each in found.disagreements]
        return accept(bench.rules, chosen, options.accept)
    return int(bool(found.disagreements))


def _show(found: Fuzzed) -> None:
    out = console()
    number = 0
    for rule, group in groupby(found.disagreements, key=lambda each: each.rule):
        out.print(Text(rule, style="bold"), soft_wrap=True)
        for each in group:
            number += 1
            out.print(_line(number, each), soft_wrap=True)
    for rule, reason in found.unsaid:
        out.print(Text(f"{rule}: no sentence: {reason}", style="dim"), soft_wrap=True)
    print(f"{counted(found.sentences, 'sentence')}, {counted(len(found.disagreements), 'disagreement')}")


def _line(number: int, each: Disagreement) -> Text:
    put = f" ({', '.join(each.features)})" if each.features else ""
    return Text.assemble((f"{number:4} ", "dim"), (each.reason, "yellow"), (put, "dim"), f"\n     - {each.candidate}")
