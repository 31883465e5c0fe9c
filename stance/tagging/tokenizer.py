"""Text to tokens, as German newspapers write and as STTS counts: spaCy's tokenizer ``stance.german_tokenizer.v1``.

A text flows in, a Doc with exactly the same text flows out. One regular expression finds candidates from left to right;
a full stop is kept with the word before it where that is an abbreviation, an initial, an ordinal or a date. Guidelines:
Schiller, Teufel, Stöckert & Thielen (1999), and Beißwenger et al. (EmpiriST 2015) for web text. Decided here: "z. B."
is two tokens and "z.B." one; "5%" is two; a slash splits words (SPD/Grüne) but not fixed names (CDU/CSU), truncated
words (Haus-/Hof) or forms for all genders (Lehrer/-innen); "geht's" is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from stance.german import closed
from stance.german.given_names import is_given_name

_MARK: Final = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f"
_LETTER: Final = r"[^\W\d_]"
_CHAR: Final = rf"[\w{_MARK}]"
_GENDER: Final = r"(?:[*:·]|/-?)(?:innen|in|r|n|e|s|m|er|en|es)(?![\w])|[*:·]in(?:nen)?\w+"
_ELISION: Final = (
    rf"['’ʼ´`](?={_LETTER}{{1,4}}(?![\w'’]))\w+|(?<=[A-ZÀ-Þ])['’ʼ](?=[A-ZÀ-Þ])\w+|(?<=\b[dl])['’ʼ](?=[A-ZÀ-Þ])\w+"
)
_PIECE: Final = rf"{_CHAR}+(?:(?:{_GENDER})|{_ELISION}|&(?=[A-Z])\w+)*"
_HYPHEN: Final = "[-‐‑]"
_CUT: Final = rf"{_HYPHEN}(?:/{_PIECE}(?:{_HYPHEN}{_PIECE})*|(?![\w\-]))"
_WORD: Final = rf"{_PIECE}(?:{_HYPHEN}(?:/-?)?{_PIECE})*(?:{_CUT})?"
_UNIT: Final = rf"{_HYPHEN}(?={_LETTER}){_WORD}|–(?={_LETTER}){_WORD}|-\d+(?:[.,:]\d+)*|%ig{_CHAR}+"
_FIGURES: Final = rf"\d+(?:[.,:/’']\d+)*(?:{_UNIT}|{_CHAR}*{_LETTER}{_CHAR}*(?:{_HYPHEN}{_PIECE})*{_HYPHEN}?)?"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern that finds the candidates; the name of the group that matched says what it is."""
    domain = "|".join(sorted(closed.internet_domains()))
    unsplit = "|".join(sorted(map(re.escape, closed.unsplit_words()), key=len, reverse=True))
    letter_run = rf"(?:{_LETTER}\.)"
    return re.compile(
        "|".join(
            (
                r"(?P<space>\s+)",
                r"(?P<url>(?:https?://|www\.)[^\s<>„“”\"«»]+)",
                r"(?P<mail>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)",
                rf"(?P<domain>\b(?:[\w-]{{1,63}}\.){{1,4}}(?:{domain})\b(?:/[^\s<>„“”\"«»]*)?(?:-{_WORD})?)",
                r"(?P<tag>[#@](?=[^\W\d])\w+)",
                rf"(?P<unsplit>\b(?:{unsplit})\b(?:-{_WORD})?)",
                rf"(?P<letters>\b{letter_run}{{2,}}(?:-{_WORD})?)",
                r"(?P<date>\b\d{1,2}\.(?:\d{1,2}\.(?:\d{4}|\d{2})\b|(?:\d{1,2}\.)(?!\d)))",
                rf"(?P<number>{_FIGURES})",
                r"(?P<clipped>(?<![\w)])['’ʼ](?:s|n|ne|nen|nem|ner|ran|raus|rein|rauf|runter|rum)(?![\w'’]))",
                rf"(?P<suffix>(?<![\w)\-])-(?=[a-zäöüß]){_WORD})",
                rf"(?P<word>{_WORD})",
                r"(?P<smiley>[:;8][-o^]?[()DPp](?![\w(]))",
                r"(?P<entity>&(?:amp|lt|gt|quot|nbsp|#\d+);)",
                r"(?P<run>''|``|(?P<mark>[.!?=*~_\-])(?P=mark)+)",
                r"(?P<other>.)",
            )
        ),
        re.DOTALL,
    )


_TRAILING: Final = re.compile(r"[.,;:!?)\]}'’“”»…]+$")
_ROMAN: Final = re.compile(r"[IVXLC]{1,7}")
_ORDINAL: Final = re.compile(r"\d{1,3}")
_NEXT: Final = re.compile(r"[ \t\u00a0\u202f]*(\n[ \t]*)?([^\W\d_][\w-]*|\d|\S|\Z)")
_S_SOUND: Final = "sxzßSXZ"
_BREAKS: Final = ("", ".", ":", ";", "!", "?")
_OPENERS: Final = "‚‘"
_OPENING: Final = frozenset('„»‚›"“(')
_CLOSERS: Final = "‘’'"


class GermanTokenizer(DummyTokenizer):
    """Splits German text into tokens without losing a character.

    Whitespace follows spaCy: a single blank belongs to the token before it, all other whitespace is a token of its own.
    Lone surrogates, which spaCy cannot store, become U+FFFD; offsets stay as they are.

    Args:
        vocab: the vocabulary of the pipeline.

    >>> import spacy
    >>> nlp = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": "stance.german_tokenizer.v1"}}})
    >>> [t.text for t in nlp("Am 12. Februar sagte Dr. Merz: „Wir geben 5% mehr.“")]
    ['Am', '12.', 'Februar', 'sagte', 'Dr.', 'Merz', ':', '„', 'Wir', 'geben', '5', '%', 'mehr', '.', '“']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in split(_storable(text)):
            if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[type[GermanTokenizer], tuple[Vocab]]:
        return GermanTokenizer, (self.vocab,)


@registry.tokenizers("stance.german_tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], GermanTokenizer]:
    """Return what makes the tokenizer of a pipeline."""

    def create(nlp: Language) -> GermanTokenizer:
        return GermanTokenizer(nlp.vocab)

    return create


def _storable(text: str) -> str:
    """Replace lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def split(text: str) -> Iterator[str]:
    """Yield the tokens of a text and the whitespace between them; joined they are the text.

    >>> list(split("z. B. Bürger*innen"))
    ['z.', ' ', 'B.', ' ', 'Bürger*innen']
    """
    match = _pattern().match
    position, previous, opened = 0, "", 0
    while position < len(text):
        found = match(text, position)
        assert found is not None
        end = _end(found, text, previous, opened)
        piece = text[position:end]
        if "\n" in piece:
            opened = 0
        elif piece in _OPENERS or (piece == "'" and _opens(text, position)):
            opened += 1
        elif opened and piece in _CLOSERS:
            opened -= 1
        yield piece
        position = end
        if not piece.isspace():
            previous = piece
        elif "\n" in piece:
            previous = ""


def _opens(text: str, position: int) -> bool:
    """Whether a straight single quote stands before a word and after none."""
    return text[position + 1 : position + 2].isalnum() and not text[position - 1 : position].isalnum()


def _end(found: re.Match[str], text: str, previous: str, opened: int) -> int:
    """Return where the token that begins with a match ends."""
    kind, end = found.lastgroup, found.end()
    if kind == "mark":
        kind = "run"
    if kind in ("url", "domain"):
        trailing = _TRAILING.search(text, found.start(), end)
        return trailing.start() if trailing and trailing.start() > found.start() else end
    if kind == "date":
        return end if text[end - 1] != "." or _continues(text, end) else end - 1
    if kind == "letters":
        return _letters_end(text, found.start(), end)
    if kind not in ("word", "number"):
        return end
    following = text[end : end + 1]
    if following == "." and text[end + 1 : end + 2] != "." and _keeps_stop(text, found[0], end, previous):
        return _with_second(text, end + 1)
    if following and following in "'’ʼ" and not opened and text[end - 1] in _S_SOUND and kind == "word":
        return end + 1 if _is_genitive_mark(text, end) else end
    return end


def _with_second(text: str, end: int) -> int:
    """Take in the second half of "12./13." and "Dr.-Ing."."""
    second = re.compile(rf"/\d{{1,2}}\.|-{_WORD}\.?").match(text, end)
    return second.end() if second else end


def _is_genitive_mark(text: str, end: int) -> bool:
    """Whether an apostrophe after an s-sound marks a genitive: a word follows ("Merz' Pläne")."""
    rest = text[end + 1 : end + 3]
    return not rest or (rest[0] in " \u00a0" and (rest[1:].isalnum() or rest[1:] in _OPENING)) or rest[0] in ",.;:!?)“"


def _letters_end(text: str, start: int, end: int) -> int:
    """Return the end of "z.B.", "U.S.-Präsident", "J.P."; an unknown run at the end of a paragraph loses its stop."""
    if text[end - 1] != "." or closed.is_abbreviation(text[start:end]):
        return end
    return end if _next(text, end) or closed.may_end_sentence(text[start:end]) else end - 1


def _keeps_stop(text: str, form: str, end: int, previous: str) -> bool:
    """Whether the full stop at an offset belongs to the word before it."""
    dotted = form + "."
    last = form.rsplit("-", 1)[-1]
    if closed.is_abbreviation(dotted):
        return True
    after = _next(text, end + 1)
    if closed.is_number_abbreviation(dotted) and (after[:1].isdigit() or previous[:1].isdigit()):
        return True
    if _ORDINAL.fullmatch(form):
        return _is_ordinal(after, text, end + 1, previous)
    if len(form) == 1 and form.isalpha():
        return _is_single_letter_abbreviation(form, after, previous)
    if _ROMAN.fullmatch(form):
        return bool(after) and (previous[:1].isupper() or after[:1].islower() or closed.is_ordinal_noun(after))
    return len(last) <= 4 and last != form and closed.is_abbreviation(last + ".")


def _next(text: str, position: int) -> str:
    """Return the next word or character, "" at the end of the text or of a paragraph."""
    found = _NEXT.match(text, position)
    if not found or not found[2]:
        return ""
    return "" if found[1] and not found[2][0].islower() else found[2]


def _continues(text: str, position: int) -> bool:
    """Whether a sentence goes on after a full stop: with a small letter, a digit or a mark inside a sentence."""
    after = _next(text, position)
    return (
        after[:1].islower() or after[:1].isdigit() or after[:1] in tuple(",;:–—-/)%(") or closed.is_ordinal_noun(after)
    )


def _is_ordinal(after: str, text: str, position: int, previous: str) -> bool:
    """Whether one to three figures with a full stop are an ordinal, by the words beside them."""
    if not after:
        return False
    if after[0].islower() or after[0] in ",/–-" or closed.is_ordinal_noun(after):
        return True
    if after[0].isupper():
        return closed.is_before_ordinal(previous) or previous in _BREAKS
    return after[0].isdigit() and text[position : position + 1] != " "


def _is_single_letter_abbreviation(letter: str, after: str, previous: str) -> bool:
    """Whether a single letter with a full stop is an initial or part of an abbreviation ("z. B.", "J. K. Rowling")."""
    if not after or closed.takes_letter(previous):
        return False
    if letter.islower():
        return True
    if after[0] == "(" and is_given_name(previous):
        return True  # „Carla B. (63)"
    return after[0].isalpha() or after[0] in ",-–" or previous.endswith(".")
