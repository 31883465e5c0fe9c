"""The grammatical features that the modules of this package share: case, gender, number, agreement."""

from __future__ import annotations

from typing import Final, Literal

import attrs

Case = Literal["nom", "acc", "dat", "gen"]
Gender = Literal["m", "f", "n"]
Number = Literal["sg", "pl"]
Declension = Literal["definite", "indefinite", "strong"]

CASES: Final[tuple[Case, ...]] = ("nom", "acc", "dat", "gen")
GENDERS: Final[tuple[Gender, ...]] = ("m", "f", "n")
DECLENSIONS: Final[tuple[Declension, ...]] = ("definite", "indefinite", "strong")


@attrs.frozen(order=True, cache_hash=True)
class Agreement:
    """Case, gender and number of a nominal form.

    Attributes:
        case: nom, acc, dat or gen.
        gender: m, f or n; None in the plural, where German shows none.
        number: sg or pl.
    """

    case: Case
    gender: Gender | None
    number: Number


ALL: Final[frozenset[Agreement]] = frozenset(
    [Agreement(case, gender, "sg") for case in CASES for gender in GENDERS]
    + [Agreement(case, None, "pl") for case in CASES]
)
