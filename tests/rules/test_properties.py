"""What holds for every pack: mistakes are reported where they are, and only what a pack says counts, not how."""

from __future__ import annotations

from hypothesis import given

from stance.rules.errors import Problem, RuleError
from stance.rules.reader import parse_pack
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Pack
from tests.strategies import Mutant, mutants, rewritten

# Problems between two places of a pack: the one that is named may be the one that was left as it was.
BETWEEN = frozenset(("S013", "S014", "S018", "S021", "S026"))


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a pack; any other exception is the reader's own mistake."""
    try:
        parse_pack(text)
    except RuleError as error:
        return error.problems
    return ()


@given(mutants())
def test_a_mistake_is_reported_at_the_node_that_has_it(mutant: Mutant) -> None:
    for problem in problems(mutant.text):
        if problem.code not in BETWEEN:
            at = (problem.line, problem.column)
            assert mutant.node.holds(*at) or at == mutant.around.start, f"{mutant.change}\n{problem}\n{mutant.text}"


@given(rewritten())
def test_the_order_of_keys_and_comments_change_nothing(written: tuple[Pack, str]) -> None:
    pack, text = written
    read = parse_pack(text)
    assert read == pack
    assert RuleSet.of([read]).info == RuleSet.of([pack]).info
