"""German verb forms: from a form as written to lemma, particle, person, tense and mood, and back.

Paradigms come from the rule engine ``ablaut``; a small file adds what it lacks (second strong forms, prefixes that come
apart or do not). A prebuilt table maps every form of a verb without particle to its readings; a list says which
particles a base takes; joined forms ("ablehnt", "abgelehnt", "abzulehnen") are read off these two. Forms that carry
several readings get all of them: the clause bracket decides, not this module. Separable and inseparable prefixes follow
Duden, Die Grammatik (2022), §§ 790–850.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, Final, Literal, final

import ablaut
import attrs

from stance.german.features import Number
from stance.german.tables import SortedTable, read_data, words

Kind = Literal["finite", "infinitive", "zu_infinitive", "participle", "present_participle", "imperative"]

Tense = Literal["present", "past"]
Mood = Literal["indicative", "konjunktiv1", "konjunktiv2"]


@attrs.frozen
class VerbForm:
    """One reading of one word form.

    Attributes:
        form: the form, without a detached particle ("lehnt", "abgelehnt").
        lemma: full lemma, with the particle ("ablehnen").
        base: lemma without the particle ("lehnen").
        particle: separable first part ("ab"), None for a verb without one.
        joined: the particle is part of the form ("ablehnt", "abgelehnt", "abzulehnen").
        kind: finite, infinitive, zu_infinitive (only one-word forms like "abzulehnen"), participle,
            present_participle (uninflected: "ablehnend"), imperative.
        person: 1, 2 or 3 of a finite form; 2 of an imperative.
        number: of a finite or imperative form.
        tense: of the form itself: Konjunktiv I is present, Konjunktiv II past; only "möchte" is a present
            Konjunktiv II.
        mood: of a finite form.
    """

    form: str
    lemma: str
    base: str
    particle: str | None
    joined: bool
    kind: Kind
    person: int | None = None
    number: Number | None = None
    tense: Tense | None = None
    mood: Mood | None = None

    @property
    def is_finite(self) -> bool:
        """Whether the form can be the finite verb of a clause (imperatives included)."""
        return self.kind in ("finite", "imperative")


@attrs.frozen
class _Slot:
    """One cell of a paradigm; a table names it by one letter."""

    kind: Kind
    person: int | None = None
    number: Number | None = None
    tense: Tense | None = None
    mood: Mood | None = None


_PERSONS: Final[tuple[tuple[int, Number], ...]] = ((1, "sg"), (2, "sg"), (3, "sg"), (1, "pl"), (2, "pl"), (3, "pl"))
_SERIES: Final[tuple[tuple[str, Tense, Mood], ...]] = (
    ("present", "present", "indicative"),
    ("preterite", "past", "indicative"),
    ("konjunktiv1", "present", "konjunktiv1"),
    ("konjunktiv2", "past", "konjunktiv2"),
)
_FINITE: Final[tuple[_Slot, ...]] = tuple(
    _Slot("finite", person, number, tense, mood) for _, tense, mood in _SERIES for person, number in _PERSONS
)
_INFINITIVE: Final = _Slot("infinitive")
_PARTICIPLE: Final = _Slot("participle")
_PRESENT_PARTICIPLE: Final = _Slot("present_participle")
_ZU: Final = _Slot("zu_infinitive")
_IMPERATIVES: Final = (_Slot("imperative", 2, "sg"), _Slot("imperative", 2, "pl"))
_SLOTS: Final[tuple[_Slot, ...]] = (*_FINITE, _INFINITIVE, _PARTICIPLE, _PRESENT_PARTICIPLE, _ZU, *_IMPERATIVES)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxIPDZCE"
_SLOT_OF: Final = dict(zip(_LETTERS, _SLOTS, strict=True))
_LETTER_OF: Final = {slot: letter for letter, slot in _SLOT_OF.items()}

_TABLE = "verbs.xz"
_PARTICLES = "particle_verbs.xz"
_UNSTRESSED: Final = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
_MODALS: Final = frozenset({"dürfen", "können", "mögen", "müssen", "sollen", "wollen"})
_AUXILIARIES: Final = frozenset({"haben", "sein", "werden"})

_Cell = tuple[str, _Slot]


def is_modal(lemma: str) -> bool:
    """Whether a verb is one of the six modals.

    >>> is_modal("müssen"), is_modal("brauchen")
    (True, False)
    """
    return lemma in _MODALS


def is_auxiliary(lemma: str) -> bool:
    """Whether a verb is haben, sein or werden."""
    return lemma in _AUXILIARIES


# --- paradigms -------------------------------------------------------------------------------------------------------


@attrs.frozen
class _Exceptions:
    """The exceptions file, split into sets."""

    inseparable: frozenset[str]
    two_way: frozenset[str]
    separable: dict[str, tuple[str, str]]
    variants: dict[str, dict[str, str]]
    perfect_haben: frozenset[str]
    perfect_sein: frozenset[str]
    extra: tuple[str, ...]


@cache
def exceptions() -> _Exceptions:
    """Return what the exceptions file says."""
    data = read_data("verb_exceptions")
    return _Exceptions(
        inseparable=frozenset(words(data["inseparable"])),
        two_way=frozenset(words(data["two_way"])),
        separable={word.replace("|", ""): _divided(word) for word in words(data["separable"])},
        variants=data["variants"],
        perfect_haben=frozenset(words(data["perfect_haben"])),
        perfect_sein=frozenset(words(data["perfect_sein"])),
        extra=words(data["extra"]),
    )


def _divided(word: str) -> tuple[str, str]:
    """Read "particle|base"."""
    particle, _, base = word.partition("|")
    return particle, base


def _conjugate(lemma: str) -> Any:
    """Return the conjugation of an infinitive.

    Raises:
        ValueError: the lemma is not a German infinitive.
    """
    if not lemma.isalpha() or not lemma.islower():
        raise ValueError(f"not a German infinitive: {lemma!r}")
    return ablaut.conjugate(lemma)


_TWO_WAY_PREFIXES: Final = ("durch", "hinter", "miss", "über", "um", "unter", "voll", "wider", "wieder")


@lru_cache(maxsize=4096)
def split(lemma: str) -> tuple[tuple[str | None, str], ...]:
    """Return the ways a verb divides into particle and base; (None, lemma) for a verb that does not come apart.

    Raises:
        ValueError: the lemma is not a German infinitive.

    >>> split("ablehnen"), split("umgehen"), split("widersprechen")
    ((('ab', 'lehnen'),), (('um', 'gehen'), (None, 'umgehen')), ((None, 'widersprechen'),))
    """
    listed = exceptions()
    if lemma in listed.separable:
        return (listed.separable[lemma],)
    if lemma in listed.inseparable:
        return ((None, lemma),)
    if lemma in listed.two_way:
        prefix = _prefix(lemma)
        return ((prefix, lemma[len(prefix) :]), (None, lemma))
    particle = ""
    while inner := _first_particle(lemma[len(particle) :]):
        particle += inner
    return ((particle, lemma[len(particle) :]),) if particle else ((None, lemma),)


def _first_particle(lemma: str) -> str:
    """Return the particle the conjugator sets apart, "" where there is none or it is not the first part."""
    particle = _conjugate(lemma).present[0].partition(" ")[2].replace(" ", "")
    fits = lemma.startswith(particle) and len(lemma) > len(particle) + 2 and lemma not in exceptions().inseparable
    return particle if fits else ""


def _prefix(lemma: str) -> str:
    """Return the two-way prefix a lemma begins with."""
    return next(prefix for prefix in _TWO_WAY_PREFIXES if lemma.startswith(prefix))


def _base_cells(lemma: str) -> tuple[_Cell, ...]:
    """Return all forms of a verb that does not come apart, with their slots, without doubles."""
    own = _conjugate(lemma)
    if " " in own.present[0]:
        prefix = _prefix(lemma)
        inner = _base_cells(lemma[len(prefix) :])
        return tuple((prefix + _without_ge(form, slot, lemma[len(prefix) :]), slot) for form, slot in inner)
    cells = [*_regular_cells(lemma, own), *_variant_cells(lemma)]
    return tuple(dict.fromkeys(cells))


def _without_ge(form: str, slot: _Slot, base: str) -> str:
    """Drop the ge- of a participle, where it is the participle's own ("gestellt", not "gehört" of "gehören")."""
    own = slot is _PARTICIPLE and form.startswith("ge") and not base.startswith(_UNSTRESSED)
    return form[2:] if own else form


def _regular_cells(lemma: str, table: Any) -> Iterator[_Cell]:
    """Yield the forms the conjugator gives, and the elided and full doublets beside them."""
    for number, (series, _, _) in enumerate(_SERIES):
        for form, slot in zip(getattr(table, series), _FINITE[6 * number : 6 * number + 6], strict=True):
            if form:
                yield form, _present_wish(lemma, slot)
    yield lemma, _INFINITIVE
    yield table.past_participle, _PARTICIPLE
    yield table.present_participle, _PRESENT_PARTICIPLE
    yield from _doublets(lemma, table)


def _present_wish(lemma: str, slot: _Slot) -> _Slot:
    """Give "möchte" its present meaning."""
    return attrs.evolve(slot, tense="present") if lemma == "mögen" and slot.mood == "konjunktiv2" else slot


def _doublets(lemma: str, table: Any) -> Iterator[_Cell]:
    """Yield imperatives with and without -e, "ich glaub", "ich handele", "ich ändre"."""
    singular, plural = table.imperative
    first = table.present[0]
    if singular and plural:
        yield singular, _IMPERATIVES[0]
        yield plural, _IMPERATIVES[1]
        if singular + "e" == first:
            yield first, _IMPERATIVES[0]
            yield singular, _FINITE[0]
    stem = lemma[:-2] if lemma.endswith(("eln", "ern")) else ""
    if stem:
        for form in (stem + lemma[-2] + "e", stem[:-1] + lemma[-2] + "e") if stem.endswith("e") else ():
            for slot in (_FINITE[0], _FINITE[12], _FINITE[14], _IMPERATIVES[0]):
                yield form, slot


def _variant_cells(lemma: str) -> Iterator[_Cell]:
    """Yield the forms the exceptions file adds for a verb or for the verb an unstressed prefix stands before."""
    variants = exceptions().variants
    prefix, base = "", lemma
    if lemma not in variants:
        prefixes = (p for p in (*_UNSTRESSED, *_TWO_WAY_PREFIXES) if lemma.startswith(p))
        prefix = next((p for p in prefixes if lemma[len(p) :] in variants), "")
        base = lemma[len(prefix) :]
    for key, form in variants.get(base, {}).items():
        for cell_form, slot in _expand_variant(key, form):
            yield prefix + (_without_ge(cell_form, slot, base) if prefix else cell_form), slot


def _expand_variant(key: str, form: str) -> Iterator[_Cell]:
    """Yield the slots one entry of the variants fills."""
    if key == "participle":
        yield form, _PARTICIPLE
    elif key == "present":
        yield form, _FINITE[2]
        yield form[:-1] + "st", _FINITE[1]
    else:
        start = 6 if key == "past" else 18
        yield from zip(_past_row(form), _FINITE[start : start + 6], strict=True)


def _past_row(form: str) -> tuple[str, ...]:
    """Return the six persons of a preterite or Konjunktiv II from its first person singular."""
    if form.endswith("e"):
        return (form, form + "st", form, form + "n", form + "t", form + "n")
    second, plural = ("est", "et") if form.endswith(("d", "t", "s", "ß")) else ("st", "t")
    return (form, form + second, form, form + "en", form + plural, form + "en")


def _cells(particle: str | None, base: str) -> Iterator[tuple[str, _Slot, bool]]:
    """Yield (form, slot, joined) of a verb with or without particle."""
    cells = _base_cells(base)
    if particle is None:
        yield from ((form, slot, False) for form, slot in cells)
        return
    for form, slot in cells:
        if slot.kind in ("finite", "imperative"):
            yield form, slot, False
        if slot.kind != "imperative":
            yield particle + form, slot, True
    yield f"{particle}zu{base}", _ZU, True


@lru_cache(maxsize=1024)
def paradigm(lemma: str) -> tuple[VerbForm, ...]:
    """Return every form of a verb, whether or not the lexicon knows it; a two-way verb has the forms of both its lives.

    Args:
        lemma: infinitive in one word, lower case ("ablehnen").

    Raises:
        ValueError: the lemma is not a German infinitive.

    >>> [f.form for f in paradigm("ablehnen") if f.kind != "finite"]
    ['ablehnen', 'abgelehnt', 'ablehnend', 'lehn', 'lehnt', 'lehne', 'abzulehnen']
    """
    return tuple(
        _verb_form(form, lemma, base, particle, joined, slot)
        for particle, base in split(lemma)
        for form, slot, joined in _cells(particle, base)
    )


def _verb_form(form: str, lemma: str, base: str, particle: str | None, joined: bool, slot: _Slot) -> VerbForm:
    return VerbForm(form, lemma, base, particle, joined, slot.kind, slot.person, slot.number, slot.tense, slot.mood)


# --- tables (built by training/lexicon.py) ---------------------------------------------------------------------------


def pack_lexicon(lemmas: Iterable[str]) -> tuple[bytes, bytes]:
    """Return the two tables of a lexicon: forms of verbs without particle, and the particles each base takes.

    Args:
        lemmas: infinitives, the most frequent first; readings of an ambiguous form keep this order.
    """
    bases: dict[str, None] = {}
    particles: dict[str, list[str]] = {}
    for lemma in lemmas:
        for particle, base in split(lemma):
            bases.setdefault(base)
            if particle is not None and particle not in particles.setdefault(base, []):
                particles[base].append(particle)
    readings: dict[str, list[str]] = {}
    for base in bases:
        for form, letters in _letters_by_form(base).items():
            readings.setdefault(form, []).append(f"{base}:{letters}")
    forms = ((form, " ".join(values)) for form, values in readings.items())
    return SortedTable.pack(forms), SortedTable.pack((base, " ".join(sorted(own))) for base, own in particles.items())


def _letters_by_form(base: str) -> dict[str, str]:
    letters: dict[str, str] = {}
    for form, slot in _base_cells(base):
        letters[form] = letters.get(form, "") + _letter(slot)
    return letters


def _letter(slot: _Slot) -> str:
    """Name a slot; the present wish of "möchte" shares the letter of its Konjunktiv II."""
    return _LETTER_OF.get(slot) or _LETTER_OF[attrs.evolve(slot, tense="past")]


# --- the lexicon -----------------------------------------------------------------------------------------------------


@final
class VerbLexicon:
    """Readings of verb forms over the shipped tables; look-ups may run in any number of threads.

    Attributes:
        particles: all separable first parts, longest first.
    """

    def __init__(self) -> None:
        self._forms = SortedTable.load(_TABLE)
        self._particles = {base: frozenset(own.split()) for base, own in SortedTable.load(_PARTICLES).items()}
        every = frozenset[str]().union(*self._particles.values())
        self.particles: Final = tuple(sorted(every, key=lambda particle: (-len(particle), particle)))
        self._prefixes = _by_first_letter(self.particles)
        self._cached = lru_cache(maxsize=1 << 16)(self._analyse)

    def analyse(self, form: str) -> tuple[VerbForm, ...]:
        """Return all readings of a form; see the module function of the same name."""
        return self._cached(form)

    def _analyse(self, form: str) -> tuple[VerbForm, ...]:
        for spelling in _spellings(form):
            found = (*self._simple(spelling), *self._joined(spelling))
            if found:
                ordered = sorted(dict.fromkeys(found), key=lambda reading: reading.mood == "konjunktiv2")
                return tuple(attrs.evolve(reading, form=form) for reading in ordered)
        return ()

    def _simple(self, form: str) -> Iterator[VerbForm]:
        """Yield the readings as a verb without particle."""
        for base, letters in self._entries(form):
            for letter in letters:
                yield _verb_form(form, base, base, None, False, _present_wish(base, _SLOT_OF[letter]))

    def _joined(self, form: str) -> Iterator[VerbForm]:
        """Yield the readings as particle and base in one word."""
        for particle in self._prefixes.get(form[:1], ()):
            if not form.startswith(particle):
                continue
            rest = form[len(particle) :]
            for base, letters in self._entries(rest):
                if particle in self._particles.get(base, ()):
                    for letter in letters.replace("C", "").replace("E", ""):
                        slot = _present_wish(base, _SLOT_OF[letter])
                        yield _verb_form(form, particle + base, base, particle, True, slot)
            base = rest[2:]
            if rest.startswith("zu") and particle in self._particles.get(base, ()):
                yield _verb_form(form, particle + base, base, particle, True, _ZU)

    def combine(self, form: str) -> tuple[VerbForm, ...]:
        """Return the readings of a form as a particle and a base that the lexicon knows apart, but not together.

        >>> {(f.lemma, f.particle) for f in lexicon().combine("querverhandelt")}
        {('querverhandeln', 'quer')}
        """
        for particle in self._prefixes.get(form[:1], ()):
            rest = form[len(particle) :]
            if not form.startswith(particle) or len(rest) < 4:
                continue
            simple = [r for r in self._simple(rest) if r.kind != "imperative"]
            if rest.startswith("zu"):
                simple += [
                    attrs.evolve(r, kind="zu_infinitive") for r in self._simple(rest[2:]) if r.kind == "infinitive"
                ]
            if simple:
                return tuple(
                    attrs.evolve(r, form=form, lemma=particle + r.base, particle=particle, joined=True) for r in simple
                )
        return ()

    def _entries(self, form: str) -> Iterator[tuple[str, str]]:
        """Yield (base, letters of the slots) for a form, leaving out Swiss doublets of a base ("schliessen")."""
        value = self._forms.get(form)
        for entry in value.split() if value else ():
            base, _, letters = entry.partition(":")
            if "ss" not in base or not self._has_base(base.replace("ss", "ß")):
                yield base, letters

    def knows(self, lemma: str) -> bool:
        """Whether the lexicon has a verb.

        >>> lexicon().knows("ablehnen"), lexicon().knows("abglauben")
        (True, False)
        """
        try:
            ways = split(lemma)
        except ValueError:
            return False
        return any(
            particle in self._particles.get(base, ()) if particle else self._has_base(base) for particle, base in ways
        )

    def _has_base(self, base: str) -> bool:
        return any(known == base and "I" in letters for known, letters in self._entries(base))

    def join(self, particle: str, base_lemma: str) -> str | None:
        """Return the verb a particle and a base make, None when there is no such verb."""
        particle = particle.lower()
        return particle + base_lemma if particle in self._particles.get(base_lemma, ()) else None

    def particles_of(self, base_lemma: str) -> frozenset[str]:
        """Return the particles a base takes."""
        return self._particles.get(base_lemma, frozenset())


def _by_first_letter(particles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Group particles by first letter; their order is kept."""
    grouped: dict[str, list[str]] = {}
    for particle in particles:
        grouped.setdefault(particle[0], []).append(particle)
    return {letter: tuple(own) for letter, own in grouped.items()}


def _spellings(form: str) -> Iterator[str]:
    """Yield a form with a small first letter, as it stands and with ß and ss exchanged (old and Swiss spelling).

    ß goes first, so that "äusserte" is no form of a verb of its own.
    """
    small = form.lower() if form.isupper() else form[:1].lower() + form[1:]
    if "ss" in small and "ß" not in small:
        yield "ß".join(small.rsplit("ss", 1))
    yield small
    if "ß" in small:
        yield small.replace("ß", "ss")


@cache
def lexicon() -> VerbLexicon:
    """Return the lexicon of this process; the tables are read at the first call."""
    return VerbLexicon()


def analyse(form: str) -> tuple[VerbForm, ...]:
    """Return all readings of a verb form, the more frequent verb first, Konjunktiv II last; () for no known verb.

    The first letter may be a capital (verb-first clauses); old and Swiss spellings are understood ("mußte", "liess").
    A form of a separable verb without its particle is read as the base; :func:`join` brings the two together.

    >>> [(f.lemma, f.mood, f.person) for f in analyse("fordere") if f.kind == "finite"]
    [('fordern', 'indicative', 1), ('fordern', 'konjunktiv1', 1), ('fordern', 'konjunktiv1', 3)]
    >>> [(f.lemma, f.particle, f.kind) for f in analyse("abzulehnen")]
    [('ablehnen', 'ab', 'zu_infinitive')]
    """
    return lexicon().analyse(form)


def join(particle: str, base_lemma: str) -> str | None:
    """Return the verb a particle and a base make, None when there is no such verb.

    >>> join("ab", "lehnen"), join("ab", "glauben")
    ('ablehnen', None)
    """
    return lexicon().join(particle, base_lemma)


def particles_of(base_lemma: str) -> frozenset[str]:
    """Return the particles a base takes.

    >>> "ab" in particles_of("lehnen")
    True
    """
    return lexicon().particles_of(base_lemma)


@lru_cache(maxsize=1024)
def perfect_auxiliary(lemma: str) -> Literal["haben", "sein"]:
    """Return the auxiliary of the perfect.

    Raises:
        ValueError: the lemma is not a German infinitive.

    >>> perfect_auxiliary("zurücktreten"), perfect_auxiliary("fordern")
    ('sein', 'haben')
    """
    listed = exceptions()
    if lemma in listed.perfect_haben:
        return "haben"
    if lemma in listed.perfect_sein:
        return "sein"
    known = listed.separable[lemma][1] if lemma in listed.separable else lemma
    return "sein" if _conjugate(known).auxiliary == "sein" else "haben"


# --- unknown verbs ---------------------------------------------------------------------------------------------------

_WEAK_ENDINGS: Final = ("testen", "test", "tet", "ten", "te", "est", "st", "et", "t", "end", "en", "n", "e")


@lru_cache(maxsize=1 << 12)
def is_attributive_participle(form: str) -> bool:
    """Whether an inflected adjective is a participle of a known verb.

    >>> is_attributive_participle("befasste"), is_attributive_participle("lebender"), is_attributive_participle("rote")
    (True, True, False)
    """
    stem = form.lower()
    stems = {stem.removesuffix(ending) for ending in ("e", "en", "er", "es", "em") if stem.endswith(ending)}
    return any(r.kind in {"participle", "present_participle"} for part in stems for r in analyse(part))


def guess(form: str) -> tuple[VerbForm, ...]:
    """Return readings of a form as a verb the lexicon does not know: a new particle verb, or a regular verb.

    A known particle before a known verb makes a new one ("entgegenschlug", "mitgestritten"). Otherwise the form is
    stripped to possible stems, and a reading counts when the paradigm of the stem's verb holds the form. Any noun in
    -te or -en may be read as a verb here; ask only for forms that a tagger takes for verbs.

    >>> [(f.lemma, f.kind) for f in guess("gefrackt")]
    [('fracken', 'participle')]
    """
    small = form[:1].lower() + form[1:]
    if not small.isalpha() or not small.islower():
        return ()
    new = lexicon().combine(small)
    if new:
        return tuple(attrs.evolve(reading, form=form) for reading in new)
    for lemma in _possible_lemmas(small):
        own = (reading for reading in paradigm(lemma) if reading.form == small)
        found = tuple(attrs.evolve(reading, form=form) for reading in own if reading.joined or not reading.particle)
        if found:
            return found
    return ()


def _possible_lemmas(form: str) -> Iterator[str]:
    """Yield infinitives a weak form may come from, the likeliest first: those with a -ge- or -zu- taken out lead."""
    fitting = (p for p in lexicon().particles if form.startswith(p))
    inner = [p + form[len(p) + 2 :] for p in (*fitting, "") if form[len(p) :].startswith(("ge", "zu")[: 1 + bool(p)])]
    for candidate in (*inner, form):
        for stem in _stems(candidate):
            lemma = stem + ("n" if stem.endswith(("el", "er")) and not stem.endswith("ier") else "en")
            if _is_infinitive(lemma):
                yield lemma


def _stems(form: str) -> Iterator[str]:
    """Yield what is left of a form without a weak ending; never less than three letters with a vowel."""
    for ending in _WEAK_ENDINGS:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) >= 3 and any(vowel in stem for vowel in "aeiouäöüy"):
            yield stem


def _is_infinitive(lemma: str) -> bool:
    try:
        split(lemma)
    except ValueError:
        return False
    return True
