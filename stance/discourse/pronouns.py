"""Pronouns: „er", „ihr Sprecher", „beide", „dieser", „ich" lead to who was mentioned before, or to nobody.

Agreement in gender and number filters, the nearest sentence and the standing of a mention in it rank (Lappin & Leass
1994); two people of equal standing leave a pronoun open, and both are named. Inside what somebody reports „er" is first
the one who reports, or who is accused or asked; inside a quotation „ich" is who speaks.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import ClauseKind
from stance.discourse.mentions import Antecedent, Mentions, Standing
from stance.discourse.names import Identity
from stance.discourse.wordlists import word_list
from stance.german import meaning, noun_phrases
from stance.matching.view import View
from stance.model import Actor, ActorKind

PRONOUN_TAGS: Final = frozenset({"PPER", "PPOSAT", "PRF"})
_REACH: Final = 3
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


@attrs.frozen
class Referent:
    """Who a pronoun stands for, and of which kind."""

    identity: Identity
    kind: ActorKind
    id: str | None = None


NOBODY: Final = Referent(Identity(None), ActorKind.UNKNOWN)


@attrs.frozen(eq=False, slots=False)
class Pronouns:
    """The pronouns of one document.

    Attributes:
        view: the clause graph.
    """

    view: View

    def is_pronoun(self, head: int) -> bool:
        """Whether a token is a pronoun that stands for somebody mentioned elsewhere."""
        other = self.is_pointing(head) or self.is_demonstrative(head) or self._is_whose(head)
        return other or self.view.tag(head) in PRONOUN_TAGS

    def _is_whose(self, head: int) -> bool:
        """„Dessen Plan", „Lamm und dessen Forderung"."""
        return self.view.tag(head) in ("PDS", "PDAT") and self.view.lower(head) in word_list("demonstrative_possessive")

    def is_demonstrative(self, head: int) -> bool:
        """„Der lobte ihn": an article without a noun; „das" stands for what was said."""
        return self.view.tag(head) in ("PDS", "ART") and self.view.lower(head) in word_list("demonstrative")

    def is_pointing(self, head: int) -> bool:
        """„Dieser", „jener", „beide", „letzterer" without a noun."""
        word = self.view.lower(head)
        alone = self.view.tag(head) in ("PDS", "PIS", "ADJA", "PIAT", "PIDAT", "NN", "PDAT")
        return alone and any(word in word_list(name) for name in ("the_latter", "the_former", "both"))

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
        earlier = [self._seen_from(head, a) for a in self._reachable(before, head)]
        if word in word_list("both"):
            return self._both(head, earlier)
        if word in word_list("the_latter") or word in word_list("the_former"):
            return self._pointed(word, head, earlier)
        if self.is_demonstrative(head):
            others = earlier if speech is None else [a for a in earlier if a.name != speech.speaker.name]
            return self._demonstrated(word, head, others)
        if self._is_whose(head):
            return self._owner(word, earlier)
        others = [a for a in earlier if a.name not in beside]
        return self._third(word, head, others, speech)

    def _reachable(self, before: Mentions, head: int) -> list[Antecedent]:
        """Those of the sentences near enough before a pronoun, in text order."""
        here = self._number_of(head)
        first = self._starts[here - _REACH - 1] if here > _REACH else 0
        end = self._starts[here] if here < len(self._starts) else len(self.view.graph.doc)
        return [a for a in before.between(first, end) if a.end < head]

    def _first(self, word: str, speech: Speech | None) -> Referent:
        """„ich" and „wir" are the speaker, where somebody speaks."""
        singular = word in word_list("first_singular")
        if speech is None or not speech.direct:
            return Referent(Identity(None), ActorKind.UNKNOWN if singular else ActorKind.COLLECTIVE)
        said = speech.speaker
        return Referent(Identity(said.name, None, said.candidates), said.kind, said.id)

    def _seen_from(self, head: int, antecedent: Antecedent) -> Antecedent:
        """Who is only spoken of in a quotation is less near at hand outside of it."""
        if antecedent.quote is None or antecedent.quote == quotation(self.view, head):
            return antecedent
        return attrs.evolve(antecedent, standing=Standing.QUOTED, subject=False)

    def _is_polite(self, head: int) -> bool:
        """„Wären Sie bereit?": a capital where no sentence and no quotation begins."""
        text = self.view.text(head)
        if not text[:1].isupper() or text.lower() not in word_list("polite"):
            return False
        before = next((t for t in range(head - 1, -1, -1) if not self.view.graph.doc[t].is_space), -1)
        return before >= 0 and before + 1 not in self._starts and self.view.text(before)[-1] not in _BEFORE_CAPITALS

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
        if speech is not None:
            said = speech.speaker
            if not speech.direct and not plural and said.name and self._agrees(word, speech.genders):
                return self._reported(word, head, fitting, speech)
            if speech.direct:
                fitting = [a for a in fitting if a.name != said.name]
        return (self._pair(head, earlier) if plural else None) or self._nearest(head, fitting)

    def _pair(self, head: int, earlier: Sequence[Antecedent]) -> Referent | None:
        """„Sie" for two people of the nearest sentence that has people; a group beside them leaves it open."""
        people = [a for a in earlier if a.kind in (ActorKind.PERSON, ActorKind.COLLECTIVE) and a.name]
        near = [a for a in self.in_nearest_sentence(people) if a.standing is not Standing.QUOTED]
        groups = dict.fromkeys(a.name for a in near if a.plural or a.kind is ActorKind.COLLECTIVE)
        names = dict.fromkeys(a.name for a in near if a.name not in groups and (a.subject or not groups))
        if len(names) != 2:
            return None
        both = " und ".join(names)
        identity = Identity(None, None, (both, *groups)) if groups else Identity(both)
        return Referent(identity, ActorKind.COLLECTIVE)

    def _demonstrated(self, word: str, head: int, earlier: Sequence[Antecedent]) -> Referent:
        """„Der lobte ihn": of the nearest sentence that has men the one who is not its subject; „die" may be several.

        Demonstratives avoid subjects (Bosch, Katz & Umbach 2007).
        """
        people = [a for a in earlier if a.kind is ActorKind.PERSON and not a.plural and a.name]
        fitting = (
            [a for a in people if "m" in a.genders or not a.genders] if word in word_list("masculine_articles") else []
        )
        near = self.in_nearest_sentence(fitting)
        objects = _not_subjects(near) or self._told_of(near)
        among = near if len({a.name for a in near}) == 1 else objects
        if among and among == near and among[-1].subject and self._has_thing_after("er", among[-1].end, head):
            return NOBODY
        return self._nearest(head, among) if len({a.name for a in among}) == 1 else self._open(near)

    def _told_of(self, near: Sequence[Antecedent]) -> list[Antecedent]:
        """Subjects of what the subject of the sentence says („Er behauptet, sein Vater sei gefahren")."""
        clauses = [(a, self.view.graph.clause_at(a.end)) for a in near]
        below = [a for a, clause in clauses if clause is not None and clause.kind is ClauseKind.COMPLEMENT]
        return below if len(below) < len(near) else []

    def _owner(self, word: str, earlier: Sequence[Antecedent]) -> Referent:
        """„Dessen Plan": of the nearest sentence with somebody who agrees the one who is not its subject."""
        agreeing = [a for a in earlier if a.name and (self._agrees(word, a.genders) or (a.plural and word == "deren"))]
        near = self.in_nearest_sentence(agreeing)
        among = _not_subjects(near) or [a for a in near if not a.subject]
        return _referent(among) if len({a.name for a in among}) == 1 else self._open(near)

    def _open(self, among: Sequence[Antecedent]) -> Referent:
        names = tuple(dict.fromkeys(a.name for a in among if a.name))
        return Referent(Identity(None, None, names), ActorKind.PERSON if names else ActorKind.UNKNOWN)

    def _beside(self, word: str, head: int, earlier: Sequence[Antecedent]) -> frozenset[str]:
        """Names beside a pronoun in its clause: it means none of them (Chomsky 1981, principle B)."""
        clause = self.view.graph.clause_at(head)
        if clause is None or word not in word_list("personal"):
            return frozenset()
        return frozenset(a.name for a in earlier if a.name and a.end in clause.tokens)

    def aged(self, feminine: bool, head: int, before: Mentions) -> Referent:
        """„Der 48-Jährige": the nearest person of that sex before it.

        Args:
            feminine: the sex that the article tells.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        people = _independent(self.of_sex(feminine, head, before))
        here = [a for a in people if self._number_of(a.end) == self._number_of(head)]
        return self._nearest(head, here or self._near_or_meant(people))

    def characterised(self, feminine: bool, head: int, before: Mentions) -> Referent | None:
        """„Die Kölnerin": the only person of that sex who was named just before; None where there is nobody.

        Args:
            feminine: the sex that the phrase tells.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        here = self._number_of(head)
        near = [a for a in self.of_sex(feminine, head, before) if self._number_of(a.end) < here]
        named = [a for a in near if a.named and a.standing is not Standing.QUOTED]
        if len({a.name for a in named}) > 1:
            return self._open(named)
        near = [a for a in self._near_or_meant(named or near) if a.standing is not Standing.QUOTED]
        return _referent(_best(_independent(near))) if near else None

    def spoken_to(self, feminine: bool, head: int, before: Mentions) -> Referent:
        """„Der Angesprochene": the one of that sex in the nearest sentence who is not its subject.

        Args:
            feminine: the sex that the article tells.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        near = self.in_nearest_sentence(self.of_sex(feminine, head, before))
        objects = _not_subjects(near)
        return _referent(objects) if len({a.name for a in objects}) == 1 else self._open(near)

    def of_sex(self, feminine: bool, head: int, before: Mentions) -> list[Antecedent]:
        """The people of one sex near enough before a noun.

        Args:
            feminine: the sex.
            head: the noun.
            before: who was mentioned in the document, in text order.
        """
        gender = "f" if feminine else "m"
        people = [a for a in self._reachable(before, head) if a.kind is ActorKind.PERSON and not a.plural and a.name]
        return [self._seen_from(head, a) for a in people if gender in a.genders]

    def _near_or_meant(self, people: Sequence[Antecedent]) -> list[Antecedent]:
        """Those of one sex in the nearest sentence; and those before it, where a pronoun there may mean one of them.

        „Kira Blank lud Anna Moor aus. Sie sei krank, sagte Blank. Die 48-Jährige …" may be either.
        """
        near = self.in_nearest_sentence(people)
        start = self._first_of(near) if near else 0
        end = max((a.end for a in near), default=0)
        words = [t for t in range(start, end + 1) if self.view.lower(t) in word_list("third_person")]
        pronoun = any(self._agrees(self.view.lower(t), a.genders) for t in words for a in near)
        before = self.in_nearest_sentence([a for a in people if a.end < start]) if pronoun else []
        return [*(attrs.evolve(a, end=near[-1].end) for a in before), *near]

    def in_nearest_sentence(self, among: Sequence[Antecedent]) -> list[Antecedent]:
        """Those of the last sentence that has any."""
        nearest = max((self._number_of(a.end) for a in among), default=0)
        return [a for a in among if self._number_of(a.end) == nearest]

    def _reported(self, word: str, head: int, fitting: Sequence[Antecedent], speech: Speech) -> Referent:
        """Inside a report: the speaker, who is asked or accused, or nobody where somebody else may be meant as well."""
        said = speech.speaker
        if speech.to is not None and self._agrees(word, speech.to[1]):
            other = speech.to[0]
            return Referent(Identity(other.name, None, other.candidates), other.kind, other.id)
        if self._is_emphatic(head):
            return Referent(Identity(said.name), said.kind, said.id)
        if speech.of_others and (client := self._client(fitting, speech)) is not None:
            return _referent([client])
        names = {said.name: None}
        if speech.free and self._meets_its_like(word, head):
            names.update({a.name: None for a in fitting if a.kind is ActorKind.PERSON})
            return Referent(Identity(None, None, tuple(name for name in names if name)), said.kind)
        if speech.about is not None and self._agrees(word, speech.about[1]):
            names[speech.about[0].name] = None
        here = self._number_of(head)
        inside = [a for a in fitting if a.end in speech.tokens and self._number_of(a.end) == here and a.subject]
        names.update({a.name: None for a in inside if a.kind is ActorKind.PERSON})
        if speech.free:
            near = [a for a in fitting if here - self._number_of(a.end) == 1 or self._is_told_of(a, speech)]
            names.update({a.name: None for a in near if a.kind is ActorKind.PERSON or a.end in speech.judged})
        if speech.quoting and (others := self._quotable(fitting, head, said.name)):
            return _referent(others)
        named = tuple(name for name in names if name)
        if len(named) > 1:
            return Referent(Identity(None, None, named), said.kind)
        return Referent(Identity(said.name), said.kind, said.id)

    def _quotable(self, fitting: Sequence[Antecedent], head: int, speaker: str | None) -> list[Antecedent]:
        """Others whose words somebody gives, who hardly quotes themselves („„Geh", habe er gesagt, erzählt Lamm")."""
        here = self._number_of(head)
        others = [a for a in fitting if a.kind is ActorKind.PERSON and a.name not in ("", speaker)]
        return self.in_nearest_sentence([a for a in others if a.end < head and here - self._number_of(a.end) < _REACH])

    def _client(self, fitting: Sequence[Antecedent], speech: Speech) -> Antecedent | None:
        """The only other one of whom somebody tells by office („Sie sei krank, sagte ihr Anwalt. Sie habe …")."""
        others = [a for a in fitting if a.kind is ActorKind.PERSON and a.name not in ("", speech.speaker.name)]
        told = {a.name: a for a in others if self._is_told_of(a, speech)}
        return next(iter(told.values())) if len(told) == 1 else None

    def _meets_its_like(self, word: str, head: int) -> bool:
        """Whether a pronoun for somebody else of that sex stands in the same clause („Sie habe sie gewarnt")."""
        clause, forms = self.view.graph.clause_at(head), word_list("personal")
        tokens = () if clause is None else (t for t in clause.tokens if t != head and self.view.tag(t) == "PPER")
        return any(self.view.lower(t) in forms and _shown(self.view.lower(t)) & _shown(word) for t in tokens)

    def _is_told_of(self, antecedent: Antecedent, speech: Speech) -> bool:
        """Whether somebody is the subject of what a report tells („Sein Mandant habe …, sagte der Anwalt. Er …")."""
        return speech.since is not None and antecedent.subject and antecedent.end >= speech.since

    def _is_emphatic(self, head: int) -> bool:
        """„Er selbst", who speaks, as against others of whom was spoken."""
        return head + 1 < len(self.view.graph.doc) and self.view.lower(head + 1) in word_list("emphatic")

    def _nearest(self, head: int, fitting: Sequence[Antecedent]) -> Referent:
        """The best of the nearest sentence that has any, people before bodies; who is only quoted comes last."""
        here = self._number_of(head)
        for among in ([a for a in fitting if a.standing is not Standing.QUOTED], fitting):
            for distance in range(_REACH + 1):
                near = [a for a in among if here - self._number_of(a.end) == distance]
                best = _best(_foremost(near))
                if best:
                    return _referent(best)
        return NOBODY

    def _both(self, head: int, earlier: Sequence[Antecedent]) -> Referent:
        """„Beide": the two people, or the two bodies, of the nearest sentence that has two, or of the nearest two."""
        single = [a for a in earlier if a.name and not a.plural]
        near = self.in_nearest_sentence(single)
        before = self.in_nearest_sentence([a for a in single if near and a.end < self._first_of(near)])
        people = [a for a in (*before, *near) if a.kind is ActorKind.PERSON]
        for among in ([a for a in near if a.kind is ActorKind.PERSON], near, people):
            names = tuple(dict.fromkeys(a.name for a in among))
            if len(names) == 2:
                return Referent(Identity(" und ".join(names)), ActorKind.COLLECTIVE)
        return Referent(Identity(None), ActorKind.COLLECTIVE)

    def _first_of(self, near: Sequence[Antecedent]) -> int:
        """First token of the sentence of some mentions."""
        return self._starts[self._number_of(near[0].end) - 1]

    def _pointed(self, word: str, head: int, earlier: Sequence[Antecedent]) -> Referent:
        """„Dieser" is the last who was named, „jener" the first of two, in the nearest sentence with people."""
        here = self._number_of(head)
        for distance in range(1, _REACH):
            near = [a for a in earlier if here - self._number_of(a.end) == distance and a.kind is ActorKind.PERSON]
            near = [a for a in near if not self.is_pointing(a.end)]
            fitting = [a for a in near if a.name and self._points_at(word, a)]
            if near:
                ordered = sorted(fitting, key=lambda a: a.end)
                latter = word in word_list("the_latter")
                if latter and ordered and self._has_thing_after(word, ordered[-1].end, head):
                    return NOBODY
                enough = len({a.name for a in ordered}) > (0 if latter else 1)
                return _referent([ordered[-1 if latter else 0]]) if enough else NOBODY
        return NOBODY

    def _has_thing_after(self, word: str, token: int, head: int) -> bool:
        """Whether another noun that a demonstrative may mean stands behind somebody in the same sentence before it."""
        gender = "f" if word.endswith("e") else "m"
        here = self._number_of(token)
        for np in self.view.phrases_in(token + 1, head):
            words = [(self.view.text(t), self.view.tag(t)) for t in np.tokens if t <= np.head]
            shown = noun_phrases.noun_phrase(words)
            noun = self.view.tag(np.head) == "NN" and not meaning.is_temporal(self.view.text(np.head))
            before = noun and self._number_of(np.head) == here
            if before and any(a.gender == gender and a.number == "sg" for a in shown):
                return True
        return False

    def _points_at(self, word: str, antecedent: Antecedent) -> bool:
        gender = "f" if word.endswith("e") else "m"
        return not antecedent.plural and gender in antecedent.genders

    def _fits(self, word: str, plural: bool, antecedent: Antecedent) -> bool:
        if antecedent.plural or plural:
            return antecedent.plural and plural
        open_body = antecedent.kind is not ActorKind.PERSON and len(antecedent.genders) > 1
        return not open_body and self._agrees(word, antecedent.genders)

    def _agrees(self, word: str, genders: frozenset[str]) -> bool:
        shown = _shown(word)
        return bool(shown & genders) or (bool(shown) and not genders)

    def genders(self, head: int) -> frozenset[str]:
        """The genders that a pronoun shows."""
        return _shown(self.view.lower(head))

    def is_plural(self, head: int) -> bool:
        """Whether a pronoun stands for several, as far as its verb tells."""
        word = self.view.lower(head)
        clause = self.view.graph.clause_at(head)
        if word == "sie" and clause is not None and clause.verb is not None:
            return clause.verb.number == "pl"
        return word == "ihnen" or word in word_list("both")

    @cached_property
    def _starts(self) -> list[int]:
        return sorted({clause.sentence[0] for clause in self.view.graph.clauses})

    def _number_of(self, token: int) -> int:
        """The number of the sentence around a token."""
        return bisect_right(self._starts, token)


def quotation(view: View, token: int) -> int | None:
    """First token of the quotation around a token, None outside of any; words in scare quotes are no quotation."""
    quote = view.graph.quote_at(token)
    return None if quote is None or quote.scare else quote.start


_GENDERS: Final = {"m": "masculine", "f": "feminine", "n": "neuter"}


def _shown(word: str) -> frozenset[str]:
    """The genders of what a pronoun stands for („sein" for a man or a ministry)."""
    return frozenset(gender for gender, name in _GENDERS.items() if word in word_list(name))


def _independent(people: Sequence[Antecedent]) -> Sequence[Antecedent]:
    """Those who are not only somebody's („seinen Trainer"), where there are such."""
    return [a for a in people if not a.owned] or people


def _not_subjects(near: Sequence[Antecedent]) -> list[Antecedent]:
    """Participants that are not the subject."""
    return [a for a in near if not a.subject and a.standing is Standing.PARTICIPANT]


def _foremost(near: Sequence[Antecedent]) -> Sequence[Antecedent]:
    """People before bodies; but a body that acts on people is as near at hand as they are."""
    people = [a for a in near if a.kind is ActorKind.PERSON]
    acting = [a for a in near if a.subject and a.kind is not ActorKind.PERSON]
    if people and acting and not any(a.subject for a in people):
        return [a for a in near if a in people or a in acting]
    return people or near


def _best(found: Sequence[Antecedent]) -> list[Antecedent]:
    """Those of the highest standing."""
    top = max((a.standing for a in found), default=Standing.QUOTED)
    return [a for a in found if a.standing is top]


def _referent(best: Sequence[Antecedent]) -> Referent:
    """The one that all mentions name, or nobody with all names as candidates."""
    names = tuple(dict.fromkeys(a.name for a in best))
    last = best[-1]
    if len(names) == 1:
        return Referent(Identity(last.name or None), last.kind, last.id)
    kinds = {a.kind for a in best}
    kind = last.kind if len(kinds) == 1 else ActorKind.UNKNOWN
    return Referent(Identity(None, None, tuple(name for name in names if name)), kind)
