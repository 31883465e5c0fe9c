"""A pack as YAML again, in one file: what the reader reads back is the same pack, but for the places of its rules.

Everything is written that says more than the default, in the order in which a rule author writes it; conditions, frames
and cues stand on one line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from stance.rules.examples import format_annotated
from stance.rules.nodes import NULLS
from stance.rules.schema import Conditions, Cue, CueKind, Example, Frame, FrameRole, Outcome, Pack, Rule, Sense
from stance.rules.values import BOOLEANS

_PLAIN: Final = re.compile(r"[^\W\d_][\w.?-]*(?: [\w.|-]+)*")
_ESCAPED: Final = re.compile('[\x00-\x1f"\\\\\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]')
_SIMPLE: Final = ("strength", "force", "status", "form", "priority", "neg_raising", "factive", "invariant_to")


def dump_pack(pack: Pack) -> str:
    """Write a pack as a single-file YAML pack.

    >>> print(dump_pack(Pack("my.pack", "1.0.0", lists=(("goods", ("Waffen", "humanitäre Hilfe")),))), end="")
    pack: my.pack
    version: 1.0.0
    lists:
      goods: [Waffen, humanitäre Hilfe]
    """
    lines = [f"pack: {to_flow(pack.name)}", f"version: {to_flow(pack.version)}"]
    lines += [f"{key}: {to_flow(value)}" for key, value in (("extends", pack.extends), ("off", pack.off)) if value]
    if pack.lists:
        lines += ["lists:", *(f"  {to_flow(name)}: {to_flow(words)}" for name, words in pack.lists)]
    if pack.rules:
        lines += ["rules:", *(line for rule in pack.rules for line in _rule(rule))]
    if pack.senses:
        lines += ["senses:", *(f"  - {to_flow(_sense(sense))}" for sense in pack.senses)]
    return "\n".join(lines) + "\n"


def dump_rule(rule: Rule) -> str:
    """A rule as it stands below ``rules:``."""
    return "\n".join(_rule(rule)) + "\n"


def _rule(rule: Rule) -> list[str]:
    lines = [f"id: {to_flow(rule.id)}", f"type: {rule.type}"]
    if rule.family:
        lines.append(f"family: {to_flow(rule.family)}")
    if rule.doc:
        lines.append(f"doc: {to_flow(rule.doc)}")
    lines.append(f"cue: {to_flow(_cue(rule.cue))}")
    lines += ["frames:", *(f"  - {to_flow(_frame(frame))}" for frame in rule.frames)]
    lines += [
        f"{key}: {to_flow(found)}" for key in ("requires", "unless") if (found := _conditions(getattr(rule, key)))
    ]
    defaults = attrs.fields_dict(Rule)
    lines += [f"{key}: {to_flow(value)}" for key in _SIMPLE if (value := getattr(rule, key)) != defaults[key].default]
    if rule.polarity or rule.polarity_by_judgement:
        lines.append(f"polarity: {'judgement' if rule.polarity_by_judgement else rule.polarity}")
    if rule.negated is not None:
        lines.append(f"negated: {to_flow(_outcome(rule.negated))}")
    if rule.examples:
        lines += ["examples:", *(f"  - {to_flow(_example(example))}" for example in rule.examples)]
    return [f"  {'-' if at == 0 else ' '} {line}" for at, line in enumerate(lines)]


def _cue(cue: Cue) -> dict[str, Any]:
    value: Any = [json.loads(pattern) for pattern in cue.patterns] if cue.kind is CueKind.TOKENS else cue.words
    found: dict[str, Any] = {cue.kind.value: value}
    if cue.kind is CueKind.ADJECTIVE and cue.copula != attrs.fields(Cue).copula.default:
        found["copula"] = cue.copula
    return found


def _frame(frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for role in FrameRole:
        if slots := frame.slots(role):
            found[f"{role}{'?' if role in frame.optional else ''}"] = " | ".join(map(str, slots))
    for key in ("requires", "unless"):
        if conditions := _conditions(getattr(frame, key)):
            found[key] = conditions
    if frame.polarity:
        found["polarity"] = frame.polarity
    return found


def _conditions(conditions: Conditions) -> dict[str, Any]:
    return {
        field.name: value
        for field in attrs.fields(Conditions)
        if (value := getattr(conditions, field.name)) != field.default
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        field.name: value for field in attrs.fields(Outcome) if (value := getattr(outcome, field.name)) != field.default
    }


def _sense(sense: Sense) -> dict[str, Any]:
    gives = "none" if sense.gives is None else sense.gives
    return {"cue": sense.cue, "sense": sense.sense, "gives": gives, "example": _example(sense.example)}


def _example(example: Example) -> Any:
    if example.negative:
        return {"none": _Quoted(example.text)}
    text = _Quoted(format_annotated(example.text, example.spans))
    return {"text": text, "expect": dict(example.expect)} if example.expect else text


class _Quoted(str):
    """A text that is written in quotation marks, whatever it holds."""

    __slots__ = ()


def to_flow(value: Any) -> str:
    """A value in YAML's flow style, on one line.

    >>> to_flow({"negated": True, "content": ("Geld", "$goods", "no", "a: b")})
    '{negated: true, content: [Geld, $goods, "no", "a: b"]}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{to_flow(key)}: {to_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(to_flow, value)) + "]"
    return json.dumps(value)


def _scalar(text: str) -> str:
    """A text plain where that is safe, else in double quotes with escapes.

    Words that YAML 1.1 reads as Booleans get quotation marks too, for other tools that read the file.
    """
    plain = _PLAIN.fullmatch(text.removeprefix("$")) and not isinstance(text, _Quoted)
    version = re.fullmatch(r"\d+\.\d+\.\d+", text)
    if (plain and text.lower() not in _RESERVED) or version:
        return str(text)
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), text) + '"'


_RESERVED: Final = frozenset({*NULLS, *BOOLEANS, "yes", "no", "on", "off", "y", "n"})


def _escape(char: str) -> str:
    return "\\" + char if char in '"\\' else f"\\u{ord(char):04x}"
