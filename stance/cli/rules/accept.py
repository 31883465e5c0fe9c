"""What ``--accept`` does: numbered candidates are written into their rules as examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stance.authoring.editing import EditError, NewExample, write_examples
from stance.cli.output import complain, counted
from stance.rules.ruleset import RuleSet


def accept(rules: RuleSet, candidates: Sequence[tuple[str, NewExample]], numbers: Sequence[int]) -> int:
    """Write candidates into the files of their rules.

    Args:
        rules: the rules with their files.
        candidates: rule and example, in the order in which they were numbered from 1.
        numbers: those that are written.

    Returns:
        The exit code: 1 where one could not be written.
    """
    failed = False
    for number in dict.fromkeys(numbers):
        if not 1 <= number <= len(candidates):
            complain(f"there is no candidate {number}; they are numbered from 1 to {len(candidates)}")
            failed = True
            continue
        name, example = candidates[number - 1]
        rule = rules.rule(name)
        if rule is None or not rule.source:
            complain(f"candidate {number}: the rule '{name}' stands in no file")
            failed = True
            continue
        try:
            write_examples(Path(rule.source), name, [example])
        except EditError as error:
            complain(str(error))
            failed = True
        else:
            print(f"{rule.source}: {counted(1, 'example')} added to {name}")
    return int(failed)
