"""``stance rules test``: the annotated examples of packs, with what is other than annotated shown on the sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs
from rich.console import Console
from rich.text import Text

from stance.authoring.bench import Bench
from stance.authoring.examples import ALL, Deviation, ExampleOutcome, ExampleResult, Selection, own_rules, run_all
from stance.authoring.explain import NearMiss, explain_why_not
from stance.cli.output import complain, print_json
from stance.io.table import clean, console
from stance.model import SpanSet
from stance.rules.errors import RuleError
from stance.rules.reader import shipped

_STYLES = {"expected": "green", "found": "red"}


@attrs.frozen
class TestOptions:
    """How examples are run.

    Attributes:
        selection: which of them.
        fail_fast: stop at the first that fails.
        inherited: run the examples of the packs that a pack extends, too.
        json: print every result as JSON.
    """

    selection: Selection = ALL
    fail_fast: bool = False
    inherited: bool = False
    json: bool = False


def run_test(packs: Sequence[str], options: TestOptions) -> int:
    """Run the annotated examples of packs, those of senses too, and print those that fail.

    Packs that are named are used together; otherwise each shipped pack is run on its own. Of one pack only its own
    examples are run: those of packs that it extends are theirs to keep.

    Returns:
        The exit code: 0 where all are validated.
    """
    try:
        shown = list(_results(packs, options))
    except RuleError as error:
        complain(f"mistakes in the rules\n{error}")
        return 1
    results = [each.result for each in shown]
    if options.json:
        print_json([_data(each) for each in shown])
    elif not results:
        complain(f"no example of {options.selection}" if options.selection != ALL else "no rule has examples")
    else:
        _print(shown)
    return int(not results or not all(result.passed for result in results))


@attrs.frozen
class _Shown:
    """A result, with what came nearest where the rule found nothing."""

    result: ExampleResult
    near: NearMiss | None = None


def _results(packs: Sequence[str], options: TestOptions) -> Iterator[_Shown]:
    for group in [tuple(packs)] if packs else [(name,) for name in shipped()]:
        bench = Bench.of(group)
        every = options.inherited or len(group) > 1
        for result in run_all(bench, bench.rules if every else own_rules(bench.rules), options.selection):
            yield _Shown(result, _nearest(bench, result))
            if options.fail_fast and not result.passed:
                return


def _nearest(bench: Bench, result: ExampleResult) -> NearMiss | None:
    if result.outcome is not ExampleOutcome.MISSING:
        return None
    return next(iter(explain_why_not(bench, result.example.text, rule=result.rule).near), None)


def _print(shown: Sequence[_Shown]) -> None:
    out = console()
    for each in shown:
        if not each.result.passed:
            _print_failure(out, each)
    counts = Counter(each.result.outcome for each in shown)
    print(", ".join(f"{counts[outcome]} {outcome.value}" for outcome in ExampleOutcome if counts[outcome]))


def _print_failure(out: Console, shown: _Shown) -> None:
    result = shown.result
    place = f"{result.source}:{result.example.line}: " if result.source else ""
    out.print(Text.assemble(place, (result.outcome.value, "bold red"), f" {result.name}"), soft_wrap=True)
    out.print(_sentence(result), soft_wrap=True)
    for deviation in result.deviations:
        for line in _lines(deviation, result.example.text, out.width):
            out.print(line, soft_wrap=True)
    if shown.near is not None:
        at = shown.near.tried.at if shown.near.tried is not None else None
        place = f" at “{clean(at.text(result.example.text))}”" if at else ""
        out.print(Text(f"    {shown.near.reason}{place}"), soft_wrap=True)
        for edit in shown.near.edits[:1]:
            out.print(Text.assemble("    would fire: ", (edit.text, "green")), soft_wrap=True)


def _sentence(result: ExampleResult) -> Text:
    """The sentence, with what is expected and not found, and the reverse, in colour."""
    text = Text("  " + clean(result.example.text))
    for deviation in result.deviations:
        for spans, style in ((deviation.missed, _STYLES["expected"]), (deviation.extra, _STYLES["found"])):
            for start, end in spans:
                text.stylize(f"bold {style}", start + 2, end + 2)
    return text


def _lines(deviation: Deviation, sentence: str, width: int) -> Iterator[Text]:
    """What is other: below its place in the sentence where that fits the line, in words where it has none."""
    spans = {"expected": deviation.expected_at, "found": deviation.found_at}
    if not any(spans.values()) or len(sentence) + 30 > width:
        yield Text(f"    {deviation}")
        return
    lacking = "".join(f", {what} nothing" for what, where in spans.items() if not where)
    for what, where in spans.items():
        if where:
            marks = _underlined(where, "^" if what == "expected" else "~").ljust(len(sentence))
            yield Text.assemble("  ", (marks, _STYLES[what]), f"  {deviation.what} {what}{lacking}")


def _underlined(spans: SpanSet, mark: str) -> str:
    end = max((last for _, last in spans), default=0)
    covered = {offset for start, stop in spans for offset in range(start, stop)}
    return "".join(mark if offset in covered else " " for offset in range(end))


def _data(shown: _Shown) -> dict[str, object]:
    """A result as plain data."""
    result = shown.result
    return {
        "rule": result.rule or None,
        "sense": None if result.sense is None else {"cue": result.sense.cue, "sense": result.sense.sense},
        "text": result.example.text,
        "outcome": result.outcome.value,
        "deviations": [
            {"what": each.what, "expected": each.expected, "found": each.found} for each in result.deviations
        ],
        "reason": None if shown.near is None else shown.near.reason,
        "file": result.source,
        "line": result.example.line,
    }
