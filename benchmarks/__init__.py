"""What is measured, and how: every module here is a command that prints figures.

Corpora and gold files come in, scores go out; nothing of the package depends on this folder.
"""
