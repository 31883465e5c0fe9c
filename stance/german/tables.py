"""Read-only string tables in little memory: sorted ``key<TAB>value`` lines, compressed on disk, searched by bisection.

A table of some hundred thousand word forms as a Python dict costs tens of megabytes and most of a second to build; as
one block of sorted bytes with the key at every second kilobyte it costs its own size, and a look-up takes a few
microseconds. Keys and values are text; what a value means is known only to the module that owns the table.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, final

from ruamel.yaml import YAML

_PACKAGE = "stance.german"
_PAGE = 2048


@final
class SortedTable:
    """A mapping from text to text over one block of sorted lines.

    Args:
        block: UTF-8 lines ``key\\tvalue\\n``, sorted by their bytes, keys unique.

    >>> table = SortedTable(SortedTable.pack([("lehnt", "lehnen"), ("bat", "bitten")]))
    >>> table.get("bat"), table.get("lehnte"), len(table)
    ('bitten', None, 2)
    """

    __slots__ = ("_block", "_keys", "_starts")

    def __init__(self, block: bytes) -> None:
        self._block = block
        starts = {block.rfind(b"\n", 0, at) + 1 for at in range(0, len(block), _PAGE)}
        self._starts = sorted(starts)
        self._keys = [block[start : block.index(b"\t", start)] for start in self._starts]

    @staticmethod
    def pack(items: Iterable[tuple[str, str]]) -> bytes:
        """Return the block for key-value pairs.

        Raises:
            ValueError: a key comes twice, or a key or value holds a tab or a line break.
        """
        lines: dict[bytes, bytes] = {}
        for key, value in items:
            if any(mark in key + value for mark in "\t\n") or (raw := key.encode()) in lines:
                raise ValueError(f"not a table entry: {key!r} → {value!r}")
            lines[raw] = value.encode()
        return b"".join(b"%b\t%b\n" % (key, lines[key]) for key in sorted(lines))

    @classmethod
    def load(cls, name: str) -> SortedTable:
        """Read the compressed table ``stance/german/data/NAME``.

        Raises:
            FileNotFoundError: there is no such table in the package.
        """
        return cls(lzma.decompress(files(_PACKAGE).joinpath("data", name).read_bytes()))

    def get(self, key: str) -> str | None:
        """Return the value of a key, None when it is not there."""
        try:
            wanted = key.encode()
        except UnicodeEncodeError:
            return None
        page = bisect_right(self._keys, wanted)
        if not page:
            return None
        block = self._block
        start = self._starts[page - 1]
        end = self._starts[page] if page < len(self._starts) else len(block)
        line = wanted + b"\t"
        if not block.startswith(line, start):
            found = block.find(b"\n" + line, start, end)
            if found < 0:
                return None
            start = found + 1
        return block[start + len(line) : block.index(b"\n", start)].decode()

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __len__(self) -> int:
        return self._block.count(b"\n")

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield all entries in the order of their bytes."""
        for line in self._block.decode().split("\n")[:-1]:
            key, _, value = line.partition("\t")
            yield key, value


@cache
def read_data(name: str) -> Mapping[str, Any]:
    """Return the contents of the data file ``stance/german/data/NAME.yaml``.

    Word lists in these files are plain scalars with blanks between the words: readable, and ten times faster to load
    than YAML sequences. :func:`words` splits them.

    Args:
        name: file name without ending.
    """
    text = files(_PACKAGE).joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = YAML(typ="safe", pure=True).load(text)
    return data


def words(scalar: str) -> tuple[str, ...]:
    """Split a word list of a data file; ``_`` stands for a blank inside an entry.

    >>> words("wenn falls es_sei_denn")
    ('wenn', 'falls', 'es sei denn')
    """
    return tuple(word.replace("_", " ") for word in scalar.split())
