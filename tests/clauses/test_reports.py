"""Parentheses that report, and direct quotations in all their marks and places."""

from __future__ import annotations

import pytest

from stance.clauses.fields import analyse
from stance.clauses.quotes import find_quotes
from tests.clauses.tagged import Case, case, clause_of, see, tagged, text_of

PARENTHESES = [
    case(
        "two main clauses before a report",
        "Es/PPER ist/VAFIN eine/ART Qual/NN ,/$, ich/PPER habe/VAFIN Angst/NN ,/$, sagte/VVFIN Merz/NE ./$.",
        see("ist", kind="main", partner=None),
        see("habe", kind="main", partner="ist", subject="ich"),
        see("sagte", kind="parenthesis", parent="habe"),
    ),
    case(
        "two main clauses in the Konjunktiv before a report",
        "Die/ART Lage/NN sei/VAFIN ernst/ADJD ,/$, das/ART Land/NN müsse/VMFIN handeln/VVINF ,/$, sagte/VVFIN Merz/NE "
        "./$.",
        see("müsse", kind="main", partner="sei"),
        see("sagte", kind="parenthesis", parent="müsse"),
    ),
    case(
        "two main clauses that nobody reports are not joined",
        "Es/PPER ist/VAFIN kalt/ADJD ,/$, ich/PPER habe/VAFIN Angst/NN ./$.",
        see("habe", kind="main", partner=None),
    ),
    case(
        "so X at the end",
        "Die/ART Lage/NN sei/VAFIN ernst/ADJD ,/$, so/ADV Merz/NE ./$.",
        see("sei", kind="main", predicative="ernst", subject="Die Lage"),
        see("so", kind="parenthesis", parent="sei", words="so Merz", lemma=None),
        clauses=2,
    ),
    case(
        "so X in the middle",
        "Die/ART Lage/NN ,/$, so/ADV die/ART Ministerin/NN am/APPRART Montag/NN ,/$, sei/VAFIN ernst/ADJD ./$.",
        see("so", kind="parenthesis", parent="sei", words="so die Ministerin am Montag"),
        see("sei", kind="main", order="v2", subject="Die Lage", predicative="ernst", mood="konjunktiv1"),
        clauses=2,
    ),
    case(
        "so X between auxiliary and participle",
        "Die/ART Regierung/NN habe/VAFIN ,/$, so/ADV der/ART Sprecher/NN ,/$, den/ART Antrag/NN abgelehnt/VVPP ./$.",
        see("habe", lemma="ablehnen", subject="Die Regierung", accusative="den Antrag", tense="perfect"),
        see("so", kind="parenthesis", parent="habe"),
        clauses=2,
    ),
    case(
        "verb-first report at the end",
        "Die/ART Lage/NN sei/VAFIN ernst/ADJD ,/$, sagte/VVFIN der/ART Minister/NN ./$.",
        see("sagte", kind="parenthesis", order="v1", parent="sei", subject="der Minister"),
        see("sei", kind="main", subject="Die Lage", parent=None),
        clauses=2,
    ),
    case(
        "verb-first report before the verb",
        "Die/ART Steuer/NN ,/$, sagte/VVFIN Merz/NE ,/$, müsse/VMFIN sinken/VVINF ./$.",
        see("sagte", kind="parenthesis", parent="müsse", subject="Merz"),
        see("müsse", kind="main", order="v2", subject="Die Steuer", lemma="sinken"),
        clauses=2,
    ),
    case(
        "verb-first report behind the finite verb",
        "Der/ART Vertrag/NN sei/VAFIN ,/$, sagte/VVFIN der/ART Minister/NN am/APPRART Montag/NN ,/$, ein/ART "
        "Fehler/NN ./$.",
        see("sagte", kind="parenthesis", parent="sei", subject="der Minister", pp_an="Montag"),
        see("sei", kind="main", subject="Der Vertrag", predicative="ein Fehler"),
        clauses=2,
    ),
    case(
        "verb-first report before object and particle",
        "Der/ART Kanzler/NN lehnt/VVFIN ,/$, sagte/VVFIN Huber/NE ,/$, den/ART Antrag/NN ab/PTKVZ ./$.",
        see("lehnt", lemma="ablehnen", subject="Der Kanzler", accusative="den Antrag"),
        see("sagte", kind="parenthesis", lemma="sagen", parent="lehnt"),
        clauses=2,
    ),
    case(
        "report with a particle",
        "Die/ART Preise/NN seien/VAFIN gestiegen/VVPP ,/$, teilte/VVFIN die/ART Behörde/NN mit/PTKVZ ./$.",
        see("teilte", kind="parenthesis", lemma="mitteilen", subject="die Behörde", parent="seien"),
    ),
    case(
        "report behind a dass-clause frame",
        "Er/PPER wisse/VVFIN ,/$, dass/KOUS die/ART Zeit/NN dränge/VVFIN ,/$, sagte/VVFIN der/ART Minister/NN ./$.",
        see("sagte", kind="parenthesis", parent="wisse", subject="der Minister"),
        see("dränge", type="dass", parent="wisse"),
    ),
    case(
        "fronted wie X mitteilte",
        "Wie/PWAV der/ART Sprecher/NN mitteilte/VVFIN ,/$, wurde/VAFIN der/ART Antrag/NN abgelehnt/VVPP ./$.",
        see("mitteilte", kind="parenthesis", type="w", parent="wurde", subject="der Sprecher", lemma="mitteilen"),
        see("wurde", kind="main", order="v2", voice="passive", subject="der Antrag"),
        clauses=2,
    ),
    case(
        "wie X mitteilte in the middle",
        "Die/ART Zahlen/NN sind/VAFIN ,/$, wie/KOUS die/ART Behörde/NN am/APPRART Freitag/NN mitteilte/VVFIN ,/$, "
        "gestiegen/VVPP ./$.",
        see("mitteilte", kind="parenthesis", parent="sind", subject="die Behörde", pp_an="Freitag"),
        see("sind", lemma="steigen", tense="perfect", subject="Die Zahlen", right="gestiegen"),
        clauses=2,
    ),
    case(
        "wie X mitteilte at the end",
        "Der/ART Zug/NN entgleiste/VVFIN ,/$, wie/KOUS die/ART Polizei/NN mitteilte/VVFIN ./$.",
        see("mitteilte", kind="parenthesis", parent="entgleiste", subject="die Polizei"),
    ),
    case(
        "wie of a question is no parenthesis",
        "Der/ART Minister/NN erklärte/VVFIN ,/$, wie/PWAV die/ART Behörde/NN die/ART Daten/NN den/ART Bürgern/NN "
        "mitteilt/VVFIN ./$.",
        see("mitteilt", kind="complement", type="w", parent="erklärte", subject="die Behörde", dative="den Bürgern"),
    ),
    case(
        "heißt es",
        "Die/ART Lage/NN sei/VAFIN ernst/ADJD ,/$, heißt/VVFIN es/PPER in/APPR dem/ART Bericht/NN ./$.",
        see("heißt", kind="parenthesis", lemma="heißen", parent="sei", pp_in="dem Bericht", subject="es"),
    ),
    case(
        "clause in brackets",
        "Der/ART Minister/NN (/$( er/PPER gehört/VVFIN der/ART SPD/NE an/PTKVZ )/$( lehnt/VVFIN den/ART Plan/NN "
        "ab/PTKVZ ./$.",
        see("lehnt", lemma="ablehnen", subject="Der Minister", accusative="den Plan", order="v2"),
        see("gehört", lemma="angehören", subject="er", dative="der SPD"),
        clauses=2,
    ),
    case(
        "name in brackets",
        "Der/ART Minister/NN (/$( SPD/NE )/$( lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see("lehnt", subject="Der Minister SPD", accusative="den Plan", order="v2"),
        clauses=1,
    ),
    case(
        "clause between dashes",
        "Der/ART Plan/NN –/$( er/PPER stammt/VVFIN von/APPR der/ART Union/NN –/$( sei/VAFIN gescheitert/VVPP ./$.",
        see("stammt", subject="er", pp_von="der Union", kind="parenthesis", parent="sei"),
        see("sei", lemma="scheitern", subject="Der Plan", order="v2"),
        clauses=2,
    ),
]

FRAMES = [
    case(
        "quotation, verb, speaker",
        "„/$( Wir/PPER lehnen/VVFIN das/PDS ab/PTKVZ “/$( ,/$, sagte/VVFIN Merz/NE ./$.",
        see("lehnen", kind="main", quoted=True, lemma="ablehnen", subject="Wir", accusative="das"),
        see("sagte", quoted=False, subject="Merz", accusative=None, words="sagte Merz"),
        clauses=2,
    ),
    case(
        "speaker, colon, quotation",
        "Merz/NE sagte/VVFIN :/$. „/$( Wir/PPER lehnen/VVFIN das/PDS ab/PTKVZ ./$. “/$(",
        see("sagte", kind="main", order="v2", subject="Merz", quoted=False),
        see("lehnen", quoted=True, subject="Wir", accusative="das", order="v2"),
        clauses=2,
    ),
    case(
        "split quotation",
        "„/$( Wir/PPER lehnen/VVFIN das/PDS ab/PTKVZ “/$( ,/$, sagte/VVFIN Merz/NE ,/$, „/$( und/KON dabei/PROAV "
        "bleibt/VVFIN es/PPER ./$. “/$(",
        see("lehnen", quoted=True),
        see("sagte", quoted=False, subject="Merz", words="sagte Merz"),
        see("bleibt", quoted=True, subject="es"),
        clauses=3,
    ),
    case(
        "report behind an adverb",
        "Am/APPRART Montag/NN fordert/VVFIN gestern/ADV ,/$, so/ADV Huber/NE ,/$, "
        "die/ART Ministerin/NN den/ART Antrag/NN ./$.",
        see("fordert", subject="die Ministerin", accusative="den Antrag"),
    ),
    case(
        "split clause",
        "„/$( Die/ART Lage/NN “/$( ,/$, sagte/VVFIN Merz/NE ,/$, „/$( ist/VAFIN ernst/ADJD ./$. “/$(",
        see("sagte", subject="Merz", quoted=False),
        see("ist", subject="Die Lage", predicative="ernst"),
    ),
    case(
        "quotation over two sentences",
        "„/$( Wir/PPER zahlen/VVFIN nicht/PTKNEG ./$. Das/PDS ist/VAFIN endgültig/ADJD “/$( ,/$, sagte/VVFIN der/ART "
        "Minister/NN ./$.",
        see("zahlen", quoted=True, negations="nicht", subject="Wir"),
        see("ist", quoted=True, subject="Das"),
        see("sagte", quoted=False, subject="der Minister"),
        clauses=3,
    ),
    case(
        "dass with quoted words",
        "Der/ART Minister/NN sagte/VVFIN ,/$, dass/KOUS „/$( die/ART Zeit/NN der/ART Geduld/NN vorbei/ADV “/$( "
        "sei/VAFIN ./$.",
        see("sei", type="dass", parent="sagte", quoted=False, subject="die Zeit der Geduld"),
        clauses=2,
    ),
    case(
        "report with quoted words",
        "Der/ART Minister/NN sagte/VVFIN ,/$, der/ART Plan/NN sei/VAFIN „/$( völlig/ADJD unrealistisch/ADJD “/$( "
        "und/KON koste/VVFIN zu/PTKA viel/PIS ./$.",
        see("sei", type="v2", parent="sagte", predicative_head="unrealistisch", quoted=False),
        see("koste", type="v2", parent="sagte", subject="der Plan", partner="sei"),
        clauses=3,
    ),
    case(
        "quotation as a noun phrase",
        "Der/ART Minister/NN nannte/VVFIN den/ART Plan/NN „/$( unrealistisch/ADJD “/$( ./$.",
        see("nannte", accusative="den Plan", predicative="unrealistisch"),
        clauses=1,
    ),
    case(
        "quoted name inside a noun phrase",
        "Die/ART „/$( Friedenspartei/NN “/$( lehnt/VVFIN den/ART Antrag/NN ab/PTKVZ ./$.",
        see("lehnt", subject="Die Friedenspartei", accusative="den Antrag"),
        clauses=1,
    ),
    case(
        "quoted imperative",
        "„/$( Stoppt/VVIMP den/ART Krieg/NN !/$. “/$( ,/$, rief/VVFIN der/ART Bischof/NN ./$.",
        see("Stoppt", quoted=True, lemma="stoppen", accusative="den Krieg", subject=None),
        see("rief", subject="der Bischof", quoted=False),
        clauses=2,
    ),
]

QUOTES = [
    pytest.param("„/$( Es/PPER reicht/VVFIN “/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["„ Es reicht “"], id="low-high"),
    pytest.param("„/$( Es/PPER reicht/VVFIN ”/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["„ Es reicht ”"], id="low-right"),
    pytest.param(
        "»/$( Es/PPER reicht/VVFIN «/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["» Es reicht «"], id="inward guillemets"
    ),
    pytest.param(
        "«/$( Es/PPER reicht/VVFIN »/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["« Es reicht »"], id="outward guillemets"
    ),
    pytest.param('"/$( Es/PPER reicht/VVFIN "/$( ,/$, sagte/VVFIN Merz/NE ./$.', ['" Es reicht "'], id="straight"),
    pytest.param("‚/$( Es/PPER reicht/VVFIN ‘/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["‚ Es reicht ‘"], id="single"),
    pytest.param(
        "›/$( Es/PPER reicht/VVFIN ‹/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["› Es reicht ‹"], id="single guillemets"
    ),
    pytest.param("“/$( Es/PPER reicht/VVFIN ”/$( ,/$, sagte/VVFIN Merz/NE ./$.", ["“ Es reicht ”"], id="English"),
    pytest.param(
        "„/$( Er/PPER hat/VAFIN ‚/$( Schluss/NN damit/PROAV ‘/$( gerufen/VVPP “/$( ,/$, sagte/VVFIN sie/PPER ./$.",
        ["„ Er hat ‚ Schluss damit ‘ gerufen “", "‚ Schluss damit ‘"],
        id="nested",
    ),
    pytest.param(
        "„/$( Ja/PTKANT “/$( ,/$, sagte/VVFIN er/PPER ,/$, „/$( ich/PPER gehe/VVFIN “/$( ./$.",
        ["„ Ja “", "„ ich gehe “"],
        id="split",
    ),
    pytest.param(
        "„/$( Es/PPER reicht/VVFIN ./$. Wir/PPER gehen/VVFIN “/$( ,/$, sagte/VVFIN er/PPER ./$.",
        ["„ Es reicht . Wir gehen “"],
        id="over sentences",
    ),
    pytest.param(
        "Er/PPER sagte/VVFIN :/$. „/$( Wir/PPER zahlen/VVFIN nicht/PTKNEG ./$. ¶ Die/ART SPD/NE schwieg/VVFIN ./$.",
        ["„ Wir zahlen nicht ."],
        id="without closer, to the end of the paragraph",
    ),
    pytest.param(
        "Wir/PPER zahlen/VVFIN nicht/PTKNEG ~“/$( ,/$, sagte/VVFIN er/PPER ./$.",
        ["Wir zahlen nicht “"],
        id="without opener, from the start of the paragraph",
    ),
    pytest.param("Die/ART SPD/NE schwieg/VVFIN ./$.", [], id="none"),
]


@pytest.mark.parametrize("item", PARENTHESES)
def test_parentheses(item: Case) -> None:
    item.check()


@pytest.mark.parametrize("item", FRAMES)
def test_frames_of_quotations(item: Case) -> None:
    item.check()


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quotation_marks(text: str, expected: list[str]) -> None:
    doc = tagged(text)
    assert [" ".join(token.text for token in doc[q.start : q.end]) for q in find_quotes(doc)] == expected


def test_a_nested_quotation_knows_the_one_around_it() -> None:
    outer, inner = find_quotes(
        tagged("„/$( Er/PPER rief/VVFIN ‚/$( Komm/VVIMP ‘/$( “/$( ,/$, sagte/VVFIN sie/PPER ./$.")
    )
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_missing_mark_is_none() -> None:
    (quote,) = find_quotes(tagged("Er/PPER sagte/VVFIN :/$. „/$( Wir/PPER zahlen/VVFIN nicht/PTKNEG ./$."))
    assert quote.opener == 3
    assert quote.closer is None


def test_a_quotation_covers_its_sentences() -> None:
    doc = tagged("„/$( Es/PPER reicht/VVFIN ./$. “/$( Die/ART SPD/NE schwieg/VVFIN ./$.")
    (quote,) = find_quotes(doc)
    assert quote.sentences == ((0, 5),)


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("Die/ART „/$( Friedenspartei/NN “/$( schwieg/VVFIN ./$.", True),
        ("Er/PPER nannte/VVFIN ihn/PPER „/$( völlig/ADJD falsch/ADJD “/$( ./$.", True),
        ("„/$( Es/PPER reicht/VVFIN “/$( ,/$, sagte/VVFIN Merz/NE ./$.", False),
        ("Merz/NE sagte/VVFIN :/$. „/$( Niemals/ADV !/$. “/$(", False),
    ],
)
def test_words_in_marks_that_state_nothing_are_scare_quotes(text: str, scare: bool) -> None:
    assert [quote.scare for quote in find_quotes(tagged(text))] == [scare]


def test_the_innermost_quotation_holds_the_clause() -> None:
    text = "„/$( Er/PPER rief/VVFIN :/$. ‚/$( Wir/PPER gehen/VVFIN ‘/$( “/$( ,/$, sagte/VVFIN sie/PPER ./$."
    graph = analyse(tagged(text))
    assert clause_of(graph, "gehen").quote == 1
    assert clause_of(graph, "rief").quote == 0
    assert text_of(graph, clause_of(graph, "rief").tokens) == "Er rief"
