"""``stance extract``: every document is delivered or named, on the right stream, with the right exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from spacy.language import Language

from stance.cli.engine import Analysed, Settings, _analyse_batch, analyse_all, batches, make_pipeline
from stance.io.documents import Document, Problem
from stance.serialise import check, from_json
from tests.cli.conftest import Run

DEMAND = "Die SPD fordert einen höheren Mindestlohn."
NEUTRAL = "Der Zug hält in Kassel."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ein").mkdir()
    (tmp_path / "ein" / "a.txt").write_text(DEMAND)
    (tmp_path / "ein" / "b.txt").write_text(NEUTRAL)
    return tmp_path / "ein"


def test_the_table_is_the_default(run: Run, folder: Path) -> None:
    done = run("extract", folder)
    assert done.exit_code == 0
    assert "Die SPD" in done.stdout
    assert "+ demand" in done.stdout
    assert "no commitments" in done.stdout
    assert done.stderr == ""


def test_the_ending_of_the_output_sets_the_format(run: Run, folder: Path, tmp_path: Path) -> None:
    for name in ("out.jsonl", "out.csv", "out.txt"):
        assert run("extract", folder, "-o", tmp_path / name).exit_code == 0
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [from_json(line).id for line in lines] == ["a", "b"]
    assert check(from_json(lines[0]), DEMAND) == ()
    assert [row["type"] for row in csv.DictReader((tmp_path / "out.csv").open())] == ["demand"]
    assert (tmp_path / "out.txt").read_text().startswith("a ")


def test_results_written_into_the_input_folder_are_not_read_again(run: Run, folder: Path) -> None:
    for _ in range(2):
        done = run("extract", folder, "-o", folder / "out.jsonl")
        assert done.exit_code == 0
    assert len((folder / "out.jsonl").read_text().splitlines()) == 2
    assert done.stderr == ""


def test_what_fails_is_said_and_the_rest_delivered(run: Run, folder: Path) -> None:
    (folder / "a1.txt").write_bytes(b"gr\xfcn")
    done = run("extract", folder, folder / "fort.txt", "--format", "jsonl")
    assert done.exit_code == 1
    assert [from_json(line).id for line in done.stdout.splitlines()] == ["a", "b"]
    assert "a1.txt: is not UTF-8: byte 0xfc at byte offset 2" in done.stderr
    assert "fort.txt: cannot be read" in done.stderr


def test_an_empty_document_has_a_result_and_a_notice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_text(" \n")
    done = run("extract", tmp_path / "leer.txt", "-f", "jsonl")
    assert done.exit_code == 0
    assert from_json(done.stdout).commitments == ()
    assert "the document is empty" in done.stderr


def test_standard_input_is_read_as_text_or_jsonl(run: Run) -> None:
    assert from_json(run("extract", "-", "-f", "jsonl", "--id", "x", stdin=DEMAND).stdout).id == "x"
    line = json.dumps({"text": DEMAND, "id": "y"})
    assert from_json(run("extract", "-", "-f", "jsonl", stdin=line).stdout).id == "y"
    forced = run("extract", "-", "-f", "jsonl", "--input", "text", stdin=line).stdout
    assert from_json(forced).id == "stdin"


def test_csv_without_commitments_still_has_its_heading(run: Run) -> None:
    rows = csv.reader(io.StringIO(run("extract", "-", "-f", "csv", stdin=NEUTRAL).stdout))
    assert [row[0] for row in rows] == ["document"]


@pytest.mark.parametrize(
    "arguments",
    [(), ("extract",), ("extract", "x.txt", "-f", "xml"), ("extract", "x", "-w", "0"), ("extrakt",)],
)
def test_wrong_usage_exits_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_output_folder_that_is_not_there_is_wrong_usage(run: Run, folder: Path) -> None:
    done = run("extract", folder, "-o", folder / "fort" / "out.jsonl")
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr


def test_an_ending_of_no_format_is_wrong_usage(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    done = run("extract", folder, "-o", out)
    assert (done.exit_code, out.exists()) == (2, False)
    assert "'.json' is the ending of no format" in done.stderr


def test_a_named_format_goes_with_any_ending(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("extract", folder, "-o", tmp_path / "out.json", "--format", "jsonl").exit_code == 0


def test_mistakes_in_rules_exit_with_1_and_leave_no_output(run: Run, folder: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text("pack: my.pack\nversion: 1.0.0\nrulez: []\n")
    done = run("extract", folder, "-r", pack, "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 1
    assert "rulez" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ein", "pack.yaml"]


def test_a_document_that_cannot_be_analysed_does_not_stop_the_others(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = nlp.make_doc

    def fail(text: str) -> object:
        if "Kassel" in text:
            raise RuntimeError("kaputt")
        return make(text)

    monkeypatch.setattr(nlp, "make_doc", fail)
    monkeypatch.setattr("stance.cli.engine.make_pipeline", lambda settings: nlp)
    documents = [Document("a", DEMAND, "a"), Document("b", NEUTRAL, "b"), Document("c", DEMAND, "c")]
    found = list(analyse_all(documents, Settings()))
    assert [outcome.document.id for outcome in found if isinstance(outcome, Analysed)] == ["a", "c"]
    (problem,) = (outcome for outcome in found if isinstance(outcome, Problem))
    assert (problem.where, problem.what) == ("b", "the analysis failed: RuntimeError: kaputt")


def test_batches_keep_order_and_stay_small() -> None:
    items = [Document(str(number), "x" * 40_000, "") for number in range(5)]
    found = list(batches(items))
    assert [len(batch) for batch in found] == [2, 2, 1]
    assert [item for batch in found for item in batch] == items


def test_words_that_were_never_met_are_forgotten() -> None:
    nlp = make_pipeline(Settings())
    known = len(nlp.vocab.strings)
    for number in range(3):
        (outcome,) = _analyse_batch(nlp, [Document("a", f"Die SPD fordert Zqx{number}wort.", "a")])
        assert isinstance(outcome, Analysed)
        assert [c.content and c.content.text for c in outcome.result.commitments] == [f"Zqx{number}wort"]
    assert not any(f"Zqx{number}wort" in nlp.vocab.strings for number in range(3))
    assert len(nlp.vocab.strings) <= known + 50


def test_a_long_text_loses_nothing(run: Run) -> None:
    text = (NEUTRAL + " ") * 2500 + "\n\n" + DEMAND + "\n\n" + (NEUTRAL + " ") * 2500 + DEMAND
    found = from_json(run("extract", "-", "-f", "jsonl", stdin=text).stdout)
    assert len(text) > 100_000
    assert check(found, text) == ()
    assert [commitment.id for commitment in found.commitments] == ["c1", "c2"]
    assert [text[commitment.sentence[0] :][: len(DEMAND)] for commitment in found.commitments] == [DEMAND, DEMAND]


def stance_command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "stance", *map(str, arguments)]


def test_several_processes_give_the_same_in_the_same_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": f"{NEUTRAL} {DEMAND}", "id": str(number)}) for number in range(70)]
    path.write_text("\n".join([*lines[:5], "{", *lines[5:]]))
    several = subprocess.run(stance_command("extract", path, "-w", 2, "-f", "jsonl"), capture_output=True, text=True)
    assert several.returncode == 1
    assert several.stdout == run("extract", path, "-f", "jsonl").stdout
    assert f"{path}:6: no JSON" in several.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": DEMAND * 20}) for _ in range(300)))
    process = subprocess.Popen(
        stance_command("extract", path, "-f", "jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="signals are of another kind there")
def torn(tmp_path: Path, run: Run, count: int) -> tuple[Path, Path, str]:
    """Documents, where their results belong, and what a whole run writes; of it some lines and a torn one are left."""
    texts = tmp_path / "in.jsonl"
    lines = [json.dumps({"id": f"d{n}", "text": DEMAND if n % 2 else NEUTRAL}) for n in range(5)]
    texts.write_text("\n".join([*lines[:2], "broken", *lines[2:]]) + "\n")
    out = tmp_path / "out.jsonl"
    assert run("extract", texts, "-o", out).exit_code == 1
    whole = out.read_text()
    out.unlink()
    kept = whole.splitlines(keepends=True)
    (tmp_path / "out.jsonl.part").write_text("".join(kept[:count]) + kept[count][:20])
    return texts, out, whole


@pytest.mark.parametrize("count", [0, 2, 4])
def test_a_run_goes_on_where_it_was_interrupted(run: Run, tmp_path: Path, count: int) -> None:
    texts, out, whole = torn(tmp_path, run, count)
    done = run("extract", texts, "-o", out, "--resume")
    assert out.read_text() == whole
    assert (done.exit_code, ":3: no JSON" in done.stderr) == (1, True)
    assert (f"{count} documents stand in" in done.stderr) is (count > 0)


def test_results_of_other_rules_are_not_put_together(run: Run, tmp_path: Path) -> None:
    texts, out, whole = torn(tmp_path, run, 2)
    done = run("extract", texts, "-o", out, "--resume", "--rules", "de.parliament")
    assert (done.exit_code, "was made with rules de.core" in done.stderr) == (1, True)
    assert (tmp_path / "out.jsonl.part").read_text() == "".join(whole.splitlines(keepends=True)[:2])


def test_without_an_unfinished_run_all_is_done(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("extract", folder, "-o", tmp_path / "out.jsonl", "--resume").exit_code == 0
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize("output", [[], ["-o", "out.csv"]])
def test_only_lines_of_results_can_be_gone_on_with(run: Run, folder: Path, output: list[str]) -> None:
    done = run("extract", folder, "--resume", *output)
    assert (done.exit_code, "-o OUT.jsonl" in done.stderr) == (2, True)


def test_an_interrupted_run_keeps_what_is_finished(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = stance_command("extract", "-", "--input", "jsonl", "-o", out)
    heeds = partial(
        signal.signal, signal.SIGINT, signal.SIG_DFL
    )  # also where the tests run in the background of a shell
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heeds)
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write((json.dumps({"text": DEMAND}) + "\n").encode() * 64)
    process.stdin.flush()
    part = tmp_path / "out.jsonl.part"
    deadline = time.monotonic() + 60
    while not (part.exists() and part.read_bytes().count(b"\n") == 64) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    assert "what is finished stands in" in process.stderr.read().decode()
    assert len(part.read_text().splitlines()) == 64
    assert not out.exists()
