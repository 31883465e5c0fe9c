"""Reading texts, folders, JSONL and standard input: everything arrives or is named with its cure."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stance.io.documents import Document, Item, Problem, read
from stance.io.formats import InputFormat
from tests.strategies import characters


def items(*paths: Path | str, stdin: bytes = b"", format: InputFormat = InputFormat.AUTO) -> list[Item]:
    return list(read(paths, io.BytesIO(stdin), format))


def documents(found: list[Item]) -> list[tuple[str, str]]:
    return [(item.id, item.text) for item in found if isinstance(item, Document)]


def problems(found: list[Item]) -> list[Problem]:
    return [item for item in found if isinstance(item, Problem)]


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_file_is_one_document_named_after_it(tmp_path: Path) -> None:
    path = write(tmp_path / "rede.txt", "Guten Tag.")
    assert documents(items(path)) == [("rede", "Guten Tag.")]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "rede.txt", "eins\r\nzwei\rdrei\u2028vier\n")
    assert documents(items(path)) == [("rede", "eins\r\nzwei\rdrei\u2028vier\n")]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert documents(items(write(tmp_path / "a.txt", b"\xef\xbb\xbfTag"))) == [("a", "Tag")]
    assert documents(items(write(tmp_path / "b.jsonl", b'\xef\xbb\xbf{"text": "Tag"}'))) == [("b:1", "Tag")]


def test_latin1_is_refused_with_its_offset_and_cure(tmp_path: Path) -> None:
    path = write(tmp_path / "alt.txt", "Die Gr\u00fcnen".encode("latin-1"))
    (problem,) = problems(items(path))
    assert problem.where == str(path)
    assert "byte 0xfc at byte offset 6" in problem.what
    assert "iconv -f WINDOWS-1252 -t UTF-8" in problem.cure
    assert problem.fatal


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_other_unicode_encodings_are_named_once(tmp_path: Path, name: str, encoding: str) -> None:
    (problem,) = problems(items(write(tmp_path / name, '{"text": "Tag"}\n{"text": "Nacht"}\n'.encode(encoding))))
    assert problem.what == f"is {encoding}, not UTF-8"
    assert problem.cure == f"iconv -f {encoding} -t UTF-8"


def test_binary_files_are_refused(tmp_path: Path) -> None:
    (problem,) = problems(items(write(tmp_path / "bild.txt", b"PNG\x00\x01")))
    assert "NUL byte at byte offset 3" in problem.what


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    assert documents(items(write(tmp_path / "leer.txt", ""))) == [("leer", "")]


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    found = items(tmp_path / "fort.txt", write(tmp_path / "da.txt", "Da."))
    assert documents(found) == [("da", "Da.")]
    assert "No such file" in problems(found)[0].what


def test_a_folder_is_searched_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", "b")
    write(tmp_path / "a" / "z.txt", "z")
    write(tmp_path / "a.jsonl", '{"text": "j", "id": "j"}')
    write(tmp_path / "bild.png", b"\0")
    write(tmp_path / ".geheim.txt", "x")
    assert documents(items(tmp_path)) == [("j", "j"), ("b", "b"), ("a/z", "z")]
    assert not problems(items(tmp_path))


def test_a_folder_without_texts_is_a_problem(tmp_path: Path) -> None:
    (problem,) = problems(items(tmp_path))
    assert "no .txt or .jsonl file" in problem.what


def test_a_folder_that_cannot_be_listed_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt", "Tag")
    (tmp_path / "locked").mkdir()
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    document, problem = items(tmp_path)
    assert isinstance(document, Document)
    assert document.text == "Tag"
    assert isinstance(problem, Problem)
    assert (problem.where, problem.what) == (str(tmp_path / "locked"), "cannot be read: Permission denied")


def test_results_that_lie_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    results = write(tmp_path / "out.jsonl", '{"schema": "stance/1", "commitments": []}')
    write(tmp_path / "a.txt", "Tag.")
    assert items(tmp_path) == [Document("a", "Tag.", str(tmp_path / "a.txt"))]
    assert problems(items(results))[0].what == 'no key "text"'


def test_each_line_of_jsonl_is_a_document(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "eins"}\n\n{"text": "drei", "id": 3}\n{"text": "vier", "id": "v"}')
    assert documents(items(path)) == [("a:1", "eins"), ("3", "drei"), ("v", "vier")]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "no JSON at column 2"),
        ("[1]", "no JSON object"),
        ("{}", 'no key "text"'),
        ('{"text": 3}', '"text" is not a string'),
        ('{"text": "a", "id": true}', '"id" is neither a string nor a number'),
        ('{"text": "a\\ud800b"}', "half a surrogate pair, \\ud800, at character 1 of the text"),
        ('{"text": "a", "id": "\\udfff"}', "at character 0 of the id"),
        ("[" * 100_000, "no JSON"),
        ('{"text": ' + "1" * 5000 + "}", "no JSON that can be read"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, what: str) -> None:
    path = write(tmp_path / "a.jsonl", f'{{"text": "vor"}}\n{line}\n{{"text": "nach"}}\n')
    found = items(path)
    (problem,) = problems(found)
    assert problem.where == f"{path}:2"
    assert what in problem.what
    assert problem.cure
    assert [text for _, text in documents(found)] == ["vor", "nach"]


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text": "gr\xfcn"}\n{"text": "rot"}')
    found = items(path)
    assert "byte 0xfc at byte offset 12" in problems(found)[0].what
    assert [text for _, text in documents(found)] == ["rot"]


def test_a_repeated_id_is_a_notice_and_both_documents_count(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "eins", "id": "x"}\n{"text": "zwei", "id": "x"}')
    found = items(path)
    assert len(documents(found)) == 2
    assert [problem.fatal for problem in problems(found)] == [False]


def test_standard_input_is_text_unless_its_first_line_is_a_document() -> None:
    assert documents(items("-", stdin=b"Tag.\nAbend.")) == [("stdin", "Tag.\nAbend.")]
    assert documents(items("-", stdin=b'{"text": "Tag."}\n{"text": "Abend."}')) == [
        ("stdin:1", "Tag."),
        ("stdin:2", "Abend."),
    ]


def test_the_format_of_standard_input_can_be_forced() -> None:
    line = b'{"text": "Tag."}'
    assert documents(items("-", stdin=line, format=InputFormat.TEXT)) == [("stdin", line.decode())]
    assert problems(items("-", stdin=b"Tag.", format=InputFormat.JSONL))[0].where == "<stdin>:1"


def test_other_endings_are_read_by_what_they_hold(tmp_path: Path) -> None:
    assert documents(items(write(tmp_path / "rede.md", "# Rede"))) == [("rede", "# Rede")]
    assert documents(items(write(tmp_path / "x.json", '{"text": "Tag.", "id": "t"}'))) == [("t", "Tag.")]


def test_reading_is_a_stream(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "eins"}\n{\n')
    stream = read([path, tmp_path / "fort.txt"], io.BytesIO())
    assert next(stream) == Document("a:1", "eins", f"{path}:1")


@given(st.text(characters(), max_size=80))
def test_any_text_comes_through_jsonl_unchanged(text: str) -> None:
    line = json.dumps({"text": text}).encode()
    assert documents(items("-", stdin=line, format=InputFormat.JSONL)) == [("stdin:1", text)]


@given(st.binary(max_size=60))
def test_any_bytes_give_documents_or_problems(data: bytes) -> None:
    for format in InputFormat:
        assert all(isinstance(item, Document | Problem) for item in items("-", stdin=data, format=format))


@pytest.mark.parametrize("date", ["2023-13-01", "2023-02-30", "1.5.2023"])
def test_a_day_that_the_calendar_does_not_have_is_a_problem(tmp_path: Path, date: str) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": "Guten Tag.", "date": date}))
    assert [p.what for p in problems(items(path))] == ['"date" is no ISO date']
