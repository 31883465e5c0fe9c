"""Concepts: statements coded into issues with a direction, as discourse network analysis does (Leifeld 2017).

A ledger and concepts come in, a matrix of actors and concepts goes out, and with it the congruence of actors (how many
concepts they share a stand on, and on how many they oppose each other) and the ties of concepts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations

import attrs

from stance.ledger.book import Ledger
from stance.ledger.contents import ContentKey
from stance.ledger.statements import Statement
from stance.model import ActorKind

_BETWEEN = re.compile(r"[,;:.–]\s|\b(?:und|oder|sowie|aber|sondern)\b")


@attrs.frozen(slots=False)
class Concept:
    """An issue that one can be for or against.

    Attributes:
        id: its identifier.
        label: its name in tables.
        pro: phrases; who is for what holds all words of one is for the concept.
        contra: phrases; who is for what holds all words of one is against the concept.
        unless: phrases; what holds all words of one is about something else.

    >>> arms = Concept("arms", "arms", ("Waffen liefern",), ("Waffenstillstand",), ("Waffen nach Mali",))
    >>> arms.side("die Waffenlieferungen"), arms.side("einen Waffenstillstand"), arms.side("ein Tempolimit")
    (1, -1, 0)
    >>> arms.side("Waffen nach Mali zu liefern")
    0
    """

    id: str
    label: str
    pro: tuple[str, ...] = ()
    contra: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def side(self, content: str) -> int:
        """+1 where a content is one of the concept's, -1 where it is one against it, 0 where it is neither.

        The phrase with the most words decides. What turns a content into its contrary counts in its own part only:
        „den Streit zu beenden und Waffen zu liefern" ends no deliveries.
        """
        parts = _parts(content)
        if any(part.covers(phrase) for phrase in self._others for part in parts):
            return 0
        for phrase, side in self._phrases:
            found = next((part for part in parts if part.covers(phrase)), None)
            if found is not None:
                return side if found.reversed == phrase.reversed else -side
        return 0

    @cached_property
    def _others(self) -> tuple[ContentKey, ...]:
        return tuple(map(ContentKey.of, self.unless))

    @cached_property
    def _phrases(self) -> tuple[tuple[ContentKey, int], ...]:
        """Its phrases with their side, the longest first."""
        found = [(ContentKey.of(text), side) for texts, side in ((self.contra, -1), (self.pro, 1)) for text in texts]
        return tuple(sorted(found, key=lambda phrase: -len(phrase[0].stems)))

    def stand(self, statement: Statement) -> int:
        """+1 where a statement is for the concept, -1 where it is against it, 0 where it takes no position on it."""
        return self.side(statement.content) * statement.position


@cache
def _parts(content: str) -> tuple[ContentKey, ...]:
    """The keys of the parts of a content, and of all of it."""
    return tuple(ContentKey.of(part) for part in dict.fromkeys((*_BETWEEN.split(content), content)))


@attrs.frozen
class Stand:
    """How often an actor was for and against a concept."""

    pro: int = 0
    contra: int = 0

    @property
    def sign(self) -> int:
        """+1 where the actor was more often for it, -1 against it, 0 where both are equal."""
        return (self.pro > self.contra) - (self.pro < self.contra)


@attrs.frozen(slots=False)
class Matrix:
    """Actors and concepts.

    Attributes:
        actors: identifier → name, in alphabetical order.
        concepts: in the order of the file.
        stands: by actor and concept; pairs without statements are left out.
    """

    actors: Mapping[str, str]
    concepts: tuple[Concept, ...]
    stands: Mapping[tuple[str, str], Stand]

    def stand(self, actor: str, concept: str) -> Stand:
        """The stand of an actor on a concept."""
        return self.stands.get((actor, concept), Stand())

    def activity(self, actor: str) -> int:
        """On how many concepts an actor takes a stand."""
        return self._activities[actor]

    @cached_property
    def _activities(self) -> Counter[str]:
        return Counter(actor for actor, _ in self.stands)

    def of(self, wanted: Callable[[str], bool]) -> Matrix:
        """The part of some actors, by identifier."""
        actors = {actor: name for actor, name in self.actors.items() if wanted(actor)}
        stands = {pair: stand for pair, stand in self.stands.items() if pair[0] in actors}
        return Matrix(actors, self.concepts, stands)

    @cached_property
    def congruence(self) -> Mapping[tuple[str, str], Stand]:
        """For every two actors how many concepts they agree on (``pro``) and oppose each other in (``contra``)."""
        signs: dict[str, dict[str, int]] = {}
        for (actor, concept), stand in self.stands.items():
            signs.setdefault(concept, {})[actor] = stand.sign
        return _shared(tuple(self.actors), signs.values())

    @cached_property
    def ties(self) -> Mapping[tuple[str, str], Stand]:
        """For every two concepts how many actors stand alike on both (``pro``), and how many not (``contra``)."""
        signs: dict[str, dict[str, int]] = {}
        for (actor, concept), stand in self.stands.items():
            signs.setdefault(actor, {})[concept] = stand.sign
        return _shared(tuple(concept.id for concept in self.concepts), signs.values())


def _shared(ids: Sequence[str], signs: Iterable[Mapping[str, int]]) -> dict[tuple[str, str], Stand]:
    """For every two of some ids how often their signs are alike and contrary; those that share none are left out.

    Args:
        ids: in the order of the result.
        signs: for one thing after the other the sign of each id that has one.
    """
    place = {id: at for at, id in enumerate(ids)}
    counted: Counter[tuple[str, str, int]] = Counter()
    for column in signs:
        taken = sorted((id for id, sign in column.items() if sign), key=place.__getitem__)
        counted.update((one, other, column[one] * column[other]) for one, other in combinations(taken, 2))
    pairs = sorted({(one, other) for one, other, _ in counted}, key=lambda pair: (place[pair[0]], place[pair[1]]))
    return {pair: Stand(counted[*pair, 1], counted[*pair, -1]) for pair in pairs}


def matrix(ledger: Ledger, concepts: tuple[Concept, ...], *, once: bool = False) -> Matrix:
    """Code the statements of a ledger.

    Args:
        ledger: the statements.
        concepts: the issues; a statement may touch several. Statements of nobody in particular („man") are left out.
        once: whether what an actor says again in a document does not count again.
    """
    named = [s for s in ledger.statements if s.position and s.kind is not ActorKind.GENERIC]
    coded = ((s, concept.id, stand) for s in named for concept in concepts if (stand := concept.stand(s)))
    found = [(s.actor, concept, stand, s.document, "" if once else s.id) for s, concept, stand in coded]
    counted = Counter((actor, concept, stand) for actor, concept, stand, *_ in dict.fromkeys(found))
    pairs = {(actor, concept) for actor, concept, _ in counted}
    stands = {pair: Stand(counted[*pair, 1], counted[*pair, -1]) for pair in sorted(pairs)}
    actors = {actor: ledger.name(actor) for actor in sorted({actor for actor, _ in pairs})}
    return Matrix(actors, concepts, stands)
