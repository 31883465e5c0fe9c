"""Bodies of generated passages: firms, clubs, authorities and others, how a text introduces and takes them up.

An entry of ``data/passages.yaml`` and a way of choosing flow in, a :class:`~stance.testing.figures.Figure` flows out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from stance.german.features import CASES
from stance.testing.drawing import Choose
from stance.testing.figures import Figure, Mention, material
from stance.testing.grammar import RELATIVE_PRONOUNS
from stance.testing.nouns import NounPhrase, common, ending, name


def draw_body(choose: Choose, taken: Sequence[Figure] = ()) -> Figure:
    """A body with an introduction, none of whose nouns anybody on the scene has."""
    nouns = {noun for figure in taken for noun in figure.nouns}
    entry = choose([entry for entry in material()["bodies"] if not nouns & set(_nouns(entry))])
    return choose((make_body, make_body, make_body, _from_place, _with_letters, _with_relative, _joined))(entry, choose)


def draw_two_bodies(choose: Choose, taken: Sequence[Figure] = ()) -> Figure:
    """Two bodies that act together; the act may be laid to either or to both."""
    nouns = {noun for figure in taken for noun in figure.nouns}
    free = [entry for entry in material()["bodies"] if not nouns & set(_nouns(entry))]
    one_entry = choose(free)
    one = make_body(one_entry, choose)
    other = make_body(choose([entry for entry in free if not set(_nouns(entry)) & set(one.nouns)]), choose)
    forms = [f"{one.first.phrase.form(case)} und {other.first.phrase.form(case)}" for case in CASES]
    phrase = NounPhrase((forms[0], forms[1], forms[2], forms[3]), "", "institution", None, "pl", possessive="ihr")
    lasts = (*other.names, other.first.phrase.form("nom"))
    both = tuple(f"{first} und {last}" for first in one.names for last in lasts)
    names = (*both, *one.names, *other.names)
    return Figure(
        names, "body: two bodies", Mention("intro: two bodies", phrase), (), (*one.nouns, *other.nouns), False
    )


def _behind(figure: Figure, about: str, tails: Sequence[str]) -> Figure:
    """A body with something behind its name, in each case."""
    phrase = figure.first.phrase
    forms = [f"{own}{tail}" for own, tail in zip(phrase.forms, tails, strict=True)]
    shown = attrs.evolve(phrase, forms=(forms[0], forms[1], forms[2], forms[3]), bare=False)
    return attrs.evolve(figure, first=Mention(f"intro: body {about}", shown))


def _from_place(entry: Mapping[str, Any], choose: Choose) -> Figure:
    own = make_body(entry, choose)
    if entry.get("noun") not in material()["from places"]:
        return own
    tail = f" aus {choose(material()['places'])}"
    return attrs.evolve(_behind(own, "from a place", [tail] * 4), names=(*own.names, f"{own.names[0]}{tail}"))


def _with_letters(entry: Mapping[str, Any], choose: Choose) -> Figure:
    own = make_body(entry, choose)
    letters = "".join(word[0] for word in own.names[0].split() if word[0].isupper())
    if len(letters) < 2 or {"at", "in", "part", "marks", "letters", "names"} & set(entry):
        return own
    return _behind(own, "with letters in brackets", [f" ({letters})"] * 4)


def _with_relative(entry: Mapping[str, Any], choose: Choose) -> Figure:
    own = make_body(entry, choose)
    phrase = own.first.phrase
    if phrase.number == "pl":
        return own
    clause = f", {RELATIVE_PRONOUNS[phrase.gender]} {choose(material()['told of bodies'])},"
    return _behind(own, "with a relative clause", [clause] * 4)


def _joined(entry: Mapping[str, Any], choose: Choose) -> Figure:
    own = make_body(entry, choose)
    if entry.get("noun") not in material()["associations"]:
        return own
    what = common("Zusammenschluss", "indefinite", tail="von Anwohnern")
    return _behind(own, "with an apposition", [f", {what.form(case)}," for case in CASES])


def _nouns(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(filter(None, (entry.get("noun"), *entry.get("again", ()))))


@cache
def body_nouns() -> frozenset[str]:
    """All common nouns for bodies."""
    return frozenset(noun for entry in material()["bodies"] for noun in _nouns(entry))


def make_body(entry: Mapping[str, Any], choose: Choose) -> Figure:
    """The figure of an entry of the bodies."""
    if "names" in entry:
        return _firm(entry, choose)
    tail = str(choose(entry["of"])) if "of" in entry else ""
    place = str(choose(material()["places"]))
    if "club" in entry:
        full = f"{tail} {place}"
        phrase = name(full, entry["club"], "institution", article="definite")
        if entry["club"] == "m":
            phrase = attrs.evolve(phrase, forms=(*phrase.forms[:3], phrase.form("gen").removesuffix("s")))
        return _body(entry, (full,), phrase)
    tail = " ".join(filter(None, (tail, place if "at" in entry else "", f"in {place}" if "in" in entry else "")))
    shown = f"„{tail}“" if "marks" in entry else tail
    plural = entry.get("plural", "")
    phrase = common(entry["noun"], plural=plural, adjective=entry.get("adjective", ""), tail=shown, kind="institution")
    return _body(entry, _body_names(entry, phrase, tail, place), phrase)


def _body_names(entry: Mapping[str, Any], phrase: NounPhrase, tail: str, place: str) -> tuple[str, ...]:
    weak = phrase.form("nom").split(" ", 1)[1]
    noun = entry.get("plural", entry["noun"])
    if "adjective" in entry:
        strong = entry["adjective"] + ending("strong", "nom", phrase.gender, "sg")
        return f"{strong} {weak.split(' ', 1)[1]}", weak
    if "in" in entry:
        return noun, f"{noun} {tail}", f"{noun} {place}"
    if "part" in entry:
        return weak, noun
    return tuple(dict.fromkeys((weak, f"{noun} {tail}".strip(), *((tail,) if tail and "at" not in entry else ()))))


def _firm(entry: Mapping[str, Any], choose: Choose) -> Figure:
    own = str(choose(entry["names"]))
    if "letters" in entry:
        return _body(entry, (own,), name(own, entry["gender"], "institution", article="definite"))
    if "noun" not in entry:
        bare = own.rsplit(" ", 1)[0]
        return _body(entry, (own, bare), name(own, entry["gender"], "institution", article="definite"), bare)
    phrase = common(entry["noun"], tail=own, kind="institution")
    full = f"{entry['noun']} {own}"
    return _body(entry, (full,), phrase) if "person" in entry else _body(entry, (own, full), phrase, own)


def _body(entry: Mapping[str, Any], names: tuple[str, ...], phrase: NounPhrase, bare: str = "") -> Figure:
    nouns = entry.get("again", [entry["noun"]] if "noun" in entry else [])
    plural = entry.get("plural", "")
    again = [Mention("again: kind noun", common(noun, plural=plural, kind="institution")) for noun in nouns]
    again.append(Mention("again: full name", phrase))
    if bare:
        again.append(Mention("again: bare name", name(bare, "n", "institution")))
    return Figure(names, f"body: {entry['about']}", Mention("intro: body", phrase), tuple(again), _nouns(entry), False)
