"""Views of a clause graph: data with character offsets, their schema, and the page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from spacy.language import Language

import stance
from stance.clauses.fields import analyse
from stance.clauses.graph import ClauseGraph
from stance.model import Mention, SpanSet
from stance.schema import clauses_schema
from stance.schema.generate import generate_clauses
from stance.views import ClauseAnalysis, analysis_from_dict, analysis_to_dict, clause_analysis, clauses_html
from tests.clauses.conformance.parsed import graph_of
from tests.clauses.tagged import from_pairs
from tests.strategies import GermanSentence, german_sentences, tag_sequences

TEXT = (
    "Die Ministerin, so ein Sprecher, lehnte den Plan ab, weil er den Kommunen, die sparen müssen, nicht hilft. "
    "„Wir dringen darauf, dass die Länder zahlen“, sagte sie. Er habe gelogen und betrogen."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return stance.load()


@pytest.fixture(scope="module")
def analysis(nlp: Language) -> ClauseAnalysis:
    return clause_analysis(nlp(TEXT))


def _mentions(value: object) -> list[Mention]:
    """Everything in an analysis that has text and spans."""
    if isinstance(value, tuple):
        return [mention for item in value for mention in _mentions(item)]
    if not attrs.has(type(value)) or isinstance(value, SpanSet):
        return []
    parts = [getattr(value, field.name) for field in attrs.fields(type(value))]
    own = [Mention(value.text, value.spans)] if hasattr(value, "text") and hasattr(value, "spans") else []
    return own + [mention for part in parts for mention in _mentions(part)]


def test_every_mention_is_what_its_spans_cover(analysis: ClauseAnalysis) -> None:
    mentions = _mentions(analysis)
    assert len(mentions) > 40
    assert [mention for mention in mentions if mention.spans.text(TEXT) != mention.text] == []


def test_words_of_the_text_have_their_place(analysis: ClauseAnalysis) -> None:
    assert all(TEXT[token.start : token.end] == token.text for token in analysis.tokens)
    complement = next(clause for clause in analysis.clauses if clause.type == "dass")
    assert TEXT[slice(*complement.extent)] == "dass die Länder zahlen"
    assert complement.fields.left_bracket.text(TEXT) == "dass"
    assert complement.verb is not None
    assert complement.verb.finite is not None
    assert complement.verb.finite.text == "zahlen"


def test_plain_data_are_read_back(analysis: ClauseAnalysis) -> None:
    assert analysis_from_dict(json.loads(json.dumps(analysis_to_dict(analysis)))) == analysis


def test_unknown_keys_are_refused(analysis: ClauseAnalysis) -> None:
    with pytest.raises(Exception, match="While structuring ClauseAnalysis"):
        analysis_from_dict({**analysis_to_dict(analysis), "clausez": []})


def test_plain_data_fit_the_published_schema(analysis: ClauseAnalysis) -> None:
    Draft202012Validator.check_schema(clauses_schema())
    errors = list(Draft202012Validator(clauses_schema()).iter_errors(analysis_to_dict(analysis)))
    assert errors == []


def test_the_published_schema_is_that_of_the_classes() -> None:
    assert clauses_schema() == generate_clauses(), "run: python -m stance.schema.generate"


class _Reader(HTMLParser):
    """Reads a page: the words of the boxes, the tags, and whether every tag is closed in order."""

    _VOID = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.links: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        self.links += [found[name] for name in ("href", "src") if name in found]
        if tag not in self._VOID:
            self._open.append((tag, found.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open and set(self._open[-1][1].split()) & {"word", "loose"}:
            self.words += data


def _letters(text: str) -> str:
    return "".join(sorted(re.sub(r"\s", "", text)))


def test_every_word_is_on_the_page_once(nlp: Language) -> None:
    assert _letters(_Reader(clauses_html(nlp(TEXT))).words) == _letters(TEXT)


@given(german_sentences())
def test_words_stand_in_their_order(sentence: GermanSentence) -> None:
    graph = analyse(from_pairs(sentence.pairs))
    assert "".join(_Reader(clauses_html(graph)).words.split()) == "".join(graph.doc.text.split())


@given(tag_sequences(12))
def test_any_graph_gives_a_page_with_every_word(pairs: list[tuple[str, str]]) -> None:
    graph = analyse(from_pairs(pairs))
    if graph.clauses:
        assert _letters(_Reader(clauses_html(graph)).words) == _letters(graph.doc.text)


def test_a_page_needs_nothing_from_elsewhere(nlp: Language) -> None:
    page = clauses_html(nlp(TEXT))
    reader = _Reader(page)
    assert not set(reader.tags) & {"script", "img", "link", "iframe"}
    assert all(link.startswith("#clause-") for link in reader.links)
    assert "url(" not in page
    assert "@import" not in page


def test_text_is_escaped(nlp: Language) -> None:
    page = clauses_html(nlp("Der <script>alert(1)</script> & Co. lehnt den Plan ab."), title="<i>")
    assert "<script" not in page
    assert "<title>&lt;i&gt;</title>" in page


def test_nesting_is_the_one_of_the_graph(nlp: Language) -> None:
    page = clauses_html(nlp("Er sagt, dass er den Plan, der teuer ist, ablehnt."))
    boxes = re.findall(r'</?div|id="clause-(\d)"', page.partition("<h2")[2])
    order = [box for box in boxes if box]
    assert order == ["0", "1", "2"]
    assert page.index('id="clause-2"') < page.index("ablehnt</span>")


def test_roles_and_ambiguity_are_labelled(nlp: Language) -> None:
    page = clauses_html(nlp("Frau Müller traf das Mädchen."), page=False)
    assert "<html" not in page
    assert 'class="argument subject"' in page
    assert "form does not decide the role" in page


def test_a_parsed_doc_is_shown_as_any_other() -> None:
    graph = graph_of(
        "Merz/NE/lehnt:sb/lehnt:nsubj lehnt/VVFIN/^:ROOT/^:root den/ART/Plan:nk/Plan:det Plan/NN/lehnt:oa/lehnt:obj "
        "ab/PTKVZ/lehnt:svp/lehnt:compound:prt ./$.",
        "tiger",
    )
    assert isinstance(graph, ClauseGraph)
    assert "ablehnen" in clauses_html(graph)
    assert clause_analysis(graph).clauses[0].arguments[1].text == "den Plan"
