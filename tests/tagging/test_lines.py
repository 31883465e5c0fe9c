"""Wrapped lines and white space: no difference between a text and the same text set in another way."""

from __future__ import annotations

import re
import textwrap

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import stance
from stance.model import Commitment, Mention
from stance.tagging.dense import characters, dense, text_between, text_of
from stance.tagging.lines import soft_breaks

PARAGRAPHS = (
    "Finanzministerin Clara Vogt hat den Haushalt für das kommende Jahr verteidigt. Die Opposition warf ihr vor, die "
    "Lage der Gemeinden zu beschönigen und notwendige Ausgaben zu verschieben.",
    "Der Präsident des Landkreistags, Rupert Wolff, forderte am Dienstag einen Verzicht auf Kürzungen. Andernfalls "
    "müssten viele Kommunen Schwimmbäder und Büchereien schließen, sagte er dem Sender.",
    "Die Gewerkschaft lehnte den Vorschlag ab. Sie werde einer Kürzung der Zulagen nicht zustimmen. Das Ministerium "
    "kündigte an, mit allen Beteiligten noch vor der Sommerpause zu sprechen.",
)


def words_of(text: str) -> tuple[list[str], list[bool]]:
    doc = spacy.blank("de")(text)
    return [token.text for token in doc], [bool(token.whitespace_) for token in doc]


def soft(text: str) -> int:
    return len(soft_breaks(*words_of(text)))


def plain(mention: Mention | None) -> str | None:
    return None if mention is None else re.sub(r"\s+", " ", mention.text)


def told(commitment: Commitment) -> tuple[str | None, ...]:
    cue = None if commitment.cue is None else re.sub(r"\s+", " ", commitment.cue.text)
    name = commitment.actor and commitment.actor.name
    return commitment.type.value, cue, plain(commitment.actor), name, plain(commitment.content)


def commitments(text: str) -> list[tuple[str | None, ...]]:
    found = stance.extract(text).commitments
    for commitment in found:
        for mention in (commitment.actor, commitment.content):
            assert mention is None or mention.text == " … ".join(text[a:b] for a, b in mention.spans)
    return [told(commitment) for commitment in found]


PLAIN = commitments("\n\n".join(PARAGRAPHS))


@given(width=st.integers(55, 120))
def test_a_text_says_the_same_whatever_the_width_of_its_lines(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in PARAGRAPHS)
    assert commitments(wrapped) == PLAIN


@given(st.data())
def test_a_text_says_the_same_with_more_blanks_between_its_words(data: st.DataObject) -> None:
    text = "\n\n".join(PARAGRAPHS)
    blanks = [match.start() for match in re.finditer(" ", text)]
    doubled = data.draw(st.sets(st.sampled_from(blanks), max_size=25))
    kind = data.draw(st.sampled_from([" ", "\u00a0", "\t"]))
    assert commitments("".join(c + kind if i in doubled else c for i, c in enumerate(text))) == PLAIN


def test_lines_that_fill_a_width_go_on() -> None:
    assert soft(textwrap.fill(" ".join(PARAGRAPHS), 72)) >= 6


@pytest.mark.parametrize(
    "text",
    [
        "Haushalt verabschiedet\nOpposition kritisiert Kürzungen\nGemeinden warnen vor Schließungen\nLandtag tagt",
        "\n".join(PARAGRAPHS),
        "\n".join(" ".join(PARAGRAPHS).replace(". ", ".\n").split("\n")),
        "Eine Zeile.\nNoch eine Zeile.",
    ],
    ids=["headlines", "a paragraph a line", "a sentence a line", "two lines"],
)
def test_lines_that_end_something_end_it(text: str) -> None:
    assert soft(text) == 0


def test_a_heading_over_a_wrapped_text_stays_a_line() -> None:
    text = "Streit um den Haushalt\n" + textwrap.fill(" ".join(2 * PARAGRAPHS), 60)
    words, spaces = words_of(text)
    assert min(soft_breaks(words, spaces)) > words.index("\n")


def test_a_dense_doc_keeps_places_tags_and_names() -> None:
    doc = stance.load()("Der  Präsident Rupert\tWolff\u00a0 warnte.\n\nDer Rat tagt.")
    found = dense(doc)
    assert [t.text for t in found if not t.is_space] == [t.text for t in doc if not t.is_space]
    assert [t.tag_ for t in found if not t.is_space] == [t.tag_ for t in doc if not t.is_space]
    assert sum(t.is_space for t in found) == 1
    assert text_of(found) == doc.text
    for token in found:
        start, end = characters(found, token.i, token.i + 1)
        assert doc.text[start:end] == token.text
    assert dense(found) is found


def test_a_dense_doc_keeps_the_parse() -> None:
    words = ["Der", " ", "Rat", "tagt", "."]
    doc = Doc(
        spacy.blank("de").vocab,
        words,
        spaces=[True, False, True, False, False],
        tags=["ART", "_SP", "NN", "VVFIN", "$."],
        heads=[2, 0, 3, 3, 3],
        deps=["nk", "", "sb", "ROOT", "punct"],
    )
    assert [(t.head.text, t.dep_) for t in dense(doc)] == [
        ("Rat", "nk"),
        ("tagt", "sb"),
        ("tagt", "ROOT"),
        ("tagt", "punct"),
    ]


def test_a_doc_without_white_space_tokens_is_its_own_dense_doc() -> None:
    doc = spacy.blank("de")("Der Rat tagt.")
    assert dense(doc) is doc


def test_the_text_between_tokens_is_that_of_the_doc_as_it_was_written() -> None:
    nlp = spacy.blank("de")
    assert text_between(nlp("Der Rat tagt."), 1, 3) == "Rat tagt"
    assert text_between(dense(nlp("Der  Rat tagt.")), 0, 2) == "Der  Rat"
