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
        ("Wenn Moskau angreift, antwortet die NATO.", see("angreift", subtype="conditional", parent="antwortet")),
    ],
)
def test_plain_news_german(tagger: Language, text: str, expectation: object) -> None:
    assert expectation.differences(analyse(tagger(text))) == []  # type: ignore[attr-defined]
