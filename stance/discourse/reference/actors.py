"""Actor resolution: mentions of actors become canonical names, identifiers and kinds.

Short names lead to the full name in the document, titles and descriptions to the person they were introduced with,
pronouns to who was mentioned before, all of them through the catalogue to a canonical name; what cannot be resolved
safely keeps no name but its candidates (a sieve of precise rules first, after Lee et al. 2013).
All offsets are token indices of the Doc.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

import attrs

from stance.clauses.graph import NounPhrase, Role
from stance.discourse.reference.allusions import Allusions
from stance.discourse.reference.antecedents import Antecedents, head_of
from stance.discourse.reference.bodies import Bodies
from stance.discourse.reference.descriptions import Descriptions
from stance.discourse.reference.groups import Groups
from stance.discourse.reference.kinds import AGE, Kinds
from stance.discourse.reference.mentions import Mentions
from stance.discourse.reference.names import NAME_TAGS, Identity, Names
from stance.discourse.reference.pronouns import Pronouns, Speech
from stance.discourse.reference.salience import Referent
from stance.discourse.reference.sides import Sides
from stance.discourse.reference.trades import is_role
from stance.discourse.wordlists import word_ends, word_list
from stance.entities.catalogue import Catalogue, Entry
from stance.german import meaning, nominal
from stance.german.features import Agreement
from stance.matching.draft import Filler
from stance.matching.spans import mention
from stance.matching.view import View
from stance.model import Actor, ActorKind, SpanSet
from stance.tagging.dense import characters

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_BESIDE: Final = frozenset({Role.DATIVE, Role.ACCUSATIVE, Role.PREPOSITIONAL})
_RESTS_OF_VERBS: Final = frozenset({"PTKVZ", "VVPP", "VVINF"})
_SEVERAL: Final = 2
_BEHIND_BODIES: Final = NAME_TAGS | {"NN"}
_OPEN_KINDS: Final = frozenset({ActorKind.COLLECTIVE, ActorKind.UNKNOWN})


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
    def _sides(self) -> Sides:
        return Sides(self._names, self._bodies, self._identify)

    @cached_property
    def antecedents(self) -> Antecedents:
        """Who of those mentioned pronouns can stand for."""
        return Antecedents(self._names, self._descriptions, self._pronouns, self._kinds)

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
        head = head_of(filler)
        if self.view.tag(head) == "PWS":
            return Actor(found.text, found.spans, None, None, ActorKind.UNKNOWN)
        before = before.outside(said)
        if any(self.view.lower(t) in word_list("first_singular") for t in said):
            before = before.where(lambda a: a.kind is ActorKind.PERSON)
        if speech is not None and self._speaks_for_itself(head, speech):
            return attrs.evolve(speech.speaker, text=found.text, spans=found.spans)
        if (joint := self._joint(tokens, head)) is not None:
            identity, kind, id = joint, ActorKind.COLLECTIVE, None
        elif (apposed := self._apposed_to(head) or self._behind_possessive(tokens, head)) is not None:
            identity, kind, id = apposed, ActorKind.PERSON, None
        elif self._pronouns.is_pronoun(head):
            referent = self._pronouns.resolve(head, before, speech, self._beside(head))
            identity, kind, id = referent.identity, referent.kind, referent.id
        elif (find := self._finder(tokens, head)) is not None:
            own = Referent(Identity(self._groups.name(tokens, head)), ActorKind.PERSON)
            in_case = self._is_role_in_case(head)
            alluded = self._alluded(filler, head, own, before, speech, bool(said)) if in_case else None
            if alluded is not None and alluded.identity.name is not None:
                referent = alluded
            else:
                others = before.where(lambda a: not self._descriptions.comes_with_setting(a.name))
                referent = find(self.view.lower(tokens[0]) == "die", head, others)
            if referent.identity.name is None and not in_case:
                referent = self._alluded(filler, head, own, before, speech, bool(said)) or referent
            somebody = referent.identity.name or referent.identity.candidates or not self._keeps_noun(head)
            identity = referent.identity if somebody else own.identity
            kind, id = ActorKind.PERSON, referent.id
        else:
            identity, id = self._identify(tokens, head), None
            kind = self._kind(tokens, head, identity)
            alluded = self._alluded(filler, head, Referent(identity, kind), before, speech, bool(said))
            if alluded is not None:
                identity, kind, id = alluded.identity, ActorKind.PERSON, alluded.id
            if (other := self._other_side(tokens, head, identity)) is not None:
                identity, id = other, None
                kind = self._kind_of_side(other)
        name = identity.name
        if identity.entry is not None:
            id = identity.entry.id
        elif id is None and name is not None:
            id = slug(name) or None
        return Actor(found.text, found.spans, name, id, kind, identity.candidates)

    def _other_side(self, tokens: Sequence[int], head: int, read: Identity) -> Identity | None:
        """The party that „die Gegenseite" means, where nobody else was found; None where no side is meant."""
        np = self.view.graph.noun_phrase_at(head)
        own = read.entry is None and read.name == self._groups.name(tokens, head)
        return self._sides.other(np) if np is not None and own else None

    def _kind_of_side(self, found: Identity) -> ActorKind:
        if found.entry is not None:
            return found.entry.kind
        person = found.name in self._names.people
        known = ActorKind.PERSON if person else ActorKind.ORGANISATION
        return ActorKind.UNKNOWN if found.name is None else known

    def _joint(self, tokens: Sequence[int], head: int) -> Identity | None:
        """Several who act as one („A und B haben sich geeinigt"), by all their names; None where one acts."""
        np = self.view.graph.noun_phrase_at(head)
        parts = () if np is None else np.conjuncts
        if len(parts) < _SEVERAL or not {t for part in parts for t in part} <= set(tokens):
            return None
        if not any(self.view.tag(t) == "KON" for t in range(parts[-2][-1] + 1, parts[-1][0])):
            return None  # „Udo Lamm, Experte der Bank"
        heads = [next((t for t in part if self.view.graph.noun_phrase_at(t) is not None), part[0]) for part in parts]
        names = [self._identify(part, noun).name for part, noun in zip(parts, heads, strict=True)]
        return None if None in names else Identity(" und ".join(name for name in names if name))

    def _apposed_to(self, head: int) -> Identity | None:
        """Whom an apposition behind „dieser" names („diese, die Lehrerin Kira Blank, …"), None without one."""
        view = self.view
        pointing = self._pronouns.demonstratives.is_pointing(head) and head + 2 < len(view.graph.doc)
        if not pointing or view.text(head + 1) != ",":
            return None
        phrase = next(iter(view.phrases_in(head + 2, head + 3)), None)
        run = [] if phrase is None else self._descriptions.titles.name_in(phrase.tokens, phrase.head)
        return self._names.identify(run) if self._names.is_full(run) else None

    def _behind_possessive(self, tokens: Sequence[int], head: int) -> Identity | None:
        """The full name in a phrase of which only the possessive was read („Ihr Gegenüber Udo Lamm")."""
        run = self._names.run(tokens) if self.view.tag(head) == "PPOSAT" else []
        return self._names.identify(run) if self._names.is_full(run) else None

    def _speaks_for_itself(self, head: int, speech: Speech) -> bool:
        """Whether „man" is a body that speaks, or for which somebody does („man wolle warten, so ein Sprecher")."""
        if self.view.lower(head) not in word_list("generic") or not self._pronouns.own_side(head, speech):
            return False
        said = speech.speaker
        if said.kind in (ActorKind.ORGANISATION, ActorKind.GOVERNMENT):
            return True
        nouns = (*self._descriptions.nouns_of(said.name or ""), *said.text.lower().split())
        return said.kind is ActorKind.PERSON and any(noun.endswith(word_ends("speaking_for_bodies")) for noun in nouns)

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
        speakers = frozenset() if speech is None else speech.speakers
        return self._allusions.referent(np, genders == {"f"}, before, speakers, says) if genders else None

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

    def _is_role_in_case(self, head: int) -> bool:
        """„Der Beschuldigte": a participle that is a role in a case."""
        return re.sub(r"e[nrm]?$", "", self.view.text(head)) in word_list("roles_in_cases")

    def _keeps_noun(self, head: int) -> bool:
        """Whether a noun says who is meant where nobody was mentioned before: an age, a role in a case."""
        return AGE.fullmatch(self.view.text(head)) is not None or self._is_role_in_case(head)

    def _is_article_and_noun(self, tokens: Sequence[int]) -> bool:
        return len(tokens) == 2 and self.view.lower(tokens[0]) in word_list("demonstrative")

    def _kind(self, tokens: Sequence[int], head: int, identity: Identity) -> ActorKind:
        if identity.entry is not None:
            return identity.entry.kind
        described = self.view.tag(head) == "NN" and identity.name is not None and self._bodies.is_named(identity.name)
        short = identity.name is not None and self._names.is_firm(identity.name)
        of_place = self._of_place(tokens, head) == identity  # „die Wallbacher"
        apposed = self._descriptions.titles.apposed_body(tokens, head) is not None
        if described or short or of_place or apposed:
            return ActorKind.ORGANISATION
        return self._kinds.kind(tokens, head, identity.name)

    def _identify(self, tokens: Sequence[int], head: int) -> Identity:
        """Who a noun phrase means: a name, somebody described, an actor of the catalogue, else its own words."""
        names = self._names
        quoted = self._bodies.quoted(tokens, head)
        if quoted is not None:
            entry = names.entry([quoted])
            return Identity(quoted) if entry is None else Identity(entry.name, entry)
        titled = self._descriptions.titles.name_in(tokens, head)
        run = titled or (names.run([t for t in tokens if t >= head]) if self.view.tag(head) in NAME_TAGS else [])
        known = self._of_catalogue(tokens, head, titled)
        if known is not None and not (run and names.is_full(run)):
            return known
        if run:
            return Identity(self._groups.name(tokens, head)) if self._goes_on(tokens, head) else self._named(run)
        apposed = self._descriptions.titles.apposed_body(tokens, head) or self._bodies.name_behind(tokens, head)
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
        if found.candidates:
            found = self._by_kin(run, found)
        if found.entry is None and not found.candidates:
            open = self._names.metonym_candidates(self._names.words(run))
            return Identity(found.name, None, open) if open else found
        return found

    def _by_kin(self, run: list[int], open: Identity) -> Identity:
        """Of several people of one surname the one whose sex their kin tells: „sagt Jung, während seine Frau kocht"."""
        view, clause = self.view, self.view.graph.clause_at(run[-1])
        rest = range(run[-1] + 1, run[-1] if clause is None else clause.sentence[1])
        whose = (t for t in rest if view.tag(t) == "PPOSAT" and view.lemma(t + 1).lower() in word_list("spouses"))
        shown = next((self._pronouns.genders(t) for t in whose), frozenset())
        fitting = [name for name in open.candidates if shown & self._names.genders(name)]
        return Identity(fitting[0], self.catalogue.named(fitting[0])) if len(fitting) == 1 else open

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
        if any(self.view.tag(t) in ("PIAT", "PIDAT", "CARD") for t in core if t < head) or self._goes_on(core, head):
            return None
        run = self._names.run([t for t in core if t >= head]) if self.view.tag(head) in NAME_TAGS else []
        if run and self._names.identify(run).candidates:
            return None
        before = [t for t in core if t < head] if run else []
        local = not run and head + 1 in core and self.view.tag(head + 1) in _BEHIND_BODIES
        joined = head + 1 in core and self.view.text(head + 1) == "/"  # „die SPÖ/Grünen-Koalition"
        longer = local or joined or self._is_local_branch(run, head) or self._goes_on_behind(run, head)
        stretches = [core, [] if longer else [t for t in core if t <= head], before + run, run]
        texts = [" ".join(self.view.text(t) for t in stretch) for stretch in stretches if stretch]
        if titled or self._is_somebody_here(run):
            body = self.catalogue.named(texts[0]) if titled else None
            return None if body is None or body.kind is ActorKind.PERSON else Identity(body.name, body)
        entry = self._names.entry(texts)
        return None if entry is None or self._sits_elsewhere(entry, core, head) else Identity(entry.name, entry)

    def _sits_elsewhere(self, entry: Entry, core: Sequence[int], head: int) -> bool:
        """Whether a group sits in another chamber than that of the catalogue: „die SPD-Fraktion im Stadtrat"."""
        if not meaning.is_parliamentary_group(self.view.text(head)):
            return False
        chambers = (self.view.lemma(t).lower() for t in core if t > head and meaning.is_chamber(self.view.text(t)))
        known = " ".join((entry.name, *entry.aliases)).lower()
        return any(chamber not in known for chamber in chambers)

    def _goes_on(self, core: Sequence[int], head: int) -> bool:
        """Whether letters for a body are only the first word of a name: „der AK Umwelt", „die IG Metall Küste"."""
        letters = self.view.tag(head) in NAME_TAGS and self.view.text(head).isupper()
        behind = next((t for t in core if t > head and self.view.tag(t) not in NAME_TAGS), -1)
        return letters and behind - 1 in core and self.view.tag(behind) == "NN"

    def _goes_on_behind(self, run: Sequence[int], head: int) -> bool:
        """Whether a place is only the first word of a name („die Bangkok Post")."""
        text = self.view.text(head)
        place = meaning.is_country(text) or meaning.animacy(text, name=True) == "place"
        return bool(run) and run[0] == head < run[-1] and place

    def _is_local_branch(self, run: Sequence[int], head: int) -> bool:
        """„der ADAC Nordmark": a body with a place behind it that is no country is not the whole body."""
        text = self.view.text(run[-1]) if len(run) > 1 and run[0] == head else ""
        place = bool(text) and meaning.animacy(text, name=True) == "place" and not meaning.is_country(text)
        return place and (meaning.is_organisation(self.view.text(head)) or meaning.is_party(self.view.text(head)))

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
