"""Names that are lists: „die Berufsgenossenschaft Holz, Papier und Druck", „Ministerium für Umwelt, Klima und Verkehr".

Forms and tags of a Doc flow in; where such lists begin and end, and which commas stand inside a name and part no
clauses, flow out. Behind the verb a bare list is a name only where the clause has its object already.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stance.german import meaning, nominal

_ITEM: Final = frozenset({"NN", "NE", "TRUNC"})
_LED: Final = frozenset({"ART", "APPRART", "ADJA", "PPOSAT", "PDAT"})
_FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_PREPOSITION: Final = frozenset({"APPR", "APPRART"})
_OBJECT: Final = frozenset({"NN", "NE", "PPER", "PDS", "PIS"})
_ENDS: Final = frozenset({".", ",", ";", ":", "!", "?"})
_FEWEST: Final = 3


class ListedNames:
    """The names of bodies in a Doc that are lists of nouns.

    Args:
        texts: the forms.
        tags: their tags.

    Attributes:
        ends: the first noun of each list right behind its body → one past its last.
        commas: the commas inside names, those behind a preposition too („Bündnis aus Kirchen, Vereinen und Firmen").
    """

    def __init__(self, texts: Sequence[str], tags: Sequence[str]) -> None:
        self._texts = texts
        self._tags = tags
        self.ends: dict[int, int] = {}
        self.commas: frozenset[int] = frozenset()
        for comma in (i for i, text in enumerate(texts) if text == "," and 1 < i < len(texts) - 2):
            if comma not in self.commas and tags[comma - 1] in _ITEM and tags[comma + 1] in _ITEM:
                self._read(comma - 1)

    def _read(self, start: int) -> None:
        """Read the list that begins at a noun before a comma."""
        items = list(self._items(start))
        end = items[-1] + 1
        common = [i for i in items if self._tags[i] == "TRUNC" or nominal.is_common(self._texts[i])]
        if len(items) < _FEWEST or len(common) < _FEWEST - 1 or not all(map(self._is_thing, items)):
            return
        behind = self._tags[start - 1] in _PREPOSITION
        if behind or self._is_name(start, end):
            self.commas |= {i for i in range(start, end) if self._texts[i] == ","}
        if not behind and self.commas & set(range(start, end)):
            self.ends[start] = end

    def _items(self, start: int) -> Iterator[int]:
        """The nouns of a list, of which only the last may stand behind a conjunction."""
        yield start
        at = start + 1
        while at + 1 < len(self._texts) and self._tags[at + 1] in _ITEM:
            last = self._tags[at] == "KON"
            if self._texts[at] != "," and not last:
                return
            yield at + 1
            if last:
                return
            at += 2

    def _is_thing(self, item: int) -> bool:
        """Whether a word is no name of somebody or of a place, and no noun for people or times."""
        text = self._texts[item]
        if self._tags[item] == "TRUNC":
            return True
        named = self._tags[item] == "NE" and meaning.animacy(text, name=True) in {"place", "person"}
        return text[:1].isupper() and not (named or meaning.animacy(text) == "person" or meaning.is_temporal(text))

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a list stands right behind a noun for one body, and is no object of the verb."""
        body = start - 1
        noun = self._tags[body] == "NN" and self._tags[body - 1] in _LED
        one = any(feature.number == "sg" for feature in nominal.noun(self._texts[body]))
        if not noun or not one or meaning.animacy(self._texts[body]) != "institution" or end >= len(self._texts):
            return False
        if self._tags[end] in _FINITE:
            return True
        verb = next((i for i in range(body, self._clause_start(body) - 1, -1) if self._tags[i] in _FINITE), None)
        return verb is None or self._has_object(verb, end)

    def _clause_start(self, token: int) -> int:
        """Where the clause begins that a token stands in, by punctuation."""
        while token > 0 and self._texts[token - 1] not in _ENDS:
            token -= 1
        return token

    def _has_object(self, verb: int, end: int) -> bool:
        """Whether something other than a list behind the subject can be the object: before the verb, or behind it."""
        start = self._clause_start(verb)
        if start == verb:
            return start > 0  # „Der Preis sinke, teilte die Innung Heizung, Klima und Sanitär mit."
        fronted = self._tags[start] not in _PREPOSITION and self._tags[verb - 1] in _OBJECT
        return fronted or self._is_noun_behind(end)

    def _is_noun_behind(self, token: int) -> bool:
        """Whether a noun that no preposition governs stands between a token and the end of its clause."""
        governed = False
        while token < len(self._texts) and self._texts[token] not in _ENDS:
            tag = self._tags[token]
            if tag in _OBJECT and not governed:
                return True
            governed = tag in _PREPOSITION or (governed and tag not in _OBJECT)
            token += 1
        return False
