"""Speeches: what is said or thought around a mention, by whom, of whom and to whom.

Contents of acts and of what goes on flow in with those who say them; for a mention the innermost of them that holds it
flows out. All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

from stance.clauses.graph import ClauseKind, Role
from stance.discourse.reference.pronouns import Speech
from stance.discourse.speech.conveyors import Conveyors
from stance.discourse.wordlists import word_list
from stance.matching.draft import Draft, Filler
from stance.matching.view import View
from stance.model import Actor, ActorKind, CommitmentType
from stance.rules.schema import FrameRole, Slot, SlotKind

OF_ADDRESSEE: Final = frozenset({CommitmentType.ACCUSATION, CommitmentType.DEMAND, CommitmentType.PROPOSAL})
"""Acts whose content tells of who is addressed."""
_SEVERAL: Final = 2
_JUDGING: Final = frozenset({CommitmentType.EVALUATION, CommitmentType.ACCUSATION})
"""Acts that judge somebody, of whom the report after them is likely to speak."""


@attrs.frozen
class Said:
    """What somebody says or thinks.

    Attributes:
        content: the words.
        speaker: who says it.
        direct: whether in the speaker's own words.
        draft: the act, or the one that it goes on from; None where there is none.
        free: whether it goes on in a sentence of its own.
    """

    content: Filler
    speaker: Filler
    direct: bool = False
    draft: Draft | None = None
    free: bool = False


@attrs.frozen(eq=False)
class Speeches:
    """What is said in one document.

    Attributes:
        view: the clause graph.
        conveyors: who gives the words of others.
        known: whom a phrase was resolved to, with the genders of pronouns for them.
    """

    view: View
    conveyors: Conveyors
    known: Callable[[Filler], tuple[Actor | None, frozenset[str]]]
    _by_token: dict[int, list[Said]] = attrs.field(factory=dict, init=False)
    _own_words: dict[tuple[int, ...], frozenset[int]] = attrs.field(factory=dict, init=False)
    _quoted: set[tuple[int, ...]] = attrs.field(factory=set, init=False)

    def add(self, said: Said) -> None:
        """Add what somebody says or thinks."""
        own = self.own_words(said.speaker.tokens)
        self._own_words[said.speaker.tokens] = own | frozenset(said.content.tokens)
        if said.draft is not None and said.content.quote is not None:
            self._quoted.add(said.speaker.tokens)
        for token in said.content.tokens:
            self._by_token.setdefault(token, []).append(said)

    def own_words(self, speaker: tuple[int, ...]) -> frozenset[int]:
        """The tokens of what is said by whom a phrase mentions."""
        return self._own_words.get(speaker, frozenset())

    def around(self, filler: Filler) -> Speech | None:
        """What is said around a mention: the innermost content of an act or a continuation that holds it.

        Args:
            filler: the mention.
        """
        around = [s for s in self._by_token.get(filler.tokens[0], ()) if s.speaker.tokens != filler.tokens]
        if not around:
            return None
        said = min(around, key=lambda s: len(s.content.tokens))
        speaker, genders = self.known(said.speaker)
        if speaker is None or (not said.direct and self._is_told_plainly(said, filler.tokens[0])):
            return None
        if self.view.lower(filler.tokens[0]) in word_list("first_plural"):
            speaker = self._together(said, around) or speaker
        about, to = self._person(self._topic(said)), self._person(self._asked(said))
        listener = self._person(None if said.draft is None else said.draft.role(FrameRole.ADDRESSEE))
        spoken_to = None if listener is None else listener[0]
        tokens = frozenset(said.content.tokens)
        since = None if said.draft is None else self.view.clause(said.draft.clause).sentence[0]
        judged, of_others = self._judged(said), self.conveyors.speaks_of_others(said.speaker)
        quoting, by = filler.tokens in self._quoted, said.speaker.tokens[-1]
        names = frozenset(name for s in around if (name := self._name_of(s.speaker)) is not None)
        return Speech(
            speaker,
            said.direct,
            genders,
            said.free,
            about,
            to,
            judged,
            spoken_to,
            tokens,
            since,
            of_others,
            quoting,
            names,
            by,
        )

    def _together(self, said: Said, around: Sequence[Said]) -> Actor | None:
        """Those who say the same words together, for „wir" in them; None where one says them alone."""
        speakers = [self.known(s.speaker)[0] for s in around if s.content.tokens == said.content.tokens]
        names = dict.fromkeys(actor.name for actor in speakers if actor is not None)
        if len(names) < _SEVERAL or None in names or speakers[0] is None:
            return None
        return attrs.evolve(speakers[0], name=" und ".join(n for n in names if n), id=None, kind=ActorKind.COLLECTIVE)

    def _is_told_plainly(self, said: Said, token: int) -> bool:
        """Whether an aside comments on what the text tells in the indicative („Er kündigte, wie Lamm erzählt, …").

        The speaker is named only after it and would be „ich" or „er selbst" in it.
        """
        draft, clause = said.draft, self.view.graph.clause_at(token)
        if draft is None or said.free or said.content.slot.kind is not SlotKind.HOST or clause is None:
            return False
        aside = {self.view.clause(draft.clause).tokens[0], draft.cue[0]}
        comments = any(self.view.lower(t) in word_list("commenting") for t in aside)
        return comments and clause.verb is not None and clause.verb.mood == "indicative"

    def _judged(self, said: Said) -> frozenset[int]:
        """The tokens of whom the act judges that a report goes on from."""
        if not said.free or said.draft is None or said.draft.rule.type not in _JUDGING:
            return frozenset()
        roles = (said.draft.content, said.draft.role(FrameRole.ADDRESSEE))
        return frozenset(t for filler in roles if filler is not None for t in filler.tokens)

    def _name_of(self, filler: Filler) -> str | None:
        actor, _ = self.known(filler)
        return None if actor is None else actor.name

    def _person(self, filler: Filler | None) -> tuple[Actor, frozenset[str]] | None:
        """Who a phrase means, with genders, where it is somebody and not the speaker's pronoun."""
        if filler is None:
            return None
        actor, genders = self.known(filler)
        return None if actor is None or actor.kind is not ActorKind.PERSON else (actor, genders)

    def _asked(self, said: Said) -> Filler | None:
        """Who is asked or accused by an act: who is to do, or has done, what its content says."""
        if said.free or said.draft is None or said.draft.rule.type not in OF_ADDRESSEE:
            return None
        return said.draft.role(FrameRole.ADDRESSEE)

    def _topic(self, said: Said) -> Filler | None:
        """Of whom an act speaks: „sagte über X, er …"."""
        if said.free or said.draft is None:
            return None
        clause = self.view.clause(said.draft.clause)
        for argument in clause.all_of(Role.PREPOSITIONAL):
            if argument.preposition in word_list("speaking_of") and argument.attached_to is None:
                phrase = self.view.resolve(argument)
                if phrase.tokens:
                    return Filler(phrase.tokens, Slot(SlotKind.GOVERNED), phrase.head)
        return None


def is_direct(view: View, content: Filler) -> bool:
    """A quotation, or words in the first person that lack only its marks („Wir hören nicht auf, sagte sie.")."""
    if content.quote is not None:
        return True
    said = [view.clause(index) for index in content.clauses]
    plain = all(c.kind is ClauseKind.MAIN and c.verb is not None and c.verb.mood == "indicative" for c in said)
    return plain and any(view.lower(t) in word_list("first") for t in content.tokens)
