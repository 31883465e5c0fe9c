"""Tags to lemmas: the component ``stance_lemmas``, which sets ``token.lemma_`` from the form and its STTS tag.

Verbs take the lemma of their paradigm: joined forms the full verb ("abgelehnt" → "ablehnen"), a finite verb whose
particle stands apart the base ("lehnt … ab" → "lehnen"; the clause analyser joins the two). Nouns take the noun table,
adjectives the lookup table, both with rules for what no table has; function words take their closed class. Lemmas
follow UD_German-GSD, except that participles used as adjectives keep their form ("geforderte" → "gefordert").
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

from spacy.attrs import LEMMA, ORTH, TAG
from spacy.language import Language
from spacy.tokens import Doc

from stance.german import closed, nominal, verbs
from stance.german.tables import SortedTable, read_data
from stance.tagging.dense import column, set_column

_TABLE = "lemmas.xz"
_KINDS: Final[dict[str, tuple[verbs.Kind, ...]]] = {
    "FIN": ("finite", "imperative"),
    "IMP": ("imperative", "finite"),
    "INF": ("infinitive",),
    "IZU": ("zu_infinitive", "infinitive"),
    "PP": ("participle",),
}
_NOUN_TAGS: Final = frozenset({"NN", "NE", "TRUNC"})
_ADJECTIVE_TAGS: Final = frozenset({"ADJA", "ADJD"})
_KEPT_TAGS: Final = frozenset({"$,", "$.", "$(", "XY", "FM", "CARD", "_SP", ""})


@cache
def _table() -> SortedTable:
    return SortedTable.load(_TABLE)


def _irregular(name: str) -> dict[str, str]:
    """Return the lemmas that the file of nominal inflection lists one by one."""
    listed: dict[str, str] = read_data("nominal")[name]
    return listed


@lru_cache(maxsize=1 << 16)
def lemma(form: str, tag: str) -> str:
    """Return the lemma of a form with an STTS tag; a form that nothing is known of is its own lemma.

    >>> lemma("abgelehnt", "VVPP"), lemma("lehnt", "VVFIN"), lemma("Verteidigungsausgaben", "NN")
    ('ablehnen', 'lehnen', 'Verteidigungsausgabe')
    >>> lemma("bessere", "ADJA"), lemma("keinen", "PIAT"), lemma("Im", "APPRART"), lemma("ihm", "PPER")
    ('gut', 'kein', 'in', 'er')
    """
    if tag in _KEPT_TAGS or not form[:1].isalpha():
        return form.lower() if tag == "CARD" else form
    if tag in _NOUN_TAGS:
        return _noun(form, tag)
    if tag in _ADJECTIVE_TAGS:
        return _adjective(form, tag)
    if tag[:2] in ("VV", "VA", "VM"):
        return _verb(form, tag)
    return _function_word(form, tag)


def _small(form: str) -> str:
    return form.lower() if form.isupper() and len(form) > 1 else form[:1].lower() + form[1:]


# --- verbs -----------------------------------------------------------------------------------------------------------


def _verb(form: str, tag: str) -> str:
    """Return the lemma of a verb form: of the first reading that fits the tag, of any reading, of a guess."""
    readings = verbs.analyse(form) or verbs.guess(_small(form))
    wanted: Callable[[str], bool] = {"VA": verbs.is_auxiliary, "VM": verbs.is_modal}.get(tag[:2], lambda _: True)
    for kind in _KINDS.get(tag[2:], ()):
        fitting = [reading.lemma for reading in readings if reading.kind == kind]
        if fitting:
            return next((own for own in fitting if wanted(own)), fitting[0])
    return readings[0].lemma if readings else _small(form)


# --- nouns and adjectives --------------------------------------------------------------------------------------------


def _noun(form: str, tag: str) -> str:
    """Return the lemma of a noun; names only lose a genitive -s that the table vouches for."""
    if tag == "TRUNC":
        return form
    if tag == "NE":
        names = [reading for reading in nominal.noun_readings(form) if reading.kind in ("person_name", "place_name")]
        return form if not names or any(reading.lemma == form for reading in names) else names[0].lemma
    irregular = _irregular("noun_lemmas").get(form)
    if irregular is not None:
        return irregular
    listed = _table().get(form)
    return apply_edit(form, listed) if listed is not None else nominal.noun_lemma(form)


def _adjective(form: str, tag: str) -> str:
    irregular = _irregular("adjective_lemmas").get(_small(form))
    if irregular is not None:
        return irregular
    listed = _table().get(_small(form))
    if listed is not None:
        return apply_edit(_small(form), listed)
    return regular_adjective(_small(form) if tag == "ADJD" or not form.endswith("er") else form, tag)


def regular_adjective(form: str, tag: str) -> str:
    """Return an adjective without its ending and, in the comparative of long adjectives, without -er.

    >>> regular_adjective("außenpolitischen", "ADJA"), regular_adjective("Berliner", "ADJA")
    ('außenpolitisch', 'Berliner')
    """
    if tag != "ADJA" or form[:1].isupper():
        return form
    for ending in ("em", "en", "er", "es", "e"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            return _full_stem(stem)
    return form


def _full_stem(stem: str) -> str:
    """Give back the e that "teure", "dunkle" lost."""
    if stem.endswith(("bl", "dl", "gl", "kl", "pl", "tl", "eur", "auer")):
        return stem[:-1] + "e" + stem[-1]
    return stem


# --- function words --------------------------------------------------------------------------------------------------


def _function_word(form: str, tag: str) -> str:
    small = _small(form)
    if tag in ("APPR", "APPRART", "APPO", "APZR"):
        return closed.preposition_lemma(small)
    if tag in (
        "PPER",
        "PRF",
        "PDS",
        "PIS",
        "PRELS",
        "PWS",
        "PRELAT",
        "PPOSS",
        "PWAT",
        "PDAT",
        "PIAT",
        "PPOSAT",
        "ART",
        "PIDAT",
    ):
        return nominal.pronoun_lemma(form, possessive=tag in ("PPOSAT", "PPOSS"))
    return small


# --- edits and component ---------------------------------------------------------------------------------------------


def apply_edit(form: str, edit: str) -> str:
    """Return a form with its last letters replaced: "2e" cuts two and adds e; "" changes nothing.

    >>> apply_edit("Häusern", "6aus"), apply_edit("gute", "1")
    ('Haus', 'gut')
    """
    digits = len(edit) - len(edit.lstrip("0123456789"))
    return form[: len(form) - int(edit[:digits])] + edit[digits:] if edit else form


class Lemmatizer:
    """The pipeline component: sets the lemma of every token from its form and its tag."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a Doc."""
        words = zip(column(doc, ORTH), column(doc, TAG), strict=True)
        set_column(doc, LEMMA, [lemma(normalize("NFC", text), tag) for text, tag in words])
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is learned, so there is nothing to store."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Lemmatizer:
        """Return the component as it is."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing is learned, so there is nothing to store."""

    def from_disk(self, _path: str | Path, **_: Any) -> Lemmatizer:
        """Return the component as it is."""
        return self


@Language.factory("stance_lemmas", requires=["token.tag"], assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """Make the component of a pipeline."""
    return Lemmatizer()
