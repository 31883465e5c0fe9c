"""Make the embedded tagger: ``python -m training.train --corpora PATH --out stance/tagging/data/tagger``.

The corpora of `training.corpora` and the silver labels of `training.silver` flow in, the weights of
`stance.tagging.tagger` flow out. UD_German-GSD's development part is read for the report only and never trained on.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import spacy
from spacy.language import Language
from spacy.pipeline import Tagger
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Config

from stance.tagging.disambiguation import disambiguate
from stance.tagging.tagger import CONFIG_FILE, STTS_TAGS
from training.corpora import Sentence, read_conllu, read_empirist, read_entities, read_raw, read_upos_lines
from training.silver import STTS_OF_UPOS, SilverTagger

CONFIG = Path(__file__).with_name("tagger.cfg")
Passage = tuple[tuple[str, ...], tuple[str, ...]]


@attrs.frozen
class Plan:
    """How long and on what the tagger is trained.

    Attributes:
        rounds: Rounds over mixed data; each takes `raw_tokens` fresh tokens of silver text and all treebank sentences.
        last_rounds: Rounds over the treebank sentences alone, at the end.
        raw_tokens: Silver tokens per round.
        rate: Peak learning rate, falling linearly to a twentieth.
        dropout: Dropout rate.
        batch: Tokens per update.
    """

    rounds: int = 8
    last_rounds: int = 1
    raw_tokens: int = 380_000
    rate: float = 0.002
    dropout: float = 0.1
    batch: int = 1200


def silver_treebank(sentences: Sequence[Sentence], silver: SilverTagger) -> list[Passage]:
    """Give sentences with gold universal tags or names the STTS tags that HanTa prefers among those that agree.

    The clause bracket then corrects what a trigram model cannot see, again within the gold annotation.
    """
    passages = []
    for sentence in sentences:
        allowed = [
            frozenset({tag}) if tag else STTS_OF_UPOS.get(upos)
            for tag, upos in zip(sentence.tags, sentence.upos, strict=True)
        ]
        tags = silver.tag(sentence.words, allowed)
        repaired = disambiguate(sentence.words, tags)
        fitting = (new if not may or new in may else old for old, new, may in zip(tags, repaired, allowed, strict=True))
        passages.append((sentence.words, tuple(fitting)))
    return passages


def silver_text(paths: Sequence[Path], silver: SilverTagger, tokens: int, seed: int = 1) -> list[Passage]:
    """Label paragraphs of raw text with HanTa, at most `tokens` tokens of them, in random order."""
    paragraphs = [text for path in paths for text in read_raw(path)]
    random.Random(seed).shuffle(paragraphs)
    tokenizer = spacy.blank("de").tokenizer
    passages: list[Passage] = []
    count = 0
    for text in paragraphs:
        words = [token.text for token in tokenizer(text) if not token.is_space]
        tags: list[str] = []
        for sentence in _sentences(words):
            tags.extend(disambiguate(sentence, silver.tag(sentence)))
        if words:
            passages.append((tuple(words), tuple(tags)))
        count += len(words)
        if count >= tokens:
            break
    return passages


def _sentences(words: Sequence[str]) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word in words:
        sentence.append(word)
        if word in {".", "!", "?"}:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def join_sentences(passages: Sequence[Passage], rng: random.Random) -> list[Passage]:
    """Join one to three neighbouring sentences as a running text has them, some with a line break between."""
    joined: list[Passage] = []
    at = 0
    while at < len(passages):
        count = rng.randint(1, 3)
        words, tags = passages[at]
        for next_words, next_tags in passages[at + 1 : at + count]:
            if rng.random() < 0.2:
                words, tags = (*words, "\n"), (*tags, "")
            words, tags = (*words, *next_words), (*tags, *next_tags)
        joined.append((words, tags))
        at += count
    return joined


def _batches(nlp: Language, passages: list[Passage], size: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    count = 0
    for words, tags in passages:
        known = [tag if tag in STTS_TAGS else "" for tag in tags]
        batch.append(Example(Doc(nlp.vocab, words=list(words)), Doc(nlp.vocab, words=list(words), tags=known)))
        count += len(words)
        if count >= size:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def train(treebank: list[Passage], gold: list[Passage], text: list[Passage], plan: Plan, seed: int = 1) -> Language:
    """Train a tagger.

    Args:
        treebank: Sentences whose STTS is silver under gold universal tags.
        gold: Sentences with gold STTS, taken twice per round.
        text: Silver text.
        plan: Length and rates.
        seed: Of the order of the data.

    Returns:
        A pipeline with the one component ``tagger``.
    """
    rng = random.Random(seed)
    nlp = spacy.blank("de")
    tagger = nlp.add_pipe("tagger", config={"model": Config().from_disk(CONFIG)["model"]})
    assert isinstance(tagger, Tagger)
    for tag in STTS_TAGS:
        tagger.add_label(tag)
    sample = next(_batches(nlp, treebank[:200], 2000))
    nlp.initialize(lambda: sample)
    optimizer = Adam(plan.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    total = plan.rounds + plan.last_rounds
    start, position = time.time(), 0
    for number in range(total):
        data = join_sentences(treebank, rng) + 2 * join_sentences(gold, rng)
        if number < plan.rounds:
            taken = 0
            while taken < plan.raw_tokens and text:
                data.append(text[position % len(text)])
                taken += len(text[position % len(text)][0])
                position += 1
        rng.shuffle(data)
        tokens = sum(len(words) for words, _ in data)
        done, losses = 0, {"tagger": 0.0}
        for batch in _batches(nlp, data, plan.batch):
            progress = (number + done / tokens) / total
            optimizer.learn_rate = plan.rate * min(1.0, 20 * progress + 0.05) * (1 - 0.95 * progress)
            nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses)
            done += sum(len(example.reference) for example in batch)
        print(
            f"round {number + 1}/{total}: {tokens} tokens, loss {losses['tagger']:.0f}, {time.time() - start:.0f} s",
            flush=True,
        )
    return nlp


def accuracy(nlp: Language, sentences: Sequence[Sentence]) -> float:
    """Share of tokens whose STTS tag is the gold one."""
    docs = [Doc(nlp.vocab, words=list(sentence.words)) for sentence in sentences]
    pairs = [
        (token.tag_, gold)
        for doc, s in zip(nlp.pipe(docs), sentences, strict=True)
        for token, gold in zip(doc, s.tags, strict=True)
    ]
    return sum(tag == gold for tag, gold in pairs) / len(pairs)


def write(nlp: Language, out: Path) -> None:
    """Write the component and its configuration as `stance.tagging.tagger.add_tagger` reads them."""
    out.mkdir(parents=True, exist_ok=True)
    tagger = nlp.get_pipe("tagger")
    assert isinstance(tagger, Tagger)
    tagger.to_disk(out, exclude=["vocab"])
    (out / CONFIG_FILE).write_text(CONFIG.read_text(encoding="utf-8"), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Train the embedded German tagger.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with tagging/, ner/ and text/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--rounds", type=int, default=Plan().rounds)
    parser.add_argument("--raw-tokens", type=int, default=Plan().raw_tokens, help="silver tokens per round")
    args = parser.parse_args()
    plan = Plan(rounds=args.rounds, raw_tokens=args.raw_tokens)
    silver = SilverTagger()
    tagging = args.corpora / "tagging"
    names = read_entities(args.corpora / "ner" / "germeval14" / "test.txt")
    treebank = silver_treebank([*read_upos_lines(tagging / "gsd-train.upos.txt"), *names], silver)
    gold = [(s.words, s.tags) for s in read_empirist(tagging / "empirist.vrt")]
    paths = sorted((args.corpora / "text").glob("bt_*.txt.gz"))
    text = silver_text(paths, silver, plan.rounds * plan.raw_tokens)
    print(f"labelled {sum(len(words) for words, _ in text)} tokens of text", flush=True)
    nlp = train(treebank, gold, text, plan)
    write(nlp, args.out)
    dev = read_conllu(tagging / "gsd-dev.conllu")
    print(f"STTS, gsd-dev: first half {accuracy(nlp, dev[:399]):.4f}, held-out half {accuracy(nlp, dev[399:]):.4f}")


if __name__ == "__main__":
    main()
