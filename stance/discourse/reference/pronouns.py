"""Pronouns: „er", „ihr Sprecher", „beide", „dieser", „ich" lead to who was mentioned before, or to nobody.

Agreement in gender and number filters, the nearest sentence and the standing of a mention in it rank (Lappin & Leass
1994); two people of equal standing leave a pronoun open, and both are named. Inside what somebody reports „er" is first
the one who reports, or who is accused or asked; inside a quotation „ich" is who speaks.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import ClauseKind
from stance.discourse.reference.ages import Ages, age_in
from stance.discourse.reference.demonstratives import Demonstratives
from stance.discourse.reference.mentions import Antecedent, Mentions, Standing
from stance.discourse.reference.names import Identity
from stance.discourse.reference.salience import (
    NOBODY,
    REACH,
    Referent,
    Salience,
    agrees,
    best,
    independent,
    not_subjects,
    open_among,
    quotation,
    referent,
    shown_by,
)
from stance.discourse.wordlists import word_list
from stance.matching.view import View
from stance.model import Actor, ActorKind

PRONOUN_TAGS: Final = frozenset({"PPER", "PPOSAT", "PRF"})
_BEFORE_CAPITALS: Final = ".:?!…„“”\"«»‚‘'(–—-"
"""Marks behind which a capital is no sign of politeness."""


@attrs.frozen
class Speech:
    """What somebody says or thinks around a mention.

    Attributes:
        speaker: who says it.
        direct: whether in the speaker's own words.
        genders: genders of pronouns for the speaker.
        free: whether it goes on in a sentence of its own, so that a pronoun may mean others of the sentence before.
        about: whom the speaker speaks of („sagte über X, er …"), with genders; a pronoun may mean either.
        judged: where it goes on: tokens of whom the act before judges, who may be a body.
        to: who is asked or accused („warf X vor, er …"), with genders; a pronoun means that one.
        listener: who is spoken to in the speaker's own words („„Sie irren", sagte X zu Y").
        tokens: what is said.
        since: first token of the sentence with which the report began.
        of_others: whether the speaker speaks of others by office, as lawyers and judges do.
        quoting: whether who is looked for is quoted in it („„Geh", habe er gesagt, erzählt sie").
        speakers: the names of all who say what stands around the mention, one inside the other.
        by: last token of the mention of the speaker.
    """

    speaker: Actor
    direct: bool
    genders: frozenset[str] = frozenset()
    free: bool = False
    about: tuple[Actor, frozenset[str]] | None = None
    to: tuple[Actor, frozenset[str]] | None = None
    judged: frozenset[int] = frozenset()
    listener: Actor | None = None
    tokens: frozenset[int] = frozenset()
    since: int | None = None
    of_others: bool = False
    quoting: bool = False
    speakers: frozenset[str] = frozenset()
    by: int = -1


@attrs.frozen(eq=False, slots=False)
class Pronouns:
    """The pronouns of one document.

    Attributes:
        view: the clause graph.
    """

    view: View

    @cached_property
    def salience(self) -> Salience:
        """Who is near at hand in the document."""
        return Salience(self.view)

    @cached_property
    def ages(self) -> Ages:
        """How old people are, as far as the document tells."""
        return Ages(self.view)

    @cached_property
    def demonstratives(self) -> Demonstratives:
        """The demonstratives of the document."""
        return Demonstratives(self.view, self.salience)

    def is_pronoun(self, head: int) -> bool:
        """Whether a token is a pronoun that stands for somebody mentioned elsewhere."""
        return self.view.tag(head) in PRONOUN_TAGS or self.demonstratives.is_one(head)

    def resolve(
        self, head: int, before: Mentions, speech: Speech | None, beside: frozenset[str] = frozenset()
    ) -> Referent:
        """Who a pronoun stands for.

        Args:
            head: the pronoun.
            before: who was mentioned in the document, in text order.
            speech: what is said or thought around the pronoun, by whom.
            beside: who is named behind a pronoun in its clause („versprach er dem Arzt"), whom it does not mean.
        """
        word = self.view.lower(head)
        if self._is_polite(head):
            return self._listener(speech)
        if word in word_list("first"):
            return self._first(word, speech)
        earlier = [self._seen_from(head, a, speech) for a in self.salience.reachable(before, head)]
        if word in word_list("both"):
            return self.demonstratives.both(head, earlier)
        if word in word_list("the_latter") or word in word_list("the_former"):
            return self.demonstratives.pointed(word, head, earlier)
        if self.demonstratives.is_article(head):
            others = earlier if speech is None else [a for a in earlier if a.name != speech.speaker.name]
            return self.demonstratives.demonstrated(word, head, others)
        if self.demonstratives.is_whose(head):
            return self.demonstratives.owner(word, earlier)
        others = [a for a in earlier if a.name not in beside]
        return self._third(word, head, others, speech)

    def _first(self, word: str, speech: Speech | None) -> Referent:
        """„ich" and „wir" are the speaker, where somebody speaks."""
        singular = word in word_list("first_singular")
        if speech is None or not speech.direct:
            return Referent(Identity(None), ActorKind.UNKNOWN if singular else ActorKind.COLLECTIVE)
        said = speech.speaker
        return Referent(Identity(said.name, None, said.candidates), said.kind, said.id)

    def own_side(self, head: int, speech: Speech) -> bool:
        """Whether „man" can mean who speaks with others, and nobody who does something to who speaks („man habe ihn").

        Args:
            head: the word.
            speech: what is said around it.
        """
        clause = self.view.graph.clause_at(head)
        words = () if clause is None else (self.view.lower(t) for t in clause.tokens if self.view.tag(t) == "PPER")
        return not speech.direct and not any(w in word_list("personal") and agrees(w, speech.genders) for w in words)

    def _seen_from(self, head: int, antecedent: Antecedent, speech: Speech | None = None) -> Antecedent:
        """Who is only spoken of in a quotation, or a body in a report, is less near at hand outside of it."""
        if antecedent.report is not None and speech is not None and antecedent.report == speech.since:
            antecedent = attrs.evolve(antecedent, report=None, told_by=None)
        told = antecedent.report is not None and antecedent.kind is not ActorKind.PERSON
        quoted = antecedent.quote is not None and antecedent.quote != quotation(self.view, head)
        return attrs.evolve(antecedent, standing=Standing.QUOTED, subject=False) if told or quoted else antecedent

    def _is_polite(self, head: int) -> bool:
        """„Wären Sie bereit?": a capital where no sentence and no quotation begins."""
        text = self.view.text(head)
        if not text[:1].isupper() or text.lower() not in word_list("polite"):
            return False
        before = next((t for t in range(head - 1, -1, -1) if not self.view.graph.doc[t].is_space), -1)
        return (
            before >= 0
            and before + 1 not in self.salience.starts
            and self.view.text(before)[-1] not in _BEFORE_CAPITALS
        )

    def _listener(self, speech: Speech | None) -> Referent:
        """Who is spoken to, where the text tells."""
        if speech is None or not speech.direct or speech.listener is None:
            return NOBODY
        said = speech.listener
        return Referent(Identity(said.name, None, said.candidates), said.kind, said.id)

    def _third(self, word: str, head: int, earlier: Sequence[Antecedent], speech: Speech | None) -> Referent:
        plural = self.is_plural(head)
        beside = self._beside(word, head, earlier)
        fitting = [a for a in earlier if self._fits(word, plural, a) and a.name not in beside]
        fitting = [a for a in fitting if not self._is_owned_by(word, head, a.end)]
        if speech is not None and not self._is_owned_by(word, head, speech.by):
            said = speech.speaker
            if not speech.direct and not plural and said.name and agrees(word, speech.genders):
                return self._reported(word, head, fitting, speech)
            if speech.direct:
                fitting = [a for a in fitting if a.name != said.name]
        return (self._pair(head, earlier) if plural else None) or self.salience.nearest(head, fitting)

    def _pair(self, head: int, earlier: Sequence[Antecedent]) -> Referent | None:
        """„Sie" for two people of the nearest sentence that has people; a group beside them leaves it open."""
        people = [a for a in earlier if a.kind in (ActorKind.PERSON, ActorKind.COLLECTIVE) and a.name]
        near = [a for a in self.salience.in_nearest_sentence(people) if a.standing is not Standing.QUOTED]
        groups = dict.fromkeys(a.name for a in near if a.plural or a.kind is ActorKind.COLLECTIVE)
        names = dict.fromkeys(a.name for a in near if a.name not in groups and (a.subject or not groups))
        if len(names) != 2:
            return None
        both = " und ".join(names)
        others = [name for name in groups if name != both]
        identity = Identity(None, None, (both, *others)) if others else Identity(both)
        return Referent(identity, ActorKind.COLLECTIVE)

    def _beside(self, word: str, head: int, earlier: Sequence[Antecedent]) -> frozenset[str]:
        """Names beside a pronoun in its clause: it means none of them (Chomsky 1981, principle B)."""
        clause = self.view.graph.clause_at(head)
        if clause is None or word not in word_list("personal"):
            return frozenset()
        return frozenset(a.name for a in earlier if a.name and a.end in clause.tokens)

    def _is_owned_by(self, word: str, head: int, end: int) -> bool:
        """Whether somebody is a pronoun's own in a clause under its own („…, die sein Anwalt verlas, räumte er …")."""
        clause, own = self.view.graph.clause_at(end), self.view.graph.clause_at(head)
        if clause is None or own is None or clause.parent != own.index or word not in word_list("personal"):
            return False
        owners = (np.determiner for np in self.view.phrases_in(*clause.span) if end in np.tokens)
        return any(
            owner is not None and self.view.tag(owner) == "PPOSAT" and shown_by(self.view.lower(owner)) & shown_by(word)
            for owner in owners
        )

    def aged(self, feminine: bool, head: int, before: Mentions) -> Referent:
        """„Der 48-Jährige": the nearest person of that sex before it who is of that age or of no age that is told.

        Args:
            feminine: the sex that the article tells.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        people = self._of_age(head, independent(self.of_sex(feminine, head, before)))
        here = [a for a in people if self.salience.number_of(a.end) == self.salience.number_of(head)]
        return self.salience.nearest(head, here or self._near_or_meant(people))

    def _of_age(self, head: int, people: Sequence[Antecedent]) -> Sequence[Antecedent]:
        """Those of the age that a noun tells, where there are such, else those of no known age („Lamm (48)")."""
        own, ages = age_in(self.view.text(head)), {a.name: age for a in people if (age := self.ages.of(a)) is not None}
        same = [a for a in people if ages.get(a.name) == own]
        return same or [a for a in people if ages.get(a.name, -1) < 0]

    def characterised(self, feminine: bool, head: int, before: Mentions) -> Referent | None:
        """„Die Kölnerin": the only person of that sex who was named just before; None where there is nobody.

        Args:
            feminine: the sex that the phrase tells.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        here = self.salience.number_of(head)
        near = [a for a in self.of_sex(feminine, head, before) if self.salience.number_of(a.end) < here]
        named = [a for a in near if a.named and a.standing is not Standing.QUOTED]
        if len({a.name for a in named}) > 1:
            return open_among(named)
        near = [a for a in self._near_or_meant(named or near) if a.standing is not Standing.QUOTED]
        return referent(best(independent(near))) if near else None

    def spoken_to(self, feminine: bool, head: int, before: Mentions) -> Referent:
        """„Der Angesprochene": the one of that sex in the nearest sentence who is not its subject or is spoken of.

        Args:
            feminine: the sex that the article tells.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        near = self.salience.in_nearest_sentence(self.of_sex(feminine, head, before))
        telling = {a.name for a in near if self._tells(a)}
        spoken_of = [a for a in near if telling and a.name not in telling]
        for among in (not_subjects(near), [a for a in near if not a.subject], spoken_of):
            if len({a.name for a in among}) == 1:
                return referent(among)
        return open_among(near)

    def _tells(self, antecedent: Antecedent) -> bool:
        """Whether somebody stands where it is said who speaks („…, schreibt Karl Ebner")."""
        clause = self.view.graph.clause_at(antecedent.end)
        return clause is not None and clause.kind is ClauseKind.PARENTHESIS and antecedent.subject

    def of_sex(self, feminine: bool, head: int, before: Mentions) -> list[Antecedent]:
        """The people of one sex near enough before a noun.

        Args:
            feminine: the sex.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        gender = "f" if feminine else "m"
        people = [
            a for a in self.salience.reachable(before, head) if a.kind is ActorKind.PERSON and not a.plural and a.name
        ]
        return [self._seen_from(head, a) for a in people if gender in a.genders]

    def _near_or_meant(self, people: Sequence[Antecedent]) -> list[Antecedent]:
        """Those of one sex in the nearest sentence; and those before it, where a pronoun there may mean one of them.

        „Kira Blank lud Anna Moor aus. Sie sei krank, sagte Blank. Die 48-Jährige …" may be either.
        """
        near = self.salience.in_nearest_sentence(people)
        start = self.salience.first_of(near) if near else 0
        end = max((a.end for a in near), default=0)
        words = [t for t in range(start, end + 1) if self.view.lower(t) in word_list("third_person")]
        pronoun = any(agrees(self.view.lower(t), a.genders) for t in words for a in near)
        before = self.salience.in_nearest_sentence([a for a in people if a.end < start]) if pronoun else []
        return [*(attrs.evolve(a, end=near[-1].end) for a in before), *near]

    def _reported(self, word: str, head: int, fitting: Sequence[Antecedent], speech: Speech) -> Referent:
        """Inside a report: the speaker, who is asked or accused, or nobody where somebody else may be meant as well."""
        said = speech.speaker
        if speech.to is not None and agrees(word, speech.to[1]):
            other = speech.to[0]
            return Referent(Identity(other.name, None, other.candidates), other.kind, other.id)
        if self._is_emphatic(head):
            return Referent(Identity(said.name), said.kind, said.id)
        if speech.of_others and (client := self._client(fitting, speech)) is not None:
            return referent([client])
        names = {said.name: None}
        if self._meets_its_like(word, head) and (speech.free or self._tells_of_past(head)):
            names.update({a.name: None for a in fitting if a.kind is ActorKind.PERSON})
            if speech.free or len(names) > 1:
                return Referent(Identity(None, None, tuple(name for name in names if name)), said.kind)
        if speech.about is not None and agrees(word, speech.about[1]):
            names[speech.about[0].name] = None
        here = self.salience.number_of(head)
        inside = [a for a in fitting if a.end in speech.tokens and self.salience.number_of(a.end) == here and a.subject]
        names.update({a.name: None for a in inside if a.kind is ActorKind.PERSON})
        if speech.free:
            near = [a for a in fitting if here - self.salience.number_of(a.end) == 1 or self._is_told_of(a, speech)]
            names.update({a.name: None for a in near if a.kind is ActorKind.PERSON or a.end in speech.judged})
        else:
            names.update({a.name: None for a in self._named_before(head, fitting, speech)})
        if speech.quoting and (others := self._quotable(fitting, head, said.name)):
            return referent(others)
        named = tuple(name for name in names if name)
        if len(named) > 1:
            return Referent(Identity(None, None, named), said.kind)
        return Referent(Identity(said.name), said.kind, said.id)

    def _named_before(self, head: int, fitting: Sequence[Antecedent], speech: Speech) -> list[Antecedent]:
        """Others just named, who may have done what is told before its speaker is named („Er habe …, sagte X")."""
        if head > speech.by or not self._tells_of_past(head):
            return []
        near = self.salience.in_nearest_sentence([a for a in fitting if a.end not in speech.tokens and a.name])
        here = self.salience.number_of(head)
        near = [a for a in near if a.standing is Standing.PARTICIPANT and here - self.salience.number_of(a.end) == 1]
        return [a for a in near if a.kind is ActorKind.PERSON]

    def _quotable(self, fitting: Sequence[Antecedent], head: int, speaker: str | None) -> list[Antecedent]:
        """Others whose words somebody gives, who hardly quotes themselves („„Geh", habe er gesagt, erzählt Lamm")."""
        here = self.salience.number_of(head)
        others = [a for a in fitting if a.kind is ActorKind.PERSON and a.name not in ("", speaker)]
        return self.salience.in_nearest_sentence(
            [a for a in others if a.end < head and here - self.salience.number_of(a.end) < REACH]
        )

    def _client(self, fitting: Sequence[Antecedent], speech: Speech) -> Antecedent | None:
        """The only other one of whom somebody tells by office („Sie sei krank, sagte ihr Anwalt. Sie habe …")."""
        others = [a for a in fitting if a.kind is ActorKind.PERSON and a.name not in ("", speech.speaker.name)]
        told = {a.name: a for a in others if self._is_told_of(a, speech)}
        return next(iter(told.values())) if len(told) == 1 else None

    def _meets_its_like(self, word: str, head: int) -> bool:
        """Whether a pronoun for somebody else of that sex stands in the same clause („Sie habe sie gewarnt")."""
        clause, forms = self.view.graph.clause_at(head), word_list("personal")
        tokens = () if clause is None else (t for t in clause.tokens if t != head and self.view.tag(t) == "PPER")
        return any(self.view.lower(t) in forms and shown_by(self.view.lower(t)) & shown_by(word) for t in tokens)

    def _tells_of_past(self, head: int) -> bool:
        """Whether a clause tells what was done („er habe ihn verraten"), and not what one feels or wants now."""
        clause = self.view.graph.clause_at(head)
        return clause is not None and clause.verb is not None and clause.verb.tense in ("perfect", "pluperfect")

    def _is_told_of(self, antecedent: Antecedent, speech: Speech) -> bool:
        """Whether somebody is the subject of what a report tells („Sein Mandant habe …, sagte der Anwalt. Er …")."""
        return speech.since is not None and antecedent.subject and antecedent.end >= speech.since

    def _is_emphatic(self, head: int) -> bool:
        """„Er selbst", who speaks, as against others of whom was spoken."""
        return head + 1 < len(self.view.graph.doc) and self.view.lower(head + 1) in word_list("emphatic")

    def _fits(self, word: str, plural: bool, antecedent: Antecedent) -> bool:
        if antecedent.plural or plural:
            return antecedent.plural and plural
        open_body = antecedent.kind is not ActorKind.PERSON and len(antecedent.genders) > 1
        return not open_body and agrees(word, antecedent.genders)

    def genders(self, head: int) -> frozenset[str]:
        """The genders that a pronoun shows."""
        return shown_by(self.view.lower(head))

    def is_plural(self, head: int) -> bool:
        """Whether a pronoun stands for several, as far as its verb tells."""
        word = self.view.lower(head)
        clause = self.view.graph.clause_at(head)
        if word == "sie" and clause is not None and clause.verb is not None:
            return clause.verb.number == "pl"
        return word == "ihnen" or word in word_list("both")
