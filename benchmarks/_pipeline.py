"""The word-level part of the embedded pipeline, for measurements that bring their own tokens or tags.

Docs with forced tokens and sentence starts come in, tagged and lemmatised Docs go out; no rules are read.
"""

from __future__ import annotations

import spacy
from spacy.language import Language

import stance.tagging.components  # noqa: F401  (registers the components)
from stance.tagging.tagger import add_tagger


def word_pipeline(gold_tags: bool = False) -> Language:
    """Tagger, tag disambiguation and lemmas.

    Args:
        gold_tags: leave tags and word classes as they are and only add lemmas.
    """
    nlp = spacy.blank("de")
    if not gold_tags:
        add_tagger(nlp)
        nlp.add_pipe("stance_tags")
    nlp.add_pipe("stance_lemmas")
    return nlp
