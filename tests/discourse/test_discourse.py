"""Across sentences: free indirect speech, quotations without a frame, sources of paragraphs, names and pronouns."""

from __future__ import annotations

import pytest

from stance.discourse.reference.actors import slug
from tests.context.test_hard_cases import found, shown


def test_the_chain_ends_at_an_indicative_sentence() -> None:
    forms = [c.form.value for c in found("Merz sagte, er komme. Er bleibe lange. Die Sonne schien. Es ist spät.")]
    assert forms == ["indirect", "free_indirect"]


def test_a_quotation_behind_a_framed_one_has_the_same_speaker() -> None:
    first, second = found("„Wir kommen“, sagte Olaf Scholz. „Das ist sicher.“")
    assert (shown(second, "content"), shown(second, "actor"), second.cue) == ("„Das ist sicher.“", "Olaf Scholz", None)
    assert first.cue is not None


def test_that_is_what_a_paper_reports() -> None:
    commitment = found("Die SPD fordert ein Verbot. Das berichten der „Anzeiger“ und die Rheinpost.")[0]
    assert [source.name for source in commitment.sources] == ["Anzeiger", "Rheinpost"]


def test_a_paragraph_ends_the_reach_of_its_source() -> None:
    commitment = found("Die SPD fordert ein Verbot.\nEs regnet. Das berichtet die Rheinpost.")[0]
    assert commitment.sources == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Verteidigungsminister Boris Pistorius reist. Pistorius fordert Härte.", ["Boris Pistorius"]),
        ("Der Minister Boris Pistorius fordert Härte. Er lehnt den Plan ab.", ["Boris Pistorius", "Boris Pistorius"]),
        ("Die Ministerin fordert Härte. Er lehnt den Plan ab.", ["Ministerin", None]),
        ("Europäische Führer fordern Härte.", ["europäische Führer"]),
        ("Die SPD fordert Härte.", ["SPD"]),
    ],
)
def test_names(text: str, names: list[str | None]) -> None:
    assert [c.actor.name if c.actor else None for c in found(text)] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Boris Pistorius fordert Härte.", "person"),
        ("Die SPD fordert Härte.", "organisation"),
        ("Die Bundesregierung fordert Härte.", "government"),
        ("Frankreich fordert Härte.", "government"),
        ("Viele Bürger fordern Härte.", "collective"),
        ("Man fordert Härte.", "generic"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert shown(found(text)[0], "kind") == kind


def test_ich_is_who_speaks() -> None:
    inner = found("„Ich fordere ein Verbot“, sagte Olaf Scholz.")[0]
    assert inner.actor is not None
    assert inner.actor.name == "Olaf Scholz"


def test_slugs_are_ascii() -> None:
    assert slug("Bündnis 90/Die Grünen") == "buendnis-90-die-gruenen"


def said_by(text: str) -> list[tuple[str | None, list[str | None], str | None]]:
    """Actor, sources and antecedent of each commitment."""
    return [(c.actor.name if c.actor else None, [s.name for s in c.sources], c.antecedent) for c in found(text)]


def test_a_cue_in_a_chain_has_the_speaker_of_the_chain_as_its_source() -> None:
    text = "Laut der Elbzeitung sagte Olaf Scholz, es sei spät. Die Gewerkschaft fordere mehr Lohn."
    assert said_by(text)[1] == ("Gewerkschaft", ["Elbzeitung", "Olaf Scholz"], None)


def test_a_modal_that_replaces_the_konjunktiv_goes_on_with_a_report() -> None:
    forms = [c.form.value for c in found("Merz sagte, das Bad sei teuer. Die Bürger müssten sparen.")]
    assert forms == ["indirect", "free_indirect"]


def test_a_modal_in_the_singular_may_be_the_narrators() -> None:
    forms = [c.form.value for c in found("Merz sagte, das Bad sei teuer. Der Streit könnte noch dauern.")]
    assert forms == ["indirect"]


def test_who_only_answers_opens_a_chain() -> None:
    assert said_by("Olaf Scholz reagierte am Abend. Die Zahlen seien falsch.")[-1][0] == "Olaf Scholz"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert said_by("„Es war spät“, sagte Olaf Scholz.\n\n„Es war auch kalt.“")[1][0] == "Olaf Scholz"


def test_a_quotation_may_be_by_who_is_named_after_the_next() -> None:
    assert said_by("„Es war spät.“ „Es war kalt“, sagte Olaf Scholz.")[0][0] == "Olaf Scholz"


def test_a_quotation_between_two_speakers_is_nobodys() -> None:
    text = "„Es war spät“, sagte Olaf Scholz. „Es war kalt.“ „Es war schön“, sagte Robert Habeck."
    assert [name for name, _, _ in said_by(text)][:2] == ["Olaf Scholz", None]


def test_a_quotation_after_the_narrator_is_nobodys() -> None:
    assert said_by("Olaf Scholz lobte den Plan. Vor dem Saal wurde es laut. „Wir sind entsetzt.“")[1][0] is None


def test_a_topic_before_a_colon_is_no_speaker() -> None:
    assert said_by("Patienten: Die Abgabe lehnt der Verband ab.") == [("Verband", [], None)]


@pytest.mark.parametrize(
    ("text", "antecedents"),
    [
        ("Der Verein fordert Geld. Das lehnt die Stadt ab.", [None, "c1"]),
        ("Der Betreiber erklärte, es sei sicher. Dem widersprach die Behörde.", [None, "c1"]),
        ("Der Minister sagte, die SPD fordere mehr Geld. Das lehnt der Landkreis ab.", [None, None, "c2"]),
        (
            "Der Bischof sagte, die Kirche müsse Fehler einräumen. Ähnlich äußerte sich die Ministerin.",
            [None, None, "c1"],
        ),
        ("Die Bahn will sparen. Der Verband ist dagegen.", [None, "c1"]),
        ("Der Verein fordert Geld. Die Forderung lehnt die Stadt ab.", [None, "c1"]),
        ("Der Verein lobt den Rat. Die Forderung lehnt die Stadt ab.", [None, None]),
        ("Der Verein fordert Geld. Eine Forderung lehnt die Stadt ab.", [None, None]),
        ("Der Verein warf dem Verband Betrug vor. Der Verband wies die Vorwürfe zurück.", [None, "c1"]),
        ("Der Bischof sagte, es sei spät. Das Jahr sei um. Die Ministerin widersprach.", [None, None, "c1"]),
        ("Der Wirt sagte, es sei laut; zwei Gäste hätten ihm gedroht. Die Stadt widersprach.", [None, None, "c1"]),
        ("Der Zeuge sagte aus, Koch habe ihm gedroht. Koch nannte die Aussage falsch.", [None, None, "c1"]),
        ("Der Sender berichtet, Rolf Koch habe Geld versprochen. Kochs Sprecher dementierte.", [None, None, "c1"]),
        ("Jan Holm sagte, es sei spät. Die Bank wies Holms Darstellung zurück.", [None, "c1"]),
        ("Der Koch sagte, es fehle Geld. Die Bank wies den Vorwurf zurück.", [None, "c1"]),
        ("Sie bat den Koch um Hilfe. Der Weg sei weit, sagte sie. Der Koch sagte zu.", [None, None, "c1"]),
        ("Laut einem Bericht der Bank fehlt Geld. Der Koch nannte den Bericht falsch.", [None, None]),
    ],
)
def test_what_a_content_takes_up(text: str, antecedents: list[str | None]) -> None:
    assert [antecedent for _, _, antecedent in said_by(text)] == antecedents


@pytest.mark.parametrize("text", ["Er lebe hoch!", "Man nehme drei Eier."])
def test_a_wish_reports_nobody(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize("other", ["Robert Habeck schwieg.", "Annalena Baerbock reiste nach Rom."])
def test_a_third_person_changes_nothing_in_a_chain_before_it(other: str) -> None:
    chain = "Olaf Scholz sagte, es sei spät. Der Zug komme nicht."
    assert said_by(f"{chain} {other}")[:2] == said_by(chain)


@pytest.mark.parametrize("other", ["Robert Habeck schwieg.", "Annalena Baerbock reiste nach Rom."])
def test_a_third_person_changes_no_speaker_of_a_framed_report_after_it(other: str) -> None:
    chain = "Olaf Scholz sagte, es sei spät. Der Zug komme nicht."
    assert said_by(f"{other} {chain}") == said_by(chain)


def test_a_report_over_what_was_said_is_only_a_source() -> None:
    assert said_by("Das Ministerium plant ein Gesetz. Dies schreibt die Elbzeitung.") == [
        ("Ministerium", ["Elbzeitung"], None)
    ]


@pytest.mark.parametrize(
    ("report", "source"),
    [
        ("Das geht aus einem Bericht der Elbzeitung hervor.", "Elbzeitung"),
        ("Das geht aus internen Unterlagen hervor.", "interne Unterlagen"),
        ("So berichtet es die Elbzeitung.", "Elbzeitung"),
    ],
)
def test_where_something_comes_from(report: str, source: str) -> None:
    assert said_by(f"Der Landkreis lehnt die Abgabe ab. {report}") == [("Landkreis", [source], None)]


def test_who_is_named_after_free_indirect_speech_says_it() -> None:
    assert said_by("Die Fabrik werde geschlossen. Das sagte der Bürgermeister.")[0] == ("Bürgermeister", [], None)
