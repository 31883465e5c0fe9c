"""How views name a clause and its verb complex: the same words in tables and on pages."""

from __future__ import annotations

from stance.clauses.graph import Clause


def clause_marks(clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a clause is (kind, form, adverbial class), and what is special about it.

    >>> from stance.clauses.graph import ClauseKind, ClauseType, Order
    >>> clause_marks(Clause(0, ClauseKind.COMPLEMENT, ClauseType.DASS, Order.VL, (0,), (0, 1), (0, 1), gapped=True))
    (('complement', 'dass'), ('gapped',))
    """
    form = () if clause.type.value == clause.kind.value else (clause.type.value,)
    what = (clause.kind.value, *form, *([clause.subtype] if clause.subtype else []))
    marks = (("?", clause.question), ("„“", clause.quote is not None), ("gapped", clause.gapped))
    return what, tuple(mark for mark, holds in marks if holds)


def verb_features(clause: Clause) -> tuple[str, ...]:
    """Tense, mood and, where they are not the ordinary ones, voice, modals and negation of a clause with a verb."""
    verb = clause.verb
    if verb is None:
        return ()
    found = [verb.tense, verb.mood, None if verb.voice == "active" else verb.voice]
    found += [f"+ {modal}" for modal in verb.modals]
    found += ["negated"] if clause.negations else []
    return tuple(feature for feature in found if feature)
