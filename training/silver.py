"""Silver STTS: HanTa decoded under constraints.

Forms with the sets of tags they may have flow in; one STTS tag per form flows out, the most probable sequence of
HanTa's trigram model (Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization") among those that the
sets and the verb paradigms allow. HanTa is needed at training time only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from HanTa.HanoverTagger import EMPTY, END, START, UNKNOWN, HanoverTagger

from stance.tagging.stretches import VERB_TAGS, verb_tags
from training.corpora import QUOTES

Allowed = frozenset[str] | None

STTS_OF_UPOS: dict[str, frozenset[str]] = {
    upos: frozenset(tags.split())
    for upos, tags in {
        "ADJ": "ADJA ADJD VVPP CARD PIAT ADV",
        "ADP": "APPR APPRART APPO APZR PTKVZ KOKOM KOUI KOUS KON ADV PTKA PWAV",
        "ADV": "ADV ADJD PROAV PTKVZ PWAV PTKA KOUS PIS PIAT KON KOKOM PTKANT APZR",
        "AUX": "VAFIN VAINF VAPP VAIMP VMFIN VMINF VMPP VVFIN VVINF VVPP",
        "CCONJ": "KON KOKOM KOUS KOUI ADV APPR",
        "SCONJ": "KOUS KOKOM KOUI KON PWAV APPR",
        "DET": "ART PPOSAT PIAT PIS PDAT PDS PWAT PRELAT ADJA",
        "INTJ": "ITJ PTKANT",
        "NOUN": "NN NE TRUNC FM ADJA XY",
        "NUM": "CARD ADJA XY",
        "PART": "PTKNEG PTKZU PTKANT PTKVZ PTKA ADV APZR",
        "PRON": "PPER PRF PIS PRELS PDS PWS PPOSS PPOSAT PIAT PDAT PRELAT PWAT PWAV PROAV ADV ADJA",
        "PROPN": "NE NN FM XY ADJA CARD",
        "VERB": "VVFIN VVINF VVPP VVIZU VVIMP VAFIN VAINF VAPP VAIMP VMFIN VMINF VMPP ADJD",
    }.items()
}
SENTENCE_MARKS = {".", "!", "?", ":", ";"}


def punctuation_tag(form: str) -> str | None:
    """The STTS tag of a punctuation mark, or None for a word.

    Examples:
        >>> punctuation_tag("„"), punctuation_tag(";"), punctuation_tag("Rat")
        ('$(', '$.', None)
    """
    if form == ",":
        return "$,"
    if form in SENTENCE_MARKS or re.fullmatch(r"[.!?]{1,2}|[!?]+", form):
        return "$."
    if form in QUOTES or (not any(c.isalnum() for c in form) and form not in {"&", "%", "§", "+", "=", "€", "$"}):
        return "$("
    return None


class SilverTagger:
    """HanTa with sets of allowed tags per token."""

    def __init__(self) -> None:
        self._hanta = HanoverTagger("morphmodel_ger.pgz")
        self._memo: dict[tuple[str, bool], dict[int, float]] = {}
        self._ids: dict[str, list[int]] = {}
        for number in self._hanta.int2tag:
            if number < 0 and -number in self._hanta.int2tag:
                self._ids.setdefault(self._stts(-number), []).append(-number)
        self.tags = sorted(self._ids)

    def _stts(self, number: int) -> str:
        name = self._hanta.int2tag[number]
        return "NN" if name in {"NNA", "NNI"} else name.replace("(", "", 1).rstrip(")") if "(" in name[1:] else name

    def _emissions(self, form: str, cased: bool, allowed: Allowed) -> dict[int, float]:
        key = (form, cased)
        if key not in self._memo:
            pairs = self._hanta._tag_word(form, cutoff=7, casesensitive=cased, conditional=True)
            self._memo[key] = self._in_paradigm(form, {tag: p for tag, p in pairs if tag != UNKNOWN})
        emissions = self._memo[key]
        if allowed is None:
            return emissions
        numbers = {n for tag in allowed for n in self._ids.get(tag, ())}
        kept = {n: p for n, p in emissions.items() if n in numbers}
        return kept or self._in_paradigm(form, dict.fromkeys(numbers, 0.0))

    def _in_paradigm(self, form: str, emissions: dict[int, float]) -> dict[int, float]:
        possible = verb_tags(form)
        if not possible:
            return emissions
        kept = {n: p for n, p in emissions.items() if self._stts(n) not in VERB_TAGS - possible}
        return kept or emissions

    def tag(self, words: Sequence[str], allowed: Sequence[Allowed] | None = None) -> list[str]:
        """Tag one sentence.

        Args:
            words: The forms.
            allowed: The tags each form may have; None leaves a form to HanTa.

        Returns:
            One STTS tag per form.
        """
        fixed = [punctuation_tag(word) for word in words]
        sets: list[Allowed] = list(allowed) if allowed is not None else [None] * len(words)
        sets = [frozenset({mark}) if mark else given for mark, given in zip(fixed, sets, strict=True)]
        path = self._viterbi([self._emissions(w, i > 0, sets[i]) for i, w in enumerate(words)])
        return [mark or self._stts(number) for mark, number in zip(fixed, path, strict=True)]

    def _viterbi(self, emissions: Sequence[dict[int, float]]) -> list[int]:
        transitions = self._hanta.LP_trans_word
        row: dict[tuple[int, int], float] = {(EMPTY, START): 0.0}
        pointers: list[dict[tuple[int, int], tuple[int, int]]] = []
        for emission in emissions:
            after: dict[tuple[int, int], float] = {}
            pointer: dict[tuple[int, int], tuple[int, int]] = {}
            best = sorted(row.items(), key=lambda item: -item[1])[:12]
            for state, score in best:
                follow = transitions[state]
                for tag, p in (emission or dict.fromkeys((t for t in follow if t != END), 0.0)).items():
                    total = score + follow.get(tag, -25.0) + p
                    new = (state[1], tag)
                    if total > after.get(new, -1e9):
                        after[new] = total
                        pointer[new] = state
            row = after
            pointers.append(pointer)
        state = max(row, key=lambda s: row[s] + transitions[s].get(END, -25.0))
        path = []
        for pointer in reversed(pointers):
            path.append(state[1])
            state = pointer[state]
        return path[::-1]
