"""Names of groups and bodies: the words of a phrase without its article, in the nominative.

All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

import attrs

from stance.discourse.wordlists import word_ends, word_list
from stance.german import closed, meaning, nominal, noun_phrases
from stance.german.features import Agreement
from stance.matching.view import View

_DROPPED: Final = frozenset({"ART", "PDAT", "PPOSAT", "PTKNEG"})
_AGREEING: Final = frozenset({"APPRART", "ART", "PDAT", "PPOSAT", "PIAT", "ADJA", "NN", "NE"})
_DENIED: Final = frozenset({"ADJA", "ADJD", "PIAT", "PIDAT", "PIS"})
_LEADING: Final = frozenset({"APPR", "KOKOM"})
_ENDINGS: Final = ("en", "em", "er", "es", "e")
_STRONG: Final = {("sg", "m"): "er", ("sg", "f"): "e", ("sg", "n"): "es", ("pl", None): "e"}


@attrs.frozen(eq=False)
class Groups:
    """Names groups and bodies by their own words.

    Attributes:
        view: the clause graph.
    """

    view: View

    def name(self, tokens: Sequence[int], head: int) -> str:
        """A group or institution by its words, without article, in the nominative; what follows the head stays."""
        phrase = (tuple(tokens), head)
        known = self._known.get(phrase)
        if known is None:
            known = self._known[phrase] = self._name(tokens, head)
        return known

    @cached_property
    def _known(self) -> dict[tuple[tuple[int, ...], int], str]:
        """The names that were asked for before."""
        return {}

    def _name(self, tokens: Sequence[int], head: int) -> str:
        view = self.view
        titled = title_behind(view, head)
        if titled in tokens:
            return self.name([t for t in tokens if t != head], titled)
        core = self.core(tokens, head)
        counted = bool(core) and closed.is_approximate(view.text(core[0]))
        inner = self._inner(core, head)
        kept = core if counted else [t for t in core if t >= head or t in inner or not self._is_dropped(t)]
        words = []
        for token in kept:
            text = view.text(token)
            if token > head:
                words.append(text + "," if token + 1 in view.graph.inner_commas and token != kept[-1] else text)
                continue
            if view.tag(token) in ("ADJA", "PIAT", "PIDAT", "PIS") and token != head:
                text = self._nominative(text, tokens, head)
            elif token == head:
                text = self._head_word(tokens, token)
            words.append(text)
        name = meaning.without_association_form(" ".join(words).replace(" / ", "/") or view.text(head))
        first = kept[0] if kept else head
        opens = view.opens_sentence(first) and view.tag(first) in (
            "ADJA",
            "ADV",
            "PTKNEG",
            "PIAT",
            "PIDAT",
            "PIS",
            "CARD",
        )
        return name[:1].lower() + name[1:] if opens and not self._has_capital_inside(first) else name

    def _has_capital_inside(self, first: int) -> bool:
        """Whether an adjective has its capital inside a sentence too („Bayerischer Naturbund: … Der Bayerische …")."""
        return self.view.tag(first) == "ADJA" and _stem(self.view.text(first)) in self._capital_adjectives

    @cached_property
    def _capital_adjectives(self) -> frozenset[str]:
        """The stems of the adjectives that the document writes with a capital inside a sentence."""
        view, tokens = self.view, range(1, len(self.view.graph.doc))
        inside = (t for t in tokens if view.tag(t) == "ADJA" and view.text(t)[:1].isupper())
        return frozenset(_stem(view.text(t)) for t in inside if not view.opens_sentence(t))

    def _inner(self, core: Sequence[int], head: int) -> frozenset[int]:
        """The articles inside what comes before a noun („die von der Bank gestützte Firma", „mehr als die Hälfte")."""
        leads = (b for a, b in pairwise(core) if b < head and self.view.tag(a) in _LEADING)
        return frozenset(t for t in leads if self.view.tag(t) in _DROPPED)

    def _is_dropped(self, token: int) -> bool:
        """Articles, possessives, „dessen", and „nicht" where it negates no attribute or quantifier."""
        tag = self.view.tag(token)
        if tag == "PTKNEG":
            return self.view.tag(token + 1) not in _DENIED
        return tag in _DROPPED or (tag == "PDS" and self.view.lower(token) in word_list("demonstrative_possessive"))

    def core(self, tokens: Sequence[int], head: int) -> list[int]:
        """A phrase up to a comma or bracket (appositions, examples and short forms stay out of the name)."""
        core: list[int] = []
        inner = self.view.graph.inner_commas
        for token in tokens:
            apart = self.view.text(token) in (",", "(") or self.view.text(token - 1) == ","
            if token > head and apart and token not in inner and token - 1 not in inner:
                break
            if self.view.text(token)[:1].isalnum() or (core and self._is_joining(token)):
                core.append(token)
        return core

    def _is_joining(self, token: int) -> bool:
        """Whether a symbol joins the words of a name: „&", and „/" in one name („die Fraktion Linke/Piraten")."""
        return self.view.text(token) == "&" or (self.view.text(token) == "/" and self.view.tag(token) == "NE")

    def _nominative(self, adjective: str, tokens: Sequence[int], head: int) -> str:
        """An adjective as it is without an article: „das georgische Parlament" is „georgisches Parlament".

        Adjectives of places in -er do not change („die Bündner Polizei").
        """
        stem = next((adjective.removesuffix(end) for end in _ENDINGS if adjective.endswith(end)), None)
        ending = self._strong_ending(tokens, head, adjective)
        unchanging = adjective.endswith("er") and (adjective[0].isupper() or ending == "er")
        return adjective if stem is None or ending is None or unchanging else stem + ending

    def _strong_ending(self, tokens: Sequence[int], head: int, adjective: str | None = None) -> str | None:
        """The ending of an adjective before a head in the nominative, None where its gender is open."""
        pairs = self._agreeing(tokens, head)
        quantifier = next((word for word, tag in pairs if tag in ("PIAT", "PIDAT")), None)
        if adjective is not None and adjective == quantifier and pairs[0][1] in ("ART", "PDAT"):
            return None if adjective.endswith("sten") else "e"  # „die beiden Forscher", not „die meisten Leute"
        if quantifier is not None:
            weak = adjective != quantifier and "strong" not in nominal.declension_after(quantifier.lower())
            shown = noun_phrases.noun_phrase(pairs)
            oblique = bool(shown) and all(a.number == "pl" and a.case in ("dat", "gen") for a in shown)
            return "e" if oblique and not weak else None
        determined = any(tag in _DROPPED or tag == "APPRART" for _, tag in pairs)
        shown = self._agreements(tokens, head)
        oblique = bool(shown) and {a.case for a in shown} == {"gen"}  # „unabhängiger Experten"
        agreements = shown if determined or oblique else nominal.noun(self.view.text(head))
        found = {(a.number, None if a.number == "pl" else a.gender) for a in agreements}
        masculine = self.view.lemma(head).lower().endswith(word_ends("masculine_bodies"))
        if (masculine or meaning.animacy(self.view.text(head)) == "person") and ("sg", "m") in found:
            found.discard(("sg", "n"))  # „eines thailändischen Jungen", „vom Deutschen Naturbund"
        endings = {_STRONG.get(shape) for shape in found}
        return next(iter(endings)) if len(endings) == 1 else None

    def _head_word(self, tokens: Sequence[int], head: int) -> str:
        """A noun in the nominative: „dem Piloten" is „Pilot", „der Angeklagte" is „Angeklagter"."""
        text = self.view.text(head)
        if self.view.tag(head) not in ("NN", "ADJA"):
            return text
        readings = nominal.noun_readings(text)
        ending = self._strong_ending(tokens, head)
        if ending is not None and readings and all(r.kind == "adjectival" for r in readings):
            stem = _stem(text)
            return stem + ending
        if not readings and self._has_genitive_article(tokens, head):
            return text[:-1] if text.endswith("s") and text[-2:-1] not in "aiosu" else text
        shown = self._agreements(tokens, head)
        plural = bool(shown) and all((a.case, a.number) == ("dat", "pl") for a in shown)
        nominative = any(a.case == "nom" for r in readings for a in r.agreements)
        if plural and not nominative and text.endswith("n") and nominal.listed(text[:-1]):
            return text[:-1]  # „den Opfern"
        numbers = {a.number for r in readings for a in r.agreements if a.case == "nom"}
        if "sg" in numbers or (numbers and not self._is_oblique(tokens, head)):
            return text
        lemma = nominal.noun_lemma(text)
        if text.endswith("n") and (
            nominal.listed(text[:-1]) or (not nominal.is_guessed(text[:-1]) and not nominal.listed(lemma))
        ):
            return text[:-1]
        return nominal.noun_lemma(text) if readings or not text.endswith("n") else text

    def _has_genitive_article(self, tokens: Sequence[int], head: int) -> bool:
        """Whether only a genitive can stand behind an article: „des Konsistoriums"."""
        articles = [self.view.lower(t) for t in tokens if t < head and self.view.tag(t) in _DROPPED]
        shown = nominal.determiner(articles[0]) if articles else frozenset()
        return bool(shown) and all(a.case == "gen" and a.number == "sg" for a in shown)

    def _is_oblique(self, tokens: Sequence[int], head: int) -> bool:
        """Whether a phrase is singular and in no nominative: „dem Zeugen", „des Piloten"."""
        shown = self._agreements(tokens, head)
        return bool(shown) and all(a.number == "sg" and a.case != "nom" for a in shown)

    def _agreements(self, tokens: Sequence[int], head: int) -> frozenset[Agreement]:
        """What a phrase agrees in, in the case of its argument where that is certain."""
        shown = noun_phrases.noun_phrase(self._agreeing(tokens, head))
        case = self._case(head)
        return frozenset(a for a in shown if a.case == case) or shown

    def _case(self, head: int) -> str | None:
        """The case of the argument whose head a noun is, where it is certain."""
        clause = self.view.graph.clause_at(head)
        own = () if clause is None else (a for a in clause.arguments if a.head == head)
        return next((a.case for a in own if a.case is not None), None)

    def _agreeing(self, tokens: Sequence[int], head: int) -> list[tuple[str, str]]:
        """The words that agree with a head; a preposition that holds an article counts as it („vom Präsidenten")."""
        own = own_words(self.view, tokens, head)
        before = own[0] - 1 if own else -1
        if before >= 0 and self.view.tag(before) == "APPRART":
            own = [before, *own]
        return [(self.view.text(t), self.view.tag(t)) for t in own if self.view.tag(t) in _AGREEING]


def own_words(view: View, tokens: Sequence[int], head: int) -> list[int]:
    """The words of a phrase up to its head without those that only go with an attribute („der 27 Jahre alte Täter").

    Args:
        view: the clause graph.
        tokens: the phrase.
        head: its noun.
    """
    before = [t for t in tokens if t < head]
    last = max((t for t in before if view.tag(t) == "ADJA"), default=-1)
    inside = {t for t in before if t < last and view.tag(t) in ("NN", "NE", "CARD")}
    opening = next((t for t in before if view.tag(t) in ("APPR", "APPRART") or t in inside), head)
    first = next((t for t in before if t > max(inside, default=opening) and view.tag(t) == "ADJA"), head)
    return [t for t in (*before, head) if not inside or not opening <= t < first]


def _stem(adjective: str) -> str:
    return next((adjective.removesuffix(end) for end in _ENDINGS if adjective.endswith(end)), adjective)


def title_behind(view: View, head: int) -> int:
    """The title behind a form of address („der Herr Bürgermeister"); -1 where there is none.

    Args:
        view: the clause graph.
        head: the noun.
    """
    behind = head + 1
    if view.text(head) not in word_list("forms_of_address") or behind >= len(view.graph.doc):
        return -1
    office = view.tag(behind) == "NN" and meaning.animacy(view.text(behind)) == "person"
    return behind if office else -1
