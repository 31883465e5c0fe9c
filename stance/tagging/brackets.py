"""Verbs by their bracket: finite or not, imperative, participle or infinitive, and the particle that belongs to them.

A sentence under repair flows in and is changed in place. The rules are those of the German bracket (Drach 1937;
Höhle 1986): one finite verb per clause, second or first in a main clause, last after a subordinator; a participle needs
haben, sein or werden in its bracket, a bare infinitive a modal, a particle its verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from stance.german import closed, government, nominal
from stance.german.verbs import analyse, join, lexicon
from stance.tagging.sentences import QUOTE_PAIRS
from stance.tagging.stretches import (
    DETERMINERS,
    FINITE,
    IMPERATIVES,
    PHRASE_OPENERS,
    PHRASE_START,
    QUESTION_WORDS,
    SUBORDINATORS,
    VERB_TAGS,
    Stretch,
    Words,
    after_comma,
    bracket_allows,
    clause_end,
    closed_classes,
    ends_stretch,
    has_open_phrase,
    is_correlate,
    is_known_noun,
    verb_tags,
)

NOMINAL: Final = frozenset(
    ["NN", "NE", "ADJA", "CARD", "ART", "PDAT", "PIAT", "PPOSAT", "PPER", "PRF", "PIS", "PDS", "FM", "XY", "TRUNC"]
)
_CLOSING_QUOTES: Final = frozenset("".join(QUOTE_PAIRS.values()))
_SPEAKERS: Final = frozenset(["NE", "NN", "ART", "PPER", "PPOSAT", "ADJA"])
_AWAITS_NOUN: Final = DETERMINERS | {"APPR", "APPRART", "ADJA", "CARD"}
_ADVERBS: Final = frozenset(["ADV", "PROAV", "PTKNEG"])
TAKEN_FOR_VERB: Final = frozenset(["NN", "NE", "ADJA", "ADJD", "ADV", "FM", "XY"])
TAKEN_FOR_PARTICLE: Final = frozenset(["APPR", "APZR", "PTKA", "ADV", "PROAV", "ART", "VVPP", "VVFIN", "VVINF"])
TAKEN_IN_QUESTION: Final = frozenset(["VVIMP", "VVPP", "APPR"])
NONFINITE: Final = VERB_TAGS - FINITE - IMPERATIVES - {"VVIZU"}


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


def restrict_adpositions(words: Words) -> None:
    """What is no preposition, postposition or determiner but can be a finite verb is one.

    ``Im Fall Huber empfahl man nichts``, ``Immer öfter fielen Züge aus``.
    """
    for i, tag in enumerate(words.tags):
        if tag in {"APPR", "APPO", "APZR"}:
            known = bool(closed.preposition(words.forms[i]) or closed.postposition(words.forms[i]))
        elif tag in DETERMINERS:
            known = bool(nominal.determiner(words.forms[i]))
        else:
            continue
        if not known and (finite := words.finite_tag(i)):
            words.tags[i] = finite


def open_reports(words: Words) -> None:
    """``…, erklärte Amtsleiterin Ida Moser``: a verb of saying behind a comma, taken for an attribute of who speaks.

    Behind an infinitive it is no participle either: ``…, um sie zu prüfen, erklärt Moser``.
    """
    for i, tag in enumerate(words.tags):
        participle = tag == "VVPP" and words.tag(i - 2) in {"VVINF", "VVIZU"} and words.tag(i + 1) in _SPEAKERS
        if not (tag == "ADJA" or participle) or words.tag(i - 1) != "$," or not words.forms[i][0].islower():
            continue
        finite = words.finite_tag(i) if words.lemmas(i) & government.verbs("saying") else None
        speaker = next((j for j in range(i + 1, len(words)) if words.tags[j] != "NN"), len(words))
        named = participle or (speaker > i + 1 and words.tag(speaker) == "NE")
        alone = not any(words.tags[j] in FINITE for j in range(i, clause_end(words, i)))
        if finite and named and alone:
            words.tags[i] = finite


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
            if infinitive == "VAINF" and words.tag(i - 1) == "VVFIN" and words.can_be(i - 1, "VVPP"):
                words.tags[i - 1] = "VVPP"  # „Zeugen gehört zu haben“
        elif after in {"ART", "PPOSAT", "PDAT", "NN", "NE", "PPER", "PRF", "PDS", "PRELS"}:
            words.tags[i] = "APPR"
        elif degree or (after in {"ADJD", "ADV", "PIS"} and words.tags[i] == "PTKZU"):
            words.tags[i] = "PTKA"
        elif after in {"$.", "$,"} and words.tags[i] in {"PTKZU", "APPR"}:
            words.tags[i] = "PTKVZ"


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
        particle = words.tags[last] == "PTKVZ" and not words.can_be(last, "VVINF")
        if tag and last != clause.opener and words.forms[last][0].islower() and words.tags[last] != "APPR":
            words.tags[last] = words.tags[last] if particle else tag


def finish_comparative_clauses(words: Words) -> None:
    """``wie`` or ``als`` before a subject: the last word before the comma is the finite verb, if it can be.

    ``Wie der Minister behauptet, steigen die Preise`` against ``Wie vom Minister gefordert, steigen die Preise``.
    """
    for i, small in enumerate(words.small):
        if small not in {"wie", "als"} or not after_comma(words, i):
            continue
        inside = _compared(words, i)
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


def _compared(words: Words, i: int) -> range:
    """What ``wie`` opens: all up to the comma, or over appositions up to a lone verb (``wie X, Chef des Y, sagt``)."""
    end = clause_end(words, i)
    if words.tag(end) != "$," or any(words.tags[j] in VERB_TAGS for j in range(i + 1, end)):
        return range(i + 1, end)
    after = end
    while words.tag(after) == "$,":
        start, after = after + 1, clause_end(words, after)
        if after == start + 1 and words.finite_tag(start):
            return range(i + 1, after)
        if words.tag(start) not in PHRASE_START or any(words.tags[j] in VERB_TAGS for j in range(start, after)):
            break
    return range(i + 1, end)


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
            if words.can_be(dependent, tag) and bracket_allows(words, tag, governor):
                words.tags[dependent] = tag
                break


def _leads(words: Words, tokens: Sequence[int], place: int) -> bool:
    """Whether adverbs are all that stands before a place: ``So warnten …``, ``Schon heute dringe Wasser ein``."""
    return place > 0 and all(words.tags[i] in {"ADV", "PROAV"} for i in tokens[:place])


def _may_be_second(words: Words, tokens: Sequence[int], place: int) -> bool:
    """Whether the token at a place of a clause without finite verb can be its left bracket."""
    i = tokens[place]
    if place == 0 or words.finite_tag(i) is None or not words.forms[i][0].islower():
        return False
    if words.tags[i] == "ADJD":
        return i + 1 < len(words) and words.small[i + 1] in closed_classes().subject_pronouns
    if words.tags[i] == "ADJA":
        before = tokens[place - 1] if words.tags[i - 1] == "$," else _before(words, i)
        while before in tokens[1:] and words.tags[before] == "ADV" and words.tags[before - 1] in {"NE", "ADV"}:
            before -= 1
        ended = words.tags[before] in {"NN", "NE", "PPER", "APPO"}
        closed = ended and not has_open_phrase(words, tokens[:place])
        return (closed or _leads(words, tokens, place)) and not words.can_be(i, "VVINF")
    return words.tags[i] in NONFINITE and words.tags[i - 1] not in {"PTKZU", "KOUI", "APPR"}


def _before(words: Words, i: int) -> int:
    """The word before another, a closing quotation mark between them left out."""
    marked = i > 1 and words.tags[i - 1] == "$(" and words.forms[i - 1] in _CLOSING_QUOTES
    return i - 2 if marked else i - 1


def _may_close(words: Words, i: int) -> bool:
    """Whether a left bracket may be the last word of its clause: after a pronoun, or before a clause it governs."""
    if words.small[i - 1] in closed_classes().subject_pronouns:
        return True
    if words.tag(i + 1) != "$,":
        return False
    infinitive = any(words.tags[j] in {"PTKZU", "VVIZU"} for j in range(i + 2, clause_end(words, i + 1)))
    return infinitive or words.tag(i + 2) in SUBORDINATORS | QUESTION_WORDS


def _is_sentence(words: Words, tokens: Sequence[int], i: int) -> bool:
    """``Das Unternehmen dementiert.``: an article and a full stop make a sentence of what could be a headline.

    So does a plural before an infinitive: ``Die Wirte im Tal jubeln.``
    """
    ends = i + 1 < len(words) and words.forms[i + 1] == "."
    if not ends or words.tags[tokens[0]] != "ART":
        return False
    noun = next((j for j in tokens if words.tags[j] in {"NN", "NE"}), tokens[0])
    agreements = nominal.determiner(words.forms[tokens[0]]) & nominal.noun(words.forms[noun])
    plural = any(a.number == "pl" and a.case == "nom" for a in agreements)
    return words.tags[i] == "VVPP" or plural


def _left_bracket(words: Words, tokens: Sequence[int]) -> int | None:
    """The first form in or after second place that can be the finite verb of a main clause without one."""
    places = [place for place in range(len(tokens)) if _may_be_second(words, tokens, place)]
    places.sort(key=lambda place: words.tags[tokens[place]] not in VERB_TAGS)
    for place in places[:1]:
        i = tokens[place]
        quoted = words.tags[i - 1] == "$(" and words.tags[_before(words, i)] in NOMINAL
        nominal = (
            quoted
            or any(words.tags[j] in NOMINAL for j in tokens[:place])
            or (words.tags[i] == "ADJA" and _leads(words, tokens, place))
        )
        closes = words.tag(i + 1) in {"$,", "$.", "$(", "KON"} and not _quotes(words, i + 1)
        if nominal and (not closes or _may_close(words, i) or _is_sentence(words, tokens, i)):
            return i
    return None


def _quotes(words: Words, i: int) -> bool:
    """Whether a mark opens a quotation that is more than what a headline ends in: ``Er verlangt „Mut“.``"""
    return i < len(words) and words.forms[i] in QUOTE_PAIRS and words.forms[-1] in {".", "!", "?"}


def finish_main_clauses(words: Words) -> None:
    """A main clause without a finite verb: the first form in or after second place that can be finite is it.

    The last word of a clause is mostly left alone: headlines, slogans and orders end in participles and infinitives.
    """
    for clause in words.stretches:
        if clause.opener is not None or clause.finite or any(words.tags[i] in IMPERATIVES for i in clause.tokens):
            continue
        i = _left_bracket(words, clause.tokens)
        if i is not None:
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
    precedes the first comma, where another clause follows: ``Die Gegner höhnen, der Plan sei gescheitert``, ``Am
    Rande der Messe beteuerte ÖVP-Chef Moser, er bleibe``. Behind a verb of saying the second place is no
    attribute either: ``Er sagte, die Union verspreche Geld``.
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
            if i is None and follows and not governors:
                i = _left_bracket(words, part)
            if i is None and any(_says(words, clause, governor) for governor in governors):
                i = _told(words, part)
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


def _says(words: Words, clause: Stretch, finite: int) -> bool:
    """Whether a finite verb of a clause, joined with the particles in it, is a verb of saying."""
    particles = [words.small[i] for i in clause.tokens if words.tags[i] == "PTKVZ"]
    lemmas = words.lemmas(finite)
    joined = {join(particle, lemma) for particle in particles for lemma in lemmas}
    return bool((lemmas | joined) & government.verbs("saying"))


def _told(words: Words, part: Sequence[int]) -> int | None:
    """What was taken for an attribute right behind the first noun phrase of a part, if it can be finite."""
    if words.tags[part[0]] not in PHRASE_START | {"PPER"}:
        return None
    for place, i in enumerate(part[:-1]):
        behind = place > 0 and words.tags[part[place - 1]] in {"NN", "NE", "PPER"}
        if behind and words.tags[i] == "ADJA" and words.forms[i][0].islower() and words.finite_tag(i):
            return None if has_open_phrase(words, part[:place]) or words.can_be(i, "VVINF") else i
    return None


def finish_particle_verbs(words: Words) -> None:
    """``… und lehne Steuern ab``: a particle that no finite verb of its clause takes, and the form that does."""
    for clause in words.stretches:
        last = clause.tokens[-1]
        if clause.opener is not None or words.tags[last] != "PTKVZ":
            continue
        if any(_makes_verb(words, last, finite) for finite in clause.finite):
            continue
        for place, i in enumerate(clause.tokens[1:-1], 1):
            joined = place == clause.cut and words.tag(i - 1) == "KON"
            second = words.tags[i] == "ADJA" and (
                joined or words.tags[clause.tokens[place - 1]] in {"NN", "NE", "PPER"}
            )
            if second and (finite := words.finite_tag(i)) and _makes_verb(words, last, i):
                words.tags[i] = finite
                break


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
                and bracket_allows(words, tag, governor)
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
            governed = not auxiliary and bracket_allows(words, words.tags[i], last)
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
        governed = joined and infinitive and words.can_be(verb, tag) and bracket_allows(words, tag, modal)
        if governed and _numbers(words, verb) == {"pl"} and "sg" in _numbers(words, modal):
            words.tags[verb] = tag


def close_modal_brackets(words: Words) -> None:
    """The last form of ``sollten Firmen und Länder helfen``, taken for the verb of a clause of its own."""
    for i, tag in enumerate(words.tags):
        if tag != "VVFIN" or not words.can_be(i, "VVINF") or not ends_stretch(words, i):
            continue
        start = max((j for j in range(i) if words.tags[j] in {"$,", "$."}), default=-1) + 1
        part = range(start, i)
        conjunction = max((j for j in part if words.tags[j] == "KON"), default=None)
        verbs = [j for j in part if words.tags[j] in VERB_TAGS]
        if conjunction is None or len(verbs) != 1 or not _awaits_infinitive(words, verbs[0]) or verbs[0] > conjunction:
            continue
        if conjunction + 1 < i and all(
            words.tags[j] in {"NN", "NE", "ADJA", "CARD"} for j in range(conjunction + 1, i)
        ):
            words.tags[i] = "VVINF"


def _awaits_infinitive(words: Words, finite: int) -> bool:
    """Whether a finite verb is a modal or ``würde``."""
    return words.tags[finite] == "VMFIN" or words.small[finite] in {"würde", "würden"}


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
    return "haben" not in words.lemmas(finite) and bracket_allows(words, "VVINF", finite)


def follow_subject_pronouns(words: Words) -> None:
    """``Sie lobte Kollegen``: behind a subject pronoun that opens a clause what can be finite is no attribute."""
    pronouns = closed_classes().subject_pronouns | {"sie", "es"}
    for i, tag in enumerate(words.tags):
        opens = i == 1 or (i > 1 and words.tags[i - 2] in {"$.", "$,", "$(", "KON"})
        if tag == "ADJA" and opens and words.small[i - 1] in pronouns and (finite := words.finite_tag(i)):
            words.tags[i] = finite


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
        end = clause_end(words, i)
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
    return quoted and not is_known_noun(words.forms[i])


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


def restrict_imperatives(words: Words) -> None:
    """An imperative opens its clause, so that behind a phrase it is finite: ``Das Haus schreibe schwarze Zahlen``.

    So it is behind an adverb, unless the sentence is an exclamation: ``Zudem fehle Geld.`` against ``Nun komm!``
    """
    for i, tag in enumerate(words.tags):
        if words.small[i] == "bitte" and tag == "ADV" and words.small[i + 1 : i + 2] == ["um"]:
            words.tags[i] = "VVFIN"  # „wisse das und bitte um Geduld“
        if tag not in IMPERATIVES or not words.forms[i][0].islower():
            continue
        phrase = words.tag(i - 1) in {"NN", "NE", "PPER", "PIS", "PDS"}
        adverb = words.tag(i - 1) in _ADVERBS and words.forms[-1] == "."
        if (phrase or adverb) and (finite := words.finite_tag(i)):
            words.tags[i] = finite


def restrict_attributes(words: Words) -> None:
    """``… verlange Ersatz``: a Konjunktiv I that is the form of no adjective is no attribute.

    Behind a word that waits for its noun the tag stays: what stands there may be an adjective that no list has.
    """
    for i, tag in enumerate(words.tags):
        if tag != "ADJA" or words.small[i] in closed_classes().adjectives_like_verbs:
            continue
        if not words.forms[i].endswith("e") or not words.forms[i].islower() or words.tag(i - 1) in _AWAITS_NOUN:
            continue
        if any(reading.mood == "konjunktiv1" and reading.person == 3 for reading in analyse(words.forms[i])):
            words.tags[i] = words.finite_tag(i) or tag


def _makes_verb(words: Words, i: int, finite: int) -> bool:
    """Whether a word and a finite verb make a known particle verb; copulas take predicates instead."""
    bare = {r.base for r in analyse(words.forms[finite]) if r.is_finite and not r.joined}
    if words.tags[i] == "PROAV" and (is_correlate(words, i) or bare & government.verbs("saying")):
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
            elif clause.opener is None and ends_stretch(words, i):
                finite = max((j for j in clause.finite if j < i), default=None)
                if finite is not None and _makes_verb(words, i, finite):
                    words.tags[i] = "PTKVZ"


def decide_circumpositions(words: Words) -> None:
    """What stands right behind a prepositional phrase and makes no verb ends a circumposition: ``am Bedarf vorbei``.

    ``aus`` behind a place does so too where it makes a verb, unless that verb governs both: ``Die Gefahr geht von
    Russland aus`` has the verb *ausgehen*.
    """
    openers = closed_classes().circumpositions
    for clause in words.stretches:
        for i in clause.tokens:
            if words.tags[i] not in {"PTKVZ", "APPR"} or words.small[i] not in openers:
                continue
            start = next((j for j in range(i - 1, -1, -1) if words.tags[j] not in PHRASE_START | {"PRF"}), -1)
            if words.tag(i + 1) in PHRASE_START or start < 0 or start == i - 1:
                continue
            if closed.preposition_lemma(words.forms[start]) not in openers[words.small[i]]:
                continue
            bases = {r.base for j in clause.finite for r in analyse(words.forms[j]) if r.is_finite}
            made = {lemma for base in bases if (lemma := join(words.small[i], base))}
            place = words.tags[i - 1] == "PRF" or any(
                reading.kind == "place_name" for reading in nominal.noun_readings(words.forms[i - 1])
            )
            if not made or (words.small[i] == "aus" and place and not made & government.verbs("source_aus")):
                words.tags[i] = "APZR"
