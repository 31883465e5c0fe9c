"""Questions and presentations: who is asked answers, and a quotation may be by whom the next sentence presents."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found


def said_by(text: str, word: str) -> str | None:
    """Who says the commitment without a cue whose content has a word."""
    said = [c for c in found(text) if c.cue is None and c.content is not None and word in c.content.text]
    return None if said[0].actor is None else said[0].actor.name


@pytest.mark.parametrize(
    "question",
    [
        "Ein Reporter fragte Ministerin Kira Blank, ob sie zurücktrete.",
        "Stadtrat Karl Ebner wollte von Ministerin Kira Blank wissen, wann das Geld komme.",
        "Stadtrat Karl Ebner erkundigte sich bei Ministerin Kira Blank, ob das Geld komme.",
        "Ministerin Kira Blank sprach im Rat. Stadtrat Karl Ebner hatte sie gefragt, wann das Geld komme.",
        "Ministerin Kira Blank sagte, es sei spät. Ein Reporter wollte wissen, ob das Geld komme.",
    ],
)
def test_who_is_asked_goes_on(question: str) -> None:
    assert said_by(f"{question} Der Haushalt sei beschlossen.", "Haushalt") == "Kira Blank"


def test_a_question_to_nobody_leaves_open_who_goes_on() -> None:
    text = "Ministerin Kira Blank sagte, es sei spät. Stadtrat Karl Ebner fragte, ob das Geld komme. Es reiche bis Mai."
    assert said_by(text, "reiche") is None


def test_a_reporters_question_to_nobody_is_no_turn() -> None:
    assert said_by("Ein Reporter fragte, ob das Geld komme. Das Haus sei gut geführt.", "Haus") is None


def test_who_asks_without_an_answer_goes_on() -> None:
    text = "Stadtrat Karl Ebner fragte, warum niemand etwas gemerkt habe. Das Geld sei doch gezählt worden."
    assert said_by(text, "gezählt") == "Karl Ebner"


@pytest.mark.parametrize(
    "sentence",
    [
        "Der das sagt, heißt Jan Kranz und ist Wirt.",
        "Der so redet, ist Wirt Jan Kranz.",
        "Das sagt Jan Kranz, Wirt im Hafen.",
    ],
)
@pytest.mark.parametrize("word", ["anders", "zäh"])
def test_whom_the_next_sentence_presents_says_a_quotation(sentence: str, word: str) -> None:
    text = f"„Ich sah niemanden“, klagte Rita Lamm. „Das geht nicht anders.“ {sentence} „Wir sind zäh.“"
    assert said_by(text, word) == "Jan Kranz"


def test_what_is_said_of_a_quotation_alone_is_no_source_of_what_stands_before() -> None:
    first = found("„Ich sah niemanden“, klagte Rita Lamm. „Das geht nicht anders.“ Das sagt Jan Kranz.")[0]
    assert first.sources == ()


@pytest.mark.parametrize(
    "sentence", ["Bei Karl Ebner klingt das anders.", "Ganz anders liest sich das bei Karl Ebner."]
)
def test_with_whom_it_sounds_otherwise_goes_on(sentence: str) -> None:
    assert said_by(f"Kira Blank sagte, es sei spät. {sentence} Der Vertrag sei gut.", "Vertrag") == "Karl Ebner"
