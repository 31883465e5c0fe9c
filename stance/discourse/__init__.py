"""Discourse: what goes on across sentences, and who is who.

Drafts with their context flow in, commitments with resolved actors flow out.
"""
