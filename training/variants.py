"""Variants of labelled sentences: other people, places and bodies where the corpus has some.

So a name is known by where it stands and how it is made, and not by heart. Sentences of `training.ner_corpora` flow in;
the same sentences with other names flow out, made of word lists and of mentions elsewhere in the corpus: the
augmentation that helps most where labelled text is scarce (Dai and Adel 2020, "An Analysis of Simple Data Augmentation
for Named Entity Recognition").
"""

from __future__ import annotations

import lzma
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import attrs
from ruamel.yaml import YAML

from stance.german import nominal
from training.ner_corpora import Labelled

_KEPT: Final = 0.25
"""Share of the mentions that stay as they are."""
_DOUBLE: Final = 0.12
_WITH_PARTICLE: Final = 0.08
_PARTICLES: Final = (
    ("von",),
    ("von",),
    ("van",),
    ("de",),
    ("al",),
    ("El",),
    ("di",),
    ("da",),
    ("von", "der"),
    ("van", "den"),
)


@attrs.frozen
class Mention:
    """A name in a sentence.

    Attributes:
        start: token index of its first word.
        end: one behind the last.
        label: its label.
    """

    start: int
    end: int
    label: str


def mentions(labels: Sequence[str]) -> Iterator[Mention]:
    """The mentions that labels in the IOB scheme mark."""
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            yield Mention(start, i, labels[start][2:])
            start = None
        if label.startswith("B-"):
            start = i


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    folder = files("stance.german")
    given = YAML(typ="safe").load(folder.joinpath("data/given_names.yaml").read_text("utf-8"))
    own = YAML(typ="safe").load(files("training").joinpath("names.yaml").read_text("utf-8"))
    lists = {key: tuple(str(text).split()) for key, text in own.items()}
    lists["given"] = tuple(sorted({*given["feminine"].split(), *given["masculine"].split(), *given["either"].split()}))
    lists["places"] = tuple(form for form in _named("place_name") if not form.endswith(("er", "ern")))
    lists["surnames"] += tuple(sorted({*_named("person_name")} - {*lists["given"]}))
    return lists


def _named(kind: str) -> Iterator[str]:
    """The names of one kind in the noun lexicon that are written in one part, in the nominative singular."""
    block = lzma.decompress(files("stance.german").joinpath("data/nouns.xz").read_bytes()).decode()
    for line in block.splitlines():
        form = line.partition("\t")[0]
        if form.isalpha() and len(form) > 2 and any(r.kind == kind and r.lemma == form for r in nominal.listed(form)):
            yield form


class Variants:
    """Makes variants of sentences.

    Args:
        sentences: the corpus, from which mentions are borrowed.
        seed: of the draws.
    """

    def __init__(self, sentences: Sequence[Labelled], seed: int = 3) -> None:
        self._random = random.Random(seed)
        self._pool: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for sentence in sentences:
            for mention in mentions(sentence.labels):
                words = sentence.words[mention.start : mention.end]
                self._pool[_form(words, mention.label)].append(words)

    def variant(self, sentence: Labelled) -> Labelled | None:
        """The sentence with other names, None where it has none to replace."""
        words: list[str] = []
        labels: list[str] = []
        at = 0
        for mention in mentions(sentence.labels):
            words += sentence.words[at : mention.start]
            labels += sentence.labels[at : mention.start]
            new = self._other(sentence.words[mention.start : mention.end], mention.label)
            words += new
            labels += [f"B-{mention.label}", *[f"I-{mention.label}"] * (len(new) - 1)]
            at = mention.end
        words += sentence.words[at:]
        labels += sentence.labels[at:]
        return None if tuple(words) == sentence.words else Labelled(tuple(words), tuple(labels))

    def _other(self, words: tuple[str, ...], label: str) -> tuple[str, ...]:
        if self._random.random() < _KEPT:
            return words
        if label == "PER":
            return self._person(words)
        if label == "LOC" and len(words) == 1 and words[0].isalpha() and not nominal.is_common(words[0]):
            return (self._ending(words[0], self._place()),)
        if label == "ORG" and self._random.random() < 0.5:
            return self._body(words)
        return self._random.choice(self._pool[_form(words, label)])

    def _person(self, words: tuple[str, ...]) -> tuple[str, ...]:
        if len(words) == 1:
            given = words[0].removesuffix("s") in _lists()["given"]
            return (self._ending(words[0], self._given() if given else self._surname()),)
        if len(words) == 2 and words[0][:1].isupper() and words[0].isalpha():
            last = self._ending(words[1], self._surname())
            particle = self._random.choice(_PARTICLES) if self._random.random() < _WITH_PARTICLE else ()
            return (self._given(), *particle, last)
        return self._random.choice(self._pool[_form(words, "PER")])

    def _given(self) -> str:
        name = self._random.choice(_lists()["given"])
        return f"{name}-{self._random.choice(_lists()['given'])}" if self._random.random() < 0.04 else name

    def _surname(self) -> str:
        name = self._random.choice(_lists()["surnames"])
        return f"{name}-{self._random.choice(_lists()['surnames'])}" if self._random.random() < _DOUBLE else name

    def _place(self) -> str:
        """A place of the lexicon, or one that does not exist but could."""
        lists, pick = _lists(), self._random.choice
        known = self._random.random() < 0.5
        return pick(lists["places"]) if known else pick(lists["place_stems"]) + pick(lists["place_ends"])

    def _body(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A body: an abbreviation for an abbreviation, otherwise a kind and a name, a place or both."""
        lists, pick = _lists(), self._random.choice
        if len(words) == 1 and words[0].isupper() and len(words[0]) < 6:
            return ("".join(pick("ABDEFGHIKLMNPRSTUVWZ") for _ in range(pick((2, 3, 3, 3, 4)))),)
        if len(words) == 1:
            return (self._ending(words[0], pick(lists["firms"])),)
        forms = (
            (pick(lists["clubs"]), self._place()),
            (pick(lists["kinds"]), self._place()),
            (pick(lists["kinds"]), pick(lists["firms"])),
            (self._surname(), pick(lists["forms"])),
            (self._surname(), pick(lists["branches"])),
            (self._given(), self._surname(), pick((*lists["branches"], *lists["forms"]))),
            (self._surname(), "&", pick(lists["partners"])),
            (pick(lists["purposes"]), "für", pick(lists["aims"])),
            (pick(lists["purposes"]), "für", pick(lists["aims"]), self._place()),
            (pick(lists["attributes"]), pick(lists["feminine"])),
            (pick(lists["attributes"]), pick(lists["feminine"]), self._place()),
        )
        return pick(forms)

    @staticmethod
    def _ending(old: str, new: str) -> str:
        """The new word in the genitive where the old one seems to stand in it."""
        genitive = old.endswith("s") and not old.endswith(("ss", "us", "is", "as", "es")) and len(old) > 4
        return new + "s" if genitive and not new.endswith(("s", "z", "x", "ß")) else new


def _form(words: tuple[str, ...], label: str) -> tuple[str, str]:
    """Mentions of one label, length, shape of the first word and ending of the last can stand for each other."""
    first = "A" if words[0].isupper() else "Aa" if words[0][:1].isupper() else "a"
    return label, f"{len(words)}{first}{words[-1][-1]}"


def with_variants(sentences: Sequence[Labelled], number: int = 2, seed: int = 3) -> list[Labelled]:
    """Sentences and some variants of each that has a name."""
    variants = Variants(sentences, seed)
    made = (variants.variant(sentence) for sentence in sentences for _ in range(number))
    return [*sentences, *(variant for variant in made if variant is not None)]
