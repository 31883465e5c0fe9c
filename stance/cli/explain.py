"""``stance explain``: which rules fired on which words with which frame, what roles bound, what context made of it.

Attempts that failed follow in brief, with the condition that failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from stance.cli.engine import Settings, make_pipeline
from stance.cli.output import complain, print_json
from stance.io.table import clean, console, flags_of
from stance.matching.draft import Attempt
from stance.model import Commitment
from stance.rules.errors import RuleError
from stance.serialise import to_dict

_LABEL = 12


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
        """Print one block a cue."""
        if not self._attempts:
            out.print("No rule has a cue among these words.")
        for number, (cue, group) in enumerate(groupby(self._attempts, key=lambda attempt: attempt.cue)):
            if number:
                out.print()
            out.print(Text(self._words(cue), style="bold"))
            attempts = list(group)
            for attempt in attempts:
                if attempt.fired:
                    self._show_fired(out, attempt)
            for attempt in attempts:
                if not attempt.fired:
                    self._show_failed(out, attempt)

    def _show_fired(self, out: Console, attempt: Attempt) -> None:
        mark, style = ("✓", "green") if attempt.superseded_by is None else ("·", "yellow")
        line = Text.assemble((f"  {mark} ", style), (attempt.rule, f"bold {style}"), "  ", (attempt.frame, "dim"))
        if attempt.superseded_by is not None:
            line.append(f"  gave way to {attempt.superseded_by}", style="yellow")
        out.print(line)
        for name, tokens in attempt.bound:
            out.print(Text(f"      {name:<{_LABEL}}", style="cyan").append(self._words(tokens)))
        for commitment in self._made_by(attempt) if attempt.superseded_by is None else ():
            self._show_context(out, commitment)

    def _show_context(self, out: Console, commitment: Commitment) -> None:
        force = f" › {commitment.force.value}" if commitment.force else ""
        facts = [commitment.polarity.value, commitment.status.value, commitment.form.value]
        facts += [flag for flag in flags_of(commitment) if flag not in facts]
        facts += [commitment.mood.value] if commitment.mood else []
        line = Text(f"      {'gives':<{_LABEL}}", style="cyan").append(commitment.type.value + force, style="bold")
        out.print(line.append("  " + " · ".join(facts)))
        for source in commitment.sources:
            out.print(Text(f"      {'source':<{_LABEL}}", style="cyan").append(clean(source.text)))
        if commitment.condition is not None:
            out.print(Text(f"      {'condition':<{_LABEL}}", style="cyan").append(clean(commitment.condition.text)))

    def _show_failed(self, out: Console, attempt: Attempt) -> None:
        line = Text(f"  ✗ {attempt.rule}  {attempt.frame}", style="dim")
        line.append(f"  {attempt.failed or 'did not match'}")
        if attempt.token is not None:
            line.append(f" (at {clean(self._doc[attempt.token].text)})", style="dim")
        out.print(line)

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
