"""The reference page of the core pack is current and names everything that the pack holds."""

from __future__ import annotations

from pathlib import Path

from stance.authoring.reference import main, reference
from stance.rules.reader import parse_pack, read_pack

PAGE = Path(__file__).parents[2] / "docs" / "pack-reference.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(read_pack("de.core")), (
        "run python -m stance.authoring.reference"
    )


def test_every_rule_and_sense_is_on_it() -> None:
    pack, page = read_pack("de.core"), reference(read_pack("de.core"))
    assert all(f"#### {rule.id}\n" in page for rule in pack.rules)
    assert all(f"| {sense.cue} | {sense.sense} |" in page for sense in pack.senses)


def test_the_page_of_a_small_pack(tmp_path: Path) -> None:
    text = """
pack: my.pack
version: 1.0.0
rules:
  - id: demand.my
    type: demand
    family: Forderung
    doc: Demanding.
    cue: {verb: [fordern]}
    frames: [{actor: subject, content?: accusative, unless: {content: [Opfer]}}]
    strength: strong
    negated: {type: refusal}
    examples: ["[Sie]{actor} [fordern]{cue} [Geld]{content}.", {none: "Das Unglück forderte Opfer."}]
senses:
  - {cue: fordern, sense: cost, gives: none, example: "Das Unglück [forderte]{cue} Opfer."}
"""
    page = reference(parse_pack(text))
    for line in (
        "### Forderung",
        "fordern",
        "- verb: *fordern*",
        "- frame `actor: subject, content?: accusative, unless {content: Opfer}`",
        "- strength: strong; negated: refusal actual",
        "- [Sie]{actor} [fordern]{cue} [Geld]{content}.",
        "- *none:* Das Unglück forderte Opfer.",
        "| fordern | cost | – | Das Unglück [forderte]{cue} Opfer. |",
        "- *fordern*: [demand.my](#demandmy)",
    ):
        assert line in page.split("\n")
    (tmp_path / "my.yaml").write_text(text, encoding="utf-8")
    main([str(tmp_path / "my.yaml"), "-o", str(tmp_path / "page.md")])
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == page
