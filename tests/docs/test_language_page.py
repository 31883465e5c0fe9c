"""The tables of docs/rule-language.md are those of the classes, and no key of the language is left out."""

from __future__ import annotations

from tests.docs.language_page import PAGE, TABLES, generated, tables


def test_the_tables_are_generated() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == generated(text), "run: python -m tests.docs.language_page"


def test_every_table_is_there_once() -> None:
    assert sorted(tables(PAGE.read_text(encoding="utf-8"))) == sorted(TABLES)
