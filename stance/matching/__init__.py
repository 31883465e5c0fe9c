"""Matching: compiled rules meet the clause graph and give drafts, with a trace of what was tried."""
