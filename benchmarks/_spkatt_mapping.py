"""Maps commitments to annotations of speech, thought and writing as SpkAtt-2023 marks them.

Commitments and the clause graph of a Doc come in, annotations over its tokens go out. Each decision looks at the
commitment, the kind of its rule's cue, and the clause structure around it, never at a particular sentence.

Which commitments are annotated
===============================

All that have a cue, except what SpkAtt does not count as speech, thought or writing: modal cues ("will zahlen"), plans
and refusals ascribed without words of their own (types in :data:`_PLANS`, form ``ascribed``), acts of helping and
permitting (:data:`_MATERIAL`), and formulas of thanks ("Vielen Dank", a noun without holder). Coordinated actors are one
annotation. A rule whose name begins with ``topic_`` binds what a speech is about in the place of its content.

Where the parts lie
===================

======== ======================================================================================================
Cue      the cue without detached particle, reflexive and articles; with the copula of an adjective
PTC      the detached particle, and the reflexive of a reflexive verb
Source   the actor with its preposition ("von", "durch") and its relative clauses, if it is not Medium; where the
         cue stands in a relative clause on the actor, the relative pronoun
Message  the content, with "dass", with its preposition and with the correlate that stands for it in the cue's
         clause ("davon", "es", "das"), without final punctuation; the judgement of an evaluation, with "als", "für"
Topic    the content of a ``topic_`` rule; the content of an evaluation that has a judgement, or that is a phrase with
         one of :data:`_TOPICAL` cues; a content after "über"
Addr     the addressee with its preposition
Medium   the actor, where it is headed by a word for a written document ("Antrag"); a phrase with "in", "aus" or "laut"
         headed by one, in the clause of the cue
Evidence the subject of showing and proving (:data:`_SHOWING`) that is no person
======== ======================================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from benchmarks._spkatt_format import Annotation
from stance.clauses.graph import Argument, Clause, ClauseGraph, ClauseKind, Role
from stance.model import Actor, ActorKind, Commitment, CommitmentType, Form, Mention
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind

_MATERIAL = frozenset(
    {
        "abzielen",
        "auf den Weg bringen",
        "bürgen",
        "einsetzen",
        "engagieren",
        "fördern",
        "garantieren",
        "genehmigen",
        "gestatten",
        "gewähren",
        "unterstützen",
        "verabschieden",
        "wollen",
        "zulassen",
    }
)
_PLANS = frozenset({CommitmentType.INTENTION, CommitmentType.PROMISE, CommitmentType.REFUSAL})
_TOPICAL = frozenset({"kritisieren", "diskreditieren", "diffamieren", "bemängeln", "verurteilen", "attackieren"})
_SHOWING = frozenset({"zeigen", "beweisen", "belegen", "bestätigen"})
_THINGS = frozenset({"NN", "PDS", "PRELS"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})
_CORRELATES = frozenset({"es", "das", "dies", "davon", "darauf", "darüber", "daran", "damit", "dafür", "dazu", "darum", "davor", "dagegen"})
_DOCUMENTS = ("antrag", "gesetz", "gesetzentwurf", "entwurf", "bericht", "vertrag", "brief", "vorlage", "urteil", "begründung", "artikel",
    "programm", "grundgesetz", "richtlinie", "verordnung", "drucksache", "zeitung", "protokoll", "antwort", "stellungnahme", "gutachten")
_OVER = frozenset({"über", "darüber"})
_ABOUT = _OVER | {"von", "davon", "vom", "zu", "zum", "zur", "dazu"}
_IN = frozenset({"in", "aus", "laut"})
_ADPOSITIONS = frozenset({"APPR", "APPRART"})
_OUTER = frozenset('.,;:!?…-–')
_JUDGING = frozenset({"als", "wie"})
_JOINTS = frozenset({"und", "oder", "sowie", ",", "/"})


def annotations(graph: ClauseGraph, commitments: Sequence[Commitment], rules: RuleSet) -> list[Annotation]:
    """Map the commitments of a Doc to annotations.

    Args:
        graph: the clause graph of the Doc.
        commitments: what was extracted from it.
        rules: the rules that found them.

    Returns:
        Annotations in order of their cues, one for each cue.
    """
    page = _Page(graph, {rule.id: rule.cue.kind for rule in rules.rules})
    merged: dict[tuple[int, ...], Annotation] = {}
    for commitment in commitments:
        found = _annotation(page, commitment)
        if found is not None:
            cue = found.part("Cue")
            merged[cue] = _joined(page, merged[cue], found) if cue in merged else found
    return [merged[cue] for cue in sorted(merged)]


@attrs.frozen
class _Page:
    """A clause graph with the kinds of the rules' cues."""

    graph: ClauseGraph
    kinds: dict[str, CueKind]

    def tag(self, token: int) -> str:
        """STTS tag of a token."""
        return self.graph.doc[token].tag_

    def word(self, token: int) -> str:
        """A token in lower case."""
        return self.graph.doc[token].lower_

    def tokens(self, mention: Mention | None) -> tuple[int, ...]:
        """The tokens that a mention covers."""
        found: list[int] = []
        for start, end in () if mention is None else mention.spans:
            span = self.graph.doc.char_span(start, end, alignment_mode="expand")
            found += () if span is None else range(span.start, span.end)
        return tuple(found)

    def trimmed(self, tokens: Iterable[int]) -> tuple[int, ...]:
        """Without punctuation at the ends."""
        kept = sorted(set(tokens))
        while kept and self.word(kept[-1]) in _OUTER:
            kept.pop()
        while kept and self.word(kept[0]) in _OUTER:
            kept.pop(0)
        return tuple(kept)


def _annotation(page: _Page, commitment: Commitment) -> Annotation | None:
    kind = page.kinds.get(commitment.rule)
    if commitment.cue is None or kind is None or not _is_marked(commitment, kind):
        return None
    cue = page.tokens(commitment.cue)
    clause = next((clause for token in cue if (clause := page.graph.clause_at(token))), None)
    particles = _particles(page, commitment, cue, clause)
    words = [token for token in cue if token not in particles and page.tag(token) != "ART"]
    if kind is CueKind.ADJECTIVE and clause is not None and clause.verb is not None:
        words += [clause.verb.main]
    parts: dict[str, list[int]] = {"Cue": words, "PTC": list(particles)}
    for name, tokens in _roles(page, commitment, clause):
        parts.setdefault(name, []).extend(tokens)
    return Annotation.of(commitment.rule, **parts)


def _is_marked(commitment: Commitment, kind: CueKind) -> bool:
    """Whether SpkAtt marks acts of this kind."""
    plans = commitment.type in _PLANS and commitment.form is Form.ASCRIBED
    formula = commitment.type is CommitmentType.EXPRESSIVE and kind is CueKind.NOUN and commitment.actor is None
    lemma = "" if commitment.cue is None else commitment.cue.lemma.removeprefix("sich ")
    return not (kind is CueKind.MODAL or plans or formula or lemma in _MATERIAL)


def _joined(page: _Page, first: Annotation, second: Annotation) -> Annotation:
    names = {name for name, _ in (*first.parts, *second.parts)}
    parts = {name: (*first.part(name), *second.part(name)) for name in names}
    parts["Source"] = _closed(page, parts.get("Source", ()))
    return Annotation.of(first.origin, **parts)


def _closed(page: _Page, tokens: Iterable[int]) -> tuple[int, ...]:
    """Coordinated phrases with the words that join them."""
    kept = sorted(set(tokens))
    gaps = [range(left + 1, right) for left, right in pairwise(kept)]
    return (*kept, *(token for gap in gaps if all(page.word(token) in _JOINTS for token in gap) for token in gap))


def _particles(page: _Page, commitment: Commitment, cue: Sequence[int], clause: Clause | None) -> tuple[int, ...]:
    detached = [token for token in cue if page.tag(token) in {"PTKVZ", "PRF"}]
    if commitment.cue is not None and commitment.cue.lemma.startswith("sich ") and clause is not None:
        detached += [token for token in clause.tokens if page.tag(token) == "PRF"][:1]
    return tuple(sorted(set(detached)))


def _roles(page: _Page, commitment: Commitment, clause: Clause | None) -> Iterator[tuple[str, tuple[int, ...]]]:
    if commitment.actor is not None:
        yield _holder(page, commitment, commitment.actor), _phrase(page, commitment.actor, clause)
    yield "Addr", _phrase(page, commitment.addressee, clause)
    content = _content(page, commitment, clause)
    yield ("Topic" if _is_topic(page, commitment, content) else "Message"), content
    yield "Message", _phrase(page, commitment.judgement, clause)
    if clause is not None:
        yield "Medium", _medium(page, commitment, clause)


def _holder(page: _Page, commitment: Commitment, actor: Actor) -> str:
    head = _head(page, page.tokens(actor))
    if head is not None and page.tag(head) == "NN" and page.word(head).endswith(_DOCUMENTS):
        return "Medium"
    lemma = "" if commitment.cue is None else commitment.cue.lemma
    if lemma in _SHOWING and head is not None and page.tag(head) in _THINGS and actor.kind is ActorKind.UNKNOWN:
        return "Evidence"
    return "Source"


def _head(page: _Page, tokens: Sequence[int]) -> int | None:
    """The head noun or pronoun of a mention."""
    heads = (token for token in tokens if page.graph.noun_phrase_at(token) is not None)
    return next(heads, next((token for token in tokens if page.tag(token) in _PRONOUNS), None))


def _phrase(page: _Page, mention: Mention | None, clause: Clause | None) -> tuple[int, ...]:
    """A mention with the preposition before it and the relative clauses on it; or the relative pronoun for it."""
    tokens = page.tokens(mention)
    if not tokens:
        return ()
    pronoun = _relative_pronoun(page, tokens, clause)
    if pronoun is not None:
        return (pronoun,)
    before = tokens[0] - 1
    governs = before >= 0 and (page.tag(before) in _ADPOSITIONS or page.word(before) in _JUDGING)
    governed = (before,) if governs and page.tag(tokens[0]) != "PPOSAT" else ()
    return page.trimmed((*governed, *tokens, *_relatives(page, tokens, clause)))


def _relative_pronoun(page: _Page, tokens: Sequence[int], clause: Clause | None) -> int | None:
    if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.antecedent not in tokens:
        return None
    return next((token for token in clause.tokens if page.tag(token) in {"PRELS", "PWS"}), None)


def _relatives(page: _Page, tokens: Sequence[int], clause: Clause | None) -> tuple[int, ...]:
    """Tokens of the relative clauses on a phrase."""
    found: list[int] = []
    for other in page.graph.clauses:
        if other.kind is ClauseKind.RELATIVE and other.antecedent in tokens and (clause is None or other.index != clause.index):
            extent = page.graph.extent(other)
            if clause is None or not set(clause.tokens) & set(extent):
                comma = [extent[0] - 1] if extent[0] - 1 == tokens[-1] + 1 else []
                found += [*comma, *extent]
    return tuple(found)


def _content(page: _Page, commitment: Commitment, clause: Clause | None) -> tuple[int, ...]:
    tokens = _phrase(page, commitment.content, clause)
    if not tokens or clause is None or page.kinds[commitment.rule] is CueKind.NOUN:
        return tokens
    correlate = _correlate(page, tokens, clause)
    if correlate and clause.kind is ClauseKind.PARENTHESIS:
        return correlate
    return tuple(sorted({*tokens, *correlate}))


def _correlate(page: _Page, content: Sequence[int], clause: Clause) -> tuple[int, ...]:
    """The pronoun or pronominal adverb of the cue's clause that stands for a content clause."""
    inner = page.graph.clause_at(content[0]) or page.graph.clause_at(content[min(1, len(content) - 1)])
    if inner is None or inner.index == clause.index:
        return ()
    linked = [a for a in clause.arguments if a.clause is not None]
    loose = [a for a in clause.arguments if _is_correlate(page, a) and a.role is not Role.SUBJECT]
    return next((a.tokens for a in (*linked, *loose) if not set(a.tokens) & set(content) and len(a.tokens) == 1), ())


def _is_correlate(page: _Page, argument: Argument) -> bool:
    return len(argument.tokens) == 1 and page.word(argument.head) in _CORRELATES


def _is_topic(page: _Page, commitment: Commitment, content: Sequence[int]) -> bool:
    if commitment.rule.partition(".")[2].startswith("topic_"):
        return True
    if commitment.type is CommitmentType.EVALUATION:
        return commitment.judgement is not None or (commitment.cue is not None and commitment.cue.lemma in _TOPICAL)
    topical = _ABOUT if commitment.type is CommitmentType.ASSERTION else _OVER
    return bool(content) and page.word(content[0]) in topical


def _medium(page: _Page, commitment: Commitment, clause: Clause) -> tuple[int, ...]:
    taken = {*page.tokens(commitment.content), *page.tokens(commitment.actor)}
    for argument in clause.all_of(Role.PREPOSITIONAL):
        if argument.preposition in _IN and page.word(argument.head).endswith(_DOCUMENTS) and not taken & set(argument.tokens):
            return argument.tokens
    return ()
