"""Clauses: a tagged Doc becomes a clause graph.

The graph classes are in :mod:`stance.clauses.graph`; :mod:`stance.clauses.fields` builds the graph from tags alone, by
the topological fields of the German clause (Höhle 1986).
"""
