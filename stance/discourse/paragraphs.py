"""Paragraphs: „Das berichtet die Zeitung." as a source of what stands before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from stance.clauses.graph import Clause, ClauseKind, Order, Role
from stance.context.scene import Scene
from stance.discourse.wordlists import word_list
from stance.matching.draft import Filler
from stance.matching.spans import clean
from stance.rules.schema import Slot, SlotKind

_MAX_SOURCES = 12


def report_clauses(scene: Scene) -> tuple[Clause, ...]:
    """The clauses of a document that pass on what stands before them, in text order."""
    return tuple(c for c in scene.view.graph.clauses if c.tokens and is_report(scene, c))


def report_sources(scene: Scene, reports: Sequence[Clause], token: int) -> tuple[Filler, ...]:
    """Who reports, in a later sentence of the paragraph, what is said at a token: „Das berichtet die Zeitung.".

    Args:
        scene: the document.
        reports: what :func:`report_clauses` gives.
        token: a token of what is said.
    """
    if not reports:
        return ()
    at = bisect_right(reports, token, key=lambda clause: clause.sentence[0])
    near = at < len(reports) and reports[at].sentence[0] < scene.view.paragraph(token)[1]
    return tuple(_sources(scene, reports[at])) if near else ()


def passed_on_by(scene: Scene, clause: Clause) -> tuple[Filler, ...]:
    """Who passes on what stands before a report clause, in text order."""
    return tuple(_sources(scene, clause))


def only_passes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a report clause is a source of what stands before it in the paragraph and no act of its own."""
    assert clause.verb is not None
    before = scene.view.paragraph(clause.tokens[0])[0] < clause.sentence[0]
    return before and clause.verb.lemma in word_list("only_passing_on")


def is_report(scene: Scene, clause: Clause) -> bool:
    """Whether a clause passes on what was said before: „Dies berichten X und Y."."""
    view = scene.view
    verb = clause.verb
    if verb is None or clause.kind is not ClauseKind.MAIN or clause.order is not Order.V2:
        return False
    if verb.lemma not in word_list("passing_on") or clause.negations or clause.question:
        return False
    first = clause.tokens[0]
    points = view.lower(first) in ("das", "dies", "so") and len(clause.tokens) > 2 and clause.tokens[1] == verb.finite
    tells = verb.lemma in word_list("only_passing_on") and not clause.all_of(Role.ACCUSATIVE)
    points = points or (tells and any(view.lower(t) in word_list("told_of") for t in clause.tokens))
    return points and not any(view.is_complement(c) for c in view.graph.children(clause))


def _sources(scene: Scene, clause: Clause) -> Iterator[Filler]:
    view = scene.view
    pointing = clause.tokens[0]
    if clause.verb is not None and clause.verb.lemma in word_list("coming_from"):
        yield from _origins(scene, clause)
        return
    for argument in (*clause.all_of(Role.SUBJECT), *clause.all_of(Role.ACCUSATIVE)):
        if argument.tokens == (pointing,) or view.lower(argument.head) in word_list("pointing"):
            continue
        for part in argument.conjuncts[:_MAX_SOURCES] or (view.resolve(argument).tokens,):
            tokens = clean(view.graph.doc, part)
            if tokens:
                head = argument.head if argument.head in tokens else _head(scene, tokens)
                yield Filler(tokens, Slot(SlotKind.SUBJECT), head)


def _origins(scene: Scene, clause: Clause) -> Iterator[Filler]:
    """„Das geht aus einem Bericht der Zeitung hervor": whose report it is, else the report itself."""
    view = scene.view
    for argument in clause.all_of(Role.PREPOSITIONAL):
        if argument.preposition != "aus":
            continue
        np = view.graph.noun_phrase_at(argument.head)
        tokens = (
            clean(view.graph.doc, np.possessor) if np is not None and np.possessor else view.resolve(argument).tokens
        )
        if tokens:
            yield Filler(tokens, Slot(SlotKind.SUBJECT), _head(scene, tokens))


def _head(scene: Scene, tokens: tuple[int, ...]) -> int:
    return next((t for t in tokens if scene.view.tag(t) in ("NN", "NE")), tokens[0])
