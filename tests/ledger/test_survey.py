"""What is said of results before their ledger is read: what is left out, undated, given twice or of other rules."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

import stance
from stance.ledger import Ledger
from stance.ledger.survey import Survey, surnames
from stance.model import DocumentResult

NAMED = "Karla Voss lehnt die Maut ab."
UNNAMED = "Es wird gefordert, die Maut zu senken."
OPEN = "Kira Blank traf Anna Moor. Sie lehnte die Maut ab."
DAY = date(2025, 3, 3)


def notices(*results: DocumentResult, days: dict[str, date] | None = None, in_time: bool = False) -> list[str]:
    survey = Survey()
    for result in results:
        survey.add(result, (days or {}).get(result.id))
    return list(survey.notices(days, in_time=in_time))


def extract(text: str, id: str = "text") -> DocumentResult:
    return stance.extract(text, id=id)


def test_of_results_in_order_nothing_is_said() -> None:
    assert notices(extract(NAMED, "a"), extract(NAMED, "b"), days={"a": DAY, "b": DAY}, in_time=True) == []


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        (UNNAMED, "1 of 1 commitments has no named actor and no entry"),
        (f"{UNNAMED} {UNNAMED}", "2 of 2 commitments have no named actor and no entry"),
        (OPEN, "1 of 1 commitments has no named actor and no entry (1 may be of one of several)"),
    ],
)
def test_what_has_no_entry_is_counted(text: str, notice: str) -> None:
    assert notices(extract(text)) == [notice]


def test_documents_without_a_day_are_named_where_time_matters() -> None:
    assert notices(extract(NAMED)) == []
    assert notices(extract(NAMED), in_time=True) == [
        "1 of 1 documents without a day: 'text' (--dates FILE gives them one)"
    ]


def test_of_many_documents_three_are_named() -> None:
    (notice,) = notices(*(extract(NAMED, str(n)) for n in range(5)), in_time=True)
    assert "'0', '1', '2' and 2 more" in notice


def test_two_documents_of_one_id_are_named() -> None:
    (notice,) = notices(extract(NAMED), extract("Ruben Kast fordert Ruhe."))
    assert notice.startswith("different results of one id count as one document: 'text'")


def test_a_document_given_twice_is_one() -> None:
    assert notices(extract(NAMED), extract(NAMED)) == []


def test_results_of_different_rules_are_named() -> None:
    one = extract(NAMED, "a")
    (notice,) = notices(one, attrs.evolve(one, id="b", rules=attrs.evolve(one.rules, version="9.9.9")))
    assert "de.core 9.9.9" in notice


def test_a_day_for_no_document_is_named() -> None:
    (notice,) = notices(extract(NAMED), days={"text": DAY, "other": DAY})
    assert notice.startswith("a day is given for what is no document: 'other'")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((NAMED, "Voss fordert eine Maut."), [("Voss", "Karla Voss")]),
        ((NAMED, "Ruben Voss fordert Ruhe.", "Voss fordert eine Maut."), []),
        ((NAMED, "Kast fordert eine Maut."), []),
    ],
)
def test_a_surname_may_be_the_only_full_name_with_it(texts: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    ledger = Ledger.of([extract(text, str(n)) for n, text in enumerate(texts)])
    assert list(surnames(ledger)) == found
