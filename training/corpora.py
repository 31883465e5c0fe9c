"""Readers of the training corpora: every file becomes sentences of forms with STTS and UPOS where they are gold.

CoNLL-U, the one-line UPOS format of UD_German-GSD, the EmpiriST verticals and the named entities of GermEval 2014 flow
in; `Sentence` objects flow out, with contractions (im, zur, beim) as one token as the pipeline's tokeniser has them.
The tag set is that of Schiller, Teufel & Stöckert 1999 in its TIGER form.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from stance.german import nominal

EMPIRIST_TO_STTS = {
    "PAV": "PROAV",
    "ADR": "XY",
    "AKW": "VVFIN",
    "ADVART": "ADV",
    "DM": "ITJ",
    "EML": "XY",
    "EMOASC": "XY",
    "EMOIMG": "XY",
    "HST": "NE",
    "ONO": "ITJ",
    "PTKIFG": "ADV",
    "PTKMA": "ADV",
    "PTKMWL": "ADV",
    "URL": "XY",
    "VVPPER": "VVFIN",
    "VAPPER": "VAFIN",
    "VMPPER": "VMFIN",
    "PPERPPER": "PPER",
    "KOUSPPER": "KOUS",
}
SENTENCE_END = {".", "!", "?", "…"}
QUOTES = set("„“”»«›‹\"'‚‘’") | {"``", "''"}


@attrs.frozen
class Sentence:
    """One sentence as parallel columns.

    Attributes:
        words: The forms, one per token.
        tags: STTS per token; an empty string where the corpus has none.
        upos: Universal tag per token; an empty string where the corpus has none.
        spaces: Whether white space follows the token.
        finite: Whether the treebank calls the token a finite verb; None where it does not say.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    upos: tuple[str, ...]
    spaces: tuple[bool, ...]
    finite: tuple[bool | None, ...]


def _sentence(rows: list[tuple[str, str, str, bool, bool | None]]) -> Sentence:
    words, tags, upos, spaces, finite = zip(*rows, strict=True)
    return Sentence(words, tags, upos, spaces, finite)


def read_conllu(path: Path) -> list[Sentence]:
    """Read a UD treebank of German, contractions joined to one APPRART.

    Args:
        path: A CoNLL-U file.

    Returns:
        Its sentences in order. `tags` holds XPOS as written, with PAV renamed to PROAV.
    """
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows: list[tuple[str, str, str, bool, bool | None]] = []
        covered = 0
        for line in block.splitlines():
            if not line or line.startswith("#"):
                continue
            index, form, _, upos, xpos, feats, _, _, _, misc = line.split("\t")
            space = "SpaceAfter=No" not in misc
            if "-" in index:
                covered = int(index.split("-")[1])
                rows.append((form, "APPRART", "ADP", space, False))
            elif "." not in index and int(index) > covered:
                tag = "PROAV" if xpos == "PAV" else xpos
                rows.append((form, tag, upos, space, "VerbForm=Fin" in feats or "Mood=" in feats))
        if rows:
            sentences.append(_sentence(rows))
    return sentences


def read_upos_lines(path: Path) -> list[Sentence]:
    """Read the one-sentence-a-line format ``form##UPOS``; ``form##_`` heads the two parts of a contraction.

    Args:
        path: The file.

    Returns:
        Sentences without STTS; contractions are one token with the universal tag ADP.
    """
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        rows: list[tuple[str, str, str, bool, bool | None]] = []
        skip = 0
        for item in line.split():
            form, _, upos = item.rpartition("##")
            if skip:
                skip -= 1
                continue
            if upos == "_":
                skip = 2
                upos = "ADP"
            rows.append((form, "APPRART" if skip else "", upos, True, None))
        if rows:
            sentences.append(_sentence(rows))
    return sentences


def read_empirist(path: Path) -> list[Sentence]:
    """Read the EmpiriST verticals, with its tags for chat mapped to standard STTS.

    Args:
        path: The ``.vrt`` file.

    Returns:
        Its sentences in order.
    """
    sentences = []
    rows: list[tuple[str, str, str, bool, bool | None]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("</s>") and rows:
            sentences.append(_sentence(rows))
            rows = []
        elif (line and not re.match(r"</?[a-z?]", line)) or line.startswith("<\t"):
            form, tag, upos = line.split("\t")[:3]
            rows.append((form, _standard(form, EMPIRIST_TO_STTS.get(tag, tag)), upos, True, None))
    return sentences


def read_entities(path: Path) -> list[Sentence]:
    """Read the named entities of GermEval 2014: names of persons and places are NE, all other tags are left open.

    A place whose form the noun table knows as a common noun only ("Hauptbahnhof") is left open too.

    Args:
        path: The file with ``form _ _ entity`` a line.

    Returns:
        Its sentences in order.
    """
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [(line.split()[0], line.split()[-1]) for line in block.splitlines() if line.count(" ") == 3]
        if rows:
            words = tuple(form for form, _ in rows)
            tags = tuple("NE" if _is_name(form, entity) else "" for form, entity in rows)
            open_tags = ("",) * len(rows)
            sentences.append(Sentence(words, tags, open_tags, (True,) * len(rows), (None,) * len(rows)))
    return sentences


def _is_name(form: str, entity: str) -> bool:
    """Whether a form inside an entity is a proper noun by itself."""
    if not form[:1].isupper() or not form.replace("-", "").isalpha():
        return False
    if entity == "B-LOC":
        readings = nominal.noun_readings(form)
        return not readings or any(reading.kind == "place_name" for reading in readings)
    return entity in {"B-PER", "I-PER"}


def _standard(form: str, tag: str) -> str:
    if form in {":", ";"}:
        return "$."
    if form in {"…", "..."} or form in QUOTES:
        return "$("
    return tag


def read_raw(path: Path) -> Iterator[str]:
    """Paragraphs of a raw text file, gzipped or not; lines that start with ``#`` are headings of the collection.

    Args:
        path: The file.

    Yields:
        Each paragraph without surrounding white space.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.strip()
            if text and not text.startswith("#"):
                yield text
