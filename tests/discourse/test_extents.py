"""Where names begin and end: bodies behind their nouns, firms, people before the noun that the verb wants."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found
from tests.discourse.test_actors import actors, last

_BODIES = (
    "die Klinik Birkenhang",
    "die Hochschule Mersen",
    "die Reederei Tholen",
    "die Initiative Pro Aue",
    "die Stiftung Lesen",
    "der Fachverband Holztechnik",
    "der Verein Kinderhilfe Birkenau",
    "der Landkreis Torfen",
    "der Klub Rot-Weiß Mersen",
    "das Bündnis Faire Mieten",
    "das Museum Alte Spinnerei",
    "das Institut für Moorkunde Mersen",
)


def _bare(body: str) -> str:
    return body.partition(" ")[2]


@pytest.mark.parametrize("body", _BODIES)
@pytest.mark.parametrize(
    "text",
    [
        "Seit Monaten fordert {} mehr Geld.",
        "Seit Jahren verlangt {} Änderungen.",
        "Im Streit um den Bau hat {} Fehler eingeräumt.",
        "Der Preis sinke bald, teilte {} am Montag mit.",
    ],
)
def test_a_body_has_its_name_wherever_it_stands(text: str, body: str) -> None:
    name = last(text.format(body)).name
    assert name is not None
    assert _bare(body).endswith(name)
    assert name.split()[-1] == body.split()[-1]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Kunden müssen nach Angaben der Reederei Tholen wochenlang warten.", "Tholen"),
        ("Nach Angaben der Gewerkschaft Textil und Leder fehlen Leute.", "Gewerkschaft Textil und Leder"),
        ("Einem Bericht des Bundes der Bergleute zufolge sinkt der Lohn.", "Bund der Bergleute"),
        ("Wer spät isst, schläft laut einer Studie der Hochschule Mersen im Schnitt kürzer.", "Hochschule Mersen"),
        ("Einer Studie der Hochschule Mersen zufolge sinkt der Lohn.", "Hochschule Mersen"),
        ("Damit ist die Zahl der Verletzten der Feuerwehr zufolge höher.", "Feuerwehr"),
        ("Kunden stehen neuen Autos einer Umfrage zufolge offen gegenüber.", "Umfrage"),
        ("Der Preis sinke, heißt es in einem Brief der Gesellschaft für Moorkunde.", "Gesellschaft für Moorkunde"),
        ("Der Preis sinke, heißt es in einem Gutachten der Stiftung Klimaschutz.", "Stiftung Klimaschutz"),
        ("Der Feuerwehr in Mersen zufolge brannte ein Dach.", "Feuerwehr in Mersen"),
        ("Dem Sprecher der Feuerwehr von Mersen zufolge brannte ein Dach.", "Sprecher der Feuerwehr von Mersen"),
        ("Das lehnt der Verein Freier Fischer ab.", "Verein Freier Fischer"),
        ("Das lehnt der Stadtrat von Bad Mersen ab.", "Stadtrat von Bad Mersen"),
        ("Das lehnt Trainer Udo Lang vom 1. FC Mersen ab.", "Udo Lang"),
        ("Das lehnt Trainerin Eva Jung vom TSV Holm ab.", "Eva Jung"),
        ("„Ich bleibe“, sagte die 30-Jährige der „Mittelwacht“.", "30-Jährige"),
        (
            "Am Montag erzählte ihr eine Pflegerin der Klinik am Nordring, es sei spät.",
            "Pflegerin der Klinik am Nordring",
        ),
        ("Ihr Verein, der TSV Holm, lehnte das ab.", "TSV Holm"),
        ("Sein früherer Rennstall, das Team Alpen, lehnt das ab.", "Team Alpen"),
        ("Ihre Partei, die Grünen, lehnt das ab.", "Grüne"),
        ("Das lehnt Hatem al-Gharbi ab.", "Hatem al-Gharbi"),
        ("Mersen (red) – Das neue Ministerium lehnt das ab.", "neues Ministerium"),
        ("Das lehnt der Betriebsrat von Kessler Antriebe ab.", "Betriebsrat von Kessler Antriebe"),
        ("Das lehnt der Möbelhändler Haus & Heim ab.", "Haus & Heim"),
        ("Das lehnt Bishal Gurung, 29, entschieden ab.", "Bishal Gurung"),
        ("Die Vorsitzende, Saskia von Hagenow, kam. Das sei gut, sagte von Hagenow am Samstag.", "Saskia von Hagenow"),
        ("Die Stiftung Moor baut. Das Geld reiche, teilte die Organisation in Kiel mit.", "Stiftung Moor"),
        ("Udo Lamm leitet die Udo Lamm Feinmechanik. Er bleibe, sagte der 71-Jährige.", "Udo Lamm"),
        ("Das lehnt Karl Maria Freiherr von Stetten ab.", "Karl Maria Freiherr von Stetten"),
        ("„Ich bleibe“, sagte Minister Salim el-Amin.", "Salim el-Amin"),
        ("Die Kanzlei Brandt & Partner will klagen.", "Brandt & Partner"),
        ("Die Firma Hansen & Yilmaz will klagen.", "Hansen & Yilmaz"),
        ("Die Firma Özdemir & Yilmaz will klagen.", "Özdemir & Yilmaz"),
        ("Gegen die Strafe will der VfL Torfen klagen.", "VfL Torfen"),
        ("Das lehnt die Brenner Maschinenbau ab.", "Brenner Maschinenbau"),
        ("Der Preis sinke, sagte der Chef der Rohrbach Holzbau.", "Chef der Rohrbach Holzbau"),
        ("Die Kartonagenwerke Sommer lehnen das ab.", "Kartonagenwerke Sommer"),
        ("Das lehnt die Volkswagen AG ab.", "Volkswagen"),
        ("Das lehnt die Freie Wählergemeinschaft Lindrath ab.", "Freie Wählergemeinschaft Lindrath"),
        ("Nach Angaben der Deutschen Umweltstiftung Elbe fehlt Geld.", "Deutsche Umweltstiftung Elbe"),
        ("Das lehnt der ADAC Nordmark ab.", "ADAC Nordmark"),
        ("Nach Angaben des Zoos Mersen fehlt Geld.", "Zoo Mersen"),
        ("Der Bauernverband Heide lehnt das ab.", "Bauernverband Heide"),
        ("Dessow (epd) – Der Kirchenkreis Dessow lehnt das ab.", "Kirchenkreis Dessow"),
        ("Mersen – Der Landrat lehnt das ab.", "Landrat"),
        ("Der Fehler ist behoben. Passagiere klagten über Lärm.", "Passagiere"),
        ("Der Verband zahlt nicht. Vorstandssprecher Gernot Pauls lehnt das ab.", "Gernot Pauls"),
        ("Der Preis sinke, berichtet die „Elbwarte“ in ihrer Montagsausgabe.", "Elbwarte"),
        ("Gestern hat die Mutter des Jungen der Lehrerin Vorwürfe gemacht.", "Mutter des Jungen"),
        ("Gestern warf der Chef des Verbands der Ministerin Wortbruch vor.", "Chef des Verbands"),
        ("Der TSV 1860 Mersen will klagen.", "TSV 1860 Mersen"),
        ("Der SV Grün-Weiß Lauben will klagen.", "SV Grün-Weiß Lauben"),
        ("Nach Angaben des Instituts für Moorkunde Mersen fehlt Geld.", "Institut für Moorkunde Mersen"),
        ("Das Start-up Lumiva will klagen.", "Lumiva"),
        ("Das Urteil wies der 1. FC Lindrath zurück.", "1. FC Lindrath"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, right: str) -> None:
    name = last(text).name
    assert name is not None
    assert name.removeprefix("Studie der ") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Die Gewerkschaft Papier und Druck und der Konzern Falke fordern Geld.",
            ["Gewerkschaft Papier und Druck", "Falke"],
        ),
        ("Seit Tagen fordern der Verein Kinderhilfe und die Stadt Torfen Geld.", ["Kinderhilfe", "Stadt Torfen"]),
    ],
)
def test_two_bodies_that_act_together_keep_their_names(text: str, right: list[str]) -> None:
    assert [actor.name for actor in actors(text)] == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Reederei Udo Lamm will verkaufen.", "Reederei Udo Lamm"),
        ("Seit Jahren fordert die Bäckerei Udo Lamm mehr Geld.", "Bäckerei Udo Lamm"),
        ("„Wir schließen“, sagte die Firma Udo Lamm.", "Firma Udo Lamm"),
        ("Der Preis sinke, teilte die Kanzlei Eva Holm mit.", "Kanzlei Eva Holm"),
        ("Ein Sprecher der Spedition Karl Ebner wies das zurück.", "Sprecher der Spedition Karl Ebner"),
        ("Nach Angaben der Galerie Rosa Heil fehlt Geld.", "Galerie Rosa Heil"),
        ("Die Stiftung Karl Ebner lehnt das ab.", "Stiftung Karl Ebner"),
        ("Die Spedition Karl Ebner baut um. Das Unternehmen lehnt Kritik ab.", "Spedition Karl Ebner"),
        ("Die Reederei Udo Lamm baut um. Udo Lamm lehnt Kritik ab.", "Udo Lamm"),
        ("Die Reederei Udo Lamm baut um. Lamm lehnt Kritik ab.", "Udo Lamm"),
        ("Die Reederei Udo Lamm baut um. Chef Jan Lamm schwieg. Lamm lehnt Kritik ab.", "Jan Lamm"),
        ("Die Udo Lamm KG baut um. Udo Lamm, der die Firma gegründet hat, lehnt Kritik ab.", "Udo Lamm"),
        ("Die Udo Lamm KG baut um. Die Firma lehnt Kritik ab.", "Udo Lamm KG"),
        ("Die Udo Lamm GmbH baut um. Geschäftsführerin Ida Lamm lehnt Kritik ab.", "Ida Lamm"),
        ("Die Stadträtin Eva Holm lehnt das ab.", "Eva Holm"),
        ("Gestern lehnte der Stadtrat Jens Moor den Plan ab.", "Jens Moor"),
        ("Nun wirft die Gewerkschaft Udo Lamm Betrug vor.", "Gewerkschaft"),
        ("Gestern warf der Firma Udo Lamm Betrug vor.", "Udo Lamm"),
    ],
)
def test_a_firm_called_by_a_person_is_not_the_person(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Berufsgenossenschaft Holz, Papier und Druck fordert mehr Schutz.", "Berufsgenossenschaft {}"),
        ("Seit Jahren fordert die Berufsgenossenschaft Holz, Papier und Druck mehr Schutz.", "Berufsgenossenschaft {}"),
        ("Nach Angaben der Berufsgenossenschaft Holz, Papier und Druck fehlt Geld.", "Berufsgenossenschaft {}"),
        ("Der Preis sinke, teilte der Verband Holz, Papier und Druck mit.", "Verband {}"),
        ("Das lehnt der Verband Holz, Papier und Druck ab.", "Verband {}"),
        ("Der Verein Holz, Papier und Druck, der in Mersen sitzt, will klagen.", "Verein {}"),
        ("Ein Sprecher der Gewerkschaft Holz, Papier und Druck wies das zurück.", "Sprecher der Gewerkschaft {}"),
        ("Das Ministerium für Holz, Papier und Druck lehnt das ab.", "Ministerium für {}"),
        ("Ein Bündnis aus Kirchen, Vereinen und Firmen lehnt das ab.", "Bündnis aus Kirchen, Vereinen und Firmen"),
        ("Die Gewerkschaft Holz, Papier und Druck baut um. Die Gewerkschaft lehnt Kritik ab.", "Gewerkschaft {}"),
        ("Nun fordert die Gewerkschaft Lohn, Zulagen und Urlaub.", "Gewerkschaft"),
        ("Nun fordern die Vereine Lohn, Zulagen und Urlaub.", "Vereine"),
        (
            "Der Landesverband Freie Apotheken Holm, dem Udo Lamm angehört, lehnt das ab.",
            "Landesverband Freie Apotheken Holm",
        ),
        ("Das lehnt der Bundesverband Deutsche Ziegel ab.", "Bundesverband Deutsche Ziegel"),
        ("Der Bundesverband Deutsche Ziegel, der in Berlin sitzt, lehnt das ab.", "Bundesverband Deutsche Ziegel"),
    ],
)
def test_a_name_may_be_a_list_or_begin_with_an_adjective(text: str, right: str) -> None:
    assert last(text).name == right.format("Holz, Papier und Druck")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Al-Tahir Maritime Holding lehnt das ab.", "Al-Tahir Maritime Holding"),
        ("Das lehnt die Hartmann Logistics Group ab.", "Hartmann Logistics Group"),
        ("Die Baltic Shipping Partners will klagen.", "Baltic Shipping Partners"),
        ("Gestern hat die Schneider Group Fehler eingeräumt.", "Schneider Group"),
        ("Ein Sprecher der Falke Digital Ventures wies das zurück.", "Sprecher der Falke Digital Ventures"),
        ("Die Sander Real Estate baut um. Das Unternehmen lehnt Kritik ab.", "Sander Real Estate"),
        ("Nun will die Regierung Immobilien verkaufen.", "Regierung"),
        ("Nun hat die SPD Investments gefordert.", "SPD"),
    ],
)
def test_a_firm_may_have_an_english_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Eine Sprecherin von Radio Welle Nord wies das zurück.", "Sprecherin von Radio Welle Nord"),
        ("Radio Welle Nord lehnt das ab.", "Radio Welle Nord"),
        ("Antenne Mersen will sparen.", "Antenne Mersen"),
        ("Der Preis sinke, teilte Antenne Süd mit.", "Antenne Süd"),
        ("Studio Elbe Film will klagen.", "Studio Elbe Film"),
        ("Laut Radio Holm sinkt der Preis.", "Radio Holm"),
        ("Das lehnte die Ministerin im Radio ab.", "Ministerin"),
        ("Nun fordert das Radio Musik für alle.", "Radio"),
    ],
)
def test_the_words_of_a_station_are_one_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Das Museum Haus Moor, in dem es brannte, lehnt das ab.", "Museum Haus Moor"),
        ("Das Internat Schloss Holm, das 1920 gegründet wurde, lehnt das ab.", "Internat Schloss Holm"),
        ("Die Klinik Villa Rosa baut um. Die Klinik lehnt Kritik ab.", "Klinik Villa Rosa"),
        ("Das Gymnasium Am Stadtpark fordert Geld.", "Gymnasium Am Stadtpark"),
        ("Nun fordert das Hospiz Zum Guten Hirten mehr Geld.", "Hospiz Zum Guten Hirten"),
        ("Das Theater An der Linde will schließen.", "Theater An der Linde"),
        ("Das Museum, in dem es brannte, lehnt das ab.", "Museum"),
    ],
)
def test_a_house_is_a_part_of_the_name_of_a_body(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Nun verlangt die Initiative Rettet unsere Türme Klarheit.", "Rettet unsere Türme"),
        ("Die Initiative Rettet unsere Türme lehnt das ab.", "Rettet unsere Türme"),
        ("Seit Jahren fordert das Bündnis Stoppt die Trasse einen Tunnel.", "Stoppt die Trasse"),
        ("Seit Tagen fordert das Bündnis Rettet die Linde Auskunft vom Bürgermeister.", "Rettet die Linde"),
        ("Das lehnt das Bündnis Wir für Holm ab.", "Wir für Holm"),
        ("Das Bündnis Wir bleiben hier lehnt das ab.", "Wir bleiben hier"),
        ("Das Bündnis Mehr Platz fürs Rad fordert neue Wege.", "Mehr Platz fürs Rad"),
        ("Die Gruppe Gemeinsam gegen Fluglärm lehnt das ab.", "Gemeinsam gegen Fluglärm"),
        ("Das lehnt der Verein Hilfe im Alter ab.", "Verein Hilfe im Alter"),
        ("Seit Tagen fordert das Bündnis Brot statt Böller ein Verbot.", "Bündnis Brot statt Böller"),
        ("Nun verlangt der Verein Hilfe im Alter.", "Verein"),
        ("Nun fordert das Bündnis Brot statt Böller.", "Bündnis"),
        ("Das Bündnis fordert mehr Platz fürs Rad.", "Bündnis"),
    ],
)
def test_a_slogan_is_a_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Der Verein hat nach einem Bericht des „Sportjournals Nord“ mehr Geld gefordert.", "Sportjournal Nord"),
        ("Der Rat lehnt nach Angaben des „Elbboten“ den Plan ab.", "Elbbote"),
        ("Die Partei lehnt laut „Kurier“ den Plan ab.", "Kurier"),
    ],
)
def test_a_paper_in_marks_is_a_source_by_its_name(text: str, source: str) -> None:
    (one,) = found(text)
    assert [s.name for s in one.sources] == [source]


def test_a_relative_clause_belongs_to_who_can_do_what_it_says() -> None:
    (first, _) = actors("Der Bund der Anleger, der seine Ablösung verlangt hatte, lehnt das ab.")
    assert first.name == "Bund der Anleger"


def test_who_speaks_between_two_halves_of_a_quotation_is_no_object() -> None:
    assert last("„Wer heute bestellt“, sagt Udo Lamm, „der wartet nicht.“").name == "Udo Lamm"


@pytest.mark.parametrize(
    ("text", "actor", "content"),
    [
        ("Seit Monaten verlangt die Gewerkschaft Klarheit.", "Gewerkschaft", "Klarheit"),
        ("Seit Jahren wirft der Verein Anwohnern Lärm vor.", "Verein", "Lärm"),
        ("Der Trainer warf dem Verein Untätigkeit vor.", "Trainer", "Untätigkeit"),
        ("Gestern hat der FC Spieler suspendiert.", "FC", "Spieler"),
        ("Gestern hat der SV Grün-Weiß Härte gefordert.", "SV Grün-Weiß", "Härte"),
        ("Der Konzern will nach Angaben der Gewerkschaft Stellen streichen.", "Konzern", "Stellen streichen"),
        ("Gestern wirft die Chefin, Ida Mohn, der Gemeinde Untätigkeit vor.", "Ida Mohn", "Untätigkeit"),
    ],
)
def test_what_the_verb_wants_is_no_name(text: str, actor: str, content: str) -> None:
    (one,) = (c for c in found(text) if c.cue is not None and "Angaben" not in c.cue.text)
    assert one.actor is not None
    assert one.content is not None
    assert (one.actor.name, one.content.text.split(" … ")[-1].endswith(content)) == (actor, True)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Seit Jahren fordert die Botanikerin Rosa Hagemann Moose für alle.", "Rosa Hagemann"),
        ("Nun räumt Trainer Sandro Koch Fehler ein.", "Sandro Koch"),
        ("Nun räumt Trainer Koch Fehler ein.", "Koch"),
        ("In Genf versprach Anna Maria Wolf Hilfe.", "Anna Maria Wolf"),
        ("Wegen des Streits hat der TSV Langenrode Änderungen verlangt.", "TSV Langenrode"),
        ("Das bestritt der Anwalt Ruven Stolle.", "Ruven Stolle"),
        ("Der Trainer Timo Löwe schwieg. Löwe lehnt das ab.", "Timo Löwe"),
        ("Am Abend notierte General Ernst von Rettern, die Brücke stehe noch.", "Ernst von Rettern"),
    ],
)
def test_a_person_is_whole_before_the_object(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Der Verein Freier Fischer klagt über den Stau. Der Verein fordert eine Brücke.",
            ["Verein Freier Fischer", "Verein Freier Fischer"],
        ),
        (
            "Der Verein Freier Fischer und der Verein Junger Wirte fordern Hilfe. Der Verein lehnt das Gesetz ab.",
            ["Verein Freier Fischer", "Verein Junger Wirte", None],
        ),
        (
            "Der Bund Deutscher Architekten fordert Hilfe. Der Bund lehnt die Steuer ab.",
            ["Bund Deutscher Architekten", None],
        ),
        ("Der Bund der Anleger fordert Hilfe. Der Bund lehnt die Steuer ab.", ["Bund der Anleger", None]),
        ("Der Bund fordert Geld. Der Bund lehnt die Steuer ab.", ["Bund", "Bund"]),
    ],
)
def test_a_body_called_by_a_genitive_keeps_it(text: str, names: list[str | None]) -> None:
    assert [actor.name for actor in actors(text)] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Bund Freier Wirte fordert Hilfe.", "organisation"),
        ("Der Bund der Anleger fordert Hilfe.", "organisation"),
        ("Der Bund fordert Hilfe.", "government"),
    ],
)
def test_a_federation_is_no_government(text: str, kind: str) -> None:
    assert last(text).kind.value == kind


def test_what_is_criticised_is_no_address() -> None:
    (one,) = found("Die Kritik der Initiative am Windpark hält an.")
    assert one.actor is not None
    assert one.content is not None
    assert (one.actor.name, one.content.text) == ("Initiative", "Windpark")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das An-Institut will nicht zahlen.", "An-Institut"),
        ("Der Anwalt Karim al-Gharbi lehnt das ab.", "Karim al-Gharbi"),
    ],
)
def test_a_prefix_is_no_arabic_article(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Nicht alle Ortsbürgermeister lehnen das ab.", "nicht alle Ortsbürgermeister"),
        ("Das lehnen nicht alle Winzer ab.", "nicht alle Winzer"),
        ("Nicht jeder Bauer lehnt das ab.", "nicht jeder Bauer"),
        ("Nicht wenige Eltern lehnen das ab.", "nicht wenige Eltern"),
        ("Nicht die Bürger lehnen das ab.", "Bürger"),
        ("Alle Winzer lehnen das ab.", "alle Winzer"),
    ],
)
def test_a_denied_quantifier_belongs_to_the_name_of_a_group(text: str, right: str) -> None:
    assert last(text).name == right
