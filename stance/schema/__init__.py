"""The published JSON Schemas (results, clause analyses, rule packs) and the way to the files in the package.

:mod:`stance.schema.generate` makes them from the classes of :mod:`stance.model`, :mod:`stance.views.analysis` and
:mod:`stance.rules.schema`.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

RESULT_FILE = "stance-1.schema.json"
CLAUSES_FILE = "stance-clauses-1.schema.json"
PACK_FILE = "rule-pack.schema.json"


def result_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of ``stance/1`` JSONL.

    >>> result_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    return _read(RESULT_FILE)


def clauses_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``stance clauses --json`` prints.

    >>> clauses_schema()["title"]
    'Clauses of one text (stance-clauses/1)'
    """
    return _read(CLAUSES_FILE)


def pack_schema() -> dict[str, Any]:
    """The JSON Schema of a YAML file of a rule pack, for completion and checks in an editor.

    >>> pack_schema()["properties"]["version"]["description"]
    'its version, as in 1.0.0.'
    """
    return _read(PACK_FILE)


def _read(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((files(__package__) / name).read_text(encoding="utf-8"))
    return schema
