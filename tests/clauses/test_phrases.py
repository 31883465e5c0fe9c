"""Noun phrases: genitives, names, titles, appositions, attached prepositions; and the roles that they get."""

from __future__ import annotations

import pytest

from stance.clauses.fields import analyse
from tests.clauses.tagged import Case, case, see, tagged, text_of

ROLES = [
    case(
        "genitive of a genitive",
        "Der/ART Vorsitzende/NN der/ART Fraktion/NN der/ART Grünen/NN kritisierte/VVFIN den/ART Haushalt/NN ./$.",
        see("kritisierte", subject="Der Vorsitzende der Fraktion der Grünen", accusative="den Haushalt", genitive=None),
    ),
    case(
        "name before its noun",
        "Trumps/NE Regierung/NN lehnt/VVFIN das/ART Abkommen/NN ab/PTKVZ ./$.",
        see("lehnt", subject="Trumps Regierung", accusative="das Abkommen"),
    ),
    case(
        "full name before its noun",
        "Angela/NE Merkels/NE Sprecher/NN bestätigte/VVFIN den/ART Termin/NN ./$.",
        see("bestätigte", subject="Angela Merkels Sprecher", accusative="den Termin"),
    ),
    case(
        "apposition behind a name",
        "Boris/NE Pistorius/NE ,/$, der/ART Verteidigungsminister/NN ,/$, begrüßte/VVFIN den/ART Beschluss/NN ./$.",
        see("begrüßte", subject="Boris Pistorius der Verteidigungsminister", accusative="den Beschluss", order="v2"),
        clauses=1,
    ),
    case(
        "name as apposition",
        "Der/ART Sprecher/NN des/ART Ministeriums/NN ,/$, Jan/NE Huber/NE ,/$, wies/VVFIN die/ART Kritik/NN "
        "zurück/PTKVZ ./$.",
        see("wies", subject="Der Sprecher des Ministeriums Jan Huber", accusative="die Kritik", lemma="zurückweisen"),
        clauses=1,
    ),
    case(
        "apposition in the middle field",
        "Am/APPRART Montag/NN lehnte/VVFIN Jan/NE Huber/NE ,/$, der/ART Chef/NN der/ART Union/NN ,/$, das/ART "
        "Gesetz/NN "
        "ab/PTKVZ ./$.",
        see("lehnte", subject="Jan Huber der Chef der Union", accusative="das Gesetz", lemma="ablehnen"),
        clauses=1,
    ),
    case(
        "title and name",
        "Bundeskanzler/NN Friedrich/NE Merz/NE besuchte/VVFIN Kiew/NE ./$.",
        see("besuchte", subject="Bundeskanzler Friedrich Merz", accusative="Kiew"),
    ),
    case(
        "title and name with a dative",
        "US-Präsident/NN Donald/NE Trump/NE drohte/VVFIN der/ART EU/NE mit/APPR Zöllen/NN ./$.",
        see("drohte", subject="US-Präsident Donald Trump", dative="der EU", pp_mit="Zöllen"),
    ),
    case(
        "place of an actor",
        "Der/ART Minister/NN aus/APPR Bayern/NE lehnte/VVFIN die/ART Reform/NN ab/PTKVZ ./$.",
        see("lehnte", subject="Der Minister aus Bayern", accusative="die Reform"),
    ),
    case(
        "preposition of a noun",
        "Die/ART Kritik/NN an/APPR dem/ART Minister/NN wächst/VVFIN ./$.",
        see("wächst", subject="Die Kritik an dem Minister", pp_an=None),
    ),
    case(
        "place of an act",
        "Der/ART Kanzler/NN traf/VVFIN am/APPRART Montag/NN in/APPR Paris/NE den/ART Präsidenten/NN ./$.",
        see("traf", subject="Der Kanzler", pp_in="Paris", pp_an="Montag", accusative="den Präsidenten"),
    ),
    case(
        "genitive and preposition of one noun",
        "Die/ART Forderung/NN der/ART SPD/NE nach/APPR einem/ART Verbot/NN stößt/VVFIN auf/APPR Widerstand/NN ./$.",
        see("stößt", subject="Die Forderung der SPD nach einem Verbot", pp_auf="Widerstand", pp_nach=None),
    ),
    case(
        "accusative of time in the prefield",
        "Vergangene/ADJA Woche/NN lehnte/VVFIN die/ART Kommission/NN den/ART Antrag/NN ab/PTKVZ ./$.",
        see("lehnte", subject="die Kommission", accusative="den Antrag"),
    ),
    case(
        "accusative of time in the middle field",
        "Der/ART Bundestag/NN beschloss/VVFIN diesen/PDAT Donnerstag/NN das/ART Gesetz/NN ./$.",
        see("beschloss", subject="Der Bundestag", accusative="das Gesetz"),
    ),
    case(
        "object first by case",
        "Den/ART Kanzler/NN kritisiert/VVFIN die/ART Opposition/NN ./$.",
        see("kritisiert", subject="die Opposition", accusative="Den Kanzler"),
    ),
    case(
        "object first by number",
        "Die/ART Pläne/NN kritisiert/VVFIN die/ART Opposition/NN ./$.",
        see("kritisiert", subject="die Opposition", accusative="Die Pläne"),
    ),
    case(
        "object first by animacy",
        "Das/ART Gesetz/NN lehnt/VVFIN die/ART Opposition/NN ab/PTKVZ ./$.",
        see("lehnt", subject="die Opposition", accusative="Das Gesetz"),
    ),
    case(
        "dative first",
        "Dem/ART Minister/NN warf/VVFIN die/ART Opposition/NN Versagen/NN vor/PTKVZ ./$.",
        see("warf", dative="Dem Minister", subject="die Opposition", accusative="Versagen"),
    ),
    case(
        "order where form decides nothing",
        "Die/ART Opposition/NN kritisiert/VVFIN die/ART Regierung/NN ./$.",
        see("kritisiert", subject="Die Opposition", accusative="die Regierung"),
    ),
    case(
        "dative and accusative of persons",
        "Der/ART Verband/NN warf/VVFIN der/ART Ministerin/NN einen/ART Fehler/NN vor/PTKVZ ./$.",
        see("warf", subject="Der Verband", dative="der Ministerin", accusative="einen Fehler"),
    ),
    case(
        "bare name as dative",
        "Die/ART Opposition/NN warf/VVFIN Merz/NE Versagen/NN vor/PTKVZ ./$.",
        see("warf", subject="Die Opposition", dative="Merz", accusative="Versagen"),
    ),
    case(
        "verb with a dative only",
        "Die/ART FDP/NE widersprach/VVFIN Merz/NE ./$.",
        see("widersprach", subject="Die FDP", dative="Merz", accusative=None),
    ),
    case(
        "pronouns in the middle field",
        "Das/PDS hat/VAFIN ihm/PPER niemand/PIS versprochen/VVPP ./$.",
        see("hat", subject="niemand", dative="ihm", accusative="Das", negations="niemand"),
    ),
    case(
        "als with noun",
        "Der/ART Minister/NN bezeichnete/VVFIN den/ART Plan/NN als/APPR Fehler/NN ./$.",
        see("bezeichnete", accusative="den Plan", als="Fehler"),
    ),
    case(
        "als with adjective",
        "Der/ART Minister/NN bezeichnete/VVFIN den/ART Plan/NN als/KOKOM unrealistisch/ADJD ./$.",
        see("bezeichnete", accusative="den Plan", als="unrealistisch"),
    ),
    case(
        "als with adjective, tagged as a preposition",
        "Der/ART Minister/NN bezeichnete/VVFIN den/ART Plan/NN als/APPR unrealistisch/ADJD ./$.",
        see("bezeichnete", accusative="den Plan", als="unrealistisch"),
    ),
    case(
        "für with adjective",
        "Der/ART Minister/NN hält/VVFIN den/ART Plan/NN für/APPR falsch/ADJD ./$.",
        see("hält", accusative="den Plan", predicative="falsch"),
    ),
    case(
        "für with noun",
        "Der/ART Minister/NN hält/VVFIN den/ART Plan/NN für/APPR einen/ART Fehler/NN ./$.",
        see("hält", accusative="den Plan", pp_für="einen Fehler"),
    ),
    case(
        "predicative noun",
        "Der/ART Vorschlag/NN ist/VAFIN ein/ART Fehler/NN ./$.",
        see("ist", lemma="sein", subject="Der Vorschlag", predicative="ein Fehler"),
    ),
    case(
        "predicative noun first",
        "Ein/ART Fehler/NN ist/VAFIN der/ART Vorschlag/NN ./$.",
        see("ist", subject="der Vorschlag", predicative="Ein Fehler"),
    ),
    case(
        "predicative of a name",
        "Merz/NE bleibt/VVFIN Kanzler/NN ./$.",
        see("bleibt", subject="Merz", predicative="Kanzler"),
    ),
    case(
        "genitive object",
        "Die/ART Fraktion/NN gedachte/VVFIN der/ART Opfer/NN ./$.",
        see("gedachte", subject="Die Fraktion", genitive="der Opfer"),
    ),
    case(
        "laut",
        "Laut/APPR dem/ART Bericht/NN sinken/VVFIN die/ART Preise/NN ./$.",
        see("sinken", pp_laut="dem Bericht", subject="die Preise"),
    ),
    case(
        "zufolge",
        "Dem/ART Bericht/NN zufolge/APPO sinken/VVFIN die/ART Preise/NN ./$.",
        see("sinken", pp_zufolge="Dem Bericht", subject="die Preise", dative=None),
    ),
    case(
        "nach Angaben",
        "Nach/APPR Angaben/NN der/ART Polizei/NN starben/VVFIN zwei/CARD Menschen/NN ./$.",
        see("starben", pp_nach="Angaben der Polizei", subject="zwei Menschen"),
    ),
    case(
        "negated quantifier",
        "Nicht/PTKNEG alle/PIAT Länder/NN lehnen/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see("lehnen", subject="Nicht alle Länder", accusative="den Plan"),
    ),
    case(
        "niemand",
        "Niemand/PIS lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see("lehnt", subject="Niemand", negations="Niemand"),
    ),
    case(
        "participle group before a noun",
        "Die/ART von/APPR der/ART Union/NN geforderte/ADJA Reform/NN kostet/VVFIN Milliarden/NN ./$.",
        see("kostet", subject="Die von der Union geforderte Reform", pp_von=None, accusative="Milliarden"),
    ),
    case(
        "adjectives with a comma",
        "Die/ART SPD/NE fordert/VVFIN ein/ART neues/ADJA ,/$, gerechtes/ADJA Gesetz/NN ./$.",
        see("fordert", accusative="ein neues , gerechtes Gesetz"),
        clauses=1,
    ),
    case(
        "adjective with a degree adverb",
        "Die/ART SPD/NE fordert/VVFIN deutlich/ADJD höhere/ADJA Löhne/NN ./$.",
        see("fordert", accusative="deutlich höhere Löhne"),
    ),
    case(
        "measure",
        "Der/ART Bund/NN fordert/VVFIN fünf/CARD Milliarden/NN Euro/NN ./$.",
        see("fordert", subject="Der Bund", accusative="fünf Milliarden Euro"),
    ),
    case(
        "two prepositional objects",
        "Der/ART Verband/NN protestierte/VVFIN bei/APPR der/ART Behörde/NN gegen/APPR den/ART Bau/NN ./$.",
        see("protestierte", pp_bei="der Behörde", pp_gegen="den Bau"),
    ),
    case(
        "addressee with gegenüber",
        "Der/ART Zeuge/NN bestritt/VVFIN gegenüber/APPR der/ART Polizei/NN die/ART Tat/NN ./$.",
        see("bestritt", pp_gegenüber="der Polizei", accusative="die Tat"),
    ),
    case(
        "nominalised adjective as subject",
        "Die/ART Linke/NN fordert/VVFIN ein/ART Tempolimit/NN ./$.",
        see("fordert", subject="Die Linke", accusative="ein Tempolimit"),
    ),
]

SENTENCES = [
    case(
        "verb-first question",
        "Lehnt/VVFIN Berlin/NE den/ART Antrag/NN ab/PTKVZ ?/$.",
        see(
            "Lehnt", kind="main", order="v1", question=True, lemma="ablehnen", subject="Berlin", accusative="den Antrag"
        ),
        clauses=1,
    ),
    case(
        "w-question",
        "Warum/PWAV lehnt/VVFIN Berlin/NE den/ART Antrag/NN ab/PTKVZ ?/$.",
        see("lehnt", kind="main", order="v2", question=True, subject="Berlin"),
        clauses=1,
    ),
    case(
        "a statement asks nothing",
        "Berlin/NE lehnt/VVFIN den/ART Antrag/NN ab/PTKVZ ./$.",
        see("lehnt", question=False),
    ),
    case(
        "imperative",
        "Stoppt/VVIMP den/ART Krieg/NN !/$.",
        see("Stoppt", lemma="stoppen", order="v1", subject=None, accusative="den Krieg", question=False),
        clauses=1,
    ),
    case(
        "headline with a verb",
        "Kanzler/NN Merz/NE fordert/VVFIN mehr/PIAT Geld/NN für/APPR Bundeswehr/NN",
        see("fordert", subject="Kanzler Merz", accusative="mehr Geld für Bundeswehr"),
        clauses=1,
    ),
    case(
        "headline without a verb",
        "Merz/NE gegen/APPR Steuererhöhung/NN",
        see("Merz", kind="fragment", lemma=None, order="none", words="Merz gegen Steuererhöhung"),
        clauses=1,
    ),
    case(
        "headline with a colon",
        "Merz/NE :/$. Steuern/NN müssen/VMFIN sinken/VVINF",
        see("Merz", words="Merz", kind="fragment"),
        see("müssen", subject="Steuern", lemma="sinken", words="Steuern müssen sinken"),
        clauses=2,
    ),
    case(
        "colon and verbless rest",
        "Merz/NE :/$. Keine/PIAT Steuern/NN",
        see("Merz", kind="fragment", words="Merz"),
        see("Steuern", kind="fragment", words="Keine Steuern"),
        clauses=2,
    ),
    case(
        "list behind a colon",
        "Drei/CARD Dinge/NN fordert/VVFIN die/ART SPD/NE :/$. höhere/ADJA Löhne/NN ,/$, niedrigere/ADJA Mieten/NN "
        "und/KON "
        "ein/ART Tempolimit/NN ./$.",
        see("fordert", subject="die SPD", accusative="Drei Dinge"),
    ),
    case(
        "two sentences",
        "Merz/NE schwieg/VVFIN ./$. Die/ART SPD/NE fordert/VVFIN ein/ART Verbot/NN ./$.",
        see("schwieg", subject="Merz"),
        see("fordert", subject="Die SPD", parent=None),
        clauses=2,
    ),
    case(
        "adverb between commas",
        "Der/ART Plan/NN ,/$, freilich/ADV ,/$, ist/VAFIN teuer/ADJD ./$.",
        see("ist", subject="Der Plan", predicative="teuer"),
        clauses=1,
    ),
    case(
        "vocative answer",
        "Nein/PTKANT ,/$, das/PDS glaube/VVFIN ich/PPER nicht/PTKNEG ./$.",
        see("glaube", subject="ich", accusative="das", negations="nicht", kind="main"),
    ),
]


@pytest.mark.parametrize("item", ROLES)
def test_phrases_and_roles(item: Case) -> None:
    item.check()


@pytest.mark.parametrize("item", SENTENCES)
def test_kinds_of_sentence(item: Case) -> None:
    item.check()


NOUN_PHRASES = [
    ("Die/ART Forderung/NN der/ART SPD/NE wächst/VVFIN ./$.", "Forderung", "der SPD", "Die", [None]),
    ("Trumps/NE Forderung/NN wächst/VVFIN ./$.", "Forderung", "Trumps", None, []),
    ("Seine/PPOSAT Forderung/NN wächst/VVFIN ./$.", "Forderung", "Seine", "Seine", []),
    ("Die/ART Kritik/NN an/APPR Merz/NE wächst/VVFIN ./$.", "Kritik", None, "Die", ["an"]),
    (
        "Die/ART Forderung/NN der/ART SPD/NE nach/APPR Geld/NN wächst/VVFIN ./$.",
        "Forderung",
        "der SPD",
        "Die",
        [None, "nach"],
    ),
    ("Die/ART Forderung/NN von/APPR Merz/NE wächst/VVFIN ./$.", "Forderung", None, "Die", ["von"]),
]


@pytest.mark.parametrize(("text", "head", "possessor", "determiner", "prepositions"), NOUN_PHRASES)
def test_noun_phrases_say_whose_they_are(
    text: str, head: str, possessor: str | None, determiner: str | None, prepositions: list[str | None]
) -> None:
    graph = analyse(tagged(text))
    phrase = next(p for p in graph.noun_phrases if graph.doc[p.head].text == head)
    assert text_of(graph, phrase.possessor) == possessor
    assert text_of(graph, [] if phrase.determiner is None else [phrase.determiner]) == determiner
    assert [modifier.preposition for modifier in phrase.modifiers] == prepositions


def test_a_phrase_in_a_prepositional_phrase_has_its_preposition() -> None:
    graph = analyse(tagged("Nach/APPR Angaben/NN der/ART Polizei/NN starben/VVFIN zwei/CARD Menschen/NN ./$."))
    phrase = next(p for p in graph.noun_phrases if graph.doc[p.head].text == "Angaben")
    assert (phrase.preposition, text_of(graph, phrase.possessor)) == (0, "der Polizei")


def test_roles_that_form_leaves_open_are_marked() -> None:
    open_ = analyse(tagged("Die/ART Opposition/NN kritisiert/VVFIN die/ART Regierung/NN ./$."))
    closed = analyse(tagged("Die/ART Opposition/NN kritisiert/VVFIN den/ART Kanzler/NN ./$."))
    assert [clause.subject.ambiguous for graph in (open_, closed) for clause in graph.clauses if clause.subject] == [
        True,
        False,
    ]
