"""The clause graph as value objects with character offsets: the JSON ``stance-clauses/1`` of ``stance clauses --json``.

Flows in: a clause graph, whose offsets are tokens; flows out: a :class:`ClauseAnalysis`, in which every word is a
mention with its place in the unchanged text. Clauses refer to each other by their index. The terms are those of
:mod:`stance.clauses.graph`; the schema is ``stance.schema.clauses_schema()``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import attrs
from cattrs import Converter

from stance.clauses.graph import Argument, Clause, ClauseGraph, ClauseKind, ClauseType, NounPhrase, Order, Quote, Role
from stance.model import Mention, SpanSet
from stance.tagging.dense import characters, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLAUSES_SCHEMA: Final = "stance-clauses/1"
FIELDS: Final = ("prefield", "left_bracket", "middle_field", "right_bracket", "postfield")


@attrs.frozen
class TokenEntry:
    """A token of the text.

    Attributes:
        text: the token.
        start: its first character.
        end: one past its last character.
        tag: its STTS tag.
        lemma: its lemma.
    """

    text: str
    start: int
    end: int
    tag: str
    lemma: str


@attrs.frozen
class FieldEntry:
    """The topological fields of a clause; a field that is not filled is empty. Subordinate clauses belong to the field
    in which they stand.

    Attributes:
        prefield: what stands before the finite verb of a verb-second clause (Vorfeld).
        left_bracket: the finite verb, or the subordinator of a verb-last clause (linke Satzklammer).
        middle_field: what stands between the brackets (Mittelfeld).
        right_bracket: particle, participles and infinitives, or all verbs of a verb-last clause (rechte Satzklammer).
        postfield: what stands behind the right bracket (Nachfeld).
    """

    prefield: SpanSet
    left_bracket: SpanSet
    middle_field: SpanSet
    right_bracket: SpanSet
    postfield: SpanSet


@attrs.frozen
class VerbEntry:
    """The verb complex of a clause.

    Attributes:
        lemma: lemma of the full verb, with its particle ("ablehnen").
        text: the verbs as they stand in the text.
        spans: where they stand.
        finite: the finite verb, or null.
        particle: the detached particle, or null.
        modals: lemmas of the modals above the full verb, outermost first.
        auxiliaries: lemmas of the auxiliaries, outermost first.
        mood: indicative, konjunktiv1, konjunktiv2, or null.
        tense: present, past, perfect, pluperfect, future, future_perfect, or null.
        voice: active, passive, stative or recipient.
        person: person of the finite verb, or null.
        number: sg or pl, or null.
        wuerde: whether the finite verb is "würde" with an infinitive.
    """

    lemma: str
    text: str
    spans: SpanSet
    finite: Mention | None
    particle: Mention | None
    modals: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    mood: str | None
    tense: str | None
    voice: str
    person: int | None
    number: str | None
    wuerde: bool


@attrs.frozen
class ArgumentEntry:
    """An argument of a clause.

    Attributes:
        slot: the name under which a rule finds it ("subject", "pp.von").
        role: what it is to the verb.
        text: its words, without relative clauses.
        spans: where they stand.
        head: the head noun, name, pronoun or adjective.
        preposition: the preposition, or null.
        case: the case where it is certain, or null.
        clause: index of the clause that it stands for ("dafür, dass …"), or null.
        ambiguous: whether form did not decide its role.
        attached_to: the noun that it modifies, or null where it hangs on the verb.
        conjuncts: the coordinated phrases in it.
    """

    slot: str
    role: Role
    text: str
    spans: SpanSet
    head: Mention
    preposition: str | None
    case: str | None
    clause: int | None
    ambiguous: bool
    attached_to: Mention | None
    conjuncts: tuple[Mention, ...]


@attrs.frozen
class ClauseEntry:
    """A clause.

    Attributes:
        index: its number, by first word.
        parent: index of the clause on which it depends, or null.
        kind: what it is to its parent.
        type: its form.
        order: where the finite verb stands.
        subtype: class of an adverbial clause, or null.
        question: whether it is a main clause that asks.
        gapped: whether its verb is understood from the clause it is coordinated with.
        text: its own words.
        spans: where they stand, without subordinate clauses.
        extent: from the first to the last character, subordinate clauses included.
        introducer: subordinator, relative pronoun or w-word, or null.
        antecedent: the noun or adjective that it modifies, or null.
        coordinated_with: index of the clause with which it shares words, or null.
        fields: its topological fields.
        verb: its verb complex, or null.
        arguments: its arguments, in order.
        shared_subject: the subject taken over from another clause, or null.
        controller: the understood subject of an infinitive, or null.
        negations: the words that negate its predicate.
        quotation: index of the quotation that holds it, or null.
    """

    index: int
    parent: int | None
    kind: ClauseKind
    type: ClauseType
    order: Order
    subtype: str | None
    question: bool
    gapped: bool
    text: str
    spans: SpanSet
    extent: tuple[int, int]
    introducer: Mention | None
    antecedent: Mention | None
    coordinated_with: int | None
    fields: FieldEntry
    verb: VerbEntry | None
    arguments: tuple[ArgumentEntry, ...]
    shared_subject: ArgumentEntry | None
    controller: ArgumentEntry | None
    negations: SpanSet
    quotation: int | None


@attrs.frozen
class QuotationEntry:
    """A direct quotation.

    Attributes:
        start: its first character, mark included.
        end: one past its last character.
        parent: index of the quotation around it, or null.
        scare: whether the marks hold words or a name and no statement.
    """

    start: int
    end: int
    parent: int | None
    scare: bool


@attrs.frozen
class PhraseEntry:
    """A noun phrase, wherever it stands.

    Attributes:
        text: its words.
        spans: where they stand.
        head: its head noun.
        possessor: the genitive or possessive that says whose, or null.
        clause: index of the clause in which it stands.
    """

    text: str
    spans: SpanSet
    head: Mention
    possessor: Mention | None
    clause: int


@attrs.frozen
class ClauseAnalysis:
    """The clauses of a text.

    Attributes:
        schema: name and version of this format.
        text: the unchanged text.
        tokens: its tokens.
        clauses: its clauses, by first word.
        quotations: its direct quotations.
        noun_phrases: its noun phrases.
    """

    schema: str = attrs.field(default=CLAUSES_SCHEMA, validator=attrs.validators.in_([CLAUSES_SCHEMA]), kw_only=True)
    text: str
    tokens: tuple[TokenEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    quotations: tuple[QuotationEntry, ...]
    noun_phrases: tuple[PhraseEntry, ...]


OBJECTS: Final[tuple[type, ...]] = (
    ArgumentEntry,
    ClauseEntry,
    FieldEntry,
    Mention,
    PhraseEntry,
    QuotationEntry,
    TokenEntry,
    VerbEntry,
)
ENUMERATIONS: Final = (ClauseKind, ClauseType, Order, Role)


def clause_analysis(source: Doc | ClauseGraph) -> ClauseAnalysis:
    """The clause graph of a text as value objects with character offsets.

    Args:
        source: a Doc that went through the component ``stance``, or a clause graph.

    >>> import stance
    >>> analysis = clause_analysis(stance.load()("Die SPD lehnt den Plan ab."))
    >>> analysis.clauses[0].verb.lemma, analysis.clauses[0].fields.prefield.spans
    ('ablehnen', ((0, 7),))
    """
    return _Reader(graph_of(source)).analysis()


def graph_of(source: Doc | ClauseGraph) -> ClauseGraph:
    """The clause graph of a Doc, or the graph itself."""
    if isinstance(source, ClauseGraph):
        return source
    graph: ClauseGraph = source._.clause_graph
    return graph


def slot_name(argument: Argument) -> str:
    """The name under which a rule finds an argument.

    >>> slot_name(Argument(Role.PREPOSITIONAL, (3, 4), 4, preposition="von"))
    'pp.von'
    """
    return f"pp.{argument.preposition}" if argument.role is Role.PREPOSITIONAL else argument.role.value


def analysis_to_dict(analysis: ClauseAnalysis) -> dict[str, Any]:
    """An analysis as plain data: dictionaries, lists, strings, numbers, booleans and None."""
    plain: dict[str, Any] = _CONVERTER.unstructure(analysis)
    return plain


def analysis_from_dict(data: object) -> ClauseAnalysis:
    """The analysis that :func:`analysis_to_dict` gave, or that a JSON parser read.

    Raises:
        cattrs.BaseValidationError: unknown or missing keys, or values that cannot be; ``cattrs.transform_error`` lists
            them with their paths.
    """
    return _CONVERTER.structure(data, ClauseAnalysis)


class _Reader:
    """Reads one graph."""

    def __init__(self, graph: ClauseGraph) -> None:
        self._graph = graph
        self._doc = graph.doc
        self._text = text_of(graph.doc)

    def analysis(self) -> ClauseAnalysis:
        graph = self._graph
        return ClauseAnalysis(
            text=self._text,
            tokens=tuple(TokenEntry(t.text, *self._characters(t.i, t.i + 1), t.tag_, t.lemma_) for t in self._doc),
            clauses=tuple(map(self._clause, graph.clauses)),
            quotations=tuple(map(self._quotation, graph.quotes)),
            noun_phrases=tuple(map(self._phrase, graph.noun_phrases)),
        )

    def _spans(self, tokens: Iterable[int]) -> SpanSet:
        """Character spans; words that follow each other are one span."""
        runs: list[tuple[int, int]] = []
        for token in sorted(set(tokens)):
            if runs and runs[-1][1] == token:
                runs[-1] = (runs[-1][0], token + 1)
            else:
                runs.append((token, token + 1))
        return SpanSet(tuple(self._characters(*run) for run in runs))

    def _characters(self, start: int, end: int) -> tuple[int, int]:
        return characters(self._doc, start, end)

    def _mention(self, tokens: Iterable[int]) -> Mention:
        return Mention.at(self._text, self._spans(tokens))

    def _word(self, token: int | None) -> Mention | None:
        return None if token is None else self._mention((token,))

    def _clause(self, clause: Clause) -> ClauseEntry:
        own = self._mention(clause.tokens)
        return ClauseEntry(
            index=clause.index,
            parent=clause.parent,
            kind=clause.kind,
            type=clause.type,
            order=clause.order,
            subtype=clause.subtype,
            question=clause.question,
            gapped=clause.gapped,
            text=own.text,
            spans=own.spans,
            extent=self._characters(*clause.span),
            introducer=self._word(clause.introducer),
            antecedent=self._word(clause.antecedent),
            coordinated_with=clause.coordinated_with,
            fields=FieldEntry(*(self._spans(getattr(clause.fields, name)) for name in FIELDS)),
            verb=self._verb(clause),
            arguments=tuple(map(self._argument, clause.arguments)),
            shared_subject=None if clause.shared_subject is None else self._argument(clause.shared_subject),
            controller=None if clause.controller is None else self._argument(clause.controller),
            negations=self._spans(clause.negations),
            quotation=clause.quote,
        )

    def _verb(self, clause: Clause) -> VerbEntry | None:
        verb = clause.verb
        if verb is None:
            return None
        words = self._mention(verb.tokens)
        return VerbEntry(
            lemma=verb.lemma,
            text=words.text,
            spans=words.spans,
            finite=self._word(verb.finite),
            particle=self._word(verb.particle),
            modals=verb.modals,
            auxiliaries=verb.auxiliaries,
            mood=verb.mood,
            tense=verb.tense,
            voice=verb.voice,
            person=verb.person,
            number=verb.number,
            wuerde=verb.wuerde,
        )

    def _argument(self, argument: Argument) -> ArgumentEntry:
        words = self._mention(argument.tokens)
        return ArgumentEntry(
            slot=slot_name(argument),
            role=argument.role,
            text=words.text,
            spans=words.spans,
            head=self._mention((argument.head,)),
            preposition=argument.preposition,
            case=argument.case,
            clause=argument.clause,
            ambiguous=argument.ambiguous,
            attached_to=self._word(argument.attached_to),
            conjuncts=tuple(map(self._mention, argument.conjuncts)),
        )

    def _quotation(self, quote: Quote) -> QuotationEntry:
        return QuotationEntry(*self._characters(quote.start, quote.end), quote.parent, quote.scare)

    def _phrase(self, phrase: NounPhrase) -> PhraseEntry:
        words = self._mention(phrase.tokens)
        possessor = self._mention(phrase.possessor) if phrase.possessor else None
        return PhraseEntry(words.text, words.spans, self._mention((phrase.head,)), possessor, phrase.clause)


def _make_converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list}, forbid_extra_keys=True)
    converter.register_unstructure_hook(SpanSet, lambda spans: [list(span) for span in spans])
    converter.register_structure_hook(SpanSet, lambda value, _: SpanSet(tuple((start, end) for start, end in value)))
    return converter


_CONVERTER = _make_converter()
