"""Arguments: the phrases of one clause get their roles by case, agreement, animacy and order.

The noun phrases get their slots together (:mod:`stance.clauses.assignment`); what form did not decide says so
(``ambiguous``). Prepositional phrases, als-phrases and predicative adjectives are read one by one. All offsets are
token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.clauses.assignment import Assignment, Setting, Slot, assign
from stance.clauses.graph import Argument, Role, VerbComplex
from stance.clauses.phrases import Phrase
from stance.clauses.words import ADVERB, NOMINAL, PARTICIPLE, Words
from stance.german import government, meaning

_ACTS: Final = frozenset({"person", "institution"})
_SELDOM: Final = 0.4
"""Share of clauses with an accusative below which a verb seldom takes one."""
_ROLES: Final = {
    Slot.SUBJECT: (Role.SUBJECT, "nom"),
    Slot.ACCUSATIVE: (Role.ACCUSATIVE, "acc"),
    Slot.DATIVE: (Role.DATIVE, "dat"),
    Slot.GENITIVE: (Role.GENITIVE, "gen"),
    Slot.PREDICATIVE: (Role.PREDICATIVE, "nom"),
}
_REFLEXIVE_PERSON: Final = {"uns": 1, "mich": 1, "mir": 1, "dich": 2, "dir": 2, "euch": 2}
_REFLEXIVE: Final = frozenset({"PRF"})


def assign_roles(
    words: Words,
    phrases: Sequence[Phrase],
    verb: VerbComplex | None,
    *,
    infinitive: bool,
    borrowed: bool = False,
    elliptic: bool = False,
    gapped: bool = False,
    antecedent: int | None = None,
) -> list[Argument]:
    """Give every phrase of a clause its role.

    Args:
        words: the tagged Doc.
        phrases: the clause's top-level phrases, in order.
        verb: its verb complex, or None in fragments.
        infinitive: whether the clause is a zu-infinitive (it has no subject of its own).
        borrowed: whether its finite verb belongs to the clause before ("hat A abgelehnt und B gefordert").
        elliptic: whether its subject is a clause, or shared as a rule, for it opens with its verb after another clause.
        gapped: whether its verb is taken over from the clause before: the first phrase is the subject.
        antecedent: for a relative clause the noun that its pronoun stands for.

    Returns:
        Arguments in order of appearance; prepositional phrases inside noun phrases follow, with ``attached_to``.
    """
    als = {p: t for p in phrases if p.kind == "np" and (t := comparison(words, p, "als")) is not None}
    nominals = [p for p in phrases if p.kind == "np" and p not in als and not _is_reflexive(words, p, verb)]
    nominals = [p for p in nominals if comparison(words, p, "wie") is None]
    slots: dict[Phrase, tuple[Role, str]] = {}
    sure = True
    if verb is not None:
        own_subject = (
            not infinitive and verb.finite is not None and (not borrowed or _opens_with_subject(words, nominals))
        )
        judged = verb.lemma in government.verbs("judging") and any(words.tags[p.head] == "ADJD" for p in phrases)
        assigned = assign(words, nominals, Setting(verb, own_subject, elliptic, gapped, antecedent, judged))
        slots = _roles(nominals, assigned, verb)
        sure = assigned.sure
    noun = any(role is Role.PREDICATIVE for role, _ in slots.values())
    arguments: list[Argument] = []
    for phrase in phrases:
        if _is_standard(words, phrase, als.get(phrase)):
            continue
        if phrase in als:
            arguments.append(phrase_argument(phrase, Role.ALS, None, marker=als[phrase]))
        elif phrase in slots:
            role, case = slots[phrase]
            open_ = not sure and role in {Role.SUBJECT, Role.ACCUSATIVE}
            arguments.append(phrase_argument(phrase, role, case, ambiguous=open_))
        elif phrase.kind == "pp":
            arguments.append(prepositional_argument(words, phrase, verb))
        elif (
            phrase.kind == "adjective" and (role_of := _adjective_role(words, phrase, verb, phrases, noun)) is not None
        ):
            marker = phrase.head - 1 if role_of is Role.ALS else None
            arguments.append(phrase_argument(phrase, role_of, None, marker=marker))
        for inner in phrase.nested():
            if inner.kind == "pp":
                arguments.append(prepositional_argument(words, inner, None))
    return _with_one_agent(words, arguments)


def _with_one_agent(words: Words, arguments: list[Argument]) -> list[Argument]:
    """„wurde für Hilfen von Vereinen … von den Ländern gezahlt": the agent of a passive is the last von-phrase."""
    agents = [argument for argument in arguments if argument.role is Role.AGENT]
    behind_nouns = [a for a in agents[:-1] if a.marker and words.tags[a.marker - 1] in NOMINAL]
    if not behind_nouns:
        return arguments
    return [
        attrs.evolve(argument, role=Role.PREPOSITIONAL) if argument in behind_nouns else argument
        for argument in arguments
    ]


def _roles(phrases: Sequence[Phrase], assigned: Assignment, verb: VerbComplex) -> dict[Phrase, tuple[Role, str]]:
    """The role and case of each phrase that is an argument; the second accusative of a naming verb is a predicative."""
    roles = {p: _ROLES[assigned.slots[p]] for p in phrases if assigned.slots[p] in _ROLES}
    accusatives = [p for p in phrases if assigned.slots[p] is Slot.ACCUSATIVE]
    if verb.lemma in government.verbs("naming") and len(accusatives) > 1:
        roles[accusatives[-1]] = (Role.PREDICATIVE, "acc")
    return roles


def phrase_argument(
    phrase: Phrase, role: Role, case: str | None, *, ambiguous: bool = False, marker: int | None = None
) -> Argument:
    """A phrase in the role of a noun phrase, predicative or als-phrase."""
    return Argument(
        role,
        tuple(phrase.everything()),
        phrase.head,
        case=case,
        ambiguous=ambiguous,
        conjuncts=tuple(tuple(c) for c in phrase.conjuncts),
        marker=marker,
    )


def prepositional_argument(words: Words, phrase: Phrase, verb: VerbComplex | None) -> Argument:
    """A prepositional phrase: agent of a passive, als-phrase, predicative behind "für", else prepositional."""
    role = Role.ALS if phrase.governor == "als" else Role.PREPOSITIONAL
    if phrase.governor == "für" and words.tags[phrase.head] in {"ADJD", "VVPP"}:
        role = Role.PREDICATIVE
    passive = verb is not None and verb.voice == "passive" and phrase.attached_to is None
    acts = phrase.governor in {"von", "durch"} and len(phrase.tokens) > 1
    if passive and acts and not meaning.is_temporal(words.texts[phrase.head]):
        by = phrase.governor == "von" and not (verb is not None and _is_object(words, phrase, verb))
        role = Role.AGENT if by or meaning.animacy(words.texts[phrase.head]) in _ACTS else role
    return Argument(
        role,
        tuple(phrase.everything()),
        phrase.head,
        preposition=phrase.governor if role in {Role.PREPOSITIONAL, Role.AGENT} else None,
        case=min(phrase.cases()) if len(phrase.cases()) == 1 else None,
        attached_to=phrase.attached_to,
        conjuncts=tuple(tuple(c) for c in phrase.conjuncts),
        marker=phrase.preposition,
    )


def _is_object(words: Words, phrase: Phrase, verb: VerbComplex) -> bool:
    """Whether a von-phrase is what a verb without accusative is about, not by whom: „Vom Verzehr wird abgeraten"."""
    noun = words.texts[phrase.head]
    thing = words.tags[phrase.head] == "NN" and not noun.isupper() and meaning.animacy(noun) == "other"
    seldom = government.frame(verb.lemma).accusative < _SELDOM
    return thing and seldom and "von" in government.prepositions(verb.lemma)


def comparison(words: Words, phrase: Phrase, particle: str) -> int | None:
    """The token of an "als" or "wie" right before a phrase; "wie" with its phrase between commas is no subordinator.

    It is one where the phrase has an apposition („wie Ida Lorenz, Leiterin des Amts, mitteilte“).
    """
    before = phrase.tokens[0] - 1
    while before >= 0 and words.is_silent(before):
        before -= 1
    if before < 0 or words.lower[before] != particle:
        return None
    after = phrase.everything()[-1] + 1
    apart = before > 0 and words.texts[before - 1] == "," and after < len(words) and words.texts[after] == ","
    apart = apart and words.tags[before] != "KOUS"
    return before if words.tags[before] in {"KOKOM", "APPR"} or (particle == "wie" and apart) else None


def _adjective_role(
    words: Words, phrase: Phrase, verb: VerbComplex | None, phrases: Sequence[Phrase], noun: bool
) -> Role | None:
    """An adjective as predicative or als-phrase; beside a noun it is an adverb ("ist angeblich Arzt")."""
    if phrase.head + 1 < len(words) and words.tags[phrase.head + 1] == "ADJA":
        return None
    before = phrase.head - 1
    while before >= 0 and (words.is_silent(before) or words.tags[before] in {"ADV", "PTKNEG", "PTKA", "ADJD"}):
        before -= 1
    if before >= 0 and words.lower[before] == "als" and words.tags[before] == "KOKOM":
        return Role.ALS
    if verb is None:
        return None
    predicated = government.verbs("showing") | government.verbs("judging")
    if words.tags[phrase.head] in PARTICIPLE and verb.lemma not in predicated:
        return None
    if verb.lemma in government.verbs("reflexive_judging") and not any(words.tags[p.head] == "PRF" for p in phrases):
        return None
    if noun and verb.lemma in government.verbs("copula"):
        return None
    often = words.lower[phrase.head] in government.verbs("frequency_adjectives")
    if often and verb.lemma not in government.verbs("copula"):
        return None
    if verb.lemma in government.verbs("copula") | government.verbs("judging"):
        later = [p for p in phrases if p.kind == "adjective" and p.head > phrase.head]
        copula = verb.lemma in government.verbs("copula")
        between = range(phrase.head + 1, later[0].tokens[0] if later else 0)
        grades = bool(between) and all(words.tags[t] in ADVERB for t in between)
        return Role.PREDICATIVE if not later or (copula and not grades) else None
    return None


def _is_standard(words: Words, phrase: Phrase, marker: int | None) -> bool:
    """„Anders als die Union …", „höher als der Dom": what something is compared with is no argument."""
    als = marker if marker is not None else phrase.preposition if phrase.governor == "als" else None
    if als is None or als == 0:
        return False
    before = als - 1
    return words.lower[before] == "anders" or (words.tags[before] == "ADJD" and words.lower[before].endswith("er"))


def _is_reflexive(words: Words, phrase: Phrase, verb: VerbComplex | None) -> bool:
    """„sich", and „uns" or „mich" where the subject is of that person."""
    if words.tags[phrase.head] not in _REFLEXIVE:
        return False
    person = _REFLEXIVE_PERSON.get(words.lower[phrase.head])
    if person is not None and verb is not None and verb.person is None:
        return verb.lemma not in government.verbs("dative_only")
    return person is None or verb is None or verb.person in {None, person}


def _opens_with_subject(words: Words, candidates: Sequence[Phrase]) -> bool:
    """„… und die FDP mehr Geld gefordert", „… und der Kreis zahlen": an actor before a phrase, or a nominative."""
    if not candidates:
        return False
    nominative = candidates[0].cases() == {"nom"}
    return nominative or (len(candidates) > 1 and meaning.can_act(words.texts[candidates[0].head]))
