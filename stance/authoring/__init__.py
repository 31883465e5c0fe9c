"""What the author of rules runs, as functions with typed results; the commands of ``stance rules`` only print them.

A :class:`Bench` holds packs at work. ``check_pack`` finds mistakes and oddities, ``run_all`` runs the examples,
``cover`` says what they exercise, ``mutate_rules`` which conditions none of them notices. ``fuzz_rules`` makes
sentences from rules, ``explain_text`` and ``explain_why_not`` say what rules did with a text and why not,
``diff_packs`` compares two packs on a corpus. ``draft_rule`` makes a rule from a sentence, ``write_examples`` adds to
one, ``Watcher`` tries what a save changed, ``lock_of`` names a state.

>>> from stance.authoring import Bench, run_all
>>> from stance.authoring.examples import Selection
>>> bench = Bench.of(["de.core"])
>>> {result.outcome.value for result in run_all(bench, selection=Selection("rejection.ablehnen", exact=True))}
{'validated'}
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stance.authoring.bench import Bench
    from stance.authoring.check import check_pack
    from stance.authoring.coverage import cover
    from stance.authoring.diff import diff_packs
    from stance.authoring.drafting import draft_rule
    from stance.authoring.editing import add_examples, write_examples
    from stance.authoring.examples import run_all
    from stance.authoring.explain import explain_text, explain_why_not
    from stance.authoring.fuzz import fuzz_rules
    from stance.authoring.lock import check_lock, lock_of
    from stance.authoring.mutate import mutate_rules
    from stance.authoring.watch import Watcher

__all__ = [
    "Bench",
    "Watcher",
    "add_examples",
    "check_lock",
    "check_pack",
    "cover",
    "diff_packs",
    "draft_rule",
    "explain_text",
    "explain_why_not",
    "fuzz_rules",
    "lock_of",
    "mutate_rules",
    "run_all",
    "write_examples",
]

_HOMES = {
    "Bench": "bench",
    "Watcher": "watch",
    "add_examples": "editing",
    "check_lock": "lock",
    "check_pack": "check",
    "cover": "coverage",
    "diff_packs": "diff",
    "draft_rule": "drafting",
    "explain_text": "explain",
    "explain_why_not": "explain",
    "fuzz_rules": "fuzz",
    "lock_of": "lock",
    "mutate_rules": "mutate",
    "run_all": "examples",
    "write_examples": "editing",
}


def __getattr__(name: str) -> Any:
    """Import a function where it is first asked for: most commands need one of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
