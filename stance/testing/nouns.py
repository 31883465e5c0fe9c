"""Noun phrases of the generator: a closed set of actors and things, each in its four cases.

An entry of ``data/grammar.yaml`` flows in, a :class:`NounPhrase` with all its forms flows out. Nouns are declined by
trying the endings German has and keeping the form that :mod:`stance.german.nominal` reads in the wanted case, so that
the generator and the analyser share one table. Endings follow Duden, Die Grammatik (2022), §§ 400–600.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, Literal

import attrs
from ruamel.yaml import YAML

from stance.german import closed, nominal
from stance.german.features import CASES, Agreement, Case, Declension, Gender, Number

Article = Literal["definite", "indefinite", "none"]

_ENDINGS: Final = ("", "s", "es", "n", "en", "ns", "ens", "ses")
_DEFINITE: Final = ("der das die die", "den das die die", "dem dem der den", "des des der der")
_INDEFINITE: Final = ("ein ein eine", "einen ein eine", "einem einem einer", "eines eines einer")
_ADJECTIVES: Final[dict[Declension, tuple[str, ...]]] = {
    "strong": ("er es e e", "en es e e", "em em er en", "en en er er"),
    "definite": ("e e e en", "en e e en", "en en en en", "en en en en"),
    "indefinite": ("er es e en", "en es e en", "en en en en", "en en en en"),
}
_POSSESSIVE: Final = ("- - e e", "en - e e", "em em er en", "es es er er")
_COLUMNS: Final = ("m", "n", "f", "pl")
_PRONOUNS: Final[dict[str, tuple[str, str, str, int, Gender | None, Number]]] = {
    "er": ("ihn", "ihm", "sein", 3, "m", "sg"),
    "sie": ("sie", "ihr", "ihr", 3, "f", "sg"),
    "wir": ("uns", "uns", "unser", 1, None, "pl"),
    "Sie": ("sie", "ihnen", "ihr", 3, None, "pl"),
    "das": ("das", "dem", "dessen", 3, "n", "sg"),
    "es": ("es", "ihm", "sein", 3, "n", "sg"),
    "man": ("einen", "einem", "sein", 3, "m", "sg"),
}


@cache
def vocabulary() -> Mapping[str, Any]:
    """The content of ``data/grammar.yaml``."""
    found: dict[str, Any] = YAML(typ="safe").load(
        files("stance.testing").joinpath("data/grammar.yaml").read_text(encoding="utf-8")
    )
    return found


@attrs.frozen
class NounPhrase:
    """A noun phrase in all its cases.

    Attributes:
        forms: nominative, accusative, dative, genitive, each with its article.
        lemma: lemma of its head.
        kind: ``person``, ``institution``, ``country``, ``group``, ``pronoun`` or ``thing``.
        gender: of the head; None in the plural.
        number: of the head, for agreement with a verb.
        person: 1 or 3, for agreement with a verb.
        bare: it has no article, so that its genitive may stand before a noun ("Kellers Forderung").
        possessive: stem of the possessive that points to it ("sein", "ihr").

    >>> common("Vorschlag").form("dat")
    'dem Vorschlag'
    """

    forms: tuple[str, str, str, str]
    lemma: str
    kind: str
    gender: Gender | None
    number: Number
    person: int = 3
    bare: bool = False
    possessive: str = "sein"

    def form(self, case: Case) -> str:
        """The phrase in a case."""
        return self.forms[CASES.index(case)]

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a personal pronoun, which stands before all other objects."""
        return self.kind == "pronoun"


def common(
    lemma: str,
    article: Article = "definite",
    plural: str = "",
    adjective: str = "",
    tail: str = "",
    kind: str = "thing",
) -> NounPhrase:
    """A phrase around a common noun.

    Args:
        lemma: nominative singular.
        article: which article stands before it; in the plural an indefinite one is none.
        plural: nominative plural, where the phrase is to be plural.
        adjective: stem of an attributive adjective, or nothing.
        tail: what follows the noun in every case ("der Klinik").
        kind: what it stands for.

    Raises:
        ValueError: the table of nouns does not have the noun in this number.

    >>> common("Ausstieg", "indefinite", adjective="schnell").forms
    ('ein schneller Ausstieg', 'einen schnellen Ausstieg', 'einem schnellen Ausstieg', 'eines schnellen Ausstiegs')
    """
    number: Number = "pl" if plural else "sg"
    gender = None if plural else gender_of(lemma)
    shown: Article = "none" if plural and article == "indefinite" else article
    declension: Declension = "strong" if shown == "none" else shown
    forms = []
    for case in CASES:
        own = adjective and adjective + ending(declension, case, gender, number)
        noun = _plural(plural, case, declension) if plural else decline(lemma, case, declension)
        forms.append(" ".join(part for part in (_article(shown, case, gender, number), own, noun, tail) if part))
    possessive = "ihr" if plural or gender == "f" else "sein"
    return NounPhrase(
        (forms[0], forms[1], forms[2], forms[3]), lemma, kind, gender, number, 3, shown == "none", possessive
    )


def _article(article: Article, case: Case, gender: Gender | None, number: Number) -> str:
    if article == "none":
        return ""
    table = _DEFINITE if article == "definite" else _INDEFINITE
    return table[CASES.index(case)].split()[_column(gender, number)]


def _column(gender: Gender | None, number: Number) -> int:
    return _COLUMNS.index("pl" if number == "pl" or gender is None else gender)


def ending(declension: Declension, case: Case, gender: Gender | None, number: Number) -> str:
    """The ending of an attributive adjective.

    >>> ending("strong", "dat", "m", "sg")
    'em'
    """
    return _ADJECTIVES[declension][CASES.index(case)].split()[_column(gender, number)]


@lru_cache(maxsize=4096)
def gender_of(lemma: str) -> Gender:
    """The gender of a noun.

    Raises:
        ValueError: the table of nouns does not have its singular.

    >>> gender_of("Bundesregierung"), gender_of("Abgeordneter")
    ('f', 'm')
    """
    for reading in nominal.common_readings(lemma):
        own = [a for a in reading.agreements if a.case == "nom" and a.number == "sg"]
        if own and reading.lemma == lemma:
            return "m" if reading.kind == "adjectival" else min(a.gender or "m" for a in own)
    raise ValueError(f"not a noun with a singular: {lemma!r}")


@lru_cache(maxsize=4096)
def decline(lemma: str, case: Case, after: Declension = "definite") -> str:
    """A noun in a case of the singular.

    Args:
        lemma: nominative singular.
        case: the case.
        after: how adjectives are declined after its determiner; only nouns inflected like adjectives care.

    Raises:
        ValueError: the table of nouns does not have this form.

    >>> decline("Präsident", "acc"), decline("Vorsitzender", "nom"), decline("Rat", "gen"), decline("Ausbau", "gen")
    ('Präsidenten', 'Vorsitzende', 'Rates', 'Ausbaus')
    """
    if any(r.kind == "adjectival" and r.lemma == lemma for r in nominal.common_readings(lemma)):
        stem: str = lemma.removesuffix("er")
        return stem + ending(after, case, "m", "sg")
    wanted = Agreement(case, gender_of(lemma), "sg")
    order: tuple[str, ...] = () if case != "gen" else ("es", "s") if len(lemma) < 5 else ("s", "es")
    for form in (lemma + own for own in (*order, *_ENDINGS)):
        if any(r.lemma == lemma and wanted in r.agreements for r in nominal.common_readings(form)):
            return form
    raise ValueError(f"no {case} of {lemma!r}")


def _plural(form: str, case: Case, after: Declension) -> str:
    """A plural in a case, from its nominative ("Grüne" is inflected like an adjective)."""
    if any(r.kind == "adjectival" for r in nominal.common_readings(form)):
        return form.removesuffix("e") + ending(after, case, None, "pl")
    return form + "n" if case == "dat" and not form.endswith(("n", "s")) else form


def name(text: str, gender: Gender, kind: str, title: str = "", article: Article = "none") -> NounPhrase:
    """A phrase around a proper name, with a title or an article before it.

    >>> name("Jürgen Brandt", "m", "person", "Finanzminister").form("gen")
    'Finanzminister Jürgen Brandts'
    """
    full = f"{title} {text}".strip()
    possessive = "ihr" if gender == "f" else "sein"
    if article == "definite":
        forms = [f"{_article(article, case, gender, 'sg')} {full}" for case in CASES]
        own = forms[3] if gender == "f" or text.isupper() else forms[3] + "s"
    else:
        forms = [full] * 4
        own = full + ("’" if full.endswith(("s", "z", "x", "ß")) else "s")
    return NounPhrase(
        (forms[0], forms[1], forms[2], own), text.split()[-1], kind, gender, "sg", 3, article == "none", possessive
    )


def pronoun(form: str) -> NounPhrase:
    """A pronoun; "Sie" stands for the plural "sie".

    >>> pronoun("er").form("dat")
    'ihm'
    """
    accusative, dative, possessive, person, gender, number = _PRONOUNS[form]
    return NounPhrase(
        (form.lower(), accusative, dative, ""), form.lower(), "pronoun", gender, number, person, False, possessive
    )


def noun_phrase(entry: Mapping[str, Any]) -> NounPhrase:
    """The phrase of an entry of the vocabulary."""
    if "pronoun" in entry:
        return pronoun(entry["pronoun"])
    if "name" in entry:
        article: Article = entry.get("article", "none")
        return name(entry["name"], entry["gender"], entry["kind"], entry.get("title", ""), article)
    return common(
        entry["noun"],
        entry.get("article", "definite"),
        entry.get("plural", ""),
        entry.get("adjective", ""),
        entry.get("tail", ""),
        entry.get("kind", "thing"),
    )


@cache
def actors() -> tuple[NounPhrase, ...]:
    """All actors of the vocabulary."""
    return tuple(noun_phrase(entry) for entry in vocabulary()["actors"])


@cache
def things() -> tuple[NounPhrase, ...]:
    """All things of the vocabulary that acts can be about."""
    return tuple(noun_phrase(entry) for entry in vocabulary()["things"])


def after_preposition(preposition: str, phrase: NounPhrase, case: Case) -> tuple[str, str]:
    """A preposition and its phrase, contracted where German contracts.

    Returns:
        The preposition as written ("vom"), and what follows it.

    >>> after_preposition("von", common("Senat"), "dat"), after_preposition("für", common("Senat"), "acc")
    (('vom', 'Senat'), ('für', 'den Senat'))
    """
    text = phrase.form(case)
    article, _, rest = text.partition(" ")
    contracted = _contractions().get(f"{preposition} {article}")
    return (contracted, rest) if contracted and rest else (preposition, text)


@cache
def _contractions() -> Mapping[str, str]:
    """Contractions that are the rule before a definite article."""
    return {" ".join(closed.expand_contraction(form) or ()): form for form in ("vom", "zum", "zur", "beim", "im", "am")}


def possessive(stem: str, case: Case, gender: Gender | None, number: Number) -> str:
    """A possessive before a noun.

    >>> possessive("ihr", "acc", "m", "sg"), possessive("sein", "nom", None, "pl")
    ('ihren', 'seine')
    """
    return stem + _POSSESSIVE[CASES.index(case)].split()[_column(gender, number)].replace("-", "")
