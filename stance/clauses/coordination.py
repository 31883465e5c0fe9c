"""Coordination: phrases of one case joined over "und", "oder", "sowie" and commas, loose appositions among them.

Phrases with their genitives and close appositions flow in, in order; those that are joined to another flow out inside
it. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.appositions import take_case
from stance.clauses.attachment import Attacher
from stance.clauses.phrases import Phrase, gap_between
from stance.clauses.quotes import is_mark
from stance.clauses.words import NONFINITE, Words
from stance.german import closed, meaning
from stance.german.features import Agreement

_PAIR: Final = 2
_CLOSING: Final = NONFINITE | {"PTKVZ"}


class Coordination:
    """Joins the phrases of one clause.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens.
        attacher: attaches the prepositional phrases of the clause.
    """

    def __init__(self, words: Words, tokens: frozenset[int], attacher: Attacher) -> None:
        self.words = words
        self.tokens = tokens
        self._attacher = attacher

    def join(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join phrases of one case over "und", "oder", "sowie" and commas (coordination and apposition)."""
        built: list[Phrase] = []
        for phrase in phrases:
            self._name_before(built, phrase)
            focus = self._focus(built)
            host = built[-1 - focus] if len(built) > focus else None
            link = self._link(host, phrase) if host is not None else None
            if host is not None and link is None and self._continues_genitive(host, phrase):
                phrase.attached_to = host.genitives[-1].head
                host.links.extend(t for t in gap_between(host, phrase) if self.words.tags[t] == "KON")
                host.genitives.append(phrase)
            elif host is not None and link is not None:
                host.links.extend(t for p in built[len(built) - focus :] for t in p.everything())
                del built[len(built) - focus :]
                self._join(host, phrase, link)
            else:
                built.append(phrase)
        return built

    def join_modified(self, phrases: list[Phrase]) -> list[Phrase]:
        """„die Haltung zu Europa und der Ruf nach Geld": a conjunct behind a prepositional phrase of the first."""
        built: list[Phrase] = []
        for phrase in phrases:
            host = built[-1] if built else None
            link = self._link(host, phrase) if host is not None and host.modifiers and phrase.kind == "np" else None
            if host is not None and link and all(self.words.tags[t] == "KON" for t in link):
                self._join(host, phrase, link)
            elif host is not None and self._names_one(host, phrase):
                phrase.attached_to = host.head
                host.genitives.append(phrase)
            else:
                built.append(phrase)
        return built

    def _name_before(self, built: list[Phrase], phrase: Phrase) -> None:
        """„das Institut für Moorkunde und das Museum": attach what names a body to it before another is joined to it.

        What has an article is joined to the body that has one, not to the bare noun in its name.
        """
        if len(built) < _PAIR or phrase.kind != "np" or phrase.determiner is None:
            return
        body, inner = built[-_PAIR:]
        texts = self.words.texts
        named = inner.kind == "pp" and inner.determiner is None and not inner.conjuncts and body.determiner is not None
        if not named or not self._attacher.follows(body, inner) or not body.cases() & phrase.cases():
            return
        bodies = meaning.animacy(texts[body.head]) == "institution" and meaning.can_act(texts[phrase.head])
        joined = any(self.words.tags[t] == "KON" for t in gap_between(inner, phrase))
        if bodies and joined and self._link(body, phrase) is None and self._link(inner, phrase) is not None:
            inner.attached_to = body.head
            body.modifiers.append(inner)
            built.pop()

    def _continues_genitive(self, host: Phrase, phrase: Phrase) -> bool:
        """„die Höhe der Löhne und der Zuschläge": a genitive joined to the last genitive of a noun."""
        if not host.genitives or "gen" not in host.genitives[-1].cases():
            return False
        gap = [t for t in gap_between(host, phrase) if not self.words.is_silent(t)]
        joined = len(gap) == 1 and self.words.tags[gap[0]] == "KON" and gap[0] in self.tokens
        return joined and phrase.kind == "np" and phrase.cases() <= {"dat", "gen"}

    def _focus(self, built: Sequence[Phrase]) -> int:
        """How many phrases at the end are focus particles behind a conjunction or comma ("und vor allem", ", etwa")."""
        count = 0
        while count < len(built) and self._is_focus(built[-1 - count]):
            count += 1
        if not count or count == len(built):
            return 0
        before = built[-count].tokens[0] - 1
        text = " ".join(self.words.lower[t] for phrase in built[-count:] for t in phrase.tokens)
        comma = self.words.texts[before] == "," and closed.leads_part(text, conjunction=False)
        return count if self.words.tags[before] == "KON" or comma else 0

    def _is_focus(self, phrase: Phrase) -> bool:
        return closed.leads_part(" ".join(self.words.lower[t] for t in phrase.tokens))

    def _link(self, left: Phrase, right: Phrase) -> list[int] | None:
        """The tokens between two phrases if they can join them, else None."""
        if left.kind not in {"np", "pp"} or right.kind not in {"np", "pp"} or left.governor in {"als"}:
            return None
        gap = [t for t in self._own(gap_between(left, right)) if not self.words.is_silent(t)]
        if not gap:
            return None
        extraposed = [t for t in gap if self.words.tags[t] not in _CLOSING]
        gap = extraposed if self._focused(extraposed) else gap
        focus = self._focused(gap)
        between = [t for t in gap if t not in focus]
        conjunctions = [t for t in between if self.words.tags[t] == "KON" and self.words.lower[t] != "aber"]
        commas = [t for t in between if self.words.texts[t] == ","]
        if len(between) != len(conjunctions) + len(commas) or not between:
            return None
        if any(t not in self.tokens for t in conjunctions):
            return None
        pronouns = {"PPER", "PRF", "PRELS", "PDS"}
        if self.words.tags[left.head] in pronouns | {"PWS"} or (commas and self.words.tags[right.head] in pronouns):
            return None
        apart = self._ends_quotation(left, right) or (not conjunctions and self._is_told_behind_apposition(left, right))
        if right.kind == "np" and apart:
            return None
        if right.kind == "pp":
            return conjunctions if left.kind == "pp" and left.governor == right.governor and conjunctions else None
        bare = right.determiner is None and not right.attributes and left.kind == "pp" and conjunctions
        if left.cases() and right.cases() and not left.cases() & right.cases() and not bare:
            return None
        return conjunctions or commas

    def _ends_quotation(self, left: Phrase, right: Phrase) -> bool:
        """„forderte ‚Mut statt Angst' und mehr Geld": a prepositional phrase that ends words in marks before a noun."""
        marks = [t for t in range(left.tokens[0], right.tokens[0]) if is_mark(self.words.texts[t])]
        return left.kind == "pp" and bool(marks) and marks[0] >= left.end

    def _is_told_behind_apposition(self, left: Phrase, right: Phrase) -> bool:
        """„warf Karl Brandt, dem Chef der Bank, Betrug vor": a noun behind an apposition with article, and no list."""
        apposed = left.genitives and left.genitives[-1].determiner is not None
        after = self.words.tags[right.end] if right.end < len(self.words) else "$."
        noun = self.words.tags[right.head] == "NN" and after not in {"KON", "$,"}
        return bool(apposed) and noun and self._apposed(left, left.genitives[-1])

    def _own(self, gap: range) -> Sequence[int]:
        """The tokens between two phrases without an embedded clause: „eine Frau, die half, und zwei Männer"."""
        own = [t for t in gap if t in self.tokens or self.words.is_separator(t)]
        return own if any(t in self.tokens and self.words.tags[t] == "KON" for t in own) else gap

    def _focused(self, gap: Sequence[int]) -> frozenset[int]:
        """The tokens of focus particles among those between two phrases."""
        inner = [t for t in gap if self.words.tags[t] != "KON" and self.words.texts[t] != ","]
        text = " ".join(self.words.lower[t] for t in inner)
        joined = any(self.words.tags[t] == "KON" for t in gap)
        return frozenset(inner if inner and closed.leads_part(text, conjunction=joined) else ())

    def _join(self, host: Phrase, phrase: Phrase, link: list[int]) -> None:
        conjunction = any(self.words.tags[t] == "KON" for t in link)
        if conjunction:
            if not host.conjuncts:
                closed_apposition = any(
                    self.words.texts[t] == "," for t in range(host.everything()[-1], phrase.tokens[0])
                )
                host.conjuncts = [host.everything()] if closed_apposition else [*self._split_commas(host)]
            host.conjuncts.append(phrase.everything())
            host.links.extend(t for t in link if self.words.tags[t] == "KON")
            host.joined = True
        named = None if conjunction else self._person_named(host, phrase)
        if named is not None:
            phrase.attached_to = named.head
            named.genitives.append(phrase)
            return
        host.genitives.append(phrase)
        if not conjunction:
            take_case(self.words, host, phrase)
        if conjunction and host.features and phrase.features:
            cases = host.cases() & phrase.cases() or host.cases()
            host.features = frozenset(Agreement(case, None, "pl") for case in cases)  # type: ignore[arg-type]

    def _person_named(self, host: Phrase, phrase: Phrase) -> Phrase | None:
        """„Angaben des Sprechers des Amts, Jan Huber,": the genitive for a person whom a name behind a comma names."""
        texts, tags = self.words.texts, self.words.tags
        if tags[phrase.head] != "NE" or phrase.determiner is not None or tags[host.head] != "NN":
            return None
        if meaning.can_act(texts[host.head]):
            return None
        inner = (p for p in host.nested() if p.kind == "np" and tags[p.head] == "NN" and tags[p.tokens[-1]] != "NE")
        return next((p for p in inner if meaning.animacy(texts[p.head]) == "person"), None)

    def _split_commas(self, host: Phrase) -> list[list[int]]:
        """The conjuncts before the conjunction: "A, B" of "A, B und C"."""
        own = [
            t
            for t in host.everything()
            if all(t not in g.everything() for g in host.genitives if self._apposed(host, g))
        ]
        if host.preposition is not None:
            own = [t for t in own if t != host.preposition]
        return [own, *[g.everything() for g in host.genitives if self._apposed(host, g)]]

    def _apposed(self, host: Phrase, inner: Phrase) -> bool:
        before = [t for t in range(inner.tokens[0] - 1, host.tokens[0], -1) if not self.words.is_silent(t)]
        return bool(before) and self.words.texts[before[0]] == ","

    def _names_one(self, host: Phrase, phrase: Phrase) -> bool:
        """„einer von ihnen, Georg Huber,": one of several, and who it is."""
        tags = self.words.tags
        one = tags[host.head] == "PIS" and self.words.lower[host.head].startswith("ein") and bool(host.modifiers)
        gap = [self.words.texts[t] for t in gap_between(host, phrase)]
        return one and gap == [","] and phrase.kind == "np" and tags[phrase.head] == "NE"
