"""Matching: frames, competition, passive, coordination, the trace, and that order and noise change nothing."""

from __future__ import annotations

from functools import cache

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import stance
from stance.extraction import Extraction, Extractor
from stance.matching.spans import clean, mention, ranges
from stance.rules.compiler import compile_rules
from stance.rules.reader import load_packs, parse_pack
from stance.rules.ruleset import RuleSet
from tests.context.test_hard_cases import found, shown

_PACK = """
pack: test.pack
version: 1.0.0
rules:
  - id: test.demand
    type: demand
    cue: {verb: [fordern]}
    frames:
      - {actor: subject, content: clause.dass | accusative, addressee: pp.von}
  - id: test.idiom
    type: rejection
    cue: {idiom: eine Absage erteilen}
    frames: [{actor: subject, content: dative}]
  - id: test.noun
    type: refusal
    cue: {noun: [Absage]}
    frames: [{actor: possessor, content: pp.an}]
"""

_WORDS = "Merz sagte dass fordert ein Verbot nicht der die SPD und will zu laut so er sei müsse wenn"
_MARKS = list(".,:;„“()!?–\n")


@cache
def _pipeline() -> Language:
    return stance.load()


def _doc(text: str) -> Doc:
    with _pipeline().select_pipes(disable=["stance"]):
        return _pipeline()(text)


@cache
def _extractor() -> Extractor:
    return Extractor(compile_rules(RuleSet.of([parse_pack(_PACK)])))


def _extract(text: str, *, explain: bool = False) -> Extraction:
    return _extractor()(_doc(text), explain=explain)


def test_an_idiom_eats_its_verb_and_noun() -> None:
    assert [c.rule for c in _extract("Die SPD erteilte dem Plan eine Absage.").commitments] == ["test.idiom"]


def test_coordinated_actors_give_one_each() -> None:
    commitments = _extract("Die SPD und die Grünen fordern ein Verbot.").commitments
    assert [shown(c, "actor") for c in commitments] == ["Die SPD", "die Grünen"]
    assert {shown(c, "content") for c in commitments} == {"ein Verbot"}


def test_things_do_not_demand() -> None:
    extraction = _extract("Das Unglück forderte drei Todesopfer.", explain=True)
    assert extraction.commitments == ()
    assert [(a.failed, extraction.graph.doc[a.token or 0].text) for a in extraction.trace.attempts] == [
        ("actor", "Unglück")
    ]


def test_an_imperative_is_no_report() -> None:
    assert _extract("Fordert ein Verbot!").commitments == ()


def test_a_relative_clause_belongs_to_the_content_and_not_to_the_actor() -> None:
    commitment = _extract("Merz, der lange schwieg, fordert ein Verbot, das sofort gilt.").commitments[0]
    assert shown(commitment, "actor") == "Merz"
    assert shown(commitment, "content") == "ein Verbot, das sofort gilt"


def test_coordinated_clauses_are_one_content() -> None:
    commitment = _extract("Merz fordert, dass Berlin zahlt und dass Paris hilft.").commitments[0]
    assert shown(commitment, "content") == "dass Berlin zahlt und dass Paris hilft"


def test_infinitives_have_the_subject_of_their_controller() -> None:
    commitment = _extract("Die Ministerin reiste nach Paris, um ein Verbot zu fordern.").commitments[0]
    assert shown(commitment, "actor") == "Die Ministerin"


def test_the_trace_tells_who_won() -> None:
    trace = _extract("Die SPD erteilte dem Plan an der Grenze eine Absage.", explain=True).trace
    assert {a.rule: a.fired for a in trace.attempts} == {"test.idiom": True, "test.noun": False}


@pytest.mark.parametrize("text", ["Merz fordert ein Verbot.", "„Wir helfen“, sagte er, „gern.“", "", "?!", "Merz:"])
def test_explaining_changes_nothing(text: str) -> None:
    assert _extract(text).commitments == _extract(text, explain=True).commitments


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_WORDS.split() + _MARKS), max_size=14).map(" ".join) | st.text(max_size=40))
def test_any_text_gives_clean_mentions(text: str) -> None:
    for commitment in found(text):
        for part in commitment.mentions():
            assert part.text == part.spans.text(text)
            assert part.text == part.text.strip()


def test_a_content_before_its_cue_ends_before_a_double_blank() -> None:
    commitment = found("Am Montag wurden neue Buslinien  auf Eis gelegt.")[0]
    assert shown(commitment, "content") == "neue Buslinien"


def test_packs_in_any_order_give_the_same() -> None:
    text = "Die Union lehnt den Plan ab und fordert, so Merz, ein Verbot."
    ruleset = load_packs(["de.core"])
    reversed_set = attrs.evolve(ruleset, rules=ruleset.rules[::-1])
    first, second = (Extractor(compile_rules(rules))(_doc(text)).commitments for rules in (ruleset, reversed_set))
    assert first == second


def test_mentions_close_gaps_of_punctuation_and_pair_their_marks() -> None:
    doc = _doc("Er nannte ihn „groß, klug“ und reich.")
    words = [t.i for t in doc if t.text in ("groß", "klug")]
    cleaned = mention(doc, clean(doc, words))
    assert cleaned is not None
    assert cleaned.text == "„groß, klug“"
    assert ranges([1, 2, 5]) == [(1, 3), (5, 6)]
