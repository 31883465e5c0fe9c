"""Parsing pipelines of users: shaped as spaCy's German models, wrappers of other parsers, parses read from a DocBin."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.vocab import Vocab

from stance.clauses.dependencies.labels import TIGER, UnknownLabelsError
from stance.clauses.graph import ClauseGraph, Role
from stance.clauses.sources import parser_labels, source_for
from stance.pipeline import Stance
from tests.clauses.conformance.parsed import parsed, read
from tests.clauses.tagged import text_of

SENTENCES = (
    "Den/ART/Plan:nk/Plan:det Plan/NN/kritisiert:oa/kritisiert:obj kritisiert/VVFIN/^:ROOT/^:root "
    "die/ART/Opposition:nk/Opposition:det Opposition/NN/kritisiert:sb/kritisiert:nsubj ./$.",
    "Die/ART/Ministerin:nk/Ministerin:det Ministerin/NN/hat:sb/abgelehnt:nsubj hat/VAFIN/^:ROOT/abgelehnt:aux "
    "den/ART/Plan:nk/Plan:det Plan/NN/abgelehnt:oa/abgelehnt:obj abgelehnt/VVPP/hat:oc/^:root ./$.",
)
LEMMAS = {"Den": "der", "die": "der", "Die": "der", "den": "der", "kritisiert": "kritisieren", "hat": "haben"}
LEMMAS |= {"abgelehnt": "ablehnen"}


def gold(labels: str) -> list[Doc]:
    """The sentences with their parses and lemmas."""
    docs = [parsed(read(text), labels) for text in SENTENCES]
    for doc in docs:
        for token in doc:
            token.lemma_ = LEMMAS.get(token.text, token.text)
            token.set_morph("Case=Acc" if token.text == "Plan" else "")
    return docs


def roles(graph: ClauseGraph) -> list[tuple[str, str]]:
    """Subject and accusative of each clause."""
    return [
        (argument.role.value, text_of(graph, argument.tokens))
        for clause in graph.clauses
        for argument in clause.arguments
        if argument.role in {Role.SUBJECT, Role.ACCUSATIVE}
    ]


EXPECTED = [
    [("accusative", "Den Plan"), ("subject", "die Opposition")],
    [("subject", "Die Ministerin"), ("accusative", "den Plan")],
]


@pytest.fixture(scope="module")
def model() -> Language:
    """A pipeline with the components of spaCy's German models, trained until it knows the two sentences."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("de")
    nlp.add_pipe("tagger")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold("tiger")]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    return nlp


@pytest.fixture
def own(model: Language, tmp_path: Path) -> Language:
    """That pipeline as one loads it."""
    model.to_disk(tmp_path / "model")
    return spacy.load(tmp_path / "model")


def test_a_pipeline_shaped_as_spacys_german_models_feeds_the_component(
    own: Language, recwarn: pytest.WarningsRecorder
) -> None:
    own.add_pipe("stance")
    component = own.get_pipe("stance")
    assert isinstance(component, Stance)
    assert own.pipe_names == ["tagger", "morphologizer", "parser", "trainable_lemmatizer", "stance"]
    assert [warning for warning in recwarn if "stance" in str(warning.message)] == []
    assert TIGER.unknown(parser_labels(own)) == []
    docs = [own(doc.text) for doc in gold("tiger")]
    assert [roles(doc._.clause_graph) for doc in docs] == EXPECTED
    assert [[commitment.type.value for commitment in doc._.commitments] for doc in docs] == [
        ["evaluation"],
        ["rejection"],
    ]


def test_the_source_of_a_saved_pipeline_is_kept(own: Language, tmp_path: Path) -> None:
    own.add_pipe("stance", config={"rules": [], "source": "fields"})
    own.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved").get_pipe("stance")
    assert isinstance(again, Stance)
    assert again.source == "fields"


def test_a_parser_with_strange_labels_is_refused_when_the_component_is_added() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("tagger")
    parser = nlp.add_pipe("parser")
    for label in ("SUBJ", "OBJA", "ATTR"):
        parser.add_label(label)  # type: ignore[attr-defined]
    with pytest.raises(UnknownLabelsError, match="ATTR, OBJA, SUBJ"):
        nlp.add_pipe("stance", config={"rules": []})
    nlp.add_pipe("stance", config={"rules": [], "source": "fields"})


class _ForeignParser:
    """A tokeniser that tags and parses as well, as wrappers of other toolkits are built."""

    def __init__(self, labels: str) -> None:
        self._docs = {doc.text: doc for doc in gold(labels)}

    def __call__(self, text: str) -> Doc:
        return self._docs[text].copy()


def test_a_tokeniser_that_parses_gets_no_second_tagger(recwarn: pytest.WarningsRecorder) -> None:
    nlp = spacy.blank("de")
    nlp.tokenizer = _ForeignParser("ud")  # type: ignore[assignment]
    nlp.add_pipe("stance", config={"rules": [], "source": "dependencies"})
    assert nlp.pipe_names == ["stance"]
    assert [warning for warning in recwarn if "stance" in str(warning.message)] == []
    assert [roles(nlp(doc.text)._.clause_graph) for doc in gold("ud")] == EXPECTED


@pytest.mark.parametrize("labels", ["tiger", "ud"])
def test_parsed_docs_from_a_docbin_are_read(labels: str) -> None:
    stored = DocBin(attrs=["TAG", "LEMMA", "HEAD", "DEP", "SENT_START"], docs=gold(labels)).to_bytes()
    docs = list(DocBin().from_bytes(stored).get_docs(Vocab()))
    assert [roles(source_for(doc, "dependencies")(doc)) for doc in docs] == EXPECTED
    component = Stance({"lang": "de", "name": "own", "version": "1.0.0"}, [])
    assert [roles(component(doc)._.clause_graph) for doc in docs] == EXPECTED
