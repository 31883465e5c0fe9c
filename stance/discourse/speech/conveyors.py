"""Conveyors: who passes on what others say and does not go on speaking: papers, agencies, minutes, interpreters.

„Laut der Elbzeitung hat die Ministerin Hilfe angekündigt. Das Geld reiche." goes on with the minister, „Nach Angaben
der Polizei drohte der Mann mit Mord. Er sei betrunken gewesen." with the police. The phrase of a source flows in, what
sort of source it is flows out.
"""

from __future__ import annotations

import attrs

from stance.clauses.graph import Role
from stance.discourse.wordlists import word_ends
from stance.entities.catalogue import Catalogue
from stance.german import meaning
from stance.german.given_names import is_given_name
from stance.matching.draft import Filler
from stance.matching.holders import sort_of
from stance.matching.view import View


@attrs.frozen(eq=False)
class Conveyors:
    """Tells the sources that only pass on.

    Attributes:
        view: the clause graph.
        catalogue: known actors.
    """

    view: View
    catalogue: Catalogue

    def is_medium(self, source: Filler) -> bool:
        """Whether a source is a paper, a broadcaster or an agency, or has a name in quotation marks as they do."""
        if self._is_person(source):
            return False
        words = [self.view.text(t) for t in source.tokens if self.view.tag(t) in ("NN", "NE", "FM")]
        made = any(meaning.is_medium(word, name=True) or meaning.begins_station(word) for word in words)
        known = self.catalogue.named(" ".join(words))
        listed = known is not None and any(map(meaning.is_medium, known.nouns))
        return made or listed or self._is_quoted(source)

    def passes_on(self, source: Filler) -> bool:
        """Whether a source is a medium, or somebody or something else that gives the words of others."""
        return self.is_medium(source) or self._has_noun(source, "conveyors") or self.is_record(source)

    def is_record(self, source: Filler) -> bool:
        """Whether a source is minutes or a recording, or whose they are („aus dem Protokoll des Rates")."""
        sort = None if source.head is None else sort_of(self.view, source.head, source.tokens)
        if sort not in ("person", "institution") and self._has_noun(source, "conveyors"):
            return True
        clause = self.view.graph.clause_at(source.tokens[0])
        arguments = () if clause is None else clause.all_of(Role.PREPOSITIONAL)
        phrases = (self.view.graph.noun_phrase_at(a.head) for a in arguments)
        return any(np is not None and source.tokens[0] in np.possessor and self._is_record(np.head) for np in phrases)

    def _is_record(self, head: int) -> bool:
        return self.view.lower(head).endswith(word_ends("records"))

    def speaks_of_others(self, source: Filler) -> bool:
        """Whether somebody speaks of others by office, as lawyers and judges do."""
        return self._has_noun(source, "speaking_of_others")

    def _has_noun(self, source: Filler, ends: str) -> bool:
        words = (self.view.lower(t) for t in source.tokens if self.view.tag(t) == "NN")
        return any(word.endswith(word_ends(ends)) for word in words)

    def _is_person(self, source: Filler) -> bool:
        """Whether a source is a person, maybe of a medium; papers are called messengers and observers too."""
        if source.head is None or self.view.graph.quote_at(source.head) is not None:
            return False
        text = self.view.text(source.head)
        person = sort_of(self.view, source.head, source.tokens) == "person" or is_given_name(text)
        return person and not meaning.is_medium(text, name=True)

    def _is_quoted(self, source: Filler) -> bool:
        return any(self.view.graph.quote_at(t) is not None for t in source.tokens)
