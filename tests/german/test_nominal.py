"""Noun phrases: agreement of what agrees, and features of nouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.german import nominal
from stance.german.features import CASES, Agreement, Case, Gender, Number
from stance.german.nominal import adjective, determiner, noun, pronoun
from stance.german.noun_phrases import noun_phrase

ARTICLES: dict[tuple[Case, Gender | None, Number], str] = {
    ("nom", "m", "sg"): "der",
    ("acc", "m", "sg"): "den",
    ("dat", "m", "sg"): "dem",
    ("gen", "m", "sg"): "des",
    ("nom", "f", "sg"): "die",
    ("acc", "f", "sg"): "die",
    ("dat", "f", "sg"): "der",
    ("gen", "f", "sg"): "der",
    ("nom", "n", "sg"): "das",
    ("acc", "n", "sg"): "das",
    ("dat", "n", "sg"): "dem",
    ("gen", "n", "sg"): "des",
    ("nom", None, "pl"): "die",
    ("acc", None, "pl"): "die",
    ("dat", None, "pl"): "den",
    ("gen", None, "pl"): "der",
}
ENTRIES = st.sampled_from(list(nominal._table().items()))


def cases(*tokens: tuple[str, str]) -> set[str]:
    return {agreement.case for agreement in noun_phrase(tokens)}


# --- properties over the whole table ---------------------------------------------------------------------------------


@given(ENTRIES)
def test_article_and_noun_of_the_table_agree(entry: tuple[str, str]) -> None:
    form, _ = entry
    for reading in nominal.noun_readings(form):
        for agreement in reading.agreements:
            article = ARTICLES[agreement.case, agreement.gender, agreement.number]
            assert agreement in determiner(article)
            weak = reading.kind != "adjectival" or agreement in adjective(form.lower(), "definite")
            if weak and reading in nominal.common_readings(form):
                assert agreement in noun_phrase([(article, "ART"), (form, "NN")])


@given(ENTRIES, st.sampled_from(["neu", "deutsch", "wichtig"]))
def test_an_adjective_between_them_changes_no_true_reading(entry: tuple[str, str], stem: str) -> None:
    form, _ = entry
    reading = nominal.common_readings(form)[0]
    for agreement in reading.agreements if reading.kind != "adjectival" else ():
        article = ARTICLES[agreement.case, agreement.gender, agreement.number]
        endings = [e for e in ("e", "en") if agreement in adjective(stem + e, "definite")]
        assert endings
        assert agreement in noun_phrase([(article, "ART"), (stem + endings[0], "ADJA"), (form, "NN")])


@given(ENTRIES)
def test_a_reading_has_a_lemma_and_at_least_one_agreement(entry: tuple[str, str]) -> None:
    for reading in nominal.noun_readings(entry[0]):
        assert reading.lemma
        assert reading.agreements


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=8), st.sampled_from(["ART", "ADJA", "NN", "NE", "CARD", "KON", "$,"]))
    )
)
def test_a_phrase_of_anything_has_an_agreement(tokens: list[tuple[str, str]]) -> None:
    assert bool(noun_phrase(tokens)) == bool(tokens)


@given(st.text(max_size=16))
def test_any_word_can_be_asked_for(word: str) -> None:
    noun(word), pronoun(word), determiner(word), adjective(word, "strong")
    assert nominal.noun_lemma(word) or not word


# --- determiners, adjectives, pronouns -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("dem", {("dat", "m", "sg"), ("dat", "n", "sg")}),
        ("zur", {("dat", "f", "sg")}),
        ("einen", {("acc", "m", "sg")}),
        ("keine", {("nom", "f", "sg"), ("acc", "f", "sg"), ("nom", None, "pl"), ("acc", None, "pl")}),
        ("unser", {("nom", "m", "sg"), ("nom", "n", "sg"), ("acc", "n", "sg")}),
        ("mehrere", {("nom", None, "pl"), ("acc", None, "pl")}),
        ("Haus", set()),
    ],
)
def test_determiners(form: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert {(a.case, a.gender, a.number) for a in determiner(form)} == expected


def test_the_declension_after_a_determiner_decides_an_adjective() -> None:
    assert Agreement("nom", "m", "sg") in adjective("neuer", "indefinite")
    assert Agreement("nom", "m", "sg") not in adjective("neuer", "definite")
    assert nominal.declension_after("viele") == {"strong"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("ihn", {(3, "acc", "m", "sg")}),
        ("wir", {(1, "nom", None, "pl")}),
        ("denen", {(3, "dat", None, "pl")}),
        ("wem", {(3, "dat", "m", "sg")}),
        ("man", {(3, "nom", "m", "sg")}),
        ("keiner", {(3, "nom", "m", "sg"), (3, "dat", "f", "sg"), (3, "gen", "f", "sg"), (3, "gen", None, "pl")}),
    ],
)
def test_pronouns(form: str, expected: set[tuple[int, str, str | None, str]]) -> None:
    found = {(r.person, r.agreement.case, r.agreement.gender, r.agreement.number) for r in pronoun(form)}
    assert found == expected


# --- phrases ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ([("Den", "ART"), ("Vorschlag", "NN")], {"acc"}),
        ([("der", "ART"), ("Kanzler", "NN")], {"nom", "gen"}),
        ([("den", "ART"), ("Präsidenten", "NN")], {"acc", "dat"}),
        ([("Dem", "ART"), ("neuen", "ADJA"), ("Gesetz", "NN")], {"dat"}),
        ([("ein", "ART"), ("Abgeordneter", "NN")], {"nom"}),
        ([("Die", "ART"), ("SPD", "NE")], {"nom", "acc"}),
        ([("den", "ART"), ("Verteidigungsausgaben", "NN")], {"dat"}),
        ([("drei", "CARD"), ("Ministern", "NN")], {"dat"}),
        ([("des", "ART"), ("Bundeskanzlers", "NN"), ("Friedrich", "NE"), ("Merz", "NE")], {"gen"}),
        ([("Trumps", "NE"), ("neue", "ADJA"), ("Regierung", "NN")], {"nom", "acc"}),
        ([("ihn", "PPER")], {"acc"}),
        ([("der", "ART"), ("Staat", "NN"), ("und", "KON"), ("der", "ART"), ("Bund", "NN")], {"nom"}),
    ],
)
def test_phrases_have_the_cases_their_words_share(tokens: list[tuple[str, str]], expected: set[str]) -> None:
    assert cases(*tokens) == expected


def test_coordinated_nouns_are_plural() -> None:
    phrase = noun_phrase([("Putin", "NE"), ("und", "KON"), ("Selenskyj", "NE")])
    assert {agreement.number for agreement in phrase} == {"pl"}


def test_the_genitive_of_a_bare_noun_must_show() -> None:
    assert "gen" not in cases(("Verteidigungsausgaben", "NN"))
    assert "gen" in cases(("höherer", "ADJA"), ("Verteidigungsausgaben", "NN"))


def test_a_title_without_article_need_not_show_its_case() -> None:
    assert {"nom", "acc", "dat"} <= cases(("Präsident", "NN"), ("Trump", "NE"))


def test_a_determiner_is_not_overruled_by_a_noun_that_contradicts_it() -> None:
    assert cases(("dem", "ART"), ("Kommentare", "NN")) <= {"dat"}


# --- nouns -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "lemma", "gender"),
    [
        ("Verteidigungsausgaben", "Verteidigungsausgabe", None),
        ("NATO-Mitgliedschaft", "NATO-Mitgliedschaft", "f"),
        ("Prozeß", "Prozess", "m"),
        ("Häusern", "Haus", None),
        ("Bürger*innen", "Bürger*innen", None),
        ("Brombosierung", "Brombosierung", "f"),
    ],
)
def test_nouns_are_read_by_table_last_part_or_ending(form: str, lemma: str, gender: str | None) -> None:
    assert nominal.noun_lemma(form) == lemma
    assert gender in {agreement.gender for agreement in noun(form)}


@pytest.mark.parametrize(
    "form", ["Vertraute", "Teilnehmende", "Gewerbetreibende", "Stadtverordnete", "Rentenversicherte"]
)
def test_nominalised_participles_have_both_genders(form: str) -> None:
    assert {"m", "f"} <= {agreement.gender for agreement in noun(form) if agreement.number == "sg"}


@pytest.mark.parametrize("form", ["Wochenende", "Kriegsende", "Bauende"])
def test_a_noun_before_ende_is_no_participle(form: str) -> None:
    assert {agreement.gender for agreement in noun(form) if agreement.number == "sg"} == {"n"}


def test_an_unknown_noun_has_no_features() -> None:
    assert noun("Xqz") == frozenset()


def test_participles_and_adjectives_can_be_nouns() -> None:
    assert {a.case for a in noun("Zurückgewiesenen")} == set(CASES)


def test_nothing_is_looked_for_inside_what_is_too_long_for_a_word() -> None:
    assert nominal.noun_readings("Kohlen" * 20 + "preis") == ()
