"""Questions: who answers what is asked in a clause („Der Reporter fragte die Ministerin, ob sie zurücktrete.").

What goes on in the Konjunktiv after such a sentence is the answer, so it is said by who is asked. A main clause flows
in, who asks and who is asked flows out.
"""

from __future__ import annotations

import attrs

from stance.clauses.graph import Argument, Clause, ClauseType, Role
from stance.context.scene import Scene
from stance.discourse.speech.turns import subject_holder
from stance.discourse.wordlists import word_list, word_table
from stance.german import government
from stance.matching.draft import Filler
from stance.matching.holders import can_hold
from stance.matching.spans import clean
from stance.rules.schema import Slot, SlotKind


@attrs.frozen
class Question:
    """A question that a clause tells of.

    Attributes:
        asker: who asks, None where nobody does who can speak.
        asked: who is asked, None where the clause does not say.
        for_media: whether the asker asks for others, and has nothing to say on the matter.
    """

    asker: Filler | None
    asked: Filler | None
    for_media: bool


def question(scene: Scene, clause: Clause) -> Question | None:
    """The question of a main clause, None where it tells of none.

    Args:
        scene: the document.
        clause: a main clause with a verb.
    """
    verb = clause.verb
    if verb is None or clause.negations or verb.voice != "active" or verb.lemma not in word_table("asking_verbs"):
        return None
    if verb.lemma in word_list("asking_if_wanted") and "wollen" not in verb.modals:
        return None
    types = {child.type for child in scene.view.graph.children(clause) if scene.view.is_complement(child)}
    if not types & {ClauseType.OB, ClauseType.W}:
        return None
    asker = subject_holder(scene, clause)
    media = asker is not None and asker.head is not None and government.works_for_media(scene.view.text(asker.head))
    return Question(asker, _asked(scene, clause), media)


def _asked(scene: Scene, clause: Clause) -> Filler | None:
    """„fragte die Ministerin", „wollte von ihr wissen", „erkundigte sich beim Verband"."""
    assert clause.verb is not None
    prepositions = word_table("asking_verbs")[clause.verb.lemma]
    found: list[Argument] = []
    if "accusative" in prepositions:
        found += clause.all_of(Role.ACCUSATIVE)
    found += [a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition in prepositions]
    for argument in found:
        phrase = scene.view.resolve(argument)
        if phrase.tokens and can_hold(scene.view, phrase.head, phrase.tokens, None):
            return Filler(clean(scene.view.graph.doc, phrase.tokens), Slot(SlotKind.ACCUSATIVE), phrase.head)
    return None
