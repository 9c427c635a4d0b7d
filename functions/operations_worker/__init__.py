"""Builds the files of operations, one message each."""
