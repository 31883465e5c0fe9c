"""The search of the recogniser: by the scores of its network, which words are names and which belong together.

A tagged Doc and the network flow in, spans flow out, those of spaCy's greedy search over the transitions of Lample et
al. 2016. That asks the network anew at each word; here all words are scored at once as they stand outside of names, as
nearly all do, and only within a name one after the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs
import numpy
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc, Span
from thinc.api import Model
from thinc.types import Floats2d, Floats3d, Floats4d

_OUTSIDE: Final = "O"
_NEVER: Final = -numpy.inf
_WORDS: Final = 2048
"""How many words of short Docs are read together: enough to be fast, few enough for memory to stay flat."""


def _groups(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Docs in a row whose words can be read together; a long one alone."""
    group: list[Doc] = []
    words = 0
    for doc in docs:
        if group and words + len(doc) > _WORDS:
            yield group
            group, words = [], 0
        group.append(doc)
        words += len(doc)
    if group:
        yield group


@attrs.frozen(eq=False)
class Search:
    """Finds names in Docs without any.

    Attributes:
        model: a transition-based network of spaCy's: vectors of words, their part in a state, scores of transitions.
        moves: the transitions in the order of the scores: B-, I-, L- or U- with a label, or O; a blank label is none.
    """

    model: Model[Any, Any]
    moves: Sequence[str]

    def __call__(self, docs: Sequence[Doc]) -> list[list[Span]]:
        """The names of each Doc, which end with its sentences at the latest.

        Short Docs are read together, which spares the network most of its calls; the names are the same as one by one.

        Args:
            docs: Docs with sentence starts and what the network reads, without entities.
        """
        return [names for group in _groups(docs) for names in self._read(group)]

    def _read(self, docs: Sequence[Doc]) -> list[list[Span]]:
        """The names of Docs whose words are read in a row; at the end of each a sentence closes."""
        parts: Floats4d = self.model.get_ref("lower").predict(self.model.get_ref("tok2vec").predict(docs))
        last = numpy.concatenate([numpy.append(doc.to_array(SENT_START)[1:] == 1, True) for doc in docs])
        space = numpy.concatenate([doc.to_array(IS_SPACE) > 0 for doc in docs])
        names = list(self._names(parts, space, last))
        starts = [start for start, _, _ in names]
        found: list[list[Span]] = []
        offset = 0
        for doc in docs:
            own = names[bisect_left(starts, offset) : bisect_left(starts, offset + len(doc))]
            found.append([Span(doc, start - offset, end - offset, label=label) for start, end, label in own])
            offset += len(doc)
        return found

    def _names(self, parts: Floats4d, space: Any, last: Any) -> Iterator[tuple[int, int, str]]:
        """The names among words in a row: first word, one past the last word, label.

        Args:
            parts: what each word, behind a padding, adds to a state as next word, as first and as last of the name.
            space: which words are white space.
            last: which words close their sentence.
        """
        best = self._outside(parts, space, last)
        end = 0
        for start in numpy.flatnonzero(best != self.moves.index(_OUTSIDE)).tolist():
            if start >= end:
                kind, _, label = self.moves[best[start]].partition("-")
                end = start + 1 if kind == "U" else self._end(parts, start, label, last)
                yield start, end, label

    def _outside(self, parts: Floats4d, space: Any, last: Any) -> Any:
        """The best transition at each word where no name is open."""
        scores = self._scores(parts[1:, 0] + parts[0, 1] + parts[0, 2])
        for column, move in enumerate(self.moves):
            kind, _, label = move.partition("-")
            if kind in "IL" or (kind != _OUTSIDE and not label):
                scores[:, column] = _NEVER
            elif kind == "B":
                scores[space | last, column] = _NEVER
            elif kind == "U":
                scores[space, column] = _NEVER
        return scores.argmax(axis=1)

    def _end(self, parts: Floats4d, start: int, label: str, last: Any) -> int:
        """Where a name ends that begins at a word: one past its last word."""
        columns = sorted(self.moves.index(f"{kind}-{label}") for kind in "IL")
        end = start + 1
        while not last[end]:
            state = parts[end + 1 : end + 2, 0] + parts[start + 1 : start + 2, 1] + parts[end : end + 1, 2]
            scores = self._scores(state)[0]
            if self.moves[max(columns, key=lambda column: scores[column])].startswith("L"):
                break
            end += 1
        return end + 1

    def _scores(self, states: Floats3d) -> Floats2d:
        """The scores of all transitions in some states, of which the sums of their words are given."""
        hidden = (states + self.model.get_ref("lower").get_param("b")).max(axis=-1)
        scores: Floats2d = self.model.get_ref("upper").predict(hidden)
        return scores
