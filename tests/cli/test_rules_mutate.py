"""``stance rules mutate``: what it prints can be pasted into the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.test_mutate import PACK
from tests.cli.conftest import Run


@pytest.mark.parametrize(("below", "code"), [("0", 0), ("50", 1)])
def test_the_command_prints_lines_to_paste(run: Run, tmp_path: Path, below: str, code: int) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(PACK, encoding="utf-8")
    done = run("rules", "mutate", path, "--fail-below", below)
    assert done.exit_code == code
    assert '  without unless.content: no example notices\n    - none: "' in done.stdout
    assert done.stdout.endswith("1 of 4 changes noticed by an example (25.0%)\n")
