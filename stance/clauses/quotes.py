"""Direct quotations: a tokenised Doc becomes a list of quotations with their marks.

Pairs of „…“ »…« «…» "…" ‚…‘ ›…‹ are matched with a stack, so that they nest and run over sentences. A mark without a
partner quotes to the end of its paragraph (closer missing) or, when it closes, from the start of its paragraph. A
quotation that holds no verb and only few words is a scare quote or a title and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from spacy.attrs import ORTH
from spacy.tokens import Doc

from stance.clauses.graph import Quote
from stance.tagging.dense import column

#: Opening mark → the marks that may close it.
CLOSERS: Final = {
    "„": '“”"',
    "“": "”",
    "”": "”",
    "»": "«",
    "«": "»",
    '"': '"“”',
    "‚": "‘’'",
    "‘": "’",
    "›": "‹",
    "‹": "›",
    "``": "''",
}
#: Every quotation mark.
MARKS: Final = frozenset(CLOSERS) | frozenset("".join(CLOSERS.values())) | {"''"}
#: Marks that close in German usage, and so open only when nothing is open and a word follows without a space.
_MOSTLY_CLOSING: Final = frozenset("“”‘’")
_SINGLE: Final = frozenset("‚‘’'›‹") | {"''"}
_FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_SCARE_WORDS: Final = 6
_SCARE_TOKENS: Final = 20
_MAX_OPEN: Final = 32


@attrs.define
class _Open:
    token: int
    mark: str


def is_mark(text: str) -> bool:
    """Whether a token is a quotation mark."""
    return text in MARKS


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """All quotations of a Doc, outer before inner, by first token.

    Args:
        doc: a Doc with sentence starts; tags make scare quotes recognisable.

    Returns:
        Quotations with token offsets, marks included.
    """
    found: list[tuple[int, int, int | None, int | None]] = []
    texts = column(doc, ORTH)
    for start, end in _paragraphs(texts):
        found.extend(_match(doc, texts, start, end))
    found.sort(key=lambda quote: (quote[0], -quote[1]))
    return _nest(doc, found)


def _paragraphs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, text in enumerate(texts):
        if "\n" in text:
            if i > start:
                yield start, i
            start = i + 1
    if start < len(texts):
        yield start, len(texts)


def _match(doc: Doc, texts: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int, int | None, int | None]]:
    stack: list[_Open] = []
    for i in range(start, end):
        text = texts[i]
        if not is_mark(text):
            continue
        depth = next((d for d in range(len(stack) - 1, -1, -1) if text in CLOSERS[stack[d].mark]), None)
        if depth is not None and not _reopens(doc, i, text, stack):
            opened = stack[depth]
            del stack[depth:]
            yield opened.token, i + 1, opened.token, i
        elif text in CLOSERS and _can_open(doc, i, end, text):
            stack.append(_Open(i, text))
            del stack[:-_MAX_OPEN]
        elif text not in _SINGLE and not stack and i > start:
            yield start, i + 1, None, i
    for opened in stack:
        if opened.mark not in _SINGLE and opened.mark not in _MOSTLY_CLOSING:
            yield opened.token, end, opened.token, None


def _reopens(doc: Doc, i: int, text: str, stack: list[_Open]) -> bool:
    """A straight mark after a space and before a word opens a nested quotation only inside another kind of mark."""
    return text == '"' and stack[-1].mark != '"' and not doc[i].whitespace_ and i > 0 and bool(doc[i - 1].whitespace_)


def _can_open(doc: Doc, i: int, end: int, text: str) -> bool:
    if i + 1 >= end:
        return False
    if text in _MOSTLY_CLOSING or text in _SINGLE:
        return not doc[i].whitespace_ and (i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_punct)
    return True


def _nest(doc: Doc, found: list[tuple[int, int, int | None, int | None]]) -> tuple[Quote, ...]:
    sentences = [(sent.start, sent.end) for sent in doc.sents] if len(doc) else []
    quotes: list[Quote] = []
    enclosing: list[int] = []
    first = 0
    for start, end, opener, closer in found:
        while enclosing and quotes[enclosing[-1]].end <= start:
            enclosing.pop()
        while first < len(sentences) and sentences[first][1] <= start:
            first += 1
        covered = []
        for sentence in sentences[first:]:
            if sentence[0] >= end:
                break
            covered.append(sentence)
        parent = enclosing[-1] if enclosing and quotes[enclosing[-1]].end >= end else None
        quotes.append(Quote(start, end, opener, closer, parent, tuple(covered), _is_scare(doc, start, end)))
        enclosing.append(len(quotes) - 1)
    return tuple(quotes)


def _is_scare(doc: Doc, start: int, end: int) -> bool:
    if end - start > _SCARE_TOKENS:
        return False
    inner = [token for token in doc[start:end] if not token.is_punct and not token.is_space]
    if any(token.tag_ in _FINITE for token in inner):
        return False
    ends_sentence = any(token.text in {".", "!", "?"} for token in doc[start:end])
    return len(inner) <= _SCARE_WORDS and not ends_sentence and not (len(inner) > 1 and _is_framed(doc, start, end))


def _is_framed(doc: Doc, start: int, end: int) -> bool:
    """„Ohne Fleiß kein Preis“, sagte sie: words without a verb that open a sentence before a report of them."""
    opens = doc[start].is_sent_start or (start > 0 and doc[start - 1].is_space and doc[start - 1].is_sent_start)
    after = [token for token in doc[end : end + 3] if not token.is_space]
    reported = len(after) > 1 and after[0].text == "," and (after[1].tag_ in _FINITE or after[1].text == "so")
    return bool(opens) and reported
