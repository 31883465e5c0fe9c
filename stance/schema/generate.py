"""Makes the JSON Schema of a result from the attrs classes of the model.

Flows in: the classes with their docstrings; flows out: a schema of draft 2020-12, in which the first paragraph of a
docstring is the description of a definition and each ``Attributes:`` entry that of a property.
``python -m stance.schema.generate`` rewrites the file in the package.
"""

from __future__ import annotations

import inspect
import json
import re
import types
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from stance.model import SCHEMA, DocumentResult, Evidence, SpanSet
from stance.schema import FILE_NAME
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


def write(path: Path) -> None:
    """Write the schema to a file."""
    path.write_text(render(), encoding="utf-8")


def render() -> str:
    """The text of the schema file."""
    return json.dumps(generate(), ensure_ascii=False, indent=2) + "\n"


def _object(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    described = _attributes(cls)
    properties = {name: _described(_schema(hints[name]), described.get(name)) for name in field_order(cls)}
    if cls is DocumentResult:
        properties["schema"] = _described({"const": SCHEMA}, described["schema"])
    return {
        "description": _summary(cls),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _enumeration(cls: type[StrEnum]) -> dict[str, Any]:
    return {"description": _summary(cls), "enum": [member.value for member in cls]}


def _spans() -> dict[str, Any]:
    what = "Character offsets into the unchanged text, end exclusive, in order and without overlap."
    return {"description": what, "type": "array", "items": _PAIR}


def _evidence() -> dict[str, Any]:
    described = _attributes(Evidence)
    properties = {
        "pack": _described({"type": "string"}, described["pack"]),
        "frame": _described({"type": "string"}, described["frame"]),
        "bindings": _described(
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/SpanSet"}}, described["bindings"]
        ),
    }
    full = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return {"description": _summary(Evidence), "anyOf": [full, {"type": "object", "maxProperties": 0}]}


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


def _described(schema: dict[str, Any], description: str | None) -> dict[str, Any]:
    return schema if description is None else {"description": description, **schema}


def _summary(cls: type) -> str:
    return " ".join(inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0].split()).replace("``", "")


def _attributes(cls: type) -> dict[str, str]:
    """The ``Attributes:`` section of a class and of the classes it extends, one description a name."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        _, _, section = inspect.cleandoc(base.__doc__ or "").partition("Attributes:\n")
        for entry in re.findall(r"^ {4}(\w+): (.+(?:\n {5,}.+)*)", section, flags=re.MULTILINE):
            found[entry[0]] = " ".join(entry[1].split()).replace("``", "")
    return found


if __name__ == "__main__":
    write(Path(__file__).with_name(FILE_NAME))
