"""The published JSON Schema of ``stance/1``: the file that travels with the package and the way to it.

:mod:`stance.schema.generate` makes the file from the classes of :mod:`stance.model`.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

FILE_NAME = "stance-1.schema.json"


def result_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of ``stance/1`` JSONL.

    >>> result_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    schema: dict[str, Any] = json.loads((files(__package__) / FILE_NAME).read_text(encoding="utf-8"))
    return schema
