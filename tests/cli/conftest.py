"""One embedded pipeline for all tests of the command line, and a runner that keeps the two streams apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import stance
from stance.cli import engine
from stance.cli.app import app

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return stance.load()


@pytest.fixture
def run(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process; without rules of its own it uses the shared pipeline."""
    make = engine.make_pipeline

    def shared(settings: engine.Settings) -> Language:
        return nlp if settings == engine.Settings() else make(settings)

    for module in ("engine", "clauses", "explain", "rules.lock"):
        monkeypatch.setattr(f"stance.cli.{module}.make_pipeline", shared)

    def invoke(*arguments: object, stdin: str | bytes = "") -> Any:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return invoke
