"""Clauses by the parse: which verbs head a clause, which tokens are theirs, what each clause is to the one above it.

A :class:`Tree` in the common shape comes in; proto-clauses go out, as the segmentation of the field source makes them.
Reports that a parser puts above what is reported ("…, sagte Merz") become parentheses of it; whole clauses in quotation
marks whose frame stands outside become main clauses. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.clauses.dependencies.labels import Relation
from stance.clauses.dependencies.normal import governs_clause, is_verbal, is_zu
from stance.clauses.dependencies.tree import Tree
from stance.clauses.graph import ClauseKind, ClauseType, Order, Quote
from stance.clauses.proto import Proto, adverbial_class, subordinator
from stance.clauses.words import FINITE, INTERROGATIVE, NOMINAL, NONFINITE, PRONOMINAL, RELATIVE, VERBAL
from stance.german import closed, verbs

_PHRASAL: Final = frozenset(
    {
        Relation.AUXILIARY,
        Relation.PARTICLE,
        Relation.ZU,
        Relation.CASE,
        Relation.MARK,
        Relation.DETERMINER,
        Relation.ATTRIBUTE,
        Relation.NAME,
        Relation.COORDINATOR,
        Relation.PUNCTUATION,
    }
)
_CLAUSAL: Final = frozenset({Relation.COMPLEMENT, Relation.OPEN, Relation.ADVERBIAL_CLAUSE, Relation.RELATIVE})
_COMPLEMENTS: Final = frozenset({Relation.COMPLEMENT, Relation.OPEN, Relation.SUBJECT, Relation.OBJECT})
_VERBLESS: Final = frozenset({Relation.PARATAXIS, Relation.COMPLEMENT, Relation.OPEN, Relation.APPOSITION})
_STOPS: Final = frozenset({".", "!", "?", "…", "..."})
_BRACKETS: Final = frozenset({"(", "["})


@attrs.define(eq=False)
class Parsed:
    """A clause with its place in the tree.

    Attributes:
        top: the token that heads it.
        verbs: its verbal tokens.
        proto: what the graph is made of.
    """

    top: int
    verbs: tuple[int, ...]
    proto: Proto


class ClauseReader:
    """Reads the clauses of a sentence off its trees.

    Args:
        tree: the trees of the Doc.
        quotes: its quotations.
        start: first token of the sentence.
        end: one past its last token.
    """

    def __init__(self, tree: Tree, quotes: Sequence[Quote], start: int, end: int) -> None:
        self.tree = tree
        self.words = tree.words
        self.quotes = [quote for quote in quotes if not quote.scare and quote.start < end and quote.end > start]
        self.range = range(start, end)
        self.tops: dict[int, Parsed] = {}
        self._owner: dict[int, int] = {}
        self._find()

    def clauses(self) -> list[Parsed]:
        """The clauses, those above before those below them."""
        self.tops = {top: parsed for top, parsed in self.tops.items() if parsed.proto.tokens}
        for parsed in self.tops.values():
            self._classify(parsed)
        self._turn_reports()
        return list(self.tops.values())

    # -- which tokens head clauses -----------------------------------------------------------------------------------

    def _find(self) -> None:
        depth = {token: len(list(self.tree.ancestors(token))) for token in self.range}
        for token in sorted(self.range, key=lambda t: (depth[t], t)):
            if self._is_top(token):
                self.tops[token] = Parsed(token, self._verbs(token), Proto(ClauseKind.MAIN, ClauseType.MAIN))
        for token in self.range:
            self._owner[token] = next(t for t in (token, *self.tree.ancestors(token)) if t in self.tops)
        for token in self.range:
            if self._is_own(token):
                self.tops[self._owner[token]].proto.tokens.append(token)
        for parsed in self.tops.values():
            parsed.proto.finite = next((t for t in parsed.verbs if self.words.tags[t] in FINITE), None)

    def _is_top(self, token: int) -> bool:
        relation, head = self.tree.relations[token], self.tree.heads[token]
        if head < 0 or head not in self.range:
            return True
        if relation in _PHRASAL:
            return False
        if not is_verbal(self.words, token):
            return self._is_verbless(token)
        if self._finite(token) is not None or is_zu(self.tree, token):
            return True
        if relation is Relation.CONJUNCT:
            return head in self.tops and is_verbal(self.words, head)
        later = self.tree.children(token, Relation.CONJUNCT)
        return relation in _CLAUSAL and any(self._finite(child) is not None for child in later)

    def _is_verbless(self, token: int) -> bool:
        """A gapped conjunct of a clause, „so Merz", or a fragment behind a colon or in quotation marks."""
        relation, head = self.tree.relations[token], self.tree.heads[token]
        if relation is Relation.CONJUNCT:
            orphan = self.tree.child(token, Relation.ORPHAN, Relation.SUBJECT, Relation.OBJECT) is not None
            return orphan and head in self.tops and is_verbal(self.words, head) and self._is_nominal(token)
        if relation not in _VERBLESS or self.words.tags[token] not in NOMINAL | PRONOMINAL | {"ADJD", "ADV"}:
            return False
        if self._is_so(token):
            return True
        first = min(t for t in self.tree.subtree(token) if not self.words.is_silent(t))
        return relation is not Relation.APPOSITION and self._separator_before(first) == ":"

    def _is_so(self, token: int) -> bool:
        first = min(self.tree.subtree(token))
        return self.tree.relations[token] is Relation.PARATAXIS and self.words.lower[first] == "so"

    def _is_nominal(self, token: int) -> bool:
        return self.words.tags[token] in NOMINAL | PRONOMINAL | {"ADJA", "CARD", "PIAT", "PIDAT"}

    def _verbs(self, top: int) -> tuple[int, ...]:
        if not is_verbal(self.words, top):
            return ()
        below = self.tree.children(top, Relation.AUXILIARY, Relation.PARTICLE, Relation.ZU, Relation.COPULA)
        return tuple(sorted([top, *(t for t in below if self.words.tags[t] in VERBAL)]))

    def _finite(self, verb: int) -> int | None:
        return next((t for t in self._verbs(verb) if self.words.tags[t] in FINITE), None)

    def _is_own(self, token: int) -> bool:
        """Whether a token counts among the words of its clause (a comma between adjectives does)."""
        if self.words.is_silent(token) or (token != self._owner[token] and self.words.tags[token] == "$("):
            return False
        if not self.words.is_separator(token):
            return True
        around = self.words.tags[max(token - 1, 0)], self.words.tags[min(token + 1, len(self.words) - 1)]
        return around == ("ADJA", "ADJA")

    # -- what each clause is -----------------------------------------------------------------------------------------

    def _above(self, parsed: Parsed) -> Parsed | None:
        """The clause that a clause hangs on; white space and marks that head a sentence are none."""
        head = self.tree.heads[parsed.top]
        return self.tops.get(self._owner[head]) if head in self._owner else None

    def _classify(self, parsed: Parsed) -> None:
        proto, above = parsed.proto, self._above(parsed)
        proto.ended_by = self._stop(proto)
        proto.parent = None if above is None else above.proto
        partner = self._partner(parsed)
        introducer = self._introducer(parsed)
        if introducer is not None:
            self._introduced(parsed, introducer)
        elif partner is not None:
            self._join(parsed, partner)
            return
        elif proto.finite is None and is_verbal(self.words, parsed.top) and is_zu(self.tree, parsed.top):
            proto.kind, proto.type = ClauseKind.INFINITIVE, ClauseType.ZU
        elif above is not None:
            self._bare(parsed, above)
        else:
            proto.order = self._main_order(parsed)
        if partner is not None:
            proto.parent, proto.shares = partner.proto.parent, partner.proto
        self._governor(parsed)

    def _partner(self, parsed: Parsed) -> Parsed | None:
        head = self.tree.heads[parsed.top]
        return self.tops.get(head) if self.tree.relations[parsed.top] is Relation.CONJUNCT else None

    def _introducer(self, parsed: Parsed) -> int | None:
        words, proto = self.words, parsed.proto
        marks = self.tree.children(parsed.top, Relation.MARK)
        mark = next((t for t in marks if governs_clause(words, t)), next(iter(marks), None))
        if mark is not None:
            return mark
        opening = proto.tokens[:4] if self.tree.heads[parsed.top] >= 0 else []
        relative = self.tree.relations[parsed.top] in {Relation.RELATIVE, Relation.ATTRIBUTIVE_CLAUSE}
        for token in opening:
            if words.tags[token] in FINITE:
                return None
            if words.tags[token] == "PRELS" and self.tree.relations[token] is Relation.DETERMINER:
                words.tags[token] = "ART"
            elif words.tags[token] in RELATIVE or (words.tags[token] == "KOUS" and token in opening[:2]):
                return token
            if words.tags[token] in INTERROGATIVE and self._is_verb_last(proto):
                return token
            if relative and closed.is_relative(words.texts[token]) and self._is_verb_last(proto):
                words.tags[token] = "PRELS" if words.tags[token] in {"ART", "PDS"} else words.tags[token]
                return token
        return None

    def _is_verb_last(self, proto: Proto) -> bool:
        """Whether only verbs (and what is moved behind them) follow the finite verb closely."""
        if proto.finite is None:
            return True
        after = [t for t in proto.tokens if t > proto.finite]
        before = [t for t in proto.tokens if t < proto.finite]
        verbal_end = not after or self.words.tags[after[0]] in VERBAL | {"KON"} | NONFINITE
        return bool(before) and (verbal_end or len(before) > 2)

    def _introduced(self, parsed: Parsed, introducer: int) -> None:
        words, proto = self.words, parsed.proto
        word, relation = words.lower[introducer], self.tree.relations[parsed.top]
        proto.introducer = introducer
        proto.order = Order.VL
        if words.tags[introducer] in RELATIVE:
            proto.kind, proto.type = ClauseKind.RELATIVE, ClauseType.RELATIVE
        elif proto.finite is None and is_verbal(words, parsed.top) and is_zu(self.tree, parsed.top):
            proto.kind, proto.type, proto.subtype = ClauseKind.INFINITIVE, ClauseType.ZU, adverbial_class(word)
            proto.order = Order.VL if closed.opens_infinitive(word) else Order.NONE
        elif word == "wie":
            self._introduced_by_wie(parsed, relation)
        elif words.tags[introducer] in INTERROGATIVE or (closed.is_w_word(word) and not closed.subordinator(word)):
            free = relation not in _COMPLEMENTS and word.startswith(("was", "wo"))
            proto.kind = ClauseKind.RELATIVE if free else ClauseKind.COMPLEMENT
            proto.type = ClauseType.RELATIVE if free else ClauseType.W
        else:
            before = words.lower[introducer - 1] if introducer - 1 in proto.tokens else ""
            opener = subordinator("dass" if word == "das" else word, before, introducer)
            proto.kind, proto.type, proto.subtype = opener.kind, opener.type, opener.subtype

    def _introduced_by_wie(self, parsed: Parsed, relation: Relation) -> None:
        proto = parsed.proto
        proto.type = ClauseType.W
        if relation in _COMPLEMENTS:
            proto.kind = ClauseKind.COMPLEMENT
        elif self._speaks(parsed) and self.tree.child(parsed.top, Relation.OBJECT) is None:
            proto.kind, proto.subtype = ClauseKind.PARENTHESIS, "comparative"
        else:
            proto.kind, proto.type, proto.subtype = ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, "comparative"

    def _join(self, parsed: Parsed, partner: Parsed) -> None:
        """A conjunct is what its partner is; a non-finite one borrows the finite verb."""
        proto, other = parsed.proto, partner.proto
        proto.kind, proto.type, proto.subtype = other.kind, other.type, other.subtype
        proto.parent, proto.shares, proto.antecedent = other.parent, other, other.antecedent
        if not parsed.verbs:
            proto.gapped, proto.order = True, other.order
            return
        if proto.finite is None and not is_zu(self.tree, parsed.top):
            proto.finite = other.finite
        elif other.finite is None and proto.finite is not None and other.kind is not ClauseKind.INFINITIVE:
            other.finite = proto.finite
        if proto.finite is not None and proto.kind is ClauseKind.INFINITIVE:
            proto.kind, proto.type = ClauseKind.MAIN, ClauseType.MAIN
        proto.order = other.order
        after_request = other.order is Order.V1 and other.kind is ClauseKind.MAIN
        leaves_verb_last = other.order is Order.VL and proto.finite in proto.tokens and not self._ends_with_verb(proto)
        if after_request or leaves_verb_last:
            proto.order = Order.V2

    def _ends_with_verb(self, proto: Proto) -> bool:
        assert proto.finite is not None
        after = [t for t in proto.tokens if t > proto.finite]
        return not after or all(self.words.tags[t] in VERBAL for t in after[:1])

    def _bare(self, parsed: Parsed, above: Parsed) -> None:
        """A clause without introducer that is no conjunct."""
        proto, relation = parsed.proto, self.tree.relations[parsed.top]
        proto.order = self._main_order(parsed)
        if not parsed.verbs:
            self._verbless(parsed, above)
        elif self._quoted_alone(parsed, above):
            proto.parent = None
        elif self._quoted_alone(above, parsed) and self._speaks(parsed):
            proto.parent, proto.order = None, Order.V2
        elif self._is_condition(parsed, above):
            proto.kind, proto.type, proto.subtype = ClauseKind.ADVERBIAL, ClauseType.V1, "conditional"
        elif self._is_report(parsed) or self._is_inserted(parsed):
            proto.kind = ClauseKind.PARENTHESIS
            proto.type = ClauseType.V1 if proto.order is Order.V1 else ClauseType.MAIN
        elif relation in _COMPLEMENTS | {Relation.RELATIVE, Relation.ATTRIBUTIVE_CLAUSE} or self._reported(
            parsed, above
        ):
            proto.kind, proto.type = ClauseKind.COMPLEMENT, ClauseType.V2
        else:
            proto.parent = None

    def _verbless(self, parsed: Parsed, above: Parsed) -> None:
        if self._is_so(parsed.top):
            parsed.proto.kind = ClauseKind.PARENTHESIS
        elif self._quoted_alone(parsed, above):
            parsed.proto.parent = None

    def _main_order(self, parsed: Parsed) -> Order:
        finite = parsed.proto.finite
        if finite is None:
            return Order.NONE
        skipped = set(self.tree.children(parsed.top, Relation.COORDINATOR, Relation.MARK))
        before = [
            t
            for t in self.tree.subtree(parsed.top)
            if t < finite and t not in skipped and t in self.range and not self._is_mark(t)
        ]
        return Order.V2 if before else Order.V1

    def _is_mark(self, token: int) -> bool:
        return self.words.is_silent(token) or self.words.is_separator(token) or self.words.tags[token].startswith("$")

    def _is_condition(self, parsed: Parsed, above: Parsed) -> bool:
        """„Sollte Moskau angreifen, werde man antworten.": a verb-first clause right before the clause it hangs on."""
        if parsed.proto.order is not Order.V1 or above.proto.finite is None:
            return False
        if self.tree.relations[parsed.top] is Relation.ADVERBIAL_CLAUSE:
            return True
        return parsed.proto.tokens[-1] < above.proto.finite and not self._is_report(parsed)

    def _is_report(self, parsed: Parsed) -> bool:
        """„…, sagte Merz": a verb-first clause of saying with its subject."""
        named = self.tree.child(parsed.top, Relation.SUBJECT, Relation.EXPLETIVE) is not None
        return parsed.proto.order is Order.V1 and named and self._speaks(parsed)

    def _is_inserted(self, parsed: Parsed) -> bool:
        """A clause in brackets or between dashes."""
        tokens = parsed.proto.tokens
        before = tokens[0] - 1
        if before in self.range and self.words.texts[before] in _BRACKETS:
            return True
        after = next((t for t in range(tokens[-1] + 1, self.range.stop)), None)
        dashes = before in self.range and self.words.texts[before] in closed.DASHES
        return dashes and after is not None and self.words.texts[after] in closed.DASHES

    def _reported(self, parsed: Parsed, above: Parsed) -> bool:
        """A verb-second clause behind a colon, or behind the comma of a clause of saying."""
        separator = self._separator_before(parsed.proto.tokens[0])
        return separator == ":" or (separator == "," and self._speaks(above) and above.top < parsed.top)

    def _separator_before(self, token: int) -> str:
        before = token - 1
        while before in self.range and self.words.is_silent(before):
            before -= 1
        return self.words.texts[before] if before in self.range and self.words.is_separator(before) else ""

    def _speaks(self, parsed: Parsed) -> bool:
        lemmas = {r.lemma for t in parsed.verbs for r in verbs.analyse(self.words.texts[t])}
        particles = [self.words.lower[t] for t in parsed.verbs if self.words.tags[t] == "PTKVZ"]
        lemmas |= {joined for p in particles for lemma in lemmas if (joined := verbs.join(p, lemma))}
        return bool(lemmas & self.words.saying)

    def _quoted_alone(self, parsed: Parsed, other: Parsed) -> bool:
        """Whether a clause stands in a quotation that another clause stands outside of."""
        tokens, outside = parsed.proto.tokens, other.proto.finite if other.proto.finite is not None else other.top
        return any(
            quote.start <= tokens[0] and tokens[-1] < quote.end and not quote.start <= outside < quote.end
            for quote in self.quotes
        )

    def _governor(self, parsed: Parsed) -> None:
        """The noun on which a relative or complement clause hangs."""
        head, proto = self.tree.heads[parsed.top], parsed.proto
        if head < 0 or proto.kind not in {ClauseKind.RELATIVE, ClauseKind.COMPLEMENT, ClauseKind.INFINITIVE}:
            return
        nouns = {"NN", "NE", "FM"} if proto.kind is not ClauseKind.RELATIVE else None
        tag = self.words.tags[head]
        if proto.antecedent is None and (tag in nouns if nouns else not is_verbal(self.words, head)):
            proto.antecedent = head

    def _stop(self, proto: Proto) -> str:
        last = proto.tokens[-1]
        inside = [quote.end for quote in self.quotes if quote.start <= proto.tokens[0] and last < quote.end]
        limit = min([*inside, self.range.stop])
        return next((self.words.texts[t] for t in range(last + 1, limit) if self.words.texts[t] in _STOPS), "")

    # -- reports above what they report ------------------------------------------------------------------------------

    def _turn_reports(self) -> None:
        """„Die Steuer müsse sinken, sagte Merz.": the report becomes a parenthesis of the clause it comments on."""
        for parsed in self.tops.values():
            above = self._above(parsed)
            content = parsed.proto
            if above is None or content.type is not ClauseType.V2 or content.parent is not above.proto:
                continue
            frame = above.proto
            first = min(t for t in frame.tokens if t not in self.tree.children(above.top, Relation.COORDINATOR))
            if first != frame.finite or content.tokens[0] > first or frame.kind is not ClauseKind.MAIN:
                continue
            content.kind, content.type, content.parent = frame.kind, frame.type, frame.parent
            frame.kind, frame.type, frame.order, frame.parent = (
                ClauseKind.PARENTHESIS,
                ClauseType.V1,
                Order.V1,
                content,
            )
            for other in self.tops.values():
                if other.proto.shares is content:
                    other.proto.kind, other.proto.type, other.proto.parent = content.kind, content.type, content.parent
