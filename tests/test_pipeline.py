"""The component in spaCy: serialisation, several processes, pipelines of one's own, errors that say what to add."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import stance
from stance.clauses.graph import ClauseKind
from stance.model import Commitment, DocumentResult
from stance.pipeline import MissingAnnotationError, Stance, analyse_text
from stance.rules.errors import RuleError
from stance.serialise import check

TEXTS = (
    "Die SPD fordert einen höheren Mindestlohn.",
    "Merz lehnte den Vorschlag ab, weil er zu teuer sei. Die Grünen warnten vor neuen Schulden.",
    "Der Zug hält in Kassel.",
    "",
)
PACK = """
pack: my.pack
version: 2.0.0
rules:
  - id: demand.einklagen
    type: demand
    doc: Demanding by law.
    cue: {verb: [einklagen]}
    frames: [{actor: subject, content: accusative}]
    examples: ["[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."]
"""
COURT = "Die Eltern klagen einen Kitaplatz ein."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return stance.load()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "my-pack.yaml"
    path.write_text(PACK)
    return path


def found(nlp: Language) -> list[tuple[Commitment, ...]]:
    return [nlp(text)._.commitments for text in TEXTS]


def test_commitments_stand_on_the_doc(nlp: Language) -> None:
    kinds = [[commitment.type.value for commitment in commitments] for commitments in found(nlp)]
    assert kinds == [["demand"], ["rejection", "warning"], [], []]


def test_pipe_equals_one_by_one(nlp: Language) -> None:
    assert [doc._.commitments for doc in nlp.pipe(TEXTS)] == found(nlp)


def test_several_processes_equal_one(nlp: Language) -> None:
    assert [doc._.commitments for doc in nlp.pipe(TEXTS, n_process=2, batch_size=1)] == found(nlp)


def test_a_result_names_rules_and_pipeline(nlp: Language) -> None:
    result = stance.result(nlp(TEXTS[0]), "a")
    assert isinstance(result, DocumentResult)
    assert (result.id, result.rules.pack) == ("a", "de.core")
    assert result.pipeline == f"stance-de embedded {stance.__version__}"
    assert len(result.rules.sha256) == 64
    assert check(result, TEXTS[0]) == ()


def test_extract_is_the_short_way(nlp: Language) -> None:
    assert stance.extract(TEXTS[1]).commitments == nlp(TEXTS[1])._.commitments


def test_a_doc_without_the_component_has_no_result() -> None:
    doc = spacy.blank("de")(TEXTS[0])
    assert doc._.commitments == ()
    with pytest.raises(ValueError, match="no component 'stance'"):
        stance.result(doc)


def test_a_doc_survives_bytes_pickling_and_docbin(nlp: Language) -> None:
    doc = nlp(TEXTS[1])
    expected = doc._.commitments
    assert expected
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.commitments == expected
    assert pickle.loads(pickle.dumps(doc))._.commitments == expected
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert again._.commitments == expected


def test_a_pipeline_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert found(again) == found(nlp)
    assert stance.result(again(TEXTS[0])) == stance.result(nlp(TEXTS[0]))


def test_a_pipeline_survives_bytes(nlp: Language) -> None:
    again = stance.load(rules=[])
    assert found(again) != found(nlp)
    assert found(again.from_bytes(nlp.to_bytes())) == found(nlp)


def test_a_pipeline_survives_pickling(nlp: Language) -> None:
    assert found(pickle.loads(pickle.dumps(nlp))) == found(nlp)


def test_a_saved_pipeline_brings_its_rules_along(pack: Path, tmp_path: Path) -> None:
    made = stance.load(rules=[pack])
    expected = made(COURT)._.commitments
    assert [commitment.rule for commitment in expected] == ["demand.einklagen"]
    made.to_disk(tmp_path / "saved")
    pack.unlink()
    again = spacy.load(tmp_path / "saved")
    assert again(COURT)._.commitments == expected
    assert stance.result(again(COURT)).rules.version == "2.0.0"


def test_own_rules_join_the_shipped_ones(pack: Path) -> None:
    made = stance.load(rules=["de.core", pack])
    kinds = {commitment.rule for text in (COURT, TEXTS[0]) for commitment in made(text)._.commitments}
    assert len(kinds) == 2


def test_a_pack_that_is_not_there_is_an_error_at_once() -> None:
    with pytest.raises(RuleError, match=r"gibtsnicht\.yaml"):
        stance.load(rules=["gibtsnicht.yaml"])
    with pytest.raises(RuleError, match=r"de\.kern"):
        stance.load(rules=["de.kern"])


def tagged(*components: str) -> Language:
    """A pipeline of a user's own, with some of the embedded components."""
    nlp = spacy.blank("de")
    for component in components:
        nlp.add_pipe(component)
    return nlp


@Language.component("test_english_tags")
def english_tags(doc: Doc) -> Doc:
    for token in doc:
        token.tag_ = "NNP"
    return doc


@Language.component("test_no_tags")
def no_tags(doc: Doc) -> Doc:
    return doc


@pytest.mark.parametrize(
    ("components", "cure"),
    [
        (("test_no_tags",), "add_pipe\\('stance_sentences', before='stance'\\)"),
        (("sentencizer", "test_no_tags"), "add a German tagger before 'stance'"),
        (("sentencizer", "test_english_tags"), "these are others: NNP"),
    ],
)
def test_a_pipeline_that_lacks_something_says_what_to_add(components: tuple[str, ...], cure: str) -> None:
    nlp = tagged(*components, "stance")
    with pytest.raises(MissingAnnotationError, match=cure):
        nlp(TEXTS[0])


@pytest.mark.parametrize(
    ("own", "added"),
    [
        ((), "stance_sentences, tagger, stance_tags, ner, stance_names, stance_lemmas"),
        (("sentencizer",), "tagger, stance_tags, ner, stance_names, stance_lemmas"),
    ],
)
def test_a_pipeline_without_tags_gets_the_embedded_tagger(own: tuple[str, ...], added: str) -> None:
    with pytest.warns(UserWarning, match=f"added the embedded ones before 'stance': {added}$"):
        nlp = tagged(*own, "stance")
    assert nlp.pipe_names == [*own, *added.split(", "), "stance"]
    assert [commitment.type.value for commitment in nlp(TEXTS[0])._.commitments] == ["demand"]


def test_a_completed_pipeline_survives_the_disk(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="no component of the pipeline tags"):
        nlp = tagged("stance")
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again.pipe_names == nlp.pipe_names
    assert again(TEXTS[0])._.commitments == nlp(TEXTS[0])._.commitments


@Language.component("test_parser", assigns=["token.dep", "token.head"])
def parser(doc: Doc) -> Doc:
    """A parse of the first text: its first word is the subject of the second, the rest hangs on that."""
    parsed = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        tags=[token.tag_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=[1] * len(doc),
        deps=["nsubj", "root", *["dep"] * (len(doc) - 2)],
    )
    return parsed


def test_a_parse_is_used_where_there_is_one(nlp: Language) -> None:
    own = spacy.blank("de")
    own.add_pipe("stance_sentences")
    own.add_pipe("tagger", source=nlp)
    own.add_pipe("stance_lemmas")
    own.add_pipe("test_parser")
    own.add_pipe("stance")
    text = "Müller fordert einen Plan."
    (main,) = own(text)._.clause_graph.clauses
    assert [argument.role.value for argument in main.arguments] == ["subject"]
    own.replace_pipe("stance", "stance", config={"source": "fields"})
    (main,) = own(text)._.clause_graph.clauses
    assert [argument.role.value for argument in main.arguments] == ["subject", "accusative"]


def test_missing_lemmas_are_said_too(nlp: Language) -> None:
    with nlp.select_pipes(disable=["stance_lemmas"]), pytest.raises(MissingAnnotationError, match="stance_lemmas"):
        nlp(TEXTS[0])


def test_a_pipeline_of_ones_own_works_by_its_tags(nlp: Language) -> None:
    own = spacy.blank("de")
    own.add_pipe("sentencizer")
    own.add_pipe("tagger", source=nlp)
    own.add_pipe("stance_lemmas")
    own.add_pipe("stance")
    doc = own(TEXTS[0])
    assert [commitment.type.value for commitment in doc._.commitments] == ["demand"]
    assert stance.result(doc).pipeline == "de_pipeline 0.0.0"


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(ValueError, match="none of auto, fields"):
        spacy.blank("de").add_pipe("stance", config={"source": "oracle"})


def test_rules_survive_as_bytes(nlp: Language) -> None:
    component = nlp.get_pipe("stance")
    assert isinstance(component, Stance)
    again = Stance(nlp.meta, []).from_bytes(component.to_bytes())
    assert again.ruleset == component.ruleset


def test_explaining_leaves_the_doc_alone(nlp: Language) -> None:
    component = nlp.get_pipe("stance")
    assert isinstance(component, Stance)
    with nlp.select_pipes(disable="stance"):
        doc = nlp(TEXTS[0])
    assert component.explain(doc).commitments
    assert doc._.commitments == ()


def test_the_clause_graph_is_one_attribute_away(nlp: Language) -> None:
    assert [clause.type.value for clause in nlp(TEXTS[1])._.clause_graph.clauses][:2] == ["main", "adverbial"]


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stance.pipeline, "chunks", lambda text: stance.chunks.chunks(text, 60))


@pytest.mark.usefixtures("small_chunks")
def test_pieces_of_a_long_text_join_without_a_seam(nlp: Language) -> None:
    text = "\n\n".join([TEXTS[0], TEXTS[2]] * 5)
    result = analyse_text(nlp, text)
    assert check(result, text) == ()
    assert [text[slice(*commitment.sentence)] for commitment in result.commitments] == [TEXTS[0]] * 5


_GRUMBLE = """pack: my.grumble
version: 1.0.0
rules:
  - id: assertion.grumble
    type: assertion
    cue: {verb: [grummeln]}
    frames: [{actor: subject, content: clause.v2 | host}]
"""


def test_a_pack_teaches_its_own_pipeline_which_verbs_report(tmp_path):
    (tmp_path / "grumble.yaml").write_text(_GRUMBLE, encoding="utf-8")
    text = "Wie der Bürgermeister grummelte, ist das Haus zu teuer."
    with_pack, without = stance.load(["de.core", tmp_path / "grumble.yaml"]), stance.load()
    kinds = [clause.kind for clause in with_pack(text)._.clause_graph.clauses]
    assert ClauseKind.PARENTHESIS in kinds
    assert ClauseKind.PARENTHESIS not in [clause.kind for clause in without(text)._.clause_graph.clauses]
    assert [c.rule for c in with_pack(text)._.commitments] == ["assertion.grumble"]
    assert not without(text)._.commitments


def test_a_pipeline_of_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="stance reads German, and this pipeline is for 'en'"):
        spacy.blank("en").add_pipe("stance")


def test_a_long_document_costs_no_more_for_each_sentence_than_a_short_one(nlp: Language) -> None:
    sentence = "Die SPD fordert mehr Geld für Schulen, und die CDU lehnt den Plan ab. "

    def seconds(count: int) -> float:
        start = time.process_time()
        nlp(sentence * count)
        return time.process_time() - start

    seconds(10)
    assert seconds(480) < 3 * 8 * seconds(60)


def test_extracting_knows_the_date_and_actors_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("actors: [{id: kreis-moor, name: Kreis Moor, kind: government, metonyms: [Moorstadt]}]\n", "utf-8")
    result = stance.extract("Moorstadt lehnt das ab.", date="2025-03-03", actors=["de.actors", own])
    assert (result.date, result.commitments[0].actor and result.commitments[0].actor.name) == (
        "2025-03-03",
        "Kreis Moor",
    )
