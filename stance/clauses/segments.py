"""Segmentation: a sentence becomes a tree of proto-clauses, each with its own tokens and its finite verb.

Works by divide and conquer (Neumann, Backofen et al. 2000; Müller 2007): quotations and brackets with a clause of their
own are cut out first, the rest is cut at punctuation and clause-joining conjunctions, and the pieces are put together
left to right by what opens them (subordinator, relative pronoun, finite verb, zu-infinitive, nothing).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.graph import ClauseKind, ClauseType, Order, Quote
from stance.clauses.infinitives import Infinitives
from stance.clauses.openers import Openers
from stance.clauses.pieces import Cutter
from stance.clauses.proto import Opener, Piece, Proto
from stance.clauses.reading import Reading
from stance.clauses.shapes import Shapes
from stance.clauses.words import (
    DASHES,
    DETERMINER,
    INFINITIVE,
    NOMINAL,
    PARTICIPLE,
    PREPOSITION,
    PRONOMINAL,
    VERBAL,
    Words,
)
from stance.german import government, meaning, noun_phrases, verbs

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
            made = _Reader(self._cutter, run.pieces).read()
            for proto in made:
                proto.ended_by = run.stop
            found.extend(made)
        return [proto for proto in found if proto.tokens]


class _Reader:
    """Puts the pieces of one run together."""

    def __init__(self, cutter: Cutter, pieces: Sequence[Piece]) -> None:
        self.words = cutter.words
        self.shapes = Shapes(cutter, pieces)
        self.infinitives = Infinitives(self.shapes)
        self.reading = Reading(self.shapes)
        self.openers = Openers(self.shapes, self.reading)
        self.before: dict[int, Proto] = {}

    def read(self) -> list[Proto]:
        """Place every piece, left to right; the proto-clauses made."""
        pieces = self.shapes.pieces
        for k, piece in enumerate(pieces):
            self._place(piece, pieces[k + 1] if k + 1 < len(pieces) else None)
        for proto in reversed(self.reading.made):
            if proto.finite is None and proto.order is Order.VL and proto.kind is not ClauseKind.INFINITIVE:
                self._borrow_finite(proto)
        return self.reading.made

    def _borrow_finite(self, proto: Proto) -> None:
        """„dass er A abgelehnt und B gefordert hat": the finite verb of the last conjunct serves all."""
        later = next((other for other in self.reading.made if other.shares is proto and other.finite is not None), None)
        if later is not None:
            proto.finite = later.finite

    def _place(self, piece: Piece, following: Piece | None) -> None:
        opener = self.openers.opener(piece)
        finites = self.shapes.finites(piece.atoms)
        if opener is not None and opener.kind is not ClauseKind.INFINITIVE and not finites:
            finites = self._finite_at_end(piece)
        if opener is None and not finites:
            finites = self._second_verb(piece, following)
        if opener is not None and (
            finites or opener.kind is ClauseKind.INFINITIVE or self.shapes.finite_follows(piece)
        ):
            self._subordinate(piece, opener)
        elif self.reading.pending:
            self._continue_pending(piece, finites, following)
        elif finites and self._continues_verb_last(piece, finites):
            self._fill_verb_last(self.reading.twin(self.reading.last), piece)
        elif finites:
            self._finite_piece(piece, finites, following)
        elif self.shapes.has_zu(piece.atoms):
            self._infinitive(piece)
        else:
            self._verbless(piece)

    def _continues_verb_last(self, piece: Piece, finites: list[int]) -> bool:
        """„weil A sinkt und B steigt": a verb-last conjunct without comma."""
        if (
            piece.conjunction is None
            or piece.separator
            or self.reading.last.order is not Order.VL
            or self.reading.last.finite is None
        ):
            return False
        after = piece.atoms[piece.atoms.index(finites[-1]) + 1 :]
        return len(finites) == 1 and all(self.shapes.tag(a) in VERBAL for a in after)

    def _second_verb(self, piece: Piece, following: Piece | None) -> list[int]:
        """„Die Zeitung berichtet, die Partei fordere …": the verb of the first clause, tagged as a participle."""
        if (
            following is None
            or self.reading.pending
            or self.reading.base.finite is not None
            or self.shapes.starts_with_finite(following)
        ):
            return []
        last = piece.atoms[-1]
        if (
            len(piece.atoms) < 2
            or self.shapes.tag(last) not in PARTICIPLE | INFINITIVE
            or self.shapes.has_zu(piece.atoms)
        ):
            return []
        forms = verbs.analyse(self.words.texts[last]) or verbs.guess(self.words.texts[last])
        if not any(form.kind == "finite" and form.person == 3 for form in forms) or self.shapes.expects_bracket(
            following
        ):
            return []
        self.words.tags[last] = "VVFIN"
        return [last]

    def _finite_at_end(self, piece: Piece) -> list[int]:
        """A verb-last clause without a finite verb to come: its last verb is one if its form can be ("… handeln")."""
        last = piece.atoms[-1]
        following = self.shapes.following(piece)
        fronted = not self.reading.base.tokens and following is not None and self.shapes.starts_with_finite(following)
        closed_ = fronted or not self.shapes.finite_follows(piece)
        if self.shapes.tag(last) not in INFINITIVE | PARTICIPLE or not closed_ or self.shapes.has_zu(piece.atoms):
            return []
        forms = verbs.analyse(self.words.texts[last]) or verbs.guess(self.words.texts[last])
        if not any(form.kind == "finite" and form.person == 3 for form in forms):
            return []
        self.words.tags[last] = "VVFIN"
        return [last]

    def _subordinate(self, piece: Piece, opener: Opener) -> None:
        parent, shares = self.reading.attachment(piece, opener)
        if self.openers.fronts_new_main(piece, opener):
            self.reading.base = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
            parent, shares = self.reading.base, None
        proto = self.reading.new(opener.kind, opener.type, parent)
        proto.introducer = opener.introducer
        proto.subtype = opener.subtype
        proto.order = Order.VL
        proto.shares = shares
        if opener.kind is ClauseKind.RELATIVE and shares is not None:
            proto.antecedent = shares.antecedent
        elif opener.kind is ClauseKind.RELATIVE:
            proto.antecedent = self.openers.antecedent(piece, opener.introducer)
        if opener.kind is ClauseKind.INFINITIVE or self.openers.is_taken_up(piece):
            self._take(proto, piece.atoms)
            self.reading.last = proto
            return
        self._fill_verb_last(proto, piece)

    def _fill_verb_last(self, proto: Proto, piece: Piece) -> None:
        finites = self.shapes.finites(piece.atoms)
        if not finites:
            self._take(proto, piece.atoms)
            self.reading.pending.append(proto)
            return
        cut = self.shapes.end_of_verb_last(piece.atoms, finites)
        inner = self.infinitives.inner_infinitive(piece.atoms[:cut], finites[0])
        self._take(proto, [a for a in piece.atoms[:cut] if a not in inner])
        proto.finite = finites[0]
        if inner:
            self._new_infinitive(proto, inner)
        self.reading.last = proto
        rest = piece.atoms[cut:]
        if rest:
            self._place(Piece(rest, "", None), None)

    def _continue_pending(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        top = self.reading.pending[-1]
        starts = bool(finites) and piece.atoms[0] == finites[0] and len(piece.atoms) > 1
        if starts and (self._is_verbless_alternative(top, piece) or self._is_verbless_question(top, following)):
            self.reading.pending.pop()
            self._finite_piece(piece, finites, following)
        elif finites:
            if starts and self.shapes.speaks(finites[0], piece.atoms) and following is not None:
                self._parenthesis(piece, finites, top)
                return
            self.reading.pending.pop()
            self._extend_verb_last(top, piece)
        elif self.shapes.is_so_phrase(piece):
            self._so_parenthesis(piece, top)
        elif self.shapes.has_zu(piece.atoms):
            self._infinitive(piece)
        elif piece.conjunction is not None and self.shapes.tag(top.tokens[-1]) in PARTICIPLE | INFINITIVE:
            self._coordinate_pending(top, piece)
        else:
            self._take(top, self._with_conjunction(piece))

    def _is_verbless_alternative(self, top: Proto, piece: Piece) -> bool:
        """„…, ob groß oder klein, braucht man …": an alternative without a verb, before the verb of the main clause."""
        tags = [self.shapes.tag(t) for t in top.tokens[1:]]
        bare = "KON" in tags and not set(tags) & (VERBAL | DETERMINER | PRONOMINAL)
        return top.type is ClauseType.OB and bare and self.reading.base.finite is None and bool(piece.atoms[1:])

    def _is_verbless_question(self, top: Proto, following: Piece | None) -> bool:
        """„Wann, sei noch offen, sagte Huber": a question without a verb before the verb of the main clause."""
        verbal = any(self.shapes.tag(t) in VERBAL for t in top.tokens)
        if top.type is not ClauseType.W or verbal or self.reading.base.finite is not None:
            return False
        return following is None or (
            self.shapes.starts_with_finite(following) and self.shapes.has_report_shape(following)
        )

    def _extend_verb_last(self, top: Proto, piece: Piece) -> None:
        if piece.conjunction is not None and top.tokens and self.shapes.tag(top.tokens[-1]) in PARTICIPLE | INFINITIVE:
            twin = self.reading.twin(top)
            self._fill_verb_last(twin, piece)
            return
        if piece.conjunction is not None:
            top.tokens.append(piece.conjunction)
        self._fill_verb_last(top, piece)

    def _coordinate_pending(self, top: Proto, piece: Piece) -> None:
        twin = self.reading.twin(top)
        self._take(twin, piece.atoms)
        self.reading.pending[-1] = twin

    def _finite_piece(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        base = self.reading.base
        starts = piece.atoms[0] == finites[0]
        if base.finite is not None and self.shapes.is_unreal(piece, finites):
            self._unreal_comparison(piece, finites)
        elif self.shapes.is_so_report(piece, finites) and base.tokens:
            self._parenthesis(piece, finites, base if base.finite is None else self.reading.report_host())
        elif base.finite is None:
            if self._is_inserted(piece, starts, following):
                self._parenthesis(piece, finites, base)
            elif base.tokens and not starts and piece.separator in DASHES and self.shapes.dash_closes(piece):
                self._dashed(piece, finites)
            elif self._is_noun_complement(piece, finites, following) or self._is_inner_content(piece, starts):
                last = self.reading.last
                governs = last.order is Order.VL and self.reading.speaks_any(last)
                proto = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, last if governs else base)
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
        if self.reading.suspended is not None:
            self.reading.base, self.reading.suspended = self.reading.suspended, None

    def _opens_complement(self, piece: Piece) -> bool:
        """„sagte, [die Firma], die im Mai gegründet wurde, habe …": a prefield whose verb comes after an insertion."""
        if self.reading.suspended is not None or piece.conjunction is not None or piece.separator not in {",", ":"}:
            return False
        if not self.reading.speaks_any(self.reading.last) or self.shapes.tag(piece.atoms[0]) not in _PREFIELD_STARTS:
            return False
        later = self.shapes.later(piece)
        inserted = 0
        for other in later:
            finites = self.shapes.finites(other.atoms)
            if finites and other.atoms[0] == finites[0] and other.conjunction is None:
                following = later[inserted + 1] if inserted + 1 < len(later) else None
                if (
                    following is not None
                    and self.shapes.has_report_shape(other)
                    and self.shapes.starts_with_finite(following)
                ):
                    inserted += 1
                    continue
                return inserted > 0
            if finites and self.openers.opener(other) is None:
                return False
            inserted += 1
        return False

    def _open_complement_clause(self, piece: Piece) -> None:
        proto = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, self.reading.last)
        self._take(proto, piece.atoms)
        self.reading.suspended, self.reading.base, self.reading.last = self.reading.base, proto, proto

    def _is_inserted(self, piece: Piece, starts: bool, following: Piece | None) -> bool:
        """„Die Steuer, sagte Merz, müsse sinken": a verb-first report where the host still lacks its verb."""
        if not starts or not self.reading.base.tokens or following is None or piece.separator != ",":
            return False
        if any(self.shapes.cutter.is_region(token) for token in self.reading.base.tokens):
            return False
        finites = self.shapes.finites(following.atoms)
        own = self.shapes.finites(piece.atoms)[0]
        told = self.shapes.konjunktiv(own) and not self.shapes.is_indicative(own)
        if self.shapes.has_report_shape(following) and (told or not self.shapes.has_report_shape(piece)):
            return False
        return bool(finites) and following.atoms[0] == finites[0] and following.conjunction is None

    def _is_noun_complement(self, piece: Piece, finites: list[int], following: Piece | None) -> bool:
        """„Die Behauptung, die Wahl sei gefälscht, sorgte …": a V2 clause of a noun before the main verb."""
        if (
            following is None
            or piece.separator != ","
            or piece.conjunction is not None
            or not self.reading.base.tokens
            or not self.shapes.konjunktiv(finites[0])
        ):
            return False
        later = self.shapes.finites(following.atoms)
        if not later or following.atoms[0] != later[0] or following.conjunction is not None:
            return False
        return any(self.shapes.tag(t) == "NN" for t in self.reading.base.tokens)

    def _is_inner_content(self, piece: Piece, starts: bool) -> bool:
        """„Weil er sagte, A sinke, jubelte …", „Die Frau, die sagte, A sinke, ging": V2 before the main verb."""
        last = self.reading.last
        speaks = last.order is Order.VL and last.finite is not None and self.reading.speaks_any(last)
        if starts or piece.separator != "," or piece.conjunction is not None or not speaks:
            return False
        return any(self.shapes.starts_with_finite(other) for other in self.shapes.later(piece))

    def _fill_main(self, proto: Proto, piece: Piece, finites: list[int]) -> None:
        finite = finites[0]
        fronted = bool(proto.tokens) or any(p.parent is proto for p in self.reading.made)
        gap = self._gap_behind(piece, finite)
        gapped = None if gap is None else Piece(piece.atoms[gap + 1 :], "", piece.atoms[gap])
        piece = piece if gap is None else Piece(piece.atoms[:gap], piece.separator, piece.conjunction)
        inner = self.infinitives.inner_infinitive(piece.atoms, finite)
        self._take(proto, [a for a in self._with_conjunction(piece) if a not in inner])
        proto.finite = finite
        proto.order = Order.V2 if fronted or piece.atoms[0] != finite else Order.V1
        self.reading.last = proto
        if gapped is not None:
            self._gap(gapped)
        if inner:
            self._new_infinitive(proto, inner)

    def _gap_behind(self, piece: Piece, finite: int) -> int | None:
        """Where „und" joins a clause without a verb to that of a finite verb („fordert Geld und die Union Zeit")."""
        start = piece.atoms.index(finite) + 2
        for k in range(start, len(piece.atoms) - 2):
            joins = self.words.lower[piece.atoms[k]] == "und" and self.shapes.tag(piece.atoms[k]) == "KON"
            if joins and self._is_actor_with_rest(piece.atoms[k + 1 :], piece.atoms[start - 2 : k]):
                return k
        return None

    def _unreal_comparison(self, piece: Piece, finites: list[int]) -> None:
        proto = self.reading.new(ClauseKind.ADVERBIAL, ClauseType.V1, self.reading.last)
        proto.subtype, proto.order, proto.introducer = "comparative", Order.V1, piece.atoms[0]
        proto.finite = finites[0]
        self._take(proto, piece.atoms)
        self.reading.last = proto

    def _verb_first(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        if self._is_matrix_of_condition(finites):
            matrix = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, self.reading.last.parent)
            self.reading.last.parent = matrix
            self._fill_main(matrix, piece, finites)
            matrix.order = Order.V2
            return
        if self._is_trailing_condition(piece, finites, following):
            self._trailing_condition(piece, finites)
            return
        if self._is_condition(self.reading.base, piece):
            self._conditional(self.reading.base)
            self.reading.base = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
            for proto in self.reading.made:
                if proto.subtype == "conditional" and proto.order is Order.V1 and proto.parent is None:
                    proto.parent = self.reading.base
            self._fill_main(self.reading.base, piece, finites)
            self.reading.base.order = Order.V2
            return
        if self.shapes.opens_conditional(following) and not self.shapes.has_report_shape(piece):
            self._inner_conditional(piece, finites)
            return
        conditional = (
            self.reading.last
            if self.reading.last.subtype == "conditional" and self.reading.last.order is Order.V1
            else None
        )
        if conditional is not None and conditional.parent is not None and conditional.parent.finite is None:
            self._fill_main(conditional.parent, piece, finites)
            return
        denied = any(self.shapes.tag(atom) == "PTKNEG" for atom in piece.atoms)
        comments = not (denied or self.shapes.has_passive_subject(piece, finites[0])) and (
            self.shapes.speaks(finites[0], piece.atoms) or self.shapes.tag(finites[0]) == "VAFIN" or not piece.separator
        )
        if comments and self.shapes.has_subject_after(piece, finites[0]):
            self._parenthesis(piece, finites, self.reading.report_host())
        else:
            self._coordinate(piece, finites)

    def _is_matrix_of_condition(self, finites: list[int]) -> bool:
        """„sagte, wenn Moskau angreife, werde man antworten": the matrix of a condition inside a report."""
        last = self.reading.last
        if last.kind is not ClauseKind.ADVERBIAL or last.order is not Order.VL or last.parent is None:
            return False
        reports = self.reading.speaks_any(last.parent) and last.parent.order in {Order.V1, Order.V2}
        direct = not any(
            p.parent is last.parent and p is not last and p.kind is ClauseKind.COMPLEMENT for p in self.reading.made
        )
        follows = last.first() > max(last.parent.tokens, default=0)
        return reports and direct and follows and self.shapes.konjunktiv(finites[0])

    def _is_trailing_condition(self, piece: Piece, finites: list[int], following: Piece | None) -> bool:
        """„drohte mit Streiks, sollte es keine Einigung geben": a verb-first condition behind its matrix."""
        conditional = self.words.lower[finites[0]] in _CONDITIONAL_FORMS
        matrix_follows = following is not None and self.shapes.starts_with_finite(following)
        return (
            conditional
            and not matrix_follows
            and self.reading.base.order is Order.V2
            and self.shapes.has_subject_after(piece, finites[0])
        )

    def _trailing_condition(self, piece: Piece, finites: list[int]) -> None:
        proto = self.reading.new(ClauseKind.ADVERBIAL, ClauseType.V1, self.reading.report_host())
        proto.subtype = "conditional"
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, piece.atoms)

    def _is_condition(self, proto: Proto, piece: Piece) -> bool:
        """„Sollte Moskau angreifen, werde man antworten.": a verb-first clause before a verb-first clause."""
        if proto.order is not Order.V1 or proto.parent is not None or proto.finite is None:
            return False
        if self.shapes.tag(proto.finite) in {"VMFIN", "VAFIN"}:
            return True
        if self.shapes.tag(proto.finite) != "VVFIN":
            return False
        return not self.shapes.has_report_shape(piece) or self.shapes.same_tense(
            proto.finite, self.shapes.finites(piece.atoms)[0]
        )

    def _conditional(self, proto: Proto) -> None:
        proto.kind = ClauseKind.ADVERBIAL
        proto.type = ClauseType.V1
        proto.subtype = "conditional"

    def _inner_conditional(self, piece: Piece, finites: list[int]) -> None:
        """„Er sagte, sollte Moskau angreifen, werde man antworten.": the matrix of the condition is a V2 complement."""
        matrix = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, self.reading.last)
        proto = self.reading.new(ClauseKind.ADVERBIAL, ClauseType.V1, matrix)
        proto.subtype = "conditional"
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, piece.atoms)
        self.reading.last = proto

    def _coordinate(self, piece: Piece, finites: list[int]) -> None:
        """A main clause or V2 complement joined to the one before it by und, oder, aber … or a comma."""
        partner = self.reading.base
        complement = self.reading.open_complement()
        if self._goes_on_with_report(piece, finites):
            self._report_again(piece, finites)
            return
        if complement is not None and self.shapes.konjunktiv(finites[0]):
            partner = complement
        proto = self.reading.new(partner.kind, partner.type, partner.parent)
        proto.shares = partner
        if partner is self.reading.base:
            self.reading.base = proto
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _goes_on_with_report(self, piece: Piece, finites: list[int]) -> bool:
        """„Das reiche, sagte Huber und forderte mehr Geld": a verb right behind „und", behind a report."""
        last = self.reading.last
        report = last.kind is ClauseKind.PARENTHESIS and last.order is Order.V1 and last.type is ClauseType.V1
        return report and piece.conjunction is not None and not piece.separator and piece.atoms[0] == finites[0]

    def _report_again(self, piece: Piece, finites: list[int]) -> None:
        proto = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
        proto.shares = self.reading.last
        self.reading.base = proto
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _juxtapose(self, piece: Piece, finites: list[int]) -> None:
        """A verb-second clause after a complete clause without conjunction: a V2 complement, or a new main clause."""
        resumes = self.words.lower[piece.atoms[0]] in {"dann", "so"} and piece.atoms[1] == finites[0]
        if resumes and self._is_condition(self.reading.base, piece):
            self._conditional(self.reading.base)
            condition, self.reading.base = self.reading.base, self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
            condition.parent = self.reading.base
            self._fill_main(self.reading.base, piece, finites)
            return
        conditional = (
            self.reading.last
            if self.reading.last.subtype == "conditional" and self.reading.last.order is Order.V1
            else None
        )
        if conditional is not None and conditional.parent is not None and conditional.parent.finite is None:
            self._fill_main(conditional.parent, piece, finites)
            return
        if piece.separator in DASHES and self.shapes.dash_closes(piece):
            self._dashed(piece, finites)
            return
        reported = self.shapes.konjunktiv(finites[0])
        turns = self.words.lower[piece.atoms[0]] in _TURNS and not reported
        alike = self.reading.base.finite is not None and self.shapes.konjunktiv(self.reading.base.finite) == reported
        told = self._points_back(self.reading.last) or (piece.separator == ":" and self._has_object(self.reading.last))
        told = told or self._is_told_of(self.reading.last)
        said = self.shapes.is_indicative(finites[0]) and told
        speaks = self.reading.speaking(self.reading.last) and not said
        governed = speaks or (reported and not alike and not said)
        if turns or piece.separator in DASHES | {";"} or not governed:
            proto = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
            listed = piece.separator == "," and alike
            if listed and reported:
                proto.shares = self.reading.base
            elif listed:
                self.before[id(proto)] = self.reading.base
            self.reading.base = proto
        else:
            complement = self.reading.open_complement()
            host = self.reading.last
            if complement is not None and self._lists_contents(complement, reported=reported):
                proto = self.reading.new(complement.kind, complement.type, complement.parent)
                proto.shares = complement
            else:
                if host.kind is ClauseKind.PARENTHESIS and host.parent is not None:
                    host = host.parent
                proto = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, self.reading.speaking_host(host))
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _is_told_of(self, proto: Proto) -> bool:
        """„Der Bericht wurde veröffentlicht, …": a passive with an article and noun as subject has its content."""
        tokens = sorted(proto.tokens)
        lemmas = {form.lemma for form in verbs.analyse(self.words.texts[tokens[-1]])} if tokens else set()
        passive = proto.order is Order.V2 and bool(tokens) and self.shapes.tag(tokens[-1]) == "VVPP"
        if not passive or proto.finite is None or lemmas & government.verbs("passive_reports"):
            return False
        if not {form.lemma for form in verbs.analyse(self.words.texts[proto.finite])} & {"sein", "werden"}:
            return False
        for k, token in enumerate(tokens):
            end = self.shapes.skip_noun_phrase(tokens, k, len(tokens))
            governed = k > 0 and self.shapes.tag(tokens[k - 1]) in PREPOSITION | NOMINAL
            if self.shapes.tag(token) == "ART" and end > k and not governed:
                phrase = [(self.words.texts[t], self.shapes.tag(t)) for t in tokens[k:end]]
                return any(f.case == "nom" for f in noun_phrases.noun_phrase(phrase))
        return False

    def _has_object(self, proto: Proto) -> bool:
        """„Man empfahl keine Rückgabe: …": a pronoun as subject, and a noun that is what is said."""
        if proto.order is not Order.V2 or proto.finite is None:
            return False
        tokens = sorted(proto.tokens)
        subject = next((k for k, t in enumerate(tokens) if self.words.lower[t] in {"man", "er", "ich", "wir"}), None)
        if subject is None:
            return False
        for k in range(subject + 1, len(tokens)):
            end = self.shapes.skip_noun_phrase(tokens, k, len(tokens))
            if (
                end == k
                or self.shapes.tag(tokens[k]) not in DETERMINER
                or self.shapes.tag(tokens[k - 1]) in PREPOSITION
            ):
                continue
            phrase = [(self.words.texts[t], self.shapes.tag(t)) for t in tokens[k:end]]
            accusative = any(f.case == "acc" for f in noun_phrases.noun_phrase(phrase))
            return accusative and not government.takes_complement(self.words.texts[tokens[end - 1]])
        return False

    def _lists_contents(self, complement: Proto, *, reported: bool) -> bool:
        """„sagte, A sei nötig, damit es reiche, B sei teuer": a further content beside one that says nothing."""
        last = self.reading.last
        inside = reported and complement in self.reading.above(last) and not self.reading.speaks_any(last)
        return (last is complement or inside) and not self.reading.speaks_any(complement)

    def _points_back(self, proto: Proto) -> bool:
        """„Das bewundere ich, da wird gestritten": "das" in the prefield is the object; no complement follows."""
        tokens = sorted(proto.tokens)
        pointing = len(tokens) > 2 and self.words.lower[tokens[0]] in {"das", "dies"} and tokens[1] == proto.finite
        return pointing and self.shapes.tag(tokens[2]) in {"PPER", "NE"}

    def _parenthesis(self, piece: Piece, finites: list[int], host: Proto) -> None:
        if host.finite is not None and self.shapes.has_report_shape(piece):
            self._join_listed(host)
        proto = self.reading.new(ClauseKind.PARENTHESIS, ClauseType.V1, host)
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, self._with_conjunction(piece))
        if not self.reading.pending and host is self.reading.base and host.finite is not None:
            self.reading.last = proto

    def _dashed(self, piece: Piece, finites: list[int]) -> None:
        """„Der Plan – er stammt von der Union – sei gescheitert": a verb-second clause between dashes."""
        proto = self.reading.new(ClauseKind.PARENTHESIS, ClauseType.MAIN, self.reading.base)
        last = self.reading.last
        self._fill_main(proto, piece, finites)
        proto.order, self.reading.last = Order.V2, last

    def _join_listed(self, host: Proto) -> None:
        """„A ist teuer, B bringt nichts, sagte sie": main clauses listed before a report are one content."""
        while True:
            while host.shares is not None:
                host = host.shares
            if id(host) not in self.before:
                return
            host.shares = self.before[id(host)]

    def _open_conjunct(self, piece: Piece) -> None:
        complement, base = self.reading.open_complement(), self.reading.base
        verb = next(other for other in self.shapes.later(piece) if self.shapes.starts_with_finite(other)).atoms[0]
        inner = complement is not None and self.shapes.konjunktiv(verb)
        partner = complement if complement is not None and inner else base
        proto = self.reading.new(partner.kind, partner.type, partner.parent)
        proto.shares = partner
        self._take(proto, self._with_conjunction(piece))
        self.reading.suspended = base if partner is not base else self.reading.suspended
        self.reading.base = self.reading.last = proto

    def _opens_main(self, piece: Piece) -> bool:
        """„…, aber den Glauben, dass es hilft, hat sie verloren": a prefield whose verb comes after a clause in it."""
        later = self.shapes.later(piece)
        complete = self.reading.base.finite is not None and piece.separator in {",", ";"}
        if piece.conjunction is None or not complete or self.shapes.tag(piece.atoms[-1]) not in NOMINAL:
            return False
        verb = next((k for k, other in enumerate(later) if self.shapes.starts_with_finite(other)), 0)
        inserted = later[:verb]
        embedded = bool(inserted) and all(
            self.openers.opener(other) is not None or self.shapes.has_zu(other.atoms) for other in inserted
        )
        return embedded and not self.shapes.has_report_shape(later[verb])

    def _opens_infinitive(self, piece: Piece) -> bool:
        """„versprach, Schulen, Straßen und Bäder zu bauen": the first of a list before its infinitive."""
        last = self.reading.last
        if piece.separator != "," or piece.conjunction is not None or last.finite is None or not last.tokens:
            return False
        closed = last.order is Order.VL and not self.reading.speaks_any(last)
        if closed or any(self.shapes.tag(atom) in VERBAL for atom in piece.atoms):
            return False
        for other in self.shapes.later(piece):
            if self.shapes.has_zu(other.atoms) and self.openers.opener(other) is None:
                break
            if other.separator != "," or any(self.shapes.tag(atom) in VERBAL for atom in other.atoms):
                return False
        else:
            return False
        before = self.shapes.tag(max(last.tokens))
        return before in VERBAL | {"PROAV", "PAV"} and self.openers.opener(piece) is None

    def _lacks_verb(self, proto: Proto) -> bool:
        closed = INFINITIVE | {"VVIZU"}
        return proto.kind is ClauseKind.INFINITIVE and not any(self.shapes.tag(t) in closed for t in proto.tokens)

    def _infinitive(self, piece: Piece) -> None:
        if self._lacks_verb(self.reading.last) and self.reading.last.introducer is None:
            self._take(self.reading.last, self._with_conjunction(piece))
            return
        owner = self.reading.infinitive_host(piece)
        proto = self.reading.new(ClauseKind.INFINITIVE, ClauseType.ZU, owner)
        if self.reading.last.kind is ClauseKind.INFINITIVE and (
            piece.conjunction is not None or self.shapes.is_enumerated(piece)
        ):
            proto.parent = self.reading.last.parent
            proto.shares = self.reading.last
            proto.subtype = self.reading.last.subtype
        self._take(proto, piece.atoms)
        self.reading.last = proto

    def _new_infinitive(self, parent: Proto, atoms: list[int]) -> None:
        proto = self.reading.new(ClauseKind.INFINITIVE, ClauseType.ZU, parent)
        self._take(proto, atoms)

    def _so_parenthesis(self, piece: Piece, host: Proto) -> None:
        proto = self.reading.new(ClauseKind.PARENTHESIS, ClauseType.MAIN, host)
        self._take(proto, piece.atoms)

    def _verbless(self, piece: Piece) -> None:
        tokens = self._with_conjunction(piece)
        if self.shapes.is_so_phrase(piece) and piece.separator:
            self._so_parenthesis(piece, self.reading.report_host())
            return
        waiting = self.reading.waiting_for_bracket(piece)
        if piece.separator in DASHES and self.shapes.dash_closes(piece) and waiting is None:
            self._so_parenthesis(piece, self.reading.report_host())
        elif self._opens_complement(piece):
            self._open_complement_clause(piece)
        elif self._opens_infinitive(piece):
            self._infinitive(piece)
        elif self._opens_main(piece):
            self._open_conjunct(piece)
        elif waiting is not None:
            self._take(waiting, tokens)
            self.reading.last = waiting
        elif self._shares_auxiliary(piece):
            self._coordinate_bracket(piece)
        elif self._is_gapped(piece):
            self._gap(piece)
        elif self.reading.base.finite is None:
            if piece.separator == ":" and self.reading.base.tokens:
                proto = self.reading.new(ClauseKind.FRAGMENT, ClauseType.MAIN, self.reading.base)
                self._take(proto, tokens)
            else:
                self._take(self.reading.base, tokens)
        else:
            self._take(self.reading.fragment_host(piece), tokens)

    def _shares_auxiliary(self, piece: Piece) -> bool:
        """„hat A abgelehnt, B kritisiert und C gefordert": a further right bracket under the same finite verb."""
        ends = {self.shapes.tag(a) for a in piece.atoms} & (PARTICIPLE | INFINITIVE)
        last = self.reading.last
        if not ends or last.finite is None or self.shapes.tag(last.finite) not in {"VAFIN", "VMFIN"}:
            return False
        return any(self.shapes.tag(t) in ends for t in last.tokens)

    def _coordinate_bracket(self, piece: Piece) -> None:
        partner = self.reading.last
        twin = self.reading.twin(partner)
        self._take(twin, self._with_conjunction(piece))
        twin.finite = partner.finite
        if partner is self.reading.base:
            self.reading.base = twin
        self.reading.last = twin

    def _is_gapped(self, piece: Piece) -> bool:
        """„Die SPD fordert mehr, die FDP weniger.": an actor in the nominative and a rest."""
        partner = self.reading.last
        if partner.order is not Order.V2 or partner.finite is None or piece.separator not in {",", ";"}:
            return False
        if partner.tokens[-1] == partner.finite:
            return False
        return self._is_actor_with_rest(piece.atoms, partner.tokens)

    def _is_actor_with_rest(self, atoms: Sequence[int], before: Sequence[int]) -> bool:
        """Whether atoms are an actor that can be nominative, and one remnant like those of the clause before."""
        head = next((k for k, a in enumerate(atoms) if self.shapes.tag(a) in NOMINAL), None)
        if head is None or any(self.shapes.tag(a) not in DETERMINER | {"ADJA", "CARD"} for a in atoms[:head]):
            return False
        while (
            head + 1 < len(atoms)
            and self.shapes.tag(atoms[head]) in NOMINAL
            and self.shapes.tag(atoms[head + 1]) == "NE"
        ):
            head += 1
        rest = atoms[head + 1 :]
        tokens = [(self.words.texts[a], self.shapes.tag(a)) for a in atoms[: head + 1]]
        nominative = any(f.case == "nom" for f in noun_phrases.noun_phrase(tokens))
        acts = meaning.can_act(self.words.texts[atoms[head]]) or self.shapes.tag(atoms[head]) == "NE"
        return bool(rest) and nominative and acts and self.shapes.is_remnant(rest, before)

    def _gap(self, piece: Piece) -> None:
        proto = self.reading.twin(self.reading.last)
        proto.gapped = True
        self._take(proto, self._with_conjunction(piece))

    def _with_conjunction(self, piece: Piece) -> list[int]:
        return [*([piece.conjunction] if piece.conjunction is not None else []), *piece.atoms]

    def _take(self, proto: Proto, atoms: Sequence[int]) -> None:
        proto.tokens.extend(atoms)
