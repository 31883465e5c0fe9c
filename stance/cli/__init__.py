"""The command line: thin commands over the library. Nothing heavy is imported before a command needs it."""

from __future__ import annotations


def main() -> None:
    """The entry point of the command ``stance``."""
    from stance.cli.app import run

    run()
