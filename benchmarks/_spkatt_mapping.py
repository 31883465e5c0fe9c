"""Maps commitments to annotations of speech, thought and writing as SpkAtt-2023 marks them.

Commitments and the clause graph of a Doc come in, annotations over its tokens go out. Each decision looks at the
commitment, the kind of its rule's cue, and the clause structure around it, never at a particular sentence.

Which commitments are annotated
===============================

All that have a cue, except what SpkAtt does not count as speech, thought or writing: modal cues ("will zahlen"), plans
and refusals ascribed without words of their own (types in :data:`_PLANS`, form ``ascribed``), acts of helping and
permitting (:data:`_MATERIAL`), and formulas of thanks ("Vielen Dank", a noun without holder). Coordinated actors are
one annotation. A rule whose name begins with ``topic_`` binds what a speech is about in the place of its content.

Where the parts lie
===================

======== ======================================================================================================
Cue      the cue without detached particle, reflexive and articles; with the copula of an adjective
PTC      the detached particle, and the reflexive of a reflexive verb
Source   the actor with its preposition ("von", "durch") and its relative clauses, if it is not Medium or Evidence;
         where the cue stands in a relative clause on the actor, the relative pronoun
Message  the content, with "dass", with its preposition and with the correlate that stands for it in the cue's
         clause ("davon", "es", "das"), without final punctuation; the judgement of an evaluation, with "als"
Topic    the content of a ``topic_`` rule; the content of an evaluation that has a judgement or a cue of
         :data:`_TOPICAL`; a content after "über", of an assertion also after "von" and "zu"
Addr     the addressee with its preposition
Medium   the actor, where it is headed by a word for a written document ("Antrag"); a phrase with "in", "aus" or "laut"
         headed by one, in the clause of the cue
Evidence the actor of showing and proving (:data:`_SHOWING`) that is a thing
======== ======================================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from benchmarks._spkatt_format import Annotation
from benchmarks._spkatt_spans import Page
from stance.clauses.graph import Clause, ClauseGraph, Role
from stance.model import Actor, ActorKind, Commitment, CommitmentType, Cue, Form
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind

_PLANS = frozenset({CommitmentType.INTENTION, CommitmentType.PROMISE, CommitmentType.REFUSAL})
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
_TOPICAL = frozenset({"kritisieren", "diskreditieren", "diffamieren", "bemängeln", "verurteilen", "attackieren"})
_SHOWING = frozenset({"zeigen", "beweisen", "belegen", "bestätigen", "verdeutlichen", "nachweisen"})
_DOCUMENTS = (
    "antrag",
    "antwort",
    "artikel",
    "begründung",
    "bericht",
    "brief",
    "drucksache",
    "entwurf",
    "gesetz",
    "gutachten",
    "programm",
    "protokoll",
    "richtlinie",
    "stellungnahme",
    "urteil",
    "verordnung",
    "vertrag",
    "vorlage",
    "zeitung",
)
_DETACHED = frozenset({"PTKVZ", "PRF"})
_BODIES = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GOVERNMENT})
_THINGS = frozenset({"NN", "PDS", "PRELS"})
_IN = frozenset({"in", "aus", "laut"})
_OVER = frozenset({"über", "darüber"})
_ABOUT = _OVER | {"von", "davon", "vom", "zu", "zum", "zur", "dazu"}
_JOINTS = frozenset({"und", "oder", "sowie", ",", "/"})


def attributions(graph: ClauseGraph, commitments: Sequence[Commitment], rules: RuleSet) -> list[Annotation]:
    """Map the commitments of a Doc to annotations.

    Args:
        graph: the clause graph of the Doc.
        commitments: what was extracted from it.
        rules: the rules that found them.

    Returns:
        Annotations in order of their cues, one for each cue.
    """
    page = Page(graph)
    kinds = {rule.id: rule.cue.kind for rule in rules.rules}
    merged: dict[tuple[int, ...], Annotation] = {}
    for commitment in commitments:
        kind = kinds.get(commitment.rule)
        if commitment.cue is not None and kind is not None and _is_marked(commitment, commitment.cue, kind):
            found = _annotation(page, commitment, commitment.cue, kind)
            key = found.part("Cue")
            merged[key] = _joined(page, merged[key], found) if key in merged else found
    return [merged[key] for key in sorted(merged)]


def _is_marked(commitment: Commitment, cue: Cue, kind: CueKind) -> bool:
    """Whether SpkAtt marks acts of this kind."""
    plan = commitment.type in _PLANS and commitment.form is Form.ASCRIBED
    formula = commitment.type is CommitmentType.EXPRESSIVE and kind is CueKind.NOUN and commitment.actor is None
    material = cue.lemma.removeprefix("sich ") in _MATERIAL
    return not (kind is CueKind.MODAL or plan or formula or material)


def _annotation(page: Page, commitment: Commitment, cue: Cue, kind: CueKind) -> Annotation:
    tokens = page.tokens(cue)
    clause = page.clause_of(tokens)
    particles = {token for token in tokens if page.tag(token) in _DETACHED}
    if cue.lemma.startswith("sich ") and clause is not None:
        particles.update([token for token in clause.tokens if page.tag(token) == "PRF"][:1])
    words = [token for token in tokens if token not in particles and page.tag(token) != "ART"]
    if kind is CueKind.ADJECTIVE and clause is not None and clause.verb is not None:
        words.append(clause.verb.main)
    parts: dict[str, list[int]] = {"Cue": words, "PTC": sorted(particles)}
    for name, found in _roles(page, commitment, kind, clause):
        parts.setdefault(name, []).extend(found)
    return Annotation.of(commitment.rule, **parts)


def _joined(page: Page, first: Annotation, second: Annotation) -> Annotation:
    """One annotation for coordinated actors of a cue."""
    names = {name for name, _ in (*first.parts, *second.parts)}
    parts = {name: (*first.part(name), *second.part(name)) for name in names}
    parts["Source"] = _closed(page, parts.get("Source", ()))
    return Annotation.of(first.origin, **parts)


def _closed(page: Page, tokens: Iterable[int]) -> tuple[int, ...]:
    """Coordinated phrases with the words that join them."""
    kept = sorted(set(tokens))
    gaps = [range(left + 1, right) for left, right in pairwise(kept)]
    joints = [token for gap in gaps if all(page.word(token) in _JOINTS for token in gap) for token in gap]
    return (*kept, *joints)


def _roles(
    page: Page, commitment: Commitment, kind: CueKind, clause: Clause | None
) -> Iterator[tuple[str, tuple[int, ...]]]:
    if commitment.actor is not None:
        yield _holder(page, commitment, commitment.actor), page.phrase(commitment.actor, clause)
    yield "Addr", page.phrase(commitment.addressee, clause)
    noun = kind is CueKind.NOUN
    content = (page.phrase if noun else page.content)(commitment.content, clause)
    yield ("Topic" if _is_topic(page, commitment, content) else "Message"), content
    yield "Message", page.phrase(commitment.judgement, clause)
    if clause is not None:
        yield "Medium", _medium(page, commitment, clause)


def _holder(page: Page, commitment: Commitment, actor: Actor) -> str:
    head = page.head(page.tokens(actor))
    if head is not None and page.tag(head) == "NN" and page.word(head).endswith(_DOCUMENTS):
        return "Medium"
    shows = commitment.cue is not None and commitment.cue.lemma in _SHOWING
    thing = head is not None and page.tag(head) in _THINGS and actor.kind not in _BODIES
    return "Evidence" if shows and thing else "Source"


def _is_topic(page: Page, commitment: Commitment, content: Sequence[int]) -> bool:
    if commitment.rule.partition(".")[2].startswith("topic_"):
        return True
    if commitment.type is CommitmentType.EVALUATION:
        return commitment.judgement is not None or (commitment.cue is not None and commitment.cue.lemma in _TOPICAL)
    about = _ABOUT if commitment.type is CommitmentType.ASSERTION else _OVER
    return bool(content) and page.word(content[0]) in about


def _medium(page: Page, commitment: Commitment, clause: Clause) -> tuple[int, ...]:
    taken = {*page.tokens(commitment.content), *page.tokens(commitment.actor)}
    for argument in clause.all_of(Role.PREPOSITIONAL):
        written = argument.preposition in _IN and page.word(argument.head).endswith(_DOCUMENTS)
        if written and taken.isdisjoint(argument.tokens):
            return argument.tokens
    return ()
