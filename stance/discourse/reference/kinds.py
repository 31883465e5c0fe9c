"""Kinds of actors: person, organisation, government, collective, generic or unknown.

Word lists and the noun lexicon decide first, the entities of the recogniser where they say nothing.
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Final

import attrs

from stance.clauses.graph import Role
from stance.discourse.reference.groups import own_words
from stance.discourse.reference.names import NAME_TAGS
from stance.discourse.wordlists import word_list
from stance.german import closed, meaning, nominal, noun_phrases
from stance.german.features import Agreement
from stance.german.given_names import is_given_name
from stance.matching.view import View
from stance.matching.wordlists import word_list as matching_list
from stance.model import ActorKind

AGE: Final = re.compile(r"\d+-[Jj]ährige[nr]?")
"""„48-Jähriger", somebody known by age."""
_CALLING: Final = frozenset({"ART", "ADJA", "NN"})
_OF_LABEL = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "LOC": ActorKind.GOVERNMENT}


@attrs.frozen(eq=False, slots=False)
class Kinds:
    """Says what sort of holder a mention is.

    Attributes:
        view: the clause graph.
    """

    view: View

    def kind(self, tokens: Sequence[int], head: int, name: str | None) -> ActorKind:
        """What sort of holder a mention is."""
        view = self.view
        text = view.text(head)
        named = name is not None and " " in name and view.tag(head) not in NAME_TAGS and text not in name.split()
        if named and name is not None and is_given_name(name.split()[0]):
            return ActorKind.PERSON
        if view.lower(head) in matching_list("generic"):
            return ActorKind.GENERIC
        if name is not None and self._ends_like_body(tokens, head):
            return ActorKind.ORGANISATION
        if view.tag(head) in NAME_TAGS:
            return self._kind_of_name(head, name)
        if AGE.fullmatch(text) and not self.is_plural(tokens, head):
            return ActorKind.PERSON
        if view.tag(head) in ("PIS", "PIAT", "PIDAT", "CARD", "PDS", "ADJA"):
            return ActorKind.COLLECTIVE
        sort = meaning.animacy(text)
        if meaning.is_collective(text) or view.lemma(head) in matching_list("quantity_nouns"):
            return ActorKind.COLLECTIVE
        if meaning.is_acronym(text) or meaning.begins_club(text):
            return ActorKind.ORGANISATION  # „der TÜV Nord", „das OLG Wien"
        if text in matching_list("media_names") and view.graph.doc[head].ent_type_ == "ORG":
            return ActorKind.ORGANISATION  # „der Kurier"
        if sort == "person":
            return ActorKind.COLLECTIVE if self._is_group(tokens, head) else ActorKind.PERSON
        if sort == "place":
            return ActorKind.GOVERNMENT
        if sort == "institution":
            if self._names_government(view.lemma(head)) and not self._is_called(tokens, head):
                return ActorKind.COLLECTIVE if self.is_plural(tokens, head) else ActorKind.GOVERNMENT
            return ActorKind.ORGANISATION
        if self._is_before_name(tokens, head):
            return ActorKind.ORGANISATION if meaning.is_called_by_people(text) else ActorKind.PERSON
        return ActorKind.COLLECTIVE if self.is_plural(tokens, head) else ActorKind.UNKNOWN

    def _ends_like_body(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a name ends in a legal form or a quarter, and is no full name („Moorfreunde e. V.", „TÜV Nord")."""
        own = [t for t in tokens if t == head or (t > head and self.view.tag(t) in NAME_TAGS)]
        run = [self.view.text(t) for at, t in enumerate(own) if t == head + at]
        placed = len(run) > 1 and meaning.is_quarter(run[-1]) and not is_given_name(run[0])
        return placed or (bool(run) and meaning.legal_form(run) is not None)

    def _kind_of_name(self, head: int, name: str | None) -> ActorKind:
        text = self.view.text(head)
        label = self.view.graph.doc[head].ent_type_
        bare = text.removesuffix("s")
        if name is not None and name.count(" ") > 1 and meaning.ends_firm(name.rpartition(" ")[2]):
            return ActorKind.ORGANISATION
        if name is not None and " " in name and is_given_name(name.split()[0]):
            return ActorKind.PERSON
        if meaning.is_country(text) or meaning.is_government_seat(text):
            longer = name is not None and name.startswith(f"{text} ")  # „die Bangkok Post"
            return ActorKind.ORGANISATION if longer else ActorKind.GOVERNMENT
        if meaning.is_party(text) or meaning.is_organisation(text) or (text.isupper() and len(text) > 1):
            return ActorKind.ORGANISATION
        if label == "ORG" and meaning.animacy(text) != "person":
            return ActorKind.ORGANISATION
        if name is not None and " " in name:
            return _OF_LABEL.get(label, ActorKind.PERSON)
        sort = meaning.animacy(text)
        if sort == "institution":
            return ActorKind.GOVERNMENT if self._names_government(text) else ActorKind.ORGANISATION
        if sort == "place":
            return ActorKind.GOVERNMENT
        if sort == "unknown" and label in _OF_LABEL:
            return _OF_LABEL[label]
        if {text, bare} & self._titled:
            return ActorKind.PERSON
        known = sort == "person" or meaning.animacy(bare) == "person"
        return ActorKind.PERSON if known or sort == "unknown" else ActorKind.UNKNOWN

    @cached_property
    def _titled(self) -> frozenset[str]:
        """Names that stand behind a noun for a person somewhere („Minister Holm", of whom no holm is meant)."""
        doc, view = self.view.graph.doc, self.view
        named = (t for t in range(1, len(doc)) if view.tag(t) == "NE" and doc[t].ent_type_ in ("", "PER"))
        titled = (t for t in named if view.tag(t - 1) == "NN" and meaning.animacy(view.text(t - 1)) == "person")
        return frozenset(view.text(t) for t in titled)

    def _names_government(self, lemma: str) -> bool:
        return lemma in word_list("government_words") or lemma.lower().endswith(_ends_of_governments())

    def _is_called(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a body is called by what follows a noun that means a government alone („Bund Freier Wirte")."""
        view, behind = self.view, head + 1
        called = behind in tokens and (view.tag(behind) in _CALLING or view.lower(behind) == "für")
        return called and view.lemma(head) in word_list("government_words")

    def _is_group(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a noun for persons stands for several: plural, or bare („Kritiker warnen")."""
        if self._is_before_name(tokens, head):
            return False
        several = {a.number for a in nominal.noun(self.view.text(head))} != {"sg"}
        return (self.is_bare(tokens, head) and several) or self.is_plural(tokens, head)

    def _is_before_name(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a name stands right behind a noun („Trainer Wolm"), not in its genitive („Rebellen der FSA")."""
        return head + 1 in tokens and self.view.tag(head + 1) in NAME_TAGS

    def is_bare(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a common noun stands alone, without article, attribute or name."""
        return tuple(tokens) == (head,) and self.view.tag(head) == "NN" and not self._follows_contraction(tokens)

    def _follows_contraction(self, tokens: Sequence[int]) -> bool:
        """Whether a preposition with an article in it stands before a phrase („vom Kanzler"): it is singular then."""
        return bool(tokens) and tokens[0] > 0 and self.view.tag(tokens[0] - 1) == "APPRART"

    def is_plural(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a phrase is plural by its form, as a subject by its verb where the form leaves it open."""
        if self._follows_contraction(tokens):
            return False
        agreements = self.agreements(tokens, head)
        of_verb = self._number_of_verb(head)
        if of_verb is not None and {"sg", "pl"} <= {a.number for a in agreements if a.case == "nom"}:
            return of_verb == "pl"
        numbers = {a.number for a in agreements if a.case in ("nom", "dat", "acc")}
        return numbers == {"pl"} or (bool(agreements) and all(a.number == "pl" for a in agreements))

    def agreements(self, tokens: Sequence[int], head: int) -> frozenset[Agreement]:
        """What a phrase agrees in, in the case that its place asks for („aus Sicht der Herrscher")."""
        pairs = [(self.view.text(t), self.view.tag(t)) for t in own_words(self.view, tokens, head)]
        shown = noun_phrases.noun_phrase(pairs)
        case = "gen" if head in self._possessors else self._case_of_argument(head)
        case = case or self._case_behind(tokens) or self._usual_case(head)
        return frozenset(a for a in shown if a.case == case) or shown

    @cached_property
    def _possessors(self) -> frozenset[int]:
        return frozenset(t for np in self.view.graph.noun_phrases for t in np.possessor)

    def _case_of_argument(self, head: int) -> str | None:
        clause = self.view.graph.clause_at(head)
        own = () if clause is None else (a for a in clause.arguments if a.head == head)
        return next((a.case for a in own if a.case is not None), None)

    def _case_behind(self, tokens: Sequence[int]) -> str | None:
        """The only case of a preposition before a phrase („die von den Bürgern angeregte Wahl"), None without one."""
        before = tokens[0] - 1 if tokens else -1
        cases = closed.preposition(self.view.lower(before)) if before >= 0 and self.view.tag(before) == "APPR" else ()
        return next(iter(cases)) if len(cases) == 1 else None

    def _usual_case(self, head: int) -> str | None:
        """The dative of people behind a preposition that takes either case („vor den Journalisten")."""
        clause = self.view.graph.clause_at(head)
        own = () if clause is None else (a for a in clause.arguments if a.head == head)
        behind = any(a.role is Role.PREPOSITIONAL and a.case is None for a in own)
        return "dat" if behind and meaning.animacy(self.view.text(head)) == "person" else None

    def _number_of_verb(self, head: int) -> str | None:
        """The number of the verb whose subject a noun is."""
        clause = self.view.graph.clause_at(head)
        subject = None if clause is None else clause.subject
        if clause is None or subject is None or subject.head != head or subject.conjuncts:
            return None
        return None if clause.verb is None else clause.verb.number


@cache
def _ends_of_governments() -> tuple[str, ...]:
    return tuple(noun.lower() for noun in word_list("government_nouns"))
