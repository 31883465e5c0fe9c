"""Whether an extraction gives a meaning back: role by role, and the share of sentences of a rule in which it is found.

A meaning, its realisation and the commitments of the text flow in, a :class:`Verdict` flows out. Sentences go through
the pipeline in one batch, so that a whole pack can be swept in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs
from spacy.language import Language

from stance.model import Commitment, Mention, SpanSet
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Rule
from stance.testing.drawing import NoMeaningError, sample
from stance.testing.meaning import Meaning, expected_status, expected_type
from stance.testing.realisation import realise
from stance.testing.text import Realisation

CONTENT_OVERLAP = 0.8


@attrs.frozen
class Verdict:
    """What an extraction made of one sentence.

    Attributes:
        meaning: what was meant.
        sentence: how it was put.
        found: the commitment that gives the meaning back, or None: that of the rule at the cue, or one of the same type
            at the very cue by another rule (*einen Vorwurf machen* under *Vorwürfe machen*) with every field as meant.
        instead: ids of other rules that found something at the cue; with ``found``, of the rule that did.
        wrong: fields of the found commitment that differ: type, status, actor, addressee, content, judgement.
        idiom: the words chosen make a longer cue of another rule (*für falsch erklären* denies, though *erklären für*
            evaluates), so that the sentence says something else than was meant.
    """

    meaning: Meaning
    sentence: Realisation
    found: Commitment | None
    instead: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    idiom: bool = False

    @property
    def right(self) -> bool:
        """Whether the rule was found and every field is as meant."""
        return self.found is not None and not self.wrong


def overlap(one: SpanSet | None, other: SpanSet | None) -> float:
    """Characters shared by characters of either; 1 where both are missing.

    >>> overlap(SpanSet(((0, 10),)), SpanSet(((0, 5),)))
    0.5
    """
    first, second = _characters(one), _characters(other)
    return len(first & second) / len(first | second) if first | second else 1.0


def _characters(spans: SpanSet | None) -> frozenset[int]:
    return frozenset() if spans is None else frozenset(i for start, end in spans.spans for i in range(start, end))


def judge(meaning: Meaning, rule: Rule, sentence: Realisation, commitments: Iterable[Commitment]) -> Verdict:
    """Compare what was meant with what was found.

    Args:
        meaning: what was meant.
        rule: the rule it was made for.
        sentence: how it was put.
        commitments: what was found in its text.
    """
    cue = _characters(sentence.spans("cue"))
    here = [c for c in commitments if c.cue is not None and cue & _characters(c.cue.spans)]
    own = [c for c in here if c.rule == rule.id]
    if not own:
        same = [c for c in here if _is_same(c, meaning, rule, sentence)]
        longer = any(c.cue is not None and _characters(c.cue.spans) > cue for c in here)
        instead = tuple(dict.fromkeys(c.rule for c in same or here))
        return Verdict(meaning, sentence, next(iter(same), None), instead, idiom=longer and not same)
    found = max(own, key=lambda c: overlap(None if c.content is None else c.content.spans, sentence.spans("content")))
    return Verdict(meaning, sentence, found, (), tuple(_differences(meaning, rule, sentence, found)))


def _is_same(found: Commitment, meaning: Meaning, rule: Rule, sentence: Realisation) -> bool:
    """Whether another rule has found what was meant."""
    assert found.cue is not None
    at_cue = overlap(found.cue.spans, sentence.spans("cue")) == 1
    return at_cue and not any(_differences(meaning, rule, sentence, found))


def _differences(meaning: Meaning, rule: Rule, sentence: Realisation, found: Commitment) -> Iterator[str]:
    if found.type is not expected_type(meaning, rule):
        yield "type"
    status = expected_status(meaning, rule)
    if status is not None and found.status is not status:
        yield "status"
    mentions: tuple[tuple[str, Mention | None], ...] = (
        ("actor", found.actor),
        ("addressee", found.addressee),
        ("content", found.content),
        ("judgement", found.judgement),
    )
    for role, mention in mentions:
        shared = overlap(sentence.spans(role), None if mention is None else mention.spans)
        if shared < (CONTENT_OVERLAP if role == "content" else 1.0):
            yield role


@attrs.frozen
class RuleShare:
    """How often a rule was found in its own sentences.

    Attributes:
        rule: its id.
        verdicts: one for each sentence that says what was meant.
        note: why there is no sentence, where there is none.
    """

    rule: str
    verdicts: tuple[Verdict, ...]
    note: str = ""

    @property
    def found(self) -> float:
        """Share of the sentences whose meaning was given back."""
        return _share([v.found is not None for v in self.verdicts])

    @property
    def own(self) -> float:
        """Share of the sentences that the rule itself has found; 0 where another rule always wins."""
        return _share([v.found is not None and v.found.rule == self.rule for v in self.verdicts])

    @property
    def right(self) -> float:
        """Share of the sentences in which every field is as meant."""
        return _share([v.right for v in self.verdicts])


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def sweep(
    nlp: Language, ruleset: RuleSet, count: int | Callable[[Rule], int], seed: int = 0, only: str = ""
) -> tuple[RuleShare, ...]:
    """Make sentences for every rule and see whether the rule is found in them.

    Args:
        nlp: a pipeline with the component ``stance`` over the same rules.
        ruleset: the rules.
        count: sentences a rule, the same for all or by rule; rules with many frames get more.
        seed: of the generator.
        only: what the ids of the rules begin with.

    Returns:
        One share a rule, in order of their ids; rules of token patterns have no sentences.
    """
    meanings: list[Meaning] = []
    notes: dict[str, str] = {}
    rules = [rule for rule in ruleset.rules if rule.id.startswith(only) and rule.cue.words]
    for rule in rules:
        try:
            meanings += sample(rule, count if isinstance(count, int) else count(rule), seed)
        except NoMeaningError as error:
            notes[rule.id] = str(error)
    by_rule: dict[str, list[Verdict]] = {rule.id: [] for rule in rules}
    for verdict in judge_all(nlp, ruleset, meanings):
        if not verdict.idiom:
            by_rule[verdict.meaning.rule].append(verdict)
    return tuple(RuleShare(rule.id, tuple(by_rule[rule.id]), notes.get(rule.id, "")) for rule in rules)


def judge_all(nlp: Language, ruleset: RuleSet, meanings: Sequence[Meaning]) -> Iterator[Verdict]:
    """Realise meanings, run the pipeline over them in one batch, and judge each."""
    sentences = [realise(meaning) for meaning in meanings]
    docs = nlp.pipe((sentence.text for sentence in sentences), batch_size=512)
    for meaning, sentence, doc in zip(meanings, sentences, docs, strict=True):
        rule = ruleset.rule(meaning.rule)
        assert rule is not None
        yield judge(meaning, rule, sentence, doc._.commitments)
