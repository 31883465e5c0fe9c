"""What stands where: the clauses, noun phrases, quotations and paragraphs of a stretch of text, looked up by place.

A clause graph flows in, its parts flow out in text order. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

import attrs

from stance.clauses.graph import Clause, ClauseKind, NounPhrase, Quote
from stance.german import closed, meaning
from stance.matching.words import WordView

_NEAR: Final = 8


@attrs.frozen(eq=False)
class PlaceView(WordView):
    """Questions to the parts of one clause graph by where they stand."""

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

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        """First tokens of paragraphs: lines, and sentences behind a dateline („Hamburg (dpa) – Der Rat …")."""
        lines = {i + 1 for i, text in enumerate(self.texts) if "\n" in text}
        datelines = {start for (start, _), clauses in self._by_sentence.items() if self._has_dateline(clauses)}
        return sorted({0} | lines | datelines)

    def _has_dateline(self, sentence: Sequence[Clause]) -> bool:
        """Whether a sentence opens with a place and a dash."""
        first = next((clause for clause in sentence if clause.tokens), None)
        if first is None or first.kind is not ClauseKind.FRAGMENT:
            return False
        after = next((t for t in range(first.tokens[-1] + 1, len(self.texts)) if self.text(t) != ")"), None)
        dash = after is not None and self.text(after) in closed.DASHES
        agency = len(first.tokens) > 1 and any(closed.is_agency(self.text(t)) for t in first.tokens)
        return dash and (agency or meaning.animacy(self.text(first.tokens[0]), name=True) == "place")

    def is_in_dateline(self, token: int) -> bool:
        """Whether a token stands in the place and agency that open a report („Wiesbaden (dpa) –").

        Args:
            token: its index.
        """
        clause = self.graph.clause_at(token)
        if clause is None or clause.kind is not ClauseKind.FRAGMENT:
            return False
        sentence = self._by_sentence.get(clause.sentence, ())
        return clause is next((c for c in sentence if c.tokens), None) and self._has_dateline(sentence)

    def paragraph(self, token: int) -> tuple[int, int]:
        """First and one-past-last token of the paragraph around a token, line breaks left out.

        A line is a paragraph; in text without lines the body of an article begins behind its dateline.
        """
        after = bisect_right(self._paragraph_starts, token)
        start = self._paragraph_starts[after - 1]
        if after == len(self._paragraph_starts):
            return start, len(self.texts)
        end = self._paragraph_starts[after]
        return start, end - 1 if "\n" in self.texts[end - 1] else end
