"""Names as they stand in running text: what belongs to them and whose they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from stance.model import Commitment
from stance.rules.reader import load_packs
from stance.rules.schema import Rule
from stance.tagging.stretches import closed_classes
from stance.testing import NoMeaningError, realise, sample
from tests.context.test_hard_cases import found
from tests.discourse.test_actors import last


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Das müsse sein, sagte Kärntens Landeshauptmann.", "Kärntens Landeshauptmann"),
        ("Das sei zu wenig, sagte Portugals Torjäger.", "Portugals Torjäger"),
        ("Rostocks Stürmer Jan Wolm lehnt das ab.", "Jan Wolm"),
        ("Udo Lamm schweigt. Einige Anhänger Udo Lamms lehnen das ab.", "einige Anhänger Udo Lamms"),
        ("Ute Lamm schweigt. Die Initiative Ute Lamms lehnt das ab.", "Initiative Ute Lamms"),
        ("Der Abgeordnete Karl Jens lehnt das ab.", "Karl Jens"),
        ("Lars Fischer lehnt das ab.", "Lars Fischer"),
        ("Die Organisation Rights Monitor hilft. Das lehnt Rights Monitor ab.", "Rights Monitor"),
        ("Das lehnt Rostocks Trainer Jan Wolm ab.", "Jan Wolm"),
    ],
)
def test_what_somebody_owns_is_not_the_owner(text: str, right: str) -> None:
    assert last(text).name == right


def test_what_a_name_owns_is_nobody_to_whom_others_lead() -> None:
    text = "Trainer Kurt Wolm ist unzufrieden. Mersens Debakel nannte der 69-Jährige einen Ausrutscher."
    assert last(text).name == "Kurt Wolm"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Jakarta Post lehnt das ab.", "Jakarta Post"),
        ("Laut USA Today fehlt das Geld.", "USA Today"),
        ("Jakarta lehnt das ab.", "Indonesien"),
    ],
)
def test_a_place_that_begins_a_name_is_not_meant(text: str, right: str) -> None:
    assert last(text).name == right


def test_a_body_named_like_a_place_is_no_government() -> None:
    assert last("Die Jakarta Post lehnt das ab.").kind.value == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "Ärzte ohne Grenzen fordert mehr Geld.",
        "Das fordern Ärzte ohne Grenzen.",
        "Nach Angaben von Ärzte ohne Grenzen fehlt das Geld.",
        "Die Hilfsorganisation Ärzte ohne Grenzen (MSF) fordert mehr Geld.",
        "Die Hilfsorganisation Ärzte ohne Grenzen warnt vor Hunger. Die Organisation fordert mehr Geld.",
    ],
)
def test_a_name_that_begins_with_a_noun_for_people_is_whole(text: str) -> None:
    assert last(text).name == "Ärzte ohne Grenzen"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Bürgermeister von Catania, Salvo Pogliese, lehnt das ab.", "Salvo Pogliese"),
        ("Der Präsident der Afrikanischen Union (AU), Alpha Omar Konaré, lehnt das ab.", "Alpha Omar Konaré"),
        ("Nach Ansicht des Leiters der Behörde, Damazo Colomer, fehlt das Geld.", "Damazo Colomer"),
        ("Der Sprecher des Klubs, FC Mersen, lehnt das ab.", "Sprecher des Klubs"),
    ],
)
def test_an_unknown_name_behind_what_somebody_is_is_a_person(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der Minister Franz Josef Jung lehnt das ab.", "Franz Josef Jung"),
        ("DGB-Präsident Erich Foglar warf dem Minister Untätigkeit vor.", "Erich Foglar"),
        ("Das wirft der Sprecher Erich Moor dem Land vor.", "Erich Moor"),
        ("Dem Land warf Udo Moor Täuschung vor.", "Udo Moor"),
    ],
)
def test_a_surname_is_part_of_the_name_whatever_it_looks_like(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Auch der Kurier ließ eine Klage prüfen.", "organisation"),
        ("Auch der Fahrer lehnt das ab.", "person"),
        ("Ilse Behrens Firma lehnt das ab.", "organisation"),
        ("Ilse Behrens Anwältin lehnt das ab.", "person"),
    ],
)
def test_the_kind_is_that_of_the_noun_and_its_entity(text: str, kind: str) -> None:
    assert last(text).kind.value == kind


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Die Zahlen seien gut, teilte der Konzern Nordstahl Montagabend mit.", "Nordstahl"),
        ("Das hat die Stadt Mersen Ende Mai abgelehnt.", "Stadt Mersen"),
        ("Das lehnt die Zeitung Freitag ab.", "Freitag"),
        ("Doch hat das Amt dieser hohen Förderung zugestimmt.", "Amt"),
        ("Am Montag stimmte der Rat der Stadt der Kürzung zu.", "Rat der Stadt"),
        ("Dem stimmte das Amt der Landesregierung zu.", "Amt der Landesregierung"),
        ("Deshalb rät Yuka Sasaki Reisenden, früh zu buchen.", "Yuka Sasaki"),
        ("Den Preis schrieb die liberale „El Sur“ Lamm zu.", "El Sur"),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(text: str, right: str) -> None:
    assert last(text).name == right


def test_a_day_is_nobody_to_whom_something_is_said() -> None:
    text = "Der Plan sei teuer, gab der Landrat Wolf Kahn am Montag in Mersen zu bedenken."
    assert [c.addressee for c in found(text)] == [None]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Udo Ebner und Karl Holm streiten. Im Mai warf Ebner Holm Verrat vor.", ("Udo Ebner", "Karl Holm")),
        ("Lech Brandl traf Jan Walser. Später warf Lech Brandl Walser Spionage vor.", ("Lech Brandl", "Jan Walser")),
    ],
)
def test_two_people_of_the_text_in_a_row_are_two(text: str, right: tuple[str, str]) -> None:
    accused = found(text)[-1]
    assert (accused.actor and accused.actor.name, accused.addressee and accused.addressee.name) == right


@pytest.mark.parametrize("person", ["Ute Lamm-Holm", "Gerhard Schröder", "Kira Blank", "Gabriela García Montes"])
def test_one_person_is_one(person: str) -> None:
    assert last(f"Karl Holm und Udo Lamm fehlten. Das lehnt {person} ab.").name == person


def test_a_trade_before_a_name_is_nobody_else() -> None:
    assert last("„Ich höre auf“, sagt Schäfer Jörg Wolf, der den Hof führt.").name == "Jörg Wolf"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Mehr als die Hälfte lehnt das ab.", "mehr als die Hälfte"),
        ("Die von der Bank gestützte Firma lehnt das ab.", "von der Bank gestützte Firma"),
        ("Laut der in Mersen ansässigen Beobachtungsstelle fehlt das Geld.", "in Mersen ansässige Beobachtungsstelle"),
        ("Er sucht einen Spitzenkandidaten, der das ablehnt.", "Spitzenkandidat"),
        ("Er zitiert die Aussage eines thailändischen Jungen, der das ablehnt.", "thailändischer Junge"),
        ("Der 27 Jahre alte mutmaßliche Täter lehnt das ab.", "27 Jahre alter mutmaßlicher Täter"),
        ("Nach Angaben unabhängiger Experten fehlt das Geld.", "unabhängige Experten"),
        ("Das geschah ohne Zustimmung der Vorgesetzten.", "Vorgesetzte"),
        ("Die beiden Forscher lehnen das ab.", "beide Forscher"),
        ("Die meisten Länder lehnen das ab.", "meisten Länder"),
        ("In Unternehmenskreisen heißt es, das Geld fehle.", "Unternehmenskreise"),
    ],
)
def test_a_description_is_in_the_nominative(text: str, right: str) -> None:
    assert last(text).name == right


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Expertin: Gefahr einer Infektion sehr wahrscheinlich.", "person"),
        ("Laut Verbandschef fehlt das Geld.", "person"),
        ("Kritiker lehnen das ab.", "collective"),
        ("Der 27 Jahre alte Täter lehnt das ab.", "person"),
        ("Die Rebellen der SPLA lehnen das ab.", "collective"),
        ("Ein Sprecher der SPLA lehnt das ab.", "person"),
        ("Forscher der Universität Mersen lehnen das ab.", "collective"),
        ("Laut einem Vorschlag der CDU fehlt das Geld.", "unknown"),
        ("Der Trainer Kurt Wolm lehnt das ab.", "person"),
    ],
)
def test_number_and_noun_tell_the_kind(text: str, kind: str) -> None:
    assert last(text).kind.value == kind


def test_no_pronoun_means_who_is_only_said_to_be_something() -> None:
    assert last("Die Forscherin Kira Moor war zu Gast in Mersen. Sie lehnt das ab.").name == "Kira Moor"


@pytest.mark.parametrize(
    "text", ["Nach Abschluss der Ermittlungen fehlte Geld.", "Er sah nach seinem Besuch Informationen der Bank ein."]
)
def test_what_a_preposition_does_not_govern_attributes_nothing(text: str) -> None:
    assert found(text) == ()


def test_who_stands_before_the_noun_of_an_attributor_is_its_holder() -> None:
    assert last("Nach Udo Lamms Angaben fehlt das Geld.").text == "Udo Lamms"


_OPENING = {"ART", "APPR", "APPRART", "KON", "KOUS"}
_FRONT = {"ART", "KON", "KOUS"}


def ill_form(name: str) -> str | None:
    """What is wrong with a name by its form alone, None for nothing."""
    words = name.split(" ")
    tags = closed_classes().tags
    if not all(words) or name.strip(",;:-–") != name:
        return "blanks or marks at an end"
    if words[0].islower() and _FRONT.intersection(tags.get(words[0], ())[:1]):
        return "an article or conjunction in front"
    if words[-1].islower() and _OPENING.intersection(tags.get(words[-1], ())[:1]):
        return "something goes on"
    if any(name.count(a) != name.count(b) for a, b in ("()", "„“", "«»", "[]")):
        return "half a pair of marks"
    return None


def ill_formed(commitments: tuple[Commitment, ...]) -> list[str]:
    """The ill-formed names of actors, addressees and sources."""
    named = (actor for c in commitments for actor in (c.actor, c.addressee, *c.sources) if actor is not None)
    return [actor.name for actor in named if actor.name is not None and ill_form(actor.name) is not None]


def made(rule: Rule) -> list[str]:
    """Sentences made from a rule, none for what the generator cannot say."""
    try:
        return [realise(meaning).text for meaning in sample(rule, 1, seed=7)]
    except NoMeaningError:
        return []


@pytest.mark.parametrize("name", ["der Rat", "Rat der", "Rat und", "Rat,", "Rat (Nord", "Rat  Nord", ""])
def test_ill_forms_are_known(name: str) -> None:
    assert ill_form(name) is not None


@pytest.mark.parametrize("path", sorted(Path("seeds").glob("*.txt")), ids=str)
def test_names_in_articles_are_well_formed(path: Path) -> None:
    assert ill_formed(found(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("rule", load_packs(["de.core"]).rules[::15], ids=lambda rule: rule.id)
def test_names_in_examples_and_made_sentences_are_well_formed(rule: Rule) -> None:
    texts = [*(example.text for example in rule.examples), *made(rule)]
    assert [name for text in texts for name in ill_formed(found(text))] == []
