"""Where the words of a commitment stand in a Doc, as speaker attribution and opinion role labelling mark them.

A clause graph and mentions come in, token indices go out: phrases with the preposition before them and the relative
clauses on them, the relative pronoun in the place of its antecedent, contents with the correlate that stands for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from stance.clauses.graph import Argument, Clause, ClauseGraph, ClauseKind, Role
from stance.model import Mention

_CORRELATES = frozenset(
    {
        "es",
        "das",
        "dies",
        "davon",
        "darauf",
        "darüber",
        "daran",
        "damit",
        "dafür",
        "dazu",
        "darum",
        "davor",
        "dagegen",
    }
)
_ADPOSITIONS = frozenset({"APPR", "APPRART"})
_JUDGING = frozenset({"als", "wie"})
_RELATIVE = frozenset({"PRELS", "PWS"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})
_OUTER = frozenset(".,;:!?…-–")


@attrs.frozen
class Page:
    """A clause graph, asked for the tokens of mentions."""

    graph: ClauseGraph

    def tag(self, token: int) -> str:
        """STTS tag of a token."""
        return self.graph.doc[token].tag_

    def word(self, token: int) -> str:
        """A token in lower case."""
        return self.graph.doc[token].lower_

    def tokens(self, mention: Mention | None) -> tuple[int, ...]:
        """The tokens that a mention covers."""
        found: list[int] = []
        for start, end in () if mention is None else mention.spans:
            span = self.graph.doc.char_span(start, end, alignment_mode="expand")
            found += () if span is None else range(span.start, span.end)
        return tuple(found)

    def head(self, tokens: Sequence[int]) -> int | None:
        """The head noun or pronoun among some tokens."""
        nouns = (token for token in tokens if self.graph.noun_phrase_at(token) is not None)
        return next(nouns, next((token for token in tokens if self.tag(token) in _PRONOUNS), None))

    def clause_of(self, tokens: Iterable[int]) -> Clause | None:
        """The clause of the first token that has one."""
        return next((clause for token in tokens if (clause := self.graph.clause_at(token)) is not None), None)

    def phrase(self, mention: Mention | None, clause: Clause | None) -> tuple[int, ...]:
        """A mention with the preposition before it and the relative clauses on it; or the relative pronoun for it.

        Args:
            mention: a role of a commitment.
            clause: the clause of its cue.
        """
        tokens = self.tokens(mention)
        if not tokens:
            return ()
        pronoun = self._relative_pronoun(tokens, clause)
        if pronoun is not None:
            return (pronoun,)
        before = tokens[0] - 1
        governs = before >= 0 and (self.tag(before) in _ADPOSITIONS or self.word(before) in _JUDGING)
        governed = (before,) if governs and self.tag(tokens[0]) != "PPOSAT" else ()
        return self._trimmed((*governed, *tokens, *self._relatives(tokens, clause)))

    def content(self, mention: Mention | None, clause: Clause | None) -> tuple[int, ...]:
        """A content as :meth:`phrase` gives it, with its correlate; of a parenthesis the correlate alone."""
        tokens = self.phrase(mention, clause)
        correlate = self._correlate(tokens, clause) if tokens and clause is not None else ()
        if correlate and clause is not None and clause.kind is ClauseKind.PARENTHESIS:
            return correlate
        return tuple(sorted({*tokens, *correlate}))

    def _trimmed(self, tokens: Iterable[int]) -> tuple[int, ...]:
        kept = sorted(set(tokens))
        while kept and self.word(kept[-1]) in _OUTER:
            kept.pop()
        while kept and self.word(kept[0]) in _OUTER:
            kept.pop(0)
        return tuple(kept)

    def _relative_pronoun(self, tokens: Sequence[int], clause: Clause | None) -> int | None:
        if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.antecedent not in tokens:
            return None
        return next((token for token in clause.tokens if self.tag(token) in _RELATIVE), None)

    def _relatives(self, tokens: Sequence[int], clause: Clause | None) -> tuple[int, ...]:
        """Tokens of the relative clauses on a phrase, unless the cue stands in them."""
        found: list[int] = []
        for other in self.graph.clauses:
            if other.kind is not ClauseKind.RELATIVE or other.antecedent not in tokens:
                continue
            extent = self.graph.extent(other)
            if clause is None or set(clause.tokens).isdisjoint(extent):
                comma = extent[0] - 1
                found += [comma, *extent] if comma == tokens[-1] + 1 else extent
        return tuple(found)

    def _correlate(self, content: Sequence[int], clause: Clause) -> tuple[int, ...]:
        """The pronoun or pronominal adverb of the cue's clause that stands for a content clause."""
        inner = self.clause_of(content[:2])
        if inner is None or inner.index == clause.index:
            return ()
        linked = (argument for argument in clause.arguments if argument.clause is not None)
        loose = (argument for argument in clause.arguments if self._stands_for_clause(argument))
        return next((a.tokens for a in (*linked, *loose) if len(a.tokens) == 1 and a.head not in content), ())

    def _stands_for_clause(self, argument: Argument) -> bool:
        return argument.role is not Role.SUBJECT and self.word(argument.head) in _CORRELATES
