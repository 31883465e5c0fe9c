"""Identity across documents: whether the name of an actor means the same one wherever it stands.

An actor of one result comes in, yes or no goes out. „Karla Voss" and „Apple" are known by their names; „die Polizei",
„der Angeklagte" and „Kritiker" are described, and may be others in the next document, as may „Koller" alone.
"""

from __future__ import annotations

from typing import Final

from stance.entities.catalogue import Catalogue
from stance.german import meaning, nominal
from stance.model import Actor, ActorKind

_MANY: Final = frozenset({ActorKind.COLLECTIVE, ActorKind.GENERIC})


def is_known(actor: Actor, catalogue: Catalogue) -> bool:
    """Whether an actor is the same one in every document that names it so.

    Args:
        actor: an actor with a name.
        catalogue: who is known by any of their names.

    >>> import stance
    >>> catalogue = Catalogue()
    >>> said = stance.extract("Karla Voss lobte die Polizei. Die Polizei fordert Ruhe. Kritiker warnen vor Gewalt.")
    >>> [is_known(c.actor, catalogue) for c in said.commitments]
    [True, False, False]
    """
    if actor.id is not None and catalogue.has(actor.id):
        return True
    if actor.name is None or actor.kind in _MANY:
        return False
    words = actor.name.split()
    if actor.kind is ActorKind.PERSON:
        return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
    return nominal.is_guessed(words[-1]) or meaning.is_organisation(words[-1])
