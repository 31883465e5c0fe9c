"""Two voices: whose words go on after somebody has reported what somebody else said.

„Die Mieterin sagt, der Vermieter habe ihr mit Kündigung gedroht." A Konjunktiv sentence behind it goes on with the
outer voice (the tenant) or the inner one (the landlord); the form is the same. What decides is what only one of them
can mean: „er selbst", a duty laid on the listener, the speaker's own now, a past that goes on with the telling. Where
nothing decides, it stays open. A report and a main clause flow in, who goes on flows out. See Banfield 1982 on the
deictic centre of reported speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Clause, Role
from stance.context.scene import Scene
from stance.context.sources import Sources
from stance.discourse.reference.antecedents import head_of
from stance.discourse.reference.kinds import Kinds
from stance.discourse.speech.conveyors import Conveyors
from stance.discourse.speech.reports import ORDERS, Report, gives_words, outermost, reports_in
from stance.discourse.wordlists import word_list
from stance.german.given_names import genders as genders_of_name
from stance.matching.draft import Draft, Filler
from stance.matching.holders import sort_of
from stance.model import CommitmentType
from stance.rules.schema import CueKind

_TOLD: Final = ORDERS | {CommitmentType.REFUSAL, CommitmentType.ACCUSATION, CommitmentType.EVALUATION}
"""Acts of speech by their type, also where their words are not given."""
_OF_ONESELF: Final = frozenset({CommitmentType.ADMISSION, CommitmentType.DENIAL})
"""Acts of speech on one's own deeds, after which who did them may tell why."""
_KEPT_OR_NOT: Final = frozenset({CommitmentType.PROMISE, CommitmentType.INTENTION, CommitmentType.DECISION})
"""Acts after which who tells of them says what has become of them."""
_BIDDING: Final = ORDERS - {CommitmentType.PROPOSAL}
"""Acts whose reason may follow as „sonst …"."""
_VERBAL: Final = frozenset({CueKind.VERB, CueKind.IDIOM})
"""Kinds of cues that tell an act of speech by itself."""
_PEOPLE: Final = frozenset({"person", "unknown"})
"""Sorts of phrases for those who tell what others have said to them."""
_LISTS: Final = {"m": "masculine", "f": "feminine", "n": "neuter", "pl": "plural"}
"""Word lists of pronouns by gender."""


class Voice(StrEnum):
    """Whose words a sentence gives."""

    OUTER = "outer"
    INNER = "inner"
    OPEN = "open"


@attrs.frozen
class Voices:
    """Somebody's report of what somebody else said.

    Attributes:
        outer: who reports.
        inner: whom they report.
        draft: the act of the inner one.
        usual: whose words go on where nothing speaks for the other.
        told: whether the inner one has said something, rather than being told to want it.
        conveyed: whether the outer one only passes on, as media do.
        pledged: whether the inner one has promised or planned something.
    """

    outer: Report
    inner: Report
    draft: Draft
    usual: Voice = Voice.OUTER
    told: bool = True
    conveyed: bool = False
    pledged: bool = False

    def open(self) -> Report:
        """The report of a sentence that may be either's."""
        return attrs.evolve(self.outer, rival=self.inner.actor)


@attrs.frozen(eq=False, slots=False)
class Nesting:
    """Tells the two voices of a report apart.

    Attributes:
        scene: the acts.
        sources: who reports them.
        conveyors: tells the sources that only pass on.
    """

    scene: Scene
    sources: Sources
    conveyors: Conveyors

    # -- finding the voices --------------------------------------------------------------------------------------------

    def of(self, report: Report | None, start: int, end: int) -> Voices | None:
        """The voices in the report that a sentence opens, None where only one speaks.

        Args:
            report: who goes on speaking after the sentence.
            start: first token of the sentence.
            end: one past its last token.
        """
        if report is None or report.actor is None:
            return None
        if report.draft is None:
            inner = [d for d in reports_in(self.scene, start, end) if report.actor in self.sources.of(d)]
            return self._voices(report, inner)
        content = report.draft.content
        below = [] if content is None else [d for d in outermost(self.scene, content.tokens) if d is not report.draft]
        return self._voices(report, below) or self._under_source(report, report.draft)

    def inside(self, report: Report, start: int, end: int) -> Voices | None:
        """The voices in a sentence that goes on with a report and has a cue of its own."""
        return self._voices(report, reports_in(self.scene, start, end))

    def _under_source(self, report: Report, draft: Draft) -> Voices | None:
        """„Nach den Worten des Pfarrers erzählte ihm eine Nachbarin, …": the words given are hers."""
        over = self.sources.of(draft)
        if not over or draft.actor is None or self._is_same(draft.actor, over[-1]):
            return None
        outer = Report(over[-1], above=over[:-1])
        if self._quotes(over[-1], draft) and not self.conveyors.is_medium(over[-1]):
            return Voices(outer, report, draft, Voice.INNER)
        if any(map(self.conveyors.passes_on, over)):
            told = self.scene.clause(draft)
            acted = told.verb is not None and told.verb.in_konjunktiv and _is_perfect(told)
            acted = acted and not gives_words(self.scene, draft)
            return Voices(outer, report, draft, Voice.INNER, conveyed=True) if acted else None
        return Voices(outer, report, draft, Voice.INNER) if self._is_inner(draft, over[-1]) else None

    def _quotes(self, source: Filler, draft: Draft) -> bool:
        """„zitiert den Kanzler mit den Worten": whether a source is the subject over whom an act quotes."""
        clause = self.scene.clause(draft)
        return any(a.head == source.head for a in clause.all_of(Role.SUBJECT)) and draft.actor is not None

    def _voices(self, outer: Report, drafts: Sequence[Draft]) -> Voices | None:
        teller = outer.actor
        assert teller is not None
        if self.conveyors.passes_on(teller):
            return None
        others = [d for d in drafts if d.actor is not None and not self._is_same(d.actor, teller)]
        told = [d for d in others if self._is_inner(d, teller)]
        orders = [d for d in others if d.rule.type in ORDERS]
        pledged = [d for d in others if d.rule.type in _KEPT_OR_NOT and self._is_told(d) and d.content is not None]
        last = next(reversed(told or orders or pledged), None)
        if last is None:
            return None
        inner = Report(last.actor, last)
        return Voices(outer, inner, last, told=bool(told), pledged=not told and not orders)

    def _is_inner(self, draft: Draft, outer: Filler) -> bool:
        """Whether an act is something that somebody else has said before the report of it."""
        if draft.rule.type in _KEPT_OR_NOT or not self._is_told(draft):
            return False
        told = draft.rule.type in _TOLD | _OF_ONESELF | {CommitmentType.ASSERTION}
        return gives_words(self.scene, draft) or (told and self._is_addressed(draft, outer))

    def _is_told(self, draft: Draft) -> bool:
        """Whether an act is told as one that has happened."""
        clause = self.scene.clause(draft)
        verb = clause.verb
        if verb is None or self.scene.kind(draft) not in _VERBAL or clause.negations or clause.question:
            return False
        return "haben" in verb.auxiliaries or (verb.mood == "indicative" and verb.tense == "past")

    def _is_same(self, actor: Filler, teller: Filler) -> bool:
        """Whether who acts is nobody else than who tells it: a pronoun that may mean them, or „man"."""
        word = self.scene.view.lower(actor.tokens[0])
        if actor.tokens == teller.tokens or word in word_list("generic"):
            return True
        return len(actor.tokens) == 1 and word in word_list("personal") and self._is_meant(word, teller)

    def _is_addressed(self, draft: Draft, outer: Filler) -> bool:
        """Whether an act has a clause for its content, or is done to the one who tells of it („habe ihr gedroht")."""
        clauses = draft.content is not None and bool(draft.content.clauses)
        if draft.content is not None and draft.rule.type in _OF_ONESELF:
            return True
        if clauses and sort_of(self.scene.view, head_of(outer), outer.tokens) in _PEOPLE:
            return True
        return self._is_done_to(draft, outer)

    def tells_of(self, teller: Filler, draft: Draft) -> bool:
        """Whether somebody may well tell of an act, as it is done to them and is no reproach or order that goes on."""
        return draft.rule.type not in _TOLD and self._is_done_to(draft, teller)

    def _is_done_to(self, draft: Draft, who: Filler) -> bool:
        """Whether a pronoun in the clause of an act may mean somebody, so that they are likely to tell of it."""
        own = self.scene.clause(draft).tokens
        words = (self.scene.view.lower(t) for t in own if draft.actor is not None and t not in draft.actor.tokens)
        return any(word in word_list("personal") and self._is_meant(word, who) for word in words)

    # -- who goes on ---------------------------------------------------------------------------------------------------

    def voice(self, voices: Voices, main: Clause) -> Voice:
        """Whose words a sentence gives that goes on behind them, by its first main clause."""
        assert voices.inner.actor is not None
        emphatic = self._emphatic(voices, main)
        if emphatic is not None:
            return emphatic
        if voices.pledged:
            return self._of_pledge(voices, main)
        content = voices.draft.content
        worded = voices.told or (content is not None and bool(content.clauses))
        if self._is_duty(voices, main) or (worded and self._is_consequence(voices, main)):
            return Voice.INNER
        if not voices.told or self._names(main, voices.inner.actor):
            return Voice.OUTER
        if voices.conveyed and _is_perfect(main) and self._subject_pronoun(main) is None:
            return Voice.OPEN  # „meldete, die Rebellen hätten gedroht. Die Bewohner seien geflohen"
        if voices.usual is Voice.INNER:
            return self._unless_outer(voices, main)
        if voices.draft.rule.type in _OF_ONESELF and not gives_words(self.scene, voices.draft):
            return self._of_deed(voices, main)
        return Voice.OUTER if self._is_now(main) or self._goes_on_telling(voices, main) else Voice.OPEN

    def _of_pledge(self, voices: Voices, main: Clause) -> Voice:
        """„habe Hilfe zugesagt. Auch die Kita solle bleiben": what adds to a promise is of who made it."""
        assert voices.inner.actor is not None
        verb = main.verb
        to_come = verb is not None and (verb.tense == "future" or "sollen" in verb.modals or verb.voice == "passive")
        if not to_come or _is_perfect(main) or self._is_now(main) or self._names(main, voices.inner.actor):
            return Voice.OUTER
        adds = any(self.scene.view.lower(t) in word_list("adding") for t in main.tokens)
        return Voice.INNER if adds else Voice.OUTER

    def _of_deed(self, voices: Voices, main: Clause) -> Voice:
        """„gestand, Geld genommen zu haben. Er habe Schulden begleichen müssen": why, by who has done it."""
        word = self._subject_pronoun(main)
        if self._is_now(main) or word is None or self._only(voices, word) is not Voice.INNER:
            return Voice.OUTER
        active = main.verb is not None and main.verb.voice == "active"
        return Voice.INNER if active and _is_perfect(main) else Voice.OPEN

    def _emphatic(self, voices: Voices, main: Clause) -> Voice | None:
        """„Er selbst könne nichts ändern": by whose gender it is that only one of them has."""
        view = self.scene.view
        for token in range(*main.sentence):
            if view.lower(token) in word_list("emphatic") and token and view.lower(token - 1) in word_list("personal"):
                return self._only(voices, view.lower(token - 1))
        return None

    def _only(self, voices: Voices, word: str) -> Voice | None:
        """Which of the two a pronoun means that cannot mean the other."""
        assert voices.outer.actor is not None
        assert voices.inner.actor is not None
        outer, inner = self._is_meant(word, voices.outer.actor), self._is_meant(word, voices.inner.actor)
        if outer == inner:
            return None
        return Voice.OUTER if outer else Voice.INNER

    def _subject_pronoun(self, main: Clause) -> str | None:
        subject = self.scene.view.subject(main)
        word = None if subject is None else self.scene.view.lower(subject.head)
        return word if word in word_list("personal") else None

    def _is_duty(self, voices: Voices, main: Clause) -> bool:
        """„Sie solle schweigen": what is laid on the listener goes on with who lays it on them."""
        word = self._subject_pronoun(main)
        if word is None or main.verb is None or "sollen" not in main.verb.modals:
            return False
        return self._only(voices, word) is not Voice.INNER

    def _is_consequence(self, voices: Voices, main: Clause) -> bool:
        """„Sonst verliere sie alles", „Nur so lerne sie es", „Hier werde gearbeitet" behind an order or a threat."""
        if voices.draft.rule.type not in _BIDDING or _is_perfect(main):
            return False
        if voices.draft.rule.type is CommitmentType.THREAT and self._has_condition(main):
            return True
        if main.verb is not None and main.verb.voice == "passive" and self.scene.view.subject(main) is None:
            return True
        words = [self.scene.view.lower(t) for t in main.tokens[:2]]
        return words[0] in word_list("otherwise") or (words[0] == "nur" and words[-1] in word_list("only_then"))

    def _has_condition(self, main: Clause) -> bool:
        """„Wer rede, fliege", „Wenn er rede, fliege er"."""
        children = self.scene.view.graph.children(main)
        return any(c.is_conditional or (c.tokens and self.scene.view.tag(c.tokens[0]) == "PWS") for c in children)

    def _names(self, main: Clause, inner: Filler) -> bool:
        """Whether a clause names the inner one by a noun, or their words, as nobody does in their own words."""
        view = self.scene.view
        own = {view.text(t) for t in inner.tokens if view.tag(t) in ("NN", "NE")}
        nouns = [t for t in main.tokens if view.tag(t) in ("NN", "NE")]
        if any(view.text(t) in own or view.lower(t) in word_list("words_said") for t in nouns):
            return True
        subject = view.subject(main)
        return (
            subject is not None and view.lower(subject.head) in word_list("plain_people") and not self._possessive(main)
        )

    def _is_now(self, main: Clause) -> bool:
        """„Inzwischen sei davon keine Rede mehr", „Daraufhin sei er gegangen": the now and the telling of who tells."""
        words = [self.scene.view.lower(t) for t in main.tokens]
        return any(word in word_list("now_of_teller") or word in word_list("telling_on") for word in words)

    def _goes_on_telling(self, voices: Voices, main: Clause) -> bool:
        """Whether a sentence tells what happened, and is no defence of the inner one („Er habe nichts gewusst")."""
        if not _is_perfect(main):
            return False
        if voices.draft.rule.type in _TOLD:
            return not self._is_of_thing(main)
        reacts = main.tokens and self.scene.view.tag(main.tokens[0]) in ("PAV", "PROAV")
        word = self._subject_pronoun(main) or self._possessive(main)
        if word is None and self._is_of_thing(main):
            return False
        return bool(reacts) or word is None or self._only(voices, word) is not Voice.INNER

    def _is_of_thing(self, main: Clause) -> bool:
        """„Der Streifen sei 1974 verkauft worden": what happened to a thing, which either may say."""
        subject, verb = self.scene.view.subject(main), main.verb
        if subject is None or verb is None or verb.voice != "passive" or self.scene.view.tag(subject.head) != "NN":
            return False
        return sort_of(self.scene.view, subject.head, subject.tokens) not in ("person", "institution")

    def _possessive(self, main: Clause) -> str | None:
        """„Seine Frau habe am Steuer gesessen": whose the subject is."""
        subject = self.scene.view.subject(main)
        first = None if subject is None or not subject.tokens else subject.tokens[0]
        return self.scene.view.lower(first) if first is not None and self.scene.view.tag(first) == "PPOSAT" else None

    def _unless_outer(self, voices: Voices, main: Clause) -> Voice:
        """The inner one, unless the subject can only mean the outer one."""
        word = self._subject_pronoun(main)
        only = None if word is None else self._only(voices, word)
        if only is not Voice.OUTER:
            return Voice.INNER
        return Voice.OUTER if _is_perfect(main) or self._is_now(main) else Voice.OPEN

    def _is_meant(self, word: str, who: Filler) -> bool:
        """Whether a pronoun agrees with somebody."""
        return any(word in word_list(_LISTS[gender]) for gender in self._genders(who))

    def _genders(self, who: Filler) -> frozenset[str]:
        """The genders of pronouns that somebody takes."""
        view, head = self.scene.view, head_of(who)
        if view.lower(head) in word_list("personal"):
            return frozenset(g for g, name in _LISTS.items() if view.lower(head) in word_list(name))
        if self._kinds.is_plural(who.tokens, head):
            return frozenset({"pl"})
        np = view.graph.noun_phrase_at(head)
        own = [t for t in who.tokens if np is None or t not in np.possessor]
        names = [t for t in own if view.tag(t) == "NE"]
        named = next((found for t in names if (found := genders_of_name(view.text(t)))), None)
        if named is None and len(names) == 1:
            named = self._surnames.get(view.text(names[0]))
        if named is not None:
            return named
        shown = frozenset(a.gender for a in self._kinds.agreements(who.tokens, head) if a.gender is not None)
        person = sort_of(view, head, who.tokens) == "person"
        return shown - {"n"} or frozenset({"m", "f"}) if person else shown or frozenset({"m", "f"})

    @cached_property
    def _surnames(self) -> dict[str, frozenset[str]]:
        """The genders of people by surname, where a given name stands before it; of two sexes both."""
        view, found = self.scene.view, dict[str, frozenset[str]]()
        for token in range(1, len(view.graph.doc)):
            if view.tag(token) == "NE" == view.tag(token - 1):
                genders = genders_of_name(view.text(token - 1))
                found[view.text(token)] = found.get(view.text(token), frozenset()) | genders
        return {name: genders for name, genders in found.items() if genders}

    @cached_property
    def _kinds(self) -> Kinds:
        return Kinds(self.scene.view)


def _is_perfect(clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and (verb.tense in ("perfect", "pluperfect") or "haben" in verb.auxiliaries)
