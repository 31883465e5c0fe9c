"""A scene: all drafts of a document over its clause graph, with what context asks of them.

Flows in: drafts and clause graph. Flows out: answers to "whose content does this cue stand in", "does this clause have
a cue of its own", "which clause says what the content says".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import attrs

from stance.clauses.graph import Clause, ClauseKind
from stance.matching.conditions import is_perfect_infinitive
from stance.matching.draft import Draft, Filler
from stance.matching.negation import clause_negators, degree_negators, noun_negators
from stance.matching.site import Site
from stance.matching.view import View
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind


@attrs.frozen(eq=False)
class Scene:
    """Drafts in their document.

    Attributes:
        view: the clause graph.
        ruleset: the rules, for their lists of evaluative words.
        drafts: all drafts.
    """

    view: View
    ruleset: RuleSet
    drafts: tuple[Draft, ...]

    @cached_property
    def predicates(self) -> dict[int, Draft]:
        """The draft whose cue is the predicate of a clause, by clause index."""
        return {draft.site: draft for draft in reversed(self.drafts) if draft.predicate}

    @cached_property
    def _cues(self) -> tuple[list[int], list[Draft]]:
        found = sorted(self.drafts, key=lambda d: d.cue[0])
        return [d.cue[0] for d in found], found

    def cues_in(self, start: int, end: int) -> Sequence[Draft]:
        """The drafts whose cue begins in a token range, in text order."""
        starts, drafts = self._cues
        return drafts[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _by_content_clause(self) -> dict[int, Draft]:
        contents = ((i, d) for d in reversed(self.drafts) if d.content is not None for i in d.content.clauses)
        return dict(contents)

    def with_content(self, clause: int) -> Draft | None:
        """The first draft whose content a clause is, or None."""
        return self._by_content_clause.get(clause)

    @cached_property
    def _by_token(self) -> dict[int, tuple[Draft, ...]]:
        found: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            if draft.content is not None:
                for token in draft.content.tokens:
                    found.setdefault(token, []).append(draft)
        return {token: tuple(drafts) for token, drafts in found.items()}

    def around(self, draft: Draft) -> tuple[Draft, ...]:
        """Drafts in whose content a cue stands, outermost first."""
        found = [d for d in self._by_token.get(draft.cue[0], ()) if d.cue != draft.cue]
        return tuple(sorted(found, key=lambda d: (-_size(d), d.cue)))

    def clause(self, draft: Draft) -> Clause:
        """The clause that holds a cue, or the gapped clause it stands for."""
        return self.view.clause(draft.site)

    def kind(self, draft: Draft) -> CueKind:
        """Kind of a draft's cue."""
        return draft.rule.cue.kind

    def modals(self, draft: Draft) -> tuple[str, ...]:
        """The modals above a cue, outermost first; for a modal cue those below it."""
        verb = self.view.clause(draft.clause).verb
        if verb is None or not draft.predicate:
            return ()
        if self.kind(draft) is CueKind.MODAL:
            return tuple(m for m in verb.modals if m != draft.lemma)
        return verb.modals

    def perfect_infinitive(self, draft: Draft) -> bool:
        """Whether the infinitive below a modal is a perfect."""
        clause = self.view.clause(draft.clause)
        site = Site(draft.rule, clause, draft.cue, draft.cue[0], draft.lemma, clause.verb)
        return is_perfect_infinitive(self.view, site)

    def is_claim(self, draft: Draft) -> bool:
        """„will nichts gewusst haben": the modal claims."""
        return self.kind(draft) is CueKind.MODAL and self.perfect_infinitive(draft)

    def negators(self, draft: Draft) -> tuple[int, ...]:
        """The tokens that negate a cue."""
        if self.is_claim(draft):
            return ()
        if draft.predicate:
            own = {*draft.cue, *(() if draft.judgement is None else draft.judgement.tokens)}
            found = tuple(t for t in clause_negators(self.view, self.clause(draft)) if t not in own)
            return found + degree_negators(self.view, draft.cue) if self.kind(draft) is CueKind.ADJECTIVE else found
        if self.kind(draft) is CueKind.NOUN:
            np = self.view.graph.noun_phrase_at(draft.cue[0])
            return () if np is None else tuple(noun_negators(self.view, np))
        return ()

    def content_clause(self, content: Filler) -> Clause | None:
        """The clause that says what a content says: its first conjunct without a cue of its own, else its first."""
        clauses = [self.view.clause(i) for i in content.clauses]
        clauses = [c for c in clauses if c.verb is not None or c.kind is ClauseKind.INFINITIVE] or clauses
        free = [c for c in clauses if c.index not in self.predicates]
        return next(iter(free or clauses), None)

    def has_own_cue(self, clause: Clause) -> bool:
        """Whether the predicate of a clause is itself a cue."""
        return clause.index in self.predicates


def _size(draft: Draft) -> int:
    return 0 if draft.content is None else len(draft.content.tokens)
