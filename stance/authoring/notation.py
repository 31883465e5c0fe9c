"""Commitments as annotated sentences: what was found, written as an example of a rule would be."""

from __future__ import annotations

from collections.abc import Iterator

from stance.authoring.editing import NewExample
from stance.model import Commitment, SpanSet, Status
from stance.rules.examples import format_annotated
from stance.rules.schema import ExampleSpan

_ROLES = ("cue", "actor", "addressee", "content", "judgement")


def as_example(text: str, commitment: Commitment) -> NewExample:
    """The sentence of a commitment with its roles in brackets, and its status where that is not plain.

    Roles outside the sentence, and those that cut through another, are left out.

    Args:
        text: the document.
        commitment: what was found in it; offsets are characters of the document.
    """
    start, end = commitment.sentence
    sentence = text[start:end].rstrip()
    spans: list[ExampleSpan] = []
    for span in sorted(_spans(commitment), key=lambda each: each.end - each.start):
        inside = start <= span.start and span.end <= start + len(sentence)
        moved = ExampleSpan(span.role, span.start - start, span.end - start)
        if inside and not any(_crosses(moved, other) for other in spans):
            spans.append(moved)
    ordered = tuple(sorted(spans, key=lambda each: (each.start, -each.end)))
    actual = commitment.status is Status.ACTUAL
    expect = () if actual else (("status", commitment.status.value),)
    return NewExample(format_annotated(" ".join(sentence.split("\n")), ordered), expect=expect)


def _spans(commitment: Commitment) -> Iterator[ExampleSpan]:
    for role in _ROLES:
        mention = getattr(commitment, role)
        spans: SpanSet | tuple[()] = () if mention is None else mention.spans
        yield from (ExampleSpan(role, start, end) for start, end in spans)


def _crosses(one: ExampleSpan, other: ExampleSpan) -> bool:
    same = (one.start, one.end) == (other.start, other.end)
    apart = one.end <= other.start or other.end <= one.start
    within = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return same or not (apart or within)
