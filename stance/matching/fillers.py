"""Fillers from phrases: arguments and correlates, whose noun is it, and who wrote or said what stands in the slot.

A phrase of the clause graph and a slot flow in; the tokens that fill the slot flow out. Who speaks „in einem Brief des
Rates" is its owner. All positions are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from stance.clauses.graph import Argument, NounPhrase, Role
from stance.german import closed, meaning, noun_phrases
from stance.matching import contents
from stance.matching.draft import Filler
from stance.matching.holders import can_hold
from stance.matching.phrases import Phrase
from stance.matching.site import Site
from stance.matching.spans import clean
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.model import CommitmentType
from stance.rules.schema import FrameRole, Slot, SlotKind

_EVIDENCE: Final = frozenset({CommitmentType.ASSERTION, CommitmentType.BELIEF})
_WHERE: Final = frozenset({"in", "auf"})
_INSIDE: Final = _WHERE | {"aus"}
_BARE: Final = frozenset({FrameRole.ACTOR, FrameRole.ADDRESSEE})


def is_fixed(view: View, argument: Argument) -> bool:
    """Whether a prepositional phrase is an adverb of several words that fills no slot („vor allem")."""
    return closed.is_set_phrase([view.text(t) for t in argument.tokens if t <= argument.head])


def correlate_filler(view: View, slot: Slot, argument: Argument) -> Filler:
    """The clause that a correlate („es", „dafür") stands for."""
    assert argument.clause is not None
    clause = view.clause(argument.clause)
    first = view.coordination(clause)[0]
    announced = first.kind is clause.kind and first.span[0] > argument.head > 0
    whole = contents.with_coordinated(view, first if announced else clause)
    return contents.clause_filler(view, slot, whole)


def author(view: View, site: Site, slot: Slot, subject: Phrase, role: FrameRole) -> Filler | None:
    """„Das Papier der Union fordert …": who wrote a paper acts by it; what it shows or reports is evidence, no act."""
    acts = role is FrameRole.ACTOR and slot.kind is SlotKind.SUBJECT and site.rule.type not in _EVIDENCE
    counted = view.lemma(subject.head) in word_list("quantity_nouns")  # „die Mehrzahl der Gemeinden"
    if not acts or counted or not meaning.is_document(view.text(subject.head)):
        return None
    return _owner(view, subject, slot)


def quoted(view: View, site: Site, slot: Slot, phrase: Phrase, role: FrameRole) -> Filler | None:
    """„zitierte die Worte des Rates": who is quoted is who said them."""
    quoted = role is FrameRole.ACTOR and slot.kind is SlotKind.ACCUSATIVE and site.rule.type is CommitmentType.ASSERTION
    return _owner(view, phrase, slot) if quoted and view.lemma(phrase.head) in word_list("spoken_words") else None


def _owner(view: View, phrase: Phrase, slot: Slot) -> Filler | None:
    """Whoever stands as possessor behind the head of a phrase."""
    np = view.graph.noun_phrase_at(phrase.head)
    owner = () if np is None else tuple(t for t in np.possessor if t > np.head)
    return possessor_filler(view, owner, slot) if owner else None


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


def modifiers(view: View, np: NounPhrase) -> Iterator[Argument]:
    """Prepositional phrases of a noun: attached ones, then one that directly follows it."""
    yield from np.modifiers
    clause = view.clause(np.clause)
    fixed = [a for a in clause.arguments if is_fixed(view, a)]
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
        yield possessor_filler(view, before[:1] if view.tag(before[0]) == "PPOSAT" else before, slot)
    if after and slot.kind is not SlotKind.POSSESSIVE:
        filler = possessor_filler(view, after, slot)
        yield _joined(view, np, filler)
    if slot.kind is SlotKind.POSSESSOR:
        for argument in modifiers(view, np):
            agent = argument.role is Role.AGENT and argument.attached_to is None and argument.tokens[0] > np.head + 1
            dated = view.is_time(argument.head)
            own = argument.attached_to in (None, np.head) and not agent and not dated
            if argument.preposition == "von" and own and argument.clause is None and len(argument.tokens) > 1:
                inner = view.graph.noun_phrase_at(argument.head)
                conjuncts = argument.conjuncts or (() if inner is None else inner.conjuncts)
                filler = phrase_filler(view, slot, view.resolve(argument), FrameRole.ACTOR)
                yield _with_genitive(view, attrs.evolve(filler, conjuncts=conjuncts))


def possessor_filler(view: View, tokens: tuple[int, ...], slot: Slot) -> Filler:
    """The tokens of a possessor as a filler, with what is coordinated inside it."""
    head = head_of(view, tokens)
    np = view.graph.noun_phrase_at(head)
    return Filler(clean(view.graph.doc, tokens), slot, head, conjuncts=() if np is None else np.conjuncts)


def _joined(view: View, np: NounPhrase, possessor: Filler) -> Filler:
    """A genitive with what is coordinated with it („Angaben der Polizei und der Feuerwehr").

    By form the second genitive may go with the noun as well; holders are joined with holders.
    """
    first, *others = np.conjuncts or ((),)
    if possessor.conjuncts or not others or not set(possessor.tokens) <= set(first):
        return possessor
    heads = [head_of(view, conjunct) for conjunct in others]
    held = [_is_genitive(view, c) and can_hold(view, h, c, "agent") for h, c in zip(heads, others, strict=True)]
    if not all(held) or not can_hold(view, head_of(view, possessor.tokens), possessor.tokens, "agent"):
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


def head_of(view: View, tokens: tuple[int, ...]) -> int:
    """The noun or name that heads tokens of a noun phrase."""
    for token in tokens:
        np = view.graph.noun_phrase_at(token)
        if np is not None and set(np.tokens) <= set(tokens):
            return token
    return next((t for t in tokens if view.tag(t) in ("NN", "NE")), tokens[0])
