"""The trigger index: from rules to "which rules can this word set off".

Flows in: a :class:`RuleSet`. Flows out: :class:`CompiledRules`, in which matching looks up the lemma of each verb, noun
or adjective; arguments are looked for only after a trigger was found (as in Odin, Valenzuela-Escárcega et al. 2016).
The index depends on what the rules say, never on their order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Set
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeVar, final

import attrs

from stance.german import nominal
from stance.german.closed import is_reflexive, preposition_lemma
from stance.german.idioms import COORDINATORS, WordClass, stem, word_class
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind, Rule

_OPENING: Final = ("preposition", "opener", "adjective", "negative")

T = TypeVar("T")
K = TypeVar("K", bound=tuple[CueKind, str] | str)


_INFLECTED: Final[frozenset[WordClass]] = frozenset({"preposition", "reflexive", "negative", "adjective"})


@attrs.frozen
class Trigger:
    """A cue of one word.

    Attributes:
        rule: the rule it sets off.
        word: the cue as the rule writes it ("sich weigern").
        lemma: the lemma to be found ("weigern").
        reflexive: whether a reflexive pronoun must stand in the clause.
    """

    rule: Rule
    word: str
    lemma: str
    reflexive: bool = False


@attrs.frozen
class Part:
    """A word that an idiom needs besides its verb.

    Attributes:
        form: as the citation form has it, contractions opened ("zur Last legen" gives "zu").
        kind: its class, see :func:`stance.german.idioms.word_class`.
    """

    form: str
    kind: WordClass

    def matches(self, form: str, lemma: str) -> bool:
        """Whether a token is this word.

        Args:
            form: the token as it stands in the text.
            lemma: its lemma.

        >>> Part("zu", "preposition").matches("zur", "zu"), Part("Absage", "noun").matches("Absagen", "Absage")
        (True, True)
        >>> Part("kein", "negative").matches("keinerlei", "keinerlei")
        False
        """
        small = form.lower()
        if self.kind == "preposition":
            return preposition_lemma(small) == self.form
        if self.kind == "reflexive":
            return is_reflexive(small)
        if self.kind == "negative":
            return lemma == "kein" or (small.startswith("kein") and word_class(small) == "negative")
        own = self.form.lower()
        if self.kind == "adjective" and stem(own) in (stem(small), lemma.lower()):
            return True
        return own in (small, lemma.lower())


@attrs.frozen
class CompiledIdiom:
    """An idiom taken apart.

    Attributes:
        rule: the rule it sets off.
        word: the citation form ("in Aussicht stellen").
        verb: lemma of its verb ("stellen").
        phrases: groups of words; those of a group stand together, with only articles, possessives and attributes
            between them ("in", "Aussicht"); the groups may stand apart, in any order.
        reflexive: whether a reflexive pronoun must stand in the clause.
    """

    rule: Rule
    word: str
    verb: str
    phrases: tuple[tuple[Part, ...], ...]
    reflexive: bool = False

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All words it needs besides its verb and reflexive, in order."""
        return tuple(part for phrase in self.phrases for part in phrase)

    @cached_property
    def _fixed(self) -> frozenset[str]:
        """Those of its words that stand in the text by their form or lemma, in lower case."""
        return frozenset(part.form.lower() for part in self.parts if part.kind not in _INFLECTED)

    def may_be_among(self, words: Set[str]) -> bool:
        """Whether its words may be among some tokens, of which forms and lemmas in lower case are given.

        >>> from stance.model import CommitmentType
        >>> from stance.rules.schema import Cue
        >>> idiom = compile_idiom(Rule("a.b", CommitmentType.PROMISE, Cue(CueKind.IDIOM), ()), "eine Absage erteilen")
        >>> idiom.may_be_among({"eine", "ein"}), idiom.may_be_among({"absagen", "absage"})
        (False, True)
        """
        return self._fixed <= words

    @property
    def length(self) -> int:
        """How many words it needs, for longest cue first."""
        return len(self.parts) + 1 + self.reflexive


@attrs.frozen
class AttributionTrigger:
    """An attributor of one or more words, to be found next to each other in any case.

    Attributes:
        rule: the rule it sets off.
        word: as the rule writes it ("nach Angaben").
        words: its words as :func:`attribution_form` gives them.
    """

    rule: Rule
    word: str
    words: tuple[str, ...]


def attribution_form(form: str) -> str:
    """A word of an attributor as it is compared: in lower case, with ss for ß ("Gemäß", Swiss "Gemäss").

    >>> attribution_form("Gemäß") == attribution_form("gemäss")
    True
    """
    return form.lower().replace("ß", "ss")


@attrs.frozen
class TokenTrigger:
    """Token patterns of a rule, each a spaCy pattern as JSON."""

    rule: Rule
    patterns: tuple[str, ...]


@final
@attrs.frozen
class CompiledRules:
    """All triggers of a rule set by the word that sets them off.

    The longest cue comes first, then rules in order of their ids.

    Attributes:
        ruleset: what it was made from.
        tokens: token patterns, which have no one word to look up.
    """

    ruleset: RuleSet
    tokens: tuple[TokenTrigger, ...] = ()
    _single: dict[tuple[CueKind, str], tuple[Trigger, ...]] = attrs.field(factory=dict, repr=False)
    _idioms: dict[str, tuple[CompiledIdiom, ...]] = attrs.field(factory=dict, repr=False)
    _attributions: dict[str, tuple[AttributionTrigger, ...]] = attrs.field(factory=dict, repr=False)

    def verb(self, lemma: str) -> tuple[Trigger, ...]:
        """Rules whose verb cue has a lemma (particle verbs in one word)."""
        return self._single.get((CueKind.VERB, lemma), ())

    def noun(self, lemma: str) -> tuple[Trigger, ...]:
        """Rules whose noun cue has a lemma."""
        return self._single.get((CueKind.NOUN, lemma), ())

    def adjective(self, lemma: str) -> tuple[Trigger, ...]:
        """Rules whose adjective cue has a lemma."""
        return self._single.get((CueKind.ADJECTIVE, lemma), ())

    def modal(self, lemma: str) -> tuple[Trigger, ...]:
        """Rules whose modal cue has a lemma."""
        return self._single.get((CueKind.MODAL, lemma), ())

    def idioms(self, verb: str) -> tuple[CompiledIdiom, ...]:
        """Idioms with a verb, longest first."""
        return self._idioms.get(verb, ())

    def attributions(self, form: str) -> tuple[AttributionTrigger, ...]:
        """Attributors that start with a word, longest first."""
        return self._attributions.get(attribution_form(form), ())

    @property
    def verbs(self) -> frozenset[str]:
        """All lemmas of verb, modal and idiom cues, for which exact paradigms are worth having."""
        single = {lemma for kind, lemma in self._single if kind in (CueKind.VERB, CueKind.MODAL)}
        return frozenset(single | set(self._idioms))

    @property
    def nouns(self) -> frozenset[str]:
        """All lemmas of noun cues."""
        return frozenset(lemma for kind, lemma in self._single if kind is CueKind.NOUN)


def compile_rules(ruleset: RuleSet) -> CompiledRules:
    """Index the rules of a set by their triggers.

    >>> from stance.rules.reader import parse_pack
    >>> pack = parse_pack('''
    ... pack: my.pack
    ... version: 1.0.0
    ... rules:
    ...   - id: promise.prospect
    ...     type: promise
    ...     cue: {idiom: in Aussicht stellen}
    ...     frames: [{actor: subject, content: accusative}]
    ... ''')
    >>> [idiom.word for idiom in compile_rules(RuleSet.of([pack])).idioms("stellen")]
    ['in Aussicht stellen']
    """
    cues = [(rule, word) for rule in ruleset.rules for word in rule.cue.words]
    single = [_trigger(rule, word) for rule, word in cues if rule.cue.kind not in (CueKind.IDIOM, CueKind.ATTRIBUTION)]
    idioms = [compile_idiom(rule, word) for rule, word in cues if rule.cue.kind is CueKind.IDIOM]
    attributions = [
        AttributionTrigger(rule, word, tuple(attribution_form(word).split()))
        for rule, word in cues
        if rule.cue.kind is CueKind.ATTRIBUTION
    ]
    tokens = [TokenTrigger(rule, _patterns(rule)) for rule in ruleset.rules if rule.cue.patterns]
    return CompiledRules(
        ruleset=ruleset,
        tokens=tuple(tokens),
        single=_index(single, lambda found: (found.rule.cue.kind, found.lemma), _order),
        idioms=_index(idioms, lambda found: found.verb, lambda found: (-found.length, *_order(found))),
        attributions=_index(
            attributions, lambda found: found.words[0], lambda found: (-len(found.words), *_order(found))
        ),
    )


def compile_idiom(rule: Rule, word: str) -> CompiledIdiom:
    """Take the citation form of an idiom apart: articles and possessives are dropped, the verb is its last word.

    >>> from stance.model import CommitmentType
    >>> from stance.rules.schema import Cue
    >>> rule = Rule("a.b", CommitmentType.PROMISE, Cue(CueKind.IDIOM), ())
    >>> idiom = compile_idiom(rule, "sich in die Pflicht nehmen lassen")
    >>> idiom.verb, idiom.reflexive, [[part.form for part in phrase] for phrase in idiom.phrases]
    ('lassen', True, [['in', 'Pflicht'], ['nehmen']])
    """
    *words, verb = word.split()
    kinds = _classes(words)
    parts = [_part(form, kind) for form, kind in kinds if kind != "determiner"]
    phrases = _phrases(parts)
    alone = tuple(phrase for phrase in phrases if phrase[0].kind != "reflexive")
    return CompiledIdiom(rule, word, verb, alone, len(alone) < len(phrases))


def _classes(words: list[str]) -> list[tuple[str, WordClass]]:
    """Words with their classes; before a noun a capitalised attribute is none ("die Rote Karte", but "Ärger Luft")."""
    kinds = [word_class(word) for word in words]
    for at, (kind, after) in enumerate(pairwise(kinds)):
        readings = {reading.kind for reading in nominal.common_readings(words[at])}
        if kind == after == "noun" and readings != {"common"} and word_class(words[at].lower()) == "adjective":
            kinds[at] = "adjective"
    return list(zip(words, kinds, strict=True))


def _part(form: str, kind: WordClass) -> Part:
    if kind == "preposition":
        return Part(preposition_lemma(form), kind)
    return Part("kein" if kind == "negative" else form, kind)


def _phrases(parts: Iterable[Part]) -> tuple[tuple[Part, ...], ...]:
    """Group words: a preposition or attribute opens a phrase, its noun closes it; other words stand alone.

    A noun behind the noun of a prepositional phrase belongs to it ("ins Reich der Fabel", "in Bausch und Bogen").
    """
    phrases: list[list[Part]] = []
    for part in parts:
        last = phrases[-1] if phrases else [part]
        opened = bool(phrases) and last[0].kind in _OPENING and last[-1].kind != "noun"
        longer = last[0].kind == "preposition" and (part.kind == "noun" or part.form in COORDINATORS)
        if part.kind not in ("preposition", "opener") and bool(phrases) and (opened or longer):
            last.append(part)
        else:
            phrases.append([part])
    return tuple(map(tuple, phrases))


def _trigger(rule: Rule, word: str) -> Trigger:
    lemma = word.removeprefix("sich ").strip()
    return Trigger(rule, word, lemma, lemma != word)


def _patterns(rule: Rule) -> tuple[str, ...]:
    return tuple(sorted({json.dumps(json.loads(text), sort_keys=True) for text in rule.cue.patterns}))


def _order(found: Trigger | CompiledIdiom | AttributionTrigger) -> tuple[str, str]:
    return found.rule.id, found.word


def _index(
    found: Iterable[T], key: Callable[[T], K], order: Callable[[T], tuple[int | str, ...]]
) -> dict[K, tuple[T, ...]]:
    groups: dict[K, list[T]] = {}
    for item in sorted(found, key=order):
        groups.setdefault(key(item), []).append(item)
    return {name: tuple(groups[name]) for name in sorted(groups)}
