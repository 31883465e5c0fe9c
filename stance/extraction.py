"""Extraction: a tagged Doc becomes commitments: clause graph, matching, context, discourse, in this order.

An :class:`Extractor` is made once from compiled rules and called for each Doc. What each step does is said in its own
room; this module only hands values on.
"""

from __future__ import annotations

from typing import final

import attrs
from spacy.tokens import Doc

from stance.clauses.graph import ClauseGraph
from stance.clauses.sources import source_for
from stance.discourse.assemble import Assembler
from stance.entities.catalogue import Catalogue
from stance.matching.draft import Trace
from stance.matching.matcher import RuleMatcher
from stance.model import Commitment
from stance.rules.compiler import CompiledRules
from stance.rules.schema import CueKind, SlotKind


def _reporting_verbs(rules: CompiledRules) -> frozenset[str]:
    """Verbs that a rule lets report: with a quotation, a V2 clause or the clause around them as content."""
    slots = {(SlotKind.HOST, None), (SlotKind.QUOTE, None), (SlotKind.CLAUSE, "v2")}
    return frozenset(
        word.removeprefix("sich ")
        for rule in rules.ruleset.rules
        if rule.cue.kind is CueKind.VERB and any((s.kind, s.of) in slots for f in rule.frames for s in f.content)
        for word in rule.cue.words
    )


@attrs.frozen
class Extraction:
    """What was found in one Doc.

    Attributes:
        commitments: in text order, with ids c1, c2, ….
        trace: every attempt, where it was asked for.
        graph: the clause graph that the rules read.
    """

    commitments: tuple[Commitment, ...]
    trace: Trace
    graph: ClauseGraph


@final
class Extractor:
    """Finds the commitments of tagged Docs.

    Args:
        rules: the compiled rules.
        catalogue: known actors.

    Attributes:
        catalogue: known actors.
        reporting: the verbs that the rules let report; a clause source has to know them.
    """

    def __init__(self, rules: CompiledRules, catalogue: Catalogue | None = None) -> None:
        self._rules = rules
        self.catalogue = Catalogue() if catalogue is None else catalogue
        self.reporting = _reporting_verbs(rules)
        self._match = RuleMatcher(rules)
        self._assemble = Assembler(rules.ruleset, self.catalogue)

    def __reduce__(self) -> tuple[type[Extractor], tuple[CompiledRules, Catalogue]]:
        return Extractor, (self._rules, self.catalogue)

    def __call__(self, doc: Doc, *, explain: bool = False) -> Extraction:
        """Extract commitments.

        Args:
            doc: a Doc with STTS tags and sentence starts; a parse is used where there is one.
            explain: whether to keep a trace of every attempt; the commitments are the same either way.

        Returns:
            Commitments, trace and clause graph.

        Raises:
            ValueError: the Doc has no tags or no sentence starts, or is parsed with labels of no known set.
        """
        return self.of_graph(source_for(doc)(doc, self.reporting), explain=explain)

    def of_graph(self, graph: ClauseGraph, *, explain: bool = False) -> Extraction:
        """Extract commitments from a clause graph of any source.

        Args:
            graph: clause graph over a Doc.
            explain: as in a call.
        """
        view = self._match.view(graph)
        match = self._match(view, explain=explain)
        return Extraction(self._assemble(view, match.drafts), match.trace, graph)
