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


@pytest.mark.parametrize("surname", ["Graf", "Prinz", "Ritter"])
def test_a_title_that_is_a_surname_leads_to_the_full_name(surname: str) -> None:
    text = f"Die Fotografin Alma {surname} ging. „Das reicht“, sagte {surname} zu Reportern."
    assert last(text).name == f"Alma {surname}"


@pytest.mark.parametrize("full", ["Enno Frhr. v. Rhaden", "Ida Frfr. von Thal", "Otto v. Bergen"])
def test_titles_of_nobility_may_be_short(full: str) -> None:
    assert last(f"„Mehr geht nicht“, sagte Geschäftsführer {full}.").name == full


def test_behind_a_name_with_a_particle_begins_no_second_one() -> None:
    assert last("Ihre Kollegin Prisca de la Rosa vom Analysehaus Nord lehnt das ab.").name == "Prisca de la Rosa"
