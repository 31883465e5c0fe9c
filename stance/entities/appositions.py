"""People named behind a comma after what they are: „der Bürgermeister von Palermo, Leoluca Orlando, …".

A tagged Doc with entities flows in; names in that place that the recogniser took for a body or a place, or in part
only, become people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.attrs import TAG
from spacy.tokens import Doc, Span, Token

from stance.german import nominal
from stance.german.meaning import (
    animacy,
    begins_club,
    begins_place,
    is_branch,
    is_country,
    is_legal_form,
    is_organisation,
    is_party,
)
from stance.tagging.dense import column
from stance.tagging.stretches import FINITE, VERB_TAGS

_ENDS: Final = FINITE | {"$,", "$.", "$("}
_CLOSES: Final = VERB_TAGS | {"$,", "$.", "KOUS", "PRELS"}
_LONGEST: Final = 4
_FULL: Final = 2
_ABBREVIATED: Final = 3


def name_people_in_apposition(doc: Doc) -> None:
    """Make people of the names that stand behind a comma after a noun for a person.

    Args:
        doc: the tagged Doc with entities; its entities are changed.
    """
    found = [doc[start:end] for start, end in _names(doc) if _is_person_there(doc, start, end)]
    wrong = [span for span in found if {(e.start, e.end, e.label_) for e in span.ents} != {_as_person(span)}]
    if wrong:
        inside = {token.i for span in wrong for token in span}
        others = [ent for ent in doc.ents if inside.isdisjoint(range(ent.start, ent.end))]
        people = [Span(doc, span.start, span.end, "PER") for span in wrong]
        doc.set_ents(sorted((*others, *people)), default="outside")


def _as_person(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, "PER"


def _names(doc: Doc) -> Iterator[tuple[int, int]]:
    """First and one-past-last tokens of the runs of names that follow a comma and end before another or a verb."""
    tags = column(doc, TAG)
    for start in (i + 1 for i, tag in enumerate(tags[:-1]) if tag == "$," and tags[i + 1] == "NE"):
        end = start
        while end < len(tags) and doc[end].text[:1].isupper() and (tags[end] == "NE" or _is_unknown(doc[end])):
            end += 1
        if _FULL <= end - start <= _LONGEST and (end == len(tags) or tags[end] in _ENDS):
            yield start, end


def _is_unknown(token: Token) -> bool:
    """Whether a word that no lexicon lists was taken for a noun („die Leiterin des Hauses, Okke Dirksen, …")."""
    return token.tag_ == "NN" and not nominal.listed(token.text) and animacy(token.text) == "other"


def _is_person_there(doc: Doc, start: int, end: int) -> bool:
    """Whether a name that is none of a known body or place stands behind what a person is."""
    return not any(_is_body(token) for token in doc[start:end]) and _is_behind_person(doc[start - 1])


def _is_body(token: Token) -> bool:
    text = token.text
    body = is_organisation(text) or is_party(text) or is_country(text) or is_legal_form(text) or is_branch(text)
    place = begins_place(text, behind_preposition=False) or (token.ent_type_ == "LOC" and _is_place(text))
    return body or place or begins_club(text) or (text.isupper() and len(text) >= _ABBREVIATED)


def _is_place(text: str) -> bool:
    return animacy(text, name=True) == "place"


def _is_behind_person(comma: Token) -> bool:
    """Whether a noun for a person stands before a comma, with no verb and no other comma between."""
    for i in range(comma.i - 1, comma.sent.start - 1, -1):
        token = comma.doc[i]
        if token.tag_ in _CLOSES:
            return False
        if token.tag_ == "NN" and animacy(token.text) == "person":
            return i < comma.i - 1
    return False
