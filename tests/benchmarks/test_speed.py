"""What the speed benchmark measures: every stage once on all sentences, tags and clauses again on those with a cue."""

from __future__ import annotations

from benchmarks.speed import measure, report


def test_stages_and_sentences_with_a_cue_are_told_apart() -> None:
    speed = measure(["Die SPD fordert mehr Geld für Schulen. Am Abend regnete es."])
    assert (speed.triggered.sentences, speed.triggered.of, speed.triggered.tokens) == (1, 2, 8)
    assert list(speed.clock.seconds) == [
        "tokens, sentences",
        "tagger",
        "tag correction, lemmas",
        "entities, names",
        "clauses",
        "matching, context, discourse",
    ]


def test_nothing_to_measure_is_reported_without_figures() -> None:
    assert "sentences with a cue: 0 of 0" in report(measure([]))
