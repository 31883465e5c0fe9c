"""The speaker attribution benchmark: format, alignment, proportional scores, and the mapping of commitments."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from benchmarks import spkatt
from benchmarks._spkatt_format import PARTS, ROLES, Annotation, Part, Speech, read_speeches, speech
from benchmarks._spkatt_scores import align, over_tokens, proportional

RAW: dict[str, Any] = {
    "id": "one",
    "Sentences": [
        {"SentenceId": 4, "Tokens": ["Ich", "sage", ":"]},
        {"SentenceId": 5, "Tokens": ["Das", "reicht", "nicht", "."]},
        {"SentenceId": 7, "Tokens": ["Danke", "(", "ja", ")", "."]},
    ],
    "Annotations": [
        {"Cue": ["4:1"], "PTC": [], "Source": ["4:0"], "Message": ["5:0", "5:1", "5:2"], "Addr": None},
    ],
}


def spoken(*sentences: str) -> Speech:
    """A speech of tokenised sentences without annotations."""
    raw = [{"SentenceId": i, "Tokens": sentence.split()} for i, sentence in enumerate(sentences)]
    return speech({"id": "own", "Sentences": raw, "Annotations": []})


@pytest.fixture(scope="module")
def predict() -> Any:
    return spkatt.extractor()


def words(one: Speech, annotation: Annotation) -> dict[str, str]:
    return {name: " ".join(one.words[token] for token in tokens) for name, tokens in annotation.parts}


def test_ids_are_sentence_and_token() -> None:
    read = speech(RAW)
    assert read.sentences == ((0, 3), (3, 7), (7, 12))
    assert read.annotations == (Annotation.of(Cue=[1], Source=[0], Message=[3, 4, 5]),)


def test_a_doc_keeps_the_tokens() -> None:
    doc = speech(RAW).doc(Vocab())
    assert [token.text for token in doc] == list(speech(RAW).words)
    assert doc.text == "Ich sage: Das reicht nicht. Danke (ja)."


def test_a_sentence_goes_on_after_a_colon() -> None:
    doc = speech(RAW).doc(Vocab())
    assert [token.i for token in doc if token.is_sent_start] == [0, 7]


def test_every_third_speech_is_held_out(tmp_path: Path) -> None:
    path = tmp_path / "speeches.jsonl"
    path.write_text("".join(json.dumps({**RAW, "id": str(i)}) + "\n" for i in range(7)), encoding="utf-8")
    assert [one.name for one in read_speeches(path, Part.HELD_OUT)] == ["2", "5"]
    assert [one.name for one in read_speeches(path, Part.DEV)] == ["0", "1", "3", "4", "6"]


def test_annotations_without_common_cue_stay_apart() -> None:
    pairs = align([Annotation.of(Cue=[1], Source=[0])], [Annotation.of(Cue=[2], Source=[0])])
    assert [(pair.gold is None, pair.found is None) for pair in pairs] == [(False, True), (True, False)]
    assert proportional(pairs, PARTS).f == 0


def test_a_span_counts_by_its_share() -> None:
    gold, found = Annotation.of(Cue=[1], Message=[3, 4, 5, 6]), Annotation.of(Cue=[1], Message=[3, 4])
    score = proportional(align([gold], [found]), ("Message",))
    assert (score.precision, score.recall) == (1.0, 0.5)
    assert over_tokens(align([gold], [found]), ("Message",)).matched == 2


tokens = st.frozensets(st.integers(0, 12), min_size=1, max_size=3)
annotation = st.builds(
    lambda cue, source: Annotation.of(Cue=cue, Source=source), tokens, st.frozensets(st.integers(0, 12))
)


@given(st.lists(annotation, max_size=4))
def test_what_agrees_with_itself_is_right(gold: list[Annotation]) -> None:
    cues = proportional(align(gold, gold), ("Cue",))
    assert cues.f == (1.0 if gold else 0.0)


@given(st.lists(annotation, max_size=4), st.lists(annotation, max_size=4))
def test_every_span_is_counted_once(gold: list[Annotation], found: list[Annotation]) -> None:
    score = proportional(align(gold, found), ROLES)
    assert score.gold == sum(bool(one.part("Source")) for one in gold)
    assert score.found == sum(bool(one.part("Source")) for one in found)
    assert 0 <= score.right <= score.found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Der Minister hat gesagt , dass die Frist reicht .",
            {"Cue": "gesagt", "Source": "Der Minister", "Message": "dass die Frist reicht"},
        ),
        (
            "Wir lehnen diesen Plan ab .",
            {"Cue": "lehnen", "PTC": "ab", "Source": "Wir", "Message": "diesen Plan"},
        ),
        (
            "Die Ministerin bestand darauf , die Akten zu prüfen .",
            {"Cue": "bestand", "Source": "Die Ministerin", "Message": "darauf die Akten zu prüfen"},
        ),
        (
            "Wir reden heute über die Renten .",
            {"Cue": "reden", "Source": "Wir", "Topic": "über die Renten"},
        ),
        (
            "Die Fraktion findet den Entwurf falsch .",
            {"Cue": "findet", "Source": "Die Fraktion", "Topic": "den Entwurf", "Message": "falsch"},
        ),
        (
            "Die Zahlen zeigen , dass die Reform wirkt .",
            {"Cue": "zeigen", "Evidence": "Die Zahlen", "Message": "dass die Reform wirkt"},
        ),
        (
            "Der Antrag fordert ein Verbot .",
            {"Cue": "fordert", "Medium": "Der Antrag", "Message": "ein Verbot"},
        ),
    ],
)
def test_mapping(predict: Any, sentence: str, expected: dict[str, str]) -> None:
    one = spoken(sentence)
    assert expected in [words(one, found) for found in predict(one)]


def test_modals_are_not_marked(predict: Any) -> None:
    assert predict(spoken("Die Länder wollen die Kosten nicht tragen .")) == []


def test_an_absent_file_measures_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert spkatt.main([str(tmp_path / "absent.jsonl")]) == 0
    assert "nothing measured" in capsys.readouterr().err


def test_held_out_speeches_are_never_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert spkatt.main([str(tmp_path / "speeches.jsonl"), "--errors", "missed"]) == 2
    assert "only scored" in capsys.readouterr().err


def test_report_names_every_role(predict: Any) -> None:
    gold = speech(RAW)
    [measured] = spkatt.measure(iter([gold]), predict)
    shown = spkatt.report(measured.pairs)
    assert all(role in shown for role in ROLES)
    assert "joint" in shown
