"""Packs from files: finds packs by name, reads folders and files, resolves ``extends``, ``off`` and ``$list``.

Flows in: names, paths or resources. Flows out: a :class:`Pack`, or several as a :class:`RuleSet`; or a
:class:`RuleError` with every mistake of every file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import attrs

from stance.rules.errors import Problem, RuleError, suggest
from stance.rules.installed import PackOrigin, installed_packs
from stance.rules.nodes import Composer, SourceFile, compose, compose_shipped, read_source
from stance.rules.parse import PackParser, ParsedPack
from stance.rules.places import Places
from stance.rules.ruleset import RuleSet, is_off
from stance.rules.schema import Pack
from stance.rules.values import Reference

HEAD = ("pack.yaml", "pack.yml")
_ENDINGS = (".yaml", ".yml")
_UNREAD = ("S001", "S002", "S003", "S004", "S023")


def read_pack(source: str | Path | Traversable) -> Pack:
    """Read one pack.

    Args:
        source: name of a shipped or installed pack ("de.core"), a folder with ``pack.yaml``, one YAML file, or a
            package resource.

    Raises:
        RuleError: the pack, or one that it extends, has mistakes; all are named.
    """
    loader = _Loader()
    found = loader.load(source)
    loader.finish()
    return loader.parsed[found].pack


def parse_pack(text: str, name: str = "<text>") -> Pack:
    """Read a single-file pack from text.

    Args:
        text: YAML.
        name: what messages call it.

    Raises:
        RuleError: it has mistakes; all are named.

    >>> parse_pack("pack: my.pack\\nversion: 1.0.0").name
    'my.pack'
    """
    loader = _Loader()
    loader.add(name, _parse([SourceFile(name, text)], name), Path())
    loader.finish()
    return loader.parsed[name].pack


def load_packs(sources: Iterable[str | Path | Traversable]) -> RuleSet:
    """Read packs, with those that they extend, and combine them: a later rule replaces an earlier one of the same id.

    Args:
        sources: names, folders, files or resources, in order.

    Raises:
        RuleError: mistakes in any of them, all at once.
    """
    loader = _Loader()
    for source in sources:
        loader.load(source)
    loader.check_off()
    loader.finish()
    packs = [loader.parsed[key].pack for key in loader.order]
    return RuleSet.of(packs, [loader.lists(key) for key in loader.order])


@attrs.frozen
class Inspection:
    """One pack as far as it could be read, for checks that go beyond its syntax.

    Attributes:
        pack: the pack alone.
        rules: the pack with those that it extends; of a faulty pack only what could be read.
        problems: every mistake, in order of file and line.
        places: where the parts of the pack are written.
        faulty: ids of the rules that have mistakes of their own.
        used: names of the lists that the pack refers to.
    """

    pack: Pack
    rules: RuleSet
    problems: tuple[Problem, ...]
    places: Places
    faulty: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()


def inspect_pack(source: str | Path | Traversable, composer: Composer = compose) -> Inspection:
    """Read one pack without giving up at mistakes.

    Args:
        source: as for :func:`read_pack`; where there is none, the inspection is of an empty pack with one problem.
        composer: what turns a file into nodes.

    >>> inspect_pack("de.cor").problems[0].help
    "did you mean 'de.core'?"
    """
    loader = _Loader(composer)
    found = loader.load(source)
    loader.check_off()
    packs = [loader.parsed[key].pack for key in loader.order]
    rules = RuleSet.of(packs, [loader.lists(key) for key in loader.order])
    parsed = loader.parsed.get(found) or ParsedPack(Pack(str(source), "0"), ())
    used = frozenset(reference.name for reference in parsed.lists)
    return Inspection(parsed.pack, rules, loader.sorted_problems(), parsed.places, parsed.faulty, used)


@cache
def shipped() -> dict[str, Traversable]:
    """The packs that come with the library, by name (``stance/packs`` in the wheel, ``rules`` in a checkout)."""
    inside: Traversable = files("stance").joinpath("packs")
    root = inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "rules"
    return dict(sorted(_packs_below(root, ()))) if root.is_dir() else {}


@cache
def installed() -> dict[str, PackOrigin]:
    """The packs that other distributions bring, by name; the name of a shipped pack is never taken."""
    return {name: origin for name, origin in installed_packs().items() if name not in shipped()}


def available() -> dict[str, PackOrigin]:
    """All packs that can be named, shipped ones first, with where they come from."""
    own = {name: PackOrigin(name, "stance", folder) for name, folder in shipped().items()}
    return own | installed()


def _packs_below(folder: Traversable, above: tuple[str, ...]) -> Iterable[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _packs_below(item, (*above, item.name))
        elif item.name in HEAD and above:
            yield ".".join(above), folder


@attrs.define
class _Loader:
    """Reads packs once each, bases first, and gathers their problems."""

    composer: Composer = compose
    parsed: dict[str, ParsedPack] = attrs.field(factory=dict)
    order: list[str] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)
    _bases: dict[str, list[str]] = attrs.field(factory=dict)
    _open: list[str] = attrs.field(factory=list)

    def load(self, source: str | Path | Traversable, folder: Path | None = None, at: Reference | None = None) -> str:
        """Read a pack and those it extends; gives the key under which it is kept, empty where it could not be found."""
        path = _locate(source, folder)
        if path is None:
            self._missing(str(source), at)
            return ""
        key = os.path.abspath(path) if isinstance(path, Path) else str(path)
        if key in self._open and at is not None:
            self.problems.append(at.problem("S024", f"the pack '{source}' extends itself", "take it out of 'extends'"))
            return ""
        if key not in self.parsed:
            name = _display(path)
            home = Path(key) if path.is_dir() else Path(key).parent
            kept = self.composer is compose and source in shipped()
            self.add(key, _parse_shipped(str(source)) if kept else _parse_path(path, name, self.composer), home)
        return key

    def add(self, key: str, parsed: ParsedPack, home: Path) -> None:
        """Keep a parsed pack after loading what it extends (paths are relative to ``home``)."""
        self.parsed[key] = parsed
        self.problems += parsed.problems
        self._open.append(key)
        self._bases[key] = [
            base for reference in parsed.extends if (base := self.load(reference.name, home, reference))
        ]
        self._open.pop()
        self.order.append(key)
        self._check_lists(key)
        self._check_senses(key)

    def finish(self) -> None:
        """Raise if anything was wrong."""
        if self.problems:
            raise RuleError(self.sorted_problems())

    def sorted_problems(self) -> tuple[Problem, ...]:
        """Every problem once, in order of file and line."""
        unique = dict.fromkeys(self.problems)
        return tuple(sorted(unique, key=lambda problem: (problem.file, problem.line, problem.column, problem.code)))

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """The lists that a pack sees: those of its bases, then its own."""
        found: dict[str, tuple[str, ...]] = {}
        for base in self._bases.get(key, ()):
            found |= self.lists(base)
        return found | dict(self.parsed[key].pack.lists)

    def check_off(self) -> None:
        """Every rule that is switched off must come from an earlier pack."""
        known: set[str] = set()
        for key in self.order:
            for reference in self.parsed[key].off:
                if not any(is_off(rule, [reference.name]) for rule in known):
                    message = f"'off' names '{reference.name}', which no earlier pack has"
                    self.problems.append(reference.problem("S025", message, _off_help(reference.name, known)))
            known |= {rule.id for rule in self.parsed[key].pack.rules}

    def rules(self, key: str) -> frozenset[str]:
        """The ids of the rules that a pack sees: those of its bases and its own."""
        own = {rule.id for rule in self.parsed[key].pack.rules}
        return frozenset(own.union(*map(self.rules, self._bases.get(key, ()))))

    def _missing(self, source: str, at: Reference | None) -> None:
        message = f"there is no pack '{source}'"
        cure = suggest(source, [*shipped(), *installed()], "packs: ") or "write a path to a folder or a .yaml file"
        if source in installed():
            message, cure = f"the pack '{source}' cannot be used", installed()[source].fault
        elif _is_path(source):
            message, cure = (
                f"there is no file or folder '{source}'",
                "check the path; shipped packs: " + ", ".join(shipped()),
            )
        self.problems.append(at.problem("S023", message, cure) if at else Problem("S023", message, source, help=cure))

    def _check_lists(self, key: str) -> None:
        lists = self.lists(key)
        unread = any(problem.code in _UNREAD for problem in self.problems)
        for reference in self.parsed[key].lists:
            if reference.name not in lists:
                if unread:
                    continue
                cure = suggest(f"${reference.name}", [f"${name}" for name in lists]) or "add it under 'lists:'"
                self.problems.append(reference.problem("S021", f"there is no list '{reference.name}'", cure))
            elif _reaches_itself(reference.name, lists):
                message = f"the list '{reference.name}' contains itself"
                self.problems.append(reference.problem("S022", message, "take one of the references out"))

    def _check_senses(self, key: str) -> None:
        rules = self.rules(key)
        if any(problem.code in _UNREAD for problem in self.problems):
            return
        for reference in self.parsed[key].senses:
            if reference.name not in rules:
                close = suggest(reference.name, sorted(rules), "").partition("?")[0]
                cure = f"{close}?" if close.startswith("did you mean") else "add the rule, or write 'gives: none'"
                self.problems.append(reference.problem("S026", f"there is no rule '{reference.name}'", cure))


def _reaches_itself(name: str, lists: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    todo = [name]
    while todo:
        inner = {word[1:] for word in lists.get(todo.pop(), ()) if word.startswith("$")}
        if name in inner:
            return True
        todo += inner - seen
        seen |= inner
    return False


def _off_help(name: str, known: set[str]) -> str:
    if not known:
        return "extend the pack whose rule it is"
    return (
        suggest(name, sorted(known), "rules are: ")
        if len(known) < 12
        else suggest(name, sorted(known), "").partition("?")[0] + "?"
    )


def _is_path(source: str) -> bool:
    return source.endswith(_ENDINGS) or "/" in source or os.sep in source


def _locate(source: str | Path | Traversable, folder: Path | None) -> Traversable | None:
    """The file or folder that is meant, or None."""
    if isinstance(source, str):
        if not _is_path(source) and source in shipped():
            return shipped()[source]
        if not _is_path(source) and source in installed():
            return installed()[source].folder
        source = Path(source)
    if isinstance(source, Path):
        source = (folder or Path()) / source
    return source if source.is_dir() or source.is_file() else None


def _display(path: Traversable) -> str:
    """A path as a user would write it: relative where it lies below the working directory."""
    if not isinstance(path, Path):
        return str(path)
    shown = os.path.relpath(path) if path.is_absolute() else os.path.normpath(path)
    return shown if not shown.startswith("..") else str(path)


@cache
def _parse_shipped(name: str) -> ParsedPack:
    """A shipped pack, read once: it does not change while a process runs."""
    path = shipped()[name]
    return _parse_path(path, _display(path), compose_shipped)


def _parse_path(path: Traversable, name: str, composer: Composer) -> ParsedPack:
    if not path.is_dir():
        return _parse([read_source(path, name)], name, composer=composer)
    items = sorted(
        (item for item in path.iterdir() if item.name.endswith(_ENDINGS)),
        key=lambda item: (item.name not in HEAD, item.name),
    )
    head = [item for item in items if item.name in HEAD]
    sources = [read_source(item, os.path.join(name, item.name)) for item in items]
    parsed = _parse(sources, name, folder=True, composer=composer)
    if head:
        return parsed
    missing = Problem(
        "S008", "the folder has no pack.yaml", name, help="add one with 'pack: <name>' and 'version: 1.0.0'"
    )
    return attrs.evolve(parsed, problems=(missing, *parsed.problems))


def _parse(
    sources: Iterable[SourceFile | Problem], name: str, folder: bool = False, composer: Composer = compose
) -> ParsedPack:
    parser = PackParser(composer)
    for source in sources:
        if isinstance(source, Problem):
            parser.problems.append(source)
        else:
            parser.read(source, head=not folder or os.path.basename(source.name) in HEAD)
    return parser.finish(name)
