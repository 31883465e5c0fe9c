"""Makes the JSON Schemas of results and of clause analyses from their attrs classes.

Flows in: the classes with their docstrings; flows out: schemas of draft 2020-12, in which the first paragraph of a
docstring is the description of a definition and each ``Attributes:`` entry that of a property.
``python -m stance.schema.generate`` rewrites the schema files in the package.
"""

from __future__ import annotations

import json
import types
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from stance.model import SCHEMA, DocumentResult, Evidence, SpanSet
from stance.schema import CLAUSES_FILE, PACK_FILE, RESULT_FILE, rule_pack
from stance.schema.docstrings import attributes, described, summary
from stance.serialise import ENUMERATIONS, LATER_KEYS, OBJECTS, field_order
from stance.views import analysis
from stance.views.analysis import ClauseAnalysis

_OFFSET = {"type": "integer", "minimum": 0}
_PAIR: dict[str, Any] = {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "items": False, "minItems": 2}
_NAMED = {*OBJECTS, *ENUMERATIONS, *analysis.OBJECTS, *analysis.ENUMERATIONS, SpanSet, Evidence}
_PRIMITIVES = {str: "string", int: "integer", bool: "boolean"}


def generate() -> dict[str, Any]:
    """The schema of one result as plain data.

    >>> generate()["properties"]["schema"]["const"]
    'stance/1'
    """
    definitions = {cls.__name__: _object(cls) for cls in OBJECTS if cls is not DocumentResult}
    definitions |= {cls.__name__: _enumeration(cls) for cls in ENUMERATIONS}
    definitions |= {"SpanSet": _spans(), "Evidence": _evidence()}
    return _document(DocumentResult, "urn:stance:1:result", f"Result of one document ({SCHEMA})", definitions)


def generate_clauses() -> dict[str, Any]:
    """The schema of one clause analysis as plain data.

    >>> generate_clauses()["properties"]["schema"]["const"]
    'stance-clauses/1'
    """
    definitions = {cls.__name__: _object(cls) for cls in analysis.OBJECTS}
    definitions |= {cls.__name__: _enumeration(cls) for cls in analysis.ENUMERATIONS}
    title = f"Clauses of one text ({analysis.CLAUSES_SCHEMA})"
    return _document(ClauseAnalysis, "urn:stance-clauses:1", title, definitions | {"SpanSet": _spans()})


def write(path: Path, schema: dict[str, Any]) -> None:
    """Write a schema to a file."""
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _document(root: type, id: str, title: str, definitions: dict[str, Any]) -> dict[str, Any]:
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "$id": id, "title": title, **_object(root), "$defs": dict(sorted(definitions.items()))}


def _object(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    given = attributes(cls)
    properties = {name: described(_schema(hints[name]), given.get(name)) for name in field_order(cls)}
    if "schema" in properties:
        properties["schema"] = described({"const": attrs.fields_dict(cls)["schema"].default}, given["schema"])
    return {
        "description": summary(cls),
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if cls is not DocumentResult or name not in LATER_KEYS],
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
    if hint in _NAMED:
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON Schema for {hint!r}")


if __name__ == "__main__":
    folder = Path(__file__).parent
    write(folder / RESULT_FILE, generate())
    write(folder / CLAUSES_FILE, generate_clauses())
    write(folder / PACK_FILE, rule_pack.generate())
