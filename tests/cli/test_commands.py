"""``stance clauses``, ``explain``, ``rules`` and the options of the program as a whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import stance
from stance.clauses.sources import SOURCES
from stance.io.formats import ClauseSource
from tests.cli.conftest import Run

REPORT = "Die SPD forderte, dass der Mindestlohn steigt."


def test_the_version_is_the_one_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"stance {stance.__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from stance.cli import app; print([m for m in ('spacy', 'numpy', 'ruamel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_clauses_are_shown_field_by_field(run: Run) -> None:
    done = run("clauses", REPORT)
    assert done.exit_code == 0
    for word in ("Prefield", "Middle field", "‹0› main", "  ‹1› complement dass", "fordern", "clause.dass", "subject"):
        assert word in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.split("\n"))) <= 100


def test_clauses_as_json_hold_tokens_with_offsets(run: Run) -> None:
    data = json.loads(run("clauses", REPORT, "--json").stdout)
    assert [REPORT[token["start"] :][: len(token["text"])] for token in data["tokens"]] == [
        token["text"] for token in data["tokens"]
    ]
    assert [clause["type"] for clause in data["clauses"]][1] == "dass"
    assert data["schema"] == "stance-clauses/1"


def test_clauses_as_a_page(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("clauses", REPORT, "--html", page).stdout == ""
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_page_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    done = run("clauses", REPORT, "--html", tmp_path / "none" / "page.html")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "No such file or directory" in done.stderr


def test_the_embedded_pipeline_has_no_parse(run: Run) -> None:
    done = run("clauses", REPORT, "--source", "dependencies")
    assert done.exit_code == 2
    assert "--pipeline" in done.stderr


def test_a_pipeline_that_is_not_installed_is_said_with_its_cure(run: Run) -> None:
    done = run("clauses", REPORT, "--pipeline", "de_no_such_model")
    assert done.exit_code == 1
    assert "spacy download de_no_such_model" in done.stderr


@pytest.fixture(scope="module")
def own_pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved pipeline with tags and lemmas, and without a parser."""
    folder = tmp_path_factory.mktemp("own") / "pipeline"
    own = stance.load()
    own.remove_pipe("stance")
    own.to_disk(folder)
    return folder


def test_a_pipeline_without_a_parser_is_said_with_its_cure(run: Run, own_pipeline: Path) -> None:
    done = run("clauses", REPORT, "--pipeline", own_pipeline, "--source", "dependencies")
    assert done.exit_code == 1
    assert "'fields'" in done.stderr


@pytest.mark.parametrize("source", ["auto", "fields"])
def test_a_pipeline_of_ones_own_is_shown(run: Run, own_pipeline: Path, source: str) -> None:
    done = run("clauses", REPORT, "--pipeline", own_pipeline, "--source", source)
    assert done.stdout == run("clauses", REPORT).stdout


def test_sources_are_named_as_the_library_names_them() -> None:
    assert tuple(source.value for source in ClauseSource) == SOURCES


@pytest.mark.parametrize("command", ["clauses", "explain"])
def test_a_text_can_come_from_standard_input(run: Run, command: str) -> None:
    assert run(command, "-", stdin=REPORT).stdout == run(command, REPORT).stdout


@pytest.mark.parametrize("command", ["clauses", "explain"])
def test_no_text_is_no_error(run: Run, command: str) -> None:
    assert run(command, "").exit_code == 0


def test_explain_says_which_rule_bound_what(run: Run) -> None:
    done = run("explain", REPORT)
    assert done.exit_code == 0
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["forderte"] in lines
    assert ["actor", "Die", "SPD"] in lines
    assert any(line[:2] == ["gives", "demand"] for line in lines)


def test_explain_as_json_names_attempts_with_their_offsets(run: Run) -> None:
    data = json.loads(run("explain", REPORT, "--json").stdout)
    fired = [attempt for attempt in data["attempts"] if attempt["fired"] and not attempt["superseded_by"]]
    assert [attempt["cue"] for attempt in fired] == [[[8, 16]]]
    assert [commitment["type"] for commitment in data["commitments"]] == ["demand"]


def test_shipped_rules_are_sound(run: Run) -> None:
    done = run("rules", "check", "--no-examples")
    assert done.exit_code == 0
    assert "\nde.core: de.core 1." in f"\n{done.stdout}"


def test_each_pack_is_checked_and_every_mistake_named(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("pack: my.good\nversion: 1.0.0\n")
    bad.write_text("pack: my.bad\nversion: 1.0.0\nrulez: []\nlistz: {}\n")
    done = run("rules", "check", bad, good)
    assert done.exit_code == 1
    assert "rulez" in done.stderr
    assert "listz" in done.stderr
    assert "my.good 1.0.0, 0 rules" in done.stdout
    assert f"{bad}: 2 errors" in done.stdout


UNDOCUMENTED = """pack: my.pack
version: 1.0.0
rules:
  - id: demand.einklagen
    type: demand
    cue: {verb: [einklagen]}
    frames: [{actor: subject, content: accusative}]
    examples: ["[Die Eltern]{actor} [klagen]{cue} [einen Platz]{content} [ein]{cue}."]
"""


def test_warnings_fail_only_when_told_to(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(UNDOCUMENTED)
    assert run("rules", "check", pack).exit_code == 0
    assert run("rules", "check", pack, "--strict").exit_code == 1
    done = run("rules", "check", pack, "--strict", "--ignore", "S110")
    assert (done.exit_code, done.stdout) == (0, f"{pack}: my.pack 1.0.0, 1 rule, 1 example: sound\n")
    assert run("rules", "check", pack, "--ignore", "S006").exit_code == 2


def test_problems_come_as_json_and_for_github(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(UNDOCUMENTED.replace("frames:", "framez:"))
    (found,) = json.loads(run("rules", "check", pack, "--json").stdout)
    assert found["pack"] == str(pack)
    assert [(each["severity"], each["code"], each["line"]) for each in found["problems"]] == [
        ("error", "S008", 4),
        ("error", "S006", 7),
    ]
    lines = run("rules", "check", pack, "--format", "github").stdout.splitlines()
    assert lines[1].startswith(f"::error file={pack},line=7,col=5,endColumn=11,title=S006::unknown key")


def test_rules_are_listed_with_their_cues(run: Run) -> None:
    lines = run("rules", "list").stdout.splitlines()
    assert lines[0].split() == ["Rule", "Type", "Cue", "Words"]
    assert any(" verb " in line and "fordern" in line for line in lines)


PACK = """
pack: my.pack
version: 1.0.0
rules:
  - id: demand.einklagen
    type: demand
    doc: Demanding by law.
    cue: {verb: [einklagen]}
    frames: [{actor: subject, content: accusative}]
    examples:
      - "[Die Eltern]{actor} [klagen]{cue} [einen Kitaplatz]{content} [ein]{cue}."
      - none: "Die Eltern klagen über den Lärm."
"""


def test_examples_of_rules_are_run(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(PACK)
    done = run("rules", "test", pack)
    assert (done.exit_code, done.stdout) == (0, "2 validated\n")


def test_examples_that_fail_are_shown_with_what_was_found(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(PACK.replace("[Die Eltern]{actor}", "Die [Eltern]{actor}").replace("über den Lärm", "ihn ein"))
    done = run("rules", "test", pack)
    assert done.exit_code == 1
    assert "wrong demand.einklagen" in done.stdout
    assert done.stdout.splitlines()[1:4] == [
        "  Die Eltern klagen einen Kitaplatz ein.",
        "      ^^^^^^                              actor expected",
        "  ~~~~~~~~~~                              actor found",
    ]
    assert "noisy demand.einklagen" in done.stdout
    assert "cue found, expected nothing" in done.stdout


def test_tests_stop_at_the_first_failure_and_come_as_json(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(PACK.replace("[Die Eltern]{actor}", "Die [Eltern]{actor}").replace("über den Lärm", "ihn ein"))
    assert "1 wrong\n" in run("rules", "test", pack, "--fail-fast").stdout
    wrong, noisy = json.loads(run("rules", "test", pack, "--json").stdout)
    assert (wrong["outcome"], wrong["line"], wrong["deviations"][0]["what"]) == ("wrong", 11, "actor")
    assert noisy["outcome"] == "noisy"


def test_tests_are_chosen_by_type(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(PACK)
    assert run("rules", "test", pack, "--type", "demand").stdout == "2 validated\n"
    assert "type promise" in run("rules", "test", pack, "--type", "promise").stderr


def test_a_selection_that_fits_no_rule_is_an_error(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "my-pack.yaml"
    pack.write_text(PACK)
    done = run("rules", "test", pack, "-k", "gibtsnicht")
    assert done.exit_code == 1
    assert "gibtsnicht" in done.stderr


def test_packs_that_can_be_named_are_listed(run: Run) -> None:
    lines = run("rules", "packs").stdout.splitlines()
    assert lines[0].split() == ["Pack", "Version", "Rules", "From"]
    assert any(line.split()[0] == "de.core" and line.split()[-1] == "stance" for line in lines)


def test_a_lock_stops_a_run_with_other_packs(run: Run, tmp_path: Path) -> None:
    lock, pack, text = tmp_path / "stance.lock", tmp_path / "my-pack.yaml", tmp_path / "text.txt"
    pack.write_text(PACK)
    text.write_text("Die Eltern klagen einen Kitaplatz ein.")
    assert run("rules", "lock", pack, "-o", lock).exit_code == 0
    assert run("rules", "lock", pack, "--check", lock).exit_code == 0
    assert run("extract", text, "--rules", pack, "--lock", lock, "-f", "jsonl").exit_code == 0
    pack.write_text(PACK.replace("accusative", "dative"))
    done = run("extract", text, "--rules", pack, "--lock", lock, "-f", "jsonl")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "my.pack 1.0.0 has other rules here than in the lock" in done.stderr


def test_the_schema_of_packs_is_written_with_its_use(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pack.schema.json"
    assert str(path) in run("rules", "schema", "-o", path).stdout
    assert json.loads(path.read_text()) == json.loads(run("rules", "schema").stdout)


def test_explain_says_why_nothing_was_found(run: Run) -> None:
    done = run("explain", "Die SPD fordert über den Haushalt.")
    assert done.exit_code == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    lines = lines[lines.index("Why not") :]
    assert "would fire: add 'pp.über' to 'content' of frame 1" in lines
    assert lines[lines.index("Die SPD fordert über den Haushalt.") + 1] == "^^^^^^^"


def test_explain_fails_where_the_expected_is_not_there(run: Run) -> None:
    assert run("explain", REPORT, "--expect", "demand:SPD").exit_code == 0
    done = run("explain", REPORT, "--expect", "promise:SPD", "--json")
    assert done.exit_code == 1
    assert all(near["type"] == "promise" for near in json.loads(done.stdout)["near"])
    assert run("explain", REPORT, "--rule", "demand.fodern").exit_code == 2
    assert run("explain", REPORT, "--expect", "demnad").exit_code == 2


def test_coverage_is_shown_written_and_judged(run: Run, tmp_path: Path) -> None:
    pack, corpus, html = tmp_path / "my-pack.yaml", tmp_path / "text.txt", tmp_path / "report.html"
    pack.write_text(PACK)
    corpus.write_text("Die Eltern klagen einen <Kitaplatz> ein.")
    done = run("rules", "coverage", pack, "--corpus", corpus, "--html", html)
    assert done.exit_code == 0
    assert ["demand.einklagen", "1/1", "1/1", "2/2", "–", "1"] in [line.split() for line in done.stdout.splitlines()]
    assert "&lt;Kitaplatz&gt;" in html.read_text()
    pack.write_text(PACK.replace("[einklagen]", "[einklagen, beantragen]"))
    assert run("rules", "coverage", pack, "--fail-below", "100").exit_code == 1
    assert json.loads(run("rules", "coverage", pack, "--json").stdout)["rules"][0]["rule"] == "demand.einklagen"
