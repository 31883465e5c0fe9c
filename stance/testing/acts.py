"""Sentences of generated passages: acts in the orders German has, what goes on, traps, answers and sources.

A figure, a topic and a way of choosing flow in, a :class:`Sentence` flows out: marked words, and what is gold in it.
Contents are about things, so that nobody but the figures can be taken for a speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal

import attrs

from stance.testing.drawing import Choose
from stance.testing.figures import Figure, Mention, material
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
from stance.testing.verbs import Features, Tense, VerbMood, Voice

Kind = Literal["act", "goes on", "narrator"]
CUE: Final = "cue"


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
    """

    stretches: tuple[Stretch, ...]
    kind: Kind
    about: tuple[str, ...]
    actor: tuple[str | None, ...] = ()
    sources: tuple[str, ...] = ()
    answers: int | None = None


@attrs.frozen
class Topic:
    """What a passage is about."""

    plans: tuple[NounPhrase, ...]
    demands: tuple[NounPhrase, ...]
    dangers: tuple[NounPhrase, ...]
    benefits: tuple[NounPhrase, ...]
    measures: tuple[str, ...]
    statements: tuple[Proposition, ...]
    wir: tuple[str, ...]
    things: tuple[Mapping[str, str], ...]


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
        tuple(entry["measures"]), statements, tuple(entry["wir"]), tuple(entry["things"]),
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


def draw_act(said: Said) -> Made:
    """An act in one of the shapes that the phrase for who says it allows: what it is a case of, and its words."""
    shapes = [shape for shape in ACTS if not _is_barred(shape, said.who)]
    return said.choose(shapes)(said)


def _is_barred(shape: Any, who: NounPhrase) -> bool:
    if shape in (_with_genitive, _according_genitive) and (not who.form("gen") or who.bare):
        return True
    if shape is _zufolge and who.form("dat").endswith(","):
        return True
    if shape is _according and not _is_bare(who):
        return True
    return who.is_pronoun and shape in _NAMED_ONLY


def _is_bare(who: NounPhrase) -> bool:
    """Whether a phrase begins with a name or a title."""
    return who.form("nom").partition(" ")[0] not in ("der", "die", "das", "sein", "seine", "ihr", "ihre")


def _agreeing(said: Said, tense: Tense, voice: Voice = Voice.ACTIVE) -> Features:
    return Features(tense, voice=voice, person=said.who.person, number=said.who.number)


def _tense(said: Said) -> Tense:
    return said.choose((Tense.PRETERITE, Tense.PRESENT, Tense.PERFECT))


def _objected(said: Said, objects: str = "") -> tuple[str, str, Phrase, NounPhrase]:
    """The type of an act, its verb, its object as a phrase and what the object is."""
    entries = {t: e for t, e in material()["acts"].items() if "objects" in e and objects in ("", e["objects"])}
    type_ = said.choose(sorted(entries))
    entry = entries[type_]
    what = said.choose(getattr(said.topic, entry["objects"]))
    if "into" in entry:
        preposition, case = entry["into"]
        return type_, said.choose(entry["verbs"]), prepositional(what, preposition, case), what
    return type_, said.choose(entry["verbs"]), object_in(what, "acc"), what


def _clause(said: Said, verb: str, tense: Tense, *phrases: Phrase) -> tuple[Phrase, Clause]:
    subject = nominative(said.who)
    return subject, Clause(verb, _agreeing(said, tense), said.who, (subject, *phrases))


def _adverb(said: Said) -> Phrase:
    return words(said.choose(material()["adverbs"]), Rank.ADVERBIAL)


def _subject_first(said: Said) -> Made:
    _, verb, what, _ = _objected(said)
    subject, clause = _clause(said, verb, _tense(said), what)
    return "act: subject, verb, object", (*verb_second(clause, subject), Stretch("."))


def _subject_behind(said: Said) -> Made:
    _, verb, what, _ = _objected(said)
    _, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PERFECT)), what)
    return "act: subject behind the verb, object behind it", (*verb_second(clause, _adverb(said)), Stretch("."))


def _object_first(said: Said) -> Made:
    _, verb, what, _ = _objected(said, said.choose(("demands", "plans")))
    _, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PRESENT)), what)
    return "act: object first", (*verb_second(clause, what), Stretch("."))


def _infinitive(said: Said) -> Made:
    entries = [entry for entry in material()["acts"].values() if "infinitives" in entry]
    verb = said.choose(said.choose(entries)["infinitives"])
    subject, clause = _clause(said, verb, said.choose((Tense.PRETERITE, Tense.PRESENT)))
    measure = Stretch(said.choose(said.topic.measures))
    return "act: infinitive", (*verb_second(attrs.evolve(clause, complement=(measure,)), subject), Stretch("."))


def _passive(said: Said) -> Made:
    type_ = said.choose(("rejection", "evaluation", "support"))
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


def _with_von(said: Said) -> Made:
    what = said.choose(said.topic.plans).form("dat")
    before, who = after_preposition("von", said.who, "dat")
    return "act: noun cue with von", _noun(("die", "Kritik", f"{before} {who}", f"an {what}"))


def _noun(parts: tuple[str, str, str, str]) -> tuple[Stretch, ...]:
    article, noun, who, what = parts
    return Stretch(article), Stretch(noun, CUE), Stretch(who), Stretch(what), Stretch("kam am Dienstag überraschend.")


ACTS: Final = (
    _subject_first, _subject_behind, _object_first, _infinitive, _passive, _dass, _told, _told_before, _quoted_before,
    _quoted_behind, _laut, _zufolge, _so, _according, _according_genitive, _wie, _with_genitive, _with_von,
)  # fmt: skip
_NAMED_ONLY: Final = (_passive, _laut, _zufolge, _so, _according, _with_von, _subject_behind)


# --- answers, sources ------------------------------------------------------------------------------------------------


def draw_answer(mention: Mention, choose: Choose) -> Made:
    """An answer without a content of its own."""
    who = mention.phrase
    if choose((True, False)):
        clause = Clause("widersprechen", Features(Tense.PRETERITE), who, (nominative(who),))
        return "answer: widersprach", (*verb_second(clause, clause.phrases[0]), Stretch("."))
    verb = choose(("ablehnen", "zurückweisen", "bestreiten"))
    clause = Clause(verb, Features(Tense.PRETERITE), who, (nominative(who),))
    return "answer: das", (*verb_second(clause, words("das", Rank.PRONOUN)), Stretch("."))


def under_source(paper: Figure, said: Said) -> Made:
    """An act that a paper reports: a clause with the verb in second place behind "Wie die Zeitung berichtet"."""
    _, verb, what, _ = _objected(said)
    _, clause = _clause(said, verb, Tense.PRESENT, what)
    wie = Clause(
        "berichten", Features(Tense.PRESENT), paper.first.phrase, (nominative(paper.first.phrase),), verb_is_cue=False
    )
    if said.choose((True, False)):
        before = (Stretch("wie"), *verb_last(wie), Stretch(","))
    else:
        before = (Stretch("laut"), Stretch(paper.first.phrase.form("dat")))
    return "act: under a source", (*before, *verb_second(clause, None), Stretch("."))


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
