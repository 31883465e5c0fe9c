"""The commands that change packs or watch them: what they print, what they write, their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.authoring.test_change import PACK, RIVAL
from tests.cli.conftest import Run

SENTENCE = "[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."


def test_a_draft_becomes_a_pack_that_is_sound(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "new.yaml"
    done = run("rules", "new", SENTENCE, "--type", "demand", "-o", pack)
    assert (done.exit_code, done.stdout) == (0, f"{pack}: a pack with demand.einklagen\n")
    assert run("rules", "test", pack, "-k", "einklagen").stdout == "1 validated\n"
    again = run("rules", "new", SENTENCE, "-o", pack)
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)


def test_a_sentence_that_gives_no_rule_is_shown_with_its_fault(run: Run) -> None:
    done = run("rules", "new", "[Die Eltern]{aktor} [klagen]{cue}.")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[1:] == [
        "[Die Eltern]{aktor} [klagen]{cue}.",
        "             ^^^^^ unknown role 'aktor': did you mean 'actor'?",
    ]


def test_a_preposition_in_the_brackets_is_told_of(run: Run) -> None:
    done = run("rules", "new", "[Die Eltern]{actor} [rufen]{cue} [zum Streik]{content} [auf]{cue}.")
    assert "a governed preposition stands before them" in done.stderr


def test_fuzzed_candidates_are_written_into_the_pack(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text(PACK + RIVAL)
    arguments = ("rules", "fuzz", pack, "--rule", "demand.einklagen", "--count", "40")
    done = run(*arguments)
    assert done.exit_code == 1
    assert "   1 found by promise.einklagen (" in done.stdout
    accepted = run(*arguments, "--accept", "1")
    assert accepted.exit_code == 0
    assert accepted.stdout.endswith(f"{pack}: 1 example added to demand.einklagen\n")
    assert run("rules", "test", pack).stdout.endswith("1 validated, 1 missing\n")
    assert run(*arguments, "--accept", "one").exit_code == 2
    assert run(*arguments, "--accept", "999").exit_code == 1


def test_differences_are_shown_written_and_accepted(run: Run, tmp_path: Path) -> None:
    old, new, text, html = (tmp_path / name for name in ("old.yaml", "new.yaml", "text.txt", "diff.html"))
    old.write_text(PACK)
    new.write_text(PACK.replace("content: accusative", "content: dative"))
    text.write_text("Die Eltern klagen einen Kitaplatz ein.")
    done = run("rules", "diff", old, new, "--corpus", text, "--html", html)
    assert done.exit_code == 1
    assert done.stdout.startswith("lost  demand.einklagen  found no content: dative\n")
    assert done.stdout.endswith("1 document: 1 lost\n")
    assert "[einen Kitaplatz]{content}" in html.read_text()
    data = json.loads(run("rules", "diff", old, new, "--corpus", text, "--json").stdout)
    assert [(each["kind"], each["new"]) for each in data["differences"]] == [("lost", None)]
    assert run("rules", "diff", old, new, "--corpus", text, "--accept", "1").exit_code == 0
    assert new.read_text().endswith('      - none: "Die Eltern klagen einen Kitaplatz ein."\n')
    same = run("rules", "diff", old, old, "--corpus", text)
    assert (same.exit_code, same.stdout) == (0, "1 document: no difference\n")


def test_watching_once_is_a_check(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my.yaml"
    pack.write_text(PACK)
    done = run("rules", "watch", pack, "--once")
    assert done.exit_code == 0
    assert done.stdout.startswith("1 changed rule; 1 example, 0 failed; 0 differences; 0 warnings (")
    pack.write_text(PACK.replace("[Die Eltern]{actor}", "Die [Eltern]{actor}"))
    assert run("rules", "watch", pack, "--once").exit_code == 1


BASE = """pack: my.base
version: 1.0.0
rules:
  - id: demand.fordern
    type: demand
    cue: {verb: [fordern]}
    frames: [{actor: subject, content: accusative}]
    examples: ["[Die SPD]{actor} [fordert]{cue} [Geld]{content}."]
"""


def test_a_pack_runs_its_own_examples_and_inherited_ones_where_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE)
    pack = tmp_path / "own.yaml"
    own = BASE.replace("my.base", "my.own").replace("fordern", "verlangen").replace("fordert", "verlangt")
    pack.write_text(f"extends: [base.yaml]\n{own}")
    assert run("rules", "test", pack).stdout == "1 validated\n"
    assert run("rules", "test", pack, "--inherited").stdout == "2 validated\n"
