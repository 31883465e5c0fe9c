"""Drafts: what a rule found before context is read, and the trace of every attempt.

All offsets are token indices of the Doc.
"""

from __future__ import annotations

import attrs

from stance.rules.schema import Frame, FrameRole, Rule, Slot


@attrs.frozen
class Filler:
    """What fills a role.

    Attributes:
        tokens: the tokens of the mention, in order (may be discontinuous).
        slot: the slot by which it was found.
        clause: index of the clause that fills it or that the content is (dass, V2, zu, host), or None for phrases.
        quote: index of the quotation that fills it, or None.
        head: head token of a phrase, verb of a clause.
        further: for a content found in several sentences of one quotation or in a coordinated clause: further clause
            indices.
        conjuncts: the coordinated phrases inside it, empty where nothing is coordinated.
        further_quotes: indices of the further parts of a split quotation.
    """

    tokens: tuple[int, ...]
    slot: Slot
    head: int | None = None
    clause: int | None = None
    quote: int | None = None
    further: tuple[int, ...] = ()
    conjuncts: tuple[tuple[int, ...], ...] = ()
    further_quotes: tuple[int, ...] = ()

    @property
    def clauses(self) -> tuple[int, ...]:
        """All clauses of a content, main clause first."""
        return self.further if self.clause is None else (self.clause, *self.further)


@attrs.frozen
class Draft:
    """A rule that fired: cue tokens, frame and fillers.

    Attributes:
        rule: the rule.
        frame: the frame that matched.
        cue: tokens of the cue, ascending.
        lemma: its citation form.
        clause: index of the clause the cue stands in.
        roles: what fills the roles.
        predicate: the cue is (part of) the predicate of its clause, not a noun or attributor in it.
        gapped: index of the gapped clause whose missing verb the cue stands for, or None.
    """

    rule: Rule
    frame: Frame
    cue: tuple[int, ...]
    lemma: str
    clause: int
    roles: tuple[tuple[FrameRole, Filler], ...] = ()
    predicate: bool = True
    gapped: int | None = None

    def role(self, role: FrameRole) -> Filler | None:
        """What fills a role, or None."""
        for own, filler in self.roles:
            if own is role:
                return filler
        return None

    @property
    def actor(self) -> Filler | None:
        """What fills the actor."""
        return self.role(FrameRole.ACTOR)

    @property
    def content(self) -> Filler | None:
        """What fills the content."""
        return self.role(FrameRole.CONTENT)

    @property
    def judgement(self) -> Filler | None:
        """What fills the judgement."""
        return self.role(FrameRole.JUDGEMENT)

    @property
    def site(self) -> int:
        """Index of the clause whose arguments fill the roles: the gapped clause, else that of the cue."""
        return self.clause if self.gapped is None else self.gapped


@attrs.frozen
class Attempt:
    """One frame of one rule tried on one cue: fired, or the condition that failed.

    Attributes:
        rule: id of the rule.
        frame: the frame in one line.
        cue: tokens of the cue.
        fired: whether it made a draft.
        failed: the condition that failed, or None.
        token: where that was looked for, or None.
        bound: the tokens of each role, as far as binding came.
        superseded_by: the rule that took the cue instead, or None.
        word: the cue in its citation form.
        order: number of the frame in its rule, from 0.
        slots: the slot by which each role was bound.
    """

    rule: str
    frame: str
    cue: tuple[int, ...]
    fired: bool
    failed: str | None = None
    token: int | None = None
    bound: tuple[tuple[str, tuple[int, ...]], ...] = ()
    superseded_by: str | None = None
    word: str = ""
    order: int = 0
    slots: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Trace:
    """Everything that was tried on one document."""

    attempts: tuple[Attempt, ...] = ()
