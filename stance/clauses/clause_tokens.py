"""The tokens of one clause by position: what the readers of phrases count, without what is silent.

Tokens of the Doc flow in; tags and neighbourhood by position flow out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from stance.clauses.words import Words


class ClauseTokens:
    """The tokens of one clause by position.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.

    Attributes:
        tokens: those that are not silent.
        tag: gives the tag of the k-th token, "" outside the clause.
        adjacent: whether the k-th token follows the one before it with nothing but silent tokens between.
    """

    def __init__(self, words: Words, tokens: Sequence[int]) -> None:
        self.words = words
        self.tokens = [t for t in tokens if not words.is_silent(t)]
        near = (all(map(words.is_silent, range(a + 1, b))) for a, b in pairwise(self.tokens))
        self.tag: Callable[[int], str] = _Tags(enumerate(words.tags[t] for t in self.tokens)).__getitem__
        self.adjacent: Callable[[int], bool] = frozenset(k for k, follows in enumerate(near, 1) if follows).__contains__


class _Tags(dict[int, str]):
    """Tags by position, "" outside the clause."""

    def __missing__(self, k: int) -> str:
        return ""
