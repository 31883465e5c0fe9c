"""The embedded tagger: loading, writing, pickling, several processes, and tags on plain news German."""

from __future__ import annotations

import pickle
from pathlib import Path

import hypothesis.strategies as st
import pytest
import spacy
from hypothesis import given, settings
from spacy.language import Language
from spacy.tokens import Doc

import stance.tagging.disambiguation  # noqa: F401  (registers the component)
from stance.tagging.network import DamagedModelError
from stance.tagging.tagger import (
    FEATURES,
    STTS_TAGS,
    MissingTaggerError,
    add_tagger,
    form_features,
    model_path,
    upos_of,
)

TEXTS = ["Die Ministerin lehnte den Vorschlag ab.", "Am Montag will das Kabinett darüber beraten, sagte sie."]
UNIVERSAL = set(
    [
        "ADJ",
        "ADP",
        "ADV",
        "AUX",
        "CCONJ",
        "DET",
        "INTJ",
        "NOUN",
        "NUM",
        "PART",
        "PRON",
        "PROPN",
        "PUNCT",
        "SCONJ",
        "VERB",
        "X",
    ]
)


def build() -> Language:
    nlp = spacy.blank("de")
    add_tagger(nlp)
    nlp.add_pipe("stance_tags")
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build()


def tags(docs: list[Doc]) -> list[list[tuple[str, str]]]:
    return [[(token.tag_, token.pos_) for token in doc] for doc in docs]


def test_tags_a_plain_sentence(nlp: Language) -> None:
    assert [token.tag_ for token in nlp(TEXTS[0])] == ["ART", "NN", "VVFIN", "ART", "NN", "PTKVZ", "$."]


def test_contraction_is_one_token_with_a_preposition_tag(nlp: Language) -> None:
    first = nlp(TEXTS[1])[0]
    assert (first.tag_, first.pos_) == ("APPRART", "ADP")


def test_quotation_marks_of_every_style_are_marks(nlp: Language) -> None:
    for opening, closing in ("„“", "»«", "«»", '""', "‚‘", "›‹"):
        doc = Doc(nlp.vocab, words=[opening, "Wir", "helfen", closing, ",", "sagte", "er", "."])
        for _, component in nlp.pipeline:
            doc = component(doc)
        assert [doc[0].tag_, doc[3].tag_] == ["$(", "$("]


def test_written_pipeline_tags_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert tags(list(spacy.load(tmp_path).pipe(TEXTS))) == tags(list(nlp.pipe(TEXTS)))


def test_from_disk_into_a_fresh_pipeline(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert tags(list(build().from_disk(tmp_path).pipe(TEXTS))) == tags(list(nlp.pipe(TEXTS)))


def test_pickled_pipeline_tags_the_same(nlp: Language) -> None:
    copy = pickle.loads(pickle.dumps(nlp))
    assert tags(list(copy.pipe(TEXTS))) == tags(list(nlp.pipe(TEXTS)))


def test_two_processes_tag_the_same(nlp: Language) -> None:
    assert tags(list(nlp.pipe(TEXTS * 2, n_process=2))) == tags(list(nlp.pipe(TEXTS * 2)))


def test_missing_model_names_path_and_cure(tmp_path: Path) -> None:
    with pytest.raises(MissingTaggerError, match=r"training\.train") as error:
        add_tagger(spacy.blank("de"), tmp_path)
    assert str(tmp_path) in str(error.value)


def test_shipped_model_is_small_and_licensed() -> None:
    assert sum(path.stat().st_size for path in model_path().iterdir()) <= 12_000_000
    assert "CC BY-SA 4.0" in (model_path() / "LICENSE").read_text(encoding="utf-8")


def test_labels_are_stts(nlp: Language) -> None:
    assert set(nlp.get_pipe("tagger").labels) == set(STTS_TAGS)


def test_every_tag_has_a_universal_tag() -> None:
    assert {upos_of(tag) for tag in STTS_TAGS} == UNIVERSAL


def test_white_space_is_marked_as_such(nlp: Language) -> None:
    doc = nlp("Sie kommt.\n\nEr geht.")
    assert [(token.tag_, token.pos_) for token in doc if token.is_space] == [("_SP", "SPACE")]


@given(st.text(max_size=20))
def test_any_form_has_features(form: str) -> None:
    assert len(form_features(form)) == FEATURES


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_tagged_and_unchanged(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.tag_ in {*STTS_TAGS, "_SP"} and token.pos_ for token in doc)


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), max_size=4))
def test_pipe_equals_one_by_one(nlp: Language, texts: list[str]) -> None:
    assert tags(list(nlp.pipe(texts))) == tags([nlp(text) for text in texts])


def test_a_damaged_model_is_named_with_its_cure(tmp_path: Path) -> None:
    for file in model_path().iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "model").write_bytes((model_path() / "model").read_bytes()[:1000])
    with pytest.raises(DamagedModelError, match=r"damaged.*reinstall stance-de") as error:
        add_tagger(spacy.blank("de"), tmp_path)
    assert error.value.path == tmp_path
