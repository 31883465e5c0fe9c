"""Matching: compiled rules × clause graph → drafts, with a trace of every attempt.

For each trigger word its rules' frames are bound; the candidates compete; gapped clauses copy the cue of the clause
they are coordinated with; coordinated actors give one draft each. Cheap trigger first, arguments only after it, as in
Odin (Valenzuela-Escárcega et al. 2016).
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from stance.clauses.graph import ClauseGraph
from stance.matching.binding import Bound, bind, is_predicate
from stance.matching.competition import Candidate, compete
from stance.matching.draft import Attempt, Draft, Filler, Trace
from stance.matching.holders import can_hold
from stance.matching.site import Site
from stance.matching.spans import clean
from stance.matching.triggers import Triggers
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.compiler import CompiledRules
from stance.rules.schema import CueKind, FrameRole, Slot, SlotKind

_MAX_CONJUNCTS = 12


@attrs.frozen
class Match:
    """What matching found.

    Attributes:
        drafts: drafts in order of their cues.
        trace: all attempts; empty unless asked for.
    """

    drafts: tuple[Draft, ...]
    trace: Trace = attrs.field(factory=Trace)


class RuleMatcher:
    """Matches rules against clause graphs.

    Args:
        rules: the compiled rules.
    """

    def __init__(self, rules: CompiledRules) -> None:
        self._triggers = Triggers(rules)
        self._nouns = rules.nouns

    def __call__(self, view: View, *, explain: bool = False) -> Match:
        """Find drafts.

        Args:
            view: the clause graph of a Doc as :meth:`view` shows it.
            explain: whether to keep a trace; the drafts are the same either way.
        """
        tried = [result for site in self._triggers.sites(view) for result in _try(view, site)]
        outcome = compete(view, _best(tried))
        gapped = [c for winner in outcome.winners for c in _gapped(view, winner)]
        drafts = [part for c in (*outcome.winners, *gapped) for part in _per_actor(view, c.draft())]
        drafts.sort(key=lambda d: (d.cue[0], d.cue, -1 if d.gapped is None else d.gapped))
        if not explain:
            return Match(tuple(drafts))
        beaten = {_key(c): by for c, by in outcome.losers}
        won = {_key(c) for c in outcome.winners}
        return Match(tuple(drafts), Trace(tuple(_attempt(c, won, beaten) for c in tried)))

    def view(self, graph: ClauseGraph) -> View:
        """The clause graph as the rules see it."""
        return View(graph, self._nouns)


def _try(view: View, site: Site) -> Iterator[Candidate]:
    for order, frame in enumerate(site.rule.frames):
        yield Candidate(site, frame, bind(view, site, frame), order)


def _best(tried: list[Candidate]) -> Iterator[Candidate]:
    """All that fired; competition picks the best frame of each rule."""
    return (candidate for candidate in tried if candidate.bound.failure is None)


_Key = tuple[str, str, tuple[int, ...], int, int]


def _key(candidate: Candidate) -> _Key:
    """Which attempt a candidate is; one rule may find one cue under two of its words („ja sagen", „Ja sagen") or for
    two conjuncts („will A senken und B erhöhen").
    """
    site = candidate.site
    return site.rule.id, site.lemma, site.cue, site.clause.index, candidate.order


def _attempt(candidate: Candidate, won: set[_Key], beaten: dict[_Key, str]) -> Attempt:
    key = _key(candidate)
    failure = candidate.bound.failure
    return Attempt(
        rule=candidate.site.rule.id,
        frame=str(candidate.frame),
        cue=candidate.site.cue,
        fired=key in won,
        failed=None if failure is None else failure.condition,
        token=None if failure is None else failure.token,
        bound=tuple((role.value, filler.tokens) for role, filler in candidate.bound.roles),
        superseded_by=beaten.get(key),
        word=candidate.site.lemma,
        order=candidate.order,
        slots=tuple((role.value, str(filler.slot)) for role, filler in candidate.bound.roles),
    )


# -- gapping -----------------------------------------------------------------------------------------------------------


def _gapped(view: View, winner: Candidate) -> Iterator[Candidate]:
    """„Die SPD fordert mehr, die FDP weniger.": the gapped clause copies the cue."""
    site = winner.site
    if not is_predicate(site) or site.kind is CueKind.MODAL:
        return
    for clause in view.coordinated(site.clause):
        if not clause.gapped or clause.index == site.clause.index:
            continue
        copy = attrs.evolve(site, clause=attrs.evolve(clause, verb=site.verb), home=site.home)
        full = bind(view, copy, winner.frame)
        bound = full if full.failure is None else _by_order(view, copy, winner)
        if bound is not None and FrameRole.ACTOR in dict(bound.roles):
            yield Candidate(copy, winner.frame, bound, winner.order)


def _by_order(view: View, site: Site, winner: Candidate) -> Bound | None:
    """First phrase and remainder of a gapped clause, where their form says no more."""
    clause = site.clause
    phrases = [a for a in clause.arguments if a.attached_to is None]
    if not phrases or not can_hold(view, phrases[0].head, phrases[0].tokens, "agent"):
        return None
    first = view.resolve(phrases[0])
    rest = [t for t in clause.tokens if t > max(first.tokens)]
    content = clean(view.graph.doc, rest)
    if not content or winner.draft().content is None:
        return None
    actor = Filler(first.tokens, Slot(SlotKind.SUBJECT), first.head, conjuncts=first.conjuncts)
    slots = winner.frame.content or (Slot(SlotKind.ACCUSATIVE),)
    filler = Filler(content, slots[-1], content[-1])
    return Bound(((FrameRole.ACTOR, actor), (FrameRole.CONTENT, filler)))


# -- coordinated actors ------------------------------------------------------------------------------------------------


def _per_actor(view: View, draft: Draft) -> Iterator[Draft]:
    """One draft for each coordinated actor."""
    actor = draft.actor
    parts = () if actor is None else tuple(p for p in actor.conjuncts if p and set(p) & set(actor.tokens))
    if actor is None or not 2 <= len(parts) <= _MAX_CONJUNCTS or _is_joint(draft):
        yield draft
        return
    for part in _acting(view, parts):
        tokens = clean(view.graph.doc, part)
        filler = attrs.evolve(actor, tokens=tokens, head=_head(view, tokens), conjuncts=())
        roles = tuple((r, filler if r is FrameRole.ACTOR else f) for r, f in draft.roles)
        yield attrs.evolve(draft, roles=roles)


def _acting(view: View, parts: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """Of „nicht X, sondern Y" Y alone; otherwise all („nicht nur X, sondern auch Y")."""
    contrast = next((t for t in range(max(parts[0]) + 1, max(parts[-1])) if view.lower(t) == "sondern"), None)
    before = {view.lower(t) for t in range(max(0, min(parts[0]) - 2), min(parts[0]) + 2)}
    if contrast is None or "nicht" not in before or before & word_list("additive_focus"):
        return parts
    return tuple(part for part in parts if min(part) > contrast)


def _is_joint(draft: Draft) -> bool:
    """Whether the coordinated actors act as one („Union und SPD einigten sich")."""
    return draft.lemma.rsplit(" ", 1)[-1] in word_list("joint_verbs")


def _head(view: View, tokens: tuple[int, ...]) -> int:
    for token in tokens:
        if view.graph.noun_phrase_at(token) is not None:
            return token
    return next((t for t in tokens if view.tag(t) in ("NN", "NE", "PPER", "PIS")), tokens[-1])
