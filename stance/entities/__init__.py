"""Entities: who and what the names of a text are: the embedded recogniser and the catalogue of known actors.

Tagged Docs and YAML files flow in; ``doc.ents`` and :class:`stance.entities.catalogue.Catalogue` flow out.
"""
