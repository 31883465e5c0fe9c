"""What German nouns and names stand for: persons, bodies, places, times, and so who can act.

A word form flows in, its sort flows out. Lists of heads decide first (a compound is what its last part is), then the
inflection table: a masculine with a feminine in -in beside it names persons, and so does a nominalised adjective.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from stance.german.features import Agreement
from stance.german.nominal import (
    LONGEST,
    NounReading,
    common_readings,
    compound,
    listed,
    noun_lemma,
    noun_readings,
)
from stance.german.tables import read_data, words

__all__ = [
    "Animacy",
    "animacy",
    "begins_phrasal_name",
    "can_act",
    "is_collective",
    "is_country",
    "is_government_seat",
    "is_labelled",
    "is_legal_form",
    "is_made_like_company",
    "is_organisation",
    "is_part_of_time",
    "is_party",
    "is_phrasal_name",
    "is_quarter",
    "is_temporal",
    "takes_time",
]

_DOUBLE: Final = re.compile("[a-zäöüß]Innen")
_PLACE_ENDS: Final = ("", "en", "e", "n")
"""What a place has more than the stem of those who live there („Bremer", „Münchner")."""
"""The capital inside a double form ("BürgerInnen")."""
Animacy = Literal["person", "institution", "place", "other", "unknown"]


@cache
def _words(name: str) -> frozenset[str]:
    """A word list, joined from its classes where it has such."""
    found: str | dict[str, str] = read_data("meaning")[name]
    return frozenset(words(found if isinstance(found, str) else " ".join(found.values())))


@cache
def _ends(name: str) -> tuple[str, ...]:
    """The words of a list as ends of words, the longest first."""
    return tuple(sorted(_words(name), key=lambda word: (-len(word), word)))


@cache
def _small_ends(name: str) -> tuple[str, ...]:
    """The words of a list as ends of compounds, in small letters."""
    return tuple(word.lower() for word in _ends(name))


@cache
def _heads_by_sort() -> dict[str, Animacy]:
    """Heads of compounds → what the compound stands for."""
    found: dict[str, Animacy] = dict.fromkeys(_words("institution") | _words("collective"), "institution")
    found.update(dict.fromkeys(_words("person"), "person"))
    found.update(dict.fromkeys(_words("thing"), "other"))
    return found


def is_party(form: str) -> bool:
    """Whether a form is the name of a party."""
    return form in _words("party")


def is_organisation(form: str) -> bool:
    """Whether a form is the name of a well-known organisation, body or company."""
    return form in _words("organisation")


def begins_phrasal_name(word: str) -> bool:
    """Whether names of a noun with a prepositional phrase begin with a word.

    >>> begins_phrasal_name("Welt"), begins_phrasal_name("Spiel")
    (True, False)
    """
    return word in _phrasal_firsts()


@cache
def _phrasal_firsts() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _words("phrasal_names"))


def is_phrasal_name(words_of_it: Sequence[str]) -> bool:
    """Whether a noun with a prepositional phrase is a name.

    >>> is_phrasal_name(["Welt", "am", "Sonntag"]), is_phrasal_name(["Spiel", "am", "Sonntag"])
    (True, False)
    """
    return " ".join(words_of_it) in _words("phrasal_names")


def is_legal_form(form: str) -> bool:
    """Whether a word is the legal form of a company, with which its name ends.

    >>> is_legal_form("GmbH"), is_legal_form("SPD")
    (True, False)
    """
    return form in _words("legal_forms")


def legal_form(words_of_it: Sequence[str]) -> str | None:
    """The legal form with which the words of a name end, without blanks, None where they end with none.

    >>> legal_form(["Brandt", "GmbH"]), legal_form(["Moorfreunde", "e.", "V."]), legal_form(["Karl", "V."])
    ('GmbH', 'e.V.', None)
    """
    last = words_of_it[-1]
    parted = "".join(words_of_it[-2:]).removesuffix(".") + "."
    return last if is_legal_form(last) else parted if is_legal_form(parted) and len(words_of_it) > 1 else None


def is_association_form(form: str) -> bool:
    """Whether a legal form is that of an association, whose gender its noun or article tells („der Moorfreunde e. V.").

    >>> is_association_form("e.V."), is_association_form("AG")
    (True, False)
    """
    return form in _words("association_forms")


def without_association_form(name: str) -> str:
    """A name without the legal form of an association, which is left out as a rule where it is named again.

    >>> without_association_form("Moorfreunde e. V."), without_association_form("Brandt GmbH")
    ('Moorfreunde', 'Brandt GmbH')
    """
    form = legal_form(name.split())
    if form is None or not is_association_form(form):
        return name
    return name.rpartition(" ")[0] if name.endswith(form) else name.rsplit(" ", 2)[0]


def begins_club(form: str) -> bool:
    """Whether names of clubs and of branches of a body begin with an abbreviation.

    >>> begins_club("TSV"), begins_club("IHK"), begins_club("EU")
    (True, True, False)
    """
    return form in _words("club_firsts")


@lru_cache(maxsize=1 << 12)
def is_acronym(form: str) -> bool:
    """Whether a word is written in capitals and is none for a thing or a person, as short names of bodies are.

    >>> is_acronym("OLG"), is_acronym("TÜV"), is_acronym("LKW"), is_acronym("CEO"), is_acronym("Amt")
    (True, True, False, False, False)
    """
    capital = len(form) > 1 and form.isalpha() and form.isupper()
    return capital and form not in _words("thing_acronyms") and animacy(form) != "person"


@lru_cache(maxsize=1 << 12)
def is_branch(form: str) -> bool:
    """Whether a word says what a firm does, as its name does behind that of its founder; compounds count.

    >>> is_branch("Antriebstechnik"), is_branch("Ventures"), is_branch("Betrug")
    (True, True, False)
    """
    return (
        form in _words("firm_last_words")
        or form in _words("firm_branches")
        or form.endswith(_small_ends("firm_branches"))
    )


def ends_firm(form: str) -> bool:
    """Whether a word behind the full name of somebody makes it that of a firm („Udo Lamm Feinmechanik").

    >>> ends_firm("Feinmechanik"), ends_firm("GmbH"), ends_firm("Betrug")
    (True, True, False)
    """
    return is_branch(form) or is_legal_form(form)


def is_club_colour(form: str) -> bool:
    """Whether a word names the colours of a club.

    >>> is_club_colour("Blau-Weiß"), is_club_colour("Mersen")
    (True, False)
    """
    return form.rpartition("-")[2] in _words("club_colours")


@lru_cache(maxsize=1 << 12)
def is_called_by_purpose(form: str) -> bool:
    """Whether a noun is one for bodies that are called by what they are for; compounds count.

    >>> is_called_by_purpose("Instituts"), is_called_by_purpose("Regierung")
    (True, False)
    """
    lemma = noun_lemma(form)
    return lemma in _words("purpose_bodies") or lemma.endswith(_small_ends("purpose_bodies"))


@lru_cache(maxsize=1 << 12)
def is_called_by_people(form: str) -> bool:
    """Whether a noun is one for firms that bear the full name of a person („die Reederei Udo Lamm"); compounds count.

    >>> is_called_by_people("Großbäckerei"), is_called_by_people("Gewerkschaft")
    (True, False)
    """
    lemma = noun_lemma(form)
    return lemma in _words("called_by_people") or lemma.endswith(_small_ends("called_by_people"))


def is_house(form: str) -> bool:
    """Whether a noun is one for houses that are called by a name of their own („Villa Rosa").

    >>> is_house("Villa"), is_house("Wohnung")
    (True, False)
    """
    return form in _words("houses")


def is_chamber(form: str) -> bool:
    """Whether a noun is one for a parliament or council in which groups of a party sit.

    >>> is_chamber("Stadtrat"), is_chamber("Ausschuss")
    (True, False)
    """
    return noun_lemma(form) in _words("chambers")


def is_parliamentary_group(form: str) -> bool:
    """Whether a noun is one for the members of a party in a parliament („die SPD-Fraktion"); compounds count.

    >>> is_parliamentary_group("SPD-Fraktion"), is_parliamentary_group("Partei")
    (True, False)
    """
    return form.lower().endswith(_small_ends("parliamentary_groups"))


def is_never_alone(form: str) -> bool:
    """Whether letters stand for a body only with what they are for behind them („die IG Küste").

    >>> is_never_alone("IG"), is_never_alone("FC")
    (True, False)
    """
    return form in _words("never_alone")


def begins_slogan(form: str) -> bool:
    """Whether slogans that are names of bodies begin with a word, beside imperatives („das Bündnis Wir für Holm").

    >>> begins_slogan("Wir"), begins_slogan("Die")
    (True, False)
    """
    return form in _words("slogan_firsts")


def is_called_by_slogan(form: str) -> bool:
    """Whether a noun, none for bodies by itself, is one for those who are called by a slogan.

    >>> is_called_by_slogan("Kampagne"), is_called_by_slogan("Liste")
    (True, False)
    """
    return form in _words("slogan_bodies")


def is_stage_of_life(form: str) -> bool:
    """Whether a noun says in what help is given, as names of bodies do („der Verein Hilfe im Alter").

    >>> is_stage_of_life("Alter"), is_stage_of_life("Stadtrat")
    (True, False)
    """
    return form in _words("stages_of_life")


def is_firm_ending(form: str) -> bool:
    """Whether a word stands behind „&" at the end of the names of firms.

    >>> is_firm_ending("Partner"), is_firm_ending("Lehre")
    (True, False)
    """
    return form in _words("firm_endings")


@lru_cache(maxsize=1 << 12)
def is_labelled(form: str) -> bool:
    """Whether a noun can be followed by another that names what it is ("das Thema Rente", "eine Art Vertrag").

    >>> is_labelled("Ressorts"), is_labelled("Vertrag")
    (True, False)
    """
    return noun_lemma(form) in _words("labelled")


@lru_cache(maxsize=1 << 12)
def is_street(form: str) -> bool:
    """Whether a word is made like the name of a street or square, at which houses stand.

    >>> is_street("Südring"), is_street("Marktplatz"), is_street("Montag")
    (True, True, False)
    """
    return form.lower().endswith(tuple(_words("street_ends"))) and not is_temporal(form)


@lru_cache(maxsize=1 << 12)
def is_named_by_landmark(form: str) -> bool:
    """Whether a noun is one for houses that are called by where they stand („das Theater am Wall"); compounds count.

    >>> is_named_by_landmark("Grundschule"), is_named_by_landmark("Feuerwehr")
    (True, False)
    """
    lemma = noun_lemma(form)
    return lemma in _words("named_by_landmarks") or lemma.endswith(_small_ends("named_by_landmarks"))


def is_landmark(form: str) -> bool:
    """Whether a word is made like the name of a street, or is a landmark or a water, at which houses stand.

    >>> is_landmark("Südring"), is_landmark("Wehr"), is_landmark("Antrag")
    (True, True, False)
    """
    return form in _words("landmarks") or is_street(form)


def begins_place(form: str, *, behind_preposition: bool) -> bool:
    """Whether names of places begin with a word that is written apart („Bad Hollern", „in Groß Lindau").

    >>> begins_place("Bad", behind_preposition=False), begins_place("Groß", behind_preposition=False)
    (True, False)
    """
    return form in _words("place_firsts") or (behind_preposition and form in _words("place_firsts_behind"))


def is_quarter(form: str) -> bool:
    """Whether a word says of a body in which quarter it is, at the end of its name ("der Sender Welle Süd").

    >>> is_quarter("Süd"), is_quarter("Süden")
    (True, False)
    """
    return form in _words("quarters")


@lru_cache(maxsize=1 << 14)
def takes_time(form: str) -> bool:
    """Whether a noun says what a time is spent on or served ("fünf Jahre Haft").

    >>> takes_time("Untersuchungshaft"), takes_time("Zug")
    (True, False)
    """
    lemma = noun_lemma(form)
    return any(lemma.lower().endswith(noun.lower()) for noun in _words("time_spent"))


@lru_cache(maxsize=1 << 14)
def is_made_like_company(form: str) -> bool:
    """Whether an unknown compound begins with a region, as the names of many companies do.

    >>> is_made_like_company("Nordstahl"), is_made_like_company("Nordumgehung"), is_made_like_company("Stellenabbau")
    (True, False, False)
    """
    first = next((word for word in _words("company_firsts") if form.startswith(word) and form != word), None)
    return first is not None and not listed(form) and not form.endswith("ung")


def is_inhabitant(form: str) -> bool:
    """Whether a noun in -er or -erin names people by a place.

    >>> [is_inhabitant(word) for word in ("Kölnerin", "Münchner", "Bremer", "Bäcker", "Bauer")]
    [True, True, True, False, False]
    """
    male = form.removesuffix("in")
    return male not in _words("no_inhabitant") and any(map(_is_place, homes(male)))


def homes(form: str) -> tuple[str, ...]:
    """The names of places that a noun in -er can name people by.

    >>> homes("Torfener")[:2], homes("Bremer")[1], homes("Leute")
    (('Torfen', 'Torfenen'), 'Bremen', ())
    """
    place = form.removesuffix("er")
    stems = dict.fromkeys((place, place.removesuffix("n"))) if place != form else ()
    return tuple(stem + end for stem in stems for end in _PLACE_ENDS)


def _is_place(name: str) -> bool:
    return is_country(name) or animacy(name, name=True) == "place"


def is_country(form: str) -> bool:
    """Whether a form is the name of a state or land, also in the genitive ("Deutschlands")."""
    return form in _words("country") or form.removesuffix("s") in _words("country")


def is_government_seat(form: str) -> bool:
    """Whether a form is a city whose name stands for a government ("Berlin fordert Härte")."""
    return form in _words("government_seat") or form.removesuffix("s") in _words("government_seat")


@lru_cache(maxsize=1 << 14)
def animacy(form: str, name: bool = False) -> Animacy:
    """Return what a noun or name stands for.

    Persons are found by a list, by a feminine in the table (Lehrer – Lehrerin) and by the inflection of nominalised
    adjectives; institutions by their heads; places by their entry. "unknown" for words no table knows.

    Args:
        form: the form as written.
        name: the form is a proper name (tag NE), so that "Koch" is a person and "Essen" a place.

    >>> [animacy(w) for w in ("Verteidigungsminister", "Bundesregierung", "Köln", "Krieg", "Abgeordneten")]
    ['person', 'institution', 'place', 'other', 'person']
    >>> animacy("Essen"), animacy("Essen", name=True)
    ('other', 'place')
    """
    if (is_party(form) or is_organisation(form)) and (name or form not in _words("ambiguous_names")):
        return "institution"
    if is_country(form) or is_government_seat(form):
        return "place"
    if any(mark in form for mark in ("*in", ":in", "_in", "/-in")) or _DOUBLE.search(form):
        return "person"
    if form in _words("collective_word") or form in _words("institution_form") or is_paper(form):
        return "institution"
    if form in _words("thing_word"):
        return "other"
    if noun_lemma(form).rpartition("-")[2] in _words("medium_nouns"):
        return "institution"
    readings = noun_readings(form) if name else _meant(form)
    named = [reading for reading in readings if reading.kind in ("person_name", "place_name")]
    if name and (named or not (listed(form) or compound(form))):
        return _animacy_of(named[0]) if named else "unknown"
    found = (own for reading in _likeliest(form, readings) if (own := _animacy_of(reading)) != "other")
    return next(found, "other" if readings else "unknown")


@lru_cache(maxsize=1 << 14)
def is_medium(form: str, name: bool = False) -> bool:
    """Whether a noun is one for newspapers, broadcasters, agencies and the like, also in the genitive.

    Args:
        form: the form as written.
        name: whether it is, or may be, a word of a name, so that "Kurier" is a paper.

    >>> is_medium("Nachrichtenagentur"), is_medium("Senders"), is_medium("Moselbote"), is_medium("Bundesagentur")
    (True, True, True, False)
    >>> is_medium("Kurier"), is_medium("Kurier", name=True)
    (False, True)
    """
    last = noun_lemma(form).rpartition("-")[2]
    if last.lower().endswith(_ends("medium")) or last in _words("medium_nouns") or is_paper(form):
        return True
    return name and (form in _words("medium_names") or form.lower().endswith(_ends("paper_ends")))


@lru_cache(maxsize=1 << 14)
def is_document(form: str) -> bool:
    """Whether a noun, in any form, is one for what is written, whose author speaks in it; compounds count.

    >>> is_document("Positionspapiers"), is_document("Pflicht")
    (True, False)
    """
    lemma = noun_lemma(form)
    return lemma in _words("document") or lemma.endswith(_small_ends("document"))


def begins_station(form: str) -> bool:
    """Whether names of stations begin with a word („der Sender Kanal 4").

    >>> begins_station("Radio"), begins_station("Sender")
    (True, False)
    """
    return form in _words("station_firsts")


@lru_cache(maxsize=1 << 14)
def is_paper(form: str) -> bool:
    """Whether an unknown word is made like the name of a newspaper, of a place and such an end („Moselbote")."""
    if not form.endswith(_ends("paper_ends")):
        return False
    first = next(form.removesuffix(end) for end in _ends("paper_ends") if form.endswith(end))
    if len(first) < 3 or listed(form):
        return False
    kinds = {reading.kind for reading in listed(first)}
    return not kinds or "place_name" in kinds or first in _words("paper_firsts")


def _meant(form: str) -> tuple[NounReading, ...]:
    """The readings of a form; a compound that ends in a noun does not end in an adjective ("Frauenrechte")."""
    readings = common_readings(form)
    common = tuple(reading for reading in readings if reading.kind == "common")
    thing = not listed(form) and any(_sort_of_word(reading.lemma) == "other" for reading in common)
    return common if thing else readings


def _likeliest(form: str, readings: tuple[NounReading, ...]) -> tuple[NounReading, ...]:
    """Keep the readings in which a form is its own lemma, where there are such ("Rate" is no dative of "Rat")."""
    return tuple(reading for reading in readings if reading.lemma == form) or readings


def _animacy_of(reading: NounReading) -> Animacy:
    if reading.kind == "person_name":
        return "person"
    if reading.kind == "place_name":
        return "place"
    known = _sort_of_word(reading.lemma)
    if known is not None and (reading.kind == "common" or known != "institution"):
        return known
    if reading.kind == "adjectival":
        return "person" if any(a.gender == "m" or a.number == "pl" for a in reading.agreements) else "other"
    return "person" if any(map(_has_other_sex, _own_and_longest(reading.lemma))) else "other"


def _sort_of_word(lemma: str) -> Animacy | None:
    """What the lists say of a noun: by itself, by its longest known head, as a body of one that is named before it."""
    if lemma in _words("person_word"):
        return "person"
    sorts = _heads_by_sort()
    words_themselves = lemma in _words("institution_word") or lemma in _words("collective_word")
    if words_themselves or (lemma not in sorts and _is_body_of_somebody(lemma)):
        return "institution"
    return next((sorts[head] for head in _heads(lemma) if head in sorts), None)


def _is_body_of_somebody(lemma: str) -> bool:
    """Whether a noun names a body behind the name of whom it belongs to („EU-Gipfel", „SPD-Führung")."""
    first, _, last = lemma.rpartition("-")
    if not first or last not in _words("institution_word"):
        return False
    return is_party(first) or is_organisation(first) or is_country(first) or first in _words("possessors")


def _heads(lemma: str) -> Iterator[str]:
    """Yield a lemma and its possible last parts, longest first; what comes before a last part has three letters."""
    yield lemma
    for start in range(1, len(lemma) - 2 if len(lemma) <= LONGEST else 0):
        after_hyphen = lemma[start - 1] == "-"
        if after_hyphen or (start >= 3 and lemma[start].islower() and lemma[start - 1].isalpha()):
            yield lemma[start].upper() + lemma[start + 1 :]


def _own_and_longest(lemma: str) -> tuple[str, ...]:
    """Return a noun, what stands behind its last hyphen, and of that the longest last part that the table lists."""
    start = lemma.rfind("-") + 1
    word = lemma[start : start + 1].upper() + lemma[start + 1 :]
    longest = next((head for head in _heads(word) if head != word and len(head) > 4 and listed(head)), None)
    return (lemma, word) if longest is None else (lemma, word, longest)


_UMLAUT: Final = str.maketrans("aouAOU", "äöüÄÖÜ")
_PLAIN: Final = str.maketrans("äöüÄÖÜ", "aouAOU")


@lru_cache(maxsize=1 << 14)
def _has_other_sex(lemma: str) -> bool:
    """Whether the table has a feminine in -in of a listed masculine, or the masculine of a feminine."""
    if len(lemma) < 4 or lemma in _words("not_person"):
        return False
    female = lemma.removesuffix("nen") if lemma.endswith("innen") else lemma
    if female.endswith("in") and not female.endswith("ein") and (_is_feminine(female) or not listed(female)):
        known = _is_masculine if listed(female) else _is_person
        return any(map(known, _masculines(female)))
    return _is_masculine(lemma) and any(_is_feminine(feminine) for feminine in _feminines(lemma))


def _masculines(feminine: str) -> tuple[str, ...]:
    """The masculines that a feminine in -in can have: with and without its umlaut, with and without -e."""
    male = feminine[:-2]
    plain = male.translate(_PLAIN)
    return (male, male + "e", plain, plain + "e")


def _feminines(lemma: str) -> tuple[str, ...]:
    """The feminines in -in a masculine can have: with its own vowels, the last, all but the first or all changed."""
    stem = lemma.removesuffix("e")
    last = max((at for at, letter in enumerate(stem) if letter in "aou"), default=-1)
    changed = stem[:last] + stem[last:].translate(_UMLAUT) if last >= 0 else stem
    return tuple(s + "in" for s in (stem, changed, stem[:1] + stem[1:].translate(_UMLAUT), stem.translate(_UMLAUT)))


def _is_person(form: str) -> bool:
    return animacy(form) == "person"


def _is_masculine(lemma: str) -> bool:
    return any(Agreement("nom", "m", "sg") in reading.agreements for reading in listed(lemma))


def _is_feminine(lemma: str) -> bool:
    return any(Agreement("nom", "f", "sg") in reading.agreements for reading in listed(lemma))


def can_act(form: str) -> bool:
    """Whether a noun or name can be an actor: a person, an institution, or a place that stands for its government.

    >>> can_act("Moskau"), can_act("Gewerkschaft"), can_act("Zinssatz")
    (True, True, False)
    """
    return is_country(form) or is_government_seat(form) or animacy(form) in ("person", "institution")


def is_collective(form: str) -> bool:
    """Whether a noun in the singular stands for many people who are no body ("Ärzteschaft", "Bauindustrie").

    >>> is_collective("Ärzteschaft"), is_collective("Regierungskreisen"), is_collective("Regierung")
    (True, True, False)
    """
    lemma = noun_lemma(form)
    if form in _words("collective_word") or lemma in _words("collective_word"):
        return True
    if lemma in _words("institution_word"):
        return False
    sorts = _heads_by_sort()
    return next((head in _words("collective") for head in _heads(lemma) if head in sorts), False)


def is_part_of_time(form: str) -> bool:
    """Whether a noun names a part of a time ("Ende Mai"), but with an article mostly one of something else.

    >>> is_part_of_time("Ende"), is_part_of_time("Montag")
    (True, False)
    """
    return form in _words("time_parts")


@lru_cache(maxsize=1 << 13)
def is_temporal(form: str) -> bool:
    """Whether a noun names a time, so that its accusative can be adverbial ("den ganzen Tag", "Montag").

    >>> is_temporal("Montagabend"), is_temporal("Jahres"), is_temporal("Bundestag"), is_temporal("Vorstandsvorsitzende")
    (True, True, False, False)
    """
    lemmas = {form, *(reading.lemma for reading in noun_readings(form))}
    heads = {head for lemma in lemmas for head in _heads(lemma)}
    if heads & _words("not_temporal") or not heads & _words("temporal"):
        return False
    return animacy(form) not in {"person", "institution"}
