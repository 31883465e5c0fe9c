"""Two people named in a row, of whom one does something to the other: „warf Lamm Holm Verrat vor".

A tagged Doc with entities flows in; what the recogniser took for one person is parted where the text names two others
in full, or where a word behind a name is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from spacy.attrs import TAG
from spacy.tokens import Doc, Span

from stance.entities.renaming import rename
from stance.german import nominal
from stance.german.given_names import is_given_name
from stance.tagging.dense import column

_FULL: Final = 2


def part_people(doc: Doc) -> None:
    """End entities of people before somebody else and before who is no person by name.

    Args:
        doc: the tagged Doc with entities; its entities and the tags of parted nouns are changed.
    """
    known = _full_names(doc)
    parted = [span for ent in doc.ents for span in _parted(ent, known)]
    if any(new is not old for new, old in zip(parted, doc.ents, strict=False)):
        doc.set_ents(parted, default="outside")


def find_people_in_a_row(doc: Doc) -> None:
    """Make two people of the surnames of two that stand right behind each other.

    Args:
        doc: the Doc with corrected tags; its entities are changed.
    """
    found = set(_in_a_row(doc, _full_names(doc)))
    if found:
        others = [ent for ent in doc.ents if found.isdisjoint(range(ent.start, ent.end))]
        doc.set_ents(sorted((*others, *(Span(doc, i, i + 1, "PER") for i in found))), default="outside")


def _full_names(doc: Doc) -> dict[str, str]:
    """Surname → the words before it, of those named with a given name."""
    people = (ent for ent in doc.ents if ent.label_ == "PER" and len(ent) >= _FULL and is_given_name(ent[0].text))
    return {ent[-1].text: ent[:-1].text for ent in people}


def _parted(ent: Span, known: Mapping[str, str]) -> Iterator[Span]:
    """An entity, or the two that it is; a noun behind a name gets its tag."""
    last = ent[-1]
    if ent.label_ != "PER" or len(ent) < _FULL:
        yield ent
    elif _is_somebody_else(ent, known):
        yield Span(ent.doc, ent.start, last.i, "PER")
        yield Span(ent.doc, last.i, ent.end, "PER")
    elif _is_described(last.text):
        rename(last, "NN")
        yield Span(ent.doc, ent.start, last.i, "PER")
    else:
        yield ent


def _is_somebody_else(ent: Span, known: Mapping[str, str]) -> bool:
    """Whether the last word is the surname of one person of the text, and what stands before it means another."""
    before, last = ent[-2].text, ent[-1].text
    if before not in known or last not in known or before == last:
        return False
    return len(ent) == _FULL or known[before] == ent[:-2].text


def _is_described(form: str) -> bool:
    """Whether a word is a participle or adjective for people in a form that no surname has („Reisenden")."""
    return form.endswith("n") and {reading.kind for reading in nominal.listed(form)} == {"adjectival"}


def _in_a_row(doc: Doc, known: Mapping[str, str]) -> Iterator[int]:
    """The surnames of two people that stand right behind each other, without what is the end of a full name."""
    if len(known) < _FULL:
        return
    tags = column(doc, TAG)
    long = [ent for ent in doc.ents if len(ent) > 1]
    inside, last = {token.i for ent in long for token in ent}, {ent.end - 1 for ent in long if ent.label_ == "PER"}
    for i, (tag, other) in enumerate(pairwise(tags)):
        a, b = doc[i].text, doc[i + 1].text
        if (
            tag == other == "NE"
            and a in known
            and b in known
            and a != b
            and i + 1 not in inside
            and i not in inside - last
        ):
            yield from (i + 1,) if i in last else (i, i + 1)
