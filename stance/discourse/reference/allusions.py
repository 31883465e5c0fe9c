"""Allusions: „die Kölnerin", „der Kläger", „der Mann", „der Trainer" behind the name of somebody whom they may mean.

A definite phrase that nobody was introduced with leads to whom the text gives that role, or to the only one whom it
characterises. Where it may be somebody named before or somebody new, it leads to nobody: a wrong speaker is worse.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from stance.clauses.graph import NounPhrase
from stance.discourse.reference.characterisations import Characterisations
from stance.discourse.reference.descriptions import Descriptions
from stance.discourse.reference.kinds import AGE
from stance.discourse.reference.mentions import Antecedent, Mentions, Standing
from stance.discourse.reference.names import NAME_TAGS, Identity, Names
from stance.discourse.reference.parties import Parties, parties_of
from stance.discourse.reference.pronouns import Pronouns
from stance.discourse.reference.roles import Roles
from stance.discourse.reference.salience import Referent
from stance.discourse.reference.trades import base_of, is_role, is_trade, is_wider, role_list
from stance.discourse.wordlists import word_ends, word_list
from stance.german import meaning
from stance.matching.view import View
from stance.model import ActorKind


@attrs.frozen(eq=False, slots=False)
class Allusions:
    """The allusions of one document.

    Attributes:
        names: its names.
        descriptions: its descriptions.
        pronouns: its pronouns.
    """

    names: Names
    descriptions: Descriptions
    pronouns: Pronouns

    @property
    def _view(self) -> View:
        return self.names.view

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self.names, self.pronouns)

    @cached_property
    def _parties(self) -> Parties:
        return Parties(self.names)

    @cached_property
    def _characterisations(self) -> Characterisations:
        return Characterisations(self._view)

    def referent(
        self, np: NounPhrase, feminine: bool, before: Mentions, speakers: frozenset[str], says: bool
    ) -> Referent | None:
        """Who is meant by a phrase; None where it names somebody new by their own words.

        Args:
            np: the phrase.
            feminine: the sex that it tells.
            before: who was mentioned in the document, in text order.
            speakers: the names of who say what stands around it.
            says: whether who is meant says something, and so may be that one („habe der Professor gesagt").
        """
        placed = self._characterisations.is_from_place(np)
        if np.determiner is None or np.conjuncts or (self._has_name(np) and not placed):
            return None
        if self._view.tag(np.determiner) == "PPOSAT":
            others = before.where(lambda a: a.name not in speakers)
            found = self._one_of(self._roles.possessed(np, feminine, before)) or self._namesake(np, feminine, before)
            return found or self._one_of(self._clients(np, feminine, others))
        if self._view.lower(np.determiner) not in word_list("definite"):
            return None
        others = before.where(lambda a: a.name not in speakers)
        if np.possessor and not self._is_side(np):
            found = self._one_of(self._roles.bearers(np, feminine, before)) or self._namesake(np, feminine, before)
            among = others.where(lambda a: self.descriptions.may_be(np, a.name))
            return found or (self.pronouns.characterised(feminine, np.head, among) if self._is_of_party(np) else None)
        return (
            self._one_of(self._roles.bearers(np, feminine, before))
            or self._characterised(np, feminine, others)
            or (self._characterised(np, feminine, before) if says else None)
            or self._narrower_unnamed(np, feminine, others)
            or self._left_open(np, feminine, others)
        )

    def characterises(self, np: NounPhrase) -> bool:
        """Whether a phrase characterises somebody already known („der gelernte Bäcker").

        Args:
            np: the phrase.
        """
        return self._characterisations.is_one(np)

    def _has_name(self, np: NounPhrase) -> bool:
        return any(self._view.tag(t) in NAME_TAGS for t in np.tokens if t > np.head)

    def _namesake(self, np: NounPhrase, feminine: bool, before: Mentions) -> Referent | None:
        """„Die Frau des Bürgermeisters": who else has the surname of whose wife she is, and is of that sex."""
        if base_of(self._view.lemma(np.head)) not in role_list("kin_by_name"):
            return None
        owner = self._owner(np, before)
        others = () if owner is None else self.names.namesakes(owner)
        last = before.last(name for name in others if ("f" if feminine else "m") in self.names.genders(name))
        return None if last is None or len(others) > 1 else self._one_of([last])

    def _owner(self, np: NounPhrase, before: Mentions) -> str | None:
        """Whose somebody is, by a name, a possessive or a description."""
        run = self.names.run(np.possessor)
        if run:
            return self.names.identify(run).name
        if self.pronouns.is_pronoun(np.possessor[0]):
            return self.pronouns.resolve(np.possessor[0], before, None).identity.name
        noun = next((t for t in np.possessor if self._view.tag(t) == "NN"), None)
        found = None if noun is None else self.descriptions.identify(noun)
        return None if found is None else found.name

    def _is_of_party(self, np: NounPhrase) -> bool:
        """Whether a genitive names the party of somebody („die Kreisrätin der Grünen")."""
        words = " ".join(self._view.text(t) for t in np.possessor if self._view.tag(t) != "ART")
        entry = self.names.entry([words])
        listed = entry is not None and meaning.is_party(entry.name)
        return listed or any(meaning.is_party(self._view.text(t)) for t in np.possessor)

    def _is_side(self, np: NounPhrase) -> bool:
        """Whether a genitive names a side of an event, and nobody by it: „der Trainer der Gastgeber"."""
        return any(self._view.text(t).lower() in word_list("sides") for t in np.possessor)

    def _characterised(self, np: NounPhrase, feminine: bool, among: Mentions) -> Referent | None:
        if not self.characterises(np):
            return None
        others = among.where(lambda a: a.named or not self.descriptions.comes_with_setting(a.name))
        if self._characterisations.is_from_place(np):
            others = others.where(lambda a: self.descriptions.may_be(np, a.name))
        if parties := parties_of(self._view.text(np.head)):
            others = others.where(lambda a: (self._parties.of(a.name) or next(iter(parties))) in parties)
        return self.pronouns.characterised(feminine, np.head, others)

    def _one_of(self, found: Sequence[Antecedent]) -> Referent | None:
        names = tuple(dict.fromkeys(a.name for a in found))
        if len(names) == 1:
            return Referent(Identity(names[0]), found[-1].kind, found[-1].id)
        return Referent(Identity(None, None, names), ActorKind.PERSON) if names else None

    def _narrower_unnamed(self, np: NounPhrase, feminine: bool, others: Mentions) -> Referent | None:
        """The only one without name of whom a narrower noun was said („der Landwirt … der Bauer")."""
        noun = base_of(self._view.lemma(np.head))
        near = [a for a in self.pronouns.of_sex(feminine, np.head, others) if not a.named and " " not in a.name]
        found = [a for a in near if base_of(a.name) != noun and is_wider(self._view.lemma(np.head), a.name)]
        return self._one_of(found) if len({a.name for a in found}) == 1 else None

    def _left_open(self, np: NounPhrase, feminine: bool, others: Mentions) -> Referent | None:
        """Who was named before a phrase and may be meant by it; None where it was, or can only be, somebody else."""
        noun, first = self._view.lemma(np.head).lower(), self._first(np)
        if first.determiner is None or self._view.lower(first.determiner) not in word_list("definite"):
            return None
        another = self._characterisations.of_another(np)
        if noun.removesuffix("in").endswith(word_ends("of_settings")) or another:
            return None
        near = [a for a in self.pronouns.of_sex(feminine, first.head, others) if a.named]
        near = [a for a in near if a.standing is not Standing.QUOTED]
        if noun in word_list("plain_people"):
            return self._one_of(
                self.pronouns.salience.in_nearest_sentence(near or self._unnamed(feminine, first, others))
            )
        if not is_role(self._view.lemma(np.head), self._view.text(np.head)):
            aged = AGE.fullmatch(self._view.text(np.head)) is not None  # which is no trade
            says = self.descriptions.may_be
            near = [a for a in near if (not self.descriptions.comes_with_setting(a.name) if aged else says(np, a.name))]
            if len({a.name for a in near}) == 1:
                return self._one_of(near)
        names = tuple(dict.fromkeys(a.name for a in near))
        return Referent(Identity(None, None, names), ActorKind.PERSON) if names else None

    def _clients(self, np: NounPhrase, feminine: bool, others: Mentions) -> list[Antecedent]:
        """For whom a lawyer speaks („ihr Mandant"): those named of that sex of whom no trade is told."""
        if self._view.lemma(np.head).lower().removesuffix("in") not in word_list("clients"):
            return []
        whose = self.pronouns.resolve(np.possessor[0], others, None).identity
        owners = {whose.name, *whose.candidates}
        near = [a for a in self.pronouns.of_sex(feminine, np.head, others) if a.named and a.name not in owners]
        return [a for a in near if not any(is_trade(noun) for noun in self.descriptions.nouns_of(a.name))]

    def _unnamed(self, feminine: bool, first: NounPhrase, others: Mentions) -> list[Antecedent]:
        """People without name before a phrase, who do not only stand in a quotation."""
        near = self.pronouns.of_sex(feminine, first.head, others)
        return [a for a in near if a.standing is not Standing.QUOTED and not a.owned]

    def _first(self, np: NounPhrase) -> NounPhrase:
        """The first phrase of the document with the noun of a phrase."""
        return self._first_of_noun[self._view.lemma(np.head)]

    @cached_property
    def _first_of_noun(self) -> dict[str, NounPhrase]:
        return {self._view.lemma(np.head): np for np in reversed(self._view.graph.noun_phrases)}
