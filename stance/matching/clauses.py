"""How clauses hang together and what they are: subordination, coordination, orders, complements.

A clause flows in, clauses, arguments and answers about it flow out. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Argument, Clause, ClauseKind, ClauseType, Order, Quote, Role
from stance.german import closed
from stance.matching.places import PlaceView
from stance.matching.wordlists import word_list

_REFLEXIVE_TAG: Final = "PRF"


@attrs.frozen(eq=False)
class ClauseView(PlaceView):
    """Questions to the clauses of one clause graph."""

    def arguments(self, clause: Clause, role: Role) -> tuple[Argument, ...]:
        """Arguments of a clause with a role that hang on its verb."""
        return tuple(a for a in clause.all_of(role) if a.attached_to is None)

    def reflexive(self, clause: Clause) -> int | None:
        """The reflexive pronoun of a clause, or None."""
        for token in clause.tokens:
            if self.lower(token) == "sich":
                return token
            if self.tag(token) == _REFLEXIVE_TAG and closed.is_reflexive(self.text(token)):
                return token
        return None

    def below(self, clause: Clause) -> Iterator[Clause]:
        """A clause and all clauses below it."""
        seen = {clause.index}
        stack = [clause]
        while stack:
            current = stack.pop()
            yield current
            for child in self.graph.children(current):
                if child.index not in seen:
                    seen.add(child.index)
                    stack.append(child)

    def tokens_below(self, clause: Clause) -> frozenset[int]:
        """The own tokens of a clause and of all clauses below it."""
        return frozenset(token for below in self.below(clause) for token in below.tokens)

    @cached_property
    def _coordinated(self) -> dict[int, tuple[Clause, ...]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.graph.clauses:
            if clause.coordinated_with is not None:
                found.setdefault(clause.coordinated_with, []).append(clause)
        return {index: tuple(clauses) for index, clauses in found.items()}

    def coordinated(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses coordinated with a clause and standing after it, transitively, in text order."""
        found: dict[int, Clause] = {}
        queue = [clause]
        while queue:
            for partner in self._coordinated.get(queue.pop().index, ()):
                if partner.index not in found and partner.index != clause.index:
                    found[partner.index] = partner
                    queue.append(partner)
        return tuple(found[index] for index in sorted(found))

    def coordination(self, clause: Clause) -> tuple[Clause, ...]:
        """All clauses of the coordination a clause belongs to, in text order."""
        seen = {clause.index}
        while clause.coordinated_with is not None and clause.coordinated_with not in seen:
            clause = self.clause(clause.coordinated_with)
            seen.add(clause.index)
        return (clause, *self.coordinated(clause))

    def is_imperative(self, clause: Clause) -> bool:
        """Whether a clause orders: an imperative, or „Sie"-imperative."""
        if clause.verb is None or clause.verb.finite is None or clause.order is not Order.V1:
            return False
        tag = self.tag(clause.verb.finite)
        if tag in ("VVIMP", "VAIMP"):
            return True
        after = clause.verb.finite + 1
        formal = after < len(self.graph.doc) and self.text(after) == "Sie" and not clause.is_conditional
        return formal and not clause.question and clause.kind is ClauseKind.MAIN

    def is_complement(self, clause: Clause) -> bool:
        """Whether a clause can fill a role of its parent: dass, ob, w, V2, or a zu-infinitive without introducer."""
        if clause.kind is ClauseKind.INFINITIVE:
            return clause.introducer is None and clause.subtype is None
        return clause.kind is ClauseKind.COMPLEMENT or (
            clause.kind is ClauseKind.ADVERBIAL
            and clause.type is ClauseType.ADVERBIAL
            and clause.subtype == "conditional"
        )

    def goes_on(self, clause: Clause) -> bool:
        """Whether a clause tells what followed from the one before („…, weswegen er ging") and so fills no role."""
        introducer = "" if clause.introducer is None else self.lower(clause.introducer)
        return clause.type is ClauseType.W and introducer in word_list("consequences")

    def is_woven(self, quote: Quote) -> bool:
        """Whether a quotation is part of a clause that begins before it („…, die „eine neue Ära" einleite")."""
        inside = range(quote.start, quote.end)
        clause = next((c for t in inside if (c := self.graph.clause_at(t)) is not None), None)
        if clause is None or clause.tokens[0] >= quote.start or clause.quote is not None:
            return False
        return any(t in inside for t in clause.tokens)
