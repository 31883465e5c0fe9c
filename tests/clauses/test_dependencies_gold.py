"""The dependency source on gold trees: what a perfect parse says must reach the clause graph.

The trees are read from the corpora where they are; the folder comes from the environment variable STANCE_CORPORA, or is
``../shared/corpora`` beside the checkout.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks._conllu import read_trees
from benchmarks._graph_facts import compare
from benchmarks._parsed import parsed_doc
from benchmarks._pipeline import word_pipeline
from benchmarks.clauses import Measurement, measure
from stance.clauses.dependencies import analyse

CORPORA = Path(os.environ.get("STANCE_CORPORA", Path(__file__).parents[2] / "../shared/corpora"))
#: The least F of each kind of fact; what lacks to 1.0 is chiefly where the graph is meant to differ from the tree.
LEAST = {
    "finite verb": 0.97,
    "particle verb": 0.95,
    "subject": 0.97,
    "shared subject": 0.97,
    "accusative": 0.96,
    "zu-infinitive found": 0.94,
    "clause kind": 0.94,
}


def trees_of(name: str) -> Path:
    path = CORPORA / "tagging" / f"{name}.conllu"
    if not path.exists():
        pytest.skip(f"{path} is absent; set STANCE_CORPORA to the folder of the corpora")
    return path


@pytest.fixture(scope="module", params=["pud", "gsd-dev"])
def measurement(request: pytest.FixtureRequest) -> Measurement:
    trees = tuple(read_trees(trees_of(request.param)))
    return measure(trees, source="dependencies")


@pytest.mark.parametrize("kind", LEAST)
def test_what_the_tree_says_reaches_the_graph(measurement: Measurement, kind: str) -> None:
    assert measurement.scores()[kind].f >= LEAST[kind]


def test_every_sentence_of_a_treebank_gives_a_sound_graph() -> None:
    nlp = word_pipeline()
    for tree in list(read_trees(trees_of("gsd-dev")))[:200]:
        doc = nlp(tree.doc(nlp.vocab))
        graph = analyse(parsed_doc(doc, tree))
        owned = [token for clause in graph.clauses for token in clause.tokens]
        assert len(owned) == len(set(owned))
        for clause in graph.clauses:
            assert clause.parent != clause.index
            assert clause.index not in [above.index for above in graph.ancestors(clause)]
            assert set(clause.verb.tokens if clause.verb else ()) <= {*owned}
        assert compare(graph, ()).missed == ()
