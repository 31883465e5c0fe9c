"""Lemmas: verbs by paradigm, nouns and adjectives by table and rule, function words by class."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from stance.german import verbs
from stance.german.tables import words
from stance.tagging.lemmas import lemma

TAGS = st.sampled_from(
    words("NN NE VVFIN VVINF VVIZU VVPP VAFIN VMFIN VVIMP ADJA ADJD ART PPER PIAT APPR APPRART $. CARD XY")
)


@given(st.text(min_size=1, max_size=15), TAGS)
def test_every_form_has_a_lemma(form: str, tag: str) -> None:
    assert lemma(form, tag)


@given(st.sampled_from(["ablehnen", "fordern", "unterstützen", "anerkennen", "zurückweisen", "warnen"]), st.data())
def test_joined_forms_of_a_verb_have_its_lemma(verb: str, data: st.DataObject) -> None:
    tags = {"infinitive": "VVINF", "zu_infinitive": "VVIZU", "participle": "VVPP", "finite": "VVFIN"}
    forms = [f for f in verbs.paradigm(verb) if f.kind in tags and (f.joined or not f.particle)]
    form = data.draw(st.sampled_from(forms))
    assert lemma(form.form, tags[form.kind]) == verb


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("lehnt", "VVFIN", "lehnen"),
        ("abgelehnt", "VVPP", "ablehnen"),
        ("abzulehnen", "VVIZU", "ablehnen"),
        ("Lehnt", "VVFIN", "lehnen"),
        ("sei", "VAFIN", "sein"),
        ("war", "VAFIN", "sein"),
        ("würde", "VAFIN", "werden"),
        ("möchte", "VMFIN", "mögen"),
        ("gehört", "VVFIN", "gehören"),
        ("führen", "VVFIN", "führen"),
        ("gefrackt", "VVPP", "fracken"),
    ],
)
def test_verbs(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Häusern", "Haus"),
        ("Regierungen", "Regierung"),
        ("Verteidigungsausgaben", "Verteidigungsausgabe"),
        ("Namen", "Name"),
        ("Kosten", "Kosten"),
        ("NATO-Partner", "NATO-Partner"),
        ("Xqz", "Xqz"),
    ],
)
def test_nouns(form: str, expected: str) -> None:
    assert lemma(form, "NN") == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("neuen", "ADJA", "neu"),
        ("bessere", "ADJA", "gut"),
        ("besser", "ADJD", "gut"),
        ("teure", "ADJA", "teuer"),
        ("außenpolitischer", "ADJA", "außenpolitisch"),
        ("bereit", "ADJD", "bereit"),
        ("Berliner", "ADJA", "Berliner"),
        ("anderen", "ADJA", "anderer"),
        ("geforderte", "ADJA", "gefordert"),
    ],
)
def test_adjectives(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("Die", "ART", "der"),
        ("einem", "ART", "ein"),
        ("keinen", "PIAT", "kein"),
        ("ihrer", "PPOSAT", "ihr"),
        ("ihm", "PPER", "er"),
        ("denen", "PRELS", "der"),
        ("Zur", "APPRART", "zu"),
        ("Dass", "KOUS", "dass"),
        ("Putin", "NE", "Putin"),
        ("Frankreichs", "NE", "Frankreich"),
        (",", "$,", ","),
        ("2025", "CARD", "2025"),
    ],
)
def test_function_words_names_and_marks(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


def test_the_component_survives_saving(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("stance_lemmas")
    nlp.to_disk(tmp_path / "nlp")
    loaded = spacy.load(tmp_path / "nlp")
    for pipeline in (nlp, loaded):
        doc = Doc(pipeline.vocab, words=["Er", "hat", "abgelehnt"], tags=["PPER", "VAFIN", "VVPP"])
        assert [token.lemma_ for token in pipeline(doc)] == ["er", "haben", "ablehnen"]
