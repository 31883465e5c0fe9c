"""Judgements: the adjectives, participles and quoted words by which somebody judges.

An als-phrase, a predicative or a preposition with adjectives behind it flows in; the filler of the judgement flows out,
with what is joined to it („feige und faul"). All positions are token indices of the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stance.clauses.graph import Argument, Quote
from stance.clauses.quotes import is_mark
from stance.matching.draft import Filler
from stance.matching.fillers import phrase_filler
from stance.matching.site import Site
from stance.matching.spans import clean, is_silent
from stance.matching.view import View
from stance.matching.wordlists import word_list
from stance.rules.schema import FrameRole, Slot

_ADJECTIVAL: Final = frozenset({"ADJD", "ADV", "PTKNEG", "PTKA", "KON", "VVPP", "ADJA", "PIAT", "TRUNC"})
_OPENERS: Final = frozenset({"als", "wie", "für"})
_ADJECTIVAL_HEADS: Final = frozenset({"ADJD", "VVPP", "ADJA"})


def enumerated(view: View, tokens: tuple[int, ...], head: int) -> tuple[int, ...]:
    """„langatmig, eitel und überflüssig", „„feige und faul"": an adjective with those that are joined to it before."""
    if view.tag(head) not in _ADJECTIVAL_HEADS:
        return tokens
    first, last = min(tokens), max(tokens)
    while (link := _before_marks(view, first - 1)) > 0 and (view.tag(link) == "KON" or view.text(link) == ","):
        adjective = _before_marks(view, link - 1)
        if view.tag(adjective) not in ("ADJD", "VVPP"):
            break
        first = adjective
        while view.tag(first - 1) in ("PTKA", "ADV") and view.lower(first - 1) in word_list("intensifiers"):
            first -= 1
    if first == min(tokens):
        return tokens
    if first > 0 and is_mark(view.text(first - 1)):
        first -= 1
    if is_mark(view.text(last + 1)):
        last += 1
    return tuple(t for t in range(first, last + 1) if not view.graph.doc[t].is_space)


def _before_marks(view: View, token: int) -> int:
    """The next token to the left, this one included, that is no quotation mark."""
    while token > 0 and is_mark(view.text(token)):
        token -= 1
    return token


def quoted_predicate(view: View, site: Site, slot: Slot) -> Iterator[Filler]:
    """Words in quotation marks in the place of a predicative („nannte den Plan „an den Haaren herbeigezogen"")."""
    verb = site.verb
    heads = {a.head for a in site.clause.arguments if a.preposition is None}
    for quote in (view.graph.quotes[i] for i in view.quotes_starting(*site.clause.sentence)):
        tokens = tuple(t for t in range(quote.start, quote.end) if not view.graph.doc[t].is_space)
        words = [t for t in tokens if not is_silent(view.graph.doc, t)]
        own = words and all(t in site.clause.tokens for t in words)
        if quote.scare and own and verb is not None and verb.main < quote.start and not heads & set(words):
            joined = quoted_conjunct(view, quote)
            yield Filler((*tokens, *joined), slot, words[-1])


def quoted_conjunct(view: View, quote: Quote) -> tuple[int, ...]:
    """The words in marks that "und" joins to others („verlogen" und „überflüssig")."""
    if view.tag(quote.end) != "KON":
        return ()
    after = next((q for q in view.graph.quotes if q.start == quote.end + 1 and q.scare), None)
    return () if after is None else tuple(range(quote.end, after.end))


def judging(view: View, site: Site, slot: Slot, argument: Argument) -> Iterator[Filler]:
    """An als-phrase with the adjectives that go on behind it („als ‚sehr substantiell' und detailliert")."""
    first = argument.tokens[0]
    if view.lower(first) in _OPENERS and len(argument.tokens) == 1:
        yield from adjectival(view, site, slot, first)
        return
    filler = phrase_filler(view, slot, view.resolve(argument), FrameRole.JUDGEMENT)
    more = list(adjectival(view, site, slot, argument.tokens[-1]))
    after = argument.tokens[-1] + 1
    adjective = view.tag(argument.tokens[-1]) == "ADJD" and view.tag(after) in ("VVPP", "$,")
    if more and (view.tag(after) == "KON" or is_mark(view.text(after)) or adjective):
        tokens = clean(view.graph.doc, {*filler.tokens, *range(argument.tokens[-1] + 1, max(more[0].tokens) + 1)})
        filler = Filler(tokens, slot, filler.head)
    yield filler


def adjectival(view: View, site: Site, slot: Slot, opener: int) -> Iterator[Filler]:
    """„als unrealistisch", „für nicht besonders hilfreich": adjectives and participles after a preposition."""
    verbal = () if site.verb is None else site.verb.tokens
    tokens: list[int] = []
    for token in range(opener + 1, site.clause.sentence[1]):
        behind = token > opener + 1 or view.tag(opener) in _ADJECTIVAL_HEADS
        listed = behind and view.text(token) == "," and view.tag(token + 1) in ("ADJD", "VVPP", "ADV")
        if token in verbal or not (view.tag(token) in _ADJECTIVAL or is_mark(view.text(token)) or listed):
            break
        tokens.append(token)
    while tokens and view.tag(tokens[-1]) not in _ADJECTIVAL_HEADS and not is_mark(view.text(tokens[-1])):
        tokens.pop()
    heads = [t for t in tokens if view.tag(t) in _ADJECTIVAL_HEADS]
    if heads:
        yield Filler(clean(view.graph.doc, tokens), slot, heads[-1])
