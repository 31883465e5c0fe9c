"""Parsed Docs from gold trees: what the dependency source reads where a parser makes no mistakes.

A tagged Doc and its tree come in; a Doc with the same tokens, tags and lemmas goes out, with heads, relations,
morphology and word classes of the tree.
"""

from __future__ import annotations

from spacy.tokens import Doc

from benchmarks._conllu import Tree


def parsed_doc(doc: Doc, tree: Tree) -> Doc:
    """A Doc with the parse of a tree.

    Args:
        doc: a tagged Doc with the words of the tree.
        tree: the tree of its only sentence.
    """
    heads = _heads(tree)
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        pos=[word.upos for word in tree.words],
        morphs=["|".join(sorted(word.features)) for word in tree.words],
        heads=heads,
        deps=["root" if head == index else tree.words[index].deprel for index, head in enumerate(heads)],
    )


def _heads(tree: Tree) -> list[int]:
    """The head of each word; a root is its own. Joining words at hyphens can close a circle, which the root opens."""
    heads = [word.head if word.head >= 0 else index for index, word in enumerate(tree.words)]
    root = next(index for index, head in enumerate(heads) if head == index)
    for index in range(len(heads)):
        seen, current = set[int](), index
        while current not in seen and heads[current] != current:
            seen.add(current)
            current = heads[current]
        if heads[current] != current:
            heads[current] = root
    return heads
