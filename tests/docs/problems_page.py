"""Writes docs/rule-problems.md from the codes and their golden cases: ``python -m tests.docs.problems_page``.

Flows in: ``stance.rules.errors.CODES`` and the folders of tests/rules/errors; flows out: one section a code with a pack
that has the problem and what ``stance rules check`` says of it.
"""

from __future__ import annotations

from pathlib import Path

from stance.rules.errors import CODES, is_warning

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rule-problems.md"
CASES = ROOT / "tests" / "rules" / "errors"
_LONGEST = 160

_HEAD = """# Problems of rule packs

Every problem that `stance rules check` reports, with a pack that has it and the message. Codes up to S099 are
errors: the pack cannot be used. Codes from S101 are warnings: the pack works, and hardly means what its author wants;
`--strict` makes them fail, `--ignore CODE` leaves one out. `python -m tests.docs.problems_page` writes this page.

| code | | what it means |
|---|---|---|
"""


def page() -> str:
    """The page as Markdown."""
    rows = [f"| [{code}](#{code.lower()}) | {_severity(code)} | {meaning} |" for code, meaning in CODES.items()]
    return _HEAD + "\n".join(rows) + "\n" + "".join(_section(code, meaning) for code, meaning in CODES.items())


def _severity(code: str) -> str:
    return "warning" if is_warning(code) else "error"


def _section(code: str, meaning: str) -> str:
    head = f"\n## {code}\n\n{meaning[0].upper()}{meaning[1:]} ({_severity(code)}).\n"
    return head + (_unread() if code == "S001" else "".join(map(_case, sorted(CASES.glob(f"{code[1:]}_*")))))


def _unread() -> str:
    return "\nThe operating system says why; check the path and its permissions.\n"


def _case(case: Path) -> str:
    """What is wrong in the files of a case, and the message."""
    files = sorted(case.rglob("*.yaml"))
    shown = "".join(f"\n{_named(file, case)}```yaml\n{text}```\n" for file in files if (text := _text(file)))
    return f"{shown}\n```text\n{_text(case / 'out.txt')}```\n"


def _named(file: Path, case: Path) -> str:
    return "" if file.parent == case else f"`{file.relative_to(case)}`\n\n"


def _text(file: Path) -> str:
    """A file as a page can show it: nothing for one that is not UTF-8, characters without a shape replaced."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    shown = "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text)
    lines = (line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…" for line in shown.split("\n"))
    return "\n".join(lines).strip("\n") + "\n" if shown.strip() else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
