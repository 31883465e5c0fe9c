"""Tokens to sentences: the component ``stance_sentences``, which sets where sentences start.

Sentences end at final punctuation that something like a new sentence follows, at the ends of paragraphs and headings,
and not inside a quotation that is closed in its own paragraph: „Wir helfen. Wir zahlen nicht“, sagte er. is one
sentence, because the frame and what it quotes belong together. The tokenizer has already kept the full stops of
abbreviations, ordinals and dates with their words. Runs in linear time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from stance.german import closed
from stance.german.given_names import is_given_name
from stance.tagging.lines import line_breaks

MAX_QUOTE: Final = 150
"""Quotations of more tokens than this are broken into sentences like other text."""

MAX_SENTENCE: Final = 400
"""No sentence has more tokens than this: what comes without any boundary is no sentence, and is cut."""

_FINAL: Final = frozenset({".", "!", "?", "…"})
QUOTE_PAIRS: Final = {
    "„": '“”"',
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "›": "‹",
    "‹": "›",
    "“": "”",
    '"': '"',
    "''": "''",
    "``": "''",
}
_CLOSING: Final = frozenset("“”\"«»‘’'‹›)]}") | {"''"}
_BRACKETS: Final = {"(": ")", "[": "]"}
_BEFORE_OPENING: Final = frozenset({*QUOTE_PAIRS, *_BRACKETS, "–", "—", "-", "/", "…", ":"})
_FINAL_MARKS: Final = frozenset(".!?…")
_MAX_DEPTH: Final = 4
_LETTER_AND_STOP: Final = 2


@attrs.frozen
class _Tokens:
    """What the splitter reads of a Doc: words without whitespace tokens, where they stand, and what is before them."""

    words: tuple[str, ...]
    indices: tuple[int, ...]
    breaks: tuple[int, ...]
    spaced: tuple[bool, ...]


def sentence_starts(words: Sequence[str], spaces: Sequence[bool], max_quote: int = MAX_QUOTE) -> list[bool]:
    """Return for each token whether a sentence starts there.

    Args:
        words: the tokens, whitespace tokens included.
        spaces: whether a blank follows each token.
        max_quote: longest quotation, in tokens, that is kept in one sentence.

    Returns:
        One flag a token; the first is True.

    >>> sentence_starts(["Er", "kam", ".", "Sie", "ging", "."], [True, False, True, True, False, False])
    [True, False, False, True, False, False]
    """
    tokens = _visible(words, spaces)
    inside = _quoted(tokens, max_quote)
    starts = [False] * len(words)
    if starts:
        starts[0] = True
    for position in range(1, len(tokens.words)):
        if _starts(tokens, position, inside[position]):
            starts[tokens.indices[position]] = True
    return starts


def _visible(words: Sequence[str], spaces: Sequence[bool]) -> _Tokens:
    """Leave out the whitespace tokens; keep how many line breaks and whether a blank stood before each word."""
    kept: list[str] = []
    indices: list[int] = []
    breaks: list[int] = []
    spaced: list[bool] = []
    newlines, blank = 0, True
    in_lines = line_breaks(words, spaces)
    for index, word in enumerate(words):
        if not word or word.isspace():
            newlines += in_lines[index]
            blank = True
            continue
        kept.append(word)
        indices.append(index)
        breaks.append(newlines)
        spaced.append(blank)
        newlines, blank = 0, spaces[index]
    return _Tokens(tuple(kept), tuple(indices), tuple(breaks), tuple(spaced))


# --- quotations ------------------------------------------------------------------------------------------------------


def _quoted(tokens: _Tokens, max_quote: int) -> list[bool]:
    """Return for each word whether it stands after an opening mark whose closing mark is in the same paragraph."""
    inside = [False] * len(tokens.words)
    opened: list[tuple[int, str]] = []
    for position, word in enumerate(tokens.words):
        if _new_paragraph(tokens, position):
            opened.clear()
        place = _closes(opened, tokens, position)
        if place is not None:
            start = opened[place][0]
            del opened[place:]
            if position - start <= max_quote:
                inside[start + 1 : position + 1] = [True] * (position - start)
        elif word in QUOTE_PAIRS and _opens(tokens, position):
            opened.append((position, word))
            del opened[:-_MAX_DEPTH]
    return inside


def _opens(tokens: _Tokens, position: int) -> bool:
    """Whether a mark can open a quotation where it stands: no blank after it, one or an opening mark before it."""
    glued = position + 1 < len(tokens.words) and not tokens.spaced[position + 1]
    free = tokens.spaced[position] or tokens.words[position - 1] in _BEFORE_OPENING
    return tokens.words[position] in "„‚" or (glued and free)


def _closes(opened: list[tuple[int, str]], tokens: _Tokens, position: int) -> int | None:
    """Return the place in the stack of the quotation that a mark closes."""
    word = tokens.words[position]
    if word not in _CLOSING:
        return None
    for place in range(len(opened) - 1, -1, -1):
        if word in QUOTE_PAIRS[opened[place][1]] and position > opened[place][0]:
            return place
    return None


# --- boundaries ------------------------------------------------------------------------------------------------------


def _new_paragraph(tokens: _Tokens, position: int) -> bool:
    """Whether the word opens a new paragraph or line of its own; a line that plainly goes on opens none."""
    if not tokens.breaks[position]:
        return False
    if tokens.breaks[position] > 1:
        return True
    before, word = tokens.words[position - 1], tokens.words[position]
    return not (word[0].islower() or before in (",", "-", "(", "„", "»") or word[0] in ",;:.!?)“")


def _starts(tokens: _Tokens, position: int, quoted: bool) -> bool:
    """Whether a sentence starts at a word."""
    if _new_paragraph(tokens, position):
        return True
    if quoted or (tokens.words[position] in _CLOSING and not _opens(tokens, position)):
        return False
    end = position - 1
    while end > 0 and position - end <= _MAX_DEPTH and tokens.words[end] in _CLOSING and not tokens.spaced[end]:
        end -= 1
    return _is_final(tokens, end, position) and _can_start(tokens, position, closed_quote=end < position - 1)


def _is_final(tokens: _Tokens, end: int, position: int) -> bool:
    """Whether the word at ``end`` can end a sentence before the word at ``position``."""
    word = tokens.words[end]
    if word in _FINAL or (len(word) > 1 and _FINAL_MARKS.issuperset(word)):
        return True
    parted = end > 0 and closed.may_end_sentence(tokens.words[end - 1] + word)  # „e. V."
    shortened = parted or closed.may_end_sentence(word) or _is_shortened_surname(tokens, end)
    return shortened and _opens_clearly(tokens.words[position])


def _is_shortened_surname(tokens: _Tokens, end: int) -> bool:
    """Whether a letter stands for the surname behind a given name, as in news from the courts ("Udo R. Er kam.")."""
    word = tokens.words[end]
    letter = len(word) == _LETTER_AND_STOP and word[0].isupper() and word[1] == "."
    return letter and end > 0 and is_given_name(tokens.words[end - 1])


def _opens_clearly(word: str) -> bool:
    """Whether a word with a capital is a function word, so that an abbreviation before it ended the sentence."""
    return word[0].isupper() and closed.is_function_word(word)


def _can_start(tokens: _Tokens, position: int, closed_quote: bool) -> bool:
    """Whether a word can open a sentence: a capital, a figure or an opening mark, not a small letter or a comma."""
    word = tokens.words[position]
    if not tokens.spaced[position] and not word[0].isupper():
        return word in QUOTE_PAIRS and _opens(tokens, position)
    if word[0].isalpha():
        return not word[0].islower()
    if word[0].isdigit():
        return True
    if word in QUOTE_PAIRS or word in _BRACKETS:
        following = next((w for w in tokens.words[position + 1 : position + 3] if w[0].isalnum()), "")
        return not following[:1].islower() or word in QUOTE_PAIRS
    return word[0] in "–—-•*#@§…" and not (closed_quote and word[0] in "–—-") and _next_is_capital(tokens, position)


def _next_is_capital(tokens: _Tokens, position: int) -> bool:
    following = tokens.words[position + 1 : position + 2]
    return bool(following) and not following[0][0].islower()


def bounded(starts: Sequence[bool], longest: int = MAX_SENTENCE) -> list[bool]:
    """The same sentence starts, with more of them wherever there is none for too many tokens.

    >>> bounded([True, False, False, False, True], longest=2)
    [True, False, True, False, True]
    """
    found: list[bool] = []
    length = 0
    for start in starts:
        length = 1 if start or length == longest else length + 1
        found.append(length == 1)
    return found


# --- component -------------------------------------------------------------------------------------------------------


class SentenceSplitter:
    """The pipeline component: sets ``token.is_sent_start`` from the words alone.

    Args:
        max_quote: longest quotation, in tokens, that is kept in one sentence.
    """

    def __init__(self, max_quote: int = MAX_QUOTE) -> None:
        self.max_quote = max_quote

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts of a Doc."""
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        starts = bounded(sentence_starts(words, spaces, self.max_quote))
        if starts:
            flags: Any = numpy.where(numpy.asarray(starts), 1, -1).astype("int64").astype("uint64")
            doc.from_array([SENT_START], flags.reshape(-1, 1))
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is learned, so there is nothing to store."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> SentenceSplitter:
        """Return the component as configured."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing is learned, so there is nothing to store."""

    def from_disk(self, _path: str | Path, **_: Any) -> SentenceSplitter:
        """Return the component as configured."""
        return self


@Language.factory("stance_sentences", assigns=["token.is_sent_start"], default_config={"max_quote": MAX_QUOTE})
def make_sentence_splitter(nlp: Language, name: str, max_quote: int) -> SentenceSplitter:
    """Make the component of a pipeline.

    >>> import spacy
    >>> nlp = spacy.blank("de")
    >>> _ = nlp.add_pipe("stance_sentences")
    >>> [s.text for s in nlp("Am Montag kam er an. Sie blieb.").sents]
    ['Am Montag kam er an.', 'Sie blieb.']
    """
    return SentenceSplitter(max_quote)
