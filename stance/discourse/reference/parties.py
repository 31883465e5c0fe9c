"""Parties: of which party the text says that somebody is („Dirk Krause (SPD)", „der CDU-Abgeordnete Udo Lamm").

Names flow in, the short name of a party flows out; so does the party whose members a noun names („Sozialdemokrat").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from stance.discourse.reference.names import Names
from stance.discourse.wordlists import word_table
from stance.german import meaning
from stance.matching.view import View


def parties_of(noun: str) -> frozenset[str]:
    """The parties whose members a noun can name; none where it tells none.

    >>> sorted(parties_of("Sozialdemokratin")), sorted(parties_of("CDU-Politiker")), sorted(parties_of("Bäcker"))
    (['SP', 'SPD', 'SPÖ'], ['CDU'], [])
    """
    first, hyphen, _ = noun.partition("-")
    if hyphen and meaning.is_party(first):
        return frozenset({first})
    member = noun.lower().removesuffix("en").removesuffix("in").removesuffix("e").removesuffix("r").removesuffix("e")
    return word_table("members_of").get(member, frozenset())


@attrs.frozen(eq=False, slots=False)
class Parties:
    """The parties of the people of one document.

    Attributes:
        names: its names.
    """

    names: Names

    @property
    def _view(self) -> View:
        return self.names.view

    def of(self, name: str) -> str | None:
        """The party that the text tells beside a name, None where it tells none.

        Args:
            name: canonical name.
        """
        return self._told.get(name)

    @cached_property
    def _told(self) -> Mapping[str, str]:
        told = ((name, self._beside(name, start)) for name, starts in self.names.people.items() for start in starts)
        return {name: party for name, party in told if party is not None}

    def _beside(self, name: str, start: int) -> str | None:
        """The party in brackets behind a mention of a name, or in the noun before it."""
        view, behind = self._view, start + len(name.split())
        if behind + 1 < len(view.graph.doc) and view.text(behind) == "(" and meaning.is_party(view.text(behind + 1)):
            return view.text(behind + 1)
        first, hyphen, _ = view.text(start - 1).partition("-") if start else ("", "", "")
        return first if hyphen and meaning.is_party(first) else None
