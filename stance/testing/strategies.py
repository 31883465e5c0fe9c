"""Hypothesis strategies for meanings and sentences.

Rules flow in, strategies flow out. They draw through the same code as the seeded samples, so that a counterexample
shrinks towards the first option everywhere: the first cue, the plainest order, no negation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import attrs
import hypothesis.strategies as st
from hypothesis import reject

from stance.rules.reader import load_packs
from stance.rules.schema import Rule
from stance.testing.drawing import NoMeaningError, draw_meaning
from stance.testing.meaning import Meaning
from stance.testing.realisation import realise
from stance.testing.text import Realisation

T = TypeVar("T")


@attrs.frozen
class Sentence:
    """A meaning and how it is put."""

    meaning: Meaning
    realisation: Realisation


@st.composite
def _meaning(draw: st.DrawFn, rule: Rule) -> Meaning:
    def choose(options: Sequence[T]) -> T:
        return draw(st.sampled_from(list(options)))

    try:
        return draw_meaning(rule, choose)
    except NoMeaningError:
        return reject()


def meanings(rules: Sequence[Rule] | None = None) -> st.SearchStrategy[Meaning]:
    """Meanings of any of some rules.

    Args:
        rules: rules with their lists put in; those of the core pack where this is left out.
    """
    found = load_packs(["de.core"]).rules if rules is None else rules
    return st.sampled_from([rule for rule in found if rule.cue.words]).flatmap(_meaning)


def sentences_for(rule: Rule) -> st.SearchStrategy[Sentence]:
    """Sentences of one rule, each with its meaning and the place of every role.

    Args:
        rule: a rule with its lists put in.
    """
    return _meaning(rule).map(lambda meaning: Sentence(meaning, realise(meaning)))
