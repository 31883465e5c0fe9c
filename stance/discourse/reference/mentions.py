"""Mentions: who was mentioned in a document so far, for pronouns and descriptions to find.

Resolved mentions flow in, in text order; those that somebody may mean flow out, by the words or the stretch of text in
which they stand, so that nobody goes through the whole document again. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum

import attrs

from stance.model import ActorKind


class Standing(IntEnum):
    """How near at hand a mention is for a pronoun in a later clause; a body only told something is as if quoted."""

    QUOTED = 0
    EMBEDDED = 1
    PARTICIPANT = 2


@attrs.frozen
class Antecedent:
    """Somebody a pronoun can stand for.

    Attributes:
        end: last token of the mention.
        name: canonical name; "" for somebody whose name is open.
        kind: what sort of holder it is.
        genders: genders of pronouns for it.
        plural: whether it takes plural pronouns.
        standing: how near at hand it is.
        id: stable id.
        subject: whether it is the subject of its clause, or somebody who commits.
        quote: first token of the quotation it stands in, None outside of any.
        personal: whether the mention is a personal pronoun.
        owned: whether it is somebody without name by what they are to another („seinen Trainer").
        named: whether it is somebody with a proper name.
        report: first token of the sentence with which the report began that goes on around it, None outside of any.
        told_by: who goes on in that report.
    """

    end: int
    name: str
    kind: ActorKind
    genders: frozenset[str]
    plural: bool
    standing: Standing = Standing.PARTICIPANT
    id: str | None = None
    subject: bool = False
    quote: int | None = None
    personal: bool = False
    owned: bool = False
    named: bool = False
    report: int | None = None
    told_by: str | None = None


def _everybody(antecedent: Antecedent) -> bool:
    return True


@attrs.frozen(eq=False)
class Mentions:
    """Who was mentioned, or some of them.

    >>> mentions = Mentions()
    >>> for end, name in ((2, "Kira"), (8, "Udo")):
    ...     mentions.add(Antecedent(end, name, ActorKind.PERSON, frozenset(), False))
    >>> [a.name for a in mentions.between(0, 5)], [a.name for a in mentions.before(9)]
    (['Kira'], ['Udo', 'Kira'])
    >>> [a.name for a in mentions.where(lambda a: a.name != "Udo")]
    ['Kira']
    """

    _all: list[Antecedent] = attrs.field(factory=list)
    _ends: list[int] = attrs.field(factory=list)
    _by_end: dict[int, list[Antecedent]] = attrs.field(factory=dict)
    _by_name: dict[str, list[int]] = attrs.field(factory=dict)
    _kept: Callable[[Antecedent], bool] = _everybody

    def add(self, antecedent: Antecedent) -> None:
        """Add somebody who is mentioned behind, or in, what was added before."""
        self._by_name.setdefault(antecedent.name, []).append(len(self._all))
        self._all.append(antecedent)
        self._ends.append(antecedent.end)
        self._by_end.setdefault(antecedent.end, []).append(antecedent)

    def where(self, kept: Callable[[Antecedent], bool]) -> Mentions:
        """Those of them for whom something is so."""
        before = self._kept
        return attrs.evolve(self, kept=lambda antecedent: before(antecedent) and kept(antecedent))

    def outside(self, said: frozenset[int]) -> Mentions:
        """Those who are not named in what somebody says, who means nobody in there („Karl irrt, sagte er").

        Args:
            said: tokens of what the one looked for says.
        """
        if not said:
            return self
        inside = {a.name for a in self.ending_in(said) if not a.personal and a.name}
        return self.where(lambda a: a.end not in said and a.name not in inside)

    def __iter__(self) -> Iterator[Antecedent]:
        return filter(self._kept, self._all)

    def last(self, names: Iterable[str]) -> Antecedent | None:
        """The last of them with one of some names, None where there is none."""
        found = [at for name in names if (at := self._last_of(name)) is not None]
        return self._all[max(found)] if found else None

    def _last_of(self, name: str) -> int | None:
        return next((at for at in reversed(self._by_name.get(name, ())) if self._kept(self._all[at])), None)

    def ending_in(self, tokens: Iterable[int]) -> list[Antecedent]:
        """Those whose mention ends in some tokens, in the order of the tokens in the text."""
        return [a for token in sorted(tokens) for a in self._by_end.get(token, ()) if self._kept(a)]

    def before(self, token: int) -> Iterator[Antecedent]:
        """Those whose mention ends before a token, the nearest first."""
        return filter(self._kept, map(self._all.__getitem__, range(bisect_left(self._ends, token) - 1, -1, -1)))

    def between(self, start: int, end: int) -> list[Antecedent]:
        """Those whose mention ends in some sentences, in text order.

        Args:
            start: first token of the sentences.
            end: one past their last token.
        """
        return list(filter(self._kept, self._all[bisect_left(self._ends, start) : bisect_left(self._ends, end)]))
