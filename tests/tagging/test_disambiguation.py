"""What a form is, decided by the clause bracket: one example a claim, with the tagger's error as input."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from stance.tagging.disambiguation import RULES, disambiguate, universal_tags
from stance.tagging.stretches import VERB_TAGS, Words, closed_classes, stretches, verb_tags
from stance.tagging.tagger import STTS_TAGS, upos_of

# Each item is form/tag as a tagger might give it; form/tag>right where the tag is to be corrected.
CASES = {
    "participle taken for the finite verb": "Die/ART SPD/NE hat/VAFIN den/ART Plan/NN erklärt/VVFIN>VVPP ./$.",
    "finite verb taken for a participle, verb-final": (
        "Es/PPER heißt/VVFIN ,/$, dass/KOUS die/ART Lage/NN ihn/PPER überrascht/VVPP>VVFIN ./$."
    ),
    "finite verb taken for a participle, second place": (
        "Die/ART Partei/NN überzeugt/VVPP>VVFIN viele/PIAT Wähler/NN ./$."
    ),
    "participle under a verb-final auxiliary": (
        "…/$( ,/$, weil/KOUS er/PPER den/ART Plan/NN erklärt/VVFIN>VVPP hat/VAFIN ./$."
    ),
    "finite verb behind a subject pronoun taken for an attribute": "Sie/PPER lobte/ADJA>VVFIN Kollegen/NN ./$.",
    "infinitive behind a name in quotation marks": (
        "Er/PPER soll/VMFIN laut/APPR „/$( Emszeitung/NN “/$( gesagt/VVPP haben/VAFIN>VAINF ./$."
    ),
    "finite verb behind a name in quotation marks": (
        "In/APPR der/ART „/$( Emszeitung/NN “/$( kritisierte/ADJA>VVFIN Bischof/NN Otto/NE den/ART Rat/NN ./$."
    ),
    "finite verb at the end of a sentence with an article": "Das/ART Unternehmen/NN dementiert/VVPP>VVFIN ./$.",
    "attributive participle before another finite verb": (
        "Mit/APPR dem/ART Fall/NN befasste/VVFIN>ADJA Juristen/NN loben/VVFIN den/ART Rat/NN ./$."
    ),
    "attributive participle taken for an adverb": (
        "Der/ART damals/ADV amtierende/ADJD>ADJA Chef/NN lehnt/VVFIN das/PDS ab/PTKVZ ./$."
    ),
    "finite verb of a relative clause taken for a particle": (
        "Sie/PPER sind/VAFIN Händler/NN ,/$, die/PRELS den/ART Markt/NN kennen/PTKVZ>VVFIN ./$."
    ),
    "finite verb taken for a postposition": "Im/APPRART Fall/NN Huber/NE empfahl/APPO>VVFIN man/PIS nichts/PIS ./$.",
    "infinitive behind two conjuncts taken for the verb of the second": (
        "Auch/ADV sonst/ADV würden/VAFIN Angriffe/NN und/KON Drohungen/NN folgen/VVFIN>VVINF ./$."
    ),
    "surname that is an adjective": "Kurz/ADJD>NE lehnt/VVFIN den/ART Plan/NN ab/PTKVZ ./$.",
    "surname that is a verb form": "Kanzler/NN Moser/VVIMP>NE lehnt/VVFIN das/PDS ab/PTKVZ ./$.",
    "infinitive taken for the finite verb": "Er/PPER will/VMFIN mehr/PIAT Geld/NN fordern/VVFIN>VVINF ./$.",
    "particle before a subordinator without a comma": (
        "Er/PPER lehnt/VVFIN den/ART Plan/NN ab/APPR>PTKVZ weil/KOUS er/PPER zögert/VVFIN ./$."
    ),
    "infinitive taken for the finite verb, under a modal at the end": (
        "Ein/ART Chef/NN ,/$, der/PRELS Plätze/NN sperren/VVFIN>VVINF und/KON Züge/NN umleiten/VVINF kann/VMFIN ,/$, "
        "fehlt/VVFIN ./$."
    ),
    "finite verb taken for an infinitive": (
        "Er/PPER weiß/VVFIN ,/$, was/PWS die/ART Länder/NN fordern/VVINF>VVFIN ./$."
    ),
    "auxiliary taken for an infinitive": ("…/$( ,/$, die/PRELS den/ART Plan/NN abgelehnt/VVPP haben/VAINF>VAFIN ./$."),
    "second place before its complement clause": (
        "Viele/PIAT Kritiker/NN warnen/VVINF>VVFIN ,/$, dass/KOUS es/PPER eskaliert/VVFIN ./$."
    ),
    "coordinated verbs of a subordinate clause": (
        "…/$( ,/$, weil/KOUS wir/PPER ihn/PPER treffen/VVINF>VVFIN und/KON sofort/ADV reden/VVFIN ./$."
    ),
    "bracket closed after an embedded clause": (
        "Er/PPER wird/VAFIN ,/$, weil/KOUS er/PPER fehlt/VVFIN ,/$, vermisst/VVFIN>VVPP ./$."
    ),
    "preterite between phrases taken for an adjective": (
        "Die/ART Polizei/NN räumte/ADJA>VVFIN Häuser/NN in/APPR Berlin/NE ./$."
    ),
    "inflected participle taken for a preterite": (
        "Bald/ADV komme/VVFIN eine/ART von/APPR der/ART Union/NN unterstützte/VVFIN>ADJA Reform/NN ./$."
    ),
    "second place before its infinitive clause": (
        "Die/ART Länder/NN hoffen/VVINF>VVFIN ,/$, Geld/NN zu/PTKZU sparen/VVINF ./$."
    ),
    "auxiliaries are known by form": "Sie/PPER werden/VVFIN>VAFIN gehen/VVINF ./$.",
    "demonstrative before marks": "Moser/NE nennt/VVFIN das/ART>PDS „/$( ein/ART Signal/NN “/$( ./$.",
    "demonstrative before a noun of another gender": "Moser/NE nennt/VVFIN das/ART>PDS Unsinn/NN ./$.",
    "office in a row of names": "Das/PDS sagte/VVFIN Portugals/NE Routinier/NE>NN Pedro/NE Luna/NE ./$.",
    "surname that is a noun": "Vize/NN Dirk/NE Wiese/NN>NE widersprach/VVFIN ./$.",
    "surname that no table knows": "Das/PDS forderte/VVFIN Vize/NN Uwe/NE Jan/NE Krombholz/NN>NE gestern/ADV ./$.",
    "name in small letters": "Das/PDS teilte/VVFIN ver.di/ADV>NE mit/PTKVZ ./$.",
    "demonstrative before its verb": "Das/ART>PDS teilte/ADJA>VVFIN Ministerin/NN Huber/NE mit/PTKVZ ./$.",
    "possessive that does not agree": "Er/PPER warf/VVFIN ihr/PPOSAT>PPER schwere/ADJA Untreue/NN vor/PTKVZ ./$.",
    "demonstrative before a name": "Das/ART>PDS kritisierte/ADJA>VVFIN Huber/NE scharf/ADJD ./$.",
    "degree of an adjective": "Er/PPER hält/VVFIN das/PDS für/APPR wenig/PIS>ADV hilfreich/ADJD ./$.",
    "comparison before the verb": "Wie/PWAV>KOKOM Karl/NE Ebner/NE lehnt/VVFIN auch/ADV sie/PPER das/PDS ab/PTKVZ ./$.",
    "participle of an office": "Berlins/NE Regierender/NN>ADJA Bürgermeister/NN lehnte/VVFIN ab/PTKVZ ./$.",
    "only reading of the paradigm": "Er/PPER hat/VAFIN es/PPER gefordert/VVINF>VVPP ./$.",
    "zu-infinitive in one word": "Er/PPER droht/VVFIN ,/$, es/PPER abzulehnen/VVINF>VVIZU ./$.",
    "zu before an infinitive": "Er/PPER hofft/VVFIN zu/APPR>PTKZU gewinnen/VVFIN>VVINF ./$.",
    "zu before a phrase": "Er/PPER kam/VVFIN zu/PTKZU>APPR dem/ART Treffen/NN ./$.",
    "zu before a quantifier": "Er/PPER hat/VAFIN zu/APPR>PTKA viel/PIAT Geld/NN ./$.",
    "zu at the end": "Er/PPER stimmte/VVFIN dem/ART Plan/NN zu/PTKZU>PTKVZ ./$.",
    "separated particle": "Sie/PPER lehnte/VVFIN das/ART Angebot/NN ab/APPR>PTKVZ ./$.",
    "laut before a name": "Laut/ADJD>APPR Merz/NE sinken/VVFIN die/ART Preise/NN ./$.",
    "laut before a name in quotation marks": "Laut/ADJD>APPR „/$( Neckarbote/NN “/$( fehlen/VVFIN Lehrer/NN ./$.",
    "a preterite behind an adverb": "So/ADV warnten/ADJA>VVFIN Vertreter/NN der/ART Stadt/NN ./$.",
    "bekannt beside werden": "Das/PDS wurde/VAFIN bekannt/VVPP>ADJD ./$.",
    "laut as a predicate": "Kritik/NN wurde/VAFIN laut/APPR>ADJD ./$.",
    "question that opens with its verb": "Lehnt/NE>VVFIN Berlin/NE das/PDS ab/PTKVZ ?/$.",
    "condition that opens with its verb": (
        "Stimmt/NN>VVFIN die/ART SPD/NE zu/PTKVZ ,/$, kommt/VVFIN das/ART Gesetz/NN ./$."
    ),
    "order that opens with its verb": "Stoppt/NE>VVIMP den/ART Krieg/NN !/$.",
    "sei as an order": "Sei/VAFIN>VAIMP still/ADJD !/$.",
    "participle in the prefield": "Gelogen/NN>VVPP hat/VAFIN er/PPER nicht/PTKNEG ./$.",
    "als with a verb-final clause": (
        "Als/KOKOM>KOUS der/ART Kanzler/NN sprach/VVFIN ,/$, schwiegen/VVFIN alle/PIS ./$."
    ),
    "während with a verb-final clause": (
        "Während/APPR>KOUS die/ART SPD/NE schweigt/VVFIN ,/$, redet/VVFIN die/ART CDU/NE ./$."
    ),
    "damit with a verb-final clause": (
        "Er/PPER redet/VVFIN laut/ADJD ,/$, damit/PROAV>KOUS man/PIS ihn/PPER hört/VVFIN ./$."
    ),
    "um with a zu-infinitive": ("Er/PPER reist/VVFIN ,/$, um/APPR>KOUI Hilfe/NN zu/PTKZU holen/VVINF ./$."),
    "pronoun before the finite verb": "Das/ART>PDS ist/VAFIN bekannt/ADJD ./$.",
    "relative pronoun before a pronoun": (
        "Der/ART Plan/NN ,/$, den/ART>PRELS er/PPER ablehnt/VVFIN ,/$, ist/VAFIN alt/ADJD ./$."
    ),
    "reflexive of the subject": "Wir/PPER haben/VAFIN uns/PPER>PRF geeinigt/VVPP ./$.",
    "pronoun of another subject": "Er/PPER hat/VAFIN uns/PRF>PPER getäuscht/VVPP ./$.",
    "wie before a subject": (
        "Wie/PWAV der/ART Landrat/NN behauptet/VVPP>VVFIN ,/$, fahren/VVFIN die/ART Busse/NN ./$."
    ),
    "wie before a plural subject": (
        "Wie/PWAV viele/PIAT Ärzte/NN fordern/VVINF>VVFIN ,/$, sinken/VVFIN die/ART Preise/NN ./$."
    ),
    "als before a pronoun": "Er/PPER schwieg/VVFIN ,/$, als/KOKOM>KOUS sie/PPER eintraf/ADJD>VVFIN ./$.",
    "verb of the first of two main clauses": (
        "Die/ART Gegner/NN höhnen/VVINF>VVFIN ,/$, der/ART Plan/NN sei/VAFIN gescheitert/VVPP ./$."
    ),
    "verb of the last of two main clauses": (
        "Die/ART Preise/NN steigen/VVFIN ,/$, die/ART Löhne/NN sinken/VVINF>VVFIN ./$."
    ),
    "no infinitive under a closed perfect": (
        "Er/PPER hat/VAFIN gesagt/VVPP ,/$, die/ART Löhne/NN sinken/VVINF>VVFIN ./$."
    ),
    "verb before its subject after a comma": (
        "Er/PPER wollte/VMFIN helfen/VVINF ,/$, doch/KON dann/ADV entschieden/ADJD>VVFIN sie/PPER anders/ADV ./$."
    ),
    "coordinated verbs in second place": (
        "Bald/ADV binden/VVINF>VVFIN und/KON lösen/VVFIN die/ART Stoffe/NN das/ART Gas/NN ./$."
    ),
    "verb that ends a coordinated relative clause": (
        "Ein/ART Stoff/NN ,/$, der/PRELS sich/PRF auflöst/VVFIN und/KON Gas/NN erzeugt/VVPP>VVFIN ./$."
    ),
    "participle of a perfect taken for an adjective": (
        "Er/PPER hat/VAFIN den/ART Schritt/NN nicht/PTKNEG gerechtfertigt/ADJD>VVPP ./$."
    ),
    "participle of a verb-final perfect": (
        "…/$( ,/$, weil/KOUS er/PPER die/ART Pläne/NN verdammt/ADJD>VVPP hat/VAFIN ./$."
    ),
    "relative pronoun that disagrees with the noun": (
        "Geräte/NN ,/$, die/ART>PRELS Strom/NN aus/APPR Wind/NN machen/VVINF>VVFIN ,/$, fehlen/VVFIN ./$."
    ),
    "relative pronoun before more than a noun phrase": (
        "Häuser/NN ,/$, die/ART>PRELS Firmen/NN oft/ADV kaufen/VVINF>VVFIN ,/$, fehlen/VVFIN ./$."
    ),
    "particle before a dash": "Er/PPER gab/VVFIN sein/PPOSAT Amt/NN ab/APPR>PTKVZ –/$( endlich/ADV ./$.",
    "adverb that is a particle": "Sie/PPER fand/VVFIN sich/PRF dort/ADV wieder/ADV>PTKVZ ./$.",
    "pronominal adverb that is a particle": "Das/PDS gehört/VVFIN dazu/PROAV>PTKVZ ./$.",
    "particle taken for a verb": "Das/PDS kommt/VVFIN nicht/PTKNEG infrage/VVFIN>PTKVZ ./$.",
    "adverb taken for a particle": "Ich/PPER fragte/VVFIN sie/PPER hinterher/PTKVZ>ADV ./$.",
    "Konjunktiv I behind a coordinator taken for an attribute": (
        "Der/ART Bau/NN gefährde/VVFIN Vögel/NN und/KON verschlinge/ADJA>VVFIN Millionen/NN ./$."
    ),
    "Konjunktiv I behind an adverb taken for an imperative": "Zudem/PROAV fehle/VVIMP>VVFIN Geld/NN ./$.",
    "finite verb before quotation marks": (
        "Der/ART Abt/NN verlangt/VVPP>VVFIN „/$( Demut/NN statt/APPR Stolz/NN “/$( ./$."
    ),
    "finite verb behind a name and an adverb": "Özer/NE wiederum/ADV lobte/ADJA>VVFIN Kollegen/NN ./$.",
    "finite verb behind the apposition of a subject": (
        "…/$( ,/$, wie/PWAV Ida/NE Moser/NE ,/$, Leiterin/NN des/ART Hauses/NN ,/$, betont/VVPP>VVFIN ./$."
    ),
    "people in -er taken for an attribute": ("Der/ART Rat/NN gab/VVFIN dem/ART Dichter/ADJA>NN Asyl/NN ./$."),
    "participle before an office and a name": (
        "Der/ART Vorsitzende/NN>ADJA Richter/NN Karl/NE Huber/NE schwieg/VVFIN ./$."
    ),
    "unknown first name behind an office": "Minister/NN Tamo/NN>NE Vasari/NE schwieg/VVFIN ./$.",
    "plural subject and its verb at the end": "Die/ART Wirte/NN im/APPRART Tal/NN jubeln/VVINF>VVFIN ./$.",
    "verb of saying behind an infinitive": (
        "Man/PIS wäscht/VVFIN ,/$, um/KOUI sie/PPER zu/PTKZU prüfen/VVINF ,/$, erklärt/VVPP>VVFIN Huber/NE ./$."
    ),
    "request behind a coordinator": "Er/PPER zahle/VVFIN und/KON bitte/ADV>VVFIN um/APPR Geduld/NN ./$.",
    "noun behind a bare office": "Sie/PPER gehe/VVFIN ,/$, sagte/VVFIN Ministerin/NN Korn/NN>NE ./$.",
    "participle before its auxiliary": (
        "Er/PPER gab/VVFIN zu/PTKVZ ,/$, Zeugen/NN gehört/VVFIN>VVPP zu/PTKZU haben/VAINF ./$."
    ),
    "surname taken for an adverb": "Taskin/ADV>NE sagte/VVFIN gestern/ADV ab/PTKVZ ./$.",
    "surname taken for a pronoun": "Yavuz/PPER>NE warf/VVFIN ihr/PPER Betrug/NN vor/PTKVZ ./$.",
    "end of a circumposition that makes no verb": (
        "Man/PIS plante/VVFIN an/APPR den/ART Leuten/NN vorbei/PTKVZ>APZR ./$."
    ),
    "circumposition": "Von/APPR Berlin/NE aus/PTKVZ>APZR reist/VVFIN er/PPER ab/PTKVZ ./$.",
    "function word outside its class": "Er/NE>PPER sagt/VVFIN ,/$, dass/PRELS>KOUS es/PPER regnet/VVFIN ./$.",
}

# Right as they stand.
UNTOUCHED = [
    "Moser/NE liest/VVFIN das/ART „/$( Tagebuch/NN “/$( ./$.",
    "Der/ART Bitte/NN entsprechend/APPO zahlte/VVFIN er/PPER ./$.",
    "Er/PPER lobte/VVFIN ihr/PPOSAT Team/NN ./$.",
    "Sie/PPER wollen/VMFIN Geld/NN sparen/VVINF und/KON Länder/NN zahlen/VVFIN ./$.",
    "Heftig/ADJD kritisiert/VVFIN die/ART Opposition/NN den/ART Plan/NN ./$.",
    "Man/PIS schenkte/VVFIN ihr/PPER lobende/ADJA Worte/NN und/KON rote/ADJA Rosen/NN ./$.",
    "Am/APPRART Montag/NN stellte/VVFIN Huber/NE Fragen/NN und/KON ging/VVFIN ./$.",
    "Wie/PWAV Menschen/NN leben/VVFIN ,/$, zeigt/VVFIN das/PDS ./$.",
    "Wie/PWAV die/ART Zeitung/NN schreibt/VVFIN ,/$, geht/VVFIN er/PPER ./$.",
    "Wie/PWAV Karl/NE Ebner/NE lehnt/VVFIN sie/PPER das/PDS ab/PTKVZ ?/$.",
    "Das/ART erklärte/ADJA Ziel/NN ist/VAFIN klar/ADJD ./$.",
    "Das/ART umstrittene/ADJA Gesetz/NN",
    "Der/ART Abgeordnete/NN Jens/NE Huber/NE schwieg/VVFIN ./$.",
    "Er/PPER gab/VVFIN Minister/NN Dirk/NE Zeit/NN zum/APPRART Reden/NN ./$.",
    "Das/PDS sagte/VVFIN Angela/NE Richter/NE Meyer/NE ./$.",
    "Der/ART Vorsitzende/NN ,/$, ein/ART Reisender/NN ,/$, schwieg/VVFIN ./$.",
    "Er/PPER hat/VAFIN ,/$, wie/KOKOM erwartet/VVPP ,/$, gewonnen/VVPP ./$.",
    "Merz/NE :/$. Steuern/NN senken/VVINF",
    "Er/PPER will/VMFIN Steuern/NN senken/VVINF und/KON Familien/NN entlasten/VVINF ./$.",
    "Sie/PPER versprach/VVFIN ,/$, das/ART Gesetz/NN zu/PTKZU ändern/VVINF ./$.",
    "Jetzt/ADV handeln/VVINF !/$.",
    "Habe/VAFIN gut/ADJD gegessen/VVPP !/$.",
    "Liebe/ADJA Gäste/NN !/$.",
    "Die/ART Lage/NN sei/VAFIN ernst/ADJD ,/$, so/ADV Merz/NE ./$.",
    "Während/APPR der/ART Sitzung/NN lehnte/VVFIN er/PPER ab/PTKVZ ./$.",
    "Als/APPR Kanzler/NN müsse/VMFIN er/PPER handeln/VVINF ./$.",
    "Damit/PROAV lehnt/VVFIN er/PPER den/ART Plan/NN ab/PTKVZ ./$.",
    "Er/PPER schweigt/VVFIN ,/$, das/PDS ist/VAFIN bekannt/ADJD ./$.",
    "die/ART mit/APPR Spannung/NN erwartete/ADJA Rede/NN",
    "Wie/KOUS vom/APPRART Minister/NN gefordert/VVPP ,/$, steigen/VVFIN die/ART Preise/NN ./$.",
    "Er/PPER will/VMFIN die/ART Steuern/NN oft/ADV senken/VVINF ,/$, die/ART Renten/NN bald/ADV erhöhen/VVINF ./$.",
    "Es/PPER heißt/VVFIN ,/$, dass/KOUS es/PPER um/APPR Geld/NN ,/$, die/ART Bahn/NN und/KON mehr/PIS geht/VVFIN ./$.",
    "Er/PPER bot/VVFIN der/ART Berliner/ADJA Firma/NN Geld/NN ./$.",
    "Der/ART Bau/NN schaffe/VVFIN Wärme/NN und/KON sichere/ADJA Stellen/NN ./$.",
    "Nun/ADV komme/VVIMP !/$.",
    "Wichtig/ADJD sei/VAFIN ,/$, dass/KOUS man/PIS rede/VVFIN ./$.",
    "Bitte/ADV warten/VVINF !/$.",
    "Bald/ADV sagte/VVFIN der/ART Chef/NN ab/PTKVZ ./$.",
    "Der/ART Zug/NN fährt/VVFIN am/APPRART Dorf/NN vorbei/PTKVZ ./$.",
    "Die/ART Gefahr/NN geht/VVFIN von/APPR Russland/NE aus/PTKVZ ./$.",
    "Es/PPER kommt/VVFIN dazu/PROAV ,/$, dass/KOUS er/PPER geht/VVFIN ./$.",
    "Er/PPER hatte/VAFIN mehr/PIS als/KOKOM bekannt/ADJD ./$.",
    "Nachdem/KOUS Treffen/NN ./$.",
    "Der/ART „/$( Turm/NN “/$( genannte/ADJA Bau/NN ist/VAFIN zu/PTKVZ ./$.",
    "Minister/NN entlassen/VVPP ./$.",
    "Er/PPER rief/VVFIN laut/ADJD „/$( Feuer/NN “/$( ./$.",
    "Er/PPER hat/VAFIN sich/PRF dazu/PROAV bekannt/VVPP ./$.",
    "…/$( ,/$, weil/KOUS sie/PPER klagen/VVFIN und/KON der/ART Staat/NN sparen/VVINF soll/VMFIN ./$.",
]


def parse(line: str) -> tuple[list[str], list[str], list[str]]:
    items = [item.rsplit("/", 1) for item in line.split()]
    pairs = [tag.split(">") for _, tag in items]
    return [form for form, _ in items], [pair[0] for pair in pairs], [pair[-1] for pair in pairs]


@pytest.mark.parametrize("line", CASES.values(), ids=CASES.keys())
def test_corrects(line: str) -> None:
    forms, given_tags, right = parse(line)
    assert given_tags != right
    assert disambiguate(forms, given_tags) == right


@pytest.mark.parametrize("line", UNTOUCHED)
def test_leaves_alone(line: str) -> None:
    forms, given_tags, _ = parse(line)
    assert disambiguate(forms, given_tags) == given_tags


@pytest.mark.parametrize("line", CASES.values(), ids=CASES.keys())
def test_corrected_tags_are_stable(line: str) -> None:
    forms, _, right = parse(line)
    assert disambiguate(forms, right) == right


@pytest.mark.parametrize(
    ("form", "tags"),
    [
        ("erklärt", {"VVFIN", "VVPP", "VVIMP"}),
        ("fordern", {"VVFIN", "VVINF"}),
        ("gefordert", {"VVPP"}),
        ("abzulehnen", {"VVIZU"}),
        ("sei", {"VAFIN", "VAIMP"}),
        ("möchte", {"VMFIN"}),
        ("Regierung", set()),
    ],
)
def test_what_a_form_can_be(form: str, tags: set[str]) -> None:
    assert verb_tags(form) == tags


def test_embedded_clause_is_cut_out() -> None:
    forms, tags, _ = parse("Der/ART Mann/NN ,/$, der/PRELS kommt/VVFIN ,/$, sagt/VVFIN nichts/PIS ./$.")
    assert [clause.tokens for clause in stretches(Words(forms, tags))] == [[0, 1, 6, 7], [3, 4]]


def test_coordinated_main_clauses_are_two() -> None:
    forms, tags, _ = parse("Er/PPER kam/VVFIN und/KON sie/PPER ging/VVFIN ./$.")
    assert [clause.finite for clause in stretches(Words(forms, tags))] == [[1], [4]]


@pytest.mark.parametrize(
    ("line", "upos"),
    [
        ("Sie/PPER hat/VAFIN Mut/NN ./$.", "VERB"),
        ("Sie/PPER hat/VAFIN gelogen/VVPP ./$.", "AUX"),
        ("Sie/PPER kann/VMFIN Deutsch/NN ./$.", "VERB"),
        ("Sie/PPER kann/VMFIN gehen/VVINF ./$.", "AUX"),
        ("Sie/PPER ist/VAFIN alt/ADJD ./$.", "AUX"),
    ],
)
def test_full_verbs_and_auxiliaries(line: str, upos: str) -> None:
    forms, tags, _ = parse(line)
    assert universal_tags(Words(forms, tags))[1] == upos


def test_closed_classes_name_known_tags() -> None:
    lists = closed_classes()
    assert {tag for tags in lists.tags.values() for tag in tags} <= set(STTS_TAGS)
    assert lists.conjunctions_or_prepositions <= set(lists.tags)


FORMS = st.sampled_from(
    [
        "der",
        "die",
        "das",
        "zu",
        "laut",
        "als",
        "während",
        "um",
        "damit",
        "erklärt",
        "fordern",
        "gefordert",
        "Lehnt",
        "sei",
        "hat",
        "will",
        ",",
        ".",
        "!",
        "?",
        "und",
        "dass",
        "er",
        "Plan",
        "ab",
    ]
) | st.text(min_size=1, max_size=6)
SENTENCES = st.lists(st.tuples(FORMS, st.sampled_from(STTS_TAGS)), max_size=14)


@given(SENTENCES)
def test_any_sentence_keeps_its_length_and_gets_known_tags(items: list[tuple[str, str]]) -> None:
    forms, tags = [form for form, _ in items], [tag for _, tag in items]
    result = disambiguate(forms, tags)
    assert len(result) == len(forms)
    assert set(result) <= set(STTS_TAGS)


@given(SENTENCES)
def test_stretches_share_no_token(items: list[tuple[str, str]]) -> None:
    words = Words([form for form, _ in items], [tag for _, tag in items])
    tokens = [i for clause in stretches(words) for i in clause.tokens]
    assert len(tokens) == len(set(tokens))
    assert all(words.tags[i] not in {"$,", "$."} for i in tokens)


@given(SENTENCES)
def test_every_rule_alone_runs_on_any_tags(items: list[tuple[str, str]]) -> None:
    for rule in RULES:
        words = Words([form for form, _ in items], [tag for _, tag in items])
        rule(words)
        assert all(upos_of(tag) for tag in words.tags)


def test_verb_tags_are_stts() -> None:
    assert set(STTS_TAGS) >= VERB_TAGS
