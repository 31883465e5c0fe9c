"""Two voices: after a report of what somebody else said one of the two goes on, or it is left open which."""

from __future__ import annotations

import pytest

from stance.model import Commitment
from tests.context.test_hard_cases import found

_ORDER = "Die Pflegerin Marta Kolb berichtete, der Heimleiter habe ihr befohlen, die Akten zu ändern."
_WORDS = "Die Landrätin Ulla Feld sagte, der Minister habe ihr erklärt, die Mittel seien aufgebraucht."
_PROMISE = "Die Landrätin Ulla Feld sagte, der Minister habe ihr zugesagt, die Mittel aufzustocken."
_SOURCE = "Nach den Worten des Pfarrers erzählte ihm eine Nachbarin, das Haus stehe seit Jahren leer."


def last(text: str) -> Commitment:
    return found(text)[-1]


def name(text: str) -> str | None:
    actor = last(text).actor
    return None if actor is None else actor.name


@pytest.mark.parametrize(
    "report",
    [_PROMISE, "Laut Landrätin Ulla Feld hat der Minister zugesagt, die Mittel aufzustocken."],
)
@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Auch die Schule solle einen Anbau bekommen.", "Minister"),
        ("Zudem werde der Bund die Brücke bezahlen.", "Minister"),
        ("Das Geld werde im Herbst ausgezahlt.", "Ulla Feld"),
        ("Das Gespräch habe eine Stunde gedauert.", "Ulla Feld"),
        ("Auch der Rat habe lange gewartet.", "Ulla Feld"),
    ],
)
def test_what_adds_to_a_promise_is_of_who_made_it(report: str, sentence: str, who: str) -> None:
    assert name(f"{report} {sentence}") == who


@pytest.mark.parametrize("sentence", ["Anders gehe es nicht.", "Das Haus stehe vor dem Aus.", "Das sei üblich."])
@pytest.mark.parametrize(
    ("report", "who"), [(_ORDER, ("Marta Kolb", "Heimleiter")), (_WORDS, ("Ulla Feld", "Minister"))]
)
def test_what_either_may_say_is_left_open(report: str, who: tuple[str, str], sentence: str) -> None:
    actor = last(f"{report} {sentence}").actor
    assert actor is not None
    assert (actor.name, actor.candidates) == (None, who)


@pytest.mark.parametrize(
    "sentence",
    ["Er selbst könne das nicht.", "Sie solle den Mund halten.", "Sonst verliere sie ihre Stelle.", "Nur so gehe es."],
)
def test_what_only_the_inner_one_can_mean_is_theirs(sentence: str) -> None:
    assert name(f"{_ORDER} {sentence}") == "Heimleiter"


def test_the_outer_one_reports_what_the_inner_one_goes_on_with() -> None:
    assert [s.name for s in last(f"{_ORDER} Er selbst könne das nicht.").sources] == ["Marta Kolb"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie selbst sei krank.",
        "Sie sei danach krank geworden.",
        "Inzwischen gehe das nicht mehr.",
        "Der Heimleiter sei überfordert.",
        "Niemand sei ihr zu Hilfe gekommen.",
    ],
)
def test_what_only_the_outer_one_can_mean_is_theirs(sentence: str) -> None:
    assert name(f"{_ORDER} {sentence}") == "Marta Kolb"


def test_what_became_of_a_promise_is_told_by_whom_it_was_made_to() -> None:
    assert name(f"{_PROMISE} Das Geld fehle.") == "Ulla Feld"


def test_a_defence_of_the_inner_one_in_the_perfect_is_left_open() -> None:
    assert name(f"{_WORDS} Er habe das Geld verteilt.") is None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Der Keller stehe unter Wasser.", "Nachbarin"),
        ("Er habe das nicht geahnt.", "Pfarrer"),
        ("Er kenne das Haus.", None),
    ],
)
def test_whose_words_are_given_goes_on_unless_the_subject_is_their_source(sentence: str, who: str | None) -> None:
    assert name(f"{_SOURCE} {sentence}") == who


def test_the_outer_voice_goes_on_once_it_has_been_heard_again() -> None:
    assert name(f"{_ORDER} Sie habe abgelehnt. Das Haus stehe vor dem Aus.") == "Marta Kolb"


def test_a_pronoun_that_may_be_the_speakers_is_nobody_else() -> None:
    assert name("Die Richterin sagte, sie habe ihm befohlen zu gehen. Anders gehe es nicht.") == "Richterin"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Er habe Schulden begleichen müssen.", "Prokurist"),
        ("Er sei seit Montag in Haft.", None),
        ("Der Schaden liege bei einer Million.", "Polizei"),
        ("Jetzt sei er in Haft.", "Polizei"),
    ],
)
def test_why_somebody_did_what_they_confess_is_told_by_them(sentence: str, who: str | None) -> None:
    assert name(f"Nach Angaben der Polizei gestand der Prokurist, Geld genommen zu haben. {sentence}") == who


def test_what_happened_after_an_act_that_a_medium_tells_of_is_left_open() -> None:
    text = "Radio Kelmar meldete, die Rebellen hätten mit der Sprengung gedroht. Die Bewohner seien geflohen."
    assert name(text) is None


def test_a_medium_that_reproaches_speaks_for_itself() -> None:
    text = "Die „Elbauen-Zeitung“ wirft dem Rat Wortbruch vor. Er habe Zuschüsse versprochen. Das sei nicht lange her."
    assert name(text) == "Elbauen-Zeitung"


def test_whom_minutes_tell_of_and_who_spoke_to_them_may_both_go_on() -> None:
    text = (
        "Wie aus dem Protokoll des Bauausschusses hervorgeht, hat Jan Kranz Geld in Aussicht gestellt. "
        "Das Amt habe ihm signalisiert, den Plan zu ändern. Bis dahin gelte Tempo 30."
    )
    actor = last(text).actor
    assert actor is not None
    assert actor.candidates == ("Jan Kranz", "Amt")


def test_who_wrote_to_somebody_speaks_in_the_letter() -> None:
    text = "Der Betriebsrat hat der Belegschaft geschrieben. In dem Brief heißt es, die Verträge seien alt."
    assert name(text) == "Betriebsrat"


def test_who_reads_out_a_report_is_the_outermost_source_of_what_is_told_in_it() -> None:
    text = (
        "Die Vorsitzende Kira Blank verlas den Bericht von Udo Lamm. Darin heißt es, Karl Ebner habe alles bestritten."
    )
    assert [s.name for s in last(text).sources] == ["Kira Blank", "Udo Lamm"]


_CLAIM = "Der Angeklagte habe ihr gesagt, er sei nicht gefahren, berichtete Polizistin Svenja Kuhl."


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Seine Frau habe am Steuer gesessen.", None),
        ("Seine Frau habe am Steuer gesessen, er selbst habe geschlafen.", "Angeklagter"),
        ("Ihr Kollege habe am Steuer gesessen.", "Svenja Kuhl"),
        ("Daran habe er sich erinnert.", "Svenja Kuhl"),
    ],
)
def test_a_claim_goes_on_with_what_only_one_of_the_two_can_mean(sentence: str, who: str | None) -> None:
    assert name(f"{_CLAIM} {sentence}") == who


def test_what_is_read_out_for_somebody_goes_on_with_them() -> None:
    text = "Anwältin Kira Blank verlas eine Erklärung, in der Udo Lamm die Tat einräumte. Er sei betrunken gewesen."
    assert name(text) == "Udo Lamm"


def test_what_goes_on_behind_a_mere_plan_is_told_by_who_passes_it_on() -> None:
    text = "Der Konzern plant die Schließung. Betroffen seien kleine Märkte. Das berichtet die „Rundschau“."
    assert name(text) == "Rundschau"


def test_abuse_of_who_tells_of_it_may_go_on() -> None:
    text = "Kellnerin Lea Brandt schildert, wie der Gast sie beschimpfte. Sie sei zu dumm zum Tragen."
    actor = last(text).actor
    assert actor is not None
    assert actor.candidates == ("Lea Brandt", "Gast")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [("Das sei sein bester Satz gewesen.", "Lena Kolb"), ("Freitags habe man sie auseinandergeschraubt.", "Udo Lamm")],
)
def test_whom_a_writer_quotes_goes_on_but_of_the_words_the_writer_speaks(sentence: str, who: str) -> None:
    report = "In ihrem Buch zitiert Lena Kolb den Werftchef Udo Lamm mit den Worten: „Wir haben Schiffe gebaut.“"
    assert name(f"{report} {sentence}") == who


def test_what_is_read_out_goes_on_as_the_words_of_whose_it_is() -> None:
    text = (
        "Die Richterin Kira Blank hat die Aussage des Angeklagten Udo Lamm verlesen. "
        "Darin behauptet er, zu Hause gewesen zu sein. Seine Freundin habe gekocht."
    )
    assert name(text) == "Udo Lamm"


def test_whose_words_are_given_goes_on_and_not_who_gives_them() -> None:
    text = "Man zahle nicht, gab der Dolmetscher die Worte von Minister Udo Lamm wieder. Das Geld sei knapp."
    assert name(text) == "Udo Lamm"
    assert [s.name for s in last(text).sources] == ["Dolmetscher"]


def test_a_reply_told_by_others_stands_beside_what_it_answers() -> None:
    text = (
        "Die Zeitung berichtet unter Berufung auf Teilnehmer, Parteichef Udo Lamm habe gesagt, die Lage sei ernst. "
        "Generalsekretärin Kira Blank habe erwidert, das sei übertrieben."
    )
    assert [s.name for s in last(text).sources] == ["Zeitung", "Teilnehmer"]


def test_what_happened_to_a_thing_may_be_told_by_either() -> None:
    text = "Sabine Ahrens sagte, ihre Nachbarin Doris Fink habe ihr gedroht. Der Streifen sei 1974 verkauft worden."
    assert name(text) is None


def test_praise_in_an_attribute_opens_no_speech() -> None:
    text = "Die von Minister Udo Lamm gelobte Kira Blank ging nach Hause. Es sei spät."
    assert name(text) != "Udo Lamm"


def test_what_somebody_had_said_before_is_told_by_the_way() -> None:
    text = "Die Daten fehlten, sagt Hanna Vogt. Peer Lind hatte von einem Rückgang gesprochen. Das sei falsch."
    actor = last(text).actor
    assert actor is not None
    assert (actor.name, actor.candidates) == (None, ("Peer Lind", "Hanna Vogt"))


def test_what_is_said_in_turn_is_of_who_says_it() -> None:
    assert name("Das Netz halte, sagte Hanna Vogt. Peer Lind sprach von einem Rückgang. Das sei falsch.") == "Peer Lind"


def test_what_a_suspect_claims_is_left_open_between_him_and_who_tells_of_it() -> None:
    text = "Nach Angaben der Ermittler hatte der Fahrer angegeben, geschlafen zu haben. Er habe das Auto nicht gesehen."
    actor = last(text).actor
    assert actor is not None
    assert actor.candidates == ("Ermittler", "Fahrer")


def test_who_admits_something_may_tell_why_where_the_police_tell_of_it() -> None:
    text = "Wie die Polizei mitteilte, räumte der Fahrer die Tat ein. Er habe sich geärgert."
    assert name(text) == "Fahrer"


def test_what_the_police_tell_of_an_admission_is_their_own() -> None:
    text = "Wie die Polizei mitteilte, räumte der Fahrer die Tat ein. Der Schaden sei hoch."
    assert name(text) == "Polizei"
