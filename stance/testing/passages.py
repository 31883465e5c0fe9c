"""Passages with gold for discourse: what they are, and passages made of blocks, the same for the same seed.

Blocks (:mod:`stance.testing.scenes`) flow in, :class:`Passage` objects flow out, each item of which knows what it is a
case of, so that what is read wrong can be counted by case.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Final

import attrs

from stance.entities.reader import DEFAULT, load_catalogue
from stance.testing.acts import CUE
from stance.testing.drawing import Choose, chooser
from stance.testing.scenes import Scene, draw_scene
from stance.testing.text import Realisation, write

_TWO_WORDS: Final = re.compile(r"\S+(?: \S+)?")
_WORD: Final = re.compile(r"\W*\w+")


@attrs.frozen
class Item:
    """An act, or a sentence that goes on.

    Attributes:
        at: words of the text where it is.
        actor: the names that are right; None among them where no name is.
        sources: who reports it, outermost first.
        antecedent: ``at`` of the act it points back to.
        about: what it is a case of, part by part; empty where nobody says.
    """

    at: str
    actor: tuple[str | None, ...]
    sources: tuple[str, ...] = ()
    antecedent: str | None = None
    about: tuple[str, ...] = ()

    def is_actor(self, name: str | None) -> bool:
        """Whether a name is right: one of the gold's, or what the catalogue calls one of them."""
        return canonical(name) in {canonical(own) for own in self.actor}

    def is_chain(self, names: tuple[str | None, ...]) -> bool:
        """Whether names are the sources, in order."""
        return tuple(map(canonical, names)) == tuple(map(canonical, self.sources))


@attrs.frozen
class Passage:
    """A text with its gold.

    Attributes:
        id: a number.
        about: what it is a case of.
        text: some sentences.
        acts: commitments with a cue.
        goes_on: sentences without a cue that go on with what somebody said.
        narrator: beginnings of sentences that are the text's own.
        trap: a wrong speaker is near at hand.
    """

    id: int
    about: str
    text: str
    acts: tuple[Item, ...] = ()
    goes_on: tuple[Item, ...] = ()
    narrator: tuple[str, ...] = ()
    trap: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Acts and sentences that go on."""
        return (*self.acts, *self.goes_on)

    def where(self, at: str) -> tuple[int, int]:
        """Character offsets of words of the text."""
        start = self.text.index(at)
        return start, start + len(at)

    def problems(self) -> list[str]:
        """What is unsound: words that do not occur exactly once, antecedents that are no acts."""
        places = [*(item.at for item in self.items), *self.narrator]
        found = [f"{self.id}: {at!r} occurs {n} times" for at in places if (n := self.text.count(at)) != 1]
        acts = {item.at for item in self.acts}
        wanted = [item.antecedent for item in self.items if item.antecedent is not None]
        return found + [f"{self.id}: antecedent {at!r} is no act" for at in wanted if at not in acts]


def canonical(name: str | None) -> str | None:
    """What the catalogue calls somebody ("Moskau": "Russische Regierung"); the name itself where it has none.

    Names lead through the catalogue to one canonical name (GUIDELINES, fields of a commitment), so that a metonym or an
    alias in the gold and the canonical name are the same actor.
    """
    if name is None:
        return None
    catalogue = load_catalogue([DEFAULT])
    entry = catalogue.named(name) or catalogue.metonym(name)
    return name if entry is None else entry.name


def draw_passages(count: int, seed: int = 0) -> Iterator[Passage]:
    """Passages with gold, the same for the same seed.

    Args:
        count: how many.
        seed: of the generator; passage ``n`` of a seed does not depend on how many are drawn.

    >>> [passage.text for passage in draw_passages(1, seed=1)] == [passage.text for passage in draw_passages(1, seed=1)]
    True
    """
    for number in range(1, count + 1):
        yield draw_passage(chooser(random.Random(f"{seed} {number}")), number)


def draw_passage(choose: Choose, number: int = 1) -> Passage:
    """One passage.

    Args:
        choose: chooses one of several options.
        number: its id.
    """
    return _passage(draw_scene(choose), number)


def _passage(scene: Scene, number: int) -> Passage:
    written = [write(sentence.stretches) for sentence in scene.sentences]
    gaps = ["\n\n" if own.heading else " " for own in scene.sentences]
    lengths = [len(own.text) + len(gap) for own, gap in zip(written, gaps, strict=True)]
    starts = [sum(lengths[:at]) for at in range(len(written))]
    text = "".join(own.text + gap for own, gap in zip(written, gaps, strict=True)).rstrip()
    ats = [_at(text, own, start) for own, start in zip(written, starts, strict=True)]
    items = {
        at: Item(ats[at], own.actor, own.sources, None if own.answers is None else ats[own.answers], own.about)
        for at, own in enumerate(scene.sentences)
        if own.kind != "narrator"
    }
    return Passage(
        number,
        "; ".join(dict.fromkeys(own.about[-1] for own in scene.sentences)),
        text,
        tuple(items[at] for at, own in enumerate(scene.sentences) if own.kind == "act"),
        tuple(items[at] for at, own in enumerate(scene.sentences) if own.kind == "goes on"),
        tuple(ats[at] for at, own in enumerate(scene.sentences) if own.kind == "narrator"),
        scene.trap,
    )


def _at(text: str, written: Realisation, start: int) -> str:
    """Words of the cue, or the first words of the sentence, as many as occur once."""
    spans = written.spans(CUE)
    if spans is not None:
        begin, end = start + spans.spans[0][0], start + spans.spans[0][1]
    else:
        first = _TWO_WORDS.match(written.text)
        assert first is not None
        begin, end = start, start + first.end()
    while text.count(text[begin:end]) != 1:
        begin, end = _wider(text, begin, end)
    return text[begin:end]


def _wider(text: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch of a text with the word behind it, or at its end with the word before it."""
    following = _WORD.match(text, end)
    return (begin, following.end()) if following is not None else (text.rindex(" ", 0, begin - 1) + 1, end)
