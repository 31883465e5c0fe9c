"""By whom it is done, and what it is about."""

from __future__ import annotations

import pytest

import stance


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Vom Verzehr wird dringend abgeraten.", None),
        ("Vom Kauf wird abgeraten.", None),
        ("Vom Bürgermeister wird das gefordert.", "Bürgermeister"),
        ("Der Ausbau wird vom TÜV gefordert.", "TÜV"),
    ],
)
def test_what_is_advised_against_advises_nobody(text: str, actor: str | None) -> None:
    (found,) = stance.load()(text)._.commitments
    assert (found.actor and found.actor.name) == actor
