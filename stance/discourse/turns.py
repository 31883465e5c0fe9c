"""Turns: clauses that say that somebody speaks or takes a side, though not what is said.

„Die Ministerin widersprach.", „Der Verband ist skeptisch.", „Kritik kam vom Städtetag.": what stands in the Konjunktiv
after such a clause is said by who takes the turn. A main clause flows in, the phrase of who takes the turn flows out.
"""

from __future__ import annotations

from stance.clauses.graph import Argument, Clause, Role
from stance.context.scene import Scene
from stance.discourse.wordlists import word_list
from stance.matching.draft import Filler
from stance.matching.holders import can_hold
from stance.matching.spans import clean
from stance.rules.schema import Slot, SlotKind


def taker(scene: Scene, clause: Clause) -> Filler | None:
    """Who takes the turn in a main clause, None where it says of nobody that they speak.

    Args:
        scene: the document.
        clause: a main clause with a verb.
    """
    verb = clause.verb
    if verb is None or clause.question or clause.negations or verb.modals:
        return None
    subject = scene.view.subject(clause)
    if subject is None or subject.conjuncts:
        return None
    if _steps_up(scene, clause):
        return _holder(scene, subject.tokens, subject.head)
    if verb.lemma in word_list("coming"):
        return _origin(scene, clause) if _is_turn_noun(scene, subject.head) else None
    speaks = verb.lemma in word_list("turns") or _speaks_of(clause)
    if not (speaks or _shows_attitude(scene, clause) or _has_turn_object(scene, clause)):
        return None
    return _holder(scene, subject.tokens, subject.head)


def subject_holder(scene: Scene, clause: Clause) -> Filler | None:
    """The subject of a clause where it can speak, else None."""
    subject = scene.view.subject(clause)
    return None if subject is None else _holder(scene, subject.tokens, subject.head)


def _steps_up(scene: Scene, clause: Clause) -> bool:
    """„trat vor die Presse", „ergriff das Wort"."""
    if clause.verb is None or clause.verb.lemma not in word_list("stepping_up"):
        return False
    objects = (*clause.all_of(Role.PREPOSITIONAL), *clause.all_of(Role.ACCUSATIVE))
    return any(scene.view.text(argument.head) in word_list("places_to_speak") for argument in objects)


def _speaks_of(clause: Clause) -> bool:
    """„Die Trainerin sprach von einem guten Spiel", „schrieb über den Streit"."""
    if clause.verb is None or clause.verb.lemma not in word_list("telling") or clause.all_of(Role.ACCUSATIVE):
        return False
    return any(a.preposition in word_list("speaking_of") for a in clause.all_of(Role.PREPOSITIONAL))


def _shows_attitude(scene: Scene, clause: Clause) -> bool:
    """„ist skeptisch", „zeigte sich enttäuscht", „ist gegen den Bau"."""
    verb = clause.verb
    if verb is None or verb.lemma not in word_list("turn_copulas"):
        return False
    if any(scene.view.lower(t) in word_list("turn_adjectives") for t in clause.tokens):
        return True
    sides = [a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition in ("für", "gegen")]
    return verb.lemma == "sein" and any(a.attached_to is None for a in sides) and not clause.all_of(Role.PREDICATIVE)


def _has_turn_object(scene: Scene, clause: Clause) -> bool:
    """„zog eine gemischte Bilanz", „hat Zweifel"; who gets praise or meets with doubt does not speak."""
    if clause.verb is None or clause.verb.lemma not in word_list("turn_verbs"):
        return False
    return any(_is_turn_noun(scene, argument.head) for argument in clause.all_of(Role.ACCUSATIVE))


def _is_turn_noun(scene: Scene, head: int) -> bool:
    return scene.view.text(head) in word_list("turn_nouns")


def _origin(scene: Scene, clause: Clause) -> Filler | None:
    """Of whom something comes: „Kritik kam vom Städtetag"."""
    found: tuple[Argument, ...] = clause.all_of(Role.PREPOSITIONAL)
    for argument in found:
        if argument.preposition == "von":
            return _holder(scene, argument.phrase, argument.head)
    return None


def _holder(scene: Scene, tokens: tuple[int, ...], head: int) -> Filler | None:
    if not can_hold(scene.view, head, tokens, None):
        return None
    return Filler(clean(scene.view.graph.doc, tokens), Slot(SlotKind.SUBJECT), head)
