"""What is read wrong in generated passages, counted by what it is a case of, the worst first.

Measured passages flow in, lines for the terminal flow out: a row for each case (shape of a name, introduction, act,
second mention, trap), then the errors in their passages, each with the way in which its name is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

import attrs

from stance.model import Commitment
from stance.testing.passages import Item, Passage


class Measured(Protocol):
    """A passage with what was found in it."""

    @property
    def passage(self) -> Passage:
        """The passage."""

    def of(self, item: Item) -> Commitment | None:
        """The commitment of a gold item."""


@attrs.frozen
class Reading:
    """How one item was read.

    Attributes:
        passage: where it stands.
        item: what is gold.
        way: "right", "not found", "no name", or the way in which the name is wrong: "run on", "cut", "other", "open".
        name: what was found.
    """

    passage: Passage
    item: Item
    way: str
    name: str | None

    @property
    def is_wrong(self) -> bool:
        """Whether it has a name that is not the gold's."""
        return self.way in WRONG


DOUBT = 5
WRONG = ("run on", "cut", "other", "open")


def readings(measured: Sequence[Measured]) -> tuple[Reading, ...]:
    """How all items of some passages were read; a wrong name that is wrong in the same way once more is left out."""
    return tuple(own for one in measured for own in _first_errors(one))


def _first_errors(one: Measured) -> Iterator[Reading]:
    seen: set[tuple[tuple[str | None, ...], str | None]] = set()
    for item in sorted(one.passage.items, key=lambda item: one.passage.where(item.at)):
        own = _reading(one, item)
        if not own.is_wrong or (item.actor, own.name) not in seen:
            yield own
        if own.is_wrong:
            seen.add((item.actor, own.name))


def _reading(one: Measured, item: Item) -> Reading:
    found = one.of(item)
    name = None if found is None or found.actor is None else found.actor.name
    return Reading(one.passage, item, way(item, found is not None, name), name)


def way(item: Item, is_found: bool, name: str | None) -> str:
    """The way in which an item is read.

    Args:
        item: what is gold.
        is_found: whether there is a commitment.
        name: of its actor.

    >>> way(Item("sagte", ("Verein Elbaue",)), True, "Verein")
    'cut'
    >>> way(Item("sagte", (None,)), True, "Verein")
    'open'
    """
    if not is_found:
        return "not found"
    if item.is_actor(name):
        return "right"
    if name is None:
        return "no name"
    golds = [own for own in item.actor if own is not None]
    if not golds:
        return "open"
    if any(name in gold for gold in golds):
        return "cut"
    return "run on" if any(gold in name for gold in golds) else "other"


@attrs.frozen
class Case:
    """All readings of what is a case of one thing."""

    about: str
    readings: tuple[Reading, ...]

    @property
    def right(self) -> float:
        """The share of right names."""
        return sum(own.way == "right" for own in self.readings) / len(self.readings)

    @property
    def wrong(self) -> float:
        """The share of names that are not the gold's."""
        return sum(own.is_wrong for own in self.readings) / len(self.readings)

    @property
    def missed_surely(self) -> float:
        """The share of names that are not right, smaller where only few items tell it."""
        return (1 - self.right) * len(self.readings) / (len(self.readings) + DOUBT)


def cases(read: Sequence[Reading]) -> tuple[Case, ...]:
    """Readings by what they are a case of, the largest share of wrong names first."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for own in read:
        for about in own.item.about:
            found[about].append(own)
    grouped = [Case(about, tuple(own)) for about, own in found.items()]
    return tuple(sorted(grouped, key=lambda case: (-case.wrong, case.right, case.about)))


def table_of_cases(read: Sequence[Reading]) -> Iterator[str]:
    """A row for each case: how many items, shares of right and of wrong names, and in which ways they are wrong."""
    yield f"{'case':60} {'items':>5} {'right':>6} {'wrong':>6}"
    for case in cases(read):
        ways = [own.way for own in case.readings]
        counts = ", ".join(f"{ways.count(own)} {own}" for own in (*WRONG, "no name", "not found") if own in ways)
        yield f"{case.about:60} {len(ways):5} {case.right:6.1%} {case.wrong:6.1%}  {counts}"


def listed(read: Sequence[Reading]) -> Iterator[str]:
    """All errors with their passages, each under the worst of what it is a case of.

    The worst case takes its readings away before the next worst is looked for, so that the errors of one act are not
    laid to the names that happen to stand in it.
    """
    left = tuple(read)
    while any(own.way != "right" for own in left):
        worst = max(cases(left), key=lambda case: (case.missed_surely, case.about))
        yield f"\n{worst.about}: {sum(own.way != 'right' for own in worst.readings)} of {len(worst.readings)}"
        yield from (line for own in worst.readings if own.way != "right" for line in _shown(own))
        taken = set(map(id, worst.readings))
        left = tuple(own for own in left if id(own) not in taken)


def _shown(own: Reading) -> tuple[str, str]:
    what = f"{own.name} instead of {own.item.actor[0]} ({'; '.join(own.item.about)})"
    return (
        f"{own.passage.id:>6} {own.way}: {what}",
        f"       {own.passage.text.replace(own.item.at, f'>{own.item.at}<', 1)}",
    )
