"""Catalogues from YAML files: finds the shipped one by name, reads files and folders, checks what refers to what.

Flows in: names and paths. Flows out: one :class:`Catalogue`, later files overriding earlier ones; or a
:class:`RuleError` with every mistake of every file, each with line, column and cure.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import attrs
from ruamel.yaml.nodes import Node

from stance.entities.catalogue import Catalogue, Entry, Office, Tenure
from stance.model import ActorKind
from stance.rules.errors import Problem, RuleError, suggest
from stance.rules.nodes import Composer, SourceFile, compose, compose_shipped, read_source
from stance.rules.values import Field, NodeReader, Reference

DEFAULT: Final = "de.actors"
HEAD_KEYS: Final = ("catalogue", "offices", "actors", "off")
OFFICE_KEYS: Final = tuple(a.name for a in attrs.fields(Office))
ENTRY_KEYS: Final = tuple(a.name for a in attrs.fields(Entry))
TENURE_KEYS: Final = tuple(a.name for a in attrs.fields(Tenure))
CODES: Final = {
    "C001": "an id that is used names no actor or office",
    "C002": "duplicate id",
    "C003": "unknown catalogue",
}
"""What catalogues can have wrong besides what every YAML file can (see :data:`stance.rules.errors.CODES`)."""
GENDERS: Final = ("m", "f")
_ENDINGS: Final = (".yaml", ".yml")
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")


class CatalogueReader(NodeReader):
    """Reads files of catalogues, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, Entry] = {}
        self.offices: dict[str, Office] = {}
        self._used_offices: list[Reference] = []
        self._used_actors: list[Reference] = []
        self._own: set[tuple[str, str]] = set()

    def read(self, source: SourceFile, catalogue: str, composer: Composer = compose) -> None:
        """Read one file.

        Args:
            source: the file.
            catalogue: what the files of one folder share; ids may be repeated only across catalogues.
            composer: what turns the file into nodes.
        """
        self._source = source
        root = composer(source)
        if isinstance(root, Problem):
            cure = "a catalogue has the keys 'offices:' and 'actors:'"
            self.problems.append(attrs.evolve(root, help=cure) if root.code == "S003" else root)
            return
        fields = self._mapping(root, "a catalogue", HEAD_KEYS)
        if fields is None:
            return
        if "catalogue" in fields:
            self._text(fields["catalogue"].value, "'catalogue'")
        for item in self._listed(fields, "off"):
            self._switch_off(item)
        for item in self._listed(fields, "offices"):
            self._office(item, catalogue)
        for item in self._listed(fields, "actors"):
            self._entry(item, catalogue)

    def finish(self) -> Catalogue:
        """The catalogue of all files.

        Raises:
            RuleError: mistakes in any of them.
        """
        self._resolve(self._used_offices, self.offices, "office")
        self._resolve(self._used_actors, self.entries, "actor")
        if self.problems:
            raise RuleError(sorted(dict.fromkeys(self.problems), key=lambda p: (p.file, p.line, p.column, p.code)))
        return Catalogue(tuple(self.entries.values()), tuple(self.offices.values()))

    def _resolve(self, references: Iterable[Reference], known: Iterable[str], what: str) -> None:
        options = sorted(known)
        for reference in references:
            if reference.name not in options:
                close = suggest(reference.name, options, "").partition("?")[0]
                cure = f"{close}?" if close.startswith("did you mean") else f"add the {what}, or take the id out"
                self.problems.append(reference.problem("C001", f"there is no {what} '{reference.name}'", cure))

    def _listed(self, fields: dict[str, Field], key: str) -> list[Node]:
        return self._items(fields[key].value, f"'{key}'") if key in fields else []

    def _switch_off(self, node: Node) -> None:
        id = self._text(node, "an id of 'off'")
        if id is None:
            return
        if self.entries.pop(id, None) is None:
            reference = Reference(id, self._source, self._source.place(node))
            self._resolve([reference], self.entries, "actor")

    def _office(self, node: Node, catalogue: str) -> None:
        fields = self._required(node, "an office", OFFICE_KEYS, ("id",))
        if fields is None:
            return
        id = self._id(fields["id"].value, catalogue)
        titles, common = self._names_of(fields, "titles"), self._names_of(fields, "common")
        of = self._reference(fields, "of", self._used_actors)
        if "titles" not in fields and "common" not in fields:
            self._say(
                "S008", "an office has no 'titles'", node, "add 'titles: […]', or 'common: […]' and 'of: <country>'"
            )
        if common and of is None and "of" not in fields:
            self._say("S008", "'common' titles need 'of'", node, "add 'of: <id of a country with adjectives>'")
        if id is not None:
            self.offices[id] = Office(id, titles, common, of)

    def _entry(self, node: Node, catalogue: str) -> None:
        fields = self._required(node, "an actor", ENTRY_KEYS, ("id", "name", "kind"))
        if fields is None:
            return
        id = self._id(fields["id"].value, catalogue)
        name = self._text(fields["name"].value, "'name'")
        kind = self._enum(fields["kind"].value, ActorKind, "kind")
        gender = self._choice(fields["gender"].value, GENDERS, "gender") if "gender" in fields else None
        wikidata = self._matching(fields, "wikidata", _WIKIDATA, "a Wikidata id", "write Q and a number, as Q64")
        entry = Entry(
            id or "",
            name or "",
            kind or ActorKind.UNKNOWN,
            self._names_of(fields, "aliases"),
            self._names_of(fields, "nouns"),
            self._names_of(fields, "metonyms"),
            self._names_of(fields, "adjectives"),
            gender,
            tuple(filter(None, (self._tenure(item) for item in self._listed(fields, "offices")))),
            self._members(fields),
            wikidata,
        )
        if id is not None and name is not None and kind is not None:
            self.entries[id] = entry

    def _tenure(self, node: Node) -> Tenure | None:
        fields = self._required(node, "an entry of 'offices'", TENURE_KEYS, ("office",))
        if fields is None:
            return None
        office = self._reference(fields, "office", self._used_offices)
        cure = "write year, month and day, as 2021-12-08; 2021-12 and 2021 will do"
        since = self._matching(fields, "since", _DATE, "a date", cure)
        until = self._matching(fields, "until", _DATE, "a date", cure)
        if since and until and until[: len(since)] < since[: len(until)]:
            self._say("S009", f"it ends ({until}) before it begins ({since})", fields["until"].value, "swap the two")
        return None if office is None else Tenure(office, since, until)

    def _required(
        self, node: Node, what: str, keys: tuple[str, ...], required: tuple[str, ...]
    ) -> dict[str, Field] | None:
        fields = self._mapping(node, what, keys)
        if fields is None:
            return None
        missing = [key for key in required if key not in fields]
        for key in missing:
            self._say("S008", f"{what} has no '{key}'", node, f"add '{key}: …'")
        return None if missing else fields

    def _id(self, node: Node, catalogue: str) -> str | None:
        id = self._text(node, "'id'")
        if id is None:
            return None
        if not _ID.fullmatch(id):
            self._say("S009", f"'{id}' is no id", node, "use small letters, digits and single hyphens, as olaf-scholz")
            return None
        if (catalogue, id) in self._own:
            self._say("C002", f"the id '{id}' is there twice", node, "join the two entries, or rename one")
        self._own.add((catalogue, id))
        return id

    def _names(self, node: Node, what: str) -> tuple[str, ...]:
        return tuple(item.value.strip() for item in self._one_or_more(node, what))

    def _names_of(self, fields: dict[str, Field], key: str) -> tuple[str, ...]:
        return self._names(fields[key].value, f"'{key}'") if key in fields else ()

    def _members(self, fields: dict[str, Field]) -> tuple[str, ...]:
        if "member_of" not in fields:
            return ()
        nodes = self._one_or_more(fields["member_of"].value, "'member_of'")
        self._used_actors += [Reference(n.value, self._source, self._source.place(n)) for n in nodes]
        return tuple(n.value for n in nodes)

    def _reference(self, fields: dict[str, Field], key: str, used: list[Reference]) -> str | None:
        value = self._text(fields[key].value, f"'{key}'") if key in fields else None
        if value is not None:
            used.append(Reference(value, self._source, self._source.place(fields[key].value)))
        return value

    def _matching(
        self, fields: dict[str, Field], key: str, pattern: re.Pattern[str], what: str, cure: str
    ) -> str | None:
        value = self._text(fields[key].value, f"'{key}'") if key in fields else None
        if value is None or pattern.fullmatch(value):
            return value
        self._say("S009", f"'{value}' is not {what}", fields[key].value, cure)
        return None


def load_catalogue(sources: Iterable[str | Path]) -> Catalogue:
    """Read catalogues and combine them: a later actor replaces an earlier one of the same id.

    Args:
        sources: names of shipped catalogues ("de.actors"), files and folders, in order.

    Raises:
        RuleError: mistakes in any of them, all at once.

    >>> load_catalogue(["de.actors"]).named("Die Linke").kind.value
    'organisation'
    """
    specs = tuple(str(source) for source in sources)
    return _shipped_only() if specs == (DEFAULT,) else _load(specs)


@cache
def _shipped_only() -> Catalogue:
    return _load((DEFAULT,))


def _load(specs: Iterable[str]) -> Catalogue:
    reader = CatalogueReader()
    for spec in specs:
        composer = compose_shipped if spec in shipped_names() else compose
        for source in _sources(spec):
            if isinstance(source, Problem):
                reader.problems.append(source)
            else:
                reader.read(source, spec, composer)
    return reader.finish()


def shipped() -> Traversable:
    """The folder of the shipped catalogue (``stance/packs`` in the wheel, ``rules`` in a checkout)."""
    inside: Traversable = files("stance").joinpath("packs")
    root = inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "rules"
    return root.joinpath("de").joinpath("actors")


def shipped_names() -> tuple[str, ...]:
    """The names of the shipped catalogues: the default one, and those for texts of another country."""
    return (DEFAULT, *sorted(f"{DEFAULT}.{item.name}" for item in shipped().iterdir() if item.is_dir()))


def _sources(spec: str) -> Iterator[SourceFile | Problem]:
    path: Traversable = Path(spec)
    if spec in shipped_names():
        path = shipped() if spec == DEFAULT else shipped().joinpath(spec.removeprefix(f"{DEFAULT}."))
    if path.is_file():
        yield read_source(path, spec)
        return
    found = (
        sorted((i for i in path.iterdir() if i.name.endswith(_ENDINGS)), key=lambda i: i.name) if path.is_dir() else []
    )
    for item in found:
        yield read_source(item, os.path.join(spec, item.name))
    if not found:
        cure = f"check the path; shipped are {', '.join(shipped_names())}"
        yield Problem("C003", f"there is no catalogue '{spec}'", spec, help=cure)
