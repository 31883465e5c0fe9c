"""What a UD tree says about how clauses hang together: kinds, boundaries, governors, V2 complements, parentheses.

A tree comes in; facts go out. See the table in ``_tree_facts``.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks._conllu import Tree
from benchmarks._tree_verbs import (
    AUXILIARIES,
    Fact,
    below,
    clause_head,
    clause_tokens,
    finite_above,
    finite_of,
    is_clause_head,
    is_unmeasured,
    is_verbal,
    is_zu_infinitive,
    name_group,
    verbs_of,
)
from stance.clauses.quotes import is_mark
from stance.german import closed

_COMPLEMENTISERS = {"dass", "daß", "ob"}
_BEFORE_CONSECUTIVE = {"so", "ohne", "statt", "anstatt", "außer"}
_DEGREES = {"so", "derart", "dermaßen", "insofern"}
_GRADED = {"ADJ", "ADV"}
_CONTENTS = {"ccomp", "csubj", "csubj:pass"}


def clause_facts(tree: Tree) -> Iterator[Fact]:
    """All facts about clauses, gold side."""
    yield from _boundaries(tree)
    yield from _clause_kinds(tree)
    yield from _complement_clauses(tree)
    yield from _w_clauses(tree)
    yield from _adverbial_clauses(tree)
    yield from _infinitives(tree)
    yield from _relative_clauses(tree)
    yield from _contents(tree)
    yield from _insertions(tree)
    yield from _unmeasured(tree)


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
        if any(is_verbal(tree, verb) for verb in verbs) and not _is_phrasal(tree, current):
            return verbs
        current = tree.words[current].head
    return frozenset()


def _is_phrasal(tree: Tree, index: int) -> bool:
    """Whether a participle is no clause of its own: an attribute, or alone under a clause ("abgesehen davon, dass")."""
    if tree.words[index].deprel == "amod":
        return True
    participle = is_verbal(tree, index) and not is_clause_head(tree, index) and not tree.children(index, *AUXILIARIES)
    above = tree.words[index].deprel != "xcomp" and clause_head(tree, index) is not None
    return participle and above and tree.words[index].deprel != "conj"


def _shared_verbs(tree: Tree, governor: int, dependent: int) -> frozenset[int]:
    """The verbs of a governing clause and of its conjuncts before a dependent clause.

    UD hangs what modifies a whole coordination on the first conjunct ("Er kam und siegte, womit …").
    """
    verbs = _clause_verbs(tree, governor)
    return verbs.union(*(_clause_verbs(tree, t) for t in _conjuncts_before(tree, governor, dependent)))


def _conjuncts_before(tree: Tree, first: int, dependent: int) -> Iterator[int]:
    """The later conjuncts of a word that stand before a dependent of it."""
    for conjunct in tree.children(first, "conj"):
        if first < conjunct < dependent:
            yield conjunct
            yield from _conjuncts_before(tree, conjunct, dependent)


def _marked(tree: Tree, mark: int) -> int | None:
    """The predicate that a complementiser marks: its head, or the head of the clause that it opens from that word."""
    head = tree.words[mark].head
    if finite_of(tree, head) is not None:
        return head
    predicate = clause_head(tree, head)
    if predicate is None:
        return None
    first = min(t for t in (predicate, *below(tree, predicate)) if not is_unmeasured(tree, t))
    return predicate if first == mark else None


def _complement_clauses(tree: Tree) -> Iterator[Fact]:
    for mark, word in enumerate(tree.words):
        if word.deprel != "mark" or word.lemma.lower() not in _COMPLEMENTISERS or word.head < 0:
            continue
        predicate = _marked(tree, mark)
        if predicate is None or _is_consecutive(tree, predicate):
            continue
        finite, governor = finite_above(tree, predicate), _governor(tree, predicate)
        if finite is None or governor is None:
            continue
        yield Fact("dass/ob found", finite, frozenset({finite}))
        yield Fact("dass/ob attached", finite, _shared_verbs(tree, governor, predicate))
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
    return word.deprel == "acl:relcl" or any(tree.words[i].xpos in {"PRELS", "PRELAT"} for i in below(tree, predicate))


def _relative_clauses(tree: Tree) -> Iterator[Fact]:
    for predicate in range(len(tree.words)):
        if _is_relative(tree, predicate):
            finite = finite_of(tree, predicate)
            assert finite is not None
            yield Fact("relative found", finite, frozenset({finite}))
            yield Fact("relative attached", finite, _antecedents(tree, predicate))


def _antecedents(tree: Tree, predicate: int) -> frozenset[int]:
    """What a relative clause can be said of: a name group or the verbs of a clause, and their conjuncts before it."""
    first = tree.words[predicate].head
    heads = (first, *_conjuncts_before(tree, first, predicate))
    return frozenset[int]().union(*((verbs_of if is_verbal(tree, t) else name_group)(tree, t) for t in heads))


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
    if _is_consecutive(tree, predicate):
        return "adverbial"
    if word.deprel in {"ccomp", "csubj", "csubj:pass", "acl"} and marks & _COMPLEMENTISERS:
        return "complement"
    if word.deprel == "advcl" and marks & _COMPLEMENTISERS:
        return "complement"
    if word.deprel == "advcl" and marks - {"wie"}:
        return "adverbial"
    if word.deprel == "root":
        return "main"
    if word.deprel == "conj" and tree.words[word.head].deprel == "root" and not marks:
        return "main"
    return None


def _boundaries(tree: Tree) -> Iterator[Fact]:
    for head, tokens in clause_tokens(tree).items():
        anchor = head if is_verbal(tree, head) else finite_of(tree, head)
        assert anchor is not None
        yield Fact("clause boundaries", anchor, frozenset({" ".join(tree.words[t].form for t in tokens)}))
        own = verbs_of(tree, head)
        for token in tokens:
            yield Fact("tokens of clauses", token, own)


def _unmeasured(tree: Tree) -> Iterator[Fact]:
    for index in range(len(tree.words)):
        if is_unmeasured(tree, index):
            yield Fact("unmeasured token", index, frozenset({index}))


def _is_w_clause(tree: Tree, predicate: int) -> bool:
    """Whether a clause with a finite verb starts with a w-word and is verb-last, as far as the subject shows it."""
    finite = finite_of(tree, predicate)
    tokens = [t for t in sorted((predicate, *below(tree, predicate))) if not is_unmeasured(tree, t)]
    if finite is None or not any(closed.is_w_word(tree.words[t].form) for t in tokens[:2]):
        return False
    subject = next(iter(tree.children(predicate, "nsubj", "nsubj:pass", "expl")), finite - 1)
    return subject < finite


def _is_consecutive(tree: Tree, predicate: int) -> bool:
    """Whether a dass clause is consecutive: behind "so", "ohne", "statt", or a word of degree in the clause above."""
    marks = [m for m in tree.children(predicate, "mark") if tree.words[m].lemma.lower() in _COMPLEMENTISERS]
    governor = _governor(tree, predicate)
    if not marks or governor is None:
        return False
    if tree.words[max(marks[0] - 1, 0)].form.lower() in _BEFORE_CONSECUTIVE:
        return True
    if _is_predicative_so(tree, governor):
        return False
    near = {governor, *tree.children(governor)}
    graded = [t for t in near if tree.words[t].deprel == "advmod" or t == governor or tree.words[t].upos in _GRADED]
    degrees = {t for above in graded for t in (above, *tree.children(above, "advmod"))}
    return any(tree.words[t].form.lower() in _DEGREES and t < marks[0] for t in degrees)


def _is_predicative_so(tree: Tree, governor: int) -> bool:
    """„Es ist so, dass …": "so" is the predicate itself, and intensifies nothing."""
    copular = tree.words[governor].form.lower() == "so" and bool(tree.children(governor, "cop"))
    graded = [t for t in tree.children(governor) if tree.words[t].upos in _GRADED]
    alone = all(tree.words[t].form.lower() == "so" for t in graded)
    return copular or (tree.words[governor].lemma == "sein" and alone)


def _w_clauses(tree: Tree) -> Iterator[Fact]:
    for predicate, word in enumerate(tree.words):
        marks = {tree.words[mark].lemma.lower() for mark in tree.children(predicate, "mark")}
        if word.deprel in _CONTENTS and not marks & _COMPLEMENTISERS and _is_w_clause(tree, predicate):
            yield from _attached(tree, "w-clause", predicate)


def _adverbial_clauses(tree: Tree) -> Iterator[Fact]:
    for predicate, word in enumerate(tree.words):
        adverbial = word.deprel == "advcl" and _is_opened(tree, predicate) and not _is_complement(tree, predicate)
        if adverbial or _is_consecutive(tree, predicate):
            yield from _attached(tree, "adverbial", predicate)


def _is_complement(tree: Tree, predicate: int) -> bool:
    """Whether a clause with "dass" or "ob" is none of degree: UD has "dafür, dass" as ``advcl`` of its correlate."""
    marks = {tree.words[mark].lemma.lower() for mark in tree.children(predicate, "mark")}
    return bool(marks & _COMPLEMENTISERS) and not _is_consecutive(tree, predicate)


def _is_opened(tree: Tree, predicate: int) -> bool:
    """Whether a clause has a subordinator, its verb or a w-word in front ("was mich betrifft")."""
    marked = tree.children(predicate, "mark")
    return bool(marked) or _is_verb_first(tree, predicate) or _is_w_clause(tree, predicate)


def _is_verb_first(tree: Tree, predicate: int) -> bool:
    tokens = [t for t in sorted((predicate, *below(tree, predicate))) if not is_unmeasured(tree, t)]
    return tokens[:1] == [finite_of(tree, predicate)]


def _attached(tree: Tree, kind: str, predicate: int) -> Iterator[Fact]:
    finite, governor = finite_of(tree, predicate), _governor(tree, predicate)
    if finite is not None and governor is not None:
        yield Fact(f"{kind} found", finite, frozenset({finite}))
        yield Fact(f"{kind} attached", finite, _shared_verbs(tree, governor, predicate))


def _contents(tree: Tree) -> Iterator[Fact]:
    """Contents without introducer: behind their governor V2 complements, else hosts of a parenthesis."""
    for predicate, word in enumerate(tree.words):
        finite = finite_of(tree, predicate)
        if finite is None or tree.children(predicate, "mark") or word.head < 0:
            continue
        bare = word.deprel in _CONTENTS or (word.deprel == "acl" and not _is_relative(tree, predicate))
        if bare and not _is_w_clause(tree, predicate) and not _opens_with_subordinator(tree, predicate):
            yield from _content(tree, predicate, finite)
        elif word.deprel == "parataxis":
            yield Fact("unmeasured content", finite, frozenset({word.head}))


def _opens_with_subordinator(tree: Tree, predicate: int) -> bool:
    """Whether a clause starts with "dass" or "ob", wherever the tree attaches it."""
    tokens = [t for t in sorted((predicate, *below(tree, predicate))) if not is_unmeasured(tree, t)]
    before = tokens[0] - 1
    return bool(_COMPLEMENTISERS & {tree.words[t].form.lower() for t in (before, *tokens[:2]) if t >= 0})


def _content(tree: Tree, predicate: int, finite: int) -> Iterator[Fact]:
    governor = clause_head(tree, tree.words[predicate].head)
    report = None if governor is None else finite_of(tree, governor)
    if governor is None or report is None or _parted_by_quotation(tree, finite, report):
        yield Fact("unmeasured content", finite, frozenset({finite}))
        if report is not None:
            yield Fact("unmeasured content", report, frozenset({report}))
    elif min(predicate, *below(tree, predicate), finite) > report:
        yield Fact("V2 complement", finite, verbs_of(tree, governor))
    else:
        yield Fact("parenthesis", report, _with_conjuncts(tree, predicate))


def _with_conjuncts(tree: Tree, predicate: int) -> frozenset[int]:
    """The verbs of a predicate and of all its conjuncts."""
    found = verbs_of(tree, predicate)
    for child in tree.children(predicate, "conj", "parataxis"):
        found |= _with_conjuncts(tree, child)
    return found


def _parted_by_quotation(tree: Tree, first: int, second: int) -> bool:
    """Whether exactly one of two tokens stands in quotation marks (direct speech is measured on quotation corpora)."""
    marks = [index for index, word in enumerate(tree.words) if is_mark(word.form)]
    return (sum(mark < first for mark in marks) - sum(mark < second for mark in marks)) % 2 == 1


def _insertions(tree: Tree) -> Iterator[Fact]:
    """Clauses joined by ``parataxis`` that stand inside their host, in brackets, or verb-first behind it."""
    for predicate, word in enumerate(tree.words):
        finite = finite_of(tree, predicate)
        if word.deprel != "parataxis" or finite is None:
            continue
        host = clause_head(tree, word.head)
        extent = sorted((predicate, *below(tree, predicate)))
        tokens = [t for t in extent if not is_unmeasured(tree, t)]
        if host is None or _parted_by_quotation(tree, finite, word.head):
            continue
        own = clause_tokens(tree).get(host, [])
        inside = any(t < tokens[0] for t in own) and any(t > tokens[-1] for t in own)
        bracketed = any(tree.words[t].form in {"(", "["} for t in (extent[0], max(tokens[0] - 1, 0)))
        behind = tokens[0] == finite and any(t < finite for t in own)
        if inside or bracketed or behind:
            yield Fact("parenthesis", finite, _with_conjuncts(tree, host) - verbs_of(tree, predicate))
