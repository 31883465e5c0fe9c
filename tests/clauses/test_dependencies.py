"""Labels and trees of the dependency source, and the choice of a source."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
import spacy
from hypothesis import given
from spacy.tokens import Doc
from spacy.vocab import Vocab

from stance.clauses import fields
from stance.clauses.dependencies import analyse
from stance.clauses.dependencies.labels import (
    TIGER,
    TIGER_RELATIONS,
    UD,
    UD_RELATIONS,
    Relation,
    UnknownLabelsError,
    label_set,
)
from stance.clauses.dependencies.normal import normal_tree
from stance.clauses.dependencies.tree import Tree
from stance.clauses.graph import ClauseGraph
from stance.clauses.sources import Dependencies, source_for
from stance.clauses.words import Words
from tests.clauses.conformance.parsed import parsed, read
from tests.clauses.tagged import tagged

TIGER_OF_SPACY = [
    "ROOT",
    "ac",
    "adc",
    "ag",
    "ams",
    "app",
    "avc",
    "cc",
    "cd",
    "cj",
    "cm",
    "cp",
    "cvc",
    "da",
    "dep",
    "dm",
    "ep",
    "ju",
    "mnr",
    "mo",
    "ng",
    "nk",
    "nmc",
    "oa",
    "oc",
    "og",
    "op",
    "par",
    "pd",
    "pg",
    "ph",
    "pm",
    "pnc",
    "punct",
    "rc",
    "re",
    "rs",
    "sb",
    "sbp",
    "svp",
    "uc",
    "vo",
]
SENTENCE = (
    "In/APPR/will:mo/Kiew:case Kiew/NE/In:nk/senken:obl will/VMFIN/^:ROOT/senken:aux die/ART/SPD:nk/SPD:det "
    "SPD/NE/will:sb/senken:nsubj und/KON/SPD:cd/Union:cc die/ART/Union:nk/Union:det Union/NE/und:cj/SPD:conj "
    "senken/VVINF/will:oc/^:root ./$./will:punct/senken:punct"
)


def test_every_label_of_spacys_german_models_is_known() -> None:
    assert TIGER.unknown(TIGER_OF_SPACY) == []
    assert label_set(TIGER_OF_SPACY) is TIGER


@pytest.mark.parametrize("label", ["nsubj:pass", "obl:arg", "aux:pass", "expl:pv", "flat:name", "advcl:relcl", "ROOT"])
def test_subtypes_of_ud_read_as_what_they_are_subtypes_of(label: str) -> None:
    assert UD.unknown([label]) == []


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        (("nsubj", "obj", "root", "punct"), "UD"),
        (("sb", "oa", "ROOT", "punct"), "TIGER"),
        (("cc", "sb", "punct"), "TIGER"),
        (("cc", "conj", "punct"), "UD"),
    ],
)
def test_a_label_set_is_told_by_its_labels(labels: tuple[str, ...], name: str) -> None:
    assert label_set(labels).name == name


@pytest.mark.parametrize("known", [UD_RELATIONS, TIGER_RELATIONS])
def test_one_strange_label_in_ten_is_tolerated_and_two_are_not(known: dict[str, Relation]) -> None:
    some = [label for label in known if label not in {"cc", "dep", "punct"}][:18]
    label_set([*some, "X1", "X2"])
    with pytest.raises(UnknownLabelsError, match=r"no known set: X1, X2, X3\. Known are"):
        label_set([*some, "X1", "X2", "X3"])


def test_both_label_sets_give_the_same_tree() -> None:
    trees = [
        normal_tree(Words(parsed(read(SENTENCE), name)), labels) for name, labels in (("tiger", TIGER), ("ud", UD))
    ]
    assert trees[0].heads == trees[1].heads
    assert trees[0].relations == trees[1].relations


def test_a_token_cannot_hang_below_itself() -> None:
    tree = Tree(Words(parsed(read(SENTENCE), "ud")), UD)
    with pytest.raises(ValueError, match="token 0 stands below token 1"):
        tree.hang(1, 0, Relation.OTHER)


def test_without_a_parse_the_dependency_source_says_so() -> None:
    doc = tagged("Merz/NE lehnt/VVFIN das/PDS ab/PTKVZ ./$.")
    with pytest.raises(ValueError, match="needs a parser before it"):
        source_for(doc, "dependencies")(doc)


def test_without_tags_the_dependency_source_says_so() -> None:
    doc = Doc(Vocab(), words=["Merz", "geht"], heads=[1, 1], deps=["nsubj", "root"])
    with pytest.raises(ValueError, match="needs STTS tags"):
        analyse(doc)


def test_auto_takes_the_parse_where_there_is_one() -> None:
    automatic = source_for(None)
    bare, full = (parsed(read(SENTENCE), name) for name in ("fields", "tiger"))
    assert _clauses(automatic(bare)) == _clauses(fields.analyse(bare))
    assert _clauses(automatic(full)) == _clauses(analyse(full, TIGER))


def _clauses(graph: ClauseGraph) -> tuple[object, ...]:
    return graph.clauses


def test_the_labels_of_a_parser_are_looked_at_when_the_source_is_chosen() -> None:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in ("sb", "oa", "mo"):
        parser.add_label(label)  # type: ignore[attr-defined]
    assert source_for(nlp) == Dependencies(TIGER, required=False)
    for label in ("SUBJ", "OBJA"):
        parser.add_label(label)  # type: ignore[attr-defined]
    with pytest.raises(UnknownLabelsError, match="OBJA, SUBJ"):
        source_for(nlp)
    assert source_for(nlp, "fields") is fields.analyse


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(ValueError, match="'oracle' is none of auto, fields, dependencies"):
        source_for(None, "oracle")


@pytest.mark.parametrize("labels", ["tiger", "ud"])
def test_every_word_of_a_sentence_is_in_one_clause(labels: str) -> None:
    graph = source_for(None)(parsed(read(SENTENCE), labels))
    owned = sorted(token for clause in graph.clauses for token in clause.tokens)
    assert owned == [token.i for token in graph.doc if token.text != "."]


def test_an_empty_doc_has_an_empty_graph() -> None:
    assert analyse(Doc(Vocab())).clauses == ()


_WORDS = [
    (word.form, word.tag)
    for word in read(
        "die/ART SPD/NE Plan/NN lehnt/VVFIN ab/PTKVZ hat/VAFIN gesagt/VVPP dass/KOUS zu/PTKZU helfen/VVINF er/PPER "
        "der/PRELS und/KON in/APPR als/KOKOM so/ADV nicht/PTKNEG darauf/PROAV wer/PWS wichtig/ADJD große/ADJA sich/PRF "
        "um/KOUI"
    )
]
_MARKS = [(",", "$,"), (":", "$."), ("„", "$("), ("“", "$("), ("(", "$("), (")", "$("), ("–", "$("), ("\n", "_SP")]


@st.composite
def any_parses(draw: st.DrawFn) -> Doc:
    """A Doc with arbitrary words, and arbitrary trees with labels of one of the two sets."""
    pairs = draw(st.lists(st.sampled_from([*_WORDS, *_WORDS, *_MARKS]), min_size=1, max_size=14))
    order = draw(st.permutations(range(len(pairs))))
    labels = st.sampled_from(sorted(draw(st.sampled_from([UD_RELATIONS, TIGER_RELATIONS]))))
    heads = [0] * len(pairs)
    for place, token in enumerate(order):
        heads[token] = order[draw(st.integers(0, place - 1))] if place else token
    return Doc(
        Vocab(),
        words=[form for form, _ in pairs],
        tags=[tag for _, tag in pairs],
        heads=heads,
        deps=[draw(labels) for _ in pairs],
    )


@given(any_parses())
def test_any_tree_whatever_gives_a_sound_graph(doc: Doc) -> None:
    graph = analyse(doc)
    owned = [token for clause in graph.clauses for token in clause.tokens]
    assert len(owned) == len(set(owned))
    for clause in graph.clauses:
        assert clause.index not in [above.index for above in graph.ancestors(clause)]
        assert clause.span[0] <= clause.tokens[0] <= clause.tokens[-1] < clause.span[1]
        for argument in clause.arguments:
            assert argument.head in argument.tokens
