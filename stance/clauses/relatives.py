"""Relative clauses: whether a piece is one, and which noun its pronoun stands for.

Pieces of a sentence and the tagged words come in; answers go out. Taggers read der, die, das before a noun as an
article; what tells the two apart is the place of the verb and agreement (relative pronouns: Schäfer 2018, ch. 12). All
offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stance.clauses.pieces import Cutter
from stance.clauses.proto import Piece
from stance.clauses.words import DETERMINER, INFINITIVE, MEASURES, NOMINAL, NONFINITE, PREPOSITION, Words
from stance.german import closed, government, meaning, nominal, noun_phrases, verbs
from stance.german.nominal import Agreement

_ANTECEDENTS: Final = NOMINAL | {"PIS", "PDS", "PPER", "PIAT", "PIDAT"}
_REACH: Final = 4
_ACTING: Final = 0.8
"""The share of clauses with somebody who acts as subject from which on a verb is held to need one."""
_INSIDE_PHRASE: Final = frozenset({"ADJA", "CARD", "TRUNC", "NN", "NE", "ADJD", "PIDAT"})
_BESIDE_PHRASE: Final = frozenset({"PPER", "PRF", "PTKNEG", "PTKVZ", "PRELS", "PDS"}) | NONFINITE
_ACCUSATIVE_ARTICLES: Final = frozenset({"den", "die", "das", "ein", "eine", "einen", "einem", "dem"})
_BEFORE_PLACES: Final = frozenset({"in", "aus", "nach", "von", "auf", "um"})
_PLACE_WORDS: Final = frozenset({"wo", "woher", "wohin"})
_PLACE_ADVERBS: Final = frozenset(
    {"dort", "dorthin", "da", "dahin", "hier", "hierher", "überall", "irgendwo", "nirgends"}
)
_REASON_WORDS: Final = frozenset({"warum", "weshalb", "weswegen", "wieso"})
_INTENSIFIERS: Final = frozenset({"selbst", "allein"})
_SPATIAL: Final = frozenset({"in", "auf", "aus"})
_JOINING: Final = frozenset({"und", "oder", "sowie"})


class Relatives:
    """Answers about relative clauses of one run of pieces.

    Args:
        cutter: the pieces' cutter, which knows the regions that were cut out.
    """

    def __init__(self, cutter: Cutter) -> None:
        self.cutter = cutter
        self.words: Words = cutter.words

    def _tag(self, atom: int) -> str:
        return "" if self.cutter.is_region(atom) else self.words.tags[atom]

    # -- is it one? --------------------------------------------------------------------------------------------------

    def last_finite(self, piece: Piece) -> int | None:
        """The finite verb of a piece that has only one, at its end; an infinitive whose form can be finite counts."""
        finites = [atom for atom in piece.atoms if self.cutter.is_finite(atom)]
        last = piece.atoms[-1]
        if not finites and self._tag(last) in INFINITIVE and self._tag(last - 1) != "PTKZU":
            return last if self._numbers(last) else None
        if len(finites) != 1:
            return None
        after = piece.atoms[piece.atoms.index(finites[0]) + 1 :]
        cluster = len(after) > 1 and all(self._tag(atom) in INFINITIVE for atom in after)
        return finites[0] if cluster or not after else None

    def can_be(self, atom: int) -> bool:
        """Whether an atom is an article or demonstrative that has the form of a relative pronoun."""
        return self._tag(atom) in {"ART", "PDS"} and closed.is_relative(self.words.texts[atom])

    def is_disguised(self, piece: Piece, k: int, preceding: int, *, embedded: bool, last: bool) -> bool:
        """Whether an article or demonstrative must be a relative pronoun („…, die Kohlenstoff entfernen").

        Args:
            piece: the piece it opens, alone or behind a preposition.
            k: its place in the piece.
            preceding: last token before the piece.
            embedded: the clause around the piece still waits for its own verb, which follows.
            last: no piece follows that could go on with it.
        """
        finite = self.last_finite(piece)
        if finite is None or piece.atoms.index(finite) <= k + 1:
            return False
        if self._tag(preceding) not in _ANTECEDENTS | NONFINITE | {"PTKVZ", "VVFIN", "VAFIN", "VMFIN"}:
            return False
        return embedded or (last and self._is_unfinished(finite)) or not self._can_be_verb_second(piece, k, finite)

    def _can_be_verb_second(self, piece: Piece, k: int, finite: int) -> bool:
        """Whether all before the finite verb can be one constituent („die Preise in Berlin sinken")."""
        words = self.words
        forms = [form for form in verbs.analyse(words.texts[finite]) if form.kind == "finite"]
        if forms and all(form.joined for form in forms):
            return False
        before = piece.atoms[k : piece.atoms.index(finite)]
        head = next((i for i, atom in enumerate(before) if i and self._tag(atom) in NOMINAL), None)
        if head is None or any(self._tag(atom) not in _INSIDE_PHRASE for atom in before[1 : head + 1]):
            return False
        if any(self._opens_phrase(before, i) for i in range(head + 1, len(before))):
            return False
        joined = any(self._tag(atom) == "KON" for atom in before)
        return k > 0 or joined or self._is_subject(before[: head + 1], finite)

    def _is_unfinished(self, finite: int) -> bool:
        """Whether a last verb cannot be second, for want of what has to follow it: "haben" or a copula."""
        lemmas = {form.lemma for form in verbs.analyse(self.words.texts[finite])}
        return bool(lemmas & (government.verbs("copula") | {"haben"}))

    def _opens_phrase(self, atoms: Sequence[int], i: int) -> bool:
        """Whether a word opens a second constituent: a pronoun, a participle, an article in no genitive."""
        tag, word = self._tag(atoms[i]), self.words.lower[atoms[i]]
        governed = self._tag(atoms[i - 1]) in PREPOSITION | {"KON"}
        return tag in _BESIDE_PHRASE or (tag == "ART" and word in _ACCUSATIVE_ARTICLES and not governed)

    def _is_subject(self, phrase: Sequence[int], finite: int) -> bool:
        """Whether a phrase can be the subject of a finite verb, by case and number."""
        tokens = [(self.words.texts[atom], self._tag(atom)) for atom in phrase]
        if self._tag(phrase[-1]) == "NE":
            text = self.words.texts[phrase[-1]]
            bare = len(phrase) == 2 and (meaning.animacy(text) == "person" or meaning.is_country(text))
            return not bare
        if self._tag(phrase[0]) in {"ART", "PDS"} and not self._fits(phrase[0], phrase[-1]):
            return False
        features = noun_phrases.noun_phrase(tokens)
        nominative = {f.number for f in features if f.case == "nom"}
        numbers = self._numbers(finite)
        known = bool(nominal.noun(self.words.texts[phrase[-1]]))
        return not known or (bool(nominative) and (not numbers or bool(nominative & numbers)))

    def _fits(self, article: int, noun: int) -> bool:
        """Whether an article and a noun have a case, gender and number in common; what is not known fits."""
        theirs = nominal.noun(self.words.texts[noun])
        return not theirs or bool(nominal.determiner(self.words.texts[article]) & theirs)

    def _numbers(self, finite: int) -> set[str | None]:
        """The numbers that a form has in the third person."""
        forms = verbs.analyse(self.words.texts[finite]) or verbs.guess(self.words.texts[finite])
        return {form.number for form in forms if form.kind == "finite" and form.person == 3}

    # -- what does it stand for? -------------------------------------------------------------------------------------

    def antecedent(
        self, piece: Piece, pronoun: int, owner: Sequence[int], above: Sequence[int], preceding: int
    ) -> int | None:
        """The nearest noun or pronoun before a relative clause that agrees with its pronoun.

        Args:
            piece: the relative clause, as far as it is one piece.
            pronoun: its pronoun.
            owner: tokens of the clause before it.
            above: tokens of the clauses above that one, which are searched for "derjenige".
            preceding: last token before it.

        Returns:
            The noun, or None where the clause goes on from a whole clause ("…, was zeigt, dass").
        """
        words, tag = self.words, self._tag
        form = words.lower[pronoun]
        if form == "was":
            return self.indefinite(owner, preceding)
        if words.lower[preceding] in _INTENSIFIERS:
            preceding -= 1
        if form in _REASON_WORDS or form == "wie":
            return preceding if self.names_reason_or_manner(preceding, form) else None
        heads = [t for t in reversed(owner) if t <= preceding and tag(t) in _ANTECEDENTS]
        heads = [t for t in heads if tag(t) != "PPER" or t == preceding]
        if form.startswith("wo"):
            return self._place(form, owner, heads, preceding)
        pointing = [t for t in reversed((*above, *owner)) if tag(t) in {"PDS", "PIS"} and "jenige" in words.lower[t]]
        heads = [t for t in heads if not meaning.is_temporal(words.texts[t])] or heads
        features = self._features(piece, pronoun)
        singular = bool(features) and all(reading.number == "sg" for reading in features)
        if singular:
            heads = [t for t in heads if not self._is_inner_conjunct(t, preceding)] or heads
        spatial = pronoun > 0 and words.lower[pronoun - 1] in _SPATIAL
        near = sorted(heads[:_REACH], key=lambda t: self._is_second_choice(t, preceding, spatial=spatial))
        found = next((t for t in (*pointing, *near) if self._agrees(t, features)), near[0] if near else None)
        plural = bool(features) and all(reading.number == "pl" for reading in features)
        return self._first_conjunct(found) if found is not None and plural else found

    def _is_second_choice(self, noun: int, preceding: int, *, spatial: bool) -> bool:
        """Whether a noun is left for one before it.

        What stands behind "als" or "wie" („ein Minister als Regierungschef, der …"), a nominalised infinitive („zum
        Reden"), a measure, a genitive before a prepositional phrase of its noun („eine Senkung der Kosten um ein
        Drittel, die …"), and a person „in" or „aus" whom nothing is.
        """
        words = self.words
        text, before = words.texts[noun], words.lower[noun - 1] if noun else ""
        compared = noun > 0 and (words.tags[noun - 1] == "KOKOM" or before in {"als", "wie"})
        action = before in {"zum", "beim"} and any(f.kind == "infinitive" for f in verbs.analyse(words.lower[noun]))
        measure = text in MEASURES
        person = spatial and meaning.animacy(text) == "person"
        return compared or action or measure or person or self._is_left_genitive(noun, preceding)

    def _is_left_genitive(self, noun: int, preceding: int) -> bool:
        """Whether a noun is a genitive attribute with a prepositional phrase between it and what follows."""
        start = self._phrase_start(noun)
        genitive = start > 0 and start < noun and self.words.tags[start - 1] == "NN" and self._tag(start) in DETERMINER
        features = nominal.determiner(self.words.texts[start]) if genitive else frozenset()
        behind = noun < preceding and self._tag(noun + 1) in PREPOSITION
        governs = behind and self.words.lower[noun + 1] in government.noun_prepositions(self.words.texts[noun])
        return behind and not governs and any(f.case == "gen" for f in features)

    def _is_inner_conjunct(self, noun: int, preceding: int) -> bool:
        """„mit Tuch und Kappe, das …": only the last conjunct, or all of them, can have a relative clause."""
        after = noun + 1
        return (
            after < preceding and self.words.lower[after] in _JOINING and self._tag(after + 1) in NOMINAL | DETERMINER
        )

    def names_reason_or_manner(self, noun: int, form: str) -> bool:
        """Whether a noun and an adverb go together as in „der Grund, warum …", „die Art, wie …"."""
        group = government.is_manner if form == "wie" else government.is_reason
        return self._tag(noun) == "NN" and group(self.words.texts[noun])

    def _first_conjunct(self, noun: int) -> int:
        """„Schülern und Lehrern, die …": a plural pronoun stands for both."""
        start = self._phrase_start(noun)
        if start > 1 and self.words.lower[start - 1] in _JOINING and self.words.tags[start - 2] in NOMINAL:
            return start - 2
        while self.words.tags[noun] == "NE" and (before := self._listed_before(noun)) is not None:
            noun = before
        return noun

    def _listed_before(self, name: int) -> int | None:
        """„Schweden, Finnland, wohl auch Dänemark": the name before a name in a list, None where there is none."""
        comma = name - 1
        while comma > 0 and self.words.tags[comma] == "ADV":
            comma -= 1
        listed = comma > 0 and self.words.texts[comma] == "," and self.words.tags[comma - 1] == "NE"
        return comma - 1 if listed else None

    def indefinite(self, owner: Sequence[int], preceding: int) -> int | None:
        """„alles, was …", „hat alles erreicht, was …": the pronoun before it, past closing verbs."""
        if self._tag(preceding) in {"PIS", "PDS", "PIAT"} or self._is_superlative(preceding):
            return preceding
        closing = [t for t in owner if t <= preceding]
        while closing and self._tag(closing[-1]) in NONFINITE | {"PTKVZ", "PTKZU"}:
            closing.pop()
        if not closing or self._tag(closing[-1]) != "PIS":
            return None
        readings = nominal.pronoun(self.words.texts[closing[-1]])
        neuter = any(r.agreement.gender == "n" and r.agreement.case == "acc" for r in readings)
        return closing[-1] if neuter else None

    def _is_superlative(self, token: int) -> bool:
        """„das Letzte, was …"."""
        text = self.words.texts[token]
        return token > 0 and self.words.lower[token - 1] == "das" and self._tag(token) == "NN" and text.endswith("te")

    def _place(self, form: str, owner: Sequence[int], heads: Sequence[int], preceding: int) -> int | None:
        """What a clause with "wo" tells of: the noun or adverb before it, past the verbs that close the clause."""
        if form not in _PLACE_WORDS:
            return None
        open_ = [t for t in owner if t <= preceding and self._tag(t) not in NONFINITE | {"PTKVZ"}]
        if open_ and self.words.lower[open_[-1]] in _PLACE_ADVERBS:
            return open_[-1]
        if self._tag(preceding) in _ANTECEDENTS:
            return heads[0] if heads else None
        places = (t for t in heads if meaning.animacy(self.words.texts[t]) == "place")
        return next(places, None)

    def _features(self, piece: Piece, pronoun: int) -> frozenset[Agreement]:
        """The readings of a relative pronoun that its clause allows."""
        readings = frozenset(reading.agreement for reading in nominal.pronoun(self.words.texts[pronoun]))
        atoms = piece.atoms
        position = atoms.index(pronoun)
        if self._tag(pronoun) == "PRELAT":
            return readings
        if position and self._tag(atoms[position - 1]) in PREPOSITION:
            cases = closed.preposition(self.words.texts[atoms[position - 1]])
            return frozenset(r for r in readings if r.case in cases) or readings
        finites = [atom for atom in atoms if self.cutter.is_finite(atom)]
        numbers = self._numbers(finites[-1]) if finites else set()
        if not numbers:
            return readings
        end = atoms.index(finites[-1])
        bare = [p for p in self._bare_phrases(atoms[position + 1 : end]) if self._is_subject(p, finites[-1])]
        if bare and not (self._needs_actor(atoms) and all(map(self._is_thing, bare))):
            return readings
        return frozenset(r for r in readings if r.case == "nom" and r.number in numbers) or readings

    def _needs_actor(self, atoms: Sequence[int]) -> bool:
        """Whether the full verb of a clause has nothing but who acts as its subject („die Ablösung verlangt hatte")."""
        full = (atom for atom in atoms if self._tag(atom).startswith("VV"))
        frames = [government.frame(form.lemma) for atom in full for form in verbs.analyse(self.words.texts[atom])]
        return bool(frames) and all(frame.clauses and frame.actor >= _ACTING for frame in frames)

    def _is_thing(self, phrase: Sequence[int]) -> bool:
        """Whether a phrase names what cannot act, and may be an object."""
        words = [(self.words.texts[atom], self._tag(atom)) for atom in phrase]
        direct = any(feature.case == "acc" for feature in noun_phrases.noun_phrase(words))
        return direct and meaning.animacy(self.words.texts[phrase[-1]]) == "other"

    def _bare_phrases(self, atoms: Sequence[int]) -> Iterator[Sequence[int]]:
        """The noun phrases and pronouns among atoms that no preposition governs."""
        start: int | None = None
        governed = False
        for i, atom in enumerate(atoms):
            tag = self._tag(atom)
            if tag in PREPOSITION:
                governed, start = True, None
            elif tag in {"PPER", "PIS", "PDS"}:
                if not governed:
                    yield atoms[i : i + 1]
                governed, start = False, None
            elif tag in DETERMINER | {"ADJA", "CARD"}:
                start = i if start is None else start
            elif tag in NOMINAL:
                if not governed and not (i and self._tag(atoms[i - 1]) in NOMINAL):
                    yield atoms[i if start is None else start : i + 1]
                governed, start = False, None

    def _agrees(self, noun: int, pronoun: frozenset[Agreement]) -> bool:
        """Whether a noun can be what a relative pronoun stands for, by gender and number."""
        theirs = self._noun_features(noun)
        alike = (
            mine.number == other.number and (None in {mine.gender, other.gender} or mine.gender == other.gender)
            for mine in pronoun
            for other in theirs
        )
        return not pronoun or not theirs or any(alike)

    def _noun_features(self, noun: int) -> frozenset[Agreement]:
        text = self.words.texts[noun]
        if self._tag(noun) not in NOMINAL:
            return frozenset(reading.agreement for reading in nominal.pronoun(text))
        start = self._phrase_start(noun)
        if start == noun and self._tag(noun) == "NE" and self._is_place(noun):
            return frozenset(Agreement(case, "n", "sg") for case in ("nom", "acc", "dat"))
        if start == noun and self._tag(noun) == "NE" and not nominal.noun(text):
            return frozenset(Agreement(case, None, "sg") for case in ("nom", "acc", "dat", "gen"))
        if not nominal.noun(text):
            return nominal.determiner(self.words.texts[start]) if self._tag(start) in DETERMINER else frozenset()
        features = noun_phrases.noun_phrase([(self.words.texts[t], self.words.tags[t]) for t in range(start, noun + 1)])
        before = self.words.texts[start - 1] if start and self.words.tags[start - 1] == "NN" else ""
        if before and self._tag(start) in DETERMINER and not meaning.is_temporal(before):
            features = frozenset(f for f in features if f.case == "gen") or features  # „der Bund der Anleger, der …"
        plural = frozenset(f for f in features if f.number == "pl")
        bare = start == noun and not any(f.number == "sg" and f.case == "nom" for f in nominal.noun(text))
        return plural if bare and plural else features

    def _phrase_start(self, noun: int) -> int:
        start = noun
        while start > 0 and self.words.tags[start - 1] in DETERMINER | {"ADJA", "APPRART"}:
            start -= 1
        return start

    def _is_place(self, name: int) -> bool:
        """A name without article that stands for a place, by its class or by the preposition before it."""
        first = name
        while first > 0 and self.words.tags[first - 1] == "NE":
            first -= 1
        before = self.words.lower[first - 1] if first else ""
        animacy = meaning.animacy(self.words.texts[name])
        agent = before == "von" and first > 1 and self.words.tags[first - 2] not in NOMINAL
        return animacy == "place" or (before in _BEFORE_PLACES and animacy != "person" and not agent)
