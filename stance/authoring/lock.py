"""Lock files: which packs, in which state, and which pipeline made a result, so that it can be made again.

Flows in: a pipeline with its rules; flows out: a :class:`Lock`, written as JSON, and what differs from one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs
import cattrs
from cattrs.preconf.json import make_converter
from spacy.language import Language

from stance.authoring.bench import Bench
from stance.pipeline import pipeline_name
from stance.rules.ruleset import pack_hash
from stance.rules.schema import Pack

SCHEMA: Final = "stance.lock/1"
_CONVERTER = make_converter(forbid_extra_keys=True)


class LockError(ValueError):
    """A lock file cannot be read, or does not agree with what is there."""


@attrs.frozen
class LockedPack:
    """One pack of a lock.

    Attributes:
        name: its name.
        version: its version.
        sha256: hash of what its own rules and lists say; documentation and examples do not count.
    """

    name: str
    version: str
    sha256: str


@attrs.frozen
class Lock:
    """Packs and pipeline in one state.

    Attributes:
        packs: the packs, bases first.
        sha256: hash of all rules as they work together, as results name it.
        pipeline: name and version of the pipeline, as results name it.
        schema: version of the format.
    """

    packs: tuple[LockedPack, ...]
    sha256: str
    pipeline: str
    schema: str = SCHEMA


def lock_of(nlp: Language) -> Lock:
    """The lock of a pipeline with the component ``stance``.

    >>> import stance
    >>> [pack.name for pack in lock_of(stance.load()).packs]
    ['de.core']
    """
    rules = Bench.around(nlp).rules
    return Lock(tuple(map(_locked, rules.packs)), rules.sha256, pipeline_name(nlp.meta))


def _locked(pack: Pack) -> LockedPack:
    return LockedPack(pack.name, pack.version, pack_hash(pack.rules, dict(pack.lists)))


def dump_lock(lock: Lock) -> str:
    """A lock as the text of its file."""
    return json.dumps(_CONVERTER.unstructure(lock), ensure_ascii=False, indent=2) + "\n"


def read_lock(path: Path) -> Lock:
    """Read a lock file.

    Raises:
        LockError: it is missing or no lock file; the message names it.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LockError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise LockError(f"{path}: is no JSON: {error}; make it with 'stance rules lock -o {path}'") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise LockError(f"{path}: is no lock file ({SCHEMA}); make it with 'stance rules lock -o {path}'")
    try:
        return _CONVERTER.structure(data, Lock)
    except (cattrs.BaseValidationError, KeyError, TypeError) as error:
        raise LockError(f"{path}: has keys of its own or lacks some; make it anew with 'stance rules lock'") from error


def differences(locked: Lock, found: Lock) -> Iterator[str]:
    """What differs between a lock and what is there now, one sentence each.

    >>> one = Lock((LockedPack("my.pack", "1.0.0", "ab"),), "cd", "stance-de embedded 0.1.0")
    >>> list(differences(one, attrs.evolve(one, packs=(LockedPack("my.pack", "1.1.0", "ef"),), sha256="gh")))
    ['my.pack is 1.1.0 here, 1.0.0 in the lock']
    """
    before, now = ({pack.name: pack for pack in lock.packs} for lock in (locked, found))
    yield from (f"{name} is in the lock, but not used here" for name in before if name not in now)
    yield from (f"{name} is used here, but not in the lock" for name in now if name not in before)
    told = bool(before.keys() ^ now.keys())
    for name in (name for name in before if name in now):
        if before[name].version != now[name].version:
            told = True
            yield f"{name} is {now[name].version} here, {before[name].version} in the lock"
        elif before[name].sha256 != now[name].sha256:
            told = True
            yield f"{name} {now[name].version} has other rules here than in the lock"
    if not told and locked.sha256 != found.sha256:
        yield "the packs stand in another order here than in the lock"
    if locked.pipeline != found.pipeline:
        yield f"the pipeline is {found.pipeline} here, {locked.pipeline} in the lock"


def check_lock(path: Path, nlp: Language) -> None:
    """Compare a pipeline with a lock file.

    Raises:
        LockError: they differ, or the file cannot be read; the message says in what.
    """
    found = list(differences(read_lock(path), lock_of(nlp)))
    if found:
        raise LockError("\n".join([f"{path}: does not agree with what is here", *(f"  {each}" for each in found)]))
