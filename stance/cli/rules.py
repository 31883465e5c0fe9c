"""``stance rules``: check, list, test and lock packs; which there are, and their schema."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import attrs
from rich.table import Table
from rich.text import Text

from stance.authoring.bench import Bench
from stance.authoring.check import Checked, check_pack
from stance.authoring.examples import ExampleOutcome, ExampleResult, run_examples, run_senses
from stance.authoring.lock import LockError, check_lock, dump_lock, lock_of
from stance.cli.engine import Settings, make_pipeline
from stance.cli.output import complain, print_json
from stance.io.formats import ProblemFormat
from stance.io.table import console
from stance.rules.errors import Problem, RuleError, Severity
from stance.rules.reader import available, inspect_pack, load_packs, shipped
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Rule
from stance.schema import pack_schema

_MARKS = {ExampleOutcome.MISSING: "missing", ExampleOutcome.WRONG: "wrong", ExampleOutcome.NOISY: "noisy"}


@attrs.frozen
class CheckOptions:
    """How packs are checked.

    Attributes:
        format: text with carets, JSON, or annotations that GitHub shows beside the lines.
        strict: whether warnings fail, too.
        examples: whether to look for examples that another rule finds.
        ignored: codes of warnings that are left out.
    """

    format: ProblemFormat = ProblemFormat.TEXT
    strict: bool = False
    examples: bool = True
    ignored: frozenset[str] = frozenset()


def run_check(packs: Sequence[str], options: CheckOptions) -> int:
    """Check each pack on its own and print every problem of every file, then what the pack holds.

    Args:
        packs: names or paths; all shipped packs where there are none.
        options: how.

    Returns:
        The exit code.
    """
    checked = [_check(pack, options) for pack in packs or tuple(shipped())]
    if options.format is ProblemFormat.JSON:
        print_json([_checked_data(each) for each in checked])
    for each in checked if options.format is not ProblemFormat.JSON else ():
        _print_problems(each, options.format)
    return int(any(each.errors or (options.strict and each.warnings) for each in checked))


def _print_problems(checked: Checked, format: ProblemFormat) -> None:
    """Print problems (as text: errors on standard error) and, as text, what the pack holds."""
    if format is ProblemFormat.GITHUB:
        print(*map(github, checked.problems), sep="\n", end="\n" if checked.problems else "")
        return
    for problem in checked.problems:
        error = problem.severity is Severity.ERROR
        print(f"{problem}\n", file=sys.stderr if error else sys.stdout, flush=error)
    print(_summary(checked))


def _check(pack: str, options: CheckOptions) -> Checked:
    checked = check_pack(pack, options.examples)
    kept = tuple(problem for problem in checked.problems if problem.code not in options.ignored)
    return attrs.evolve(checked, problems=kept)


def _checked_data(checked: Checked) -> dict[str, Any]:
    """A checked pack as plain data."""
    return {
        "pack": checked.source,
        "problems": [{"severity": p.severity.value, **attrs.asdict(p)} for p in checked.problems],
    }


def github(problem: Problem) -> str:
    """A problem as a workflow command of GitHub Actions, which shows it beside its line.

    >>> github(Problem("S110", "'demand.a' has no 'doc'", "my.yaml", 4, 9, 17, "  - id: demand.a", "say what it finds"))
    "::warning file=my.yaml,line=4,col=9,endColumn=17,title=S110::'demand.a' has no 'doc'%0Asay what it finds"
    """
    place = f"file={_escaped(problem.file)}"
    if problem.line:
        place += f",line={problem.line},col={problem.column},endColumn={problem.end_column}"
    message = "%0A".join(_escaped(part) for part in (problem.message, problem.help) if part)
    return f"::{problem.severity.value} {place},title={problem.code}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


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
    extract = Bench.of(packs).commitments
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


def _summary(checked: Checked) -> str:
    rules = checked.rules
    counts = [(len(checked.errors), "error"), (len(checked.warnings), "warning")]
    found = ", ".join(_counted(count, what) for count, what in counts if count) or "sound"
    if checked.errors:
        return f"{checked.source}: {found}"
    examples = sum(len(rule.examples) for rule in rules.rules)
    held = (
        f"{rules.info.pack} {rules.info.version}, {_counted(len(rules.rules), 'rule')}, {_counted(examples, 'example')}"
    )
    return f"{checked.source}: {held}: {found}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _cue_words(rule: Rule) -> str:
    return ", ".join(rule.cue.words or rule.cue.patterns)


def _print_failure(result: ExampleResult) -> None:
    place = f"{result.source}:{result.example.line}: " if result.source else ""
    print(f"{place}{_MARKS[result.outcome]} {result.name}\n  {result.example.text}")
    for deviation in result.deviations:
        print(f"    {deviation}")


def run_packs() -> int:
    """Print the packs that can be named: those shipped and those of installed distributions.

    Returns:
        The exit code: 1 where a pack cannot be used.
    """
    out = console()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", width=out.width)
    for title in ("Pack", "Version", "Rules", "From"):
        table.add_column(title, overflow="fold")
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


def run_lock(settings: Settings, path: Path | None, check: Path | None) -> int:
    """Write the lock of a pipeline, or compare it with one.

    Args:
        settings: packs and pipeline.
        path: where to write the lock; standard output where there is none.
        check: a lock to compare with instead.

    Returns:
        The exit code: 1 where they differ.
    """
    try:
        nlp = make_pipeline(settings)
        if check is not None:
            check_lock(check, nlp)
            return 0
        text = dump_lock(lock_of(nlp))
        if path is None:
            sys.stdout.write(text)
        else:
            path.write_text(text, encoding="utf-8")
    except (RuleError, LockError, OSError) as error:
        complain(str(error))
        return 1
    return 0


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
