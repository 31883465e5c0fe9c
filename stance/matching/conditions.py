"""Conditions of rules and frames: what else must hold, or must not hold, of a site and its fillers.

Every check answers with the name of the condition that failed and the token where it was looked for, so that a trace
can say why a rule did not fire. All given requirements must hold; any given exclusion excludes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from stance.clauses.graph import Argument, Role
from stance.german import noun_phrases
from stance.matching.draft import Filler
from stance.matching.holders import can_hold
from stance.matching.negation import is_negated
from stance.matching.site import Site
from stance.matching.view import View
from stance.rules.schema import Conditions, CueKind, FrameRole

_SUFFIX: Final = 5
_PERFECT: Final = frozenset({"haben", "sein"})

Fillers = Mapping[FrameRole, Filler]


@attrs.frozen
class Failure:
    """A condition that does not hold.

    Attributes:
        condition: its name, as "requires.mood" or "content".
        token: where it was looked for, or None.
    """

    condition: str
    token: int | None = None


@attrs.frozen
class _Check:
    """One given condition and whether it holds."""

    name: str
    holds: bool
    token: int | None = None


def required(view: View, site: Site, fillers: Fillers, conditions: Conditions) -> Failure | None:
    """The first requirement that does not hold, or None."""
    for check in _checks(view, site, fillers, conditions):
        if not check.holds:
            return Failure(f"requires.{check.name}", check.token)
    return None


def excluded(view: View, site: Site, fillers: Fillers, conditions: Conditions) -> Failure | None:
    """The first exclusion that holds, or None."""
    for check in _checks(view, site, fillers, conditions):
        if check.holds:
            return Failure(f"unless.{check.name}", check.token)
    return None


def _checks(view: View, site: Site, fillers: Fillers, conditions: Conditions) -> Iterator[_Check]:
    yield from _grammar(view, site, conditions)
    yield from _holders(view, fillers, conditions)
    yield from _words(view, site, fillers, conditions)
    for role in conditions.roles:
        yield _Check(f"roles.{role.value}", role in fillers, site.anchor)


def _grammar(view: View, site: Site, given: Conditions) -> Iterator[_Check]:
    verb = site.verb
    at = site.anchor
    if given.negated is not None:
        yield _Check("negated", is_negated(view, site) is given.negated, at)
    if given.voice:
        yield _Check("voice", site.voice in given.voice, at)
    if given.tense:
        yield _Check("tense", verb is not None and verb.tense in given.tense, at)
    if given.mood:
        yield _Check("mood", verb is not None and verb.mood in given.mood, at)
    if given.person:
        yield _Check("person", verb is not None and verb.person in given.person, at)
    if given.modal:
        yield _Check("modal", verb is not None and bool(set(verb.modals) & set(given.modal)), at)
    if given.infinitive is not None:
        perfect = verb is not None and is_perfect_infinitive(view, site)
        yield _Check("infinitive", verb is not None and (given.infinitive == "perfect") is perfect, at)
    if given.reflexive is not None:
        yield _Check("reflexive", (view.reflexive(site.clause) is not None) is given.reflexive, at)
    if given.plural is not None:
        yield _Check("plural", is_plural(view, site) is given.plural, at)


def _holders(view: View, fillers: Fillers, given: Conditions) -> Iterator[_Check]:
    for role, kind in ((FrameRole.ACTOR, given.actor), (FrameRole.ADDRESSEE, given.addressee)):
        filler = fillers.get(role)
        if kind is not None and filler is not None and filler.head is not None:
            yield _Check(role.value, can_hold(view, filler.head, filler.tokens, kind), filler.head)


def _words(view: View, site: Site, fillers: Fillers, given: Conditions) -> Iterator[_Check]:
    if given.content:
        content = fillers.get(FrameRole.CONTENT)
        heads = [] if content is None or content.head is None else [content.head]
        yield _Check("content", any(names(view, h, given.content) for h in heads), heads[0] if heads else site.anchor)
    for name, role in (("subject", Role.SUBJECT), ("accusative", Role.ACCUSATIVE), ("dative", Role.DATIVE)):
        wanted: tuple[str, ...] = getattr(given, name)
        if wanted:
            heads = _heads(view, site, role)
            yield _Check(name, any(names(view, h, wanted) for h in heads), heads[0] if heads else site.anchor)
    if given.pp:
        arguments = [a for a in site.clause.arguments if a.preposition is not None and _concerns(site, a)]
        heads = [a.head for a in arguments]
        found = any(names(view, h, given.pp) for h in heads) or any(a.preposition in given.pp for a in arguments)
        yield _Check("pp", found, heads[0] if heads else site.anchor)
    if given.adverb:
        tokens = [t for t in site.clause.tokens if t not in site.cue]
        found = any(view.lemma(t) in given.adverb or view.lower(t) in given.adverb for t in tokens)
        yield _Check("adverb", found, site.anchor)


def _concerns(site: Site, argument: Argument) -> bool:
    """Whether a prepositional phrase counts for a cue: any of its clause, but for a noun cue the one it heads."""
    return not site.nominal or argument.head in site.cue


def _heads(view: View, site: Site, role: Role) -> list[int]:
    if role is Role.SUBJECT:
        subject = view.subject(site.clause)
        return [] if subject is None else [subject.head]
    return [a.head for a in site.clause.all_of(role)]


def names(view: View, token: int, words: tuple[str, ...]) -> bool:
    """Whether a token is one of some words, by lemma or form; compounds count by their last part.

    Args:
        view: the clause graph.
        token: head of a phrase, or verb of a clause.
        words: lemmas or forms.
    """
    text = view.text(token)
    lemma = view.lemma(token)
    clause = view.graph.clause_at(token)
    own = {text, lemma, text.lower()}
    if clause is not None and clause.verb is not None and clause.verb.main == token:
        own.add(clause.verb.lemma)
    if own & set(words):
        return True
    lower = lemma.lower()
    return view.tag(token) == "NN" and any(
        len(word) >= _SUFFIX and word[:1].isupper() and lower.endswith(word.lower()) for word in words
    )


def is_perfect_infinitive(view: View, site: Site) -> bool:
    """Whether the infinitive below a modal is a perfect („soll gefordert haben")."""
    verb = site.verb
    if verb is None:
        return False
    later = [t for t in verb.tokens if t != verb.finite]
    if view.tag(verb.main) in ("VVINF", "VVIZU"):
        return False
    if (site.kind is CueKind.ADJECTIVE or verb.voice == "stative") and not any(view.tag(t) == "VAPP" for t in later):
        return False
    return any(view.lemma(t) in _PERFECT and view.tag(t) in ("VAINF", "VAPP") for t in later) and bool(
        verb.modals and set(verb.auxiliaries) & _PERFECT
    )


def is_plural(view: View, site: Site) -> bool:
    """Whether a cue noun is plural."""
    if site.phrase is None:
        return False
    tokens = [(view.text(t), view.tag(t)) for t in site.phrase.tokens if t <= site.phrase.head]
    agreements = noun_phrases.noun_phrase(tokens)
    return bool(agreements) and all(a.number == "pl" for a in agreements)
