"""The catalogue of known actors: names, aliases, offices with their holders over time, metonyms.

Entries as the reader checked them flow in; lookups by name, by metonym and by office at a date flow out. An office
without a date, or with several possible holders, gives all of them: who is meant is for the document to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from stance.model import ActorKind


@attrs.frozen
class Tenure:
    """An office held by a person for a time.

    Attributes:
        office: id of the office.
        since: ISO date or its beginning ("2021-12-08", "2021"), or None where it is not said.
        until: likewise, the last day; None for an office that is still held.
    """

    office: str
    since: str | None = None
    until: str | None = None

    def covers(self, date: str) -> bool:
        """Whether the office was held on a date.

        Args:
            date: ISO date, or a year, or year and month.

        >>> Tenure("x", "2021-12-08", "2025-05-06").covers("2023-01-01")
        True
        >>> Tenure("x", "2021-12-08").covers("2021")
        True
        """
        begun = self.since is None or self.since[: len(date)] <= date[: len(self.since)]
        return begun and (self.until is None or date[: len(self.until)] <= self.until[: len(date)])


@attrs.frozen
class Office:
    """An office or function that descriptions name.

    Attributes:
        id: its id.
        titles: how a holder is called, in the nominative, where the title alone tells ("Bundeskanzlerin").
        common: titles that tell only with the adjective of its country ("Präsident": „der amerikanische Präsident").
        of: id of the actor it belongs to, or None.
    """

    id: str
    titles: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    of: str | None = None


@attrs.frozen
class Entry:
    """One known actor.

    Attributes:
        id: stable id ("olaf-scholz").
        name: canonical name.
        kind: what sort of holder it is.
        aliases: other names that mean nobody else.
        nouns: nouns that mean it where it was named before ("Gewerkschaft").
        metonyms: places and buildings that stand for it where they act ("Berlin fordert").
        adjectives: adjectives without ending, and first parts of compounds with hyphen, that say that something is its
            own ("amerikanisch", "US-").
        gender: "m", "f" or None.
        offices: what it held and when.
        member_of: ids of the actors it belongs to.
        wikidata: Wikidata id, or None.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    gender: str | None = None
    offices: tuple[Tenure, ...] = ()
    member_of: tuple[str, ...] = ()
    wikidata: str | None = None


def title_key(title: str) -> str:
    """A title with the endings of its attributes taken off, so that it is found in every case.

    >>> title_key("amerikanischer Präsident"), title_key("US-Präsident")
    ('amerikanisch präsident', 'us-präsident')
    """
    *attributes, noun = title.lower().split()
    return " ".join((*(re.sub(r"e[nmrs]?$", "", word) for word in attributes), noun))


@attrs.frozen(slots=False)
class Catalogue:
    """Known actors and offices.

    Attributes:
        entries: the actors, one for each id.
        offices: the offices, one for each id.
    """

    entries: tuple[Entry, ...] = ()
    offices: tuple[Office, ...] = ()

    def named(self, name: str) -> Entry | None:
        """The actor of a name or alias, None where there is none or more than one.

        >>> spd = Entry("spd", "SPD", ActorKind.ORGANISATION, ("Sozialdemokraten",))
        >>> Catalogue((spd,)).named("Sozialdemokraten").name
        'SPD'
        """
        found = self._names.get(name, ())
        return found[0] if len(found) == 1 else None

    def may_end_in(self, word: str) -> bool:
        """Whether a name, alias or metonym ends in a word, with or without the genitive -s or -es.

        >>> verdi = Entry("verdi", "Gewerkschaft Verdi", ActorKind.ORGANISATION)
        >>> Catalogue((verdi,)).may_end_in("Verdis"), Catalogue((verdi,)).may_end_in("Gewerkschaft")
        (True, False)
        """
        return not self._last_words.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es")))

    def has(self, id: str) -> bool:
        """Whether there is an actor with this id."""
        return id in self._by_id

    def body_of(self, id: str) -> Entry | None:
        """The first organisation that a person belongs to, else the first government; None where there is neither.

        >>> spd = Entry("spd", "SPD", ActorKind.ORGANISATION)
        >>> Catalogue((spd, Entry("voss", "Karla Voss", ActorKind.PERSON, member_of=("spd",)))).body_of("voss").name
        'SPD'
        """
        entry = self._by_id.get(id)
        if entry is None or entry.kind is not ActorKind.PERSON:
            return None
        bodies = [body for id in entry.member_of if (body := self._by_id.get(id)) is not None]
        kinds = (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)
        return next((body for kind in kinds for body in bodies if body.kind is kind), None)

    def metonym(self, name: str) -> Entry | None:
        """The actor that a place or building stands for, or None."""
        found = self._metonyms.get(name, ())
        return found[0] if len(found) == 1 else None

    def metonyms_of(self, name: str) -> tuple[Entry, ...]:
        """All that a place or building can stand for."""
        return self._metonyms.get(name, ())

    def holders(self, title: str, date: str | None) -> tuple[Entry, ...]:
        """Who a title can mean.

        Args:
            title: a key as :func:`title_key` makes it.
            date: date of the document, or None where it has none.

        Returns:
            The holders at the date; all holders there ever were where there is no date.
        """
        offices = self._titles.get(title, frozenset())
        if not offices:
            return ()
        return tuple(
            entry
            for entry in self.entries
            if any(t.office in offices and (date is None or t.covers(date)) for t in entry.offices)
        )

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _names(self) -> dict[str, tuple[Entry, ...]]:
        own = _index((name, entry) for entry in self.entries for name in (entry.name, *entry.aliases))
        return _index(_governments(self.entries)) | own

    @cached_property
    def _last_words(self) -> frozenset[str]:
        return frozenset(name.split()[-1] for name in (*self._names, *self._metonyms) if name.split())

    @cached_property
    def _metonyms(self) -> dict[str, tuple[Entry, ...]]:
        return _index((name, entry) for entry in self.entries for name in entry.metonyms)

    @cached_property
    def _titles(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        adjectives = {entry.id: entry.adjectives for entry in self.entries}
        for office in self.offices:
            for title in office.titles:
                found.setdefault(title_key(title), set()).add(office.id)
            for adjective in adjectives.get(office.of or "", ()):
                for title in office.common:
                    between = "" if adjective.endswith("-") else " "
                    found.setdefault(title_key(f"{adjective}{between}{title}"), set()).add(office.id)
        return {title: frozenset(ids) for title, ids in found.items()}


def _governments(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """„griechische Regierung" for a state, by its adjectives."""
    for entry in entries:
        for adjective in entry.adjectives if entry.kind is ActorKind.GOVERNMENT else ():
            if adjective[:1].islower() and not adjective.endswith("-"):
                yield f"{adjective}e Regierung", entry


def _index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for name, entry in pairs:
        if entry not in found.get(name, ()):
            found[name] = (*found.get(name, ()), entry)
    return found
