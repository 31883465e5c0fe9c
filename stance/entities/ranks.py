"""Degrees and ranks before names: „Chefarzt Prof. Dr. med. Kemal Aydin", „Gutachterin Dr. Eva Holm".

A tagged Doc with entities and its forms flow in; the words of degrees and ranks, and the noun for a person before them,
get the tag of nouns and are no entities, the unknown words behind them get the tag of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import Final

from spacy.tokens import Doc, Span, Token

from stance.entities.people import NOUNS, WRONG
from stance.entities.renaming import rename
from stance.german import closed, nominal
from stance.german.meaning import animacy

_NAME: Final = 2


def name_behind_ranks(doc: Doc, texts: Sequence[str]) -> None:
    """Decide the words around degrees and ranks: nouns up to them, a name behind them.

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    stretches = list(_stretches(doc, texts))
    for ranks in stretches:
        for token in ranks:
            rename(token, "NN")
        if ranks.start > 0 and not ranks[0].is_sent_start and _is_office(doc[ranks.start - 1]):
            rename(doc[ranks.start - 1], "NN")
        for token in takewhile(_begins_name, doc[ranks.end : ranks.end + _NAME]):
            rename(token)
    _end_entities(doc, {token.i for ranks in stretches for token in ranks})


def _stretches(doc: Doc, texts: Sequence[str]) -> Iterator[Span]:
    """The degrees and ranks in a row that stand before a name."""
    end = 0
    for start in (i for i, text in enumerate(texts) if closed.is_rank(text)):
        if start < end:
            continue
        end = start + 1
        while end < len(doc) and (closed.is_rank(texts[end]) or closed.is_degree(texts[end])):
            end += 1
        if end < len(doc) and not doc[end].is_sent_start and _begins_name(doc[end]):
            yield doc[start:end]


def _end_entities(doc: Doc, ranks: Set[int]) -> None:
    """Take degrees and ranks out of the entities that begin with them."""
    if not any(ent.start in ranks for ent in doc.ents):
        return
    starts = [next((t.i for t in ent if t.i not in ranks), ent.end) for ent in doc.ents]
    kept = zip(doc.ents, starts, strict=True)
    doc.set_ents([Span(doc, start, ent.end, ent.label_) for ent, start in kept if start < ent.end], default="outside")


def _begins_name(token: Token) -> bool:
    """Whether a word with a capital is a name, or unknown."""
    unknown = token.tag_ in WRONG and nominal.is_guessed(token.text)
    return token.text[:1].isupper() and not token.is_upper and (token.tag_ == "NE" or unknown)


def _is_office(token: Token) -> bool:
    """Whether a noun for a person was taken for another word."""
    common = any(reading.kind == "common" for reading in nominal.noun_readings(token.text))
    return token.tag_ in (WRONG | NOUNS) - {"NN"} and token.is_title and common and animacy(token.text) == "person"
