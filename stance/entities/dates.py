"""The date of a document, which decides who held an office: kept as plain data in ``doc.user_data``."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from stance.model import iso_date

_KEY: Final = "stance.date"


def set_date(doc: Doc, date: str) -> None:
    """Say when a document was written.

    Args:
        doc: the Doc, before it goes through the component ``stance``.
        date: ISO date, year and month, or year; a time after the date is dropped.

    Raises:
        ValueError: it is no ISO date.
    """
    found = iso_date(date)
    if found is None:
        raise ValueError(f"{date!r} is no date: write 2023-05-17, 2023-05 or 2023")
    doc.user_data[_KEY] = found


def date_of(doc: Doc) -> str | None:
    """The date that :func:`set_date` gave, or None.

    >>> import spacy
    >>> doc = spacy.blank("de")("Der Kanzler sprach.")
    >>> set_date(doc, "2015-03-01T12:00:00Z")
    >>> date_of(doc)
    '2015-03-01'
    """
    date: str | None = doc.user_data.get(_KEY)
    return date
