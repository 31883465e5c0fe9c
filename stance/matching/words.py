"""Words of a text by token: form, lemma and tag, and where a form stands.

A clause graph flows in, answers about its tokens flow out. :class:`WordView` is the first part of a
:class:`stance.matching.view.View`; each later part asks only what the parts before it answer. All offsets are token
indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from unicodedata import normalize

import attrs
from spacy.attrs import LEMMA, ORTH, SENT_START, TAG

from stance.clauses.graph import ClauseGraph
from stance.german import meaning
from stance.german.nominal import noun_lemma
from stance.matching.wordlists import word_list
from stance.tagging.dense import column


class _Column(dict[int, str]):
    """What is known of each token of a text, "" where there is no such token."""

    def __missing__(self, token: int) -> str:
        return ""


@attrs.frozen(eq=False)
class WordView:
    """Questions to the words of one clause graph.

    Attributes:
        graph: the clause graph.
        governing: lemmas of nouns that take a complement clause because a rule says so.
    """

    graph: ClauseGraph
    governing: frozenset[str] = frozenset()

    @cached_property
    def texts(self) -> Sequence[str]:
        """The forms of all tokens, their letters composed."""
        return [normalize("NFC", text) for text in column(self.graph.doc, ORTH)]

    @cached_property
    def lowers(self) -> Sequence[str]:
        """The forms of all tokens in lower case."""
        return [text.lower() for text in self.texts]

    @cached_property
    def _tags(self) -> list[str]:
        return column(self.graph.doc, TAG)

    @cached_property
    def text(self) -> Callable[[int], str]:
        """Form of a token, "" where there is none."""
        return _Column(enumerate(self.texts)).__getitem__

    @cached_property
    def lower(self) -> Callable[[int], str]:
        """Form of a token in lower case, "" where there is none."""
        return _Column(enumerate(self.lowers)).__getitem__

    @cached_property
    def tag(self) -> Callable[[int], str]:
        """STTS tag of a token, "" where there is none."""
        return _Column(enumerate(self._tags)).__getitem__

    @cached_property
    def _lemmas(self) -> list[str]:
        given = column(self.graph.doc, LEMMA)
        return [
            noun_lemma(text) if tag == "NN" and lemma in ("", text) else lemma or text
            for text, tag, lemma in zip(self.texts, self._tags, given, strict=True)
        ]

    def lemma(self, token: int) -> str:
        """Lemma of a token; nouns by their declension where the Doc has none."""
        return self._lemmas[token]

    def is_time(self, token: int) -> bool:
        """Whether a common noun names a time („am Montag"), and nobody is called so."""
        return self.tag(token) == "NN" and meaning.is_temporal(self.text(token))

    def governs(self, noun: int) -> bool:
        """Whether a noun can take a complement clause („die Tatsache, dass …")."""
        lemma = self.lemma(noun)
        return lemma in self.governing or lemma in word_list("governing_nouns")

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for token, text in enumerate(self.texts):
            found.setdefault(text, []).append(token)
        return found

    def places(self, text: str) -> Sequence[int]:
        """The tokens of a form, in text order."""
        return self._places.get(text, ())

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        return frozenset((self.graph.doc.to_array(SENT_START) == 1).nonzero()[0].tolist())

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first of its sentence."""
        return token in self._sentence_starts
