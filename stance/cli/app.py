"""The commands and their options; what they do stands in the modules beside this one.

Exit codes: 0 done, 1 something in the input or in the rules failed (said on standard error, the rest is delivered),
2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from stance.cli.options import Actors, Json, PipelineName, Rules, Text
from stance.cli.rules.app import rules_app
from stance.io.formats import LEDGER_SUFFIXES, OUTPUT_SUFFIXES, ClauseSource, InputFormat, LedgerFormat, OutputFormat

app = typer.Typer(
    name="stance",
    help="Who commits to what: typed commitments from German news and political text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app)


def _version(wanted: bool) -> None:
    if wanted:
        from stance import __version__

        typer.echo(f"stance {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help=".txt or .jsonl files, folders, or - for standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="OUT", help="Write there; .jsonl and .csv set the format.")
    ] = None,
    format: Annotated[OutputFormat | None, typer.Option("--format", "-f", help="Default: table.")] = None,
    input_format: Annotated[
        InputFormat, typer.Option("--input", help="How to read files of other endings and standard input.")
    ] = InputFormat.AUTO,
    rules: Rules = None,
    actors: Actors = None,
    pipeline: PipelineName = None,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that analyse.")] = 1,
    id: Annotated[str, typer.Option("--id", help="Id of a text on standard input.")] = "stdin",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an interrupted run with the same -o OUT.jsonl stopped.")
    ] = False,
    lock: Annotated[
        Path | None, typer.Option("--lock", metavar="FILE", help="Stop where packs or pipeline are others than in it.")
    ] = None,
) -> None:
    """Find the commitments in documents.

    One document is a .txt file (UTF-8) or a line of a .jsonl file: {"id": "…", "text": "…"}; "date" may
    say when it was written. What cannot be read is reported and left out.
    """
    from stance.cli.engine import Settings
    from stance.cli.extract import ExtractOptions, run_extract

    _check_output(output, OUTPUT_SUFFIXES if format is None else None)
    settings = Settings(tuple(rules or ()), pipeline, lock, actors=tuple(actors or ()))
    options = ExtractOptions(tuple(paths), output, format, input_format, workers, id, resume)
    if resume and (output is None or options.output_format is not OutputFormat.JSONL):
        raise typer.BadParameter("it needs results as JSONL: -o OUT.jsonl", param_hint="--resume")
    raise typer.Exit(run_extract(options, settings))


@app.command()
def clauses(
    text: Text,
    json: Json = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page for a browser instead of tables.")
    ] = None,
    source: Annotated[
        ClauseSource | None,
        typer.Option("--source", help="Tags, the parse of --pipeline, or a parse where there is one."),
    ] = None,
    pipeline: PipelineName = None,
) -> None:
    """Show the clauses of a text: fields, nesting, verbs and arguments."""
    from stance.cli.clauses import ClauseOptions, run_clauses

    if source is ClauseSource.DEPENDENCIES and pipeline is None:
        cure = "the embedded pipeline has no parser; name one that has with --pipeline NAME"
        raise typer.BadParameter(cure, param_hint="--source")
    chosen = None if source is None else source.value
    raise typer.Exit(run_clauses(_given(text), ClauseOptions(json, html, pipeline, chosen)))


@app.command()
def explain(
    text: Text,
    json: Json = False,
    expect: Annotated[
        str | None,
        typer.Option("--expect", metavar="TYPE[:ACTOR]", help="Why this commitment is not there: demand:SPD."),
    ] = None,
    rule: Annotated[str | None, typer.Option("--rule", metavar="ID", help="Why this rule does nothing here.")] = None,
    rules: Rules = None,
    pipeline: PipelineName = None,
) -> None:
    """Show which rules fired on which words, and why others did not.

    Rules that came near are listed with the condition that failed and a change of the rule with which they would fire.
    """
    from stance.authoring.explain import Expectation
    from stance.cli.engine import Settings
    from stance.cli.explain import ExplainOptions, run_explain

    try:
        expected = None if expect is None else Expectation.of(expect)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--expect") from error
    options = ExplainOptions(json, expected, rule)
    raise typer.Exit(run_explain(_given(text), options, Settings(tuple(rules or ()), pipeline)))


@app.command()
def ledger(
    results: Annotated[
        list[str], typer.Argument(metavar="RESULTS…", help="Files that 'stance extract -o X.jsonl' wrote, or -.")
    ],
    actor: Annotated[
        list[str] | None, typer.Option("--actor", metavar="NAME", help="Only this actor, by name or id; repeatable.")
    ] = None,
    actors: Actors = None,
    changes: Annotated[bool, typer.Option("--changes", help="Changes of position and contradictions.")] = False,
    relations: Annotated[bool, typer.Option("--relations", help="Who agrees with whom, who opposes whom.")] = False,
    matrix: Annotated[
        str | None,
        typer.Option("--matrix", metavar="actor×concept", help="Also actor×actor, concept×concept. Needs --concepts."),
    ] = None,
    concepts: Annotated[Path | None, typer.Option("--concepts", metavar="FILE", help="YAML file of concepts.")] = None,
    dates: Annotated[
        Path | None, typer.Option("--dates", metavar="FILE", help="Documents (.jsonl) or .csv with id and date.")
    ] = None,
    bodies: Annotated[
        bool, typer.Option("--bodies", help="Count people for the party or body that they belong to.")
    ] = False,
    once: Annotated[
        bool, typer.Option("--once", help="Count a position of an actor on a concept once per document.")
    ] = False,
    since: Annotated[
        datetime | None, typer.Option("--since", metavar="DAY", formats=["%Y-%m-%d"], help="Only from this day on.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", metavar="DAY", formats=["%Y-%m-%d"], help="Only up to this day.")
    ] = None,
    threshold: Annotated[
        float | None, typer.Option("--threshold", min=0, max=1, help="How alike the same contents are (0 to 1).")
    ] = None,
    format: Annotated[LedgerFormat | None, typer.Option("--format", "-f", help="Default: table.")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="OUT", help="Write there; .json, .csv and .graphml set the format."),
    ] = None,
) -> None:
    """Show per actor what they committed to, and where they changed position.

    Dates are taken from --dates, else from the results, else from an id that holds one (2025-03-31). Lines that are no
    results are reported and left out.
    """
    from stance.cli.ledger import LedgerOptions, matrix_named, run_ledger
    from stance.cli.ledger_views import GRAPHS, LedgerView
    from stance.ledger.contents import Matching

    if changes + relations + (matrix is not None) > 1:
        raise typer.BadParameter("choose one of --changes, --relations and --matrix")
    if matrix is not None and concepts is None:
        raise typer.BadParameter("a matrix needs concepts: --concepts FILE", param_hint="--matrix")
    _check_output(output, LEDGER_SUFFIXES if format is None else None)
    try:
        view = LedgerView.STATEMENTS if matrix is None else matrix_named(matrix)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--matrix") from error
    view = LedgerView.CHANGES if changes else LedgerView.RELATIONS if relations else view
    by_suffix = LEDGER_SUFFIXES.get(output.suffix.lower()) if output else None
    shown = format or by_suffix or LedgerFormat.TABLE
    matching = Matching() if threshold is None else Matching(threshold)
    if shown is LedgerFormat.GRAPHML and view not in GRAPHS:
        raise typer.BadParameter("a graph needs --relations or --matrix", param_hint="--format")
    options = LedgerOptions(
        tuple(results),
        view,
        shown,
        output,
        tuple(actor or ()),
        tuple(actors or ()),
        concepts,
        dates,
        None if since is None else since.date(),
        None if until is None else until.date(),
        matching,
        bodies,
        once,
    )
    raise typer.Exit(run_ledger(options))


def _check_output(output: Path | None, suffixes: Iterable[str] | None) -> None:
    """Refuse an output whose folder is missing, or whose ending says no format where ``suffixes`` have to say it."""
    if output is None:
        return
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {str(output.parent)!r}", param_hint="--output")
    if suffixes is not None and output.suffix.lower() not in suffixes:
        known = ", ".join(suffix for suffix in suffixes if suffix)
        what = f"{output.suffix!r} is the ending of no format: {known}, or say it with --format"
        raise typer.BadParameter(what, param_hint="--output")


def _given(text: str) -> str:
    if text != "-":
        return text
    return sys.stdin.buffer.read().decode("utf-8", errors="replace").removeprefix("\ufeff")


def run() -> None:
    """Run the command line."""
    app()
