"""The tokenizer: nothing is lost, and German news is split as STTS counts."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from stance.tagging.tokenizer import GermanTokenizer, split

CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "stance.german_tokenizer.v1"}}}
NLP: Language = spacy.blank("de", config=CONFIG)
PIECES = (
    "Dr. z. B. 12. 3. Februar Merz' SPD/Grüne „ “ » « ‚ ‘ ' \" – … ... , . : ( ) 5% 1.000,50 geht's Bürger*innen "
    "Haupt- -mittel http://x.de/a. a@b.de #Klima II. J. \n \n\n \t \u00a0 ü A.B. usw. 10.30"
)
GERMAN = st.lists(st.sampled_from(PIECES.split(" ")), max_size=30).map(" ".join)


def tokens(text: str) -> list[str]:
    return [token.text for token in NLP(text) if not token.is_space]


# --- nothing is lost -------------------------------------------------------------------------------------------------


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"])), GERMAN))
def test_the_text_of_the_doc_is_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    assert doc.text == text
    assert all(token.text for token in doc)


@given(GERMAN)
def test_no_token_mixes_whitespace_with_words(text: str) -> None:
    for piece in split(text):
        assert piece.isspace() or not any(char.isspace() for char in piece)


@given(st.text(st.characters(), min_size=1))
def test_lone_surrogates_become_replacement_characters_at_the_same_place(text: str) -> None:
    expected = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    assert NLP.make_doc(text).text == expected


@pytest.mark.parametrize(
    "piece", ["a", "-", "a-", "a.", "1.", "'", "a'", "a/", "„", "www.", "a@", "a*", "1,", "ab.de/"]
)
def test_long_runs_are_split_in_linear_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    assert "".join(split(text)) == text


# --- decisions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        # abbreviations
        "Dr. Merz traf Prof. Weber bzw. deren Stellv. Karl",
        "z. B. in St. Gallen",
        "d.h. 3 Mio. Euro , vgl. Abs. 2",
        "Art. 5 der Verfassung",
        "rund 500 v. Chr. gegründet",
        "der Dr.-Ing. Müller",
        "die U.S.-Regierung und J.P. Morgan",
        # ordinals, dates, numbers
        "Am 12. Februar 2025 kam er .",
        "der 3. Strafsenat",
        "im 20. und 21. Jahrhundert",
        "vom 12. bis 14. Mai",
        "vom 12./13. Mai",
        "am 12.02.2025 um 10.30 Uhr",
        "1.000,50 Euro und 5 %",
        "1. Die Regierung zahlt .",
        "Papst Johannes Paul II. sagte",
        "2024/25 und 9/11 und 3:2",
        # words
        "Haupt- und Nebensatz",
        "der US-Verteidigungsminister",
        "die NATO-Mitgliedschaft der 20-Jährigen",
        "Verkehrswege und -mittel",
        "der Nord-Süd-Dialog im Spa-/Wellness-Bereich",
        "Bürger*innen , Bürger:innen , BürgerInnen und Lehrer/-innen",
        "die CDU/CSU-Fraktion und ver.di",
        "so geht's nicht , Merz' Pläne",
        "O'Brien von AT&T",
        "siehe https://www.bundestag.de/a_b und mail@bund.de , #Klima",
    ],
)
def test_what_stays_one_token(text: str) -> None:
    assert tokens(text) == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das war 2025.", ["Das", "war", "2025", "."]),
        ("Er ist 12. Das stimmt.", ["Er", "ist", "12", ".", "Das", "stimmt", "."]),
        ("Fragen dieser Art.", ["Fragen", "dieser", "Art", "."]),
        ("Der Plan B. Er gilt.", ["Der", "Plan", "B", ".", "Er", "gilt", "."]),
        ("gegen Peter M.", ["gegen", "Peter", "M", "."]),
        ("5% mehr", ["5", "%", "mehr"]),
        ("SPD/Grüne", ["SPD", "/", "Grüne"]),
        ("„Ja“, sagte er", ["„", "Ja", "“", ",", "sagte", "er"]),
        ("»Nein« ›doch‹ ‚so‘", ["»", "Nein", "«", "›", "doch", "‹", "‚", "so", "‘"]),
        ("‚Das ist Hass’, sagte", ["‚", "Das", "ist", "Hass", "’", ",", "sagte"]),
        ("Ziele – auch — neu…", ["Ziele", "–", "auch", "—", "neu", "…"]),
        ("(SPD)[1]", ["(", "SPD", ")", "[", "1", "]"]),
        ("US-Präsident, Chef", ["US-Präsident", ",", "Chef"]),
        ("Ende.Das", ["Ende", ".", "Das"]),
        ("(www.spiegel.de).", ["(", "www.spiegel.de", ")", "."]),
    ],
)
def test_what_is_split(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


# --- spaCy -----------------------------------------------------------------------------------------------------------


def test_the_tokenizer_survives_saving_and_pickling(tmp_path: Path) -> None:
    text = "Am 12. Februar sagte Dr. Merz: „Ja“."
    NLP.to_disk(tmp_path / "nlp")
    expected = tokens(text)
    assert [token.text for token in spacy.load(tmp_path / "nlp")(text)] == expected
    assert [token.text for token in spacy.blank("de", config=CONFIG).from_bytes(NLP.to_bytes())(text)] == expected
    copy = pickle.loads(pickle.dumps(NLP.tokenizer))
    assert isinstance(copy, GermanTokenizer)
    assert [token.text for token in copy(text)] == expected


def test_no_text_gives_no_tokens() -> None:
    assert len(NLP("")) == 0
