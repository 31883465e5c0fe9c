"""What has been read of a sentence so far: the proto-clauses made, and the clause that what comes next hangs on.

All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator

from stance.clauses.graph import ClauseKind, ClauseType, Order
from stance.clauses.proto import Opener, Piece, Proto
from stance.clauses.shapes import Shapes
from stance.clauses.words import INFINITIVE, NOMINAL, NONFINITE, PARTICIPLE, PREPOSITION, Words
from stance.german import meaning


class Reading:
    """The state of one run that is read left to right.

    Args:
        shapes: what its pieces look like.

    Attributes:
        made: every proto-clause, in the order they were opened.
        pending: verb-last clauses that still lack their finite verb, innermost last.
        base: the main clause that is being filled.
        last: the clause that was filled last.
        suspended: the main clause around a verb-second complement that stands in for the base, or None.
        unfinished: a report whose bracket a later piece closes, with that piece, or None.
    """

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.words: Words = shapes.words
        self.made: list[Proto] = []
        self.pending: list[Proto] = []
        self.base = self.new(ClauseKind.MAIN, ClauseType.MAIN, None)
        self.last = self.base
        self.suspended: Proto | None = None
        self.unfinished: tuple[Proto, Piece] | None = None

    def new(self, kind: ClauseKind, type_: ClauseType, parent: Proto | None) -> Proto:
        """Open a proto-clause."""
        proto = Proto(kind, type_, parent=parent)
        self.made.append(proto)
        return proto

    def owner(self, token: int) -> Proto | None:
        """The clause that a token was given to, None where it was given to none."""
        return next((proto for proto in reversed(self.made) if token in proto.tokens), None)

    def behind_report(self, piece: Piece) -> Proto | None:
        """The clause that an inserted report stands in, before a piece that goes on with what is reported.

        „Die Zahlen, sagte sie, die das Amt vorlege, seien falsch": a noun and its relative clause in the Konjunktiv.
        """
        preceding = self.preceding(piece)
        report = None if preceding is None else self.owner(preceding)
        if report is None or report.kind is not ClauseKind.PARENTHESIS or report.parent is None:
            return None
        host, finites = report.parent, self.shapes.finites(piece.atoms)
        waits = host.finite is None and bool(host.tokens) and host.introducer is None
        named = any(self.shapes.tag(t) in NOMINAL for t in report.tokens)
        return host if waits and (not named or (bool(finites) and self.shapes.konjunktiv(finites[-1]))) else None

    def preceding(self, piece: Piece) -> int | None:
        """The last token before a piece that belongs to a clause."""
        earlier = [max(proto.tokens) for proto in self.made if proto.tokens and max(proto.tokens) < piece.atoms[0]]
        return max(earlier, default=None)

    def above(self, proto: Proto) -> Iterator[Proto]:
        """The clauses above a clause, innermost first."""
        while proto.parent is not None:
            proto = proto.parent
            yield proto

    def twin(self, proto: Proto) -> Proto:
        """Open a clause coordinated with another: alike in kind and place, and sharing what is said once."""
        twin = self.new(proto.kind, proto.type, proto.parent)
        twin.order = proto.order
        twin.shares = proto
        twin.subtype = proto.subtype
        twin.antecedent = proto.antecedent
        return twin

    def attachment(self, piece: Piece, opener: Opener) -> tuple[Proto | None, Proto | None]:
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
        preceding = self.preceding(piece)
        owner = self.base if preceding is None else self.owner(preceding) or self.base
        if opener.kind is ClauseKind.RELATIVE:
            return self.behind_report(piece) or owner, None
        if self._repeats_question(owner, opener):
            return owner.parent, owner
        if owner.kind is ClauseKind.PARENTHESIS and owner.parent is not None:
            owner = owner.parent
        if opener.kind is ClauseKind.COMPLEMENT:
            owner = self._complement_host(owner)
        if opener.kind is ClauseKind.ADVERBIAL and self.shapes.tells_of_the_past(piece):
            while owner.kind is ClauseKind.INFINITIVE and owner.subtype is None and owner.parent is not None:
                owner = owner.parent
        if self.pending and owner.finite is not None and owner is not self.pending[-1]:
            owner = owner if owner.kind is not ClauseKind.RELATIVE else self.pending[-1]
        return owner, None

    def _repeats_question(self, owner: Proto, opener: Opener) -> bool:
        """„fragte, ob A komme, ob B gehe": a second question of the same kind, where the first asks nothing itself."""
        if owner.kind is not ClauseKind.COMPLEMENT or owner.introducer is None or self.speaks_any(owner):
            return False
        alike = self.words.lower[owner.introducer] == self.words.lower[opener.introducer]
        return alike and opener.kind is ClauseKind.COMPLEMENT and opener.type in {ClauseType.OB, ClauseType.W}

    def _complement_host(self, owner: Proto) -> Proto:
        """A complement skips an adverbial or relative clause that stands between it and its verb."""
        if owner.kind is ClauseKind.INFINITIVE and owner.subtype not in {None, "final"} and owner.parent is not None:
            owner = owner.parent
        while owner.parent is not None and owner.kind in {ClauseKind.ADVERBIAL, ClauseKind.RELATIVE}:
            if owner.finite is None or self.shapes.speaks(owner.finite, owner.tokens):
                break
            if self.shapes.announces_complement(owner.tokens):
                break
            if not self._awaits_complement(owner.parent):
                break
            if owner.kind is ClauseKind.RELATIVE and owner.parent.finite is None:
                break
            owner = owner.parent
        return owner

    def _awaits_complement(self, proto: Proto) -> bool:
        """Whether a clause speaks, stands before and has no complement yet („sagte, als er ankam, dass …")."""
        speaks = proto.finite is not None and self.shapes.speaks(proto.finite, proto.tokens)
        return speaks and not any(p.parent is proto and p.kind is ClauseKind.COMPLEMENT for p in self.made)

    def report_host(self, report: Piece) -> Proto:
        """What a report after it comments on: the matrix clause before it.

        That is a verb-second complement, unless the clause around it is part of what is reported, too.
        """
        host = self.last
        below = {ClauseKind.RELATIVE, ClauseKind.ADVERBIAL, ClauseKind.INFINITIVE, ClauseKind.PARENTHESIS}
        while host.parent is not None:
            complement = host.kind is ClauseKind.COMPLEMENT
            told = complement and host.type is ClauseType.V2 and not self._tells_itself(host.parent, report)
            if (host.kind not in below and not complement) or told:
                break
            host = host.parent
        return host

    def _tells_itself(self, matrix: Proto, report: Piece) -> bool:
        """„Er habe geraten, sie solle gehen, sagte sie": whether a matrix clause is reported and not the narrator's.

        It is in the Konjunktiv or the first person, or has its complement only, and somebody else reports.
        """
        if matrix.finite is None or self.shapes.interrupts(report):
            return False
        if self.shapes.konjunktiv(matrix.finite) or self.shapes.is_first_person(matrix.tokens):
            return True
        named = matrix.order is Order.V2 and not any(self.shapes.tag(atom) == "PPER" for atom in report.atoms)
        return named and self.speaks_any(matrix) and len(self.shapes.bare_phrases(matrix.tokens)) <= 1

    def open_complement(self) -> Proto | None:
        """The nearest verb-second complement up the right edge, None where there is none."""
        current: Proto | None = self.last
        while current is not None:
            if current.type is ClauseType.V2 and current.kind is ClauseKind.COMPLEMENT:
                return current
            current = current.parent
        return None

    def speaking(self, proto: Proto) -> bool:
        """Whether a clause or one above it has a verb of saying or thinking."""
        current: Proto | None = proto
        while current is not None:
            if self.speaks_any(current):
                return True
            current = current.parent
        return False

    def speaks_any(self, proto: Proto) -> bool:
        """Whether a clause has a verb of saying."""
        return proto.finite is not None and self.shapes.speaks(proto.finite, proto.tokens)

    def speaking_host(self, host: Proto) -> Proto:
        """The nearest clause up the right edge whose verb can take a V2 complement, else the nearest."""
        current: Proto | None = host
        while current is not None:
            if self.speaks_any(current):
                return current
            current = current.parent
        return host

    def infinitive_host(self, piece: Piece) -> Proto:
        """The clause that an infinitive without introducer depends on."""
        if self.pending:
            return self.pending[-1]
        preceding = self.preceding(piece)
        owner = self.base if preceding is None else self.owner(preceding) or self.base
        if owner.kind is ClauseKind.PARENTHESIS and owner.parent is not None:
            owner = owner.parent
        return self._complement_host(owner)

    def waiting_for_bracket(self, piece: Piece) -> Proto | None:
        """The clause with an auxiliary or modal whose participle, infinitive or particle this piece brings."""
        ends = self.shapes.tag(piece.atoms[-1])
        if ends not in PARTICIPLE | INFINITIVE | {"PTKVZ"} and not any(
            self.shapes.tag(a) in PARTICIPLE | INFINITIVE | {"PTKVZ"} for a in piece.atoms
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
        if any(self.shapes.tag(t) in NONFINITE | {"PTKVZ"} for t in after):
            return False
        return self.shapes.tag(proto.finite) in {"VAFIN", "VMFIN"} or ends == "PTKVZ"

    def fragment_host(self, piece: Piece) -> Proto:
        """The clause that words without a verb of their own go on with."""
        attributed = self._attribution_before(piece)
        if attributed is not None:
            return attributed
        if self.last.kind is ClauseKind.PARENTHESIS and self.last.parent is not None:
            return self.last if self._goes_on_with_report(piece) else self.last.parent
        if self.last.parent is not None and (self.last.kind is ClauseKind.RELATIVE or self._negates_matrix(piece)):
            return self.last.parent
        return self.last

    def _attribution_before(self, piece: Piece) -> Proto | None:
        """„so der Sprecher des Amts, Jan Huber": the parenthesis without a verb that a name goes on with."""
        preceding = self.preceding(piece)
        before = None if preceding is None or piece.conjunction is not None else self.owner(preceding)
        if before is None or before.kind is not ClauseKind.PARENTHESIS or before.finite is not None:
            return None
        names = all(self.shapes.tag(atom) == "NE" for atom in piece.atoms)
        noun = preceding is not None and meaning.animacy(self.words.texts[preceding], name=True) != "person"
        return before if names and noun and self.words.lower[before.first()] == "so" else None

    def _negates_matrix(self, piece: Piece) -> bool:
        """„unterstützt die Bitte, zu gehen, allerdings nicht": a negation behind the infinitive of a noun."""
        before = max((t for t in self.last.tokens), default=0)
        start = min(self.last.tokens, default=0) - 1
        while start > 0 and self.words.is_silent(start):
            start -= 1
        noun = start > 0 and self.words.texts[start] == "," and self.words.tags[start - 1] == "NN"
        closed = self.last.kind is ClauseKind.INFINITIVE and self.shapes.tag(before) in INFINITIVE | {"VVIZU"}
        return closed and noun and self.shapes.tag(piece.atoms[-1]) == "PTKNEG"

    def _goes_on_with_report(self, piece: Piece) -> bool:
        """„…, warnte die Chefin, Ida Lorenz (CDU), am Freitag.": an apposition behind a report, and what follows."""
        report, host = self.last, self.last.parent
        if self.preceding(piece) not in report.tokens:
            return False
        if piece.conjunction is not None or report.order is not Order.V1 or host is None or not report.tokens:
            return False
        reported = [t for t in host.tokens if t < report.first()]
        if not reported or reported[-1] == host.finite:
            return False
        first = piece.atoms[0]
        if self.shapes.is_age(piece):
            return True
        person = self.shapes.tag(first) == "NN" and meaning.animacy(self.words.texts[first]) == "person"
        if person or self.shapes.tag(first) == "NE" or self.shapes.describes_person(piece.atoms):
            return True
        apposed = any(self.words.texts[t] == "," for t in range(report.first(), max(report.tokens)))
        return apposed and (self.shapes.tag(first) in PREPOSITION or self.shapes.is_dative(piece.atoms))
