"""From text: what the shipped tokeniser, sentence splitter and tagger give is enough for the clause graph."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from spacy.language import Language

from stance.clauses.fields import analyse
from tests.clauses.tagged import from_pairs, see
from tests.clauses.test_properties import check_structure
from tests.strategies import characters, german_sentences

_SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@_SHARED
@given(st.text(characters(), max_size=80))
def test_any_text_gives_a_sound_graph(tagger: Language, text: str) -> None:
    check_structure(analyse(tagger(text)))


@_SHARED
@given(st.lists(st.one_of(german_sentences(), st.text(characters(), max_size=8)), min_size=1, max_size=3))
def test_german_with_noise_between_gives_a_sound_graph(tagger: Language, parts: list[object]) -> None:
    texts = [part if isinstance(part, str) else from_pairs(part.pairs).text for part in parts]  # type: ignore[attr-defined]
    check_structure(analyse(tagger(" ".join(texts))))


@pytest.mark.parametrize(
    ("text", "expectation"),
    [
        ("Merz lehnt den Vorschlag der SPD ab.", see("lehnt", lemma="ablehnen", accusative="den Vorschlag der SPD")),
        ("Das Gericht hat die Klage abgewiesen.", see("hat", lemma="abweisen", tense="perfect")),
        ("Der Sprecher sagte, die Lage sei ernst.", see("sei", kind="complement", type="v2", parent="sagte")),
        ("Der Sprecher sagte, dass die Lage ernst sei.", see("sei", type="dass", parent="sagte")),
        ("„Wir lehnen das ab“, sagte Merz.", see("lehnen", quoted=True, lemma="ablehnen", subject="Wir")),
        ("Der Antrag wurde von der Fraktion abgelehnt.", see("wurde", voice="passive", agent="der Fraktion")),
        ("Die SPD verspricht, die Steuern zu senken.", see("senken", kind="infinitive", controller="Die SPD")),
        ("Merz, der den Plan ablehnte, schwieg.", see("ablehnte", kind="relative", antecedent="Merz")),
        ("Die Lage sei ernst, so Merz.", see("so", kind="parenthesis", parent="sei")),
        ("Der Minister sagte dass die Steuern sinken.", see("sinken", type="dass", parent="sagte")),
        ("Er weiß nicht ob sie kommt.", see("kommt", type="ob", parent="weiß", subject="sie")),
        ("Die SPD lehnt den Plan ab weil er zu teuer ist.", see("lehnt", lemma="ablehnen", subject="Die SPD")),
        ("Huber fragte wer den Brief geschrieben habe.", see("habe", type="w", parent="fragte", subject="wer")),
        ("Die Abgeordnete die den Plan ablehnt schwieg.", see("ablehnt", kind="relative", antecedent="Abgeordnete")),
        ("Der Minister der gestern in Wien sprach ging.", see("ging", kind="main", subject="Der Minister")),
        ("Sie lobte den Mann der den Plan kritisierte.", see("kritisierte", kind="relative", antecedent="Mann")),
        ("Die Stadt versprach die Schule zu sanieren.", see("sanieren", kind="infinitive", parent="versprach")),
        ("HUBER LEHNT DEN PLAN AB.", see("LEHNT", lemma="ablehnen", subject="HUBER", accusative="DEN PLAN")),
        ("Der Bundesrat schliesst eine Erhöhung aus.", see("schliesst", lemma="ausschließen")),
        ("Im Jänner plant die Regierung heuer nichts.", see("plant", subject="die Regierung", accusative="nichts")),
        ("Wenn Moskau angreift, antwortet die NATO.", see("angreift", subtype="conditional", parent="antwortet")),
    ],
)
def test_plain_news_german(tagger: Language, text: str, expectation: object) -> None:
    assert expectation.differences(analyse(tagger(text))) == []  # type: ignore[attr-defined]
