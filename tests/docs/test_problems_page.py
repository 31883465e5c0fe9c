"""docs/rule-problems.md says what the reader says."""

from __future__ import annotations

import re

from stance.rules.errors import CODES
from tests.docs.problems_page import PAGE, page


def test_the_committed_page_is_the_generated_one() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.docs.problems_page"


def test_every_code_is_shown_in_a_message() -> None:
    sections = dict(re.findall(r"^## (S\d+)\n(.*?)(?=^## |\Z)", page(), flags=re.MULTILINE | re.DOTALL))
    assert set(sections) == set(CODES)
    assert [code for code, text in sections.items() if code != "S001" and f": {code} " not in text] == []
