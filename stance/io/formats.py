"""Names of formats and sources that commands take, apart from what uses them, so that they cost nothing to import."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class InputFormat(StrEnum):
    """How the bytes of an input are to be read."""

    AUTO = "auto"
    TEXT = "text"
    JSONL = "jsonl"


class OutputFormat(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


OUTPUT_SUFFIXES: Final = {
    ".jsonl": OutputFormat.JSONL,
    ".ndjson": OutputFormat.JSONL,
    ".csv": OutputFormat.CSV,
    ".txt": OutputFormat.TABLE,
    "": OutputFormat.TABLE,
}


class ProblemFormat(StrEnum):
    """How problems of rules are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class ClauseSource(StrEnum):
    """How clauses are found: the names of :data:`stance.clauses.sources.SOURCES`."""

    AUTO = "auto"
    FIELDS = "fields"
    DEPENDENCIES = "dependencies"


class LedgerFormat(StrEnum):
    """How a ledger is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"


LEDGER_SUFFIXES: Final = {
    ".json": LedgerFormat.JSON,
    ".csv": LedgerFormat.CSV,
    ".graphml": LedgerFormat.GRAPHML,
    ".txt": LedgerFormat.TABLE,
    "": LedgerFormat.TABLE,
}
