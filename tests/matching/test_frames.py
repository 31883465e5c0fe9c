"""What a frame asks for decides between readings that form leaves open: cases, participles, expletive *es*."""

from __future__ import annotations

from typing import Any

import pytest

from tests.context.test_hard_cases import found, shown

CASES: list[tuple[str, str, list[dict[str, Any]]]] = [
    (
        "both halves of a quotation that a report parts",
        "„Die Steuer“, so Huber, „muss sinken.“",
        [{"type": "assertion", "actor": "Huber", "content": "„Die Steuer“ … „muss sinken.“"}],
    ),
    (
        "what joins the report of a quotation has a content of its own",
        "„Das Geld“, klagte die Chefin, „kommt nie an“, und verlangte Klarheit.",
        [{"content": "„Das Geld“ … „kommt nie an“"}, {"type": "demand", "actor": "die Chefin", "content": "Klarheit"}],
    ),
    (
        "quotation behind a name in marks",
        "Dazu schreibt die „Neue Woche“: „Die Stadt spart am falschen Ende.“",
        [
            {
                "type": "assertion",
                "actor": "die „Neue Woche“",
                "addressee": None,
                "content": "„Die Stadt spart am falschen Ende.“",
            }
        ],
    ),
    (
        "a full name says that a noun is for people",
        "Im Mai sagte die Garderobiere Anna Nowak aus, der Regisseur habe gelogen.",
        [{"type": "assertion", "actor": "die Garderobiere Anna Nowak"}],
    ),
    (
        "an adverb in the prefield stands for no clause of the verb",
        "Darunter verlangte eine Leserin, dass der Beitrag gelöscht wird.",
        [{"type": "demand", "content": "dass der Beitrag gelöscht wird"}],
    ),
    (
        "participle of two verbs",
        "Die Firma hat Besserung gelobt.",
        [{"type": "promise", "actor": "Die Firma", "content": "Besserung"}],
    ),
    (
        "participle of the other verb",
        "Die Chefin hat den Entwurf gelobt.",
        [{"type": "evaluation", "actor": "Die Chefin", "content": "den Entwurf"}],
    ),
    (
        "gefallen is no fall",
        "Der Beschluss hatte dem Verband nicht gefallen.",
        [{"actor": "dem Verband", "content": "Der Beschluss"}],
    ),
    (
        "dative plural beside an accusative",
        "Erneut hat der Senat den Bauern Vorwürfe gemacht.",
        [{"type": "accusation", "actor": "der Senat", "addressee": "den Bauern"}],
    ),
    (
        "dative pronoun beside a clause",
        "Die Sprecherin schob uns in die Schuhe, dass Akten fehlen.",
        [{"addressee": "uns", "content": "dass Akten fehlen"}],
    ),
    (
        "genitive object behind the subject",
        "Im Ausschuss bezichtigten ihn zwei Zeugen der Lüge.",
        [{"type": "accusation", "actor": "zwei Zeugen", "addressee": "ihn", "content": "der Lüge"}],
    ),
    (
        "genitive in the form of a dative",
        "Der Trainer ist der Untreue verdächtig.",
        [{"type": "accusation", "addressee": "Der Trainer", "content": "der Untreue"}],
    ),
    (
        "expletive es is no content",
        "Es tat dem Wirt für die Gäste leid.",
        [{"type": "expressive", "actor": "dem Wirt", "content": "die Gäste"}],
    ),
    (
        "adjective with a reflexive verb of saying",
        "Die Firma äußerte sich zufrieden: „Der Umbau liegt im Plan.“",
        [{"type": "evaluation", "cue": "zufrieden", "content": "„Der Umbau liegt im Plan.“"}],
    ),
    (
        "adjective below a modal",
        "Die Stadt muss bereit sein, das Bad zu öffnen.",
        [{"type": "promise", "status": "hypothetical", "cue": "bereit"}],
    ),
    (
        "pronoun of an infinitive in an idiom",
        "Mit der Affäre wollte die Partei nichts zu tun haben.",
        [{"type": "rejection", "cue": "wollte … nichts zu tun haben", "content": "der Affäre"}],
    ),
    (
        "holder of the noun, not of what it is about",
        "Trotz des Misstrauens gegen ein Verbot von Flaschen blieb es ruhig.",
        [{"type": "doubt", "actor": None, "content": "ein Verbot von Flaschen"}],
    ),
    (
        "genitive of Glaube",
        "Trotz des Glaubens der Händler, dass die Preise sinken, blieb es ruhig.",
        [{"type": "belief", "actor": "der Händler", "content": "dass die Preise sinken"}],
    ),
    (
        "holder inside an attributor",
        "Ansicht des Landrats zufolge baut die Bahn eine Brücke.",
        [{"type": "assertion", "actor": "des Landrats", "content": "baut die Bahn eine Brücke"}],
    ),
    (
        "claims and demands made geltend",
        "Die Anwältin machte geltend, dass die Frist abgelaufen sei. Die Erben machten Ansprüche geltend.",
        [{"type": "assertion", "force": None}, {"type": "demand", "content": "Ansprüche"}],
    ),
    (
        "adverb of comment beside a clause",
        "Die Rektorin sagte dazu, das sei ein Irrtum.",
        [{"type": "assertion", "content": "das sei ein Irrtum"}],
    ),
    (
        "coordinated infinitives behind a correlate",
        "Der Rat einigte sich darauf, die Halle zu erhalten und den Hof zu sanieren.",
        [{"type": "decision", "content": "die Halle zu erhalten und den Hof zu sanieren"}],
    ),
    (
        "clause of a noun behind the bracket",
        "Der Klub zog den Antrag mit der Begründung zurück, das Geld fehle.",
        [
            {"type": "decision", "cue": "zog … zurück"},
            {"type": "assertion", "cue": "Begründung", "content": "das Geld fehle"},
        ],
    ),
    (
        "pronoun inside an attributor",
        "Nach deren Angaben fehlen zwei Lehrer.",
        [{"type": "assertion", "actor": "deren", "cue": "Nach … Angaben", "content": "fehlen zwei Lehrer"}],
    ),
    (
        "quoted words in the place of a predicative",
        "Die Firma nannte den Bericht „frei erfunden“.",
        [{"type": "evaluation", "content": "den Bericht", "judgement": "„frei erfunden“"}],
    ),
    (
        "marks whose partner is covered belong to the mention",
        "Der Trainer sagte, „Notfallpläne“ dürfe es nicht geben.",
        [{"content": "„Notfallpläne“ dürfe es nicht geben", "form": "mixed"}],
    ),
    (
        "a mention does not end inside quoted words",
        "Der Rat nannte den Entwurf einen „schweren Fehler mit Folgen“.",
        [{"judgement": "einen „schweren Fehler mit Folgen“"}],
    ),
    (
        "an unknown surname acts",
        "Krombholz sagte, das Bad bleibe offen. „Es bleibt“, so Krombholz.",
        [{"actor": "Krombholz"}, {"actor": "Krombholz"}],
    ),
    (
        "a quoted name acts",
        "Die „Neckarzeitung“ schrieb, die Brücke sei gesperrt.",
        [{"actor": "Die „Neckarzeitung“", "content": "die Brücke sei gesperrt"}],
    ),
    (
        "companies, media and crowds act",
        "Die Bahngesellschaft und der Radiosender warnten vor Betrug.",
        [{"actor": "Die Bahngesellschaft"}, {"actor": "der Radiosender"}],
    ),
    (
        "es announces the object clause",
        "Im Rat nannte es die Chefin falsch, das Bad zu schließen.",
        [{"type": "evaluation", "actor": "die Chefin", "content": "das Bad zu schließen", "judgement": "falsch"}],
    ),
    (
        "a particle apart is no word more",
        "Seit Wochen gesteht die Chefin Schuld am Unfall ein.",
        [{"type": "admission", "cue": "gesteht … Schuld … ein", "content": "Unfall"}],
    ),
    (
        "adjective of a headline",
        "Gewerkschaft unzufrieden mit Angebot",
        [{"type": "evaluation", "actor": "Gewerkschaft", "content": "Angebot", "polarity": "negative"}],
    ),
    (
        "mahnen with a clause warns",
        "Der Chronist mahnte, dass die Zeit knapp werde.",
        [{"type": "warning", "content": "dass die Zeit knapp werde"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_frames_decide(text: str, expected: list[dict[str, Any]]) -> None:
    commitments = found(text)
    assert [{f: shown(c, f) for f in e} for c, e in zip(commitments, expected, strict=True)] == expected
