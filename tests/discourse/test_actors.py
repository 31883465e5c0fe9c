"""Who is who: short names, titles, descriptions, pronouns, the catalogue; and who is left open, with candidates."""

from __future__ import annotations

import pytest

import stance
from stance import pipeline
from stance.entities.dates import set_date
from stance.model import Actor
from tests.context.test_hard_cases import found


def actors(text: str) -> list[Actor | None]:
    return [c.actor for c in found(text)]


def last(text: str) -> Actor:
    actor = actors(text)[-1]
    assert actor is not None
    return actor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Handelsminister Frank Doyle reiste ab. Doyle lehnt neue Zölle ab.", "Frank Doyle"),
        ("US-Handelsminister Frank Doyle reiste ab. Der Handelsminister fordert Härte.", "Frank Doyle"),
        ("Hanno Grimm, Chef der Feuerwehr, reiste ab. Der Feuerwehrchef fordert Härte.", "Hanno Grimm"),
        ("Die Ministerin Kira Blank sprach mit dem Bürgermeister. Sie fordert Härte.", "Kira Blank"),
        ("Kira Blank sprach mit Udo Lamm. Er fordert Härte.", "Udo Lamm"),
        ("Minister Kurt Jahn sagte, er lehne das ab.", "Kurt Jahn"),
        ("Ministerin Kira Blank sagte, sie lehne das ab.", "Kira Blank"),
        ("Udo Lamm und Kira Blank reisten ab. Beide fordern Härte.", "Udo Lamm und Kira Blank"),
        ("Udo Lamm traf Karl Ebner. Dieser fordert Härte.", "Karl Ebner"),
        ("Udo Lamm traf Karl Ebner. Ersterer fordert Härte.", "Udo Lamm"),
        ("„Ich fordere ein Verbot“, sagte Udo Lamm.", "Udo Lamm"),
        ("Der Streit sei beendet, sagte der Sprecher von Präsident Karl Ebner, Udo Lamm.", "Udo Lamm"),
        ("Die Betreiberin Seeblick AG lehnt das ab.", "Seeblick AG"),
        ("Ministerin Ursula von der Linden kam. Von der Linden lehnt das ab.", "Ursula von der Linden"),
        ("Udo Lamm, der das ablehnt, reiste ab.", "Udo Lamm"),
    ],
)
def test_a_later_mention_leads_to_the_full_name(text: str, name: str) -> None:
    assert name in [actor.name for actor in actors(text) if actor is not None]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Minister Kurt Jahn traf den Unternehmer Boris Lamm. Er fordert Mut.", {"Kurt Jahn", "Boris Lamm"}),
        ("Anna Moor und Bernd Moor führen die Firma. Moor lehnt das ab.", {"Anna Moor", "Bernd Moor"}),
        ("Minister Kurt Jahn traf Minister Boris Lamm. Der Minister fordert Mut.", {"Kurt Jahn", "Boris Lamm"}),
    ],
)
def test_two_of_equal_standing_leave_it_open_and_are_named(text: str, candidates: set[str]) -> None:
    actor = last(text)
    assert actor.name is None
    assert set(actor.candidates) == candidates


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Berlin fordert Härte.", "Bundesregierung"),
        ("Das Weiße Haus lehnt den Plan ab.", "US-Regierung"),
        ("Die Europäische Zentralbank lehnt den Plan ab.", "EZB"),
        ("Die Grünen fordern Härte.", "Grüne"),
        ("Die Forderung der Deutschen Bahn ist alt. Die Deutsche Bahn lehnt den Plan ab.", "Deutsche Bahn"),
        ("Die SPD-Forderung nach höheren Löhnen ist alt.", "SPD"),
    ],
)
def test_the_catalogue_gives_the_canonical_name(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_place_in_which_something_is_demanded_demands_nothing() -> None:
    assert "Bundesregierung" not in [a.name for a in actors("In Berlin fordert die SPD ein Verbot.") if a]


def test_somebody_of_the_document_comes_before_the_catalogue() -> None:
    assert last("Die Bäckerin Anna Merz reiste ab. Merz fordert Härte.").name == "Anna Merz"


def test_what_a_compound_criticises_is_no_actor() -> None:
    assert actors("Die Regierungskritik ist alt.") == []


@pytest.mark.parametrize(("date", "name"), [("2014-05-01", "Barack Obama"), ("2023", "Joe Biden")])
def test_the_date_of_the_document_selects_the_holder(date: str, name: str) -> None:
    nlp = stance.load()
    doc = nlp.make_doc("Der US-Präsident fordert ein Verbot.")
    set_date(doc, date)
    assert [c.actor.name for c in nlp(doc)._.commitments] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Portugals Routinier Pedro Luna kündigte seinen Abschied an.", "Pedro Luna"),
        ("Syriens Staatschef Baschar al-Assad wies die Vorwürfe zurück.", "Baschar al-Assad"),
        ("Die Chefin des Obersten Gerichts warnt vor Willkür.", "Chefin des Obersten Gerichts"),
        ("Keiner von beiden lehnte den Plan ab.", "keiner von beiden"),
    ],
)
def test_a_possessor_is_no_part_of_a_name_and_keeps_its_form_in_a_description(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_title_in_the_feminine_means_a_woman() -> None:
    assert last("Die Bundeskanzlerin fordert ein Verbot.").name == "Angela Merkel"


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("Die SPD-Vorsitzende fordert Reformen.", "2019-01-01", "Andrea Nahles"),
        ("Der SPD-Vorsitzende fordert Reformen.", "2019-01-01", "SPD-Vorsitzender"),
        ("Der Wiener Bürgermeister fordert Reformen.", "2015-01-01", "Michael Häupl"),
        ("Die niederösterreichische Landeshauptfrau fordert Reformen.", "2018-01-01", "Johanna Mikl-Leitner"),
        ("Das österreichische Staatsoberhaupt fordert Reformen.", "2018-01-01", "Alexander Van der Bellen"),
    ],
)
def test_the_form_of_a_title_tells_the_sex_of_its_holder(text: str, date: str, name: str) -> None:
    nlp = pipeline.load()
    (found,) = pipeline.analyse_text(nlp, text, "text", date).commitments
    assert found.actor is not None
    assert found.actor.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Gewerkschaft der Polizei fordert mehr Personal.", "GdP"),
        ("Die Bank of England warnte vor Inflation.", "Bank of England"),
        ("Ursula von der Leyen fordert Reformen.", "Ursula von der Leyen"),
        ("Edda von der Marwitz kam. Von der Marwitz fordert Reformen.", "Edda von der Marwitz"),
    ],
)
def test_a_name_of_several_words_is_one_name(text: str, name: str) -> None:
    assert last(text).name == name


def test_an_office_that_several_held_is_open_without_a_date() -> None:
    actor = last("Der US-Präsident fordert Zölle.")
    assert actor.name is None
    assert {"Barack Obama", "Joe Biden"} <= set(actor.candidates)


def test_the_holder_that_the_document_names_is_meant() -> None:
    assert last("Joe Biden reiste ab. Der US-Präsident fordert Zölle.").name == "Joe Biden"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Österreichs Bauern fordern mehr Geld.", "Österreichs Bauern"),
        ("Die Deutsche Bank lehnt das ab.", "Deutsche Bank"),
        ("Neue Gewerkschaften lehnen das ab.", "neue Gewerkschaften"),
    ],
)
def test_a_description_keeps_the_case_of_its_words_inside_a_sentence(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das georgische Parlament lehnte das Gesetz ab.", "georgisches Parlament"),
        ("Vom georgischen Parlament wurde das abgelehnt.", "georgisches Parlament"),
        ("Der Evangelische Pressedienst fordert mehr Geld.", "Evangelischer Pressedienst"),
        ("Die Bündner Staatsanwaltschaft lehnte das ab.", "Bündner Staatsanwaltschaft"),
        ("Alle westlichen Länder lehnen das ab.", "alle westlichen Länder"),
        ("Die westlichen Länder lehnen das ab.", "westliche Länder"),
        ("Laut dem Piloten fehlt Treibstoff.", "Pilot"),
        ("Laut dem Emsboten fehlt Geld.", "Emsbote"),
        ("Nach Angaben des Herstellers fehlt Geld.", "Hersteller"),
        ("Laut dem Vorsitzenden des Vereins fehlt Geld.", "Vorsitzender des Vereins"),
        ("Der 30-jährige Angeklagte bestritt die Tat.", "30-jähriger Angeklagter"),
        ("Die Angeklagte bestritt die Tat.", "Angeklagte"),
        ("Die Betroffenen lehnen das ab.", "Betroffene"),
        ("Zehn Abgeordnete lehnen das ab.", "zehn Abgeordnete"),
        ("Das wird von einigen alten Freunden abgelehnt.", "einige alte Freunde"),
        ("Das wird von allen alten Freunden abgelehnt.", "alle alten Freunde"),
        ("Der Wiener Klinikverbund (WKV) lehnt das ab.", "Wiener Klinikverbund"),
    ],
)
def test_a_description_without_article_has_the_endings_it_needs(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_number_that_is_about_right_is_part_of_the_name() -> None:
    assert last("Mehr als 200 Ärzte lehnen das ab.").name == "mehr als 200 Ärzte"
    assert last("Knapp die Hälfte der Bürger lehnt das ab.").name == "knapp die Hälfte der Bürger"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Verdi will mehr Lohn. Die Gewerkschaft lehnt das ab.", "Verdi"),
        ("Die NATO berät. Das Bündnis lehnt das ab.", "NATO"),
        ("Siemens spart. Der Konzern lehnt das ab.", "Siemens"),
        ("Die Deutsche Bahn spart. Das Unternehmen lehnt das ab.", "Deutsche Bahn"),
        ("Das Landgericht Kiel tagt. Das Gericht lehnt das ab.", "Landgericht Kiel"),
        ("Die Handelskammer Nord berät. Die Kammer lehnt das ab.", "Handelskammer Nord"),
        ("Die CDU-Fraktion berät. Die Fraktion lehnt das ab.", "CDU-Fraktion"),
        ("Die Bundesregierung berät. Die Regierung lehnt das ab.", "Regierung"),
        ("Die Gewerkschaft Textil und Leder lehnt das ab.", "Gewerkschaft Textil und Leder"),
        ("Die Gewerkschaft Textil und Leder berät. Die Gewerkschaft lehnt das ab.", "Gewerkschaft Textil und Leder"),
        ("Das Bündnis „Mehr Mut für alle“ lehnt das ab.", "Mehr Mut für alle"),
        ("Gestern lehnte das Bündnis „Mehr Mut für alle“ das ab.", "Mehr Mut für alle"),
        ("Der Heimatverein Quernbach lehnt das ab.", "Heimatverein Quernbach"),
        ("Der Verein Quernbach lehnt das ab.", "Quernbach"),
        ("Siemens spart. Die Gewerkschaft lehnt das ab.", "Gewerkschaft"),
        ("Siemens spart. Der Stahlkonzern lehnt das ab.", "Stahlkonzern"),
        ("Die Gerichte sind überlastet. Das Gericht lehnt das ab.", "Gericht"),
        ("Ein Gericht tagt. Das Gericht lehnt das ab.", "Gericht"),
    ],
)
def test_a_body_is_found_again_by_what_it_is(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Verdi und die IG Metall beraten. Die Gewerkschaft lehnt das ab.", ("Verdi", "IG Metall")),
        ("Siemens und die Falke AG sparen. Der Konzern lehnt das ab.", ("Siemens", "Falke AG")),
        (
            "Das Landgericht Kiel und das Amtsgericht Moor tagen. Das Gericht lehnt das ab.",
            ("Landgericht Kiel", "Amtsgericht Moor"),
        ),
    ],
)
def test_two_bodies_of_one_sort_leave_it_open(text: str, candidates: tuple[str, ...]) -> None:
    actor = last(text)
    assert (actor.name, actor.candidates) == (None, candidates)


def test_a_compound_that_ends_in_an_office_is_no_part_of_a_name() -> None:
    assert last("Das lehnt auch Ex-Kreis-Chef Walter Baier ab.").name == "Walter Baier"


@pytest.mark.parametrize(("noun", "kind"), [("Bund", "government"), ("Bauernbund", "organisation")])
def test_a_last_part_that_means_a_government_by_itself_only(noun: str, kind: str) -> None:
    assert last(f"Der {noun} lehnt das ab.").kind == kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("vom Koalitionspartner", "person"), ("von Winzern", "collective"), ("von den Winzern", "collective")],
)
def test_a_contraction_with_the_article_is_singular(phrase: str, kind: str) -> None:
    assert last(f"Widerspruch kam {phrase}.").kind == kind


@pytest.mark.parametrize("body", ["das Ingenieurbüro", "die Seilbahn", "die Kunsthalle", "die Kurverwaltung"])
def test_premises_and_services_speak(body: str) -> None:
    assert last(f"Der Umbau beginnt im Mai, teilte {body} mit.").kind == "organisation"


def test_kin_named_by_an_apposition_is_known_again() -> None:
    assert last("Ute Lamm und ihr Mann, der Landrat Udo Lamm, kamen. Ihr Mann lehnt das ab.").name == "Udo Lamm"
