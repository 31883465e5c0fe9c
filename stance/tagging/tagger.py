"""The embedded tagger: a spaCy `Tagger` whose weights travel with the package, and the map from STTS to universal tags.

A tokenised Doc flows in; `token.tag_` (STTS in its TIGER form: Schiller, Teufel & Stöckert 1999) flows out, and
`upos_of` turns a tag into the universal one (Petrov, Das & McDonald 2012; de Marneffe et al. 2021). The network reads
only word forms: the folded form, prefix, suffixes of several lengths, shape and the readings of the verb lexicon are
hashed into small tables (Miranda et al. 2022, "Multi hash embeddings in spaCy") and mixed by a convolution over the
neighbouring tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, cast
from unicodedata import normalize

import numpy
from spacy.language import Language
from spacy.pipeline import Tagger
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import Config, Model
from thinc.types import Floats2d

from stance.german.verbs import analyse, is_auxiliary, is_modal
from stance.tagging.dense import dense, dense_tokens
from stance.tagging.network import hashed_embedding, intact

COMPONENT: Final = "tagger"
CONFIG_FILE: Final = "config.cfg"
FEATURES: Final = 7

_FOLDED: Final = str.maketrans(
    {quote: '"' for quote in "„“”»«‟‘’‚‛›‹`´'"}
    | {dash: "-" for dash in "–—−"}
    | {"ß": "ss"}
    | dict.fromkeys("123456789", "0")
)


class MissingTaggerError(FileNotFoundError):
    """The weights of the embedded tagger are not where the package keeps them."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"no tagger model at {path}: the installation is incomplete. Reinstall stance-de, or in a checkout run "
            f"'python -m training.train --corpora PATH' to make it"
        )
        self.path = path


def fold(form: str) -> str:
    """A form without what typography varies: quotation marks, dashes, digits and ß/ss folded.

    >>> fold("»"), fold("2015")
    ('"', '0000')
    """
    return form.translate(_FOLDED) if not form.isspace() else " "


def shape(form: str) -> str:
    """The case pattern of a form with a hint of its length.

    >>> shape("NATO"), shape("Berlin"), shape("SPD-Chef")
    ('AA4', 'b6', 'bA-6')
    """
    if form.isalpha() or "-" in form.strip("-"):
        case = "A" if form.isupper() and len(form) > 1 else "a" if form[0].islower() else "b"
        inner = "A" if any(c.isupper() for c in form[1:]) else ""
        return f"{case}{inner}{'-' if '-' in form else ''}{min(len(form), 6)}"
    return "".join("0" if c.isdigit() else "a" if c.isalpha() else c for c in form[:4])


def _verb_class(form: str) -> str:
    """What a form can be as a verb: its readings without lemma, tense and mood."""
    classes = set()
    for reading in analyse(form):
        kind = "m" if is_modal(reading.lemma) else "a" if is_auxiliary(reading.lemma) else "v"
        classes.add(
            f"{kind}{reading.kind[:2]}{reading.person or ''}{reading.number or ''}{'+' if reading.joined else ''}"
        )
    return "|".join(sorted(classes))


@lru_cache(maxsize=1 << 17)
def form_features(form: str) -> tuple[int, ...]:
    """The hashed features of a word form, one per embedding table.

    Quotation marks, dashes, digits and ß/ss are folded first, so that typography does not matter.

    Args:
        form: The token text.

    Returns:
        Seven 64-bit hashes: folded form, prefix of three, suffixes of two, three and five characters, shape, and what
        the form can be as a verb.

    Examples:
        >>> form_features("„") == form_features("»")
        True
        >>> form_features("lehnt")[2] == form_features("nennt")[2]
        True
    """
    folded = fold(form)
    lower = folded.lower()
    case = "A" if folded[:1].isupper() else "a"
    affixes = ("p" + lower[:3], case + lower[-2:], case + lower[-3:], "s" + lower[-5:])
    keys = (lower, *affixes, "h" + shape(folded), "v" + _verb_class(form))
    return tuple(get_string_id(key) for key in keys)


def _features(token: Token) -> tuple[int, ...]:
    return form_features(normalize("NFC", token.text))


def form_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """The embedding layer over `form_features`, for use in a spaCy config.

    Args:
        width: Width of every table and of the mixed vector.
        rows: Number of rows of each of the seven tables.

    Returns:
        A layer from Docs to one vector per token.
    """
    return hashed_embedding(_features, width, rows, seed=8)


registry.architectures.register("stance.FormEmbed.v1", func=form_embed)


def model_path() -> Path:
    """Where the package keeps the tagger: the same folder in a checkout and in an installed wheel."""
    return Path(str(files("stance.tagging") / "data" / "tagger"))


def add_tagger(nlp: Language, path: Path | None = None) -> Tagger:
    """Add the embedded tagger to a pipeline, weights included.

    The component is spaCy's own but for white space, so writing, reading and pickling the pipeline and several
    processes work as usual.

    Args:
        nlp: A German pipeline.
        path: A folder as written by ``training.train``; the model of the package when None.

    Returns:
        The component, named ``tagger``.

    Raises:
        MissingTaggerError: The folder holds no model.
        DamagedModelError: The files cannot be read.

    Examples:
        >>> import spacy
        >>> nlp = spacy.blank("de")
        >>> _ = add_tagger(nlp)
        >>> [token.tag_ for token in nlp("Die SPD lehnt den Plan ab.")]
        ['ART', 'NE', 'VVFIN', 'ART', 'NN', 'PTKVZ', '$.']
    """
    source = path or model_path()
    if not (source / CONFIG_FILE).is_file() or not (source / "model").is_file():
        raise MissingTaggerError(source)
    config = Config().from_disk(source / CONFIG_FILE)
    tagger = cast(Tagger, nlp.add_pipe("stance_tagger", name=COMPONENT, config={"model": config["model"]}))
    with intact(source):
        tagger.from_disk(source, exclude=["vocab"])
    for label in tagger.labels:
        nlp.vocab.strings.add(label)
    return tagger


class WordTagger(Tagger):  # type: ignore[misc]  # spaCy's pipes are untyped Cython
    """spaCy's tagger, which sees words as neighbours however much white space stands between them."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Indices of the labels of each token; of white space, that of the first label."""
        whole = list(docs)
        found = super().predict([dense(doc) for doc in whole])
        return [_scattered(labels, doc) for labels, doc in zip(found, whole, strict=True)]


def _scattered(labels: Any, doc: Doc) -> Any:
    if len(labels) == len(doc):
        return labels
    wide = numpy.zeros((len(doc),), dtype="int64")
    if len(labels):
        wide[list(dense_tokens(doc))] = labels
    return wide


@Language.factory(
    "stance_tagger",
    assigns=["token.tag"],
    default_config={
        "overwrite": False,
        "scorer": {"@scorers": "spacy.tagger_scorer.v1"},
        "neg_prefix": "!",
        "label_smoothing": 0.0,
    },
)
def make_tagger(
    nlp: Language,
    name: str,
    model: Model[list[Doc], list[Floats2d]],
    overwrite: bool,
    scorer: Callable[..., Any] | None,
    neg_prefix: str,
    label_smoothing: float,
) -> WordTagger:
    """The factory of the tagger; its settings are those of spaCy's."""
    return WordTagger(
        nlp.vocab,
        model,
        name,
        overwrite=overwrite,
        scorer=scorer,
        neg_prefix=neg_prefix,
        label_smoothing=label_smoothing,
    )


UPOS_OF_STTS: Final[dict[str, str]] = {
    tag: upos
    for upos, tags in {
        "ADJ": "ADJA ADJD",
        "ADP": "APPO APPR APPRART APZR PTKVZ",
        "ADV": "ADV PROAV PTKA PWAV",
        "AUX": "VAFIN VAIMP VAINF VAPP VMFIN VMINF VMPP",
        "CCONJ": "KON KOKOM",
        "DET": "ART PDAT PIAT PPOSAT PRELAT PWAT",
        "INTJ": "ITJ",
        "NOUN": "NN TRUNC",
        "NUM": "CARD",
        "PART": "PTKANT PTKNEG PTKZU",
        "PRON": "PDS PIS PPER PPOSS PRELS PRF PWS",
        "PROPN": "NE",
        "PUNCT": "$( $, $.",
        "SCONJ": "KOUI KOUS",
        "VERB": "VVFIN VVIMP VVINF VVIZU VVPP",
        "X": "FM XY",
    }.items()
    for tag in tags.split()
}
STTS_TAGS: Final[tuple[str, ...]] = tuple(sorted(UPOS_OF_STTS))


def upos_of(tag: str) -> str:
    """The universal tag of an STTS tag where no context decides; ``X`` for an unknown tag.

    Examples:
        >>> upos_of("APPRART"), upos_of("VVIZU"), upos_of("?")
        ('ADP', 'VERB', 'X')
    """
    return UPOS_OF_STTS.get(tag, "X")
