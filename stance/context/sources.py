"""Sources: who reports an act, outermost first; and attributions that are a source and nothing more.

An attribution over a clause with a cue of its own („Laut Spiegel habe Lawrow gesagt, …") only adds a source; a verb of
saying over such a clause has its own commitment and is the source of the inner one (nested sources: Saurí & Pustejovsky
2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Argument, Clause, ClauseKind, Role
from stance.context.papers import Papers
from stance.context.scene import Scene
from stance.context.wordlists import word_list
from stance.german import government, meaning
from stance.matching.draft import Draft, Filler
from stance.matching.holders import can_hold, sort_of
from stance.matching.spans import clean
from stance.model import CommitmentType
from stance.rules.schema import CueKind, Slot, SlotKind

_REPORTING: Final = frozenset(
    {
        CommitmentType.ASSERTION,
        CommitmentType.ADMISSION,
        CommitmentType.BELIEF,
        CommitmentType.DENIAL,
        CommitmentType.DOUBT,
        CommitmentType.WARNING,
        CommitmentType.ACCUSATION,
        CommitmentType.EVALUATION,
        CommitmentType.EXPRESSIVE,
    }
)
_ANSWERING: Final = frozenset({CommitmentType.DENIAL, CommitmentType.DOUBT, CommitmentType.EVALUATION})
"""Reports that answer an act rather than tell of it, where the act itself is what they are about."""
_TELLING: Final = frozenset({CommitmentType.ASSERTION, CommitmentType.ADMISSION})

_DEEPEST: Final = 12
"""How many reports may stand over each other; more are no text that somebody wrote."""


@attrs.frozen
class Split:
    """Drafts parted into acts and mere sources.

    Attributes:
        acts: drafts that become commitments.
        sources: attributions that only add a source to acts in their host.
    """

    acts: tuple[Draft, ...]
    sources: tuple[Draft, ...]


def split_sources(scene: Scene) -> Split:
    """Part the drafts of a document."""
    found = [(draft, _is_mere_source(scene, draft)) for draft in scene.drafts]
    return Split(tuple(d for d, mere in found if not mere), tuple(d for d, mere in found if mere))


def _is_mere_source(scene: Scene, draft: Draft) -> bool:
    content = draft.content
    if content is None or content.quote is not None:
        return False
    if content.slot.kind is not SlotKind.HOST:
        return draft.lemma in word_list("showing") and not _is_said(scene, draft)
    passing = draft.lemma.split()[-1] in word_list("passing_on") and not _is_told_by_person(scene, draft)
    if scene.kind(draft) is not CueKind.ATTRIBUTION and not passing:
        return False
    beside = scene.predicates.get(draft.clause)
    told = beside is not None and beside is not draft and _is_over_words(beside) and not is_citing(draft)
    return told or any(_is_act_of_host(scene, draft, index) for index in content.clauses)


def _is_said(scene: Scene, draft: Draft) -> bool:
    """Whether somebody says what a paper of theirs shows, and it is not the act of somebody else."""
    actor, content = draft.actor, draft.content
    if actor is None or actor.head is None or content is None:
        return False
    acts = any(_is_act_of_host(scene, draft, index) for index in content.clauses)
    return not acts and can_hold(scene.view, actor.head, actor.tokens, None)


def _is_told_by_person(scene: Scene, draft: Draft) -> bool:
    """„berichtete die Zeugin": somebody who tells, as media and those who write for them pass on."""
    actor = draft.actor
    if actor is None or actor.head is None or scene.kind(draft) is not CueKind.VERB:
        return False
    person = sort_of(scene.view, actor.head, actor.tokens) == "person"
    return person and not government.works_for_media(scene.view.text(actor.head))


def _is_act_of_host(scene: Scene, draft: Draft, clause: int) -> bool:
    inner = scene.predicates.get(clause)
    return inner is not None and inner.cue != draft.cue


@attrs.frozen(eq=False, slots=False)
class Sources:
    """Who reports what in the sentences of a document.

    Attributes:
        scene: the acts.
        mere: attributions that only add a source, as in :class:`Split`.
    """

    scene: Scene
    mere: tuple[Draft, ...] = ()

    def of(self, draft: Draft) -> tuple[Filler, ...]:
        """Who reports a draft within its sentence, outermost first.

        Over what somebody reports stand those who report that report.
        """
        around = [d for d in (*self.scene.around(draft), *self._beside(draft)) if self._reports(d, draft)]
        over = sorted(around, key=self._depth)[-_DEEPEST:]
        found: list[Filler] = []
        named: set[int] = set()
        for report in (*over, draft):
            mere = [d for d in self._mere_over(report) if id(d) not in named and d not in over]
            named.update(map(id, mere))
            found += [*self._named_before(mere), *self._chain(mere)]
            found += () if report is draft else [*self._papers.over(report), *self._chain([report])]
        return _distinct([*found, *self._papers.over(draft), *self._quoter(draft)])

    def readers(self, draft: Draft) -> tuple[Filler, ...]:
        """Who reads out the paper in which an act stands: „verlas die Aussage. Darin behauptet er, …"."""
        return tuple(self._papers.readers(draft))

    def is_unnamed(self, draft: Draft) -> bool:
        """Whether an attribution over a draft leaves open who it is, and it is no medium: „nach Polizeiangaben"."""
        found = (d for d in self._mere_over(draft) if d.actor is None)
        return any(not set(d.lemma.split()) & word_list("reports_of_media") for d in found)

    @cached_property
    def _papers(self) -> Papers:
        return Papers(self.scene.view, self.scene.drafts)

    def _beside(self, draft: Draft) -> Iterator[Draft]:
        """Acts over a draft that do not hold it: a report behind it, and the one that its sentence goes on with."""
        before = self.continued(draft)
        if before is not None:
            yield before
        if draft.content is not None and draft.content.slot.kind is SlotKind.HOST:
            yield from (d for d in self.scene.cues_in(*self.scene.clause(draft).sentence) if self._follows(d, draft))

    def continued(self, draft: Draft) -> Draft | None:
        """The report that a further main clause goes on with: „…, sagte Holm; zwei Firmen hätten abgelehnt"."""
        clause = self.scene.clause(draft)
        if not self._is_further(clause):
            return None
        before = self.scene.cues_in(clause.sentence[0], clause.span[0])
        told = [d for d in before if d.actor is not None and _is_over_words(d)]
        return told[-1] if told else None

    def _is_further(self, clause: Clause) -> bool:
        """Whether a main clause in the Konjunktiv follows a semicolon in its sentence."""
        if clause.kind is not ClauseKind.MAIN or clause.verb is None or not clause.verb.in_konjunktiv:
            return False
        return ";" in (self.scene.view.text(t) for t in range(clause.sentence[0], clause.span[0]))

    def _going_on(self, draft: Draft) -> list[Draft]:
        """The attributions that a further main clause goes on with: „Laut X fehlt Geld; das habe Holm bestätigt"."""
        clause = self.scene.clause(draft)
        if not self._is_further(clause) or self.continued(draft) is not None:
            return []
        around = (c for c in self.scene.view.sentence_clauses(*clause.sentence) if c.span[0] < clause.span[0])
        before = (d for c in around for d in self._in_clause.get(c.index, ()))
        return [d for d in before if d.cue[0] < clause.span[0] and not is_citing(d)]

    def _mere_over(self, draft: Draft) -> list[Draft]:
        """The attributions over a draft, and the report that it cites for."""
        near = [*self._over_token.get(draft.cue[0], ()), *self._in_clause.get(draft.clause, ()), *self._on_host(draft)]
        mere = [d for d in {id(d): d for d in near}.values() if self._is_over(d, draft)] or self._going_on(draft)
        teller = self._teller(draft)
        return mere[-_DEEPEST:] + ([teller] if teller is not None and teller not in mere else [])

    def _named_before(self, mere: Sequence[Draft]) -> tuple[Filler, ...]:
        """Whom „demnach" points to: the sources of the last act before its sentence that has any, in its paragraph."""
        pointing = next((d for d in mere if d.actor is None and d.lemma in word_list("pointing_to_sources")), None)
        if pointing is None:
            return ()
        first = self.scene.clause(pointing).sentence[0]
        before = self.scene.cues_in(self.scene.view.paragraph(first)[0], first)
        return next((found for d in reversed(before) if (found := self.of(d))), ())

    def at(self, token: int) -> tuple[Filler, ...]:
        """The attributions over a token, outermost first."""
        return self._chain(self._over_token.get(token, ()))

    def of_source(self, source: Filler) -> Sequence[Draft]:
        """The attributions that add a source."""
        return self._by_source.get(source.tokens, ())

    @cached_property
    def _by_source(self) -> dict[tuple[int, ...], list[Draft]]:
        found: dict[tuple[int, ...], list[Draft]] = {}
        for draft in self.mere:
            if draft.actor is not None:
                found.setdefault(draft.actor.tokens, []).append(draft)
        return found

    @cached_property
    def _over_token(self) -> dict[int, list[Draft]]:
        found: dict[int, list[Draft]] = {}
        for draft in self.mere:
            for token in () if draft.content is None else draft.content.tokens:
                found.setdefault(token, []).append(draft)
        return found

    @cached_property
    def _in_clause(self) -> dict[int, list[Draft]]:
        found: dict[int, list[Draft]] = {}
        for draft in self.mere:
            found.setdefault(draft.clause, []).append(draft)
        return found

    def _on_host(self, draft: Draft) -> Iterator[Draft]:
        """Attributions to the clause that a report comments on."""
        content = draft.content
        if content is not None and content.slot.kind is SlotKind.HOST:
            yield from self._of_clause.get(content.clause, ())

    @cached_property
    def _of_clause(self) -> dict[int | None, list[Draft]]:
        """The attributions by the clause that they are over."""
        found: dict[int | None, list[Draft]] = {}
        for draft in self.mere:
            if draft.content is not None:
                found.setdefault(draft.content.clause, []).append(draft)
        return found

    @cached_property
    def _tellers(self) -> dict[int, Draft]:
        """The first verb of saying of each clause."""
        return {d.clause: d for d in reversed((*self.mere, *self.scene.drafts)) if _is_telling(d)}

    def _chain(self, over: Sequence[Draft]) -> tuple[Filler, ...]:
        found: list[Filler] = []
        for draft in sorted(over, key=self._depth):
            found += [*self._quoter(draft), *(() if draft.actor is None else (draft.actor,)), *self._informants(draft)]
        return _distinct(found)

    def _is_over(self, attribution: Draft, draft: Draft) -> bool:
        """Whether an attribution is over an act: around its cue, or beside a verb of saying that hangs on the content.

        What a report cites („berichtet unter Berufung auf X") is inside that report.
        """
        content = attribution.content
        assert content is not None
        teller = self._teller(attribution)
        if teller is not None:
            return teller is not draft and draft.cue[0] in content.tokens
        beside = attribution.clause == draft.clause and _is_over_words(draft)
        return beside or draft.cue[0] in content.tokens or self._follows(attribution, draft)

    def _follows(self, report: Draft, draft: Draft) -> bool:
        """„…, sagte Holm, wie die Zeitung berichtet": a report behind another over the same clause is over that too."""
        contents = (report.content, draft.content)
        hosts = [c.clause for c in contents if c is not None and c.slot.kind is SlotKind.HOST]
        behind = report.clause != draft.clause and report.cue[0] > draft.cue[0]
        return behind and len(hosts) == len(contents) and hosts[0] == hosts[1]

    def _teller(self, draft: Draft) -> Draft | None:
        """The report of whose clause an attribution says what it cites."""
        return self._tellers.get(draft.clause) if is_citing(draft) else None

    def _depth(self, outer: Draft) -> tuple[int, bool, bool, bool, tuple[int, ...]]:
        """The longer content is further out, up to the report where that stands behind it; of equal ones what stands
        beside it, attributions before verbs, then what stands in it; last what is cited."""
        teller = self._teller(outer)
        content = (teller or outer).content
        assert content is not None
        told = teller or outer
        last = told.cue[0] if content.slot.kind is SlotKind.HOST and told.clause not in content.clauses else 0
        size = len(content.tokens) + max(0, last - content.tokens[-1])
        return -size, outer.clause in content.clauses, teller is not None, outer.predicate, outer.cue

    def _reports(self, outer: Draft, draft: Draft) -> bool:
        """Whether an act reports what its content holds; of a phrase any act that is named by a noun in it."""
        content = outer.content
        assert content is not None
        if outer.actor is None:
            return False
        if content.head == draft.cue[0] and draft.actor is None and outer.rule.type in _ANSWERING:
            return False  # „wies den Vorwurf zurück, er habe gelogen"
        if content.clause is not None or content.quote is not None:
            return outer.rule.type in _REPORTING
        answers = outer.rule.type in (CommitmentType.REJECTION, CommitmentType.DECISION)
        return outer.rule.type in _TELLING or (self.scene.kind(draft) is CueKind.NOUN and not answers)

    def _informants(self, draft: Draft) -> tuple[Filler, ...]:
        """From whom somebody has what they report: „erfuhr aus Koalitionskreisen"."""
        clause = self.scene.clause(draft)
        own = draft.actor is not None and draft.actor.slot.kind is SlotKind.SUBJECT
        return tuple(informants(self.scene, clause)) if own and self.scene.kind(draft) is CueKind.VERB else ()

    def _quoter(self, draft: Draft) -> tuple[Filler, ...]:
        """Who quotes somebody: the subject of a verb whose object speaks, or its agent („zitierte den Minister")."""
        actor, clause = draft.actor, self.scene.clause(draft)
        if actor is None or not (_is_telling(draft) and _is_quoted(draft, actor)) or clause.verb is None:
            return ()
        role = Role.SUBJECT if clause.verb.voice == "active" else Role.AGENT
        found = [self.scene.view.resolve(argument) for argument in clause.all_of(role) or self._quoted_in(clause)]
        slot = Slot(SlotKind(role.value))
        doc = self.scene.view.graph.doc
        return tuple(Filler(clean(doc, p.tokens), slot, p.head) for p in found if p.tokens and p.tokens != actor.tokens)

    def _quoted_in(self, clause: Clause) -> Iterator[Argument]:
        """„wird in der Zeitung zitiert", „von der „Sportwoche“ zitiert": the medium that quotes somebody."""
        for argument in clause.all_of(Role.PREPOSITIONAL):
            if argument.preposition in ("in", "bei", "von") and self._is_medium(argument.head):
                yield argument

    def _is_medium(self, head: int) -> bool:
        quote = self.scene.view.graph.quote_at(head)
        return meaning.is_medium(self.scene.view.text(head), name=True) or (quote is not None and quote.scare)


def _is_quoted(draft: Draft, actor: Filler) -> bool:
    """Whether the subject quotes somebody: „zitierte den Minister", „zitierte aus einem Brief des Rates"."""
    return actor.slot.kind is SlotKind.ACCUSATIVE or (draft.lemma == "zitieren" and actor.slot.kind is SlotKind.PP)


def _distinct(fillers: Sequence[Filler]) -> tuple[Filler, ...]:
    return tuple({filler.tokens: filler for filler in fillers}.values())


def is_citing(draft: Draft) -> bool:
    """Whether an attribution says what a report rests on („unter Berufung auf X")."""
    return draft.lemma in word_list("citing")


def informants(scene: Scene, clause: Clause) -> Iterator[Filler]:
    """The circles that somebody has a report from („aus Sicherheitskreisen", „aus dem Umfeld des Trainers")."""
    for argument in clause.all_of(Role.PREPOSITIONAL):
        many = argument.attached_to is None and meaning.is_collective(scene.view.text(argument.head))
        if argument.preposition == "aus" and many:
            phrase = scene.view.resolve(argument)
            yield Filler(clean(scene.view.graph.doc, phrase.tokens), Slot(SlotKind.PP, "aus"), phrase.head)


def _is_over_words(draft: Draft) -> bool:
    """Whether a draft is a verb over a clause or quotation that it reports („versprach sie")."""
    content = draft.content
    if content is None or not draft.predicate:
        return False
    return content.quote is not None or content.slot.kind is SlotKind.HOST or _is_telling(draft)


def _is_telling(draft: Draft) -> bool:
    """Whether a draft is a verb of saying over a clause or quotation."""
    content = draft.content
    said = content is not None and (content.quote is not None or bool(content.clauses))
    return said and draft.predicate and draft.rule.type in _REPORTING
