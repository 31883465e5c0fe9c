"""Several packs as one set of rules: overriding by id, switching off, lists put in for ``$name``; and its hash.

Flows in: packs in order, bases first. Flows out: a :class:`RuleSet`, which the compiler indexes and every result names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from stance.model import Polarity, RulesInfo
from stance.rules.schema import Conditions, Frame, Pack, Rule, Sense

EVALUATIVE: Final = {
    "evaluative_positive": Polarity.POSITIVE,
    "evaluative_negative": Polarity.NEGATIVE,
}
_NO_MEANING: Final = ("doc", "examples", "invariant_to", "source", "line")
_WORD_FIELDS: Final = ("modal", "content", "subject", "accusative", "dative", "pp", "adverb")
_ORDERED_FIELDS: Final = ("frames", "actor", "addressee", "content", "judgement")


@attrs.frozen
class Origin:
    """Which pack a rule of the set comes from."""

    rule: str
    pack: str


@attrs.frozen
class RuleSet:
    """The rules of one or more packs as they work together.

    Attributes:
        packs: the packs, bases before those that extend them.
        rules: rules in order of their ids, overridden and switched-off ones left out, lists put in for ``$name``.
        lists: word lists of all packs; lists of one name are joined.
        evaluations: which words judge, by the lists ``evaluative_positive`` and ``evaluative_negative``; where packs
            differ, the last one decides.
        origins: where each rule comes from, in the order of ``rules``.
        senses: the senses of ambiguous cues, by cue; those whose rule is switched off are left out.

    >>> from stance.rules.reader import parse_pack
    >>> rules = RuleSet.of([parse_pack("pack: a.b\\nversion: 1.0.0\\nlists: {evaluative_negative: [unrealistisch]}")])
    >>> rules.evaluative("unrealistisch")
    <Polarity.NEGATIVE: 'negative'>
    """

    packs: tuple[Pack, ...] = ()
    rules: tuple[Rule, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    evaluations: tuple[tuple[str, Polarity], ...] = ()
    origins: tuple[Origin, ...] = ()
    senses: tuple[Sense, ...] = ()

    @classmethod
    def of(cls, packs: Iterable[Pack], visible: Iterable[Mapping[str, tuple[str, ...]]] | None = None) -> RuleSet:
        """Combine packs: a later rule replaces an earlier one of the same id.

        Args:
            packs: packs, bases first.
            visible: the lists that each pack sees, in the order of the packs; its own where this is left out.
        """
        rules: dict[str, Rule] = {}
        origins: dict[str, str] = {}
        lists: dict[str, tuple[str, ...]] = {}
        evaluations: dict[str, Polarity] = {}
        given = tuple(packs)
        for pack, seen in zip(given, visible or [dict(pack.lists) for pack in given], strict=True):
            for name in [name for name in rules if is_off(name, pack.off)]:
                del rules[name], origins[name]
            for rule in pack.rules:
                rules[rule.id] = put_in_lists(rule, seen)
                origins[rule.id] = pack.name
            for name, words in pack.lists:
                lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *expand(words, seen))))
                if name in EVALUATIVE:
                    evaluations |= dict.fromkeys(expand(words, seen), EVALUATIVE[name])
        return cls(
            given,
            tuple(rules[name] for name in sorted(rules)),
            tuple(sorted(lists.items())),
            tuple(sorted(evaluations.items())),
            tuple(Origin(name, origins[name]) for name in sorted(origins)),
            _joined_senses(given, rules),
        )

    def rule(self, name: str) -> Rule | None:
        """The rule with an id, or None."""
        return self._by_id.get(name)

    def pack_of(self, rule: str) -> str:
        """Name of the pack that a rule comes from.

        Raises:
            KeyError: there is no such rule.
        """
        return self._origins[rule]

    def words(self, name: str) -> frozenset[str]:
        """The words of a list over all packs, empty where there is no such list."""
        return frozenset(dict(self.lists).get(name, ()))

    def evaluative(self, word: str) -> Polarity | None:
        """Whether a word (lemma or form, in any case) judges well or badly; None where it does neither."""
        return self._evaluative.get(word) or self._evaluative.get(word.lower())

    @cached_property
    def sha256(self) -> str:
        """Hash of what the rules mean, word lists of judgement included."""
        return pack_hash(
            self.rules,
            {
                name: [word for word, found in self.evaluations if found is polarity]
                for name, polarity in EVALUATIVE.items()
            },
        )

    @cached_property
    def info(self) -> RulesInfo:
        """What a result says of its rules; names and versions of several packs are joined by "+"."""
        return RulesInfo(
            "+".join(pack.name for pack in self.packs), "+".join(pack.version for pack in self.packs), self.sha256
        )

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def _origins(self) -> dict[str, str]:
        return {origin.rule: origin.pack for origin in self.origins}

    @cached_property
    def _evaluative(self) -> dict[str, Polarity]:
        return dict(self.evaluations)


def _joined_senses(packs: Iterable[Pack], rules: Mapping[str, Rule]) -> tuple[Sense, ...]:
    """The senses of all packs; a later one replaces an earlier one of the same cue and meaning."""
    found = {(sense.cue, sense.sense): sense for pack in packs for sense in pack.senses}
    kept = [sense for sense in found.values() if sense.gives is None or sense.gives in rules]
    return tuple(sorted(kept, key=lambda sense: sense.cue))


def is_off(rule: str, off: Iterable[str]) -> bool:
    """Whether a rule id is named by ``off``, itself or by its group (``demand.*``).

    >>> is_off("demand.fordern", ["demand.*"]), is_off("demand.fordern", ["demand.verlangen"])
    (True, False)
    """
    return any(rule == name or (name.endswith(".*") and rule.startswith(name[:-1])) for name in off)


def expand(words: Iterable[str], lists: Mapping[str, tuple[str, ...]], _above: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Words with every ``$name`` replaced by the words of that list; each word once, in order.

    >>> expand(["Geld", "$goods"], {"goods": ("Waffen", "Geld")})
    ('Geld', 'Waffen')
    """
    found: dict[str, None] = {}
    for word in words:
        name = word[1:]
        if not word.startswith("$"):
            found[word] = None
        elif name not in _above:
            found |= dict.fromkeys(expand(lists.get(name, ()), lists, (*_above, name)))
    return tuple(found)


def put_in_lists(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> Rule:
    """A rule with the words of the lists in place of their names."""

    def conditions(given: Conditions) -> Conditions:
        words: dict[str, Any] = {name: expand(getattr(given, name), lists) for name in _WORD_FIELDS}
        return attrs.evolve(given, **words)

    def frame(given: Frame) -> Frame:
        return attrs.evolve(given, requires=conditions(given.requires), unless=conditions(given.unless))

    cue = attrs.evolve(rule.cue, words=expand(rule.cue.words, lists), copula=expand(rule.cue.copula, lists))
    return attrs.evolve(
        rule,
        cue=cue,
        frames=tuple(map(frame, rule.frames)),
        requires=conditions(rule.requires),
        unless=conditions(rule.unless),
    )


def pack_hash(rules: Iterable[Rule], lists: Mapping[str, Iterable[str]] | None = None) -> str:
    """SHA-256 of what rules mean.

    Two sets of rules have the same hash when they find the same: the order of rules, keys and words, repeated words,
    comments, documentation, examples and places do not count; the order of frames and of the slots of a role does, for
    it states a preference. Rules that name lists are to be given with the words put in.

    Args:
        rules: rules of a pack or a :class:`RuleSet`.
        lists: word lists that the engine reads besides the rules.
    """
    meaning = {
        "rules": sorted((_canonical(rule) for rule in rules), key=lambda rule: str(rule["id"])),
        "lists": {name: sorted(set(words)) for name, words in (lists or {}).items() if words},
    }
    text = json.dumps(meaning, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _canonical(value: Any, ordered: bool = False) -> Any:
    """A value as JSON data without defaults, so that a new field of the language leaves old hashes as they were."""
    if attrs.has(type(value)):
        slots = isinstance(value, Rule | Frame)
        return {
            field.name: _canonical(item, ordered=slots and field.name in _ORDERED_FIELDS)
            for field in attrs.fields(type(value))
            if field.name not in _NO_MEANING and (item := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple | frozenset):
        items = [_canonical(item) for item in value]
        return items if ordered else sorted({json.dumps(item, sort_keys=True) for item in items})
    return value
