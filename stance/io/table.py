"""The table of results: who commits to what, towards whom, under the sentence that says so.

Flows in: results with their documents; flows out: aligned text, coloured on a terminal and plain everywhere else. One
layout serves both, so that what is seen is what a file holds.
"""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stance.io.documents import Document
from stance.model import Actor, Commitment, DocumentResult, Polarity, Status, Strength

PLAIN_WIDTH = 100
"""Width in characters where there is no terminal to ask."""

_INDENT = 2
_TYPE_STYLES = {Polarity.POSITIVE: "green", Polarity.NEGATIVE: "red"}


def console(stream: object = None, *, width: int | None = None) -> Console:
    """A console that colours on a terminal and writes plain text of a fixed width everywhere else."""
    made = Console(file=stream, highlight=False, soft_wrap=False)  # type: ignore[arg-type]
    if width is None and not made.is_terminal:
        width = PLAIN_WIDTH
    return made if width is None else Console(file=stream, highlight=False, width=width)  # type: ignore[arg-type]


class TableWriter:
    """One block a document, one heading a sentence, one row a commitment."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._started = False

    def write(self, result: DocumentResult, document: Document) -> None:
        """Write the block of one document."""
        with self._console.capture() as capture:
            self._block(result, document)
        lines = (line.rstrip() for line in capture.get().split("\n"))
        self._console.file.write(("\n" if self._started else "") + "\n".join(lines))
        self._console.file.flush()
        self._started = True

    def _block(self, result: DocumentResult, document: Document) -> None:
        self._heading(result)
        directed = any(commitment.addressee for commitment in result.commitments)
        ordered = sorted(result.commitments, key=lambda commitment: commitment.sentence)
        for (start, end), group in groupby(ordered, key=lambda commitment: commitment.sentence):
            commitments = list(group)
            self._console.print()
            heading = self._sentence(document.text, start, end, commitments)
            self._console.print(heading, no_wrap=True, overflow="ellipsis")
            self._console.print(Padding(self._rows(commitments, directed), (0, 0, 0, _INDENT)))

    def _heading(self, result: DocumentResult) -> None:
        count = len(result.commitments)
        label = "no commitments" if not count else "1 commitment" if count == 1 else f"{count} commitments"
        gap = max(2, self._console.width - len(result.id) - len(label))
        self._console.print(Text.assemble((clean(result.id), "bold"), " " * gap, (label, "dim")))
        self._console.print("─" * self._console.width, style="dim")

    def _sentence(self, text: str, start: int, end: int, commitments: list[Commitment]) -> Text:
        line = Text(clean(text[start:end]), style="dim")
        for commitment in commitments:
            for first, last in commitment.cue.spans if commitment.cue else ():
                line.stylize("bold not dim", max(0, first - start), max(0, last - start))
        return line

    def _rows(self, commitments: list[Commitment], directed: bool) -> Table:
        room = self._console.width - _INDENT
        who, act, whom = (room * 22 // 98, 24, room * 16 // 98 if directed else 0)
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, width=room)
        table.add_column(width=who, overflow="fold")
        table.add_column(width=act)
        table.add_column(width=room - who - act - whom - 2 * (2 + directed))
        if directed:
            table.add_column(width=whom, overflow="fold")
        for commitment in commitments:
            cells = [self._who(commitment), self._act(commitment), _what(commitment)]
            table.add_row(*cells, *([_whom(commitment)] if directed else []))
        return table

    def _who(self, commitment: Commitment) -> Text:
        return Text("–", style="dim") if commitment.actor is None else _actor(commitment.actor, "bold cyan")

    def _act(self, commitment: Commitment) -> Text:
        text = Text(_sign(commitment.polarity) + " " + commitment.type.value, style=_TYPE_STYLES[commitment.polarity])
        if commitment.force is not None:
            text.append(f" › {commitment.force.value}", style="default")
        if commitment.cue is not None:
            text.append(f"\n  {_words(commitment.cue.text)}", style="dim default")
        for flag in flags_of(commitment):
            text.append(f"\n  {flag}", style="yellow")
        return text


def flags_of(commitment: Commitment) -> list[str]:
    """What is not ordinary about a commitment: status, strength, negated content, modality."""
    found = [] if commitment.status is Status.ACTUAL else [commitment.status.value]
    found += [] if commitment.strength is Strength.PLAIN else [commitment.strength.value]
    found += ["content negated"] if commitment.content_negated else []
    return found + ([commitment.modality.value] if commitment.modality else [])


def _sign(polarity: Polarity) -> str:
    return "+" if polarity is Polarity.POSITIVE else "−"


def _what(commitment: Commitment) -> Text:
    content = commitment.content
    text = Text("–", style="dim") if content is None else Text(_words(content.text))
    for label, mention in (("judged", commitment.judgement), ("if", commitment.condition)):
        if mention is not None:
            text.append(f"\n{label}: ", style="dim").append(_words(mention.text), style="italic")
    for source in commitment.sources:
        text.append("\nsource: ", style="dim").append(_actor(source, "italic"))
    return text


def _whom(commitment: Commitment) -> Text:
    return Text() if commitment.addressee is None else Text("→ ").append(_actor(commitment.addressee, "cyan"))


def _actor(actor: Actor, style: str) -> Text:
    """The resolved name where the mention is another, with the mention behind it."""
    mention = _words(actor.text)
    if actor.name is None or actor.name == mention or actor.name in mention:
        return Text(mention, style=style)
    return Text(_words(actor.name), style=style).append(f" ({mention})", style="dim")


def clean(text: str) -> str:
    """The same number of characters on one line, without any that a terminal would obey.

    >>> clean("Wir\\r\\nhelfen\\x1b[2J")
    'Wir  helfen [2J'
    """
    return "".join(character if character.isprintable() else " " for character in text)


def _words(text: str) -> str:
    return " ".join(clean(text).split())
