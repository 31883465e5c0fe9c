"""Hypothesis strategies for the value objects of all rooms, in one place."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import attrs
import hypothesis.strategies as st
from ruamel.yaml import YAML

from stance.german import verbs
from stance.model import (
    Actor,
    ActorKind,
    Binding,
    Commitment,
    CommitmentType,
    DocumentResult,
    Evidence,
    Form,
    Mention,
    Modality,
    Mood,
    Polarity,
    RulesInfo,
    SpanSet,
    Status,
    Strength,
)
from stance.model import Cue as ResultCue
from stance.rules.schema import (
    Conditions,
    Cue,
    CueKind,
    Example,
    ExampleSpan,
    Frame,
    FrameRole,
    Invariance,
    Outcome,
    Pack,
    Rule,
    Sense,
    Slot,
    SlotKind,
)
from stance.rules.slots import CLAUSE_TYPES, SLOTS
from stance.rules.writer import dump_pack, to_flow

# --- rule packs ------------------------------------------------------------------------------------------------------

LETTERS = "abdefgiklmnorstuäöüß"
Words = tuple[str, ...]

# Strategies are made once and kept: to make and check one takes longer than to draw from it.
_kept = lru_cache(maxsize=256)


_any = _kept(st.sampled_from)


@_kept
def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What a strategy gives, or None."""
    return st.none() | strategy


@_kept
def _few(strategy: st.SearchStrategy[Any], most: int, least: int = 0) -> st.SearchStrategy[list[Any]]:
    """Up to some of what a strategy gives."""
    return st.lists(strategy, min_size=least, max_size=most)


@cache
def characters() -> st.SearchStrategy[str]:
    """Any character that text can hold: control characters and quotation marks too, surrogates not."""
    return st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("[]{}\\\"'#:,$|&*!% \t\n„“🙂"))


@cache
def phrases() -> st.SearchStrategy[str]:
    """Text with something to see at both ends."""
    return st.text(characters(), min_size=1, max_size=12).filter(lambda text: text == text.strip() and bool(text))


@cache
def words() -> st.SearchStrategy[str]:
    """What may stand in a word list: any text that is no reference to another list."""
    return phrases().filter(lambda text: not text.startswith("$"))


@cache
def identifiers() -> st.SearchStrategy[str]:
    """Rule ids and pack names."""
    part = st.text("abcdefghijklmnopqrstuvwxyz_-0123456789äß", min_size=1, max_size=8)
    return st.lists(part, min_size=2, max_size=3).map(".".join)


@cache
def cue_words(kind: CueKind) -> st.SearchStrategy[str]:
    """Citation forms for a kind of cue."""
    stems = st.text(LETTERS, min_size=1, max_size=8)
    verbs = stems.map(lambda stem: stem + "en")
    nouns = stems.map(str.capitalize).filter(lambda word: word[0].isupper())
    reflexive = verbs.map(lambda verb: f"sich {verb}")
    others = st.lists(st.one_of(stems, nouns, st.sampled_from(["in", "zur", "keinen", "die"])), max_size=3)
    idioms = st.tuples(others, st.sampled_from(["Absage", "Aussicht", "bereit"]), verbs)
    by_kind: dict[CueKind, st.SearchStrategy[str]] = {
        CueKind.VERB: st.one_of(verbs, reflexive),
        CueKind.MODAL: verbs,
        CueKind.NOUN: nouns,
        CueKind.ADJECTIVE: stems,
        CueKind.IDIOM: idioms.map(lambda parts: " ".join([*parts[0], *parts[1:]])),
        CueKind.ATTRIBUTION: words(),
    }
    return by_kind[kind]


@cache
def token_patterns() -> st.SearchStrategy[str]:
    """spaCy token patterns as the reader keeps them."""
    value: st.SearchStrategy[Any] = st.one_of(
        phrases(), st.booleans(), st.dictionaries(st.just("IN"), st.lists(words()))
    )
    token = st.dictionaries(st.sampled_from(["LOWER", "LEMMA", "TAG", "IS_ALPHA"]), value, min_size=1)
    return st.lists(token, min_size=1, max_size=3).map(
        lambda pattern: json.dumps(pattern, ensure_ascii=False, sort_keys=True)
    )


@_kept
def cues(kind: CueKind, lists: Words) -> st.SearchStrategy[Cue]:
    """Cues of a kind, with references to lists."""
    if kind is CueKind.TOKENS:
        return st.lists(token_patterns(), min_size=1, max_size=2).map(lambda found: Cue(kind, patterns=tuple(found)))
    copula = _tuples(st.sampled_from(["sein", "bleiben", "zeigen"]), min_size=1)
    standard = Cue(kind).copula
    return st.builds(
        Cue,
        kind=st.just(kind),
        words=_tuples(_or_list(cue_words(kind), lists), min_size=1),
        copula=copula if kind is CueKind.ADJECTIVE else st.just(standard),
    )


@cache
def slots(kind: CueKind) -> st.SearchStrategy[Slot]:
    """Slots that a kind of cue can have."""

    def detail(slot: SlotKind) -> st.SearchStrategy[Slot]:
        if slot is SlotKind.CLAUSE:
            return st.sampled_from(CLAUSE_TYPES).map(lambda of: Slot(slot, of))
        if slot is SlotKind.PP:
            return st.sampled_from(["von", "für", "gegenüber"]).map(lambda of: Slot(slot, of))
        return st.just(Slot(slot))

    return st.sampled_from(sorted(SLOTS[kind])).flatmap(detail)


@cache
def _some(*names: str) -> st.SearchStrategy[set[str]]:
    """Up to three names."""
    return st.sets(st.sampled_from(names), max_size=3)


@_kept
def _options(kind: CueKind, lists: Words) -> dict[str, st.SearchStrategy[Any]]:
    """What conditions can say, by their keys in order."""
    listed = _tuples(_or_list(words(), lists), min_size=1)
    some: dict[str, st.SearchStrategy[Any]] = {
        "negated": st.booleans(),
        "voice": _tuples(st.sampled_from(["active", "passive", "stative", "recipient"]), min_size=1),
        "tense": _tuples(st.sampled_from(["present", "past", "future_perfect"]), min_size=1),
        "mood": _tuples(st.sampled_from([str(mood) for mood in Mood]), min_size=1),
        "person": _tuples(st.integers(1, 3), min_size=1),
        "modal": listed,
        "actor": st.sampled_from(["agent", "person", "institution", "any"]),
        "addressee": st.sampled_from(["agent", "any"]),
        "content": listed,
        "subject": listed,
        "accusative": listed,
        "dative": listed,
        "pp": listed,
        "adverb": listed,
        "roles": _tuples(st.sampled_from(FrameRole), min_size=1),
        "reflexive": st.booleans(),
    }
    if kind is CueKind.NOUN:
        some["plural"] = st.booleans()
    if kind is CueKind.MODAL:
        some["infinitive"] = st.sampled_from(["perfect", "present"])
    return dict(sorted(some.items()))


@_kept
@st.composite
def conditions(draw: st.DrawFn, kind: CueKind, lists: Words) -> Conditions:
    """Conditions, mostly few."""
    some = _options(kind, lists)
    chosen = draw(_some(*some))
    return Conditions(**{name: draw(some[name]) for name in sorted(chosen)})


@_kept
def _subsets(options: tuple[Any, ...]) -> st.SearchStrategy[frozenset[Any]]:
    """Some of some options."""
    return st.frozensets(st.sampled_from(options))


@_kept
@st.composite
def frames(draw: st.DrawFn, kind: CueKind, lists: Words) -> Frame:
    """Frames that name a content."""
    given = _tuples(slots(kind), max_size=3)
    judgement = draw(given)
    may_lack = (FrameRole.CONTENT, *([FrameRole.JUDGEMENT] if judgement else []))
    return Frame(
        actor=draw(given),
        addressee=draw(given),
        content=draw(_tuples(slots(kind), min_size=1, max_size=3)),
        judgement=judgement,
        optional=draw(_subsets(may_lack)),
        requires=draw(conditions(kind, lists)),
        unless=draw(conditions(kind, lists)),
        polarity=draw(_maybe(_any(Polarity))),
    )


_BOOLEANS = st.booleans()
_PADDING = st.text(characters(), max_size=4)
_EXPECTED = st.dictionaries(st.sampled_from(["actor", "condition"]), phrases(), max_size=2)
_PRIORITIES = st.integers(-99, 99)
_DOCS = st.just("") | phrases()
_VERSIONS = st.just("1.0.0") | phrases()
_LIST_NAMES = st.sets(st.text(LETTERS, min_size=1, max_size=6), max_size=3)
_SENSES = st.lists(st.tuples(phrases(), phrases()), max_size=3, unique=True)


@_kept
@st.composite
def examples(draw: st.DrawFn, roles: Words) -> Example:
    """Annotated examples with nested and discontinuous roles, and texts in which nothing is to be found."""
    if draw(_BOOLEANS):
        return Example(draw(phrases()), negative=True)
    text: list[str] = []
    spans: list[ExampleSpan | None] = []

    def span(role: str, inner: Callable[[], None]) -> None:
        at, start = len(spans), sum(map(len, text))
        spans.append(None)
        text.append(draw(phrases()))
        inner()
        text.append(draw(phrases()))
        spans[at] = ExampleSpan(role, start, sum(map(len, text)))

    def nothing() -> None:
        pass

    for role in ["cue", *draw(_few(_any(roles), 3))]:
        text.append(draw(_PADDING))
        nested = draw(_maybe(_any(roles)))
        span(role, nothing if nested is None else lambda nested=nested: span(nested, nothing))  # type: ignore[misc]
    expect = draw(_EXPECTED)
    kept = tuple(found for found in spans if found is not None)
    return Example("".join(text), kept, expect=tuple(sorted(expect.items())))


@_kept
@st.composite
def rules(draw: st.DrawFn, lists: Words) -> Rule:
    """Rules of any kind of cue."""
    kind = draw(_any(CueKind))
    given = tuple(draw(_few(frames(kind, lists), 2, least=1)))
    roles = ("cue", "condition", *(str(role) for role in FrameRole if any(frame.slots(role) for frame in given)))
    by_judgement = draw(_BOOLEANS) and any(frame.judgement for frame in given)
    return Rule(
        id=draw(identifiers()),
        type=draw(_any(CommitmentType)),
        cue=draw(cues(kind, lists)),
        frames=given,
        doc=draw(_DOCS),
        requires=draw(conditions(kind, lists)),
        unless=draw(conditions(kind, lists)),
        strength=draw(_any(Strength)),
        force=draw(_maybe(_any(CommitmentType))),
        polarity=None if by_judgement else draw(_maybe(_any(Polarity))),
        polarity_by_judgement=by_judgement,
        status=draw(_maybe(_any(Status))),
        form=draw(_maybe(_any(Form))),
        priority=draw(_PRIORITIES),
        invariant_to=draw(_tuples(_any(Invariance))),
        neg_raising=draw(_BOOLEANS),
        factive=draw(_BOOLEANS),
        negated=draw(_maybe(outcomes())),
        examples=tuple(draw(_few(examples(roles), 2))),
    )


@cache
def outcomes() -> st.SearchStrategy[Outcome]:
    """What a negated cue gives."""
    return st.builds(
        Outcome,
        type=st.none() | st.sampled_from(CommitmentType),
        polarity=st.none() | st.sampled_from(Polarity),
        strength=st.none() | st.sampled_from(Strength),
        status=st.sampled_from(Status),
    )


@st.composite
def packs(draw: st.DrawFn, min_rules: int = 0) -> Pack:
    """Packs that the reader accepts, rules and lists in order of their names."""
    names = tuple(sorted(draw(_LIST_NAMES)))
    lists = [(name, draw(_tuples(words(), min_size=1, max_size=4))) for name in names]
    found = draw(st.lists(rules(names), min_size=min_rules, max_size=3, unique_by=lambda rule: rule.id))
    return Pack(
        name=draw(phrases()),
        version=draw(_VERSIONS),
        rules=tuple(sorted(found, key=lambda rule: rule.id)),
        lists=tuple(lists),
        off=draw(_tuples(identifiers(), max_size=2)),
        senses=draw(senses(tuple(sorted(rule.id for rule in found)))),
    )


@_kept
@st.composite
def senses(draw: st.DrawFn, ids: Words) -> tuple[Sense, ...]:
    """Senses in order of their cues, which rules find or nothing does."""
    names = draw(_SENSES)
    found: list[Sense] = []
    for cue, gloss in sorted(names, key=lambda name: name[0]):
        gives = draw(_any((None, *ids)))
        example = draw(examples(("actor", "content") if gives else ("cue",)).filter(lambda given: not given.negative))
        found.append(Sense(cue, gloss, gives, example))
    return tuple(found)


# --- packs with one node changed -------------------------------------------------------------------------------------

NodePath = tuple[int | str, ...]


@attrs.frozen
class YamlMapping:
    """A mapping as YAML can write it: keys in any order, and twice."""

    items: tuple[tuple[Any, Any], ...]


@attrs.frozen
class Span:
    """Where a node stands in a text: (line, column) of its first character and after its last, 1-based."""

    start: tuple[int, int]
    end: tuple[int, int]

    def holds(self, line: int, column: int) -> bool:
        """Whether a place lies within the node."""
        return self.start <= (line, column) <= self.end


@attrs.frozen
class Mutant:
    """A pack of which one node was changed.

    Attributes:
        text: the pack as YAML.
        change: what was done, for the report of a failure.
        node: where the changed node stands; where it was taken out, the node that held it.
        around: where the mapping or list stands that holds it.
    """

    text: str
    change: str
    node: Span
    around: Span


class _Emitter:
    """Writes plain data as YAML, a node a line, and keeps where each node stands."""

    def __init__(self, comments: Sequence[str] = ()) -> None:
        self._parts: list[str] = []
        self._at = (1, 1)
        self._comments = list(comments)
        self.spans: dict[NodePath, Span] = {}

    def text(self, root: Any) -> str:
        self._node(root, ())
        return "".join(self._parts) + "\n"

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at = (self._at[0] + 1, 1) if text.endswith("\n") else (self._at[0], self._at[1] + len(text))

    def _break(self) -> None:
        self._put(f" # {self._comments.pop()}\n" if self._comments else "\n")

    def _node(self, node: Any, path: NodePath) -> None:
        start = self._at
        if isinstance(node, (YamlMapping, list)):
            self._put("{" if isinstance(node, YamlMapping) else "[")
            self._break()
            for at, item in enumerate(node.items if isinstance(node, YamlMapping) else node):
                if isinstance(node, YamlMapping):
                    self._node(item[0], (*path, at, "key"))
                    self._put(": ")
                    self._node(item[1], (*path, at, "value"))
                else:
                    self._node(item, (*path, at))
                self._put(",")
                self._break()
            self._put("}" if isinstance(node, YamlMapping) else "]")
        else:
            self._put(to_flow(node))
        self.spans[path] = Span(start, self._at)


def _paired(data: Any) -> Any:
    """Plain data with its mappings as pairs."""
    if isinstance(data, dict):
        return YamlMapping(tuple((key, _paired(value)) for key, value in data.items()))
    return [_paired(item) for item in data] if isinstance(data, list) else data


def _tree(pack: Pack) -> Any:
    return _paired(YAML(typ="safe", pure=True).load(dump_pack(pack)))


def _paths(node: Any, path: NodePath = ()) -> list[NodePath]:
    """All nodes of a document, keys included."""
    found = [path]
    if isinstance(node, YamlMapping):
        for at, (_, value) in enumerate(node.items):
            found += [(*path, at, "key"), *_paths(value, (*path, at, "value"))]
    elif isinstance(node, list):
        for at, item in enumerate(node):
            found += _paths(item, (*path, at))
    return found


def _changed(node: Any, path: NodePath, change: Callable[[Any], Any]) -> Any:
    """A document with one node replaced."""
    if not path:
        return change(node)
    at = path[0]
    assert isinstance(at, int)
    if isinstance(node, YamlMapping):
        pairs = list(node.items)
        key, value = pairs[at]
        pairs[at] = (change(key), value) if path[1] == "key" else (key, _changed(value, path[2:], change))
        return YamlMapping(tuple(pairs))
    return [*node[:at], _changed(node[at], path[1:], change), *node[at + 1 :]]


_NONSENSE = ("Unsinn", "", None, 7, True, "a.b", "$nirgends", "[x]{y}", "content?", "verb", "pp.", "clause.das")


@st.composite
def _changes(draw: st.DrawFn, node: Any) -> tuple[str, Any]:
    """Another node in the place of one, and what was done."""
    kinds = ["nonsense", "mapping"]
    if isinstance(node, (YamlMapping, list)):
        size = len(node.items if isinstance(node, YamlMapping) else node)
        kinds += ["empty", *(["drop", "twice", "turned", "first"] if size else [])]
    kind = draw(st.sampled_from(kinds))
    if kind == "nonsense":
        return kind, draw(st.sampled_from(_NONSENSE))
    if kind == "mapping":
        return kind, YamlMapping((("Unsinn", node),))
    items = list(node.items) if isinstance(node, YamlMapping) else node
    at = draw(st.integers(0, max(0, len(items) - 1)))
    others: dict[str, Callable[[], Any]] = {
        "empty": lambda: [],
        "drop": lambda: [*items[:at], *items[at + 1 :]],
        "twice": lambda: [*items[: at + 1], *items[at:]],
        "turned": lambda: list(reversed(items)),
        "first": lambda: items[0],
    }
    found = others[kind]()
    if isinstance(node, YamlMapping) and kind == "first":
        return kind, found[1]
    return kind, YamlMapping(tuple(found)) if isinstance(node, YamlMapping) else found


@st.composite
def mutants(draw: st.DrawFn) -> Mutant:
    """Packs of which one node is nonsense, of another shape, missing, or there twice."""
    tree = _tree(draw(packs(min_rules=1)))
    path = draw(st.sampled_from(_paths(tree)))
    done: list[str] = []

    def change(node: Any) -> Any:
        if path and path[-1] == "key":
            done.append("key")
            return draw(st.sampled_from(["Unsinn", f"{node}n"]))
        kind, new = draw(_changes(node))
        done.append(kind)
        return new

    emitter = _Emitter()
    text = emitter.text(_changed(tree, path, change))
    above = path[: -2 if path and path[-1] in ("key", "value") else -1]
    return Mutant(text, f"{done[0]} at {path}", emitter.spans[path], emitter.spans[above])


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[Pack, str]:
    """A pack, and a text that says the same with its keys in another order and with comments."""
    pack = draw(packs(min_rules=1))

    def turned(node: Any) -> Any:
        if isinstance(node, YamlMapping):
            return YamlMapping(tuple((key, turned(value)) for key, value in draw(st.permutations(node.items))))
        return [turned(item) for item in node] if isinstance(node, list) else node

    comments = draw(st.lists(st.text(LETTERS + " :{}[]'\"#", max_size=8), max_size=20))
    return pack, _Emitter(comments).text(turned(_tree(pack)))


@_kept
def _or_list(inner: st.SearchStrategy[str], lists: Words) -> st.SearchStrategy[str]:
    return inner | st.sampled_from(lists).map(lambda name: f"${name}") if lists else inner


@_kept
def _tuples(inner: st.SearchStrategy[Any], min_size: int = 0, max_size: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(inner, min_size=min_size, max_size=max_size, unique=True).map(tuple)


# --- results ---------------------------------------------------------------------------------------------------------


@cache
def span_sets(limit: int = 200) -> st.SearchStrategy[SpanSet]:
    """One to three spans of characters below a limit; neighbours may touch."""
    cuts = st.lists(st.integers(0, limit), min_size=2, max_size=6, unique=True).map(sorted)
    return cuts.map(lambda offsets: SpanSet(tuple(zip(offsets[::2], offsets[1::2], strict=False))))


@cache
def mentions(limit: int = 200) -> st.SearchStrategy[Mention]:
    """Mentions whose text is free."""
    return st.builds(Mention, text=phrases(), spans=span_sets(limit))


@cache
def actors(limit: int = 200) -> st.SearchStrategy[Actor]:
    """Actors, resolved or not."""
    name = st.none() | phrases()
    return st.builds(Actor, phrases(), span_sets(limit), name, name, st.sampled_from(ActorKind))


@cache
def evidences(limit: int = 200) -> st.SearchStrategy[Evidence]:
    """Evidence; each binding has its own name."""
    bindings = st.lists(st.builds(Binding, phrases(), span_sets(limit)), max_size=3, unique_by=lambda b: b.name)
    return st.builds(Evidence, st.text(characters(), max_size=5), phrases(), bindings.map(tuple)) | st.just(Evidence())


@cache
def commitments(limit: int = 200) -> st.SearchStrategy[Commitment]:
    """Commitments with any combination of fields, possible in German or not."""
    return st.builds(
        Commitment,
        id=phrases(),
        type=st.sampled_from(CommitmentType),
        force=st.none() | st.sampled_from(CommitmentType),
        form=st.sampled_from(Form),
        status=st.sampled_from(Status),
        polarity=st.sampled_from(Polarity),
        content_negated=st.booleans(),
        strength=st.sampled_from(Strength),
        modality=st.none() | st.sampled_from(Modality),
        mood=st.none() | st.sampled_from(Mood),
        actor=st.none() | actors(limit),
        addressee=st.none() | actors(limit),
        cue=st.none() | st.builds(ResultCue, phrases(), span_sets(limit), phrases()),
        content=st.none() | mentions(limit),
        judgement=st.none() | mentions(limit),
        condition=st.none() | mentions(limit),
        sources=st.lists(actors(limit), max_size=2).map(tuple),
        antecedent=st.none() | phrases(),
        sentence=st.tuples(st.integers(0, limit), st.integers(0, limit)).map(lambda pair: (min(pair), max(pair))),
        rule=identifiers(),
        evidence=evidences(limit),
    )


@cache
def results() -> st.SearchStrategy[DocumentResult]:
    """Results of one document."""
    rules = st.builds(RulesInfo, identifiers(), phrases(), st.text("0123456789abcdef", min_size=64, max_size=64))
    found = st.lists(commitments(), max_size=3).map(tuple)
    days = st.none() | st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2023", "2023-05"])
    return st.builds(DocumentResult, id=phrases(), rules=rules, pipeline=phrases(), commitments=found, date=days)


_SPEAKERS = (
    ("Karla Voss", "karla-voss", ActorKind.PERSON),
    ("SPD", "spd", ActorKind.ORGANISATION),
    ("Kritiker", "kritiker", ActorKind.COLLECTIVE),
    ("man", None, ActorKind.GENERIC),
    (None, None, ActorKind.UNKNOWN),
)
_DEBATED = (
    "die Lieferung von Panzern",
    "Panzer zu liefern",
    "einen Lieferstopp für Panzer",
    "Gas zu kaufen",
    "den Plan",
)


def _debated(number: int, values: tuple[Any, ...]) -> Commitment:
    type, force, status, polarity, negated, (name, id, kind), content, antecedent = values
    return Commitment(
        id=f"c{number}",
        type=type,
        force=force,
        form=Form.REPORTED,
        status=status,
        polarity=polarity,
        content_negated=negated,
        strength=Strength.PLAIN,
        modality=None,
        mood=None,
        actor=Actor(name or "sie", SpanSet(((0, 3),)), name, id, kind),
        addressee=None,
        cue=None,
        content=Mention(content, SpanSet(((number * 50, number * 50 + 5),))),
        judgement=None,
        condition=None,
        sources=(),
        antecedent=antecedent,
        sentence=(0, number * 50 + 5),
        rule="a.b",
        evidence=Evidence(),
    )


def debates() -> st.SearchStrategy[DocumentResult]:
    """Results in which few speakers come back to few matters, also by pointing back, on few days."""
    acts = st.tuples(
        st.sampled_from(CommitmentType),
        st.sampled_from([None, CommitmentType.DEMAND]),
        st.sampled_from([Status.ACTUAL, Status.ACTUAL, Status.NEGATED]),
        st.sampled_from(Polarity),
        st.booleans(),
        st.sampled_from(_SPEAKERS),
        st.sampled_from(_DEBATED),
        st.sampled_from([None, None, "c1", "c2", "c9"]),
    )
    found = st.lists(acts, min_size=1, max_size=5).map(lambda acts: tuple(map(_debated, range(1, 6), acts)))
    days = st.sampled_from([None, "2025-03-03", "2025-05-12", "2025-05"])
    rules = RulesInfo("test", "1.0.0", "0" * 64)
    return st.builds(
        DocumentResult, id=st.just("a"), rules=st.just(rules), pipeline=st.just("p"), commitments=found, date=days
    )


# --- German sentences with their tags --------------------------------------------------------------------------------

Pairs = tuple[tuple[str, str], ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


STTS = _words(
    "ADJA ADJD ADV APPR APPRART APPO APZR ART CARD FM ITJ KOUI KOUS KON KOKOM NN NE PDS PDAT PIS PIAT PIDAT PPER PPOSS "
    "PPOSAT PRELS PRELAT PRF PWS PWAT PWAV PROAV PTKZU PTKNEG PTKVZ PTKANT PTKA TRUNC VVFIN VVIMP VVINF VVIZU VVPP "
    "VAFIN VAIMP VAINF VAPP VMFIN VMINF VMPP XY $, $. $( _SP"
)
_NOISE = _words(
    "und oder noch weder sondern als wie so dass ob wenn um ohne zu die der das den es dafür darauf von für nicht kein "
    "Merz SPD Montag Woche Forderung Kanzler sagte sei hat wird will worden lehnt ab abgelehnt abzulehnen müsse "
    ', , . : ; – ! ? ( ) [ ] „ “ ” " » « ‚ ‘ › ‹ 2025 %'
)


def _pairs(text: str) -> Pairs:
    return tuple((form, tag) for form, _, tag in (pair.rpartition("/") for pair in text.split()))


def tag_sequences(max_size: int = 25) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Forms and tags without any grammar, punctuation and quotation marks among them."""
    form = st.one_of(st.sampled_from(_NOISE), st.text(characters(), min_size=1, max_size=5).filter(_is_word))
    return st.lists(st.tuples(form, st.sampled_from(STTS)), min_size=1, max_size=max_size)


def _is_word(text: str) -> bool:
    return not any(char.isspace() for char in text)


@attrs.frozen
class Nominal:
    """A noun phrase with its tags; ``relative`` is the pronoun in the nominative that can follow it, "" for none."""

    pairs: Pairs
    person: int = 3
    number: str = "sg"
    relative: str = ""

    @property
    def text(self) -> str:
        """Its words with blanks between."""
        return " ".join(form for form, _ in self.pairs)


@attrs.frozen
class GermanSentence:
    """A sentence that was composed of known parts, so that what an analysis must find is known.

    Attributes:
        pairs: forms and STTS tags.
        lemma, tense, mood: of the predicate.
        subject: its subject.
        accusative: its object, or None.
        order: "subject", "adverbial" (in the prefield), "v1", "dass" (a verb-last clause), "report" (a V2 complement).
        verb: token of its finite verb.
        after_subject, after_finite: tokens before which something can be inserted between commas.
        complement: type of the clause that the predicate takes ("dass", "v2", "zu"), or None.
        complement_verb: token of the main verb of that clause, or None.
    """

    pairs: Pairs
    lemma: str
    tense: str
    mood: str
    subject: Nominal
    accusative: Nominal | None
    order: str
    verb: int
    after_subject: int
    after_finite: int | None
    complement: str | None = None
    complement_verb: int | None = None

    def inserted(self, at: int, pairs: Pairs) -> GermanSentence:
        """The sentence with more tokens before one of its tokens."""
        shift = len(pairs)

        def moved(token: int | None) -> int | None:
            return token if token is None or token < at else token + shift

        return attrs.evolve(
            self,
            pairs=(*self.pairs[:at], *pairs, *self.pairs[at:]),
            verb=moved(self.verb),
            complement_verb=moved(self.complement_verb),
        )


SUBJECTS = (
    Nominal(_pairs("der/ART Kanzler/NN"), relative="der"),
    Nominal(_pairs("die/ART Ministerin/NN"), relative="die"),
    Nominal(_pairs("die/ART SPD/NE"), relative="die"),
    Nominal(_pairs("der/ART Sprecher/NN der/ART Union/NN")),
    Nominal(_pairs("Angela/NE Merkel/NE"), relative="die"),
    Nominal(_pairs("Bundeskanzler/NN Friedrich/NE Merz/NE"), relative="der"),
    Nominal(_pairs("die/ART Gewerkschaften/NN"), number="pl", relative="die"),
    Nominal(_pairs("sie/PPER"), number="pl"),
    Nominal(_pairs("wir/PPER"), person=1, number="pl"),
    Nominal(_pairs("ich/PPER"), person=1),
    Nominal(_pairs("man/PIS")),
)
OBJECTS = (
    Nominal(_pairs("den/ART Antrag/NN")),
    Nominal(_pairs("das/ART Gesetz/NN")),
    Nominal(_pairs("einen/ART neuen/ADJA Vertrag/NN")),
    Nominal(_pairs("die/ART Reform/NN der/ART Rente/NN")),
    Nominal(_pairs("höhere/ADJA Löhne/NN")),
    Nominal(_pairs("keine/PIAT Waffen/NN")),
)
ADVERBIALS = tuple(
    map(_pairs, ["am/APPRART Montag/NN", "gestern/ADV", "trotz/APPR der/ART Kritik/NN", "nach/APPR dem/ART Treffen/NN"])
)
TRANSITIVE = _words("fordern kritisieren begrüßen unterstützen ablehnen ankündigen zurückweisen aufgeben")
REPORTING = {"behaupten": ("dass", "v2"), "mitteilen": ("dass", "v2"), "ankündigen": ("dass", "v2", "zu")}
_COMPLEMENT_CLAUSES = {
    "dass": (_pairs(",/$, dass/KOUS der/ART Vertrag/NN gilt/VVFIN"), 1),
    "v2": (_pairs(",/$, der/ART Vertrag/NN gelte/VVFIN"), 1),
    "zu": (_pairs(",/$, die/ART Steuern/NN zu/PTKZU senken/VVINF"), 1),
}
_FRAME = _pairs("der/ART Zeuge/NN sagte/VVFIN ,/$,")


def finite_form(lemma: str, subject: Nominal, tense: str, mood: str, *, joined: bool = False) -> str:
    """The finite form of a verb for a subject; ``joined`` with its particle, as in a verb-last clause."""
    return next(
        form.form
        for form in verbs.paradigm(lemma)
        if (form.kind, form.person, form.number, form.tense, form.mood)
        == ("finite", subject.person, subject.number, tense, mood)
        and form.joined == (joined and form.particle is not None)
    )


def _predicate(lemma: str, subject: Nominal, tense: str, mood: str, last: bool) -> tuple[tuple[str, str], Pairs]:
    """The finite verb, and what stands in the right bracket beside it."""
    form = {reading.kind: reading.form for reading in verbs.paradigm(lemma) if reading.joined or not reading.particle}
    simple = {"present": "present", "past": "past"}
    if tense in simple:
        particle = verbs.split(lemma)[0][0]
        bracket = ((particle, "PTKVZ"),) if particle is not None and not last else ()
        return (finite_form(lemma, subject, simple[tense], mood, joined=last), "VVFIN"), bracket
    if tense == "future":
        return (finite_form("werden", subject, "present", mood), "VAFIN"), ((lemma, "VVINF"),)
    if tense == "modal":
        return (finite_form("wollen", subject, "present", mood), "VMFIN"), ((lemma, "VVINF"),)
    auxiliary = finite_form("haben", subject, "past" if tense == "pluperfect" else "present", mood)
    return (auxiliary, "VAFIN"), ((form["participle"], "VVPP"),)


ORDERS = ("subject", "adverbial", "v1", "dass", "report")


@st.composite
def german_sentences(draw: st.DrawFn, *, complements: bool = False, orders: tuple[str, ...] = ORDERS) -> GermanSentence:
    """Sentences with a subject, a verb of any tense, an order of any kind, adverbials, and an object or a complement.

    Args:
        complements: a complement clause instead of an object.
        orders: the orders to draw from.
    """
    subject = draw(st.sampled_from(SUBJECTS))
    tense = draw(st.sampled_from(["present", "past", "perfect", "pluperfect", "future", "modal"]))
    order = draw(st.sampled_from(orders))
    lemma = draw(st.sampled_from(sorted(REPORTING) if complements else TRANSITIVE))
    mood = _mood(lemma, subject, tense, order)
    chosen = draw(st.lists(st.sampled_from(ADVERBIALS), max_size=2, unique=True))
    adverbials = tuple(pair for adverbial in chosen for pair in adverbial)
    kind = draw(st.sampled_from(REPORTING[lemma])) if complements else None
    accusative = None if complements else draw(st.sampled_from(OBJECTS))
    finite, bracket = _predicate(lemma, subject, tense, mood, order == "dass")
    middle = (*adverbials, *(accusative.pairs if accusative else ()))
    front = (*_FRAME, *([("dass", "KOUS")] if order == "dass" else [])) if order in {"dass", "report"} else ()
    lead = (*front, *(draw(st.sampled_from(ADVERBIALS[:2])) if order == "adverbial" else ()))
    if order in {"adverbial", "v1"}:
        verb, after_subject = len(lead), len(lead) + 1 + len(subject.pairs)
        body = (*lead, finite, *subject.pairs, *middle, *bracket)
    elif order == "dass":
        after_subject = len(lead) + len(subject.pairs)
        body = (*lead, *subject.pairs, *middle, *bracket, finite)
        verb = len(body) - 1
    else:
        verb = after_subject = len(lead) + len(subject.pairs)
        body = (*lead, *subject.pairs, finite, *middle, *bracket)
    end = len(body)
    clause, back = _COMPLEMENT_CLAUSES[kind] if kind else ((), 0)
    first = body[0][0]
    pairs = ((first[:1].upper() + first[1:], body[0][1]), *body[1:], *clause, ("?" if order == "v1" else ".", "$."))
    return GermanSentence(
        pairs=pairs,
        lemma=lemma,
        tense="present" if tense == "modal" else tense,
        mood=mood,
        subject=subject,
        accusative=accusative,
        order=order,
        verb=verb,
        after_subject=after_subject,
        after_finite=verb + 1 if order in {"subject", "report"} and (middle or bracket) else None,
        complement=kind,
        complement_verb=end + len(clause) - back if kind else None,
    )


def _mood(lemma: str, subject: Nominal, tense: str, order: str) -> str:
    """Konjunktiv I in a verb-second report, where its form is not that of the indicative as well; else indicative."""
    if order != "report" or tense in {"past", "pluperfect"}:
        return "indicative"
    finite = {"present": lemma, "future": "werden", "modal": "wollen"}.get(tense, "haben")
    forms = {finite_form(finite, subject, "present", mood) for mood in ("indicative", "konjunktiv1")}
    return "konjunktiv1" if len(forms) == 2 else "indicative"


@attrs.frozen
class Unit:
    """A part of a sentence that moves as a whole: a phrase with its role ("subject", "accusative", "dative", "agent",
    "adverbial").

    Attributes:
        role: what it is to the verb.
        pairs: forms and STTS tags, preposition included.
        number: of a subject or object.
        marked: whether its form allows no other case.
        relative: the relative pronoun in the nominative that can follow it, "" for none.
    """

    role: str
    pairs: Pairs
    number: str = "sg"
    marked: bool = False
    relative: str = ""

    @property
    def text(self) -> str:
        """Its words, without the preposition of an agent."""
        return " ".join(form for form, tag in self.pairs if self.role != "agent" or tag != "APPR")


def _start(placed: tuple[int, Unit]) -> int:
    return placed[0]


@attrs.frozen
class OrderedSentence:
    """A sentence whose parts were put in some order that German allows, so that roles must be told by their form.

    Attributes:
        pairs: forms and STTS tags.
        units: its parts in text order, each with its first token.
        lemma, tense, voice, modals: of the predicate.
        order: "v2", "v1" or "dass" (a verb-last clause).
        verb: token of its finite verb.
        open: whether form and agreement leave open which of two phrases is the subject.
    """

    pairs: Pairs
    units: tuple[tuple[int, Unit], ...]
    lemma: str
    tense: str
    voice: str
    modals: tuple[str, ...]
    order: str
    verb: int
    open: bool

    def inserted(self, at: int, pairs: Pairs) -> OrderedSentence:
        """The sentence with more tokens before one of its tokens."""
        shift = len(pairs)
        units = tuple((start if start < at else start + shift, unit) for start, unit in self.units)
        verb = self.verb if self.verb < at else self.verb + shift
        return attrs.evolve(self, pairs=(*self.pairs[:at], *pairs, *self.pairs[at:]), units=units, verb=verb)

    def with_adverbial(self, at: int, pairs: Pairs) -> OrderedSentence:
        """The sentence with one more adverbial before one of its tokens."""
        longer = self.inserted(at, pairs)
        return attrs.evolve(longer, units=tuple(sorted([*longer.units, (at, Unit("adverbial", pairs))], key=_start)))

    def places(self, inserted: Pairs) -> tuple[int, ...]:
        """Tokens of the middle field before which something can be inserted, so that what follows is no part of it."""
        starts = [start for start, _ in self.units[self.order == "v2" :]]
        return tuple(start for start in starts if inserted[-1][1] == "ADV" or not _attributive(self.pairs[start]))

    def first(self, role: str) -> tuple[int, Unit] | None:
        """The first part with a role, and its first token."""
        return next(((start, unit) for start, unit in self.units if unit.role == role), None)

    def extents(self, role: str) -> tuple[str | None, ...]:
        """What the phrase with a role may be: its words, or those with a prepositional phrase right behind it, which
        can be read as its attribute ("den Antrag nach dem Treffen"); None where there is no such phrase."""
        part = self.first(role)
        if part is None:
            return (None,)
        start, unit = part
        after = dict(self.units).get(start + len(unit.pairs))
        attribute = after is not None and after.role in {"adverbial", "agent"} and after.pairs[0][1].startswith("APPR")
        behind = " ".join(form for form, _ in after.pairs) if after is not None else ""
        return (unit.text, f"{unit.text} {behind}") if attribute else (unit.text,)


_ACTORS = (
    Unit("subject", _pairs("der/ART Kanzler/NN"), marked=True, relative="der"),
    Unit("subject", _pairs("die/ART Ministerin/NN"), relative="die"),
    Unit("subject", _pairs("die/ART SPD/NE"), relative="die"),
    Unit("subject", _pairs("Angela/NE Merkel/NE"), relative="die"),
    Unit("subject", _pairs("die/ART Gewerkschaften/NN"), number="pl", relative="die"),
    Unit("subject", _pairs("ein/ART Sprecher/NN der/ART Union/NN"), marked=True),
)
_MATTERS = (
    Unit("accusative", _pairs("den/ART Antrag/NN"), marked=True),
    Unit("accusative", _pairs("einen/ART neuen/ADJA Vertrag/NN"), marked=True),
    Unit("accusative", _pairs("das/ART Gesetz/NN")),
    Unit("accusative", _pairs("die/ART Reform/NN der/ART Rente/NN")),
    Unit("accusative", _pairs("höhere/ADJA Löhne/NN"), number="pl"),
)
_RECIPIENTS = tuple(
    Unit("dative", _pairs(text), marked=True) for text in ("dem/ART Landtag/NN", "einem/ART Ausschuss/NN")
)
_UNDERGOERS = (
    Unit("subject", _pairs("der/ART Antrag/NN"), marked=True, relative="der"),
    Unit("subject", _pairs("ein/ART neuer/ADJA Vertrag/NN"), marked=True, relative="der"),
    Unit("subject", _pairs("das/ART Gesetz/NN"), relative="das"),
    Unit("subject", _pairs("höhere/ADJA Löhne/NN"), number="pl", relative="die"),
)
_AGENTS = tuple(Unit("agent", _pairs(text)) for text in ("von/APPR der/ART Union/NN", "von/APPR den/ART Ländern/NN"))
_TIMES = tuple(Unit("adverbial", pairs) for pairs in ADVERBIALS)
_GIVING = _words("vorlegen empfehlen zusagen")
_FINITE_OF = {  # tense of a passive: auxiliary or modal, its tense, what stands behind the participle
    "present": ("werden", "VAFIN", "present", ()),
    "past": ("werden", "VAFIN", "past", ()),
    "perfect": ("sein", "VAFIN", "present", (("worden", "VAPP"),)),
    "pluperfect": ("sein", "VAFIN", "past", (("worden", "VAPP"),)),
    "future": ("werden", "VAFIN", "present", (("werden", "VAINF"),)),
    "modal": ("sollen", "VMFIN", "present", (("werden", "VAINF"),)),
}
TENSES = tuple(_FINITE_OF)


@st.composite
def ordered_sentences(draw: st.DrawFn, *, voice: str = "active") -> OrderedSentence:
    """Verb-second, verb-first and verb-last clauses with their parts in any order that German allows.

    Args:
        voice: "active" (subject, accusative, a dative with verbs of giving) or "passive" (subject, an agent or none).
    """
    giving = draw(st.booleans())
    lemma = draw(st.sampled_from(_GIVING if giving else TRANSITIVE))
    tense = draw(st.sampled_from(TENSES))
    adverbials = draw(st.lists(st.sampled_from(_TIMES), max_size=2, unique=True))
    if voice == "active":
        chosen = [_ACTORS, _MATTERS, *([_RECIPIENTS] if giving else [])]
    else:
        chosen = [_UNDERGOERS, *draw(st.sampled_from([[], [_AGENTS]]))]
    parts = [*(draw(st.sampled_from(units)) for units in chosen), *adverbials]
    order = draw(st.sampled_from(["v2", "v1", "dass"]))
    units = draw(st.permutations(parts).filter(lambda units: _separable(units, order)))
    subject = next(unit for unit in parts if unit.role == "subject")
    finite, bracket = _ordered_predicate(lemma, Nominal(subject.pairs, number=subject.number), tense, voice, order)
    return _arranged(units, order, finite, bracket, lemma, tense, voice)


def _ordered_predicate(
    lemma: str, subject: Nominal, tense: str, voice: str, order: str
) -> tuple[tuple[str, str], Pairs]:
    if voice == "active":
        return _predicate(lemma, subject, tense, "indicative", order == "dass")
    verb, tag, time, behind = _FINITE_OF[tense]
    participle = next(form.form for form in verbs.paradigm(lemma) if form.kind == "participle")
    return (finite_form(verb, subject, time, "indicative"), tag), ((participle, "VVPP"), *behind)


def _separable(units: Sequence[Unit], order: str) -> bool:
    """Whether no part can be read as an attribute of the one before it, as in "die Reform der Kanzler"."""
    middle = list(units[1:] if order == "v2" else units)
    return all(not _attributive(unit.pairs[0]) for before, unit in pairwise(middle) if before.pairs[-1][1] != "ADV")


def _attributive(word: tuple[str, str]) -> bool:
    """Whether a phrase that begins with a word can be an attribute of a noun before it: a genitive or a name."""
    return word == ("der", "ART") or word[1] == "NE"


def _arranged(
    units: Sequence[Unit],
    order: str,
    finite: tuple[str, str],
    bracket: Pairs,
    lemma: str,
    tense: str,
    voice: str,
) -> OrderedSentence:
    lead: Pairs = (*_FRAME, ("dass", "KOUS")) if order == "dass" else ()
    ahead = 1 if order == "v2" else 0
    pairs, placed, verb = list(lead), [], -1
    for place, unit in enumerate(units):
        if place == ahead and order != "dass":
            verb = len(pairs)
            pairs.append(finite)
        placed.append((len(pairs), unit))
        pairs.extend(unit.pairs)
    pairs.extend(bracket)
    if order == "dass":
        verb = len(pairs)
        pairs.append(finite)
    elif verb < 0:
        verb = len(pairs) - len(bracket)
        pairs.insert(verb, finite)
    first = pairs[0]
    pairs[0] = (first[0][:1].upper() + first[0][1:], first[1])
    nominals = [unit for unit in units if unit.role in {"subject", "accusative"}]
    decided = any(unit.marked for unit in nominals) or len({unit.number for unit in nominals}) > 1
    return OrderedSentence(
        pairs=(*pairs, ("?" if order == "v1" else ".", "$.")),
        units=tuple(placed),
        lemma=lemma,
        tense="present" if tense == "modal" else tense,
        voice=voice,
        modals=(("wollen" if voice == "active" else "sollen"),) if tense == "modal" else (),
        order=order,
        verb=verb,
        open=len(nominals) > 1 and not decided,
    )
