"""Facts, and the questions about predicates of a UD tree that all of them are made of.

A tree and a token index come in; finite verbs, infinitives, predicates and name groups go out. UD heads copular clauses
at the predicate noun or adjective and names at their first word (de Marneffe et al. 2021).
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from benchmarks._conllu import Tree
from stance.german import verbs

_NAME_RELATIONS = ("flat", "flat:name", "flat:foreign", "appos", "compound", "fixed")
AUXILIARIES = ("aux", "aux:pass", "cop")
#: Verbs whose zu-infinitive is part of their own complex (obligatorily coherent: Bech 1955).
_COHERENT = {"scheinen", "brauchen", "pflegen", "vermögen", "haben", "sein"}


@attrs.frozen
class Fact:
    """One statement about a sentence.

    Attributes:
        kind: which measurement it belongs to.
        anchor: token index that the statement is about.
        answers: token indices, or a lemma, any of which is right (gold) or was given (prediction).
    """

    kind: str
    anchor: int
    answers: frozenset[int | str]


def is_finite(tree: Tree, index: int) -> bool:
    """Whether a token is a finite verb or auxiliary."""
    word = tree.words[index]
    if word.upos not in {"VERB", "AUX"}:
        return False
    marked = word.has("VerbForm=Fin") or any(feature.startswith("Mood=") for feature in word.features)
    return marked or _is_bare_finite(tree, index)


def _is_bare_finite(tree: Tree, index: int) -> bool:
    """Whether a verb without any features is finite, because it has a subject and no auxiliary, own or shared.

    German infinitives and participles take neither ``nsubj`` nor stand alone; forms alike to the infinitive ("dass sie
    sehen") have no features in some treebanks.
    """
    word = tree.words[index]
    if word.features or word.upos != "VERB" or word.deprel == "xcomp":
        return False
    conjuncts = (*tree.children(index, "conj"), *([word.head] if word.deprel == "conj" else []))
    helped = any(tree.children(verb, *AUXILIARIES) for verb in (index, *conjuncts) if is_verbal(tree, verb))
    return bool(tree.children(index, "nsubj", "expl")) and not helped


def is_zu_infinitive(tree: Tree, index: int) -> bool:
    """Whether a token heads an infinitive with "zu", apart or inside ("abzulehnen")."""
    word = tree.words[index]
    if word.upos not in {"VERB", "AUX"} or is_finite(tree, index) or word.deprel == "amod":
        return False
    apart = any(tree.words[child].form.lower() == "zu" for child in tree.children(index, "mark"))
    return apart or _holds_zu(word.form.lower())


def _holds_zu(form: str) -> bool:
    """Whether a particle, "zu" and an infinitive make up a form, whatever its lemma says."""
    cuts = [k for k in range(1, len(form) - 3) if form.startswith("zu", k)]
    return form.endswith("n") and any(form[:k] in verbs.lexicon().particles for k in cuts)


def predicate_of(tree: Tree, finite: int) -> int:
    """The predicate that a finite verb belongs to: its head where it is an auxiliary or a copula."""
    word = tree.words[finite]
    return word.head if word.deprel in AUXILIARIES and word.head >= 0 else finite


def finite_of(tree: Tree, predicate: int) -> int | None:
    """The finite verb of a predicate, or None."""
    own = (predicate, *tree.children(predicate, *AUXILIARIES))
    return next((index for index in own if is_finite(tree, index)), None)


def verbs_of(tree: Tree, predicate: int) -> frozenset[int]:
    """The predicate with its auxiliaries and copula."""
    return frozenset((predicate, *tree.children(predicate, *AUXILIARIES)))


def name_group(tree: Tree, head: int) -> frozenset[int]:
    """A head noun with all words that names, appositions and compounds add to it, downwards only."""
    group = {head}
    for child in tree.children(head, *_NAME_RELATIONS):
        group |= name_group(tree, child)
    return frozenset(group)


def below(tree: Tree, index: int) -> Iterable[int]:
    """All descendants of a token."""
    for child in tree.children(index):
        yield child
        yield from below(tree, child)


def is_verbal(tree: Tree, index: int) -> bool:
    """Whether a token is a verb or auxiliary, finite or not."""
    return tree.words[index].upos in {"VERB", "AUX"}


def is_bare_infinitive(tree: Tree, index: int) -> bool:
    """Whether a token is an infinitive without "zu" under another verb ("lassen", "gehen", "sehen")."""
    word = tree.words[index]
    governed = word.deprel == "xcomp" and word.upos == "VERB" and word.form.lower() == word.lemma
    return governed and not is_zu_infinitive(tree, index) and finite_of(tree, index) is None


def is_coherent(tree: Tree, index: int) -> bool:
    """Whether a zu-infinitive forms one complex with the verb above it ("scheint zu steigen")."""
    word = tree.words[index]
    return word.deprel == "xcomp" and tree.words[word.head].lemma in _COHERENT


def finite_above(tree: Tree, predicate: int) -> int | None:
    """The finite verb that a predicate has, or shares by coordination ("hat A abgelehnt und B kritisiert")."""
    own = finite_of(tree, predicate)
    if own is not None or not is_verbal(tree, predicate) or is_zu_infinitive(tree, predicate):
        return own
    word = tree.words[predicate]
    if is_bare_infinitive(tree, predicate):
        return finite_above(tree, word.head)
    if word.deprel == "conj" and is_verbal(tree, word.head):
        earlier = word.head if not is_finite(tree, word.head) else None
        return None if earlier is None else finite_above(tree, earlier)
    later = [child for child in tree.children(predicate, "conj") if is_verbal(tree, child)]
    shared = [finite_of(tree, child) for child in later if not is_finite(tree, child)]
    return next((finite for finite in shared if finite is not None), None)


def is_clause_head(tree: Tree, index: int) -> bool:
    """Whether a token heads a clause: a predicate with a finite verb of its own or shared, or a zu-infinitive."""
    word = tree.words[index]
    if word.deprel in AUXILIARIES or word.deprel == "amod" or is_bare_infinitive(tree, index):
        return False
    if finite_above(tree, index) is not None:
        return True
    return is_zu_infinitive(tree, index) and not is_coherent(tree, index)


def clause_head(tree: Tree, index: int) -> int | None:
    """The head of the clause in which a token stands, None outside of any."""
    passed = set[int]()
    while index >= 0 and index not in passed and not is_clause_head(tree, index):
        passed.add(index)
        index = tree.words[index].head
    return index if index >= 0 and index not in passed else None


def clause_tokens(tree: Tree) -> dict[int, list[int]]:
    """Heads of clauses with the tokens that lie in no clause below them, unmeasured tokens left out."""
    found: dict[int, list[int]] = {}
    for index in range(len(tree.words)):
        head = clause_head(tree, index)
        if head is not None and not is_unmeasured(tree, index):
            found.setdefault(head, []).append(index)
    return found


def is_unmeasured(tree: Tree, index: int) -> bool:
    """Whether a token belongs to no clause by nature: punctuation, and the conjunction that joins two clauses."""
    word = tree.words[index]
    return word.upos == "PUNCT" or (word.deprel == "cc" and is_clause_head(tree, word.head))
