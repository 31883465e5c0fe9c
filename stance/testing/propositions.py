"""States of affairs that acts are about, in every shape German gives a content.

An entry of ``data/grammar.yaml`` flows in, dass-, ob-, w- and wenn-clauses, verb-second clauses, zu-infinitives and
sentences to be quoted flow out. None of them holds a cue, so that one act gives one commitment.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from stance.testing.grammar import Clause, Phrase, Rank, nominative, object_in, verb_last, verb_second, words
from stance.testing.nouns import NounPhrase, noun_phrase, vocabulary
from stance.testing.text import plain
from stance.testing.verbs import Features, Tense, VerbMood, participle, zu_infinitive

_OPENERS = {"dass": "dass", "ob": "ob", "wenn": "wenn", "w": "warum"}


@attrs.frozen
class Proposition:
    """A state of affairs.

    Attributes:
        subject: who or what does it.
        verb: lemma.
        object: what it is done to, or None.
        adverb: a phrase after the subject, or nothing.
        agent: somebody does it, so that it can be an infinitive.

    >>> propositions()[0].subordinate("dass")
    'dass die Stadt die alte Brücke saniert'
    >>> propositions()[0].verb_second(VerbMood.KONJUNKTIV1)
    'die Stadt saniere die alte Brücke'
    >>> propositions()[0].zu_infinitive()
    'die alte Brücke zu sanieren'
    """

    subject: NounPhrase
    verb: str
    object: NounPhrase | None
    adverb: str
    agent: bool

    def subordinate(self, kind: str, mood: VerbMood = VerbMood.INDICATIVE) -> str:
        """A verb-last clause.

        Args:
            kind: dass, ob, w or wenn.
            mood: of its verb.
        """
        return f"{_OPENERS[kind]} {plain(verb_last(self._clause(mood)))}"

    def verb_second(self, mood: VerbMood = VerbMood.INDICATIVE) -> str:
        """A clause with the verb in second place."""
        clause = self._clause(mood)
        return plain(verb_second(clause, clause.phrases[0]))

    def inverted(self, mood: VerbMood = VerbMood.INDICATIVE) -> str:
        """A clause that something else leads ("sinken die Preise")."""
        return plain(verb_second(self._clause(mood), None))

    def halves(self) -> tuple[str, str]:
        """The subject and the rest of a verb-second clause, for parentheses in between."""
        first = self.subject.form("nom")
        return first, self.verb_second().removeprefix(first).strip()

    def zu_infinitive(self, perfect: bool = False) -> str:
        """An infinitive clause with zu."""
        last = f"{participle(self.verb)} zu haben" if perfect else zu_infinitive(self.verb)
        return " ".join(part for part in (*self._rest(), last) if part)

    def infinitive(self, perfect: bool = False) -> tuple[str, str]:
        """An infinitive phrase below a modal: what stands before the place of a negation, and the infinitives."""
        last = f"{participle(self.verb)} haben" if perfect else self.verb
        return " ".join(part for part in self._rest() if part), last

    def _rest(self) -> tuple[str, str]:
        return "" if self.object is None else self.object.form("acc"), self.adverb

    def _clause(self, mood: VerbMood) -> Clause:
        found: list[Phrase] = [nominative(self.subject)]
        if self.object is not None:
            found.append(object_in(self.object, "acc"))
        if self.adverb:
            found.append(words(self.adverb, Rank.ADVERBIAL))
        return Clause(self.verb, Features(Tense.PRESENT, mood), self.subject, tuple(found))


@cache
def propositions() -> tuple[Proposition, ...]:
    """All states of affairs of the vocabulary."""
    return tuple(_proposition(entry) for entry in vocabulary()["propositions"])


def _proposition(entry: Mapping[str, Any]) -> Proposition:
    what = noun_phrase(entry["object"]) if "object" in entry else None
    return Proposition(
        noun_phrase(entry["subject"]), entry["verb"], what, entry.get("adverb", ""), entry.get("agent", False)
    )
