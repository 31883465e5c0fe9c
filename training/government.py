"""Counts what verbs and nouns govern in plenary records, and makes the table ``government.xz`` of it.

Flows in: ``text/bt_*.txt.gz`` (records of the Bundestag, official works), tagged and cut into clauses and phrases by
the project's own pipeline. Only what form decides is counted: clauses whose subject can be nothing else tell how often
a verb has an accusative or a dative and who acts; pronominal adverbs ("darauf") tell prepositional objects; what stands
between a noun and the finite verb of a verb-second clause belongs to the noun (subcategorisation from unambiguous
evidence: Briscoe & Carroll 1997; Schulte im Walde 2002). Run ``python -m training.government --corpora PATH``.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from stance.clauses.arguments import comparison
from stance.clauses.assembly import Draft
from stance.clauses.fields import Drafter
from stance.clauses.graph import ClauseKind, Order
from stance.clauses.phrases import Phrase
from stance.clauses.quotes import find_quotes
from stance.clauses.segments import Segmenter
from stance.clauses.words import Words
from stance.german import meaning, nominal
from stance.german.tables import SortedTable
from stance.pipeline import load
from training.lexicon import write_table

Counts = dict[str, Counter[str]]
_FEWEST = 8
_ANYWHERE = {"von", "als", "ohne"}
_CONNECTIVES = {"da-mit", "da-bei", "da-durch"}
_PERSONAL = {"ich", "wir", "er", "du", "man", "wer", "ihr", "jemand", "niemand", "keiner", "jeder"}


def paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of the plenary records."""
    for path in sorted(folder.glob("text/bt_*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (line.strip() for line in lines if line.strip() and not line.startswith("###"))


def drafts(doc: Doc) -> Iterator[tuple[Words, Draft]]:
    """The clauses of a Doc with their phrases."""
    words = Words(doc)
    segmenter, drafter = Segmenter(words, find_quotes(doc)), Drafter(words)
    for sentence in doc.sents:
        drafter.add(segmenter.sentence(sentence.start, sentence.end), (sentence.start, sentence.end))
    yield from ((words, draft) for draft in drafter.drafts)


def count_verb(words: Words, draft: Draft, counts: Counter[str]) -> None:
    """Add what stands beside the verb of one clause."""
    assert draft.verb is not None
    counts[draft.verb.voice] += 1
    if draft.verb.voice != "active":
        return
    nouns = [p for p in draft.phrases if p.kind == "np" and not _is_aside(words, p)]
    counts.update(_prepositions(words, draft.phrases))
    if any(words.tags[p.head] == "PRF" for p in draft.phrases):
        counts["reflexive"] += 1
    subjects = [p for p in nouns if p.cases() == {"nom"} or p.cases() == {"nom", "gen"}]
    if len(subjects) == 1 and draft.verb.finite is not None:
        counts["subject"] += 1
        counts["subject-" + _kind(words, subjects[0])] += 1
        others = [p for p in nouns if p is not subjects[0] and words.tags[p.head] not in {"PRF", "PRELS"}]
        _count_objects(words, others, counts)


def _is_aside(words: Words, phrase: Phrase) -> bool:
    return meaning.is_temporal(words.texts[phrase.head]) or any(
        comparison(words, phrase, particle) is not None for particle in ("als", "wie")
    )


def _kind(words: Words, phrase: Phrase) -> str:
    """Whether a phrase names somebody or something."""
    if words.lower[phrase.head] in _PERSONAL:
        return "actor"
    if words.tags[phrase.head] == "NE" or meaning.can_act(words.texts[phrase.head]):
        return "actor"
    return "thing" if words.tags[phrase.head] == "NN" else "open"


def _prepositions(words: Words, phrases: Iterable[Phrase]) -> Iterator[str]:
    for phrase in phrases:
        if phrase.kind == "pp" and phrase.governor is not None:
            adverb = words.tags[phrase.head] in {"PAV", "PROAV"}
            yield ("da-" if adverb else "pp-") + phrase.governor


def _count_objects(words: Words, others: Sequence[Phrase], counts: Counter[str]) -> None:
    accusative = [p for p in others if "acc" in p.cases() and "dat" not in p.cases()]
    dative = [p for p in others if "dat" in p.cases() and "acc" not in p.cases()]
    open_ones = [p for p in others if {"acc", "dat"} <= p.cases()]
    genitive = [p for p in others if p.cases() == {"gen"}]
    found = {"accusative": accusative, "dative": dative, "either": open_ones, "genitive": genitive}
    counts.update(name for name, own in found.items() if own)
    if accusative and dative:
        counts["ditransitive"] += 1
    if len(accusative) > 1:
        counts["two accusatives"] += 1
    counts.update("accusative-" + _kind(words, p) for p in accusative)


def count_nouns(words: Words, draft: Draft, counts: Counts) -> None:
    """Add the prepositional phrases behind nouns before the finite verb of a verb-second clause."""
    if draft.proto.order is not Order.V2 or draft.proto.finite is None:
        return
    for phrase in draft.phrases:
        if phrase.tokens[0] > draft.proto.finite:
            return
        count_noun(words, phrase, counts)


def count_noun(words: Words, phrase: Phrase, counts: Counts) -> None:
    """Add one noun phrase of a prefield."""
    if words.tags[phrase.head] != "NN":
        return
    own = counts.setdefault(nominal.noun_lemma(words.texts[phrase.head]), Counter())
    own["all"] += 1
    own.update({str(p.governor) for p in phrase.modifiers if p.attached_to == phrase.head})


def count(docs: Iterable[Doc]) -> tuple[Counts, Counts]:
    """Counts by verb and by noun."""
    verbs: Counts = {}
    nouns: Counts = {}
    for doc in docs:
        for words, draft in drafts(doc):
            count_nouns(words, draft, nouns)
            if draft.verb is not None and draft.proto.kind is not ClauseKind.FRAGMENT and not draft.proto.gapped:
                count_verb(words, draft, verbs.setdefault(draft.verb.lemma, Counter()))
    return verbs, nouns


def entries(verbs: Counts, nouns: Counts) -> Iterator[tuple[str, str]]:
    """The lines of the table.

    For a verb: clauses with a certain subject, percent of them with an accusative, with a dative and with an acting
    subject, then its prepositions; for a noun its prepositions.
    """
    overall = _shares(verbs.values(), "active", "da-")
    for lemma, counts in verbs.items():
        subjects = counts["subject"]
        found = _typical(counts, "active", overall, least=4, share=0.03, lift=5.0)
        if subjects < _FEWEST and not found:
            continue
        accusative = counts["accusative"] + counts["either"] / 2
        shares = [_percent(n, subjects) for n in (accusative, counts["dative"], counts["subject-actor"])]
        yield lemma, " ".join([str(subjects), *map(str, shares), *sorted(p.removeprefix("da-") for p in found)])
    overall = _shares(nouns.values(), "all", "")
    for lemma, counts in nouns.items():
        kept = Counter({p: n for p, n in counts.items() if p not in _ANYWHERE})
        found = _typical(kept, "all", overall, least=3, share=0.08, lift=4.0)
        if found and lemma[:1].isupper():
            yield lemma, " ".join(sorted(found))


def _percent(part: float, whole: int) -> int:
    return round(100 * min(1.0, part / max(whole, 1)))


def _shares(counts: Iterable[Counter[str]], whole: str, prefix: str) -> dict[str, float]:
    """How often each preposition stands beside any verb or noun."""
    total: Counter[str] = Counter()
    for own in counts:
        total.update(own)
    return {p: n / total[whole] for p, n in total.items() if p.startswith(prefix) and p != whole}


def _typical(
    counts: Counter[str], whole: str, overall: dict[str, float], *, least: int, share: float, lift: float
) -> list[str]:
    """The prepositions that stand beside a word often, and far more often than beside others."""
    found = []
    for preposition, usual in overall.items():
        own = counts[preposition] / max(counts[whole], 1)
        wanted = share * 3 if preposition in _CONNECTIVES else share
        if counts[preposition] >= least and own > wanted and own > lift * usual:
            found.append(preposition)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with text/bt_*.txt.gz")
    nlp = load()
    nlp.disable_pipe("stance")
    verbs, nouns = count(nlp.pipe(paragraphs(parser.parse_args(arguments).corpora)))
    write_table("government.xz", SortedTable.pack(entries(verbs, nouns)))


if __name__ == "__main__":
    main()
