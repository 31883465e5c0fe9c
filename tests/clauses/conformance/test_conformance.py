"""The same sentences and the same expectations through all sources: fields, TIGER labels, UD labels."""

from __future__ import annotations

import pytest

from tests.clauses.conformance.parsed import Case, case
from tests.clauses.tagged import see

SIMPLE = [
    *case(
        "subject and object",
        "Die/ART/SPD:nk/SPD:det SPD/NE/fordert:sb/fordert:nsubj fordert/VVFIN/^:ROOT/^:root "
        "ein/ART/Verbot:nk/Verbot:det "
        "Verbot/NN/fordert:oa/fordert:obj ./$.",
        see("fordert", kind="main", order="v2", subject="Die SPD", accusative="ein Verbot", lemma="fordern"),
        see("fordert", prefield="Die SPD", left="fordert", middle="ein Verbot", right=None),
        clauses=1,
    ),
    *case(
        "separated particle",
        "Merz/NE/lehnt:sb/lehnt:nsubj lehnt/VVFIN/^:ROOT/^:root den/ART/Plan:nk/Plan:det Plan/NN/lehnt:oa/lehnt:obj "
        "ab/PTKVZ/lehnt:svp/lehnt:compound:prt ./$.",
        see("lehnt", lemma="ablehnen", subject="Merz", accusative="den Plan", right="ab", verbal="lehnt ab"),
        clauses=1,
    ),
    *case(
        "object before the verb",
        "Den/ART/Vorschlag:nk/Vorschlag:det Vorschlag/NN/kritisierte:oa/kritisierte:obj "
        "kritisierte/VVFIN/^:ROOT/^:root die/ART/SPD:nk/SPD:det SPD/NE/kritisierte:sb/kritisierte:nsubj ./$.",
        see("kritisierte", subject="die SPD", accusative="Den Vorschlag", prefield="Den Vorschlag"),
        clauses=1,
    ),
    *case(
        "perfect",
        "Die/ART/Ministerin:nk/Ministerin:det Ministerin/NN/hat:sb/abgelehnt:nsubj hat/VAFIN/^:ROOT/abgelehnt:aux "
        "den/ART/Plan:nk/Plan:det Plan/NN/abgelehnt:oa/abgelehnt:obj abgelehnt/VVPP/hat:oc/^:root ./$.",
        see("hat", lemma="ablehnen", tense="perfect", auxiliaries=("haben",), subject="Die Ministerin"),
        see("hat", accusative="den Plan", left="hat", middle="den Plan", right="abgelehnt"),
        clauses=1,
    ),
    *case(
        "modal verb",
        "Die/ART/Union:nk/Union:det Union/NE/will:sb/senken:nsubj will/VMFIN/^:ROOT/senken:aux "
        "die/ART/Steuern:nk/Steuern:det Steuern/NN/senken:oa/senken:obj senken/VVINF/will:oc/^:root ./$.",
        see("will", lemma="senken", modals=("wollen",), subject="Die Union", accusative="die Steuern"),
        clauses=1,
    ),
    *case(
        "würde",
        "Die/ART/Union:nk/Union:det Union/NE/würde:sb/zustimmen:nsubj würde/VAFIN/^:ROOT/zustimmen:aux "
        "dem/ART/Antrag:nk/Antrag:det Antrag/NN/zustimmen:da/zustimmen:iobj zustimmen/VVINF/würde:oc/^:root ./$.",
        see("würde", lemma="zustimmen", wuerde=True, mood="konjunktiv2", dative="dem Antrag"),
        clauses=1,
    ),
    *case(
        "werden passive with agent",
        "Der/ART/Antrag:nk/Antrag:det Antrag/NN/wurde:sb/abgelehnt:nsubj:pass wurde/VAFIN/^:ROOT/abgelehnt:aux:pass "
        "von/APPR/abgelehnt:sbp/Union:case der/ART/Union:nk/Union:det Union/NE/von:nk/abgelehnt:obl:agent "
        "abgelehnt/VVPP/wurde:oc/^:root ./$.",
        see("wurde", lemma="ablehnen", voice="passive", subject="Der Antrag", agent="der Union", accusative=None),
        clauses=1,
    ),
    *case(
        "recipient passive",
        "Der/ART/Minister:nk/Minister:det Minister/NN/bekam:sb/vorgeworfen:nsubj:pass "
        "bekam/VVFIN/^:ROOT/vorgeworfen:aux:pass Untreue/NN/vorgeworfen:oa/vorgeworfen:obj "
        "vorgeworfen/VVPP/bekam:oc/^:root ./$.",
        see("bekam", lemma="vorwerfen", voice="recipient", subject="Der Minister", accusative="Untreue"),
        clauses=1,
    ),
    *case(
        "modal passive",
        "Die/ART/Steuer:nk/Steuer:det Steuer/NN/muss:sb/gesenkt:nsubj:pass muss/VMFIN/^:ROOT/gesenkt:aux "
        "gesenkt/VVPP/werden:oc/^:root werden/VAINF/muss:oc/gesenkt:aux:pass ./$.",
        see("muss", lemma="senken", modals=("müssen",), voice="passive", subject="Die Steuer"),
        clauses=1,
    ),
    *case(
        "dative and accusative",
        "Die/ART/Opposition:nk/Opposition:det Opposition/NN/wirft:sb/wirft:nsubj wirft/VVFIN/^:ROOT/^:root "
        "dem/ART/Minister:nk/Minister:det Minister/NN/wirft:da/wirft:iobj Untreue/NN/wirft:oa/wirft:obj "
        "vor/PTKVZ/wirft:svp/wirft:compound:prt ./$.",
        see("wirft", lemma="vorwerfen", subject="Die Opposition", dative="dem Minister", accusative="Untreue"),
        clauses=1,
    ),
    *case(
        "genitive object",
        "Der/ART/Anwalt:nk/Anwalt:det Anwalt/NN/bezichtigte:sb/bezichtigte:nsubj bezichtigte/VVFIN/^:ROOT/^:root "
        "den/ART/Zeugen:nk/Zeugen:det Zeugen/NN/bezichtigte:oa/bezichtigte:obj der/ART/Lüge:nk/Lüge:det "
        "Lüge/NN/bezichtigte:og/bezichtigte:obl:arg ./$.",
        see("bezichtigte", subject="Der Anwalt", accusative="den Zeugen", genitive="der Lüge"),
        clauses=1,
    ),
    *case(
        "copula and adjective",
        "Der/ART/Plan:nk/Plan:det Plan/NN/ist:sb/unrealistisch:nsubj ist/VAFIN/^:ROOT/unrealistisch:cop "
        "nicht/PTKNEG/ist:ng/unrealistisch:advmod unrealistisch/ADJD/ist:pd/^:root ./$.",
        see("ist", lemma="sein", subject="Der Plan", predicative="unrealistisch", negations="nicht"),
        clauses=1,
    ),
    *case(
        "copula and noun",
        "Der/ART/Vorschlag:nk/Vorschlag:det Vorschlag/NN/bleibt:sb/bleibt:nsubj bleibt/VVFIN/^:ROOT/^:root "
        "ein/ART/Fehler:nk/Fehler:det Fehler/NN/bleibt:pd/bleibt:xcomp ./$.",
        see("bleibt", lemma="bleiben", subject="Der Vorschlag", predicative="ein Fehler"),
        clauses=1,
    ),
    *case(
        "copula with infinitive of necessity",
        "Der/ART/Antrag:nk/Antrag:det Antrag/NN/ist:sb/abzulehnen:nsubj ist/VAFIN/^:ROOT/abzulehnen:aux "
        "abzulehnen/VVIZU/ist:oc/^:root ./$.",
        see("ist", lemma="ablehnen", voice="passive", subject="Der Antrag"),
        clauses=1,
    ),
    *case(
        "lassen",
        "Der/ART/Minister:nk/Minister:det Minister/NN/lässt:sb/lässt:nsubj lässt/VVFIN/^:ROOT/^:root "
        "den/ART/Plan:nk/Plan:det Plan/NN/prüfen:oa/prüfen:obj prüfen/VVINF/lässt:oc/lässt:xcomp ./$.",
        see("lässt", lemma="prüfen", modals=("lassen",), subject="Der Minister", accusative="den Plan"),
        clauses=1,
    ),
    *case(
        "als phrase",
        "Die/ART/Union:nk/Union:det Union/NE/bezeichnete:sb/bezeichnete:nsubj bezeichnete/VVFIN/^:ROOT/^:root "
        "den/ART/Plan:nk/Plan:det Plan/NN/bezeichnete:oa/bezeichnete:obj als/KOKOM/falsch:cm/falsch:case "
        "falsch/ADJD/bezeichnete:mo/bezeichnete:xcomp ./$.",
        see("bezeichnete", subject="Die Union", accusative="den Plan", als="falsch"),
        clauses=1,
    ),
    *case(
        "als and noun",
        "Die/ART/Union:nk/Union:det Union/NE/bezeichnete:sb/bezeichnete:nsubj bezeichnete/VVFIN/^:ROOT/^:root "
        "den/ART/Plan:nk/Plan:det Plan/NN/bezeichnete:oa/bezeichnete:obj als/APPR/bezeichnete:mo/Fehler:case "
        "Fehler/NN/als:nk/bezeichnete:xcomp ./$.",
        see("bezeichnete", subject="Die Union", accusative="den Plan", als="Fehler"),
        clauses=1,
    ),
    *case(
        "für and adjective",
        "Die/ART/Union:nk/Union:det Union/NE/hält:sb/hält:nsubj hält/VVFIN/^:ROOT/^:root "
        "den/ART/Plan:nk/Plan:det Plan/NN/hält:oa/hält:obj für/APPR/hält:mo/falsch:case "
        "falsch/ADJD/für:nk/hält:xcomp ./$.",
        see("hält", subject="Die Union", accusative="den Plan", predicative="falsch"),
        clauses=1,
    ),
    *case(
        "reflexive verb with governed preposition",
        "Die/ART/Union:nk/Union:det Union/NE/sprach:sb/sprach:nsubj sprach/VVFIN/^:ROOT/^:root "
        "sich/PRF/sprach:oa/sprach:expl:pv "
        "gegen/APPR/sprach:op/Verbote:case Verbote/NN/gegen:nk/sprach:obl "
        "aus/PTKVZ/sprach:svp/sprach:compound:prt ./$.",
        see("sprach", lemma="aussprechen", subject="Die Union", accusative=None, pp_gegen="Verbote"),
        clauses=1,
    ),
    *case(
        "yes-no question",
        "Lehnt/VVFIN/^:ROOT/^:root Berlin/NE/Lehnt:sb/Lehnt:nsubj den/ART/Plan:nk/Plan:det "
        "Plan/NN/Lehnt:oa/Lehnt:obj "
        "ab/PTKVZ/Lehnt:svp/Lehnt:compound:prt ?/$.",
        see("Lehnt", order="v1", question=True, lemma="ablehnen", subject="Berlin", accusative="den Plan"),
        clauses=1,
    ),
    *case(
        "accusative of time",
        "Die/ART/Union:nk/Union:det Union/NE/lehnte:sb/lehnte:nsubj lehnte/VVFIN/^:ROOT/^:root "
        "vergangene/ADJA/Woche:nk/Woche:amod Woche/NN/lehnte:mo/lehnte:obl den/ART/Plan:nk/Plan:det "
        "Plan/NN/lehnte:oa/lehnte:obj ab/PTKVZ/lehnte:svp/lehnte:compound:prt ./$.",
        see("lehnte", subject="Die Union", accusative="den Plan", lemma="ablehnen"),
        clauses=1,
    ),
]

PHRASES = [
    *case(
        "genitive attribute",
        "Der/ART/Sprecher:nk/Sprecher:det Sprecher/NN/warnte:sb/warnte:nsubj der/ART/Partei:nk/Partei:det "
        "Partei/NN/Sprecher:ag/Sprecher:nmod warnte/VVFIN/^:ROOT/^:root ./$.",
        see("warnte", subject="Der Sprecher der Partei"),
        clauses=1,
    ),
    *case(
        "genitive name before its noun",
        "Trumps/NE/Regierung:ag/Regierung:nmod:poss Regierung/NN/lehnt:sb/lehnt:nsubj lehnt/VVFIN/^:ROOT/^:root "
        "den/ART/Plan:nk/Plan:det Plan/NN/lehnt:oa/lehnt:obj ab/PTKVZ/lehnt:svp/lehnt:compound:prt ./$.",
        see("lehnt", subject="Trumps Regierung", accusative="den Plan"),
        clauses=1,
    ),
    *case(
        "title and name",
        "Bundeskanzler/NN/Merz:nk/lehnt:nsubj Friedrich/NE/Merz:pnc/Bundeskanzler:appos "
        "Merz/NE/lehnt:sb/Friedrich:flat:name "
        "lehnt/VVFIN/^:ROOT/^:root das/PDS/lehnt:oa/lehnt:obj ab/PTKVZ/lehnt:svp/lehnt:compound:prt ./$.",
        see("lehnt", subject="Bundeskanzler Friedrich Merz", accusative="das"),
        clauses=1,
    ),
    *case(
        "attributive participle with its group",
        "Die/ART/Regierung:nk/Regierung:det von/APPR/gestützte:mo/USA:case den/ART/USA:nk/USA:det "
        "USA/NE/von:nk/gestützte:obl gestützte/ADJA/Regierung:nk/Regierung:amod "
        "Regierung/NN/fordert:sb/fordert:nsubj fordert/VVFIN/^:ROOT/^:root Hilfe/NN/fordert:oa/fordert:obj ./$.",
        see("fordert", subject="Die von den USA gestützte Regierung", accusative="Hilfe"),
        clauses=1,
    ),
    *case(
        "prepositional phrase on a noun",
        "Die/ART/Forderung:nk/Forderung:det Forderung/NN/wurde:sb/laut:nsubj nach/APPR/Forderung:mnr/Geld:case "
        "Geld/NN/nach:nk/Forderung:nmod wurde/VAFIN/^:ROOT/laut:cop laut/ADJD/wurde:pd/^:root ./$.",
        see("wurde", subject="Die Forderung nach Geld", predicative="laut"),
        clauses=1,
    ),
    *case(
        "laut and name",
        "Laut/APPR/steigen:mo/Bericht:case Bericht/NN/Laut:nk/steigen:obl steigen/VVFIN/^:ROOT/^:root "
        "die/ART/Preise:nk/Preise:det Preise/NN/steigen:sb/steigen:nsubj ./$.",
        see("steigen", subject="die Preise", pp_laut="Bericht", prefield="Laut Bericht"),
        clauses=1,
    ),
    *case(
        "postposition",
        "Dem/ART/Bericht:nk/Bericht:det Bericht/NN/zufolge:nk/steigen:obl zufolge/APPO/steigen:mo/Bericht:case "
        "steigen/VVFIN/^:ROOT/^:root die/ART/Preise:nk/Preise:det Preise/NN/steigen:sb/steigen:nsubj ./$.",
        see("steigen", subject="die Preise", pp_zufolge="Dem Bericht"),
        clauses=1,
    ),
    *case(
        "coordinated subjects",
        "Die/ART/SPD:nk/SPD:det SPD/NE/fordern:sb/fordern:nsubj und/KON/SPD:cd/Grünen:cc "
        "die/ART/Grünen:nk/Grünen:det "
        "Grünen/NN/und:cj/SPD:conj fordern/VVFIN/^:ROOT/^:root ein/ART/Verbot:nk/Verbot:det "
        "Verbot/NN/fordern:oa/fordern:obj ./$.",
        see("fordern", conjuncts=["Die SPD", "die Grünen"], accusative="ein Verbot"),
        clauses=1,
    ),
    *case(
        "three coordinated subjects",
        "SPD/NE/stimmten:sb/stimmten:nsubj ,/$, Grüne/NN/SPD:cj/SPD:conj und/KON/Grüne:cd/Linke:cc "
        "Linke/NN/und:cj/SPD:conj stimmten/VVFIN/^:ROOT/^:root dem/ART/Antrag:nk/Antrag:det "
        "Antrag/NN/stimmten:da/stimmten:iobj zu/PTKVZ/stimmten:svp/stimmten:compound:prt ./$.",
        see("stimmten", lemma="zustimmen", conjuncts=["SPD", "Grüne", "Linke"], dative="dem Antrag"),
        clauses=1,
    ),
    *case(
        "negated quantifier",
        "Nicht/PTKNEG/Länder:ng/Länder:advmod alle/PIAT/Länder:nk/Länder:det Länder/NN/lehnen:sb/lehnen:nsubj "
        "lehnen/VVFIN/^:ROOT/^:root das/PDS/lehnen:oa/lehnen:obj ab/PTKVZ/lehnen:svp/lehnen:compound:prt ./$.",
        see("lehnen", subject="Nicht alle Länder", accusative="das", lemma="ablehnen"),
        clauses=1,
    ),
]

SUBORDINATE = [
    *case(
        "dass",
        "Merz/NE/sagte:sb/sagte:nsubj sagte/VVFIN/^:ROOT/^:root ,/$, dass/KOUS/müsse:cp/gesenkt:mark "
        "die/ART/Steuer:nk/Steuer:det Steuer/NN/müsse:sb/gesenkt:nsubj:pass gesenkt/VVPP/werden:oc/sagte:ccomp "
        "werden/VAINF/müsse:oc/gesenkt:aux:pass müsse/VMFIN/sagte:oc/gesenkt:aux ./$.",
        see("sagte", subject="Merz", postfield="dass die Steuer gesenkt werden müsse"),
        see("müsse", kind="complement", type="dass", order="vl", parent="sagte", subject="die Steuer", lemma="senken"),
        see("müsse", mood="konjunktiv1", voice="passive", modals=("müssen",), right="gesenkt werden müsse"),
        clauses=2,
    ),
    *case(
        "ob",
        "Merz/NE/fragte:sb/fragte:nsubj fragte/VVFIN/^:ROOT/^:root ,/$, ob/KOUS/zustimme:cp/zustimme:mark "
        "Kiew/NE/zustimme:sb/zustimme:nsubj zustimme/VVFIN/fragte:oc/fragte:ccomp ./$.",
        see("zustimme", kind="complement", type="ob", parent="fragte", subject="Kiew", lemma="zustimmen"),
        clauses=2,
    ),
    *case(
        "w-clause",
        "Merz/NE/erklärte:sb/erklärte:nsubj erklärte/VVFIN/^:ROOT/^:root ,/$, warum/PWAV/ablehnt:mo/ablehnt:advmod "
        "die/ART/Union:nk/Union:det Union/NE/ablehnt:sb/ablehnt:nsubj das/PDS/ablehnt:oa/ablehnt:obj "
        "ablehnt/VVFIN/erklärte:oc/erklärte:ccomp ./$.",
        see("ablehnt", kind="complement", type="w", parent="erklärte", subject="die Union", lemma="ablehnen"),
        clauses=2,
    ),
    *case(
        "verb-second complement",
        "Merz/NE/sagte:sb/sagte:nsubj sagte/VVFIN/^:ROOT/^:root ,/$, die/ART/Lage:nk/Lage:det "
        "Lage/NN/sei:sb/ernst:nsubj "
        "sei/VAFIN/sagte:oc/ernst:cop ernst/ADJD/sei:pd/sagte:ccomp ./$.",
        see("sei", kind="complement", type="v2", order="v2", parent="sagte", subject="die Lage", predicative="ernst"),
        see("sei", mood="konjunktiv1"),
        clauses=2,
    ),
    *case(
        "reported speech in TIGER's own label",
        "Merz/NE/sagte:sb/sagte:nsubj sagte/VVFIN/^:ROOT/^:root ,/$, er/PPER/gehe:sb/gehe:nsubj "
        "gehe/VVFIN/sagte:rs/sagte:parataxis ./$.",
        see("gehe", kind="complement", type="v2", parent="sagte", subject="er"),
        clauses=2,
    ),
    *case(
        "infinitive with subject control",
        "Die/ART/SPD:nk/SPD:det SPD/NE/versprach:sb/versprach:nsubj versprach/VVFIN/^:ROOT/^:root ,/$, "
        "die/ART/Steuern:nk/Steuern:det Steuern/NN/senken:oa/senken:obj zu/PTKZU/senken:pm/senken:mark "
        "senken/VVINF/versprach:oc/versprach:xcomp ./$.",
        see("senken", kind="infinitive", type="zu", parent="versprach", controller="Die SPD", accusative="die Steuern"),
        see("versprach", subject="Die SPD", accusative=None),
        clauses=2,
    ),
    *case(
        "infinitive with object control",
        "Kiew/NE/forderte:sb/forderte:nsubj forderte/VVFIN/^:ROOT/^:root Berlin/NE/forderte:oa/forderte:obj "
        "auf/PTKVZ/forderte:svp/forderte:compound:prt ,/$, Waffen/NN/liefern:oa/liefern:obj "
        "zu/PTKZU/liefern:pm/liefern:mark liefern/VVINF/forderte:oc/forderte:xcomp ./$.",
        see("liefern", kind="infinitive", parent="forderte", controller="Berlin", accusative="Waffen"),
        see("forderte", lemma="auffordern", subject="Kiew", accusative="Berlin"),
        clauses=2,
    ),
    *case(
        "infinitive without comma",
        "Die/ART/SPD:nk/SPD:det SPD/NE/versprach:sb/versprach:nsubj versprach/VVFIN/^:ROOT/^:root "
        "die/ART/Steuern:nk/Steuern:det Steuern/NN/senken:oa/senken:obj zu/PTKZU/senken:pm/senken:mark "
        "senken/VVINF/versprach:oc/versprach:xcomp ./$.",
        see("senken", kind="infinitive", parent="versprach", accusative="die Steuern"),
        clauses=2,
    ),
    *case(
        "um zu",
        "Merz/NE/reist:sb/reist:nsubj reist/VVFIN/^:ROOT/^:root nach/APPR/reist:mo/Kiew:case "
        "Kiew/NE/nach:nk/reist:obl ,/$, "
        "um/KOUI/verhandeln:cp/verhandeln:mark zu/PTKZU/verhandeln:pm/verhandeln:mark "
        "verhandeln/VVINF/reist:mo/reist:advcl ./$.",
        see("verhandeln", kind="infinitive", subtype="final", introducer="um", parent="reist", controller="Merz"),
        see("reist", pp_nach="Kiew"),
        clauses=2,
    ),
    *case(
        "relative clause",
        "Merz/NE/lehnt:sb/lehnt:nsubj ,/$, der/PRELS/führt:sb/führt:nsubj die/ART/Union:nk/Union:det "
        "Union/NE/führt:oa/führt:obj führt/VVFIN/Merz:rc/Merz:acl:relcl ,/$, lehnt/VVFIN/^:ROOT/^:root "
        "das/PDS/lehnt:oa/lehnt:obj ab/PTKVZ/lehnt:svp/lehnt:compound:prt ./$.",
        see("führt", kind="relative", introducer="der", antecedent="Merz", parent="lehnt", subject="der"),
        see("lehnt", subject="Merz", lemma="ablehnen", order="v2"),
        clauses=2,
    ),
    *case(
        "relative clause behind a preposition",
        "Der/ART/Plan:nk/Plan:det Plan/NN/liegt:sb/liegt:nsubj ,/$, über/APPR/berät:op/den:case "
        "den/PRELS/über:nk/berät:obl der/ART/Rat:nk/Rat:det Rat/NN/berät:sb/berät:nsubj "
        "berät/VVFIN/Plan:rc/Plan:acl:relcl ,/$, liegt/VVFIN/^:ROOT/^:root "
        "vor/PTKVZ/liegt:svp/liegt:compound:prt ./$.",
        see("berät", kind="relative", introducer="den", antecedent="Plan", subject="der Rat", pp_über="den"),
        see("liegt", subject="Der Plan", lemma="vorliegen"),
        clauses=2,
    ),
    *case(
        "condition before the clause",
        "Wenn/KOUS/angreift:cp/angreift:mark Moskau/NE/angreift:sb/angreift:nsubj "
        "angreift/VVFIN/hilft:mo/hilft:advcl "
        ",/$, hilft/VVFIN/^:ROOT/^:root Berlin/NE/hilft:sb/hilft:nsubj ./$.",
        see("angreift", kind="adverbial", subtype="conditional", parent="hilft", lemma="angreifen"),
        see("hilft", kind="main", order="v2", subject="Berlin", prefield="Wenn Moskau angreift"),
        clauses=2,
    ),
    *case(
        "verb-first condition",
        "Sollte/VMFIN/hilft:mo/angreifen:aux Moskau/NE/Sollte:sb/angreifen:nsubj "
        "angreifen/VVINF/Sollte:oc/hilft:advcl "
        ",/$, hilft/VVFIN/^:ROOT/^:root Berlin/NE/hilft:sb/hilft:nsubj ./$.",
        see("Sollte", kind="adverbial", type="v1", subtype="conditional", parent="hilft", lemma="angreifen"),
        see("hilft", kind="main", order="v2", subject="Berlin"),
        clauses=2,
    ),
    *case(
        "cause",
        "Merz/NE/zögert:sb/zögert:nsubj zögert/VVFIN/^:ROOT/^:root ,/$, weil/KOUS/fehlt:cp/fehlt:mark "
        "das/ART/Geld:nk/Geld:det Geld/NN/fehlt:sb/fehlt:nsubj fehlt/VVFIN/zögert:mo/zögert:advcl ./$.",
        see("fehlt", kind="adverbial", subtype="causal", parent="zögert", subject="das Geld"),
        clauses=2,
    ),
    *case(
        "pronominal adverb before its clause",
        "Merz/NE/wirbt:sb/wirbt:nsubj wirbt/VVFIN/^:ROOT/^:root dafür/PROAV/wirbt:op/wirbt:obl ,/$, "
        "dass/KOUS/zustimmt:cp/zustimmt:mark Kiew/NE/zustimmt:sb/zustimmt:nsubj "
        "zustimmt/VVFIN/dafür:re/wirbt:ccomp ./$.",
        see("wirbt", fills={"dafür": "zustimmt"}, pp_für="dafür"),
        see("zustimmt", kind="complement", type="dass", parent="wirbt"),
        clauses=2,
    ),
    *case(
        "es before its clause",
        "Es/PPER/ist:ep/wichtig:expl ist/VAFIN/^:ROOT/wichtig:cop wichtig/ADJD/ist:pd/^:root ,/$, "
        "dass/KOUS/zustimmt:cp/zustimmt:mark Kiew/NE/zustimmt:sb/zustimmt:nsubj "
        "zustimmt/VVFIN/ist:sb/wichtig:csubj ./$.",
        see("ist", subject="Es", predicative="wichtig", fills={"Es": "zustimmt"}),
        see("zustimmt", kind="complement", type="dass", parent="ist", subject="Kiew"),
        clauses=2,
    ),
    *case(
        "clause on a noun",
        "Die/ART/Forderung:nk/Forderung:det Forderung/NN/kommt:sb/kommt:nsubj ,/$, dass/KOUS/hilft:cp/hilft:mark "
        "Berlin/NE/hilft:sb/hilft:nsubj hilft/VVFIN/Forderung:oc/Forderung:acl ,/$, kommt/VVFIN/^:ROOT/^:root "
        "aus/APPR/kommt:mo/Kiew:case Kiew/NE/aus:nk/kommt:obl ./$.",
        see("hilft", kind="complement", type="dass", antecedent="Forderung", parent="kommt"),
        see("kommt", subject="Die Forderung", pp_aus="Kiew"),
        clauses=2,
    ),
    *case(
        "infinitive on an adjective",
        "Die/ART/USA:nk/USA:det USA/NE/sind:sb/bereit:nsubj sind/VAFIN/^:ROOT/bereit:cop "
        "nicht/PTKNEG/sind:ng/bereit:advmod "
        "bereit/ADJD/sind:pd/^:root zu/PTKZU/zahlen:pm/zahlen:mark zahlen/VVINF/bereit:oc/bereit:xcomp ./$.",
        see("sind", subject="Die USA", predicative="bereit", negations="nicht"),
        see("zahlen", kind="infinitive", parent="sind", controller="Die USA"),
        clauses=2,
    ),
]

REPORTS = [
    *case(
        "report behind its content",
        "Die/ART/Steuer:nk/Steuer:det Steuer/NN/müsse:sb/sinken:nsubj müsse/VMFIN/sagte:oc/sinken:aux "
        "sinken/VVINF/müsse:oc/sagte:ccomp ,/$, sagte/VVFIN/^:ROOT/^:root Merz/NE/sagte:sb/sagte:nsubj ./$.",
        see("müsse", kind="main", order="v2", lemma="sinken", subject="Die Steuer", parent=None),
        see("sagte", kind="parenthesis", type="v1", parent="müsse", subject="Merz"),
        clauses=2,
    ),
    *case(
        "report inside its content",
        "Die/ART/Steuer:nk/Steuer:det Steuer/NN/müsse:sb/sinken:nsubj ,/$, sagte/VVFIN/müsse:par/sinken:parataxis "
        "Merz/NE/sagte:sb/sagte:nsubj ,/$, müsse/VMFIN/^:ROOT/sinken:aux sinken/VVINF/müsse:oc/^:root ./$.",
        see("müsse", kind="main", order="v2", lemma="sinken", subject="Die Steuer", parent=None),
        see("sagte", kind="parenthesis", type="v1", parent="müsse", subject="Merz"),
        clauses=2,
    ),
    *case(
        "so and name",
        "Die/ART/Steuer:nk/Steuer:det Steuer/NN/müsse:sb/sinken:nsubj ,/$, so/ADV/Merz:mo/Merz:advmod "
        "Merz/NE/müsse:par/sinken:parataxis ,/$, müsse/VMFIN/^:ROOT/sinken:aux sinken/VVINF/müsse:oc/^:root ./$.",
        see("müsse", kind="main", lemma="sinken", subject="Die Steuer", words="Die Steuer müsse sinken"),
        see("Merz", kind="parenthesis", type="main", parent="müsse", words="so Merz"),
        clauses=2,
    ),
    *case(
        "wie X sagte",
        "Wie/PWAV/mitteilte:mo/mitteilte:advmod der/ART/Sprecher:nk/Sprecher:det "
        "Sprecher/NN/mitteilte:sb/mitteilte:nsubj "
        "mitteilte/VVFIN/steigt:mo/steigt:advcl ,/$, steigt/VVFIN/^:ROOT/^:root die/ART/Steuer:nk/Steuer:det "
        "Steuer/NN/steigt:sb/steigt:nsubj ./$.",
        see("mitteilte", kind="parenthesis", type="w", parent="steigt", subject="der Sprecher", lemma="mitteilen"),
        see("steigt", kind="main", order="v2", subject="die Steuer"),
        clauses=2,
    ),
    *case(
        "quotation before its frame",
        "„/$( Wir/PPER/lehnen:sb/lehnen:nsubj lehnen/VVFIN/sagte:oc/sagte:ccomp das/PDS/lehnen:oa/lehnen:obj "
        "ab/PTKVZ/lehnen:svp/lehnen:compound:prt “/$( ,/$, sagte/VVFIN/^:ROOT/^:root "
        "Merz/NE/sagte:sb/sagte:nsubj ./$.",
        see("lehnen", kind="main", quoted=True, lemma="ablehnen", subject="Wir", accusative="das", parent=None),
        see("sagte", kind="main", order="v2", quoted=False, subject="Merz", words="sagte Merz"),
        clauses=2,
    ),
    *case(
        "quotation whose frame is a parataxis",
        "„/$( Wir/PPER/lehnen:sb/lehnen:nsubj lehnen/VVFIN/^:ROOT/^:root das/PDS/lehnen:oa/lehnen:obj "
        "ab/PTKVZ/lehnen:svp/lehnen:compound:prt “/$( ,/$, sagte/VVFIN/lehnen:par/lehnen:parataxis "
        "Merz/NE/sagte:sb/sagte:nsubj ./$.",
        see("lehnen", kind="main", quoted=True, lemma="ablehnen", subject="Wir", parent=None),
        see("sagte", kind="main", order="v2", quoted=False, subject="Merz", parent=None),
        clauses=2,
    ),
    *case(
        "quotation behind a colon",
        "Merz/NE/sagte:sb/sagte:nsubj sagte/VVFIN/^:ROOT/^:root :/$. „/$( Wir/PPER/lehnen:sb/lehnen:nsubj "
        "lehnen/VVFIN/sagte:oc/sagte:ccomp das/PDS/lehnen:oa/lehnen:obj ab/PTKVZ/lehnen:svp/lehnen:compound:prt "
        "./$. “/$(",
        see("sagte", kind="main", order="v2", subject="Merz", quoted=False),
        see("lehnen", kind="main", quoted=True, subject="Wir", accusative="das", order="v2", parent=None),
        clauses=2,
    ),
    *case(
        "statement behind a colon",
        "Merz/NE/warnte:sb/warnte:nsubj warnte/VVFIN/^:ROOT/^:root :/$. Die/ART/Zeit:nk/Zeit:det "
        "Zeit/NN/drängt:sb/drängt:nsubj drängt/VVFIN/warnte:oc/warnte:parataxis ./$.",
        see("drängt", kind="complement", type="v2", parent="warnte", subject="Die Zeit"),
        clauses=2,
    ),
    *case(
        "headline without a verb",
        "Merz/NE/^:ROOT/^:root :/$. Steuern/NN/Merz:par/Merz:parataxis runter/ADV/Steuern:mo/Steuern:advmod",
        see("Merz", kind="fragment", words="Merz"),
        see("Steuern", kind="fragment", parent="Merz"),
        clauses=2,
    ),
]

COORDINATION = [
    *case(
        "two verbs, one subject",
        "Merz/NE/lobte:sb/lobte:nsubj lobte/VVFIN/^:ROOT/^:root Kiew/NE/lobte:oa/lobte:obj "
        "und/KON/lobte:cd/forderte:cc "
        "forderte/VVFIN/und:cj/lobte:conj Waffen/NN/forderte:oa/forderte:obj ./$.",
        see("lobte", subject="Merz", accusative="Kiew"),
        see("forderte", subject="Merz", accusative="Waffen", partner="lobte", kind="main", order="v2"),
        clauses=2,
    ),
    *case(
        "two participles, one auxiliary",
        "Die/ART/Union:nk/Union:det Union/NE/hat:sb/abgelehnt:nsubj hat/VAFIN/^:ROOT/abgelehnt:aux "
        "den/ART/Plan:nk/Plan:det Plan/NN/abgelehnt:oa/abgelehnt:obj abgelehnt/VVPP/hat:oc/^:root "
        "und/KON/abgelehnt:cd/gefordert:cc mehr/PIAT/Geld:nk/Geld:det Geld/NN/gefordert:oa/gefordert:obj "
        "gefordert/VVPP/und:cj/abgelehnt:conj ./$.",
        see("abgelehnt", lemma="ablehnen", accusative="den Plan", tense="perfect", subject="Die Union"),
        see("gefordert", lemma="fordern", accusative="mehr Geld", tense="perfect", subject="Die Union"),
        clauses=2,
    ),
    *case(
        "two main clauses",
        "Die/ART/SPD:nk/SPD:det SPD/NE/stimmt:sb/stimmt:nsubj stimmt/VVFIN/^:ROOT/^:root "
        "zu/PTKVZ/stimmt:svp/stimmt:compound:prt "
        ",/$, aber/KON/stimmt:cd/lehnt:cc die/ART/Union:nk/Union:det Union/NE/lehnt:sb/lehnt:nsubj "
        "lehnt/VVFIN/aber:cj/stimmt:conj ab/PTKVZ/lehnt:svp/lehnt:compound:prt ./$.",
        see("stimmt", lemma="zustimmen", subject="Die SPD"),
        see("lehnt", lemma="ablehnen", subject="die Union", partner="stimmt", kind="main"),
        clauses=2,
    ),
    *case(
        "two subordinate clauses under one subordinator",
        "Merz/NE/sagt:sb/sagt:nsubj sagt/VVFIN/^:ROOT/^:root ,/$, dass/KOUS/sinkt:cp/sinkt:mark "
        "die/ART/Steuer:nk/Steuer:det Steuer/NN/sinkt:sb/sinkt:nsubj sinkt/VVFIN/sagt:oc/sagt:ccomp "
        "und/KON/sinkt:cd/steigt:cc der/ART/Lohn:nk/Lohn:det Lohn/NN/steigt:sb/steigt:nsubj "
        "steigt/VVFIN/und:cj/sinkt:conj ./$.",
        see("sinkt", kind="complement", type="dass", parent="sagt", subject="die Steuer"),
        see("steigt", kind="complement", type="dass", order="vl", parent="sagt", partner="sinkt", subject="der Lohn"),
        clauses=3,
    ),
    *case(
        "weder noch",
        "Die/ART/Union:nk/Union:det Union/NE/will:sb/zahlen:nsubj will/VMFIN/^:ROOT/zahlen:aux "
        "weder/KON/zahlen:cd/zahlen:cc:preconj zahlen/VVINF/will:oc/^:root noch/KON/zahlen:cd/helfen:cc "
        "helfen/VVINF/noch:cj/zahlen:conj ./$.",
        see("zahlen", lemma="zahlen", modals=("wollen",), subject="Die Union"),
        see("helfen", lemma="helfen", modals=("wollen",), subject="Die Union", negations="noch"),
        clauses=2,
    ),
    *case(
        "gapping",
        "Die/ART/SPD:nk/SPD:det SPD/NE/fordert:sb/fordert:nsubj fordert/VVFIN/^:ROOT/^:root "
        "mehr/PIAT/Geld:nk/Geld:det "
        "Geld/NN/fordert:oa/fordert:obj ,/$, die/ART/FDP:nk/FDP:det FDP/NE/fordert:cj/fordert:conj "
        "ein/ART/Verbot:nk/Verbot:det Verbot/NN/FDP:oa/FDP:orphan ./$.",
        see("fordert", subject="Die SPD", accusative="mehr Geld"),
        see("FDP", gapped=True, lemma="fordern", subject="die FDP", accusative="ein Verbot", partner="fordert"),
        clauses=2,
    ),
]


@pytest.mark.parametrize(("sentence", "source"), [*SIMPLE, *PHRASES, *SUBORDINATE, *REPORTS, *COORDINATION])
def test_sources_agree(sentence: Case, source: str) -> None:
    sentence.check(source)
