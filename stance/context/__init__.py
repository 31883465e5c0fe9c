"""Context: what the surroundings of a cue do to a draft.

Negation, modality, mood, status, condition, force, form and sources are read here, once for all rules.
"""
