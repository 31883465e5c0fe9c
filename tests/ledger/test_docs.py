"""What docs/ledger.md says is true: its commands print what stands below them, its Python runs."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stance.cli.app import app

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_its_commands_print_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "speeches.jsonl").write_text(blocks("jsonl")[0], encoding="utf-8")
    (tmp_path / "concepts.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = []
    for block in blocks("sh"):
        for line in block.splitlines():
            done = CliRunner().invoke(app, shlex.split(line)[1:])
            assert done.exit_code == 0, done.output
        printed.append(done.output)
    assert printed == blocks("text")


def test_its_python_gives_what_it_says() -> None:
    test = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "ledger.md", "ledger.md", 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0
