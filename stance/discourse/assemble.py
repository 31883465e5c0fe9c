"""Assembly: drafts with their context become the commitments of a document, in text order, with resolved actors.

Flows in: drafts and the clause graph. Flows out: commitments with ids. Actors are resolved from left to right, so that
a pronoun finds who was mentioned before it; free indirect speech, free-standing quotations, headlines and sources of
whole paragraphs are added on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs
from spacy.tokens import Doc

from stance.clauses.graph import ClauseKind
from stance.context.papers import Papers
from stance.context.reading import Reading, read
from stance.context.scene import Scene
from stance.context.sources import Sources, split_sources
from stance.discourse.reference.actors import Cast
from stance.discourse.reference.mentions import Antecedent, Mentions, Standing
from stance.discourse.reference.pronouns import Speech
from stance.discourse.speech.anaphora import Link, links
from stance.discourse.speech.continuation import continuations
from stance.discourse.speech.conveyors import Conveyors
from stance.discourse.speech.paragraphs import PassingOn
from stance.discourse.speech.reports import Report, gives_words
from stance.discourse.speech.speeches import OF_ADDRESSEE, Said, Speeches, is_direct
from stance.discourse.speech.uncued import FREE, Continuation
from stance.discourse.wordlists import word_list
from stance.entities.catalogue import Catalogue
from stance.entities.dates import date_of
from stance.matching.draft import Draft, Filler
from stance.matching.spans import clean, mention
from stance.matching.view import View
from stance.model import (
    Actor,
    ActorKind,
    Binding,
    Commitment,
    CommitmentType,
    Cue,
    Evidence,
    Form,
    Mention,
    Polarity,
    Status,
    Strength,
)
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind, FrameRole, Slot, SlotKind
from stance.tagging.dense import characters

_OF_COMPOUNDS: Final = frozenset(
    {
        CommitmentType.DEMAND,
        CommitmentType.PROPOSAL,
        CommitmentType.INTENTION,
        CommitmentType.PROMISE,
        CommitmentType.DECISION,
    }
)
"""Acts whose nouns take their actor, never their object, as first part of a compound („EU-Kritik" is both)."""


_ANSWERING: Final = frozenset(
    {CommitmentType.DENIAL, CommitmentType.ADMISSION, CommitmentType.REJECTION, CommitmentType.REFUSAL}
)
"""Acts with which who is accused or asked answers."""
_ANSWERED: Final = OF_ADDRESSEE | {CommitmentType.WARNING, CommitmentType.THREAT}
"""Acts that are answered by whom they address."""


@attrs.frozen
class _Item:
    """A commitment to be: a draft with its reading, or a continuation."""

    at: int
    draft: Draft | None = None
    reading: Reading | None = None
    continuation: Continuation | None = None


class Assembler:
    """Makes commitments of drafts.

    Args:
        ruleset: the rules, for packs, versions and evaluative words.
        catalogue: known actors.
    """

    def __init__(self, ruleset: RuleSet, catalogue: Catalogue) -> None:
        self._ruleset = ruleset
        self._catalogue = catalogue
        self._packs = {pack.name: f"{pack.name} {pack.version}" for pack in ruleset.packs}

    def __call__(self, view: View, drafts: Sequence[Draft]) -> tuple[Commitment, ...]:
        """The commitments of a document.

        Args:
            view: its clause graph.
            drafts: what matching found.
        """
        split = split_sources(Scene(view, self._ruleset, Papers(view, tuple(drafts)).with_authors()))
        scene = Scene(view, self._ruleset, split.acts)
        passing = PassingOn(Scene(view, self._ruleset, (*split.acts, *split.sources)))
        naming = {clause.index for clause in passing.clauses if passing.only_names(clause)}
        readings = [(draft, read(scene, draft)) for draft in split.acts if draft.clause not in naming]
        acts = tuple(draft for draft, reading in readings if reading is not None)
        scene = Scene(view, self._ruleset, acts)
        items = [_Item(d.cue[0], d, r) for d, r in readings if r is not None]
        sources = Sources(scene, split.sources)
        conveyors = Conveyors(view, self._catalogue)
        continued = continuations(scene, sources, passing, conveyors)
        items = [item for item in items if item.draft is None or item.draft.cue not in continued.adverbs]
        items += [_Item(c.tokens[0], continuation=c) for c in continued.commitments]
        items.sort(key=lambda item: (item.at, item.continuation is not None))
        cast = Cast(view, self._catalogue, date_of(view.graph.doc))
        writer = _Writer(scene, sources, passing, continued.reports, self._packs, self._ruleset, cast, conveyors)
        return writer.write(items)


class _Writer:
    """Writes the commitments of one document from left to right."""

    def __init__(
        self,
        scene: Scene,
        sources: Sources,
        passing: PassingOn,
        chains: Mapping[int, Report],
        packs: dict[str, str],
        ruleset: RuleSet,
        cast: Cast,
        conveyors: Conveyors,
    ) -> None:
        self._scene = scene
        self._view = scene.view
        self._sources_in = sources
        self._chains = chains
        self._packs = packs
        self._ruleset = ruleset
        self._cast = cast
        self._passing = passing
        self._conveyors = conveyors
        self._before = Mentions()
        self._actors: dict[tuple[int, ...], Actor] = {}
        self._speeches = Speeches(self._view, conveyors, self._known)
        self._going_on: Mapping[int, Report] = {}

    def write(self, items: Sequence[_Item]) -> tuple[Commitment, ...]:
        """All commitments, numbered and linked."""
        for said in self._said(items):
            self._speeches.add(said)
        self._going_on = dict(self._goes_on(items))
        self._introduce(items)
        written = [(item, self._commitment(item, f"c{n}")) for n, item in enumerate(items, 1)]
        linked = links(self._scene, [self._link(item, c) for item, c in written], self._conveyors)
        return tuple(attrs.evolve(c, antecedent=linked.get(c.id)) for _, c in written)

    def _link(self, item: _Item, commitment: Commitment) -> Link:
        return Link(commitment, item.draft, item.draft is not None and self._is_inside(item.draft))

    def _is_inside(self, draft: Draft) -> bool:
        """Whether an act stands in what somebody goes on saying."""
        report = self._chains.get(self._view.clause(draft.clause).sentence[0])
        if report is None:
            return self._sources_in.continued(draft) is not None
        return not self._names_own_act(draft, report)

    def _introduce(self, items: Sequence[_Item]) -> None:
        """Resolve all actors in text order, so that sources that stand later are known too."""
        fillers: dict[tuple[int, ...], Filler] = {}
        for item in items:
            for filler in self._mentioned(item):
                fillers.setdefault(filler.tokens, filler)
        subjects = {
            item.draft.actor.tokens for item in items if item.draft is not None and item.draft.actor is not None
        }
        answering = dict(self._answers(items))
        told = {one.tokens for item in items if (one := self._told(item)) is not None}
        for noun in self._named():
            fillers.setdefault(noun.tokens, noun)
        for tokens in sorted(fillers):
            filler = fillers[tokens]
            said = self._speeches.own_words(tokens)
            speech = self._speeches.around(filler)
            actor = self._cast.actor(filler, self._before, speech, said)
            if actor is None:
                continue
            actor = self._answering(actor, answering.get(tokens))
            self._actors[tokens] = actor
            antecedent = self._cast.antecedents.of(
                filler, actor, tokens in subjects or filler.slot.kind is SlotKind.SUBJECT
            )
            if antecedent is not None and tokens in told and actor.kind is not ActorKind.PERSON:
                antecedent = attrs.evolve(antecedent, standing=Standing.QUOTED, subject=False)
            if antecedent is not None:
                self._before.add(self._told_in(antecedent, speech))

    def _told_in(self, antecedent: Antecedent, speech: Speech | None) -> Antecedent:
        """Somebody with the report that goes on around the mention, if one does."""
        clause = self._view.graph.clause_at(antecedent.end)
        told = clause is not None and clause.verb is not None and clause.verb.mood != "indicative"
        if speech is None or not speech.free or not told:
            return antecedent
        return attrs.evolve(antecedent, report=speech.since, told_by=speech.speaker.name)

    def _told(self, item: _Item) -> Filler | None:
        """Who is only told something („sagte der Polizei, …"), whom nothing that follows is likely to mean."""
        if item.draft is None or item.draft.rule.type is not CommitmentType.ASSERTION:
            return None
        return item.draft.role(FrameRole.ADDRESSEE)

    def _answers(self, items: Sequence[_Item]) -> Iterator[tuple[tuple[int, ...], Filler]]:
        """The actors of acts that answer → whom the act of the sentence before accuses or asks."""
        drafts = [item.draft for item in items if item.draft is not None and item.draft.actor is not None]
        for earlier, later in pairwise(drafts):
            asked = earlier.role(FrameRole.ADDRESSEE) if earlier.rule.type in _ANSWERED else None
            next_one = self._view.clause(earlier.clause).sentence[1] == self._view.clause(later.clause).sentence[0]
            if asked is not None and later.actor is not None and later.rule.type in _ANSWERING and next_one:
                yield later.actor.tokens, asked

    def _answering(self, actor: Actor, asked: Filler | None) -> Actor:
        """Who of several that a pronoun may mean is the one accused or asked („X warf Y vor … Er bestritt das")."""
        known = None if asked is None else self._known(asked)[0]
        if known is None or actor.name is not None or known.name not in actor.candidates:
            return actor
        return attrs.evolve(actor, name=known.name, id=known.id, kind=known.kind, candidates=())

    def _named(self) -> Sequence[Filler]:
        """Subjects with a person's or institution's name, for pronouns to find, committed or not."""
        return self._cast.antecedents.mentions()

    def _mentioned(self, item: _Item) -> list[Filler]:
        found: list[Filler] = []
        if item.draft is not None:
            found += [f for f in (item.draft.actor,) if f is not None]
            addressee = next((f for role, f in item.draft.roles if role.value == "addressee"), None)
            found += [addressee] if addressee is not None else []
            found += self._sources_over(item.draft)
        if item.continuation is not None and item.continuation.actor is not None:
            found.append(item.continuation.actor)
            found += self._sources_of_continuation(item.continuation)
        return found

    def _known(self, filler: Filler) -> tuple[Actor | None, frozenset[str]]:
        actor = self._actors.get(filler.tokens) or self._cast.actor(filler, self._before)
        return actor, frozenset() if actor is None else self._cast.antecedents.genders(filler, actor)

    def _said(self, items: Sequence[_Item]) -> Iterator[Said]:
        """Contents of speech and thought with who says them; what goes on in sentences with cues of their own too."""
        for draft in self._scene.drafts:
            content = draft.content
            if content is not None and draft.actor is not None and (content.quote is not None or content.clauses):
                yield Said(content, draft.actor, is_direct(self._view, content), draft)
        for found in (item.continuation for item in items if item.continuation is not None):
            if found.actor is not None and found.report.rival is None:
                content = Filler(found.tokens, Slot(SlotKind.QUOTE))
                yield Said(content, found.actor, found.rule != FREE, found.report.draft, found.rule == FREE)
        sentences = dict(self._view.clause(item.draft.clause).sentence for item in items if item.draft is not None)
        for start, report in self._chains.items():
            if report.actor is not None and report.rival is None and start in sentences:
                whole = Filler(tuple(range(start, sentences[start])), Slot(SlotKind.QUOTE))
                yield Said(whole, report.actor, report.direct, report.draft, not report.direct)

    def _goes_on(self, items: Sequence[_Item]) -> Iterator[tuple[int, Report]]:
        """The tokens of what goes on without a cue, with the report that it goes on with."""
        for found in (item.continuation for item in items if item.continuation is not None):
            yield from ((token, found.report) for token in found.tokens)

    def _sources_over(self, draft: Draft) -> list[Filler]:
        """Who reports a draft, outermost first; inside what somebody goes on saying also who says it."""
        report = self._reporting(draft)
        going_on = [] if report is None or report.actor is None else [*self._sources_of_report(report), report.actor]
        if report is not None and self._names_own_act(draft, report):
            going_on = going_on[:-1]
        return self._in_paragraph([*going_on, *self._sources_in.of(draft)], draft.cue[0])

    def _in_paragraph(self, found: list[Filler], token: int) -> list[Filler]:
        """Sources with those that other sentences of the paragraph name, and on whom the outermost of them rests."""
        found = [*self._passing.over(token), *found, *self._passing.under(token)]
        return [*found[:1], *(self._passing.cited(token) if found else ()), *found[1:]]

    def _names_own_act(self, draft: Draft, report: Report) -> bool:
        """Whether who goes on does not report an act, for only an act of theirs was told and none of their words.

        „Der Rat forderte Geld. Er lehne es ab.", „Laut der Zeitung forderte der Rat Geld. Das Land lehne es ab."
        """
        if report.draft is None or gives_words(self._scene, report.draft):
            return False
        own, speaker = (None if f is None else self._actors.get(f.tokens) for f in (draft.actor, report.actor))
        same = own is not None and speaker is not None and own.id is not None and own.id == speaker.id
        told_later = bool(self._passing.over(draft.cue[0])) and not self._is_told_to_somebody(draft)
        return same or told_later or bool(self._sources_in.of(report.draft))

    def _is_told_to_somebody(self, draft: Draft) -> bool:
        """„Der Arzt habe ihm geraten, …": whom a pronoun names as told something is likely to tell it."""
        addressee = draft.role(FrameRole.ADDRESSEE)
        return addressee is not None and self._view.lower(addressee.tokens[0]) in word_list("personal")

    def _reporting(self, draft: Draft) -> Report | None:
        """The report that goes on around a cue: in a sentence of a chain, or in words without a frame."""
        chain = self._chains.get(self._view.clause(draft.clause).sentence[0])
        return chain or self._going_on.get(draft.cue[0])

    def _sources_of_continuation(self, found: Continuation) -> list[Filler]:
        first = found.tokens[0]
        return self._in_paragraph([*self._sources_in.at(first), *self._sources_of_report(found.report)], first)

    def _sources_of_report(self, report: Report) -> list[Filler]:
        """Who passes on the report that goes on."""
        return [*report.above] if report.draft is None else self._sources_over(report.draft)

    # -- commitments ---------------------------------------------------------------------------------------------------

    def _commitment(self, item: _Item, id: str) -> Commitment:
        if item.draft is not None and item.reading is not None:
            return self._of_draft(item.draft, item.reading, id)
        assert item.continuation is not None
        return self._of_continuation(item.continuation, id)

    def _of_draft(self, draft: Draft, reading: Reading, id: str) -> Commitment:
        doc = self._view.graph.doc
        cue = mention(doc, draft.cue)
        assert cue is not None
        roles = dict(draft.roles)
        fillers = {role.value: filler for role, filler in roles.items()}
        sentence = doc[draft.cue[0]].sent
        return Commitment(
            id=id,
            type=reading.type,
            force=reading.force,
            form=reading.form,
            status=self._status(draft, reading),
            polarity=reading.polarity,
            content_negated=reading.content_negated,
            strength=reading.strength,
            modality=reading.modality,
            mood=reading.mood,
            actor=self._actor(fillers.get("actor")) or self._compound(draft),
            addressee=self._actor(fillers.get("addressee")),
            cue=Cue(cue.text, cue.spans, draft.lemma),
            content=self._mention(fillers.get("content")),
            judgement=self._mention(fillers.get("judgement")),
            condition=mention(doc, reading.condition),
            sources=self._sources(self._sources_over(draft), draft.actor),
            antecedent=None,
            sentence=_bounds(doc, sentence.start, sentence.end),
            rule=draft.rule.id,
            evidence=self._evidence(draft, reading),
        )

    def _status(self, draft: Draft, reading: Reading) -> Status:
        """The status; where a report goes on, a Konjunktiv II without a condition is no unreal one."""
        clause = self._view.clause(draft.site)
        unreal = any(child.is_conditional for child in self._view.graph.children(clause)) or reading.condition
        going_on = draft.predicate and clause.sentence[0] in self._chains and clause.kind is ClauseKind.MAIN
        replaced = going_on and clause.verb is not None and clause.verb.mood == "konjunktiv2" and not clause.verb.modals
        return Status.ACTUAL if replaced and not unreal and reading.status is Status.HYPOTHETICAL else reading.status

    def _of_continuation(self, found: Continuation, id: str) -> Commitment:
        doc = self._view.graph.doc
        content = mention(doc, found.tokens)
        sentence = doc[found.tokens[0]].sent
        return Commitment(
            id=id,
            type=CommitmentType.ASSERTION,
            force=found.force,
            form=Form.FREE_INDIRECT if found.rule == FREE else Form.DIRECT,
            status=Status.ACTUAL,
            polarity=Polarity.POSITIVE,
            content_negated=found.negated,
            strength=Strength.PLAIN,
            modality=found.modality,
            mood=found.mood,
            actor=self._speaking(found.report),
            addressee=None,
            cue=None,
            content=content,
            judgement=None,
            condition=mention(doc, found.condition),
            sources=self._sources(self._sources_of_continuation(found), found.actor),
            antecedent=None,
            sentence=_bounds(doc, sentence.start, sentence.end),
            rule=found.rule,
            evidence=Evidence(),
        )

    def _actor(self, filler: Filler | None) -> Actor | None:
        if filler is None:
            return None
        known = self._actors.get(filler.tokens)
        return known if known is not None else self._cast.actor(filler, self._before)

    def _speaking(self, report: Report) -> Actor | None:
        """Who goes on speaking; where it is open, nobody by name and both as candidates."""
        actor, rival = self._actor(report.actor), self._actor(report.rival)
        if actor is None or rival is None or (actor.id is not None and actor.id == rival.id):
            return actor
        names = [name for a in (actor, rival) for name in ((a.name,) if a.name is not None else a.candidates)]
        return attrs.evolve(actor, name=None, id=None, candidates=tuple(dict.fromkeys(names)))

    def _compound(self, draft: Draft) -> Actor | None:
        """The actor inside a noun cue that nothing else gives an actor: „die SPD-Forderung"."""
        by_noun = self._scene.kind(draft) is CueKind.NOUN and draft.rule.type in _OF_COMPOUNDS
        return self._cast.compound(draft.cue[0]) if by_noun else None

    def _sources(self, fillers: Sequence[Filler], own: Filler | None) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for filler in fillers:
            actor = self._actor(filler)
            same = own is not None and filler.tokens == own.tokens
            same = same or (
                actor is not None and actor.id is not None and found[-1:] != [] and found[-1].id == actor.id
            )
            if actor is not None and not same and actor.spans not in [a.spans for a in found]:
                found.append(actor)
        return tuple(found)

    def _mention(self, filler: Filler | None) -> Mention | None:
        return None if filler is None else mention(self._view.graph.doc, filler.tokens)

    def _evidence(self, draft: Draft, reading: Reading) -> Evidence:
        doc = self._view.graph.doc
        named = [(role.value, filler.tokens) for role, filler in draft.roles]
        named += [(name, clean(doc, tokens) or tokens) for name, tokens in reading.evidence]
        bindings = []
        for name, tokens in named:
            found = mention(doc, tokens)
            if found is not None:
                bindings.append(Binding(name, found.spans))
        pack = self._ruleset.pack_of(draft.rule.id)
        return Evidence(self._packs.get(pack, pack), str(draft.frame), tuple(bindings))


def _bounds(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Character offsets of a sentence without the white space at its edges."""
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    return characters(doc, start, end)
