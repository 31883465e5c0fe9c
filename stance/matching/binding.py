"""Binding one frame at one site: every role to the words that fill it, or the first condition that fails.

Flows in: a site, a frame and the clause graph. Flows out: a :class:`Bound` with fillers, or with a failure that names
the condition and the token where it was looked for.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from stance.clauses.graph import Clause, ClauseKind, ClauseType
from stance.matching import contents
from stance.matching.conditions import Failure, excluded, names, required
from stance.matching.draft import Filler
from stance.matching.holders import can_hold
from stance.matching.negation import contrast
from stance.matching.site import Site
from stance.matching.slots import candidates, exchangeable
from stance.matching.spans import clean
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import Conditions, CueKind, Frame, FrameRole, Slot, SlotKind

_PREDICATE_KINDS = frozenset({CueKind.VERB, CueKind.IDIOM, CueKind.ADJECTIVE, CueKind.MODAL})
_SUBSTANTIVE = (FrameRole.CONTENT, FrameRole.JUDGEMENT)


@attrs.frozen
class Bound:
    """What became of one frame at one site.

    Attributes:
        roles: what fills the roles, as far as binding came.
        failure: the condition that failed, None where the frame fired.
    """

    roles: tuple[tuple[FrameRole, Filler], ...]
    failure: Failure | None = None

    @property
    def required(self) -> int:
        """Number of content and judgement roles that were filled."""
        return sum(1 for role, _ in self.roles if role in _SUBSTANTIVE)

    @property
    def clausal(self) -> bool:
        """Whether the content is a clause or quotation."""
        content = dict(self.roles).get(FrameRole.CONTENT)
        return content is not None and (content.clause is not None or content.quote is not None)


def bind(view: View, site: Site, frame: Frame) -> Bound:
    """Fill the roles of a frame and check its conditions.

    A frame whose holder is the object and whose content is the subject („freut die Gemeinde", „ärgert es die Stadt,
    dass …") is tried with the two exchanged where their form leaves open which is which.
    """
    bound = _bind(view, site, frame)
    if bound.failure is None or not _feels(frame) or not exchangeable(view, site):
        return bound
    other = _bind(view, attrs.evolve(site, exchanged=True), frame)
    return bound if other.failure is not None else other


def _feels(frame: Frame) -> bool:
    """Whether somebody who feels is the object of what makes them feel."""
    kinds = {role: {slot.kind for slot in frame.slots(role)} for role in (FrameRole.ACTOR, FrameRole.CONTENT)}
    return SlotKind.ACCUSATIVE in kinds[FrameRole.ACTOR] and SlotKind.SUBJECT in kinds[FrameRole.CONTENT]


def _bind(view: View, site: Site, frame: Frame) -> Bound:
    fillers: dict[FrameRole, Filler] = {}
    failure = _site_failure(view, site) or _fill(view, site, frame, fillers)
    if failure is None:
        _part(view, site, fillers)
        failure = _conditions(view, site, frame, fillers)
    return Bound(tuple((role, fillers[role]) for role in FrameRole if role in fillers), failure)


def is_predicate(site: Site) -> bool:
    """Whether the cue is the predicate of its clause or part of it."""
    return site.kind in _PREDICATE_KINDS and not site.attributive and not site.nominal


def _site_failure(view: View, site: Site) -> Failure | None:
    if not is_predicate(site):
        return None
    if site.clause.type is ClauseType.OB or _asks_who(view, site.clause):
        return Failure("indirect question", site.clause.introducer)
    if view.is_imperative(site.clause):
        return Failure("imperative", site.anchor)
    if site.kind is CueKind.VERB and site.verb is not None and site.voice == "stative" and site.clause.subject is None:
        return Failure("stative", site.anchor)
    return None


def _asks_who(view: View, clause: Clause) -> bool:
    """Whether a clause leaves open who acts: „wer das fordert"."""
    subordinate = clause.kind is ClauseKind.COMPLEMENT and clause.type is ClauseType.W
    return subordinate and clause.introducer is not None and view.lower(clause.introducer) == "wer"


def _fill(view: View, site: Site, frame: Frame, fillers: dict[FrameRole, Filler]) -> Failure | None:
    for role in _SUBSTANTIVE:
        slots = frame.slots(role)
        filler = _first(view, site, frame, role, slots)
        if filler is not None:
            fillers[role] = filler
        elif slots and role not in frame.optional:
            return _unfilled(view, site, role, slots)
    return _fill_actor(view, site, frame, fillers) or _fill_addressee(view, site, frame, fillers)


def _unfilled(view: View, site: Site, role: FrameRole, slots: tuple[Slot, ...]) -> Failure:
    """Why a role that must be filled is not: nothing stands there, or what does is none of the words asked for."""
    refused = next(_all(view, site, role, slots), None) if role is FrameRole.CONTENT else None
    return Failure(role.value, site.anchor) if refused is None else Failure("requires.content", refused.head)


def _first(view: View, site: Site, frame: Frame, role: FrameRole, slots: tuple[Slot, ...]) -> Filler | None:
    expletive: Filler | None = None
    for filler in _all(view, site, role, slots):
        if role is not FrameRole.CONTENT:
            return filler
        if all(_names_content(view, filler, given) for given in (site.rule.requires, frame.requires)):
            if filler.slot.kind is not SlotKind.SUBJECT or view.lower(filler.tokens[0]) != "es":
                return filler
            expletive = expletive or filler
    if expletive is None and site.nominal and role is FrameRole.CONTENT and slots:
        return next(contents.listed(view, site, slots[-1]), None)
    return expletive


def _all(view: View, site: Site, role: FrameRole, slots: tuple[Slot, ...]) -> Iterator[Filler]:
    for slot in slots:
        for filler in candidates(view, site, slot, role):
            tokens = filler.tokens
            if set(tokens) & set(site.cue):
                own = view.tokens_below(site.clause) if _is_antecedent(site, filler) else frozenset(site.cue)
                tokens = clean(view.graph.doc, (t for t in tokens if t not in own))
            if role is FrameRole.JUDGEMENT:
                tokens = _without_opener(view, tokens)
            if tokens:
                yield filler if tokens == filler.tokens else attrs.evolve(filler, tokens=tokens)


def _is_antecedent(site: Site, filler: Filler) -> bool:
    """Whether a phrase stands for the relative pronoun of the cue's clause („der Plan, den die Grünen ablehnen")."""
    relative = site.clause.kind is ClauseKind.RELATIVE
    return relative and filler.head is not None and filler.head not in site.clause.tokens


def _without_opener(view: View, tokens: tuple[int, ...]) -> tuple[int, ...]:
    while tokens and view.lower(tokens[0]) in ("als", "wie", "für"):
        tokens = tokens[1:]
    return clean(view.graph.doc, tokens)


def _names_content(view: View, filler: Filler, given: Conditions) -> bool:
    return not given.content or (filler.head is not None and names(view, filler.head, given.content))


def _fill_actor(view: View, site: Site, frame: Frame, fillers: dict[FrameRole, Filler]) -> Failure | None:
    kind = frame.requires.actor or site.rule.requires.actor or "agent"
    refused: int | None = None
    for filler in _all(view, site, FrameRole.ACTOR, frame.actor):
        head = filler.head if filler.head is not None else filler.tokens[0]
        source = site.kind is CueKind.ATTRIBUTION and filler.slot.kind is SlotKind.POSSESSOR
        if source or can_hold(view, head, filler.tokens, kind) or _is_medium(view, site, head):
            fillers[FrameRole.ACTOR] = filler
            return None
        if not _may_modify(view, site, filler):
            refused = head if refused is None else refused
    return None if refused is None else Failure("actor", refused)


def _may_modify(view: View, site: Site, filler: Filler) -> bool:
    """Whether a von-phrase of a passive that cannot act goes with the noun before it („die Zahlung von Kosten")."""
    if filler.slot.kind is not SlotKind.SUBJECT or site.voice not in ("passive", "stative"):
        return False
    before = filler.tokens[0] - 2
    return before >= 0 and view.tag(before) == "NN" and view.lower(before + 1) == "von"


def _is_medium(view: View, site: Site, head: int) -> bool:
    """Whether a common noun is the name of a newspaper because it reports („der Spiegel berichtet")."""
    says = site.verb is not None and site.verb.lemma in view.graph.saying
    return (says or site.kind is CueKind.ATTRIBUTION) and view.text(head) in word_list("media_names")


def _fill_addressee(view: View, site: Site, frame: Frame, fillers: dict[FrameRole, Filler]) -> Failure | None:
    kind = frame.requires.addressee or site.rule.requires.addressee or "agent"
    taken = {t for filler in fillers.values() for t in filler.tokens[:1] if filler.clause is None}
    for filler in _all(view, site, FrameRole.ADDRESSEE, frame.addressee):
        head = filler.head if filler.head is not None else filler.tokens[0]
        if head not in taken and filler.tokens[0] not in taken and can_hold(view, head, filler.tokens, kind):
            fillers[FrameRole.ADDRESSEE] = filler
            return None
    return None


def _part(view: View, site: Site, fillers: dict[FrameRole, Filler]) -> None:
    """Give every word to one role: a phrase inside a larger one leaves it; of „nicht X, sondern Y" Y is the content."""
    judged = _is_contrasted(view, fillers.get(FrameRole.JUDGEMENT))
    role = FrameRole.JUDGEMENT if judged else FrameRole.CONTENT
    content = fillers.get(role)
    if content is not None and content.clause is None:
        focus = _contrasted(view, site, content)
        if focus is not None:
            fillers[role] = attrs.evolve(content, tokens=focus)
    for role, filler in list(fillers.items()):
        if filler.clause is not None or filler.quote is not None:
            continue
        inner = [o for r, o in fillers.items() if r is not role and _is_inside(o, filler)]
        tokens = [t for t in filler.tokens if all(t not in o.tokens for o in inner)]
        if inner and tokens:
            tokens = _without_dangling(view, tokens)
            fillers[role] = attrs.evolve(filler, tokens=clean(view.graph.doc, tokens) or filler.tokens)


def _is_contrasted(view: View, judgement: Filler | None) -> bool:
    """Whether it is the judgement that "nicht" denies („nicht als Gegner, sondern als Partner")."""
    if judgement is None or judgement.tokens[0] < 2:
        return False
    return view.lower(judgement.tokens[0] - 1) in ("als", "für") and view.lower(judgement.tokens[0] - 2) == "nicht"


def _is_inside(inner: Filler, outer: Filler) -> bool:
    return len(inner.tokens) < len(outer.tokens) and set(inner.tokens) <= set(outer.tokens)


def _without_dangling(view: View, tokens: list[int]) -> list[int]:
    """Drop a preposition whose noun phrase went to another role."""
    while tokens and view.tag(tokens[-1]) in ("APPR", "APPRART", "PROAV", "PAV"):
        tokens = tokens[:-1]
    return tokens


def _contrasted(view: View, site: Site, content: Filler) -> tuple[int, ...] | None:
    for token in site.clause.tokens:
        if view.lower(token) != "nicht" or token + 1 >= len(view.graph.doc):
            continue
        if min(content.tokens) > token + 3:
            continue
        other = contrast(view, site.clause, token)
        if view.lower(token + 1) in ("nur", "allein", "bloß"):
            both = _both(view, token, other)
            if both:
                return both
            continue
        if other is None:
            continue
        phrases = view.phrases_in(other + 1, other + 3)
        if phrases:
            widest = max(phrases, key=lambda np: len(np.tokens))
            tokens = [t for t in widest.tokens if t != widest.preposition]
            return clean(view.graph.doc, view.extended(tokens))
        later = [t for t in content.tokens if t > other]
        return clean(view.graph.doc, later) or None
    return None


def _both(view: View, first: int, other: int | None) -> tuple[int, ...]:
    """„nicht nur Geld, sondern auch Waffen" is one content."""
    if other is None:
        return ()
    phrases = view.phrases_in(other + 1, other + 4)
    if not phrases:
        return ()
    last = max(max(np.tokens) for np in phrases)
    return clean(view.graph.doc, range(first, last + 1))


def _conditions(view: View, site: Site, frame: Frame, fillers: dict[FrameRole, Filler]) -> Failure | None:
    for given in (site.rule.requires, frame.requires):
        failure = required(view, site, fillers, given)
        if failure is not None:
            return failure
    for given in (site.rule.unless, frame.unless):
        failure = excluded(view, site, fillers, given)
        if failure is not None:
            return failure
    if site.nominal and not {FrameRole.ACTOR, FrameRole.CONTENT} & set(fillers):
        return Failure("holder or content", site.anchor)
    if any(slot.kind is SlotKind.HOST for slot in frame.content) and FrameRole.CONTENT not in fillers:
        return Failure("host", site.anchor)
    return None
