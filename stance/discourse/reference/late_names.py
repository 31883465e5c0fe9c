"""Late names: „Sein Vater bedauert das. „Schade“, so Karl Ott." tells the name behind the noun.

News text says who somebody is where it first gives the full name. A name that comes bare (no noun before it, no
apposition, age, party or origin behind it) is therefore whose noun stood just before without a name, or stands in the
next sentence (bridging: Clark 1975). Phrases and full names flow in; the nouns with their names flow out. All offsets
are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase
from stance.discourse.reference.characterisations import Characterisations
from stance.discourse.reference.names import NAME_TAGS, Names
from stance.discourse.reference.salience import Salience, quotation
from stance.discourse.reference.trades import verbs_of
from stance.discourse.wordlists import word_ends, word_list
from stance.german import government, meaning, nominal, noun_phrases
from stance.matching.view import View

_REACH: Final = 2
"""How many sentences the noun may stand before the name."""
_DESCRIBING: Final = frozenset({"ART", "NN", "ADJA", "APPR", "APPRART", "CARD", "PPOSAT", "PRELS", "PRELAT"})
_WHOSE: Final = frozenset({"ART", "PPOSAT"})


@attrs.frozen(eq=False, slots=False)
class LateNames:
    """The late names of one document.

    Attributes:
        names: its names.
        is_named: whether a phrase means somebody whose name the document gives elsewhere.
        introduced: the names that the noun of a phrase introduces without attribute or owner, and where it does.
    """

    names: Names
    is_named: Callable[[NounPhrase], bool]
    introduced: Callable[[NounPhrase], Sequence[tuple[str, int]]]

    @property
    def _view(self) -> View:
        return self.names.view

    @cached_property
    def _salience(self) -> Salience:
        return Salience(self._view)

    @cached_property
    def _characterisations(self) -> Characterisations:
        return Characterisations(self._view)

    def name_of(self, noun: int) -> str | None:
        """Whose name comes later, or bare in the sentence before; None where there is none.

        Args:
            noun: the head of a phrase.
        """
        return self._named.get(noun)

    @cached_property
    def _named(self) -> Mapping[int, str]:
        found: dict[int, str] = {}
        for name, start in sorted(self._bare(), key=lambda one: one[1]):
            taken = set(found)
            noun = self._before(name, start, taken) or self._after(name, start, taken)
            if noun is not None:
                found[noun] = name
        for np in self._nouns:
            again = None if np.head in found else self._called_again(np)
            if again is not None:
                found[np.head] = again
        return found

    def _called_again(self, np: NounPhrase) -> str | None:
        """„Ihr früherer Manager drohte. Der Manager, Falk Ott, …": who is named by the same noun soon after it."""
        here = self._salience.number_of(np.head)
        later = {name for name, at in self.introduced(np) if 0 < self._salience.number_of(at) - here <= _REACH}
        alone = len(later) == 1 and not self._is_of_setting(np) and (np.attributes or self._is_owned(np))
        name = next(iter(later)) if alone else None
        return name if name is not None and self._fits(np, name) else None

    # -- bare names ----------------------------------------------------------------------------------------------------

    def _bare(self) -> Iterator[tuple[str, int]]:
        """Full names of people who speak where they are first named, and of whom nothing is said there."""
        for name, starts in self.names.people.items():
            start = min(starts)
            np = self._view.graph.noun_phrase_at(start)
            run = [] if np is None else self.names.run(np.tokens)
            if np is None or not run or run[0] != start or np.conjuncts or self.names.catalogue.named(name) is not None:
                continue
            if np.head in run and np.tokens[0] == start and not self._is_described(run) and self._speaks(run):
                yield name, start

    def _is_described(self, run: Sequence[int]) -> bool:
        """Whether a noun before a name or what follows says who it is („Udo Lamm, 48,", „Udo Lamm vom Mieterbund")."""
        view, behind = self._view, run[-1] + 1
        before = run[0] and view.tag(run[0] - 1) in ("NN", "NE", "ADJA", "CARD", "PPOSAT")
        if before or behind >= len(view.graph.doc):
            return bool(before)
        if view.text(behind) == ",":
            return behind + 1 < len(view.graph.doc) and view.tag(behind + 1) in _DESCRIBING
        return view.text(behind) in ("(", "/") or view.lower(behind) in word_list("owning") | word_list("from_places")

    def _speaks(self, run: Sequence[int]) -> bool:
        """Whether somebody says something: the subject of a verb of saying, or behind „so“ or „laut“."""
        view, start, behind = self._view, run[0], run[-1] + 1
        if start and view.lower(start - 1) in word_list("before_speakers"):
            return True
        if behind < len(view.graph.doc) and view.lower(behind) in word_list("behind_speakers"):
            return True
        clause = view.graph.clause_at(start)
        subject = None if clause is None else view.subject(clause)
        if clause is None or clause.verb is None or subject is None or start not in subject.tokens:
            return False
        return bool({clause.verb.lemma, *clause.verb.modals} & government.verbs("saying"))

    # -- nouns ---------------------------------------------------------------------------------------------------------

    def _before(self, name: str, start: int, taken: set[int]) -> int | None:
        """The only noun without a name in the nearest sentence before a name that has any."""
        here, own = self._salience.number_of(start), self._view.graph.clause_at(start)
        near = [np for np in self._nouns if np.head < start and here - self._salience.number_of(np.head) <= _REACH]
        near = [np for np in near if own is None or np.head not in own.tokens]
        fitting = [np for np in near if np.head not in taken and self._fits(np, name)]
        nearest = max((self._salience.number_of(np.head) for np in fitting), default=0)
        found = [np for np in fitting if self._salience.number_of(np.head) == nearest]
        return found[0].head if len({self._view.lemma(np.head) for np in found}) == 1 else None

    def _after(self, name: str, start: int, taken: set[int]) -> int | None:
        """The noun without a name that is the subject of the sentence behind a name with nobody else of that sex."""
        here = self._salience.number_of(start)
        if self._has_rival(name, here):
            return None
        near = [np for np in self._nouns if self._salience.number_of(np.head) == here + 1 and np.head not in taken]
        near = [np for np in near if self._is_subject(np) and not (np.possessor or self._is_owned(np))]
        found = [np for np in near if not self._is_of_setting(np) and self._fits(np, name)]
        return found[0].head if len(found) == 1 else None

    def _has_rival(self, name: str, sentence: int) -> bool:
        """Whether somebody else is named in a sentence who may be of the sex of a name."""
        others = (other for other in self.names.people if other != name)
        near = (o for o in others if any(self._salience.number_of(at) == sentence for at in self.names.people[o]))
        return any(self.names.genders(other) & self.names.genders(name) for other in near)

    @cached_property
    def _nouns(self) -> tuple[NounPhrase, ...]:
        """Definite phrases for one person without a name."""
        return tuple(np for np in self._view.graph.noun_phrases if self._is_nameless(np))

    def _is_nameless(self, np: NounPhrase) -> bool:
        view = self._view
        noun = view.text(np.head)
        if np.conjuncts or view.tag(np.head) != "NN" or meaning.animacy(noun) != "person" or not self._is_definite(np):
            return False
        if quotation(view, np.head) is not None:
            return False
        if any(view.tag(t) in NAME_TAGS for t in np.tokens if t > np.head and t not in np.possessor):
            return False
        if view.lemma(np.head).lower() in word_list("plain_people") or verbs_of(noun):
            return False
        return not (self._characterisations.is_one(np) or self.is_named(np))

    def _is_definite(self, np: NounPhrase) -> bool:
        """Whether an article, a possessive or a name in the genitive before a noun says who is meant."""
        view = self._view
        if any(t < np.head for t in np.possessor):
            return True  # „Kranichs Sprecherin“
        determiner = np.determiner
        if determiner is None or view.tag(determiner) not in _WHOSE:
            return False
        return view.tag(determiner) == "PPOSAT" or view.lower(determiner) in word_list("definite")

    def _fits(self, np: NounPhrase, name: str) -> bool:
        """Whether a phrase is for one person of the sex that a name tells."""
        view = self._view
        pairs = [(view.text(t), view.tag(t)) for t in np.tokens if t <= np.head and t not in np.possessor]
        shown = noun_phrases.noun_phrase(pairs) or nominal.noun(view.text(np.head))
        genders = {a.gender for a in shown if a.number == "sg"}
        return bool(genders & self.names.genders(name))

    def _is_of_setting(self, np: NounPhrase) -> bool:
        """Whether somebody belongs to a setting, as judges do to a court, and speaks for no body by the noun."""
        noun = self._view.lemma(np.head).lower()
        spoken_for = noun not in word_list("speaking_for_bodies") and noun.endswith(word_ends("speaking_for_bodies"))
        return noun.removesuffix("in").endswith(word_ends("of_settings")) and not spoken_for

    def _is_owned(self, np: NounPhrase) -> bool:
        """Whether somebody is of who was named just before („Sein Arzt riet ihm ab“)."""
        return np.determiner is not None and self._view.tag(np.determiner) == "PPOSAT"

    def _is_subject(self, np: NounPhrase) -> bool:
        clause = self._view.graph.clause_at(np.head)
        subject = None if clause is None else self._view.subject(clause)
        return subject is not None and subject.head == np.head
