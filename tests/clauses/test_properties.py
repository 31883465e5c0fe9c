"""Laws of the clause graph: it holds together for any tags at all, and recovers what a sentence was composed of."""

from __future__ import annotations

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import assume, given
from spacy.tokens import Doc

from stance.clauses.fields import analyse
from stance.clauses.graph import Clause, ClauseGraph, ClauseKind, Role
from tests.clauses.tagged import from_pairs, text_of
from tests.strategies import (
    ADVERBIALS,
    GermanSentence,
    OrderedSentence,
    german_sentences,
    ordered_sentences,
    tag_sequences,
)

FIELDS = ("prefield", "left_bracket", "middle_field", "right_bracket", "postfield")


def check_structure(graph: ClauseGraph) -> None:
    """What holds of every clause graph."""
    doc = graph.doc
    _check_tokens(graph)
    for index, clause in enumerate(graph.clauses):
        assert clause.index == index
        start, end = clause.span
        assert 0 <= start <= clause.tokens[0] <= clause.tokens[-1] < end <= len(doc)
        assert list(clause.tokens) == sorted(set(clause.tokens))
        assert clause.sentence[0] <= clause.tokens[0]
        assert clause.tokens[-1] < clause.sentence[1]
        _check_tree(graph, clause)
        _check_fields(clause)
        _check_arguments(clause)
        _check_verb(graph, clause)
    _check_quotes(graph)
    for phrase in graph.noun_phrases:
        assert phrase.head in phrase.tokens
        assert set(phrase.tokens) <= set(graph.clauses[phrase.clause].tokens) | {phrase.preposition}


def _check_tokens(graph: ClauseGraph) -> None:
    """Every token is in at most one clause; every word that joins no clauses is in one."""
    owned = [token for clause in graph.clauses for token in clause.tokens]
    assert len(owned) == len(set(owned))
    outside = {"$,", "$.", "$(", "_SP", "KON"}
    words = {t.i for t in graph.doc if t.tag_ not in outside and t.text.isalnum()}
    assert words <= set(owned)


def _check_tree(graph: ClauseGraph, clause: Clause) -> None:
    assert sum(1 for _ in graph.ancestors(clause)) < len(graph.clauses)
    for other in (clause.parent, clause.coordinated_with):
        assert other is None or (0 <= other < len(graph.clauses) and other != clause.index)
    for child in graph.children(clause):
        if child.kind is not ClauseKind.PARENTHESIS:
            assert clause.span[0] <= child.span[0]
            assert child.span[1] <= clause.span[1]


def _check_fields(clause: Clause) -> None:
    parts = [getattr(clause.fields, name) for name in FIELDS]
    covered = [token for part in parts for token in part]
    assert len(covered) == len(set(covered))
    assert all(clause.span[0] <= token < clause.span[1] for token in covered)
    assert all(list(part) == sorted(part) for part in parts)


def _check_arguments(clause: Clause) -> None:
    for argument in clause.arguments:
        assert argument.head in argument.tokens
        assert set(argument.tokens) <= set(clause.tokens)
        assert all(set(conjunct) <= set(argument.tokens) for conjunct in argument.conjuncts)
    top = [t for a in clause.arguments if a.attached_to is None for t in a.tokens]
    assert len(top) == len(set(top))
    assert len(clause.all_of(Role.SUBJECT)) <= 1


def _check_verb(graph: ClauseGraph, clause: Clause) -> None:
    if clause.verb is None:
        return
    own = set(clause.tokens)
    shared = any(other.coordinated_with == clause.index for other in graph.clauses)
    if clause.coordinated_with is not None or shared:
        own |= {token for other in graph.clauses for token in other.tokens}
    assert set(clause.verb.tokens) <= own
    assert clause.gapped or clause.verb.main in clause.verb.tokens
    assert clause.verb.lemma


def _check_quotes(graph: ClauseGraph) -> None:
    for index, quote in enumerate(graph.quotes):
        assert 0 <= quote.start < quote.end <= len(graph.doc)
        assert quote.opener is None or quote.opener == quote.start
        assert quote.closer is None or quote.closer == quote.end - 1
        for other in graph.quotes[:index]:
            inside = other.start <= quote.start and quote.end <= other.end
            assert inside or other.end <= quote.start
        if quote.parent is not None:
            around = graph.quotes[quote.parent]
            assert around.start <= quote.start
            assert quote.end <= around.end
    for clause in graph.clauses:
        if clause.quote is not None:
            held = graph.quotes[clause.quote]
            assert held.start <= clause.tokens[0]
            assert clause.tokens[-1] < held.end


# -- any tags ---------------------------------------------------------------------------------------------------------


def test_an_introducer_is_no_verb() -> None:
    check_structure(analyse(from_pairs([("um", "VVIZU")])))


@given(tag_sequences())
def test_any_sequence_of_tags_gives_a_sound_graph(pairs: list[tuple[str, str]]) -> None:
    assume(not any(tag.startswith("V") for form, tag in pairs if form in {"um", "ohne"}))
    check_structure(analyse(from_pairs(pairs)))


@given(tag_sequences(12), st.data())
def test_any_sentence_boundaries_give_a_sound_graph(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    assume(not any(tag.startswith("V") for form, tag in pairs if form in {"um", "ohne"}))
    doc = from_pairs(pairs)
    starts = data.draw(st.lists(st.booleans(), min_size=len(doc), max_size=len(doc)))
    split = Doc(doc.vocab, words=[t.text for t in doc], tags=[t.tag_ for t in doc], sent_starts=[True, *starts[1:]])
    check_structure(analyse(split))


@given(st.one_of(german_sentences(), german_sentences(complements=True)))
def test_german_sentences_give_a_sound_graph(sentence: GermanSentence) -> None:
    check_structure(analyse(from_pairs(sentence.pairs)))


@given(german_sentences(), st.data())
def test_a_sentence_with_a_word_left_out_gives_a_sound_graph(sentence: GermanSentence, data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(sentence.pairs) - 1))
    check_structure(analyse(from_pairs([*sentence.pairs[:gone], *sentence.pairs[gone + 1 :]])))


def test_no_tokens_no_clauses() -> None:
    assert analyse(from_pairs([])).clauses == ()


@pytest.mark.parametrize("missing", ["tags", "sentences"])
def test_what_is_missing_is_said(missing: str) -> None:
    doc = from_pairs([("Merz", "NE"), ("schwieg", "VVFIN")])
    bare = (
        Doc(doc.vocab, words=["Merz", "schwieg"], sent_starts=[True, False])
        if missing == "tags"
        else Doc(doc.vocab, words=["Merz", "schwieg"], tags=["NE", "VVFIN"])
    )
    with pytest.raises(ValueError, match="tagger" if missing == "tags" else "sentence"):
        analyse(bare)


@given(tag_sequences(12))
def test_the_same_doc_gives_the_same_graph(pairs: list[tuple[str, str]]) -> None:
    first, second = analyse(from_pairs(pairs)), analyse(from_pairs(pairs))
    assert (first.clauses, first.quotes, first.noun_phrases) == (second.clauses, second.quotes, second.noun_phrases)


# -- composed sentences -----------------------------------------------------------------------------------------------


def _same(text: str | None, expected: str | None) -> bool:
    """Equal but for the capital at the beginning of a sentence."""
    return (
        text == expected
        or (text or "")[:1].lower() + (text or "")[1:] == (expected or "")[:1].lower() + (expected or "")[1:]
    )


def check_composition(sentence: GermanSentence) -> ClauseGraph:
    """The predicate and its arguments are found as they were put in."""
    graph = analyse(from_pairs(sentence.pairs))
    clause = graph.clause_at(sentence.verb)
    assert clause is not None
    assert clause.verb is not None
    assert (clause.verb.lemma, clause.verb.tense, clause.verb.mood) == (sentence.lemma, sentence.tense, sentence.mood)
    assert clause.subject is not None
    assert _same(text_of(graph, clause.subject.phrase), sentence.subject.text)
    found = clause.first(Role.ACCUSATIVE)
    expected = None if sentence.accusative is None else sentence.accusative.text
    assert _same(None if found is None else text_of(graph, found.phrase), expected)
    assert clause.first(Role.DATIVE) is None
    return graph


@given(german_sentences())
def test_subject_object_lemma_tense_and_mood_are_recovered(sentence: GermanSentence) -> None:
    check_composition(sentence)


@given(german_sentences(complements=True))
def test_a_complement_hangs_on_its_verb(sentence: GermanSentence) -> None:
    graph = check_composition(sentence)
    assert sentence.complement_verb is not None
    complement = graph.clause_at(sentence.complement_verb)
    frame = graph.clause_at(sentence.verb)
    assert complement is not None
    assert frame is not None
    assert (complement.type, complement.parent) == (sentence.complement, frame.index)


@given(german_sentences(), st.sampled_from(ADVERBIALS))
def test_an_adverbial_changes_no_argument(sentence: GermanSentence, adverbial: tuple[tuple[str, str], ...]) -> None:
    assume(sentence.after_finite is not None)
    assert sentence.after_finite is not None
    check_composition(sentence.inserted(sentence.after_finite, adverbial))


def check_relative_clause(sentence: GermanSentence) -> None:
    """A relative clause behind the subject is found, and changes no argument of the clause around it."""
    assume(sentence.subject.relative)
    verb = "kennen" if sentence.subject.number == "pl" else "kennt"
    clause = ((sentence.subject.relative, "PRELS"), ("die", "ART"), ("Lage", "NN"), (verb, "VVFIN"))
    longer = sentence.inserted(sentence.after_subject, ((",", "$,"), *clause, (",", "$,")))
    graph = check_composition(longer)
    relative = graph.clause_at(sentence.after_subject + 1)
    frame = graph.clause_at(longer.verb)
    assert relative is not None
    assert frame is not None
    assert (relative.kind, relative.parent) == (ClauseKind.RELATIVE, frame.index)
    assert relative.antecedent in range(sentence.after_subject - len(sentence.subject.pairs), sentence.after_subject)


def without_comma(sentence: GermanSentence, at: int) -> GermanSentence:
    """The sentence without the comma at a place."""
    assert sentence.pairs[at] == (",", "$,")

    def moved(token: int | None) -> int | None:
        return token if token is None or token < at else token - 1

    verb = moved(sentence.verb)
    assert verb is not None
    pairs = (*sentence.pairs[:at], *sentence.pairs[at + 1 :])
    return attrs.evolve(sentence, pairs=pairs, verb=verb, complement_verb=moved(sentence.complement_verb))


@given(st.one_of(german_sentences(orders=("dass",)), german_sentences(complements=True)))
def test_a_missing_comma_before_a_subordinator_changes_no_argument(sentence: GermanSentence) -> None:
    opener = next((i for i, (_, tag) in enumerate(sentence.pairs) if i and tag == "KOUS"), None)
    assume(opener is not None)
    assert opener is not None
    shorter = without_comma(sentence, opener - 1)
    graph = check_composition(shorter)
    clause = graph.clause_at(opener - 1)
    assert clause is not None
    assert clause.kind is ClauseKind.COMPLEMENT


@given(german_sentences(orders=("subject",)))
def test_a_relative_clause_without_commas_changes_no_argument(sentence: GermanSentence) -> None:
    assume(sentence.subject.relative)
    verb = "kennen" if sentence.subject.number == "pl" else "kennt"
    clause = ((sentence.subject.relative, "PDS"), ("die", "ART"), ("Lage", "NN"), (verb, "VVFIN"))
    graph = check_composition(sentence.inserted(sentence.after_subject, clause))
    relative = graph.clause_at(sentence.after_subject)
    assert relative is not None
    assert relative.kind is ClauseKind.RELATIVE


@given(german_sentences(orders=("subject", "dass")))
def test_a_relative_clause_before_the_finite_verb_changes_no_argument(sentence: GermanSentence) -> None:
    check_relative_clause(sentence)


@given(german_sentences(orders=("report",)))
def test_a_relative_clause_in_a_report_changes_no_argument(sentence: GermanSentence) -> None:
    check_relative_clause(sentence)


@given(german_sentences(orders=("adverbial", "v1")))
def test_a_relative_clause_in_the_middle_field_changes_no_argument(sentence: GermanSentence) -> None:
    check_relative_clause(sentence)


@given(german_sentences(), st.booleans())
def test_a_parenthesis_changes_no_argument(sentence: GermanSentence, verbal: bool) -> None:
    assume(sentence.after_finite is not None)
    assert sentence.after_finite is not None
    assume(not verbal or all(tag != "PTKVZ" for _, tag in sentence.pairs))
    inside = (("sagte", "VVFIN"), ("Huber", "NE")) if verbal else (("so", "ADV"), ("Huber", "NE"))
    longer = sentence.inserted(sentence.after_finite, ((",", "$,"), *inside, (",", "$,")))
    graph = check_composition(longer)
    parenthesis = graph.clause_at(sentence.after_finite + 1)
    assert parenthesis is not None
    assert parenthesis.kind is ClauseKind.PARENTHESIS


@given(german_sentences(), german_sentences())
def test_sentences_do_not_touch_each_other(first: GermanSentence, second: GermanSentence) -> None:
    apart = [clause for sentence in (first, second) for clause in analyse(from_pairs(sentence.pairs)).clauses]
    together = analyse(from_pairs([*first.pairs, *second.pairs])).clauses
    assert [len(clause.tokens) for clause in together] == [len(clause.tokens) for clause in apart]
    assert [clause.verb and clause.verb.lemma for clause in together] == [c.verb and c.verb.lemma for c in apart]
    assert [clause.kind for clause in together] == [clause.kind for clause in apart]


# -- any order --------------------------------------------------------------------------------------------------------

ROLES = ("subject", "accusative", "dative", "agent")


def check_order(sentence: OrderedSentence) -> None:
    """Predicate and roles are found in any order; where form leaves subject and object open, both say so."""
    graph = analyse(from_pairs(sentence.pairs))
    clause = graph.clause_at(sentence.verb)
    assert clause is not None
    verb = clause.verb
    assert verb is not None
    assert (verb.lemma, verb.tense, verb.voice, verb.modals) == (
        sentence.lemma,
        sentence.tense,
        sentence.voice,
        sentence.modals,
    )
    found = {role: clause.first(Role(role)) for role in ROLES}
    shown = {role: None if argument is None else text_of(graph, argument.phrase) for role, argument in found.items()}
    asked = dict(zip(ROLES, ROLES, strict=True))
    if sentence.open and not _among(shown["subject"], sentence.extents("subject")):
        asked |= {"subject": "accusative", "accusative": "subject"}
    for role, text in shown.items():
        assert _among(text, sentence.extents(asked[role])), (role, text)
    for role in ("subject", "accusative"):
        argument = found[role]
        assert argument is None or argument.ambiguous == sentence.open


def _among(text: str | None, expected: tuple[str | None, ...]) -> bool:
    return any(_same(text, each) for each in expected)


@given(ordered_sentences())
def test_order_changes_no_role_but_where_form_leaves_it_open(sentence: OrderedSentence) -> None:
    check_order(sentence)


@given(ordered_sentences(voice="passive"))
def test_a_passive_is_recovered_in_any_order(sentence: OrderedSentence) -> None:
    check_order(sentence)


ANY_VOICE = st.sampled_from(["active", "passive"]).flatmap(lambda voice: ordered_sentences(voice=voice))


@given(ANY_VOICE, st.sampled_from([(("heute", "ADV"),), *ADVERBIALS]), st.data())
def test_an_adverbial_anywhere_changes_no_role(
    sentence: OrderedSentence, adverbial: tuple[tuple[str, str], ...], data: st.DataObject
) -> None:
    places = sentence.places(adverbial)
    assume(places and all(unit.pairs != adverbial for _, unit in sentence.units))
    check_order(sentence.with_adverbial(data.draw(st.sampled_from(places)), adverbial))


@given(ANY_VOICE, st.booleans(), st.data())
def test_a_parenthesis_anywhere_changes_no_role(sentence: OrderedSentence, verbal: bool, data: st.DataObject) -> None:
    inside = (("sagte", "VVFIN"), ("Huber", "NE")) if verbal else (("so", "ADV"), ("Huber", "NE"))
    places = sentence.places(inside)
    assume(places and (not verbal or sentence.order == "v2"))
    check_order(sentence.inserted(data.draw(st.sampled_from(places)), ((",", "$,"), *inside, (",", "$,"))))


@given(ANY_VOICE)
def test_a_relative_clause_anywhere_changes_no_role(sentence: OrderedSentence) -> None:
    part = sentence.first("subject")
    assert part is not None
    start, subject = part
    assume(subject.relative)
    verb = "gelten" if subject.number == "pl" else "gilt"
    clause = (
        (",", "$,"),
        (subject.relative, "PRELS"),
        ("als", "KOKOM"),
        ("wichtig", "ADJD"),
        (verb, "VVFIN"),
        (",", "$,"),
    )
    check_order(sentence.inserted(start + len(subject.pairs), clause))
