"""The spaCy side: the component ``stance``, the embedded German pipeline and what reads their results.

A tagged Doc flows in; ``doc._.commitments`` flows out. Results are kept in ``doc.user_data`` as plain data, so that
``DocBin(store_user_data=True)``, pickling and several processes work; the extensions give the value objects back.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import spacy
from cattrs.preconf.json import make_converter
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

import stance.tagging.components  # noqa: F401  (registers the components of the embedded pipeline)
from stance import __version__
from stance.chunks import chunks, join
from stance.clauses.graph import ClauseGraph
from stance.clauses.sources import Source, source_for
from stance.entities.catalogue import Catalogue
from stance.entities.correction import stance_names
from stance.entities.dates import date_of, set_date
from stance.entities.reader import DEFAULT, load_catalogue
from stance.entities.recognizer import add_recognizer
from stance.extraction import Extraction, Extractor
from stance.german import government
from stance.model import Commitment, DocumentResult
from stance.rules.compiler import compile_rules
from stance.rules.reader import load_packs
from stance.rules.ruleset import RuleSet
from stance.serialise import from_dict, to_dict
from stance.tagging.disambiguation import stance_tags
from stance.tagging.tagger import STTS_TAGS, add_tagger
from stance.tagging.tokenizer import GermanTokenizer

DEFAULT_RULES = ("de.core",)
DEFAULT_ACTORS = (DEFAULT,)
EMBEDDED = "stance-de embedded"
_KEY = "stance"
_SOURCE = "stance.source"
_REPORTING = "stance.reporting"
_FILE = "rules.json"
_STTS = frozenset(STTS_TAGS)
_KEPT = make_converter()


@attrs.frozen
class _Kept:
    """What a saved component brings along."""

    ruleset: RuleSet
    catalogue: Catalogue


class MissingAnnotationError(ValueError):
    """A Doc lacks what the rules read; the message says which component to add."""


class Stance:
    """The pipeline component: applies rules to tagged Docs.

    Args:
        meta: meta data of the pipeline, from which results take its name.
        rules: names of shipped packs and paths of own ones; a later rule replaces an earlier one of the same id.
        source: how clauses are found: ``fields`` (from tags), ``dependencies`` (from a parse with UD or TIGER labels)
            or ``auto`` (from a parse where there is one).
        actors: names of shipped catalogues and paths of own ones; a later actor replaces an earlier one of the same id.
        clauses: what makes clause graphs, where that is known already (see :func:`stance.clauses.sources.source_for`).

    Raises:
        ValueError: there is no such source.
        RuleError: a pack or a catalogue has mistakes; all are named.
    """

    def __init__(
        self,
        meta: dict[str, Any],
        rules: Sequence[str],
        source: str = "auto",
        clauses: Source | None = None,
        actors: Sequence[str] = DEFAULT_ACTORS,
    ) -> None:
        self.source = source
        self._clauses = clauses or source_for(None, source)
        self._meta = meta
        self._specs = tuple(rules)
        self._actors = tuple(actors)
        self._extractor: Extractor | None = None
        if all(_exists(spec) for spec in (*self._specs, *self._actors)):
            self._use(load_packs(self._specs), load_catalogue(self._actors))

    def _use(self, ruleset: RuleSet, catalogue: Catalogue) -> None:
        self._ruleset = ruleset
        self._extractor = Extractor(compile_rules(ruleset), catalogue)

    def read_clauses_from(self, source: str, nlp: Language | None = None) -> None:
        """Find clauses in another way from now on.

        Args:
            source: ``fields``, ``dependencies`` or ``auto``.
            nlp: the pipeline of this component, whose parser's labels are looked at now.

        Raises:
            ValueError: there is no such source, or it needs a parse and nothing in the pipeline parses.
            UnknownLabelsError: the parser's labels are of no known set.
        """
        self._clauses = source_for(nlp, source)
        self.source = source

    @property
    def extractor(self) -> Extractor:
        """What applies the rules. Packs that were missing when the component was made are read now.

        Raises:
            RuleError: a pack is still missing or has mistakes.
        """
        if self._extractor is None:
            self._use(load_packs(self._specs), load_catalogue(self._actors))
        assert self._extractor is not None
        return self._extractor

    @property
    def ruleset(self) -> RuleSet:
        """The rules in use."""
        _ = self.extractor
        return self._ruleset

    def __call__(self, doc: Doc) -> Doc:
        """Find the commitments of a Doc and keep them in ``doc.user_data``.

        Raises:
            MissingAnnotationError: the Doc has no sentence boundaries, no STTS tags or no lemmas.
            UnknownLabelsError: the Doc is parsed with labels of no known set.
            ValueError: the source is ``dependencies`` and the Doc has no parse.
        """
        _require(doc)
        reporting = self.extractor.reporting
        found = self.extractor.of_graph(self._clauses(doc, reporting))
        doc.user_data[_REPORTING] = sorted(reporting - government.verbs("saying"))
        if self.source != "auto":
            doc.user_data[_SOURCE] = self.source
        name = pipeline_name(self._meta)
        result = DocumentResult("", self.ruleset.info, name, found.commitments, date=date_of(doc))
        doc.user_data[_KEY] = to_dict(result)
        return doc

    def explain(self, doc: Doc) -> Extraction:
        """Commitments, clause graph and the trace of every attempt, without changing the Doc."""
        _require(doc)
        return self.extractor.of_graph(self._clauses(doc, self.extractor.reporting), explain=True)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The rules and the known actors in use as bytes."""
        kept = _Kept(self.ruleset, self.extractor.catalogue)
        return json.dumps(_KEPT.unstructure(kept)).encode("ascii")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Stance:
        """Use the rules and actors that :meth:`to_bytes` gave."""
        kept = _KEPT.structure(json.loads(data), _Kept)
        self._use(kept.ruleset, kept.catalogue)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the rules in use into a folder, so that a saved pipeline does not depend on the packs' files."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Stance:
        """Use the rules that :meth:`to_disk` wrote."""
        return self.from_bytes((Path(path) / _FILE).read_bytes())


_LANGUAGES = frozenset({"de", "xx"})
"""German, and spaCy's code for pipelines of several languages."""


@Language.factory(
    "stance",
    default_config={"rules": list(DEFAULT_RULES), "source": "auto", "actors": list(DEFAULT_ACTORS)},
    requires=["token.tag", "token.lemma", "doc.sents"],
)
def make_stance(nlp: Language, name: str, rules: list[str], source: str, actors: list[str]) -> Stance:
    """The factory of the component, as ``nlp.add_pipe("stance", config={"rules": ["de.core", "my-pack.yaml"]})``.

    To a pipeline in which nothing tags, the embedded tagger is added before it, with a warning that says so.

    Raises:
        ValueError: the pipeline is for another language.
    """
    if nlp.lang not in _LANGUAGES:
        raise ValueError(f"stance reads German, and this pipeline is for {nlp.lang!r}: start from spacy.blank('de')")
    clauses = source_for(nlp, source)
    _complete(nlp)
    return Stance(nlp.meta, rules, source, clauses, actors)


def _complete(nlp: Language) -> None:
    """Add what rules read and no component of a pipeline assigns."""
    assigned = {what for name in nlp.pipe_names for what in nlp.get_pipe_meta(name).assigns}
    opaque = any(not nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)
    if "token.tag" in assigned or opaque or not isinstance(nlp.tokenizer, (Tokenizer, GermanTokenizer)):
        return
    before = set(nlp.pipe_names)
    if not assigned & {"doc.sents", "token.is_sent_start"}:
        nlp.add_pipe("stance_sentences")
    add_tagger(nlp)
    nlp.add_pipe("stance_tags")
    if "doc.ents" not in assigned:
        add_recognizer(nlp)
        nlp.add_pipe("stance_names")
    if "token.lemma" not in assigned:
        nlp.add_pipe("stance_lemmas")
    added = ", ".join(name for name in nlp.pipe_names if name not in before)
    warnings.warn(f"no component of the pipeline tags: added the embedded ones before 'stance': {added}", stacklevel=4)


def make_tag_correction(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The factory of ``stance_tags`` for pipelines that are loaded before this package was imported."""
    component: Callable[[Doc], Doc] = stance_tags
    return component


def make_name_correction(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The factory of ``stance_names`` for pipelines that are loaded before this package was imported."""
    component: Callable[[Doc], Doc] = stance_names
    return component


def load(rules: Iterable[str | Path] = DEFAULT_RULES, actors: Iterable[str | Path] = DEFAULT_ACTORS) -> Language:
    """The embedded German pipeline: tokeniser, sentences, tagger, entities, lemmas and commitments.

    Args:
        rules: names of shipped packs and paths of own ones.
        actors: names of shipped catalogues of known actors and paths of own ones.

    Raises:
        RuleError: a pack or a catalogue is missing or has mistakes; all are named.

    >>> nlp = load()
    >>> nlp.pipe_names
    ['stance_sentences', 'tagger', 'stance_tags', 'ner', 'stance_names', 'stance_lemmas', 'stance']
    """
    specs = [str(spec) for spec in rules]
    catalogues = [str(spec) for spec in actors]
    load_packs(specs)
    load_catalogue(catalogues)
    nlp = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": "stance.german_tokenizer.v1"}}})
    nlp.meta.update(name=EMBEDDED, version=__version__, license="MIT")
    nlp.add_pipe("stance_sentences")
    add_tagger(nlp)
    nlp.add_pipe("stance_tags")
    add_recognizer(nlp)
    nlp.add_pipe("stance_names")
    nlp.add_pipe("stance_lemmas")
    nlp.add_pipe("stance", config={"rules": specs, "actors": catalogues})
    return nlp


def extract(
    text: str,
    *,
    id: str = "text",
    date: str | None = None,
    rules: Iterable[str | Path] = DEFAULT_RULES,
    actors: Iterable[str | Path] = DEFAULT_ACTORS,
) -> DocumentResult:
    """The commitments of a text of any length, by the embedded pipeline (which is made once and kept).

    Args:
        text: German text.
        id: name of the document in the result.
        date: ISO date of the document, which decides who held an office; None where it is not known.
        rules: names of shipped packs and paths of own ones.
        actors: names of shipped catalogues of known actors and paths of own ones.

    Raises:
        RuleError: a pack or a catalogue is missing or has mistakes; all are named.

    >>> extract("Die SPD fordert einen höheren Mindestlohn.").commitments[0].type.value
    'demand'
    >>> extract("Der Bundeskanzler lehnt das ab.", date="2022-05-01").commitments[0].actor.name
    'Olaf Scholz'
    """
    return analyse_text(_kept(tuple(map(str, rules)), tuple(map(str, actors))), text, id, date)


def analyse_text(nlp: Language, text: str, id: str = "text", date: str | None = None) -> DocumentResult:
    """The result of a text of any length by any pipeline with the component ``stance``; long texts go in pieces.

    Args:
        nlp: the pipeline.
        text: the text.
        id: name of the document in the result.
        date: ISO date of the document, which decides who held an office; None where it is not known.
    """
    pieces = list(chunks(text))
    results = [result(doc, id) for doc in nlp.pipe((dated(nlp, piece.text, date) for piece in pieces), batch_size=2)]
    return assemble(results, [piece.offset for piece in pieces])


def dated(nlp: Language, text: str, date: str | None) -> Doc | str:
    """What to give to ``nlp.pipe`` for a text of a date: a tokenised Doc that knows it, or the text alone."""
    if date is None:
        return text
    doc = nlp.make_doc(text)
    set_date(doc, date)
    return doc


def assemble(results: Sequence[DocumentResult], offsets: Sequence[int]) -> DocumentResult:
    """One result from those of the pieces of one text, whose character offsets are given."""
    first = results[0]
    parts = zip(offsets, (found.commitments for found in results), strict=True)
    return attrs.evolve(first, commitments=join(parts))


def result(doc: Doc, id: str = "text") -> DocumentResult:
    """The result that a pipeline left in a Doc.

    Args:
        doc: a Doc that went through the component ``stance``.
        id: name of the document in the result.

    Raises:
        ValueError: the Doc did not go through it.
    """
    if _KEY not in doc.user_data:
        raise ValueError("this Doc has no commitments: its pipeline has no component 'stance'")
    return from_dict({**doc.user_data[_KEY], "id": id}, DocumentResult)


def pipeline_name(meta: dict[str, Any]) -> str:
    """How a result names the pipeline that made it.

    >>> pipeline_name({"lang": "de", "name": "core_news_lg", "version": "3.8.0"})
    'de_core_news_lg 3.8.0'
    """
    name = meta["name"] if meta["name"] == EMBEDDED else f"{meta['lang']}_{meta['name']}"
    return f"{name} {meta['version']}"


@lru_cache(maxsize=4)
def _kept(rules: tuple[str, ...], actors: tuple[str, ...]) -> Language:
    return load(rules, actors)


def _exists(spec: str) -> bool:
    """Whether a pack or a catalogue can be read now; a saved pipeline brings along what it read, if files are gone."""
    return not spec.endswith((".yaml", ".yml")) or Path(spec).exists()


def _require(doc: Doc) -> None:
    if not len(doc):
        return
    if not doc.has_annotation("SENT_START"):
        what = "sentence boundaries: nlp.add_pipe('stance_sentences', before='stance')"
        raise MissingAnnotationError(f"the component 'stance' needs {what}, or use stance.load()")
    if not doc.has_annotation("TAG"):
        what = "STTS tags in token.tag_: add a German tagger before 'stance'"
        raise MissingAnnotationError(f"the component 'stance' needs {what}, or use stance.load()")
    tags = [token.tag_ for token in doc if not token.is_space]
    if tags and sum(tag in _STTS for tag in tags) * 2 < len(tags):
        strange = ", ".join(sorted(set(tags) - _STTS)[:5])
        what = f"STTS tags (NN, VVFIN, ART …) in token.tag_; these are others: {strange}"
        raise MissingAnnotationError(f"the component 'stance' needs {what}. Use a German tagger or stance.load()")
    if not doc.has_annotation("LEMMA"):
        what = "lemmas: nlp.add_pipe('stance_lemmas', before='stance')"
        raise MissingAnnotationError(f"the component 'stance' needs {what}, or use stance.load()")


def _commitments(doc: Doc) -> tuple[Commitment, ...]:
    return result(doc).commitments if _KEY in doc.user_data else ()


def _clause_graph(doc: Doc) -> ClauseGraph:
    reporting = frozenset(doc.user_data.get(_REPORTING, ()))
    return source_for(doc, doc.user_data.get(_SOURCE, "auto"))(doc, reporting)


Doc.set_extension("commitments", getter=_commitments, force=True)
Doc.set_extension("clause_graph", getter=_clause_graph, force=True)
