"""Names of people: what belongs to them, and what only stands beside them."""

from __future__ import annotations

import pytest

from tests.discourse.test_actors import actors, last
from tests.discourse.test_traps import name


@pytest.mark.parametrize(
    "name",
    [
        "Margarethe Edle von Plessow",
        "Clemens Graf Droste zu Vehlen",
        "Marius Freiherr von Quast",
        "Adelheid Freiin von Torgen",
        "Isabell Gräfin zu Lauenrode",
        "Ferdinand Prinz zu Reifenstein",
        "Egon Reichsfreiherr von Maltern",
        "Hubertus Freiherr von und zu Gronsfeld",
        "Georg Prinz zur Lippe-Detten",
        "Wilhelm Graf Finck von Ratten",
        "Viktoria Gräfin Keyserlingk",
        "Konstantin Ritter von der Tann",
    ],
)
@pytest.mark.parametrize(
    "text", ["Das lehnt {} ab.", "Sportvorstand {} lehnt das ab.", "„Das ist gut“, sagte die Nachbarin von {}."]
)
def test_a_title_of_nobility_and_what_follows_belong_to_the_name(text: str, name: str) -> None:
    assert (last(text.format(name)).name or "").removeprefix("Nachbarin von ") == name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Am Rande sagte Steffi Graf zu Journalisten, sie sei zufrieden.", "Steffi Graf"),
        ("Markus Ritter von der Bauernliste lehnt das ab.", "Markus Ritter"),
        ("Jochen Herzog von der Prüfstelle Nord lehnt das ab.", "Jochen Herzog"),
        ("Lukas Graf von Greenpeace lehnt das ab.", "Lukas Graf"),
        ("Die Stadträtin Hanna Graf zu dem Plan: „Das ist Unsinn.“", "Hanna Graf"),
        ("Die Mieterin Ines Baron zum Urteil: „Das ist Unsinn.“", "Ines Baron"),
        ("Der Abgeordnete Peter Fürst lehnt das zu Recht ab.", "Peter Fürst"),
        ("Udo Lamm von der Linken lehnt das ab.", "Udo Lamm"),
    ],
)
def test_a_surname_that_is_a_title_ends_the_name(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Margarethe Edle von Plessow", "Plessow"),
        ("Margarethe Edle von Plessow", "Edle von Plessow"),
        ("Clemens Graf Droste zu Vehlen", "Droste zu Vehlen"),
        ("Clemens Graf Droste zu Vehlen", "Graf Droste"),
        ("Clemens Graf Droste zu Vehlen", "Droste"),
        ("Clemens Graf Droste zu Vehlen", "Der Graf"),
        ("Marius Freiherr von Quast", "Von Quast"),
        ("Marius Freiherr von Quast", "Freiherr Quast"),
        ("Marius Freiherr von Quast", "Marius von Quast"),
        ("Egon Reichsfreiherr von Maltern", "Maltern"),
        ("Isabell Gräfin zu Lauenrode", "Die Gräfin"),
    ],
)
def test_a_noble_name_is_known_by_parts_of_it(full: str, short: str) -> None:
    assert last(f"{full} kam nach Kiel. {short} lehnte das ab.").name == full


def test_somebody_with_a_title_for_a_surname_is_called_by_no_title() -> None:
    assert last("Die Trainerin Steffi Graf kam nach Kiel. Der Graf lehnte das ab.").name != "Steffi Graf"


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ("Chefarzt Professor Kemal Yıldız-Brandt", "Kemal Yıldız-Brandt"),
        ("Chefarzt Professor Dr. Łukasz Wójcik", "Łukasz Wójcik"),
        ("Oberärztin Dr. Şebnem Aydoğan", "Şebnem Aydoğan"),
        ("Projektleiter Dipl.-Ing. Ørjan Sæther", "Ørjan Sæther"),
        ("Privatdozent Dr. med. habil. Ruben Castañeda", "Ruben Castañeda"),
        ("Institutsleiterin Professorin Ağça Şahin", "Ağça Şahin"),
        ("Klinikdirektor Prof. Dr. med. Čedomir Perić", "Čedomir Perić"),
        ("Gutachter Dr. jur. Børge Nygård", "Børge Nygård"),
        ("der Chemiker Dr. rer. nat. Iñaki Etxeberria", "Iñaki Etxeberria"),
        ("der Historiker PD Dr. Lars Ångström", "Lars Ångström"),
        ("Präsident Professor h. c. Rüdiger Ahlborn", "Rüdiger Ahlborn"),
        ("Sprecher Oberstleutnant Ekkehard Zabel", "Ekkehard Zabel"),
        ("Superintendent Pfarrer Ulf Menzel", "Ulf Menzel"),
    ],
)
@pytest.mark.parametrize("text", ["Das sei falsch, sagt {}.", "Das lehnte {} am Montag ab."])
def test_degrees_and_ranks_stand_between_an_office_and_a_name(text: str, described: str, name: str) -> None:
    assert last(text.format(described)).name == name


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Am Montag lobte der Minister Professorin Eva Holm.", "Minister"),
        ("Deshalb kritisierte der Trainer Kapitän Jonas Merk scharf.", "Trainer"),
        ("Am Abend warfen Lehrer Direktor Udo Lamm Wortbruch vor.", "Lehrer"),
        ("Am Montag hat der Patient Doktor Udo Lamm verklagt.", "Patient"),
    ],
)
def test_a_rank_that_the_verb_wants_begins_somebody_else(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Norvest-Partner Ruprecht Kraft lehnt das ab.", "Ruprecht Kraft"),
        ("Norvest-Partner Ruven Stolle lehnt das ab.", "Ruven Stolle"),
        ("Norvest-Partner Kraft lehnt das ab.", "Kraft"),
        ("Steueranwalt Kraft lehnt das ab.", "Kraft"),
        ("Am Montag lehnte Anwalt Kraft das ab.", "Kraft"),
        ("Trainer Sorge lehnt das ab.", "Sorge"),
        ("Norvest-Partner lehnen das ab.", "Norvest-Partner"),
        ("Anna Müller-Schuster lehnt das ab.", "Anna Müller-Schuster"),
        ("Am Montag lobte der Anwalt Mut und Kraft der Zeugin.", "Anwalt"),
    ],
)
def test_a_surname_that_is_a_noun_stands_behind_an_office(text: str, right: str) -> None:
    assert last(text).name == right


def test_an_account_is_of_the_named_holder_of_an_office_with_a_firm_in_it() -> None:
    told = "Der Investor Norvest will verkaufen. Norvest-Partner Ruprecht Kraft weist die Kritik zurück. {}"
    assert last(told.format("„Das ist falsch“, schrieb er.")).name == "Ruprecht Kraft"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ihren Regisseur Matthijs de Bruyn lobte Hauptdarstellerin Selin Arslan.", "Selin Arslan"),
        ("Den Trainer Pieter van den Berg lobte Stürmer Arjan Kok.", "Arjan Kok"),
        ("Unseren Nachbarn Karim al-Sayed lobte Vermieterin Ines Holm.", "Ines Holm"),
        ("Ihren Regisseur Paul Meier lobte Selin Arslan.", "Selin Arslan"),
        ("Ihr Regisseur Matthijs de Bruyn lobte Hauptdarstellerin Selin Arslan.", "Matthijs de Bruyn"),
        ("Die Malerin Anna da Silva lobte Intendant Rolf Kern.", "Anna da Silva"),
        ("Weil Udo da Hilfe braucht, fordert er Geld.", "Udo"),
    ],
)
def test_an_object_with_a_particle_in_its_name_is_not_who_acts(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Matthijs de Bruyn", "De Bruyn"),
        ("Pieter van den Berg", "Van den Berg"),
        ("Luisa da Silva", "Da Silva"),
        ("Carlo di Lauro", "Di Lauro"),
        ("Eva dos Santos", "Dos Santos"),
        ("Javier de las Heras", "De las Heras"),
        ("Karim al-Sayed", "Al-Sayed"),
        ("Saskia von der Heide", "Von der Heide"),
        ("Marlene zur Mühlen", "Zur Mühlen"),
        ("Jean-Luc Le Goff", "Le Goff"),
    ],
)
def test_a_particle_at_the_head_of_a_sentence_leads_to_the_full_name(full: str, short: str) -> None:
    assert last(f"Das lehnt {full} ab. {short} lobte das Museum.").name == full


@pytest.mark.parametrize("verb", ["lehnte", "lehnt"])
def test_an_office_before_who_holds_it_is_nobodys_surname(verb: str) -> None:
    before = "Verteidiger Jonas Richter kam. "
    assert last(f"{before}Der Vorsitzende Richter, Matthias Anwander, {verb} das ab.").name == "Matthias Anwander"


def test_a_surname_stays_one_beside_an_office_of_that_name() -> None:
    before = "Verteidiger Jonas Richter kam. Der Vorsitzende Richter, Matthias Anwander, nickte. "
    assert last(f"{before}Richter lehnte das ab.").name == "Jonas Richter"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Zutiefst bedauert Managerin Lotte van Eyk den Rückzug.", "Lotte van Eyk"),
        ("Vehement bestreitet Trainer Marco Rossi den Vorwurf.", "Marco Rossi"),
        ("Postwendend lehnte Landrat Paul Wenk den Antrag ab.", "Paul Wenk"),
        ("Scharf kritisierte Anwältin Ines Moor das Urteil.", "Ines Moor"),
        ("Justament kritisierte Kanzler Udo Lamm die Regierung.", "Udo Lamm"),
        ("Hocherfreut begrüßt Verlegerin Ada Moro die Wahl.", "Ada Moro"),
        ("Pflichtschuldigst dankte Udo Lamm der Ministerin.", "Udo Lamm"),
        ("Minister Udo Scharf kam. Scharf kritisierte Anwältin Ines Moor.", "Udo Scharf"),
        ("Krombholz lobte die Helfer.", "Krombholz"),
        ("Ebert lobte Trainer Udo Lamm.", "Ebert"),
        ("Greenpeace kritisierte Minister Udo Lamm.", "Greenpeace"),
    ],
)
def test_an_adverb_at_the_head_of_a_sentence_is_nobody(text: str, right: str) -> None:
    assert last(text).name == right


def test_who_is_called_by_an_unknown_word_is_nobody_else() -> None:
    assert "Udo Lamm" not in [one and one.name for one in actors("Stolle warf Trainer Udo Lamm Betrug vor.")]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Das beklagte Sprecherin Wiebke d'Alessio.", "Wiebke d'Alessio"),
        ("Die Forderung wies Heinrich zur Loye zurück.", "Heinrich zur Loye"),
        ("Am Dienstag forderte Jens Moor (63) kleinere Klassen.", "Jens Moor"),
        ("Das Netz sei alt, sagte Carla B. (63) dem „Kurier“.", "Carla B."),
        ("Das bestritt SPD-Stadtrat Udo Lamm.", "Udo Lamm"),
    ],
)
def test_a_name_is_whole_beside_what_stands_around_it(text: str, right: str) -> None:
    assert last(text).name == right


def test_a_letter_for_a_surname_may_end_a_sentence() -> None:
    assert [actor.name for actor in actors("Das bestritt Petra R. Der Antrag liege vor.")] == ["Petra R.", "Petra R."]


def test_whoever_is_called_so_has_a_surname_that_is_a_noun() -> None:
    text = "Die das sagt, heißt Erdmuthe Kalb, ist 102 Jahre alt und wohnt allein. Davon will Kalb nichts wissen."
    assert last(text).name == "Erdmuthe Kalb"


def test_a_conjunction_with_a_capital_behind_an_office_is_a_given_name() -> None:
    text = "Das berichtet das „Handelsjournal“. Konzernchefin Solange Mbeki lehnt das ab."
    assert name(text, "lehn") == "Solange Mbeki"
