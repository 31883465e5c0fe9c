"""Putting a clause graph together: drafts of clauses from any source get indices, spans, fields and their relations.

What a source knows of a clause comes in as a :class:`Draft`; the finished :class:`ClauseGraph` goes out. Shared
subjects, controllers of infinitives, correlates, negations and questions are found here, so that every source means the
same by them. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs
from spacy.tokens import Doc

from stance.clauses.arguments import phrase_argument
from stance.clauses.complexes import takes_predicative
from stance.clauses.graph import (
    Argument,
    Clause,
    ClauseGraph,
    ClauseKind,
    ClauseType,
    Fields,
    NounPhrase,
    Order,
    Quote,
    Role,
    VerbComplex,
)
from stance.clauses.phrases import Phrase
from stance.clauses.proto import Proto
from stance.clauses.words import INTERROGATIVE, NOMINAL, Words
from stance.german import closed, government, meaning

_CLOSING: Final = frozenset({"PTKVZ", "VVPP", "VAFIN", "VAPP"})
_CORRELATES: Final = frozenset({"es", "das", "dies"})
_CONCRETE: Final = frozenset({"person", "institution", "place"})
_FILLING: Final = frozenset({ClauseType.DASS, ClauseType.OB, ClauseType.W, ClauseType.ZU, ClauseType.V2})


@attrs.define(eq=False)
class Draft:
    """A clause before indices are known.

    Attributes:
        proto: how it is cut out and what it hangs on.
        sentence: first and one-past-last token of its sentence.
        tokens: its own tokens, ascending.
        verb: its verb complex.
        phrases: its top-level phrases, in order.
        arguments: its arguments, in order.
        index: position in the graph, once that is known.
        span: first and one-past-last token with what depends on it, once that is known.
    """

    proto: Proto
    sentence: tuple[int, int]
    tokens: tuple[int, ...]
    verb: VerbComplex | None
    phrases: list[Phrase]
    arguments: list[Argument]
    index: int = -1
    span: tuple[int, int] = (0, 0)


class Assembler:
    """Makes a graph of the drafts of a Doc.

    Args:
        words: the tagged Doc.
        quotes: its quotations.
        drafts: the clauses, in no particular order.
        governors_known: whether the source says which noun a complement clause depends on; else the abstract noun right
            before it is taken.
    """

    def __init__(
        self, words: Words, quotes: Sequence[Quote], drafts: Iterable[Draft], *, governors_known: bool = False
    ) -> None:
        self.words = words
        self.quotes = quotes
        self._quoted = {token: k for k, quote in enumerate(quotes) for token in range(quote.start, quote.end)}
        self.drafts = [draft for draft in drafts if draft.tokens]
        self.by_proto = {id(draft.proto): draft for draft in self.drafts}
        self.governors_known = governors_known
        self._heads: dict[int, int] = {}
        self._below: Mapping[int, Sequence[Clause]] = {}

    def graph(self, doc: Doc) -> ClauseGraph:
        """The clause graph; clauses in order of their first token."""
        self.drafts.sort(key=lambda draft: (draft.tokens[0], draft.tokens[-1]))
        kept = {id(draft.proto) for draft in self.drafts}
        for index, draft in enumerate(self.drafts):
            draft.index = index
            while draft.proto.parent is not None and id(draft.proto.parent) not in kept:
                draft.proto.parent = draft.proto.parent.parent
        self._spans()
        clauses = tuple(self._clause(draft) for draft in self.drafts)
        self._below = _by_parent(clauses)
        clauses = tuple(self._with_relations(clause, clauses) for clause in clauses)
        phrases = tuple(
            self._noun_phrase(phrase, draft)
            for draft in self.drafts
            for top in draft.phrases
            for phrase in (top, *top.nested())
            if phrase.kind in {"np", "pp"} and phrase.head != phrase.preposition
        )
        ordered = tuple(sorted(phrases, key=lambda p: p.head))
        words = self.words
        return ClauseGraph(doc, clauses, tuple(self.quotes), ordered, words.saying, words.listed.commas)

    def _spans(self) -> None:
        """Spans from the leaves up: a clause covers its dependents except parentheses."""
        children: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            parent = self._parent(draft)
            if parent is not None and draft.proto.kind is not ClauseKind.PARENTHESIS:
                children.setdefault(parent.index, []).append(draft)
        seen: set[int] = set()
        todo = [(draft, False) for draft in self.drafts]
        while todo:
            draft, settled = todo.pop()
            below = children.get(draft.index, [])
            if settled:
                spans = [draft.span, *(child.span for child in below)]
                draft.span = (min(start for start, _ in spans), max(end for _, end in spans))
            elif draft.index not in seen:
                seen.add(draft.index)
                draft.span = (draft.tokens[0], draft.tokens[-1] + 1)
                todo += [(draft, True), *((child, False) for child in below)]

    def _parent(self, draft: Draft) -> Draft | None:
        return None if draft.proto.parent is None else self.by_proto.get(id(draft.proto.parent))

    def _clause(self, draft: Draft) -> Clause:
        proto = draft.proto
        parent = self._parent(draft)
        shares = None if proto.shares is None else self.by_proto.get(id(proto.shares))
        kind = ClauseKind.FRAGMENT if proto.kind is ClauseKind.MAIN and draft.verb is None else proto.kind
        return Clause(
            index=draft.index,
            kind=kind,
            type=proto.type,
            order=proto.order,
            tokens=draft.tokens,
            span=draft.span,
            sentence=draft.sentence,
            introducer=proto.introducer,
            parent=None if parent is None else parent.index,
            antecedent=None if proto.antecedent is None else self._head_of(proto.antecedent),
            coordinated_with=None if shares is None or shares.index == draft.index else shares.index,
            verb=draft.verb,
            fields=self._fields(draft),
            arguments=tuple(draft.arguments),
            negations=self._negations(draft),
            quote=self._quote(draft),
            subtype=proto.subtype,
            question=self._is_question(draft),
            gapped=proto.gapped,
        )

    # -- relations between clauses -----------------------------------------------------------------------------------

    def _with_relations(self, clause: Clause, clauses: tuple[Clause, ...]) -> Clause:
        partner = None if clause.coordinated_with is None else clauses[clause.coordinated_with]
        changes: dict[str, object] = {}
        governed = clause.kind in {ClauseKind.COMPLEMENT, ClauseKind.INFINITIVE} and clause.antecedent is None
        if governed and not self.governors_known:
            clause = attrs.evolve(clause, antecedent=self._governing_noun(clause, clauses))
        arguments = clause.arguments
        if partner is not None and clause.subject is None and clause.kind is not ClauseKind.INFINITIVE:
            changes["shared_subject"] = self._subject_of(partner, clauses)
        if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
            changes["controller"] = self._controller(clause, clauses)
        arguments = self._correlates(clause, arguments)
        if arguments is not clause.arguments:
            changes["arguments"] = arguments
        return attrs.evolve(clause, **changes) if changes else clause  # type: ignore[arg-type]

    def _subject_of(self, clause: Clause, clauses: tuple[Clause, ...]) -> Argument | None:
        seen: set[int] = set()
        current: Clause | None = clause
        while current is not None and current.index not in seen:
            seen.add(current.index)
            if current.subject is not None:
                return current.subject
            current = None if current.coordinated_with is None else clauses[current.coordinated_with]
        return None

    def _controller(self, clause: Clause, clauses: tuple[Clause, ...]) -> Argument | None:
        """The argument of the governing clause that is the understood subject of a zu-infinitive."""
        assert clause.parent is not None
        noun = clause.antecedent
        if noun is not None and government.controls(self.words.texts[noun]):
            holder = self._genitive_of(noun, clause.parent)
            if holder is not None:
                return holder
        if noun is not None and government.asks_others(self.words.texts[noun]):
            return None
        parent = clauses[clause.parent]
        subject = self._subject_of(parent, clauses)
        while self._hands_on_control(parent, subject):
            assert parent.parent is not None
            parent = clauses[parent.parent]
            subject = self._subject_of(parent, clauses)
        if parent.verb is None:
            return None
        lemma = parent.verb.lemma
        passive = parent.verb.voice == "passive"
        if lemma in government.verbs("control_accusative"):
            return subject if passive else parent.first(Role.ACCUSATIVE)
        if lemma in government.verbs("control_dative"):
            return parent.first(Role.DATIVE)
        governor = government.control_preposition(lemma)
        if governor is not None:
            return next((a for a in parent.all_of(Role.PREPOSITIONAL) if a.preposition == governor), None)
        if passive or subject is None or subject.head == clause.antecedent:
            return None
        return None if self.words.lower[subject.head] == "es" and takes_predicative(lemma) else subject

    def _genitive_of(self, noun: int, clause: int) -> Argument | None:
        """„die Zusage der Stadt, zu zahlen": the genitive of a noun, who does what the noun promises."""
        for top in self.drafts[clause].phrases:
            for phrase in (top, *top.nested()):
                if phrase.head == noun:
                    genitives = (g for g in phrase.genitives if set(g.tokens) <= set(phrase.possessor))
                    return next((phrase_argument(g, Role.GENITIVE, "gen") for g in genitives), None)
        return None

    def _hands_on_control(self, clause: Clause, subject: Argument | None) -> bool:
        """Whether a clause is itself an infinitive whose verb names no controller, so that the clause above decides."""
        if subject is not None or clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
            return False
        if clause.verb is None:
            return False
        named = government.verbs("control_accusative") | government.verbs("control_dative")
        return clause.verb.lemma not in named and government.control_preposition(clause.verb.lemma) is None

    def _correlates(self, clause: Clause, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """„dafür, dass …", „es …, dass …": the phrase stands for a clause that depends on this one.

        Beside a predicative an adverb that also contrasts does so („ist dagegen zuversichtlich, dass …").
        """
        judged = any(argument.role is Role.PREDICATIVE for argument in arguments)
        correlates = [
            argument
            for argument in arguments
            if self._is_correlate(argument, clause)
            and not (judged and closed.is_contrasting(self.words.lower[argument.head]))
        ]
        if not correlates:
            return arguments
        fillers = [
            other
            for other in self._below.get(clause.index, ())
            if other.type in _FILLING
            and other.kind in {ClauseKind.COMPLEMENT, ClauseKind.INFINITIVE}
            and other.subtype is None
        ]
        if not fillers:
            return arguments
        found: list[Argument] = []
        for argument in arguments:
            filler = None
            if argument in correlates:
                behind = [c for c in fillers if c.span[0] > argument.head]
                filler = next((c for c in behind if not self._follows_colon(argument, c)), None)
            found.append(argument if filler is None else attrs.evolve(argument, clause=filler.index))
        return tuple(found)

    def _follows_colon(self, argument: Argument, clause: Clause) -> bool:
        """„Sie wies das zurück: Das Geld sei da.": behind a colon a pronoun points back, not at the clause."""
        before = next((t for t in range(clause.span[0] - 1, -1, -1) if not self.words.is_silent(t)), 0)
        return clause.type is ClauseType.V2 and argument.preposition is None and self.words.texts[before] == ":"

    def _is_correlate(self, argument: Argument, clause: Clause) -> bool:
        """Whether an argument can stand for a clause; „Darunter verlangte sie, dass …" only points back."""
        if len(argument.tokens) != 1:
            return False
        if argument.role is Role.PREPOSITIONAL:
            verb = clause.verb
            points = self.words.lower[argument.head].startswith(("da", "hie"))
            if verb is None or verb.finite is None or verb.lemma not in self.words.saying:
                return points
            governed = argument.preposition in government.prepositions(verb.lemma)
            contrasts = closed.is_contrasting(self.words.lower[argument.head])  # „kündigte dagegen an, zu gehen"
            return points and (governed or (argument.head > verb.finite and not contrasts))
        return self.words.lower[argument.head] in _CORRELATES

    def _governing_noun(self, clause: Clause, clauses: tuple[Clause, ...]) -> int | None:
        """The abstract noun right before a complement clause ("die Forderung, dass …")."""
        if clause.parent is None:
            return None
        before = [t for t in clauses[clause.parent].tokens if t < clause.span[0]]
        while before and self.words.tags[before[-1]] in _CLOSING:
            before.pop()
        if not before or self.words.tags[before[-1]] not in NOMINAL:
            return None
        between = range(before[-1] + 1, clause.span[0])
        if any(not self.words.is_silent(t) and not self.words.is_separator(t) for t in between if not self._closing(t)):
            return None
        distant = any(self._closing(t) for t in between)
        draft = self.drafts[clause.parent]
        ending = [
            phrase
            for top in draft.phrases
            for phrase in (top, *top.nested())
            if phrase.everything()[-1] == before[-1] and self.words.tags[phrase.head] == "NN"
        ]
        abstract = [p.head for p in ending if meaning.animacy(self.words.texts[p.head]) not in _CONCRETE]
        content = [head for head in abstract if government.takes_complement(self.words.texts[head])]
        if content or distant or (draft.verb is not None and draft.verb.lemma in self.words.saying):
            return max(content, default=None)
        return max(abstract, default=None)

    def _closing(self, token: int) -> bool:
        return self.words.tags[token] in _CLOSING

    # -- single questions --------------------------------------------------------------------------------------------

    def _fields(self, draft: Draft) -> Fields:
        proto, verb = draft.proto, draft.verb
        start, end = draft.span
        everything = [t for t in range(start, end) if not self.words.space[t]]
        if verb is None:
            return Fields(middle_field=tuple(everything))
        own_verbs = [t for t in verb.tokens if t in draft.tokens]
        finite = proto.finite if proto.finite in own_verbs else None
        if proto.order in {Order.V1, Order.V2} and finite is not None:
            left: tuple[int, ...] = (finite,)
            right = tuple(t for t in own_verbs if t > finite)
            prefield = tuple(everything[: bisect_left(everything, finite)])
        else:
            left = () if proto.introducer is None else (proto.introducer,)
            right = tuple(own_verbs)
            prefield = tuple(everything[: bisect_left(everything, left[0])]) if left else ()
        edge = max(right, default=draft.tokens[-1])
        opened = left[-1] if left else start - 1
        closed_by = bisect_left(everything, edge) if right else bisect_right(everything, edge)
        middle = tuple(t for t in everything[bisect_right(everything, opened) : closed_by] if t not in right)
        postfield = tuple(everything[bisect_right(everything, edge) :])
        return Fields(self._trim(prefield), left, self._trim(middle), right, self._trim(postfield))

    def _trim(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """Without punctuation at the edges."""
        first, last = 0, len(tokens)
        while first < last and (self.words.is_separator(tokens[first]) or self.words.tags[tokens[first]] == "KON"):
            first += 1
        while last > first and self.words.is_separator(tokens[last - 1]):
            last -= 1
        return tokens[first:last]

    def _head_of(self, token: int) -> int:
        """The head of the phrase that a token is in („Regierungssprecher Thomas Wegner, der …")."""
        if not self._heads:
            for draft in self.drafts:
                for top in draft.phrases:
                    for phrase in (top, *top.nested()):
                        self._heads.update({t: phrase.head for t in phrase.tokens if t != phrase.preposition})
        return self._heads.get(token, token)

    def _negations(self, draft: Draft) -> tuple[int, ...]:
        found = []
        for token in draft.tokens:
            word = self.words.lower[token]
            if self.words.tags[token] == "NE":
                continue  # „Ärzte ohne Grenzen"
            if closed.negation(word) == "strong" or (word == "noch" and self.words.tags[token] == "KON"):
                after = token + 1
                if after < len(self.words) and closed.cancels_negation(self.words.texts[after]):
                    continue
                found.append(token)
        return tuple(found)

    def _quote(self, draft: Draft) -> int | None:
        """The quotation around a clause; that of its first half, where a report parts it („Wir“, sagte er, „gehen“)."""
        first, last = draft.tokens[0], draft.tokens[-1]
        index, other = self._quoted.get(first), self._quoted.get(last)
        if index is not None and other is not None and self.quotes[index].parent == self.quotes[other].parent:
            return index
        while index is not None and last >= self.quotes[index].end:
            index = self.quotes[index].parent
        return index

    def _is_question(self, draft: Draft) -> bool:
        if draft.proto.ended_by != "?" or draft.proto.kind is not ClauseKind.MAIN:
            return False
        first = draft.tokens[0]
        return (
            draft.proto.order is Order.V1
            or any(self.words.tags[t] in INTERROGATIVE for t in draft.tokens[:3])
            or self.words.is_finite(first)
            or draft.proto.order is Order.V2
        )

    def _noun_phrase(self, phrase: Phrase, draft: Draft) -> NounPhrase:
        modifiers = tuple(
            Argument(
                Role.PREPOSITIONAL if inner.kind == "pp" else Role.GENITIVE,
                tuple(inner.everything()),
                inner.head,
                preposition=inner.governor,
                attached_to=phrase.head,
                marker=inner.preposition,
            )
            for inner in (*phrase.genitives, *phrase.modifiers)
        )
        tokens = tuple(t for t in phrase.everything() if t != phrase.preposition)
        own = set(phrase.possessor)
        inner = {t for g in phrase.genitives if own.issuperset(g.tokens) for t in g.everything()}
        return NounPhrase(
            tokens=tokens,
            head=phrase.head,
            clause=draft.index,
            determiner=phrase.determiner,
            possessor=tuple(sorted(own | inner)),
            attributes=tuple(phrase.attributes),
            modifiers=modifiers,
            preposition=phrase.preposition,
            conjuncts=tuple(tuple(c) for c in phrase.conjuncts),
        )


def _by_parent(clauses: Iterable[Clause]) -> Mapping[int, Sequence[Clause]]:
    """Clauses by the index of the clause that they depend on, in order."""
    found: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.parent is not None:
            found.setdefault(clause.parent, []).append(clause)
    return found
