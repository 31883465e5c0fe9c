"""What the author of rules runs: the annotated examples of a pack as its tests."""
