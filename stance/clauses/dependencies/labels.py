"""The label sets of German dependency parsers and the one inventory of relations that clause analysis reads.

Labels come in as a parser writes them, either Universal Dependencies v2 (de Marneffe et al. 2021) or the edge labels of
the TIGER treebank (Brants et al. 2004; Albert et al. 2003) as spaCy's German models use them. A :class:`LabelSet` maps
them to :class:`Relation`; sets that are neither are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import attrs

_TOLERATED: Final = 0.1
_SHOWN: Final = 8


class Relation(StrEnum):
    """What a word is to the word above it."""

    ROOT = "root"
    SUBJECT = "subject"
    OBJECT = "object"
    DATIVE = "dative"
    GENITIVE_OBJECT = "genitive object"
    OBLIQUE = "oblique"
    AGENT = "agent"
    PREDICATIVE = "predicative"
    COMPLEMENT = "complement"
    OPEN = "open complement"
    ADVERBIAL_CLAUSE = "adverbial clause"
    ATTRIBUTIVE_CLAUSE = "attributive clause"
    RELATIVE = "relative clause"
    PARATAXIS = "parataxis"
    AUXILIARY = "auxiliary"
    COPULA = "copula"
    MARK = "mark"
    ZU = "zu"
    PARTICLE = "particle"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    APPOSITION = "apposition"
    NAME = "name"
    GENITIVE = "genitive"
    NOMINAL_MODIFIER = "nominal modifier"
    KERNEL = "noun kernel"
    DETERMINER = "determiner"
    ATTRIBUTE = "attribute"
    CASE = "case"
    MODIFIER = "modifier"
    ADVERB = "adverb"
    EXPLETIVE = "expletive"
    ORPHAN = "orphan"
    OUTSIDE = "outside"
    PUNCTUATION = "punctuation"
    OTHER = "other"


_R = Relation

#: Universal Dependencies v2. Subtypes that are not listed read as their main type.
UD_RELATIONS: Final[Mapping[str, Relation]] = {
    "root": _R.ROOT,
    "nsubj": _R.SUBJECT,
    "csubj": _R.COMPLEMENT,
    "obj": _R.OBJECT,
    "dobj": _R.OBJECT,
    "iobj": _R.DATIVE,
    "obl": _R.OBLIQUE,
    "obl:agent": _R.AGENT,
    "ccomp": _R.COMPLEMENT,
    "xcomp": _R.OPEN,
    "advcl": _R.ADVERBIAL_CLAUSE,
    "acl": _R.ATTRIBUTIVE_CLAUSE,
    "acl:relcl": _R.RELATIVE,
    "parataxis": _R.PARATAXIS,
    "aux": _R.AUXILIARY,
    "cop": _R.COPULA,
    "mark": _R.MARK,
    "compound:prt": _R.PARTICLE,
    "conj": _R.CONJUNCT,
    "cc": _R.COORDINATOR,
    "appos": _R.APPOSITION,
    "flat": _R.NAME,
    "compound": _R.NAME,
    "fixed": _R.NAME,
    "goeswith": _R.NAME,
    "list": _R.NAME,
    "nmod": _R.NOMINAL_MODIFIER,
    "nmod:poss": _R.GENITIVE,
    "det": _R.DETERMINER,
    "amod": _R.ATTRIBUTE,
    "nummod": _R.ATTRIBUTE,
    "clf": _R.ATTRIBUTE,
    "case": _R.CASE,
    "advmod": _R.ADVERB,
    "expl": _R.EXPLETIVE,
    "orphan": _R.ORPHAN,
    "vocative": _R.OUTSIDE,
    "discourse": _R.OUTSIDE,
    "dislocated": _R.OUTSIDE,
    "reparandum": _R.OUTSIDE,
    "punct": _R.PUNCTUATION,
    "dep": _R.OTHER,
}

#: TIGER edge labels. Clauses, noun phrases and prepositional phrases share labels; the word's tag decides later.
TIGER_RELATIONS: Final[Mapping[str, Relation]] = {
    "ROOT": _R.ROOT,
    "sb": _R.SUBJECT,
    "sp": _R.PREDICATIVE,
    "sbp": _R.AGENT,
    "oa": _R.OBJECT,
    "oa2": _R.OBJECT,
    "da": _R.DATIVE,
    "og": _R.GENITIVE_OBJECT,
    "op": _R.OBLIQUE,
    "cvc": _R.OBLIQUE,
    "pd": _R.PREDICATIVE,
    "oc": _R.OPEN,
    "rs": _R.PARATAXIS,
    "par": _R.PARATAXIS,
    "re": _R.COMPLEMENT,
    "rc": _R.RELATIVE,
    "cp": _R.MARK,
    "cm": _R.CASE,
    "ac": _R.CASE,
    "cc": _R.MODIFIER,
    "pm": _R.ZU,
    "svp": _R.PARTICLE,
    "cj": _R.CONJUNCT,
    "cd": _R.COORDINATOR,
    "ju": _R.COORDINATOR,
    "app": _R.APPOSITION,
    "pnc": _R.NAME,
    "nmc": _R.NAME,
    "uc": _R.NAME,
    "adc": _R.NAME,
    "avc": _R.NAME,
    "ag": _R.GENITIVE,
    "pg": _R.NOMINAL_MODIFIER,
    "mnr": _R.NOMINAL_MODIFIER,
    "nk": _R.KERNEL,
    "hd": _R.KERNEL,
    "mo": _R.MODIFIER,
    "mta": _R.MODIFIER,
    "ams": _R.MODIFIER,
    "ng": _R.ADVERB,
    "ep": _R.EXPLETIVE,
    "ph": _R.EXPLETIVE,
    "vo": _R.OUTSIDE,
    "dm": _R.OUTSIDE,
    "dh": _R.OUTSIDE,
    "punct": _R.PUNCTUATION,
    "dep": _R.OTHER,
    "junk": _R.OTHER,
}


class UnknownLabelsError(ValueError):
    """A parser writes labels of neither label set; the message names them."""


@attrs.frozen
class LabelSet:
    """A set of dependency labels and what they mean.

    Attributes:
        name: "UD" or "TIGER".
        relations: label → relation.
    """

    name: str
    relations: Mapping[str, Relation]

    def relation(self, label: str) -> Relation:
        """The relation that a label stands for.

        >>> UD.relation("nsubj:pass"), TIGER.relation("sb"), UD.relation("sb")
        (<Relation.SUBJECT: 'subject'>, <Relation.SUBJECT: 'subject'>, <Relation.OTHER: 'other'>)
        """
        return self._known(label) or Relation.OTHER

    def unknown(self, labels: Iterable[str]) -> list[str]:
        """The labels that are not of this set, sorted."""
        return sorted(label for label in labels if self._known(label) is None)

    def _known(self, label: str) -> Relation | None:
        if label in self.relations:
            return self.relations[label]
        main = label.lower().partition(":")[0] if self.name == "UD" else label.upper()
        return self.relations.get(main)


UD: Final = LabelSet("UD", UD_RELATIONS)
TIGER: Final = LabelSet("TIGER", TIGER_RELATIONS)


def label_set(labels: Iterable[str]) -> LabelSet:
    """The label set that labels are of.

    Args:
        labels: the labels of a parser, or those that occur on a Doc. Up to a tenth may be unknown.

    Raises:
        UnknownLabelsError: they are of neither set.

    >>> label_set(["sb", "oa", "oc", "ROOT", "punct"]).name
    'TIGER'
    >>> label_set(["nsubj", "obj", "root", "SBJ", "PRD"])
    Traceback (most recent call last):
        ...
    stance.clauses.dependencies.labels.UnknownLabelsError: dependency labels of no known set: PRD, SBJ. Known are \
Universal Dependencies v2 (nsubj, obj, obl …) and TIGER (sb, oa, mo …); use source 'fields' to leave the parse alone
    """
    found = {label for label in labels if label}
    best = min((TIGER, UD), key=lambda known: len(known.unknown(found)))
    unknown = best.unknown(found)
    if len(unknown) > _TOLERATED * len(found):
        shown = ", ".join(unknown[:_SHOWN]) + (" …" if len(unknown) > _SHOWN else "")
        raise UnknownLabelsError(
            f"dependency labels of no known set: {shown}. Known are Universal Dependencies v2 (nsubj, obj, obl …) "
            f"and TIGER (sb, oa, mo …); use source 'fields' to leave the parse alone"
        )
    return best
