"""Subordinate clauses: complements, infinitives, correlates, conditions, relative clauses."""

from __future__ import annotations

import pytest

from tests.clauses.tagged import Case, case, see

COMPLEMENTS = [
    case(
        "verb-second content inside a relative clause",
        "Die/ART Partei/NN ,/$, deren/PRELAT Chefin/NN sagte/VVFIN ,/$, die/ART Steuer/NN sinke/VVFIN ,/$, "
        "verliert/VVFIN ./$.",
        see("sinke", kind="complement", type="v2", parent="sagte", subject="die Steuer"),
        see("verliert", kind="main", subject="Die Partei"),
    ),
    case(
        "verb-second content in the indicative inside a relative clause",
        "Die/ART Chefin/NN ,/$, die/PRELS glaubt/VVFIN ,/$, die/ART Wahl/NN ist/VAFIN verloren/VVPP ,/$, geht/VVFIN "
        "./$.",
        see("ist", kind="complement", type="v2", parent="glaubt"),
    ),
    case(
        "verb-second content behind a clause in the prefield",
        "Weil/KOUS er/PPER sagte/VVFIN ,/$, die/ART Preise/NN sinken/VVFIN ,/$, jubelte/VVFIN die/ART Partei/NN ./$.",
        see("sinken", kind="complement", type="v2", parent="sagte", subject="die Preise"),
        see("jubelte", kind="main", order="v2", subject="die Partei"),
    ),
    case(
        "a noun in a relative clause keeps its complement",
        "Das/PDS sagte/VVFIN der/ART Gast/NN ,/$, der/PRELS das/ART Gefühl/NN hatte/VAFIN ,/$, dass/KOUS es/PPER "
        "brenne/VVFIN ./$.",
        see("brenne", kind="complement", parent="hatte"),
    ),
    case(
        "a question is repeated",
        "Er/PPER fragte/VVFIN ,/$, ob/KOUS der/ART Zug/NN fahre/VVFIN ,/$, ob/KOUS er/PPER Schaffner/NN sei/VAFIN ./$.",
        see("sei", kind="complement", type="ob", parent="fragte", subject="er", predicative="Schaffner"),
    ),
    case(
        "an alternative without a verb",
        "In/APPR Vereinen/NN ,/$, egal/ADJD ,/$, ob/KOUS groß/ADJD oder/KON klein/ADJD ,/$, braucht/VVFIN man/PIS "
        "Geld/NN ./$.",
        see("braucht", kind="main", order="v2", accusative="Geld"),
        clauses=2,
    ),
    case(
        "three infinitives under one modal at the end",
        "Es/PPER heißt/VVFIN ,/$, dass/KOUS er/PPER bald/ADV gehen/VVINF oder/KON lange/ADV bleiben/VVINF und/KON "
        "viel/PIS gewinnen/VVINF werde/VAFIN ./$.",
        see("gehen", type="dass", verbal="gehen werde", subject="er", parent="heißt"),
    ),
    case(
        "whoever is no question",
        "Der/ART Rat/NN tagt/VVFIN ,/$, wer/PWS auch/ADV immer/ADV gewinnt/VVFIN ./$.",
        see("gewinnt", kind="adverbial", subtype="concessive", parent="tagt"),
    ),
    case(
        "what regards something is no question",
        "Der/ART Rat/NN wartet/VVFIN ,/$, was/PWS die/ART Kosten/NN betrifft/VVFIN ./$.",
        see("betrifft", kind="adverbial", subtype="restrictive", parent="wartet"),
    ),
    case(
        "a question behind its correlate",
        "Die/ART Debatte/NN darüber/PROAV ,/$, was/PWS Huber/NE wollte/VMFIN ,/$, dauert/VVFIN ./$.",
        see("wollte", kind="complement", type="w"),
    ),
    case(
        "a question of a verb that finds out",
        "Die/ART Stadt/NN prüft/VVFIN ,/$, was/PWS der/ART Umbau/NN kostet/VVFIN ./$.",
        see("kostet", kind="complement", type="w", parent="prüft"),
    ),
    case(
        "dass",
        "Der/ART Minister/NN sagte/VVFIN ,/$, dass/KOUS die/ART Steuern/NN sinken/VVFIN ./$.",
        see("sagte", kind="main", postfield="dass die Steuern sinken", subject="Der Minister", accusative=None),
        see(
            "sinken",
            kind="complement",
            type="dass",
            order="vl",
            parent="sagte",
            introducer="dass",
            subject="die Steuern",
            extent="dass die Steuern sinken",
            antecedent=None,
        ),
        clauses=2,
    ),
    case(
        "ob",
        "Der/ART Minister/NN fragte/VVFIN ,/$, ob/KOUS die/ART Kommission/NN zustimme/VVFIN ./$.",
        see("zustimme", kind="complement", type="ob", lemma="zustimmen", mood="konjunktiv1", parent="fragte"),
        clauses=2,
    ),
    case(
        "w-clause",
        "Die/ART Polizei/NN teilte/VVFIN mit/PTKVZ ,/$, wer/PWS den/ART Brief/NN geschrieben/VVPP habe/VAFIN ./$.",
        see("teilte", lemma="mitteilen"),
        see(
            "wer",
            kind="complement",
            type="w",
            parent="teilte",
            lemma="schreiben",
            subject="wer",
            accusative="den Brief",
            tense="perfect",
            mood="konjunktiv1",
        ),
        clauses=2,
    ),
    case(
        "warum",
        "Unklar/ADJD blieb/VVFIN ,/$, warum/PWAV der/ART Zeuge/NN schwieg/VVFIN ./$.",
        see("schwieg", kind="complement", type="w", parent="blieb", introducer="warum", subject="der Zeuge"),
        see("blieb", predicative="Unklar"),
    ),
    case(
        "fronted dass",
        "Dass/KOUS die/ART Steuern/NN sinken/VVFIN ,/$, bezweifelt/VVFIN der/ART Verband/NN ./$.",
        see("sinken", kind="complement", type="dass", parent="bezweifelt"),
        see("bezweifelt", kind="main", order="v2", prefield="Dass die Steuern sinken", subject="der Verband"),
        clauses=2,
    ),
    case(
        "V2 in Konjunktiv",
        "Der/ART Sprecher/NN erklärte/VVFIN ,/$, die/ART Gespräche/NN seien/VAFIN gescheitert/VVPP ./$.",
        see(
            "seien",
            kind="complement",
            type="v2",
            order="v2",
            parent="erklärte",
            mood="konjunktiv1",
            tense="perfect",
            subject="die Gespräche",
            lemma="scheitern",
        ),
        clauses=2,
    ),
    case(
        "V2 in the indicative",
        "Der/ART Minister/NN sagt/VVFIN ,/$, die/ART Lage/NN ist/VAFIN ernst/ADJD ./$.",
        see("ist", kind="complement", type="v2", order="v2", parent="sagt", mood="indicative", predicative="ernst"),
    ),
    case(
        "V2 with replacement Konjunktiv",
        "Die/ART Verbände/NN sagten/VVFIN ,/$, sie/PPER hätten/VAFIN genug/PIAT Zeit/NN ./$.",
        see("hätten", kind="complement", type="v2", parent="sagten", mood="konjunktiv2", subject="sie"),
    ),
    case(
        "V2 that looks like the indicative",
        "Der/ART Verband/NN warnte/VVFIN ,/$, die/ART Kosten/NN steigen/VVFIN ./$.",
        see("steigen", kind="complement", type="v2", parent="warnte", subject="die Kosten"),
    ),
    case(
        "two V2 complements with a shared subject",
        "Der/ART Sprecher/NN sagte/VVFIN ,/$, die/ART Partei/NN habe/VAFIN den/ART Antrag/NN abgelehnt/VVPP und/KON "
        "werde/VAFIN klagen/VVINF ./$.",
        see("habe", kind="complement", type="v2", parent="sagte", lemma="ablehnen", subject="die Partei"),
        see(
            "werde",
            kind="complement",
            type="v2",
            parent="sagte",
            lemma="klagen",
            tense="future",
            partner="habe",
            subject="die Partei",
        ),
        clauses=3,
    ),
    case(
        "indicative coordinated with the frame, not with the report",
        "Der/ART Sprecher/NN sagte/VVFIN ,/$, die/ART Partei/NN habe/VAFIN Zeit/NN ,/$, und/KON verließ/VVFIN "
        "den/ART Saal/NN ./$.",
        see("verließ", kind="main", partner="sagte", subject="Der Sprecher", parent=None),
        clauses=3,
    ),
    case(
        "V2 inside V2",
        "Der/ART Minister/NN sagte/VVFIN ,/$, er/PPER glaube/VVFIN ,/$, dass/KOUS die/ART Lage/NN sich/PRF "
        "bessere/VVFIN ./$.",
        see("glaube", kind="complement", type="v2", parent="sagte", subject="er"),
        see("bessere", kind="complement", type="dass", parent="glaube", subject="die Lage"),
    ),
    case(
        "dass of a noun",
        "Die/ART Forderung/NN ,/$, dass/KOUS die/ART Miete/NN sinkt/VVFIN ,/$, lehnt/VVFIN der/ART Verband/NN "
        "ab/PTKVZ ./$.",
        see("sinkt", kind="complement", type="dass", antecedent="Forderung", parent="lehnt"),
        see("lehnt", lemma="ablehnen", subject="der Verband", accusative="Die Forderung", order="v2"),
        clauses=2,
    ),
    case(
        "shared auxiliary in a dass-clause",
        "Die/ART Kommission/NN betont/VVFIN ,/$, dass/KOUS sie/PPER den/ART Antrag/NN geprüft/VVPP und/KON "
        "das/ART Geld/NN bewilligt/VVPP hat/VAFIN ./$.",
        see(
            "geprüft",
            type="dass",
            lemma="prüfen",
            tense="perfect",
            subject="sie",
            accusative="den Antrag",
            parent="betont",
        ),
        see(
            "bewilligt",
            type="dass",
            lemma="bewilligen",
            tense="perfect",
            subject="sie",
            accusative="das Geld",
            partner="geprüft",
            parent="betont",
        ),
        clauses=3,
    ),
    case(
        "two dass-clauses",
        "Der/ART Minister/NN sagte/VVFIN ,/$, dass/KOUS die/ART Lage/NN ernst/ADJD sei/VAFIN und/KON dass/KOUS "
        "man/PIS handeln/VVINF müsse/VMFIN ./$.",
        see("sei", type="dass", parent="sagte", predicative="ernst"),
        see("müsse", type="dass", parent="sagte", subject="man", partner="sei", lemma="handeln"),
        clauses=3,
    ),
    case(
        "one dass for two clauses",
        "Der/ART Minister/NN sagte/VVFIN ,/$, dass/KOUS die/ART Lage/NN ernst/ADJD sei/VAFIN und/KON "
        "man/PIS handeln/VVINF müsse/VMFIN ./$.",
        see("sei", type="dass", parent="sagte"),
        see(
            "müsse",
            kind="complement",
            type="dass",
            order="vl",
            parent="sagte",
            subject="man",
            partner="sei",
            lemma="handeln",
        ),
        clauses=3,
    ),
    case(
        "complement after a relative clause",
        "Der/ART Minister/NN ,/$, der/PRELS das/ART Amt/NN leitet/VVFIN ,/$, sagte/VVFIN ,/$, dass/KOUS er/PPER "
        "bleibe/VVFIN ./$.",
        see("bleibe", type="dass", parent="sagte"),
        see("leitet", kind="relative", antecedent="Minister"),
        see("sagte", subject="Der Minister", order="v2"),
        clauses=3,
    ),
    case(
        "report in a relative clause",
        "Der/ART Abgeordnete/NN ,/$, der/PRELS sagte/VVFIN ,/$, dass/KOUS er/PPER gehen/VVINF werde/VAFIN ,/$, "
        "blieb/VVFIN ./$.",
        see("werde", type="dass", parent="sagte", tense="future"),
        see("blieb", kind="main", subject="Der Abgeordnete"),
        clauses=3,
    ),
]

INFINITIVES = [
    case(
        "with comma",
        "Die/ART SPD/NE verlangt/VVFIN ,/$, den/ART Mindestlohn/NN zu/PTKZU erhöhen/VVINF ./$.",
        see(
            "erhöhen",
            kind="infinitive",
            type="zu",
            parent="verlangt",
            lemma="erhöhen",
            accusative="den Mindestlohn",
            subject=None,
            controller=None,
        ),
        see("verlangt", accusative=None, postfield="den Mindestlohn zu erhöhen"),
        clauses=2,
    ),
    case(
        "without comma",
        "Die/ART SPD/NE verlangt/VVFIN den/ART Mindestlohn/NN zu/PTKZU erhöhen/VVINF ./$.",
        see("erhöhen", kind="infinitive", parent="verlangt", accusative="den Mindestlohn"),
        see("verlangt", subject="Die SPD", accusative=None),
        clauses=2,
    ),
    case(
        "without comma, dative in the frame",
        "Die/ART Partei/NN begann/VVFIN den/ART Vertrag/NN zu/PTKZU prüfen/VVINF ./$.",
        see("prüfen", kind="infinitive", parent="begann", accusative="den Vertrag"),
        clauses=2,
    ),
    case(
        "dative in the frame",
        "Der/ART Kanzler/NN versprach/VVFIN der/ART Ukraine/NE ,/$, weitere/ADJA Waffen/NN zu/PTKZU liefern/VVINF ./$.",
        see("versprach", subject="Der Kanzler", dative="der Ukraine"),
        see("liefern", kind="infinitive", parent="versprach", accusative="weitere Waffen", controller="Der Kanzler"),
        clauses=2,
    ),
    case(
        "object control and joined zu",
        "Der/ART Präsident/NN forderte/VVFIN die/ART Regierung/NN auf/PTKVZ ,/$, das/ART Gesetz/NN "
        "zurückzuziehen/VVIZU ./$.",
        see("forderte", lemma="auffordern", accusative="die Regierung"),
        see(
            "zurückzuziehen",
            lemma="zurückziehen",
            kind="infinitive",
            parent="forderte",
            controller="die Regierung",
            accusative="das Gesetz",
        ),
        clauses=2,
    ),
    case(
        "um zu",
        "Die/ART Stadt/NN spart/VVFIN ,/$, um/KOUI die/ART Schulden/NN abzubauen/VVIZU ./$.",
        see(
            "abzubauen",
            kind="infinitive",
            subtype="final",
            introducer="um",
            parent="spart",
            lemma="abbauen",
            accusative="die Schulden",
        ),
    ),
    case(
        "ohne zu",
        "Die/ART Partei/NN stimmte/VVFIN zu/PTKVZ ,/$, ohne/KOUI den/ART Text/NN zu/PTKZU kennen/VVINF ./$.",
        see("stimmte", lemma="zustimmen"),
        see("kennen", kind="infinitive", introducer="ohne", parent="stimmte", negations="ohne"),
    ),
    case(
        "statt zu",
        "Der/ART Konzern/NN klagte/VVFIN ,/$, statt/KOUI zu/PTKZU zahlen/VVINF ./$.",
        see("zahlen", kind="infinitive", introducer="statt", parent="klagte"),
    ),
    case(
        "fronted um zu",
        "Um/KOUI die/ART Schulden/NN abzubauen/VVIZU ,/$, spart/VVFIN die/ART Stadt/NN ./$.",
        see("abzubauen", kind="infinitive", subtype="final", parent="spart"),
        see("spart", kind="main", order="v2", subject="die Stadt", prefield="Um die Schulden abzubauen"),
        clauses=2,
    ),
    case(
        "infinitive of a noun",
        "Der/ART Plan/NN ,/$, die/ART Schule/NN zu/PTKZU schließen/VVINF ,/$, stößt/VVFIN auf/APPR Kritik/NN ./$.",
        see("schließen", kind="infinitive", antecedent="Plan", accusative="die Schule", parent="stößt"),
        see("stößt", subject="Der Plan", pp_auf="Kritik", accusative=None),
        clauses=2,
    ),
    case(
        "perfect infinitive in the passive frame",
        "Ihm/PPER wird/VAFIN vorgeworfen/VVPP ,/$, Geld/NN angenommen/VVPP zu/PTKZU haben/VAINF ./$.",
        see("wird", lemma="vorwerfen", voice="passive", dative="Ihm", subject=None),
        see(
            "angenommen", kind="infinitive", lemma="annehmen", auxiliaries=("haben",), accusative="Geld", parent="wird"
        ),
        clauses=2,
    ),
    case(
        "infinitive under an infinitive",
        "Die/ART Stadt/NN bat/VVFIN den/ART Bund/NN ,/$, dem/ART Land/NN zu/PTKZU erlauben/VVINF ,/$, das/ART Ufer/NN "
        "zu/PTKZU bebauen/VVINF ./$.",
        see("erlauben", kind="infinitive", parent="bat", dative="dem Land"),
        see("bebauen", kind="infinitive", parent="erlauben", accusative="das Ufer", controller="dem Land"),
        clauses=3,
    ),
    case(
        "coordinated infinitives",
        "Die/ART SPD/NE verspricht/VVFIN ,/$, den/ART Lohn/NN zu/PTKZU erhöhen/VVINF und/KON die/ART Mieten/NN "
        "zu/PTKZU senken/VVINF ./$.",
        see("erhöhen", kind="infinitive", parent="verspricht", accusative="den Lohn"),
        see("senken", kind="infinitive", parent="verspricht", accusative="die Mieten", partner="erhöhen"),
        clauses=3,
    ),
    case(
        "infinitive of a predicative adjective",
        "Der/ART Kanzler/NN ist/VAFIN nicht/PTKNEG bereit/ADJD ,/$, über/APPR den/ART Vertrag/NN zu/PTKZU "
        "verhandeln/VVINF ./$.",
        see("ist", lemma="sein", predicative="bereit", negations="nicht", subject="Der Kanzler"),
        see("verhandeln", kind="infinitive", parent="ist", pp_über="den Vertrag", controller="Der Kanzler"),
        clauses=2,
    ),
    case(
        "verb-last frame before an infinitive",
        "Er/PPER weiß/VVFIN ,/$, dass/KOUS die/ART Opposition/NN plant/VVFIN ,/$, den/ART Haushalt/NN "
        "zu/PTKZU ändern/VVINF ./$.",
        see("plant", type="dass", parent="weiß", subject="die Opposition"),
        see("ändern", kind="infinitive", parent="plant", controller="die Opposition"),
        clauses=3,
    ),
]

CORRELATES = [
    case(
        "dafür dass",
        "Die/ART Grünen/NN setzen/VVFIN sich/PRF dafür/PROAV ein/PTKVZ ,/$, dass/KOUS die/ART Steuern/NN "
        "steigen/VVFIN ./$.",
        see("setzen", lemma="einsetzen", subject="Die Grünen", pp_für="dafür", fills={"dafür": "steigen"}),
        see("steigen", parent="setzen", type="dass"),
    ),
    case(
        "darauf zu",
        "Der/ART Kanzler/NN drängt/VVFIN darauf/PROAV ,/$, das/ART Abkommen/NN zu/PTKZU unterzeichnen/VVINF ./$.",
        see("drängt", pp_auf="darauf", fills={"darauf": "unterzeichnen"}),
    ),
    case(
        "es as object",
        "Die/ART Ministerin/NN lehnte/VVFIN es/PPER ab/PTKVZ ,/$, mit/APPR den/ART Rebellen/NN zu/PTKZU "
        "verhandeln/VVINF ./$.",
        see("lehnte", lemma="ablehnen", subject="Die Ministerin", accusative="es", fills={"es": "verhandeln"}),
        see("verhandeln", pp_mit="den Rebellen", parent="lehnte"),
    ),
    case(
        "es as subject",
        "Es/PPER sei/VAFIN falsch/ADJD ,/$, den/ART Kurs/NN zu/PTKZU ändern/VVINF ./$.",
        see("sei", subject="Es", predicative="falsch", fills={"Es": "ändern"}, mood="konjunktiv1"),
    ),
    case(
        "für möglich halten",
        "Er/PPER hält/VVFIN es/PPER für/APPR möglich/ADJD ,/$, dass/KOUS die/ART Wahl/NN verschoben/VVPP "
        "wird/VAFIN ./$.",
        see("hält", subject="Er", accusative="es", predicative="möglich", fills={"es": "verschoben"}),
        see("verschoben", voice="passive", subject="die Wahl", parent="hält"),
    ),
    case(
        "impersonal passive",
        "Es/PPER wird/VAFIN gefordert/VVPP ,/$, dass/KOUS die/ART Mieten/NN sinken/VVFIN ./$.",
        see("wird", lemma="fordern", voice="passive", agent=None, fills={"Es": "sinken"}),
    ),
]

ADVERBIAL = [
    case(
        "wenn before the main clause",
        "Wenn/KOUS Moskau/NE angreift/VVFIN ,/$, wird/VAFIN die/ART NATO/NE antworten/VVINF ./$.",
        see(
            "angreift",
            kind="adverbial",
            subtype="conditional",
            order="vl",
            parent="wird",
            subject="Moskau",
            lemma="angreifen",
        ),
        see("wird", kind="main", order="v2", tense="future", subject="die NATO", prefield="Wenn Moskau angreift"),
        clauses=2,
    ),
    case(
        "falls behind the main clause",
        "Die/ART NATO/NE antwortet/VVFIN ,/$, falls/KOUS Moskau/NE angreift/VVFIN ./$.",
        see("angreift", kind="adverbial", subtype="conditional", parent="antwortet"),
    ),
    case(
        "sollte",
        "Sollte/VMFIN Moskau/NE angreifen/VVINF ,/$, werde/VAFIN die/ART NATO/NE antworten/VVINF ./$.",
        see(
            "Sollte",
            kind="adverbial",
            type="v1",
            order="v1",
            subtype="conditional",
            parent="werde",
            subject="Moskau",
            lemma="angreifen",
            modals=("sollen",),
        ),
        see("werde", kind="main", order="v2", subject="die NATO", mood="konjunktiv1", lemma="antworten"),
        clauses=2,
    ),
    case(
        "verb-first condition with a particle",
        "Greift/VVFIN Moskau/NE an/PTKVZ ,/$, antwortet/VVFIN die/ART NATO/NE ./$.",
        see("Greift", kind="adverbial", subtype="conditional", order="v1", lemma="angreifen", parent="antwortet"),
        see("antwortet", kind="main", subject="die NATO"),
        clauses=2,
    ),
    case(
        "verb-first condition with dann",
        "Hätte/VAFIN der/ART Kanzler/NN gezögert/VVPP ,/$, dann/ADV wäre/VAFIN der/ART Plan/NN gescheitert/VVPP ./$.",
        see("Hätte", kind="adverbial", subtype="conditional", order="v1", parent="wäre", mood="konjunktiv2"),
        see("wäre", kind="main", order="v2", subject="der Plan"),
        clauses=2,
    ),
    case(
        "sollte inside a report",
        "Der/ART Minister/NN sagte/VVFIN ,/$, sollte/VMFIN Moskau/NE angreifen/VVINF ,/$, werde/VAFIN die/ART NATO/NE "
        "antworten/VVINF ./$.",
        see("sollte", kind="adverbial", subtype="conditional", parent="werde"),
        see("werde", kind="complement", type="v2", parent="sagte", subject="die NATO"),
        clauses=3,
    ),
    case(
        "wenn inside a report",
        "Der/ART Minister/NN sagte/VVFIN ,/$, wenn/KOUS Moskau/NE angreife/VVFIN ,/$, werde/VAFIN die/ART NATO/NE "
        "antworten/VVINF ./$.",
        see("angreife", kind="adverbial", subtype="conditional", parent="werde"),
        see("werde", kind="complement", type="v2", parent="sagte", subject="die NATO", mood="konjunktiv1"),
        clauses=3,
    ),
    case(
        "wenn inside a dass-clause",
        "Der/ART Minister/NN sagte/VVFIN ,/$, dass/KOUS ,/$, wenn/KOUS Moskau/NE angreife/VVFIN ,/$, die/ART NATO/NE "
        "antworten/VVINF werde/VAFIN ./$.",
        see("angreife", kind="adverbial", subtype="conditional", parent="werde"),
        see(
            "werde",
            kind="complement",
            type="dass",
            parent="sagte",
            subject="die NATO",
            words="dass die NATO antworten werde",
        ),
        clauses=3,
    ),
    case(
        "weil",
        "Die/ART Partei/NN lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ,/$, weil/KOUS er/PPER zu/PTKA teuer/ADJD "
        "ist/VAFIN ./$.",
        see("ist", kind="adverbial", subtype="causal", parent="lehnt", predicative="teuer", subject="er"),
    ),
    case(
        "obwohl",
        "Obwohl/KOUS die/ART Kosten/NN steigen/VVFIN ,/$, hält/VVFIN die/ART Bahn/NN an/APPR dem/ART Projekt/NN "
        "fest/PTKVZ ./$.",
        see("steigen", kind="adverbial", subtype="concessive", parent="hält"),
        see("hält", lemma="festhalten", pp_an="dem Projekt", subject="die Bahn"),
    ),
    case(
        "nachdem",
        "Der/ART Kanzler/NN reiste/VVFIN ab/PTKVZ ,/$, nachdem/KOUS die/ART Gespräche/NN gescheitert/VVPP "
        "waren/VAFIN ./$.",
        see("waren", kind="adverbial", subtype="temporal", tense="pluperfect", parent="reiste"),
        see("reiste", lemma="abreisen"),
    ),
    case(
        "weil between frame and complement",
        "Der/ART Minister/NN sagte/VVFIN ,/$, weil/KOUS die/ART Zeit/NN dränge/VVFIN ,/$, dass/KOUS er/PPER "
        "handle/VVFIN ./$.",
        see("handle", type="dass", parent="sagte"),
    ),
    case(
        "nur wenn",
        "Kiew/NE stimmt/VVFIN nur/ADV zu/PTKVZ ,/$, wenn/KOUS Moskau/NE die/ART Truppen/NN abzieht/VVFIN ./$.",
        see("abzieht", subtype="conditional", parent="stimmt", subject="Moskau", accusative="die Truppen"),
        see("stimmt", lemma="zustimmen"),
    ),
]

RELATIVE = [
    case(
        "subject pronoun in the prefield",
        "Merz/NE ,/$, der/PRELS den/ART Vorschlag/NN ablehnte/VVFIN ,/$, verließ/VVFIN den/ART Saal/NN ./$.",
        see(
            "ablehnte",
            kind="relative",
            antecedent="Merz",
            subject="der",
            accusative="den Vorschlag",
            parent="verließ",
            introducer="der",
        ),
        see(
            "verließ",
            kind="main",
            order="v2",
            subject="Merz",
            accusative="den Saal",
            prefield="Merz , der den Vorschlag ablehnte",
        ),
        clauses=2,
    ),
    case(
        "postfield",
        "Der/ART Kanzler/NN lobte/VVFIN die/ART Soldaten/NN ,/$, die/PRELS Kiew/NE verteidigen/VVFIN ./$.",
        see("verteidigen", kind="relative", antecedent="Soldaten", subject="die", accusative="Kiew", parent="lobte"),
        see("lobte", accusative="die Soldaten"),
    ),
    case(
        "with preposition",
        "Die/ART Studie/NN ,/$, auf/APPR die/PRELS sich/PRF der/ART Minister/NN beruft/VVFIN ,/$, ist/VAFIN "
        "alt/ADJD ./$.",
        see("beruft", kind="relative", antecedent="Studie", subject="der Minister", pp_auf="die", introducer="die"),
        see("ist", subject="Die Studie", predicative="alt"),
    ),
    case(
        "object pronoun",
        "Der/ART Vorschlag/NN ,/$, den/PRELS die/ART SPD/NE gemacht/VVPP hat/VAFIN ,/$, findet/VVFIN keine/PIAT "
        "Mehrheit/NN ./$.",
        see("gemacht", kind="relative", subject="die SPD", accusative="den", tense="perfect", antecedent="Vorschlag"),
        see("findet", subject="Der Vorschlag", accusative="keine Mehrheit", negations="keine"),
    ),
    case(
        "alles was",
        "Alles/PIS ,/$, was/PRELS der/ART Minister/NN sagte/VVFIN ,/$, war/VAFIN falsch/ADJD ./$.",
        see("sagte", kind="relative", antecedent="Alles", subject="der Minister", accusative="was"),
        see("war", subject="Alles", predicative="falsch"),
    ),
    case(
        "deren",
        "Die/ART Kommission/NN ,/$, deren/PRELAT Präsidentin/NN das/ART Abkommen/NN verteidigte/VVFIN ,/$, "
        "schweigt/VVFIN ./$.",
        see(
            "verteidigte",
            kind="relative",
            antecedent="Kommission",
            subject="deren Präsidentin",
            accusative="das Abkommen",
        ),
        see("schweigt", subject="Die Kommission"),
    ),
    case(
        "verb behind the relative clause",
        "Der/ART Bundestag/NN hat/VAFIN das/ART Gesetz/NN ,/$, das/PRELS die/ART Union/NN wollte/VMFIN ,/$, "
        "abgelehnt/VVPP ./$.",
        see("hat", lemma="ablehnen", tense="perfect", accusative="das Gesetz", right="abgelehnt"),
        see("wollte", kind="relative", antecedent="Gesetz", subject="die Union", accusative="das"),
        clauses=2,
    ),
    case(
        "particle behind the relative clause",
        "Der/ART Bundestag/NN lehnte/VVFIN das/ART Gesetz/NN ,/$, das/PRELS die/ART Union/NN wollte/VMFIN ,/$, "
        "ab/PTKVZ ./$.",
        see("lehnte", lemma="ablehnen", accusative="das Gesetz", right="ab"),
        clauses=2,
    ),
    case(
        "inside a dass-clause",
        "Merz/NE sagte/VVFIN ,/$, dass/KOUS das/ART Gesetz/NN ,/$, das/PRELS die/ART Union/NN wollte/VMFIN ,/$, "
        "scheitern/VVINF werde/VAFIN ./$.",
        see("scheitern", type="dass", parent="sagte", subject="das Gesetz", tense="future"),
        see("wollte", kind="relative", antecedent="Gesetz", parent="scheitern"),
        clauses=3,
    ),
    case(
        "rest of the middle field",
        "Am/APPRART Montag/NN forderte/VVFIN der/ART Kanzler/NN ,/$, der/PRELS die/ART Lage/NN kennt/VVFIN ,/$, "
        "ein/ART "
        "Verbot/NN ./$.",
        see("forderte", subject="der Kanzler", accusative="ein Verbot"),
        see("kennt", kind="relative", words="der die Lage kennt"),
        clauses=2,
    ),
    case(
        "in the prefield of a report",
        "Der/ART Zeuge/NN sagte/VVFIN ,/$, die/ART Firma/NN ,/$, die/PRELS die/ART Lage/NN kennt/VVFIN ,/$, habe/VAFIN "
        "geschwiegen/VVPP ./$.",
        see("habe", kind="complement", type="v2", parent="sagte", subject="die Firma", lemma="schweigen"),
        see("kennt", kind="relative", antecedent="Firma", parent="habe"),
        see("sagte", words="Der Zeuge sagte"),
        clauses=3,
    ),
    case(
        "two relative clauses",
        "Die/ART Partei/NN lobte/VVFIN den/ART Mann/NN ,/$, der/PRELS die/ART Bank/NN leitet/VVFIN und/KON der/PRELS "
        "das/ART Land/NN kennt/VVFIN ./$.",
        see("leitet", kind="relative", antecedent="Mann", accusative="die Bank"),
        see("kennt", kind="relative", antecedent="Mann", accusative="das Land", partner="leitet"),
        clauses=3,
    ),
    case(
        "antecedent before a genitive and a place",
        "Die/ART Chefin/NN des/ART Verbands/NN in/APPR Kiel/NE ,/$, die/PRELS das/ART Verbot/NN ablehnt/VVFIN ,/$, "
        "schwieg/VVFIN ./$.",
        see("ablehnt", kind="relative", antecedent="Chefin", subject="die"),
    ),
]


@pytest.mark.parametrize("item", COMPLEMENTS)
def test_complement_clauses(item: Case) -> None:
    item.check()


@pytest.mark.parametrize("item", INFINITIVES)
def test_zu_infinitives(item: Case) -> None:
    item.check()


@pytest.mark.parametrize("item", CORRELATES)
def test_correlates_stand_for_their_clause(item: Case) -> None:
    item.check()


@pytest.mark.parametrize("item", ADVERBIAL)
def test_adverbial_clauses(item: Case) -> None:
    item.check()


@pytest.mark.parametrize("item", RELATIVE)
def test_relative_clauses(item: Case) -> None:
    item.check()
