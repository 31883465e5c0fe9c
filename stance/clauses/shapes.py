"""What a piece of a sentence looks like by itself: its tags, its finite verbs, whether it speaks, asks or reports.

Nothing of what was read before it comes in. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.pieces import Cutter
from stance.clauses.proto import Piece
from stance.clauses.words import (
    DETERMINER,
    NOMINAL,
    NONFINITE,
    PREPOSITION,
    QUANTITIES,
    RELATIVE,
    VERBAL,
    Words,
)
from stance.german import closed, government, meaning, nominal, noun_phrases, verbs

_IN_NOUN_PHRASE: Final = NOMINAL | DETERMINER | PREPOSITION | {"ADJA", "CARD", "TRUNC", "KON"}
_CONTRAST: Final = frozenset({"aber", "jedoch", "allerdings", "dagegen", "hingegen", "indes", "indessen", "zugleich"})


class Shapes:
    """Answers about the pieces of one run.

    Args:
        cutter: the pieces' cutter, which knows the regions that were cut out.
        pieces: the run, left to right.
    """

    def __init__(self, cutter: Cutter, pieces: Sequence[Piece]) -> None:
        self.cutter = cutter
        self.words: Words = cutter.words
        self.pieces = pieces

    def later(self, piece: Piece) -> Sequence[Piece]:
        """The pieces after a piece; none for what was cut off another."""
        return self.pieces[self.pieces.index(piece) + 1 :] if piece in self.pieces else ()

    def tag(self, atom: int) -> str:
        """STTS tag of an atom; QUOTE for a region that was cut out."""
        return "QUOTE" if self.cutter.is_region(atom) else self.words.tags[atom]

    def finites(self, atoms: Sequence[int]) -> list[int]:
        """The finite verbs among atoms."""
        return [atom for atom in atoms if self.cutter.is_finite(atom)]

    def has_zu(self, atoms: Sequence[int]) -> bool:
        """Whether a zu-infinitive stands among atoms."""
        return any(not self.cutter.is_region(a) and self.words.is_zu_infinitive(a, atoms) for a in atoms)

    def konjunktiv(self, finite: int) -> bool:
        """Whether a form is Konjunktiv by its shape in the third person; a weak past as such is not."""
        beside = {self.words.lower[k] for k in (finite - 1, finite + 1) if 0 <= k < len(self.words)}
        person = 1 if "ich" in beside else 3
        forms = [f for f in verbs.analyse(self.words.texts[finite]) if f.kind == "finite" and f.person == person]
        subjunctive = any(f.mood in {"konjunktiv1", "konjunktiv2"} for f in forms)
        indicative = any(f.mood == "indicative" for f in forms)
        modal = self.tag(finite) in {"VMFIN", "VAFIN"} and person != 1
        return subjunctive and (not indicative or modal)

    def is_indicative(self, finite: int) -> bool:
        """Whether a form can be indicative in the third person („haben", „stehen", not „habe")."""
        forms = verbs.analyse(self.words.texts[finite]) or verbs.guess(self.words.texts[finite])
        return any(f.kind == "finite" and f.person == 3 and f.mood == "indicative" for f in forms)

    def lemma(self, finite: int) -> str:
        """Infinitive of a finite verb; its small letters where the form is unknown."""
        forms = verbs.analyse(self.words.texts[finite])
        return next((f.lemma for f in forms if f.kind == "finite"), self.words.lower[finite])

    def expects_bracket(self, following: Piece) -> bool:
        """Whether what follows has the auxiliary that a participle before it can belong to."""
        lead = following.atoms[0]
        return self.tag(lead) in {"VAFIN", "VMFIN"} or following.conjunction is not None

    def finite_follows(self, piece: Piece) -> bool:
        """Whether a later piece of the run has a finite verb."""
        return any(self.finites(other.atoms) for other in self.later(piece))

    def interrupts(self, report: Piece) -> bool:
        """„habe, sagte Huber, den Antrag gestellt": whether words without a verb-second or verb-last clause follow."""
        following = self.following(report)
        if following is None or following.conjunction is not None or self.finites(following.atoms):
            return False
        return not self.describes_person(following.atoms)

    def following(self, piece: Piece) -> Piece | None:
        """The piece after a piece, None for the last and for what was cut off another."""
        return next(iter(self.later(piece)), None)

    def grades(self, degree: int) -> bool:
        """Whether a word of degree stands before what it can intensify."""
        after = degree + 1
        return after < len(self.words) and self.words.tags[after] in {"ADJD", "ADJA", "ADV", "PIAT", "PIS", "VVPP"}

    def speaks(self, finite: int, atoms: Sequence[int]) -> bool:
        """Whether a verb of saying stands among atoms, joined with its particle."""
        for atom in atoms:
            if self.tag(atom) in VERBAL and not self.cutter.is_region(atom):
                lemmas = {form.lemma for form in verbs.analyse(self.words.texts[atom])}
                particle = [self.words.lower[a] for a in atoms if self._is_particle(a)]
                lemmas |= {joined for p in particle for x in lemmas if (joined := verbs.join(p, x))}
                if lemmas & self.words.saying:
                    return True
        without_verb_of_saying = (self._becomes_known, self._shows_itself, self._is_sure, self.is_heard)
        return any(reports(finite, atoms) for reports in without_verb_of_saying)

    def closer_of_report(self, piece: Piece) -> Piece | None:
        """„…, stellte Karl Brandt, 81, am Montag klar": the later piece with the particle that makes a verb of saying.

        Only appositions and relative clauses stand between, and the verb alone says nothing.
        """
        finite = piece.atoms[0]
        for other in self.later(piece):
            if other.conjunction is not None or other.separator != ",":
                return None
            if self._is_particle(other.atoms[-1]) and not self.finites(other.atoms):
                return other if self.speaks(finite, (*piece.atoms, *other.atoms)) else None
            if self.finites(other.atoms) and not self.is_relative(other):
                return None
        return None

    def is_relative(self, piece: Piece) -> bool:
        """Whether a piece begins with a relative pronoun, or a preposition before one, and ends in its verb."""
        lead = [self.tag(atom) for atom in piece.atoms[:2]]
        opens = lead[0] in RELATIVE or (lead[0] in PREPOSITION and lead[-1] in RELATIVE)
        return opens and piece.atoms[-1] in self.finites(piece.atoms)

    def is_age(self, piece: Piece) -> bool:
        """„sagte Ida Lorenz, 45, am Freitag": a number alone between commas, behind a name."""
        before = piece.atoms[0] - 2
        alone = len(piece.atoms) == 1 and self.tag(piece.atoms[0]) == "CARD" and piece.separator == ","
        return alone and before >= 0 and self.words.tags[before] == "NE"

    def _is_particle(self, atom: int) -> bool:
        """Whether a word is the particle of a verb, also an adjective or adverb ("gab … bekannt", "hielt dagegen")."""
        adjective = self.tag(atom) == "ADJD" and self.words.lower[atom] in government.verbs("adjectival_particles")
        return self.tag(atom) in {"PTKVZ", "PROAV", "PAV"} or adjective

    def _shows_itself(self, finite: int, atoms: Sequence[int]) -> bool:
        """„…, zeigte sich die Ministerin überzeugt": a reflexive verb with an adjective of what somebody thinks."""
        shows = any(
            form.lemma in government.verbs("saying_reflexives") for form in verbs.analyse(self.words.texts[finite])
        )
        tags = [self.tag(a) for a in atoms]
        return shows and "PRF" in tags and tags[-1] in {"ADJD", "VVPP"} and atoms[-1] != finite

    def _is_sure(self, finite: int, atoms: Sequence[int]) -> bool:
        """„ist sich sicher: …": an adjective of conviction ends a clause with its copula."""
        copula = any(form.lemma in {"sein", "bleiben"} for form in verbs.analyse(self.words.texts[finite]))
        return copula and self.words.lower[atoms[-1]] in government.verbs("sure_adjectives")

    def is_heard(self, finite: int, atoms: Sequence[int]) -> bool:
        """„…, ist aus dem Ministerium zu hören": a verb of hearing or reading as a modal passive without subject."""
        last = self.tag(atoms[-1])
        zu = last == "VVIZU" or (last == "VVINF" and len(atoms) > 1 and self.tag(atoms[-2]) == "PTKZU")
        if not zu or not any(form.lemma == "sein" for form in verbs.analyse(self.words.texts[finite])):
            return False
        heard = government.verbs("hearing")
        return self._has_no_bare_noun(atoms) and any(
            form.lemma in heard for form in verbs.analyse(self.words.texts[atoms[-1]])
        )

    def _has_no_bare_noun(self, atoms: Sequence[int]) -> bool:
        """Whether all nouns stand in prepositional phrases, or say when."""
        k = 0
        while k < len(atoms):
            governed = self.tag(atoms[k]) in PREPOSITION
            end = self.skip_noun_phrase(atoms, k + governed, len(atoms))
            nouns = [a for a in atoms[k:end] if self.tag(a) in NOMINAL]
            owned = k > 0 and self.words.lower[atoms[k]] in {"des", "der"} and self.tag(atoms[k - 1]) in NOMINAL
            if not (governed or owned) and any(not meaning.is_temporal(self.words.texts[a]) for a in nouns):
                return False
            k = max(end, k + 1)
        return True

    def _becomes_known(self, finite: int, atoms: Sequence[int]) -> bool:
        """„wie jetzt bekannt wurde": an adjective that says with "werden" that something is told."""
        becomes = any(form.lemma == "werden" for form in verbs.analyse(self.words.texts[finite]))
        told = government.verbs("saying_adjectives")
        return becomes and any(self.words.lower[a] in told and self.tag(a) == "ADJD" for a in atoms)

    def announces_complement(self, atoms: Sequence[int]) -> bool:
        """„das Gefühl hatte, dass", „dafür sorgte, dass": a noun with a complement, or a correlate, ends a clause."""
        before = [atom for atom in atoms if self.tag(atom) not in VERBAL]
        if not before:
            return False
        last = before[-1]
        noun = self.tag(last) == "NN" and government.takes_complement(self.words.texts[last])
        correlates = [a for a in before if self.tag(a) in {"PROAV", "PAV"} and self.words.lower[a].startswith("da")]
        return noun or bool(correlates)

    def asks(self, atoms: Sequence[int]) -> bool:
        """Whether a verb that takes a question, besides those of saying, stands among atoms („prüft", „fragt nach")."""
        particles = [self.words.lower[a] for a in atoms if self.tag(a) == "PTKVZ"]
        for atom in atoms:
            if self.tag(atom) in VERBAL:
                lemmas = {form.lemma for form in verbs.analyse(self.words.texts[atom])}
                joined = {verbs.join(particle, lemma) for particle in particles for lemma in lemmas}
                if (lemmas | joined) & government.verbs("asking"):
                    return True
        return False

    def is_short_report(self, piece: Piece) -> bool:
        """„wie die Ministerin am Montag sagte": besides prepositional phrases only one noun phrase."""
        nominals = 0
        previous = ""
        governed = False
        for atom in piece.atoms[1:]:
            tag = self.tag(atom)
            if tag in PREPOSITION:
                governed = True
            elif tag in NOMINAL | {"PPER", "PIS", "PDS"}:
                if previous not in NOMINAL and not governed:
                    nominals += 1
                governed = False
            previous = tag
        return nominals <= 2

    def end_of_verb_last(self, atoms: tuple[int, ...], finites: list[int]) -> int:
        """Where a verb-last clause stops inside a piece: before a second finite verb that follows at once."""
        if len(finites) == 1:
            return len(atoms)
        first = atoms.index(finites[0])
        cluster = first + 1
        while cluster < len(atoms) and self.tag(atoms[cluster]) in NONFINITE | {"PTKVZ"}:
            cluster += 1
        return cluster if cluster < len(atoms) else len(atoms)

    def tells_of_the_past(self, piece: Piece) -> bool:
        """„plante, zu reisen, nachdem er telefoniert hatte": an adverbial clause in the past is no part of a plan."""
        finites = self.finites(piece.atoms)
        forms = verbs.analyse(self.words.texts[finites[-1]]) if finites else ()
        return any(f.kind == "finite" and f.tense == "past" and f.mood == "indicative" for f in forms)

    def starts_with_finite(self, piece: Piece) -> bool:
        """Whether a piece begins with its finite verb and no conjunction before it."""
        return piece.conjunction is None and piece.atoms[0] in self.finites(piece.atoms)

    def is_so_report(self, piece: Piece, finites: list[int]) -> bool:
        """„…, so schätzen die Forscher, …", „…, so steht es im Protokoll, …"."""
        if self.words.lower[piece.atoms[0]] != "so" or len(piece.atoms) <= 2 or piece.atoms[1] != finites[0]:
            return False
        stands = self.words.lower[piece.atoms[2]] == "es" and self.tag(finites[0]) == "VVFIN"
        return piece.separator == "," and (stands or self.speaks(finites[0], piece.atoms))

    def is_insertion(self, piece: Piece, following: Piece | None) -> bool:
        """„Er – das war klar – lehnt ab", „Er, so viel steht fest, lehnt ab": a clause between dashes, or with "so"."""
        if piece.separator in closed.DASHES:
            return self.dash_closes(piece)
        so = self.words.lower[piece.atoms[0]] == "so" and piece.separator == "," and piece.conjunction is None
        return so and following is not None and self.starts_with_finite(following)

    def is_unreal(self, piece: Piece, finites: list[int]) -> bool:
        """„…, als würde er zögern": a verb-first comparison in the Konjunktiv."""
        lead = piece.atoms[: piece.atoms.index(finites[0])]
        return [self.words.lower[atom] for atom in lead] == ["als"] and self.konjunktiv(finites[0])

    def same_tense(self, first: int, second: int) -> bool:
        """Whether two finite verbs can be of one tense in the indicative."""
        tenses = [
            {f.tense for f in verbs.analyse(self.words.texts[t]) if f.kind == "finite" and f.mood == "indicative"}
            for t in (first, second)
        ]
        return bool(tenses[0] & tenses[1])

    def has_report_shape(self, piece: Piece) -> bool:
        """Whether a piece looks like „sagte die Ministerin"."""
        finites = self.finites(piece.atoms)
        speaks = bool(finites) and self.speaks(finites[0], piece.atoms)
        return speaks and self.has_reporter(piece, finites[0], speaker=True)

    def has_reporter(self, piece: Piece, finite: int, *, speaker: bool) -> bool:
        """Whether somebody who may report follows the finite verb; what is heard or read needs none."""
        return self.has_subject_after(piece, finite, speaker=speaker) or self.is_heard(finite, piece.atoms)

    def has_subject_after(self, piece: Piece, finite: int, *, speaker: bool = False) -> bool:
        """Whether a nominal that is no prepositional phrase follows the finite verb.

        A prepositional phrase may stand before it as part of a participle („mit der Sache befasste Ärzte"), or say when
        („sagte am Montag der Minister"). Behind a time somebody who speaks need not be nominative by form („sagte am
        Montag die Ministerin").
        """
        after = piece.atoms[piece.atoms.index(finite) + 1 :]
        for k, atom in enumerate(after):
            tag = self.tag(atom)
            if tag in PREPOSITION:
                end = self.skip_noun_phrase(after, k + 1, len(after))
                time = next((j for j in range(k + 1, end) if meaning.is_temporal(self.words.texts[after[j]])), None)
                timed = time is not None
                rest = after[end if time is None else time + 1 :]
                subject = self._is_nominative(rest) or (speaker and self._is_speaker(rest))
                return self._is_participial(rest) or (timed and subject)
            if tag in NOMINAL | DETERMINER | {"PPER", "PIS", "PDS", "CARD", "ADJA"}:
                return True
        return False

    def has_passive_subject(self, piece: Piece, finite: int) -> bool:
        """„…, werden Händler kritisiert": a passive with a subject of its own, which reports nothing."""
        participles = [a for a in piece.atoms if self.tag(a) == "VVPP"]
        passive = any(form.lemma == "werden" for form in verbs.analyse(self.words.texts[finite]))
        if not participles or not passive or piece.atoms[-1] != participles[-1]:
            return False
        lemmas = {form.lemma for form in verbs.analyse(self.words.texts[participles[-1]])}
        after = piece.atoms[piece.atoms.index(finite) + 1 :]
        end = self.skip_noun_phrase(after, 0, len(after))
        cases = {f.case for f in noun_phrases.noun_phrase([(self.words.texts[a], self.tag(a)) for a in after[:end]])}
        return "nom" in cases and not lemmas & government.verbs("passive_reports")

    def _is_participial(self, atoms: Sequence[int]) -> bool:
        """„befasste Ärzte": an attributive participle without article, and its noun."""
        attributes = 0
        while attributes < len(atoms) and self.tag(atoms[attributes]) == "ADJA":
            attributes += 1
        noun = 0 < attributes < len(atoms) and self.tag(atoms[attributes]) in NOMINAL
        return noun and verbs.is_attributive_participle(self.words.texts[atoms[0]])

    def _is_nominative(self, atoms: Sequence[int]) -> bool:
        """Whether a noun phrase that is certainly nominative begins here."""
        end = self.skip_noun_phrase(atoms, 0, len(atoms))
        cases = {f.case for f in noun_phrases.noun_phrase([(self.words.texts[a], self.tag(a)) for a in atoms[:end]])}
        return end > 0 and (cases - {"gen"} == {"nom"} or (self.tag(atoms[0]) == "NE" and "nom" in cases))

    def contrasts(self, piece: Piece) -> bool:
        """„…, verlangt aber Geduld": a verb and a word of contrast, and nobody behind them who could speak."""
        after = piece.atoms[2:]
        if len(piece.atoms) < 2 or self.words.lower[piece.atoms[1]] not in _CONTRAST:
            return False
        pronoun = bool(after) and self.tag(after[0]) == "PPER"
        return not (pronoun or self._is_nominative(after) or self._is_speaker(after))

    def _is_speaker(self, atoms: Sequence[int]) -> bool:
        """Whether somebody begins here who can be nominative."""
        end = self.skip_noun_phrase(atoms, 0, len(atoms))
        if end > 0 and self.tag(atoms[0]) == "NE":
            return meaning.animacy(self.words.texts[atoms[0]], name=True) != "place"
        nouns = [a for a in atoms[:end] if self.tag(a) == "NN"]
        phrase = [(self.words.texts[a], self.tag(a)) for a in atoms[:end] if not nouns or a <= nouns[0]]
        acts = bool(nouns) and meaning.animacy(self.words.texts[nouns[0]]) in {"person", "institution"}
        return acts and "nom" in {f.case for f in noun_phrases.noun_phrase(phrase)}

    def opens_conditional(self, following: Piece | None) -> bool:
        """Whether a piece starts as the matrix of a verb-first condition does, with its verb, dann or so."""
        if following is None or following.conjunction is not None:
            return False
        finites = self.finites(following.atoms)
        if not finites:
            return False
        lead = following.atoms[: following.atoms.index(finites[0])]
        return not lead or [self.words.lower[a] for a in lead] in (["dann"], ["so"])

    def dash_closes(self, piece: Piece) -> bool:
        """Whether a dash ends an insertion later in the run."""
        return any(other.separator in closed.DASHES for other in self.later(piece))

    def is_enumerated(self, piece: Piece) -> bool:
        """„zu prüfen, zu ändern und zu verwerfen": an infinitive between two that are joined by a conjunction."""
        following = self.following(piece)
        joined = following is not None and following.conjunction is not None and not self.finites(following.atoms)
        return joined and following is not None and self.has_zu(following.atoms)

    def has_bare_nominal(self, atoms: Sequence[int]) -> bool:
        """Whether a noun phrase without preposition, a possible subject, stands among the atoms."""
        governed = False
        for atom in atoms:
            tag = self.tag(atom)
            if tag in PREPOSITION:
                governed = True
            elif tag in NOMINAL | {"PPER", "PIS", "PDS", "PRELS", "PWS"}:
                if not governed:
                    return True
                governed = False
        return False

    def bare_phrases(self, atoms: Sequence[int]) -> list[Sequence[int]]:
        """The noun phrases without preposition among atoms, datives left out."""
        found: list[Sequence[int]] = []
        k = 0
        while k < len(atoms):
            governed = self.tag(atoms[k]) in PREPOSITION
            start = k + governed
            end = self.skip_noun_phrase(atoms, start, len(atoms))
            if end > start and not governed and not self.is_dative(atoms[start:end]):
                found.append(atoms[start:end])
            k = max(end, k + 1)
        return found

    def is_first_person(self, atoms: Sequence[int]) -> bool:
        """Whether the narrator or somebody quoted speaks of himself: „ich", „uns"."""
        pronouns = (self.words.texts[a] for a in atoms if self.tag(a) in {"PPER", "PRF"})
        return any(reading.person == 1 for form in pronouns for reading in nominal.pronoun(form))

    def skip_noun_phrase(self, atoms: Sequence[int], start: int, end: int) -> int:
        """The position after one noun phrase without preposition, if one stands here."""
        k = start
        while k < end and self.tag(atoms[k]) in DETERMINER | {"ADJA", "CARD"}:
            k += 1
        if k >= end or self.tag(atoms[k]) not in NOMINAL | {"PPER", "PIS", "PDS"}:
            return start
        k += 1
        while k < end and self.tag(atoms[k]) == "NE":
            k += 1
        return k

    def is_dative(self, atoms: Sequence[int]) -> bool:
        """„dem Sender am Montag": whether a noun phrase that is certainly dative opens a stretch."""
        end = self.skip_noun_phrase(atoms, 0, len(atoms))
        phrase = [(self.words.texts[a], self.tag(a)) for a in atoms[:end]]
        return end > 1 and {f.case for f in noun_phrases.noun_phrase(phrase)} - {"gen"} == {"dat"}

    def describes_person(self, atoms: Sequence[int]) -> bool:
        """„der frühere Minister Karl Brandt", „ein 34 Jahre alter Koch": a nominative with article, for somebody."""
        if self.tag(atoms[0]) not in DETERMINER or any(self.tag(a) not in _IN_NOUN_PHRASE for a in atoms):
            return False
        people = (k for k, a in enumerate(atoms) if self.tag(a) == "NN")
        head = next((k for k in people if meaning.animacy(self.words.texts[atoms[k]]) == "person"), None)
        if head is None:
            return False
        first = head
        while first > 1 and self.tag(atoms[first - 1]) == "ADJA":
            first -= 1
        phrase = [atoms[0], *atoms[max(first, 1) : head + 1]]
        features = noun_phrases.noun_phrase([(self.words.texts[a], self.tag(a)) for a in phrase])
        return any(f.case == "nom" and f.number == "sg" for f in features)

    def is_so_phrase(self, piece: Piece) -> bool:
        """„so Merz", „so die Ministerin am Montag": an attribution without a verb."""
        if self.words.lower[piece.atoms[0]] != "so" or len(piece.atoms) == 1:
            return False
        return self.tag(piece.atoms[1]) in NOMINAL | DETERMINER | {"PPER", "ADJA", "PIS", "ADV", "TRUNC", "CARD"}

    def names(self, atom: int) -> bool:
        """Whether a finite verb gives its object a name or a judgement („nennt den Plan falsch")."""
        finite = self.tag(atom) == "VVFIN"
        return finite and any(f.lemma in government.verbs("naming") for f in verbs.analyse(self.words.texts[atom]))

    def is_remnant(self, rest: Sequence[int], before: Sequence[int]) -> bool:
        """Whether what follows the actor of a gapped clause can be its object.

        It is a quantity, an adjective without its noun, a phrase that is no genitive, or one with the preposition of
        the object before it.
        """
        if self.words.lower[rest[0]] in QUANTITIES or (len(rest) == 1 and self.tag(rest[0]) == "ADJA"):
            return True
        if any(self.tag(a) in VERBAL | {"KON"} for a in rest) or meaning.is_temporal(self.words.texts[rest[-1]]):
            return False
        if self.tag(rest[0]) == "APPR":
            governed = {p for a in before if self.tag(a) in VERBAL for p in government.prepositions(self.lemma(a))}
            word = self.words.lower[rest[0]]
            return word in governed | {"als"} and any(self.words.lower[a] == word for a in before)
        if self.tag(rest[0]) in {"ART", "PIAT", "PPOSAT", "CARD"}:
            tokens = [(self.words.texts[a], self.tag(a)) for a in rest]
            cases = {f.case for f in noun_phrases.noun_phrase(tokens)}
            return "acc" in cases and "gen" not in cases
        return False
