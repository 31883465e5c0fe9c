"""Where a wrong speaker is near at hand: nobody is named who may not be meant, and who may be is a candidate."""

from __future__ import annotations

import pytest

from stance.model import Actor
from tests.context.test_hard_cases import found


def by(text: str, word: str) -> Actor | None:
    """Who holds the commitment whose cue has a word, else the one without a cue whose content has it."""
    commitments = found(text)
    cued = [c.actor for c in commitments if c.cue is not None and word in c.cue.text]
    without = [c.actor for c in commitments if c.cue is None and c.content is not None and word in c.content.text]
    return [*cued, *without][0]


def name(text: str, word: str) -> str | None:
    actor = by(text, word)
    return None if actor is None else actor.name


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Udo Lamm traf Karl Ebner. Er lehnt den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Udo Lamm kritisierte Karl Ebner. Er lehnt den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Den Minister Karl Ebner kritisierte Udo Lamm. Er lehnt den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Karl Ebner wurde von Udo Lamm abgelöst. Er lehnt den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Als Udo Lamm sprach, lachte Karl Ebner. Er lehnt den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Udo Lamm sagte, Karl Ebner habe gelogen. Er lehnt den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        (
            "Die Ministerin Kira Blank stritt mit der Landrätin Anna Moor. Sie lehnt den Plan ab.",
            {"Kira Blank", "Anna Moor"},
        ),
        ("Der Minister sprach mit dem Landrat. Er lehnt den Plan ab.", {"Minister", "Landrat"}),
        ("Karl Ebner sagte, Udo Lamm habe gelogen, weil er den Plan ablehne.", {"Udo Lamm", "Karl Ebner"}),
        ("Udo Lamm ist nicht da, weil er den Plan ablehnt, sagte Karl Ebner.", {"Udo Lamm", "Karl Ebner"}),
        ("Udo Lamm erfuhr von Karl Ebner, dass er den Plan ablehnt.", {"Udo Lamm", "Karl Ebner"}),
        ("Udo Lamm sagte über Karl Ebner, er lehne den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Udo Lamm verteidigte seinen Sprecher. Er lehnt den Plan ab.", {"Udo Lamm", "Sprecher"}),
        ("Kira Blank sagte, sie habe Anna Moor gewarnt. Sie lehnt den Plan ab.", {"Kira Blank", "Anna Moor"}),
        ("Der Sprecher sagte, der Minister sei krank. Er lehne den Plan ab.", {"Sprecher", "Minister"}),
        ("Udo Lamm bestritt, dass Karl Ebner gelogen habe. Er lehne den Plan ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Die Ministerin Kira Blank rügt die Opposition. Sie lehne den Plan ab.", {"Kira Blank", "Opposition"}),
        ("Die Bürgerinitiative lud Kira Blank ein. Sie lehnt den Plan ab.", {"Bürgerinitiative", "Kira Blank"}),
        ("Karl Ebner traf Udo Lamm. Der 48-Jährige lehnt den Plan ab.", {"Karl Ebner", "Udo Lamm"}),
        ("Der Koch Karl Ebner traf Udo Lamm. Der 48-Jährige lehnt den Plan ab.", {"Karl Ebner", "Udo Lamm"}),
        ("Udo Lamm und sein Bruder Karl Lamm kamen. Lamm lehnt den Plan ab.", {"Udo Lamm", "Karl Lamm"}),
        ("Jan und Peter Krüger kamen. Krüger lehnt den Plan ab.", {"Jan Krüger", "Peter Krüger"}),
        ("Hans Pauli, Vater von Gerd Pauli, kam. Pauli lehnt den Plan ab.", {"Hans Pauli", "Gerd Pauli"}),
        ("Minister Udo Lamm traf Minister Karl Ebner. Der Minister lehnt das ab.", {"Udo Lamm", "Karl Ebner"}),
        ("Die SPD und die SPÖ trafen sich. Die Partei lehnt den Plan ab.", {"SPD", "SPÖ"}),
        ("Der Konzern Nordstahl klagt gegen den Konzern Alfing. Der Konzern lehnt das ab.", {"Nordstahl", "Alfing"}),
    ],
)
def test_two_who_may_be_meant_leave_it_open(text: str, candidates: set[str]) -> None:
    actor = by(text, "lehn")
    assert actor is not None
    assert actor.name is None
    assert set(actor.candidates) == candidates


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Das Haus steht leer. Udo Lamm wohnte darin. Er lehnt den Plan ab.", "Udo Lamm"),
        ("Kira Blank klagt. Die Richterin sprach mit den Zeugen. Sie lehnt den Plan ab.", "Richterin"),
        ("Ute Lamm und ihr Mann Udo Lamm kamen. Lamm, die gern redet, lehnt den Plan ab.", "Ute Lamm"),
        ("Karl Ebner lobte seinen Sohn Udo Ebner. Der lehnt den Plan ab.", "Udo Ebner"),
        ("Karl Ebner sagte zu Udo Lamm, es sei spät. Der Angesprochene lehnt den Plan ab.", "Udo Lamm"),
        ("Die Ärztin Dr. Ute Lamm kam. Der Mediziner Dr. Udo Ebner lehnt den Plan ab.", "Udo Ebner"),
        ("„Karl Ebner irrt“, sagte Udo Lamm. Er lehnt den Plan ab.", "Udo Lamm"),
        ("Karl Ebner irre, sagte er. Udo Lamm lehnt den Plan ab.", "Udo Lamm"),
        ("Udo Lamm warf Karl Ebner vor, er lehne jedes Gespräch ab.", "Karl Ebner"),
        ("Udo Lamm sagte der Emszeitung, er lehne den Plan ab.", "Udo Lamm"),
        ("Udo Lamm sagte Kira Blank, er lehne den Plan ab.", "Udo Lamm"),
        ("Udo Lamm traf Karl Ebner. Dieser lehnt den Plan ab.", "Karl Ebner"),
        ("Der Minister sprach mit dem Landrat. Dieser lehnt den Plan ab.", "Landrat"),
        ("Udo Lamm erhielt Post von Karl Ebner. Er lehnt den Plan ab.", "Udo Lamm"),
        ("Der Bruder von Gerd Pauli ist Landwirt. Pauli lehnt den Plan ab.", "Gerd Pauli"),
        ("Der Sohn von Karl Ebner lehnt den Plan ab.", "Sohn von Karl Ebner"),
        ("Der Anwalt von Karl Ebner sagte, er lehne den Plan ab.", "Anwalt von Karl Ebner"),
        ("Die Ministerin traf die Delegation. Sie lehnt den Plan ab.", "Ministerin"),
        ("„Ich sage nichts“, sagte Udo Lamm über Karl Ebner. „Er lehnt den Plan ab.“", "Karl Ebner"),
        ("Karl Ebner traf Kira Blank. Der 48-Jährige lehnt den Plan ab.", "Karl Ebner"),
        ("Karl Ebner traf Kira Blank. Die 35-Jährige lehnt den Plan ab.", "Kira Blank"),
        ("Karl Ebner kam. Udo Lamm kam später. Von Lamm lehnte er jede Hilfe ab.", "Karl Ebner"),
        ("Ministerin Kira Blank bat die Bevölkerung um Geduld. Sie lehne Hilfen ab.", "Kira Blank"),
        ("Sportdirektor Wolfgang Prinz lehnt den Plan ab.", "Wolfgang Prinz"),
        ("Der Vorsitzende der Naturhilfe Ralf Tegt lehnt den Plan ab.", "Ralf Tegt"),
        ("Stadtrat Jens Moor kam. Der Stadtrat lehnt den Plan ab.", "Stadtrat"),
        ("Die Ministerin Kira Blank und die Abgeordnete Anna Moor kamen. Die Ministerin lehnt das ab.", "Kira Blank"),
    ],
)
def test_who_alone_can_be_meant_is_named(text: str, right: str) -> None:
    assert name(text, "lehn") == right


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Udo Lamm sagte, der Plan sei gut. Karl Ebner widersprach. Der Bau koste zu viel.", "Karl Ebner"),
        ("Udo Lamm sagte, der Plan sei gut. Dem widersprach Karl Ebner. Der Bau koste zu viel.", "Karl Ebner"),
        ("Udo Lamm lobte den Plan. Die Städte lehnten ihn am Montag ab. Der Bau koste zu viel.", "Städte"),
        ("Udo Lamm sagte, es sei gut. Die Städte lehnten das ab. Der Bau koste zu viel.", "Städte"),
        ("Udo Lamm lobte den Plan. Die Städte reagierten empört. Der Bau koste zu viel.", "Städte"),
        ("Udo Lamm lobte den Plan. Die Preise müssten sinken, sagte Karl Ebner. Der Bau koste zu viel.", "Karl Ebner"),
        ("Karl Ebner wurde von Udo Lamm kritisiert. Der Bau koste zu viel.", "Udo Lamm"),
        ("Nach dem Treffen mit Kira Blank lobte Udo Lamm den Plan. Der Bau koste nicht viel.", "Udo Lamm"),
        ("Udo Lamm sagte, es sei spät. Karl Ebner hörte zu. Der Bau koste zu viel.", "Udo Lamm"),
        ("Udo Lamm sagte, es sei spät. Auf dem Tisch lag ein Plan. Der Bau koste zu viel.", "Udo Lamm"),
        ("Udo Lamm sagte, es sei spät. Karl Ebner räusperte sich. Der Bau koste zu viel.", None),
        ("Udo Lamm sagte, es sei spät. Karl Ebner hörte zu.\n\nDer Bau koste zu viel.", None),
        ("Mehrere Städte haben sich in einem Brief an den Bund gewandt. Der Bau koste zu viel.", "mehrere Städte"),
        ("Udo Lamm sagte, es sei spät. Die Zuschauer jubelten. Der Bau koste zu viel.", "Udo Lamm"),
        ("Udo Lamm lobte den Plan. „Endlich“, rief jemand. Der Bau koste zu viel.", None),
        ("Der Minister sagte, es sei spät.\n\nKarl Ebner kam zu spät. Der Bau koste zu viel.", None),
        ("Niemand forderte ein Verbot. Der Bau koste zu viel.", None),
        ("Udo Lamm lobte den Plan. Ganz anders Karl Ebner: Es sei spät. Der Bau koste zu viel.", "Karl Ebner"),
        ("Es sei spät, sagte Udo Lamm; zwei Firmen hätten ihm gedroht. Der Bau koste zu viel.", "Udo Lamm"),
        ("Udo Lamm lobte den Plan. Der Bau koste zu viel, beruhigte Karl Ebner. Der Bau eile nicht.", "Karl Ebner"),
        ("Karl Ebner weiß, was kommt: „Es wird teuer.“ Der Bau koste zu viel.", "Karl Ebner"),
        ("Udo Lamm lehnt den Plan ab, weil Karl Ebner davor warnt. Der Bau koste zu viel.", "Udo Lamm"),
        ("Udo Lamm, dessen Rücktritt Karl Ebner fordert, gab sich gelassen. Der Bau koste nicht viel.", "Udo Lamm"),
        ("Nachdem Karl Ebner ein Verbot gefordert hatte, reiste Udo Lamm ab. Der Bau koste zu viel.", None),
        ("Minister Udo Lamm lobte den Plan. Der Minister reiste danach ab. Der Bau koste nicht viel.", "Udo Lamm"),
        ("Udo Lamm lobte den Plan. Der 45-Jährige lächelte. Der Bau koste nicht viel.", "Udo Lamm"),
        ("Der Sprecher des Ministers lobte ihn. Der Minister reiste danach ab. Der Bau koste nicht viel.", None),
        ("Udo Lamm lobte den Plan. Karl Ebner: „Es ist zu spät.“ Der Bau koste zu viel.", "Karl Ebner"),
        ("Viele sagten, es sei gut. Udo Lamm ist anderer Meinung. Der Bau koste zu viel.", "Udo Lamm"),
    ],
)
def test_who_goes_on_speaking(text: str, speaker: str | None) -> None:
    assert name(text, "Der Bau") == speaker


@pytest.mark.parametrize(
    "turn",
    [
        "Karl Ebner warnte.",
        "Karl Ebner hielt dagegen.",
        "Karl Ebner ist skeptisch.",
        "Karl Ebner gab sich zuversichtlich.",
        "Karl Ebner ist gegen den Plan.",
        "Karl Ebner zog eine gemischte Bilanz.",
        "Auch Karl Ebner hat Zweifel.",
        "Kritik kam von Karl Ebner.",
        "Karl Ebner machte den Bund verantwortlich.",
        "Karl Ebner schrieb im Netz von einem Fehler.",
        "Karl Ebner trat vor die Presse.",
        "Karl Ebner gab Entwarnung.",
        "Im Saal sitzt Karl Ebner und schimpft.",
        "Karl Ebner hat sich gegen den Vorwurf verteidigt, er sei zu alt.",
        "Das bestätigte Karl Ebner.",
        "Aus dem Büro von Kira Blank kam nichts, von Karl Ebner kam ein Dementi.",
        "Die Bilanz von Karl Ebner fällt mager aus.",
        "Das Urteil von Karl Ebner war vernichtend.",
        "Der Plan stieß bei Karl Ebner auf Skepsis.",
        "Für Karl Ebner steht das fest.",
        "Karl Ebner gefiel das nicht.",
        "Karl Ebner nahm seinen Trainer in Schutz.",
        "Karl Ebner machte seinem Ärger Luft.",
        "Karl Ebner will davon nichts wissen.",
        "Karl Ebner war noch immer aufgebracht.",
        "Karl Ebner verteidigte die Forderung der SPD.",
        "Karl Ebner sieht die Branche am Abgrund.",
        "Karl Ebner protestierte.",
        "Karl Ebner zeigte auf das Feld.",
        "Karl Ebner nimmt die Kritik gelassen.",
        "Karl Ebner zog vor Gericht.",
    ],
)
def test_who_takes_the_turn_goes_on_speaking(turn: str) -> None:
    assert name(f"Udo Lamm sagte, es sei spät. {turn} Der Bau koste zu viel.", "Der Bau") == "Karl Ebner"


@pytest.mark.parametrize(
    "turn",
    [
        "Karl Ebner war nicht skeptisch.",
        "Ist Karl Ebner skeptisch?",
        "Karl Ebner kam mit dem Zug.",
        "Karl Ebner gab keine Antwort.",
        "Karl Ebner wurde von Kritik verschont.",
        "Bei Karl Ebner steht ein Klavier.",
        "Im Dorf ist der Ärger groß.",
        "Karl Ebner weiß das seit Mai.",
        "Karl Ebner sah am Montag im Kino.",
        "Karl Ebner bekam Lob von der SPD.",
        "Karl Ebner schrieb drei Romane über das Dorf.",
        "Karl Ebner und Kira Blank traten vor die Presse.",
        "Karl Ebner trat vor die Tür.",
        "Die Kritik kam spät.",
        "Der Stuhl blieb leer.",
    ],
)
def test_who_takes_no_turn_does_not(turn: str) -> None:
    assert name(f"Udo Lamm sagte, es sei spät. {turn} Der Bau koste zu viel.", "Der Bau") is None


@pytest.mark.parametrize(
    "text",
    [
        "Udo Lamm lobte die Reform. Ein Zuschauer rief dazwischen. „Das ist falsch!“",
        "Udo Lamm lobte die Reform. Auf dem Platz warteten Leute. „Das ist falsch.“",
        "Udo Lamm traf die Unternehmerin Kira Blank. „Das ist falsch.“",
        "„Es ist gut“, sagte Udo Lamm. Kira Blank kam dazu. „Das ist falsch.“",
        "„Es ist gut“, sagte Udo Lamm.\n\nKarl Ebner schwieg dazu.\n\n„Das ist falsch.“",
    ],
)
def test_a_quotation_without_a_frame_after_somebody_else_is_nobodys(text: str) -> None:
    assert name(text, "falsch") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Wenn der Bund zahlte, wäre die Brücke fertig.",
        "Hätte der Bund gezahlt, wäre die Brücke fertig.",
        "Die Demonstranten warteten vor dem Saal.",
        "Die Arbeiten dauerten drei Jahre.",
        "Die Arbeiten sollten ursprünglich im Mai beginnen.",
        "Damals lebten die Höfe von der Milch.",
        "Zwei Männer wohnten in dem Haus.",
        "Der Streit könnte noch dauern.",
        "Koste es, was es wolle, der Bau geht weiter.",
        "Sei es Zufall oder Absicht, das Spiel begann um acht.",
        "Gott sei Dank regnete es nicht.",
        "Es wirkte, als sei er müde.",
        "Auf einem Plakat stand: „Nie wieder Krieg.“",
        "Am Montag forderten Betrüger am Telefon Geld.",
    ],
)
def test_the_narrator_goes_on_with_no_report(sentence: str) -> None:
    commitments = found(f"Udo Lamm sagte, es sei spät. {sentence}")
    assert [c for c in commitments[1:] if c.cue is None or c.sources] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Höfe lebten von der Milch.",
        "Die Beweise reichten nicht aus.",
        "Die Bürger sollten zu Hause bleiben.",
        "Die Preise kosteten künftig viele Stellen.",
        "Die Kosten müssten sinken.",
        "Das Land brauche Ruhe.",
    ],
)
def test_what_cannot_be_narrated_goes_on_with_the_report(sentence: str) -> None:
    assert name(f"Udo Lamm sagte, es sei spät. {sentence}", sentence[:8]) == "Udo Lamm"


def test_what_stands_between_two_sentences_of_a_report_belongs_to_it() -> None:
    text = "Udo Lamm sagte, es sei spät. Die Preise drückten auf den Markt. Das Land brauche Ruhe."
    assert name(text, "Die Preise") == "Udo Lamm"


@pytest.mark.parametrize(
    "text",
    [
        "Udo Lamm blieb hart: Der Bau koste zu viel.",
        "Udo Lamm nannte den Grund: Der Bau koste zu viel.",
        "Udo Lamm blieb hart: Das Geld fehle. Der Bau koste zu viel.",
    ],
)
def test_what_stands_in_the_konjunktiv_behind_a_colon_is_by_who_acts_before_it(text: str) -> None:
    assert name(text, "Der Bau") == "Udo Lamm"


@pytest.mark.parametrize(
    "text",
    ["Ihre Forderung: Der Bau müsse enden.", "Die SPD erneuerte ihre Forderung: Der Bau müsse enden."],
)
def test_a_noun_that_names_what_stands_behind_a_colon_keeps_it(text: str) -> None:
    assert [c.content.text for c in found(text) if c.content is not None] == ["Der Bau müsse enden"]


def test_a_speaker_who_is_asked_for_commits_to_nothing() -> None:
    commitments = found("Udo Lamm sagte nicht, wer das fordere.")
    assert [c.cue.text for c in commitments if c.cue is not None] == ["sagte"]


def test_a_speaker_who_is_asked_for_has_no_name() -> None:
    commitments = found("Wer das fordere, kenne das Land nicht, sagte Udo Lamm.")
    assert {c.actor.name for c in commitments if c.actor is not None} <= {None, "Udo Lamm"}


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Streit um die Rente: SPD lehnt Pläne ab", "lehnt", "SPD"),
        ("Udo Lamm: Konzern lehnt Gespräche ab", "lehnt", "Konzern"),
        ("Udo Lamm: Konzern lehnt Gespräche ab", "Konzern", "Udo Lamm"),
        ("Kira Blank: Konzern lehnt Gespräche ab", "Konzern", "Kira Blank"),
    ],
)
def test_a_heading_and_what_stands_behind_it_have_their_own_holders(text: str, word: str, right: str) -> None:
    assert name(text, word) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Nachrichtenagentur dpa lehnt den Plan ab.", "dpa"),
        ("Das Magazin „Quer“ lehnt den Plan ab.", "Quer"),
        ("Der Sender RTL lehnt den Plan ab.", "RTL"),
        ("Der Automobilclub ADAC lehnt den Plan ab.", "ADAC"),
        ("Der Autobauer Falke AG spart. Der Konzern lehnt den Plan ab.", "Falke AG"),
    ],
)
def test_a_noun_for_bodies_is_no_part_of_the_name(text: str, right: str) -> None:
    assert name(text, "lehnt") == right


@pytest.mark.parametrize("noun", ["Ärzteschaft", "Opposition", "Lehrerschaft", "Bevölkerung", "Automobilindustrie"])
def test_nouns_for_many_people_are_collectives(noun: str) -> None:
    actor = by(f"Die {noun} lehnt den Plan ab.", "lehnt")
    assert actor is not None
    assert (actor.name, actor.kind) == (noun, "collective")


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Wie Karl Ebner hält auch Udo Lamm den Plan für falsch.", "hält", "Udo Lamm"),
        ("Wie die SPD lehnt auch die Union den Plan ab.", "lehnt", "Union"),
        ("Ebenso wie Karl Ebner fordert Udo Lamm einen Stopp.", "fordert", "Udo Lamm"),
        ("Anders als Karl Ebner lehnt Udo Lamm den Plan ab.", "lehnt", "Udo Lamm"),
        ("Kira Blank traf Udo Lamm. Der lehnt den Plan ab.", "lehnt", "Udo Lamm"),
        ("Karl Ebner gilt als Favorit von Udo Lamm. Der lobte ihn am Freitag.", "lobte", None),
    ],
)
def test_comparison_and_demonstrative_name_the_right_one_or_nobody(text: str, word: str, right: str | None) -> None:
    assert name(text, word) == right


def test_what_nearly_happened_is_said_by_nobody() -> None:
    commitments = found("Udo Lamm warnte vor dem Umbau. Die Stadt hätte das Haus fast verkauft.")
    assert [c.cue.text for c in commitments if c.cue is not None] == ["warnte"]
    assert len(commitments) == 1


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Nachbarn warten. Wären Sie bereit, das Haus zu verkaufen?", None),
        ("Die Nachbarn warten. „Dazu waren Sie bereit“, sagte Kira Blank.", None),
        ("„Dazu waren Sie bereit“, sagte Kira Blank dem Minister Udo Lamm.", "Udo Lamm"),
        ("„Dazu waren Sie bereit“, sagte Kira Blank zu Minister Udo Lamm.", "Udo Lamm"),
        ("Die Nachbarn warten. Sie sind bereit, das Haus zu verkaufen.", "Nachbarn"),
    ],
)
def test_a_polite_pronoun_is_who_is_spoken_to(text: str, right: str | None) -> None:
    assert name(text, "bereit") == right


def test_a_demonstrative_may_be_the_thing_that_was_named_last() -> None:
    assert name("Udo Lamm klagte über den Verband. Dieser lehnt den Plan ab.", "lehnt") is None
    assert name("Udo Lamm traf Karl Ebner am Montag. Dieser lehnt den Plan ab.", "lehnt") == "Karl Ebner"


@pytest.mark.parametrize(
    "before",
    [
        "Aus Sicht der Herrscher ist das falsch.",
        "Nach Angaben der Ermittler ist das falsch.",
        "Die G7 berät.",
        "Die Mutter eines Freundes klagt.",
        "Greenpeace protestiert.",
    ],
)
def test_one_man_is_no_number_of_people_and_no_body_of_unknown_gender(before: str) -> None:
    assert name(f"{before} Er lehnt den Plan ab.", "lehnt") is None


def test_a_report_goes_on_over_what_can_be_either_into_the_next_paragraph() -> None:
    text = "Udo Lamm sagte, es sei spät. Die Löhne stiegen maßvoll.\n\nDas Land brauche Ruhe."
    assert name(text, "Die Löhne") == name(text, "Das Land") == "Udo Lamm"


def test_what_somebody_is_or_was_is_nobody_else() -> None:
    text = "Udo Lamm, einst Bote in Kiel, heute Dozent in Bonn, warnte den Rat. Er lehnt den Plan ab."
    assert name(text, "lehnt") == "Udo Lamm"


def test_a_demonstrative_may_be_a_thing() -> None:
    text = "Udo Lamm hofft auf den Kreis. Der könne zahlen, sagte er. Er lehnt den Plan ab."
    assert name(text, "sagte") == "Udo Lamm"


INTERVIEW = "Kurier: Warum?{0}{1}: Wir sind spät dran. Der Bau kostet zu viel. Ich lehne das ab.{0}Kurier: Und dann?"


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_the_turn_of_an_interview_is_by_one_speaker(between: str) -> None:
    commitments = found("Udo Ebner leitet das Amt.\n\n" + INTERVIEW.format(between, "Ebner"))
    assert {c.actor.name for c in commitments if c.actor is not None} == {"Udo Ebner"}
    assert [c.rule for c in commitments] == ["discourse.headline", "discourse.turn", "rejection.ablehnen"]


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_a_turn_ends_where_perhaps_somebody_else_speaks(between: str) -> None:
    assert {c.actor.name for c in found(INTERVIEW.format(between, "Fazit")) if c.actor is not None} <= {None}


def test_two_headings_without_a_question_make_no_interview() -> None:
    assert [c.rule for c in found("SPD: Steuern runter\n\nCDU: Steuern rauf. Der Bau kostet zu viel.")] == [
        "discourse.headline",
        "discourse.headline",
    ]


def test_what_nobody_does_is_said_by_who_goes_on_speaking() -> None:
    text = "Der Verband teilte mit, die Preise stiegen. Bis zum Winter sei mit Verlusten zu rechnen."
    assert name(text, "Bis zum") == "Verband"


def test_what_stands_behind_the_colon_of_a_denial_is_by_who_denies() -> None:
    assert name("Malta wies den Vorwurf zurück: Der Bau sei sicher.", "Der Bau") == "Malta"


@pytest.mark.parametrize(
    "dateline", ["Bergfelde (dpa) – ", "Moor/Kiel (AFP) - ", "Wittenrade (dpa) – ", "Bad Sinkau (red) – ", "Kaltau – "]
)
def test_a_dateline_of_an_agency_is_nobody(dateline: str) -> None:
    assert name(f"{dateline}Die Leiterin hat den Plan abgelehnt.", "abgelehnt") == "Leiterin"


def test_the_verb_tells_how_many_a_subject_is() -> None:
    assert name("Bekannte aus dem Dorf wurden befragt. Er lehnt den Plan ab.", "lehnt") is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Davon halten wir wenig, sagte Udo Lamm. Wir lehnen das ab, sagte er.", "Udo Lamm"),
        ("Ich lehne das ab, sagte Udo Lamm.", "Udo Lamm"),
        ("Udo Lamm sagte, wir lehnten das ab.", None),
    ],
)
def test_words_in_the_first_person_without_marks_are_the_speakers(text: str, right: str | None) -> None:
    assert name(text, "lehn") == right


def test_a_body_in_the_neuter_is_no_man() -> None:
    assert name("Das Haus am Hang stand leer. Er lehnt den Plan ab.", "lehnt") is None


def test_who_passes_on_the_text_does_not_pass_on_what_stands_before_the_dateline() -> None:
    heading, body = "Minister sagt Besuch ab – Auch Serbien lehnt das ab.", "Kiel – Udo Lamm lehnt das ab."
    refusals = [c for c in found(f"{heading} {body} Das berichtet das Emsblatt.") if c.cue and "lehn" in c.cue.text]
    assert [[s.name for s in c.sources] for c in refusals] == [[], ["Emsblatt"]]


def test_a_quotation_behind_a_gesture_is_by_who_makes_it() -> None:
    text = "„Es ist gut“, sagte Udo Lamm. Kira Blank schüttelte den Kopf. „Das ist falsch.“ Der Bau koste zu viel."
    assert (name(text, "falsch"), name(text, "Der Bau")) == ("Kira Blank", "Kira Blank")


@pytest.mark.parametrize("verb", ["blieb dabei", "winkte ab", "schüttelte den Kopf", "nahm das zurück"])
def test_what_stands_behind_the_colon_of_a_turn_is_by_who_takes_it(verb: str) -> None:
    assert name(f"Der Minister {verb}: Der Bau koste zu viel.", "Der Bau") == "Minister"


def test_a_gesture_begins_what_nobody_spoke_before() -> None:
    assert name("Das Licht ging aus. Karl Ebner schüttelte den Kopf. Der Bau koste zu viel.", "Der Bau") == "Karl Ebner"


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [
        ("Wenn es nicht regne, drohten Ausfälle.", True),
        ("Viele Anträge blieben sonst ein halbes Jahr liegen.", True),
        ("Die Verträge blieben zehn Jahre gültig. Wer kündige, zahle.", True),
        ("Die Beiträge stiegen erst in zehn Jahren.", True),
        ("Die Beiträge stiegen in den letzten zehn Jahren.", False),
        ("Noch vor fünf Jahren hätte das Panik ausgelöst.", False),
        ("Mit tausend Stimmen mehr hätte er gewonnen.", False),
        ("Das wäre ein Fehler.", True),
        ("Ein Umzug würde Millionen kosten.", False),
        ("Dabei hätte es so weit nicht kommen müssen.", False),
        ("Die Pläne dürften auf Widerspruch stoßen.", False),
        ("Die Pläne dürften nicht scheitern.", True),
        ("Versuche zeigten, dass es gelingt.", False),
        ("Nicht weil man faul sei, sondern weil das Geld fehle.", True),
        ("Gut möglich, dass man schließen müsse.", True),
        ("Gut möglich, dass es regnet.", False),
        ("Die Gebühren steigen, das Land zahle nichts.", True),
        ("Die Gebühren steigen, das Land zahlt nichts.", False),
        ("Der Plan werde im Rat abgelehnt.", True),
    ],
)
def test_what_may_be_the_narrators(sentence: str, goes_on: bool) -> None:
    free = [c for c in found(f"Karl Ebner sagte, es sei spät. {sentence}") if c.cue is None]
    assert bool(free) == goes_on


@pytest.mark.parametrize(
    "mention",
    [
        "Italiens Außenminister Udo Lamm",
        "Bremens früherer Senator Udo Lamm",
        "Klimaforscher Udo Lamm",
        "Der Staatsanwalt Udo Lamm",
    ],
)
def test_a_surname_takes_up_a_full_name_behind_whose_it_is_and_what_they_do(mention: str) -> None:
    assert name(f"{mention} reiste ab. Lamm lobte den Plan.", "lobte") == "Udo Lamm"
    assert name(f"{mention} lobte den Plan.", "lobte") == "Udo Lamm"


@pytest.mark.parametrize(
    ("report", "who"),
    [
        ("Ein Nachbar habe ihr zugerufen, sie solle fliehen, erzählt Rita Lamm.", "Rita Lamm"),
        ("Wie Rita Lamm schreibt, notierte Karl Ebner, es sei spät.", "Karl Ebner"),
    ],
)
def test_who_reports_an_act_in_the_konjunktiv_goes_on_and_who_acts_in_the_indicative(report: str, who: str) -> None:
    assert name(f"{report} Der Bau habe zu viel gekostet.", "Der Bau") == who


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("dem „Tagesboten“", "Karl Ebner"),
        ("dem Talboten", "Karl Ebner"),
        ("Rita Lamm vom „Tagesboten“", "Rita Lamm"),
    ],
)
def test_a_paper_named_like_a_person_passes_on_and_a_person_of_a_paper_speaks(source: str, who: str) -> None:
    assert name(f"Laut {source} fordert Karl Ebner einen Neubau. Der Bau koste zu viel.", "Der Bau") == who


def test_no_pronoun_means_man() -> None:
    assert name("Udo Lamm klagte. Man sorge sich um das Geld. Er sei gelassen, sagte er.", "sagte") == "Udo Lamm"
    assert name("Man sorgt sich um das Geld. Er sei gelassen, sagte er.", "sagte") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Man stelle sich vor, eine Schule hätte das getan.",
        "Man bedenke die Kosten.",
        "Es sei daran erinnert, dass das Haus alt ist.",
        "Es sei am Rande erwähnt, dass das Haus alt ist.",
        "Sei es aus Trotz, sei es aus Überzeugung: Alle blieben.",
        "Gesetzt den Fall, es regne, fehlen Zelte.",
        "Dabei wäre es so einfach.",
    ],
)
def test_what_a_narrator_begs_to_say_or_supposes_is_nobodys(sentence: str) -> None:
    assert not [
        c for c in found(f"Karl Ebner sagte, der Plan stehe. {sentence}") if c.rule == "discourse.free_indirect"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "So steht es am Tor.",
        "So beginnt der Antrag der Fraktion.",
        "Dieser Satz hängt seit Montag am Tor.",
        "Das Transparent hat jemand über Nacht aufgehängt.",
    ],
)
def test_a_quotation_that_is_said_to_stand_somewhere_is_nobodys(sentence: str) -> None:
    assert name(f"Karl Ebner lobte den Plan. „Wir kommen wieder.“ {sentence}", "wieder") is None


def test_a_sentence_behind_a_quotation_that_is_closed_does_not_claim_it() -> None:
    text = "Karl Ebner lobte den Plan. „Ein guter Tag für beide!“ Das Büro des Kanzlers widersprach."
    assert name(text, "guter") == "Karl Ebner"


def test_in_the_morning_is_not_tomorrow() -> None:
    assert not [c for c in found("Karl Ebner forderte Geld. Am Morgen wehten Fahnen vom Turm.") if c.cue is None]


def test_who_speaks_for_others_takes_the_turn() -> None:
    assert (
        name("Die Tochter schwieg, für sie sprach ihr Anwalt Karl Ebner. Der Tod sei vermeidbar.", "Tod")
        == "Karl Ebner"
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ute Ott warnte davor. Die Landrätin Kira Blank saß in der ersten Reihe. Sie lehnt das ab.", None),
        ("Ute Ott warnte davor. Die Landrätin Kira Blank hörte zu. Sie lehnt das ab.", None),
        ("Ute Ott warnte davor. Die Landrätin Kira Blank widersprach. Sie lehnt das ab.", "Kira Blank"),
        ("Udo Lamm warnte davor. Die Landrätin Kira Blank saß in der ersten Reihe. Sie lehnt das ab.", "Kira Blank"),
        ("Ute Ott warnte davor. Die Landrätin Kira Blank hält wenig davon. Sie lehnt das ab.", "Kira Blank"),
    ],
)
def test_who_only_looks_on_is_no_nearer_than_who_spoke(text: str, right: str | None) -> None:
    actor = by(text, "lehn")
    assert actor is not None
    assert actor.name == right
