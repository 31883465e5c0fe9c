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
        further: for a content found in several sentences of one quotation or in a coordinated clause: further clause indices.
    """

    tokens: tuple[int, ...]
    slot: Slot
    head: int | None = None
    clause: int | None = None
    quote: int | None = None
    further: tuple[int, ...] = ()


@attrs.frozen
class Draft:
    """A rule that fired: cue tokens, frame and fillers."""

    rule: Rule
    frame: Frame
    cue: tuple[int, ...]
    lemma: str
    clause: int
    roles: tuple[tuple[FrameRole, Filler], ...] = ()

    def role(self, role: FrameRole) -> Filler | None:
        """What fills a role, or None."""
        return dict(self.roles).get(role)


@attrs.frozen
class Attempt:
    """One rule tried on one cue: fired, or the condition that failed and the token where it was looked for."""

    rule: str
    frame: str
    cue: tuple[int, ...]
    fired: bool
    failed: str | None = None
    token: int | None = None
    bound: tuple[tuple[str, tuple[int, ...]], ...] = ()
    superseded_by: str | None = None


@attrs.frozen
class Trace:
    """Everything that was tried on one document."""

    attempts: tuple[Attempt, ...] = ()
