"""Names with particles."""

from __future__ import annotations

import pytest

from tests.discourse.test_actors import last


@pytest.mark.parametrize(
    "text",
    [
        "Laut {}, Kämmerer von Kiel, ist das Dach alt.",
        "Gewerkschaftschef {} lehnt das ab.",
        "{}, Dezernent in Kiel, lehnt das ab.",
        "{} lehnt das ab.",
    ],
)
@pytest.mark.parametrize("full", ["Thomas zu Rhoden", "Torsten zur Loye", "Falk vom Bruch"])
def test_a_preposition_between_given_name_and_surname_is_part_of_the_name(text: str, full: str) -> None:
    assert last(text.format(full)).name == full


@pytest.mark.parametrize(
    "text",
    ["„Tschüss, das reicht“, sagte Torsten zum Abschied.", "Das sei genug, rief Torsten vom Balkon herab."],
)
def test_what_goes_with_the_verb_is_no_part_of_a_name(text: str) -> None:
    assert last(text).name == "Torsten"
