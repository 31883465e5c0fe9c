"""Make the embedded entity recogniser: ``python -m training.ner --corpora PATH --out stance/entities/data/ner``.

The training part of `training.ner_corpora`, tagged by the embedded tagger, flows in; the weights of
`stance.entities.recognizer` flow out. ``python -m benchmarks.ner`` measures them on the held-out part.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import numpy
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Config

from stance.entities.recognizer import CONFIG_FILE, LABELS, MODEL_FILE
from stance.tagging.disambiguation import stance_tags
from stance.tagging.tagger import add_tagger
from training.ner_corpora import Labelled, read_bundestag, read_germeval
from training.variants import with_variants

CONFIG = Path(__file__).with_name("ner.cfg")


@attrs.frozen
class Plan:
    """How long the recogniser is trained.

    Attributes:
        rounds: rounds over all sentences.
        rate: peak learning rate, falling linearly to a twentieth.
        dropout: dropout rate.
        batch: tokens per update.
    """

    rounds: int = 14
    rate: float = 0.002
    dropout: float = 0.25
    batch: int = 700


def tagged(sentences: Sequence[Labelled]) -> list[Doc]:
    """Sentences as Docs with the tags of the embedded tagger and the gold entities."""
    nlp = spacy.blank("de")
    add_tagger(nlp)
    tagger = nlp.get_pipe("tagger")
    docs = [Doc(nlp.vocab, words=list(s.words), ents=list(s.labels)) for s in sentences]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    return [stance_tags(doc) for doc in tagger.pipe(docs, batch_size=64)]


def _batches(docs: Sequence[Doc], size: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    count = 0
    for doc in docs:
        bare = Doc(doc.vocab, words=[t.text for t in doc], tags=[t.tag_ for t in doc])
        batch.append(Example(bare, doc))
        count += len(doc)
        if count >= size:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def train(docs: list[Doc], plan: Plan, seed: int = 1) -> Language:
    """Train a recogniser.

    Args:
        docs: sentences with tags and entities.
        plan: length and rates.
        seed: of the order of the sentences.

    Returns:
        A pipeline with the one component ``ner``.
    """
    rng = random.Random(seed)
    nlp = spacy.blank("de", vocab=docs[0].vocab)
    recognizer = nlp.add_pipe("ner", config={"model": Config().from_disk(CONFIG)["model"]})
    assert isinstance(recognizer, EntityRecognizer)
    for label in LABELS:
        recognizer.add_label(label)
    sample = next(_batches(docs, 4000))
    nlp.initialize(lambda: sample)
    optimizer = Adam(plan.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    tokens = sum(map(len, docs))
    start = time.time()
    for number in range(plan.rounds):
        rng.shuffle(docs)
        done, losses = 0, {"ner": 0.0}
        for batch in _batches(docs, plan.batch):
            progress = (number + done / tokens) / plan.rounds
            optimizer.learn_rate = plan.rate * min(1.0, 20 * progress + 0.05) * (1 - 0.95 * progress)
            nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses)
            done += sum(len(example.reference) for example in batch)
        print(f"round {number + 1}/{plan.rounds}: loss {losses['ner']:.0f}, {time.time() - start:.0f} s", flush=True)
    return nlp


def rounded(weights: numpy.ndarray) -> numpy.ndarray:
    """32-bit weights with the last twelve bits of their fractions cleared, so that they compress."""
    bits = weights.astype("float32").view("uint32")
    return ((bits + 0x800) & 0xFFFFF000).view("float32")


def write(nlp: Language, out: Path) -> None:
    """Write the component and its configuration as `stance.entities.recognizer.add_recognizer` reads them."""
    out.mkdir(parents=True, exist_ok=True)
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    for node in recognizer.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, rounded(node.get_param(name)))
    (out / MODEL_FILE).write_bytes(lzma.compress(recognizer.to_bytes(exclude=["vocab"]), preset=9))
    (out / CONFIG_FILE).write_text(CONFIG.read_text(encoding="utf-8"), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Train the embedded entity recogniser.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ner/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--rounds", type=int, default=Plan().rounds)
    args = parser.parse_args()
    sentences = [*read_germeval(args.corpora).train, *read_bundestag(args.corpora).train]
    docs = tagged(with_variants(sentences))
    print(f"{len(docs)} sentences, {sum(map(len, docs))} tokens", flush=True)
    write(train(docs, Plan(rounds=args.rounds)), args.out)


if __name__ == "__main__":
    main()
