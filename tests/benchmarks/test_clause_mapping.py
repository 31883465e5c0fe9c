"""How constructions that UD marks in its own way become facts of clauses, each on a small tree of our own."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from spacy.vocab import Vocab

from benchmarks._conllu import Tree, Word
from benchmarks._controllers import Control, Reading, controller_score, read_controls
from benchmarks._graph_facts import compare, graph_facts
from benchmarks._tree_facts import tree_facts
from benchmarks.clauses import half_of, main
from stance.clauses.graph import Argument, Clause, ClauseGraph, ClauseKind, ClauseType, Order, Role, VerbComplex


def tree(*rows: str) -> Tree:
    """A tree of rows "form upos head deprel [features [lemma]]"; heads count from 1, as in CoNLL-U."""
    words = []
    for row in rows:
        form, upos, head, deprel, *rest = row.split()
        features = frozenset(rest[0].split("|")) if rest else frozenset[str]()
        words.append(Word(form, rest[1] if len(rest) > 1 else form, upos, "_", features, int(head) - 1, deprel))
    return Tree("own", tuple(words))


def facts(own: Tree, kind: str) -> dict[str, set[str]]:
    def word(answer: int | str) -> str:
        return answer if isinstance(answer, str) else own.words[answer].form

    return {own.words[f.anchor].form: set(map(word, f.answers)) for f in tree_facts(own) if f.kind == kind}


PASSIVE = tree(
    "Gestern ADV 6 advmod",
    "wurde AUX 6 aux:pass Mood=Ind werden",
    "er PRON 6 nsubj:pass",
    "von ADP 5 case",
    "Berg PROPN 6 obl:agent",
    "gelobt VERB 0 root VerbForm=Part",
    "und CCONJ 8 cc",
    "befördert VERB 6 conj VerbForm=Part",
)
REPORT = tree(
    "Die DET 2 det",
    "Steuer NOUN 7 nsubj",
    ", PUNCT 4 punct",
    "sagte VERB 7 parataxis Mood=Ind",
    "Berg PROPN 4 nsubj",
    ", PUNCT 4 punct",
    "sinke VERB 0 root Mood=Sub",
)
CONTENT = tree(
    "Berg PROPN 2 nsubj",
    "sagt VERB 0 root Mood=Ind",
    ", PUNCT 5 punct",
    "sie PRON 5 nsubj",
    "weiß VERB 2 ccomp Mood=Ind",
    ", PUNCT 9 punct",
    "wer PRON 9 nsubj",
    "morgen ADV 9 advmod",
    "kommt VERB 5 ccomp Mood=Ind",
)
BEHIND = tree(
    "Das PRON 2 nsubj",
    "stimmt VERB 4 ccomp Mood=Ind",
    ", PUNCT 4 punct",
    "sagte VERB 0 root Mood=Ind",
    "Berg PROPN 4 nsubj",
)
DIRECT = tree(
    "„ PUNCT 3 punct",
    "Das PRON 3 nsubj",
    "stimmt VERB 6 ccomp Mood=Ind",
    "“ PUNCT 3 punct",
    ", PUNCT 6 punct",
    "sagte VERB 0 root Mood=Ind",
    "Berg PROPN 6 nsubj",
)
COPULA = tree(
    "Falls SCONJ 4 mark",
    "er PRON 4 nsubj",
    "in ADP 4 case",
    "Rom PROPN 9 advcl",
    "ist AUX 4 cop Mood=Ind",
    ", PUNCT 4 punct",
    "bin AUX 9 cop Mood=Ind",
    "ich PRON 9 nsubj",
    "froh ADJ 0 root",
)
CONSECUTIVE = tree(
    "Es PRON 4 nsubj",
    "war AUX 4 cop Mood=Ind",
    "so ADV 4 advmod",
    "laut ADJ 0 root",
    ", PUNCT 8 punct",
    "dass SCONJ 8 mark",
    "er PRON 8 nsubj",
    "ging VERB 4 ccomp Mood=Ind",
    ", PUNCT 11 punct",
    "was PRON 11 nsubj PronType=Rel",
    "ärgerte VERB 8 acl:relcl Mood=Ind",
)
COHERENT = tree(
    "Er PRON 2 nsubj",
    "scheint VERB 0 root Mood=Ind scheinen",
    "zu PART 4 mark",
    "zögern VERB 2 xcomp VerbForm=Inf",
    "und CCONJ 6 cc",
    "versucht VERB 2 conj Mood=Ind versuchen",
    "zu PART 8 mark",
    "schweigen VERB 6 xcomp VerbForm=Inf",
)


def test_a_passive_and_its_bracket_go_on_to_the_conjunct() -> None:
    assert facts(PASSIVE, "passive") == {"gelobt": {"passive"}, "befördert": {"passive"}}
    assert facts(PASSIVE, "bracket") == {"gelobt": {"wurde"}, "befördert": {"wurde"}}


def test_an_agent_is_no_prepositional_phrase() -> None:
    assert facts(PASSIVE, "von-agent") == {"gelobt": {"Berg"}}
    assert not facts(PASSIVE, "prepositional phrase")


def test_conjuncts_under_one_auxiliary_are_clauses_without_the_conjunction() -> None:
    assert facts(PASSIVE, "clause boundaries") == {
        "gelobt": {"Gestern wurde er von Berg gelobt"},
        "befördert": {"befördert"},
    }


def test_an_inserted_parataxis_is_a_parenthesis() -> None:
    assert facts(REPORT, "parenthesis") == {"sagte": {"sinke"}}
    assert facts(REPORT, "clause boundaries")["sinke"] == {"Die Steuer sinke"}


def test_a_report_behind_its_content_is_a_parenthesis_of_it() -> None:
    assert facts(BEHIND, "parenthesis") == {"sagte": {"stimmt"}}
    assert not facts(BEHIND, "V2 complement")


def test_direct_speech_is_left_out() -> None:
    assert not facts(DIRECT, "parenthesis")
    assert facts(DIRECT, "unmeasured content").keys() == {"stimmt", "sagte"}


def test_a_bare_content_behind_its_verb_is_a_v2_complement() -> None:
    assert facts(CONTENT, "V2 complement") == {"weiß": {"sagt"}}


def test_a_verb_last_content_with_a_w_word_is_a_w_clause() -> None:
    assert facts(CONTENT, "w-clause attached") == {"kommt": {"weiß"}}


def test_a_copula_with_a_preposition_has_a_prepositional_phrase() -> None:
    assert facts(COPULA, "prepositional phrase") == {"ist": {"Rom"}}
    assert facts(COPULA, "predicative") == {"bin": {"froh"}}


def test_an_adverbial_clause_hangs_on_the_copula_of_its_governor() -> None:
    assert facts(COPULA, "adverbial attached") == {"ist": {"bin", "froh"}}


def test_a_consecutive_clause_is_adverbial_whatever_its_relation() -> None:
    assert facts(CONSECUTIVE, "adverbial attached") == {"ging": {"war", "laut"}}
    assert not facts(CONSECUTIVE, "dass/ob found")
    assert facts(CONSECUTIVE, "clause kind")["ging"] == {"adverbial"}


def test_a_relative_clause_can_go_on_from_a_whole_clause() -> None:
    assert facts(CONSECUTIVE, "relative attached") == {"ärgerte": {"ging"}}


def test_an_infinitive_is_known_by_its_zu_even_where_its_lemma_keeps_it() -> None:
    own = tree("Sie PRON 2 nsubj", "hofft VERB 0 root Mood=Ind", "zurückzukehren VERB 2 xcomp _ zurückzukehren")
    assert facts(own, "zu-infinitive attached") == {"zurückzukehren": {"hofft"}}


def test_a_coherent_infinitive_is_no_clause_of_its_own() -> None:
    assert facts(COHERENT, "clause boundaries") == {
        "scheint": {"Er scheint zu zögern"},
        "versucht": {"versucht"},
        "schweigen": {"zu schweigen"},
    }


def test_tokens_name_the_verbs_of_their_clause() -> None:
    tokens = facts(REPORT, "tokens of clauses")
    assert tokens["Steuer"] == {"sinke"}
    assert tokens["Berg"] == {"sagte"}
    assert "," not in tokens


def graph_of(own: Tree, **verb: object) -> ClauseGraph:
    """A graph of one clause over all words, with a verb complex."""
    complex_ = VerbComplex(lemma="x", **verb)  # type: ignore[arg-type]
    everything = tuple(range(len(own.words)))
    clause = Clause(
        index=0,
        kind=ClauseKind.MAIN,
        type=ClauseType.MAIN,
        order=Order.V2,
        tokens=everything,
        span=(0, len(everything)),
        sentence=(0, len(everything)),
        verb=complex_,
    )
    return ClauseGraph(own.doc(Vocab()), (clause,))


def test_a_participle_in_a_stative_passive_is_neither_a_missed_predicative_nor_a_false_bracket() -> None:
    own = tree("Das PRON 3 nsubj", "ist AUX 3 cop Mood=Ind", "erlaubt ADJ 0 root")
    comparison = compare(graph_of(own, main=2, finite=1, tokens=(1, 2), voice="stative"), tree_facts(own))
    left = {fact.kind for fact in (*comparison.missed, *comparison.spurious)}
    assert not left & {"predicative", "bracket"}


def test_a_word_too_much_is_a_missed_boundary_and_a_spurious_token() -> None:
    own = tree("Er PRON 2 nsubj", "kommt VERB 0 root Mood=Ind", "Hotel NOUN 0 root")
    comparison = compare(graph_of(own, main=1, finite=1, tokens=(1,)), tree_facts(own))
    assert "clause boundaries" in {fact.kind for fact in comparison.missed}
    assert [fact.anchor for fact in comparison.spurious if fact.kind == "tokens of clauses"] == [2]


def test_halves_are_disjoint_and_make_up_the_whole() -> None:
    trees = [PASSIVE, REPORT, CONTENT]
    assert half_of(trees, "looked-at") == (PASSIVE, CONTENT)
    assert half_of(trees, "held-out") == (REPORT,)
    assert half_of(trees, None) == tuple(trees)


def test_errors_of_the_held_out_half_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--half", "held-out", "--errors", "subject"])
    assert "only scored" in capsys.readouterr().err


def test_a_controller_is_right_by_its_head() -> None:
    row = Control("Sie bat ihn, zu gehen.", "gehen", "ihn")
    nobody = Control("Es ist gut, zu gehen.", "gehen", "-")
    score = controller_score([Reading(row, "ihn"), Reading(nobody, "Es"), Reading(nobody, "-")])
    assert (score.matched, score.found, score.gold) == (1, 2, 1)


def test_the_table_of_controllers_names_words_of_its_sentences() -> None:
    assert len(read_controls()) == 50


def test_a_word_that_is_not_in_its_sentence_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("sentence\tinfinitive\tcontroller\nSie bat ihn, zu gehen.\tkommen\tihn\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"table.tsv:2: “kommen”"):
        read_controls(path)


def test_a_verb_without_features_is_finite_with_a_subject_of_its_own() -> None:
    own = tree(
        "Er PRON 2 nsubj",
        "will VERB 0 root Mood=Ind",
        ", PUNCT 6 punct",
        "dass SCONJ 6 mark",
        "wir PRON 6 nsubj",
        "sehen VERB 2 ccomp",
    )
    assert facts(own, "dass/ob attached") == {"sehen": {"will"}}


def test_an_infinitive_beside_one_with_an_auxiliary_is_not_finite() -> None:
    own = tree(
        "dass SCONJ 3 mark",
        "sie PRON 3 nsubj",
        "kommen VERB 0 root",
        "und CCONJ 5 cc",
        "lernen VERB 3 conj",
        "darf AUX 5 aux Mood=Ind",
    )
    assert facts(own, "finite verb").keys() == {"darf"}


def test_a_complementiser_marks_the_clause_that_it_opens() -> None:
    own = tree(
        "Berg PROPN 2 nsubj",
        "sagt VERB 0 root Mood=Ind",
        ", PUNCT 7 punct",
        "dass SCONJ 6 mark",
        "die DET 6 det",
        "Wahl NOUN 7 nsubj",
        "naht VERB 2 ccomp Mood=Ind",
    )
    assert facts(own, "dass/ob attached") == {"naht": {"sagt"}}


def test_a_complementiser_of_a_verbless_phrase_marks_no_clause() -> None:
    own = tree(
        "Ob SCONJ 2 mark", "jung ADJ 5 advcl", ", PUNCT 2 punct", "alle PRON 5 nsubj", "kommen VERB 0 root Mood=Ind"
    )
    assert not facts(own, "dass/ob found")


def test_a_predicative_so_intensifies_nothing() -> None:
    own = tree(
        "Es PRON 2 expl",
        "ist VERB 0 root Mood=Ind sein",
        "so ADV 2 advmod",
        ", PUNCT 7 punct",
        "dass SCONJ 7 mark",
        "alle PRON 7 nsubj",
        "kommen VERB 2 ccomp Mood=Ind",
    )
    assert facts(own, "dass/ob attached") == {"kommen": {"ist"}}
    assert not facts(own, "adverbial found")


def test_a_participle_construction_is_no_clause_that_governs() -> None:
    own = tree(
        "Abgesehen VERB 9 advcl VerbForm=Part",
        "davon ADV 1 obl",
        ", PUNCT 6 punct",
        "dass SCONJ 6 mark",
        "es PRON 6 nsubj",
        "regnet VERB 1 ccomp Mood=Ind",
        ", PUNCT 1 punct",
        "bleibt VERB 0 root Mood=Ind",
        "alles PRON 8 nsubj",
    )
    assert facts(own, "dass/ob attached") == {"regnet": {"bleibt"}}


def test_what_stands_behind_a_coordination_depends_on_each_conjunct_before_it() -> None:
    own = tree(
        "Er PRON 2 nsubj",
        "kam VERB 0 root Mood=Ind",
        "und CCONJ 4 cc",
        "siegte VERB 2 conj Mood=Ind",
        ", PUNCT 8 punct",
        "was PRON 8 nsubj PronType=Rel",
        "alle PRON 8 obj",
        "freute VERB 2 acl:relcl Mood=Ind",
    )
    assert facts(own, "relative attached") == {"freute": {"kam", "siegte"}}


def test_a_w_word_opens_an_adverbial_clause() -> None:
    own = tree(
        "Wer PRON 4 nsubj",
        "auch ADV 4 advmod",
        "immer ADV 4 advmod",
        "gewinnt VERB 6 advcl Mood=Ind",
        ", PUNCT 4 punct",
        "bleibt VERB 0 root Mood=Ind",
        "alles PRON 6 nsubj",
    )
    assert facts(own, "adverbial attached") == {"gewinnt": {"bleibt"}}


def test_errors_come_from_the_half_that_is_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["1\tBerg\tBerg\tPROPN\tNE\t_\t2\tnsubj\t_\t_", "2\tXyzt\tXyzt\tVERB\tVVFIN\tMood=Ind\t0\troot\t_\t_"]
    (tmp_path / "tagging").mkdir()
    trees = [f"# sent_id = own{k}\n" + "\n".join(rows) + "\n\n" for k in range(4)]
    (tmp_path / "tagging" / "gsd-dev.conllu").write_text("".join(trees), encoding="utf-8")
    main(["--corpora", str(tmp_path), "--corpus", "gsd-dev", "--errors", "finite verb"])
    shown = capsys.readouterr().out
    assert [name for name in ("own0", "own1", "own2", "own3") if name in shown] == ["own0", "own2"]


def test_a_clause_of_a_correlate_is_no_adverbial_clause() -> None:
    own = tree(
        "Sie PRON 2 nsubj",
        "warb VERB 0 root Mood=Ind",
        "dafür ADV 2 advmod",
        ", PUNCT 7 punct",
        "dass SCONJ 7 mark",
        "alle PRON 7 nsubj",
        "kommen VERB 3 advcl Mood=Ind",
    )
    assert facts(own, "dass/ob attached") == {"kommen": {"warb"}}
    assert facts(own, "clause kind")["kommen"] == {"complement"}
    assert not facts(own, "adverbial found")


def test_a_second_predicative_of_a_coordination_is_no_error() -> None:
    own = tree(
        "Er PRON 3 nsubj",
        "ist AUX 3 cop Mood=Ind",
        "alt ADJ 0 root",
        "und CCONJ 5 cc",
        "müde ADJ 3 conj",
    )
    later = [Argument(Role.PREDICATIVE, (token,), token) for token in (2, 4)]
    graph = graph_of(own, main=1, finite=1, tokens=(1,))
    graph = ClauseGraph(graph.doc, (attrs.evolve(graph.clauses[0], arguments=tuple(later)),))
    comparison = compare(graph, tree_facts(own))
    assert [f.kind for f in comparison.spurious if f.kind == "predicative"] == []
    assert len([f for f, _ in comparison.matched if f.kind == "predicative"]) == 1


def test_a_finite_verb_that_conjuncts_share_counts_once() -> None:
    graph = graph_of(PASSIVE, main=5, finite=1, tokens=(1, 5))
    twin = attrs.evolve(graph.clauses[0], index=1, tokens=(6, 7), coordinated_with=0)
    facts_found = graph_facts(ClauseGraph(graph.doc, (graph.clauses[0], twin)))
    assert [fact.anchor for fact in facts_found if fact.kind == "finite verb"] == [1]
