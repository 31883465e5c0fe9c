"""Grouping: flat phrases of one clause become larger ones by genitives, appositions, coordination and attachment.

Flat noun phrases and prepositional phrases flow in, in order; the same phrases flow out, those that belong to another
one inside it. Each kind of belonging has its own module: :mod:`~stance.clauses.genitives` (and
:mod:`~stance.clauses.free_objects`, which only look like some), :mod:`~stance.clauses.appositions`,
:mod:`~stance.clauses.coordination`, :mod:`~stance.clauses.attachment` of prepositional phrases,
:mod:`~stance.clauses.same_person`. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence

from stance.clauses.appositions import Appositions
from stance.clauses.attachment import Attacher
from stance.clauses.coordination import Coordination
from stance.clauses.free_objects import FreeObjects
from stance.clauses.genitives import Genitives
from stance.clauses.phrases import Phrase
from stance.clauses.same_person import Uniter
from stance.clauses.verb_frames import VerbFrame
from stance.clauses.words import Words
from stance.german import nominal, verbs


class Grouper:
    """Builds the larger phrases of one clause.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.
        frame: what the verb of the clause takes.
    """

    def __init__(self, words: Words, tokens: Sequence[int], frame: VerbFrame) -> None:
        self.words = words
        self.tokens = frozenset(tokens)
        self.frame = frame
        self._attacher = Attacher(words, frame)
        self._free_objects = FreeObjects(words, frame, self._attacher)
        self._genitives = Genitives(words, self._attacher)
        self._appositions = Appositions(words, frame, self._attacher)
        self._coordination = Coordination(words, self.tokens, self._attacher)
        self._uniter = Uniter(words, frame.finite)

    def group(self, flat: Sequence[Phrase]) -> list[Phrase]:
        """The top-level phrases of the clause, in order."""
        flat = self._participial(flat)
        bound = self._genitives.attach(flat, self._free_objects.find(flat))
        for phrase in bound:
            self._genitives.unbind(phrase)
            self._free_of_number(phrase)
        grouped = self._attacher.attach(self._coordination.join(self._appositions.attach(bound)))
        grouped = self._appositions.attach_in_prefield(self._coordination.join_modified(grouped))
        for phrase in grouped:
            self._uniter.unite(phrase)
        return grouped

    def _participial(self, flat: Sequence[Phrase]) -> list[Phrase]:
        """„Mit dem Fall befasste Ärzte sagten": a participle without article has the prepositional phrase before it.

        So it is in a prefield, which is one constituent, and right behind a verb of saying that opens its clause.
        """
        built: list[Phrase] = []
        for phrase in flat:
            lead = built[-1] if built else None
            if lead is not None and self._is_group_of(lead, phrase):
                phrase.tokens[:0] = lead.tokens
                built[-1] = phrase
            else:
                built.append(phrase)
        return built

    def _is_group_of(self, lead: Phrase, phrase: Phrase) -> bool:
        if (
            lead.kind != "pp"
            or lead.governor == "als"
            or phrase.kind != "np"
            or phrase.determiner is not None
            or not phrase.attributes
        ):
            return False
        first = phrase.tokens[0]
        if first != phrase.attributes[0] or not self._attacher.follows(lead, phrase) or len(lead.tokens) == 1:
            return False
        reports = self.frame.telling and self.frame.finite == min(self.tokens) == lead.tokens[0] - 1
        return (reports or self._attacher.in_prefield(phrase)) and verbs.is_attributive_participle(
            self.words.texts[first]
        )

    def _free_of_number(self, phrase: Phrase) -> None:
        """„Über 330 Mitglieder kamen": before a number "über" and "unter" are adverbs, unless the verb governs them."""
        if phrase.kind != "pp" or phrase.governor not in {"über", "unter"} or phrase.preposition is None:
            return
        numbered = self.words.tags[phrase.tokens[min(1, len(phrase.tokens) - 1)]] == "CARD"
        features = nominal.noun(self.words.texts[phrase.head])
        plural = frozenset(f for f in features if f.number == "pl" and f.case != "gen")
        if numbered and phrase.governor not in self.frame.governed and any(f.case == "nom" for f in plural):
            phrase.kind, phrase.preposition, phrase.governor, phrase.features = "np", None, None, plural
