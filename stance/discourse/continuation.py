"""Continuation: what goes on without a cue: free indirect speech, free-standing quotations, headlines with a colon.

A main clause in the reportive Konjunktiv continues the last report (Fabricius-Hansen & Sæbø 2004); the chain ends at an
indicative sentence. A quotation without a frame right after a framed one is by the same speaker.
„Merz: Steuern runter" is said by Merz.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind, Quote
from stance.context.force import of_clause, orders
from stance.context.modality import of_clause as modality_of_clause
from stance.context.modality import verbless_negated
from stance.context.scene import Scene
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold, sort_of
from stance.matching.negation import clause_negators
from stance.matching.spans import clean, is_silent
from stance.model import CommitmentType, Modality, Mood
from stance.rules.schema import CueKind, Slot, SlotKind

FREE: Final = "discourse.free_indirect"
QUOTE: Final = "discourse.quotation"
HEADLINE: Final = "discourse.headline"

_REPORTS: Final = frozenset(
    {
        CommitmentType.ASSERTION,
        CommitmentType.ADMISSION,
        CommitmentType.DENIAL,
        CommitmentType.BELIEF,
        CommitmentType.WARNING,
        CommitmentType.ACCUSATION,
        CommitmentType.DEMAND,
        CommitmentType.PROPOSAL,
        CommitmentType.PROMISE,
        CommitmentType.INTENTION,
        CommitmentType.REFUSAL,
        CommitmentType.REJECTION,
        CommitmentType.EVALUATION,
        CommitmentType.SUPPORT,
        CommitmentType.THREAT,
        CommitmentType.EXPRESSIVE,
        CommitmentType.DOUBT,
    }
)


@attrs.frozen
class Continuation:
    """A commitment without a cue.

    Attributes:
        rule: FREE, QUOTE or HEADLINE.
        tokens: tokens of the content.
        actor: the actor of what it continues, or the one before the colon.
        force, negated, modality, mood: as in a commitment.
        condition: tokens of a condition, or empty.
    """

    rule: str
    tokens: tuple[int, ...]
    actor: Filler | None
    force: CommitmentType | None = None
    negated: bool = False
    modality: Modality | None = None
    mood: Mood | None = None
    condition: tuple[int, ...] = ()


def continuations(scene: Scene) -> tuple[Continuation, ...]:
    """All continuations of a document, in text order."""
    found = [*_sentences(scene)]
    return tuple(sorted(found, key=lambda c: (c.tokens[0], c.rule)))


def _sentences(scene: Scene) -> Iterator[Continuation]:
    """Walk through the sentences and carry the last report along."""
    chain = _Chain()
    quoting: Filler | None = None
    at = -1
    claimed = {i for d in scene.drafts if d.content is not None for i in _quotes_of(d.content)}
    for start, end in sorted({c.sentence for c in scene.view.graph.clauses if c.tokens}):
        bounds = scene.view.paragraph(start)
        if bounds[0] != at:
            quoting, at = None, bounds[0]
        headline = _headline(scene, start, end)
        if headline is not None:
            yield headline
            continue
        for quote, actor in _after_colons(scene, start, end, claimed):
            yield _quotation(scene, quote, actor)
        free = [q for i, q in enumerate(scene.view.graph.quotes) if i not in claimed and _fills(scene, q, start, end)]
        if free and quoting is not None:
            yield from (_quotation(scene, quote, quoting) for quote in free if quote.start >= start)
            continue
        reports = _reports_in(scene, start, end)
        main = _free_main(scene, start, end, chain, reports)
        if main is not None:
            if not scene.has_own_cue(main):
                yield _free_indirect(scene, start, end, main, chain.actor)
            continue
        chain = _next(scene, start, end, chain, reports)
        quoting = next((d.actor for d in reversed(reports) if d.content and d.content.quote is not None), None)


@attrs.frozen
class _Chain:
    """The report that goes on: whether there is one, and by whom."""

    open: bool = False
    actor: Filler | None = None


def _next(scene: Scene, start: int, end: int, chain: _Chain, reports: list[Draft]) -> _Chain:
    """The chain after a sentence that is no part of it: its own report, or none; the same subject keeps it alive."""
    if reports:
        return _Chain(True, reports[-1].actor)
    actor = chain.actor
    main = next((c for c in _mains(scene, start, end)), None)
    if not chain.open or actor is None or main is None:
        return _Chain()
    subject = scene.view.subject(main)
    same = subject is not None and (
        scene.view.text(subject.head) == scene.view.text(actor.tokens[-1])
        or scene.view.lower(subject.head) in ("er", "sie")
    )
    return chain if same else _Chain()


def _quotes_of(content: Filler) -> tuple[int, ...]:
    return () if content.quote is None else (content.quote, *content.further_quotes)


def _reports_in(scene: Scene, start: int, end: int) -> list[Draft]:
    """The outermost reports of a sentence, in text order; noun cues only where there are no others."""
    found = [d for d in scene.drafts if start <= d.cue[0] < end and d.rule.type in _REPORTS]
    outer = [d for d in found if not any(o in found for o in scene.around(d))]
    return [d for d in outer if scene.kind(d) is not CueKind.NOUN] or outer


# -- free indirect speech ----------------------------------------------------------------------------------------------


def _mains(scene: Scene, start: int, end: int) -> list[Clause]:
    clauses = [c for c in scene.view.graph.clauses if c.sentence == (start, end) and c.tokens]
    return [c for c in clauses if c.kind is ClauseKind.MAIN and c.verb is not None and c.quote is None]


def _free_main(scene: Scene, start: int, end: int, chain: _Chain, reports: list[Draft]) -> Clause | None:
    """The main clause of free indirect speech: in the Konjunktiv of report, with no report over it; else None."""
    main = next(iter(_mains(scene, start, end)), None)
    if main is None or not _is_reportive(scene, main, chain.open):
        return None
    over = any(d.content is not None and main.tokens[0] in d.content.tokens for d in reports)
    attributed = any(scene.kind(d) is CueKind.ATTRIBUTION and d.clause == main.index for d in reports)
    return None if over or attributed else main


def _free_indirect(scene: Scene, start: int, end: int, main: Clause, actor: Filler | None) -> Continuation:
    negated = len(tuple(clause_negators(scene.view, main))) % 2 == 1
    force = of_clause(scene, None, main, negated)
    return Continuation(
        FREE,
        clean(scene.view.graph.doc, range(start, end)),
        actor,
        None if force is CommitmentType.ASSERTION else force,
        negated,
        modality_of_clause(scene.view, main),
        Mood(main.verb.mood) if main.verb is not None and main.verb.mood else None,
        _condition(scene, main),
    )


def _is_reportive(scene: Scene, clause: Clause, open: bool) -> bool:
    """Whether a main clause stands in the Konjunktiv of report: Konjunktiv I, or II where a report goes on."""
    verb = clause.verb
    assert verb is not None
    if verb.mood == "konjunktiv1":
        return not scene.view.is_imperative(clause) and not _is_wish(scene, clause)
    if not open or verb.mood != "konjunktiv2" or verb.finite is None or clause.question or "mögen" in verb.modals:
        return False
    conditional = any(c.is_conditional for c in scene.view.graph.children(clause))
    return not conditional and not verb.modals and not scene.view.is_imperative(clause)


def _is_wish(scene: Scene, clause: Clause) -> bool:
    """„Es lebe …", „Möge …", „Man nehme …"."""
    subject = scene.view.subject(clause)
    verb = clause.verb
    assert verb is not None
    return "mögen" in verb.modals or verb.lemma == "mögen" or (subject is None and clause.order.value == "v1")


def _condition(scene: Scene, clause: Clause) -> tuple[int, ...]:
    for child in scene.view.graph.children(clause):
        if child.is_conditional:
            return clean(scene.view.graph.doc, scene.view.extent(child))
    return ()


# -- quotations --------------------------------------------------------------------------------------------------------


def _fills(scene: Scene, quote: Quote, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    if quote.scare or quote.parent is not None or not start <= quote.start < end:
        return False
    doc = scene.view.graph.doc
    before = all(is_silent(doc, t) for t in range(start, quote.start))
    after = all(is_silent(doc, t) for t in range(quote.end, max(end, quote.end)))
    return before and after


def _after_colons(scene: Scene, start: int, end: int, claimed: set[int]) -> Iterator[tuple[Quote, Filler]]:
    """„Sie griff den Präsidenten an: „…"": a quotation behind a colon is said by the actor of the clause before it."""
    view = scene.view
    for index, quote in enumerate(view.graph.quotes):
        if index in claimed or quote.scare or quote.parent is not None or not start < quote.start < end:
            continue
        before = next((t for t in range(quote.start - 1, start, -1) if not view.graph.doc[t].is_space), start)
        clause = view.graph.clause_at(before - 1) if view.text(before) == ":" else None
        while clause is not None and (outer := view.graph.parent(clause)) is not None:
            clause = outer
        subject = None if clause is None else view.subject(clause)
        if subject is not None and can_hold(view, subject.head, subject.tokens, None):
            yield quote, Filler(clean(view.graph.doc, subject.tokens), Slot(SlotKind.SUBJECT), subject.head)


def _quotation(scene: Scene, quote: Quote, actor: Filler) -> Continuation:
    doc = scene.view.graph.doc
    tokens = tuple(t for t in range(quote.start, quote.end) if not doc[t].is_space)
    inner = [c for c in scene.view.graph.clauses if c.tokens and quote.start <= c.tokens[0] < quote.end]
    main = next((c for c in inner if c.kind is ClauseKind.MAIN), None)
    return _direct(scene, QUOTE, tokens, actor, main)


def _direct(scene: Scene, rule: str, tokens: tuple[int, ...], actor: Filler, main: Clause | None) -> Continuation:
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
        actor,
        force,
        negated,
        None if main is None else modality_of_clause(scene.view, main),
        mood,
        () if main is None else _condition(scene, main),
    )


# -- headlines ---------------------------------------------------------------------------------------------------------


def _headline(scene: Scene, start: int, end: int) -> Continuation | None:
    """„Merz: Steuern runter": a person or institution before a colon, and no frame."""
    view = scene.view
    doc = view.graph.doc
    while start < end and doc[start].is_space:
        start += 1
    colon = next((t for t in range(start, min(end, start + 8)) if view.text(t) == ":"), None)
    if colon is None or colon == start or any(start <= d.cue[0] < colon for d in scene.drafts):
        return None
    name = [t for t in range(start, colon)]
    if any(view.tag(t) not in ("NE", "NN", "ART", "ADJA", "FM", "XY", "APPRART") for t in name):
        return None
    head = next((t for t in name if view.tag(t) in ("NE", "NN")), None)
    if head is None or (
        sort_of(view, head, tuple(name)) not in ("person", "institution") and not _is_name(scene, name)
    ):
        return None
    tokens = clean(doc, range(colon + 1, end))
    if not tokens:
        return None
    main = next((c for c in view.graph.clauses if c.tokens and colon < c.tokens[0] < end and c.verb is not None), None)
    actor = Filler(clean(doc, name), Slot(SlotKind.SUBJECT), head)
    found = _direct(scene, HEADLINE, tokens, actor, main)
    if main is None:
        content = Filler(tokens, Slot(SlotKind.QUOTE))
        return attrs.evolve(found, force=_verbless(scene, content), negated=verbless_negated(scene, content))
    return found


def _is_name(scene: Scene, tokens: list[int]) -> bool:
    return all(scene.view.tag(t) == "NE" for t in tokens) and sort_of(scene.view, tokens[-1], ()) == "unknown"


def _verbless(scene: Scene, content: Filler) -> CommitmentType | None:
    return CommitmentType.DEMAND if orders(scene, content) else None
