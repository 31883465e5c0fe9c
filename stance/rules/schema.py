"""The rule language as value objects: a pack, its rules, their cues, frames, conditions and examples.

The reader (:mod:`stance.rules.reader`) turns YAML into these; the compiler turns these into a trigger index. Slots name
clause roles, never the labels of one parser. A frame is a valency frame of the cue in the sense of Helbig & Schenkel
(1969); the roles it fills are those of a commitment.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

import attrs

from stance.model import CommitmentType, Form, Polarity, Status, Strength


class CueKind(StrEnum):
    """What part of speech carries the act, and so which trigger index a cue goes to."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    IDIOM = "idiom"
    ATTRIBUTION = "attribution"
    MODAL = "modal"
    TOKENS = "tokens"


class FrameRole(StrEnum):
    """The roles that a frame can fill."""

    ACTOR = "actor"
    ADDRESSEE = "addressee"
    CONTENT = "content"
    JUDGEMENT = "judgement"


class SlotKind(StrEnum):
    """Where in the clause graph a role is looked for.

    For verbs, adjectives, idioms and modals: ``subject accusative dative genitive predicative als agent
    pp.<preposition> clause.<dass|ob|w|v2|zu|wenn> quote host``, for modals also ``predicate``. For nouns: ``possessor``
    (genitive, possessive or von-phrase; the subject of a verb the noun is object of is *not* meant),
    ``genitive possessive pp.<preposition> clause.* quote`` (quote after a colon). For attributions: ``governed`` (the
    noun phrase before or after the attributor), ``possessor``, ``host``.

    ``host`` is the clause around a parenthetical or attributive cue ("so Merz", "sagte er", "laut X", "wie X sagte");
    ``predicate`` is the infinitive phrase below a modal ("will [die Steuern senken]"); ``quote`` a direct quotation.
    """

    SUBJECT = "subject"
    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    GENITIVE = "genitive"
    PREDICATIVE = "predicative"
    ALS = "als"
    AGENT = "agent"
    PP = "pp"
    CLAUSE = "clause"
    QUOTE = "quote"
    HOST = "host"
    PREDICATE = "predicate"
    POSSESSOR = "possessor"
    POSSESSIVE = "possessive"
    GOVERNED = "governed"


@attrs.frozen
class Slot:
    """One place where a role may be found, as ``pp.von`` or ``clause.dass``.

    Attributes:
        kind: the role in the clause.
        of: preposition of a ``pp`` slot, clause type of a ``clause`` slot, else None.
    """

    kind: SlotKind
    of: str | None = None

    def __str__(self) -> str:
        return self.kind.value if self.of is None else f"{self.kind.value}.{self.of}"


@attrs.frozen
class Conditions:
    """What else must hold (``requires``) or must not hold (``unless``) of the cue's clause. All given ones together.

    Attributes:
        negated: the cue's predicate is negated.
        voice: one of these voices.
        tense: one of these tenses.
        mood: one of these moods.
        person: the finite verb's person.
        modal: a modal with one of these lemmas stands above the cue.
        infinitive: "perfect" or "present": the infinitive below a modal cue.
        actor: "agent" (can act: the default of every rule), "person", "institution", "any".
        addressee: the same for the addressee.
        content: lemmas of which one heads the content (or is the content clause's verb).
        subject, accusative, dative, pp: lemmas of which one heads such an argument of the cue; ``pp`` also takes
            prepositions, and for a noun cue it looks at the prepositional phrase that the noun itself heads.
        adverb: lemmas or forms of which one stands in the cue's clause.
        roles: frame roles that must be filled (they are optional otherwise, content and judgement apart).
        reflexive: a reflexive pronoun stands in the clause.
        plural: the cue noun is plural.
    """

    negated: bool | None = None
    voice: tuple[str, ...] = ()
    tense: tuple[str, ...] = ()
    mood: tuple[str, ...] = ()
    person: tuple[int, ...] = ()
    modal: tuple[str, ...] = ()
    infinitive: str | None = None
    actor: str | None = None
    addressee: str | None = None
    content: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    accusative: tuple[str, ...] = ()
    dative: tuple[str, ...] = ()
    pp: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    roles: tuple[FrameRole, ...] = ()
    reflexive: bool | None = None
    plural: bool | None = None


@attrs.frozen
class Frame:
    """One valency frame: which role is filled by which slot, alternatives in order of preference.

    ``content`` and ``judgement`` must be filled where the frame names them, unless written with a question mark
    (``content?``). ``actor`` and ``addressee`` are filled where the text gives them.

    Attributes:
        actor: where the holder stands.
        addressee: where the one to whom the act is directed stands.
        content: where what is claimed, demanded, judged … stands.
        judgement: where what the content is judged to be stands.
        optional: roles written with a question mark.
        requires: what else must hold for this frame.
        unless: what must not hold for this frame.
        polarity: the actor's attitude to the content in this frame, where it differs from the rule's.
    """

    actor: tuple[Slot, ...] = ()
    addressee: tuple[Slot, ...] = ()
    content: tuple[Slot, ...] = ()
    judgement: tuple[Slot, ...] = ()
    optional: frozenset[FrameRole] = frozenset()
    requires: Conditions = Conditions()
    unless: Conditions = Conditions()
    polarity: Polarity | None = None

    def slots(self, role: FrameRole) -> tuple[Slot, ...]:
        """The slots of a role."""
        found: tuple[Slot, ...] = getattr(self, role.value)
        return found

    @cached_property
    def _line(self) -> str:
        parts = []
        for role in FrameRole:
            slots = self.slots(role)
            if slots:
                mark = "?" if role in self.optional else ""
                parts.append(f"{role.value}{mark}: {' | '.join(map(str, slots))}")
        return ", ".join(parts)

    def __str__(self) -> str:
        """The frame in one line.

        >>> subject, clause = Slot(SlotKind.SUBJECT), Slot(SlotKind.CLAUSE, "dass")
        >>> str(Frame(actor=(subject,), content=(clause, Slot(SlotKind.QUOTE))))
        'actor: subject, content: clause.dass | quote'
        """
        return self._line


@attrs.frozen
class Cue:
    """The words that trigger a rule.

    Attributes:
        kind: which index they go to.
        words: lemmas for verbs (particle verbs in one word, "sich weigern" with its reflexive), nouns, adjectives,
            modals; citation forms with the verb last for idioms ("in Aussicht stellen", "eine Absage erteilen"); words
            for attributions ("laut", "zufolge", "nach Angaben").
        patterns: spaCy token patterns for kind ``tokens``, as JSON strings.
        copula: verbs that an adjective cue may stand with.
    """

    kind: CueKind
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    copula: tuple[str, ...] = ("sein", "bleiben")


@attrs.frozen
class Outcome:
    """What a negated cue gives instead of the default (status ``negated``): ``negated: {type: refusal}``.

    Attributes:
        type: type of the commitment, where it is not the rule's.
        polarity: the actor's attitude to the content.
        strength: how strongly the actor commits.
        status: whether the act took place.
    """

    type: CommitmentType | None = None
    polarity: Polarity | None = None
    strength: Strength | None = None
    status: Status = Status.ACTUAL


@attrs.frozen
class ExampleSpan:
    """An annotated stretch of an example: character offsets into its plain text."""

    role: str
    start: int
    end: int


@attrs.frozen
class Example:
    """A sentence with what the rule must find in it, or must find nothing (``none``).

    ``"[Die SPD]{actor} [fordert]{cue} [Härte]{content}."`` marks roles; ``none: "…"`` says that the rule finds nothing;
    the long form ``{text: "…", expect: {status: negated}}`` also states fields of the commitment. ``line`` (1-based) is
    where it is written; it does not count when examples are compared.
    """

    text: str
    spans: tuple[ExampleSpan, ...] = ()
    negative: bool = False
    expect: tuple[tuple[str, str], ...] = ()
    line: int = attrs.field(default=0, eq=False)


class Invariance(StrEnum):
    """A change of a sentence that leaves what a rule finds in it as it was; the generated tests try each."""

    ACTOR = "actor"
    ADVERBIAL = "adverbial"
    PARENTHESIS = "parenthesis"
    VERB_LAST = "verb_last"
    RELATIVE = "relative"
    PASSIVE = "passive"
    TENSE = "tense"
    QUOTATION = "quotation"


@attrs.frozen
class Rule:
    """These cues, in one of these frames, give this type.

    ``invariant_to`` names the changes that the generated tests try on the rule's sentences; without it they try all
    that its frames allow (a passive only where an accusative is content, a quotation only where a frame takes one).

    Two rules that say the same are equal wherever they are written: ``source`` (file) and ``line`` (1-based) do not
    count.

    Attributes:
        id: group or type and name, as in ``demand.fordern``; a pack that extends another replaces a rule by its id.
        type: what kind of commitment it finds.
        cue: the words that carry the act.
        frames: where the roles stand; the order states a preference.
        family: the word family that it belongs to, by its best-known word ("fordern"), whose verbs, adjectives, idioms
            and nouns stand together on the reference page; said for readers, changes no field.
        doc: what it finds, in a sentence.
        requires: what else must hold of the cue's clause.
        unless: what must not hold of the cue's clause.
        strength: how strongly the actor commits.
        force: the act that the content itself performs, where the cue decides it.
        polarity: the actor's attitude to the content; ``judgement`` leaves it to the judging words.
        polarity_by_judgement: whether ``polarity: judgement`` is written.
        status: whether the act took place, where the cue decides it.
        form: how the act is told, where the cue decides it.
        priority: goes before rules with a lower one, all else being equal.
        neg_raising: a negated cue negates the attitude: "glaubt nicht, dass es hilft" is belief, negative.
        factive: the content is presupposed as true; said for readers, changes no field.
        negated: what a negated cue gives, where it is no act that did not take place.
        invariant_to: changes of a sentence that the generated tests try.
        examples: sentences with what the rule finds in them, and those in which it finds nothing.
        source, line: where it is written.
    """

    id: str
    type: CommitmentType
    cue: Cue
    frames: tuple[Frame, ...]
    family: str = ""
    doc: str = ""
    requires: Conditions = Conditions()
    unless: Conditions = Conditions()
    strength: Strength = Strength.PLAIN
    force: CommitmentType | None = None
    polarity: Polarity | None = None
    polarity_by_judgement: bool = False
    status: Status | None = None
    form: Form | None = None
    priority: int = 0
    neg_raising: bool = False
    factive: bool = False
    negated: Outcome | None = None
    invariant_to: tuple[Invariance, ...] = ()
    examples: tuple[Example, ...] = ()
    source: str = attrs.field(default="", eq=False)
    line: int = attrs.field(default=0, eq=False)


@attrs.frozen
class Sense:
    """One reading of an ambiguous word: what it means and which rule, if any, is to find it.

    The senses of a word stand side by side, so that its commitments can be told from its other uses at a glance. They
    find nothing themselves; like examples they are run as tests.

    Attributes:
        cue: the word, as a rule writes it ("halten", "laut").
        sense: what it means there, in English.
        gives: id of the rule that finds it; None where the sense commits to nothing.
        example: a sentence with the word in this sense. Where nothing is found, it marks the word alone.
        source, line: where it is written (file, 1-based line); they do not count when senses are compared.
    """

    cue: str
    sense: str
    gives: str | None
    example: Example
    source: str = attrs.field(default="", eq=False)
    line: int = attrs.field(default=0, eq=False)


@attrs.frozen
class Pack:
    """A named, versioned set of rules with the word lists they refer to and the senses of ambiguous cues.

    Attributes:
        name: its name, as in ``my.pack``.
        version: its version, as in ``1.0.0``.
        rules: its rules, in order of their ids.
        lists: word lists by name; ``$name`` stands for one wherever words do.
        extends: packs whose rules it takes over: names, or paths relative to its own file.
        off: rules of those packs that it switches off: ids, or groups as ``demand.*``.
        senses: what ambiguous words mean, and which rule finds it.
    """

    name: str
    version: str
    rules: tuple[Rule, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    extends: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    senses: tuple[Sense, ...] = ()

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, empty where there is no such list."""
        return frozenset(dict(self.lists).get(name, ()))
