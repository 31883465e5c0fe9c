"""The names of input and output formats, apart from what reads and writes them, so that they cost nothing to import."""

from __future__ import annotations

from enum import StrEnum


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


class ProblemFormat(StrEnum):
    """How problems of rules are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
