"""Survey: what one should know of results before reading their ledger, and what of them is not in it.

Results come in one after the other, notices go out: commitments without a named actor, documents without a day,
several documents under one id, results of different rules, dates that belong to no document, and people whom some
documents call by their surname only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from stance.ledger.book import Ledger
from stance.model import ActorKind, DocumentResult, RulesInfo

_SHOWN: Final = 3
_HASH: Final = 12


@attrs.define
class Survey:
    """What was seen of some results.

    >>> import stance
    >>> survey = Survey()
    >>> survey.add(stance.extract("Es wird gefordert, die Maut zu senken. Die SPD lehnt das ab."), None)
    >>> list(survey.notices())
    ['1 of 2 commitments has no named actor and no entry']
    """

    _commitments: int = 0
    _unnamed: int = 0
    _open: int = 0
    _undated: list[str] = attrs.field(factory=list)
    _contents: dict[str, int] = attrs.field(factory=dict)
    _shared: dict[str, None] = attrs.field(factory=dict)
    _rules: Counter[RulesInfo] = attrs.field(factory=Counter)

    def add(self, result: DocumentResult, day: date | None) -> None:
        """Look at a result.

        Args:
            result: the result of a document.
            day: its day, None where it is not known.
        """
        unnamed = [c.actor for c in result.commitments if c.actor is None or c.actor.name is None]
        self._commitments += len(result.commitments)
        self._unnamed += len(unnamed)
        self._open += sum(actor is not None and bool(actor.candidates) for actor in unnamed)
        if day is None:
            self._undated.append(result.id)
        content = hash((result.date, result.commitments))
        if self._contents.setdefault(result.id, content) != content:
            self._shared[result.id] = None
        self._rules[result.rules] += 1

    def notices(self, days: Mapping[str, date] | None = None, *, in_time: bool = False) -> Iterator[str]:
        """What one should know, a sentence each, with the cure.

        Args:
            days: the days that were given for documents, by id.
            in_time: whether it matters when something was said.
        """
        if self._unnamed:
            has = "has" if self._unnamed == 1 else "have"
            several = f" ({self._open} may be of one of several)" if self._open else ""
            yield f"{self._unnamed} of {self._commitments} commitments {has} no named actor and no entry{several}"
        if in_time and self._undated:
            some = f"{len(self._undated)} of {self._rules.total()} documents"
            yield f"{some} without a day: {_listed(self._undated)} (--dates FILE gives them one)"
        if self._shared:
            yield f"different results of one id count as one document: {_listed(self._shared)} (give each its own id)"
        if len(self._rules) > 1:
            sets = (f"{rules.pack} {rules.version} ({rules.sha256[:_HASH]}): {n}" for rules, n in self._rules.items())
            yield f"results of different rules: {', '.join(sets)} (run 'stance extract' over all documents again)"
        if unused := [id for id in days or () if id not in self._contents]:
            yield f"a day is given for what is no document: {_listed(unused)} (an id is that of the result)"


def surnames(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Surnames that stand alone in some documents, with the one full name of other documents that they may mean.

    Args:
        ledger: the statements.

    >>> import stance
    >>> said = ("Karla Voss lehnt die Maut ab.", "Voss fordert eine Maut.")
    >>> list(surnames(Ledger.of(stance.extract(text, id=text) for text in said)))
    [('Voss', 'Karla Voss')]
    """
    people = {s.name: s.actor for s in ledger.statements if s.kind is ActorKind.PERSON}
    full: dict[str, list[str]] = {}
    for name in sorted(people):
        if " " in name:
            full.setdefault(name.split()[-1], []).append(name)
    for name in sorted(people):
        others = full.get(name, ())
        if len(others) == 1 and people[others[0]] != people[name]:
            yield name, others[0]


def _listed(ids: Iterable[str]) -> str:
    """Some ids by name, the others by number."""
    all_ids = list(ids)
    more = f" and {len(all_ids) - _SHOWN} more" if len(all_ids) > _SHOWN else ""
    return ", ".join(map(repr, all_ids[:_SHOWN])) + more
