"""The words of German noun phrases: case, gender and number of determiners, adjectives, nouns and pronouns.

A word form flows in, the set of its possible agreements flows out; the empty set means "unknown". Noun inflection comes
from a table made from Wiktionary (CC BY-SA 4.0, see ``data/NOUNS-LICENSE.md``); compounds are read by their longest
known last part, other unknown nouns by their ending. Inflection classes follow Duden, Die Grammatik (2022), §§ 400–600.
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
    "Case",
    "Declension",
    "Gender",
    "NounReading",
    "Number",
    "PronounReading",
    "adjective",
    "common_readings",
    "compound",
    "declension_after",
    "determiner",
    "listed",
    "noun",
    "noun_lemma",
    "noun_readings",
    "pronoun",
    "pronoun_lemma",
]

_TABLE = "nouns.xz"
_SHORT: Final = 4
_ABSTRACT: Final = ("heit", "keit", "schaft", "ismus", "tät")
_TAIL: Final = 7
"""Letters that a participle behind a noun has at least ("suchend")."""
_PART: Final = 4
"""Letters that each part of a compound has at least."""
_NONE: Final[frozenset[Agreement]] = frozenset()
_COLUMNS: Final[tuple[tuple[Gender | None, Number], ...]] = (("m", "sg"), ("n", "sg"), ("f", "sg"), (None, "pl"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words(read_data("nominal")[name]))


def _small(form: str) -> str:
    return form[:1].lower() + form[1:]


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
    if small in _words("uninflected"):
        return _Determiner(ALL, frozenset({"strong"}))
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
    return None


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

LONGEST: Final = 100
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
    >>> [r.lemma for r in noun_readings("34-Jährigen")]
    ['34-Jähriger']
    """
    if len(form) > LONGEST:
        return ()
    return (
        (_nominalised(form) if form in _words("adjectival_nouns") or _is_aged(form) else listed(form))
        or _respelled(form)
        or _participial(form)
        or compound(form)
        or _nominalised(form)
        or _by_ending(form)
    )


def listed(form: str) -> tuple[NounReading, ...]:
    """Return the readings of a noun form that stands in the table; () when it does not.

    >>> [reading.lemma for reading in listed("Häuser")], listed("Ministerhäuser")
    (['Haus'], ())
    """
    value = _table().get(form)
    return tuple(_decode(form, entry) for entry in value.split(" ")) if value else ()


def is_common(form: str) -> bool:
    """Whether the table has a word as a common noun, and as no surname and no place.

    >>> is_common("Moose"), is_common("Sommer")
    (True, False)
    """
    return {reading.kind for reading in listed(form)} == {"common"}


@lru_cache(maxsize=1 << 14)
def is_guessed(form: str) -> bool:
    """Whether a noun is known by no more than an ending of at most four letters, as unknown surnames are.

    Endings that make abstract nouns tell enough.

    >>> is_guessed("Tisch"), is_guessed("Bahngesellschaft"), is_guessed("Untätigkeit"), is_guessed("Krombholz")
    (False, False, False, True)
    """
    if listed(form) or form.endswith(_ABSTRACT):
        return False
    heads = (form[start].upper() + form[start + 1 :] for start in range(3, len(form) - _SHORT) if form[start].islower())
    return not any(listed(head) for head in heads)


def ends_in_name(form: str) -> bool:
    """Whether a compound that no table knows has a name for one part, or ends as names of castles and places do.

    >>> ends_in_name("Reifenstein"), ends_in_name("Lippe-Hohn"), ends_in_name("Vogelliste")
    (True, True, False)
    """
    parts = form.split("-")
    if len(parts) > 1:
        return any(not is_common(part) for part in parts)
    return not listed(form) and form.endswith(tuple(_words("ends_of_places")))


def _respelled(form: str) -> tuple[NounReading, ...]:
    """Read an old or Swiss spelling ("Prozeß", "Strasse")."""
    modern = form.replace("ß", "ss") if "ß" in form else form.replace("ss", "ß")
    return listed(modern) if modern != form else ()


def compound(form: str) -> tuple[NounReading, ...]:
    """Read a compound by its longest known last part, which is at least three letters long."""
    if len(form) > LONGEST:
        return ()
    cut = form.rfind("-") + 1
    if cut and (last := form[cut : cut + 1].upper() + form[cut + 1 :]):
        return tuple(attrs.evolve(r, lemma=form[:cut] + r.lemma) for r in listed(last) or compound(last))
    for start in range(3, len(form) - 2):
        if not form[start].islower():
            continue
        head = form[start].upper() + form[start + 1 :]
        found = tuple(r for r in listed(head) if r.kind in ("common", "adjectival"))
        found = tuple(r for r in found if r.lemma not in _words("rare_last_parts"))
        if found:
            return tuple(attrs.evolve(r, lemma=form[:start] + _small(r.lemma)) for r in found)
    return ()


def _participial(form: str) -> tuple[NounReading, ...]:
    """Read a noun made from a present participle, also behind a noun: "die Teilnehmenden", "Gewerbetreibende"."""
    for ending in ("em", "en", "er", "es", "e"):
        stem = _small(form).removesuffix(ending)
        if not stem.endswith("end") or not form.endswith(ending) or stem in _words("noun_before_end"):
            continue
        if any(_is_participle(tail, ("present_participle",)) for tail in _tails(stem)):
            return (NounReading(form.removesuffix(ending) + "er", _adjectival(form), "adjectival"),)
    return ()


def _tails(stem: str) -> Iterator[str]:
    """A stem, and what may be left of it behind a noun."""
    yield stem
    for start in range(3, len(stem) - _TAIL + 1):
        yield stem[start:]


def _is_participle(stem: str, kinds: Sequence[str]) -> bool:
    return any(reading.kind in kinds for reading in verbs.analyse(stem))


def _is_aged(form: str) -> bool:
    """Whether a noun is somebody by age: "den 34-Jährigen"."""
    return form[:1].isdigit() and "-jährige" in form.lower()


def _nominalised(form: str) -> tuple[NounReading, ...]:
    """Read a noun made from an adjective or verb: "die Vertriebenen", "ein Konservativer", "das Wegsehen"."""
    for ending in ("em", "en", "er", "es", "e"):
        stem = _small(form).removesuffix(ending)
        if ending == "er" and any(reading.kind == "infinitive" for reading in verbs.analyse(f"{stem}en")):
            continue  # „der Anzeiger" is who or what does so
        if form.endswith(ending) and (can_be_adjective(stem) or form in _words("adjectival_nouns")):
            return (NounReading(form.removesuffix(ending) + "er", _adjectival(form), "adjectival"),)
    verb = form.removesuffix("s") if form.endswith("ns") else form
    if any(reading.kind == "infinitive" for reading in verbs.analyse(verb)):
        return (NounReading(verb, _agreements("n", 8 if form.endswith("ns") else 7)),)
    return ()


def can_be_adjective(stem: str) -> bool:
    """Whether a stem in small letters is a participle or ends like an adjective.

    >>> can_be_adjective("ausdrücklich"), can_be_adjective("wutentbrannt"), can_be_adjective("holm")
    (True, True, False)
    """
    participles = (_is_participle(tail, ("participle", "present_participle")) for tail in _tails(stem))
    return any(participles) or any(
        stem.endswith(suffix) for suffix in words(read_data("nominal")["adjective_suffixes"])
    )


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
    readings = listed(form)
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
