"""Each outcome of an example, with the deviations that explain it."""

from __future__ import annotations

from stance.authoring.examples import ExampleOutcome, ExampleResult, Selection, run_example, run_senses
from stance.model import Actor, Commitment, Cue, Mention, SpanSet, Status
from stance.rules.reader import parse_pack
from stance.rules.ruleset import RuleSet
from stance.rules.schema import Rule
from tests.test_model import demand

TEXT = "Die SPD fordert von Merz acht Prozent."
RULE = """
pack: my.pack
version: 1.0.0
rules:
  - id: demand.fordern
    type: demand
    doc: Demanding.
    cue: {verb: [fordern]}
    frames: [{actor: subject, content: accusative, addressee: pp.von}]
    examples:
      - %s
"""
MARKED = '"[Die SPD]{actor} [fordert]{cue} von [Merz]{addressee} [acht Prozent]{content}."'


def rule(example: str = MARKED) -> Rule:
    return parse_pack(RULE % example).rules[0]


def outcome(example: str, *found: Commitment) -> ExampleResult:
    made = rule(example)
    return run_example(made, made.examples[0], found)


def test_what_is_found_as_annotated_is_validated() -> None:
    assert outcome(MARKED, demand()).passed


def test_a_rule_that_does_not_fire_is_missing() -> None:
    assert outcome(MARKED).outcome is ExampleOutcome.MISSING


def test_commitments_of_other_rules_do_not_count() -> None:
    assert outcome(MARKED, demand(rule="demand.other")).outcome is ExampleOutcome.MISSING


def test_other_spans_of_a_role_are_wrong() -> None:
    done = outcome(MARKED, demand(content=Mention("Prozent", SpanSet(((30, 37),)))))
    assert done.outcome is ExampleOutcome.WRONG
    assert [str(each) for each in done.deviations] == ["content: expected “acht Prozent”, found “Prozent”"]


def test_a_role_that_is_filled_but_not_annotated_is_wrong() -> None:
    plain = MARKED.replace("[Merz]{addressee}", "Merz")
    assert [each.what for each in outcome(plain, demand()).deviations] == ["addressee"]


def test_punctuation_at_the_edge_of_a_role_does_not_count() -> None:
    assert outcome(MARKED, demand(content=Mention("acht Prozent.", SpanSet(((25, 38),))))).passed


def test_expected_fields_are_compared() -> None:
    stated = f"{{text: {MARKED}, expect: {{status: negated}}}}"
    assert outcome(stated, demand(status=Status.NEGATED)).passed
    (deviation,) = outcome(stated, demand()).deviations
    assert (deviation.what, deviation.expected, deviation.found) == ("status", "negated", "actual")


def test_a_rule_that_fires_where_it_must_not_is_noisy() -> None:
    assert outcome(f'none: "{TEXT}"').passed
    assert outcome(f'none: "{TEXT}"', demand()).outcome is ExampleOutcome.NOISY


def test_coordinated_actors_of_one_cue_are_taken_together() -> None:
    marked = '"[Ada]{actor} und [Bo]{actor} [fordern]{cue} [Ruhe]{content}."'
    cue, content = Cue("fordern", SpanSet(((11, 18),)), "fordern"), Mention("Ruhe", SpanSet(((19, 23),)))
    common = {"cue": cue, "content": content, "addressee": None}
    both = [demand(actor=Actor(name, SpanSet((span,))), **common) for name, span in (("Ada", (0, 3)), ("Bo", (8, 10)))]
    assert outcome(marked, *both).passed
    assert not outcome(marked, both[0]).passed


SENSES = """
senses:
  - {cue: fordern, sense: demand, gives: demand.fordern, example: %s}
  - {cue: fordern, sense: cost, gives: none, example: "Die SPD [fordert]{cue} von Merz acht Prozent."}
"""


def senses(*found: Commitment) -> list[ExampleResult]:
    return list(
        run_senses(RuleSet.of([parse_pack(RULE % MARKED + SENSES % MARKED)]), lambda texts: [found for _ in texts])
    )


def test_a_sense_is_run_with_the_rule_that_it_names() -> None:
    good, noisy = senses(demand())
    assert good.passed
    assert good.name == "fordern “demand”"
    assert noisy.outcome is ExampleOutcome.NOISY
    assert [str(each) for each in noisy.deviations] == ["cue: expected nothing, found “fordert” by demand.fordern"]


def test_a_sense_that_gives_nothing_passes_where_no_cue_holds_its_word() -> None:
    elsewhere = demand(cue=Cue("Merz", SpanSet(((20, 24),)), "Merz"))
    missing, good = senses(elsewhere)
    assert missing.outcome is not ExampleOutcome.VALIDATED
    assert good.passed


def test_senses_are_chosen_by_word_or_rule() -> None:
    rules = RuleSet.of([parse_pack(RULE % MARKED + SENSES % MARKED)])
    assert len(list(run_senses(rules, lambda texts: [() for _ in texts], Selection("ford")))) == 2
    assert len(list(run_senses(rules, lambda texts: [() for _ in texts], Selection("demand.")))) == 1
    assert not list(run_senses(rules, lambda texts: [() for _ in texts], Selection("halten")))
