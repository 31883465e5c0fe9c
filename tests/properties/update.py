"""``python -m tests.properties.update``: write ``exceptions.yaml`` anew after a change of rules or engine.

The sweep flows in, the table flows out. A rule that is found often enough loses its entry; a rule that is missed gets
the faults whose features the missed sentences have, and keeps a reason written by hand. What no fault explains is
listed with a sentence, and the tests fail until somebody has written the reason.
"""

from __future__ import annotations

import io
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import stance
from stance.rules.reader import load_packs
from stance.testing import RuleShare, Verdict, sweep
from tests.properties.test_rules import COUNT, ROLES, WANTED

PATH = Path(__file__).with_name("exceptions.yaml")


def fitting(verdict: Verdict, faults: dict[str, Any]) -> str | None:
    """The first fault all of whose features a missed sentence has."""
    features = {verdict.meaning.kind.value, *verdict.meaning.features, *verdict.instead}
    if verdict.instead:
        features.add("instead")
    return next((name for name, fault in faults.items() if features >= set(fault["features"])), None)


def entry(share: RuleShare, known: dict[str, Any], faults: dict[str, Any]) -> dict[str, Any]:
    """The entry of one rule that is missed too often."""
    missed = [verdict for verdict in share.verdicts if verdict.found is None]
    named = Counter(fitting(verdict, faults) for verdict in missed)
    found: dict[str, Any] = {"share": math.floor(share.found * 20) / 20}
    explained = [str(name) for name, _ in named.most_common() if name is not None]
    if explained:
        found["faults"] = " ".join(explained)
    if "reason" in known:
        found["reason"] = known["reason"]
    elif not explained or named[None] > len(missed) / 2:
        unknown = next(verdict for verdict in missed if fitting(verdict, faults) is None)
        print(f"{share.rule}: {share.found:.0%}: {unknown.sentence.markup} {unknown.instead}", file=sys.stderr)
    return found


def fields(shares: tuple[RuleShare, ...]) -> Iterator[tuple[str, float]]:
    """The share of found sentences in which each field is right, rounded down."""
    found = [verdict for share in shares for verdict in share.verdicts if verdict.found is not None]
    for role in ROLES:
        right = sum(role not in verdict.wrong for verdict in found) / len(found)
        yield role, math.floor(right * 200 - 1) / 200


def main() -> None:
    """Rewrite the table."""
    yaml = YAML()
    yaml.width = 120
    table: dict[str, Any] = yaml.load(PATH.read_text("utf-8"))
    shares = sweep(stance.load(), load_packs(["de.core"]), COUNT)
    known = table["rules"]
    missed = [share for share in shares if share.found < WANTED]
    table["rules"] = {s.rule: entry(s, known.get(s.rule, {}), table["faults"]) for s in missed}
    table["fields"] = dict(fields(shares))
    text = io.StringIO()
    yaml.dump(table, text)
    PATH.write_text(text.getvalue(), "utf-8")
    print(
        f"{len(missed)} of {len(shares)} rules are found in less than {WANTED:.0%} of their sentences", file=sys.stderr
    )


if __name__ == "__main__":
    main()
