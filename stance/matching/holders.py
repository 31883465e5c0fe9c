"""Who can hold a position: whether the head of a phrase is somebody who acts, a person, an institution, or a thing.

Names and unknown nouns are given the benefit of the doubt, nouns that are known to be things are not; place names stand
for their governments (metonymy: Markert & Nissim 2002).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.graph import Argument, ClauseKind, VerbComplex
from stance.german import closed, government, meaning, nominal, noun_phrases
from stance.german.given_names import is_given_name
from stance.matching.view import View
from stance.matching.wordlists import word_list

_ORDINALS: Final = ("Erst", "Zweit", "Dritt", "Viert", "Letzt")
_PERSONAL: Final = frozenset({"PPER", "PWS", "PRF", "PPOSAT"})
_NAME: Final = 4


def can_hold(view: View, head: int, tokens: Sequence[int], kind: str | None) -> bool:
    """Whether a phrase can fill the actor or addressee of a rule.

    Args:
        view: the clause graph.
        head: head of the phrase.
        tokens: its tokens.
        kind: "agent", "person", "institution", "any", or None for "agent".
    """
    if kind == "any":
        return True
    if view.tag(head) in ("PROAV", "PAV"):
        return False
    if view.lower(head) in word_list("thing_pronouns"):
        return stands_for_body(view, head)
    if _is_pronoun(view, head):
        return kind != "institution"
    sort = sort_of(view, head, tokens)
    if kind == "person":
        return sort in ("person", "unknown")
    if kind == "institution":
        return sort in ("institution", "place", "unknown")
    return sort != "other"


def stands_for_body(view: View, head: int) -> bool:
    """Whether „es" is somebody: its sentence or the one before has somebody neuter as subject („das Amt")."""
    clause = view.graph.clause_at(head)
    subject = None if clause is None else clause.subject
    if clause is None or view.lower(head) != "es" or subject is None or subject.head != head:
        return False
    if clause.verb is None or clause.verb.voice != "active" or (subject.clause is not None and _judges(clause.verb)):
        return False
    last = view.clauses_in(0, clause.sentence[0])[-1:]
    near = view.clauses_in(last[0].sentence[0] if last else clause.sentence[0], head)
    subjects = [c.subject for c in near if c.subject is not None and c.subject.head < head]
    return any(_is_neuter_body(view, subject) for subject in subjects)


def _judges(verb: VerbComplex) -> bool:
    """Whether „es" before a verb and a clause behind is no subject of its own („es ist schade, dass …")."""
    return verb.lemma in government.verbs("copula")


def _is_neuter_body(view: View, subject: Argument) -> bool:
    """Whether a subject is one body or person of neuter gender („das Ministerium", „das BSW", „Polen", „das Paar")."""
    first = view.lower(subject.tokens[0])
    if subject.conjuncts or sort_of(view, subject.head, subject.tokens) not in ("institution", "place", "person"):
        return False
    if view.tag(subject.head) == "NE":
        return first == "das" or (first == view.lower(subject.head) and meaning.is_country(view.text(subject.head)))
    forms = noun_phrases.noun_phrase([(view.text(t), view.tag(t)) for t in subject.tokens if t <= subject.head])
    return bool(forms) and all(form.gender == "n" and form.number == "sg" for form in forms)


def sort_of(view: View, head: int, tokens: Sequence[int]) -> str:
    """What a phrase stands for: "person", "institution", "place", "other" or "unknown"."""
    text = view.text(head)
    sort: str = meaning.animacy(text)
    if sort == "other" and _is_dative_plural(view, head, tokens):
        sort = meaning.animacy(text[:-1])
    if view.tag(head) in ("NE", "FM", "XY"):
        return "unknown" if sort == "other" else sort
    if (sort == "person" or view.tag(head) == "ADJA") and _is_neuter_adjective(view, head, tokens):
        return "other"
    if sort == "other" and (view.lemma(head) in word_list("quantity_nouns") or text in word_list("quantity_nouns")):
        return _sort_of_counted(view, head, tokens)
    if sort == "other" and view.tag(head) in ("ADJA", "PIS", "CARD", "ADJD", "PIAT", "PIDAT", "PDS"):
        return "unknown"
    if sort == "other" and meaning.is_temporal(text) and not _is_quoted_name(view, head):
        return sort  # „gab am Montag zu bedenken"
    if sort == "other" and (_is_bare_name(view, head, tokens) or (text.isupper() and len(text) > 1)):
        return "unknown"
    if sort == "other" and (_ends_name(view, head, tokens) or are_from_place(view, head, tokens)):
        return "unknown"
    if sort == "other" and (
        _is_quoted_name(view, head)
        or _precedes_person(view, head, tokens)
        or _is_named_by_adjective(view, head, tokens)
    ):
        return "unknown"
    if sort == "other" and "-" in text:
        first, last = text.rsplit("-", 1)
        return "unknown" if meaning.animacy(last) != "other" and not nominal.listed(first) else sort
    return sort


def _is_dative_plural(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a noun is a dative plural in „-n" („den Opfern"), and not „das Opfern"."""
    words = [(view.text(t), view.tag(t)) for t in tokens if t <= head]
    forms = noun_phrases.noun_phrase(words) if len(words) > 1 and view.text(head).endswith("rn") else frozenset()
    return bool(forms) and all(form.case == "dat" and form.number == "pl" for form in forms)


def _is_neuter_adjective(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a nominalised adjective is neuter and so a thing („das Entscheidende", „etwas Neues")."""
    readings = nominal.common_readings(view.text(head))
    if view.tag(head) != "ADJA" and any(reading.kind != "adjectival" for reading in readings):
        return False
    forms = noun_phrases.noun_phrase([(view.text(t), view.tag(t)) for t in tokens if t <= head])
    return bool(forms) and all(form.gender == "n" for form in forms)


def _is_bare_name(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a bare singular noun is rather an unknown name: masses, plurals and names stand without article."""
    if tuple(tokens) != (head,) or view.tag(head) != "NN":
        return False
    clause = view.graph.clause_at(head)
    if clause is None or (clause.verb is not None and clause.verb.number != "sg"):
        return False
    if clause.verb is None:
        return clause.kind is ClauseKind.PARENTHESIS
    text = view.text(head)
    agreements = nominal.noun(text)
    if agreements and all(a.number == "pl" for a in agreements) and not nominal.is_guessed(text):
        return False
    if clause.kind is ClauseKind.PARENTHESIS and clause.verb.finite == head - 1 and not closed.is_abstract(text):
        return True  # „…, sagte Lamm"
    mass = any(a.gender in ("f", "n") for a in agreements) or text.endswith("ung")
    return not mass or nominal.is_guessed(text)


def are_from_place(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a noun in -er names people by a place that no table knows („die Grimmlitzer").

    Either no table knows the noun, or the document names the place.

    Args:
        view: the clause graph.
        head: the noun.
        tokens: its phrase.
    """
    text = view.text(head).removesuffix("n") if view.text(head).endswith("ern") else view.text(head)
    if view.tag(head) != "NN" or not text.endswith("er") or [t for t in tokens if t < head] != [head - 1]:
        return False
    if view.lower(head - 1) not in word_list("plural_articles") or nominal.listed(text):
        return False
    return nominal.is_guessed(text) or any(map(view.places, meaning.homes(text)))


def _ends_name(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a noun that no table knows well ends a name („Andres Granz" with a surname tagged as a noun)."""
    before = [t for t in tokens if t < head]
    given = (view.tag(t) == "NE" or meaning.animacy(view.text(t), name=True) == "person" for t in before)
    return bool(before) and all(given) and nominal.is_guessed(view.text(head))


def _precedes_person(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a full name with a given name stands behind a noun that no table knows as one for people."""
    after = [t for t in tokens if t > head]
    named = len(after) > 1 and after[:2] == [head + 1, head + 2] and all(view.tag(t) == "NE" for t in after[:2])
    return named and view.tag(head) == "NN" and is_given_name(view.text(head + 1))


def _is_quoted_name(view: View, head: int) -> bool:
    """Whether a noun stands in quotation marks of its own, as newspapers, ships and companies do („die „Zeit"")."""
    quote = view.graph.quote_at(head)
    return quote is not None and quote.scare and quote.end - quote.start <= _NAME + 2


def _is_named_by_adjective(view: View, head: int, tokens: Sequence[int]) -> bool:
    """Whether a noun has an adjective with a capital before it, as names have („das Rote Kreuz", „der Weiße Ring")."""
    if head - 1 not in tokens or view.tag(head - 1) != "ADJA" or head - 2 not in tokens:
        return False
    adjective = view.text(head - 1)
    return adjective.istitle() and not adjective.endswith("er") and not adjective.startswith(_ORDINALS)


def _sort_of_counted(view: View, head: int, tokens: Sequence[int]) -> str:
    counted = [t for t in tokens if t > head and view.tag(t) in ("NN", "NE", "ADJA")]
    nouns = [t for t in counted if view.tag(t) != "ADJA"] or counted
    return "unknown" if not nouns else sort_of(view, nouns[0], ())


def _is_pronoun(view: View, head: int) -> bool:
    return view.tag(head) in _PERSONAL or view.lower(head) in word_list("generic")
