"""Measures the shipped tagger: STTS, universal tags and finite verbs, before and after disambiguation, and its speed.

Trees of a corpus folder come in (``gsd-dev.conllu`` with gold STTS, ``pud.conllu`` with universal tags only);
accuracies, precision, recall and F of finite verbs, the most frequent confusions and tokens a second go out. The tagger
has seen neither file in training. The rules of disambiguation were developed on the first half of each.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import attrs

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import spacy
from spacy.language import Language

from benchmarks._conllu import Tree, Word, read_trees
from benchmarks._scores import Score, percent, table
from stance.tagging.disambiguation import universal_tags
from stance.tagging.stretches import FINITE, IMPERATIVES, Words
from stance.tagging.tagger import add_tagger

_CORPORA = Path("../shared/corpora")
_TIGER = {"PAV": "PROAV"}
_HEADER = ("", "tokens", "STTS", "STTS, NE=NN", "UPOS", "finite P", "R", "F")


@attrs.frozen
class Part:
    """A corpus part to measure on.

    Attributes:
        name: what the table calls it.
        trees: its sentences.
        has_stts: whether XPOS is gold STTS.
    """

    name: str
    trees: tuple[Tree, ...]
    has_stts: bool

    def tag(self, word: Word) -> str:
        """The gold STTS tag of a word."""
        return _TIGER.get(word.xpos, word.xpos)

    def is_finite(self, word: Word) -> bool:
        """Whether a word is a finite verb by the gold annotation, imperatives included."""
        if self.has_stts:
            return self.tag(word) in FINITE | IMPERATIVES
        return any(feature.startswith("Mood=") for feature in word.features)


@attrs.frozen
class Tagged:
    """The tags of one sentence."""

    tags: tuple[str, ...]
    upos: tuple[str, ...]


def read_parts(corpora: Path) -> list[Part]:
    """The halves of gsd-dev and pud, as far as the files are there."""
    parts = []
    for name, has_stts in (("gsd-dev", True), ("pud", False)):
        path = corpora / "tagging" / f"{name}.conllu"
        if not path.is_file():
            print(f"{path} is not there: nothing measured on {name}", file=sys.stderr)
            continue
        trees = tuple(read_trees(path))
        middle = len(trees) // 2
        parts.append(Part(f"{name}, first half", trees[:middle], has_stts))
        parts.append(Part(f"{name}, second half", trees[middle:], has_stts))
    return parts


def run(nlp: Language, trees: Sequence[Tree]) -> list[Tagged]:
    """Tag trees with the tokens they have; without `stance_tags` universal tags are read off the raw tags."""
    raw = "stance_tags" not in nlp.pipe_names
    results = []
    for doc in nlp.pipe([tree.doc(nlp.vocab) for tree in trees], batch_size=64):
        tags = [token.tag_ for token in doc]
        upos = universal_tags(Words([t.text for t in doc], list(tags))) if raw else [token.pos_ for token in doc]
        results.append(Tagged(tuple(tags), tuple(upos)))
    return results


def _same_noun(tag: str) -> str:
    return "NN" if tag == "NE" else tag


def measure(part: Part, results: Sequence[Tagged]) -> list[str]:
    """One row of the table."""
    tokens, stts, nouns, upos, finite = 0, 0, 0, 0, Score()
    for tree, result in zip(part.trees, results, strict=True):
        for word, tag, pos in zip(tree.words, result.tags, result.upos, strict=True):
            gold, found, wanted = part.tag(word), tag in FINITE | IMPERATIVES, part.is_finite(word)
            tokens += 1
            stts += tag == gold
            nouns += _same_noun(tag) == _same_noun(gold)
            upos += pos == word.upos
            finite += Score(found and wanted, found, wanted)
    accuracies = [percent(stts / tokens), percent(nouns / tokens)] if part.has_stts else ["–", "–"]
    scores = [percent(finite.precision), percent(finite.recall), percent(finite.f)]
    return [str(tokens), *accuracies, percent(upos / tokens), *scores]


def confusions(part: Part, results: Sequence[Tagged], limit: int) -> list[tuple[str, int]]:
    """The most frequent pairs of gold and found STTS tag."""
    pairs = Counter(
        f"{part.tag(word)} → {tag}"
        for tree, result in zip(part.trees, results, strict=True)
        for word, tag in zip(tree.words, result.tags, strict=True)
        if part.tag(word) != tag
    )
    return pairs.most_common(limit)


def speed(nlp: Language, trees: Sequence[Tree]) -> int:
    """Tokens a second on running text of the corpus, tokenisation included, after one warm-up."""
    texts = [" ".join(tree.text() for tree in trees[i : i + 20]) for i in range(0, len(trees), 20)]
    count = sum(len(doc) for doc in nlp.pipe(texts))
    start = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return round(count / (time.perf_counter() - start))


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Measure the shipped tagger.")
    parser.add_argument("--corpora", type=Path, default=_CORPORA, help="folder with tagging/*.conllu")
    parser.add_argument("--model", type=Path, default=None, help="a tagger folder instead of the shipped one")
    parser.add_argument("--confusions", type=int, default=12, metavar="N", help="list the N most frequent confusions")
    options = parser.parse_args(arguments)
    parts = read_parts(options.corpora)
    if not parts:
        return 1
    bare, full = spacy.blank("de"), spacy.blank("de")
    for nlp in (bare, full):
        add_tagger(nlp, options.model)
    full.add_pipe("stance_tags")
    rows = []
    for part in parts:
        rows.append([f"{part.name}: tagger", *measure(part, run(bare, part.trees))])
        rows.append([f"{part.name}: disambiguated", *measure(part, run(full, part.trees))])
    print(table(_HEADER, rows))
    for part in parts:
        if part.has_stts:
            listed = ", ".join(f"{pair} {n}" for pair, n in confusions(part, run(full, part.trees), options.confusions))
            print(f"\n{part.name}, gold → found: {listed}")
    trees = [tree for part in parts for tree in part.trees]
    print(f"\ntokens a second, one process: tagger {speed(bare, trees)}, disambiguated {speed(full, trees)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
