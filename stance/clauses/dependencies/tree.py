"""Dependency trees in one shape, whatever parser made them: verbs and nouns are heads, function words hang on them.

A parsed Doc comes in; a :class:`Tree` goes out, in which a clause is headed by its full verb (or copula), a noun phrase
by its noun, and a coordination by its first conjunct. The trees of Universal Dependencies are nearly so; those of the
TIGER conversion are turned round at auxiliaries, prepositions and conjunctions. All offsets are token indices.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator

from stance.clauses.dependencies.labels import LabelSet, Relation
from stance.clauses.words import Words


class Tree:
    """The dependency trees of a Doc, open to rearrangement.

    Args:
        words: the tagged Doc.
        labels: the label set of its parse.
    """

    __slots__ = ("_children", "heads", "relations", "words")

    def __init__(self, words: Words, labels: LabelSet) -> None:
        doc = words.doc
        self.words = words
        self.heads: list[int] = [-1 if token.head.i == token.i else token.head.i for token in doc]
        self.relations: list[Relation] = [
            Relation.ROOT if head < 0 else labels.relation(token.dep_)
            for token, head in zip(doc, self.heads, strict=True)
        ]
        self._children: list[list[int]] = [[] for _ in self.heads]
        for child, head in enumerate(self.heads):
            if head >= 0:
                self._children[head].append(child)

    def __len__(self) -> int:
        return len(self.heads)

    def children(self, token: int, *relations: Relation) -> list[int]:
        """Dependents of a token in text order; with ``relations`` only those."""
        found = self._children[token]
        return [child for child in found if self.relations[child] in relations] if relations else list(found)

    def child(self, token: int, *relations: Relation) -> int | None:
        """The first dependent with one of the relations, or None."""
        return next((child for child in self._children[token] if self.relations[child] in relations), None)

    def ancestors(self, token: int) -> Iterator[int]:
        """The tokens above a token, nearest first."""
        current = self.heads[token]
        while current >= 0:
            yield current
            current = self.heads[current]

    def subtree(self, token: int) -> list[int]:
        """A token with all tokens below it, ascending."""
        found, open_ = [], [token]
        while open_:
            current = open_.pop()
            found.append(current)
            open_.extend(self._children[current])
        return sorted(found)

    def hang(self, child: int, head: int, relation: Relation) -> None:
        """Hang a token, with all below it, on another one; -1 makes it a root.

        Raises:
            ValueError: the new head stands below the token.
        """
        if head >= 0 and (head == child or child in set(self.ancestors(head))):
            raise ValueError(f"token {head} stands below token {child}")
        if self.heads[child] >= 0:
            self._children[self.heads[child]].remove(child)
        self.heads[child] = head
        self.relations[child] = relation
        if head >= 0:
            insort(self._children[head], child)

    def raise_over(self, inner: int, outer: int, relation: Relation) -> None:
        """Let a dependent take the place of its head, which becomes its dependent; other dependents move along.

        Args:
            inner: a child of ``outer``.
            outer: its head.
            relation: what ``outer`` is to ``inner`` from now on.
        """
        head, own = self.heads[outer], self.relations[outer]
        self.hang(inner, head, own)
        for child in self.children(outer):
            self.hang(child, inner, self.relations[child])
        self.hang(outer, inner, relation)
