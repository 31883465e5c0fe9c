"""Documents in, results out: readers of text and JSONL, writers of JSONL, CSV and tables."""
