"""The examples of docs/clauses.md: ``python -m tests.views.clauses_page`` writes their output anew.

An example is a fenced block ``console`` with ``$ stance clauses "TEXT"`` and, below it, what that prints.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from spacy.language import Language

from stance.io.table import PLAIN_WIDTH, console
from stance.views import print_clauses

PAGE = Path(__file__).parents[2] / "docs" / "clauses.md"
_EXAMPLE = re.compile(r'```console\n\$ stance clauses "([^"\n]+)"\n(.*?)```\n', re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Each example: the text and what the page says of it."""
    return [(text, shown) for text, shown in _EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))]


def printed(nlp: Language, text: str) -> str:
    """What ``stance clauses`` prints of a text where there is no terminal."""
    stream = io.StringIO()
    print_clauses(nlp(text), console(stream, width=PLAIN_WIDTH))
    return stream.getvalue()


def rewrite(nlp: Language) -> None:
    """Put into the page what the examples print now."""

    def example(found: re.Match[str]) -> str:
        return f'```console\n$ stance clauses "{found[1]}"\n{printed(nlp, found[1])}```\n'

    PAGE.write_text(_EXAMPLE.sub(example, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    import stance

    rewrite(stance.load())
