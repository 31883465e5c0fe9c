"""Who is meant by a name, a description or a pronoun: mentions in, actors with their names or candidates out."""
