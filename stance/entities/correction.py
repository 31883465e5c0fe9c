"""Entities correct tags: the words of a person's name are proper nouns, whatever the tagger took them for.

A Doc with entities flows in, the same Doc with corrected tags flows out. „Britta Sommer" is NE NE, although Sommer is a
common noun too; of bodies only names of two nouns are corrected („IG Metall").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from spacy.attrs import LIKE_URL, ORTH, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from stance.entities.bodies import join_branches, join_clubs, join_firms, name_behind_bodies
from stance.entities.spans import decide_spans
from stance.german import closed, nominal
from stance.german.given_names import is_given_name, is_only_given_name
from stance.german.meaning import (
    animacy,
    begins_phrasal_name,
    begins_place,
    is_country,
    is_government_seat,
    is_inhabitant,
    is_legal_form,
    is_organisation,
    is_party,
    is_phrasal_name,
    is_temporal,
)
from stance.tagging.dense import column
from stance.tagging.stretches import closed_classes
from stance.tagging.tagger import upos_of

_WRONG: Final = frozenset({"NN", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "FM", "ITJ", "XY"})
_BEFORE_NOUN: Final = frozenset({"ART", "ADJA", "APPRART", "CARD", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PWAT", "PRELAT"})
_AFTER_SUBJECT: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "$,", "$(", "KON"})
_IRISH: Final = re.compile(r"[OD]['’][A-Z]\w+")
_ARABIC: Final = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]r|[Aa]n|[Aa]t|[Aa]z|[Aa]d)-[A-ZÄÖÜ]\w+")
_AGED: Final = ("jährige", "jährigen", "jähriger")
_PARTICLES: Final = 3
_PHRASAL: Final = 3
_FULL: Final = 2
_SMALL: Final = frozenset({"ADV", "PROAV", "ADJD", "APPR", "KOUS", "PTKVZ", "PIS", "KON", "APPO", "PTKA"})
_FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_NOUNS: Final = frozenset({"NN", "NE"})


@Language.component("stance_names", requires=["doc.ents", "token.tag"], assigns=["token.tag"])
def stance_names(doc: Doc) -> Doc:
    """Give the words of names the tag of names."""
    decide_spans(doc)
    texts = column(doc, ORTH)
    given = [i for i, text in enumerate(texts) if is_given_name(text)]
    _name_behind_offices(doc)
    _name_unknown(doc, texts)
    for i in (i for i, text in enumerate(texts) if _IRISH.fullmatch(text)):
        _name(doc[i])
    _name_arabic(doc, texts)
    _name_aged(doc, texts)
    words = {text for text, tag in zip(texts, column(doc, TAG), strict=True) if tag == "NE"}
    surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1}
    _join_particles(doc, texts)
    _join_phrases(doc, texts)
    _join_companies(doc, texts)
    _join_places(doc, texts)
    for i in (i for i, tag in enumerate(column(doc, TAG)) if tag in {"NE", "FM"} and _is_known_body(doc[i])):
        doc[i].tag_, doc[i].pos_ = "NN", upos_of("NN")  # „nach Angaben des Zoos"
    join_firms(doc, texts, _name)
    join_clubs(doc, texts, _name)
    join_branches(doc, texts, _name)
    name_behind_bodies(doc, texts, _name)
    for i in doc.to_array(LIKE_URL).nonzero()[0].tolist():
        if doc[i].tag_ != "NE":
            _name(doc[i])
    for ent in doc.ents:
        if _is_attributed_body(ent):
            for token, tag in zip(ent, ("ADJA", "NN"), strict=False):
                token.tag_, token.pos_ = tag, upos_of(tag)  # „die Freie Wählergemeinschaft Lindrath"
            continue
        if any(t.text.endswith("s") and t.text[:-1] in words for t in ent[:-1]):
            continue  # „Trumps Strategie": a genitive and what it possesses
        for token in _misread(ent, surnames):
            _name(token)
        if _has_noun_behind(ent):
            doc[ent.end].tag_, doc[ent.end].pos_ = "NN", upos_of("NN")
    for i in (i for i, text in enumerate(texts) if text.endswith("s") and text[:-1] in words):
        if doc[i].tag_ in _WRONG and doc[i].is_title:
            _name(doc[i])  # „Ebners Frau"
    for token in (doc[i] for i in given):
        noun = token.tag_ == "NN" or (token.tag_ in _WRONG and token.i + 1 < len(doc) and token.nbor(1).tag_ in _NOUNS)
        named = is_only_given_name(token.text) and (not _is_described(token) or _is_aged(token))
        if noun and (named or (_opens_name(token) and not _is_described(token))):
            _name(token)
    for token in (doc[i] for i, tag in enumerate(column(doc, TAG)) if i > 0 and tag in _WRONG):
        if (_follows_given_name(token) and _is_surname(token)) or _is_known_surname(token):
            _name(token)
    _name_again(doc, given)
    people = [ent[-1] for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1]
    known = {last.text for last in people if last.tag_ == "NE" and not _is_behind_initial(last)}
    behind = (doc[i + 1] for i in given if i + 1 < len(doc))
    known.update(token.text for token in behind if token.tag_ == "NE" and _follows_given_name(token))
    tags = column(doc, TAG)
    titled = (doc[i] for i in range(1, len(doc)) if tags[i] == "NE" and tags[i - 1] == "NN" and texts[i][:1].isupper())
    known.update(token.text for token in titled if _is_titled(token) and token.ent_type_ != "ORG")  # „Minister Stein"
    for i, tag in enumerate(column(doc, TAG)):
        if texts[i] in known:
            if (tag in _WRONG and _is_alone(doc[i])) or _opens_as_subject(doc[i]):
                _name(doc[i])
        elif tag == "NE" and (
            _is_person_with_article(doc[i]) or _is_behind_initial(doc[i]) or _is_somebodys(doc[i], words)
        ):
            doc[i].tag_, doc[i].pos_ = "NN", upos_of("NN")
    return doc


def _name_arabic(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of surnames with an article and of what stands before them with a capital: „Hatem al-Gharbi"."""
    for i in (i for i, text in enumerate(texts) if _ARABIC.fullmatch(text)):
        _name(doc[i])
        before = doc[i - 1] if i else None
        if before is not None and before.is_title and before.tag_ in _SMALL | _WRONG and not _is_described(before):
            common = before.tag_ == "NN" and nominal.is_common(before.text)
            if not (common or animacy(before.text) == "person"):
                _name(before)


def _is_behind_initial(token: Token) -> bool:
    """Whether a common noun was taken for a part of a name that ends in a letter: „wirft Udo R. Betrug vor"."""
    if token.i < _FULL or len(token.nbor(-1).text) != _FULL or not token.nbor(-1).text.endswith("."):
        return False
    return is_given_name(token.nbor(-2).text) and nominal.is_common(token.text)


def _is_person_with_article(token: Token) -> bool:
    """Whether a common noun for a person was taken for a name behind an article: „der Major", „der gelernte Koch"."""
    if not _is_described(token) or animacy(token.text) != "person":
        return False
    behind = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NE"
    return not behind and any(reading.kind == "common" for reading in nominal.listed(token.text))


def _is_somebodys(token: Token, names: Set[str]) -> bool:
    """Whether a common noun for a person behind the genitive of a name was taken for one („Wolfs Sprecherin")."""
    before = token.nbor(-1).text if token.i else ""
    owned = before.endswith("s") and before[:-1] in names
    return owned and nominal.is_common(token.text) and animacy(token.text) == "person"


def _name_behind_offices(doc: Doc) -> None:
    """Make a noun of what somebody is, a name of the unknown word behind it: „der Meeresforscher Stellan Gröön"."""
    attributes = [i for i, tag in enumerate(column(doc, TAG)[:-2]) if tag == "ADJA"]
    for token, given, surname in (doc[i : i + 3] for i in attributes):
        if token.tag_ != "ADJA" or not token.is_title or animacy(token.text) != "person":
            continue
        if closed.is_title(token.text) and given.tag_ in _NOUNS and is_only_given_name(given.text):
            token.tag_, token.pos_ = "NN", upos_of("NN")  # „Schwester Agathe"
            _name(given)
        full = is_only_given_name(given.text) and surname.tag_ == "NE"  # „Vorstandssprecher Udo Lamm"
        if token.is_sent_start and not (full and _is_known_office(token.text)):
            continue
        foreign = given.tag_ == "FM" and (given.ent_type_ == "PER" or is_given_name(given.text))
        name = (
            foreign or given.tag_ == "NE" or (given.tag_ == "NN" and given.is_title and not nominal.listed(given.text))
        )
        named = surname.tag_ in ("NE", "FM")  # „Notenbanker Joost de Haan"
        if name and named and not is_inhabitant(token.text):
            token.tag_, token.pos_ = "NN", upos_of("NN")
            _name(given)


def _is_known_office(form: str) -> bool:
    """Whether a word is a noun for a person that is no adjective with a capital, as sentences begin with."""
    kinds = {reading.kind for reading in nominal.common_readings(form)}
    return kinds == {"common"} and not nominal.is_guessed(form)


def _name_unknown(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of two words behind a noun for a person of which the first is unknown: „der Anwalt Ruven Stolle"."""
    capital = [text[:1].isupper() for text in texts]
    offices = [i for i, tag in enumerate(column(doc, TAG)[:-2]) if tag == "NN" and capital[i + 1] and capital[i + 2]]
    for office, given, surname in (doc[i : i + 3] for i in offices):
        if animacy(office.text) != "person":
            continue
        unknown = given.tag_ in _WRONG and nominal.is_guessed(given.text) and given.is_alpha and not given.is_upper
        if unknown and surname.tag_ in _WRONG | _NOUNS and not nominal.is_common(surname.text):
            _name(given)
            _name(surname)


def _name_aged(doc: Doc, texts: Sequence[str]) -> None:
    """Make a surname of an unknown word between a name and an age: „berichtet Bishal Gurung, 29, …"."""
    for i in range(1, len(texts) - 2):
        aged = texts[i + 1] in {",", "("} and texts[i + 2].isdigit() and len(texts[i + 2]) == _FULL
        if aged and doc[i].tag_ == "NN" and doc[i - 1].tag_ == "NE" and nominal.is_guessed(texts[i]):
            _name(doc[i])


def _name_again(doc: Doc, given: Sequence[int]) -> None:
    """Find full names of the document again („die Anwohnerin Rosa Heil … Laut Rosa Heil"), behind given names."""
    behind = [(doc[i], doc[i + 1]) for i in given if i + 1 < len(doc)]
    pairs = {(a.text, b.text) for a, b in behind if a.tag_ == b.tag_ == "NE"}
    for first, surname in behind:
        if (first.text, surname.text) in pairs and first.tag_ == "NE" and surname.tag_ in _WRONG:
            _name(surname)


def _join_particles(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of what particles join: „Ursula von der Linden", „Jan van den Berg", then alone."""
    known: set[tuple[str, ...]] = set()
    for i, text in enumerate(texts):
        kind = closed.name_particle(text)
        surname = None if kind is None else _particle_surname(doc[i])
        if surname is None:
            continue
        token = doc[i]
        if kind == "foreign" or (token.i > 0 and _opens_noble_name(token.nbor(-1), surname[-1])):
            known.add(tuple(t.text.lower() for t in surname))
            if token.i > 1 and closed.is_noble_title(token.nbor(-1).text) and is_given_name(token.nbor(-2).text):
                _name(token.nbor(-1))
            for part in surname:
                _name(part)
    small = [text.lower() for text in texts] if known else []
    for i in range(len(small)):
        for words in known:
            if tuple(small[i : i + len(words)]) == words:
                for part in doc[i : i + len(words)]:
                    _name(part)


def _join_phrases(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of a noun and a phrase that are one: „Welt am Sonntag"."""
    for i in (i for i, text in enumerate(texts) if begins_phrasal_name(text)):
        for end in range(i + _PHRASAL, min(i + _PHRASAL + 2, len(doc) + 1)):
            if is_phrasal_name(texts[i:end]):
                for part in doc[i:end]:
                    _name(part)


def _join_places(doc: Doc, texts: Sequence[str]) -> None:
    """Make one name of a place that is written in two words: „Bad Hollern", „in Groß Lindau"."""
    for i, text in enumerate(texts[:-1]):
        first = i > 0 and begins_place(text, behind_preposition=doc[i - 1].tag_ == "APPR")
        last = doc[i + 1]
        if first and last.tag_ in _WRONG | {"NE"} and last.is_title:
            _name(doc[i])
            _name(last)


def _join_companies(doc: Doc, texts: Sequence[str]) -> None:
    """Make names of the nouns before a legal form: „die Betreiberin Seeblick AG", „Holzbau Kranz GmbH"."""
    for form in (doc[i] for i, text in enumerate(texts) if is_legal_form(text)):
        start = form.i
        while start > 0 and doc[start - 1].tag_ in _NOUNS and not doc[start].is_sent_start:
            start -= 1
        named = list(doc[start : form.i])
        if named and named[0].tag_ == "NN" and _is_described(named[0]) and animacy(named[0].text) != "other":
            named = named[1:]  # „die Firma", which is no part of the name
        for part in (*named, form) if named else ():
            _name(part)


def _particle_surname(token: Token) -> Span | None:
    """A particle with what follows it up to a capitalised word, None where there is none: „von der Linden"."""
    doc = token.doc
    if closed.name_particle(token.text) not in ("foreign", "noble"):
        return None
    end = token.i + 1
    while end < len(doc) and end - token.i <= _PARTICLES and closed.name_particle(doc[end].text) == "inner":
        end += 1
    if end == len(doc) or not doc[end].text[:1].isupper() or not doc[end].is_alpha or doc[end].is_sent_start:
        return None
    return doc[token.i : end + 1]


def _opens_noble_name(given: Token, surname: Token) -> bool:
    """Whether a German preposition behind a given name leads to a surname, not to a body, place or time."""
    form = surname.text
    titled = given.tag_ == "NE" and is_given_name(given.text) and _is_titled(given)
    if (
        not (_is_given(given) or titled or closed.is_noble_title(given.text))
        or is_temporal(form)
        or is_party(form)
        or is_organisation(form)
    ):
        return False
    return animacy(form) != "institution" and not (is_country(form) or is_government_seat(form))


def _is_given(token: Token) -> bool:
    return token.tag_ == "NE" and is_only_given_name(token.text)


def _follows_given_name(token: Token) -> bool:
    given = token.nbor(-1)
    clear = _is_titled(given) or _is_cited(given)
    return _is_given(given) or (clear and given.tag_ == "NE" and is_given_name(given.text))


def _is_titled(given: Token) -> bool:
    """Whether a noun for a person stands before a given name: „die Anwohnerin Rosa Heil"."""
    return given.i > 0 and given.nbor(-1).tag_ == "NN" and animacy(given.nbor(-1).text) == "person"


def _opens_name(token: Token) -> bool:
    """Whether a given name that is a noun too opens a name: „die Wirtin Jasmin Kranz", „Rose Kranz kam"."""
    named = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NE" and token.nbor(1).text[:1].isupper()
    return named and is_given_name(token.text) and (token.is_sent_start or _is_titled(token))


def _is_cited(given: Token) -> bool:
    """Whether a given name stands behind „so" or a report behind a comma: „…, so Edda Kranz", „…, sagte Edda Kranz"."""
    if given.i < 2:
        return False
    before = given.nbor(-1)
    return before.lower_ == "so" or (before.tag_ == "VVFIN" and given.nbor(-2).text == ",")


def _is_surname(token: Token) -> bool:
    """Whether a word behind a given name can be nothing but a surname: „Edda Kranz lobte", „Leiterin Edda Kranz"."""
    if not token.text[:1].isupper():
        return False
    given = token.nbor(-1)
    if given.is_sent_start:
        return token.i + 1 < len(token.doc) and token.nbor(1).tag_ in _AFTER_SUBJECT
    closes = token.i + 1 == len(token.doc) or token.nbor(1).tag_ in ("$.", "$,")
    return _is_titled(given) or token.tag_ != "NN" or (closes and _is_cited(given))


def _is_known_surname(token: Token) -> bool:
    """Whether a noun that is a surname too stands behind a titled name: „die Sopranistin Lioba Kranz"."""
    given = token.nbor(-1)
    readings = nominal.noun_readings(token.text) if token.tag_ == "NN" and given.tag_ == "NE" else ()
    return _is_titled(given) and any(reading.kind == "person_name" for reading in readings)


def _opens_as_subject(token: Token) -> bool:
    """Whether a known surname that begins a sentence before its verb was taken for a small word („Erdem stand …")."""
    if not token.is_sent_start or token.tag_ not in _SMALL or token.i + 1 == len(token.doc):
        return False
    predicate = token.tag_ == "ADJD" and (token.nbor(1).tag_ == "VAFIN" or not nominal.listed(token.text))
    return token.nbor(1).tag_ in _FINITE and not predicate and token.lower_ not in closed_classes().tags


def _is_alone(token: Token) -> bool:
    """Whether a surname stands alone: „Koch kam", „Klein lachte" against „der Koch", „Klein ist das Haus"."""
    if token.tag_ == "NN":
        return not _is_described(token)
    if not token.text[:1].isupper() or not token.is_sent_start:
        return token.text[:1].isupper() and not _is_described(token)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and (after.tag_ in ("VVFIN", "VMFIN", "APPO") or after.text == ":")


def _name(token: Token) -> None:
    token.tag_ = "NE"
    token.pos_ = upos_of("NE")


def _is_described(token: Token) -> bool:
    """Whether a noun has an article or attribute, as a surname standing alone has not („der Koch" against „Koch")."""
    return token.i > 0 and not token.is_sent_start and token.nbor(-1).tag_ in _BEFORE_NOUN


def _misread(ent: Span, surnames: set[str]) -> Iterator[Token]:
    """The tokens of an entity that are names and tagged as other words."""
    if len(ent) == 1 and ent[0].tag_ == "ADJD" and not _is_alone(ent[0]):
        return
    if ent.label_ == "PER" and (len(ent) > 1 or ent.text in surnames):
        if _ends_in_noun(ent):
            ent[-1].tag_, ent[-1].pos_ = "NN", upos_of("NN")
            ent = ent[:-1]
        if len(ent) > 1 and not is_given_name(ent[0].text) and _is_behind_body(ent):
            return  # „das Bündnis Faire Mieten": what is a name there the clause has to tell
        yield from (t for t in ent if t.tag_ in _WRONG and t.text[:1].isupper() and not closed.is_title(t.text))
    elif ent.label_ == "ORG" and _is_named_body(ent):
        spare = len(ent) > _FULL and ent[-_FULL].tag_ == "NE" and nominal.is_common(ent[-1].text)
        yield from (t for t in (ent[:-1] if spare else ent) if t.tag_ == "NN")  # „hat der TSV Lindrath Fehler …"


def _has_noun_behind(ent: Span) -> bool:
    """Whether a common noun behind a full name was taken for a part of it („wirft Udo Lamm Wortbruch vor")."""
    if ent.label_ != "PER" or len(ent) < _FULL or ent.end == len(ent.doc) or not is_given_name(ent[0].text):
        return False
    behind = ent.doc[ent.end]
    return behind.tag_ == "NE" and not behind.ent_type_ and nominal.is_common(behind.text)


def _ends_in_noun(ent: Span) -> bool:
    """Whether the noun at the end of what was taken for a person is none of the name.

    Abstract nouns behind a full name or a surname are not („warf Udo Lamm Quälerei vor"), nor is any other noun behind
    a full name („züchtet Udo Lamm Forellen"), a surname („räumt Petersen Fehler ein"), or what a body is called („hat
    der Konzern Astor Fehler gemacht").
    """
    first, last = ent[0], ent[-1]
    if len(ent) > 1 and (ent[-_FULL].text == "&" or closed.is_name_prefix(ent[-_FULL].text.lower())):
        return False
    given = is_only_given_name if len(ent) > _FULL + 1 else is_given_name
    full = len(ent) > _FULL and is_given_name(first.text) and not given(ent[-_FULL].text)
    surname = _is_behind_body(ent) or (_is_listed_surname(first) and _is_behind_verb_or_office(ent))
    alone = len(ent) >= _FULL and not is_given_name(first.text) and surname
    if (full or alone) and nominal.is_common(last.text):
        return True
    named = len(ent) > _FULL or (len(ent) == _FULL and not is_given_name(first.text))
    return named and closed.is_abstract(last.text)


def _is_listed_surname(token: Token) -> bool:
    return any(reading.kind == "person_name" for reading in nominal.listed(token.text))


def _is_behind_verb_or_office(ent: Span) -> bool:
    before = ent.doc[ent.start - 1] if ent.start > 0 else None
    if before is None:
        return False
    return before.tag_ in _FINITE or (before.tag_ == "NN" and animacy(before.text) == "person")


def _is_behind_body(ent: Span) -> bool:
    """Whether an entity stands right behind a noun for a body: what follows there the clause has to tell."""
    before = ent.doc[ent.start - 1] if ent.start > 0 else None
    return before is not None and before.tag_ == "NN" and animacy(before.text) == "institution"


def _is_aged(token: Token) -> bool:
    """Whether a name of somebody is described by age: „der neunjährige Emil"."""
    return token.ent_type_ == "PER" and token.nbor(-1).lower_.endswith(_AGED)


def _is_known_body(token: Token) -> bool:
    """Whether a common noun for a body stands with its article, whatever it was taken for."""
    if not _is_described(token) or animacy(token.text) != "institution":
        return False
    if is_organisation(token.text) or is_party(token.text):
        return False
    readings = nominal.listed(token.text) or nominal.compound(token.text)
    common = {reading.kind for reading in readings} == {"common"} or token.tag_ == "FM"  # „das Start-up"
    return common and not token.is_upper


def _is_attributed_body(ent: Span) -> bool:
    """Whether an adjective with a capital stands before a noun for a body and what it is called."""
    if ent.label_ != "ORG" or len(ent) <= _FULL or not _is_described(ent[0]) or is_organisation(ent[0].text):
        return False
    adjectival = any(reading.kind == "adjectival" for reading in nominal.common_readings(ent[0].text))
    return adjectival and animacy(ent[1].text) == "institution" and not is_legal_form(ent[-1].text)


def _is_named_body(ent: Span) -> bool:
    """Whether nouns are the name of a body, none called by a common noun with its article („dem Verband Betrug …")."""
    if len(ent) == 1 or not all(t.tag_ in _NOUNS for t in ent) or _is_behind_body(ent):
        return False
    return not (_is_described(ent[0]) and animacy(ent[0].text) == "institution" and ent[0].tag_ == "NN")
