"""The passage benchmark: the gold is sound, names and chains are compared, a wrong speaker is no missing one."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from benchmarks import passages as command
from benchmarks._passages import LOOKED_AT, SCORED, read_passages
from benchmarks._scores import Score
from benchmarks.passages import Measured, totals
from stance.model import (
    Actor,
    ActorKind,
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
from stance.testing.passages import Item, Passage

TEXT = "Anna Funk sagte, es sei kalt. Der Ofen sei aus. Es schneite."


def actor(name: str | None) -> Actor:
    return Actor("Anna Funk", SpanSet(((0, 9),)), name, None, ActorKind.PERSON)


def commitment(id: str, cue: str | None, content: str, name: str | None) -> Commitment:
    start = TEXT.index(content)
    at = None if cue is None else TEXT.index(cue)
    return Commitment(
        id=id,
        type=CommitmentType.ASSERTION,
        force=None,
        form=Form.INDIRECT if cue else Form.FREE_INDIRECT,
        status=Status.ACTUAL,
        polarity=Polarity.POSITIVE,
        content_negated=False,
        strength=Strength.PLAIN,
        modality=None,
        mood=None,
        actor=actor(name),
        addressee=None,
        cue=None if cue is None or at is None else Cue(cue, SpanSet(((at, at + len(cue)),)), "sagen"),
        content=Mention(content, SpanSet(((start, start + len(content)),))),
        judgement=None,
        condition=None,
        sources=(),
        antecedent=None,
        sentence=(0, 29),
        rule="x",
    )


PASSAGE = Passage(
    1,
    "chain",
    TEXT,
    (Item("sagte", ("Anna Funk",)),),
    (Item("Der Ofen", ("Anna Funk",)),),
    ("Es schneite",),
)
SAID = commitment("c1", "sagte", "es sei kalt", "Anna Funk")
GOES_ON = commitment("c2", None, "Der Ofen sei aus", "Anna Funk")


@pytest.mark.parametrize("path", [LOOKED_AT, SCORED])
def test_the_gold_is_sound_large_and_has_its_traps(path: Path) -> None:
    traps = [passage.trap for passage in read_passages(path)]
    assert len(traps) >= 100
    assert sum(traps) >= 30


def test_no_passage_is_in_both_parts() -> None:
    assert {p.text for p in read_passages(LOOKED_AT)} & {p.text for p in read_passages(SCORED)} == set()


def test_words_that_occur_twice_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("- {id: 1, about: x, text: Er rief und rief., acts: [{at: rief, actor: null}]}", encoding="utf-8")
    with pytest.raises(ValueError, match="'rief' occurs 2 times"):
        read_passages(path)


def test_all_found_is_full_score() -> None:
    measured = Measured(PASSAGE, (SAID, GOES_ON))
    assert (measured.score("actor name"), measured.score("continuation")) == (Score(2, 2, 2), Score(1, 1, 1))
    assert (measured.wrong(), measured.missed()) == ([], [])


def test_a_missing_name_is_no_wrong_attribution() -> None:
    measured = Measured(PASSAGE, (SAID, commitment("c2", None, "Der Ofen sei aus", None)))
    assert measured.score("continuation") == Score(0, 1, 1)
    assert measured.wrong() == []


def test_another_name_is_a_wrong_attribution() -> None:
    measured = Measured(PASSAGE, (SAID, commitment("c2", None, "Der Ofen sei aus", "Udo Funk")))
    assert measured.wrong() == ["Der Ofen: Udo Funk instead of Anna Funk"]


def test_what_the_narrator_says_is_nobody_elses() -> None:
    measured = Measured(PASSAGE, (SAID, GOES_ON, commitment("c3", None, "Es schneite", "Anna Funk")))
    assert measured.wrong() == ["Es schneite: Anna Funk instead of the narrator"]


def test_wrong_names_are_counted_by_the_way_in_which_they_are_wrong() -> None:
    cut = Measured(PASSAGE, (SAID, commitment("c2", None, "Der Ofen sei aus", "Funk")))
    other = Measured(PASSAGE, (SAID, commitment("c2", None, "Der Ofen sei aus", "Udo Funk")))
    told = Measured(PASSAGE, (SAID, GOES_ON, commitment("c3", None, "Es schneite", "Anna Funk")))
    text = totals("some", [cut, other, other, told])
    assert "wrong attributions: 4 (2 other, 1 cut, 1 narrator), in traps: 0\n" in text


def test_a_chain_counts_only_entire() -> None:
    said = Item("sagte", ("Anna Funk",), ("Blatt", "Bote"))
    passage = attrs.evolve(PASSAGE, acts=(said,))
    half = attrs.evolve(SAID, sources=(actor("Blatt"),))
    whole = attrs.evolve(SAID, sources=(actor("Blatt"), actor("Bote")))
    assert Measured(passage, (half,)).score("source chains") == Score(0, 1, 1)
    assert Measured(passage, (whole,)).score("source chains") == Score(1, 1, 1)


def test_totals_name_the_part_and_none_of_its_passages() -> None:
    text = totals("only scored", [Measured(PASSAGE, (SAID,))])
    assert text.startswith("only scored (1 passages)")
    assert "Anna Funk" not in text


def test_errors_never_list_what_is_only_scored(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "extractor", lambda: lambda text: ())
    command.main(["--errors"])
    listed = [line for line in capsys.readouterr().out.splitlines() if " missed  " in line]
    assert len(listed) == sum(len(Measured(p, ()).missed()) for p in read_passages(LOOKED_AT))


def test_a_file_of_ones_own_is_scored_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("- {id: 1, about: x, text: Er rief., acts: [{at: rief, actor: null}]}", encoding="utf-8")
    monkeypatch.setattr(command, "extractor", lambda: lambda text: ())
    command.main([str(path)])
    printed = capsys.readouterr().out
    assert "gold.yaml (1 passages)" in printed
    assert "only scored" not in printed


def test_some_numbers_can_be_scored_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gold.yaml"
    entries = [f"- {{id: {n}, about: x, text: Er rief., acts: [{{at: rief, actor: null}}]}}" for n in (1, 2, 5)]
    path.write_text("\n".join(entries), encoding="utf-8")
    monkeypatch.setattr(command, "extractor", lambda: lambda text: ())
    command.main([str(path), "--ids", "2-5"])
    assert "gold.yaml (2 passages)" in capsys.readouterr().out


def test_what_are_no_numbers_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--ids", "new"])
    assert "no numbers of passages, as in 1-1999: new" in capsys.readouterr().err


def test_a_metonym_and_the_catalogues_name_are_one_actor() -> None:
    item = Item("fordert", ("Moskau",), ("Kreml", "Anna Funk"))
    assert item.is_actor("Russische Regierung")
    assert not item.is_actor("Deutsche Bundesregierung")
    assert not item.is_actor(None)
    assert item.is_chain(("Russische Regierung", "Anna Funk"))
    assert not item.is_chain(("Anna Funk", "Kreml"))
