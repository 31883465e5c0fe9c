"""Names of people in one document: runs of name words, short names that lead to full ones, the sex of who bears them.

A short name that two people of the document share leads to neither; both are given as candidates. What a name says of
sex comes from the noun before it („Ministerin Kira Blank"), from the catalogue, and from its given name.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase
from stance.discourse.reference.short_names import ARABIC, short_names, small
from stance.discourse.wordlists import word_ends, word_list
from stance.entities.catalogue import Catalogue, Entry
from stance.german import closed, meaning, nominal, noun_phrases
from stance.german.given_names import genders, is_given_name, is_only_given_name
from stance.matching.view import View

NAME_TAGS: Final = frozenset({"NE", "FM", "XY"})
_APOSTROPHES: Final = "'’"
_JOINING: Final = frozenset({"&", "/"})
_LETTER: Final = 2
_NICKNAME: Final = 3
_FULL: Final = 2
_SEVERAL: Final = 2
_FEMALE: Final = frozenset({"f"})
_SEXES: Final = frozenset({"m", "f"})
_ARTICLES: Final = frozenset({"der", "die", "das", "den", "dem", "des"})


@attrs.frozen
class Identity:
    """Who is meant.

    Attributes:
        name: canonical name, None where several people could be meant.
        entry: the entry of the catalogue, or None.
        candidates: the names of those who could be meant, where it is open.
    """

    name: str | None
    entry: Entry | None = None
    candidates: tuple[str, ...] = ()


@attrs.frozen(eq=False, slots=False)
class Names:
    """The names of one document.

    Attributes:
        view: the clause graph.
        catalogue: known actors.
    """

    view: View
    catalogue: Catalogue = attrs.field(factory=Catalogue)

    def run(self, tokens: Iterable[int]) -> list[int]:
        """The first run of name words among some tokens, with prefixes such as „von" inside it.

        A country in the genitive before other names says whose („Portugals Pedro Luna").
        """
        ordered = tuple(tokens)
        if self._tagged.isdisjoint(ordered):
            return []
        if ordered not in self._runs:
            self._runs[ordered] = self._run(ordered)
        return list(self._runs[ordered])

    @cached_property
    def _tagged(self) -> frozenset[int]:
        """The tokens with the tag of a name, without one of which nothing is a run."""
        return frozenset(t for positions in self._positions.values() for t in positions)

    @cached_property
    def _runs(self) -> dict[tuple[int, ...], list[int]]:
        """What was found in tokens before."""
        return {}

    def _run(self, ordered: tuple[int, ...]) -> list[int]:
        run: list[int] = []
        for token in ordered:
            text = self.view.text(token)
            if run and token < self._behind(run[-1]):
                continue
            if self._is_possessor(run, token):
                run = []
            if self.view.tag(token) in NAME_TAGS and self._is_part(token, bool(run)):
                if not run and (self._is_title(token) or self._is_office(token)):
                    continue
                if run and (token != self._behind(run[-1]) or self._opens_another(run, token)):
                    break
                run.append(token)
            elif self._is_surname(run, token):
                run.append(token)
            elif run and (not (closed.is_name_prefix(text) and token == run[-1] + 1) or self._is_closed(run, text)):
                break
            elif run and token + 1 in ordered and self.view.tag(token + 1) in NAME_TAGS:
                run.append(token)
        possessed = len(run) > 1 and meaning.is_country(self.view.text(run[0]).removesuffix("s"))
        return run[1:] if possessed and self.view.text(run[0]).endswith("s") else run

    def _is_closed(self, run: Sequence[int], prefix: str) -> bool:
        """Whether „von" behind a given name and a surname begins no part of the name („Udo Lamm von der Bank Nord")."""
        if meaning.begins_club(self.view.text(run[0])):
            return True  # „vom FC Augsburg zu Chelsea"
        joined = any(self.view.text(t).islower() for t in run)  # „Prisca de la Rosa vom …"
        named = len(run) >= _FULL and (joined or is_given_name(self.view.text(run[0])))
        open_still = is_given_name(self.view.text(run[-1]))  # „Karl Theodor von …"
        return prefix in word_list("owning") and named and not open_still

    def _is_possessor(self, run: Sequence[int], token: int) -> bool:
        """Whether a name says whose somebody is whose office and name follow („Malins Anwältin Greta Sund")."""
        whose = len(run) == 1 and token == run[0] + 1 and self.view.text(run[0]).endswith("s")
        titled = closed.is_noble_title(self.view.text(token))  # „Marius Freiherr von …"
        return whose and not titled and self.view.tag(token) in NAME_TAGS and self._is_office(token)

    def _is_part(self, token: int, begun: bool) -> bool:
        """Whether a word tagged as a name is none of symbols only, which „&" is inside a name and a number in any."""
        text = self.view.text(token)
        figures = text.isdigit() or (text == "1." and not begun)
        return text[:1].isalpha() or (self.view.tag(token) == "NE" and (figures or (begun and text in _JOINING)))

    def _is_title(self, token: int) -> bool:
        """„Dr." before a name; alone a letter is a surname in court („R. schwieg"), as „Graf" is („sagte Graf")."""
        text = self.view.text(token)
        named = token + 1 < len(self.view.graph.doc) and self.view.tag(token + 1) in NAME_TAGS
        surname = len(text) <= _LETTER or closed.is_surname_of_title(text)
        return closed.is_title(text) and (named or not surname)

    def _opens_another(self, run: Sequence[int], token: int) -> bool:
        """Whether a given name behind a name opens another, as the sex shows („hielt Leyla Demir Joachim Rehm vor")."""
        view = self.view
        if len(run) < _FULL or token + 1 >= len(view.graph.doc) or view.tag(token + 1) not in NAME_TAGS:
            return False
        first, other = genders(view.text(run[0])), genders(view.text(token))
        return len(first) == len(other) == 1 and first != other and is_only_given_name(view.text(token))

    def _behind(self, token: int) -> int:
        """The token behind a part of a name and a nickname in quotation marks („Udo „Ude" Lamm")."""
        quote = self.view.graph.quote_at(token + 1) if token + 1 < len(self.view.graph.doc) else None
        nickname = quote is not None and quote.start == token + 1 and quote.end - quote.start == _NICKNAME
        return quote.end if quote is not None and nickname else token + 1

    def _is_office(self, token: int) -> bool:
        """„Ex-SPD-Chef", „der Grüne" before a name: a compound that ends in a noun for people, a member of a party."""
        text = self.view.text(token)
        if token + 1 >= len(self.view.graph.doc) or self.view.tag(token + 1) not in NAME_TAGS:
            return False
        _, hyphen, last = text.rpartition("-")
        member = meaning.is_party(text) and token > 0 and self.view.tag(token - 1) == "ART"
        seat = last.endswith("rat") and is_given_name(self.view.text(token + 1))  # „SPD-Stadtrat Udo Lamm"
        office = bool(hyphen) and (meaning.animacy(last) == "person" or seat) and not is_given_name(last)
        return member or office or self._is_noun(token)

    def _is_noun(self, token: int) -> bool:
        """Whether a noun for people before a name was taken for one („Superintendent Karl Ebner")."""
        text, name = self.view.text(token), self.view.text(token + 1)
        common = any(reading.kind == "common" for reading in nominal.common_readings(text))
        if (
            not common
            or name == "&"
            or (name[:1].islower() and not closed.is_name_prefix(name))  # „Ärzte ohne Grenzen"
            or meaning.is_branch(name)
            or meaning.animacy(text) != "person"
            or is_given_name(text)
        ):
            return False
        surname = any(reading.kind == "person_name" for reading in nominal.noun_readings(text))
        return (not surname or is_given_name(name)) and self.catalogue.named(f"{text} {name}") is None

    def _is_surname(self, run: Sequence[int], token: int) -> bool:
        """Whether a common noun is the surname behind a given name („Kira Blank") or a titled one („Rat Ueli Graf")."""
        behind = len(run) == 1 and token == run[0] + 1 and self.view.tag(token) == "NN"
        if not behind:
            return False
        titled = run[0] > 0 and self.view.tag(run[0] - 1) == "NN"
        return is_given_name(self.view.text(run[0])) or (
            titled and meaning.animacy(self.view.text(run[0] - 1)) == "person"
        )

    def words(self, run: Sequence[int]) -> str:
        """The words of a run as a name, without the apostrophe of the genitive („Karla Voss' Warnung") and „e. V."."""
        name = " ".join(self.view.text(t) for t in run).rstrip(_APOSTROPHES).replace(" / ", "/")
        return meaning.without_association_form(name)

    def is_known(self, name: str) -> bool:
        """Whether somebody is known by a name, in the document or in the catalogue."""
        return name in self.people or self.catalogue.named(name) is not None

    @cached_property
    def people(self) -> dict[str, tuple[int, ...]]:
        """Full names of people → first tokens of their mentions."""
        found: dict[str, list[int]] = {}
        for np in self.view.graph.noun_phrases:
            if self._tagged.isdisjoint(np.tokens) and not np.conjuncts:
                continue
            possessed = [t for t in np.tokens if t not in np.possessor]
            for run in {tuple(self.run(np.tokens)): None, tuple(self.run(possessed)): None}:
                if self.is_full(run):
                    found.setdefault(self._nominative(run), []).append(run[0])
            for start, name in self._sharing(np):
                found.setdefault(name, []).append(start)
        return {name: tuple(starts) for name, starts in found.items()}

    def _sharing(self, np: NounPhrase) -> Iterator[tuple[int, str]]:
        """Given names that share the surname of the last: „Jan und Peter Krüger", „die Brüder Jan und Peter Krüger"."""
        run = self.run(np.conjuncts[-1]) if np.conjuncts else []
        if not self.is_full(run) or not is_given_name(self.view.text(run[0])):
            return
        surname = self._nominative(run).partition(" ")[2]
        for part in np.conjuncts[:-1]:
            given = part[-1]
            alone = len(part) == 1 or self.view.tag(given - 1) == "NN"
            if alone and is_given_name(self.view.text(given)):
                yield given, f"{self.view.text(given)} {surname}"

    def is_full(self, run: Sequence[int]) -> bool:
        """Whether a run is the full name of a person: two words or more, no organisation, no place."""
        words = [self.view.text(t) for t in run]
        if len(words) < 2 or not words[0][:1].isupper() or closed.is_name_prefix(small(words[0])):
            return False
        if run[0] and self.view.tag(run[0] - 1) == "APPRART" and not is_given_name(words[0]):
            return False
        if not _JOINING.isdisjoint(words):
            return False  # „Hartwig & Söhne"
        if words[0] in word_list("sacred") or any(meaning.is_organisation(w) or meaning.is_party(w) for w in words):
            return False
        if meaning.is_country(words[0]) or meaning.is_organisation(" ".join(words)):
            return False
        if self.names_firm(run) or meaning.is_house(words[0]):
            return False
        entry = self.catalogue.named(" ".join(words))
        if entry is not None:
            return entry.kind.value == "person"
        return is_given_name(words[0]) or self.view.graph.doc[run[0]].ent_type_ not in ("ORG", "LOC")

    def names_firm(self, run: Sequence[int], *, behind_noun: bool = False) -> bool:
        """Whether a run is a firm called by a person: „die Reederei Udo Lamm", „Udo Lamm GmbH", „Lamm Optik".

        Args:
            run: the words of the name, without the noun before it.
            behind_noun: whether only a name is meant that is none without the noun before it.
        """
        if not run:
            return False
        last = self.view.text(run[-1])
        if self.legal_form(run) or (len(run) > _FULL and meaning.is_branch(last)):
            return not behind_noun
        noun = self._noun_before(run[0])
        called = noun >= 0 and self.view.tag(noun) == "NN" and meaning.is_called_by_people(self.view.text(noun))
        return called and self._is_whole(run)

    def legal_form(self, run: Sequence[int]) -> str | None:
        """The legal form with which a run ends, None where it ends with none.

        Args:
            run: the words of the name.
        """
        return meaning.legal_form([self.view.text(t) for t in run])

    def _is_whole(self, run: Sequence[int]) -> bool:
        """Whether a run begins with a given name before a surname."""
        return len(run) >= _FULL and is_given_name(self.view.text(run[0]))

    def _noun_before(self, start: int) -> int:
        """The token before a name and the titles before it, -1 where there is none."""
        before = start - 1
        while before >= 0 and closed.is_title(self.view.text(before)):
            before -= 1
        return before

    def _nominative(self, run: Sequence[int]) -> str:
        """A full name without the genitive -s, where the text shows that it is one („Eva Holms Buch")."""
        name = self.words(run)
        if not name.endswith("s") or self.view.text(run[-1])[-1] in _APOSTROPHES:
            return name
        last = name.rsplit(" ", 1)[1]
        places = self._positions.get(self.view.text(run[-1]), [])
        possessing = bool(places) and self._possessed.keys() >= set(places)
        return name[:-1] if last[:-1] in self._words or possessing else name

    @cached_property
    def _words(self) -> Set[str]:
        return self._positions.keys()

    @cached_property
    def _by_surname(self) -> dict[str, tuple[str, ...]]:
        found = self._tails(self.people)
        for tail, names in self._tails(self._founders).items():
            found.setdefault(tail, names)
        return {last: tuple(n for n in names if n not in found) for last, names in found.items()}

    @property
    def surnames(self) -> Set[str]:
        """The surnames of people whom the document names in full."""
        return self._by_surname.keys()

    @cached_property
    def _founders(self) -> tuple[str, ...]:
        """The full names that firms bear („die Reederei Udo Lamm", „die Udo Lamm GmbH")."""
        runs = (self.run(np.tokens) for np in self.view.graph.noun_phrases)
        firms = {tuple(run): None for run in runs if self.names_firm(run) and self._is_whole(run)}
        names = (self.words(run[:-1] if self._ends_like_firm(run) else run) for run in firms)
        return tuple(dict.fromkeys(name for name in names if " " in name))

    def _ends_like_firm(self, run: Sequence[int]) -> bool:
        return meaning.ends_firm(self.view.text(run[-1]))

    @staticmethod
    def _tails(people: Iterable[str]) -> dict[str, dict[str, None]]:
        """Surnames, with and without what stands before them → the full names that end so."""
        found: dict[str, dict[str, None]] = {}
        for name in people:
            for short in short_names(name):
                found.setdefault(short, {})[name] = None
        return found

    @cached_property
    def _by_given_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name in self.people:
            found.setdefault(name.split()[0], []).append(name)
        return {first: tuple(names) for first, names in found.items()}

    def namesakes(self, name: str) -> tuple[str, ...]:
        """The full names of others in the document who have the surname of somebody.

        Args:
            name: a full name.
        """
        found = self._by_surname.get(name.partition(" ")[2], ())
        return tuple(other for other in found if other != name)

    def identify(self, run: Sequence[int]) -> Identity:
        """Who the person of a name is."""
        name = self.words(run)
        first = small(self.view.text(run[0]))
        prefixed = closed.is_name_prefix(first) and self.view.opens_sentence(run[0]) and f"{first}-" not in ARABIC
        if prefixed and name not in self._by_surname and self.catalogue.named(name) is None:
            name = small(name)
        found = self._known(name) or self._by_first(run)
        if found is None and name.endswith("s") and self._is_genitive(run):
            found = self._known(name[:-1]) or self._of_catalogue(name[:-1]) or Identity(name[:-1])
        return found or self._of_catalogue(name) or Identity(name)

    def _known(self, name: str) -> Identity | None:
        if name in self.people and name not in self._by_surname:
            return self._of_catalogue(name) or Identity(name)
        return self._one_of(self._by_surname.get(name, ()) or self._firms_by_short_name.get(name, ()))

    def is_firm(self, name: str) -> bool:
        """Whether a name is that of a firm that says what it does or its legal form („Brandt Keramik", „Falke AG").

        Args:
            name: the whole name.
        """
        return any(name in firms for firms in self._firms_by_short_name.values())

    @cached_property
    def _firms_by_short_name(self) -> dict[str, tuple[str, ...]]:
        """First words of firms → their whole names: „Brandt" for „Brandt Keramik"."""
        found: dict[str, dict[str, None]] = {}
        for run in (self.run(np.tokens) for np in self.view.graph.noun_phrases):
            if len(run) >= _FULL and self._ends_like_firm(run) and self._can_be_short(self.view.text(run[0])):
                found.setdefault(self.view.text(run[0]), {})[self.words(run)] = None
        return {short: tuple(names) for short, names in found.items()}

    @staticmethod
    def _can_be_short(word: str) -> bool:
        """Whether the first word of a firm's name can stand for it: no given name, no place, no body."""
        if is_given_name(word) or meaning.is_country(word) or meaning.animacy(word, name=True) == "place":
            return False
        return word[:1].isupper() and not meaning.is_organisation(word)

    def _one_of(self, full: Sequence[str]) -> Identity | None:
        if len(full) == 1:
            return self._of_catalogue(full[0]) or Identity(full[0])
        return Identity(None, None, tuple(sorted(full))) if full else None

    def _by_first(self, run: Sequence[int]) -> Identity | None:
        """Somebody called by the given name alone („Sven hat mir das versprochen")."""
        if len(run) > 1 or self.view.tag(run[0] + 1) == "NN":
            return None
        return self._one_of(self._by_given_name.get(self.view.text(run[0]), ()))

    def is_genitive(self, token: int) -> bool:
        """Whether a name has the genitive -s, because the text has it without („der Sprecher Lamms")."""
        text = self.view.text(token)
        return text.endswith("s") and text[:-1] in self._words and text not in self._by_surname

    def _of_catalogue(self, name: str) -> Identity | None:
        entry = self.catalogue.named(name)
        return None if entry is None else Identity(entry.name, entry)

    def _is_genitive(self, run: Sequence[int]) -> bool:
        """„Trumps Plan": a name in -s before a noun it possesses, or one that the text has without -s."""
        text = self.view.text(run[-1])
        if text[:-1] in self._words or meaning.is_country(text[:-1]):
            return True
        head = self._possessed.get(run[0])
        return head is not None and run[-1] < head

    @cached_property
    def _possessed(self) -> dict[int, int]:
        """Tokens of possessors → the head of the first phrase that they possess."""
        return {t: np.head for np in reversed(self.view.graph.noun_phrases) for t in np.possessor}

    # -- the catalogue -------------------------------------------------------------------------------------------------

    def entry(self, texts: Iterable[str]) -> Entry | None:
        """The actor of the catalogue that one of some spellings names, the first that is known."""
        return next((found for text in texts if (found := self._known_as(text)) is not None), None)

    def entry_of(self, stretches: Iterable[Sequence[int]]) -> Entry | None:
        """The actor of the catalogue that one of some stretches of tokens names, the first that is known."""
        view = self.view
        known = (s for s in stretches if s and self.catalogue.may_end_in(view.text(s[-1])))
        return self.entry(" ".join(view.text(t) for t in stretch) for stretch in known)

    def _known_as(self, text: str) -> Entry | None:
        if text not in self._spellings:
            found = (self.catalogue.named(form) or self.catalogue.metonym(form) for form in _forms(text))
            self._spellings[text] = next((entry for entry in found if entry is not None), None)
        return self._spellings[text]

    @cached_property
    def _spellings(self) -> dict[str, Entry | None]:
        """What was found by spellings before."""
        return {}

    def metonym_candidates(self, text: str) -> tuple[str, ...]:
        """Canonical names of all that a place can stand for, where they are several („Karlsruhe")."""
        found = self.catalogue.metonyms_of(text)
        return tuple(entry.name for entry in found) if len(found) > 1 else ()

    # -- sex -----------------------------------------------------------------------------------------------------------

    def genders(self, name: str) -> frozenset[str]:
        """The grammatical genders of pronouns for a person: one, or both where nothing tells."""
        known = self._gender_of.get(name)
        if known is None:
            known = self._gender_of[name] = self._find_genders(name)
        return known

    @cached_property
    def _gender_of(self) -> dict[str, frozenset[str]]:
        return {}

    def _find_genders(self, name: str) -> frozenset[str]:
        entry = self.catalogue.named(name)
        if entry is not None and entry.gender is not None:
            return frozenset({entry.gender})
        given = genders(name.split()[0]) if " " in name else frozenset()
        titled = self._of_titles(self.people.get(name, ()), given)
        if not titled and len(given) != 1:
            titled = self._of_titles(self._mentions_by_surname(name), given)
        return titled or given or frozenset({"m", "f"})

    def _of_titles(self, starts: Iterable[int], given: frozenset[str]) -> frozenset[str]:
        """The gender that the first title before some mentions tells, none where no title does."""
        return next((found for start in starts if len(found := self._of_title(start, given)) == 1), frozenset())

    def _mentions_by_surname(self, name: str) -> Sequence[int]:
        """Where the surname of somebody stands that nobody else of the document has."""
        last = name.rsplit(" ", 1)[-1]
        return self._positions.get(last, ()) if len(self._by_surname.get(last, ())) < _SEVERAL else ()

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        """Name words → where they stand."""
        found: dict[str, list[int]] = {}
        for token in range(len(self.view.graph.doc)):
            if self.view.tag(token) in NAME_TAGS:
                found.setdefault(self.view.text(token), []).append(token)
        return found

    def _of_title(self, start: int, given: frozenset[str]) -> frozenset[str]:
        """The gender of the noun for a person right before a name („die Ministerin Kira Blank", „Frau Blank").

        Nouns for either sex („Geisel", „Kapitän") leave it to a given name that tells.
        """
        title = start - 1
        while title >= 0 and closed.is_title(self.view.text(title)) and self.view.tag(title) in NAME_TAGS:
            title -= 1
        if title < 0 or (self.view.tag(title) != "NN" and not self._is_office(title)):
            return frozenset()
        text = self.view.text(title)
        if text in word_list("feminine_titles") or text.endswith("in"):
            return frozenset({"f"})
        of_people = meaning.animacy(text.rpartition("-")[2]) == "person"
        if not of_people or (given and text.lower().endswith(word_ends("for_either_sex"))):
            return frozenset()
        shown = noun_phrases.noun_phrase(self._with_article(title)) or nominal.noun(text)
        found = frozenset(a.gender for a in shown if a.number == "sg" and a.gender in _SEXES)
        return frozenset() if found == _FEMALE and len(given) == 1 else found

    def _with_article(self, noun: int) -> list[tuple[str, str]]:
        """A noun with its article, of which the words between say no more („der frühere Abgeordnete")."""
        np = self.view.graph.noun_phrase_at(noun)
        words = [noun] if np is None or np.determiner is None or np.head != noun else [np.determiner, noun]
        return [(self.view.text(t), self.view.tag(t)) for t in words]


def _forms(text: str) -> Iterator[str]:
    """A name as it stands, without article, with its attributes in other cases, and without the genitive -s."""
    words = text.split()
    if words and words[0].lower() in _ARTICLES:
        words = words[1:]
    if not words:
        return
    yield text
    for last in (words[-1], words[-1].removesuffix("s"), words[-1].removesuffix("es")):
        yield " ".join((*words[:-1], last))
        if len(words) > 1 and words[0].endswith(("en", "em", "er", "es", "e")):
            stem = words[0].removesuffix("n").removesuffix("m").removesuffix("r").removesuffix("s")
            for ending in ("", "n", "s", "r"):
                yield " ".join((stem + ending, *words[1:-1], last))
