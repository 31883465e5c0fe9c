"""Actor resolution: mentions of actors become canonical names, identifiers and kinds.

Short names lead to the full name in the document, titles and descriptions to the person they were introduced with,
pronouns to who was mentioned before, all of them through the catalogue to a canonical name; what cannot be resolved
safely keeps no name but its candidates (a sieve of precise rules first, after Lee et al. 2013).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import Argument, ClauseKind, NounPhrase, Role
from stance.discourse.allusions import Allusions
from stance.discourse.bodies import Bodies, first_of
from stance.discourse.descriptions import Descriptions
from stance.discourse.groups import Groups
from stance.discourse.kinds import AGE, Kinds
from stance.discourse.mentions import Antecedent, Mentions, Standing
from stance.discourse.names import NAME_TAGS, Identity, Names
from stance.discourse.pronouns import Pronouns, Speech
from stance.discourse.roles import is_role
from stance.discourse.salience import Referent, quotation
from stance.discourse.wordlists import word_list
from stance.entities.catalogue import Catalogue
from stance.german import meaning, nominal
from stance.german.features import Agreement
from stance.matching.draft import Filler
from stance.matching.spans import mention
from stance.matching.view import View
from stance.model import Actor, ActorKind, SpanSet
from stance.rules.schema import Slot, SlotKind
from stance.tagging.dense import characters

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_MANY: Final = frozenset({"pl"})
_BESIDE: Final = frozenset({Role.DATIVE, Role.ACCUSATIVE, Role.PREPOSITIONAL})
_RESTS_OF_VERBS: Final = frozenset({"PTKVZ", "VVPP", "VVINF"})
_BEHIND_BODIES: Final = NAME_TAGS | {"NN"}
_OPEN_KINDS: Final = frozenset({ActorKind.COLLECTIVE, ActorKind.UNKNOWN})
_OF_BODIES: Final = frozenset({Role.SUBJECT, Role.DATIVE, Role.AGENT})
_OF_PEOPLE: Final = _OF_BODIES | {Role.ACCUSATIVE, Role.PREPOSITIONAL}
"""Roles in which people and bodies take part in what a clause tells („stritt mit der Anwältin")."""


def slug(name: str) -> str:
    """An identifier from a name.

    >>> slug("europäische Führer"), slug("Željko Ivić")
    ('europaeische-fuehrer', 'zeljko-ivic')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_UMLAUTS).lower())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


@attrs.frozen(eq=False, slots=False)
class Cast:
    """The actors of one document.

    Attributes:
        view: the clause graph.
        catalogue: known actors.
        date: ISO date of the document, or None.
    """

    view: View
    catalogue: Catalogue = attrs.field(factory=Catalogue)
    date: str | None = None

    @cached_property
    def _names(self) -> Names:
        return Names(self.view, self.catalogue)

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions(self._names, self._bodies, self.date)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self._names, self._groups)

    @cached_property
    def _pronouns(self) -> Pronouns:
        return Pronouns(self.view)

    @cached_property
    def _groups(self) -> Groups:
        return Groups(self.view)

    @cached_property
    def _allusions(self) -> Allusions:
        return Allusions(self._names, self._descriptions, self._pronouns)

    @cached_property
    def _kinds(self) -> Kinds:
        return Kinds(self.view)

    # -- mentions ------------------------------------------------------------------------------------------------------

    def actor(
        self,
        filler: Filler,
        before: Mentions,
        speech: Speech | None = None,
        said: frozenset[int] = frozenset(),
    ) -> Actor | None:
        """The actor that a filler mentions.

        Args:
            filler: what fills the role.
            before: actors mentioned earlier, in text order.
            speech: what is said around the mention, by whom.
            said: tokens of what the actor says.

        Returns:
            The actor, None where the filler has no words.
        """
        tokens = filler.tokens
        found = mention(self.view.graph.doc, tokens)
        if found is None:
            return None
        head = self._head(filler)
        if self.view.tag(head) == "PWS":
            return Actor(found.text, found.spans, None, None, ActorKind.UNKNOWN)
        before = before.outside(said)
        if self._pronouns.is_pronoun(head):
            referent = self._pronouns.resolve(head, before, speech, self._beside(head))
            identity, kind, id = referent.identity, referent.kind, referent.id
        elif (find := self._finder(tokens, head)) is not None:
            referent = find(self.view.lower(tokens[0]) == "die", head, before)
            if referent.identity.name is None:
                own = Referent(Identity(self._groups.name(tokens, head)), ActorKind.PERSON)
                referent = self._alluded(filler, head, own, before, speech, bool(said)) or referent
            somebody = referent.identity.name or referent.identity.candidates or not self._keeps_noun(head)
            identity = referent.identity if somebody else Identity(self._groups.name(tokens, head))
            kind, id = ActorKind.PERSON, referent.id
        else:
            identity, id = self._identify(tokens, head), None
            kind = self._kind(tokens, head, identity)
            alluded = self._alluded(filler, head, Referent(identity, kind), before, speech, bool(said))
            if alluded is not None:
                identity, kind, id = alluded.identity, ActorKind.PERSON, alluded.id
        name = identity.name
        if identity.entry is not None:
            id = identity.entry.id
        elif id is None and name is not None:
            id = slug(name) or None
        return Actor(found.text, found.spans, name, id, kind, identity.candidates)

    def _beside(self, head: int) -> frozenset[str]:
        """Who is named or described behind a personal pronoun in its clause („versprach er dem Arzt")."""
        clause = self.view.graph.clause_at(head) if self.view.lower(head) in word_list("personal") else None
        arguments = () if clause is None else clause.arguments
        others = [a for a in arguments if a.head > head and a.role in _BESIDE and not self._pronouns.is_pronoun(a.head)]
        people = [a for a in others if self.view.tag(a.head) in NAME_TAGS or self._is_somebody(a.head)]
        names = (self._identify(self.view.resolve(a).tokens, a.head).name for a in people)
        return frozenset(name for name in names if name is not None)

    def _is_somebody(self, noun: int) -> bool:
        return meaning.animacy(self.view.text(noun)) == "person"

    def _alluded(
        self,
        filler: Filler,
        head: int,
        read: Referent,
        before: Mentions,
        speech: Speech | None,
        says: bool,
    ) -> Referent | None:
        """Who is meant by a phrase that means nobody by name („der gelernte Bäcker", „der Kläger"), None for nobody."""
        np = self.view.graph.noun_phrase_at(head)
        own = read.identity.entry is None and read.identity.name == self._groups.name(filler.tokens, head)
        if np is None or not own or self.view.tag(head) not in ("NN", "ADJA"):
            return None
        role = read.kind in _OPEN_KINDS and is_role(self.view.lemma(head), self.view.text(head))
        if read.kind is not ActorKind.PERSON and not role and not self._allusions.characterises(np):
            return None
        agreed = self._kinds.agreements(filler.tokens, head) or self._shown_by_article(np)
        genders = {a.gender for a in agreed if a.number == "sg"}
        speaker = None if speech is None else speech.speaker.name
        return self._allusions.referent(np, genders == {"f"}, before, speaker, says) if genders else None

    def _shown_by_article(self, np: NounPhrase) -> frozenset[Agreement]:
        """What the article of an unknown noun shows as a subject („der Ältere")."""
        shown = frozenset() if np.determiner is None else nominal.determiner(self.view.lower(np.determiner))
        return frozenset(a for a in shown if a.case == "nom")

    def _finder(self, tokens: Sequence[int], head: int) -> Callable[[bool, int, Mentions], Referent] | None:
        """How one is found who is known by age („der 48-Jährige") or by what was said of them („der Angesprochene")."""
        if not self._is_article_and_noun(tokens) or self._kinds.is_plural(tokens, head):
            return None
        if AGE.fullmatch(self.view.text(head)):
            return self._pronouns.aged
        stem = re.sub(r"e[nrm]?$", "", self.view.text(head))
        return self._pronouns.spoken_to if stem in word_list("spoken_to") else None

    def _keeps_noun(self, head: int) -> bool:
        """Whether a noun says who is meant where nobody was mentioned before: an age, a role in a case."""
        stem = re.sub(r"e[nrm]?$", "", self.view.text(head))
        return AGE.fullmatch(self.view.text(head)) is not None or stem in word_list("roles_in_cases")

    def _is_article_and_noun(self, tokens: Sequence[int]) -> bool:
        return len(tokens) == 2 and self.view.lower(tokens[0]) in word_list("demonstrative")

    def _head(self, filler: Filler) -> int:
        return filler.head if filler.head is not None and filler.head in filler.tokens else filler.tokens[0]

    def _kind(self, tokens: Sequence[int], head: int, identity: Identity) -> ActorKind:
        if identity.entry is not None:
            return identity.entry.kind
        described = self.view.tag(head) == "NN" and identity.name is not None and self._bodies.is_named(identity.name)
        if described or self._descriptions.apposed_body(tokens, head) is not None:
            return ActorKind.ORGANISATION
        return self._kinds.kind(tokens, head, identity.name)

    def _identify(self, tokens: Sequence[int], head: int) -> Identity:
        """Who a noun phrase means: a name, somebody described, an actor of the catalogue, else its own words."""
        names = self._names
        quoted = self._bodies.quoted(tokens, head)
        if quoted is not None:
            entry = names.entry([quoted])
            return Identity(quoted) if entry is None else Identity(entry.name, entry)
        titled = self._descriptions.title_run(tokens, head)
        run = titled or (names.run([t for t in tokens if t >= head]) if self.view.tag(head) in NAME_TAGS else [])
        known = self._of_catalogue(tokens, head, titled)
        if known is not None and not (run and names.is_full(run)):
            return known
        if run:
            return self._named(run)
        apposed = self._descriptions.apposed_body(tokens, head) or self._bodies.name_behind(tokens, head)
        found = apposed or self._descriptions.identify(head) or self._of_place(tokens, head)
        return found or Identity(self._groups.name(tokens, head))

    def _of_place(self, tokens: Sequence[int], head: int) -> Identity | None:
        """The club or company that people are named by („der TSV Wallbach … die Wallbacher")."""
        np = self.view.graph.noun_phrase_at(head)
        inhabitants = self.view.text(head).endswith(("er", "ern")) and self._kinds.is_plural(tokens, head)
        return self._bodies.of_place(np) if np is not None and inhabitants else None

    def _named(self, run: list[int]) -> Identity:
        found = self._names.identify(run)
        if found.candidates:
            found = self._by_relative(run, found)
        if found.entry is None and not found.candidates:
            open = self._names.metonym_candidates(self._names.words(run))
            return Identity(found.name, None, open) if open else found
        return found

    def _by_relative(self, run: list[int], open: Identity) -> Identity:
        """Of several people of one surname the one whose sex a relative pronoun tells: „Löhr, die … sitzt"."""
        after = self._relative_behind(run[-1] + 1)
        clause = None if after is None else self.view.graph.clause_at(after)
        subject = None if clause is None else clause.subject
        if after is None or subject is None or subject.head != after:
            return open
        gender = "f" if self.view.lower(after) == "die" else "m"
        fitting = [name for name in open.candidates if gender in self._names.genders(name)]
        return Identity(fitting[0], self.catalogue.named(fitting[0])) if len(fitting) == 1 else open

    def _relative_behind(self, token: int) -> int | None:
        """The relative pronoun that follows a name, also behind the rest of its verb („räumte Löhr ein, die …")."""
        doc = self.view.graph.doc
        while token < len(doc) and self.view.tag(token) in _RESTS_OF_VERBS:
            token += 1
        follows = token + 1 < len(doc) and self.view.text(token) == "," and self.view.tag(token + 1) == "PRELS"
        return token + 1 if follows else None

    def _of_catalogue(self, tokens: Sequence[int], head: int, titled: Sequence[int]) -> Identity | None:
        """An actor of the catalogue by the whole phrase, by the phrase up to its head, or by the name in it."""
        whole = self._groups.core(tokens, head)
        core = [t for t in whole if t >= head or self.view.tag(t) not in ("ART", "PDAT", "PPOSAT")]
        if any(self.view.tag(t) in ("PIAT", "PIDAT", "CARD") for t in core if t < head):
            return None
        run = self._names.run([t for t in core if t >= head]) if self.view.tag(head) in NAME_TAGS else []
        if run and self._names.identify(run).candidates:
            return None
        before = [t for t in core if t < head] if run else []
        local = not run and head + 1 in core and self.view.tag(head + 1) in _BEHIND_BODIES
        stretches = [core, [] if local else [t for t in core if t <= head], before + run, run]
        texts = [" ".join(self.view.text(t) for t in stretch) for stretch in stretches if stretch]
        if titled or self._is_somebody_here(run):
            body = self.catalogue.named(texts[0]) if titled else None
            return None if body is None or body.kind is ActorKind.PERSON else Identity(body.name, body)
        entry = self._names.entry(texts)
        return None if entry is None else Identity(entry.name, entry)

    def _is_somebody_here(self, run: Sequence[int]) -> bool:
        """Whether a name is the surname of somebody whom the document names in full."""
        name = self._names.identify(run).name if run else None
        return name is not None and name in self._names.people

    def compound(self, token: int) -> Actor | None:
        """The actor that the first part of a noun names: „SPD-Forderung". None where it names no body that can act.

        Args:
            token: the noun.
        """
        text = self.view.text(token)
        first, hyphen, rest = text.rpartition("-")
        if not hyphen or not rest[:1].isupper():
            return None
        entry = self.catalogue.named(first)
        body = meaning.is_party(first) or meaning.is_organisation(first)
        if not body and (entry is None or entry.kind is not ActorKind.ORGANISATION):
            return None
        start, _ = characters(self.view.graph.doc, token, token + 1)
        name = first if entry is None else entry.name
        id = slug(first) if entry is None else entry.id
        kind = ActorKind.ORGANISATION if entry is None else entry.kind
        return Actor(first, SpanSet(((start, start + len(first)),)), name, id, kind)

    # -- who pronouns can stand for ------------------------------------------------------------------------------------

    def mentions(self) -> list[Filler]:
        """Names, persons and bodies of the document, for pronouns to find, committed or not."""
        found: list[Filler] = []
        for clause in self.view.graph.clauses:
            for argument in clause.arguments:
                if self._is_agent(argument):
                    found += self._parts(argument)
        return [*found, *self._people()]

    def _is_agent(self, argument: Argument) -> bool:
        if argument.role is Role.PREDICATIVE:
            return False
        if self._pronouns.is_pronoun(argument.head):
            if self._pronouns.demonstratives.is_pointing(argument.head):
                return argument.role in _OF_BODIES | {Role.ACCUSATIVE}
            personal = self.view.lower(argument.head) in word_list("third_person")
            return argument.role is Role.SUBJECT and (
                personal or self._pronouns.demonstratives.is_article(argument.head)
            )
        text = self.view.text(argument.head)
        sort = "person" if AGE.fullmatch(text) else meaning.animacy(text)
        if argument.role is not Role.SUBJECT and self._is_bare(argument):
            return False
        if argument.role is Role.SUBJECT:
            return self.view.tag(argument.head) in NAME_TAGS or sort in ("person", "institution")
        if argument.role is Role.PREPOSITIONAL:
            return sort == "person" and self.view.tag(argument.head) == "NN" and argument.attached_to is None
        return argument.role in _OF_BODIES | {Role.ACCUSATIVE} and sort in ("person", "institution")

    def _is_bare(self, argument: Argument) -> bool:
        """A noun in the singular with nothing before it, which says what somebody is („einst Dozent in Miami")."""
        first = argument.phrase[0] if argument.phrase else argument.head
        if first != argument.head or self.view.tag(first) != "NN" or argument.preposition is not None:
            return False
        named = argument.head + 1 in argument.tokens and self.view.tag(argument.head + 1) in NAME_TAGS
        return not named and not self._kinds.is_plural((argument.head,), argument.head)

    def _parts(self, argument: Argument) -> Iterator[Filler]:
        """A phrase, or the coordinated phrases in it, each by itself and together."""
        slot = Slot(SlotKind.SUBJECT if argument.role is Role.SUBJECT else SlotKind.GOVERNED)
        phrase = self.view.resolve(argument)
        if phrase.tokens and not argument.conjuncts:
            yield Filler(phrase.tokens, slot, phrase.head)
        for part in argument.conjuncts:
            head = next((t for t in part if self.view.graph.noun_phrase_at(t) is not None), None)
            if head is not None:
                yield Filler(part, slot, head)

    def _people(self) -> Iterator[Filler]:
        """People with a full name in the document, wherever they are mentioned."""
        for np in self.view.graph.noun_phrases if self._names.people else ():
            titled = self._descriptions.title_run(np.tokens, np.head)
            run = titled or self._names.run(np.tokens)
            named = bool(titled) or np.head in run
            if run and named and self._names.identify(run).name in self._names.people:
                tokens = self.view.phrase_of(first_of(np)).tokens
                if tokens:
                    yield Filler(tokens, Slot(SlotKind.GOVERNED), np.head)

    def antecedent(self, filler: Filler, actor: Actor, subject: bool) -> Antecedent | None:
        """What an actor is to later pronouns, None where it has no name.

        Args:
            filler: the mention.
            actor: what it was resolved to.
            subject: whether it is the subject of its clause, or somebody who commits.
        """
        if not filler.tokens or (actor.name is None and not subject) or actor.kind is ActorKind.GENERIC:
            return None  # „Man sorge sich. Er sei gelassen": no pronoun means „man"
        head = self._head(filler)
        if actor.name is None and self.view.lower(head) in word_list("first"):
            return None
        plural = self._is_plural(filler.tokens, head, actor)
        person = actor.kind is ActorKind.PERSON
        near = subject or self._is_participant(head, _OF_PEOPLE if person else _OF_BODIES)
        lower = self._lower(filler, head, actor)
        standing = lower if lower is not None else Standing.PARTICIPANT if near else Standing.EMBEDDED
        genders = self.genders(filler, actor)
        quote = quotation(self.view, head)
        name = actor.name or ""
        personal = self.view.lower(head) in word_list("personal")
        return Antecedent(
            filler.tokens[-1],
            name,
            actor.kind,
            genders,
            plural,
            standing,
            actor.id,
            subject,
            quote,
            personal,
            self.view.tag(filler.tokens[0]) == "PPOSAT" and not self._names.is_known(name),
            self._is_proper(name, filler.tokens, head),
        )

    def _is_proper(self, name: str, tokens: Sequence[int], head: int) -> bool:
        """Whether a name is a proper one, of somebody who may be called by the given name alone („Tochter Ida")."""
        if not name or self._names.is_known(name) or self.view.tag(head) in NAME_TAGS:
            return bool(name)
        return any(self.view.text(t) == name and self.view.tag(t) in NAME_TAGS for t in tokens if t > head)

    def _lower(self, filler: Filler, head: int, actor: Actor) -> Standing | None:
        """Less standing for a medium in a relative clause, and for somebody new of whom is only told.

        „ein Entwurf, den die Agentur Eurowire kennt", „Lamm sagte, ein Installateur sei bestellt".
        """
        clause = self.view.graph.clause_at(head)
        if clause is not None and clause.kind is ClauseKind.RELATIVE and actor.kind is ActorKind.ORGANISATION:
            nouns = [t for t in filler.tokens if self.view.tag(t) in ("NN", *NAME_TAGS)]
            return Standing.QUOTED if any(meaning.is_medium(self.view.text(t)) for t in nouns) else None
        new = self.view.lower(filler.tokens[0]) in word_list("indefinite")
        told = clause is not None and clause.kind is ClauseKind.COMPLEMENT
        return Standing.EMBEDDED if new and told and actor.kind is ActorKind.PERSON else None

    def _is_plural(self, tokens: Sequence[int], head: int, actor: Actor) -> bool:
        if self._pronouns.is_pronoun(head):
            return self._pronouns.is_plural(head)
        named = self.view.tag(head) in NAME_TAGS or (actor.name is not None and self._names.is_known(actor.name))
        if named and actor.kind is ActorKind.PERSON:
            return False
        return self._kinds.is_plural(tokens, head)

    def _is_participant(self, head: int, roles: frozenset[Role]) -> bool:
        """Whether a mention takes part in what its clause tells, in one of some roles, not in a phrase of it."""
        clause = self.view.graph.clause_at(head)
        arguments = () if clause is None else clause.arguments
        own = next((a for a in arguments if a.head == head and a.attached_to is None), None)
        return own is not None and (own.role in roles or self.view.tag(head) in NAME_TAGS)

    def genders(self, filler: Filler, actor: Actor) -> frozenset[str]:
        """The genders of pronouns for a mention: both where nothing tells, none where it has none; "pl" for many."""
        head = self._head(filler)
        named = actor.name is not None and (self._names.is_known(actor.name) or self.view.tag(head) in NAME_TAGS)
        if actor.kind is ActorKind.PERSON and actor.name is not None and named:
            return self._names.genders(actor.name)
        if self._pronouns.is_pronoun(head):
            return self._pronouns.genders(head)
        return self._genders_of_noun(filler.tokens, head, actor)

    def _genders_of_noun(self, tokens: Sequence[int], head: int, actor: Actor) -> frozenset[str]:
        """The gender that a phrase shows; either sex too for people whose noun is neuter („das Mitglied")."""
        if self._kinds.is_plural(tokens, head):
            return _MANY
        agreed = self._kinds.agreements(tokens, head)
        shown = [a for a in agreed if a.case == "nom" or tokens[0] != head] or list(agreed)
        found = frozenset(a.gender for a in shown if a.gender is not None)
        return found | {"m", "f"} if actor.kind is ActorKind.PERSON and found == {"n"} else found
