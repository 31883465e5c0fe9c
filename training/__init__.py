"""How the shipped German tagger and word tables were made. Nothing here is imported by the package at run time."""
