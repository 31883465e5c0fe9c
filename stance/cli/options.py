"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", "-r", metavar="PACK", help="Shipped pack or path; repeatable. Default: de.core."),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actors",
        "-a",
        metavar="FILE",
        help="Catalogue of your own, or de.actors.austria or .switzerland; repeatable.",
    ),
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
