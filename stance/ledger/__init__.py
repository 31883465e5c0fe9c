"""The ledger: who committed to what, over documents and time; see :class:`stance.ledger.book.Ledger`."""

from __future__ import annotations

from stance.ledger.book import Ledger, Pair, Relation
from stance.ledger.coding import read_concepts
from stance.ledger.concepts import Concept, Matrix, Stand, matrix
from stance.ledger.contents import ContentKey, Matching
from stance.ledger.positions import claim, position
from stance.ledger.reading import read_dates, read_results
from stance.ledger.statements import Statement, statements_of

__all__ = [
    "Concept",
    "ContentKey",
    "Ledger",
    "Matching",
    "Matrix",
    "Pair",
    "Relation",
    "Stand",
    "Statement",
    "claim",
    "matrix",
    "position",
    "read_concepts",
    "read_dates",
    "read_results",
    "statements_of",
]
