"""Slots to fillers: where in the clause graph each role of a frame is looked for.

Flows in: a site and a slot. Flows out: candidate fillers, best first. Passive and recipient passive exchange subject,
object and agent before a slot is looked up, so that rules are written in the active.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from stance.clauses.graph import Argument, Clause, ClauseType, NounPhrase, Quote, Role
from stance.clauses.quotes import is_mark
from stance.german import closed, government, meaning, noun_phrases
from stance.matching import contents
from stance.matching.draft import Filler
from stance.matching.holders import can_hold
from stance.matching.site import Site
from stance.matching.spans import clean, is_silent
from stance.matching.view import Phrase, View
from stance.matching.wordlists import word_list
from stance.model import CommitmentType
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
_POSSESSOR: Final = Slot(SlotKind.POSSESSOR)
_EVIDENCE: Final = frozenset({CommitmentType.ASSERTION, CommitmentType.BELIEF})
_WHERE: Final = frozenset({"in", "auf"})
_INSIDE: Final = _WHERE | {"aus"}
_BARE: Final = frozenset({FrameRole.ACTOR, FrameRole.ADDRESSEE})
_ADJECTIVAL: Final = frozenset({"ADJD", "ADV", "PTKNEG", "PTKA", "KON", "VVPP", "ADJA", "PIAT", "TRUNC"})
_PARTICIPIAL: Final = 12
_BOUNDARY: Final = frozenset({"$,", "$.", "VVFIN", "VAFIN", "VMFIN", "KOUS", "PRELS"})
_OPENERS: Final = frozenset({"als", "wie", "für"})
_ADJECTIVAL_HEADS: Final = frozenset({"ADJD", "VVPP", "ADJA"})


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
        yield from _attributed(view, site, slot)
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
                yield _author(view, site, slot, subject, role) or phrase_filler(view, slot, subject, role)
        return
    subjects = _beside_es(view, site) if wanted is Role.ACCUSATIVE else []
    for argument in _arguments(view, site, wanted):
        if argument in subjects:
            continue
        if wanted is Role.ALS:
            yield from _judging(view, site, slot, argument)
            continue
        if argument.clause is not None and role not in _BARE:
            yield correlate_filler(view, slot, argument)
            continue
        phrase = view.resolve(argument)
        filler = _quoted(view, site, slot, phrase, role) or phrase_filler(view, slot, phrase, role)
        quote = view.graph.quote_at(argument.head) if wanted is Role.PREDICATIVE else None
        joined = () if quote is None or not quote.scare else _quoted_conjunct(view, quote)
        if wanted is Role.PREDICATIVE and role is FrameRole.JUDGEMENT and filler.head is not None:
            filler = attrs.evolve(filler, tokens=_enumerated(view, filler.tokens, filler.head))
        yield attrs.evolve(filler, tokens=(*filler.tokens, *joined)) if joined else filler
    if wanted is Role.PREDICATIVE:
        yield from _quoted_predicate(view, site, slot)


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


def _enumerated(view: View, tokens: tuple[int, ...], head: int) -> tuple[int, ...]:
    """„langatmig, eitel und überflüssig", „„feige und faul"": an adjective with those that are joined to it before."""
    if view.tag(head) not in _ADJECTIVAL_HEADS:
        return tokens
    first, last = min(tokens), max(tokens)
    while (link := _before_marks(view, first - 1)) > 0 and (view.tag(link) == "KON" or view.text(link) == ","):
        adjective = _before_marks(view, link - 1)
        if view.tag(adjective) not in ("ADJD", "VVPP"):
            break
        first = adjective
        while view.tag(first - 1) in ("PTKA", "ADV") and view.lower(first - 1) in word_list("intensifiers"):
            first -= 1
    if first == min(tokens):
        return tokens
    if first > 0 and is_mark(view.text(first - 1)):
        first -= 1
    if is_mark(view.text(last + 1)):
        last += 1
    return tuple(t for t in range(first, last + 1) if not view.graph.doc[t].is_space)


def _before_marks(view: View, token: int) -> int:
    """The next token to the left, this one included, that is no quotation mark."""
    while token > 0 and is_mark(view.text(token)):
        token -= 1
    return token


def _quoted_predicate(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """Words in quotation marks in the place of a predicative („nannte den Plan „an den Haaren herbeigezogen"")."""
    verb = site.verb
    heads = {a.head for a in site.clause.arguments if a.preposition is None}
    for quote in (view.graph.quotes[i] for i in view.quotes_starting(*site.clause.sentence)):
        tokens = tuple(t for t in range(quote.start, quote.end) if not view.graph.doc[t].is_space)
        words = [t for t in tokens if not is_silent(view.graph.doc, t)]
        own = words and all(t in site.clause.tokens for t in words)
        if quote.scare and own and verb is not None and verb.main < quote.start and not heads & set(words):
            joined = _quoted_conjunct(view, quote)
            yield Filler((*tokens, *joined), slot, words[-1])


def _quoted_conjunct(view: View, quote: Quote) -> tuple[int, ...]:
    """The words in marks that "und" joins to others („verlogen" und „überflüssig")."""
    if view.tag(quote.end) != "KON":
        return ()
    after = next((q for q in view.graph.quotes if q.start == quote.end + 1 and q.scare), None)
    return () if after is None else tuple(range(quote.end, after.end))


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
    return Argument(Role.GENITIVE, tokens, _head_of(view, tokens))


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
    found = [a for a in found if not _is_fixed(view, a)]
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
            yield from _adjectival(view, site, slot, argument.tokens[0])


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


def _is_fixed(view: View, argument: Argument) -> bool:
    """Whether a prepositional phrase is an adverb of several words that fills no slot („vor allem")."""
    return closed.is_set_phrase([view.text(t) for t in argument.tokens if t <= argument.head])


def _tells_day(view: View, argument: Argument) -> bool:
    """Whether a phrase says when instead of what: „äußerte am Donnerstag Zweifel", „meldete am Abend Bedenken an"."""
    form = view.text(argument.head)
    if argument.preposition not in ("an", "in"):
        return False
    bare = len(argument.tokens) == 2 and view.tag(argument.tokens[0]) == "APPRART" and meaning.is_temporal(form)
    return bare or closed.is_weekday(form) or closed.is_month(form)


def _judging(view: View, site: Site, slot: Slot, argument: Argument) -> Iterator[Filler]:
    """An als-phrase with the adjectives that go on behind it („als ‚sehr substantiell' und detailliert")."""
    first = argument.tokens[0]
    if view.lower(first) in _OPENERS and len(argument.tokens) == 1:
        yield from _adjectival(view, site, slot, first)
        return
    filler = phrase_filler(view, slot, view.resolve(argument), FrameRole.JUDGEMENT)
    more = list(_adjectival(view, site, slot, argument.tokens[-1]))
    after = argument.tokens[-1] + 1
    adjective = view.tag(argument.tokens[-1]) == "ADJD" and view.tag(after) in ("VVPP", "$,")
    if more and (view.tag(after) == "KON" or is_mark(view.text(after)) or adjective):
        tokens = clean(view.graph.doc, {*filler.tokens, *range(argument.tokens[-1] + 1, max(more[0].tokens) + 1)})
        filler = Filler(tokens, slot, filler.head)
    yield filler


def _adjectival(view: View, site: Site, slot: Slot, opener: int) -> Iterator[Filler]:
    """„als unrealistisch", „für nicht besonders hilfreich": adjectives and participles after a preposition."""
    verbal = () if site.verb is None else site.verb.tokens
    tokens: list[int] = []
    for token in range(opener + 1, site.clause.sentence[1]):
        behind = token > opener + 1 or view.tag(opener) in _ADJECTIVAL_HEADS
        listed = behind and view.text(token) == "," and view.tag(token + 1) in ("ADJD", "VVPP", "ADV")
        if token in verbal or not (view.tag(token) in _ADJECTIVAL or is_mark(view.text(token)) or listed):
            break
        tokens.append(token)
    while tokens and view.tag(tokens[-1]) not in _ADJECTIVAL_HEADS and not is_mark(view.text(tokens[-1])):
        tokens.pop()
    heads = [t for t in tokens if view.tag(t) in _ADJECTIVAL_HEADS]
    if heads:
        yield Filler(clean(view.graph.doc, tokens), slot, heads[-1])


def _is_held(view: View, argument: Argument, role: FrameRole) -> bool:
    """Whether a phrase belongs to the noun it was attached to, and addresses nobody.

    So does one that says whose act that noun names, a bare one behind a definite noun („die Freilassung von
    Gefangenen"), and one that shares the prefield with its noun, for the prefield holds one phrase only („Der Sohn von
    Karl Ebner forderte …").
    """
    host = argument.attached_to
    if role is not FrameRole.ADDRESSEE or host is None:
        return False
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


def correlate_filler(view: View, slot: Slot, argument: Argument) -> Filler:
    """The clause that a correlate („es", „dafür") stands for."""
    assert argument.clause is not None
    clause = view.clause(argument.clause)
    first = view.coordination(clause)[0]
    announced = first.kind is clause.kind and first.span[0] > argument.head > 0
    whole = contents.with_coordinated(view, first if announced else clause)
    return contents.clause_filler(view, slot, whole)


def _author(view: View, site: Site, slot: Slot, subject: Phrase, role: FrameRole) -> Filler | None:
    """„Das Papier der Union fordert …": who wrote a paper acts by it; what it shows or reports is evidence, no act."""
    acts = role is FrameRole.ACTOR and slot.kind is SlotKind.SUBJECT and site.rule.type not in _EVIDENCE
    counted = view.lemma(subject.head) in word_list("quantity_nouns")  # „die Mehrzahl der Gemeinden"
    if not acts or counted or not meaning.is_document(view.text(subject.head)):
        return None
    return _owner(view, subject, slot)


def _quoted(view: View, site: Site, slot: Slot, phrase: Phrase, role: FrameRole) -> Filler | None:
    """„zitierte die Worte des Rates": who is quoted is who said them."""
    quoted = role is FrameRole.ACTOR and slot.kind is SlotKind.ACCUSATIVE and site.rule.type is CommitmentType.ASSERTION
    return _owner(view, phrase, slot) if quoted and view.lemma(phrase.head) in word_list("spoken_words") else None


def _owner(view: View, phrase: Phrase, slot: Slot) -> Filler | None:
    """Whoever stands as possessor behind the head of a phrase."""
    np = view.graph.noun_phrase_at(phrase.head)
    owner = () if np is None else tuple(t for t in np.possessor if t > np.head)
    return _possessor(view, owner, slot) if owner else None


def phrase_filler(view: View, slot: Slot, phrase: Phrase, role: FrameRole) -> Filler:
    """A noun phrase as a filler; contents take in the clauses that hang on it.

    Who speaks „in einem Brief des Rates" is who wrote it.
    """
    written = slot.of in _INSIDE and role is FrameRole.ACTOR and meaning.is_document(view.text(phrase.head))
    if role in _BARE and (written or view.lemma(phrase.head) in word_list("prepositional_nouns")):
        owner = _owner(view, phrase, slot)
        if owner is not None:
            return owner
    tokens = frozenset(phrase.tokens)
    if role not in _BARE:
        tokens = view.extended(tokens)
    filler = Filler(clean(view.graph.doc, tokens), slot, phrase.head, None, None, (), phrase.conjuncts)
    return contents.as_quote(view, filler) if role is FrameRole.CONTENT else filler


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
            yield from _adjectival(view, site, slot, token)
            if argument is not None and len(argument.tokens) > 1:
                yield from _judging(view, site, slot, argument)
    elif slot.kind is SlotKind.PP:
        for argument in _modifiers(view, np):
            if argument.preposition != slot.of:
                continue
            if argument.clause is not None and role not in _BARE:
                yield correlate_filler(view, slot, argument)
            elif len(argument.tokens) > 1:
                yield phrase_filler(view, slot, view.resolve(argument), role)


def _modifiers(view: View, np: NounPhrase) -> Iterator[Argument]:
    """Prepositional phrases of a noun: attached ones, then one that directly follows it."""
    yield from np.modifiers
    clause = view.clause(np.clause)
    fixed = [a for a in clause.arguments if _is_fixed(view, a)]
    last = next((a.tokens[-1] for a in fixed if a.tokens[0] == max(np.tokens) + 1), max(np.tokens))
    seen = {m.head for m in np.modifiers}
    for argument in clause.arguments:
        if argument.preposition is None or argument.head in seen or argument in fixed:
            continue
        inside = (
            argument.attached_to is not None
            and argument.attached_to in np.tokens
            and not _is_nested(view, np, argument)
        )
        if inside or argument.tokens[0] == last + 1:
            yield argument


def _is_nested(view: View, np: NounPhrase, argument: Argument) -> bool:
    """Whether a phrase hangs on a noun inside another modifier („Beschluss wegen der Vorwürfe gegen den Rat")."""
    noun = argument.attached_to
    within = any(noun in modifier.tokens for modifier in np.modifiers)
    return noun is not None and noun != np.head and within and view.governs(noun)


def possessors(view: View, np: NounPhrase, slot: Slot) -> Iterator[Filler]:
    """Whose noun it is: possessive pronoun or name before it, genitive after it, or a von-phrase."""
    before = tuple(t for t in np.possessor if t < np.head)
    after = tuple(t for t in np.possessor if t > np.head)
    if before and slot.kind is not SlotKind.GENITIVE:
        yield _possessor(view, before[:1] if view.tag(before[0]) == "PPOSAT" else before, slot)
    if after and slot.kind is not SlotKind.POSSESSIVE:
        filler = _possessor(view, after, slot)
        yield _joined(view, np, filler)
    if slot.kind is SlotKind.POSSESSOR:
        for argument in _modifiers(view, np):
            agent = argument.role is Role.AGENT and argument.attached_to is None and argument.tokens[0] > np.head + 1
            own = argument.attached_to in (None, np.head) and not agent
            if argument.preposition == "von" and own and argument.clause is None and len(argument.tokens) > 1:
                inner = view.graph.noun_phrase_at(argument.head)
                conjuncts = argument.conjuncts or (() if inner is None else inner.conjuncts)
                filler = phrase_filler(view, slot, view.resolve(argument), FrameRole.ACTOR)
                yield _with_genitive(view, attrs.evolve(filler, conjuncts=conjuncts))


def _possessor(view: View, tokens: tuple[int, ...], slot: Slot) -> Filler:
    head = _head_of(view, tokens)
    np = view.graph.noun_phrase_at(head)
    return Filler(clean(view.graph.doc, tokens), slot, head, conjuncts=() if np is None else np.conjuncts)


def _joined(view: View, np: NounPhrase, possessor: Filler) -> Filler:
    """A genitive with what is coordinated with it („Angaben der Polizei und der Feuerwehr").

    By form the second genitive may go with the noun as well; holders are joined with holders.
    """
    first, *others = np.conjuncts or ((),)
    if possessor.conjuncts or not others or not set(possessor.tokens) <= set(first):
        return possessor
    heads = [_head_of(view, conjunct) for conjunct in others]
    held = [_is_genitive(view, c) and can_hold(view, h, c, "agent") for h, c in zip(heads, others, strict=True)]
    if not all(held) or not can_hold(view, _head_of(view, possessor.tokens), possessor.tokens, "agent"):
        return possessor
    tokens = clean(view.graph.doc, range(possessor.tokens[0], max(others[-1]) + 1))
    return attrs.evolve(possessor, tokens=tokens, conjuncts=(possessor.tokens, *others))


def _with_genitive(view: View, possessor: Filler) -> Filler:
    """A von-phrase that goes on in the genitive („Schilderung von Anglern und eines Försters")."""
    last = possessor.tokens[-1]
    after = next((np for np in view.phrases_in(last + 2, last + 3) if np.tokens[0] == last + 2), None)
    if view.tag(last + 1) != "KON" or after is None or view.tag(after.tokens[0]) not in ("ART", "PPOSAT"):
        return possessor
    forms = noun_phrases.noun_phrase([(view.text(t), view.tag(t)) for t in after.tokens if t <= after.head])
    if {form.case for form in forms} != {"gen"} or not can_hold(view, after.head, after.tokens, "agent"):
        return possessor
    conjuncts = (*(possessor.conjuncts or (possessor.tokens,)), after.tokens)
    return attrs.evolve(possessor, tokens=(*possessor.tokens, last + 1, *after.tokens), conjuncts=conjuncts)


def _is_genitive(view: View, tokens: tuple[int, ...]) -> bool:
    """Whether a phrase can stand in the genitive and has a word that says so."""
    words = [(view.text(t), view.tag(t)) for t in tokens]
    marked = view.tag(tokens[0]) in ("ART", "PPOSAT", "PDAT", "PIAT", "ADJA")
    return marked and any(agreement.case == "gen" for agreement in noun_phrases.noun_phrase(words))


def _head_of(view: View, tokens: tuple[int, ...]) -> int:
    for token in tokens:
        np = view.graph.noun_phrase_at(token)
        if np is not None and set(np.tokens) <= set(tokens):
            return token
    return next((t for t in tokens if view.tag(t) in ("NN", "NE")), tokens[0])


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
                yield Filler(clean(view.graph.doc, tokens), slot, _head_of(view, tokens))


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


# -- attributions ------------------------------------------------------------------------------------------------------


def _attributed(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
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
        if tokens and np.head not in site.cue and all(t in inner for t in tokens):
            yield _possessor(view, tokens, slot)


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
            for argument in _modifiers(view, own):
                if argument.preposition == "von":
                    tokens |= set(argument.tokens)
    lead = min(tokens)
    tokens |= set(range(lead, max(site.cue) + 1))
    return frozenset(tokens)
