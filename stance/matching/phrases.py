"""Who or what an argument stands for: antecedents of relative pronouns, understood subjects, whole noun phrases.

An argument or a clause flows in, a :class:`Phrase` flows out. Relative pronouns lead to their antecedents and
zu-infinitives to their controllers, so that a rule need not know of either (control: Stiebels 2007; Helbig & Buscha
2001). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Argument, Clause, ClauseKind, NounPhrase
from stance.german import closed, government
from stance.matching.reports import ReportView
from stance.matching.wordlists import word_list

_RELATIVE_TAGS: Final = frozenset({"PRELS", "PRELAT"})
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


@attrs.frozen(eq=False)
class PhraseView(ReportView):
    """Questions to the noun phrases and subjects of one clause graph."""

    def phrase_of(self, np: NounPhrase, tokens: Iterable[int] | None = None) -> Phrase:
        """A noun phrase, or some of its tokens, without the preposition that governs it."""
        kept = tuple(t for t in (np.tokens if tokens is None else tokens) if t != np.preposition)
        return Phrase(kept, np.head, np.conjuncts)

    def phrase_at(self, head: int) -> Phrase:
        """The noun phrase headed by a token, or that token alone."""
        np = self.graph.noun_phrase_at(head)
        return self.phrase_of(np) if np is not None else Phrase((head,), head)

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
        after = tokens[-1] + 1 if tokens else len(self.texts)
        if self.lower(after + 1) != "wie" or self.text(after) != "," or self.tag(head) != "NN":
            return tokens
        if after + 2 >= len(self.texts):
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
        if self.is_appended_report(clause):
            return None
        for partner in self.coordination(clause):
            if partner.subject is not None and partner.index < clause.index and partner.kind is clause.kind:
                return partner.subject if partner.kind is not ClauseKind.INFINITIVE else None
        host = self.host(clause) if clause.kind is ClauseKind.PARENTHESIS and self.goes_on_telling(clause) else None
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
