"""The JSON Schema of packs: it is made from the classes, and says of one file what the reader says of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from stance.rules.errors import CODES, RuleError
from stance.rules.reader import parse_pack, shipped
from stance.rules.schema import Pack
from stance.rules.writer import dump_pack
from stance.schema import pack_schema, rule_pack
from tests.strategies import Mutant, mutants, packs

CASES = sorted(path for path in (Path(__file__).parent / "errors").iterdir() if path.is_dir())
# What only the reader can say: files that are no YAML, what several rules or packs share, and German words.
BEYOND = (
    "S002",
    "S003",
    "S004",
    "S007",
    "S013",
    "S014",
    "S015",
    "S017",
    "S018",
    "S020",
    "S021",
    "S022",
    "S023",
    "S024",
)
BEYOND = frozenset((*BEYOND, "S025", "S026", "S027", *(code for code in CODES if code >= "S1")))


@cache
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(pack_schema())
    return Draft7Validator(pack_schema())


def load(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_duplicate_keys = True
    return yaml.load(text)


def test_the_committed_schema_is_the_one_that_the_classes_give() -> None:
    assert pack_schema() == rule_pack.generate(), "run: python -m stance.schema.generate"


@pytest.mark.parametrize("name", shipped())
def test_shipped_packs_fit(name: str) -> None:
    files = [item for item in shipped()[name].iterdir() if item.name.endswith(".yaml")]
    assert files
    for file in files:
        assert not list(validator().iter_errors(load(file.read_text(encoding="utf-8")))), file.name


@given(packs())
def test_what_the_reader_accepts_fits(pack: Pack) -> None:
    assert not list(validator().iter_errors(load(dump_pack(pack))))


@given(mutants())
def test_what_it_says_no_to_the_reader_rejects(mutant: Mutant) -> None:
    if list(validator().iter_errors(load(mutant.text))):
        with pytest.raises(RuleError):
            parse_pack(mutant.text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_no_where_the_reader_does(case: Path) -> None:
    code = f"S{case.name[:3]}"
    if code in BEYOND or case.name in ("008_no_pack_yaml", "006_head_outside_pack_yaml"):
        return
    text = (case / "in.yaml").read_text(encoding="utf-8")
    assert list(validator().iter_errors(load(text)))


@pytest.mark.parametrize("case", [case for case in CASES if f"S{case.name[:3]}" >= "S1"], ids=lambda case: case.name)
def test_it_says_yes_where_the_reader_only_warns(case: Path) -> None:
    assert not list(validator().iter_errors(load((case / "in.yaml").read_text(encoding="utf-8"))))


def test_every_key_has_a_description() -> None:
    definitions = pack_schema()["definitions"]
    keys = [
        (name, key)
        for name, schema in definitions.items()
        for key, value in schema.get("properties", {}).items()
        if "description" not in value
    ]
    assert not keys
