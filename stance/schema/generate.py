"""Makes the JSON Schema of a result from the attrs classes of the model.

Flows in: the classes with their docstrings; flows out: a schema of draft 2020-12, in which the first paragraph of a
docstring is the description of a definition and each ``Attributes:`` entry that of a property.
``python -m stance.schema.generate`` rewrites the schema files in the package.
"""

from __future__ import annotations

import json
import types
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from stance.model import SCHEMA, DocumentResult, Evidence, SpanSet
from stance.schema import PACK_FILE, RESULT_FILE, rule_pack
from stance.schema.docstrings import attributes, described, summary
from stance.serialise import ENUMERATIONS, OBJECTS, field_order

_OFFSET = {"type": "integer", "minimum": 0}
_PAIR: dict[str, Any] = {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "items": False, "minItems": 2}
_PRIMITIVES = {str: "string", int: "integer", bool: "boolean"}


def generate() -> dict[str, Any]:
    """The schema of one result as plain data.

    >>> generate()["properties"]["schema"]["const"]
    'stance/1'
    """
    definitions = {cls.__name__: _object(cls) for cls in OBJECTS if cls is not DocumentResult}
    definitions |= {cls.__name__: _enumeration(cls) for cls in ENUMERATIONS}
    definitions |= {"SpanSet": _spans(), "Evidence": _evidence()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:stance:1:result",
        "title": f"Result of one document ({SCHEMA})",
        **_object(DocumentResult),
        "$defs": dict(sorted(definitions.items())),
    }


def write(path: Path, schema: dict[str, Any]) -> None:
    """Write a schema to a file."""
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _object(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    given = attributes(cls)
    properties = {name: described(_schema(hints[name]), given.get(name)) for name in field_order(cls)}
    if cls is DocumentResult:
        properties["schema"] = described({"const": SCHEMA}, given["schema"])
    return {
        "description": summary(cls),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _enumeration(cls: type[StrEnum]) -> dict[str, Any]:
    return {"description": summary(cls), "enum": [member.value for member in cls]}


def _spans() -> dict[str, Any]:
    what = "Character offsets into the unchanged text, end exclusive, in order and without overlap."
    return {"description": what, "type": "array", "items": _PAIR}


def _evidence() -> dict[str, Any]:
    given = attributes(Evidence)
    properties = {
        "pack": described({"type": "string"}, given["pack"]),
        "frame": described({"type": "string"}, given["frame"]),
        "bindings": described(
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/SpanSet"}}, given["bindings"]
        ),
    }
    full = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return {"description": summary(Evidence), "anyOf": [full, {"type": "object", "maxProperties": 0}]}


def _schema(hint: Any) -> dict[str, Any]:
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return {"anyOf": [_schema(inner), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return _PAIR if get_args(hint) == (int, int) else {"type": "array", "items": _schema(get_args(hint)[0])}
    if hint in _PRIMITIVES:
        return {"type": _PRIMITIVES[hint]}
    if hint in (*OBJECTS, *ENUMERATIONS, SpanSet, Evidence):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON Schema for {hint!r}")


if __name__ == "__main__":
    folder = Path(__file__).parent
    write(folder / RESULT_FILE, generate())
    write(folder / PACK_FILE, rule_pack.generate())
