"""Paragraphs: sentences that name who reports what stands before them in their paragraph.

From outside („Das berichtet die Zeitung."), from inside what others report („Das habe eine Sprecherin bestätigt."),
and on whom a medium rests („Der Sender beruft sich auf Ermittler."). The acts of a document flow in, sources of what is
said at a token flow out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from stance.clauses.graph import Clause, ClauseKind, Order, Role
from stance.context.scene import Scene
from stance.context.sources import informants, is_citing
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold
from stance.matching.spans import clean, is_silent
from stance.rules.schema import Slot, SlotKind

_MAX_SOURCES = 12


@attrs.frozen(eq=False, slots=False)
class PassingOn:
    """The clauses of a document that pass on what stands before them.

    Attributes:
        scene: the document with all its drafts, also those of these clauses.
    """

    scene: Scene

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that pass on, in text order."""
        return tuple(c for c in self.scene.view.graph.clauses if c.tokens and self._is_report(c))

    def over(self, token: int) -> tuple[Filler, ...]:
        """Who reports, in a later sentence of the paragraph, what is said at a token: „Das berichtet die Zeitung."."""
        passing = (clause for clause in self._after(token) if not _is_reported(clause))
        outer = next((clause for clause in passing if self._covers(clause, token)), None)
        return () if outer is None else self.by(outer)

    def under(self, token: int) -> tuple[Filler, ...]:
        """Who passes it on inside what others report: „Das habe eine Sprecherin bestätigt."."""
        return tuple(filler for clause in self._after(token) if _is_reported(clause) for filler in self.by(clause))

    def cited(self, token: int) -> tuple[Filler, ...]:
        """On whom a medium rests that reports what is said at a token: „Der Sender beruft sich auf Ermittler."."""
        end = self.scene.view.paragraph(token)[1]
        first = bisect_right(self._resting, token, key=lambda c: c.sentence[1])
        last = bisect_left(self._resting, end, key=lambda c: c.sentence[0])
        later = [c for c in self._resting[first:last] if c.kind is ClauseKind.RELATIVE or token < c.sentence[0]]
        return tuple(filler for clause in later[:1] for filler in self._rested_on(clause))

    def by(self, clause: Clause) -> tuple[Filler, ...]:
        """Who passes on what stands before a clause, whom they cite behind them."""
        cited = (d.actor for d in self.scene.cues_in(*clause.sentence) if d.clause == clause.index and is_citing(d))
        return (*self._sources(clause), *(a for a in cited if a is not None), *informants(self.scene, clause))

    def of_sentence(self, start: int, end: int) -> Clause | None:
        """The clause of a sentence that passes on what stands before it, or None."""
        return self._by_sentence.get((start, end))

    @cached_property
    def _by_sentence(self) -> dict[tuple[int, int], Clause]:
        return {clause.sentence: clause for clause in reversed(self.clauses)}

    def only_names(self, clause: Clause) -> bool:
        """Whether a clause is no act but a source of what stands before it in its paragraph."""
        assert clause.verb is not None
        start = self.scene.view.paragraph(clause.tokens[0])[0]
        media = start < clause.sentence[0] and clause.verb.lemma in word_list("only_passing_on")
        return media or bool(self.scene.cues_in(start, clause.sentence[0]))

    def confirms(self, clause: Clause) -> bool:
        """Whether a clause is itself reported and only names a source („Das habe eine Sprecherin bestätigt.")."""
        return _is_reported(clause) and self.only_names(clause)

    def _covers(self, clause: Clause, token: int) -> bool:
        """Whether a clause passes on what is said at a token: „Das sagt X." behind a quotation only that."""
        assert clause.verb is not None
        if clause.verb.lemma in word_list("only_passing_on"):
            return True
        view = self.scene.view
        last = next((t for t in range(clause.sentence[0] - 1, token, -1) if not is_silent(view.graph.doc, t)), token)
        quote = view.graph.quote_at(last)
        return quote is None or quote.scare or quote.end < clause.sentence[0] - 1 or quote.start <= token

    # -- the clauses ---------------------------------------------------------------------------------------------------

    def _after(self, token: int) -> Sequence[Clause]:
        """The clauses that pass on in later sentences of the paragraph of a token."""
        end = self.scene.view.paragraph(token)[1] if self.clauses else 0
        return self.clauses[bisect_right(self._starts, token) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.sentence[0] for clause in self.clauses]

    def _is_report(self, clause: Clause) -> bool:
        """„Dies berichten X und Y.", „Darüber hat die Zeitung berichtet."."""
        view, verb = self.scene.view, clause.verb
        if verb is None or clause.kind is not ClauseKind.MAIN or clause.order is not Order.V2:
            return False
        if verb.lemma not in word_list("passing_on") or clause.negations or clause.question:
            return False
        first = view.lower(clause.tokens[0])
        points = first in ("das", "dies", "so") and len(clause.tokens) > 2 and clause.tokens[1] == verb.finite
        tells = verb.lemma in word_list("only_passing_on") and not clause.all_of(Role.ACCUSATIVE)
        points = points or (tells and any(view.lower(t) in word_list("told_of") for t in clause.tokens))
        if any(d.content is not None and clause.tokens[0] in d.content.tokens for d in self._behind(clause)):
            return False  # „Das habe ihm die Reederei mitgeteilt, sagte der Vogt."
        return points and not any(view.is_complement(c) for c in view.graph.children(clause))

    def _behind(self, clause: Clause) -> Iterator[Draft]:
        """The reports of a sentence that comment on the clause before them."""
        for draft in self.scene.cues_in(*clause.sentence):
            if draft.content is not None and draft.content.slot.kind is SlotKind.HOST and draft.clause != clause.index:
                yield draft

    def _sources(self, clause: Clause) -> Iterator[Filler]:
        view = self.scene.view
        pointing = clause.tokens[0]
        if clause.verb is not None and clause.verb.lemma in word_list("coming_from"):
            yield from self._origins(clause)
            return
        for argument in (*clause.all_of(Role.SUBJECT), *clause.all_of(Role.ACCUSATIVE)):
            if argument.tokens == (pointing,) or view.lower(argument.head) in word_list("pointing"):
                continue
            for part in argument.conjuncts[:_MAX_SOURCES] or (view.resolve(argument).tokens,):
                tokens = clean(view.graph.doc, part)
                if tokens:
                    head = argument.head if argument.head in tokens else self._head(tokens)
                    yield Filler(tokens, Slot(SlotKind.SUBJECT), head)

    def _origins(self, clause: Clause) -> Iterator[Filler]:
        """„Das geht aus einem Bericht der Zeitung hervor": whose report it is, else the report itself."""
        view = self.scene.view
        for argument in clause.all_of(Role.PREPOSITIONAL):
            if argument.preposition != "aus":
                continue
            np = view.graph.noun_phrase_at(argument.head)
            owner = () if np is None else clean(view.graph.doc, np.possessor)
            tokens = owner or view.resolve(argument).tokens
            if tokens:
                yield Filler(tokens, Slot(SlotKind.SUBJECT), self._head(tokens))

    def _head(self, tokens: tuple[int, ...]) -> int:
        return next((t for t in tokens if self.scene.view.tag(t) in ("NN", "NE")), tokens[0])

    # -- media that rest on others -------------------------------------------------------------------------------------

    @cached_property
    def _resting(self) -> tuple[Clause, ...]:
        """„Der Sender beruft sich auf Ermittler.", „…, der sich auf Ermittler beruft, …"."""
        kinds = (ClauseKind.MAIN, ClauseKind.RELATIVE)
        return tuple(
            c
            for c in self.scene.view.graph.clauses
            if c.tokens and c.kind in kinds and c.verb is not None and c.verb.lemma in word_list("resting_on")
        )

    def _rested_on(self, clause: Clause) -> Iterator[Filler]:
        view = self.scene.view
        for argument in clause.all_of(Role.PREPOSITIONAL):
            phrase = view.resolve(argument)
            if argument.preposition == "auf" and phrase.tokens and can_hold(view, phrase.head, phrase.tokens, None):
                yield Filler(clean(view.graph.doc, phrase.tokens), Slot(SlotKind.PP, "auf"), phrase.head)


def _is_reported(clause: Clause) -> bool:
    """Whether a clause stands in the Konjunktiv and so inside what others report."""
    return clause.verb is not None and clause.verb.in_konjunktiv and not clause.verb.modals
