"""Warnings about rules that can be read but hardly mean what their author wants.

Flows in: an :class:`~stance.rules.reader.Inspection`; flows out: problems with codes from S101 on. Each check is a
small function over one rule or over the pack; rules that have errors of their own are left out.
Checks that need the pipeline (what the examples really give) stand in :mod:`stance.authoring.check`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from stance.german import nominal, verbs
from stance.german.closed import is_verb_particle
from stance.german.idioms import word_class
from stance.german.tables import read_data, words
from stance.rules.errors import Problem
from stance.rules.places import Key
from stance.rules.reader import Inspection
from stance.rules.ruleset import EVALUATIVE
from stance.rules.schema import Conditions, CueKind, Frame, FrameRole, Rule
from stance.tagging.lemmas import lemma

Remarks = Iterator[Problem]

_SUBSTANTIVE: Final = (FrameRole.CONTENT, FrameRole.JUDGEMENT)
_SETS: Final = ("voice", "tense", "mood", "person")
_SINGLE: Final = ("negated", "infinitive", "reflexive", "plural")


def lint(pack: Inspection) -> tuple[Problem, ...]:
    """All warnings of a pack, in order of file and line.

    Args:
        pack: what was read.

    >>> from stance.rules.reader import inspect_pack
    >>> {problem.severity.value for problem in lint(inspect_pack("de.core"))} <= {"warning"}
    True
    """
    own = [rule for rule in pack.pack.rules if rule.id not in pack.faulty]
    found = [problem for rule in own for check in RULE_CHECKS for problem in check(pack, rule)]
    found += [problem for check in PACK_CHECKS for problem in check(pack)]
    return tuple(sorted(found, key=lambda problem: (problem.file, problem.line, problem.column, problem.code)))


def remark(pack: Inspection, code: str, message: str, help: str, *keys: Key) -> Problem:
    """A problem at the first part that has a place."""
    place = pack.places.of(*keys)
    return Problem(code, message, pack.pack.name, help=help) if place is None else place.problem(code, message, help)


# -- words -------------------------------------------------------------------------------------------------------------


def unknown_words(pack: Inspection, rule: Rule) -> Remarks:
    """S101, S102, S103: cue words that no text has as a lemma."""
    for word in rule.cue.words:
        if word.startswith("$"):
            continue
        fault = _word_fault(rule.cue.kind, word)
        if fault is not None:
            code, message, help = fault
            yield remark(pack, code, message, help, ("word", rule.id, word), ("rule", rule.id))


def _word_fault(kind: CueKind, word: str) -> tuple[str, str, str] | None:
    parts = word.split()
    if kind in (CueKind.VERB, CueKind.MODAL):
        return _verb_fault(parts[-1])
    if kind is CueKind.IDIOM:
        return _apart(parts) or _verb_fault(parts[-1])
    if kind is CueKind.NOUN:
        return _noun_fault(word)
    return _adjective_fault(word) if kind is CueKind.ADJECTIVE else None


def _verb_fault(verb: str) -> tuple[str, str, str] | None:
    if verbs.lexicon().knows(verb):
        return None
    lemmas = sorted({form.lemma for form in verbs.analyse(verb)})
    if lemmas:
        return "S102", f"'{verb}' is a form of '{lemmas[0]}'", f"write the infinitive: {lemmas[0]}"
    return (
        "S101",
        f"the lexicon knows no verb '{verb}'",
        "check the spelling; of a verb that it does not know only regular forms in one word are found",
    )


def _apart(parts: list[str]) -> tuple[str, str, str] | None:
    """An idiom that is a particle verb in two words ("ab lehnen")."""
    if len(parts) < 2 or not is_verb_particle(parts[-2]):
        return None
    joined = verbs.join(parts[-2], parts[-1])
    rest = [part for part in parts[:-2] if word_class(part) != "reflexive"]
    if joined is None or rest:
        return None
    whole = f"sich {joined}" if len(parts) > 2 else joined
    return (
        "S103",
        f"'{' '.join(parts)}' is a separable verb written apart",
        f"write it in one word: cue: {{verb: {whole}}}",
    )


def _noun_fault(word: str) -> tuple[str, str, str] | None:
    if not nominal.noun_readings(word):
        return "S101", f"the lexicon knows no noun '{word}'", "check the spelling"
    base = lemma(word, "NN")
    return (
        None if base == word else ("S102", f"'{word}' is a form of '{base}'", f"write the nominative singular: {base}")
    )


def _adjective_fault(word: str) -> tuple[str, str, str] | None:
    base = lemma(word, "ADJA")
    inflected = base != word and base.endswith(tuple(words(read_data("nominal")["adjective_suffixes"])))
    return None if not inflected else ("S102", f"'{word}' is a form of '{base}'", f"write it without ending: {base}")


def repeated_words(pack: Inspection) -> Remarks:
    """S112: a word that a cue names twice."""
    for rule, word, place in pack.places.repeated:
        if rule not in pack.faulty:
            yield place.problem("S112", f"the cue names '{word}' twice", "take one out")


# -- frames ------------------------------------------------------------------------------------------------------------


def impossible_frames(pack: Inspection, rule: Rule) -> Remarks:
    """S104: frames that nothing can fill, or conditions that exclude each other."""
    for number, frame in enumerate(rule.frames):
        reason = _impossible(rule, frame)
        if reason is not None:
            message, help = reason
            yield remark(pack, "S104", message, help, ("frame", rule.id, number), ("rule", rule.id))


def _impossible(rule: Rule, frame: Frame) -> tuple[str, str] | None:
    needs = [role for role in _SUBSTANTIVE if frame.slots(role) and role not in frame.optional]
    if len(needs) == 2 and len({*frame.content, *frame.judgement}) == 1:
        return f"content and judgement both want {frame.content[0]}", "give one of them another slot"
    if frame.addressee and set(frame.addressee) <= set(frame.actor) and len(frame.actor) == 1:
        return f"actor and addressee both want {frame.actor[0]}", "give one of them another slot"
    for role in {*rule.requires.roles, *frame.requires.roles}:
        if not frame.slots(role):
            return f"'roles' wants a role that the frame has not: {role}", f"add '{role}:' to the frame"
    for first, second in (
        (rule.requires, frame.requires),
        *product((rule.requires, frame.requires), (rule.unless, frame.unless)),
    ):
        clash = _clash(first, second, both=second is frame.requires)
        if clash is not None:
            return f"the conditions exclude each other: {clash}", "take one of them out"
    reflexive = any(word.startswith("sich ") for word in rule.cue.words)
    refuses = False in (rule.requires.reflexive, frame.requires.reflexive) or True in (
        rule.unless.reflexive,
        frame.unless.reflexive,
    )
    if reflexive and refuses and all(word.startswith("sich ") for word in rule.cue.words):
        return "the cue has 'sich', and the conditions want none", "take the condition out"
    return None


def _clash(first: Conditions, second: Conditions, both: bool) -> str | None:
    """A condition that two requirements (``both``), or a requirement and an exclusion, cannot meet together."""
    for name in _SETS:
        one, other = set(getattr(first, name)), set(getattr(second, name))
        if one and other and (not one & other if both else one <= other):
            return name
    for name in _SINGLE:
        one, other = getattr(first, name), getattr(second, name)
        if one is not None and other is not None and (one != other if both else one == other):
            return name
    if not both:
        for name in ("content", "subject", "accusative", "dative", "pp", "adverb", "modal"):
            one, other = set(getattr(first, name)), set(getattr(second, name))
            if one and one <= other:
                return name
    return None


# -- rules beside each other -------------------------------------------------------------------------------------------


def shadowed(pack: Inspection) -> Remarks:
    """S105: a rule that never wins, since another takes all its cues and frames and goes first."""
    for rule, others in _neighbours(pack):
        winner = next((other for other in others if _shadows(other, rule)), None)
        if winner is not None:
            yield remark(
                pack,
                "S105",
                f"'{winner.id}' finds all that '{rule.id}' finds, and goes first",
                f"raise 'priority', add a condition to '{winner.id}', or take the rule out",
                ("rule", rule.id),
            )


def two_types(pack: Inspection) -> Remarks:
    """S106: one cue in one frame, with two types and nothing that tells them apart."""
    for rule, others in _neighbours(pack):
        for other in others:
            if other.id <= rule.id and pack.places.of(("rule", other.id)) is not None:
                continue
            shared = sorted(set(rule.cue.words) & set(other.cue.words))
            if other.type is not rule.type and other.priority == rule.priority and _alike(rule, other):
                yield remark(
                    pack,
                    "S106",
                    f"'{shared[0]}' gives {rule.type} here and {other.type} in '{other.id}', in the same frame",
                    "tell them apart by a frame or a condition, or give one of them a 'priority'",
                    ("word", rule.id, shared[0]),
                    ("rule", rule.id),
                )


def _neighbours(pack: Inspection) -> Iterator[tuple[Rule, list[Rule]]]:
    """The pack's own sound rules, each with the rules that share a cue word with it."""
    by_word: dict[tuple[CueKind, str], list[Rule]] = defaultdict(list)
    for rule in pack.rules.rules:
        for word in rule.cue.words:
            by_word[rule.cue.kind, word].append(rule)
    own = {rule.id for rule in pack.pack.rules} - pack.faulty
    for rule in pack.rules.rules:
        if rule.id in own:
            others = {other.id: other for word in rule.cue.words for other in by_word[rule.cue.kind, word]}
            yield rule, [other for name, other in sorted(others.items()) if name != rule.id and name not in pack.faulty]


def _shadows(winner: Rule, rule: Rule) -> bool:
    if not set(rule.cue.words) <= set(winner.cue.words) or not _lax(winner, rule):
        return False
    first = (-winner.priority, winner.id) < (-rule.priority, rule.id)
    return first and all(any(_covers(wide, frame) for wide in winner.frames) for frame in rule.frames)


def _lax(winner: Rule, rule: Rule) -> bool:
    """Whether a rule asks for nothing that the other does not ask for."""
    return winner.requires in (Conditions(), rule.requires) and winner.unless in (Conditions(), rule.unless)


def _covers(wide: Frame, frame: Frame) -> bool:
    """Whether a frame fires, with as many roles, wherever the other does."""
    if wide.requires not in (Conditions(), frame.requires) or wide.unless not in (Conditions(), frame.unless):
        return False
    if not all(set(frame.slots(role)) <= set(wide.slots(role)) for role in FrameRole):
        return False
    return (
        all(bool(wide.slots(role)) == bool(frame.slots(role)) for role in _SUBSTANTIVE)
        and wide.optional >= frame.optional
    )


def _alike(rule: Rule, other: Rule) -> bool:
    if (rule.requires, rule.unless) != (other.requires, other.unless):
        return False
    return any(_same_place(one, two) for one, two in product(rule.frames, other.frames))


def _same_place(one: Frame, two: Frame) -> bool:
    conditions = (one.requires, one.unless) == (two.requires, two.unless)
    needs = [
        frozenset(role for role in _SUBSTANTIVE if frame.slots(role) and role not in frame.optional)
        for frame in (one, two)
    ]
    meets = all(set(one.slots(role)) & set(two.slots(role)) for role in needs[0])
    return conditions and needs[0] == needs[1] and bool(needs[0]) and meets


# -- the pack as a resource --------------------------------------------------------------------------------------------


def ambiguous_without_negative(pack: Inspection) -> Remarks:
    """S108: a word with several senses, and neither the senses nor the rules show what it does not mean."""
    senses = defaultdict(list)
    for sense in pack.pack.senses:
        senses[sense.cue].append(sense)
    for cue, found in senses.items():
        named = [rule for sense in found if sense.gives and (rule := pack.rules.rule(sense.gives))]
        shown = any(sense.gives is None for sense in found) or any(
            example.negative for rule in named for example in rule.examples
        )
        if len(found) > 1 and not shown:
            yield remark(
                pack,
                "S108",
                f"'{cue}' has {len(found)} senses, but no example in which it gives nothing",
                "add a sense with 'gives: none', or 'none:' to the examples of one of its rules",
                ("sense", cue, found[0].sense),
            )


def unused_lists(pack: Inspection) -> Remarks:
    """S109: lists that no rule and no list names."""
    if pack.faulty or pack.problems:
        return
    for name, _ in pack.pack.lists:
        if name not in pack.used and name not in EVALUATIVE:
            yield remark(
                pack, "S109", f"the list '{name}' is used nowhere", f"write '${name}', or take it out", ("list", name)
            )


def undocumented(pack: Inspection, rule: Rule) -> Remarks:
    """S110: a rule that does not say what it is for."""
    if not rule.doc.strip():
        yield remark(pack, "S110", f"'{rule.id}' has no 'doc'", "say in a sentence what it finds", ("rule", rule.id))


def without_example(pack: Inspection, rule: Rule) -> Remarks:
    """S111: a rule that no example shows at work."""
    if all(example.negative for example in rule.examples):
        help = 'add a sentence: examples: ["[Die SPD]{actor} [fordert]{cue} [mehr Geld]{content}."]'
        yield remark(pack, "S111", f"no example shows what '{rule.id}' finds", help, ("rule", rule.id))


RULE_CHECKS: Final[tuple[Callable[[Inspection, Rule], Remarks], ...]] = (
    unknown_words,
    impossible_frames,
    undocumented,
    without_example,
)
PACK_CHECKS: Final[tuple[Callable[[Inspection], Remarks], ...]] = (
    repeated_words,
    shadowed,
    two_types,
    ambiguous_without_negative,
    unused_lists,
)
