"""Objects of the verb that look like the genitive of the noun before them („warf die SPD der CSU Untätigkeit vor").

The flat phrases of a clause flow in, in order; the one that is such an object flows out. All offsets are token indices
of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from stance.clauses.attachment import Attacher
from stance.clauses.phrases import Phrase
from stance.clauses.quotes import is_mark
from stance.clauses.verb_frames import VerbFrame
from stance.clauses.words import Words
from stance.german import closed, government, meaning


class FreeObjects:
    """Finds the object of a clause that looks like a genitive.

    Args:
        words: the tagged Doc.
        frame: what the verb of the clause takes.
        attacher: knows which phrases follow each other and stand in the prefield.
    """

    def __init__(self, words: Words, frame: VerbFrame, attacher: Attacher) -> None:
        self.words = words
        self.frame = frame
        self.attacher = attacher

    def find(self, flat: Sequence[Phrase]) -> Phrase | None:
        """The phrase that looks like the genitive of the noun before it and is an object of the verb."""
        return self._genitive_object(flat) or self._told(flat) or self._given(flat) or self._answered(flat)

    def _genitive_object(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„beschuldigte die Firma des Betrugs": the last genitive beside a verb that governs one, if no actor."""
        for phrase in reversed(flat) if self.frame.genitive else ():
            marked = phrase.kind == "np" and (phrase.determiner is not None or bool(phrase.attributes))
            if (
                marked
                and "gen" in phrase.cases()
                and "acc" not in phrase.cases()
                and not self.attacher.in_prefield(phrase)
            ):
                return None if meaning.can_act(self.words.texts[phrase.head]) else phrase
        return None

    def _told(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„sagte der Manager der Zeitung": the medium behind a person in the middle field, unless it employs them."""
        finite = self.frame.finite
        for host, phrase in pairwise(flat) if self.frame.telling and finite is not None else ():
            assert finite is not None
            medium = phrase.kind == "np" and (
                self._is_quoted(phrase) or meaning.is_medium(self.words.texts[phrase.head])
            )
            if not medium or phrase.tokens[0] < finite or {"dat", "gen"} - phrase.cases():
                continue
            person = meaning.animacy(self.words.texts[host.head]) in {"person", "institution"}
            if (
                person
                and self.attacher.follows(host, phrase)
                and not government.works_for_media(self.words.texts[host.head])
            ):
                return phrase
        return None

    def _is_quoted(self, phrase: Phrase) -> bool:
        """Whether a phrase is a name in quotation marks behind its article („der „Talwacht"")."""
        inside = phrase.determiner is not None and phrase.determiner < phrase.head
        return inside and is_mark(self.words.texts[phrase.head - 1])

    def _given(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„warf die Opposition der Regierung Untätigkeit vor": a feminine that is the dative the verb lacks."""
        given = self.frame.giving and any(self.words.texts[p.head] in government.verbs("given_nouns") for p in flat)
        if not (self.frame.addressing or given) or any(
            phrase.kind == "np" and phrase.cases() == {"dat"} for phrase in flat
        ):
            return None
        for host, phrase in pairwise(flat):
            either = phrase.kind == host.kind == "np" and {"dat", "gen"} <= phrase.cases()
            if (
                not either
                or not (host.cases() & {"nom"} or self._is_possessor(flat, host))
                or self.attacher.in_prefield(phrase)
                or not self.attacher.follows(host, phrase)
            ):
                continue
            texts = self.words.texts
            acts = meaning.can_act(texts[host.head]) and meaning.can_act(texts[phrase.head])
            if acts and (self.frame.thanking or not government.takes_genitive(texts[host.head], texts[phrase.head])):
                return phrase
        return None

    def _answered(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„hat das Ministerium dieser Erhöhung zugestimmt": an abstract feminine behind a body, the dative it lacks."""
        others = (p for p in flat if p.kind == "np" and p.cases() and p.cases() <= {"dat"})
        if not self.frame.answering or next(others, None) is not None:
            return None
        return next(
            (p for i, p in enumerate(flat) if self._is_abstract_dative(p) and self._is_of_body(flat[:i], p)), None
        )

    def _is_abstract_dative(self, phrase: Phrase) -> bool:
        """Whether a phrase in the middle field has an abstract noun in the form of a genitive or dative."""
        text = self.words.texts[phrase.head]
        either = phrase.kind == "np" and {"dat", "gen"} <= phrase.cases() and not self.attacher.in_prefield(phrase)
        return either and closed.is_abstract(text) and meaning.animacy(text) == "other"

    def _is_of_body(self, before: Sequence[Phrase], phrase: Phrase) -> bool:
        """Whether a body that can be the subject stands right before a phrase, or before its own genitive there."""
        host = before[-1] if before else None
        if host is None or host.kind != "np" or not self.attacher.follows(host, phrase):
            return False
        if "nom" in host.cases():
            return meaning.animacy(self.words.texts[host.head]) == "institution"
        return "gen" in host.cases() and self._is_of_body(before[:-1], host)

    def _is_possessor(self, flat: Sequence[Phrase], phrase: Phrase) -> bool:
        """„die Mutter [des Jungen]": a genitive right behind what can be the subject."""
        before = next((p for p in flat if p.end == phrase.tokens[0]), None)
        return before is not None and phrase.cases() == {"gen"} and "nom" in before.cases()
