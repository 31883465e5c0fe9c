"""Coordination: shared subjects, objects, auxiliaries and subordinators; phrases joined inside one clause."""

from __future__ import annotations

import pytest

from tests.clauses.tagged import Case, case, see

CASES = [
    case(
        "shared subject",
        "Der/ART Kanzler/NN lobte/VVFIN Kiew/NE und/KON forderte/VVFIN Waffen/NN ./$.",
        see("lobte", subject="Der Kanzler", accusative="Kiew", words="Der Kanzler lobte Kiew"),
        see(
            "forderte",
            kind="main",
            order="v2",
            subject="Der Kanzler",
            accusative="Waffen",
            partner="lobte",
            parent=None,
        ),
        clauses=2,
    ),
    case(
        "shared subject over three clauses",
        "Merz/NE nahm/VVFIN die/ART Einladung/NN an/PTKVZ und/KON reiste/VVFIN nach/APPR Paris/NE ,/$, kehrte/VVFIN "
        "aber/ADV am/APPRART Abend/NN zurück/PTKVZ ./$.",
        see("nahm", lemma="annehmen", subject="Merz", accusative="die Einladung"),
        see("reiste", subject="Merz", pp_nach="Paris"),
        see("kehrte", lemma="zurückkehren", subject="Merz", kind="main", pp_an="Abend"),
        clauses=3,
    ),
    case(
        "shared auxiliary",
        "Die/ART Fraktion/NN hat/VAFIN den/ART Antrag/NN abgelehnt/VVPP und/KON ein/ART Moratorium/NN "
        "gefordert/VVPP ./$.",
        see("hat", lemma="ablehnen", accusative="den Antrag", tense="perfect", subject="Die Fraktion"),
        see(
            "gefordert",
            lemma="fordern",
            accusative="ein Moratorium",
            tense="perfect",
            mood="indicative",
            subject="Die Fraktion",
            partner="hat",
        ),
        clauses=2,
    ),
    case(
        "shared auxiliary over three participles",
        "Die/ART Fraktion/NN hat/VAFIN den/ART Antrag/NN abgelehnt/VVPP ,/$, den/ART Minister/NN kritisiert/VVPP "
        "und/KON "
        "ein/ART Verbot/NN gefordert/VVPP ./$.",
        see("kritisiert", lemma="kritisieren", subject="Die Fraktion", accusative="den Minister"),
        see("gefordert", lemma="fordern", subject="Die Fraktion", accusative="ein Verbot"),
        clauses=3,
    ),
    case(
        "shared passive auxiliary",
        "Der/ART Antrag/NN wurde/VAFIN geprüft/VVPP und/KON von/APPR der/ART Union/NN abgelehnt/VVPP ./$.",
        see("geprüft", voice="passive", subject="Der Antrag", agent=None),
        see("abgelehnt", voice="passive", subject="Der Antrag", agent="der Union", lemma="ablehnen"),
        clauses=2,
    ),
    case(
        "shared modal",
        "Die/ART Partei/NN will/VMFIN den/ART Haushalt/NN sanieren/VVINF und/KON die/ART Steuern/NN senken/VVINF ./$.",
        see("will", lemma="sanieren", modals=("wollen",), accusative="den Haushalt"),
        see("senken", lemma="senken", modals=("wollen",), accusative="die Steuern", subject="Die Partei"),
        clauses=2,
    ),
    case(
        "shared object",
        "Die/ART Partei/NN fordert/VVFIN und/KON begrüßt/VVFIN den/ART Ausbau/NN der/ART Bahn/NN ./$.",
        see("begrüßt", subject="Die Partei", accusative="den Ausbau der Bahn"),
        see("fordert", lemma="fordern", subject="Die Partei"),
        clauses=2,
    ),
    case(
        "shared object is an object of both",
        "Die/ART Partei/NN fordert/VVFIN und/KON begrüßt/VVFIN den/ART Ausbau/NN ./$.",
        see("fordert", accusative="den Ausbau"),
        fault="an object behind the second verb is not shared with the first",
    ),
    case(
        "weder noch with infinitives",
        "Der/ART Kanzler/NN will/VMFIN weder/KON zahlen/VVINF noch/KON helfen/VVINF ./$.",
        see("zahlen", lemma="zahlen", modals=("wollen",), negations="weder", subject="Der Kanzler"),
        see("helfen", lemma="helfen", modals=("wollen",), negations="noch", subject="Der Kanzler"),
        clauses=2,
    ),
    case(
        "weder noch with noun phrases",
        "Weder/KON die/ART SPD/NE noch/KON die/ART Union/NN lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see(
            "lehnt", lemma="ablehnen", negations="Weder noch", conjuncts=["die SPD", "die Union"], accusative="den Plan"
        ),
        clauses=1,
    ),
    case(
        "two main clauses with a comma",
        "Die/ART SPD/NE begrüßte/VVFIN den/ART Plan/NN ,/$, die/ART Union/NN lehnte/VVFIN ihn/PPER ab/PTKVZ ./$.",
        see("begrüßte", kind="main", subject="Die SPD"),
        see("lehnte", kind="main", subject="die Union", accusative="ihn", parent=None),
        clauses=2,
    ),
    case(
        "two main clauses with aber",
        "Die/ART SPD/NE begrüßte/VVFIN den/ART Plan/NN ,/$, aber/KON die/ART Union/NN lehnte/VVFIN ihn/PPER "
        "ab/PTKVZ ./$.",
        see("lehnte", kind="main", subject="die Union", accusative="ihn", parent=None, order="v2"),
        clauses=2,
    ),
    case(
        "two main clauses with und",
        "Die/ART SPD/NE begrüßte/VVFIN den/ART Plan/NN und/KON die/ART Union/NN lehnte/VVFIN ihn/PPER ab/PTKVZ ./$.",
        see("begrüßte", subject="Die SPD", accusative="den Plan"),
        see("lehnte", kind="main", subject="die Union", accusative="ihn"),
        clauses=2,
    ),
    case(
        "denn",
        "Die/ART SPD/NE lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ,/$, denn/KON er/PPER kostet/VVFIN Milliarden/NN ./$.",
        see("kostet", kind="main", subject="er", accusative="Milliarden", parent=None),
    ),
    case(
        "semicolon",
        "Die/ART Lage/NN ist/VAFIN ernst/ADJD ;/$. die/ART Regierung/NN muss/VMFIN handeln/VVINF ./$.",
        see("ist", kind="main", subject="Die Lage"),
        see("muss", kind="main", subject="die Regierung", parent=None),
        clauses=2,
    ),
    case(
        "second clause of an intransitive verb",
        "Am/APPRART Montag/NN kam/VVFIN der/ART Chef/NN und/KON ging/VVFIN sie/PPER ./$.",
        see("ging", subject="sie"),
    ),
    case(
        "one modal for two",
        "Die/ART Stadt/NN will/VMFIN bauen/VVINF und/KON der/ART Kreis/NN zahlen/VVINF ./$.",
        see("zahlen", subject="der Kreis", verbal="will zahlen"),
    ),
    case(
        "inverted second clause",
        "Am/APPRART Montag/NN forderte/VVFIN die/ART SPD/NE mehr/PIAT Geld/NN und/KON lehnte/VVFIN die/ART Union/NN "
        "den/ART Haushalt/NN ab/PTKVZ ./$.",
        see("forderte", subject="die SPD", accusative="mehr Geld"),
        see("lehnte", subject="die Union", accusative="den Haushalt"),
    ),
    case(
        "object before the shared subject's verb",
        "Der/ART Minister/NN warf/VVFIN der/ART Opposition/NN Untätigkeit/NN vor/PTKVZ und/KON forderte/VVFIN den/ART "
        "Rücktritt/NN der/ART Vorsitzenden/NN ./$.",
        see("warf", lemma="vorwerfen", dative="der Opposition", accusative="Untätigkeit"),
        see("forderte", subject="Der Minister", accusative="den Rücktritt der Vorsitzenden"),
        clauses=2,
    ),
    case(
        "two names",
        "Putin/NE und/KON Selenskyj/NE lehnten/VVFIN den/ART Vorschlag/NN ab/PTKVZ ./$.",
        see("lehnten", subject="Putin und Selenskyj", conjuncts=["Putin", "Selenskyj"], accusative="den Vorschlag"),
        clauses=1,
    ),
    case(
        "three parties",
        "SPD/NE ,/$, Grüne/NN und/KON Linke/NN stimmten/VVFIN dem/ART Antrag/NN zu/PTKVZ ./$.",
        see("stimmten", lemma="zustimmen", conjuncts=["SPD", "Grüne", "Linke"], dative="dem Antrag"),
        clauses=1,
    ),
    case(
        "two noun phrases with determiners",
        "Die/ART SPD/NE und/KON die/ART Grünen/NN fordern/VVFIN ein/ART Verbot/NN ./$.",
        see("fordern", conjuncts=["Die SPD", "die Grünen"], accusative="ein Verbot"),
        clauses=1,
    ),
    case(
        "coordinated objects",
        "Die/ART SPD/NE fordert/VVFIN höhere/ADJA Löhne/NN und/KON niedrigere/ADJA Mieten/NN ./$.",
        see("fordert", subject="Die SPD", accusative="höhere Löhne und niedrigere Mieten"),
        clauses=1,
    ),
    case(
        "nicht sondern",
        "Die/ART Partei/NN fordert/VVFIN keine/PIAT Reform/NN ,/$, sondern/KON ein/ART Verbot/NN ./$.",
        see("fordert", subject="Die Partei", negations="keine"),
        see("Verbot", kind="main", words="Die Partei fordert keine Reform sondern ein Verbot"),
        clauses=1,
    ),
    case(
        "nicht nur sondern auch",
        "Nicht/PTKNEG nur/ADV die/ART SPD/NE ,/$, sondern/KON auch/ADV die/ART Union/NN lehnt/VVFIN den/ART Plan/NN "
        "ab/PTKVZ ./$.",
        see("lehnt", lemma="ablehnen", accusative="den Plan", negations=None, order="v2"),
        clauses=1,
    ),
    case(
        "sowohl als auch",
        "Sowohl/KON die/ART SPD/NE als/KON auch/ADV die/ART Union/NN lehnen/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see("lehnen", conjuncts=["die SPD", "die Union"], accusative="den Plan"),
        clauses=1,
    ),
    case(
        "gapping",
        "Die/ART SPD/NE fordert/VVFIN mehr/PIAT Geld/NN ,/$, die/ART FDP/NE weniger/PIS ./$.",
        see("fordert", subject="Die SPD", accusative="mehr Geld"),
        see("FDP", gapped=True, partner="fordert", subject="die FDP", accusative="weniger"),
        clauses=2,
    ),
    case(
        "gapping with a prepositional object",
        "Die/ART Winzer/NN hoffen/VVFIN auf/APPR Regen/NN ,/$, die/ART Wirte/NN auf/APPR Sonne/NN ./$.",
        see("Wirte", gapped=True, partner="hoffen", subject="die Wirte", pp_auf="Sonne"),
        clauses=2,
    ),
    case(
        "gapping behind a particle",
        "Der/ART Bund/NN lehnt/VVFIN die/ART Steuer/NN ab/PTKVZ und/KON die/ART Länder/NN das/ART Verbot/NN ./$.",
        see("Länder", gapped=True, partner="lehnt", subject="die Länder", accusative="das Verbot"),
        see("lehnt", lemma="ablehnen", accusative="die Steuer"),
    ),
    case(
        "two accusatives are no gap",
        "Huber/NE traf/VVFIN die/ART Kanzlerin/NN und/KON die/ART Minister/NN der/ART Länder/NN ./$.",
        see("traf", subject="Huber"),
        clauses=1,
    ),
    case(
        "gapping with two noun phrases",
        "Die/ART SPD/NE fordert/VVFIN ein/ART Verbot/NN und/KON die/ART Union/NN eine/ART Steuer/NN ./$.",
        see("fordert", subject="Die SPD", accusative="ein Verbot"),
        see("Union", gapped=True, partner="fordert", subject="die Union", accusative="eine Steuer"),
        clauses=2,
    ),
    case(
        "parts of compounds",
        "Die/ART Innen-/TRUNC und/KON Außenminister/NN lehnten/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
        see("lehnten", subject="Die Innen- und Außenminister", accusative="den Plan"),
        clauses=1,
    ),
]


@pytest.mark.parametrize("item", CASES)
def test_coordination(item: Case) -> None:
    item.check()
