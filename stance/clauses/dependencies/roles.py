"""Roles by the parse: what a relation says about a phrase becomes its role in the clause.

Phrases with the tokens that head them in the tree come in; arguments go out, as the field source gives them. Relations
decide; case decides where a label set leaves it open (objects in the dative, obliques without preposition).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stance.clauses.arguments import phrase_argument, prepositional_argument
from stance.clauses.complexes import takes_predicative
from stance.clauses.dependencies.labels import Relation
from stance.clauses.dependencies.normal import is_comparing
from stance.clauses.dependencies.tree import Tree
from stance.clauses.graph import Argument, Role, VerbComplex
from stance.clauses.phrases import Phrase
from stance.german import government, meaning

_BY_RELATION: Final = {
    Relation.SUBJECT: (Role.SUBJECT, "nom"),
    Relation.DATIVE: (Role.DATIVE, "dat"),
    Relation.GENITIVE_OBJECT: (Role.GENITIVE, "gen"),
    Relation.PREDICATIVE: (Role.PREDICATIVE, None),
    Relation.OPEN: (Role.PREDICATIVE, None),
    Relation.COMPLEMENT: (Role.PREDICATIVE, None),
}
_OBJECT_CASES: Final = {
    frozenset({"dat"}): (Role.DATIVE, "dat"),
    frozenset({"gen"}): (Role.GENITIVE, "gen"),
}
_PREDICATES: Final = frozenset({Relation.PREDICATIVE, Relation.OPEN, Relation.COMPLEMENT, Relation.ADVERBIAL_CLAUSE})


def arguments(
    tree: Tree, phrases: Sequence[tuple[Phrase, int]], verb: VerbComplex | None, *, subject_elsewhere: bool
) -> list[Argument]:
    """The arguments of a clause, prepositional phrases inside noun phrases after those that hold them.

    Args:
        tree: the trees of the Doc.
        phrases: the clause's top-level phrases, each with the token that heads it in the tree.
        verb: its verb complex.
        subject_elsewhere: whether the clause takes its subject from another one (infinitives, conjuncts).
    """
    has_subject = any(_is_subject(tree, token) and phrase.kind == "np" for phrase, token in phrases)
    found: list[Argument] = []
    for phrase, token in phrases:
        argument = _argument(tree, phrase, token, verb)
        if argument is None and tree.relations[token] is Relation.EXPLETIVE:
            argument = _expletive(tree, phrase, verb, has_subject=has_subject or subject_elsewhere)
        if argument is not None:
            found.append(argument)
        found.extend(prepositional_argument(tree.words, p, None) for p in phrase.nested() if p.kind == "pp")
    return found


def _is_subject(tree: Tree, token: int) -> bool:
    return tree.relations[token] is Relation.SUBJECT


def _argument(tree: Tree, phrase: Phrase, token: int, verb: VerbComplex | None) -> Argument | None:
    words, relation = tree.words, tree.relations[token]
    if words.tags[phrase.head] == "PRF" and phrase.kind == "np":
        return None
    marker = _comparison(tree, token)
    if marker is not None:
        als = words.lower[marker] == "als" and phrase.kind != "adverb"
        return phrase_argument(phrase, Role.ALS, None, marker=marker) if als else None
    if phrase.kind == "pp":
        argument = prepositional_argument(words, phrase, verb)
        return _as_agent(argument) if relation is Relation.AGENT else argument
    if phrase.kind == "adjective":
        return phrase_argument(phrase, Role.PREDICATIVE, None) if relation in _PREDICATES else None
    if phrase.kind == "adverb" and relation is not Relation.OBJECT:
        return None
    role = _nominal_role(phrase, relation, words.texts[phrase.head], "" if verb is None else verb.lemma)
    return None if role is None else phrase_argument(phrase, role[0], role[1])


def _nominal_role(phrase: Phrase, relation: Relation, head: str, lemma: str) -> tuple[Role, str | None] | None:
    if relation in _BY_RELATION:
        return _BY_RELATION[relation]
    if relation is Relation.OBJECT:
        return _OBJECT_CASES.get(phrase.cases(), (Role.ACCUSATIVE, "acc"))
    if relation is Relation.OBLIQUE and not meaning.is_temporal(head):
        return _without_preposition(phrase.cases(), lemma)
    return None


def _without_preposition(cases: frozenset[str], lemma: str) -> tuple[Role, str] | None:
    """What UD's oblique is where it has no preposition: an object in the dative or genitive."""
    if "gen" in cases and lemma in government.verbs("genitive_objects"):
        return Role.GENITIVE, "gen"
    if "dat" in cases and "acc" not in cases:
        return Role.DATIVE, "dat"
    return _OBJECT_CASES.get(cases)


def _as_agent(argument: Argument) -> Argument:
    return Argument(
        Role.AGENT,
        argument.tokens,
        argument.head,
        preposition=argument.preposition,
        case=argument.case,
        conjuncts=argument.conjuncts,
        marker=argument.marker,
    )


def _comparison(tree: Tree, token: int) -> int | None:
    """The "als" or "wie" of a phrase."""
    marks = tree.children(token, Relation.CASE, Relation.MARK, Relation.ADVERB)
    found = next((t for t in marks if is_comparing(tree.words, t) and t < token), None)
    return None if found is not None and tree.words.tags[found] == "APPR" else found


def _expletive(tree: Tree, phrase: Phrase, verb: VerbComplex | None, *, has_subject: bool) -> Argument | None:
    """„Es wird gefordert, dass …" has a subject, „lehnt es ab, dass …" an object, „Ziel ist es, zu …" a predicative."""
    if tree.words.lower[phrase.head] != "es" or verb is None:
        return None
    if not has_subject:
        return phrase_argument(phrase, Role.SUBJECT, "nom")
    if takes_predicative(verb.lemma):
        return phrase_argument(phrase, Role.PREDICATIVE, "nom")
    fronted = verb.finite is not None and phrase.head < verb.finite and verb.finite in verb.tokens
    return None if fronted else phrase_argument(phrase, Role.ACCUSATIVE, "acc")
