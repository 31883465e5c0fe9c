"""The embedded pipeline in parts, for measurements that bring their own tokens or tags.

Docs with forced tokens come in, tagged and lemmatised Docs go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

import stance

_TAGS = ("tok2vec", "tagger", "morphologizer", "stance_tags")


def word_pipeline(gold_tags: bool = False) -> Language:
    """The embedded pipeline without commitments and without sentence boundaries.

    Args:
        gold_tags: leave tags and word classes as they are and only add what follows from them.
    """
    nlp = stance.load()
    for name in list(nlp.pipe_names):
        if name == "stance" or "sent" in name.removeprefix("stance") or (gold_tags and name in _TAGS):
            nlp.remove_pipe(name)
    return nlp


def tag(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Run the components over ready-made Docs."""
    yield from nlp.pipe(docs, batch_size=64)
