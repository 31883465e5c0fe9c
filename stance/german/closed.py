"""The closed classes of German: function words with what they do, for every room that reads clauses.

A word form flows in, its class and government flow out; the lists are in ``data/closed.yaml``, read once at first use.
All look-ups ignore the case of the first letter, so that sentence-initial words are found. Classes follow Duden, Die
Grammatik (2022), and Pasch et al., Handbuch der deutschen Konnektoren (2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from stance.german.features import Case
from stance.german.tables import read_data, words

SubordinatorClass = Literal[
    "complement",
    "conditional",
    "causal",
    "concessive",
    "temporal",
    "final",
    "consecutive",
    "modal",
    "adversative",
    "comparative",
    "restrictive",
]

DASHES: Final = frozenset({"–", "—", "-", "--"})
_INITIALS: Final = 4
_CASES: Final[tuple[Case, ...]] = ("acc", "dat", "gen")


def _small(form: str) -> str:
    return form[:1].lower() + form[1:]


@cache
def _set(name: str) -> frozenset[str]:
    """Return a plain word list of the data file."""
    return frozenset(words(read_data("closed")[name]))


@cache
def _groups(name: str) -> dict[str, tuple[str, ...]]:
    """Return a map word → the groups that list it, in the order of the file."""
    found: dict[str, tuple[str, ...]] = {}
    for group, listed in read_data("closed")[name].items():
        for word in words(listed):
            found[word] = (*found.get(word, ()), group)
    return found


@cache
def _map(name: str) -> dict[str, tuple[str, ...]]:
    """Return a map word → words of the data file."""
    return {word: words(value) for word, value in read_data("closed")[name].items()}


# --- words that join clauses -----------------------------------------------------------------------------------------


def subordinator(form: str) -> frozenset[SubordinatorClass]:
    """Return the adverbial classes of a subordinator, () for any other word.

    Subordinators of several words are asked for in one string ("es sei denn dass").

    >>> sorted(subordinator("Während")), sorted(subordinator("nicht"))
    (['adversative', 'temporal'], [])
    """
    return frozenset(_groups("subordinators").get(_small(form), ()))  # type: ignore[arg-type]


def opens_infinitive(form: str) -> bool:
    """Whether a word opens an infinitive with zu (um, ohne, statt …)."""
    return _small(form) in _set("infinitive_openers")


def is_w_word(form: str) -> bool:
    """Whether a word asks (wer, welche, worauf …)."""
    return _small(form) in _set("w_words")


def is_relative(form: str) -> bool:
    """Whether a word can be a relative pronoun or adverb."""
    return _small(form) in _set("relatives")


def coordinator(form: str) -> str | None:
    """Return the class of a coordinator: copulative, disjunctive, adversative or causal.

    >>> coordinator("und"), coordinator("sondern"), coordinator("weil")
    ('copulative', 'adversative', None)
    """
    return next(iter(_groups("coordinators").get(_small(form), ())), None)


# --- prepositions ----------------------------------------------------------------------------------------------------


@cache
def _government() -> dict[str, frozenset[Case]]:
    cases: dict[str, frozenset[Case]] = {}
    for word, groups in _groups("prepositions").items():
        own: set[Case] = {case for case in _CASES if case in groups}
        if "dat_also" in groups:
            own.add("dat")
        if "acc_or_dat" in groups:
            own |= {"acc", "dat"}
        cases[word] = frozenset(own)
    return cases


@lru_cache(maxsize=1 << 14)
def expand_contraction(form: str) -> tuple[str, str] | None:
    """Return preposition and article of a contraction, None for any other word.

    >>> expand_contraction("Im"), expand_contraction("zur"), expand_contraction("in")
    (('in', 'dem'), ('zu', 'der'), None)
    """
    parts = _map("contractions").get(_small(form))
    return (parts[0], parts[1]) if parts else None


def preposition(form: str) -> frozenset[Case]:
    """Return the cases a preposition or contraction governs, () for any other word.

    >>> sorted(preposition("auf")), sorted(preposition("im")), sorted(preposition("ins")), sorted(preposition("laut"))
    (['acc', 'dat'], ['dat'], ['acc'], ['dat', 'gen'])
    """
    parts = expand_contraction(form)
    if parts:
        return frozenset({"acc"}) if parts[1] == "das" else frozenset({"dat"})
    return _government().get(_small(form), frozenset())


def prepositions() -> frozenset[str]:
    """Return all prepositions of one word, contractions left out.

    >>> "für" in prepositions(), "zum" in prepositions()
    (True, False)
    """
    return frozenset(_government())


def preposition_lemma(form: str) -> str:
    """Return the preposition of a preposition or contraction as written ("Zur" → "zu")."""
    parts = expand_contraction(form)
    return parts[0] if parts else _small(form)


def postposition(form: str) -> frozenset[Case]:
    """Return the cases a postposition governs in the noun phrase before it, () for any other word.

    >>> sorted(postposition("zufolge")), sorted(postposition("wegen"))
    (['dat'], ['gen'])
    """
    groups = _groups("postpositions").get(_small(form), ())
    return frozenset(case for case in _CASES if case in groups)


def pronominal_adverb(form: str) -> str | None:
    """Return the preposition a pronominal adverb stands for.

    >>> pronominal_adverb("Darauf"), pronominal_adverb("dort")
    ('auf', None)
    """
    return next(iter(_map("pronominal_adverbs").get(_small(form), ())), None)


# --- negation and particles ------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 14)
def negation(form: str) -> Literal["strong", "weak"] | None:
    """Return how a word or fixed phrase negates; None when it does not.

    >>> negation("Nie"), negation("keine"), negation("kaum"), negation("auf keinen Fall"), negation("nur")
    ('strong', 'strong', 'weak', 'strong', None)
    """
    small = _small(form)
    if small in _set("negative_determiner"):
        return "strong"
    groups = _groups("negations").get(small, ())
    return "strong" if "strong" in groups else "weak" if "weak" in groups else None


def cancels_negation(form: str) -> bool:
    """Whether a word right after "nicht" makes it no negation ("nicht nur", "nicht zuletzt")."""
    return _small(form) in _set("no_negation_after")


def is_verb_particle(form: str) -> bool:
    """Whether a word before a verb is its particle rather than an adverbial: "ab", "zurück", not "klar" or "hoch".

    >>> is_verb_particle("zurück"), is_verb_particle("klar")
    (True, False)
    """
    return _small(form) in _set("verb_particles")


def is_focus(form: str) -> bool:
    """Whether a word can be a focus particle before a noun phrase ("nur die SPD", "auch Merz")."""
    return _small(form) in _set("focus")


def is_contrasting(form: str) -> bool:
    """Whether a pronominal adverb also only contrasts or adds („Sie ist dagegen zuversichtlich").

    >>> is_contrasting("dagegen"), is_contrasting("darauf")
    (True, False)
    """
    return _small(form) in _set("contrasting")


def is_approximate(form: str) -> bool:
    """Whether a word makes a number approximate ("rund 20 Staaten")."""
    return _small(form) in _set("approximate")


def is_share(noun: str) -> bool:
    """Whether a noun names a part of a whole („die Hälfte", „ein Drittel").

    >>> is_share("Hälfte"), is_share("Teil")
    (True, False)
    """
    return noun in _set("shares")


def is_reflexive(form: str) -> bool:
    """Whether a form can be a reflexive pronoun; only "sich" always is one."""
    return _small(form) in _set("reflexives")


# --- names, dates, abbreviations -------------------------------------------------------------------------------------


def is_title(form: str) -> bool:
    """Whether a word is a form of address or a title before a name (Herr, Dr., General)."""
    return form in _set("titles") or is_rank(form) or is_degree(form)


def is_rank(form: str) -> bool:
    """Whether a word is a degree or rank, which also stands between an office and a name.

    >>> is_rank("Professorin"), is_rank("Dipl.-Ing."), is_rank("Frau")
    (True, True, False)
    """
    ends = tuple(_set("ends_of_ranks"))
    return form in _set("ranks") or form.startswith(("Dipl.-", "Diplom-")) or form.lower().endswith(ends)


def is_degree(form: str) -> bool:
    """Whether a word goes on a degree („Dr. med.", „h. c."). Letters that abbreviate other words do so too."""
    return form in _set("degrees")


def is_fronted_adverb(form: str) -> bool:
    """Whether a word in small letters is an adverb or adjective that opens sentences and may be taken for a name.

    >>> is_fronted_adverb("scharf"), is_fronted_adverb("holm")
    (True, False)
    """
    return form in _set("fronted_adverbs")


def is_agency(form: str) -> bool:
    """Whether a word is a news agency as a dateline names it (dpa, AFP)."""
    return form in _set("agencies") or form.upper() in _set("agencies")


def is_signature(words: Sequence[str]) -> bool:
    """Whether the words between the brackets of a dateline say who wrote a report: agencies, with regions, or initials.

    >>> is_signature(["dpa"]), is_signature(["dpa", "/", "lni"]), is_signature(["red"]), is_signature(["Landrat"])
    (True, True, True, False)
    """
    named = [word for word in words if word not in ("/", ",", "-")]
    return bool(named) and all(is_agency(word) or (word.isalpha() and len(word) <= _INITIALS) for word in named)


def is_name_prefix(form: str) -> bool:
    """Whether a word can stand inside a personal name in small letters (von, van, bin)."""
    return form in _set("name_prefixes")


def is_contrast_of_slogan(preposition: str | None) -> bool:
    """Whether slogans set one thing against another with a preposition ("Brot statt Böller").

    >>> is_contrast_of_slogan("statt"), is_contrast_of_slogan("mit")
    (True, False)
    """
    return preposition in _set("slogan_prepositions")


def is_abstract(form: str) -> bool:
    """Whether a noun ends as only abstract nouns do, and surnames do not.

    >>> is_abstract("Untreue"), is_abstract("Quälerei"), is_abstract("Untätigkeit"), is_abstract("Krone")
    (False, True, True, False)
    """
    return form.endswith(tuple(_set("abstract_ends")))


def calls(form: str) -> bool:
    """Whether a word stands right before the name of somebody.

    >>> calls("heißt"), calls("namens"), calls("sagt")
    (True, True, False)
    """
    return form in _set("calling")


def is_noble_title(form: str) -> bool:
    """Whether a word is a title between given name and surname, part of the name ("Hubert Graf von Bergen").

    >>> is_noble_title("Freiherr"), is_noble_title("Direktor")
    (True, False)
    """
    return form in _set("noble_titles")


def is_surname_of_title(form: str) -> bool:
    """Whether a title of nobility is a surname too, so that what follows may be no part of the name.

    >>> is_surname_of_title("Graf"), is_surname_of_title("Freiherr")
    (True, False)
    """
    return form in _set("surnames_of_titles")


def is_retired(first: str, second: str) -> bool:
    """Whether two abbreviations say behind an office that it was laid down ("a. D.", "i. R.").

    >>> is_retired("a.", "D."), is_retired("a.", "M.")
    (True, False)
    """
    return f"{first} {second}" in ("a. D.", "i. R.")


def name_particle(form: str) -> Literal["foreign", "noble", "word"] | None:
    """What a word between given name and surname is: no German word, a German preposition, or another German word.

    >>> name_particle("van"), name_particle("von"), name_particle("da"), name_particle("bei")
    ('foreign', 'noble', 'word', None)
    """
    kinds: tuple[tuple[Literal["foreign", "noble", "word"], str], ...] = (
        ("foreign", "foreign_particles"),
        ("noble", "noble_particles"),
        ("word", "like_words_particles"),
    )
    return next((kind for kind, group in kinds if form in _set(group)), None)


def follows_particle(form: str) -> bool:
    """Whether a word can stand between a particle and a surname („von der Linden", „von und zu Adelsried").

    >>> follows_particle("der"), follows_particle("mit")
    (True, False)
    """
    return form in _set("inner_particles")


def is_weekday(form: str) -> bool:
    """Whether a form is a day of the week, inflected or with a time of day ("Montags", "Montagabend")."""
    return any(form == day or form.startswith(day) for day in words(read_data("closed")["weekdays"]))


def is_month(form: str) -> bool:
    """Whether a form is a month, written out or abbreviated."""
    return form in _set("months") or (form.endswith("s") and form[:-1] in _set("months"))


def is_set_phrase(words_of_it: Sequence[str]) -> bool:
    """Whether a prepositional phrase says how sure, how far or when, whatever the verb is.

    >>> is_set_phrase(["auf", "jeden", "Fall"]), is_set_phrase(["auf", "den", "Fall"])
    (True, False)
    """
    return " ".join(words_of_it).lower() in _set("set_phrases")


def is_abbreviation(form: str) -> bool:
    """Whether a form is an abbreviation whose full stop does not end a sentence by itself.

    >>> is_abbreviation("Dr."), is_abbreviation("z.B."), is_abbreviation("Ende."), is_abbreviation("Art.")
    (True, True, False, False)
    """
    listed = _set("abbreviations") | _set("multi_abbreviations")
    return form in listed or _small(form) in listed


def is_number_abbreviation(form: str) -> bool:
    """Whether a form is an abbreviation next to a number only: "Art. 5" against "dieser Art."."""
    return form in _set("number_abbreviations")


def may_end_sentence(form: str) -> bool:
    """Whether an abbreviation often stands at the end of a sentence too (usw., etc., Mrd.)."""
    return form in _set("final_abbreviations")


def is_ordinal_noun(form: str) -> bool:
    """Whether a noun often follows an ordinal in figures ("der 3. Strafsenat"), months included."""
    first = form.split("-")[0]
    stems = (first, first.removesuffix("s"), first.removesuffix("es"))
    return any(stem in _set("ordinal_nouns") for stem in stems) or is_month(form)


def takes_letter(form: str) -> bool:
    """Whether a single capital after this word is a name, not an initial ("Plan B")."""
    return form in _set("letter_nouns")


def unsplit_words() -> frozenset[str]:
    """Return the words with a slash or a full stop inside that stay one token (CDU/CSU, ver.di)."""
    return _set("slash_words") | _set("dotted_words")


def internet_domains() -> frozenset[str]:
    """Return the last parts of internet names (de, com …)."""
    return _set("domains")


def is_before_ordinal(form: str) -> bool:
    """Whether a number with a full stop after this word is an ordinal ("der 12. Parteitag")."""
    return form.lower() in _set("before_ordinal")


@cache
def _function_words() -> frozenset[str]:
    openers = _set("sentence_openers") | _set("w_words") | _map("pronominal_adverbs").keys()
    groups = _groups("subordinators").keys() | _groups("coordinators").keys() | _government().keys()
    return frozenset(openers | groups | _map("contractions").keys() | _set("focus"))


def is_function_word(form: str) -> bool:
    """Whether a form is an article, pronoun, preposition, conjunction or connecting adverb, with a capital or not.

    >>> is_function_word("Die"), is_function_word("Für"), is_function_word("Euro")
    (True, True, False)
    """
    return _small(form) in _function_words()


@lru_cache(maxsize=1 << 14)
def leads_part(text: str, conjunction: bool = True) -> bool:
    """Whether words can stand before the last part of an enumeration or an apposition („und vor allem die Bahn").

    Args:
        text: one or more words in small letters, apart by blanks.
        conjunction: whether a conjunction stands before them; after a comma one of them has to give an example.

    >>> leads_part("vor allem"), leads_part("darunter auch"), leads_part("bereits", conjunction=False)
    (True, True, False)
    """
    examples = _set("exemplifying")
    parts = [text] if text in examples else text.split()
    listed = all(part in examples or part in _set("focus") for part in parts)
    return listed and (conjunction or any(part in examples for part in parts))


def is_personal(form: str) -> bool:
    """Whether an indefinite pronoun that stands alone is about people, as a rule.

    >>> is_personal("niemand"), is_personal("Viele"), is_personal("nichts")
    (True, True, False)
    """
    return form.lower() not in _set("indefinite_things")


def is_short_phrase(form: str) -> bool:
    """Whether a form is a short form of an era or a phrase that is no noun phrase ("n. Chr.", "u. a.").

    >>> is_short_phrase("Chr."), is_short_phrase("Mrd.")
    (True, False)
    """
    return form in _set("phrase_abbreviations")


def completes_preposition(form: str) -> bool:
    """Whether an adverb makes a whole phrase with the preposition before it ("bis heute", "nach vorn").

    >>> completes_preposition("heute"), completes_preposition("etwa")
    (True, False)
    """
    return _small(form) in _set("prepositional_adverbs")
