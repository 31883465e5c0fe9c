"""Writing results as JSONL, CSV and tables, and files that appear only when they are complete."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given

from stance.io.documents import Document
from stance.io.table import TableWriter, console
from stance.io.writers import COLUMNS, CsvWriter, JsonlWriter, output, partial
from stance.model import Actor, CommitmentType, DocumentResult, Mention, Polarity, SpanSet, Status
from stance.serialise import from_json
from tests.strategies import results
from tests.test_model import TEXT, demand, result

DOCUMENT = Document("d1", TEXT, "d1.txt")


def table(found: DocumentResult, document: Document = DOCUMENT) -> str:
    stream = io.StringIO()
    TableWriter(console(stream)).write(found, document)
    return stream.getvalue()


def test_jsonl_is_one_line_a_result() -> None:
    stream = io.StringIO()
    writer = JsonlWriter(stream)
    writer.write(result(demand()), DOCUMENT)
    writer.write(result(), DOCUMENT)
    assert [from_json(line) for line in stream.getvalue().splitlines()] == [result(demand()), result()]


@given(results())
def test_a_jsonl_line_holds_no_line_end(found: DocumentResult) -> None:
    stream = io.StringIO()
    JsonlWriter(stream).write(found, DOCUMENT)
    assert stream.getvalue().count("\n") == 1


@given(results())
def test_csv_has_one_row_a_commitment(found: DocumentResult) -> None:
    stream = io.StringIO(newline="")
    CsvWriter(stream).write(found, DOCUMENT)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert len(rows) == len(found.commitments)
    assert [row["type"] for row in rows] == [commitment.type.value for commitment in found.commitments]
    assert all(tuple(row) == COLUMNS for row in rows)


def test_csv_spells_spans_and_sources() -> None:
    sources = (Actor("FAZ", SpanSet(((0, 3),)), "Frankfurter Allgemeine"), Actor("dpa", SpanSet(((4, 7),))))
    stream = io.StringIO()
    CsvWriter(stream).write(result(demand(sources=sources)), DOCUMENT)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (row["document"], row["cue_spans"], row["cue_lemma"]) == ("d1", "8-15", "fordern")
    assert row["sources"] == "Frankfurter Allgemeine; dpa"
    assert row["content_negated"] == "false"


def test_the_table_says_who_what_and_to_whom() -> None:
    lines = table(result(demand())).splitlines()
    assert lines[0].startswith("d1 ")
    assert lines[0].endswith(" 1 commitment")
    assert lines[3] == TEXT
    for part in ("Die SPD", "+ demand", "acht Prozent", "→ Merz"):
        assert part in lines[4]


def test_the_table_flags_what_is_not_ordinary() -> None:
    changes = {"status": Status.NEGATED, "polarity": Polarity.NEGATIVE, "content_negated": True}
    text = table(
        result(demand(force=CommitmentType.REFUSAL, condition=Mention("falls", SpanSet(((0, 5),))), **changes))
    )
    for part in ("− demand › refusal", "  negated\n", "  content negated\n", "if: falls"):
        assert part in text


def test_the_table_shows_resolved_names_beside_their_mentions() -> None:
    assert "Friedrich Merz (er)" in table(result(demand(actor=Actor("er", SpanSet(((0, 2),)), "Friedrich Merz"))))


def test_the_table_of_nothing_says_so() -> None:
    assert "no commitments" in table(result())


@given(results())
def test_a_plain_table_is_readable_at_width_100(found: DocumentResult) -> None:
    text = table(found, Document("d", "x" * 300, "d.txt"))
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_plain_lines_are_no_longer_than_the_width() -> None:
    long = demand(content=Mention("Wort " * 60, SpanSet(((0, 300),))), actor=Actor("A" * 90, SpanSet(((0, 90),))))
    assert max(map(len, table(result(long)).split("\n"))) <= 100


def test_the_table_passes_no_control_characters_to_the_terminal() -> None:
    document = Document("d\x1b[2J", "Die \x1b[31mSPD\x07 fordert von Merz acht Prozent.", "d.txt")
    assert "\x1b" not in table(result(demand(actor=Actor("S\x1b[1mPD", SpanSet(((0, 7),))))), document)


def test_an_output_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with output(path) as stream:
        stream.write("eins\n")
        assert not path.exists()
    assert path.read_text() == "eins\n"
    assert not partial(path).exists()


def test_an_interrupted_output_leaves_the_old_file_and_keeps_finished_lines(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("alt\n")

    def interrupted() -> None:
        with output(path) as stream:
            stream.write("neu\n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text() == "alt\n"
    assert partial(path).read_text() == "neu\n"
