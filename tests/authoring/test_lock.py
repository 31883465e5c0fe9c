"""Lock files: they agree with what they were made from, and say what is other than it was."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import stance
from stance.authoring.lock import Lock, LockedPack, LockError, check_lock, differences, dump_lock, lock_of, read_lock

ONE, TWO = LockedPack("a.b", "1.0.0", "12"), LockedPack("c.d", "2.0.0", "34")
LOCK = Lock((ONE, TWO), "56", "stance-de embedded 1.0.0")


def test_a_lock_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "stance.lock"
    path.write_text(dump_lock(LOCK))
    assert read_lock(path) == LOCK


def test_a_pipeline_agrees_with_its_lock_and_names_itself_as_its_results_do(tmp_path: Path) -> None:
    nlp = stance.load()
    path = tmp_path / "stance.lock"
    path.write_text(dump_lock(lock_of(nlp)))
    check_lock(path, nlp)
    result = stance.extract("Die SPD fordert Ruhe.")
    assert (result.rules.sha256, result.pipeline) == (lock_of(nlp).sha256, lock_of(nlp).pipeline)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (attrs.evolve(LOCK, packs=(ONE,), sha256="0"), ["c.d is in the lock, but not used here"]),
        (
            attrs.evolve(LOCK, packs=(ONE, TWO, LockedPack("e.f", "1", "78")), sha256="0"),
            ["e.f is used here, but not in the lock"],
        ),
        (
            attrs.evolve(LOCK, packs=(ONE, attrs.evolve(TWO, sha256="35")), sha256="0"),
            ["c.d 2.0.0 has other rules here than in the lock"],
        ),
        (attrs.evolve(LOCK, packs=(TWO, ONE), sha256="0"), ["the packs stand in another order here than in the lock"]),
        (
            attrs.evolve(LOCK, pipeline="de_core_news_lg 3.8.0"),
            ["the pipeline is de_core_news_lg 3.8.0 here, stance-de embedded 1.0.0 in the lock"],
        ),
        (LOCK, []),
    ],
)
def test_each_difference_is_told_once(found: Lock, told: list[str]) -> None:
    assert list(differences(LOCK, found)) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is no JSON"),
        ("[]", "is no lock file"),
        ('{"schema": "stance.lock/1"}', "lacks some"),
        (dump_lock(LOCK).replace('"sha256": "56"', '"sha256": "56", "more": 1'), "has keys of its own"),
    ],
)
def test_a_file_that_is_no_lock_says_so(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "stance.lock"
    path.write_text(text)
    with pytest.raises(LockError, match=said):
        read_lock(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LockError, match=r"stance\.lock: cannot be read: no such file"):
        read_lock(tmp_path / "stance.lock")
