"""Who commits to what: typed commitments from German news and political text, by declarative rules.

``stance.load()`` gives a spaCy pipeline, ``doc._.commitments`` what it found; ``stance.extract(text)`` does both at
once. Names are imported when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stance.ledger import Ledger
    from stance.model import Actor, Commitment, CommitmentType, Cue, DocumentResult, Mention, SpanSet
    from stance.pipeline import extract, load, result
    from stance.serialise import ResultError, check, from_dict, from_json, to_dict, to_json

try:
    __version__ = version("stance-de")
except PackageNotFoundError:
    __version__ = "0.1.0"

_HOMES = {
    "stance.ledger": ("Ledger",),
    "stance.model": ("Actor", "Commitment", "CommitmentType", "Cue", "DocumentResult", "Mention", "SpanSet"),
    "stance.pipeline": ("extract", "load", "result"),
    "stance.serialise": ("ResultError", "check", "from_dict", "from_json", "to_dict", "to_json"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Commitment",
    "CommitmentType",
    "Cue",
    "DocumentResult",
    "Ledger",
    "Mention",
    "ResultError",
    "SpanSet",
    "__version__",
    "check",
    "extract",
    "from_dict",
    "from_json",
    "load",
    "result",
    "to_dict",
    "to_json",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
