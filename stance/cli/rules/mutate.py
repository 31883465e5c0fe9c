"""``stance rules mutate``: the changes of rules that no example notices."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from stance.authoring.examples import ALL, Selection
from stance.authoring.mutate import Mutant, Mutation, mutate_rules
from stance.cli.output import complain, counted, print_json
from stance.cli.rules.packs import counting, make_bench


@attrs.frozen
class MutateOptions:
    """What is mutated and how it is shown.

    Attributes:
        selection: which rules.
        json: print plain data.
        below: the exit code is 1 where a smaller share of the changes is noticed, in percent.
    """

    selection: Selection = ALL
    json: bool = False
    below: float = 0.0


def run_mutate(packs: Sequence[str], options: MutateOptions) -> int:
    """Print what no example of the last pack notices.

    Returns:
        The exit code.
    """
    bench = make_bench(packs)
    if bench is None:
        return 1
    with counting() as progress:
        found = mutate_rules(bench, options.selection, progress)
    if not found.changes:
        complain(
            f"nothing to change in rules of {options.selection}" if options.selection != ALL else "no rule to change"
        )
        return 1
    if options.json:
        print_json(attrs.asdict(found))
    else:
        _show(found)
    return int(found.share * 100 < options.below)


def _show(found: Mutation) -> None:
    for (rule, file, line), mutants in groupby(found.survivors, key=lambda each: (each.rule, each.file, each.line)):
        print(f"{file}:{line}: {rule}")
        for mutant in mutants:
            sys.stdout.writelines(f"{row}\n" for row in _rows(mutant))
    noticed = found.changes - len(found.survivors)
    print(f"{noticed} of {counted(found.changes, 'change')} noticed by an example ({found.share:.1%})")


def _rows(mutant: Mutant) -> Iterator[str]:
    yield f"  {mutant.what}: no example notices"
    if mutant.sentence:
        yield f'    - none: "{mutant.sentence}"' if mutant.expected == "none" else f'    - "{mutant.sentence}"'
