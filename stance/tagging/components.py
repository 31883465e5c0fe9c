"""Importing this module registers everything that a saved embedded pipeline names: tokeniser, components, network."""

from stance.tagging import disambiguation, lemmas, sentences, tagger, tokenizer

__all__ = ["disambiguation", "lemmas", "sentences", "tagger", "tokenizer"]
