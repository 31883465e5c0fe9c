"""What matching, context and discourse ask of a clause graph, and how far what they find extends.

A clause graph flows in, answers flow out. The questions are answered part by part, each part knowing those before it:
words (:mod:`~stance.matching.words`), places (:mod:`~stance.matching.places`), clauses
(:mod:`~stance.matching.clauses`), reports (:mod:`~stance.matching.reports`), phrases (:mod:`~stance.matching.phrases`),
and here the extents of noun phrases and contents. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import final

import attrs

from stance.clauses.graph import Clause, ClauseKind, ClauseType
from stance.german import closed, meaning
from stance.matching.phrases import Phrase, PhraseView
from stance.matching.wordlists import word_list


@final
@attrs.frozen(eq=False)
class View(PhraseView):
    """All questions to one clause graph.

    Attributes:
        graph: the clause graph.
        governing: lemmas of nouns that take a complement clause because a rule says so.
    """

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
