"""Who goes on speaking: sources and those whom they tell of, and what a content that points back takes up."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found
from tests.discourse.test_actors import last


def going_on(text: str) -> list[tuple[str | None, list[str | None]]]:
    """Actor and sources of what goes on without a cue."""
    return [(c.actor.name if c.actor else None, [s.name for s in c.sources]) for c in found(text) if c.cue is None]


@pytest.mark.parametrize(
    ("text", "actor", "sources"),
    [
        ("Nach Angaben der Polizei drohte der Mann mit Selbstjustiz. Die Tür sei offen gewesen.", "Polizei", []),
        ("Dem Verband zufolge hat der Sponsor seinen Rückzug angekündigt. Im Etat fehle Geld.", "Verband", []),
        ("Laut der Elbzeitung hat Olaf Scholz die Hilfe angekündigt. Das Geld reiche.", "Olaf Scholz", ["Elbzeitung"]),
        ("Teilnehmern zufolge drohte Olaf Scholz mit Rücktritt. Es reiche ihm.", "Olaf Scholz", ["Teilnehmer"]),
        ("Nach Angaben der Polizei sagte Jan Voss, es brenne. Er sei weg.", "Jan Voss", ["Polizei"]),
        (
            "Die Elbzeitung berichtet, Olaf Scholz habe mit Rücktritt gedroht. Es reiche ihm.",
            "Olaf Scholz",
            ["Elbzeitung"],
        ),
        ("Olaf Scholz berichtet, die SPD habe mit Rücktritt gedroht. Es sei laut gewesen.", "Olaf Scholz", []),
        ("Jan Voss, so die Dolmetscherin, drohe mit Rücktritt. Es reiche ihm.", "Jan Voss", ["Dolmetscherin"]),
        ("Jan Voss habe mit Rücktritt gedroht, berichtete Olaf Scholz. Es sei laut gewesen.", "Olaf Scholz", []),
        ("Jan Voss räumte Fehler ein: Man habe den Zustand unterschätzt.", "Jan Voss", []),
        ("Jan Voss wies das zurück: Die Helfer hätten am Tor gestanden.", "Jan Voss", []),
        ("Jan Voss drohte mit Rücktritt. Danach sei Schluss.", "Jan Voss", []),
        ("Nach einem Bericht der Elbzeitung hat die SPD den Kauf beschlossen. Das Schiff fehle.", "Elbzeitung", []),
        ("Rosa Holm sagte, Jan Voss habe ihr mit Kündigung gedroht. Sie solle schweigen.", "Jan Voss", ["Rosa Holm"]),
    ],
)
def test_a_source_goes_on_unless_it_only_passes_on(text: str, actor: str, sources: list[str]) -> None:
    assert going_on(text) == [(actor, sources)]


@pytest.mark.parametrize(
    "reply", ["Die Ministerin widersprach dem.", "Die SPD nannte das falsch.", "Die SPD wies die Darstellung zurück."]
)
def test_what_points_back_takes_up_the_act_that_opened_the_chain(reply: str) -> None:
    first, goes_on, taken_up = found(f"Olaf Scholz sagte, die Steuer sinke. Das Geld reiche aus. {reply}")
    assert (goes_on.cue, taken_up.antecedent) == (None, first.id)


def test_a_quotation_belongs_to_no_cue_of_the_next_sentence() -> None:
    text = "Jan Voss nannte das eine Lüge. „Das Tor war zu.“ Meike Rust wies diese Behauptung zurück."
    assert going_on(text) == [("Jan Voss", [])]


def test_whom_a_medium_tells_of_goes_on() -> None:
    text = "Laut der Elbzeitung steigt die Miete. Jan Voss habe gesagt, es werde teuer. Das Geld fehle."
    assert going_on(text) == [("Jan Voss", ["Elbzeitung"])]


def test_a_sentence_that_begins_like_the_past_is_reported_where_its_other_half_is() -> None:
    text = "Rosa Holm warf dem Rat Trägheit vor. Die Sitzungen dauerten nie lange, und am Ende sei der Saal leer."
    assert going_on(text) == [("Rosa Holm", [])]


def test_what_a_medium_tells_is_taken_up_and_not_that_it_tells() -> None:
    text = "Die Elbzeitung meldete, Jan Voss habe gesagt, die Miete steige. Die Ministerin nannte das falsch."
    assert [(c.cue.text, c.antecedent) for c in found(text) if c.cue is not None][2] == ("nannte", "c2")


def test_who_translates_leaves_it_to_who_speaks_to_go_on() -> None:
    text = "Wie die Dolmetscherin übersetzte, drohte Jan Voss mit Streik. Es reiche ihm."
    assert going_on(text) == [("Jan Voss", ["Dolmetscherin"])]


@pytest.mark.parametrize(
    "question", ["„Wer zahlt denn das?“, fragt Jan Voss.", "Wer solle das zahlen, fragt Jan Voss."]
)
def test_who_asks_commits_to_nothing_and_goes_on(question: str) -> None:
    assert going_on(f"{question} Das Land sei pleite.") == [("Jan Voss", [])]


@pytest.mark.parametrize(
    "before",
    [
        "Rosa Holm, Leiterin der Schule",
        "Rosa Holm (47)",
        "Dazu Rosa Holm",
        "Die Leiterin Rosa Holm nach der Sitzung",
        "Rosa Holm weiter",
    ],
)
def test_who_stands_alone_before_a_colon_says_the_quotation_behind_it(before: str) -> None:
    assert going_on(f"Die Schule ist voll. {before}: „Wir brauchen Platz.“") == [("Rosa Holm", [])]


@pytest.mark.parametrize("before", ["Der Titel des Buchs", "Rosa Holm und ein Satz", "Auf dem Plakat der Schüler"])
def test_nobody_says_a_quotation_behind_a_thing_or_two_phrases(before: str) -> None:
    assert going_on(f"Die Schule ist voll. {before}: „Wir brauchen Platz.“") == []


@pytest.mark.parametrize(
    ("text", "actor", "content"),
    [
        (
            "Das sei nun einmal so, wischt die Trainerin den Einwand beiseite.",
            "Trainerin",
            "Das sei nun einmal so",
        ),
        ("Man werde alles prüfen, gibt sich der Konzern wortkarg.", "Konzern", "Man werde alles prüfen"),
        ("„Das klappt schon“, zuckt Jan Voss mit den Schultern.", "Jan Voss", "„Das klappt schon“"),
        ("„Wir bleiben im Dorf“, gibt sich die Wirtin kämpferisch.", "Wirtin", "„Wir bleiben im Dorf“"),
    ],
)
def test_a_verb_and_its_subject_right_behind_speech_say_whose_it_is(text: str, actor: str, content: str) -> None:
    (spoken,) = (c for c in found(text) if c.cue is None)
    assert (spoken.actor and spoken.actor.name, spoken.content and spoken.content.text) == (actor, content)


@pytest.mark.parametrize(
    "text",
    [
        "„Wer schweigt, stimmt zu“, steht über der Tür.",
        "„Ich komme“, und dann ging das Licht aus.",
        "„Wir bleiben“, steht Jan Voss der Schweiß auf der Stirn.",
    ],
)
def test_what_follows_a_quotation_without_somebody_who_can_speak_does_not(text: str) -> None:
    assert [c for c in found(text) if c.cue is None and c.actor is not None] == []


def test_a_genitive_that_is_tagged_as_no_name_costs_nothing() -> None:
    assert not found("Sie denkt an Eva Holms Spruch Habe Mut.")


@pytest.mark.parametrize(
    "sentence",
    ["Aus dem Publikum kam Beifall.", "Die Zuhörer klatschten.", "Dafür gab es Gelächter.", "Die Fans jubelten."],
)
def test_applause_takes_no_turn_and_ends_no_speech(sentence: str) -> None:
    commitments = found(f"Karl Ebner sagte, es sei spät. {sentence} Man habe zu viel gearbeitet.")
    assert [c.actor and c.actor.name for c in commitments if c.rule == "discourse.free_indirect"] == ["Karl Ebner"]


@pytest.mark.parametrize("sentence", ["Rita Moor machte sich Notizen.", "Rita Moor trug die Teller in die Küche."])
def test_who_is_busy_beside_a_speech_does_not_end_it(sentence: str) -> None:
    commitments = found(f"Karl Ebner sagte, es sei spät. {sentence} Man habe zu viel gearbeitet.")
    assert [c.actor and c.actor.name for c in commitments if c.rule == "discourse.free_indirect"] == ["Karl Ebner"]


def test_an_act_before_a_speech_leaves_open_who_goes_on() -> None:
    text = "Kira Blank kritisierte ihren Trainer Udo Lamm. Der hatte von Faulheit gesprochen. Man sei krank gewesen."
    actor = found(text)[-1].actor
    assert actor is not None
    assert set(actor.candidates) == {"Udo Lamm", "Kira Blank"}


@pytest.mark.parametrize(
    "text",
    [
        "Mats Oudejans (Trainer SV Rot-Weiß Kölpin): „Wir haben geschlafen.“",
        "Mats Oudejans, Trainer in Kölpin (links): „Wir haben geschlafen.“",
    ],
)
def test_a_bracket_before_the_colon_does_not_hide_who_speaks(text: str) -> None:
    assert last(text).name == "Mats Oudejans"
