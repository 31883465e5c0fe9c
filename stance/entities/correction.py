"""Entities correct tags: the words of a person's name are proper nouns, whatever the tagger took them for.

A Doc with entities flows in, the same Doc with corrected tags flows out. „Britta Sommer" is NE NE, although Sommer is a
common noun too; of bodies only names of two nouns are corrected („IG Metall").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from stance.german import closed, nominal
from stance.german.given_names import is_only_given_name
from stance.german.meaning import animacy, is_organisation, is_party
from stance.tagging.tagger import upos_of

_WRONG: Final = frozenset({"NN", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "FM", "ITJ", "XY"})
_BEFORE_NOUN: Final = frozenset({"ART", "ADJA", "APPRART", "CARD", "PDAT", "PIAT", "PIDAT", "PPOSAT", "PWAT", "PRELAT"})
_AFTER_SUBJECT: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "$,", "$("})
_NOUNS: Final = frozenset({"NN", "NE"})


@Language.component("stance_names", requires=["doc.ents", "token.tag"], assigns=["token.tag"])
def stance_names(doc: Doc) -> Doc:
    """Give the words of names the tag of names."""
    words = {token.text for token in doc if token.tag_ == "NE"}
    surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1}
    for ent in doc.ents:
        if any(t.text.endswith("s") and t.text[:-1] in words for t in ent[:-1]):
            continue  # „Trumps Strategie": a genitive and what it possesses
        for token in _misread(ent, surnames):
            _name(token)
    for token in doc[1:]:
        if token.tag_ in _WRONG and _follows_given_name(token) and _is_surname(token):
            _name(token)
    for token in _prefixed(doc):
        _name(token)
    known = {ent[-1].text for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1 and ent[-1].tag_ == "NE"}
    known.update(token.text for token in doc[1:] if token.tag_ == "NE" and _follows_given_name(token))
    for token in doc:
        if token.text in known and token.tag_ in _WRONG and _is_alone(token):
            _name(token)
    return doc


def _prefixed(doc: Doc) -> Iterator[Token]:
    """The words of surnames with two prefixes: „Ursula von der Leyen", and „von der Leyen" in the same text."""
    found = [(at, end) for at in range(len(doc)) if (end := _surname(doc, at)) is not None]
    named = {
        tuple(t.lower_ for t in doc[at : end + 1])
        for at, end in found
        if (doc[at].text[:1].isupper() and not doc[at].is_sent_start) or (at > 0 and _is_given(doc[at - 1]))
    }
    for at, end in found:
        if tuple(t.lower_ for t in doc[at : end + 1]) in named or doc[at].tag_ == "NE":
            yield from doc[at : end + 1]


def _surname(doc: Doc, at: int) -> int | None:
    """The last token of a surname of two prefixes and a name that begins at a token, or None."""
    end = at + 2
    if end >= len(doc) or not all(closed.is_name_prefix(t.lower_) for t in doc[at:end]):
        return None
    last = doc[end]
    if is_party(last.text) or is_organisation(last.text):
        return None
    named = last.tag_ == "NE" or (last.tag_ == "NN" and nominal.is_guessed(last.text))
    return end if named and last.text[:1].isupper() else None


def _is_given(token: Token) -> bool:
    return token.tag_ == "NE" and is_only_given_name(token.text)


def _follows_given_name(token: Token) -> bool:
    return _is_given(token.nbor(-1))


def _is_surname(token: Token) -> bool:
    """Whether a word behind a given name can be nothing but a surname: „Edda Kranz lobte", „Leiterin Edda Kranz"."""
    if not token.text[:1].isupper():
        return False
    given = token.nbor(-1)
    if given.is_sent_start:
        return token.i + 1 < len(token.doc) and token.nbor(1).tag_ in _AFTER_SUBJECT
    titled = given.i > 0 and given.nbor(-1).tag_ == "NN" and animacy(given.nbor(-1).text) == "person"
    return titled or token.tag_ != "NN"


def _is_alone(token: Token) -> bool:
    """Whether a surname stands alone: „Koch kam", „Klein lachte" against „der Koch", „Klein ist das Haus"."""
    if token.tag_ == "NN":
        return not _is_described(token)
    if not token.text[:1].isupper() or not token.is_sent_start:
        return token.text[:1].isupper() and not _is_described(token)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.tag_ in ("VVFIN", "VMFIN")


def _name(token: Token) -> None:
    token.tag_ = "NE"
    token.pos_ = upos_of("NE")


def _is_described(token: Token) -> bool:
    """Whether a noun has an article or attribute, as a surname standing alone has not („der Koch" against „Koch")."""
    return token.i > 0 and not token.is_sent_start and token.nbor(-1).tag_ in _BEFORE_NOUN


def _misread(ent: Span, surnames: set[str]) -> Iterator[Token]:
    """The tokens of an entity that are names and tagged as other words."""
    if ent.label_ == "PER" and (len(ent) > 1 or ent.text in surnames):
        yield from (t for t in ent if t.tag_ in _WRONG and t.text[:1].isupper() and not closed.is_title(t.text))
    elif ent.label_ == "ORG" and len(ent) > 1 and all(t.tag_ in _NOUNS for t in ent) and not _is_described_body(ent):
        yield from (t for t in ent if t.tag_ == "NN")


def _is_described_body(ent: Span) -> bool:
    """Whether a body is called by a common noun with its article („dem Verband Betrug vorwerfen"), not by a name."""
    return _is_described(ent[0]) and animacy(ent[0].text) == "institution" and ent[0].tag_ == "NN"
