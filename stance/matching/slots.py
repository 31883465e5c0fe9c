"""Slots to fillers: where in the clause graph each role of a frame is looked for.

Flows in: a site and a slot. Flows out: candidate fillers, best first. Passive and recipient passive exchange subject,
object and agent before a slot is looked up, so that rules are written in the active.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from stance.clauses.graph import Argument, Clause, ClauseType, Role
from stance.clauses.words import is_measure
from stance.german import closed, government, meaning, noun_phrases
from stance.matching import contents
from stance.matching.attributors import attributed
from stance.matching.draft import Filler
from stance.matching.fillers import (
    author,
    correlate_filler,
    head_of,
    is_fixed,
    modifiers,
    phrase_filler,
    possessors,
    quoted,
)
from stance.matching.holders import can_hold
from stance.matching.judgements import adjectival, enumerated, judging, quoted_conjunct, quoted_predicate
from stance.matching.phrases import Phrase
from stance.matching.site import Site
from stance.matching.spans import clean
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import CueKind, FrameRole, Slot, SlotKind

_PASSIVE: Final = frozenset({"passive", "stative"})
_ROLES: Final = {
    SlotKind.SUBJECT: Role.SUBJECT,
    SlotKind.ACCUSATIVE: Role.ACCUSATIVE,
    SlotKind.DATIVE: Role.DATIVE,
    SlotKind.GENITIVE: Role.GENITIVE,
    SlotKind.PREDICATIVE: Role.PREDICATIVE,
    SlotKind.ALS: Role.ALS,
    SlotKind.AGENT: Role.AGENT,
    SlotKind.PP: Role.PREPOSITIONAL,
}
_WHERE: Final = frozenset({"in", "auf"})
_BARE: Final = frozenset({FrameRole.ACTOR, FrameRole.ADDRESSEE})
_PARTICIPIAL: Final = 12
_BOUNDARY: Final = frozenset({"$,", "$.", "VVFIN", "VAFIN", "VMFIN", "KOUS", "PRELS"})


def candidates(view: View, site: Site, slot: Slot, role: FrameRole) -> Iterator[Filler]:
    """What can fill a role by a slot.

    Args:
        view: the clause graph.
        site: the cue.
        slot: where to look.
        role: the role to be filled; actors and addressees leave out relative clauses, contents take them in.
    """
    if slot.kind is SlotKind.CLAUSE:
        for clause in contents.complements(view, site):
            if contents.has_type(clause, slot.of):
                yield contents.clause_filler(view, slot, contents.with_coordinated(view, clause))
    elif slot.kind is SlotKind.QUOTE:
        yield from contents.quotes(view, site, slot)
    elif slot.kind is SlotKind.PREDICATE:
        yield from contents.predicate(view, site, slot)
    elif site.kind is CueKind.ATTRIBUTION:
        yield from attributed(view, site, slot)
    elif slot.kind is SlotKind.HOST:
        yield from contents.host(view, site, slot)
    elif site.attributive:
        yield from _attributive(view, site, slot)
    elif site.nominal:
        yield from _nominal(view, site, slot, role)
    else:
        yield from _verbal(view, site, slot, role)


# -- arguments of verbs, adjectives, idioms ----------------------------------------------------------------------------


def _verbal(view: View, site: Site, slot: Slot, role: FrameRole) -> Iterator[Filler]:
    if slot.kind is SlotKind.PP:
        yield from _prepositional(view, site, slot, role)
        return
    wanted = _ROLES.get(slot.kind)
    if wanted is None:
        return
    wanted = _under_voice(site, wanted)
    if wanted is Role.SUBJECT:
        subject = headed(view, site.clause) if site.clause.verb is None else view.subject(site.clause)
        if subject is not None and subject.head not in site.cue:
            correlate = _correlate(view, site, Role.SUBJECT)
            if role in _BARE:
                yield from (phrase_filler(view, slot, view.resolve(a), role) for a in _beside_es(view, site))
            if correlate is not None and role not in _BARE:
                yield correlate_filler(view, slot, correlate)
            else:
                yield author(view, site, slot, subject, role) or phrase_filler(view, slot, subject, role)
        return
    subjects = _beside_es(view, site) if wanted is Role.ACCUSATIVE else []
    for argument in _arguments(view, site, wanted):
        if argument in subjects:
            continue
        if wanted is Role.ALS:
            yield from judging(view, site, slot, argument)
            continue
        if argument.clause is not None and role not in _BARE:
            yield correlate_filler(view, slot, argument)
            continue
        phrase = view.resolve(argument)
        filler = quoted(view, site, slot, phrase, role) or phrase_filler(view, slot, phrase, role)
        quote = view.graph.quote_at(argument.head) if wanted is Role.PREDICATIVE else None
        joined = () if quote is None or not quote.scare else quoted_conjunct(view, quote)
        if wanted is Role.PREDICATIVE and role is FrameRole.JUDGEMENT and filler.head is not None:
            filler = attrs.evolve(filler, tokens=enumerated(view, filler.tokens, filler.head))
        yield attrs.evolve(filler, tokens=(*filler.tokens, *joined)) if joined else filler
    if wanted is Role.PREDICATIVE:
        yield from quoted_predicate(view, site, slot)


def headed(view: View, clause: Clause) -> Phrase | None:
    """The noun phrase without article that opens a headline, None where a verbless clause opens otherwise."""
    found = [np for np in view.phrases_in(clause.tokens[0], clause.tokens[0] + 1) if np.preposition is None]
    bare = [np for np in found if np.determiner is None and view.tag(np.head) in ("NN", "NE")]
    return view.phrase_of(bare[0]) if bare else None


def _beside_es(view: View, site: Site) -> list[Argument]:
    """Subjects beside an „es" that announces an object clause („Falsch findet es die Rektorin, dass …").

    By form „es" may be the subject and the phrase its object; what can act is not what is acted on by a clause.
    """
    correlate = _correlate(view, site, Role.SUBJECT)
    if correlate is None or view.lower(correlate.head) != "es" or site.voice != "active":
        return []
    free = [a for a in site.clause.all_of(Role.ACCUSATIVE) if _is_free(site, a) and _has_case(view, a, "nom")]
    return [a for a in free if can_hold(view, a.head, a.tokens, "agent")]


def _arguments(view: View, site: Site, wanted: Role) -> list[Argument]:
    """Arguments of the cue's verb with a role, and what form alone could not tell from them."""
    clauses = (site.clause, *contents.absorbed(view, site))
    found = [a for clause in clauses for a in clause.all_of(wanted) if _is_free(site, a)]
    accusatives = [a for a in site.clause.all_of(Role.ACCUSATIVE) if _is_free(site, a)]
    if wanted is Role.AGENT:
        judged = {t for a in site.clause.all_of(Role.ALS) for t in a.tokens}
        found = [a for a in found if a.preposition != "durch" or a.tokens[0] - 1 not in judged]
    if wanted is Role.DATIVE and not found:
        return [a for a in accusatives if _may_be_dative(view, site, a)][:1]
    if wanted is Role.ACCUSATIVE and len(found) > 1:
        found.sort(key=lambda a: (view.tag(a.head) == "NE", a.tokens))
    if wanted is Role.ACCUSATIVE and not found:
        return _untold(view, site)
    if wanted is Role.AGENT and not found and site.voice == "recipient":
        return [a for a in site.clause.all_of(Role.PREPOSITIONAL) if a.preposition == "von" and _is_free(site, a)]
    if wanted is Role.GENITIVE and not found:
        return _genitives(view, site)
    return found


def _may_be_dative(view: View, site: Site, argument: Argument) -> bool:
    """Whether what was taken for an accusative may be a dative: a form of both beside another object or a clause.

    The rule asks for a dative, and one verb has one accusative: „schob uns die Schuld in die Schuhe". A rule that has
    no accusative at all needs no such other.
    """
    others = [a for a in site.clause.all_of(Role.ACCUSATIVE) if a is not argument and a.head not in argument.tokens]
    clausal = any(view.is_complement(child) for child in view.graph.children(site.clause))
    slots = (slot.kind for frame in site.rule.frames for role in FrameRole for slot in frame.slots(role))
    if not others and not clausal and SlotKind.ACCUSATIVE in slots:
        return False
    return view.tag(argument.head) == "NE" or _has_case(view, argument, "dat")


def _has_case(view: View, argument: Argument, case: str) -> bool:
    """Whether a phrase can stand in a case, by its form."""
    tokens = [(view.text(t), view.tag(t)) for t in argument.tokens if t <= argument.head]
    return any(agreement.case == case for agreement in noun_phrases.noun_phrase(tokens))


def _genitives(view: View, site: Site) -> list[Argument]:
    """What may be a genitive object: a genitive behind another noun, or what was taken for a dative („der Lüge")."""
    free = [a for a in site.clause.arguments if _is_free(site, a)]
    hosts = [a for a in free if _genitive_tokens(view, a)]
    hosts.sort(key=lambda a: (a.role is not Role.ACCUSATIVE, -a.tokens[-1]))
    datives = [a for a in free if a.role is Role.DATIVE and _has_case(view, a, "gen")]
    return [*datives, *(_genitive_of(view, a) for a in hosts)]


def _is_free(site: Site, argument: Argument) -> bool:
    return argument.head not in site.cue and _hangs_on_cue(site, argument)


def _untold(view: View, site: Site) -> list[Argument]:
    """Noun phrases of a clause that are no argument though they are not adverbial either („ein Ende der Hilfen")."""
    covered = {t for a in site.clause.arguments for t in a.tokens} | set(site.cue)
    found = []
    near = view.phrases_in(*site.clause.sentence)
    for np in near:
        if np.clause != site.clause.index or np.preposition is not None or covered & set(np.tokens):
            continue
        inner = any(set(np.tokens) < set(o.tokens) for o in near)
        if view.tag(np.head) == "NN" and not inner and not _is_adverbial_time(view, np.head):
            found.append(Argument(Role.ACCUSATIVE, np.tokens, np.head))
    return found


def _is_adverbial_time(view: View, head: int) -> bool:
    lower = view.lemma(head).lower()
    timed = any(lower.endswith(noun.lower()) for noun in word_list("adverbial_times"))
    return timed or closed.is_weekday(view.text(head)) or closed.is_month(view.text(head))


def _genitive_tokens(view: View, argument: Argument) -> tuple[int, ...]:
    np = view.graph.noun_phrase_at(argument.head)
    return () if np is None else tuple(t for t in np.possessor if t > np.head)


def _genitive_of(view: View, argument: Argument) -> Argument:
    """The genitive after an object, which may be an object itself („bezichtigte den Chef der Lüge")."""
    tokens = _genitive_tokens(view, argument)
    return Argument(Role.GENITIVE, tokens, head_of(view, tokens))


def exchangeable(view: View, site: Site) -> bool:
    """Whether subject and accusative of an active clause could be each other by form; „es" can always be either."""
    subject = view.own_subject(site.clause)
    objects = [a for a in site.clause.all_of(Role.ACCUSATIVE) if a.attached_to is None]
    if site.voice != "active" or subject is None or len(objects) > 1 or not _has_case(view, subject, "acc"):
        return False
    return all(view.lower(a.head) == "es" or _has_case(view, a, "nom") for a in objects)


def _under_voice(site: Site, role: Role) -> Role:
    """The surface role of an active role: passive subjects are objects, recipient-passive subjects are datives."""
    if site.kind is CueKind.ADJECTIVE:
        return role
    if site.voice in _PASSIVE:
        return {Role.SUBJECT: Role.AGENT, Role.ACCUSATIVE: Role.SUBJECT}.get(role, role)
    if site.voice == "recipient":
        return {Role.SUBJECT: Role.AGENT, Role.DATIVE: Role.SUBJECT}.get(role, role)
    if site.exchanged:
        return {Role.SUBJECT: Role.ACCUSATIVE, Role.ACCUSATIVE: Role.SUBJECT}.get(role, role)
    return role


def _correlate(view: View, site: Site, role: Role) -> Argument | None:
    argument = view.own_subject(site.clause) if role is Role.SUBJECT else None
    return argument if argument is not None and argument.clause is not None else None


def _hangs_on_cue(site: Site, argument: Argument) -> bool:
    return argument.attached_to is None or argument.attached_to in site.cue


def _prepositional(view: View, site: Site, slot: Slot, role: FrameRole) -> Iterator[Filler]:
    """Prepositional objects of the cue, then (for lack of one) those that were attached to a noun of the clause."""
    found = [a for a in _prepositional_arguments(view, site) if a.preposition == slot.of and a.head not in site.cue]
    if role is FrameRole.CONTENT:
        found = [a for a in found if not (_tells_day(view, a) or _sets_scene(view, site, a))]
    found = [a for a in found if not is_fixed(view, a)]
    loose = [a for a in found if a.attached_to is not None and a.attached_to not in site.cue]
    own = [a for a in found if a not in loose]
    if role is FrameRole.JUDGEMENT:
        own.reverse()  # „hält die Obergrenze für Flüchtlinge für falsch": the last one judges
    for argument in (*own, *(a for a in loose if _is_outer(site, a) and not _is_held(view, a, role))):
        if argument.clause is not None and role not in _BARE:
            yield correlate_filler(view, slot, argument)
        elif len(argument.tokens) > 1 or _points(view, argument):
            filler = phrase_filler(view, slot, view.resolve(argument), role)
            if slot.of not in _WHERE or role is not FrameRole.ACTOR or not _is_where(view, filler):
                yield filler
        else:
            yield from adjectival(view, site, slot, argument.tokens[0])


def _sets_scene(view: View, site: Site, argument: Argument) -> bool:
    """„warnte vor dem Spiel, seine Elf sei müde", „vor der Presse": when or before whom a clause behind it was said."""
    if argument.preposition != "vor" or not government.sets_scene(view.text(argument.head)):
        return False
    children = view.graph.children(site.clause)
    return any(c.type in {ClauseType.V2, ClauseType.DASS} and view.is_complement(c) for c in children)


def _is_where(view: View, filler: Filler) -> bool:
    """„in dem Brief", „in Berlin": a paper, or a name without an article, says where something is said, not who."""
    if filler.head is None:
        return False
    bare = view.tag(filler.head) == "NE" and view.tag(min(filler.tokens) - 1) == "APPR" and len(filler.tokens) == 1
    return bare or meaning.is_document(view.text(filler.head))


def _tells_day(view: View, argument: Argument) -> bool:
    """Whether a phrase says when instead of what: „äußerte am Donnerstag Zweifel", „meldete am Abend Bedenken an"."""
    form = view.text(argument.head)
    if argument.preposition not in ("an", "in"):
        return False
    bare = len(argument.tokens) == 2 and view.tag(argument.tokens[0]) == "APPRART" and meaning.is_temporal(form)
    return bare or closed.is_weekday(form) or closed.is_month(form)


def _is_held(view: View, argument: Argument, role: FrameRole) -> bool:
    """Whether a phrase belongs to the noun it was attached to, and addresses nobody.

    So does an amount („eine Steuer von drei Prozent"), one that says whose act that noun names, a bare one behind a
    definite noun („die Freilassung von Gefangenen"), and one that shares the prefield with its noun, for the prefield
    holds one phrase only („Der Sohn von Karl Ebner forderte …").
    """
    host = argument.attached_to
    if role is not FrameRole.ADDRESSEE or host is None:
        return False
    if is_measure(view.text(argument.head)) and any(view.tag(t) == "CARD" for t in argument.tokens):
        return True
    clause = view.graph.clause_at(argument.head)
    prefield = () if clause is None else clause.fields.prefield
    if view.lemma(host) in view.governing or (host in prefield and argument.head in prefield):
        return True
    whole, inner = view.graph.noun_phrase_at(host), view.graph.noun_phrase_at(argument.head)
    if argument.preposition != "von" or whole is None or whole.determiner is None or inner is None:
        return False
    return inner.determiner is None and view.lemma(whole.determiner) == "der"


def _prepositional_arguments(view: View, site: Site) -> tuple[Argument, ...]:
    """Prepositional phrases of the clause, agents and als-phrases among them, and those inside an idiom's noun."""
    roles = (Role.PREPOSITIONAL, Role.AGENT, Role.PREDICATIVE)
    clauses = (site.clause, *contents.absorbed(view, site))
    return tuple(a for c in clauses for a in c.arguments if a.role in roles and a.preposition is not None)


def _points(view: View, argument: Argument) -> bool:
    """Whether a pronominal adverb stands for its object („dagegen", „wofür")."""
    return closed.pronominal_adverb(view.text(argument.head)) is not None and argument.clause is None


def _is_outer(site: Site, argument: Argument) -> bool:
    """Whether a noun that a phrase was attached to is itself an argument of the cue's clause."""
    return any(a.head == argument.attached_to and a.attached_to is None for a in site.clause.arguments)


# -- noun phrases ------------------------------------------------------------------------------------------------------


def _nominal(view: View, site: Site, slot: Slot, role: FrameRole) -> Iterator[Filler]:
    np = site.phrase
    assert np is not None
    if slot.kind in (SlotKind.POSSESSOR, SlotKind.GENITIVE, SlotKind.POSSESSIVE):
        yield from possessors(view, np, slot)
    elif slot.kind is SlotKind.ALS:
        within = {*np.tokens, max(np.tokens) + 1}
        for token in sorted(t for t in within if view.lower(t) == "als"):
            argument = next((a for a in site.clause.all_of(Role.ALS) if a.tokens[0] == token), None)
            yield from adjectival(view, site, slot, token)
            if argument is not None and len(argument.tokens) > 1:
                yield from judging(view, site, slot, argument)
    elif slot.kind is SlotKind.PP:
        for argument in modifiers(view, np):
            if argument.preposition != slot.of:
                continue
            if argument.clause is not None and role not in _BARE:
                yield correlate_filler(view, slot, argument)
            elif len(argument.tokens) > 1:
                yield phrase_filler(view, slot, view.resolve(argument), role)


# -- attributive participles -------------------------------------------------------------------------------------------


def _attributive(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """„das von der SPD geforderte Verbot", „das als historisch beschriebene Abkommen"."""
    np = site.phrase
    assert np is not None
    before = before_participle(view, site.anchor)
    if slot.kind is SlotKind.ACCUSATIVE:
        after = [t for t in np.tokens if t > site.anchor]
        yield Filler(clean(view.graph.doc, view.extended(after)), slot, np.head)
    elif slot.kind is SlotKind.ALS:
        start = next((t for t in before if view.lower(t) == "als"), None)
        if start is not None and start + 1 < site.anchor:
            tokens = tuple(range(start + 1, site.anchor))
            yield Filler(clean(view.graph.doc, tokens), slot, tokens[-1])
    elif slot.kind is SlotKind.SUBJECT:
        start = next((t for t in before if view.lower(t) in ("von", "vom")), None)
        if start is not None and start + 1 < site.anchor:
            tokens = _noun_group(view, start + 1, site.anchor)
            if tokens:
                yield Filler(clean(view.graph.doc, tokens), slot, head_of(view, tokens))


def before_participle(view: View, participle: int) -> list[int]:
    """The words between the determiner of a noun phrase and an attributive participle in it."""
    found: list[int] = []
    token = participle - 1
    while (
        token >= 0
        and participle - token <= _PARTICIPIAL
        and (view.tag(token) not in _BOUNDARY and not view.graph.doc[token].is_space)
    ):
        found.insert(0, token)
        token -= 1
    starts = [i for i, t in enumerate(found) if view.lower(t) in ("als", "von", "vom")]
    return found[starts[0] :] if starts else []


def _noun_group(view: View, start: int, end: int) -> tuple[int, ...]:
    """The noun phrase that starts at a token and ends with its last noun."""
    tokens: list[int] = []
    for token in range(start, end):
        if tokens and view.tag(tokens[-1]) in ("NN", "NE") and view.tag(token) not in ("NN", "NE", "ART", "KON"):
            break
        tokens.append(token)
    while tokens and view.tag(tokens[-1]) not in ("NN", "NE", "PPER", "PIS", "ADJA"):
        tokens.pop()
    return tuple(tokens)
