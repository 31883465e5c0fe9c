"""Names joined of words that are no names elsewhere: „Ursula von der Linden", „Bad Hollern", „Holzbau Kranz GmbH".

A tagged Doc with entities and its forms flow in; the words that are parts of names where they stand get their tag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from spacy.attrs import TAG
from spacy.tokens import Doc, Span, Token

from stance.entities.people import ADJECTIVE_ENDINGS, FULL, NOUNS, SMALL, WRONG, is_described, is_listed_surname
from stance.entities.renaming import rename
from stance.german import closed, nominal
from stance.german.given_names import is_given_name, is_only_given_name
from stance.german.meaning import (
    animacy,
    begins_phrasal_name,
    begins_place,
    is_association_form,
    is_inhabitant,
    is_legal_form,
    is_phrasal_name,
    is_quarter,
    legal_form,
)
from stance.tagging.dense import column

_ARABIC: Final = re.compile(r"(?:[Aa]l|[Ee]l|as|ar|an|at|az|ad)-[A-ZÄÖÜ]\w+")
_AGE_DIGITS: Final = 2
_SIGNATURE: Final = 7
"""How many tokens at most the bracket of a dateline takes."""
_PHRASAL: Final = 3
_CLOSING: Final = frozenset({",", ".", ":"})


def name_arabic(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of surnames with an article and of what stands before them with a capital: „Hatem al-Gharbi"."""
    for i in (i for i, text in enumerate(texts) if "-" in text and _ARABIC.fullmatch(text)):
        rename(doc[i])
        before = doc[i - 1] if i else None
        if before is not None and before.is_title and before.tag_ in SMALL | WRONG and not is_described(before):
            common = before.tag_ == "NN" and nominal.is_common(before.text)
            if not (common or animacy(before.text) == "person"):
                rename(before)


def name_behind_offices(doc: Doc) -> None:
    """Make a noun of what somebody is, a name of the unknown word behind it: „der Meeresforscher Stellan Gröön"."""
    attributes = [i for i, tag in enumerate(column(doc, TAG)[:-2]) if tag == "ADJA"]
    for token, given, surname in (doc[i : i + 3] for i in attributes):
        if token.tag_ != "ADJA" or not token.is_title or animacy(token.text) != "person":
            continue
        if closed.is_title(token.text) and given.tag_ in NOUNS and is_only_given_name(given.text):
            rename(token, "NN")  # „Schwester Agathe"
            rename(given)
        full = is_only_given_name(given.text) and surname.tag_ == "NE"  # „Vorstandssprecher Udo Lamm"
        compound = "-" in token.text  # „Norvest-Partner Ruven Stolle"
        if token.is_sent_start and not ((full or compound) and _is_known_office(token.text)):
            continue
        foreign = given.tag_ == "FM" and (given.ent_type_ == "PER" or is_given_name(given.text))
        name = (
            foreign or given.tag_ == "NE" or (given.tag_ == "NN" and given.is_title and not nominal.listed(given.text))
        )
        named = surname.tag_ in ("NE", "FM")  # „Notenbanker Joost de Haan"
        if name and named and not is_inhabitant(token.text):
            rename(token, "NN")
            rename(given)


def _is_known_office(form: str) -> bool:
    """Whether a word is a noun for a person that is no adjective with a capital, as sentences begin with.

    Of a compound with a hyphen the last part tells („Norvest-Partner").
    """
    last = form.rpartition("-")[2]
    kinds = {reading.kind for reading in nominal.common_readings(last)}
    return kinds == {"common"} and not nominal.is_guessed(last)


def name_before_surnames(doc: Doc) -> None:
    """Make nouns of what somebody is, taken for other words: „Norvest-Partner Kraft", „Steueranwalt Kraft"."""
    tags = column(doc, TAG)
    for token in (doc[i] for i in range(len(doc) - 1) if tags[i] in WRONG | {"NE"} and tags[i + 1] in NOUNS):
        last, behind = token.text.rpartition("-")[2], token.nbor(1)
        ended = "-" not in token.text and (token.tag_ != "ADJA" or token.text.endswith(ADJECTIVE_ENDINGS))
        if ended or not (token.text[:1].isupper() and _is_known_office(token.text)) or is_given_name(last):
            continue
        named = behind.tag_ == "NE" or is_listed_surname(behind)
        if named and animacy(last) == "person" and behind.text[:1].isupper() and not behind.is_sent_start:
            rename(token, "NN")


def name_unknown(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of two words behind a noun for a person of which the first is unknown: „der Anwalt Ruven Stolle"."""
    capital = [text[:1].isupper() for text in texts]
    offices = [i for i, tag in enumerate(column(doc, TAG)[:-2]) if tag == "NN" and capital[i + 1] and capital[i + 2]]
    for office, given, surname in (doc[i : i + 3] for i in offices):
        if animacy(office.text) != "person":
            continue
        unknown = given.tag_ in WRONG and nominal.is_guessed(given.text) and given.is_alpha and not given.is_upper
        if unknown and surname.tag_ in WRONG | NOUNS and not nominal.is_common(surname.text):
            rename(given)
            rename(surname)


def name_aged(doc: Doc, texts: Sequence[str]) -> None:
    """Make a surname of an unknown word between a name and an age: „berichtet Bishal Gurung, 29, …"."""
    ages = (i for i, text in enumerate(texts) if len(text) == _AGE_DIGITS and text.isdigit())
    for i in (i - 2 for i in ages if i > FULL and texts[i - 1] in {",", "("}):
        if doc[i].tag_ == "NN" and doc[i - 1].tag_ == "NE" and nominal.is_guessed(texts[i]):
            rename(doc[i])


def name_again(doc: Doc, given: Sequence[int]) -> None:
    """Find full names of the document again („die Anwohnerin Rosa Heil … Laut Rosa Heil"), behind given names."""
    behind = [(doc[i], doc[i + 1]) for i in given if i + 1 < len(doc)]
    pairs = {(a.text, b.text) for a, b in behind if a.tag_ == b.tag_ == "NE"}
    for first, surname in behind:
        if (first.text, surname.text) in pairs and first.tag_ == "NE" and surname.tag_ in WRONG:
            rename(surname)


def join_phrases(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of a noun and a phrase that are one: „Welt am Sonntag"."""
    for i in (i for i, text in enumerate(texts) if begins_phrasal_name(text)):
        for end in range(i + _PHRASAL, min(i + _PHRASAL + 2, len(doc) + 1)):
            if is_phrasal_name(texts[i:end]):
                for part in doc[i:end]:
                    rename(part)


def join_places(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of a place that is written in two words: „Bad Hollern", „in Groß Lindau", not „im Bad Wasser"."""
    firsts = [i for i, text in enumerate(texts[1:-1], start=1) if begins_place(text, behind_preposition=True)]
    for first, last in (doc[i : i + 2] for i in firsts):
        begins = begins_place(first.text, behind_preposition=first.nbor(-1).tag_ == "APPR")
        common = last.tag_ == "NN" and nominal.is_common(last.text) and not last.ent_type_
        if begins and last.tag_ in WRONG | {"NE"} and last.is_title and not common:
            rename(first)
            rename(last)


def name_datelines(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of the places a report begins with: „Wittenrade (dpa) – Der Rat …", „Torfen/Mersen (red) – …"."""
    for i in (i for i, text in enumerate(texts[:-3]) if text == "(" and i):
        close = next((at for at in range(i + 2, min(i + _SIGNATURE, len(texts) - 1)) if texts[at] == ")"), i)
        if not closed.is_signature(texts[i + 1 : close]) or texts[close + 1] not in closed.DASHES:
            continue
        start = i - 1
        while not doc[start].is_sent_start and (texts[start] == "/" or doc[start].is_title):
            start -= 1
        if doc[start].is_sent_start and doc[start].is_title:
            for token in (t for t in doc[start:i] if t.is_title and t.tag_ not in NOUNS):
                rename(token)


def join_companies(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of the nouns before a legal form: „die Betreiberin Seeblick AG", „der Tierschutz Mersen e. V."."""
    for end in (i + 1 for i in range(1, len(texts)) if legal_form(texts[i - 1 : i + 1])):
        first = end - 1 if is_legal_form(texts[end - 1]) else end - 2
        start = first
        while start > 0 and _is_noun(doc[start - 1]) and not doc[start].is_sent_start:
            start -= 1
        named = list(doc[start:first])
        association = is_association_form("".join(texts[first:end]).removesuffix(".") + ".")
        if association and not _is_name_of_association(doc, start):
            continue
        if named and named[0].tag_ == "NN" and is_described(named[0]) and animacy(named[0].text) != "other":
            kept = association and animacy(named[0].text) != "institution"
            named = named if kept else named[1:]  # „die Firma", which is no part of the name
        for part in (*named, *doc[first:end]) if named else ():
            rename(part)


def name_apposed(doc: Doc, texts: Sequence[str]) -> None:
    """Make a surname of an unknown word behind a name between commas: „der Chef der Hafenkonferenz, Okke Dirksen, …".

    Behind „heißt" it is a surname whatever it means („heißt Erdmuthe Kalb, …").

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    opening = (i for i in range(len(texts) - 3) if (texts[i] == "," or closed.calls(texts[i])))
    for before, given, surname in (doc[i : i + 3] for i in opening if texts[i + 3] in _CLOSING):
        called = closed.calls(before.text)
        possible = called or nominal.is_guessed(surname.text) or is_listed_surname(surname)
        known = given.tag_ == "NE" and given.is_title and given.ent_type_ == "PER"
        if known and surname.tag_ == "NN" and surname.is_title and possible:
            rename(surname)
            _make_one(doc[given.i : surname.i + 1])


def _make_one(name: Span) -> None:
    """Make one entity of a person of some words."""
    inside = range(name.start, name.end)
    others = [ent for ent in name.doc.ents if ent.start not in inside and ent.end - 1 not in inside]
    name.doc.set_ents([*others, Span(name.doc, name.start, name.end, "PER")], default="outside")


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun, a name or a quarter at the end of one („die Volta Nord GmbH")."""
    return token.tag_ in NOUNS or is_quarter(token.text)


def _is_name_of_association(doc: Doc, start: int) -> bool:
    """Whether nouns before „e. V." are its name, no genitive of others and none with an attribute in capitals."""
    before = doc[start - 1] if start > 0 else None
    if before is None or before.tag_ != "ART":
        return before is None or before.tag_ != "ADJA"
    return before.i == 0 or before.nbor(-1).tag_ not in NOUNS
