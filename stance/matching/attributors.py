"""Attributors: whom a phrase without a verb names („laut Huber", „nach Angaben der Polizei", „so die Ministerin").

The site of an attributor flows in; the filler of the one it names and the tokens of the attribution flow out. All
positions are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase
from stance.german import closed
from stance.matching import contents
from stance.matching.draft import Filler
from stance.matching.fillers import modifiers, phrase_filler, possessor_filler, possessors
from stance.matching.holders import can_hold
from stance.matching.site import Site
from stance.matching.spans import is_silent
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import FrameRole, Slot, SlotKind

_POSSESSOR: Final = Slot(SlotKind.POSSESSOR)


def attributed(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """What fills a slot of an attributor: the clause around it, the phrase it governs, or whose statement it names."""
    if slot.kind is SlotKind.HOST:
        if not _in_attribute(view, site) and not _tells_time(view, site):
            yield from contents.host(view, site, slot, attribution_tokens(view, site))
    elif slot.kind is SlotKind.GOVERNED:
        np = governed(view, site)
        reporter = None if np is None else _reporter(view, np)
        if reporter is not None:
            yield reporter
        elif np is not None and not _is_local(view, site, np):
            yield phrase_filler(view, slot, view.phrase_of(np, _governed_tokens(view, site, np)), FrameRole.ACTOR)
    elif slot.kind is SlotKind.POSSESSOR:
        subject = view.subject(site.clause) if _is_own(view, site) else None
        if subject is not None:
            yield phrase_filler(view, slot, subject, FrameRole.ACTOR)
        found = [np for token in site.cue if (np := view.graph.noun_phrase_at(token)) is not None]
        for np in found:
            yield from possessors(view, np, slot)
        yield from _enclosed(view, site, slot)


def _reporter(view: View, np: NounPhrase) -> Filler | None:
    """Whose report it is, where a noun says no more than that („dem Abschlussbericht des Ministeriums")."""
    if not view.lower(np.head).endswith(tuple(word_list("told_reports"))):
        return None
    owner = next(possessors(view, np, Slot(SlotKind.GENITIVE)), None)
    speaks = owner is not None and owner.head is not None and can_hold(view, owner.head, owner.tokens, None)
    return owner if speaks else None


def _in_attribute(view: View, site: Site) -> bool:
    """„der laut Amt älteste Bau": what an attributor inside a noun phrase comments on is no clause."""
    cue = site.cue[0]
    return any(
        cue in np.tokens and np.tokens[0] < cue < np.head and cue not in (np.preposition, np.head)
        for np in view.phrases_in(*site.clause.sentence)
    )


def _tells_time(view: View, site: Site) -> bool:
    """„…, danach sei Schluss": a time, where „Danach habe er geschlafen" names a source."""
    first = site.clause.sentence[0]
    before = any(clause.verb is not None for clause in view.clauses_in(first, site.clause.tokens[0]))
    return before and view.lower(site.cue[0]) in word_list("attributors_first")


def _is_local(view: View, site: Site, np: NounPhrase) -> bool:
    """Whether nobody speaks behind „so": it leads to a place or counts („so auch in Lahr", „so viel Lärm")."""
    counts = view.tag(np.tokens[0]) in ("PIAT", "PIDAT", "PIS")
    return view.lower(site.cue[-1]) == "so" and (np.preposition is not None or counts)


def _enclosed(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """The phrase between the words of an attributor, taken for what its postposition governs („Ansicht … zufolge")."""
    inner = range(site.cue[0] + 1, site.cue[-1])
    for np in view.phrases_in(site.cue[0], site.cue[-1]):
        tokens = tuple(t for t in np.tokens if t not in site.cue)
        if tokens and np.head not in site.cue and not view.is_time(np.head) and all(t in inner for t in tokens):
            yield possessor_filler(view, tokens, slot)


def _governed_tokens(view: View, site: Site, np: NounPhrase) -> tuple[int, ...]:
    """What an attributor governs, without phrases that go with the clause („laut Satzung mit der Prüfung beauftragt").

    Behind a noun without article that follows „laut" these prepositions seldom hang on the noun.
    """
    bare = np.determiner is None and np.tokens[0] > site.cue[-1]
    kept = _without_loose(np, word_list("loose_prepositions")) if bare else np.tokens
    name = _leading_name(view, kept) if bare else ()
    return tuple(t for t in name or kept if t not in site.cue)


def _without_loose(np: NounPhrase, prepositions: frozenset[str]) -> tuple[int, ...]:
    """A noun phrase up to the first modifier that one of some prepositions opens."""
    starts = [min(a.tokens) for a in np.modifiers if a.preposition in prepositions and min(a.tokens) > np.head]
    return tuple(t for t in np.tokens if t < min(starts, default=t + 1))


def _leading_name(view: View, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The address at the front of a phrase that goes on with a noun of the clause („laut netz.de Rechnungen")."""
    first, *others = tokens
    address = view.graph.doc[first].like_url
    return (first,) if address and others and view.tag(others[0]) == "NN" else ()


def governed(view: View, site: Site) -> NounPhrase | None:
    """The noun phrase that an attributor governs: directly after it, or directly before a postposition."""
    first, last = site.cue[0], site.cue[-1]
    after: NounPhrase | None = None
    before: NounPhrase | None = None
    for np in view.phrases_in(*site.clause.sentence):
        if np.head in site.cue:
            continue
        tokens = [t for t in np.tokens if t not in site.cue]
        if not tokens:
            continue
        if view.tag(last) == "APPO" and np.preposition == last:  # „Der Polizei in Kassel zufolge"
            return attrs.evolve(np, tokens=tuple(range(np.tokens[0], last)))
        if _adjacent(view, last, tokens[0]) and (after is None or len(np.tokens) > len(after.tokens)):
            after = np
        if (
            tokens[-1] < first
            and _adjacent(view, tokens[-1], first)
            and (before is None or len(np.tokens) > len(before.tokens))
        ):
            before = np
    if site.phrase is None and closed.postposition(view.text(last)) and view.tag(last) in ("APPO", "APPR"):
        return before if before is not None and (after is None or view.tag(last) == "APPO") else after or before
    return after


def _adjacent(view: View, left: int, right: int) -> bool:
    return left < right <= left + 3 and all(
        is_silent(view.graph.doc, t) or view.tag(t) in ("ADV", "CARD") for t in range(left + 1, right)
    )


def _attributor_tokens(view: View, site: Site, np: NounPhrase) -> tuple[int, ...]:
    """The phrase of a noun of saying, without what goes with the clause („nach eigenen Angaben in Bonn geboren")."""
    if np.possessor:
        return np.tokens
    loose = word_list("loose_prepositions") | word_list("local_prepositions")
    every = frozenset(a.preposition for a in np.modifiers if a.preposition is not None)
    return _without_loose(np, every if _is_own(view, site) else loose)


def _is_own(view: View, site: Site) -> bool:
    """Whether what is said of the subject is the subject's own („nach eigenen Angaben")."""
    return any(view.lemma(t) == "eigen" for t in site.cue)


def attribution_tokens(view: View, site: Site) -> frozenset[int]:
    """All tokens of an attribution phrase: the attributor, what it governs, and relative clauses on that."""
    tokens = set(site.cue)
    np = governed(view, site)
    slots = {slot.kind for frame in site.rule.frames for slot in frame.actor}
    if np is not None and SlotKind.GOVERNED in slots:
        tokens |= view.extended(_governed_tokens(view, site, np))
    for token in site.cue:
        own = view.graph.noun_phrase_at(token)
        if own is not None:
            tokens |= view.extended(_attributor_tokens(view, site, own))
            tokens |= {t for filler in possessors(view, own, _POSSESSOR) for t in filler.tokens}
            for argument in modifiers(view, own):
                if argument.preposition == "von":
                    tokens |= set(argument.tokens)
    lead = min(tokens)
    tokens |= set(range(lead, max(site.cue) + 1))
    return frozenset(tokens)
