"""Who is told by a noun first and by name later, in commas, or bare in the sentence before."""

from __future__ import annotations

import pytest

from tests.discourse.test_actors import last
from tests.discourse.test_traps import by, name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Seine Schwester, die im Rat sitzt, lehnt das ab. „Es ist zu teuer“, sagte Insa Tietjen.", "Insa Tietjen"),
        ("Der jetzige Chef lehnt das ab. Die Löhne seien zu hoch, so Marius Lind.", "Marius Lind"),
        ("Die Rektorin lehnt das ab. Es regnete. „Wir brauchen Platz“, sagte Beate Siewert.", "Beate Siewert"),
        ("Kranichs Sprecherin lehnt das ab. Der Plan sei alt, erklärte Jule Hartung.", "Jule Hartung"),
        ("Nele Graf zufolge brannte der Keller. Die Polizeisprecherin lehnt das ab.", "Nele Graf"),
    ],
)
def test_a_bare_name_is_that_of_who_was_told_of_without_one(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Rektorin lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm.", "Rektorin"),
        ("Der Rektor lehnt das ab. „Wir brauchen Platz“, sagte der Maurer Udo Lamm.", "Rektor"),
        ("Der Rektor lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm, 48.", "Rektor"),
        ("Der Rektor lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm vom Mieterbund.", "Rektor"),
        ("Der Rektor lehnt das ab. Udo Lamm saß daneben.", "Rektor"),
        ("Ein Rektor lehnt das ab. „Wir brauchen Platz“, sagte Udo Lamm.", "Rektor"),
        ("Die Rektorin lehnt das ab. Es regnete. Es blieb kalt. Es wurde Nacht. „Schade“, sagte Ute Lamm.", "Rektorin"),
        ("Udo Lamm klagte, es regne. Sein Arzt lehnt das ab.", "Arzt"),
        ("Udo Lamm klagte, es regne. Der Sprecher der Stadt lehnt das ab.", "Sprecher der Stadt"),
        ("Ute Lamm klagte, es regne. Die Richterin lehnt das ab.", "Richterin"),
        ("Ute Lamm klagte, Anna Ott zahle nicht. Die Geigerin lehnt das ab.", None),
    ],
)
def test_who_is_described_elsewhere_or_of_another_sex_is_somebody_else(text: str, right: str | None) -> None:
    assert name(text, "lehn") == right


def test_of_two_without_a_name_none_is_taken_for_the_one_named_later() -> None:
    text = "Der Rektor lehnt das ab, der Hausmeister schweigt. „Schade“, sagte Udo Lamm."
    assert name(text, "lehn") == "Rektor"


@pytest.mark.parametrize(
    "text",
    [
        "Das Dach sei alt, so der Sprecher der SPD-Fraktion im Stadtrat, Udo Lamm.",
        "Das Dach sei alt, sagte der Leiter des Amts für Bauten, Udo Lamm.",
        "„Das Dach ist alt“, sagte der Verkehrsminister, Udo Lamm.",
        "Das Dach sei alt, so Udo Lamm, Ortsvorsteher von Tannrode.",
    ],
)
def test_a_name_in_commas_is_of_the_office_before_it(text: str) -> None:
    assert last(text).name == "Udo Lamm"


def test_a_name_in_commas_that_no_list_has_is_one_too() -> None:
    assert last("Das Dach sei alt, sagte der Chef der Hafenkonferenz, Okke Dirksen.").name == "Okke Dirksen"


@pytest.mark.parametrize("noun", ["Ortsvorsteher", "Rektor"])
def test_an_office_with_a_place_behind_a_name_leads_back_to_it(noun: str) -> None:
    assert name(f"Karl Jung, {noun} von Tannrode, kam. Der {noun} lehnt das ab.", "lehn") == "Karl Jung"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Fliesenhersteller Vandenberg Keramik baut. Vandenberg lehnt das ab.", "Vandenberg Keramik"),
        ("Ostera Pharma baut. Osteras Chef schwieg. Ostera lehnt das ab.", "Ostera Pharma"),
        ("Der Autobauer Falke AG baut. Falke lehnt das ab.", "Falke AG"),
        ("Brandt Keramik baut. Der Chef heißt Udo Brandt. Brandt lehnt das ab.", "Udo Brandt"),
        ("Kiel Logistik baut. Kiel lehnt das ab.", "Kiel"),
    ],
)
def test_the_first_word_of_a_firm_is_short_for_it_where_nobody_is_called_so(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize("surname", ["Graf", "Prinz", "Ritter"])
def test_a_title_that_is_a_surname_leads_to_the_full_name(surname: str) -> None:
    text = f"Die Fotografin Alma {surname} ging. „Das reicht“, sagte {surname} zu Reportern."
    assert last(text).name == f"Alma {surname}"


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


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ute Ott warnte davor. Die Landrätin Kira Blank saß in der ersten Reihe. Sie lehnt das ab.", None),
        ("Ute Ott warnte davor. Die Landrätin Kira Blank hörte zu. Sie lehnt das ab.", None),
        ("Ute Ott warnte davor. Die Landrätin Kira Blank widersprach. Sie lehnt das ab.", "Kira Blank"),
        ("Udo Lamm warnte davor. Die Landrätin Kira Blank saß in der ersten Reihe. Sie lehnt das ab.", "Kira Blank"),
        ("Ute Ott warnte davor. Die Landrätin Kira Blank hält wenig davon. Sie lehnt das ab.", "Kira Blank"),
    ],
)
def test_who_only_looks_on_is_no_nearer_than_who_spoke(text: str, right: str | None) -> None:
    actor = by(text, "lehn")
    assert actor is not None
    assert actor.name == right


@pytest.mark.parametrize("noun", ["Konsistoriums", "Dekanats"])
def test_the_genitive_of_a_body_no_list_has_is_led_to_the_nominative(noun: str) -> None:
    assert last(f"In einem Brief des {noun} heißt es, das Geld fehle.").name == noun[:-1]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Lamm, Präsident des Verbands, kam. Der Plan wird vom Präsidenten abgelehnt.", "Udo Lamm"),
        ("Der Plan wird vom Präsidenten abgelehnt.", "Präsident"),
        ("Der Plan wird vom Angeklagten abgelehnt.", "Angeklagter"),
        ("Der Plan wird vom früheren Präsidenten abgelehnt.", "früherer Präsident"),
        ("Der Plan wird vom Deutschen Städtetag abgelehnt.", "Deutscher Städtetag"),
    ],
)
def test_a_preposition_with_an_article_in_it_is_as_definite_as_an_article(text: str, right: str) -> None:
    assert name(text, "abgelehnt") == right


@pytest.mark.parametrize(
    "text",
    [
        "Mats Oudejans (Trainer SV Rot-Weiß Kölpin): „Wir haben geschlafen.“",
        "Mats Oudejans, Trainer in Kölpin (links): „Wir haben geschlafen.“",
    ],
)
def test_a_bracket_before_the_colon_does_not_hide_who_speaks(text: str) -> None:
    assert last(text).name == "Mats Oudejans"


def test_whoever_is_called_so_has_a_surname_that_is_a_noun() -> None:
    text = "Die das sagt, heißt Erdmuthe Kalb, ist 102 Jahre alt und wohnt allein. Davon will Kalb nichts wissen."
    assert last(text).name == "Erdmuthe Kalb"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ihr früherer Manager lehnt das ab. Der Manager, Falk Ott, schwieg.", "Falk Ott"),
        ("Der neue Trainer lehnt das ab. Der frühere Trainer Udo Lamm kam.", "neuer Trainer"),
        ("Die neue Trainerin lehnt das ab. Der Trainer Udo Lamm kam.", "neue Trainerin"),
    ],
)
def test_who_is_named_by_the_same_noun_soon_after(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Lamm stand vor Gericht. Die Kammer lehnt das ab.", "Kammer"),
        ("Das Landgericht Kiel tagte. Die Kammer lehnt das ab.", "Landgericht Kiel"),
        ("Der Bund rügt das Agrarministerium. Im Ministerium hieß es, man lehne das ab.", "Agrarministerium"),
        ("Wiesbaden (dpa) – Das Umweltamt schwieg. Die Behörde lehnt das ab.", "Umweltamt"),
        ("Potsdam (dpa/bb) – Der Bauernbund lehnt das ab.", "Bauernbund"),
    ],
)
def test_bare_nouns_and_places_of_datelines_are_no_bodies(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize("full", ["Enno Frhr. v. Rhaden", "Ida Frfr. von Thal", "Otto v. Bergen"])
def test_titles_of_nobility_may_be_short(full: str) -> None:
    assert last(f"„Mehr geht nicht“, sagte Geschäftsführer {full}.").name == full


def test_behind_a_name_with_a_particle_begins_no_second_one() -> None:
    assert last("Ihre Kollegin Prisca de la Rosa vom Analysehaus Nord lehnt das ab.").name == "Prisca de la Rosa"


def test_an_adjective_in_capitals_is_part_of_the_name_of_a_body() -> None:
    assert last("Das Institut für Angewandte Ethik lehnt das ab.").name == "Institut für Angewandte Ethik"


def test_a_conjunction_with_a_capital_behind_an_office_is_a_given_name() -> None:
    text = "Das berichtet das „Handelsjournal“. Konzernchefin Solange Mbeki lehnt das ab."
    assert name(text, "lehn") == "Solange Mbeki"


def test_an_apposition_names_the_body_that_a_noun_for_people_means() -> None:
    assert name("Der größte Kunde, die Werft Tom Diek, lehnt das ab.", "lehn") == "Werft Tom Diek"
