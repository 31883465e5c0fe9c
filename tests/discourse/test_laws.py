"""Laws of who is who: another name changes the name and nothing else, and who is only told of changes nobody.

Surnames are also nouns (Sommer, Busch), adjectives (Lang, Reich), trades (Koch, Richter) and foreign words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stance.model import Actor, Commitment, Cue, Mention
from stance.pipeline import extract

MEN = ("Karl", "Udo", "Frank", "Otto", "Jens", "Sven", "Anton", "Hannes", "Marek", "Yusuf")
WOMEN = ("Kira", "Anna", "Lisa", "Wanda", "Greta", "Paula", "Svenja", "Olga", "Ida", "Sonja")
SURNAMES = (
    *("Brandt", "Petrow", "Hansen", "Nowak", "Lamm", "Holm", "Pohl", "Grimm", "Ebner", "Kastner", "Vogt", "Thiel"),
    *("Oduya", "Berger", "Winkler", "Krause", "Koch", "Wolf", "Lang", "Reich", "Vogel", "Schuster", "Neumann"),
    *("Winter", "Ostermann", "Richter", "Roth", "Schwarz", "Engel"),
)
OF_MEN = (
    "Der Abgeordnete {0} sprach am Montag. {1} forderte ein Verbot. Er lehnte den Plan ab.",
    "„Wir brauchen mehr Geld“, sagte {0}. Der Bürgermeister warf dem Land vor, zu geizig zu sein. {1}s Sprecherin "
    "bestätigte das.",
    "{0}, Vorsitzender des Vereins, kündigte an, er werde gehen. Die Entscheidung sei ihm schwergefallen, so {1}.",
    "Laut {0} fehlt das Geld. {1} zufolge werde sich daran nichts ändern. Die Stadt widersprach ihm.",
    "Die Gewerkschaft kritisierte {0}. Sie warf ihm vor, die Beschäftigten zu täuschen. {1} wies den Vorwurf zurück.",
    "Minister {1} forderte die Bahn auf, schneller zu bauen. Die Bahn müsse handeln, sagte {1}. Sein Plan sei gut.",
)
OF_WOMEN = (
    "Die Abgeordnete {0} sprach am Montag. {1} forderte ein Verbot. Sie lehnte den Plan ab.",
    "„Wir brauchen mehr Geld“, sagte {0}. Die Bürgermeisterin warf dem Land vor, zu geizig zu sein. {1}s Sprecher "
    "bestätigte das.",
    "{0}, Vorsitzende des Vereins, kündigte an, sie werde gehen. Die Entscheidung sei ihr schwergefallen, so {1}.",
    "Laut {0} fehlt das Geld. {1} zufolge werde sich daran nichts ändern. Der Landkreis widersprach ihr.",
    "Der Verband kritisierte {0}. Er warf ihr vor, die Beschäftigten zu täuschen. {1} wies den Vorwurf zurück.",
    "Ministerin {1} forderte die Bahn auf, schneller zu bauen. Die Bahn müsse handeln, sagte {1}. Ihr Plan sei gut.",
)
PEOPLE = st.tuples(st.sampled_from(OF_MEN), st.sampled_from(MEN)) | st.tuples(
    st.sampled_from(OF_WOMEN), st.sampled_from(WOMEN)
)


def told(template: str, given: str, surname: str) -> tuple[Commitment, ...]:
    return extract(template.format(f"{given} {surname}", surname)).commitments


PLACES = ("sentence", "evidence")
"""What a longer or shorter name moves."""


def renamed(value: Any, rename: Callable[[str], str]) -> Any:
    """A commitment, or a part of one, without offsets, and with names put for names."""
    if isinstance(value, tuple):
        return tuple(renamed(item, rename) for item in value)
    if isinstance(value, Commitment):
        return {
            a.name: renamed(getattr(value, a.name), rename) for a in attrs.fields(Commitment) if a.name not in PLACES
        }
    if isinstance(value, Actor):
        return renamed((value.text, value.name, value.kind.value, value.candidates), rename)
    text = value.text if isinstance(value, Mention | Cue) else value
    return rename(text) if isinstance(text, str) else text


@given(PEOPLE, st.sampled_from(SURNAMES))
@example((OF_MEN[5], "Otto"), "Richter")
@example((OF_WOMEN[5], "Lisa"), "Lang")
@example((OF_WOMEN[0], "Anna"), "Winter")
def test_another_name_changes_the_name_and_nothing_else(person: tuple[str, str], surname: str) -> None:
    template, given = person
    before = told(template, "Maria" if given in WOMEN else "Jan", "Petersen")
    after = told(template, given, surname)

    def unnamed(text: str) -> str:
        return re.sub(rf"\b({given}|Jan|Maria)(?= )", "Given", re.sub(f"{surname}|Petersen", "Surname", text))

    assert before
    assert renamed(after, unnamed) == renamed(before, unnamed)


WOMEN_TOLD_OF = (
    "Die Ministerin Kira Brandt kam später dazu.",
    "Auch die Sängerin Lisa Nowak saß im Publikum.",
    "Ursula Hansen, Chefin der Sparkasse, hörte zu.",
    "Neben ihm stand Anna Schmitz.",
    "Der Saal gehört der Unternehmerin Olga Petrow.",
)
MEN_TOLD_OF = (
    "Der Minister Karl Brandt kam später dazu.",
    "Auch der Sänger Udo Nowak saß im Publikum.",
    "Frank Hansen, Chef der Sparkasse, hörte zu.",
    "Neben ihr stand Otto Schmitz.",
    "Der Saal gehört dem Unternehmer Jens Petrow.",
)
INSERTIONS = (*product(OF_MEN[:4], ("Jan",), WOMEN_TOLD_OF), *product(OF_WOMEN[:4], ("Maria",), MEN_TOLD_OF))


def parts(found: tuple[Commitment, ...]) -> list[tuple[Any, ...]]:
    """What is told, of whom, without offsets, which what is inserted moves."""
    whole = renamed(found, str)
    return [(c["actor"], c["addressee"], c["content"], c["sources"], c["form"], c["rule"]) for c in whole]


@pytest.mark.parametrize(("template", "given", "other"), INSERTIONS)
def test_a_sentence_about_somebody_of_the_other_sex_changes_nothing(template: str, given: str, other: str) -> None:
    text = template.format(f"{given} Petersen", "Petersen")
    before = extract(text).commitments
    assert before
    sentences = text.split(". ")
    for place in range(1, len(sentences)):
        longer = ". ".join([*sentences[:place], f"{other} {sentences[place]}", *sentences[place + 1 :]])
        assert parts(extract(longer).commitments) == parts(before)
