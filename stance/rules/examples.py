"""The bracket notation of annotated examples: ``[Die SPD]{actor} [fordert]{cue} …`` to plain text and spans, and back.

Brackets may nest, a role may occur several times (discontinuous mentions), ``\\[`` and ``\\]`` are literal brackets.
"""

from __future__ import annotations

import re

import attrs

from stance.rules.schema import ExampleSpan

_ROLE = re.compile(r"\{([^{}\[\]]*)\}")
_ESCAPABLE = "[]{}\\"


@attrs.frozen
class Fault:
    """What is wrong with an annotated text: characters ``start:end`` of the notation, message and cure."""

    message: str
    start: int
    end: int
    help: str = ""


@attrs.frozen
class Annotated:
    """An annotated text taken apart.

    Attributes:
        text: the plain text.
        spans: roles with offsets into the plain text, in order of their opening brackets.
        places: where the name of each span's role stands in the notation, parallel to ``spans``.
        faults: what is wrong with the notation.
    """

    text: str
    spans: tuple[ExampleSpan, ...]
    places: tuple[tuple[int, int], ...]
    faults: tuple[Fault, ...] = ()


@attrs.define
class _Open:
    at: int
    start: int
    index: int


def parse_annotated(notation: str) -> Annotated:
    """Take an annotated text apart.

    >>> parse_annotated("[Sie]{actor} [lehnt]{cue} [es]{content} [ab]{cue}.").text
    'Sie lehnt es ab.'
    >>> parse_annotated("[Sie]{actor} [sagte]{cue} [Ja.").faults[0].message
    'the bracket is never closed'
    """
    text: list[str] = []
    found: list[tuple[ExampleSpan, tuple[int, int]] | None] = []
    faults: list[Fault] = []
    stack: list[_Open] = []
    at = 0
    while at < len(notation):
        char = notation[at]
        if char == "\\" and notation[at + 1 : at + 2] in tuple(_ESCAPABLE):
            text.append(notation[at + 1])
            at += 2
        elif char == "[":
            stack.append(_Open(at, len(text), len(found)))
            found.append(None)
            at += 1
        elif char == "]":
            at = _close(notation, at, len(text), stack, found, faults)
        else:
            text.append(char)
            at += 1
    faults += [
        Fault("the bracket is never closed", o.at, o.at + 1, "close it with ']{role}', or write '\\['") for o in stack
    ]
    plain = "".join(text)
    kept = [item for item in found if item is not None]
    faults += _blank(plain, kept)
    return Annotated(plain, tuple(span for span, _ in kept), tuple(place for _, place in kept), tuple(faults))


def _close(
    notation: str,
    at: int,
    end: int,
    stack: list[_Open],
    found: list[tuple[ExampleSpan, tuple[int, int]] | None],
    faults: list[Fault],
) -> int:
    """Read ``]{role}``; gives the offset after it."""
    role = _ROLE.match(notation, at + 1)
    after = role.end() if role else at + 1
    if not stack:
        faults.append(Fault("the bracket closes nothing", at, after, "write '\\]' for a literal bracket"))
        return after
    opened = stack.pop()
    if role is None:
        faults.append(
            Fault("no role after the bracket", opened.at, at + 1, "write ']{actor}', or '\\[' for a literal one")
        )
        return after
    place = (role.start(1), max(role.end(1), role.start(1) + 1))
    if end == opened.start:
        faults.append(Fault("the brackets hold nothing", opened.at, at + 1, "put the words of the role between them"))
        return after
    found[opened.index] = (ExampleSpan(role[1].strip(), opened.start, end), place)
    return after


def _blank(plain: str, found: list[tuple[ExampleSpan, tuple[int, int]]]) -> list[Fault]:
    return [
        Fault(
            "the brackets hold a blank at their edge",
            *place,
            "put the blank outside: mentions never start or end with one",
        )
        for span, place in found
        if plain[span.start].isspace() or plain[span.end - 1].isspace()
    ]


def format_annotated(text: str, spans: tuple[ExampleSpan, ...]) -> str:
    """Write a text with its spans in bracket notation.

    Args:
        text: plain text.
        spans: properly nested spans.

    >>> format_annotated("Sie lehnt ab.", (ExampleSpan("actor", 0, 3), ExampleSpan("cue", 4, 12)))
    '[Sie]{actor} [lehnt ab]{cue}.'
    """
    opening: dict[int, list[ExampleSpan]] = {}
    closing: dict[int, list[ExampleSpan]] = {}
    for span in spans:
        opening.setdefault(span.start, []).append(span)
        closing.setdefault(span.end, []).insert(0, span)
    parts: list[str] = []
    for at in range(len(text) + 1):
        parts += [f"]{{{span.role}}}" for span in closing.get(at, ())]
        parts += ["["] * len(opening.get(at, ()))
        if at < len(text):
            parts.append("\\" + text[at] if text[at] in "[]\\" else text[at])
    return "".join(parts)
