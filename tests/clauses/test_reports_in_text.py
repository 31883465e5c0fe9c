"""From text: where a report stands in what it reports, what it comments on, and who stands in the clauses around it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from stance.clauses.fields import analyse
from tests.clauses.tagged import Expectation, see

BEHIND_CLAUSES = [
    ("Wenn das Wasser steige, sagte sie, müsse man räumen.", see("sagte", kind="parenthesis", parent="müsse")),
    ("Wer nur warte, sagte sie, verpasse den Zug.", see("verpasse", subject=None, kind="main", accusative="den Zug")),
    ("Dass sie gehe, sagte die Ärztin, sei lange klar.", see("sei", kind="main", predicative="klar")),
    ("Ob es reiche, räumte der Kämmerer ein, sei offen.", see("räumte", kind="parenthesis", subject="der Kämmerer")),
    ("Um den Deich zu halten, sagte der Vogt, brauche man Sand.", see("brauche", subject="man", accusative="Sand")),
    ("Sollte es frieren, sagte der Winzer, falle die Lese aus.", see("sagte", kind="parenthesis", parent="falle")),
    ("Wie es ausgehe, sagte die Wirtin, wisse niemand.", see("sagte", kind="parenthesis", parent="wisse")),
    ("Wenn er geht, fordert die Partei Wahlen, sagte Huber.", see("fordert", kind="main", accusative="Wahlen")),
]
BEFORE_RELATIVE_CLAUSES = [
    ("Die Akten, sagte sie, die das Gericht prüfe, seien echt.", see("seien", kind="main", subject="Die Akten")),
    ("Die Akten, sagte sie, die das Gericht prüfe, seien echt.", see("prüfe", parent="seien", antecedent="Akten")),
    (
        "Die Firma, sagte ein Sprecher, die hier baue, zahle gut.",
        see("baue", kind="relative", parent="zahle", antecedent="Firma"),
    ),
    (
        "Die Firma, sagte ein Sprecher, der anonym bleiben will, zahle gut.",
        see("will", kind="relative", parent="sagte", antecedent="Sprecher"),
    ),
]
AROUND_REPORTS = [
    ("Der Wirt habe ihr gesagt, sie solle gehen, berichtete Anna Moser.", see("berichtete", parent="gesagt")),
    ("Ich habe ihr geraten, sie soll gehen, sagte die Anwältin.", see("sagte", parent="geraten")),
    ("Der Zeuge erklärte, er habe geschlafen, sagte der Anwalt.", see("sagte", parent="erklärte")),
    ("Der Chef fordert Geld: Es sei nötig, sagte er.", see("sagte", parent="nötig")),
    ("Der Zeuge sagte, er habe, so der Anwalt, geschlafen.", see("so", parent="geschlafen")),
]
WITHOUT_VERBS_OF_SAYING = [
    (
        "Das sei nun so, wischt die Wirtin den Einwand beiseite.",
        see("wischt", kind="parenthesis", subject="die Wirtin"),
    ),
    (
        "Man prüfe das noch, gab sich der Vogt wortkarg.",
        see("gab", kind="parenthesis", subject="der Vogt", parent="prüfe"),
    ),
    ("Der Deich hält, die Wirtin wischt den Tisch ab.", see("wischt", kind="main", subject="die Wirtin")),
]
CONTRASTS = [
    ("Der Vogt verspricht Besserung, verlangt aber Geduld.", see("verlangt", kind="main", accusative="Geduld")),
    (
        "Die Wirtin lobt das Essen, kritisiert jedoch die Preise.",
        see("kritisiert", kind="main", accusative="die Preise"),
    ),
    ("Der Deich halte, sagte aber der Vogt.", see("sagte", kind="parenthesis", subject="der Vogt")),
    ("Der Deich halte, sagte er aber.", see("sagte", kind="parenthesis", subject="er")),
]
BEHIND_APPOSITIONS = [
    (
        "Die Orgel sei verstimmt, stellte Kantorin Ida Moser, 61, nach der Messe klar.",
        see("stellte", kind="parenthesis", lemma="klarstellen", parent="verstimmt"),
    ),
    (
        "Den Brief kenne er nicht, teilte Ida Moser, die Leiterin des Hauses, schriftlich mit.",
        see("teilte", kind="parenthesis", lemma="mitteilen", parent="kenne"),
    ),
    (
        "Man müsse warten, gab der Pilot, der den Hafen kennt, zu bedenken.",
        see("kennt", kind="relative", antecedent="Pilot"),
    ),
    (
        "Es reiche nicht, räumte der Vogt, der den Deich kennt, ein.",
        see("räumte", kind="parenthesis", subject="der Vogt"),
    ),
    ("Die Orgel ist verstimmt, wie Ida Moser, Leiterin des Hauses, betont.", see("betont", kind="parenthesis")),
    ("Die Orgel ist verstimmt, wie Ida Moser, die dort spielt, sagt.", see("sagt", subject="Ida Moser")),
    ("Die Pegel, wie Ida Moser, 61, sagt, steigen.", see("steigen", kind="main", subject="Die Pegel")),
    ("Es reiche, machte der Vogt am Montag deutlich.", see("machte", kind="parenthesis", lemma="deutlichmachen")),
]
SPLIT_QUOTATIONS = [
    ("„Die Steuer“, so Huber, „muss sinken.“", see("muss", kind="main", subject="Die Steuer", quoted=True)),
    ("„Die Steuer“, so Huber, „muss sinken.“", see("so", kind="parenthesis", parent="muss", quoted=False)),
    ("„Wir lehnen“, sagte die Chefin, „den Plan ab.“", see("lehnen", lemma="ablehnen", accusative="den Plan")),
    ("„Wer das sagt“, sagte die Chefin, „kennt uns nicht.“", see("sagte", kind="parenthesis", parent="kennt")),
    ("„Das stimmt“, sagte die Chefin, „und das wissen alle.“", see("wissen", kind="main", parent=None, quoted=True)),
    ("„Das Geld“, klagte die Chefin, „fehlt“, und verlangte Klarheit.", see("verlangte", subject="die Chefin")),
]
ADVERBS_AS_PARTICLES = [
    ("Die Stadt hielt am Montag dagegen, das Geld sei da.", see("hielt", lemma="dagegenhalten")),
    ("Das Geld sei da, hielt die Stadt dagegen.", see("hielt", kind="parenthesis", lemma="dagegenhalten")),
    ("Der Vogt sagte dazu, das Geld sei da.", see("sagte", lemma="sagen")),
]
HEARD = [
    ("Die Züge, ist aus der FDP zu hören, fahren wieder.", see("hören", kind="parenthesis", parent="fahren")),
    ("Der Verein sei pleite, war in der Zeitung zu lesen.", see("lesen", kind="parenthesis", parent="sei")),
    ("Ein Knall war zu hören, die Fenster zitterten.", see("hören", kind="main", parent=None)),
]
INSERTIONS = [
    ("Ihr Nachfolger, so viel steht fest, lehnt ab.", see("lehnt", kind="main", subject="Ihr Nachfolger")),
    ("Ihr Nachfolger, so viel steht fest, lehnt ab.", see("steht", kind="parenthesis", parent="lehnt")),
    ("Die Union will, so ihr Chef, „nicht länger zusehen“.", see("will", lemma="zusehen", subject="Die Union")),
    (
        "Von den Klagen, die es gebe, habe er gehört, sagte der Vogt.",
        see("gehört", kind="main", subject="er", pp_von="den Klagen"),
    ),
    ("Erst habe man ihm gedroht, dann habe man gezahlt, sagte er.", see("gezahlt", kind="main", parent=None)),
]
PARTICIPLES = [
    ("Er bestritt, sie gekannt, mit ihr geredet oder sie bedroht zu haben.", see("bestritt", accusative=None)),
    (
        "Sie gab zu, Akten vernichtet und Zeugen belogen zu haben.",
        see("belogen", kind="infinitive", partner="vernichtet", accusative="Zeugen"),
    ),
    ("Das Haus schreibe schwarze Zahlen.", see("schreibe", mood="konjunktiv1", subject="Das Haus")),
]
LISTED = [
    ("Huber sagte, die SPD fordere Geld, das lehne er ab.", see("fordere", parent="sagte", accusative="Geld")),
    ("Huber sagte, die SPD fordere Geld, das lehne er ab.", see("lehne", parent="sagte", partner="fordere")),
    ("Huber sagte, der Chef habe ihr gesagt, es werde eng.", see("werde", parent="gesagt", partner=None)),
    ("Er sagte, die Union verspreche Geld und lehne Steuern ab.", see("lehne", subject="die Union", lemma="ablehnen")),
    ("Der Verein teilte mit, Chef Jan Moser verlasse Ende Mai das Haus.", see("verlasse", subject="Chef Jan Moser")),
    ("Er erklärte, die Bauern fürchteten hohe Kosten.", see("fürchteten", accusative="hohe Kosten")),
]
VERBS = [
    ("Dem Bericht zufolge, der vorliegt, warnten Ingenieure vor Rissen.", see("warnten", subject="Ingenieure")),
    (
        "Das reiche nicht, kritisierte Elternvertreter Paul Huber.",
        see("kritisierte", subject="Elternvertreter Paul Huber"),
    ),
    ("Das reiche nicht, kritisierte Elternvertreter Paul Huber.", see("kritisierte", kind="parenthesis")),
    ("Schon heute dringe Salzwasser in die Marsch vor.", see("dringe", lemma="vordringen", subject="Salzwasser")),
    ("Immer öfter fielen Züge aus.", see("fielen", lemma="ausfallen", subject="Züge")),
    ("Die Wirtin schildert, wie der Gast drohte.", see("drohte", kind="complement", parent="schildert")),
    ("Die Zeugin beschrieb, wie der Mann rief.", see("rief", kind="complement", parent="beschrieb")),
    ("Die Leitung wechselt, wie das Amt bekannt gab.", see("gab", kind="parenthesis", subject="das Amt")),
]
NAMES_OF_BODIES = [
    ("Diese Forderung lehnt der Verband Mode Süd ab.", see("lehnt", subject="der Verband Mode Süd")),
    ("Den Plan lehnt die Gewerkschaft Bau Steine Erden ab.", see("lehnt", subject="die Gewerkschaft Bau Steine Erden")),
    ("Diese Forderung lehnt der Verband Textil ab.", see("lehnt", subject="der Verband Textil")),
    (
        "Der Verein warf der Gemeinde Kirchen Betrug vor.",
        see("warf", dative="der Gemeinde Kirchen", accusative="Betrug"),
    ),
    (
        "Am Freitag warf die Leiterin der Kita Sonnenblume, Ida Huth, der Stadt Untätigkeit vor.",
        see("warf", subject="die Leiterin der Kita Sonnenblume Ida Huth", dative="der Stadt", accusative="Untätigkeit"),
    ),
    ("Nun fordert der Verband Geld und Zeit.", see("fordert", subject="der Verband", accusative="Geld und Zeit")),
    ("Gestern hat der Verein Mitgliedern Geld gezahlt.", see("hat", subject="der Verein", dative="Mitgliedern")),
    ("Am Montag bot der Verband Ärzten Hilfe an.", see("bot", dative="Ärzten", accusative="Hilfe")),
    ("Er hofft, dass der Betreiber Helixa 2021 zusagte.", see("zusagte", subject="der Betreiber Helixa")),
]
QUOTED_WORDS = [
    ("Sie warf dem Verein „Betrug“ vor.", see("warf", dative="dem Verein", accusative="Betrug")),
    ("Sie warf dem Chef „glatten Betrug“ vor.", see("warf", dative="dem Chef", accusative="glatten Betrug")),
    ("Sie warf dem Verein „Lotsen“ Betrug vor.", see("warf", dative="dem Verein Lotsen", accusative="Betrug")),
    ("Das warf sie dem Verein „Lotsen“ vor.", see("warf", dative="dem Verein Lotsen", accusative="Das")),
    ("Er hat von den Verbänden „Gehorsam“ verlangt.", see("hat", accusative="Gehorsam", pp_von="den Verbänden")),
    ("Er hatte die Sparte als „auf Dauer teuer“ bezeichnet.", see("hatte", als="auf Dauer teuer")),
]
TITLES = [
    ("Die Initiative „Wir bauen um“ fordert Geld.", see("fordert", subject="Die Initiative Wir bauen um")),
    ("Mit den Worten „Jetzt ist Schluss“ trat der Präsident zurück.", see("trat", subject="der Präsident")),
    (
        "Man müsse reden, „auch mit denen, die uns hassen“, sagte der Bischof.",
        see("müsse", pp_mit="denen", order="v2", subject="Man"),
    ),
]
COLONS = [
    ("Er blieb dabei: Die Steuer, sagte er, müsse sinken.", see("müsse", kind="main", subject="Die Steuer")),
    ("Er blieb ruhig: Mit den Worten „Na gut“, ging er hinaus.", see("ging", subject="er", partner=None)),
    ("Das Ziel ist klar: Frieden, sagte er.", see("sagte", kind="parenthesis", parent="Ziel")),
]
PAIRS = [
    ("Nicht nur die Bauern, auch die Fischer lehnen das ab.", see("lehnen", conjuncts=["die Bauern", "die Fischer"])),
    ("Er rügt, dass man Geld nehme, aber keinen Plan vorlege.", see("vorlege", kind="complement", type="dass")),
    (
        "Der Chef, Jan Huber, drohte mit Streiks, sollte er gehen.",
        see("drohte", kind="main", subject="Der Chef Jan Huber"),
    ),
]
AGES = [
    ("Der 34 Jahre alte Fahrer lehnte das ab.", see("lehnte", subject="Der 34 Jahre alte Fahrer", accusative="das")),
    (
        "Er könne gehen, erklärte der Zeuge, ein 34 Jahre alter Fahrer.",
        see("erklärte", subject="der Zeuge ein 34 Jahre alter Fahrer"),
    ),
    ("Eine zwei Meter hohe Mauer fordert der Wirt.", see("fordert", accusative="Eine zwei Meter hohe Mauer")),
]
ROLES = [
    ("Anders als die Union lehnt die SPD den Plan ab.", see("lehnt", als=None, subject="die SPD")),
    ("Sie nannte den Artikel frei erfunden.", see("nannte", predicative="frei erfunden", accusative="den Artikel")),
    (
        "Zum Abschied dankte die Trainerin der Mannschaft.",
        see("dankte", subject="die Trainerin", dative="der Mannschaft"),
    ),
    ("Darunter verlangte ein Leser, dass man baue.", see("verlangte", fills={}, subject="ein Leser")),
    ("Darauf besteht der Leser, dass man baue.", see("besteht", fills={"Darauf": "baue"})),
    ("Huber ließ das nicht gelten.", see("ließ", subject="Huber", accusative="das")),
    ("Die Ministerin wollte das nicht gelten lassen.", see("wollte", subject="Die Ministerin", accusative="das")),
    ("Er hat sich nichts vorzuwerfen.", see("vorzuwerfen", accusative="nichts", dative=None)),
]


CASES = [
    *BEHIND_CLAUSES,
    *BEFORE_RELATIVE_CLAUSES,
    *AROUND_REPORTS,
    *WITHOUT_VERBS_OF_SAYING,
    *CONTRASTS,
    *BEHIND_APPOSITIONS,
    *SPLIT_QUOTATIONS,
    *ADVERBS_AS_PARTICLES,
    *HEARD,
    *INSERTIONS,
    *PARTICIPLES,
    *LISTED,
    *VERBS,
    *NAMES_OF_BODIES,
    *QUOTED_WORDS,
    *TITLES,
    *COLONS,
    *PAIRS,
    *AGES,
    *ROLES,
]


@pytest.mark.parametrize(("text", "expectation"), CASES)
def test_reports_in_text(tagger: Language, text: str, expectation: Expectation) -> None:
    graph = analyse(tagger(text))
    differences = expectation.differences(graph)
    assert not differences, "\n".join([text, *differences])
