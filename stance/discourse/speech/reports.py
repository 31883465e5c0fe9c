"""Reports: which cues of a sentence say that somebody speaks, over which clauses, and who speaks on after it.

A sentence that goes on with a report is said by the actor of its last one; a turn („Die Ministerin widersprach.")
opens a report too. Drafts over a clause graph flow in, reports flow out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind, Order, Role
from stance.context.scene import Scene
from stance.context.sources import Sources
from stance.discourse.speech.conveyors import Conveyors
from stance.discourse.speech.questions import Question, question
from stance.discourse.speech.turns import is_applause, is_of_paper, subject_holder, taker, whose_words
from stance.discourse.wordlists import word_ends, word_list
from stance.matching.draft import Draft, Filler
from stance.matching.holders import sort_of
from stance.matching.phrases import Phrase
from stance.model import CommitmentType
from stance.rules.schema import CueKind, SlotKind

ORDERS: Final = frozenset(
    {CommitmentType.DEMAND, CommitmentType.PROPOSAL, CommitmentType.THREAT, CommitmentType.WARNING}
)
"""Acts that tell somebody what to do."""

_OPINIONS: Final = frozenset({CommitmentType.ACCUSATION, CommitmentType.EVALUATION, CommitmentType.DEMAND})
"""Acts by which a medium speaks for itself."""

_ATTITUDES: Final = frozenset({CueKind.MODAL, CueKind.ADJECTIVE})
"""Kinds of cues by which the text ascribes an attitude to somebody who need not have said a word."""


@attrs.frozen
class Report:
    """Who speaks.

    Attributes:
        actor: who speaks, None where the text leaves it open.
        draft: the act that says so, None where there is none or where the actor is its source.
        direct: whether in the speaker's own words.
        above: who passes it on where no draft says so, outermost first.
        rival: who may speak instead, where it is open; then nobody is named.
    """

    actor: Filler | None
    draft: Draft | None = None
    direct: bool = False
    above: tuple[Filler, ...] = ()
    rival: Filler | None = None


def reports_in(scene: Scene, start: int, end: int) -> list[Draft]:
    """The outermost reports of a sentence, in text order; noun cues only where there are no others."""
    outer = outermost(scene, range(start, end))
    return [d for d in outer if scene.kind(d) is not CueKind.NOUN] or outer


def mains(scene: Scene, start: int, end: int) -> list[Clause]:
    """The main clauses of a sentence that have a verb and stand in no quotation marks."""
    clauses = [c for c in scene.view.sentence_clauses(start, end) if c.tokens]
    return [c for c in clauses if c.kind is ClauseKind.MAIN and c.verb is not None and c.quote is None]


def beside(scene: Scene, start: int, end: int) -> list[Clause]:
    """The clauses behind or in a sentence that say who speaks, without being an act of their own („…, fragt der Wirt").

    What begins with its verb may be one beside it („…, nimmt die Trainerin ihre Spieler in die Pflicht").
    """
    clauses = [c for c in scene.view.sentence_clauses(start, end) if c.tokens and scene.view.is_report_parenthesis(c)]
    return [c for c in clauses if c.verb is not None and (c.order is Order.V1 or not scene.has_own_cue(c))]


def _frames(clause: Clause) -> bool:
    """Whether a clause begins with its verb and does not say what something is („…, ist die Botschaft des Abends")."""
    predicate = clause.verb is not None and clause.verb.lemma == "sein" and not clause.all_of(Role.PREDICATIVE)
    return clause.order is Order.V1 and not predicate


def is_asked(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody only asks a sentence („Wer solle das zahlen, fragt der Wirt.")."""
    verbs = (clause.verb for clause in beside(scene, start, end))
    return any(verb is not None and verb.lemma in word_list("asking") for verb in verbs)


def is_under_report(scene: Scene, main: Clause, reports: Sequence[Draft]) -> bool:
    """Whether a report of its own sentence stands over a main clause („…, sagte er", „laut X …")."""
    over = any(d.content is not None and main.tokens[0] in d.content.tokens and d.site != main.index for d in reports)
    over = over or any(d.content is not None and d.content.slot.kind is SlotKind.HOST for d in reports)
    return over or any(scene.kind(d) is CueKind.ATTRIBUTION and d.clause == main.index for d in reports)


@attrs.frozen(eq=False)
class Speakers:
    """Says who goes on speaking after a sentence.

    Attributes:
        scene: the acts.
        sources: who reports them.
        conveyors: tells the sources that only pass on.
    """

    scene: Scene
    sources: Sources
    conveyors: Conveyors

    def after(self, start: int, end: int, chain: Report | None, reports: Sequence[Draft]) -> Report | None:
        """The report after a sentence that goes on with none: its own, or none; the same subject keeps one alive.

        Args:
            start: first token of the sentence.
            end: one past its last token.
            chain: the report before it.
            reports: the outermost reports of the sentence.
        """
        scene = self.scene
        clauses = mains(scene, start, end)
        applause = {clause.index for clause in clauses if is_applause(scene, clause)}
        reports = [d for d in reports if d.clause not in applause and scene.view.tag(d.cue[0]) != "ADJA"]
        reports = [d for d in reports if self.sources.continued(d) is None] or reports
        ahead = [d for d in reports if not _is_aside(scene, d)]
        ahead = [d for d in ahead if d.actor is not None] or ahead
        ahead = [d for d in ahead if not _is_reported(scene, d)] or ahead
        acts = bool(ahead) and self._has_actor(ahead[-1])
        asking = None if acts else next((q for c in clauses if (q := question(scene, c)) is not None), None)
        if asking is not None:
            return self._of_answer(asking, chain)
        told = () if acts else (*beside(scene, start, end), *reversed(clauses))
        takers = (taker(scene, clause, chain is not None and chain.actor is not None) for clause in told)
        turn = next((found for found in takers if found is not None), None)
        if ahead and turn is None:
            asked = scene.clause(ahead[-1]).question
            if asked or _is_nobody(scene, ahead[-1].actor):
                return None
            return self._before_that(self.of(ahead[-1]), ahead[-1], chain)
        read_out = None if turn is None else self._read_out(turn, reports)
        if read_out is not None:
            return read_out
        if turn is not None or any(is_of_paper(scene, main) for main in clauses):
            return Report(turn)
        subject = scene.view.subject(clauses[0]) if clauses else None
        if reports:
            return self._of_aside(reports[-1], subject)
        if subject is None or chain is None or chain.actor is None:
            return None
        return chain if is_again(scene, subject.head, chain.actor) else None

    def _before_that(self, report: Report, draft: Draft, chain: Report | None) -> Report:
        """„X kritisierte Y. Der hatte von Mangel gesprochen. Sie sei krank": an act before a speech may not end it."""
        verb = self.scene.clause(draft).verb
        earlier = verb is not None and verb.tense == "pluperfect" and not gives_words(self.scene, draft)
        if not earlier or chain is None or chain.actor is None or report.actor is None or self.is_silent(chain):
            return report
        other = (
            self.scene.view.lower(report.actor.tokens[0]) in word_list("demonstrative") and not report.actor.tokens[1:]
        )
        if not other and same_speaker(self.scene, chain.actor, report.actor):
            return report
        return attrs.evolve(report, rival=chain.actor)

    def _read_out(self, reader: Filler, reports: Sequence[Draft]) -> Report | None:
        """The report in what somebody reads out for others: „verlas eine Erklärung, in der Moor die Tat einräumte"."""
        told = [d for d in reports if d.actor is not None and reader in self.sources.of(d)]
        return Report(told[-1].actor, told[-1]) if told else None

    def _of_answer(self, asking: Question, chain: Report | None) -> Report:
        """The report after a question: who is asked answers; where nobody is, maybe who spoke before it."""
        if asking.asked is not None:
            return Report(asking.asked)
        if chain is not None and chain.actor is not None and asking.asker is not None:
            return attrs.evolve(chain, rival=None if asking.for_media else asking.asker)
        return Report(None if asking.for_media else asking.asker)

    def _of_aside(self, draft: Draft, subject: Phrase | None) -> Report | None:
        """The report of a clause beside the main one, unless somebody else is the subject of that."""
        if subject is None or draft.actor is None:
            return self.of(draft)
        person = sort_of(self.scene.view, subject.head, subject.tokens) == "person"
        return None if person and subject.head not in draft.actor.tokens else self.of(draft)

    def _has_actor(self, draft: Draft) -> bool:
        """Whether an act says who speaks; a noun or „man" only where nobody takes a turn („rühmte ihren Plan")."""
        if draft.actor is None or self.scene.kind(draft) is CueKind.NOUN:
            return False
        return self.scene.view.lower(draft.actor.tokens[-1]) not in word_list("generic")

    def beside(self, start: int, end: int) -> Report | None:
        """Who says a sentence by a clause behind or in it that is no act („…, beruhigte der Kapitän").

        Where such a clause begins with its verb, it can only tell who speaks, whatever its verb („…, wischt sie den
        Einwand beiseite").
        """
        scene = self.scene
        clauses = beside(scene, start, end)
        given = next(((c, who) for c in clauses if (who := whose_words(scene, c)) is not None), None)
        if given is not None:
            teller = subject_holder(scene, given[0])
            return Report(given[1], above=() if teller is None else (teller,))
        found = (subject_holder(scene, c) if _frames(c) else taker(scene, c, False) for c in clauses)
        return next((Report(who) for who in found if who is not None), None)

    def of(self, draft: Draft) -> Report:
        """Who goes on after an act: whom a medium reports, a source that does not give what was said, else who acts."""
        content = draft.content
        if content is not None and content.clauses and self.passes_on(draft):
            inner = [d for d in outermost(self.scene, content.tokens) if d.actor is not None and d.cue != draft.cue]
            if inner:
                return self.of(inner[-1])
        if content is not None and content.slot.kind is SlotKind.HOST:
            inner = [
                d for d in outermost(self.scene, content.tokens) if d.actor is not None and gives_words(self.scene, d)
            ]
            if inner and not self._is_clause_of(draft, inner[-1]) and not _is_reported(self.scene, inner[-1]):
                return self.of(inner[-1])  # „Wie X schreibt, notierte Y, es sei spät."
        over = self.sources.of(draft)
        if not over and self.sources.is_unnamed(draft) and not gives_words(self.scene, draft):
            return Report(None)
        if not over or self._only_passes_on(over, draft):
            return Report(draft.actor, draft)
        return Report(over[-1], above=over[:-1])

    def _is_clause_of(self, report: Draft, inner: Draft) -> bool:
        """Whether the words of an inner act hold the report, so that it is over it and not under it."""
        return inner.content is not None and report.cue[0] in inner.content.tokens

    def is_conveyed(self, report: Report) -> bool:
        """Whether a report goes on that others only tell of: a medium's, or that of one whose words are not given."""
        draft = report.draft
        if report.actor is None:
            return False
        told = draft is not None and gives_words(self.scene, draft)
        if self.conveyors.is_medium(report.actor):
            return draft is None or told or draft.rule.type not in _OPINIONS
        return not told and any(self.conveyors.passes_on(source) for source in self.above(report))

    def above(self, report: Report) -> tuple[Filler, ...]:
        """Who passes on a report that goes on, outermost first."""
        return report.above if report.draft is None else self.sources.of(report.draft)

    def passes_on(self, draft: Draft) -> bool:
        """Whether an act only gives the words of others: a medium's, or that of somebody who translates."""
        by_medium = draft.actor is not None and self.conveyors.is_medium(draft.actor)
        return by_medium or draft.lemma in word_list("conveying")

    def is_silent(self, report: Report) -> bool:
        """Whether who goes on has only been said to want or to decide something."""
        draft = report.draft
        if draft is None or gives_words(self.scene, draft):
            return False
        if draft.lemma in word_list("wanting"):
            return True
        return draft.rule.type is CommitmentType.DECISION or self.scene.kind(draft) in _ATTITUDES

    def _only_passes_on(self, over: Sequence[Filler], draft: Draft) -> bool:
        """Whether who acts goes on, not the source: with a medium, or where the words of who acts are given.

        Who only has an attitude or decides need not have said a word.
        """
        source = over[-1]
        if any(reader == source for reader in self.sources.readers(draft)):
            return True
        if self.is_silent(Report(draft.actor, draft)):
            return draft.lemma in word_list("wanting") and self.conveyors.is_medium(source)
        if any(map(self.conveyors.is_medium, over)) or (
            gives_words(self.scene, draft) and not _is_reported(self.scene, draft)
        ):
            return True
        says = any(self.scene.kind(d) is not CueKind.ATTRIBUTION for d in self.sources.of_source(source))
        if says and not self.conveyors.is_record(source):
            return False
        return self.conveyors.passes_on(source)


def _is_reported(scene: Scene, draft: Draft) -> bool:
    """Whether an act is told in the Konjunktiv and so inside a report („…, sagte sie; zwei hätten ihr gedroht")."""
    verb = scene.clause(draft).verb
    return verb is not None and verb.in_konjunktiv


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Whether an act stands in an adverbial or relative clause („weil Experten davor warnen")."""
    clause: Clause | None = scene.clause(draft)
    while clause is not None:
        if clause.kind in (ClauseKind.ADVERBIAL, ClauseKind.RELATIVE):
            return not scene.view.is_report_parenthesis(clause)
        clause = scene.view.graph.parent(clause)
    return False


def gives_words(scene: Scene, draft: Draft) -> bool:
    """Whether an act has a quotation or a finite clause as its content, so that its holder's words are given."""
    content = draft.content
    if content is None or content.quote is not None:
        return content is not None
    if content.slot.kind is SlotKind.PREDICATE:
        return False
    return any(scene.view.clause(i).kind is not ClauseKind.INFINITIVE for i in content.clauses)


def outermost(scene: Scene, tokens: Sequence[int]) -> list[Draft]:
    """The outermost acts whose cues begin among tokens, in text order."""
    cues = scene.cues_in(tokens[0], tokens[-1] + 1)
    found = [d for d in cues if d.cue[0] in tokens]
    return [d for d in found if not any(o in found for o in scene.around(d))]


def is_again(scene: Scene, head: int, actor: Filler) -> bool:
    """Whether a subject is somebody again: a pronoun, an age, or a noun or name of the phrase itself."""
    word = scene.view.lower(head)
    if word in word_list("third_person") or word.endswith(word_ends("ages")):
        return True
    np = None if actor.head is None else scene.view.graph.noun_phrase_at(actor.head)
    own = [t for t in actor.tokens if np is None or t not in np.possessor]
    return scene.view.text(head) in {scene.view.text(t) for t in own if scene.view.tag(t) in ("NN", "NE")}


def _is_nobody(scene: Scene, actor: Filler | None) -> bool:
    """Whether an actor is „niemand", „kein Minister" or „wer": nobody who goes on speaking."""
    if actor is None:
        return False
    first = actor.tokens[0]
    clause = scene.view.graph.clause_at(first)
    return scene.view.tag(first) == "PWS" or (clause is not None and first in clause.negations)


def same_speaker(scene: Scene, one: Filler | None, other: Filler | None) -> bool:
    """Whether two actors may be one: one of them is a pronoun, or they share a word that is a name or noun."""
    if one is None or other is None:
        return False
    words = [{scene.view.text(t) for t in f.tokens if scene.view.tag(t) in ("NE", "NN")} for f in (one, other)]
    return not words[0] or not words[1] or bool(words[0] & words[1])
