"""One pipeline without rules for the tests that start from text: tokens, sentences and tags as shipped."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import stance.tagging.disambiguation
import stance.tagging.sentences
import stance.tagging.tokenizer  # noqa: F401
from stance.tagging.tagger import add_tagger


@pytest.fixture(scope="session")
def tagger() -> Language:
    nlp = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": "stance.german_tokenizer.v1"}}})
    nlp.add_pipe("stance_sentences")
    add_tagger(nlp)
    nlp.add_pipe("stance_tags")
    return nlp
