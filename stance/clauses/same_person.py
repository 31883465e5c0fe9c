"""Two descriptions joined by "und" that mean one person („Vizekanzler und Parteichef Karl Huber hat …").

A joined phrase flows in; where one article, a name or a singular verb shows that it is one person, it becomes one. All
offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence

from stance.clauses.phrases import Phrase
from stance.clauses.words import Words
from stance.german import meaning, nominal, verbs
from stance.german.features import Agreement


class Uniter:
    """Unites descriptions of one person in a clause.

    Args:
        words: the tagged Doc.
        finite: the finite verb of the clause, or None.
    """

    def __init__(self, words: Words, finite: int | None) -> None:
        self.words = words
        self.finite = finite

    def unite(self, phrase: Phrase) -> None:
        """„Vizekanzler und Parteichef Karl Huber hat …": two offices before one name are one person.

        So are two descriptions with one article before a singular verb („Der Ukrainer und aktuelle Meister will …").
        """
        if len(phrase.conjuncts) != 2 or not all(phrase.conjuncts):
            return
        if self._is_described_twice(phrase):
            phrase.conjuncts, phrase.joined = [], False
            phrase.features = frozenset(Agreement(case, None, "sg") for case in phrase.cases())  # type: ignore[arg-type]
            return
        if not self._are_offices(*phrase.conjuncts):
            return
        shared = phrase.determiner is not None and self._is_masculine(phrase.determiner)
        if shared or (self.finite is not None and phrase.kind == "np" and self._takes_singular(self.finite)):
            phrase.head, phrase.conjuncts, phrase.joined = phrase.conjuncts[1][0], [], False
            phrase.features = frozenset(Agreement(case, None, "sg") for case in phrase.cases())  # type: ignore[arg-type]

    def _is_described_twice(self, phrase: Phrase) -> bool:
        """Whether one article and a singular verb show that two nouns for persons mean the same person."""
        first, second = phrase.conjuncts
        tags, texts = self.words.tags, self.words.texts
        if phrase.kind != "np" or phrase.determiner is None or self.finite is None or phrase.determiner not in first:
            return False
        nouns = [next((texts[t] for t in reversed(part) if tags[t] == "NN"), "") for part in (first, second)]
        persons = all(meaning.animacy(noun) == "person" for noun in nouns)
        return persons and tags[second[0]] in {"NN", "ADJA"} and self._takes_singular(self.finite)

    def _are_offices(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether a noun for a person is joined to another without article that stands before a name."""
        tags, texts = self.words.tags, self.words.texts
        if not first or not second:  # „Verbleib in oder Austritt aus dem Bund"
            return False
        person = meaning.animacy(texts[first[-1]]) == "person" and meaning.animacy(texts[second[0]]) == "person"
        return person and tags[first[-1]] == tags[second[0]] == "NN" and tags[second[-1]] == "NE"

    def _is_masculine(self, determiner: int) -> bool:
        """Whether an article is masculine and singular: „der Kanzler und Parteichef", not „die Ministerin und"."""
        features = nominal.determiner(self.words.texts[determiner])
        return any(f.number == "sg" and f.gender == "m" for f in features)

    def _takes_singular(self, finite: int) -> bool:
        """Whether a finite form is singular in the third person, and nothing else."""
        forms = [f for f in verbs.analyse(self.words.texts[finite]) if f.kind == "finite" and f.person == 3]
        return bool(forms) and all(form.number == "sg" for form in forms)
