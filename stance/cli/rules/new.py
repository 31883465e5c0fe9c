"""``stance rules new``: a rule drafted from an annotated sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from stance.authoring.drafting import Draft, DraftError, draft_rule
from stance.authoring.examples import ExampleOutcome
from stance.cli.output import complain
from stance.cli.rules.packs import make_bench
from stance.model import CommitmentType

_BRACKETS = "check its brackets (a governed preposition stands before them: zum [Streik]), or see 'stance clauses'"


@attrs.frozen
class NewOptions:
    """How a rule is drafted.

    Attributes:
        type: its type; proposed where it is not given.
        name: its id; made from type and cue where it is not given.
        output: a new pack with the rule is written there; standard output where it is not given.
    """

    type: CommitmentType | None = None
    name: str | None = None
    output: Path | None = None


def run_new(notation: str, packs: Sequence[str], options: NewOptions) -> int:
    """Print the drafted rule; what the author should look at goes to standard error.

    Returns:
        The exit code: 1 where nothing could be drafted, or the draft does not find its own sentence as marked.
    """
    bench = make_bench(packs)
    if bench is None:
        return 1
    try:
        draft = draft_rule(bench, notation, options.type, options.name)
    except DraftError as error:
        complain(f"no rule can be drafted\n{error}")
        return 1
    if options.output is None:
        sys.stdout.write(draft.yaml)
    elif not _write(draft, options.output, [pack.name for pack in bench.rules.packs]):
        return 1
    for remark in _remarks(draft):
        complain(remark)
    return int(draft.result.outcome is not ExampleOutcome.VALIDATED)


def _write(draft: Draft, path: Path, packs: Sequence[str]) -> bool:
    if path.exists():
        complain(f"{path} is there already; print the rule and put it below its 'rules:'")
        return False
    head = f"pack: my.pack\nversion: 0.1.0\nextends: [{', '.join(packs)}]\nrules:\n"
    try:
        path.write_text(head + draft.yaml, encoding="utf-8")
    except OSError as error:
        complain(str(error))
        return False
    print(f"{path}: a pack with {draft.rule.id}")
    return True


def _remarks(draft: Draft) -> list[str]:
    remarks = [f"{overlap.rule} {overlap.how}" for overlap in draft.overlaps]
    if len(draft.types) > 1:
        others = ", ".join(draft.types[1:])
        remarks.append(f"the type {draft.types[0]} is a guess by what related cues give; others: {others} (--type)")
    for role in draft.unbound:
        remarks.append(f"no slot gives the {role} as it is marked: {_BRACKETS}")
    remarks += [f"the draft finds: {deviation}" for deviation in draft.result.deviations]
    if draft.result.outcome is ExampleOutcome.MISSING:
        remarks.append("the draft does not find its own sentence: see 'stance explain' with it")
    return remarks
