"""Packs that other distributions bring, through the entry points of the group ``stance.rule_packs``.

A distribution names a pack and where it lies: ``[project.entry-points."stance.rule_packs"]`` with ``"bank.core" =
"stance_bank"`` (the package holds ``pack.yaml``) or ``"bank.core" = "stance_bank:rules"`` (its folder ``rules`` does).
Flows out: :class:`PackOrigin` by name; what cannot be used says why when it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import attrs

GROUP: Final = "stance.rule_packs"


@attrs.frozen
class PackOrigin:
    """Where a pack of a distribution lies.

    Attributes:
        name: the pack, as ``--rules`` takes it.
        distribution: name and version of the distribution that brings it, empty where its metadata are missing.
        folder: the folder with its ``pack.yaml``; None where there is none.
        fault: why it cannot be used, empty where it can.
    """

    name: str
    distribution: str
    folder: Traversable | None = None
    fault: str = ""


def installed_packs(points: Iterable[EntryPoint] | None = None) -> dict[str, PackOrigin]:
    """The packs of installed distributions, by name.

    Args:
        points: entry points; those of the running Python where they are not given.
    """
    by_name: dict[str, list[EntryPoint]] = defaultdict(list)
    for point in entry_points(group=GROUP) if points is None else points:
        by_name[point.name].append(point)
    return {name: _origin(found) for name, found in sorted(by_name.items())}


def _origin(points: list[EntryPoint]) -> PackOrigin:
    point = points[0]
    brought = sorted({_distribution(each) for each in points})
    if len({each.value for each in points}) > 1:
        return PackOrigin(point.name, ", ".join(brought), fault=f"several distributions bring it: {', '.join(brought)}")
    try:
        folder = files(point.module)
    except Exception as error:  # whatever the import of somebody else's package raises
        reason = f"its package {point.module!r} cannot be imported: {error}"
        return PackOrigin(point.name, brought[0], fault=reason)
    for part in filter(None, (point.attr or "").split(".")):
        folder = folder.joinpath(part)
    if not folder.joinpath("pack.yaml").is_file():
        return PackOrigin(point.name, brought[0], fault=f"{point.value!r} holds no pack.yaml")
    return PackOrigin(point.name, brought[0], folder)


def _distribution(point: EntryPoint) -> str:
    return "" if point.dist is None else f"{point.dist.name} {point.dist.version}"
