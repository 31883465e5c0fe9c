"""Anaphoric contents: „Diese Forderung", „die Forderung", „das", „dem" lead to the commitment they point back to."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

import attrs

from stance.context.scene import Scene
from stance.discourse.speech.conveyors import Conveyors
from stance.discourse.wordlists import word_ends, word_list, word_table
from stance.german import meaning
from stance.matching.draft import Draft, Filler
from stance.matching.spans import is_silent
from stance.model import ActorKind, Commitment, CommitmentType

_REACH: Final = 600
"""How far back a content points, in characters."""
_STEM: Final = 4
"""How long the stem of a verb is by which a noun is known, in characters."""
_DEMONSTRATIVE: Final = ("dies", "solch", "derartig")
_ANSWERING: Final = frozenset({CommitmentType.DENIAL, CommitmentType.REJECTION})
"""Acts with which somebody answers what others said."""
_CONFIRMING: Final = _ANSWERING | {CommitmentType.ADMISSION}
_GRANTING: Final = frozenset({CommitmentType.PROMISE, CommitmentType.REFUSAL})
_ASKING: Final = frozenset({CommitmentType.DEMAND, CommitmentType.PROPOSAL})
"""Acts that somebody grants or refuses („sagte zu")."""
_TAKING_SIDES: Final = frozenset({CommitmentType.REJECTION, CommitmentType.SUPPORT})
_WANTING: Final = frozenset(
    {CommitmentType.DEMAND, CommitmentType.PROPOSAL, CommitmentType.INTENTION, CommitmentType.PROMISE}
)


_WISHING: Final = _WANTING | {CommitmentType.SUPPORT}


@attrs.frozen
class Link:
    """A commitment with the draft it was made of.

    Attributes:
        commitment: the commitment.
        draft: its draft, None for what goes on without a cue.
        inside: whether it stands in what somebody goes on saying, after the act that opened the chain.
    """

    commitment: Commitment
    draft: Draft | None
    inside: bool = False


@attrs.frozen
class _Wanted:
    """What a content asks for.

    Attributes:
        noun: its noun in lower case, "" for a pronoun.
        owner: whose act it says it is („Holms Darstellung"), in lower case; "" where it does not.
    """

    noun: str = ""
    owner: str = ""


def links(scene: Scene, items: Sequence[Link], conveyors: Conveyors) -> dict[str, str]:
    """Ids of commitments whose content points back → ids of the commitments they point to.

    What points back takes up the act that opened a chain, and what only goes on where there is no act.

    Args:
        scene: the document.
        items: all commitments in text order.
        conveyors: tells the sources that only pass on, whose act is not taken up but what they tell of.
    """
    found: dict[str, str] = {}
    before: list[Link] = []
    media = {i.commitment.id for i in items if _is_by_medium(i, conveyors)}
    for item in items:
        target = _antecedent(scene, item, before, media)
        if target is not None:
            found[item.commitment.id] = target
        before.append(item)
    return found


def _is_by_medium(item: Link, conveyors: Conveyors) -> bool:
    actor = None if item.draft is None else item.draft.actor
    return actor is not None and conveyors.is_medium(actor)


def _antecedent(scene: Scene, item: Link, before: Sequence[Link], media: AbstractSet[str]) -> str | None:
    """What a content points back to, or what a cue without content („widersprach") takes up."""
    if item.draft is None:
        return None
    content = item.draft.content
    answers = item.commitment.type in _CONFIRMING
    if content is None or content.quote is not None:
        wanted = _takes_up(item.draft)
    else:
        wanted = _points_back(scene, content, answers)
    return None if wanted is None else _target(before, item, wanted, media)


def _takes_up(draft: Draft) -> _Wanted | None:
    """Whether a cue without content, or with words of its own, takes up what was said („widersprach: „…"")."""
    return _Wanted() if any(word in word_list("taking_up") for word in draft.lemma.split()) else None


def _points_back(scene: Scene, content: Filler, answers: bool) -> _Wanted | None:
    """What a content asks for, None where it does not point back; a paper is only what it says to who answers it."""
    if content.clause is not None or content.quote is not None:
        return None
    view = scene.view
    words = [t for t in content.tokens if not is_silent(view.graph.doc, t)]
    if not words:
        return None
    first = view.lower(words[0])
    if len(words) == 1:
        pronoun = first in word_list("pointing") and view.tag(words[0]) in ("PDS", "PAV", "PROAV", "ART")
        return _Wanted() if pronoun else None
    if content.head is None:
        return None
    noun = view.lemma(content.head).lower()
    if first.startswith(_DEMONSTRATIVE):
        return _Wanted(noun) if noun.endswith(word_ends("saying_nouns")) else None
    if not _types_of(noun) or (not answers and _is_paper_before(scene, noun, words[0])):
        return None
    bare = len(words) == 2 and view.tag(words[0]) in ("ART", "APPRART") and first not in word_list("indefinite")
    owner = "" if bare else _owner(scene, content)
    return _Wanted(noun, owner) if bare or owner else None


def _owner(scene: Scene, content: Filler) -> str:
    """Whose act a phrase says it is, by name („Holms Darstellung"); "" where it does not, or is an act itself."""
    view = scene.view
    np = None if content.head is None else view.graph.noun_phrase_at(content.head)
    if np is None or scene.cues_in(content.tokens[0], content.tokens[-1] + 1):
        return ""
    return next((view.lower(t).rstrip("s’'") for t in reversed(np.possessor) if view.tag(t) == "NE"), "")


def _is_paper_before(scene: Scene, noun: str, token: int) -> bool:
    """Whether a noun means a paper that was named before („Laut einem Bericht … nannte den Bericht falsch")."""
    return meaning.is_document(noun.capitalize()) and scene.view.is_named_before(noun, token)


def _types_of(noun: str) -> frozenset[CommitmentType]:
    """The types of act that a noun names, by its last part („Lohnforderung"); none for any other noun."""
    named = word_table("named_acts")
    types = next((types for word, types in named.items() if noun.endswith(word)), frozenset())
    return frozenset(CommitmentType(type) for type in types)


def _target(before: Sequence[Link], item: Link, wanted: _Wanted, media: AbstractSet[str]) -> str | None:
    own = item.commitment
    recent = takewhile(lambda b: own.sentence[0] - b.commitment.sentence[1] < _REACH, reversed(before))
    near = [b for b in recent if _ended_before(b.commitment, own)][::-1]
    if wanted.owner:
        near = [b for b in near if _is_by(b.commitment, wanted.owner)]
    near = [b for b in near if b.draft is not None] or near
    if own.type in _ANSWERING:
        near = [b for b in near if not _is_by_same(b.commitment, own)] or near
    elif own.type is CommitmentType.EVALUATION and not wanted.noun:
        near = [b for b in near if not _is_in_speech_of(own, b.commitment)]
    if own.type in _GRANTING and own.content is None:
        near = [b for b in near if b.commitment.type in _ASKING] or near
    named = _named(near, wanted.noun, own) if wanted.noun else near
    opening = [b for b in named if not b.inside] or named
    if own.type is CommitmentType.DENIAL and not wanted.noun and near and _is_claim(near[-1]):
        opening = near[-1:]  # „Eine Zeugin habe ausgesagt, es sei spät gewesen. Der Fahrer bestreitet das."
    if wanted.noun.endswith(word_ends("reports_of_media")):
        by_media = [b for b in opening if b.commitment.id in media]
        return by_media[-1].commitment.id if by_media else _taken_up(opening, own, media) if opening else None
    return _taken_up(opening, own, media) if opening else None


def _is_claim(item: Link) -> bool:
    """Whether an act gives what somebody claims inside what somebody else goes on saying."""
    content = None if item.draft is None else item.draft.content
    claims = item.commitment.type in (CommitmentType.ASSERTION, CommitmentType.ACCUSATION)
    return item.inside and claims and content is not None and bool(content.clauses)


def _named(near: Sequence[Link], noun: str, own: Commitment) -> list[Link]:
    """The acts that a noun can name: by a cue of its stem („sagte aus … die Aussage"), else by their type.

    Where nobody accuses, who rejects or judges an accusation answers what was claimed; where nobody demands or
    proposes, a demand or proposal is what somebody was for. A noun that names no type names any act.
    """
    akin = [b for b in near if b.draft is not None and _is_akin(b.draft.lemma, noun)]
    if akin:
        return akin[-1:]
    if noun.endswith(word_ends("reports_of_media")):
        return list(near)
    if noun.endswith(word_ends("rulings")):
        near = [b for b in near if _is_by_court(b.commitment)]
    types = _types_of(noun)
    fitting = [b for b in near if not types or types & {b.commitment.type, b.commitment.force}]
    if fitting:
        return fitting
    if types & _ASKING:
        return [b for b in near if b.commitment.type in _WISHING]
    answers = CommitmentType.ACCUSATION in types and own.type in _ANSWERING | {CommitmentType.EVALUATION}
    return [b for b in near if b.commitment.type is CommitmentType.ASSERTION] if answers else []


def _is_by_court(commitment: Commitment) -> bool:
    """Whether an act is by a court or a judge, by a word of the name („Landgericht Kiel")."""
    actor = commitment.actor
    words = () if actor is None else (actor.name or actor.text).lower().split()
    return any(word.endswith(word_ends("courts")) for word in words)


def _is_akin(lemma: str, noun: str) -> bool:
    """Whether a noun is made of a verb: „aussagen … die Aussage", „begründen … die Begründung"."""
    stems = (word.removesuffix("n").removesuffix("e") for word in lemma.split() if word.endswith("n"))
    return any(len(stem) >= _STEM and noun.startswith(stem) for stem in stems)


def _is_by(commitment: Commitment, owner: str) -> bool:
    """Whether an act is by somebody of a name."""
    actor = commitment.actor
    return actor is not None and any(word.lower().startswith(owner) for word in (actor.name or actor.text).split())


def _is_in_speech_of(own: Commitment, earlier: Commitment) -> bool:
    """Whether an act is told by who did an earlier one, and so judges the matter („„Sie hält das für falsch", …")."""
    teller = own.sources[-1] if own.sources else None
    return teller is not None and earlier.actor is not None and teller.id is not None and teller.id == earlier.actor.id


def _is_by_same(commitment: Commitment, own: Commitment) -> bool:
    """Whether an act is by who acts, or by whom they speak for („Holms Sprecherin"): nobody answers their own act."""
    one, other = commitment.actor, own.actor
    if one is None or other is None or one.name is None:
        return False
    spoken_for = one.kind is ActorKind.PERSON and one.name.split()[-1] + "s" in other.text.split()
    return one.name == other.name or spoken_for


def _taken_up(near: Sequence[Link], own: Commitment, media: AbstractSet[str]) -> str:
    """What is taken up of the last sentence: who takes sides takes up what is wanted, else what is said."""
    last = [b.commitment for b in near if b.commitment.sentence == near[-1].commitment.sentence]
    wanted = [c for c in last if c.type in _WANTING] if own.type in _TAKING_SIDES else []
    if own.type in _TAKING_SIDES and not wanted:
        wanted = _argued_for(near, last)
    told = [c for c in last if c.id not in media or not any(_holds(c, other) for other in last)]
    outer = [c for c in told if not any(_holds(other, c) for other in told)]
    return (wanted or outer or last)[-1].id


def _argued_for(near: Sequence[Link], last: Sequence[Commitment]) -> list[Commitment]:
    """What somebody wants for which they or their people speak in the last sentence („…, sagte ihr Sprecher")."""
    before = [b.commitment for b in near if b.commitment not in last]
    if not before or before[-1].type not in _WANTING or any(c.type is not CommitmentType.ASSERTION for c in last):
        return []
    return before[-1:] if all(_is_on_side(c, before[-1]) for c in last) else []


def _is_on_side(commitment: Commitment, wanted: Commitment) -> bool:
    """Whether an act is by who wants something, or by somebody of theirs."""
    one, other = commitment.actor, wanted.actor
    if one is None or other is None:
        return False
    owned = one.text.split()[0].lower() in word_list("possessives")
    return owned or (one.name is not None and one.name == other.name)


def _holds(outer: Commitment, inner: Commitment) -> bool:
    """Whether one commitment stands in the content of another."""
    if outer is inner or outer.content is None or inner.cue is None:
        return False
    return outer.content.spans.overlap(inner.cue.spans) > 0


def _ended_before(earlier: Commitment, later: Commitment) -> bool:
    """Whether an act is over before a content that points back, or before a cue that has none."""
    place = later.content or later.cue
    start = later.sentence[0] if place is None else place.spans.start
    parts = (earlier.cue, earlier.content, earlier.actor)
    end = max(part.spans.end for part in parts if part is not None)
    return earlier.sentence[1] <= start or (earlier.sentence == later.sentence and end <= start)
