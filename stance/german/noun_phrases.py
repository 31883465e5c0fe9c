"""German noun phrases: the case, gender and number that all their words share.

The forms and STTS tags of a noun phrase flow in, the set of its possible agreements flows out: determiner, adjectives
and head noun are intersected. Inflection follows Duden, Die Grammatik (2022), §§ 400–600.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from stance.german import closed
from stance.german.features import ALL, CASES, Agreement, Case, Declension
from stance.german.meaning import animacy
from stance.german.nominal import NounReading, adjective, common_readings, declension_after, determiner, listed, pronoun

__all__ = ["noun_phrase"]

_NONE: Final[frozenset[Agreement]] = frozenset()
_DETERMINERS: Final = frozenset({"ART", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PRELAT", "PWAT", "APPRART"})
_PRONOUNS: Final = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PPOSS"})
_NOUNS: Final = frozenset({"NN", "NE", "FM", "XY", "TRUNC"})
_SINGULAR_NUMERALS: Final = frozenset({"ein", "eins", "1", "halb"})


@attrs.frozen
class _Phrase:
    """The parts of a noun phrase that agree."""

    determiners: tuple[str, ...]
    adjectives: tuple[str, ...]
    numerals: tuple[str, ...]
    head: str | None
    head_is_name: bool
    name: str | None


def noun_phrase(tokens: Sequence[tuple[str, str]]) -> frozenset[Agreement]:
    """Return the agreements of a whole noun phrase.

    Determiner, adjectives and head noun are intersected; what follows the head (names, genitives, prepositional
    phrases) only counts as far as it bears on the head. Coordinated nouns are plural. Words that contradict each other
    are dropped from the right: a determiner is never overruled by an unknown or misspelt noun.

    Args:
        tokens: (form, STTS tag) of each token, in order. A contraction (APPRART) counts as its article.

    Returns:
        Never empty for a phrase with at least one nominal word; empty for an empty sequence.

    >>> sorted(a.case for a in noun_phrase([("den", "ART"), ("Vorschlag", "NN")]))
    ['acc']
    >>> sorted({a.case for a in noun_phrase([("die", "ART"), ("neue", "ADJA"), ("Regierung", "NN")])})
    ['acc', 'nom']
    """
    return _noun_phrase(tuple(tokens))


@lru_cache(maxsize=1 << 14)
def _noun_phrase(tokens: tuple[tuple[str, str], ...]) -> frozenset[Agreement]:
    if not tokens:
        return _NONE
    conjuncts = _conjuncts(tokens)
    if len(conjuncts) > 1:
        return _coordinated([_noun_phrase(part) for part in conjuncts], _has_or(tokens))
    if tokens[0][1] in _PRONOUNS and not any(tag in ("NN", "ADJA") for _, tag in tokens):
        return frozenset(reading.agreement for reading in pronoun(tokens[0][0])) or ALL
    return _agree(_parts(tokens))


def _conjuncts(tokens: tuple[tuple[str, str], ...]) -> list[tuple[tuple[str, str], ...]]:
    """Split at commas and conjunctions that stand between two nouns of the same phrase."""
    parts: list[tuple[tuple[str, str], ...]] = []
    start = 0
    for index, (_, tag) in enumerate(tokens):
        if tag != "KON" and not (tag == "$," and any(later == "KON" for _, later in tokens[index:])):
            continue
        if _has_nominal(tokens[start:index]) and _has_nominal(tokens[index + 1 :]):
            parts.append(tokens[start:index])
            start = index + 1
    return [*parts, tokens[start:]]


def _has_nominal(tokens: Sequence[tuple[str, str]]) -> bool:
    return any(tag in ("NN", "NE", "FM") or tag in _PRONOUNS for _, tag in tokens)


def _has_or(tokens: Sequence[tuple[str, str]]) -> bool:
    return any(tag == "KON" and closed.coordinator(form) == "disjunctive" for form, tag in tokens)


def _coordinated(parts: Sequence[frozenset[Agreement]], disjunctive: bool) -> frozenset[Agreement]:
    """Return the plural in the cases all conjuncts share; with "oder" the last conjunct's number is possible too."""
    shared = frozenset.intersection(*(frozenset(a.case for a in part) for part in parts))
    cases = shared or frozenset(a.case for a in parts[0])
    plural = frozenset(Agreement(case, None, "pl") for case in cases)
    return plural | frozenset(a for a in parts[-1] if a.case in cases) if disjunctive else plural


def _parts(tokens: Sequence[tuple[str, str]]) -> _Phrase:
    """Pick out what agrees, up to the end of the first run of nouns; a genitive name before the head is skipped."""
    determiners: list[str] = []
    adjectives: list[str] = []
    numerals: list[str] = []
    nouns: list[tuple[str, str]] = []
    for position, (form, tag) in enumerate(tokens):
        if tag in _NOUNS:
            nouns.append((form, tag))
        elif nouns and not _is_genitive_attribute(nouns, tokens[position:]):
            break
        elif tag in _DETERMINERS and not adjectives:
            nouns.clear()
            determiners.append(form)
        elif tag == "ADJA":
            nouns.clear()
            adjectives.append(form)
        elif tag == "CARD":
            nouns.clear()
            numerals.append(form.lower())
    common = next((index for index, (_, tag) in enumerate(nouns) if tag == "NN"), None)
    if common is None:
        first, last = (nouns[0][0], nouns[-1][0]) if nouns else (None, None)
        return _Phrase(tuple(determiners), tuple(adjectives), tuple(numerals), first, True, last)
    name = next((form for form, tag in reversed(nouns[common + 1 :]) if tag == "NE"), None)
    return _Phrase(tuple(determiners), tuple(adjectives), tuple(numerals), nouns[common][0], False, name)


def _is_genitive_attribute(nouns: Sequence[tuple[str, str]], rest: Sequence[tuple[str, str]]) -> bool:
    """Whether the nouns so far are a name in the genitive before adjectives and the head ("Trumps neue Regierung")."""
    only_names = all(tag == "NE" for _, tag in nouns) and nouns[-1][0].endswith(("s", "x", "z", "ß", "'", "’"))
    upcoming = next((tag for _, tag in rest if tag not in ("ADJA", "CARD", "ADV", "ADJD")), None)
    return only_names and rest[0][1] in ("ADJA", "CARD") and upcoming == "NN"


def _agree(phrase: _Phrase) -> frozenset[Agreement]:
    declensions: frozenset[Declension] = frozenset({"strong"})
    agreed = ALL
    for form in phrase.determiners:
        agreed = agreed & (determiner(form) or ALL) or agreed
        declensions = declension_after(form)
    for form in phrase.adjectives:
        fitting = frozenset().union(*(adjective(form, declension) for declension in declensions))
        agreed = agreed & fitting or agreed
    agreed = _numbered(agreed, phrase.numerals)
    if phrase.head is not None:
        agreed = agreed & _head(phrase, declensions) or agreed
    return _numbered(agreed, phrase.numerals)


def _numbered(agreed: frozenset[Agreement], numerals: Sequence[str]) -> frozenset[Agreement]:
    """Keep the plural after a numeral above one."""
    if not numerals or numerals[-1] in _SINGULAR_NUMERALS:
        return agreed
    return frozenset(a for a in agreed if a.number == "pl") or agreed


def _head(phrase: _Phrase, declensions: frozenset[Declension]) -> frozenset[Agreement]:
    """Return the agreements the head noun allows in its phrase."""
    head = phrase.head or ""
    bare = not phrase.determiners and not phrase.adjectives
    if phrase.head_is_name:
        return _name(phrase.name or head, head, bare)
    own: set[Agreement] = set()
    for reading in common_readings(head):
        own |= _fitting(reading, head, phrase, declensions)
    if not own:
        return ALL
    if bare and (phrase.name is not None or animacy(head) == "person"):
        own |= {Agreement(case, a.gender, "sg") for a in own if a.number == "sg" for case in CASES[:3]}
    return frozenset(a for a in own if not bare or _shows_case(a, head, phrase.name)) or frozenset(own)


def _fitting(
    reading: NounReading, head: str, phrase: _Phrase, declensions: frozenset[Declension]
) -> frozenset[Agreement]:
    """Return the agreements of a reading; adjectival nouns take the ending their determiner asks for."""
    if reading.kind != "adjectival":
        return reading.agreements
    small = head.lower()
    allowed = frozenset().union(*(adjective(small, declension) for declension in declensions))
    return reading.agreements & allowed or reading.agreements


def _shows_case(agreement: Agreement, head: str, name: str | None) -> bool:
    """Whether a noun without determiner and adjective can have a case: its genitive must show (Genitivregel)."""
    if agreement.case != "gen":
        return True
    last = name or head
    return agreement.number == "sg" and agreement.gender != "f" and last.endswith(("s", "'", "’"))


def _name(last: str, first: str, bare: bool) -> frozenset[Agreement]:
    """Return the agreements of a proper name; an unknown one with an article can be that of a group („die FARC")."""
    kinds = {r.kind for r in listed(first)}
    person = bare and "person_name" in kinds and "place_name" not in kinds  # „Toni", no plural of „Tonus"
    known = _NONE if person else frozenset().union(*(r.agreements for r in listed(first) if _can_be_name(r)))
    own = known or frozenset(a for a in ALL if a.number == "sg")
    if not bare:
        group = () if known or listed(first) else (Agreement("nom", None, "pl"), Agreement("acc", None, "pl"))
        return own | _in_cases(own, CASES) | frozenset(group)
    genitive = last.endswith(("s", "x", "z", "ß", "'", "’"))
    plain = own if known else _in_cases(own, CASES[:3])
    kept = frozenset(a for a in plain if a.case != "gen")
    singular = frozenset(a for a in own if a.number == "sg")
    return kept | _in_cases(singular, ("gen",)) if genitive else kept or own


def _can_be_name(reading: NounReading) -> bool:
    """Whether a name may inflect as a reading does: no surname, and no common noun in an oblique case only."""
    common = reading.kind in ("common", "adjectival")
    return reading.kind != "person_name" and not (common and all(a.case != "nom" for a in reading.agreements))


@lru_cache(maxsize=1 << 8)
def _in_cases(agreements: frozenset[Agreement], cases: tuple[Case, ...]) -> frozenset[Agreement]:
    """The genders and numbers of some agreements in some cases."""
    return frozenset(Agreement(case, a.gender, a.number) for a in agreements for case in cases)
