"""The bench of a rule author: packs at work, to be tried on texts.

Flows in: packs; flows out: what they find in texts, in batches, or with a trace of every attempt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import final

import attrs
from spacy.language import Language
from spacy.tokens import Doc

from stance.extraction import Extraction
from stance.model import Commitment
from stance.pipeline import Stance, load
from stance.rules.ruleset import RuleSet
from stance.tagging.dense import dense, text_of

_BATCH = 256


@final
@attrs.frozen
class Bench:
    """A pipeline with its rules.

    Attributes:
        nlp: a pipeline with the component ``stance``.
        rules: the rules that it applies.

    >>> bench = Bench.of(["de.core"])
    >>> [[c.type.value for c in found] for found in bench.commitments(["Die SPD fordert Ruhe.", "Es regnet."])]
    [['demand'], []]
    """

    nlp: Language
    rules: RuleSet

    @classmethod
    def of(cls, packs: Iterable[str | Path]) -> Bench:
        """The embedded pipeline with some packs.

        Args:
            packs: names of shipped packs and paths of own ones.

        Raises:
            RuleError: a pack is missing or has mistakes; all are named.
        """
        return cls.around(load(packs))

    @classmethod
    def around(cls, nlp: Language) -> Bench:
        """A pipeline that is there already, with the rules of its component ``stance``."""
        return cls(nlp, _component(nlp).ruleset)

    def commitments(self, texts: Iterable[str]) -> Iterator[tuple[Commitment, ...]]:
        """What the rules find in each text, in order."""
        for doc in self.nlp.pipe(texts, batch_size=_BATCH):
            yield tuple(doc._.commitments)

    def explained(self, texts: Iterable[str]) -> Iterator[tuple[str, Extraction]]:
        """Each text with what the rules did with it, every attempt included, in order."""
        component = _component(self.nlp)
        for doc in self.tagged_all(texts):
            yield text_of(doc), component.explain(doc)

    def tagged_all(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Texts with all annotation that rules read, but without commitments, in order."""
        with self.nlp.select_pipes(disable="stance"):
            yield from map(dense, self.nlp.pipe(texts, batch_size=_BATCH))

    def tagged(self, text: str) -> Doc:
        """A text with all annotation that rules read, but without commitments."""
        with self.nlp.select_pipes(disable="stance"):
            return dense(self.nlp(text))

    def explain(self, doc: Doc) -> Extraction:
        """Commitments, clause graph and every attempt on a tagged Doc."""
        return _component(self.nlp).explain(doc)


def _component(nlp: Language) -> Stance:
    component = nlp.get_pipe("stance")
    assert isinstance(component, Stance)
    return component
