"""The value objects of a result, their JSON and its schema."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from stance.chunks import chunks, join, shift
from stance.model import (
    Actor,
    Commitment,
    CommitmentType,
    Cue,
    DocumentResult,
    Evidence,
    Form,
    Mention,
    Polarity,
    RulesInfo,
    SpanSet,
    Status,
    Strength,
)
from stance.schema import result_schema
from stance.schema.generate import generate
from stance.serialise import ResultError, check, from_dict, from_json, to_dict, to_json
from tests.strategies import characters, commitments, mentions, results, span_sets, st

TEXT = "Die SPD fordert von Merz acht Prozent."
ORDER = (
    *("id", "type", "force", "form", "status", "polarity", "content_negated", "strength", "modality", "mood"),
    *("actor", "addressee", "cue", "content", "judgement", "condition", "sources", "antecedent"),
    *("sentence", "rule", "evidence"),
)


def demand(**changes: Any) -> Commitment:
    """A commitment about :data:`TEXT`."""
    found = Commitment(
        id="c1",
        type=CommitmentType.DEMAND,
        force=None,
        form=Form.REPORTED,
        status=Status.ACTUAL,
        polarity=Polarity.POSITIVE,
        content_negated=False,
        strength=Strength.PLAIN,
        modality=None,
        mood=None,
        actor=Actor("Die SPD", SpanSet(((0, 7),))),
        addressee=Actor("Merz", SpanSet(((20, 24),))),
        cue=Cue("fordert", SpanSet(((8, 15),)), "fordern"),
        content=Mention("acht Prozent", SpanSet(((25, 37),))),
        judgement=None,
        condition=None,
        sources=(),
        antecedent=None,
        sentence=(0, 38),
        rule="demand.fordern",
    )
    return attrs.evolve(found, **changes)


def result(*found: Commitment) -> DocumentResult:
    """A result that holds some commitments."""
    return DocumentResult("d1", RulesInfo("de.core", "1.0.0", "0" * 64), "test 1", found)


def errors(data: object) -> tuple[str, ...]:
    """What is wrong with some data."""
    with pytest.raises(ResultError) as caught:
        from_dict(data, DocumentResult)
    return caught.value.problems


@given(results())
def test_a_result_survives_json(found: DocumentResult) -> None:
    assert from_json(to_json(found)) == found


@given(results())
def test_a_result_fits_the_published_schema(found: DocumentResult) -> None:
    assert not list(Draft202012Validator(result_schema()).iter_errors(to_dict(found)))


@given(results())
def test_a_result_survives_pickling(found: DocumentResult) -> None:
    assert pickle.loads(pickle.dumps(found)) == found


@given(mentions())
def test_a_mention_survives_json(found: Mention) -> None:
    assert from_dict(json.loads(json.dumps(to_dict(found))), Mention) == found


@given(span_sets())
def test_span_sets_are_rebuilt_from_their_spans(spans: SpanSet) -> None:
    assert SpanSet.of(SpanSet.of(spans)) == SpanSet.of(spans)
    assert len(SpanSet.of(spans)) == len(spans)


@given(span_sets(), st.integers(0, 1000))
def test_shifting_keeps_length_and_order(spans: SpanSet, by: int) -> None:
    assert len(spans.shift(by)) == len(spans)
    assert spans.shift(by).start == spans.start + by


@given(span_sets(), span_sets())
def test_overlap_is_symmetric(one: SpanSet, other: SpanSet) -> None:
    assert one.overlap(other) == other.overlap(one) <= min(len(one), len(other))


@given(commitments(), st.integers(0, 500))
def test_shifting_a_commitment_moves_every_mention(found: Commitment, by: int) -> None:
    moved = shift(found, by)
    pairs = zip(found.mentions(), moved.mentions(), strict=True)
    assert all(after.spans == before.spans.shift(by) for before, after in pairs)
    assert moved.sentence == (found.sentence[0] + by, found.sentence[1] + by)
    assert shift(found, 0) == found


@given(st.text(characters(), max_size=60), st.integers(1, 20))
def test_chunks_lose_nothing_and_know_their_offset(text: str, limit: int) -> None:
    pieces = list(chunks(text, limit))
    assert "".join(piece.text for piece in pieces) == text
    assert all(text.startswith(piece.text, piece.offset) for piece in pieces)
    assert all(len(piece.text) <= limit for piece in pieces)


def test_chunks_end_with_paragraphs_where_they_can() -> None:
    text = "Erster Satz. Zweiter Satz.\n\nDritter Satz. Vierter Satz."
    assert next(iter(chunks(text, 50))).text == "Erster Satz. Zweiter Satz.\n\n"


def test_commitments_of_several_pieces_get_new_names_and_keep_their_links() -> None:
    first, second = demand(), demand(id="c2", antecedent="c1")
    joined = join([(0, (first,)), (100, (first, second))])
    assert [found.id for found in joined] == ["c1", "c2", "c3"]
    assert joined[2].antecedent == "c2"
    assert joined[1].sentence == (100, 138)


def test_keys_stand_in_the_order_of_the_format() -> None:
    data = to_dict(result(demand()))
    assert list(data) == ["schema", "id", "date", "rules", "pipeline", "commitments"]
    assert tuple(data["commitments"][0]) == ORDER
    assert list(data["commitments"][0]["actor"]) == ["text", "spans", "name", "id", "kind", "candidates"]
    assert list(data["commitments"][0]["cue"]) == ["text", "spans", "lemma"]


def test_a_mention_is_written_by_the_place_where_it_stands() -> None:
    content = Actor("Merz", SpanSet(((20, 24),)))
    assert list(to_dict(demand(content=content))["content"]) == ["text", "spans"]


def test_empty_evidence_is_an_empty_object() -> None:
    assert to_dict(demand())["evidence"] == {}
    assert to_dict(demand(evidence=Evidence("p", "f")))["evidence"] == {"pack": "p", "frame": "f", "bindings": {}}


def test_the_committed_schema_is_the_one_that_the_classes_give() -> None:
    assert result_schema() == generate(), "run: python -m stance.schema.generate"


def test_every_key_of_a_commitment_is_described() -> None:
    properties = result_schema()["$defs"]["Commitment"]["properties"]
    assert [name for name in properties if "description" not in properties[name]] == []


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda d: d.pop("id"), "missing: id) @ $"),
        (lambda d: d.update(x=1), "unknown: x) @ $"),
        (lambda d: d.update(schema="stance/9"), "schema is 'stance/9'"),
        (lambda d: d.update(commitments=3), "commitments must be a list, not a number @ $"),
        (lambda d: d["commitments"].append([]), "a commitment must be an object, not a list @ $.commitments[1]"),
        (lambda d: d["commitments"][0].pop("mood"), "missing: mood) @ $.commitments[0]"),
        (lambda d: d["commitments"][0].update(type="Demand"), "'Demand' is none of assertion, "),
        (lambda d: d["commitments"][0].update(type=None), "None is none of assertion, "),
        (lambda d: d["commitments"][0].update(content_negated="no"), "true or false must stand here, not a string"),
        (lambda d: d["commitments"][0].update(sentence=[5, 2]), "[5, 2] is no span"),
        (lambda d: d["commitments"][0].update(sentence=[True, 2]), "is no pair of offsets"),
        (
            lambda d: d["commitments"][0].update(evidence={"pack": ""}),
            "missing: frame, bindings) @ $.commitments[0].ev",
        ),
        (lambda d: d["commitments"][0]["cue"].update(spans=[[1.5, 2]]), "(1.5, 2) is no pair of offsets"),
        (lambda d: d["commitments"][0]["cue"].update(spans=[[-1, 2]]), "0 <= start < end must hold"),
        (lambda d: d["commitments"][0]["cue"].update(spans=[[4, 6], [5, 7]]), "overlaps or precedes"),
        (lambda d: d["commitments"][0]["actor"].pop("name"), "missing: name) @ $.commitments[0].actor"),
        (lambda d: d["commitments"][0]["actor"].update(text=1), "a string must stand here, not a number"),
    ],
)
def test_what_is_no_result_is_said_with_its_path(spoil: Any, expected: str) -> None:
    data = copy.deepcopy(to_dict(result(demand())))
    spoil(data)
    assert any(expected in problem for problem in errors(data))


def test_all_mistakes_are_said_at_once() -> None:
    data = to_dict(result(demand()))
    data["pipeline"] = None
    data["commitments"][0]["form"] = "spoken"
    assert [problem.rpartition(" @ ")[2] for problem in errors(data)] == ["$.pipeline", "$.commitments[0].form"]


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_what_is_no_object_is_no_result(data: object) -> None:
    assert "a result must be an object" in errors(data)[0]


def test_a_line_that_is_no_json_is_no_result() -> None:
    with pytest.raises(ResultError, match="no JSON"):
        from_json("{")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[" * 100000, "nested too deeply"),
        ('{"schema": ' + "1" * 5000 + "}", "no JSON"),
        ('{"id": "\\ud800"}', r"half a surrogate pair, \\ud800"),
        ('{"id": "\ud800"}', r"half a surrogate pair, \\ud800"),
    ],
)
def test_a_line_that_no_text_can_hold_is_no_result(line: str, problem: str) -> None:
    with pytest.raises(ResultError, match=problem):
        from_json(line)


def test_a_result_error_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(ResultError(("a @ $",)))).problems == ("a @ $",)


def test_check_accepts_what_fits_the_text() -> None:
    assert check(result(demand()), TEXT) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"cue": Cue("fordern", SpanSet(((8, 15),)), "fordern")}, "the text is not what the spans cover: 'fordert'"),
        ({"content": Mention("x", SpanSet(((30, 99),)))}, "beyond the text of 38 characters"),
        ({"sentence": (0, 39)}, "outside the text"),
        ({"antecedent": "c9"}, "no commitment 'c9'"),
    ],
)
def test_check_says_what_does_not_fit_the_text(changes: dict[str, Any], expected: str) -> None:
    (problem,) = check(result(demand(**changes)), TEXT)
    assert expected in problem
    assert "$.commitments[0]" in problem


def test_check_says_when_an_id_is_used_twice() -> None:
    assert "'c1' is used twice" in check(result(demand(), demand()), TEXT)[0]


def test_lines_without_a_date_are_read() -> None:
    data = to_dict(result(demand()))
    del data["date"]
    assert from_dict(data, DocumentResult).date is None


@pytest.mark.parametrize("date", ["2023-05-17", "2023-05", "2023", None])
def test_the_date_of_a_document_is_kept(date: str | None) -> None:
    found = attrs.evolve(result(demand()), date=date)
    assert from_json(to_json(found)).date == date


@pytest.mark.parametrize("date", ["17.5.2023", "May", "2023-5-7", "2023-13-01", "2023-02-30", ""])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="is no ISO date"):
        attrs.evolve(result(demand()), date=date)
