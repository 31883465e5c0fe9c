"""Unfinished runs: what the file of an interrupted run holds is kept, and its documents are not analysed again.

Flows in: a file of ``stance/1`` lines whose last one may be torn, and the documents of a run; flows out: what is
finished, and the documents that are left, in their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from stance.io.documents import Document, Item
from stance.model import DocumentResult
from stance.serialise import ResultError, from_json


class ResumeError(ValueError):
    """The unfinished results were made in another way than those that would follow them."""


@attrs.frozen
class Finished:
    """What is finished.

    Attributes:
        ids: how many results there are of each id.
        first: the first of them, None where there is none.
    """

    ids: Mapping[str, int] = attrs.field(factory=dict)
    first: DocumentResult | None = None

    @property
    def count(self) -> int:
        """How many results there are."""
        return sum(self.ids.values())

    def check(self, result: DocumentResult, path: Path) -> None:
        """Refuse to put together what other rules or another pipeline made.

        Args:
            result: a new result.
            path: where the finished ones stand.

        Raises:
            ResumeError: it was made with other rules or another pipeline.
        """
        first = self.first
        if first is None or (first.rules, first.pipeline) == (result.rules, result.pipeline):
            return
        other = [
            f"{what} {before} and not {now}"
            for what, before, now in (
                ("rules", _rules(first), _rules(result)),
                ("pipeline", first.pipeline, result.pipeline),
            )
            if before != now
        ]
        cure = "go on with the same, or remove the file to begin anew"
        raise ResumeError(f"{path}: was made with {' and '.join(other)} ({cure})")


def _rules(result: DocumentResult) -> str:
    rules = result.rules
    return f"{rules.pack} {rules.version} ({rules.sha256[:12]})"


def finished(path: Path) -> Finished:
    """What a file of results holds; a torn line and what follows it are cut off.

    Args:
        path: a file that :func:`stance.io.writers.output` left unfinished, which need not exist.
    """
    if not path.is_file():
        return Finished()
    ids: Counter[str] = Counter()
    first: DocumentResult | None = None
    end = 0
    with path.open("r+b") as stream:
        for line in stream:
            result = _result(line)
            if result is None:
                break
            first = first or result
            ids[result.id] += 1
            end += len(line)
        stream.truncate(end)
    return Finished(ids, first)


def _result(line: bytes) -> DocumentResult | None:
    try:
        return from_json(line.decode("utf-8")) if line.endswith(b"\n") else None
    except (ResultError, UnicodeDecodeError):
        return None


def remaining(items: Iterable[Item], done: Finished) -> Iterator[Item]:
    """The documents that are left; problems of reading are said again.

    Args:
        items: what the reader gives.
        done: what is finished.
    """
    left = Counter(done.ids)
    for item in items:
        if isinstance(item, Document) and left[item.id]:
            left[item.id] -= 1
        else:
            yield item
