"""Dense Docs: white space inside sentences out of the way of the analysis, character offsets kept.

A tagged Doc flows in; where double blanks or wrapped lines make tokens of their own, a copy without them flows out, so
that words which follow each other are neighbours in every room. The copy knows where its tokens stand in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

import numpy
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

from stance.tagging.lines import line_breaks

_COPIED: Final = (TAG, POS, LEMMA, MORPH)
_TEXT: Final = "stance_text"
_STARTS: Final = "stance_starts"


def dense(doc: Doc) -> Doc:
    """A Doc without white space inside its sentences: itself, or a copy of its words, tags, lemmas, parse and names.

    Args:
        doc: a tagged Doc. White space between sentences stays, for the paragraphs.

    >>> import spacy
    >>> nlp = spacy.blank("de")
    >>> [token.text for token in dense(nlp("Der  Rat tagt."))]
    ['Der', 'Rat', 'tagt', '.']
    """
    kept = dense_tokens(doc)
    if len(kept) == len(doc):
        return doc
    place = {old: new for new, old in enumerate(kept)}
    tokens = [doc[i] for i in kept]
    spaces = [bool(token.whitespace_) or token.i + 1 not in place for token in tokens]
    copy = Doc(doc.vocab, words=[token.text for token in tokens], spaces=spaces)
    if doc.has_annotation("DEP"):
        heads = [place.get(token.head.i, new) - new for new, token in enumerate(tokens)]
        values = doc.to_array([*_COPIED, DEP])[kept]
        columns = numpy.array(heads, dtype="int64").astype("uint64")
        copy.from_array([*_COPIED, DEP, HEAD], cast("Ints2d", numpy.column_stack((values, columns))))
    else:
        values = doc.to_array([*_COPIED, SENT_START])[kept]
        copy.from_array([*_COPIED, SENT_START], cast("Ints2d", values))
    copy.ents = [_moved(copy, entity, place) for entity in doc.ents]
    copy.user_data = {key: value for key, value in doc.user_data.items() if isinstance(key, str)}
    copy.user_data[_TEXT] = doc.text
    copy.user_data[_STARTS] = [token.idx for token in tokens]
    return copy


def dense_tokens(doc: Doc) -> Sequence[int]:
    """The tokens of a Doc that its dense copy keeps: words, and line breaks that end a paragraph."""
    if _STARTS in doc.user_data or not doc.to_array(IS_SPACE).any():
        return range(len(doc))
    breaks = line_breaks([token.text for token in doc], [bool(token.whitespace_) for token in doc])
    kept: list[int] = []
    opens = True
    for token in reversed(doc):
        if not token.is_space:
            opens = bool(token.is_sent_start)
        elif not (opens and breaks[token.i]):
            continue
        kept.append(token.i)
    return kept[::-1]


def _moved(copy: Doc, entity: Span, place: dict[int, int]) -> Span:
    inside = [place[token.i] for token in entity if token.i in place]
    return Span(copy, inside[0], inside[-1] + 1, entity.label_, kb_id=entity.kb_id_)


def text_of(doc: Doc) -> str:
    """The text that character offsets count in."""
    if _TEXT not in doc.user_data:
        return str(doc.text)
    text: str = doc.user_data[_TEXT]
    return text


def text_between(doc: Doc, start: int, end: int) -> str:
    """The text of tokens that follow each other, with the white space between them; the whole text is not touched.

    Args:
        doc: a Doc, dense or not.
        start: first token.
        end: one past the last token.
    """
    if _TEXT not in doc.user_data:
        return str(doc[start:end].text)
    return text_of(doc)[slice(*characters(doc, start, end))]


def characters(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Character offsets, in the text, of tokens that follow each other.

    Args:
        doc: a Doc, dense or not.
        start: first token.
        end: one past the last token.
    """
    starts = doc.user_data.get(_STARTS)
    first, last = doc[start], doc[end - 1]
    if starts is None:
        return first.idx, last.idx + len(last)
    return starts[start], starts[end - 1] + len(last)
