"""What all commands share: complaints on standard error and JSON on standard output."""

from __future__ import annotations

import json
import os
import sys


def complain(message: str) -> None:
    """Say what went wrong on standard error."""
    print(f"stance: {message}", file=sys.stderr, flush=True)


def print_json(data: object) -> None:
    """Write data to standard output as indented JSON."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def forget_stdout() -> None:
    """Write to nowhere from now on: who read standard output went away (``| head``), which is no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def counted(count: int, what: str) -> str:
    """A number with its noun.

    >>> counted(1, "rule"), counted(2, "rule")
    ('1 rule', '2 rules')
    """
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
