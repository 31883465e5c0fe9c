"""docs/authoring.md: its files and commands, run in order, print what the page shows."""

from __future__ import annotations

from pathlib import Path

from tests.docs.authoring_page import PAGE, commands, performed


def test_every_command_prints_what_the_page_shows(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    cure = "look at the difference; where it is meant, run python -m tests.docs.authoring_page"
    assert performed(text, tmp_path) == text, cure


def test_every_step_of_the_workshop_is_a_command() -> None:
    shown = {tuple(command.split()[1:3]) for command in commands(PAGE.read_text(encoding="utf-8"))}
    steps = ("new", "check", "test", "coverage", "mutate", "fuzz", "diff", "lock", "schema")
    assert {("rules", step) for step in steps} <= shown
    assert any(command.startswith("stance explain ") for command in commands(PAGE.read_text(encoding="utf-8")))
