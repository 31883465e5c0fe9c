"""Salience: which of those mentioned before are nearest at hand for a pronoun or a description.

Mentions that agree flow in; the best of the nearest sentence flows out, people before bodies, or nobody where two are
equally near (Lappin & Leass 1994). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.discourse.reference.mentions import Antecedent, Mentions, Standing
from stance.discourse.reference.names import Identity
from stance.discourse.wordlists import word_list
from stance.matching.view import View
from stance.model import ActorKind

REACH: Final = 3
"""How many sentences back somebody is in reach."""
_GENDERS: Final = {"m": "masculine", "f": "feminine", "n": "neuter"}


@attrs.frozen
class Referent:
    """Who a pronoun stands for, and of which kind."""

    identity: Identity
    kind: ActorKind
    id: str | None = None


NOBODY: Final = Referent(Identity(None), ActorKind.UNKNOWN)


@attrs.frozen(eq=False, slots=False)
class Salience:
    """Ranks who was mentioned in one document.

    Attributes:
        view: the clause graph.
    """

    view: View

    def reachable(self, before: Mentions, head: int) -> list[Antecedent]:
        """Those of the sentences near enough before a pronoun, in text order."""
        here = self.number_of(head)
        first = self.starts[here - REACH - 1] if here > REACH else 0
        end = self.starts[here] if here < len(self.starts) else len(self.view.graph.doc)
        return [a for a in before.between(first, end) if a.end < head]

    def in_nearest_sentence(self, among: Sequence[Antecedent]) -> list[Antecedent]:
        """Those of the last sentence that has any."""
        nearest = max((self.number_of(a.end) for a in among), default=0)
        return [a for a in among if self.number_of(a.end) == nearest]

    def nearest(self, head: int, fitting: Sequence[Antecedent]) -> Referent:
        """The best of the nearest sentence that has any, people before bodies; who is only quoted comes last."""
        for among in ([a for a in fitting if a.standing is not Standing.QUOTED], fitting):
            away: dict[int, list[Antecedent]] = {}
            for antecedent in among:
                away.setdefault(self.number_of(head) - self.number_of(antecedent.end), []).append(antecedent)
            if 0 in away and _only_acted_upon(away[0]) and any(a.kind is ActorKind.PERSON for a in away.get(1, ())):
                del away[0]
            for distance in sorted(away):
                if found := best(foremost(away[distance])):
                    tellers = {a.told_by for a in found if a.report is not None}
                    told_by = [a for a in among if a.name and a.name in tellers]
                    before = [a for a in among if a.end < found[0].end]
                    return referent([*told_by, *found, *self._rivals(found, before)])
        return NOBODY

    def _rivals(self, found: Sequence[Antecedent], before: Sequence[Antecedent]) -> list[Antecedent]:
        """Subjects of the sentence before people who stand in a phrase („die Lage unter Karl Ebner") or look on."""
        if any(a.kind is not ActorKind.PERSON for a in found):
            return []
        if not all(a.standing is Standing.EMBEDDED or self._looks_on(a) for a in found):
            return []
        people = [a for a in before if a.kind is ActorKind.PERSON and a.subject]
        return [a for a in self.in_nearest_sentence(people) if a.standing is Standing.PARTICIPANT]

    def _looks_on(self, antecedent: Antecedent) -> bool:
        """Whether somebody is beside what happens and says nothing („Kira Blank saß in der ersten Reihe")."""
        clause = self.view.graph.clause_at(antecedent.end)
        verb = None if clause is None else clause.verb
        return antecedent.subject and verb is not None and verb.lemma in word_list("looking_on")

    def first_of(self, near: Sequence[Antecedent]) -> int:
        """First token of the sentence of some mentions."""
        return self.starts[self.number_of(near[0].end) - 1]

    @cached_property
    def starts(self) -> list[int]:
        """First tokens of the sentences."""
        return sorted({clause.sentence[0] for clause in self.view.graph.clauses})

    def number_of(self, token: int) -> int:
        """The number of the sentence around a token."""
        return bisect_right(self.starts, token)


def quotation(view: View, token: int) -> int | None:
    """First token of the quotation around a token, None outside of any; words in scare quotes are no quotation."""
    quote = view.graph.quote_at(token)
    return None if quote is None or quote.scare else quote.start


def shown_by(word: str) -> frozenset[str]:
    """The genders of what a pronoun stands for („sein" for a man or a ministry)."""
    return frozenset(gender for gender, name in _GENDERS.items() if word in word_list(name))


def independent(people: Sequence[Antecedent]) -> Sequence[Antecedent]:
    """Those who are not only somebody's („seinen Trainer"), where there are such."""
    return [a for a in people if not a.owned] or people


def not_subjects(near: Sequence[Antecedent]) -> list[Antecedent]:
    """Participants that are not the subject."""
    return [a for a in near if not a.subject and a.standing is Standing.PARTICIPANT]


def foremost(near: Sequence[Antecedent]) -> Sequence[Antecedent]:
    """People before bodies; but a body that acts on people is as near at hand as they are."""
    people = [a for a in near if a.kind is ActorKind.PERSON]
    acting = [a for a in near if a.subject and a.kind is not ActorKind.PERSON]
    if people and acting and not any(a.subject for a in people):
        return [a for a in near if a in people or a in acting]
    return people or near


def _only_acted_upon(here: Sequence[Antecedent]) -> bool:
    """Whether only bodies that do nothing stand beside a pronoun („Sie wolle den Betrieb halten, er ihn verkaufen")."""
    return not any(a.subject or a.kind is ActorKind.PERSON for a in here)


def best(found: Sequence[Antecedent]) -> list[Antecedent]:
    """Those of the highest standing."""
    top = max((a.standing for a in found), default=Standing.QUOTED)
    return [a for a in found if a.standing is top]


def referent(found: Sequence[Antecedent]) -> Referent:
    """The one that all mentions name, or nobody with all names as candidates."""
    names = tuple(dict.fromkeys(a.name for a in found))
    last = found[-1]
    if len(names) == 1:
        return Referent(Identity(last.name or None), last.kind, last.id)
    kinds = {a.kind for a in found}
    kind = last.kind if len(kinds) == 1 else ActorKind.UNKNOWN
    return Referent(Identity(None, None, tuple(name for name in names if name)), kind)


def open_among(among: Sequence[Antecedent]) -> Referent:
    """Nobody, with the names of all as candidates."""
    names = tuple(dict.fromkeys(a.name for a in among if a.name))
    return Referent(Identity(None, None, names), ActorKind.PERSON if names else ActorKind.UNKNOWN)


def agrees(word: str, genders: frozenset[str]) -> bool:
    """Whether a pronoun can stand for somebody of some genders; of whom none is known, any can."""
    shown = shown_by(word)
    return bool(shown & genders) or (bool(shown) and not genders)
