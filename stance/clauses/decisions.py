"""Decisions: whether a piece of a sentence continues, complements, interrupts or follows the clauses read before it.

Asked by :mod:`stance.clauses.segments`, which places the pieces; nothing is changed here. The answers come from the
form of the piece (:mod:`stance.clauses.shapes`), from what opens it (:mod:`stance.clauses.openers`) and from what was
read before (:mod:`stance.clauses.reading`). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.graph import ClauseKind, ClauseType, Order
from stance.clauses.openers import Openers
from stance.clauses.proto import Piece, Proto
from stance.clauses.reading import Reading
from stance.clauses.shapes import Shapes
from stance.clauses.words import (
    DETERMINER,
    INFINITIVE,
    NOMINAL,
    PARTICIPLE,
    PREPOSITION,
    PRONOMINAL,
    RELATIVE,
    VERBAL,
)
from stance.german import government, meaning, noun_phrases, verbs

_PREFIELD_STARTS: Final = NOMINAL | DETERMINER | {"ADJA", "CARD", "PPER", "PDS", "PIS", "APPR", "APPRART"}
_JUDGEMENTS: Final = frozenset({"ADJD", "ADJA", "NN", "VVPP"})
_SEQUENCE: Final = frozenset({"erst", "zuerst", "zunächst", "anfangs"})
_CONDITIONAL_FORMS: Final = frozenset(
    {"sollte", "sollten", "wäre", "wären", "hätte", "hätten", "gäbe", "käme", "kämen"}
)


class Decisions:
    """Decides about a piece in its place.

    Args:
        shapes: the pieces of the run by their form.
        reading: what was read before.
        openers: what opens a piece.
    """

    def __init__(self, shapes: Shapes, reading: Reading, openers: Openers) -> None:
        self.words = shapes.words
        self.shapes = shapes
        self.reading = reading
        self.openers = openers

    def continues_verb_last(self, piece: Piece, finites: list[int]) -> bool:
        """„weil A sinkt und B steigt": a verb-last conjunct, without comma or with a verb that can only stand last."""
        joined = piece.conjunction is not None or self.words.lower[piece.atoms[0]] in {"aber", "sondern"}
        if (
            not joined
            or (piece.separator and not self._stands_last(piece, finites))
            or self.reading.last.order is not Order.VL
            or self.reading.last.finite is None
        ):
            return False
        after = piece.atoms[piece.atoms.index(finites[-1]) + 1 :]
        return len(finites) == 1 and all(self.shapes.tag(a) in VERBAL for a in after)

    def _stands_last(self, piece: Piece, finites: list[int]) -> bool:
        """„dass er Geld verspreche, aber keinen Plan vorlege": a verb joined with its particle, at the end."""
        last = piece.atoms[-1]
        forms = [f for f in verbs.analyse(self.words.texts[last]) if f.kind == "finite"] if finites == [last] else []
        return piece.separator == "," and bool(forms) and all(f.joined and f.particle for f in forms)

    def is_verbless(self, top: Proto, piece: Piece, following: Piece | None) -> bool:
        """Whether an alternative or a question without a verb is over, and the verb of the main clause comes."""
        return self._is_verbless_alternative(top, piece) or self._is_verbless_question(top, following)

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

    def opens_complement(self, piece: Piece) -> bool:
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

    def is_inserted(self, piece: Piece, starts: bool, following: Piece | None) -> bool:
        """„Die Steuer, sagte Merz, müsse sinken": a verb-first report where the host still lacks its verb."""
        if not starts or following is None or piece.separator != ",":
            return False
        if not self.reading.base.tokens:
            return self.is_behind_clause(piece, following)
        if any(self.shapes.cutter.is_region(token) for token in self.reading.base.tokens):
            return False
        if self._is_before_extraposed(piece):
            return True
        verb = self.shapes.finites(piece.atoms)[0]
        if self.shapes.is_indicative(verb) and not self.shapes.has_reporter(piece, verb, speaker=False):
            return False
        finites = self.shapes.finites(following.atoms)
        own = self.shapes.finites(piece.atoms)[0]
        told = self.shapes.konjunktiv(own) and not self.shapes.is_indicative(own)
        if self.shapes.has_report_shape(following) and (told or not self.shapes.has_report_shape(piece)):
            return False
        return bool(finites) and following.atoms[0] == finites[0] and following.conjunction is None

    def is_behind_clause(self, piece: Piece, following: Piece | None) -> bool:
        """„Wenn das Geld fehle, sagte sie, müsse man sparen": a report behind a clause in the prefield."""
        fronted = any(proto.parent is self.reading.base for proto in self.reading.made) or self.reading.base.tokens
        if not fronted or following is None or not self.shapes.has_report_shape(piece):
            return False
        told = self.shapes.konjunktiv(following.atoms[0]) and not self.shapes.konjunktiv(piece.atoms[0])
        return self.shapes.starts_with_finite(following) and (told or not self.shapes.has_report_shape(following))

    def _is_before_extraposed(self, piece: Piece) -> bool:
        """„Die Zahlen, sagte sie, die das Amt habe, seien falsch": a report before clauses of the prefield."""
        preceding = self.reading.preceding(piece)
        if preceding not in self.reading.base.tokens or not self.shapes.has_report_shape(piece):
            return False
        later = self.shapes.later(piece)
        verb = next((k for k, other in enumerate(later) if self.shapes.starts_with_finite(other)), 0)
        inserted = later[:verb]
        return bool(inserted) and all(
            other.separator
            and self.shapes.tag(other.atoms[0]) in PREPOSITION | RELATIVE | {"KOUS", "ART"}
            and self.openers.opener(other) is not None
            for other in inserted
        )

    def is_content_before_verb(self, piece: Piece, finites: list[int], following: Piece | None) -> bool:
        """Whether a verb-second clause stands before the verb of the clause around it, as content."""
        starts = piece.atoms[0] == finites[0]
        if starts:
            return False
        return self._is_noun_complement(piece, finites, following) or self._is_inner_content(piece)

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

    def _is_inner_content(self, piece: Piece) -> bool:
        """„Weil er sagte, A sinke, jubelte …", „Die Frau, die sagte, A sinke, ging": V2 before the main verb."""
        last = self.reading.last
        speaks = last.order is Order.VL and last.finite is not None and self.reading.speaks_any(last)
        if piece.separator != "," or piece.conjunction is not None or not speaks:
            return False
        return any(self.shapes.starts_with_finite(other) for other in self.shapes.later(piece))

    def gap_behind(self, piece: Piece, finite: int) -> int | None:
        """Where „und" joins a clause without a verb to that of a finite verb („fordert Geld und die Union Zeit")."""
        start = piece.atoms.index(finite) + 2
        for k in range(start, len(piece.atoms) - 2):
            joins = self.words.lower[piece.atoms[k]] == "und" and self.shapes.tag(piece.atoms[k]) == "KON"
            if joins and self._is_actor_with_rest(piece.atoms[k + 1 :], piece.atoms[start - 2 : k]):
                return k
        return None

    def is_matrix_of_condition(self, finites: list[int]) -> bool:
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

    def is_trailing_condition(self, piece: Piece, finites: list[int], following: Piece | None) -> bool:
        """„drohte mit Streiks, sollte es keine Einigung geben": a verb-first condition behind its matrix."""
        conditional = self.words.lower[finites[0]] in _CONDITIONAL_FORMS
        matrix_follows = following is not None and self.shapes.starts_with_finite(following)
        return (
            conditional
            and not matrix_follows
            and self.reading.base.order is Order.V2
            and self.shapes.has_subject_after(piece, finites[0])
        )

    def is_condition(self, proto: Proto, piece: Piece) -> bool:
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

    def report_gone_on_with(self, piece: Piece, finites: list[int]) -> Proto | None:
        """„Das reiche, sagte Huber und forderte mehr Geld": the report that a verb right behind „und" goes on with.

        It stands before it, or parts a quotation that ends before it („Das“, sagte er, „reicht“, und forderte Geld).
        """
        if piece.conjunction is None or piece.atoms[0] != finites[0]:
            return None
        last = self.reading.last
        if self._is_report(last) and not piece.separator:
            return last
        half = self.shapes.cutter.is_half
        if not half(max(last.tokens, default=0)) or half(piece.atoms[0]):
            return None
        return next((p for p in self.reading.made if p.parent is last and self._is_report(p)), None)

    def _is_report(self, proto: Proto) -> bool:
        return proto.kind is ClauseKind.PARENTHESIS and proto.order is Order.V1 and proto.type is ClauseType.V1

    def is_behind_told(self, finite: int) -> bool:
        """„Das dauere noch Jahre, dämpft sie die Hoffnungen": an indicative right behind what stands as reported.

        Two main clauses of which the second begins with its verb would share their mood.
        """
        told = self.reading.base.finite
        forms = () if told is None else verbs.analyse(self.shapes.words.texts[told])
        moods = {form.mood for form in forms if form.kind == "finite" and form.person == 3}
        return moods == {"konjunktiv1"} and not self.shapes.konjunktiv(finite) and self.shapes.is_indicative(finite)

    def opens_sequence(self) -> bool:
        """„Erst habe man ihm gedroht, dann …": whether the clause before a piece announces the one that follows."""
        tokens = self.reading.last.tokens
        return bool(tokens) and self.words.lower[min(tokens)] in _SEQUENCE

    def has_its_content(self, piece: Piece) -> bool:
        """Whether the clause before a piece has its content already, so that none need follow."""
        last = self.reading.last
        return self._points_back(last) or (piece.separator == ":" and self._has_object(last)) or self._is_told_of(last)

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

    def lists_contents(self, complement: Proto, *, reported: bool) -> bool:
        """„sagte, A sei nötig, damit es reiche, B sei teuer": a further content beside one that says nothing."""
        last = self.reading.last
        inside = reported and complement in self.reading.above(last) and not self.reading.speaks_any(last)
        told = self.reading.speaks_any(complement) and not self._has_thing(complement)
        return (last is complement or inside) and not told

    def _has_thing(self, proto: Proto) -> bool:
        """„die SPD fordere Geld, …": a verb that speaks with a subject and an object, which is nobody."""
        phrases = self.shapes.bare_phrases(proto.tokens)
        last = phrases[-1][-1] if len(phrases) > 1 else None
        return last is not None and self.shapes.tag(last) == "NN" and not meaning.can_act(self.words.texts[last])

    def _points_back(self, proto: Proto) -> bool:
        """„Das bewundere ich, da wird gestritten": "das" in the prefield is the object; no complement follows."""
        tokens = sorted(proto.tokens)
        pointing = len(tokens) > 2 and self.words.lower[tokens[0]] in {"das", "dies"} and tokens[1] == proto.finite
        return pointing and self.shapes.tag(tokens[2]) in {"PPER", "NE"}

    def opens_main(self, piece: Piece) -> bool:
        """„…, aber den Glauben, dass es hilft, hat sie verloren": a prefield whose verb comes after a clause in it."""
        later = self.shapes.later(piece)
        if self._is_prefield_behind_colon(piece):
            return True
        complete = self.reading.base.finite is not None and piece.separator in {",", ";"}
        if piece.conjunction is None or not complete or self.shapes.tag(piece.atoms[-1]) not in NOMINAL:
            return False
        verb = next((k for k, other in enumerate(later) if self.shapes.starts_with_finite(other)), 0)
        inserted = later[:verb]
        embedded = bool(inserted) and all(
            self.openers.opener(other) is not None or self.shapes.has_zu(other.atoms) for other in inserted
        )
        return embedded and not self.shapes.has_report_shape(later[verb])

    def _is_prefield_behind_colon(self, piece: Piece) -> bool:
        """„Er blieb gelassen: Die Steuer, sagte er, müsse sinken": words behind a colon whose verb follows a comma."""
        later = self.shapes.later(piece)
        if piece.separator != ":" or self.reading.base.finite is None or not later:
            return False
        verb = later[1] if self.shapes.has_report_shape(later[0]) and len(later) > 1 else later[0]
        return all(map(self.shapes.starts_with_finite, (later[0], verb))) and not self.shapes.has_report_shape(verb)

    def opens_infinitive(self, piece: Piece) -> bool:
        """„versprach, Schulen, Straßen und Bäder zu bauen": the first of a list before its infinitive.

        So are participles before the one that has the infinitive („bestritt, sie gekannt, sie geliebt zu haben"), and a
        noun with its relative clause („versprach, die Schule, die leer steht, zu bauen").
        """
        last = self.reading.last
        if piece.separator != "," or piece.conjunction is not None or last.finite is None or not last.tokens:
            return False
        closed = last.order is Order.VL and not self.reading.speaks_any(last)
        verbal = {self.shapes.tag(atom) for atom in piece.atoms} & VERBAL
        if closed or verbal - PARTICIPLE:
            return False
        interrupted = False
        for other in self.shapes.later(piece):
            inner = {self.shapes.tag(atom) for atom in other.atoms} & VERBAL
            if other.separator == "," and self.shapes.is_relative(other):
                interrupted = True
                continue
            if self.shapes.has_zu(other.atoms) and self.openers.opener(other) is None:
                if not verbal or (verbal <= inner and self.shapes.tag(other.atoms[-1]) == "VAINF"):
                    break
                return False
            if other.separator != "," or inner - verbal:
                return False
        else:
            return False
        before = self.shapes.tag(max(last.tokens))
        apposed = not interrupted or meaning.animacy(self.words.texts[piece.atoms[-1]]) == "person"
        begun = before in VERBAL | {"PROAV", "PAV"} or (before in NOMINAL | {"PPER", "PRF"} and not apposed)
        return begun and self.openers.opener(piece) is None

    def begun_infinitive(self) -> Proto | None:
        """The infinitive clause that has no infinitive yet, also around the relative clause read last."""
        last = self.reading.last
        while last.kind is ClauseKind.RELATIVE and last.parent is not None:
            last = last.parent
        return last if self.lacks_verb(last) and last.introducer is None else None

    def lacks_verb(self, proto: Proto) -> bool:
        """Whether an infinitive clause has no infinitive yet."""
        closed = INFINITIVE | {"VVIZU"}
        return proto.kind is ClauseKind.INFINITIVE and not any(self.shapes.tag(t) in closed for t in proto.tokens)

    def shares_infinitive(self, piece: Piece) -> bool:
        """„Akten vernichtet und [Zeugen belogen zu haben]": a participle before another that has the auxiliary."""
        before = any(self.shapes.tag(t) in PARTICIPLE for t in self.reading.last.tokens)
        own = any(self.shapes.tag(t) in PARTICIPLE for t in piece.atoms)
        return before and own and piece.conjunction is not None and self.shapes.tag(piece.atoms[-1]) == "VAINF"

    def goes_on_with_report(self, before: Proto, speaking: Proto) -> Proto | None:
        """„sagte, dass es eile, allerdings wolle man reden": the dass clause that a verb-second clause goes on with."""
        told = before.parent is speaking and speaking.parent is None and before.type is ClauseType.DASS
        return before if told and before.finite is not None else None

    def shares_auxiliary(self, piece: Piece) -> Proto | None:
        """„hat A abgelehnt, B kritisiert und C gefordert": the clause whose finite verb has a further right bracket.

        Infinitives of the bracket before may stand between („hat gefordert, zu zahlen, und betont, dass …").
        """
        ends = {self.shapes.tag(a) for a in piece.atoms} & (PARTICIPLE | INFINITIVE)
        last = self.reading.last
        if piece.conjunction is not None and ends <= PARTICIPLE and not self.shapes.has_zu(piece.atoms):
            while last.kind is ClauseKind.INFINITIVE and last.parent is not None:
                last = last.parent
        if not ends or last.finite is None or self.shapes.tag(last.finite) not in {"VAFIN", "VMFIN"}:
            return None
        return last if any(self.shapes.tag(t) in ends for t in last.tokens) else None

    def is_gapped(self, piece: Piece) -> bool:
        """„Die SPD fordert mehr, die FDP weniger.": an actor in the nominative and a rest."""
        partner = self.reading.last
        if partner.order is not Order.V2 or partner.finite is None or piece.separator not in {",", ";"}:
            return False
        if partner.tokens[-1] == partner.finite or not self.shapes.bare_phrases(partner.tokens):
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
        if not (rest and nominative and acts):
            return False
        named = len(rest) == 1 and any(self.shapes.names(a) for a in before) and self.shapes.tag(rest[0]) in _JUDGEMENTS
        return named or self.shapes.is_remnant(rest, before)
