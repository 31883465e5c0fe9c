"""Which slots and conditions go with which kind of cue.

The tables behind the checks of the reader: a noun has a possessor and no accusative, an attributor governs a phrase,
only a modal has an infinitive below it.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from stance.rules.schema import CueKind, SlotKind

CLAUSE_TYPES: Final = ("dass", "ob", "w", "v2", "zu", "wenn")

_VERBAL: Final = frozenset(
    {
        SlotKind.SUBJECT,
        SlotKind.ACCUSATIVE,
        SlotKind.DATIVE,
        SlotKind.GENITIVE,
        SlotKind.PREDICATIVE,
        SlotKind.ALS,
        SlotKind.AGENT,
        SlotKind.PP,
        SlotKind.CLAUSE,
        SlotKind.QUOTE,
        SlotKind.HOST,
    }
)

SLOTS: Final[dict[CueKind, frozenset[SlotKind]]] = {
    CueKind.VERB: _VERBAL,
    CueKind.ADJECTIVE: _VERBAL,
    CueKind.IDIOM: _VERBAL,
    CueKind.MODAL: _VERBAL | {SlotKind.PREDICATE},
    CueKind.NOUN: frozenset(
        {
            SlotKind.POSSESSOR,
            SlotKind.GENITIVE,
            SlotKind.POSSESSIVE,
            SlotKind.ALS,
            SlotKind.PP,
            SlotKind.CLAUSE,
            SlotKind.QUOTE,
        }
    ),
    CueKind.ATTRIBUTION: frozenset({SlotKind.GOVERNED, SlotKind.POSSESSOR, SlotKind.HOST}),
    CueKind.TOKENS: frozenset(SlotKind),
}


@cache
def written(kinds: frozenset[SlotKind]) -> tuple[str, ...]:
    """Slots as an author writes them, in the order of the schema.

    >>> written(SLOTS[CueKind.ATTRIBUTION])
    ('host', 'possessor', 'governed')
    """
    names: list[str] = []
    for kind in SlotKind:
        if kind not in kinds:
            continue
        if kind is SlotKind.CLAUSE:
            names += [f"clause.{name}" for name in CLAUSE_TYPES]
        else:
            names.append("pp.<preposition>" if kind is SlotKind.PP else kind.value)
    return tuple(names)
