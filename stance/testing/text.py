"""Marked text: stretches of words with the role they fill, and how they are written as one sentence.

Stretches flow in, text and character spans by role flow out. A sentence can also be written in the notation of rule
examples, so that what the generator makes can be pasted into a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from stance.model import SpanSet

_NO_SPACE_BEFORE: Final = frozenset(",.:?!;“")
_NO_SPACE_AFTER: Final = frozenset("„")


@attrs.frozen
class Stretch:
    """Some words, and the role they fill or None."""

    text: str
    role: str | None = None


@attrs.frozen
class RoleSpans:
    """Where a role stands: character offsets, end exclusive."""

    role: str
    spans: SpanSet


@attrs.frozen
class Realisation:
    """A sentence of the generator.

    Attributes:
        text: the sentence.
        roles: where each role stands, in order of first mention.
        markup: the same in the notation of rule examples ("[Die SPD]{actor} …").
    """

    text: str
    roles: tuple[RoleSpans, ...]
    markup: str

    def spans(self, role: str) -> SpanSet | None:
        """Where a role stands, None where the sentence does not name it."""
        return next((found.spans for found in self.roles if found.role == role), None)

    def part(self, role: str) -> str | None:
        """The words of a role; parts are joined with " … "."""
        found = self.spans(role)
        return None if found is None else " … ".join(self.text[start:end] for start, end in found.spans)

    def within(self, before: str, after: str) -> Realisation:
        """The same sentence between others, its spans moved."""
        shift = len(before) + bool(before)
        moved = tuple(
            RoleSpans(own.role, SpanSet(tuple((start + shift, end + shift) for start, end in own.spans)))
            for own in self.roles
        )
        return Realisation(" ".join(filter(None, (before, self.text, after))), moved, self.markup)


def write(stretches: Iterable[Stretch]) -> Realisation:
    """Write stretches as one sentence: blanks where they belong, a capital at the start, equal neighbours joined.

    >>> parts = Stretch("die SPD", "actor"), Stretch("lehnt", "cue"), Stretch("das"), Stretch("ab", "cue"), Stretch(".")
    >>> found = write(parts)
    >>> found.text, found.part("cue")
    ('Die SPD lehnt das ab.', 'lehnt … ab')
    """
    parts = [part for part in stretches if part.text]
    text, markup = "", ""
    spans: dict[str, list[tuple[int, int]]] = {}
    previous: Stretch | None = None
    for part in parts:
        words = part.text if text else part.text[:1].upper() + part.text[1:]
        glued = not text or words[0] in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_AFTER
        gap = "" if glued else " "
        start = len(text) + len(gap)
        text += gap + words
        markup += gap + (f"[{words}]{{{part.role}}}" if part.role else words)
        if part.role:
            own = spans.setdefault(part.role, [])
            if previous is not None and previous.role == part.role:
                own[-1] = (own[-1][0], len(text))
            else:
                own.append((start, len(text)))
        previous = part
    return Realisation(text, tuple(RoleSpans(role, SpanSet(tuple(own))) for role, own in spans.items()), markup)


def plain(stretches: Sequence[Stretch]) -> str:
    """The words of some stretches as they stand inside a sentence, without a capital.

    >>> plain([Stretch("die Preise"), Stretch("sinken")])
    'die Preise sinken'
    """
    text = ""
    for part in stretches:
        glued = not text or part.text[:1] in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_AFTER
        text += part.text if glued else f" {part.text}"
    return text
