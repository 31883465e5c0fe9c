"""What surrounds a cue: negation, modals, mood, condition, force, strength, form and sources."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found, shown


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Die SPD fordert ein Verbot.", "actual"),
        ("Die SPD forderte kein Verbot.", "negated"),
        ("Niemand forderte ein Verbot.", "negated"),
        ("Die SPD wird ein Verbot fordern.", "future"),
        ("Die SPD will morgen ein Verbot fordern.", "future"),
        ("Fordert die SPD ein Verbot?", "questioned"),
        ("Die SPD soll ein Verbot gefordert haben.", "hearsay"),
        ("Die SPD fordert angeblich ein Verbot.", "hearsay"),
        ("Falls die SPD ein Verbot fordert, zögert der Kanzler.", "hypothetical"),
        ("Fordert die SPD ein Verbot, zögert der Kanzler.", "hypothetical"),
        ("Die SPD hätte ein Verbot gefordert.", "hypothetical"),
        ("Die SPD könnte ein Verbot fordern.", "hypothetical"),
        ("Die SPD musste ein Scheitern einräumen.", "actual"),
        ("Der Minister sagte, die SPD habe ein Verbot gefordert.", "actual"),
        ("Er ging, ohne ein Verbot zu fordern.", "negated"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert found(text)[-1].status.value == status


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Der Minister sagte, man müsse sparen.", "demand"),
        ("Der Minister sagte, die Länder sollten sparen.", "demand"),
        ("Der Minister sagte, der Plan sei unrealistisch.", "evaluation"),
        ("Der Minister sagte, er werde nicht zahlen.", "refusal"),
        ("Der Minister sagte, er werde den Opfern helfen.", "promise"),
        ("Der Minister sagte, er werde verreisen.", "intention"),
        ("Der Minister sagte, er wolle verreisen.", None),
        ("Der Minister sagte, es regne.", None),
        ("„Spart endlich!“, sagte der Minister.", "demand"),
        ("Der Minister betonte die Notwendigkeit, Strom zu sparen.", "demand"),
        ("Der Minister sagte, die SPD fordere ein Verbot.", None),
    ],
)
def test_force(text: str, force: str | None) -> None:
    found_force = found(text)[0].force
    assert (None if found_force is None else found_force.value) == force


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("„Wir zahlen nicht“, sagte der Minister.", "direct"),
        ("Der Minister sagte, dass er nicht zahle.", "indirect"),
        ("Der Minister sagte, der Plan sei „ein großer Unsinn“ und teuer.", "mixed"),
        ("Der Minister fordert ein Verbot.", "reported"),
        ("Die Forderung des Ministers nach einem Verbot überrascht.", "nominal"),
        ("Der Minister hält den Plan für falsch.", "ascribed"),
        ("Der Minister ist bereit, zu zahlen.", "ascribed"),
        ("Der Minister will zahlen.", "ascribed"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert found(text)[0].form.value == form


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Der Minister sagte, man könne nicht zahlen.", "modality", "possibility"),
        ("Der Minister sagte, man dürfe zahlen.", "modality", "permission"),
        ("Der Minister sagte, man könne nicht zahlen.", "content_negated", True),
        ("Der Minister sagte, nicht nur der Bund zahle.", "content_negated", False),
        ("Der Minister sagte, dass niemand zahlt.", "content_negated", True),
        ("Der Minister sagte, dass niemand zahlt.", "mood", "indicative"),
        ("Der Minister verlangt nachdrücklich ein Verbot.", "strength", "strong"),
        ("Die SPD regt ein Verbot an.", "strength", "weak"),
        ("Der Minister sagte, er helfe, falls die Länder zahlen.", "condition", "falls die Länder zahlen"),
        ("Der Minister bezeichnete den Plan als hilfreich.", "polarity", "positive"),
        ("Der Minister bezeichnete den Plan als unrealistisch.", "polarity", "negative"),
    ],
)
def test_field(text: str, field: str, value: object) -> None:
    assert shown(found(text)[0], field) == value


def test_a_verb_of_saying_is_the_source_of_what_it_embeds() -> None:
    outer, inner = found("Der Sprecher sagte, dass die Regierung den Plan ablehnt.")
    assert shown(outer, "sources") == []
    assert shown(inner, "sources") == ["Der Sprecher"]


def test_what_others_are_asked_for_is_no_act_of_theirs() -> None:
    assert [c.type.value for c in found("Der Sprecher forderte die Länder auf, den Plan zu unterstützen.")] == [
        "demand"
    ]


def test_comments_of_the_text_stay_out_of_the_content() -> None:
    commitment = found("Der Minister sagte, dass er zahlt, zumal der Bund hilft.")[0]
    assert shown(commitment, "content") == "dass er zahlt"
