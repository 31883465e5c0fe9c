"""Turning parses into the common shape: what each label set does in its own way is undone here.

TIGER puts auxiliaries, modals and prepositions above what they govern and the conjunction between the conjuncts; UD
puts the predicative above its copula. A :class:`Tree` comes in as the parser left it and is rearranged in place; on the
way the parse corrects the tags (a separated particle, a finite auxiliary). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from stance.clauses.complexes import readings
from stance.clauses.dependencies.labels import TIGER, LabelSet, Relation
from stance.clauses.dependencies.tree import Tree
from stance.clauses.words import (
    DETERMINER,
    FINITE,
    INFINITIVE,
    INTERROGATIVE,
    NOMINAL,
    NONFINITE,
    PARTICIPLE,
    PREPOSITION,
    PRONOMINAL,
    RELATIVE,
    VERBAL,
    Words,
)
from stance.german import closed, government, verbs

_COMPARING: Final = frozenset({"als", "wie"})
_TAKES_PARTICIPLE: Final = frozenset({"sein", "haben", "werden", "bekommen", "kriegen", "erhalten"})
_POSITION: Final = frozenset({"APPO", "KOKOM"})
_LEXICAL: Final = frozenset({"NN", "NE", "FM", "XY", "CARD", "TRUNC"})
_ATTRIBUTIVE: Final = frozenset({"amod", "nk"})
_CLAUSAL: Final = frozenset(
    {
        Relation.COMPLEMENT,
        Relation.OPEN,
        Relation.ADVERBIAL_CLAUSE,
        Relation.ATTRIBUTIVE_CLAUSE,
        Relation.RELATIVE,
        Relation.PARATAXIS,
    }
)
_TO_COPULA: Final = _CLAUSAL | {
    Relation.SUBJECT,
    Relation.AUXILIARY,
    Relation.COPULA,
    Relation.MARK,
    Relation.ADVERB,
    Relation.EXPLETIVE,
    Relation.DATIVE,
    Relation.OBJECT,
    Relation.OBLIQUE,
    Relation.AGENT,
    Relation.PARTICLE,
    Relation.OUTSIDE,
    Relation.PUNCTUATION,
    Relation.OTHER,
}


def normal_tree(words: Words, labels: LabelSet) -> Tree:
    """The trees of a parsed Doc in the common shape.

    Args:
        words: the tagged Doc; its tags are corrected where the parse knows better.
        labels: the label set of the parse.
    """
    _correct_tags(words)
    tree = Tree(words, labels)
    if labels is TIGER:
        _conjunctions(tree)
        _prepositions(tree)
        _sort_out(tree)
    else:
        _flatten_auxiliaries(tree)
        _comparisons(tree)
        _copulas(tree)
        _mark_zu(tree)
    for token in range(len(tree)):
        if tree.relations[token] is Relation.PARTICLE and words.tags[token] not in VERBAL:
            words.tags[token] = "PTKVZ"
    _complexes(tree)
    _so_phrases(tree)
    return tree


def is_verbal(words: Words, token: int) -> bool:
    """Whether a token is a verb form."""
    return words.tags[token] in FINITE | NONFINITE


def _lemmas(words: Words, token: int) -> set[str]:
    return {reading.lemma for reading in readings(words.texts[token], words.tags[token])} or {words.doc[token].lemma_}


# -- tags -------------------------------------------------------------------------------------------------------------


def _correct_tags(words: Words) -> None:
    """Verb forms by the parser's own morphology, where there is one and the form allows it."""
    for token in words.doc:
        if token.pos_ not in {"VERB", "AUX"} or not token.has_morph():
            continue
        form = token.morph.get("VerbForm", []) or (["Fin"] if token.morph.get("Mood", []) else [])
        tag = words.tags[token.i]
        group = tag[:2] if tag[:2] in {"VA", "VM"} or (token.pos_ == "VERB" and tag[:2] == "VV") else _verb_group(token)
        if form == ["Fin"] and (tag not in FINITE or tag[:2] != group):
            words.tags[token.i] = group + "FIN"
        elif form == ["Inf"] and tag not in INFINITIVE | {"VVIZU"}:
            apart = token.lower_ == token.lemma_.lower() or "zu" not in token.lower_
            words.tags[token.i] = group + "INF" if apart else "VVIZU"
        elif form == ["Part"] and tag not in PARTICIPLE | {"VVIZU"} and token.dep_ not in _ATTRIBUTIVE:
            words.tags[token.i] = group + "PP"


def _verb_group(token: Token) -> str:
    """The part of a verb's tag that tells full verbs (VV), auxiliaries (VA) and modals (VM) apart."""
    lemmas = {reading.lemma for reading in verbs.analyse(token.text)} | {token.lemma_}
    if any(verbs.is_modal(lemma) for lemma in lemmas):
        return "VM"
    auxiliary = token.pos_ == "AUX" or any(verbs.is_auxiliary(lemma) for lemma in lemmas)
    return "VA" if auxiliary else "VV"


# -- TIGER ------------------------------------------------------------------------------------------------------------


def _conjunctions(tree: Tree) -> None:
    """A –cd→ und –cj→ B becomes A –conjunct→ B –coordinator→ und; chains of conjuncts become flat."""
    for token in range(len(tree)):
        if tree.relations[token] is not Relation.COORDINATOR or tree.heads[token] < 0:
            continue
        head = tree.heads[token]
        for child in tree.children(token):
            tree.hang(child, head, tree.relations[child])
        following = next((c for c in tree.children(head, Relation.CONJUNCT) if c > token), None)
        if following is not None:
            tree.hang(token, following, Relation.COORDINATOR)
    for token in range(len(tree)):
        head = tree.heads[token]
        while head >= 0 and tree.relations[token] is Relation.CONJUNCT is tree.relations[head]:
            head = tree.heads[head]
        if head >= 0 and head != tree.heads[token]:
            tree.hang(token, head, Relation.CONJUNCT)


def _prepositions(tree: Tree) -> None:
    """in –nk→ Berlin becomes Berlin –case→ in."""
    tags = tree.words.tags
    for token in range(len(tree)):
        if tags[token] not in PREPOSITION | _POSITION or tree.relations[token] is Relation.CASE:
            continue
        content = _content(tree, token)
        if content is not None:
            tree.raise_over(content, token, Relation.CASE)


def _content(tree: Tree, preposition: int) -> int | None:
    """What a preposition governs."""
    tags = tree.words.tags
    kernels = tree.children(preposition, Relation.KERNEL)
    order = (NOMINAL | PRONOMINAL, _LEXICAL | DETERMINER | {"ADJA"}, frozenset(tags))
    return next((k for group in order for k in kernels if tags[k] in group), None)


def _sort_out(tree: Tree) -> None:
    """Labels that TIGER gives to several relations are parted by the tag of the word and of its head."""
    tags = tree.words.tags
    for token in range(len(tree)):
        head, relation = tree.heads[token], tree.relations[token]
        if head < 0:
            continue
        if relation is Relation.KERNEL:
            tree.relations[token] = _kernel(tree, token)
        elif relation is Relation.MODIFIER:
            tree.relations[token] = _modifier(tree, token)
        elif relation is Relation.OPEN and tags[token] not in FINITE | NONFINITE:
            tree.relations[token] = Relation.PREDICATIVE
        elif relation is Relation.CASE and tags[token] in FINITE | NONFINITE | NOMINAL:
            tree.relations[token] = Relation.MODIFIER


def _kernel(tree: Tree, token: int) -> Relation:
    tag = tree.words.tags[token]
    if tag in DETERMINER | PRONOMINAL:
        return Relation.DETERMINER
    if tag in {"ADJA", "CARD"} | PARTICIPLE or (tag == "ADJD" and token < tree.heads[token]):
        return Relation.ATTRIBUTE
    if tag in NOMINAL | _LEXICAL:
        return Relation.NAME
    return Relation.ADVERB


def _modifier(tree: Tree, token: int) -> Relation:
    words, head = tree.words, tree.heads[token]
    if is_verbal(words, token):
        return Relation.ADVERBIAL_CLAUSE
    nominal = words.tags[token] in NOMINAL | PRONOMINAL or tree.child(token, Relation.CASE) is not None
    if nominal or words.tags[token] in {"PROAV", "PAV"}:
        return Relation.NOMINAL_MODIFIER if words.tags[head] in NOMINAL else Relation.OBLIQUE
    return Relation.ADVERB


# -- UD ---------------------------------------------------------------------------------------------------------------


def _flatten_auxiliaries(tree: Tree) -> None:
    """An auxiliary below an auxiliary hangs on the verb itself."""
    for token in range(len(tree)):
        head = tree.heads[token]
        if tree.relations[token] in {Relation.AUXILIARY, Relation.COPULA}:
            while head >= 0 and tree.relations[head] is Relation.AUXILIARY and tree.heads[head] >= 0:
                head = tree.heads[head]
            if head != tree.heads[token]:
                tree.hang(token, head, tree.relations[token])


def _comparisons(tree: Tree) -> None:
    """An "als" or "wie" that is annotated as a conjunction: what it opens is a phrase of the clause, no conjunct."""
    lower = tree.words.lower
    for token in range(len(tree)):
        head = tree.heads[token]
        opens = tree.relations[token] is Relation.COORDINATOR and is_comparing(tree.words, token) and token < head
        if not opens or lower[token + 1] == "auch" or is_verbal(tree.words, head):
            continue
        tree.relations[token] = Relation.CASE
        if tree.relations[head] is Relation.CONJUNCT and lower[token] == "als":
            verb = next((t for t in tree.ancestors(head) if is_verbal(tree.words, t)), tree.heads[head])
            tree.hang(head, verb, Relation.OBLIQUE)
        elif tree.relations[head] is Relation.CONJUNCT:
            tree.relations[head] = Relation.OTHER


def _copulas(tree: Tree) -> None:
    """neu –cop→ ist becomes ist –predicative→ neu; what belongs to the clause moves to the copula."""
    for token in range(len(tree)):
        head = tree.heads[token]
        if tree.relations[token] is not Relation.COPULA or head < 0:
            continue
        if is_verbal(tree.words, head) and not _comma_between(tree, token, head):
            tree.relations[token] = Relation.AUXILIARY
        else:
            _raise_copula(tree, token, head)


def _comma_between(tree: Tree, left: int, right: int) -> bool:
    return any(tree.words.texts[t] == "," for t in range(min(left, right) + 1, max(left, right)))


def _raise_copula(tree: Tree, copula: int, predicative: int) -> None:
    clausal = is_verbal(tree.words, predicative)
    moving = [child for child in tree.children(predicative) if child != copula and _moves(tree, child, copula, clausal)]
    head, relation = tree.heads[predicative], tree.relations[predicative]
    tree.hang(copula, head, relation)
    tree.hang(predicative, copula, Relation.COMPLEMENT if clausal else Relation.PREDICATIVE)
    for child in moving:
        tree.hang(child, copula, tree.relations[child])


def _moves(tree: Tree, child: int, copula: int, clausal: bool) -> bool:
    """Whether a dependent of the predicative is one of the clause."""
    relation, predicative = tree.relations[child], tree.heads[child]
    if clausal:
        return child < copula
    if relation is Relation.CONJUNCT:
        return is_verbal(tree.words, child) or tree.child(child, Relation.COPULA, Relation.SUBJECT) is not None
    nominal = tree.words.tags[predicative] in NOMINAL
    if relation in {Relation.RELATIVE, Relation.ATTRIBUTIVE_CLAUSE}:
        return not nominal
    if relation is Relation.COORDINATOR:
        return child < min(copula, predicative)
    if relation is Relation.ADVERB and nominal:
        return child < copula or tree.words.tags[child] == "PTKNEG" or not _inside(tree, child, predicative)
    return relation in _TO_COPULA


def _inside(tree: Tree, child: int, noun: int) -> bool:
    """Whether a word stands between the first word of a noun phrase and its noun."""
    first = min(tree.children(noun, Relation.DETERMINER, Relation.CASE, Relation.ATTRIBUTE), default=noun)
    return first < child < noun


def _mark_zu(tree: Tree) -> None:
    for token in range(len(tree)):
        if tree.relations[token] is Relation.MARK and tree.words.lower[token] == "zu":
            tree.relations[token] = Relation.ZU
            tree.words.tags[token] = "PTKZU"


# -- verb complexes ---------------------------------------------------------------------------------------------------


def is_zu(tree: Tree, verb: int) -> bool:
    """Whether a verb is an infinitive with "zu"."""
    return tree.words.tags[verb] == "VVIZU" or tree.child(verb, Relation.ZU) is not None


def _complexes(tree: Tree) -> None:
    """wird –open→ fordern becomes fordern –auxiliary→ wird, from the innermost verb outwards."""
    depth = {token: sum(1 for _ in tree.ancestors(token)) for token in range(len(tree))}
    outermost = {token: token for token in depth}
    for inner in sorted(depth, key=lambda token: -depth[token]):
        outer = tree.heads[inner]
        while (
            outer >= 0 and tree.relations[inner] is Relation.OPEN and _one_complex(tree, outer, inner, outermost[inner])
        ):
            tree.raise_over(inner, outer, Relation.AUXILIARY)
            outermost[inner], outer = outer, tree.heads[inner]


def _one_complex(tree: Tree, outer: int, inner: int, status: int) -> bool:
    """Whether a verb builds one complex with the verbs below it, of which ``status`` shows the governed form."""
    words = tree.words
    if not is_verbal(words, outer) or words.tags[status] not in NONFINITE or _comma_inside(tree, outer, inner):
        return False
    if is_zu(tree, inner):
        predicate = tree.child(outer, Relation.PREDICATIVE) is not None
        return bool(_lemmas(words, outer) & government.verbs("coherent")) and not predicate and not is_zu(tree, outer)
    if words.tags[status] in INFINITIVE:
        return True
    return bool(_lemmas(words, outer) & _TAKES_PARTICIPLE)


def _comma_inside(tree: Tree, outer: int, inner: int) -> bool:
    """Whether a comma opens an infinitive group with "zu" behind its governor."""
    if inner < outer or not is_zu(tree, inner):
        return False
    first = min(t for t in tree.subtree(inner) if t > outer)
    return "," in tree.words.texts[first - 1 : first + 1]


# -- attributions without a verb --------------------------------------------------------------------------------------


def _so_phrases(tree: Tree) -> None:
    """„…, so Merz": what follows "so" up to the next comma is one group, whatever the parser made of it."""
    words = tree.words
    for token in range(1, len(tree) - 1):
        if words.lower[token] != "so" or not words.is_separator(token - 1):
            continue
        group = so_phrase(words, token)
        if not group:
            continue
        tops = [t for t in group if tree.heads[t] not in group]
        top = next((t for t in tops if words.tags[t] in NOMINAL | PRONOMINAL), None)
        if top is None:
            continue
        _leave_root(tree, top, group)
        for other in tops:
            if other != top:
                tree.hang(other, top, Relation.ADVERB if other == token else Relation.OTHER)
        tree.relations[top] = Relation.PARATAXIS


def so_phrase(words: Words, so: int) -> list[int]:
    """The tokens of „so Merz", „so die Ministerin am Montag"; empty where "so" opens something else."""
    end = so + 1
    while end < len(words) and not words.is_separator(end) and not words.is_silent(end):
        if is_verbal(words, end) or words.tags[end] in RELATIVE | INTERROGATIVE | {"KOUS"}:
            return []
        end += 1
    opens = so + 1 < end and words.tags[so + 1] in NOMINAL | DETERMINER | {"PPER", "ADJA", "PIS", "PDS"}
    return list(range(so, end)) if opens else []


def _leave_root(tree: Tree, top: int, group: list[int]) -> None:
    """Dependents outside the group go back to the clause around it."""
    outside = [child for child in tree.children(top) if child not in group]
    head = tree.heads[top]
    if head < 0:
        verb = next((child for child in outside if is_verbal(tree.words, child)), None)
        if verb is None:
            return
        tree.hang(verb, -1, Relation.ROOT)
        tree.hang(top, verb, Relation.PARATAXIS)
        head = verb
        outside.remove(verb)
    for child in outside:
        tree.hang(child, head, tree.relations[child])


def governs_clause(words: Words, token: int) -> bool:
    """Whether a form opens a subordinate clause."""
    return bool(closed.subordinator(words.texts[token])) or closed.opens_infinitive(words.texts[token])


def is_comparing(words: Words, token: int) -> bool:
    """Whether a token is "als" or "wie" before what is compared."""
    return words.lower[token] in _COMPARING
