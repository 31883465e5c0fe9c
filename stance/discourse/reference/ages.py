"""Ages: how old the text says that somebody is, in years or by the year of birth.

A mention flows in, a number flows out: „Udo Lamm (48)", „die 31 Jahre alte Kira Blank", „der 22-Jährige". All offsets
are token indices of the Doc.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile
from typing import Final

import attrs

from stance.discourse.reference.mentions import Antecedent
from stance.matching.view import View

_YEAR: Final = re.compile(r"1[89]\d\d|20\d\d")
_AGE: Final = re.compile(r"(\d{1,2})(-[Jj]ährige\w*)?")
_ENDING: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "KON", "$."})
_REACH: Final = 3


def age_in(word: str) -> int | None:
    """The age in years, or the year of birth below zero, that a word tells.

    >>> age_in("48-Jährigen"), age_in("1961"), age_in("Lamm")
    (48, -1961, None)
    """
    if _YEAR.fullmatch(word):
        return -int(word)
    years = _AGE.fullmatch(word)
    return None if years is None else int(years[1])


@attrs.frozen(eq=False, slots=False)
class Ages:
    """The ages that one document tells.

    Attributes:
        view: the clause graph.
    """

    view: View

    @cached_property
    def near(self) -> frozenset[int]:
        """The tokens so near to an age or a year that it may be that of who is named there."""
        told = (t for t in range(len(self.view.graph.doc)) if age_in(self.view.text(t)) is not None)
        return frozenset(token for t in told for token in range(t - _REACH, t + _REACH + 1))

    def of(self, antecedent: Antecedent) -> int | None:
        """How old somebody is, in years or as a year of birth (below zero), from the words beside a mention.

        Args:
            antecedent: the mention.
        """
        last = min(antecedent.end + 1 + _REACH, len(self.view.graph.doc))
        behind = takewhile(lambda t: self.view.tag(t) not in _ENDING, range(antecedent.end + 1, last))
        ahead = range(antecedent.end, max(antecedent.end - _REACH - 1, -1), -1)
        found = (age_in(self.view.text(token)) for tokens in (ahead, behind) for token in tokens)
        return next((age for age in found if age is not None), None)
