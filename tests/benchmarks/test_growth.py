"""The benchmark of growing documents: sizes as wanted, and a time for each."""

from __future__ import annotations

import stance
from benchmarks.growth import document, measure


def test_a_document_has_the_wanted_size_and_no_commitments_yet() -> None:
    doc = document(stance.load(), 8)
    assert 8 <= len(list(doc.sents)) < 16
    assert "stance" not in doc.user_data


def test_every_size_is_timed() -> None:
    small, large = measure((2, 12))
    assert small.tokens < large.tokens
    assert min(small.per_token, large.per_token) > 0
