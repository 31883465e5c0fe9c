"""The commands and their options; what they do stands in the modules beside this one.

Exit codes: 0 done, 1 something in the input or in the rules failed (said on standard error, the rest is delivered),
2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stance.io.formats import InputFormat, OutputFormat, ProblemFormat

app = typer.Typer(
    name="stance",
    help="Who commits to what: typed commitments from German news and political text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(name="rules", help="Check, list and test rule packs.", no_args_is_help=True)
app.add_typer(rules_app)

Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", "-r", metavar="PACK", help="Shipped pack or path; repeatable. Default: de.core."),
]
PipelineName = Annotated[
    str | None,
    typer.Option("--pipeline", metavar="NAME", help="A spaCy pipeline with STTS tags instead of the embedded one."),
]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="German text, or - for standard input.")]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of tables.")]
Packs = Annotated[
    list[str] | None, typer.Argument(metavar="PACK", help="Shipped packs or paths. Default: all shipped.")
]


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
    pipeline: PipelineName = None,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that analyse.")] = 1,
    id: Annotated[str, typer.Option("--id", help="Id of a text on standard input.")] = "stdin",
    lock: Annotated[
        Path | None, typer.Option("--lock", metavar="FILE", help="Stop where packs or pipeline are others than in it.")
    ] = None,
) -> None:
    """Find the commitments in documents.

    One document is a .txt file (UTF-8) or a line of a .jsonl file: {"id": "…", "text": "…"}. What cannot be read is
    reported and left out.
    """
    from stance.cli.engine import Settings
    from stance.cli.extract import ExtractOptions, run_extract

    if output is not None and not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {str(output.parent)!r}", param_hint="--output")
    settings = Settings(tuple(rules or ()), pipeline, lock)
    options = ExtractOptions(tuple(paths), output, format, input_format, workers, id)
    raise typer.Exit(run_extract(options, settings))


@app.command()
def clauses(text: Text, json: Json = False, pipeline: PipelineName = None) -> None:
    """Show the clauses of a text, field by field."""
    from stance.cli.clauses import run_clauses

    raise typer.Exit(run_clauses(_given(text), json, pipeline))


@app.command()
def explain(text: Text, json: Json = False, rules: Rules = None, pipeline: PipelineName = None) -> None:
    """Show which rules fired on which words, and which did not."""
    from stance.cli.engine import Settings
    from stance.cli.explain import run_explain

    raise typer.Exit(run_explain(_given(text), json, Settings(tuple(rules or ()), pipeline)))


@rules_app.command("check")
def rules_check(
    packs: Packs = None,
    format: Annotated[
        ProblemFormat, typer.Option("--format", "-f", help="How problems are printed.")
    ] = ProblemFormat.TEXT,
    json: Json = False,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="Leave out warnings of this code; repeatable.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail, too.")] = False,
    examples: Annotated[
        bool, typer.Option("--examples/--no-examples", help="Look for examples that another rule finds.")
    ] = True,
) -> None:
    """Say what is wrong and what is odd in packs: every problem with code, file, line, column and cure."""
    from stance.cli.rules import CheckOptions, run_check
    from stance.rules.errors import is_warning

    unknown = [code for code in ignore or [] if not is_warning(code)]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is no code of a warning", param_hint="--ignore")
    options = CheckOptions(ProblemFormat.JSON if json else format, strict, examples, frozenset(ignore or ()))
    raise typer.Exit(run_check(packs or [], options))


@rules_app.command("list")
def rules_list(packs: Packs = None) -> None:
    """List the rules of packs with their types and cues."""
    from stance.cli.rules import run_list

    raise typer.Exit(run_list(packs or []))


@rules_app.command("test")
def rules_test(
    packs: Packs = None,
    select: Annotated[str, typer.Option("-k", metavar="TEXT", help="Only rules whose id contains this.")] = "",
) -> None:
    """Run the annotated examples of rules."""
    from stance.cli.rules import run_test

    raise typer.Exit(run_test(packs or [], select))


@rules_app.command("packs")
def rules_packs() -> None:
    """List the packs that can be named: shipped ones, and those of installed distributions."""
    from stance.cli.rules import run_packs

    raise typer.Exit(run_packs())


@rules_app.command("lock")
def rules_lock(
    packs: Annotated[
        list[str] | None, typer.Argument(metavar="PACK", help="Packs in the order in which they are used.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")] = None,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Compare with a lock file instead.")
    ] = None,
    pipeline: PipelineName = None,
) -> None:
    """Write down which packs, in which state, and which pipeline are used; or compare with what was written down."""
    from stance.cli.engine import Settings
    from stance.cli.rules import run_lock

    raise typer.Exit(run_lock(Settings(tuple(packs or ()), pipeline), output, check))


@rules_app.command("schema")
def rules_schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")] = None,
) -> None:
    """Print the JSON Schema of packs, by which an editor completes and checks them while they are written."""
    from stance.cli.rules import run_schema

    raise typer.Exit(run_schema(output))


def _given(text: str) -> str:
    if text != "-":
        return text
    return sys.stdin.buffer.read().decode("utf-8", errors="replace").removeprefix("\ufeff")


def run() -> None:
    """Run the command line."""
    app()
