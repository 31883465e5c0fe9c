"""Which clauses report the clause around them („sagte er", „wie X sagte", „gab der Minister bekannt"), and what it is.

A clause flows in, whether it reports and what it comments on flow out. All offsets are token indices of the Doc.
"""

from __future__ import annotations

import attrs

from stance.clauses.graph import Clause, ClauseKind, Order, Role, VerbComplex
from stance.matching.clauses import ClauseView


@attrs.frozen(eq=False)
class ReportView(ClauseView):
    """Questions to the reports in one clause graph."""

    def is_report_parenthesis(self, clause: Clause) -> bool:
        """Whether a clause reports the clause around it: „sagte er", „wie X sagte", „so X"."""
        if clause.kind is ClauseKind.PARENTHESIS:
            return not self.goes_on_telling(clause)
        if self.is_appended_report(clause):
            return True
        if clause.introducer is None or self.lower(clause.introducer) != "wie":
            return False
        if clause.kind is ClauseKind.ADVERBIAL:
            return clause.subtype in (None, "comparative")
        return clause.kind is ClauseKind.COMPLEMENT and self._is_fronted_wie(clause)

    def goes_on_telling(self, clause: Clause) -> bool:
        """Whether a clause goes on telling what its host tells: it lacks a subject („…, räumte dann Fehler ein")."""
        verb = clause.verb
        if verb is None or verb.voice != "active" or clause.order is not Order.V1:
            return False
        own = any(a.role is Role.SUBJECT for a in clause.arguments)
        return not own and any(a.role is Role.ACCUSATIVE for a in clause.arguments) and self.host(clause) is not None

    def host(self, clause: Clause) -> Clause | None:
        """The clause that a report parenthesis comments on."""
        parent = self.graph.parent(clause)
        if parent is None and clause.coordinated_with is not None:
            return self.clause(clause.coordinated_with)
        while parent is not None and parent.kind is ClauseKind.INFINITIVE:
            above = self.graph.parent(parent)
            if above is None:
                break
            parent = above  # „Das Bad schließt, um Geld zu sparen, wie der Rat mitteilte"
        if parent is not None and parent.kind is ClauseKind.COMPLEMENT and self._ends_report(clause, parent):
            return self.graph.parent(parent)
        return parent

    def _ends_report(self, clause: Clause, content: Clause) -> bool:
        """„Er sagte, es sei spät, wie die Zeitung berichtet": behind the content and not in the Konjunktiv with it."""
        outer = self.graph.parent(content)
        wie = clause.introducer is not None and self.lower(clause.introducer) == "wie"
        told = outer is not None and outer.verb is not None and outer.verb.lemma in self.graph.saying
        behind = bool(clause.tokens) and max(content.tokens, default=0) < clause.tokens[0]
        plain = clause.verb is not None and clause.verb.mood == "indicative"
        return wie and told and behind and plain

    def is_appended_report(self, clause: Clause) -> bool:
        """„…, gab der Minister bekannt": a verb-first clause with a subject of its own after a comma."""
        verb = clause.verb
        if clause.kind is not ClauseKind.MAIN or clause.coordinated_with is None or verb is None or clause.gapped:
            return False
        if not clause.tokens or clause.tokens[0] != verb.finite or self.is_imperative(clause) or clause.question:
            return False
        before = clause.tokens[0] - 1
        own = any(a.role is Role.SUBJECT for a in clause.arguments) or self._is_impersonal_report(clause, verb)
        return own and before >= 0 and self.text(before) in (",", "“", "”", "«", "–")

    def _is_impersonal_report(self, clause: Clause, verb: VerbComplex) -> bool:
        """„…, wird vermutet": a passive of saying that is nothing but its verbs tells what stands before it."""
        before = self.graph.clause_at(clause.tokens[0] - 2)
        resumed = before is None or before.kind is ClauseKind.RELATIVE
        alone = set(clause.tokens) <= set(verb.tokens)
        return verb.voice == "passive" and verb.lemma in self.graph.saying and alone and not resumed

    def _is_fronted_wie(self, clause: Clause) -> bool:
        """„Wie X berichtete, …" before a clause that itself does not say: no question, but a report."""
        parent = self.graph.parent(clause)
        if parent is None or parent.verb is None or clause.verb is None or not parent.tokens:
            return False
        saying = self.graph.saying
        fronted = clause.tokens[0] < parent.tokens[0]
        return fronted and clause.verb.lemma in saying | {"verlauten"} and parent.verb.lemma not in saying
