"""Hypothesis profiles, chosen by CI or HYPOTHESIS_PROFILE.

``dev`` is fast and the default; ``ci`` is thorough and draws the same examples each time, so that a change is judged by
what it changes; ``explore`` draws many new ones.
"""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile(
    "ci", max_examples=100, deadline=None, suppress_health_check=_SLOW, print_blob=True, derandomize=True, database=None
)
settings.register_profile(
    "explore", max_examples=1000, deadline=None, suppress_health_check=_SLOW, print_blob=True, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end, so that the garbage collector need not go through them again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output does not depend on the terminal that runs the tests."""
    for name in ("FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
