"""Speeches with speaker attribution as SpkAtt-2023 publishes them (task 1, GePaDe).

JSON lines come in: tokenised sentences and annotations whose parts are lists of "sentence:token" ids. Between reading
and writing there are value objects over token indices of the whole speech, and Docs that keep the published tokens.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import attrs
from spacy.tokens import Doc
from spacy.vocab import Vocab

ROLES = ("PTC", "Source", "Message", "Addr", "Topic", "Medium", "Evidence")
PARTS = ("Cue", *ROLES)
_GLUED = frozenset('.,;:!?…)]“”"»')
_OPENING = frozenset("([„«")
_EVERY = 3


class Part(StrEnum):
    """Which speeches are read: every third is held out, by order in the file."""

    DEV = "dev"
    HELD_OUT = "held-out"


@attrs.frozen
class Annotation:
    """One act of speech, thought or writing: token indices of the speech, ascending.

    Attributes:
        parts: (name, tokens) of each part that is filled, named as published ("Cue", "PTC", "Source", …).
        origin: the rule that found it; not published.
    """

    parts: tuple[tuple[str, tuple[int, ...]], ...]
    origin: str = attrs.field(default="", eq=False)

    @classmethod
    def of(cls, origin: str = "", /, **parts: Iterable[int]) -> Annotation:
        """An annotation of the given parts; empty ones are left out.

        >>> Annotation.of(Cue=[3], Source=[]).part("Cue")
        (3,)
        """
        filled = {name: tuple(sorted(set(tokens))) for name, tokens in parts.items()}
        return cls(tuple((name, filled[name]) for name in PARTS if filled.get(name)), origin)

    def part(self, name: str) -> tuple[int, ...]:
        """The tokens of a part, empty where it is not filled."""
        return dict(self.parts).get(name, ())


@attrs.frozen
class Speech:
    """A published speech.

    Attributes:
        name: its id.
        words: its tokens.
        sentences: (first, one past last) token of each sentence.
        annotations: its annotations.
    """

    name: str
    words: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    annotations: tuple[Annotation, ...] = ()

    def doc(self, vocab: Vocab) -> Doc:
        """A Doc of exactly these tokens; a sentence that ends in a colon goes on in the next one."""
        starts = {start for start, _ in self.sentences}
        sent_starts: list[bool | int | None] = [
            i in starts and (i == 0 or self.words[i - 1] != ":") for i in range(len(self.words))
        ]
        return Doc(vocab, words=list(self.words), spaces=list(spaces(self.words)), sent_starts=sent_starts)


def spaces(words: Sequence[str]) -> Iterator[bool]:
    """Whether a space follows each token: none before closing marks, none after opening ones.

    >>> list(spaces(["Ja", ",", "gut", "."]))
    [False, True, False, False]
    """
    for word, following in zip(words, (*words[1:], ""), strict=True):
        yield bool(following) and following not in _GLUED and word not in _OPENING


def read_speeches(path: Path, part: Part) -> Iterator[Speech]:
    """Read the speeches of one part.

    Args:
        path: a file with one JSON speech a line.
        part: every third speech is held out, the others are for development.
    """
    with path.open(encoding="utf-8") as lines:
        for index, line in enumerate(line for line in lines if line.strip()):
            if (index % _EVERY == _EVERY - 1) == (part is Part.HELD_OUT):
                yield speech(json.loads(line))


def speech(raw: dict[str, Any]) -> Speech:
    """A speech from its published JSON object."""
    lengths = [len(sentence["Tokens"]) for sentence in raw["Sentences"]]
    bounds = list(accumulate(lengths, initial=0))
    first = {str(sentence["SentenceId"]): start for sentence, start in zip(raw["Sentences"], bounds, strict=False)}

    def tokens(ids: Iterable[str]) -> list[int]:
        return [first[sentence] + int(token) for sentence, token in (id.split(":") for id in ids)]

    return Speech(
        name=raw["id"],
        words=tuple(word for sentence in raw["Sentences"] for word in sentence["Tokens"]),
        sentences=tuple(pairwise(bounds)),
        annotations=tuple(
            Annotation.of(**{name: tokens(annotation.get(name) or ()) for name in PARTS})
            for annotation in raw["Annotations"]
        ),
    )
