"""Maps commitments to quotation groups as Petersen-Frey & Biemann (2024) annotate them.

Commitments and the clause graph of a Doc come in, groups over the tokens of the published document go out. Each
decision looks at the commitment and the clause structure around its cue, never at a particular sentence.

Which commitments are quotations (``form``, then ``type``)
==========================================================

============== ======================================= ====================================================
form           condition                               groups
============== ======================================= ====================================================
any            the cue stands in a direct quotation    none
any            a source named by laut, nach, zufolge   one *Indirect* of the source: the rest of the sentence
any            content is "das" or "dies", assertion   one *Indirect*: the main clauses before it in its
               or admission                            sentence, else the sentence before
direct         –                                       one *Direct* for each contiguous quotation
indirect       –                                       one *Indirect*
mixed          content is a clause                     one *Indirect*, and a *Direct* for each part in
                                                       quotation marks that is longer than one word and no title
mixed          content or judgement is a phrase        a *Direct* for each part in quotation marks that is
                                                       longer than one word and no title
reported,      content or judgement is quoted whole    a *Direct* for it, beside the *Reported*
ascribed
free_indirect  –                                       one *IndirectFreeIndirect*; successive sentences of one
                                                       actor are one group, with a *Direct* for quoted parts
reported       type in :data:`REPORTED_TYPES`,         one *Reported*
               actual, with an actor, main clause
reported       otherwise                               none
nominal        content is a clause                     as indirect
nominal        otherwise                               none
reported,      type evaluation, with a judgement,      one *Reported*
ascribed       actual, with an actor, main clause
ascribed       content is a clause, or otherwise       as indirect; none
============== ======================================= ====================================================

Told acts are annotated unevenly in the training documents: about half of those with verbs such as fordern, warnen,
sprechen von, berichten von, bezeichnen als, vorwerfen and ankündigen, below a fifth of those with kritisieren,
begrüßen, ablehnen, unterstützen, planen, beschließen; hence the types. *FreeIndirect* (hearsay "sollen" without a
holder) is no commitment and never predicted. Coordinated actors of one cue are one speaker.

Where the parts lie
===================

======== ======================================================================================================
quote    the content; attributions: their main clause and what follows, which is what they range over; free indirect:
         whole sentences with their full stop; *Reported*: the clause of the cue with its full stop, from the
         speaker on, and one group for acts of one speaker that run on
cue      verbs: the whole verb complex with auxiliaries, particle, "sich", "es" of "heißt es" and prepositional
         correlate ("davon"); attributions: the preposition or "so" alone
speaker  the actor; attributions: everything that the preposition governs ("Angaben der Polizei")
frame    verbs: all of the sentence that is not quote, without the full stop; with coordinated main clauses that of
         the cue only, from its conjunction or its subject to its comma or colon; attributions: cue and speaker
======== ======================================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from benchmarks._quotations import Document, Group, runs
from stance.clauses.graph import Clause, ClauseGraph, ClauseKind
from stance.model import Commitment, CommitmentType, Cue, Form, Mention, Status

REPORTED_TYPES = frozenset(
    {
        CommitmentType.ACCUSATION,
        CommitmentType.ASSERTION,
        CommitmentType.DEMAND,
        CommitmentType.INTENTION,
        CommitmentType.WARNING,
    }
)
_CONFIRMING = frozenset({CommitmentType.ASSERTION, CommitmentType.ADMISSION})
_ATTRIBUTORS = frozenset({"nach", "laut", "zufolge", "gemäß", "so", "demnach", "danach"})
_ANAPHORIC = frozenset({"demnach", "danach"})
_REACH = 4
_RUNNING = frozenset({"IndirectFreeIndirect", "Reported"})
_ANAPHORS = frozenset({"das", "dies", "dieses"})
_BETWEEN = frozenset({",", "und", "sowie", "oder"})
_CORRELATES = frozenset({"davon", "darauf", "darüber", "daran", "damit", "dafür"})
_OPENING, _CLOSING = frozenset('„»«"‚›‹“”'), frozenset('“”«»"‘‹›')
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})
_NAMING = frozenset({*_ARTICLES, "von", "vom", "zum", "zur", "im", "am", "beim"})
_SMALL = frozenset({*_ARTICLES, "und", "für", "von", "zu", "ohne", "in", "im", "am", "an", "mit", "gegen", "of", "the"})
_STOPS = frozenset(".!?…")
_JOINTS = frozenset({",", ":", ";", "–", "-"})
_WRITING = frozenset({"schreiben", "veröffentlichen", "twittern", "lauten", "notieren", "unterzeichnen"})
_THOUGHT = frozenset({"glauben", "denken", "hoffen", "fürchten", "befürchten", "erwarten", "schätzen", "vermuten"})
_WRITTEN_SOURCES = ("bericht", "zeitung", "studie", "meldung", "mitteilung", "angaben", "agentur")


def quotation_groups(document: Document, graph: ClauseGraph, commitments: Sequence[Commitment]) -> list[Group]:
    """Map the commitments of a document to quotation groups.

    Args:
        document: the published document, for its tokens.
        graph: the clause graph of its text.
        commitments: what was extracted from its text.

    Returns:
        The groups, without duplicates, ordered by first token of the quote.
    """
    page = _Page(document, graph, tuple(commitments))
    told = [commitment for commitment in commitments if not _is_quoted(page, commitment)]
    groups = [group for commitment in told for group in (*_groups(page, commitment), *_sources(page, commitment))]
    joined = _merge_running(_merge_speakers(page, groups))
    return sorted(dict.fromkeys(joined), key=lambda group: (group.quote[0], -len(group.quote)))


@attrs.frozen
class _Page:
    """A published document beside the clause graph of its text, with conversion between their tokens."""

    document: Document
    graph: ClauseGraph
    commitments: tuple[Commitment, ...]

    def said_with(self, cue: Cue | None) -> set[int]:
        """Tokens of all contents and quoted judgements that a cue introduces."""
        found: set[int] = set()
        for commitment in self.commitments:
            if commitment.cue == cue and not _is_anaphor(commitment.content):
                found.update(self.from_mention(commitment.content))
                if commitment.form is Form.MIXED:
                    found.update(self.from_mention(commitment.judgement))
        return found

    def from_graph(self, tokens: Iterable[int]) -> tuple[int, ...]:
        doc = self.graph.doc
        return self.document.covered((doc[i].idx, doc[i].idx + len(doc[i])) for i in tokens)

    def from_mention(self, mention: Mention | None) -> tuple[int, ...]:
        return self.document.covered(mention.spans) if mention is not None else ()

    def to_graph(self, mention: Mention) -> list[int]:
        return [
            token.i
            for start, end in mention.spans
            for token in self.graph.doc
            if token.idx < end and start < token.idx + len(token) and not token.is_space
        ]

    def without_stop(self, tokens: Sequence[int], stops: frozenset[str] = _STOPS | _JOINTS) -> tuple[int, ...]:
        kept = list(tokens)
        while kept and self.document.word(kept[-1]) in stops:
            kept.pop()
        return tuple(kept)

    def has_word(self, tokens: Iterable[int]) -> bool:
        return any(character.isalnum() for token in tokens for character in self.document.word(token))

    def is_whole_quote(self, tokens: Sequence[int]) -> bool:
        """Whether tokens are one quotation, marks included, and not a title."""
        marks = [token for token in tokens if self.document.word(token) in _OPENING | _CLOSING]
        outer = len(tokens) > 2 and self.document.word(tokens[0]) in _OPENING
        return outer and marks == [tokens[0], tokens[-1]] and not self.is_title(tokens)

    def is_title(self, part: Sequence[int]) -> bool:
        """Whether words in quotation marks are a name or title: all with a capital, behind a noun or its article."""
        words = [self.document.word(token) for token in part[1:-1]]
        before = self.document.word(part[0] - 1) if part[0] else ""
        led = before[:1].isupper() or before.lower() in _NAMING
        return led and all(word[:1].isupper() or not word[:1].isalpha() or word in _SMALL for word in words)

    def quoted_parts(self, tokens: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Parts in quotation marks with more than one word, marks included, titles left out."""
        opened: int | None = None
        for token in tokens:
            word = self.document.word(token)
            if opened is None and word in _OPENING:
                opened = token
            elif opened is not None and word in _CLOSING:
                part = tuple(other for other in tokens if opened <= other <= token)
                if len(part) > 3 and not self.is_title(part):
                    yield part
                opened = None


def _is_anaphor(content: Mention | None) -> bool:
    return content is not None and content.text.lower() in _ANAPHORS


def _is_quoted(page: _Page, commitment: Commitment) -> bool:
    """Whether the cue stands inside a direct quotation."""
    tokens = () if commitment.cue is None else page.to_graph(commitment.cue)
    quotes = [page.graph.quote_at(token) for token in tokens]
    return bool(quotes) and all(quote is not None and not quote.scare for quote in quotes)


def _groups(page: _Page, commitment: Commitment) -> Iterator[Group]:
    if _is_anaphor(commitment.content):
        yield from _anaphoric(page, commitment)
        return
    match commitment.form:
        case Form.DIRECT:
            yield from _direct(page, commitment, runs(page.from_mention(commitment.content)))
        case Form.FREE_INDIRECT:
            yield from _free_indirect(page, commitment)
        case Form.INDIRECT:
            yield from _indirect(page, commitment)
        case _ if _is_clausal(page, commitment):
            yield from _indirect(page, commitment)
        case Form.MIXED:
            quoted = (*page.from_mention(commitment.judgement), *page.from_mention(commitment.content))
            yield from _direct(page, commitment, page.quoted_parts(sorted(set(quoted))))
        case Form.REPORTED | Form.ASCRIBED:
            told = (page.from_mention(mention) for mention in (commitment.judgement, commitment.content))
            yield from _direct(page, commitment, (part for part in told if page.is_whole_quote(part)))
            yield from _reported(page, commitment)


def _direct(page: _Page, commitment: Commitment, parts: Iterable[Sequence[int]]) -> Iterator[Group]:
    for part in parts:
        yield _group(page, commitment, "Direct", tuple(part))


def _indirect(page: _Page, commitment: Commitment) -> Iterator[Group]:
    quote = page.without_stop(page.from_mention(commitment.content))
    if _is_attribution(commitment):
        quote = _host(page, commitment) or quote
    if quote:
        whole = _group(page, commitment, "Indirect", quote)
        yield whole
        for part in page.quoted_parts(quote):
            yield attrs.evolve(whole, type="Direct", quote=part)


def _anaphoric(page: _Page, commitment: Commitment) -> Iterator[Group]:
    """A report whose content is "das" or "dies" quotes what its sentence says before it, else the sentence before."""
    clause = _cue_clause(page, commitment)
    if commitment.type not in _CONFIRMING or clause is None:
        return
    before = range(clause.sentence[0], _reach(page.graph, clause)[0])
    if not page.has_word(page.from_graph(before)) and clause.sentence[0]:
        last = page.graph.doc[clause.sentence[0] - 1].sent
        before = range(last.start, last.end)
    quote = page.without_stop(page.from_graph(before))
    if quote:
        yield _group(page, commitment, "Indirect", quote)


def _sources(page: _Page, commitment: Commitment) -> Iterator[Group]:
    """An attribution over a clause with a cue of its own: the source quotes the rest of the sentence."""
    sentence = page.document.covered([commitment.sentence])
    for source in commitment.sources:
        speaker = page.from_mention(source)
        near = range(max(speaker[0] - _REACH, sentence[0]), min(speaker[-1] + 2, sentence[-1])) if speaker else ()
        cue = [token for token in near if page.document.word(token).lower() in _ATTRIBUTORS][-1:]
        if not cue or not set(speaker) <= set(sentence):
            continue
        frame = range(min(cue[0], speaker[0]), max(cue[0], speaker[-1]) + 1)
        yield Group(
            type="Indirect",
            medium="SW",
            quote=tuple(token for token in page.without_stop(sentence) if token not in frame),
            cue=tuple(cue),
            speaker=tuple(token for token in frame if token not in cue),
            frame=tuple(frame),
            origin=commitment.rule,
        )


def _free_indirect(page: _Page, commitment: Commitment) -> Iterator[Group]:
    start, end = commitment.sentence
    quote = page.document.covered([(start, end)])
    if quote:
        whole = _group(page, commitment, "IndirectFreeIndirect", quote)
        yield whole
        for part in page.quoted_parts(quote):
            yield attrs.evolve(whole, type="Direct", quote=part)


def _reported(page: _Page, commitment: Commitment) -> Iterator[Group]:
    clause = _cue_clause(page, commitment)
    if clause is None or clause.kind is not ClauseKind.MAIN or commitment.actor is None:
        return
    judged = commitment.type is CommitmentType.EVALUATION and commitment.judgement is not None
    told = commitment.form is Form.REPORTED and commitment.type in REPORTED_TYPES
    if commitment.status is Status.ACTUAL and (told or judged):
        yield _group(page, commitment, "Reported", _clause_tokens(page, clause, page.from_mention(commitment.actor)))


def _group(page: _Page, commitment: Commitment, kind: str, quote: tuple[int, ...]) -> Group:
    framed = kind in {"Direct", "Indirect"}
    cue, speaker = _cue_and_speaker(page, commitment)
    return Group(
        type=kind,
        medium=_medium(commitment),
        quote=quote,
        cue=cue if framed else (),
        speaker=speaker,
        addressee=page.from_mention(commitment.addressee) if framed else (),
        frame=_frame(page, commitment, cue, speaker) if framed else (),
        origin=commitment.rule,
    )


def _is_attribution(commitment: Commitment) -> bool:
    cue = commitment.cue
    return cue is not None and not _ATTRIBUTORS.isdisjoint(cue.text.lower().split())


def _is_clausal(page: _Page, commitment: Commitment) -> bool:
    """Whether the content is a clause of its own, or the host of an attribution."""
    if commitment.content is None:
        return False
    if _is_attribution(commitment):
        return True
    clause, content = _cue_clause(page, commitment), page.to_graph(commitment.content)
    inner = page.graph.clause_at(_first_word(page, content)) if content else None
    if inner is None or inner is clause or inner.verb is None or inner.kind is ClauseKind.RELATIVE:
        return False
    above = clause is not None and inner in tuple(page.graph.ancestors(clause))
    return not above or (clause is not None and clause.kind is ClauseKind.PARENTHESIS)


def _first_word(page: _Page, tokens: Sequence[int]) -> int:
    return next((token for token in tokens if not page.graph.doc[token].is_punct), tokens[0])


def _cue_clause(page: _Page, commitment: Commitment) -> Clause | None:
    if commitment.cue is None:
        return None
    return next((clause for token in page.to_graph(commitment.cue) if (clause := page.graph.clause_at(token))), None)


def _cue_and_speaker(page: _Page, commitment: Commitment) -> tuple[tuple[int, ...], tuple[int, ...]]:
    cue, speaker = page.from_mention(commitment.cue), page.from_mention(commitment.actor)
    if not _is_attribution(commitment):
        return _whole_cue(page, commitment, cue), speaker
    head = tuple(token for token in cue if page.document.word(token).lower() in _ATTRIBUTORS)
    if any(page.document.word(token).lower() in _ANAPHORIC for token in head):
        return head, head
    holders = [page.from_mention(other.actor) for other in page.commitments if other.cue == commitment.cue]
    governed = sorted({*cue, *(token for holder in holders for token in holder)} - set(head))
    if not governed:
        return head, ()
    first = head[-1] + 1 if head[-1] < governed[0] else governed[0]
    return head, tuple(token for token in range(first, governed[-1] + 1) if token not in head)


def _whole_cue(page: _Page, commitment: Commitment, cue: tuple[int, ...]) -> tuple[int, ...]:
    """The cue with the rest of its verb complex, its reflexive, and its correlate."""
    clause = _cue_clause(page, commitment)
    if clause is None or clause.verb is None or commitment.cue is None:
        return cue
    own = page.to_graph(commitment.cue)
    if set(own).isdisjoint(clause.verb.tokens):
        return cue
    doc = page.graph.doc
    extra = [token for token in clause.tokens if doc[token].tag_ == "PRF" or doc[token].lower_ in _CORRELATES]
    return tuple(sorted({*cue, *page.from_graph([*clause.verb.tokens, *extra])}))


def _clause_tokens(page: _Page, clause: Clause, speaker: Sequence[int] = ()) -> tuple[int, ...]:
    """The sentence around a clause, cut down to its main clause where others are coordinated with that.

    A speaker who stands before the cut in the same sentence (the shared subject of coordination) moves it back.
    """
    first, last = _reach(page.graph, clause)
    sentence = page.from_graph(range(clause.sentence[0], clause.sentence[1]))
    tokens = page.from_graph(range(first, last))
    if tokens and any(sentence[0] <= token < tokens[0] for token in speaker):
        return tuple(token for token in sentence if token <= tokens[-1])
    return tokens


def _reach(graph: ClauseGraph, clause: Clause) -> tuple[int, int]:
    """First and one-past-last graph token of the main clause around a clause, up to the main clauses beside it."""
    start, end = clause.sentence
    if clause.kind is ClauseKind.PARENTHESIS:
        return start, end
    while (above := graph.parent(clause)) is not None:
        clause = above
    rivals = [
        other.span
        for other in graph.clauses
        if other.sentence == clause.sentence
        and other.kind is ClauseKind.MAIN
        and other.verb is not None
        and other.parent is None
        and other.index != clause.index
    ]
    before = [span[1] for span in rivals if span[0] < clause.span[0]]
    after = [span[0] for span in rivals if span[0] > clause.span[0]]
    return max([start, *before]), min([end, *after])


def _host(page: _Page, commitment: Commitment) -> tuple[int, ...]:
    """What an attribution ranges over: the rest of its sentence, or nothing where it stands in a subordinate clause."""
    clause = _cue_clause(page, commitment)
    if clause is None or (page.graph.parent(clause) is not None and clause.kind is not ClauseKind.PARENTHESIS):
        return ()
    own = page.from_graph(range(_reach(page.graph, clause)[0], clause.sentence[1]))
    frame = _frame(page, commitment, *_cue_and_speaker(page, commitment))
    rest = [token for token in page.without_stop(own) if token not in set(frame)]
    while rest and page.document.word(rest[0]) in _JOINTS:
        rest.pop(0)
    return page.without_stop(rest)


def _frame(page: _Page, commitment: Commitment, cue: tuple[int, ...], speaker: tuple[int, ...]) -> tuple[int, ...]:
    if _is_attribution(commitment):
        return _attribution_frame(page, sorted({*cue, *speaker}))
    clause = _cue_clause(page, commitment)
    if clause is None:
        return _speaker_with_colon(page, speaker)
    said = page.said_with(commitment.cue)
    tokens = [token for token in _clause_tokens(page, clause, speaker) if token not in said]
    kept = [run for run in runs(page.without_stop(tokens, _STOPS)) if page.has_word(run)]
    return _joined_to_quote(page, [token for run in kept for token in run], said)


def _joined_to_quote(page: _Page, frame: list[int], said: set[int]) -> tuple[int, ...]:
    """The comma or dash before a frame is part of it where it follows the quote, and only there."""
    while frame and page.document.word(frame[0]) in _JOINTS and frame[0] - 1 not in said:
        frame = frame[1:]
    joint = frame[0] - 1 if frame else -1
    if joint - 1 in said and joint not in said and page.document.word(joint) in _JOINTS:
        return (joint, *frame)
    return tuple(frame)


def _attribution_frame(page: _Page, frame: list[int]) -> tuple[int, ...]:
    """Cue and governed phrase with the relative clauses that modify it, and the comma before a parenthetical "so"."""
    governed = set(frame)
    for clause in page.graph.clauses:
        antecedent = () if clause.antecedent is None else page.from_graph([clause.antecedent])
        if clause.kind is ClauseKind.RELATIVE and not governed.isdisjoint(antecedent):
            inner = page.from_graph(range(*clause.span))
            frame = sorted({*frame, *range(frame[-1] + 1, inner[-1] + 1)})
    comma = frame[0] - 1
    so = page.document.word(frame[0]).lower() == "so"
    return tuple([comma, *frame] if so and comma >= 0 and page.document.word(comma) == "," else frame)


def _speaker_with_colon(page: _Page, speaker: tuple[int, ...]) -> tuple[int, ...]:
    after = speaker[-1] + 1 if speaker else 0
    if speaker and after < len(page.document.tokens) and page.document.word(after) == ":":
        return (*speaker, after)
    return speaker


def _medium(commitment: Commitment) -> str:
    """Speech, writing or thought, by the lemma of the cue and the words of the speaker."""
    lemma = commitment.cue.lemma if commitment.cue is not None else ""
    speaker = commitment.actor.text.lower() if commitment.actor is not None else ""
    if lemma in _WRITING:
        return "Writing"
    if lemma in _THOUGHT:
        return "ST"
    if _is_attribution(commitment) or any(source in speaker for source in _WRITTEN_SOURCES):
        return "SW"
    return "Speech"


def _merge_speakers(page: _Page, groups: Sequence[Group]) -> list[Group]:
    """Join the groups that coordinated actors of one cue have each: one quotation, one speaker from first to last."""
    merged: dict[tuple[str, tuple[int, ...], tuple[int, ...]], Group] = {}
    for group in groups:
        key = (group.type, group.quote, group.cue)
        speaker = (*merged[key].speaker, *group.speaker) if key in merged else ()
        merged[key] = attrs.evolve(group, speaker=_bridged(page, speaker)) if speaker else group
    return list(merged.values())


def _bridged(page: _Page, tokens: Sequence[int]) -> tuple[int, ...]:
    """Tokens with the commas and conjunctions between them."""
    inside = set(tokens)
    hull = range(min(inside), max(inside) + 1)
    return tuple(token for token in hull if token in inside or page.document.word(token) in _BETWEEN)


def _merge_running(groups: Sequence[Group]) -> list[Group]:
    """Join free indirect speech and told acts of one speaker that run on."""
    merged: list[Group] = []
    for group in sorted(groups, key=lambda group: group.quote[0]):
        before = next(
            (other for other in reversed(merged) if other.type == group.type and group.type in _RUNNING), None
        )
        if before is not None and before.speaker == group.speaker and before.quote[-1] + 1 >= group.quote[0]:
            quote = tuple(sorted({*before.quote, *group.quote}))
            merged[merged.index(before)] = attrs.evolve(before, quote=quote)
        else:
            merged.append(group)
    return merged
