"""Verb complexes: the verbs of a proto-clause become one predicate with lemma, tense, mood and voice.

The finite verb is the outermost; the right bracket is read from its last verb inwards, so that "abgelehnt worden sein
soll" gives sollen > sein > werden > ablehnen (Bech 1955, status government). All offsets are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from stance.clauses.graph import Order, VerbComplex
from stance.clauses.proto import Proto
from stance.clauses.words import FINITE, IMPERATIVE, NONFINITE, PARTICIPLE, Words
from stance.german import government, verbs
from stance.german.verbs import VerbForm

_RECIPIENT: Final = frozenset({"bekommen", "kriegen", "erhalten"})
_AGENT: Final = 8
_AGENT_TAGS: Final = frozenset({"ART", "ADJA", "NN", "NE", "PPOSAT", "CARD"})
_MOOD_RANK: Final = {"indicative": 0, "konjunktiv1": 1, "konjunktiv2": 2, None: 3}
_KIND_OF_TAG: Final = {"INF": "infinitive", "PP": "participle", "IZU": "zu_infinitive"}


def build_complex(words: Words, proto: Proto, *, reported: bool) -> VerbComplex | None:
    """The verb complex of a proto-clause.

    Args:
        words: the tagged Doc.
        proto: the clause.
        reported: whether forms that can be Konjunktiv I or indicative are read as Konjunktiv (complement of a report).

    Returns:
        The complex, or None where the clause has no verb.
    """
    tags, tokens = words.tags, sorted(proto.tokens)
    nonfinite = [t for t in tokens if tags[t] in NONFINITE and not _is_given(words, t)]
    nonfinite = _without_compared(words, proto, nonfinite)
    chain = _chain(words, proto, nonfinite)
    if not chain:
        return None
    particle = _particle(words, tokens, chain[-1], proto)
    readings = [_reading(words, token, particle if token == chain[-1] else None) for token in chain]
    lemmas = [lemma for lemma, _ in readings]
    if particle is not None and not lemmas[-1].startswith(words.lower[particle]):
        particle = None
    finite = proto.finite
    form = None if finite is None else _finite_form(words, finite, proto, lemmas[0], reported)
    voice = _voice(words, chain, lemmas)
    zu = [t for t in tokens if tags[t] == "PTKZU"]
    outer = lemmas[:-1]
    own = {*[t for t in chain if t in proto.tokens or t == finite], *zu}
    if particle is not None:
        own.add(particle)
    return VerbComplex(
        lemma=lemmas[-1],
        main=chain[-1],
        finite=finite,
        tokens=tuple(sorted(own)),
        particle=particle,
        modals=tuple(x for x in outer if verbs.is_modal(x) or x == "lassen"),
        auxiliaries=tuple(x for x in outer if verbs.is_auxiliary(x) or x in _RECIPIENT),
        mood=form.mood if form is not None else None,
        tense=_tense(form, chain, lemmas, words),
        voice=voice,
        person=form.person if form is not None else None,
        number=form.number if form is not None else None,
        wuerde=form is not None
        and form.lemma == "werden"
        and form.mood == "konjunktiv2"
        and voice == "active"
        and len(chain) > 1,
    )


def _without_compared(words: Words, proto: Proto, nonfinite: list[int]) -> list[int]:
    """„fallen höher aus als zuletzt erwartet": a participle behind "als" or "wie" is no verb of its clause.

    It is one where the finite verb has no other: „hat mehr als früher gespart", but „ist höher als erwartet".
    """
    compared = [t for t in nonfinite if words.tags[t] == "VVPP" and _is_compared(words, t)]
    rest = [t for t in nonfinite if t not in compared]
    if not compared or rest or proto.finite is None or words.tags[proto.finite] != "VAFIN":
        return rest
    adjective = any(words.tags[t] == "ADJD" and t < compared[0] - 1 for t in proto.tokens)
    perfect = verbs.perfect_auxiliary(_known(_reading(words, compared[0], None)[0])) == "sein"
    copula = any(reading.lemma == "sein" for reading in readings(words.texts[proto.finite], "VAFIN"))
    return rest if adjective and copula and not perfect else nonfinite


def _is_compared(words: Words, participle: int) -> bool:
    """Behind "als" or "wie" stand adverbs, and who did it behind a comparative („höher als vom Amt erwartet")."""
    before = participle - 1
    while before >= 0 and words.tags[before] in {"ADV", "ADJD"}:
        before -= 1
    if before >= 0 and words.tags[before] == "KOKOM":
        return True
    while before >= 0 and participle - before <= _AGENT and words.tags[before] in _AGENT_TAGS:
        before -= 1
    by = before > 1 and words.lower[before] in {"von", "vom"} and words.tags[before - 1] == "KOKOM"
    return by and words.tags[before - 2] == "ADJD" and words.lower[before - 2].endswith("er")


def _is_given(words: Words, token: int) -> bool:
    """The infinitive of „zu verstehen geben"."""
    given = words.lower[token] in government.verbs("given_infinitives") and _has_zu(words, token)
    near = range(max(token - 12, 0), min(token + 3, len(words)))
    return given and any("geben" in {r.lemma for r in verbs.analyse(words.texts[t])} for t in near)


def _chain(words: Words, proto: Proto, nonfinite: list[int]) -> list[int]:
    """The verbs from the outermost to the innermost."""
    finite = proto.finite
    if finite is None:
        return list(reversed(_cluster(words, nonfinite)))
    if proto.order is Order.VL or finite not in proto.tokens:
        bracket = _cluster(words, nonfinite)
    else:
        after = [t for t in nonfinite if t > finite]
        bracket = _cluster(words, after) if after else [t for t in nonfinite if t < finite][-1:]
    if bracket and _is_adjectival(words, finite, bracket):
        bracket = []
    return _without_predicative(words, [finite, *reversed(bracket)])


def _without_predicative(words: Words, chain: list[int]) -> list[int]:
    """A participle under a full verb is its predicative („gibt sich überzeugt", „sieht sich gezwungen")."""
    while len(chain) > 1 and words.tags[chain[-1]] == "VVPP":
        above = {reading.lemma for reading in readings(words.texts[chain[-2]], words.tags[chain[-2]])}
        if above & (_RECIPIENT | {"haben", "sein", "werden"}) or words.tags[chain[-2]] in {"VAFIN", "VAINF", "VAPP"}:
            break
        if words.tags[chain[-2]] in {"VMFIN", "VMINF"}:
            break
        chain = chain[:-1]
    return chain


def _cluster(words: Words, nonfinite: list[int]) -> list[int]:
    """The last run of adjacent non-finite verbs ("zu" and finite verbs may stand between)."""
    if not nonfinite:
        return []
    cluster = [nonfinite[-1]]
    for token in reversed(nonfinite[:-1]):
        between = range(token + 1, cluster[0])
        if all(words.tags[k] in FINITE | {"PTKZU", "PTKVZ"} or words.is_silent(k) for k in between):
            cluster.insert(0, token)
        else:
            break
    return cluster


def _is_adjectival(words: Words, finite: int, bracket: list[int]) -> bool:
    """A lexical finite verb takes no participle into its complex ("nennt ihn verloren")."""
    lemma = _reading(words, finite, None)[0]
    outer_allows = words.tags[finite] in {"VAFIN", "VMFIN"} or lemma in _RECIPIENT | {"lassen", "gehen", "bleiben"}
    zu = any(words.tags[t] == "VVIZU" or (t > 0 and words.tags[t - 1] == "PTKZU") for t in bracket)
    perception = lemma in {"sehen", "hören", "lernen", "helfen", "lehren", "kommen", "fahren", "legen"}
    return not (outer_allows or zu or perception)


def _particle(words: Words, tokens: Sequence[int], main: int, proto: Proto) -> int | None:
    """The detached particle that belongs to the full verb."""
    candidates = [t for t in tokens if words.tags[t] == "PTKVZ"] or _stranded(words, tokens, main)
    before = main - 1 if main - 1 in tokens else None
    if before is not None and _compounds(words, before, main):
        return before
    verb_last = proto.order is Order.VL and main in proto.tokens
    if not candidates or words.tags[main] not in FINITE or verb_last:
        return None
    later = [t for t in candidates if t > main]
    lemmas = {reading.lemma for reading in readings(words.texts[main], words.tags[main])}
    if lemmas & (government.verbs("copula") - {"heißen"}):
        later = [t for t in later if words.lower[t] not in government.verbs("adjectival_particles")]
    known = (t for t in later if any(verbs.join(words.lower[t], lemma) for lemma in lemmas))
    return next(known, later[-1] if later else None)


def _compounds(words: Words, before: int, main: int) -> bool:
    """„bekannt gab", „bekannt gegeben": an adjective written apart from the verb it belongs to."""
    if words.lower[before] not in government.verbs("adjectival_particles") or words.tags[before] not in {
        "ADJD",
        "PTKVZ",
        "VVPP",
    }:
        return False
    lemmas = {reading.lemma for reading in readings(words.texts[main], words.tags[main])}
    return any(verbs.join(words.lower[before], lemma) for lemma in lemmas - government.verbs("copula"))


def _stranded(words: Words, tokens: Sequence[int], main: int) -> list[int]:
    """A preposition, adjective or adverb at the clause's end that makes a verb with the finite one ("hörte … auf").

    A prepositional phrase may follow an adjective ("tut sich schwer mit Reformen"); an adverb like *dagegen* does so
    with a verb of saying only ("hielt dagegen").
    """
    if words.tags[main] not in FINITE:
        return []
    before = (
        t for t, after in pairwise(tokens) if words.tags[t] == "ADJD" and words.tags[after] == "APPR" and t > main
    )
    last = next((t for t in before if words.lower[t] in government.verbs("adjectival_particles")), tokens[-1])
    if last <= main:
        return []
    adjective = words.tags[last] == "ADJD" and words.lower[last] in government.verbs("adjectival_particles")
    adverb = words.tags[last] in {"PROAV", "PAV"}
    if not (adjective or adverb or words.tags[last] in {"APPR", "APPO", "PTKA"}):
        return []
    lemmas = {reading.lemma for reading in readings(words.texts[main], words.tags[main])}
    joined = frozenset(j for lemma in lemmas if (j := verbs.join(words.lower[last], lemma)) is not None)
    if adverb:  # „sagte dazu" is no verb of its own
        joined = frozenset[str]() if lemmas & words.saying else joined & words.saying
    return [last] if joined else []


def _reading(words: Words, token: int, particle: int | None) -> tuple[str, VerbForm | None]:
    """Lemma (joined with its particle) and a reading of one verb token."""
    form = words.texts[token]
    found = readings(form, words.tags[token])
    lemma = found[0].lemma if found else words.doc[token].lemma_ or form.lower()
    if particle is None:
        return lemma, found[0] if found else None
    separate = words.lower[particle]
    if separate == "weiter" and any(reading.lemma in words.saying for reading in found):
        return lemma, found[0]
    for reading in found:
        if (joined := verbs.join(separate, reading.lemma)) is not None:
            return joined, reading
    known = separate in verbs.lexicon().particles and not verbs.is_auxiliary(lemma) and not verbs.is_modal(lemma)
    return separate + lemma if known else lemma, found[0] if found else None


@lru_cache(maxsize=1 << 14)
def readings(form: str, tag: str) -> tuple[VerbForm, ...]:
    """The readings of a form that its tag allows, all of them where it allows none.

    >>> sorted({r.kind for r in readings("erklärt", "VVPP")})
    ['participle']
    """
    every = verbs.analyse(form) or verbs.guess(form)
    if tag in FINITE:
        fitting = tuple(r for r in every if r.kind == ("imperative" if tag in IMPERATIVE else "finite"))
    else:
        kind = next((kind for ending, kind in _KIND_OF_TAG.items() if tag.endswith(ending)), None)
        fitting = tuple(r for r in every if r.kind == kind)
    return fitting or every


def _finite_form(words: Words, finite: int, proto: Proto, lemma: str, reported: bool) -> VerbForm | None:
    found = [r for r in readings(words.texts[finite], words.tags[finite]) if r.kind in {"finite", "imperative"}]
    base = [r for r in found if lemma.endswith(r.lemma)] or found
    third = [r for r in base if r.person == _person(words, proto)] or [r for r in base if r.person == 3] or base
    if not third:
        return None
    subjunctive = [r for r in third if r.mood == "konjunktiv1" and r.number == "sg"]
    if reported:
        subjunctive = subjunctive or [r for r in third if r.mood in {"konjunktiv1", "konjunktiv2"}]
    indicative = [r for r in third if r.mood == "indicative"]
    if reported and subjunctive and not indicative:
        return subjunctive[0]
    return min(third, key=lambda r: (_MOOD_RANK[r.mood], r.tense != "present"))


def _person(words: Words, proto: Proto) -> int:
    pronouns = {words.lower[t] for t in proto.tokens if words.tags[t] == "PPER"}
    if pronouns & {"ich", "wir"}:
        return 1
    if pronouns & {"du", "ihr"}:
        return 2
    return 3


def _voice(words: Words, chain: list[int], lemmas: list[str]) -> str:
    if len(chain) < 2 or words.tags[chain[-1]] not in PARTICIPLE:
        if len(chain) >= 2 and lemmas[-2] == "sein" and _has_zu(words, chain[-1]):
            return "passive"
        return "active"
    above = lemmas[-2]
    if above == "werden":
        return "passive"
    if above in _RECIPIENT:
        return "recipient"
    if above == "sein" and words.tags[chain[-1]] == "VVPP" and verbs.perfect_auxiliary(_known(lemmas[-1])) != "sein":
        return "stative"
    return "active"


def _known(lemma: str) -> str:
    return lemma if lemma.endswith(("en", "eln", "ern", "un", "in")) else "machen"


def _has_zu(words: Words, token: int) -> bool:
    return words.tags[token] == "VVIZU" or (token > 0 and words.tags[token - 1] == "PTKZU")


def _tense(form: VerbForm | None, chain: list[int], lemmas: list[str], words: Words) -> str | None:
    if form is None:
        return None
    past = form.tense == "past" and form.mood == "indicative"
    perfect = any(
        lemma in {"haben", "sein"} and words.tags[below] in PARTICIPLE
        for lemma, below in zip(lemmas, chain[1:], strict=False)
    )
    if lemmas[-1] != "sein" and len(chain) >= 2 and lemmas[-2] == "sein" and not _is_perfect_sein(lemmas, chain, words):
        perfect = len(chain) >= 3 and lemmas[-3] in {"haben", "sein"}
    infinitive_below = len(chain) > 1 and words.tags[chain[1]] not in PARTICIPLE
    if form.lemma == "werden" and infinitive_below and form.mood != "konjunktiv2":
        return "future_perfect" if perfect else "future"
    if perfect:
        return "pluperfect" if past else "perfect"
    return "past" if past else "present"


def _is_perfect_sein(lemmas: list[str], chain: list[int], words: Words) -> bool:
    if words.tags[chain[-1]] != "VVPP":
        return words.tags[chain[-1]] in PARTICIPLE
    return verbs.perfect_auxiliary(_known(lemmas[-1])) == "sein"


def takes_predicative(lemma: str) -> bool:
    """Whether a verb is a copula.

    >>> takes_predicative("sein"), takes_predicative("lehnen")
    (True, False)
    """
    return lemma in government.verbs("copula")
