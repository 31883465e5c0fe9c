"""The clause graph of a text as aligned tables, one row a clause, nested by indentation.

The five fields are shown as Höhle (1986) names them; a clause that stands in a field of another is shown there as
``‹2›``. Below them stand verb and arguments under the names that rules use (``pp.von``, ``clause.dass``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from stance.clauses.graph import Argument, Clause, ClauseGraph, ClauseKind, Fields, Role
from stance.io.table import clean
from stance.views.analysis import FIELDS, graph_of, slot_name
from stance.views.wording import clause_marks, verb_features

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLES = ("Prefield", "Left", "Middle field", "Right", "Postfield")


def print_clauses(source: Doc | ClauseGraph, out: Console, *, arguments: bool = True) -> None:
    """Print a block of two tables for each sentence: fields, then verbs and arguments.

    Args:
        source: a Doc that went through the component ``stance``, or a clause graph.
        out: where to print; its width in characters sets that of the tables.
        arguments: whether to print the second table.
    """
    graph = graph_of(source)
    blocks = groupby(graph.clauses, key=lambda clause: clause.sentence)
    for number, ((start, end), group) in enumerate(blocks):
        clauses = list(group)
        with out.capture() as capture:
            out.print(*([""] if number else []), Text(clean(graph.doc[start:end].text), style="bold"), "", sep="\n")
            out.print(_field_table(graph, clauses, out.width))
            out.print(*(["", _argument_table(graph, clauses)] if arguments else []))
        out.file.write("\n".join(line.rstrip() for line in capture.get().split("\n")))


def _table(*titles: str, width: int | None = None) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1), header_style="dim", width=width)
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def _field_table(graph: ClauseGraph, clauses: list[Clause], width: int) -> Table:
    table = _table("Clause", *_TITLES, width=width)
    table.columns[0].no_wrap = True
    for clause in clauses:
        cells = [_field(graph, clause, clause.fields, name) for name in FIELDS]
        table.add_row(_label(graph, clause), *cells)
    return table


def _argument_table(graph: ClauseGraph, clauses: list[Clause]) -> Table:
    table = _table("", "Verb", "Role", "Words")
    for clause in clauses:
        rows = list(_roles(graph, clause)) or [("", Text())]
        for first, (role, words) in zip([True, *([False] * (len(rows) - 1))], rows, strict=True):
            number = Text(f"‹{clause.index}›", style="cyan") if first else Text()
            table.add_row(number, _verb(clause) if first else Text(), Text(role, style="green"), words)
    return table


def _label(graph: ClauseGraph, clause: Clause) -> Text:
    depth = sum(1 for _ in graph.ancestors(clause))
    what, marks = clause_marks(clause)
    label = Text("  " * depth).append(f"‹{clause.index}› ", style="cyan").append(what[0])
    label.append("".join(f" {part}" for part in what[1:]), style="dim")
    return label.append("".join(f" {mark}" for mark in marks), style="yellow")


def _field(graph: ClauseGraph, clause: Clause, fields: Fields, name: str) -> Text:
    tokens: tuple[int, ...] = getattr(fields, name)
    style = "bold" if name.endswith("bracket") else ""
    return _words(graph, tokens, clause, style)


def _words(graph: ClauseGraph, tokens: tuple[int, ...], clause: Clause, style: str = "") -> Text:
    """Words of a clause; each clause below it stands once, as its number, punctuation between clauses not at all."""
    parts: list[Text] = []
    shown: set[int] = set()
    for token in tokens:
        owner = _owner(graph, token, clause)
        if owner is None and graph.clause_at(token) is not None:
            parts.append(Text(clean(graph.doc[token].text), style=style))
        elif owner is not None and owner not in shown:
            shown.add(owner)
            parts.append(Text(f"‹{owner}›", style="cyan"))
    return Text(" ").join(parts)


def _owner(graph: ClauseGraph, token: int, clause: Clause) -> int | None:
    """The clause below this one that a token belongs to, outermost, or None for the clause's own words."""
    inner = graph.clause_at(token)
    if inner is None or inner.index == clause.index:
        return None
    path = [inner, *graph.ancestors(inner)]
    below = [above.index for above, parent in pairwise(path) if parent.index == clause.index]
    return below[0] if below else inner.index


def _verb(clause: Clause) -> Text:
    verb = clause.verb
    if verb is None:
        return Text("–", style="dim")
    text = Text(verb.lemma, style="bold")
    return text.append(" " + " ".join(verb_features(clause)), style="dim")


def _roles(graph: ClauseGraph, clause: Clause) -> Iterator[tuple[str, Text]]:
    for argument in clause.arguments:
        yield slot_name(argument), _argument(graph, clause, argument)
    if clause.shared_subject is not None and clause.first(Role.SUBJECT) is None:
        yield "subject (shared)", _outside(graph, clause.shared_subject)
    if clause.controller is not None:
        yield "subject (understood)", _outside(graph, clause.controller)
    for child in graph.children(clause):
        if child.antecedent is None and child.kind is not ClauseKind.PARENTHESIS:
            yield f"clause.{child.type.value}", Text(f"‹{child.index}›", style="cyan")


def _outside(graph: ClauseGraph, argument: Argument) -> Text:
    """An argument of another clause."""
    home = graph.clause_at(argument.head)
    return Text() if home is None else _words(graph, argument.tokens, home)


def _argument(graph: ClauseGraph, clause: Clause, argument: Argument) -> Text:
    text = _words(graph, argument.tokens, clause)
    if argument.clause is not None:
        text.append(f" = ‹{argument.clause}›", style="cyan")
    if argument.ambiguous:
        text.append(" (case open)", style="dim")
    if argument.attached_to is not None:
        text.append(f" (of {clean(graph.doc[argument.attached_to].text)})", style="dim")
    return text
