"""Given names and surnames that are other words too: what stands around them tells („Edda Kranz", „der Koch").

Tokens of a tagged Doc with entities flow in, answers flow out.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from spacy.tokens import Token

from stance.german import closed, nominal
from stance.german.given_names import is_given_name, is_only_given_name
from stance.german.meaning import animacy
from stance.german.verbs import analyse
from stance.tagging.stretches import closed_classes

NOUNS: Final = frozenset({"NN", "NE"})
FINITE_TAGS: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
SMALL: Final = frozenset({"ADV", "PROAV", "ADJD", "APPR", "KOUS", "PTKVZ", "PIS", "KON", "APPO", "PTKA"})
WRONG: Final = frozenset({"NN", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "FM", "ITJ", "XY"})
FULL: Final = 2
_BEFORE_NOUN: Final = frozenset({"ART", "ADJA", "APPRART", "CARD", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PWAT", "PRELAT"})
_AFTER_SUBJECT: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "$,", "$(", "KON"})
ADJECTIVE_ENDINGS: Final = ("e", "er", "en", "em", "es")
_SUBJECTS: Final = NOUNS | {"PPER", "ART", "PPOSAT", "PIS", "PIAT", "ADJA"}
_AGED: Final = ("jährige", "jährigen", "jähriger")


def is_given(token: Token) -> bool:
    return token.tag_ == "NE" and is_only_given_name(token.text)


def follows_given_name(token: Token) -> bool:
    given = token.nbor(-1)
    clear = is_titled(given) or is_cited(given)
    return is_given(given) or (clear and given.tag_ == "NE" and is_given_name(given.text))


def is_titled(given: Token) -> bool:
    """Whether a noun for a person stands before a given name: „die Anwohnerin Rosa Heil"."""
    return given.i > 0 and given.nbor(-1).tag_ == "NN" and animacy(given.nbor(-1).text) == "person"


def opens_name(token: Token) -> bool:
    """Whether a given name that is a noun too opens a name: „die Wirtin Jasmin Kranz", „Rose Kranz kam"."""
    named = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NE" and token.nbor(1).text[:1].isupper()
    return named and is_given_name(token.text) and (token.is_sent_start or is_titled(token))


def is_cited(given: Token) -> bool:
    """Whether a given name stands behind „so" or a report behind a comma: „…, so Edda Kranz", „…, sagte Edda Kranz"."""
    if given.i < 2:
        return False
    before = given.nbor(-1)
    return before.lower_ == "so" or (before.tag_ == "VVFIN" and given.nbor(-2).text == ",")


def is_surname(token: Token) -> bool:
    """Whether a word behind a given name can be nothing but a surname: „Edda Kranz lobte", „Leiterin Edda Kranz"."""
    if not token.text[:1].isupper():
        return False
    given = token.nbor(-1)
    if given.is_sent_start:
        return token.i + 1 < len(token.doc) and token.nbor(1).tag_ in _AFTER_SUBJECT
    closes = token.i + 1 == len(token.doc) or token.nbor(1).tag_ in ("$.", "$,")
    return is_titled(given) or token.tag_ != "NN" or (closes and is_cited(given))


def is_known_surname(token: Token) -> bool:
    """Whether a noun that is a surname too stands behind a titled name: „die Sopranistin Lioba Kranz"."""
    given = token.nbor(-1)
    readings = nominal.noun_readings(token.text) if token.tag_ == "NN" and given.tag_ == "NE" else ()
    return is_titled(given) and any(reading.kind == "person_name" for reading in readings)


def is_behind_office(token: Token) -> bool:
    """Whether a noun that is a surname too can only be one behind an office: „sagt Anwalt Kraft".

    An office that can be several must stand with it before the finite verb („Trainer Kraft lehnt ab").
    """
    if token.tag_ != "NN" or token.i == 0 or token.is_sent_start or not is_listed_surname(token):
        return False
    office = token.nbor(-1)
    if office.tag_ != "NN" or animacy(office.text) != "person":
        return False
    fronted = office.is_sent_start and token.i + 1 < len(token.doc) and token.nbor(1).tag_ in FINITE_TAGS
    numbers = {feature.number for feature in nominal.noun(office.text) if feature.case == "nom"}
    before = None if office.is_sent_start else office.nbor(-1)  # not „als Anwalt Kraft haben"
    bare = before is None or not (before.tag_ in _BEFORE_NOUN | NOUNS or before.lower_ == "als")
    return fronted or (bare and numbers == {"sg"})


def opens_as_subject(token: Token) -> bool:
    """Whether a known surname that begins a sentence before its verb was taken for a small word („Erdem stand …")."""
    if not token.is_sent_start or token.tag_ not in SMALL or token.i + 1 == len(token.doc):
        return False
    auxiliary = token.nbor(1).tag_ == "VAFIN" and all(form.lemma != "haben" for form in analyse(token.nbor(1).text))
    predicate = token.tag_ == "ADJD" and auxiliary  # „Klein ist das Haus"
    return token.nbor(1).tag_ in FINITE_TAGS and not predicate and token.lower_ not in closed_classes().tags


def is_fronted_adverb(token: Token, capitals: Set[str]) -> bool:
    """Whether an adverb or adjective was taken for a name before its verb: „Zutiefst bedauert Lotte Kern das".

    Args:
        token: the word.
        capitals: the words of the document with a capital that do not open a sentence.
    """
    if not token.is_sent_start or token.i + FULL >= len(token.doc) or token.text in capitals or "-" in token.text:
        return False
    listed = closed.is_fronted_adverb(token.lower_) and token.tag_ in NOUNS
    guessed = token.tag_ == "NN" and token.is_title and nominal.is_guessed(token.text)
    inflected = token.text.endswith(ADJECTIVE_ENDINGS)  # „Ersterer"
    unknown = guessed and not inflected and nominal.can_be_adjective(token.lower_) and not is_given_name(token.text)
    article = nominal.determiner(token.nbor(FULL).lower_)
    subject = token.nbor(FULL).tag_ in _SUBJECTS and (not article or any(a.case == "nom" for a in article))
    return token.nbor(1).tag_ in FINITE_TAGS and subject and (listed or unknown)


def is_alone(token: Token) -> bool:
    """Whether a surname stands alone: „Koch kam", „Klein lachte" against „der Koch", „Klein ist das Haus"."""
    if token.tag_ == "NN":
        return not is_described(token)
    if not token.text[:1].isupper() or not token.is_sent_start:
        return token.text[:1].isupper() and not is_described(token)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and (after.tag_ in ("VVFIN", "VMFIN", "APPO") or after.text == ":")


def is_described(token: Token) -> bool:
    """Whether a noun has an article or attribute, as a surname standing alone has not („der Koch" against „Koch")."""
    return token.i > 0 and not token.is_sent_start and token.nbor(-1).tag_ in _BEFORE_NOUN


def is_aged(token: Token) -> bool:
    """Whether a name of somebody is described by age: „der neunjährige Emil"."""
    return token.ent_type_ == "PER" and token.nbor(-1).lower_.endswith(_AGED)


def is_behind_initial(token: Token) -> bool:
    """Whether a common noun was taken for a part of a name that ends in a letter: „wirft Udo R. Betrug vor"."""
    if token.i < FULL or len(token.nbor(-1).text) != FULL or not token.nbor(-1).text.endswith("."):
        return False
    return is_given_name(token.nbor(-2).text) and nominal.is_common(token.text)


def is_person_with_article(token: Token) -> bool:
    """Whether a common noun for a person was taken for a name behind an article: „der Major", „der gelernte Koch"."""
    if not is_described(token) or animacy(token.text) != "person":
        return False
    behind = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NE"
    return not behind and any(reading.kind == "common" for reading in nominal.listed(token.text))


def is_apposed_office(token: Token) -> bool:
    """Whether an office with article stands before who holds it, though others have it for a surname.

    „Verteidiger Jonas Richter … Der Vorsitzende Richter, Matthias Anwander, lehnte ab."
    """
    if not is_person_with_article(token) or token.i + FULL + 1 >= len(token.doc) or token.nbor(1).text != ",":
        return False
    given, surname = token.nbor(FULL), token.nbor(FULL + 1)
    return given.tag_ == surname.tag_ == "NE" and is_given_name(given.text)


def is_somebodys(token: Token, names: Set[str]) -> bool:
    """Whether a common noun for a person behind the genitive of a name was taken for one („Wolfs Sprecherin")."""
    before = token.nbor(-1).text if token.i else ""
    owned = before.endswith("s") and before[:-1] in names
    return owned and nominal.is_common(token.text) and animacy(token.text) == "person"


def is_listed_surname(token: Token) -> bool:
    return any(reading.kind == "person_name" for reading in nominal.listed(token.text))
