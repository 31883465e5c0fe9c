"""Commitments without a cue: free indirect speech and words in quotation marks, behind a colon or in a turn.

A clause or a quotation and the report that it continues flow in; what is said, with force, modality, negation and
condition, flows out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind, Quote
from stance.context.force import of_clause
from stance.context.modality import of_clause as modality_of_clause
from stance.context.scene import Scene
from stance.discourse.speech.reports import Report
from stance.matching.draft import Filler
from stance.matching.negation import clause_negators
from stance.matching.spans import clean
from stance.model import CommitmentType, Modality, Mood
from stance.rules.schema import Slot, SlotKind

FREE: Final = "discourse.free_indirect"
QUOTE: Final = "discourse.quotation"
HEADLINE: Final = "discourse.headline"
TURN: Final = "discourse.turn"


@attrs.frozen
class Continuation:
    """A commitment without a cue.

    Attributes:
        rule: FREE, QUOTE, HEADLINE or TURN.
        tokens: tokens of the content.
        report: what it continues, or who stands before the colon.
        force, negated, modality, mood: as in a commitment.
        condition: tokens of a condition, or empty.
    """

    rule: str
    tokens: tuple[int, ...]
    report: Report
    force: CommitmentType | None = None
    negated: bool = False
    modality: Modality | None = None
    mood: Mood | None = None
    condition: tuple[int, ...] = ()

    @property
    def actor(self) -> Filler | None:
        """Who says it."""
        return self.report.actor


def free_indirect(scene: Scene, tokens: Iterable[int], main: Clause, report: Report) -> Continuation:
    """The sentence of a main clause as free indirect speech that goes on with a report.

    Args:
        scene: the document.
        tokens: those of the sentence, in order.
        main: its main clause.
        report: what it goes on with.
    """
    negated = len(tuple(clause_negators(scene.view, main))) % 2 == 1
    force = of_clause(scene, None, main, negated)
    return Continuation(
        FREE,
        clean(scene.view.graph.doc, tokens),
        report,
        None if force is CommitmentType.ASSERTION else force,
        negated,
        modality_of_clause(scene.view, main),
        Mood(main.verb.mood) if main.verb is not None and main.verb.mood else None,
        _condition(scene, main),
    )


def _condition(scene: Scene, clause: Clause) -> tuple[int, ...]:
    for child in scene.view.graph.children(clause):
        if child.is_conditional:
            return clean(scene.view.graph.doc, scene.view.extent(child))
    return ()


def quotation(scene: Scene, quote: Quote, report: Report) -> Continuation:
    """A quotation that goes on with a report."""
    doc = scene.view.graph.doc
    tokens = tuple(t for t in range(quote.start, quote.end) if not doc[t].is_space)
    inner = scene.view.clauses_in(quote.start, quote.end)
    main = next((c for c in inner if c.kind is ClauseKind.MAIN), None)
    return direct(scene, QUOTE, tokens, report, main)


def direct(scene: Scene, rule: str, tokens: tuple[int, ...], report: Report, main: Clause | None) -> Continuation:
    """Words that a report gives as they were said; their main clause decides on force, modality, mood and negation."""
    negated = main is not None and len(tuple(clause_negators(scene.view, main))) % 2 == 1
    content = Filler(tokens, Slot(SlotKind.QUOTE), None, None if main is None else main.index)
    force = None
    if main is not None and not scene.has_own_cue(main):
        force = of_clause(scene, None, main, negated, content)
    mood = None
    if main is not None and main.verb is not None and main.verb.mood and not scene.view.is_imperative(main):
        mood = Mood(main.verb.mood)
    return Continuation(
        rule,
        tokens,
        report,
        force,
        negated,
        None if main is None else modality_of_clause(scene.view, main),
        mood,
        () if main is None else _condition(scene, main),
    )
