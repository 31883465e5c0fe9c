"""Ends and labels of entities where the words themselves decide them.

A Doc with tags and entities flows in; the same Doc flows out, with entities that end before what a genitive possesses
(„Moritz’ Anwalt"), with people where a given name stands behind a noun for people („die Managerin Ada Moro"), and
without what is no name („Europäische Führer").
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span

from stance.german import closed, nominal
from stance.german.given_names import is_given_name
from stance.german.meaning import animacy

_APOSTROPHES: Final = ("’", "'")
_FULL: Final = 2


def decide_spans(doc: Doc) -> None:
    """Give a Doc its entities with the ends and labels that the words decide."""
    found = doc.ents
    decided = [_labelled(_ended(ent)) for ent in found if not _is_no_name(ent)]
    if len(decided) < len(found) or any(new is not old for new, old in zip(decided, found, strict=True)):
        doc.set_ents(decided, default="outside")


def _is_no_name(ent: Span) -> bool:
    """Whether an adjective and a noun for people were taken for a person („Europäische Führer")."""
    if ent.label_ != "PER" or [token.tag_ for token in ent] != ["ADJA", "NN"] or is_given_name(ent[0].text):
        return False
    common = any(reading.kind == "common" for reading in nominal.listed(ent[1].text))
    return common and animacy(ent[1].text) == "person"


def _ended(ent: Span) -> Span:
    """An entity up to where its name ends."""
    owner = next((t.i for t in ent[:-1] if t.text.endswith(_APOSTROPHES) and t.nbor().tag_ == "NN"), None)
    if owner is not None:
        return Span(ent.doc, ent.start, owner + 1, ent.label_)
    phrase = next((t.i for t in ent[_FULL:-1] if closed.name_particle(t.text) == "noble"), None)
    articled = phrase is not None and ent.doc[phrase].text == "zu" and phrase + 1 < ent.end - 1  # „zu dem Plan"
    if phrase is None or ent.label_ != "PER" or not (articled or nominal.is_common(ent[-1].text)):
        return ent
    before = ent.doc[phrase - 1].text
    titled = closed.is_noble_title(before) and not closed.is_surname_of_title(before)
    return ent if titled else Span(ent.doc, ent.start, phrase, ent.label_)  # „Rätin Hanna Graf zu dem Plan: …"


def _labelled(ent: Span) -> Span:
    """An entity as a person where a full name that is no known place stands behind a noun for people."""
    if ent.label_ not in ("LOC", "ORG") or len(ent) != _FULL or ent.start == 0:
        return ent
    before = ent.doc[ent.start - 1]
    if before.tag_ != "NN" or animacy(before.text) != "person" or ent[-1].tag_ != "NE":
        return ent
    unknown = ent.label_ == "LOC" and all(animacy(token.text, name=True) != "place" for token in ent)
    return Span(ent.doc, ent.start, ent.end, "PER") if unknown or is_given_name(ent[0].text) else ent
