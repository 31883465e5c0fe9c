"""From a rule to meanings: which cue, which frame, who and what, and how it is put.

A rule and a way of choosing flow in, a :class:`Meaning` flows out. The same code serves a seeded generator and
Hypothesis: both only say how one of several options is chosen. What can be combined is derived from the frame: a
passive needs an accusative or a clause, a quotation an active clause, and an object leads only where its case is seen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence, Set
from typing import Final, Protocol, TypeVar

import attrs

from stance.german import closed
from stance.german.idioms import word_class
from stance.model import CommitmentType
from stance.rules.schema import Conditions, CueKind, Frame, FrameRole, Rule, Slot, SlotKind
from stance.testing.meaning import HOSTING, NOMINAL, QUOTING, Filling, Meaning, Order
from stance.testing.nouns import NounPhrase, actors, common, pronoun, things, vocabulary
from stance.testing.propositions import Proposition, propositions
from stance.testing.verbs import Tense, VerbMood, Voice

T = TypeVar("T")


class Choose(Protocol):
    """Chooses one of several options; the first is the plainest."""

    def __call__(self, options: Sequence[T]) -> T: ...


class NoMeaningError(ValueError):
    """A rule asks for something that the generator cannot say; the message says what."""


_CLAUSES: Final = frozenset({SlotKind.CLAUSE, SlotKind.QUOTE, SlotKind.HOST, SlotKind.PREDICATE})
_MAY_LACK: Final = frozenset({SlotKind.PP, SlotKind.POSSESSOR, SlotKind.POSSESSIVE, SlotKind.GENITIVE})
_KINDS: Final = {"person": ("person", "pronoun"), "institution": ("institution", "country")}
_CORRELATES: Final = frozenset({"für", "gegen", "auf", "über", "an", "mit", "zu", "vor", "von", "um", "nach"})
_TENSES: Final = (Tense.PRESENT, Tense.PRETERITE, Tense.PERFECT, Tense.PRESENT, Tense.PLUPERFECT, Tense.FUTURE)
_SAYING_TENSES: Final = (Tense.PRETERITE, Tense.PRESENT, Tense.PERFECT)
_MODALS: Final = ("", "", "", "", "", "", "", "wollen", "sollen", "können", "müssen")
_NEGATIONS: Final = ("", "", "", "", "", "", "nicht", "nie")
_MAIN: Final = (Order.SUBJECT, Order.ADVERBIAL, Order.WEIL, Order.RELATIVE, Order.QUESTION)
_ATTRIBUTING: Final = (Order.ATTRIBUTION_FIRST, Order.ATTRIBUTION_MIDDLE)
_DENYING: Final = frozenset({"ohne", "statt", "anstatt"})
_TOLD: Final = frozenset(
    {CommitmentType.ASSERTION, CommitmentType.ADMISSION, CommitmentType.PROMISE, CommitmentType.DEMAND}
)
_SUFFIX: Final = 5
_FIXED_KINDS: Final = (CueKind.NOUN, CueKind.ATTRIBUTION, CueKind.TOKENS)


def sample(rule: Rule, count: int, seed: int = 0) -> Iterator[Meaning]:
    """Meanings of a rule, the same for the same seed: every cue and every slot of the content gets its turn.

    Args:
        rule: a rule with its lists put in, as a :class:`RuleSet` holds it.
        count: how many; never fewer than there are pairs of frame and slot of the content.
        seed: of the generator.

    Raises:
        NoMeaningError: the rule has no sentence at all.
    """
    source = random.Random(f"{rule.id} {seed}")
    shapes = [(frame, slot) for frame in rule.frames for slot in _content_slots(frame)]
    made = 0
    for attempt in range(20 * max(count, len(shapes))):
        frame, slot = shapes[attempt % len(shapes)]
        cue = rule.cue.words[attempt % len(rule.cue.words)] if rule.cue.words else ""
        try:
            yield _draw(rule, frame, slot, cue, chooser(source))
        except NoMeaningError:
            continue
        made += 1
        if made >= max(count, len(shapes)):
            return
    if not made:
        raise NoMeaningError(f"{rule.id}: nothing to say")


def chooser(source: random.Random) -> Choose:
    def choose(options: Sequence[T]) -> T:
        return source.choice(options)

    return choose


def plain_meanings(rule: Rule, count: int, seed: int = 0) -> Iterator[Meaning]:
    """Meanings of a rule as plain main clauses in the present or preterite, to which variations can be applied.

    Args:
        rule: a rule with its lists put in; one with a verb, an idiom or an adjective as its cue.
        count: at most how many.
        seed: of the generator.
    """
    found = [meaning for meaning in sample(rule, 3 * count, seed) if meaning.order not in (*QUOTING, *HOSTING)]
    yield from (_made_plain(rule, meaning) for meaning in found[:count])


def _made_plain(rule: Rule, meaning: Meaning) -> Meaning:
    """A meaning as a main clause that begins with its subject, with no more than its rule asks for."""
    required = (rule.requires, *(frame.requires for frame in rule.frames))
    return attrs.evolve(
        meaning,
        order=Order.SUBJECT,
        voice=Voice.ACTIVE,
        tense=meaning.tense if meaning.tense in (Tense.PRESENT, Tense.PRETERITE) else Tense.PRESENT,
        modal=meaning.modal if any(own.modal for own in required) else "",
        negation=meaning.negation if any(own.negated for own in required) else "",
        adverbial="",
        parenthesis="",
    )


def draw_meaning(rule: Rule, choose: Choose) -> Meaning:
    """One meaning of a rule.

    Args:
        rule: a rule with its lists put in.
        choose: chooses one of several options.

    Raises:
        NoMeaningError: what was chosen does not go together, or the rule asks for what the generator cannot say.
    """
    if not rule.cue.words:
        raise NoMeaningError("a cue of token patterns")
    frame = choose(rule.frames)
    return _draw(rule, frame, choose(_content_slots(frame)), choose(rule.cue.words), choose)


def _content_slots(frame: Frame) -> tuple[Slot | None, ...]:
    """The slots of the content, None for a frame without one."""
    return frame.content or (None,)


def _draw(rule: Rule, frame: Frame, slot: Slot | None, cue: str, choose: Choose) -> Meaning:
    required = (rule.requires, frame.requires)
    fillings = _fillings(rule, frame, slot, choose)
    plain = Meaning(rule.id, rule.type, rule.cue.kind, cue, fillings=fillings)
    adverb = _adverb(required, fillings) or _circumstance(rule, required, choose)
    plain = attrs.evolve(plain, adverb=adverb, reflexive=any(own.reflexive for own in required))
    if rule.cue.kind is CueKind.ADJECTIVE:
        plain = attrs.evolve(plain, copula=choose(rule.cue.copula))
    above = _prepositions(rule, frame)
    if above:
        return attrs.evolve(plain, preposition=choose(above), order=Order.NOUN_PREPOSITIONAL)
    if rule.cue.kind in _FIXED_KINDS:
        return attrs.evolve(plain, order=choose(_fixed_orders(plain)))
    plain = _told(attrs.evolve(plain, order=choose(_orders(plain))))
    voiced = attrs.evolve(plain, voice=_voice(plain, rule, choose))
    return _with_verb_features(_with_agent(voiced, choose), required, (rule.unless, frame.unless), choose)


def _prepositions(rule: Rule, frame: Frame) -> tuple[str, ...]:
    """The prepositions that a noun cue has to stand under, those left out that deny the act."""
    wanted = [word for own in (rule.requires, frame.requires) for word in own.pp]
    if rule.cue.kind is not CueKind.NOUN:
        return ()
    return tuple(word for word in wanted if closed.preposition(word) and word not in _DENYING)


def _adverb(required: Sequence[Conditions], fillings: Sequence[Filling]) -> str:
    """An adverb that the frame asks for and no filling brings along."""
    wanted = next((own.adverb for own in required if own.adverb), ())
    brought = {filling.slot.of for filling in fillings if filling.slot.of is not None}
    if not wanted or {*wanted, *(closed.pronominal_adverb(word) for word in wanted)} & brought:
        return ""
    if closed.pronominal_adverb(wanted[0]) is None and closed.preposition(wanted[0]):
        raise NoMeaningError(f"no phrase with {wanted[0]}")
    return f"als {wanted[0]}" if wanted[0][0].isupper() else wanted[0]


def _circumstance(rule: Rule, required: Sequence[Conditions], choose: Choose) -> str:
    """A phrase with one of the nouns that a frame of a verb asks for beside it ("in dem Brief")."""
    nouns = [word for own in required for word in own.pp if word[:1].isupper()]
    if rule.cue.kind is not CueKind.VERB or not nouns:
        return ""
    try:
        return f"in {common(choose(nouns)).form('dat')}"
    except ValueError as unknown:
        raise NoMeaningError(str(unknown)) from unknown


def _told(meaning: Meaning) -> Meaning:
    """A verb-second content of a verb-last clause is in Konjunktiv I; the indicative stands after main clauses only."""
    content = meaning.filling(FrameRole.CONTENT)
    if content is None or content.slot.of != "v2" or meaning.order not in (Order.WEIL, Order.RELATIVE):
        return meaning
    return meaning.with_filling(attrs.evolve(content, mood=VerbMood.KONJUNKTIV1))


# --- who and what ----------------------------------------------------------------------------------------------------


def _fillings(rule: Rule, frame: Frame, slot: Slot | None, choose: Choose) -> tuple[Filling, ...]:
    conditions = (rule.requires, frame.requires)
    unless = (rule.unless, frame.unless)
    needed = {role for own in conditions for role in own.roles}
    found: list[Filling] = []
    alone = bool(_prepositions(rule, frame))
    if slot is not None and not (FrameRole.CONTENT in frame.optional and (alone or choose((False, False, True)))):
        found.append(_content(rule, slot, conditions, unless, choose))
    for role in (FrameRole.ACTOR, FrameRole.ADDRESSEE):
        free = [s for s in frame.slots(role) if not any(_clash(s, f.slot) for f in found)]
        if not free:
            if role in needed:
                raise NoMeaningError(f"no free slot for {role}")
            continue
        own = choose(free) if role is FrameRole.ACTOR else free[0]
        if role in needed or not _left_out(rule, role, own, choose):
            taken = [f.phrase for f in found]
            found.append(Filling(role, own, _holder(rule, role, own, taken, choose)))
    if frame.judgement:
        found.append(_judgement(choose(frame.judgement), choose))
    return tuple(sorted(found, key=lambda f: list(FrameRole).index(f.role)))


def _left_out(rule: Rule, role: FrameRole, slot: Slot, choose: Choose) -> bool:
    """Whether a role that may be missing is; a name for a report ("Medienberichte") has no possessor."""
    if rule.cue.kind is CueKind.ATTRIBUTION:
        return slot.kind is SlotKind.POSSESSOR and rule.requires.actor == "any"
    told = slot.kind is SlotKind.DATIVE and role is FrameRole.ADDRESSEE
    return (told or slot.kind in _MAY_LACK) and choose((False, True))


def _clash(one: Slot, other: Slot) -> bool:
    """Whether two slots are the same place of the clause, or two genitives of one noun."""
    genitives = {SlotKind.GENITIVE, SlotKind.POSSESSOR}
    return one == other or (one.kind in genitives and other.kind in genitives)


def _holder(rule: Rule, role: FrameRole, slot: Slot, taken: Sequence[NounPhrase | None], choose: Choose) -> NounPhrase:
    """Somebody who can act, of the kind that the rule asks for, other than those who already have a role."""
    required = (rule.requires, *(frame.requires for frame in rule.frames))
    unless = (rule.unless, *(frame.unless for frame in rule.frames))
    wanted = next((kind for own in required if (kind := getattr(own, role.value)) in _KINDS), None)
    excluded = {word for own in unless for word in (*own.subject, *own.pp)}
    taken_lemmas = {own.lemma for own in taken if own is not None} | excluded
    free = [own for own in actors() if own.lemma not in taken_lemmas and (wanted is None or own.kind in _KINDS[wanted])]
    bare = rule.cue.kind is CueKind.ATTRIBUTION or slot.kind in (SlotKind.PP, SlotKind.GENITIVE)
    if slot.kind is SlotKind.POSSESSIVE:
        return choose([own for own in free if own.is_pronoun])
    if bare:
        free = [own for own in free if not own.is_pronoun]
    if any(t is not None and t.is_pronoun for t in taken):
        free = [own for own in free if not own.is_pronoun]
    return choose([own for own in free if _shows_its_case(own, slot)])


def _shows_its_case(phrase: NounPhrase, slot: Slot) -> bool:
    """Whether a reader sees that an object is one.

    "Drohte eine Expertin der FDP" may hold a genitive, a name after a noun may be an apposition, "sie" a subject.
    """
    if slot.kind not in (SlotKind.DATIVE, SlotKind.ACCUSATIVE):
        return True
    if phrase.is_pronoun:
        return slot.kind is SlotKind.DATIVE or phrase.form("acc") != phrase.form("nom") or phrase.lemma == "das"
    named = phrase.bare or phrase.lemma.isupper()
    return not named and (slot.kind is SlotKind.ACCUSATIVE or phrase.form("dat") != phrase.form("gen"))


def _content(
    rule: Rule, slot: Slot, required: Sequence[Conditions], unless: Sequence[Conditions], choose: Choose
) -> Filling:
    if slot.kind in _CLAUSES:
        return _clausal(rule, slot, required, choose)
    nominal = rule.cue.kind is CueKind.NOUN
    wanted = next((own.content for own in required if own.content), ())
    correlates = slot.kind is SlotKind.PP and slot.of in _CORRELATES and not nominal and not _has_preposition(rule)
    adverbs = [word for own in required for word in own.adverb]
    asked = slot.of is not None and any(closed.pronominal_adverb(word) == slot.of for word in adverbs)
    if asked or (correlates and not wanted and choose((False, False, False, True))):
        return Filling(FrameRole.CONTENT, slot, None, choose(propositions()), correlate=True)
    excluded = {word for own in unless for word in own.content}
    known = _listed(wanted, slot) if wanted else [t for t in things() if not _is_named(t.lemma, excluded)]
    clear = [own for own in known if _shows_its_case(own, slot)]
    if not clear:
        raise NoMeaningError("no content that shows its case")
    return Filling(FrameRole.CONTENT, slot, choose(clear))


def _is_named(lemma: str, words: Set[str]) -> bool:
    """Whether a noun is one of some words or a compound that ends in one, as conditions of rules see it."""
    return lemma in words or any(len(word) >= _SUFFIX and lemma.endswith(word.lower()) for word in words)


def _has_preposition(rule: Rule) -> bool:
    """Whether an idiom has a prepositional phrase of its own, which leaves no room for a correlate."""
    parts = {part for word in rule.cue.words for part in word.split()[:-1]}
    return rule.cue.kind is CueKind.IDIOM and any(word_class(part) == "preposition" for part in parts)


def _listed(wanted: Sequence[str], slot: Slot) -> list[NounPhrase]:
    """Phrases around the words a rule asks for; those the tables do not have are passed over."""
    found: list[NounPhrase] = []
    for word in wanted:
        if word == "das" and slot.kind is SlotKind.ACCUSATIVE:
            found.append(pronoun(word))
        elif word[:1].isupper():
            try:
                found.append(common(word))
            except ValueError:
                continue
    if not found:
        raise NoMeaningError(f"no such content: {', '.join(wanted[:3])}")
    return found


def _clausal(rule: Rule, slot: Slot, required: Sequence[Conditions], choose: Choose) -> Filling:
    infinite = slot.of == "zu" or slot.kind is SlotKind.PREDICATE
    free: list[Proposition] = [p for p in propositions() if p.agent] if infinite else list(propositions())
    if rule.cue.kind is CueKind.ATTRIBUTION:
        free = [p for p in free if p.object is not None or p.adverb]
    moods: tuple[VerbMood, ...] = (VerbMood.INDICATIVE,)
    if slot.of == "v2":
        told = VerbMood.KONJUNKTIV1
        moods = (told,) if rule.cue.kind is CueKind.NOUN else (told, told, VerbMood.INDICATIVE)
    elif slot.kind is SlotKind.HOST and any(own.mood for own in required):
        moods = (VerbMood.KONJUNKTIV1,)
    perfect = any(own.infinitive == "perfect" for own in required)
    return Filling(FrameRole.CONTENT, slot, None, choose(free), mood=choose(moods), perfect=perfect)


def _judgement(slot: Slot, choose: Choose) -> Filling:
    known = vocabulary()["judgements"]
    polarity = choose(("negative", "positive"))
    if slot.kind is SlotKind.ACCUSATIVE:
        return Filling(FrameRole.JUDGEMENT, slot, common(choose(known["nouns"][polarity]), "indefinite"))
    return Filling(FrameRole.JUDGEMENT, slot, word=choose(known["adjectives"][polarity]))


# --- how it is put ---------------------------------------------------------------------------------------------------


def _fixed_orders(meaning: Meaning) -> tuple[Order, ...]:
    """The orders of noun cues and attributors."""
    if meaning.kind is CueKind.NOUN:
        beside = any(f.slot.of in ("bei", "durch") and f.role is FrameRole.ACTOR for f in meaning.fillings)
        return (Order.NOUN_SUBJECT,) if beside else NOMINAL
    if meaning.cue == "so":
        return (Order.ATTRIBUTION_MIDDLE, Order.ATTRIBUTION_LAST)
    content = meaning.filling(FrameRole.CONTENT)
    reported = content is not None and content.mood is not VerbMood.INDICATIVE
    return (Order.ATTRIBUTION_FIRST,) if reported else _ATTRIBUTING


def _orders(meaning: Meaning) -> tuple[Order, ...]:
    """The orders that a meaning with a verb can have."""
    content = meaning.filling(FrameRole.CONTENT)
    if content is not None and content.slot.kind is SlotKind.QUOTE:
        return QUOTING
    subject = meaning.by_slot(SlotKind.SUBJECT)
    if content is not None and content.slot.kind is SlotKind.HOST:
        attitude = meaning.kind is not CueKind.VERB and meaning.type not in _TOLD
        reporting = subject is not None and meaning.kind is not CueKind.ADJECTIVE and not attitude
        return HOSTING if reporting else (Order.HOST_FIRST, Order.HOST_SPLIT)
    found = list(_MAIN)
    if subject is None or subject.phrase is None or subject.phrase.is_pronoun:
        found.remove(Order.RELATIVE)
    if content is not None and content.slot.of in ("dass", "ob", "w") and not meaning.filling(FrameRole.JUDGEMENT):
        found.append(Order.CONTENT)
    if _can_lead(meaning, subject):
        found.append(Order.OBJECT)
    return tuple(found)


def _can_lead(meaning: Meaning, subject: Filling | None) -> bool:
    """Whether an object can stand in the prefield and still be known for one."""
    if subject is None or subject.phrase is None:
        return False
    objects = [f for f in meaning.fillings if f.phrase is not None and f is not subject]
    if not objects or any(f.phrase.is_pronoun for f in objects if f.phrase is not None):
        return False
    accusative = meaning.by_slot(SlotKind.ACCUSATIVE)
    if accusative is None or accusative.phrase is None or accusative.phrase.kind == "thing":
        return subject.phrase.kind != "thing"
    who, whom = subject.phrase, accusative.phrase
    return who.number != whom.number or who.form("nom") != who.form("acc") or whom.form("nom") != whom.form("acc")


def can_be_passive(meaning: Meaning) -> bool:
    """Whether a meaning has a passive: its actor is the subject of a verb with an accusative or a clause."""
    parts = meaning.cue.split()
    subject, object_ = meaning.by_slot(SlotKind.SUBJECT), meaning.by_slot(SlotKind.ACCUSATIVE)
    clausal = any(f.slot.kind is SlotKind.CLAUSE and f.slot.of in ("dass", "zu", "ob", "w") for f in meaning.fillings)
    return (
        meaning.kind in (CueKind.VERB, CueKind.IDIOM)
        and "sich" not in parts
        and parts[-1] not in vocabulary()["no_passive"].split()
        and subject is not None
        and subject.role is FrameRole.ACTOR
        and (object_ is not None or (clausal and meaning.kind is CueKind.VERB))
        and meaning.filling(FrameRole.JUDGEMENT) is None
        and not any(f.slot.of == "von" for f in meaning.fillings)
    )


def _voice(meaning: Meaning, rule: Rule, choose: Choose) -> Voice:
    """Passive for one in four meanings that can be; the modal one for those without subject that must be."""
    excluded = (*QUOTING, *HOSTING, Order.OBJECT, Order.RELATIVE, Order.CONTENT)
    voices = {voice for own in (rule.requires, *(f.requires for f in rule.frames)) for voice in own.voice}
    if voices == {"passive"} and meaning.by_slot(SlotKind.SUBJECT) is None:
        return Voice.MODAL_PASSIVE
    if meaning.order in excluded or not can_be_passive(meaning) or (voices and "passive" not in voices):
        return Voice.ACTIVE
    return choose((Voice.ACTIVE, Voice.ACTIVE, Voice.ACTIVE, Voice.PASSIVE))


def _with_agent(meaning: Meaning, choose: Choose) -> Meaning:
    """A passive whose agent is no pronoun."""
    actor = meaning.filling(FrameRole.ACTOR)
    if meaning.voice is Voice.ACTIVE or actor is None or actor.phrase is None or not actor.phrase.is_pronoun:
        return meaning
    return meaning.with_filling(attrs.evolve(actor, phrase=choose([own for own in actors() if not own.is_pronoun])))


def _with_verb_features(
    meaning: Meaning, required: Sequence[Conditions], unless: Sequence[Conditions], choose: Choose
) -> Meaning:
    """Tense, mood, modal, negation, adverbial and parenthesis, as rule and order allow."""
    saying = meaning.order in (*QUOTING, *HOSTING)
    negated = any(own.negated for own in required)
    never = any(own.negated for own in unless) or any(own.negated is False for own in required) or saying
    modal = next((own.modal[0] for own in required if own.modal), "")
    moods = {mood for own in required for mood in own.mood}
    excluded = {tense for own in unless for tense in own.tense}
    wish = meaning.cue.split()[-1] in ("mögen", "möchten") and "konjunktiv2" in moods
    tenses = [t for t in (_SAYING_TENSES if saying else _TENSES) if t.value not in excluded]
    if wish:
        tenses = [Tense.PRESENT]
    full = _takes_infinitive(meaning) or meaning.voice is Voice.MODAL_PASSIVE
    banned = {word for own in unless for word in own.modal} | (set() if _acts(meaning) else {"wollen"})
    modals = tuple(own for own in _MODALS if own not in banned)
    own_modal = modal or ("" if saying or full or negated else choose(modals))
    if own_modal or full:
        tenses = [t for t in tenses if t in (Tense.PRESENT, Tense.PRETERITE)]
    barred = {word for own in unless for word in (*own.pp, *own.adverb)}
    adverbials: list[str] = [own for own in vocabulary()["adverbials"] if not barred & set(own.split())]
    adverbial = choose(adverbials)
    if meaning.order is not Order.ADVERBIAL and (
        saying or meaning.kind is CueKind.MODAL or choose((True, False, False))
    ):
        adverbial = ""
    may_interrupt = meaning.order in (Order.SUBJECT, Order.WEIL) and not adverbial and meaning.kind is not CueKind.MODAL
    return attrs.evolve(
        meaning,
        tense=choose(tenses),
        mood=VerbMood.KONJUNKTIV2 if wish else VerbMood.INDICATIVE,
        modal=own_modal,
        negation=_negation(meaning, negated, never, choose),
        adverbial=adverbial,
        parenthesis=choose(["", "", "", *vocabulary()["parentheses"]]) if may_interrupt else "",
    )


def _acts(meaning: Meaning) -> bool:
    """Whether the actor is the subject, so that "wollen" makes sense."""
    subject = meaning.by_slot(SlotKind.SUBJECT)
    return meaning.voice is Voice.ACTIVE and subject is not None and subject.role is FrameRole.ACTOR


def _takes_infinitive(meaning: Meaning) -> bool:
    """Whether the verb of the cue may stand over an infinitive, so that it is put into a simple tense."""
    return meaning.cue.split()[-1] in ("wollen", "mögen", "möchten", "lassen", "heißen")


def _negation(meaning: Meaning, negated: bool, never: bool, choose: Choose) -> str:
    if never:
        return ""
    if negated:
        return "nicht"
    has_own = meaning.kind is CueKind.IDIOM and any(
        word_class(part) == "negative" or part in ("nichts", "wenig", "kaum") for part in meaning.cue.split()
    )
    return "" if has_own else choose(_NEGATIONS)
