"""Two negations cancel out, and what they leave is weaker: by class of what is negated twice."""

from __future__ import annotations

import pytest

from tests.context.test_hard_cases import found, shown


@pytest.mark.parametrize(
    ("text", "type", "status", "polarity", "strength"),
    [
        # two negations of one predicate
        ("Die Stadt lehnt den Plan keineswegs nicht ab.", "rejection", "actual", "negative", "weak"),
        ("Die Stadt lehnt den Plan scharf ab.", "rejection", "actual", "negative", "strong"),
        # a negated cue of refusing, ruling out, denying
        ("Der Verein ist nicht abgeneigt, zu verkaufen.", "promise", "actual", "positive", "weak"),
        ("Die Chefin schließt einen Verkauf nicht aus.", "rejection", "actual", "positive", "weak"),
        ("Die Chefin kann einen Verkauf nicht ausschließen.", "rejection", "actual", "positive", "weak"),
        ("Der Wirt will nicht bestreiten, dass Gäste fehlen.", "admission", "actual", "positive", "weak"),
        ("Der Wirt kann nicht leugnen, dass Gäste fehlen.", "admission", "actual", "positive", "weak"),
        ("Der Wirt leugnete, dass Gäste fehlen.", "denial", "actual", "negative", "plain"),
        # words with un-
        ("Der Trainer hält einen Sieg für nicht unmöglich.", "evaluation", "actual", "positive", "weak"),
        ("Der Trainer hält einen Sieg nicht für unmöglich.", "evaluation", "actual", "positive", "weak"),
        ("Der Trainer nannte das Angebot nicht unfair.", "evaluation", "actual", "positive", "weak"),
        ("Die Chefin zeigte sich nicht unzufrieden mit dem Gewinn.", "evaluation", "actual", "positive", "weak"),
        ("Die Chefin zeigte sich unzufrieden mit dem Gewinn.", "evaluation", "actual", "negative", "plain"),
        # nouns and infinitives behind "nicht ohne"
        (
            "Der Bau begann nicht ohne Proteste der Anwohner gegen den Lärm.",
            "rejection",
            "actual",
            "negative",
            "weak",
        ),
        ("Die Firma baute ohne eine Zusage der Stadt.", "promise", "negated", "positive", "plain"),
        ("Die Firma baute nicht ohne eine Zusage der Stadt.", "promise", "actual", "positive", "weak"),
        ("Sie ging nicht, ohne den Helfern zu danken.", "expressive", "actual", "positive", "weak"),
        # negated verbs of not doing
        ("Der Redner versäumte es nicht, den Helfern zu danken.", "expressive", "actual", "positive", "plain"),
        ("Die Firma kann nicht umhin, Fehler einzuräumen.", "admission", "actual", "positive", "plain"),
    ],
)
def test_double_negation(text: str, type: str, status: str, polarity: str, strength: str) -> None:
    last = found(text)[-1]
    read = (last.type.value, last.status.value, last.polarity.value, last.strength.value)
    assert read == (type, status, polarity, strength)


def test_a_negation_in_a_judgement_is_the_judgements_own() -> None:
    commitment = found("Die Prüfer halten die Bilanz für nicht glaubwürdig.")[0]
    assert (commitment.polarity.value, commitment.status.value) == ("negative", "actual")
    assert shown(commitment, "judgement") == "nicht glaubwürdig"


def test_both_negations_are_evidence() -> None:
    text = "Die Stadt lehnt den Plan keineswegs nicht ab."
    bound = {binding.name: binding.spans.text(text) for binding in found(text)[0].evidence.bindings}
    assert bound["negation"] == "keineswegs nicht"
