"""The clause measurement: trees with contractions, facts of a tree, and their comparison with a clause graph."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from spacy.vocab import Vocab

from benchmarks._conllu import Tree, read_trees
from benchmarks._graph_facts import compare
from benchmarks._tree_facts import tree_facts
from benchmarks._tree_verbs import Fact
from stance.clauses.graph import (
    Argument,
    Clause,
    ClauseGraph,
    ClauseKind,
    ClauseType,
    Order,
    Role,
    VerbComplex,
)

CONLLU = """# sent_id = one
1	Ministerin	Ministerin	NOUN	NN	Case=Nom	5	nsubj	_	_
2	Anna	Anna	PROPN	NE	Case=Nom	1	appos	_	_
3	Berg	Berg	PROPN	NE	Case=Nom	2	flat:name	_	_
4	hat	haben	AUX	VAFIN	Mood=Ind	5	aux	_	_
5	eingeräumt	einräumen	VERB	VVPP	_	0	root	_	SpaceAfter=No
6	,	,	PUNCT	$,	_	5	punct	_	_
7	dass	dass	SCONJ	KOUS	_	13	mark	_	_
8	die	der	DET	ART	_	9	det	_	_
9	Reform	Reform	NOUN	NN	Case=Nom	13	nsubj	_	_
10-11	im	_	_	_	_	_	_	_	_
10	in	in	ADP	APPR	_	12	case	_	_
11	dem	der	DET	ART	_	12	det	_	_
12	Land	Land	NOUN	NN	Case=Dat	9	nmod	_	_
13	teuer	teuer	ADJ	ADJD	_	5	ccomp	_	_
14	ist	sein	AUX	VAFIN	Mood=Ind	13	cop	_	SpaceAfter=No
15	.	.	PUNCT	$.	_	5	punct	_	_

# sent_id = two
1	Sie	sie	PRON	PPER	Case=Nom	2	nsubj	_	_
2	lehnt	lehnen	VERB	VVFIN	Mood=Ind	0	root	_	_
3	ihn	er	PRON	PPER	Case=Acc	2	obj	_	_
4	ab	ab	ADP	PTKVZ	_	2	compound:prt	_	_
5	und	und	CCONJ	KON	_	6	cc	_	_
6	verspricht	versprechen	VERB	VVFIN	Mood=Ind	2	conj	_	_
7	zu	zu	PART	PTKZU	_	8	mark	_	_
8	zahlen	zahlen	VERB	VVINF	VerbForm=Inf	6	xcomp	_	_
"""


HYPHENATED = """1	Die	der	DET	ART	_	4	det	_	_
2	US	USA	PROPN	NE	_	4	compound	_	SpaceAfter=No
3	-	-	PUNCT	$(	_	2	punct	_	SpaceAfter=No
4	Behörde	Behörde	NOUN	NN	Case=Nom	5	nsubj	_	_
5	prüft	prüfen	VERB	VVFIN	Mood=Ind	0	root	_	_
6	Ein	Einfuhr	NOUN	TRUNC	_	5	obj	_	SpaceAfter=No
7	-	-	PUNCT	$(	_	6	punct	_	_
8	und	und	CCONJ	KON	_	9	cc	_	_
9	Ausfuhr	Ausfuhr	NOUN	NN	_	6	conj	_	_
"""


@pytest.fixture
def trees(tmp_path: Path) -> list[Tree]:
    path = tmp_path / "two.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(read_trees(path))


def facts(tree: Tree) -> dict[tuple[str, str], set[str]]:
    def word(answer: int | str) -> str:
        return answer if isinstance(answer, str) else tree.words[answer].form

    return {(fact.kind, tree.words[fact.anchor].form): set(map(word, fact.answers)) for fact in tree_facts(tree)}


def test_a_contraction_is_one_word_and_heads_are_renumbered(trees: list[Tree]) -> None:
    tree = trees[0]
    words = [word.form for word in tree.words]
    assert words[9:12] == ["im", "Land", "teuer"]
    assert tree.words[9].xpos == "APPRART"
    assert tree.words[tree.words[9].head].form == "Land"
    assert tree.words[tree.words[13].head].form == "eingeräumt"


def test_a_hyphenated_compound_is_one_word(tmp_path: Path) -> None:
    path = tmp_path / "hyphen.conllu"
    path.write_text(HYPHENATED, encoding="utf-8")
    tree = next(read_trees(path))
    assert [word.form for word in tree.words] == ["Die", "US-Behörde", "prüft", "Ein-", "und", "Ausfuhr"]
    assert tree.words[1].deprel == "nsubj"
    assert tree.words[tree.words[1].head].form == "prüft"


def test_text_and_doc_keep_the_words(trees: list[Tree]) -> None:
    tree = trees[0]
    assert tree.text() == "Ministerin Anna Berg hat eingeräumt, dass die Reform im Land teuer ist."
    assert [token.text for token in tree.doc(Vocab())] == [word.form for word in tree.words]
    assert tree.doc(Vocab()).text.rstrip() == tree.text()


def test_subjects_belong_to_the_finite_verb_of_their_predicate(trees: list[Tree]) -> None:
    found = facts(trees[0])
    assert found["subject", "hat"] == {"Ministerin", "Anna", "Berg"}
    assert found["subject", "ist"] == {"Reform"}


def test_a_dass_clause_is_governed_by_the_whole_verb_complex(trees: list[Tree]) -> None:
    found = facts(trees[0])
    assert found["dass/ob attached", "ist"] == {"hat", "eingeräumt"}
    assert found["clause kind", "ist"] == {"complement"}


def test_particle_object_shared_subject_and_infinitive(trees: list[Tree]) -> None:
    found = facts(trees[1])
    assert found["particle verb", "ab"] == {"ablehnen"}
    assert found["accusative", "lehnt"] == {"ihn"}
    assert found["shared subject", "verspricht"] == {"Sie"}
    assert ("subject", "verspricht") not in found
    assert found["zu-infinitive attached", "zahlen"] == {"verspricht"}


def measured(tree: Tree) -> list[Fact]:
    return [fact for fact in tree_facts(tree) if fact.kind not in {"later conjunct", "unmeasured token"}]


def graph_of_second(tree: Tree) -> ClauseGraph:
    """The analysis that a perfect analyser gives."""
    subject = Argument(Role.SUBJECT, (0,), 0)
    first = Clause(
        index=0,
        kind=ClauseKind.MAIN,
        type=ClauseType.MAIN,
        order=Order.V2,
        tokens=(0, 1, 2, 3),
        span=(0, 4),
        sentence=(0, 8),
        verb=VerbComplex("ablehnen", main=1, finite=1, tokens=(1, 3), particle=3),
        arguments=(subject, Argument(Role.ACCUSATIVE, (2,), 2)),
    )
    second = Clause(
        index=1,
        kind=ClauseKind.MAIN,
        type=ClauseType.MAIN,
        order=Order.V2,
        tokens=(5,),
        span=(5, 8),
        sentence=(0, 8),
        coordinated_with=0,
        shared_subject=subject,
        verb=VerbComplex("versprechen", main=5, finite=5, tokens=(5,)),
    )
    third = Clause(
        index=2,
        kind=ClauseKind.INFINITIVE,
        type=ClauseType.ZU,
        order=Order.NONE,
        tokens=(6, 7),
        span=(6, 8),
        sentence=(0, 8),
        parent=1,
        verb=VerbComplex("zahlen", main=7, finite=None, tokens=(6, 7)),
    )
    return ClauseGraph(doc=tree.doc(Vocab()), clauses=(first, second, third))


def test_a_perfect_graph_matches_every_fact(trees: list[Tree]) -> None:
    comparison = compare(graph_of_second(trees[1]), tree_facts(trees[1]))
    assert not comparison.missed
    assert not comparison.spurious
    assert len(comparison.matched) == len(measured(trees[1]))


def test_an_empty_graph_misses_every_fact(trees: list[Tree]) -> None:
    comparison = compare(ClauseGraph(trees[1].doc(Vocab()), ()), tree_facts(trees[1]))
    assert not comparison.matched
    assert len(comparison.missed) == len(measured(trees[1]))


def test_a_wrong_object_is_missed_and_spurious(trees: list[Tree]) -> None:
    graph = graph_of_second(trees[1])
    wrong = attrs.evolve(graph.clauses[0], arguments=(Argument(Role.ACCUSATIVE, (0,), 0),))
    comparison = compare(ClauseGraph(graph.doc, (wrong, *graph.clauses[1:])), tree_facts(trees[1]))
    assert Fact("accusative", 1, frozenset({2})) in comparison.missed
    assert Fact("accusative", 1, frozenset({0})) in comparison.spurious
    assert "subject" in {fact.kind for fact in comparison.missed}


def test_an_infinitive_inside_the_verb_complex_of_its_governor_counts(trees: list[Tree]) -> None:
    graph = graph_of_second(trees[1])
    coherent = attrs.evolve(graph.clauses[1], verb=VerbComplex("zahlen", main=7, finite=5, tokens=(5, 6, 7)))
    comparison = compare(ClauseGraph(graph.doc, (graph.clauses[0], coherent)), tree_facts(trees[1]))
    assert {fact.kind for fact, _ in comparison.matched} >= {"zu-infinitive found", "zu-infinitive attached"}
