"""Who reports an act: every class of source, chains of them, and where they begin and end."""

from __future__ import annotations

import pytest

from stance.model import Commitment
from tests.context.test_hard_cases import found


def act(text: str, cue: str) -> Commitment:
    """The commitment with a cue that holds a word."""
    return next(c for c in found(text) if c.cue is not None and cue in c.cue.text)


def sources(text: str, cue: str) -> list[str | None]:
    return [source.name for source in act(text, cue).sources]


@pytest.mark.parametrize(
    "text",
    [
        "Laut der Emszeitung fordert die Feuerwehr neue Fahrzeuge.",
        "Der Emszeitung zufolge fordert der Landrat neue Gesetze.",
        "Einem Bericht der Emszeitung zufolge fordert der Minister neue Gesetze.",
        "Der Konzern fordert nach Angaben der Emszeitung einen Zuschuss.",
        "Nach Informationen der Emszeitung fordert der Verband neue Gesetze.",
        "Der Verband fordert, wie die Emszeitung schreibt, neue Gesetze.",
        "Wie die Emszeitung berichtete, fordert der Verband neue Gesetze.",
        "Der Verband fordert neue Gesetze, berichtet die Emszeitung.",
        "So fordere der Verband laut der Emszeitung neue Gesetze.",
        "Der Verband fordert – so berichtet es die Emszeitung – neue Gesetze.",
        "Die Emszeitung berichtet, dass der Verband neue Gesetze fordert.",
        "Der Verband fordert neue Gesetze. Das berichtet die Emszeitung.",
        "Der Verband fordert neue Gesetze. Darüber berichtete die Emszeitung.",
        "Der Verband fordert neue Gesetze. Zuerst hatte die Emszeitung darüber berichtet.",
        "Der Verband fordert neue Gesetze. Die Emszeitung hatte zuerst darüber berichtet.",
        "Die Emszeitung zitierte den Landrat mit den Worten: „Wir fordern neue Gesetze.“",
    ],
)
def test_a_paper_that_passes_on_an_act_is_its_outermost_source(text: str) -> None:
    assert sources(text, "forder")[0] == "Emszeitung"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nach Darstellung der Anwältin lehnt der Zeuge eine Aussage ab.", "Anwältin"),
        ("Nach den Worten von Sprecher Jan Petersen lehnt der Konzern Gespräche ab.", "Jan Petersen"),
        ("Nach Auffassung von Kira Blank lehnt der Konzern Gespräche zu Unrecht ab.", "Kira Blank"),
        ("Der Minister lehne den Plan ab, hieß es aus Regierungskreisen.", "Regierungskreise"),
        ("Der Minister lehne den Plan ab, so der Sprecher gegenüber der Emszeitung.", "Sprecher"),
        ("Der Nachrichtenagentur dpa zufolge lehnt der Landrat den Plan ab.", "dpa"),
        ("Das Magazin „Quer“ berichtet, der Verband lehne den Plan ab.", "Quer"),
        ("Laut Medienberichten lehnt der Minister den Plan ab.", "Medienberichte"),
        ("Wie Kira Blank mitteilte, lehnt der Konzern den Plan ab.", "Kira Blank"),
        ("Kritiker sagen, die Regierung lehne den Plan nur zum Schein ab.", "Kritiker"),
        ("Der Landrat lehnt den Plan ab. Das geht aus einem Bericht der Emszeitung hervor.", "Emszeitung"),
        ("Die Agentur zitierte einen Sprecher, der Konzern lehne den Plan ab.", "Agentur"),
    ],
)
def test_every_kind_of_reporter_is_named(text: str, name: str) -> None:
    assert sources(text, "lehn")[0] == name


@pytest.mark.parametrize(
    ("medium", "name"),
    [
        ("das Portal „Kieselstein“", "Kieselstein"),
        ("der Sender Radio Westküste", "Radio Westküste"),
        ("der Sender Welle Ost", "Welle Ost"),
        ("der Sender Kanal 7", "Kanal 7"),
        ("der Branchendienst Fracht Aktuell", "Fracht Aktuell"),
        ("der Wirtschaftsdienst Kompass", "Kompass"),
        ("die Wochenzeitung „Der Lotse“", "Der Lotse"),
        ("die Tageszeitung Neue Wege", "Neue Wege"),
        ("der „Bote am Abend“", "Bote am Abend"),
        ("die Zeitung „Wald und Weide“", "Wald und Weide"),
        ("der Blog „Ortsgespräch“", "Ortsgespräch"),
        ("die Umweltorganisation Klares Wasser", "Klares Wasser"),
    ],
)
@pytest.mark.parametrize(
    "frame", ["Wie {} schreibt, lehnt die Kanzlei den Plan ab.", "Die Kanzlei lehnt den Plan ab. Das meldet {}."]
)
def test_the_name_behind_the_noun_for_a_medium_is_its_name(frame: str, medium: str, name: str) -> None:
    assert sources(frame.format(medium), "lehnt") == [name]


@pytest.mark.parametrize("paper", ["„Elstaler Zeitung“", "„Neuer Bote“", "„Der Lotse“", "„Bote am Abend“"])
def test_a_paper_without_article_behind_laut_is_the_source(paper: str) -> None:
    text = f"Laut {paper} hat Werkleiter Jan Petersen angekündigt, die Halle zu schließen."
    assert sources(text, "angekündigt") == [paper.strip("„“")]


def test_a_paper_is_not_the_company_that_is_spoken_of() -> None:
    text = "Laut „Neuer Bote“ plant der Konzern den Abbau von Stellen."
    assert act(text, "plant").actor.name == "Konzern"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Chef habe gesagt, sie solle warten, erzählte Kira Blank.",
        "Ihr Chef habe gesagt, sie solle warten, so Kira Blank.",
        "Ihr Chef habe gesagt, dass sie warten solle, erzählte Kira Blank.",
        "Ihr Chef habe gesagt, erzählte Kira Blank, sie solle warten.",
    ],
)
def test_a_report_at_the_end_is_over_the_whole_sentence(text: str) -> None:
    assert sources(text, "gesagt") == ["Kira Blank"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Wie die Emszeitung erfuhr, lehnt die Kanzlei den Plan ab.", ["Emszeitung"]),
        ("Wie die Emszeitung aus Senatskreisen erfuhr, lehnt die Kanzlei den Plan ab.", ["Emszeitung", "Senatskreise"]),
        ("Wie die Übersetzerin dolmetschte, lehnt der Gast den Plan ab.", ["Übersetzerin"]),
        ("Die Dolmetscherin übersetzte, der Gast lehne den Plan ab.", ["Dolmetscherin"]),
        ("Wie aus einem Vermerk der Stadt hervorgeht, lehnt die Kanzlei den Plan ab.", ["Stadt"]),
        ("Aus den Akten geht hervor, dass die Kanzlei den Plan ablehnt.", ["Akten"]),
        ("In einem Brief des Klinikrats heißt es, die Kanzlei lehne den Plan ab.", ["Klinikrat"]),
        ("Die Kanzlei lehne den Plan ab, heißt es in einem Papier des Heimatvereins Moor.", ["Heimatverein Moor"]),
        ("In einem Gutachten der Ärztekammer steht, die Kanzlei lehne den Plan ab.", ["Ärztekammer"]),
        ("In Koalitionskreisen hieß es, die Kanzlei lehne den Plan ab.", ["Koalitionskreise"]),
        ("Aus dem Umfeld des Trainers hieß es, die Kanzlei lehne den Plan ab.", ["Umfeld des Trainers"]),
        ("In dem Brief heißt es, die Kanzlei lehne den Plan ab.", []),
    ],
)
def test_who_found_out_wrote_or_rendered_it_is_its_source(text: str, chain: list[str]) -> None:
    assert sources(text, "lehn") == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Nach Angaben der Emszeitung lehnt die Firma das ab. Das habe eine Sprecherin bestätigt.",
            ["Emszeitung", "Sprecherin"],
        ),
        (
            "Die Firma lehnt das ab. Das berichtet die Emszeitung unter Berufung auf den Sprecher Jan Petersen.",
            ["Emszeitung", "Jan Petersen"],
        ),
        ("Die Firma lehnt das ab. Das berichtet die Emszeitung unter Berufung auf ein Papier.", ["Emszeitung"]),
        ("Die Firma lehnt das ab. Das erfuhr die Emszeitung aus Parteikreisen.", ["Emszeitung", "Parteikreise"]),
        ("Die Firma lehnt das ab. Das verlautete aus Parteikreisen.", ["Parteikreise"]),
        (
            "Die Emszeitung berichtet, die Firma lehne das ab. Das Blatt beruft sich dabei auf mehrere Angestellte.",
            ["Emszeitung", "mehrere Angestellte"],
        ),
        (
            "Laut der Emszeitung, die sich auf Parteikreise beruft, lehnt die Firma das ab.",
            ["Emszeitung", "Parteikreise"],
        ),
        ("Die Firma lehnt das ab. Der Anwalt beruft sich auf mehrere Angestellte.", []),
    ],
)
def test_other_sentences_name_sources_outside_and_inside_the_report(text: str, chain: list[str]) -> None:
    assert sources(text, "lehn") == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Der Klinikrat hat einen Brief geschrieben. Darin heißt es, die Firma lehne das ab.", ["Klinikrat"]),
        ("Der Klinikrat legte seinen Bericht vor. Darin steht, die Firma lehne das ab.", ["Klinikrat"]),
        (
            "In einem Brief warnt der Klinikrat vor Kürzungen. In dem Schreiben heißt es, die Firma lehne das ab.",
            ["Klinikrat"],
        ),
        ("Der Bericht des Klinikrats liegt vor. Darin heißt es, die Firma lehne das ab.", ["Klinikrat"]),
        ("Der Klinikrat kritisiert den Bericht. Darin heißt es, die Firma lehne das ab.", []),
        ("Der Klinikrat schrieb einen Brief. Aus der Stadt hieß es, die Firma lehne das ab.", ["Stadt"]),
        ("Es gibt einen Bericht der Emszeitung, wonach die Firma das ablehnt.", ["Emszeitung"]),
        ("Die Berichte der Emszeitung, denen zufolge die Firma das ablehnt, sind alt.", ["Emszeitung"]),
        ("Sie glaubt der Aussage des Zeugen, nach der die Firma das ablehnt.", ["Zeuge"]),
        ("Die Anwältin las aus einem Brief vor, in dem die Firma das ablehnt.", ["Anwältin"]),
        ("Die Anwältin fand einen Brief, in dem die Firma das ablehnt.", []),
    ],
)
def test_who_wrote_or_reads_a_paper_is_the_source_of_what_it_says(text: str, chain: list[str]) -> None:
    assert sources(text, "lehn") == chain


@pytest.mark.parametrize(
    ("text", "cue", "chain"),
    [
        ("Es sei spät, versprach Jan Petersen nach Angaben von Gästen.", "versprach", ["Gäste"]),
        ("Es sei spät, soll Jan Petersen gesagt haben, wie mehrere Gäste berichten.", "gesagt", ["mehrere Gäste"]),
        ("Es sei spät, sagte Jan Petersen; zwei Firmen hätten bereits abgelehnt.", "abgelehnt", ["Jan Petersen"]),
        (
            "Aus einem Vermerk der Stadt, aus dem die Emszeitung zitiert, geht hervor, dass die Brücke bricht.",
            "hervor",
            ["Emszeitung"],
        ),
        (
            "Kira Blank zitiert aus einem Brief von Jan Petersen. Er sei müde, klagt Petersen darin.",
            "klagt",
            ["Kira Blank"],
        ),
        ("Wie die „Wallstädter Allgemeine“ schreibt, lehnt die Firma das ab.", "lehnt", ["Wallstädter Allgemeine"]),
        ("Der Rat pochte auf das Versprechen des Landes, das Bad zu erhalten.", "Versprechen", ["Rat"]),
        ("Der Rat wies den Vorwurf des Landes zurück, er habe gelogen.", "Vorwurf", ["Rat"]),
    ],
)
def test_what_stands_over_an_act_without_holding_it_reports_it(text: str, cue: str, chain: list[str]) -> None:
    assert sources(text, cue) == chain


def test_who_says_it_in_a_further_clause_does_not_go_on() -> None:
    text = "Es sei spät, sagte Jan Petersen; zwei Firmen hätten bereits abgelehnt. Alle seien müde."
    assert found(text)[-1].actor.name == "Jan Petersen"  # type: ignore[union-attr]


def test_what_the_konjunktiv_tells_of_is_said_by_the_source() -> None:
    text = "Ein Nachbar habe gesagt, sie solle gehen, erzählt Kira Blank. Sie habe nur die Pässe gegriffen."
    assert found(text)[-1].actor.name == "Kira Blank"  # type: ignore[union-attr]


def test_who_quotes_from_a_letter_reports_who_wrote_it() -> None:
    commitment = act("Die Anwältin zitierte aus einem Brief des Klinikrats: „Wir sind am Ende.“", "zitierte")
    assert commitment.actor is not None
    assert (commitment.actor.name, [s.name for s in commitment.sources]) == ("Klinikrat", ["Anwältin"])


def test_who_gives_the_words_of_somebody_reports_them() -> None:
    commitment = act("Der Anwalt gab die Haltung des Klinikrats so wieder: „Wir sind am Ende.“", "gab")
    assert commitment.actor is not None
    assert (commitment.actor.name, [s.name for s in commitment.sources]) == ("Klinikrat", ["Anwalt"])


def test_what_is_reported_and_pointed_at_is_passed_on_by_nobody() -> None:
    text = "Die Halle bleibt zu. Das habe ihm die Stadt mitgeteilt, sagte Jan Petersen. Ersatz wolle sie nicht."
    assert sources(text, "mitgeteilt") == ["Jan Petersen"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nach Polizeiangaben drohte der Mann mit Mord. Eine Streife habe ihn überwältigt.", None),
        ("Nach Medienberichten kündigte der Trainer seinen Abschied an. Der Druck sei zu groß.", "Trainer"),
        ("Insidern zufolge will der Konzern verkaufen. Die Gespräche seien weit gediehen.", None),
        ("Einem Insider zufolge will der Konzern verkaufen. Die Gespräche seien weit gediehen.", "Insider"),
    ],
)
def test_who_is_only_told_to_have_acted_does_not_speak(text: str, speaker: str | None) -> None:
    last = found(text)[-1]
    assert (None if last.actor is None else last.actor.name) == speaker


def test_what_a_source_confirms_is_not_said_by_who_goes_on() -> None:
    text = "Nach Angaben der Emszeitung lehnt die Firma das ab. Das habe eine Sprecherin bestätigt."
    assert [c.cue for c in found(text) if c.cue is None] == []


def test_a_report_in_the_konjunktiv_behind_its_content_goes_on() -> None:
    text = "Kira Blank erzählte, ihr Chef habe gelacht. Dort bleibe niemand, habe er gesagt. Sie sei gegangen."
    assert sources(text, "gesagt") == ["Kira Blank"]
    assert found(text)[-1].actor.name == "Kira Blank"  # type: ignore[union-attr]


def test_what_a_medium_passes_on_goes_on_behind_it() -> None:
    text = "Die Firma droht mit der Schließung des Werks. Das berichtet die Emszeitung. Die Kosten seien zu hoch."
    last = found(text)[-1]
    assert last.actor is not None
    assert (last.actor.name, [s.name for s in last.sources]) == ("Firma", ["Emszeitung"])


@pytest.mark.parametrize(
    "text",
    [
        "Laut der Emszeitung droht die Firma mit Entlassungen. Der Betriebsrat habe Widerstand angekündigt.",
        "Die Firma will das Werk schließen. Das berichtet die Emszeitung. Der Betriebsrat habe Widerstand angekündigt.",
    ],
)
def test_an_act_beside_one_that_a_medium_tells_is_reported_by_the_medium(text: str) -> None:
    assert sources(text, "angekündigt") == ["Emszeitung"]


def test_whom_a_medium_reports_to_have_acted_last_goes_on() -> None:
    text = (
        "Laut der Emszeitung droht die Firma mit Entlassungen. Der Rat habe Widerstand angekündigt. Man gebe nicht auf."
    )
    last = found(text)[-1]
    assert last.actor is not None
    assert (last.actor.name, [s.name for s in last.sources]) == ("Rat", ["Emszeitung"])


def test_who_is_only_said_to_want_something_does_not_go_on() -> None:
    text = "Die Firma will das Werk schließen. Das berichtet die Emszeitung. Die Kosten seien zu hoch."
    assert found(text)[-1].actor.name == "Emszeitung"  # type: ignore[union-attr]


def test_whoever_writes_of_a_teller_hands_on_what_they_tell() -> None:
    text = "Wie Kira Blank schreibt, sagte Jan Petersen, es sei spät. Alle seien müde."
    last = found(text)[-1]
    assert last.actor is not None
    assert (last.actor.name, [s.name for s in last.sources]) == ("Jan Petersen", ["Kira Blank"])


def test_who_goes_on_with_acts_of_their_own_does_not_report_them() -> None:
    text = "Laut der Emszeitung hat der Aufsichtsrat Härte gefordert. Er lehne den Plan ab."
    assert sources(text, "lehne") == ["Emszeitung"]


def test_what_a_paper_shows_is_no_act_of_its_own() -> None:
    assert found("Aus dem Bericht geht hervor, dass die Mieten steigen.") == ()


def test_what_a_paper_is_told_is_addressed_to_it() -> None:
    commitment = act("„Wir lehnen den Plan ab“, sagte Jan Petersen der Emszeitung.", "sagte")
    assert commitment.sources == ()
    assert commitment.addressee is not None
    assert commitment.addressee.name == "Emszeitung"


@pytest.mark.parametrize(
    "text",
    [
        "Jan Petersen sagte im Deutschlandfunk, die Regierung lehne den Plan ab.",
        "In einem Interview mit der Emszeitung sagte Jan Petersen, die Regierung lehne den Plan ab.",
    ],
)
def test_where_something_is_said_is_no_source(text: str) -> None:
    assert sources(text, "lehne") == ["Jan Petersen"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Jan Petersen sagte, die Ministerin lehne das ab.", ["Jan Petersen"]),
        ("Laut der Emszeitung sagte Jan Petersen, die Ministerin lehne das ab.", ["Emszeitung", "Jan Petersen"]),
        ("Jan Petersen sagte laut der Emszeitung, die Ministerin lehne das ab.", ["Emszeitung", "Jan Petersen"]),
        ("Die Ministerin lehne das ab, sagte Jan Petersen laut der Emszeitung.", ["Emszeitung", "Jan Petersen"]),
        ("Jan Petersen sagte, laut der Emszeitung lehne die Ministerin das ab.", ["Jan Petersen", "Emszeitung"]),
        (
            "Die Ministerin lehnt das ab, sagte Jan Petersen. Das berichtet die Emszeitung.",
            ["Emszeitung", "Jan Petersen"],
        ),
        ("Jan Petersen sagte, der Zeuge habe behauptet, die Firma lehne das ab.", ["Jan Petersen", "Zeuge"]),
        (
            "Die Emszeitung schreibt, Jan Petersen habe gesagt, der Zeuge habe behauptet, die Firma lehne das ab.",
            ["Emszeitung", "Jan Petersen", "Zeuge"],
        ),
        (
            "Die Emszeitung berichtete unter Berufung auf einen Sprecher, die Firma lehne das ab.",
            ["Emszeitung", "Sprecher"],
        ),
        (
            "Wie die Emszeitung unter Berufung auf Regierungskreise berichtet, lehnt die Firma das ab.",
            ["Emszeitung", "Regierungskreise"],
        ),
        (
            "Wie die Emszeitung unter Verweis auf den Sprecher Jan Petersen berichtet, lehnt die Firma das ab.",
            ["Emszeitung", "Jan Petersen"],
        ),
        ("Die Firma wird von der Emszeitung mit den Worten zitiert, sie lehne das ab.", ["Emszeitung", "Firma"]),
    ],
)
def test_chains_stand_in_the_order_of_their_nesting(text: str, chain: list[str]) -> None:
    assert sources(text, "lehn") == chain


@pytest.mark.parametrize(
    "text",
    [
        "Man lehne das ab, sagte Jan Petersen, wie die Emszeitung berichtet.",
        "Man lehne das ab, sagte Jan Petersen, berichtet die Emszeitung.",
        "Jan Petersen sagte, man lehne das ab, wie die Emszeitung berichtet.",
        "„Wir lehnen das ab“, sagte Jan Petersen, wie das Protokoll vermerkt.",
        "„Wir lehnen das ab“, sagte Jan Petersen laut der Emszeitung.",
        "„Wir lehnen das ab“, wird Jan Petersen in der Emszeitung zitiert.",
    ],
)
def test_who_reports_a_report_stands_before_it(text: str) -> None:
    assert len(sources(text, "lehne")) == 2
    assert sources(text, "lehne")[1] == "Jan Petersen"


def test_words_without_a_verb_are_said_in_front_of_a_report() -> None:
    commitment = act("„Ohne Fleiß kein Preis“, sagte der Trainer, wie die Emszeitung berichtet.", "sagte")
    assert commitment.content is not None
    assert commitment.content.text == "„Ohne Fleiß kein Preis“"
    assert [s.name for s in commitment.sources] == ["Emszeitung"]


@pytest.mark.parametrize("verb", ["erklärte", "bestätigte", "versicherte", "ergänzte"])
def test_a_verb_of_saying_before_an_office_is_no_attribute(verb: str) -> None:
    assert act(f"Betroffen seien vor allem Kinder, {verb} Sprecher Jan Petersen.", verb).actor.name == "Jan Petersen"  # type: ignore[union-attr]


def test_what_an_interpreter_renders_goes_on_with_who_is_rendered() -> None:
    last = found("Wie die Dolmetscherin übersetzte, lehnt Jan Petersen den Plan ab. Er habe Zeit.")[-1]
    assert last.actor is not None
    assert last.actor.name == "Jan Petersen"


@pytest.mark.parametrize("cue", ["berichtete", "Berufung"])
def test_what_a_report_cites_does_not_report_that_report(cue: str) -> None:
    text = "Der Konzern habe den Plan aufgegeben, berichtete die Emszeitung unter Berufung auf Insider."
    assert sources(text, cue) == ([] if cue == "berichtete" else ["Emszeitung"])


def test_an_attribution_beside_a_verb_of_saying_reports_that_too() -> None:
    assert sources("Es sei spät, sagte der Sprecher laut der Emszeitung.", "sagte") == ["Emszeitung"]


def test_who_speaks_in_words_without_a_frame_is_the_source_of_what_they_tell() -> None:
    text = "„Wir kämpfen weiter“, sagte Kira Blank. „Der Konzern lehnt jedes Gespräch ab.“"
    assert sources(text, "lehnt") == ["Kira Blank"]


def test_who_a_heading_names_is_the_source_of_what_it_tells() -> None:
    assert sources("Kira Blank: Konzern lehnt Gespräche ab", "lehnt") == ["Kira Blank"]


def test_an_agency_in_the_dateline_is_no_source_of_its_own() -> None:
    assert sources("Emden (dpa) – Der Landrat fordert neue Gesetze.", "fordert") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kira Blank sagte, es sei spät. Der Konzern fordere Geduld.",
        "Kira Blank sagte, es sei spät. Die Städte forderten Geduld. Der Bund lehne das ab.",
        "Kira Blank sagte, es sei spät. Auch die Städte forderten künftig Geduld.",
        "Es sei spät, sagte Kira Blank. Der Bund habe nichts getan. Die Firma fordere Geduld.",
        "„Es ist spät“, sagte Kira Blank. Der Konzern fordere Geduld.",
    ],
)
def test_a_chain_goes_on_over_cues_in_the_konjunktiv(text: str) -> None:
    assert sources(text, "forder") == ["Kira Blank"]


@pytest.mark.parametrize(
    "text",
    [
        "Kira Blank sagte, es sei spät. Der Konzern fordert Geduld.",
        "Kira Blank sagte, es sei spät. Am Montag forderten die Städte neue Gesetze.",
        "Kira Blank sagte, es sei spät. Die Sonne schien. Der Konzern forderte Geduld.",
        "Kira Blank sagte, es sei spät. Die Städte forderten Geduld. Der Bund habe nichts getan.",
        "Kira Blank lobte den Plan. Die Städte forderten Geduld. Der Bund lehne das ab.",
    ],
)
def test_a_chain_ends_at_the_narrator(text: str) -> None:
    assert sources(text, "forder") == []


def test_a_chain_keeps_what_reports_it() -> None:
    text = "Laut der Emszeitung sagte Kira Blank, es sei spät. Die Kliniken forderten Hilfe. Der Bund lehne das ab."
    assert sources(text, "lehne") == ["Emszeitung", "Kira Blank"]


def test_a_konjunktiv_in_a_chain_is_no_unreal_act() -> None:
    text = "Kira Blank sagte, der Streit sei vorbei. Die Länder würden den Plan unterstützen."
    assert act(text, "unterstützen").status == "actual"


def test_what_somebody_is_a_source_of_alone_is_no_act_of_theirs() -> None:
    commitments = found("Die Bahn lehnt den Plan ab. Das teilte ein Sprecher mit.")
    assert [[s.name for s in c.sources] for c in commitments] == [["Sprecher"]]


def test_one_person_by_two_words_is_one_source() -> None:
    text = "Ministerin Kira Blank sagte, es sei spät. Sie gehe davon aus, dass der Bund den Plan ablehnt."
    assert sources(text, "ablehnt") == ["Kira Blank"]


def test_a_condition_in_a_chain_keeps_an_act_hypothetical() -> None:
    text = "Kira Blank sagte, es sei spät. Die Länder würden den Plan unterstützen, wenn der Bund zahlte."
    assert act(text, "unterstützen").status == "hypothetical"


def test_a_paper_of_several_words_in_quotation_marks_is_named_by_them() -> None:
    text = "Der Zeitung „Fluss und Land“ zufolge hat Udo Lamm gesagt, es sei spät."
    assert [[s.name for s in c.sources] for c in found(text)] == [["Fluss und Land"]]


def test_what_a_body_is_called_in_quotation_marks_is_no_name() -> None:
    assert [c.content.text for c in found("Udo Lamm nannte den Verband „unbelehrbar und stur“.") if c.content] == [
        "den Verband"
    ]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Der Verband fordere neue Gesetze, berichtete die Zeugin Anna Wolf.", True),
        ("Der Verband fordere neue Gesetze, schreibt der Ökonom Karl Huber.", True),
        ("Der Verband fordere neue Gesetze, berichtet die Emszeitung.", False),
        ("Der Verband fordere neue Gesetze, berichtet die Reporterin Eva Kranz.", False),
    ],
)
def test_somebody_who_tells_has_an_act_of_their_own_and_a_medium_passes_on(text: str, tells: bool) -> None:
    verbs = {c.cue.text for c in found(text) if c.cue is not None}
    assert bool(verbs & {"berichtete", "schreibt", "berichtet"}) == tells
    assert sources(text, "forder") != []


@pytest.mark.parametrize("name", ["Rotes Kreuz", "Weißer Ring", "Deutscher Kinderschutzbund"])
def test_a_noun_behind_an_adjective_with_a_capital_is_a_name(name: str) -> None:
    adjective, noun = name.split()
    article = {"es": "Das", "er": "Der"}[adjective[-2:]]
    text = f"{article} {adjective[:-1]} {noun} fordert neue Gesetze."
    assert act(text, "fordert").actor is not None


def test_a_paper_in_marks_says_the_quotation_behind_a_colon() -> None:
    said = act("Dagegen schreibt die „Emspost“: „Ein Haus ohne Gäste ist teuer.“", "schreibt")
    assert said.content is not None
    assert said.content.text == "„Ein Haus ohne Gäste ist teuer.“"


def test_who_speaks_for_somebody_and_reads_their_paper_is_a_source() -> None:
    text = "In der Erklärung, die sein {} Jan Holm verlas, räumt der Koch Uwe Lamm ein, gelogen zu haben."
    assert [sources(text.format(noun), "räumt") for noun in ("Anwalt", "Nachbar")] == [["Jan Holm"], []]


@pytest.mark.parametrize("paper", ["In Eva Holms Buch", "In einem Schreiben der Ärztin Eva Holm", "In ihrem Brief"])
def test_what_stands_in_a_paper_is_said_by_whose_it_is(paper: str) -> None:
    said = found(f"Die Ärztin Eva Holm zog Bilanz. {paper} heißt es, es fehle Geld.")[-1]
    assert said.actor is not None
    assert said.actor.name == "Eva Holm"


@pytest.mark.parametrize("noun", ["Bericht", "Abschlussbericht", "Zwischenbericht"])
def test_a_report_by_whatever_name_is_its_authors(noun: str) -> None:
    assert sources(f"Laut dem {noun} des Ministeriums forderte der Landkreis Geld.", "forderte") == ["Ministerium"]


def test_whom_a_chain_tells_of_as_told_something_tells_it() -> None:
    told = "Uwe Lamm kündigte seinen Rückzug an. {} Das berichtet die Emszeitung."
    acts = ("Sein Arzt habe ihm geraten, zu gehen.", "Der Rat lehne das ab.")
    named = [[s.name for s in found(told.format(act))[1].sources] for act in acts]
    assert named == [["Emszeitung", "Uwe Lamm"], ["Emszeitung"]]


def test_a_konjunktiv_in_an_answer_goes_on_with_who_is_told_of_there() -> None:
    answer = "Kreuz: Mein Chef sagte, es gebe keinen Platz. Der Rat lehne mich ab."
    text = f"Frau Kreuz, warum gehen Sie?\n\n{answer}\n\nUnd nun?\n\nKreuz: Nun ist Schluss."
    assert sources(text, "lehne") == ["Kreuz", "Chef"]


def test_one_answer_behind_a_question_is_an_interview() -> None:
    text = "Frau Kreuz, warum gehen Sie?\n\nKreuz: Es ist spät. Die Stadt hat uns Geld versprochen."
    assert [s.name for s in found(text)[-1].sources] == ["Kreuz"]


def test_demnach_hands_on_the_source_named_before() -> None:
    assert sources("Laut der Emszeitung fordert der Rat Geld. Der Bund lehnt das demnach ab.", "lehnt") == [
        "Emszeitung"
    ]


def test_who_reads_a_letter_out_reports_what_stands_in_it() -> None:
    text = "Der Wirt Uwe Lamm verlas einen Brief der Bank. Die Summe sei zu hoch, heißt es darin."
    assert sources(text, "heißt") == ["Uwe Lamm"]


def test_an_attribution_goes_on_behind_a_semicolon() -> None:
    text = "Laut der Emszeitung fordert der Rat Geld; der Bund habe das abgelehnt."
    assert sources(text, "abgelehnt") == ["Emszeitung"]
