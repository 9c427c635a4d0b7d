"""Stacks: thin assemblies of constructs."""
