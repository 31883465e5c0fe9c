"""The gold commitments of the seed articles: well-formed `stance/1`, and every mention is what its spans say.

Reads `seeds/*.gold.jsonl` and the articles beside them; the fields are checked against the classes of `stance.model`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import cattrs
import pytest

from stance.model import (
    SCHEMA,
    Actor,
    Binding,
    Commitment,
    CommitmentType,
    Cue,
    DocumentResult,
    Evidence,
    Form,
    Mention,
    Polarity,
    SpanSet,
)

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD_FILES = sorted(SEEDS.glob("*.gold.jsonl"))
NEGATIVE_TYPES = frozenset({"denial", "doubt", "rejection", "refusal", "accusation", "warning", "threat"})
MENTION_CLASSES = {"actor": Actor, "addressee": Actor, "cue": Cue}


def _structure_spans(value: list[list[int]], _: type) -> SpanSet:
    return SpanSet(tuple((start, end) for start, end in value))


def _structure_evidence(value: dict[str, Any], _: type) -> Evidence:
    bindings = tuple(Binding(name, _structure_spans(spans, SpanSet)) for name, spans in value["bindings"].items())
    return Evidence(value["pack"], value["frame"], bindings)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(SpanSet, _structure_spans)
    converter.register_structure_hook(Evidence, _structure_evidence)
    return converter


def _names(cls: type) -> list[str]:
    return [field.name for field in attrs.fields(cls)]


def _article(path: Path) -> str:
    return (SEEDS / f"{path.name.removesuffix('.gold.jsonl')}.txt").read_bytes().decode("utf-8")


def _raw(path: Path) -> dict[str, Any]:
    (line,) = path.read_text(encoding="utf-8").splitlines()
    document: dict[str, Any] = json.loads(line)
    return document


def _raw_mentions(commitment: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for role in ("actor", "addressee", "cue", "content", "judgement", "condition"):
        if commitment[role] is not None:
            yield role, commitment[role]
    for source in commitment["sources"]:
        yield "actor", source


@pytest.fixture(params=GOLD_FILES, ids=lambda path: path.name[:3])
def gold_path(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def gold(gold_path: Path) -> DocumentResult:
    return _converter().structure(_raw(gold_path), DocumentResult)


def test_every_article_has_gold() -> None:
    articles = {path.name.removesuffix(".txt") for path in SEEDS.glob("*.txt")}
    assert articles
    assert {path.name.removesuffix(".gold.jsonl") for path in GOLD_FILES} == articles


def test_header_names_the_article(gold_path: Path, gold: DocumentResult) -> None:
    assert gold.schema == SCHEMA
    assert f"{gold.id}.gold.jsonl" == gold_path.name
    assert (gold.rules.pack, gold.pipeline) == ("gold", "gold")


def test_every_key_is_present_and_in_order(gold_path: Path) -> None:
    for commitment in _raw(gold_path)["commitments"]:
        assert list(commitment) == _names(Commitment)
        for role, mention in _raw_mentions(commitment):
            assert list(mention) == _names(MENTION_CLASSES.get(role, Mention)), (commitment["id"], role)


def test_mention_text_equals_its_spans(gold_path: Path, gold: DocumentResult) -> None:
    article = _article(gold_path)
    for commitment in gold.commitments:
        for mention in commitment.mentions():
            assert mention.spans.end <= len(article)
            assert mention.text == mention.spans.text(article), commitment.id


def test_spans_start_and_end_at_word_boundaries(gold_path: Path, gold: DocumentResult) -> None:
    article = f" {_article(gold_path)} "
    for commitment in gold.commitments:
        for mention in commitment.mentions():
            for start, end in mention.spans:
                covered = article[start + 1 : end + 1]
                assert covered == covered.strip()
                assert not (article[start].isalnum() and covered[0].isalnum()), covered
                assert not (article[end + 1].isalnum() and covered[-1].isalnum()), covered


def test_sentence_holds_cue_and_content(gold: DocumentResult) -> None:
    for commitment in gold.commitments:
        start, end = commitment.sentence
        for mention in (commitment.cue, commitment.content):
            assert mention is not None
            assert start <= mention.spans.start
            assert mention.spans.end <= end, commitment.id


def test_sentence_is_a_whole_sentence(gold_path: Path, gold: DocumentResult) -> None:
    article = _article(gold_path)
    for commitment in gold.commitments:
        start, end = commitment.sentence
        assert article[start].isupper()
        assert article[end - 1] in ".!?“"
        assert start == 0 or article[start - 1].isspace()
        assert end == len(article) or article[end] in " \n."


def test_ids_count_up_and_antecedents_point_back(gold: DocumentResult) -> None:
    ids = [commitment.id for commitment in gold.commitments]
    assert ids == [f"c{number}" for number in range(1, len(ids) + 1)]
    for position, commitment in enumerate(gold.commitments):
        assert commitment.antecedent is None or commitment.antecedent in ids[:position]


def test_commitments_stand_in_text_order_and_differ(gold: DocumentResult) -> None:
    keys = [
        (commitment.cue.spans.start, commitment.actor.spans.start if commitment.actor else -1)
        for commitment in gold.commitments
        if commitment.cue
    ]
    assert keys == sorted(set(keys))


def test_polarity_follows_type(gold: DocumentResult) -> None:
    for commitment in gold.commitments:
        if commitment.type is not CommitmentType.EVALUATION:
            expected = Polarity.NEGATIVE if commitment.type.value in NEGATIVE_TYPES else Polarity.POSITIVE
            assert commitment.polarity is expected, commitment.id


def test_fields_agree_with_each_other(gold: DocumentResult) -> None:
    for commitment in gold.commitments:
        assert commitment.rule == "gold"
        if commitment.judgement is not None:
            assert commitment.type is CommitmentType.EVALUATION
        if commitment.form is Form.NOMINAL:
            assert commitment.cue is not None
            assert commitment.cue.lemma[0].isupper()
        if commitment.form is Form.INDIRECT and commitment.mood is None:
            assert commitment.content is not None
            assert " zu " in commitment.content.text


def test_an_actor_has_one_name_one_id_and_one_kind(gold: DocumentResult) -> None:
    seen: dict[str | None, tuple[str | None, str]] = {}
    for commitment in gold.commitments:
        for actor in (commitment.actor, commitment.addressee, *commitment.sources):
            if actor is not None:
                assert actor.name
                assert actor.id
                assert seen.setdefault(actor.id, (actor.name, actor.kind)) == (actor.name, actor.kind)
