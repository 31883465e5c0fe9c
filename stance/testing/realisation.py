"""From meanings to German: builds the clause of a cue and the sentence around it.

A :class:`Meaning` flows in, a :class:`Realisation` flows out: text, and where each role stands in it. One function for
each kind of cue; what they share is in :mod:`stance.testing.grammar`.
"""

from __future__ import annotations

import attrs

from stance.german import closed, nominal
from stance.german.features import Case
from stance.german.idioms import word_class
from stance.model import CommitmentType
from stance.rules.schema import CueKind, FrameRole, SlotKind
from stance.testing.grammar import (
    RELATIVE_PRONOUNS,
    Clause,
    Phrase,
    Rank,
    nominative,
    object_in,
    prepositional,
    verb_last,
    verb_second,
    words,
)
from stance.testing.meaning import HOSTING, QUOTING, Filling, Meaning, Order
from stance.testing.nouns import NounPhrase, common, noun_phrase, possessive, vocabulary
from stance.testing.text import Realisation, Stretch, write
from stance.testing.verbs import Features, VerbMood, Voice

_REFLEXIVE_COPULAS = ("zeigen", "geben", "erklären", "äußern", "fühlen")
_BARE_POSSESSIVES = ("mein", "dein", "sein", "ihr", "unser")
_SECOND_HALF = "und zwar schneller als gedacht"
_CASES: dict[SlotKind, Case] = {SlotKind.ACCUSATIVE: "acc", SlotKind.DATIVE: "dat", SlotKind.GENITIVE: "gen"}


def realise(meaning: Meaning) -> Realisation:
    """Write a meaning as one German sentence.

    Args:
        meaning: what is meant.

    Returns:
        The sentence with the place of cue, actor, addressee, content and judgement.

    Raises:
        ValueError: the meaning has no realisation in its order, or a word is not in the tables.
    """
    if meaning.kind is CueKind.NOUN:
        return write(_with_noun(meaning))
    if meaning.kind is CueKind.ATTRIBUTION:
        return write(_with_attribution(meaning))
    return write(_with_verb(meaning))


# --- verbs, adjectives, idioms, modals -------------------------------------------------------------------------------


def _with_verb(meaning: Meaning) -> tuple[Stretch, ...]:
    clause, subject = _clause(meaning)
    order = meaning.order
    if order in QUOTING:
        return _around_quote(meaning, clause, subject)
    if order in HOSTING:
        return _around_host(meaning, clause, subject)
    if order is Order.WEIL:
        opener = Stretch(f"{_varied('hosts', meaning)}, weil")
        return (opener, *verb_last(clause), Stretch("."))
    if order is Order.FALLS:
        return (Stretch("falls"), *verb_last(clause), Stretch(","), Stretch("stocken die Gespräche."))
    if order is Order.REPORTED:
        return _reported(meaning, clause, subject)
    if order is Order.RELATIVE:
        return _relative(meaning, clause, subject)
    if order is Order.QUESTION:
        return (*verb_second(clause, None), Stretch("?"))
    if order is Order.CONTENT:
        led = Phrase((*clause.complement, Stretch(",")), Rank.SUBJECT)
        return (*verb_second(_led_by_content(meaning, clause, subject), led), Stretch("."))
    lead = _lead(meaning, clause, subject)
    clause = clause if lead is subject else _without_es(clause)
    if meaning.source is not None:
        source = prepositional(meaning.source, "laut", "dat", "source")
        return (*verb_second(_without_es(clause), source), Stretch("."))
    return (*verb_second(clause, lead), Stretch("."))


def _reported(meaning: Meaning, clause: Clause, subject: Phrase | None) -> tuple[Stretch, ...]:
    """The clause in Konjunktiv I below a verb of saying."""
    source = meaning.source or noun_phrase(vocabulary()["sources"][0])
    below = attrs.evolve(clause, features=attrs.evolve(clause.features, mood=VerbMood.KONJUNKTIV1))
    opener = (Stretch(source.form("nom"), "source"), Stretch("berichtet"), Stretch(","))
    return (*opener, *verb_second(below, subject), Stretch("."))


def _varied(name: str, meaning: Meaning) -> str:
    """One of the texts of a list, always the same for a cue."""
    texts: list[str] = vocabulary()[name]
    return texts[len(meaning.cue) % len(texts)]


def _lead(meaning: Meaning, clause: Clause, subject: Phrase | None) -> Phrase | None:
    """What stands in the prefield of a main clause."""
    if meaning.order is Order.ADVERBIAL:
        return next(p for p in clause.phrases if p.rank is Rank.ADVERBIAL)
    if meaning.order is Order.OBJECT:
        ranks = (Rank.ACCUSATIVE, Rank.DATIVE, Rank.PREPOSITIONAL, Rank.LATE)
        movable = [p for p in clause.phrases if p.rank in ranks and p is not subject and p.head is not None]
        if not movable:
            raise ValueError("no object to lead the clause")
        return movable[0]
    return subject


def _led_by_content(meaning: Meaning, clause: Clause, subject: Phrase | None) -> Clause:
    """The clause behind its own content; "es" stands only with a verb that has no other subject ("heißt es")."""
    actor = meaning.filling(FrameRole.ACTOR)
    impersonal = actor is not None and actor.slot.kind is SlotKind.DATIVE and clause.agrees is None
    kept = tuple(phrase for phrase in clause.phrases if not (impersonal and phrase is subject))
    return _without_es(attrs.evolve(clause, phrases=kept, complement=()))


def _without_es(clause: Clause) -> Clause:
    """A passive without subject needs "es" only in the prefield."""
    return attrs.evolve(clause, phrases=tuple(p for p in clause.phrases if p is not _PLACEHOLDER))


_PLACEHOLDER = Phrase((Stretch("es"),), Rank.PRONOUN)


def _clause(meaning: Meaning) -> tuple[Clause, Phrase | None]:
    """The clause of a cue, and its subject."""
    if meaning.voice is not Voice.ACTIVE:
        subject, agrees = _passive_subject(meaning)
    else:
        subject, agrees = _active_subject(meaning)
    found = [] if subject is None else [subject]
    found += [p for filling in meaning.fillings for p in _phrases(meaning, filling)]
    found += _own_words(meaning, agrees)
    if meaning.adverb:
        found.append(words(meaning.adverb, Rank.PREPOSITIONAL))
    if meaning.adverbial:
        found.append(words(meaning.adverbial, Rank.ADVERBIAL))
    if meaning.parenthesis:
        found.append(words(f"– {meaning.parenthesis} –", Rank.PARENTHESIS))
    verb, is_cue = _verb(meaning)
    features = Features(meaning.tense, meaning.mood, meaning.voice, meaning.modal)
    return Clause(verb, features, agrees, tuple(found), _complement(meaning), is_cue), subject


def _verb(meaning: Meaning) -> tuple[str, bool]:
    if meaning.kind is CueKind.ADJECTIVE:
        return meaning.copula, False
    lemma = meaning.cue.split()[-1]
    return ("mögen" if lemma == "möchten" else lemma), True


def _active_subject(meaning: Meaning) -> tuple[Phrase, NounPhrase | None]:
    filling = meaning.by_slot(SlotKind.SUBJECT)
    if filling is not None and filling.phrase is not None:
        return nominative(filling.phrase, filling.role.value), filling.phrase
    actor = meaning.filling(FrameRole.ACTOR)
    if actor is not None and actor.slot.kind is SlotKind.ACCUSATIVE and meaning.type is CommitmentType.ASSERTION:
        reporter = noun_phrase(vocabulary()["sources"][0])
        return nominative(reporter), reporter
    return Phrase((Stretch("es"),), Rank.PRONOUN), None


def _passive_subject(meaning: Meaning) -> tuple[Phrase, NounPhrase | None]:
    filling = meaning.by_slot(SlotKind.ACCUSATIVE)
    if filling is not None and filling.phrase is not None:
        return nominative(filling.phrase, filling.role.value), filling.phrase
    return _PLACEHOLDER, None


def _phrases(meaning: Meaning, filling: Filling) -> list[Phrase]:
    """The phrases of a filling that is not the subject; the correlate of a clause is one."""
    kind, role, phrase = filling.slot.kind, filling.role.value, filling.phrase
    passive = meaning.voice is not Voice.ACTIVE
    if kind is SlotKind.SUBJECT:
        return [prepositional(phrase, "von", "dat", role)] if passive and phrase is not None else []
    if kind is SlotKind.ACCUSATIVE and passive:
        return []
    if kind is SlotKind.PP and filling.slot.of is not None:
        return [*_judged_es(meaning, filling), _prepositional(meaning, filling, filling.slot.of)]
    if kind in _CASES and phrase is not None:
        found = object_in(phrase, _CASES[kind], role)
        return [attrs.evolve(found, rank=Rank.PREPOSITIONAL) if kind is SlotKind.GENITIVE else found]
    if kind is SlotKind.PREDICATE and filling.proposition is not None:
        before, last = filling.proposition.infinitive(filling.perfect)
        return [words(before, Rank.ACCUSATIVE, role), words(last, Rank.LATE, role)]
    if filling.role is FrameRole.JUDGEMENT:
        return _judgement(meaning, filling)
    return []


def _judgement(meaning: Meaning, filling: Filling) -> list[Phrase]:
    said = filling.word if filling.phrase is None else filling.phrase.form("acc")
    found = _judged_es(meaning, filling)
    if filling.slot.kind is SlotKind.ALS:
        return [*found, Phrase((Stretch("als"), Stretch(said, "judgement")), Rank.PREDICATIVE)]
    return [*found, words(said, Rank.PREDICATIVE, "judgement")]


def _judged_es(meaning: Meaning, filling: Filling) -> list[Phrase]:
    """The "es" that a judged clause needs ("hält es für falsch, dass …")."""
    content = meaning.filling(FrameRole.CONTENT)
    clausal = content is not None and content.slot.kind is SlotKind.CLAUSE
    needed = filling.role is FrameRole.JUDGEMENT and clausal and meaning.voice is Voice.ACTIVE
    return [words("es", Rank.PRONOUN)] if needed else []


def _prepositional(meaning: Meaning, filling: Filling, preposition: str) -> Phrase:
    late = _is_nominal_idiom(meaning)
    if filling.role is FrameRole.JUDGEMENT and filling.phrase is None:
        return Phrase((Stretch(preposition), Stretch(filling.word, "judgement")), Rank.PREDICATIVE)
    if filling.correlate:
        joint = "r" if preposition[0] in "aeiouü" else ""
        return words(f"da{joint}{preposition}", Rank.LATE if late else Rank.PREPOSITIONAL)
    assert filling.phrase is not None
    case = case_after(preposition, meaning.cue, filling.role)
    found = prepositional(filling.phrase, preposition, case, filling.role.value)
    return attrs.evolve(found, rank=Rank.LATE) if late and filling.role is FrameRole.CONTENT else found


def _is_nominal_idiom(meaning: Meaning) -> bool:
    """Whether an idiom has a noun as its object, which a prepositional phrase then follows."""
    parts = meaning.cue.split()
    kinds = [word_class(part) for part in parts[:-1]]
    return meaning.kind is CueKind.IDIOM and "noun" in kinds and "preposition" not in kinds and kinds[-1] == "noun"


def case_after(preposition: str, cue: str, role: FrameRole) -> Case:
    """The case a preposition governs beside a cue.

    >>> case_after("an", "appellieren", FrameRole.ADDRESSEE), case_after("an", "zweifeln", FrameRole.CONTENT)
    ('acc', 'dat')
    """
    own = closed.preposition(preposition)
    known: dict[str, Case] = vocabulary()["two_way_cases"]
    if preposition not in known:
        return "gen" if own == {"gen", "dat"} or "gen" in own else next(iter(own), "dat")
    other = f"{preposition}:{cue.replace(' ', '_')}" in vocabulary()["other_case"].split()
    usual = "acc" if preposition == "an" and role is FrameRole.ADDRESSEE else known[preposition]
    return usual if not other else "dat" if usual == "acc" and known[preposition] == "acc" else "acc"


def _own_words(meaning: Meaning, agrees: NounPhrase | None) -> list[Phrase]:
    """Reflexive, negation, and the words of an idiom or the adjective."""
    found: list[Phrase] = []
    parts, reflexive = _fixed(meaning, agrees)
    if reflexive or meaning.reflexive:
        who = "sich" if agrees is None or agrees.person == 3 else agrees.form("acc")
        found.append(words(who, Rank.REFLEXIVE))
    negation = meaning.negation
    if negation == "nicht" and parts and (taken := _kein(parts)):
        parts, negation = taken, ""
    if negation:
        found.append(words(negation, Rank.NEGATION))
    if parts:
        found.append(Phrase(parts, Rank.FIXED))
    return found


def _fixed(meaning: Meaning, agrees: NounPhrase | None) -> tuple[tuple[Stretch, ...], bool]:
    """The words that stand with the verb, and whether a reflexive does."""
    if meaning.kind is CueKind.ADJECTIVE:
        return (Stretch(meaning.cue, "cue"),), meaning.copula in _REFLEXIVE_COPULAS
    parts = meaning.cue.split()[:-1]
    own: list[Stretch] = []
    reflexive = False
    for at, part in enumerate(parts):
        kind = word_class(part)
        if kind == "reflexive" and (at == 0 or word_class(parts[at - 1]) != "preposition"):
            reflexive = True
        elif part != "es":
            own.append(Stretch(_possessed(part, agrees), None if kind in ("determiner", "reflexive") else "cue"))
    return tuple(own), reflexive


def _possessed(part: str, agrees: NounPhrase | None) -> str:
    """A possessive of an idiom made to agree with the subject ("gibt ihr Wort")."""
    stem = next((s for s in _BARE_POSSESSIVES if part.startswith(s) and word_class(part) == "determiner"), None)
    return part if stem is None or agrees is None else agrees.possessive + part[len(stem) :]


def _kein(parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """An idiom's object negated by "kein"; nothing where "nicht" stands before it."""
    first = parts[0]
    if first.text.startswith("ein") and word_class(first.text) == "determiner":
        return (Stretch("k" + first.text), *parts[1:])
    if word_class(first.text) != "noun" or len(parts) > 1:
        return ()
    return (Stretch(f"kein{_kein_ending(first.text)}"), *parts)


def _kein_ending(noun: str) -> str:
    own = {(a.gender, a.number) for a in nominal.noun(noun) if a.case == "acc"}
    return "en" if ("m", "sg") in own else "" if ("n", "sg") in own else "e"


def _complement(meaning: Meaning) -> tuple[Stretch, ...]:
    """The clause that follows, its role marked."""
    for filling in meaning.fillings:
        proposition, kind = filling.proposition, filling.slot.of
        if proposition is None:
            continue
        if filling.correlate:
            return (Stretch(proposition.subordinate("dass"), filling.role.value),)
        if filling.slot.kind is SlotKind.CLAUSE and kind is not None:
            return (Stretch(_as_clause(filling, kind), filling.role.value),)
    return ()


def _as_clause(filling: Filling, kind: str) -> str:
    assert filling.proposition is not None
    if kind == "v2":
        return filling.proposition.verb_second(filling.mood)
    if kind == "zu":
        return filling.proposition.zu_infinitive()
    return filling.proposition.subordinate(kind, filling.mood)


def _relative(meaning: Meaning, clause: Clause, subject: Phrase | None) -> tuple[Stretch, ...]:
    if subject is None or subject.head is None or subject.head.is_pronoun:
        raise ValueError("no antecedent")
    head = subject.head
    rest = attrs.evolve(clause, phrases=tuple(p for p in clause.phrases if p is not subject))
    end = _varied("plural_predicates" if head.number == "pl" else "predicates", meaning)
    opener = (*subject.words, Stretch(","), Stretch(RELATIVE_PRONOUNS[head.gender]))
    return (*opener, *verb_last(rest), Stretch(","), Stretch(f"{end}."))


def _around_quote(meaning: Meaning, clause: Clause, subject: Phrase | None) -> tuple[Stretch, ...]:
    filling = meaning.filling(FrameRole.CONTENT)
    assert filling is not None
    assert filling.proposition is not None
    said = filling.proposition.verb_second()
    said = said[:1].upper() + said[1:]
    if meaning.order is Order.QUOTE_LAST:
        return (*verb_second(clause, subject), Stretch(":"), Stretch(f"„{said}.“", "content"))
    framed = (Stretch(f"„{said}“", "content"), Stretch(","), *verb_second(_without_es(clause), None))
    if meaning.order is Order.QUOTE_FIRST:
        return (*framed, Stretch("."))
    return (*framed, Stretch(","), Stretch(f"„{_SECOND_HALF}.“", "content"))


def _around_host(meaning: Meaning, clause: Clause, subject: Phrase | None) -> tuple[Stretch, ...]:
    filling = meaning.filling(FrameRole.CONTENT)
    assert filling is not None
    assert filling.proposition is not None
    said = filling.proposition
    if meaning.order is Order.HOST_WIE:
        return (Stretch("wie"), *verb_last(clause), Stretch(","), Stretch(said.inverted(), "content"), Stretch("."))
    inner = verb_second(_without_es(clause), None)
    if meaning.order is Order.HOST_FIRST:
        return (Stretch(said.verb_second(filling.mood), "content"), Stretch(","), *inner, Stretch("."))
    first, rest = said.halves()
    return (Stretch(first, "content"), Stretch(","), *inner, Stretch(","), Stretch(rest, "content"), Stretch("."))


# --- nouns -----------------------------------------------------------------------------------------------------------


def _with_noun(meaning: Meaning) -> tuple[Stretch, ...]:
    quoting = any(f.slot.kind is SlotKind.QUOTE for f in meaning.fillings)
    if meaning.order is Order.NOUN_OBJECT or quoting:
        end = () if quoting else (Stretch("."),)
        return (Stretch("das Papier enthält"), *_noun_group(meaning, "acc", closed=False), *end)
    if meaning.order is Order.NOUN_PREPOSITIONAL:
        above = meaning.preposition or "trotz"
        group = _noun_group(meaning, case_after(above, meaning.cue, FrameRole.CONTENT), closed=True)
        return (Stretch(above), *group, Stretch("stocken die Gespräche."))
    return (*_noun_group(meaning, "nom", closed=True), Stretch(f"{_varied('noun_predicates', meaning)}."))


def _noun_group(meaning: Meaning, case: Case, closed: bool) -> tuple[Stretch, ...]:
    """The noun with determiner, possessor and complements; a clause is closed by a comma where more follows."""
    noun = common(meaning.cue)
    article, own = noun.form(case).rsplit(" ", 1)
    before: tuple[Stretch, ...] = (Stretch(article),)
    after: list[Stretch] = []
    clause: tuple[Stretch, ...] = ()
    for filling in sorted(meaning.fillings, key=_closeness):
        role, phrase, kind = filling.role.value, filling.phrase, filling.slot.kind
        if kind in (SlotKind.POSSESSIVE, SlotKind.POSSESSOR) and phrase is not None and phrase.is_pronoun:
            before = (Stretch(possessive(phrase.possessive, case, noun.gender, noun.number), role),)
        elif kind in (SlotKind.POSSESSOR, SlotKind.GENITIVE) and phrase is not None:
            after += _genitive(phrase, role)
        elif kind is SlotKind.ALS:
            after += (Stretch("als"), Stretch(filling.word, role))
        elif kind is SlotKind.PP and filling.slot.of is not None:
            after += _prepositional(meaning, filling, filling.slot.of).words
        if filling.proposition is not None:
            clause = _noun_clause(filling)
    end = (Stretch(","),) if clause and closed else ()
    return (*before, Stretch(own, "cue"), *after, *clause, *end)


def _closeness(filling: Filling) -> int:
    """Genitives stand next to the noun, then the addressee, then the content."""
    genitive = filling.slot.kind in (SlotKind.POSSESSOR, SlotKind.GENITIVE)
    return 0 if genitive else 1 if filling.role is not FrameRole.CONTENT else 2


def _genitive(phrase: NounPhrase, role: str) -> tuple[Stretch, ...]:
    """A genitive after its noun; names and bare plurals take "von"."""
    if phrase.bare and phrase.kind != "country":
        return (Stretch("von"), Stretch(phrase.form("dat"), role))
    return (Stretch(phrase.form("gen"), role),)


def _noun_clause(filling: Filling) -> tuple[Stretch, ...]:
    assert filling.proposition is not None
    if filling.slot.kind is SlotKind.QUOTE:
        said = filling.proposition.verb_second()
        return (Stretch(":"), Stretch(f"„{said[:1].upper()}{said[1:]}.“", filling.role.value))
    kind = "dass" if filling.correlate else filling.slot.of or "dass"
    return (Stretch(","), Stretch(_as_clause(filling, kind), filling.role.value))


# --- attributions ----------------------------------------------------------------------------------------------------


def _with_attribution(meaning: Meaning) -> tuple[Stretch, ...]:
    content = meaning.filling(FrameRole.CONTENT)
    assert content is not None
    assert content.proposition is not None
    said = content.proposition
    phrase = attribution(meaning)
    if meaning.cue == "wonach":
        told = said.subordinate("dass", content.mood).removeprefix("dass ")
        return (Stretch("es gibt Berichte,"), *phrase, Stretch(told, "content"), Stretch("."))
    if meaning.order is Order.ATTRIBUTION_LAST:
        return (Stretch(said.verb_second(), "content"), Stretch(","), *phrase, Stretch("."))
    if meaning.order is Order.ATTRIBUTION_MIDDLE:
        return _inserted(meaning, phrase)
    return (*phrase, Stretch(said.inverted(content.mood), "content"), Stretch("."))


def _inserted(meaning: Meaning, phrase: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """An attribution between finite verb and object, "so X" between commas after the subject."""
    content = meaning.filling(FrameRole.CONTENT)
    assert content is not None
    assert content.proposition is not None
    first, rest = content.proposition.halves()
    finite, _, last = rest.partition(" ")
    if meaning.cue == "so":
        first_part, second = (Stretch(first, "content"), Stretch(rest, "content"))
        return (first_part, Stretch(","), *phrase, Stretch(","), second, Stretch("."))
    return (Stretch(f"{first} {finite}", "content"), *phrase, Stretch(last, "content"), Stretch("."))


def attribution(meaning: Meaning) -> tuple[Stretch, ...]:
    """The attributor with the phrase it governs: "laut der SPD", "der SPD zufolge", "nach Angaben der SPD"."""
    actor = meaning.filling(FrameRole.ACTOR)
    cue = meaning.cue
    if actor is None or actor.phrase is None:
        return (Stretch(cue, "cue"),)
    who = actor.phrase
    if actor.slot.kind is SlotKind.POSSESSOR:
        return _possessed_attribution(cue, who)
    if cue == "zufolge":
        return (Stretch(who.form("dat"), "actor"), Stretch(cue, "cue"))
    case: Case = "nom" if cue == "so" else "acc" if cue.endswith("auf") else "dat"
    return (Stretch(cue, "cue"), Stretch(who.form(case), "actor"))


def _possessed_attribution(cue: str, who: NounPhrase) -> tuple[Stretch, ...]:
    before, _, last = cue.rpartition(" ")
    owner = _genitive(who, "actor")
    if last in ("zufolge", "nach"):
        article = (Stretch("der"),) if last == "nach" else ()
        return (*article, Stretch(before, "cue"), *owner, Stretch(last, "cue"))
    return (Stretch(cue, "cue"), *owner)
