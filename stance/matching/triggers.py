"""Trigger look-up: every site of a text where a rule's cue stands.

Flows in: compiled rules and a clause graph. Flows out: sites, in text order. Nothing is searched for that no rule asks
for: verbs, nouns, adjectives and attributors are looked up by lemma in the index of the compiled rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs
from spacy.matcher import Matcher as TokenMatcher
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from stance.clauses.graph import Clause, ClauseKind, NounPhrase, VerbComplex
from stance.clauses.quotes import is_mark
from stance.german import closed, government, verbs
from stance.german.idioms import stem
from stance.german.nominal import noun_lemma
from stance.matching.site import Site
from stance.matching.slots import before_participle, headed
from stance.matching.spans import is_silent_form
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.model import CommitmentType
from stance.rules.compiler import AttributionTrigger, CompiledIdiom, CompiledRules, Part, attribution_form
from stance.rules.schema import FrameRole, SlotKind

_ADJECTIVAL_TAGS: Final = frozenset({"ADJD", "ADJA", "VVPP", "PTKVZ", "ADV", "NN"})
_MATERIAL: Final = frozenset({CommitmentType.SUPPORT, CommitmentType.ASSERTION, CommitmentType.DECISION})
_AUXILIARIES: Final = frozenset({"haben", "sein", "werden"})
_GAP: Final = 8
_COMPOUND_HEAD: Final = 6
_COMPOUND_FIRST: Final = 3
_PHRASE_GAP_TAGS: Final = frozenset(
    {"ART", "ADJA", "PPOSAT", "PIAT", "PIDAT", "PDAT", "CARD", "ADV", "ADJD", "NE", "PTKNEG"}
)


@attrs.frozen(eq=False)
class Triggers:
    """Finds sites.

    Attributes:
        rules: the compiled rules.
    """

    rules: CompiledRules

    def sites(self, view: View) -> Iterator[Site]:
        """All sites of a text; one cue may give several sites, one for each rule."""
        for clause in view.graph.clauses:
            if clause.verb is not None and not clause.gapped:
                yield from self._of_verb(view, clause, clause.verb)
            yield from self._adjectives(view, clause)
        for np in view.graph.noun_phrases:
            yield from self._nouns(view, np)
            yield from self._participles(view, np)
        yield from self._attributions(view)
        yield from self._patterns(view)

    # -- verbs ---------------------------------------------------------------------------------------------------------

    def _of_verb(self, view: View, clause: Clause, verb: VerbComplex) -> Iterator[Site]:
        cue = cue_of_verb(view, verb)
        for lemma in lemmas_of(view, verb):
            for trigger in self.rules.verb(lemma):
                if not trigger.reflexive or view.reflexive(clause) is not None:
                    yield Site(
                        trigger.rule,
                        clause,
                        cue,
                        verb.main,
                        trigger.word,
                        verb,
                        reflexive=trigger.reflexive,
                        home=clause.index,
                    )
        for lemma in dict.fromkeys((*verb.modals, verb.lemma)):
            for trigger in self.rules.modal(lemma):
                token = _modal_token(view, verb, lemma)
                yield Site(trigger.rule, clause, (token,), token, lemma, verb, home=clause.index)
        yield from self._idioms(view, clause, verb)

    def _idioms(self, view: View, clause: Clause, verb: VerbComplex) -> Iterator[Site]:
        finite = () if verb.finite is None else (view.lemma(verb.finite),)
        lemmas = dict.fromkeys((verb.lemma, *verb.modals, *verb.auxiliaries, *finite))
        idioms = [idiom for lemma in lemmas for idiom in self.rules.idioms(lemma)]
        if not idioms:
            return
        within = sorted([*clause.tokens, *_infinitive_verbs(view, clause)])
        tokens = [t for t in within if not is_silent_form(view.text(t))]
        words = {view.lower(t) for t in tokens} | {view.lemma(t).lower() for t in tokens}
        for idiom in idioms:
            if not idiom.may_be_among(words) or (idiom.reflexive and view.reflexive(clause) is None):
                continue
            site = self._idiom(view, clause, verb, idiom, tokens)
            if site is not None:
                yield site

    def _idiom(
        self, view: View, clause: Clause, verb: VerbComplex, idiom: CompiledIdiom, tokens: Sequence[int]
    ) -> Site | None:
        own = _verb_tokens(view, verb, idiom)
        if not own or _is_other_verb(view, verb, own, idiom):
            return None
        available = [t for t in tokens if t not in own]
        found: set[int] = set()
        for phrase in idiom.phrases:
            group = _find_phrase(view, [t for t in available if t not in found], phrase)
            if group is None:
                return None
            found |= set(group)
        if verb.main in own and verb.lemma != idiom.verb and verb.particle not in found:
            return None
        cue = tuple(sorted(found | set(own)))
        return Site(idiom.rule, clause, cue, own[0], idiom.word, verb, home=clause.index)

    # -- adjectives ----------------------------------------------------------------------------------------------------

    def _adjectives(self, view: View, clause: Clause) -> Iterator[Site]:
        verb = clause.verb
        if verb is None:
            yield from self._headline_adjectives(view, clause)
            return
        if verb.lemma not in self._copulas and "sein" not in verb.auxiliaries:
            return
        reflexive = verb.lemma not in government.verbs("copula") and view.reflexive(clause) is not None
        for token in clause.tokens:
            if view.tag(token) not in _ADJECTIVAL_TAGS:
                continue
            for lemma in dict.fromkeys((view.lemma(token), view.text(token), view.lower(token))):
                for trigger in self.rules.adjective(lemma):
                    if _has_copula(view, clause, verb, token, trigger.rule.cue.copula):
                        yield Site(
                            trigger.rule,
                            clause,
                            (token,),
                            token,
                            trigger.word,
                            verb,
                            reflexive=reflexive,
                            home=clause.index,
                        )

    @cached_property
    def _copulas(self) -> frozenset[str]:
        """All verbs that an adjective of some rule may stand with."""
        return frozenset(verb for rule in self.rules.ruleset.rules for verb in rule.cue.copula)

    def _headline_adjectives(self, view: View, clause: Clause) -> Iterator[Site]:
        """„Kanzler zu Zugeständnissen bereit": a fragment of a noun and what would be the predicative of „ist"."""
        if clause.kind is not ClauseKind.FRAGMENT or headed(view, clause) is None:
            return
        for token in clause.tokens:
            for trigger in self.rules.adjective(view.lower(token)) if view.tag(token) == "ADJD" else ():
                if "sein" in trigger.rule.cue.copula:
                    yield Site(trigger.rule, clause, (token,), token, trigger.word, None, home=clause.index)

    # -- nouns ---------------------------------------------------------------------------------------------------------

    def _nouns(self, view: View, np: NounPhrase) -> Iterator[Site]:
        if view.tag(np.head) == "NE" and (np.determiner is None or not self.rules.noun(view.text(np.head))):
            return
        clause = view.clause(np.clause)
        for lemma in noun_lemmas(view, np.head):
            triggers = self.rules.noun(lemma) or self.rules.noun(self._compound(lemma))
            for trigger in triggers:
                yield Site(trigger.rule, clause, (np.head,), np.head, trigger.word, None, np, home=clause.index)
            if triggers:
                return

    def _compound(self, lemma: str) -> str:
        """The cue noun that a compound ends in („SPD-Forderung", „Rücktrittsforderung"), or "".

        A prefix makes another noun („Überforderung").
        """
        if "-" in lemma:
            return lemma.rsplit("-", 1)[1]
        for start in range(max(_COMPOUND_FIRST, len(lemma) - self._longest_head), len(lemma) - _COMPOUND_HEAD + 1):
            head = lemma[start].upper() + lemma[start + 1 :]
            if head in self._compound_heads:
                return "" if lemma[:start].lower() in word_list("noun_prefixes") else head
        return ""

    @cached_property
    def _longest_head(self) -> int:
        return max(map(len, self._compound_heads), default=0)

    @cached_property
    def _compound_heads(self) -> frozenset[str]:
        return frozenset(noun for noun in self.rules.nouns if len(noun) >= _COMPOUND_HEAD)

    def _participles(self, view: View, np: NounPhrase) -> Iterator[Site]:
        """Attributive participles with an als-phrase or an agent: „das als historisch beschriebene Abkommen"."""
        for token in np.attributes:
            before = [view.lower(t) for t in before_participle(view, token)]
            wanted = {SlotKind.ALS: "als" in before, SlotKind.SUBJECT: "von" in before or "vom" in before}
            if not any(wanted.values()):
                continue
            lemma = participle_lemma(view.text(token))
            for trigger in self.rules.verb(lemma) if lemma else ():
                kinds = {s.kind for f in trigger.rule.frames for s in f.slots(FrameRole.JUDGEMENT)}
                agent = trigger.rule.type not in _MATERIAL
                if wanted[SlotKind.ALS] == (SlotKind.ALS in kinds) and (wanted[SlotKind.ALS] or agent):
                    clause = view.clause(np.clause)
                    yield Site(
                        trigger.rule,
                        clause,
                        (token,),
                        token,
                        trigger.word,
                        None,
                        np,
                        attributive=True,
                        home=clause.index,
                    )

    # -- attributions --------------------------------------------------------------------------------------------------

    def _attributions(self, view: View) -> Iterator[Site]:
        forms = [attribution_form(word) for word in view.lowers]
        for token, form in enumerate(forms):
            for trigger in self.rules.attributions(form):
                cue = _attribution_tokens(view, forms, token, trigger)
                if cue is None:
                    continue
                clause = view.graph.clause_at(cue[-1]) or view.graph.clause_at(cue[0])
                if clause is not None:
                    yield Site(trigger.rule, clause, cue, token, trigger.word, clause.verb, home=clause.index)

    # -- patterns ------------------------------------------------------------------------------------------------------

    def _patterns(self, view: View) -> Iterator[Site]:
        doc = view.graph.doc
        if not self.rules.tokens:
            return
        for rule, start, end in self._token_matches(doc):
            clause = view.graph.clause_at(start)
            if clause is not None:
                cue = tuple(range(start, end))
                yield Site(
                    self.rules.tokens[rule].rule,
                    clause,
                    cue,
                    start,
                    doc[start:end].text,
                    clause.verb,
                    home=clause.index,
                )

    def _token_matches(self, doc: Doc) -> Iterable[tuple[int, int, int]]:
        matcher = self._matchers.get(doc.vocab) or self._matcher(doc.vocab)
        found = [(self._patterns_by_key[key], start, end) for key, start, end in matcher(doc)]
        return sorted(found, key=lambda match: (match[1], match[2], match[0]))

    @cached_property
    def _matchers(self) -> dict[Vocab, TokenMatcher]:
        """What matches the token patterns in Docs of the vocabulary that came last."""
        return {}

    def _matcher(self, vocab: Vocab) -> TokenMatcher:
        matcher = TokenMatcher(vocab)
        for key, index in self._patterns_by_key.items():
            patterns = self.rules.tokens[index].patterns
            matcher.add(key, [json.loads(pattern) for pattern in patterns], greedy="LONGEST")
        self._matchers.clear()
        self._matchers[vocab] = matcher
        return matcher

    @cached_property
    def _patterns_by_key(self) -> dict[int, int]:
        """The hash by which a matcher knows a rule with token patterns → its number."""
        return {get_string_id(str(index)): index for index in range(len(self.rules.tokens))}


def lemmas_of(view: View, verb: VerbComplex) -> tuple[str, ...]:
    """The lemma of a verb and of others that its participle may belong to („gelobt": loben, geloben).

    Which of them is meant only their frames can tell.
    """
    if view.tag(verb.main) != "VVPP" or verb.particle is not None:
        return (verb.lemma,)
    readings = verbs.analyse(view.text(verb.main))
    return tuple(dict.fromkeys((verb.lemma, *(r.lemma for r in readings if r.kind == "participle"))))


def cue_of_verb(view: View, verb: VerbComplex) -> tuple[int, ...]:
    """The tokens of a verb cue: the full verb and its particle, without auxiliaries, modals and „zu"."""
    tokens = {verb.main}
    if verb.particle is not None:
        tokens.add(verb.particle)
    return tuple(sorted(tokens))


def _modal_token(view: View, verb: VerbComplex, lemma: str) -> int:
    for token in verb.tokens:
        if token != verb.main and view.lemma(token) == lemma:
            return token
    return verb.main if verb.lemma == lemma or verb.finite is None else verb.finite


def _verb_tokens(view: View, verb: VerbComplex, idiom: CompiledIdiom) -> tuple[int, ...]:
    """The tokens of the verb of an idiom: the full verb, or „lassen" and other verbs above it.

    An auxiliary is no full verb („hat die Angst vor dem Krieg geschürt" is not „Angst haben") unless the full verb
    below it is a word of the idiom, too („nichts einzuwenden haben").
    """
    lemma = idiom.verb
    if lemma in _AUXILIARIES and verb.lemma != lemma and not _names(view, idiom, verb.main):
        return ()
    if verb.lemma == lemma:
        loose = verb.particle is not None and not lemma.startswith(view.lower(verb.particle))
        return tuple(t for t in cue_of_verb(view, verb) if not (loose and t == verb.particle))
    found = [t for t in verb.tokens if view.lemma(t) == lemma]
    if not found and (lemma in verb.modals or lemma in verb.auxiliaries) and verb.finite is not None:
        found = [verb.finite]
    return tuple(found[:1])


def _names(view: View, idiom: CompiledIdiom, token: int) -> bool:
    """Whether a token is one of the words that an idiom needs besides its verb."""
    return any(part.matches(view.text(token), view.lemma(token)) for part in idiom.parts)


def _is_other_verb(view: View, verb: VerbComplex, own: tuple[int, ...], idiom: CompiledIdiom) -> bool:
    """Whether the verb of an idiom has a particle that makes it another verb („der Abstand nimmt zu")."""
    if verb.particle is None or verb.main not in own or verb.lemma == idiom.verb:
        return False
    return not _names(view, idiom, verb.particle) and verbs.join(view.lower(verb.particle), idiom.verb) == verb.lemma


def _infinitive_verbs(view: View, clause: Clause) -> Iterator[int]:
    """Verbs and pronouns of infinitives below a clause („nichts zu tun"), which can be parts of an idiom."""
    for child in view.graph.children(clause):
        if child.kind is ClauseKind.INFINITIVE and child.introducer is None and child.verb is not None:
            yield from (t for t in child.tokens if t in child.verb.tokens or view.tag(t) in ("PTKZU", "PIS"))


def _find_phrase(view: View, tokens: Sequence[int], phrase: tuple[Part, ...]) -> tuple[int, ...] | None:
    """The tokens of one group of an idiom: together, with nothing but articles and attributes between."""
    for at, token in enumerate(tokens):
        if not phrase[0].matches(view.text(token), view.lemma(token)) or _is_attribute(view, token, phrase):
            continue
        found = _rest(view, tokens, at, phrase)
        if found is not None:
            return found
    return None


def _is_attribute(view: View, token: int, phrase: tuple[Part, ...]) -> bool:
    """Whether the predicative word of an idiom is an attribute instead („hatte die bekannte Bank gegeben")."""
    return len(phrase) == 1 and view.tag(token) == "ADJA"


def _rest(view: View, tokens: Sequence[int], at: int, phrase: tuple[Part, ...]) -> tuple[int, ...] | None:
    found = [tokens[at]]
    position = at + 1
    for part in phrase[1:]:
        while position < len(tokens) and not _matches(view, part, tokens[position]):
            if view.tag(tokens[position]) not in _PHRASE_GAP_TAGS or tokens[position] - found[-1] > _GAP:
                return None
            position += 1
        if position == len(tokens):
            return None
        found.append(tokens[position])
        position += 1
    return _with_articles(view, found, phrase)


def _with_articles(view: View, found: list[int], phrase: tuple[Part, ...]) -> tuple[int, ...]:
    """A prepositional group is one stretch with its article („in der Pflicht")."""
    if phrase[0].kind != "preposition":
        return tuple(found)
    between = [t for t in range(found[0], found[-1]) if view.tag(t) in ("ART", "PPOSAT")]
    return tuple(sorted({*found, *between}))


def _matches(view: View, part: Part, token: int) -> bool:
    return part.matches(view.text(token), view.lemma(token))


def _has_copula(view: View, clause: Clause, verb: VerbComplex, token: int, copula: tuple[str, ...]) -> bool:
    """Whether an adjective is predicated by one of some verbs, the participle of a stative passive among them."""
    if verb.lemma in copula:
        return not _inside_phrase(view, clause, token)
    return token == verb.main and "sein" in verb.auxiliaries and "sein" in copula


def _inside_phrase(view: View, clause: Clause, token: int) -> bool:
    """Whether an adjective belongs to a noun phrase instead of the predicate."""
    if view.tag(token) == "ADJA":
        return True
    return any(token in np.attributes for np in view.phrases_in(*clause.sentence) if np.clause == clause.index)


def noun_lemmas(view: View, token: int) -> tuple[str, ...]:
    """Lemmas and form of a noun, the likeliest first („Glaubens": Glauben, Glaube)."""
    return tuple(dict.fromkeys((view.lemma(token), noun_lemma(view.text(token)), view.text(token))))


def participle_lemma(form: str) -> str | None:
    """The verb of an inflected past participle („beschriebenen" → „beschreiben"), or None."""
    for candidate in dict.fromkeys((stem(form), form)):
        for reading in verbs.analyse(candidate):
            if reading.kind == "participle":
                return reading.lemma
    return None


def _attribution_tokens(
    view: View, forms: Sequence[str], start: int, trigger: AttributionTrigger
) -> tuple[int, ...] | None:
    """The words of an attributor in order, with parts of a noun phrase between them; None where they are not there.

    Args:
        view: the clause graph.
        forms: all words of the text as attributors have them.
        start: its first word.
        trigger: the attributor.
    """
    found = [start]
    for word in trigger.words[1:]:
        token = _next(view, forms, found[-1], word)
        if token is None:
            return None
        found.append(token)
    return tuple(found) if _attributes(view, found, trigger) else None


def _next(view: View, forms: Sequence[str], before: int, word: str) -> int | None:
    """Where a word stands behind another, with nothing but parts of a noun phrase and marks between them."""
    try:
        token = forms.index(word, before + 1, before + _GAP + 2)
    except ValueError:
        return None
    gap_tags = word_list("attribution_gap_tags")
    between = range(before + 1, token)
    whole = not any(view.opens_sentence(t) for t in range(before + 1, token + 1))
    return token if whole and all(view.tag(t) in gap_tags or is_mark(view.text(t)) for t in between) else None


def _governs(view: View, token: int) -> bool:
    """Whether a word is a preposition, so that the noun of its phrase is one that it governs itself."""
    return view.tag(token) in ("APPR", "APPRART")


def _governs_another(view: View, preposition: int, noun: int) -> bool:
    """Whether another noun is what a preposition governs („nach Abschluss der Ermittlungen")."""
    phrases = view.phrases_in(preposition, noun)
    return any(np.preposition == preposition and np.head < noun and view.tag(np.head) == "NN" for np in phrases)


def _attributes(view: View, tokens: list[int], trigger: AttributionTrigger) -> bool:
    """Whether the words are used as an attributor: a preposition governs something, „so" stands in a parenthesis."""
    doc = view.graph.doc
    first = tokens[0]
    word = doc[first].lower_
    if len(trigger.words) > 1:
        phrase = view.graph.noun_phrase_at(tokens[-1])
        if not _governs(view, first) or phrase is None or phrase.preposition in tokens:
            return True
        return phrase.preposition is None and not _governs_another(view, first, tokens[-1])
    if word == "so":
        clause = view.graph.clause_at(first)
        return clause is not None and clause.verb is None and clause.tokens[0] == first and len(clause.tokens) > 1
    if closed.preposition(word) or closed.postposition(word):
        return doc[first].tag_ in ("APPR", "APPO", "APPRART", "APZR")
    return True
