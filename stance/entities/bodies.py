"""Words of the names of bodies that the tagger does not know: „der Landkreis Torfen", „Kanzlei Brandt & Partner".

A tagged Doc with entities flows in; the words that can be nothing but a name where they stand are tagged as names.
Names that are common nouns („die Gewerkschaft Textil und Leder") are left to the clause room, which knows the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.attrs import TAG
from spacy.tokens import Doc, Span, Token

from stance.entities.people import FINITE_TAGS, is_described
from stance.entities.renaming import rename
from stance.german import nominal
from stance.german.meaning import (
    animacy,
    begins_club,
    begins_station,
    is_acronym,
    is_branch,
    is_club_colour,
    is_firm_ending,
    is_inhabitant,
    is_organisation,
    is_party,
    is_quarter,
    is_temporal,
)
from stance.tagging.dense import column

_NOUNS: Final = frozenset({"NN", "NE"})
_UNKNOWN: Final = frozenset({"NN", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "FM", "ITJ", "XY", "CARD"})
_CLOSED: Final = frozenset({"APPR", "KON", "KOUS", "ADV", "PTKVZ", "APPRART", "APPO", "PIS", "PTKA"})
_ENDS: Final = frozenset({"$.", "$,", "VVPP", "VVINF", "PTKVZ", ""})
_IN_CLUBS: Final = _NOUNS | _UNKNOWN
_SHORT: Final = 5
_OWNING: Final = frozenset({"von", "bei"})
_LATIN: Final = ("us", "is", "as", "os", "ss")


def join_firms(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of two words that the sign „&" joins: „Brandt & Partner", not „Forschung & Lehre".

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    for i in (i for i, text in enumerate(texts) if text in {"&", "+"} and 0 < i < len(texts) - 1):
        sides = doc[i - 1], doc[i + 1]
        if not all(side.text[:1].isupper() for side in sides):
            continue
        behind = doc[i - 2] if i > 1 else None  # „der Möbelhändler Haus & Heim"
        named = behind is not None and behind.tag_ == "NN" and animacy(behind.text) == "institution"
        if named or is_firm_ending(sides[1].text) or not all(nominal.is_common(side.text) for side in sides):
            for part in doc[i - 1 : i + 2]:
                rename(part)


def name_firms(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of firms without a noun of nouns with an article of another gender: „die Regiozug Nord verlegt".

    Once found they are known elsewhere too („kündigte der Regiozug Nord").

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    for i in (i for i in range(1, len(texts)) if is_quarter(texts[i]) and doc[i].tag_ in {"NN", "CARD"}):
        timed = i + 1 < len(texts) and (doc[i + 1].like_num or is_temporal(texts[i + 1]))  # „Mitte Mai"
        if doc[i - 1].tag_ == "NE" and not doc[i].is_sent_start and not timed:
            rename(doc[i])
    shown = {texts[i] for i in range(len(texts)) if doc[i].tag_ == "NN" and _is_firm_by_article(doc[i])}
    firms = [i for i, text in enumerate(texts) if text in shown and doc[i].tag_ == "NN"]
    spans = [Span(doc, i, i + 1 + _has_quarter_behind(doc[i]), "ORG") for i in firms]
    for part in (token for span in spans for token in span):
        rename(part)
    if spans:
        inside = {token.i for span in spans for token in span}
        others = [ent for ent in doc.ents if inside.isdisjoint(range(ent.start, ent.end))]
        doc.set_ents([*others, *spans], default="outside")


def _is_firm_by_article(token: Token) -> bool:
    """Whether a noun for a thing in the singular stands as only a firm called so does: with „die" or without article.

    The table's nouns do only with a quarter behind them, for slips of the pen; without article none of them does.
    """
    listed, placed = bool(nominal.listed(token.text)), _has_quarter_behind(token)
    if not token.text[1:].islower() or is_temporal(token.text) or animacy(token.text) not in {"other", "unknown"}:
        return False
    if token.is_sent_start:
        return placed and not listed
    if not _is_feminine(token.nbor(-1)) or (listed and not placed):
        return False
    features = nominal.noun(token.text)
    found = token.ent_type_ == "ORG" and nominal.is_guessed(token.text)
    return found or (bool(features) and all(f.number == "sg" and f.gender != "f" for f in features))


def _has_quarter_behind(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and is_quarter(token.nbor(1).text)


def join_strokes(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of what a stroke joins: „Bündnis 90/Die Grünen", „die Fraktion Linke/Piraten".

    A party or a body stands on one side of it, or a noun for a body before it; places of a dateline are no name.

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    for i in (i for i, text in enumerate(texts) if text == "/" and 0 < i < len(texts) - 1):
        start = _start_of_name(doc, i - 1)
        end = i + 3 if doc[i + 1].tag_ == "ART" and doc[i + 1].is_title and i + 2 < len(texts) else i + 2
        if not (texts[start][:1].isupper() and texts[end - 1][:1].isupper()) or doc[i + 1].is_sent_start:
            continue
        sides = (*texts[start:i], texts[end - 1].partition("-")[0])
        before = doc[start - 1] if start > 0 else None
        called = before is not None and before.tag_ == "NN" and animacy(before.text) == "institution"
        if called or any(is_party(side) or is_organisation(side) or begins_club(side) for side in sides):
            for part in doc[start:end]:
                rename(part)


def _start_of_name(doc: Doc, last: int) -> int:
    """The first token of a name that ends in a token: a number has its noun before it, a name what is one before it."""
    start = last
    while start > 0 and (doc[start].like_num or doc[start - 1].tag_ == "NE") and doc[start - 1].text[:1].isupper():
        start -= 1
    return start


def join_branches(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of a founder and what the firm does: „die Falkner Antriebstechnik", „die Baltic Shipping Partners".

    Common nouns found no firm („die Kinder Energie").

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    capital = [text[:1].isupper() for text in texts]
    for i in (i for i in range(2, len(texts)) if capital[i - 1] and capital[i] and is_branch(texts[i])):
        start = _founder_before(doc, i)
        article, founder = doc[start - 1], doc[start]
        owned = article.lower_ in _OWNING and founder.tag_ == "NE"  # „der Betriebsrat von Falkner Antriebe"
        if not (owned or _is_feminine(article)) or not founder.text[:1].isupper():
            continue
        if founder.tag_ in _UNKNOWN | {"NE"} and doc[i].tag_ in _NOUNS and _is_founder(founder, texts[i]):
            for part in doc[start : i + 1]:
                rename(part)


def _founder_before(doc: Doc, branch: int) -> int:
    """The token of the founder before a branch, with words in capitals between them („Al-Khoury Maritime Holding")."""
    start = branch - 1
    while (
        start > 1 and doc[start - 1].text[:1].isupper() and doc[start - 1].tag_ == "NE" and not doc[start].is_sent_start
    ):
        start -= 1
    return start


def _is_feminine(article: Token) -> bool:
    """„die", and „der" behind a noun or a preposition."""
    before = article.nbor(-1).tag_ if article.i > 0 else ""
    return article.lower_ == "die" or (article.lower_ == "der" and before in {"NN", "APPR"})


def _is_founder(token: Token, branch: str) -> bool:
    """Whether a word between a feminine article and a branch is a name, whatever else it means, and no party's."""
    if is_party(token.text):
        return False
    named = any(reading.kind != "common" for reading in nominal.listed(token.text))
    if named or token.tag_ == "NE" or nominal.is_guessed(token.text):
        return token.tag_ != "ADJA" or not is_inhabitant(token.text)
    masculine = all(feature.gender == "m" for feature in nominal.noun(token.text) if feature.number == "sg")
    return not nominal.is_common(branch) and masculine and animacy(token.text) == "person"


def join_clubs(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of the abbreviation of a club and what follows it: „TSV 1860 Mersen", not „der FC Spieler sperrt".

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    for i in (i for i, text in enumerate(texts[:-1]) if begins_club(text)):
        end = i + 1
        if doc[end].like_num and end + 1 < len(doc):
            end += 1
        if not texts[end][:1].isupper() or doc[end].is_sent_start or doc[end].tag_ not in _IN_CLUBS:
            continue
        more = end + 1 < len(doc) and doc[end + 1].tag_ == "NE"  # „SG Eintracht Mersen"
        if more or not _can_be_argument(texts[end]):
            coloured = is_club_colour(texts[end]) and _is_place_of_club(doc, end + 1)
            for part in doc[i - (i > 0 and texts[i - 1] == "1.") : end + 1 + coloured]:
                rename(part)


def join_stations(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of the words of a station: „von Radio Welle Nord", „bei Antenne Mersen", not „der Kanal in Mersen".

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    for i in (i for i, text in enumerate(texts[:-1]) if begins_station(text) and not is_described(doc[i])):
        end = i + 1
        while end < len(doc) and _goes_on_station(doc[end]):
            end += 1
        if end > i + 1 and doc[i].tag_ in _NOUNS:
            before_verb = doc[i].is_sent_start and doc[end : end + 1].text.istitle() and doc[end + 1 : end + 2]
            end += bool(before_verb) and doc[end + 1].tag_ in FINITE_TAGS  # „Studio Elbe Film will klagen"
            for part in doc[i:end]:
                rename(part)


def _goes_on_station(token: Token) -> bool:
    """Whether a word goes on the name of a station: a name, a place, a quarter, an unknown word, another such word."""
    if not token.is_title or token.is_sent_start or token.tag_ not in _NOUNS | _UNKNOWN:
        return False
    known = token.tag_ == "NN" and nominal.is_common(token.text)
    return begins_station(token.text) or is_quarter(token.text) or not known


def name_behind_bodies(doc: Doc, texts: Sequence[str]) -> None:
    """Give unknown words the tag of names, behind a noun for a body or where the recogniser found a place or body.

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    _decide_genitives(doc)
    tags = column(doc, TAG)
    for i, tag in enumerate(tags):
        if (
            i == 0
            or tags[i - 1] not in _NOUNS
            or not texts[i][:1].isupper()
            or len(texts[i]) < 2
            or doc[i].is_sent_start
        ):
            continue
        token = doc[i]
        if token.nbor(-1).tag_ == "NN" and (animacy(texts[i - 1]) == "institution" or is_acronym(texts[i - 1])):
            if tag in _CLOSED:
                _name_closed(token)
            elif tag == "NE" and _is_people(token):
                rename(token, "NN")
            elif tag in _UNKNOWN and not _is_attribute(token) and _is_unknown(token) and not _can_be_object(token):
                rename(token)
        elif tag == "NN" and token.nbor(-1).tag_ == "NN" and nominal.is_guessed(texts[i]) and _is_of_body(token):
            rename(token)  # „das Institut für Klimafolgen Merseck"


def _decide_genitives(doc: Doc) -> None:
    """Make an adjective and a noun of what a body is called by, in the genitive: „der Verein Junger Wirte"."""
    tags = column(doc, TAG)
    nouns = (i for i, tag in enumerate(tags[:-2]) if tag == "NN" and tags[i + 1] in _IN_CLUBS)
    for body, attribute, people in (doc[i : i + 3] for i in nouns):
        if not attribute.text.endswith("er") or not attribute.is_title or people.tag_ not in _NOUNS:
            continue
        if animacy(body.text) == "institution" and _is_strong_genitive(attribute.text, people.text):
            rename(attribute, "ADJA")
            rename(people, "NN")


def _is_strong_genitive(attribute: str, noun: str) -> bool:
    """Whether two words can be an adjective and a noun in the genitive plural („Junger Wirte"), and no name."""
    adjectival = any(reading.kind == "adjectival" for reading in nominal.common_readings(attribute))
    plural = {(feature.case, feature.number) for feature in nominal.noun(noun)} >= {("gen", "pl"), ("acc", "pl")}
    return adjectival and plural and nominal.is_common(noun)


def _is_of_body(token: Token) -> bool:
    """Whether the recogniser found a place or body in a word, or the body that is called by its purpose before it."""
    before = token.nbor(-1)
    return bool(token.ent_type_) or (before.ent_type_ == "ORG" and token.i > 1 and before.nbor(-1).tag_ == "APPR")


def _name_closed(token: Token) -> None:
    """„die Initiative Pro Moor", „das Hospiz Zum Guten Hirten": a word in capitals that is no preposition there."""
    if token.tag_ in {"APPR", "APPRART", "ADV", "PTKVZ"} and len(token) < _SHORT and (end := _phrase_end(token)):
        for part in token.doc[token.i : end]:
            rename(part)
    elif nominal.is_guessed(token.text) or nominal.compound(token.text):
        rename(token)


def _phrase_end(token: Token) -> int:
    """Where the noun ends behind a word, its article and its attributes in capitals; 0 where there is none."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and (doc[end].tag_ == "ART" or (doc[end].tag_ == "ADJA" and doc[end].is_title)):
        end += 1
    return end + 1 if end < len(doc) and doc[end].tag_ in _NOUNS else 0


def _is_people(token: Token) -> bool:
    """„nach Auskunft der Stadt Anwohner": a plural for people that was taken for a name."""
    alone = token.i + 1 == len(token.doc) or token.nbor(1).tag_ != "NE"
    several = any(feature.number == "pl" for feature in nominal.noun(token.text))
    return alone and several and nominal.is_common(token.text) and animacy(token.text) == "person"


def _is_unknown(token: Token) -> bool:
    """Whether no lexicon knows a word but as a place, or whether what it knows is made of parts by chance."""
    if is_temporal(token.text) or animacy(token.text) == "person":
        return False
    if nominal.is_guessed(token.text):
        return True
    kinds = {reading.kind for reading in nominal.listed(token.text)}
    return kinds == {"place_name"} or (_is_found(token) and not kinds and not nominal.compound(token.text))


def _is_place_of_club(doc: Doc, i: int) -> bool:
    """Whether a noun behind the colours of a club belongs to its name („der SV Blau-Weiß Lauben will")."""
    if i >= len(doc) or doc[i].tag_ not in _NOUNS:
        return False
    behind = doc[i + 1].tag_ if i + 1 < len(doc) else ""
    return behind not in _ENDS or not _can_be_argument(doc[i].text)


def _can_be_argument(form: str) -> bool:
    """Whether a word is known as a common noun that can be an object: in the accusative, or for people."""
    direct = any(feature.case == "acc" for feature in nominal.noun(form))
    return nominal.is_common(form) and (direct or animacy(form) == "person")


def _is_attribute(token: Token) -> bool:
    """„die Initiative Grünes Tal": an adjective before its noun, which is read with it."""
    return token.tag_ == "ADJA" and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NN"


def _is_found(token: Token) -> bool:
    """Whether the recogniser took a word for a place or a body."""
    return token.ent_type_ in {"LOC", "ORG"}


def _can_be_object(token: Token) -> bool:
    """Whether an unknown plural in -s stands where objects do: „verkauft die Firma Smoothies"."""
    behind = token.nbor(1).tag_ if token.i + 1 < len(token.doc) else ""
    plural = token.text.endswith("s") and not token.text.endswith(_LATIN) and behind in _ENDS
    process = token.text.endswith("ing") and behind in {"VVPP", "VVINF", "PTKVZ"}  # „wirft der Leitung Mobbing vor"
    return process or (plural and not token.ent_type_)
