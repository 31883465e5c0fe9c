"""``stance explain``: which rules fired on which words with which frame, what roles bound, what context made of it.

Attempts that failed follow in brief, with the condition that failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stance.cli.engine import Settings, make_pipeline
from stance.cli.output import complain, print_json
from stance.io.table import clean, console, flags_of
from stance.matching.draft import Attempt
from stance.model import Commitment
from stance.rules.errors import RuleError
from stance.rules.schema import FrameRole
from stance.serialise import to_dict

_ROLES = tuple(role.value for role in FrameRole)


def run_explain(text: str, json: bool, settings: Settings) -> int:
    """Print what the rules did with a text.

    Returns:
        The exit code.
    """
    from stance.pipeline import Stance

    try:
        nlp = make_pipeline(settings)
    except RuleError as error:
        complain(str(error))
        return 1
    component = nlp.get_pipe("stance")
    assert isinstance(component, Stance)
    with nlp.select_pipes(disable="stance"):
        doc = nlp(text)
    found = component.explain(doc)
    explanation = Explanation(doc, found.commitments, found.trace.attempts)
    if json:
        print_json(explanation.data())
    else:
        explanation.show(console())
    return 0


class Explanation:
    """What was tried on a Doc, and what came of it."""

    def __init__(self, doc: Any, commitments: Sequence[Commitment], attempts: Sequence[Attempt]) -> None:
        self._doc = doc
        self._commitments = commitments
        self._attempts = sorted(attempts, key=lambda attempt: (attempt.cue, not attempt.fired, attempt.rule))

    def data(self) -> dict[str, Any]:
        """Commitments and attempts as plain data; tokens of attempts with their character offsets."""
        return {
            "commitments": [to_dict(commitment) for commitment in self._commitments],
            "attempts": [
                {
                    "rule": attempt.rule,
                    "frame": attempt.frame,
                    "cue": self._spans(attempt.cue),
                    "fired": attempt.fired,
                    "failed": attempt.failed,
                    "at": None if attempt.token is None else self._spans((attempt.token,)),
                    "bound": {name: self._spans(tokens) for name, tokens in attempt.bound},
                    "superseded_by": attempt.superseded_by,
                }
                for attempt in self._attempts
            ],
        }

    def show(self, out: Console) -> None:
        """Print one block a cue: what fired, what gave way, what failed."""
        if not self._attempts:
            out.print("No rule has a cue among these words.")
        for number, (cue, group) in enumerate(groupby(self._attempts, key=lambda attempt: attempt.cue)):
            with out.capture() as capture:
                out.print(*([""] if number else []), Text(self._words(cue), style="bold"), sep="\n")
                out.print(Padding(self._block(list(group)), (0, 0, 0, 2)))
            out.file.write("\n".join(line.rstrip() for line in capture.get().split("\n")))

    def _block(self, attempts: list[Attempt]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        for attempt in attempts:
            if attempt.fired:
                self._add_fired(table, attempt)
        for attempt in attempts:
            if not attempt.fired:
                text = Text(failure(attempt), style="yellow" if attempt.superseded_by else "")
                if attempt.token is not None and attempt.token not in attempt.cue:
                    text.append(f" at “{clean(self._doc[attempt.token].text)}”", style="dim")
                table.add_row(Text.assemble("✗ ", (attempt.rule, "dim")), text)
        return table

    def _add_fired(self, table: Table, attempt: Attempt) -> None:
        table.add_row(Text.assemble(("✓ ", "green"), (attempt.rule, "bold green")), Text(attempt.frame, style="dim"))
        rows = [(name, Text(self._words(tokens))) for name, tokens in attempt.bound]
        for commitment in self._made_by(attempt):
            rows += _context(commitment)
        for name, text in rows:
            table.add_row(Text(f"    {name}", style="cyan"), text)

    def _made_by(self, attempt: Attempt) -> list[Commitment]:
        cue = {offset for start, end in self._spans(attempt.cue) for offset in range(start, end)}
        return [
            commitment
            for commitment in self._commitments
            if commitment.rule == attempt.rule
            and commitment.cue is not None
            and any(offset in cue for start, end in commitment.cue.spans for offset in range(start, end))
        ]

    def _words(self, tokens: tuple[int, ...]) -> str:
        runs: list[list[int]] = []
        for token in tokens:
            if runs and token == runs[-1][-1] + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        return " … ".join(clean(self._doc[run[0] : run[-1] + 1].text) for run in runs)

    def _spans(self, tokens: tuple[int, ...]) -> list[list[int]]:
        doc = self._doc
        return [[doc[token].idx, doc[token].idx + len(doc[token])] for token in tokens]


def _context(commitment: Commitment) -> list[tuple[str, Text]]:
    """What context made of a draft, as labelled rows."""
    force = f" › {commitment.force.value}" if commitment.force else ""
    facts = [commitment.polarity.value, commitment.status.value, commitment.form.value]
    facts += [flag for flag in flags_of(commitment) if flag not in facts]
    facts += [commitment.mood.value] if commitment.mood else []
    gives = Text(commitment.type.value + force, style="bold").append("  " + " · ".join(facts), style="not bold")
    rows = [("gives", gives)]
    rows += [("source", Text(clean(source.text))) for source in commitment.sources]
    return rows + ([("condition", Text(clean(commitment.condition.text)))] if commitment.condition else [])


def failure(attempt: Attempt) -> str:
    """Why an attempt came to nothing, in words.

    >>> failure(Attempt("support.sein_fuer", "actor: subject, content: pp.für", (3,), False, failed="content"))
    'found no content: pp.für'
    >>> failure(Attempt("demand.fordern", "actor: subject", (3,), False, failed="unless.subject"))
    'unless subject'
    """
    if attempt.superseded_by is not None:
        return f"gave way to {attempt.superseded_by}"
    failed = attempt.failed or "did not match"
    if failed not in _ROLES:
        return failed.replace(".", " ")
    if failed == "actor" and attempt.token is not None:
        return "the actor cannot act"
    parts = attempt.frame.split(", ")
    slots = [part.partition(": ")[2] for part in parts if part.startswith((f"{failed}:", f"{failed}?:"))]
    return f"found no {failed}" + "".join(f": {slot}" for slot in slots)
