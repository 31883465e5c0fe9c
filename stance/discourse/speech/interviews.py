"""Who stands before a colon, and the turns of interviews: „Kurier: Warum?", „Yilmaz: Wir holen sie später ab. …".

A document is an interview where speakers before colons take turns and somebody asks. What follows in the paragraph of a
turn, or in text without paragraphs up to the next turn, is said by its speaker, word for word.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from stance.context.scene import Scene
from stance.discourse.wordlists import word_list
from stance.german.given_names import is_given_name
from stance.matching.draft import Filler
from stance.matching.holders import sort_of
from stance.matching.spans import clean
from stance.rules.schema import Slot, SlotKind

_LONGEST: Final = 8
_IN_NAMES: Final = frozenset({"NE", "NN", "ART", "ADJA", "FM", "XY", "APPRART"})


@attrs.frozen
class Opening:
    """A speaker before a colon.

    Attributes:
        speaker: the phrase before the colon.
        head: its head noun.
        colon: the colon.
    """

    speaker: Filler
    head: int
    colon: int


def opening(scene: Scene, start: int, end: int) -> Opening | None:
    """A person or institution before a colon at the beginning of a sentence, and no frame; else None.

    Args:
        scene: the document.
        start: first token of the sentence.
        end: one past its last token.
    """
    view = scene.view
    name = _before_colon(scene, start, end)
    if not name or scene.cues_in(name[0], name[-1] + 1):
        return None
    if any(view.tag(t) not in _IN_NAMES for t in name):
        return None
    head = next((t for t in name if view.tag(t) in ("NE", "NN")), None)
    if head is None:
        return None
    if sort_of(view, head, tuple(name)) not in ("person", "institution") and not _is_name(scene, name):
        return None
    return Opening(Filler(clean(view.graph.doc, name), Slot(SlotKind.SUBJECT), head), head, name[-1] + 1)


def _before_colon(scene: Scene, start: int, end: int) -> list[int]:
    """The few tokens of a sentence before a colon, without „ganz anders" at its beginning; maybe none."""
    doc = scene.view.graph.doc
    opens = (t for t in range(start, end) if not doc[t].is_space)
    first = next((t for t in opens if scene.view.lower(t) not in word_list("contrasting")), end)
    colon = next((t for t in range(first, min(end, first + _LONGEST)) if scene.view.text(t) == ":"), first)
    return list(range(first, colon))


def _is_name(scene: Scene, tokens: list[int]) -> bool:
    full = len(tokens) > 1 and is_given_name(scene.view.text(tokens[0]))
    return (
        full
        or is_addressed(scene, tokens)
        or (all(scene.view.tag(t) == "NE" for t in tokens) and sort_of(scene.view, tokens[-1], ()) == "unknown")
    )


def is_addressed(scene: Scene, tokens: Sequence[int]) -> bool:
    """Whether a single word is the name of somebody who is addressed by it („Frau Kreuz, …")."""
    view = scene.view
    if len(tokens) != 1 or view.tag(tokens[0]) not in ("NN", "NE"):
        return False
    return any(view.text(t - 1) in word_list("forms_of_address") for t in view.places(view.text(tokens[0])))


def turns(scene: Scene, sentences: Sequence[tuple[int, int]]) -> Mapping[int, Filler]:
    """First tokens of the sentences that go on with a turn of an interview → who speaks.

    Args:
        scene: the document.
        sentences: its sentences in text order.
    """
    openings = {start: opened for start, end in sentences if (opened := opening(scene, start, end)) is not None}
    asked = [i for i, (start, end) in enumerate(sentences) if openings and _asks(scene, start, end)]
    answers = any(
        i + 1 < len(sentences) and _answers(scene, openings, sentences[i][0], sentences[i + 1][0]) for i in asked
    )
    if not asked or not (len(openings) > 1 or answers):
        return {}
    last = max(openings)
    found: dict[int, Filler] = {}
    speaker, paragraph, lines = None, -1, "\n" in scene.view.graph.doc.text
    for start, end in sentences:
        if start in openings:
            speaker, paragraph = openings[start].speaker, scene.view.paragraph(start)[0]
        elif _opens_unknown(scene, start, end):
            speaker = None
        elif speaker is not None and scene.view.paragraph(start)[0] == paragraph and (lines or start < last):
            found[start] = speaker
    return found


def _asks(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence asks or addresses somebody („Frau Kreuz, Ihr Kollege sieht das anders.")."""
    first = next((t for t in range(start, end) if not scene.view.graph.doc[t].is_space), end)
    comma = next((t for t in range(first, min(end, first + _LONGEST)) if scene.view.text(t) == ","), first)
    addressed = first < comma and scene.view.text(first) in word_list("forms_of_address")
    polite = any(scene.view.text(t) in word_list("polite_forms") for t in range(comma, end))
    return is_question(scene, start, end) or (addressed and polite)


def _answers(scene: Scene, openings: Mapping[int, Opening], question: int, next_one: int) -> bool:
    """Whether a speaker opens the paragraph behind that of a question."""
    return next_one in openings and scene.view.paragraph(question)[0] != scene.view.paragraph(next_one)[0]


def _opens_unknown(scene: Scene, start: int, end: int) -> bool:
    """Whether words with capitals stand before a colon, so that perhaps somebody else goes on."""
    words = _before_colon(scene, start, end)
    return bool(words) and all(scene.view.text(t)[:1].isupper() for t in words)


def is_question(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence ends with a question mark."""
    words = (text for t in range(end - 1, start - 1, -1) if not (text := scene.view.text(t)).isspace())
    return "?" in next(words, "")
