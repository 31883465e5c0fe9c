"""``python -m stance.testing``: how often each rule is found in the sentences made from it, and in which it is not."""

from __future__ import annotations

import argparse
from collections import Counter

import stance
from stance.rules.reader import load_packs
from stance.testing.checking import RuleShare, Verdict, sweep

parser = argparse.ArgumentParser(prog="python -m stance.testing", description=__doc__)
parser.add_argument("rule", nargs="?", default="", help="only rules whose ids begin like this")
parser.add_argument("--rules", action="append", help="packs to be tested (default: de.core)")
parser.add_argument("--count", type=int, default=20, help="sentences a rule")
parser.add_argument("--seed", type=int, default=0)
parser.add_argument("--below", type=float, default=0.95, help="show sentences of rules found in less than this share")
parser.add_argument("--wrong", action="store_true", help="show sentences in which a field is wrong, too")


def show(verdict: Verdict) -> str:
    """One line about a sentence."""
    instead = f"  found instead: {', '.join(verdict.instead)}" if verdict.instead else ""
    wrong = f"  wrong: {', '.join(verdict.wrong)}" if verdict.wrong else ""
    return f"    {verdict.sentence.markup}{instead}{wrong}"


def report(share: RuleShare, below: float, wrong: bool) -> None:
    """Print one rule."""
    note = f"  {share.note}" if share.note else ""
    print(f"{share.rule:44} {len(share.verdicts):4} found {share.found:6.1%} right {share.right:6.1%}{note}")
    for verdict in share.verdicts:
        if (verdict.found is None and share.found < below) or (wrong and verdict.wrong):
            print(show(verdict))


def main() -> None:
    """Run the sweep and print it."""
    chosen = parser.parse_args()
    specs = chosen.rules or ["de.core"]
    shares = sweep(stance.load(specs), load_packs(specs), chosen.count, chosen.seed, chosen.rule)
    for share in shares:
        report(share, chosen.below, chosen.wrong)
    verdicts = [verdict for share in shares for verdict in share.verdicts]
    good = sum(share.found >= chosen.below for share in shares)
    print(f"{len(verdicts)} sentences; {good} of {len(shares)} rules found in at least {chosen.below:.0%} of theirs")
    found = Counter(verdict.found is not None for verdict in verdicts)
    right = sum(verdict.right for verdict in verdicts)
    print(f"found {found[True] / max(1, len(verdicts)):.1%}, every field right {right / max(1, len(verdicts)):.1%}")


if __name__ == "__main__":
    main()
