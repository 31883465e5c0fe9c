"""Titles: nouns introduce who bears the name beside them („Rätin Wanda Pohl", „der Chef der Feuerwehr, Hanno Grimm").

Phrases of the clause graph flow in; the words of the name that a noun for a person or a body introduces flow out. All
offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase
from stance.discourse.reference.bodies import Bodies
from stance.discourse.reference.names import NAME_TAGS, Identity, Names
from stance.discourse.wordlists import word_list
from stance.german import closed, meaning, nominal
from stance.german.given_names import is_given_name
from stance.matching.view import View

HANGING: Final = frozenset({"APPR", "APPRART", "ART", "ADJA", "NN", "NE"})
"""Tags of what may hang on a noun up to the comma behind it."""


@attrs.frozen(eq=False, slots=False)
class Titles:
    """The titles of one document.

    Attributes:
        names: its names.
        bodies: its bodies.
    """

    names: Names
    bodies: Bodies

    @property
    def _view(self) -> View:
        return self.names.view

    def name_in(self, tokens: Sequence[int], head: int) -> list[int]:
        """The name that a title introduces („Stadträtin Wanda Pohl", „der Chef der Feuerwehr, Hanno Grimm"), or []."""
        phrase = (tuple(tokens), head)
        if phrase not in self._found:
            self._found[phrase] = self._name_in(tokens, head) or self._in_commas(tokens, head)
        return self._found[phrase]

    @cached_property
    def _found(self) -> dict[tuple[tuple[int, ...], int], list[int]]:
        """What was found in phrases before."""
        return {}

    def _name_in(self, tokens: Sequence[int], head: int) -> list[int]:
        view = self._view
        person = meaning.animacy(view.text(head)) == "person"
        if tokens[-1] <= head:
            return self._called(tokens) if person else []
        after = [t for t in tokens if t > head]
        if apposed := self._apposed(after):
            one_of = view.tag(head) == "PIS"
            titled = view.tag(head) == "NN" and (person or self._is_person(apposed))
            return apposed if titled or one_of else []
        if person and (called := self._called(tokens)):
            return called
        close = self._before_comma(after)
        run = self._name_of_body(head, close) or self.names.run(after) or self._unknown_name(head, close)
        if not run or view.tag(head) != "NN" or self.names.names_firm(run, behind_noun=True):
            return []
        if self.bodies.needs_noun(head, run):
            return []
        if view.lemma(head).lower() in word_list("groups_of_people"):
            return run if run[-1] == tokens[-1] and self._is_first_of_several(run) else []
        start = run[0]
        while start - 1 > head and closed.is_title(view.text(start - 1)):
            start -= 1
        if self.names.is_genitive(run[-1]):
            return []  # „die Anhänger Udo Lamms"
        if start == head + 1:
            titled = closed.is_title(view.text(head))
            branch = len(run) == 1 and meaning.animacy(view.text(head)) == "institution"  # „der Bauernverband Heide"
            named = self._is_person(run) or is_given_name(view.text(run[0]))
            person = person or titled or (named and not branch)
            return run if person or self.bodies.is_company(head, run) else []
        last = meaning.animacy(view.text(start - 1))
        if person and last == "person" and view.tag(start - 2) == "KON":
            return run  # „der Autor und Regisseur Max Lind"
        body = view.tag(start - 1) == "NN" and last != "person"
        led = body and is_given_name(view.text(run[0])) and person
        return run if led and self.names.is_full(run) else []

    def _is_first_of_several(self, run: Sequence[int]) -> bool:
        """„das Ehepaar Ute und Udo Lamm": a given name before „und" and another."""
        view, behind = self._view, run[-1] + 1
        joined = behind + 1 < len(view.graph.doc) and view.tag(behind) == "KON" and view.tag(behind + 1) in NAME_TAGS
        return joined and is_given_name(view.text(run[0]))

    def _called(self, tokens: Sequence[int]) -> list[int]:
        """The name behind a phrase that says whose it is: „ein Mann namens Udo Lamm"."""
        view, behind = self._view, tokens[-1] + 1
        if behind >= len(view.graph.doc) or view.lower(behind) not in word_list("called"):
            return []
        phrase = next(iter(view.phrases_in(behind + 1, behind + 2)), None)
        return [] if phrase is None else self.names.run(phrase.tokens)

    def _in_commas(self, tokens: Sequence[int], head: int) -> list[int]:
        """The full name between commas behind an office and what hangs on it („der Chef der SPD im Rat, Udo Lamm,")."""
        view, end = self._view, len(self._view.graph.doc)
        if view.tag(head) != "NN" or meaning.animacy(view.text(head)) != "person" or head not in tokens:
            return []
        comma = next((t for t in range(head + 1, end) if view.tag(t) not in HANGING), end)
        if comma + 1 >= end or view.text(comma) != "," or view.tag(head + 1) == "NE":
            return []
        phrase = next(iter(view.phrases_in(comma + 1, comma + 2)), None)
        start = self._behind_title(comma + 1)
        run = [] if phrase is None else self.names.run([t for t in phrase.tokens if t >= start])
        behind = run[-1] + 1 if run else end
        closed_off = behind < end and view.text(behind) in (",", ".", "“")
        return run if closed_off and run[0] == start and self.names.is_full(run) else []

    def _before_comma(self, after: Sequence[int]) -> list[int]:
        """The words behind a noun up to a comma, as before an apposition („der Verein Moor, ein Bündnis von …")."""
        inner = self._view.graph.inner_commas
        commas = (t for end in after for t in (end - 1, end) if self._view.text(t) == "," and t not in inner)
        comma = next(commas, None)
        return [t for t in after if comma is None or t < comma]

    def _name_of_body(self, head: int, after: Sequence[int]) -> list[int]:
        """„die Organisation Grüne Küste", „der Sender Kanal 4": capitals and numbers right behind a noun for bodies."""
        run: list[int] = []
        for token in after:
            text = self._view.text(token)
            if token != head + 1 + len(run) or not (text[:1].isupper() or text[:1].isdigit()):
                break
            run.append(token)
        if not run or len(run) != len(after) or self.bodies.needs_noun(head, run):
            return []
        return run if self.bodies.is_company(head, run) else []

    def _unknown_name(self, head: int, after: Sequence[int]) -> list[int]:
        """„der Konzern Nordstahl": a word behind a noun for bodies that no table knows, tagged as a noun."""
        view = self._view
        alone = len(after) == 1 and after[0] == head + 1 and view.tag(after[0]) == "NN"
        return list(after) if alone and not nominal.listed(view.text(after[0])) else []

    def _apposed(self, after: Sequence[int]) -> list[int]:
        """The full name behind a comma („der Sprecher von Karl Ebner, Udo Lamm", „…, der Rat Udo Lamm"), or []."""
        for token in after:
            if self._view.text(token - 1) == ",":
                start = self._behind_title(token)
                run = self.names.run([t for t in after if t >= start])
                if run and run[0] == start and self.names.is_full(run):
                    return run
        return []

    def _behind_title(self, token: int) -> int:
        """Where a name begins behind a noun for a person, with or without article; the token itself without such."""
        view = self._view
        phrase = next(iter(view.phrases_in(token, token + 1)), None)
        noun = token if phrase is None or phrase.determiner is None else phrase.head
        titled = view.tag(noun) == "NN" and meaning.animacy(view.text(noun)) == "person"
        start = noun + 1 if titled else token
        while closed.is_title(view.text(start)) and start + 1 < len(view.graph.doc):
            start += 1
        return start

    def _is_person(self, run: Sequence[int]) -> bool:
        return self._view.graph.doc[run[0]].ent_type_ == "PER"

    def apposed_body(self, tokens: Sequence[int], head: int) -> Identity | None:
        """The body that an apposition names („der Sponsor, die Möbelkette Astra,"), else None."""
        comma = next((t - 1 for t in tokens if t > head and self._view.text(t - 1) == ","), None)
        phrase = None if comma is None else next(iter(self._view.phrases_in(comma + 1, comma + 2)), None)
        if phrase is None or phrase.determiner is None:
            return None
        quoted = self.bodies.quoted(phrase.tokens, phrase.head)
        if quoted is not None:
            return Identity(quoted)
        text = self._view.text(phrase.head)
        run = [phrase.head] if meaning.is_party(text) else self._body_run(phrase)
        if run and self.bodies.is_company(phrase.head, run):
            return self.names.identify(run)
        either = self._view.lemma(head).lower() in word_list("people_or_bodies")  # „der Kunde, die Werft Tom Diek,"
        if not run or (meaning.animacy(self._view.text(head)) != "institution" and not either):
            return None
        if meaning.begins_club(text) or meaning.is_party(text):
            return self.names.identify(run)
        whole = range(phrase.head, run[-1] + 1)  # „sein Rennstall, das Team Alpen"
        body = self._view.tag(phrase.head) == "NN" and meaning.animacy(text) == "institution"
        return Identity(self.names.words(whole)) if body else None

    def _body_run(self, phrase: NounPhrase) -> list[int]:
        """The name of a body in a phrase, behind its noun or alone („die Nordbau AG")."""
        after = [t for t in phrase.tokens if t > phrase.head]
        if self._view.tag(phrase.head) != "NN":
            return self.names.run(phrase.tokens)
        return self.names.run(after) or self._unknown_name(phrase.head, after)
