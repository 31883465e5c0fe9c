"""Many documents through one pipeline or through several processes, in order, whatever happens to one of them.

Flows in: documents and problems of the reader; flows out: results in the same order, and a problem for each document
that could not be analysed. Documents go in batches; a batch that fails is done again one document at a time.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from stance.io.documents import Document, Item, Problem
from stance.model import DocumentResult

if TYPE_CHECKING:
    from spacy.language import Language

_CHARACTERS = 50_000
_DOCUMENTS = 16
_COLLECTION = (10_000, 50, 50)
"""After how much the garbage collector comes: new objects, and rounds of either generation."""
"""All documents of a batch are in memory at once: larger batches take more of it, and are no faster."""


@attrs.frozen
class Settings:
    """What a pipeline is made of.

    Attributes:
        rules: packs; empty for the default.
        pipeline: name or path of a spaCy pipeline; None for the embedded one.
        lock: a lock file that packs and pipeline must agree with, or None.
        source: how clauses are found ("auto", "fields", "dependencies"); None for what the pipeline is set to.
        actors: own catalogues of actors, read after the shipped one.
    """

    rules: tuple[str, ...] = ()
    pipeline: str | None = None
    lock: Path | None = None
    source: str | None = None
    actors: tuple[str, ...] = ()


@attrs.frozen
class Analysed:
    """A document with its result."""

    document: Document
    result: DocumentResult


Outcome = Analysed | Problem
Batch = list[Item]


def make_pipeline(settings: Settings) -> Language:
    """The pipeline that some settings describe.

    Raises:
        RuleError: a pack cannot be used.
        OSError: there is no such spaCy pipeline.
        ValueError: the source does not fit the pipeline.
        LockError: packs or pipeline are others than in the lock file.
    """
    nlp = _make(settings)
    if settings.lock is not None:
        from stance.authoring.lock import check_lock

        check_lock(settings.lock, nlp)
    return nlp


def _make(settings: Settings) -> Language:
    from stance.pipeline import DEFAULT_ACTORS, DEFAULT_RULES, Stance, load

    rules = settings.rules or DEFAULT_RULES
    actors = (*DEFAULT_ACTORS, *settings.actors)
    nlp = load(rules, actors) if settings.pipeline is None else _own_pipeline(settings.pipeline)
    if "stance" not in nlp.pipe_names:
        config = {"rules": list(rules), "source": settings.source or "auto", "actors": list(actors)}
        nlp.add_pipe("stance", config=config)
    elif settings.source is not None:
        component = nlp.get_pipe("stance")
        assert isinstance(component, Stance)
        component.read_clauses_from(settings.source, nlp)
    return nlp


def _own_pipeline(name: str) -> Language:
    import spacy

    return spacy.load(name)


def analyse_all(items: Iterable[Item], settings: Settings, workers: int = 1) -> Iterator[Outcome]:
    """Analyse documents.

    Args:
        items: documents, and problems to be passed on in their place.
        settings: the pipeline.
        workers: processes; 1 analyses in this one.

    Yields:
        Results and problems in the order of the documents.

    Raises:
        RuleError: a pack cannot be used.
    """
    nlp = make_pipeline(settings)
    if workers == 1:
        with settled():
            for batch in batches(items):
                yield from _analyse_batch(nlp, batch)
    else:
        yield from _in_processes(batches(items), settings, workers)


@contextmanager
def settled() -> Iterator[None]:
    """While documents are read, the garbage collector leaves alone what was loaded before: rules, names, words.

    It also comes less often, since hardly anything of a document is held in cycles.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def batches(items: Iterable[Item]) -> Iterator[Batch]:
    """Group documents so that a batch is neither many documents nor much text."""
    batch: Batch = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else 0
        if size >= _CHARACTERS or len(batch) >= _DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _analyse_batch(nlp: Language, batch: Batch) -> list[Outcome]:
    """Analyse a batch; words that the vocabulary has not met before are forgotten with its documents."""
    with nlp.memory_zone():
        return _outcomes_of(nlp, batch)


def _outcomes_of(nlp: Language, batch: Batch) -> list[Outcome]:
    from stance.chunks import chunks
    from stance.pipeline import assemble, dated, result

    pieces = [(item, chunk) for item in batch if isinstance(item, Document) for chunk in chunks(item.text)]
    try:
        size = max(1, _CHARACTERS // max((len(chunk.text) for _, chunk in pieces), default=1))
        docs = list(
            nlp.pipe((dated(nlp, chunk.text, item.date) for item, chunk in pieces), batch_size=min(size, _DOCUMENTS))
        )
        found = [(item, chunk.offset, result(doc, item.id)) for (item, chunk), doc in zip(pieces, docs, strict=True)]
    except Exception:
        return [outcome for item in batch for outcome in _analyse_alone(nlp, item)]
    outcomes: list[Outcome] = []
    for item in batch:
        if isinstance(item, Problem):
            outcomes.append(item)
            continue
        parts = [(offset, part) for other, offset, part in found if other is item]
        outcomes += _finished(item, assemble([part for _, part in parts], [offset for offset, _ in parts]))
    return outcomes


def _analyse_alone(nlp: Language, item: Item) -> Iterator[Outcome]:
    from stance.pipeline import MissingAnnotationError, analyse_text

    if isinstance(item, Problem):
        yield item
        return
    try:
        outcomes = _finished(item, analyse_text(nlp, item.text, item.id, item.date))
    except MissingAnnotationError as error:
        yield Problem(item.origin, str(error))
    except Exception as error:
        what = f"the analysis failed: {type(error).__name__}: {error}"
        yield Problem(item.origin, what, "this is a fault of stance; please report it with the text")
    else:
        yield from outcomes


def _finished(document: Document, result: DocumentResult) -> list[Outcome]:
    empty = [] if document.text.strip() else [Problem(document.origin, "the document is empty", fatal=False)]
    return [*empty, Analysed(document, result)]


_worker: Callable[[Batch], list[Outcome]] | None = None


def _start_worker(settings: Settings) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nlp = make_pipeline(settings)
    gc.freeze()

    def work(batch: Batch) -> list[Outcome]:
        return _analyse_batch(nlp, batch)

    _worker = work


def _work(batch: Batch) -> list[Outcome]:
    assert _worker is not None
    return _worker(batch)


def _in_processes(todo: Iterator[Batch], settings: Settings, workers: int) -> Iterator[Outcome]:
    pool = _pool(settings, workers)
    waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
    try:
        for batch in todo:
            try:
                waiting.append((batch, pool.submit(_work, batch)))
            except BrokenProcessPool:
                pool = _pool(settings, workers)
                waiting.append((batch, pool.submit(_work, batch)))
            if len(waiting) > 2 * workers:
                yield from _outcomes(*waiting.popleft())
        while waiting:
            yield from _outcomes(*waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(settings: Settings, workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (settings,))


def _outcomes(batch: Batch, future: Future[list[Outcome]]) -> list[Outcome]:
    try:
        return future.result()
    except BrokenProcessPool:
        what, cure = "not analysed: a worker process died", "run it again with fewer workers"
        return [Problem(item.origin, what, cure) if isinstance(item, Document) else item for item in batch]
