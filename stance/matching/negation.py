"""Negation of a cue's predicate: which negating words of a clause deny the act, and which do something else.

„nicht nur", „nicht alle Länder", „nicht X, sondern Y" and the „kein" of an idiom do not deny it (scope and focus of
negation: Jacobs 1991).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stance.clauses.graph import Clause, ClauseKind, NounPhrase
from stance.german import closed, government
from stance.matching.site import Site
from stance.matching.spans import is_silent
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import CueKind

_NEGATIVE_INTRODUCERS: Final = frozenset({"ohne", "statt", "anstatt"})
_BETWEEN: Final = frozenset({"ADV", "PTKVZ"})


def is_negated(view: View, site: Site) -> bool:
    """Whether the cue is negated (an even number of negations cancels out)."""
    return len(negators(view, site)) % 2 == 1


def negators(view: View, site: Site) -> tuple[int, ...]:
    """The tokens that negate a cue."""
    if site.nominal and site.phrase is not None:
        return tuple(noun_negators(view, site.phrase))
    if site.attributive:
        return ()
    own = tuple(t for t in clause_negators(view, site.clause) if t not in site.cue)
    return own + degree_negators(view, site.cue) if site.kind is CueKind.ADJECTIVE else own


def degree_negators(view: View, cue: Sequence[int]) -> tuple[int, ...]:
    """The word of degree before an adjective that all but denies it („wenig erfreut")."""
    before = min(cue) - 1
    return (before,) if before >= 0 and view.lower(before) in word_list("denying_degrees") else ()


def noun_negators(view: View, np: NounPhrase) -> Iterator[int]:
    """The words that negate a noun: „keine Zusage", „ohne Zusage"."""
    if np.determiner is not None and closed.negation(view.text(np.determiner)) == "strong":
        yield np.determiner
    if np.preposition is not None and view.lower(np.preposition) in _NEGATIVE_INTRODUCERS:
        yield np.preposition
        yield from _denied(view, np.preposition)


def _denied(view: View, introducer: int) -> Iterator[int]:
    """The „nicht" that takes back a negative word right behind it („nicht ohne Kritik", „nicht, ohne zu danken")."""
    before = introducer - 1
    while before >= 0 and (is_silent(view.graph.doc, before) or view.tag(before) in _BETWEEN):
        before -= 1
    if before >= 0 and view.lower(before) == "nicht" and view.graph.doc[before].sent == view.graph.doc[introducer].sent:
        yield before


def clause_negators(view: View, clause: Clause) -> Iterator[int]:
    """The words that negate the predicate of a clause."""
    correlated = False
    for token in clause.negations:
        if closed.negation(view.text(token)) == "weak" or not _negates(view, clause, token):
            continue
        if _leads_adverbial(view, clause, token):
            continue
        if view.lower(token) in ("weder", "noch"):
            if not correlated:
                yield token
            correlated = True
            continue
        yield token
        if view.lower(token) in _NEGATIVE_INTRODUCERS:
            yield from _denied(view, token)
    introducer = clause.introducer
    if introducer is None or introducer in clause.negations:
        return
    if clause.kind in (ClauseKind.INFINITIVE, ClauseKind.ADVERBIAL) and view.lower(introducer) in _NEGATIVE_INTRODUCERS:
        yield introducer
        yield from _denied(view, introducer)


def _leads_adverbial(view: View, clause: Clause, token: int) -> bool:
    """Whether a negative preposition says how something was done, not that it was not („ohne Zögern beschlossen").

    Beside a copula its phrase is the predicate („ist ohne Chance").
    """
    if view.lower(token) not in _NEGATIVE_INTRODUCERS or token == clause.introducer:
        return False
    return clause.verb is not None and clause.verb.lemma not in government.verbs("copula")


def _negates(view: View, clause: Clause, token: int) -> bool:
    doc = view.graph.doc
    following = token + 1
    if following >= len(doc) or view.lower(token) != "nicht":
        return True
    if closed.cancels_negation(view.text(following)):
        return False
    if view.lower(following) in word_list("quantifiers") and _in_subject(clause, following):
        return False
    return contrast(view, clause, token) is None


def _in_subject(clause: Clause, token: int) -> bool:
    return clause.subject is not None and token in clause.subject.tokens


def contrast(view: View, clause: Clause, token: int) -> int | None:
    """The „sondern" that a „nicht" is contrasted with, or None: „nicht Waffen, sondern Geld"."""
    end = clause.sentence[1]
    for other in range(token + 1, end):
        if view.lower(other) == "sondern":
            verbal = any(view.tag(t) in ("VVFIN", "VAFIN", "VMFIN") for t in range(token + 1, other))
            partner = view.graph.clause_at(other)
            same = partner is None or partner.index == clause.index or partner.verb is None
            return other if same and not verbal else None
        if view.text(other) in (".", ";", ":", "!", "?"):
            return None
    return None
