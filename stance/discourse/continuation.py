"""Continuation: what goes on without a cue: free indirect speech, free-standing quotations, headlines, turns.

A main clause in the reportive Konjunktiv continues the last report (Fabricius-Hansen & Sæbø 2004); the chain ends at an
indicative sentence. Where such a clause has a cue of its own, the speaker of the chain is its source. A quotation
without a frame is by who spoke right before it, else by who is named right after it, else by nobody.
„Merz: Steuern runter" is said by Merz. Drafts over a clause graph flow in, continuations and reporters flow out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind, Quote
from stance.context.force import of_clause, orders
from stance.context.modality import of_clause as modality_of_clause
from stance.context.modality import verbless_negated
from stance.context.scene import Scene
from stance.discourse.interviews import is_question, opening, turns
from stance.discourse.paragraphs import passed_on_by, report_clauses, report_sources
from stance.discourse.reportive import Telling, telling
from stance.discourse.turns import subject_holder, taker
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold
from stance.matching.negation import clause_negators
from stance.matching.spans import clean, is_silent
from stance.model import CommitmentType, Modality, Mood
from stance.rules.schema import CueKind, Slot, SlotKind

FREE: Final = "discourse.free_indirect"
QUOTE: Final = "discourse.quotation"
HEADLINE: Final = "discourse.headline"
TURN: Final = "discourse.turn"
_AHEAD: Final = 3

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
class Report:
    """Who speaks, the draft that says so where there is one, and whether in the speaker's own words."""

    actor: Filler | None
    draft: Draft | None = None
    direct: bool = False


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


@attrs.frozen
class Continued:
    """What goes on in a document.

    Attributes:
        commitments: those without a cue, in text order.
        reports: first token of a sentence that goes on with a cue of its own → the report that it stands in.
    """

    commitments: tuple[Continuation, ...]
    reports: Mapping[int, Report]


def continuations(scene: Scene) -> Continued:
    """All continuations of a document."""
    walk = _Walk(scene)
    found = tuple(sorted(walk.through(), key=lambda c: (c.tokens[0], c.rule)))
    return Continued(found, walk.reports)


@attrs.define(eq=False)
class _Walk:
    """A walk through the sentences that carries the last report and the last quotation along.

    Attributes:
        scene: the document.
        chain: the report that goes on, None where none does.
        quoting: who was quoted in the sentence before.
        reports: as in :class:`Continued`.
    """

    scene: Scene
    chain: Report | None = None
    quoting: Report | None = None
    reports: dict[int, Report] = attrs.field(factory=dict)
    _paragraph: int = -1

    def through(self) -> Iterator[Continuation]:
        """The continuations, sentence by sentence."""
        for start, end in self._ends.items():
            yield from self._sentence(start, end)
            self._paragraph = self.scene.view.paragraph(start)[0]

    def _sentence(self, start: int, end: int) -> Iterator[Continuation]:
        scene = self.scene
        headline = _headline(scene, start, end)
        if headline is not None:
            yield headline
            return
        if start in self._turns:
            yield from self._turn(start, end, Report(self._turns[start], direct=True))
            return
        for quote, actor in _after_colons(scene, start, end, self._claimed):
            yield _quotation(scene, quote, Report(actor))
        told = self._behind_colon(start, end)
        if told is not None:
            yield told
            self.chain = told.report
            return
        quotes = scene.view.graph.quotes
        own = (quotes[i] for i in scene.view.quotes_starting(start, end) if i not in self._claimed)
        free = [quote for quote in own if _fills(scene, quote, start, end)]
        if free:
            found = [(quote, self._speaker(quote)) for quote in free if quote.start >= start]
            yield from (_quotation(scene, q, r) for q, r in found if r.actor is not None or _has_finite(scene, q))
            self.quoting = found[-1][1] if found and found[-1][1].actor is not None else None
            return
        reports = _reports_in(scene, start, end)
        main = self._free_main(start, end, reports)
        if main is not None:
            if not scene.has_own_cue(main) or self._is_agentless(main):
                yield _free_indirect(scene, start, end, main, self.chain or self._told_after(start))
            if not scene.has_own_cue(main):
                return
            if self.chain is not None and self.chain.actor is not None:
                self.reports[start] = self.chain
            return
        passing = next((c for c in self._passing if c.sentence == (start, end)), None)
        told_by = () if passing is None else passed_on_by(scene, passing)
        self.chain = Report(told_by[0]) if len(told_by) == 1 else _next(scene, start, end, self.chain, reports)
        quoted = next((d for d in reversed(reports) if d.content and d.content.quote is not None), None)
        self.quoting = None if quoted is None else Report(quoted.actor, quoted)

    def _turn(self, start: int, end: int, report: Report) -> Iterator[Continuation]:
        """A sentence that goes on with a turn of an interview."""
        main = next((c for c in _mains(self.scene, start, end)), None)
        if main is None or is_question(self.scene, start, end):
            return
        if self.scene.cues_in(start, end):
            self.reports[start] = report
        else:
            yield _direct(self.scene, TURN, clean(self.scene.view.graph.doc, range(start, end)), report, main)

    def _behind_colon(self, start: int, end: int) -> Continuation | None:
        """„Sie dämpfte die Erwartungen: Das Geld fehle.": a report behind a colon is by who acts before it."""
        scene = self.scene
        clauses = [c for c in scene.view.sentence_clauses(start, end) if c.tokens and scene.view.is_told_behind(c)]
        if not clauses or scene.has_own_cue(clauses[0]) or telling(scene, clauses[0], True) is not Telling.REPORT:
            return None
        main, parent = clauses[0], scene.view.graph.parent(clauses[0])
        reports = _reports_in(scene, start, end)
        if parent is None or parent.kind is not ClauseKind.MAIN or _is_under_report(scene, main, reports):
            return None
        own = next((d for d in reports if d.clause == parent.index), None)
        report = Report(subject_holder(scene, parent)) if own is None else Report(own.actor, own)
        return None if report.actor is None else _free_indirect(scene, main.span[0], end, main, report)

    def _free_main(self, start: int, end: int, reports: list[Draft]) -> Clause | None:
        """The main clause of free indirect speech: in the Konjunktiv of report, with no report over it; else None."""
        main = next(iter(_mains(self.scene, start, end)), None)
        if main is None or _is_under_report(self.scene, main, reports):
            return None
        found = telling(self.scene, main, self.chain is not None)
        if found is not Telling.EITHER:
            return main if found is Telling.REPORT else None
        acts = self.scene.has_own_cue(main)
        return main if self._is_resumed(start, acts) and (not acts or self._is_spoken) else None

    def _is_agentless(self, main: Clause) -> bool:
        """„Es sei mit Verlusten zu rechnen": nobody acts, so that the speaker says it."""
        own = self.scene.predicates.get(main.index)
        return own is not None and own.actor is None and self.chain is not None and self.chain.actor is not None

    @property
    def _is_spoken(self) -> bool:
        """Whether the report that goes on gives what was said, rather than naming it („lobte den Plan")."""
        draft = None if self.chain is None else self.chain.draft
        return draft is None or _quoted_or_clausal(draft)

    def _is_resumed(self, start: int, acts: bool) -> bool:
        """Whether the report surely goes on soon, at the latest in the first sentence of the next paragraph.

        Args:
            start: first token of the sentence before them.
            acts: whether somebody acts in that sentence; what goes on without a cue may then be that one's.
        """
        at = bisect_right(self._starts, start)
        for first in self._starts[at : at + _AHEAD]:
            end = self._ends[first]
            main = next(iter(_mains(self.scene, first, end)), None)
            if main is None or _is_under_report(self.scene, main, _reports_in(self.scene, first, end)):
                return False
            found = telling(self.scene, main, True)
            if self.scene.view.paragraph(first) != self.scene.view.paragraph(start):
                return found is Telling.REPORT and not acts and not self.scene.has_own_cue(main)
            if found is not Telling.EITHER:
                return found is Telling.REPORT and (not acts or self.scene.has_own_cue(main))
        return False

    @cached_property
    def _ends(self) -> dict[int, int]:
        return dict(sorted({c.sentence for c in self.scene.view.graph.clauses if c.tokens}))

    @cached_property
    def _turns(self) -> Mapping[int, Filler]:
        return turns(self.scene, tuple(self._ends.items()))

    @cached_property
    def _starts(self) -> list[int]:
        return list(self._ends)

    def _told_after(self, start: int) -> Report:
        """Who tells, in a later sentence of the paragraph, what no report goes on with: „Es sei spät. Das sagte X."."""
        sources = report_sources(self.scene, self._passing, start)
        return Report(sources[0] if len(sources) == 1 else None)

    @cached_property
    def _passing(self) -> tuple[Clause, ...]:
        return report_clauses(self.scene)

    @cached_property
    def _claimed(self) -> dict[int, Draft]:
        """Quotations that are the content of a draft, by index."""
        return {i: d for d in self.scene.drafts if d.content is not None for i in _quotes_of(d.content)}

    def _speaker(self, quote: Quote) -> Report:
        """Who says a quotation without a frame: who is quoted before or after it, else who was reported before it."""
        after = self._framed_after(quote)
        if self.quoting is not None:
            differs = after is not None and not _same_speaker(self.scene, self.quoting.actor, after.actor)
            return Report(None) if differs else self.quoting
        if after is not None:
            return after
        inside = self.scene.view.paragraph(quote.start)[0] == self._paragraph
        return self.chain if self.chain is not None and inside else Report(None)

    def _framed_after(self, quote: Quote) -> Report | None:
        """The report of a framed quotation that follows in the same paragraph with nothing but quotations between."""
        view = self.scene.view
        end = quote.end
        for index in view.quotes_starting(end, view.paragraph(quote.start)[1]):
            later = view.graph.quotes[index]
            if later.start < end:
                continue
            silent = all(is_silent(view.graph.doc, t) for t in range(end, later.start))
            if not silent:
                return None
            if index in self._claimed:
                draft = self._claimed[index]
                return Report(draft.actor, draft)
            end = later.end
        return None


def _quoted_or_clausal(draft: Draft) -> bool:
    return draft.content is not None and (draft.content.quote is not None or bool(draft.content.clauses))


def _same_speaker(scene: Scene, one: Filler | None, other: Filler | None) -> bool:
    """Whether two actors may be one: one of them is a pronoun, or they share a word that is a name or noun."""
    if one is None or other is None:
        return False
    words = [{scene.view.text(t) for t in f.tokens if scene.view.tag(t) in ("NE", "NN")} for f in (one, other)]
    return not words[0] or not words[1] or bool(words[0] & words[1])


def _next(scene: Scene, start: int, end: int, chain: Report | None, reports: list[Draft]) -> Report | None:
    """The report after a sentence that goes on with none: its own, or none; the same subject keeps the chain alive."""
    mains = _mains(scene, start, end)
    turn = next((found for main in reversed(mains) if (found := taker(scene, main)) is not None), None)
    if reports and (reports[-1].actor is not None or turn is None):
        return None if _is_nobody(scene, reports[-1].actor) else Report(reports[-1].actor, reports[-1])
    subject = scene.view.subject(mains[0]) if mains else None
    if turn is not None or subject is None:
        return None if turn is None else Report(turn)
    if chain is None or chain.actor is None:
        return None
    same = scene.view.text(subject.head) == scene.view.text(chain.actor.tokens[-1])
    return chain if same or scene.view.lower(subject.head) in word_list("third_person") else None


def _is_nobody(scene: Scene, actor: Filler | None) -> bool:
    """Whether an actor is „niemand", „kein Minister" or „wer": nobody who goes on speaking."""
    if actor is None:
        return False
    first = actor.tokens[0]
    clause = scene.view.graph.clause_at(first)
    return scene.view.tag(first) == "PWS" or (clause is not None and first in clause.negations)


def _has_finite(scene: Scene, quote: Quote) -> bool:
    inner = scene.view.clauses_in(quote.start, quote.end)
    return any(c.kind is ClauseKind.MAIN and c.verb is not None and c.verb.finite is not None for c in inner)


def _quotes_of(content: Filler) -> tuple[int, ...]:
    return () if content.quote is None else (content.quote, *content.further_quotes)


def _reports_in(scene: Scene, start: int, end: int) -> list[Draft]:
    """The outermost reports of a sentence, in text order; noun cues only where there are no others."""
    found = [d for d in scene.cues_in(start, end) if d.rule.type in _REPORTS]
    outer = [d for d in found if not any(o in found for o in scene.around(d))]
    return [d for d in outer if scene.kind(d) is not CueKind.NOUN] or outer


# -- free indirect speech ----------------------------------------------------------------------------------------------


def _mains(scene: Scene, start: int, end: int) -> list[Clause]:
    clauses = [c for c in scene.view.sentence_clauses(start, end) if c.tokens]
    return [c for c in clauses if c.kind is ClauseKind.MAIN and c.verb is not None and c.quote is None]


def _is_under_report(scene: Scene, main: Clause, reports: Sequence[Draft]) -> bool:
    """Whether a report of its own sentence stands over a main clause („…, sagte er", „laut X …")."""
    over = any(d.content is not None and main.tokens[0] in d.content.tokens for d in reports)
    over = over or any(d.content is not None and d.content.slot.kind is SlotKind.HOST for d in reports)
    return over or any(scene.kind(d) is CueKind.ATTRIBUTION and d.clause == main.index for d in reports)


def _free_indirect(scene: Scene, start: int, end: int, main: Clause, report: Report) -> Continuation:
    negated = len(tuple(clause_negators(scene.view, main))) % 2 == 1
    force = of_clause(scene, None, main, negated)
    return Continuation(
        FREE,
        clean(scene.view.graph.doc, range(start, end)),
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


# -- quotations --------------------------------------------------------------------------------------------------------


def _fills(scene: Scene, quote: Quote, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    if quote.scare or quote.parent is not None or not start <= quote.start < end:
        return False
    doc = scene.view.graph.doc
    before = all(is_silent(doc, t) for t in range(start, quote.start))
    after = all(is_silent(doc, t) for t in range(quote.end, max(end, quote.end)))
    return before and after


def _after_colons(scene: Scene, start: int, end: int, claimed: Mapping[int, Draft]) -> Iterator[tuple[Quote, Filler]]:
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


def _quotation(scene: Scene, quote: Quote, report: Report) -> Continuation:
    doc = scene.view.graph.doc
    tokens = tuple(t for t in range(quote.start, quote.end) if not doc[t].is_space)
    inner = scene.view.clauses_in(quote.start, quote.end)
    main = next((c for c in inner if c.kind is ClauseKind.MAIN), None)
    return _direct(scene, QUOTE, tokens, report, main)


def _direct(scene: Scene, rule: str, tokens: tuple[int, ...], report: Report, main: Clause | None) -> Continuation:
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


# -- headlines ---------------------------------------------------------------------------------------------------------


def _headline(scene: Scene, start: int, end: int) -> Continuation | None:
    """„Merz: Steuern runter": a person or institution before a colon, and no frame; a question says nothing."""
    view = scene.view
    doc = view.graph.doc
    found = opening(scene, start, end)
    if found is None or is_question(scene, start, end):
        return None
    tokens = clean(doc, range(found.colon + 1, end))
    if not tokens:
        return None
    main = next((c for c in view.clauses_in(found.colon + 1, end) if c.verb is not None), None)
    if found.head == found.colon - 1 and view.tag(found.head) == "NN" and _acts_after(scene, found.colon, end):
        return None
    said = _direct(scene, HEADLINE, tokens, Report(found.speaker), main)
    if main is None:
        content = Filler(tokens, Slot(SlotKind.QUOTE))
        return attrs.evolve(said, force=_verbless(scene, content), negated=verbless_negated(scene, content))
    return said


def _acts_after(scene: Scene, colon: int, end: int) -> bool:
    """Whether somebody acts behind a colon, so that a noun before it names a topic („Mieter: Der Rat lehnt …")."""
    return any(d.predicate and d.actor is not None for d in scene.cues_in(colon + 1, end))


def _verbless(scene: Scene, content: Filler) -> CommitmentType | None:
    return CommitmentType.DEMAND if orders(scene, content) else None
