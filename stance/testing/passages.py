"""Passages with gold for discourse: what they are, and passages made of blocks, the same for the same seed.

A block needs something (somebody introduced, an open chain), leaves something, and says its gold: introductions, acts,
second mentions, sentences that go on, traps, answers and sources. Blocks in, :class:`Passage` objects out, each item of
which knows what it is a case of, so that what is read wrong can be counted by case.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Final

import attrs

from stance.entities.reader import DEFAULT, load_catalogue
from stance.german.features import Gender
from stance.testing.drawing import Choose, chooser
from stance.testing.figures import (
    Figure,
    Mention,
    draw_body,
    draw_paper,
    draw_person,
    material,
    person_pronoun,
    role_phrase,
)
from stance.testing.nouns import name
from stance.testing.propositions import Proposition
from stance.testing.scenes import CUE, Said, Sentence, Topic, draw_act, draw_answer, spoken, tidy, topics, under_source
from stance.testing.text import Realisation, Stretch, write

LONGEST: Final = 5


@attrs.frozen
class Item:
    """An act, or a sentence that goes on.

    Attributes:
        at: words of the text where it is.
        actor: the names that are right; None among them where no name is.
        sources: who reports it, outermost first.
        antecedent: ``at`` of the act it points back to.
        about: what it is a case of, part by part; empty where nobody says.
    """

    at: str
    actor: tuple[str | None, ...]
    sources: tuple[str, ...] = ()
    antecedent: str | None = None
    about: tuple[str, ...] = ()

    def is_actor(self, name: str | None) -> bool:
        """Whether a name is right: one of the gold's, or what the catalogue calls one of them."""
        return canonical(name) in {canonical(own) for own in self.actor}

    def is_chain(self, names: tuple[str | None, ...]) -> bool:
        """Whether names are the sources, in order."""
        return tuple(map(canonical, names)) == tuple(map(canonical, self.sources))


@attrs.frozen
class Passage:
    """A text with its gold.

    Attributes:
        id: a number.
        about: what it is a case of.
        text: some sentences.
        acts: commitments with a cue.
        goes_on: sentences without a cue that go on with what somebody said.
        narrator: beginnings of sentences that are the text's own.
        trap: a wrong speaker is near at hand.
    """

    id: int
    about: str
    text: str
    acts: tuple[Item, ...] = ()
    goes_on: tuple[Item, ...] = ()
    narrator: tuple[str, ...] = ()
    trap: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Acts and sentences that go on."""
        return (*self.acts, *self.goes_on)

    def where(self, at: str) -> tuple[int, int]:
        """Character offsets of words of the text."""
        start = self.text.index(at)
        return start, start + len(at)

    def problems(self) -> list[str]:
        """What is unsound: words that do not occur exactly once, antecedents that are no acts."""
        places = [*(item.at for item in self.items), *self.narrator]
        found = [f"{self.id}: {at!r} occurs {n} times" for at in places if (n := self.text.count(at)) != 1]
        acts = {item.at for item in self.acts}
        wanted = [item.antecedent for item in self.items if item.antecedent is not None]
        return found + [f"{self.id}: antecedent {at!r} is no act" for at in wanted if at not in acts]


def canonical(name: str | None) -> str | None:
    """What the catalogue calls somebody ("Moskau": "Russische Regierung"); the name itself where it has none.

    Names lead through the catalogue to one canonical name (GUIDELINES, fields of a commitment), so that a metonym or an
    alias in the gold and the canonical name are the same actor.
    """
    if name is None:
        return None
    catalogue = load_catalogue([DEFAULT])
    entry = catalogue.named(name) or catalogue.metonym(name)
    return name if entry is None else entry.name


# --- a scene in the making -------------------------------------------------------------------------------------------


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
        rivals: people who came in behind the last act of the speaker.
        trap: a wrong speaker is near at hand.
    """

    topic: Topic
    choose: Choose
    unsaid: tuple[Proposition, ...]
    sentences: tuple[Sentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    speaker: Figure | None = None
    opened: int | None = None
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


def draw_passages(count: int, seed: int = 0) -> Iterator[Passage]:
    """Passages with gold, the same for the same seed.

    Args:
        count: how many.
        seed: of the generator; passage ``n`` of a seed does not depend on how many are drawn.
    """
    for number in range(1, count + 1):
        yield draw_passage(chooser(random.Random(f"{seed} {number}")), number)


def draw_passage(choose: Choose, number: int = 1) -> Passage:
    """One passage.

    Args:
        choose: chooses one of several options.
        number: its id.
    """
    topic = choose(topics())
    scene = _opening(Scene(topic, choose, topic.statements))
    for block in choose(PLOTS):
        if len(scene.sentences) < LONGEST:
            scene = block(scene)
    return _passage(scene, number)


# --- blocks ----------------------------------------------------------------------------------------------------------


def _opening(scene: Scene) -> Scene:
    """Somebody who is introduced acts; sometimes a paper reports it."""
    figure = _draw_figure(scene)
    return _acts(attrs.evolve(scene, figures=(*scene.figures, figure)), figure, figure.first)


def _draw_figure(scene: Scene) -> Figure:
    return scene.choose((draw_person, draw_body))(scene.choose, scene.figures)


def _acts(scene: Scene, figure: Figure, mention: Mention, names: tuple[str | None, ...] = ()) -> Scene:
    statement, left = scene.next_statement()
    about, stretches = draw_act(Said(mention, scene.topic, statement, scene.choose))
    labels = (figure.about, mention.about, about)
    sentence = Sentence(stretches, "act", labels, names or figure.names)
    new = left.with_sentence(sentence)
    return attrs.evolve(new, speaker=figure, opened=len(scene.sentences), rivals=())


def reported(scene: Scene) -> Scene:
    """Another one acts, and a paper tells it."""
    figure, paper = _draw_figure(scene), draw_paper(scene.choose)
    statement, left = scene.next_statement()
    said = Said(figure.first, scene.topic, statement, scene.choose)
    about, stretches = under_source(paper, said)
    labels = (figure.about, figure.first.about, about)
    new = left.with_sentence(Sentence(stretches, "act", labels, figure.names, (paper.names[0],)))
    return attrs.evolve(new, speaker=figure, opened=len(scene.sentences), rivals=(), figures=(*scene.figures, figure))


def goes_on(scene: Scene) -> Scene:
    """A sentence in the Konjunktiv goes on with what was said."""
    assert scene.speaker is not None
    statement, left = scene.next_statement()
    labels = (scene.speaker.about, _behind(scene))
    sources = scene.sentences[scene.opened].sources if scene.opened is not None else ()
    return left.with_sentence(Sentence(spoken(statement), "goes on", labels, scene.speaker.names, sources))


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
    sources = scene.sentences[scene.opened].sources if scene.opened is not None else ()
    return scene.with_sentence(Sentence((Stretch(f"„{text}“"),), "goes on", labels, scene.speaker.names, sources))


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
        if mention.about == "again: kind noun" and any(not own.is_person or own.nouns[:-1] for own in others):
            continue
        open_ = scene.namesake and mention.about == "again: surname"
        found.append((mention, (None,) if open_ else figure.names))
    if figure.is_person:
        same = any(own.gender == figure.gender for own in scene.rivals)
        found.append((person_pronoun(figure), (None,) if same else figure.names))
    return found or [(figure.first, figure.names)]


def other_acts(scene: Scene) -> Scene:
    """Somebody else is introduced and acts."""
    figure = _draw_figure(scene)
    return _acts(attrs.evolve(scene, figures=(*scene.figures, figure)), figure, figure.first)


def answers(scene: Scene) -> Scene:
    """Somebody else is introduced and answers the act that opened the chain."""
    figure = _draw_figure(scene)
    about, stretches = draw_answer(figure.first, scene.choose)
    labels = (figure.about, figure.first.about, about)
    new = scene.with_sentence(Sentence(stretches, "act", labels, figure.names, (), scene.opened))
    return attrs.evolve(new, speaker=figure, opened=len(scene.sentences), rivals=(), figures=(*scene.figures, figure))


def narrator(scene: Scene) -> Scene:
    """A sentence of the text's own, about nobody."""
    return _narrated(scene, scene.choose(material()["narrator"]), "trap: narrator", trap=False)


def thing(scene: Scene) -> Scene:
    """A sentence about a thing."""
    return _narrated(scene, scene.choose(scene.topic.things)["text"], "trap: thing")


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
    if not scene.speaker.is_person or scene.speaker.names[0].endswith("."):
        return bystander(scene)
    surname = next(own.phrase.form("nom") for own in scene.speaker.again if own.about == "again: surname")
    sex: Gender = "m" if scene.speaker.gender == "f" else "f"
    given = scene.choose([own for own in material()["given"][sex]])
    full = f"{given} {surname}"
    figure = Figure((full,), "namesake", Mention("intro: name alone", name(full, sex, "person")), ())
    stretches = (Stretch(full), Stretch(scene.choose(material()["bystanders"])), Stretch("."))
    new = scene.with_sentence(Sentence(stretches, "narrator", ("trap: namesake",)))
    return attrs.evolve(new, figures=(*scene.figures, figure), rivals=(*scene.rivals, figure), namesake=True, trap=True)


def spokesman(scene: Scene) -> Scene:
    """Somebody speaks for the body that spoke, by a possessive."""
    figure = scene.speaker
    if figure is None or figure.is_person:
        return acts_again(scene)
    own = draw_person(scene.choose, scene.figures)
    role = "Sprecherin" if own.gender == "f" else "Sprecher"
    stem = "ihr" if figure.gender == "f" else "sein"
    title = f"{stem}{'e' if own.gender == 'f' else ''} {role}"
    phrase = attrs.evolve(name(own.names[0], own.gender, "person", title), bare=False)
    dative = f"{stem}{'er' if own.gender == 'f' else 'em'} {role} {own.names[0]}"
    accusative = f"{stem}{'e' if own.gender == 'f' else 'en'} {role} {own.names[0]}"
    first = attrs.evolve(phrase, forms=(phrase.form("nom"), accusative, dative, ""))
    again = tuple(m for m in own.again if m.about == "again: surname")
    again += (Mention("again: role", role_phrase(role, own.gender)),)
    speaker = Figure(own.names, own.about, Mention("intro: possessive and spokesman", first), again, (role,))
    return _acts(attrs.evolve(scene, figures=(*scene.figures, speaker)), speaker, speaker.first)


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
    (spokesman, goes_on),
    (spokesman, acts_again, goes_on),
    (reported,),
    (narrator, reported, other_acts),
)


# --- gold ------------------------------------------------------------------------------------------------------------


def _passage(scene: Scene, number: int) -> Passage:
    written = [write(sentence.stretches) for sentence in scene.sentences]
    text = " ".join(own.text for own in written)
    starts = [sum(len(own.text) + 1 for own in written[:at]) for at in range(len(written))]
    ats = [_at(text, s, w, start) for s, w, start in zip(scene.sentences, written, starts, strict=True)]
    items = {
        at: Item(ats[at], own.actor, own.sources, None if own.answers is None else ats[own.answers], own.about)
        for at, own in enumerate(scene.sentences)
        if own.kind != "narrator"
    }
    return Passage(
        number,
        "; ".join(dict.fromkeys(own.about[-1] for own in scene.sentences)),
        text,
        tuple(items[at] for at, own in enumerate(scene.sentences) if own.kind == "act"),
        tuple(items[at] for at, own in enumerate(scene.sentences) if own.kind == "goes on"),
        tuple(ats[at] for at, own in enumerate(scene.sentences) if own.kind == "narrator"),
        scene.trap,
    )


def _at(text: str, sentence: Sentence, written: Realisation, start: int) -> str:
    """Words of the cue, or the first words of the sentence, as many as occur once."""
    spans = written.spans(CUE)
    if sentence.kind == "act" and spans is not None:
        begin, end = start + spans.spans[0][0], start + spans.spans[0][1]
    else:
        begin = start
        end = start + re.compile(r"\S+ \S+|\S+").match(written.text).end()  # type: ignore[union-attr]
    while text.count(text[begin:end]) != 1:
        following = re.compile(r"\W*\w+").match(text, end)
        if following is None:
            return text[begin:]
        end = following.end()
    return text[begin:end]
