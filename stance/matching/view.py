"""What matching and context ask of a clause graph: understood subjects, antecedents, extents, reflexives.

Flows in: a clause graph. Flows out: token sets. Relative pronouns lead to their antecedents and zu-infinitives to
their controllers, so that a rule need not know of either (control: Stiebels 2007; Helbig & Buscha 2001).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final
from unicodedata import normalize

import attrs
from spacy.attrs import LEMMA, ORTH, SENT_START, TAG

from stance.clauses.graph import (
    Argument,
    Clause,
    ClauseGraph,
    ClauseKind,
    ClauseType,
    NounPhrase,
    Order,
    Quote,
    Role,
    VerbComplex,
)
from stance.german import closed, government, meaning
from stance.german.nominal import noun_lemma
from stance.matching.wordlists import word_list
from stance.tagging.dense import column

_REFLEXIVE_TAG: Final = "PRF"
_RELATIVE_TAGS: Final = frozenset({"PRELS", "PRELAT"})
_NEAR: Final = 8
_FOCUS_TAGS: Final = frozenset({"ADV", "PTKA"})


@attrs.frozen
class Phrase:
    """A phrase as the filler of a role.

    Attributes:
        tokens: its tokens.
        head: its head.
        conjuncts: coordinated parts, or empty.
    """

    tokens: tuple[int, ...]
    head: int
    conjuncts: tuple[tuple[int, ...], ...] = ()


class _Column(dict[int, str]):
    """What is known of each token of a text, "" where there is no such token."""

    def __missing__(self, token: int) -> str:
        return ""


@attrs.frozen(eq=False)
class View:
    """Questions to one clause graph.

    Attributes:
        graph: the clause graph.
        governing: lemmas of nouns that take a complement clause because a rule says so.
    """

    graph: ClauseGraph
    governing: frozenset[str] = frozenset()

    # -- words ---------------------------------------------------------------------------------------------------------

    @cached_property
    def _texts(self) -> list[str]:
        return [normalize("NFC", text) for text in column(self.graph.doc, ORTH)]

    @cached_property
    def lowers(self) -> Sequence[str]:
        """The forms of all tokens in lower case."""
        return [text.lower() for text in self._texts]

    @cached_property
    def _tags(self) -> list[str]:
        return column(self.graph.doc, TAG)

    @cached_property
    def text(self) -> Callable[[int], str]:
        """Form of a token, "" where there is none."""
        return _Column(enumerate(self._texts)).__getitem__

    @cached_property
    def lower(self) -> Callable[[int], str]:
        """Form of a token in lower case, "" where there is none."""
        return _Column(enumerate(self.lowers)).__getitem__

    @cached_property
    def tag(self) -> Callable[[int], str]:
        """STTS tag of a token, "" where there is none."""
        return _Column(enumerate(self._tags)).__getitem__

    def is_time(self, token: int) -> bool:
        """Whether a common noun names a time („am Montag"), and nobody is called so."""
        return self.tag(token) == "NN" and meaning.is_temporal(self.text(token))

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        return frozenset((self.graph.doc.to_array(SENT_START) == 1).nonzero()[0].tolist())

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for token, text in enumerate(self._texts):
            found.setdefault(text, []).append(token)
        return found

    def places(self, text: str) -> Sequence[int]:
        """The tokens of a form, in text order."""
        return self._places.get(text, ())

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first of its sentence."""
        return token in self._sentence_starts

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        """First tokens of paragraphs: lines, and sentences behind a dateline („Hamburg (dpa) – Der Rat …")."""
        lines = {i + 1 for i, text in enumerate(self._texts) if "\n" in text}
        datelines = {start for (start, _), clauses in self._by_sentence.items() if self._has_dateline(clauses)}
        return sorted({0} | lines | datelines)

    def _has_dateline(self, sentence: Sequence[Clause]) -> bool:
        """Whether a sentence opens with a place and a dash."""
        first = next((clause for clause in sentence if clause.tokens), None)
        if first is None or first.kind is not ClauseKind.FRAGMENT:
            return False
        after = next((t for t in range(first.tokens[-1] + 1, len(self._texts)) if self.text(t) != ")"), None)
        dash = after is not None and self.text(after) in closed.DASHES
        agency = len(first.tokens) > 1 and any(closed.is_agency(self.text(t)) for t in first.tokens)
        return dash and (agency or meaning.animacy(self.text(first.tokens[0]), name=True) == "place")

    def paragraph(self, token: int) -> tuple[int, int]:
        """First and one-past-last token of the paragraph around a token, line breaks left out.

        A line is a paragraph; in text without lines the body of an article begins behind its dateline.
        """
        after = bisect_right(self._paragraph_starts, token)
        start = self._paragraph_starts[after - 1]
        if after == len(self._paragraph_starts):
            return start, len(self._texts)
        end = self._paragraph_starts[after]
        return start, end - 1 if "\n" in self._texts[end - 1] else end

    @cached_property
    def _lemmas(self) -> list[str]:
        given = column(self.graph.doc, LEMMA)
        return [
            noun_lemma(text) if tag == "NN" and lemma in ("", text) else lemma or text
            for text, tag, lemma in zip(self._texts, self._tags, given, strict=True)
        ]

    def lemma(self, token: int) -> str:
        """Lemma of a token; nouns by their declension where the Doc has none."""
        return self._lemmas[token]

    def clause(self, index: int) -> Clause:
        """The clause with an index."""
        return self.graph.clauses[index]

    @cached_property
    def _by_sentence(self) -> dict[tuple[int, int], list[Clause]]:
        found: dict[tuple[int, int], list[Clause]] = {}
        for clause in self.graph.clauses:
            found.setdefault(clause.sentence, []).append(clause)
        return found

    def sentence_clauses(self, start: int, end: int) -> Sequence[Clause]:
        """The clauses of the sentence with these bounds."""
        return self._by_sentence.get((start, end), ())

    @cached_property
    def _clause_starts(self) -> tuple[list[int], list[Clause]]:
        found = sorted((c for c in self.graph.clauses if c.tokens), key=lambda c: c.tokens[0])
        return [c.tokens[0] for c in found], found

    def clauses_in(self, start: int, end: int) -> Sequence[Clause]:
        """The clauses whose first own token lies in a token range, in text order."""
        starts, clauses = self._clause_starts
        return clauses[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _phrase_starts(self) -> tuple[list[int], list[NounPhrase]]:
        found = sorted(self.graph.noun_phrases, key=lambda np: np.tokens[0])
        return [np.tokens[0] for np in found], found

    def phrases_in(self, start: int, end: int) -> Sequence[NounPhrase]:
        """The noun phrases whose first token lies in a token range, in text order."""
        starts, phrases = self._phrase_starts
        return phrases[bisect_left(starts, start) : bisect_left(starts, end)]

    def is_named_before(self, noun: str, token: int) -> bool:
        """Whether a noun, in small letters, or a compound of it heads a phrase that begins before a token."""
        return self._first_ends.get(noun, len(self.graph.doc)) < token

    @cached_property
    def _first_ends(self) -> dict[str, int]:
        """How the lemmas of nouns end → the first token of the first phrase with such a noun."""
        found: dict[str, int] = {}
        for np in self._phrase_starts[1]:
            lemma = self.lemma(np.head).lower()
            for start in range(len(lemma)):
                found.setdefault(lemma[start:], np.tokens[0])
        return found

    @cached_property
    def _quotes_by_start(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, quote in enumerate(self.graph.quotes):
            found.setdefault(quote.start, []).append(index)
        return found

    def quotes_starting(self, start: int, end: int) -> list[int]:
        """Indices of the quotations that begin in a token range."""
        return sorted(index for token in range(start, end) for index in self._quotes_by_start.get(token, ()))

    def quotes_near(self, first: int, last: int) -> list[tuple[int, Quote]]:
        """Quotations that touch a stretch of tokens or lie a few tokens from it, with their indices.

        Args:
            first, last: first and last token of the stretch.
        """
        starts = self._quote_starts
        found = range(bisect_left(starts, last + _NEAR + 1))
        quotes = self.graph.quotes
        nearer: list[tuple[int, Quote]] = []
        for index in reversed(found):
            if self._quote_ends[index] < first - _NEAR:
                break
            if quotes[index].end >= first - _NEAR:
                nearer.append((index, quotes[index]))
        return nearer[::-1]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.graph.quotes]

    @cached_property
    def _quote_ends(self) -> list[int]:
        """The last end of each quotation and all before it."""
        return list(accumulate((quote.end for quote in self.graph.quotes), max))

    # -- clauses -------------------------------------------------------------------------------------------------------

    def reflexive(self, clause: Clause) -> int | None:
        """The reflexive pronoun of a clause, or None."""
        for token in clause.tokens:
            if self.lower(token) == "sich":
                return token
            if self.tag(token) == _REFLEXIVE_TAG and closed.is_reflexive(self.text(token)):
                return token
        return None

    def below(self, clause: Clause) -> Iterator[Clause]:
        """A clause and all clauses below it."""
        seen = {clause.index}
        stack = [clause]
        while stack:
            current = stack.pop()
            yield current
            for child in self.graph.children(current):
                if child.index not in seen:
                    seen.add(child.index)
                    stack.append(child)

    def tokens_below(self, clause: Clause) -> frozenset[int]:
        """The own tokens of a clause and of all clauses below it."""
        return frozenset(token for below in self.below(clause) for token in below.tokens)

    @cached_property
    def _coordinated(self) -> dict[int, tuple[Clause, ...]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.graph.clauses:
            if clause.coordinated_with is not None:
                found.setdefault(clause.coordinated_with, []).append(clause)
        return {index: tuple(clauses) for index, clauses in found.items()}

    def coordinated(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses coordinated with a clause and standing after it, transitively, in text order."""
        found: dict[int, Clause] = {}
        queue = [clause]
        while queue:
            for partner in self._coordinated.get(queue.pop().index, ()):
                if partner.index not in found and partner.index != clause.index:
                    found[partner.index] = partner
                    queue.append(partner)
        return tuple(found[index] for index in sorted(found))

    def coordination(self, clause: Clause) -> tuple[Clause, ...]:
        """All clauses of the coordination a clause belongs to, in text order."""
        seen = {clause.index}
        while clause.coordinated_with is not None and clause.coordinated_with not in seen:
            clause = self.clause(clause.coordinated_with)
            seen.add(clause.index)
        return (clause, *self.coordinated(clause))

    def is_report_parenthesis(self, clause: Clause) -> bool:
        """Whether a clause reports the clause around it: „sagte er", „wie X sagte", „so X"."""
        if clause.kind is ClauseKind.PARENTHESIS:
            return not self._continues(clause)
        if self._is_appended_report(clause):
            return True
        if clause.introducer is None or self.lower(clause.introducer) != "wie":
            return False
        if clause.kind is ClauseKind.ADVERBIAL:
            return clause.subtype in (None, "comparative")
        return clause.kind is ClauseKind.COMPLEMENT and self._is_fronted_wie(clause)

    def _continues(self, clause: Clause) -> bool:
        """Whether a clause goes on telling what its host tells: it lacks a subject („…, räumte dann Fehler ein")."""
        verb = clause.verb
        if verb is None or verb.voice != "active" or clause.order is not Order.V1:
            return False
        own = any(a.role is Role.SUBJECT for a in clause.arguments)
        return not own and any(a.role is Role.ACCUSATIVE for a in clause.arguments) and self.host(clause) is not None

    def host(self, clause: Clause) -> Clause | None:
        """The clause that a report parenthesis comments on."""
        parent = self.graph.parent(clause)
        if parent is None and clause.coordinated_with is not None:
            return self.clause(clause.coordinated_with)
        while parent is not None and parent.kind is ClauseKind.INFINITIVE:
            above = self.graph.parent(parent)
            if above is None:
                break
            parent = above  # „Das Bad schließt, um Geld zu sparen, wie der Rat mitteilte"
        if parent is not None and parent.kind is ClauseKind.COMPLEMENT and self._ends_report(clause, parent):
            return self.graph.parent(parent)
        return parent

    def _ends_report(self, clause: Clause, content: Clause) -> bool:
        """„Er sagte, es sei spät, wie die Zeitung berichtet": behind the content and not in the Konjunktiv with it."""
        outer = self.graph.parent(content)
        wie = clause.introducer is not None and self.lower(clause.introducer) == "wie"
        told = outer is not None and outer.verb is not None and outer.verb.lemma in self.graph.saying
        behind = bool(clause.tokens) and max(content.tokens, default=0) < clause.tokens[0]
        plain = clause.verb is not None and clause.verb.mood == "indicative"
        return wie and told and behind and plain

    def _is_appended_report(self, clause: Clause) -> bool:
        """„…, gab der Minister bekannt": a verb-first clause with a subject of its own after a comma."""
        verb = clause.verb
        if clause.kind is not ClauseKind.MAIN or clause.coordinated_with is None or verb is None or clause.gapped:
            return False
        if not clause.tokens or clause.tokens[0] != verb.finite or self.is_imperative(clause) or clause.question:
            return False
        before = clause.tokens[0] - 1
        own = any(a.role is Role.SUBJECT for a in clause.arguments) or self._is_impersonal_report(clause, verb)
        return own and before >= 0 and self.text(before) in (",", "“", "”", "«", "–")

    def _is_impersonal_report(self, clause: Clause, verb: VerbComplex) -> bool:
        """„…, wird vermutet": a passive of saying that is nothing but its verbs tells what stands before it."""
        before = self.graph.clause_at(clause.tokens[0] - 2)
        resumed = before is None or before.kind is ClauseKind.RELATIVE
        alone = set(clause.tokens) <= set(verb.tokens)
        return verb.voice == "passive" and verb.lemma in self.graph.saying and alone and not resumed

    def _is_fronted_wie(self, clause: Clause) -> bool:
        """„Wie X berichtete, …" before a clause that itself does not say: no question, but a report."""
        parent = self.graph.parent(clause)
        if parent is None or parent.verb is None or clause.verb is None or not parent.tokens:
            return False
        saying = self.graph.saying
        fronted = clause.tokens[0] < parent.tokens[0]
        return fronted and clause.verb.lemma in saying | {"verlauten"} and parent.verb.lemma not in saying

    def governs(self, noun: int) -> bool:
        """Whether a noun can take a complement clause („die Tatsache, dass …")."""
        lemma = self.lemma(noun)
        return lemma in self.governing or lemma in word_list("governing_nouns")

    def is_imperative(self, clause: Clause) -> bool:
        """Whether a clause orders: an imperative, or „Sie"-imperative."""
        if clause.verb is None or clause.verb.finite is None or clause.order is not Order.V1:
            return False
        tag = self.tag(clause.verb.finite)
        if tag in ("VVIMP", "VAIMP"):
            return True
        after = clause.verb.finite + 1
        formal = after < len(self.graph.doc) and self.text(after) == "Sie" and not clause.is_conditional
        return formal and not clause.question and clause.kind is ClauseKind.MAIN

    # -- phrases -------------------------------------------------------------------------------------------------------

    def phrase_of(self, np: NounPhrase, tokens: Iterable[int] | None = None) -> Phrase:
        """A noun phrase, or some of its tokens, without the preposition that governs it."""
        kept = tuple(t for t in (np.tokens if tokens is None else tokens) if t != np.preposition)
        return Phrase(kept, np.head, np.conjuncts)

    def resolve(self, argument: Argument) -> Phrase:
        """The phrase that an argument stands for; a relative pronoun stands for its antecedent."""
        head = argument.head
        if self.tag(head) in _RELATIVE_TAGS or self._is_relative_introducer(head):
            antecedent = self._antecedent(head)
            if antecedent is not None:
                return antecedent
        return self._trimmed(argument)

    def _is_relative_introducer(self, token: int) -> bool:
        clause = self.graph.clause_at(token)
        return clause is not None and clause.kind is ClauseKind.RELATIVE and clause.introducer == token

    def _antecedent(self, pronoun: int) -> Phrase | None:
        clause = self.graph.clause_at(pronoun)
        if clause is None or clause.kind is not ClauseKind.RELATIVE:
            return None
        for partner in (clause, *self.coordination(clause)):
            if partner.antecedent is not None:
                return self.phrase_at(partner.antecedent)
        return None

    def phrase_at(self, head: int) -> Phrase:
        """The noun phrase headed by a token, or that token alone."""
        np = self.graph.noun_phrase_at(head)
        return self.phrase_of(np) if np is not None else Phrase((head,), head)

    def _trimmed(self, argument: Argument) -> Phrase:
        tokens = argument.phrase
        while len(tokens) > 1 and self._is_focus(tokens):
            tokens = tokens[1:]
        tokens = self._with_examples(self._with_apposition(tokens), argument.head)
        first = tokens[0] if tokens else argument.head
        if first - 1 >= 0 and self.lower(first - 1) == "nicht" and self.lower(first) in word_list("quantifiers"):
            tokens = (first - 1, *tokens)
        return Phrase(tokens or (argument.head,), argument.head, argument.conjuncts)

    def _with_apposition(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """A pronoun of the first or second person with the noun right behind it („wir Grünen", „uns Bauern")."""
        if len(tokens) != 1 or self.lower(tokens[0]) not in word_list("group_pronouns"):
            return tokens
        after = tokens[0] + 1
        np = self.graph.noun_phrase_at(after)
        bare = np is not None and np.tokens[0] == after and self.tag(after) in ("NN", "NE")
        return (*tokens, *np.tokens) if bare and np is not None else tokens

    def _with_examples(self, tokens: tuple[int, ...], head: int) -> tuple[int, ...]:
        """A noun phrase with the examples behind it („einige Länder, wie Malta")."""
        after = tokens[-1] + 1 if tokens else len(self._texts)
        if self.lower(after + 1) != "wie" or self.text(after) != "," or self.tag(head) != "NN":
            return tokens
        if after + 2 >= len(self._texts):
            return tokens
        example = next(iter(self.phrases_in(after + 1, after + 3)), None)
        if example is not None and self.graph.clause_at(example.head) is not self.graph.clause_at(head):
            return tokens
        if example is None or self.tag(after + 1) not in ("KOKOM", "APPR", "KOUS", "PWAV"):
            return tokens
        return (*tokens, *range(after, max(example.tokens) + 1))

    def _is_focus(self, tokens: tuple[int, ...]) -> bool:
        return self.tag(tokens[0]) in _FOCUS_TAGS and closed.is_focus(self.text(tokens[0])) and tokens[0] + 1 in tokens

    def own_subject(self, clause: Clause) -> Argument | None:
        """The subject argument of a clause, shared ones included, controllers not."""
        if clause.subject is not None:
            return clause.subject
        if self._is_appended_report(clause):
            return None
        for partner in self.coordination(clause):
            if partner.subject is not None and partner.index < clause.index and partner.kind is clause.kind:
                return partner.subject if partner.kind is not ClauseKind.INFINITIVE else None
        host = self.host(clause) if clause.kind is ClauseKind.PARENTHESIS and self._continues(clause) else None
        return None if host is None else host.subject

    def subject(self, clause: Clause) -> Phrase | None:
        """The understood subject of a clause: its own, a shared one, or the controller of an infinitive."""
        if self.graph.clauses[clause.index] is not clause:
            return self._subject(clause)
        if clause.index not in self._subjects:
            self._subjects[clause.index] = self._subject(clause)
        return self._subjects[clause.index]

    @cached_property
    def _subjects(self) -> dict[int, Phrase | None]:
        """The subjects of clauses that were asked for before."""
        return {}

    def _subject(self, clause: Clause) -> Phrase | None:
        seen: set[int] = set()
        current: Clause | None = clause
        while current is not None and current.index not in seen:
            seen.add(current.index)
            argument = self.own_subject(current)
            if argument is not None:
                return self.resolve(argument)
            if current.kind is not ClauseKind.INFINITIVE:
                return None
            if current.controller is not None:
                return self.resolve(current.controller)
            current = self._subject_controls(current)
        return None

    def _subject_controls(self, clause: Clause) -> Clause | None:
        """The clause above whose subject is that of an infinitive without a known controller."""
        parent = self.graph.parent(clause)
        if parent is None or (clause.antecedent is not None and clause.introducer is None):
            return None
        if clause.introducer is not None:
            return parent
        lemma = parent.verb.lemma if parent.verb is not None else ""
        object_control = lemma in government.verbs("control_accusative") | government.verbs("control_dative")
        return parent if parent.kind is ClauseKind.INFINITIVE and not object_control else None

    # -- extents -------------------------------------------------------------------------------------------------------

    def extended(self, phrase: Iterable[int]) -> frozenset[int]:
        """A noun phrase with the relative and complement clauses that hang on its nouns."""
        tokens = frozenset(phrase)
        added = set(tokens)
        for noun, clause in ((t, c) for t in sorted(tokens) for c in self._of_antecedent.get(t, ())):
            complement = clause.kind in (ClauseKind.COMPLEMENT, ClauseKind.INFINITIVE) and not self.is_told_behind(
                clause
            )
            if clause.kind is ClauseKind.RELATIVE or (complement and self.governs(noun)):
                added |= self.extent(clause)
                for joined in self.coordinated(clause) if clause.kind is ClauseKind.INFINITIVE else ():
                    added |= self.extent(joined)
        return frozenset(added)

    def is_told_behind(self, clause: Clause) -> bool:
        """Whether a verb-second clause behind a colon is told by who acts before it, and belongs to no noun there.

        „Sie wies die Vorwürfe zurück: Das Geld sei da." against „Ihre Forderung lautet: Das Geld müsse reichen.".
        """
        parent = self.graph.parent(clause) if clause.type is ClauseType.V2 else None
        if parent is None or parent.verb is None:
            return False
        before = next((t for t in range(clause.span[0] - 1, -1, -1) if not self.graph.doc[t].is_space), 0)
        if self.text(before) != ":":
            return False
        subject = self.subject(parent)
        own = clause.antecedent is not None and self._is_own(clause.antecedent)
        named = own or (subject is not None and self.governs(subject.head))
        stays = parent.verb.lemma in word_list("staying_verbs") and self._is_somebody(subject)
        return not named and (stays or parent.verb.lemma not in word_list("naming_verbs"))

    def _is_somebody(self, phrase: Phrase | None) -> bool:
        """Whether a phrase names people or a body, or is a name („Der Minister bleibt dabei: …")."""
        if phrase is None:
            return False
        return self.tag(phrase.head) == "NE" or meaning.animacy(self.text(phrase.head)) in ("person", "institution")

    def is_told_on(self, clause: Clause, noun: int) -> bool:
        """Whether a verb-second clause is said on a topic that stands before it, and belongs to the verb of saying.

        „Sie sagte zu den Vorwürfen, sie seien falsch." against „Er sagte zu dem Vorwurf, er habe gelogen, das sei
        falsch.", where a later clause is what is said.
        """
        parent = self.graph.parent(clause)
        np = self.graph.noun_phrase_at(noun)
        if clause.type is not ClauseType.V2 or parent is None or parent.verb is None or np is None:
            return False
        if np.clause != parent.index or np.preposition is None:
            return False
        pair = f"{parent.verb.lemma}_{closed.preposition_lemma(self.text(np.preposition))}"
        others = (*self.graph.children(parent), *self.coordinated(clause))
        later = any(c.kind is ClauseKind.COMPLEMENT and c.span[0] > clause.span[0] for c in others)
        return pair in word_list("topic_phrases") and not later

    def _is_own(self, noun: int) -> bool:
        """Whether a noun has a possessive before it („erneuerte ihre Forderung: …")."""
        np = self.graph.noun_phrase_at(noun)
        return np is not None and np.determiner is not None and self.tag(np.determiner) == "PPOSAT"

    @cached_property
    def _of_antecedent(self) -> dict[int, list[Clause]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.graph.clauses:
            if clause.antecedent is not None:
                found.setdefault(clause.antecedent, []).append(clause)
        return found

    def extent(self, clause: Clause) -> frozenset[int]:
        """The tokens of a clause with the clauses below it, without parentheses and the narrator's trailing reasons.

        Inner punctuation is included; a quotation that reports around the clause is not.
        """
        start, end = clause.span
        tokens = set(range(start, end))
        for below in self.below(clause):
            tokens |= set(below.tokens)
        removed = list(self._removed(clause))
        for inner in removed:
            tokens -= set(range(inner.span[0], inner.span[1])) - set(clause.tokens)
            tokens -= set(inner.tokens)
        while removed and tokens and self.tag(max(tokens)) in ("KON", "$,"):
            tokens.discard(max(tokens))
        return frozenset(tokens)

    def _removed(self, clause: Clause) -> Iterator[Clause]:
        for below in self.below(clause):
            if below.index == clause.index:
                continue
            if self.is_report_parenthesis(below):
                yield below
            elif self._is_narrators_reason(clause, below) and not self._is_reported_behind(clause, below):
                yield below
                yield from self.coordinated(below)

    def _is_reported_behind(self, clause: Clause, comment: Clause) -> bool:
        """Whether the report of a content follows a comment in it: „Das helfe, was neu sei, so Huber"."""
        reports = (c for c in self.graph.children(clause) if self.is_report_parenthesis(c))
        return any(report.span[0] >= comment.span[1] for report in reports)

    def _is_narrators_reason(self, clause: Clause, below: Clause) -> bool:
        """Whether a clause after a content is the text's own comment („zumal …", „was …", „wobei …")."""
        if below.introducer is None or below.antecedent is not None:
            return False
        if below.span[0] <= max(clause.tokens, default=0):
            return False
        return self.lower(below.introducer) in word_list("narrators_reasons") and (
            below.kind is ClauseKind.ADVERBIAL or below.kind is ClauseKind.RELATIVE
        )

    def is_woven(self, quote: Quote) -> bool:
        """Whether a quotation is part of a clause that begins before it („…, die „eine neue Ära" einleite")."""
        inside = range(quote.start, quote.end)
        clause = next((c for t in inside if (c := self.graph.clause_at(t)) is not None), None)
        if clause is None or clause.tokens[0] >= quote.start or clause.quote is not None:
            return False
        return any(t in inside for t in clause.tokens)

    def is_complement(self, clause: Clause) -> bool:
        """Whether a clause can fill a role of its parent: dass, ob, w, V2, or a zu-infinitive without introducer."""
        if clause.kind is ClauseKind.INFINITIVE:
            return clause.introducer is None and clause.subtype is None
        return clause.kind is ClauseKind.COMPLEMENT or (
            clause.kind is ClauseKind.ADVERBIAL
            and clause.type is ClauseType.ADVERBIAL
            and clause.subtype == "conditional"
        )

    def goes_on(self, clause: Clause) -> bool:
        """Whether a clause tells what followed from the one before („…, weswegen er ging") and so fills no role."""
        introducer = "" if clause.introducer is None else self.lower(clause.introducer)
        return clause.type is ClauseType.W and introducer in word_list("consequences")

    def arguments(self, clause: Clause, role: Role) -> tuple[Argument, ...]:
        """Arguments of a clause with a role that hang on its verb."""
        return tuple(a for a in clause.all_of(role) if a.attached_to is None)
