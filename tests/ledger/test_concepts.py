"""Concepts: coding with a direction, matrices, congruence, and what is wrong in a file of concepts."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from stance.ledger import Concept, Ledger, Stand, matrix, read_concepts
from stance.model import ActorKind
from stance.rules.errors import RuleError
from tests.ledger.test_ledger import said

ARMS = Concept("arms", "arms", ("Waffen liefern",), ("Waffenstillstand",))
GAS = Concept("gas", "gas", ("Gas kaufen",))


@pytest.mark.parametrize(
    ("content", "side"),
    [
        ("die Lieferung von Waffen", 1),
        ("ein Ende der Waffenlieferungen", -1),
        ("einen Waffenstillstand", -1),
        ("den Streit zu beenden und Waffen zu liefern", 1),
        ("die Waffenruhe", 0),
        ("ein Tempolimit", 0),
    ],
)
def test_the_side_of_a_content(content: str, side: int) -> None:
    assert ARMS.side(content) == side


def test_against_what_is_contra_is_for_the_concept() -> None:
    assert ARMS.stand(said("einen Waffenstillstand", -1)) == 1


def test_the_longest_phrase_decides() -> None:
    concept = Concept("arms", "arms", ("alte Waffen liefern",), ("Waffen liefern",))
    assert (concept.side("alte Waffen zu liefern"), concept.side("Waffen zu liefern")) == (1, -1)


def test_nobody_in_particular_is_no_actor_of_a_matrix() -> None:
    ledger = Ledger((said("Waffen zu liefern", 1, kind=ActorKind.GENERIC),))
    assert matrix(ledger, (ARMS,)).actors == {}


def test_actors_are_congruent_where_they_stand_on_the_same_side() -> None:
    kast = attrs.evolve(said("Waffen zu liefern", 1, actor="kast"), name="Kast")
    ledger = Ledger(
        (said("Waffenlieferungen", 1), said("Gas zu kaufen", -1), kast, said("Gas zu kaufen", 1, actor="kast"))
    )
    coded = matrix(ledger, (ARMS, GAS))
    assert coded.stand("voss", "gas") == Stand(0, 1)
    assert coded.activity("voss") == 2
    assert coded.congruence == {("kast", "voss"): Stand(1, 1)}


def test_concepts_are_tied_by_those_who_stand_alike_on_both() -> None:
    both = (said("Waffenlieferungen", 1), said("Gas zu kaufen", 1))
    one = (said("Waffenlieferungen", 1, actor="kast"), said("Gas zu kaufen", -1, actor="kast"))
    assert matrix(Ledger((*both, *one)), (ARMS, GAS)).ties == {("arms", "gas"): Stand(1, 1)}


def test_who_is_as_often_for_as_against_stands_nowhere() -> None:
    torn = (said("Waffenlieferungen", 1, id="c1"), said("Waffenlieferungen", -1, id="c2"))
    assert matrix(Ledger((*torn, said("Waffenlieferungen", 1, actor="kast"))), (ARMS,)).congruence == {}


def test_what_is_said_again_in_a_document_may_count_once() -> None:
    again = [said("Waffenlieferungen", 1, id=id, document=doc) for id, doc in (("c1", "a"), ("c2", "a"), ("c1", "b"))]
    ledger = Ledger((*again, said("Waffenlieferungen", -1, id="c3", document="a")))
    assert matrix(ledger, (ARMS,)).stand("voss", "arms") == Stand(3, 1)
    assert matrix(ledger, (ARMS,), once=True).stand("voss", "arms") == Stand(2, 1)


@pytest.mark.parametrize(("content", "side"), [("Waffen zu liefern", 1), ("Waffen nach Mali zu liefern", 0)])
def test_what_is_about_something_else_is_not_coded(content: str, side: int) -> None:
    assert Concept("arms", "arms", ("Waffen liefern",), unless=("Waffen nach Mali",)).side(content) == side


def test_a_file_of_concepts(tmp_path: Path) -> None:
    path = tmp_path / "concepts.yaml"
    path.write_text("concepts:\n  - {id: gas, label: gas, pro: [Gas kaufen]}\n", encoding="utf-8")
    assert read_concepts(path) == (GAS,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ": S003 the file is empty"),
        ("a\0b", ": S002 the file is binary"),
        ("concepts: [", ":1:12: S004 no YAML"),
        ("concepts: " + "[" * 5000, ": S004 no YAML: nested too deeply"),
        ("- gas\n", ":1:1: S005 a file of concepts is a mapping"),
        ("themes: []\n", ":1:1: S006 unknown key 'themes'"),
        ("concepts:\n  - gas\n", ":2:5: S005 a concept is a mapping"),
        ("concepts:\n  - {pro: [Gas]}\n", ":2:5: S008 a concept has no 'id'"),
        ("concepts:\n  - {id: '', pro: [Gas]}\n", ":2:10: S010 'id' is empty"),
        ("concepts:\n  - {id: gas}\n", ":2:5: S008 a concept has neither 'pro' nor 'contra'"),
        (
            "concepts:\n  - {id: gas, pro: [Waffen kaufen], contra: [Waffenkauf]}\n",
            ":2:46: N003 'Waffenkauf' stands under 'pro', too",
        ),
        ("concepts:\n  - {id: gas, pro: {Gas: Öl}}\n", ":2:20: S005 'pro' is a text"),
        ("concepts:\n  - {id: gas, pro: []}\n", ":2:20: S010 'pro' is empty"),
        ("concepts:\n  - {id: gas, pro: [dass es ist]}\n", ":2:21: N002 'dass es ist' has no word"),
        ("concepts:\n  - {id: gas, pro: [Gas], unless: [es]}\n", ":2:36: N002 'es' has no word"),
        ("concepts:\n  - {id: gas, pro: [Gas], pro: [Öl]}\n", ":2:27: S007 the key 'pro' is there twice"),
        ("concepts:\n  - {id: gas, pro: [Gas], con: [Öl]}\n", ":2:27: S006 unknown key 'con'"),
        ('concepts:\n  - {id: gas, label: "\\uD800", pro: [Gas]}\n', ":2:22: S002 half a surrogate pair"),
        (
            "concepts:\n  - {id: gas, pro: [Gas]}\n  - {id: gas, pro: [Gas]}\n",
            ":3:10: N001 the id 'gas' is there twice",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "concepts.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_concepts(path)
    assert f"{path}{problem}" in str(caught.value)


def test_all_that_is_wrong_is_said(tmp_path: Path) -> None:
    path = tmp_path / "concepts.yaml"
    path.write_text("concepts:\n  - {id: gas}\n  - {pro: [Gas]}\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_concepts(path)
    assert [problem.line for problem in caught.value.problems] == [2, 3]


def test_a_phrase_may_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "concepts.yaml"
    path.write_text("concepts: [{id: gas, pro: Gas kaufen}]\n", encoding="utf-8")
    assert read_concepts(path) == (GAS,)
