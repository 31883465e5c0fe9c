"""Tools to test rules by sentences made from them: meanings, German, and whether the extraction gives the meaning back.

A rule flows in; :func:`sample` and the Hypothesis strategies :func:`meanings` and :func:`sentences_for` make meanings
with its own cues and frames, :func:`realise` writes them as German with exact morphology and the place of every role,
:func:`judge` compares what was extracted, :func:`sweep` does so for a whole pack. ``python -m stance.testing`` prints
the result. :mod:`stance.testing.passages` makes short texts with gold for discourse. The strategies need Hypothesis,
which the extra ``test`` installs; nothing else here does.

>>> from stance.rules.reader import parse_pack
>>> pack = parse_pack('''
... pack: my.pack
... version: 1.0.0
... rules:
...   - {id: demand.my, type: demand, cue: {verb: [einfordern]}, frames: [{actor: subject, content: accusative}]}
... ''')
>>> found = next(sample(pack.rules[0], 1, seed=1))
>>> found.type.value, found.cue
('demand', 'einfordern')
>>> realise(found).part("cue") is not None
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stance.testing.checking import RuleShare, Verdict, judge, judge_all, sweep
from stance.testing.drawing import NoMeaningError, plain_meanings, sample
from stance.testing.meaning import Filling, Meaning, Order, expected_status, expected_type
from stance.testing.realisation import realise
from stance.testing.text import Realisation
from stance.testing.variations import DIRECTIONS, INVARIANCES

if TYPE_CHECKING:
    from stance.testing.strategies import Sentence, meanings, sentences_for

__all__ = [
    "DIRECTIONS",
    "INVARIANCES",
    "Filling",
    "Meaning",
    "NoMeaningError",
    "Order",
    "Realisation",
    "RuleShare",
    "Sentence",
    "Verdict",
    "expected_status",
    "expected_type",
    "judge",
    "judge_all",
    "meanings",
    "plain_meanings",
    "realise",
    "sample",
    "sentences_for",
    "sweep",
]


def __getattr__(name: str) -> Any:
    if name in ("Sentence", "meanings", "sentences_for"):
        from stance.testing import strategies

        return getattr(strategies, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
