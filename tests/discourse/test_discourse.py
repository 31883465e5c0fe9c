"""Across sentences: free indirect speech, quotations without a frame, sources of paragraphs, names and pronouns."""

from __future__ import annotations

import pytest

from stance.discourse.actors import slug
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
