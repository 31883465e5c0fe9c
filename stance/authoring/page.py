"""Reports as one page of HTML that needs nothing else: a title, tables, sections that fold.

Flows in: cells as plain text; flows out: HTML. Everything that is not made here is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files


def page(title: str, parts: Iterable[str]) -> str:
    """A page.

    Args:
        title: its title, plain text.
        parts: HTML, as the other functions here make it.
    """
    head = [
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        f"<style>{_style()}</style>",
    ]
    body = [f"<h1>{escape(title)}</h1>", *parts]
    lines = ["<!doctype html>", '<html lang="en">', "<head>", *head, "</head>", "<body>", *body, "</body>", "</html>"]
    return "\n".join(lines) + "\n"


@cache
def _style() -> str:
    return files("stance.authoring").joinpath("data/report.css").read_text(encoding="utf-8")


def heading(text: str) -> str:
    """A heading of a section."""
    return f"<h2>{escape(text)}</h2>"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], classes: Sequence[str] = ()) -> str:
    """A table of plain text.

    Args:
        columns: titles.
        rows: cells.
        classes: class of each row ("lacking", "gained", "lost"), or none.

    >>> table(["a"], [["<b>"]])
    '<table><tr><th>a</th></tr>\\n<tr><td>&lt;b&gt;</td></tr></table>'
    """
    lines = ["".join(f"<th>{escape(title)}</th>" for title in columns)]
    marks = ["", *classes]
    lines += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    rendered = (
        f'<tr class="{escape(marks[n])}">{line}</tr>' if n < len(marks) and marks[n] else f"<tr>{line}</tr>"
        for n, line in enumerate(lines)
    )
    return f"<table>{chr(10).join(rendered)}</table>"


def folded(summary: str, parts: Iterable[str]) -> str:
    """A section that is closed until it is clicked."""
    return f"<details><summary>{escape(summary)}</summary>{''.join(parts)}</details>"
