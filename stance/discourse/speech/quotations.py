"""Quotations without a cue: which stand alone in a sentence, which stand behind a colon, and by whom these are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stance.clauses.graph import Clause, ClauseKind, Quote
from stance.context.scene import Scene
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold
from stance.matching.phrases import Phrase
from stance.matching.spans import clean, is_silent
from stance.matching.view import View
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
        last = next((t for t in range(before - 1, start, -1) if not is_silent(view.graph.doc, t)), start)
        last = _before_bracket(view, start, last)
        clause = view.graph.clause_at(last) if view.text(before) == ":" else None
        while clause is not None and (outer := view.graph.parent(clause)) is not None:
            clause = outer
        subject = None if clause is None else (view.subject(clause) or _announced(scene, clause, last))
        if subject is not None and can_hold(view, subject.head, subject.tokens, None):
            yield quote, Filler(clean(view.graph.doc, subject.tokens), Slot(SlotKind.SUBJECT), subject.head)


def _before_bracket(view: View, start: int, last: int) -> int:
    """The token before a bracket that ends with a word („Udo Lamm (Trainer FC Mersen): „…“"), else the word itself."""
    if view.text(last + 1) != ")":
        return last
    return next((t - 1 for t in range(last, start, -1) if view.text(t) == "("), last)


def framed(scene: Scene, start: int, end: int, claimed: Mapping[int, Draft]) -> Iterator[tuple[Quote, Filler]]:
    """„„Wir bleiben“, gibt sich die Wirtin kämpferisch.": a quotation is by the subject of the verb behind it."""
    view = scene.view
    for index, quote in ((i, view.graph.quotes[i]) for i in view.quotes_starting(start, end)):
        comma, finite = quote.end, quote.end + 1
        if index in claimed or quote.scare or quote.parent is not None or view.text(comma) != ",":
            continue
        if any(not is_silent(view.graph.doc, t) for t in range(start, quote.start)) or not has_finite(scene, quote):
            continue
        clause = view.graph.clause_at(finite) if finite < end else None
        if clause is None or clause.verb is None or clause.verb.finite != finite or clause.verb.mood != "indicative":
            continue
        subject = None if clause.verb.lemma in word_list("asking") else view.subject(clause)
        if subject is not None and can_hold(view, subject.head, subject.tokens, None):
            yield quote, Filler(clean(view.graph.doc, subject.tokens), Slot(SlotKind.SUBJECT), subject.head)


def _announced(scene: Scene, clause: Clause, last: int) -> Phrase | None:
    """„Petra Holm, Leiterin der Schule: „…"", „Dazu die Ministerin: „…"": the only one in a clause without a verb.

    Args:
        scene: the document.
        clause: the clause before a colon.
        last: its last token, or the one before a bracket.
    """
    if clause.kind is not ClauseKind.FRAGMENT:
        return None
    view = scene.view
    phrases = view.phrases_in(clause.tokens[0], last + 1)
    free = [np for np in phrases if np.preposition is None]
    outer = [np for np in free if not any(np is not other and set(np.tokens) <= set(other.tokens) for other in phrases)]
    able = [np for np in outer if can_hold(view, np.head, np.tokens, "agent")]
    return view.phrase_of(able[0]) if len(able) == 1 == len(outer) else None


def has_finite(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation holds a main clause with a finite verb."""
    inner = scene.view.clauses_in(quote.start, quote.end)
    return any(c.kind is ClauseKind.MAIN and c.verb is not None and c.verb.finite is not None for c in inner)


def quotes_of(content: Filler) -> tuple[int, ...]:
    """The quotations that a content consists of, by index."""
    return () if content.quote is None else (content.quote, *content.further_quotes)
