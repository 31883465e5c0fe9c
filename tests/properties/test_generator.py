"""The generator writes German: forms, agreement, order, commas, and the place of every role."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.german import nominal, noun_phrases, verbs
from stance.german.features import CASES, Case
from stance.model import CommitmentType
from stance.rules.examples import parse_annotated
from stance.rules.reader import load_packs
from stance.rules.schema import CueKind, FrameRole, Slot, SlotKind
from stance.testing import Filling, Meaning, Order, meanings, realise, sentences_for
from stance.testing.nouns import NounPhrase, actors, common, name, pronoun, things
from stance.testing.propositions import propositions
from stance.testing.verbs import Features, Tense, VerbMood, Voice, conjugate

CORE = load_packs(["de.core"])
FORDERN = CORE.rule("demand.fordern")
VERBS = ("ablehnen", "fordern", "versprechen", "vorschlagen", "zurückweisen", "eintreten", "mitteilen", "verzichten")


def demand(**changes: object) -> Meaning:
    """The party demands a speed limit."""
    actor = Filling(FrameRole.ACTOR, Slot(SlotKind.SUBJECT), common("Partei", kind="institution"))
    content = Filling(FrameRole.CONTENT, Slot(SlotKind.ACCUSATIVE), common("Tempolimit", "indefinite"))
    given: dict[str, object] = {"fillings": (actor, content), **changes}
    return Meaning("demand.fordern", CommitmentType.DEMAND, CueKind.VERB, str(given.pop("cue", "einfordern")), **given)  # type: ignore[arg-type]


def with_clause(kind: SlotKind, of: str | None = None, **changes: object) -> Meaning:
    """The party demands that prices fall."""
    actor = Filling(FrameRole.ACTOR, Slot(SlotKind.SUBJECT), common("Partei", kind="institution"))
    falling = next(p for p in propositions() if p.verb == "sinken")
    mood = VerbMood.KONJUNKTIV1 if of == "v2" else VerbMood.INDICATIVE
    content = Filling(FrameRole.CONTENT, Slot(kind, of), None, falling, mood=mood)
    return demand(fillings=(actor, content), cue="betonen", **changes)


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (demand(), "Die Partei fordert ein Tempolimit ein."),
        (demand(tense=Tense.PLUPERFECT), "Die Partei hatte ein Tempolimit eingefordert."),
        (demand(tense=Tense.FUTURE, order=Order.QUESTION), "Wird die Partei ein Tempolimit einfordern?"),
        (demand(mood=VerbMood.WUERDE), "Die Partei würde ein Tempolimit einfordern."),
        (demand(order=Order.OBJECT), "Ein Tempolimit fordert die Partei ein."),
        (demand(order=Order.ADVERBIAL, adverbial="am Montag"), "Am Montag fordert die Partei ein Tempolimit ein."),
        (demand(negation="nicht", adverbial="erneut"), "Die Partei fordert erneut ein Tempolimit nicht ein."),
        (demand(voice=Voice.PASSIVE), "Ein Tempolimit wird von der Partei eingefordert."),
        (demand(voice=Voice.PASSIVE, tense=Tense.PERFECT), "Ein Tempolimit ist von der Partei eingefordert worden."),
        (demand(modal="müssen", voice=Voice.PASSIVE), "Ein Tempolimit muss von der Partei eingefordert werden."),
        (demand(modal="sollen", tense=Tense.PERFECT), "Die Partei soll ein Tempolimit eingefordert haben."),
        (demand(order=Order.FALLS), "Falls die Partei ein Tempolimit einfordert, stocken die Gespräche."),
        (demand(order=Order.REPORTED), "Die Zeitung berichtet, die Partei fordere ein Tempolimit ein."),
        (demand(source=common("Agentur")), "Laut der Agentur fordert die Partei ein Tempolimit ein."),
        (demand(parenthesis="nach langem Streit"), "Die Partei fordert – nach langem Streit – ein Tempolimit ein."),
        (with_clause(SlotKind.CLAUSE, "dass"), "Die Partei betont, dass die Preise sinken."),
        (with_clause(SlotKind.CLAUSE, "v2"), "Die Partei betont, die Preise sänken."),
        (with_clause(SlotKind.CLAUSE, "dass", order=Order.CONTENT), "Dass die Preise sinken, betont die Partei."),
        (with_clause(SlotKind.QUOTE, order=Order.QUOTE_FIRST), "„Die Preise sinken“, betont die Partei."),
        (with_clause(SlotKind.QUOTE, order=Order.QUOTE_LAST), "Die Partei betont: „Die Preise sinken.“"),
        (with_clause(SlotKind.HOST, order=Order.HOST_SPLIT), "Die Preise, betont die Partei, sinken."),
        (with_clause(SlotKind.HOST, order=Order.HOST_WIE), "Wie die Partei betont, sinken die Preise."),
        (
            with_clause(SlotKind.CLAUSE, "dass", voice=Voice.PASSIVE, tense=Tense.PRETERITE),
            "Es wurde von der Partei betont, dass die Preise sinken.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_meaning_has_its_sentence(meaning: Meaning, text: str) -> None:
    assert realise(meaning).text == text


def test_a_relative_clause_follows_its_antecedent() -> None:
    found = realise(demand(order=Order.RELATIVE)).text
    assert found.startswith("Die Partei, die ein Tempolimit einfordert, ")


def test_pronouns_stand_before_the_subject_and_reflexives_agree() -> None:
    said = with_clause(SlotKind.CLAUSE, "dass", order=Order.QUESTION)
    told = Filling(FrameRole.ADDRESSEE, Slot(SlotKind.DATIVE), pronoun("wir"))
    we = Filling(FrameRole.ACTOR, Slot(SlotKind.SUBJECT), pronoun("wir"))
    content = Filling(FrameRole.CONTENT, Slot(SlotKind.PP, "für"), common("Vorhaben"))
    weil = demand(cue="sich einsetzen", fillings=(we, content), order=Order.WEIL)
    assert realise(demand(cue="mitteilen", fillings=(*said.fillings, told), order=Order.QUESTION)).text.startswith(
        "Teilt uns die Partei mit, dass"
    )
    assert realise(weil).text.endswith("weil wir uns für das Vorhaben einsetzen.")


@pytest.mark.parametrize("phrase", [*actors(), *things()], ids=lambda phrase: phrase.form("nom"))
@pytest.mark.parametrize("case", CASES)
def test_noun_phrases_agree(phrase: NounPhrase, case: Case) -> None:
    """The analysis reads every form in the case it was made for; a genitive without article shows none."""
    if phrase.bare and case == "gen":
        return
    if phrase.is_pronoun:
        readings = {r.agreement.case for r in nominal.pronoun(phrase.form(case))}
        assert case == "gen" or case in readings
        return
    words = phrase.form(case).split()
    head = next((at for at, word in enumerate(words) if phrase.lemma[:3] in word), len(words) - 1)
    tags = [("NE" if phrase.kind == "country" or phrase.lemma.isupper() else "NN", word) for word in words[: head + 1]]
    tokens = [(word, _tag(word, tag)) for tag, word in tags]
    assert case in {a.case for a in noun_phrases.noun_phrase(tokens)}


def _tag(word: str, tag: str) -> str:
    if nominal.determiner(word) and word[0].islower():
        return "ART"
    return tag if word[0].isupper() else "ADJA"


@given(
    st.sampled_from(VERBS),
    st.builds(
        Features,
        st.sampled_from(Tense),
        st.sampled_from([VerbMood.INDICATIVE, VerbMood.KONJUNKTIV1, VerbMood.KONJUNKTIV2]),
        st.sampled_from(Voice),
        st.sampled_from(["", "müssen", "sollen"]),
        st.sampled_from([1, 2, 3]),
        st.sampled_from(["sg", "pl"]),
    ),
)
def test_the_lexicon_reads_every_verb_complex(lemma: str, features: Features) -> None:
    words = conjugate(lemma, features)
    finite = [f for f in verbs.analyse(words.finite.text) if f.kind == "finite"]
    assert (features.person, features.number) in {(f.person, f.number) for f in finite}
    assert all(verbs.analyse(word.text) for word in words.final if word.text != "zu")
    assert sum(len(word.text) for word in words.final) == len(words.finite.text) + sum(
        len(w.text) for w in words.bracket
    )


@given(meanings(CORE.rules))
def test_sentences_are_written_as_german_is(meaning: Meaning) -> None:
    text = realise(meaning).text
    assert text[0].isupper() or text[0] == "„"
    assert text.endswith((".", "?", ".“"))
    assert not any(pair in text for pair in ("  ", " ,", " .", ",,", "„ ", " “", ", .", ",.", "( "))
    assert text.count("„") == text.count("“")
    assert text.count(" –") % 2 == 0


@given(meanings(CORE.rules))
def test_roles_are_where_the_sentence_has_them(meaning: Meaning) -> None:
    found = realise(meaning)
    taken = Counter(i for role in found.roles for start, end in role.spans for i in range(start, end))
    assert found.spans("cue") is not None
    assert max(taken.values()) == 1
    assert {f.role.value for f in meaning.fillings} <= {role.role for role in found.roles}


@given(meanings(CORE.rules))
def test_markup_is_the_notation_of_examples(meaning: Meaning) -> None:
    found = realise(meaning)
    parsed = parse_annotated(found.markup)
    assert parsed.text == found.text
    assert not parsed.faults


def test_strategies_make_sentences_with_the_cue_of_the_rule() -> None:
    assert FORDERN is not None

    @given(sentences_for(FORDERN))
    def has_the_cue(found: object) -> None:
        assert found.meaning.cue in FORDERN.cue.words  # type: ignore[attr-defined, union-attr]

    has_the_cue()


def test_names_take_a_genitive_without_article() -> None:
    assert name("Jana Scholz", "f", "person").form("gen") == "Jana Scholz’"
