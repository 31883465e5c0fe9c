"""Shapes of news sentences in which constructions meet: reports that go on, speakers inside, broken prefields."""

from __future__ import annotations

import pytest

from tests.clauses.tagged import Case, case, see

CASES = [
    case(
        "report, then a past form that could be Konjunktiv",
        "Merz/NE kritisierte/VVFIN ,/$, die/ART Regierung/NN tue/VVFIN nichts/PIS ,/$, und/KON forderte/VVFIN ein/ART "
        "Ende/NN des/ART Streits/NN ./$.",
        see("tue", kind="complement", type="v2", parent="kritisierte", subject="die Regierung"),
        see("forderte", kind="main", partner="kritisierte", subject="Merz", accusative="ein Ende des Streits"),
        clauses=3,
    ),
    case(
        "frame, complement, and the frame goes on with a pronoun",
        "Das/ART Amt/NN bestätigte/VVFIN ,/$, dass/KOUS die/ART Zahlen/NN stimmen/VVFIN ,/$, wollte/VMFIN sie/PPER "
        "aber/ADV nicht/PTKNEG kommentieren/VVINF ./$.",
        see("wollte", kind="main", partner="bestätigte", subject="Das Amt", accusative="sie", negations="nicht"),
        see("stimmen", type="dass", parent="bestätigte"),
        clauses=3,
    ),
    case(
        "speaker and paper",
        "Die/ART Lage/NN sei/VAFIN ernst/ADJD ,/$, sagte/VVFIN Söder/NE der/ART Zeitung/NN ./$.",
        see("sagte", kind="parenthesis", subject="Söder", dative="der Zeitung"),
    ),
    case(
        "speaker with function and broadcaster",
        "„/$( Das/PDS ist/VAFIN falsch/ADJD “/$( ,/$, sagte/VVFIN der/ART Politiker/NN Jan/NE Huber/NE dem/ART "
        "Sender/NN ./$.",
        see("sagte", subject="der Politiker Jan Huber", dative="dem Sender"),
    ),
    case(
        "readiness without comma",
        "Die/ART USA/NE sind/VAFIN nicht/PTKNEG bereit/ADJD zu/PTKZU zahlen/VVINF ./$.",
        see("sind", lemma="sein", predicative="bereit", negations="nicht", subject="Die USA"),
        see("zahlen", kind="infinitive", parent="sind", controller="Die USA"),
        clauses=2,
    ),
    case(
        "accused in the plural, accusation as a report",
        "Die/ART Union/NN wirft/VVFIN den/ART Grünen/NN vor/PTKVZ ,/$, sie/PPER hätten/VAFIN gelogen/VVPP ./$.",
        see("wirft", lemma="vorwerfen", subject="Die Union", dative="den Grünen", accusative=None),
        see("hätten", type="v2", parent="wirft", subject="sie"),
    ),
    case(
        "accused by name, accusation as an infinitive",
        "Trump/NE hatte/VAFIN Selenskyj/NE vorgeworfen/VVPP ,/$, den/ART Krieg/NN zu/PTKZU verlängern/VVINF ./$.",
        see("hatte", subject="Trump", dative="Selenskyj", accusative=None),
        see("verlängern", controller="Selenskyj", accusative="den Krieg"),
    ),
    case(
        "zwar aber in a dass-clause",
        "Der/ART Verband/NN kritisiert/VVFIN ,/$, dass/KOUS der/ART Minister/NN zwar/ADV Geld/NN verspreche/VVFIN ,/$, "
        "aber/KON keinen/PIAT Plan/NN vorlege/VVFIN ./$.",
        see("verspreche", type="dass", parent="kritisiert", subject="der Minister", accusative="Geld"),
        see(
            "vorlege",
            kind="complement",
            type="dass",
            parent="kritisiert",
            partner="verspreche",
            subject="der Minister",
            accusative="keinen Plan",
            lemma="vorlegen",
        ),
        clauses=3,
    ),
    case(
        "noun with a V2 complement",
        "Der/ART Vorwurf/NN ,/$, die/ART Regierung/NN habe/VAFIN gelogen/VVPP ,/$, sei/VAFIN falsch/ADJD ./$.",
        see("habe", kind="complement", type="v2", subject="die Regierung", antecedent="Vorwurf"),
        see("sei", kind="main", subject="Der Vorwurf", predicative="falsch"),
        clauses=2,
    ),
    case(
        "accusations rejected, with what they say",
        "Die/ART Regierung/NN wies/VVFIN Vorwürfe/NN zurück/PTKVZ ,/$, sie/PPER habe/VAFIN das/ART Land/NN "
        "getäuscht/VVPP ./$.",
        see("wies", lemma="zurückweisen", accusative="Vorwürfe"),
        see("habe", kind="complement", type="v2", parent="wies", subject="sie"),
    ),
    case(
        "condition behind a frame with an apposition",
        "Der/ART Chef/NN ,/$, Jan/NE Huber/NE ,/$, drohte/VVFIN mit/APPR Streiks/NN ,/$, sollte/VMFIN es/PPER "
        "kein/PIAT "
        "Angebot/NN geben/VVINF ./$.",
        see("drohte", kind="main", subject="Der Chef Jan Huber", pp_mit="Streiks"),
        see("sollte", kind="adverbial", subtype="conditional", parent="drohte", subject="es"),
        clauses=2,
    ),
    case(
        "condition behind a plain frame",
        "Der/ART Verband/NN drohte/VVFIN mit/APPR Streiks/NN ,/$, sollte/VMFIN es/PPER kein/PIAT Angebot/NN "
        "geben/VVINF ./$.",
        see("drohte", kind="main", subject="Der Verband", pp_mit="Streiks"),
        see("sollte", kind="adverbial", subtype="conditional", parent="drohte"),
        clauses=2,
    ),
    case(
        "report with so in its prefield",
        "Der/ART Minister/NN sagte/VVFIN ,/$, die/ART Regierung/NN ,/$, so/ADV der/ART Plan/NN ,/$, müsse/VMFIN "
        "sparen/VVINF ./$.",
        see("müsse", kind="complement", type="v2", parent="sagte", subject="die Regierung"),
        see("sagte", words="Der Minister sagte", accusative=None),
        clauses=3,
    ),
    case(
        "report goes on behind its frame",
        "Er/PPER habe/VAFIN nie/ADV gelogen/VVPP ,/$, beteuerte/VVFIN der/ART Angeklagte/NN ,/$, und/KON werde/VAFIN "
        "Berufung/NN einlegen/VVINF ./$.",
        see("beteuerte", kind="parenthesis", subject="der Angeklagte"),
        see("werde", lemma="einlegen", subject="Er", accusative="Berufung", tense="future"),
        clauses=3,
    ),
    case(
        "quotation, speaker, second act",
        "„/$( Wir/PPER müssen/VMFIN handeln/VVINF “/$( ,/$, sagte/VVFIN sie/PPER und/KON forderte/VVFIN ein/ART "
        "Verbot/NN ./$.",
        see("sagte", subject="sie"),
        see("forderte", subject="sie", accusative="ein Verbot", partner="sagte"),
    ),
    case(
        "modal shared inside a report",
        "Der/ART Minister/NN kündigte/VVFIN an/PTKVZ ,/$, er/PPER wolle/VMFIN den/ART Vertrag/NN kündigen/VVINF "
        "und/KON "
        "die/ART Firma/NN verklagen/VVINF ./$.",
        see("kündigen", type="v2", modals=("wollen",), parent="kündigte", subject="er"),
        see(
            "verklagen",
            type="v2",
            modals=("wollen",),
            parent="kündigte",
            subject="er",
            accusative="die Firma",
            mood="konjunktiv1",
        ),
        clauses=3,
    ),
    case(
        "dass behind an inserted speaker",
        "Er/PPER glaube/VVFIN nicht/PTKNEG ,/$, sagte/VVFIN Merz/NE ,/$, dass/KOUS der/ART Krieg/NN ende/VVFIN ./$.",
        see("ende", type="dass", parent="glaube"),
        see("sagte", kind="parenthesis", parent="glaube", subject="Merz"),
    ),
    case(
        "predicate shared by dass",
        "Das/ART Gericht/NN entschied/VVFIN ,/$, dass/KOUS das/ART Gesetz/NN gegen/APPR die/ART Verfassung/NN "
        "verstößt/VVFIN ./$.",
        see("verstößt", type="dass", subject="das Gesetz", pp_gegen="die Verfassung"),
    ),
    case(
        "coalition with a party",
        "Söder/NE lehnt/VVFIN eine/ART Koalition/NN mit/APPR den/ART Grünen/NN ab/PTKVZ ./$.",
        see("lehnt", subject="Söder", accusative="eine Koalition mit den Grünen", pp_mit=None),
    ),
    case(
        "more than a number",
        "Mehr/PIAT als/KOKOM 100/CARD Abgeordnete/NN unterschrieben/VVFIN den/ART Brief/NN ./$.",
        see("unterschrieben", subject="Mehr als 100 Abgeordnete", accusative="den Brief", als=None),
    ),
    case(
        "year and amount",
        "Der/ART Bund/NN plant/VVFIN ,/$, bis/APPR 2030/CARD zehn/CARD Milliarden/NN Euro/NN zu/PTKZU "
        "investieren/VVINF ./$.",
        see("investieren", accusative="zehn Milliarden Euro", pp_bis="2030"),
    ),
    case(
        "measure of a punishment",
        "Das/ART Gericht/NN verurteilte/VVFIN den/ART Mann/NN zu/APPR fünf/CARD Jahren/NN Haft/NN ./$.",
        see("verurteilte", accusative="den Mann", pp_zu="fünf Jahren Haft"),
    ),
    case(
        "noch alone negates nothing",
        "Der/ART Weg/NN sei/VAFIN noch/ADV lang/ADJD ./$.",
        see("sei", subject="Der Weg", negations=None),
    ),
    case(
        "free relative as subject, its verb tagged as a participle",
        "Wer/PWS den/ART Plan/NN kritisiert/VVPP ,/$, muss/VMFIN Wege/NN zeigen/VVINF ./$.",
        see("kritisiert", parent="muss", subject="Wer", accusative="den Plan", order="vl"),
        see("muss", kind="main", subject=None, accusative="Wege"),
    ),
    case(
        "a question in a report is no free relative",
        "Wer/PWS kommt/VVFIN ,/$, fragte/VVFIN Huber/NE ./$.",
        see("fragte", kind="parenthesis", parent="kommt"),
    ),
    case(
        "an end is no time",
        "Die/ART SPD/NE fordert/VVFIN ein/ART Ende/NN der/ART Gewalt/NN ./$.",
        see("fordert", subject="Die SPD", accusative="ein Ende der Gewalt"),
    ),
    case(
        "free relative as subject",
        "Wer/PWS schweigt/VVFIN ,/$, stimmt/VVFIN zu/PTKVZ ./$.",
        see("schweigt", parent="stimmt", subject="Wer", order="vl"),
        see("stimmt", kind="main", lemma="zustimmen"),
    ),
    case(
        "excluded possibility",
        "Es/PPER sei/VAFIN nicht/PTKNEG auszuschließen/VVIZU ,/$, dass/KOUS Opfer/NN gefunden/VVPP würden/VAFIN ./$.",
        see("sei", lemma="ausschließen", voice="passive", negations="nicht", fills={"Es": "würden"}),
        see("würden", type="dass", voice="passive", mood="konjunktiv2", subject="Opfer"),
    ),
    case(
        "rejection as absurd",
        "Gerhard/NE Schröder/NE wies/VVFIN die/ART Vorwürfe/NN als/KOKOM absurd/ADJD zurück/PTKVZ ./$.",
        see("wies", lemma="zurückweisen", accusative="die Vorwürfe", als="absurd"),
    ),
    case(
        "reflexive with a preposition",
        "Scholz/NE hat/VAFIN sich/PRF gegen/APPR eine/ART Reform/NN ausgesprochen/VVPP ./$.",
        see("hat", lemma="aussprechen", subject="Scholz", pp_gegen="eine Reform", tense="perfect"),
    ),
    case(
        "judgement of a thing",
        "Die/ART Linke/NN hält/VVFIN das/ART Vorgehen/NN der/ART Polizei/NN für/APPR überzogen/ADJD ./$.",
        see("hält", subject="Die Linke", accusative="das Vorgehen der Polizei", predicative="überzogen"),
    ),
    case(
        "relative clause behind the right bracket",
        "Die/ART EU/NE will/VMFIN Firmen/NN entlasten/VVINF ,/$, die/PRELS in/APPR Europa/NE produzieren/VVFIN ./$.",
        see("will", lemma="entlasten", accusative="Firmen"),
        see("produzieren", kind="relative", antecedent="Firmen", subject="die"),
    ),
    case(
        "party in brackets",
        "Bayerns/NE Ministerpräsident/NN Markus/NE Söder/NE (/$( CSU/NE )/$( lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see("lehnt", subject="Bayerns Ministerpräsident Markus Söder CSU", accusative="den Plan"),
        clauses=1,
    ),
]


@pytest.mark.parametrize("item", CASES)
def test_news(item: Case) -> None:
    item.check()
