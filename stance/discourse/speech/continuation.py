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

from stance.clauses.graph import Clause, ClauseKind, Order, Quote
from stance.context.scene import Scene
from stance.context.sources import Sources
from stance.discourse.reference.antecedents import head_of
from stance.discourse.speech.afterwards import Afterwards, presented
from stance.discourse.speech.conveyors import Conveyors
from stance.discourse.speech.headlines import headline
from stance.discourse.speech.interviews import is_question, turns
from stance.discourse.speech.paragraphs import PassingOn
from stance.discourse.speech.quotations import after_colons, fills, framed, has_finite, quotes_of
from stance.discourse.speech.reportive import Telling, fragment, telling
from stance.discourse.speech.reports import (
    Report,
    Speakers,
    beside,
    gives_words,
    is_again,
    is_asked,
    is_under_report,
    mains,
    reports_in,
    same_speaker,
)
from stance.discourse.speech.turns import is_applause, is_beside_speech, is_noise, subject_holder
from stance.discourse.speech.uncued import TURN, Continuation, direct, free_indirect, quotation
from stance.discourse.speech.voices import Nesting, Voice, Voices
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.matching.spans import clean
from stance.rules.schema import SlotKind

_AHEAD: Final = 3


@attrs.frozen
class Continued:
    """What goes on in a document.

    Attributes:
        commitments: those without a cue, in text order.
        reports: first token of a sentence that goes on with a cue of its own → the report that it stands in.
        adverbs: cues that tell the time where a report goes on, and name no source („Danach sei er gegangen.").
    """

    commitments: tuple[Continuation, ...]
    reports: Mapping[int, Report]
    adverbs: frozenset[tuple[int, ...]]


def continuations(scene: Scene, sources: Sources, passing: PassingOn, conveyors: Conveyors) -> Continued:
    """All continuations of a document.

    Args:
        scene: its acts.
        sources: who reports them.
        passing: who passes them on in other sentences.
        conveyors: tells the sources that only pass on.
    """
    walk = _Walk(scene, Speakers(scene, sources, conveyors), passing, Nesting(scene, sources, conveyors))
    found = tuple(sorted(walk.through(), key=lambda c: (c.tokens[0], c.rule)))
    return Continued(found, walk.reports, frozenset(walk.adverbs))


@attrs.define(eq=False)
class _Walk:
    """A walk through the sentences that carries the last report and the last quotation along.

    Attributes:
        scene: the document.
        speakers: who goes on speaking after an act.
        passing: who passes on what stands before.
        nesting: tells two voices of one report apart.
        chain: the report that goes on, None where none does.
        voices: who else speaks in the report that goes on, None where it is one voice.
        resting: the report that the narrator has only interrupted, None where it cannot go on.
        quoting: who was quoted in the sentence before.
        reports, adverbs: as in :class:`Continued`.
    """

    scene: Scene
    speakers: Speakers
    passing: PassingOn
    nesting: Nesting
    chain: Report | None = None
    voices: Voices | None = None
    resting: Report | None = None
    quoting: Report | None = None
    reports: dict[int, Report] = attrs.field(factory=dict)
    adverbs: set[tuple[int, ...]] = attrs.field(factory=set)
    _paragraph: int = -1
    _heard: Report | None = None

    def through(self) -> Iterator[Continuation]:
        """The continuations, sentence by sentence."""
        for start, end in self._ends.items():
            if self.scene.view.paragraph(start)[0] != self._paragraph:
                self.resting = None
            before = self.chain or self.resting
            yield from self._sentence(start, end)
            self._listen(start, end)
            self.resting = before if self._only_interrupts(start, end) else None
            self._paragraph = self.scene.view.paragraph(start)[0]

    def _sentence(self, start: int, end: int) -> Iterator[Continuation]:
        scene = self.scene
        titled = headline(scene, start, end)
        if titled is not None:
            yield titled
            alone = scene.view.paragraph(start) == (start, end)
            self.chain, self.quoting = (None if alone else self._told_in(start, end) or titled.report), None
            return
        if start in self._turns:
            yield from self._turn(start, end, Report(self._turns[start], direct=True))
            return
        announced = [(quote, Report(actor)) for quote, actor in self._given(start, end)]
        yield from (quotation(scene, quote, report) for quote, report in announced)
        told = self._behind_colon(start, end)
        if told is not None:
            yield told
            self.chain = told.report
            return
        quotes = scene.view.graph.quotes
        own = (quotes[i] for i in scene.view.quotes_starting(start, end) if i not in self._claimed)
        free = [quote for quote in own if fills(scene, quote, start, end)]
        if free:
            yield from self._quoted(free, start)
            return
        reports = self._reports(start, end)
        passing = self.passing.of_sentence(start, end)
        if passing is not None and self.passing.confirms(passing):
            return
        if self._is_told_inside(reports):
            self._stands_in(start, self.chain)
            return
        main = self._free_main(start, end, reports)
        if main is not None:
            yield from self._going_on(start, end, main)
            return
        after = self._beside_the_story(self.speakers.after(start, end, self.chain, reports))
        self.chain = after if passing is None else self._passed_on(passing)
        quoted = next((d for d in reversed(reports) if d.content and d.content.quote is not None), None)
        self.quoting = None if quoted is None else Report(quoted.actor, quoted)
        who = presented(self.scene, start, end)
        if who is not None:
            self.chain = self.quoting = Report(who)
        if announced and self.chain is None:
            self.chain = self.quoting = announced[-1][1]

    def _beside_the_story(self, after: Report | None) -> Report | None:
        """„Das sei falsch, sagt Holm. Lamm hatte vor Jahren davon gesprochen.": what was before is told by the way."""
        before = self.chain
        if before is None or after is None or before.actor is None or after.actor is None:
            return after
        if after.draft is None:
            return attrs.evolve(after, rival=before.actor) if self._only_gestures(after.actor) else after
        verb = self.scene.clause(after.draft).verb
        if verb is None or verb.tense != "pluperfect" or verb.mood != "indicative":
            return after
        if before.draft is None or not gives_words(self.scene, before.draft):
            return after
        earlier = self.scene.clause(before.draft).verb
        earlier_still = earlier is not None and earlier.tense == "pluperfect"
        if earlier_still or is_again(self.scene, head_of(after.actor), before.actor):
            return after
        return attrs.evolve(after, rival=before.actor)

    def _only_gestures(self, actor: Filler) -> bool:
        """„Das Netz sei alt, sagte Holm. Lamm schüttelte den Kopf.": either may go on behind a gesture of somebody."""
        clause = self.scene.view.graph.clause_at(head_of(actor))
        return clause is not None and clause.verb is not None and clause.verb.lemma in word_list("gestures")

    def _given(self, start: int, end: int) -> Iterator[tuple[Quote, Filler]]:
        """Quotations of a sentence whose speaker stands before the colon, or right behind the quotation."""
        yield from after_colons(self.scene, start, end, self._claimed)
        yield from framed(self.scene, start, end, self._claimed)

    def _only_interrupts(self, start: int, end: int) -> bool:
        """Whether the narrator says something between two sentences of a speech, where nobody else opens their mouth.

        „Das Netz sei alt, sagte Holm. Ihre Kollegin hörte zu. Zwei Kabel seien gebrochen."
        """
        if self.chain is not None or start == self.scene.view.paragraph(start)[0]:
            return False
        clauses = mains(self.scene, start, end)
        if any(
            not is_applause(self.scene, self.scene.view.clause(d.clause)) for d in reports_in(self.scene, start, end)
        ):
            return False
        if is_noise(self.scene, start, end):
            return True
        return bool(clauses) and all(is_beside_speech(self.scene, clause) for clause in clauses)

    def _listen(self, start: int, end: int) -> None:
        """Hear who else speaks in a report that a sentence has opened."""
        if self.chain is not self._heard:
            self._hear(self.chain, self.nesting.of(self.chain, start, end))

    def _hear(self, chain: Report | None, voices: Voices | None) -> None:
        self.chain = self._heard = chain
        self.voices = voices

    def _speaking(self, main: Clause) -> Report | None:
        """Who says a sentence that goes on with the report: the outer voice for good, the inner one, or either."""
        if self.voices is None:
            return self.chain
        voice = self.nesting.voice(self.voices, main)
        if voice is Voice.OUTER:
            self._hear(self.voices.outer, None)
            return self.chain
        return self.voices.inner if voice is Voice.INNER else self.voices.open()

    def _stands_in(self, start: int, report: Report | None) -> None:
        """Note that the acts of a sentence stand in a report that goes on."""
        if report is not None and report.actor is not None:
            self.reports[start] = report

    def _passed_on(self, passing: Clause) -> Report | None:
        """The report after „Das berichtet die Zeitung.": what a medium passes on goes on, anybody else speaks now."""
        told_by = self.passing.by(passing)
        medium = bool(told_by) and self.speakers.conveyors.is_medium(told_by[0])
        if medium and self.chain is not None and not self.speakers.is_silent(self.chain):
            return self.chain
        return Report(told_by[-1], above=told_by[:-1]) if medium or len(told_by) == 1 else None

    def _is_told_inside(self, reports: Sequence[Draft]) -> bool:
        """„Sie solle gehen, habe er gesagt.": a report behind its content that stands in the Konjunktiv of another."""
        given = [d for d in reports if d.content is not None and d.content.tokens[0] < d.cue[0]]
        said = [d for d in given if d.content and (d.content.quote is not None or d.content.slot.kind is SlotKind.HOST)]
        verbs = [self.scene.view.clause(d.clause).verb for d in said]
        return self.chain is not None and any(verb is not None and verb.mood == "konjunktiv1" for verb in verbs)

    def _quoted(self, quotes: Sequence[Quote], start: int) -> Iterator[Continuation]:
        """Quotations that stand alone in a sentence; who says the last one goes on."""
        found = [(quote, self._speaker(quote)) for quote in quotes if quote.start >= start]
        yield from (quotation(self.scene, q, r) for q, r in found if r.actor is not None or has_finite(self.scene, q))
        self.quoting = found[-1][1] if found and found[-1][1].actor is not None else None
        self.chain = self.quoting or self.chain

    def _going_on(self, start: int, end: int, main: Clause) -> Iterator[Continuation]:
        """A sentence of free indirect speech: without a cue of its own a commitment, with one the place of a report."""
        acts = self.scene.has_own_cue(main)
        self.chain = self.speakers.beside(start, end) or self.chain or self.resting
        self._listen(start, end)
        report = self._speaking(main)
        if report is not None and self.speakers.is_silent(report) and self.passing.over(start):
            report = self._told_after(start)  # „Der Konzern plant Kürzungen. Betroffen sei X. Das berichtet Y."
        if not acts or self._is_agentless(main):
            yield free_indirect(self.scene, self._told(start, end), main, report or self._told_after(start))
        if not acts or self.chain is None or self.chain.actor is None:
            return
        own = self.scene.predicates[main.index]
        above = self.speakers.above(self.chain)
        if above and own.lemma in word_list("replying"):
            self._stands_in(start, Report(above[-1], above=above[:-1]))  # „X habe Geld verlangt. Y habe erwidert, …"
            self._hear(Report(own.actor, own), None)
            return
        self._stands_in(start, report)
        conveyed = self.speakers.is_conveyed(self.chain) and own.actor is not None
        if conveyed and self.nesting.tells_of(self.chain.actor, own):
            self.voices = Voices(self.chain, self.speakers.of(own), own)
        elif conveyed:
            self.chain = self.speakers.of(own)
        else:
            self.voices = self.nesting.inside(self.chain, start, end) or self.voices

    def _told(self, start: int, end: int) -> Iterator[int]:
        """The tokens of a sentence without what only says who speaks („…, wischt sie den Einwand beiseite")."""
        framing = {t for c in beside(self.scene, start, end) if c.order is Order.V1 for t in range(*c.span)}
        return (token for token in range(start, end) if token not in framing)

    def _reports(self, start: int, end: int) -> list[Draft]:
        """The reports of a sentence; „danach" tells the time where a report goes on."""
        found = reports_in(self.scene, start, end)
        times = [d for d in found if d.actor is None and d.lemma in word_list("also_temporal")]
        self.adverbs.update(d.cue for d in times if self.chain is not None)
        return [d for d in found if d.cue not in self.adverbs]

    def _turn(self, start: int, end: int, report: Report) -> Iterator[Continuation]:
        """A sentence that goes on with a turn of an interview."""
        main = next((c for c in mains(self.scene, start, end)), None)
        if main is None or is_question(self.scene, start, end):
            return
        inner = self.chain is not None and self.chain.draft is not None
        if inner and telling(self.scene, main, False) is Telling.REPORT:
            yield from self._going_on(start, end, main)
            return
        if self.scene.cues_in(start, end):
            self.reports[start] = report
        else:
            yield direct(self.scene, TURN, clean(self.scene.view.graph.doc, range(start, end)), report, main)
        self.chain = self._told_in(start, end) or report

    def _told_in(self, start: int, end: int) -> Report | None:
        """The report inside a turn, with which a Konjunktiv goes on there („Meine Chefin sagte, …")."""
        told = [d for d in reports_in(self.scene, start, end) if d.actor is not None and gives_words(self.scene, d)]
        return self.speakers.of(told[-1]) if told else None

    def _behind_colon(self, start: int, end: int) -> Continuation | None:
        """„Sie blieb hart: Das Geld fehle.": a report behind a colon is by who acts before it."""
        scene = self.scene
        clauses = [c for c in scene.view.sentence_clauses(start, end) if c.tokens and scene.view.is_told_behind(c)]
        if not clauses or scene.has_own_cue(clauses[0]) or telling(scene, clauses[0], True) is not Telling.REPORT:
            return None
        main, parent = clauses[0], scene.view.graph.parent(clauses[0])
        reports = reports_in(scene, start, end)
        if parent is None or parent.kind is not ClauseKind.MAIN or is_under_report(scene, main, reports):
            return None
        own = next((d for d in reports if d.clause == parent.index), None)
        report = Report(subject_holder(scene, parent)) if own is None else self.speakers.of(own)
        return None if report.actor is None else free_indirect(scene, range(main.span[0], end), main, report)

    def _free_main(self, start: int, end: int, reports: list[Draft]) -> Clause | None:
        """The main clause of free indirect speech: in the Konjunktiv of report, with no report over it; else None."""
        main = next(iter(mains(self.scene, start, end)), None)
        if main is None:
            return None if reports or self.chain is None else fragment(self.scene, start, end)
        if is_under_report(self.scene, main, reports) or self._is_reported(main) or is_asked(self.scene, start, end):
            return None
        found = telling(self.scene, main, self.chain is not None or self._is_resumed_now(main), self._is_told_now)
        if found is not Telling.EITHER:
            return main if found is Telling.REPORT else None
        acts = self.scene.has_own_cue(main)
        return main if self._is_resumed(start, acts) and (not acts or self._is_spoken) else None

    def _is_resumed_now(self, main: Clause) -> bool:
        """Whether a speech that was interrupted goes on with „hätten", which is no preterite."""
        verb = main.verb
        return self.resting is not None and verb is not None and verb.mood == "konjunktiv2" and verb.number == "pl"

    def _is_reported(self, main: Clause) -> bool:
        """Whether its sentence names a source of the act of a clause („Er, so die Polizei, drohe mit Gewalt.")."""
        own = self.scene.predicates.get(main.index)
        return own is not None and bool(self.speakers.sources.of(own))

    def _is_agentless(self, main: Clause) -> bool:
        """„Es sei mit Verlusten zu rechnen": nobody acts, so that the speaker says it."""
        own = self.scene.predicates.get(main.index)
        return own is not None and own.actor is None and self.chain is not None and self.chain.actor is not None

    @property
    def _is_spoken(self) -> bool:
        """Whether the report that goes on gives what was said, rather than naming it („lobte den Plan")."""
        draft = None if self.chain is None else self.chain.draft
        return draft is None or gives_words(self.scene, draft)

    @property
    def _is_told_now(self) -> bool:
        """Whether the report that goes on is told in the present („sagt die Ministerin")."""
        actor = None if self.chain is None else self.chain.actor
        clause = None if actor is None else self.scene.view.graph.clause_at(actor.tokens[0])
        return clause is not None and clause.verb is not None and clause.verb.tense == "present"

    def _is_resumed(self, start: int, acts: bool) -> bool:
        """Whether the report surely goes on soon, at the latest in the first sentence of the next paragraph.

        Args:
            start: first token of the sentence before them.
            acts: whether somebody acts in that sentence; what goes on without a cue may then be that one's.
        """
        at = bisect_right(self._starts, start)
        for first in self._starts[at : at + _AHEAD]:
            end = self._ends[first]
            main = next(iter(mains(self.scene, first, end)), None)
            if main is None or is_under_report(self.scene, main, reports_in(self.scene, first, end)):
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
        sources = self.passing.over(start)
        return Report(sources[0] if len(sources) == 1 else None)

    @cached_property
    def _claimed(self) -> dict[int, Draft]:
        """Quotations that are the content of a draft, by index."""
        return {i: d for d in self.scene.drafts if d.content is not None for i in quotes_of(d.content)}

    @cached_property
    def _afterwards(self) -> Afterwards:
        return Afterwards(self.scene, self.passing, self._claimed, self._ends)

    def _speaker(self, quote: Quote) -> Report:
        """Who says a quotation without a frame: who is quoted before or after it, else who was reported before it."""
        described = self._afterwards.told(quote)
        if described is not None:
            return described
        after = self._afterwards.framed(quote)
        if self.quoting is not None:
            differs = after is not None and not same_speaker(self.scene, self.quoting.actor, after.actor)
            return Report(None) if differs else self.quoting
        if after is not None:
            return after
        inside = self.scene.view.paragraph(quote.start)[0] == self._paragraph
        return attrs.evolve(self.chain, rival=None) if self.chain is not None and inside else Report(None)
