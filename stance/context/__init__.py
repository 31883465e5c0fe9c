"""Context: what the surroundings of a cue do to a draft (negation, modality, mood, status, condition, force, sources)."""
