"""The rule language: reader, schema, errors with positions, compiler."""
