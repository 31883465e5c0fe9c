"""What a content consists of when it is more than a phrase: clauses, hosts, quotations, infinitive phrases.

Flows in: a site and the clause graph. Flows out: fillers. A quotation is reached over commas, colons and dashes only;
a parenthesis („so Merz") leaves its host in two parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from stance.clauses.graph import Argument, Clause, ClauseKind, ClauseType, Quote, Role
from stance.german import closed, meaning, verbs
from stance.matching.conditions import is_perfect_infinitive
from stance.matching.draft import Filler
from stance.matching.site import Site
from stance.matching.spans import clean, is_silent
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import CueKind, Slot

_OBJECTS: Final = frozenset(
    {Role.ACCUSATIVE, Role.DATIVE, Role.GENITIVE, Role.PREPOSITIONAL, Role.PREDICATIVE, Role.ALS}
)
_SENTENCE_END: Final = frozenset({".", "!", "?", "…", "..."})


# -- clauses -----------------------------------------------------------------------------------------------------------


def clause_filler(view: View, slot: Slot, clauses: Sequence[Clause], extra: Iterable[int] = ()) -> Filler:
    """A content made of a clause and those coordinated with it."""
    tokens: set[int] = set(extra)
    for clause in clauses:
        tokens |= view.extent(clause)
    tokens |= set(_conjunctions(view, clauses))
    first = clauses[0]
    head = first.verb.main if first.verb is not None else (first.tokens[0] if first.tokens else None)
    further = tuple(c.index for c in clauses[1:])
    return as_quote(view, Filler(clean(view.graph.doc, tokens), slot, head, first.index, None, further))


def _conjunctions(view: View, clauses: Sequence[Clause]) -> Iterator[int]:
    """Conjunctions between coordinated clauses that belong to neither."""
    for left, right in pairwise(clauses):
        gap = range(left.span[1], right.span[0])
        if gap and all(is_silent(view.graph.doc, t) or view.tag(t) == "KON" for t in gap):
            yield from gap


def with_coordinated(view: View, clause: Clause) -> tuple[Clause, ...]:
    """A complement clause and the complement clauses coordinated with it („dass … und dass …")."""
    partners = [c for c in view.coordinated(clause) if c.kind is clause.kind or c.kind is ClauseKind.COMPLEMENT]
    return (clause, *(c for c in partners if c.parent == clause.parent or c.parent in {clause.index, None}))


def complements(view: View, site: Site) -> Iterator[Clause]:
    """The clauses that can fill a role of the cue, first conjuncts only, nearest first."""
    if site.nominal:
        yield from _of_noun(view, site)
        return
    filled = [a for a in site.clause.arguments if a.clause is not None]
    claimed = {a.clause for a in filled if _is_correlate(view, site, a)}
    correlates = [a.clause for a in filled if a.clause not in claimed]
    inside = absorbed(view, site)
    found = [*view.graph.children(site.clause), *(view.clause(i) for i in correlates if i is not None)]
    found += [child for clause in inside for child in view.graph.children(clause)]
    seen: set[int] = set()
    for child in found:
        if child.index in claimed or child.index in seen or child in inside or not view.is_complement(child):
            continue
        if view.goes_on(child) or _follows_object(view, site, child) or _goes_on_behind_object(view, site, child):
            continue
        seen.add(child.index)
        antecedent = child.antecedent
        governed = antecedent is not None and antecedent not in site.cue and view.governs(antecedent)
        if governed and antecedent is not None and not view.is_told_on(child, antecedent):
            continue
        if child.coordinated_with in seen or child.coordinated_with in claimed:
            continue
        yield child


def _follows_object(view: View, site: Site, child: Clause) -> bool:
    """Whether a verb of saying has its object, so that an indicative behind it is another sentence.

    „Wir schreiben eine neue Saison, wir stellen uns der Aufgabe." against „Er schrieb einen Brief, er sei krank.".
    """
    if child.type is not ClauseType.V2 or child.verb is None or child.verb.finite is None:
        return False
    readings = (r for r in verbs.analyse(view.text(child.verb.finite)) if r.mood == "indicative")
    if not any(reading.person == child.verb.person for reading in readings):
        return False
    behind = child.span[0] > max(site.clause.tokens)
    if not behind or site.voice != "active" or view.own_subject(site.clause) is None:
        return False
    objects = (a for a in site.clause.all_of(Role.ACCUSATIVE) if a.clause is None)
    return any(a.head not in site.cue and view.tag(a.head) == "NN" and _is_thing(view, a.head) for a in objects)


def _goes_on_behind_object(view: View, site: Site, child: Clause) -> bool:
    """„Er räumte Fehler ein: Man habe …": behind a colon goes on who has said already what it is about."""
    objects = (a for a in site.clause.all_of(Role.ACCUSATIVE) if a.clause is None and a.head not in site.cue)
    return view.is_told_behind(child) and site.voice == "active" and any(view.tag(a.head) != "PRF" for a in objects)


def _is_thing(view: View, head: int) -> bool:
    """Whether a noun is neither somebody who could be told nor a time, and announces no clause."""
    text = view.text(head)
    return meaning.animacy(text) == "other" and not meaning.is_temporal(text) and not view.governs(head)


def _is_correlate(view: View, site: Site, argument: Argument) -> bool:
    """Whether a clause fills a prepositional object („dafür, dass …") and is no complement of the verb itself.

    Beside a verb of saying an adverb that its rule does not ask for comments („sagte dazu, das sei falsch").
    """
    if argument.preposition is None or argument.head in site.cue:
        return False
    if argument.clause is not None and any(argument.head < t and _announces(view, t) for t in site.cue):
        return False
    comments = view.lower(argument.head) in word_list("commenting_adverbs")
    if not comments and argument.clause is not None:
        comments = view.clause(argument.clause).type is ClauseType.V2
    wanted = any(s.of == argument.preposition for frame in site.rule.frames for s in frame.content)
    says = site.verb is not None and site.verb.lemma in view.graph.saying
    return wanted or not (comments and says)


def _announces(view: View, token: int) -> bool:
    """Whether a word of an idiom is a noun that takes a clause („verbindet damit die Hoffnung, dass …")."""
    return view.tag(token) == "NN" and view.governs(token)


def _of_noun(view: View, site: Site) -> Iterator[Clause]:
    assert site.phrase is not None
    head = site.phrase.head
    last = max(site.phrase.tokens)
    for clause in view.sentence_clauses(*view.clause(site.phrase.clause).sentence):
        if (
            not view.is_complement(clause)
            or view.is_told_behind(clause)
            or view.is_told_on(clause, head)
            or (clause.coordinated_with is not None and clause.antecedent is None)
        ):
            continue
        antecedent = _announcing(view, clause)
        inner = antecedent in site.phrase.tokens and not view.governs(antecedent or 0)
        if (
            antecedent == head
            or inner
            or (
                clause.antecedent is None
                and clause.parent == site.phrase.clause
                and _directly_after(view, last, clause)
            )
        ):
            yield clause


def _announcing(view: View, clause: Clause) -> int | None:
    """The noun that a clause belongs to: of an adverbial („… mit der Begründung") its own, not the object before it."""
    if clause.antecedent is None:
        return None
    outer = view.graph.noun_phrase_at(clause.antecedent)
    inside = () if outer is None else outer.tokens
    for np in view.phrases_in(min(inside, default=0), clause.span[0]):
        if np.head not in inside or not clause.antecedent < np.head < clause.span[0] or np.preposition is None:
            continue
        if view.lower(np.preposition) in word_list("announcing_prepositions") and view.governs(np.head):
            return np.head
    return clause.antecedent


def _directly_after(view: View, last: int, clause: Clause) -> bool:
    """Whether a clause follows a phrase with no more than punctuation and the right bracket of its clause between."""
    gap = range(last + 1, clause.span[0])
    parent = view.graph.parent(clause)
    verb = None if parent is None else parent.verb
    bracket = () if verb is None or verb.lemma in view.graph.saying else verb.tokens
    return (
        clause.span[0] > last and 0 < len(gap) <= 4 and all(is_silent(view.graph.doc, t) or t in bracket for t in gap)
    )


def listed(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """What a verbless frame puts behind a colon („Ihre Forderungen: mehr Zeit, mehr Personal")."""
    clause, np = site.clause, site.phrase
    if np is None or clause.verb is not None or np.preposition is not None:
        return
    colon = max(np.tokens) + 1
    if view.text(colon) != ":" or any(t < np.tokens[0] for t in clause.tokens):
        return
    tokens = clean(view.graph.doc, range(colon + 1, clause.sentence[1]))
    if tokens and view.graph.doc[tokens[0]].sent == view.graph.doc[colon].sent:
        yield Filler(tokens, slot, tokens[-1])


_TYPES: Final = {
    "dass": ClauseType.DASS,
    "ob": ClauseType.OB,
    "w": ClauseType.W,
    "v2": ClauseType.V2,
    "zu": ClauseType.ZU,
}


def absorbed(view: View, site: Site) -> list[Clause]:
    """Infinitives whose verb is part of the cue („weiß die Ruhe zu schätzen")."""
    children = view.graph.children(site.clause)
    return [c for c in children if c.verb is not None and c.verb.main in site.cue and c.index != site.clause.index]


def has_type(clause: Clause, wanted: str | None) -> bool:
    """Whether a clause is of the type a slot names."""
    if wanted == "wenn":
        return clause.is_conditional
    return wanted is not None and clause.type is _TYPES.get(wanted)


# -- hosts -------------------------------------------------------------------------------------------------------------


def host(view: View, site: Site, slot: Slot, phrase: Iterable[int] = ()) -> Iterator[Filler]:
    """The clause around a parenthetical or attributive cue.

    Args:
        view: the clause graph.
        site: the cue.
        slot: the slot that asks.
        phrase: tokens of the attribution beside the cue (the phrase it governs).
    """
    own = {*site.cue, *phrase}
    clause = site.clause
    if view.is_report_parenthesis(clause):
        yield from quotes(view, site, slot)
        parent = view.host(clause)
        if parent is None:
            return
        own |= set(range(*clause.span)) & view.tokens_below(clause) | set(clause.tokens)
        clauses = [c for c in view.coordination(parent) if c.sentence == parent.sentence and not _is_frame(view, c)]
    elif site.kind not in (CueKind.ATTRIBUTION, CueKind.TOKENS):
        return
    else:
        clauses = [clause, *(c for c in view.coordinated(clause) if _continues(clause, c))]
    filler = clause_filler(view, slot, clauses or [clause])
    tokens = set(filler.tokens) - own
    kept = clean(view.graph.doc, tokens)
    if kept:
        yield as_quote(view, Filler(kept, slot, filler.head, filler.clause, None, filler.further))


def _is_frame(view: View, clause: Clause) -> bool:
    return view.is_report_parenthesis(clause)


def _continues(clause: Clause, partner: Clause) -> bool:
    """Whether what is attributed goes on in a coordinated clause: without subject, or in the Konjunktiv."""
    if partner.sentence != clause.sentence or partner.verb is None:
        return False
    own = any(a.role is Role.SUBJECT for a in partner.arguments)
    return not own or partner.verb.mood == "konjunktiv1"


# -- predicates --------------------------------------------------------------------------------------------------------


def predicate(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """The infinitive phrase below a modal: „will [die Steuern senken]"."""
    clause, verb = site.clause, site.verb
    if verb is None or verb.main in site.cue or site.anchor == verb.main:
        return
    claims = is_perfect_infinitive(view, site)
    skip = set(site.cue) | (set() if claims else set(clause.negations))
    if verb.finite is not None:
        skip.add(verb.finite)
    if clause.introducer is not None:
        skip.add(clause.introducer)
    skip |= {t - 1 for t in site.cue if t and view.tag(t - 1) == "PTKZU"}
    for argument in view.arguments(clause, Role.SUBJECT):
        skip |= set(argument.tokens) | view.extended(argument.tokens)
    kept = [t for t in clause.tokens if t not in skip and not _is_fronted_adverbial(site, t)]
    while kept and _is_connective(view, kept[0]):
        kept = kept[1:]
    tokens = set(kept)
    children = list(view.graph.children(clause))
    for partner in view.coordinated(clause):
        if partner.verb is not None and partner.verb.finite == verb.finite:
            tokens |= set(partner.tokens) | set(_link(view, clause, partner))
            children += view.graph.children(partner)
    for child in children:
        if not _leaves_predicate(view, child, skip):
            tokens |= view.extent(child)
    if kept and verb.main in kept:
        yield Filler(clean(view.graph.doc, tokens), slot, verb.main, clause.index)


def _link(view: View, clause: Clause, partner: Clause) -> Iterator[int]:
    """The conjunction between two infinitives under one modal."""
    for token in range(max(clause.tokens) + 1, partner.tokens[0]):
        if view.tag(token) == "KON":
            yield token


def _is_connective(view: View, token: int) -> bool:
    return view.tag(token) in ("KON", "ADV", "PTKANT") and (
        closed.coordinator(view.text(token)) is not None or closed.is_focus(view.text(token))
    )


def _is_fronted_adverbial(site: Site, token: int) -> bool:
    """Whether a token stands in a prefield that is no object of the infinitive."""
    if token not in site.clause.fields.prefield:
        return False
    return not any(token in a.tokens and a.role in _OBJECTS and a.preposition is None for a in site.clause.arguments)


def _leaves_predicate(view: View, child: Clause, skip: set[int]) -> bool:
    if view.is_report_parenthesis(child) or child.antecedent in skip:
        return True
    if child.kind is ClauseKind.ADVERBIAL and child.span[0] < min(skip, default=0):
        return True
    return child.kind is ClauseKind.MAIN or (
        child.introducer is not None and view.lower(child.introducer) in word_list("narrators_reasons")
    )


# -- quotations --------------------------------------------------------------------------------------------------------


def quotes(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """The direct quotation before, after or around the cue's clause, as one filler."""
    around = view.graph.quote_at(site.anchor)
    core = [t for t in site.clause.tokens if _same_level(view, t, around)]
    if not core or not site.cue:
        return
    own = view.tokens_below(site.clause) | set(core)
    near = view.quotes_near(min(core), max(own | set(site.cue)))
    candidates = [(i, q) for i, q in near if not q.scare and not q.start <= site.anchor < q.end]
    inside = [(i, q) for i, q in candidates if around is None or around.start <= q.start < around.end]
    top = [(i, q) for i, q in inside if _is_top(view, q, around) and not view.is_woven(q)]
    nearer = [iq for iq in reversed(top) if iq[1].end <= min(core) and _is_framed(view, iq[1], site, core)]
    before = next((iq for iq in nearer if _touches(view, iq[1].end, min(core))), None)
    after = next((iq for iq in top if iq[1].start > max(t for t in site.cue) and _reaches(view, iq[1], own)), None)
    if after is None and site.kind is CueKind.TOKENS:
        after = next((iq for iq in candidates if iq[1].start == max(site.cue) + 1), None)
    woven = next((iq for iq in top if _is_prefield_quote(view, iq[1], site, core)), None)
    if before is None and after is not None:
        before = next((iq for iq in near if _is_first_part(iq[1], site, core)), None)
    found = [iq for iq in (before, woven, after) if iq is not None]
    found = list(dict.fromkeys(found))
    if found:
        yield _quote_filler(view, slot, found)


def _is_framed(view: View, quote: Quote, site: Site, core: list[int]) -> bool:
    """Whether a quotation before a clause stands in its sentence, or the clause begins with its verb or points back.

    A clause joined to the report of a quotation has its own content („…“, sagte er, und forderte Geld).
    """
    if site.clause.coordinated_with is not None and view.tag(min(core)) == "KON":
        return False
    if quote.end > site.clause.sentence[0] or site.verb is None:
        return quote.end > site.clause.sentence[0]
    first = min(core)
    points = view.lower(first) in word_list("quotation_pointers") and view.tag(first) != "ART"
    return first == site.verb.finite or points


def _is_first_part(quote: Quote, site: Site, core: list[int]) -> bool:
    """Whether words in marks right before a report that a quotation follows begin it („Wir", sagte er, „…")."""
    verb = site.verb
    start = min(core) if verb is None else verb.finite
    return quote.scare and start is not None and quote.end + 1 == start and all(t >= quote.start for t in core)


def _same_level(view: View, token: int, around: Quote | None) -> bool:
    quote = view.graph.quote_at(token)
    while quote is not None and quote.scare:
        quote = None if quote.parent is None else view.graph.quotes[quote.parent]
    level = around
    while level is not None and level.scare:
        level = None if level.parent is None else view.graph.quotes[level.parent]
    return quote is level


def _is_top(view: View, quote: Quote, around: Quote | None) -> bool:
    parent = None if quote.parent is None else view.graph.quotes[quote.parent]
    return parent is around or (parent is not None and parent.scare)


def _touches(view: View, start: int, end: int) -> bool:
    """Whether only commas and dashes stand between two tokens."""
    bridges = word_list("bridges")
    return end - start <= 4 and all(view.graph.doc[t].is_space or view.text(t) in bridges for t in range(start, end))


def _reaches(view: View, quote: Quote, own: frozenset[int] | set[int]) -> bool:
    """Whether a quotation follows the cue's clause, over a colon, comma or dash; names in marks may end that."""
    token = quote.start - 1
    bridges = word_list("bridges")
    crossed: list[str] = []
    while token >= 0 and (view.graph.doc[token].is_space or view.text(token) in bridges):
        crossed.append(view.text(token))
        token -= 1
    named = view.graph.quote_at(token) if token >= 0 else None
    if named is not None and named.scare and named.closer == token:
        token -= 1
    return (
        bool(crossed) and quote.start - token <= 5 and token in own and any(c in (":", ",", "–", "—") for c in crossed)
    )


def _is_prefield_quote(view: View, quote: Quote, site: Site, core: list[int]) -> bool:
    """„Niemand hat das gewollt" beteuerte sie: a whole sentence in marks fills the prefield."""
    verb = site.verb
    if verb is None or verb.finite is None or quote.end != verb.finite:
        return False
    return all(t >= quote.start for t in core)


def _quote_filler(view: View, slot: Slot, found: Sequence[tuple[int, Quote]]) -> Filler:
    tokens = [t for _, quote in found for t in range(quote.start, quote.end) if not view.graph.doc[t].is_space]
    first = found[0][1]
    clauses = clauses_in(view, found)
    head = next((c.verb.main for c in clauses if c.verb is not None), first.start)
    main = clauses[0].index if clauses else None
    return Filler(
        tuple(_rstrip_space(view, tokens)),
        slot,
        head,
        main,
        found[0][0],
        tuple(c.index for c in clauses[1:]),
        (),
        tuple(i for i, _ in found[1:]),
    )


def _rstrip_space(view: View, tokens: list[int]) -> list[int]:
    return [t for t in tokens if not view.graph.doc[t].is_space]


def clauses_in(view: View, found: Sequence[tuple[int, Quote]]) -> list[Clause]:
    """The main clauses that lie inside quotations, in text order."""
    clauses = []
    for _, quote in found:
        for clause in view.clauses_in(quote.start, quote.end):
            parent = view.graph.parent(clause)
            outer = parent is None or not parent.tokens or not quote.start <= parent.tokens[0] < quote.end
            if outer and not view.is_report_parenthesis(clause):
                clauses.append(clause)
    return clauses


def as_quote(view: View, filler: Filler) -> Filler:
    """Note the quotation that a content covers whole, so that it counts as direct."""
    if not filler.tokens or filler.quote is not None:
        return filler
    start, end = filler.tokens[0], filler.tokens[-1] + 1
    for index, quote in _quotes_around(view, start):
        inner = [t for t in range(quote.start, quote.end) if not is_silent(view.graph.doc, t)]
        if quote.start <= start and end <= quote.end and inner and inner[0] >= start and inner[-1] < end:
            if quote.scare and filler.clause is None:
                return filler
            whole = tuple(t for t in range(quote.start, quote.end) if not view.graph.doc[t].is_space)
            return Filler(whole, filler.slot, filler.head, filler.clause, index, filler.further)
    return filler


def _quotes_around(view: View, token: int) -> Iterator[tuple[int, Quote]]:
    """The quotations around a token with their indices, outermost first."""
    quote = view.graph.quote_at(token)
    around = []
    while quote is not None:
        around.append(quote)
        quote = None if quote.parent is None else view.graph.quotes[quote.parent]
    for found in reversed(around):
        here = view.quotes_starting(found.start, found.start + 1)
        yield next(index for index in here if view.graph.quotes[index] is found), found
