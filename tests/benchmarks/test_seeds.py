"""The seed benchmark: what agrees, how commitments are aligned, and what is listed."""

from __future__ import annotations

import attrs

from benchmarks.seeds import Measured, differences, overlap, report, same_act, same_commitment
from stance.model import (
    Actor,
    Commitment,
    CommitmentType,
    Cue,
    Form,
    Mention,
    Polarity,
    SpanSet,
    Status,
    Strength,
)

TEXT = "Die SPD fordert mehr Lohn. Die FDP lehnt das ab."


def spans(words: str) -> SpanSet:
    start = TEXT.index(words)
    return SpanSet.of([(start, start + len(words))])


def commitment(actor: str = "Die SPD", cue: str = "fordert", content: str = "mehr Lohn") -> Commitment:
    return Commitment(
        id="c1",
        type=CommitmentType.DEMAND,
        force=None,
        form=Form.REPORTED,
        status=Status.ACTUAL,
        polarity=Polarity.POSITIVE,
        content_negated=False,
        strength=Strength.PLAIN,
        modality=None,
        mood=None,
        actor=Actor(text=actor, spans=spans(actor)),
        addressee=None,
        cue=Cue(text=cue, spans=spans(cue)),
        content=Mention.at(TEXT, spans(content)),
        judgement=None,
        condition=None,
        sources=(),
        antecedent=None,
        sentence=(0, 26),
        rule="demand.fordern",
    )


def test_equal_commitments_agree() -> None:
    assert same_act(commitment(), commitment())
    assert same_commitment(commitment(), commitment())


def test_overlap_is_a_share_of_all_characters() -> None:
    assert overlap(Mention.at(TEXT, spans("mehr Lohn")), Mention.at(TEXT, spans("Lohn"))) == 4 / 9
    assert overlap(None, None) == 1
    assert overlap(None, Mention.at(TEXT, spans("Lohn"))) == 0


def test_type_and_cue_do_not_look_at_actor_or_content() -> None:
    other = commitment(actor="Die FDP", content="Lohn")
    assert same_act(commitment(), other)
    assert not same_commitment(commitment(), other)


def test_half_an_actor_is_enough_and_most_of_the_content_is_not() -> None:
    assert not same_commitment(commitment(), commitment(content="Lohn"))
    assert not same_commitment(commitment(), commitment(actor="SPD"))
    assert same_commitment(commitment(actor="Die SPD"), commitment(actor="Die SP"))


def test_status_and_polarity_count_only_strictly() -> None:
    negated = attrs.evolve(commitment(), status=Status.NEGATED)
    assert same_act(commitment(), negated)
    assert not same_commitment(commitment(), negated)
    assert not same_commitment(commitment(), attrs.evolve(commitment(), polarity=Polarity.NEGATIVE))


def test_without_cues_the_contents_decide() -> None:
    bare = attrs.evolve(commitment(), cue=None)
    assert same_act(bare, bare)
    assert not same_act(bare, commitment())
    assert not same_act(bare, attrs.evolve(bare, content=Mention.at(TEXT, spans("das"))))


def test_one_found_commitment_answers_one_gold_commitment() -> None:
    document = Measured("one", (commitment(), commitment()), (commitment(),))
    assert document.score(same_act).matched == 1
    assert document.score(same_act).recall == 0.5


def test_differences_name_misses_extras_and_unequal_pairs() -> None:
    extra = commitment(cue="lehnt", actor="Die FDP", content="das")
    document = Measured("one", (commitment(), commitment(cue="ab")), (commitment(content="Lohn"), extra))
    kinds = [line.split()[0] for line in differences(document)]
    assert kinds == ["differs", "missed", "extra"]


def test_the_report_ends_with_the_total() -> None:
    document = Measured("one", (commitment(),), (commitment(),))
    lines = report([document, attrs.evolve(document, name="two", found=())]).splitlines()
    assert lines[-1].split() == ["strict:", "all", "100.0", "50.0", "66.7", "1", "1", "2"]
