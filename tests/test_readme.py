"""What the README says is true: its Python runs, its rule works, its commands exist."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stance.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def test_its_python_gives_what_it_says() -> None:
    test = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "README.md", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def commands() -> list[list[str]]:
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("stance ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.mark.parametrize("arguments", commands(), ids=" ".join)
def test_its_commands_work(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my-pack.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    if arguments[0] == "ledger":
        assert CliRunner().invoke(app, ["extract", "seeds/", "-o", arguments[1]]).exit_code == 0
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output


def test_the_output_it_shows_is_real() -> None:
    """Line by line; only the number of commitments may move on with the rules."""
    heading, *shown = blocks("text")[0].splitlines()
    real = CliRunner().invoke(app, ["extract", str(ROOT / "seeds")]).stdout.splitlines()
    assert heading.split()[0] in [line.split()[0] for line in real if line]
    assert [line for line in shown if line not in real] == []
