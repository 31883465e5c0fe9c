"""Positions and claims: whether a commitment is for or against something, or holds something for true or false.

One commitment comes in, +1, -1 or 0 goes out. The two are told apart as discourse network analysis does (Leifeld 2017):
who reports that taxes rise is not for higher taxes. What the content itself performs (``force``) counts: who says that
taxes must rise is.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ruamel.yaml import YAML

from stance.model import Commitment, CommitmentType, Polarity, Status
from stance.pipeline import DEFAULT_RULES
from stance.rules.reader import load_packs
from stance.rules.ruleset import RuleSet

_TAKEN: Final = frozenset({Status.ACTUAL, Status.FUTURE})
_CLAIMS: Final = frozenset(
    {
        CommitmentType.ASSERTION,
        CommitmentType.ADMISSION,
        CommitmentType.DENIAL,
        CommitmentType.BELIEF,
        CommitmentType.DOUBT,
    }
)
_CONDITIONAL: Final = frozenset({CommitmentType.THREAT})
"""What is threatened with is announced for the case that something else happens: neither wanted nor held for true."""
_FOR: Final = frozenset(
    {
        CommitmentType.DEMAND,
        CommitmentType.PROPOSAL,
        CommitmentType.SUPPORT,
        CommitmentType.PROMISE,
        CommitmentType.INTENTION,
        CommitmentType.REFUSAL,
        CommitmentType.DECISION,
    }
)
"""Forces that are for what the words of the content name, unless these are negated („wir werden nicht zahlen")."""
_AGAINST: Final = frozenset({CommitmentType.REJECTION, CommitmentType.WARNING, CommitmentType.ACCUSATION})
"""Forces that are against it: „man lehne die Maut ab"."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDINGS: Final = ("", "e", "en", "er", "es", "em")


def position(commitment: Commitment) -> int:
    """Whether somebody is for (+1) or against (-1) what the words of a content name; 0 where neither.

    >>> import stance
    >>> [position(c) for c in stance.extract("Voss sagte, die Steuern stiegen. Kast lehnt die Maut ab.").commitments]
    [0, -1]
    """
    if not _is_taken(commitment) or commitment.type in _CONDITIONAL:
        return 0
    sign = _sign(commitment)
    if commitment.type is CommitmentType.EXPRESSIVE:
        return sign * _feeling(commitment)
    if commitment.type not in _CLAIMS:
        return sign
    if commitment.force in _FOR:
        return sign
    if commitment.force in _AGAINST:
        return -sign
    if commitment.force is CommitmentType.EVALUATION and commitment.content is not None:
        return sign * judged(commitment.content.text)
    return 0


def claim(commitment: Commitment) -> int:
    """Whether somebody holds what the words of a content say for true (+1) or false (-1); 0 where it is not said.

    >>> import stance
    >>> [claim(c) for c in stance.extract("Voss sagte, die Steuern stiegen nicht. Kast fordert Ruhe.").commitments]
    [-1, 0]
    """
    if not _is_taken(commitment):
        return 0
    negated = -1 if commitment.content_negated else 1
    if commitment.type is CommitmentType.ACCUSATION:
        return negated
    return _sign(commitment) if commitment.type in _CLAIMS and not position(commitment) else 0


def is_claim(commitment: Commitment) -> bool:
    """Whether an act is one of holding something for true or false, whatever its content performs."""
    return commitment.type in _CLAIMS


def denies_facts(commitment: Commitment) -> bool:
    """Whether a denial speaks of what is the case, and does not contradict what somebody wants.

    >>> import stance
    >>> [denies_facts(c) for c in stance.extract("Das bestritt Voss. Dem Plan widersprach Kast.").commitments]
    [True, False]
    """
    return _has_word(commitment, "denying_facts")


def _feeling(commitment: Commitment) -> int:
    """What somebody feels about something: +1 where it is welcome, -1 where it is regretted, 0 where it only moves.

    Who apologises for something, or is angry at it, holds it for bad; a rule of negative polarity says so itself.
    """
    if commitment.polarity is Polarity.NEGATIVE:
        return 1
    return -1 if _has_word(commitment, "regretting") else 0 if _has_word(commitment, "moved") else 1


def _has_word(commitment: Commitment, name: str) -> bool:
    return commitment.cue is not None and not _words(name).isdisjoint(commitment.cue.lemma.split())


@cache
def _words(name: str) -> frozenset[str]:
    text = files("stance.ledger").joinpath("data/positions.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = YAML(typ="safe").load(text)
    return frozenset(str(found[name]).split())


def judged(content: str) -> int:
    """Whether the judging words of a content are good (+1) or bad (-1); 0 where none are known, or some of each.

    >>> judged("die Reform sei überfällig und richtig"), judged("der Plan sei unrealistisch"), judged("er kommt")
    (1, -1, 0)
    """
    rules = _judging_words()
    found = {p for word in _WORD.findall(content) if (p := _polarity(rules, word)) is not None}
    if len(found) != 1:
        return 0
    return 1 if Polarity.POSITIVE in found else -1


def _is_taken(commitment: Commitment) -> bool:
    return commitment.status in _TAKEN and commitment.content is not None


def _sign(commitment: Commitment) -> int:
    return -1 if (commitment.polarity is Polarity.NEGATIVE) != commitment.content_negated else 1


@cache
def _judging_words() -> RuleSet:
    return load_packs(DEFAULT_RULES)


def _polarity(rules: RuleSet, word: str) -> Polarity | None:
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found = rules.evaluative(stem)
            if found is not None:
                return found
            inner = rules.evaluative(stem[2:]) if stem.lower().startswith("un") else None
            if inner is not None:
                return Polarity.POSITIVE if inner is Polarity.NEGATIVE else Polarity.NEGATIVE
    return None
