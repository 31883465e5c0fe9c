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

from stance.entities import joining
from stance.entities.appositions import name_people_in_apposition
from stance.entities.bodies import (
    join_branches,
    join_clubs,
    join_firms,
    join_stations,
    join_strokes,
    name_behind_bodies,
    name_firms,
)
from stance.entities.neighbours import find_people_in_a_row, part_people
from stance.entities.nobility import join_particles, surnames
from stance.entities.people import (
    FINITE_TAGS,
    FULL,
    NOUNS,
    SMALL,
    WRONG,
    follows_given_name,
    is_aged,
    is_alone,
    is_apposed_office,
    is_behind_initial,
    is_behind_office,
    is_described,
    is_fronted_adverb,
    is_known_surname,
    is_listed_surname,
    is_person_with_article,
    is_somebodys,
    is_surname,
    is_titled,
    opens_as_subject,
    opens_name,
)
from stance.entities.possession import part_from_owners
from stance.entities.ranks import name_behind_ranks
from stance.entities.renaming import rename
from stance.entities.slogans import join_slogans
from stance.entities.spans import decide_spans
from stance.german import closed, nominal
from stance.german.given_names import is_given_name, is_only_given_name
from stance.german.meaning import animacy, is_legal_form, is_organisation, is_party
from stance.tagging.dense import column
from stance.tagging.stretches import closed_classes

_IRISH: Final = re.compile(r"[ODd]['’][A-Z]\w+")


@Language.component("stance_names", requires=["doc.ents", "token.tag"], assigns=["doc.ents", "token.tag", "token.pos"])
def stance_names(doc: Doc) -> Doc:
    """Give the words of names the tag of names, and entities the ends and labels that the words decide."""
    part_from_owners(doc)
    part_people(doc)
    decide_spans(doc)
    name_people_in_apposition(doc)
    texts = column(doc, ORTH)
    given = [i for i, text in enumerate(texts) if is_given_name(text)]
    _open_sentences(doc)
    name_behind_ranks(doc, texts)
    joining.name_behind_offices(doc)
    joining.name_before_surnames(doc)
    joining.name_unknown(doc, texts)
    for i in (i for i, text in enumerate(texts) if _IRISH.fullmatch(text)):
        rename(doc[i])
    joining.name_arabic(doc, texts)
    joining.name_aged(doc, texts)
    joining.name_apposed(doc, texts)
    names = {text for text, tag in zip(texts, column(doc, TAG), strict=True) if tag == "NE"}
    last_names = {ent[-1].text for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1}
    join_particles(doc, texts)
    joining.join_phrases(doc, texts)
    joining.join_companies(doc, texts)
    joining.join_places(doc, texts)
    joining.name_datelines(doc, texts)
    _name_bodies(doc, texts)
    for ent in doc.ents:
        _name_entity(ent, names, last_names)
    for i in (i for i, text in enumerate(texts) if text.endswith("s") and text[:-1] in names):
        if doc[i].tag_ in WRONG and doc[i].is_title:
            rename(doc[i])  # „Ebners Frau"
    _name_given(doc, given)
    joining.name_again(doc, given)
    known = _known_surnames(doc, texts, given)
    for i, tag in enumerate(column(doc, TAG)):
        if tag == "NE" and is_apposed_office(doc[i]):
            rename(doc[i], "NN")
        elif texts[i] in known:
            if (tag in WRONG and is_alone(doc[i])) or opens_as_subject(doc[i]):
                rename(doc[i])
        elif tag == "NE" and (
            is_person_with_article(doc[i]) or is_behind_initial(doc[i]) or is_somebodys(doc[i], names)
        ):
            rename(doc[i], "NN")
    find_people_in_a_row(doc)
    return doc


def _open_sentences(doc: Doc) -> None:
    """Take adverbs for what they are that were taken for names at the head of a sentence („Zutiefst bedauert …")."""
    openers = [token for token in doc if token.is_sent_start and token.tag_ in NOUNS]
    if not openers:
        return
    capitals = {token.text for token in doc if not token.is_sent_start and token.is_title}
    adverbs = {token.i for token in openers if is_fronted_adverb(token, capitals)}
    for i in adverbs:
        rename(doc[i], "ADJD")
    if any(ent.start in adverbs for ent in doc.ents):
        doc.set_ents([ent for ent in doc.ents if ent.start not in adverbs], default="outside")


def _name_bodies(doc: Doc, texts: Sequence[str]) -> None:
    """Decide the words of names of bodies, and addresses of the web."""
    for i in (i for i, tag in enumerate(column(doc, TAG)) if tag in {"NE", "FM"} and _is_known_body(doc[i])):
        rename(doc[i], "NN")  # „nach Angaben des Zoos"
    join_slogans(doc, texts)
    join_firms(doc, texts)
    join_strokes(doc, texts)
    name_firms(doc, texts)
    join_clubs(doc, texts)
    join_branches(doc, texts)
    join_stations(doc, texts)
    name_behind_bodies(doc, texts)
    for i in doc.to_array(LIKE_URL).nonzero()[0].tolist():
        if doc[i].tag_ != "NE":
            rename(doc[i])


def _name_entity(ent: Span, names: Set[str], last_names: Set[str]) -> None:
    """Decide the words of an entity, and the noun behind it.

    Args:
        ent: the entity.
        names: the words of the document that are names.
        last_names: the last words of its full names of people.
    """
    if _is_attributed_body(ent):
        for token, tag in zip(ent, ("ADJA", "NN"), strict=False):
            rename(token, tag)  # „die Freie Wählergemeinschaft Lindrath"
        return
    if any(t.text.endswith("s") and t.text[:-1] in names for t in ent[:-1]):
        return  # „Trumps Strategie": a genitive and what it possesses
    for token in _misread(ent, last_names):
        rename(token)
    if _has_noun_behind(ent):
        rename(ent.doc[ent.end], "NN")


def _name_given(doc: Doc, given: Sequence[int]) -> None:
    """Make names of given names, and of the surnames behind them."""
    for token in (doc[i] for i in given):
        noun = token.tag_ == "NN" or (token.tag_ in WRONG and token.i + 1 < len(doc) and token.nbor(1).tag_ in NOUNS)
        named = is_only_given_name(token.text) and (not is_described(token) or is_aged(token))
        small = token.tag_ in SMALL and token.is_title and not token.is_sent_start  # „Konzernchefin Solange Mbeki"
        if small and is_titled(token) and token.i + 1 < len(doc) and token.nbor(1).tag_ == "NE":
            rename(token)
        if noun and (named or (opens_name(token) and not is_described(token))):
            rename(token)
    for token in (doc[i] for i, tag in enumerate(column(doc, TAG)) if i > 0 and _may_be_name(doc[i], tag)):
        if (follows_given_name(token) and is_surname(token)) or is_known_surname(token) or is_behind_office(token):
            rename(token)


def _may_be_name(token: Token, tag: str) -> bool:
    """Whether the tagger may have missed a name; an unknown word with a capital is none of the small ones."""
    small = tag in SMALL and token.is_title and not token.is_sent_start
    return tag in WRONG or (small and not nominal.listed(token.text) and token.lower_ not in closed_classes().tags)


def _known_surnames(doc: Doc, texts: Sequence[str], given: Sequence[int]) -> set[str]:
    """The surnames that the document shows: of full names, behind given names and behind nouns for people."""
    people = [word for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1 for word in surnames(ent)]
    known = {last.text for last in people if last.tag_ == "NE" and not is_behind_initial(last)}
    behind = (doc[i + 1] for i in given if i + 1 < len(doc))
    known.update(token.text for token in behind if token.tag_ == "NE" and follows_given_name(token))
    tags = column(doc, TAG)
    titled = (doc[i] for i in range(1, len(doc)) if tags[i] == "NE" and tags[i - 1] == "NN" and texts[i][:1].isupper())
    known.update(token.text for token in titled if is_titled(token) and token.ent_type_ != "ORG")  # „Minister Stein"
    return known


def _misread(ent: Span, last_names: Set[str]) -> Iterator[Token]:
    """The tokens of an entity that are names and tagged as other words."""
    if len(ent) == 1 and ent[0].tag_ == "ADJD" and not is_alone(ent[0]):
        return
    if ent.label_ == "PER" and (len(ent) > 1 or ent.text in last_names):
        if _ends_in_noun(ent):
            rename(ent[-1], "NN")
            ent = ent[:-1]
        if len(ent) > 1 and not is_given_name(ent[0].text) and _is_behind_body(ent):
            return  # „das Bündnis Faire Mieten": what is a name there the clause has to tell
        yield from (t for t in ent if t.tag_ in WRONG and t.text[:1].isupper() and not closed.is_title(t.text))
    elif ent.label_ == "ORG" and _is_named_body(ent):
        spare = len(ent) > FULL and ent[-FULL].tag_ == "NE" and nominal.is_common(ent[-1].text)
        yield from (t for t in (ent[:-1] if spare else ent) if t.tag_ == "NN")  # „hat der TSV Lindrath Fehler …"


def _has_noun_behind(ent: Span) -> bool:
    """Whether a common noun behind a full name was taken for a part of it („wirft Udo Lamm Wortbruch vor")."""
    if ent.label_ != "PER" or len(ent) < FULL or ent.end == len(ent.doc) or not is_given_name(ent[0].text):
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
    if len(ent) > 1 and (ent[-FULL].text == "&" or closed.is_name_prefix(ent[-FULL].text.lower())):
        return False
    given = is_only_given_name if len(ent) > FULL + 1 else is_given_name
    full = len(ent) > FULL and is_given_name(first.text) and not given(ent[-FULL].text)
    surname = _is_behind_body(ent) or (is_listed_surname(first) and _is_behind_verb_or_office(ent))
    alone = len(ent) >= FULL and not is_given_name(first.text) and surname
    if (full or alone) and nominal.is_common(last.text):
        return True
    named = len(ent) > FULL or (len(ent) == FULL and not is_given_name(first.text))
    return named and closed.is_abstract(last.text) and not is_listed_surname(last)  # „Jung" ends like „Übung"


def _is_behind_verb_or_office(ent: Span) -> bool:
    before = ent.doc[ent.start - 1] if ent.start > 0 else None
    if before is None:
        return False
    return before.tag_ in FINITE_TAGS or (before.tag_ == "NN" and animacy(before.text) == "person")


def _is_behind_body(ent: Span) -> bool:
    """Whether an entity stands right behind a noun for a body: what follows there the clause has to tell."""
    before = ent.doc[ent.start - 1] if ent.start > 0 else None
    return before is not None and before.tag_ == "NN" and animacy(before.text) == "institution"


def _is_known_body(token: Token) -> bool:
    """Whether a common noun for a body stands with its article, whatever it was taken for."""
    if not is_described(token) or animacy(token.text) != "institution":
        return False
    if is_organisation(token.text) or is_party(token.text):
        return False
    readings = nominal.listed(token.text) or nominal.compound(token.text)
    common = {reading.kind for reading in readings} == {"common"} or token.tag_ == "FM"  # „das Start-up"
    return common and not token.is_upper


def _is_attributed_body(ent: Span) -> bool:
    """Whether an adjective with a capital stands before a noun for a body and what it is called."""
    if ent.label_ != "ORG" or len(ent) <= FULL or not is_described(ent[0]) or is_organisation(ent[0].text):
        return False
    adjectival = any(reading.kind == "adjectival" for reading in nominal.common_readings(ent[0].text))
    return adjectival and animacy(ent[1].text) == "institution" and not is_legal_form(ent[-1].text)


def _is_named_body(ent: Span) -> bool:
    """Whether nouns are the name of a body, none called by a common noun with its article („dem Verband Betrug …")."""
    if len(ent) == 1 or not all(t.tag_ in NOUNS for t in ent) or _is_behind_body(ent):
        return False
    return not (is_described(ent[0]) and animacy(ent[0].text) == "institution" and ent[0].tag_ == "NN")
