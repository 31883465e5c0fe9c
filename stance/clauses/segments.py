"""Segmentation: a sentence becomes a tree of proto-clauses, each with its own tokens and its finite verb.

Works by divide and conquer (Neumann, Backofen et al. 2000; Müller 2007): quotations and brackets with a clause of their
own are cut out first, the rest is cut at punctuation and clause-joining conjunctions, and the pieces are put together
left to right by what opens them (subordinator, relative pronoun, finite verb, zu-infinitive, nothing).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from stance.clauses.decisions import Decisions
from stance.clauses.graph import ClauseKind, ClauseType, Order, Quote
from stance.clauses.infinitives import Infinitives
from stance.clauses.openers import Openers
from stance.clauses.pieces import Cutter
from stance.clauses.proto import Opener, Piece, Proto
from stance.clauses.reading import Reading
from stance.clauses.shapes import Shapes
from stance.clauses.words import (
    INFINITIVE,
    PARTICIPLE,
    Words,
)
from stance.german import closed, verbs

_TURNS: Final = frozenset({"doch", "jedoch", "denn", "allerdings", "dennoch", "trotzdem", "deshalb", "daher", "dann"})


class Segmenter:
    """Reads sentences as proto-clauses.

    Args:
        words: the tagged Doc.
        quotes: its quotations.
    """

    def __init__(self, words: Words, quotes: Sequence[Quote]) -> None:
        self._cutter = Cutter(words, quotes)
        self._quotes = [quote for quote in quotes if not quote.scare]
        self._starts = [quote.start for quote in self._quotes]

    def sentence(self, start: int, end: int) -> list[Proto]:
        """The proto-clauses of one sentence, in no particular order.

        Args:
            start: first token of the sentence.
            end: one past its last token.
        """
        here = slice(bisect_left(self._starts, start), bisect_left(self._starts, end))
        self._cutter.words.name_titles(self._quotes[here], (start, end))
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
        self.decides = Decisions(self.shapes, self.reading, self.openers)
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
        elif finites and self.decides.continues_verb_last(piece, finites):
            self._fill_verb_last(self.reading.twin(self.reading.last), piece)
        elif finites:
            self._finite_piece(piece, finites, following)
        elif self.shapes.has_zu(piece.atoms):
            self._infinitive(piece)
        else:
            self._verbless(piece)

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
        if starts and self.decides.is_verbless(top, piece, following):
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
        elif self.shapes.is_so_report(piece, finites) and base.tokens and not self.decides.is_condition(base, piece):
            self._parenthesis(piece, finites, base if base.finite is None else self.reading.report_host(piece))
        elif base.finite is None:
            if self.decides.is_inserted(piece, starts, following):
                self._parenthesis(piece, finites, base)
            elif base.tokens and not starts and self.shapes.is_insertion(piece, following):
                self._dashed(piece, finites)
            elif self.decides.is_content_before_verb(piece, finites, following):
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

    def _open_complement_clause(self, piece: Piece) -> None:
        proto = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, self.reading.last)
        self._take(proto, piece.atoms)
        self.reading.suspended, self.reading.base, self.reading.last = self.reading.base, proto, proto

    def _fill_main(self, proto: Proto, piece: Piece, finites: list[int]) -> None:
        finite = finites[0]
        fronted = bool(proto.tokens) or any(p.parent is proto for p in self.reading.made)
        gap = self.decides.gap_behind(piece, finite)
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

    def _unreal_comparison(self, piece: Piece, finites: list[int]) -> None:
        proto = self.reading.new(ClauseKind.ADVERBIAL, ClauseType.V1, self.reading.last)
        proto.subtype, proto.order, proto.introducer = "comparative", Order.V1, piece.atoms[0]
        proto.finite = finites[0]
        self._take(proto, piece.atoms)
        self.reading.last = proto

    def _verb_first(self, piece: Piece, finites: list[int], following: Piece | None) -> None:
        if self.decides.is_matrix_of_condition(finites):
            matrix = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, self.reading.last.parent)
            self.reading.last.parent = matrix
            self._fill_main(matrix, piece, finites)
            matrix.order = Order.V2
            return
        if self.decides.is_trailing_condition(piece, finites, following):
            self._trailing_condition(piece, finites)
            return
        if self.decides.is_condition(self.reading.base, piece):
            inserted = self.decides.is_behind_clause(piece, following)
            self._conditional(self.reading.base)
            self.reading.base = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
            for proto in self.reading.made:
                if proto.subtype == "conditional" and proto.order is Order.V1 and proto.parent is None:
                    proto.parent = self.reading.base
            if inserted:
                self._parenthesis(piece, finites, self.reading.base)
                return
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
        speaks = self.shapes.speaks(finites[0], piece.atoms)
        closer = None if speaks else self.shapes.closer_of_report(piece)
        speaks = speaks or closer is not None
        told = self.decides.is_behind_told(finites[0])
        goes_on = denied or self.shapes.contrasts(piece) or self.shapes.has_passive_subject(piece, finites[0])
        comments = not goes_on and (speaks or told or self.shapes.tag(finites[0]) == "VAFIN" or not piece.separator)
        if comments and self.shapes.has_reporter(piece, finites[0], speaker=speaks or told):
            self._parenthesis(piece, finites, self.reading.report_host(piece))
            self.reading.unfinished = None if closer is None else (self.reading.made[-1], closer)
        else:
            self._coordinate(piece, finites)

    def _trailing_condition(self, piece: Piece, finites: list[int]) -> None:
        proto = self.reading.new(ClauseKind.ADVERBIAL, ClauseType.V1, self.reading.report_host(piece))
        proto.subtype = "conditional"
        proto.order = Order.V1
        proto.finite = finites[0]
        self._take(proto, piece.atoms)

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
        report = self.decides.report_gone_on_with(piece, finites)
        if report is not None:
            self._report_again(piece, finites, report)
            return
        if complement is not None and self.shapes.konjunktiv(finites[0]):
            partner = complement
        proto = self.reading.new(partner.kind, partner.type, partner.parent)
        proto.shares = partner
        if partner is self.reading.base:
            self.reading.base = proto
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _report_again(self, piece: Piece, finites: list[int], report: Proto) -> None:
        proto = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
        proto.shares = report
        self.reading.base = proto
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

    def _juxtapose(self, piece: Piece, finites: list[int]) -> None:
        """A verb-second clause after a complete clause without conjunction: a V2 complement, or a new main clause."""
        resumes = self.words.lower[piece.atoms[0]] in {"dann", "so"} and piece.atoms[1] == finites[0]
        if resumes and self.decides.is_condition(self.reading.base, piece):
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
        if piece.separator in closed.DASHES and self.shapes.dash_closes(piece):
            self._dashed(piece, finites)
            return
        reported = self.shapes.konjunktiv(finites[0])
        turns = self.words.lower[piece.atoms[0]] in _TURNS and (not reported or self.decides.opens_sequence())
        alike = self.reading.base.finite is not None and self.shapes.konjunktiv(self.reading.base.finite) == reported
        said = self.shapes.is_indicative(finites[0]) and self.decides.has_its_content(piece)
        speaks = self.reading.speaking(self.reading.last) and not said
        governed = speaks or (reported and not alike and not said)
        open_content = self.reading.open_complement()
        lists = open_content is not None and self.decides.lists_contents(open_content, reported=reported)
        apart = piece.separator in closed.DASHES or (piece.separator == ";" and not (reported and lists))
        if turns or apart or not governed:
            proto = self.reading.new(ClauseKind.MAIN, ClauseType.MAIN, None)
            told = self.reading.last.kind is ClauseKind.PARENTHESIS
            listed = alike and (piece.separator == "," or (piece.separator == ";" and reported and not told))
            if listed and reported:
                proto.shares = self.reading.base
            elif listed:
                self.before[id(proto)] = self.reading.base
            self.reading.base = proto
        else:
            host = self.reading.last
            if open_content is not None and lists:
                proto = self.reading.new(open_content.kind, open_content.type, open_content.parent)
                proto.shares = open_content
            else:
                if host.kind is ClauseKind.PARENTHESIS and host.parent is not None:
                    host = host.parent
                speaking = self.reading.speaking_host(host)
                proto = self.reading.new(ClauseKind.COMPLEMENT, ClauseType.V2, speaking)
                proto.shares = self.decides.goes_on_with_report(host, speaking) if reported else None
        self._fill_main(proto, piece, finites)
        proto.order = Order.V2

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
        proto.shares = partner if piece.conjunction is not None else None
        self._take(proto, self._with_conjunction(piece))
        self.reading.suspended = base if partner is not base else self.reading.suspended
        self.reading.base = self.reading.last = proto

    def _infinitive(self, piece: Piece) -> None:
        begun = self.decides.begun_infinitive()
        if begun is not None and not self.decides.shares_infinitive(piece):
            self._take(begun, self._with_conjunction(piece))
            self.reading.last = begun
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
        if self.reading.unfinished is not None:
            report, closer = self.reading.unfinished
            self._take(report, tokens)
            self.reading.unfinished = None if piece is closer else self.reading.unfinished
            return
        if self.shapes.is_so_phrase(piece) and piece.separator:
            self._so_parenthesis(piece, self.reading.report_host(piece))
            return
        waiting = self.reading.waiting_for_bracket(piece)
        if piece.separator in closed.DASHES and self.shapes.dash_closes(piece) and waiting is None:
            self._so_parenthesis(piece, self.reading.report_host(piece))
        elif self.decides.opens_complement(piece):
            self._open_complement_clause(piece)
        elif self.decides.opens_infinitive(piece):
            self._infinitive(piece)
        elif self.decides.opens_main(piece):
            self._open_conjunct(piece)
        elif waiting is not None:
            self._take(waiting, tokens)
            self.reading.last = waiting
        elif (partner := self.decides.shares_auxiliary(piece)) is not None:
            self._coordinate_bracket(piece, partner)
        elif self.decides.is_gapped(piece):
            self._gap(piece)
        elif self.reading.base.finite is None:
            if piece.separator == ":" and self.reading.base.tokens:
                proto = self.reading.new(ClauseKind.FRAGMENT, ClauseType.MAIN, self.reading.base)
                self._take(proto, tokens)
            else:
                self._take(self.reading.base, tokens)
        else:
            self._take(self.reading.fragment_host(piece), tokens)

    def _coordinate_bracket(self, piece: Piece, partner: Proto) -> None:
        twin = self.reading.twin(partner)
        self._take(twin, self._with_conjunction(piece))
        twin.finite = partner.finite
        if partner is self.reading.base:
            self.reading.base = twin
        self.reading.last = twin

    def _gap(self, piece: Piece) -> None:
        proto = self.reading.twin(self.reading.last)
        proto.gapped = True
        self._take(proto, self._with_conjunction(piece))

    def _with_conjunction(self, piece: Piece) -> list[int]:
        return [*([piece.conjunction] if piece.conjunction is not None else []), *piece.atoms]

    def _take(self, proto: Proto, atoms: Sequence[int]) -> None:
        proto.tokens.extend(atoms)
