"""Sentences of generated passages: acts in the orders German has, what goes on, traps, answers and sources.

A figure, a topic and a way of choosing flow in, a :class:`Sentence` flows out: marked words, and what is gold in it.
Contents are about things, so that nobody but the figures can be taken for a speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal

import attrs

from stance.testing.drawing import Choose
from stance.testing.figures import Figure, Mention, draw_paper, material
from stance.testing.grammar import (
    Clause,
    Phrase,
    Rank,
    nominative,
    object_in,
    prepositional,
    verb_last,
    verb_second,
    words,
)
from stance.testing.nouns import NounPhrase, after_preposition, noun_phrase
from stance.testing.propositions import Proposition
from stance.testing.text import Stretch
from stance.testing.verbs import Features, Tense, VerbMood, Voice, participle, zu_infinitive

Kind = Literal["act", "goes on", "narrator"]
CUE: Final = "cue"
_WANTING: Final = ("act: infinitive", "act: wollen")
_ARTICLES: Final = ("der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre")


@attrs.frozen
class Sentence:
    """A sentence of a passage.

    Attributes:
        stretches: its words; those of the cue have the role ``cue``.
        kind: what is gold in it.
        about: what it is a case of, part by part ("act: laut", "again: surname").
        actor: the names that are right; None among them where no name is.
        sources: who reports it.
        answers: the number of the sentence whose act it answers, or None.
        heading: whether it stands above the text.
    """

    stretches: tuple[Stretch, ...]
    kind: Kind
    about: tuple[str, ...]
    actor: tuple[str | None, ...] = ()
    sources: tuple[str, ...] = ()
    answers: int | None = None
    heading: bool = False


@attrs.frozen
class Topic:
    """What a passage is about."""

    plans: tuple[NounPhrase, ...]
    demands: tuple[NounPhrase, ...]
    dangers: tuple[NounPhrase, ...]
    benefits: tuple[NounPhrase, ...]
    measures: tuple[tuple[str, str], ...]
    statements: tuple[Proposition, ...]
    wir: tuple[str, ...]
    things: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """All topics."""
    return tuple(_topic(entry) for entry in material()["topics"])


def _topic(entry: Mapping[str, Any]) -> Topic:
    def phrases(key: str) -> tuple[NounPhrase, ...]:
        return tuple(noun_phrase(own) for own in entry[key])

    statements = tuple(
        Proposition(noun_phrase(own["subject"]), own["verb"], None, own["rest"], False) for own in entry["statements"]
    )
    return Topic(
        phrases("plans"), phrases("demands"), phrases("dangers"), phrases("benefits"),
        tuple((what, verb) for what, verb in entry["measures"]), statements,
        tuple(entry["wir"]), tuple(entry["things"]),
    )  # fmt: skip


# --- acts ------------------------------------------------------------------------------------------------------------


@attrs.frozen
class Said:
    """Who says something in an act, by which phrase, about what.

    Attributes:
        mention: the phrase.
        topic: what it is about.
        statement: the state of affairs that a report tells.
        choose: chooses one of several options.
    """

    mention: Mention
    topic: Topic
    statement: Proposition
    choose: Choose

    @property
    def who(self) -> NounPhrase:
        """The phrase for who says it."""
        return self.mention.phrase


Made = tuple[str, tuple[Stretch, ...]]
Shape = Callable[[Said], Made]


def draw_act(said: Said) -> Made:
    """An act in one of the shapes that the phrase for who says it allows: what it is a case of, and its words."""
    shapes = [shape for shape in ACTS if not _is_barred(shape, said.mention)]
    return said.choose(shapes)(said)


def _is_barred(shape: Shape, mention: Mention) -> bool:
    """Whether a shape asks for a case or a place that a phrase does not have in news."""
    who = mention.phrase
    if shape in (_with_genitive, _according_genitive):
        return not who.form("gen") or who.bare
    if shape is _preposed:
        return mention.about not in ("intro: name alone", "again: surname") or "." in who.form("nom")
    if shape is _zufolge and who.form("dat").endswith(","):
        return True
    if shape is _according and not _is_bare(who):
        return True
    return who.is_pronoun and shape in _NAMED_ONLY


def _is_bare(who: NounPhrase) -> bool:
    """Whether a phrase begins with a name or a title."""
    return who.form("nom").partition(" ")[0] not in _ARTICLES


def _agreeing(said: Said, tense: Tense, voice: Voice = Voice.ACTIVE) -> Features:
    return Features(tense, voice=voice, person=said.who.person, number=said.who.number)


def _tense(said: Said) -> Tense:
    return said.choose((Tense.PRETERITE, Tense.PRESENT, Tense.PERFECT))


def _objected(said: Said, objects: str = "") -> tuple[str, tuple[Phrase, ...]]:
    """The verb of an act and what it takes; its object is the last phrase."""
    entries = [e for e in material()["acts"].values() if "objects" in e and objects in ("", e["objects"])]
    entry = said.choose(entries)
    kind = entry["objects"]
    what = said.choose(_of_no_topic(kind) if kind in material() else getattr(said.topic, kind))
    before = (words("sich", Rank.REFLEXIVE),) if "reflexive" in entry else ()
    if "whom" in entry:
        before = (object_in(noun_phrase(said.choose(material()["accused"])), "dat"),)
    if "into" in entry:
        preposition, case = entry["into"]
        return said.choose(entry["verbs"]), (*before, prepositional(what, preposition, case))
    return said.choose(entry["verbs"]), (*before, object_in(what, "acc"))


@cache
def _of_no_topic(kind: str) -> tuple[NounPhrase, ...]:
    """Objects that go with every topic."""
    return tuple(noun_phrase(entry) for entry in material()[kind])


def _clause(said: Said, verb: str, tense: Tense, *phrases: Phrase) -> tuple[Phrase, Clause]:
    subject = nominative(said.who)
    return subject, Clause(verb, _agreeing(said, tense), said.who, (subject, *phrases))


def _adverb(said: Said) -> Phrase:
    return words(said.choose(material()["adverbs"]), Rank.ADVERBIAL)


def _subject_first(said: Said) -> Made:
    verb, taken = _objected(said)
    subject, clause = _clause(said, verb, _tense(said), *taken)
    return "act: subject, verb, object", (*verb_second(clause, subject), Stretch("."))


def _subject_behind(said: Said) -> Made:
    verb, taken = _objected(said)
    _, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PERFECT)), *taken)
    return "act: subject behind the verb, object behind it", (*verb_second(clause, _adverb(said)), Stretch("."))


def _object_first(said: Said) -> Made:
    verb, taken = _objected(said, said.choose(("demands", "plans")))
    _, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PRESENT)), *taken)
    return "act: object first", (*verb_second(clause, taken[-1]), Stretch("."))


def _second_of_two(said: Said) -> Made:
    """The second of two acts of one subject; only the second is marked."""
    verb, taken = _objected(said, "demands")
    subject, clause = _clause(said, verb, Tense.PRETERITE, *taken)
    what = object_in(said.choose(said.topic.plans), "acc")
    other = said.choose(material()["acts"][said.choose(material()["passives"])]["verbs"])
    rest = verb_second(Clause(other, clause.features, said.who, (what,)), None)
    before = verb_second(attrs.evolve(clause, verb_is_cue=False), subject)
    return "act: second of two", (*before, Stretch("und"), *rest, Stretch("."))


def _weil(said: Said) -> Made:
    verb, taken = _objected(said)
    _, clause = _clause(said, verb, Tense.PRESENT, *taken)
    return "act: weil", (Stretch("weil"), *verb_last(clause), Stretch(","), Stretch("ruht das Projekt seit Wochen."))


def _infinitive(said: Said) -> Made:
    entries = [entry for entry in material()["acts"].values() if "infinitives" in entry]
    verb = said.choose(said.choose(entries)["infinitives"])
    subject, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PRESENT)))
    what, done = said.choose(said.topic.measures)
    measure = Stretch(f"{what} {zu_infinitive(done)}")
    return "act: infinitive", (*verb_second(attrs.evolve(clause, complement=(measure,)), subject), Stretch("."))


def _willing(said: Said) -> Made:
    what, done = said.choose(said.topic.measures)
    if said.choose((True, False)):
        subject, clause = _clause(said, "wollen", Tense.PRESENT, words(f"{what} {done}", Rank.LATE))
        return "act: wollen", (*verb_second(clause, subject), Stretch("."))
    subject, clause = _clause(said, "weigern", Tense.PRETERITE, words("sich", Rank.REFLEXIVE))
    refused = attrs.evolve(clause, complement=(Stretch(f"{what} {zu_infinitive(done)}"),))
    return "act: refusal with infinitive", (*verb_second(refused, subject), Stretch("."))


def _judged(said: Said) -> Made:
    entry = said.choose(material()["judging"])
    what = object_in(said.choose(said.topic.plans), "acc")
    judgement = words(said.choose(entry["judgement"]), Rank.PREDICATIVE)
    subject, clause = _clause(said, entry["verb"], said.choose((Tense.PRETERITE, Tense.PRESENT)), what, judgement)
    first = said.choose((subject, what))
    about = "act: judgement" + ("" if first is subject else ", object first")
    return about, (*verb_second(clause, first), Stretch("."))


def _passive(said: Said) -> Made:
    type_ = said.choose(material()["passives"])
    verb = said.choose(material()["acts"][type_]["verbs"])
    what = said.choose(said.topic.plans)
    subject, agent = nominative(what), prepositional(said.who, "von", "dat")
    features = Features(said.choose((Tense.PRETERITE, Tense.PRESENT)), voice=Voice.PASSIVE)
    return "act: passive", (*verb_second(Clause(verb, features, what, (subject, agent)), subject), Stretch("."))


def _dass(said: Said) -> Made:
    verb = said.choose(material()["reports"]["dass"])
    subject, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PRESENT)))
    content = Stretch(said.statement.subordinate("dass"))
    return "act: dass-clause", (*verb_second(attrs.evolve(clause, complement=(content,)), subject), Stretch("."))


def _told(said: Said) -> Made:
    verb = said.choose(material()["reports"]["told"])
    adverb = said.choose((None, _adverb(said)))
    subject, clause = _clause(said, verb, Tense.PRETERITE)
    content = Stretch(said.statement.verb_second(VerbMood.KONJUNKTIV1))
    about = "act: verb-second clause behind" + (", adverbial first" if adverb else "")
    return about, (*verb_second(attrs.evolve(clause, complement=(content,)), adverb or subject), Stretch("."))


def _told_before(said: Said) -> Made:
    verb = said.choose(material()["reports"]["told"])
    adverb = said.choose(((), (_adverb(said),)))
    _, clause = _clause(said, verb, Tense.PRETERITE, *adverb)
    content = Stretch(said.statement.verb_second(VerbMood.KONJUNKTIV1))
    return "act: verb-second clause before", (content, Stretch(","), *verb_second(clause, None), Stretch("."))


def _told_a_paper(said: Said) -> Made:
    paper = draw_paper(said.choose, shows_dative=True).first.phrase
    _, clause = _clause(said, "sagen", Tense.PRETERITE, object_in(paper, "dat"))
    content = Stretch(said.statement.verb_second(VerbMood.KONJUNKTIV1))
    return "act: told to a paper", (content, Stretch(","), *verb_second(clause, None), Stretch("."))


def _quoted_before(said: Said) -> Made:
    verb = said.choose(material()["reports"]["quoted"])
    adverb = said.choose(((), (_adverb(said),)))
    _, clause = _clause(said, verb, Tense.PRETERITE, *adverb)
    return "act: quotation before", (_quotation(said), Stretch(","), *verb_second(clause, None), Stretch("."))


def _quoted_behind(said: Said) -> Made:
    verb = said.choose(material()["reports"]["quoted"])
    subject, clause = _clause(said, verb, Tense.PRETERITE)
    return "act: quotation behind", (*verb_second(clause, subject), Stretch(":"), _quotation(said, "."))


def _quotation(said: Said, stop: str = "") -> Stretch:
    own = said.statement.verb_second()
    return Stretch(f"„{own[0].upper()}{own[1:]}{stop}“")


def _quoted_around(said: Said) -> Made:
    verb = said.choose(material()["reports"]["quoted"])
    _, clause = _clause(said, verb, Tense.PRETERITE)
    other = said.choose([own for own in said.topic.statements if own is not said.statement])
    last = Stretch(f"„und {other.verb_second()}.“")
    return "act: quotation around", (_quotation(said), Stretch(","), *verb_second(clause, None), Stretch(","), last)


def _laut(said: Said) -> Made:
    content = Stretch(said.statement.inverted())
    return "act: laut", (Stretch("laut", CUE), Stretch(said.who.form("dat")), content, Stretch("."))


def _zufolge(said: Said) -> Made:
    content = Stretch(said.statement.inverted())
    return "act: zufolge", (Stretch(said.who.form("dat")), Stretch("zufolge", CUE), content, Stretch("."))


def _so(said: Said) -> Made:
    content = Stretch(said.statement.verb_second(said.choose((VerbMood.KONJUNKTIV1, VerbMood.INDICATIVE))))
    return "act: so", (content, Stretch(","), Stretch("so", CUE), Stretch(said.who.form("nom")), Stretch("."))


def _according(said: Said) -> Made:
    before, who = after_preposition("von", said.who, "dat")
    content = Stretch(said.statement.inverted())
    first = (Stretch("nach"), Stretch("Angaben", CUE), Stretch(before), Stretch(who))
    return "act: nach Angaben von", (*first, content, Stretch("."))


def _according_genitive(said: Said) -> Made:
    content = Stretch(said.statement.inverted())
    first = (Stretch("nach"), Stretch("Angaben", CUE), Stretch(said.who.form("gen")))
    return "act: nach Angaben with genitive", (*first, content, Stretch("."))


def _wie(said: Said) -> Made:
    verb = said.choose(material()["reports"]["wie"])
    _, clause = _clause(said, verb, Tense.PRETERITE)
    parenthesis = (Stretch("wie"), *verb_last(clause))
    if said.choose((True, False)):
        content = Stretch(said.statement.inverted())
        return "act: wie before", (*parenthesis, Stretch(","), content, Stretch("."))
    content = Stretch(said.statement.verb_second())
    return "act: wie behind", (content, Stretch(","), *parenthesis, Stretch("."))


def _with_genitive(said: Said) -> Made:
    if said.choose((True, False)):
        what = said.choose(said.topic.demands).form("dat")
        return "act: noun cue with genitive", _noun(("die", "Forderung", said.who.form("gen"), f"nach {what}"))
    what = said.choose(said.topic.plans).form("dat")
    return "act: noun cue with genitive", _noun(("die", "Kritik", said.who.form("gen"), f"an {what}"))


def _preposed(said: Said) -> Made:
    what = said.choose(said.topic.plans).form("dat")
    parts = (Stretch(said.who.form("gen")), Stretch("Kritik", CUE), Stretch(f"an {what}"))
    return "act: noun cue with preposed genitive", (*parts, Stretch("kam am Dienstag überraschend."))


def _with_von(said: Said) -> Made:
    what = said.choose(said.topic.plans).form("dat")
    before, who = after_preposition("von", said.who, "dat")
    return "act: noun cue with von", _noun(("die", "Kritik", f"{before} {who}", f"an {what}"))


def _noun(parts: tuple[str, str, str, str]) -> tuple[Stretch, ...]:
    article, noun, who, what = parts
    return Stretch(article), Stretch(noun, CUE), Stretch(who), Stretch(what), Stretch("kam am Dienstag überraschend.")


ACTS: Final[tuple[Shape, ...]] = (
    _subject_first, _subject_behind, _object_first, _second_of_two, _weil, _infinitive, _willing, _judged,
    _passive, _dass, _told,
    _told_before, _told_a_paper, _quoted_before, _quoted_behind, _quoted_around, _laut, _zufolge, _so, _according,
    _according_genitive, _wie, _with_genitive, _preposed, _with_von,
)  # fmt: skip
_NAMED_ONLY: Final = (_passive, _laut, _zufolge, _so, _according, _with_von, _subject_behind, _told_a_paper)


# --- answers, sources ------------------------------------------------------------------------------------------------


def draw_answer(mention: Mention, to: str, choose: Choose) -> Made:
    """An answer without a content of its own.

    Args:
        mention: who answers.
        to: what the act is a case of that is answered; only what somebody wants can be declined.
        choose: chooses one of several options.
    """
    who = mention.phrase
    if choose((True, False)):
        clause = Clause("widersprechen", Features(Tense.PRETERITE), who, (nominative(who),))
        return "answer: widersprach", (*verb_second(clause, clause.phrases[0]), Stretch("."))
    verb = choose(("zurückweisen", "ablehnen" if to in _WANTING else "bestreiten"))
    clause = Clause(verb, Features(Tense.PRETERITE), who, (nominative(who),))
    return "answer: das", (*verb_second(clause, words("das", Rank.PRONOUN)), Stretch("."))


def draw_reported(paper: Figure, said: Said) -> Made:
    """An act that a paper reports, before or behind it."""
    verb, taken = _objected(said)
    subject, clause = _clause(said, verb, Tense.PRESENT, *taken)
    what = paper.first.phrase
    wie = Clause("berichten", Features(Tense.PRESENT), what, (nominative(what),), verb_is_cue=False)
    way = said.choose(("wie", "laut", "behind"))
    if way == "behind":
        behind = (Stretch(","), *verb_second(wie, None), Stretch("."))
        return "source: behind", (*verb_second(clause, subject), *behind)
    if way == "wie":
        return "source: wie", (Stretch("wie"), *verb_last(wie), Stretch(","), *verb_second(clause, None), Stretch("."))
    first = (Stretch("laut"), Stretch(what.form("dat")))
    return "source: laut", (*first, *verb_second(clause, None), Stretch("."))


def reported_behind(paper: Figure) -> tuple[Stretch, ...]:
    """A sentence that says which paper tells what stands before it."""
    what = paper.first.phrase
    clause = Clause("berichten", Features(Tense.PRESENT), what, (nominative(what),), verb_is_cue=False)
    return (*verb_second(clause, words("das", Rank.PRONOUN)), Stretch("."))


def draw_agentless(topic: Topic, told: str, choose: Choose) -> tuple[Stretch, ...]:
    """A passive that does not say who acts, on what the text that is told so far does not name, where there is such."""
    plan = choose([own for own in topic.plans if own.lemma not in told] or topic.plans)
    words_before = Stretch(participle(choose(material()["acts"]["evaluation"]["verbs"])), CUE)
    return words_before, Stretch("wurde auch"), Stretch(plan.form("nom")), Stretch(".")


def headed(name: str, statement: Proposition) -> tuple[Stretch, ...]:
    """A heading in which somebody says something behind a colon; its words are marked like a cue."""
    own = statement.verb_second()
    return Stretch(name), Stretch(":"), Stretch(own[0].upper() + own[1:], CUE)


def tidy(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches with no comma before another mark, and one full stop at the end."""
    found: list[Stretch] = []
    for own in stretches:
        last = found[-1].text if found else ""
        if last.endswith(",") and own.text[:1] in (",", ".", ":"):
            found[-1] = attrs.evolve(found[-1], text=last[:-1])
        if not (last.endswith(".") and own.text == "."):
            found.append(own)
    return tuple(found)


def spoken(statement: Proposition) -> tuple[Stretch, ...]:
    """A sentence of free indirect speech."""
    return (Stretch(statement.verb_second(VerbMood.KONJUNKTIV1)), Stretch("."))
