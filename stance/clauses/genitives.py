"""Genitives: which noun phrases belong to the noun before them („die Höhe der Löhne").

The flat phrases of a clause flow in, in order; those that belong to another flow out inside it. All offsets
are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.attachment import Attacher
from stance.clauses.phrases import Phrase
from stance.clauses.words import DETERMINER, NOMINAL, QUANTITIES, Words
from stance.german import government, meaning

_DEEPEST: Final = 8


class Genitives:
    """Attaches the genitives of one clause.

    Args:
        words: the tagged Doc.
        attacher: knows which phrases follow each other and stand in the prefield.
    """

    def __init__(self, words: Words, attacher: Attacher) -> None:
        self.words = words
        self.attacher = attacher

    def attach(self, flat: Sequence[Phrase], free: Phrase | None) -> list[Phrase]:
        """Attach genitive noun phrases to the noun before them, innermost first."""
        built: list[Phrase] = []
        for phrase in flat:
            host = built[-1] if built else None
            if host is not None and phrase is not free and self._is_genitive_of(host, phrase):
                target = host
                for _ in range(_DEEPEST):
                    if target.genitives and self.attacher.follows(target.genitives[-1], phrase):
                        target = target.genitives[-1]
                phrase.attached_to = target.head
                target.genitives.append(phrase)
                target.possessor.extend(phrase.tokens)
            else:
                built.append(phrase)
        return built

    def _is_genitive_of(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or phrase.kind != "np" or not self.attacher.follows(host, phrase):
            return False
        tags, texts = self.words.tags, self.words.texts
        headless = host.head == host.determiner and tags[host.head] in DETERMINER
        if (
            tags[host.head] not in {"NN", "PIS", "PDS", "CARD", "ADJA"} and not headless
        ) or "gen" not in phrase.cases():
            return False
        if host.tokens[-1] != host.head and tags[host.tokens[-1]] == "NE" and not host.genitives:
            return False
        first = phrase.tokens[0]
        speaks = meaning.animacy(texts[phrase.head]) == "person" or meaning.is_medium(texts[phrase.head])
        if speaks and meaning.is_temporal(texts[host.head]):
            return False
        if texts[phrase.head] in government.verbs("predicative_genitives") and meaning.can_act(texts[host.head]):
            return False
        if tags[first] == "NE" and len(phrase.tokens) == 1:
            target = host.genitives[-1] if host.genitives else host
            thing = meaning.animacy(texts[target.head]) != "person" and tags[target.head] == "NN"
            return texts[first].endswith("s") and thing and len(texts[first]) > 1
        if texts[first].lower() in QUANTITIES:
            return False
        if tags[first] in DETERMINER:
            return tags[phrase.head] in NOMINAL | {"ADJA"} or phrase.head != first
        lead = phrase.attributes[0] if phrase.attributes else first
        marked = texts[lead].endswith("er") or phrase.cases() == {"gen"}
        return tags[lead] == "ADJA" and marked and tags[phrase.head] in NOMINAL

    def unbind(self, phrase: Phrase) -> None:
        """A bare word in -s that belongs to no noun is no genitive but a name or a plural ("Rogers", "GIFs")."""
        bare = phrase.kind == "np" and phrase.determiner is None and not phrase.attributes
        if bare and phrase.cases() == {"gen"} and not meaning.is_temporal(self.words.texts[phrase.head]):
            phrase.features = frozenset()
