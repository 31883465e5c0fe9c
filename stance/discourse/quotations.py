"""Quotations without a cue: which stand alone in a sentence, which stand behind a colon, and by whom these are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stance.clauses.graph import ClauseKind, Quote
from stance.context.scene import Scene
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold
from stance.matching.spans import clean, is_silent
from stance.rules.schema import Slot, SlotKind


def fills(scene: Scene, quote: Quote, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    if quote.scare or quote.parent is not None or not start <= quote.start < end:
        return False
    doc = scene.view.graph.doc
    before = all(is_silent(doc, t) for t in range(start, quote.start))
    after = all(is_silent(doc, t) for t in range(quote.end, max(end, quote.end)))
    return before and after


def after_colons(scene: Scene, start: int, end: int, claimed: Mapping[int, Draft]) -> Iterator[tuple[Quote, Filler]]:
    """„Sie griff den Präsidenten an: „…"": a quotation behind a colon is said by the actor of the clause before it."""
    view = scene.view
    for index, quote in ((i, view.graph.quotes[i]) for i in view.quotes_starting(start + 1, end)):
        if index in claimed or quote.scare or quote.parent is not None:
            continue
        before = next((t for t in range(quote.start - 1, start, -1) if not view.graph.doc[t].is_space), start)
        clause = view.graph.clause_at(before - 1) if view.text(before) == ":" else None
        while clause is not None and (outer := view.graph.parent(clause)) is not None:
            clause = outer
        subject = None if clause is None else view.subject(clause)
        if subject is not None and can_hold(view, subject.head, subject.tokens, None):
            yield quote, Filler(clean(view.graph.doc, subject.tokens), Slot(SlotKind.SUBJECT), subject.head)


def has_finite(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation holds a main clause with a finite verb."""
    inner = scene.view.clauses_in(quote.start, quote.end)
    return any(c.kind is ClauseKind.MAIN and c.verb is not None and c.verb.finite is not None for c in inner)


def quotes_of(content: Filler) -> tuple[int, ...]:
    """The quotations that a content consists of, by index."""
    return () if content.quote is None else (content.quote, *content.further_quotes)
