"""Views of a clause graph: plain data (JSON), tables for a terminal, a page for a browser.

Flows in: a Doc that went through the component ``stance``, or its clause graph; flows out: value objects with character
offsets, printed tables, or HTML that needs nothing else.
"""

from __future__ import annotations

from stance.views.analysis import ClauseAnalysis, analysis_from_dict, analysis_to_dict, clause_analysis
from stance.views.html import clauses_html
from stance.views.tables import print_clauses

__all__ = [
    "ClauseAnalysis",
    "analysis_from_dict",
    "analysis_to_dict",
    "clause_analysis",
    "clauses_html",
    "print_clauses",
]
