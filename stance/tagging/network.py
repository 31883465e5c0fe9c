"""The first layers of the shipped networks: hashed features of each word in small tables, mixed to one vector.

Docs flow in, one vector per token flows out, for the convolution of a spaCy config to read (Miranda et al. 2022, "Multi
hash embeddings in spaCy"). Tagger and recogniser differ only in the features that they name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from lzma import LZMAError
from pathlib import Path
from typing import Any, cast

import numpy
from spacy.tokens import Doc, Token
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.layers.chain import forward, init
from thinc.types import Floats2d, Ints2d, Ragged


class DamagedModelError(ValueError):
    """The files of a shipped model are there but cannot be read."""

    def __init__(self, path: Path, reason: Exception) -> None:
        super().__init__(f"the model at {path} is damaged ({reason}): reinstall stance-de")
        self.path = path


@contextmanager
def intact(path: Path) -> Iterator[None]:
    """Read the files of a model in this context.

    Args:
        path: their folder.

    Raises:
        DamagedModelError: they cannot be read.
    """
    try:
        yield
    except (ValueError, EOFError, LZMAError) as error:
        raise DamagedModelError(path, error) from error


Features = Callable[[Token], tuple[int, ...]]
"""The hashed features of a token, one per embedding table."""


def _extract(
    features: Features, model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Ints2d], Any]:
    count = model.get_dim("nO")
    arrays = [numpy.array([features(token) for token in doc], dtype="uint64").reshape(-1, count) for doc in docs]
    return cast("list[Ints2d]", arrays), lambda gradients: []


def _embed(
    features: Features, model: Model[list[Doc], list[Floats2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Any]:
    """Run the layers of an embedding; except in training the words of the same features, which are many, only once."""
    if is_train:
        return forward(model, docs, is_train)
    extract, _, tables, mix, _ = model.layers
    numbers: dict[tuple[int, ...], int] = {}
    places = [[numbers.setdefault(features(token), len(numbers)) for token in doc] for doc in docs]
    distinct = numpy.array(list(numbers), dtype="uint64").reshape(-1, extract.get_dim("nO"))
    vectors = mix.predict(tables.predict(distinct))
    return [vectors[numpy.array(words, dtype="int64")] for words in places], lambda gradients: []


def hashed_embedding(features: Features, width: int, rows: list[int], *, seed: int) -> Model[list[Doc], list[Floats2d]]:
    """The embedding of the words of Docs; words of the same features are embedded once.

    Args:
        features: the hashed features of a token, as many as there are tables.
        width: width of every table and of the mixed vector.
        rows: number of rows of each table.
        seed: of the hash of the first table; the others follow.

    Returns:
        A layer from Docs to one vector per token.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, count, column=i, seed=seed + i, dropout=0.0) for i, count in enumerate(rows)
    ]
    mix: Model[Ragged, Ragged] = with_array(Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True))
    extract: Model[list[Doc], list[Ints2d]] = Model(
        "extract_features", partial(_extract, features), dims={"nO": len(rows)}
    )
    whole = cast(
        "Model[list[Doc], list[Floats2d]]",
        chain(extract, list2ragged(), with_array(concatenate(*tables)), mix, ragged2list()),
    )
    return Model(whole.name, partial(_embed, features), init=init, dims={"nO": None}, layers=list(whole.layers))
