"""Messages for wrong packs, compared as a whole: one folder a case, named by the code that it shows.

To renew the expected output after a wording was changed, delete ``out.txt`` and run the test once: it writes the file
and fails.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stance.authoring.check import check_pack
from stance.rules.errors import CODES, Problem, RuleError, is_warning, suggest
from stance.rules.reader import load_packs

CASES = sorted(path for path in (Path(__file__).parent / "errors").iterdir() if path.is_dir())


def report(source: str) -> str:
    with pytest.raises(RuleError) as caught:
        load_packs([source])
    return f"{caught.value}\n"


def remarks(source: str) -> str:
    load_packs([source])
    return "\n\n".join(map(str, check_pack(source).problems)) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    source = "in.yaml" if (case / "in.yaml").exists() else "./in"
    rendered = remarks(source) if is_warning(f"S{case.name[:3]}") else report(source)
    expected = case / "out.txt"
    if not expected.exists():
        expected.write_text(rendered, encoding="utf-8")
        pytest.fail("out.txt was missing and is written now: read it, then run again")
    assert rendered == expected.read_text(encoding="utf-8")
    assert f"S{case.name[:3]} " in rendered


def test_every_code_has_a_case_or_is_about_the_file_system() -> None:
    shown = {code for case in CASES for code in re.findall(r"\bS\d{3}\b", (case / "out.txt").read_text("utf-8"))}
    assert shown == set(CODES) - {"S001"}


def test_carets_stand_under_the_offending_text() -> None:
    for case in CASES:
        lines = (case / "out.txt").read_text("utf-8").split("\n")
        for head, line, carets in zip(lines, lines[1:], lines[2:], strict=False):
            if "^" in carets and (named := re.search(r"(?:unknown (?:key|slot|role)|no list) '(\$?[^']+)'", head)):
                start, end = carets.index("^"), carets.rindex("^") + 1
                assert line[start:end].removeprefix("$") == named[1]


def test_a_long_line_is_cut_around_the_offending_text() -> None:
    text = "a" * 300 + "WRONG" + "b" * 300
    shown = str(Problem("S006", "x", "f.yaml", 1, 301, 306, text)).split("\n")
    assert shown[1].startswith("  1 | …")
    assert shown[1].endswith("…")
    assert len(shown[1]) < 130
    assert shown[1][shown[2].index("^") : shown[2].rindex("^") + 1] == "WRONG"


def test_a_tab_before_the_offending_text_is_kept_as_a_tab() -> None:
    assert str(Problem("S004", "x", "f.yaml", 1, 2, 3, "\tx")).split("\n")[2].endswith("| \t^")


def test_suggestions_name_the_nearest_option_or_all() -> None:
    assert suggest("Demand", ["demand", "denial"]) == "did you mean 'demand'?"
    assert suggest("zzz", ["demand", "denial"]) == "write one of: demand, denial"
    assert suggest("zzz", []) == ""
