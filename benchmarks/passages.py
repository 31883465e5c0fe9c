"""Measures what crosses sentences: names of actors, continuation, source chains and antecedents on short passages.

Passages with gold come in (``benchmarks/passages``); the figures of the part that is looked at and of the part that is
only scored go out, and the wrong attributions, which count more than missing ones.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import stance
from benchmarks._generated import WRONG, listed, readings, table_of_cases, way
from benchmarks._passages import LOOKED_AT, SCORED, read_passages
from benchmarks._scores import SCORE_HEADER, Score, score_row, table
from stance.discourse.speech.uncued import HEADLINE
from stance.model import Commitment
from stance.testing.passages import Item, Passage, draw_passages

MEASURES = ("actor name", "continuation", "source chains", "antecedents")


@attrs.frozen
class Measured:
    """One passage with what was found in it."""

    passage: Passage
    found: tuple[Commitment, ...]

    def of(self, item: Item) -> Commitment | None:
        """The commitment of a gold item: the one whose cue holds its words, or whose content they begin."""
        start, end = self.passage.where(item.at)
        if item in self.passage.acts:
            return next((c for c in self.found if _cue_at(c, start, end)), None)
        return next((c for c in self._cueless_in(start)), None)

    def _cueless_in(self, start: int) -> Iterable[Commitment]:
        for commitment in self.found:
            content = commitment.content
            if content is None or not any(s - 1 <= start < e for s, e in content.spans):
                continue
            if commitment.cue is None or not _same_sentence(self.passage.text, start, commitment.cue.spans.start):
                yield commitment

    def score(self, measure: str) -> Score:
        """Counts of one measure."""
        if measure == "actor name":
            found = [self.of(item) for item in self.passage.items]
            named = sum(_named(c, item) for c, item in zip(found, self.passage.items, strict=True))
            return Score(named, sum(c is not None for c in found), len(found))
        if measure == "continuation":
            right = sum(_named(self.of(item), item) for item in self.passage.goes_on)
            free = [c for c in self.found if c.cue is None and c.rule != HEADLINE]
            return Score(right, max(len(free), right), len(self.passage.goes_on))
        pairs = [(self.of(item), item) for item in self.passage.items]
        if measure == "source chains":
            return _total(_chain(c, item) for c, item in pairs)
        return _total(self._link(c, item) for c, item in pairs)

    def _link(self, found: Commitment | None, item: Item) -> Score:
        wanted = None if item.antecedent is None else next(i for i in self.passage.acts if i.at == item.antecedent)
        target = None if wanted is None else self.of(wanted)
        linked = found.antecedent if found is not None else None
        right = target is not None and linked == target.id
        return Score(right, linked is not None, wanted is not None)

    def wrong(self) -> list[str]:
        """What is attributed to somebody who did not say it."""
        problems = []
        for item in self.passage.items:
            found = self.of(item)
            name = None if found is None or found.actor is None else found.actor.name
            if name is not None and not item.is_actor(name):
                problems.append(f"{item.at}: {name} instead of {item.actor[0]}")
        return [*problems, *self._narrated()]

    def ways_wrong(self) -> Counter[str]:
        """How many attributions are wrong in which way: "cut", "run on", "open", "other", "narrator"."""
        named = ((item, found.actor.name) for item in self.passage.items if (found := self.of(item)) and found.actor)
        ways = Counter(own for item, name in named if (own := way(item, True, name)) in WRONG)
        return ways + Counter(narrator=len(self._narrated()))

    def _narrated(self) -> list[str]:
        """Continuations in sentences of the narrator."""
        return [
            f"{at}: {'nobody' if c.actor is None else c.actor.name} instead of the narrator"
            for at in self.passage.narrator
            for c in self.found
            if c.cue is None
            and c.content is not None
            and any(s <= self.passage.where(at)[0] < e for s, e in c.content.spans)
        ]

    def missed(self) -> list[str]:
        """Items that are not found, not named, or whose chain or link is another."""
        problems = []
        for item in self.passage.items:
            found = self.of(item)
            if not _named(found, item):
                shown = "not found" if found is None else str(found.actor and found.actor.name)
                problems.append(f"{item.at}: {shown} instead of {item.actor[0]}")
            problems += self._chained(item)
        return problems

    def _chained(self, item: Item) -> list[str]:
        """A chain or a link that is another."""
        problems = []
        found = self.of(item)
        if found is not None and not item.is_chain(tuple(a.name for a in found.sources)):
            problems.append(f"{item.at}: sources {[a.name for a in found.sources]} instead of {[*item.sources]}")
        link = self._link(found, item)
        if link.matched < max(link.found, link.gold):
            problems.append(f"{item.at}: antecedent {found and found.antecedent} instead of {item.antecedent}")
        return problems

    def beside_names(self) -> list[str]:
        """What is wrong beside the names of items: sentences of the narrator, chains and links."""
        return [*self._narrated(), *(problem for item in self.passage.items for problem in self._chained(item))]


def _cue_at(commitment: Commitment, start: int, end: int) -> bool:
    return commitment.cue is not None and any(s < end and start < e for s, e in commitment.cue.spans)


def _same_sentence(text: str, one: int, other: int) -> bool:
    between = text[min(one, other) : max(one, other)]
    return not any(stop in between for stop in (". ", ".“ ", "!“ ", "\n"))


def _named(found: Commitment | None, item: Item) -> bool:
    if found is None:
        return False
    return item.is_actor(None if found.actor is None else found.actor.name)


def _chain(found: Commitment | None, item: Item) -> Score:
    chain = () if found is None else tuple(actor.name for actor in found.sources)
    return Score(bool(item.sources) and item.is_chain(chain), bool(chain), bool(item.sources))


def _total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def measure(passages: Sequence[Passage], extract: Callable[[str], tuple[Commitment, ...]]) -> list[Measured]:
    """Extract from all passages."""
    return [Measured(passage, extract(passage.text)) for passage in passages]


def extractor() -> Callable[[str], tuple[Commitment, ...]]:
    """The embedded pipeline with the default pack."""
    nlp = stance.load()
    return lambda text: tuple(nlp(text)._.commitments)


def totals(name: str, measured: Sequence[Measured]) -> str:
    """The figures of one part, without any of its passages."""
    rows = [score_row(m, _total(one.score(m) for one in measured)) for m in MEASURES]
    wrong = _wrong(measured)
    in_traps = _wrong([one for one in measured if one.passage.trap])
    return (
        f"{name} ({len(measured)} passages)\n{table(SCORE_HEADER, rows)}\n"
        f"wrong attributions: {wrong}, in traps: {in_traps}\n"
    )


def _wrong(measured: Sequence[Measured]) -> str:
    """How many attributions are wrong, then in which ways: "3 (2 other, 1 cut)"."""
    ways = sum((one.ways_wrong() for one in measured), Counter[str]())
    shown = ", ".join(f"{count} {own}" for own, count in ways.most_common())
    return f"{ways.total()} ({shown})" if ways else "0"


def _span(text: str) -> range:
    first, _, last = text.partition("-")
    try:
        return range(int(first), int(last or first) + 1)
    except ValueError:
        raise argparse.ArgumentTypeError(f"no numbers of passages, as in 1-1999: {text}") from None


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures; with ``--errors`` what is wrong in what may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path, nargs="?", default=LOOKED_AT, help="file with gold")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the part that is looked at")
    parser.add_argument("--ids", type=_span, default=range(sys.maxsize), metavar="FROM-TO", help="only these numbers")
    parser.add_argument("--generated", type=int, metavar="N", help="measure N generated passages instead")
    parser.add_argument("--seed", type=int, default=0, help="of the generator")
    options = parser.parse_args(arguments)
    if options.generated is not None:
        _generated(options.generated, options.seed, options.ids, options.errors)
    else:
        _written(options.passages, options.ids, options.errors)


def _generated(count: int, seed: int, ids: range, errors: bool) -> None:
    """Figures of generated passages by case, then their errors."""
    measured = measure([p for p in draw_passages(count, seed) if p.id in ids], extractor())
    read = readings(measured)
    print(totals(f"generated, seed {seed}", measured))
    print("\n".join(table_of_cases(read)))
    if errors:
        print("\n".join(listed(read)))
        print("\nbeside names")
        print("\n".join(f"{one.passage.id:>6} {problem}" for one in measured for problem in one.beside_names()))


def _written(path: Path, ids: range, errors: bool) -> None:
    """Figures of passages with written gold, then the errors in those that may be looked at."""
    extract = extractor()
    own = path != LOOKED_AT
    measured = measure([p for p in read_passages(path) if p.id in ids], extract)
    print(totals(path.name if own else "looked at", measured))
    if not own:
        print(totals("only scored", measure([p for p in read_passages(SCORED) if p.id in ids], extract)))
    if errors:
        for one in measured:
            for kind, problems in (("WRONG", one.wrong()), ("missed", one.missed())):
                for problem in problems:
                    print(f"{one.passage.id:>4} {kind}  {problem}")


if __name__ == "__main__":
    main()
