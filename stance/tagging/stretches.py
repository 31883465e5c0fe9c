"""A sentence under repair: its forms and tags, the clauses they make, and what the verb lexicon allows each form to be.

Tags of one sentence flow in; the rules of `brackets` and `wording` ask here what a form can be, where clauses begin and
end and what their bracket still waits for (Wöllstein 2014).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

import attrs
from ruamel.yaml import YAML

from stance.german import nominal
from stance.german.verbs import VerbForm, analyse, is_auxiliary, is_modal
from stance.tagging.sentences import QUOTE_PAIRS
from stance.tagging.tagger import model_path

_LONGEST_NAME: Final = 8
VERB_TAGS: Final = frozenset(
    ["VVFIN", "VVIMP", "VVINF", "VVIZU", "VVPP", "VAFIN", "VAIMP", "VAINF", "VAPP", "VMFIN", "VMINF", "VMPP"]
)
FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
SUBORDINATORS: Final = frozenset({"KOUS", "PRELS", "PRELAT"})
QUESTION_WORDS: Final = frozenset({"PWS", "PWAV", "PWAT"})
PHRASE_START: Final = frozenset(["NN", "NE", "ADJA", "CARD", "ART", "PDAT", "PIAT", "PPOSAT", "FM", "TRUNC"])
PHRASE_OPENERS: Final = frozenset(["PPER", "ART", "PPOSAT", "PDAT", "PDS", "PIS", "PIAT", "PRF", "NE"])
DETERMINERS: Final = frozenset(["ART", "PDAT", "PIAT", "PPOSAT"])
BEFORE_ATTRIBUTE: Final = frozenset(["APPR", "APPRART", "ADV", "ADJD", "PRF", "PROAV", "PIS", "PTKNEG", "PTKA"])
IMPERATIVES: Final = frozenset({"VVIMP", "VAIMP"})
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
        participle_auxiliaries: Lemmas that take a participle into their bracket.
        infinitive_auxiliaries: Lemmas besides the modals that take a bare infinitive.
        conjunctions_or_prepositions: Subordinators that have another class too.
        reflexive_subjects: Pronouns that may be reflexive, with the subject they then go with.
        degree_words: Quantifiers that ``zu`` can raise: too much, too few.
        adverbs_or_particles: Particles that are adverbs too, and are so where no known verb results.
        adjectives_or_participles: Participles that are adjectives beside ``sein`` and ``werden``.
        adjectives_like_verbs: Inflected adjectives whose form a verb has too.
        circumpositions: Words that end a circumposition, with the prepositions that open it.
        closing_marks: Dashes and brackets that end a clause or a part of it.
    """

    tags: dict[str, tuple[str, ...]]
    subject_pronouns: frozenset[str]
    participle_auxiliaries: frozenset[str]
    infinitive_auxiliaries: frozenset[str]
    conjunctions_or_prepositions: frozenset[str]
    degree_words: frozenset[str]
    adverbs_or_particles: frozenset[str]
    adjectives_or_participles: frozenset[str]
    adjectives_like_verbs: frozenset[str]
    closing_marks: frozenset[str]
    reflexive_subjects: dict[str, str]
    circumpositions: dict[str, frozenset[str]]


@cache
def closed_classes() -> ClosedClasses:
    """The word lists, read once."""
    content = YAML(typ="safe").load((model_path() / "closed_classes.yaml").read_text(encoding="utf-8"))
    tags = {form: tuple(names.split()) for form, names in content.pop("tags").items()}
    subjects = dict(content.pop("reflexive_subjects"))
    around = {word: frozenset(names.split()) for word, names in content.pop("circumpositions").items()}
    lists = {name: frozenset(words) for name, words in content.items()}
    return ClosedClasses(tags=tags, reflexive_subjects=subjects, circumpositions=around, **lists)


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


@lru_cache(maxsize=1 << 14)
def _finite_tag(form: str) -> str | None:
    return min(verb_tags(form) & FINITE, default=None)


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
    _cut: tuple[list[str], list[Stretch]] = attrs.field(init=False, factory=lambda: ([], []))

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
        return _finite_tag(self.forms[i])

    def lemmas(self, i: int) -> frozenset[str]:
        """The verb lemmas of the form at `i`."""
        return frozenset(reading.lemma for reading in analyse(self.forms[i]))

    @property
    def stretches(self) -> list[Stretch]:
        """The clauses by the tags as they are now; nothing is cut anew while no tag changes."""
        if self._cut[0] != self.tags:
            self._cut = (list(self.tags), stretches(self))
        return self._cut[1]

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
        cut: How many of the tokens stand before the last comma, mark or coordinator.
    """

    opener: int | None
    tokens: list[int] = attrs.field(factory=list)
    finite: list[int] = attrs.field(factory=list)
    cut: int = 0

    @property
    def is_broken(self) -> bool:
        """Whether a comma, a mark or a coordinator came after the last finite verb."""
        return bool(self.finite) and self.finite[-1] in self.tokens[: self.cut]

    def break_here(self) -> None:
        """Note a comma, a mark or a coordinator."""
        self.cut = len(self.tokens)

    def continuation(self) -> Stretch:
        """Split off what follows the last break: the next clause of the same kind."""
        after = Stretch(self.opener, self.tokens[self.cut :])
        del self.tokens[self.cut :]
        return after


def _opens_clause(words: Words, i: int) -> bool:
    tag = words.tags[i]
    if tag in SUBORDINATORS:
        return True
    if tag in QUESTION_WORDS and i == 0:
        return words.small[i] in {"wer", "wem", "wen"} and _precedes_verb(words)
    return tag in QUESTION_WORDS and any(words.tag(j) == "$," for j in (i - 1, i - 2))


def _precedes_verb(words: Words) -> bool:
    """Whether a finite verb follows the first comma, as behind a free relative clause (``Wer zahlt, darf …``)."""
    comma = next((j for j, tag in enumerate(words.tags) if tag == "$,"), len(words))
    return words.tag(comma + 1) in FINITE


def _marks_around_names(words: Words) -> Iterator[int]:
    """Quotation marks around a few words without a finite verb, which no clause ends at: ``soll der „Zeit“ gesagt``."""
    for i in (i for i, tag in enumerate(words.tags) if tag == "$("):
        closers = QUOTE_PAIRS.get(words.forms[i])
        near = range(i + 2, min(len(words), i + _LONGEST_NAME)) if closers else range(0)
        close = next((j for j in near if words.forms[j] in (closers or "")), None)
        if close is not None and not any(tag in FINITE or tag == "$." for tag in words.tags[i + 1 : close]):
            yield from (i, close)


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
    around_names = frozenset(_marks_around_names(words))
    for i, tag in enumerate(words.tags):
        if tag == "$.":
            stack = [Stretch(None)]
            found.append(stack[0])
        elif tag == "$,":
            while len(stack) > 1 and (stack[-1].finite or words.tag(i - 1) in VERB_TAGS):
                stack.pop()
            stack[-1].break_here()
        elif tag == "KON" or (tag == "$(" and i not in around_names):
            stack[-1].break_here()
        elif _opens_clause(words, i):
            stack.append(Stretch(i, [i]))
            found.append(stack[-1])
        else:
            if tag in FINITE and stack[-1].is_broken:
                stack[-1] = stack[-1].continuation()
                found.append(stack[-1])
            stack[-1].tokens.append(i)
            if tag in FINITE:
                stack[-1].finite.append(i)
    return [clause for clause in found if clause.tokens]


def bracket_allows(words: Words, tag: str, finite: int) -> bool:
    """Whether the finite verb can have a verb with this tag in its right bracket."""
    lists = closed_classes()
    lemmas = words.lemmas(finite)
    if tag.endswith("PP"):
        return bool(lemmas & lists.participle_auxiliaries)
    return bool(lemmas & lists.infinitive_auxiliaries) or any(is_modal(lemma) for lemma in lemmas)


def has_open_phrase(words: Words, tokens: Sequence[int]) -> bool:
    """Whether a determiner among the tokens still waits for its noun: ``die mit Spannung …``."""
    return any(words.tags[i] in DETERMINERS and words.tag(i + 1) in BEFORE_ATTRIBUTE for i in tokens)


def clause_end(words: Words, i: int) -> int:
    """Index of the comma or sentence mark that follows `i`."""
    return next((j for j in range(i + 1, len(words)) if words.tags[j] in {"$,", "$."}), len(words))


def is_verb_final(words: Words, i: int) -> bool:
    """Whether the stretch from `i` to the next comma or sentence mark ends in its only finite verb."""
    inside = [j for j in range(i + 1, clause_end(words, i)) if words.tags[j] != "$("]
    finite = [j for j in inside if words.tags[j] in FINITE]
    return len(finite) == 1 and finite[0] == inside[-1]


def after_comma(words: Words, i: int) -> bool:
    """Whether a token opens a sentence or stands behind a comma or mark."""
    return i == 0 or words.tags[i - 1] in {"$,", "$.", "$("}


def ends_stretch(words: Words, i: int) -> bool:
    """Whether a comma, a sentence mark, a dash, a closing bracket, a coordinator or a subordinator follows."""
    after = words.tag(i + 1)
    if after == "KOUS" and words.forms[i + 1].lower() not in {"als", "wie"}:
        return True
    if after == "KON":
        return words.tag(i + 2) != "APPR"
    return after in {"$,", "$."} or (after == "$(" and words.forms[i + 1] in closed_classes().closing_marks)


def is_correlate(words: Words, i: int) -> bool:
    """Whether a clause follows that a pronominal adverb stands for: ``Es kommt dazu, dass …``."""
    if words.tag(i + 1) != "$,":
        return False
    infinitive = any(words.tags[j] in {"PTKZU", "VVIZU"} for j in range(i + 2, clause_end(words, i + 1)))
    return infinitive or words.tag(i + 2) in SUBORDINATORS | QUESTION_WORDS | {"KOUI"}


def is_known_noun(form: str) -> bool:
    """Whether a table knows a form as a noun."""
    return bool(nominal.noun(form)) and not nominal.is_guessed(form)
