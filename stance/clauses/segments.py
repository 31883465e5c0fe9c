"""Segmentation: a sentence becomes a tree of proto-clauses, each with its own tokens and its finite verb.

Works by divide and conquer (Neumann, Backofen et al. 2000; Müller 2007): quotations and brackets with a clause of their
own are cut out first, the rest is cut at punctuation and clause-joining conjunctions, and the pieces are put together
left to right by what opens them (subordinator, relative pronoun, finite verb, zu-infinitive, nothing).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stance.clauses.graph import ClauseKind, ClauseType, Order, Quote
from stance.clauses.pieces import OPENING_ADVERBS, Cutter
from stance.clauses.proto import Opener, Piece, Proto, adverbial_class, subordinator
from stance.clauses.relatives import Relatives
from stance.clauses.words import (
    DASHES,
    DETERMINER,
    INFINITIVE,
    INTERROGATIVE,
    NOMINAL,
    NONFINITE,
    PARTICIPLE,
    PREPOSITION,
    QUANTITIES,
    RELATIVE,
    VERBAL,
    Words,
)
from stance.german import closed, government, nominal, verbs

_WITHOUT: Final = frozenset({"ohne", "statt", "anstatt", "außer"})
_DEGREES: Final = frozenset({"so", "derart", "dermaßen", "insofern", "solch", "solche", "solchen", "solcher"})
_TURNS: Final = frozenset({"doch", "jedoch", "denn", "allerdings", "dennoch", "trotzdem", "deshalb", "daher", "dann"})
_PREFIELD_STARTS: Final = NOMINAL | DETERMINER | {"ADJA", "CARD", "PPER", "PDS", "PIS", "APPR", "APPRART"}
_CONDITIONAL_FORMS: Final = frozenset(
    {"sollte", "sollten", "wäre", "wären", "hätte", "hätten", "gäbe", "käme", "kämen"}
)


class Segmenter:
    """Reads sentences as proto-clauses.

    Args:
        words: the tagged Doc.
        quotes: its quotations.
    """

    def __init__(self, words: Words, quotes: Sequence[Quote]) -> None:
        self._cutter = Cutter(words, quotes)

    def sentence(self, start: int, end: int) -> list[Proto]:
        """The proto-clauses of one sentence, in no particular order.

        Args:
            start: first token of the sentence.
            end: one past its last token.
        """
        found: list[Proto] = []
        for run in self._cutter.runs(start, end):
            reader = _Reader(self._cutter)
            reader.read(run.pieces)
            for proto in reader.made:
                proto.ended_by = run.stop
            found.extend(reader.made)
        return [proto for proto in found if proto.tokens]


class _Reader:
    """Puts the pieces of one run together."""

    def __init__(self, cutter: Cutter) -> None:
        self.cutter = cutter
        self.words = cutter.words
        self.relatives = Relatives(cutter)
        self.made: list[Proto] = []
        self.pending: list[Proto] = []
        self.base = self._new(ClauseKind.MAIN, ClauseType.MAIN, None)
        self.last = self.base
        self.suspended: Proto | None = None
        self.pieces: Sequence[Piece] = ()

    # -- helpers -----------------------------------------------------------------------------------------------------

    def _new(self, kind: ClauseKind, type_: ClauseType, parent: Proto | None) -> Proto:
        proto = Proto(kind, type_, parent=parent)
        self.made.append(proto)
        return proto

    def _tag(self, atom: int) -> str:
        return "QUOTE" if self.cutter.is_region(atom) else self.words.tags[atom]

    def _finites(self, atoms: Sequence[int]) -> list[int]:
        return [atom for atom in atoms if self.cutter.is_finite(atom)]

    def _owner(self, token: int) -> Proto | None:
        return next((proto for proto in reversed(self.made) if token in proto.tokens), None)

    def _preceding(self, piece: Piece) -> int | None:
        """The last token before a piece that belongs to a clause."""
        earlier = [max(proto.tokens) for proto in self.made if proto.tokens and max(proto.tokens) < piece.atoms[0]]
        return max(earlier, default=None)

    def _has_zu(self, atoms: Sequence[int]) -> bool:
        return any(not self.cutter.is_region(a) and self.words.is_zu_infinitive(a, atoms) for a in atoms)

    def _konjunktiv(self, finite: int) -> bool:
        """Whether a form is Konjunktiv by its shape in the third person; a weak past as such is not."""
        forms = [f for f in verbs.analyse(self.words.texts[finite]) if f.kind == "finite" and f.person == 3]
        subjunctive = any(f.mood in {"konjunktiv1", "konjunktiv2"} for f in forms)
        indicative = any(f.mood == "indicative" for f in forms)
        return subjunctive and (not indicative or self._tag(finite) in {"VMFIN", "VAFIN"})

    def _lemma(self, finite: int) -> str:
        forms = verbs.analyse(self.words.texts[finite])
        return next((f.lemma for f in forms if f.kind == "finite"), self.words.lower[finite])

    # -- reading -----------------------------------------------------------------------------------------------------

    def read(self, pieces: Sequence[Piece]) -> None:
        """Place every piece, left to right."""
        self.pieces = pieces
        for k, piece in enumerate(pieces):
            self._place(piece, pieces[k + 1] if k + 1 < len(pieces) else None)
        for proto in self.made:
            if proto.finite is None and proto.order is Order.VL and proto.kind is not ClauseKind.INFINITIVE:
                self._borrow_finite(proto)

    def _borrow_finite(self, proto: Proto) -> None:
        """„dass er A abgelehnt und B gefordert hat": the finite verb of the last conjunct serves all."""
        later = next((other for other in self.made if other.shares is proto and other.finite is not None), None)
        if later is not None:
            proto.finite = later.finite

    def _place(self, piece: Piece, following: Piece | None) -> None:
        opener = self._opener(piece)
        finites = self._finites(piece.atoms)
        if opener is not None and opener.kind is not ClauseKind.INFINITIVE and not finites:
            finites = self._finite_at_end(piece)
        if opener is None and not finites:
            finites = self._second_verb(piece, following)
        if opener is not None and (finites or opener.kind is ClauseKind.INFINITIVE or self._finite_follows(piece)):
            self._subordinate(piece, opener)
        elif self.pending:
            self._continue_pending(piece, finites, following)
        elif finites and self._continues_verb_last(piece, finites):
            self._fill_verb_last(self._twin(self.last), piece)
        elif finites:
            self._finite_piece(piece, finites, following)
        elif self._has_zu(piece.atoms):
            self._infinitive(piece)
        else:
            self._verbless(piece)

    def _continues_verb_last(self, piece: Piece, finites: list[int]) -> bool:
        """„weil A sinkt und B steigt": a verb-last conjunct without comma."""
        if piece.conjunction is None or piece.separator or self.last.order is not Order.VL or self.last.finite is None:
            return False
        after = piece.atoms[piece.atoms.index(finites[-1]) + 1 :]
        return len(finites) == 1 and all(self._tag(a) in VERBAL for a in after)

    def _second_verb(self, piece: Piece, following: Piece | None) -> list[int]:
        """„Die Zeitung berichtet, die Partei fordere …": the verb of the first clause, tagged as a participle."""
        if following is None or self.pending or self.base.finite is not None or self._starts_with_finite(following):
            return []
        last = piece.atoms[-1]
        if len(piece.atoms) < 2 or self._tag(last) not in PARTICIPLE | INFINITIVE or self._has_zu(piece.atoms):
            return []
        forms = verbs.analyse(self.words.texts[last]) or verbs.guess(self.words.texts[last])
        if not any(form.kind == "finite" and form.person == 3 for form in forms) or self._expects_bracket(following):
            return []
        self.words.tags[last] = "VVFIN"
        return [last]

    def _expects_bracket(self, following: Piece) -> bool:
        """Whether what follows has the auxiliary that a participle before it can belong to."""
        lead = following.atoms[0]
        return self._tag(lead) in {"VAFIN", "VMFIN"} or following.conjunction is not None

    def _finite_at_end(self, piece: Piece) -> list[int]:
        """A verb-last clause without a finite verb to come: its last verb is one if its form can be ("… handeln")."""
        last = piece.atoms[-1]
        if self._tag(last) not in INFINITIVE | PARTICIPLE or self._finite_follows(piece) or self._has_zu(piece.atoms):
            return []
        forms = verbs.analyse(self.words.texts[last]) or verbs.guess(self.words.texts[last])
        if not any(form.kind == "finite" and form.person == 3 for form in forms):
            return []
        self.words.tags[last] = "VVFIN"
        return [last]

    def _finite_follows(self, piece: Piece) -> bool:
        later = self.pieces[self.pieces.index(piece) + 1 :]
        return any(self._finites(other.atoms) for other in later)

    # -- subordinate clauses -----------------------------------------------------------------------------------------

    def _opener(self, piece: Piece) -> Opener | None:
        atoms = piece.atoms
        k = 0
        while k < len(atoms) - 1 and self._tag(atoms[k]) in OPENING_ADVERBS:
            if self._tag(atoms[k]) in {"PROAV", "PAV"} and self._tag(atoms[k + 1]) != "KOUS":
                break
            k += 1
        for position in {0, k}:
            found = self._opener_at(piece, position)
            if found is not None:
                return found
        return None

    def _opener_at(self, piece: Piece, k: int) -> Opener | None:
        atoms = piece.atoms
        atom = atoms[k]
        if self.cutter.is_region(atom):
            return None
        tag, word = self._tag(atom), self.words.lower[atom]
        infinitival = closed.opens_infinitive(word) and tag not in VERBAL
        if word in _WITHOUT and k + 1 < len(atoms) and self.words.lower[atoms[k + 1]] == "dass":
            return Opener(ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, atoms[k + 1], "consecutive")
        if tag == "KOUS" and self._finites(atoms):
            return self._subordinator(piece, k)
        if tag == "KOUI" or (infinitival and self._has_zu(atoms) and k == 0):
            if self._has_zu(atoms) or not self._finites(atoms):
                return Opener(ClauseKind.INFINITIVE, ClauseType.ZU, atom, adverbial_class(word))
            return None
        if tag == "KOUS":
            return self._subordinator(piece, k)
        pronoun = k + 1 if tag in PREPOSITION and k + 1 < len(atoms) else k
        marker = self._tag(atoms[pronoun])
        if marker in RELATIVE and k == pronoun and self._has_zu(atoms) and not self._finites(atoms):
            self.words.tags[atoms[pronoun]] = "ART"
            return None
        relative = marker in RELATIVE or self._is_disguised_relative(piece, pronoun)
        if relative and (self.base.tokens or k == 0):
            return Opener(ClauseKind.RELATIVE, ClauseType.RELATIVE, atoms[pronoun])
        if marker in INTERROGATIVE and self._is_verb_last(piece, pronoun):
            if self._is_free_relative(piece, pronoun):
                return Opener(ClauseKind.RELATIVE, ClauseType.RELATIVE, atoms[pronoun])
            return self._interrogative(piece, pronoun)
        return None

    def _is_disguised_relative(self, piece: Piece, k: int) -> bool:
        """„…, die Kohlenstoff entfernen": an article that must be a relative pronoun; tagged as one from now on."""
        preceding = self._preceding(piece)
        finite = self.relatives.last_finite(piece)
        if piece.separator != "," or preceding is None or finite is None or not self.base.tokens:
            return False
        if self.pending and not self._finite_follows(piece):
            return False
        following = self._following(piece)
        next_opens = following is not None and self._starts_with_finite(following)
        embedded = self.base.finite is None and next_opens and not self._konjunktiv(finite)
        if self.base.finite is None and not embedded:
            return False
        if self._tag(finite) in INFINITIVE and not embedded and self._waiting_for_bracket(piece) is not None:
            closes = following is not None and self._tag(following.atoms[0]) in NONFINITE
            if not closes:
                return False
        embedded = embedded and not government.takes_complement(self.words.texts[preceding])
        if not self.relatives.is_disguised(piece, k, preceding, embedded=embedded):
            return False
        self.words.tags[piece.atoms[k]] = "PRELS"
        if self._tag(finite) in INFINITIVE:
            self.words.tags[finite] = self._tag(finite)[:2] + "FIN"
        return True

    def _following(self, piece: Piece) -> Piece | None:
        """The piece after a piece, None for the last and for what was cut off another."""
        later = self.pieces[self.pieces.index(piece) + 1 :] if piece in self.pieces else ()
        return later[0] if later else None

    def _antecedent(self, piece: Piece, pronoun: int) -> int | None:
        """The noun or pronoun that a relative clause modifies."""
        preceding = self._preceding(piece)
        if preceding is None:
            return None
        owner = self._owner(preceding) or self.base
        above = [token for proto in self._above(owner) for token in proto.tokens]
        return self.relatives.antecedent(piece, pronoun, owner.tokens, above, preceding)

    def _above(self, proto: Proto) -> Iterator[Proto]:
        """The clauses above a clause, innermost first."""
        while proto.parent is not None:
            proto = proto.parent
            yield proto

    def _is_free_relative(self, piece: Piece, k: int) -> bool:
        """„Denver, wo …", „alles, was …", „…, was auf Bereitschaft hinweist": no question is reported."""
        word = self.words.lower[piece.atoms[k]]
        preceding = self._preceding(piece)
        if preceding is None or not (word == "was" or word.startswith("wo")) or piece.conjunction is not None:
            return False
        if self._tag(preceding) in NOMINAL | {"PIS", "PDS"} and word in {"wo", "was"}:
            return True
        owner = self._owner(preceding) or self.base
        if word == "wo" and any(nominal.animacy(self.words.texts[t]) == "place" for t in owner.tokens):
            return True
        return not self._speaks(owner.finite or preceding, owner.tokens)

    def _subordinator(self, piece: Piece, k: int) -> Opener | None:
        atom = piece.atoms[k]
        word = self.words.lower[atom]
        if word == "wie":
            return self._interrogative(piece, k) if self._finites(piece.atoms) else None
        if word == "dass" and k == 0 and self._has_degree():
            return Opener(ClauseKind.ADVERBIAL, ClauseType.ADVERBIAL, atom, "consecutive")
        return subordinator(word, self.words.lower[piece.atoms[k - 1]] if k else "", atom)

    def _has_degree(self) -> bool:
        """„so groß, dass …": a word of degree before an adjective, adverb or participle, where nothing is said."""
        tokens = self.last.tokens
        degrees = [t for t in tokens if self.words.lower[t] in _DEGREES]
        graded = [t for t in degrees if self.words.lower[t] == "insofern" or self._grades(t)]
        return bool(graded) and not self._speaks_any(self.last)

    def _grades(self, degree: int) -> bool:
        """Whether a word of degree stands before what it can intensify."""
        after = degree + 1
        return after < len(self.words) and self.words.tags[after] in {"ADJD", "ADJA", "ADV", "PIAT", "PIS", "VVPP"}

    def _interrogative(self, piece: Piece, k: int) -> Opener:
        atom = piece.atoms[k]
        finites = self._finites(piece.atoms)
        saying = bool(finites) and self._speaks(finites[-1], piece.atoms)
        interrupted = not finites and self._interrupted_report(piece) is not None
        if self.words.lower[atom] == "wie" and (saying or interrupted) and self._is_short_report(piece):
            return Opener(ClauseKind.PARENTHESIS, ClauseType.W, atom, "comparative")
        return Opener(ClauseKind.COMPLEMENT, ClauseType.W, atom)

    def _interrupted_report(self, piece: Piece) -> Piece | None:
        """„Wie der Direktor, Peter Huber, mitteilte, …": the piece that brings the verb of a report without its own."""
        if piece.conjunction is not None or self.base.tokens or piece not in self.pieces:
            return None
        later = self.pieces[self.pieces.index(piece) + 1 :]
        verb = next((k for k, other in enumerate(later) if self._finites(other.atoms)), len(later))
        if verb + 1 >= len(later) or not self._starts_with_finite(later[verb + 1]):
            return None
        finites = self._finites(later[verb].atoms)
        ends = later[verb].atoms[-1] == finites[-1] and len(finites) == 1
        return later[verb] if ends and self._speaks(finites[0], later[verb].atoms) else None

    def _speaks(self, finite: int, atoms: Sequence[int]) -> bool:
        for atom in atoms:
            if self._tag(atom) in VERBAL and not self.cutter.is_region(atom):
                lemmas = {form.lemma for form in verbs.analyse(self.words.texts[atom])}
                particle = [self.words.lower[a] for a in atoms if self._tag(a) == "PTKVZ"]
                lemmas |= {joined for p in particle for x in lemmas if (joined := verbs.join(p, x))}
                if lemmas & self.words.saying:
                    return True
        return False

    def _is_short_report(self, piece: Piece) -> bool:
        """„wie die Ministerin am Montag sagte": besides prepositional phrases only one noun phrase."""
        nominals = 0
        previous = ""
        governed = False
        for atom in piece.atoms[1:]:
            tag = self._tag(atom)
            if tag in PREPOSITION:
                governed = True
            elif tag in NOMINAL | {"PPER", "PIS", "PDS"}:
                if previous not in NOMINAL and not governed:
                    nominals += 1
                governed = False
            previous = tag
        return nominals <= 2

    def _is_verb_last(self, piece: Piece, k: int) -> bool:
        finites = self._finites(piece.atoms)
        if not finites:
            return self.words.lower[piece.atoms[k]] != "wie" or self._interrupted_report(piece) is not None
        position = piece.atoms.index(finites[0])
        if position == k + 1:
            return position == len(piece.atoms) - 1 and bool(self.base.tokens)
        return all(self._tag(a) in VERBAL for a in piece.atoms[position:]) or bool(self.base.tokens)

    def _subordinate(self, piece: Piece, opener: Opener) -> None:
        parent, shares = self._attachment(piece, opener)
        if self._fronts_new_main(piece, opener):
            self.base = self._new(ClauseKind.MAIN, ClauseType.MAIN, None)
            parent, shares = self.base, None
        proto = self._new(opener.kind, opener.type, parent)
        proto.introducer = opener.introducer
        proto.subtype = opener.subtype
        proto.order = Order.VL
        proto.shares = shares
        if opener.kind is ClauseKind.RELATIVE and shares is not None:
            proto.antecedent = shares.antecedent
        elif opener.kind is ClauseKind.RELATIVE:
            proto.antecedent = self._antecedent(piece, opener.introducer)
        if opener.kind is ClauseKind.INFINITIVE:
            self._take(proto, piece.atoms)
            self.last = proto
            return
        self._fill_verb_last(proto, piece)

    def _fronts_new_main(self, piece: Piece, opener: Opener) -> bool:
        """„…, aber wenn das geschieht, ist es zu spät": an adverbial clause in the prefield of a new main clause."""
        joins = piece.conjunction is not None or piece.separator == ";" or self.words.lower[piece.atoms[0]] == "doch"
        following = self._following(piece)
        if opener.kind is not ClauseKind.ADVERBIAL or not joins or self.base.finite is None or following is None:
            return False
        finites = self._finites(following.atoms)
        return self._starts_with_finite(following) and not self._konjunktiv(finites[0])

    def _fill_verb_last(self, proto: Proto, piece: Piece) -> None:
        finites = self._finites(piece.atoms)
        if not finites:
            self._take(proto, piece.atoms)
            self.pending.append(proto)
            return
        cut = self._end_of_verb_last(piece.atoms, finites)
        inner = self._inner_infinitive(piece.atoms[:cut], finites[0])
        self._take(proto, [a for a in piece.atoms[:cut] if a not in inner])
        proto.finite = finites[0]
        if inner:
            self._new_infinitive(proto, inner)
        self.last = proto
        rest = piece.atoms[cut:]
        if rest:
            self._place(Piece(rest, "", None), None)

    def _end_of_verb_last(self, atoms: tuple[int, ...], finites: list[int]) -> int:
        """Where a verb-last clause stops inside a piece: before a second finite verb that follows at once."""
        if len(finites) == 1:
            return len(atoms)
        first = atoms.index(finites[0])
        cluster = first + 1
        while cluster < len(atoms) and self._tag(atoms[cluster]) in NONFINITE | {"PTKVZ"}:
            cluster += 1
        return cluster if cluster < len(atoms) else len(atoms)

    def _continue_pending(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        top = self.pending[-1]
        if finites:
            starts = piece.atoms[0] == finites[0] and len(piece.atoms) > 1
            if starts and self._speaks(finites[0], piece.atoms) and following is not None:
                self._parenthesis(piece, finites, top)
                return
            self.pending.pop()
            self._extend_verb_last(top, piece)
        elif self._is_so_phrase(piece):
            self._so_parenthesis(piece, top)
        elif self._has_zu(piece.atoms):
            self._infinitive(piece)
        elif piece.conjunction is not None and self._tag(top.tokens[-1]) in PARTICIPLE | INFINITIVE:
            self._coordinate_pending(top, piece)
        else:
            self._take(top, self._with_conjunction(piece))

    def _extend_verb_last(self, top: Proto, piece: Piece) -> None:
        if piece.conjunction is not None and top.tokens and self._tag(top.tokens[-1]) in PARTICIPLE | INFINITIVE:
            twin = self._twin(top)
            self._fill_verb_last(twin, piece)
            return
        if piece.conjunction is not None:
            top.tokens.append(piece.conjunction)
        self._fill_verb_last(top, piece)

    def _twin(self, proto: Proto) -> Proto:
        twin = self._new(proto.kind, proto.type, proto.parent)
        twin.order = proto.order
        twin.shares = proto
        twin.subtype = proto.subtype
        twin.antecedent = proto.antecedent
        return twin

    def _coordinate_pending(self, top: Proto, piece: Piece) -> None:
        twin = self._twin(top)
        self._take(twin, piece.atoms)
        self.pending[-1] = twin

    # -- attachment --------------------------------------------------------------------------------------------------

    def _attachment(self, piece: Piece, opener: Opener) -> tuple[Proto | None, Proto | None]:
        """The clause that a subordinate clause depends on, and the clause it is coordinated with."""
        if piece.conjunction is not None or self.words.lower[piece.atoms[0]] in {"aber", "sondern"}:
            twin = next(
                (
                    p
                    for p in reversed(self.made)
                    if p.kind is opener.kind and p.type is opener.type and p is not self.base
                ),
                None,
            )
            if twin is not None:
                return twin.parent, twin
        preceding = self._preceding(piece)
        owner = self.base if preceding is None else self._owner(preceding) or self.base
        if opener.kind is ClauseKind.RELATIVE:
            return owner, None
        if owner.kind is ClauseKind.PARENTHESIS and owner.parent is not None:
            owner = owner.parent
        if opener.kind is ClauseKind.COMPLEMENT:
            owner = self._complement_host(owner)
        if opener.kind is ClauseKind.ADVERBIAL and self._tells_of_the_past(piece):
            while owner.kind is ClauseKind.INFINITIVE and owner.subtype is None and owner.parent is not None:
                owner = owner.parent
        if self.pending and owner.finite is not None and owner is not self.pending[-1]:
            owner = owner if owner.kind is not ClauseKind.RELATIVE else self.pending[-1]
        return owner, None

    def _tells_of_the_past(self, piece: Piece) -> bool:
        """„plante, zu reisen, nachdem er telefoniert hatte": an adverbial clause in the past is no part of a plan."""
        finites = self._finites(piece.atoms)
        forms = verbs.analyse(self.words.texts[finites[-1]]) if finites else ()
        return any(f.kind == "finite" and f.tense == "past" and f.mood == "indicative" for f in forms)

    def _complement_host(self, owner: Proto) -> Proto:
        """A complement skips an adverbial or relative clause that stands between it and its verb."""
        if owner.kind is ClauseKind.INFINITIVE and owner.subtype not in {None, "final"} and owner.parent is not None:
            owner = owner.parent
        while owner.parent is not None and owner.kind in {ClauseKind.ADVERBIAL, ClauseKind.RELATIVE}:
            if owner.finite is None or self._speaks(owner.finite, owner.tokens):
                break
            if not self._awaits_complement(owner.parent):
                break
            if owner.kind is ClauseKind.RELATIVE and owner.parent.finite is None:
                break
            owner = owner.parent
        return owner

    def _awaits_complement(self, proto: Proto) -> bool:
        """Whether a clause speaks, stands before and has no complement yet („sagte, als er ankam, dass …")."""
        speaks = proto.finite is not None and self._speaks(proto.finite, proto.tokens)
        return speaks and not any(p.parent is proto and p.kind is ClauseKind.COMPLEMENT for p in self.made)

    # -- main clauses ------------------------------------------------------------------------------------------------

    def _finite_piece(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        base = self.base
        starts = piece.atoms[0] == finites[0]
        if base.finite is not None and self._is_unreal(piece, finites):
            self._unreal_comparison(piece, finites)
        elif self._is_so_report(piece, finites) and base.tokens:
            self._parenthesis(piece, finites, base if base.finite is None else self._report_host())
        elif base.finite is None:
            if self._is_inserted(piece, starts, following):
                self._parenthesis(piece, finites, base)
            elif self._is_noun_complement(piece, finites, following):
                proto = self._new(ClauseKind.COMPLEMENT, ClauseType.V2, base)
                self._fill_main(proto, piece, finites)
                proto.order = Order.V2
            else:
                self._fill_main(base, piece, finites)
                self._resume()
        elif starts and piece.conjunction is None:
            self._verb_first(piece, finites, following)
        elif piece.conjunction is not None:
            self._coordinate(piece, finites)
        else:
            self._juxtapose(piece, finites)

    def _resume(self) -> None:
        """Return from a V2 complement whose prefield was interrupted to the clause around it."""
        if self.suspended is not None:
            self.base, self.suspended = self.suspended, None

    def _opens_complement(self, piece: Piece) -> bool:
        """„sagte, [die Firma], die im Mai gegründet wurde, habe …": a prefield whose verb comes after an insertion."""
        if self.suspended is not None or piece.conjunction is not None or piece.separator not in {",", ":"}:
            return False
        if not self._speaks_any(self.last) or self._tag(piece.atoms[0]) not in _PREFIELD_STARTS:
            return False
        later = self.pieces[self.pieces.index(piece) + 1 :]
        inserted = 0
        for other in later:
            finites = self._finites(other.atoms)
            if finites and other.atoms[0] == finites[0] and other.conjunction is None:
                following = later[inserted + 1] if inserted + 1 < len(later) else None
                if following is not None and self._has_report_shape(other) and self._starts_with_finite(following):
                    inserted += 1
                    continue
                return inserted > 0
            if finites and self._opener(other) is None:
                return False
            inserted += 1
        return False

    def _starts_with_finite(self, piece: Piece) -> bool:
        return piece.conjunction is None and piece.atoms[0] in self._finites(piece.atoms)

    def _open_complement_clause(self, piece: Piece) -> None:
        proto = self._new(ClauseKind.COMPLEMENT, ClauseType.V2, self.last)
        self._take(proto, piece.atoms)
        self.suspended, self.base, self.last = self.base, proto, proto

    def _is_inserted(self, piece: Piece, starts: bool, following: Piece | None) -> bool:
        """„Die Steuer, sagte Merz, müsse sinken": a verb-first report where the host still lacks its verb."""
        if not starts or not self.base.tokens or following is None or piece.separator != ",":
            return False
        if any(self.cutter.is_region(token) for token in self.base.tokens):
            return False
        finites = self._finites(following.atoms)
        if self._has_report_shape(following) and not self._has_report_shape(piece):
            return False
        return bool(finites) and following.atoms[0] == finites[0] and following.conjunction is None

    def _is_so_report(self, piece: Piece, finites: list[int]) -> bool:
        """„…, so schätzen die Forscher, …"."""
        if self.words.lower[piece.atoms[0]] != "so" or len(piece.atoms) <= 2 or piece.atoms[1] != finites[0]:
            return False
        return piece.separator == "," and self._speaks(finites[0], piece.atoms)

    def _is_noun_complement(self, piece: Piece, finites: list[int], following: Piece | None) -> bool:
        """„Die Behauptung, die Wahl sei gefälscht, sorgte …": a V2 clause of a noun before the main verb."""
        if following is None or piece.separator != "," or not self.base.tokens or not self._konjunktiv(finites[0]):
            return False
        later = self._finites(following.atoms)
        if not later or following.atoms[0] != later[0] or following.conjunction is not None:
            return False
        return any(self._tag(t) == "NN" for t in self.base.tokens)

    def _fill_main(self, proto: Proto, piece: Piece, finites: list[int]) -> None:
        finite = finites[0]
        fronted = bool(proto.tokens) or any(p.parent is proto for p in self.made)
        inner = self._inner_infinitive(piece.atoms, finite)
        self._take(proto, [a for a in self._with_conjunction(piece) if a not in inner])
        proto.finite = finite
        proto.order = Order.V2 if fronted or piece.atoms[0] != finite else Order.V1
        self.last = proto
        if inner:
            self._new_infinitive(proto, inner)

    def _is_unreal(self, piece: Piece, finites: list[int]) -> bool:
        """„…, als würde er zögern": a verb-first comparison in the Konjunktiv."""
        lead = piece.atoms[: piece.atoms.index(finites[0])]
        return [self.words.lower[atom] for atom in lead] == ["als"] and self._konjunktiv(finites[0])

    def _unreal_comparison(self, piece: Piece, finites: list[int]) -> None:
        proto = self._new(ClauseKind.ADVERBIAL, ClauseType.V1, self.last)
        proto.subtype, proto.order, proto.introducer = "comparative", Order.V1, piece.atoms[0]
        proto.finite = finites[0]
        self._take(proto, piece.atoms)
        self.last = proto

    def _verb_first(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        if self._is_matrix_of_condition(finites):
            matrix = self._new(ClauseKind.COMPLEMENT, ClauseType.V2, self.last.parent)
            self.last.parent = matrix
            self._fill_main(matrix, piece, finites)
            matrix.order = Order.V2
            return
        if self._is_trailing_condition(piece, finites, following):
            self._trailing_condition(piece, finites)
            return
        if self._is_condition(self.base, piece):
            self._conditional(self.base)
            self.base = self._new(ClauseKind.MAIN, ClauseType.MAIN, None)
            for proto in self.made:
                if proto.subtype == "conditional" and proto.order is Order.V1 and proto.parent is None:
                    proto.parent = self.base
            self._fill_main(self.base, piece, finites)
            self.base.order = Order.V2
            return
        if self._opens_conditional(following) and not self._has_report_shape(piece):
            self._inner_conditional(piece, finites)
            return
        conditional = self.last if self.last.subtype == "conditional" and self.last.order is Order.V1 else None
        if conditional is not None and conditional.parent is not None and conditional.parent.finite is None:
            self._fill_main(conditional.parent, piece, finites)
            return
        comments = self._speaks(finites[0], piece.atoms) or self._tag(finites[0]) == "VAFIN" or not piece.separator
        if comments and self._has_subject_after(piece, finites[0]):
            self._parenthesis(piece, finites, self._report_host())
        else:
            self._coordinate(piece, finites)

    def _is_matrix_of_condition(self, finites: list[int]) -> bool:
        """„sagte, wenn Moskau angreife, werde man antworten": the matrix of a condition inside a report."""
        last = self.last
        if last.kind is not ClauseKind.ADVERBIAL or last.order is not Order.VL or last.parent is None:
            return False
        reports = self._speaks_any(last.parent) and last.parent.order in {Order.V1, Order.V2}
        direct = not any(
            p.parent is last.parent and p is not last and p.kind is ClauseKind.COMPLEMENT for p in self.made
        )
        follows = last.first() > max(last.parent.tokens, default=0)
        return reports and direct and follows and self._konjunktiv(finites[0])

    def _is_trailing_condition(self, piece: Piece, finites: list[int], following: Piece | None) -> bool:
        """„drohte mit Streiks, sollte es keine Einigung geben": a verb-first condition behind its matrix."""
        conditional = self.words.lower[finites[0]] in _CONDITIONAL_FORMS
        matrix_follows = following is not None and self._starts_with_finite(following)
        return (
            conditional
            and not matrix_follows
            and self.base.order is Order.V2
            and self._has_subject_after(piece, finites[0])
        )

    def _trailing_condition(self, piece: Piece, finites: list[int]) -> None:
        proto = self._new(ClauseKind.ADVERBIAL, ClauseType.V1, self._report_host())
        proto.subtype = "conditional"
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, piece.atoms)

    def _is_condition(self, proto: Proto, piece: Piece) -> bool:
        """„Sollte Moskau angreifen, werde man antworten.": a verb-first clause before a verb-first clause."""
        if proto.order is not Order.V1 or proto.parent is not None or proto.finite is None:
            return False
        if self._tag(proto.finite) in {"VMFIN", "VAFIN"}:
            return True
        if self._tag(proto.finite) != "VVFIN":
            return False
        return not self._has_report_shape(piece) or self._same_tense(proto.finite, self._finites(piece.atoms)[0])

    def _same_tense(self, first: int, second: int) -> bool:
        tenses = [
            {f.tense for f in verbs.analyse(self.words.texts[t]) if f.kind == "finite" and f.mood == "indicative"}
            for t in (first, second)
        ]
        return bool(tenses[0] & tenses[1])

    def _report_host(self) -> Proto:
        """What a report after it comments on: the matrix clause before it."""
        host = self.last
        while host.kind in {ClauseKind.RELATIVE, ClauseKind.ADVERBIAL, ClauseKind.INFINITIVE, ClauseKind.PARENTHESIS}:
            if host.parent is None:
                break
            host = host.parent
        while host.kind is ClauseKind.COMPLEMENT and host.parent is not None and host.type is not ClauseType.V2:
            host = host.parent
        return host if host is not self.base or self.base.tokens else self.base

    def _has_report_shape(self, piece: Piece) -> bool:
        finites = self._finites(piece.atoms)
        return bool(finites) and self._speaks(finites[0], piece.atoms) and self._has_subject_after(piece, finites[0])

    def _has_subject_after(self, piece: Piece, finite: int) -> bool:
        after = piece.atoms[piece.atoms.index(finite) + 1 :]
        for atom in after:
            tag = self._tag(atom)
            if tag in PREPOSITION:
                return False
            if tag in NOMINAL | DETERMINER | {"PPER", "PIS", "PDS", "CARD", "ADJA"}:
                return True
        return False

    def _opens_conditional(self, following: Piece | None) -> bool:
        if following is None or following.conjunction is not None:
            return False
        finites = self._finites(following.atoms)
        if not finites:
            return False
        lead = following.atoms[: following.atoms.index(finites[0])]
        return not lead or [self.words.lower[a] for a in lead] in (["dann"], ["so"])

    def _conditional(self, proto: Proto) -> None:
        proto.kind = ClauseKind.ADVERBIAL
        proto.type = ClauseType.V1
        proto.subtype = "conditional"

    def _inner_conditional(self, piece: Piece, finites: list[int]) -> None:
        """„Er sagte, sollte Moskau angreifen, werde man antworten.": the matrix of the condition is a V2 complement."""
        matrix = self._new(ClauseKind.COMPLEMENT, ClauseType.V2, self.last)
        proto = self._new(ClauseKind.ADVERBIAL, ClauseType.V1, matrix)
        proto.subtype = "conditional"
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, piece.atoms)
        self.last = proto

    def _coordinate(self, piece: Piece, finites: list[int]) -> None:
        """A main clause or V2 complement joined to the one before it by und, oder, aber … or a comma."""
        partner = self.base
        complement = self._open_complement()
        if complement is not None and self._konjunktiv(finites[0]):
            partner = complement
        proto = self._new(partner.kind, partner.type, partner.parent)
        proto.shares = partner
        if partner is self.base:
            self.base = proto
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _open_complement(self) -> Proto | None:
        current: Proto | None = self.last
        while current is not None:
            if current.type is ClauseType.V2 and current.kind is ClauseKind.COMPLEMENT:
                return current
            current = current.parent
        return None

    def _juxtapose(self, piece: Piece, finites: list[int]) -> None:
        """A verb-second clause after a complete clause without conjunction: a V2 complement, or a new main clause."""
        resumes = self.words.lower[piece.atoms[0]] in {"dann", "so"} and piece.atoms[1] == finites[0]
        if resumes and self._is_condition(self.base, piece):
            self._conditional(self.base)
            condition, self.base = self.base, self._new(ClauseKind.MAIN, ClauseType.MAIN, None)
            condition.parent = self.base
            self._fill_main(self.base, piece, finites)
            return
        conditional = self.last if self.last.subtype == "conditional" and self.last.order is Order.V1 else None
        if conditional is not None and conditional.parent is not None and conditional.parent.finite is None:
            self._fill_main(conditional.parent, piece, finites)
            return
        if piece.separator in DASHES and self._dash_closes(piece):
            proto = self._new(ClauseKind.PARENTHESIS, ClauseType.MAIN, self.base)
            last = self.last
            self._fill_main(proto, piece, finites)
            proto.order, self.last = Order.V2, last
            return
        turns = self.words.lower[piece.atoms[0]] in _TURNS and not self._konjunktiv(finites[0])
        if (
            turns
            or piece.separator in DASHES | {";"}
            or not (self._speaking(self.last) or self._konjunktiv(finites[0]))
        ):
            proto = self._new(ClauseKind.MAIN, ClauseType.MAIN, None)
            self.base = proto
        else:
            complement = self._open_complement()
            host = self.last
            if complement is not None and complement is self.last and not self._speaks_any(complement):
                proto = self._new(complement.kind, complement.type, complement.parent)
                proto.shares = complement
            else:
                if host.kind is ClauseKind.PARENTHESIS and host.parent is not None:
                    host = host.parent
                proto = self._new(ClauseKind.COMPLEMENT, ClauseType.V2, self._speaking_host(host))
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _dash_closes(self, piece: Piece) -> bool:
        later = self.pieces[self.pieces.index(piece) + 1 :]
        return any(other.separator in DASHES for other in later)

    def _speaking(self, proto: Proto) -> bool:
        """Whether a clause or one above it has a verb of saying or thinking."""
        current: Proto | None = proto
        while current is not None:
            if self._speaks_any(current):
                return True
            current = current.parent
        return False

    def _speaks_any(self, proto: Proto) -> bool:
        return proto.finite is not None and self._speaks(proto.finite, proto.tokens)

    def _speaking_host(self, host: Proto) -> Proto:
        """The nearest clause up the right edge whose verb can take a V2 complement, else the nearest."""
        current: Proto | None = host
        while current is not None:
            if self._speaks_any(current):
                return current
            current = current.parent
        return host

    def _parenthesis(self, piece: Piece, finites: list[int], host: Proto) -> None:
        proto = self._new(ClauseKind.PARENTHESIS, ClauseType.V1, host)
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, self._with_conjunction(piece))
        if not self.pending and host is self.base and host.finite is not None:
            self.last = proto

    # -- infinitives and fragments -----------------------------------------------------------------------------------

    def _infinitive(self, piece: Piece) -> None:
        owner = self._infinitive_host(piece)
        proto = self._new(ClauseKind.INFINITIVE, ClauseType.ZU, owner)
        if self.last.kind is ClauseKind.INFINITIVE and (piece.conjunction is not None or self._is_enumerated(piece)):
            proto.parent = self.last.parent
            proto.shares = self.last
            proto.subtype = self.last.subtype
        self._take(proto, piece.atoms)
        self.last = proto

    def _is_enumerated(self, piece: Piece) -> bool:
        """„zu prüfen, zu ändern und zu verwerfen": an infinitive between two that are joined by a conjunction."""
        following = self._following(piece)
        joined = following is not None and following.conjunction is not None and not self._finites(following.atoms)
        return joined and following is not None and self._has_zu(following.atoms)

    def _infinitive_host(self, piece: Piece) -> Proto:
        if self.pending:
            return self.pending[-1]
        preceding = self._preceding(piece)
        owner = self.base if preceding is None else self._owner(preceding) or self.base
        if owner.kind is ClauseKind.PARENTHESIS and owner.parent is not None:
            owner = owner.parent
        return self._complement_host(owner)

    def _inner_infinitive(self, atoms: Sequence[int], finite: int) -> list[int]:
        """The tokens of a zu-infinitive without comma that is no part of the finite verb's own complex."""
        infinitives = [a for a in atoms if not self.cutter.is_region(a) and self.words.is_zu_infinitive(a, atoms)]
        if not infinitives:
            return []
        position = atoms.index(finite)
        end = atoms.index(infinitives[-1])
        lemma = self._lemma(finite)
        if lemma == "geben" and self._gives_to_understand(infinitives):
            return []
        if lemma == "sein" and (adjective := self._controlling_adjective(atoms)) is not None:
            before_verb = adjective < end
            return list(
                atoms[adjective + 1 : end + 1]
                if before_verb
                else atoms[self._after_subject(atoms, position, end) : end + 1]
            )
        if lemma in government.verbs("coherent") or (lemma == "werden" and position > end):
            return []
        start = self._after_subject(atoms, position, end)
        group = list(atoms[start : end + 1])
        if position < end and len(group) < len(atoms):
            return group
        if position > end and self._tag(finite) == "VVFIN":
            return group
        return []

    def _after_subject(self, atoms: Sequence[int], finite: int, end: int) -> int:
        """Where the infinitive group starts: after a particle, else after the verb or introducer and the subject."""
        start = finite + 1 if finite < end else 1
        particles = [k for k in range(start, end) if self._is_particle(atoms, k, end)]
        if finite < end and particles:
            return particles[-1] + 1
        if not (finite < end and self._has_bare_nominal(atoms[:finite])):
            start = self._skip_noun_phrase(atoms, start, end)
        while start < end and self._tag(atoms[start]) in {"PRF", "ADV", "PROAV", "PAV", "PTKNEG"}:
            start += 1
        return start

    def _controlling_adjective(self, atoms: Sequence[int]) -> int | None:
        """Where an adjective with an infinitive of its own stands („sind bereit zu zahlen")."""
        adjectives = government.verbs("control_adjectives")
        return next((k for k, a in enumerate(atoms) if self.words.lower[a] in adjectives), None)

    def _gives_to_understand(self, infinitives: Sequence[int]) -> bool:
        """„zu verstehen geben", „zu bedenken geben": an idiom, no clause of its own."""
        return self.words.lower[infinitives[-1]] in government.verbs("given_infinitives")

    def _is_particle(self, atoms: Sequence[int], k: int, end: int) -> bool:
        """A separated particle, or a preposition right before "zu" ("hörte auf zu blinken")."""
        if self._tag(atoms[k]) == "PTKVZ":
            return True
        return self._tag(atoms[k]) == "APPR" and self._tag(atoms[k + 1]) in {"PTKZU", "VVIZU"}

    def _has_bare_nominal(self, atoms: Sequence[int]) -> bool:
        """Whether a noun phrase without preposition, a possible subject, stands among the atoms."""
        governed = False
        for atom in atoms:
            tag = self._tag(atom)
            if tag in PREPOSITION:
                governed = True
            elif tag in NOMINAL | {"PPER", "PIS", "PDS", "PRELS", "PWS"}:
                if not governed:
                    return True
                governed = False
        return False

    def _skip_noun_phrase(self, atoms: Sequence[int], start: int, end: int) -> int:
        """The position after one noun phrase without preposition, if one stands here."""
        k = start
        while k < end and self._tag(atoms[k]) in DETERMINER | {"ADJA", "CARD"}:
            k += 1
        if k >= end or self._tag(atoms[k]) not in NOMINAL | {"PPER", "PIS", "PDS"}:
            return start
        k += 1
        while k < end and self._tag(atoms[k]) == "NE":
            k += 1
        return k

    def _new_infinitive(self, parent: Proto, atoms: list[int]) -> None:
        proto = self._new(ClauseKind.INFINITIVE, ClauseType.ZU, parent)
        self._take(proto, atoms)

    def _is_so_phrase(self, piece: Piece) -> bool:
        """„so Merz", „so die Ministerin am Montag": an attribution without a verb."""
        if self.words.lower[piece.atoms[0]] != "so" or len(piece.atoms) == 1:
            return False
        return self._tag(piece.atoms[1]) in NOMINAL | DETERMINER | {"PPER", "ADJA", "PIS", "ADV", "TRUNC", "CARD"}

    def _so_parenthesis(self, piece: Piece, host: Proto) -> None:
        proto = self._new(ClauseKind.PARENTHESIS, ClauseType.MAIN, host)
        self._take(proto, piece.atoms)

    def _verbless(self, piece: Piece) -> None:
        tokens = self._with_conjunction(piece)
        if self._is_so_phrase(piece) and piece.separator:
            self._so_parenthesis(piece, self._report_host())
            return
        waiting = self._waiting_for_bracket(piece)
        if piece.separator in DASHES and self._dash_closes(piece) and waiting is None:
            self._so_parenthesis(piece, self._report_host())
        elif self._opens_complement(piece):
            self._open_complement_clause(piece)
        elif waiting is not None:
            self._take(waiting, tokens)
            self.last = waiting
        elif self._shares_auxiliary(piece):
            self._coordinate_bracket(piece)
        elif self._is_gapped(piece):
            self._gap(piece)
        elif self.base.finite is None:
            if piece.separator == ":" and self.base.tokens:
                proto = self._new(ClauseKind.FRAGMENT, ClauseType.MAIN, self.base)
                self._take(proto, tokens)
            else:
                self._take(self.base, tokens)
        else:
            self._take(self._fragment_host(piece), tokens)

    def _waiting_for_bracket(self, piece: Piece) -> Proto | None:
        """The clause with an auxiliary or modal whose participle, infinitive or particle this piece brings."""
        ends = self._tag(piece.atoms[-1])
        if ends not in PARTICIPLE | INFINITIVE | {"PTKVZ"} and not any(
            self._tag(a) in PARTICIPLE | INFINITIVE | {"PTKVZ"} for a in piece.atoms
        ):
            return None
        if piece.conjunction is not None:
            return None
        current: Proto | None = self.last
        while current is not None:
            whole = current.kind is not ClauseKind.PARENTHESIS
            if whole and current.order in {Order.V1, Order.V2} and self._lacks_bracket(current, ends):
                return current
            current = current.parent
        return None

    def _lacks_bracket(self, proto: Proto, ends: str) -> bool:
        if proto.finite is None:
            return False
        after = [t for t in proto.tokens if t > (proto.finite or 0)]
        if any(self._tag(t) in NONFINITE | {"PTKVZ"} for t in after):
            return False
        return self._tag(proto.finite) in {"VAFIN", "VMFIN"} or ends == "PTKVZ"

    def _shares_auxiliary(self, piece: Piece) -> bool:
        """„hat A abgelehnt, B kritisiert und C gefordert": a further right bracket under the same finite verb."""
        ends = {self._tag(a) for a in piece.atoms} & (PARTICIPLE | INFINITIVE)
        last = self.last
        if not ends or last.finite is None or self._tag(last.finite) not in {"VAFIN", "VMFIN"}:
            return False
        return any(self._tag(t) in ends for t in last.tokens)

    def _coordinate_bracket(self, piece: Piece) -> None:
        partner = self.last
        twin = self._twin(partner)
        self._take(twin, self._with_conjunction(piece))
        twin.finite = partner.finite
        if partner is self.base:
            self.base = twin
        self.last = twin

    def _is_gapped(self, piece: Piece) -> bool:
        """„Die SPD fordert mehr, die FDP weniger.": an actor in the nominative and a rest."""
        partner = self.last
        if partner.order is not Order.V2 or partner.finite is None or piece.separator not in {",", ";"}:
            return False
        atoms = piece.atoms
        head = next((k for k, a in enumerate(atoms) if self._tag(a) in NOMINAL), None)
        if head is None or any(self._tag(a) not in DETERMINER | {"ADJA", "CARD"} for a in atoms[:head]):
            return False
        while head + 1 < len(atoms) and self._tag(atoms[head]) in NOMINAL and self._tag(atoms[head + 1]) == "NE":
            head += 1
        rest = atoms[head + 1 :]
        tokens = [(self.words.texts[a], self._tag(a)) for a in atoms[: head + 1]]
        nominative = any(f.case == "nom" for f in nominal.noun_phrase(tokens))
        acts = nominal.can_act(self.words.texts[atoms[head]]) or self._tag(atoms[head]) == "NE"
        return bool(rest) and nominative and acts and self._opens_remnant(rest)

    def _opens_remnant(self, rest: Sequence[int]) -> bool:
        """Whether what follows the actor can be its object: a quantity, or a phrase that is no genitive."""
        if self.words.lower[rest[0]] in QUANTITIES:
            return True
        if self._tag(rest[0]) in {"ART", "PIAT", "PPOSAT", "CARD"}:
            tokens = [(self.words.texts[a], self._tag(a)) for a in rest]
            cases = {f.case for f in nominal.noun_phrase(tokens)}
            return "acc" in cases and "gen" not in cases
        return False

    def _gap(self, piece: Piece) -> None:
        proto = self._twin(self.last)
        proto.gapped = True
        self._take(proto, self._with_conjunction(piece))

    def _fragment_host(self, piece: Piece) -> Proto:
        if self.last.kind is ClauseKind.PARENTHESIS and self.last.parent is not None:
            return self.last.parent
        if self.last.kind is ClauseKind.RELATIVE and self.last.parent is not None:
            return self.last.parent
        return self.last

    def _with_conjunction(self, piece: Piece) -> list[int]:
        return [*([piece.conjunction] if piece.conjunction is not None else []), *piece.atoms]

    def _take(self, proto: Proto, atoms: Sequence[int]) -> None:
        proto.tokens.extend(atoms)
