"""Phrases by the parse: the dependents of a verb become the same phrases that the chunker of the field source makes.

A :class:`Tree` in the common shape and the tokens of one clause come in; noun phrases, prepositional phrases, adverbs
and adjectives go out, genitives, appositions, conjuncts and attached prepositional phrases nested in them. Case, gender
and number are read off the whole phrase and narrowed by the parser's morphology, where there is one.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from stance.clauses.dependencies.labels import Relation
from stance.clauses.dependencies.normal import is_comparing, is_verbal
from stance.clauses.dependencies.tree import Tree
from stance.clauses.phrases import Phrase, agreement, head_noun
from stance.clauses.words import DETERMINER, NOMINAL, PREPOSITION, PRONOMINAL
from stance.german import closed, nominal
from stance.german.features import Agreement

_NAMES: Final = NOMINAL | {"FM", "XY", "CARD"}
_FUNCTION: Final = frozenset(
    {
        Relation.AUXILIARY,
        Relation.MARK,
        Relation.ZU,
        Relation.PARTICLE,
        Relation.CASE,
        Relation.COORDINATOR,
        Relation.PUNCTUATION,
        Relation.COPULA,
    }
)
_NOMINAL_RELATIONS: Final = frozenset(
    {Relation.SUBJECT, Relation.OBJECT, Relation.DATIVE, Relation.GENITIVE_OBJECT, Relation.EXPLETIVE, Relation.AGENT}
)
_OWN: Final = frozenset(
    {Relation.DETERMINER, Relation.ATTRIBUTE, Relation.NAME, Relation.KERNEL, Relation.ZU, Relation.PARTICLE}
)
_CASES: Final = {"Nom": "nom", "Acc": "acc", "Dat": "dat", "Gen": "gen"}
_ADPOSITIONS: Final = PREPOSITION | {"APPO"}


class PhraseReader:
    """Reads the phrases of clauses off a tree.

    Args:
        tree: the trees of the Doc.
        heads_clause: whether a token is the head of a clause of its own, which no phrase includes.
    """

    def __init__(self, tree: Tree, heads_clause: Callable[[int], bool]) -> None:
        self.tree = tree
        self.words = tree.words
        self.heads_clause = heads_clause

    def phrases(self, top: int, own: frozenset[int]) -> list[tuple[Phrase, int]]:
        """The top-level phrases of a clause in order, each with the token that heads it in the tree.

        Args:
            top: the clause's verb.
            own: the clause's tokens.
        """
        found = [pair for token in self._dependents(top) for pair in self._read(token, own)]
        return sorted(found, key=lambda pair: pair[0].tokens[0])

    def head(self, token: int) -> int:
        """The head of the noun phrase in which a noun or name stands, as phrases name it."""
        while self.tree.relations[token] is Relation.NAME and self.tree.heads[token] >= 0:
            token = self.tree.heads[token]
        return head_noun(self.words, self._names(token)) if self.words.tags[token] in _NAMES else token

    # -- what is a phrase --------------------------------------------------------------------------------------------

    def _dependents(self, token: int) -> Iterator[int]:
        """Phrase heads below a verb, adjective or adverb."""
        for child in self.tree.children(token):
            if self.tree.relations[child] in _FUNCTION or self.heads_clause(child):
                continue
            yield child
            if not self.is_nominal(child):
                yield from self._dependents(child)

    def is_nominal(self, token: int) -> bool:
        """Whether a token heads a noun phrase or a prepositional phrase."""
        tag, relation = self.words.tags[token], self.tree.relations[token]
        if tag in NOMINAL | PRONOMINAL | {"FM", "TRUNC", "PROAV", "PAV"} or relation in _NOMINAL_RELATIONS:
            return not is_verbal(self.words, token)
        if tag in {"CARD", "ADJA", "PIAT", "PIDAT", "PDAT", "XY"}:
            return True
        return self._preposition(token) is not None or self.tree.child(token, Relation.DETERMINER) is not None

    def _read(self, token: int, own: frozenset[int]) -> Iterator[tuple[Phrase, int]]:
        if self.is_nominal(token):
            phrase = self._nominal(token, own)
            yield phrase, token
            for conjunct in self._separate_conjuncts(token, phrase):
                yield self._nominal(conjunct, own), conjunct
        elif self.words.tags[token] in {"ADJD", "VVPP", "ADJA"}:
            yield Phrase("adjective", [token], token), token
        elif self.words.tags[token] in {"ADV", "PTKNEG", "PTKA", "PWAV"}:
            yield Phrase("adverb", [token], token), token

    # -- noun phrases ------------------------------------------------------------------------------------------------

    def _nominal(self, token: int, own: frozenset[int]) -> Phrase:
        words, tree = self.words, self.tree
        names = self._names(token)
        preposition = self._preposition(token)
        members = [t for name in names for t in tree.children(name) if t not in names]
        tokens = sorted(own & set(self._core(names, members, preposition)) | {token})
        head = head_noun(words, names) if words.tags[token] in _NAMES and names else token
        phrase = Phrase("np", tokens, head)
        phrase.determiner = next((t for t in members if self._determines(t)), None)
        phrase.attributes = [t for t in members if words.tags[t] in {"ADJA", "CARD"} and t < head and t in own]
        phrase.possessor = sorted(own & set(self._possessor(members, head)))
        phrase.features = self._features(phrase, names)
        if preposition is not None:
            self._govern(phrase, preposition)
        elif words.tags[token] in {"PROAV", "PAV", "PWAV"} and closed.pronominal_adverb(words.texts[token]):
            phrase.kind, phrase.preposition = "pp", token
            phrase.governor = closed.pronominal_adverb(words.texts[token])
        self._nest(phrase, members, own)
        return phrase

    def _names(self, token: int) -> list[int]:
        """A noun with the names and nouns that stand beside it in one phrase."""
        found = [token]
        for child in self.tree.children(token, Relation.NAME, Relation.APPOSITION):
            if self.words.tags[child] in _NAMES and not self.heads_clause(child) and self._beside(token, child):
                found.extend(self._names(child))
        return sorted(found)

    def _beside(self, noun: int, other: int) -> bool:
        """Whether no comma and no preposition parts an apposition from its noun."""
        if self.tree.relations[other] is Relation.NAME:
            return True
        between = range(min(noun, other) + 1, max(noun, other))
        return self.tree.child(other, Relation.CASE) is None and not any(
            self.words.is_separator(t) or self.words.is_silent(t) for t in between
        )

    def _core(self, names: list[int], members: list[int], preposition: int | None) -> list[int]:
        """The tokens of a phrase without what is nested in it."""
        found = set(names) | ({preposition} if preposition is not None else set())
        for child in members:
            if self.heads_clause(child):
                continue
            if self.tree.relations[child] in _OWN or self._is_particle(child) or self._precedes(child, names):
                found.update(self._all(child))
        first, last = min(found), max(found)
        for child in members:
            if self.tree.relations[child] is Relation.ADVERB and self._belongs(child, first, last):
                found.update(self._all(child))
        return sorted(found)

    def _all(self, token: int) -> list[int]:
        """A subtree without clauses and punctuation."""
        found = [] if self.words.is_separator(token) and not self._between_adjectives(token) else [token]
        for child in self.tree.children(token):
            if not self.heads_clause(child):
                found.extend(self._all(child))
        return found

    def _between_adjectives(self, comma: int) -> bool:
        tags = self.words.tags
        return 0 < comma < len(tags) - 1 and tags[comma - 1] == "ADJA" == tags[comma + 1]

    def _belongs(self, adverb: int, first: int, last: int) -> bool:
        """Whether an adverb is part of the noun phrase: inside it, or a negation of its quantifier ("nicht alle")."""
        if first < adverb < last:
            return True
        return (
            self.words.tags[adverb] == "PTKNEG"
            and adverb + 1 == first
            and self.words.tags[first]
            in {
                "PIAT",
                "PIDAT",
            }
        )

    def _is_particle(self, token: int) -> bool:
        """The second half of a circumposition, or a function word inside a foreign name ("House of Commons")."""
        foreign = self.tree.relations[token] is Relation.CASE and self.words.tags[token] in {"FM", "NE"}
        return foreign or self.words.tags[token] == "APZR"

    def _precedes(self, token: int, names: list[int]) -> bool:
        """„Trumps Regierung": a genitive before its noun is part of the phrase."""
        possessive = self.tree.relations[token] in {Relation.GENITIVE, Relation.NOMINAL_MODIFIER}
        return possessive and token < names[0] and self._preposition(token) is None

    def _determines(self, token: int) -> bool:
        determining = self.tree.relations[token] in {Relation.DETERMINER, Relation.GENITIVE, Relation.NOMINAL_MODIFIER}
        return determining and self.words.tags[token] in DETERMINER

    def _possessor(self, members: list[int], head: int) -> Iterator[int]:
        for child in members:
            if self.words.tags[child] == "PPOSAT":
                yield child
            elif child < head and self._precedes(child, [head]) and self.words.tags[child] in NOMINAL:
                yield from self._all(child)

    def _preposition(self, token: int) -> int | None:
        """The pre- or postposition of a phrase, the inner one of two ("bis zum")."""
        cases = [
            t
            for t in self.tree.children(token, Relation.CASE, Relation.MARK)
            if not (is_comparing(self.words, t) and self.words.tags[t] != "APPR") and self._is_adposition(t)
        ]
        before = [t for t in cases if t < token]
        return before[-1] if before else next(iter(cases), None)

    def _is_adposition(self, token: int) -> bool:
        listed = bool(closed.preposition(self.words.texts[token]) or closed.postposition(self.words.texts[token]))
        return self.words.tags[token] in _ADPOSITIONS or (
            self.tree.relations[token] is Relation.CASE and listed and self.words.tags[token] != "APZR"
        )

    def _govern(self, phrase: Phrase, preposition: int) -> None:
        text = self.words.texts[preposition]
        phrase.kind, phrase.preposition = "pp", preposition
        phrase.governor = closed.preposition_lemma(text)
        cases = closed.preposition(text) or closed.postposition(text)
        phrase.features = frozenset(f for f in phrase.features if f.case in cases) or phrase.features

    def _features(self, phrase: Phrase, names: list[int]) -> frozenset[Agreement]:
        words = self.words
        if words.tags[phrase.head] in PRONOMINAL:
            found = frozenset(reading.agreement for reading in nominal.pronoun(words.texts[phrase.head]))
        else:
            bare = [t for t in phrase.tokens if t != phrase.preposition]
            inner = Phrase("np", bare, phrase.head, determiner=phrase.determiner, possessor=phrase.possessor)
            found = agreement(words, inner, names) if bare else frozenset()
        known = {_CASES[case] for t in (phrase.head, *names) for case in words.doc[t].morph.get("Case", [])[:1]}
        narrowed = frozenset(feature for feature in found if feature.case in known)
        return narrowed or found

    # -- what is nested in a noun phrase -----------------------------------------------------------------------------

    def _nest(self, phrase: Phrase, members: list[int], own: frozenset[int]) -> None:
        for child in members:
            relation = self.tree.relations[child]
            if self.heads_clause(child) or child in phrase.tokens or child not in own:
                continue
            if relation is Relation.CONJUNCT:
                self._conjoin(phrase, child, own)
            elif relation in _FUNCTION or not self.is_nominal(child):
                self._nest(phrase, self.tree.children(child), own)
            elif (marker := self._comparison(child)) is None:
                self._attach(phrase, self._nominal(child, own), relation)
            elif not self.words.is_separator(marker - 1):
                inner = self._nominal(child, own)
                inner.tokens = sorted({marker, *inner.tokens})
                self._attach(phrase, inner, Relation.OTHER)

    def _comparison(self, token: int) -> int | None:
        """The "wie" of „Länder wie Polen"."""
        cases = self.tree.children(token, Relation.CASE, Relation.MARK)
        return next((t for t in cases if self.words.lower[t] == "wie" and t > 0), None)

    def _attach(self, host: Phrase, inner: Phrase, relation: Relation) -> None:
        if inner.kind == "pp":
            inner.attached_to = host.head
            host.modifiers.append(inner)
        else:
            host.genitives.append(inner)
            if relation in {Relation.GENITIVE, Relation.NOMINAL_MODIFIER}:
                inner.attached_to = host.head
                host.possessor.extend(inner.everything())

    def _conjoin(self, host: Phrase, token: int, own: frozenset[int]) -> None:
        inner = self._nominal(token, own)
        if inner.kind == "pp" and inner.governor != host.governor:
            return
        if not host.conjuncts:
            host.conjuncts = [[t for t in host.everything() if t != host.preposition]]
        host.conjuncts.append([t for t in inner.everything() if t != inner.preposition])
        host.conjuncts.extend(inner.conjuncts[1:])
        host.genitives.append(inner)
        host.tokens = sorted({*host.tokens, *(own & set(self.tree.children(token, Relation.COORDINATOR)))})
        host.joined = True
        cases = host.cases() & inner.cases() or host.cases()
        host.features = frozenset(Agreement(case, None, "pl") for case in cases)  # type: ignore[arg-type]

    def _separate_conjuncts(self, token: int, phrase: Phrase) -> Iterator[int]:
        """„in Berlin und mit Erfolg": a conjunct with another preposition is a phrase of its own."""
        inside = set(phrase.everything())
        for child in self.tree.children(token, Relation.CONJUNCT):
            if child not in inside and not self.heads_clause(child) and self.is_nominal(child):
                yield child
