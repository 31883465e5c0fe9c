"""What the verb of a clause asks of its phrases, as far as grouping has to know it.

The verb complex of a clause flows in, a :class:`VerbFrame` flows out. All offsets are token indices of the Doc.
"""

from __future__ import annotations

import attrs

from stance.clauses.graph import Order, VerbComplex
from stance.clauses.proto import Proto
from stance.clauses.words import Words
from stance.german import government


@attrs.frozen
class VerbFrame:
    """Where the verb of a clause stands and what it takes.

    Attributes:
        finite: its finite verb, or None.
        verb_second: whether what stands before the finite verb is one constituent.
        passive: whether a von-phrase can be the agent.
        governed: prepositions that it governs.
        naming: whether it gives names ("nannte den Plan ‚Unsinn‘").
        genitive: whether it governs a genitive beside an accusative.
        telling: whether it says something to somebody.
        giving: whether it gives somebody what its object names („machte ihm Vorwürfe").
        addressing: whether it seldom goes without a dative for somebody.
        thanking: whether it never goes without one.
        answering: whether its only object is a dative.
    """

    finite: int | None = None
    verb_second: bool = False
    passive: bool = False
    governed: frozenset[str] = frozenset()
    naming: bool = False
    genitive: bool = False
    telling: bool = False
    giving: bool = False
    addressing: bool = False
    thanking: bool = False
    answering: bool = False


def verb_frame(words: Words, proto: Proto, verb: VerbComplex | None) -> VerbFrame:
    """The frame of the verb of a clause.

    Args:
        words: the tagged Doc.
        proto: the clause.
        verb: its verb complex, or None.
    """
    place = VerbFrame(
        finite=proto.finite if proto.finite in proto.tokens else None, verb_second=proto.order is Order.V2
    )
    if verb is None:
        return place
    lemma, active = verb.lemma, verb.voice == "active"
    return attrs.evolve(
        place,
        passive=verb.voice == "passive",
        governed=government.prepositions(lemma),
        genitive=lemma in government.verbs("genitive_beside_accusative"),
        telling=lemma in words.saying,
        addressing=active and lemma in government.verbs("addressing"),
        giving=active and lemma in government.verbs("giving"),
        thanking=lemma in government.verbs("thanking"),
        answering=active and lemma in government.verbs("dative_only"),
        naming=lemma in government.verbs("judging"),
    )
