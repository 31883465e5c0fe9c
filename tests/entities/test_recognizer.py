"""The embedded recogniser: classes, tags of names, size on disk, saved and loaded pipelines, a missing model."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, EntityRuler
from spacy.tokens import Doc, Span

import stance
from stance.entities.recognizer import CONFIG_FILE, MODEL_FILE, MissingRecognizerError, add_recognizer, model_path
from stance.entities.spans import decide_spans
from stance.tagging.network import DamagedModelError
from training.ner_corpora import Labelled, read_columns, split
from training.variants import with_variants


@cache
def nlp() -> Language:
    return stance.load()


def entities(text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in nlp()(text).ents]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Die Ministerin Claudia Petersen reiste nach Hamburg.", ("Claudia Petersen", "PER")),
        ("Die Ministerin Claudia Petersen reiste nach Hamburg.", ("Hamburg", "LOC")),
        ("Der Vorsitzende der SPD lehnte ab.", ("SPD", "ORG")),
    ],
)
def test_classes(text: str, entity: tuple[str, str]) -> None:
    assert entity in entities(text)


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        ("Moritz’ Anwältin klagt", "PER", ("Moritz’", "PER")),
        ("Managerin Folake Adeyemi klagt", "LOC", ("Folake Adeyemi", "PER")),
        ("Trainerin Sabine Holm klagt", "ORG", ("Sabine Holm", "PER")),
        ("Kanzlerin Neu Delhi klagt", "LOC", ("Neu Delhi", "LOC")),
    ],
)
def test_words_decide_ends_and_labels(words: str, label: str, expected: tuple[str, str]) -> None:
    doc = Doc(nlp().vocab, words=words.split())
    named = doc[0:2] if label == "PER" else doc[1:3]
    for token in doc:
        token.tag_ = "VVFIN" if token.text == "klagt" else "NE" if token in named else "NN"
    if label == "PER":
        doc[1].tag_ = "NN"
    doc.set_ents([Span(doc, named.start, named.end, label)])
    decide_spans(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [expected]


def test_an_adjective_before_a_noun_for_people_is_no_name() -> None:
    doc = Doc(nlp().vocab, words=["Europäische", "Führer", "klagen"], tags=["ADJA", "NN", "VVFIN"])
    doc.set_ents([Span(doc, 0, 2, "PER")])
    decide_spans(doc)
    assert not doc.ents


def test_a_noun_behind_a_full_name_is_none_of_it() -> None:
    doc = nlp()("Der Rat hat dem Minister Udo Lamm Wortbruch vorgeworfen.")
    assert [t.tag_ for t in doc if t.text in ("Lamm", "Wortbruch")] == ["NE", "NN"]


def test_who_is_somebodys_is_no_name() -> None:
    doc = nlp()("Das sagte Karl Wolf. Er warf dem Land vor, geizig zu sein. Wolfs Sprecherin bestätigte das.")
    assert [t.tag_ for t in doc if t.text in ("Wolfs", "Sprecherin")] == ["NE", "NN"]


def test_variants_keep_words_outside_of_names() -> None:
    sentence = Labelled(("Udo", "Lamm", "besucht", "Köln", "."), ("B-PER", "I-PER", "O", "B-LOC", "O"))
    variants = [v for v in with_variants([sentence], number=8) if v != sentence]
    assert variants
    for variant in variants:
        assert [w for w, label in zip(variant.words, variant.labels, strict=True) if label == "O"] == ["besucht", "."]
        assert [label for label in variant.labels if label.startswith("B-")] == ["B-PER", "B-LOC"]


def test_variants_are_the_same_at_every_run() -> None:
    sentence = Labelled(("Die", "ARD", "zeigt", "Köln"), ("O", "B-ORG", "O", "B-LOC"))
    assert with_variants([sentence], number=5) == with_variants([sentence], number=5)


def test_words_of_a_persons_name_are_tagged_as_names() -> None:
    doc = nlp()("Das sagte die Sprecherin Britta Sommer in Köln.")
    assert [t.tag_ for t in doc if t.text in ("Britta", "Sommer")] == ["NE", "NE"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Kandidat Jan van der Linden siegte.", ["van", "der", "Linden"]),
        ("Die Ministerin Ursula von der Linden ging.", ["von", "der", "Linden"]),
        ("Minister Karl zu Hohenfels sprach.", ["zu", "Hohenfels"]),
        ("Die Betreiberin Seeblick AG baut.", ["Seeblick", "AG"]),
        ("Die Firma Holzbau Kranz GmbH baut.", ["Holzbau", "Kranz", "GmbH"]),
        ("Das meldet die Welt am Sonntag.", ["Welt", "am", "Sonntag"]),
        ("Laut netzblick.de kostet das zehn Euro.", ["netzblick.de"]),
    ],
)
def test_particles_legal_forms_and_phrases_are_part_of_a_name(text: str, name: list[str]) -> None:
    assert [t.text for t in nlp()(text) if t.tag_ == "NE" and t.text in name] == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Das sagte Peter von der SPD.", "von"),
        ("Sie kam mit Peter von der Gewerkschaft.", "von"),
        ("Der Satz von der Linden ist alt.", "von"),
        ("Das Spiel am Sonntag fiel aus.", "am"),
    ],
)
def test_prepositions_that_are_part_of_no_name(text: str, word: str) -> None:
    assert [t.tag_ for t in nlp()(text) if t.text == word] not in ([], ["NE"])


def test_a_surname_with_a_particle_is_found_again_alone() -> None:
    doc = nlp()("Ministerin Ursula von der Linden ging. Von der Linden schwieg.")
    assert [t.tag_ for t in doc if t.text in ("Von", "Linden")] == ["NE", "NE", "NE"]


@pytest.mark.parametrize(
    ("text", "words", "tags"),
    [
        ("Kira Stolz lobte den Plan.", ("Kira", "Stolz"), ["NE", "NE"]),
        ("Das lobte auch die Leiterin Kira Kranz.", ("Kranz",), ["NE"]),
        ("Kira Blank kam. Blank wies das zurück.", ("Blank",), ["NE", "NE"]),
        ("Udo Klein kam. Klein ist das Haus.", ("Klein",), ["NE", "ADJD"]),
        ("Udo Koch kam. Der Koch blieb.", ("Koch",), ["NE", "NN"]),
        ("Er schenkte Kira Blumen.", ("Blumen",), ["NN"]),
        ("Er warf dem Verband Betrug vor.", ("Verband", "Betrug"), ["NN", "NN"]),
        ("Das lehnt die IG Metall ab.", ("IG", "Metall"), ["NE", "NE"]),
    ],
)
def test_surnames_that_are_other_words(text: str, words: tuple[str, ...], tags: list[str]) -> None:
    assert [t.tag_ for t in nlp()(text) if t.text in words] == tags


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kira Blank",
        "Die Ministerin Claudia Petersen von der SPD reiste mit der Bild am Sonntag nach Bad Homburg vor der Höhe.",
        "Er kam aus Sankt\n\nPeter Lamm schwieg.  Die IG Metall  Bayern und die Deutsche Bank AG klagten.",
        "Das Institut für Weltwirtschaft in Kiel, Verdi, Nordstahl und der FC Norden schrieben an Dr. h. c. Udo Lamm.",
    ],
)
def test_the_search_finds_what_spacys_own_finds(text: str) -> None:
    nlp = stance.load()
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    with nlp.select_pipes(disable=["ner", "stance_names", "stance_lemmas", "stance"]):
        docs = [nlp(text), nlp(text)]
    recognizer(docs[0])
    EntityRecognizer.set_annotations(recognizer, docs[1:], EntityRecognizer.predict(recognizer, docs[1:]))
    assert [(t.ent_iob_, t.ent_type_) for t in docs[0]] == [(t.ent_iob_, t.ent_type_) for t in docs[1]]


def test_texts_read_together_have_the_same_names_as_alone() -> None:
    nlp = stance.load()
    texts = [
        "Udo Lamm traf in Hamburg die Deutsche Bank AG.",
        "",
        "Anna Funk",
        "Die Stadt Torfen schweigt. " * 200 + "Das sagte Petra Voss.",
        "Bad Homburg klagte gegen den FC Norden.",
    ]
    alone = [[(ent.text, ent.label_) for ent in nlp(text).ents] for text in texts]
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in nlp.pipe(texts)] == alone


def test_entities_that_a_doc_has_already_are_kept() -> None:
    nlp = stance.load()
    ruler = nlp.add_pipe("entity_ruler", before="ner")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "ORG", "pattern": "Kranz"}])
    doc = nlp("Die Firma Kranz baut in Hamburg.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kranz", "ORG"), ("Hamburg", "LOC")]


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in model_path().iterdir()) <= 6 * 1024 * 1024


def test_a_saved_pipeline_finds_the_same_entities(tmp_path: Path) -> None:
    nlp = stance.load()
    nlp.to_disk(tmp_path / "saved")
    text = "Olaf Scholz traf in Paris den Chef der IG Metall."
    assert [e.text for e in spacy.load(tmp_path / "saved")(text).ents] == [e.text for e in nlp(text).ents]


def test_a_missing_model_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(MissingRecognizerError, match=r"python -m training\.ner"):
        add_recognizer(spacy.blank("de"), tmp_path)


def test_columns_are_read_without_derived_and_partial_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Der X B-X O\nBerliner X B-X B-LOCderiv\nUdo X B-X B-PER\nLamm X B-X I-PER\n\nJa X B-X O\n", "utf-8"
    )
    first, second = read_columns(path, 0, 3)
    assert first == Labelled(("Der", "Berliner", "Udo", "Lamm"), ("O", "O", "B-PER", "I-PER"))
    assert second.words == ("Ja",)


def test_no_sentence_is_in_both_parts() -> None:
    sentences = [Labelled((str(i),), ("O",)) for i in range(1000)]
    parts = split(sentences)
    assert not set(parts.train) & set(parts.held_out)
    assert len(parts.train) + len(parts.held_out) == 1000
    assert len(parts.held_out) >= 100


def test_a_damaged_model_is_named_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / CONFIG_FILE).write_bytes((model_path() / CONFIG_FILE).read_bytes())
    (tmp_path / MODEL_FILE).write_bytes((model_path() / MODEL_FILE).read_bytes()[:1000])
    with pytest.raises(DamagedModelError, match=r"damaged.*reinstall stance-de"):
        add_recognizer(spacy.blank("de"), tmp_path)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Edda von der Marwitz kam. Von der Marwitz schwieg.", ["Edda von der Marwitz", "Von der Marwitz"]),
        ("Ruben Kast von der FDP kam. Der Antrag kam von der Nordstahl.", ["Ruben Kast"]),
    ],
)
def test_surnames_with_two_prefixes_are_names(text: str, names: list[str]) -> None:
    named = groupby(stance.load()(text), lambda token: token.tag_ == "NE" and token.text not in {"FDP", "Nordstahl"})
    assert [" ".join(token.text for token in run) for is_name, run in named if is_name] == names
