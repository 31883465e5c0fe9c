"""Attachment: which prepositional phrases of a clause belong to the noun before them.

Phrases grouped by genitives and coordination flow in, in order; those that belong to another flow out inside it. The
field, who can act and the preposition decide. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from typing import Final

from stance.clauses.phrases import Phrase, is_amount
from stance.clauses.quotes import is_mark
from stance.clauses.verb_frames import VerbFrame
from stance.clauses.words import PRONOMINAL, Words
from stance.german import closed, government, meaning, nominal

_TO_THING: Final = frozenset(
    {"von", "für", "gegen", "über", "zwischen", "gegenüber", "an", "nach", "zu", "um", "auf", "aus", "mit", "in"}
)
_IN_NAMES: Final = frozenset({"für", "zur", "zum"})
_ARTICLED: Final = 3
_TO_ACTOR: Final = frozenset({"in", "aus", "bei", "von"})


class Attacher:
    """Attaches the prepositional phrases of one clause.

    Args:
        words: the tagged Doc.
        frame: what the verb of the clause takes.
    """

    def __init__(self, words: Words, frame: VerbFrame) -> None:
        self.words = words
        self.frame = frame

    def attach(self, phrases: list[Phrase]) -> list[Phrase]:
        """The phrases, with prepositional phrases attached to the noun phrase before them.

        Args:
            phrases: the phrases of the clause, in order.
        """
        built: list[Phrase] = []
        for phrase in phrases:
            host = built[-1] if built else None
            target = host and next((m for m in reversed(host.modifiers) if self.follows(m, phrase)), host)
            wanted = any(p.governor == "an" and p.tokens[0] > phrase.tokens[-1] for p in phrases)
            named = None if host is None else self._named_by(host, phrase) or self._seated(host, phrase)
            named = named if named is not None or host is None else self._housed(host, phrase, wanted=wanted)
            if host is not None and (body := named) is not None:
                phrase.attached_to = body.head
                body.modifiers.append(phrase)
            elif host is not None and target is not None and self._belongs(host, target, phrase):
                target = (
                    target if self._modifies(target, phrase) and not self._governs_only(host, target, phrase) else host
                )
                phrase.attached_to = target.head
                target.modifiers.append(phrase)
            else:
                built.append(phrase)
        return built

    def _named_by(self, host: Phrase, phrase: Phrase) -> Phrase | None:
        """„der Sprecher des Instituts für Moorkunde": the body in the genitive that a prepositional phrase names."""
        if phrase.kind != "pp" or phrase.preposition is None or phrase.determiner is not None:
            return None
        agent = self.frame.passive and host.governor in {"von", "durch"}  # „von der Fakultät für Physik gelobt"
        governed = phrase.governor in self.frame.governed and not agent
        if self.words.lower[phrase.preposition] not in _IN_NAMES or governed:
            return None
        hosts = (host, *host.nested()) if agent else host.nested()
        bodies = (p for p in hosts if p.kind in {"np", "pp"} and p.tokens[-1] == p.head == phrase.tokens[0] - 1)
        return next((p for p in bodies if meaning.is_called_by_purpose(self.words.texts[p.head])), None)

    def _housed(self, host: Phrase, phrase: Phrase, *, wanted: bool) -> Phrase | None:
        """„eine Pflegerin der Klinik am Südring", „das Theater an der Aue": a body called by where it is."""
        texts = self.words.texts
        if phrase.kind != "pp" or phrase.governor != "an" or phrase.governor in self.frame.governed:
            return None
        if "an" in government.noun_prepositions(texts[host.head]) and not wanted:
            return None  # „die Kritik der Initiative am Windpark"
        behind = (p for p in (host, *host.nested()) if p.kind in {"np", "pp"} and p.head == phrase.tokens[0] - 1)
        body = next((p for p in behind if meaning.animacy(texts[p.head]) == "institution"), None)
        return body if body is not None and self._stands_at(body, phrase) else None

    def _seated(self, host: Phrase, phrase: Phrase) -> Phrase | None:
        """„eine Sprecherin der SPD-Fraktion im Stadtrat": the group behind which the house stands that it sits in."""
        if phrase.kind != "pp" or phrase.governor != "in" or not meaning.is_chamber(self.words.texts[phrase.head]):
            return None
        behind = (p for p in (host, *host.nested()) if p.kind in {"np", "pp"} and p.head == phrase.tokens[0] - 1)
        return next((p for p in behind if meaning.is_parliamentary_group(self.words.texts[p.head])), None)

    def _stands_at(self, body: Phrase, phrase: Phrase) -> bool:
        """Whether a phrase names a street, for houses also a landmark or a river, that the body is called by."""
        texts, head = self.words.texts, phrase.head
        if meaning.is_street(texts[head]) and meaning.animacy(texts[head]) != "person":
            return True
        river = meaning.animacy(texts[head], name=True) == "place" and not meaning.is_temporal(texts[head])
        alone = len(phrase.tokens) <= _ARTICLED and phrase.tokens[-1] == head
        return alone and meaning.is_named_by_landmark(texts[body.head]) and (river or meaning.is_landmark(texts[head]))

    def _governs_only(self, host: Phrase, target: Phrase, phrase: Phrase) -> bool:
        """„die Kritik von den Werken an dem Umbau": whether a noun governs a preposition, and none behind it does."""
        if host is target or phrase.governor is None:
            return False
        texts = self.words.texts
        takes = phrase.governor in government.noun_prepositions(texts[host.head])
        return takes and phrase.governor not in government.noun_prepositions(texts[target.head])

    def _belongs(self, host: Phrase, target: Phrase, phrase: Phrase) -> bool:
        """Whether a prepositional phrase goes with a phrase, or with the last one in it, which governs it."""
        if phrase.kind != "pp":
            return False
        if self._modifies(host, phrase):
            return True
        governs = target is not host and phrase.governor in government.noun_prepositions(self.words.texts[target.head])
        return governs and self._modifies(target, phrase)

    def _modifies(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or not self.follows(host, phrase) or len(phrase.tokens) == 1:
            return False
        if host.preposition is not None and host.preposition > host.head:
            return False
        texts, tags = self.words.texts, self.words.tags
        if self._are_quoted(host, phrase) or self._measures(host, phrase):
            return True
        if tags[phrase.head] in {"ADJD", "VVPP"} or closed.is_set_phrase([texts[t] for t in phrase.tokens]):
            return False
        if phrase.governor in self.frame.governed and not (self.in_prefield(phrase) or self._says_whose(host, phrase)):
            return False
        if host.governor == "laut" and self.in_prefield(phrase):
            return True
        if host.governor == "laut" and phrase.governor == "von" and tags[host.tokens[-1]] == "NE":
            return False
        if meaning.is_temporal(texts[phrase.head]) or meaning.is_temporal(texts[host.head]):
            return False
        if tags[host.head] in PRONOMINAL:
            return tags[host.head] == "PIS" and phrase.governor == "von"
        reports = tags[host.tokens[-1]] == "NE" or meaning.animacy(texts[host.head], name=True) == "institution"
        if reports and phrase.governor == "aus" and meaning.is_collective(texts[phrase.head]):
            return False  # „wie die Emspost aus Parteikreisen erfuhr"
        animate = meaning.animacy(texts[phrase.head]) in {"person", "institution"} or tags[phrase.head] == "NE"
        joins = phrase.end < len(tags) and tags[phrase.end] == "KON"
        if (
            self.frame.passive
            and phrase.governor in {"von", "durch"}
            and animate
            and not (joins or self.in_prefield(phrase) or self._says_whose_act(host, phrase))
        ):
            return False
        if self.in_prefield(phrase) or phrase.governor in government.noun_prepositions(texts[host.head]):
            return True
        if (phrase.governor, *phrase.cases()) in {("in", "acc"), ("auf", "dat")}:
            return False
        if phrase.governor == "in" and not self._takes_place(host, phrase):
            return False
        if phrase.governor == "nach" and not government.takes_complement(texts[host.head]):
            return False
        host_acts = meaning.animacy(texts[host.head]) in {"person", "institution"} or tags[host.head] == "NE"
        own = phrase.determiner is not None and tags[phrase.determiner] == "PPOSAT"
        if own and (host_acts or self._is_title(host)):
            return False  # „wirft die Partei in ihrem Programm …": whose it is the subject says
        if host_acts:
            if phrase.governor == "für" and meaning.animacy(texts[host.head]) == "institution":
                return phrase.determiner is None  # „die Beobachtungsstelle für Menschenrechte"
            if phrase.governor == "bei" and self._is_definite(host):
                return False  # „sagte der Angeklagte bei der Polizei"
            place = meaning.animacy(texts[phrase.head]) in {"place", "institution"} or tags[phrase.head] == "NE"
            return (phrase.governor in _TO_ACTOR and place and phrase.governor != "von") or (
                phrase.governor == "von" and not self.frame.passive
            )
        return phrase.governor in _TO_THING

    def _is_title(self, phrase: Phrase) -> bool:
        """„die ‚Elbwarte‘": whether quotation marks close behind the noun of a phrase."""
        behind = phrase.tokens[-1] + 1
        return behind < len(self.words.texts) and is_mark(self.words.texts[behind])

    def _are_quoted(self, host: Phrase, phrase: Phrase) -> bool:
        """„verlangt ‚Mut statt Angst'": a noun and the prepositional phrase behind it are all that stands in marks."""
        texts, first = self.words.texts, host.tokens[0] - 1
        closed_after = phrase.end < len(texts) and is_mark(texts[phrase.end])
        return closed_after and first >= 0 and is_mark(texts[first]) and host.kind == "np"

    def _measures(self, host: Phrase, phrase: Phrase) -> bool:
        """„eine Sperre von zwei Jahren" against „stieg von zwei auf drei Prozent": how much of something there is."""
        span = phrase.end < len(self.words) and self.words.lower[phrase.end] in {"auf", "bis"}
        spoken = "von" in self.frame.governed and self._is_definite(host)  # „sprach im Radio von drei Prozent"
        timed = meaning.is_temporal(self.words.texts[host.head])
        return not (span or spoken or timed) and is_amount(self.words, phrase)

    def _says_whose(self, host: Phrase, phrase: Phrase) -> bool:
        """„forderte die Freilassung von Gefangenen": bare behind a definite noun, beside a verb that governs "von"."""
        bare = phrase.governor == "von" and phrase.determiner is None
        return bare and self._is_definite(host) and not self.frame.passive

    def _says_whose_act(self, host: Phrase, phrase: Phrase) -> bool:
        """„wurde nach dem Besuch von Ida Moser entlassen": behind an act in a prepositional phrase, no agent."""
        act = host.kind == "pp" and government.is_act_of_somebody(self.words.texts[host.head])
        return act and phrase.governor == "von" and not host.genitives

    def _is_definite(self, phrase: Phrase) -> bool:
        """Whether a phrase has the definite article."""
        article = phrase.determiner
        return article is not None and nominal.pronoun_lemma(self.words.texts[article]) == "der"

    def _takes_place(self, host: Phrase, phrase: Phrase) -> bool:
        """In the middle field: „Partner in Europa", „die Rolle in der Politik", not „der Plan in der Debatte"."""
        texts, tags = self.words.texts, self.words.tags
        if tags[phrase.head] == "NE":
            return True
        acts = meaning.animacy(texts[host.head]) in {"person", "institution"} or tags[host.head] == "NE"
        return not acts and not government.is_occasion(texts[phrase.head])

    def in_prefield(self, phrase: Phrase) -> bool:
        """Whether a phrase stands before the finite verb of a verb-second clause."""
        return self.frame.verb_second and self.frame.finite is not None and phrase.tokens[-1] < self.frame.finite

    def follows(self, left: Phrase, right: Phrase) -> bool:
        """Whether nothing but silent tokens stands between two phrases."""
        return all(self.words.is_silent(t) for t in range(left.end, right.tokens[0]))
