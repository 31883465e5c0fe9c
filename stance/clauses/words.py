"""A tagged Doc as the flat arrays that the field analyser reads: forms, tags and what the tags say about verbs.

The tag set is STTS (Schiller et al. 1999). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from spacy.attrs import IS_SPACE, ORTH, TAG
from spacy.tokens import Doc

from stance.clauses.listed_names import ListedNames
from stance.clauses.quotes import is_mark
from stance.german import closed, government, meaning, nominal
from stance.german.given_names import is_given_name, is_only_given_name
from stance.tagging.dense import column

if TYPE_CHECKING:
    from stance.clauses.graph import Quote

FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
IMPERATIVE: Final = frozenset({"VVIMP", "VAIMP"})
INFINITIVE: Final = frozenset({"VVINF", "VAINF", "VMINF"})
PARTICIPLE: Final = frozenset({"VVPP", "VAPP", "VMPP"})
ZU_INFINITIVE: Final = frozenset({"VVIZU"})
NONFINITE: Final = INFINITIVE | PARTICIPLE | ZU_INFINITIVE
VERBAL: Final = FINITE | NONFINITE | {"PTKZU", "PTKVZ"}
NOMINAL: Final = frozenset({"NN", "NE"})
PRONOMINAL: Final = frozenset({"PPER", "PDS", "PIS", "PPOSS", "PWS", "PRELS", "PRF"})
RELATIVE: Final = frozenset({"PRELS", "PRELAT"})
INTERROGATIVE: Final = frozenset({"PWS", "PWAT", "PWAV"})
OPENERS: Final = RELATIVE | INTERROGATIVE | {"KOUS", "KOUI"}
PREPOSITION: Final = frozenset({"APPR", "APPRART"})
DETERMINER: Final = frozenset({"ART", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PWAT", "PRELAT"})
ATTRIBUTIVE: Final = frozenset({"ADJA", "CARD", "TRUNC"})
ADVERB: Final = frozenset({"ADV", "PAV", "PROAV", "PTKNEG", "PTKA", "PWAV"})
QUANTITIES: Final = frozenset({"mehr", "weniger", "genug", "viel", "wenig", "nichts"})
ROUND_NUMBERS: Final = frozenset(
    {"Millionen", "Milliarden", "Million", "Milliarde", "Tausende", "Hunderte", "Dutzende", "Zehntausende"}
    | {"Hunderttausende", "Dutzend", "Hundert", "Tausend", "Handvoll", "Dutzenden", "Hunderten", "Tausenden"}
    | {"Zehntausenden", "Hunderttausenden"}
)
MEASURES: Final = ROUND_NUMBERS | frozenset({"Prozent", "Euro", "Dollar", "Mitte", "Ende", "Anfang", "Tonnen"})
SPANS: Final = frozenset(
    {"Jahr", "Jahre", "Monat", "Monate", "Woche", "Wochen", "Tag", "Tage", "Stunde", "Stunden", "Minuten"}
)
_LONGEST_INSERTION: Final = 12


def is_measure(noun: str) -> bool:
    """Whether a noun measures: an amount, a distance, a degree, a round number.

    >>> is_measure("Prozent"), is_measure("Kilometer"), is_measure("Gäste")
    (True, True, False)
    """
    return noun in MEASURES or noun in government.measures()


class Words:
    """Forms and tags of a Doc, with the questions that segmentation asks of single tokens.

    Args:
        doc: a Doc with STTS tags.
        reporting: verbs that report besides those of ``data/government.yaml``.

    Attributes:
        listed: names that are lists, whose commas are silent.
    """

    __slots__ = ("_letters", "_silent", "doc", "listed", "lower", "saying", "space", "tags", "texts")

    def __init__(self, doc: Doc, reporting: frozenset[str] = frozenset()) -> None:
        self.doc = doc
        self.saying = government.verbs("saying") | reporting
        self.texts: list[str] = [normalize("NFC", text) for text in column(doc, ORTH)]
        self.lower: list[str] = [text.lower() for text in self.texts]
        self.tags: list[str] = column(doc, TAG)
        self.space: list[bool] = (doc.to_array(IS_SPACE) > 0).tolist()
        self._silent = [
            self.space[i] or self.is_hyphen(i) or text in {"(", ")", "[", "]"} or is_mark(text)
            for i, text in enumerate(self.texts)
        ]
        self._letters: frozenset[str] | None = None
        self._inserted_attributes()
        self._correlate()
        self._given_names()
        self._nouns_for_adjectives()
        self._inflected_adjectives()
        self.listed = ListedNames(self.texts, self.tags)
        for start, end in self.listed.ends.items():
            for i in self.listed.commas.intersection(range(start, end)):
                self._silent[i] = True

    def __len__(self) -> int:
        return len(self.texts)

    def begins_other_person(self, i: int) -> bool:
        """Whether a token begins a person right behind another („warf Ebner Holm Verrat vor"), none of a trade."""
        token, before = self.doc[i], self.doc[i - 1]
        person = i > 0 and token.ent_iob_ == "B" and token.ent_type_ == before.ent_type_ == "PER" and before.is_title
        trade = any(reading.kind == "common" for reading in nominal.listed(before.text))  # „Schäfer Jörg Wolf"
        return person and not trade and not is_only_given_name(before.text)

    def ends_person(self, i: int) -> bool:
        """Whether the recogniser found a person whose name ends with a token („warf Holm Verrat vor")."""
        inside = i + 1 < len(self.doc) and self.doc[i + 1].ent_iob_ == "I"
        return self.doc[i].ent_type_ == "PER" and not inside

    @property
    def surname_letters(self) -> frozenset[str]:
        """Letters behind a given name, as a text names those who stand in court („Udo R.")."""
        if self._letters is None:
            pairs = zip(self.texts, self.tags, self.texts[1:], strict=False)
            self._letters = frozenset(
                text for name, tag, text in pairs if len(text.rstrip(".")) == 1 and tag == "NE" and is_given_name(name)
            )
        return self._letters

    def _inserted_attributes(self) -> None:
        """„die – oft zu späte – Hilfe": dashes around attributes are silent, as brackets are."""
        for i in range(1, len(self.texts)):
            if self.texts[i] not in closed.DASHES or self.tags[i - 1] not in DETERMINER:
                continue
            rest = range(i + 1, min(i + _LONGEST_INSERTION, len(self.texts)))
            close = next((k for k in rest if self.texts[k] in closed.DASHES or self.tags[k] == "$."), len(self.texts))
            inside = close < len(self.texts) and self.texts[close] in closed.DASHES
            if inside and not any(self.is_finite(k) for k in range(i, close)):
                self._silent[i] = self._silent[close] = True

    def _correlate(self) -> None:
        """„weder … noch", „sowohl … als auch", „nicht nur …, auch": the second half is a conjunction.

        The first parts no clauses.
        """
        opened: str | None = None
        for i, word in enumerate(self.lower):
            if word in {"weder", "entweder", "sowohl"}:
                self.tags[i] = "ADV"
                opened = word
            elif word == "nur" and i and self.lower[i - 1] == "nicht":
                opened = word
            elif self.tags[i] == "$." or (self.is_finite(i) and opened == "nur"):
                opened = None
            elif self._answers(i, opened):
                self.tags[i] = "KON"
            elif word in {"als", "wie"} and opened == "sowohl" and self.lower[i + 1 : i + 2] == ["auch"]:
                self.tags[i : i + 2] = ["KON", "KON"]

    def _answers(self, i: int, opened: str | None) -> bool:
        """Whether a word is the second half of a pair: „noch", „sondern auch", „nicht nur …, auch"."""
        word, before = self.lower[i], self.lower[i - 1] if i else ""
        if word == "noch":
            return opened == "weder"
        return word == "auch" and (before == "sondern" or (before == "," and opened == "nur"))

    def _given_names(self) -> None:
        """„Premierministerin Helen Clark": a given name before a name is no adjective."""
        for i in range(1, len(self.tags) - 1):
            named = self.tags[i] == "ADJA" and self.tags[i + 1] == "NE" and self.texts[i].istitle()
            if named and (self._titles(i - 1) or meaning.animacy(self.texts[i]) == "person"):
                self.tags[i] = "NE"

    def _nouns_for_adjectives(self) -> None:
        """„dem Dichter Asyl": a capitalised noun whose ending does not suit an attribute between these words."""
        for i in range(1, len(self.tags) - 1):
            if self.tags[i] != "ADJA" or not self.texts[i][:1].isupper() or self.tags[i + 1] != "NN":
                continue
            if self.tags[i - 1] == "NN" and self._is_noun_in_row(self.texts[i], self.texts[i + 1]):
                self.tags[i] = "NN"
            determiner = nominal.determiner(self.texts[i - 1]) if self.tags[i - 1] == "ART" else frozenset()
            if not determiner or not nominal.noun(self.texts[i]):
                continue
            suits = (
                nominal.adjective(self.texts[i], declension) & determiner & nominal.noun(self.texts[i + 1])
                for declension in nominal.declension_after(self.texts[i - 1])
            )
            if not any(suits):
                self.tags[i] = "NN"

    @staticmethod
    def _is_noun_in_row(text: str, noun: str) -> bool:
        """„der Fachverband Gebäudetechnik": whether a word in capitals behind a noun is no attribute („Alte Mühle").

        Args:
            text: the word.
            noun: the noun behind it.
        """
        if meaning.is_inhabitant(text):
            return False
        kinds = {reading.kind for reading in nominal.listed(text)}
        if "adjectival" in kinds and nominal.adjective(text, "strong") & nominal.noun(noun):
            return False
        common = "common" in kinds
        inflected = text.endswith(("e", "er", "es", "en", "em"))
        return common or not (inflected or nominal.is_guessed(text))

    def _inflected_adjectives(self) -> None:
        """„ein schneller Ausstieg": an adjective with an ending between article and noun is an attribute."""
        for i in range(1, len(self.tags) - 1):
            between = self.tags[i - 1] == "ART" and self.tags[i + 1] == "NN"
            if self.tags[i] == "ADJD" and between and self.lower[i].endswith(("e", "er", "es", "en", "em")):
                self.tags[i] = "ADJA"

    def _titles(self, i: int) -> bool:
        return self.tags[i] == "NN" and meaning.animacy(self.texts[i]) == "person"

    def name_titles(self, quotes: Iterable[Quote], sentence: tuple[int, int]) -> None:
        """„Die Initiative ‚Wir bauen um‘ fordert …": words in marks right behind a noun are a name, verbs or not.

        Args:
            quotes: quotations of the Doc.
            sentence: first and one-past-last token of the sentence in which they are looked for.
        """
        start, end = sentence
        for quote in quotes:
            if not start < quote.start or quote.end > end or quote.opener is None or quote.closer is None:
                continue
            inside = range(quote.opener + 1, quote.closer)
            behind = self.tags[quote.start - 1] == "NN" and 0 < len(inside) <= _LONGEST_INSERTION
            capital = self.texts[inside.start][:1].isupper()
            whole = capital and not any(self.texts[i] in {".", ",", ":", ";"} for i in inside)
            outer = any(self.is_finite(i) for i in range(start, end) if not quote.start <= i < quote.end)
            if behind and whole and outer and any(map(self.is_finite, inside)):
                self.tags[inside.start : inside.stop] = ["NE"] * len(inside)

    def is_finite(self, i: int) -> bool:
        """Whether a token is a finite verb."""
        return self.tags[i] in FINITE

    def is_separator(self, i: int) -> bool:
        """Whether a token can part two clauses: comma, semicolon, colon, dash, sentence end."""
        if self.texts[i] == "," and self._silent[i]:
            return False
        if self.tags[i].startswith("$") or not self.texts[i].isalnum():
            text = self.texts[i]
            return text in {",", ";", ":", ".", "!", "?", "…", "..."} or (
                text in closed.DASHES and not self.is_hyphen(i)
            )
        return False

    def is_hyphen(self, i: int) -> bool:
        """Whether a dash joins two words without a space („Bild"-Zeitung)."""
        return self.texts[i] == "-" and 0 < i < len(self.texts) - 1 and not self.doc[i].whitespace_

    def is_silent(self, i: int) -> bool:
        """Whether a token carries no words: quotation marks, brackets, white space."""
        return self._silent[i]

    def is_zu_infinitive(self, i: int, atoms: Iterable[int]) -> bool:
        """Whether a token is an infinitive with "zu" (before it among the atoms, or inside it)."""
        if self.tags[i] in ZU_INFINITIVE:
            return True
        return self.tags[i] in INFINITIVE and i > 0 and self.tags[i - 1] == "PTKZU" and i - 1 in set(atoms)
