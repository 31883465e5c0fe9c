"""``stance rules``: check, list and test packs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import attrs
from rich.table import Table
from rich.text import Text

from stance.authoring.examples import ExampleOutcome, ExampleResult, run_examples, run_senses
from stance.cli.output import complain
from stance.io.table import console
from stance.model import Commitment
from stance.rules.errors import RuleError
from stance.rules.reader import load_packs, shipped
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Rule

_MARKS = {ExampleOutcome.MISSING: "missing", ExampleOutcome.WRONG: "wrong", ExampleOutcome.NOISY: "noisy"}


def run_check(packs: Sequence[str]) -> int:
    """Read each pack on its own and print what it holds, or all its mistakes.

    Returns:
        The exit code.
    """
    failed = False
    for pack in packs or tuple(shipped()):
        try:
            print(_summary(pack, load_packs([pack])))
        except RuleError as error:
            failed = True
            complain(f"{pack} has mistakes\n{error}")
    return int(failed)


def run_list(packs: Sequence[str]) -> int:
    """Print a table of rules.

    Returns:
        The exit code.
    """
    rules = _load(packs)
    if rules is None:
        return 1
    out = console()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", width=out.width)
    for title in ("Rule", "Type", "Cue", "Words"):
        table.add_column(title, overflow="fold", no_wrap=title == "Rule")
    for rule in rules.rules:
        table.add_row(Text(rule.id), rule.type.value, rule.cue.kind.value, Text(_cue_words(rule)))
    out.print(table)
    return 0


def run_test(packs: Sequence[str], select: str) -> int:
    """Run the annotated examples of packs, those of senses too, and print those that fail.

    Packs that are named are run together, with all that they extend; otherwise each shipped pack is run on its own.

    Returns:
        The exit code.
    """
    groups = [tuple(packs)] if packs else [(name,) for name in shipped()]
    counts: Counter[ExampleOutcome] = Counter()
    for group in groups:
        rules = _load(group)
        if rules is None:
            return 1
        for result in _results(group, rules if packs else _own(rules), select):
            counts[result.outcome] += 1
            if not result.passed:
                _print_failure(result)
    if not counts:
        complain(f"no rule or sense with {select!r} has examples" if select else "these rules have no examples")
        return 1
    print(", ".join(f"{counts[outcome]} {outcome.value}" for outcome in ExampleOutcome if counts[outcome]))
    return int(set(counts) != {ExampleOutcome.VALIDATED})


def _results(packs: Sequence[str], rules: RuleSet, select: str) -> Iterator[ExampleResult]:
    """What came of the examples of some rules where these packs are at work."""
    from stance.pipeline import load

    nlp = load(packs)

    def extract(text: str) -> tuple[Commitment, ...]:
        return tuple(nlp(text)._.commitments)

    return chain(run_examples(rules, extract, select), run_senses(rules, extract, select))


def _own(rules: RuleSet) -> RuleSet:
    """The rules and senses of the last pack, without those of the packs that it extends."""
    last = rules.packs[-1]
    own = tuple(rule for rule in rules.rules if rules.pack_of(rule.id) == last.name)
    return attrs.evolve(rules, rules=own, senses=last.senses)


def _load(packs: Sequence[str]) -> RuleSet | None:
    try:
        return load_packs(packs or tuple(shipped()))
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return None


def _summary(pack: str, rules: RuleSet) -> str:
    examples = sum(len(rule.examples) for rule in rules.rules)
    return f"{pack}: {rules.info.pack} {rules.info.version}, {len(rules.rules)} rules, {examples} examples"


def _cue_words(rule: Rule) -> str:
    return ", ".join(rule.cue.words or rule.cue.patterns)


def _print_failure(result: ExampleResult) -> None:
    place = f"{result.source}:{result.example.line}: " if result.source else ""
    print(f"{place}{_MARKS[result.outcome]} {result.name}\n  {result.example.text}")
    for deviation in result.deviations:
        print(f"    {deviation}")
