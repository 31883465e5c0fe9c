"""What follows a quotation without a frame and says whose it is, or that it is nobody's.

„„Anders geht es nicht.“ Der das sagt, heißt Jan Kranz.", „„Wir bleiben.“ Dieser Satz steht an der Fassade.": the
sentence behind a quotation may present its speaker, or tell where it stands. A quotation flows in, its report flows
out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from stance.clauses.graph import Clause, Quote, Role
from stance.context.scene import Scene
from stance.discourse.speech.paragraphs import PassingOn
from stance.discourse.speech.reports import Report, mains
from stance.discourse.wordlists import word_ends, word_list
from stance.matching.draft import Draft, Filler
from stance.matching.holders import sort_of
from stance.matching.spans import clean, is_silent
from stance.rules.schema import Slot, SlotKind


@attrs.frozen(eq=False, slots=False)
class Afterwards:
    """Says what the sentences behind quotations tell of them.

    Attributes:
        scene: the document.
        passing: who passes on what stands before.
        claimed: quotations that are the content of an act, by index.
        ends: first token of each sentence → one past its last.
    """

    scene: Scene
    passing: PassingOn
    claimed: Mapping[int, Draft]
    ends: Mapping[int, int]

    def told(self, quote: Quote) -> Report | None:
        """Who said a quotation by the next sentence of its paragraph, nobody where that tells where it stands.

        „Der das sagt, heißt Jan Kranz.", „Das sagt Jan Kranz.", „So steht es am Tor.", „Dieser Satz hängt am Tor."
        """
        at = bisect_right(self._starts, quote.end - 1)
        start = self._starts[at] if at < len(self._starts) else -1
        if start < 0 or self.scene.view.paragraph(start) != self.scene.view.paragraph(quote.start):
            return None
        end = self.ends[start]
        who = presented(self.scene, start, end)
        passing = self.passing.of_sentence(start, end)
        told_by = () if passing is None or self.passing.confirms(passing) else self.passing.by(passing)
        if who is not None or told_by:
            return Report(told_by[-1], above=told_by[:-1]) if who is None else Report(who)
        return Report(None) if self._is_written(start, end) else None

    def _is_written(self, start: int, end: int) -> bool:
        """Whether a sentence tells where a quotation stands, or of what it is a part: „So steht es am Tor."."""
        view, main = self.scene.view, next(iter(mains(self.scene, start, end)), None)
        if main is None or main.verb is None:
            return False
        if view.lower(start) == "so" and main.verb.lemma in word_list("standing_written"):
            return True
        if view.tag(start) not in ("ART", "PDAT") or view.lower(start) in word_list("indefinite"):
            return False
        first = next((np for np in view.phrases_in(start, end) if np.tokens[0] == start), None)
        return first is not None and view.lower(first.head).endswith(word_ends("written"))

    def framed(self, quote: Quote) -> Report | None:
        """The report of a framed quotation that follows in the same paragraph with nothing but quotations between."""
        view = self.scene.view
        end = quote.end
        for index in view.quotes_starting(end, view.paragraph(quote.start)[1]):
            later = view.graph.quotes[index]
            if later.start < end:
                continue
            silent = all(is_silent(view.graph.doc, t) for t in range(end, later.start))
            if not silent:
                return None
            if index in self.claimed:
                draft = self.claimed[index]
                return Report(draft.actor, draft)
            end = later.end
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return list(self.ends)


def presented(scene: Scene, start: int, end: int) -> Filler | None:
    """Who is presented as the speaker of the sentence before: „Der das sagt, heißt Jan Kranz und ist Wirt."."""
    view = scene.view
    clauses = [c for c in view.sentence_clauses(start, end) if c.verb is not None]
    if len(clauses) < 2 or view.lower(start) not in word_list("presented_as") or clauses[0].verb is None:
        return None
    if view.lower(start + 1) not in word_list("what_was_said") or clauses[0].verb.lemma not in word_list("presenting"):
        return None
    naming = (c for c in clauses[1:] if c.verb is not None and c.verb.lemma in word_list("naming_verbs"))
    people = [filler for clause in naming for filler in _named_by(scene, clause)]
    named = [f for f in people if any(view.tag(t) == "NE" for t in f.tokens)]
    return next(iter(named or people), None)


def _named_by(scene: Scene, clause: Clause) -> Iterator[Filler]:
    """The phrases of „heißt Jan Kranz", „ist die Bürgermeisterin" for people."""
    view = scene.view
    for argument in (*clause.all_of(Role.PREDICATIVE), *clause.all_of(Role.SUBJECT)):
        phrase = view.resolve(argument)
        inside = bool(phrase.tokens) and phrase.tokens[0] >= clause.span[0]
        if inside and sort_of(view, phrase.head, phrase.tokens) in ("person", "unknown"):
            yield Filler(clean(view.graph.doc, phrase.tokens), Slot(SlotKind.SUBJECT), phrase.head)
