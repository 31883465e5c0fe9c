"""Sentence boundaries: where news breaks, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import stance.tagging.tokenizer  # noqa: F401  (registers the tokenizer)
from stance.tagging.sentences import sentence_starts

CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "stance.german_tokenizer.v1"}}}
NLP: Language = spacy.blank("de", config=CONFIG)
NLP.add_pipe("stance_sentences")
WORDS = st.sampled_from(
    ["Er", "kam", ".", "!", "„", "“", '"', "»", "«", "usw.", "\n", "\n\n", ",", ":", "(", ")", "12.", "–"]
)


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in NLP(text).sents]


# --- properties ------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.one_of(WORDS, st.text(min_size=1, max_size=3)), st.booleans()), max_size=60))
def test_the_first_token_starts_a_sentence_and_every_token_is_decided(pairs: list[tuple[str, bool]]) -> None:
    starts = sentence_starts([word for word, _ in pairs], [space for _, space in pairs])
    assert len(starts) == len(pairs)
    assert starts[:1] == [True][: len(pairs)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_covered_by_its_sentences(text: str) -> None:
    doc = NLP(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


@given(st.lists(st.sampled_from(["Berlin lehnt ab.", "Was nun?", "Er ging!", "Die EU zahlt 3 Mio. Euro."]), min_size=1))
def test_plain_sentences_are_found_again(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_long_text_is_split_in_linear_time() -> None:
    doc = NLP("„A. B“ sagte er. " * 20_000)
    assert len(list(doc.sents)) == 20_000


# --- one sentence ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Am 12. Februar kam er.",
        "Dr. Merz kam z. B. nach St. Gallen.",
        "J. K. Rowling schwieg.",
        "Der 3. Strafsenat entschied.",
        "Die USA, u. a. Präsident Trump, lehnten ab.",
        "Das kostet 3 Mio. Euro.",
        "„Wir helfen. Wir zahlen nicht“, sagte er.",
        "„Stoppt den Krieg!“, rief er.",
        "„Warum?“ fragte sie.",
        "Er sagte: „Wir gehen. Sie bleiben.“",
        'Er sagte: "Wir gehen. Sie bleiben."',
        "»Ja. Gut«, sagte sie.",
        "Er fragte: Was nun?",
        "Sie zögerte … und ging.",
        "Eine lange\nZeile der Partei läuft\nweiter.".replace("\nZeile", " Zeile"),
        "Die Preise steigen; die Löhne nicht.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


# --- several sentences -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "parts",
    [
        ["Er kam 2025.", "Sie ging."],
        ["„Nein.“", "Er schwieg."],
        ["Er sagte: „Wir gehen.“", "Sie blieb."],
        ["„Das ist gut. Es reicht.“", "„Nein“, sagte er."],
        ["Obst, Gemüse usw.", "Die Partei lehnt ab."],
        ["Was nun?!", "Niemand weiß es."],
        ["(Das ist wahr.)", "Er ging."],
        ["Sie sagte „Ja.", "Dann ging sie."],
        ["1. Die Regierung zahlt.", "2. Sie hilft."],
    ],
)
def test_several_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_headings_and_paragraphs_end_sentences() -> None:
    text = "US-Politik und NATO\nTrumps Regierung legte Pläne dar.\n\nSie schweigt"
    assert sentences(text) == ["US-Politik und NATO", "Trumps Regierung legte Pläne dar.", "Sie schweigt"]


def test_a_hard_wrapped_line_goes_on_in_small_letters() -> None:
    assert sentences("Die Partei lehnt\nden Plan ab.") == ["Die Partei lehnt\nden Plan ab."]


def test_a_quotation_left_open_does_not_swallow_the_next_paragraph() -> None:
    assert sentences("Er sagte: „Wir gehen. Sie\n\nEs blieb. So war es.“") == [
        "Er sagte: „Wir gehen.",
        "Sie",
        "Es blieb.",
        "So war es.“",
    ]


def test_a_very_long_quotation_is_broken() -> None:
    text = "„" + "Wir helfen allen. " * 60 + "Wir bleiben.“"
    assert len(sentences(text)) == 61


# --- spaCy -----------------------------------------------------------------------------------------------------------


def test_the_component_survives_saving(tmp_path: Path) -> None:
    nlp = spacy.blank("de", config=CONFIG)
    nlp.add_pipe("stance_sentences", config={"max_quote": 3})
    nlp.to_disk(tmp_path / "nlp")
    loaded = spacy.load(tmp_path / "nlp")
    text = "„Wir helfen gern. Wir zahlen nicht“, sagte er."
    assert [s.text for s in loaded(text).sents] == [s.text for s in nlp(text).sents]
    assert len(list(loaded(text).sents)) == 2
