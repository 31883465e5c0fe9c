"""zu-infinitives without a comma: which tokens of a piece are a clause of their own.

„Sie hat angekündigt die Steuern zu senken." The piece and its finite verb come in, the tokens of the infinitive clause
go out; verbs that take their infinitive into their own complex (coherent construction: Bech 1955) leave none. All
offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence

from stance.clauses.shapes import Shapes
from stance.clauses.words import Words
from stance.german import government


class Infinitives:
    """Answers about infinitives inside pieces.

    Args:
        shapes: what the pieces look like.
    """

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.words: Words = shapes.words

    def inner_infinitive(self, atoms: Sequence[int], finite: int) -> list[int]:
        """The tokens of a zu-infinitive without comma that is no part of the finite verb's own complex."""
        infinitives = [
            a for a in atoms if not self.shapes.cutter.is_region(a) and self.words.is_zu_infinitive(a, atoms)
        ]
        if not infinitives:
            return []
        position = atoms.index(finite)
        end = atoms.index(infinitives[-1])
        lemma = self.shapes.lemma(finite)
        if lemma == "geben" and self._gives_to_understand(infinitives):
            return []
        if lemma == "sein" and (adjective := self._controlling_adjective(atoms)) is not None:
            before_verb = adjective < end
            return list(
                atoms[adjective + 1 : end + 1]
                if before_verb
                else atoms[self._after_subject(atoms, position, end) : end + 1]
            )
        if (participle := self._participle_before(atoms, position, end)) is not None:
            return list(atoms[participle + 1 : end + 1])
        if lemma in government.verbs("coherent") or (lemma == "werden" and position > end):
            return []
        start = self._after_subject(atoms, position, end)
        controls = government.verbs("control_accusative") | government.verbs("control_dative")
        if lemma in controls and start + 1 < end and self.shapes.tag(atoms[start]) == "PPER":
            start += 1  # „bat ihn zu gehen"
        group = list(atoms[start : end + 1])
        if position < end and len(group) < len(atoms):
            return group
        if position > end and self.shapes.tag(finite) == "VVFIN":
            return group
        return []

    def _after_subject(self, atoms: Sequence[int], finite: int, end: int) -> int:
        """Where the infinitive group starts: after a particle, else after the verb or introducer and the subject."""
        start = finite + 1 if finite < end else 1
        particles = [k for k in range(start, end) if self._is_particle(atoms, k, end)]
        if finite < end and particles:
            return particles[-1] + 1
        if not (finite < end and self.shapes.has_bare_nominal(atoms[:finite])):
            start = self.shapes.skip_noun_phrase(atoms, start, end)
        while start < end and self.shapes.tag(atoms[start]) in {"PRF", "ADV", "PROAV", "PAV", "PTKNEG"}:
            start += 1
        return start

    def _participle_before(self, atoms: Sequence[int], finite: int, end: int) -> int | None:
        """Where the participle stands that the infinitive behind it depends on („hat versprochen zu zahlen")."""
        if self.shapes.tag(atoms[finite]) != "VAFIN":
            return None
        before = range(finite + 1, end) if finite < end else range(end)
        return next((k for k in reversed(before) if self.shapes.tag(atoms[k]) == "VVPP"), None)

    def _controlling_adjective(self, atoms: Sequence[int]) -> int | None:
        """Where an adjective with an infinitive of its own stands („sind bereit zu zahlen")."""
        adjectives = government.verbs("control_adjectives")
        return next((k for k, a in enumerate(atoms) if self.words.lower[a] in adjectives), None)

    def _gives_to_understand(self, infinitives: Sequence[int]) -> bool:
        """„zu verstehen geben", „zu bedenken geben": an idiom, no clause of its own."""
        return self.words.lower[infinitives[-1]] in government.verbs("given_infinitives")

    def _is_particle(self, atoms: Sequence[int], k: int, end: int) -> bool:
        """A separated particle, or a preposition right before "zu" ("hörte auf zu blinken")."""
        if self.shapes.tag(atoms[k]) == "PTKVZ":
            return True
        return self.shapes.tag(atoms[k]) == "APPR" and self.shapes.tag(atoms[k + 1]) in {"PTKZU", "VVIZU"}
