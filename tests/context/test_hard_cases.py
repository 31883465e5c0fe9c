"""The hard cases that the guidelines decide, one sentence or more of each construction.

An expectation names fields of the commitments in text order; what it leaves out is not looked at. An empty list says
that nothing is found.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from spacy.language import Language

import stance
from stance.model import Commitment

Expected = dict[str, Any]

CASES: list[tuple[str, str, list[Expected]]] = [
    (
        "01 particle",
        "Merz lehnte den Plan deutlich ab.",
        [{"type": "rejection", "cue": "lehnte … ab", "content": "den Plan", "polarity": "negative"}],
    ),
    (
        "02 prospective infinitive",
        "Der Minister schweigt, weil er den Antrag abzulehnen gedenkt.",
        [{"type": "rejection", "cue": "abzulehnen", "actor": "er", "status": "future"}],
    ),
    (
        "03 longest idiom",
        "Die Ministerin stellte ein Ende der Hilfen in Aussicht. Der Ausschuss stellte fest, dass Geld fehlt.",
        [{"type": "promise", "cue": "stellte … in Aussicht"}, {"type": "assertion", "cue": "stellte fest"}],
    ),
    (
        "04 light verb",
        "Der Ausschuss erteilte dem Vorschlag eine Absage.",
        [{"type": "rejection", "cue": "erteilte … Absage", "content": "dem Vorschlag"}],
    ),
    (
        "05 object first",
        "Den Vorschlag kritisierte die SPD.",
        [{"actor": "die SPD", "content": "Den Vorschlag", "type": "evaluation"}],
    ),
    ("06 ambiguous case", "Die Forderung unterstützt die Union.", [{"actor": "die Union", "content": "Die Forderung"}]),
    (
        "07 own future",
        "Müller sagte, er werde gehen.",
        [{"type": "assertion", "content": "er werde gehen", "force": "intention"}],
    ),
    (
        "08 verb-second complement",
        "Er sagte, die Lage sei ernst.",
        [{"content": "die Lage sei ernst", "mood": "konjunktiv1", "form": "indirect"}],
    ),
    ("08 indicative complement", "Ich glaube, das reicht.", [{"type": "belief", "content": "das reicht"}]),
    (
        "09 attribution inside",
        "Die Steuer, so Merz, müsse sinken.",
        [{"cue": "so", "actor": "Merz", "content": "Die Steuer … müsse sinken", "force": "demand"}],
    ),
    (
        "10 split quotation",
        "„Wir helfen“, sagte er, „aber nicht allein.“",
        [{"content": "„Wir helfen“ … „aber nicht allein.“", "form": "direct"}],
    ),
    (
        "11 free indirect speech",
        "Merz warnte vor Krieg. Europa müsse aufrüsten. Die Debatte dauert an.",
        [
            {"type": "warning", "content": "Krieg"},
            {
                "form": "free_indirect",
                "actor": "Merz",
                "cue": None,
                "force": "demand",
                "content": "Europa müsse aufrüsten",
            },
        ],
    ),
    (
        "12 replacement Konjunktiv",
        "Sie sagten, sie hätten Zeit.",
        [{"type": "assertion", "status": "actual", "mood": "konjunktiv2"}],
    ),
    (
        "13 unreal",
        "Er würde dem Gesetz zustimmen, wenn das Geld reicht.",
        [{"type": "support", "status": "hypothetical", "condition": "wenn das Geld reicht"}],
    ),
    (
        "14 shared subject",
        "Er lobte Kiew und forderte Waffen.",
        [{"type": "evaluation", "actor": "Er"}, {"type": "demand", "actor": "Er", "content": "Waffen"}],
    ),
    (
        "15 gapping",
        "Die SPD fordert mehr, die FDP weniger.",
        [
            {"type": "demand", "actor": "Die SPD", "content": "mehr"},
            {"type": "demand", "actor": "die FDP", "content": "weniger", "cue": "fordert"},
        ],
    ),
    ("16 hearsay without cue", "Er soll Geld genommen haben.", []),
    (
        "16 hearsay with cue",
        "Der Minister soll Neuwahlen gefordert haben.",
        [{"type": "demand", "status": "hearsay", "content": "Neuwahlen"}],
    ),
    (
        "17 claiming wollen",
        "Sie will nichts gewusst haben.",
        [{"type": "assertion", "cue": "will", "content": "nichts gewusst haben", "content_negated": True}],
    ),
    ("18 inference", "Er muss es gewusst haben.", []),
    ("19 raising", "Der Streit droht zu eskalieren.", []),
    ("19 raising with adjective", "Das Spiel verspricht spannend zu werden.", []),
    (
        "20 neg-raising",
        "Er glaubt nicht, dass es hilft.",
        [{"type": "belief", "polarity": "negative", "status": "actual", "content_negated": False}],
    ),
    ("20 negated act", "Er sagte nicht, dass er geht.", [{"type": "assertion", "status": "negated"}]),
    ("21 contrast", "Die Partei fordert nicht Waffen, sondern Geld.", [{"content": "Geld", "status": "actual"}]),
    (
        "21 not only",
        "Die Partei fordert nicht nur Geld, sondern auch Waffen.",
        [{"content": "nicht nur Geld, sondern auch Waffen", "status": "actual"}],
    ),
    (
        "22 neither nor",
        "Die USA wollen weder zahlen noch helfen.",
        [{"type": "refusal", "content": "zahlen noch helfen"}],
    ),
    (
        "22 unwilling",
        "Kiew ist nicht bereit, zu verhandeln.",
        [{"type": "refusal", "cue": "bereit", "status": "actual"}],
    ),
    (
        "23 quantified actor",
        "Nicht alle Länder lehnen das ab.",
        [{"type": "rejection", "actor": "Nicht alle Länder", "status": "actual"}],
    ),
    (
        "24 verb-first condition",
        "Sollte Moskau angreifen, werde man antworten, sagte die Ministerin.",
        [{"type": "assertion", "condition": "Sollte Moskau angreifen", "actor": "die Ministerin"}],
    ),
    ("25 question", "Lehnt Berlin das Abkommen ab?", [{"type": "rejection", "status": "questioned"}]),
    ("25 indirect question", "Die Reporterin fragte, ob er dem Plan zustimme.", []),
    ("26 object control", "Er bat Scholz, zu liefern.", [{"type": "demand", "addressee": "Scholz", "actor": "Er"}]),
    (
        "26 subject control",
        "Er versprach Scholz, zu liefern.",
        [{"type": "promise", "actor": "Er", "addressee": "Scholz"}],
    ),
    ("27 agentless", "Es wird gefordert, dass die Steuern sinken.", [{"type": "demand", "actor": None}]),
    (
        "27 agent",
        "Eine Reform wurde von der SPD gefordert.",
        [{"type": "demand", "actor": "der SPD", "content": "Eine Reform"}],
    ),
    (
        "27 addressee",
        "Die Union forderte von der SPD mehr Tempo.",
        [{"type": "demand", "actor": "Die Union", "addressee": "der SPD"}],
    ),
    (
        "27 recipient passive",
        "Er bekam Untreue vorgeworfen.",
        [{"type": "accusation", "actor": None, "addressee": "Er", "content": "Untreue"}],
    ),
    ("28 relative clause", "Merz, der dies ablehnte, verließ den Saal.", [{"type": "rejection", "actor": "Merz"}]),
    ("29 metonym", "Berlin fordert Härte.", [{"actor": "Berlin"}]),
    ("29 place", "In Berlin fordert die Opposition Härte.", [{"actor": "die Opposition"}]),
    ("30 collective", "Kritiker warnen vor den Folgen.", [{"actor": "Kritiker", "kind": "collective"}]),
    ("30 generic", "Man fürchtet neue Angriffe.", [{"actor": "Man", "kind": "generic"}]),
    (
        "31 nested source",
        "Laut Spiegel habe Lawrow gesagt, Kiew lüge.",
        [{"actor": "Lawrow", "sources": ["Spiegel"], "content": "Kiew lüge"}],
    ),
    ("32 adverb laut", "Nach dem Treffen lachte er laut.", []),
    (
        "33 pointing content",
        "Die SPD sagte, die Reform sei ungerecht. Diese Auffassung wies der Kanzler zurück.",
        [{"type": "assertion"}, {"content": "Diese Auffassung", "antecedent": "c1"}],
    ),
    (
        "34 noun with holder",
        "Der Vorwurf der SPD gegen Merz wiegt schwer.",
        [{"type": "accusation", "actor": "der SPD", "addressee": "Merz", "form": "nominal"}],
    ),
    (
        "35 presupposed",
        "Trotz der Forderung der SPD nach mehr Geld bleibt der Etat klein.",
        [{"type": "demand", "status": "actual", "content": "mehr Geld"}],
    ),
    (
        "35 without",
        "Ohne Zusage der Länder für mehr Geld bleibt der Etat klein.",
        [{"type": "promise", "status": "negated", "actor": "der Länder"}],
    ),
    ("36 scare quotes", "Die „Friedenspartei“ AfD feiert.", []),
    (
        "37 headline",
        "Merz: Steuern runter",
        [{"type": "assertion", "force": "demand", "cue": None, "form": "direct", "content": "Steuern runter"}],
    ),
    ("38 no act", "Es besteht die Gefahr eines Krieges. Er hält eine Rede.", []),
    ("38 bestehen auf", "Die Bank besteht auf Zahlung.", [{"type": "demand", "content": "Zahlung"}]),
    ("38 halten für", "Er hält den Plan für falsch.", [{"type": "evaluation", "judgement": "falsch"}]),
    ("38 festhalten an", "Er hält an dem Plan fest.", [{"type": "intention", "content": "dem Plan"}]),
    ("38 sich aussprechen", "Er sprach sich gegen Waffenlieferungen aus.", [{"type": "rejection"}]),
    ("39 factive", "Er bedauerte, dass es regnete.", [{"type": "expressive", "content": "dass es regnete"}]),
    ("40 evidence", "Die Umfrage zeigt, dass viele Menschen zweifeln.", []),
    ("42 imperative", "„Stoppt den Krieg!“, rief er.", [{"type": "assertion", "cue": "rief", "force": "demand"}]),
]


@cache
def _pipeline() -> Language:
    return stance.load()


def found(text: str) -> tuple[Commitment, ...]:
    """The commitments of a text."""
    commitments: tuple[Commitment, ...] = _pipeline()(text)._.commitments
    return commitments


def shown(commitment: Commitment, field: str) -> Any:
    """A field of a commitment as an expectation writes it."""
    if field == "kind":
        return None if commitment.actor is None else commitment.actor.kind.value
    if field == "sources":
        return [source.text for source in commitment.sources]
    value = getattr(commitment, field)
    return getattr(value, "text", value)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_hard_case(text: str, expected: list[Expected]) -> None:
    commitments = found(text)
    actual = [{field: shown(c, field) for field in e} for c, e in zip(commitments, expected, strict=False)]
    assert actual == expected
    assert len(commitments) == len(expected)
