"""From tokens to mentions: a set of token indices becomes character spans with clean edges.

Gaps that hold only punctuation are closed, gaps that hold words split the mention; punctuation is stripped from the
edges, and quotation marks stand in pairs or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc

from stance.clauses.quotes import CLOSERS, is_mark
from stance.model import Mention, SpanSet
from stance.tagging.dense import characters, text_between

_BRACKETS: Final = {"(": ")", "[": "]"}
_GAP: Final = 2
_QUOTED: Final = 8
_KEEP_AT_END: Final = frozenset({"…", "...", "%", "€", "$"})


def is_silent(doc: Doc, token: int) -> bool:
    """Whether a token is punctuation, a mark or white space."""
    return is_silent_form(doc[token].text)


@lru_cache(maxsize=1 << 14)
def is_silent_form(form: str) -> bool:
    """Whether a form is punctuation, a mark or white space."""
    return not any(char.isalnum() or char in "%€$§&" for char in form)


def runs(doc: Doc, tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Maximal token ranges (end exclusive) in which gaps of punctuation and one conjunction are closed.

    Args:
        doc: the Doc.
        tokens: token indices in any order.
    """
    found: list[tuple[int, int]] = []
    for token in sorted(set(tokens)):
        if found and _is_closed(doc, found[-1][1], token):
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def _is_closed(doc: Doc, start: int, end: int) -> bool:
    words = [gap for gap in range(start, end) if not is_silent(doc, gap)]
    return not words or (len(words) == 1 and doc[words[0]].tag_ == "KON" and end - start <= _GAP)


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A token range without punctuation at its edges, quotation marks and brackets in pairs or not at all.

    Args:
        doc: the Doc.
        start: first token.
        end: one past the last token.
    """
    while start < end:
        if _drops_first(doc, start, end):
            start += 1
        elif _drops_last(doc, start, end):
            end -= 1
        else:
            break
    return _complete(doc, start, end)


def _drops_first(doc: Doc, start: int, end: int) -> bool:
    text = doc[start].text
    if text in _BRACKETS:
        return not any(doc[i].text == _BRACKETS[text] for i in range(start + 1, end))
    if is_mark(text):
        return text not in CLOSERS or not any(doc[i].text in CLOSERS[text] for i in range(start + 1, end))
    return is_silent(doc, start)


def _drops_last(doc: Doc, start: int, end: int) -> bool:
    text = doc[end - 1].text
    inner = range(start, end - 1)
    if text in _BRACKETS.values():
        return not any(_BRACKETS.get(doc[i].text) == text for i in inner)
    if is_mark(text):
        return not any(text in CLOSERS.get(doc[i].text, "") for i in inner)
    return is_silent(doc, end - 1) and text not in _KEEP_AT_END


def _complete(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take in both marks of a quotation that is covered but for its marks, or those whose partner is covered."""
    if start >= end:
        return start, end
    opens = start > 0 and doc[start - 1].text in CLOSERS
    closes = end < len(doc) and opens and doc[end].text in CLOSERS[doc[start - 1].text]
    if opens and closes and not any(is_mark(doc[i].text) for i in range(start, end)):
        return start - 1, end + 1
    if opens and _is_unopened(doc, start, end):
        start -= 1
    end = _closed(doc, start, end)
    return start, end + _leaves_bracket(doc, start, end)


def _leaves_bracket(doc: Doc, start: int, end: int) -> bool:
    """Whether the bracket right behind a range closes one that opens in it („die Regulierungsbehörde (BNA" + ")")."""
    if end >= len(doc) or doc[end].text not in _BRACKETS.values():
        return False
    opener = next(mark for mark, closer in _BRACKETS.items() if closer == doc[end].text)
    texts = [doc[i].text for i in range(start, end)]
    return texts.count(opener) > texts.count(doc[end].text)


def _is_unopened(doc: Doc, start: int, end: int) -> bool:
    """Whether the first mark of a range closes what the mark before it opens („„No-Go" dürfe es nicht geben")."""
    first = next((i for i in range(start, end) if is_mark(doc[i].text)), None)
    opener = doc[start - 1]
    return first is not None and doc[first].text in CLOSERS[opener.text] and not opener.whitespace_


def _closed(doc: Doc, start: int, end: int) -> int:
    """The end of a range that does not end inside quoted words („eine „Zeitungsente" + ")."""
    opened: int | None = None
    for token in range(start, end):
        if opened is not None and doc[token].text in CLOSERS[doc[opened].text]:
            opened = None
        elif doc[token].text in CLOSERS and not doc[token].whitespace_:
            opened = token
    if opened is None:
        return end
    for token in range(end, min(end + _QUOTED, len(doc))):
        if doc[token].is_sent_start or doc[token].is_space:
            return end
        if doc[token].text in CLOSERS[doc[opened].text]:
            return token + 1
    return end


def clean(doc: Doc, tokens: Iterable[int]) -> tuple[int, ...]:
    """The tokens of a mention: gaps of punctuation closed, edges trimmed.

    Args:
        doc: the Doc.
        tokens: token indices in any order.
    """
    kept: list[int] = []
    for start, end in runs(doc, tokens):
        start, end = trim(doc, start, end)
        kept.extend(range(start, end))
    return tuple(sorted(set(kept)))


def ranges(tokens: Sequence[int]) -> list[tuple[int, int]]:
    """Maximal runs of adjacent tokens, ends exclusive.

    >>> ranges([1, 2, 4])
    [(1, 3), (4, 5)]
    """
    found: list[tuple[int, int]] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def mention(doc: Doc, tokens: Sequence[int]) -> Mention | None:
    """The mention that tokens make, None for no tokens.

    Args:
        doc: the Doc.
        tokens: ascending token indices, as :func:`clean` gives them.
    """
    parts: list[tuple[tuple[int, int], str]] = []
    for start, end in ranges(tokens):
        span = characters(doc, start, end)
        if span[0] < span[1]:
            parts.append((span, text_between(doc, start, end)))
    if not parts:
        return None
    return Mention(" … ".join(text for _, text in parts), SpanSet(tuple(span for span, _ in parts)))
