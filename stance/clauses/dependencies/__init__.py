"""The dependency source: a parsed Doc becomes the same clause graph that the field analyser makes of a tagged one.

Labels are those of Universal Dependencies v2 or of TIGER, as spaCy's German models use them. The trees are brought into
one shape, clauses, phrases and roles are read off them, and the graph is put together as for every source. Sentences
without a verb are left to the field analyser. All offsets are token indices of the Doc.
"""

from __future__ import annotations

import attrs
from spacy.tokens import Doc

from stance.clauses.arguments import assign_roles
from stance.clauses.assembly import Assembler, Draft
from stance.clauses.chunker import Chunker
from stance.clauses.complexes import build_complex
from stance.clauses.dependencies.clauses import ClauseReader, Parsed
from stance.clauses.dependencies.labels import LabelSet, label_set
from stance.clauses.dependencies.normal import is_verbal, normal_tree
from stance.clauses.dependencies.phrases import PhraseReader
from stance.clauses.dependencies.roles import arguments
from stance.clauses.dependencies.tree import Tree
from stance.clauses.fields import Drafter
from stance.clauses.graph import ClauseGraph, ClauseKind, ClauseType, VerbComplex
from stance.clauses.grouping import Grouper
from stance.clauses.phrases import Phrase
from stance.clauses.proto import Proto
from stance.clauses.quotes import find_quotes
from stance.clauses.segments import Segmenter
from stance.clauses.verb_frames import VerbFrame
from stance.clauses.words import Words
from stance.tagging.dense import dense


def analyse(doc: Doc, labels: LabelSet | None = None, reporting: frozenset[str] = frozenset()) -> ClauseGraph:
    """Analyse a parsed Doc.

    Args:
        doc: a Doc with STTS tags (``token.tag_``), heads and dependency labels; sentence starts are those of the parse.
        labels: the label set of the parse; read off the Doc where it is not given.
        reporting: verbs that report besides those of ``data/government.yaml``.

    Returns:
        The clause graph; clauses in order of their first token.

    Raises:
        ValueError: the Doc has no tags or no parse.
        UnknownLabelsError: its labels are of no known set.
    """
    if len(doc) and not doc.has_annotation("TAG"):
        raise ValueError("clause analysis needs STTS tags: add a tagger to the pipeline before it")
    if len(doc) and not doc.has_annotation("DEP"):
        raise ValueError("the source 'dependencies' needs a parser before it; without one use the source 'fields'")
    doc = dense(doc)
    words = Words(doc, reporting)
    quotes = find_quotes(doc)
    known = labels or label_set({token.dep_ for token in doc})
    tree = normal_tree(words, known)
    fields = Drafter(words)
    segmenter = Segmenter(words, quotes)
    drafts: list[Draft] = []
    for sentence in doc.sents if len(doc) else ():
        bounds = (sentence.start, sentence.end)
        if any(is_verbal(words, t) for t in range(*bounds)):
            drafts.extend(_Drafter(tree, ClauseReader(tree, quotes, *bounds)).drafts(bounds))
        else:
            fields.add(segmenter.sentence(*bounds), bounds)
    return Assembler(words, quotes, [*drafts, *fields.drafts], governors_known=True).graph(doc)


class _Drafter:
    """Makes drafts of the clauses of one sentence."""

    def __init__(self, tree: Tree, reader: ClauseReader) -> None:
        self.tree = tree
        self.words = tree.words
        self.reader = reader
        self.phrases = PhraseReader(tree, lambda token: token in reader.tops)
        self._verbs: dict[int, VerbComplex | None] = {}

    def drafts(self, sentence: tuple[int, int]) -> list[Draft]:
        """The drafts of all clauses."""
        clauses = self.reader.clauses()
        found = [self._draft(parsed, sentence) for parsed in clauses]
        for draft in found:
            if draft.proto.antecedent is not None:
                draft.proto.antecedent = self.phrases.head(draft.proto.antecedent)
        return found

    def _draft(self, parsed: Parsed, sentence: tuple[int, int]) -> Draft:
        proto = parsed.proto
        verb = self._verb(parsed)
        if verb is None or proto.gapped:
            phrases = self._chunks(proto)
            roles = assign_roles(self.words, phrases, verb, infinitive=False, gapped=proto.gapped)
        else:
            pairs = self.phrases.phrases(parsed.top, frozenset(proto.tokens))
            elsewhere = proto.kind is ClauseKind.INFINITIVE or proto.shares is not None
            roles = arguments(self.tree, pairs, verb, subject_elsewhere=elsewhere)
            phrases = [phrase for phrase, _ in pairs]
        return Draft(proto, sentence, tuple(proto.tokens), verb, phrases, roles)

    def _chunks(self, proto: Proto) -> list[Phrase]:
        grouper = Grouper(self.words, proto.tokens, VerbFrame())
        return grouper.group(Chunker(self.words, proto.tokens).phrases())

    def _verb(self, parsed: Parsed) -> VerbComplex | None:
        """The verb complex, read from the verbs that the parse joins and the pronoun that shows their person."""
        proto = parsed.proto
        if proto.gapped and proto.shares is not None:
            partner = next(other for other in self.reader.tops.values() if other.proto is proto.shares)
            verb = self._verb(partner)
            return None if verb is None else attrs.evolve(verb, tokens=())
        if parsed.top not in self._verbs:
            pronouns = [t for t in proto.tokens if self.words.tags[t] == "PPER"]
            verbal = attrs.evolve(proto, tokens=sorted({*parsed.verbs, *pronouns}))
            reported = proto.type is ClauseType.V2
            self._verbs[parsed.top] = build_complex(self.words, verbal, reported=reported) if parsed.verbs else None
        return self._verbs[parsed.top]
