"""``stance rules lock``: the state of packs and pipeline, written down or compared."""

from __future__ import annotations

import sys
from pathlib import Path

from stance.authoring.lock import LockError, check_lock, dump_lock, lock_of
from stance.cli.engine import Settings, make_pipeline
from stance.cli.output import complain
from stance.rules.errors import RuleError


def run_lock(settings: Settings, path: Path | None, check: Path | None) -> int:
    """Write the lock of a pipeline, or compare it with one.

    Args:
        settings: packs and pipeline.
        path: where to write the lock; standard output where there is none.
        check: a lock to compare with instead.

    Returns:
        The exit code: 1 where they differ.
    """
    try:
        nlp = make_pipeline(settings)
        if check is not None:
            check_lock(check, nlp)
            return 0
        text = dump_lock(lock_of(nlp))
        if path is None:
            sys.stdout.write(text)
        else:
            path.write_text(text, encoding="utf-8")
    except (RuleError, LockError, OSError) as error:
        complain(str(error))
        return 1
    return 0
