"""Competition of drafts: the longest cue first, then the more specific frame, then priority, then the rule's id.

One cue token belongs to one draft, and one predicate makes one commitment, so that an idiom eats its verb and its noun.
A modal gives way to a cue below it („will vorschlagen"), unless it claims („will nichts gewusst haben").
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from stance.matching.binding import Bound, is_predicate
from stance.matching.conditions import is_perfect_infinitive
from stance.matching.draft import Draft
from stance.matching.site import Site
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import CueKind, Frame, FrameRole

Key = tuple[int | str, ...]


@attrs.frozen
class Candidate:
    """A frame that fired at a site."""

    site: Site
    frame: Frame
    bound: Bound
    order: int

    @property
    def quote(self) -> int | None:
        """The quotation that is its content, None where it has none."""
        content = dict(self.bound.roles).get(FrameRole.CONTENT)
        return None if content is None else content.quote

    def draft(self) -> Draft:
        """The draft it makes."""
        gapped = self.site.clause.index if self.site.home != self.site.clause.index else None
        return Draft(
            self.site.rule,
            self.frame,
            self.site.cue,
            self.site.lemma,
            self.site.home,
            self.bound.roles,
            is_predicate(self.site),
            gapped,
        )


@attrs.frozen
class Outcome:
    """Candidates that won, in text order, and for each that lost the rule that beat it."""

    winners: tuple[Candidate, ...]
    losers: tuple[tuple[Candidate, str], ...]


def strength(view: View, candidate: Candidate) -> Key:
    """Sort key: the smallest wins."""
    site, bound = candidate.site, candidate.bound
    claims = site.kind is CueKind.MODAL and is_perfect_infinitive(view, site)
    modal = site.kind is CueKind.MODAL and not claims
    return (
        0 if claims else 1,
        -site.length,
        1 if modal else 0,
        -bound.required,
        0 if bound.clausal else 1,
        -site.rule.priority,
        1 if _is_second_reading(site) else 0,
        -len(bound.roles),
        site.rule.id,
        site.cue[0],
        site.clause.index,
        candidate.order,
    )


def _is_second_reading(site: Site) -> bool:
    """Whether a verb cue is not the verb that the clause takes its participle for („gelobt": loben, not geloben)."""
    return site.kind is CueKind.VERB and site.verb is not None and site.lemma.removeprefix("sich ") != site.verb.lemma


def compete(view: View, candidates: Iterable[Candidate]) -> Outcome:
    """Choose among candidates; independent of the order they come in."""
    tokens: dict[int, str] = {}
    predicates: dict[int, str] = {}
    winners: list[Candidate] = []
    losers: list[tuple[Candidate, str]] = []
    ordered = sorted(candidates, key=lambda c: strength(view, c))
    quoting = {(c.site.clause.index, c.quote): c.site.rule.id for c in reversed(ordered) if is_predicate(c.site)}
    for candidate in ordered:
        site = candidate.site
        if site.kind is CueKind.TOKENS and candidate.quote is not None and (told := _told(candidate, quoting)):
            losers.append((candidate, told))
            continue
        beaten = next((tokens[t] for t in site.cue if t in tokens), None)
        if beaten is None and is_predicate(site):
            beaten = predicates.get(site.clause.index)
        if beaten is not None:
            losers.append((candidate, beaten))
            continue
        winners.append(candidate)
        tokens.update(dict.fromkeys(site.cue, site.rule.id))
        if is_predicate(site):
            predicates[site.clause.index] = site.rule.id
    kept = [c for c in winners if not _is_prospective(c, predicates)]
    going = {id(c) for c in kept}
    losers += [(c, predicates[_below(c)]) for c in winners if id(c) not in going]
    kept.sort(key=lambda c: (c.site.cue[0], c.site.cue, c.site.rule.id))
    return Outcome(tuple(kept), tuple(losers))


def _told(candidate: Candidate, quoting: dict[tuple[int, int | None], str]) -> str | None:
    """The rule whose verb quotes the same in the same clause („kommentierte das mit den Worten: …"), or None."""
    return quoting.get((candidate.site.clause.index, candidate.quote))


def _below(candidate: Candidate) -> int:
    content = dict(candidate.draft().roles).get(next(r for r, _ in candidate.bound.roles if r.value == "content"))
    assert content is not None
    assert content.clause is not None
    return content.clause


def _is_prospective(candidate: Candidate, predicates: dict[int, str]) -> bool:
    """„gedenkt abzulehnen": the verb only says when, the cue below it is the act."""
    verb = candidate.site.verb
    if candidate.site.kind is not CueKind.VERB or verb is None or verb.lemma not in word_list("prospective"):
        return False
    content = candidate.draft().content
    return content is not None and content.clause is not None and content.clause in predicates
