"""Names with particles and titles of nobility: „Ursula von der Linden", „Clemens Graf Droste zu Vehlen".

A tagged Doc with entities and its forms flow in; the words of such names get the tag of names, and a given name with a
title and a surname behind it is one entity, of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs
from spacy.tokens import Doc, Span, Token

from stance.entities.people import FINITE_TAGS, NOUNS, WRONG, is_titled
from stance.entities.renaming import rename
from stance.german import closed, nominal
from stance.german.given_names import is_given_name, is_only_given_name
from stance.german.meaning import animacy, is_country, is_government_seat, is_organisation, is_party, is_temporal

_PARTICLES: Final = 3
_DOUBLE: Final = 2


@attrs.frozen
class _Noble:
    """A name with a title of nobility.

    Attributes:
        title: token of the title.
        end: one past its last token.
        given: token of the given name, None where none stands before the title.
    """

    title: int
    end: int
    given: int | None

    def tails(self, doc: Doc) -> Iterator[tuple[str, ...]]:
        """The words from the title on, and those of the surname („Graf Droste zu Vehlen", „Droste zu Vehlen")."""
        words = tuple(token.lower_ for token in doc[self.title : self.end])
        yield words if len(words) > _DOUBLE or self.given is not None else ()
        yield words[1:] if len(words) > _DOUBLE else ()


def join_particles(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of what particles join, also where it stands alone: „Ursula von der Linden", „Jan van den Berg".

    Args:
        doc: the tagged Doc.
        texts: its forms.
    """
    known: set[tuple[str, ...]] = set()
    for token in (doc[i] for i, text in enumerate(texts) if closed.name_particle(text) is not None):
        surname = _particle_surname(token)
        if surname is not None and _belongs(surname):
            known.add(tuple(part.lower_ for part in surname))
    nobles = [noble for i, text in enumerate(texts) if closed.is_noble_title(text) and (noble := _noble(doc[i]))]
    known.update(tail for noble in nobles for tail in noble.tails(doc) if tail)
    _label(doc, nobles)
    small = [text.lower() for text in texts] if known else []
    for i in range(len(small)):
        for words in known:
            if tuple(small[i : i + len(words)]) == words:
                _rename(doc[i : i + len(words)])


def surnames(name: Span) -> Iterator[Token]:
    """The words of a full name that are surnames: its last, and the first part of a double one with a particle.

    Args:
        name: an entity of a person.
    """
    yield name[-1]
    for title, word, behind in zip(name, name[1:], name[2:], strict=False):
        if closed.is_noble_title(title.text) and closed.name_particle(behind.text) is not None:
            yield word


def _rename(parts: Iterable[Token]) -> None:
    for part in parts:
        rename(part)


def _particle_surname(token: Token) -> Span | None:
    """A particle with what follows it up to a capitalised word, None where there is none: „von der Linden"."""
    if closed.name_particle(token.text) is None:
        return None
    doc, limit = token.doc, min(token.i + 1 + _PARTICLES, len(token.doc))
    inner = range(token.i + 1, token.i + 1 if token.text == "zu" else limit)  # „zu dem Plan"
    end = next((i for i in inner if not closed.follows_particle(doc[i].text)), inner.stop)
    named = end < len(doc) and not doc[end].is_sent_start and _is_capitalised(doc[end])
    return doc[token.i : end + 1] if named else None


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.replace("-", "").isalpha()


def _belongs(surname: Span) -> bool:
    """Whether a particle and what follows it are a surname behind the word before, that word being no title."""
    if closed.name_particle(surname[0].text) == "foreign":
        return True
    given = surname.doc[surname.start - 1] if surname.start > 0 else None
    if given is None or closed.is_noble_title(given.text):
        return False
    before = given.doc[given.i - 1].text if given.i > 0 else ""
    if closed.name_particle(before) == "foreign" or closed.follows_particle(before):
        return False  # „Prisca de la Rosa vom Analysehaus"
    if closed.name_particle(surname[0].text) == "word" and not (surname[-1].tag_ == "NE" and given.ent_type_ == "PER"):
        return False  # „dass Udo da Hilfe braucht"
    only = given.tag_ in WRONG | NOUNS and is_only_given_name(given.text)
    named = only or (given.tag_ == "NE" and is_given_name(given.text))
    last = surname[-1].text
    unknown = not nominal.listed(last) and (surname[-1].tag_ == "NE" or nominal.is_guessed(last))  # „Heinrich zur Loye"
    told = _is_alone_before_verb(surname) or _is_described(surname) or _disagrees(surname[0].text, last)
    clear = is_titled(given) or unknown or told
    if _is_known_noun(last) and not clear:
        return False  # „sagte Udo zum Abschied"
    return (only or (named and clear)) and _can_be_surname(surname[-1])


def _is_alone_before_verb(surname: Span) -> bool:
    """Whether nothing but a given name and a surname stands before the finite verb: „Marlene zur Mühlen schwieg"."""
    first = surname.doc[surname.start - 1].is_sent_start
    return bool(first) and surname.end < len(surname.doc) and surname.doc[surname.end].tag_ in FINITE_TAGS


def _disagrees(particle: str, noun: str) -> bool:
    """Whether a noun cannot stand behind a particle that holds an article: „Marlene zur Mühlen"."""
    shown = nominal.determiner(particle.lower())
    return bool(shown) and not shown & nominal.noun(noun)


def _is_described(surname: Span) -> bool:
    """Whether who has a surname is told right behind it: „Falk vom Bruch, Dezernent in Kiel", „Falk vom Bruch (48)"."""
    if surname.end + 1 >= len(surname.doc):
        return False
    mark, word = surname.doc[surname.end], surname.doc[surname.end + 1]
    person = word.tag_ == "NN" and animacy(word.text) == "person"
    return mark.text in (",", "(") and (person or word.tag_ == "CARD")


def _can_be_surname(token: Token) -> bool:
    """Whether a word behind a German preposition can be a surname: no body, place or time."""
    form = token.text
    if is_temporal(form) or is_party(form) or is_organisation(form) or animacy(form) == "institution":
        return False
    return not (is_country(form) or is_government_seat(form))


def _noble(title: Token) -> _Noble | None:
    """The name with a title of nobility, None where the title belongs to none or is a surname itself."""
    doc = title.doc
    given = title.i - 1 if title.i > 0 and _is_given(doc[title.i - 1]) else None
    end = title.i + 1
    while end < len(doc) and end - title.i <= _DOUBLE and _is_surname(doc[end]):
        end += 1
    surname = _particle_surname(doc[end]) if end < len(doc) else None
    if surname is not None and _is_of_title(surname, title):
        return _Noble(title.i, surname.end, given)
    whole = end > title.i + 1 and given is not None and not closed.is_surname_of_title(title.text)
    return _Noble(title.i, end, given) if whole else None


def _is_given(token: Token) -> bool:
    named = token.tag_ == "NE" and (token.ent_type_ == "PER" or is_titled(token))
    return token.text[:1].isupper() and (named or is_given_name(token.text))


def _is_surname(token: Token) -> bool:
    """Whether a word behind a title can be the first part of a surname („Graf Droste zu Vehlen")."""
    if token.is_sent_start or not _is_capitalised(token) or token.tag_ not in WRONG | NOUNS:
        return False
    return not nominal.is_common(token.text) and _can_be_surname(token)


def _is_of_title(surname: Span, title: Token) -> bool:
    """Whether a particle and a word go on a name with a title, not a sentence („sagte Steffi Graf zu Journalisten").

    Common nouns do only behind „von" and a title that is no surname, or behind the first part of a double surname.
    """
    last, particle = surname[-1], surname[0].lower_
    if not _can_be_surname(last):
        return False
    certain = surname.start > title.i + 1 or not closed.is_surname_of_title(title.text)
    if not _is_known_noun(last.text) or (len(surname) > 1 and surname[1].lower_ == "und"):
        return True
    return particle in ("von", "vom") if certain else last.tag_ == "NE"


def _is_known_noun(form: str) -> bool:
    """Whether a word is a common noun, or a compound of one, and no place."""
    known = nominal.is_common(form) or not (nominal.listed(form) or nominal.is_guessed(form))
    return known and not nominal.ends_in_name(form)


def _label(doc: Doc, nobles: Sequence[_Noble]) -> None:
    """Make entities of people of given names, titles and surnames."""
    spans = [Span(doc, _first(doc, noble.given), noble.end, "PER") for noble in nobles if noble.given is not None]
    if spans:
        inside = {token.i for span in spans for token in span}
        others = [ent for ent in doc.ents if inside.isdisjoint(range(ent.start, ent.end))]
        doc.set_ents([*others, *spans], default="outside")


def _first(doc: Doc, given: int) -> int:
    """The first of several given names („Karl Maria Freiherr von Stetten")."""
    while given > 0 and doc[given - 1].tag_ == "NE" and is_given_name(doc[given - 1].text):
        given -= 1
    return given
