"""Watches packs while they are written: on every save what is wrong, what its examples say, what it does to a corpus.

Flows in: a pack and the texts of a sample; flows out: one :class:`Update` a save. What did not change is not done
again: unchanged files are not parsed, known texts neither tagged nor analysed, and only texts that have a word of a
changed rule's cue are tried.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import attrs
from spacy.tokens import Doc

from stance.authoring.bench import Bench
from stance.authoring.diff import Difference, differences
from stance.authoring.examples import ExampleResult, own_rules, run_example, run_sense
from stance.clauses.graph import ClauseGraph
from stance.clauses.sources import source_for
from stance.extraction import Extraction, Extractor
from stance.german import verbs
from stance.rules.compiler import compile_rules
from stance.rules.errors import Problem, Severity
from stance.rules.lint import lint
from stance.rules.nodes import compose
from stance.rules.reader import Inspection, inspect_pack
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Example, Rule, Sense
from stance.tagging.dense import text_of

_POLL: Final = 0.2


@attrs.frozen
class Update:
    """What a save did.

    Attributes:
        problems: errors and warnings of the pack.
        changed: ids of the rules that were added, changed or taken out.
        results: the examples with a cue of such a rule; all of them the first time; none where the pack has errors.
        differences: what became of the commitments of the sample.
        seconds: how long all this took.
    """

    problems: tuple[Problem, ...]
    changed: tuple[str, ...]
    results: tuple[ExampleResult, ...]
    differences: tuple[Difference, ...]
    seconds: float

    @property
    def failed(self) -> tuple[ExampleResult, ...]:
        """The examples that did not pass."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def broken(self) -> bool:
        """Whether the pack has errors, so that the rules before are still in use."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@attrs.frozen
class _Case:
    """An example or the example of a sense."""

    rule: Rule | None
    sense: Sense | None
    example: Example


class Watcher:
    """Keeps a pack and what is known of its sentences between saves.

    Args:
        pack: name, folder or file.
        sample: documents of a corpus sample, as id and text.

    Raises:
        RuleError: the pack has errors at the start.
    """

    def __init__(self, pack: str | Path, sample: Iterable[tuple[str, str]] = ()) -> None:
        self.pack = pack
        self._compose = lru_cache(maxsize=256)(compose)
        self._bench = Bench.of([pack])
        self._sample = tuple(sample)
        self._rules = self._bench.rules
        self._extractor = Extractor(compile_rules(self._rules))
        self._docs: dict[str, Doc] = {}
        self._graphs: dict[str, ClauseGraph] = {}
        self._known: dict[str, frozenset[str]] = {}
        self._found: dict[str, Extraction] = {}
        self._stamp = self._stamps()

    def start(self) -> Update:
        """Check everything once."""
        began = time.perf_counter()
        inspected = self._inspect()
        results = tuple(self._results(_cases(self._rules)))
        self._tag(text for _, text in self._sample)
        for _, text in self._sample:
            self._found[text] = self._explain(text)
        problems = (*inspected.problems, *lint(inspected))
        return Update(problems, tuple(rule.id for rule in self._rules.rules), results, (), time.perf_counter() - began)

    def updates(self, poll: float = _POLL) -> Iterator[Update]:
        """Wait for saves, and yield what each did; without end."""
        while True:
            time.sleep(poll)
            if self.has_changed():
                yield self.update()

    def has_changed(self) -> bool:
        """Whether a file of the pack was written, added or taken away since it was last read."""
        stamp = self._stamps()
        changed, self._stamp = stamp != self._stamp, stamp
        return changed

    def update(self) -> Update:
        """Read the pack again and try what changed."""
        began = time.perf_counter()
        inspected = self._inspect()
        problems = (*inspected.problems, *lint(inspected))
        if inspected.problems:
            return Update(problems, (), (), (), time.perf_counter() - began)
        before, self._rules = self._rules, inspected.rules
        changed = _changed(before, self._rules)
        if before.sha256 != self._rules.sha256:
            self._use(Extractor(compile_rules(self._rules)))
        words = frozenset(_cue_words((before, self._rules), frozenset(changed)))
        results = tuple(self._results(self._concerned(frozenset(changed), words)))
        told = tuple(self._differences(words)) if before.sha256 != self._rules.sha256 else ()
        return Update(problems, changed, results, told, time.perf_counter() - began)

    # -- steps -------------------------------------------------------------------------------------------------------

    def _use(self, extractor: Extractor) -> None:
        if extractor.reporting != self._extractor.reporting:
            self._graphs.clear()
            self._known.clear()
        self._extractor = extractor

    def _inspect(self) -> Inspection:
        return inspect_pack(self.pack, self._compose)

    def _concerned(self, changed: frozenset[str], words: frozenset[str]) -> Iterator[_Case]:
        """Examples that are new, that belong to changed rules, or that have a word of their cues."""
        cases = _cases(self._rules)
        fresh = {case.example.text for case in cases if case.example.text not in self._docs}
        self._tag(fresh)
        for case in cases:
            own = case.rule is not None and case.rule.id in changed
            if own or case.example.text in fresh or words & self._words(case.example.text):
                yield case

    def _differences(self, words: frozenset[str]) -> Iterator[Difference]:
        for name, text in self._sample:
            if words & self._words(text):
                found = self._explain(text)
                yield from differences(name, text, (self._found[text], found), self._rules)
                self._found[text] = found

    def _words(self, text: str) -> frozenset[str]:
        """The words by which a cue could be found in a text: forms, lemmas, verbs with their particles."""
        if text not in self._known:
            doc, graph = self._docs[text], self._graph(text)
            found = {word.lower() for token in doc for word in (token.text, token.lemma_)}
            found |= {form.lemma for token in doc if token.tag_[:1] in "VA" for form in verbs.analyse(token.text)}
            found |= {clause.verb.lemma for clause in graph.clauses if clause.verb is not None}
            self._known[text] = frozenset(found)
        return self._known[text]

    def _results(self, cases: Iterable[_Case]) -> Iterator[ExampleResult]:
        chosen = list(cases)
        self._tag(case.example.text for case in chosen)
        for case in chosen:
            found = self._extractor.of_graph(self._graph(case.example.text)).commitments
            if case.sense is not None:
                yield run_sense(self._rules, case.sense, found)
            elif case.rule is not None:
                yield run_example(case.rule, case.example, found)

    def _explain(self, text: str) -> Extraction:
        return self._extractor.of_graph(self._graph(text), explain=True)

    def _graph(self, text: str) -> ClauseGraph:
        if text not in self._graphs:
            doc = self._docs[text]
            self._graphs[text] = source_for(doc)(doc, self._extractor.reporting)
        return self._graphs[text]

    def _tag(self, texts: Iterable[str]) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._docs]
        for doc in self._bench.tagged_all(new):
            self._docs[text_of(doc)] = doc

    def _stamps(self) -> tuple[tuple[str, int], ...]:
        """Files of the pack with the times at which they were written."""
        path = Path(self.pack)
        files = sorted(path.glob("*.y*ml")) if path.is_dir() else [path]
        found = []
        for file in files:
            try:
                found.append((str(file), file.stat().st_mtime_ns))
            except OSError:
                found.append((str(file), 0))
        return tuple(found)


def _cases(rules: RuleSet) -> list[_Case]:
    own = own_rules(rules)
    cases = [_Case(rule, None, example) for rule in own.rules for example in rule.examples]
    return cases + [_Case(None, sense, sense.example) for sense in own.senses]


def _cue_words(rulesets: Iterable[RuleSet], names: frozenset[str]) -> Iterator[str]:
    """The words of the cues of some rules of which at least one stands in a text that has such a cue."""
    for rules in rulesets:
        for rule in rules.rules:
            if rule.id in names:
                yield from (part for word in rule.cue.words for part in (word.lower(), *word.lower().split()))
                yield from (value.lower() for pattern in rule.cue.patterns for value in re.findall(r"\w+", pattern))


def _changed(before: RuleSet, after: RuleSet) -> tuple[str, ...]:
    """Ids of the rules that differ, documentation and examples included."""
    old = {rule.id: rule for rule in before.rules}
    new = {rule.id: rule for rule in after.rules}
    return tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))
