"""From text: phrases, reports and comparisons as newsrooms write them, with what looks alike and is something else."""

from __future__ import annotations

import pytest
from spacy.language import Language

from stance.clauses.fields import analyse
from tests.clauses.tagged import Expectation, see

PHRASES = [
    (
        "Bis Freitag will Norwegen drei der geplanten sechs Werke bauen.",
        see("will", subject="Norwegen", accusative="drei der geplanten sechs Werke"),
    ),
    ("Der Konzern mustert die Boeing 747 aus.", see("mustert", accusative="die Boeing 747")),
    (
        "Die Lage sei ernst, sagt Bremens Kinder- und Jugendsenator Paul Voss.",
        see("sagt", subject="Bremens Kinder- und Jugendsenator Paul Voss", dative=None),
    ),
    ("Rund ein Dutzend Abgeordnete lehnte den Antrag ab.", see("lehnte", subject="Rund ein Dutzend Abgeordnete")),
    ("Ein Dutzend Länder begrüßen den Plan.", see("begrüßen", subject="Ein Dutzend Länder", accusative="den Plan")),
    ("Fast eine Million Menschen trägt die Klage.", see("trägt", subject="Fast eine Million Menschen")),
    ("Einer Million Menschen hilft der Plan.", see("hilft", subject="der Plan", dative="Einer Million Menschen")),
    (
        "Das Ziel sei nah, sagte der in Rom und der Schweiz lebende Maler.",
        see("sagte", subject="der in Rom und der Schweiz lebende Maler"),
    ),
    (
        "Die fünf in den letzten Tagen entlassenen Ärzte lehnen das ab.",
        see("lehnen", subject="Die fünf in den letzten Tagen entlassenen Ärzte"),
    ),
    ("Die Grünen in der neuen Regierung lehnen das ab.", see("lehnen", subject="Die Grünen in der neuen Regierung")),
    ("Mit dem Fall befasste Juristen loben den Rat.", see("loben", subject="Mit dem Fall befasste Juristen")),
    ("Mit dem Fall befasste der Richter den Rat.", see("befasste", subject="der Richter", accusative="den Rat")),
    ("Der damals amtierende Chef der Bank zögerte.", see("zögerte", subject="Der damals amtierende Chef der Bank")),
    (
        "Eine Ärztin, die den Unfall sah, und drei Helfer seien verletzt, teilte eine Sprecherin mit.",
        see("seien", subject="Eine Ärztin und drei Helfer"),
    ),
    ("Die ETA kündigten eine Waffenruhe an.", see("kündigten", subject="Die ETA", accusative="eine Waffenruhe")),
    ("Die Farben lobte die ETA nicht.", see("lobte", subject="die ETA", accusative="Die Farben")),
    ("Die Lage sei gut, sagte am Montag der Minister.", see("sagte", subject="der Minister", kind="parenthesis")),
    (
        "Er kritisierte die Haltung der Regierung zu Europa und den Ruf nach Geld.",
        see("kritisierte", accusative="die Haltung der Regierung zu Europa und den Ruf nach Geld"),
    ),
    ("Er traf die Chefin der Partei in Rom und lobte sie.", see("traf", accusative="die Chefin der Partei in Rom")),
    (
        "Ihm werden Betrug, Verletzung von beteiligten Personen und falsche Angaben vorgeworfen.",
        see("werden", subject="Betrug Verletzung von beteiligten Personen und falsche Angaben", agent=None),
    ),
    ("Der Plan wurde von Ärzten und Pflegern kritisiert.", see("wurde", agent="Ärzten und Pflegern")),
    ("Von all dem berichtet der Autor.", see("berichtet", pp_von="all dem", dative=None, subject="der Autor")),
    ("Mit all diesen Fragen befasst sich der Rat.", see("befasst", pp_mit="all diesen Fragen", subject="der Rat")),
    ("Er hält frei zugängliche Daten für gefährlich.", see("hält", predicative="gefährlich")),
    ("Das Netz bietet eine Menge frei erhältlicher Bilder.", see("bietet", subject="Das Netz", genitive=None)),
    ("Kurz lehnt den Plan ab.", see("lehnt", subject="Kurz", accusative="den Plan")),
    ("Heftig kritisiert die Opposition den Plan.", see("kritisiert", subject="die Opposition", accusative="den Plan")),
    (
        "Auch sonst würden sich Angriffe und Drohungen häufen.",
        see("würden", lemma="häufen", subject="Angriffe und Drohungen"),
    ),
    (
        "Laut einem Bericht der Zeitung zum Gerät im vergangenen Mai nutzen Heime die Technik.",
        see("nutzen", pp_laut="einem Bericht der Zeitung zum Gerät im vergangenen Mai", subject="Heime"),
    ),
    (
        "Deshalb zögert Vizekanzler und Parteichef Karl Huber.",
        see("zögert", subject="Vizekanzler und Parteichef Karl Huber", conjuncts=[]),
    ),
    (
        "Kanzler Moser und Vizekanzler Huber lehnen das ab.",
        see("lehnen", conjuncts=["Kanzler Moser", "Vizekanzler Huber"]),
    ),
    (
        "Die Ministerin und Parteichef Huber lehnen das ab.",
        see("lehnen", conjuncts=["Die Ministerin", "Parteichef Huber"]),
    ),
    (
        "Viele Bewohner, allen voran Bürgermeister Karl Huber, lehnen das ab.",
        see("lehnen", subject="Viele Bewohner allen voran Bürgermeister Karl Huber", accusative="das"),
    ),
    ("Karl Huber, Chef der IWF, lehnt das ab.", see("lehnt", subject="Karl Huber Chef der IWF")),
    ("Das warf Karl Huber der SPD vor.", see("warf", subject="Karl Huber", dative="der SPD")),
    (
        "Der Läufer war den dänischen Angaben zufolge mit einem Boot gekommen.",
        see("war", pp_zufolge="den dänischen Angaben", pp_mit="einem Boot"),
    ),
    (
        "Sie hat nach Auskunft der Leitung ihres Amtes Fehler eingeräumt.",
        see("hat", pp_nach="Auskunft der Leitung ihres Amtes", accusative="Fehler"),
    ),
    ("Er kritisiert das Urteil des Landes Hessen.", see("kritisiert", accusative="das Urteil des Landes Hessen")),
    (
        "Das Land beschloss ein Gesetz zum Schutz vor Gewalt.",
        see("beschloss", accusative="ein Gesetz zum Schutz vor Gewalt"),
    ),
    ("Das Land warnt in einem Brief zum Wald vor Feuer.", see("warnt", pp_in="einem Brief zum Wald", pp_vor="Feuer")),
    (
        "Im Mai wurden für Hilfen von Vereinen von den Ländern Gelder gezahlt.",
        see("wurden", agent="den Ländern", subject="Gelder"),
    ),
    ("Er wurde von Ärzten und von Pflegern gelobt.", see("wurde", agent="Ärzten und von Pflegern")),
    (
        "Sie lobt die Leistung der – oft als langsam empfundenen – Verwaltung.",
        see("lobt", accusative="die Leistung der oft als langsam empfundenen Verwaltung"),
    ),
    ("Der Plan – er ist alt – hilft.", see("hilft", subject="Der Plan")),
    ("Solche Läden findet man immer öfter in Vororten.", see("findet", predicative=None)),
    ("Der Fehler ist häufig.", see("ist", predicative="häufig")),
    (
        "Man hat Reformen gefordert, vor allem den Umbau des Amts.",
        see("hat", accusative="Reformen vor allem den Umbau des Amts"),
    ),
    ("Huber lehnt den Plan ab, etwa wegen der Kosten.", see("lehnt", accusative="den Plan", pp_wegen="der Kosten")),
    ("Ob das hilft, hängt laut Huber von der Lage ab.", see("hängt", pp_laut="Huber", pp_von="der Lage")),
    ("Laut Huber von der Union ist das falsch.", see("ist", pp_laut="Huber von der Union", subject="das")),
    ("Er fährt Wagen mit zwei Litern Hubraum.", see("fährt", accusative="Wagen mit zwei Litern Hubraum")),
    ("Am Tag der Abstimmung schwieg sie.", see("schwieg", pp_an="Tag der Abstimmung", subject="sie")),
]
REPORTS = [
    (
        "Der Konzern habe verkauft, sagten mit der Sache befasste Berater am Freitag.",
        see("sagten", kind="parenthesis", subject="mit der Sache befasste Berater"),
    ),
    ("Die Stadt baut, fordert vom Bund mehr Geld.", see("fordert", kind="main", subject="Die Stadt")),
    (
        "Die Lage sei ernst, sagt Lyons Bürgermeister, der frühere Minister Jean Morel.",
        see("sagt", subject="Lyons Bürgermeister der frühere Minister Jean Morel"),
    ),
    ("Das reicht, sagte Huber und forderte mehr Geld.", see("forderte", kind="main", subject="Huber", partner="sagte")),
    ("Das reicht, sagte Huber, und die Union stimmte zu.", see("stimmte", subject="die Union", lemma="zustimmen")),
    (
        "Er ist niemand, der zuschaut, er arbeitet hart und hat Mut, sagte Trainer Huber.",
        see("arbeitet", partner="ist"),
    ),
    (
        "Er habe zugegeben, dem Freund geholfen zu haben, wie man hofft, hieß es.",
        see("hieß", kind="parenthesis", parent="zugegeben"),
    ),
    ("Wann, könne man noch nicht sagen, teilte Huber mit.", see("könne", kind="main", subject="man")),
    ("Wann, sagte Huber, der Bau beginnt, ist offen.", see("sagte", kind="parenthesis", subject="Huber")),
    (
        "Viele hätten dort gewirkt, sagte Huber, darunter Theodor Adler, Hanna Arndt und Max Horn.",
        see("sagte", subject="Huber", dative=None),
    ),
    (
        "Das hoffe ich nicht, aber den Glauben, dass es hilft, habe ich verloren.",
        see("habe", kind="main", accusative="den Glauben", subject="ich"),
    ),
    (
        "Huber sagte, die Lage sei ernst, und der Plan, der vorliege, reiche nicht.",
        see("reiche", kind="complement", type="v2", parent="sagte", partner="ernst", subject="der Plan"),
    ),
    ("Huber lobt den Plan und den Mann, der ihn schrieb, sagte Moser.", see("sagte", kind="parenthesis")),
    (
        "Das gibt es nicht, sagte die Chefin des Verbands, Anna Moser, dem Sender am Samstag.",
        see("sagte", subject="die Chefin des Verbands Anna Moser", dative="dem Sender"),
    ),
    ("Im Fall Moser empfahl man keine Rückgabe: Das Bild bleibt im Haus.", see("bleibt", kind="main", parent=None)),
    ("Er sagte der Zeitung: Das Bild bleibt im Haus.", see("bleibt", kind="complement", parent="sagte")),
    ("Er vertrat dort die Meinung: Das reicht.", see("vertrat", accusative="die Meinung")),
    ("Der Bericht wurde im Mai veröffentlicht, die Zahlen sind neu.", see("sind", kind="main", parent=None)),
    ("Den Firmen wurde gesagt, das Haus ist leer.", see("ist", kind="complement", parent="wurde")),
    ("Die Meldung wurde verbreitet, die Firma sei pleite.", see("sei", kind="complement", type="v2")),
    ("Der Plan hilft und kostet viel.", see("kostet", subject="Der Plan", partner="hilft")),
    (
        "Huber sagte, es sei nötig, dass Europa helfe, mehr Geld sei wichtig.",
        see("wichtig", kind="complement", type="v2", parent="sagte", partner="nötig"),
    ),
    (
        "Huber sagte, er habe erklärt, dass der Plan teuer sei, die Lage sei ernst.",
        see("ernst", kind="complement", type="v2", partner=None),
    ),
    ("Die Anzahlung sei nötig, wie auf der Seite mitgeteilt wird.", see("mitgeteilt", kind="parenthesis")),
    ("Die Lehrer seien müde, sagt Müller, die Schüler auch.", see("sagt", subject="Müller")),
    (
        "Im Bericht ist von Betrug die Rede, werden Händler kritisiert, die zu spät lieferten.",
        see("werden", kind="main", subject="Händler", voice="passive"),
    ),
    ("Die Lage sei ernst, wird Minister Huber zitiert.", see("wird", kind="parenthesis", subject="Minister Huber")),
    ("Die Lage sei ernst, wird den Firmen gesagt.", see("wird", kind="parenthesis", dative="den Firmen")),
    (
        "Warum, das will Ali Demir, einer der Gründer, nicht sagen.",
        see("will", subject="Ali Demir einer der Gründer", accusative="das", lemma="sagen"),
    ),
    ("Wer schweigt, stimmt zu.", see("stimmt", subject=None, lemma="zustimmen")),
    ("Das bewundere ich an Rom, da haben die Dichter Rang.", see("haben", kind="main", subject="die Dichter")),
    ("Das glaube er, die Lage sei ernst.", see("sei", kind="complement", type="v2", parent="glaube")),
]
COMPARISONS = [
    (
        "Die Union lehnt eine Abgabe, wie sie die Grünen fordern, ab.",
        see("fordern", kind="relative", antecedent="Abgabe", subject="die Grünen", accusative="sie"),
    ),
    (
        "Dazu zählen Schweden, Norwegen, wohl auch Dänemark, die sich mit Polen verbünden.",
        see("verbünden", kind="relative", antecedent="Schweden"),
    ),
    (
        "Er nannte Schweden, Norwegen und Island, das den Plan ablehnt.",
        see("ablehnt", kind="relative", antecedent="Island"),
    ),
    ("Die Abgabe, wie sie am Montag sagte, komme nicht.", see("sagte", kind="parenthesis", subject="sie")),
    ("Einen Gipfel, wie ihn Rom will, hält er für unnötig.", see("will", kind="relative", antecedent="Gipfel")),
    (
        "Sie sagte, dass die Kosten niedriger ausfallen würden als zuletzt erwartet.",
        see("würden", lemma="ausfallen", voice="active"),
    ),
    ("Die Kosten sind höher als ursprünglich erwartet.", see("sind", lemma="sein", predicative="höher")),
    ("Die Stadt hat mehr als früher gespart.", see("hat", lemma="sparen")),
    ("Die Zahl ist stärker als früher gestiegen.", see("ist", lemma="steigen", tense="perfect")),
    ("Er zögert, auch wenn er den Plan billigt.", see("billigt", kind="adverbial", subtype="concessive")),
    ("Er zögert, wenn er den Plan auch billigt.", see("billigt", kind="adverbial", subtype="conditional")),
]
CONTROL = [
    (
        "Sie versprach, Schulen, Straßen und Brücken zu bauen.",
        see("bauen", kind="infinitive", parent="versprach", accusative="Schulen Straßen und Brücken"),
    ),
    (
        "Die Firma plant, Modelle mit 7,5, 3,2 und 1,9 Litern anzubieten.",
        see("anzubieten", kind="infinitive", parent="plant", words="Modelle mit 7,5 , 3,2 und 1,9 Litern anzubieten"),
    ),
    (
        "Nun gehen Sparer, die Gewinn erzielen wollen, das Risiko ein, Geld zu verlieren.",
        see("gehen", lemma="eingehen", words="Nun gehen Sparer das Risiko ein"),
    ),
    ("Er kam, ein Mann von 50 Jahren, um zu helfen.", see("helfen", words="um zu helfen", parent="kam")),
    (
        "Sie half den Schulen, Vereinen und Firmen, Geld zu sparen.",
        see("half", dative="den Schulen Vereinen und Firmen"),
    ),
    ("Die Zusage der Stadt, zu zahlen, fehlt.", see("zahlen", controller="der Stadt")),
    ("Schweden lobt Norwegens Plan, mehr zu zahlen.", see("zahlen", controller="Schweden")),
    ("Die Forderung der Union, zu zahlen, fehlt.", see("zahlen", controller=None)),
]


DATIVES = [
    (
        "Gestern warf die Opposition der Regierung Untätigkeit vor.",
        see("warf", subject="die Opposition", dative="der Regierung", accusative="Untätigkeit"),
    ),
    (
        "Vor Gericht hat die Polizei seiner Mandantin die Auskunft verweigert.",
        see("hat", subject="die Polizei", dative="seiner Mandantin", accusative="die Auskunft"),
    ),
    (
        "Am Montag drohte die CDU-Chefin der Bahn mit Klagen.",
        see("drohte", subject="die CDU-Chefin", dative="der Bahn"),
    ),
    (
        "Am Montag drohte die Vorstandschefin der Bahn mit Klagen.",
        see("drohte", subject="die Vorstandschefin der Bahn", dative=None),
    ),
    (
        "Am Montag riet die Gewerkschaft der Polizei zu Geduld.",
        see("riet", subject="die Gewerkschaft der Polizei", dative=None),
    ),
    (
        "Dem Plan widersprach die Opposition der Stadt.",
        see("widersprach", subject="die Opposition der Stadt", dative="Dem Plan"),
    ),
    ("Die Opposition der Stadt widersprach.", see("widersprach", subject="Die Opposition der Stadt", dative=None)),
    ("Gestern lobte die Opposition der Stadt den Plan.", see("lobte", subject="die Opposition der Stadt")),
    (
        "Der Verein warf der Stadt Betrug vor.",
        see("warf", subject="Der Verein", dative="der Stadt", accusative="Betrug"),
    ),
    (
        "Gestern lobte der Minister die Stadt Linden.",
        see("lobte", subject="der Minister", accusative="die Stadt Linden"),
    ),
]

SURE = [
    ("Die Lehrerin ist sich sicher: Der Antrag wird scheitern.", see("wird", kind="complement")),
    ("Die Lehrerin ist überzeugt: Der Antrag wird scheitern.", see("wird", kind="complement")),
    ("Das Gerät ist neu: Der Preis wird steigen.", see("wird", kind="main")),
    ("Er nannte den Artikel frei erfunden.", see("nannte", predicative="frei erfunden")),
    ("Der Staatsanwalt plädierte auf acht Jahre Haft.", see("plädierte", pp_auf="acht Jahre Haft")),
    (
        "Der Staatsanwalt will in zwei Jahren Prozesse verkürzen.",
        see("will", pp_in="zwei Jahren", accusative="Prozesse"),
    ),
]

POINTING = [
    ("Darunter verlangte eine Leserin, dass die Anlage stillsteht.", see("verlangte", pp_unter="Darunter", fills={})),
    ("Darauf bestand die Leserin, dass die Anlage stillsteht.", see("bestand", fills={"Darauf": "stillsteht"})),
    ("Die Schule öffnet wieder, gab die Behörde bekannt.", see("gab", kind="parenthesis", subject="die Behörde")),
]

BARE_INFINITIVES = [
    ("Die Polizei hat die Frau aufgefordert zu schweigen.", see("aufgefordert", accusative="die Frau")),
    ("Die Polizei hat die Frau aufgefordert zu schweigen.", see("schweigen", kind="infinitive", parent="aufgefordert")),
    ("Der Trainer bat ihn zu gehen.", see("bat", accusative="ihn")),
    ("Die Firma hat viel zu verlieren.", see("verlieren", subject="Die Firma")),
    ("Die Gäste werden gebeten zu warten.", see("warten", kind="infinitive", parent="gebeten")),
]

TWO_PEOPLE = [
    (
        "Im Rat hielt Leyla Demir Joachim Rehse Untätigkeit vor.",
        see("hielt", subject="Leyla Demir", dative="Joachim Rehse"),
    ),
    ("Anna Lena Moser lehnte das ab.", see("lehnte", subject="Anna Lena Moser")),
    ("Untätigkeit warf ihm die Opposition vor.", see("warf", subject="die Opposition", accusative="Untätigkeit")),
]

INTERRUPTED = [
    (
        "Der Vogt versprach, den Deich, der im Mai brach, rasch zu flicken.",
        see("flicken", kind="infinitive", accusative="den Deich"),
    ),
    ("Der Vogt versprach, den Deich, der im Mai brach, rasch zu flicken.", see("versprach", accusative=None)),
    ("Es gelang dem Vogt, die Flut, die alle fürchteten, zu stoppen.", see("stoppen", accusative="die Flut")),
    ("Der Imker bat die Wirtin, eine Freundin, die er kennt, zu gehen.", see("gehen", accusative=None)),
    ("Er hat gefordert, den Deich zu flicken, und gelobt, dass es eilt.", see("gelobt", partner="gefordert")),
    ("Er hatte gewarnt, den Deich zu öffnen, und hervorgehoben, dass er hält.", see("hervorgehoben", kind="main")),
    ("Sie teilt die Forderung, den Deich zu öffnen, allerdings nicht.", see("teilt", negations="nicht")),
    ("Mit dem Ziel, Geld zu sparen – viel fehlt –, will der Rat kürzen.", see("fehlt", kind="parenthesis")),
    ("Mit dem Ziel, Geld zu sparen – viel fehlt –, will der Rat kürzen.", see("kürzen", subject="der Rat")),
    ("Sie sagte, dass es eile, allerdings wolle man reden.", see("reden", partner="eile")),
]
OBJECTS = [
    ("Der Zeuge beschrieb den Abend des Brandes.", see("beschrieb", accusative="den Abend des Brandes")),
    ("Die Anwältin hält sechs Monate für angemessen.", see("hält", accusative="sechs Monate")),
    ("Der Vogt kündigte dagegen an, den Deich zu öffnen.", see("kündigte", pp_gegen="dagegen")),
    ("Adlers Anwältin Ida Moser kündigte Revision an.", see("kündigte", subject="Adlers Anwältin Ida Moser")),
    ("Die Ärztin nennt das „eine Zumutung für alle“.", see("nennt", accusative="das")),
    ("Das Amt rechnet mit bis zu 300 Gästen.", see("rechnet", pp_mit="bis zu 300 Gästen")),
    ("Der Wirt fand zwei Tage später eine Lösung.", see("fand", accusative="eine Lösung")),
    ("Die Liga verhängte eine Sperre von zwei Jahren.", see("verhängte", accusative="eine Sperre von zwei Jahren")),
    ("Die Sängerin schilderte ihren ersten Tag.", see("schilderte", accusative="ihren ersten Tag")),
    ("Sie schilderte den ganzen Tag Fälle.", see("schilderte", accusative="Fälle")),
    ("Der Abt verlangt „Demut statt Stolz“.", see("verlangt", accusative="Demut statt Stolz")),
    ("Der Abt verlangt „Demut statt Stolz“ und Geld.", see("verlangt", accusative="Demut statt Stolz und Geld")),
    ("Man warf Karl Huber, dem Chef der Bank, Betrug vor.", see("warf", accusative="Betrug")),
]
AGENTS = [
    (
        "Der Vogt ist kurz nach dem Besuch von Wirtin Ida Moser entlassen worden.",
        see("entlassen", subject="Der Vogt", agent=None),
    ),
    ("Der Deich wurde in der Sitzung von der Union abgelehnt.", see("abgelehnt", agent="der Union")),
]
WHOSE = [
    (
        "Am Montag rief der Bund der Imker, eine große Gruppe, alle Höfe dazu auf, zu warten.",
        see("rief", accusative="alle Höfe"),
    ),
    (
        "Der Deich sei dicht, so der Sprecher der Gemeinde, Jan Huber.",
        see("so", kind="parenthesis", words="so der Sprecher der Gemeinde Jan Huber"),
    ),
    ("Um den Deich zu prüfen, erklärt Huber, brauche man Sand.", see("erklärt", kind="parenthesis", subject="Huber")),
    ("Die Wirte im Tal jubeln.", see("jubeln", subject="Die Wirte im Tal")),
]
PREDICATES = [
    ("Die Union nennt den Plan teuer, die Linke billig.", see("billig", subject="die Linke", accusative="den Plan")),
    ("Der Verein nannte das „schade, aber nötig“ und dankte.", see("dankte", kind="main", partner="nannte")),
    ("Er traf Moser, Huber und Lang und forderte Geld.", see("forderte", partner="traf", accusative="Geld")),
    ("Ida Moser, der Leiterin des Amts, gefällt das nicht.", see("gefällt", subject="das")),
    ("Sollte es regnen, so gibt es Streit, schreibt der Vogt.", see("gibt", kind="main")),
    (
        "Er hat, so steht es im Protokoll, gegen den Antrag gestimmt.",
        see("steht", kind="parenthesis", parent="gestimmt"),
    ),
    (
        "Der Chef der Gruppe „Pro Deich“ Jan Huber forderte Sand.",
        see("forderte", subject="Der Chef der Gruppe Pro Deich Jan Huber", accusative="Sand"),
    ),
    ("Der Vogt blieb dabei: Der Deich sei dicht.", see("dicht", kind="complement", parent="blieb")),
]
SECOND_PLACE = [
    (
        "Am Rande der Messe beteuerte ÖVP-Chef Hans Moser, er bleibe im Amt.",
        see("beteuerte", subject="ÖVP-Chef Hans Moser"),
    ),
    (
        "Dem Protokoll zufolge beteuerte ÖVP-Chefin Rita Huber, dass sie bleibe.",
        see("beteuerte", subject="ÖVP-Chefin Rita Huber"),
    ),
    (
        "Die in der Stadt verhängten Strafen, so hoch wie nie, sollen sinken.",
        see("sollen", subject="Die in der Stadt verhängten Strafen"),
    ),
]


@pytest.mark.parametrize(
    ("text", "expectation"),
    [
        *PHRASES,
        *REPORTS,
        *COMPARISONS,
        *CONTROL,
        *DATIVES,
        *SURE,
        *POINTING,
        *BARE_INFINITIVES,
        *TWO_PEOPLE,
        *INTERRUPTED,
        *OBJECTS,
        *AGENTS,
        *WHOSE,
        *PREDICATES,
        *SECOND_PLACE,
    ],
)
def test_raw_news(tagger: Language, text: str, expectation: Expectation) -> None:
    assert expectation.differences(analyse(tagger(text))) == []
