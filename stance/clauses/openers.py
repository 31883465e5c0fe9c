"""What opens a piece: a subordinator, a relative or interrogative word, an infinitive, or nothing.

A piece and what was read before it come in, an opener or None goes out. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.graph import ClauseKind, ClauseType
from stance.clauses.pieces import OPENING_ADVERBS
from stance.clauses.proto import Opener, Piece, adverbial_class, subordinator
from stance.clauses.reading import Reading
from stance.clauses.relatives import Relatives
from stance.clauses.shapes import Shapes
from stance.clauses.words import INFINITIVE, INTERROGATIVE, NOMINAL, NONFINITE, PREPOSITION, RELATIVE, VERBAL, Words
from stance.german import closed, government, meaning

_WITHOUT: Final = frozenset({"ohne", "statt", "anstatt", "außer"})
_CONTINUING: Final = frozenset({"was", "weshalb", "weswegen"})
_DEGREES: Final = frozenset({"so", "derart", "dermaßen", "insofern", "solch", "solche", "solchen", "solcher"})


class Openers:
    """Recognises what opens the pieces of one run.

    Args:
        shapes: what the pieces look like.
        reading: what was read before.
    """

    def __init__(self, shapes: Shapes, reading: Reading) -> None:
        self.shapes = shapes
        self.words: Words = shapes.words
        self.reading = reading
        self.relatives = Relatives(shapes.cutter)

    def opener(self, piece: Piece) -> Opener | None:
        """What opens a piece, at its start or behind adverbs („vor allem weil …"); None where nothing does."""
        atoms = piece.atoms
        k = 0
        while k < len(atoms) - 1 and self.shapes.tag(atoms[k]) in OPENING_ADVERBS:
            if self.shapes.tag(atoms[k]) in {"PROAV", "PAV"} and self.shapes.tag(atoms[k + 1]) != "KOUS":
                break
            k += 1
        for position in {0, k}:
            found = self._opener_at(piece, position)
            if found is not None:
                return found
        return None

    def _goes_to_infinitive(self, atoms: Sequence[int]) -> bool:
        """Whether a zu-infinitive follows with no finite verb before it, as in „Ohne Geld ist das nicht zu machen"."""
        finites = self.shapes.finites(atoms)
        before = [atom for atom in atoms if not finites or atom < finites[0]]
        return self.shapes.has_zu(before)

    def _opener_at(self, piece: Piece, k: int) -> Opener | None:
        atoms = piece.atoms
        atom = atoms[k]
        if self.shapes.cutter.is_region(atom):
            return None
        tag, word = self.shapes.tag(atom), self.words.lower[atom]
        infinitival = closed.opens_infinitive(word) and tag not in VERBAL
        if word in _WITHOUT and k + 1 < len(atoms) and self.words.lower[atoms[k + 1]] == "dass":
            return Opener(ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, atoms[k + 1], "consecutive")
        if word == "wie" and tag == "KOKOM" and k == 0 and piece.separator == "," and self._ends_in_report(piece):
            return self._interrogative(piece, k)
        if word == "wie" and self._resumes(piece, k):
            return Opener(ClauseKind.RELATIVE, ClauseType.RELATIVE, atoms[k + 1])
        if tag == "KOUS" and self.shapes.finites(atoms):
            return self._subordinator(piece, k)
        if tag == "KOUI" or (infinitival and k == 0 and self._goes_to_infinitive(atoms)):
            if self.shapes.has_zu(atoms) or not self.shapes.finites(atoms):
                return Opener(ClauseKind.INFINITIVE, ClauseType.ZU, atom, adverbial_class(word))
            return None
        if tag == "KOUS":
            return self._subordinator(piece, k)
        pronoun = k + 1 if tag in PREPOSITION and k + 1 < len(atoms) else k
        marker = self.shapes.tag(atoms[pronoun])
        if marker in RELATIVE and k == pronoun and self.shapes.has_zu(atoms) and not self.shapes.finites(atoms):
            self.words.tags[atoms[pronoun]] = "ART"
            return None
        relative = marker in RELATIVE or self._is_disguised_relative(piece, pronoun)
        if relative and (self.reading.base.tokens or k == 0):
            return Opener(ClauseKind.RELATIVE, ClauseType.RELATIVE, atoms[pronoun])
        if marker in INTERROGATIVE and self._is_verb_last(piece, pronoun):
            adverbial = self._adverbial_question(piece, pronoun)
            if adverbial is not None:
                return Opener(ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, atoms[pronoun], adverbial)
            if self._is_free_relative(piece, pronoun):
                return Opener(ClauseKind.RELATIVE, ClauseType.RELATIVE, atoms[pronoun])
            return self._interrogative(piece, pronoun)
        return None

    def _is_disguised_relative(self, piece: Piece, k: int) -> bool:
        """„…, die Kohlenstoff entfernen": an article that must be a relative pronoun; tagged as one from now on."""
        if piece.separator != "," or not self.relatives.can_be(piece.atoms[k]) or not self.reading.base.tokens:
            return False
        preceding = self.reading.preceding(piece)
        finite = self.relatives.last_finite(piece)
        if preceding is None or finite is None:
            return False
        if self.reading.pending and not self.shapes.finite_follows(piece):
            return False
        following = self.shapes.following(piece)
        next_opens = following is not None and self.shapes.starts_with_finite(following)
        embedded = self.reading.base.finite is None and next_opens and not self.shapes.konjunktiv(finite)
        if self.reading.base.finite is None and not embedded:
            return False
        if (
            self.shapes.tag(finite) in INFINITIVE
            and not embedded
            and self.reading.waiting_for_bracket(piece) is not None
        ):
            closes = following is not None and self.shapes.tag(following.atoms[0]) in NONFINITE
            if not closes:
                return False
        embedded = embedded and not government.takes_complement(self.words.texts[preceding])
        if not self.relatives.is_disguised(piece, k, preceding, embedded=embedded, last=following is None):
            return False
        self.words.tags[piece.atoms[k]] = "PRELS"
        if self.shapes.tag(finite) in INFINITIVE:
            self.words.tags[finite] = self.shapes.tag(finite)[:2] + "FIN"
        return True

    def antecedent(self, piece: Piece, pronoun: int) -> int | None:
        """The noun or pronoun that a relative clause modifies."""
        host = self.reading.behind_report(piece)
        preceding = self.reading.preceding(piece) if host is None else max(host.tokens)
        if preceding is None:
            return None
        owner = self.reading.owner(preceding) or self.reading.base
        above = [token for proto in self.reading.above(owner) for token in proto.tokens]
        found = self.relatives.antecedent(piece, pronoun, owner.tokens, above, preceding)
        stacked = found is None and owner.kind is ClauseKind.RELATIVE and self.shapes.tag(pronoun) in RELATIVE
        return owner.antecedent if stacked else found

    def _is_free_relative(self, piece: Piece, k: int) -> bool:
        """„Denver, wo …", „alles, was …", „…, was auf Bereitschaft hinweist": no question is reported."""
        word = self.words.lower[piece.atoms[k]]
        preceding = self.reading.preceding(piece)
        if preceding is None or piece.conjunction is not None or self._is_asked_about(preceding):
            return False
        if self.relatives.names_reason_or_manner(preceding, word):
            return True
        if not (word in _CONTINUING or word.startswith("wo")):
            return False
        if self.shapes.tag(preceding) in NOMINAL | {"PIS", "PDS"} and word in {"wo", "was"}:
            return True
        owner = self.reading.owner(preceding) or self.reading.base
        if word == "wo" and any(meaning.animacy(self.words.texts[t]) == "place" for t in owner.tokens):
            return True
        if word == "was" and self.relatives.indefinite(owner.tokens, preceding) is not None:
            return True
        return not (self.shapes.speaks(owner.finite or preceding, owner.tokens) or self.shapes.asks(owner.tokens))

    def _is_asked_about(self, preceding: int) -> bool:
        """„die Debatte darüber, was …": a correlate before a question."""
        return self.shapes.tag(preceding) in {"PROAV", "PAV"} and self.words.lower[preceding].startswith("da")

    def _adverbial_question(self, piece: Piece, k: int) -> str | None:
        """„wer auch immer gewinnt", „was die Kosten betrifft": no question but an adverbial clause; its class."""
        after = [self.words.lower[atom] for atom in piece.atoms[k + 1 : k + 3]]
        if after[:1] == ["immer"] or after == ["auch", "immer"]:
            return "concessive"
        finites = self.shapes.finites(piece.atoms)
        regards = self.words.lower[piece.atoms[k]] == "was" and bool(finites) and finites[-1] == piece.atoms[-1]
        lemma = self.shapes.lemma(finites[-1]) if regards else ""
        return "restrictive" if lemma in government.verbs("regarding") else None

    def _subordinator(self, piece: Piece, k: int) -> Opener | None:
        atom = piece.atoms[k]
        word = self.words.lower[atom]
        preceding = self.reading.preceding(piece)
        if word == "wie" and preceding is not None and self.relatives.names_reason_or_manner(preceding, word):
            return Opener(ClauseKind.RELATIVE, ClauseType.RELATIVE, atom)
        if word == "wie":
            return self._interrogative(piece, k) if self.shapes.finites(piece.atoms) else None
        if word == "dass" and k == 0 and self._has_degree():
            return Opener(ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, atom, "consecutive")
        return subordinator(word, self.words.lower[piece.atoms[k - 1]] if k else "", atom)

    def _resumes(self, piece: Piece, k: int) -> bool:
        """„ein Gesetz, wie es Rom verlangt", „einen Gipfel, wie ihn Madrid will": the noun before it as an object."""
        preceding = self.reading.preceding(piece)
        if preceding is None or self.shapes.tag(preceding) not in NOMINAL or k + 2 >= len(piece.atoms):
            return False
        pronoun = piece.atoms[k + 1]
        object_ = self.words.lower[pronoun] == "ihn" or (
            self.words.lower[pronoun] == "sie" and self.shapes.has_bare_nominal(piece.atoms[k + 2 :])
        )
        return object_ and bool(self.shapes.finites(piece.atoms))

    def _ends_in_report(self, piece: Piece) -> bool:
        """„…, wie auf der Seite mitgeteilt wird": a clause with its verb of saying at the end."""
        finites = self.shapes.finites(piece.atoms)
        return finites == [piece.atoms[-1]] and self.shapes.speaks(finites[0], piece.atoms)

    def is_taken_up(self, piece: Piece) -> bool:
        """„Wer genau, das sagt er nicht": a question without a verb that "das" takes up in the prefield."""
        following = self.shapes.following(piece)
        if following is None or following.conjunction is not None or len(following.atoms) < 2:
            return False
        asks = self.shapes.tag(piece.atoms[0]) in INTERROGATIVE and not self.shapes.finites(piece.atoms)
        lead, second = following.atoms[:2]
        return asks and self.shapes.tag(lead) == "PDS" and second in self.shapes.finites(following.atoms)

    def _has_degree(self) -> bool:
        """„so groß, dass …": a word of degree before an adjective, adverb or participle, where nothing is said."""
        tokens = self.reading.last.tokens
        degrees = [t for t in tokens if self.words.lower[t] in _DEGREES]
        graded = [t for t in degrees if self.words.lower[t] == "insofern" or self.shapes.grades(t)]
        return bool(graded) and not self.reading.speaks_any(self.reading.last)

    def _interrogative(self, piece: Piece, k: int) -> Opener:
        atom = piece.atoms[k]
        finites = self.shapes.finites(piece.atoms)
        saying = bool(finites) and self.shapes.speaks(finites[-1], piece.atoms)
        interrupted = not finites and self._interrupted_report(piece) is not None
        comments = (saying or interrupted) and self.shapes.is_short_report(piece) and not self._tells_how(piece)
        if self.words.lower[atom] == "wie" and comments:
            self.words.tags[atom] = "KOUS"
            return Opener(ClauseKind.PARENTHESIS, ClauseType.W, atom, "comparative")
        return Opener(ClauseKind.COMPLEMENT, ClauseType.W, atom)

    def _tells_how(self, piece: Piece) -> bool:
        """„Die Frau schildert, wie der Gast sie beschimpfte": right behind a verb of telling how."""
        preceding = self.reading.preceding(piece)
        if preceding is None or self.shapes.tag(preceding) not in VERBAL:
            return False
        verbs = (t for t in self.reading.last.tokens if self.shapes.tag(t) in VERBAL)
        return any(self.shapes.lemma(t) in government.verbs("telling_how") for t in verbs)

    def _interrupted_report(self, piece: Piece) -> Piece | None:
        """„Wie der Direktor, Peter Huber, mitteilte, …": the piece that brings the verb of a report without its own.

        Appositions and relative clauses stand between. What it comments on has its verb before or right behind it.
        """
        if piece.conjunction is not None:
            return None
        later = self.shapes.later(piece)
        inner = (k for k, other in enumerate(later) if not self.shapes.is_relative(other))
        verb = next((k for k in inner if self.shapes.finites(later[k].atoms)), len(later))
        if verb == len(later) or later[verb].conjunction is not None:
            return None
        resumed = verb + 1 < len(later) and self.shapes.starts_with_finite(later[verb + 1])
        if not resumed and self.reading.base.finite is None:
            return None
        finites = self.shapes.finites(later[verb].atoms)
        ends = later[verb].atoms[-1] == finites[-1] and len(finites) == 1
        return later[verb] if ends and self.shapes.speaks(finites[0], later[verb].atoms) else None

    def _is_verb_last(self, piece: Piece, k: int) -> bool:
        finites = self.shapes.finites(piece.atoms)
        if not finites:
            return self.words.lower[piece.atoms[k]] != "wie" or self._interrupted_report(piece) is not None
        position = piece.atoms.index(finites[0])
        if position == k + 1:
            return position == len(piece.atoms) - 1 and (
                bool(self.reading.base.tokens) or self._stands_in_prefield(piece)
            )
        return all(self.shapes.tag(a) in VERBAL for a in piece.atoms[position:]) or bool(self.reading.base.tokens)

    def _stands_in_prefield(self, piece: Piece) -> bool:
        """„Wer schweigt, stimmt zu": the main verb follows, and it reports no question („Wer kommt, fragte er")."""
        following = self.shapes.following(piece)
        fronted = following is not None and self.shapes.starts_with_finite(following)
        return fronted and following is not None and not self.shapes.has_report_shape(following)

    def fronts_new_main(self, piece: Piece, opener: Opener) -> bool:
        """„…, aber wenn das geschieht, ist es zu spät": an adverbial clause in the prefield of a new main clause."""
        joins = piece.conjunction is not None or piece.separator == ";" or self.words.lower[piece.atoms[0]] == "doch"
        following = self.shapes.following(piece)
        if (
            opener.kind is not ClauseKind.ADVERBIAL
            or not joins
            or self.reading.base.finite is None
            or following is None
        ):
            return False
        finites = self.shapes.finites(following.atoms)
        return self.shapes.starts_with_finite(following) and not self.shapes.konjunktiv(finites[0])
