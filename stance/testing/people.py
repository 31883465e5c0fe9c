"""People of generated passages: shapes of names, introductions, and the phrases that lead back to them.

A way of choosing and those who are on the scene flow in, a :class:`~stance.testing.figures.Figure` flows out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from stance.german.features import CASES, Case, Gender
from stance.testing.bodies import make_body
from stance.testing.drawing import Choose
from stance.testing.figures import Figure, Mention, material, place_adjective
from stance.testing.nouns import NounPhrase, common, decline, ending, name, possessive, pronoun

_SEX: Final = {"m": 0, "f": 1}


@attrs.frozen
class PersonName:
    """A name of somebody: what it is a case of, the given part and the surname."""

    about: str
    given: str
    surname: str

    @property
    def full(self) -> str:
        """Both parts."""
        return f"{self.given} {self.surname}"


def draw_name(choose: Choose, sex: Gender, taken: Sequence[str] = ()) -> PersonName:
    """A name of a person.

    Args:
        choose: chooses one of several options.
        sex: ``m`` or ``f``.
        taken: words that the name must not have.
    """
    pool = material()
    about = choose(
        [
            "plain",
            "noun",
            "double",
            "with particle",
            "nobility",
            "double given",
            "initial",
            *pool["surnames of elsewhere"],
        ]
    )
    given = pool["double given" if about == "double given" else "given"][sex]
    if about in pool["surnames of elsewhere"]:
        given, surnames = pool["given of elsewhere"][sex][about], pool["surnames of elsewhere"][about]
    else:
        surnames = pool["initials"] if about == "initial" else pool["surnames"].get(about, pool["surnames"]["plain"])
    first = choose([own for own in given if own not in taken])
    if about == "nobility":
        first += f" {choose(pool['nobility'][sex])}"
    return PersonName(f"name: {about}", first, choose([own for own in surnames if own not in taken]))


def draw_person(choose: Choose, taken: Sequence[Figure] = (), sex: Gender | None = None) -> Figure:
    """A person with an introduction.

    Args:
        choose: chooses one of several options.
        taken: those who are on the scene already; no name and no role of theirs comes again.
        sex: ``m`` or ``f``; either where it is left out.
    """
    own_sex: Gender = choose(("m", "f")) if sex is None else sex
    used = [part for figure in taken for own in figure.names for part in _parts(own)]
    own = draw_name(choose, own_sex, used)
    nouns = {noun for figure in taken for noun in figure.nouns}
    shape = choose(_OF_INITIALS if own.about == "name: initial" else _INTRODUCTIONS)
    return shape(own, own_sex, choose, nouns)


def _parts(full: str) -> list[str]:
    """The words of a name, the parts of double ones, and what follows its first words ("von der Heide")."""
    words = full.split()
    return [*full.replace("-", " ").split(), *(" ".join(words[at:]) for at in range(len(words)))]


def draw_unnamed(choose: Choose, taken: Sequence[Figure] = ()) -> Figure:
    """A spokesman or spokeswoman of a body who has no name."""
    sex: Gender = choose(("m", "f"))
    role = "Sprecherin" if sex == "f" else "Sprecher"
    body, _ = _body_with_post(choose, sex, {noun for figure in taken for noun in figure.nouns})
    tail = body.first.phrase.form("gen")
    phrase = attrs.evolve(common(role, "indefinite", tail=tail, kind="person"), gender=sex)
    full = f"{role} {tail}"
    names = tuple(dict.fromkeys((full, _unmarked(full), role, phrase.form("nom"), f"E{phrase.form('nom')[1:]}")))
    first = Mention("intro: unnamed spokesman", attrs.evolve(phrase, forms=(*phrase.forms[:3], "")))
    return Figure(
        names, "name: none", first, (Mention("again: role", common(role, kind="person")),), (role, *body.nouns)
    )


def draw_spokesman(choose: Choose, body: Figure, taken: Sequence[Figure] = ()) -> Figure:
    """A spokesman or spokeswoman of a body, introduced by a possessive ("ihr Sprecher Udo Lamm")."""
    own = draw_person(choose, taken)
    role = "Sprecherin" if own.gender == "f" else "Sprecher"
    stem = body.first.phrase.possessive
    forms = [f"{possessive(stem, case, own.gender, 'sg')} {role} {own.names[0]}" for case in CASES[:3]]
    phrase = NounPhrase((forms[0], forms[1], forms[2], ""), role, "person", own.gender, "sg")
    surname = tuple(mention for mention in own.again if mention.about == "again: surname")
    again = (*surname, Mention("again: role", role_phrase(role, own.gender)))
    return Figure(own.names, own.about, Mention("intro: possessive and spokesman", phrase), again, (role,))


def _unmarked(text: str) -> str:
    return text.replace("„", "").replace("“", "")


def draw_two(choose: Choose, taken: Sequence[Figure] = ()) -> Figure:
    """Two people who act together; the act may be laid to either or to both."""
    one = draw_person(choose, taken)
    other = draw_person(choose, (*taken, one))
    first, last = one.names[0], other.names[0]
    both = f"{first} und {last}"
    phrase = NounPhrase((both, both, both, ""), last, "person", None, "pl", bare=True)
    names = (both, f"{last} und {first}", first, last)
    return Figure(names, "name: two people", Mention("intro: two people", phrase), ())


def _person(
    own: PersonName, sex: Gender, about: str, first: NounPhrase, role: str = "", nouns: Sequence[str] = ()
) -> Figure:
    again = [Mention("again: surname", name(own.surname, sex, "person"))]
    if role:
        again.append(Mention("again: role", role_phrase(role, sex)))
        titled = role_phrase(role, sex, own.surname, article=role in material()["no titles"])
        again.append(Mention("again: role and surname", titled))
    phrase = attrs.evolve(first, gender=sex, kind="person", possessive="ihr" if sex == "f" else "sein")
    return Figure(
        (own.full,), own.about, Mention(f"intro: {about}", phrase), tuple(again), (*nouns, *filter(None, (role,)))
    )


def person_pronoun(figure: Figure) -> Mention:
    """The pronoun for a person."""
    if figure.first.phrase.number == "pl":
        return Mention("again: pronoun in the plural", pronoun("Sie"))
    return Mention("again: pronoun", pronoun("sie" if figure.gender == "f" else "er"))


def role_phrase(
    role: str, sex: Gender, tail: str = "", article: bool = True, before: str = "", adjective: str = ""
) -> NounPhrase:
    """A phrase around a word for what somebody is.

    Args:
        role: nominative singular; nouns inflected like adjectives in the strong form of their sex ("Vorsitzende").
        sex: of whom it is said.
        tail: what follows the noun unchanged ("Udo Lamm").
        article: whether the definite article stands before it; a title stands without and is not inflected.
        before: what stands between article and noun unchanged ("Torfener").
        adjective: stem of an attributive adjective ("früher", "34 Jahre alt").

    >>> role_phrase("Vorsitzende", "f", "Anna Funk").form("dat")
    'der Vorsitzenden Anna Funk'
    >>> role_phrase("Zeuge", "m", "Udo Lamm", adjective="früher").form("dat")
    'dem früheren Zeugen Udo Lamm'
    """
    if not article:
        return name(tail, sex, "person", role)
    articles = [form.split()[0] for form in common("Frau" if sex == "f" else "Mann").forms]
    shown = [adjective and adjective + ending("definite", case, sex, "sg") for case in CASES]
    heads = [_role_in(role, sex, case) for case in CASES]
    rows = zip(articles, shown, heads, strict=True)
    forms = [" ".join(filter(None, (before_all, before, own, head, tail))) for before_all, own, head in rows]
    return NounPhrase((forms[0], forms[1], forms[2], forms[3]), role, "person", sex, "sg")


def _role_in(role: str, sex: Gender, case: Case) -> str:
    if role.endswith("-Jährige") or (sex == "f" and role.endswith("e")):
        return role.removesuffix("e") + ending("definite", case, sex, "sg")
    return decline(role, case)


def _apposed(first: NounPhrase, behind: NounPhrase | str) -> NounPhrase:
    """A phrase with another behind it between commas; it has no genitive."""
    tails = [behind] * 4 if isinstance(behind, str) else list(behind.forms)
    forms = [f"{own}, {tail}," for own, tail in zip(first.forms, tails, strict=True)]
    return attrs.evolve(first, forms=(forms[0], forms[1], forms[2], ""), bare=False)


def _pick(choose: Choose, kind: str, sex: Gender, nouns: set[str]) -> str:
    free = [pair for pair in material()[kind] if not nouns & set(pair)]
    return str(choose(free)[_SEX[sex]])


def _plain(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    return _person(own, sex, "name alone", name(own.full, sex, "person"))


def _titled(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, choose(("offices", "high offices", "roles")), sex, nouns)
    return _person(own, sex, "role before", name(own.full, sex, "person", role), role)


def _titled_twice(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, choose(("offices", "high offices")), sex, nouns)
    title = f"{role} {choose(('Dr.', 'Prof.', 'Prof. Dr.'))}"
    return _person(own, sex, "role and academic title before", name(own.full, sex, "person", title), role)


def _role_in_commas(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, choose(("offices", "high offices")), sex, nouns)
    first = _apposed(role_phrase(role, sex), own.full)
    return _person(own, sex, "role, name in commas", first, role)


def _with_role(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, choose(("offices", "high offices", "roles")), sex, nouns)
    return _person(own, sex, "article and role before", role_phrase(role, sex, own.full), role)


def _of_place_before(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "offices", sex, nouns)
    before = place_adjective(choose(material()["places"]))
    return _person(own, sex, "place and role before", role_phrase(role, sex, own.full, before=before), role)


def _role_of_place(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "offices", sex, nouns)
    first = _apposed(role_phrase(role, sex, f"von {choose(material()['places'])}"), own.full)
    return _person(own, sex, "role of a place, name in commas", first, role)


def _role_behind(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "offices", sex, nouns)
    first = _apposed(name(own.full, sex, "person"), f"{role} von {choose(material()['places'])}")
    return _person(own, sex, "role behind in commas", first, role)


def _article_behind(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "offices", sex, nouns)
    before = place_adjective(choose(material()["places"]))
    first = _apposed(name(own.full, sex, "person"), role_phrase(role, sex, before=before))
    return _person(own, sex, "article and role behind in commas", first, role)


def _post_of_body(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    body, post = _body_with_post(choose, sex, nouns)
    first = _apposed(role_phrase(post, sex, body.first.phrase.form("gen")), own.full)
    return _person(own, sex, "post of a body, name in commas", first, post, body.nouns)


def _post_behind(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    body, post = _body_with_post(choose, sex, nouns)
    first = _apposed(name(own.full, sex, "person"), f"{post} {body.first.phrase.form('gen')}")
    return _person(own, sex, "post of a body behind in commas", first, post, body.nouns)


def _from_body(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    body, _ = _body_with_post(choose, sex, nouns)
    tail = " ".join(("von", body.first.phrase.form("dat"))).replace("von dem ", "vom ")
    first = attrs.evolve(name(f"{own.full} {tail}", sex, "person"), bare=False)
    return _person(own, sex, "from a body", attrs.evolve(first, forms=(*first.forms[:3], "")), "", body.nouns)


def _body_with_post(choose: Choose, sex: Gender, nouns: set[str]) -> tuple[Figure, str]:
    entries = [entry for entry in material()["bodies"] if not nouns & {entry.get("noun"), *entry.get("again", ())}]
    entry = choose(entries)
    post = str(choose(entry["posts"]))
    return make_body(entry, choose), feminine(post) if sex == "f" else post


def _accused(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "court roles", sex, nouns)
    return _person(own, sex, "role in court before", role_phrase(role, sex, own.full), role)


def _aged(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    age = choose((29, 34, 48, 57, 63))
    return _with_age(_person(own, sex, "age in brackets", _followed(own.full, sex, f"({age})")), age)


def _with_age(figure: Figure, age: int) -> Figure:
    """A person who may be called by the age again."""
    again = Mention("again: age", role_phrase(f"{age}-Jährige", figure.gender))
    return attrs.evolve(figure, again=(*figure.again, again))


def _aged_in_commas(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    age = choose((29, 34, 48, 57, 63))
    return _with_age(_person(own, sex, "age in commas", _apposed(name(own.full, sex, "person"), str(age))), age)


def _aged_before(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "roles", sex, nouns)
    first = role_phrase(role, sex, own.full, adjective=f"{choose((29, 34, 48, 57))} Jahre alt")
    return _person(own, sex, "age and role before", first, role)


def _former(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = _pick(choose, "offices", sex, nouns)
    first = role_phrase(role, sex, own.full, adjective=choose(("früher", "ehemalig")))
    return _person(own, sex, "former role before", first)


def _chief(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    chief = "chefin" if sex == "f" else "chef"
    body = str(choose(material()["chiefs"]["bodies"]))
    title = body + chief if body.endswith("s") else f"{body}-{chief.capitalize()}"
    return _person(own, sex, "compound with -chef before", name(own.full, sex, "person", title))


def _party(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    role = choose(("", _pick(choose, "offices", sex, nouns)))
    first = _followed(f"{role} {own.full}".strip(), sex, f"({choose(material()['parties'])})")
    return _person(own, sex, "party in brackets", first, role)


def _of_party(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    party = {"Grüne": "Grünen", "Linke": "Linken"}.get(found := choose(material()["parties"]), found)
    role = party + choose(("-Politikerin", "-Stadträtin") if sex == "f" else ("-Politiker", "-Stadtrat"))
    figure = _person(own, sex, "party and role before", name(own.full, sex, "person", role))
    again = Mention("again: party", role_phrase(f"{party}-Politiker{'in' if sex == 'f' else ''}", sex))
    return attrs.evolve(figure, again=(*figure.again, again))


def _doctor(own: PersonName, sex: Gender, choose: Choose, nouns: set[str]) -> Figure:
    title = choose(("Dr.", "Prof.", "Prof. Dr.", "Professorin" if sex == "f" else "Professor"))
    return _person(own, sex, "academic title", name(own.full, sex, "person", title))


def _followed(text: str, sex: Gender, behind: str) -> NounPhrase:
    own = name(f"{text} {behind}", sex, "person")
    return attrs.evolve(own, forms=(*own.forms[:3], ""), bare=False)


_INTRODUCTIONS: Final = (
    _plain, _titled, _titled_twice, _with_role, _role_in_commas, _of_place_before, _role_of_place, _role_behind,
    _article_behind, _post_of_body, _post_behind, _from_body, _aged, _aged_in_commas, _aged_before, _former, _chief,
    _party, _of_party, _doctor,
)  # fmt: skip


_OF_INITIALS: Final = (_plain, _aged, _aged_in_commas, _aged_before, _accused)


def feminine(role: str) -> str:
    """The feminine of a word for what somebody is.

    >>> feminine("Sprecher"), feminine("Vorsitzender")
    ('Sprecherin', 'Vorsitzende')
    """
    if role == "Vorsitzender":
        return "Vorsitzende"
    return f"{role}in"
