"""Documents in, results out: readers of text and JSONL, chunks of long texts, writers of JSONL, CSV and tables."""
