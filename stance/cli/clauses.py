"""``stance clauses``: the clause graph of a text as tables, as JSON or as an HTML page.

What is printed is made in :mod:`stance.views`; this module chooses pipeline and source and says what stands in the way.
"""

from __future__ import annotations

from pathlib import Path

import attrs

from stance.cli.engine import Settings, make_pipeline
from stance.cli.output import complain, print_json
from stance.io.table import console


@attrs.frozen
class ClauseOptions:
    """What to show.

    Attributes:
        json: JSON instead of tables.
        html: the file that takes an HTML page, besides or instead of tables.
        pipeline: name or path of a spaCy pipeline; None for the embedded one.
        source: "auto", "fields" or "dependencies"; None for what the pipeline is set to.
    """

    json: bool = False
    html: Path | None = None
    pipeline: str | None = None
    source: str | None = None


def run_clauses(text: str, options: ClauseOptions) -> int:
    """Show the clause graph of a text.

    Returns:
        The exit code.
    """
    from stance.views import analysis_to_dict, clause_analysis, clauses_html, print_clauses

    try:
        doc = make_pipeline(Settings(pipeline=options.pipeline, source=options.source))(text)
        if options.html is not None:
            options.html.write_text(clauses_html(doc), encoding="utf-8")
    except (ValueError, OSError) as error:
        complain(_with_cure(error, options))
        return 1
    if options.json:
        print_json(analysis_to_dict(clause_analysis(doc)))
    elif options.html is None:
        print_clauses(doc, console())
    return 0


def _with_cure(error: Exception, options: ClauseOptions) -> str:
    name = options.pipeline
    if name is not None and isinstance(error, OSError) and error.filename is None:
        return (
            f"there is no spaCy pipeline {name!r}. For a model of spaCy: python -m spacy download {name}; "
            f"for your own: give the path of its folder"
        )
    return str(error)
