"""Bodies named by what they are: „die Gewerkschaft", „das Gericht", „der Konzern" lead to one named before.

A body is known by the nouns its entry in the catalogue lists (Verdi: Gewerkschaft), by the last part of its own noun
(„das Landgericht Kiel … das Gericht"), as a party, or as a company by how its name stands in the text. The only one
of that sort that was named before is meant; several leave it open (definite descriptions: Vieira & Poesio 2000).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase
from stance.discourse.reference.endings import Endings
from stance.discourse.reference.groups import Groups
from stance.discourse.reference.names import NAME_TAGS, Identity, Names
from stance.discourse.wordlists import word_ends, word_list, word_table
from stance.entities.catalogue import Entry
from stance.german import closed, meaning, nominal, noun_phrases
from stance.german.given_names import is_given_name
from stance.matching.view import View
from stance.model import ActorKind

_NOUNS: Final = NAME_TAGS | {"NN"}
_OBLIQUE: Final = frozenset({"des", "dem", "den", "vom", "beim", "zum", "im"})
_ACTING: Final = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT})


@attrs.frozen
class _Body:
    """A body that the document names.

    Attributes:
        at: head of the mention.
        name: canonical name.
        nouns: nouns that mean it, in small letters.
        entry: its entry in the catalogue, or None.
        titled: whether a name, a genitive or a preposition stands behind its noun („Landgericht Kiel", „Verband der
            Müller", „Institut für Weltmeere").
    """

    at: int
    name: str
    nouns: tuple[str, ...]
    entry: Entry | None = None
    titled: bool = False

    def is_meant_by(self, noun: str) -> bool:
        """Whether a noun is the last part of its own; its own noun only where a name tells it from others."""
        return any(own.endswith(noun) and (own != noun or self.titled) for own in self.nouns)

    def is_kind_of(self, noun: str, ends: frozenset[str]) -> bool:
        """Whether a noun is wider than its own, one with one of some ends („das Gesundheitsamt … die Behörde")."""
        return any(own != noun and own.endswith(tuple(ends)) for own in self.nouns)


@attrs.frozen(eq=False)
class _Mentioned:
    """Bodies of a document in text order, each by its first mention, found by the nouns that mean them."""

    _by_noun: Endings[_Body] = attrs.field(factory=Endings, init=False)
    _seen: set[tuple[str, tuple[str, ...], bool]] = attrs.field(factory=set, init=False)
    _by_word: dict[str, list[_Body]] = attrs.field(factory=dict, init=False)

    def add(self, bodies: Iterable[_Body]) -> None:
        """Add bodies that stand behind those added before."""
        for body in bodies:
            key = (body.name, body.nouns, body.titled)
            if key not in self._seen:
                self._seen.add(key)
                self._by_noun.add(body, body.nouns)
                for word in body.name.split():
                    self._by_word.setdefault(word, []).append(body)

    def named(self, word: str, before: int) -> list[_Body]:
        """Those before a token that have a word in their name."""
        return [b for b in self._by_word.get(word, ()) if b.at < before]

    def called(self, noun: str, before: int) -> list[_Body]:
        """Those before a token that have a noun as their own."""
        return [b for b in self._by_noun.of((noun,)) if b.at < before]

    def of_kind(self, noun: str, before: int) -> list[_Body]:
        """Those before a token than whose own a noun is wider."""
        ends = word_table("wider_nouns").get(noun, frozenset())
        return [b for b in self._by_noun.ending_in(ends) if b.at < before and b.is_kind_of(noun, ends)]

    def meant_by(self, noun: str, before: int) -> list[_Body]:
        """Those before a token of whose own a noun is the last part."""
        return [b for b in self._by_noun.ending_in((noun,)) if b.at < before and b.is_meant_by(noun)]


@attrs.frozen(eq=False, slots=False)
class Bodies:
    """The bodies of one document.

    Attributes:
        names: its names.
        groups: names what has no proper name.
    """

    names: Names
    groups: Groups

    @property
    def _view(self) -> View:
        return self.names.view

    def identify(self, np: NounPhrase) -> Identity | None:
        """Which body a definite phrase without name means, open where there are several; None where there is none.

        Args:
            np: the phrase.
        """
        placed = (m.preposition for m in np.modifiers if m.preposition is not None)
        wide = self._view.lemma(np.head).lower() in word_list("nouns_for_any_body")
        allowed = word_list("from_places") | (word_list("where_spoken") if wide else frozenset())
        if self._has_name_behind(np) or any(preposition not in allowed for preposition in placed):
            return None
        found = self._meant(np, self._described) or self._called_like_government(np)
        names = tuple(dict.fromkeys(b.name for b in found))
        if len(names) == 1:
            return Identity(names[0], found[0].entry)
        return Identity(None, None, names) if names or self._may_be_unknown(np) else None

    def is_body(self, np: NounPhrase) -> bool:
        """Whether a phrase names a body by a name of its own, or by a noun and what tells it from others.

        Args:
            np: the phrase.
        """
        return np.head in self._by_own_name or (any(body.titled for body in self._by_noun(np)) and self._is_body(np))

    def _may_be_unknown(self, np: NounPhrase) -> bool:
        """Whether „das Unternehmen" may be something named before of which nothing tells what it is („bei Holtec")."""
        wide = self._view.lemma(np.head).lower() in word_list("nouns_for_any_firm")
        alone = not (np.attributes or np.possessor or np.modifiers)
        return wide and alone and any(head < np.head for head in self._unknown_names)

    @cached_property
    def _unknown_names(self) -> tuple[int, ...]:
        """The heads of names that may be those of firms, as far as anything tells."""
        return tuple(np.head for np in self._phrases if self._may_be_firm(np))

    def _may_be_firm(self, np: NounPhrase) -> bool:
        """Whether a phrase is an unknown name, or a noun that is made like the name of a firm."""
        view, text = self._view, self._view.text(np.head)
        if view.tag(np.head) == "NN":
            thing = meaning.animacy(text) in ("other", "unknown")
            placed = thing and np.head + 1 in np.tokens and meaning.is_quarter(view.text(np.head + 1))
            return placed or meaning.is_made_like_company(text)
        run = self.names.run(np.tokens)
        if not run or run[0] != np.head or self._label(run) in ("PER", "LOC") or self.names.is_full(run):
            return False
        person = is_given_name(text) or text in self.names.surnames
        known = meaning.is_organisation(text) or meaning.is_party(text) or meaning.is_medium(text, name=True)
        return not (person or known or meaning.animacy(text, name=True) in ("place", "person"))

    def _called_like_government(self, np: NounPhrase) -> list[_Body]:
        """Those whom „der Bund" may mean beside the government, and that: a federation named before."""
        noun = self._view.lemma(np.head)
        called = self._described.called(noun.lower(), np.head) if noun in word_list("government_words") else ()
        federations = [b for b in called if b.titled and b.name.startswith(noun)]
        return [*federations, _Body(np.head, noun, (noun.lower(),))] if federations else []

    def _meant(self, np: NounPhrase, described: _Mentioned) -> list[_Body]:
        """The bodies before a phrase that its noun may mean, with or without a first part that praises or blames."""
        lemma = self._view.lemma(np.head).lower()
        first = next((first for first in word_ends("praising_firsts") if lemma.startswith(first)), "")
        found = self._meant_by(np, lemma, described)
        return found or (self._meant_by(np, lemma.removeprefix(first), described) if first else [])

    def _meant_by(self, np: NounPhrase, lemma: str, described: _Mentioned) -> list[_Body]:
        """Those of a name first, then those described."""
        found = self._named.called(lemma.rpartition("-")[2], np.head)
        if not found and lemma not in word_list("widely_used"):
            found = self._named.meant_by(lemma, np.head)
        if not found and lemma in word_list("used_again") and not np.attributes:
            found = [b for b in described.called(lemma, np.head) if b.titled]
        if found or np.possessor:
            return found
        found = self._named.of_kind(lemma, np.head) + described.of_kind(lemma, np.head)
        meant = lemma not in word_list("widely_used") and not np.attributes
        return found + (described.meant_by(lemma, np.head) if meant else [])

    def name_behind(self, tokens: Sequence[int], head: int) -> Identity | None:
        """The name that stands behind a noun for bodies and was read by itself („des Senders Nordlicht TV").

        Args:
            tokens: the phrase.
            head: its noun, the last of its words.
        """
        if tokens[-1] != head or self._view.tag(head) != "NN" or not self.names_bodies(head):
            return None
        name = next(iter(self._view.phrases_in(head + 1, head + 2)), None)
        words = () if name is None or name.tokens[0] != head + 1 or name.determiner is not None else name.tokens
        run = [t for t in words if self._view.text(t)[:1].isupper()]
        named = any(self._view.tag(t) in NAME_TAGS for t in run) and self.is_company(head, run)
        return self.names.identify(run) if named else None

    def of_place(self, np: NounPhrase) -> Identity | None:
        """The club or firm before a phrase whose name has the place that its noun names people by: „die Wallbacher".

        Open where several have it; other bodies of a place (its town, its court) are not meant.

        Args:
            np: the phrase, in the plural.
        """
        if np.determiner is None or self._view.tag(np.head) != "NN" or np.attributes or np.possessor:
            return None
        text = self._view.text(np.head)
        people = text.removesuffix("n") if text.endswith("ern") else text
        words = (people, *meaning.homes(people))
        known = (self._named, self._described)
        of_place = (b for word in words for bodies in known for b in bodies.named(word, np.head))
        found = [b for b in of_place if not any(map(_is_authority, b.nouns))]
        names = tuple(dict.fromkeys(b.name for b in found))
        if len(names) > 1:
            return Identity(None, None, names)
        firms = word_table("wider_nouns")["unternehmen"] | word_list("called_by_places")
        called = [b for b in found if b.at not in self._by_noun_at or b.is_kind_of("", firms)]
        return Identity(names[0], called[0].entry) if called else None

    @cached_property
    def _by_noun_at(self) -> frozenset[int]:
        """The heads of bodies that are known by their noun, not by a name of their own."""
        return frozenset(body.at for np in self._phrases if self._is_body(np) for body in self._by_noun(np))

    def is_named(self, name: str) -> bool:
        """Whether a name is that of a body of the document.

        Args:
            name: the name.
        """
        return any(b.name == name for b in self._named.named(name.partition(" ")[0], len(self._view.graph.doc)))

    def _has_name_behind(self, np: NounPhrase) -> bool:
        """„das Unternehmen Nordstahl", however the phrase was read."""
        behind = np.head + 1
        if behind in np.tokens and self._is_word_of_name(behind):
            return True  # „der Verein Freier Fischer"
        return behind < len(self._view.graph.doc) and self._view.tag(behind) in NAME_TAGS

    def is_company(self, head: int, run: Sequence[int]) -> bool:
        """„der Konzern Nordstahl": a common noun for bodies before the name of one that is no place."""
        form = self.names.legal_form(run)
        if (form is not None and not meaning.is_association_form(form)) or any(self._view.text(t) == "&" for t in run):
            return True
        lemma = self._view.lemma(head).lower()
        named = self.names_bodies(head)
        text = self._view.text(run[0])
        known = meaning.is_organisation(text)
        if named and meaning.begins_station(text):
            return True
        if lemma.endswith(word_ends("local_nouns")) and lemma not in word_list("local_nouns") and not known:
            return False
        place = meaning.is_country(text) or meaning.animacy(text, name=True) == "place"
        return named and not place and (known or not is_given_name(text))

    def needs_noun(self, head: int, run: Sequence[int]) -> bool:
        """Whether words are no name without the noun before them („Stiftung Lesen", „Reederei Udo Lamm").

        Args:
            head: the noun.
            run: the words behind it.
        """
        view = self._view
        if not run:
            return False
        numbered = all(view.text(t).isdigit() for t in run)  # „das Bündnis 90"
        if run[0] == head + 1 and (numbered or view.lemma(head).lower().endswith(word_ends("parts_of_names"))):
            return True
        formed = run[0] == head + 1 and self.names.legal_form(run) is not None
        formed = formed and meaning.animacy(view.text(head)) == "institution"
        if self.names.names_firm(run, behind_noun=True) or (formed and not self.names_bodies(head)):
            return True  # „Molkerei Wiesengrund eG"
        genitive = len(run) > 1 and view.tag(run[0]) == "ADJA" and view.text(run[0]).endswith("er")
        return genitive and any(r.kind == "common" for r in nominal.common_readings(view.text(run[-1])))

    def names_bodies(self, head: int) -> bool:
        """Whether a common noun stands before names of bodies and is no part of them („der Konzern Nordstahl")."""
        text = self._view.text(head)
        named = self._view.lemma(head).lower().endswith(word_ends("naming_nouns"))
        medium = self._view.tag(head) == "NN" and meaning.is_medium(text)
        return medium or (named and meaning.animacy(text) != "person")

    def _label(self, run: Sequence[int]) -> str:
        return self._view.graph.doc[run[0]].ent_type_

    # -- what the document names ---------------------------------------------------------------------------------------

    @cached_property
    def _phrases(self) -> tuple[NounPhrase, ...]:
        """The phrases of the document, coordinated ones apart, without the place and agency of a dateline."""
        phrases = (np for np in self._view.graph.noun_phrases if not self._view.is_in_dateline(np.head))
        return tuple(first_of(np) for np in phrases)

    @cached_property
    def _named(self) -> _Mentioned:
        """Bodies with a name of their own."""
        found = _Mentioned()
        found.add(self._by_own_name.values())
        return found

    @cached_property
    def _by_own_name(self) -> dict[int, _Body]:
        """Bodies with a name of their own by the heads of their mentions, in text order."""
        bodies = (self._by_quoted_name(np) or self._by_name(np) for np in self._phrases)
        return {body.at: body for body in bodies if body is not None}

    def _by_quoted_name(self, np: NounPhrase) -> _Body | None:
        """„die Stiftung „Leben"": a noun for bodies before a name in quotation marks."""
        name = self._quoted_behind(np.head)
        if name is None:
            return None
        return _Body(np.head, name, (self._view.lemma(np.head).lower(),), self.names.entry([name]))

    def quoted(self, tokens: Sequence[int], head: int) -> str | None:
        """The name in quotation marks behind a noun for bodies („das Magazin „Quer""), else None.

        Also one that goes on behind its head („der „Bote am Abend"") or has its article inside the marks.
        """
        around = self._view.graph.quote_at(head)
        if around is not None and around.scare and around.closer is not None:
            first = around.start + 1
            np = self._view.graph.noun_phrase_at(head)
            part = np is None or first not in np.tokens or head + 1 < around.closer
            if part or (self._view.tag(first) == "ART" and self._view.text(first)[:1].isupper()):
                return self._title(tokens, range(first, around.closer))
        after = [t for t in tokens if t > head]
        quote = self._view.graph.quote_at(after[0]) if len(after) > 2 else None
        return self._quoted_behind(head) if quote is not None and quote.end == after[-1] + 1 else None

    def _title(self, tokens: Sequence[int], inside: Sequence[int]) -> str:
        """The words inside marks, the first in the nominative where it has an ending of its article's case.

        „des „Sportjournals Nord“", „nach dem „Elbboten“": papers only, whose names are inflected like nouns.
        """
        words = [self._view.text(t) for t in inside]
        oblique = tokens[0] < inside[0] and self._view.lower(tokens[0]) in _OBLIQUE
        if oblique and meaning.is_medium(words[0], name=True):
            words[0] = nominal.noun_lemma(words[0])
        return " ".join(words)

    def _quoted_behind(self, head: int) -> str | None:
        """The words in quotation marks right behind a noun for bodies, else None."""
        quote = self._view.graph.quote_at(head + 1) if head + 1 < len(self._view.graph.doc) else None
        if quote is None or quote.start != head + 1 or quote.closer is None or not self.names_bodies(head):
            return None
        return " ".join(self._view.text(t) for t in range(quote.start + 1, quote.end - 1))

    def _by_name(self, np: NounPhrase) -> _Body | None:
        run = self._run_from(np)
        entry = self._entry(np, run)
        run = run or self._noun_as_name(np)
        if entry is None and not run:
            return None
        nouns: frozenset[str] = frozenset()
        if entry is not None:
            nouns = frozenset(entry.nouns) if entry.kind in _ACTING else frozenset()
        elif run and not meaning.is_party(self._view.text(run[0])) and self._is_firm(np, run):
            nouns = self._nouns_of(np, run)
        party = entry.name if entry is not None else self._view.text(run[0]) if run else ""
        if meaning.is_party(party):
            nouns |= word_list("party_nouns")
        noun = f"{self._view.lemma(np.head)} " if self.needs_noun(np.head, run) else ""
        name = entry.name if entry is not None else noun + self.names.words(run)
        return _Body(np.head, name, tuple(noun.lower() for noun in nouns), entry) if nouns else None

    def _noun_as_name(self, np: NounPhrase) -> list[int]:
        """Common nouns that are the name of a company behind its noun: „der Paketdienst Eilpost Ost"."""
        behind = np.head + 1
        run = [t for t in np.tokens if t > np.head]
        nouns = all(self._view.tag(t) == "NN" for t in run)
        named = bool(run) and nouns and run == list(range(behind, behind + len(run)))
        return run if named and self.is_company(np.head, run) else []

    def _nouns_of(self, np: NounPhrase, run: Sequence[int]) -> frozenset[str]:
        """The nouns that mean a body by its name: of a club, of a company, or the one before the name."""
        if self._view.text(run[0]) in word_list("club_prefixes"):
            return word_list("club_nouns")
        noun = self._view.lemma(np.head).lower()
        formed = word_table("nouns_of_legal_forms").get(self.names.legal_form(run) or "", frozenset())
        if run[0] == np.head or not self.names_bodies(np.head):
            own = frozenset({noun}) if self.needs_noun(np.head, run) else frozenset()  # „Molkerei Wiesengrund eG"
            return word_list("company_nouns") | formed | own
        company = noun.endswith(word_ends("company_ends"))
        return frozenset({noun}) | formed | (word_list("company_nouns") if company else frozenset())

    def _entry(self, np: NounPhrase, run: Sequence[int]) -> Entry | None:
        """What the catalogue knows by the words of a phrase, with and without its attributes, or by the name in it."""
        words = [t for t in np.tokens if t != np.determiner and t not in np.possessor]
        own = run if run and (run[0] == np.head or self.is_company(np.head, run)) else []
        return self.names.entry_of((words, [t for t in words if t <= np.head], own))

    def _run_from(self, np: NounPhrase) -> list[int]:
        """The first name among the words of a phrase from its head on."""
        return self.names.run(np.tokens[np.tokens.index(np.head) :] if np.head in np.tokens else ())

    def _is_firm(self, np: NounPhrase, run: Sequence[int]) -> bool:
        """Whether a name is that of a body by how it stands, of which no more is known."""
        text, label = self._view.text(run[0]), self._label(run)
        named = is_given_name(text) and not self.names.names_firm(run)
        if named or meaning.begins_station(text) or any(map(self._is_medium, (np.head, *run))):
            return False
        if self._view.graph.quote_at(np.head) is not None:
            return False
        if run[0] != np.head:
            if _is_authority(self._view.lemma(np.head).lower()):
                return False  # „das Amtsgericht Mersen"
            place = meaning.is_country(text) or meaning.animacy(text, name=True) == "place"
            alone = label == "ORG" and not place and not self.is_one_in_plural(np.head)  # „die Stadtwerke Mersen"
            return alone or self.is_company(np.head, run)
        if meaning.is_country(text) or meaning.is_organisation(text):
            return False
        if len(run) > 1 and text in word_list("club_prefixes"):
            return True
        feminine = np.determiner is not None and self._view.lower(np.determiner) == "die" and label != "PER"
        return label == "ORG" or feminine

    def _is_medium(self, token: int) -> bool:
        return meaning.is_medium(self._view.text(token))

    @cached_property
    def _described(self) -> _Mentioned:
        """Bodies with a noun of their own („das Landgericht Kiel", „die Handwerkskammer"), which means none before."""
        found = _Mentioned()
        for np in sorted(filter(self._is_body, self._phrases), key=lambda np: np.head):
            called = np.head + 1 in np.tokens and self._view.tag(np.head + 1) == "NN"  # „die Stadtwerke Torfen"
            definite = np.determiner is not None and not called and not self._has_name_behind(np)
            if not (definite and self._meant(np, found)):
                found.add(self._by_noun(np))
        return found

    def _is_body(self, np: NounPhrase) -> bool:
        view = self._view
        if np.head in self._by_own_name and self._is_name_behind(np):
            return False
        before = np.tokens[0] - 1
        bare = len(np.tokens) == 1 and before >= 0 and view.tag(before) == "APPR" and view.tag(np.head) == "NN"
        if bare and nominal.is_common(view.text(np.head)):
            return False  # „vor Gericht"
        return view.tag(np.head) in _NOUNS and meaning.animacy(view.text(np.head)) == "institution"

    def _is_name_behind(self, np: NounPhrase) -> bool:
        """Whether the name of a body stands right behind its noun, which is no part of it („der Konzern Nordstahl")."""
        run = self._run_from(np) or self._noun_as_name(np)
        return bool(run) and run[0] == np.head + 1 and self.is_company(np.head, run)

    def _by_noun(self, np: NounPhrase) -> Iterator[_Body]:
        view = self._view
        tokens = view.phrase_of(np).tokens
        shown = noun_phrases.noun_phrase([(view.text(t), view.tag(t)) for t in np.tokens if t <= np.head])
        plural = all(a.number == "pl" for a in shown) and not self.is_one_in_plural(np.head)
        if not tokens or plural or self._names_person(np) or self._quoted_behind(np.head) is not None:
            return
        entry = self._entry(np, self._run_from(np))
        noun = view.lemma(np.head).lower()
        name = self.groups.name(tokens, np.head) if entry is None else entry.name
        if entry is None or entry.kind in _ACTING:
            named = np.head + 1 in np.tokens and self._is_word_of_name(np.head + 1)
            told = bool(np.modifiers) or bool(np.possessor and np.possessor[0] > np.head)
            titled = named or told or self._has_name_behind(np)
            yield _Body(np.head, name, (noun,), entry, titled)

    def _is_word_of_name(self, token: int) -> bool:
        """Whether a word behind the noun of a body belongs to its name: a noun, an adjective in capitals."""
        tag = self._view.tag(token)
        return tag == "NN" or (tag == "ADJA" and self._view.text(token)[:1].isupper())

    def _is_right_behind(self, head: int, name: int) -> bool:
        """Whether nothing but titles stands between a noun and a name, as a house does („die Klinik Villa Rosa")."""
        return all(closed.is_title(self._view.text(t)) for t in range(head + 1, name))

    def is_one_in_plural(self, head: int) -> bool:
        """Whether a noun names one body in the plural („die Stadtwerke", „die Verkehrsbetriebe").

        Args:
            head: the noun.
        """
        return self._view.lemma(head).lower().endswith(word_ends("plural_bodies"))

    def _names_person(self, np: NounPhrase) -> bool:
        """„Landesrat Jens Moor": an institution by its noun only."""
        run = self.names.run([t for t in np.tokens if t > np.head])
        housed = bool(run) and meaning.is_house(self._view.text(run[0]))  # „die Klinik Villa Rosa"
        if not run or housed or self.names.names_firm(run) or not self._is_right_behind(np.head, run[0]):
            return False
        return self.names.is_full(run) or self._label(run) == "PER" or is_given_name(self._view.text(run[0]))


def _is_authority(noun: str) -> bool:
    """Whether a noun is one for towns, offices and courts, for which the people of their place do not act."""
    offices = word_table("wider_nouns")["behörde"] | word_table("wider_nouns")["instanz"]
    return noun in word_list("widely_used") or noun.endswith(tuple(offices))


def first_of(np: NounPhrase) -> NounPhrase:
    """A phrase, of coordinated ones the first; the others are phrases of their own."""
    if not np.conjuncts or np.head not in np.conjuncts[0]:
        return np
    return attrs.evolve(np, tokens=np.conjuncts[0], conjuncts=())
