"""What the commands on rules share: packs from their names, with every mistake said."""

from __future__ import annotations

from collections.abc import Sequence

from stance.cli.output import complain
from stance.rules.errors import RuleError
from stance.rules.reader import load_packs, shipped
from stance.rules.ruleset import RuleSet


def read_packs(packs: Sequence[str]) -> RuleSet | None:
    """Read packs together, all shipped ones where none are named; None, with every mistake said, where they fail."""
    try:
        return load_packs(packs or tuple(shipped()))
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return None
