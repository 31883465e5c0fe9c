"""Verb forms: paradigms and readings are inverse, ambiguity is kept, separable verbs come apart rightly."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.german import verbs
from stance.german.tables import SortedTable, words
from stance.german.verbs import VerbForm, analyse, guess, join, paradigm, particles_of, split


def all_lemmas() -> list[str]:
    """Every verb of the shipped tables."""
    entries = (entry for _, value in SortedTable.load("verbs.xz").items() for entry in value.split())
    bases = {entry.partition(":")[0] for entry in entries if "I" in entry.partition(":")[2]}
    own = SortedTable.load("particle_verbs.xz").items()
    return sorted(bases | {particle + base for base, particles in own for particle in particles.split()})


LEMMAS = all_lemmas()
CUE_VERBS = words(
    """sagen erklären mitteilen bekanntgeben einräumen anerkennen bestreiten widersprechen zurückweisen glauben
    annehmen prognostizieren bezweifeln misstrauen infragestellen kritisieren gutheißen missbilligen ablehnen verwerfen
    vorwerfen unterstellen fordern auffordern vorschlagen nahelegen versprechen zusagen vorhaben anstreben verweigern
    warnen androhen beschließen vereinbaren bedauern beklagen starkmachen querstellen übersetzen umgehen"""
)


def slots(form: str) -> set[tuple[object, ...]]:
    return {(f.lemma, f.kind, f.mood, f.person, f.number, f.tense) for f in analyse(form)}


# --- paradigms and readings ------------------------------------------------------------------------------------------


def test_there_are_at_least_ten_thousand_verbs() -> None:
    assert len(LEMMAS) >= 10_000


@pytest.mark.parametrize("lemma", CUE_VERBS)
def test_the_verbs_of_commitment_are_known(lemma: str) -> None:
    assert verbs.lexicon().knows(lemma)


@given(st.sampled_from(LEMMAS))
def test_every_form_of_a_paradigm_is_read_as_that_form(lemma: str) -> None:
    for form in paradigm(lemma):
        if "ss" in form.form:  # may be the Swiss spelling of another verb's form ("flösse"); ß is read first
            continue
        if form.particle is not None and not form.joined:
            apart = attrs.evolve(form, lemma=form.base, particle=None)
            assert apart in analyse(form.form)
        else:
            assert form in analyse(form.form)


@given(st.sampled_from(LEMMAS))
def test_joining_particle_and_base_gives_the_verb(lemma: str) -> None:
    for particle, base in split(lemma):
        if particle is not None:
            assert join(particle, base) == lemma
            assert particle in particles_of(base)


@given(st.sampled_from(LEMMAS))
def test_every_paradigm_is_whole(lemma: str) -> None:
    forms = paradigm(lemma)
    assert {"finite", "infinitive", "participle", "present_participle"} <= {form.kind for form in forms}
    assert {(f.mood, f.person, f.number) for f in forms if f.kind == "finite"} >= {
        (mood, 3, number) for mood in ("indicative", "konjunktiv1", "konjunktiv2") for number in ("sg", "pl")
    }


@given(st.text(max_size=20))
def test_any_text_can_be_asked_for(text: str) -> None:
    for reading in (*analyse(text), *guess(text)):
        assert reading.form == text


@given(st.sampled_from(LEMMAS), st.data())
def test_a_capital_changes_no_reading(lemma: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(paradigm(lemma))).form
    capital = form[:1].upper() + form[1:]
    assert [attrs.evolve(reading, form=form) for reading in analyse(capital)] == list(analyse(form))


# --- ambiguity -------------------------------------------------------------------------------------------------------


def test_konjunktiv_and_indicative_of_one_form_are_both_given() -> None:
    assert slots("fordere") >= {
        ("fordern", "finite", "indicative", 1, "sg", "present"),
        ("fordern", "finite", "konjunktiv1", 3, "sg", "present"),
    }
    assert slots("forderten") >= {
        ("fordern", "finite", "indicative", 3, "pl", "past"),
        ("fordern", "finite", "konjunktiv2", 3, "pl", "past"),
    }


def test_a_participle_that_is_a_present_too_is_both() -> None:
    assert {kind for _, kind, *_ in slots("erklärt")} == {"finite", "participle", "imperative"}


def test_an_indicative_reading_comes_before_a_konjunktiv2_of_another_verb() -> None:
    assert next(form.lemma for form in analyse("führen")) == "führen"


@pytest.mark.parametrize(
    ("form", "lemma", "mood", "tense"),
    [
        ("sei", "sein", "konjunktiv1", "present"),
        ("wäre", "sein", "konjunktiv2", "past"),
        ("war", "sein", "indicative", "past"),
        ("habe", "haben", "konjunktiv1", "present"),
        ("hätte", "haben", "konjunktiv2", "past"),
        ("würde", "werden", "konjunktiv2", "past"),
        ("ward", "werden", "indicative", "past"),
        ("möchte", "mögen", "konjunktiv2", "present"),
        ("dürfte", "dürfen", "konjunktiv2", "past"),
        ("solle", "sollen", "konjunktiv1", "present"),
        ("wolle", "wollen", "konjunktiv1", "present"),
        ("müsse", "müssen", "konjunktiv1", "present"),
        ("bräuchte", "brauchen", "konjunktiv2", "past"),
    ],
)
def test_auxiliaries_and_modals_are_exact(form: str, lemma: str, mood: str, tense: str) -> None:
    assert (lemma, "finite", mood, 3, "sg", tense) in slots(form)


@pytest.mark.parametrize("form", ["sogt", "morgen", "nicht", "recht", "Sachen", "offen", "eigen", "der", "acht"])
def test_what_is_no_verb_has_no_reading_as_an_infinitive(form: str) -> None:
    assert not [f for f in analyse(form) if f.kind == "infinitive" and f.lemma == form.lower()]


# --- separable verbs -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lemma", "ways"),
    [
        ("ablehnen", {("ab", "lehnen")}),
        ("anerkennen", {("an", "erkennen")}),
        ("widersprechen", {(None, "widersprechen")}),
        ("missbilligen", {(None, "missbilligen")}),
        ("unterschreiben", {(None, "unterschreiben")}),
        ("unterstellen", {("unter", "stellen"), (None, "unterstellen")}),
        ("umgehen", {("um", "gehen"), (None, "umgehen")}),
        ("übersetzen", {("über", "setzen"), (None, "übersetzen")}),
        ("wiederaufbauen", {("wiederauf", "bauen")}),
        ("bekanntgeben", {("bekannt", "geben")}),
    ],
)
def test_prefixes_come_apart_or_not(lemma: str, ways: set[tuple[str | None, str]]) -> None:
    assert set(split(lemma)) == ways


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("ablehnt", "ablehnen", "finite"),
        ("abgelehnt", "ablehnen", "participle"),
        ("abzulehnen", "ablehnen", "zu_infinitive"),
        ("anzuerkennen", "anerkennen", "zu_infinitive"),
        ("anerkannt", "anerkennen", "participle"),
        ("unterstellt", "unterstellen", "participle"),
        ("untergestellt", "unterstellen", "participle"),
        ("widersprochen", "widersprechen", "participle"),
        ("gutgeheißen", "gutheißen", "participle"),
    ],
)
def test_joined_forms_have_the_full_lemma(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in {(f.lemma, f.kind) for f in analyse(form)}


def test_an_unknown_pair_of_particle_and_base_is_no_verb() -> None:
    assert join("ab", "glauben") is None
    assert particles_of("xyzen") == frozenset()


def test_a_capital_particle_is_joined_too() -> None:
    assert join("Ab", "lehnen") == "ablehnen"


# --- spelling, new verbs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("mußte", "müssen"),
        ("heisst", "heißen"),
        ("läßt", "lassen"),
        ("LEHNT", "lehnen"),
        ("ausschliesst", "ausschließen"),
        ("äusserte", "äußern"),
    ],
)
def test_old_swiss_and_capital_spellings_are_read(form: str, lemma: str) -> None:
    assert lemma in {reading.lemma for reading in analyse(form)}


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("gefrackt", "fracken", "participle"),
        ("querverhandelt", "querverhandeln", "participle"),
        ("deeskalierten", "deeskalieren", "finite"),
        ("entgegenschlüge", "entgegenschlagen", "finite"),
    ],
)
def test_unknown_verbs_are_guessed(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in {(f.lemma, f.kind) for f in guess(form)}


@pytest.mark.parametrize("word", ["", "Haus", "xyz", "ab lehnen", "lehnt!", "123en"])
def test_only_infinitives_have_a_paradigm(word: str) -> None:
    with pytest.raises(ValueError, match="infinitive"):
        paradigm(word)


# --- auxiliaries -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lemma", "auxiliary"), [("fordern", "haben"), ("zurücktreten", "sein"), ("werden", "sein"), ("ablehnen", "haben")]
)
def test_the_auxiliary_of_the_perfect(lemma: str, auxiliary: str) -> None:
    assert verbs.perfect_auxiliary(lemma) == auxiliary


def test_modals_and_auxiliaries_are_told_apart() -> None:
    assert [verbs.is_modal(lemma) for lemma in ("sollen", "haben")] == [True, False]
    assert [verbs.is_auxiliary(lemma) for lemma in ("werden", "sollen")] == [True, False]


def test_readings_are_immutable() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        VerbForm("a", "b", "b", None, False, "infinitive").form = "c"  # type: ignore[misc]
