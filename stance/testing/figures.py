"""Who speaks in generated passages: the figures that people and bodies become, and papers.

The German of ``data/passages.yaml`` and a way of choosing flow in, a :class:`Figure` flows out: a phrase in all cases
for its first mention, phrases for later ones, and the names that are right for whoever resolves them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
from ruamel.yaml import YAML

from stance.german.features import CASES, Gender
from stance.testing.drawing import Choose
from stance.testing.nouns import NounPhrase, common, gender_of


@cache
def material() -> Mapping[str, Any]:
    """The content of ``data/passages.yaml``."""
    found: dict[str, Any] = YAML(typ="safe").load(
        files("stance.testing").joinpath("data/passages.yaml").read_text(encoding="utf-8")
    )
    return found


@attrs.frozen
class Mention:
    """A phrase for somebody, and what it is a case of ("surname", "kind noun")."""

    about: str
    phrase: NounPhrase


@attrs.frozen
class Figure:
    """Somebody who can speak.

    Attributes:
        names: the names that are right, the fullest first.
        about: what the name is a case of ("noun surname", "für-name").
        first: the phrase that introduces it, and the shape of the introduction.
        again: phrases that lead back to it.
        nouns: common nouns that stand in its introduction; none of them leads back to it where another has it too.
        is_person: whether "er" and "sie" mean it before they mean a body.
    """

    names: tuple[str, ...]
    about: str
    first: Mention
    again: tuple[Mention, ...]
    nouns: tuple[str, ...] = ()
    is_person: bool = True

    @property
    def gender(self) -> Gender:
        """The sex of a person, the gender of a body's noun."""
        return self.first.phrase.gender or "n"


def place_adjective(place: str) -> str:
    """The adjective of a place.

    >>> place_adjective("Torfen"), place_adjective("Tannrode")
    ('Torfener', 'Tannroder')
    """
    return f"{place}{'r' if place.endswith('e') else 'er'}"


def draw_paper(choose: Choose, shows_dative: bool = False) -> Figure:
    """A paper, its name between quotation marks.

    Args:
        choose: chooses one of several options.
        shows_dative: whether it is one whose dative behind a noun is not taken for a genitive ("dem").
    """
    papers = [own for own in material()["papers"] if not shows_dative or gender_of(own["noun"]) != "f"]
    entry = choose(papers)
    noun = entry["noun"]
    before = f"{place_adjective(choose(material()['places']))} " if "place" in entry else ""
    forms = []
    for case in CASES:
        article, head = common(noun).form(case).split(" ", 1)
        forms.append(f"{article} „{before}{head}“")
    phrase = NounPhrase((forms[0], forms[1], forms[2], forms[3]), noun, "institution", gender_of(noun), "sg")
    full = f"{before}{noun}"
    return Figure((full, f"„{full}“"), "paper", Mention("intro: paper", phrase), (), (noun,), False)
