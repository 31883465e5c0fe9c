"""Gives a token another tag, with the part of speech that goes with it."""

from __future__ import annotations

from spacy.tokens import Token

from stance.tagging.tagger import upos_of


def rename(token: Token, tag: str = "NE") -> None:
    """Change the tag of a token in place, into that of names where no other is given."""
    token.tag_, token.pos_ = tag, upos_of(tag)
