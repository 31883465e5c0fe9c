"""Sorted tables: what is packed is found, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.german.tables import SortedTable, words

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n"), max_size=12)


@given(st.dictionaries(WORDS, WORDS, max_size=30), st.lists(WORDS, max_size=10))
def test_a_table_is_the_mapping_it_was_packed_from(entries: dict[str, str], others: list[str]) -> None:
    table = SortedTable(SortedTable.pack(entries.items()))
    assert len(table) == len(entries)
    assert dict(table.items()) == entries
    for key in [*entries, *others]:
        assert table.get(key) == entries.get(key)


def test_a_lone_surrogate_is_no_key() -> None:
    assert SortedTable(SortedTable.pack([("a", "b")])).get("\ud800") is None


@pytest.mark.parametrize("entries", [[("a", "1"), ("a", "2")], [("a\tb", "1")], [("a", "1\n")]])
def test_what_cannot_be_read_back_is_not_packed(entries: list[tuple[str, str]]) -> None:
    with pytest.raises(ValueError, match="not a table entry"):
        SortedTable.pack(entries)


def test_an_underscore_is_a_blank_inside_an_entry() -> None:
    assert words("auf_Grund wegen") == ("auf Grund", "wegen")
