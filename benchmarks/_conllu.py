"""CoNLL-U trees with words as they are written: contractions ("im") and hyphenated compounds are one token.

A ``.conllu`` file comes in, sentences with token-index heads go out. See de Marneffe et al. (2021) for the relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import attrs
from spacy.tokens import Doc
from spacy.vocab import Vocab


@attrs.frozen
class Word:
    """One token of a tree.

    Attributes:
        form, lemma, upos, xpos, deprel: the columns of the file.
        features: morphology, "Case=Nom" and the like.
        head: token index of the head within the sentence, -1 for the root.
        space: whether a space follows.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    features: frozenset[str]
    head: int
    deprel: str
    space: bool = True

    def has(self, feature: str) -> bool:
        """Whether the morphology holds a feature, such as "Case=Dat"."""
        return feature in self.features


@attrs.frozen(slots=False)
class Tree:
    """One sentence: its identifier and its tokens."""

    id: str
    words: tuple[Word, ...]

    @cached_property
    def _children(self) -> dict[int, tuple[int, ...]]:
        children: dict[int, list[int]] = {}
        for index, word in enumerate(self.words):
            children.setdefault(word.head, []).append(index)
        return {head: tuple(found) for head, found in children.items()}

    def children(self, index: int, *deprels: str) -> tuple[int, ...]:
        """Dependents of a token in text order; with ``deprels`` only those whose relation is one of them."""
        found = self._children.get(index, ())
        return tuple(child for child in found if self.words[child].deprel in deprels) if deprels else found

    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(word.form + " " * word.space for word in self.words).rstrip()

    def doc(self, vocab: Vocab) -> Doc:
        """An untagged Doc with these very tokens, one sentence long."""
        doc = Doc(vocab, words=[word.form for word in self.words], spaces=[word.space for word in self.words])
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc


def read_trees(path: Path) -> Iterator[Tree]:
    """Read the sentences of a CoNLL-U file.

    Args:
        path: the file, UTF-8.

    Yields:
        One tree a sentence; a multiword range ("26-27 am") and the parts around a hyphen ("US", "-", "Behörde") are one
        word, which takes lemma, tag and relation of that part whose head lies outside.
    """
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# sent_id")), "")
            yield Tree(name, _merge([row for row in rows if "." not in row[0]]))


def _merge(rows: list[Row]) -> tuple[Word, ...]:
    units = _hyphenated(_surface(rows))
    index_of = {int(part[0]): index for index, unit in enumerate(units) for part in unit.parts}
    return tuple(_word(unit, index_of) for unit in units)


Row = list[str]


@attrs.frozen
class _Unit:
    """A written word with the syntactic rows that it stands for."""

    form: str
    space: bool
    parts: tuple[Row, ...]


def _surface(rows: list[Row]) -> list[_Unit]:
    """One unit for each multiword range and for each row outside of them."""
    units: list[_Unit] = []
    covered = 0
    for row in rows:
        if "-" in row[0]:
            first, covered = map(int, row[0].split("-"))
            parts = tuple(part for part in rows if "-" not in part[0] and first <= int(part[0]) <= covered)
        elif int(row[0]) > covered:
            parts = (row,)
        else:
            continue
        units.append(_Unit(row[1], "SpaceAfter=No" not in row[9], parts))
    return units


def _hyphenated(units: list[_Unit]) -> list[_Unit]:
    """Join what hyphens without spaces hold together ("US", "-", "Behörde"), as German tokenisers leave it."""
    joined: list[_Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        hyphen = last is not None and (unit.form == "-" or (last.form.endswith("-") and len(last.parts) > 1))
        if last is not None and hyphen and not last.space and any(map(str.isalnum, last.form)):
            joined[-1] = _Unit(last.form + unit.form, unit.space, (*last.parts, *unit.parts))
        else:
            joined.append(unit)
    return joined


def _word(unit: _Unit, index_of: dict[int, int]) -> Word:
    inside = {int(part[0]) for part in unit.parts}
    main = next(part for part in unit.parts if int(part[6]) not in inside)
    contracted = len(unit.parts) > 1 and unit.parts[0][3] == "ADP"
    return Word(
        form=unit.form,
        lemma=main[2],
        upos=main[3],
        xpos="APPRART" if contracted else main[4],
        features=frozenset(main[5].split("|")) - {"_"},
        head=index_of.get(int(main[6]), -1),
        deprel=main[7],
        space=unit.space,
    )
