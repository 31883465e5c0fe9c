"""The field analyser: a tagged Doc becomes a clause graph by the topology of the German clause, without a parser.

Prefield, left bracket, middle field, right bracket, postfield (Höhle 1986), clauses nested by subordinators, relative
pronouns and infinitives. Segmentation finds the clauses, complexes their verbs, phrases and arguments what stands
between; assembly puts the graph together. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from spacy.tokens import Doc

from stance.clauses.arguments import assign_roles
from stance.clauses.assembly import Assembler, Draft
from stance.clauses.chunker import Chunker
from stance.clauses.complexes import build_complex
from stance.clauses.graph import Argument, ClauseGraph, ClauseKind, ClauseType, Order, Role, VerbComplex
from stance.clauses.grouping import Grouper
from stance.clauses.phrases import Phrase
from stance.clauses.proto import Proto
from stance.clauses.quotes import find_quotes, is_mark
from stance.clauses.segments import Segmenter
from stance.clauses.verb_frames import verb_frame
from stance.clauses.words import Words
from stance.german import government, meaning
from stance.tagging.dense import dense


def analyse(doc: Doc, reporting: frozenset[str] = frozenset()) -> ClauseGraph:
    """Analyse a tagged Doc.

    Args:
        doc: a Doc with STTS tags (``token.tag_``) and sentence starts.
        reporting: verbs that report besides those of ``data/government.yaml``: they stand in parentheses and take
            verb-second complements.

    Returns:
        The clause graph; clauses in order of their first token.

    Raises:
        ValueError: the Doc has no tags or no sentence starts.
    """
    if len(doc) and not doc.has_annotation("TAG"):
        raise ValueError("clause analysis needs STTS tags: add a tagger to the pipeline before it")
    if len(doc) and not doc.has_annotation("SENT_START"):
        raise ValueError("clause analysis needs sentence starts: add a sentence splitter to the pipeline before it")
    doc = dense(doc)
    words = Words(doc, reporting)
    quotes = find_quotes(doc)
    segmenter = Segmenter(words, quotes)
    drafter = Drafter(words)
    for sentence in doc.sents if len(doc) else ():
        drafter.add(segmenter.sentence(sentence.start, sentence.end), (sentence.start, sentence.end))
    return Assembler(words, quotes, drafter.drafts).graph(doc)


class Drafter:
    """Makes drafts of proto-clauses: their verbs, phrases and arguments.

    Args:
        words: the tagged Doc.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.drafts: list[Draft] = []
        self.by_proto: dict[int, Draft] = {}

    def add(self, protos: Sequence[Proto], sentence: tuple[int, int]) -> None:
        """Make drafts of the proto-clauses of one sentence, given its bounds."""
        clausal = {id(proto.parent) for proto in protos if self._is_free_subject(proto)}
        for proto in protos:
            draft = self._draft(proto, sentence, clausal_subject=id(proto) in clausal)
            self.drafts.append(draft)
            self.by_proto[id(proto)] = draft

    def _is_free_subject(self, proto: Proto) -> bool:
        """„Wer schweigt, stimmt zu": a free relative clause in the prefield, whose pronoun is the nominative."""
        if proto.type is not ClauseType.W or proto.introducer is None or proto.parent is None:
            return False
        finite = proto.parent.finite
        if self._quoted_apart(proto):
            return False
        fronted = finite is not None and proto.first() < finite == min(proto.parent.tokens, default=finite)
        return fronted and self.words.lower[proto.introducer] == "wer"

    def _quoted_apart(self, proto: Proto) -> bool:
        """„‚Wer heute bestellt‘, sagt er, ‚der …‘": whether a clause stands in marks of its own."""
        before = proto.first() - 1
        return before >= 0 and is_mark(self.words.texts[before])

    def _draft(self, proto: Proto, sentence: tuple[int, int], *, clausal_subject: bool) -> Draft:
        words = self.words
        proto.tokens = sorted({t for t in proto.tokens if not words.is_silent(t)})
        verb = self._gapped_verb(proto) or build_complex(words, proto, reported=proto.type is ClauseType.V2)
        grouper = Grouper(words, proto.tokens, verb_frame(words, proto, verb))
        taken = frozenset(verb.tokens) if verb is not None else frozenset()
        phrases = grouper.group(Chunker(words, proto.tokens, taken).phrases())
        infinitive = proto.kind is ClauseKind.INFINITIVE
        borrowed = proto.shares is not None and proto.finite is not None and proto.finite not in proto.tokens
        arguments = assign_roles(
            words,
            phrases,
            verb,
            infinitive=infinitive,
            borrowed=borrowed,
            elliptic=clausal_subject or self._elliptic(proto, phrases),
            gapped=proto.gapped,
            antecedent=proto.antecedent,
        )
        arguments = [*self._named_before(proto, verb, arguments), *arguments]
        return Draft(proto, sentence, tuple(proto.tokens), verb, phrases, arguments)

    def _named_before(self, proto: Proto, verb: VerbComplex | None, own: Sequence[Argument]) -> list[Argument]:
        """„Die SPD nennt den Plan teuer, die Union billig": what the clause before and a gapped one both judge."""
        partner = self.by_proto.get(id(proto.shares)) if proto.gapped else None
        if partner is None or verb is None or verb.lemma not in government.verbs("naming"):
            return []
        given = any(argument.role is Role.ACCUSATIVE for argument in own)
        return [] if given else [a for a in partner.arguments if a.role is Role.ACCUSATIVE]

    def _gapped_verb(self, proto: Proto) -> VerbComplex | None:
        """The verb that a gapped clause takes over, without tokens of its own."""
        partner = self.by_proto.get(id(proto.shares)) if proto.gapped and proto.shares is not None else None
        return attrs.evolve(partner.verb, tokens=()) if partner is not None and partner.verb is not None else None

    def _elliptic(self, proto: Proto, phrases: Sequence[Phrase]) -> bool:
        """„… und forderte Geduld", „… und ein Mitspracherecht fordert": the subject stands in the clause before."""
        if proto.shares is None or proto.finite is None:
            return False
        if proto.order is Order.VL:
            if proto.introducer is not None:
                return False
            first = next((p for p in phrases if p.kind == "np"), None)
            return first is not None and not meaning.can_act(self.words.texts[first.head])
        return all(self.words.tags[t] == "KON" for t in proto.tokens if t < proto.finite)
