"""Disambiguation of tags: what a form can be comes from the verb lexicon, which it is comes from the clause bracket.

A Doc with STTS tags flows in; the same Doc flows out, with `token.tag_` corrected where lexicon and clause structure
contradict the tagger and with `token.pos_` set. The rules are those of the German sentence bracket (Drach 1937; Höhle
1986; Wöllstein 2014): one finite verb per clause, second or first in a main clause, last after a subordinator; a
participle needs haben, sein or werden in its bracket, a bare infinitive a modal, a particle its verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

import attrs
from ruamel.yaml import YAML
from spacy.language import Language
from spacy.tokens import Doc

from stance.german.verbs import VerbForm, analyse, is_auxiliary, is_modal, join
from stance.tagging.tagger import model_path, upos_of

VERB_TAGS: Final = frozenset(
    "VVFIN VVIMP VVINF VVIZU VVPP VAFIN VAIMP VAINF VAPP VMFIN VMINF VMPP".split()
)
FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
SUBORDINATORS: Final = frozenset({"KOUS", "PRELS", "PRELAT"})
QUESTION_WORDS: Final = frozenset({"PWS", "PWAV", "PWAT"})
NOMINAL: Final = frozenset("NN NE ADJA CARD ART PDAT PIAT PPOSAT PPER PRF PIS PDS FM XY TRUNC".split())
PHRASE_START: Final = frozenset("NN NE ADJA CARD ART PDAT PIAT PPOSAT FM TRUNC".split())
_SUFFIX_OF_KIND: Final = {
    "finite": "FIN",
    "imperative": "IMP",
    "infinitive": "INF",
    "participle": "PP",
    "zu_infinitive": "IZU",
}


@attrs.frozen
class ClosedClasses:
    """The word lists of ``closed_classes.yaml``.

    Attributes:
        tags: Form in small letters to the tags it can have, the likeliest first.
        subject_pronouns: Pronouns that are subjects or predicates only.
        plural_subjects: Those that go with a plural verb.
        participle_auxiliaries: Lemmas that take a participle into their bracket.
        infinitive_auxiliaries: Lemmas besides the modals that take a bare infinitive.
        relative_pronouns: Forms that open a relative clause.
    """

    tags: dict[str, tuple[str, ...]]
    subject_pronouns: frozenset[str]
    plural_subjects: frozenset[str]
    participle_auxiliaries: frozenset[str]
    infinitive_auxiliaries: frozenset[str]
    relative_pronouns: frozenset[str]


@cache
def closed_classes() -> ClosedClasses:
    """The word lists, read once."""
    content = YAML(typ="safe").load((model_path() / "closed_classes.yaml").read_text(encoding="utf-8"))
    tags = {form: tuple(names.split()) for form, names in content.pop("tags").items()}
    return ClosedClasses(tags=tags, **{name: frozenset(words) for name, words in content.items()})


def _verb_tag(reading: VerbForm) -> str | None:
    suffix = _SUFFIX_OF_KIND.get(reading.kind)
    if suffix is None:
        return None
    if reading.particle is None and is_modal(reading.lemma):
        return "VM" + suffix
    if reading.particle is None and is_auxiliary(reading.lemma):
        return "VA" + suffix
    return "VV" + suffix


@lru_cache(maxsize=1 << 15)
def verb_tags(form: str) -> frozenset[str]:
    """The STTS verb tags a form can have by the paradigms; empty for a form of no known verb.

    Args:
        form: A token text; a first capital is read as one that opens a sentence.

    Returns:
        Verb tags. Present participles have none: they are adjectives.

    Examples:
        >>> sorted(verb_tags("erklärt")), sorted(verb_tags("abzulehnen"))
        (['VVFIN', 'VVIMP', 'VVPP'], ['VVIZU'])
        >>> sorted(verb_tags("sei"))
        ['VAFIN', 'VAIMP']
    """
    return frozenset(tag for tag in map(_verb_tag, analyse(form)) if tag)


@attrs.define
class Words:
    """One sentence under repair: forms stay, tags change.

    Attributes:
        forms: The token texts.
        tags: Their STTS tags, changed in place by the rules.
        small: The forms in small letters.
    """

    forms: Sequence[str]
    tags: list[str]
    small: list[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.small = [form.lower() for form in self.forms]

    def __len__(self) -> int:
        return len(self.tags)

    def tag(self, i: int) -> str:
        """The tag at `i`; the sentence-final mark outside the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else "$."

    def can_be(self, i: int, tag: str) -> bool:
        """Whether the verb lexicon allows the tag at `i`."""
        return tag in verb_tags(self.forms[i])

    def finite_tag(self, i: int) -> str | None:
        """The finite verb tag the form at `i` can have."""
        return next((tag for tag in sorted(verb_tags(self.forms[i])) if tag in FINITE), None)

    def lemmas(self, i: int) -> frozenset[str]:
        """The verb lemmas of the form at `i`."""
        return frozenset(reading.lemma for reading in analyse(self.forms[i]))

    def is_capital(self, i: int) -> bool:
        """Whether the form is written with a capital where no sentence begins."""
        return i > 0 and self.forms[i][:1].isupper() and self.tags[i - 1] not in {"$.", "$("}


@attrs.define
class Stretch:
    """The tokens of one clause, embedded clauses left out.

    Attributes:
        opener: Index of the subordinator; None for a main clause.
        tokens: Indices of its tokens, marks left out.
        finite: Indices of its finite verbs.
        broken: Whether a comma, a mark or a coordinator came after the last finite verb.
    """

    opener: int | None
    tokens: list[int] = attrs.field(factory=list)
    finite: list[int] = attrs.field(factory=list)
    broken: bool = False


def _opens_clause(words: Words, i: int) -> bool:
    tag = words.tags[i]
    if tag in SUBORDINATORS:
        return True
    return tag in QUESTION_WORDS and i > 0 and any(words.tag(j) == "$," for j in (i - 1, i - 2))


def stretches(words: Words) -> list[Stretch]:
    """Cut a sentence into clauses by commas, subordinators and finite verbs.

    A comma ends an embedded clause that has its verb; what follows belongs to the clause around it.

    Examples:
        >>> sentence = Words("Der Mann , der kommt , sagt nichts .".split(),
        ...                  "ART NN $, PRELS VVFIN $, VVFIN PIS $.".split())
        >>> [clause.tokens for clause in stretches(sentence)]
        [[0, 1, 6, 7], [3, 4]]
    """
    found = [Stretch(None)]
    stack = [found[0]]

    def push(opener: int | None, replace: bool = False) -> None:
        clause = Stretch(opener)
        found.append(clause)
        if replace:
            stack[-1] = clause
        else:
            stack.append(clause)

    for i, tag in enumerate(words.tags):
        if tag == "$.":
            stack.clear()
            push(None)
        elif tag == "$,":
            while len(stack) > 1 and (stack[-1].finite or words.tag(i - 1) in VERB_TAGS):
                stack.pop()
            stack[-1].broken = True
        elif tag in {"$(", "KON"}:
            stack[-1].broken = True
        elif _opens_clause(words, i):
            push(i)
            stack[-1].tokens.append(i)
        else:
            if tag in FINITE:
                if stack[-1].finite and stack[-1].broken:
                    push(stack[-1].opener, replace=True)
                stack[-1].finite.append(i)
                stack[-1].broken = False
            stack[-1].tokens.append(i)
    return [clause for clause in found if clause.tokens]


def restrict_closed_classes(words: Words) -> None:
    """A function word has only the tags of its class."""
    table = closed_classes().tags
    for i, small in enumerate(words.small):
        allowed = table.get(small)
        if allowed and words.tags[i] not in allowed and not words.is_capital(i) and not words.forms[i].isupper():
            words.tags[i] = allowed[0]


def restrict_verbs_to_paradigm(words: Words) -> None:
    """A verb tag that the paradigms exclude gives way to the one they leave; the auxiliaries are known by form."""
    for i, tag in enumerate(words.tags):
        if tag not in VERB_TAGS:
            continue
        possible = verb_tags(words.forms[i])
        if not possible or tag in possible:
            continue
        same_kind = [other for other in sorted(possible) if other[2:] == tag[2:]]
        finite = [other for other in sorted(possible) if other in FINITE]
        if same_kind:
            words.tags[i] = same_kind[0]
        elif len(possible) == 1:
            words.tags[i] = next(iter(possible))
        elif finite and tag[2:] != "IZU":
            words.tags[i] = finite[0]


def decide_zu(words: Words) -> None:
    """``zu`` before an infinitive is PTKZU, before an adjective PTKA, before a phrase APPR, at the end PTKVZ."""
    for i, small in enumerate(words.small):
        if small != "zu" or words.tags[i] in {"APPO", "APZR"}:
            continue
        after = words.tag(i + 1)
        infinitive = next((t for t in ("VVINF", "VAINF", "VMINF") if i + 1 < len(words) and words.can_be(i + 1, t)), None)
        if infinitive and words.forms[i + 1][0].islower():
            words.tags[i], words.tags[i + 1] = "PTKZU", infinitive
        elif after in {"ART", "PPOSAT", "PDAT", "NN", "NE", "PPER", "PRF", "PIAT", "PDS", "PRELS"}:
            words.tags[i] = "APPR"
        elif after in {"ADJD", "ADV", "PIS"} and words.tags[i] == "PTKZU":
            words.tags[i] = "PTKA"
        elif after in {"$.", "$,"} and words.tags[i] in {"PTKZU", "APPR"}:
            words.tags[i] = "PTKVZ"


def _bracket_allows(words: Words, clause: Stretch, i: int, tag: str, finite: int) -> bool:
    lists = closed_classes()
    lemmas = words.lemmas(finite)
    if tag.endswith("PP"):
        return bool(lemmas & lists.participle_auxiliaries)
    return bool(lemmas & lists.infinitive_auxiliaries) or any(is_modal(lemma) for lemma in lemmas)


def finish_subordinate_clauses(words: Words) -> None:
    """A subordinate clause without a finite verb: its last verb form is the finite one, if it can be."""
    for clause in stretches(words):
        if clause.opener is None or clause.finite:
            continue
        verbs = [i for i in clause.tokens if words.tags[i] in VERB_TAGS]
        if words.small[clause.opener] in {"wie", "als"} or any(words.tags[i] in {"PTKZU", "VVIZU"} for i in clause.tokens):
            continue
        last = verbs[-1] if verbs else clause.tokens[-1]
        tag = words.finite_tag(last)
        if tag and last != clause.opener and words.forms[last][0].islower() and words.tags[last] not in {"APPR", "PTKVZ"}:
            words.tags[last] = tag


def one_finite_verb(words: Words) -> None:
    """Two finite verbs in one unbroken clause: the one that can be participle or infinitive of the other is it."""
    for clause in stretches(words):
        if len(clause.finite) != 2:
            continue
        first, second = clause.finite
        governor, dependent = (first, second) if clause.opener is None else (second, first)
        for tag in ("VVPP", "VAPP", "VVINF", "VAINF", "VMINF"):
            if words.can_be(dependent, tag) and _bracket_allows(words, clause, dependent, tag, governor):
                words.tags[dependent] = tag
                break


def finish_main_clauses(words: Words) -> None:
    """A main clause without a finite verb: a verb form in second place that can be finite is it."""
    for clause in stretches(words):
        if clause.opener is not None or clause.finite:
            continue
        for place, i in enumerate(clause.tokens):
            tag = words.finite_tag(i)
            if tag is None or place == 0 or words.tags[i] not in VERB_TAGS or not words.forms[i][0].islower():
                continue
            if words.tags[i] in {"VVIMP", "VAIMP"} or words.tags[i - 1] in {"PTKZU", "KOUI"}:
                continue
            if place + 1 < len(clause.tokens) and any(words.tags[j] in NOMINAL for j in clause.tokens[:place]):
                words.tags[i] = tag
            break


RULES: Final[tuple[Callable[[Words], None], ...]] = (
    restrict_closed_classes,
    restrict_verbs_to_paradigm,
    decide_zu,
    finish_subordinate_clauses,
    one_finite_verb,
    finish_main_clauses,
)


def disambiguate(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Correct the tags of one sentence.

    Args:
        forms: Its token texts.
        tags: Their STTS tags.

    Returns:
        The corrected tags.
    """
    words = Words(forms, list(tags))
    for rule in RULES:
        rule(words)
    return words.tags


def universal_tags(words: Words) -> list[str]:
    """The universal tags of a sentence; the clause tells full verbs haben and modals from auxiliaries.

    Examples:
        >>> universal_tags(Words(["Sie", "hat", "Mut"], ["PPER", "VAFIN", "NN"]))
        ['PRON', 'VERB', 'NOUN']
        >>> universal_tags(Words(["Sie", "hat", "Mut", "gezeigt"], ["PPER", "VAFIN", "NN", "VVPP"]))
        ['PRON', 'AUX', 'NOUN', 'VERB']
    """
    upos = [upos_of(tag) for tag in words.tags]
    for i, tag in enumerate(words.tags):
        if tag == "PTKVZ" and "APPR" not in closed_classes().tags.get(words.small[i], ()):
            upos[i] = "ADV"
    for clause in stretches(words):
        verbs = [i for i in clause.tokens if words.tags[i] in VERB_TAGS]
        for i in verbs:
            if upos[i] == "AUX" and verbs == [i] and (words.tags[i][:2] == "VM" or "haben" in words.lemmas(i)):
                upos[i] = "VERB"
    return upos


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """Token indices of each sentence, white space left out; the whole text where nothing marked sentences yet."""
    bounds = [(s.start, s.end) for s in doc.sents] if doc.has_annotation("SENT_START") else [(0, len(doc))]
    for start, end in bounds:
        indices = [i for i in range(start, end) if not doc[i].is_space]
        if indices:
            yield indices


@Language.component("stance_tags", requires=["token.tag"], assigns=["token.tag", "token.pos"])
def stance_tags(doc: Doc) -> Doc:
    """The pipeline component: correct `token.tag_`, set `token.pos_`.

    Args:
        doc: A Doc with STTS tags; sentence boundaries are used where they are set.

    Returns:
        The same Doc.

    Examples:
        >>> import spacy
        >>> from stance.tagging.tagger import add_tagger
        >>> nlp = spacy.blank("de")
        >>> _ = add_tagger(nlp), nlp.add_pipe("stance_tags")
        >>> [token.pos_ for token in nlp("Sie will das Gesetz ablehnen.")]
        ['PRON', 'AUX', 'DET', 'NOUN', 'VERB', 'PUNCT']
    """
    for indices in _sentences(doc):
        forms = [doc[i].text for i in indices]
        words = Words(forms, disambiguate(forms, [doc[i].tag_ for i in indices]))
        for i, tag, upos in zip(indices, words.tags, universal_tags(words), strict=True):
            doc[i].tag_ = tag
            doc[i].pos_ = upos
    for token in doc:
        if token.is_space:
            token.tag_, token.pos_ = "_SP", "SPACE"
    return doc
