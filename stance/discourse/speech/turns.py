"""Turns: clauses that say that somebody speaks or takes a side, though not what is said.

„Die Ministerin widersprach.", „Der Verband ist skeptisch.", „Kritik kam vom Städtetag.", „Die Bilanz des Trainers fällt
mager aus.", „Unter den Bauern wächst die Angst.", „Für den Wirt steht das fest.": what stands in the Konjunktiv after
such a clause is said by who takes the turn. A main clause flows in, the phrase of who takes the turn flows out.
"""

from __future__ import annotations

from typing import Final

from stance.clauses.graph import Argument, Clause, Role
from stance.context.scene import Scene
from stance.discourse.wordlists import word_ends, word_list, word_table
from stance.german import meaning
from stance.matching.draft import Filler
from stance.matching.fillers import possessors
from stance.matching.holders import can_hold, sort_of
from stance.matching.spans import clean
from stance.rules.schema import Slot, SlotKind

_PEOPLE: Final = frozenset({"person", "institution", "unknown"})
"""Sorts of phrases for those who can speak."""


def taker(scene: Scene, clause: Clause, open: bool) -> Filler | None:
    """Who takes the turn in a main clause, None where it says of nobody that they speak.

    What somebody is not („ist nicht überrascht") takes no turn from somebody.

    Args:
        scene: the document.
        clause: a main clause with a verb.
        open: whether somebody speaks before it.
    """
    if clause.verb is None or clause.question or (open and _is_weak(scene, clause)) or is_applause(scene, clause):
        return None
    ways = (_from_whom, _at_whom, _among_whom, _for_whom, _to_whom, _whose, _whose_wish, _who)
    return next((found for way in ways if (found := way(scene, clause)) is not None), None)


def _is_weak(scene: Scene, clause: Clause) -> bool:
    """Whether a clause hardly takes a turn: an attitude that somebody does not have."""
    return bool(clause.negations and _shows_attitude(scene, clause))


def _points(clause: Clause) -> bool:
    """„zeigt auf das Feld"."""
    at = any(a.preposition in word_list("pointed_at") for a in clause.all_of(Role.PREPOSITIONAL))
    return at and _lemma(clause) in word_list("pointing_verbs") and not clause.all_of(Role.ACCUSATIVE)


def subject_holder(scene: Scene, clause: Clause) -> Filler | None:
    """The subject of a clause where it can speak, else None."""
    subject = scene.view.subject(clause)
    return None if subject is None else _holder(scene, subject.tokens, subject.head)


def is_of_paper(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what stands on paper: „Das Gutachten lässt daran keinen Zweifel."; nobody says that.

    Args:
        scene: the document.
        clause: a main clause with a verb.
    """
    verb, subject = clause.verb, scene.view.subject(clause)
    if verb is None or subject is None or verb.voice != "active" or clause.question:
        return False
    return scene.view.lower(subject.head).endswith(word_ends("papers"))


def whose_words(scene: Scene, clause: Clause) -> Filler | None:
    """Whose words a clause gives: „gab der Dolmetscher die Worte des Ministers wieder".

    Args:
        scene: the document.
        clause: a clause with a verb.
    """
    if _lemma(clause) not in word_list("giving_words"):
        return None
    said = (a for a in clause.all_of(Role.ACCUSATIVE) if scene.view.lower(a.head) in word_list("words_said"))
    phrases = (scene.view.graph.noun_phrase_at(a.head) for a in said)
    owners = (next(possessors(scene.view, np, Slot(SlotKind.POSSESSOR)), None) for np in phrases if np is not None)
    return next((owner for owner in owners if owner is not None), None)


def is_beside_speech(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what is no speech: of things, or of people who listen, wait or are somewhere.

    Args:
        scene: the document.
        clause: a main clause with a verb.
    """
    subject, verb = scene.view.subject(clause), clause.verb
    if is_applause(scene, clause):
        return True
    if verb is None or subject is None or clause.question or verb.mood != "indicative":
        return False
    own = sort_of(scene.view, subject.head, subject.tokens)
    if own in _PEOPLE:
        words = word_table("bystanding_idioms").get(verb.lemma, frozenset())
        silent = word_list("bystanding") | word_list("looking_on")
        busy = verb.lemma in silent or any(scene.view.text(t) in words for t in clause.tokens)
        return busy and not clause.negations
    others = {sort_of(scene.view, argument.head, argument.tokens) for argument in clause.arguments}
    return not others & _PEOPLE and scene.view.tag(subject.head) == "NN" and not _is_act(scene, subject.head)


def is_noise(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence without a verb names only what is heard or seen: „Buhrufe und Pfiffe.", „Stille im Saal."

    Args:
        scene: the document.
        start: first token of the sentence.
        end: one past its last token.
    """
    view = scene.view
    nouns = [t for t in range(start, end) if view.tag(t) in ("NN", "NE")]
    verbless = not any(view.tag(t).startswith("V") for t in range(start, end))
    heard = any(view.lower(t).endswith(word_ends("reactions_heard")) for t in nouns)
    return verbless and heard and not any(view.tag(t) == "NE" for t in nouns)


def is_applause(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells how many people react without a word: „Es gab Beifall.", „Die Abgeordneten lachten."

    Args:
        scene: the document.
        clause: a main clause with a verb.
    """
    verb, subject = clause.verb, scene.view.subject(clause)
    if verb is None or clause.quote is not None:
        return False
    if any(scene.view.text(t) in word_list("applause") for t in clause.tokens):
        return verb.lemma in word_list("applause_verbs")
    many = verb.number == "pl" or (subject is not None and meaning.is_collective(scene.view.text(subject.head)))
    return many and verb.lemma in word_list("gestures_of_many") and not verb.modals


# -- the subject -------------------------------------------------------------------------------------------------------


def _who(scene: Scene, clause: Clause) -> Filler | None:
    verb, subject = clause.verb, scene.view.subject(clause)
    if verb is None or subject is None or subject.conjuncts:
        return None
    if verb.modals and verb.lemma not in word_list("turn_modals"):
        return None
    acts = verb.voice == "active" and (_speaks(clause) or _is_idiom(scene, clause) or _is_official(scene, clause))
    if not acts and not _shows_attitude(scene, clause):
        return None
    if scene.view.lower(subject.head) in word_list("generic"):
        return _beside(scene, clause, word_list("among"))
    return _holder(scene, subject.tokens, subject.head)


def _speaks(clause: Clause) -> bool:
    """„Die Ministerin widersprach", „kann das nicht verstehen"; who does not answer does not speak."""
    verb = clause.verb
    assert verb is not None
    if verb.modals or clause.negations:
        return verb.lemma in word_list("turn_modals")
    return verb.lemma in word_list("turns") or _speaks_of(clause) or _points(clause)


def _is_official(scene: Scene, clause: Clause) -> bool:
    """„Die Stadt sperrte die Brücke": an act of a body, after which the body gives its reasons."""
    subject = scene.view.subject(clause)
    if subject is None or clause.negations or _lemma(clause) not in word_list("official_acts"):
        return False
    return sort_of(scene.view, subject.head, subject.tokens) == "institution"


def _speaks_of(clause: Clause) -> bool:
    """„Die Trainerin sprach von einem guten Spiel", „schrieb über den Streit", „für sie sprach ihr Anwalt"."""
    if clause.verb is None or clause.verb.lemma not in word_list("telling") or clause.all_of(Role.ACCUSATIVE):
        return False
    if clause.verb.lemma in word_list("speaking_for_others") and any(map(_is_for_others, clause.arguments)):
        return True
    return any(a.preposition in word_list("speaking_of") for a in clause.all_of(Role.PREPOSITIONAL))


def _is_for_others(argument: Argument) -> bool:
    return argument.preposition in word_list("judging_for") and argument.attached_to is None


def _shows_attitude(scene: Scene, clause: Clause) -> bool:
    """„ist skeptisch", „zeigte sich nicht enttäuscht", „sieht das gelassen", „ist gegen den Bau"."""
    verb = clause.verb
    if verb is None or not (verb.voice == "stative" or verb.lemma in word_list("turn_copulas")):
        return False
    if any(_is_attitude(scene.view.lower(t)) for t in clause.tokens):
        return True
    if verb.lemma in word_list("seeing"):
        words = (scene.view.lower(t) for t in clause.tokens)
        return any({w, w.removesuffix("er")} & word_list("views") for w in words) or _sees_as(scene, clause)
    sides = [a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition in word_list("siding")]
    return verb.lemma == "sein" and any(a.attached_to is None for a in sides) and not clause.all_of(Role.PREDICATIVE)


def _is_attitude(word: str) -> bool:
    """Whether a word is an adjective of attitude, maybe compared („Skeptischer ist die Bank.")."""
    return word in word_list("turn_adjectives") or word.removesuffix("er") in word_list("turn_adjectives")


def _sees_as(scene: Scene, clause: Clause) -> bool:
    """„sieht die Branche am Wendepunkt": a thing seen somewhere is judged."""
    things = [a.head for a in clause.all_of(Role.ACCUSATIVE) if sort_of(scene.view, a.head, a.phrase) != "person"]
    places = [a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition in word_list("seen_in")]
    return bool(things and places)


def _is_idiom(scene: Scene, clause: Clause) -> bool:
    """„zog Bilanz", „hat keine Zweifel", „schüttelt den Kopf"; who gets praise or gives no answer does not speak."""
    verb, subject = clause.verb, scene.view.subject(clause)
    assert verb is not None
    words = word_table("turn_idioms").get(verb.lemma, frozenset())
    if not words or (clause.negations and verb.lemma in word_list("silent_if_negated")):
        return False
    own = () if subject is None else subject.tokens
    return any(scene.view.text(t) in words for t in clause.tokens if t not in own)


# -- somebody else in the clause ---------------------------------------------------------------------------------------


def _from_whom(scene: Scene, clause: Clause) -> Filler | None:
    """„Kritik kam vom Städtetag", „Aus dem Ministerium kam ein Dementi"."""
    if (
        _lemma(clause) not in word_list("coming")
        or clause.negations
        or not _is_act(scene, _subject_head(scene, clause))
    ):
        return None
    return _beside(scene, clause, word_list("origins"))


def _at_whom(scene: Scene, clause: Clause) -> Filler | None:
    """„Bei der Gewerkschaft klingt das anders", „Beim Sender liest sich das ganz anders"."""
    contrasts = any(scene.view.lower(t) in word_list("contrasting") for t in clause.tokens)
    if not contrasts or _lemma(clause) not in word_list("sounding"):
        return None
    return _beside(scene, clause, word_list("heard_from"))


def _among_whom(scene: Scene, clause: Clause) -> Filler | None:
    """„Unter den Bauern wächst die Angst", „Der Plan stößt beim Städtetag auf Skepsis"."""
    if _lemma(clause) not in word_list("arising"):
        return None
    acts = [a.head for role in (Role.SUBJECT, Role.ACCUSATIVE, Role.PREPOSITIONAL) for a in clause.all_of(role)]
    if not any(_is_act(scene, head) or scene.view.text(head) in word_list("feelings") for head in acts):
        return None
    return _beside(scene, clause, word_list("among"))


def _for_whom(scene: Scene, clause: Clause) -> Filler | None:
    """„Für den Wirt steht fest", „Für sie ist das unbegreiflich"."""
    words = word_table("clear").get(_lemma(clause), frozenset())
    if not any(scene.view.lower(t) in words for t in clause.tokens):
        return None
    return _beside(scene, clause, word_list("judging_for"))


def _to_whom(scene: Scene, clause: Clause) -> Filler | None:
    """„Der Ministerin reicht das nicht", „Dem Trainer gefiel das nicht"."""
    if _lemma(clause) not in word_list("experienced"):
        return None
    return next((h for a in clause.all_of(Role.DATIVE) if (h := _personal(scene, a)) is not None), None)


def _whose(scene: Scene, clause: Clause) -> Filler | None:
    """„Die Bilanz des Trainers fällt mager aus", „Sein Befund ist düster"."""
    head = _subject_head(scene, clause)
    np = None if head is None else scene.view.graph.noun_phrase_at(head)
    if np is None or not _is_act(scene, head) or _lemma(clause) not in word_list("turning_out"):
        return None
    owner = next(possessors(scene.view, np, Slot(SlotKind.POSSESSOR)), None)
    speaks = owner is not None and owner.head is not None and can_hold(scene.view, owner.head, owner.tokens, None)
    return owner if speaks else None


def _whose_wish(scene: Scene, clause: Clause) -> Filler | None:
    """„Geht es nach der Ministerin, fahren bald wieder Züge"."""
    for child in scene.view.graph.children(clause):
        subject = scene.view.subject(child)
        goes = child.is_conditional and _lemma(child) == "gehen" and subject is not None
        if goes and subject is not None and scene.view.lower(subject.head) == "es":
            return _beside(scene, child, word_list("wished_by"))
    return None


def _beside(scene: Scene, clause: Clause, prepositions: frozenset[str]) -> Filler | None:
    """The first phrase with one of some prepositions that can speak."""
    found = (a for a in clause.all_of(Role.PREPOSITIONAL) if a.preposition in prepositions)
    found = (a for a in found if a.preposition != "in" or scene.view.text(a.head) not in word_list("inhabited"))
    return next((h for a in found if (h := _personal(scene, a)) is not None), None)


def _personal(scene: Scene, argument: Argument) -> Filler | None:
    """The phrase of an argument where it names people or a body, and no place or thing."""
    sort = sort_of(scene.view, argument.head, argument.phrase)
    speaks = scene.view.tag(argument.head) == "PPER" or sort in ("person", "institution", "unknown")
    return _holder(scene, argument.phrase, argument.head) if speaks else None


def _is_act(scene: Scene, head: int | None) -> bool:
    return head is not None and scene.view.text(head) in word_list("turn_nouns")


def _subject_head(scene: Scene, clause: Clause) -> int | None:
    subject = scene.view.subject(clause)
    return None if subject is None else subject.head


def _lemma(clause: Clause) -> str:
    return "" if clause.verb is None else clause.verb.lemma


def _holder(scene: Scene, tokens: tuple[int, ...], head: int) -> Filler | None:
    if _is_attitude(scene.view.lower(head)) or not can_hold(scene.view, head, tokens, None):
        return None
    return Filler(clean(scene.view.graph.doc, tokens), Slot(SlotKind.SUBJECT), head)
