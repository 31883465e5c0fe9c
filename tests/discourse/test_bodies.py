"""Bodies that speak: where their names end, which of them a noun takes up, and where that stays open."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found
from tests.discourse.test_actors import actors, last
from tests.discourse.test_traps import name


def _names(text: str) -> list[str | None]:
    return [actor.name for actor in actors(text)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bündnis 90/Die Grünen fordern einen Stopp.", "Grüne"),
        ("Laut Bündnis 90/Die Grünen reicht das Geld nicht.", "Grüne"),
        ("Die Fraktion von Bündnis 90/Die Grünen lehnte den Plan ab.", "Fraktion von Bündnis 90/Die Grünen"),
        ("Die Fraktion SPD/Volt lehnt den Plan ab.", "Fraktion SPD/Volt"),
        ("Die Gruppe Linke/Piraten lehnt den Plan ab.", "Linke/Piraten"),
        ("Die Arbeitsgemeinschaft Wasser/Boden fordert mehr Geld.", "Arbeitsgemeinschaft Wasser/Boden"),
        ("Die IG Bau/Holz fordert mehr Lohn.", "IG Bau/Holz"),
        ("Kira Blank (Bündnis 90/Die Grünen) fordert mehr Geld.", "Kira Blank"),
        ("Das Bündnis 90 fordert mehr Geld.", "Bündnis 90"),
    ],
)
def test_a_stroke_or_a_number_is_a_part_of_a_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Das OLG Wien wies die Klage zurück.", "OLG Wien"),
        ("Der TÜV Nord warnte vor Schäden.", "TÜV Nord"),
        ("Der TÜV Torfen warnte vor Schäden.", "TÜV Torfen"),
        ("Die IG Metall Küste fordert mehr Lohn.", "IG Metall Küste"),
        ("Die KZV Nordmark lehnte den Plan ab.", "KZV Nordmark"),
        ("Ein Gutachten sei nötig, sagte die IG Küste dem „Morgenspiegel“.", "IG Küste"),
        ("Der Verkauf der Klinik wird von der IG Küste abgelehnt.", "IG Küste"),
        ("Der FC Lauben lehnt den Umbau ab.", "FC Lauben"),
        ("Heute lehnt die SG Brunsbach den Umbau ab.", "SG Brunsbach"),
    ],
)
def test_letters_with_what_follows_them_are_a_body(text: str, right: str) -> None:
    assert (last(text).name, last(text).kind.value) == (right, "organisation")


@pytest.mark.parametrize("text", ["Die CEO Kira Blank kündigte einen Umbau an.", "CEO Kira Blank kündigte das an."])
def test_letters_for_an_office_are_no_part_of_a_name(text: str) -> None:
    assert (last(text).name, last(text).kind.value) == ("Kira Blank", "person")


@pytest.mark.parametrize("text", ["Nun wirft der TÜV Betreibern Betrug vor.", "Nun räumt der TÜV Fehler ein."])
def test_what_the_verb_wants_is_no_part_of_a_name_in_letters(text: str) -> None:
    assert last(text).name == "TÜV"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Verband kommunaler Versorger Mitte sieht keinen Grund dafür.", "Verband kommunaler Versorger Mitte"),
        ("Laut dem Bund privater Entsorger Nord reicht das nicht.", "Bund privater Entsorger Nord"),
        ("Ein Gutachten fehle, teilte der Bund freier Nahversorger mit.", "Bund freier Nahversorger"),
        ("Das Netzwerk grüner Gründer West forderte Klarheit.", "Netzwerk grüner Gründer West"),
    ],
)
def test_who_a_body_is_made_of_is_a_part_of_its_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Die Gewerkschaft Bau, der Verband der Makler und die Kirche fordern mehr Geld.",
            ["Gewerkschaft Bau", "Verband der Makler", "Kirche"],
        ),
        (
            "Die Gewerkschaft Textil und Leder, das Bistum Mersen und die Stadt Torfen lehnen den Plan ab.",
            ["Gewerkschaft Textil und Leder", "Bistum Mersen", "Stadt Torfen"],
        ),
        (
            "Mehr Geld fordern der Mieterbund Torfen, der Bund der Wirte und die Handwerkskammer.",
            ["Mieterbund Torfen", "Bund der Wirte", "Handwerkskammer"],
        ),
    ],
)
def test_bodies_in_a_row_have_their_names(text: str, right: list[str]) -> None:
    assert _names(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Verein Heimatfreunde, ein Zusammenschluss von Anwohnern, lehnt den Plan ab.", "Heimatfreunde"),
        ("Der Fachverband Holztechnik, eine Vereinigung von Firmen, lehnt ihn ab.", "Fachverband Holztechnik"),
        ("Nun teilte das Netzwerk Wildbienen, ein Verbund von Gärtnern, mit, es regne.", "Wildbienen"),
        ("Der Verein Moorblick, der seit 1990 besteht, lehnt den Plan ab.", "Moorblick"),
    ],
)
def test_an_apposition_is_no_part_of_a_name(text: str, right: str) -> None:
    assert last(text).name == right


def test_an_object_before_a_comma_is_no_part_of_a_name() -> None:
    assert last("Nun fordert der Verein Klarheit, das Amt schweigt.").name == "Verein"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Tierschutz Mersen e. V. fordert ein Verbot.", "Tierschutz Mersen"),
        ("Das sei zu wenig, sagte der Tierschutz Mersen e. V.", "Tierschutz Mersen"),
        ("Der Verein Moorfreunde e.V. lehnt den Plan ab.", "Moorfreunde"),
        ("Der Verein Moorfreunde e. V. tagte. Der Verein lehnt den Plan ab.", "Moorfreunde"),
        ("Laut Moorfreunde e. V. ist das Gebiet bedroht.", "Moorfreunde"),
        ("Der Mieterverein Unterelbe e. V. nannte das falsch.", "Mieterverein Unterelbe"),
        ("Die Lebenshilfe Torfen e. V. lehnt den Plan ab.", "Lebenshilfe Torfen"),
        ("Der Bundesverband der Küstenfischer e. V. lehnt den Plan ab.", "Bundesverband der Küstenfischer"),
        ("Die Baugenossenschaft Torfen eG lehnt den Plan ab.", "Baugenossenschaft Torfen eG"),
        ("Der Autohersteller Volta AG lehnt den Plan ab.", "Volta AG"),
        ("Die Tochter Volta Nord GmbH lehnt den Plan ab.", "Volta Nord GmbH"),
    ],
)
def test_a_legal_form_ends_a_name_and_that_of_associations_is_left_out(text: str, right: str) -> None:
    assert (last(text).name, last(text).kind.value) == (right, "organisation")


def test_a_legal_form_with_a_blank_may_end_a_sentence() -> None:
    assert _names("Das sei gut, sagte der Tierschutz Mersen e. V. Der Rat lehnt das ab.")[-1] == "Rat"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Regiozug Nord verlegt ihr Depot. Das Unternehmen bestritt Mängel.", "Regiozug Nord"),
        ("Regiozug Nord verlegt ihr Depot. Das Unternehmen bestritt Mängel.", "Regiozug Nord"),
        ("Die Küstengas erhöht die Preise. Die Firma bestritt Absprachen.", "Küstengas"),
        ("Die Kunden der Strompark Süd warten. Der Konzern räumte Fehler ein.", "Strompark Süd"),
        ("Die Alpenstrom Süd senkt die Preise, teilte das Unternehmen mit.", "Alpenstrom Süd"),
        ("Der Konzern wies die Vorwürfe zurück.", "Konzern"),
    ],
)
def test_a_firm_without_a_noun_is_taken_up_by_one(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    "text",
    [
        "Bei der Nordbahn fielen Züge aus. Das Unternehmen räumte Fehler ein.",
        "Die Stadt kündigte der Regiozug Nord. Das Unternehmen bestritt Mängel.",
        "Die Regiozug Nord und die Elbbus Süd streiten. Das Unternehmen bestritt Mängel.",
    ],
)
def test_what_may_be_a_firm_named_before_is_open(text: str) -> None:
    assert last(text).name is None


@pytest.mark.parametrize("text", ["Laut Moorstrom Nord ist das falsch.", "Die Elbbus Süd lehnt das ab."])
def test_what_ends_in_a_quarter_is_no_person(text: str) -> None:
    assert last(text).kind.value == "organisation"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Stadt Mersen verklagt die Baufirma Holt. Die Gegenseite wies das zurück.", "Holt"),
        ("Die Brauerei Falke klagt gegen die Molkerei Lund. Der Konkurrent wies das zurück.", "Molkerei Lund"),
        ("Udo Lamm verklagt Kira Blank. Die Gegenseite wies das zurück.", "Kira Blank"),
        ("Laut der „Elbwarte“ verklagt die Stadt Mersen die Baufirma Holt. Die Gegenpartei wies das zurück.", "Holt"),
    ],
)
def test_the_other_side_is_the_other_of_two_parties(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    "text",
    [
        "Die Gegenseite wies das zurück.",
        "Die Stadt Mersen klagt. Die Gegenseite wies das zurück.",
        "Die Stadt Mersen und die Baufirma Holt streiten mit dem Landkreis Torfen. Die Gegenseite wies das zurück.",
        "Udo Lamm griff Kira Blank an. Der Konkurrent wies das zurück.",
        "Die Gewerkschaft Textil fordert Lohn. Die Gegenseite mauert, sagte Udo Lamm. Die Gegenseite lehnt das ab.",
        "Die Gespräche stocken. Die andere Seite lehnt ein Angebot ab.",
    ],
)
def test_the_other_side_is_nobodys_name(text: str) -> None:
    assert last(text).name is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Gegner lehnen den Plan ab.", "Gegner"),
        ("Der Gegner der Reform lehnt den Plan ab.", "Gegner der Reform"),
        ("Ein Konkurrent lehnt den Plan ab.", "Konkurrent"),
    ],
)
def test_opponents_of_something_keep_their_words(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Nach Angaben des Theaters an der Aue ist die Brücke marode.", "Theater an der Aue"),
        ("Die Heizung fällt aus, so der Elternbeirat der Grundschule am Wehr.", "Elternbeirat der Grundschule am Wehr"),
        ("Das bestritt ein Sprecher des Hotels am Dom.", "Sprecher des Hotels am Dom"),
        ("Mehr Geld fordert die Klinik an der Saale.", "Klinik an der Saale"),
        ("Die Kritik des Theaters am Wall an dem Abriss kam spät.", "Theater am Wall"),
        ("Nun räumte die Feuerwehr am Hafen Fehler ein.", "Feuerwehr"),
        ("Die Kritik der Klinik am Umbau kam spät.", "Klinik"),
    ],
)
def test_a_house_is_called_by_the_landmark_behind_it(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Ausbau wurde von der Fakultät für Physik der Universität Mersen gelobt.", "Fakultät für Physik {}"),
        ("Der Fakultät für Physik der Universität Mersen zufolge fehlt Geld.", "Fakultät für Physik {}"),
        ("Eine Sprecherin der Medizinischen Fakultät der Universität Mersen lehnte das ab.", "Sprecherin der {}"),
    ],
)
def test_a_faculty_has_its_subject_and_its_university(text: str, right: str) -> None:
    name = last(text).name or ""
    assert name.startswith(right.removesuffix("{}"))
    assert name.endswith("Fakultät der Universität Mersen" if "Medizinischen" in text else "der Universität Mersen")


@pytest.mark.parametrize(
    ("text", "right", "kind"),
    [
        ("Einer Sprecherin der Falke AG zufolge endet der Weg.", "Sprecherin der Falke AG", "person"),
        ("Dem Verein für Jugendhilfe zufolge ist das falsch.", "Verein für Jugendhilfe", "organisation"),
        ("Damit ist die Zahl der Toten der Polizei zufolge höher.", "Polizei", "organisation"),
    ],
)
def test_a_postposition_governs_all_that_opens_the_sentence(text: str, right: str, kind: str) -> None:
    assert (last(text).name, last(text).kind.value) == (right, kind)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Plan wurde vom Bayerischen Naturbund abgelehnt.", "Bayerischer Naturbund"),
        ("Nach Angaben des Bayerischen Naturbunds fehlt Geld.", "Bayerischer Naturbund"),
        ("Der Plan wurde vom Städtischen Klinikum abgelehnt.", "Städtisches Klinikum"),
    ],
)
def test_an_adjective_behind_a_contraction_is_in_the_nominative(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Die Stadtwerke Grimmlitz sparen. Die Grimmlitzer räumten Pannen ein. Man habe geirrt.",
            "Stadtwerke {}",
        ),
        ("Der TSV Grimmlitz verlor. Die Grimmlitzer kritisierten den Schiedsrichter.", "TSV {}"),
        ("Die Stadtwerke Mersen verklagen die Molkerei Grimmlitz. Die Grimmlitzer lehnen das ab.", "Molkerei {}"),
    ],
)
def test_people_called_by_a_place_act_for_its_firm_or_club(text: str, right: str) -> None:
    assert (last(text).name, last(text).kind.value) == (right.format("Grimmlitz"), "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "In Grimmlitz wächst der Unmut. Die Grimmlitzer fordern eine Umgehungsstraße.",
        "Die Stadt Grimmlitz baut um. Die Grimmlitzer fordern mehr Geld.",
        "Das Amtsgericht Grimmlitz tagte. Die Stadtwerke Mersen sparen. Die Grimmlitzer fordern mehr Geld.",
    ],
)
def test_people_called_by_a_place_are_a_group_otherwise(text: str) -> None:
    assert (last(text).name, last(text).kind.value) == ("Grimmlitzer", "collective")


def test_people_called_by_a_place_with_two_bodies_are_open() -> None:
    text = "Die Stadtwerke Grimmlitz und das Klinikum Grimmlitz bauen. Die Grimmlitzer räumten Pannen ein."
    assert set(last(text).candidates) == {"Stadtwerke Grimmlitz", "Klinikum Grimmlitz"}


@pytest.mark.parametrize(
    "dateline", ["Dessow (dpa) – ", "Mersen (red) – ", "Hamburg/Bremen (dpa) – ", "Wien (APA/red) – "]
)
def test_a_quotation_behind_a_dateline_has_its_speaker(dateline: str) -> None:
    commitment = found(f"{dateline}„Das reicht nicht“, sagte der Verein Junger Eltern.")[-1]
    assert commitment.actor is not None
    assert commitment.actor.name == "Verein Junger Eltern"
    assert commitment.content is not None
    assert commitment.content.text == "„Das reicht nicht“"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Das verteidigen das Institut für Moorkunde und das Museum Haus Hövel.",
            ["Institut für Moorkunde", "Museum Haus Hövel"],
        ),
        (
            "Die Fakultät für Physik der Universität Mersen und die Stadt Torfen lehnten das ab.",
            ["Fakultät für Physik der Universität Mersen", "Stadt Torfen"],
        ),
        ("Der Beirat für Senioren und die Stadt Mersen lehnen das ab.", ["Beirat für Senioren", "Stadt Mersen"]),
        ("Das Amt für Umwelt und Klima lehnt das ab.", ["Amt für Umwelt und Klima"]),
    ],
)
def test_another_body_is_joined_to_a_body_and_not_to_its_name(text: str, right: list[str]) -> None:
    assert _names(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Nun rief ein Sprecher des Maschinenbauers Hartwig & Söhne zum Streik auf.",
            "Maschinenbauers Hartwig & Söhne",
        ),
        ("Das wies ein Sprecher der SPD-Fraktion im Kreistag zurück.", "SPD-Fraktion im Kreistag"),
        ("Das wies ein Sprecher der IG Küste zurück.", "IG Küste"),
    ],
)
def test_whoever_speaks_for_a_body_is_not_the_body(text: str, right: str) -> None:
    name = last(text).name or ""
    assert name.startswith("Sprecher ")
    assert name.endswith(right)


@pytest.mark.parametrize(
    ("text", "right", "id"),
    [
        ("Die SPD-Fraktion im Stadtrat lehnt den Plan ab.", "SPD-Fraktion im Stadtrat", "spd-fraktion-im-stadtrat"),
        ("Die SPD-Fraktion im Bundestag lehnt den Plan ab.", "SPD-Fraktion", "spd-fraktion"),
        ("Die SPD-Fraktion lehnt den Plan ab.", "SPD-Fraktion", "spd-fraktion"),
    ],
)
def test_a_group_in_another_chamber_is_not_that_of_the_catalogue(text: str, right: str, id: str) -> None:
    assert (last(text).name, last(text).id) == (right, id)


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


@pytest.mark.parametrize("noun", ["Konsistoriums", "Dekanats"])
def test_the_genitive_of_a_body_no_list_has_is_led_to_the_nominative(noun: str) -> None:
    assert last(f"In einem Brief des {noun} heißt es, das Geld fehle.").name == noun[:-1]


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


def test_an_adjective_in_capitals_is_part_of_the_name_of_a_body() -> None:
    assert last("Das Institut für Angewandte Ethik lehnt das ab.").name == "Institut für Angewandte Ethik"


def test_an_apposition_names_the_body_that_a_noun_for_people_means() -> None:
    assert name("Der größte Kunde, die Werft Tom Diek, lehnt das ab.", "lehn") == "Werft Tom Diek"
