"""The clause graph: what the rules see of a text.

A source (topological fields or a dependency parse) turns a tagged Doc into a :class:`ClauseGraph`; matching and context
read nothing else. All offsets here are token indices of the Doc. The five fields are those of Höhle (1986); roles are
surface-syntactic, named by case and preposition as in German valency dictionaries.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from spacy.tokens import Doc


class ClauseKind(StrEnum):
    """What a clause is to its parent."""

    MAIN = "main"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    INFINITIVE = "infinitive"
    PARENTHESIS = "parenthesis"
    FRAGMENT = "fragment"


class Order(StrEnum):
    """Where the finite verb stands: verb-first, verb-second, verb-last, or nowhere."""

    V1 = "v1"
    V2 = "v2"
    VL = "vl"
    NONE = "none"


class Role(StrEnum):
    """What an argument is to its verb."""

    SUBJECT = "subject"
    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    GENITIVE = "genitive"
    PREPOSITIONAL = "pp"
    PREDICATIVE = "predicative"
    ALS = "als"
    AGENT = "agent"


class ClauseType(StrEnum):
    """The form of a clause that fills an argument or hangs on a clause."""

    DASS = "dass"
    OB = "ob"
    W = "w"
    V2 = "v2"
    V1 = "v1"
    ZU = "zu"
    BARE = "bare"
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    MAIN = "main"


@attrs.frozen
class VerbComplex:
    """The verbs of one clause.

    Attributes:
        lemma: lemma of the full verb, with particle ("ablehnen"); of the copula or the modal where it stands alone.
        main: token of the full verb.
        finite: token of the finite verb, None in infinitive clauses.
        tokens: all verbal tokens, particle and "zu" included, ascending.
        particle: token of a detached particle.
        modals: lemmas of the modals above the full verb, outermost first ("müssen").
        auxiliaries: lemmas of the auxiliaries, outermost first ("haben", "werden").
        mood: "indicative", "konjunktiv1", "konjunktiv2" or None.
        tense: "present", "past", "perfect", "pluperfect", "future", "future_perfect" or None.
        voice: "active", "passive" (werden), "stative" (sein + participle of a transitive verb), "recipient" (bekommen).
        wuerde: the finite verb is "würde" with an infinitive.
    """

    lemma: str
    main: int
    finite: int | None
    tokens: tuple[int, ...]
    particle: int | None = None
    modals: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    mood: str | None = None
    tense: str | None = None
    voice: str = "active"
    person: int | None = None
    number: str | None = None
    wuerde: bool = False

    @property
    def in_konjunktiv(self) -> bool:
        """Whether the finite verb stands in the Konjunktiv."""
        return self.mood in ("konjunktiv1", "konjunktiv2")


@attrs.frozen
class Argument:
    """A noun phrase, prepositional phrase or predicative of a clause.

    Attributes:
        role: what it is to the verb.
        tokens: its tokens in order: the whole phrase with title, apposition, genitives and attached prepositions,
            without relative clauses; for a prepositional phrase the preposition is the first token.
        head: the head noun, name, pronoun or adjective.
        preposition: lemma of the preposition ("für"; "da(r)"-adverbs give theirs: "dafür" → "für"), or None.
        case: governed case of a prepositional phrase or case of the phrase where it is certain.
        clause: index of the clause that the phrase stands for (correlates: "dafür, dass …"), or None.
        ambiguous: the role was decided by animacy or order alone, not by form.
        attached_to: head noun that a prepositional or genitive phrase modifies, None where it hangs on the verb.
        conjuncts: the coordinated phrases inside it ("Putin und Selenskyj"), empty where nothing is coordinated.
        marker: token of the pre- or postposition (or of "als"), or None.
    """

    role: Role
    tokens: tuple[int, ...]
    head: int
    preposition: str | None = None
    case: str | None = None
    clause: int | None = None
    ambiguous: bool = False
    attached_to: int | None = None
    conjuncts: tuple[tuple[int, ...], ...] = ()
    marker: int | None = None

    @property
    def phrase(self) -> tuple[int, ...]:
        """The tokens without a governing pre- or postposition (the noun phrase that fills the role)."""
        if len(self.tokens) > 1 and (self.preposition is not None or self.marker is not None):
            marker = self.tokens[0] if self.marker is None else self.marker
            return tuple(token for token in self.tokens if token != marker)
        return self.tokens


@attrs.frozen
class NounPhrase:
    """A base noun phrase, wherever it stands, for noun cues and attributions.

    Attributes:
        tokens: tokens of the phrase, with genitive attributes, appositions and attached prepositional phrases.
        head: head noun.
        determiner: article, possessive or other determiner token, or None.
        possessor: tokens of the genitive or possessive that says whose ("der SPD", "Trumps", "seine"), or empty.
        attributes: attributive adjectives.
        modifiers: prepositional phrases and further genitives that hang on the head.
        preposition: token of the preposition that governs the phrase, or None.
        clause: index of the clause in which it stands.
        conjuncts: the coordinated phrases inside it, empty where nothing is coordinated.
    """

    tokens: tuple[int, ...]
    head: int
    clause: int
    determiner: int | None = None
    possessor: tuple[int, ...] = ()
    attributes: tuple[int, ...] = ()
    modifiers: tuple[Argument, ...] = ()
    preposition: int | None = None
    conjuncts: tuple[tuple[int, ...], ...] = ()


@attrs.frozen
class Fields:
    """The five topological fields as token indices; subordinate clauses lie in the field they occupy."""

    prefield: tuple[int, ...] = ()
    left_bracket: tuple[int, ...] = ()
    middle_field: tuple[int, ...] = ()
    right_bracket: tuple[int, ...] = ()
    postfield: tuple[int, ...] = ()


@attrs.frozen
class Clause:
    """One clause.

    Attributes:
        index: position in ``ClauseGraph.clauses``; clauses are ordered by first token.
        kind: what the clause is to its parent.
        type: its form ("dass", "ob", "w", "v2", "v1", "zu", …).
        order: where the finite verb stands.
        tokens: its own tokens, without those of subordinate clauses and without outer punctuation.
        span: first and one-past-last token including subordinate clauses inside it and after it.
        introducer: subordinator, relative pronoun, w-word or "um/ohne/statt", or None.
        parent: index of the clause it depends on, or None.
        antecedent: for a relative clause the head noun it modifies; for a complement of a noun or adjective that word.
        coordinated_with: index of the clause whose prefield, subject or subordinator it shares by coordination.
        shared_subject: subject taken over from that clause, or None.
        controller: for a zu-infinitive: the argument of the parent that is its understood subject, where it is known.
        verb: the verb complex, None in fragments.
        fields: the topological fields.
        arguments: its arguments in order of appearance.
        negations: tokens that negate its predicate (nicht, kein, nie, ohne …).
        quote: index of the innermost quotation that holds the whole clause, or None.
        subtype: adverbial class ("conditional", "causal", "concessive", "temporal", "final", …) or None.
        question: whether it is a main clause that asks.
        sentence: first and one-past-last token of its sentence.
        gapped: the verb is missing and understood from the clause it is coordinated with.
    """

    index: int
    kind: ClauseKind
    type: ClauseType
    order: Order
    tokens: tuple[int, ...]
    span: tuple[int, int]
    sentence: tuple[int, int]
    introducer: int | None = None
    parent: int | None = None
    antecedent: int | None = None
    coordinated_with: int | None = None
    shared_subject: Argument | None = None
    controller: Argument | None = None
    verb: VerbComplex | None = None
    fields: Fields = Fields()
    arguments: tuple[Argument, ...] = ()
    negations: tuple[int, ...] = ()
    quote: int | None = None
    subtype: str | None = None
    question: bool = False
    gapped: bool = False

    @cached_property
    def subject(self) -> Argument | None:
        """The subject: its own, or the one it shares with a coordinated clause."""
        return next((a for a in self.arguments if a.role is Role.SUBJECT), self.shared_subject)

    @property
    def is_conditional(self) -> bool:
        """Whether the clause states a condition (wenn, falls, sofern, V1)."""
        return self.subtype == "conditional"

    def all_of(self, role: Role) -> tuple[Argument, ...]:
        """All arguments with a role."""
        return tuple(a for a in self.arguments if a.role is role)

    def first(self, role: Role) -> Argument | None:
        """The first argument with a role, or None."""
        return next(iter(self.all_of(role)), None)


@attrs.frozen
class Quote:
    """A direct quotation in the text.

    Attributes:
        start, end: first and one-past-last token, marks included.
        opener, closer: tokens of the marks; None where one is missing.
        parent: index of the quotation around it, or None.
        sentences: (first, one-past-last) token of each sentence that it covers wholly or in part.
        scare: single words or names in marks that quote no statement.
    """

    start: int
    end: int
    opener: int | None
    closer: int | None
    parent: int | None = None
    sentences: tuple[tuple[int, int], ...] = ()
    scare: bool = False


@attrs.frozen(eq=False)
class ClauseGraph:
    """All clauses, quotations and noun phrases of a Doc.

    Attributes:
        doc: the Doc whose tokens the graph counts: the one that was analysed, or its dense copy where white space
            inside a sentence made tokens of its own (:func:`stance.tagging.dense.dense`).
        clauses: in order of their first token.
        quotes: in order of their first token.
        noun_phrases: in order of their head.
        saying: the verbs that its source took as reporting.
        inner_commas: the commas inside names („Berufsgenossenschaft Holz, Papier und Druck").
    """

    doc: Doc
    clauses: tuple[Clause, ...]
    quotes: tuple[Quote, ...] = ()
    noun_phrases: tuple[NounPhrase, ...] = ()
    saying: frozenset[str] = frozenset()
    inner_commas: frozenset[int] = frozenset()

    @cached_property
    def _by_token(self) -> dict[int, int]:
        return {token: clause.index for clause in self.clauses for token in clause.tokens}

    @cached_property
    def _children(self) -> dict[int, tuple[Clause, ...]]:
        children: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            if clause.parent is not None:
                children.setdefault(clause.parent, []).append(clause)
        return {parent: tuple(found) for parent, found in children.items()}

    def clause_at(self, token: int) -> Clause | None:
        """The innermost clause that a token belongs to."""
        index = self._by_token.get(token)
        return None if index is None else self.clauses[index]

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        """Clauses that depend on a clause, in text order."""
        return self._children.get(clause.index, ())

    def parent(self, clause: Clause) -> Clause | None:
        """The clause that a clause depends on."""
        return None if clause.parent is None else self.clauses[clause.parent]

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """The clauses above a clause, innermost first."""
        current = self.parent(clause)
        while current is not None:
            yield current
            current = self.parent(current)

    def extent(self, clause: Clause) -> tuple[int, ...]:
        """All tokens of a clause and of the clauses below it, inner punctuation included, outer stripped."""
        start, end = clause.span
        return tuple(range(start, end))

    def quote_at(self, token: int) -> Quote | None:
        """The innermost quotation around a token (marks included)."""
        return self._quoted.get(token)

    @cached_property
    def _quoted(self) -> dict[int, Quote]:
        return {token: quote for quote in self.quotes for token in range(quote.start, quote.end)}

    def noun_phrase_at(self, token: int) -> NounPhrase | None:
        """The noun phrase headed by a token."""
        return self._phrases.get(token)

    @cached_property
    def _phrases(self) -> dict[int, NounPhrase]:
        return {phrase.head: phrase for phrase in self.noun_phrases}
