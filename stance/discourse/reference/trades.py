"""Trades and roles: what a noun for a person says, a trade or office, or what somebody is to others or in an event.

Nouns flow in; whether they name a trade or a role, and the verbs of a nominalised participle, flow out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from stance.discourse.wordlists import word_list, word_table
from stance.german import nominal
from stance.german import verbs as german_verbs

PLAIN: Final = str.maketrans("äöü", "aou")
"""Vowels without umlaut."""
_RELATIONS: Final = ("converses", "roles_of_subjects", "roles_of_others")


def is_role(lemma: str, form: str) -> bool:
    """Whether a noun says what somebody is to others or in an event, rather than of what trade.

    Args:
        lemma: the noun's lemma.
        form: the noun as it stands.

    >>> [is_role(noun, noun) for noun in ("Vater", "Verlierer", "Entlassene", "Minister")]
    [True, True, True, False]
    """
    base = role_noun(lemma, form)
    compared = base in role_list("older") or base in role_list("younger") or base in role_list("companions")
    return compared or any(base in role_table(name) for name in _RELATIONS) or bool(verbs_of(form))


def is_trade(noun: str) -> bool:
    """Whether a noun says of what trade or office somebody is, rather than what somebody is to others.

    Args:
        noun: in small letters.

    >>> [is_trade(noun) for noun in ("landrat", "kollegin", "tochter")]
    [True, False, False]
    """
    base = base_of(noun)
    return not any(base in role_list(name) for name in ("companions", "kin_nouns", "relational_nouns"))


def base_of(noun: str) -> str:
    """A noun for people without the endings of sex, and without umlaut.

    >>> [base_of(noun) for noun in ("Anwältin", "anwalt", "Kollegin", "kollege", "Jüngerer")]
    ['anwalt', 'anwalt', 'kolleg', 'kolleg', 'jungerer']
    """
    return noun.lower().translate(PLAIN).removesuffix("in").removesuffix("e")


def role_noun(lemma: str, form: str) -> str:
    """The base of a noun; of nominalised adjectives the strong form for men („die Beklagte": „beklagter")."""
    readings = nominal.common_readings(form)
    adjectival = bool(readings) and all(reading.kind == "adjectival" for reading in readings)
    return base_of(re.sub(r"e[nrm]?$", "er", form) if adjectival else lemma)


@cache
def role_list(name: str) -> frozenset[str]:
    return frozenset(map(base_of, word_list(name)))


@cache
def role_table(name: str) -> Mapping[str, frozenset[str]]:
    return {base_of(key): words for key, words in word_table(name).items()}


def verbs_of(participle: str) -> frozenset[str]:
    """The verbs of a nominalised participle („Entlassener": entlassen)."""
    form = re.sub(r"e[nrm]?$", "", participle.lower())
    found = german_verbs.analyse(form) if form != participle.lower() else ()
    return frozenset(one.lemma for one in found if one.kind == "participle")


def males(noun: str) -> tuple[str, ...]:
    """A noun for people in the forms that it can have for men („expertin": „expert", „experte"; „ärztin": „arzt")."""
    if not noun.endswith("in"):
        return (noun,)
    male = noun.removesuffix("in")
    plain = male.replace("ä", "a")
    return (male, male + "e", plain, plain + "e")


def is_wider(noun: str, other: str) -> bool:
    """Whether a noun for people is wider than another.

    >>> is_wider("Musikerin", "Geigerin"), is_wider("Geiger", "Musiker")
    (True, False)
    """
    narrower = tuple(end for male in males(noun.lower()) for end in word_table("wider_people").get(male, ()))
    return bool(narrower) and any(male.endswith(narrower) for male in males(other.lower()))


def is_akin(noun: str, trade: str) -> bool:
    """Whether who is of a trade may be what a noun says, both in small letters.

    >>> is_akin("bildhauer", "künstler"), is_akin("winzer", "künstler"), is_akin("altbürgermeister", "bürgermeister")
    (True, False, True)
    """
    return noun.endswith(trade) or trade.endswith(noun) or is_wider(trade, noun)
