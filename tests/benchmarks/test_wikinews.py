"""The quotation benchmark: format, alignment, scores, and the mapping of commitments to quotation groups."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._quotation_scores import PARTS, align, labels, macro, micro
from benchmarks._quotations import ROLES, Document, Group, published, read_documents, runs

TEXT = "Laut Berg steigen die Kosten. Berg sagte, das reiche nicht."


def raw_document() -> dict[str, object]:
    """A document as published, with one annotation."""
    words = ["Laut", "Berg", "steigen", "die", "Kosten", ".", "Berg", "sagte", ",", "das", "reiche", "nicht", "."]
    tokens, position = [], 0
    for index, word in enumerate(words):
        start = TEXT.index(word, position)
        position = start + len(word)
        tokens.append({"charBegin": start, "charEnd": position, "id": index, "text": word})
    return {
        "documentName": "one",
        "originalText": TEXT,
        "tokens": tokens,
        "sentences": [{"begin": 0, "end": 6}, {"begin": 6, "end": 13}],
        "annotations": [
            {
                "id": 0,
                "type": "Indirect",
                "medium": "Speech",
                "isNested": False,
                "hasNested": False,
                "quote": {"tokenIds": [9, 10, 11], "text": "das reiche nicht", "spans": []},
                "cue": {"tokenIds": [7]},
                "speaker": {"tokenIds": [6]},
                "addressee": {"tokenIds": []},
                "frame": {"tokenIds": [6, 7, 8]},
            }
        ],
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(raw_document()) + "\n", encoding="utf-8")
    return path


def read_one(path: Path) -> tuple[Document, dict[str, object]]:
    return next(read_documents(path))


def group(*quote: int, kind: str = "Indirect", **roles: tuple[int, ...]) -> Group:
    return Group(type=kind, medium="Speech", quote=quote, **roles)


def test_reading_keeps_the_parts_of_a_group(path: Path) -> None:
    document, _ = read_one(path)
    assert document.groups == (group(9, 10, 11, cue=(7,), speaker=(6,), frame=(6, 7, 8)),)
    assert document.word(10) == "reiche"
    assert document.sentence_of(10) == (6, 13)


@pytest.mark.parametrize(
    ("spans", "tokens"),
    [([(5, 9)], (1,)), ([(5, 10)], (1,)), ([(5, 11)], (1, 2)), ([(0, 4), (27, 29)], (0, 4, 5)), ([(9, 10)], ())],
)
def test_character_spans_cover_the_tokens_they_touch(
    path: Path, spans: list[tuple[int, int]], tokens: tuple[int, ...]
) -> None:
    assert read_one(path)[0].covered(spans) == tokens


def test_published_predictions_read_back_as_they_were(path: Path, tmp_path: Path) -> None:
    document, raw = read_one(path)
    groups = (group(2, 3, 4, cue=(0,), speaker=(1,), frame=(0, 1)), group(3, 4, kind="Direct"))
    again = tmp_path / "again.jsonl"
    again.write_text(json.dumps(published(document, raw, groups)) + "\n", encoding="utf-8")
    document_again, raw_again = read_one(again)
    assert document_again.groups == groups
    assert raw_again.keys() == raw.keys()
    assert [annotation["isNested"] for annotation in raw_again["annotations"]] == [False, True]
    assert [annotation["hasNested"] for annotation in raw_again["annotations"]] == [True, False]


def test_a_published_part_has_spans_and_text(path: Path) -> None:
    document, raw = read_one(path)
    annotation = published(document, raw, [group(0, 1, 4)])["annotations"][0]
    assert annotation["quote"] == {
        "tokenIds": [0, 1, 4],
        "text": "Laut Berg Kosten",
        "spans": [
            {"begin": 0, "end": 2, "charBegin": 0, "charEnd": 9},
            {"begin": 4, "end": 5, "charBegin": 22, "charEnd": 28},
        ],
    }


def test_gold_against_gold_is_perfect(path: Path) -> None:
    document, _ = read_one(path)
    pairs = align(document.groups, document.groups)
    for parts in (("quote",), ROLES, PARTS):
        assert macro(pairs, parts).f == 1
        assert micro(pairs, parts).f == 1
    assert labels(pairs, "type").f == 1


def test_no_prediction_scores_nothing(path: Path) -> None:
    document, _ = read_one(path)
    pairs = align(document.groups, [])
    assert [macro(pairs, parts).f for parts in (("quote",), ROLES, PARTS)] == [0, 0, 0]


def test_a_pair_without_overlap_is_two_errors_and_its_roles_earn_nothing() -> None:
    pairs = align([group(1, 2, speaker=(9,))], [group(3, 4, speaker=(9,))])
    assert len(pairs) == 2
    assert macro(pairs, ("speaker",)).f == 0
    assert (macro(pairs, ("quote",)).precision, macro(pairs, ("quote",)).recall) == (0, 0)


def test_precision_averages_over_predicted_groups_and_recall_over_gold_groups() -> None:
    gold = [group(1, 2, 3, 4, speaker=(0,)), group(10)]
    found = [group(1, 2, speaker=(0, 9)), group(20), group(30)]
    average = macro(align(gold, found), ("quote",))
    assert average.precision == pytest.approx(1 / 3)
    assert average.recall == pytest.approx(0.5 / 2)
    joint = macro(align(gold, found), PARTS)
    assert joint.precision == pytest.approx((1 + 0 + 0 + 0.5) / 4)
    assert joint.recall == pytest.approx((0.5 + 0 + 1) / 3)


def test_alignment_takes_the_best_sum_not_the_first_best_pair() -> None:
    gold = [group(1, 2, 3), group(1, 2)]
    found = [group(1, 2, 3, 4, 5, 6), group(1, 2, 3, 4)]
    pairs = align(gold, found)
    assert all(pair.gold is not None and pair.found is not None for pair in pairs)


def test_equal_type_breaks_a_tie() -> None:
    gold = [group(1, 2, kind="Direct"), group(1, 2, kind="Indirect")]
    pairs = align(gold, [group(1, 2, kind="Indirect"), group(1, 2, kind="Direct")])
    assert all(pair.gold is not None and pair.gold == pair.found for pair in pairs)


@given(st.sets(st.integers(0, 30)))
def test_runs_are_consecutive_and_lose_nothing(tokens: set[int]) -> None:
    ordered = sorted(tokens)
    assert [token for run in runs(ordered) for token in run] == ordered
    assert all(run == list(range(run[0], run[-1] + 1)) for run in runs(ordered))
