"""Demonstratives: „der lobte ihn", „dieser", „jener", „beide", „dessen Plan" lead to one of those just mentioned.

They avoid the subject of the sentence before and point at the last or first of it (Bosch, Katz & Umbach 2007). All
offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.clauses.graph import ClauseKind
from stance.discourse.reference.mentions import Antecedent
from stance.discourse.reference.names import Identity
from stance.discourse.reference.salience import (
    NOBODY,
    REACH,
    Referent,
    Salience,
    agrees,
    not_subjects,
    open_among,
    referent,
)
from stance.discourse.wordlists import word_list
from stance.german import meaning, noun_phrases
from stance.matching.view import View
from stance.model import ActorKind

_SEVERAL: Final = 2


@attrs.frozen(eq=False, slots=False)
class Demonstratives:
    """The demonstratives of one document.

    Attributes:
        view: the clause graph.
        salience: who is near at hand in it.
    """

    view: View
    salience: Salience

    def is_one(self, head: int) -> bool:
        """Whether a token is a demonstrative that stands for somebody."""
        return self.is_pointing(head) or self.is_article(head) or self.is_whose(head)

    def is_whose(self, head: int) -> bool:
        """„Dessen Plan", „Lamm und dessen Forderung"."""
        return self.view.tag(head) in ("PDS", "PDAT") and self.view.lower(head) in word_list("demonstrative_possessive")

    def is_article(self, head: int) -> bool:
        """„Der lobte ihn": an article without a noun; „das" stands for what was said."""
        return self.view.tag(head) in ("PDS", "ART") and self.view.lower(head) in word_list("demonstrative")

    def is_pointing(self, head: int) -> bool:
        """„Dieser", „jener", „beide", „letzterer" without a noun."""
        word = self.view.lower(head)
        alone = self.view.tag(head) in ("PDS", "PIS", "ADJA", "PIAT", "PIDAT", "NN", "PDAT")
        return alone and any(word in word_list(name) for name in ("the_latter", "the_former", "both"))

    def demonstrated(self, word: str, head: int, earlier: Sequence[Antecedent]) -> Referent:
        """„Der lobte ihn": of the nearest sentence that has men the one who is not its subject; „die" may be several.

        Demonstratives avoid subjects (Bosch, Katz & Umbach 2007).
        """
        people = [a for a in earlier if a.kind is ActorKind.PERSON and not a.plural and a.name]
        fitting = (
            [a for a in people if "m" in a.genders or not a.genders] if word in word_list("masculine_articles") else []
        )
        near = self.salience.in_nearest_sentence(fitting)
        objects = not_subjects(near) or self._told_of(near)
        among = near if len({a.name for a in near}) == 1 else objects
        if among and among == near and among[-1].subject and self._has_thing_after("er", among[-1].end, head):
            return NOBODY
        return self.salience.nearest(head, among) if len({a.name for a in among}) == 1 else open_among(near)

    def _told_of(self, near: Sequence[Antecedent]) -> list[Antecedent]:
        """Subjects of what the subject of the sentence says („Er behauptet, sein Vater sei gefahren")."""
        clauses = [(a, self.view.graph.clause_at(a.end)) for a in near]
        below = [a for a, clause in clauses if clause is not None and clause.kind is ClauseKind.COMPLEMENT]
        return below if len(below) < len(near) else []

    def owner(self, word: str, earlier: Sequence[Antecedent]) -> Referent:
        """„Dessen Plan": of the nearest sentence with somebody who agrees the one who is not its subject."""
        agreeing = [a for a in earlier if a.name and (agrees(word, a.genders) or (a.plural and word == "deren"))]
        near = self.salience.in_nearest_sentence(agreeing)
        among = not_subjects(near) or [a for a in near if not a.subject]
        return referent(among) if len({a.name for a in among}) == 1 else open_among(near)

    def both(self, head: int, earlier: Sequence[Antecedent]) -> Referent:
        """„Beide": the two people, or the two bodies, of the nearest sentence that has two, or of the nearest two."""
        single = [a for a in earlier if a.name and (not a.plural or a.kind is ActorKind.ORGANISATION)]
        near = self.salience.in_nearest_sentence(single)
        before = self.salience.in_nearest_sentence([a for a in single if near and a.end < self.salience.first_of(near)])
        people = [a for a in (*before, *near) if a.kind is ActorKind.PERSON]
        for among in ([a for a in near if a.kind is ActorKind.PERSON], near, people):
            names = tuple(dict.fromkeys(a.name for a in among))
            if len(names) == 2:
                return Referent(Identity(" und ".join(names)), ActorKind.COLLECTIVE)
        return Referent(Identity(None), ActorKind.COLLECTIVE)

    def pointed(self, word: str, head: int, earlier: Sequence[Antecedent]) -> Referent:
        """„Dieser" is the last who was named, „jener" the first of two, in the nearest sentence with people."""
        here = self.salience.number_of(head)
        for distance in range(REACH):
            near = [
                a for a in earlier if here - self.salience.number_of(a.end) == distance and a.kind is ActorKind.PERSON
            ]
            near = [a for a in near if not self.is_pointing(a.end)]
            fitting = [a for a in near if a.name and self._points_at(word, a)]
            if near:
                ordered = sorted(fitting, key=lambda a: a.end)
                latter = word in word_list("the_latter")
                if latter and ordered and self._has_thing_after(word, ordered[-1].end, head):
                    return open_among(ordered[-1:])
                if distance == 0 and len({a.name for a in ordered}) < _SEVERAL:
                    continue
                enough = len({a.name for a in ordered}) > (0 if latter else 1)
                return referent([ordered[-1 if latter else 0]]) if enough else NOBODY
        return NOBODY

    def _has_thing_after(self, word: str, token: int, head: int) -> bool:
        """Whether another noun that a demonstrative may mean stands behind somebody in that sentence, or before it."""
        gender = "f" if word.endswith("e") else "m"
        here, own = self.salience.number_of(token), self.salience.number_of(head)
        for np in self.view.phrases_in(token + 1, head):
            words = [(self.view.text(t), self.view.tag(t)) for t in np.tokens if t <= np.head]
            shown = noun_phrases.noun_phrase(words)
            noun = self.view.tag(np.head) == "NN" and not meaning.is_temporal(self.view.text(np.head))
            before = noun and self.salience.number_of(np.head) in (here, own)
            if before and any(a.gender == gender and a.number == "sg" for a in shown):
                return True
        return False

    def _points_at(self, word: str, antecedent: Antecedent) -> bool:
        gender = "f" if word.endswith("e") else "m"
        return not antecedent.plural and gender in antecedent.genders
