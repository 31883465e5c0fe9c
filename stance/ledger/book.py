"""The ledger: statements per actor over documents and time, changes, contradictions, agreement and opposition.

Results or statements come in; a :class:`Ledger` is a set of statements in a fixed order, so that it does not depend on
the order of the documents, and the ledger of two collections is the merge of their ledgers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import combinations

import attrs

from stance.ledger.contents import Matching, blocks
from stance.ledger.reading import day_of
from stance.ledger.statements import Statement, statements_of
from stance.model import DocumentResult


@attrs.frozen
class Pair:
    """Two statements about the same, in their order."""

    before: Statement
    after: Statement

    @property
    def opposed(self) -> bool:
        """Whether one is for and one against it."""
        return self.before.stand * self.after.stand < 0


@attrs.frozen
class Relation:
    """Two actors who spoke about the same.

    Attributes:
        one, other: their identifiers, in alphabetical order.
        agreements: pairs of statements with the same position.
        oppositions: pairs of statements with contrary positions.
    """

    one: str
    other: str
    agreements: tuple[Pair, ...]
    oppositions: tuple[Pair, ...]


def _ordered(found: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(set(found), key=lambda s: (s.order, s.actor, s.content)))


@attrs.frozen(slots=False)
class Ledger:
    """Who took which position, when.

    Attributes:
        statements: all statements, by day, document and place.
        matching: how alike the contents of two statements about the same are.

    >>> import stance
    >>> march = stance.extract("Olaf Scholz lehnt die Lieferung von Panzern ab.", id="march")
    >>> may = stance.extract("Olaf Scholz unterstützt Panzerlieferungen.", id="may")
    >>> ledger = Ledger.of([march, may], {"march": date(2023, 3, 1), "may": date(2023, 5, 1)})
    >>> [(c.before.document, c.after.document) for c in ledger.changes()]
    [('march', 'may')]
    """

    statements: tuple[Statement, ...] = attrs.field(default=(), converter=_ordered)
    matching: Matching = attrs.field(factory=Matching)

    @classmethod
    def of(
        cls,
        results: Iterable[DocumentResult],
        dates: Mapping[str, date] | None = None,
        matching: Matching | None = None,
    ) -> Ledger:
        """The ledger of documents.

        Args:
            results: results of documents; read one after the other, so that a generator does.
            dates: day of each document, by id; other documents have the day of their result.
            matching: how alike contents have to be.
        """
        days = dates or {}
        found = (s for r in results for s in statements_of(r, days.get(r.id) or day_of(r)))
        return cls(tuple(found), matching or Matching())

    def __or__(self, other: Ledger) -> Ledger:
        """Both together.

        >>> Ledger() | Ledger() == Ledger()
        True
        """
        return Ledger((*self.statements, *other.statements), self.matching)

    @cached_property
    def by_actor(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each actor, by identifier, in alphabetical order."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.actor].append(statement)
        return {actor: tuple(found[actor]) for actor in sorted(found)}

    def name(self, actor: str) -> str:
        """The name of an actor.

        Raises:
            KeyError: nobody has this identifier.
        """
        return self.by_actor[actor][0].name

    def only(self, actor: str) -> Ledger:
        """The part of one actor, given by identifier or name; empty where nobody is called so."""
        return Ledger(tuple(s for s in self.statements if actor in (s.actor, s.name)), self.matching)

    def changes(self) -> tuple[Pair, ...]:
        """Where an actor took the contrary position on a later day, each with the last statement before it."""
        found = [p for statements in self.by_actor.values() for p in self._turns(statements)]
        return tuple(found)

    def _turns(self, statements: tuple[Statement, ...]) -> Iterator[Pair]:
        earlier: dict[Statement, list[Statement]] = defaultdict(list)
        for pair in self._pairs(statements):
            if pair.before.date is not None and pair.after.date is not None and pair.before.date < pair.after.date:
                earlier[pair.after].append(pair.before)
        for after in sorted(earlier, key=lambda s: s.order):
            pair = Pair(max(earlier[after], key=lambda s: s.order), after)
            if pair.opposed:
                yield pair

    def contradictions(self) -> tuple[Pair, ...]:
        """Where an actor is for and against the same on one day, or where no dates tell what came first."""
        pairs = [p for statements in self.by_actor.values() for p in self._pairs(statements)]
        return tuple(
            p for p in pairs if p.opposed and (None in (p.before.date, p.after.date) or p.before.date == p.after.date)
        )

    def relations(self) -> tuple[Relation, ...]:
        """Who agrees with whom and who opposes whom, for every two actors who spoke about the same."""
        found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in self._pairs(self.statements):
            one, other = sorted((pair.before.actor, pair.after.actor))
            if one != other:
                found[one, other].append(pair)
        return tuple(
            Relation(
                *actors,
                tuple(p for p in found[actors] if not p.opposed),
                tuple(p for p in found[actors] if p.opposed),
            )
            for actors in sorted(found)
        )

    def _pairs(self, statements: Iterable[Statement]) -> Iterator[Pair]:
        """Every two statements with a position on the same, in order."""
        taking = [s for s in statements if s.direction and s.key.stems]
        places: dict[str, list[int]] = defaultdict(list)
        for at, statement in enumerate(taking):
            for block in blocks(statement.key):
                places[block].append(at)
        near = {pair for found in places.values() for pair in combinations(found, 2)}
        for one, other in sorted(near):
            if self.matching.same(taking[one].key, taking[other].key):
                yield Pair(taking[one], taking[other])
