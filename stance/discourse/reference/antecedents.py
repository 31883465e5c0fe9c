"""Antecedents: who of those mentioned in a document a later pronoun can stand for, and how near at hand each is.

Phrases of the clause graph and resolved actors flow in; mentions with gender, number and standing flow out. All offsets
are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from stance.clauses.graph import Argument, ClauseKind, Role
from stance.discourse.reference.bodies import first_of
from stance.discourse.reference.descriptions import Descriptions
from stance.discourse.reference.kinds import AGE, Kinds
from stance.discourse.reference.mentions import Antecedent, Standing
from stance.discourse.reference.names import NAME_TAGS, Names
from stance.discourse.reference.pronouns import Pronouns
from stance.discourse.reference.salience import quotation
from stance.discourse.wordlists import word_list
from stance.german import meaning, nominal
from stance.matching.draft import Filler
from stance.matching.view import View
from stance.model import Actor, ActorKind
from stance.rules.schema import Slot, SlotKind

_MANY: Final = frozenset({"pl"})
_OF_BODIES: Final = frozenset({Role.SUBJECT, Role.DATIVE, Role.AGENT})
_OF_PEOPLE: Final = _OF_BODIES | {Role.ACCUSATIVE, Role.PREPOSITIONAL}
"""Roles in which people and bodies take part in what a clause tells („stritt mit der Anwältin")."""


def head_of(filler: Filler) -> int:
    """The head of a filler, its first token where it has none of its own."""
    return filler.head if filler.head is not None and filler.head in filler.tokens else filler.tokens[0]


@attrs.frozen(eq=False)
class Antecedents:
    """Who pronouns of one document can stand for.

    Attributes:
        names: its names.
        descriptions: its descriptions.
        pronouns: its pronouns.
        kinds: says what sort of holder a mention is.
    """

    names: Names
    descriptions: Descriptions
    pronouns: Pronouns
    kinds: Kinds

    @property
    def view(self) -> View:
        """The clause graph."""
        return self.names.view

    def mentions(self) -> list[Filler]:
        """Names, persons and bodies of the document, for pronouns to find, committed or not."""
        found: list[Filler] = []
        for clause in self.view.graph.clauses:
            for argument in clause.arguments:
                if self._is_agent(argument):
                    found += self._parts(argument)
        return [*found, *self._people()]

    def _is_agent(self, argument: Argument) -> bool:
        if argument.role is Role.PREDICATIVE:
            return False
        if self.pronouns.is_pronoun(argument.head):
            if self.pronouns.demonstratives.is_pointing(argument.head):
                return argument.role in _OF_BODIES | {Role.ACCUSATIVE}
            personal = self.view.lower(argument.head) in word_list("third_person")
            return argument.role is Role.SUBJECT and (
                personal or self.pronouns.demonstratives.is_article(argument.head)
            )
        text = self.view.text(argument.head)
        sort = "person" if AGE.fullmatch(text) else self._sort(argument)
        if argument.role is not Role.SUBJECT and self._is_bare(argument):
            return False
        if argument.role is Role.SUBJECT:
            return self.view.tag(argument.head) in NAME_TAGS or sort in ("person", "institution")
        if argument.role is Role.PREPOSITIONAL:
            return sort == "person" and self.view.tag(argument.head) == "NN" and argument.attached_to is None
        return argument.role in _OF_BODIES | {Role.ACCUSATIVE} and sort in ("person", "institution")

    def _sort(self, argument: Argument) -> str:
        """What a noun stands for; adjectives in the neuter are things („alles Gute")."""
        text = self.view.text(argument.head)
        if not any(reading.kind == "adjectival" for reading in nominal.common_readings(text)):
            return meaning.animacy(text)
        quantified = argument.head > 0 and self.view.lower(argument.head - 1) in word_list("of_things")
        neuter = {a.gender for a in self.kinds.agreements(argument.tokens, argument.head)} == {"n"}
        return "other" if quantified or neuter else meaning.animacy(text)

    def _is_bare(self, argument: Argument) -> bool:
        """A noun in the singular with nothing before it, which says what somebody is („einst Dozent in Miami")."""
        first = argument.phrase[0] if argument.phrase else argument.head
        if first != argument.head or self.view.tag(first) != "NN" or argument.preposition is not None:
            return False
        named = argument.head + 1 in argument.tokens and self.view.tag(argument.head + 1) in NAME_TAGS
        return not named and not self.kinds.is_plural((argument.head,), argument.head)

    def _parts(self, argument: Argument) -> Iterator[Filler]:
        """A phrase, or the coordinated phrases in it, each by itself and together."""
        slot = Slot(SlotKind.SUBJECT if argument.role is Role.SUBJECT else SlotKind.GOVERNED)
        phrase = self.view.resolve(argument)
        if phrase.tokens and not argument.conjuncts:
            yield Filler(phrase.tokens, slot, phrase.head)
        for part in argument.conjuncts:
            head = next((t for t in part if self.view.graph.noun_phrase_at(t) is not None), None)
            if head is not None:
                yield Filler(part, slot, head)

    def _people(self) -> Iterator[Filler]:
        """People with a full name in the document, wherever they are mentioned."""
        for np in self.view.graph.noun_phrases if self.names.people else ():
            titled = self.descriptions.titles.name_in(np.tokens, np.head)
            run = titled or self.names.run(np.tokens)
            named = bool(titled) or np.head in run
            if run and named and self.names.identify(run).name in self.names.people:
                tokens = self.view.phrase_of(first_of(np)).tokens
                if tokens:
                    yield Filler(tokens, Slot(SlotKind.GOVERNED), np.head)

    def of(self, filler: Filler, actor: Actor, subject: bool) -> Antecedent | None:
        """What an actor is to later pronouns, None where it has no name.

        Args:
            filler: the mention.
            actor: what it was resolved to.
            subject: whether it is the subject of its clause, or somebody who commits.
        """
        if not filler.tokens or (actor.name is None and not subject) or actor.kind is ActorKind.GENERIC:
            return None  # „Man sorge sich. Er sei gelassen": no pronoun means „man"
        head = head_of(filler)
        if actor.name is None and self.view.lower(head) in word_list("first"):
            return None
        if actor.kind is ActorKind.PERSON and self.kinds.is_bare(filler.tokens, head):
            return None  # „zu Gast", „laut Dolmetscherin"
        plural = self._is_plural(filler.tokens, head, actor)
        person = actor.kind is ActorKind.PERSON
        near = subject or self._is_participant(head, _OF_PEOPLE if person else _OF_BODIES)
        lower = self._lower(filler, head, actor)
        standing = lower if lower is not None else Standing.PARTICIPANT if near else Standing.EMBEDDED
        genders = self.genders(filler, actor)
        quote = quotation(self.view, head)
        name = actor.name or ""
        personal = self.view.lower(head) in word_list("personal") | word_list("first")
        return Antecedent(
            filler.tokens[-1],
            name,
            actor.kind,
            genders,
            plural,
            standing,
            actor.id,
            subject,
            quote,
            personal,
            self.view.tag(filler.tokens[0]) == "PPOSAT" and not self.names.is_known(name),
            self._is_proper(name, filler.tokens, head),
        )

    def _is_proper(self, name: str, tokens: Sequence[int], head: int) -> bool:
        """Whether a name is a proper one, of somebody who may be called by the given name alone („Tochter Ida")."""
        if not name or self.names.is_known(name) or self.view.tag(head) in NAME_TAGS:
            return bool(name)
        return any(self.view.text(t) == name and self.view.tag(t) in NAME_TAGS for t in tokens if t > head)

    def _lower(self, filler: Filler, head: int, actor: Actor) -> Standing | None:
        """Less standing for a medium in a relative clause, and for somebody new of whom is only told.

        „ein Entwurf, den die Agentur Eurowire kennt", „Lamm sagte, ein Installateur sei bestellt".
        """
        clause = self.view.graph.clause_at(head)
        if clause is not None and clause.kind is ClauseKind.RELATIVE and actor.kind is ActorKind.ORGANISATION:
            nouns = [t for t in filler.tokens if self.view.tag(t) in ("NN", *NAME_TAGS)]
            return Standing.QUOTED if any(meaning.is_medium(self.view.text(t)) for t in nouns) else None
        new = self.view.lower(filler.tokens[0]) in word_list("indefinite")
        told = clause is not None and clause.kind is ClauseKind.COMPLEMENT
        return Standing.EMBEDDED if new and told and actor.kind is ActorKind.PERSON else None

    def _is_plural(self, tokens: Sequence[int], head: int, actor: Actor) -> bool:
        if self.pronouns.is_pronoun(head):
            return self.pronouns.is_plural(head)
        np = self.view.graph.noun_phrase_at(head)
        if actor.kind is ActorKind.COLLECTIVE and np is not None and np.conjuncts and np.conjuncts[-1][-1] in tokens:
            return True
        named = self.view.tag(head) in NAME_TAGS or (actor.name is not None and self.names.is_known(actor.name))
        if named and actor.kind is ActorKind.PERSON:
            return False
        return self.kinds.is_plural(tokens, head)

    def _is_participant(self, head: int, roles: frozenset[Role]) -> bool:
        """Whether a mention takes part in what its clause tells, in one of some roles, not in a phrase of it."""
        clause = self.view.graph.clause_at(head)
        arguments = () if clause is None else clause.arguments
        own = next((a for a in arguments if a.head == head and a.attached_to is None), None)
        return own is not None and (own.role in roles or self.view.tag(head) in NAME_TAGS)

    def genders(self, filler: Filler, actor: Actor) -> frozenset[str]:
        """The genders of pronouns for a mention: both where nothing tells, none where it has none; "pl" for many."""
        head = head_of(filler)
        named = actor.name is not None and (self.names.is_known(actor.name) or self.view.tag(head) in NAME_TAGS)
        if actor.kind is ActorKind.PERSON and actor.name is not None and named:
            return self.names.genders(actor.name)
        if self.pronouns.is_pronoun(head):
            return self.pronouns.genders(head)
        return self._genders_of_noun(filler.tokens, head, actor)

    def _genders_of_noun(self, tokens: Sequence[int], head: int, actor: Actor) -> frozenset[str]:
        """The gender that a phrase shows; either sex too for people whose noun is neuter („das Mitglied")."""
        if self.kinds.is_plural(tokens, head):
            return _MANY
        agreed = self.kinds.agreements(tokens, head)
        shown = [a for a in agreed if a.case == "nom" or tokens[0] != head] or list(agreed)
        found = frozenset(a.gender for a in shown if a.gender is not None)
        return found | {"m", "f"} if actor.kind is ActorKind.PERSON and found == {"n"} else found
