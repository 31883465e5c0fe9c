"""Couples, namesakes, people of one age and „man": who is meant where one name or noun fits several."""

from __future__ import annotations

import pytest

from tests.discourse.test_traps import by, name


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Die Weberei Lamm gehört den Geschwistern Ute und Udo Lamm. Er lehnt den Plan ab.", "lehn", "Udo Lamm"),
        ("Die Weberei Lamm gehört Ute und Udo Lamm. Ihr Bruder lehnt den Plan ab, sagte Ute Lamm.", "lehn", "Udo Lamm"),
        ("Die Ehe von Ute und Udo Lamm ist geschieden. Sie wolle den Hof halten, sagte Ute Lamm.", "wolle", "Ute Lamm"),
        (
            "Die Ehe von Ute und Udo Lamm ist geschieden. Sie behalte den Hof, er wolle ihn verkaufen, sagte Ute Lamm.",
            "wolle",
            "Udo Lamm",
        ),
        ("Die Firma gehört dem Ehepaar Ute und Udo Lamm. Er lehnt den Plan ab.", "lehn", "Udo Lamm"),
    ],
)
def test_of_two_with_one_surname_the_sex_tells_who_is_meant(text: str, word: str, right: str) -> None:
    assert name(text, word) == right


@pytest.mark.parametrize("noun", ["Finanzvorstand", "Kapitän", "Neuzugang", "Ehrengast", "Vorstandsmitglied"])
def test_a_noun_for_either_sex_leaves_it_to_the_given_name(noun: str) -> None:
    assert name(f"{noun} Kira Blank traf Udo Lamm. Sie lehnt den Plan ab.", "lehn") == "Kira Blank"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ein 40-Jähriger verletzte einen 22-Jährigen. Der 22-Jährige lehnt das ab.", "22-Jähriger"),
        ("Ein 40-Jähriger verletzte einen 22-Jährigen. Der Ältere lehnt das ab.", "40-Jähriger"),
        ("Udo Lamm (48) traf Jens Ott (35). Der 48-Jährige lehnt das ab.", "Udo Lamm"),
        ("Laut einer 31-Jährigen lehnt der Rat das ab.", "Rat"),
    ],
)
def test_an_age_that_is_told_again_means_the_same_one(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_of_two_men_in_a_clause_neither_is_the_speaker_for_certain() -> None:
    actor = by("Udo Lamm und Karl Ebner stritten. Er habe ihn kritisiert, sagte Ebner.", "kritisiert")
    assert actor is not None
    assert actor.candidates == ("Karl Ebner", "Udo Lamm")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Man lehne den Plan ab, teilte ein Sprecher des Verlags mit.", "Sprecher des Verlags"),
        ("Das Ministerium erklärte, man lehne den Plan ab.", "Ministerium"),
        ("Man lehne das ab, sagte Direktorin Kira Blank.", "Kira Blank"),
        ("Man lehne ihn als Leiter ab, sagte Direktor Udo Lamm.", "man"),
        ("Man lehne solche Leute ab, sagte die Mieterin Kira Blank.", "man"),
    ],
)
def test_man_is_who_speaks_for_a_body(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_who_speaks_is_nobody_of_whom_is_told_by_office() -> None:
    text = "Lamm: Die Erben klagen. Sie sagen, der damalige Landrat habe ihnen das Bild versprochen."
    assert name(text, "versprochen") == "damaliger Landrat"


def test_who_feels_something_for_another_is_the_speaker() -> None:
    assert name("Jonas und Lukas Feld kamen. Er sei stolz auf ihn, sagte Lukas Feld.", "stolz") == "Lukas Feld"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ute Lamm geht. Ihr Nachfolger heißt Udo Blank. Er lehnt den Plan ab.", "Udo Blank"),
        ("Neuer Trainer ist Udo Blank. Der Trainer lehnt das ab.", "Udo Blank"),
        ("Kira Blank ist die neue Leiterin des Museums. Die Museumsleiterin lehnt das ab.", "Kira Blank"),
    ],
)
def test_what_somebody_is_called_names_them(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Die Fluggesellschaft Aerion", "Die Airline"),
        ("Der Emeritus Karl Ebner", "Der Forscher"),
        ("Die Volkswirtin Kira Blank", "Die Ökonomin"),
        ("Der Tenor Karl Ebner", "Der Sänger"),
        ("Die Staatsanwältin Kira Blank", "Die Anklägerin"),
        ("Der Tierpark Moor", "Der Zoo"),
    ],
)
def test_a_wider_noun_takes_up_a_narrower_one(first: str, again: str) -> None:
    assert name(f"{first} kritisiert den Plan. {again} lehnt ihn ab.", "lehn") == name(f"{first} lehnt das ab.", "lehn")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Werksarzt Udo Lamm warnte davor. Der damalige Werkleiter lehnt das ab.", "damaliger Werkleiter"),
        ("Landrat Udo Lamm gratulierte seiner Nachfolgerin Kira Blank. Die neue Landrätin lehnt das ab.", "Kira Blank"),
        ("Der Notenbanker Joost de Haan kam. Der Niederländer lehnt das ab.", "Joost de Haan"),
        ("Gründer Udo Lamm, 81, schwieg, sein Sohn Tilman nicht. Der Jüngere lehnt das ab.", "Tilman"),
        ("Udo Lamm traf seine Frau. Diese, die Lehrerin Kira Blank, lehnt den Plan ab.", "Kira Blank"),
        ("Konzernchef Viktor Malin schweigt. Malins Anwältin Kira Blank lehnt das ab.", "Kira Blank"),
        ("Udo Lamm steht vor Gericht. Ihr Mandant lehne das ab, sagte Anwältin Kira Blank.", "Udo Lamm"),
        ("Der Zeuge ließ ausrichten, er habe Angst. Der Richter lehnt das ab.", "Richter"),
        ("Udo Lamm versprach Hilfe. Der Sprecher der Stadt lehnt das ab.", "Sprecher der Stadt"),
        ("Bert Laue geht. Kira Blank wünscht dem Haus alles Gute. Er lehnt den Plan ab.", "Bert Laue"),
    ],
)
def test_who_is_described_is_somebody_named_or_somebody_else(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Molkerei Moor spart. Das Familienunternehmen lehnt das ab.", "Molkerei Moor"),
        ("Die Klage der Winzerin Kira Blank scheiterte. Die Klägerin lehnt das ab.", "Kira Blank"),
        ("Der Künstler Udo Lamm und die Stadt streiten. Der Bildhauer lehnt das ab.", "Udo Lamm"),
        (
            "Udo Lamm, der frühere Bürgermeister, traf seinen Nachfolger Karl Ebner. Der Altbürgermeister lehnt ab.",
            "Udo Lamm",
        ),
        ("Die Mutter zeigte den Trainer an. Er habe ihren Sohn geschlagen. Der Beschuldigte lehnt das ab.", "Trainer"),
        ("Profi Udo Lamm traf Klubboss Karl Ebner. Der Präsident lehnt das ab.", "Karl Ebner"),
        ("Tierschützer Udo Lamm zeigte den Landwirt an. Der Bauer lehnt das ab.", "Landwirt"),
    ],
)
def test_a_noun_may_be_said_of_who_is_of_its_kind(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Lamm bat Karl Ebner um Hilfe, dieser lehnt das ab.", "Karl Ebner"),
        ("Al Moor kam. Al Moor lehnt das ab.", "Al Moor"),
        ("Kira Blank ist Anwältin. Ihre Mandantin lehnt das ab.", "Mandantin"),
        ("Die Anwältin des Opfers schwieg. Ihre Mandantin lehnt das ab.", "Mandantin"),
        ("Ein Polizeisprecher kam. Der Niederländer lehnt das ab.", "Niederländer"),
        ("Anwältin Kira Blank kam. Die 39-Jährige lehnt das ab.", "39-Jährige"),
    ],
)
def test_who_only_stands_near_is_not_meant(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_who_stands_in_a_phrase_is_no_nearer_than_the_subject_before() -> None:
    actor = by("Udo Lamm kam. Die Lage unter Karl Ebner sei schlecht, was er ablehnt.", "ablehn")
    assert actor is not None
    assert actor.name is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Karl Ebner hält das für falsch. Der Netzbetreiber habe gut verdient. Er lehnt den Plan ab.", "Karl Ebner"),
        ("Kira Blank ist dagegen. Die Belegschaft habe das nie gewollt. Sie lehnt den Plan ab.", "Kira Blank"),
        ("Kira Blank kritisierte den Konzern Falke. Der Konzern habe gelogen. Er lehne den Plan ab.", "Falke"),
        ("Udo Lamm kam. Sein Gegenüber Karl Ebner lehnt das ab.", "Karl Ebner"),
    ],
)
def test_a_body_in_a_report_is_not_meant_outside_of_it(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_somebody_in_a_report_is_no_nearer_than_who_tells_of_them() -> None:
    actor = by("Udo Lamm hält das für falsch. Karl Ebner habe gut verdient. Er lehnt den Plan ab.", "lehn")
    assert actor is not None
    assert set(actor.candidates) == {"Udo Lamm", "Karl Ebner"}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Lamm von JPC Nord lehnt das ab.", "Udo Lamm"),
        ("Karl Theodor von Grafeneck lehnt das ab.", "Karl Theodor von Grafeneck"),
        ("Der AK Vorratsdatenspeicherung lehnt das ab.", "AK Vorratsdatenspeicherung"),
        ("Trainer Udo Lamm kam. Wir sind stark, sagte der frühere Profi. Der Mann lehnt das ab.", "Udo Lamm"),
    ],
)
def test_where_a_name_ends(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_we_are_all_who_say_it() -> None:
    assert name("„Wir lehnen das ab“, sagten Kira Blank und Udo Lamm.", "lehnen") == "Kira Blank und Udo Lamm"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bürgermeister Udo Lamm kam, Rätin Ute Lamm auch. Die Frau des Bürgermeisters lehnt das ab.", "Ute Lamm"),
        ("Kira Blank kam. Die Rätin der Freien Wähler lehnt das ab.", "Kira Blank"),
        ("Bürgermeister Udo Lamm kam. Der Fraktionschef der CDU lehnt das ab.", "Fraktionschef der CDU"),
        ("Udo Krause (CDU) und Jan Krause (SPD) kamen. Der Sozialdemokrat lehnt das ab.", "Jan Krause"),
        ("Udo Krause (CDU) und Jan Krause (SPD) kamen. Der CDU-Politiker lehnt das ab.", "Udo Krause"),
        ("Ute und Udo Jung kamen. Den Plan lehnt Jung ab, während seine Frau schweigt.", "Udo Jung"),
        ("Der Dirigent bat den Komponisten Udo Lamm, den Satz zu kürzen. Dieser lehnt das ab.", "Udo Lamm"),
    ],
)
def test_kin_party_and_what_one_was_asked_tell_who_is_meant(text: str, right: str) -> None:
    assert name(text, "lehn") == right


def test_who_says_ich_is_a_person() -> None:
    text = "Die Gemeinde verabschiedete ihre Pastorin Kira Blank. „Ich gehe als Nachbarin“, sagte sie."
    assert name(text, "sagte") == "Kira Blank"


def test_a_noun_with_the_ending_of_either_sex_leaves_it_to_the_given_name() -> None:
    assert name("SPD-Bildungsexperte Cem Aktaş kam. Er lehnt den Plan ab.", "lehn") == "Cem Aktaş"


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        (
            "Die Gewerkschaft Nordlicht und der Konzern Falke haben sich auf einen Vertrag geeinigt.",
            "geeinigt",
            "Nordlicht und Falke",
        ),
        ("Der Konzern Falke und die Bahn haben sich geeinigt. Beide lehnen das ab.", "lehn", "Falke und Bahn"),
        ("Udo Lamm und Kira Blank haben sich geeinigt. Sie lehnen das ab.", "lehn", "Udo Lamm und Kira Blank"),
    ],
)
def test_who_acts_as_one_is_named_by_all_names(text: str, word: str, right: str) -> None:
    assert name(text, word) == right
