"""Equatives: „Ihr Nachfolger heißt Mirko Saul", „Neue Leiterin ist Kira Blank" say who a noun means.

Clauses with a copula between a noun for a person and a full name flow in; the nouns with their names flow out
(equative copulas: Higgins 1979). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from stance.clauses.graph import Clause, Role
from stance.discourse.reference.names import Names
from stance.discourse.wordlists import word_list
from stance.german import meaning
from stance.matching.view import View


@attrs.frozen(eq=False, slots=False)
class Equatives:
    """The equatives of one document.

    Attributes:
        names: its names.
    """

    names: Names

    @property
    def _view(self) -> View:
        return self.names.view

    def name_of(self, noun: int) -> str | None:
        """Whose name stands beside a noun in such a clause, None where there is none.

        Args:
            noun: the head of a phrase.
        """
        return self._named.get(noun)

    @cached_property
    def _named(self) -> Mapping[int, str]:
        clauses = self._view.graph.clauses if self.names.people else ()
        return dict(pair for clause in clauses if self._equates(clause) for pair in self._pairs(clause))

    def _equates(self, clause: Clause) -> bool:
        """Whether a clause tells, as a fact, that somebody is somebody."""
        verb = clause.verb
        told = verb is not None and verb.lemma in word_list("equating") and verb.mood == "indicative"
        return told and verb is not None and not (verb.modals or clause.negations or clause.question)

    def _pairs(self, clause: Clause) -> Iterator[tuple[int, str]]:
        sides = [self._view.subject(clause), clause.first(Role.PREDICATIVE)]
        if sides[0] is None or sides[1] is None:
            return
        heads = [(side.head, self.names.run(side.tokens)) for side in sides if side is not None]
        for (noun, own), (_, run) in (heads, reversed(heads)):
            person = self._view.tag(noun) == "NN" and meaning.animacy(self._view.text(noun)) == "person"
            name = self.names.identify(run).name if person and not own and self.names.is_full(run) else None
            if name is not None:
                yield noun, name
