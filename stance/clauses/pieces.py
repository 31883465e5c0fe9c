"""Pieces: a sentence is cut at punctuation and at the conjunctions that join clauses.

Quotations and brackets with a clause of their own are cut out first and read by themselves (divide and conquer:
Neumann, Backofen et al. 2000). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from stance.clauses.graph import Quote
from stance.clauses.proto import Piece
from stance.clauses.words import INTERROGATIVE, NOMINAL, NONFINITE, RELATIVE, VERBAL, Words
from stance.german import closed, meaning, nominal, verbs

OPENING_ADVERBS: Final = frozenset({"ADV", "PTKNEG", "PTKA", "ADJD", "PROAV", "PAV", "PTKANT", "ITJ"})
_BEFORE_SUBORDINATOR: Final = OPENING_ADVERBS | {"KON", "APPR", "KOUS"}
_BEHIND_PRONOUN: Final = frozenset({"ART", "PPER", "PRF", "ADV", "PTKNEG", "PROAV"})
_SENTENCE_END: Final = frozenset({".", "!", "?", "…", "..."})
_SENTENCE_START: Final = 3
_OPENING: Final = INTERROGATIVE | {"KOUS"}
_INNER_VERBS: Final = VERBAL - {"PTKVZ"}
_LONGEST_REPORT: Final = 14
_SIGNATURE: Final = 6
_IN_DATELINES: Final = frozenset({"place", "institution", "unknown"})


@attrs.frozen
class Run:
    """The pieces up to a sentence end inside a sentence, with the punctuation that ends it ("" where none does)."""

    pieces: tuple[Piece, ...]
    stop: str


class Cutter:
    """Cuts sentences into runs of pieces.

    Args:
        words: the tagged Doc.
        quotes: its quotations.
    """

    def __init__(self, words: Words, quotes: Sequence[Quote]) -> None:
        self.words = words
        self._openers = {q.start: q for q in quotes if q.opener == q.start and q.closer is not None}
        halves = [q for a, b in pairwise(quotes) if self._are_halves(a, b) for q in (a, b)]
        self._halves = frozenset(q.start for q in halves)
        self._halved = frozenset(t for q in halves for t in range(q.start, q.end))
        self._regions: dict[int, tuple[int, int]] = {}

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The runs of a sentence, those of quotations and brackets that were cut out of it after its own.

        Args:
            start: first token of the sentence.
            end: one past its last token.
        """
        atoms, inner = self._atoms(start, end)
        for run, stop in self._sentences(atoms):
            yield Run(tuple(self._pieces(run)), stop)
        for region_start, region_end in inner:
            yield from self.runs(region_start, region_end)

    def _atoms(self, start: int, end: int) -> tuple[list[int], list[tuple[int, int]]]:
        """Tokens of a stretch with the self-contained regions cut out, and the inside of those regions."""
        atoms: list[int] = []
        inner: list[tuple[int, int]] = []
        i = start
        while i < end:
            region = self._region_at(i, start, end)
            if region is not None:
                atoms.append(i)
                self._regions[i] = region
                inner.append((i + 1, region[1]))
                i = region[1]
            elif self.words.is_silent(i):
                i += 1
            else:
                atoms.append(i)
                i += 1
        return atoms, inner

    def _region_at(self, i: int, start: int, end: int) -> tuple[int, int] | None:
        words = self.words
        if words.texts[i] in {"(", "["}:
            close = next((k for k in range(i + 1, end) if words.texts[k] in {")", "]"}), None)
            if close is not None and any(words.is_finite(k) for k in range(i + 1, close)):
                return (i, close + 1)
            return None
        quote = self._openers.get(i)
        if quote is None or quote.end > end:
            return None
        whole_stretch = quote.start == start and quote.end == end
        beside = not whole_stretch and not quote.scare and i not in self._halves
        independent = beside and self._is_independent(quote, start, end)
        return (quote.start, quote.end) if independent else None

    def _are_halves(self, first: Quote, second: Quote) -> bool:
        """„Die Steuer“, so Merz, „muss sinken.“: two quotations that share one clause, with a report between commas.

        One of them lacks a finite verb, or the second begins with its own.
        """
        words = self.words
        gap = [t for t in range(first.end, second.start) if not words.space[t]]
        marked = first.closer is not None and second.opener == second.start and first.parent == second.parent
        if not marked or not 2 < len(gap) <= _LONGEST_REPORT:
            return False
        reports = words.is_finite(gap[1]) or words.lower[gap[1]] == "so"
        if words.texts[gap[0]] != "," or words.texts[gap[-1]] != "," or not reports:
            return False
        before, after = ([t for t in range(q.start, q.end) if words.texts[t].isalnum()] for q in (first, second))
        closed_ = first.closer is not None and words.texts[first.closer - 1] in _SENTENCE_END | {","}
        if not before or not after or closed_ or words.tags[after[0]] in {"KON", "KOUS"}:
            return False
        apart = any(map(words.is_finite, before)) and any(map(words.is_finite, after))
        return not apart or words.is_finite(after[0])

    def _is_independent(self, quote: Quote, start: int, end: int) -> bool:
        """Whether a quotation stands beside its frame clause instead of being woven into it."""
        words = self.words
        assert quote.opener is not None
        assert quote.closer is not None
        before = next((k for k in range(quote.start - 1, start - 1, -1) if not words.space[k]), None)
        opens = before is None or words.is_separator(before)
        inside = range(quote.opener + 1, quote.closer)
        if not opens or not len(inside) or self._goes_on(quote, start):
            return False
        if words.texts[quote.closer - 1] in _SENTENCE_END:
            return True
        first = inside[0]
        after = next((k for k in range(quote.end, end) if not words.space[k]), None)
        closes = after is None or words.is_separator(after) or words.is_finite(after)
        if not closes:
            return False
        if before is None or words.texts[before] == ":":
            return True
        subordinate = words.tags[first] in {"KOUS", "KOUI"} | RELATIVE
        return not subordinate and any(words.is_finite(k) for k in inside)

    def _goes_on(self, quote: Quote, start: int) -> bool:
        """„Man müsse reden, „auch mit denen, die uns hassen“": whether it goes on with a clause before it.

        It begins with a small letter, behind a comma, and what stands before it is not quoted itself.
        """
        words = self.words
        first, before = quote.start + 1, range(start, quote.start - 1)
        opens = words.tags[first] in {"KON", "KOUS"} | RELATIVE | INTERROGATIVE or words.is_finite(first)
        if opens or not words.texts[first][:1].islower() or words.texts[quote.start - 1] != ",":
            return False
        return not any(t in self._openers for t in before) and any(map(words.is_finite, before))

    def _sentences(self, atoms: list[int]) -> Iterator[tuple[list[int], str]]:
        """Runs of atoms up to sentence-final punctuation, with that punctuation."""
        run: list[int] = []
        for position, atom in enumerate(atoms):
            if self.words.texts[atom].isalnum():
                run.append(atom)
                continue
            if self._marks_abbreviation(atoms, position):
                continue
            if atom not in self._regions and self.words.texts[atom] in _SENTENCE_END:
                if run:
                    yield run, self.words.texts[atom]
                run = []
            elif self._closes_heading(run, atoms, position) or self._closes_dateline(run, atoms, position):
                yield run, ""
                run = []
            else:
                run.append(atom)
        if run:
            yield run, ""

    def _closes_heading(self, run: Sequence[int], atoms: Sequence[int], position: int) -> bool:
        """A colon between words without a verb and a clause: „Streit um die Rente: SPD lehnt Pläne ab"."""
        words = self.words
        if not run or words.texts[atoms[position]] != ":" or atoms[position] in self._regions:
            return False
        verbless = not any(atom in self._regions or words.tags[atom].startswith("V") for atom in run)
        return verbless and any(self.is_finite(atom) for atom in atoms[position + 1 :])

    def _closes_dateline(self, run: Sequence[int], atoms: Sequence[int], position: int) -> bool:
        """A dash behind nothing but places and agencies: „Frankfurt (dpa) – Die Bank will …"."""
        words = self.words
        if not run or words.texts[atoms[position]] not in closed.DASHES or words.is_hyphen(atoms[position]):
            return False
        rest = atoms[position + 1 :]
        quoted = bool(rest) and rest[0] in self._regions  # „Mersen (dpa) – ‚Das reicht‘, sagte …"
        opens = quoted or (bool(rest) and words.texts[rest[0]][:1].isupper())
        verb = next((k for k, atom in enumerate(rest) if self.is_finite(atom)), None)
        if not opens or verb is None or any(words.texts[atom] in closed.DASHES for atom in rest[:verb]):
            return False
        sort = self._sort(run[0])
        place = sort == "place" or (sort == "unknown" and run[0] == 0)
        named = all(words.tags[atom] in NOMINAL or self._heads_report(atom) for atom in run)
        signed = len(run) > 1 and any(map(self._is_bracketed, run[1:]))  # „Mersen (red) – …"
        if signed and all(words.tags[atom] in NOMINAL or self._dates(atom) for atom in run):
            return True
        agency = named and len(run) > 1 and any(closed.is_agency(words.texts[atom]) for atom in run)
        return agency or (place and all(map(self._dates, run)))

    def _heads_report(self, atom: int) -> bool:
        """Whether a word is an agency, however it was tagged, or a stroke between two."""
        text = self.words.texts[atom]
        return text == "/" or closed.is_agency(text)

    def _dates(self, atom: int) -> bool:
        """Whether a word can stand in a dateline."""
        text = self.words.texts[atom]
        if text == "/" or self._is_bracketed(atom):
            return True
        return self.words.tags[atom] in NOMINAL and self._sort(atom) in _IN_DATELINES

    def _sort(self, atom: int) -> str:
        """What a word can be in a dateline; of one that no lexicon lists nothing is known („Kaltau")."""
        text = self.words.texts[atom]
        if meaning.begins_place(text, behind_preposition=False):
            return "place"
        sort = meaning.animacy(text, name=True)
        return "unknown" if sort == "other" and not nominal.listed(text) else sort

    def _is_bracketed(self, atom: int) -> bool:
        """Whether a word stands in brackets that say who wrote a report („(red)", „(dpa/lni)")."""
        texts = self.words.texts
        opener = next((t for t in range(atom - 1, max(atom - _SIGNATURE, -1), -1) if texts[t] == "("), None)
        closer = next((t for t in range(atom + 1, min(atom + _SIGNATURE, len(texts))) if texts[t] == ")"), None)
        inside = [] if opener is None or closer is None else texts[opener + 1 : closer]
        bodies = (word for word in inside if not closed.is_agency(word))
        return closed.is_signature(inside) and not any(map(self._is_body, bodies))

    @staticmethod
    def _is_body(word: str) -> bool:
        """Whether letters in brackets say to whom somebody belongs („Udo Lamm (SPD) – …")."""
        return meaning.is_party(word) or meaning.is_organisation(word)

    def _marks_abbreviation(self, atoms: Sequence[int], position: int) -> bool:
        """A full stop apart from its ordinal number or abbreviation („31 . Oktober", „n . Chr.")."""
        words = self.words
        atom = atoms[position]
        if words.texts[atom] != "." or not 0 < position < len(atoms) - 1:
            return False
        before, after = words.texts[atom - 1], words.texts[atoms[position + 1]]
        short = closed.is_abbreviation(before + ".") or (len(before) == 1 and before.isalpha())
        return before.isdigit() or short or after[:1].islower()

    # -- pieces ------------------------------------------------------------------------------------------------------

    def is_region(self, atom: int) -> bool:
        """Whether an atom stands for a quotation or bracket that was cut out."""
        return atom in self._regions

    def is_half(self, atom: int) -> bool:
        """Whether an atom stands in a quotation that a report parts inside a clause."""
        return atom in self._halved

    def is_finite(self, atom: int) -> bool:
        """Whether an atom is a finite verb (regions are not)."""
        return atom not in self._regions and self.words.is_finite(atom)

    def _pieces(self, atoms: Sequence[int]) -> list[Piece]:
        pieces: list[Piece] = []
        run: list[int] = []
        separator = ""
        for position, atom in enumerate(atoms):
            if atom not in self._regions and self.words.is_separator(atom) and not self._in_phrase(atoms, position):
                if run:
                    pieces.extend(self._split(tuple(run), separator))
                    separator = ""
                    run = []
                held = separator == ":" or (separator in closed.DASHES and self.words.texts[atom] == ",")
                separator = separator if held else self.words.texts[atom]
            else:
                run.append(atom)
        if run:
            pieces.extend(self._split(tuple(run), separator))
        return pieces

    def _in_phrase(self, atoms: Sequence[int], position: int) -> bool:
        """A comma between attributive adjectives or between numbers."""
        if position == 0 or position + 1 >= len(atoms):
            return False
        before, after = atoms[position - 1], atoms[position + 1]
        tags = self.words.tags
        return tags[before] == tags[after] and tags[before] in {"ADJA", "CARD"}

    def _split(self, atoms: tuple[int, ...], separator: str) -> list[Piece]:
        """Cut a run between two commas at conjunctions that join clauses or predicates, and at inner subordinators."""
        cuts = sorted(set(self._clause_cuts(atoms)))
        if not cuts:
            return [self._piece(atoms, separator)]
        bounds = [0, *cuts, len(atoms)]
        return [self._piece(atoms[a:b], separator if a == 0 else "") for a, b in pairwise(bounds) if atoms[a:b]]

    def _piece(self, atoms: tuple[int, ...], separator: str) -> Piece:
        conjunction = atoms[0] if self._is_conjunction(atoms[0]) and len(atoms) > 1 else None
        return Piece(atoms[1:] if conjunction is not None else atoms, separator, conjunction)

    def _is_conjunction(self, atom: int) -> bool:
        return atom not in self._regions and self.words.tags[atom] == "KON"

    def _clause_cuts(self, atoms: tuple[int, ...]) -> Iterator[int]:
        words = self.words
        conjunctions = [k for k, atom in enumerate(atoms) if k and self._is_conjunction(atom)]
        predicates = [k for k in range(len(atoms)) if self._ends_predicate(atoms, k)] if conjunctions else []
        if predicates and predicates[0] - 1 in conjunctions and self.is_finite(atoms[predicates[0]]):
            yield predicates[0] - 1  # „…, Bonn und Rom und fordert Geld“: the verb of another clause
        for first, second in pairwise(predicates):
            between = [k for k in conjunctions if first < k < second]
            opened = any(words.tags[atoms[k + 1]] in _OPENING for k in between)
            depends = self.is_finite(atoms[first]) and not self.is_finite(atoms[second]) and not opened
            if between and not depends:
                yield self._best_cut(atoms, between, first, second)
        for k, atom in enumerate(atoms):
            if (
                k
                and atom not in self._regions
                and words.tags[atom] == "KOUS"
                and words.lower[atom] not in {"als", "wie"}
            ):
                later = any(self.is_finite(other) for other in atoms[k:])
                unmarked = {"KON", "APPR", "KOUS"} if self._is_finished(atoms, k) else _BEFORE_SUBORDINATOR
                if later and words.tags[atoms[k - 1]] not in unmarked:
                    yield k
        yield from self._missing_commas(atoms)

    def _is_finished(self, atoms: tuple[int, ...], k: int) -> bool:
        """Whether the clause before a place has its finite verb: „weiß nicht ob", but „vor allem weil"."""
        return any(self.is_finite(atom) for atom in atoms[:k])

    def _missing_commas(self, atoms: tuple[int, ...]) -> Iterator[int]:
        """Where a relative clause or question begins that lacks its comma; its pronoun is tagged as relative.

        Two finite verbs in one run show it: side by side („Der Mann der den Plan kennt schwieg"), or one at the end
        („Sie fragte wer den Plan kennt").
        """
        finites = [k for k, atom in enumerate(atoms) if self.is_finite(atom)]
        for first, second in pairwise(finites):
            adjoining = second == first + 1
            if not adjoining and second != len(atoms) - 1:
                continue
            span = range(1, first - 1) if adjoining else range(first + 1, second - 1)
            opener = next((k for k in span if self._opens_verb_last(atoms, k, questions=not adjoining)), None)
            if opener is None:
                continue
            if self.words.tags[atoms[opener]] in {"ART", "PDS"}:
                self.words.tags[atoms[opener]] = "PRELS"
            yield opener

    def _opens_verb_last(self, atoms: tuple[int, ...], k: int, *, questions: bool) -> bool:
        """Whether a word can open a clause without a comma: a w-word, or a relative pronoun behind its noun."""
        if atoms[k] in self._regions or atoms[k - 1] in self._regions:
            return False
        tags = self.words.tags
        tag, before, after = tags[atoms[k]], tags[atoms[k - 1]], tags[atoms[k + 1]]
        if tag in INTERROGATIVE:
            return questions and before not in {"APPR", "KON"}
        if before not in NOMINAL or not closed.is_relative(self.words.texts[atoms[k]]):
            return False
        return tag in {"PRELS", "PDS"} or (tag == "ART" and after in _BEHIND_PRONOUN)

    def _ends_predicate(self, atoms: tuple[int, ...], k: int) -> bool:
        """Whether the atom is a finite verb, or the last verb of a non-finite right bracket."""
        atom = atoms[k]
        if atom in self._regions:
            return False
        tags = self.words.tags
        if tags[atom] in NONFINITE:
            following = atoms[k + 1] if k + 1 < len(atoms) else None
            return following is None or following in self._regions or tags[following] not in _INNER_VERBS
        return self.is_finite(atom)

    def _best_cut(self, atoms: tuple[int, ...], conjunctions: list[int], first: int, second: int) -> int:
        """The conjunction after which what stands before the second predicate can be one constituent."""
        for k in conjunctions:
            if k == first + 1 or self.words.tags[atoms[k + 1]] in _OPENING:
                return k
        for k in reversed(conjunctions):
            if not self._joins_phrases(atoms, k, second):
                return k
        return conjunctions[0]

    def _joins_phrases(self, atoms: tuple[int, ...], k: int, second: int) -> bool:
        """„A und B lehnen ab": noun phrases on both sides and a plural verb right after the second."""
        tags = self.words.tags
        if not self.is_finite(atoms[second]) or k == 0:
            return False
        gap = atoms[k + 1 : second]
        if not gap or k < _SENTENCE_START or tags[atoms[k - 1]] not in NOMINAL or len(gap) > _SENTENCE_START:
            return False
        forms = verbs.analyse(self.words.texts[atoms[second]])
        only_plural = bool(forms) and all(form.number == "pl" for form in forms if form.kind == "finite")
        earlier_conjunction = any(self._is_conjunction(atom) for atom in atoms[:k])
        return only_plural and earlier_conjunction and tags[gap[-1]] in NOMINAL
