"""Steps that several use cases share; use cases themselves do not import each other."""
