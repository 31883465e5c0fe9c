"""``stance ledger``: bad lines cost nothing of the rest, formats follow the file, wrong usage is said."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest
from typer.testing import CliRunner

from stance.cli.app import app
from stance.pipeline import extract
from stance.serialise import to_json

run = CliRunner().invoke


@pytest.fixture
def results(tmp_path: Path) -> Path:
    first = to_json(extract("Karla Voss lehnt Panzerlieferungen ab.", id="2025-03-03"))
    last = to_json(extract("Karla Voss unterstützt Panzerlieferungen.", id="2025-05-12"))
    path = tmp_path / "results.jsonl"
    path.write_text(f"{first}\nnonsense\n\n{last}\n", encoding="utf-8")
    return path


def test_a_bad_line_is_named_and_the_rest_is_delivered(results: Path) -> None:
    done = run(app, ["ledger", str(results)])
    assert done.exit_code == 1
    assert f"{results}:2: no stance/1 result" in done.stderr
    assert "2025-05-12" in done.stdout


def test_the_day_may_stand_in_the_id(results: Path) -> None:
    assert "changed position" in run(app, ["ledger", str(results), "--changes"]).stdout


def test_the_day_may_stand_in_the_result(tmp_path: Path) -> None:
    texts = {
        "b": ("2025-03-03", "Karla Voss lehnt Panzerlieferungen ab."),
        "a": ("2025-05-12", "Karla Voss unterstützt Panzerlieferungen."),
    }
    lines = (attrs.evolve(extract(text, id=id), date=day) for id, (day, text) in texts.items())
    path = tmp_path / "results.jsonl"
    path.write_text("".join(f"{to_json(line)}\n" for line in lines), encoding="utf-8")
    done = run(app, ["ledger", str(path)])
    assert done.stdout.index("2025-03-03") < done.stdout.index("2025-05-12")


def test_the_ending_sets_the_format(results: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run(app, ["ledger", str(results), "-o", str(out)])
    listed = json.loads(out.read_text(encoding="utf-8"))
    assert [s["statement"]["position"] for s in listed] == [-1, 1]


def test_standard_input_is_read(results: Path) -> None:
    done = run(app, ["ledger", "-", "-f", "csv"], input=results.read_bytes())
    assert len(done.stdout.splitlines()) == 3


def test_a_file_that_is_not_there_is_named(results: Path) -> None:
    done = run(app, ["ledger", "nowhere.jsonl", str(results)])
    assert (done.exit_code, "nowhere.jsonl: cannot be read" in done.stderr) == (1, True)
    assert "Karla Voss" in done.stdout


def test_an_unknown_actor_is_said(results: Path) -> None:
    done = run(app, ["ledger", str(results), "--actor", "Niemand"])
    assert "nobody is called 'Niemand'" in done.stderr


def test_an_actor_nearly_called_so_is_offered(results: Path) -> None:
    done = run(app, ["ledger", str(results), "--actor", "voss"])
    assert "did you mean 'Karla Voss'?" in done.stderr


def test_concepts_that_are_not_there_are_named(results: Path) -> None:
    done = run(app, ["ledger", str(results), "--concepts", "nowhere.yaml"])
    assert (done.exit_code, "stance: nowhere.yaml: S001 the file cannot be read" in done.stderr) == (1, True)


@pytest.mark.parametrize("line", ['{"id": "a"}', "nonsense", '{"id": "a", "date": "gestern"}'])
def test_a_line_without_a_date_is_named(results: Path, tmp_path: Path, line: str) -> None:
    dates = tmp_path / "dates.jsonl"
    dates.write_text(line + "\n", encoding="utf-8")
    assert f"{dates}:1: " in run(app, ["ledger", str(results), "--dates", str(dates)]).stderr


@pytest.mark.parametrize("separator", [",", ";"])
def test_dates_may_stand_in_a_table(results: Path, tmp_path: Path, separator: str) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(f"id{separator}date\n2025-03-03{separator}2024-01-01\n", encoding="utf-8")
    assert "2024-01-01" in run(app, ["ledger", str(results), "--dates", str(dates)]).stdout


def test_a_document_without_a_date_is_no_mistake(results: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.jsonl"
    dates.write_text('{"id": 7, "text": "Ruhe."}\n{"id": "2025-03-03", "date": "2024-01-01"}\n', encoding="utf-8")
    done = run(app, ["ledger", str(results), "--dates", str(dates)])
    assert (f"{dates}:" in done.stderr, "2024-01-01" in done.stdout) == (False, True)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("dates.csv", "document,day\na,2025-03-03\n", "1: no id with a date"),
        ("dates.csv", "id,date\na,2025-03-03\na,2025-03-04\n", "3: 'a' has another day already, 2025-03-03"),
        ("dates.jsonl", '{"id": "a", "date": "2025-03"}\n', "1: '2025-03' is no day"),
        ("dates.jsonl", '{"id": true, "date": "2025-03-03"}\n', "1: no id with a date"),
        ("dates.jsonl", "[" * 100000 + "\n", "1: no id with a date"),
    ],
)
def test_dates_that_cannot_be_are_named(results: Path, tmp_path: Path, name: str, text: str, problem: str) -> None:
    dates = tmp_path / name
    dates.write_text(text, encoding="utf-8")
    assert f"{dates}:{problem}" in run(app, ["ledger", str(results), "--dates", str(dates)]).stderr


def test_what_is_not_in_the_ledger_is_said(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text(to_json(extract("Es wird gefordert, die Steuern zu senken.")) + "\n", encoding="utf-8")
    done = run(app, ["ledger", str(path), "--changes"])
    assert "1 of 1 commitments has no named actor" in done.stderr
    assert "1 of 1 documents without a day: 'text'" in done.stderr
    assert done.exit_code == 0


def test_an_act_that_did_not_take_place_is_shown_as_such(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text(to_json(extract("Karla Voss forderte nicht die Maut.")) + "\n", encoding="utf-8")
    assert "·  demand (negated)  die Maut" in run(app, ["ledger", str(path)]).stdout


def test_an_actor_is_found_by_another_name(tmp_path: Path) -> None:
    path, own = tmp_path / "results.jsonl", tmp_path / "own.yaml"
    own.write_text("actors:\n  - {id: karla-voss, name: Karla Voss, kind: person, aliases: [KV]}\n", encoding="utf-8")
    path.write_text(to_json(extract("Karla Voss lehnt die Maut ab.")) + "\n", encoding="utf-8")
    assert "die Maut" in run(app, ["ledger", str(path), "--actors", str(own), "--actor", "KV"]).stdout


CONCEPTS = "concepts:\n  - {id: arms, pro: [Panzer liefern]}\n  - {id: gas, pro: [Gas kaufen]}\n"


@pytest.fixture
def concepts(tmp_path: Path) -> Path:
    path = tmp_path / "concepts.yaml"
    path.write_text(CONCEPTS, encoding="utf-8")
    return path


def test_a_concept_that_codes_nothing_is_said(results: Path, concepts: Path) -> None:
    done = run(app, ["ledger", str(results), "--matrix", "actor×concept", "--concepts", str(concepts)])
    assert "'gas' codes no statement" in done.stderr
    assert "'arms'" not in done.stderr


def test_statements_show_their_concepts(results: Path, concepts: Path) -> None:
    done = run(app, ["ledger", str(results), "--concepts", str(concepts), "-f", "csv"])
    rows = csv.DictReader(done.stdout.splitlines())
    assert [row["concepts"] for row in rows] == ["arms −", "arms +"]


@pytest.fixture
def quarrel(tmp_path: Path) -> Path:
    text = "Karla Voss lehnt Panzerlieferungen ab. Ruben Kast und Ada Lund unterstützen Panzerlieferungen."
    path = tmp_path / "quarrel.jsonl"
    path.write_text(to_json(extract(text, id="2025-03-03")) + "\n", encoding="utf-8")
    return path


def test_relations_of_one_actor_are_those_with_the_others(quarrel: Path) -> None:
    done = run(app, ["ledger", str(quarrel), "--relations", "--actor", "Karla Voss", "-f", "csv"])
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(r["one"], r["other"], r["oppositions"]) for r in rows] == [
        ("ada-lund", "karla-voss", "1"),
        ("karla-voss", "ruben-kast", "1"),
    ]


def test_relations_as_json_name_the_statements(quarrel: Path) -> None:
    found = json.loads(run(app, ["ledger", str(quarrel), "--relations", "-f", "json"]).stdout)
    assert {pair["kind"] for relation in found for pair in relation["pairs"]} == {"agreement", "opposition"}


@pytest.mark.parametrize(
    ("view", "nodes"),
    [
        (["--relations"], ["ada-lund", "karla-voss", "ruben-kast"]),
        (["--matrix", "actor×actor"], ["ada-lund", "karla-voss", "ruben-kast"]),
        (["--matrix", "actor×concept"], ["ada-lund", "concept:arms", "karla-voss", "ruben-kast"]),
    ],
)
def test_networks_are_graphs(quarrel: Path, concepts: Path, tmp_path: Path, view: list[str], nodes: list[str]) -> None:
    out = tmp_path / "net.graphml"
    done = run(app, ["ledger", str(quarrel), *view, "--concepts", str(concepts), "-o", str(out)])
    assert done.exit_code == 0
    graph = ElementTree.parse(out).getroot().find("{*}graph")
    assert graph is not None
    assert sorted(node.get("id", "") for node in graph.findall("{*}node")) == nodes
    ends = {end for edge in graph.findall("{*}edge") for end in (edge.get("source"), edge.get("target"))}
    assert ends == set(nodes)
    known = [data.text for data in graph.findall(".//{*}data") if data.get("key") == "node.known"]
    assert known == ["true"] * 3


def test_people_count_for_their_party(tmp_path: Path) -> None:
    text = "Werner Faymann lehnt Panzerlieferungen ab. Reinhold Mitterlehner unterstützt Panzerlieferungen."
    path = tmp_path / "results.jsonl"
    path.write_text(to_json(extract(text, id="2015-03-03")) + "\n", encoding="utf-8")
    done = run(app, ["ledger", str(path), "--relations", "--bodies", "-f", "csv"])
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(r["one_name"], r["other_name"], r["oppositions"]) for r in rows] == [("ÖVP", "SPÖ", "1")]


def test_a_statement_of_a_body_names_who_spoke(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text(to_json(extract("Bundeskanzler Olaf Scholz fordert Ruhe.")) + "\n", encoding="utf-8")
    (row,) = csv.DictReader(run(app, ["ledger", str(path), "--bodies", "-f", "csv"]).stdout.splitlines())
    told = [row[column] for column in ("name", "speaker", "mention", "body", "form", "rule")]
    assert told == ["SPD", "Olaf Scholz", "Bundeskanzler Olaf Scholz", "SPD", "reported", "demand.fordern"]


def test_only_the_days_asked_for_count(results: Path) -> None:
    done = run(app, ["ledger", str(results), "--since", "2025-05-01"])
    assert ("2025-05-12" in done.stdout, "2025-03-03" in done.stdout) == (True, False)


def test_actors_of_ones_own_are_known_everywhere(tmp_path: Path) -> None:
    actors = tmp_path / "own.yaml"
    actors.write_text("actors: [{id: feuerwehr, name: Feuerwehr, kind: organisation}]\n", encoding="utf-8")
    path = tmp_path / "results.jsonl"
    texts = {"2025-03-03": "Die Feuerwehr lehnt Panzer ab.", "2025-05-12": "Die Feuerwehr fordert Panzer."}
    path.write_text("".join(to_json(extract(t, id=d)) + "\n" for d, t in texts.items()), encoding="utf-8")
    plain, own = ["ledger", str(path), "--changes"], ["ledger", str(path), "--changes", "--actors", str(actors)]
    assert [("changed position" in run(app, args).stdout) for args in (plain, own)] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--matrix", "actor×concept"], "needs concepts"),
        (["--changes", "--relations"], "choose one"),
        (["--changes", "--format", "graphml"], "needs --relations or --matrix"),
        (["--since", "gestern"], "gestern"),
        (["--matrix", "actor×time", "--concepts", "x.yaml"], "no matrix"),
    ],
)
def test_wrong_usage_is_said(results: Path, arguments: list[str], problem: str) -> None:
    done = run(app, ["ledger", str(results), *arguments])
    assert (done.exit_code, problem in done.stderr) == (2, True)


def test_wrong_concepts_are_said(results: Path, tmp_path: Path) -> None:
    concepts = tmp_path / "concepts.yaml"
    concepts.write_text("concepts:\n  - {id: gas}\n", encoding="utf-8")
    done = run(app, ["ledger", str(results), "--matrix", "actor x concept", "--concepts", str(concepts)])
    assert (done.exit_code, f"{concepts}:2:" in done.stderr) == (1, True)


def test_of_many_lines_that_are_no_results_ten_are_named(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("Es schneit.\n" * 30, encoding="utf-8")
    said = run(app, ["ledger", str(path)]).stderr.splitlines()
    assert (len(said), said[-1]) == (11, "stance: 20 more lines that are left out")
