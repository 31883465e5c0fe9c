"""Dense Docs: white space inside sentences out of the way of the analysis, character offsets kept.

A tagged Doc flows in; where double blanks or wrapped lines make tokens of their own, a copy without them flows out, so
that words which follow each other are neighbours in every room. The copy knows where its tokens stand in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

import numpy
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

from stance.tagging.lines import breaks_in, soft_breaks

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
    forms = doc.to_array([SPACY, IDX])[kept]
    texts = column(doc, ORTH)
    words = [texts[i] for i in kept]
    apart = numpy.diff(numpy.asarray(kept), append=len(doc)) > 1
    copy = Doc(doc.vocab, words=words, spaces=((forms[:, 0] > 0) | apart).tolist())
    if doc.has_annotation("DEP"):
        heads = [place.get(doc[old].head.i, new) - new for new, old in enumerate(kept)]
        values = doc.to_array([*_COPIED, DEP])[kept]
        columns = numpy.array(heads, dtype="int64").astype("uint64")
        copy.from_array([*_COPIED, DEP, HEAD], cast("Ints2d", numpy.column_stack((values, columns))))
    else:
        values = doc.to_array([*_COPIED, SENT_START])[kept]
        copy.from_array([*_COPIED, SENT_START], cast("Ints2d", values))
    copy.ents = [_moved(copy, entity, place) for entity in doc.ents]
    copy.user_data = {key: value for key, value in doc.user_data.items() if isinstance(key, str)}
    copy.user_data[_TEXT] = doc.text
    copy.user_data[_STARTS] = forms[:, 1].tolist()
    return copy


def dense_tokens(doc: Doc) -> Sequence[int]:
    """The tokens of a Doc that its dense copy keeps: words, and line breaks that end a paragraph."""
    whole = range(len(doc))
    spaces: list[int] = [] if _STARTS in doc.user_data else doc.to_array(IS_SPACE).nonzero()[0].tolist()
    if not spaces:
        return whole
    ends = _paragraph_ends(doc, spaces)
    left_out = set(spaces) - ends
    return [i for i in whole if i not in left_out] if left_out else whole


def _paragraph_ends(doc: Doc, spaces: Sequence[int]) -> set[int]:
    """The white space that breaks a line before a sentence, without what only wraps a paragraph."""
    starts = doc.to_array(SENT_START) == 1
    opening: set[int] = set()
    for i in reversed(spaces):
        if i + 1 in opening or i + 1 == len(doc) or starts[i + 1]:
            opening.add(i)
    breaks = {i: breaks_in(doc[i].text) for i in opening}
    if 1 in breaks.values():
        soft = soft_breaks([token.text for token in doc], [bool(token.whitespace_) for token in doc])
        breaks = {i: count for i, count in breaks.items() if i not in soft}
    return {i for i, count in breaks.items() if count}


def _moved(copy: Doc, entity: Span, place: dict[int, int]) -> Span:
    inside = [place[token.i] for token in entity if token.i in place]
    return Span(copy, inside[0], inside[-1] + 1, entity.label_, kb_id=entity.kb_id_)


def column(doc: Doc, attribute: int) -> list[str]:
    """One attribute of every token as strings, without a look at each token.

    Args:
        doc: a Doc.
        attribute: an attribute of ``spacy.attrs`` whose values are strings, as ``ORTH`` or ``TAG``.

    >>> import spacy
    >>> column(spacy.blank("de")("Der Rat tagt."), ORTH)
    ['Der', 'Rat', 'tagt', '.']
    """
    strings = doc.vocab.strings
    return [strings[key] for key in doc.to_array(attribute).tolist()]


def set_column(doc: Doc, attribute: int, values: Sequence[str]) -> None:
    """Set one attribute of every token, without a look at each token.

    Args:
        doc: a Doc.
        attribute: an attribute of ``spacy.attrs`` whose values are strings, as ``LEMMA`` or ``TAG``.
        values: its value for each token.

    >>> import spacy
    >>> doc = spacy.blank("de")("Der Rat tagt.")
    >>> set_column(doc, TAG, ["ART", "NN", "VVFIN", "$."])
    >>> [token.tag_ for token in doc]
    ['ART', 'NN', 'VVFIN', '$.']
    """
    keys = {value: doc.vocab.strings.add(value) for value in set(values)}
    doc.from_array([attribute], cast("Ints2d", numpy.array([keys[value] for value in values], dtype="uint64")))


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
