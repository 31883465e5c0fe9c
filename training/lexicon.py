"""Builds the word tables of ``stance/german/data``: verbs from spacy-lookups-data, nouns from german-nouns.

Flows in: the installed packages ``spacy-lookups-data`` (MIT) and ``ablaut`` (MIT or Apache-2.0), and the file
``nouns.csv`` of the package ``german-nouns`` (CC BY-SA 4.0, from Wiktionary). Flows out: the compressed tables that
:mod:`stance.german` reads. Run, in this order, ``python training/lexicon.py verbs``,
``python training/lexicon.py nouns PATH/nouns.csv`` and ``python training/lexicon.py lemmas``.
"""

from __future__ import annotations

import csv
import gzip
import json
import lzma
import math
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from stance.german import nominal, verbs
from stance.german.nominal import encode
from stance.german.tables import SortedTable, read_data, words
from stance.tagging import lemmas

DATA = Path(__file__).resolve().parent.parent / "stance" / "german" / "data"
_INFINITIVE = re.compile(r"[a-zäöüß]{2,}(en|ern|eln|un|tun)")


def _lookup(name: str) -> dict[str, object]:
    """Return one table of spacy-lookups-data."""
    raw = files("spacy_lookups_data").joinpath("data", f"{name}.json.gz").read_bytes()
    table: dict[str, object] = json.loads(gzip.decompress(raw))
    return table


def write_table(name: str, block: bytes) -> None:
    """Compress a block into the data folder and say how large it is."""
    packed = lzma.compress(block, preset=9 | lzma.PRESET_EXTREME)
    (DATA / name).write_bytes(packed)
    print(f"{name}: {block.count(chr(10).encode())} lines, {len(block)} bytes, {len(packed)} compressed")


# --- verbs -----------------------------------------------------------------------------------------------------------


def verb_lemmas() -> list[str]:
    """Return all verb lemmas, the most frequent first.

    A candidate is a value of the lemma table that looks like an infinitive. It counts as a verb when frequent text has
    at least two further forms of it that only a verb has: participles listed as lemmas ("abgefangen") fall out. What
    the table lacks is mined from the frequent forms themselves.
    """
    frequency = {form: math.exp(float(str(value))) for form, value in _lookup("de_lexeme_prob").items()}
    forms_of: dict[str, set[str]] = {}
    for form, listed in _lookup("de_lemma_lookup").items():
        forms_of.setdefault(re.sub("^miß", "miss", str(listed)), set()).add(form)
    kept = {
        lemma
        for lemma in forms_of
        if _INFINITIVE.fullmatch(lemma) and _is_verb(lemma, forms_of[lemma], frequency) and not _old(lemma, forms_of)
    }
    listed = verbs.exceptions()
    kept -= _participles(kept) - set(words(read_data("verb_exceptions")["like_participles"]))
    kept |= {
        *listed.extra,
        *listed.inseparable,
        *listed.two_way,
        *listed.separable,
        *listed.variants,
    }
    kept |= {"sein", "tun"}
    kept |= _mined(kept, frequency)
    kept |= _combined(kept, frequency)
    kept -= set(words(read_data("verb_exceptions")["drop"]))
    kept -= _participles(kept) - set(words(read_data("verb_exceptions")["like_participles"]))
    weight = {lemma: _weight(lemma, frequency) for lemma in kept}
    return sorted(weight, key=lambda lemma: (-weight[lemma], lemma))


def _own_forms(lemma: str) -> dict[str, set[str]]:
    """Return the one-word forms of a verb by kind and person; {} for what is no infinitive."""
    try:
        paradigm = verbs.paradigm(lemma)
    except ValueError:
        return {}
    forms: dict[str, set[str]] = {}
    for form in paradigm:
        if (form.particle is None or form.joined) and form.kind != "present_participle":
            forms.setdefault(f"{form.kind} {form.tense} {form.mood} {form.person} {form.number}", set()).add(form.form)
    return forms


def _is_verb(lemma: str, listed: set[str], frequency: Mapping[str, float]) -> bool:
    """Whether a lemma has forms in use that only a verb has."""
    own = set().union(*_own_forms(lemma).values()) - {lemma}
    return len(own & listed) >= 2 or sum(form in frequency for form in own) >= 2


def _old(lemma: str, known: Collection[str]) -> bool:
    """Whether a lemma is in a spelling other than today's, which is known too."""
    modern = {lemma.replace("ß", "ss"), lemma.replace("ss", "ß"), _umlauts(lemma), re.sub("eren$", "ern", lemma)}
    return any(other in known for other in modern - {lemma}) and lemma not in _BOTH_SPELLINGS


_BOTH_SPELLINGS = frozenset({"büßen", "maßen", "reißen", "weisen"})
_NEEDED = (
    "finite present indicative 3 sg",
    "participle None None None None",
)
_HELPFUL = (
    "finite past indicative 3 sg",
    "finite past indicative 3 pl",
    "finite present indicative 1 sg",
    "zu_infinitive None None None None",
)


def _umlauts(word: str) -> str:
    return word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")


def _participles(lemmas: set[str]) -> set[str]:
    """Return the lemmas that are the participle of another one ("gekommen")."""
    slot = _NEEDED[1]
    return {form for lemma in lemmas for form in _own_forms(lemma).get(slot, ()) if form != lemma and form in lemmas}


def _mined(known: set[str], frequency: Mapping[str, float]) -> set[str]:
    """Return infinitives among the frequent forms, four of whose own forms are frequent and of no known verb."""
    taken = {form for lemma in known for own in _own_forms(lemma).values() for form in own}
    found = set()
    for lemma in frequency:
        if not _INFINITIVE.fullmatch(lemma) or lemma in taken or lemma.startswith("ge") or _old(lemma, known):
            continue
        forms = _own_forms(lemma)
        seen = {slot for slot, own in forms.items() if any(form in frequency for form in own)}
        new = {form for own in forms.values() for form in own if form in frequency and form not in taken}
        enough = all(slot in seen for slot in _NEEDED) and sum(slot in seen for slot in _HELPFUL) >= 2
        if enough and len(new) >= 4 and re.sub("zu(?=[a-z])", "", lemma, count=1) not in taken:
            found.add(lemma)
    return found


def _combined(known: set[str], frequency: Mapping[str, float]) -> set[str]:
    """Return the verbs of known particles and bases whose infinitive and participle or zu-form are frequent."""
    ways = {way for lemma in known for way in verbs.split(lemma)}
    bases = {base for _, base in ways}
    particles = {particle for particle, _ in ways if particle is not None}
    found = set()
    for lemma in frequency:
        parts = [(p, lemma[len(p) :]) for p in particles if lemma.startswith(p) and lemma[len(p) :] in bases]
        if not parts or lemma in known or not (forms := _own_forms(lemma)):
            continue
        seen = any(form in frequency for slot in (_NEEDED[1], _HELPFUL[3]) for form in forms.get(slot, ()))
        if seen and not _old(lemma, known) and any(way in parts for way in verbs.split(lemma)):
            found.add(lemma)
    return found


_WEIGHED = (*_NEEDED, *_HELPFUL, "infinitive None None None None")


def _weight(lemma: str, frequency: Mapping[str, float]) -> float:
    """Return how frequent the forms are in which a verb stands in one word, those left out that look like a noun."""
    forms = _own_forms(lemma)
    slots = [slot for slot in _WEIGHED if not slot.endswith("1 sg")]
    return sum(frequency.get(form, 0.0) for form in set().union(*(forms.get(slot, set()) for slot in slots)))


def build_verbs() -> None:
    """Write the verb tables."""
    infinitives = verb_lemmas()
    forms, particles = verbs.pack_lexicon(infinitives)
    write_table("verbs.xz", forms)
    write_table("particle_verbs.xz", particles)
    print(f"{len(infinitives)} verbs")


# --- nouns -----------------------------------------------------------------------------------------------------------

_CASE_COLUMNS = ("nominativ", "akkusativ", "dativ", "genitiv")
_SINGLE_WORD = re.compile(r"[A-ZÄÖÜ][\wÄÖÜäöüßéèàâêîôûçñ'’.-]*")


def noun_table(path: Path) -> Iterator[tuple[str, str]]:
    """Yield form and readings for all single-word nouns and names of ``nouns.csv``.

    Args:
        path: the file of the package german-nouns.
    """
    codes: dict[str, dict[str, None]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if _SINGLE_WORD.fullmatch(row["lemma"]) and not {"Affix", "Suffix"} & set(row["pos"].split(",")):
                for form, code in _noun_codes(row):
                    if _SINGLE_WORD.fullmatch(form):
                        codes.setdefault(form, {}).setdefault(encode(form, row["lemma"], code))
    for form, own in codes.items():
        yield form, " ".join(own)


def _noun_codes(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (form, code) of one row: gender or p, then a hexadecimal mask of the cases; A, N, T name the class."""
    pos = row["pos"].split(",")
    lemma = row["lemma"]
    genders = [row[f"genus{number}"] for number in ("", " 1", " 2", " 3", " 4") if row[f"genus{number}"]]
    if "adjektivische Deklination" in pos:
        yield from ((form, f"A{gender}") for gender in genders for form in sorted(_cells_of(row)))
        return
    letter = "T" if "Toponym" in pos else "N" if {"Vorname", "Nachname"} & set(pos) else ""
    masks: dict[tuple[str, str], int] = {}
    for bit, case in enumerate(_CASE_COLUMNS):
        for gender, form in _case_forms(row, case, genders):
            masks[form, gender] = masks.get((form, gender), 0) | 1 << bit
    if not masks and letter:
        gender = (genders or ["n" if letter == "T" else "x"])[0]
        masks = {(lemma, gender): 7} if not lemma.endswith("s") else {(lemma, gender): 15}
        if not lemma.endswith(("s", "x", "z", "ß")):
            masks[lemma + "s", gender] = 8
    yield from ((form, f"{letter}{gender}{mask:x}") for (form, gender), mask in masks.items())


def _cells_of(row: Mapping[str, str]) -> set[str]:
    return {value for column, value in row.items() if value and column.split()[0] in _CASE_COLUMNS}


def _case_forms(row: Mapping[str, str], case: str, genders: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (gender or p, form) for one case; numbered forms belong to the gender of the same number."""
    for column, form in row.items():
        if not form or not column.startswith(case):
            continue
        if "plural" in column:
            yield "p", form
            continue
        number = column[-1]
        numbered = row.get(f"genus {number}") if number.isdigit() else None
        for gender in [numbered] if numbered else genders:
            yield gender, form


def build_nouns(path: Path) -> None:
    """Write the noun table."""
    write_table("nouns.xz", SortedTable.pack(noun_table(path)))


# --- lemmas ----------------------------------------------------------------------------------------------------------

_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}")
_ADJECTIVE_END = ("e", "en", "em", "er", "es")


def lemma_table() -> Iterator[tuple[str, str]]:
    """Yield form and edit for the words whose lemma the rules of :mod:`stance.tagging.lemmas` would get wrong."""
    for form, value in _lookup("de_lemma_lookup").items():
        own = str(value)
        if _ADJECTIVE.fullmatch(form) and _ADJECTIVE.fullmatch(own) and not _is_verb_pair(form, own):
            if (form == own and form.endswith(_ADJECTIVE_END)) or lemmas.regular_adjective(form, "ADJA") != own:
                yield form, _edit(form, own)
        elif form[:1].isupper() and form[1:].islower() and own[:1].isupper() and own != nominal.noun_lemma(form):
            known = {reading.lemma for reading in nominal.common_readings(form)}
            if not known or (own in known and form not in known):
                yield form, _edit(form, own)


def _is_verb_pair(form: str, own: str) -> bool:
    """Whether the lookup table reads a form as a verb; participles are adjectives here."""
    return any(reading.kind == "infinitive" for reading in verbs.analyse(own)) and form != own


def _edit(form: str, own: str) -> str:
    return encode(form, own, "").removeprefix("/")


def build_lemmas() -> None:
    """Write the table of lemmas that no rule gives; the verb and noun tables come first."""
    write_table("lemmas.xz", SortedTable.pack(lemma_table()))


def main(arguments: list[str]) -> None:
    """Build the tables named on the command line."""
    match arguments:
        case ["verbs"]:
            build_verbs()
        case ["nouns", path]:
            build_nouns(Path(path))
        case ["lemmas"]:
            build_lemmas()
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
