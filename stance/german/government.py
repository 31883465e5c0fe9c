"""What verbs govern, as far as reading a clause needs it: complements, control, cases of objects.

Sources: Helbig & Schenkel (1969), Schumacher et al., VALBU (2004). The lists are data (``data/government.yaml``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import attrs

from stance.german import nominal
from stance.german.tables import SortedTable, read_data, words

_TABLE: Final = "government.xz"
_ENOUGH: Final = 12
_ACCUSATIVE_WEIGHTS: Final = ((0.12, -4.0), (0.2, -2.0), (0.3, -0.5), (0.45, 0.0), (1.0, 1.5))
_DATIVE_WEIGHTS: Final = ((0.03, -2.5), (0.07, -1.0), (0.15, 0.0), (1.0, 1.0))


@cache
def verbs(group: str) -> frozenset[str]:
    """The verb lemmas of one group of ``data/government.yaml``.

    Args:
        group: ``addressing``, ``saying``, ``saying_adjectives``, ``saying_reflexives``, ``hearing``,
            ``control_accusative``, ``control_dative``, ``coherent``, ``copula``, ``dative_only``, ``ditransitive``,
            ``genitive_objects``, ``adjectival_particles``, ``given_infinitives``, ``giving``, ``passing_on``,
            ``says_itself``, ``source_aus``, ``thanking`` or ``control_adjectives``.

    Returns:
        Lemmas, particle verbs in one word.

    Raises:
        KeyError: there is no such group.

    >>> "bleiben" in verbs("copula"), "sagen" in verbs("copula")
    (True, False)
    """
    return frozenset(words(read_data("government")[group]))


@attrs.frozen
class Frame:
    """What a verb takes beside its subject, as one number for each question that the assignment of roles asks.

    Attributes:
        lemma: the verb.
        clauses: how many clauses with a certain subject were counted; 0 for a verb that no table knows.
        accusative, dative, actor: shares of them with an accusative, with a dative, with somebody who acts as subject.
    """

    lemma: str
    clauses: int = 0
    accusative: float = 0.0
    dative: float = 0.0
    actor: float = 0.0

    @property
    def takes_dative(self) -> bool:
        """Whether a dative is one of its objects."""
        return self.lemma in verbs("ditransitive") or self.lemma in verbs("dative_only")

    @property
    def addresses(self) -> bool:
        """Whether a clause can stand for its accusative, so that a person beside it is a dative ("riet ihm, …")."""
        return self.lemma in verbs("saying") or self.lemma in verbs("control_dative")

    def likes_accusative(self) -> float:
        """What speaks for an accusative beside the verb (positive) or against it (negative)."""
        if self.lemma in verbs("intransitive"):
            return -5.0
        if self.lemma in verbs("dative_only") and self.lemma not in verbs("ditransitive"):
            return -2.0
        if self.clauses < _ENOUGH:
            return 0.0
        weight = next(weight for share, weight in _ACCUSATIVE_WEIGHTS if self.accusative <= share)
        return min(max(weight, 0.0), 1.0) if self.addresses else weight

    def likes_dative(self, accusative: bool) -> float:
        """What speaks for a dative beside the verb, with or without an accusative."""
        if self.lemma in verbs("ditransitive"):
            return 2.0 if accusative or self.addresses else 1.0
        if self.lemma in verbs("dative_only"):
            return 0.0 if accusative else 3.0
        if self.clauses < _ENOUGH:
            return -1.5
        return next(weight for share, weight in _DATIVE_WEIGHTS if self.dative <= share)

    def needs_actor(self) -> float:
        """How much worse a thing is as subject than somebody who acts."""
        return max(0.0, 8.0 * self.actor - 4.5) if self.clauses >= _ENOUGH else 2.5


@lru_cache(maxsize=4096)
def frame(lemma: str) -> Frame:
    """The frame of a verb.

    >>> frame("fordern").accusative > frame("fehlen").accusative
    True
    """
    entry = _table().get(lemma)
    if entry is None:
        return Frame(lemma)
    clauses, accusative, dative, actor = (int(number) for number in entry.split()[:4])
    return Frame(lemma, clauses, accusative / 100, dative / 100, actor / 100)


@lru_cache(maxsize=1 << 14)
def noun_prepositions(noun: str) -> frozenset[str]:
    """The prepositions whose phrase belongs to a noun, in any form, wherever it stands behind it.

    >>> sorted(noun_prepositions("Gesprächen")), sorted(noun_prepositions("Kürzungen"))
    (['mit'], ['bei'])
    """
    lemmas = {nominal.noun_lemma(noun), *(reading.lemma for reading in nominal.common_readings(noun))}
    found = {p for lemma in lemmas for p in (_table().get(lemma) or "").split()}
    ends = (lemma[start:] for lemma in lemmas for start in range(len(lemma)))
    return frozenset(found.union(*(_noun_objects().get(end, ()) for end in ends)))


@cache
def _noun_objects() -> dict[str, frozenset[str]]:
    """Heads of nouns, with capital and without → the prepositions that they govern."""
    found: dict[str, set[str]] = {}
    for preposition, heads in read_data("government")["noun_objects"].items():
        for head in words(heads):
            found.setdefault(head, set()).add(preposition)
            found.setdefault(head.lower(), set()).add(preposition)
    return {head: frozenset(prepositions) for head, prepositions in found.items()}


@cache
def _table() -> SortedTable:
    return SortedTable.load(_TABLE)


@cache
def measures() -> frozenset[str]:
    """Nouns that measure distance, extent or degree; their accusative can be adverbial."""
    return frozenset(words(read_data("government")["measures"]))


@cache
def control_preposition(lemma: str) -> str | None:
    """The preposition whose object controls the zu-infinitive of a verb.

    >>> control_preposition("appellieren")
    'an'
    """
    preposition: str | None = read_data("government")["control_prepositional"].get(lemma)
    return preposition


@cache
def _prepositional_objects() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for preposition, lemmas in read_data("government")["prepositional_objects"].items():
        for lemma in words(lemmas):
            found.setdefault(lemma, set()).add(preposition)
    return {lemma: frozenset(prepositions) for lemma, prepositions in found.items()}


def prepositions(lemma: str) -> frozenset[str]:
    """The prepositions whose phrase is an object of a verb.

    >>> sorted(prepositions("einigen"))
    ['auf', 'mit']
    """
    return _prepositional_objects().get(lemma, frozenset())


def _has_head(noun: str, group: str) -> bool:
    lemma = nominal.noun_lemma(noun)
    heads, ends = _heads(group)
    return lemma in heads or lemma.endswith(ends)


@cache
def _heads(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns of a group, and how compounds with them end."""
    heads = words(read_data("government")[group])
    return frozenset(heads), tuple(head.lower() for head in heads)


@lru_cache(maxsize=4096)
def is_occasion(noun: str) -> bool:
    """Whether a noun, in any form, names an occasion on which something is said.

    >>> is_occasion("Pressekonferenz"), is_occasion("Politik")
    (True, False)
    """
    return _has_head(noun, "occasions")


@lru_cache(maxsize=4096)
def is_act_of_somebody(noun: str) -> bool:
    """Whether a noun, in any form, names an act or event whose ``von`` says whose it is.

    >>> is_act_of_somebody("Staatsbesuch"), is_act_of_somebody("Sitzung")
    (True, False)
    """
    return _has_head(noun, "own_acts")


@lru_cache(maxsize=4096)
def sets_scene(noun: str) -> bool:
    """Whether a noun, in any form, names an event before which or people before whom something is said.

    >>> sets_scene("Länderspiel"), sets_scene("Krieg")
    (True, False)
    """
    return _has_head(noun, "scenes")


@lru_cache(maxsize=4096)
def works_for_media(noun: str) -> bool:
    """Whether a noun, in any form, names somebody who speaks or writes for a medium or leads it.

    >>> works_for_media("Chefredakteurin"), works_for_media("Ministerin")
    (True, False)
    """
    return _has_head(noun, "media_people") or nominal.noun_lemma(noun) in words(read_data("government")["media_heads"])


@lru_cache(maxsize=4096)
def takes_genitive(noun: str, genitive: str) -> bool:
    """Whether a feminine behind a noun is rather its genitive than a dative beside it.

    Args:
        noun: the noun, in any form.
        genitive: the noun that is genitive or dative.

    >>> takes_genitive("Vorstandschefin", "Bahn"), takes_genitive("SPD-Chefin", "Bahn")
    (True, False)
    """
    named = read_data("government")["named_genitives"].get(nominal.noun_lemma(noun), "")
    compound, _, _ = noun.rpartition("-")
    return genitive in words(named) or (not compound.isupper() and _has_head(noun, "relational_nouns"))


@lru_cache(maxsize=4096)
def takes_complement(noun: str) -> bool:
    """Whether a noun, in any form, takes a clause as its complement.

    >>> takes_complement("Kernforderungen"), takes_complement("Gespräch")
    (True, False)
    """
    return _has_head(noun, "complement_nouns")


@lru_cache(maxsize=4096)
def controls(noun: str) -> bool:
    """Whether the genitive of a noun, in any form, is the understood subject of its infinitive.

    >>> controls("Sparpläne"), controls("Forderung")
    (True, False)
    """
    return _has_head(noun, "control_nouns")


@lru_cache(maxsize=4096)
def asks_others(noun: str) -> bool:
    """Whether a noun, in any form, asks for what others are to do ("stellte den Antrag, die Sitzung zu vertagen").

    >>> asks_others("Eilantrag"), asks_others("Versuch")
    (True, False)
    """
    return _has_head(noun, "asking_nouns")


@lru_cache(maxsize=4096)
def is_reason(noun: str) -> bool:
    """Whether a noun, in any form, names a reason ("der Grund, warum …").

    >>> is_reason("Hauptgründe"), is_reason("Ergebnis")
    (True, False)
    """
    return _has_head(noun, "reason_nouns")


@lru_cache(maxsize=4096)
def is_manner(noun: str) -> bool:
    """Whether a noun, in any form, names a manner ("die Art, wie …").

    >>> is_manner("Weise"), is_manner("Partei")
    (True, False)
    """
    return nominal.noun_lemma(noun) in words(read_data("government")["manner_nouns"])
