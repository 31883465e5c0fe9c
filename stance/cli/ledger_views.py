"""What ``stance ledger`` shows: a ledger in; rows for CSV and JSON, tables, and graphs out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TextIO

import attrs
from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from stance.io.graphml import Edge, Graph, Node
from stance.io.table import console
from stance.ledger import Ledger, Matrix, Statement
from stance.model import CommitmentType, Status


class LedgerView(StrEnum):
    """What of the ledger is shown."""

    STATEMENTS = "statements"
    CHANGES = "changes"
    RELATIONS = "relations"
    ACTOR_CONCEPT = "actor-concept"
    ACTOR_ACTOR = "actor-actor"
    CONCEPT_CONCEPT = "concept-concept"


@attrs.frozen
class Shown:
    """What is shown.

    Attributes:
        ledger: all statements.
        coded: the same, coded into concepts.
        wanted: identifiers of the actors that are shown; none for all of them.
    """

    ledger: Ledger
    coded: Matrix
    wanted: frozenset[str] = frozenset()

    def shows(self, *actors: str) -> bool:
        """Whether one of some actors is shown."""
        return not self.wanted or not self.wanted.isdisjoint(actors)

    def statements(self) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        """Names and statements of the actors that are shown."""
        for actor, found in self.ledger.by_actor.items():
            if self.shows(actor):
                yield self.ledger.name(actor), found

    def turns(self) -> Iterator[Turn]:
        """Their changes, then their contradictions."""
        for kind, pairs in (("change", self.ledger.changes()), ("contradiction", self.ledger.contradictions())):
            yield from (Turn(kind, p.before, p.after) for p in pairs if self.shows(p.before.actor))

    def codes(self, statement: Statement) -> tuple[Code, ...]:
        """The concepts that a statement takes a position on."""
        found = ((concept.id, concept.stand(statement)) for concept in self.coded.concepts)
        return tuple(Code(concept, stand) for concept, stand in found if stand)


@attrs.frozen
class Rows:
    """What a view shows: columns and cells for CSV and tables, objects for JSON."""

    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    objects: tuple[Any, ...]


@attrs.frozen
class Code:
    """A concept that a statement is for (+1) or against (-1)."""

    concept: str
    stand: int

    def __str__(self) -> str:
        return f"{self.concept} {_SIGN[self.stand]}"


@attrs.frozen
class Listed:
    """A statement with its concepts, as it is written."""

    statement: Statement
    concepts: tuple[Code, ...]


@attrs.frozen
class Turn:
    """Two statements about the same and what they are: a change, contradiction, agreement or opposition."""

    kind: str
    before: Statement
    after: Statement


@attrs.frozen
class Coded:
    """One cell of a matrix, as it is written."""

    actor: str
    name: str
    concept: str
    pro: int
    contra: int


@attrs.frozen
class Related:
    """How two actors stand to each other, as it is written."""

    one: str
    one_name: str
    other: str
    other_name: str
    agreements: int
    oppositions: int


@attrs.frozen
class Evidence(Related):
    """The same, with the statements from which it is counted."""

    pairs: tuple[Turn, ...]


@attrs.frozen
class Congruence(Related):
    """How two actors stand to each other on concepts, as it is written.

    Attributes:
        activity: mean number of concepts on which they take a stand; agreements and oppositions can be divided by it.
    """

    activity: float


_SIGN = {1: "+", -1: "−", 0: "·"}
_HELD = {1: "=", -1: "≠", 0: "·"}


def _day(statement: Statement) -> str:
    return "" if statement.date is None else statement.date.isoformat()


def _spans(statement: Statement) -> str:
    return " ".join(f"{start}-{end}" for start, end in statement.spans)


def _cells(s: Statement) -> dict[str, str]:
    """The fields of a statement as text, by column."""
    return {
        "actor": s.actor,
        "name": s.name,
        "speaker": s.speaker,
        "mention": s.mention,
        "body": s.body,
        "kind": s.kind.value,
        "known": str(s.known).lower(),
        "date": _day(s),
        "document": s.document,
        "id": s.id,
        "type": s.type.value,
        "force": "" if s.force is None else s.force.value,
        "status": s.status.value,
        "strength": s.strength,
        "form": "" if s.form is None else s.form.value,
        "position": str(s.position),
        "claim": str(s.claim),
        "modality": "" if s.modality is None else s.modality.value,
        "cue": s.cue,
        "content": s.content,
        "spans": _spans(s),
        "addressee": s.addressee,
        "judgement": s.judgement,
        "condition": s.condition,
        "sources": "; ".join(s.sources),
        "rule": s.rule,
    }


_EMPTY = Statement(actor="", name="", document="", id="", type=CommitmentType.ASSERTION)
_COLUMNS = tuple(_cells(_EMPTY))
_IN_PAIRS = ("date", "document", "id", "mention", "type", "position", "claim", "content", "spans")


def _statements(shown: Shown) -> Rows:
    found = [Listed(s, shown.codes(s)) for _, statements in shown.statements() for s in statements]
    cells = tuple((*_cells(f.statement).values(), "; ".join(map(str, f.concepts))) for f in found)
    return Rows((*_COLUMNS, "concepts"), cells, tuple(found))


def _changes(shown: Shown) -> Rows:
    turns = tuple(shown.turns())
    columns = ("kind", "actor", "name", *(f"{when}_{what}" for when in ("before", "after") for what in _IN_PAIRS))
    cells = tuple((t.kind, t.before.actor, t.before.name, *_picked(t.before), *_picked(t.after)) for t in turns)
    return Rows(columns, cells, turns)


def _picked(statement: Statement) -> tuple[str, ...]:
    cells = _cells(statement)
    return tuple(cells[column] for column in _IN_PAIRS)


def _related(shown: Shown) -> tuple[Related, ...]:
    name = shown.ledger.name
    return tuple(
        Related(r.one, name(r.one), r.other, name(r.other), len(r.agreements), len(r.oppositions))
        for r in shown.ledger.relations()
        if shown.shows(r.one, r.other)
    )


def _relations(shown: Shown) -> Rows:
    """Rows of counts; objects with the statements behind them."""
    rows = _plain(Related, _related(shown))
    pairs = {(r.one, r.other): (r.agreements, r.oppositions) for r in shown.ledger.relations()}
    objects = tuple(
        Evidence(
            **attrs.asdict(related),
            pairs=tuple(
                Turn(kind, p.before, p.after)
                for kind, found in zip(("agreement", "opposition"), pairs[related.one, related.other], strict=True)
                for p in found
            ),
        )
        for related in _related(shown)
    )
    return attrs.evolve(rows, objects=objects)


def _congruent(shown: Shown) -> tuple[Congruence, ...]:
    coded = shown.coded
    return tuple(
        Congruence(
            one,
            coded.actors[one],
            other,
            coded.actors[other],
            stand.pro,
            stand.contra,
            (coded.activity(one) + coded.activity(other)) / 2,
        )
        for (one, other), stand in coded.congruence.items()
        if shown.shows(one, other)
    )


def _tied(shown: Shown) -> tuple[Related, ...]:
    """Concepts, by how many of the actors that are shown stand alike on both."""
    coded = shown.coded.of(shown.shows)
    labels = {concept.id: concept.label for concept in coded.concepts}
    return tuple(
        Related(one, labels[one], other, labels[other], stand.pro, stand.contra)
        for (one, other), stand in coded.ties.items()
    )


def _cell(shown: Shown) -> tuple[Coded, ...]:
    coded = shown.coded
    return tuple(
        Coded(actor, coded.actors[actor], concept, stand.pro, stand.contra)
        for (actor, concept), stand in coded.stands.items()
        if shown.shows(actor)
    )


def _plain(type: type[Any], found: Sequence[Any]) -> Rows:
    """Rows of objects whose fields are the columns."""
    columns = tuple(field.name for field in attrs.fields(type))
    return Rows(columns, tuple(tuple(str(getattr(o, c)) for c in columns) for o in found), tuple(found))


VIEWS: dict[LedgerView, Callable[[Shown], Rows]] = {
    LedgerView.STATEMENTS: _statements,
    LedgerView.CHANGES: _changes,
    LedgerView.RELATIONS: _relations,
    LedgerView.ACTOR_CONCEPT: lambda shown: _plain(Coded, _cell(shown)),
    LedgerView.ACTOR_ACTOR: lambda shown: _plain(Congruence, _congruent(shown)),
    LedgerView.CONCEPT_CONCEPT: lambda shown: _plain(Related, _tied(shown)),
}


# -- tables ------------------------------------------------------------------------------------------------------------


def wide(shown: Shown) -> Rows:
    """Actors down, concepts across: „+2 −1" is twice for and once against."""
    coded = shown.coded
    cells = tuple(
        (name, *(_signed(s.pro, s.contra) for s in (coded.stand(actor, concept.id) for concept in coded.concepts)))
        for actor, name in coded.actors.items()
        if shown.shows(actor)
    )
    return Rows(("actor", *(concept.label for concept in coded.concepts)), cells, ())


def _signed(pro: int, contra: int) -> str:
    return " ".join([f"+{pro}"] * bool(pro) + [f"−{contra}"] * bool(contra))


def named(rows: Rows) -> Rows:
    """Rows that call actors by their names only."""
    kept = [(at, name) for at, name in enumerate(rows.columns) if name not in ("one", "other")]
    columns = tuple(name.removesuffix("_name") for _, name in kept)
    return Rows(columns, tuple(tuple(cells[at] for at, _ in kept) for cells in rows.cells), rows.objects)


def print_rows(rows: Rows, stream: TextIO) -> None:
    """Write rows as a table."""
    table = Table(*(Column(name, overflow="fold") for name in rows.columns), box=None, pad_edge=False)
    for cells in rows.cells:
        table.add_row(*map(Text, cells))
    _put(table, stream)


def _put(shown: RenderableType, stream: TextIO) -> None:
    """Write without blanks at the ends of lines."""
    out = console(stream)
    with out.capture() as capture:
        out.print(shown)
    stream.write("".join(line.rstrip() + "\n" for line in capture.get().splitlines()))


def _per_actor(shown: Shown, stream: TextIO) -> None:
    """Each actor with the statements below, by day."""
    for name, statements in shown.statements():
        _put(Text(name, style="bold"), stream)
        _put(_lines(shown, statements), stream)


def _turns(shown: Shown, stream: TextIO) -> None:
    """Each change and contradiction with its two statements below."""
    kinds = {"change": "changed position", "contradiction": "contradiction"}
    for turn in shown.turns():
        _put(Text.assemble((turn.before.name, "bold"), f": {kinds[turn.kind]}"), stream)
        _put(_lines(shown, (turn.before, turn.after)), stream)


def _lines(shown: Shown, statements: Sequence[Statement]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for s in statements:
        sign = _SIGN[s.position] if s.position else _HELD[s.claim]
        codes = "; ".join(map(str, shown.codes(s)))
        what = f"{s.content or s.cue} [{codes}]" if codes else s.content or s.cue
        act = s.type.value if s.status is Status.ACTUAL else f"{s.type.value} ({s.status.value})"
        table.add_row(*map(Text, ("", _day(s), s.document, sign, act, what)))
    return table


READABLE: dict[LedgerView, Callable[[Shown, TextIO], None]] = {
    LedgerView.STATEMENTS: _per_actor,
    LedgerView.CHANGES: _turns,
}


# -- graphs ------------------------------------------------------------------------------------------------------------


def _actors(shown: Shown, ids: Iterable[str], **more: str) -> tuple[Node, ...]:
    return tuple(_actor(shown.ledger.by_actor[id], more) for id in sorted(set(ids)))


def _actor(statements: Sequence[Statement], more: Mapping[str, str]) -> Node:
    first = statements[0]
    told = {"kind": first.kind.value, "known": str(first.known).lower(), "body": first.body}
    return Node(first.actor, {"name": first.name, **told, "statements": len(statements), **more})


def _network(shown: Shown, found: Sequence[Related]) -> Graph:
    """Actors, tied by what they agree on and oppose each other in; the weight is the difference."""
    return Graph(_actors(shown, (id for r in found for id in (r.one, r.other))), _edges(found))


def _concepts(shown: Shown) -> Graph:
    """Concepts, tied by those who stand alike on both, and by those who do not."""
    found = _tied(shown)
    used = {id for r in found for id in (r.one, r.other)}
    return Graph(tuple(Node(c.id, {"name": c.label}) for c in shown.coded.concepts if c.id in used), _edges(found))


def _edges(found: Sequence[Related]) -> tuple[Edge, ...]:
    return tuple(
        Edge(
            r.one,
            r.other,
            {"weight": r.agreements - r.oppositions, "agreements": r.agreements, "oppositions": r.oppositions}
            | ({"activity": r.activity} if isinstance(r, Congruence) else {}),
        )
        for r in found
    )


def _affiliations(shown: Shown) -> Graph:
    """Actors and concepts, tied by how often an actor is for and against one; the weight is the difference."""
    found = _cell(shown)
    used = {cell.concept for cell in found}
    concepts = tuple(
        Node(f"concept:{c.id}", {"name": c.label, "mode": "concept"}) for c in shown.coded.concepts if c.id in used
    )
    edges = tuple(
        Edge(c.actor, f"concept:{c.concept}", {"weight": c.pro - c.contra, "pro": c.pro, "contra": c.contra})
        for c in found
    )
    return Graph((*_actors(shown, (c.actor for c in found), mode="actor"), *concepts), edges)


GRAPHS: dict[LedgerView, Callable[[Shown], Graph]] = {
    LedgerView.RELATIONS: lambda shown: _network(shown, _related(shown)),
    LedgerView.ACTOR_ACTOR: lambda shown: _network(shown, _congruent(shown)),
    LedgerView.ACTOR_CONCEPT: _affiliations,
    LedgerView.CONCEPT_CONCEPT: _concepts,
}
"""The views that are networks."""
