"""Relative clauses whose pronoun looks like an article, and the nouns that they modify; adverbial clauses of degree."""

from __future__ import annotations

import pytest

from stance.clauses.fields import analyse
from tests.clauses.tagged import Case, case, from_pairs, see

DISGUISED = [
    case(
        "article that does not agree with its noun",
        "Die/ART Vereinigung/NN ,/$, die/ART Makler/NN in/APPR Bremen/NE vertritt/VVFIN ,/$, klagt/VVFIN ./$.",
        see("vertritt", kind="relative", antecedent="Vereinigung", parent="klagt"),
        see("klagt", kind="main", subject="Die Vereinigung"),
    ),
    case(
        "particle verb in one word at the end",
        "Verkauft/VVPP werden/VAFIN Lampen/NN ,/$, die/ART Tiere/NN aus/APPR Sagen/NN darstellen/VVFIN ./$.",
        see("darstellen", kind="relative", antecedent="Lampen"),
    ),
    case(
        "finite verb tagged as an infinitive",
        "Sie/PPER setzt/VVFIN auf/APPR Anlagen/NN ,/$, die/ART Strom/NN aus/APPR dem/ART Netz/NN speichern/VVINF ./$.",
        see("speichern", kind="relative", antecedent="Anlagen", verbal="speichern"),
    ),
    case(
        "two phrases before the verb",
        "Das/ART ist/VAFIN der/ART Zeuge/NN ,/$, den/ART die/ART Polizei/NN sucht/VVFIN ./$.",
        see("sucht", kind="relative", antecedent="Zeuge", subject="die Polizei"),
    ),
    case(
        "haben and the copula cannot be second and last",
        "Am/APPRART Hafen/NN werden/VAFIN Hallen/NN gesucht/VVPP ,/$, die/ART Platz/NN für/APPR Boote/NN "
        "haben/VAINF ./$.",
        see("haben", kind="relative", antecedent="Hallen"),
    ),
    case(
        "a second relative clause of the same noun",
        "Der/ART Verein/NN baut/VVFIN eine/ART Bühne/NN ,/$, die/PRELS er/PPER braucht/VVFIN ,/$, auf/APPR der/PRELS "
        "auch/ADV andere/PIS sprachen/VVFIN ./$.",
        see("braucht", kind="relative", antecedent="Bühne"),
        see("sprachen", kind="relative", antecedent="Bühne"),
    ),
    case(
        "a content without introducer is none",
        "Die/ART Bank/NN meldet/VVFIN aus/APPR der/ART Stadt/NN ,/$, die/ART Preise/NN sinken/VVFIN ./$.",
        see("sinken", kind="complement", type="v2", subject="die Preise"),
    ),
    case(
        "the rest of an interrupted dass clause is none",
        "Er/PPER sagt/VVFIN ,/$, dass/KOUS der/ART Rat/NN ,/$, der/PRELS tagt/VVFIN ,/$, den/ART Etat/NN kürzt/VVFIN "
        "./$.",
        see("kürzt", kind="complement", type="dass", subject="der Rat", accusative="den Etat"),
    ),
]

ANTECEDENTS = [
    case(
        "an agent is no place",
        "Der/ART Präsident/NN wurde/VAFIN von/APPR Zeman/NE ,/$, der/PRELS bald/ADV geht/VVFIN ,/$, gelobt/VVPP ./$.",
        see("geht", kind="relative", antecedent="Zeman"),
    ),
    case(
        "a place of two words has no gender but neuter",
        "Die/ART Regierung/NN von/APPR Burkina/NE Faso/NE ,/$, die/PRELS seit/APPR Mai/NN regiert/VVFIN ,/$, "
        "schweigt/VVFIN ./$.",
        see("regiert", kind="relative", antecedent="Regierung"),
    ),
    case(
        "only the last conjunct can have a clause of its own",
        "Gesucht/VVPP wird/VAFIN ein/ART Haus/NN mit/APPR Dach/NN und/KON Keller/NN ,/$, das/PRELS leer/ADJD ist/VAFIN "
        "./$.",
        see("ist", kind="relative", antecedent="Haus"),
    ),
    case(
        "a nominalised infinitive is left for a noun before it",
        "Sie/PPER zeigt/VVFIN ein/ART Gerät/NN zum/APPRART Tauchen/NN ,/$, das/PRELS leicht/ADJD ist/VAFIN ./$.",
        see("ist", kind="relative", antecedent="Gerät"),
    ),
    case(
        "nothing happens in a person",
        "Er/PPER schrieb/VVFIN einen/ART Brief/NN an/APPR den/ART Minister/NN ,/$, in/APPR dem/PRELS er/PPER "
        "dankte/VVFIN ./$.",
        see("dankte", kind="relative", antecedent="Brief"),
    ),
    case(
        "a genitive and a measure are left for their noun",
        "Das/ART ist/VAFIN eine/ART Begrenzung/NN der/ART Kosten/NN auf/APPR eine/ART Million/NN Euro/NN ,/$, "
        "für/APPR die/PRELS Huber/NE eintritt/VVFIN ./$.",
        see("eintritt", kind="relative", antecedent="Begrenzung"),
    ),
    case(
        "a bare noun without nominative is plural",
        "Er/PPER lud/VVFIN zu/APPR einem/ART Treffen/NN mit/APPR Lobbyisten/NN ,/$, zu/APPR dem/PRELS auch/ADV "
        "Gäste/NN kamen/VVFIN ./$.",
        see("kamen", kind="relative", antecedent="Treffen"),
    ),
    case(
        "an adverb of place",
        "Der/ART Betrieb/NN zieht/VVFIN dorthin/ADV um/PTKVZ ,/$, wo/PWAV er/PPER entstand/VVFIN ./$.",
        see("entstand", kind="relative", antecedent="dorthin"),
    ),
    case(
        "an intensifier behind the noun",
        "Es/PPER fehlt/VVFIN Wasser/NN in/APPR der/ART Stadt/NN selbst/ADV ,/$, wo/PWAV viele/PIS leben/VVFIN ./$.",
        see("leben", kind="relative", antecedent="Stadt"),
    ),
    case(
        "the reason why",
        "Das/PDS nannte/VVFIN er/PPER als/KOKOM Grund/NN ,/$, weshalb/PWAV die/ART Stadt/NN wächst/VVFIN ./$.",
        see("wächst", kind="relative", antecedent="Grund"),
    ),
    case(
        "the way how",
        "Sie/PPER kritisiert/VVFIN die/ART Art/NN ,/$, wie/KOUS der/ART Rat/NN entscheidet/VVFIN ./$.",
        see("entscheidet", kind="relative", antecedent="Art"),
    ),
    case(
        "a clause with weshalb goes on from the one before",
        "Der/ART Rat/NN tagt/VVFIN heute/ADV ,/$, weshalb/PWAV die/ART Halle/NN schließt/VVFIN ./$.",
        see("schließt", kind="relative", antecedent=None, parent="tagt"),
    ),
    case(
        "everything that, past an infinitive",
        "Sie/PPER riet/VVFIN ,/$, nichts/PIS zu/PTKZU kaufen/VVINF ,/$, was/PWS Huber/NE anbietet/VVFIN ./$.",
        see("anbietet", kind="relative", antecedent="nichts"),
    ),
    case(
        "the number of the verb decides",
        "Gelöscht/VVPP wurden/VAFIN Beiträge/NN auf/APPR einer/ART Plattform/NN ,/$, die/PRELS zur/APPRART Gewalt/NN "
        "aufriefen/VVFIN ./$.",
        see("aufriefen", kind="relative", antecedent="Beiträge"),
    ),
    case(
        "a place has no gender but neuter",
        "Die/ART Regierung/NN von/APPR Sachsen/NE ,/$, die/PRELS seit/APPR Mai/NN regiert/VVFIN ,/$, schweigt/VVFIN "
        "./$.",
        see("regiert", kind="relative", antecedent="Regierung"),
    ),
    case(
        "derjenige waits for its clause",
        "Er/PPER half/VVFIN denjenigen/PDS ,/$, das/ART Haus/NN zu/PTKZU räumen/VVINF ,/$, die/PRELS blieben/VVFIN "
        "./$.",
        see("blieben", kind="relative", antecedent="denjenigen"),
    ),
    case(
        "what stands behind als is the second choice",
        "Er/PPER sprach/VVFIN mit/APPR dem/ART Minister/NN als/KOKOM Vorsitzendem/NN ,/$, der/PRELS schwieg/VVFIN ./$.",
        see("schwieg", kind="relative", antecedent="Minister"),
    ),
    case(
        "an indefinite pronoun before the closing verb",
        "Sie/PPER hat/VAFIN alles/PIS verkauft/VVPP ,/$, was/PRELS sie/PPER besaß/VVFIN ./$.",
        see("besaß", kind="relative", antecedent="alles"),
    ),
    case(
        "wo tells of a place before the closing particle",
        "Sie/PPER schrieb/VVFIN sich/PRF in/APPR Leipzig/NE ein/PTKVZ ,/$, wo/PWAV ihr/PPOSAT Bruder/NN lebte/VVFIN "
        "./$.",
        see("lebte", kind="relative", antecedent="Leipzig"),
    ),
    case(
        "wodurch goes on from the clause",
        "Der/ART Rat/NN senkte/VVFIN die/ART Steuern/NN ,/$, wodurch/PWAV die/ART Preise/NN sanken/VVFIN ./$.",
        see("sanken", kind="relative", antecedent=None, parent="senkte"),
    ),
    case(
        "a plural pronoun stands for both conjuncts",
        "Sie/PPER befragte/VVFIN Schüler/NN und/KON Lehrerinnen/NN ,/$, die/PRELS protestierten/VVFIN ./$.",
        see("protestierten", kind="relative", antecedent="Schüler"),
    ),
]

ADVERBIALS = [
    case(
        "dass behind a degree",
        "Der/ART Streit/NN war/VAFIN so/ADV heftig/ADJD ,/$, dass/KOUS die/ART Koalition/NN zerbrach/VVFIN ./$.",
        see("zerbrach", kind="adverbial", parent="war"),
    ),
    case(
        "dass behind a degree and a verb of saying stays a content",
        "Der/ART Minister/NN sagte/VVFIN so/ADV deutlich/ADJD ,/$, dass/KOUS er/PPER bleibt/VVFIN ./$.",
        see("bleibt", kind="complement", type="dass", parent="sagte"),
    ),
    case(
        "ohne dass",
        "Das/ART Gesetz/NN gilt/VVFIN ,/$, ohne/APPR dass/KOUS der/ART Rat/NN zustimmt/VVFIN ./$.",
        see("zustimmt", kind="adverbial", parent="gilt", introducer="dass"),
    ),
    case(
        "als with the verb first",
        "Es/PPER schien/VVFIN ,/$, als/KOKOM würde/VAFIN die/ART Regierung/NN zögern/VVINF ./$.",
        see("zögern", kind="adverbial", parent="schien", subject="die Regierung"),
    ),
    case(
        "a conjunction and a condition open a new main clause",
        "Er/PPER schwieg/VVFIN ,/$, aber/KON wenn/KOUS man/PIS ihn/PPER fragte/VVFIN ,/$, redete/VVFIN er/PPER ./$.",
        see("fragte", kind="adverbial", parent="redete"),
        see("redete", kind="main", subject="er"),
    ),
    case(
        "als with a finite verb is no infinitive",
        "Sie/PPER ging/VVFIN ,/$, als/KOUS die/ART Partei/NN zu/PTKZU zerfallen/VVINF begann/VVFIN ./$.",
        see("begann", kind="adverbial", parent="ging"),
    ),
]

OTHER = [
    case(
        "an expletive controls nothing",
        "Es/PPER ist/VAFIN wichtig/ADJD ,/$, schnell/ADJD zu/PTKZU handeln/VVINF ./$.",
        see("handeln", kind="infinitive", controller=None),
    ),
    case(
        "the governing noun controls nothing",
        "Der/ART Versuch/NN ,/$, den/ART Platz/NN zu/PTKZU räumen/VVINF ,/$, scheiterte/VVFIN ./$.",
        see("räumen", kind="infinitive", antecedent="Versuch", controller=None),
    ),
    case(
        "a report with an apposition before its verb",
        "Wie/PWAV der/ART Direktor/NN ,/$, Jan/NE Berg/NE ,/$, mitteilte/VVFIN ,/$, waren/VAFIN die/ART Leute/NN "
        "müde/ADJD ./$.",
        see("mitteilte", kind="parenthesis", type="w", parent="waren"),
        see("waren", kind="main", subject="die Leute"),
    ),
    case(
        "infinitives in a row have one governor",
        "Sie/PPER plant/VVFIN ,/$, Akten/NN zu/PTKZU sichten/VVINF ,/$, Zeugen/NN zu/PTKZU laden/VVINF und/KON "
        "Fristen/NN zu/PTKZU setzen/VVINF ./$.",
        see("laden", kind="infinitive", parent="plant"),
        see("setzen", kind="infinitive", parent="plant"),
    ),
    case(
        "a report behind a main clause with a clause before its verb",
        "In/APPR den/ART Städten/NN ,/$, die/PRELS klagen/VVFIN ,/$, steigt/VVFIN die/ART Miete/NN ,/$, sagte/VVFIN "
        "Huber/NE ./$.",
        see("steigt", kind="main", subject="die Miete"),
        see("sagte", kind="parenthesis", parent="steigt"),
    ),
]


@pytest.mark.parametrize("example", [*DISGUISED, *ANTECEDENTS, *ADVERBIALS, *OTHER])
def test_clauses(example: Case) -> None:
    example.check()


def test_a_full_stop_apart_from_its_number_ends_no_clause() -> None:
    words = "Der/ART Rat/NN tagt/VVFIN am/APPRART 31/CARD ./$. Mai/NN in/APPR Bonn/NE ./$."
    doc = from_pairs((form, tag) for form, _, tag in (word.rpartition("/") for word in words.split()))
    for token in doc:
        token.is_sent_start = token.i == 0
    graph = analyse(doc)
    assert len(graph.clauses) == 1
    assert [argument.role.value for argument in graph.clauses[0].arguments] == ["subject", "pp", "pp"]
