"""The Konjunktiv of report: whether a main clause passes on what somebody said, surely, perhaps or not at all.

A clause of the text flows in, how far its verb form tells flows out. Konjunktiv I reports by itself. Konjunktiv II
reports where a report is open and it replaces a Konjunktiv I that looks like the indicative (Fabricius-Hansen & Sæbø
2004). In the plural most forms of the Konjunktiv II look like the preterite („Die Höfe lebten davon"): these report
where the narrator cannot mean the past, and where the report goes on after them.
"""

from __future__ import annotations

from enum import StrEnum

from stance.clauses.graph import Clause, ClauseKind, ClauseType, Order
from stance.context.scene import Scene
from stance.discourse.wordlists import word_list
from stance.german import meaning, verbs
from stance.german.verbs import is_auxiliary, is_modal
from stance.matching.holders import sort_of


class Telling(StrEnum):
    """How far a verb form tells that a clause reports."""

    REPORT = "report"
    EITHER = "either"
    NARRATION = "narration"


def telling(scene: Scene, clause: Clause, open: bool, present: bool = False) -> Telling:
    """How far a main clause tells that it reports.

    Args:
        scene: the document.
        clause: a main clause with a verb.
        open: whether a report goes on.
        present: whether that report is told in the present, so that a preterite after it is less likely.
    """
    verb = clause.verb
    assert verb is not None
    if scene.view.is_imperative(clause) or scene.view.lower(clause.sentence[0]) in word_list("supposed"):
        return Telling.NARRATION
    if verb.mood == "konjunktiv1":
        return Telling.NARRATION if _is_wish(scene, clause, open) else Telling.REPORT
    if not open or clause.question or verb.finite is None or "mögen" in verb.modals:
        return Telling.NARRATION
    if verb.mood == "konjunktiv2":
        if _is_near_miss(scene, clause):
            return Telling.NARRATION
        conditional = any(c.is_conditional for c in scene.view.graph.children(clause))
        modal = bool(verb.modals) or is_modal(verb.lemma)
        unreal = modal or bool({"haben", "sein"} & set(verb.auxiliaries)) or not _takes_up(scene, clause)
        replaces = verb.number == "pl" or not unreal
        replaces = replaces and not (word_list("supposing") & set(verb.modals) and not clause.negations)
        return Telling.REPORT if (replaces and not conditional) or _holds_report(scene, clause) else Telling.EITHER
    if not _is_double(scene, clause):
        return (
            Telling.REPORT if _looks_like_report(scene, clause) and _holds_report(scene, clause) else Telling.NARRATION
        )
    if _holds_report(scene, clause) or _is_still_to_come(scene, clause):
        return Telling.REPORT
    if _tells_when(scene, clause) or _is_of_people(scene, clause) or _shows(scene, clause):
        return Telling.NARRATION
    now = present and not scene.has_own_cue(clause)
    return Telling.REPORT if now or _is_state(scene, clause) else Telling.EITHER


def _is_double(scene: Scene, clause: Clause) -> bool:
    """Whether a finite verb in the plural is preterite and Konjunktiv II in one form („lebten", „sollten")."""
    verb = clause.verb
    if verb is None or verb.finite is None or verb.number != "pl" or verb.mood != "indicative":
        return False
    forms = [f for f in verbs.analyse(scene.view.text(verb.finite)) if f.kind == "finite" and f.number == "pl"]
    moods = {(f.lemma, f.mood) for f in forms if f.tense == "past"}
    return any((lemma, "konjunktiv2") in moods for lemma, mood in moods if mood == "indicative")


def _looks_like_report(scene: Scene, clause: Clause) -> bool:
    """Whether a finite verb is indicative and Konjunktiv I in one form („Die Preise steigen, das Land spare.")."""
    verb = clause.verb
    if verb is None or verb.finite is None:
        return False
    forms = (f for f in verbs.analyse(scene.view.text(verb.finite)) if f.kind == "finite" and f.number == "pl")
    return verb.number == "pl" and any(f.mood == "konjunktiv1" and f.person == 3 for f in forms)


def fragment(scene: Scene, start: int, end: int) -> Clause | None:
    """The first clause of a sentence without a main verb whose other verbs all report, else None.

    „Nicht weil man schlecht wirtschafte, sondern weil das Land nicht zahle."

    Args:
        scene: the document.
        start: first token of the sentence.
        end: one past its last token.
    """
    found = [c for c in scene.view.sentence_clauses(start, end) if c.verb is not None and c.verb.finite is not None]
    if scene.view.lower(start) in word_list("supposed"):
        return None
    if any(c.quote is not None or c.verb is None or c.verb.mood != "konjunktiv1" for c in found):
        return None
    return next(iter(found), None)


def _is_near_miss(scene: Scene, clause: Clause) -> bool:
    """„Die Stadt hätte ihn fast gekauft": what did not happen, told by the narrator."""
    verb = clause.verb
    past = verb is not None and bool({"haben", "sein"} & set(verb.auxiliaries))
    return past and any(scene.view.lower(t) in word_list("near_misses") for t in clause.tokens)


def _is_of_people(scene: Scene, clause: Clause) -> bool:
    """Whether people do something, or somebody speaks, so that the narrator may well be telling it.

    A duty of people is no deed („Die Bürger sollten zu Hause bleiben"); an act with a cue may be reported in a chain.
    """
    verb, subject = clause.verb, scene.view.subject(clause)
    if verb is None or verb.modals or scene.has_own_cue(clause):
        return False
    people = subject is not None and sort_of(scene.view, subject.head, subject.tokens) == "person"
    return people or verb.lemma in word_list("turns")


def _takes_up(scene: Scene, clause: Clause) -> bool:
    """Whether a clause speaks of what was said („Das wäre ein Fehler."), as the narrator's own ideas seldom do."""
    subject = scene.view.subject(clause)
    if subject is None or scene.view.lower(clause.sentence[0]) in word_list("remarking"):
        return False
    return scene.view.tag(subject.head) in ("PPER", "PDS", "PIS")


def _holds_report(scene: Scene, clause: Clause) -> bool:
    """„Wenn es nicht regne, drohten Ausfälle": a Konjunktiv I below or beside shows that the whole is reported."""
    children = scene.view.graph.children(clause)
    below = [c for c in children if c.kind in (ClauseKind.ADVERBIAL, ClauseKind.RELATIVE)]
    below += [c for c in children if c.type is ClauseType.V2 and not scene.has_own_cue(clause)]
    beside = [c for c in scene.view.coordinated(clause) if c.sentence == clause.sentence]
    in_line = [*beside, *(c for c in children if c.type is ClauseType.V2 and not scene.has_own_cue(clause))]
    replaced = _is_double(scene, clause) and any(_is_replacing(c) for c in in_line)
    return replaced or any(c.verb is not None and c.verb.mood == "konjunktiv1" for c in (*below, *beside))


def _is_replacing(clause: Clause) -> bool:
    """Whether a plural is Konjunktiv II by its form („kämen"), so that the clause beside it is hardly a preterite."""
    verb = clause.verb
    return verb is not None and verb.mood == "konjunktiv2" and verb.number == "pl" and not verb.modals


def _shows(scene: Scene, clause: Clause) -> bool:
    """„Untersuchungen bestätigten, dass die Tiere verehrt wurden": what a clause shows in the indicative is told."""
    below = (c for c in scene.view.graph.children(clause) if scene.view.is_complement(c))
    return any(c.verb is not None and c.verb.mood == "indicative" for c in below)


def _is_state(scene: Scene, clause: Clause) -> bool:
    """Whether what could be a preterite hardly tells of the past: a duty, or a state."""
    verb = clause.verb
    assert verb is not None
    return not scene.has_own_cue(clause) and ("sollen" in verb.modals or verb.lemma in word_list("states"))


def _is_still_to_come(scene: Scene, clause: Clause) -> bool:
    """Whether a clause speaks of now or of what is to come, though nobody acts in it: „sonst", „in zehn Jahren"."""
    if _is_of_people(scene, clause):
        return False
    words = (t for t in clause.tokens if scene.view.tag(t) != "NN")
    if any(scene.view.lower(t) in word_list("not_past") for t in words):  # „am Morgen" is no „morgen"
        return True
    return any(_is_time_to_come(scene, t) for t in clause.tokens)


def _is_time_to_come(scene: Scene, token: int) -> bool:
    """„in zehn Jahren", „in wenigen Wochen", „in den kommenden Tagen"."""
    view = scene.view
    if view.tag(token) != "NN" or not meaning.is_temporal(view.text(token)):
        return False
    if token and view.lower(token - 1) in word_list("to_come"):
        return True
    np = view.graph.noun_phrase_at(token)
    first = token if np is None else np.tokens[0]
    before = range(first, token)
    counted = any(view.tag(t) in ("CARD", "PIAT") or view.lower(t) in word_list("few") for t in before)
    known = any(view.tag(t) == "ART" and view.lower(t) not in word_list("indefinite") for t in before)
    return (
        counted and not known and view.lower(first if np is not None and np.preposition == first else first - 1) == "in"
    )


def _tells_when(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says when something happened: „am Montag", „danach", „2019"."""
    view = scene.view
    for token in clause.tokens:
        word = view.lower(token)
        year = view.tag(token) == "CARD" and len(word) == 4 and word.isdigit()
        if year or word in word_list("past_times"):
            return True
        if view.tag(token) == "NN" and meaning.is_temporal(view.text(token)):
            return not (_is_time_to_come(scene, token) or _is_duration(scene, token))
    return False


def _is_duration(scene: Scene, token: int) -> bool:
    """„über zehn Jahre", „ein halbes Jahr": how long, not when."""
    np = scene.view.graph.noun_phrase_at(token)
    if np is None:
        return False
    lasts = np.preposition is None or scene.view.lower(np.preposition) in word_list("lasting")
    return lasts and any(scene.view.tag(t) == "CARD" or scene.view.lower(t) in word_list("few") for t in np.tokens)


def _is_wish(scene: Scene, clause: Clause, open: bool) -> bool:
    """„Möge …", „Koste es, was es wolle", „Gott sei Dank"; where no report goes on also „Es lebe …!", „Man nehme …"."""
    subject = scene.view.subject(clause)
    verb = clause.verb
    assert verb is not None
    generic = subject is not None and scene.view.lower(subject.head) in word_list("generic")
    advised = generic and not (verb.auxiliaries or verb.modals or is_auxiliary(verb.lemma) or clause.negations)
    if not open and (advised or scene.view.text(clause.sentence[1] - 1) == "!"):
        return True
    if _is_begged(scene, clause) or (advised and verb.lemma in word_list("bidding_readers")):
        return True
    behind = scene.view.lower(verb.finite + 1) if verb.finite is not None else ""
    return "mögen" in verb.modals or verb.lemma == "mögen" or clause.order is Order.V1 or behind in word_list("thanks")


def _is_begged(scene: Scene, clause: Clause) -> bool:
    """„Es sei daran erinnert, dass …", „Sei es aus Trotz, …", „Gesetzt den Fall, …": what the narrator begs to say."""
    verb, first = clause.verb, clause.sentence[0]
    opener = (scene.view.lower(first), scene.view.lower(first + 1) if first + 1 < clause.sentence[1] else "")
    if opener == ("sei", "es"):
        return True
    begs = verb is not None and verb.lemma in word_list("begged") and verb.voice == "stative" and not verb.modals
    return begs and opener[0] == "es"
