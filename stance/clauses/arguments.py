"""Arguments: the phrases of one clause get their roles by case, agreement, animacy and order.

Candidates for the subject are scored together with what the choice leaves for the objects; where form decides nothing,
the animate phrase and then the first phrase is the subject, and the argument says so (``ambiguous``). The preference
order follows what is known of German readers (case > agreement > animacy > order; Bornkessel & Schlesewsky 2006).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.complexes import readings
from stance.clauses.graph import Argument, Role, VerbComplex
from stance.clauses.phrases import Phrase
from stance.clauses.words import PARTICIPLE, PRONOMINAL, Words
from stance.german import government, nominal

_ACTS: Final = frozenset({"person", "institution"})
_CASE: Final = 8.0
_AGREES: Final = 6.0
_ACTOR: Final = 2.0
_FIRST: Final = 1.2
_ADJACENT: Final = 0.4
_THING: Final = -1.5
_TEMPORAL: Final = -6.0
_IMPERSONAL: Final = frozenset({"es"})
_SHOWING: Final = frozenset(
    {"zeigen", "geben", "erklären", "fühlen", "sehen", "halten", "finden", "wissen", "sein", "bleiben"}
)
_REFLEXIVE_PERSON: Final = {"uns": 1, "mich": 1, "mir": 1, "dich": 2, "dir": 2, "euch": 2}
_REFLEXIVE: Final = frozenset({"PRF"})
_PERSONS: Final = {"ich": (1, "sg"), "du": (2, "sg"), "wir": (1, "pl"), "ihr": (2, "pl")}


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
        elliptic: whether it opens with its finite verb after a coordinated clause: the subject is shared, as a rule.
        gapped: whether its verb is taken over from the clause before: the first phrase is the subject.
        antecedent: for a relative clause the noun that its pronoun stands for.

    Returns:
        Arguments in order of appearance; prepositional phrases inside noun phrases follow, with ``attached_to``.
    """
    arguments: list[Argument] = []
    nominals = [p for p in phrases if p.kind == "np" and not _is_reflexive(words, p, verb)]
    als = {p: t for p in nominals if (t := comparison(words, p, "als")) is not None}
    nominals = [p for p in nominals if comparison(words, p, "wie") is None]
    free = [p for p in nominals if p not in als and not _is_adverbial(words, p)]
    without = infinitive or verb is None or (borrowed and not _opens_with_subject(words, free))
    subject, sure = (None, True) if without or verb is None else _subject(words, free, verb, antecedent)
    if gapped and free:
        subject, sure = free[0], True
    if elliptic and subject is not None and subject.cases() - {"gen"} != {"nom"}:
        subject, without = None, True
    if subject is None and verb is not None and not without:
        subject, sure = _subject(words, [p for p in nominals if p not in als and p not in free], verb)
    objects = [p for p in free if p is not subject]
    roles = _object_roles(words, objects, verb, subject is not None or without)
    for phrase in phrases:
        if phrase is subject:
            arguments.append(phrase_argument(phrase, Role.SUBJECT, "nom", ambiguous=not sure))
        elif phrase in als:
            arguments.append(phrase_argument(phrase, Role.ALS, None, marker=als[phrase]))
        elif phrase in roles:
            role, case = roles[phrase]
            arguments.append(phrase_argument(phrase, role, case, ambiguous=not sure and role is Role.ACCUSATIVE))
        elif phrase.kind == "pp":
            arguments.append(prepositional_argument(words, phrase, verb))
        elif phrase.kind == "adjective" and (role_of := _adjective_role(words, phrase, verb, phrases)) is not None:
            marker = phrase.head - 1 if role_of is Role.ALS else None
            arguments.append(phrase_argument(phrase, role_of, None, marker=marker))
        for inner in phrase.nested():
            if inner.kind == "pp":
                arguments.append(prepositional_argument(words, inner, None))
    return arguments


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
    if verb is not None and verb.voice == "passive" and phrase.governor in {"von", "durch"} and len(phrase.tokens) > 1:
        role = Role.AGENT if phrase.governor == "von" or nominal.animacy(words.texts[phrase.head]) in _ACTS else role
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


def comparison(words: Words, phrase: Phrase, particle: str) -> int | None:
    """The token of an "als" or "wie" right before a phrase."""
    before = phrase.tokens[0] - 1
    while before >= 0 and words.is_silent(before):
        before -= 1
    if before >= 0 and words.lower[before] == particle and words.tags[before] in {"KOKOM", "APPR"}:
        return before
    return None


def _adjective_role(words: Words, phrase: Phrase, verb: VerbComplex | None, phrases: Sequence[Phrase]) -> Role | None:
    before = phrase.head - 1
    while before >= 0 and (words.is_silent(before) or words.tags[before] in {"ADV", "PTKNEG", "PTKA", "ADJD"}):
        before -= 1
    if before >= 0 and words.lower[before] == "als" and words.tags[before] == "KOKOM":
        return Role.ALS
    if verb is None:
        return None
    if words.tags[phrase.head] in PARTICIPLE and verb.lemma not in _SHOWING:
        return None
    if verb.lemma in government.verbs("copula") | {
        "finden",
        "nennen",
        "zeigen",
        "erklären",
        "geben",
        "machen",
        "halten",
    }:
        later = [p for p in phrases if p.kind == "adjective" and p.head > phrase.head]
        return Role.PREDICATIVE if not later or verb.lemma in government.verbs("copula") else None
    return None


def _is_adverbial(words: Words, phrase: Phrase) -> bool:
    """„vergangene Woche", „diesen Montag", „Ende Mai": an accusative or genitive of time."""
    if words.tags[phrase.head] == "CARD" and len(phrase.tokens) == 1:
        return words.texts[phrase.head].isdigit() and len(words.texts[phrase.head]) == len("2025")
    if not nominal.is_temporal(words.texts[phrase.head]):
        return False
    cases = phrase.cases()
    return not cases or "acc" in cases or "gen" in cases


def _subject(
    words: Words, candidates: Sequence[Phrase], verb: VerbComplex, antecedent: int | None = None
) -> tuple[Phrase | None, bool]:
    """The subject and whether form alone decided it."""
    scored = [(_subject_score(words, p, k, verb, antecedent), -k, p) for k, p in enumerate(candidates)]
    possible = [entry for entry in scored if entry[0] > 0]
    if not possible or verb.finite is None:
        return None, True
    possible.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    best = possible[0]
    only = best[2].cases() - {"gen"} == {"nom"} and _agrees(words, best[2], verb)
    rivals = [] if only else [p for _, _, p in possible[1:] if _by_form(words, p, verb)]
    if words.lower[best[2].head] in _IMPERSONAL and rivals and verb.lemma in {"sein", "bleiben"}:
        return best[2], False
    return best[2], not rivals


def _is_reflexive(words: Words, phrase: Phrase, verb: VerbComplex | None) -> bool:
    """„sich", and „uns" or „mich" where the subject is of that person."""
    if words.tags[phrase.head] not in _REFLEXIVE:
        return False
    person = _REFLEXIVE_PERSON.get(words.lower[phrase.head])
    return person is None or verb is None or verb.person in {None, person}


def _opens_with_subject(words: Words, candidates: Sequence[Phrase]) -> bool:
    """„… und die FDP mehr Geld gefordert": an actor before another phrase."""
    return len(candidates) > 1 and nominal.can_act(words.texts[candidates[0].head])


def _by_form(words: Words, phrase: Phrase, verb: VerbComplex) -> bool:
    cases = phrase.cases()
    return (not cases or "nom" in cases) and _agrees(words, phrase, verb)


def _agrees(words: Words, phrase: Phrase, verb: VerbComplex) -> bool:
    """Whether a phrase agrees with the finite verb in person and number."""
    if verb.finite is None:
        return True
    numbers = _numbers(words, verb)
    if not numbers:
        return True
    text = words.lower[phrase.head]
    if words.tags[phrase.head] == "PPER" and text in _PERSONS:
        return _PERSONS[text] in numbers
    third = {number for person, number in numbers if person == 3}
    if phrase.joined:
        return bool(third)
    own = {feature.number for feature in phrase.features if feature.case == "nom"}
    return not own or bool(own & third)


def _numbers(words: Words, verb: VerbComplex) -> set[tuple[int, str]]:
    assert verb.finite is not None
    found = readings(words.texts[verb.finite], words.tags[verb.finite])
    return {(r.person, r.number) for r in found if r.kind == "finite" and r.person is not None and r.number is not None}


def _subject_score(words: Words, phrase: Phrase, position: int, verb: VerbComplex, antecedent: int | None) -> float:
    """How well a phrase suits as subject; not above zero where it cannot be."""
    cases = phrase.cases()
    if cases and "nom" not in cases:
        return -1.0
    copula = verb.lemma in government.verbs("copula") and verb.voice == "active"
    score = _CASE if cases - {"gen"} == {"nom"} and not copula else _CASE / 2
    if not _agrees(words, phrase, verb):
        if not phrase.features and words.tags[phrase.head] == "NE":
            score -= _AGREES / 2
        else:
            return -1.0
    score += _animacy_score(words, phrase, position, verb, antecedent)
    if words.tags[phrase.head] == "PIS" and words.lower[phrase.head] == "man":
        score += _CASE
    score -= position * _FIRST
    if verb.finite is not None and abs(phrase.tokens[0] - verb.finite) == 1 and phrase.tokens[0] > verb.finite:
        score += _ADJACENT
    if words.lower[phrase.head] == "es" and position > 0:
        score -= _ACTOR
    return max(score, 0.1)


def _animacy_score(words: Words, phrase: Phrase, position: int, verb: VerbComplex, antecedent: int | None) -> float:
    """What the kind of thing a phrase names adds to its suiting as subject."""
    tag = words.tags[phrase.head]
    copula = verb.lemma in government.verbs("copula") and verb.voice == "active"
    stands_for = antecedent if tag == "PRELS" and antecedent is not None else phrase.head
    animacy = nominal.animacy(words.texts[stands_for])
    thing = stands_for != phrase.head and animacy == "other" and words.tags[stands_for] == "NN"
    if verb.voice == "passive" and verb.lemma in government.verbs("ditransitive"):
        return 0.0 if animacy in _ACTS or tag == "NE" else _ACTOR
    if tag == "PPER":
        clear = phrase.cases() == {"nom"} or position == 0
        return _ACTOR * 1.5 if clear else _ACTOR / 2
    if tag == "PRELS" and not thing:
        return _ACTOR
    if copula and phrase.determiner is not None and words.lower[phrase.determiner].startswith(("ein", "kein")):
        return _THING
    if animacy in _ACTS or (tag == "NE" and animacy != "place"):
        return _ACTOR
    if nominal.is_temporal(words.texts[phrase.head]):
        return _TEMPORAL
    if animacy == "place":
        return _ACTOR * 0.8
    if animacy in {"other", "unknown"} and tag == "NN" and not copula:
        return _THING if verb.voice == "active" else 0.0
    return _ACTOR if tag == "PIS" else 0.0


def _object_roles(
    words: Words, objects: Sequence[Phrase], verb: VerbComplex | None, has_subject: bool
) -> dict[Phrase, tuple[Role, str]]:
    roles: dict[Phrase, tuple[Role, str]] = {}
    if verb is None:
        return roles
    copula = verb.lemma in government.verbs("copula") and verb.voice == "active"
    genitive = government.verbs("genitive_objects")
    naming = verb.lemma in {"nennen", "heißen", "schelten", "taufen"}
    named = naming and verb.voice == "passive"
    remaining = list(objects)
    for phrase in list(remaining):
        cases = phrase.cases()
        nominative = not cases or "nom" in cases
        if (copula or named) and nominative and has_subject and words.tags[phrase.head] != "PPER":
            roles[phrase] = (Role.PREDICATIVE, "nom")
            remaining.remove(phrase)
        elif cases == {"gen"} or ("gen" in cases and "acc" not in cases and verb.lemma in genitive):
            roles[phrase] = (Role.GENITIVE, "gen")
            remaining.remove(phrase)
    datives = [p for p in remaining if p.cases() == {"dat"}]
    accusatives = [p for p in remaining if p.cases() and "acc" in p.cases() and "dat" not in p.cases()]
    open_ones = [p for p in remaining if p not in datives and p not in accusatives]
    for phrase in open_ones:
        target = datives if _prefers_dative(words, phrase, verb, datives, accusatives, open_ones) else accusatives
        target.append(phrase)
    if naming and len(accusatives) > 1:
        roles[accusatives[-1]] = (Role.PREDICATIVE, "acc")
        accusatives = accusatives[:-1]
    roles.update({p: (Role.DATIVE, "dat") for p in datives})
    roles.update({p: (Role.ACCUSATIVE, "acc") for p in accusatives})
    return roles


def _prefers_dative(
    words: Words,
    phrase: Phrase,
    verb: VerbComplex,
    datives: Sequence[Phrase],
    accusatives: Sequence[Phrase],
    open_ones: Sequence[Phrase],
) -> bool:
    """A phrase that can be dative or accusative (names, sich, uns, bare plurals)."""
    cases = phrase.cases()
    if cases and "dat" not in cases:
        return False
    if cases and "acc" not in cases:
        return "dat" in cases
    if datives:
        return False
    if verb.lemma in government.verbs("dative_only") and verb.lemma not in government.verbs("ditransitive"):
        return True
    if verb.lemma not in government.verbs("ditransitive"):
        return False
    named = words.tags[phrase.head] in {"NE", "PPER"}
    acts = nominal.animacy(words.texts[phrase.head]) in _ACTS or words.tags[phrase.head] in PRONOMINAL
    more = bool(accusatives) or any(p is not phrase for p in open_ones)
    return named or (acts and (more or verb.lemma in words.saying))
