"""The embedded entity recogniser: a spaCy `EntityRecognizer` for PER, ORG, LOC and MISC, its weights in the package.

A tagged Doc flows in; `doc.ents` flows out. The network reads hashed features of each word (form, affixes, shape), its
STTS tag and what the noun lexicon says of it, mixed by a convolution (Miranda et al. 2022), under the transition system
of Lample et al. 2016.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, cast
from unicodedata import normalize

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import Config, Model
from thinc.types import Floats2d

from stance.entities.search import Search
from stance.german import closed, meaning, nominal
from stance.german.given_names import is_given_name
from stance.tagging.network import hashed_embedding, intact
from stance.tagging.tagger import fold, shape

COMPONENT: Final = "ner"
CONFIG_FILE: Final = "config.cfg"
MODEL_FILE: Final = "model.xz"
LABELS: Final = ("LOC", "MISC", "ORG", "PER")


class MissingRecognizerError(FileNotFoundError):
    """The weights of the embedded recogniser are not where the package keeps them."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"no entity model at {path}: the installation is incomplete. Reinstall stance-de, or in a checkout run "
            f"'python -m training.ner --corpora PATH' to make it"
        )
        self.path = path


def _lexical_class(form: str) -> str:
    """What the lexicon knows about a word as a name."""
    flags = (
        meaning.is_party(form),
        meaning.is_organisation(form),
        meaning.is_country(form),
        meaning.is_government_seat(form),
        closed.is_title(form),
        is_given_name(form),
        nominal.is_common(form),
        meaning.begins_club(form),
        meaning.is_branch(form),
        meaning.is_legal_form(form),
    )
    named = meaning.animacy(form, name=True)[:2]
    return meaning.animacy(form)[:2] + named + "".join(str(int(flag)) for flag in flags)


@lru_cache(maxsize=1 << 16)
def entity_features(form: str, tag: str) -> tuple[int, ...]:
    """The hashed features of a tagged word, one per embedding table.

    Args:
        form: the token text.
        tag: its STTS tag.

    Returns:
        Eight 64-bit hashes: folded form, prefix of four, suffixes of two, three and five characters, shape, tag, and
        what the lexicon knows of the word.

    >>> entity_features("Köln", "NE") == entity_features("Köln", "NN")
    False
    """
    folded = fold(form)
    lower = folded.lower()
    case = "A" if folded[:1].isupper() else "a"
    known = _lexical_class(form) if case == "A" else "-"
    affixes = (case + "p" + lower[:4], case + lower[-2:], case + lower[-3:], case + "s" + lower[-5:])
    keys = (lower, *affixes, "h" + shape(folded), "t" + tag, f"l{known}{tag}")
    return tuple(get_string_id(key) for key in keys)


def _features(token: Token) -> tuple[int, ...]:
    return entity_features(normalize("NFC", token.text), token.tag_)


def entity_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """The embedding layer over `entity_features`, for use in a spaCy config.

    Args:
        width: width of every table and of the mixed vector.
        rows: number of rows of each of the eight tables.

    Returns:
        A layer from Docs to one vector per token.
    """
    return hashed_embedding(_features, width, rows, seed=21)


registry.architectures.register("stance.EntityEmbed.v1", func=entity_embed)


class NameRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy's pipes are untyped Cython
    """spaCy's recogniser with a faster search; entities that a Doc has already are left to spaCy's own."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """The spans of each Doc, or the states of spaCy's search where one of them has entities already."""
        whole = list(docs)
        if self.cfg["beam_width"] > 1 or any(doc.has_annotation("ENT_IOB") for doc in whole):
            found: list[Any] = super().predict(whole)
            return found
        moves = [self.moves.get_class_name(number) for number in range(self.moves.n_moves)]
        names = iter(Search(self.model, moves)([doc for doc in whole if len(doc)]))
        return [next(names) if len(doc) else [] for doc in whole]

    def set_annotations(self, docs: Iterable[Doc], found: Sequence[Any]) -> None:
        """Give Docs what :meth:`predict` found in them."""
        whole = list(docs)
        if not all(isinstance(spans, list) for spans in found):
            super().set_annotations(whole, found)
            return
        for doc, spans in zip(whole, found, strict=True):
            doc.set_ents(spans, default="outside")


@Language.factory(
    "stance_recognizer",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_recognizer(
    nlp: Language,
    name: str,
    model: Model[list[Doc], list[Floats2d]],
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Callable[..., Any] | None,
) -> NameRecognizer:
    """The factory of the recogniser; its settings are those of spaCy's."""
    return NameRecognizer(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )


def model_path() -> Path:
    """Where the package keeps the recogniser: the same folder in a checkout and in an installed wheel."""
    return Path(str(files("stance.entities") / "data" / "ner"))


def add_recognizer(nlp: Language, path: Path | None = None) -> EntityRecognizer:
    """Add the embedded recogniser to a pipeline behind its tagger, weights included.

    Args:
        nlp: a German pipeline whose last component has assigned STTS tags.
        path: a folder as written by ``training.ner``; the model of the package when None.

    Returns:
        The component, named ``ner``.

    Raises:
        MissingRecognizerError: the folder holds no model.
        DamagedModelError: its files cannot be read.
    """
    source = path or model_path()
    if not (source / CONFIG_FILE).is_file() or not (source / MODEL_FILE).is_file():
        raise MissingRecognizerError(source)
    config = Config().from_disk(source / CONFIG_FILE)
    recognizer = cast(
        EntityRecognizer, nlp.add_pipe("stance_recognizer", name=COMPONENT, config={"model": config["model"]})
    )
    with intact(source):
        recognizer.from_bytes(lzma.decompress((source / MODEL_FILE).read_bytes()), exclude=["vocab"])
    for label in recognizer.labels:
        nlp.vocab.strings.add(label)
    return recognizer
