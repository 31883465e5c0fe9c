"""A site: one place in a text where a rule's cue stands, with the clause or noun phrase around it."""

from __future__ import annotations

import attrs

from stance.clauses.graph import Clause, NounPhrase, VerbComplex
from stance.rules.schema import CueKind, Rule


@attrs.frozen
class Site:
    """Where a cue stands.

    Attributes:
        rule: the rule that the cue belongs to.
        clause: the clause whose arguments fill the roles.
        cue: tokens of the cue, ascending.
        anchor: the token that triggered (verb, noun, adjective, first word of an attributor).
        lemma: citation form of the cue.
        verb: verb complex of the cue; that of the full clause where the clause is gapped.
        phrase: noun phrase of a noun cue or attributive participle, or None.
        attributive: the cue is an attributive participle („das als historisch beschriebene Abkommen").
        reflexive: the cue includes a reflexive pronoun.
        exchanged: subject and accusative are taken for each other, since their form leaves open which is which.
        home: index of the clause that holds the cue tokens; differs from ``clause`` where that is gapped.
    """

    rule: Rule
    clause: Clause
    cue: tuple[int, ...]
    anchor: int
    lemma: str
    verb: VerbComplex | None
    phrase: NounPhrase | None = None
    attributive: bool = False
    reflexive: bool = False
    exchanged: bool = False
    home: int = -1

    @property
    def kind(self) -> CueKind:
        """Kind of the rule's cue."""
        return self.rule.cue.kind

    @property
    def length(self) -> int:
        """Number of words of the cue, reflexive and copula included; a particle apart is none of its own.

        „sich zufrieden äußern" has three, „gab … zu" one.
        """
        if self.kind is CueKind.IDIOM:
            return len(self.lemma.split())
        words = 1 if self.kind is CueKind.VERB else len(self.cue)
        return words + self.reflexive + (self.kind is CueKind.ADJECTIVE)

    @property
    def nominal(self) -> bool:
        """Whether the roles are looked for in a noun phrase."""
        return self.phrase is not None and not self.attributive

    @property
    def voice(self) -> str:
        """Voice of the verb, active where there is none."""
        return "active" if self.verb is None else self.verb.voice
