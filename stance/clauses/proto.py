"""What a sentence is cut into before it is understood: proto-clauses, the pieces they are made of and what opens them.

All offsets are token indices of the Doc.
"""

from __future__ import annotations

from typing import Final

import attrs

from stance.clauses.graph import ClauseKind, ClauseType, Order
from stance.german import closed

_COMPLEMENTISERS: Final = {"dass": ClauseType.DASS, "daß": ClauseType.DASS, "ob": ClauseType.OB}
_CONSECUTIVE: Final = frozenset({"so", "ohne", "statt", "anstatt", "außer"})


def adverbial_class(word: str) -> str | None:
    """The adverbial class of a subordinator; one that can state a condition does.

    >>> adverbial_class("wenn"), adverbial_class("weil"), adverbial_class("Tisch")
    ('conditional', 'causal', None)
    """
    classes = closed.subordinator(word)
    return "conditional" if "conditional" in classes else min(classes, default=None)


@attrs.define(eq=False)
class Proto:
    """A clause while the sentence is being read."""

    kind: ClauseKind
    type: ClauseType
    order: Order = Order.NONE
    tokens: list[int] = attrs.field(factory=list)
    finite: int | None = None
    introducer: int | None = None
    parent: Proto | None = None
    shares: Proto | None = None
    antecedent: int | None = None
    subtype: str | None = None
    gapped: bool = False
    ended_by: str = ""

    def first(self) -> int:
        """First token."""
        return min(self.tokens)


@attrs.frozen
class Piece:
    """A stretch of a sentence between two boundaries.

    Attributes:
        atoms: tokens; a region that was cut out is represented by its first token.
        separator: text of the punctuation before it, or "".
        conjunction: coordinating conjunction that opens it, or None.
    """

    atoms: tuple[int, ...]
    separator: str
    conjunction: int | None = None


@attrs.frozen
class Opener:
    """What opens a subordinate clause: its kind, its type and where the introducer stands."""

    kind: ClauseKind
    type: ClauseType
    introducer: int
    subtype: str | None = None


def subordinator(word: str, before: str, introducer: int) -> Opener:
    """What a subordinator opens.

    Args:
        word: the subordinator, in small letters.
        before: the word before it in the same clause, in small letters, or "" ("als ob", "so dass", "auch wenn").
        introducer: its token.

    >>> subordinator("dass", "", 3).type, subordinator("dass", "so", 3).subtype, subordinator("weil", "", 3).subtype
    (<ClauseType.DASS: 'dass'>, 'consecutive', 'causal')
    """
    adverbial = adverbial_class(word)
    if word == "wenn" and before == "auch":
        adverbial = "concessive"
    if word in _COMPLEMENTISERS:
        if before in _CONSECUTIVE:
            adverbial = "consecutive"
        elif word == "ob" and before == "als":
            adverbial = "comparative"
        else:
            return Opener(ClauseKind.COMPLEMENT, _COMPLEMENTISERS[word], introducer)
    return Opener(ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, introducer, adverbial)
