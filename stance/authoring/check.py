"""Checks packs as a whole: the mistakes of the reader, the warnings of lint, and examples that another rule finds.

Flows in: names or paths of packs; flows out: one :class:`Checked` a pack, with every problem of every file at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from stance.authoring.bench import Bench
from stance.authoring.examples import cue_of
from stance.rules.errors import Problem, Severity
from stance.rules.lint import lint, remark
from stance.rules.reader import Inspection, inspect_pack
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Example, Rule


@attrs.frozen
class Checked:
    """What is wrong, and what is odd, with one pack.

    Attributes:
        source: the pack as it was asked for.
        rules: its rules with those of the packs that it extends; of a faulty pack what could be read.
        problems: errors and warnings in order of file and line.
    """

    source: str
    rules: RuleSet
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which the pack cannot be used."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The remarks of lint."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)


def check_pack(source: str | Path, examples: bool = True) -> Checked:
    """Check one pack.

    Args:
        source: name of a shipped pack, folder or file.
        examples: whether to look, with the pipeline, for examples that another rule finds.

    >>> check_pack("de.parliament", examples=False).errors
    ()
    """
    pack = inspect_pack(source)
    problems = [*pack.problems, *lint(pack)]
    if examples and not pack.problems and any(rule.examples for rule in pack.pack.rules):
        problems += claimed_examples(pack, Bench.of([source]))
    ordered = sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column, problem.code))
    return Checked(str(source), pack.rules, tuple(ordered))


def claimed_examples(pack: Inspection, bench: Bench) -> Iterator[Problem]:
    """S107: examples whose cue another rule finds instead.

    Args:
        pack: a pack without errors.
        bench: what applies it.
    """
    cases = list(_positive(pack.pack.rules))
    found = bench.commitments(example.text for _, _, example in cases)
    for (rule, number, example), commitments in zip(cases, found, strict=True):
        cue = cue_of(example)
        here = {each.rule for each in commitments if each.cue is not None and each.cue.spans.overlap(cue)}
        if here and rule.id not in here:
            others = ", ".join(f"'{name}'" for name in sorted(here))
            yield remark(
                pack,
                "S107",
                f"this example of '{rule.id}' is found by {others}",
                "give the rule a longer cue, a more specific frame or a 'priority', or move the example",
                ("example", rule.id, number),
                ("rule", rule.id),
            )


def _positive(rules: Iterable[Rule]) -> Iterator[tuple[Rule, int, Example]]:
    for rule in rules:
        for number, example in enumerate(rule.examples):
            if not example.negative:
                yield rule, number, example
