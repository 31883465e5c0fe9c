"""Disambiguation of tags: what a form can be comes from the verb lexicon, which it is comes from the clause bracket.

A Doc with STTS tags flows in; the same Doc flows out, with `token.tag_` corrected where lexicon and clause structure
contradict the tagger and with `token.pos_` set. The rules are those of the German sentence bracket (Drach 1937; Höhle
1986; Wöllstein 2014): one finite verb per clause, second or first in a main clause, last after a subordinator; a
participle needs haben, sein or werden in its bracket, a bare infinitive a modal, a particle its verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import Final
from unicodedata import normalize

import attrs
from ruamel.yaml import YAML
from spacy.language import Language
from spacy.tokens import Doc

from stance.german import government, nominal
from stance.german.verbs import VerbForm, analyse, is_auxiliary, is_modal, join, lexicon
from stance.tagging.sentences import QUOTE_PAIRS
from stance.tagging.tagger import model_path, upos_of

VERB_TAGS: Final = frozenset(
    ["VVFIN", "VVIMP", "VVINF", "VVIZU", "VVPP", "VAFIN", "VAIMP", "VAINF", "VAPP", "VMFIN", "VMINF", "VMPP"]
)
FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
SUBORDINATORS: Final = frozenset({"KOUS", "PRELS", "PRELAT"})
QUESTION_WORDS: Final = frozenset({"PWS", "PWAV", "PWAT"})
NOMINAL: Final = frozenset(
    ["NN", "NE", "ADJA", "CARD", "ART", "PDAT", "PIAT", "PPOSAT", "PPER", "PRF", "PIS", "PDS", "FM", "XY", "TRUNC"]
)
PHRASE_START: Final = frozenset(["NN", "NE", "ADJA", "CARD", "ART", "PDAT", "PIAT", "PPOSAT", "FM", "TRUNC"])
PHRASE_OPENERS: Final = frozenset(["PPER", "ART", "PPOSAT", "PDAT", "PDS", "PIS", "PIAT", "PRF", "NE"])
PERSON_OF: Final = {"ich": 1, "wir": 1, "du": 2, "ihr": 2}
DETERMINERS: Final = frozenset(["ART", "PDAT", "PIAT", "PPOSAT"])
BEFORE_ATTRIBUTE: Final = frozenset(["APPR", "APPRART", "ADV", "ADJD", "PRF", "PROAV", "PIS", "PTKNEG", "PTKA"])
TAKEN_FOR_VERB: Final = frozenset(["NN", "NE", "ADJA", "ADJD", "ADV", "FM", "XY"])
TAKEN_FOR_PARTICLE: Final = frozenset(["APPR", "APZR", "PTKA", "ADV", "PROAV", "ART", "VVPP", "VVFIN", "VVINF"])
TAKEN_IN_QUESTION: Final = frozenset(["VVIMP", "VVPP", "APPR"])
NEVER_IN_PHRASE: Final = frozenset(["PPER", "PRF", "VVFIN", "VAFIN", "VMFIN", "PDS", "KOUS"])
SELDOM_IN_PHRASE: Final = frozenset(["APPR", "APPRART", "PROAV", "PTKNEG"])
OUTSIDE_PHRASE: Final = frozenset(["PPER", "PRF", "ADV", "PTKNEG", "PROAV", "PIS", "PDS"])
IMPERATIVES: Final = frozenset({"VVIMP", "VAIMP"})
NONFINITE: Final = VERB_TAGS - FINITE - IMPERATIVES - {"VVIZU"}
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
    closing_marks: frozenset[str]
    reflexive_subjects: dict[str, str]


@cache
def closed_classes() -> ClosedClasses:
    """The word lists, read once."""
    content = YAML(typ="safe").load((model_path() / "closed_classes.yaml").read_text(encoding="utf-8"))
    tags = {form: tuple(names.split()) for form, names in content.pop("tags").items()}
    subjects = dict(content.pop("reflexive_subjects"))
    lists = {name: frozenset(words) for name, words in content.items()}
    return ClosedClasses(tags=tags, reflexive_subjects=subjects, **lists)


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
        return next((tag for tag in sorted(verb_tags(self.forms[i])) if tag in FINITE), None)

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
    for i, tag in enumerate(words.tags):
        if tag == "$.":
            stack = [Stretch(None)]
            found.append(stack[0])
        elif tag == "$,":
            while len(stack) > 1 and (stack[-1].finite or words.tag(i - 1) in VERB_TAGS):
                stack.pop()
            stack[-1].break_here()
        elif tag in {"$(", "KON"}:
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
        degree = i + 1 < len(words) and words.small[i + 1] in closed_classes().degree_words
        infinitive = next(
            (t for t in ("VVINF", "VAINF", "VMINF") if i + 1 < len(words) and words.can_be(i + 1, t)), None
        )
        if infinitive and words.forms[i + 1][0].islower():
            words.tags[i], words.tags[i + 1] = "PTKZU", infinitive
        elif after in {"ART", "PPOSAT", "PDAT", "NN", "NE", "PPER", "PRF", "PDS", "PRELS"}:
            words.tags[i] = "APPR"
        elif degree or (after in {"ADJD", "ADV", "PIS"} and words.tags[i] == "PTKZU"):
            words.tags[i] = "PTKA"
        elif after in {"$.", "$,"} and words.tags[i] in {"PTKZU", "APPR"}:
            words.tags[i] = "PTKVZ"


def _bracket_allows(words: Words, tag: str, finite: int) -> bool:
    """Whether the finite verb can have a verb with this tag in its right bracket."""
    lists = closed_classes()
    lemmas = words.lemmas(finite)
    if tag.endswith("PP"):
        return bool(lemmas & lists.participle_auxiliaries)
    return bool(lemmas & lists.infinitive_auxiliaries) or any(is_modal(lemma) for lemma in lemmas)


def complete_perfects(words: Words) -> None:
    """``haben`` without a participle: the form that closes the bracket is it, if it can be one.

    ``hat den Schritt nicht gerechtfertigt``, ``der die Pläne verdammt hat``: taken for an adjective or a finite verb.
    """
    for clause in words.stretches:
        if not clause.finite or "haben" not in words.lemmas(clause.finite[-1]):
            continue
        finite = clause.finite[-1]
        if any(words.tags[i] in NONFINITE | {"VVIZU"} for i in clause.tokens):
            continue
        place = clause.tokens.index(finite)
        i = clause.tokens[-1] if clause.opener is None else clause.tokens[place - 1]
        closes = i > finite + 1 if clause.opener is None else i == finite - 1 and i > clause.tokens[0]
        compared = "KOKOM" in {words.tag(i - 1), words.tag(i - 2)}
        if closes and not compared and words.tags[i] in {"ADJD", "VVFIN", "ADV"} and words.can_be(i, "VVPP"):
            words.tags[i] = "VVPP"


def decide_attributes(words: Words) -> None:
    """A preterite before a noun whose determiner waits for that noun is an inflected participle.

    ``eine von der Union unterstützte Reform``: *unterstützt* is a participle, *eine* has no noun yet.
    """
    for i, tag in enumerate(words.tags):
        if tag != "VVFIN" or words.tag(i + 1) not in {"NN", "ADJA", "NE"} or not words.forms[i].endswith(("te", "ten")):
            continue
        stem = words.forms[i].removesuffix("n").removesuffix("e")
        start = max((j for j in range(i) if words.tags[j] in {"$,", "$.", "KON"} | VERB_TAGS), default=-1) + 1
        opened = range(start + (words.tag(start - 1) == "$,"), i)
        if "VVPP" in verb_tags(stem) and _has_open_phrase(words, opened):
            words.tags[i] = "ADJA"


def decide_demonstratives(words: Words) -> None:
    """``Das teilte Ministerin Huber mit.``: what is read as article and attribute before a noun that does not agree."""
    for i, small in enumerate(words.small[:-2]):
        if small not in {"das", "dies"} or words.tags[i + 1] != "ADJA" or words.tag(i - 1) not in {"$.", "$(", "KON"}:
            continue
        finite = words.finite_tag(i + 1)
        rest = range(i + 2, _end(words, i + 2))
        if finite and not any(words.tags[j] in FINITE for j in rest) and not _attributive(words, i + 1):
            words.tags[i], words.tags[i + 1] = "PDS", finite


def _attributive(words: Words, i: int) -> bool:
    """Whether a neuter article before a form and the noun after it can be one phrase with it."""
    if words.tag(i + 1) == "NE":
        return False
    agreements = frozenset().union(*(nominal.adjective(words.forms[i], d) for d in nominal.declension_after("das")))
    agreements &= nominal.determiner("das")
    participle = "VVPP" in verb_tags(words.small[i].removesuffix("e"))
    nouns = nominal.noun(words.forms[i + 1]) if words.tag(i + 1) == "NN" else agreements
    return participle and bool(agreements & nouns)


def finish_subordinate_clauses(words: Words) -> None:
    """A subordinate clause without a finite verb: its last verb form is the finite one, if it can be."""
    for clause in words.stretches:
        if clause.opener is None or clause.finite:
            continue
        verbs = [i for i in clause.tokens if words.tags[i] in VERB_TAGS]
        if words.small[clause.opener] in {"wie", "als"} or any(
            words.tags[i] in {"PTKZU", "VVIZU"} for i in clause.tokens
        ):
            continue
        last = verbs[-1] if verbs else clause.tokens[-1]
        tag = words.finite_tag(last)
        if (
            tag
            and last != clause.opener
            and words.forms[last][0].islower()
            and words.tags[last] not in {"APPR", "PTKVZ"}
        ):
            words.tags[last] = tag


def finish_comparative_clauses(words: Words) -> None:
    """``wie`` or ``als`` before a subject: the last word before the comma is the finite verb, if it can be.

    ``Wie der Minister behauptet, steigen die Preise`` against ``Wie vom Minister gefordert, steigen die Preise``.
    """
    for i, small in enumerate(words.small):
        if small not in {"wie", "als"} or not _after_comma(words, i):
            continue
        inside = range(i + 1, _end(words, i))
        adverbs = next((k for k, j in enumerate(inside) if words.tags[j] not in {"ADV", "PTKNEG"}), len(inside))
        if adverbs >= len(inside) - 1 or any(words.tags[j] in FINITE for j in inside):
            continue
        first, last = inside[adverbs], inside[-1]
        pronoun = words.small[first] in closed_classes().subject_pronouns
        phrase = small == "wie" and words.tags[first] in PHRASE_START and words.tags[last] in NONFINITE
        tag = words.finite_tag(last)
        if tag and words.forms[last][0].islower() and (pronoun or (phrase and _agrees(words, first, last))):
            words.tags[last] = tag
            words.tags[i] = words.tags[i] if words.tags[i] == "PWAV" else "KOUS"


def _agrees(words: Words, first: int, verb: int) -> bool:
    """Whether a phrase that begins at `first` can be the subject of a form: a plural form needs a plural or a list."""
    if any(r.number == "sg" and r.person == 3 for r in analyse(words.forms[verb]) if r.kind == "finite"):
        return True
    nouns = [j for j in range(first, verb) if words.tags[j] in {"NN", "NE"}]
    coordinated = any(words.tags[j] == "KON" for j in range(first, verb))
    return coordinated or any(a.number == "pl" for j in nouns[:1] for a in nominal.noun(words.forms[j]))


def one_finite_verb(words: Words) -> None:
    """Two finite verbs in one unbroken clause: the one that can be participle or infinitive of the other is it."""
    for clause in words.stretches:
        if len(clause.finite) != 2:
            continue
        first, second = clause.finite
        governor, dependent = (first, second) if clause.opener is None else (second, first)
        for tag in ("VVPP", "VAPP", "VVINF", "VAINF", "VMINF"):
            if words.can_be(dependent, tag) and _bracket_allows(words, tag, governor):
                words.tags[dependent] = tag
                break


def _leads(words: Words, clause: Stretch, place: int) -> bool:
    """Whether a single adverb is all that stands before a place: ``So warnten …``."""
    return place == 1 and words.tags[clause.tokens[0]] in {"ADV", "PROAV"}


def _may_be_second(words: Words, clause: Stretch, place: int) -> bool:
    """Whether the token at a place of a clause without finite verb can be its left bracket."""
    i = clause.tokens[place]
    if place == 0 or words.finite_tag(i) is None or not words.forms[i][0].islower():
        return False
    if words.tags[i] == "ADJD":
        return i + 1 < len(words) and words.small[i + 1] in closed_classes().subject_pronouns
    if words.tags[i] == "ADJA":
        closed = words.tags[i - 1] in {"NN", "NE", "PPER"} and not _has_open_phrase(words, clause.tokens[:place])
        return (closed or _leads(words, clause, place)) and not words.can_be(i, "VVINF")
    return words.tags[i] in NONFINITE and words.tags[i - 1] not in {"PTKZU", "KOUI", "APPR"}


def _has_open_phrase(words: Words, tokens: Sequence[int]) -> bool:
    """Whether a determiner among the tokens still waits for its noun: ``die mit Spannung …``."""
    return any(words.tags[i] in DETERMINERS and words.tag(i + 1) in BEFORE_ATTRIBUTE for i in tokens)


def _may_close(words: Words, i: int) -> bool:
    """Whether a left bracket may be the last word of its clause: after a pronoun, or before a clause it governs."""
    if words.small[i - 1] in closed_classes().subject_pronouns:
        return True
    if words.tag(i + 1) != "$,":
        return False
    infinitive = any(words.tags[j] in {"PTKZU", "VVIZU"} for j in range(i + 2, _end(words, i + 1)))
    return infinitive or words.tag(i + 2) in SUBORDINATORS | QUESTION_WORDS


def finish_main_clauses(words: Words) -> None:
    """A main clause without a finite verb: the first form in or after second place that can be finite is it.

    The last word of a clause is mostly left alone: headlines, slogans and orders end in participles and infinitives.
    """
    for clause in words.stretches:
        if clause.opener is not None or clause.finite or any(words.tags[i] in IMPERATIVES for i in clause.tokens):
            continue
        places = [place for place in range(len(clause.tokens)) if _may_be_second(words, clause, place)]
        places.sort(key=lambda place: words.tags[clause.tokens[place]] not in VERB_TAGS)
        for place in places[:1]:
            i = clause.tokens[place]
            nominal = any(words.tags[j] in NOMINAL for j in clause.tokens[:place]) or (
                words.tags[i] == "ADJA" and _leads(words, clause, place)
            )
            closes = words.tag(i + 1) in {"$,", "$.", "$(", "KON"}
            if nominal and (not closes or _may_close(words, i)):
                words.tags[i] = words.finite_tag(i) or words.tags[i]


def _parts(words: Words, clause: Stretch) -> list[list[int]]:
    """The tokens of a main clause, split at commas that no embedded clause stands at."""
    own, parts = set(clause.tokens), [clause.tokens[:1]]
    for before, i in pairwise(clause.tokens):
        gap = range(before + 1, i)
        commas = [j for j in gap if words.tags[j] == "$,"]
        if commas and all(words.tags[j] in {"$,", "$(", "KON"} for j in gap if j not in own):
            parts.append([])
        parts[-1].append(i)
    return parts


def finish_joined_clauses(words: Words) -> None:
    """The verb of a part between commas that has no finite verb, where nothing in the sentence governs it.

    ``Die Preise steigen, die Löhne sinken``: no modal stands before *sinken*, so it is finite. The same holds of what
    precedes the first comma, where another clause follows: ``Die Gegner höhnen, der Plan sei gescheitert``.
    """
    for clause in words.stretches:
        if clause.opener is not None or not clause.finite:
            continue
        parts = _parts(words, clause)
        for number, part in enumerate(parts):
            if any(words.tags[i] in FINITE | IMPERATIVES | {"PTKZU", "VVIZU"} for i in part):
                continue
            governors = [i for i in clause.finite if i < part[0]][-1:]
            follows = number + 1 < len(parts) and any(i in clause.finite for i in parts[number + 1][1:])
            i = _ungoverned(words, part, governors)
            if i is not None and (governors or follows or i != part[-1]):
                words.tags[i] = words.finite_tag(i) or words.tags[i]


def _ungoverned(words: Words, part: Sequence[int], governors: Sequence[int]) -> int | None:
    """The form in second place or later that can be finite, follows a phrase and depends on no verb before it."""
    for place, i in enumerate(part):
        if place == 0 or words.finite_tag(i) is None or not words.forms[i][0].islower():
            continue
        tag = words.tags[i]
        subject_after = i != part[-1] and words.small[part[place + 1]] in closed_classes().subject_pronouns
        if tag in {"ADJD", "VVPP"} and subject_after:
            return i
        governed = any(_takes_infinitive(words, governor) for governor in governors)
        subject = words.tags[part[0]] in PHRASE_START | {"PPER", "PDS", "PIS"}
        if (
            tag in {"VVINF", "VAINF", "VMINF"}
            and subject
            and not governed
            and words.tags[i - 1] not in {"APPR", "KOUI"}
        ):
            return i
    return None


def rejoin_brackets(words: Words) -> None:
    """A lone form after an embedded clause that ends the bracket before it: ``wird, weil er fehlt, vermisst``."""
    clauses = [clause for clause in words.stretches if clause.opener is None]
    for before, clause in pairwise(clauses):
        if len(clause.tokens) != 1 or len(before.finite) != 1 or words.tag(clause.tokens[0] + 1) not in {"$,", "$."}:
            continue
        i, governor = clause.tokens[0], before.finite[0]
        if (
            words.tag(i - 1) != "$,"
            or words.tags[i] not in FINITE
            or any(words.tags[j] in NONFINITE for j in before.tokens)
        ):
            continue
        for tag in ("VVPP", "VVINF"):
            if (
                words.tags[governor] in {"VAFIN", "VMFIN"}
                and words.can_be(i, tag)
                and _bracket_allows(words, tag, governor)
            ):
                words.tags[i] = tag
                break


def finish_coordinated_verbs(words: Words) -> None:
    """A verb form beside ``und`` that the finite verb of its clause cannot govern is finite itself.

    In a subordinate clause it stands before the coordinator (``weil wir ihn treffen und reden``) or last (``der sich
    auflöst und Gas erzeugt``), in a main clause right before it (``Sie binden und lösen Stoffe``).
    """
    for clause in words.stretches:
        if not clause.finite:
            continue
        last = clause.finite[-1]
        for i in clause.tokens:
            tag = words.finite_tag(i)
            if tag is None or words.tags[i] not in NONFINITE or words.tags[i - 1] == "PTKZU":
                continue
            auxiliary = words.tags[i][:2] in {"VA", "VM"} and words.tags[i - 1] in {"VVPP", "VVINF"}
            governed = not auxiliary and _bracket_allows(words, words.tags[i], last)
            if clause.opener is None:
                adjoining = words.tag(i + 1) == "KON" and i + 2 == clause.finite[0] and i != clause.tokens[0]
                finite = adjoining and words.tags[i] == "VVINF" and not governed
            elif i < last:
                finite = words.tag(i + 1) == "KON" and not governed
            else:
                lone = (
                    last in clause.tokens[: clause.cut] and i == clause.tokens[-1] and i in clause.tokens[clause.cut :]
                )
                finite = lone and not (governed and words.tags[i] != "VVINF") and not _takes_infinitive(words, last)
            if finite:
                words.tags[i] = tag


def share_final_modals(words: Words) -> None:
    """A plural form before ``und`` whose subject is singular is an infinitive, if a modal at the end can govern both.

    ``…, der Plätze sperren und Züge umleiten kann``: *sperren* shares *kann* with *umleiten*.
    """
    for clause, following in pairwise(words.stretches):
        shared = clause.opener is not None and clause.opener == following.opener and len(clause.finite) == 1
        if not shared or len(following.finite) != 1 or not _has_singular_subject(words, clause):
            continue
        verb, modal = clause.finite[0], following.finite[0]
        infinitive = words.tags[modal - 1] in {"VVINF", "VAINF"} and words.tag(modal + 1) in {"$,", "$.", "$("}
        tag = words.tags[verb][:2] + "INF"
        joined = words.tag(verb + 1) == "KON" or (words.tag(verb + 1) == "$(" and words.tag(verb + 2) == "KON")
        governed = joined and infinitive and words.can_be(verb, tag) and _bracket_allows(words, tag, modal)
        if governed and _numbers(words, verb) == {"pl"} and "sg" in _numbers(words, modal):
            words.tags[verb] = tag


def _has_singular_subject(words: Words, clause: Stretch) -> bool:
    """Whether the opener, or the first word behind it, is a pronoun that as a subject is singular."""
    assert clause.opener is not None
    first = words.forms[clause.opener]
    if words.tags[clause.opener] == "KOUS":
        first = words.forms[min(clause.opener + 1, len(words) - 1)]
    elif any(words.tags[i] == "PPER" for i in clause.tokens):
        return False
    numbers = {r.agreement.number for r in nominal.pronoun(first.lower()) if r.agreement.case == "nom"}
    return numbers == {"sg"}


def _numbers(words: Words, verb: int) -> set[str | None]:
    """The numbers that a form has in the third person."""
    return {form.number for form in analyse(words.forms[verb]) if form.kind == "finite" and form.person == 3}


def _takes_infinitive(words: Words, finite: int) -> bool:
    """Whether a finite verb other than haben takes a bare infinitive."""
    return "haben" not in words.lemmas(finite) and _bracket_allows(words, "VVINF", finite)


def open_with_verb(words: Words) -> None:
    """A capitalised verb that opens a question, a condition or an order, taken for a noun or name.

    ``Lehnt Berlin das ab?`` has no other finite verb; in ``Stimmt die SPD zu, kommt das Gesetz`` one follows the comma.
    """
    for i, form in enumerate(words.forms):
        if (
            not form[:1].isupper()
            or words.tags[i] not in TAKEN_FOR_VERB | TAKEN_IN_QUESTION
            or (i and words.tags[i - 1] not in {"$.", "$("})
        ):
            continue
        if words.tags[i] in {"NN", "NE"} and words.tag(i + 1) == "VAFIN" and words.can_be(i, "VVPP"):
            words.tags[i] = "VVPP"
        end = _end(words, i)
        if words.tag(i + 1) not in PHRASE_OPENERS or any(words.tags[j] in FINITE for j in range(i + 1, end)):
            continue
        tag = words.finite_tag(i)
        stop = words.forms[end] if end < len(words) else ""
        if tag and (stop == "?" or (stop == "," and words.tag(end + 1) in FINITE)):
            if stop == "?" or words.tags[i] not in TAKEN_IN_QUESTION:
                words.tags[i] = tag
        elif words.can_be(i, "VVIMP") and (stop == "!" or (stop == "." and _orders(words, i))):
            words.tags[i] = "VVIMP"


def _orders(words: Words, i: int) -> bool:
    """Whether a form that is no known noun opens a quotation before its object: ``„Vergesst die Armen nicht.“``."""
    quoted = i > 0 and words.forms[i - 1] in QUOTE_PAIRS and words.tag(i + 1) in {"ART", "PPOSAT", "PDAT", "PRF"}
    return quoted and not _is_known_noun(words.forms[i])


def decide_imperatives(words: Words) -> None:
    """A verb that opens an exclamation, without a pronoun after it: an imperative, if it can be one.

    Forms of the first person stay finite: clipped style leaves out the pronoun (``Habe gut gegessen!``).
    """
    for i, tag in enumerate(words.tags):
        if tag not in FINITE or (i and words.tags[i - 1] not in {"$.", "$("}) or words.tag(i + 1) in {"PPER", "PIS"}:
            continue
        clipped = any(reading.person == 1 and reading.mood == "indicative" for reading in analyse(words.forms[i]))
        if clipped or not words.forms[i][0].isupper():
            continue
        imperative = tag[:2] + "IMP"
        end = next((j for j in range(i, len(words)) if words.tags[j] == "$."), len(words))
        if end < len(words) and words.forms[end] == "!" and words.can_be(i, imperative):
            words.tags[i] = imperative


def _end(words: Words, i: int) -> int:
    """Index of the comma or sentence mark that follows `i`."""
    return next((j for j in range(i + 1, len(words)) if words.tags[j] in {"$,", "$."}), len(words))


def _is_verb_final(words: Words, i: int) -> bool:
    """Whether the stretch from `i` to the next comma or sentence mark ends in its only finite verb."""
    inside = [j for j in range(i + 1, _end(words, i)) if words.tags[j] != "$("]
    finite = [j for j in inside if words.tags[j] in FINITE]
    return len(finite) == 1 and finite[0] == inside[-1]


def _after_comma(words: Words, i: int) -> bool:
    return i == 0 or words.tags[i - 1] in {"$,", "$.", "$("}


def decide_conjunctions(words: Words) -> None:
    """``als``, ``während``, ``seit``, ``damit`` are subordinators where their clause ends in its finite verb."""
    for i, small in enumerate(words.small):
        if small not in closed_classes().conjunctions_or_prepositions or not _after_comma(words, i):
            continue
        end = _end(words, i)
        if _is_verb_final(words, i):
            words.tags[i] = "KOUS"
            continue
        verbless = not any(words.tags[j] in VERB_TAGS for j in range(i, end))
        if verbless and words.tags[i] == "KOUS" and (words.tag(end) == "$." or words.tag(end + 1) in FINITE):
            words.tags[i] = next((tag for tag in closed_classes().tags[small] if tag != "KOUS"), "KOUS")


def decide_infinitive_openers(words: Words) -> None:
    """``um``, ``ohne``, ``statt``, ``anstatt`` open an infinitive clause if a zu-infinitive comes before the comma."""
    for i, small in enumerate(words.small):
        if "KOUI" not in closed_classes().tags.get(small, ()) or words.tags[i] in {"PTKVZ", "APZR"}:
            continue
        end = _end(words, i)
        infinitive = any(words.tags[j] in {"PTKZU", "VVIZU"} for j in range(i + 1, end))
        finite = any(words.tags[j] in FINITE for j in range(i + 1, end))
        if infinitive and not finite and (_after_comma(words, i) or words.tags[i - 1] == "KON"):
            words.tags[i] = "KOUI"


def decide_relatives(words: Words) -> None:
    """``der``, ``die``, ``das`` before a word that cannot go on a noun phrase: relative if verb-final, else pronoun."""
    for i, small in enumerate(words.small):
        if "PDS" not in closed_classes().tags.get(small, ()) or words.tags[i] not in {"ART", "PDS", "PRELS"}:
            continue
        opens = words.tag(i - 1) == "$," or (words.tag(i - 1) == "APPR" and words.tag(i - 2) == "$,")
        after = words.tag(i + 1)
        attributes = any(words.tags[j] == "ADJA" for j in range(i, _end(words, i)))
        if words.tags[i] == "ART" and (
            after in NEVER_IN_PHRASE or (opens and after in SELDOM_IN_PHRASE and not attributes)
        ):
            words.tags[i] = "PRELS" if opens and _is_verb_final(words, i) else "PDS"
        elif words.tags[i] == "PDS" and opens and after not in FINITE and _is_verb_final(words, i):
            words.tags[i] = "PRELS"
        elif words.tags[i] == "PRELS" and words.tag(i - 1) in {"$.", "KOUS"}:
            words.tags[i] = "ART" if after in {"NN", "NE", "ADJA"} else "PDS"


def _ends_stretch(words: Words, i: int) -> bool:
    """Whether a comma, a sentence mark, a dash, a closing bracket, a coordinator or a subordinator follows."""
    after = words.tag(i + 1)
    if after == "KOUS" and words.forms[i + 1].lower() not in {"als", "wie"}:
        return True
    if after == "KON":
        return words.tag(i + 2) != "APPR"
    return after in {"$,", "$."} or (after == "$(" and words.forms[i + 1] in closed_classes().closing_marks)


def _is_correlate(words: Words, i: int) -> bool:
    """Whether a clause follows that a pronominal adverb stands for: ``Es kommt dazu, dass …``."""
    if words.tag(i + 1) != "$,":
        return False
    infinitive = any(words.tags[j] in {"PTKZU", "VVIZU"} for j in range(i + 2, _end(words, i + 1)))
    return infinitive or words.tag(i + 2) in SUBORDINATORS | QUESTION_WORDS | {"KOUI"}


def _makes_verb(words: Words, i: int, finite: int) -> bool:
    """Whether a word and a finite verb make a known particle verb; copulas take predicates instead."""
    bare = {r.base for r in analyse(words.forms[finite]) if r.is_finite and not r.joined}
    if words.tags[i] == "PROAV" and (_is_correlate(words, i) or bare & government.verbs("saying")):
        return False
    return any(join(words.small[i], base) for base in bare - government.verbs("copula"))


def decide_particles(words: Words) -> None:
    """A word at the end of a main clause that makes a known verb with its finite verb is the separated particle.

    What is no form of any verb but a known particle (``infrage``) is a particle wherever it was taken for a verb; an
    adverb taken for the particle of a verb that is not known (``fragte hinterher``) stays an adverb.
    """
    for clause in words.stretches:
        for i in clause.tokens:
            if words.tags[i] == "PTKVZ" and words.small[i] in closed_classes().adverbs_or_particles:
                if not any(_makes_verb(words, i, finite) for finite in clause.finite):
                    words.tags[i] = "ADV"
            elif words.tags[i] not in TAKEN_FOR_PARTICLE or not words.forms[i][0].islower():
                continue
            elif words.tags[i] in VERB_TAGS - {"VVPP"}:
                unknown = words.small[i] in lexicon().particles and not verb_tags(words.forms[i])
                words.tags[i] = "PTKVZ" if unknown else words.tags[i]
            elif clause.opener is None and _ends_stretch(words, i):
                finite = max((j for j in clause.finite if j < i), default=None)
                if finite is not None and _makes_verb(words, i, finite):
                    words.tags[i] = "PTKVZ"


def decide_circumpositions(words: Words) -> None:
    """``aus`` right after ``von`` and a place or a reflexive ends a circumposition, unless the verb governs both.

    ``Die Gefahr geht von Russland aus`` has the verb *ausgehen*. Where no verb is made with ``aus``, anything may stand
    after ``von``.
    """
    for clause in words.stretches:
        for i in clause.tokens:
            if words.small[i] != "aus" or words.tags[i] not in {"PTKVZ", "APPR"} or words.tag(i + 1) in PHRASE_START:
                continue
            start = next((j for j in range(i - 1, -1, -1) if words.tags[j] not in PHRASE_START | {"PRF"}), -1)
            if start < 0 or start == i - 1 or words.small[start] not in {"von", "vom"}:
                continue
            bases = {r.base for j in clause.finite for r in analyse(words.forms[j]) if r.is_finite}
            made = {lemma for base in bases if (lemma := join("aus", base))}
            place = words.tags[i - 1] == "PRF" or any(
                reading.kind == "place_name" for reading in nominal.noun_readings(words.forms[i - 1])
            )
            if (place or not made) and not made & government.verbs("source_aus"):
                words.tags[i] = "APZR"


def decide_reflexives(words: Words) -> None:
    """``mich``, ``dir``, ``uns`` are reflexive where their own person is the subject; the verb tells it if left out."""
    subjects = closed_classes().reflexive_subjects
    for clause in words.stretches:
        present = {words.small[i] for i in clause.tokens if words.tags[i] == "PPER"}
        for i in clause.tokens:
            if words.tags[i] not in {"PPER", "PRF"} or words.small[i] not in subjects or words.tag(i - 1) == "APPR":
                continue
            persons = {reading.person for j in clause.finite for reading in analyse(words.forms[j])}
            if subjects[words.small[i]] in present:
                words.tags[i] = "PRF"
            elif clause.finite and PERSON_OF[subjects[words.small[i]]] not in persons:
                words.tags[i] = "PPER"


def find_relatives(words: Words) -> None:
    """``die`` after a comma with a verb last and none second is a relative pronoun, if it cannot be the article.

    It cannot where it disagrees with the noun after it (``die Strom aus Wind machen``), nor where more follows
    than a noun phrase, so that the verb is not second (``die im Winter Öl sparen``).
    """
    for i, small in enumerate(words.small):
        if words.tags[i] not in {"ART", "PDS"} or "PRELS" not in closed_classes().tags.get(small, ()):
            continue
        behind_preposition = words.tag(i - 1) == "APPR" and words.tag(i - 2) == "$,"
        if not (i and (words.tags[i - 1] == "$," or words.forms[i - 1] == "(" or behind_preposition)):
            continue
        last = _last_of_part(words, i)
        tag = words.finite_tag(last)
        inner = range(i + 1, last)
        if tag is None or last - i < 2 or not words.forms[last][0].islower() or words.tags[last] not in VERB_TAGS:
            continue
        if any(words.tags[j] in FINITE | {"PTKZU", "VVIZU"} for j in inner):
            continue
        if _cannot_be_article(words, i, last) and not _is_list_item(words, i, last):
            words.tags[i], words.tags[last] = "PRELS", tag


def _last_of_part(words: Words, i: int) -> int:
    """Index of the last token before the next comma, sentence mark, closing bracket or dash."""
    marks = closed_classes().closing_marks
    stop = next((j for j in range(i + 1, len(words)) if words.tags[j] in {"$,", "$."} or words.forms[j] in marks), None)
    return (stop if stop is not None else len(words)) - 1


def _cannot_be_article(words: Words, i: int, last: int) -> bool:
    """Whether a form of ``der`` cannot be the article of the noun phrase that makes up all before the last verb."""
    noun = next((j for j in range(i + 1, last) if words.tags[j] in {"NN", "NE"}), None)
    attributes = noun is not None and any(words.tags[j] in {"ADJA", "CARD"} for j in range(i + 1, noun))
    if noun is not None and words.tags[noun] == "NN" and not attributes and noun == i + 1:
        agreements = nominal.noun(words.forms[noun])
        if agreements and not nominal.determiner(words.forms[i]) & agreements:
            return True
    phrase = noun if noun is not None else i
    return any(words.tags[j] in OUTSIDE_PHRASE for j in range(phrase + 1, last)) or (
        not attributes and words.tag(i + 1) in OUTSIDE_PHRASE | {"APPR", "APPRART"}
    )


def _is_list_item(words: Words, i: int, last: int) -> bool:
    """Whether what a comma precedes goes on with what is before: with a clause that has no verb yet, or under a modal.

    ``dass es um die Schulen, die Straßen und vieles mehr geht``, ``will die Steuern senken, die Renten erhöhen``.
    """
    before = next((j for j in range(i - 1, -1, -1) if words.tags[j] in FINITE | SUBORDINATORS | {"$."}), None)
    if before is None or words.tags[before] not in FINITE:
        return before is not None and words.tags[before] in SUBORDINATORS
    return words.tags[last] not in FINITE and _bracket_allows(words, words.tags[last], before)


def decide_adjectives(words: Words) -> None:
    """A participle that is an adjective beside ``sein`` and ``werden``: ``wurde bekannt``, but ``hat sich bekannt``."""
    for clause in words.stretches:
        governors = {lemma for i in clause.tokens if words.tags[i][:2] == "VA" for lemma in words.lemmas(i)}
        for i in clause.tokens if governors and "haben" not in governors else ():
            if words.tags[i] == "VVPP" and words.small[i] in closed_classes().adjectives_or_participles:
                words.tags[i] = "ADJD"


def decide_laut(words: Words) -> None:
    """``laut`` before a noun phrase or a name in quotation marks is a preposition, anywhere else an adjective."""
    for i, small in enumerate(words.small):
        if small != "laut":
            continue
        if _quotes_name(words, i + 1) and words.tag(i - 1) != "VVFIN":
            words.tags[i] = "APPR"
        elif not words.is_capital(i):
            attributes = words.tag(i + 1) in PHRASE_START and words.tag(i - 1) not in {"ADV", "PTKA"}
            words.tags[i] = "APPR" if attributes else "ADJD"


def _quotes_name(words: Words, i: int) -> bool:
    """Whether a quotation mark opens a name: nouns and foreign words up to the closing mark."""
    if words.tag(i) != "$(" or words.forms[i] not in QUOTE_PAIRS:
        return False
    inside = list(takewhile(lambda j: words.forms[j] not in QUOTE_PAIRS[words.forms[i]], range(i + 1, len(words))))
    closed = bool(inside) and inside[-1] + 1 < len(words)
    return closed and all(words.tags[j] in {"NN", "NE", "FM", "XY"} for j in inside)


def _is_known_noun(form: str) -> bool:
    return bool(nominal.noun(form)) and not nominal.is_guessed(form)


def decide_articles(words: Words) -> None:
    """A demonstrative right before a noun it agrees with is an article ("Der Kapitän")."""
    for i, tag in enumerate(words.tags[:-1]):
        if tag != "PDS" or "ART" not in closed_classes().tags.get(words.small[i], ()) or words.tags[i + 1] != "NN":
            continue
        noun = nominal.noun(words.forms[i + 1])
        if noun and nominal.determiner(words.forms[i]) & noun:
            words.tags[i] = "ART"


def decide_titles(words: Words) -> None:
    """What stands before and in a name: offices are nouns, surnames are names, participles of offices are attributes.

    ``Portugals Routinier Pedro Luna``, ``Vize Dirk Wiese widersprach``, ``Berlins Regierender Bürgermeister``.
    """
    for i, tag in enumerate(words.tags):
        form = words.forms[i]
        if tag == "NE" and words.tag(i + 1) == "NE" and _opens_names(words, i) and _is_office(form):
            words.tags[i] = "NN"
        elif tag != "NN":
            continue
        elif _is_surname(words, i):
            words.tags[i] = "NE"
        elif form.endswith("ender") and words.tag(i + 1) == "NN" and _is_office(words.forms[i + 1]):
            agrees = nominal.adjective(form, "strong") & nominal.noun(words.forms[i + 1])
            words.tags[i] = "ADJA" if agrees else "NN"


def decide_degrees(words: Words) -> None:
    """``für wenig hilfreich``: a quantity between a preposition, ``als`` or ``so`` and an adjective is its degree."""
    for i, small in enumerate(words.small):
        between = words.tag(i - 1) in {"APPR", "KOKOM", "ADV"} and words.tag(i + 1) == "ADJD"
        if small in {"wenig", "weniger"} and words.tags[i] == "PIS" and between:
            words.tags[i] = "ADV"


def decide_comparisons(words: Words) -> None:
    """``Wie Karl Ebner fordert auch Udo Lamm …``: before a phrase, the verb and its subject *wie* compares."""
    for i, small in enumerate(words.small[:-1]):
        opens = i == 0 or words.tags[i - 1] in {"$.", "$("}
        if small != "wie" or words.tags[i] not in {"PWAV", "KOUS"} or not opens or words.forms[-1] == "?":
            continue
        end = i + 1
        while words.tag(end) in PHRASE_START | {"APPRART", "APPR"}:
            end += 1
        if end > i + 1 and words.tag(end) in FINITE and words.tag(end + 1) in PHRASE_OPENERS | {"ADV", "NN"}:
            words.tags[i] = "KOKOM"


def decide_small_names(words: Words) -> None:
    """An organisation that writes itself in small letters is a name: ``teilte ver.di mit``."""
    for i, form in enumerate(words.forms):
        if form[:1].islower() and nominal.is_organisation(form):
            words.tags[i] = "NE"


def _opens_names(words: Words, i: int) -> bool:
    """Whether no name stands before a name, or a country in the genitive."""
    before = words.forms[i - 1] if i else ""
    return words.tag(i - 1) != "NE" or (before.endswith("s") and nominal.is_country(before[:-1]))


def _is_surname(words: Words, i: int) -> bool:
    """Whether a noun behind a given name or an office is a name itself.

    It is where no table knows it as a common noun, and where an office stands before the names and the verb, a comma or
    a bracket after it; right behind an office a double name is one (``Bundesrätin Keller-Sutter``).
    """
    before = i - 1
    while words.tag(before) == "NE":
        before -= 1
    if before == i - 1:
        return words.tag(before) == "NN" and _is_double_name(words.forms[i]) and _is_office(words.forms[before])
    office = words.tag(before) == "NN" and _is_office(words.forms[before])
    given = any(nominal.animacy(form, name=True) == "person" for form in words.forms[before + 1 : i])
    kinds = {reading.kind for reading in nominal.noun_readings(words.forms[i])}
    if nominal.is_guessed(words.forms[i]) or kinds == {"person_name"}:
        return office or given
    return office and (words.tag(i + 1) in FINITE or words.forms[i + 1 : i + 2] in ([","], ["("]))


def _is_double_name(form: str) -> bool:
    """Whether two capitalised parts are joined of which the last is no known noun."""
    parts = form.split("-")
    return len(parts) == 2 and all(part.istitle() for part in parts) and not _is_known_noun(parts[1])


def _is_office(form: str) -> bool:
    """Whether a form is a common noun for a person, and no name."""
    readings = nominal.noun_readings(form)
    named = any(reading.kind in ("person_name", "place_name") for reading in readings)
    return bool(readings) and not named and not nominal.is_guessed(form) and nominal.animacy(form) == "person"


RULES: Final[tuple[Callable[[Words], None], ...]] = (
    restrict_closed_classes,
    restrict_verbs_to_paradigm,
    decide_zu,
    decide_laut,
    decide_adjectives,
    decide_articles,
    decide_titles,
    decide_comparisons,
    decide_small_names,
    decide_degrees,
    decide_attributes,
    decide_demonstratives,
    open_with_verb,
    decide_imperatives,
    find_relatives,
    finish_comparative_clauses,
    finish_subordinate_clauses,
    complete_perfects,
    one_finite_verb,
    rejoin_brackets,
    finish_main_clauses,
    finish_joined_clauses,
    finish_coordinated_verbs,
    share_final_modals,
    decide_conjunctions,
    decide_infinitive_openers,
    decide_relatives,
    decide_reflexives,
    decide_particles,
    decide_circumpositions,
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
    for clause in words.stretches:
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
        forms = [normalize("NFC", doc[i].text) for i in indices]
        words = Words(forms, disambiguate(forms, [doc[i].tag_ for i in indices]))
        for i, tag, upos in zip(indices, words.tags, universal_tags(words), strict=True):
            doc[i].tag_ = tag
            doc[i].pos_ = upos
    for token in doc:
        if token.is_space:
            token.tag_, token.pos_ = "_SP", "SPACE"
    return doc
