"""Answers: which act a denial, a confirmation or a contradiction takes up."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found


def taken_up(text: str, word: str) -> str | None:
    """The cue of the act that the commitment with a cue takes up."""
    commitments = found(text)
    pointing = next(c for c in commitments if c.cue is not None and word in c.cue.text)
    return next((c.cue.text for c in commitments if c.id == pointing.antecedent and c.cue is not None), None)


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("Wirt Udo Lamm sagt, Holz sei knapp. Der Verband bestätigt den Eindruck.", "bestätigt", "sagt"),
        ("Udo Lamm warf dem Rat Betrug vor. Karl Ebner wies die Kritik zurück.", "wies", "warf … vor"),
        ("Udo Lamm sagte, es sei spät. Karl Ebner widersprach: „Wer bremst, verliert.“", "widersprach", "sagte"),
        (
            "Einem Bericht der „Post“ zufolge hat das Amt den Bau gestoppt. Ein Sprecher bestätigte den Bericht.",
            "bestätigte",
            "gestoppt",
        ),
        (
            "Der Fahrer sei zu schnell gewesen, teilte die Polizei mit. Eine Zeugin habe ausgesagt, die Ampel habe Rot "
            "gezeigt. Der Fahrer bestreitet das.",
            "bestreitet",
            "ausgesagt",
        ),
    ],
)
def test_an_answer_takes_up(text: str, word: str, cue: str) -> None:
    assert taken_up(text, word) == cue


def test_a_judgement_in_a_speech_takes_up_no_words_of_the_same_speech() -> None:
    text = "„Mein Enkel klebt am Handy“, schreibt Rita Lamm. „Meine Tochter findet das normal.“"
    assert taken_up(text, "findet") is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Grünen verlangten den Abriss. „Er steht leer“, sagte ihr Sprecher. Die CDU lehnte das ab.", "verlangten"),
        ("Die Grünen verlangten den Abriss. Er stehe leer, so die Grünen. Die CDU lehnte das ab.", "verlangten"),
        ("Die Grünen verlangten den Abriss. „Er steht leer“, sagte Udo Lamm. Die CDU lehnte das ab.", "sagte"),
    ],
)
def test_who_takes_sides_takes_up_what_was_wanted_and_not_the_reason(text: str, right: str) -> None:
    commitments = found(text)
    answer = next(c for c in commitments if c.cue is not None and c.cue.text.startswith("lehnte"))
    target = next(c for c in commitments if c.id == answer.antecedent)
    assert target.cue is not None
    assert target.cue.text == right


def test_what_is_heard_in_the_hall_interrupts_a_speech_and_does_not_end_it() -> None:
    text = "Der Bau sei nötig, sagte Kira Blank. Buhrufe und Pfiffe. Das Land weise die Menschen zu."
    actor = found(text)[-1].actor
    assert actor is not None
    assert actor.name == "Kira Blank"


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        (
            "Das Amtsgericht Kiel hat der Stadt den Bau verboten. Der Anwalt nannte das Urteil falsch.",
            "nannte",
            "verboten",
        ),
        (
            "Die Synode sprach sich für den Verkauf aus. Der Bischof nannte den Schritt richtig.",
            "nannte",
            "sprach … aus",
        ),
        ("Im Brief heißt es, Udo Lamm habe gelogen. Lamm nannte die Vorwürfe erfunden.", "nannte", "heißt es"),
        ("Der Rat lehnt den Bau ab. Der Kläger begrüßte das Urteil.", "begrüßte", None),
    ],
)
def test_a_judgement_takes_up_a_ruling_a_step_or_a_claim(text: str, word: str, cue: str | None) -> None:
    assert taken_up(text, word) == cue
