"""From text to tagged tokens: tokeniser, sentence boundaries, STTS and universal tags, lemmas.

Text flows in, a spaCy Doc with `tag_`, `pos_` and `lemma_` flows out; the clause analyser reads nothing else.
"""
