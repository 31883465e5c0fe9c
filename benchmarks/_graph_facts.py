"""What a clause graph says about a sentence, as facts that can be compared with those of a tree.

A :class:`~stance.clauses.graph.ClauseGraph` and the gold facts of the same sentence come in; predicted facts and the
matched pairs go out. Gold facts are needed on the way in only to name a verb complex by the token that the tree uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from benchmarks._tree_verbs import Fact
from stance.clauses.graph import Clause, ClauseGraph, ClauseKind, ClauseType, Role, VerbComplex

_COMPLEMENTISERS = {"dass", "daß", "ob"}
_REFLEXIVES = {"PRF"}
_NOUN_ROLES = {
    Role.ACCUSATIVE: "accusative",
    Role.DATIVE: "dative",
    Role.GENITIVE: "genitive",
    Role.PREPOSITIONAL: "prepositional phrase",
    Role.AGENT: "von-agent",
    Role.PREDICATIVE: "predicative",
}
_BY_COMPLEX = {
    *_NOUN_ROLES.values(),
    "passive",
    "clause boundaries",
    "zu-infinitive found",
    "zu-infinitive attached",
}
_REPEATED = ("dass/ob", "relative", "w-clause", "adverbial", "V2 complement")
_UNMEASURED = {"later conjunct", "unmeasured token", "unmeasured content"}


def graph_facts(graph: ClauseGraph, unmeasured: frozenset[int] = frozenset()) -> Iterator[Fact]:
    """All facts of a clause graph, prediction side; gapped clauses say nothing of their own.

    Args:
        graph: the analysis of a sentence.
        unmeasured: tokens that belong to no clause, such as punctuation.
    """
    for clause in graph.clauses:
        if clause.verb is None or clause.gapped:
            continue
        yield from _boundaries(graph, clause, unmeasured)
        finite = clause.verb.finite
        if finite is not None:
            if finite in clause.tokens:
                yield Fact("finite verb", finite, frozenset({finite}))
            if clause.subject is not None:
                yield Fact("subject", finite, frozenset({clause.subject.head}))
            yield from _bracket(graph, clause.verb)
        if clause.verb.particle is not None:
            yield Fact("particle verb", clause.verb.particle, frozenset({clause.verb.lemma}))
        if clause.verb.voice == "passive" and "werden" in clause.verb.auxiliaries:
            yield Fact("passive", clause.verb.main, frozenset({"passive"}))
        yield from _objects(graph, clause)
        yield from _subordination(graph, clause)
        yield Fact("clause kind", clause.verb.main if finite is None else finite, frozenset({clause.kind.value}))


def _boundaries(graph: ClauseGraph, clause: Clause, unmeasured: frozenset[int]) -> Iterator[Fact]:
    assert clause.verb is not None
    tokens = [token for token in clause.tokens if token not in unmeasured]
    own = frozenset(token for token in clause.verb.tokens if token in clause.tokens) or frozenset({clause.verb.main})
    text = " ".join(graph.doc[token].text for token in tokens)
    yield Fact("clause boundaries", clause.verb.main, frozenset({text}))
    for token in tokens:
        yield Fact("tokens of clauses", token, own)


def _bracket(graph: ClauseGraph, verb: VerbComplex) -> Iterator[Fact]:
    assert verb.finite is not None
    for token in verb.tokens:
        if token != verb.finite and graph.doc[token].tag_ != "PTKZU":
            yield Fact("bracket", token, frozenset({verb.finite}))


def _objects(graph: ClauseGraph, clause: Clause) -> Iterator[Fact]:
    assert clause.verb is not None
    for argument in clause.arguments:
        kind = _NOUN_ROLES.get(argument.role)
        reflexive = graph.doc[argument.head].tag_ in _REFLEXIVES and argument.preposition is None
        adverb = argument.preposition is not None and len(argument.tokens) == 1
        if kind is not None and not reflexive and not adverb and argument.attached_to is None:
            yield Fact(kind, clause.verb.main, frozenset({argument.head}))


def _subordination(graph: ClauseGraph, clause: Clause) -> Iterator[Fact]:
    assert clause.verb is not None
    finite, parent = clause.verb.finite, graph.parent(clause)
    above = frozenset(parent.verb.tokens) if parent is not None and parent.verb is not None else frozenset()
    if finite is None and clause.type is ClauseType.ZU:
        yield from _attached("zu-infinitive", clause.verb.main, above)
    if finite is None:
        return
    if clause.kind is ClauseKind.ADVERBIAL or (clause.kind is ClauseKind.PARENTHESIS and clause.type is ClauseType.W):
        yield from _attached("adverbial", finite, above)
    elif clause.kind is ClauseKind.PARENTHESIS and above:
        yield Fact("parenthesis", finite, above)
    elif clause.kind is ClauseKind.COMPLEMENT and clause.type is ClauseType.V2 and above:
        yield Fact("V2 complement", finite, above)
    elif clause.kind is ClauseKind.COMPLEMENT and clause.type is ClauseType.W:
        yield from _attached("w-clause", finite, above)
    elif clause.kind is ClauseKind.RELATIVE and clause.introducer is not None:
        yield from _attached("relative", finite, _tokens(clause.antecedent) or above)
    elif clause.introducer is not None and graph.doc[clause.introducer].lower_ in _COMPLEMENTISERS:
        yield from _attached("dass/ob", finite, above)
        if clause.antecedent is not None:
            yield Fact("dass/ob on noun", finite, frozenset({clause.antecedent}))


def _tokens(token: int | None) -> frozenset[int]:
    return frozenset() if token is None else frozenset({token})


def _attached(kind: str, anchor: int, to: frozenset[int]) -> Iterator[Fact]:
    yield Fact(f"{kind} found", anchor, frozenset({anchor}))
    if to:
        yield Fact(f"{kind} attached", anchor, frozenset(to))


@attrs.frozen
class Comparison:
    """Gold and predicted facts of one sentence, paired where they agree.

    Attributes:
        matched: pairs of gold and predicted fact.
        missed: gold facts without a counterpart.
        spurious: predicted facts without a counterpart.
    """

    matched: tuple[tuple[Fact, Fact], ...]
    missed: tuple[Fact, ...]
    spurious: tuple[Fact, ...]


def compare(graph: ClauseGraph, gold: Iterable[Fact]) -> Comparison:
    """Pair the facts of a graph with those of a tree.

    Two facts agree when kind and anchor are equal and they have an answer in common. Verb complexes are named by their
    full verb on both sides. Subjects of verbs whose gold subject is an expletive or is shared by coordination are
    compared with those facts and leave the strict figures alone. What a tree leaves open counts neither way (see
    ``_tree_facts``). An infinitive that the graph puts into one complex
    with its governor ("scheint zu stehen") counts as found, and as attached where the tree has the same governor.

    Args:
        graph: the analysis of a sentence.
        gold: the facts of its tree.
    """
    facts = [_named_by_graph(graph, fact) for fact in gold]
    unmeasured = {kind: frozenset(fact.anchor for fact in facts if fact.kind == kind) for kind in _UNMEASURED}
    expected = [fact for fact in facts if fact.kind not in _UNMEASURED and not _is_stative(graph, fact)]
    found = _sort_subjects(graph_facts(graph, unmeasured["unmeasured token"]), expected)
    found += _coherent_infinitives(graph, expected)
    matched, missed = [], []
    for fact in expected:
        partner = next((other for other in found if _agree(fact, other)), None)
        if partner is None:
            missed.append(fact)
        else:
            found.remove(partner)
            matched.append((fact, partner))
    measurable = _Measurable(graph, facts, unmeasured)
    return Comparison(tuple(matched), tuple(missed), tuple(fact for fact in found if measurable(fact)))


class _Measurable:
    """Whether a prediction without a counterpart is an error, or something that the tree leaves open."""

    def __init__(self, graph: ClauseGraph, gold: list[Fact], unmeasured: dict[str, frozenset[int]]) -> None:
        self.graph = graph
        self.later = unmeasured["later conjunct"]
        self.content = unmeasured["unmeasured content"]
        self.with_kind = {fact.anchor for fact in gold if fact.kind == "clause kind"}
        self.predicates = {token for fact in gold if fact.kind == "predicative" for token in fact.answers}
        self.infinitives = {fact.anchor for fact in gold if fact.kind == "zu-infinitive found"}

    def __call__(self, fact: Fact) -> bool:
        if fact.kind == "clause kind":
            return fact.anchor in self.with_kind
        if fact.kind == "bracket":
            return fact.anchor not in self.predicates | self.infinitives
        if fact.kind in {"V2 complement", "parenthesis"} and (
            fact.anchor in self.content or self._quoted(fact) or fact.answers & self.content
        ):
            return False
        if fact.kind.startswith(_REPEATED):
            return fact.anchor not in self.later
        return fact.kind not in {"prepositional phrase", "predicative"} or not fact.answers & self.later

    def _quoted(self, fact: Fact) -> bool:
        """Whether only one of a content and its report stands in a quotation."""
        quotes = {self.graph.quote_at(token) for token in fact.answers if isinstance(token, int)}
        return self.graph.quote_at(fact.anchor) not in quotes


def _is_stative(graph: ClauseGraph, fact: Fact) -> bool:
    """A predicative participle that the graph holds for the full verb of a stative passive ("ist geschlossen")."""
    return fact.kind == "predicative" and fact.anchor in fact.answers


def _agree(gold: Fact, found: Fact) -> bool:
    return gold.kind == found.kind and gold.anchor == found.anchor and bool(gold.answers & found.answers)


def _named_by_graph(graph: ClauseGraph, fact: Fact) -> Fact:
    if fact.kind not in _BY_COMPLEX:
        return fact
    anchor = _main_verb(graph, fact.anchor)
    return attrs.evolve(fact, anchor=anchor, answers=fact.answers | {anchor} if "found" in fact.kind else fact.answers)


def _main_verb(graph: ClauseGraph, token: int) -> int:
    for clause in graph.clauses:
        if clause.verb is not None and token in clause.verb.tokens:
            return clause.verb.main
    return token


def _sort_subjects(found: Iterable[Fact], gold: list[Fact]) -> list[Fact]:
    """Move predicted subjects to the kind of subject that the tree has for their verb."""
    kinds = {fact.anchor: fact for fact in gold if fact.kind in {"expletive es", "shared subject"}}
    return [
        attrs.evolve(fact, kind=kinds[fact.anchor].kind) if fact.kind == "subject" and fact.anchor in kinds else fact
        for fact in found
    ]


def _coherent_infinitives(graph: ClauseGraph, gold: list[Fact]) -> list[Fact]:
    """Facts for gold infinitives that the graph holds in one complex with a finite verb."""
    complexes = {
        clause.verb.main: frozenset(clause.verb.tokens)
        for clause in graph.clauses
        if clause.verb is not None and clause.verb.finite is not None
    }
    wanted = [fact for fact in gold if fact.kind.startswith("zu-infinitive") and fact.anchor in complexes]
    return [attrs.evolve(fact, answers=complexes[fact.anchor]) for fact in wanted]
