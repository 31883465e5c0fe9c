"""Appositions: names in marks, what stands in brackets, and what a prefield has behind its noun.

Phrases with their genitives flow in, in order; those that say who or what another is flow out inside it. All offsets
are token indices of the Doc.
"""

from __future__ import annotations

from typing import Final

from stance.clauses.attachment import Attacher
from stance.clauses.phrases import Phrase, gap_between
from stance.clauses.quotes import is_mark
from stance.clauses.verb_frames import VerbFrame
from stance.clauses.words import NOMINAL, PRONOMINAL, Words
from stance.german import meaning

_THREE_PLACES: Final = 3


class Appositions:
    """Attaches the appositions of one clause.

    Args:
        words: the tagged Doc.
        frame: what the verb of the clause takes.
        attacher: knows which phrases follow each other and stand in the prefield.
    """

    def __init__(self, words: Words, frame: VerbFrame, attacher: Attacher) -> None:
        self.words = words
        self.frame = frame
        self.attacher = attacher

    def attach(self, phrases: list[Phrase]) -> list[Phrase]:
        """Attach what stands in brackets, and names in quotation marks, to the noun before („der Roman ‚Der Turm‘")."""
        built: list[Phrase] = []
        nominals = [phrase for phrase in phrases if phrase.kind == "np"]
        complete = self.frame.addressing and not self.frame.thanking and len(nominals) == _THREE_PLACES
        for phrase in phrases:
            host = built[-1] if built else None
            object_ = complete and phrase is nominals[-1]  # „warf dem Verein ‚Betrug‘ vor"
            if host is not None and phrase.kind == "np" and not object_ and self._is_apposed(host, phrase):
                phrase.attached_to = host.head
                host.genitives.append(phrase)
            else:
                built.append(phrase)
        return built

    def _is_apposed(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or self.words.tags[host.head] not in NOMINAL:
            return False
        between = [self.words.texts[t] for t in gap_between(host, phrase)]
        if "(" in between:
            return ")" not in between and all(self.words.is_silent(t) for t in gap_between(host, phrase))
        named = self.words.texts[phrase.tokens[0]][:1].isupper() and not self._are_several(host)
        marked = len(between) == 1 and is_mark(between[0]) and named
        closed_after = any(is_mark(self.words.texts[t]) for t in self._after(phrase))
        return marked and closed_after and self.words.tags[host.head] == "NN" and not self.frame.naming

    def _are_several(self, phrase: Phrase) -> bool:
        """Whether a phrase is plural, or for a person, so that no words in marks are its name."""
        person = meaning.animacy(self.words.texts[phrase.head]) == "person"
        return person or (bool(phrase.features) and all(f.number == "pl" for f in phrase.features))

    def _after(self, phrase: Phrase) -> range:
        return range(phrase.end, min(phrase.end + 1, len(self.words)))

    def attach_in_prefield(self, phrases: list[Phrase]) -> list[Phrase]:
        """Before the finite verb of a verb-second clause stands one constituent: its noun has what follows it."""
        built: list[Phrase] = []
        for phrase in phrases:
            host = built[-1] if built else None
            if host is not None and host.kind == phrase.kind == "np" and self.attacher.in_prefield(phrase):
                comma = any(self.words.texts[t] == "," for t in gap_between(host, phrase))
                apposed = comma and self._can_be_apposed(host, phrase)
                if apposed or self._is_acronym_of(host, phrase) or self._is_called(host, phrase):
                    phrase.attached_to = host.head
                    host.genitives.append(phrase)
                    take_case(self.words, host, phrase)
                    continue
            built.append(phrase)
        return built

    def _is_called(self, host: Phrase, phrase: Phrase) -> bool:
        """„Der Chef der Initiative ‚Pro Bahn' Jan Huber forderte": a person described, and the name right behind it."""
        tags, last = self.words.tags, host.everything()[-1]
        names = all(tags[t] == "NE" for t in phrase.tokens) and phrase.determiner is None and len(phrase.tokens) > 1
        described = host.determiner is not None and tags[host.head] == "NN" and bool(host.genitives)
        person = described and meaning.animacy(self.words.texts[host.head]) == "person"
        return person and names and tags[last] in NOMINAL and all(map(self.words.is_silent, gap_between(host, phrase)))

    def _is_acronym_of(self, host: Phrase, phrase: Phrase) -> bool:
        """„Karl Huber, Chef der IWF": a genitive, whatever gender its acronym is known by."""
        head, determiner = phrase.head, phrase.determiner
        acronym = self.words.tags[head] == "NE" and self.words.texts[head].isupper()
        genitive = determiner is not None and self.words.lower[determiner] == "der"
        return (
            acronym and genitive and self.attacher.follows(host, phrase) and self.words.tags[host.tokens[-1]] in NOMINAL
        )

    def _can_be_apposed(self, host: Phrase, phrase: Phrase) -> bool:
        if self.words.tags[host.head] not in NOMINAL or self.words.tags[phrase.head] in PRONOMINAL:
            return False
        return not host.cases() or not phrase.cases() or bool(host.cases() & phrase.cases())


def take_case(words: Words, host: Phrase, phrase: Phrase) -> None:
    """„Ida Moser, der Leiterin des Amts, gefällt das": a name has the case of the description behind it."""
    names = all(words.tags[t] == "NE" for t in host.tokens)
    if host.kind == "np" and names and phrase.determiner is not None and phrase.features:
        host.features = phrase.features
