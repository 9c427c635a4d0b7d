"""Builds the files of exports, one message each."""
