"""The verb complex: order, bracket, particle, modal, passive, tense and mood."""

from __future__ import annotations

import pytest

from tests.clauses.tagged import Case, case, see

CASES = [
    case(
        "transitive verb",
        "Die/ART Gewerkschaft/NN fordert/VVFIN acht/CARD Prozent/NN mehr/PIAT Lohn/NN ./$.",
        see(
            "fordert",
            kind="main",
            type="main",
            order="v2",
            lemma="fordern",
            mood="indicative",
            tense="present",
            voice="active",
            subject="Die Gewerkschaft",
            accusative="acht Prozent mehr Lohn",
            prefield="Die Gewerkschaft",
            left="fordert",
            middle="acht Prozent mehr Lohn",
            right=None,
            postfield=None,
        ),
        clauses=1,
    ),
    case(
        "particle apart",
        "Merz/NE lehnt/VVFIN den/ART Vorschlag/NN der/ART SPD/NE ab/PTKVZ ./$.",
        see(
            "lehnt",
            lemma="ablehnen",
            subject="Merz",
            accusative="den Vorschlag der SPD",
            left="lehnt",
            right="ab",
            middle="den Vorschlag der SPD",
            verbal="lehnt ab",
        ),
        clauses=1,
    ),
    case(
        "adverbial prefield",
        "Am/APPRART Montag/NN wies/VVFIN der/ART Kanzler/NN die/ART Vorwürfe/NN zurück/PTKVZ ./$.",
        see(
            "wies",
            lemma="zurückweisen",
            tense="past",
            subject="der Kanzler",
            accusative="die Vorwürfe",
            prefield="Am Montag",
            pp_an="Montag",
        ),
        clauses=1,
    ),
    case(
        "adjective of a copula is no particle",
        "Gestern/ADV wurde/VAFIN den/ART Ländern/NN die/ART Gefahr/NN klar/PTKVZ ./$.",
        see("wurde", lemma="werden", subject="die Gefahr"),
        clauses=1,
    ),
    case(
        "phrase behind the particle",
        "Der/ART Kanzler/NN kündigte/VVFIN weitere/ADJA Gespräche/NN an/PTKVZ mit/APPR den/ART Rebellen/NN ./$.",
        see("kündigte", lemma="ankündigen", accusative="weitere Gespräche", right="an", postfield="mit den Rebellen"),
        clauses=1,
    ),
    case(
        "particle joined in a verb-last clause",
        "Merz/NE sagte/VVFIN ,/$, dass/KOUS er/PPER den/ART Plan/NN ablehnt/VVFIN ./$.",
        see(
            "ablehnt",
            lemma="ablehnen",
            order="vl",
            left="dass",
            middle="er den Plan",
            right="ablehnt",
            subject="er",
            accusative="den Plan",
        ),
    ),
    case(
        "modal and infinitive",
        "Die/ART Partei/NN will/VMFIN den/ART Antrag/NN ablehnen/VVINF ./$.",
        see(
            "will",
            lemma="ablehnen",
            modals=("wollen",),
            tense="present",
            subject="Die Partei",
            accusative="den Antrag",
            left="will",
            right="ablehnen",
        ),
        clauses=1,
    ),
    case(
        "two modals",
        "Die/ART Partei/NN wird/VAFIN den/ART Antrag/NN ablehnen/VVINF müssen/VMINF ./$.",
        see(
            "wird",
            lemma="ablehnen",
            modals=("müssen",),
            auxiliaries=("werden",),
            tense="future",
            right="ablehnen müssen",
        ),
        clauses=1,
    ),
    case(
        "modal alone",
        "Der/ART Kanzler/NN will/VMFIN das/PDS nicht/PTKNEG ./$.",
        see("will", lemma="wollen", subject="Der Kanzler", accusative="das", negations="nicht"),
    ),
    case(
        "perfect",
        "Das/ART Gericht/NN hat/VAFIN die/ART Klage/NN abgewiesen/VVPP ./$.",
        see(
            "hat",
            lemma="abweisen",
            tense="perfect",
            auxiliaries=("haben",),
            voice="active",
            subject="Das Gericht",
            accusative="die Klage",
        ),
    ),
    case(
        "pluperfect",
        "Die/ART Ministerin/NN hatte/VAFIN das/ART Treffen/NN abgesagt/VVPP ./$.",
        see("hatte", lemma="absagen", tense="pluperfect", mood="indicative", subject="Die Ministerin"),
    ),
    case(
        "future",
        "Die/ART Regierung/NN wird/VAFIN das/ART Gesetz/NN ändern/VVINF ./$.",
        see("wird", lemma="ändern", tense="future", voice="active", accusative="das Gesetz"),
    ),
    case(
        "future perfect",
        "Die/ART Regierung/NN wird/VAFIN das/ART Gesetz/NN geändert/VVPP haben/VAINF ./$.",
        see("wird", lemma="ändern", tense="future_perfect", auxiliaries=("werden", "haben")),
    ),
    case(
        "perfect with sein in Konjunktiv",
        "Der/ART Minister/NN sei/VAFIN zurückgetreten/VVPP ./$.",
        see("sei", lemma="zurücktreten", mood="konjunktiv1", tense="perfect", voice="active", subject="Der Minister"),
    ),
    case(
        "Konjunktiv past",
        "Die/ART Union/NN hätte/VAFIN dem/ART Plan/NN zugestimmt/VVPP ./$.",
        see("hätte", lemma="zustimmen", mood="konjunktiv2", tense="perfect", dative="dem Plan", subject="Die Union"),
    ),
    case(
        "würde",
        "Die/ART Union/NN würde/VAFIN dem/ART Plan/NN zustimmen/VVINF ./$.",
        see("würde", lemma="zustimmen", mood="konjunktiv2", wuerde=True, dative="dem Plan", subject="Die Union"),
    ),
    case(
        "würde of the passive is no periphrasis",
        "Der/ART Plan/NN würde/VAFIN abgelehnt/VVPP ./$.",
        see("würde", lemma="ablehnen", mood="konjunktiv2", wuerde=False, voice="passive", subject="Der Plan"),
    ),
    case(
        "passive with agent",
        "Der/ART Antrag/NN wurde/VAFIN von/APPR der/ART Fraktion/NN abgelehnt/VVPP ./$.",
        see(
            "wurde",
            lemma="ablehnen",
            voice="passive",
            tense="past",
            subject="Der Antrag",
            agent="der Fraktion",
            pp_von=None,
        ),
    ),
    case(
        "perfect passive",
        "Der/ART Antrag/NN ist/VAFIN vom/APPRART Bundestag/NN abgelehnt/VVPP worden/VAPP ./$.",
        see("ist", lemma="ablehnen", voice="passive", tense="perfect", agent="Bundestag", subject="Der Antrag"),
    ),
    case(
        "modal passive",
        "Die/ART Steuern/NN müssen/VMFIN gesenkt/VVPP werden/VAINF ./$.",
        see(
            "müssen",
            lemma="senken",
            modals=("müssen",),
            voice="passive",
            subject="Die Steuern",
            accusative=None,
            tense="present",
        ),
    ),
    case(
        "passive with fronted agent",
        "Von/APPR der/ART SPD/NE wurde/VAFIN der/ART Plan/NN begrüßt/VVPP ./$.",
        see("wurde", voice="passive", agent="der SPD", subject="der Plan"),
    ),
    case(
        "von-phrase of an active verb is no agent",
        "Die/ART Gewerkschaft/NN forderte/VVFIN von/APPR den/ART Arbeitgebern/NN ein/ART Angebot/NN ./$.",
        see("forderte", voice="active", agent=None, pp_von="den Arbeitgebern", accusative="ein Angebot"),
    ),
    case(
        "recipient passive",
        "Der/ART Senator/NN bekam/VVFIN Untreue/NN vorgeworfen/VVPP ./$.",
        see("bekam", lemma="vorwerfen", voice="recipient", subject="Der Senator", accusative="Untreue"),
    ),
    case(
        "stative",
        "Die/ART Verhandlungen/NN sind/VAFIN abgeschlossen/VVPP ./$.",
        see("sind", lemma="abschließen", voice="stative", tense="present", subject="Die Verhandlungen"),
    ),
    case(
        "hearsay perfect under a modal",
        "Die/ART Bürger/NN sollen/VMFIN den/ART Konzern/NN verklagt/VVPP haben/VAINF ./$.",
        see(
            "sollen",
            lemma="verklagen",
            modals=("sollen",),
            auxiliaries=("haben",),
            subject="Die Bürger",
            accusative="den Konzern",
        ),
    ),
    case(
        "zu-infinitive under sein",
        "Das/ART Problem/NN ist/VAFIN nicht/PTKNEG zu/PTKZU lösen/VVINF ./$.",
        see("ist", lemma="lösen", voice="passive", negations="nicht", subject="Das Problem", verbal="ist zu lösen"),
        clauses=1,
    ),
    case(
        "haben zu",
        "Die/ART Regierung/NN hat/VAFIN das/ART Urteil/NN zu/PTKZU beachten/VVINF ./$.",
        see("hat", lemma="beachten", voice="active", subject="Die Regierung", accusative="das Urteil"),
        clauses=1,
    ),
    case(
        "man with Konjunktiv",
        "Man/PIS müsse/VMFIN die/ART Ukraine/NE unterstützen/VVINF ./$.",
        see(
            "müsse",
            lemma="unterstützen",
            modals=("müssen",),
            mood="konjunktiv1",
            subject="Man",
            accusative="die Ukraine",
        ),
    ),
    case(
        "lassen",
        "Die/ART Länder/NN ließen/VVFIN den/ART Plan/NN prüfen/VVINF ./$.",
        see("ließen", lemma="prüfen", modals=("lassen",), subject="Die Länder", accusative="den Plan", tense="past"),
    ),
    case(
        "Ersatzinfinitiv in a verb-last clause",
        "Er/PPER sagte/VVFIN ,/$, dass/KOUS die/ART Bahn/NN den/ART Plan/NN habe/VAFIN ändern/VVINF müssen/VMINF ./$.",
        see(
            "habe",
            lemma="ändern",
            modals=("müssen",),
            auxiliaries=("haben",),
            mood="konjunktiv1",
            subject="die Bahn",
            accusative="den Plan",
            right="habe ändern müssen",
        ),
        clauses=2,
    ),
    case(
        "fronted participle",
        "Gefordert/VVPP wird/VAFIN ein/ART Verbot/NN ./$.",
        see("wird", lemma="fordern", voice="passive", subject="ein Verbot", prefield="Gefordert"),
        clauses=1,
    ),
    case(
        "fronted participle of the perfect",
        "Abgelehnt/VVPP hat/VAFIN den/ART Antrag/NN die/ART Union/NN ./$.",
        see("hat", lemma="ablehnen", tense="perfect", subject="die Union", accusative="den Antrag"),
        clauses=1,
    ),
    case(
        "fronted infinitive",
        "Zahlen/VVINF will/VMFIN der/ART Kanzler/NN nicht/PTKNEG ./$.",
        see("will", lemma="zahlen", modals=("wollen",), subject="der Kanzler", negations="nicht"),
        clauses=1,
    ),
    case(
        "first person",
        "Wir/PPER fordern/VVFIN mehr/PIAT Geld/NN ./$.",
        see("fordern", lemma="fordern", mood="indicative", number="pl", subject="Wir", accusative="mehr Geld"),
    ),
    case(
        "plural Konjunktiv in the passive voice",
        "Die/ART Mieten/NN seien/VAFIN von/APPR den/ART Vermietern/NN erhöht/VVPP worden/VAPP ./$.",
        see(
            "seien",
            lemma="erhöhen",
            voice="passive",
            mood="konjunktiv1",
            tense="perfect",
            agent="den Vermietern",
            subject="Die Mieten",
        ),
    ),
    case(
        "reflexive verb",
        "Die/ART Partei/NN weigert/VVFIN sich/PRF ./$.",
        see("weigert", lemma="weigern", subject="Die Partei", dative=None),
    ),
]


@pytest.mark.parametrize("item", CASES)
def test_verb_complex(item: Case) -> None:
    item.check()
