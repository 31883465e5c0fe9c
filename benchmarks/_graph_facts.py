"""What a clause graph says about a sentence, as facts that can be compared with those of a tree.

A :class:`~stance.clauses.graph.ClauseGraph` and the gold facts of the same sentence come in; predicted facts and the
matched pairs go out. Gold facts are needed on the way in only to name a verb complex by the token that the tree uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from benchmarks._tree_facts import Fact
from stance.clauses.graph import Clause, ClauseGraph, ClauseKind, ClauseType, Role

_COMPLEMENTISERS = {"dass", "daß", "ob"}
_REFLEXIVES = {"PRF"}
_REPEATED = ("dass/ob", "relative")
_BY_COMPLEX = {"accusative", "dative", "zu-infinitive found", "zu-infinitive attached"}


def graph_facts(graph: ClauseGraph) -> Iterator[Fact]:
    """All facts of a clause graph, prediction side; gapped clauses say nothing of their own."""
    for clause in graph.clauses:
        if clause.verb is None or clause.gapped:
            continue
        finite = clause.verb.finite
        if finite is not None:
            yield Fact("finite verb", finite, frozenset({finite}))
            if clause.subject is not None:
                yield Fact("subject", finite, frozenset({clause.subject.head}))
        if clause.verb.particle is not None:
            yield Fact("particle verb", clause.verb.particle, frozenset({clause.verb.lemma}))
        yield from _objects(graph, clause)
        yield from _subordination(graph, clause)
        yield Fact("clause kind", clause.verb.main if finite is None else finite, frozenset({clause.kind.value}))


def _objects(graph: ClauseGraph, clause: Clause) -> Iterator[Fact]:
    assert clause.verb is not None
    for argument in clause.arguments:
        reflexive = graph.doc[argument.head].tag_ in _REFLEXIVES
        if argument.role in {Role.ACCUSATIVE, Role.DATIVE} and not reflexive:
            yield Fact(argument.role.value, clause.verb.main, frozenset({argument.head}))


def _subordination(graph: ClauseGraph, clause: Clause) -> Iterator[Fact]:
    assert clause.verb is not None
    finite, parent = clause.verb.finite, graph.parent(clause)
    above = frozenset(parent.verb.tokens) if parent is not None and parent.verb is not None else frozenset()
    if finite is None and clause.type is ClauseType.ZU:
        yield from _attached("zu-infinitive", clause.verb.main, above)
    if finite is None or clause.introducer is None:
        return
    if graph.doc[clause.introducer].lower_ in _COMPLEMENTISERS and clause.subtype is None:
        yield from _attached("dass/ob", finite, above)
        if clause.antecedent is not None:
            yield Fact("dass/ob on noun", finite, frozenset({clause.antecedent}))
    if clause.kind is ClauseKind.RELATIVE:
        yield from _attached("relative", finite, _tokens(clause.antecedent))


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
    compared with those facts and leave the strict figures alone. An infinitive that the graph puts into one complex
    with its governor ("scheint zu stehen") counts as found, and as attached where the tree has the same governor.

    Args:
        graph: the analysis of a sentence.
        gold: the facts of its tree.
    """
    facts = [_named_by_graph(graph, fact) for fact in gold]
    later = {fact.anchor for fact in facts if fact.kind == "later conjunct"}
    expected = [fact for fact in facts if fact.kind != "later conjunct"]
    found = _sort_subjects(graph_facts(graph), expected)
    found += _coherent_infinitives(graph, expected)
    matched, missed = [], []
    for fact in expected:
        partner = next((other for other in found if _agree(fact, other)), None)
        if partner is None:
            missed.append(fact)
        else:
            found.remove(partner)
            matched.append((fact, partner))
    derivable = {fact.anchor for fact in expected if fact.kind == "clause kind"}
    spurious = [fact for fact in found if fact.anchor in derivable or fact.kind != "clause kind"]
    spurious = [fact for fact in spurious if fact.anchor not in later or not fact.kind.startswith(_REPEATED)]
    return Comparison(tuple(matched), tuple(missed), tuple(spurious))


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
