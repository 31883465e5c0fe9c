"""Which noun phrase gets which role: one claim a sentence, tags given by hand."""

from __future__ import annotations

import pytest

from tests.clauses.tagged import Case, case, see

SUBJECTS = [
    case(
        "nothing is no subject where something else can be",
        "Das/PDS ändert/VVFIN nichts/PIS ./$.",
        see("ändert", subject="Das", accusative="nichts"),
    ),
    case(
        "a demonstrative behind the finite verb",
        "Dann/ADV würde/VAFIN das/PDS die/ART Welt/NN verändern/VVINF ./$.",
        see("würde", subject="das", accusative="die Welt"),
    ),
    case(
        "a medium that is told",
        "Das/PDS sagte/VVFIN der/ART Manager/NN der/ART Zeitung/NN ./$.",
        see("sagte", subject="der Manager", dative="der Zeitung"),
    ),
    case(
        "a medium that is told behind a genitive",
        "Das/PDS sagte/VVFIN die/ART Chefin/NN des/ART Verbands/NN der/ART Zeitung/NN ./$.",
        see("sagte", subject="die Chefin des Verbands", dative="der Zeitung"),
    ),
    case(
        "a medium that employs the speaker",
        "Das/PDS sagte/VVFIN der/ART Chefredakteur/NN der/ART Zeitung/NN ./$.",
        see("sagte", subject="der Chefredakteur der Zeitung", dative=None),
    ),
    case(
        "a medium in the prefield",
        "Der/ART Manager/NN der/ART Zeitung/NN sagte/VVFIN das/PDS ./$.",
        see("sagte", subject="Der Manager der Zeitung", dative=None),
    ),
    case(
        "a dateline is no part of the clause",
        "Frankfurt/NE –/$( Die/ART Bank/NN will/VMFIN sparen/VVINF ./$.",
        see("will", subject="Die Bank"),
    ),
    case(
        "a place between dashes and a subject with a dash inside",
        "Berlin/NE –/$( Hauptstadt/NN des/ART Landes/NN –/$( will/VMFIN sparen/VVINF ./$.",
        see("will", subject="Berlin"),
    ),
    case(
        "a demonstrative before a verb of saying",
        "Das/PDS sagte/VVFIN sie/PPER der/ART Zeitung/NN ./$.",
        see("sagte", subject="sie", accusative="Das", dative="der Zeitung"),
    ),
    case(
        "a demonstrative before an office without article",
        "Dies/PDS bestätigte/VVFIN Ministerin/NN Ida/NE Lorenz/NE ./$.",
        see("bestätigte", subject="Ministerin Ida Lorenz", accusative="Dies"),
    ),
    case(
        "a demonstrative that moves somebody",
        "Das/PDS freut/VVFIN sie/PPER ./$.",
        see("freut", subject="Das", accusative="sie"),
    ),
    case(
        "an unknown noun without article is somebody",
        "Das/PDS forderte/VVFIN Krombeil/NN am/APPRART Montag/NN ./$.",
        see("forderte", subject="Krombeil", accusative="Das"),
    ),
    case(
        "a pronoun behind the relative pronoun of a thing",
        "Die/ART App/NN ,/$, die/PRELS sie/PPER entwickelte/VVFIN ,/$, fehlt/VVFIN ./$.",
        see("entwickelte", subject="sie", accusative="die"),
    ),
    case(
        "es before a verb without object",
        "Es/PPER besteht/VVFIN die/ART Möglichkeit/NN ./$.",
        see("besteht", subject="die Möglichkeit", accusative=None),
    ),
    case(
        "es of a verb that needs an actor",
        "Gestern/ADV lehnte/VVFIN es/PPER die/ART Opposition/NN ab/PTKVZ ./$.",
        see("lehnte", subject="die Opposition", accusative="es"),
    ),
    case(
        "es of geben stays its subject",
        "Gestern/ADV gab/VVFIN es/PPER die/ART Partei/NN noch/ADV ./$.",
        see("gab", subject="es", accusative="die Partei"),
    ),
    case(
        "an approximate number",
        "Über/APPR 330/CARD Mitglieder/NN kamen/VVFIN ./$.",
        see("kamen", subject="Über 330 Mitglieder"),
    ),
    case(
        "a number that the verb governs",
        "Der/ART Verein/NN verfügt/VVFIN über/APPR 330/CARD Mitglieder/NN ./$.",
        see("verfügt", subject="Der Verein", pp_über="330 Mitglieder"),
    ),
]

OBJECTS = [
    case(
        "a measure is no object of a verb of motion",
        "Der/ART Preis/NN stieg/VVFIN vier/CARD Prozent/NN ./$.",
        see("stieg", subject="Der Preis", accusative=None),
    ),
    case(
        "a measure that is paid is one",
        "Die/ART Stadt/NN zahlt/VVFIN vier/CARD Prozent/NN ./$.",
        see("zahlt", subject="Die Stadt", accusative="vier Prozent"),
    ),
    case(
        "a time is no object",
        "Die/ART Stadt/NN kaufte/VVFIN vergangene/ADJA Woche/NN den/ART Hof/NN ./$.",
        see("kaufte", subject="Die Stadt", accusative="den Hof"),
    ),
    case(
        "a time that is spent is one",
        "Die/ART Ministerin/NN verbrachte/VVFIN drei/CARD Tage/NN in/APPR Wien/NE ./$.",
        see("verbrachte", subject="Die Ministerin", accusative="drei Tage"),
    ),
    case(
        "dative plural of a weak noun beside a bare noun",
        "Der/ART Wärter/NN gab/VVFIN den/ART Löwen/NN Fleisch/NN ./$.",
        see("gab", dative="den Löwen", accusative="Fleisch"),
    ),
    case(
        "a bare noun is no dative",
        "Die/ART Firma/NN lieferte/VVFIN Pflaumen/NN ./$.",
        see("lieferte", accusative="Pflaumen", dative=None),
    ),
    case(
        "a name with a clause for the thing",
        "Der/ART Rat/NN empfahl/VVFIN Merz/NE ,/$, zu/PTKZU warten/VVINF ./$.",
        see("empfahl", dative="Merz", accusative=None),
    ),
    case(
        "the name of somebody who is sent",
        "Der/ART Rat/NN schickte/VVFIN Merz/NE nach/APPR Rom/NE ./$.",
        see("schickte", accusative="Merz", dative=None),
    ),
    case(
        "a genitive of accusation",
        "Der/ART Rat/NN beschuldigte/VVFIN die/ART Firma/NN der/ART Lüge/NN ./$.",
        see("beschuldigte", accusative="die Firma", genitive="der Lüge"),
    ),
    case(
        "an actor in the genitive is an attribute there, too",
        "Der/ART Rat/NN beschuldigte/VVFIN den/ART Chef/NN der/ART Polizei/NN ./$.",
        see("beschuldigte", accusative="den Chef der Polizei", genitive=None),
    ),
    case(
        "what stands behind a colon spells out an argument",
        "Die/ART Partei/NN lehnt/VVFIN beides/PIS ab/PTKVZ :/$. die/ART Maut/NN und/KON die/ART Steuer/NN ./$.",
        see("lehnt", accusative="beides"),
    ),
]

EXTENT = [
    case(
        "das is the subject whatever the number",
        "Das/PDS sind/VAFIN gute/ADJA Nachrichten/NN ./$.",
        see("sind", subject="Das", predicative="gute Nachrichten"),
    ),
    case(
        "an adverb before an adjective is no predicative",
        "Der/ART Plan/NN ist/VAFIN theoretisch/ADJD nicht/PTKNEG umsetzbar/ADJD ./$.",
        see("ist", subject="Der Plan", predicative="umsetzbar"),
    ),
    case(
        "a title in quotation marks",
        "Der/ART Roman/NN „/$( Der/ART Turm/NN “/$( gewann/VVFIN den/ART Preis/NN ./$.",
        see("gewann", subject="Der Roman Der Turm", accusative="den Preis"),
    ),
    case(
        "a judgement in quotation marks is no title",
        "Er/PPER nannte/VVFIN den/ART Plan/NN „/$( Unsinn/NN “/$( ./$.",
        see("nannte", accusative="den Plan", predicative="Unsinn"),
    ),
    case(
        "a bracket",
        "Der/ART Fluss/NN (/$( Kreis/NN Aurich/NE )/$( führt/VVFIN Wasser/NN ./$.",
        see("führt", subject="Der Fluss Kreis Aurich", accusative="Wasser"),
    ),
    case(
        "a focus particle before the last conjunct",
        "Kinder/NN und/KON selbst/ADV Lehrer/NN lobten/VVFIN den/ART Koch/NN ./$.",
        see("lobten", subject="Kinder und selbst Lehrer", accusative="den Koch"),
    ),
    case(
        "an example between commas",
        "Einige/PIAT Staaten/NN ,/$, etwa/ADV Ungarn/NE ,/$, blockierten/VVFIN Hilfe/NN ./$.",
        see("blockierten", accusative="Hilfe"),
    ),
    case(
        "a noun that says which one",
        "Die/ART Leiterin/NN des/ART Ressorts/NN Umwelt/NN lobte/VVFIN den/ART Rat/NN ./$.",
        see("lobte", subject="Die Leiterin des Ressorts Umwelt", accusative="den Rat"),
    ),
    case(
        "a preposition with an adverb",
        "Die/ART Messe/NN zieht/VVFIN bis/APPR heute/ADV ein/ART Publikum/NN an/PTKVZ ./$.",
        see("zieht", subject="Die Messe", accusative="ein Publikum"),
    ),
    case(
        "the complement of a noun",
        "Der/ART Rat/NN kündigte/VVFIN Kürzungen/NN bei/APPR der/ART Forschung/NN an/PTKVZ ./$.",
        see("kündigte", accusative="Kürzungen bei der Forschung"),
    ),
    case(
        "a postposition behind a longer phrase",
        "Einem/ART Bericht/NN vom/APPRART Montag/NN zufolge/APPO stieg/VVFIN der/ART Preis/NN ./$.",
        see("stieg", subject="der Preis", dative=None),
    ),
]


@pytest.mark.parametrize("item", [*SUBJECTS, *OBJECTS, *EXTENT])
def test_roles(item: Case) -> None:
    item.check()
