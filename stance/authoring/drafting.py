"""Drafts a rule from one annotated sentence: its cue in citation form, the slots that give its roles, a type, overlaps.

Flows in: a sentence in the notation of examples; flows out: a :class:`Draft` whose rule was tried on the sentence. The
slots are found by trying: of all that the kind of cue can have, those are kept that bind exactly the words in brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from spacy.tokens import Doc, Token

from stance.authoring.bench import Bench
from stance.authoring.examples import ExampleResult, run_example
from stance.authoring.trial import Trial, possible_slots
from stance.clauses.graph import Clause
from stance.german import closed
from stance.german.idioms import word_class
from stance.model import Commitment, CommitmentType, SpanSet
from stance.rules.errors import suggest
from stance.rules.examples import Fault, parse_annotated
from stance.rules.schema import Cue, CueKind, Example, Frame, FrameRole, Rule, Slot, SlotKind
from stance.rules.writer import dump_rule
from stance.tagging.dense import characters

_STEM: Final = 5
_NAMES: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "_"})
_ROLES: Final = (FrameRole.CONTENT, FrameRole.JUDGEMENT, FrameRole.ACTOR, FrameRole.ADDRESSEE)
_PROPOSED: Final = 3
_ANY_CONTENT: Final = {
    **{kind: Slot(SlotKind.ACCUSATIVE) for kind in (CueKind.VERB, CueKind.IDIOM, CueKind.ADJECTIVE, CueKind.TOKENS)},
    CueKind.MODAL: Slot(SlotKind.PREDICATE),
    CueKind.NOUN: Slot(SlotKind.CLAUSE, "dass"),
    CueKind.ATTRIBUTION: Slot(SlotKind.HOST),
}


class DraftError(ValueError):
    """No rule can be drafted from a sentence; the message says why and what would help."""


@attrs.frozen
class Overlap:
    """A rule that is there already and has to do with the draft.

    Attributes:
        rule: its id.
        how: "fires on the sentence" or "has the cue".
    """

    rule: str
    how: str


@attrs.frozen
class Draft:
    """A drafted rule.

    Attributes:
        rule: the rule, with the sentence as its example.
        types: types that may be meant, the likeliest first; one where the author gave it.
        unbound: roles in brackets for which no slot was found.
        overlaps: rules that are there already and find the sentence or have the cue.
        result: what the drafted rule makes of the sentence when it works alone.
    """

    rule: Rule
    types: tuple[CommitmentType, ...]
    unbound: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    result: ExampleResult

    @property
    def yaml(self) -> str:
        """The rule as it is put below ``rules:``."""
        return dump_rule(self.rule)


def draft_rule(bench: Bench, notation: str, type: CommitmentType | None = None, name: str | None = None) -> Draft:
    """Draft a rule.

    Args:
        bench: the rules that are there already, and the pipeline.
        notation: ``"[Scholz]{actor} [lehnt]{cue} [die Pflicht]{content} [ab]{cue}."``
        type: the type; proposed where it is not given.
        name: id of the rule; made from type and cue where it is not given.

    Raises:
        DraftError: the brackets are wrong, mark no cue or content, or the cue is of no kind that rules know.

    >>> draft = draft_rule(Bench.of(["de.core"]), "[Scholz]{actor} [lehnt]{cue} [die Pflicht]{content} [ab]{cue}.")
    >>> draft.rule.cue.words, str(draft.rule.frames[0].content[0]), draft.types[0].value
    (('ablehnen',), 'accusative', 'rejection')
    """
    example = _example(notation)
    doc = bench.tagged(example.text)
    cue = _cue(doc, _of(example, "cue"))
    types = (type,) if type is not None else _types(bench, cue, example)
    frame, unbound = _frame(bench, doc, cue, example)
    chosen = name or f"{types[0].value}.{_slug(cue.words[0])}"
    doc_line = f"“{cue.words[0]}” with {', '.join(_told(frame))}."
    rule = Rule(chosen, types[0], cue, (frame,), doc_line, examples=(example,))
    found = Trial(bench, doc).alone(rule)
    overlaps = tuple(_overlaps(bench, example, cue))
    return Draft(rule, types, unbound, overlaps, run_example(rule, example, found))


def _example(notation: str) -> Example:
    parsed = parse_annotated(notation)
    if parsed.faults:
        raise DraftError(_pointed(notation, parsed.faults[0]))
    known = ("cue", *(role.value for role in FrameRole))
    for span, (start, end) in zip(parsed.spans, parsed.places, strict=True):
        if span.role not in known:
            fault = Fault(f"unknown role '{span.role}'", start, end, suggest(span.role, known))
            raise DraftError(_pointed(notation, fault))
    if not any(span.role == "cue" for span in parsed.spans):
        raise DraftError(f"{notation}\nno cue is marked: put the words that carry the act in [brackets]{{cue}}")
    return Example(parsed.text, parsed.spans)


def _pointed(notation: str, fault: Fault) -> str:
    carets = " " * fault.start + "^" * max(1, fault.end - fault.start)
    return f"{notation}\n{carets} {fault.message}" + (f": {fault.help}" if fault.help else "")


def _of(example: Example, role: str) -> SpanSet:
    return SpanSet.of((span.start, span.end) for span in example.spans if span.role == role)


# -- the cue ---------------------------------------------------------------------------------------------------------


def _cue(doc: Doc, spans: SpanSet) -> Cue:
    places = [(t, *characters(doc, t.i, t.i + 1)) for t in doc if not t.is_punct]
    tokens = [t for t, first, last in places if any(start <= first and last <= end for start, end in spans)]
    if not tokens:
        raise DraftError("the brackets of the cue cut through words: mark whole words")
    clause = doc._.clause_graph.clause_at(tokens[0].i)
    modal = [t for t in tokens if t.tag_.startswith("VM")]
    if len(tokens) == 1 and modal:
        return Cue(CueKind.MODAL, (tokens[0].lemma_,))
    verbal = [t for t in tokens if t.tag_.startswith("V") or t.tag_ == "PTKVZ"]
    if len(verbal) == len(tokens) == 1 and _is_state(verbal[0], clause):
        return _adjective(tokens[0], tokens[0].text.lower(), clause)
    if verbal and len(verbal) == len(tokens):
        return Cue(CueKind.VERB, (_verb(doc, tokens, clause),))
    if verbal:
        return Cue(CueKind.IDIOM, (_idiom(doc, tokens, clause),))
    return _nominal(doc, tokens, clause)


def _verb(doc: Doc, tokens: Sequence[Token], clause: Clause | None) -> str:
    if clause is not None and clause.verb is not None and clause.verb.main in {t.i for t in tokens}:
        lemma = clause.verb.lemma
    else:
        lemma = tokens[-1].lemma_
    reflexive = clause is not None and any(doc[t].tag_ == "PRF" for t in clause.tokens)
    return f"sich {lemma}" if reflexive else lemma


def _idiom(doc: Doc, tokens: Sequence[Token], clause: Clause | None) -> str:
    """The words in their order, without articles and without what belongs to the verb, the infinitive last."""
    own = set() if clause is None or clause.verb is None else set(clause.verb.tokens)
    verbal = [t for t in tokens if t.tag_.startswith("V") or t.tag_ == "PTKVZ"]
    verb = _verb(doc, verbal, clause)
    others = [t for t in tokens if t not in verbal and t.i not in own]
    words = [t.text if t.tag_ in ("NN", "NE") else t.text.lower() for t in others]
    kept = [word for word in words if word_class(word) not in ("determiner", "reflexive")]
    reflexive = ["sich"] if verb.startswith("sich ") else []
    return " ".join([*reflexive, *kept, verb.removeprefix("sich ")])


def _nominal(doc: Doc, tokens: Sequence[Token], clause: Clause | None) -> Cue:
    first = tokens[0]
    if closed.preposition(first.text) or first.tag_ in ("APPO", "APPR") or first.text.lower() in ("so", "zufolge"):
        return Cue(CueKind.ATTRIBUTION, (" ".join(t.text if t.tag_ == "NN" else t.text.lower() for t in tokens),))
    if len(tokens) == 1 and first.tag_ in ("NN", "NE"):
        return Cue(CueKind.NOUN, (first.lemma_,))
    if len(tokens) == 1 and first.tag_ in ("ADJD", "VVPP", "ADJA"):
        return _adjective(first, first.lemma_, clause)
    words = " ".join(t.text for t in tokens)
    help = "mark a verb, noun, adjective, attributor, or an idiom with its verb"
    raise DraftError(f"“{words}” is no cue that rules know: {help}")


def _is_state(token: Token, clause: Clause | None) -> bool:
    """„ist entschlossen": a participle with sein, and nothing happens."""
    return token.tag_ == "VVPP" and clause is not None and clause.verb is not None and clause.verb.voice == "stative"


def _adjective(token: Token, word: str, clause: Clause | None) -> Cue:
    standard = Cue(CueKind.ADJECTIVE, (word,))
    verb = None if clause is None else clause.verb
    if verb is None or verb.main == token.i or verb.lemma in standard.copula:
        return standard
    return attrs.evolve(standard, copula=(verb.lemma,))


# -- the type ----------------------------------------------------------------------------------------------------------


def _types(bench: Bench, cue: Cue, example: Example) -> tuple[CommitmentType, ...]:
    """Types of the rules that find the sentence, whose cues are this word, or that share its stem; else of its kind."""
    own = _stems(cue.words[0])
    firing = _firing(bench, example)
    scores: Counter[CommitmentType] = Counter()
    for rule in bench.rules.rules:
        if rule.id in firing:
            scores[rule.type] += 1000
        for word in rule.cue.words:
            if word == cue.words[0] and rule.cue.kind is cue.kind:
                scores[rule.type] += 100
            elif own & _stems(word):
                scores[rule.type] += 10
    if not scores:
        scores.update(rule.type for rule in bench.rules.rules if rule.cue.kind is cue.kind)
    return tuple(kind for kind, _ in scores.most_common(_PROPOSED)) or (CommitmentType.ASSERTION,)


def _stems(word: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, particles apart ("ablehnen" and "Ablehnung" share "ablehn")."""
    parts = word.split()
    telling = [part.lower() for part in parts if part == parts[-1] or word_class(part) in ("noun", "adjective", "word")]
    found = {re.sub(r"(ung|en|n|e)$", "", part) for part in telling}
    return frozenset(stem for stem in found if len(stem) >= _STEM)


def _slug(word: str) -> str:
    return re.sub(r"[^\w]", "", word.lower().translate(_NAMES))


# -- the frame ---------------------------------------------------------------------------------------------------------


def _frame(bench: Bench, doc: Doc, cue: Cue, example: Example) -> tuple[Frame, tuple[str, ...]]:
    """The slots that bind the marked words, role by role, and the roles for which there are none."""
    trial = Trial(bench, doc)
    frame = Frame()
    unbound: list[str] = []
    slots = tuple(possible_slots(cue.kind, doc))
    for role in _ROLES:
        wanted = _of(example, role.value)
        if not wanted:
            continue
        found = next((f for f in _tries(frame, role, slots) if _binds(trial, cue, f, role, wanted, example)), None)
        if found is None:
            unbound.append(role.value)
        else:
            frame = found
    if not frame.content:
        frame = attrs.evolve(frame, content=(_ANY_CONTENT[cue.kind],), optional=frozenset({FrameRole.CONTENT}))
    return frame, tuple(unbound)


def _tries(frame: Frame, role: FrameRole, slots: Sequence[Slot]) -> Iterator[Frame]:
    taken = {own for other in FrameRole for own in frame.slots(other)}
    for slot in slots:
        if slot not in taken:
            yield _with(frame, role, slot)


def _with(frame: Frame, role: FrameRole, slot: Slot) -> Frame:
    if role is FrameRole.CONTENT:
        return attrs.evolve(frame, content=(slot,))
    if role is FrameRole.JUDGEMENT:
        return attrs.evolve(frame, judgement=(slot,))
    return attrs.evolve(frame, actor=(slot,)) if role is FrameRole.ACTOR else attrs.evolve(frame, addressee=(slot,))


def _binds(trial: Trial, cue: Cue, frame: Frame, role: FrameRole, wanted: SpanSet, example: Example) -> bool:
    """Whether a frame gives a role exactly the words that are wanted."""
    if not frame.content:
        frame = attrs.evolve(frame, content=(_ANY_CONTENT[cue.kind],), optional=frozenset({FrameRole.CONTENT}))
    rule = Rule("draft.rule", CommitmentType.ASSERTION, cue, (frame,))
    return any(_fills(found, role, wanted, example.text) for found in trial.alone(rule))


def _fills(found: Commitment, role: FrameRole, wanted: SpanSet, text: str) -> bool:
    mention = getattr(found, role.value)
    return mention is not None and _letters(mention.spans, text) == _letters(wanted, text)


def _letters(spans: SpanSet, text: str) -> frozenset[int]:
    """The covered letters and digits: punctuation at edges does not count."""
    return frozenset(offset for start, end in spans for offset in range(start, end) if text[offset].isalnum())


def _told(frame: Frame) -> Iterator[str]:
    for role in _ROLES:
        slots = frame.slots(role)
        if slots:
            yield f"{role.value} as {' or '.join(map(str, slots))}"


# -- what is there already ---------------------------------------------------------------------------------------------


def _overlaps(bench: Bench, example: Example, cue: Cue) -> Iterator[Overlap]:
    firing = _firing(bench, example)
    yield from (Overlap(rule, "fires on the sentence") for rule in sorted(firing))
    for rule in bench.rules.rules:
        if rule.id not in firing and rule.cue.kind is cue.kind and set(rule.cue.words) & set(cue.words):
            yield Overlap(rule.id, "has the cue")


def _firing(bench: Bench, example: Example) -> frozenset[str]:
    """The rules that find the cue of a sentence."""
    spans = _of(example, "cue")
    (found,) = bench.commitments([example.text])
    return frozenset(each.rule for each in found if each.cue is not None and each.cue.spans.overlap(spans))
