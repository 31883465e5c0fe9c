"""Reading packs: files, folders, names, what packs take from each other, and any text at all."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stance.model import Polarity, Status
from stance.rules.errors import RuleError
from stance.rules.reader import load_packs, parse_pack, read_pack, shipped
from stance.rules.schema import ExampleSpan, FrameRole, Pack, Slot, SlotKind
from stance.rules.writer import dump_pack
from tests.strategies import packs

HEAD = "pack: my.pack\nversion: 1.0.0\n"
RULE = """\
  - id: {id}
    type: demand
    cue: {{verb: [{verb}]}}
    frames:
      - {{actor: subject, content: clause.dass | accusative, addressee: pp.von}}
"""


def rule(name: str = "demand.fordern", verb: str = "fordern", rest: str = "") -> str:
    return RULE.format(id=name, verb=verb) + rest


def problems(text: str) -> list[str]:
    with pytest.raises(RuleError) as caught:
        parse_pack(text)
    return [problem.code for problem in caught.value.problems]


# --- one pack --------------------------------------------------------------------------------------------------------


def test_slots_are_alternatives_in_order() -> None:
    frame = parse_pack(f"{HEAD}rules:\n{rule()}").rules[0].frames[0]
    assert frame.content == (Slot(SlotKind.CLAUSE, "dass"), Slot(SlotKind.ACCUSATIVE))
    assert frame.addressee == (Slot(SlotKind.PP, "von"),)
    assert frame.optional == frozenset()


def test_a_question_mark_makes_a_role_optional() -> None:
    pack = parse_pack(f"{HEAD}rules:\n{rule()}".replace("content:", "content?:"))
    assert pack.rules[0].frames[0].optional == {FrameRole.CONTENT}


def test_polarity_by_judgement() -> None:
    text = f"{HEAD}rules:\n{rule(rest='    polarity: judgement' + chr(10))}".replace(
        "addressee: pp.von", "judgement: als"
    )
    assert parse_pack(text).rules[0].polarity_by_judgement
    assert parse_pack(text).rules[0].polarity is None


def test_a_rule_knows_its_file_and_line() -> None:
    found = parse_pack(f"{HEAD}rules:\n{rule()}{rule('demand.zwei')}", "some.yaml").rules
    assert [(one.source, one.line) for one in found] == [("some.yaml", 4), ("some.yaml", 9)]


def test_examples_nest_and_roles_may_come_twice() -> None:
    rest = "    examples:\n      - '[Sie]{actor} [lehnt]{cue} [[den]{cue} Plan]{content} [ab]{cue}, \\[sic\\].'\n"
    example = parse_pack(f"{HEAD}rules:\n{rule(rest=rest)}").rules[0].examples[0]
    assert example.text == "Sie lehnt den Plan ab, [sic]."
    assert [(span.role, example.text[span.start : span.end]) for span in example.spans] == [
        ("actor", "Sie"),
        ("cue", "lehnt"),
        ("content", "den Plan"),
        ("cue", "den"),
        ("cue", "ab"),
    ]
    assert example.spans[0] == ExampleSpan("actor", 0, 3)


def test_expectations_and_negated_outcomes() -> None:
    rest = (
        "    negated: {type: refusal, polarity: negative}\n    examples:\n"
        '      - {text: "[Fordert]{cue} nichts.", expect: {status: negated, actor: null}}\n'
    )
    found = parse_pack(f"{HEAD}rules:\n{rule(rest=rest)}").rules[0]
    assert found.examples[0].expect == (("actor", "null"), ("status", "negated"))
    assert found.negated is not None
    assert (found.negated.polarity, found.negated.status) == (Polarity.NEGATIVE, Status.ACTUAL)


def test_token_patterns_are_json() -> None:
    text = f"{HEAD}rules:\n{rule()}".replace(
        "verb: [fordern]", "tokens: [[{LOWER: {IN: [so]}, IS_ALPHA: true, LENGTH: 2}]]"
    )
    assert parse_pack(text).rules[0].cue.patterns == ('[{"IS_ALPHA": true, "LENGTH": 2, "LOWER": {"IN": ["so"]}}]',)


def test_words_that_look_like_booleans_and_numbers_stay_words() -> None:
    assert parse_pack("pack: my.pack\nversion: 1.0\nlists: {short: [no, 7, on]}").lists == (
        ("short", ("no", "7", "on")),
    )


@pytest.mark.parametrize("name", ["null", "~", ""])
def test_null_is_no_name(name: str) -> None:
    assert problems(f"pack: {name}\nversion: 1.0.0\nrules:\n{rule()}") == ["S010"]


def test_null_in_quotation_marks_is_a_name() -> None:
    assert parse_pack(f'pack: "null"\nversion: 1.0.0\nrules:\n{rule()}').name == "null"


def test_anchors_do_not_repeat_problems() -> None:
    text = f"{HEAD}rules:\n{rule()}    requires: &same {{actr: any}}\n    unless: *same\n"
    assert problems(text) == ["S006"]


@pytest.mark.parametrize(
    "text", ["&a [*a]", "&a {pack: *a, version: *a}", "[" * 1500, "{a: " * 1500, "--- a\n--- b", "!!x y"]
)
def test_strange_yaml_is_reported(text: str) -> None:
    assert problems(text)


def test_recursive_token_patterns_are_reported() -> None:
    text = f"{HEAD}rules:\n{rule()}".replace("verb: [fordern]", "tokens: [[&a {LOWER: {IN: *a}}]]")
    assert problems(text) == ["S005"]


# --- files and folders -----------------------------------------------------------------------------------------------


def test_a_folder_is_one_pack(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(HEAD + "lists: {goods: [Waffen]}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("rules:\n" + rule(), encoding="utf-8")
    (tmp_path / "a.yml").write_text("rules:\n" + rule("demand.alt", "verlangen"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no YAML", encoding="utf-8")
    pack = read_pack(tmp_path)
    assert [one.id for one in pack.rules] == ["demand.alt", "demand.fordern"]
    assert [os.path.basename(one.source) for one in pack.rules] == ["a.yml", "b.yaml"]
    assert read_pack(str(tmp_path)) == pack


def test_the_byte_order_mark_of_utf8_and_line_ends_of_windows_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEAD}rules:\n{rule()}".replace("\n", "\r\n").encode())
    assert read_pack(path).rules == parse_pack(f"{HEAD}rules:\n{rule()}").rules


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"\x00\x01\x02", "S002", "binary"),
        ("pack: x".encode("utf-16"), "S002", "UTF-16"),
        (b"pack: \xff", "S002", "0xff"),
        (b"\xed\xa0\x80", "S002", "UTF-8"),
        (b"", "S003", "empty"),
    ],
)
def test_files_that_are_no_text_are_reported_with_their_name(tmp_path: Path, data: bytes, code: str, says: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    with pytest.raises(RuleError, match=says) as caught:
        read_pack(path)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.file.endswith("bad.yaml")
    assert problem.help


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(HEAD + "colour: red\n", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(RuleError) as caught:
        read_pack(tmp_path)
    assert sorted(problem.code for problem in caught.value.problems) == ["S001", "S006"]


def test_a_pack_can_lie_in_a_zip_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "packs.zip", "w") as archive:
        archive.writestr("mine/pack.yaml", HEAD)
        archive.writestr("mine/demand.yaml", "rules:\n" + rule())
    pack = read_pack(zipfile.Path(tmp_path / "packs.zip", "mine/"))
    assert [one.id for one in pack.rules] == ["demand.fordern"]
    assert pack.rules[0].source.endswith("demand.yaml")


def test_lists_of_a_file_that_cannot_be_read_are_not_missed(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(
        f"{HEAD}rules:\n{rule(rest='    requires: {content: $goods}' + chr(10))}", "utf-8"
    )
    (tmp_path / "lists.yaml").write_text("lists: {goods: [Waffen", "utf-8")
    with pytest.raises(RuleError) as caught:
        read_pack(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["S004"]


@pytest.mark.parametrize(("source", "says"), [("nowhere.yaml", "check the path"), ("de.cor", "did you mean 'de.core'")])
def test_what_does_not_exist_is_named_with_what_does(source: str, says: str) -> None:
    with pytest.raises(RuleError, match=says) as caught:
        load_packs([source])
    assert caught.value.problems[0].code == "S023"


def test_the_shipped_pack_is_found_by_name() -> None:
    assert "de.core" in shipped()
    assert read_pack("de.core").name == "de.core"


# --- packs together --------------------------------------------------------------------------------------------------


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.yaml"
    listed = "lists:\n  goods: [Waffen, Geld]\n  evaluative_negative: [falsch]\n"
    text = f"pack: base\nversion: 2.0.0\n{listed}rules:\n{rule(rest='    requires: {content: $goods}' + chr(10))}"
    path.write_text(text + rule("demand.verlangen", "verlangen"), encoding="utf-8")
    return path


def test_a_later_rule_replaces_one_of_the_same_id(base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{HEAD}extends: base.yaml\nrules:\n{rule(verb='erheischen')}", encoding="utf-8")
    rules = load_packs([mine])
    assert [pack.name for pack in rules.packs] == ["base", "my.pack"]
    assert [one.cue.words for one in rules.rules] == [("erheischen",), ("verlangen",)]
    assert [rules.pack_of(one.id) for one in rules.rules] == ["my.pack", "base"]
    assert rules.info.pack == "base+my.pack"


@pytest.mark.parametrize(("off", "left"), [("demand.fordern", ["demand.verlangen"]), ("demand.*", [])])
def test_rules_can_be_switched_off(base: Path, tmp_path: Path, off: str, left: list[str]) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{HEAD}extends: base.yaml\noff: [{off}]\n", encoding="utf-8")
    assert [one.id for one in load_packs([mine]).rules] == left


def test_lists_are_put_in_and_own_lists_go_before_those_of_the_base(base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    own = "lists:\n  goods: [Hilfe]\n  all: [$goods, $evaluative_negative]\n"
    unless = "    unless: {content: [$all, Rat]}\n"
    text = f"{HEAD}extends: base.yaml\n{own}rules:\n{rule('demand.mine', rest=unless)}"
    mine.write_text(text, encoding="utf-8")
    found = load_packs([mine])
    requires = [one.requires.content for one in found.rules]
    assert requires == [("Waffen", "Geld"), (), ()]
    mine_rule = found.rule("demand.mine")
    assert mine_rule is not None
    assert mine_rule.unless.content == ("Hilfe", "falsch", "Rat")
    assert read_pack(mine).rules[0].unless.content == ("$all", "Rat")


def test_the_last_pack_decides_how_a_word_judges(base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{HEAD}lists: {{evaluative_positive: [gut, falsch]}}\n", encoding="utf-8")
    both = load_packs([base, mine])
    assert both.evaluative("Gut") is Polarity.POSITIVE
    assert both.evaluative("falsch") is Polarity.POSITIVE
    assert load_packs([mine, base]).evaluative("falsch") is Polarity.NEGATIVE
    assert both.evaluative("grün") is None


def test_a_pack_named_twice_is_read_once(base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{HEAD}extends: ./base.yaml\n", encoding="utf-8")
    assert len(load_packs([base, mine, base]).packs) == 2


def test_packs_of_one_name_keep_their_own_lists(tmp_path: Path) -> None:
    for at, word in enumerate(("Waffen", "Geld")):
        listed = f"lists: {{goods: [{word}]}}\nrules:\n"
        text = HEAD + listed + rule(f"demand.{at}", rest="    requires: {content: $goods}\n")
        (tmp_path / f"{at}.yaml").write_text(text, encoding="utf-8")
    found = load_packs([tmp_path / "0.yaml", tmp_path / "1.yaml"])
    assert [one.requires.content for one in found.rules] == [("Waffen",), ("Geld",)]
    assert found.words("goods") == {"Waffen", "Geld"}


def test_problems_of_all_packs_come_together(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(f"{HEAD}colour: red\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_packs([tmp_path / "a.yaml", tmp_path / "b.yaml", "de.cor"])
    assert len(caught.value.problems) == 3


# --- any text --------------------------------------------------------------------------------------------------------

SETTINGS = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SETTINGS
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("[]{}:-'\"\\\n $|&*"), max_size=60))
def test_any_text_is_read_or_reported_at_a_place_of_the_file(text: str) -> None:
    tried = f"{HEAD}rules:\n  - {text}"
    try:
        parse_pack(tried)
    except RuleError as error:
        for problem in error.problems:
            assert problem.text in tried
            assert 0 <= problem.column <= problem.end_column


@SETTINGS
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_reported(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.yaml"
    path.write_bytes(data)
    with pytest.raises(RuleError):
        read_pack(path)


@SETTINGS
@given(packs(min_rules=1), st.data())
def test_an_unknown_key_is_reported_exactly_where_it_stands(pack: Pack, data: st.DataObject) -> None:
    text = dump_pack(pack)
    openings = [match.end() for match in re.finditer(r"(?m)^ {6}- \{(?=\w+\??: )|^    (?=type: )", text)]
    at = data.draw(st.sampled_from(openings))
    inserted = "unknwon: x, " if text[at - 1] == "{" else "unknwon: x\n    "
    with pytest.raises(RuleError) as caught:
        parse_pack(text[:at] + inserted + text[at:])
    (problem,) = [found for found in caught.value.problems if found.code == "S006"]
    before = text[:at].split("\n")
    assert (problem.line, problem.column) == (len(before), len(before[-1]) + 1)
    assert problem.text[problem.column - 1 : problem.end_column - 1] == "unknwon"
