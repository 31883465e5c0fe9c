"""Runs docs/authoring.md: ``python -m tests.docs.authoring_page`` writes the output of its commands anew.

A block whose first line is ``# NAME`` is a file; a block ``console`` holds commands with what they
print. Both are taken in the order of the page, in a folder that starts empty.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import tempfile
from pathlib import Path
from typing import Final

from typer.testing import CliRunner

from stance.cli.app import app

PAGE: Final = Path(__file__).parents[2] / "docs" / "authoring.md"
_BLOCK: Final = re.compile(r"^```(\w+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_FILE: Final = re.compile(r"# (\S+\.\w+)\n")


def performed(text: str, folder: Path) -> str:
    """The page with the output of its commands, run in a folder."""
    with contextlib.chdir(folder):
        return _BLOCK.sub(_block, text)


def commands(text: str) -> list[str]:
    """The commands of a page, in order."""
    return [line for kind, body in _BLOCK.findall(text) if kind == "console" for line in _commands(body)]


def _block(found: re.Match[str]) -> str:
    kind, body = found[1], found[2]
    if kind == "console":
        return "```console\n" + "".join(f"$ {line}\n{_output(line)}" for line in _commands(body)) + "```\n"
    if named := _FILE.match(body):
        path = Path(named[1])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body[named.end() :], encoding="utf-8")
    return found[0]


def _commands(body: str) -> list[str]:
    return [line.removeprefix("$ ") for line in body.split("\n") if line.startswith("$ ")]


def _output(line: str) -> str:
    program, *arguments = shlex.split(line)
    assert program == "stance", line
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return "".join(f"{row.rstrip()}\n" for row in result.output.rstrip("\n").split("\n") if result.output.strip())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        PAGE.write_text(performed(PAGE.read_text(encoding="utf-8"), Path(place)), encoding="utf-8")
