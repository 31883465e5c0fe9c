"""The trigger index: which words set off which rules, and how idioms are taken apart."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from stance.rules.compiler import CompiledIdiom, CompiledRules, compile_idiom, compile_rules
from stance.rules.reader import parse_pack
from stance.rules.ruleset import RuleSet
from stance.rules.schema import CueKind, Pack, Rule
from tests.strategies import packs


def compiled(*cues: str) -> CompiledRules:
    slots = {"noun": "possessor", "attribution": "governed"}
    contents = {"noun": "quote", "attribution": "host"}
    rules = ""
    for at, cue in enumerate(cues):
        kind = cue.strip("{").partition(":")[0]
        frame = f"{{actor: {slots.get(kind, 'subject')}, content: {contents.get(kind, 'quote')}}}"
        rules += f"  - {{id: r.{at}, type: belief, cue: {cue}, frames: [{frame}]}}\n"
    return compile_rules(RuleSet.of([parse_pack(f"pack: a.b\nversion: 1.0.0\nrules:\n{rules}")]))


def idiom(words: str) -> CompiledIdiom:
    return compiled(f"{{idiom: [{words}]}}").idioms(words.split()[-1])[0]


@pytest.mark.parametrize(
    ("words", "phrases", "reflexive"),
    [
        ("eine Absage erteilen", [["Absage"]], False),
        ("in Aussicht stellen", [["in", "Aussicht"]], False),
        ("zur Last legen", [["zu", "Last"]], False),
        ("in der Pflicht sehen", [["in", "Pflicht"]], False),
        ("sich bereit erklären", [["bereit"]], True),
        ("keinen Hehl daraus machen", [["kein", "Hehl"], ["daraus"]], False),
        ("nichts halten", [["nichts"]], False),
        ("der Ansicht sein", [["Ansicht"]], False),
        ("überzeugt sein", [["überzeugt"]], False),
        ("grünes Licht geben", [["grünes", "Licht"]], False),
        ("die Rote Karte zeigen", [["Rote", "Karte"]], False),
        ("seinen Segen geben", [["Segen"]], False),
        ("die Schuld auf sich nehmen", [["Schuld"], ["auf", "sich"]], False),
        ("ins Reich der Fabel verweisen", [["in", "Reich", "Fabel"]], False),
        ("in Bausch und Bogen verdammen", [["in", "Bausch", "und", "Bogen"]], False),
        ("als falsch zurückweisen", [["als", "falsch"]], False),
    ],
)
def test_idioms_are_taken_apart(words: str, phrases: list[list[str]], reflexive: bool) -> None:
    found = idiom(words)
    assert [[part.form for part in phrase] for phrase in found.phrases] == phrases
    assert (found.verb, found.reflexive) == (words.split()[-1], reflexive)
    assert found.length == sum(map(len, phrases)) + 1 + reflexive


@pytest.mark.parametrize(
    ("words", "part", "form", "lemma", "matches"),
    [
        ("zur Last legen", 0, "zur", "zu", True),
        ("zur Last legen", 0, "Zu", "zu", True),
        ("zur Last legen", 0, "auf", "auf", False),
        ("eine Absage erteilen", 0, "Absagen", "Absage", True),
        ("eine Absage erteilen", 0, "Zusage", "Zusage", False),
        ("Vorwürfe machen", 0, "Vorwürfe", "Vorwurf", True),
        ("keinen Hehl machen", 0, "kein", "kein", True),
        ("keinen Hehl machen", 0, "Keinen", "keinen", True),
        ("keinen Hehl machen", 0, "einen", "ein", False),
        ("keinen Hehl machen", 0, "keinesfalls", "keinesfalls", False),
        ("grünes Licht geben", 0, "grüne", "grün", True),
        ("grünes Licht geben", 0, "rotes", "rot", False),
        ("die Schuld auf sich nehmen", 2, "mich", "mich", True),
        ("die Schuld auf sich nehmen", 2, "ihn", "er", False),
        ("nichts halten", 0, "Nichts", "nichts", True),
    ],
)
def test_parts_match_by_lemma_or_form(words: str, part: int, form: str, lemma: str, matches: bool) -> None:
    assert idiom(words).parts[part].matches(form, lemma) is matches


def test_reflexive_verbs_are_found_by_their_verb() -> None:
    (trigger,) = compiled("{verb: [sich weigern]}").verb("weigern")
    assert (trigger.word, trigger.reflexive) == ("sich weigern", True)
    assert compiled("{verb: [weigern]}").verb("weigern")[0].reflexive is False


def test_each_kind_has_its_own_index() -> None:
    index = compiled("{verb: [hoffen]}", "{noun: [Hoffen]}", "{adjective: [hoffend]}", "{modal: [wollen]}")
    assert [len(found) for found in (index.verb("hoffen"), index.noun("hoffen"), index.noun("Hoffen"))] == [1, 0, 1]
    assert [len(found) for found in (index.adjective("hoffend"), index.modal("wollen"), index.verb("wollen"))] == [
        1,
        1,
        0,
    ]
    assert index.verbs == {"hoffen", "wollen"}
    assert index.nouns == {"Hoffen"}


def test_attributors_are_found_by_their_first_word_longest_first() -> None:
    index = compiled("{attribution: [nach]}", "{attribution: [Nach Angaben]}", "{attribution: [laut]}")
    assert [trigger.words for trigger in index.attributions("NACH")] == [("nach", "angaben"), ("nach",)]
    assert index.attributions("angaben") == ()


def test_the_longest_idiom_comes_first_then_the_rule_id() -> None:
    index = compiled("{idiom: [Wort halten]}", "{idiom: [sein Wort nicht halten]}", "{idiom: [Rede halten]}")
    assert [(found.rule.id, found.length) for found in index.idioms("halten")] == [("r.1", 3), ("r.0", 2), ("r.2", 2)]


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(packs(min_rules=1))
def test_every_cue_word_is_in_the_index(pack: Pack) -> None:
    rules = RuleSet.of([pack])
    index = compile_rules(rules)
    for rule in rules.rules:
        if rule.cue.kind is CueKind.TOKENS:
            assert any(trigger.rule == rule for trigger in index.tokens)
        for word in rule.cue.words:
            assert any(found.rule == rule and found.word == word for found in lookup(index, rule, word))


def lookup(index: CompiledRules, rule: Rule, word: str) -> tuple[object, ...]:
    lemma = word.removeprefix("sich ").strip()
    match rule.cue.kind:
        case CueKind.IDIOM:
            return index.idioms(compile_idiom(rule, word).verb)
        case CueKind.ATTRIBUTION:
            return index.attributions(word.split()[0])
        case kind:
            return getattr(index, kind.value)(lemma)  # type: ignore[no-any-return]
