"""Descriptions that nobody was introduced with lead to whom the text gives the role, or to nobody."""

from __future__ import annotations

import pytest

from tests.discourse.test_traps import by, name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Lamm ist gelernter Koch. Karl Ebner schwieg. Der Koch lehnt das ab.", "Udo Lamm"),
        ("Udo Lamm, der als Lehrer arbeitet, traf Karl Ebner. Der Lehrer lehnt das ab.", "Udo Lamm"),
        ("Udo Lamm traf Karl Ebner. Sein Sohn Jan schwieg. Die Mutter Anna Grell kam. Der Sohn lehnt das ab.", "Jan"),
        ("Wirtin Anna Grell kam. Kira Blank schwieg. Grells Sohn habe gelogen. Die Mutter lehnt das ab.", "Anna Grell"),
        ("Udo Lamm verklagte Karl Ebner. Der Kläger lehnt das ab.", "Udo Lamm"),
        ("Udo Lamm verklagte Karl Ebner. Der Beklagte lehnt das ab.", "Karl Ebner"),
        ("Udo Lamm besiegte Karl Ebner. Der Verlierer lehnt das ab.", "Karl Ebner"),
        ("Karl Ebner unterlag Udo Lamm. Der Sieger lehnt das ab.", "Udo Lamm"),
        ("Anna Grell entließ Udo Lamm. Karl Ebner kam. Der Entlassene lehnt das ab.", "Udo Lamm"),
        ("Karl Ebner wurde von Udo Lamm abgelöst. Der Vorgänger lehnt das ab.", "Karl Ebner"),
        ("Jan Moor (44) und Udo Moor (39) erben das Haus. Der Jüngere lehnt das ab.", "Udo Moor"),
        ("Jan Moor (44) und Udo Moor (39) erben das Haus. Der Ältere lehnt das ab.", "Jan Moor"),
        ("Jan (Jahrgang 1981) und Udo Moor (1989) erben. Der Jüngere lehnt das ab.", "Udo Moor"),
        ("Udo Lamm lobte Karl Ebner. Sein Rivale lehnt das ab.", "Karl Ebner"),
        ("Der Herr Landrat lehnt das ab. Landrat Udo Lamm schwieg.", "Udo Lamm"),
        ("Udo Lamm kam. Der Mann lehnt das ab.", "Udo Lamm"),
        ("Die Schwestern Anna und Lisa Brand kamen. Anna schwieg. Ihre Schwester lehnt das ab.", "Lisa Brand"),
        ("Udo Lamms Witwe Rosa Lamm kam. Ihr Mann habe den Plan abgelehnt, sagte sie.", "Udo Lamm"),
        ("Max Grün griff Anna Stein an. Eva Moor schwieg. Die Angegriffene lehnt das ab.", "Anna Stein"),
        ("Karl Ebner griff Amtsinhaberin Eva Stein an. Die Kanzlerin lehnt das ab.", "Eva Stein"),
        ("Trainer Udo Lamm kam. Karl Ebner schwieg. Der Coach des FC Hanau lehnt das ab.", "Udo Lamm"),
        ("Biologin Eva Stein kam. Anna Grell schwieg. Die Forscherin vom Institut lehnt das ab.", "Eva Stein"),
        ("Der Konzern und dessen Chefin Ida Moll schwiegen. Die Vorstandsvorsitzende lehnt das ab.", "Ida Moll"),
        ("Regisseurin Eva Stein kam. Anna Grell schwieg. Die Filmemacherin lehnt das ab.", "Eva Stein"),
        ("Udo Lamm und Anna Grell kamen. Die Studentin lehnt das ab.", "Anna Grell"),
        ("Ein 19-Jähriger kam. Der junge Mann lehnt das ab.", "19-Jähriger"),
        ("Biologe Udo Lamm kam. Seine Kollegin Eva Stein schwieg. Die Biologin lehnt das ab.", "Eva Stein"),
        ("Oberst Karl Ebner sprach, dann Major Udo Lamm. Der Major lehnt das ab.", "Udo Lamm"),
    ],
)
def test_a_role_leads_to_who_has_it(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Jan und Udo Moor erben das Haus. Der Jüngere lehnt das ab.", ("Jan Moor", "Udo Moor")),
        (
            "Trainer Jan Moor kam. Trainer Udo Lamm auch. Der Coach der Hausherren lehnt das ab.",
            ("Jan Moor", "Udo Lamm"),
        ),
        ("Udo Lamm verlor. Karl Ebner klatschte. Der Lehrer lehnt das ab.", ("Udo Lamm", "Karl Ebner")),
        ("Udo Lamm traf Karl Ebner. Der Mann lehnt das ab.", ("Udo Lamm", "Karl Ebner")),
        ("Radfahrer Udo Lamm traf einen Autofahrer. Der Fahrer lehnt das ab.", ("Udo Lamm", "Autofahrer")),
    ],
)
def test_who_may_be_meant_by_a_description_is_a_candidate(text: str, candidates: tuple[str, ...]) -> None:
    actor = by(text, "lehn")
    assert actor is not None
    assert (actor.name, actor.candidates) == (None, candidates)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Minister Udo Lamm kam. Der Landrat lehnt das ab.", "Landrat"),
        ("Udo Lamm kam. Die Lehrerin lehnt das ab.", "Lehrerin"),
        ("Udo Lamm stand vor Gericht. Der Richter lehnt das ab.", "Richter"),
        ("Udo Lamm traf einen Wirt. Der Wirt lehnt das ab.", "Wirt"),
        ("Udo Lamm kam. Der Trainer der Feuerwehr lehnt das ab.", "Trainer der Feuerwehr"),
        ("Udo Lamm sagte, der Trainer lehne das ab.", "Trainer"),
    ],
)
def test_a_description_of_somebody_else_keeps_its_words(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_a_demonstrative_in_a_report_is_not_who_reports() -> None:
    text = "Wirt Udo Lamm erzählte, der Landrat habe ihm geholfen. Der habe den Plan abgelehnt."
    assert name(text, "abgelehnt") == "Landrat"


@pytest.mark.parametrize("aside", ["wie Karl Ebner erzählt", "so erzählt es Karl Ebner"])
def test_who_comments_on_what_is_told_is_not_meant_by_a_pronoun(aside: str) -> None:
    assert name(f"Udo Lamm kam. Er lehnt, {aside}, den Plan ab.", "lehnt") == "Udo Lamm"


def test_the_subject_of_a_sentence_in_between_goes_on() -> None:
    assert name("Der Angeklagte kam. Er stritt mit dem Hausmeister. Er lehnt das ab.", "lehnt") is None


def test_a_body_with_a_name_behind_its_noun_is_none_of_the_catalogue() -> None:
    assert name("Der Bauernverband Elbhöhe lehnt das ab.", "lehnt") == "Bauernverband Elbhöhe"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Versandhändler Bolero spart. Der Konzern aus Hamm lehnt das ab.", "Bolero"),
        ("Das Institut für Weltmeere tagt. Das Institut lehnt das ab.", "Institut für Weltmeere"),
        ("Die Bürgerinitiative „Pro Wald“ tagt. Die Initiative lehnt das ab.", "Pro Wald"),
        ("Der TSV Wallbach protestiert. Der Aufsteiger lehnt das ab.", "TSV Wallbach"),
        ("Der FC Hanau protestiert. Die Hanauer lehnen den Plan ab.", "FC Hanau"),
        ("Das Landgericht Hanau tagte. Die Kammer lehnt das ab.", "Landgericht Hanau"),
    ],
)
def test_a_body_is_found_again_by_what_it_is(text: str, right: str) -> None:
    actor = by(text, "lehn")
    assert actor is not None
    assert (actor.name, actor.kind.value) == (right, "organisation")


def test_an_occupation_before_an_unknown_name_is_no_attribute() -> None:
    assert name("Der Meeresforscher Stellan Gröön lehnt das ab.", "lehnt") == "Stellan Gröön"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ein Vertrauter schwieg. Udo Lamm verteidigte Ute Ott. Ihr Vertrauter lehnt das ab.", "Udo Lamm"),
        ("Ute Ott verteidigte Anna Moor. Die Zweitplatzierte lehnt das ab.", None),
        ("Anna Moor verzichtete. Die Zweitplatzierte lehnt das ab.", "Anna Moor"),
    ],
)
def test_what_somebody_is_to_another_or_came_in_is_said_of_who_was_named(text: str, right: str | None) -> None:
    assert name(text, "lehn") == right
