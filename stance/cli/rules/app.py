"""The commands of ``stance rules`` and their options; what they do stands in the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stance.cli.options import Json, Packs, PipelineName
from stance.io.formats import ProblemFormat
from stance.model import CommitmentType

Select = Annotated[str, typer.Option("-k", metavar="TEXT", help="Only rules whose id contains this.")]
OfType = Annotated[CommitmentType | None, typer.Option("--type", help="Only rules of this type.")]
Together = Annotated[
    list[str] | None,
    typer.Argument(metavar="PACK", help="Packs, taken together; the last one is meant. Default: de.core."),
]
CorpusPaths = Annotated[
    list[str] | None,
    typer.Option("--corpus", metavar="PATH", help=".txt or .jsonl file or folder to try the rules on; repeatable."),
]

Accepted = Annotated[
    str | None,
    typer.Option("--accept", metavar="N,N…", help="Write the candidates with these numbers into their rules."),
]

rules_app = typer.Typer(name="rules", help="Write, check and test rule packs.", no_args_is_help=True)


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
    from stance.cli.rules.check import CheckOptions, run_check
    from stance.rules.errors import is_warning

    unknown = [code for code in ignore or [] if not is_warning(code)]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is no code of a warning", param_hint="--ignore")
    options = CheckOptions(ProblemFormat.JSON if json else format, strict, examples, frozenset(ignore or ()))
    raise typer.Exit(run_check(packs or [], options))


@rules_app.command("list")
def rules_list(packs: Packs = None) -> None:
    """List the rules of packs with their types and cues."""
    from stance.cli.rules.listing import run_list

    raise typer.Exit(run_list(packs or []))


@rules_app.command("test")
def rules_test(
    packs: Packs = None,
    select: Select = "",
    type: OfType = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", "-x", help="Stop at the first that fails.")] = False,
    inherited: Annotated[
        bool, typer.Option("--inherited", help="Of one pack: the examples of those that it extends, too.")
    ] = False,
    json: Json = False,
) -> None:
    """Run the annotated examples of rules; what is other than annotated is shown below the sentence."""
    from stance.authoring.examples import Selection
    from stance.cli.rules.examples import TestOptions, run_test

    raise typer.Exit(run_test(packs or [], TestOptions(Selection(select, type), fail_fast, inherited, json)))


@rules_app.command("coverage")
def rules_coverage(
    packs: Together = None,
    select: Select = "",
    type: OfType = None,
    corpus: CorpusPaths = None,
    json: Json = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page there.")] = None,
    fail_below: Annotated[
        float, typer.Option("--fail-below", metavar="PERCENT", help="Fail where fewer parts are exercised.")
    ] = 0.0,
) -> None:
    """Show which words, frames, slots and conditions of rules the examples exercise, and how often each fires."""
    from stance.authoring.examples import Selection
    from stance.cli.rules.coverage import CoverageOptions, run_coverage

    options = CoverageOptions(Selection(select, type), tuple(corpus or ()), json, html, fail_below)
    raise typer.Exit(run_coverage(packs or [], options))


@rules_app.command("mutate")
def rules_mutate(
    packs: Together = None,
    select: Select = "",
    type: OfType = None,
    json: Json = False,
    fail_below: Annotated[
        float, typer.Option("--fail-below", metavar="PERCENT", help="Fail where fewer changes are noticed.")
    ] = 0.0,
) -> None:
    """Drop one condition of one rule at a time; say which changes no example notices, and a sentence that would."""
    from stance.authoring.examples import Selection
    from stance.cli.rules.mutate import MutateOptions, run_mutate

    raise typer.Exit(run_mutate(packs or [], MutateOptions(Selection(select, type), json, fail_below)))


@rules_app.command("fuzz")
def rules_fuzz(
    packs: Together = None,
    rule: Annotated[str, typer.Option("--rule", metavar="ID", help="Only the rule with this id.")] = "",
    select: Select = "",
    type: OfType = None,
    count: Annotated[int, typer.Option("--count", min=1, help="Sentences a rule.")] = 20,
    seed: Annotated[int, typer.Option("--seed", help="The same seed makes the same sentences.")] = 0,
    json: Json = False,
    accept: Accepted = None,
) -> None:
    """Make sentences from the frames of rules; show those that come back otherwise, as candidates for examples."""
    from stance.authoring.examples import Selection
    from stance.cli.rules.fuzz import FuzzOptions, run_fuzz

    selection = Selection(rule or select, type, exact=bool(rule))
    raise typer.Exit(run_fuzz(packs or [], FuzzOptions(selection, count, seed, json, _numbers(accept))))


@rules_app.command("diff")
def rules_diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The pack as it was: name or path.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The pack as it is: name or path.")],
    corpus: Annotated[
        list[str], typer.Option("--corpus", metavar="PATH", help=".txt or .jsonl file or folder; repeatable.")
    ],
    json: Json = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page there.")] = None,
    accept: Accepted = None,
) -> None:
    """Show which commitments a change of rules gains, loses and changes in a corpus, by rule and reason."""
    from stance.cli.rules.diff import DiffOptions, run_diff

    raise typer.Exit(run_diff(old, new, DiffOptions(tuple(corpus), json, html, _numbers(accept))))


@rules_app.command("new")
def rules_new(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help='As in "[Scholz]{actor} [lehnt]{cue} [das]{content} [ab]{cue}."')
    ],
    packs: Annotated[list[str] | None, typer.Option("--rules", "-r", metavar="PACK", help="Packs beside it.")] = None,
    type: Annotated[CommitmentType | None, typer.Option("--type", help="Its type. Default: a guess.")] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id. Default: type and cue.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write a new pack with the rule there.")
    ] = None,
) -> None:
    """Draft a rule from an annotated sentence: cue, frames, type, and which rules it would overlap."""
    from stance.cli.rules.new import NewOptions, run_new

    raise typer.Exit(run_new(sentence, packs or [], NewOptions(type, id, output)))


@rules_app.command("watch")
def rules_watch(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="The pack that is written: folder or file.")],
    corpus: CorpusPaths = None,
    sample: Annotated[int, typer.Option("--sample", min=0, help="Documents of the corpus that are tried.")] = 50,
    once: Annotated[bool, typer.Option("--once", help="Check once and stop.")] = False,
) -> None:
    """On every save: check the pack, run the examples that it concerns, and show what changes in a corpus."""
    from stance.cli.rules.watch import WatchOptions, run_watch

    raise typer.Exit(run_watch(pack, WatchOptions(tuple(corpus or ()), sample, once)))


@rules_app.command("packs")
def rules_packs() -> None:
    """List the packs that can be named: shipped ones, and those of installed distributions."""
    from stance.cli.rules.listing import run_packs

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
    from stance.cli.rules.lock import run_lock

    raise typer.Exit(run_lock(Settings(tuple(packs or ()), pipeline), output, check))


@rules_app.command("schema")
def rules_schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")] = None,
) -> None:
    """Print the JSON Schema of packs, by which an editor completes and checks them while they are written."""
    from stance.cli.rules.listing import run_schema

    raise typer.Exit(run_schema(output))


def _numbers(text: str | None) -> tuple[int, ...]:
    """The numbers of ``--accept 1,3``."""
    try:
        return tuple(int(part) for part in (text or "").split(",") if part.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no list of numbers, as in 1,3", param_hint="--accept") from error
