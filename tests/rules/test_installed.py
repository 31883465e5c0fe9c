"""Packs of installed distributions: a distribution is laid out as pip would, and its pack used by name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from stance.rules.errors import RuleError
from stance.rules.installed import GROUP, installed_packs
from stance.rules.reader import available, installed, read_pack

PACK = "pack: bank.core\nversion: 2.1.0\nextends: [de.core]\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages that Python looks into."""
    monkeypatch.syspath_prepend(tmp_path)
    installed.cache_clear()
    yield tmp_path
    installed.cache_clear()


def distribute(site: Path, package: str, value: str, name: str = "bank.core", pack: str | None = PACK) -> None:
    folder = site / package / "rules"
    folder.mkdir(parents=True)
    (site / package / "__init__.py").write_text("")
    if pack is not None:
        (folder / "pack.yaml").write_text(pack)
    metadata = site / f"{package}-0.3.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 0.3\n")
    (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {value}\n")


def test_a_pack_of_a_distribution_is_read_by_its_name(site: Path) -> None:
    distribute(site, "stance_bank", "stance_bank:rules")
    assert available()["bank.core"].distribution == "stance_bank 0.3"
    assert (read_pack("bank.core").name, read_pack("bank.core").version) == ("bank.core", "2.1.0")


def test_the_name_of_a_shipped_pack_is_not_taken(site: Path) -> None:
    distribute(site, "stance_bank", "stance_bank:rules", name="de.core")
    assert available()["de.core"].distribution == "stance"
    assert read_pack("de.core").version != "2.1.0"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("stance_bank", "'stance_bank' holds no pack.yaml"),
        ("stance_bank:elsewhere", "'stance_bank:elsewhere' holds no pack.yaml"),
        ("stance_bnak:rules", "its package 'stance_bnak' cannot be imported: No module named 'stance_bnak'"),
    ],
)
def test_what_cannot_be_used_says_why(site: Path, value: str, reason: str) -> None:
    distribute(site, "stance_bank", value)
    with pytest.raises(RuleError) as caught:
        read_pack("bank.core")
    (problem,) = caught.value.problems
    assert (problem.code, problem.message, problem.help) == ("S023", "the pack 'bank.core' cannot be used", reason)


def test_two_distributions_cannot_bring_one_pack(site: Path) -> None:
    distribute(site, "stance_bank", "stance_bank:rules")
    distribute(site, "stance_bench", "stance_bench:rules")
    assert available()["bank.core"].fault == "several distributions bring it: stance_bank 0.3, stance_bench 0.3"


def test_entry_points_without_metadata_have_no_distribution() -> None:
    (origin,) = installed_packs([EntryPoint("my.pack", "json", GROUP)]).values()
    assert (origin.distribution, origin.folder, origin.fault) == ("", None, "'json' holds no pack.yaml")
