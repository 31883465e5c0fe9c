"""Other words by what stands around them: articles, pronouns, conjunctions, attributes, degrees, offices and names.

A sentence under repair flows in and is changed in place, where the lexicon and the neighbours contradict the tagger.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from stance.german import closed, government, meaning, nominal
from stance.german.closed import is_retired
from stance.german.verbs import analyse, is_attributive_participle
from stance.tagging.sentences import QUOTE_PAIRS
from stance.tagging.stretches import (
    DETERMINERS,
    FINITE,
    PHRASE_OPENERS,
    PHRASE_START,
    SUBORDINATORS,
    VERB_TAGS,
    Words,
    after_comma,
    bracket_allows,
    clause_end,
    closed_classes,
    has_open_phrase,
    is_known_noun,
    is_verb_final,
    verb_tags,
)

PERSON_OF: Final = {"ich": 1, "wir": 1, "du": 2, "ihr": 2}
NEVER_IN_PHRASE: Final = frozenset(["PPER", "PRF", "VVFIN", "VAFIN", "VMFIN", "PDS", "KOUS"])
SELDOM_IN_PHRASE: Final = frozenset(["APPR", "APPRART", "PROAV", "PTKNEG"])
_NAME_LIMIT: Final = 6
_IN_NOUN_PHRASE: Final = frozenset({"NE", "NN", "ADJA", "CARD"})
_TAKEN_FOR_NAME: Final = frozenset({"ADJD", "ADV", "PPER"})
OUTSIDE_PHRASE: Final = frozenset(["PPER", "PRF", "ADV", "PTKNEG", "PROAV", "PIS", "PDS"])


def restrict_closed_classes(words: Words) -> None:
    """A function word has only the tags of its class, no other word with a capital is a preposition.

    A word in small letters is no noun, one in capitals no mark.
    """
    table = closed_classes().tags
    for i, small in enumerate(words.small):
        allowed = table.get(small)
        if allowed and words.tags[i] not in allowed and not words.is_capital(i) and not words.forms[i].isupper():
            words.tags[i] = allowed[0]
        if words.tags[i] == "APPR" and words.forms[i][0].isupper() and not allowed and not closed.preposition(small):
            words.tags[i] = "NE"  # „Adlers Anwältin"
        if words.tags[i] == "NN" and words.forms[i].islower() and "VVFIN" in verb_tags(small):
            words.tags[i] = "VVFIN"
        if words.tags[i].startswith("$") and words.is_capital(i) and words.forms[i].isalpha():
            words.tags[i] = "NE"


def decide_attributes(words: Words) -> None:
    """A preterite before a noun whose determiner waits for that noun is an inflected participle.

    ``eine von der Union unterstützte Reform``: *unterstützt* is a participle, *eine* has no noun yet. So is it where
    another finite verb follows: ``Mit dem Fall befasste Juristen zögern``. With an ending no participle is an adverb.
    """
    for i, tag in enumerate(words.tags):
        if tag == "ADJD" and words.tag(i + 1) in {"NN", "ADJA"} and is_attributive_participle(words.forms[i]):
            words.tags[i] = "ADJA"
        if tag == "ADJA" and _is_report(words, i):
            words.tags[i] = "VVFIN"
        if tag != "VVFIN" or words.tag(i + 1) not in {"NN", "ADJA", "NE"} or not words.forms[i].endswith(("te", "ten")):
            continue
        stem = words.forms[i].removesuffix("n").removesuffix("e")
        start = max((j for j in range(i) if words.tags[j] in {"$,", "$.", "KON"} | VERB_TAGS), default=-1) + 1
        opened = range(start + (words.tag(start - 1) == "$,"), i)
        if "VVPP" in verb_tags(stem) and (has_open_phrase(words, opened) or _precedes_finite(words, i)):
            words.tags[i] = "ADJA"


def _is_report(words: Words, i: int) -> bool:
    """``…, teilte Ebner mit``: a preterite that is no participle, between a comma and a name or noun."""
    form = words.forms[i]
    after = words.tag(i - 1) == "$," and words.tag(i - 2) not in {"ADJA", "ADJD", "ADV", "CARD"}
    preterite = form.endswith("te") and "VVFIN" in verb_tags(form) and "VVPP" not in verb_tags(form.removesuffix("e"))
    return after and preterite and words.tag(i + 1) in {"NN", "NE"}


def _precedes_finite(words: Words, i: int) -> bool:
    """Whether another finite verb follows in the same clause."""
    rest = takewhile(lambda j: words.tags[j] not in {"KON", "KOUS", "$("}, range(i + 1, clause_end(words, i)))
    return any(words.tags[j] in FINITE for j in rest)


def decide_capitals(words: Words) -> None:
    """A capitalised word inside a clause is no finite verb: ``Kanzler Moser und die Länder``.

    Nor is a noun for a body or for people an attribute: ``der Sender Welle Süd``, ``bot Ärzten Hilfe an``.
    """
    for i in range(1, len(words.tags)):
        form, before = words.forms[i], words.tags[i - 1]
        if words.tags[i] == "ADJA" and words.is_capital(i) and _is_actor(words, i):
            words.tags[i] = "NN"
        if words.tags[i] in {"APPR", "APPO"} and words.is_capital(i) and before in {"PPOSAT", "ART", "ADJA"}:
            words.tags[i] = "NN"  # „sein Gegenüber"
        inside = before in {"NN", "NE", "ART", "ADJA", "APPR", "APPRART", "VVFIN", "VAFIN"}
        if words.tags[i] in {"VVFIN", "VVIMP"} and inside and form[:1].isupper() and form[1:].islower():
            words.tags[i] = "NE"


def _is_actor(words: Words, i: int) -> bool:
    """Whether a form is a common noun for a body, or for people, and no adjective in -er from a place.

    People are meant right behind a noun (``bot Ärzten``), and behind an article that suits them (``dem Dichter Asyl``).
    """
    form, before = words.forms[i], words.tags[i - 1]
    if {reading.kind for reading in nominal.listed(form)} != {"common"}:
        return False
    if meaning.animacy(form) == "person" and form.endswith("er"):
        suits = bool(nominal.determiner(words.forms[i - 1]) & nominal.noun(form))
        return before in DETERMINERS and suits and not meaning.is_inhabitant(form)
    people = before in {"NN", "NE"} and meaning.animacy(form) == "person"
    return meaning.animacy(form) == "institution" or people


def decide_surnames(words: Words) -> None:
    """``Kurz lehnt den Plan ab``: an adjective as a sentence's first word before a singular verb without a subject.

    So is what was taken for an adverb before a verb of saying, and for a pronoun that no list has (``Baykal sagte``).
    """
    for i, tag in enumerate(words.tags[:-1]):
        opens = i == 0 or words.tags[i - 1] in {"$.", "$("}
        if (
            tag not in _TAKEN_FOR_NAME
            or not opens
            or not words.forms[i][:1].isupper()
            or words.tags[i + 1] not in FINITE
        ):
            continue
        if tag == "PPER":
            words.tags[i] = tag if words.small[i] in closed_classes().tags else "NE"
            continue
        if tag == "ADV" and not words.lemmas(i + 1) & government.verbs("saying"):
            continue
        if words.tag(i + 2) == "$," and words.lemmas(i + 1) & government.verbs("copula"):
            continue  # „Wichtig sei, dass man rede“
        forms = [f for f in analyse(words.forms[i + 1]) if f.kind == "finite" and f.person == 3]
        singular = any(f.number == "sg" for f in forms)
        if singular and not any(_may_be_subject(words, j) for j in range(i + 2, clause_end(words, i + 1))):
            words.tags[i] = "NE"


def _may_be_subject(words: Words, i: int) -> bool:
    """Whether a nominal word can be a subject by the article or preposition before it."""
    if words.tags[i] in {"NN", "NE", "CARD"}:
        before = i - 1
        while before > 0 and words.tags[before] in {"ADJA", "CARD", "NN", "NE"}:
            before -= 1
        oblique = words.small[before] in {"den", "dem", "des", "einen", "einem", "eines", "keinen", "diesen"}
        return words.tags[before] not in {"APPR", "APPRART"} and not oblique and words.tags[before - 1] != "APPR"
    return words.tags[i] in {"PPER", "PIS", "PDS", "PWS", "KOUS", "VVINF", "VAFIN"}


def decide_demonstratives(words: Words) -> None:
    """``Das teilte Ministerin Huber mit.``: what is read as article and attribute before a noun that does not agree."""
    for i, small in enumerate(words.small[:-2]):
        if small not in {"das", "dies"} or words.tags[i + 1] != "ADJA" or words.tag(i - 1) not in {"$.", "$(", "KON"}:
            continue
        finite = words.finite_tag(i + 1)
        rest = range(i + 2, clause_end(words, i + 2))
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


def decide_conjunctions(words: Words) -> None:
    """``als``, ``während``, ``seit``, ``damit`` are subordinators where their clause ends in its finite verb."""
    for i, small in enumerate(words.small):
        if small not in closed_classes().conjunctions_or_prepositions or not after_comma(words, i):
            continue
        end = clause_end(words, i)
        if is_verb_final(words, i):
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
        end = clause_end(words, i)
        infinitive = any(words.tags[j] in {"PTKZU", "VVIZU"} for j in range(i + 1, end))
        finite = any(words.tags[j] in FINITE for j in range(i + 1, end))
        if infinitive and not finite and (after_comma(words, i) or words.tags[i - 1] == "KON"):
            words.tags[i] = "KOUI"


def decide_relatives(words: Words) -> None:
    """``der``, ``die``, ``das`` before a word that cannot go on a noun phrase: relative if verb-final, else pronoun."""
    for i, small in enumerate(words.small):
        if "PDS" not in closed_classes().tags.get(small, ()) or words.tags[i] not in {"ART", "PDS", "PRELS"}:
            continue
        opens = words.tag(i - 1) == "$," or (words.tag(i - 1) == "APPR" and words.tag(i - 2) == "$,")
        after = words.tag(i + 1)
        attributes = any(words.tags[j] == "ADJA" for j in range(i, clause_end(words, i)))
        if words.tags[i] == "ART" and (
            after in NEVER_IN_PHRASE or (opens and after in SELDOM_IN_PHRASE and not attributes)
        ):
            words.tags[i] = "PRELS" if opens and is_verb_final(words, i) else "PDS"
        elif words.tags[i] == "PDS" and opens and after not in FINITE and is_verb_final(words, i):
            words.tags[i] = "PRELS"
        elif words.tags[i] == "PRELS" and words.tag(i - 1) in {"$.", "KOUS"}:
            words.tags[i] = "ART" if after in {"NN", "NE", "ADJA"} else "PDS"
        elif words.tags[i] == "PRELS" and _is_apposition(words, i):
            words.tags[i] = "ART"  # „Ihr Verein, der TSV Mersen, lehnte ab."


def _is_apposition(words: Words, i: int) -> bool:
    """Whether nothing but a noun phrase stands between an article and the comma before a finite verb."""
    end = next((j for j in range(i + 1, len(words)) if words.tags[j] not in _IN_NOUN_PHRASE), len(words))
    return end > i + 1 and words.tag(end) == "$," and words.tag(end + 1) in FINITE


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
    return words.tags[last] not in FINITE and bracket_allows(words, words.tags[last], before)


def decide_adjectives(words: Words) -> None:
    """A participle that is an adjective beside ``sein`` and ``werden``: ``wurde bekannt``, but ``hat sich bekannt``."""
    for clause in words.stretches:
        governors = {lemma for i in clause.tokens if words.tags[i][:2] == "VA" for lemma in words.lemmas(i)}
        for i in clause.tokens if governors and "haben" not in governors else ():
            if words.tags[i] == "VVPP" and words.small[i] in closed_classes().adjectives_or_participles:
                words.tags[i] = "ADJD"


def decide_offices(words: Words) -> None:
    """A person named by what they do is a noun, not an adjective: ``der Klimaforscher Jan Brandt``.

    Nor is a noun for people right before the finite verb: ``Passagiere klagten``.
    """
    for i, tag in enumerate(words.tags[:-1]):
        form = words.forms[i]
        if tag == "ADJA" and words.tags[i + 1] in {"VVFIN", "VAFIN", "VMFIN"} and form[:1].isupper():
            if nominal.is_common(form) and meaning.animacy(form) == "person":
                words.tags[i] = "NN"
            continue
        if tag != "ADJA" or not form[:1].isupper() or words.tags[i + 1] != "NE" or meaning.animacy(form) != "person":
            continue
        inflected = form.endswith(("e", "en", "er", "es", "em"))
        if not inflected or words.is_capital(i):
            words.tags[i] = "NN"


def decide_laut(words: Words) -> None:
    """``laut`` before a noun phrase or a name in quotation marks is a preposition, anywhere else an adjective."""
    for i, small in enumerate(words.small):
        if small != "laut":
            continue
        if _quotes_name(words, i + 1) and (words.tag(i - 1) != "VVFIN" or _goes_on(words, i + 1)):
            words.tags[i] = "APPR"
        elif not words.is_capital(i):
            attributes = words.tag(i + 1) in PHRASE_START and words.tag(i - 1) not in {"ADV", "PTKA"}
            words.tags[i] = "APPR" if attributes else "ADJD"


def _goes_on(words: Words, opener: int) -> bool:
    """Whether the clause goes on behind a quotation („lehnt laut „Kurier“ den Plan ab"; „rief laut „Halt“.")."""
    closers = QUOTE_PAIRS[words.forms[opener]]
    end = next(j for j in range(opener + 1, len(words)) if words.forms[j] in closers)
    return words.tag(end + 1) not in {"$.", "$,", "KON", ""}


def _quotes_name(words: Words, i: int) -> bool:
    """Whether a quotation mark opens a name: a few words with capitals at both ends and no finite verb."""
    if words.tag(i) != "$(" or words.forms[i] not in QUOTE_PAIRS:
        return False
    inside = list(takewhile(lambda j: words.forms[j] not in QUOTE_PAIRS[words.forms[i]], range(i + 1, len(words))))
    closed = bool(inside) and inside[-1] + 1 < len(words) and len(inside) <= _NAME_LIMIT
    capital = closed and words.forms[inside[0]][:1].isupper() and words.forms[inside[-1]][:1].isupper()
    return capital and not any(words.tags[j] in FINITE or words.tags[j] in {"$.", "$,"} for j in inside)


def decide_articles(words: Words) -> None:
    """A demonstrative right before a noun it agrees with is an article ("Der Kapitän")."""
    for i, tag in enumerate(words.tags[:-1]):
        if tag != "PDS" or "ART" not in closed_classes().tags.get(words.small[i], ()) or words.tags[i + 1] != "NN":
            continue
        noun = nominal.noun(words.forms[i + 1])
        if noun and nominal.determiner(words.forms[i]) & noun:
            words.tags[i] = "ART"


def decide_possessives(words: Words) -> None:
    """``warf ihr Untreue vor``: *ihr* without ending before a feminine is no possessive, which would be *ihre*."""
    for i, tag in enumerate(words.tags):
        if tag != "PPOSAT" or words.small[i] != "ihr":
            continue
        noun = next((k for k in range(i + 1, len(words.tags)) if words.tags[k] != "ADJA"), i)
        readings = nominal.noun_readings(words.forms[noun]) if words.tags[noun] == "NN" else ()
        if readings and all(own.gender == "f" for reading in readings for own in reading.agreements):
            words.tags[i] = "PPER"


def decide_titles(words: Words) -> None:
    """What stands before and in a name: offices and bodies are nouns, surnames names, participles attributes.

    ``Portugals Routinier Pedro Luna``, ``Vize Dirk Wiese widersprach``, ``Ministerin Lang forderte``, ``Berlins
    Regierender Bürgermeister``, ``der Sender Welle Nord``.
    """
    for i, tag in enumerate(words.tags):
        form = words.forms[i]
        if words.tag(i - 1) in {"NN", "NE"} and i + 1 < len(words.forms) and is_retired(form, words.forms[i + 1]):
            words.tags[i] = words.tags[i + 1] = "NE"
            continue
        office = tag == "NE" and words.tag(i + 1) == "NE" and _opens_names(words, i) and _is_office(form)
        if office or (tag == "ADJA" and _is_body(words, i)):
            words.tags[i] = "NN"
        elif tag != "NN" and not (tag in {"ADJD", "ADJA"} and words.tag(i - 1) == "NN" and form[:1].isupper()):
            continue
        elif _is_surname(words, i) or _is_company(words, i):
            words.tags[i] = "NE"
        elif words.tag(i - 1) == "ART" and form.endswith("ende") and _leads_office(words, i):
            words.tags[i] = "ADJA"
        elif form.endswith("ender") and _leads_office(words, i):
            agrees = nominal.adjective(form, "strong") & nominal.noun(words.forms[i + 1])
            words.tags[i] = "ADJA" if agrees else "NN"


def _leads_office(words: Words, i: int) -> bool:
    """``die Vorsitzende Richterin``, ``der Vorsitzende Richter Huber``: a participle right before an office."""
    if words.tag(i + 1) not in {"NN", "NE"}:
        return False
    common = any(reading.kind == "common" for reading in nominal.noun_readings(words.forms[i + 1]))
    return common and meaning.animacy(words.forms[i + 1]) == "person"


def _is_company(words: Words, i: int) -> bool:
    """``der Konzern Nordstahl``: a coined name right behind a noun for a body."""
    behind = words.tag(i - 1) == "NN" and meaning.animacy(words.forms[i - 1]) == "institution"
    return behind and meaning.is_made_like_company(words.forms[i])


def _is_body(words: Words, i: int) -> bool:
    """``der Autobauer Falke``, ``der Sender Welle Nord``: a noun for a body that looks like ``Berliner``."""
    form = words.forms[i]
    determined = words.is_capital(i) and words.tag(i - 1) in DETERMINERS | {"APPRART"}
    named = words.tag(i + 1) in {"NN", "NE"} and form.endswith("er") and meaning.animacy(form) == "institution"
    return determined and (named or meaning.is_medium(form))


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
        if form[:1].islower() and meaning.is_organisation(form):
            words.tags[i] = "NE"


def _opens_names(words: Words, i: int) -> bool:
    """Whether no name stands before a name, or a country in the genitive."""
    before = words.forms[i - 1] if i else ""
    return words.tag(i - 1) != "NE" or (before.endswith("s") and meaning.is_country(before[:-1]))


def _is_surname(words: Words, i: int) -> bool:
    """Whether a noun behind a given name or an office is a name itself.

    It is where no table knows it as a common noun, and where an office stands before the names and the verb, a comma or
    a bracket after it; right behind an office a double name is one (``Bundesrätin Keller-Sutter``).
    """
    before = i - 1
    while words.tag(before) == "NE":
        before -= 1
    if before == i - 1:
        office = words.tag(before) == "NN" and _is_office(words.forms[before])
        return office and (_is_double_name(words.forms[i]) or _needs_name(words, before, i))
    office = words.tag(before) == "NN" and _is_office(words.forms[before])
    given = any(meaning.animacy(form, name=True) == "person" for form in words.forms[before + 1 : i])
    kinds = {reading.kind for reading in nominal.noun_readings(words.forms[i])}
    if nominal.is_guessed(words.forms[i]) or kinds == {"person_name"}:
        return office or given
    return office and (words.tag(i + 1) in FINITE or words.forms[i + 1 : i + 2] in ([","], ["("]))


def _needs_name(words: Words, office: int, i: int) -> bool:
    """``sagte Ministerin Korn.``: a singular office without article, whose name the noun behind it must be.

    It is the first word, or stands behind a verb, a preposition, a mark or a coordinator; a verb or mark follows it.
    What no table knows is a name before another, too (``Minister Tamo Vasari``).
    """
    if words.tag(i + 1) == "NE" and not is_known_noun(words.forms[i]):
        return True
    bare = words.tag(office - 1) in FINITE | {"$.", "$,", "$(", "APPR", "KON", "KOUS"}
    ends = words.tag(i + 1) in FINITE | {"$.", "$,"} or words.forms[i + 1 : i + 2] == ["("]
    governed = words.tag(office - 1) == "APPR" and words.tag(i + 1) not in PHRASE_START
    surname = any(reading.kind == "person_name" for reading in nominal.noun_readings(words.forms[i]))
    named = bare and (ends or governed) and (surname or meaning.animacy(words.forms[i]) != "person")
    return named and _is_singular(words, office, i)


def _is_singular(words: Words, office: int, i: int) -> bool:
    """Whether an office without article is singular by its form, its preposition or the verb that it is subject of."""
    agreements = nominal.noun(words.forms[office])
    if words.tag(office - 1) == "APPR":
        cases = closed.preposition(words.forms[office - 1])
        return {a.number for a in agreements if a.case in cases} == {"sg"}
    if {a.number for a in agreements} == {"sg"}:
        return True
    verb = i + 1 if words.tag(i + 1) in FINITE and words.tag(office - 1) in {"$.", "$("} else office - 1
    says = verb == i + 1 or bool(words.lemmas(max(verb, 0)) & government.verbs("saying"))
    forms = [f for f in analyse(words.forms[verb]) if f.kind == "finite" and f.person == 3] if verb >= 0 else []
    return says and bool(forms) and all(f.number == "sg" for f in forms)


def _is_double_name(form: str) -> bool:
    """Whether two capitalised parts are joined of which the last is no known noun."""
    parts = form.split("-")
    return len(parts) == 2 and all(part.istitle() for part in parts) and not is_known_noun(parts[1])


def _is_office(form: str) -> bool:
    """Whether a form is a common noun for a person, and no name."""
    readings = nominal.noun_readings(form)
    named = any(reading.kind in ("person_name", "place_name") for reading in readings)
    return bool(readings) and not named and not nominal.is_guessed(form) and meaning.animacy(form) == "person"
