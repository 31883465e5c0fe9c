"""From YAML nodes to rules: every key and value is checked, every mistake is kept with its place.

A :class:`PackParser` takes the files of one pack and gives a :class:`ParsedPack`: the pack as far as it could be read,
all problems, and the references (``$list``, ``extends``, ``off``) that only the reader can resolve, with their places.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

import attrs
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stance.german.closed import preposition, preposition_lemma
from stance.german.idioms import word_class
from stance.model import CommitmentType, Form, Modality, Mood, Polarity, Status, Strength
from stance.rules.errors import Problem, suggest
from stance.rules.examples import parse_annotated
from stance.rules.nodes import Composer, SourceFile, Stretch, compose, is_null, is_quoted
from stance.rules.places import Key, Places, rule_places
from stance.rules.schema import (
    Conditions,
    Cue,
    CueKind,
    Example,
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
from stance.rules.slots import CLAUSE_TYPES, SLOTS, written
from stance.rules.values import BOOLEANS, Field, Getter, NodeReader, Reference

HEAD_KEYS: Final = ("pack", "version", "extends", "off")
BODY_KEYS: Final = ("lists", "rules", "senses")
RULE_KEYS: Final = tuple(
    a.name for a in attrs.fields(Rule) if a.name not in ("polarity_by_judgement", "source", "line")
)
CONDITION_KEYS: Final = tuple(a.name for a in attrs.fields(Conditions))
FRAME_KEYS: Final = (*FrameRole, "content?", "judgement?", "requires", "unless", "polarity")
CUE_KEYS: Final = (*CueKind, "copula")
SENSE_KEYS: Final = tuple(a.name for a in attrs.fields(Sense) if a.name not in ("source", "line"))
OUTCOME_KEYS: Final = tuple(a.name for a in attrs.fields(Outcome))
EXAMPLE_ROLES: Final = ("cue", *FrameRole, "condition", "source")
VOICES: Final = ("active", "passive", "stative", "recipient")
TENSES: Final = ("present", "past", "perfect", "pluperfect", "future", "future_perfect")
INFINITIVES: Final = ("perfect", "present")
HOLDERS: Final = ("agent", "person", "institution", "any")
EXPECTED: Final[dict[str, tuple[str, ...]]] = {
    "type": tuple(CommitmentType),
    "force": (*CommitmentType, "null"),
    "form": tuple(Form),
    "status": tuple(Status),
    "polarity": tuple(Polarity),
    "content_negated": tuple(BOOLEANS),
    "strength": tuple(Strength),
    "modality": (*Modality, "null"),
    "mood": (*Mood, "null"),
    "actor": (),
    "addressee": (),
    "content": (),
    "judgement": (),
    "condition": (),
    "sources": (),
}
TOKEN_KEYS: Final = (
    *("ORTH", "TEXT", "NORM", "LOWER", "LEMMA", "LENGTH", "SHAPE", "POS", "TAG", "MORPH", "DEP", "OP", "_"),
    *("ENT_TYPE", "ENT_IOB", "ENT_ID", "ENT_KB_ID", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "SPACY"),
    *("IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP"),
    "IS_SENT_START",
)
_SYNONYMS: Final = {
    "object": "accusative",
    "nominative": "subject",
    "possessive_pronoun": "possessive",
    "complement": "clause.dass",
}
_RULE_ID: Final = re.compile(r"[\w-]+(\.[\w-]+)+")


@attrs.frozen
class ParsedPack:
    """What the files of one pack say, before names are resolved.

    Attributes:
        pack: the pack as far as it could be read.
        problems: what is wrong with it.
        lists, extends, off: references to lists, packs and rules.
        senses: the rules that senses name.
        places: where its parts are written.
        faulty: ids of the rules that have a problem of their own.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    lists: tuple[Reference, ...] = ()
    extends: tuple[Reference, ...] = ()
    off: tuple[Reference, ...] = ()
    senses: tuple[Reference, ...] = ()
    places: Places = attrs.field(factory=Places)
    faulty: frozenset[str] = frozenset()


class PackParser(NodeReader):
    """Reads the files of one pack, one after the other.

    Args:
        composer: what turns a file into nodes.
    """

    def __init__(self, composer: Composer = compose) -> None:
        super().__init__()
        self._compose = composer
        self._head: dict[str, str] = {}
        self._names: dict[str, list[Reference]] = {"extends": [], "off": []}
        self._senses: dict[tuple[str, str], Sense] = {}
        self._given: list[Reference] = []
        self._lists: dict[str, tuple[str, ...]] = {}
        self._rules: dict[str, Rule] = {}
        self._places: dict[Key, Reference] = {}
        self._repeated: list[tuple[str, str, Reference]] = []
        self._faulty: set[str] = set()

    # files

    def read(self, source: SourceFile, head: bool) -> None:
        """Read one file.

        Args:
            source: the file.
            head: whether it names the pack (``pack.yaml``, or the only file).
        """
        self._source = source
        root = self._compose(source)
        if isinstance(root, Problem):
            self.problems.append(root)
            return
        keys = (*HEAD_KEYS, *BODY_KEYS) if head else BODY_KEYS
        fields = self._mapping(
            root, "a pack file", keys, {} if head else dict.fromkeys(HEAD_KEYS, "it belongs in pack.yaml")
        )
        if fields is None:
            return
        if head:
            self._read_head(root, fields)
        if "lists" in fields:
            self._read_lists(fields["lists"].value)
        if "rules" in fields:
            for item in self._items(fields["rules"].value, "rules"):
                self._read_rule(item)
        if "senses" in fields:
            for item in self._items(fields["senses"].value, "senses"):
                self._read_sense(item)

    def finish(self, name: str) -> ParsedPack:
        """The pack that all files together make.

        Args:
            name: name for messages where the head gives none.
        """
        pack = Pack(
            name=self._head.get("pack", name),
            version=self._head.get("version", "0"),
            rules=tuple(sorted(self._rules.values(), key=lambda rule: rule.id)),
            lists=tuple(sorted(self._lists.items())),
            extends=tuple(reference.name for reference in self._names["extends"]),
            off=tuple(reference.name for reference in self._names["off"]),
            senses=tuple(sorted(self._senses.values(), key=lambda sense: sense.cue)),
        )
        names = self._names
        return ParsedPack(
            pack,
            tuple(dict.fromkeys(self.problems)),
            tuple(self._references),
            tuple(names["extends"]),
            tuple(names["off"]),
            tuple(self._given),
            Places(self._places, tuple(self._repeated)),
            frozenset(self._faulty),
        )

    def _read_head(self, root: Node, fields: dict[str, Field]) -> None:
        for key, example in (("pack", "pack: my.pack"), ("version", "version: 1.0.0")):
            if key not in fields:
                self._say("S008", f"the pack has no '{key}'", root, f"add '{example}'")
            else:
                value = self._text(fields[key].value, f"'{key}'")
                if value is not None:
                    self._head[key] = value
        for key, found in self._names.items():
            if key in fields:
                found += [
                    Reference(node.value, self._source, self._source.place(node))
                    for node in self._one_or_more(fields[key].value, f"'{key}'")
                ]

    def _read_lists(self, node: Node) -> None:
        for name, field in (self._mapping(node, "'lists'") or {}).items():
            if name in self._lists:
                self._say("S015", f"the list '{name}' is there twice", field.key, "join the two, or rename one")
                continue
            self._lists[name] = self._words(field.value, f"the list '{name}'")
            self._places["list", name] = Reference(name, self._source, self._source.place(field.key))

    # rules

    def _read_rule(self, node: Node) -> None:
        fields = self._mapping(node, "a rule", RULE_KEYS)
        if fields is None:
            return
        before = len(self.problems)
        for key in ("id", "type", "cue", "frames"):
            if key not in fields:
                self._say(
                    "S008", f"the rule has no '{key}'", node, f"every rule has id, type, cue and frames; add '{key}:'"
                )
        get = Getter(fields)
        name = get("id", self._rule_id) or ""
        cue = get("cue", self._read_cue)
        kind = cue.kind if cue else None
        frames = get("frames", lambda value: self._read_frames(value, kind)) or ()
        by_judgement = "polarity" in fields and self._is_judgement(fields["polarity"].value)
        rule = Rule(
            id=name,
            type=get("type", lambda value: self._enum(value, CommitmentType, "type")) or CommitmentType.ASSERTION,
            cue=cue or Cue(CueKind.VERB),
            frames=frames,
            family=get("family", lambda value: self._text(value, "'family'")) or "",
            doc=get("doc", lambda value: self._text(value, "'doc'", empty=True)) or "",
            requires=get("requires", lambda value: self._conditions(value, kind)) or Conditions(),
            unless=get("unless", lambda value: self._conditions(value, kind)) or Conditions(),
            strength=get("strength", lambda value: self._enum(value, Strength, "strength")) or Strength.PLAIN,
            force=get("force", lambda value: self._enum(value, CommitmentType, "force")),
            polarity=None if by_judgement else get("polarity", self._rule_polarity),
            polarity_by_judgement=by_judgement,
            status=get("status", lambda value: self._enum(value, Status, "status")),
            form=get("form", lambda value: self._enum(value, Form, "form")),
            priority=get("priority", lambda value: self._integer(value, "'priority'")) or 0,
            neg_raising=get("neg_raising", lambda value: self._boolean(value, "'neg_raising'")) or False,
            factive=get("factive", lambda value: self._boolean(value, "'factive'")) or False,
            negated=get("negated", self._outcome),
            invariant_to=get("invariant_to", self._invariances) or (),
            examples=get("examples", lambda value: self._read_examples(value, frames)) or (),
            source=self._source.name,
            line=node.start_mark.line + 1,
        )
        self._check_roles(fields, rule, before)
        if name in self._rules:
            first = self._rules[name]
            self._say(
                "S014",
                f"the rule id '{name}' is there twice",
                fields["id"].value,
                f"rename one; the first is in {first.source}, line {first.line}",
            )
        elif name:
            self._rules[name] = rule
            self._keep_places(name, fields)
        if len(self.problems) > before:
            self._faulty.add(name)

    def _keep_places(self, rule: str, fields: dict[str, Field]) -> None:
        for key, place in rule_places(rule, fields, self._source):
            if key in self._places:
                self._repeated.append((rule, place.name, place))
            else:
                self._places[key] = place

    def _check_roles(self, fields: dict[str, Field], rule: Rule, before: int) -> None:
        if len(self.problems) > before or not rule.frames:
            return
        if not any(frame.content for frame in rule.frames):
            self._say(
                "S013",
                "no frame says where the content is",
                fields["frames"].key,
                "name it, or write 'content?' where it may be missing",
            )
        if rule.polarity_by_judgement and not any(frame.judgement for frame in rule.frames):
            self._say(
                "S013",
                "the polarity is the judgement's, but no frame has a judgement",
                fields["polarity"].value,
                "add 'judgement:' to a frame, or write 'positive' or 'negative'",
            )

    def _rule_id(self, node: Node) -> str | None:
        name = self._text(node, "'id'")
        if name is not None and not _RULE_ID.fullmatch(name):
            self._say("S009", f"'{name}' is no rule id", node, "write <type or group>.<name>, as in demand.fordern")
            return None
        return name

    def _is_judgement(self, node: Node) -> bool:
        return isinstance(node, ScalarNode) and node.value == "judgement"

    def _rule_polarity(self, node: Node) -> Polarity | None:
        value = self._choice(node, (*Polarity, "judgement"), "polarity")
        return None if value is None else Polarity(value)

    def _outcome(self, node: Node) -> Outcome:
        fields = self._mapping(node, "'negated'", OUTCOME_KEYS) or {}
        get = Getter(fields)
        return Outcome(
            type=get("type", lambda value: self._enum(value, CommitmentType, "type")),
            polarity=get("polarity", lambda value: self._enum(value, Polarity, "polarity")),
            strength=get("strength", lambda value: self._enum(value, Strength, "strength")),
            status=get("status", lambda value: self._enum(value, Status, "status")) or Status.ACTUAL,
        )

    # senses

    def _read_sense(self, node: Node) -> None:
        fields = self._mapping(node, "a sense", SENSE_KEYS)
        if fields is None:
            return
        for key in SENSE_KEYS:
            if key not in fields:
                message = "a sense has cue, sense, gives and example"
                self._say("S008", f"the sense has no '{key}'", node, f"{message}; add '{key}:'")
        get = Getter(fields)
        cue, gloss = get("cue", lambda value: self._text(value, "'cue'")), get("sense", self._gloss)
        gives = get("gives", self._given_rule)
        example = get("example", lambda value: self._read_sense_example(value, gives))
        if cue is None or gloss is None or example is None:
            return
        if (cue, gloss) in self._senses:
            first = self._senses[cue, gloss]
            cure = f"join the two; the first is in {first.source}, line {first.line}"
            self._say("S027", f"the sense '{gloss}' of '{cue}' is there twice", fields["sense"].value, cure)
            return
        line = node.start_mark.line + 1
        self._places["sense", cue, gloss] = Reference(cue, self._source, self._source.place(fields["sense"].value))
        self._senses[cue, gloss] = Sense(cue, gloss, gives, example, self._source.name, line)

    def _gloss(self, node: Node) -> str | None:
        return self._text(node, "'sense'")

    def _given_rule(self, node: Node) -> str | None:
        if is_null(node) or (isinstance(node, ScalarNode) and node.value == "none"):
            return None
        name = self._rule_id(node)
        if name is not None:
            self._given.append(Reference(name, self._source, self._source.place(node)))
        return name

    def _read_sense_example(self, node: Node, gives: str | None) -> Example | None:
        example = self._read_example(node, set(EXAMPLE_ROLES))
        if example is not None and example.negative:
            self._say("S005", "a sense that gives nothing says so itself", node, "write 'gives: none' and mark the cue")
            return None
        extra = [] if example is None or gives else [span.role for span in example.spans if span.role != "cue"]
        if extra:
            self._say("S018", f"where nothing is found there is no {extra[0]}", node, "mark the cue alone")
        return example

    # cues

    def _read_cue(self, node: Node) -> Cue | None:
        fields = self._mapping(node, "'cue'", CUE_KEYS)
        if fields is None:
            return None
        kinds = [CueKind(key) for key in fields if key != "copula"]
        if len(kinds) != 1:
            known = ", ".join(CueKind)
            message = f"a cue has one kind, here are {len(kinds)}" if kinds else "the cue has no kind"
            at = fields[kinds[1]].key if kinds else node
            if kinds or len(fields) == len(node.value):
                self._say("S016", message, at, "write one rule for each kind" if kinds else f"write one of: {known}")
            return None
        kind = kinds[0]
        if "copula" in fields and kind is not CueKind.ADJECTIVE:
            self._say(
                "S012", f"{_a(kind)} cue has no copula", fields["copula"].key, "only adjective cues stand with one"
            )
        value = fields[kind].value
        copula = self._words(fields["copula"].value, "'copula'") if "copula" in fields else ("sein", "bleiben")
        if kind is CueKind.TOKENS:
            return Cue(kind, patterns=self._patterns(value), copula=copula)
        return Cue(kind, self._words(value, f"the {kind} cue", lambda word: _citation(word, kind)), copula=copula)

    def _patterns(self, node: Node) -> tuple[str, ...]:
        items = self._items(node, "token patterns")
        groups = [node] if items and isinstance(items[0], MappingNode) else items
        return tuple(
            json.dumps(
                [self._token(token) for token in self._items(group, "a token pattern")],
                ensure_ascii=False,
                sort_keys=True,
            )
            for group in groups
        )

    def _token(self, node: Node) -> Any:
        self._mapping(node, "a token", TOKEN_KEYS)
        return self._plain(node, 0)

    def _plain(self, node: Node, depth: int) -> Any:
        """A node as JSON data; only token patterns are read so."""
        if depth > 8:
            self._say("S005", "nested too deeply", node, "a token pattern has three levels at most")
            return None
        if isinstance(node, MappingNode):
            return {key.value: self._plain(value, depth + 1) for key, value in node.value}
        if isinstance(node, SequenceNode):
            return [self._plain(item, depth + 1) for item in node.value]
        if is_quoted(node):
            return node.value
        if node.value in BOOLEANS:
            return BOOLEANS[node.value]
        return int(node.value) if re.fullmatch(r"-?\d{1,9}", node.value) else node.value

    # frames

    def _read_frames(self, node: Node, kind: CueKind | None) -> tuple[Frame, ...]:
        frames = [self._read_frame(item, kind) for item in self._items(node, "'frames'")]
        return tuple(frame for frame in frames if frame is not None)

    def _read_frame(self, node: Node, kind: CueKind | None) -> Frame | None:
        always = "it is filled where the text gives it; write it without '?'"
        fields = self._mapping(node, "a frame", FRAME_KEYS, {"actor?": always, "addressee?": always})
        if fields is None:
            return None
        optional = set()
        slots: dict[FrameRole, tuple[Slot, ...]] = {}
        for key, field in fields.items():
            name = key.removesuffix("?")
            if name not in tuple(FrameRole):
                continue
            role = FrameRole(name)
            if role in slots:
                self._say("S007", f"'{role}' and '{role}?' in one frame", field.key, "keep one of them")
            slots[role] = self._slots(field.value, kind)
            if key.endswith("?"):
                optional.add(role)
        get = Getter(fields)
        return Frame(
            actor=slots.get(FrameRole.ACTOR, ()),
            addressee=slots.get(FrameRole.ADDRESSEE, ()),
            content=slots.get(FrameRole.CONTENT, ()),
            judgement=slots.get(FrameRole.JUDGEMENT, ()),
            optional=frozenset(optional),
            requires=get("requires", lambda value: self._conditions(value, kind)) or Conditions(),
            unless=get("unless", lambda value: self._conditions(value, kind)) or Conditions(),
            polarity=get("polarity", lambda value: self._enum(value, Polarity, "polarity")),
        )

    def _slots(self, node: Node, kind: CueKind | None) -> tuple[Slot, ...]:
        if isinstance(node, SequenceNode):
            self._say("S005", "the slots of a role are a text, here is a list", node, "join them: subject | agent")
            return ()
        text = self._text(node, "a slot")
        if text is None:
            return ()
        found: list[Slot] = []
        for match in re.finditer(r"[^|]+|(?<=\|)(?=\||$)", text):
            word = match[0].strip()
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            at = Stretch(node, start, start + len(word))
            slot = self._slot(word, at, kind)
            if slot in found:
                self._say("S011", f"the slot '{word}' is there twice", at, "take one out")
            elif slot is not None:
                found.append(slot)
        return tuple(found)

    def _slot(self, word: str, at: Stretch, kind: CueKind | None) -> Slot | None:
        allowed = SLOTS[kind] if kind else frozenset(SlotKind)
        name, dot, of = word.partition(".")
        good = written(allowed)
        if not word:
            self._say("S011", "a slot is missing beside '|'", at, "name one more, or take the '|' out")
        elif name not in tuple(SlotKind):
            cure = f"did you mean '{_SYNONYMS[name]}'?" if name in _SYNONYMS else suggest(word, good)
            self._say("S011", f"unknown slot '{word}'", at, cure)
        elif SlotKind(name) not in allowed:
            self._say("S012", f"{_a(kind)} cue has no slot '{word}'", at, "it may have " + ", ".join(good))
        elif name == SlotKind.CLAUSE and of not in CLAUSE_TYPES:
            self._say("S011", f"unknown slot '{word}'", at, suggest(word, [f"clause.{kind}" for kind in CLAUSE_TYPES]))
        elif name == SlotKind.PP and not preposition(of):
            self._say("S011", f"unknown slot '{word}'", at, "name the preposition: pp.für, pp.nach, pp.von …")
        elif name == SlotKind.PP and preposition_lemma(of) != of:
            self._say("S011", f"unknown slot '{word}'", at, f"write the preposition alone: pp.{preposition_lemma(of)}")
        elif dot and name not in (SlotKind.CLAUSE, SlotKind.PP):
            self._say("S011", f"unknown slot '{word}'", at, f"'{name}' stands alone")
        else:
            return Slot(SlotKind(name), of if dot else None)
        return None

    # conditions

    def _conditions(self, node: Node, kind: CueKind | None) -> Conditions:
        fields = self._mapping(node, "a condition", CONDITION_KEYS) or {}
        for key, only in (("plural", CueKind.NOUN), ("infinitive", CueKind.MODAL)):
            if key in fields and kind not in (only, CueKind.TOKENS, None):
                self._say("S012", f"{_a(kind)} cue has no '{key}'", fields[key].key, f"only {only} cues have one")
        get = Getter(fields)
        values: dict[str, Any] = {}
        for key in fields:
            values[key] = get(key, lambda value, key=key: self._condition(key, value))  # type: ignore[misc]
        return Conditions(**{key: value for key, value in values.items() if value is not None})

    def _condition(self, key: str, node: Node) -> Any:
        if key in ("negated", "reflexive", "plural"):
            return self._boolean(node, f"'{key}'")
        if key in ("actor", "addressee"):
            return self._choice(node, HOLDERS, key)
        if key == "infinitive":
            return self._choice(node, INFINITIVES, key)
        options = {
            "voice": VOICES,
            "tense": TENSES,
            "mood": tuple(Mood),
            "roles": tuple(FrameRole),
            "person": ("1", "2", "3"),
        }.get(key)
        if options is None:
            return self._words(node, f"'{key}'")
        chosen = [self._choice(item, options, key.removesuffix("s")) for item in self._one_or_more(node, f"'{key}'")]
        convert = {"roles": FrameRole, "person": int}.get(key, str)
        return tuple(convert(value) for value in chosen if value is not None)

    def _invariances(self, node: Node) -> tuple[Invariance, ...]:
        chosen = [self._enum(item, Invariance, "change") for item in self._one_or_more(node, "'invariant_to'")]
        return tuple(change for change in chosen if change is not None)

    # examples

    def _read_examples(self, node: Node, frames: tuple[Frame, ...]) -> tuple[Example, ...]:
        roles = {"cue", "condition", "source"} | {role for frame in frames for role in FrameRole if frame.slots(role)}
        examples = [
            self._read_example(item, roles if frames else set(EXAMPLE_ROLES))
            for item in self._items(node, "'examples'")
        ]
        return tuple(example for example in examples if example is not None)

    def _read_example(self, node: Node, roles: set[str]) -> Example | None:
        if isinstance(node, ScalarNode):
            return self._annotated(node, roles, ())
        fields = self._mapping(node, "an example", ("text", "expect", "none"))
        if fields is None:
            return None
        if "none" in fields and len(fields) == 1:
            text = self._text(fields["none"].value, "'none'")
            return None if text is None else Example(text, negative=True, line=node.start_mark.line + 1)
        if "text" not in fields or "none" in fields:
            self._say(
                "S005",
                "an example is a text, 'none:', or 'text:' with 'expect:'",
                node,
                'write {text: "…", expect: {status: negated}}',
            )
            return None
        expect = Getter(fields)("expect", self._expectations) or ()
        return self._annotated(fields["text"].value, roles, expect)

    def _annotated(self, node: Node, roles: set[str], expect: tuple[tuple[str, str], ...]) -> Example | None:
        notation = self._text(node, "an example")
        if notation is None:
            return None
        parsed = parse_annotated(notation)
        for fault in parsed.faults:
            self._say("S017", fault.message, Stretch(node, fault.start, fault.end), fault.help)
        for span, (start, end) in zip(parsed.spans, parsed.places, strict=True):
            at = Stretch(node, start, end)
            if span.role not in EXAMPLE_ROLES:
                self._say("S018", f"unknown role '{span.role}'", at, suggest(span.role, EXAMPLE_ROLES))
            elif span.role not in roles:
                self._say(
                    "S018",
                    f"no frame of the rule has the role '{span.role}'",
                    at,
                    "add it to a frame, or take the brackets out",
                )
        if not parsed.faults and not any(span.role == "cue" for span in parsed.spans):
            self._say(
                "S019", "the example marks no cue", node, "write [fordert]{cue}, or 'none:' if nothing is to be found"
            )
        return Example(parsed.text, parsed.spans, expect=expect, line=node.start_mark.line + 1)

    def _expectations(self, node: Node) -> tuple[tuple[str, str], ...]:
        fields = self._mapping(node, "'expect'", tuple(EXPECTED)) or {}
        found: dict[str, str] = {}
        for key, field in fields.items():
            options = EXPECTED[key]
            value = (
                "null"
                if is_null(field.value)
                else self._choice(field.value, options, key)
                if options
                else self._text(field.value, f"'{key}'")
            )
            if value == "null" and options and "null" not in options:
                self._say("S009", f"'{key}' is never null", field.value, suggest("null", options))
            elif value is not None:
                found[key] = value
        return tuple(sorted(found.items()))


def _a(noun: str | None) -> str:
    """A word with its indefinite article."""
    return f"{'an' if noun and noun[0] in 'aeiou' else 'a'} {noun}"


def _citation(word: str, kind: CueKind) -> str | None:
    """Why a cue word is not in its citation form: the cure, or None where it is.

    >>> _citation("fordert", CueKind.VERB)
    'write the infinitive, as in fordern, ablehnen, sich weigern'
    """
    parts = word.split()
    if kind in (CueKind.VERB, CueKind.MODAL):
        verb = parts[1:] if parts[0] == "sich" else parts
        if len(verb) > 1:
            return "several words are an idiom: 'cue: {idiom: …}'"
        return (
            None
            if verb and verb[0][-1] == "n" and verb[0][0].islower()
            else "write the infinitive, as in fordern, ablehnen, sich weigern"
        )
    if kind is CueKind.NOUN:
        return (
            None
            if len(parts) == 1 and not parts[0][0].islower()
            else "write one noun in the nominative singular, as in Forderung"
        )
    if kind is CueKind.ADJECTIVE:
        return (
            None
            if len(parts) == 1 and not parts[0][0].isupper()
            else "write one adjective without ending, as in bereit"
        )
    if kind is CueKind.IDIOM:
        if parts[-1][-1] == "n" and all(word_class(part) in ("determiner", "reflexive") for part in parts[:-1]):
            return "one verb, with or without 'sich', is a verb cue: 'cue: {verb: …}'"
        good = parts[-1][-1] == "n" and parts[-1][0].islower()
        return None if good else "write several words with the infinitive last, as in eine Absage erteilen"
    return None
