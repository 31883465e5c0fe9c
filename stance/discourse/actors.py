"""Actor resolution: mentions of actors become canonical names, identifiers and kinds.

Short names lead to the full name in the document, titles and descriptions to the person they were introduced with,
pronouns to the nearest preceding actor that agrees in gender and number; what cannot be resolved safely keeps no name
(a sieve of precise rules first, after Lee et al. 2013).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase, Role
from stance.discourse.wordlists import word_list
from stance.german import closed, nominal
from stance.matching.draft import Filler
from stance.matching.spans import mention
from stance.matching.view import View
from stance.matching.wordlists import word_list as matching_list
from stance.model import Actor, ActorKind
from stance.rules.schema import Slot, SlotKind

_NAME_TAGS: Final = frozenset({"NE", "FM", "XY"})
_DROPPED: Final = frozenset({"ART", "PDAT", "PPOSAT", "PTKNEG"})
_PRONOUN_TAGS: Final = frozenset({"PPER", "PPOSAT", "PRF"})
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})


def slug(name: str) -> str:
    """An identifier from a name.

    >>> slug("europäische Führer"), slug("Željko Ivić")
    ('europaeische-fuehrer', 'zeljko-ivic')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_UMLAUTS).lower())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


@attrs.frozen
class Antecedent:
    """Somebody a pronoun can stand for: name, kind, gender, number and where the mention ends."""

    end: int
    name: str
    kind: ActorKind
    genders: frozenset[str]
    plural: bool
    subject: bool


@attrs.frozen(eq=False)
class Cast:
    """The actors of one document.

    Attributes:
        view: the clause graph.
    """

    view: View

    # -- names ---------------------------------------------------------------------------------------------------------

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Last word of a name → the full name, where the document has one and only one."""
        found: dict[str, set[str]] = {}
        for np in self.view.graph.noun_phrases:
            name = self._person_name(np.tokens)
            if name is not None and " " in name:
                found.setdefault(name.rsplit(" ", 1)[1], set()).add(name)
        return {last: min(names) for last, names in found.items() if len(names) == 1}

    def _person_name(self, tokens: Sequence[int]) -> str | None:
        """The first run of two or more name tokens that is no organisation or place, or None."""
        run = self._name_run(tokens)
        words = [self.view.text(t) for t in run]
        if len(run) < 2 or any(nominal.is_organisation(w) or nominal.is_party(w) for w in words):
            return None
        if nominal.is_country(words[0]) or nominal.is_organisation(" ".join(words)):
            return None
        return " ".join(words)

    def _name_run(self, tokens: Sequence[int]) -> list[int]:
        run: list[int] = []
        for token in tokens:
            if self.view.tag(token) in _NAME_TAGS and self.view.text(token)[:1].isalpha():
                if closed.is_title(self.view.text(token)):
                    continue
                if run and token != run[-1] + 1:
                    break
                run.append(token)
            elif run and not (closed.is_name_prefix(self.view.text(token)) and token == run[-1] + 1):
                break
            elif run and token + 1 in tokens and self.view.tag(token + 1) in _NAME_TAGS:
                run.append(token)
        return run

    @cached_property
    def _described(self) -> dict[str, str]:
        """Description („ukrainisch präsident") → the name it was introduced with, where there is only one."""
        found: dict[str, set[str]] = {}
        for np in self.view.graph.noun_phrases:
            if self.view.tag(np.head) != "NN" or np.conjuncts:
                continue
            run = [t for t in self._name_run(np.tokens) if t > np.head]
            if not run or run[0] != np.head + 1 or nominal.animacy(self.view.text(np.head)) != "person":
                continue
            name = self._canonical_name(" ".join(self.view.text(t) for t in run))
            for key in self._descriptions(np):
                found.setdefault(key, set()).add(name)
        return {key: min(names) for key, names in found.items() if len(names) == 1}

    def _descriptions(self, np: NounPhrase) -> Iterator[str]:
        """The keys of a description: with its attributes, and its noun alone."""
        noun = self.view.lemma(np.head).lower()
        attributes = [re.sub(r"e[nmrs]?$", "", self.view.lower(t)) for t in np.attributes]
        if attributes:
            yield " ".join((*attributes, noun))
        yield noun

    def _canonical_name(self, name: str) -> str:
        last = name.rsplit(" ", 1)[-1]
        if " " in name:
            return name
        full = self._full_names.get(last)
        if full is None and last.endswith("s"):
            full = self._full_names.get(last[:-1])
        return full or name

    # -- mentions ------------------------------------------------------------------------------------------------------

    def actor(self, filler: Filler, before: Sequence[Antecedent] = (), speaker: Actor | None = None) -> Actor | None:
        """The actor that a filler mentions.

        Args:
            filler: what fills the role.
            before: actors mentioned earlier, in text order.
            speaker: who says „ich" here.

        Returns:
            The actor, None where the filler has no words.
        """
        tokens = filler.tokens
        found = mention(self.view.graph.doc, tokens)
        if found is None:
            return None
        head = filler.head if filler.head is not None and filler.head in tokens else tokens[0]
        if self._is_pronoun(head):
            name, kind = self._of_pronoun(head, before, speaker)
        else:
            name = self._name(tokens, head)
            kind = self.kind(tokens, head, name)
        return Actor(found.text, found.spans, name, None if name is None else slug(name) or None, kind)

    def _is_pronoun(self, head: int) -> bool:
        return self.view.tag(head) in _PRONOUN_TAGS

    def _name(self, tokens: Sequence[int], head: int) -> str | None:
        view = self.view
        own = [t for t in tokens if t <= head or view.tag(t) in _NAME_TAGS]
        run = self._name_run([t for t in own if t >= head]) if view.tag(head) == "NN" else self._name_run(tokens)
        titled = view.tag(head) == "NN" and nominal.animacy(view.text(head)) == "person"
        if run and (view.tag(head) in _NAME_TAGS or (titled and run[0] == head + 1)):
            return self._clean_name(run)
        described = self._described_name(tokens, head)
        return described or self._plain(tokens, head)

    def _clean_name(self, run: list[int]) -> str:
        name = " ".join(self.view.text(t) for t in run)
        canonical = self._canonical_name(name)
        if canonical == name and len(run) == 1 and name.endswith("s") and self._is_genitive(run[0]):
            canonical = self._canonical_name(name[:-1])
        return canonical

    def _is_genitive(self, token: int) -> bool:
        """„Trumps Plan": a name in -s before a noun it possesses."""
        np = next((n for n in self.view.graph.noun_phrases if token in n.possessor), None)
        text = self.view.text(token)
        return np is not None and (text[:-1] in self._all_names or nominal.is_country(text[:-1]) or token < np.head)

    @cached_property
    def _all_names(self) -> frozenset[str]:
        return frozenset(t.text for t in self.view.graph.doc if t.tag_ in _NAME_TAGS)

    def _described_name(self, tokens: Sequence[int], head: int) -> str | None:
        np = self.view.graph.noun_phrase_at(head)
        if np is None or np.possessor or np.modifiers or np.determiner is None:
            return None
        if self.view.lower(np.determiner) not in ("der", "die", "den", "dem", "des"):
            return None
        return next((self._described[key] for key in self._descriptions(np) if key in self._described), None)

    def _plain(self, tokens: Sequence[int], head: int) -> str:
        """A group or institution by its words, without article, in the nominative."""
        view = self.view
        kept = [t for t in self._core(tokens, head) if view.tag(t) not in _DROPPED or t == head]
        words = []
        for token in kept:
            text = view.text(token)
            if view.tag(token) in ("ADJA", "PIAT", "PIDAT", "PIS") and token != head:
                text = text[:1].lower() + text[1:]
                text = self._nominative(text, tokens, head)
            elif token == head:
                text = self._head_word(token)
            words.append(text)
        name = " ".join(words) or view.text(head)
        return name[:1].lower() + name[1:] if view.tag(kept[0] if kept else head) in ("ADJA", "PIAT", "PIS") else name

    def _core(self, tokens: Sequence[int], head: int) -> list[int]:
        """A phrase up to a comma (exemplifying appositions stay out of the name)."""
        core: list[int] = []
        for token in tokens:
            if self.view.text(token) == "," and token > head:
                break
            if self.view.text(token)[:1].isalnum():
                core.append(token)
        return core

    def _nominative(self, adjective: str, tokens: Sequence[int], head: int) -> str:
        plural_bare = not any(self.view.tag(t) in ("ART", "PPOSAT", "PDAT") for t in tokens if t < head)
        if adjective.endswith(("en", "em")) and plural_bare:
            return adjective[:-1]
        if adjective.endswith(("en", "em", "er")) and not plural_bare:
            return adjective[: -(1 if adjective.endswith(("en", "em", "er")) else 0)]
        return adjective

    def _head_word(self, head: int) -> str:
        text = self.view.text(head)
        if self.view.tag(head) != "NN":
            return text
        for reading in nominal.noun_readings(text):
            agreements = reading.agreements
            if any(a.case == "nom" for a in agreements):
                return text
        if text.endswith("n") and nominal.noun(text[:-1]):
            return text[:-1]
        return nominal.noun_lemma(text) if not text.endswith("n") else text

    # -- kinds ---------------------------------------------------------------------------------------------------------

    def kind(self, tokens: Sequence[int], head: int, name: str | None) -> ActorKind:
        """What sort of holder a mention is."""
        view = self.view
        text = view.text(head)
        if view.lower(head) in matching_list("generic"):
            return ActorKind.GENERIC
        if view.tag(head) in _NAME_TAGS:
            return self._kind_of_name(text, name)
        if view.tag(head) in ("PIS", "PIAT", "PIDAT", "CARD", "PDS", "ADJA"):
            return ActorKind.COLLECTIVE
        sort = nominal.animacy(text)
        if sort == "person":
            return ActorKind.COLLECTIVE if self._is_group(tokens, head) else ActorKind.PERSON
        if sort == "place":
            return ActorKind.GOVERNMENT
        if sort == "institution":
            if self._names_government(view.lemma(head)):
                return ActorKind.COLLECTIVE if self.is_plural(tokens, head) else ActorKind.GOVERNMENT
            return ActorKind.ORGANISATION
        if any(view.tag(t) in _NAME_TAGS for t in tokens if t > head):
            return ActorKind.PERSON
        return ActorKind.COLLECTIVE if self.is_plural(tokens, head) else ActorKind.UNKNOWN

    def _kind_of_name(self, text: str, name: str | None) -> ActorKind:
        bare = text.removesuffix("s")
        if nominal.is_country(text) or nominal.is_government_seat(text):
            return ActorKind.GOVERNMENT
        if nominal.is_party(text) or nominal.is_organisation(text) or (text.isupper() and len(text) > 1):
            return ActorKind.ORGANISATION
        if name is not None and " " in name:
            return ActorKind.PERSON
        sort = nominal.animacy(text)
        if sort == "institution":
            return ActorKind.GOVERNMENT if self._names_government(text) else ActorKind.ORGANISATION
        if sort == "place":
            return ActorKind.GOVERNMENT
        known = sort == "person" or nominal.animacy(bare) == "person"
        return ActorKind.PERSON if known or sort == "unknown" else ActorKind.UNKNOWN

    def _names_government(self, lemma: str) -> bool:
        return any(lemma.lower().endswith(noun.lower()) for noun in word_list("government_nouns"))

    def _is_group(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a noun for persons stands for several: plural, or bare („Kritiker warnen")."""
        if any(self.view.tag(t) in _NAME_TAGS for t in tokens if t > head):
            return False
        return self.is_plural(tokens, head) or (tuple(tokens) == (head,) and self.view.tag(head) == "NN")

    def is_plural(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a phrase is plural by its form."""
        pairs = [(self.view.text(t), self.view.tag(t)) for t in tokens if t <= head]
        agreements = nominal.noun_phrase(pairs)
        nominative = {a.number for a in agreements if a.case in ("nom", "dat", "acc")}
        return nominative == {"pl"} or (bool(agreements) and all(a.number == "pl" for a in agreements))

    def mentions(self) -> list[Filler]:
        """Names and persons that are subjects of a clause, and people known by full name, for pronouns to find."""
        found: list[Filler] = []
        for clause in self.view.graph.clauses:
            for argument in clause.arguments:
                if argument.role is not Role.SUBJECT or argument.conjuncts or self._is_pronoun(argument.head):
                    continue
                named = self.view.tag(argument.head) in _NAME_TAGS
                if named or nominal.animacy(self.view.text(argument.head)) in ("person", "institution"):
                    phrase = self.view.resolve(argument)
                    if phrase.tokens:
                        found.append(Filler(phrase.tokens, Slot(SlotKind.SUBJECT), phrase.head))
        return [*found, *self._people()]

    def _people(self) -> Iterator[Filler]:
        """People with a full name in the document, wherever they are mentioned."""
        for np in self.view.graph.noun_phrases:
            if self.view.tag(np.head) in _NAME_TAGS and " " in self._canonical_name(self.view.text(np.head)):
                tokens = self.view.phrase_of(np).tokens
                if tokens:
                    yield Filler(tokens, Slot(SlotKind.GOVERNED), np.head)

    # -- pronouns ------------------------------------------------------------------------------------------------------

    def antecedent(self, filler: Filler, actor: Actor, subject: bool) -> Antecedent | None:
        """What an actor is to later pronouns, None where it has no name."""
        if not filler.tokens or (actor.name is None and not subject):
            return None
        head = filler.head if filler.head is not None and filler.head in filler.tokens else filler.tokens[0]
        genders: frozenset[str] = frozenset(
            a.gender for a in nominal.noun(self.view.text(head)) if a.gender is not None
        )
        plural = not self._is_pronoun(head) and self.is_plural(filler.tokens, head)
        if self.view.tag(head) in _NAME_TAGS and actor.kind is ActorKind.PERSON:
            genders = self._gender_of_name(head)
            plural = False
        if self._is_pronoun(head):
            genders = self._gender_of_pronoun(head)
            plural = self._is_plural_pronoun(self.view.lower(head), head)
        return Antecedent(filler.tokens[-1], actor.name or "", actor.kind, genders, plural, subject)

    def _gender_of_name(self, head: int) -> frozenset[str]:
        """Gender of a person by first name or by the noun before the name; both where neither tells."""
        title = head - 1
        if title >= 0 and self.view.tag(title) == "NN" and nominal.animacy(self.view.text(title)) == "person":
            return frozenset(
                a.gender for a in nominal.noun(self.view.text(title)) if a.number == "sg" and a.gender is not None
            )
        return frozenset({"m", "f"})

    def _gender_of_pronoun(self, head: int) -> frozenset[str]:
        word = self.view.lower(head)
        if word in word_list("masculine"):
            return frozenset({"m"})
        return frozenset({"f"}) if word in word_list("feminine") else frozenset()

    def _of_pronoun(
        self, head: int, before: Sequence[Antecedent], speaker: Actor | None
    ) -> tuple[str | None, ActorKind]:
        word = self.view.lower(head)
        if word in word_list("first"):
            singular = word in ("ich", "mich", "mir") or word.startswith("mein")
            if speaker is not None and singular:
                return speaker.name, speaker.kind
            return None, ActorKind.UNKNOWN if singular else ActorKind.COLLECTIVE
        for antecedent in self._ordered(before, head):
            if self._fits(word, head, antecedent):
                return antecedent.name or None, antecedent.kind
        return None, ActorKind.UNKNOWN

    def _ordered(self, before: Sequence[Antecedent], head: int) -> Iterable[Antecedent]:
        """Earlier mentions, nearest sentence first, subjects of a sentence before its other mentions."""
        earlier = [a for a in before if a.end < head]

        def rank(a: Antecedent) -> tuple[int, int, int]:
            return (-self._sentence_of(a.end), 0 if a.subject else 1, -a.end)

        return sorted(earlier, key=rank)

    @cached_property
    def _starts(self) -> list[int]:
        return sorted({clause.sentence[0] for clause in self.view.graph.clauses})

    def _sentence_of(self, token: int) -> int:
        """First token of the sentence around a token."""
        at = bisect_right(self._starts, token)
        return self._starts[at - 1] if at else 0

    def _fits(self, word: str, head: int, antecedent: Antecedent) -> bool:
        plural = self._is_plural_pronoun(word, head)
        if antecedent.plural or plural:
            return antecedent.plural and plural
        if word in word_list("masculine"):
            return "m" in antecedent.genders or not antecedent.genders
        if word in word_list("feminine"):
            return "f" in antecedent.genders or not antecedent.genders
        return False

    def _is_plural_pronoun(self, word: str, head: int) -> bool:
        clause = self.view.graph.clause_at(head)
        if word == "sie" and clause is not None and clause.verb is not None:
            return clause.verb.number == "pl"
        return word == "ihnen"
