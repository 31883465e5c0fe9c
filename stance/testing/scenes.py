"""Blocks of generated passages: each needs something on the scene, adds a sentence, and says what is gold in it.

A :class:`Scene` flows in and out of every block: who was introduced, who speaks, what has not been told yet. A
plot is a sequence of blocks behind an opening.
"""

from __future__ import annotations

from typing import Final

import attrs

from stance.german.features import Gender
from stance.testing.acts import (
    Said,
    Sentence,
    Topic,
    draw_act,
    draw_agentless,
    draw_answer,
    draw_reported,
    headed,
    reported_behind,
    spoken,
    tidy,
    topics,
)
from stance.testing.bodies import body_nouns, draw_body, draw_two_bodies, make_body
from stance.testing.drawing import Choose
from stance.testing.figures import Figure, Mention, draw_paper, material
from stance.testing.nouns import name
from stance.testing.people import draw_person, draw_spokesman, draw_two, draw_unnamed, person_pronoun
from stance.testing.propositions import Proposition
from stance.testing.text import Stretch

LONGEST: Final = 5


@attrs.frozen
class Scene:
    """A passage in the making.

    Attributes:
        topic: what it is about.
        choose: chooses one of several options.
        sentences: what is written.
        figures: everybody who is on the scene, in order.
        speaker: who speaks now.
        opened: the number of the sentence whose act opened the chain.
        unsaid: states of affairs that nobody has told yet.
        known: the names that are right for who speaks now, None among them where that is open.
        rivals: people who came in behind the last act of the speaker.
        namesake: whether one of them has the speaker's surname.
        trap: a wrong speaker is near at hand.
    """

    topic: Topic
    choose: Choose
    unsaid: tuple[Proposition, ...]
    sentences: tuple[Sentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    speaker: Figure | None = None
    opened: int | None = None
    known: tuple[str | None, ...] = ()
    rivals: tuple[Figure, ...] = ()
    namesake: bool = False
    trap: bool = False

    def with_sentence(self, sentence: Sentence) -> Scene:
        """The scene with one sentence more."""
        own = attrs.evolve(sentence, stretches=tidy(sentence.stretches))
        return attrs.evolve(self, sentences=(*self.sentences, own))

    def next_statement(self) -> tuple[Proposition, Scene]:
        """A state of affairs, and the scene without it."""
        own = self.choose(self.unsaid)
        return own, attrs.evolve(self, unsaid=tuple(left for left in self.unsaid if left is not own))


def draw_scene(choose: Choose) -> Scene:
    """A scene of two to five sentences.

    Args:
        choose: chooses one of several options.
    """
    topic = choose(topics())
    plot = choose(PLOTS)
    scene = _opening(Scene(topic, choose, topic.statements), alone=answers in plot)
    for block in plot:
        if len(scene.sentences) < LONGEST:
            scene = block(scene)
    return scene


# --- blocks ----------------------------------------------------------------------------------------------------------


def _opening(scene: Scene, alone: bool) -> Scene:
    """Somebody who is introduced acts, sometimes behind a dateline or a heading.

    What two people do together is two acts, so that nobody can say which of them an answer means.
    """
    if scene.choose((True, False, False, False, False)):
        scene = _before(scene)
    draw = scene.choose((*[draw_person, draw_body] * 4, draw_two, draw_two_bodies, draw_unnamed))
    draw = draw_person if alone and draw in (draw_two, draw_two_bodies) else draw
    figure = draw(scene.choose, scene.figures)
    way = "" if scene.sentences else scene.choose(("", "", "", "", "dateline", "heading"))
    if way == "heading" and figure.about != "name: none" and figure.first.phrase.number == "sg":
        scene = _headed(scene, figure)
    new = _acts(scene, figure, figure.first)
    return _dated(new) if way == "dateline" else new


def _before(scene: Scene) -> Scene:
    """The scene with somebody who says nothing, or the narrator, before anybody speaks."""
    if scene.choose((True, False)):
        return _narrated(scene, scene.choose(material()["openings"]), "trap: opening", trap=False)
    figure = draw_person(scene.choose)
    stretches = (Stretch(figure.first.phrase.form("nom")), Stretch(scene.choose(material()["comers"])), Stretch("."))
    new = scene.with_sentence(Sentence(stretches, "narrator", ("trap: somebody before",)))
    return attrs.evolve(new, figures=(figure,), trap=True)


def _dated(scene: Scene) -> Scene:
    """The scene with a dateline before its first sentence."""
    first, *others = scene.sentences
    where, agency = scene.choose(material()["places"]), scene.choose(material()["agencies"])
    begun = first.stretches[0]
    capital = attrs.evolve(begun, text=begun.text[0].upper() + begun.text[1:])
    dated = (Stretch(f"{where} ({agency}) –"), capital, *first.stretches[1:])
    about = ("trap: dateline", *first.about)
    return attrs.evolve(scene, sentences=(attrs.evolve(first, stretches=dated, about=about), *others))


def _headed(scene: Scene, figure: Figure) -> Scene:
    """The scene with a heading in which somebody says something; who is introduced below."""
    statement, left = scene.next_statement()
    surname = next((own.phrase.form("nom") for own in figure.again if own.about == "again: surname"), "")
    own = scene.choose((figure.names[0], surname or figure.names[0]))
    labels = (figure.about, "heading: " + ("surname" if own == surname else "name"))
    sentence = Sentence(headed(own, statement), "goes on", labels, (*figure.names, own), heading=True)
    return left.with_sentence(sentence)


def _draw_figure(scene: Scene) -> Figure:
    draw = scene.choose((*[draw_person, draw_body] * 3, draw_unnamed))
    return draw(scene.choose, scene.figures)


def _acts(scene: Scene, figure: Figure, mention: Mention, names: tuple[str | None, ...] = ()) -> Scene:
    statement, left = scene.next_statement()
    about, stretches = draw_act(Said(mention, scene.topic, statement, scene.choose))
    labels = (figure.about, mention.about, about)
    return _speaks(left, figure, Sentence(stretches, "act", labels, names or figure.names))


def _speaks(scene: Scene, figure: Figure, sentence: Sentence) -> Scene:
    """The scene with an act more, who speaks from now on."""
    new = scene.with_sentence(sentence)
    figures = scene.figures if figure in scene.figures else (*scene.figures, figure)
    opened = len(scene.sentences)
    return attrs.evolve(new, speaker=figure, opened=opened, known=sentence.actor, rivals=(), figures=figures)


def reported(scene: Scene) -> Scene:
    """Another one acts, and a paper tells it."""
    figure, paper = _draw_figure(scene), draw_paper(scene.choose)
    statement, left = scene.next_statement()
    said = Said(figure.first, scene.topic, statement, scene.choose)
    about, stretches = draw_reported(paper, said)
    labels = (figure.about, figure.first.about, about)
    return _speaks(left, figure, Sentence(stretches, "act", labels, figure.names, (paper.names[0],)))


def reported_before(scene: Scene) -> Scene:
    """A sentence says which paper tells what stands before it."""
    paper = draw_paper(scene.choose)
    told = [
        own if own.heading else attrs.evolve(own, sources=(paper.names[0], *own.sources)) for own in scene.sentences
    ]
    labelled = [attrs.evolve(own, about=("source: sentence behind", *own.about)) for own in told]
    new = attrs.evolve(scene, sentences=tuple(labelled))
    return new.with_sentence(Sentence(reported_behind(paper), "narrator", ("source: sentence behind",)))


def goes_on(scene: Scene) -> Scene:
    """A sentence in the Konjunktiv goes on with what was said."""
    assert scene.speaker is not None
    statement, left = scene.next_statement()
    labels = (scene.speaker.about, _behind(scene))
    return left.with_sentence(Sentence(spoken(statement), "goes on", labels, _going_on(scene), _reporters(scene)))


def _going_on(scene: Scene) -> tuple[str | None, ...]:
    """The names that are right for who goes on; behind the narrator the chain may be taken to have ended."""
    told = scene.sentences[-1].about[-1] == "trap: narrator"
    return (*scene.known, None) if told else scene.known


def _reporters(scene: Scene) -> tuple[str, ...]:
    return () if scene.opened is None else scene.sentences[scene.opened].sources


def _behind(scene: Scene) -> str:
    last = scene.sentences[-1]
    return "goes on: " + ("behind a sentence that goes on" if last.kind == "goes on" else f"behind {last.about[-1]}")


def quoted(scene: Scene) -> Scene:
    """A quotation without a report goes on."""
    assert scene.speaker is not None
    text = scene.choose(scene.topic.wir)
    if any(text in own.text for sentence in scene.sentences for own in sentence.stretches):
        return scene
    labels = (scene.speaker.about, "quotation " + _behind(scene))
    stretches = (Stretch(f"„{text}“"),)
    return scene.with_sentence(Sentence(stretches, "goes on", labels, scene.known, _reporters(scene)))


def acts_again(scene: Scene) -> Scene:
    """Who speaks acts once more, by another phrase."""
    assert scene.speaker is not None
    mention, names = scene.choose(_ways_back(scene, scene.speaker))
    return _acts(scene, scene.speaker, mention, names)


def _ways_back(scene: Scene, figure: Figure) -> list[tuple[Mention, tuple[str | None, ...]]]:
    others = [own for own in scene.figures if own is not figure]
    taken = {noun for own in others for noun in own.nouns}
    found: list[tuple[Mention, tuple[str | None, ...]]] = []
    for mention in figure.again:
        if mention.about in ("again: kind noun", "again: role") and mention.phrase.lemma in taken:
            continue
        if mention.about == "again: kind noun" and taken & body_nouns():
            continue
        open_ = scene.namesake and mention.about == "again: surname"
        found.append((mention, (None,) if open_ else figure.names))
    if figure.is_person:
        same = any(own.gender == figure.gender for own in scene.rivals)
        names = (*figure.names, None) if _may_mean_people(scene, figure) else figure.names
        found.append((person_pronoun(figure), (None,) if same else names))
    return found or [(figure.first, figure.names)]


def _may_mean_people(scene: Scene, figure: Figure) -> bool:
    """Whether a plural pronoun may mean those who live at a place."""
    return figure.first.phrase.number == "pl" and scene.sentences[-1].about[-1] == "trap: place"


def other_acts(scene: Scene) -> Scene:
    """Somebody else is introduced and acts."""
    figure = _draw_figure(scene)
    return _acts(scene, figure, figure.first)


def same_kind(scene: Scene) -> Scene:
    """Another body of the speaker's kind acts; then the noun for both leaves open who acts."""
    first = scene.speaker
    entries = [own for own in material()["bodies"] if first and not first.is_person and own.get("noun") in first.nouns]
    if first is None or not entries:
        return other_acts(scene)
    other = make_body(scene.choose(entries), scene.choose)
    if set(other.names) & set(first.names) or not other.again:
        return scene
    new = attrs.evolve(_acts(scene, other, other.first), trap=True)
    nouns = [own for own in other.again if own.about == "again: kind noun"]
    own = scene.choose(nouns)
    return _acts(new, other, Mention("again: kind noun of two", own.phrase), (None,))


def answers(scene: Scene) -> Scene:
    """Somebody else is introduced and answers the act that opened the chain."""
    figure = _draw_figure(scene)
    assert scene.opened is not None
    about, stretches = draw_answer(figure.first, scene.sentences[scene.opened].about[-1], scene.choose)
    labels = (figure.about, figure.first.about, about)
    return _speaks(scene, figure, Sentence(stretches, "act", labels, figure.names, (), scene.opened))


def agentless(scene: Scene) -> Scene:
    """An act of which nobody can say whose it is."""
    told = " ".join(own.text for sentence in scene.sentences for own in sentence.stretches)
    stretches = draw_agentless(scene.topic, told, scene.choose)
    new = scene.with_sentence(Sentence(stretches, "act", ("nobody", "act: agentless passive"), (None,)))
    return attrs.evolve(new, trap=True)


def narrator(scene: Scene) -> Scene:
    """A sentence of the text's own, about nobody."""
    told = {own.text for sentence in scene.sentences for own in sentence.stretches}
    text = scene.choose([own for own in material()["narrator"] if own not in told])
    return _narrated(scene, text, "trap: narrator", trap=False)


def thing(scene: Scene) -> Scene:
    """A sentence about a thing."""
    return _narrated(scene, scene.choose(scene.topic.things), "trap: thing")


def place(scene: Scene) -> Scene:
    """A sentence about a place."""
    where = scene.choose(material()["places"])
    return _narrated(scene, scene.choose(material()["place sentences"]).format(place=where), "trap: place")


def _narrated(scene: Scene, text: str, about: str, trap: bool = True) -> Scene:
    new = scene.with_sentence(Sentence((Stretch(text),), "narrator", (about,)))
    return attrs.evolve(new, trap=scene.trap or trap)


def bystander(scene: Scene) -> Scene:
    """Somebody comes in who says nothing."""
    figure = draw_person(scene.choose, scene.figures)
    text = Stretch(scene.choose(material()["bystanders"]))
    same = scene.speaker is not None and scene.speaker.is_person and scene.speaker.gender == figure.gender
    about = f"trap: bystander of {'the same' if same else 'another'} sex"
    stretches = (Stretch(figure.first.phrase.form("nom")), text, Stretch("."))
    new = scene.with_sentence(Sentence(stretches, "narrator", (about,)))
    return attrs.evolve(new, figures=(*scene.figures, figure), rivals=(*scene.rivals, figure), trap=True)


def namesake(scene: Scene) -> Scene:
    """Somebody with the speaker's surname comes in who says nothing."""
    assert scene.speaker is not None
    surname = next((own.phrase.form("nom") for own in scene.speaker.again if own.about == "again: surname"), ".")
    if surname.endswith("."):
        return bystander(scene)
    sex: Gender = "m" if scene.speaker.gender == "f" else "f"
    full = f"{scene.choose(material()['given'][sex])} {surname}"
    figure = Figure((full,), "namesake", Mention("intro: name alone", name(full, sex, "person")), ())
    stretches = (Stretch(full), Stretch(scene.choose(material()["bystanders"])), Stretch("."))
    new = scene.with_sentence(Sentence(stretches, "narrator", ("trap: namesake",)))
    return attrs.evolve(new, figures=(*scene.figures, figure), rivals=(*scene.rivals, figure), namesake=True, trap=True)


def spokesman(scene: Scene) -> Scene:
    """Somebody speaks for the body that spoke, by a possessive."""
    figure = scene.speaker
    if figure is None or figure.is_person or figure.about == "body: two bodies":
        return acts_again(scene)
    speaker = draw_spokesman(scene.choose, figure, scene.figures)
    return _acts(scene, speaker, speaker.first)


PLOTS: Final = (
    (goes_on,),
    (goes_on, goes_on, narrator),
    (quoted, acts_again),
    (acts_again, goes_on),
    (bystander, acts_again, goes_on),
    (bystander, goes_on),
    (goes_on, bystander, acts_again),
    (namesake, acts_again),
    (namesake, goes_on),
    (thing, acts_again),
    (place, acts_again),
    (goes_on, narrator, goes_on),
    (goes_on, answers, goes_on),
    (answers, goes_on, acts_again),
    (other_acts, goes_on, quoted),
    (goes_on, other_acts, acts_again),
    (goes_on, narrator, other_acts, goes_on),
    (spokesman, goes_on),
    (spokesman, acts_again, goes_on),
    (reported,),
    (reported_before,),
    (same_kind,),
    (agentless,),
    (goes_on, agentless),
    (narrator, reported, other_acts),
)
