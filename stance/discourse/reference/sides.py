"""The other side: „die Gegenseite", „der Konkurrent", „die andere Seite" lead to the other of two parties.

A definite phrase that names a party by what it is to another flows in; the other of exactly two that were named before
flows out. With fewer or more of them it is open, for such a noun is nobody's name. All offsets are token indices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase, Role
from stance.discourse.reference.bodies import Bodies, first_of
from stance.discourse.reference.names import Identity, Names
from stance.discourse.wordlists import word_list
from stance.german import closed, meaning, nominal
from stance.matching.view import View

_TWO: Final = 2


@attrs.frozen(eq=False, slots=False)
class Sides:
    """The parties of one document.

    Attributes:
        names: its names.
        bodies: its bodies.
        identify: who a phrase means, by its tokens and its head.
    """

    names: Names
    bodies: Bodies
    identify: Callable[[Sequence[int], int], Identity]

    @property
    def _view(self) -> View:
        return self.names.view

    def other(self, np: NounPhrase) -> Identity | None:
        """The party that a phrase means, open where there are not exactly two; None where it means no side.

        Args:
            np: the phrase.
        """
        if not self._is_side(np):
            return None
        parties = [(head, found) for head, found in self._parties if head < np.head]
        names = dict.fromkeys(found.name for _, found in parties)
        acting = next((found.name for head, found in reversed(parties) if self._is_subject(head)), None)
        others = {found.name: found for _, found in parties if found.name != acting}
        sorts = {found.name in self.names.people for _, found in parties}  # who speaks may do so for one of two bodies
        clear = acting is not None and len(names) == _TWO and len(sorts) == 1
        one = next(iter(others.values())) if clear else None
        return one if one is not None and self._may_be(np, one.name or "") else Identity(None)

    def _is_side(self, np: NounPhrase) -> bool:
        """Whether a phrase names a party by its being another, and says no more of it („der Gegner der Reform")."""
        view = self._view
        definite = np.determiner is not None and view.lower(np.determiner) in word_list("definite")
        if not definite or np.possessor or np.modifiers or np.tokens[-1] != np.head:
            return False
        if view.lemma(np.head).lower() in word_list("other_sides"):
            return not np.attributes and self._is_singular(np)
        stems = {view.lower(t).removesuffix("n") for t in np.attributes}
        return view.text(np.head) in word_list("sides_by_attribute") and bool(stems & word_list("other_attributes"))

    def _may_be(self, np: NounPhrase, name: str) -> bool:
        """Whether somebody is no person of another sex than a noun for people tells."""
        if name not in self.names.people or meaning.animacy(self._view.text(np.head)) != "person":
            return True
        genders = {a.gender for a in nominal.noun(self._view.text(np.head)) if a.number == "sg"}
        return bool(genders & self.names.genders(name))

    def _is_singular(self, np: NounPhrase) -> bool:
        """Whether the article shows one („der Gegner", against „die Gegner")."""
        text = self._view.text(np.head)
        article = "" if np.determiner is None else self._view.lower(np.determiner)
        return article != "die" or all(a.gender == "f" for a in nominal.noun(text) if a.number == "sg")

    @cached_property
    def _parties(self) -> tuple[tuple[int, Identity], ...]:
        """The heads of names of people and bodies that stand against or beside each other, in text order."""
        found = ((np.head, self.identify(np.tokens, np.head)) for np in self._named())
        return tuple((head, identity) for head, identity in found if identity.name is not None)

    def _named(self) -> Iterator[NounPhrase]:
        """The phrases of the document that name somebody in full or a body, media and places of talks apart."""
        for np in map(first_of, self._view.graph.noun_phrases):
            governor = None if np.preposition is None else closed.preposition_lemma(self._view.lower(np.preposition))
            if governor is not None and governor not in word_list("opposing"):
                continue
            text = self._view.text(np.head)
            medium = meaning.is_medium(text, name=True) or self._view.graph.quote_at(np.head) is not None
            run = self.names.run(np.tokens)
            if not medium and (self.names.is_full(run) or self.bodies.is_body(np)):
                yield np

    def _is_subject(self, head: int) -> bool:
        clause = self._view.graph.clause_at(head)
        arguments = () if clause is None else clause.arguments
        return any(a.role is Role.SUBJECT and head in a.tokens for a in arguments)
