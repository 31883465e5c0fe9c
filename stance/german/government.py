"""What verbs govern, as far as reading a clause needs it: complements, control, cases of objects.

Sources: Helbig & Schenkel (1969), Schumacher et al., VALBU (2004). The lists are data (``data/government.yaml``).
"""

from __future__ import annotations

from functools import cache, lru_cache

from stance.german import nominal
from stance.german.tables import read_data, words


@cache
def verbs(group: str) -> frozenset[str]:
    """The verb lemmas of one group of ``data/government.yaml``.

    Args:
        group: ``saying``, ``control_accusative``, ``control_dative``, ``coherent``, ``copula``,
            ``dative_only``, ``ditransitive``, ``genitive_objects``, ``adjectival_particles``,
            ``given_infinitives``, ``source_aus`` or ``control_adjectives``.

    Returns:
        Lemmas, particle verbs in one word.

    Raises:
        KeyError: there is no such group.

    >>> "bleiben" in verbs("copula"), "sagen" in verbs("copula")
    (True, False)
    """
    return frozenset(words(read_data("government")[group]))


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
    return any(lemma == own or lemma.endswith(own.lower()) for own in words(read_data("government")[group]))


@lru_cache(maxsize=4096)
def is_occasion(noun: str) -> bool:
    """Whether a noun, in any form, names an occasion on which something is said.

    >>> is_occasion("Pressekonferenz"), is_occasion("Politik")
    (True, False)
    """
    return _has_head(noun, "occasions")


@lru_cache(maxsize=4096)
def takes_complement(noun: str) -> bool:
    """Whether a noun, in any form, takes a clause as its complement.

    >>> takes_complement("Kernforderungen"), takes_complement("Gespräch")
    (True, False)
    """
    return _has_head(noun, "complement_nouns")
