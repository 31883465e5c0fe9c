"""Descriptions: „der Handelsminister", „der Feuerwehrchef", „der Konzern" lead to who was introduced with them.

People are introduced by a noun before the name („Handelsminister Frank Doyle") or by an apposition behind it („Hanno
Grimm, Chef der Feuerwehr,"); offices lead, by the date of the document, to their holders in the catalogue.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase, Role
from stance.discourse.reference.bodies import Bodies, first_of
from stance.discourse.reference.endings import Endings
from stance.discourse.reference.equatives import Equatives
from stance.discourse.reference.groups import title_behind
from stance.discourse.reference.late_names import LateNames
from stance.discourse.reference.names import NAME_TAGS, Identity, Names
from stance.discourse.reference.titles import HANGING, Titles
from stance.discourse.reference.trades import is_akin, is_trade, males
from stance.discourse.wordlists import word_ends, word_list, word_table
from stance.german import closed, meaning, noun_phrases
from stance.matching.view import View

_DEFINITE: Final = frozenset({"der", "die", "den", "dem", "des", "das"})
_SHORTEST: Final = 4


@attrs.frozen
class _Introduction:
    """A description and whom it introduces: noun, attributes, the noun it belongs to, and where it stands."""

    noun: str
    attributes: str
    owner: str
    name: str
    at: int = attrs.field(eq=False)


class _Introductions:
    """The introductions of a document, each once and in text order, found by their words; the nouns of each name.

    Args:
        introductions: in text order.
    """

    def __init__(self, introductions: Iterable[_Introduction]) -> None:
        self.by_noun = Endings[_Introduction]()
        self.by_title = Endings[_Introduction]()
        self.by_owner = Endings[_Introduction]()
        self.by_male = Endings[_Introduction]()
        self.nouns: dict[str, set[str]] = {}
        for one in dict.fromkeys(introductions):
            self.nouns.setdefault(one.name, set()).add(one.noun)
            self.by_noun.add(one, (one.noun,))
            self.by_title.add(one, (one.noun, *_joined(one.owner, one.noun)))
            self.by_owner.add(one, (one.owner,) if one.owner else ())
            joined = _joined(one.owner, one.noun) or (one.noun,)
            self.by_male.add(one, {male for noun in (one.noun, *joined) for male in males(noun)})


@attrs.frozen(eq=False, slots=False)
class Descriptions:
    """The descriptions of one document.

    Attributes:
        names: its names.
        bodies: its bodies.
        date: its ISO date, or None.
    """

    names: Names
    bodies: Bodies
    date: str | None = None

    @property
    def _view(self) -> View:
        return self.names.view

    @cached_property
    def titles(self) -> Titles:
        """The names that nouns of the document introduce."""
        return Titles(self.names, self.bodies)

    @cached_property
    def _equatives(self) -> Equatives:
        return Equatives(self.names)

    # -- introductions -------------------------------------------------------------------------------------------------

    @cached_property
    def _introductions(self) -> _Introductions:
        late = ((np, self._late_names.name_of(np.head)) for np in self._view.graph.noun_phrases)
        return _Introductions((*self._told, *(self._introduction(np, name) for np, name in late if name is not None)))

    @cached_property
    def _told(self) -> tuple[_Introduction, ...]:
        """The introductions by nouns that stand beside the name, or in a clause that says what somebody is."""
        phrases = (i for np in self._view.graph.noun_phrases for i in self._introduced(first_of(np)))
        return (*phrases, *self._leading_something())

    @cached_property
    def _late_names(self) -> LateNames:
        told = _Introductions(self._told)

        def is_named(np: NounPhrase) -> bool:
            return bool(self._introduced_by(np, told)) or self._holder(np) is not None

        def introduced(np: NounPhrase) -> list[tuple[str, int]]:
            found = told.by_noun.of((self._noun(np.head),))
            return [(one.name, one.at) for one in found if not (one.attributes or one.owner)]

        return LateNames(self.names, is_named, introduced)

    def _leading_something(self) -> Iterator[_Introduction]:
        """„Udo Lamm, der auch den Aufsichtsrat führt, …": a clause that says what somebody leads, as a noun would."""
        for clause in self._view.graph.clauses if self.names.people else ():
            verb, subject, led = clause.verb, self._view.subject(clause), clause.first(Role.ACCUSATIVE)
            fact = verb is not None and verb.lemma in word_list("leading") and verb.mood == "indicative"
            if subject is None or led is None or not fact or clause.negations or clause.question:
                continue
            holder = clause.antecedent if self._view.tag(subject.head) == "PRELS" else subject.head
            name = None if holder is None else self._named_at(holder)
            if name is not None and meaning.animacy(self._view.text(led.head)) == "institution":
                leader = "chefin" if self.names.genders(name) == {"f"} else "chef"
                yield _Introduction(leader, "", self._view.lemma(led.head).lower(), name, led.head)

    def _named_at(self, head: int) -> str | None:
        """The full name of a person in the phrase around a token."""
        np = self._view.graph.noun_phrase_at(head)
        run = [] if np is None else self.names.run(np.tokens)
        name = self.names.identify(run).name if run else None
        return name if name in self.names.people else None

    def nouns_of(self, name: str) -> Iterable[str]:
        """The nouns that say what somebody is, in small letters („der Landrat Udo Lamm").

        Args:
            name: canonical name.
        """
        return self._introductions.nouns.get(name, ())

    def may_be(self, np: NounPhrase, name: str) -> bool:
        """Whether somebody may be what a noun says: one of whom no trade is told, or a wider or the same one.

        Args:
            np: the phrase.
            name: canonical name.
        """
        noun = self._noun(np.head)
        trades = [trade for trade in self.nouns_of(name) if is_trade(trade)]
        return not trades or any(is_akin(noun, trade) for trade in trades)

    def comes_with_setting(self, name: str) -> bool:
        """Whether somebody is told of only by an office that belongs to a setting („die Anwältin", „ein Sprecher").

        Args:
            name: canonical name.
        """
        nouns = self.nouns_of(name) or (name.partition(" ")[0].lower(),)
        return all(noun.removesuffix("in").endswith(word_ends("of_settings")) for noun in nouns)

    def _introduced(self, np: NounPhrase) -> Iterator[_Introduction]:
        view = self._view
        if (equated := self._equatives.name_of(np.head)) is not None:
            yield self._introduction(np, equated)
        elif view.tag(np.head) == "NN":
            run = self.titles.name_in(np.tokens, np.head)
            name = self.names.identify(run).name if run else None
            body = meaning.animacy(view.text(np.head)) == "institution"
            if name is not None and (not body or self.bodies.is_company(np.head, run)):
                yield from () if self._names_several(np) else [self._introduction(np, name)]
            elif name is None and (apposed := self.titles.apposed_body(np.tokens, np.head)) is not None:
                yield self._introduction(np, apposed.name or "")
            yield from self._unparsed(np)
            yield from self._kin(np)
        run = self.names.run(np.tokens)
        yield from self._noble(run)
        comma = run[-1] + 1 if run else 0
        if (
            run
            and np.head in run
            and self.names.is_full(run)
            and comma < len(view.graph.doc)
            and view.text(comma) == ","
        ):
            apposition = next(iter(view.phrases_in(comma + 1, comma + 2)), None)
            name = self.names.identify(run).name
            if apposition is not None and name is not None and self._closes(apposition):
                yield self._introduction(apposition, name)

    def _noble(self, run: Sequence[int]) -> Iterator[_Introduction]:
        """„Clemens Graf Droste": somebody called by a title inside the name („der Graf")."""
        titles = [t for t in run[1:-1] if closed.is_noble_title(self._view.text(t))]
        name = self.names.identify(run).name if titles else None
        if name is not None:
            yield _Introduction(self._noun(titles[0]), "", "", name, titles[0])

    def _names_several(self, np: NounPhrase) -> bool:
        """„die Schwestern Anna und Lisa Brand"."""
        pairs = [(self._view.text(t), self._view.tag(t)) for t in np.tokens if t <= np.head]
        shown = noun_phrases.noun_phrase(pairs)
        return bool(shown) and all(a.number == "pl" for a in shown)

    def _kin(self, np: NounPhrase) -> Iterator[_Introduction]:
        """„ihr Mann, der Landrat Stefan Lamm": kin whom an apposition names."""
        view, comma = self._view, np.tokens[-1] + 1
        kin = np.determiner is not None and view.tag(np.determiner) == "PPOSAT"
        if not kin or comma >= len(view.graph.doc) or view.text(comma) != ",":
            return
        apposition = next(iter(view.phrases_in(comma + 1, comma + 2)), None)
        run = [] if apposition is None else self.names.run(apposition.tokens)
        name = self.names.identify(run).name if self.names.is_full(run) else None
        if name is not None:
            yield self._introduction(np, name)

    def _unparsed(self, np: NounPhrase) -> Iterator[_Introduction]:
        """A name before the finite verb, read as a noun beside the phrase before it: „Der Konzern Nordstahl will"."""
        view, behind = self._view, np.head + 1
        beside = np.tokens[-1] == np.head and view.tag(behind) in ("NN", "NE") and view.tag(behind + 1).endswith("FIN")
        opens = beside and np.tokens[0] == view.clause(np.clause).tokens[0]
        if opens and view.lemma(np.head).lower().endswith(word_ends("naming_nouns")):
            yield self._introduction(np, view.text(behind))

    def _closes(self, apposition: NounPhrase) -> bool:
        """Whether a noun for a person stands between two commas, with what hangs on it („Dekanin in Kiel")."""
        view = self._view
        rest = range(apposition.tokens[-1] + 1, len(view.graph.doc))
        end = next((t for t in rest if view.tag(t) not in HANGING), len(view.graph.doc))
        named = view.tag(apposition.head) == "NN" and meaning.animacy(view.text(apposition.head)) == "person"
        return named and end < len(view.graph.doc) and view.text(end) in (",", ".")

    def _introduction(self, np: NounPhrase, name: str) -> _Introduction:
        return _Introduction(self._noun(np.head), self._attributes(np), self._owner(np), name, np.head)

    def _noun(self, head: int) -> str:
        """The lemma in small letters; words for leaders are one („Vorsitzende", „Chefin")."""
        noun = self._view.lemma(head).lower()
        for leader in word_ends("leaders"):
            if noun.endswith(leader):
                feminine = leader.endswith("in") or self._is_chairwoman(head)
                return noun.removesuffix(leader) + ("chefin" if feminine else "chef")
        return noun

    def _is_chairwoman(self, head: int) -> bool:
        """„Die Vorsitzende", against „der Vorsitzende"."""
        np = self._view.graph.noun_phrase_at(head)
        male = np is not None and np.determiner is not None and self._view.lower(np.determiner) == "der"
        return self._view.text(head).lower().endswith("vorsitzende") and not male

    def _attributes(self, np: NounPhrase) -> str:
        return " ".join(re.sub(r"e[nmrs]?$", "", self._view.lower(t)) for t in np.attributes)

    def _owner(self, np: NounPhrase) -> str:
        nouns = [t for t in np.possessor if self._view.tag(t) in ("NN", *NAME_TAGS)]
        return self._view.lemma(nouns[0]).lower() if nouns else ""

    # -- who is meant --------------------------------------------------------------------------------------------------

    def identify(self, head: int) -> Identity | None:
        """Who a definite description means; None where it is none or nobody is known by it.

        Args:
            head: its head noun.
        """
        if (equated := self._equatives.name_of(head) or self._late_names.name_of(head)) is not None:
            return Identity(equated, self.names.catalogue.named(equated))
        np = self._view.graph.noun_phrase_at(head)
        if np is not None and (title := title_behind(self._view, head)) in np.tokens:
            np = attrs.evolve(np, tokens=tuple(t for t in np.tokens if t != head), head=title)
        if np is None or self._view.tag(np.head) != "NN" or not self._is_definite(np):
            return None
        if _placed(np):
            return self.bodies.identify(np) or self._varied(np)
        names = self._introduced_by(np, self._introductions)
        if len(names) == 1:
            entry = self.names.catalogue.named(names[0])
            return Identity(names[0], entry)
        if names:
            return Identity(None, None, names)
        if self._view.tag(np.determiner or 0) == "PPOSAT":
            return None
        return self._holder(np) or self.bodies.identify(np) or (self._varied(np) if np.possessor else None)

    def _varied(self, np: NounPhrase) -> Identity | None:
        """The only one introduced by a word of that sense who is told the place of now („der Coach des FC Auental")."""
        noun = self._noun(np.head)
        if any(self._view.lower(t) in word_list("sides") for t in np.possessor):
            return None
        found = [
            name for name in self._introduced_narrower(np, noun, self._introductions) if noun not in self.nouns_of(name)
        ]
        return Identity(found[0], self.names.catalogue.named(found[0])) if len(found) == 1 else None

    def _is_definite(self, np: NounPhrase) -> bool:
        view = self._view
        if any(p not in word_list("placing") for p in _placed(np)):
            return False
        if np.determiner is None:
            before = np.tokens[0] - 1  # „vom Präsidenten", „im Ministerium"
            return before >= 0 and view.tag(before) == "APPRART" and meaning.can_act(view.text(np.head))
        kin = view.tag(np.determiner) == "PPOSAT" and view.lemma(np.head).lower() in word_list("kin")
        if not kin and view.lower(np.determiner) not in _DEFINITE:
            return False
        shown = noun_phrases.noun_phrase([(view.text(t), view.tag(t)) for t in np.tokens if t <= np.head])
        return not shown or any(a.number == "sg" for a in shown) or self.bodies.is_one_in_plural(np.head)

    def _introduced_by(self, np: NounPhrase, known: _Introductions) -> tuple[str, ...]:
        noun, attributes, owner = self._noun(np.head), self._attributes(np), self._owner(np)
        if attributes or owner:
            same = [i for i in known.by_noun.of((noun,)) if (attributes, owner) == (i.attributes, i.owner)]
            same = [*same, *known.by_noun.of(_joined(owner, noun))] or self._named_later(np, noun, owner, known)
            return _names(same)
        found = known.by_title.of((noun,)) or (known.by_noun.ending_in((noun,)) if len(noun) >= _SHORTEST else [])
        if found and noun not in {i.noun for i in found} and (unnamed := self._unnamed(np, noun)):
            return (*_names(found), *unnamed)
        return (
            _names(found)
            or self._leading(np, noun, known)
            or self._introduced_narrower(np, noun, known)
            or self._former(noun, known)
        )

    def _named_later(self, np: NounPhrase, noun: str, owner: str, known: _Introductions) -> list[_Introduction]:
        """„Der Vorsitzende des Vereins … Der Vorsitzende, der Tierarzt Udo Lamm, …", where no other owner is told."""
        introduced = (i for i in known.by_noun.of((noun,)) if not (i.attributes or i.owner))
        found = [i for i in introduced if i.at > np.head]
        setting = noun.removesuffix("in").endswith(word_ends("of_settings"))  # a spokesman of others
        alone = bool(owner) and not (setting or np.attributes) and len(_names(found)) == 1
        return found if alone and self._owners[noun] == {owner} else []

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        """Nouns for people → the owners that the document tells with them."""
        found: dict[str, set[str]] = {}
        for np in self._view.graph.noun_phrases:
            if np.possessor and self._view.tag(np.head) == "NN" and (owner := self._owner(np)):
                found.setdefault(self._noun(np.head), set()).add(owner)
        return found

    def _former(self, noun: str, known: _Introductions) -> tuple[str, ...]:
        """Who had an office before, first those of whom that was said („der frühere Landrat … der Altlandrat")."""
        first = next((first for first in word_ends("former_firsts") if noun.startswith(first)), "")
        held = known.by_title.of((noun.removeprefix(first),)) if first else []
        before = [i for i in held if word_list("former") & set(i.attributes.split())]
        return _names(before or held)

    def _unnamed(self, np: NounPhrase, noun: str) -> tuple[str, ...]:
        """Nouns of people without name who may be meant too: „ein Autofahrer", beside „der Radfahrer Udo Lamm"."""
        found = self._indefinite.ending_in((noun,))
        return tuple(self._view.lemma(other.head) for other in found if other.head < np.head)

    @cached_property
    def _indefinite(self) -> Endings[NounPhrase]:
        """The phrases with an indefinite article by their lemma in small letters."""
        view = self._view
        found = Endings[NounPhrase]()
        for np in view.graph.noun_phrases:
            if np.determiner is not None and view.lower(np.determiner) in word_list("indefinite"):
                found.add(np, (view.lemma(np.head).lower(),))
        return found

    def _leading(self, np: NounPhrase, noun: str, known: _Introductions) -> tuple[str, ...]:
        """Who leads a body that the first part of a compound means („Chef des Gesundheitsamts … Behördenleiter")."""
        for leader in ("chefin", "chef"):
            body = noun.removesuffix(leader)
            if body in ("", noun):
                continue
            if body in word_list("led_in_general"):
                found = known.by_noun.of((leader,))
                return tuple(name for name in _names(found) if self._sexes(np) & self.names.genders(name))
            wider = word_table("wider_nouns")
            ends = next((wider[form] for form in (body, body[:-1]) if form in wider), ())
            led = known.by_owner.ending_in((body, body[:-1], *ends))
            return _names([i for i in led if i.noun in word_list("heads_of_bodies")])
        return ()

    def _introduced_narrower(self, np: NounPhrase, noun: str, known: _Introductions) -> tuple[str, ...]:
        """Who was introduced by a narrower noun, of the sex that the form tells („die Geigerin … die Musikerin")."""
        narrower = [end for male in males(noun) for end in word_table("wider_people").get(male, ())]
        found = known.by_male.ending_in(narrower)
        sexes = self._sexes(np) if found else frozenset()
        return tuple(name for name in _names(found) if not sexes or sexes & self.names.genders(name))

    def _sexes(self, np: NounPhrase) -> frozenset[str]:
        """The genders that the form of a description leaves open: „die Kanzlerin", „der SPD-Vorsitzende"."""
        pairs = [(self._view.text(t), self._view.tag(t)) for t in np.tokens if t <= np.head]
        found = {a.gender for a in noun_phrases.noun_phrase(pairs) if a.number == "sg"}
        return frozenset(gender for gender in found if gender in ("m", "f"))

    def _holder(self, np: NounPhrase) -> Identity | None:
        """The holder of an office: the one at the date, or the only one that the document names."""
        if np.possessor:
            return None
        noun = self._view.lemma(np.head).lower()
        attributes = self._attributes(np)
        title = f"{attributes} {noun}" if attributes else noun
        sexes = self._sexes(np)
        held = self.names.catalogue.holders(title, self.date)
        found = [e for e in held if not sexes or e.gender is None or e.gender in sexes]
        named = [e for e in found if e.name in self.names.people]
        if len(named) == 1 or len(found) == 1:
            entry = (named if len(named) == 1 else found)[0]
            return Identity(entry.name, entry)
        return Identity(None, None, tuple(e.name for e in found)) if found else None


def _placed(np: NounPhrase) -> list[str]:
    """The prepositions of what hangs on a noun."""
    return [m.preposition for m in np.modifiers if m.preposition is not None]


def _joined(owner: str, noun: str) -> tuple[str, ...]:
    """„Chef der Feuerwehr" as one word, with and without what may join the two; none where there is no owner."""
    stems = dict.fromkeys((owner, owner.removesuffix("e"), *(owner + link for link in ("s", "n", "en", "-"))))
    return tuple(stem + noun for stem in stems) if owner else ()


def _names(found: Sequence[_Introduction]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i.name for i in found))
