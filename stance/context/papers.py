"""Papers: who speaks in a letter or report that is named, and who reads from it.

„Der Rat schrieb einen Brief. Darin heißt es, …" is said by the council; what stands in „einen Bericht der Zeitung,
wonach …" is reported by the paper, what stands in „las aus einem Brief vor, in dem …" by who reads. The clauses and
drafts of a document flow in, the phrases of who speaks flow out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind, NounPhrase, Role
from stance.context.wordlists import word_list
from stance.german import meaning
from stance.matching.draft import Draft, Filler
from stance.matching.fillers import possessors
from stance.matching.holders import can_hold
from stance.matching.view import View
from stance.rules.schema import FrameRole, Slot, SlotKind

_OPENER: Final = 3


@attrs.frozen(eq=False, slots=False)
class Papers:
    """The papers of a document.

    Attributes:
        view: its clause graph.
        drafts: all of its drafts.
    """

    view: View
    drafts: tuple[Draft, ...]

    def with_authors(self) -> tuple[Draft, ...]:
        """The drafts, those of what stands in a paper named before with who wrote it as their actor."""
        return tuple(self._with_author(draft) for draft in self.drafts)

    def _with_author(self, draft: Draft) -> Draft:
        if draft.actor is not None and draft.actor.slot.kind is SlotKind.GOVERNED and self._is_relative(draft.actor):
            return attrs.evolve(draft, roles=tuple(pair for pair in draft.roles if pair[0] is not FrameRole.ACTOR))
        says = draft.lemma in word_list("standing_in_papers")
        author = self._writer(draft) if says and draft.actor is None else None
        return draft if author is None else attrs.evolve(draft, roles=((FrameRole.ACTOR, author), *draft.roles))

    def _is_relative(self, actor: Filler) -> bool:
        """„Berichte, denen zufolge": who passes on is whose reports they are, which :meth:`over` says."""
        return all(self.view.tag(t) == "PRELS" for t in actor.tokens)

    def _writer(self, draft: Draft) -> Filler | None:
        """Who wrote what a clause gives: „in seinem Schreiben heißt es", „darin heißt es"."""
        return self._own(self.view.clause(draft.clause)) or self._named_before(draft)

    def _own(self, clause: Clause) -> Filler | None:
        """The possessive of the paper in which something stands."""
        for argument in clause.all_of(Role.PREPOSITIONAL):
            np = self.view.graph.noun_phrase_at(argument.head)
            inside = argument.preposition == "in" and meaning.is_document(self.view.text(argument.head))
            owner = next(possessors(self.view, np, Slot(SlotKind.POSSESSIVE)), None) if np and inside else None
            if owner is not None:
                return owner
        return None

    def _named_before(self, draft: Draft) -> Filler | None:
        """Who wrote the last paper before „darin heißt es", „in dem Schreiben steht"."""
        clause = self.view.clause(draft.clause)
        if not self._points_back(clause):
            return None
        start = self.view.paragraph(draft.cue[0])[0]
        before = self.view.phrases_in(start, clause.sentence[0])
        paper = next((np for np in reversed(before) if meaning.is_document(self.view.text(np.head))), None)
        return self._correspondent(start, clause) if paper is None else self._author(paper)

    def _correspondent(self, start: int, clause: Clause) -> Filler | None:
        """„Der Rat hat den Eltern geschrieben. In dem Brief heißt es, …": who wrote to somebody right before it."""
        before = self.view.clauses_in(start, clause.sentence[0])
        last = next((c for c in reversed(before) if c.kind is ClauseKind.MAIN and c.quote is None), None)
        writes = last is not None and last.verb is not None and last.verb.lemma in word_list("writing_to")
        return self._subject(last, "writing_to") if writes and last is not None and not last.negations else None

    def _points_back(self, clause: Clause) -> bool:
        if any(self.view.lower(t) in word_list("pointing_into") for t in clause.tokens):
            return True
        return any(
            argument.preposition == "in"
            and meaning.is_document(self.view.text(argument.head))
            and any(self.view.lower(t) in word_list("definite") for t in argument.tokens[:2])
            for argument in clause.all_of(Role.PREPOSITIONAL)
        )

    def _author(self, paper: NounPhrase) -> Filler | None:
        """Whose paper it is, who speaks in it, or who writes or presents it."""
        owner = self._owner(paper)
        if owner is not None:
            return owner
        clause = self.view.clause(paper.clause)
        if paper.preposition is not None:
            inside = self.view.lower(paper.preposition) in word_list("inside")
            return self._actors.get(clause.index) if inside else None
        return self._subject(clause, "writing")

    def _owner(self, paper: NounPhrase) -> Filler | None:
        """The genitive of a paper; for „seinen Bericht" the subject."""
        owner = next(possessors(self.view, paper, Slot(SlotKind.POSSESSOR)), None)
        if owner is not None and self.view.tag(owner.tokens[0]) == "PPOSAT":
            return self._subject(self.view.clause(paper.clause), "writing")
        return owner

    def _subject(self, clause: Clause, verbs: str) -> Filler | None:
        """The subject of a clause whose verb is of a list, where it can act."""
        if clause.verb is None or clause.verb.lemma not in word_list(verbs) or clause.verb.voice != "active":
            return None
        phrase = self.view.subject(clause)
        if phrase is None or not can_hold(self.view, phrase.head, phrase.tokens, None):
            return None
        return Filler(phrase.tokens, Slot(SlotKind.SUBJECT), phrase.head)

    @cached_property
    def _actors(self) -> dict[int, Filler]:
        """The actor of the act that is the predicate of a clause."""
        return {d.clause: d.actor for d in reversed(self.drafts) if d.predicate and d.actor is not None}

    # -- relative clauses ----------------------------------------------------------------------------------------------

    def over(self, draft: Draft) -> Iterator[Filler]:
        """Who passes on an act in a relative clause of a paper, outermost first."""
        clause: Clause | None = self.view.clause(draft.clause)
        yield from self.readers(draft)
        found: list[Filler] = []
        while clause is not None:
            found[:0] = self._through(clause)
            clause = self.view.graph.parent(clause)
        yield from found

    def readers(self, draft: Draft) -> Iterator[Filler]:
        """„ein Vermerk, aus dem die Zeitung zitiert, zeigt …", „X zitierte aus einem Brief. „…", klagt Y darin."."""
        clause = self.view.clause(draft.clause)
        relative = [c for c in self.view.graph.children(clause) if c.kind is ClauseKind.RELATIVE and c.tokens]
        quoting = [c for c in relative if self.view.lower(c.tokens[0]) in word_list("inside")]
        pointed: list[Clause] = []
        reading = [c for c in relative if self._is_read_out(c)] if self._stands_in_paper(clause) else []
        if self._points_back(clause):
            before = self.view.phrases_in(self.view.paragraph(draft.cue[0])[0], clause.sentence[0])
            papers = (np for np in reversed(before) if meaning.is_document(self.view.text(np.head)))
            pointed = [self.view.clause(np.clause) for np in papers][:1]
        quoting += pointed
        yield from (filler for c in quoting if (filler := self._subject(c, "quoting_from")) is not None)
        inside = any(self.view.lower(t) in word_list("pointing_into") for t in clause.tokens)
        yield from (f for c in pointed if inside and (f := self._subject(c, "reading_out")) is not None)
        readers = (self._subject(c, "reading_out") for c in reading)
        yield from (filler for filler in readers if filler is not None and self._speaks_for(filler))

    def _speaks_for(self, reader: Filler) -> bool:
        """„sein Anwalt": somebody whose work it is to speak for others."""
        nouns = (self.view.lower(t) for t in reader.tokens if self.view.tag(t) == "NN")
        return any(noun.endswith(tuple(word_list("speaking_for"))) for noun in nouns)

    def _is_read_out(self, clause: Clause) -> bool:
        """„eine Erklärung, die der Anwalt verlas": a relative clause on what somebody reads out."""
        paper = clause.antecedent is not None and meaning.is_document(self.view.text(clause.antecedent))
        read = any(self.view.tag(a.head) == "PRELS" for a in clause.all_of(Role.ACCUSATIVE))
        return paper and read

    def _stands_in_paper(self, clause: Clause) -> bool:
        """„In der Erklärung räumt er ein": whether a clause says in which paper an act stands."""
        found = (a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition == "in")
        return any(meaning.is_document(self.view.text(a.head)) for a in found)

    def _through(self, clause: Clause) -> Sequence[Filler]:
        """Who hands on what a clause tells: „ein Bericht der Zeitung, wonach …", „las aus einem Brief, in dem …"."""
        opener = {self.view.lower(t) for t in clause.tokens[:_OPENER]}
        hands_on = word_list("handing_on") & opener
        if clause.kind is not ClauseKind.RELATIVE and "wonach" not in hands_on:
            return ()
        paper = self._paper_before(clause)
        if paper is None:
            return ()
        inside = self.view.lower(clause.tokens[0]) in word_list("inside")
        reader = self._subject(self.view.clause(paper.clause), "reading_from") if inside else None
        found = self._author(paper) if hands_on else reader
        return () if found is None else (found,)

    def _paper_before(self, clause: Clause) -> NounPhrase | None:
        """The paper that a relative clause follows."""
        before = self.view.phrases_in(clause.sentence[0], clause.span[0])
        return next(
            (
                np
                for np in reversed(before)
                if meaning.is_document(self.view.text(np.head))
                and (clause.antecedent in np.tokens or max(np.tokens) + 2 == clause.span[0])
            ),
            None,
        )
