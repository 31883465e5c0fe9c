"""What a relative pronoun agrees in, by the person right before its comma („Kämmerin Doris Feldhusen, der …").

The tagged Doc and a pronoun flow in, agreements flow out. „der" is a dative behind a woman and a nominative behind a
man; who else it can stand for, the clause itself has to tell.
"""

from __future__ import annotations

from stance.clauses.words import Words
from stance.german import meaning, nominal
from stance.german.features import Agreement
from stance.german.given_names import genders, is_given_name


def pronoun_agreements(words: Words, pronoun: int) -> frozenset[Agreement]:
    """The agreements of a pronoun, of a relative one those that suit a person named or called right before it.

    Args:
        words: the tagged Doc.
        pronoun: token index of the pronoun.
    """
    found = frozenset(reading.agreement for reading in nominal.pronoun(words.texts[pronoun]))
    if words.tags[pronoun] != "PRELS" or pronoun < 2 or words.texts[pronoun - 1] != ",":
        return found
    sexes = _sexes_before(words, pronoun - 1)
    return frozenset(a for a in found if a.number == "sg" and a.gender in sexes) if len(sexes) == 1 else found


def _sexes_before(words: Words, comma: int) -> frozenset[str]:
    """The sex of one person who stands right before a comma, none where nobody or more than one may be meant."""
    last = start = comma - 1
    while start > 0 and words.tags[start] == words.tags[start - 1] == "NE":
        start -= 1
    joined = start > 1 and words.tags[start - 1] in {"KON", "APPR", "APPRART"}
    if words.tags[last] == "NE":
        full = start < last and is_given_name(words.texts[start]) and not joined
        return genders(words.texts[start]) if full else frozenset()
    if (
        words.tags[last] != "NN"
        or not words.texts[last].endswith("in")
        or meaning.animacy(words.texts[last]) != "person"
    ):
        return frozenset()
    return frozenset({"f"}) if {f.gender for f in nominal.noun(words.texts[last])} == {"f"} else frozenset()
