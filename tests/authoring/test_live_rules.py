"""Rules that are added, edited, broken and taken out while they are in use find what rules read afresh would find."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from spacy.tokens import Doc

from stance.authoring.bench import Bench
from stance.authoring.diff import Difference, differences
from stance.authoring.watch import Watcher
from stance.clauses.sources import source_for
from stance.extraction import Extraction, Extractor
from stance.pipeline import Stance
from stance.rules.compiler import compile_rules
from stance.rules.reader import load_packs

TEXTS = (
    "Die SPD fordert höhere Löhne.",
    "Die Grünen verlangen, den Plan zu ändern.",
    "Der Minister sagte, er lehne das Verbot ab.",
    "Die Union lehnt die Forderung der SPD nach einem Tempolimit ab.",
    "Die FDP ist nicht bereit, dem Gesetz zuzustimmen.",
)
VARIANTS = {
    "demand.fordern": (
        "type: demand, cue: {verb: [fordern]}, frames: [{actor: subject, content: accusative}]",
        "type: demand, cue: {verb: [fordern, verlangen]}, frames: [{actor: subject, content: accusative | clause.zu}]",
        "type: proposal, cue: {verb: [verlangen]}, frames: [{actor: subject, content: clause.zu}], strength: weak",
    ),
    "assertion.sagen": (
        "type: assertion, cue: {verb: [sagen]}, frames: [{actor: subject, content: clause.v2 | clause.dass}]",
        "type: belief, cue: {verb: [sagen]}, frames: [{actor: subject, content: clause.v2}], requires: {tense: [past]}",
    ),
    "rejection.ablehnen": (
        "type: rejection, cue: {verb: [ablehnen]}, frames: [{actor: subject, content: accusative}]",
        "type: rejection, cue: {verb: [ablehnen]}, frames: [{actor: subject, content: accusative}], "
        "unless: {content: [Verbot]}",
    ),
    "demand.noun": ("type: demand, cue: {noun: [Forderung]}, frames: [{actor: possessor, content: pp.nach}]",),
    "refusal.bereit": (
        "type: promise, cue: {adjective: [bereit]}, frames: [{actor: subject, content: clause.zu}], "
        "negated: {type: refusal, polarity: negative}",
        "type: promise, cue: {adjective: [bereit]}, frames: [{actor: subject, content: clause.zu}]",
    ),
}


@cache
def bench() -> Bench:
    """A pipeline that tags, and whose component takes on other rules while it lives."""
    return Bench.of(["de.core"])


@cache
def tagged() -> tuple[Doc, ...]:
    return tuple(bench().tagged_all(TEXTS))


def written(rules: dict[str, int]) -> str:
    """A pack with one variant of each of some rules."""
    lines = [f"  - {{id: {name}, {VARIANTS[name][variant]}}}" for name, variant in rules.items()]
    return "\n".join(["pack: my.live", "version: 1.0.0", *(["rules:", *lines] if lines else [])]) + "\n"


class LiveRules(RuleBasedStateMachine):
    """Saves of a pack, with a watcher and a component that live through them."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "live.yaml"
        self.rules: dict[str, int] = {}
        self.path.write_text(written({}), encoding="utf-8")
        self.watcher = Watcher(self.path, [(str(at), text) for at, text in enumerate(TEXTS)])
        self.watcher.start()
        self.read = load_packs([self.path])
        self.found = self.fresh()

    def teardown(self) -> None:
        self._folder.cleanup()

    def fresh(self) -> tuple[Extraction, ...]:
        """What the rules that were read last find."""
        extractor = Extractor(compile_rules(self.read))
        return tuple(extractor.of_graph(source_for(doc)(doc, extractor.reporting), explain=True) for doc in tagged())

    def save(self) -> None:
        """Write the pack; what the watcher reports is the difference between two fresh readings."""
        self.path.write_text(written(self.rules), encoding="utf-8")
        self.read = load_packs([self.path])
        before, self.found = self.found, self.fresh()
        expected: list[Difference] = []
        for at, (text, pair) in enumerate(zip(TEXTS, zip(before, self.found, strict=True), strict=True)):
            expected += differences(str(at), text, pair, self.read)
        assert list(self.watcher.update().differences) == expected

    @rule(name=st.sampled_from(sorted(VARIANTS)), data=st.data())
    def put(self, name: str, data: st.DataObject) -> None:
        """Add a rule, or edit it."""
        self.rules[name] = data.draw(st.integers(0, len(VARIANTS[name]) - 1))
        self.save()

    @rule(name=st.sampled_from(sorted(VARIANTS)))
    def remove(self, name: str) -> None:
        self.rules.pop(name, None)
        self.save()

    @rule()
    def break_and_mend(self) -> None:
        """A save with a mistake changes nothing; the rules before stay in use."""
        self.path.write_text(written(self.rules) + "ruls: []\n", encoding="utf-8")
        update = self.watcher.update()
        assert update.broken
        assert update.differences == ()
        self.save()

    @invariant()
    def the_component_finds_what_a_fresh_one_finds(self) -> None:
        component = bench().nlp.get_pipe("stance")
        assert isinstance(component, Stance)
        fresh = Stance({}, [str(self.path)])
        component.from_bytes(fresh.to_bytes())
        for doc in tagged():
            assert component.explain(doc).commitments == fresh.explain(doc).commitments


TestLiveRules = LiveRules.TestCase
TestLiveRules.settings = settings(max_examples=2, stateful_step_count=5, deadline=None)
