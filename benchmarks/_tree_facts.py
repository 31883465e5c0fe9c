"""What a UD tree says about clauses, in the terms of the clause graph.

A tree comes in; facts go out: an anchor token, the answers that count as right, and the kind of the fact. UD heads
copular clauses at the predicate noun or adjective and names at their first word; both are undone here.

===================== ================================================================================================
finite verb           every finite verb or auxiliary, once for all conjuncts that share it; a full verb without any
                      features is finite where it has a subject and no auxiliary of its own or of a conjunct ("dass
                      wir sehen": the form of the infinitive)
bracket               detached particle (``compound:prt``), full verb, non-finite auxiliary, bare infinitive (``xcomp``)
                      → finite verb of the predicate, or the one it shares by coordination; zu-infinitives left out
particle verb         a detached particle → lemma of the particle verb
passive               full verb with ``aux:pass`` "werden", passed on to conjuncts; "sein" (stative) left open
subject               finite verb → own subject of its predicate (``nsubj``); any word of its name group is right
expletive es          finite verb → its ``expl``, where it has no subject
shared subject        finite verb → the subject that its predicate takes over from an earlier conjunct
accusative, dative,   verb → object (``obj``; ``iobj``, or ``obl:arg`` in the dative; either in the genitive),
genitive              reflexives left out, also "ich frage mich"; objects of a predicative adjective ("ist ihm bewusst")
                      belong to its copula
prepositional phrase  verb → ``obl`` with ``case``, other than "als" and "wie", or a predicate with ``cop`` and
                      ``case``; UD does not tell prepositional objects from adjuncts, so what is measured is whether a
                      phrase hangs on the verb or on a noun
von-agent             verb → ``obl:agent``
predicative           finite verb → predicate with ``cop``; full verb → nominal ``xcomp``; neither with ``case``;
                      participles that the graph holds for a stative passive left open
clause boundaries     full verb → the words of its clause: without the clauses below, punctuation, and the conjunction
                      before it; coherent infinitives ("scheint zu steigen") belong to the clause above
tokens of clauses     every such token → verbs of its clause
clause kind           finite verb or infinitive → kind of the clause, where the relation settles it
dass/ob               finite verb of the clause: of the head of its ``mark``, or of the clause that the ``mark`` opens
                      where it hangs on another word; attached: → verbs of the clause that governs it, past
                      coordination and past participles without a clause of their own ("abgesehen davon, dass");
                      on noun: → the governing noun
w-clause              the same for verb-last ``ccomp`` and ``csubj`` that start with a w-word
adverbial             the same for ``advcl`` with ``mark``, verb-first, or verb-last behind a w-word ("wer auch immer
                      …"), and for consecutive dass clauses (behind "so", "ohne", "statt", or a word of degree above;
                      not in "es ist so, dass"), which UD has as ``advcl`` or ``ccomp``; other dass and ob clauses
                      ("dafür, dass", ``advcl`` of the correlate) are measured as dass/ob
relative              finite verb of the clause; attached: → the noun that it modifies (antecedent of the pronoun), or
                      the verbs of the clause that it goes on from ("…, was ihn ärgert")
zu-infinitive         the infinitive; attached: → verbs of the clause that governs it; modal "ist zu sehen" left out
V2 complement         finite verb of a ``ccomp``, ``csubj`` or ``acl`` without introducer → verbs of the clause before
                      it that governs it
parenthesis           finite verb of a report inside or behind its content ("…, sagte sie"; UD: the content is its
                      ``ccomp``), or of a ``parataxis`` inside its host, in brackets, or verb-first behind it
                      → verbs of the host
===================== ================================================================================================

Direct speech (only one of content and report stands in quotation marks) is left out of the last two: the clause graph
has it as a quotation, and the quotation benchmarks measure it. The controller of an infinitive cannot be measured on
these trees: they have no enhanced dependencies, and ``xcomp`` stands for subject and object control alike. It is
measured on sentences of our own (``controllers.tsv``).

Three kinds of facts are measured nowhere and only keep a prediction from counting as an error. "later conjunct": a
verb, noun or adjective of a later conjunct, for which a graph may repeat what the first conjunct says of introducer,
governor and role ("ist alt und müde": two predicatives).
"unmeasured token": punctuation, or a conjunction between clauses. "unmeasured content": direct speech, its report, and
juxtaposed clauses, which UD joins by ``parataxis`` whether the second is a content of the first or not.

UD hangs what modifies a whole coordination on its first conjunct. Where a clause depends on a word and stands behind
later conjuncts of it, the verbs (or name groups) of all conjuncts before the clause are right.

A name group is a head with all its ``flat``, ``appos``, ``compound`` and ``fixed`` descendants.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks._conllu import Tree
from benchmarks._tree_clauses import clause_facts
from benchmarks._tree_verbs import (
    Fact,
    finite_above,
    finite_of,
    is_clause_head,
    is_finite,
    is_verbal,
    name_group,
    predicate_of,
)

_SUBJECTS = ("nsubj", "nsubj:pass")
_REFLEXIVE = {"mich": "ich", "mir": "ich", "dich": "du", "dir": "du", "uns": "wir", "euch": "ihr"}
_OBJECTS = {"obj", "iobj", "obl:arg"}
_OBLIQUES = {"obl", "obl:tmod", "obl:agent"}
_NOMINAL = {"ADJ", "NOUN", "PROPN", "PRON", "DET", "NUM"}
_COMPARISONS = {"als", "wie"}


def tree_facts(tree: Tree) -> Iterator[Fact]:
    """All facts of a tree, gold side."""
    yield from _finite_verbs(tree)
    yield from _brackets(tree)
    yield from _particle_lemmas(tree)
    yield from _passives(tree)
    yield from _subjects(tree)
    yield from _objects(tree)
    yield from _prepositional_phrases(tree)
    yield from _predicatives(tree)
    yield from clause_facts(tree)
    yield from _later_conjuncts(tree)


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
        if word.deprel not in _OBJECTS or word.has("Reflex=Yes") or tree.children(index, "case"):
            continue
        if word.head < 0 or tree.words[word.head].deprel == "amod" or _is_reflexive(tree, index):
            continue
        verb = next(iter(tree.children(word.head, "cop")), word.head)
        if word.has("Case=Gen"):
            yield Fact("genitive", verb, name_group(tree, index))
        elif word.has("Case=Dat") or word.deprel == "iobj":
            yield Fact("dative", verb, name_group(tree, index))
        elif word.deprel == "obj":
            yield Fact("accusative", verb, name_group(tree, index))


def _is_reflexive(tree: Tree, index: int) -> bool:
    """Whether a pronoun of the first or second person refers back to its subject ("ich frage mich"); UD marks none."""
    subject = _REFLEXIVE.get(tree.words[index].form.lower())
    return any(tree.words[t].form.lower() == subject for t in tree.children(tree.words[index].head, *_SUBJECTS))


def _brackets(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        if word.deprel in {"aux", "aux:pass", "cop", "compound:prt"} and not is_finite(tree, index):
            finite = finite_above(tree, word.head)
        elif is_verbal(tree, index) and word.deprel != "amod":
            finite = finite_above(tree, index)
        else:
            continue
        if finite is not None and finite != index:
            yield Fact("bracket", index, frozenset({finite}))


def _passives(tree: Tree) -> Iterator[Fact]:
    for index in range(len(tree.words)):
        if is_clause_head(tree, index) and is_verbal(tree, index) and _is_passive(tree, index):
            yield Fact("passive", index, frozenset({"passive"}))


def _is_passive(tree: Tree, predicate: int) -> bool:
    """Whether a full verb has "werden" as its passive auxiliary, or shares it with the conjunct before it."""
    word = tree.words[predicate]
    auxiliaries = tree.children(predicate, "aux", "aux:pass", "cop")
    if any(tree.words[a].deprel == "aux:pass" and tree.words[a].lemma == "werden" for a in auxiliaries):
        return True
    shares = word.deprel == "conj" and not auxiliaries and not is_finite(tree, predicate)
    return shares and is_verbal(tree, word.head) and _is_passive(tree, word.head)


def _prepositional_phrases(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        markers = {tree.words[marker].form.lower() for marker in tree.children(index, "case")}
        copulas = tree.children(index, "cop")
        if copulas and markers - _COMPARISONS:
            yield Fact("prepositional phrase", copulas[0], name_group(tree, index))
        if word.deprel not in _OBLIQUES or word.head < 0 or not markers - _COMPARISONS:
            continue
        above = tree.children(word.head, "cop")
        if above or is_verbal(tree, word.head):
            anchor = above[0] if above else word.head
            kind = "von-agent" if word.deprel == "obl:agent" else "prepositional phrase"
            if tree.words[word.head].deprel != "amod":
                yield Fact(kind, anchor, name_group(tree, index))


def _predicatives(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        if word.upos not in _NOMINAL or tree.children(index, "case"):
            continue
        copulas = tree.children(index, "cop")
        if copulas:
            yield Fact("predicative", copulas[0], name_group(tree, index))
        elif word.deprel == "xcomp" and is_verbal(tree, word.head):
            yield Fact("predicative", word.head, name_group(tree, index))


def _later_conjuncts(tree: Tree) -> Iterator[Fact]:
    for index, word in enumerate(tree.words):
        finite = finite_of(tree, index)
        if word.deprel == "conj":
            yield Fact("later conjunct", index if finite is None else finite, frozenset({word.head}))
