"""Examples written into packs: where they go, and that nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from stance.authoring.editing import EditError, NewExample, add_examples, write_examples
from stance.rules.reader import parse_pack
from stance.rules.schema import Pack
from stance.rules.writer import dump_pack
from tests.strategies import packs

HEAD = """# a pack
pack: my.pack
version: 1.0.0
rules:
  - id: demand.a  # first
    type: demand
    cue: {verb: [fordern]}
    frames: [{actor: subject, content: accusative}]
"""
TAIL = """
  - id: demand.b
    type: demand
    cue: {verb: [verlangen]}
    frames: [{actor: subject, content: accusative}]
"""
NEW = [NewExample("[Sie]{actor} [fordert]{cue} [Ruhe]{content}."), NewExample("Er geht.", negative=True)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '    examples:\n      - "[Sie]{actor} [fordert]{cue} [Ruhe]{content}."\n      - none: "Er geht."\n'),
        (
            '    examples:\n    - none: "Es regnet."  # dry\n',
            '    examples:\n    - none: "Es regnet."  # dry\n'
            '    - "[Sie]{actor} [fordert]{cue} [Ruhe]{content}."\n    - none: "Er geht."\n',
        ),
        (
            "    examples: [{none: Es regnet.}]\n",
            '    examples: [{none: Es regnet.}, "[Sie]{actor} [fordert]{cue} [Ruhe]{content}.", {none: "Er geht."}]\n',
        ),
    ],
)
def test_examples_go_below_those_that_are_there(before: str, after: str) -> None:
    assert add_examples(HEAD + before + TAIL, "demand.a", NEW) == HEAD + after + TAIL


@given(packs(min_rules=1))
def test_a_pack_with_more_examples_is_the_same_pack_with_more_examples(pack: Pack) -> None:
    rule = pack.rules[-1]
    changed = parse_pack(add_examples(dump_pack(pack), rule.id, NEW[1:]))
    assert changed.rules[:-1] == pack.rules[:-1]
    assert changed.rules[-1].examples[:-1] == rule.examples
    assert (changed.rules[-1].examples[-1].text, changed.rules[-1].examples[-1].negative) == ("Er geht.", True)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(EditError, match=r"my\.yaml: there is no rule 'demand\.c'"):
        add_examples(HEAD, "demand.c", NEW, "my.yaml")
    with pytest.raises(EditError, match="no YAML"):
        add_examples("{", "demand.a", NEW)
    with pytest.raises(EditError, match="cannot be read"):
        write_examples(tmp_path / "none.yaml", "demand.a", NEW)
