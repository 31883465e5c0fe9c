"""Results to plain data and back: the JSON of ``stance/1``.

Flows in: value objects of :mod:`stance.model`; flows out: dictionaries, lists and strings as JSON has them, and the
other way round. Writing is total, reading is strict: unknown keys, missing keys and impossible values are all
reported at once, each with its path (``$.commitments[0].cue.spans``). The machinery is cattrs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Final, TypeVar

import attrs
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from stance.model import (
    SCHEMA,
    Actor,
    ActorKind,
    Binding,
    Commitment,
    CommitmentType,
    Cue,
    DocumentResult,
    Evidence,
    Form,
    Mention,
    Modality,
    Mood,
    Polarity,
    RulesInfo,
    SpanSet,
    Status,
    Strength,
)

T = TypeVar("T", DocumentResult, Commitment, Mention, Actor, Cue)

OBJECTS: tuple[type, ...] = (Mention, Actor, Cue, RulesInfo, Commitment, DocumentResult)
"""The classes that are written as JSON objects with one key for each field."""

ENUMERATIONS: tuple[type[StrEnum], ...] = (CommitmentType, Form, Status, Polarity, Strength, Modality, Mood, ActorKind)
"""The classes that are written as one string out of a closed set."""


class ResultError(ValueError):
    """Data that is not a result; ``problems`` holds one ``what @ $.path`` for each mistake."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("not a stance/1 result:\n" + "\n".join(f"  {problem}" for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[ResultError], tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)


LATER_KEYS: Final = ("date",)
"""Keys of a result that older lines of the format lack; they are read as null."""


def field_order(cls: type) -> tuple[str, ...]:
    """The keys of a class in the order in which they are written.

    >>> field_order(DocumentResult)
    ('schema', 'id', 'date', 'rules', 'pipeline', 'commitments')
    """
    names = tuple(field.name for field in attrs.fields(cls))
    if cls is not DocumentResult:
        return names
    first = ("schema", "id", "date")
    return (*first, *(name for name in names if name not in first))


def to_dict(value: DocumentResult | Commitment | Mention) -> dict[str, Any]:
    """A result, a commitment or a mention as plain data. Keys are always present, in the order of the format.

    Args:
        value: the value object.

    Returns:
        Dictionaries, lists, strings, numbers, booleans and None only.

    >>> to_dict(Mention("ab", SpanSet(((0, 2),))))
    {'text': 'ab', 'spans': [[0, 2]]}
    """
    plain: dict[str, Any] = _CONVERTER.unstructure(value, unstructure_as=type(value))
    return plain


def to_json(result: DocumentResult) -> str:
    """One line of JSONL, without the line end."""
    return json.dumps(to_dict(result), ensure_ascii=False, allow_nan=False)


def from_dict(data: object, cls: type[T]) -> T:
    """The value object that some plain data describe.

    Args:
        data: what :func:`to_dict` gave, or what a JSON parser read.
        cls: the class to build.

    Raises:
        ResultError: unknown or missing keys, or values that cannot be; all of them at once.

    >>> from_dict({"text": "ab", "spans": [[0, 2]]}, Mention)
    Mention(text='ab', spans=SpanSet(spans=((0, 2),)))
    >>> from_dict({"text": "ab", "spans": [[2, 0]]}, Mention)
    Traceback (most recent call last):
        ...
    stance.serialise.ResultError: not a stance/1 result:
      spans: (2, 0) is not a span: 0 <= start < end must hold @ $.spans
    """
    try:
        return _CONVERTER.structure(data, cls)
    except (BaseValidationError, _ValueError) as error:
        raise ResultError(tuple(transform_error(error, format_exception=_sentence))) from None


def from_json(line: str) -> DocumentResult:
    """The result that one line of JSONL holds.

    Raises:
        ResultError: the line is no JSON or no result.
    """
    try:
        line.encode("utf-8")
        data = json.loads(line)
        if "\\u" in line:
            json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        code = f"\\u{ord(error.object[error.start]):04x}"
        raise ResultError((f"half a surrogate pair, {code}, which no text holds @ $",)) from None
    except RecursionError:
        raise ResultError(("no JSON: nested too deeply @ $",)) from None
    except ValueError as error:
        raise ResultError((f"no JSON: {error} @ $",)) from None
    return from_dict(data, DocumentResult)


def check(result: DocumentResult, text: str) -> tuple[str, ...]:
    """What in a result does not fit the text that it is about.

    Args:
        result: the result of one document.
        text: the unchanged text of that document.

    Returns:
        One sentence with a path for each inconsistency: offsets outside the text, a mention whose text is not what its
        spans cover, a repeated id, an antecedent that is not there. Empty when all is well.
    """
    ids = [commitment.id for commitment in result.commitments]
    found = [f"id {id!r} is used twice @ $.commitments" for id in sorted({id for id in ids if ids.count(id) > 1})]
    for index, commitment in enumerate(result.commitments):
        found.extend(f"{what} @ $.commitments[{index}]{path}" for what, path in _misfits(commitment, text, ids))
    return tuple(found)


def _misfits(commitment: Commitment, text: str, ids: list[str]) -> Iterator[tuple[str, str]]:
    start, end = commitment.sentence
    if not 0 <= start <= end <= len(text):
        yield f"({start}, {end}) lies outside the text of {len(text)} characters", ".sentence"
    if commitment.antecedent is not None and commitment.antecedent not in ids:
        yield f"there is no commitment {commitment.antecedent!r}", ".antecedent"
    for binding in commitment.evidence.bindings:
        if binding.spans and binding.spans.end > len(text):
            yield f"offsets reach beyond the text of {len(text)} characters", f".evidence.bindings.{binding.name}"
    for mention in commitment.mentions():
        if not mention.spans:
            yield "a mention without spans", f" ({mention.text!r})"
        elif mention.spans.end > len(text):
            yield f"offsets reach beyond the text of {len(text)} characters", f" ({mention.text!r})"
        elif mention.text != mention.spans.text(text):
            yield f"the text is not what the spans cover: {mention.spans.text(text)!r}", f" ({mention.text!r})"


class _ValueError(ValueError):
    """A value that cannot stand where it stands."""


def _sentence(error: BaseException, _type: type | None) -> str:
    return str(error) if isinstance(error, ValueError | TypeError) else repr(error)


def _name(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return "null" if value is None else names.get(type(value), type(value).__name__)


def _exactly(expected: type) -> Callable[[Any, Any], Any]:
    names = {str: "a string", int: "a whole number", bool: "true or false"}

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not expected:
            raise _ValueError(f"{names[expected]} must stand here, not {_name(value)}")
        return value

    return structure


def _enumeration(value: Any, cls: type[StrEnum]) -> StrEnum:
    try:
        return cls(value)
    except ValueError:
        raise _ValueError(f"{value!r} is none of {', '.join(str(member.value) for member in cls)}") from None


def _keys(value: Any, expected: tuple[str, ...], what: str) -> None:
    if not isinstance(value, dict):
        raise _ValueError(f"{what} must be an object, not {_name(value)}")
    missing = [key for key in expected if key not in value]
    unknown = [str(key) for key in value if key not in expected]
    if missing or unknown:
        parts = [f"{label} {', '.join(keys)}" for label, keys in (("missing:", missing), ("unknown:", unknown)) if keys]
        raise _ValueError(f"{what} has other keys than it must ({'; '.join(parts)})")


def _pair(value: Any, _: Any = None) -> tuple[int, int]:
    if not isinstance(value, list | tuple) or len(value) != 2 or any(type(offset) is not int for offset in value):
        raise _ValueError(f"{value!r} is no pair of offsets")
    start, end = value
    if not 0 <= start <= end:
        raise _ValueError(f"{value!r} is no span: 0 <= start <= end must hold")
    return start, end


def _spans(value: Any, _: Any = None) -> SpanSet:
    if not isinstance(value, list | tuple):
        raise _ValueError(f"a list of pairs of offsets must stand here, not {_name(value)}")
    pairs = [tuple(pair) if isinstance(pair, list | tuple) else pair for pair in value]
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2 or any(type(offset) is not int for offset in pair):
            raise _ValueError(f"{pair!r} is no pair of offsets")
    return SpanSet(tuple(pairs))


def _evidence_out(evidence: Evidence) -> dict[str, Any]:
    if evidence == Evidence():
        return {}
    bindings: dict[str, SpanSet] = {}
    for binding in evidence.bindings:
        before = bindings.get(binding.name)
        bindings[binding.name] = SpanSet.of([*before, *binding.spans]) if before else binding.spans
    spans = {name: [list(span) for span in found] for name, found in bindings.items()}
    return {"pack": evidence.pack, "frame": evidence.frame, "bindings": spans}


def _evidence_in(value: Any, _: Any) -> Evidence:
    if value == {}:
        return Evidence()
    _keys(value, ("pack", "frame", "bindings"), "evidence")
    if not isinstance(value["bindings"], dict):
        raise _ValueError(f"bindings must be an object, not {_name(value['bindings'])}")
    text = _exactly(str)
    bindings = tuple(Binding(text(name, str), _spans(spans)) for name, spans in value["bindings"].items())
    return Evidence(pack=text(value["pack"], str), frame=text(value["frame"], str), bindings=bindings)


def _reader(cls: type, converter: Converter) -> Callable[[Any, Any], Any]:
    structure: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter)
    expected = field_order(cls)
    lists = [name for name in expected if name in ("commitments", "sources", "candidates")]
    what = {DocumentResult: "a result", Commitment: "a commitment", RulesInfo: "rules"}.get(cls, "a mention")

    def read(value: Any, _: Any) -> Any:
        if cls is DocumentResult and isinstance(value, dict):
            value = {**dict.fromkeys(LATER_KEYS), **value}
        _keys(value, expected, what)
        if cls is DocumentResult and value["schema"] != SCHEMA:
            raise _ValueError(f"schema is {value['schema']!r}; this version reads {SCHEMA!r}")
        for name in lists:
            if not isinstance(value[name], list | tuple):
                raise _ValueError(f"{name} must be a list, not {_name(value[name])}")
        return structure(value, cls)

    return read


def _writer(cls: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    unstructure: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(cls, converter)
    order = field_order(cls)

    def write(value: Any) -> dict[str, Any]:
        plain = unstructure(value)
        return {key: plain[key] for key in order}

    return write


def _make_converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list}, detailed_validation=True)
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, _exactly(primitive))
    for enumeration in ENUMERATIONS:
        converter.register_structure_hook(enumeration, _enumeration)
        converter.register_unstructure_hook(enumeration, lambda member: member.value)
    converter.register_structure_hook_func(lambda t: t == tuple[int, int], _pair)
    converter.register_unstructure_hook_func(lambda t: t == tuple[int, int], list)
    converter.register_structure_hook(SpanSet, _spans)
    converter.register_unstructure_hook(SpanSet, lambda spans: [list(span) for span in spans])
    converter.register_structure_hook(Evidence, _evidence_in)
    converter.register_unstructure_hook(Evidence, _evidence_out)
    for cls in OBJECTS:
        converter.register_structure_hook(cls, _reader(cls, converter))
        converter.register_unstructure_hook(cls, _writer(cls, converter))
    return converter


_CONVERTER = _make_converter()
