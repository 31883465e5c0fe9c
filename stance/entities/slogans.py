"""Slogans that are names: „die Initiative Rettet unsere Türme", „das Bündnis Wir für Holm".

A tagged Doc flows in; the words of a slogan behind a noun for bodies get the tag of names. Before the finite verb a
slogan runs up to it; behind it ends with its own object or prepositional phrase, so that what the verb wants is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from stance.entities.people import FINITE_TAGS, NOUNS, is_described
from stance.entities.renaming import rename
from stance.german import nominal, verbs
from stance.german.meaning import animacy, begins_slogan, is_called_by_slogan

_STOPS: Final = frozenset({",", ".", ";", ":", "!", "?"})
_ADVERBS: Final = frozenset({"ADV", "ADJD", "PTKNEG", "PTKVZ", "PROAV"})
_BEFORE_NOUN: Final = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD"})
_PREPOSITIONS: Final = frozenset({"APPR", "APPRART"})
_LONGEST: Final = 8


def join_slogans(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of the words of a slogan behind a noun for a body.

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    for i in (i for i, text in enumerate(texts[:-1]) if i > 1 and text[:1].isupper() and _opens(doc[i])):
        body = doc[i - 1]
        named = animacy(body.text) == "institution" or is_called_by_slogan(body.text)
        if named and body.tag_ == "NN" and is_described(body) and not doc[i].is_sent_start:
            for part in doc[i : _end(doc, i)]:
                rename(part)


def _opens(token: Token) -> bool:
    """Whether a word in capitals begins slogans: an imperative of several, or a word of a list („Wir", „Kein")."""
    if begins_slogan(token.text):
        return True
    bids = token.text.endswith("t") and not nominal.listed(token.text) and token.tag_ not in FINITE_TAGS - {"VVFIN"}
    return bids and any(form.kind == "imperative" for form in verbs.analyse(token.lower_))


def _end(doc: Doc, start: int) -> int:
    """Where the slogan ends that begins at a token."""
    opened = any(doc[t].tag_ in FINITE_TAGS for t in _back(doc, start - 1))
    return _own_end(doc, start) if opened else _before_verb(doc, start) or _own_end(doc, start)


def _back(doc: Doc, token: int) -> Iterator[int]:
    """The tokens before one, back to the last punctuation."""
    while token >= 0 and doc[token].text not in _STOPS:
        yield token
        if doc[token].is_sent_start:
            return
        token -= 1


def _before_verb(doc: Doc, start: int) -> int:
    """The finite verb behind a slogan, before which it ends; 0 where there is none.

    A pronoun in it has a verb of its own („das Bündnis Wir bleiben hier lehnt das ab").
    """
    found: list[int] = []
    for token in doc[start + 1 : start + 1 + _LONGEST]:
        if token.text in _STOPS:
            break
        if token.tag_ in FINITE_TAGS:
            found.append(token.i)
    own = len(found) > 1 and found[0] == start + 1
    return found[1] if own else found[0] if found else 0


def _own_end(doc: Doc, start: int) -> int:
    """Where a slogan ends by itself: behind its adverbs and its noun phrase, and behind one with a preposition.

    An imperative that has its noun phrase needs no more („verlangt die Initiative Rettet die Linde vom Rat Auskunft").
    """
    end = start + 1
    while end < len(doc) and doc[end].tag_ in _ADVERBS and doc[end].text.islower():
        end += 1
    noun = _noun_end(doc, end)
    bidding = not begins_slogan(doc[start].text)
    end = noun or end
    placed = end < len(doc) and doc[end].tag_ in _PREPOSITIONS and not (bidding and noun)
    return (_noun_end(doc, end + 1) or end) if placed else end


def _noun_end(doc: Doc, start: int) -> int:
    """Where a noun phrase ends that begins at a token, 0 where none does."""
    end = start
    while end < len(doc) and doc[end].tag_ in _BEFORE_NOUN:
        end += 1
    return end + 1 if end < len(doc) and doc[end].tag_ in NOUNS else 0
