"""Coverage of rules: what the examples of a small pack exercise is counted part by part."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from stance.authoring.bench import Bench
from stance.authoring.coverage import Coverage, RuleCoverage, cover
from stance.authoring.examples import Selection

PACK = """
pack: my.pack
version: 1.0.0
rules:
  - id: demand.einklagen
    type: demand
    doc: Demanding by law.
    cue: {verb: [einklagen, beantragen]}
    frames:
      - {actor: subject, content: accusative | clause.dass}
      - {actor: subject, content: pp.auf, requires: {mood: [konjunktiv1]}}
    unless: {content: [Freund]}
    examples:
      - "[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."
      - none: "Die Eltern klagen den Freund ein."
"""


@cache
def bench(folder: Path) -> Bench:
    path = folder / "my.yaml"
    path.write_text(PACK, encoding="utf-8")
    return Bench.of([path])


@pytest.fixture
def found(tmp_path_factory: pytest.TempPathFactory) -> Coverage:
    corpus = ["Die Länder beantragen Geld. Die Stadt beantragt eine Zusage.", "Es regnet."]
    return cover(bench(tmp_path_factory.getbasetemp()), corpus)


def only(found: Coverage) -> RuleCoverage:
    (rule,) = found.rules
    return rule


def test_each_part_counts_the_examples_in_which_it_was_at_work(found: Coverage) -> None:
    counts = {(part.kind, part.name): part.examples for part in only(found).parts}
    assert counts == {
        ("word", "einklagen"): 1,
        ("word", "beantragen"): 0,
        ("frame", "frame 1"): 1,
        ("slot", "1 actor: subject"): 1,
        ("slot", "1 content: accusative"): 1,
        ("slot", "1 content: clause.dass"): 0,
        ("frame", "frame 2"): 0,
        ("slot", "2 actor: subject"): 0,
        ("slot", "2 content: pp.auf"): 0,
        ("condition", "unless.content"): 1,
        ("condition", "2 requires.mood"): 0,
    }


def test_shares_are_of_parts(found: Coverage) -> None:
    assert (found.share("word"), found.share("frame"), found.share("slot")) == (0.5, 0.5, 0.4)
    assert found.share() == 5 / 11


def test_a_corpus_counts_every_use_and_gives_samples(found: Coverage) -> None:
    (word,) = [part for part in only(found).parts if part.name == "beantragen"]
    assert (found.documents, word.corpus, only(found).fired) == (2, 2, 2)
    assert word.samples == ("Die Länder beantragen Geld.", "Die Stadt beantragt eine Zusage.")


def test_rules_are_selected(found: Coverage, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert not cover(bench(tmp_path_factory.getbasetemp()), selection=Selection("promise")).rules
