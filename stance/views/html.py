"""The clause graph as a page for a browser, in the manner of displaCy: one box a clause, its fields side by side.

Flows in: a Doc that went through the component ``stance``, or a clause graph; flows out: HTML that needs nothing from
elsewhere. A subordinate clause is a box in the field where it stands; the words of an argument carry the name of its
role. Text is escaped, and every token of the text is shown once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from stance.clauses.graph import Argument, Clause, ClauseGraph, Role
from stance.views.analysis import FIELDS, graph_of, slot_name
from stance.views.wording import clause_marks, verb_features

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMES: Final = dict(zip(FIELDS, ("prefield", "left", "middle field", "right", "postfield"), strict=True))
_STYLE: Final = "clauses.css"


def clauses_html(source: Doc | ClauseGraph, *, page: bool = True, title: str = "Clauses") -> str:
    """The clause graph of a text as HTML.

    Args:
        source: a Doc that went through the component ``stance``, or a clause graph.
        page: a whole page; else a fragment with its style, as a notebook shows it.
        title: title of the page.

    >>> import stance
    >>> "ablehnen" in clauses_html(stance.load()("Die SPD lehnt den Plan ab."))
    True
    """
    style = (files(__package__) / _STYLE).read_text(encoding="utf-8")
    body = f"<style>\n{style}</style>\n" + _Page(graph_of(source)).html()
    if not page:
        return body
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


class _Page:
    """Writes one graph."""

    def __init__(self, graph: ClauseGraph) -> None:
        self._graph = graph
        self._doc = graph.doc
        self._around = _loose_tokens(graph)

    def html(self) -> str:
        blocks = groupby(self._graph.clauses, key=lambda clause: clause.sentence)
        sentences = "".join(self._sentence(span, list(group)) for span, group in blocks)
        return f'<main class="stance-clauses">\n{_legend()}{sentences}</main>\n'

    def _sentence(self, span: tuple[int, int], clauses: list[Clause]) -> str:
        text = escape(self._doc[span[0] : span[1]].text)
        inside = {clause.index for clause in clauses}
        boxes = "".join(self._clause(clause) for clause in clauses if clause.parent not in inside)
        return f'<section class="sentence">\n<h2 lang="de">{text}</h2>\n{boxes}</section>\n'

    def _clause(self, clause: Clause) -> str:
        """The box of a clause, with the boxes of the clauses below it."""
        placed: set[int] = set()
        fields = "".join(self._field(clause, name, placed) for name in FIELDS)
        beside = [child for child in self._graph.children(clause) if child.index not in placed]
        rest = "".join(self._clause(child) for child in beside if child.sentence == clause.sentence)
        return (
            f'<div class="clause {clause.kind.value}" id="clause-{clause.index}">\n{self._head(clause)}'
            f'<div class="fields">{fields}</div>\n{rest}</div>\n'
        )

    def _head(self, clause: Clause) -> str:
        what, marks = clause_marks(clause)
        parts = [f'<span class="number">{clause.index}</span>', f'<span class="kind">{escape(what[0])}</span>']
        parts += [f'<span class="form">{escape(part)}</span>' for part in what[1:]]
        parts += [f'<span class="mark">{escape(mark)}</span>' for mark in marks]
        if clause.verb is not None:
            features = " ".join(verb_features(clause))
            lemma = f'<b lang="de">{escape(clause.verb.lemma)}</b>'
            parts.append(f'<span class="verb">{lemma} {escape(features)}</span>')
        parts += [f'<span class="link">{note}</span>' for note in self._notes(clause)]
        return f'<div class="head">{" ".join(parts)}</div>\n'

    def _notes(self, clause: Clause) -> Iterator[str]:
        """What a clause owes to words outside it."""
        if clause.antecedent is not None:
            yield f"of {self._quoted((clause.antecedent,))}"
        if clause.shared_subject is not None and clause.first(Role.SUBJECT) is None:
            yield f"shared subject {self._quoted(clause.shared_subject.tokens)}"
        if clause.controller is not None:
            yield f"understood subject {self._quoted(clause.controller.tokens)}"
        if clause.coordinated_with is not None:
            yield f"joined to {_number(clause.coordinated_with)}"

    def _quoted(self, tokens: Sequence[int]) -> str:
        words = escape(" ".join(self._doc[token].text for token in tokens))
        return f'<i lang="de">{words}</i>'

    def _field(self, clause: Clause, name: str, placed: set[int]) -> str:
        tokens: tuple[int, ...] = getattr(clause.fields, name)
        if not tokens:
            return ""
        content = "".join(self._content(clause, tokens, placed))
        return (
            f'<div class="field {name}"><div class="name">{_NAMES[name]}</div>'
            f'<div class="words" lang="de">{content}</div></div>'
        )

    def _content(self, clause: Clause, tokens: Sequence[int], placed: set[int]) -> Iterator[str]:
        """The words of a field in order; each clause below stands once, where its first word is."""
        children = {child.index: child for child in self._graph.children(clause)}
        words = [token for token in tokens if self._graph.clause_at(token) is not None]
        for owner, run in groupby(words, key=lambda token: self._owner(clause, token)):
            if owner is None:
                yield self._words(list(run), clause)
            elif owner in children and owner not in placed:
                placed.add(owner)
                yield self._clause(children[owner])

    def _owner(self, clause: Clause, token: int) -> int | None:
        """The child of a clause to which a token belongs, directly or further down; None for the clause's own words."""
        found = self._graph.clause_at(token)
        while found is not None and found.index != clause.index:
            if found.parent == clause.index:
                return found.index
            found = self._graph.parent(found)
        return None

    def _words(self, tokens: Sequence[int], clause: Clause) -> str:
        ordered = sorted(clause.arguments, key=lambda argument: -len(argument.tokens))
        return _Line(self._doc, self._around, frozenset(clause.negations), ordered).html(tokens)


@attrs.frozen
class _Line:
    """Words of one clause with the arguments among them; of arguments that overlap, the longer one holds the other.

    Attributes:
        around: for each token what stands before and behind it and belongs to no clause.
        negations: tokens that negate.
        arguments: longest first.
        last: the token whose punctuation is left to who asked, or None.
    """

    doc: Doc
    around: Mapping[int, tuple[str, str]]
    negations: frozenset[int]
    arguments: Sequence[Argument]
    last: int | None = None

    def html(self, tokens: Sequence[int]) -> str:
        parts = []
        for place, run in groupby(tokens, key=self._holder):
            words = list(run)
            if place is None:
                parts += [self._unit(token, self._word(token)) for token in words]
            else:
                inner = attrs.evolve(self, arguments=self.arguments[place + 1 :], last=words[-1]).html(words)
                first = words[0] == self.arguments[place].tokens[0]
                parts.append(self._unit(words[-1], self._argument(self.arguments[place], inner, first=first), False))
        return " ".join(parts)

    def _holder(self, token: int) -> int | None:
        return next((place for place, argument in enumerate(self.arguments) if token in argument.tokens), None)

    def _argument(self, argument: Argument, inner: str, *, first: bool) -> str:
        label = escape(slot_name(argument)) if first else "…"
        if first and argument.clause is not None:
            label += f" = {_number(argument.clause)}"
        if first and argument.ambiguous:
            label += ' <abbr title="form does not decide the role">?</abbr>'
        role = argument.role.value
        return f'<span class="argument {role}"><span>{inner}</span><span class="role" lang="en">{label}</span></span>'

    def _word(self, token: int) -> str:
        style = "word negation" if token in self.negations else "word"
        return f'<span class="{style}">{escape(self.doc[token].text)}</span>'

    def _unit(self, token: int, inner: str, leading: bool = True) -> str:
        """Something shown, with the punctuation and conjunctions around its (last) token."""
        before, after = self.around[token]
        loose = [before if leading else "", "" if token == self.last else after]
        shown = [f'<span class="loose">{escape(text)}</span>' if text else "" for text in loose]
        return f'<span class="unit">{shown[0]}{inner}{shown[1]}</span>' if any(shown) else inner


def _legend() -> str:
    fields = "".join(f'<span class="field {name}">{shown}</span>' for name, shown in _NAMES.items())
    return f'<p class="legend">{fields}</p>\n'


def _number(index: int) -> str:
    return f'<a class="number" href="#clause-{index}">{index}</a>'


def _loose_tokens(graph: ClauseGraph) -> dict[int, tuple[str, str]]:
    """For each token in a field of its clause what stands before and behind it and is in none, as text of the Doc.

    Opening marks and conjunctions go with the word behind them, other marks with the word before them.
    """
    doc = graph.doc
    owned = sorted(
        token
        for clause in graph.clauses
        for name in FIELDS
        for token in getattr(clause.fields, name)
        if graph.clause_at(token) is clause
    )
    found: dict[int, tuple[str, str]] = {token: ("", "") for token in owned}
    for left, right in zip([None, *owned], [*owned, None], strict=True):
        start, end = 0 if left is None else left + 1, len(doc) if right is None else right
        cut = start if left is None else end if right is None else _opening(graph, start, end)
        if left is not None and cut > start:
            found[left] = (found[left][0], doc[start:cut].text)
        if right is not None and end > cut:
            found[right] = (doc[cut:end].text_with_ws, found[right][1])
    return found


def _opening(graph: ClauseGraph, start: int, end: int) -> int:
    """The first of some tokens between clauses that goes with the words behind them."""
    openers = {quote.opener for quote in graph.quotes}
    doc = graph.doc
    return next((t for t in range(start, end) if t in openers or doc[t].text == "(" or doc[t].is_alpha), end)
