"""German itself: verb forms, noun phrases, closed classes.

Word forms flow in, their grammatical readings flow out; nothing here knows Docs, rules or commitments.
"""
