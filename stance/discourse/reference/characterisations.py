"""Characterisations: „der gelernte Bäcker", „die Kölnerin", „der Christdemokrat" say something new of who was named.

A definite phrase that tells where somebody comes from, of which party, of what learning or family somebody is means the
person spoken of just before, not somebody new (bridging of predicates: Vieira & Poesio 2000). What only a role in the
events names („der Zeuge", „der Trainer") is none of these.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase
from stance.discourse.wordlists import word_ends, word_list
from stance.german import meaning
from stance.matching.view import View

_DEFINITE: Final = frozenset({"der", "die", "dem", "den"})
_MEASURED: Final = re.compile(r".*(fach|malig|jährig)e[nr]?")
"""„zweifach", „dreimalig", „48-jährig"."""


@attrs.frozen(eq=False)
class Characterisations:
    """Finds phrases that characterise somebody.

    Attributes:
        view: the clause graph.
    """

    view: View

    def is_one(self, np: NounPhrase) -> bool:
        """Whether a phrase characterises somebody already known.

        Args:
            np: the phrase.
        """
        view = self.view
        if np.determiner is None or view.lower(np.determiner) not in _DEFINITE or view.tag(np.head) != "NN":
            return False
        placed = self.is_from_place(np)
        if np.conjuncts or np.possessor or (np.tokens[-1] != np.head and not placed):
            return False
        noun = view.text(np.head)
        attributes = [view.lower(token) for token in np.attributes]
        if meaning.animacy(noun) not in ("person", "institution"):
            return False
        if self.of_another(np):
            return False
        told = any(_MEASURED.fullmatch(word) or _stem(word) in word_list("telling_attributes") for word in attributes)
        return (meaning.animacy(noun) == "person" and (told or placed)) or _tells(noun)

    def is_from_place(self, np: NounPhrase) -> bool:
        """Whether a phrase tells where somebody comes from („der Arzt aus Emden").

        Args:
            np: the phrase.
        """
        return bool(np.modifiers) and all(m.preposition in word_list("from_places") for m in np.modifiers)

    def of_another(self, np: NounPhrase) -> bool:
        """Whether an attribute tells the holder of an office apart from others of it („der damalige Werkleiter").

        Args:
            np: the phrase.
        """
        return any(_stem(self.view.lower(token)) in word_list("of_another") for token in np.attributes)


def _tells(noun: str) -> bool:
    """Whether a noun tells by itself where somebody comes from, of which party or of what learning somebody is."""
    first, _, _ = noun.partition("-")
    member = first != noun and (meaning.is_party(first) or meaning.is_party(first.removesuffix("n")))
    known = noun.lower().removesuffix("innen").endswith(word_ends("telling_nouns"))
    return member or known or _is_inhabitant(noun)


def _is_inhabitant(noun: str) -> bool:
    """Whether a noun names somebody by a place („Kölner", „Norwegerin") or a people („Däne").

    >>> [_is_inhabitant(word) for word in ("Kölnerin", "Münchner", "Däne", "Zeuge", "Bäcker")]
    [True, True, True, False, False]
    """
    peoples = word_list("peoples")
    return noun in peoples or noun.removesuffix("in") in peoples or meaning.is_inhabitant(noun)


def _stem(word: str) -> str:
    return re.sub(r"e[nrm]?$", "", word)
