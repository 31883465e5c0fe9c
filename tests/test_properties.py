"""Laws that hold for every text and every order of rules."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import stance
from stance.chunks import shift
from stance.extraction import Extractor
from stance.model import Actor, ActorKind, Commitment
from stance.rules.compiler import compile_rules
from stance.rules.reader import load_packs, parse_pack
from stance.rules.ruleset import RuleSet
from stance.serialise import check, from_json, to_json
from tests.strategies import characters

SENTENCES = (
    "Die SPD fordert einen höheren Mindestlohn.",
    "Merz lehnte den Plan deutlich ab.",
    "„Wir helfen“, sagte der Minister, „aber nicht allein.“",
    "Laut Polizei sei niemand verletzt worden.",
    "Die Steuer, so Müller, müsse sinken.",
    "Scholz glaubt nicht, dass es hilft.",
    "Die Regierung ist nicht bereit, darüber zu verhandeln.",
    "Die Gewerkschaft warnte vor einem Streik, falls das Angebot nicht steige.",
    "Der Kanzler erteilte dem Vorschlag eine Absage.",
    "Der Vorwurf der Opposition, die Regierung habe gelogen, wiegt schwer.",
    "Sollte Moskau angreifen, werde man antworten, kündigte das Bündnis an.",
    "Die Partei will weder zahlen noch helfen.",
)
NEUTRAL = "Am Morgen lag Nebel über dem Fluss."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return stance.load()


def any_text() -> st.SearchStrategy[str]:
    """Unicode noise, German sentences, and German broken at random places."""
    noise = st.text(characters(), max_size=40)
    pieces = st.sampled_from(SENTENCES + tuple(word for sentence in SENTENCES for word in sentence.split()))
    return st.lists(st.one_of(noise, pieces, pieces), max_size=8).map(" ".join)


def articles() -> st.SearchStrategy[str]:
    """One to four whole sentences."""
    return st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


@given(any_text())
@example("")
@example("\ufeff\u200b \r\n\t")
@example("„" * 30 + "sagte er")
@example("dass dass dass, weil, ob, zu, zu.")
def test_any_text_gives_offsets_that_fit_it(nlp: Language, text: str) -> None:
    result = stance.result(nlp(text))
    assert check(result, text) == ()
    assert from_json(to_json(result)) == result


@pytest.mark.parametrize(
    "piece",
    [", zu gehen", "des Mannes ", "„", "(", "dass ", "laut Merz, ", "Müller und ", "der, der ", "Merz: ", "sagte er, "],
)
def test_text_without_end_is_read_to_its_end(nlp: Language, piece: str) -> None:
    text = piece * (8000 // len(piece))
    assert check(stance.result(nlp(text)), text) == ()


@example("Die SPD fordert einen höheren Mindestlohn. bas")
@given(any_text())
def test_nothing_depends_on_the_run(nlp: Language, text: str) -> None:
    assert nlp(text)._.commitments == nlp(text)._.commitments


def tagged(nlp: Language, text: str) -> Doc:
    with nlp.select_pipes(disable="stance"):
        return nlp(text)


CORE = load_packs(["de.core"])


@given(articles(), st.integers())
@settings(max_examples=10)
def test_the_order_of_rules_and_words_does_not_matter(nlp: Language, text: str, seed: int) -> None:
    order = random.Random(seed)

    def shuffled(values: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(order.sample(values, len(values)))

    packs = [
        attrs.evolve(
            pack,
            rules=shuffled(
                tuple(
                    attrs.evolve(rule, cue=attrs.evolve(rule.cue, words=shuffled(rule.cue.words)))
                    for rule in pack.rules
                )
            ),
        )
        for pack in CORE.packs
    ]
    doc = tagged(nlp, text)
    permuted = RuleSet.of(packs)
    assert Extractor(compile_rules(permuted))(doc).commitments == Extractor(compile_rules(CORE))(doc).commitments
    assert permuted.sha256 == CORE.sha256


BYSTANDER = parse_pack(
    """
pack: test.bystander
version: 1.0.0
rules:
  - id: demand.quaxen
    type: demand
    doc: A verb that does not exist.
    cue: {verb: [quaxen]}
    frames: [{actor: subject, content: accusative | clause.dass}]
    examples: ["[Ada]{actor} [quaxt]{cue} [Ruhe]{content}."]
"""
)


@given(articles())
@settings(max_examples=10)
def test_a_rule_that_does_not_match_changes_nothing(nlp: Language, text: str) -> None:
    doc = tagged(nlp, text)
    more = Extractor(compile_rules(RuleSet.of([*CORE.packs, BYSTANDER])))
    assert more(doc).commitments == Extractor(compile_rules(CORE))(doc).commitments


def unnamed(commitments: tuple[Commitment, ...]) -> list[Commitment]:
    """Without what a text may take from the text before it: ids, antecedents, and who a description means."""

    def bare(actor: Actor) -> Actor:
        return attrs.evolve(actor, name=None, id=None, kind=ActorKind.UNKNOWN, candidates=())

    return [
        attrs.evolve(
            commitment,
            id="",
            antecedent=None,
            actor=commitment.actor and bare(commitment.actor),
            addressee=commitment.addressee and bare(commitment.addressee),
            sources=tuple(map(bare, commitment.sources)),
        )
        for commitment in commitments
    ]


@given(articles())
def test_a_text_repeated_after_a_neutral_paragraph_gives_the_same_again(nlp: Language, text: str) -> None:
    once = nlp(text)._.commitments
    between = f"\n\n{NEUTRAL}\n\n"
    twice = nlp(text + between + text)._.commitments
    by = len(text) + len(between)
    assert unnamed(twice) == unnamed(once) + unnamed(tuple(shift(commitment, by) for commitment in once))


@given(st.lists(any_text(), max_size=5))
def test_pipe_equals_one_by_one(nlp: Language, texts: list[str]) -> None:
    assert [doc._.commitments for doc in nlp.pipe(texts)] == [nlp(text)._.commitments for text in texts]


def test_the_sentences_of_these_laws_hold_commitments(nlp: Language) -> None:
    assert [sentence for sentence in SENTENCES if not nlp(sentence)._.commitments] == []
