"""Makes the JSON Schema of a rule pack from the attrs classes of the rule language, for editors.

Flows in: the classes of :mod:`stance.rules.schema` with their docstrings, and the tables of slots; flows out: a schema
of draft 7, which yaml-language-server reads. It says what can be said of one file: keys, values, slots by kind of cue.
References between rules, lists and packs are the reader's (``stance rules check``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

import attrs

from stance.german import closed
from stance.model import CommitmentType, Form, Mood, Polarity, Status, Strength
from stance.rules import parse
from stance.rules.schema import (
    Conditions,
    Cue,
    CueKind,
    Example,
    Frame,
    FrameRole,
    Invariance,
    Outcome,
    Pack,
    Rule,
    Sense,
    SlotKind,
)
from stance.rules.slots import CLAUSE_TYPES, SLOTS
from stance.schema.docstrings import attributes, described, summary

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_WORDS: Final[Schema] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_BOOLEAN: Final[Schema] = {"enum": [True, False, "true", "false"]}
_RULE_ID: Final[Schema] = {"type": "string", "pattern": r"^[\w-]+(\.[\w-]+)+$"}
_ANNOTATED: Final[Schema] = {
    "type": "string",
    "pattern": r"\{cue\}",
    "description": "A sentence with its roles in brackets: [Die SPD]{actor} [fordert]{cue} [Härte]{content}.",
}
_SAYS_NOTHING: Final = ("null", "~", "none")


def generate() -> Schema:
    """The schema of one YAML file of a pack as plain data.

    >>> generate()["definitions"]["rule"]["required"]
    ['id', 'type', 'cue', 'frames']
    """
    given = attributes(Pack)
    head: Schema = {
        "pack": described(_TEXT, given["name"]),
        "version": described(_TEXT, given["version"]),
        "extends": described(_WORDS, given["extends"]),
        "off": described(_WORDS, given["off"]),
    }
    body: Schema = {
        "lists": described({"type": "object", "additionalProperties": _WORDS}, given["lists"]),
        "rules": described(_list({"$ref": "#/definitions/rule"}), given["rules"]),
        "senses": described(_list({"$ref": "#/definitions/sense"}), given["senses"]),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:stance:rule-pack",
        "title": "Rule pack of stance",
        "description": "One file of a pack: pack.yaml or the only file names the pack, the others hold its body.",
        "type": "object",
        "properties": head | body,
        "additionalProperties": False,
        "dependencies": {"pack": ["version"], "version": ["pack"], "extends": ["pack"], "off": ["pack"]},
        "definitions": dict(sorted(_definitions().items())),
    }


def _definitions() -> Schema:
    frames = {_frame_name(kind): _frame(kind) for kind in CueKind}
    slots = {_slots_name(kind): {"type": "string", "pattern": f"^{_slot_pattern(kind)}$"} for kind in CueKind}
    return {
        "rule": _rule(),
        "cue": _cue(),
        "conditions": _conditions(),
        "outcome": _outcome(),
        "example": _example(),
        "sense": _sense(),
        **frames,
        **slots,
    }


def _like(kind: CueKind) -> CueKind:
    """The first kind of cue with the same slots."""
    return next(other for other in CueKind if SLOTS[other] == SLOTS[kind])


def _frame_name(kind: CueKind) -> str:
    return f"frame_{_like(kind)}"


def _slots_name(kind: CueKind) -> str:
    return f"slots_{_like(kind)}"


def _rule() -> Schema:
    values: Schema = {
        "id": _RULE_ID,
        "type": _enum(CommitmentType),
        "cue": {"$ref": "#/definitions/cue"},
        "frames": _list({"type": "object"}),
        "family": {"type": ["string", "number"]},
        "doc": {"type": ["string", "number", "boolean"]},
        "requires": {"$ref": "#/definitions/conditions"},
        "unless": {"$ref": "#/definitions/conditions"},
        "strength": _enum(Strength),
        "force": _enum(CommitmentType),
        "polarity": {"enum": [*_values(Polarity), "judgement"]},
        "status": _enum(Status),
        "form": _enum(Form),
        "priority": {"type": ["integer", "string"], "pattern": "^[+-]?[0-9]{1,9}$"},
        "neg_raising": _BOOLEAN,
        "factive": _BOOLEAN,
        "negated": {"$ref": "#/definitions/outcome"},
        "invariant_to": _some(_enum(Invariance)),
        "examples": _list({"$ref": "#/definitions/example"}),
    }
    schema = _object(Rule, parse.RULE_KEYS, values, required=("id", "type", "cue", "frames"))
    schema["allOf"] = [_by_kind(kind) for kind in CueKind]
    return schema


def _by_kind(kind: CueKind) -> Schema:
    """Frames and conditions that go with one kind of cue."""
    own = {"plural": CueKind.NOUN, "infinitive": CueKind.MODAL}
    barred = [key for key, only in own.items() if kind not in (only, CueKind.TOKENS)]
    conditions = {"not": {"anyOf": [{"required": [key]} for key in barred]}} if barred else {}
    frame: Schema = {"$ref": f"#/definitions/{_frame_name(kind)}"}
    within = {"requires": conditions, "unless": conditions} if barred else {}
    then: Schema = {"frames": {"items": {"allOf": [frame, {"properties": within}]}}, **within}
    return {
        "if": {"required": ["cue"], "properties": {"cue": {"required": [kind.value]}}},
        "then": {"properties": then},
    }


def _cue() -> Schema:
    values: Schema = {kind.value: _WORDS for kind in CueKind}
    values["tokens"] = _list({"anyOf": [{"type": "object"}, _list({"type": "object"})]})
    values["copula"] = _WORDS
    kinds = {kind.value: f"{kind.value} cues: {_KIND_HELP[kind]}" for kind in CueKind}
    schema = _object(Cue, parse.CUE_KEYS, values, descriptions=kinds)
    schema["oneOf"] = [{"required": [kind.value]} for kind in CueKind]
    schema["dependencies"] = {"copula": ["adjective"]}
    return schema


_KIND_HELP: Final = {
    CueKind.VERB: "infinitives; particle verbs in one word (ablehnen), reflexives with sich (sich weigern)",
    CueKind.NOUN: "nominative singular (Forderung)",
    CueKind.ADJECTIVE: "without ending (bereit)",
    CueKind.IDIOM: "several words with the infinitive last (eine Absage erteilen)",
    CueKind.ATTRIBUTION: "words that attribute (laut, nach Angaben)",
    CueKind.MODAL: "modals with the infinitive below them (wollen)",
    CueKind.TOKENS: "spaCy token patterns, for what nothing else reaches",
}


def _frame(kind: CueKind) -> Schema:
    slots: Schema = {"allOf": [{"$ref": f"#/definitions/{_slots_name(kind)}"}]}
    roles = (*FrameRole, "content?", "judgement?")
    values: Schema = {str(role): slots for role in roles}
    values["requires"] = values["unless"] = {"$ref": "#/definitions/conditions"}
    values["polarity"] = _enum(Polarity)
    optional = {f"{role}?": f"{attributes(Frame)[role]} It may be missing." for role in ("content", "judgement")}
    return _object(Frame, parse.FRAME_KEYS, values, descriptions=optional)


def _slot_pattern(kind: CueKind) -> str:
    """A regular expression for "slot | slot"."""
    names: list[str] = []
    for slot in SlotKind:
        if slot not in SLOTS[kind]:
            continue
        if slot is SlotKind.CLAUSE:
            names.append(rf"clause\.({'|'.join(CLAUSE_TYPES)})")
        elif slot is SlotKind.PP:
            names.append(rf"pp\.({'|'.join(map(re.escape, sorted(closed.prepositions())))})")
        else:
            names.append(slot.value)
    one = rf"\s*({'|'.join(names)})\s*"
    return rf"{one}(\|{one})*"


def _conditions() -> Schema:
    chosen: Schema = {
        "voice": _some({"enum": list(parse.VOICES)}),
        "tense": _some({"enum": list(parse.TENSES)}),
        "mood": _some(_enum(Mood)),
        "person": _some({"enum": [1, 2, 3, "1", "2", "3"]}),
        "infinitive": {"enum": list(parse.INFINITIVES)},
        "actor": {"enum": list(parse.HOLDERS)},
        "addressee": {"enum": list(parse.HOLDERS)},
        "roles": _some(_enum(FrameRole)),
        "negated": _BOOLEAN,
        "reflexive": _BOOLEAN,
        "plural": _BOOLEAN,
    }
    values: Schema = {field.name: chosen.get(field.name, _WORDS) for field in attrs.fields(Conditions)}
    return _object(Conditions, parse.CONDITION_KEYS, values)


def _outcome() -> Schema:
    values: Schema = {
        "type": _enum(CommitmentType),
        "polarity": _enum(Polarity),
        "strength": _enum(Strength),
        "status": _enum(Status),
    }
    return _object(Outcome, parse.OUTCOME_KEYS, values)


def _example() -> Schema:
    expected: Schema = {name: _expected(options) for name, options in parse.EXPECTED.items()}
    expect: Schema = {"type": "object", "properties": expected, "additionalProperties": False}
    long: Schema = {
        "type": "object",
        "properties": {
            "text": _ANNOTATED,
            "expect": described(expect, "Fields of the commitment besides its spans."),
            "none": described(_TEXT, "A sentence in which the rule finds nothing."),
        },
        "additionalProperties": False,
        "oneOf": [
            {"required": ["text"]},
            {"required": ["none"], "not": {"required": ["expect"]}},
        ],
    }
    return {"description": summary(Example), "anyOf": [_ANNOTATED, long]}


def _expected(options: tuple[str, ...]) -> Schema:
    """A field of a commitment: one of its values, or any text for the text of a role."""
    if not options:
        return {"type": ["string", "number", "boolean", "null"]}
    values: list[Any] = [option for option in options if option not in ("true", "false", "null")]
    if "true" in options:
        values += [True, False, "true", "false"]
    return {"enum": [*values, None, "null"] if "null" in options else values}


def _sense() -> Schema:
    marked: Schema = {
        "type": "object",
        "properties": {"text": _ANNOTATED, "expect": {"type": "object"}},
        "required": ["text"],
        "additionalProperties": False,
    }
    values: Schema = {
        "cue": _TEXT,
        "sense": _TEXT,
        "gives": {"anyOf": [_RULE_ID, {"enum": [None, *_SAYS_NOTHING]}]},
        "example": {"anyOf": [_ANNOTATED, marked]},
    }
    return _object(Sense, parse.SENSE_KEYS, values, required=parse.SENSE_KEYS)


# -- building blocks -------------------------------------------------------------------------------


def _object(
    cls: type,
    keys: Iterable[str],
    values: Schema,
    required: tuple[str, ...] = (),
    descriptions: dict[str, str] | None = None,
) -> Schema:
    """A mapping with the keys that the reader knows, described by the class that it becomes."""
    told = attributes(cls) | (descriptions or {})
    properties = {str(key): described(values[str(key)], told.get(str(key))) for key in keys}
    schema: Schema = {
        "description": summary(cls),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return {**schema, "required": list(required)} if required else schema


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items, "minItems": 1}


def _some(item: Schema) -> Schema:
    """One value, or a list of values."""
    return {"anyOf": [item, _list(item)]}


def _enum(cls: type[StrEnum]) -> Schema:
    return {"enum": _values(cls)}


def _values(cls: type[StrEnum]) -> list[str]:
    return [member.value for member in cls]
