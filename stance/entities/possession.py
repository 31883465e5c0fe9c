"""What somebody owns is no part of the owner's name: „Kärntens Landeshauptmann", „Rapids Niederlage".

A tagged Doc with entities flows in; behind a name in the genitive common nouns are tagged as such, and entities end
before them.
"""

from __future__ import annotations

from typing import Final

from spacy.attrs import TAG
from spacy.tokens import Doc, Span, Token

from stance.entities.renaming import rename
from stance.german import nominal
from stance.german.given_names import is_given_name
from stance.german.meaning import animacy, is_branch, is_legal_form
from stance.tagging.dense import column

_COMMON: Final = frozenset({"common", "adjectival"})
_BODIES: Final = frozenset({"ORG", "MISC"})
_BEFORE_NOUN: Final = frozenset({"ART", "ADJA", "APPRART", "CARD", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PRELAT"})
_SHORT: Final = 4


def part_from_owners(doc: Doc) -> None:
    """Give nouns behind the genitive of a name the tag of nouns, and entities the end before them.

    Args:
        doc: the tagged Doc with entities; its tags and entities are changed.
    """
    tags = column(doc, TAG)
    names = [doc[i] for i, tag in enumerate(tags[:-1]) if tag == "NE" or (tag == "NN" and _is_place(doc[i]))]
    pairs = [token for token in names if _is_owner(token) and _is_owned(token.nbor())]
    bodies = {_words(token) for token in names if _is_behind_body(token)}
    owners = [token.i for token in pairs if _words(token) not in bodies]
    for i in owners:
        for token, tag in zip(doc[i : i + 2], ("NE", "NN"), strict=True):
            rename(token, tag)
    inside = {i for i in owners if doc[i].ent_type_ and doc[i + 1].ent_iob_ == "I"}
    if inside:
        doc.set_ents([_up_to_owner(ent, inside) for ent in doc.ents], default="outside")


def _words(token: Token) -> tuple[str, str]:
    return token.text, token.nbor().text


def _is_behind_body(token: Token) -> bool:
    """Whether a noun for a body stands right before a name, which is its own („die Organisation Rights Monitor")."""
    before = None if token.i == 0 else token.nbor(-1)
    return before is not None and before.tag_ == "NN" and animacy(before.text) == "institution"


def _is_place(token: Token) -> bool:
    """Whether a noun without article or attribute is the genitive of a place („Rostocks Trainer")."""
    bare = token.i == 0 or token.is_sent_start or token.nbor(-1).tag_ not in _BEFORE_NOUN
    return bare and animacy(token.text.removesuffix("s"), name=True) == "place"


def _is_owner(token: Token) -> bool:
    """Whether a name may stand in the genitive: one in -s that is no given name and not inside the name of a body."""
    text = token.text
    genitive = len(text) >= _SHORT and text.endswith("s") and text.isalpha() and not text.isupper()
    return genitive and text.istitle() and not is_given_name(text) and token.ent_type_ not in _BODIES


def _is_owned(token: Token) -> bool:
    """Whether a word is a common noun, none that is a surname too, and none that ends the name of a firm."""
    text = token.text
    if not token.is_title or token.tag_ not in ("NE", "NN") or is_branch(text) or is_legal_form(text):
        return False
    readings = nominal.listed(text) or (() if nominal.is_guessed(text) else nominal.compound(text))
    return bool(readings) and {reading.kind for reading in readings} <= _COMMON


def _up_to_owner(ent: Span, owners: set[int]) -> Span:
    """An entity up to the first owner in it."""
    owner = next((token.i for token in ent[:-1] if token.i in owners), None)
    return ent if owner is None else Span(ent.doc, ent.start, owner + 1, ent.label_)
