"""The ledger: statements per actor over documents and time, changes, contradictions, agreement and opposition.

Results or statements come in; a :class:`Ledger` is a set of statements in a fixed order, so that it does not depend on
the order of the documents, and the ledger of two collections is the merge of their ledgers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import product

import attrs

from stance.entities.catalogue import Catalogue
from stance.ledger.contents import ContentKey, Matching, alike
from stance.ledger.reading import day_of
from stance.ledger.statements import Statement, statements_of
from stance.model import ActorKind, DocumentResult


@attrs.frozen
class Pair:
    """Two statements about the same that can be compared, in their order."""

    before: Statement
    after: Statement

    @property
    def comparable(self) -> bool:
        """Whether they say how they stand to each other.

        Of two documents, contents that only tell there what they are about do not; of one, a content and a part of it
        do not.
        """
        if self.before.document == self.after.document:
            return bool(self.before.congruence(self.after)) and not self.before.overlaps(self.after)
        bound = self.before.key.bound or self.after.key.bound
        return not bound and bool(self.before.congruence(self.after))

    @property
    def opposed(self) -> bool:
        """Whether one is for and one against it, or one holds it for true and one for false."""
        return self.before.congruence(self.after) < 0


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
        catalogue: Catalogue | None = None,
    ) -> Ledger:
        """The ledger of documents.

        Args:
            results: results of documents; read one after the other, so that a generator does.
            dates: day of each document, by id; other documents have the day of their result, or the one in their id.
            matching: how alike contents have to be.
            catalogue: who is known in every document; default: the shipped one.
        """
        found = (s for r in results for s in statements_of(r, day_of(r, dates), catalogue))
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
        """The statements of one actor, given by identifier or name; empty where nobody is called so."""
        return Ledger(tuple(s for s in self.statements if actor in (s.actor, s.name)), self.matching)

    def of_bodies(self, catalogue: Catalogue) -> Ledger:
        """The same statements, those of people as statements of the body that they belong to.

        Args:
            catalogue: who belongs to what.
        """

        def lifted(statement: Statement) -> Statement:
            body = catalogue.body_of(statement.actor)
            if body is None:
                return statement
            return attrs.evolve(statement, actor=body.id, name=body.name, kind=body.kind, speaker=statement.name)

        return Ledger(tuple(map(lifted, self.statements)), self.matching)

    def between(self, since: date | None = None, until: date | None = None) -> Ledger:
        """The part of a time, both days included; what has no day is no part of it."""
        first, last = since or date.min, until or date.max
        inside = (s for s in self.statements if s.date is not None and first <= s.date <= last)
        return Ledger(tuple(inside), self.matching)

    def changes(self) -> tuple[Pair, ...]:
        """Where an actor took the contrary position on a later day, each with the last statement before it."""
        found = [p for statements in self.by_actor.values() for p in self._turns(statements)]
        return tuple(found)

    def repetitions(self) -> tuple[Pair, ...]:
        """Where an actor says the same again."""
        return tuple(p for found in self.by_actor.values() for p in self._own_pairs(found) if not p.opposed)

    def _turns(self, statements: tuple[Statement, ...]) -> Iterator[Pair]:
        earlier: dict[Statement, list[Statement]] = defaultdict(list)
        for pair in self._own_pairs(statements):
            if pair.before.date is not None and pair.after.date is not None and pair.before.date < pair.after.date:
                earlier[pair.after].append(pair.before)
        for after in sorted(earlier, key=lambda s: s.order):
            pair = Pair(max(earlier[after], key=lambda s: s.order), after)
            if pair.opposed:
                yield pair

    def contradictions(self) -> tuple[Pair, ...]:
        """Where an actor is for and against the same on one day, or where no dates tell what came first."""
        pairs = [p for statements in self.by_actor.values() for p in self._own_pairs(statements)]
        return tuple(
            p for p in pairs if p.opposed and (None in (p.before.date, p.after.date) or p.before.date == p.after.date)
        )

    def relations(self) -> tuple[Relation, ...]:
        """Who agrees with whom and who opposes whom, for every two actors who spoke about the same."""
        found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in self._pairs([s for s in self.statements if s.kind is not ActorKind.GENERIC]):
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

    def _own_pairs(self, statements: Iterable[Statement]) -> Iterator[Pair]:
        """Pairs of one actor: of one who is only described, those of one document."""
        for pair in self._pairs(statements):
            if pair.before.document == pair.after.document or (pair.before.known and pair.after.known):
                yield pair

    def _pairs(self, statements: Iterable[Statement]) -> Iterator[Pair]:
        """Every two statements about the same that can be compared, in order."""
        taking = [s for s in statements if s.position or s.claim]
        about: dict[ContentKey, list[int]] = defaultdict(list)
        for at, statement in enumerate(taking):
            about[statement.key].append(at)
        keys = tuple(about)
        found = (
            (min(one, other), max(one, other))
            for first, second in alike(keys, self.matching)
            for one, other in (product(about[keys[first]], about[keys[second]]))
            if first != second or one < other
        )
        for one, other in sorted(found):
            pair = Pair(taking[one], taking[other])
            if pair.comparable:
                yield pair
