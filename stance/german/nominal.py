"""German noun phrases: case, gender and number of determiners, adjectives, nouns and pronouns, and who can act.

A word form (or the forms and STTS tags of a noun phrase) flows in, the set of its possible agreements flows out; the
empty set means "unknown". Noun inflection comes from a table made from Wiktionary (CC BY-SA 4.0, see
``data/NOUNS-LICENSE.md``); compounds are read by their longest known last part, other unknown nouns by their ending.
Inflection classes follow Duden, Die Grammatik (2022), §§ 400–600.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

import attrs

from stance.german import closed, verbs
from stance.german.features import (
    ALL,
    CASES,
    DECLENSIONS,
    GENDERS,
    Agreement,
    Case,
    Declension,
    Gender,
    Number,
)
from stance.german.tables import SortedTable, read_data, words

__all__ = [
    "Agreement",
    "Animacy",
    "Case",
    "Declension",
    "Gender",
    "NounReading",
    "Number",
    "PronounReading",
    "adjective",
    "animacy",
    "can_act",
    "common_readings",
    "declension_after",
    "determiner",
    "is_country",
    "is_government_seat",
    "is_labelled",
    "is_organisation",
    "is_party",
    "is_temporal",
    "noun",
    "noun_lemma",
    "noun_phrase",
    "noun_readings",
    "pronoun",
    "pronoun_lemma",
]

Animacy = Literal["person", "institution", "place", "other", "unknown"]

_TABLE = "nouns.xz"
_SHORT: Final = 4
_PART: Final = 4
"""Letters that each part of a compound has at least."""
_NONE: Final[frozenset[Agreement]] = frozenset()
_COLUMNS: Final[tuple[tuple[Gender | None, Number], ...]] = (("m", "sg"), ("n", "sg"), ("f", "sg"), (None, "pl"))


def _small(form: str) -> str:
    return form[:1].lower() + form[1:]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words(read_data("nominal")[name]))


def _read_grid(text: str) -> dict[str, frozenset[Agreement]]:
    """Return form or ending → agreements from a table of four rows (cases) and four columns (m, n, f, plural)."""
    found: dict[str, set[Agreement]] = {}
    for case, row in zip(CASES, text.splitlines(), strict=True):
        for (gender, number), cell in zip(_COLUMNS, row.split(), strict=True):
            found.setdefault(cell.replace("-", ""), set()).add(Agreement(case, gender, number))
    return {cell: frozenset(own) for cell, own in found.items()}


@cache
def _endings(name: str) -> dict[str, frozenset[Agreement]]:
    return _read_grid(read_data("nominal")["endings"][name])


@cache
def _articles() -> dict[str, frozenset[Agreement]]:
    return _read_grid(read_data("nominal")["article"])


# --- determiners and adjectives --------------------------------------------------------------------------------------


@attrs.frozen
class _Determiner:
    """What one determiner form says: its agreements and the declension of an adjective after it."""

    agreements: frozenset[Agreement]
    after: frozenset[Declension]


_ENDINGS: Final = ("em", "en", "er", "es", "e", "")


@lru_cache(maxsize=2048)
def _determiner(form: str) -> _Determiner | None:
    small = form.lower()
    if small in _articles():
        return _Determiner(_articles()[small], frozenset({"definite"}))
    if small.startswith(("derjenige", "diejenige", "dasjenige", "denjenige", "demjenige", "desjenige")):
        weak = "definite_adjective"
        own = _articles()[small[:3]] & _endings(weak)["en" if small.endswith("n") else "e"]
        return _Determiner(own, frozenset({"definite"}))
    for ending in _ENDINGS:
        stem = small.removesuffix(ending) if ending else small
        if ending and not small.endswith(ending):
            continue
        found = _inflected(stem, ending)
        if found:
            return found
    return _Determiner(ALL, frozenset({"strong"})) if small in _words("uninflected") else None


def _inflected(stem: str, ending: str) -> _Determiner | None:
    """Return the reading of a determiner stem with an ending."""
    if stem in _words("ein_stems") and ending in _endings("ein"):
        return _Determiner(_of_number(stem, _endings("ein")[ending]), frozenset({"indefinite"}))
    if stem not in _words("pronominal_stems") or ending not in _endings("pronominal"):
        return None
    own = _of_number(stem, _endings("pronominal")[ending])
    if ending == "en":
        own |= {Agreement("gen", "m", "sg"), Agreement("gen", "n", "sg")}
    return _Determiner(own, _after(stem))


def _of_number(stem: str, own: frozenset[Agreement]) -> frozenset[Agreement]:
    """Keep the number a determiner stem has: "ein" and "jed-" have no plural, "mehrer-" has no singular."""
    if stem in _words("plural_only"):
        return frozenset(agreement for agreement in own if agreement.number == "pl") or own
    if stem in _words("singular_only"):
        return frozenset(agreement for agreement in own if agreement.number == "sg")
    return own


def _after(stem: str) -> frozenset[Declension]:
    if stem in _words("strong_after"):
        return frozenset({"strong"})
    if stem in _words("either_after"):
        return frozenset({"definite", "strong"})
    return frozenset({"definite"})


def determiner(form: str) -> frozenset[Agreement]:
    """Return the agreements of an article or determiner; a contraction counts as its article; empty for other words.

    >>> sorted(determiner("dem"))
    [Agreement(case='dat', gender='m', number='sg'), Agreement(case='dat', gender='n', number='sg')]
    """
    parts = closed.expand_contraction(form)
    if parts:
        governed = closed.preposition(form)
        return frozenset(a for a in _articles()[parts[1]] if a.case in governed and a.number == "sg")
    found = _determiner(form)
    return found.agreements if found else _NONE


def declension_after(form: str) -> frozenset[Declension]:
    """Return how adjectives are declined after a determiner; without a known determiner they are strong.

    >>> declension_after("der"), declension_after("keine"), declension_after("viele")
    (frozenset({'definite'}), frozenset({'indefinite'}), frozenset({'strong'}))
    """
    parts = closed.expand_contraction(form)
    found = _determiner(parts[1] if parts else form)
    return found.after if found else frozenset({"strong"})


@lru_cache(maxsize=8192)
def adjective(form: str, after: Declension) -> frozenset[Agreement]:
    """Return the agreements of an attributive adjective by its ending; one without an ending fits everywhere.

    >>> sorted(a.case for a in adjective("neuem", "strong"))
    ['dat', 'dat']
    >>> len(adjective("Berliner", "definite")), len(adjective("lila", "strong"))
    (16, 16)
    """
    if form[:1].isupper() and form.endswith("er"):
        return ALL
    endings = _endings(f"{after}_adjective")
    for ending in ("em", "en", "er", "es", "e"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            return endings.get(ending, _NONE)
    return ALL


# --- nouns -----------------------------------------------------------------------------------------------------------

_LONGEST: Final = 100
"""Forms of more letters than this are no words; nothing is looked for inside them."""

NounClass = Literal["common", "adjectival", "person_name", "place_name"]
_CLASS_OF: Final[dict[str, NounClass]] = {"A": "adjectival", "N": "person_name", "T": "place_name"}


@attrs.frozen
class NounReading:
    """One reading of a noun form.

    Attributes:
        lemma: nominative singular ("Ausgabe"), or plural where there is no singular; strong masculine for nouns
            that inflect like adjectives ("Abgeordneter").
        agreements: case, gender and number the form can have.
        kind: common noun, noun inflected like an adjective, personal name, place name.
    """

    lemma: str
    agreements: frozenset[Agreement]
    kind: NounClass = "common"


@cache
def _table() -> SortedTable:
    return SortedTable.load(_TABLE)


def encode(form: str, lemma: str, code: str) -> str:
    """Return the table value of one reading: code, slash, what to cut and to append to get the lemma.

    >>> encode("Häusern", "Haus", "p4")
    'p4/6aus'
    """
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{code}/" + (f"{len(form) - same}{lemma[same:]}" if form != lemma else "")


def _decode(form: str, value: str) -> NounReading:
    code, _, edit = value.partition("/")
    digits = len(edit) - len(edit.lstrip("0123456789"))
    lemma = form[: len(form) - int(edit[:digits])] + edit[digits:] if edit else form
    kind = _CLASS_OF.get(code[0], "common")
    if kind == "adjectival":
        gender = code[1]
        own = frozenset(a for a in _adjectival(form) if a.gender == gender or a.number == "pl")
        return NounReading(lemma, own, kind)
    code = code[1:] if kind != "common" else code
    return NounReading(lemma, _agreements(code[0], int(code[1:], 16)), kind)


@cache
def _agreements(letter: str, mask: int) -> frozenset[Agreement]:
    """Return the agreements of a gender letter (p is plural) and a bit mask of cases."""
    cases = [case for bit, case in enumerate(CASES) if mask >> bit & 1]
    if letter == "p":
        return frozenset(Agreement(case, None, "pl") for case in cases)
    genders: tuple[Gender, ...] = tuple(gender for gender in GENDERS if letter in (gender, "x"))
    return frozenset(Agreement(case, gender, "sg") for case in cases for gender in genders)


def _adjectival(form: str) -> frozenset[Agreement]:
    """Return the agreements of a noun with adjective endings after any determiner."""
    small = form.lower()
    return frozenset().union(*(adjective(small, declension) for declension in DECLENSIONS))


@lru_cache(maxsize=1 << 15)
def noun_readings(form: str) -> tuple[NounReading, ...]:
    """Return the readings of a noun form, known or read by its last part or ending; () when nothing fits.

    >>> [(r.lemma, len(r.agreements)) for r in noun_readings("Verteidigungsausgaben")]
    [('Verteidigungsausgabe', 4)]
    """
    if len(form) > _LONGEST:
        return ()
    return _listed(form) or _respelled(form) or _compound(form) or _nominalised(form) or _by_ending(form)


def _listed(form: str) -> tuple[NounReading, ...]:
    value = _table().get(form)
    return tuple(_decode(form, entry) for entry in value.split(" ")) if value else ()


@lru_cache(maxsize=1 << 14)
def is_guessed(form: str) -> bool:
    """Whether a noun is known by no more than an ending of at most four letters, as unknown surnames are.

    >>> is_guessed("Tisch"), is_guessed("Bahngesellschaft"), is_guessed("Krombholz")
    (False, False, True)
    """
    if _listed(form):
        return False
    heads = (form[start].upper() + form[start + 1 :] for start in range(3, len(form) - _SHORT) if form[start].islower())
    return not any(_listed(head) for head in heads)


def _respelled(form: str) -> tuple[NounReading, ...]:
    """Read an old or Swiss spelling ("Prozeß", "Strasse")."""
    modern = form.replace("ß", "ss") if "ß" in form else form.replace("ss", "ß")
    return _listed(modern) if modern != form else ()


def _compound(form: str) -> tuple[NounReading, ...]:
    """Read a compound by its longest known last part, which is at least three letters long."""
    if len(form) > _LONGEST:
        return ()
    cut = form.rfind("-") + 1
    if cut and (last := form[cut : cut + 1].upper() + form[cut + 1 :]):
        return tuple(attrs.evolve(r, lemma=form[:cut] + r.lemma) for r in _listed(last) or _compound(last))
    for start in range(3, len(form) - 2):
        if not form[start].islower():
            continue
        head = form[start].upper() + form[start + 1 :]
        found = tuple(r for r in _listed(head) if r.kind in ("common", "adjectival"))
        if found:
            return tuple(attrs.evolve(r, lemma=form[:start] + _small(r.lemma)) for r in found)
    return ()


def _nominalised(form: str) -> tuple[NounReading, ...]:
    """Read a noun made from an adjective or verb: "die Vertriebenen", "ein Konservativer", "das Wegsehen"."""
    for ending in ("em", "en", "er", "es", "e"):
        stem = _small(form).removesuffix(ending)
        if form.endswith(ending) and _can_be_adjective(stem):
            return (NounReading(form.removesuffix(ending) + "er", _adjectival(form), "adjectival"),)
    verb = form.removesuffix("s") if form.endswith("ns") else form
    if any(reading.kind == "infinitive" for reading in verbs.analyse(verb)):
        return (NounReading(verb, _agreements("n", 8 if form.endswith("ns") else 7)),)
    return ()


def _can_be_adjective(stem: str) -> bool:
    """Whether a stem is a participle or ends like an adjective."""
    participle = any(reading.kind in ("participle", "present_participle") for reading in verbs.analyse(stem))
    return participle or any(stem.endswith(suffix) for suffix in words(read_data("nominal")["adjective_suffixes"]))


@cache
def _noun_endings() -> dict[str, frozenset[Agreement]]:
    return {ending: _read_codes(codes) for ending, codes in read_data("nominal")["noun_endings"].items()}


def _read_codes(codes: str) -> frozenset[Agreement]:
    """Read "mnad pnag": gender or plural, then first letters of cases, "a" alone for all."""
    found: set[Agreement] = set()
    for code in codes.split():
        letters = code[1:] if code[1:] != "a" else "nadg"
        mask = sum(1 << bit for bit, letter in enumerate("nadg") if letter in letters)
        found |= _agreements(code[0], mask)
    return frozenset(found)


def _by_ending(form: str) -> tuple[NounReading, ...]:
    """Read a noun by its longest known ending."""
    endings = _noun_endings()
    for start in range(2, len(form) if not form.isupper() else 0):
        if form[start:] in endings:
            return (NounReading(form, endings[form[start:]]),)
    if form.endswith("Innen"):
        return (NounReading(form, endings["innen"]),)
    if form.isupper() and form.isalpha():
        return (NounReading(form, frozenset(a for a in ALL if a.number == "sg")),)
    return ()


def common_readings(form: str) -> tuple[NounReading, ...]:
    """Return the readings of a form as a common noun; as a name only where it is nothing else ("Essen", "Koch")."""
    readings = noun_readings(form)
    return tuple(r for r in readings if r.kind in ("common", "adjectival")) or readings


@lru_cache(maxsize=1 << 15)
def noun(form: str) -> frozenset[Agreement]:
    """Return the agreements of a noun form; empty when the noun is unknown.

    >>> sorted({(a.gender, a.number) for a in noun("Regierung")})
    [('f', 'sg')]
    """
    return frozenset().union(*(reading.agreements for reading in common_readings(form)))


@lru_cache(maxsize=1 << 15)
def noun_lemma(form: str) -> str:
    """Return the lemma of a noun form; the form itself where it is a lemma or nothing is known of it.

    >>> noun_lemma("Häusern"), noun_lemma("Verteidigungsausgaben"), noun_lemma("Xyzzy")
    ('Haus', 'Verteidigungsausgabe', 'Xyzzy')
    """
    lemmas = [reading.lemma for reading in common_readings(form)]
    return form if not lemmas or form in lemmas else lemmas[0]


@lru_cache(maxsize=1 << 15)
def compound_parts(form: str) -> tuple[str, ...]:
    """Return the lemmas of the nouns that a compound is made of; its own lemma where no table knows all of them.

    >>> compound_parts("Panzerlieferungen"), compound_parts("Transaktionssteuer")
    (('Panzer', 'Lieferung'), ('Transaktion', 'Steuer'))
    >>> compound_parts("Unterstützung"), compound_parts("Wirtschaft")
    (('Unterstützung',), ('Wirtschaft',))
    """
    lemma = noun_lemma(form)
    return _split(lemma) or (lemma,)


def _split(form: str) -> tuple[str, ...]:
    for start in range(_PART, len(form) - _PART + 1):
        tail = form[start].upper() + form[start + 1 :]
        if not form[start].islower() or not _is_part(tail, "no_last_parts"):
            continue
        head = next((h for h in _unlinked(form[:start]) if _is_part(h, "no_first_parts")), None)
        if head is not None:
            return (noun_lemma(head), *compound_parts(tail))
    return ()


def _is_part(form: str, excluded: str) -> bool:
    readings = _listed(form)
    return any(r.kind in ("common", "adjectival") for r in readings) and form not in _words(excluded)


def _unlinked(head: str) -> tuple[str, ...]:
    """A first part as it stands, and without the s that links it („Transaktions-")."""
    return (head, head[:-1]) if head.endswith("s") and len(head) > _PART else (head,)


# --- pronouns --------------------------------------------------------------------------------------------------------


@attrs.frozen
class PronounReading:
    """One reading of a pronoun.

    Attributes:
        agreement: case, gender and number; gender None where the pronoun shows none (ich, du, plural).
        person: 1, 2 or 3.
    """

    agreement: Agreement
    person: int = 3


@lru_cache(maxsize=1024)
def pronoun(form: str) -> frozenset[PronounReading]:
    """Return the readings of a personal, relative, demonstrative, interrogative, indefinite or reflexive pronoun.

    "Sie" and "Ihnen" have the readings of the third person. Determiners that stand alone (dieser, alle, keiner) count.

    >>> sorted((r.person, r.agreement.case) for r in pronoun("uns"))
    [(1, 'acc'), (1, 'dat')]
    """
    codes = read_data("nominal")["pronouns"].get(form.lower())
    if codes is not None:
        return frozenset(_read_pronoun(code) for code in codes.split())
    return frozenset(PronounReading(agreement) for agreement in _standing_alone(form))


def _read_pronoun(code: str) -> PronounReading:
    parts = code.split(".")
    person = int(parts.pop(0)) if parts[0].isdigit() else 3
    case = next(case for case in CASES if case == parts[0])
    gender = next((gender for gender in GENDERS if gender in parts), None)
    return PronounReading(Agreement(case, gender, "pl" if parts[-1] == "pl" else "sg"), person)


def _standing_alone(form: str) -> frozenset[Agreement]:
    """Return the agreements of a determiner used as a pronoun: "einer", "keines", "meiner" take full endings."""
    small = form.lower()
    for ending in _ENDINGS[:-1]:
        if small.endswith(ending) and small.removesuffix(ending) in _words("ein_stems"):
            return _endings("pronominal")[ending]
    return determiner(form)


@cache
def _pronoun_lemmas() -> dict[str, str]:
    data = read_data("nominal")["pronoun_lemmas"]
    return {form: own for own, forms in data.items() for form in words(forms)}


@lru_cache(maxsize=1024)
def pronoun_lemma(form: str, possessive: bool = False) -> str:
    """Return the lemma of a pronoun or determiner.

    Args:
        form: the form as written.
        possessive: read "ihr", "seiner" as possessive.

    >>> pronoun_lemma("ihm"), pronoun_lemma("ihrer", possessive=True), pronoun_lemma("Diesem"), pronoun_lemma("denen")
    ('er', 'ihr', 'dieser', 'der')
    """
    small = form.lower()
    known = _pronoun_lemmas()
    if not possessive and (small in known or small in known.values()):
        return known.get(small, small)
    stems = read_data("nominal")["determiner_lemmas"]
    for ending in _ENDINGS:
        stem = small.removesuffix(ending)
        if (stem != small or not ending) and stem in stems:
            own: str = stems[stem]
            return own
    return small


# --- noun phrases ----------------------------------------------------------------------------------------------------

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
    """Return the agreements of a proper name."""
    listed = frozenset().union(*(r.agreements for r in _listed(first) if r.kind != "person_name"))
    own = listed or frozenset(a for a in ALL if a.number == "sg")
    if not bare:
        return own | {attrs.evolve(a, case=case) for a in own for case in CASES}
    genitive = last.endswith(("s", "x", "z", "ß", "'", "’"))
    plain = {attrs.evolve(a, case=case) for a in own for case in CASES[:3]} if not listed else set(own)
    kept = frozenset(a for a in plain if a.case != "gen")
    return kept | {attrs.evolve(a, case="gen") for a in own if a.number == "sg"} if genitive else kept or own


# --- meaning ---------------------------------------------------------------------------------------------------------


def is_party(form: str) -> bool:
    """Whether a form is the name of a party."""
    return form in _words("party")


def is_organisation(form: str) -> bool:
    """Whether a form is the name of a well-known organisation, body or company."""
    return form in _words("organisation")


@lru_cache(maxsize=1 << 12)
def is_labelled(form: str) -> bool:
    """Whether a noun can be followed by another that names what it is ("das Thema Rente", "eine Art Vertrag").

    >>> is_labelled("Ressorts"), is_labelled("Vertrag")
    (True, False)
    """
    return noun_lemma(form) in _words("labelled")


def is_country(form: str) -> bool:
    """Whether a form is the name of a state or land, also in the genitive ("Deutschlands")."""
    return form in _words("country") or form.removesuffix("s") in _words("country")


def is_government_seat(form: str) -> bool:
    """Whether a form is a city whose name stands for a government ("Berlin fordert Härte")."""
    return form in _words("government_seat") or form.removesuffix("s") in _words("government_seat")


@lru_cache(maxsize=1 << 14)
def animacy(form: str, name: bool = False) -> Animacy:
    """Return what a noun or name stands for.

    Persons are found by a list, by a feminine in the table (Lehrer – Lehrerin) and by the inflection of nominalised
    adjectives; institutions by their heads; places by their entry. "unknown" for words no table knows.

    Args:
        form: the form as written.
        name: the form is a proper name (tag NE), so that "Koch" is a person and "Essen" a place.

    >>> [animacy(w) for w in ("Verteidigungsminister", "Bundesregierung", "Köln", "Krieg", "Abgeordneten")]
    ['person', 'institution', 'place', 'other', 'person']
    >>> animacy("Essen"), animacy("Essen", name=True)
    ('other', 'place')
    """
    if (is_party(form) or is_organisation(form)) and (name or form not in _words("ambiguous_names")):
        return "institution"
    if is_country(form) or is_government_seat(form):
        return "place"
    if any(mark in form for mark in ("*in", ":in", "_in", "/-in", "Innen")):
        return "person"
    readings = noun_readings(form) if name else common_readings(form)
    named = [reading for reading in readings if reading.kind in ("person_name", "place_name")]
    if name and (named or not (_listed(form) or _compound(form))):
        return _animacy_of(named[0]) if named else "unknown"
    found = (own for reading in _likeliest(form, readings) if (own := _animacy_of(reading)) != "other")
    return next(found, "other" if readings else "unknown")


def _likeliest(form: str, readings: tuple[NounReading, ...]) -> tuple[NounReading, ...]:
    """Keep the readings in which a form is its own lemma, where there are such ("Rate" is no dative of "Rat")."""
    return tuple(reading for reading in readings if reading.lemma == form) or readings


def _animacy_of(reading: NounReading) -> Animacy:
    if reading.kind == "person_name":
        return "person"
    if reading.kind == "place_name":
        return "place"
    heads = tuple(_heads(reading.lemma))
    if not _words("person").isdisjoint(heads):
        return "person"
    if reading.lemma in _words("institution_word") or not _words("institution").isdisjoint(heads):
        return "institution"
    masculine = any(a.gender == "m" for a in reading.agreements)
    if reading.kind == "adjectival":
        return "person" if masculine or any(a.number == "pl" for a in reading.agreements) else "other"
    return "person" if any(_has_other_sex(head) for head in _own_and_longest(heads)) else "other"


def _heads(lemma: str) -> Iterator[str]:
    """Yield a lemma and its possible last parts, longest first; what comes before a last part has three letters."""
    yield lemma
    for start in range(1, len(lemma) - 2 if len(lemma) <= _LONGEST else 0):
        after_hyphen = lemma[start - 1] == "-"
        if after_hyphen or (start >= 3 and lemma[start].islower() and lemma[start - 1].isalpha()):
            yield lemma[start].upper() + lemma[start + 1 :]


def _own_and_longest(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return a lemma and its longest last part that the table lists."""
    longest = next((head for head in heads[1:] if len(head) > 4 and _listed(head)), None)
    return (heads[0],) if longest is None else (heads[0], longest)


_UMLAUT: Final = str.maketrans("aouAOU", "äöüÄÖÜ")


@lru_cache(maxsize=1 << 14)
def _has_other_sex(lemma: str) -> bool:
    """Whether the table has a feminine in -in of a listed masculine, or the masculine of a feminine."""
    if len(lemma) < 4 or not _listed(lemma) or lemma in _words("not_person"):
        return False
    stem = lemma.removesuffix("e")
    if lemma.endswith("in") and not lemma.endswith("ein") and _is_feminine(lemma):
        return any(_is_masculine(male) for male in (lemma[:-2], lemma[:-2] + "e"))
    feminines = (stem + "in", stem[:1] + stem[1:].translate(_UMLAUT) + "in", stem.translate(_UMLAUT) + "in")
    return _is_masculine(lemma) and any(_is_feminine(feminine) for feminine in feminines)


def _is_masculine(lemma: str) -> bool:
    return any(Agreement("nom", "m", "sg") in reading.agreements for reading in _listed(lemma))


def _is_feminine(lemma: str) -> bool:
    return any(Agreement("nom", "f", "sg") in reading.agreements for reading in _listed(lemma))


def can_act(form: str) -> bool:
    """Whether a noun or name can be an actor: a person, an institution, or a place that stands for its government.

    >>> can_act("Moskau"), can_act("Gewerkschaft"), can_act("Zinssatz")
    (True, True, False)
    """
    return is_country(form) or is_government_seat(form) or animacy(form) in ("person", "institution")


def is_part_of_time(form: str) -> bool:
    """Whether a noun names a part of a time ("Ende Mai"), but with an article mostly one of something else.

    >>> is_part_of_time("Ende"), is_part_of_time("Montag")
    (True, False)
    """
    return form in _words("time_parts")


@lru_cache(maxsize=1 << 13)
def is_temporal(form: str) -> bool:
    """Whether a noun names a time, so that its accusative can be adverbial ("den ganzen Tag", "Montag").

    >>> is_temporal("Montagabend"), is_temporal("Jahres"), is_temporal("Bundestag"), is_temporal("Vorstandsvorsitzende")
    (True, True, False, False)
    """
    lemmas = {form, *(reading.lemma for reading in noun_readings(form))}
    heads = {head for lemma in lemmas for head in _heads(lemma)}
    if heads & _words("not_temporal") or not heads & _words("temporal"):
        return False
    return animacy(form) not in {"person", "institution"}
