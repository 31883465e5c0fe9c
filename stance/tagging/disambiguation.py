"""Disambiguation of tags: what a form can be comes from the verb lexicon, which it is comes from the clause bracket.

A Doc with STTS tags flows in; the same Doc flows out, with `token.tag_` corrected where lexicon and clause structure
contradict the tagger and with `token.pos_` set. The rules are those of the German sentence bracket (Drach 1937; Höhle
1986; Wöllstein 2014): one finite verb per clause, second or first in a main clause, last after a subordinator; a
participle needs haben, sein or werden in its bracket, a bare infinitive a modal, a particle its verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final
from unicodedata import normalize

from spacy.attrs import IS_SPACE, ORTH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from stance.tagging.brackets import (
    close_modal_brackets,
    complete_perfects,
    decide_circumpositions,
    decide_imperatives,
    decide_particles,
    decide_zu,
    finish_comparative_clauses,
    finish_coordinated_verbs,
    finish_joined_clauses,
    finish_main_clauses,
    finish_particle_verbs,
    finish_subordinate_clauses,
    follow_subject_pronouns,
    one_finite_verb,
    open_reports,
    open_with_verb,
    rejoin_brackets,
    restrict_adpositions,
    restrict_attributes,
    restrict_imperatives,
    restrict_verbs_to_paradigm,
    share_final_modals,
)
from stance.tagging.dense import column, set_column
from stance.tagging.marks import decide_named
from stance.tagging.origins import decide_origins, decide_purposes
from stance.tagging.stretches import VERB_TAGS, Words, closed_classes
from stance.tagging.tagger import upos_of
from stance.tagging.wording import (
    decide_adjectives,
    decide_articles,
    decide_attributes,
    decide_capitals,
    decide_comparisons,
    decide_conjunctions,
    decide_degrees,
    decide_demonstratives,
    decide_infinitive_openers,
    decide_laut,
    decide_offices,
    decide_possessives,
    decide_reflexives,
    decide_relatives,
    decide_small_names,
    decide_surnames,
    decide_titles,
    find_relatives,
    restrict_closed_classes,
)

RULES: Final[tuple[Callable[[Words], None], ...]] = (
    restrict_closed_classes,
    restrict_adpositions,
    restrict_verbs_to_paradigm,
    restrict_imperatives,
    restrict_attributes,
    decide_zu,
    decide_laut,
    decide_capitals,
    decide_origins,
    decide_purposes,
    decide_adjectives,
    decide_offices,
    decide_articles,
    decide_possessives,
    decide_titles,
    decide_comparisons,
    decide_small_names,
    decide_degrees,
    decide_attributes,
    decide_demonstratives,
    decide_named,
    follow_subject_pronouns,
    decide_surnames,
    open_reports,
    open_with_verb,
    decide_imperatives,
    find_relatives,
    finish_comparative_clauses,
    finish_subordinate_clauses,
    complete_perfects,
    one_finite_verb,
    rejoin_brackets,
    finish_main_clauses,
    finish_joined_clauses,
    finish_particle_verbs,
    close_modal_brackets,
    finish_coordinated_verbs,
    share_final_modals,
    decide_conjunctions,
    decide_infinitive_openers,
    decide_relatives,
    decide_reflexives,
    decide_particles,
    decide_circumpositions,
)


def disambiguate(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Correct the tags of one sentence.

    Args:
        forms: Its token texts.
        tags: Their STTS tags.

    Returns:
        The corrected tags.
    """
    words = Words(forms, list(tags))
    for rule in RULES:
        rule(words)
    return words.tags


def universal_tags(words: Words) -> list[str]:
    """The universal tags of a sentence; the clause tells full verbs haben and modals from auxiliaries.

    Examples:
        >>> universal_tags(Words(["Sie", "hat", "Mut"], ["PPER", "VAFIN", "NN"]))
        ['PRON', 'VERB', 'NOUN']
        >>> universal_tags(Words(["Sie", "hat", "Mut", "gezeigt"], ["PPER", "VAFIN", "NN", "VVPP"]))
        ['PRON', 'AUX', 'NOUN', 'VERB']
    """
    upos = [upos_of(tag) for tag in words.tags]
    for i, tag in enumerate(words.tags):
        if tag == "PTKVZ" and "APPR" not in closed_classes().tags.get(words.small[i], ()):
            upos[i] = "ADV"
    for clause in words.stretches:
        verbs = [i for i in clause.tokens if words.tags[i] in VERB_TAGS]
        for i in verbs:
            if upos[i] == "AUX" and verbs == [i] and (words.tags[i][:2] == "VM" or "haben" in words.lemmas(i)):
                upos[i] = "VERB"
    return upos


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """Token indices of each sentence, white space left out; the whole text where nothing marked sentences yet."""
    bounds = [(s.start, s.end) for s in doc.sents] if doc.has_annotation("SENT_START") else [(0, len(doc))]
    for start, end in bounds:
        indices = [i for i in range(start, end) if not doc[i].is_space]
        if indices:
            yield indices


@Language.component("stance_tags", requires=["token.tag"], assigns=["token.tag", "token.pos"])
def stance_tags(doc: Doc) -> Doc:
    """The pipeline component: correct `token.tag_`, set `token.pos_`.

    Args:
        doc: A Doc with STTS tags; sentence boundaries are used where they are set.

    Returns:
        The same Doc.

    Examples:
        >>> import spacy
        >>> from stance.tagging.tagger import add_tagger
        >>> nlp = spacy.blank("de")
        >>> _ = add_tagger(nlp), nlp.add_pipe("stance_tags")
        >>> [token.pos_ for token in nlp("Sie will das Gesetz ablehnen.")]
        ['PRON', 'AUX', 'DET', 'NOUN', 'VERB', 'PUNCT']
    """
    texts = [normalize("NFC", text) for text in column(doc, ORTH)]
    tags, upos = column(doc, TAG), ["SPACE"] * len(doc)
    for indices in _sentences(doc):
        forms = [texts[i] for i in indices]
        words = Words(forms, disambiguate(forms, [tags[i] for i in indices]))
        for i, tag, universal in zip(indices, words.tags, universal_tags(words), strict=True):
            tags[i], upos[i] = tag, universal
    for i in doc.to_array(IS_SPACE).nonzero()[0].tolist():
        tags[i] = "_SP"
    set_column(doc, TAG, tags)
    set_column(doc, POS, upos)
    return doc
