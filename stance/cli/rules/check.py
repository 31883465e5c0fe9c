"""``stance rules check``: every problem of every file, as text, as JSON or as annotations for GitHub."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import attrs

from stance.authoring.check import Checked, check_pack
from stance.cli.output import counted, print_json
from stance.io.formats import ProblemFormat
from stance.rules.errors import Problem, Severity
from stance.rules.reader import shipped


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


def _summary(checked: Checked) -> str:
    rules = checked.rules
    counts = [(len(checked.errors), "error"), (len(checked.warnings), "warning")]
    found = ", ".join(counted(count, what) for count, what in counts if count) or "sound"
    if checked.errors:
        return f"{checked.source}: {found}"
    examples = sum(len(rule.examples) for rule in rules.rules)
    held = (
        f"{rules.info.pack} {rules.info.version}, {counted(len(rules.rules), 'rule')}, {counted(examples, 'example')}"
    )
    return f"{checked.source}: {held}: {found}"
