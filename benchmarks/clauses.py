"""Measures clause analysis against Universal Dependencies trees, from the shipped tagger's output or from gold tags.

Trees of a corpus folder come in (``pud.conllu``, ``gsd-dev.conllu``); precision, recall and F of each kind of fact, a
list of errors on demand, and the speed go out. What a fact is, is defined in ``_tree_facts``. The source is the field
analyser, or the dependency source on the gold trees themselves, which shows what is lost between parse and graph.
Controllers of infinitives are measured on sentences of our own. One half of gsd-dev is held out: its figures are
printed, its errors never.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from spacy.tokens import Doc
from spacy.vocab import Vocab

from benchmarks._conllu import Tree, read_trees
from benchmarks._controllers import controller_readings, controller_score, read_controls
from benchmarks._graph_facts import Comparison, compare
from benchmarks._parsed import parsed_doc
from benchmarks._pipeline import word_pipeline
from benchmarks._scores import SCORE_HEADER, Score, score_row, table
from benchmarks._tree_facts import tree_facts
from benchmarks._tree_verbs import Fact
from stance.clauses.sources import source_for

_CORPORA = Path("../shared/corpora")
_TIGER = {"PAV": "PROAV", "PIDAT": "PIAT"}
_FILES = {"pud": "tagging/pud.conllu", "gsd-dev": "tagging/gsd-dev.conllu"}
_HALVED = "gsd-dev"
_HALVES = ("looked-at", "held-out")
_CONTROLLER = "controller"
_KINDS = (
    "finite verb",
    "bracket",
    "particle verb",
    "passive",
    "clause boundaries",
    "tokens of clauses",
    "clause kind",
    "dass/ob found",
    "dass/ob attached",
    "dass/ob on noun",
    "w-clause found",
    "w-clause attached",
    "adverbial found",
    "adverbial attached",
    "relative found",
    "relative attached",
    "V2 complement",
    "parenthesis",
    "zu-infinitive found",
    "zu-infinitive attached",
    "subject",
    "shared subject",
    "expletive es",
    "accusative",
    "dative",
    "genitive",
    "prepositional phrase",
    "von-agent",
    "predicative",
)
_ERRORS = f"list errors of a kind: {', '.join((*_KINDS, _CONTROLLER))}"


@attrs.frozen
class Analysed:
    """A sentence with its Doc and the comparison of its facts."""

    tree: Tree
    doc: Doc
    comparison: Comparison


@attrs.frozen
class Measurement:
    """All sentences of a corpus, and the seconds that tagging and clause analysis took."""

    sentences: tuple[Analysed, ...]
    tagging: float
    analysis: float

    @property
    def tokens(self) -> int:
        """Number of tokens."""
        return sum(len(sentence.tree.words) for sentence in self.sentences)

    def scores(self) -> dict[str, Score]:
        """The score of each kind of fact."""
        matched, found, gold = Counter[str](), Counter[str](), Counter[str]()
        for sentence in self.sentences:
            comparison = sentence.comparison
            matched.update(fact.kind for fact, _ in comparison.matched)
            gold.update(fact.kind for fact in comparison.missed)
            found.update(fact.kind for fact in comparison.spurious)
        return {
            kind: Score(matched[kind], matched[kind] + found[kind], matched[kind] + gold[kind])
            for kind in _KINDS
            if matched[kind] + found[kind] + gold[kind]
        }


def measure(trees: Sequence[Tree], gold_tags: bool = False, source: str = "fields") -> Measurement:
    """Tag and analyse sentences and compare each with its tree.

    Args:
        trees: the sentences.
        gold_tags: take STTS tags and word classes from the trees.
        source: ``fields``, or ``dependencies``, which reads the gold trees.
    """
    analyse = source_for(None, source)
    nlp = word_pipeline(gold_tags)
    start = time.perf_counter()
    docs = list(nlp.pipe(_doc(tree, nlp.vocab, gold_tags) for tree in trees))
    tagged = time.perf_counter()
    if source == "dependencies":
        docs = [parsed_doc(doc, tree) for doc, tree in zip(docs, trees, strict=True)]
    parsed = time.perf_counter()
    graphs = [analyse(doc) for doc in docs]
    analysed = time.perf_counter()
    pairs = zip(trees, graphs, strict=True)
    sentences = tuple(Analysed(tree, graph.doc, compare(graph, tree_facts(tree))) for tree, graph in pairs)
    return Measurement(sentences, tagged - start, analysed - parsed)


def _doc(tree: Tree, vocab: Vocab, gold_tags: bool) -> Doc:
    doc = tree.doc(vocab)
    if gold_tags:
        for token, word in zip(doc, tree.words, strict=True):
            token.tag_, token.pos_ = _TIGER.get(word.xpos, word.xpos), word.upos
    return doc


def error_lines(measurement: Measurement, kind: str) -> Iterator[str]:
    """One paragraph for each sentence with errors of a kind: the sentence, what was missed, what was spurious."""
    for sentence in measurement.sentences:
        missed = [fact for fact in sentence.comparison.missed if fact.kind == kind]
        spurious = [fact for fact in sentence.comparison.spurious if fact.kind == kind]
        if missed or spurious:
            lines = [f"{sentence.tree.id}: {sentence.tree.text()}"]
            lines += [f"  gold   {_show(fact, sentence.tree)}" for fact in missed]
            lines += [f"  found  {_show(fact, sentence.tree)}" for fact in spurious]
            yield "\n".join(lines)


def _show(fact: Fact, tree: Tree) -> str:
    def word(answer: int | str) -> str:
        return answer if isinstance(answer, str) else f"{tree.words[answer].form}/{answer}"

    return f"{word(fact.anchor)} → {' '.join(map(word, sorted(fact.answers, key=str)))}"


def half_of(trees: Sequence[Tree], half: str | None) -> tuple[Tree, ...]:
    """The sentences of one half: those at even places are looked at while developing, those at odd places held out.

    Args:
        trees: all sentences.
        half: ``looked-at``, ``held-out``, or None for both.
    """
    return tuple(trees) if half is None else tuple(trees[_HALVES.index(half) :: len(_HALVES)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement from the command line."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.errors and options.half == "held-out":
        parser.error("the held-out half is only scored: leave out --errors or --half")
    if options.errors == _CONTROLLER:
        print("\n".join(_controller_lines()))
        return 0
    for name in options.corpus or tuple(_FILES):
        path = options.corpora / _FILES[name]
        if not path.exists():
            print(f"{name}: {path} is absent, skipped", file=sys.stderr)
            continue
        if options.gold_tags and name == "pud":
            print("pud: its tags are not STTS, so there are no gold tags to take; skipped", file=sys.stderr)
            continue
        trees = tuple(read_trees(path))
        if name == _HALVED:
            trees = half_of(trees, "looked-at" if options.errors else options.half)
        measurement = measure(trees, options.gold_tags, options.source)
        if options.errors:
            errors = list(error_lines(measurement, options.errors))
            print(f"{name}: {len(errors)} sentences with errors in {options.errors!r}\n")
            print("\n\n".join(errors[options.skip : options.skip + options.limit]), end="\n\n")
        else:
            print(_report(name, measurement), end="\n\n")
    if not options.errors and not options.corpus:
        score = controller_score(controller_readings(read_controls()))
        print(table(SCORE_HEADER, [score_row("controller (own sentences)", score)]))
    return 0


def _controller_lines() -> Iterator[str]:
    """One line for each sentence of the table whose controller was misread."""
    for reading in controller_readings(read_controls()):
        if reading.found != reading.gold.controller:
            gold = reading.gold
            yield f"{gold.sentence}  {gold.infinitive} → {gold.controller}, found {reading.found}"


def _report(name: str, measurement: Measurement) -> str:
    rows = [score_row(kind, score) for kind, score in measurement.scores().items()]
    tagging = measurement.tokens / max(measurement.tagging, 1e-9)
    analysis = measurement.tokens / max(measurement.analysis, 1e-9)
    size = f"{len(measurement.sentences)} sentences, {measurement.tokens} tokens"
    speed = f"tagging {tagging:,.0f} tokens/s, clause analysis {analysis:,.0f} tokens/s"
    return f"{name}: {size}\n{table(SCORE_HEADER, rows)}\n{speed}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.clauses", description=__doc__)
    parser.add_argument("--corpus", action="append", choices=tuple(_FILES), help="one corpus only (all)")
    parser.add_argument("--corpora", type=Path, default=_CORPORA, help="folder of the corpora")
    parser.add_argument("--half", choices=_HALVES, help="one half of gsd-dev only (both; errors: looked-at)")
    parser.add_argument("--gold-tags", action="store_true", help="STTS tags from the trees (gsd-dev only)")
    parser.add_argument("--source", choices=("fields", "dependencies"), default="fields", help="what makes the graph")
    parser.add_argument("--errors", choices=(*_KINDS, _CONTROLLER), metavar="KIND", help=_ERRORS)
    parser.add_argument("--limit", type=int, default=20, help="how many erroneous sentences to list")
    parser.add_argument("--skip", type=int, default=0, help="how many erroneous sentences to pass over")
    return parser


if __name__ == "__main__":
    sys.exit(main())
