"""The pipeline and the rules that all generated sentences go through, and the table of what is known to be missed."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from spacy.language import Language

import stance
from stance.rules.reader import load_packs
from stance.rules.ruleset import RuleSet

THOROUGH = (os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")) == "ci"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The embedded pipeline, which the garbage collector passes over."""
    loaded = stance.load()
    gc.freeze()
    return loaded


@pytest.fixture(scope="session")
def ruleset() -> RuleSet:
    return load_packs(["de.core"])


@pytest.fixture(scope="session")
def exceptions() -> dict[str, Any]:
    """The content of ``exceptions.yaml``."""
    found: dict[str, Any] = YAML(typ="safe").load(Path(__file__).with_name("exceptions.yaml").read_text("utf-8"))
    return found
