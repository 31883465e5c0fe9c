"""The mapping of commitments to quotation groups, on clause graphs made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from benchmarks._quotation_mapping import quotation_groups
from benchmarks._quotations import Document, Group
from stance.clauses.graph import Clause, ClauseGraph, ClauseKind, ClauseType, Order, Quote, VerbComplex
from stance.model import (
    Actor,
    Commitment,
    CommitmentType,
    Cue,
    Form,
    Mention,
    Polarity,
    SpanSet,
    Status,
    Strength,
)


class Text:
    """A sentence or two, given as words with a space around each token, with its Doc, document and clauses."""

    def __init__(self, words: str) -> None:
        self.words = words.split()
        self.doc = Doc(Vocab(), words=self.words)
        starts = [index + 1 for index, word in enumerate(self.words[:-1]) if word == "."]
        for token in self.doc:
            token.is_sent_start = token.i in {0, *starts}
        bounds = [0, *starts, len(self.words)]
        self.sentences = tuple(pairwise(bounds))
        self.document = Document(
            name="one",
            text=self.doc.text,
            tokens=tuple((token.idx, token.idx + len(token)) for token in self.doc),
            sentences=self.sentences,
        )
        self.clauses: list[Clause] = []

    def at(self, words: str) -> range:
        wanted = words.split()
        start = next(i for i in range(len(self.words)) if self.words[i : i + len(wanted)] == wanted)
        return range(start, start + len(wanted))

    def clause(self, words: str, verb: str, kind: ClauseKind = ClauseKind.MAIN, parent: int | None = None) -> Text:
        tokens, verbs = tuple(self.at(words)), tuple(self.at(verb))
        sentence = next(bounds for bounds in self.sentences if bounds[0] <= tokens[0] < bounds[1])
        self.clauses.append(
            Clause(
                index=len(self.clauses),
                kind=kind,
                type=ClauseType.MAIN if kind is ClauseKind.MAIN else ClauseType.DASS,
                order=Order.V2,
                tokens=tokens,
                span=(tokens[0], tokens[-1] + 1),
                sentence=sentence,
                parent=parent,
                verb=VerbComplex(verb, main=verbs[-1], finite=verbs[0], tokens=verbs),
            )
        )
        return self

    def spans(self, words: str) -> SpanSet:
        tokens = self.at(words)
        first, last = self.doc[tokens[0]], self.doc[tokens[-1]]
        return SpanSet.of([(first.idx, last.idx + len(last))])

    def commitment(self, form: Form, content: str, actor: str | None = None, cue: str | None = None) -> Commitment:
        mention = Mention.at(self.doc.text, self.spans(content))
        start, end = next(bounds for bounds in self.sentences if bounds[0] <= self.at(content)[0] < bounds[1])
        return Commitment(
            id="c1",
            type=CommitmentType.ASSERTION,
            force=None,
            form=form,
            status=Status.ACTUAL,
            polarity=Polarity.POSITIVE,
            content_negated=False,
            strength=Strength.PLAIN,
            modality=None,
            mood=None,
            actor=None if actor is None else Actor(text=actor, spans=self.spans(actor)),
            addressee=None,
            cue=None if cue is None else Cue(text=cue, spans=self.spans(cue), lemma=cue),
            content=mention,
            judgement=None,
            condition=None,
            sources=(),
            antecedent=None,
            sentence=(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])),
            rule="assertion.say",
        )

    def groups(self, *commitments: Commitment) -> list[Group]:
        return quotation_groups(self.document, ClauseGraph(self.doc, tuple(self.clauses)), commitments)

    def show(self, tokens: Sequence[int]) -> str:
        return " ".join(self.words[token] for token in tokens)


@pytest.fixture
def report() -> Text:
    text = Text("Berg hat gestern gesagt , dass das nicht reiche .")
    text.clause("Berg hat gestern gesagt", "gesagt").clause("dass das nicht reiche", "reiche", ClauseKind.COMPLEMENT, 0)
    verb = attrs.evolve(text.clauses[0].verb, tokens=(1, 3), finite=1)
    text.clauses[0] = attrs.evolve(text.clauses[0], verb=verb)
    return text


def test_an_indirect_report_is_framed_by_the_rest_of_its_sentence(report: Text) -> None:
    (group,) = report.groups(report.commitment(Form.INDIRECT, "dass das nicht reiche", "Berg", "gesagt"))
    assert group.type == "Indirect"
    assert report.show(group.quote) == "dass das nicht reiche"
    assert report.show(group.cue) == "hat gesagt"
    assert report.show(group.speaker) == "Berg"
    assert report.show(group.frame) == "Berg hat gestern gesagt ,"
    assert group.origin == "assertion.say"


def test_each_contiguous_part_of_a_split_quotation_is_a_group() -> None:
    text = Text("„ Wir helfen “ , sagte er , „ aber nicht allein “ .").clause(", sagte er ,", "sagte")
    commitment = text.commitment(Form.DIRECT, "„ Wir helfen “", "er", "sagte")
    spans = SpanSet.of([*text.spans("„ Wir helfen “"), *text.spans("„ aber nicht allein “")])
    commitment = attrs.evolve(commitment, content=Mention.at(text.doc.text, spans))
    groups = text.groups(commitment)
    assert [text.show(group.quote) for group in groups] == ["„ Wir helfen “", "„ aber nicht allein “"]
    assert {text.show(group.frame) for group in groups} == {", sagte er ,"}


def test_quoted_words_inside_an_indirect_report_are_a_nested_direct_group() -> None:
    text = Text("Er sagte , das sei „ ein großer Fehler “ .")
    text.clause("Er sagte", "sagte").clause("das sei „ ein großer Fehler “", "sei", ClauseKind.COMPLEMENT, 0)
    groups = text.groups(text.commitment(Form.MIXED, "das sei „ ein großer Fehler “", "Er", "sagte"))
    assert [(group.type, text.show(group.quote)) for group in groups] == [
        ("Indirect", "das sei „ ein großer Fehler “"),
        ("Direct", "„ ein großer Fehler “"),
    ]
    assert groups[0].frame == groups[1].frame


def test_one_quoted_word_is_no_group() -> None:
    text = Text("Er sagte , das sei „ falsch “ .")
    text.clause("Er sagte", "sagte").clause("das sei „ falsch “", "sei", ClauseKind.COMPLEMENT, 0)
    assert len(text.groups(text.commitment(Form.MIXED, "das sei „ falsch “", "Er", "sagte"))) == 1


def test_an_attribution_ranges_over_the_rest_of_its_sentence() -> None:
    text = Text("Die Lage ist nach Angaben der Polizei ruhig .").clause(
        "Die Lage ist nach Angaben der Polizei ruhig", "ist"
    )
    (group,) = text.groups(text.commitment(Form.INDIRECT, "Die Lage ist", "der Polizei", "nach Angaben"))
    assert text.show(group.quote) == "Die Lage ist ruhig"
    assert text.show(group.cue) == "nach"
    assert text.show(group.speaker) == "Angaben der Polizei"
    assert text.show(group.frame) == "nach Angaben der Polizei"


def test_all_that_an_attributor_governs_is_its_speaker() -> None:
    text = Text("Nach ersten Angaben des Amtes und der Stadt sinkt der Pegel .").clause(
        "Nach ersten Angaben des Amtes und der Stadt sinkt der Pegel", "sinkt"
    )
    cue = Cue(text="Nach … Angaben", spans=SpanSet.of([(0, 4), (12, 18)]), lemma="nach Angaben")
    both = [
        attrs.evolve(text.commitment(Form.INDIRECT, "sinkt der Pegel", holder), cue=cue)
        for holder in ("des Amtes", "der Stadt")
    ]
    (group,) = text.groups(*both)
    assert text.show(group.speaker) == "ersten Angaben des Amtes und der Stadt"
    assert text.show(group.quote) == "sinkt der Pegel"


def test_told_acts_of_one_speaker_that_run_on_are_one_group() -> None:
    text = Text("Berg forderte mehr Geld und warnte vor Streit .")
    text.clause("Berg forderte mehr Geld", "forderte").clause("und warnte vor Streit", "warnte")
    told = [text.commitment(Form.REPORTED, "mehr Geld", "Berg", "forderte")]
    told.append(text.commitment(Form.REPORTED, "Streit", "Berg", "warnte"))
    (group,) = text.groups(*(attrs.evolve(act, type=CommitmentType.DEMAND) for act in told))
    assert text.show(group.quote) == "Berg forderte mehr Geld und warnte vor Streit ."


def test_successive_free_indirect_sentences_of_one_actor_are_one_group() -> None:
    text = Text("Berg warnte . Das sei zu spät . Es fehle Geld .")
    text.clause("Berg warnte", "warnte").clause("Das sei zu spät", "sei").clause("Es fehle Geld", "fehle")
    commitments = [text.commitment(Form.FREE_INDIRECT, content, "Berg") for content in ("Das sei zu spät", "Es fehle")]
    (group,) = text.groups(*commitments)
    assert group.type == "IndirectFreeIndirect"
    assert text.show(group.quote) == "Das sei zu spät . Es fehle Geld ."
    assert (group.cue, group.frame) == ((), ())


def test_a_coordinated_main_clause_is_not_part_of_the_frame() -> None:
    text = Text("Berg lobte Kiew und Meier sagte , das reiche nicht .")
    text.clause("Berg lobte Kiew", "lobte").clause("und Meier sagte", "sagte")
    text.clause("das reiche nicht", "reiche", ClauseKind.COMPLEMENT, 1)
    (group,) = text.groups(text.commitment(Form.INDIRECT, "das reiche nicht", "Meier", "sagte"))
    assert text.show(group.frame) == "und Meier sagte ,"


def test_a_reported_act_is_its_clause_and_needs_an_actor() -> None:
    text = Text("Berg forderte mehr Geld .").clause("Berg forderte mehr Geld", "forderte")
    demand = attrs.evolve(text.commitment(Form.REPORTED, "mehr Geld", "Berg", "forderte"), type=CommitmentType.DEMAND)
    (group,) = text.groups(demand)
    assert (group.type, text.show(group.quote), text.show(group.speaker)) == (
        "Reported",
        "Berg forderte mehr Geld .",
        "Berg",
    )
    assert (group.cue, group.frame) == ((), ())
    assert text.groups(attrs.evolve(demand, actor=None)) == []
    assert text.groups(attrs.evolve(demand, form=Form.NOMINAL)) == []


def test_coordinated_actors_of_one_cue_are_one_speaker() -> None:
    text = Text("Berg und Meier sagten , das reiche nicht .")
    text.clause("Berg und Meier sagten", "sagten").clause("das reiche nicht", "reiche", ClauseKind.COMPLEMENT, 0)
    both = [text.commitment(Form.INDIRECT, "das reiche nicht", actor, "sagten") for actor in ("Berg", "Meier")]
    (group,) = text.groups(*both)
    assert text.show(group.speaker) == "Berg und Meier"


def test_a_report_of_das_quotes_the_sentence_before() -> None:
    text = Text("Die Lage ist ruhig . Das sagte Berg .")
    text.clause("Die Lage ist ruhig", "ist").clause("Das sagte Berg", "sagte")
    (group,) = text.groups(text.commitment(Form.REPORTED, "Das", "Berg", "sagte"))
    assert (group.type, text.show(group.quote), text.show(group.frame)) == (
        "Indirect",
        "Die Lage ist ruhig",
        "Das sagte Berg",
    )


def test_what_the_quoted_say_themselves_is_no_group_of_its_own() -> None:
    text = Text("„ Ich glaube , das reicht nicht “ , sagte er .")
    text.clause("Ich glaube", "glaube").clause("das reicht nicht", "reicht", ClauseKind.COMPLEMENT, 0)
    inner = text.commitment(Form.INDIRECT, "das reicht nicht", "Ich", "glaube")
    quote = Quote(start=0, end=8, opener=0, closer=7)
    assert quotation_groups(text.document, ClauseGraph(text.doc, tuple(text.clauses), (quote,)), [inner]) == []
    assert len(text.groups(inner)) == 1


def test_an_attributed_source_quotes_the_rest_of_the_sentence() -> None:
    text = Text("Berg lehnt laut Meier den Plan ab .").clause("Berg lehnt laut Meier den Plan ab", "lehnt")
    rejection = attrs.evolve(
        text.commitment(Form.REPORTED, "den Plan", "Berg", "lehnt"),
        type=CommitmentType.REJECTION,
        sources=(Actor(text="Meier", spans=text.spans("Meier")),),
    )
    (group,) = text.groups(rejection)
    assert (text.show(group.cue), text.show(group.speaker)) == ("laut", "Meier")
    assert text.show(group.quote) == "Berg lehnt den Plan ab"


def test_a_noun_with_a_relative_clause_around_the_cue_is_no_clausal_content() -> None:
    text = Text("Der Plan , den Berg kritisierte , ist tot .")
    text.clause("Der Plan , den Berg kritisierte , ist tot", "ist")
    text.clause("den Berg kritisierte", "kritisierte", ClauseKind.RELATIVE, 0)
    assert text.groups(text.commitment(Form.MIXED, "Der Plan", "Berg", "kritisierte")) == []


def test_titles_in_quotation_marks_are_nobodys_words() -> None:
    text = Text("Er sagte , das Lied „ Rote Rosen “ sei „ schlicht und ergreifend “ .")
    text.clause("Er sagte", "sagte").clause("das Lied", "sei", ClauseKind.COMPLEMENT, 0)
    content = "das Lied „ Rote Rosen “ sei „ schlicht und ergreifend “"
    groups = text.groups(text.commitment(Form.MIXED, content, "Er", "sagte"))
    direct = [text.show(group.quote) for group in groups if group.type == "Direct"]
    assert direct == ["„ schlicht und ergreifend “"]


def test_a_judgement_quoted_whole_is_a_direct_group() -> None:
    text = Text("Berg nannte den Plan „ falsch “ .").clause("Berg nannte den Plan „ falsch “", "nannte")
    commitment = text.commitment(Form.REPORTED, "den Plan", "Berg", "nannte")
    judgement = Mention.at(text.doc.text, text.spans("„ falsch “"))
    groups = text.groups(attrs.evolve(commitment, type=CommitmentType.EVALUATION, judgement=judgement))
    assert {(group.type, text.show(group.quote)) for group in groups} == {
        ("Direct", "„ falsch “"),
        ("Reported", "Berg nannte den Plan „ falsch “ ."),
    }


def test_an_attribution_ranges_over_its_own_main_clause_and_what_follows() -> None:
    text = Text("Es regnet , und nach Angaben Bergs steigt der Fluss .")
    text.clause("Es regnet", "regnet").clause("und nach Angaben Bergs steigt der Fluss", "steigt")
    (group,) = text.groups(text.commitment(Form.INDIRECT, "steigt der Fluss", "Bergs", "nach Angaben"))
    assert text.show(group.quote) == "und steigt der Fluss"


def test_das_points_to_the_main_clause_before_it() -> None:
    text = Text("Es regnet . Der Fluss steigt , das teilte Berg mit .")
    text.clause("Es regnet", "regnet").clause("Der Fluss steigt", "steigt").clause("das teilte Berg mit", "teilte")
    (group,) = text.groups(text.commitment(Form.REPORTED, "das", "Berg", "teilte"))
    assert text.show(group.quote) == "Der Fluss steigt"
