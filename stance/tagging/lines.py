"""Lines of plain text: which line breaks only wrap a paragraph to a width and which end one.

The tokens of a text flow in, the whitespace tokens that wrap flow out. A text is taken for wrapped to a width where its
lines fill it: they end about where the longest does, or as late as the next word allows, and most of them end inside a
sentence. A heading, a list or one sentence a line does not look like that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

_NARROWEST: Final = 50
_WIDEST: Final = 140
_FEWEST: Final = 3
_SHARE: Final = 0.9
_FILLED: Final = 0.8
_MOST_ENDED: Final = 0.5
_FINAL: Final = (".", "!", "?", "…", ":", "“", "”", "«", '"')


@attrs.frozen
class _Line:
    """A line: its characters, those of the word after it, whether it ends like a sentence, and its single break."""

    length: int
    following: int
    ended: bool
    break_at: int | None

    def fills(self, width: int) -> bool:
        """Whether it ends about at a width, or its next word would not have fitted in."""
        return self.length >= _FILLED * width or self.length + 1 + self.following > width


def soft_breaks(words: Sequence[str], spaces: Sequence[bool]) -> frozenset[int]:
    """The whitespace tokens that only wrap a paragraph.

    Args:
        words: the tokens of a text, whitespace tokens included.
        spaces: whether a blank follows each token.

    Returns:
        Token indices; none for a text that is not wrapped.

    >>> text = ["Der", "Rat", "tagt", "heute", "in", "Kassel", ".", "\\n", "Es", "geht", "um", "Geld", "."]
    >>> soft_breaks(text, [True] * len(text))
    frozenset()
    """
    lines = list(_lines(words, spaces))
    width = max((line.length for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return frozenset()
    single = [line for line in lines if line.break_at is not None]
    full = [line for line in single if line.fills(width)]
    ended = sum(line.ended for line in full)
    if len(single) < _FEWEST or len(full) < _SHARE * len(single) or ended > _MOST_ENDED * len(full):
        return frozenset()
    return frozenset(line.break_at for line in full if line.break_at is not None)


def _lines(words: Sequence[str], spaces: Sequence[bool]) -> Iterator[_Line]:
    column = length = 0
    last = ""
    for index, (word, space) in enumerate(zip(words, spaces, strict=True)):
        breaks = breaks_in(word)
        if breaks:
            following = _first_word(words, spaces, index + 1)
            yield _Line(length, following, last.endswith(_FINAL), index if breaks == 1 else None)
            column = length = 0
            continue
        column += len(word)
        if word.strip():
            length, last = column, word
        column += space
    yield _Line(length, 0, last.endswith(_FINAL), None)


def breaks_in(word: str) -> int:
    """How many line breaks a whitespace token has; a paragraph separator counts as two."""
    if word.strip():
        return 0
    returns = word.count("\r") if "\n" not in word else 0
    return word.count("\n") + returns + 2 * word.count("\u2029")


def _first_word(words: Sequence[str], spaces: Sequence[bool], start: int) -> int:
    """Characters from a token to the next white space."""
    length = 0
    for index in range(start, len(words)):
        if not words[index].strip():
            break
        length += len(words[index])
        if spaces[index]:
            break
    return length


def line_breaks(words: Sequence[str], spaces: Sequence[bool]) -> list[int]:
    """How many line breaks each token has; those that only wrap count as none.

    >>> line_breaks(["Titel", "\\n\\n", "Text"], [False, False, False])
    [0, 2, 0]
    """
    soft = soft_breaks(words, spaces)
    return [0 if index in soft else breaks_in(word) for index, word in enumerate(words)]
