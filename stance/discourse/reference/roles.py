"""Roles that a text gives people: „ihr Sohn Lukas … die Mutter", „A verklagte B … der Kläger", „ist gelernter Koch".

A definite phrase without a name that nobody was introduced with means the one of whom the noun was said, whose kin was
named, or who did or suffered what the noun tells (bridging: Clark 1975; converses: Lyons 1977). Several leave it open.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Argument, Clause, NounPhrase, Role
from stance.discourse.reference.endings import Endings
from stance.discourse.reference.mentions import Antecedent, Mentions, Standing
from stance.discourse.reference.names import Names
from stance.discourse.reference.pronouns import Pronouns
from stance.discourse.reference.trades import PLAIN, base_of, role_list, role_noun, role_table, verbs_of
from stance.discourse.wordlists import word_list
from stance.german import nominal, verbs
from stance.matching.view import View
from stance.model import ActorKind

_AS: Final = "als"
_SHORTEST: Final = 3


@attrs.frozen(eq=False, slots=False)
class Roles:
    """The roles that one document gives people.

    Attributes:
        names: its names.
        pronouns: its pronouns.
    """

    names: Names
    pronouns: Pronouns

    @property
    def _view(self) -> View:
        return self.names.view

    def bearers(self, np: NounPhrase, feminine: bool, before: Mentions) -> list[Antecedent]:
        """Who has the role that a phrase names; nobody where the text gives it to none.

        Args:
            np: the phrase, with an article.
            feminine: the sex that it tells.
            before: who was mentioned in the document, in text order.
        """
        people = before.where(lambda a: a.end < np.head and _is_one(a, feminine))
        noun = self._noun(np)
        return (
            self._compared(np, noun, people)
            or self._told(np, noun, people)
            or self._related(np, noun, people, feminine)
            or self._of_act(np, noun, people, feminine)
            or self._acting(np, noun, people)
            or self._suffering(np, noun, people)
        )

    def _noun(self, np: NounPhrase) -> str:
        return role_noun(self._view.lemma(np.head), self._view.text(np.head))

    # -- of whom it was said -------------------------------------------------------------------------------------------

    def _told(self, np: NounPhrase, noun: str, people: Mentions) -> list[Antecedent]:
        """Whose predicate the noun was: „Lamm ist Koch", „Lamm, der als Koch arbeitet", „hat Koch gelernt"."""
        found: list[Antecedent] = []
        for clause in self._before(np, self._predicated.get(noun, ())):
            phrase = self._view.subject(clause)
            found += [] if phrase is None else people.ending_in(phrase.tokens)
        return found

    @cached_property
    def _predicated(self) -> dict[str, list[Clause]]:
        """Nouns without endings → the clauses that say of somebody to be, or to work as, one."""
        found: dict[str, list[Clause]] = {}
        for clause in (clause for clause in self._view.graph.clauses if not clause.negations):
            for argument in filter(self._says_what, clause.arguments):
                found.setdefault(base_of(self._view.lemma(argument.head)), []).append(clause)
        return found

    def _says_what(self, argument: Argument) -> bool:
        if argument.role is Role.PREDICATIVE or argument.preposition == _AS:
            return True
        marked = argument.marker is not None and self._view.lower(argument.marker) == _AS
        return marked or (argument.role is Role.ACCUSATIVE and argument.tokens == (argument.head,))

    def _before(self, np: NounPhrase, clauses: Iterable[Clause]) -> list[Clause]:
        """Of some clauses those before a phrase, the nearest first."""
        found = [clause for clause in clauses if clause.tokens and clause.tokens[0] < np.head]
        return sorted(found, key=lambda clause: clause.index, reverse=True)

    # -- whose kin was named -------------------------------------------------------------------------------------------

    def _related(self, np: NounPhrase, noun: str, people: Mentions, feminine: bool) -> list[Antecedent]:
        """Whose somebody was named who is the converse of the noun: „ihr Sohn … die Mutter"."""
        return self._owners(self._converse(np, noun), people, feminine)

    def _owners(self, kin: Sequence[NounPhrase], people: Mentions, feminine: bool) -> list[Antecedent]:
        return [a for other in kin for a in self._owner(other, people) if _is_one(a, feminine)]

    def _of_act(self, np: NounPhrase, noun: str, people: Mentions, feminine: bool) -> list[Antecedent]:
        """Whose act was named („die Klage der Winzerin … die Klägerin")."""
        acts = map(base_of, role_table("nouns_of_acts").get(noun, ()))
        named = [other for act in acts for other in self._possessed.get(act, ()) if other.head < np.head]
        return self._owners(named, people, feminine)

    def _converse(self, np: NounPhrase, noun: str) -> list[NounPhrase]:
        """The phrases before it that say whose somebody is who is the converse of a noun."""
        converse = frozenset(map(base_of, role_table("converses").get(noun, ())))
        found = (other for own in converse for other in self._possessed.get(own, ()) if other.head < np.head)
        return sorted(found, key=lambda other: other.head)

    @cached_property
    def _possessed(self) -> dict[str, list[NounPhrase]]:
        """Bases of nouns → the phrases that say whose somebody is."""
        found: dict[str, list[NounPhrase]] = {}
        for np in self._view.graph.noun_phrases:
            if np.possessor or _owned_by(np):
                found.setdefault(self._noun(np), []).append(np)
        return found

    def _owner(self, np: NounPhrase, people: Mentions) -> list[Antecedent]:
        """Whose somebody is, by a genitive or a possessive."""
        possessor = np.possessor or _owned_by(np)
        run, whose = self.names.run(possessor), possessor[0]
        if run:
            name = self.names.identify(run).name
            return (
                [] if name is None else [Antecedent(run[-1], name, ActorKind.PERSON, self.names.genders(name), False)]
            )
        if not self.pronouns.is_pronoun(whose):
            return [a for a in people.ending_in(possessor) if not a.name.startswith(self._view.text(np.head))]
        owner = self.pronouns.resolve(whose, people.where(lambda a: a.end < whose), None)
        last = None if owner.identity.name is None else people.last((owner.identity.name,))
        return [] if last is None else [last]

    # -- who did it, to whom it was done -------------------------------------------------------------------------------

    def _acting(self, np: NounPhrase, noun: str, people: Mentions) -> list[Antecedent]:
        """Who did what the noun tells: „A verklagte B … der Kläger", „A stürzte … der Gestürzte"."""
        moved = {lemma for lemma in self._suffered(np) if verbs.perfect_auxiliary(lemma) == "sein"}
        told = [clause for lemma in moved | self._done_by(noun) for clause in self._by_verb.get(lemma, ())]
        for clause in self._before(np, told):
            active = clause.verb is not None and clause.verb.voice == "active"
            doer = clause.subject if active else clause.first(Role.AGENT)
            if doer is not None and (found := people.ending_in(self._view.resolve(doer).tokens)):
                return found
        return []

    def _done_by(self, noun: str) -> frozenset[str]:
        """The verbs of the document that say what a noun names the doer of („Kläger": klagen, verklagen)."""
        listed = role_table("roles_of_subjects").get(noun, frozenset())
        return listed if noun in role_list("no_doers") else listed.union(self._verbs_by_root.of(_roots_of(noun)))

    @cached_property
    def _by_verb(self) -> dict[str, list[Clause]]:
        found: dict[str, list[Clause]] = {}
        for clause in self._view.graph.clauses:
            if clause.verb is not None:
                found.setdefault(clause.verb.lemma, []).append(clause)
        return found

    @cached_property
    def _verbs_by_root(self) -> Endings[str]:
        found = Endings[str]()
        for lemma in self._by_verb:
            found.add(lemma, (_root(lemma),))
        return found

    def _suffering(self, np: NounPhrase, noun: str, people: Mentions) -> list[Antecedent]:
        """To whom it was done: „A entließ B … der Entlassene", „A besiegte B … der Verlierer"."""
        done = self._suffered(np) | role_table("roles_of_others").get(noun, frozenset())
        for clause in self._before(np, [clause for lemma in done for clause in self._by_verb.get(lemma, ())]):
            others = [a for a in clause.arguments if a.role is not Role.SUBJECT and a.attached_to is None]
            if clause.verb is None or clause.verb.voice != "active":
                others = [] if clause.subject is None else [clause.subject]
            if found := people.ending_in({t for a in others for t in a.tokens}):
                return found
        return []

    def _suffered(self, np: NounPhrase) -> frozenset[str]:
        return verbs_of(self._view.text(np.head))

    # -- the older, the younger ----------------------------------------------------------------------------------------

    def _compared(self, np: NounPhrase, noun: str, people: Mentions) -> list[Antecedent]:
        """„Der Jüngere": of the last two people whose ages the text tells."""
        sign = 1 if noun in role_list("older") else -1 if noun in role_list("younger") else 0
        if sign == 0:
            return []
        ages: dict[str, tuple[int, Antecedent]] = {}
        for antecedent in people.ending_in(self.pronouns.ages.near):
            if (age := self.pronouns.ages.of(antecedent)) is not None:
                ages[antecedent.name] = (age, antecedent)
        if len(ages) != 2 or len({age for age, _ in ages.values()}) != 2:
            near = self.pronouns.salience.reachable(people, np.head)
            return self._by_kinship("younger_kin" if sign < 0 else "older_kin", near)
        return [max(ages.values(), key=lambda one: sign * one[0])[1]]

    def _by_kinship(self, kin: str, people: Sequence[Antecedent]) -> list[Antecedent]:
        """„Udo Lamm und sein Sohn Jan … Der Jüngere": whom the noun before the name makes the younger or older."""
        found = {a.name: a for a in people if a.named and self._noun_before(a) in role_list(kin)}
        return list(found.values()) if len(found) == 1 else []

    def _noun_before(self, antecedent: Antecedent) -> str:
        """The noun before the given name with which a mention ends („sein Sohn Jan"); "" without one."""
        np = self._view.graph.noun_phrase_at(antecedent.end - 1) if antecedent.end else None
        return "" if np is None or antecedent.end not in np.tokens else self._noun(np)

    # -- by a possessive -----------------------------------------------------------------------------------------------

    def possessed(self, np: NounPhrase, feminine: bool, before: Mentions) -> list[Antecedent]:
        """„Sein Kollege", „ihre Schwester", „ihr Mann": whom the text lets be somebody's; nobody where it does not.

        Args:
            np: the phrase, with a possessive.
            feminine: the sex that it tells.
            before: who was mentioned in the document, in text order.
        """
        people = before.where(lambda a: a.end < np.head and _is_one(a, feminine))
        noun = self._noun(np)
        return (
            self._of_pair(np, noun, people, before)
            or self._whose_kin(np, noun, people, feminine)
            or self._beside(np, people)
        )

    def _of_pair(self, np: NounPhrase, noun: str, people: Mentions, before: Mentions) -> list[Antecedent]:
        """„Die Schwestern Anna und Lisa Brand … Ihre Schwester": of two named together the one who is not the other."""
        if noun not in role_list("paired_kin"):
            return []
        whose = self.pronouns.resolve(np.possessor[0], before, None).identity.name
        for pair in self._pairs:
            together = dict.fromkeys(a.name for a in before.ending_in(pair) if a.name)
            if len(together) == 2 and whose in together:
                last = people.last(together.keys() - {whose})
                return [] if last is None else [last]
        return []

    @cached_property
    def _pairs(self) -> list[tuple[int, ...]]:
        """Tokens of phrases that name two."""
        return [np.tokens for np in self._view.graph.noun_phrases if len(np.conjuncts) == 2]

    def _whose_kin(self, np: NounPhrase, noun: str, people: Mentions, feminine: bool) -> list[Antecedent]:
        """„Udo Lamms Witwe … Ihr Mann": whose kin was named whom the possessive means."""
        shown = self.pronouns.genders(np.possessor[0])
        kin = [other for other in self._converse(np, noun) if shown & self._genders(other)]
        return self._owners(kin, people, feminine)

    def _genders(self, np: NounPhrase) -> frozenset[str]:
        return frozenset(a.gender for a in nominal.noun(self._view.text(np.head)) if a.gender and a.number == "sg")

    def _beside(self, np: NounPhrase, people: Mentions) -> list[Antecedent]:
        """„Sein Kollege": of the nearest sentence with people of that sex those who are not the subject it is of."""
        if self._noun(np) not in role_list("companions"):
            return []
        start = self._view.clause(np.clause).sentence[0]
        nearest = next((a for a in people.before(start) if a.named), None)
        if nearest is None:
            return []
        around = self._view.graph.clause_at(nearest.end)
        near = people.between(nearest.end if around is None else around.sentence[0], start)
        owner = self.pronouns.genders(np.possessor[0])
        others = [a for a in near if not (a.subject and owner & a.genders)]
        return [a for a in others if a.named and a.standing is Standing.PARTICIPANT]


def _owned_by(np: NounPhrase) -> tuple[int, ...]:
    """The tokens of a possessor with „von" („der Vater von Jan Moor")."""
    return next((m.tokens for m in np.modifiers if m.preposition in word_list("owning")), ())


def _is_one(antecedent: Antecedent, feminine: bool) -> bool:
    """Whether somebody is one person of a sex whose name is known."""
    gender = "f" if feminine else "m"
    person = antecedent.kind is ActorKind.PERSON and not antecedent.plural
    return person and bool(antecedent.name) and gender in antecedent.genders


def _root(lemma: str) -> str:
    """What the verb and the noun for who does it share („verklagen": „verklag")."""
    return re.sub(r"e?n$", "", lemma).translate(PLAIN)


def _roots_of(noun: str) -> tuple[str, ...]:
    """The roots of verbs for whose doer a noun may be the name, also by its last part.

    >>> _roots_of(base_of("Kläger")), _roots_of(base_of("Schauspielerin"))[-1]
    (('klag',), 'piel')
    """
    stem = noun.removesuffix("er")
    if stem == noun or len(stem) <= _SHORTEST:
        return ()
    return tuple(stem[start:] for start in range(len(stem) - _SHORTEST))
