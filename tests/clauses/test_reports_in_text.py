"""From text: where a report stands in what it reports, behind it, inside it or around it, and what it comments on."""

from __future__ import annotations

import pytest
from spacy.language import Language

from stance.clauses.fields import analyse
from tests.clauses.tagged import Expectation, see

BEHIND_CLAUSES = [
    ("Wenn das Wasser steige, sagte sie, müsse man räumen.", see("sagte", kind="parenthesis", parent="müsse")),
    ("Wer nur warte, sagte sie, verpasse den Zug.", see("verpasse", subject=None, kind="main", accusative="den Zug")),
    ("Dass sie gehe, sagte die Ärztin, sei lange klar.", see("sei", kind="main", predicative="klar")),
    ("Ob es reiche, räumte der Kämmerer ein, sei offen.", see("räumte", kind="parenthesis", subject="der Kämmerer")),
    ("Um den Deich zu halten, sagte der Vogt, brauche man Sand.", see("brauche", subject="man", accusative="Sand")),
    ("Sollte es frieren, sagte der Winzer, falle die Lese aus.", see("sagte", kind="parenthesis", parent="falle")),
    ("Wie es ausgehe, sagte die Wirtin, wisse niemand.", see("sagte", kind="parenthesis", parent="wisse")),
    ("Wenn er geht, fordert die Partei Wahlen, sagte Huber.", see("fordert", kind="main", accusative="Wahlen")),
]
BEFORE_RELATIVE_CLAUSES = [
    ("Die Akten, sagte sie, die das Gericht prüfe, seien echt.", see("seien", kind="main", subject="Die Akten")),
    ("Die Akten, sagte sie, die das Gericht prüfe, seien echt.", see("prüfe", parent="seien", antecedent="Akten")),
    (
        "Die Firma, sagte ein Sprecher, die hier baue, zahle gut.",
        see("baue", kind="relative", parent="zahle", antecedent="Firma"),
    ),
    (
        "Die Firma, sagte ein Sprecher, der anonym bleiben will, zahle gut.",
        see("will", kind="relative", parent="sagte", antecedent="Sprecher"),
    ),
]
AROUND_REPORTS = [
    ("Der Wirt habe ihr gesagt, sie solle gehen, berichtete Anna Moser.", see("berichtete", parent="gesagt")),
    ("Ich habe ihr geraten, sie soll gehen, sagte die Anwältin.", see("sagte", parent="geraten")),
    ("Der Zeuge erklärte, er habe geschlafen, sagte der Anwalt.", see("sagte", parent="erklärte")),
    ("Der Chef fordert Geld: Es sei nötig, sagte er.", see("sagte", parent="nötig")),
    ("Der Zeuge sagte, er habe, so der Anwalt, geschlafen.", see("so", parent="geschlafen")),
]


@pytest.mark.parametrize(("text", "expectation"), [*BEHIND_CLAUSES, *BEFORE_RELATIVE_CLAUSES, *AROUND_REPORTS])
def test_reports_in_text(tagger: Language, text: str, expectation: Expectation) -> None:
    graph = analyse(tagger(text))
    differences = expectation.differences(graph)
    assert not differences, "\n".join([text, *differences])
