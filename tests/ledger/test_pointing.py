"""Contents that point back: what somebody is for or against, or holds for true or false, over any number of steps."""

from __future__ import annotations

import attrs
import pytest

import stance
from stance.ledger import Statement, statements_of
from stance.model import DocumentResult

DEMAND = "Die SPD fordert ein Tempolimit."
BLAME = "Kira Blank warf Udo Lamm vor, Geld genommen zu haben."


def last(text: str) -> Statement:
    return tuple(statements_of(stance.extract(text)))[-1]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (f"{DEMAND} Das lehnt die FDP ab.", -1),
        (f"{DEMAND} Dem widersprach die FDP.", -1),
        (f"{DEMAND} Die FDP wies die Forderung zurück. Die Grünen kritisierten die Absage.", 1),
        (f"{DEMAND} Die FDP wies die Forderung zurück. Die Grünen begrüßten die Absage.", -1),
        ("Die SPD soll ein Tempolimit gefordert haben. Die FDP wies die Forderung zurück.", -1),
        ("Kira Blank sagte, man müsse aufrüsten. Das bekräftigte Udo Lamm.", 1),
        ("Kira Blank sagte, man müsse aufrüsten. Dem widersprach Udo Lamm.", -1),
        ("Moskau drohte mit Sanktionen gegen Polen. Die Nato verurteilte die Drohung.", -1),
    ],
)
def test_who_takes_up_a_position_has_one_on_its_content(text: str, position: int) -> None:
    found = last(text)
    assert (found.position, found.claim) == (position, 0)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"{BLAME} Lamm wies den Vorwurf zurück.", -1),
        (f"{BLAME} Lamm bestritt das.", -1),
        (f"{BLAME} Die FDP unterstützte den Vorwurf.", 1),
        ("Kira Blank sagte, die Steuern stiegen. Dem widersprach Udo Lamm.", -1),
        ("Kira Blank bestritt, dass die Steuern steigen. Dem widersprach Udo Lamm.", 1),
    ],
)
def test_who_takes_up_a_claim_or_a_blame_holds_it_for_true_or_false(text: str, claim: int) -> None:
    found = last(text)
    assert (found.position, found.claim) == (0, claim)


@pytest.mark.parametrize(
    "text",
    [
        "Laut „Bote“ hat Jens Hanke den Bau der Brücke nie befürwortet. Hanke bestreitet das.",
        "Die SPD fordert ein Tempolimit. Die SPD bestritt das.",
        "Die SPD fordert kein Tempolimit. Die FDP begrüßte das.",
    ],
)
def test_who_speaks_of_whether_somebody_acted_is_neither_for_nor_against_the_content(text: str) -> None:
    found = last(text)
    assert (found.position, found.claim) == (0, 0)


@pytest.mark.parametrize("antecedent", ["c1", "c2", "c9"])
def test_what_points_to_itself_ahead_or_nowhere_says_itself_what_it_is_about(antecedent: str) -> None:
    result = stance.extract(f"{DEMAND} Das lehnt die FDP ab.")
    first, second = result.commitments
    circle = attrs.evolve(result, commitments=(attrs.evolve(first, antecedent=antecedent), second))
    assert [s.content for s in statements_of(circle)] == ["ein Tempolimit", "ein Tempolimit"]


def test_a_long_way_back_is_walked() -> None:
    result = stance.extract(f"{DEMAND} Das lehnt die FDP ab.")
    first, second = result.commitments
    steps = [attrs.evolve(second, id=f"c{n}", antecedent=f"c{n - 1}") for n in range(2, 1201)]
    (*_, found) = statements_of(DocumentResult("text", result.rules, result.pipeline, (first, *steps)))
    assert (found.content, found.position) == ("ein Tempolimit", -1)


def test_a_blame_that_is_shared_is_no_agreement_with_who_denies_it() -> None:
    (relation,) = stance.Ledger.of([stance.extract(f"{BLAME} Lamm wies den Vorwurf zurück.")]).relations()
    assert (len(relation.agreements), len(relation.oppositions)) == (0, 1)
