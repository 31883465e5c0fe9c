"""``stance explain``: what rules did with a text, what context made of it, and why other rules did nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import attrs
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stance.authoring.bench import Bench
from stance.authoring.explain import Expectation, Explanation, NearMiss, Tried, explain_text, explain_why_not
from stance.cli.engine import Settings, make_pipeline
from stance.cli.output import complain, print_json
from stance.io.table import clean, console, flags_of
from stance.model import Commitment, SpanSet
from stance.rules.errors import RuleError, suggest
from stance.serialise import to_dict
from stance.views import analysis_to_dict, clause_analysis, print_clauses


@attrs.frozen
class ExplainOptions:
    """What is asked.

    Attributes:
        json: print plain data instead of tables.
        expected: a commitment that ought to be there.
        rule: the only rule to look at.
    """

    json: bool = False
    expected: Expectation | None = None
    rule: str | None = None


def run_explain(text: str, options: ExplainOptions, settings: Settings) -> int:
    """Print what the rules did with a text.

    Without an expectation or a rule, the rules that came nearest are shown where nothing was found.

    Returns:
        The exit code: 1 where an expected commitment, or one of the rule that is asked for, is not there.
    """
    try:
        bench = Bench.around(make_pipeline(settings))
    except RuleError as error:
        complain(str(error))
        return 1
    if options.rule is not None and bench.rules.rule(options.rule) is None:
        near = suggest(options.rule, [rule.id for rule in bench.rules.rules], "").partition("?")[0]
        complain(f"there is no rule '{options.rule}'" + (f": {near}?" if near.startswith("did") else ""))
        return 2
    asked = options.expected is not None or options.rule is not None
    told = explain_why_not(bench, text, options.expected, options.rule) if asked else explain_text(bench, text)
    if not asked and not told.commitments:
        told = explain_why_not(bench, text)
    if options.json:
        print_json(_data(told))
    else:
        _show(console(), told, options)
    return int(asked and not _is_there(told, options))


def _is_there(told: Explanation, options: ExplainOptions) -> bool:
    found = [each for each in told.commitments if options.rule is None or each.rule == options.rule]
    return any(options.expected is None or options.expected.meets(each) for each in found)


def _data(told: Explanation) -> dict[str, Any]:
    """Commitments, attempts and near misses as plain data; offsets are characters of the text."""
    return {
        "clauses": analysis_to_dict(clause_analysis(told.graph)),
        "commitments": [to_dict(commitment) for commitment in told.commitments],
        "attempts": [_tried_data(tried) for tried in told.tried],
        "near": [
            {
                "rule": near.rule,
                "type": near.type.value,
                "reason": near.reason,
                "attempt": None if near.tried is None else _tried_data(near.tried),
                "edits": [edit.text for edit in near.edits],
                "model": near.model,
            }
            for near in told.near
        ],
    }


def _tried_data(tried: Tried) -> dict[str, Any]:
    return {
        "rule": tried.rule,
        "frame": tried.frame,
        "cue": list(map(list, tried.cue)),
        "fired": tried.fired,
        "failed": tried.failed,
        "at": None if tried.at is None else list(map(list, tried.at)),
        "bound": {binding.role: list(map(list, binding.spans)) for binding in tried.bound},
        "superseded_by": tried.superseded_by,
    }


def _show(out: Console, told: Explanation, options: ExplainOptions) -> None:
    """Print one block a cue (what fired, what gave way, what failed), then the near misses."""
    if options.rule is None and options.expected is None:
        print_clauses(told.graph, out, arguments=False)
        if not told.tried:
            _print(out, ["No rule has a cue among these words."])
        for number, (cue, group) in enumerate(groupby(told.tried, key=lambda tried: tried.cue)):
            heading = Text(_words(told, cue), style="bold")
            _print(out, [*([""] if number else []), heading, _indented(_block(told, list(group)), 2)])
    elif _is_there(told, options):
        fired = [tried for tried in told.tried if tried.fired and options.rule in (None, tried.rule)]
        _print(out, [_block(told, fired)])
    if told.near:
        _print(out, [*([""] if told.tried else []), Text("Why not", style="bold")])
    for near in told.near:
        _print(out, [_indented(part, 2) for part in _near(told, near)])


def _print(out: Console, parts: Iterable[object]) -> None:
    with out.capture() as capture:
        for part in parts:
            out.print(part)
    out.file.write("\n".join(line.rstrip() for line in capture.get().split("\n")))


def _indented(part: Any, by: int) -> Padding:
    return Padding(part, (0, 0, 0, by))


def _block(told: Explanation, group: Sequence[Tried]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for tried in group:
        if tried.fired:
            _add_fired(table, told, tried)
    for tried in group:
        if not tried.fired:
            text = Text(tried.reason, style="yellow" if tried.superseded_by else "")
            if tried.at is not None and not tried.at.overlap(tried.cue):
                text.append(f" at “{_words(told, tried.at)}”", style="dim")
            table.add_row(Text.assemble("✗ ", (tried.rule, "dim")), text)
    return table


def _add_fired(table: Table, told: Explanation, tried: Tried) -> None:
    table.add_row(Text.assemble(("✓ ", "green"), (tried.rule, "bold green")), Text(tried.frame, style="dim"))
    rows = [(binding.role, Text(_words(told, binding.spans))) for binding in tried.bound]
    for commitment in told.commitments:
        own = commitment.rule == tried.rule and commitment.cue is not None
        if own and commitment.cue is not None and commitment.cue.spans.overlap(tried.cue):
            rows += _context(commitment)
    for name, text in rows:
        table.add_row(Text(f"    {name}", style="cyan"), text)


def _near(told: Explanation, near: NearMiss) -> Iterable[Any]:
    yield Text.assemble("✗ ", (near.rule, "bold"), f"  {near.reason}")
    if near.tried is not None:
        at = near.tried.at or near.tried.cue
        if len(told.text) < 90 and "\n" not in told.text:
            yield Text(f"    {clean(told.text)}", style="dim")
            yield Text("    " + _carets(at), style="red")
        else:
            yield Text(f"    at “{_words(told, at)}”", style="dim")
        for binding in near.tried.bound:
            yield Text.assemble("    ", (binding.role, "cyan"), f"  {_words(told, binding.spans)}")
    for edit in near.edits:
        yield Text.assemble("    would fire: ", (edit.text, "green"))
    if near.model:
        yield Text(f"    as in: {clean(near.model)}", style="dim")


def _carets(spans: SpanSet) -> str:
    end = max(last for _, last in spans)
    covered = {offset for start, stop in spans for offset in range(start, stop)}
    return "".join("^" if offset in covered else " " for offset in range(end))


def _words(told: Explanation, spans: SpanSet) -> str:
    return clean(spans.text(told.text))


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
