"""Coverage of rules: which cue words, frames, slots and conditions the examples of a pack exercise, and a corpus.

Flows in: a bench and, if wanted, texts; flows out: a :class:`Coverage` with one count a part. A word, frame or slot is
exercised where a commitment was made by it; a condition where it was what kept a frame from firing. The idea is that of
branch coverage in programs, and of the rule coverage of OPA's and Semgrep's tests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from stance.authoring.bench import Bench
from stance.authoring.examples import ALL, Selection, own_rules
from stance.extraction import Extraction
from stance.matching.draft import Attempt
from stance.model import CommitmentType
from stance.rules.schema import Conditions, Frame, FrameRole, Rule

_SAMPLES: Final = 3
_SAMPLE_LENGTH: Final = 160
# What the trace calls the failure of a condition that decides while roles are bound.
_WHILE_BINDING: Final = {"requires.actor": "actor"}
# A condition that only chooses among phrases never fails by itself.
_CHOOSING: Final = frozenset({"addressee"})

Part = tuple[str, str, str]
"""Rule, kind of part, name of the part."""


@attrs.frozen
class Use:
    """How often one part of a rule was at work.

    Attributes:
        kind: "word", "frame", "slot" or "condition".
        name: the part as an author would write it.
        examples: in how many examples it was at work.
        corpus: how often it was at work in the corpus; 0 without one.
        samples: a few sentences of the corpus in which it was.
    """

    kind: str
    name: str
    examples: int = 0
    corpus: int = 0
    samples: tuple[str, ...] = ()


@attrs.frozen
class RuleCoverage:
    """The parts of one rule with their use."""

    rule: str
    type: CommitmentType
    parts: tuple[Use, ...]

    def of(self, kind: str) -> tuple[Use, ...]:
        """The parts of one kind."""
        return tuple(part for part in self.parts if part.kind == kind)

    @property
    def uncovered(self) -> tuple[Use, ...]:
        """The parts that no example exercises."""
        return tuple(part for part in self.parts if not part.examples)

    @property
    def fired(self) -> int:
        """How often the rule fired in the corpus."""
        return sum(part.corpus for part in self.of("frame"))


@attrs.frozen
class Coverage:
    """The coverage of a pack.

    Attributes:
        rules: the coverage of each rule, in order of their ids.
        documents: how many documents of a corpus were read.
    """

    rules: tuple[RuleCoverage, ...]
    documents: int = 0

    def share(self, kind: str | None = None) -> float:
        """Share of the parts, of one kind or all, that an example exercises; 1 where there is none."""
        parts = [part for rule in self.rules for part in rule.parts if kind in (None, part.kind)]
        return sum(part.examples > 0 for part in parts) / len(parts) if parts else 1.0


KINDS: Final = ("word", "frame", "slot", "condition")


def cover(bench: Bench, corpus: Iterable[str] = (), selection: Selection = ALL, own: bool = True) -> Coverage:
    """Run the examples and senses of a pack, and a corpus, and count what was at work.

    Args:
        bench: what applies the rules.
        corpus: texts of a corpus.
        selection: which rules are reported; the examples of all rules count for them.
        own: whether only the rules of the last pack are reported, without those of the packs that it extends.

    >>> bench = Bench.of(["de.core"])
    >>> one = attrs.evolve(bench.rules, rules=(bench.rules.rule("rejection.ablehnen"),), senses=())
    >>> found = cover(attrs.evolve(bench, rules=one))
    >>> [rule.rule for rule in found.rules], found.share("frame") > 0
    (['rejection.ablehnen'], True)
    """
    rules = own_rules(bench.rules) if own else bench.rules
    chosen = {rule.id: rule for rule in rules.rules if selection.takes(rule)}
    texts = [example.text for rule in rules.rules for example in rule.examples]
    texts += [sense.example.text for sense in rules.senses]
    examples = _Counter(chosen)
    for _, found in bench.explained(texts):
        examples.add(found, "")
    seen = _Counter(chosen)
    documents = 0
    for text, found in bench.explained(corpus):
        documents += 1
        seen.add(found, text)
    return Coverage(tuple(_rule(rule, examples, seen) for rule in chosen.values()), documents)


class _Counter:
    """Counts parts over texts: in examples once a text, in a corpus each time."""

    def __init__(self, rules: dict[str, Rule]) -> None:
        self._rules = rules
        self.counts: dict[Part, int] = defaultdict(int)
        self.samples: dict[Part, list[str]] = defaultdict(list)

    def add(self, found: Extraction, text: str) -> None:
        """Count what was at work in one text."""
        used = [
            (part, attempt)
            for attempt in found.trace.attempts
            if attempt.rule in self._rules
            for part in _used(self._rules[attempt.rule], attempt)
        ]
        for part, attempt in dict(used).items() if not text else used:
            self.counts[part] += 1
            if text and len(self.samples[part]) < _SAMPLES:
                self.samples[part].append(_sentence(found, attempt))


def _sentence(found: Extraction, attempt: Attempt) -> str:
    text = " ".join(found.graph.doc[attempt.cue[0]].sent.text.split())
    return text if len(text) <= _SAMPLE_LENGTH else text[: _SAMPLE_LENGTH - 1] + "…"


def _used(rule: Rule, attempt: Attempt) -> Iterator[Part]:
    """The parts of a rule that an attempt shows at work."""
    number = attempt.order + 1
    if attempt.fired:
        yield rule.id, "word", attempt.word
        yield rule.id, "frame", str(number)
        yield from ((rule.id, "slot", f"{number} {role}: {slot}") for role, slot in attempt.slots)
    elif attempt.failed is not None:
        for name in _conditions(rule, rule.frames[attempt.order], number):
            bare = name.partition(" ")[2] if name[0].isdigit() else name
            if attempt.failed.startswith((bare, _WHILE_BINDING.get(bare, bare))):
                yield rule.id, "condition", name


def _conditions(rule: Rule, frame: Frame, number: int) -> Iterator[str]:
    for prefix, owner in (("", rule), (f"{number} ", frame)):
        for kind in ("requires", "unless"):
            given: Conditions = getattr(owner, kind)
            for field in attrs.fields(Conditions):
                if field.name not in _CHOOSING and getattr(given, field.name) != field.default:
                    yield f"{prefix}{kind}.{field.name}"


def _rule(rule: Rule, examples: _Counter, seen: _Counter) -> RuleCoverage:
    parts = []
    for kind, name in _parts(rule):
        part = (rule.id, kind, name)
        shown = name if kind != "frame" else f"frame {name}"
        use = Use(kind, shown, examples.counts[part], seen.counts[part], tuple(seen.samples[part]))
        parts.append(use)
    return RuleCoverage(rule.id, rule.type, tuple(parts))


def _parts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield from (("word", word) for word in rule.cue.words)
    conditions: dict[str, None] = {}
    for number, frame in enumerate(rule.frames, 1):
        yield "frame", str(number)
        for role in FrameRole:
            yield from (("slot", f"{number} {role.value}: {slot}") for slot in frame.slots(role))
        conditions |= dict.fromkeys(_conditions(rule, frame, number))
    yield from (("condition", name) for name in conditions)
