"""What a UD tree says about clauses, in the terms of the clause graph.

A tree comes in; facts go out: an anchor token, the answers that count as right, and the kind of the fact. UD heads
copular clauses at the predicate noun or adjective and names at their first word; both are undone here.

==================== =========================================================================================
finite verb          every finite verb or auxiliary
particle verb        a detached particle (``compound:prt``) → lemma of the particle verb
subject              finite verb → own subject of its predicate (``nsubj``); any word of its name group is right
expletive es         finite verb → its ``expl``, where it has no subject
shared subject       finite verb → the subject that its predicate takes over from an earlier conjunct
accusative, dative   verb → object (``obj``; ``iobj``, or ``obl:arg`` in the dative), reflexives left out
dass/ob              finite verb of the clause; attached: → verbs of the clause that governs it, past coordination;
                     on noun: → the governing noun
zu-infinitive        the infinitive; attached: → verbs of the clause that governs it; modal "ist zu sehen" left out
relative             finite verb of the clause; attached: → the noun that it modifies
clause kind          finite verb or infinitive → kind of the clause, where the relation settles it
later conjunct       finite verb or infinitive of a later conjunct; nothing is measured, but a graph may repeat for it
                     what the first conjunct says of introducer and governor
==================== =========================================================================================

A name group is a head with all its ``flat``, ``appos``, ``compound`` and ``fixed`` descendants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from benchmarks._conllu import Tree

_NAME_RELATIONS = ("flat", "flat:name", "flat:foreign", "appos", "compound", "fixed")
_SUBJECTS = ("nsubj", "nsubj:pass")
_AUXILIARIES = ("aux", "aux:pass", "cop")
_COMPLEMENTISERS = {"dass", "daß", "ob"}


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


def tree_facts(tree: Tree) -> Iterator[Fact]:
    """All facts of a tree, gold side."""
    yield from _finite_verbs(tree)
    yield from _particle_lemmas(tree)
    yield from _subjects(tree)
    yield from _objects(tree)
    yield from _complement_clauses(tree)
    yield from _infinitives(tree)
    yield from _relative_clauses(tree)
    yield from _clause_kinds(tree)
    yield from _later_conjuncts(tree)


def is_finite(tree: Tree, index: int) -> bool:
    """Whether a token is a finite verb or auxiliary."""
    word = tree.words[index]
    return word.upos in {"VERB", "AUX"} and (
        word.has("VerbForm=Fin") or any(feature.startswith("Mood=") for feature in word.features)
    )


def is_zu_infinitive(tree: Tree, index: int) -> bool:
    """Whether a token heads an infinitive with "zu", apart or inside ("abzulehnen")."""
    word = tree.words[index]
    if word.upos not in {"VERB", "AUX"} or is_finite(tree, index) or word.deprel == "amod":
        return False
    apart = any(tree.words[child].form.lower() == "zu" for child in tree.children(index, "mark"))
    return apart or (word.form.lower() != word.lemma and word.form.lower().replace("zu", "", 1) == word.lemma)


def predicate_of(tree: Tree, finite: int) -> int:
    """The predicate that a finite verb belongs to: its head where it is an auxiliary or a copula."""
    word = tree.words[finite]
    return word.head if word.deprel in _AUXILIARIES and word.head >= 0 else finite


def finite_of(tree: Tree, predicate: int) -> int | None:
    """The finite verb of a predicate, or None."""
    own = (predicate, *tree.children(predicate, *_AUXILIARIES))
    return next((index for index in own if is_finite(tree, index)), None)


def verbs_of(tree: Tree, predicate: int) -> frozenset[int]:
    """The predicate with its auxiliaries and copula."""
    return frozenset((predicate, *tree.children(predicate, *_AUXILIARIES)))


def name_group(tree: Tree, head: int) -> frozenset[int]:
    """A head noun with all words that names, appositions and compounds add to it, downwards only."""
    group = {head}
    for child in tree.children(head, *_NAME_RELATIONS):
        group |= name_group(tree, child)
    return frozenset(group)


def shared_subject(tree: Tree, predicate: int) -> int | None:
    """The subject that a coordinated predicate takes over from the conjunct before it, or None."""
    current = predicate
    while tree.words[current].deprel == "conj":
        current = tree.words[current].head
        subjects = tree.children(current, *_SUBJECTS)
        if subjects:
            return subjects[0]
    return None


def _finite_verbs(tree: Tree) -> Iterator[Fact]:
    for index in range(len(tree.words)):
        if is_finite(tree, index):
            yield Fact("finite verb", index, frozenset({index}))


def _particle_lemmas(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        if word.deprel == "compound:prt" and word.head >= 0:
            particle, verb = word.form.lower(), tree.words[word.head].lemma.lower()
            yield Fact("particle verb", index, frozenset({verb if verb.startswith(particle) else particle + verb}))


def _subjects(tree: Tree) -> Iterator[Fact]:
    for finite in range(len(tree.words)):
        if not is_finite(tree, finite):
            continue
        predicate = predicate_of(tree, finite)
        own, expletive = tree.children(predicate, *_SUBJECTS), tree.children(predicate, "expl")
        if own:
            yield Fact("subject", finite, name_group(tree, own[0]))
        elif expletive:
            yield Fact("expletive es", finite, frozenset(expletive[:1]))
        elif (shared := shared_subject(tree, predicate)) is not None:
            yield Fact("shared subject", finite, name_group(tree, shared))


def _objects(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        if word.deprel not in {"obj", "iobj", "obl:arg"} or word.has("Reflex=Yes") or word.has("Case=Gen"):
            continue
        if word.head < 0 or tree.words[word.head].deprel == "amod" or tree.children(index, "case"):
            continue
        dative = word.has("Case=Dat") or word.deprel == "iobj"
        if dative or word.deprel == "obj":
            yield Fact("dative" if dative else "accusative", word.head, name_group(tree, index))


def _governor(tree: Tree, predicate: int) -> int | None:
    """The word that a subordinate clause hangs on, past coordination; None for a main clause."""
    while tree.words[predicate].deprel == "conj":
        predicate = tree.words[predicate].head
    head = tree.words[predicate].head
    return head if head >= 0 and tree.words[predicate].deprel != "parataxis" else None


def _clause_verbs(tree: Tree, index: int) -> frozenset[int]:
    """The verbs of the clause in which a word stands."""
    current = index
    while current >= 0:
        verbs = verbs_of(tree, current)
        if any(tree.words[verb].upos in {"VERB", "AUX"} for verb in verbs) and tree.words[current].deprel != "amod":
            return verbs
        current = tree.words[current].head
    return frozenset()


def _complement_clauses(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        if word.deprel != "mark" or word.lemma.lower() not in _COMPLEMENTISERS or word.head < 0:
            continue
        finite, governor = finite_of(tree, word.head), _governor(tree, word.head)
        if finite is None or governor is None or tree.words[max(index - 1, 0)].form.lower() == "so":
            continue
        yield Fact("dass/ob found", finite, frozenset({finite}))
        yield Fact("dass/ob attached", finite, _clause_verbs(tree, governor))
        if tree.words[governor].upos in {"NOUN", "PROPN"} and finite_of(tree, governor) is None:
            yield Fact("dass/ob on noun", finite, name_group(tree, governor))


def _infinitives(tree: Tree) -> Iterator[Fact]:
    for index in range(len(tree.words)):
        if is_zu_infinitive(tree, index) and finite_of(tree, index) is None:
            yield Fact("zu-infinitive found", index, frozenset({index}))
            governor = _governor(tree, index)
            if governor is not None:
                yield Fact("zu-infinitive attached", index, _clause_verbs(tree, governor))


def _is_relative(tree: Tree, predicate: int) -> bool:
    word = tree.words[predicate]
    if word.deprel not in {"acl", "acl:relcl"} or finite_of(tree, predicate) is None:
        return False
    return word.deprel == "acl:relcl" or any(tree.words[i].xpos in {"PRELS", "PRELAT"} for i in _below(tree, predicate))


def _below(tree: Tree, index: int) -> Iterable[int]:
    for child in tree.children(index):
        yield child
        yield from _below(tree, child)


def _relative_clauses(tree: Tree) -> Iterator[Fact]:
    for predicate, word in enumerate(tree.words):
        if _is_relative(tree, predicate):
            finite = finite_of(tree, predicate)
            assert finite is not None
            yield Fact("relative found", finite, frozenset({finite}))
            yield Fact("relative attached", finite, name_group(tree, word.head))


def _later_conjuncts(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        finite = finite_of(tree, index)
        if word.deprel == "conj":
            yield Fact("later conjunct", index if finite is None else finite, frozenset({word.head}))


def _clause_kinds(tree: Tree) -> Iterator[Fact]:
    for predicate in range(len(tree.words)):
        finite = finite_of(tree, predicate)
        anchor = finite if finite is not None else predicate
        kind = _kind(tree, predicate, finite is not None)
        if kind is not None:
            yield Fact("clause kind", anchor, frozenset({kind}))


def _kind(tree: Tree, predicate: int, finite: bool) -> str | None:
    """The kind of clause that a predicate heads, None where the tree leaves it open."""
    word = tree.words[predicate]
    if not finite:
        return "infinitive" if is_zu_infinitive(tree, predicate) else None
    marks = {tree.words[mark].lemma.lower() for mark in tree.children(predicate, "mark")}
    if _is_relative(tree, predicate):
        return "relative"
    if word.deprel in {"ccomp", "csubj", "csubj:pass", "acl"} and marks & _COMPLEMENTISERS:
        return "complement"
    if word.deprel == "advcl" and marks:
        return "adverbial"
    if word.deprel == "root":
        return "main"
    if word.deprel == "conj" and tree.words[word.head].deprel == "root" and not marks:
        return "main"
    return None
