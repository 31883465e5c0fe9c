"""Grouping: flat phrases of one clause become larger ones by genitives, appositions, coordination and attachment.

Flat noun phrases and prepositional phrases flow in, in order; the same phrases flow out, those that belong to another
one inside it; :mod:`stance.clauses.attachment` attaches prepositional phrases. All offsets are token indices of the
Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from stance.clauses.attachment import Attacher
from stance.clauses.phrases import Phrase
from stance.clauses.quotes import is_mark
from stance.clauses.words import DETERMINER, NOMINAL, NONFINITE, PRONOMINAL, QUANTITIES, Words
from stance.german import closed, government, meaning, nominal, verbs
from stance.german.features import Agreement

_DEEPEST: Final = 8
_THREE_PLACES: Final = 3
_CLOSING: Final = NONFINITE | {"PTKVZ"}


class Grouper:
    """Builds the larger phrases of one clause.

    Args:
        words: the tagged Doc.
        tokens: the clause's own tokens, ascending.
        finite: its finite verb, or None.
        verb_second: whether what stands before the finite verb is one constituent.
        passive: whether a von-phrase can be the agent.
        governed: prepositions that its verb governs.
        naming: whether its verb gives names ("nannte den Plan ‚Unsinn‘").
        genitive: whether its verb governs a genitive beside an accusative.
        telling: whether its verb says something to somebody.
        giving: whether its verb gives somebody what its object names („machte ihm Vorwürfe").
        addressing: whether its verb seldom goes without a dative for somebody.
        thanking: whether its verb never goes without one.
        answering: whether the only object of its verb is a dative.
    """

    def __init__(
        self,
        words: Words,
        tokens: Sequence[int],
        *,
        finite: int | None,
        verb_second: bool,
        passive: bool,
        governed: frozenset[str] = frozenset(),
        naming: bool = False,
        genitive: bool = False,
        telling: bool = False,
        giving: bool = False,
        addressing: bool = False,
        thanking: bool = False,
        answering: bool = False,
    ) -> None:
        self.words = words
        self.tokens = frozenset(tokens)
        self.finite = finite
        self.verb_second = verb_second
        self.passive = passive
        self.governed = governed
        self.naming = naming
        self.genitive = genitive
        self.telling = telling
        self.giving = giving
        self.addressing = addressing
        self.thanking = thanking
        self.answering = answering
        self._attacher = Attacher(words, finite=finite, verb_second=verb_second, passive=passive, governed=governed)

    def group(self, flat: Sequence[Phrase]) -> list[Phrase]:
        """The top-level phrases of the clause, in order."""
        flat = self._participial(flat)
        bound = self._genitives(flat, self._free(flat))
        for phrase in bound:
            self._unbind(phrase)
            self._free_of_number(phrase)
        grouped = self._attacher.attach(self._coordinate(self._appositions(bound)))
        grouped = self._prefield(self._coordinate_modified(grouped))
        for phrase in grouped:
            self._unite(phrase)
        return grouped

    def _free(self, flat: Sequence[Phrase]) -> Phrase | None:
        """The phrase that looks like the genitive of the noun before it and is an object of the verb."""
        return self._genitive_object(flat) or self._told(flat) or self._given(flat) or self._answered(flat)

    def _participial(self, flat: Sequence[Phrase]) -> list[Phrase]:
        """„Mit dem Fall befasste Ärzte sagten": a participle without article has the prepositional phrase before it.

        So it is in a prefield, which is one constituent, and right behind a verb of saying that opens its clause.
        """
        built: list[Phrase] = []
        for phrase in flat:
            lead = built[-1] if built else None
            if lead is not None and self._is_group_of(lead, phrase):
                phrase.tokens[:0] = lead.tokens
                built[-1] = phrase
            else:
                built.append(phrase)
        return built

    def _is_group_of(self, lead: Phrase, phrase: Phrase) -> bool:
        if (
            lead.kind != "pp"
            or lead.governor == "als"
            or phrase.kind != "np"
            or phrase.determiner is not None
            or not phrase.attributes
        ):
            return False
        first = phrase.tokens[0]
        if first != phrase.attributes[0] or not self._attacher.follows(lead, phrase) or len(lead.tokens) == 1:
            return False
        reports = self.telling and self.finite == min(self.tokens) == lead.tokens[0] - 1
        return (reports or self._attacher.in_prefield(phrase)) and verbs.is_attributive_participle(
            self.words.texts[first]
        )

    def _genitive_object(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„beschuldigte die Firma des Betrugs": the last genitive beside a verb that governs one, if no actor."""
        for phrase in reversed(flat) if self.genitive else ():
            marked = phrase.kind == "np" and (phrase.determiner is not None or bool(phrase.attributes))
            if (
                marked
                and "gen" in phrase.cases()
                and "acc" not in phrase.cases()
                and not self._attacher.in_prefield(phrase)
            ):
                return None if meaning.can_act(self.words.texts[phrase.head]) else phrase
        return None

    def _told(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„sagte der Manager der Zeitung": the medium behind a person in the middle field, unless it employs them."""
        finite = self.finite
        for host, phrase in pairwise(flat) if self.telling and finite is not None else ():
            assert finite is not None
            medium = phrase.kind == "np" and (
                self._is_quoted(phrase) or meaning.is_medium(self.words.texts[phrase.head])
            )
            if not medium or phrase.tokens[0] < finite or {"dat", "gen"} - phrase.cases():
                continue
            person = meaning.animacy(self.words.texts[host.head]) in {"person", "institution"}
            if (
                person
                and self._attacher.follows(host, phrase)
                and not government.works_for_media(self.words.texts[host.head])
            ):
                return phrase
        return None

    def _is_quoted(self, phrase: Phrase) -> bool:
        """Whether a phrase is a name in quotation marks behind its article („der „Talwacht"")."""
        inside = phrase.determiner is not None and phrase.determiner < phrase.head
        return inside and is_mark(self.words.texts[phrase.head - 1])

    def _given(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„warf die Opposition der Regierung Untätigkeit vor": a feminine that is the dative the verb lacks."""
        given = self.giving and any(self.words.texts[p.head] in government.verbs("given_nouns") for p in flat)
        if not (self.addressing or given) or any(phrase.kind == "np" and phrase.cases() == {"dat"} for phrase in flat):
            return None
        for host, phrase in pairwise(flat):
            either = phrase.kind == host.kind == "np" and {"dat", "gen"} <= phrase.cases()
            if (
                not either
                or not (host.cases() & {"nom"} or self._is_possessor(flat, host))
                or self._attacher.in_prefield(phrase)
                or not self._attacher.follows(host, phrase)
            ):
                continue
            texts = self.words.texts
            acts = meaning.can_act(texts[host.head]) and meaning.can_act(texts[phrase.head])
            if acts and (self.thanking or not government.takes_genitive(texts[host.head], texts[phrase.head])):
                return phrase
        return None

    def _answered(self, flat: Sequence[Phrase]) -> Phrase | None:
        """„hat das Ministerium dieser Erhöhung zugestimmt": an abstract feminine behind a body, the dative it lacks."""
        others = (p for p in flat if p.kind == "np" and p.cases() and p.cases() <= {"dat"})
        if not self.answering or next(others, None) is not None:
            return None
        return next(
            (p for i, p in enumerate(flat) if self._is_abstract_dative(p) and self._is_of_body(flat[:i], p)), None
        )

    def _is_abstract_dative(self, phrase: Phrase) -> bool:
        """Whether a phrase in the middle field has an abstract noun in the form of a genitive or dative."""
        text = self.words.texts[phrase.head]
        either = phrase.kind == "np" and {"dat", "gen"} <= phrase.cases() and not self._attacher.in_prefield(phrase)
        return either and closed.is_abstract(text) and meaning.animacy(text) == "other"

    def _is_of_body(self, before: Sequence[Phrase], phrase: Phrase) -> bool:
        """Whether a body that can be the subject stands right before a phrase, or before its own genitive there."""
        host = before[-1] if before else None
        if host is None or host.kind != "np" or not self._attacher.follows(host, phrase):
            return False
        if "nom" in host.cases():
            return meaning.animacy(self.words.texts[host.head]) == "institution"
        return "gen" in host.cases() and self._is_of_body(before[:-1], host)

    def _is_possessor(self, flat: Sequence[Phrase], phrase: Phrase) -> bool:
        """„die Mutter [des Jungen]": a genitive right behind what can be the subject."""
        before = next((p for p in flat if p.end == phrase.tokens[0]), None)
        return before is not None and phrase.cases() == {"gen"} and "nom" in before.cases()

    def _genitives(self, flat: Sequence[Phrase], free: Phrase | None) -> list[Phrase]:
        """Attach genitive noun phrases to the noun before them, innermost first."""
        built: list[Phrase] = []
        for phrase in flat:
            host = built[-1] if built else None
            if host is not None and phrase is not free and self._is_genitive_of(host, phrase):
                target = host
                for _ in range(_DEEPEST):
                    if target.genitives and self._attacher.follows(target.genitives[-1], phrase):
                        target = target.genitives[-1]
                phrase.attached_to = target.head
                target.genitives.append(phrase)
                target.possessor.extend(phrase.tokens)
            else:
                built.append(phrase)
        return built

    def _unbind(self, phrase: Phrase) -> None:
        """A bare word in -s that belongs to no noun is no genitive but a name or a plural ("Rogers", "GIFs")."""
        bare = phrase.kind == "np" and phrase.determiner is None and not phrase.attributes
        if bare and phrase.cases() == {"gen"} and not meaning.is_temporal(self.words.texts[phrase.head]):
            phrase.features = frozenset()

    def _free_of_number(self, phrase: Phrase) -> None:
        """„Über 330 Mitglieder kamen": before a number "über" and "unter" are adverbs, unless the verb governs them."""
        if phrase.kind != "pp" or phrase.governor not in {"über", "unter"} or phrase.preposition is None:
            return
        numbered = self.words.tags[phrase.tokens[min(1, len(phrase.tokens) - 1)]] == "CARD"
        features = nominal.noun(self.words.texts[phrase.head])
        plural = frozenset(f for f in features if f.number == "pl" and f.case != "gen")
        if numbered and phrase.governor not in self.governed and any(f.case == "nom" for f in plural):
            phrase.kind, phrase.preposition, phrase.governor, phrase.features = "np", None, None, plural

    def _is_genitive_of(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or phrase.kind != "np" or not self._attacher.follows(host, phrase):
            return False
        tags, texts = self.words.tags, self.words.texts
        headless = host.head == host.determiner and tags[host.head] in DETERMINER
        if (
            tags[host.head] not in {"NN", "PIS", "PDS", "CARD", "ADJA"} and not headless
        ) or "gen" not in phrase.cases():
            return False
        if host.tokens[-1] != host.head and tags[host.tokens[-1]] == "NE" and not host.genitives:
            return False
        first = phrase.tokens[0]
        speaks = meaning.animacy(texts[phrase.head]) == "person" or meaning.is_medium(texts[phrase.head])
        if speaks and meaning.is_temporal(texts[host.head]):
            return False
        if texts[phrase.head] in government.verbs("predicative_genitives") and meaning.can_act(texts[host.head]):
            return False
        if tags[first] == "NE" and len(phrase.tokens) == 1:
            target = host.genitives[-1] if host.genitives else host
            thing = meaning.animacy(texts[target.head]) != "person" and tags[target.head] == "NN"
            return texts[first].endswith("s") and thing and len(texts[first]) > 1
        if texts[first].lower() in QUANTITIES:
            return False
        if tags[first] in DETERMINER:
            return tags[phrase.head] in NOMINAL | {"ADJA"} or phrase.head != first
        lead = phrase.attributes[0] if phrase.attributes else first
        marked = texts[lead].endswith("er") or phrase.cases() == {"gen"}
        return tags[lead] == "ADJA" and marked and tags[phrase.head] in NOMINAL

    def _appositions(self, phrases: list[Phrase]) -> list[Phrase]:
        """Attach what stands in brackets, and names in quotation marks, to the noun before („der Roman ‚Der Turm‘")."""
        built: list[Phrase] = []
        nominals = [phrase for phrase in phrases if phrase.kind == "np"]
        complete = self.addressing and not self.thanking and len(nominals) == _THREE_PLACES
        for phrase in phrases:
            host = built[-1] if built else None
            object_ = complete and phrase is nominals[-1]  # „warf dem Verein ‚Betrug‘ vor"
            if host is not None and phrase.kind == "np" and not object_ and self._is_apposed(host, phrase):
                phrase.attached_to = host.head
                host.genitives.append(phrase)
            else:
                built.append(phrase)
        return built

    def _is_apposed(self, host: Phrase, phrase: Phrase) -> bool:
        if host.kind not in {"np", "pp"} or self.words.tags[host.head] not in NOMINAL:
            return False
        between = [self.words.texts[t] for t in self._gap(host, phrase)]
        if "(" in between:
            return ")" not in between and all(self.words.is_silent(t) for t in self._gap(host, phrase))
        named = self.words.texts[phrase.tokens[0]][:1].isupper() and not self._are_several(host)
        marked = len(between) == 1 and is_mark(between[0]) and named
        closed_after = any(is_mark(self.words.texts[t]) for t in self._after(phrase))
        return marked and closed_after and self.words.tags[host.head] == "NN" and not self.naming

    def _are_several(self, phrase: Phrase) -> bool:
        """Whether a phrase is plural, or for a person, so that no words in marks are its name."""
        person = meaning.animacy(self.words.texts[phrase.head]) == "person"
        return person or (bool(phrase.features) and all(f.number == "pl" for f in phrase.features))

    def _gap(self, left: Phrase, right: Phrase) -> range:
        return range(left.end, right.tokens[0])

    def _after(self, phrase: Phrase) -> range:
        return range(phrase.end, min(phrase.end + 1, len(self.words)))

    def _coordinate(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join phrases of one case over "und", "oder", "sowie" and commas (coordination and apposition)."""
        built: list[Phrase] = []
        for phrase in phrases:
            focus = self._focus(built)
            host = built[-1 - focus] if len(built) > focus else None
            link = self._link(host, phrase) if host is not None else None
            if host is not None and link is None and self._continues_genitive(host, phrase):
                phrase.attached_to = host.genitives[-1].head
                host.links.extend(t for t in self._gap(host, phrase) if self.words.tags[t] == "KON")
                host.genitives.append(phrase)
            elif host is not None and link is not None:
                host.links.extend(t for p in built[len(built) - focus :] for t in p.everything())
                del built[len(built) - focus :]
                self._join(host, phrase, link)
            else:
                built.append(phrase)
        return built

    def _continues_genitive(self, host: Phrase, phrase: Phrase) -> bool:
        """„die Höhe der Löhne und der Zuschläge": a genitive joined to the last genitive of a noun."""
        if not host.genitives or "gen" not in host.genitives[-1].cases():
            return False
        gap = [t for t in self._gap(host, phrase) if not self.words.is_silent(t)]
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
        gap = [t for t in self._own(self._gap(left, right)) if not self.words.is_silent(t)]
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
        apart = self._ends_quotation(left, right) or (not conjunctions and self._is_told(left, right))
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

    def _is_told(self, left: Phrase, right: Phrase) -> bool:
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
            self._take_case(host, phrase)
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

    def _coordinate_modified(self, phrases: list[Phrase]) -> list[Phrase]:
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

    def _names_one(self, host: Phrase, phrase: Phrase) -> bool:
        """„einer von ihnen, Georg Huber,": one of several, and who it is."""
        tags = self.words.tags
        one = tags[host.head] == "PIS" and self.words.lower[host.head].startswith("ein") and bool(host.modifiers)
        gap = [self.words.texts[t] for t in self._gap(host, phrase)]
        return one and gap == [","] and phrase.kind == "np" and tags[phrase.head] == "NE"

    def _unite(self, phrase: Phrase) -> None:
        """„Vizekanzler und Parteichef Karl Huber hat …": two offices before one name are one person.

        So are two descriptions with one article before a singular verb („Der Ukrainer und aktuelle Meister will …").
        """
        if len(phrase.conjuncts) != 2 or not all(phrase.conjuncts):
            return
        if self._is_described_twice(phrase):
            phrase.conjuncts, phrase.joined = [], False
            phrase.features = frozenset(Agreement(case, None, "sg") for case in phrase.cases())  # type: ignore[arg-type]
            return
        if not self._are_offices(*phrase.conjuncts):
            return
        shared = phrase.determiner is not None and self._is_masculine(phrase.determiner)
        if shared or (self.finite is not None and phrase.kind == "np" and self._takes_singular(self.finite)):
            phrase.head, phrase.conjuncts, phrase.joined = phrase.conjuncts[1][0], [], False
            phrase.features = frozenset(Agreement(case, None, "sg") for case in phrase.cases())  # type: ignore[arg-type]

    def _is_described_twice(self, phrase: Phrase) -> bool:
        """Whether one article and a singular verb show that two nouns for persons mean the same person."""
        first, second = phrase.conjuncts
        tags, texts = self.words.tags, self.words.texts
        if phrase.kind != "np" or phrase.determiner is None or self.finite is None or phrase.determiner not in first:
            return False
        nouns = [next((texts[t] for t in reversed(part) if tags[t] == "NN"), "") for part in (first, second)]
        persons = all(meaning.animacy(noun) == "person" for noun in nouns)
        return persons and tags[second[0]] in {"NN", "ADJA"} and self._takes_singular(self.finite)

    def _are_offices(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether a noun for a person is joined to another without article that stands before a name."""
        if not first or not second:
            return False
        tags, texts = self.words.tags, self.words.texts
        if not first or not second:  # „Verbleib in oder Austritt aus dem Bund"
            return False
        person = meaning.animacy(texts[first[-1]]) == "person" and meaning.animacy(texts[second[0]]) == "person"
        return person and tags[first[-1]] == tags[second[0]] == "NN" and tags[second[-1]] == "NE"

    def _is_masculine(self, determiner: int) -> bool:
        """Whether an article is masculine and singular: „der Kanzler und Parteichef", not „die Ministerin und"."""
        features = nominal.determiner(self.words.texts[determiner])
        return any(f.number == "sg" and f.gender == "m" for f in features)

    def _takes_singular(self, finite: int) -> bool:
        """Whether a finite form is singular in the third person, and nothing else."""
        forms = [f for f in verbs.analyse(self.words.texts[finite]) if f.kind == "finite" and f.person == 3]
        return bool(forms) and all(form.number == "sg" for form in forms)

    def _prefield(self, phrases: list[Phrase]) -> list[Phrase]:
        """Before the finite verb of a verb-second clause stands one constituent: its noun has what follows it."""
        built: list[Phrase] = []
        for phrase in phrases:
            host = built[-1] if built else None
            if host is not None and host.kind == phrase.kind == "np" and self._attacher.in_prefield(phrase):
                comma = any(self.words.texts[t] == "," for t in self._gap(host, phrase))
                apposed = comma and self._can_be_apposed(host, phrase)
                if apposed or self._is_acronym_of(host, phrase) or self._is_called(host, phrase):
                    phrase.attached_to = host.head
                    host.genitives.append(phrase)
                    self._take_case(host, phrase)
                    continue
            built.append(phrase)
        return built

    def _is_called(self, host: Phrase, phrase: Phrase) -> bool:
        """„Der Chef der Initiative ‚Pro Bahn' Jan Huber forderte": a person described, and the name right behind it."""
        tags, last = self.words.tags, host.everything()[-1]
        names = all(tags[t] == "NE" for t in phrase.tokens) and phrase.determiner is None and len(phrase.tokens) > 1
        described = host.determiner is not None and tags[host.head] == "NN" and bool(host.genitives)
        person = described and meaning.animacy(self.words.texts[host.head]) == "person"
        return person and names and tags[last] in NOMINAL and all(map(self.words.is_silent, self._gap(host, phrase)))

    def _take_case(self, host: Phrase, phrase: Phrase) -> None:
        """„Ida Moser, der Leiterin des Amts, gefällt das": a name has the case of the description behind it."""
        names = all(self.words.tags[t] == "NE" for t in host.tokens)
        if host.kind == "np" and names and phrase.determiner is not None and phrase.features:
            host.features = phrase.features

    def _is_acronym_of(self, host: Phrase, phrase: Phrase) -> bool:
        """„Karl Huber, Chef der IWF": a genitive, whatever gender its acronym is known by."""
        head, determiner = phrase.head, phrase.determiner
        acronym = self.words.tags[head] == "NE" and self.words.texts[head].isupper()
        genitive = determiner is not None and self.words.lower[determiner] == "der"
        return (
            acronym
            and genitive
            and self._attacher.follows(host, phrase)
            and self.words.tags[host.tokens[-1]] in NOMINAL
        )

    def _can_be_apposed(self, host: Phrase, phrase: Phrase) -> bool:
        if self.words.tags[host.head] not in NOMINAL or self.words.tags[phrase.head] in PRONOMINAL:
            return False
        return not host.cases() or not phrase.cases() or bool(host.cases() & phrase.cases())
